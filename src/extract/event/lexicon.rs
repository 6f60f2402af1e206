//! Event words: which nouns name happenings, and what verbs say about the time of what they govern.
//!
//! The tables are plain lists of base forms; inflected forms are led back to them by the text layer.

use crate::extract::text::{Tag, lexicon};
use crate::model::EventClass;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What sort of happening a noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NounKind {
    Gathering,
    Ceremony,
    Violence,
    War,
    Disaster,
    Death,
    Justice,
    Vote,
    Statement,
    Deal,
    Travel,
    Change,
    Protest,
    Appointment,
    Launch,
    Inquiry,
    Crime,
    Aid,
    Sport,
    /// Anything else done.
    Act,
    /// None of the list: what the model alone takes for a happening.
    Unlisted,
    /// Lasts rather than happens: crisis, dispute.
    State,
}

impl NounKind {
    fn parse(word: &str) -> Self {
        match word {
            "gathering" => Self::Gathering,
            "ceremony" => Self::Ceremony,
            "violence" => Self::Violence,
            "war" => Self::War,
            "disaster" => Self::Disaster,
            "death" => Self::Death,
            "justice" => Self::Justice,
            "vote" => Self::Vote,
            "statement" => Self::Statement,
            "deal" => Self::Deal,
            "travel" => Self::Travel,
            "change" => Self::Change,
            "protest" => Self::Protest,
            "appointment" => Self::Appointment,
            "launch" => Self::Launch,
            "inquiry" => Self::Inquiry,
            "crime" => Self::Crime,
            "aid" => Self::Aid,
            "sport" => Self::Sport,
            "state" => Self::State,
            _ => Self::Act,
        }
    }

    /// People come together for it at one place and time, so that other things can happen "at" it.
    pub(super) fn is_occasion(self) -> bool {
        matches!(self, Self::Gathering | Self::Ceremony)
    }

    /// It happens at a point in time that a reader would put on a timeline.
    pub(super) fn is_incident(self) -> bool {
        matches!(
            self,
            Self::Gathering
                | Self::Ceremony
                | Self::Violence
                | Self::Disaster
                | Self::Death
                | Self::Justice
                | Self::Vote
                | Self::Protest
                | Self::Appointment
                | Self::Launch
                | Self::Sport
                | Self::War
                | Self::Deal
                | Self::Travel
        )
    }
}

/// A noun that names a happening.
#[derive(Clone, Copy, Debug)]
pub(super) struct EventNoun {
    pub(super) kind: NounKind,
    /// The noun or verb under which mentions of the same happening are compared: `meeting` and `met` share `meet`.
    pub(super) lemma: &'static str,
}

/// Sets of verbs, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct VerbSet(u16);

impl VerbSet {
    pub(super) const REPORTING: Self = Self(1);
    pub(super) const ASPECTUAL: Self = Self(2);
    pub(super) const PERCEPTION: Self = Self(4);
    pub(super) const I_ACTION: Self = Self(8);
    pub(super) const I_STATE: Self = Self(16);
    pub(super) const STATE: Self = Self(32);
    /// The noun it governs tells what happens: `held talks`.
    pub(super) const LIGHT: Self = Self(64);
    /// Who does it is at an occasion: `arrived for the summit`.
    pub(super) const ATTEND: Self = Self(128);
    /// What it governs comes after it: `plans to meet`.
    pub(super) const PROSPECTIVE: Self = Self(256);
    /// What it governs came before it: `regrets calling`.
    pub(super) const RETROSPECTIVE: Self = Self(512);
    /// What it governs is of its own time: `tried to leave`, `appears to work`.
    pub(super) const IMPLICATIVE: Self = Self(1024);
    /// Does what it says: `promised`, `accused`.
    pub(super) const ACT: Self = Self(4096);
    /// Thought, will or attitude, of which no words need be spoken: `wants`.
    pub(super) const INWARD: Self = Self(8192);

    /// What somebody thinks, or how something looks, at the moment: `expects`, `appears`.
    pub(super) const ATTITUDE: Self = Self(2048);

    fn parse(word: &str) -> Self {
        match word {
            "reporting" => Self::REPORTING,
            "aspectual" => Self::ASPECTUAL,
            "perception" => Self::PERCEPTION,
            "i_action" => Self::I_ACTION,
            "i_state" => Self::I_STATE,
            "state" => Self::STATE,
            "light" => Self::LIGHT,
            "attend" => Self::ATTEND,
            "prospective" => Self::PROSPECTIVE,
            "retrospective" => Self::RETROSPECTIVE,
            "implicative" => Self::IMPLICATIVE,
            "attitude" => Self::ATTITUDE,
            "act" => Self::ACT,
            "inward" => Self::INWARD,
            _ => Self(0),
        }
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What is known of a verb form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) class: EventClass,
    pub(super) sets: VerbSet,
}

/// The noun's entry, by its written form.
pub(super) fn event_noun(word: &str) -> Option<EventNoun> {
    NOUNS.get(lower(word).as_ref()).copied()
}

/// The verb's entry, by its form and tag; unlisted verbs have none.
pub(super) fn verb(word: &str, tag: Tag) -> Option<Verb> {
    VERBS.get(lexicon::lemma(word, tag).as_ref()).copied()
}

/// Whether a verb says that what is so already goes on: "continue", "stay".
pub(super) fn goes_on(lemma: &str) -> bool {
    matches!(lemma, "continue" | "keep" | "maintain" | "persist" | "remain" | "stay")
}

/// Small letters, without a copy where the word has no others.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

static NOUNS: LazyLock<FxHashMap<&'static str, EventNoun>> = LazyLock::new(|| {
    let mut nouns = FxHashMap::default();
    for (kind, words) in rows(include_str!("../../../assets/lexicon/en/event_nouns.txt")) {
        for word in words.split_whitespace() {
            let (noun, lemma) = word.split_once(':').unwrap_or((word, word.strip_suffix('s').unwrap_or(word)));
            nouns.insert(noun, EventNoun { kind: NounKind::parse(kind), lemma });
        }
    }
    nouns
});

static VERBS: LazyLock<FxHashMap<&'static str, Verb>> = LazyLock::new(|| {
    let mut verbs: FxHashMap<&'static str, Verb> = FxHashMap::default();
    for (set, words) in rows(include_str!("../../../assets/lexicon/en/event_verbs.txt")) {
        let set = VerbSet::parse(set);
        for lemma in words.split_whitespace() {
            let fresh = Verb { lemma, class: class_of(set), sets: VerbSet(0) };
            verbs.entry(lemma).or_insert(fresh).sets.0 |= set.0;
        }
    }
    for lemma in NOUNS.values().map(|noun| noun.lemma) {
        verbs.entry(lemma).or_insert(Verb { lemma, class: EventClass::Occurrence, sets: VerbSet(0) });
    }
    verbs
});

fn class_of(set: VerbSet) -> EventClass {
    match set {
        VerbSet::REPORTING => EventClass::Reporting,
        VerbSet::ASPECTUAL => EventClass::Aspectual,
        VerbSet::PERCEPTION => EventClass::Perception,
        VerbSet::I_ACTION => EventClass::IAction,
        VerbSet::I_STATE => EventClass::IState,
        VerbSet::STATE => EventClass::State,
        _ => EventClass::Occurrence,
    }
}

/// The `name: words` rows of a list.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(word: &str, code: &str) -> Option<Verb> {
        verb(word, Tag::from_penn(code).unwrap())
    }

    #[test]
    fn verbs_are_known_by_every_form() {
        for (form, tag, lemma) in [
            ("said", "VBD", "say"),
            ("Says", "VBZ", "say"),
            ("told", "VBN", "tell"),
            ("began", "VBD", "begin"),
            ("stopped", "VBD", "stop"),
            ("denied", "VBD", "deny"),
            ("met", "VBD", "meet"),
            ("attacked", "VBN", "attack"),
            ("planning", "VBG", "plan"),
            ("was", "VBD", "be"),
        ] {
            assert_eq!(known(form, tag).map(|v| v.lemma), Some(lemma), "{form}");
        }
    }

    #[test]
    fn a_noun_and_its_verb_share_their_lemma() {
        assert_eq!(event_noun("meeting").map(|n| n.lemma), known("met", "VBD").map(|v| v.lemma));
        assert_eq!(event_noun("Signing").map(|n| n.lemma), known("signed", "VBN").map(|v| v.lemma));
        assert!(event_noun("table").is_none());
    }

    #[test]
    fn classes_follow_timeml() {
        assert_eq!(known("said", "VBD").map(|v| v.class), Some(EventClass::Reporting));
        assert_eq!(known("continued", "VBD").map(|v| v.class), Some(EventClass::Aspectual));
        assert!(known("plans", "VBZ").is_some_and(|v| v.sets.has(VerbSet::PROSPECTIVE)));
    }
}
