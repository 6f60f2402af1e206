//! States: what is so rather than happens ("has two ships", "is ready"), and whom something is told after
//! ("according to the minister").
//!
//! They are mentions only: a state is no event of the timeline, but its words have a time that tense bounds.

use super::bounds::{self, Bounds};
use super::confidence;
use super::lexicon;
use super::reading::Reading;
use super::verb_group::{self, VerbGroup};
use crate::extract::text::{Tag, equals_lower};
use crate::model::{Aspect, DateBasis, EventClass, EventDate, EventMention, Modality, Tense};

/// The states of every story sentence, in text order.
pub(super) fn find(reading: &Reading<'_>) -> Vec<EventMention> {
    let mut states = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate().filter(|(_, s)| s.story && s.caption.is_none()) {
        let start = states.len();
        states.extend(sentence.groups.iter().filter_map(|group| of_copula(reading, group)));
        if let Some(sentence) = reading.document.sentences.get(index) {
            states.extend(sentence.tokens.clone().filter_map(|token| according(reading, token)));
        }
        if let Some(new) = states.get_mut(start..) {
            new.sort_by_key(|m| m.span);
        }
    }
    states
}

/// Verbs that join an adjective to their subject: "remained closed", "appears eager".
const LINKING: [&str; 7] = ["be", "remain", "stay", "seem", "appear", "become", "feel"];

/// "has power", "is ready", "stays shut": the verb "have" with an object, the adjective that a linking verb joins to its
/// subject.
fn of_copula(reading: &Reading<'_>, group: &VerbGroup) -> Option<EventMention> {
    let lemma = group.verb?.lemma;
    let token = match lemma {
        "have" if !equals_lower(reading.document.word(group.head + 1), "to") && !is_auxiliary(reading, group) => {
            group.head
        }
        lemma if LINKING.contains(&lemma) => predicate(reading, group.head + 1)?,
        _ => return None,
    };
    let now = reading.times.reference_date.range;
    let ahead = matches!(group.modality, Modality::Planned | Modality::Hypothetical) || group.tense == Tense::Future;
    let (bounds, confidence, why) = match (group.tense, group.aspect) {
        _ if now.is_open() => (Bounds::default(), 0.0, ""),
        // "little reason to be optimistic": no form says when.
        (Tense::Infinitive, _) => return None,
        _ if ahead && lexicon::goes_on(lemma) => {
            (Bounds::lasting(now), confidence::STATE_LASTS, "told as so before and after the article's day")
        }
        _ if ahead => (Bounds::after(now), 0.6, "said to be still to come"),
        (Tense::Present, Aspect::None) => {
            (Bounds::lasting(now), confidence::STATE_LASTS, "told as so before and after the article's day")
        }
        (Tense::Past | Tense::Present, _) => (Bounds::begun_by(now), 0.9, "told as so by the article's day"),
        _ => (Bounds::default(), 0.0, ""),
    };
    let mention = mention(reading, token, EventClass::State, dated(bounds, confidence, why))?;
    Some(EventMention { tense: group.tense, aspect: group.aspect, modality: group.modality, ..mention })
}

/// "[have] all sacked coaches", "[has] since been given": with words between, a part of another verb.
fn is_auxiliary(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    const REACH: usize = 3;
    let between = |i: &usize| {
        let tag = reading.document.tag(*i);
        tag.is_adverb() || tag.is_punctuation() || ["all", "both", "each"].iter().any(|w| reading.document.is(*i, w))
    };
    let behind = (group.head + 1..group.head + 1 + REACH).find(|i| !between(i));
    behind.is_some_and(|i| i > group.head + 1 && reading.document.tag(i) == Tag::VerbPastParticiple)
}

/// The adjective of a predicate, adverbs before it: "is [not very] likely", or a participle told in degrees: "is so
/// worried"; none where a noun follows.
fn predicate(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let adverb = |i: &usize| reading.document.tag(*i).is_adverb();
    let at = (from..from + 4).find(|i| !adverb(i))?;
    let adjective = reading.document.tag(at).is_adjective() || verb_group::is_graded(reading.document, at);
    (adjective && !reading.document.tag(at + 1).is_noun()).then_some(at)
}

/// "according to": said on the day that the article tells of it.
fn according(reading: &Reading<'_>, token: usize) -> Option<EventMention> {
    let said =
        equals_lower(reading.document.word(token), "according") && equals_lower(reading.document.word(token + 1), "to");
    let now = reading.times.reference_date.range;
    let why = "no time is given; news reports what was said on its day";
    said.then(|| {
        mention(reading, token, EventClass::Reporting, dated(Bounds::within(now), confidence::ACCORDING, why))
    })?
}

fn mention(reading: &Reading<'_>, token: usize, class: EventClass, date: Option<EventDate>) -> Option<EventMention> {
    let span = reading.document.tokens.get(token).filter(|t| t.tag != Tag::Punctuation)?.span;
    let tense = Tense::None;
    Some(EventMention { span, class, tense, aspect: Aspect::None, modality: Modality::Actual, date, event: None })
}

fn dated(bounds: Bounds, confidence: f32, why: &str) -> Option<EventDate> {
    (!bounds.is_open()).then(|| EventDate {
        begin: bounds.begin,
        end: bounds.end,
        precision: bounds::precision_of(bounds),
        clock: None,
        basis: DateBasis::Publication,
        timexes: Vec::new(),
        confidence,
        explanation: why.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn states_are_mentions_that_last_but_no_events() {
        let article = fixture(
            "2026-01-08",
            "The/DT port/NN has/VBZ two/CD piers/NNS ./.\nThe/DT ferry/NN is/VBZ not/RB ready/JJ ,/. according/VBG to/TO the/DT owner/NN ./.",
        );
        let (mentions, events, _) = article.find();
        let found: Vec<_> = mentions.iter().map(|m| m.span.of(&article.article.text)).collect();
        assert_eq!(found, ["has", "ready", "according"]);
        let begin = mentions[0].date.as_ref().and_then(|d| d.begin.latest);
        assert_eq!(begin, "2026-01-07".parse().ok());
        assert!(events.is_empty());
    }

    #[test]
    fn a_linking_verb_tells_of_a_state() {
        for (text, expected) in [
            ("The/DT banks/NNS remained/VBD closed/JJ ./.", vec!["remained open", "closed open"]),
            ("The/DT ground/NN is/VBZ so/RB soaked/VBN ./.", vec!["soaked open"]),
            ("The/DT news/NN is/VBZ very/RB worrying/VBG ./.", vec!["worrying open"]),
            // In no degree: done.
            ("The/DT ground/NN was/VBD soon/RB soaked/VBN ./.", vec!["soaked …/2026-01-08"]),
        ] {
            assert_eq!(fixture("2026-01-08", text).dated_mentions(), expected, "{text}");
        }
    }

    #[test]
    fn an_adjective_before_its_noun_is_no_state() {
        let article = fixture("2026-01-08", "It/PRP is/VBZ new/JJ water/NN ./.");
        assert!(article.find().0.is_empty());
    }
}
