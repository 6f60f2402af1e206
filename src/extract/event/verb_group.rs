//! Verb groups: a main verb with the auxiliaries that give it tense, aspect, voice and modality: "will have been sold".

pub(super) mod finite;

use super::lexicon::{self, Verb};
use crate::extract::text::{Document, Sentence, Tag};
use crate::model::{Aspect, Modality, Tense};
use std::ops::Range;

/// A main verb and its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct VerbGroup {
    /// First auxiliary, or the main verb.
    pub(super) first: usize,
    /// The main verb.
    pub(super) head: usize,
    /// Whether it carries tense, so that it makes a clause.
    pub(super) finite: bool,
    pub(super) tense: Tense,
    pub(super) aspect: Aspect,
    pub(super) modality: Modality,
    /// Whether the subject is what it is done to.
    pub(super) passive: bool,
    /// Whether "would", "could", "should" or "might" stands with it.
    pub(super) conditional: bool,
    /// Whether a form of "have" stands with it: "has been rising", "could have come".
    pub(super) perfect: bool,
    /// What the lexicon knows of the main verb.
    pub(super) verb: Option<Verb>,
}

impl VerbGroup {
    /// All its tokens, adverbs between them included.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.first..self.head + 1
    }

    /// Whether the main verb is "be" or "have": no happening of its own.
    pub(super) fn is_copula(&self) -> bool {
        self.verb.is_some_and(|v| matches!(v.lemma, "be" | "have"))
    }

    /// Whether it is an -ing or -ed form without auxiliary.
    pub(super) fn is_participle(&self) -> bool {
        self.tense == Tense::Participle
    }

    pub(super) fn is(&self, set: lexicon::VerbSet) -> bool {
        self.verb.is_some_and(|v| v.sets.has(set))
    }
}

/// Words that look like verb forms and govern nouns like prepositions.
const PREPOSITION_LIKE: [&str; 9] = [
    "including",
    "following",
    "regarding",
    "concerning",
    "according",
    "given",
    "excluding",
    "pending",
    "notwithstanding",
];

/// What the auxiliaries read so far ask of the next verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    /// Bare form: after a modal, "do", "to".
    Base,
    /// Participle: after "have".
    Perfect,
    /// Either participle, or "to": after "be".
    AfterBe,
}

/// The verb groups of a sentence, in order.
pub(super) fn find(document: &Document<'_>, sentence: &Sentence) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        match read(document, at, sentence.tokens.end) {
            Some(group) => {
                at = group.head + 1;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    finite::bare_infinitives(document, &mut groups);
    finite::reduced_relatives(document, sentence, &mut groups);
    if finite::lacks_main_verb(document, sentence, &groups) {
        finite::finite_after_all(document, sentence, &mut groups);
    }
    finite::finite_behind_relative(document, sentence, &mut groups);
    finite::finite_beside_finite(document, &mut groups);
    finite::finite_before_content(document, &mut groups);
    groups
}

fn tag(document: &Document<'_>, token: usize) -> Tag {
    document.tokens.get(token).map_or(Tag::Other, |t| t.tag)
}

/// The group that begins at `at`, if one does.
fn read(document: &Document<'_>, at: usize, end: usize) -> Option<VerbGroup> {
    let first_tag = tag(document, at);
    let to = first_tag == Tag::To || document.is(at, "to");
    if to && !base_follows(document, at + 1, end) || !to && !first_tag.is_verb() {
        return None;
    }
    let word = lexicon::lower(document.word(at));
    // "growth of 5 %, [compared] with 4 %"
    let compares = word == "compared" && ["with", "to"].iter().any(|w| document.is(at + 1, w));
    if compares
        || is_graded(document, at)
        || is_example(document, at, end)
        || PREPOSITION_LIKE.contains(&word.as_ref())
        || is_premodifier(document, at, end)
    {
        return None;
    }
    let mut group = VerbGroup {
        first: at,
        head: at,
        finite: false,
        tense: Tense::Participle,
        aspect: Aspect::None,
        modality: Modality::Actual,
        passive: false,
        conditional: false,
        perfect: false,
        verb: None,
    };
    let mut awaits = opening(first_tag, &word, to, &mut group);
    // "promised to “[follow] the science”"
    if at >= 2 && tag(document, at - 1) == Tag::OpenQuote && document.is(at - 2, "to") {
        group.finite = false;
        group.tense = Tense::Infinitive;
    }
    let mut next = at + 1;
    while let Some(want) = awaits {
        match continuation(document, next, end, want, &mut group) {
            Some((head, more)) => {
                group.head = head;
                next = head + 1;
                awaits = more;
            }
            None => break,
        }
    }
    if group.head == at && first_tag == Tag::Modal {
        // A modal whose verb is left out ("as best they can") names nothing.
        return None;
    }
    if negated(document, &group) {
        group.modality = Modality::Negated;
    }
    group.verb = lexicon::verb(document.word(group.head), tag(document, group.head));
    Some(group)
}

/// Reads the first word into `group`; what the next verb must be, if this one is an auxiliary.
fn opening(first: Tag, word: &str, to: bool, group: &mut VerbGroup) -> Option<Awaits> {
    group.finite = first.is_finite_verb();
    group.tense = match first {
        Tag::VerbPast => Tense::Past,
        Tag::VerbPresent | Tag::VerbPresent3rd => Tense::Present,
        Tag::VerbBase => Tense::Infinitive,
        Tag::Modal => Tense::Future,
        _ if to => Tense::Infinitive,
        _ => Tense::Participle,
    };
    if to {
        return Some(Awaits::Base);
    }
    if first == Tag::Modal {
        match word {
            "will" | "shall" | "'ll" | "’ll" | "wo" => group.modality = Modality::Planned,
            "would" | "should" | "could" | "might" | "'d" | "’d" => {
                group.modality = Modality::Hypothetical;
                group.conditional = true;
            }
            _ => {
                group.modality = Modality::Hypothetical;
                group.tense = Tense::Present;
            }
        }
        return Some(Awaits::Base);
    }
    auxiliary(word)
}

fn auxiliary(word: &str) -> Option<Awaits> {
    match word {
        "be" | "is" | "are" | "am" | "was" | "were" | "been" | "being" | "'m" | "’m" | "'re" | "’re" => {
            Some(Awaits::AfterBe)
        }
        "'s" | "’s" => Some(Awaits::AfterBe),
        "have" | "has" | "had" | "having" | "'ve" | "’ve" => Some(Awaits::Perfect),
        "do" | "does" | "did" => Some(Awaits::Base),
        "get" | "gets" | "got" => Some(Awaits::AfterBe),
        "going" => None,
        _ => None,
    }
}

/// "had[, in June 2024,] warned": behind the few words between commas that part a verb from its auxiliary.
fn behind_aside(document: &Document<'_>, from: usize, end: usize) -> Option<usize> {
    const REACH: usize = 6;
    let opens = document.is(from, ",") && tag(document, from + 1) == Tag::Preposition;
    let close = (from + 2..end.min(from + REACH)).find(|i| opens && document.is(*i, ","))?;
    let small = (from + 1..close).all(|i| !tag(document, i).is_verb());
    (small && tag(document, close + 1).is_verb()).then_some(close + 1)
}

/// The next verb of the group: adverbs and "not" may stand before it.
fn continuation(
    document: &Document<'_>,
    from: usize,
    end: usize,
    want: Awaits,
    group: &mut VerbGroup,
) -> Option<(usize, Option<Awaits>)> {
    let mut at = behind_aside(document, from, end).unwrap_or(from);
    let from = at;
    // "was [first] elected", "was last seen"
    let ordinal = |at: usize| want == Awaits::AfterBe && ["first", "last"].iter().any(|word| document.is(at, word));
    while at < end && at < from + 4 && (tag(document, at).is_adverb() || ordinal(at)) {
        at += 1;
    }
    if at >= end {
        return None;
    }
    let (t, word) = (tag(document, at), lexicon::lower(document.word(at)));
    let participle = matches!(t, Tag::VerbPastParticiple | Tag::VerbPast);
    if want == Awaits::AfterBe && is_graded(document, at) {
        return None;
    }
    match want {
        Awaits::Base if matches!(t, Tag::VerbBase | Tag::VerbPresent) => Some((at, auxiliary(&word))),
        Awaits::Perfect if participle => {
            group.aspect = Aspect::Perfective;
            group.perfect = true;
            Some((at, auxiliary(&word)))
        }
        Awaits::AfterBe if participle && !is_premodifier(document, at, end) => {
            group.passive = true;
            Some((at, None))
        }
        Awaits::AfterBe if word == "going" && base_follows(document, at + 2, end) && document.word(at + 1) == "to" => {
            group.tense = Tense::Future;
            group.modality = Modality::Planned;
            Some((at + 1, Some(Awaits::Base)))
        }
        Awaits::AfterBe if t == Tag::VerbGerund => {
            group.aspect = Aspect::Progressive;
            Some((at, if word == "being" { Some(Awaits::AfterBe) } else { None }))
        }
        // "is to begin": arranged for the future.
        Awaits::AfterBe
            if (t == Tag::To || word == "to") && base_follows(document, at + 1, end) && group.first + 1 == at =>
        {
            group.modality = Modality::Planned;
            if group.tense == Tense::Present {
                group.tense = Tense::Future;
            }
            Some((at, Some(Awaits::Base)))
        }
        _ => None,
    }
}

/// "is so worried", "is deeply worrying": told in degrees, a participle is an adjective.
pub(super) fn is_graded(document: &Document<'_>, at: usize) -> bool {
    const DEGREES: [&str; 6] = ["deeply", "extremely", "quite", "so", "too", "very"];
    let form = match tag(document, at) {
        Tag::VerbPastParticiple | Tag::VerbGerund => true,
        // "he so [loved] it"
        Tag::VerbPast => at > 1 && tag(document, at - 2).is_verb(),
        _ => false,
    };
    form && at > 0 && DEGREES.iter().any(|word| document.is(at - 1, word))
}

fn base_follows(document: &Document<'_>, at: usize, end: usize) -> bool {
    let mut at = at;
    while at < end && tag(document, at).is_adverb() {
        at += 1;
    }
    at < end && matches!(tag(document, at), Tag::VerbBase | Tag::VerbPresent)
}

/// A participle between a determiner or adjective and its noun belongs to the noun: "the proposed deal".
fn is_premodifier(document: &Document<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or(Tag::Other, |b| tag(document, b));
    // "the fifth named storm": behind a number or an ordinal no past tense stands.
    // "The paper first [reported] last night": done for the first time.
    let first = at > 1
        && document.is(at - 1, "first")
        && (tag(document, at - 2).is_noun() || tag(document, at - 2) == Tag::Number);
    let counted = tag(document, at) == Tag::VerbPast
        && !first
        && (before == Tag::Number && !is_year(document.word(at - 1))
            || at > 1 && document.word(at - 1).ends_with("th") && tag(document, at - 2) == Tag::Determiner);
    // "one of the most cited researchers"
    let most = before == Tag::AdverbSuperlative || at > 0 && document.is(at - 1, "most");
    if most && tag(document, at + 1).is_noun() && at > 1 && tag(document, at - 2) == Tag::Determiner {
        return true;
    }
    // "gave him [heated] towels": him who is given something does nothing.
    let given = tag(document, at) == Tag::VerbPast
        && ["him", "me", "them", "us"].iter().any(|word| at > 0 && document.is(at - 1, word));
    if given && tag(document, at + 1).is_common_noun() {
        return true;
    }
    // "made from 20-denier [recycled] polyester": what a compound stands before is no verb's subject.
    let compound = tag(document, at) == Tag::VerbPast
        && at > 0
        && document.word(at - 1).contains('-')
        && !before.is_noun()
        && tag(document, at + 1).is_common_noun();
    if compound {
        return true;
    }
    let form = matches!(tag(document, at), Tag::VerbPastParticiple | Tag::VerbGerund) || counted;
    if !form || at + 1 >= end {
        return false;
    }
    let opens =
        matches!(before, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::PossessiveMarker | Tag::Number);
    // "a contingent arriving Tuesday": what comes behind is a name, and no determiner stands before.
    let name =
        tag(document, at + 1).is_proper_noun() && tag(document, at) == Tag::VerbGerund && before == Tag::Adjective;
    opens && !name && (tag(document, at + 1).is_noun() || tag(document, at + 1).is_adjective())
}

/// "Countries [like] Iran, Turkey and Russia have built firewalls": the verb of the things it gives examples of comes later.
fn is_example(document: &Document<'_>, at: usize, end: usize) -> bool {
    let listed = |i: &usize| tag(document, *i).is_noun() || document.is(*i, ",") || document.is(*i, "and");
    let verb = (at + 1..end).find(|i| !listed(i)).filter(|verb| *verb > at + 1);
    document.is(at, "like")
        && at > 0
        && tag(document, at - 1) == Tag::NounPlural
        && verb.is_some_and(|verb| tag(document, verb).is_finite_verb() && tag(document, verb - 1).is_noun())
}

/// "on 14 March [2025] drew crowds": a year counts nothing.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn negated(document: &Document<'_>, group: &VerbGroup) -> bool {
    let negator = |i: usize| {
        let word = document.word(i);
        ["not", "n't", "n’t", "never"].iter().any(|n| word.eq_ignore_ascii_case(n))
    };
    group.tokens().any(negator) || group.first > 0 && negator(group.first - 1)
}
