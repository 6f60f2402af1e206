//! Shallow syntax: noun groups, verb groups, and who does what: each verb's subjects, object and agent.
//!
//! A noun group is a noun with the words before it that belong to it ("the two French ministers"); a verb group is a
//! verb with its auxiliaries ("had not been seen"). Prepositional phrases stay apart, each with what it belongs to.
//!
//! # How to use it
//! ```text
//! let syntax = chunk::parse(&document);
//! for verb in &syntax.verbs {
//!     document.lemma(verb.main);                               // "arrest"
//!     verb.tense; verb.passive; verb.negated; verb.modal;      // Past, true, false, None
//!     for subject in &verb.subjects { syntax.nouns[*subject].head; }
//! }
//! syntax.noun_at(token); syntax.verb_at(token);               // the group that holds a token
//! ```
//! The subject of a passive is what it is done to; [`VerbGroup::agent`] is the "by" phrase. Subjects of infinitives and
//! participles are those of the verb that governs them, of reduced relatives ("the men arrested on Monday") the noun.

use super::clause;
use super::tag::Tag;
use super::word::hash_of_lower;
use super::{Document, Sentence};
use crate::model::{Span, Tense};
use std::ops::Range;

/// The groups of a document, in text order.
#[derive(Clone, Debug, Default)]
pub struct Syntax {
    /// Noun groups.
    pub nouns: Vec<NounGroup>,
    /// Verb groups.
    pub verbs: Vec<VerbGroup>,
}

/// A noun with what stands before it and belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounGroup {
    /// From determiner to head, as a range into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The token that names the thing: the last noun.
    pub head: usize,
    /// The preposition or `to` that governs the group.
    pub preposition: Option<usize>,
    /// What a prepositional phrase belongs to, by the simplest rule.
    pub attached: Attachment,
    /// Names a time ("Tuesday", "last week") and so is neither subject nor object.
    pub temporal: bool,
}

/// What a prepositional phrase belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attachment {
    /// Nothing, or unknown.
    #[default]
    None,
    /// The noun group of this index.
    Noun(usize),
    /// The verb group of this index.
    Verb(usize),
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// From first auxiliary to main verb or its particle, as a range into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The main verb.
    pub main: usize,
    /// `up` in "blew up".
    pub particle: Option<usize>,
    /// Whether it carries a clause by itself.
    pub finite: bool,
    /// Of the whole group: "will go" and "is going to go" are future; bare participles have the tense of none.
    pub tense: Tense,
    /// `have` + participle.
    pub perfect: bool,
    /// `be` + -ing.
    pub progressive: bool,
    /// `be` + participle, or a bare past participle.
    pub passive: bool,
    /// `not`, `n't`, `never`.
    pub negated: bool,
    /// A modal that is not plain future: `may`, `would`.
    pub modal: Option<usize>,
    /// Indices of noun groups, coordinated ones all.
    pub subjects: Vec<usize>,
    /// Index of the object's noun group; of `be` the complement.
    pub object: Option<usize>,
    /// Index of the noun group of the "by" phrase of a passive.
    pub agent: Option<usize>,
}

impl Syntax {
    /// The index of the noun group that holds a token.
    pub fn noun_at(&self, token: usize) -> Option<usize> {
        let at = self.nouns.partition_point(|n| n.tokens.end <= token);
        self.nouns.get(at).filter(|n| n.tokens.contains(&token)).map(|_| at)
    }

    /// The index of the verb group that holds a token.
    pub fn verb_at(&self, token: usize) -> Option<usize> {
        let at = self.verbs.partition_point(|v| v.tokens.end <= token);
        self.verbs.get(at).filter(|v| v.tokens.contains(&token)).map(|_| at)
    }
}

impl NounGroup {
    /// Where the group stands in the text.
    pub fn span(&self, document: &Document<'_>) -> Span {
        span_of(document, &self.tokens)
    }
}

impl VerbGroup {
    /// Where the group stands in the text.
    pub fn span(&self, document: &Document<'_>) -> Span {
        span_of(document, &self.tokens)
    }
}

fn span_of(document: &Document<'_>, tokens: &Range<usize>) -> Span {
    let tokens = document.tokens.get(tokens.clone()).unwrap_or(&[]);
    tokens.first().zip(tokens.last()).map_or(Span::default(), |(a, b)| a.span.cover(b.span))
}

/// Finds the groups of all sentences and how they belong together.
pub fn parse(document: &Document<'_>) -> Syntax {
    let mut syntax = Syntax::default();
    for sentence in &document.sentences {
        let (first_noun, first_verb) = (syntax.nouns.len(), syntax.verbs.len());
        groups(document, sentence, &mut syntax);
        clause::connect(document, sentence, &mut syntax, first_noun, first_verb);
    }
    syntax
}

fn groups(document: &Document<'_>, sentence: &Sentence, syntax: &mut Syntax) {
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if let Some(group) = verb_group(document, at, sentence.tokens.end) {
            at = group.tokens.end.max(at + 1);
            syntax.verbs.push(group);
        } else if let Some(group) = noun_group(document, at, sentence.tokens.end) {
            at = group.tokens.end.max(at + 1);
            syntax.nouns.push(group);
        } else {
            at += 1;
        }
    }
}

macro_rules! word_list {
    ($name:ident, $($word:literal),* $(,)?) => {
        pub(super) fn $name(hash: u64) -> bool {
            const WORDS: &[u64] = &[$(hash_of_lower($word)),*];
            WORDS.contains(&hash)
        }
    };
}

word_list!(is_be, "be", "is", "are", "was", "were", "been", "being", "am", "'m", "'re", "'s");
word_list!(is_get, "get", "gets", "got", "getting", "gotten");
word_list!(is_have, "have", "has", "had", "having", "'ve", "'d");
word_list!(is_do, "do", "does", "did");
word_list!(is_negation, "not", "n't", "never");
word_list!(is_future, "will", "shall", "'ll", "wo", "sha");
word_list!(is_going, "going");
word_list!(
    is_time,
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "night",
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "minute",
    "minutes",
    "decade",
    "decades",
    "time",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "aug.",
    "sept.",
    "sep.",
    "oct.",
    "nov.",
    "dec.",
);
word_list!(
    is_named_time,
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
);

/// The verb group that begins at `at`: auxiliaries, adverbs among them, the main verb and its particle.
fn verb_group(document: &Document<'_>, at: usize, end: usize) -> Option<VerbGroup> {
    let first = document.tokens.get(at)?;
    let infinitive = first.tag == Tag::To && next_verb(document, at + 1, end)?.1 == Tag::VerbBase;
    if !(first.tag.is_verb() || infinitive) || is_before_noun(document, at, end) {
        return None;
    }
    let mut group = VerbGroup {
        tokens: at..at + 1,
        main: at,
        particle: None,
        finite: first.tag.is_finite_verb(),
        tense: tense_of(first.tag, infinitive),
        perfect: false,
        progressive: false,
        passive: first.tag == Tag::VerbPastParticiple,
        negated: false,
        modal: None,
        subjects: Vec::new(),
        object: None,
        agent: None,
    };
    if first.tag == Tag::Modal {
        let future = is_future(first.hash);
        group.modal = (!future).then_some(at);
        group.tense = if future { Tense::Future } else { Tense::None };
    }
    extend(document, &mut group, end);
    group.negated = negated(document, &group);
    let after = group.main + 1;
    if after < end && document.tag(after) == Tag::Particle {
        group.particle = Some(after);
        group.tokens.end = after + 1;
    }
    Some(group)
}

fn tense_of(tag: Tag, infinitive: bool) -> Tense {
    match tag {
        Tag::VerbPast => Tense::Past,
        Tag::VerbPresent | Tag::VerbPresent3rd => Tense::Present,
        Tag::VerbGerund => Tense::Participle,
        Tag::VerbBase => Tense::Infinitive,
        _ if infinitive => Tense::Infinitive,
        _ => Tense::None,
    }
}

/// The next verb from `at` on, adverbs skipped.
fn next_verb(document: &Document<'_>, at: usize, end: usize) -> Option<(usize, Tag)> {
    let found = (at..end.min(at + 4)).find(|i| !document.tag(*i).is_adverb())?;
    let tag = document.tag(found);
    (tag.is_verb() || tag == Tag::To).then_some((found, tag))
}

/// Whether a participle stands before the noun it describes: "the wounded soldier", "an increasing number".
fn is_before_noun(document: &Document<'_>, at: usize, end: usize) -> bool {
    let participle = matches!(document.tag(at), Tag::VerbPastParticiple | Tag::VerbGerund);
    let before = at.checked_sub(1).map_or(Tag::Other, |i| document.tag(i));
    let nominal_before =
        matches!(before, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Adjective | Tag::Number);
    participle && nominal_before && at + 1 < end && {
        let next = document.tag(at + 1);
        next.is_noun() || next.is_adjective()
    }
}

/// Takes in the verbs that the auxiliaries so far call for.
fn extend(document: &Document<'_>, group: &mut VerbGroup, end: usize) {
    for _ in 0..6 {
        let Some(current) = document.tokens.get(group.main) else { return };
        let Some((next, tag)) = next_verb(document, group.main + 1, end) else { return };
        let hash = current.hash;
        let takes = match current.tag {
            Tag::Modal => tag == Tag::VerbBase,
            Tag::To => tag == Tag::VerbBase,
            _ if is_be(hash) => {
                matches!(tag, Tag::VerbPastParticiple | Tag::VerbGerund) || to_infinitive(document, next, end)
            }
            _ if is_have(hash) => tag == Tag::VerbPastParticiple,
            _ if is_get(hash) => tag == Tag::VerbPastParticiple,
            _ if is_do(hash) => tag == Tag::VerbBase,
            _ if is_going(hash) && group.progressive => to_infinitive(document, next, end),
            _ => false,
        };
        if !takes || is_before_noun(document, next, end) {
            return;
        }
        match tag {
            Tag::VerbPastParticiple if is_be(hash) || is_get(hash) => group.passive = true,
            Tag::VerbPastParticiple => group.perfect = true,
            Tag::VerbGerund => group.progressive = true,
            // "is to meet", "is going to meet"
            Tag::To => {
                group.progressive = false;
                if group.tense == Tense::Present {
                    group.tense = Tense::Future;
                }
            }
            _ => {}
        }
        group.main = next;
        group.tokens.end = next + 1;
    }
}

fn to_infinitive(document: &Document<'_>, at: usize, end: usize) -> bool {
    document.tag(at) == Tag::To && next_verb(document, at + 1, end).is_some_and(|(_, tag)| tag == Tag::VerbBase)
}

/// `not` within the group or beside it.
fn negated(document: &Document<'_>, group: &VerbGroup) -> bool {
    let from = group.tokens.start.saturating_sub(1);
    let cannot = hash_of_lower("cannot");
    let mut tokens = document.tokens.get(from..group.tokens.end + 1).unwrap_or(&[]).iter();
    tokens.any(|t| is_negation(t.hash) || t.hash == cannot)
}

/// The noun group that begins at `at`.
fn noun_group(document: &Document<'_>, at: usize, end: usize) -> Option<NounGroup> {
    let first = document.tag(at);
    if matches!(first, Tag::Pronoun | Tag::Existential) {
        return Some(noun(document, at..at + 1, at));
    }
    let mut head = None;
    let mut stop = at;
    while stop < end {
        let tag = document.tag(stop);
        let after_noun = head.is_some_and(|h| h + 1 == stop && document.tag(h).is_noun());
        let fits = match tag {
            Tag::Determiner | Tag::Possessive => stop == at || (head.is_none() && document.tag(at) == Tag::Determiner),
            Tag::Adjective | Tag::AdjectiveComparative | Tag::AdjectiveSuperlative => !after_noun,
            Tag::Number => !after_noun || document.tag(stop - 1).is_proper_noun(),
            Tag::Symbol => matches!(document.word(stop), "$" | "£" | "€" | "%" | "&" | "US$"),
            Tag::PossessiveMarker => head.is_some(),
            Tag::VerbPastParticiple | Tag::VerbGerund => is_before_noun(document, stop, end),
            Tag::Adverb | Tag::AdverbComparative | Tag::AdverbSuperlative => {
                stop > at && !after_noun && document.tag(stop + 1).is_adjective()
            }
            tag if tag.is_noun() => {
                let names_time = document.tokens.get(stop).is_some_and(|t| is_named_time(t.hash));
                !(after_noun && (names_time || named_time(document, stop - 1)))
            }
            _ => false,
        };
        if !fits {
            break;
        }
        match tag {
            tag if tag.is_noun() || tag == Tag::Number => head = Some(stop),
            Tag::Symbol if document.word(stop) == "%" => head = Some(stop),
            Tag::PossessiveMarker => head = None,
            _ => {}
        }
        stop += 1;
    }
    // "the wounded", "those", "Iran's": a group without a noun names by its last word.
    let last = stop.checked_sub(1).filter(|last| *last >= at)?;
    let alone = matches!(document.tag(last), Tag::Determiner | Tag::Adjective | Tag::AdjectiveSuperlative)
        && document.tag(at) == Tag::Determiner;
    let head = head
        .or_else(|| alone.then_some(last))
        .or_else(|| (document.tag(last) == Tag::PossessiveMarker).then(|| last.saturating_sub(1).max(at)))?;
    Some(noun(document, at..stop, head))
}

/// Whether the token is a day's name, which closes its group: "the convoy | Sunday | has".
fn named_time(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|t| is_named_time(t.hash)) && !document.tag(at + 1).is_common_noun()
}

fn noun(document: &Document<'_>, tokens: Range<usize>, head: usize) -> NounGroup {
    let temporal = document.tokens.get(head).is_some_and(|t| is_time(t.hash) && t.tag.is_noun());
    NounGroup { tokens, head, preposition: None, attached: Attachment::None, temporal }
}
