//! Event mentions (TimeML EVENT): the words that name something that happens, is done, said or so.
//!
//! Verbs name events unless they are auxiliaries; nouns do when the lexicon knows them as happenings and they are no
//! part of a name.

use super::aim;
use super::clause::ClauseKind;
use super::lexicon::{self, NounKind, VerbSet};
use super::nominal;
use super::reading::Reading;
use super::states;
use super::verb_group::{VerbGroup, finite};
use crate::extract::text::Tag;
use crate::model::{Aspect, Caption, EventClass, Modality, Span, Tense};
use std::borrow::Cow;

/// Below which score of the model a noun of the list is not taken for a happening, unless a time says that it took place.
const DENIED: i32 = -60;

/// An event word with what its form says.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    /// The word's token.
    pub(super) token: usize,
    pub(super) sentence: usize,
    /// Its clause within the sentence.
    pub(super) clause: Option<usize>,
    /// The verb group within the sentence, for verbs.
    pub(super) group: Option<usize>,
    /// What sort of happening it names, for nouns.
    pub(super) noun: Option<NounKind>,
    /// Under which mentions of one happening are compared.
    pub(super) lemma: Cow<'static, str>,
    /// Whether it tells what is so ("was ill", "has two ships"); `token` is then the verb, `span` the word that says what.
    pub(super) state: bool,
    pub(super) class: EventClass,
    pub(super) tense: Tense,
    pub(super) aspect: Aspect,
    pub(super) modality: Modality,
    /// Whether it is a noun of the list that hardly names a happening where it stands: "his [party]".
    pub(super) doubtful: bool,
    /// The quote that says it, when the article does not tell it itself.
    pub(super) quote: Option<usize>,
}

impl Found {
    /// Whether it names an occasion at which other things can happen.
    pub(super) fn is_occasion(&self) -> bool {
        self.noun.is_some_and(NounKind::is_occasion)
    }
}

/// Finds the event words of every story sentence.
pub(super) fn find(reading: &mut Reading<'_>, captions: &[Caption]) {
    let mut found = Vec::new();
    for index in 0..reading.sentences.len() {
        let start = found.len();
        if reading.sentences.get(index).is_some_and(|s| s.story) {
            in_sentence(reading, captions, index, &mut found);
        }
        if let Some(sentence) = reading.sentences.get_mut(index) {
            sentence.found = start..found.len();
        }
    }
    reading.found = found;
}

fn in_sentence(reading: &Reading<'_>, captions: &[Caption], index: usize, found: &mut Vec<Found>) {
    let (Some(sentence), Some(read)) = (reading.document.sentences.get(index), reading.sentences.get(index)) else {
        return;
    };
    let text = read.caption.and_then(|c| captions.get(c)).map(|c| c.text);
    let mut groups = read.groups.iter().enumerate().peekable();
    let mut times = read.times.iter().peekable();
    for token in sentence.tokens.clone() {
        while times.next_if(|t| t.tokens.end <= token).is_some() {}
        let group = groups.next_if(|(_, g)| g.head == token);
        let Some(span) = reading.document.tokens.get(token).map(|t| t.span) else { continue };
        if times.peek().is_some_and(|t| t.tokens.contains(&token)) || text.is_some_and(|t| !t.contains(span)) {
            continue;
        }
        let event = match group {
            Some(_) if closes_period(reading, sentence.tokens.start, token, times.peek().map(|t| t.tokens.start)) => {
                None
            }
            Some((_, group)) if places_name(reading, token) || !group.finite && names(reading, token) => None,
            Some((at, group)) if !group.is_copula() => Some(of_verb(reading, token, at, group)),
            Some((at, group)) if is_due(reading, group, times.peek().map(|t| t.tokens.start)) => {
                Some(Found { modality: Modality::Planned, ..of_verb(reading, token, at, group) })
            }
            Some((at, group)) => states::word(reading, group).filter(|_| text.is_none()).map(|word| Found {
                span: reading.document.tokens.get(word).map(|t| t.span).unwrap_or_default(),
                state: true,
                class: EventClass::State,
                ..of_verb(reading, token, at, group)
            }),
            None => of_noun(reading, token),
        };
        if let Some(mut event) = event {
            event.sentence = index;
            event.clause = reading.clause_at(index, token);
            if foretold(reading, index, &event, group.map(|(_, g)| g)) {
                event.modality = Modality::Planned;
            }
            if let Some(modality) = group.and_then(|(at, _)| aim::modality(reading.document, &read.groups, at)) {
                event.modality = modality;
            }
            let clause = event.clause.and_then(|c| read.clauses.get(c));
            if let Some(modality) =
                group.zip(clause).and_then(|((at, _), clause)| aim::denied(reading.document, &read.groups, at, clause))
            {
                event.modality = modality;
            }
            event.quote = quote_at(reading, span);
            found.push(event);
        }
    }
}

/// "[is] due on January 28": what is due is to happen then.
fn is_due(reading: &Reading<'_>, group: &VerbGroup, time: Option<usize>) -> bool {
    let due = reading.document.is(group.head + 1, "due") && group.tense == Tense::Present;
    let between = |time: usize| (group.head + 2..time).all(|i| reading.document.tag(i) == Tag::Preposition);
    due && time.is_some_and(between)
}

/// "picked Oslo [based] Nordvik": between two names, where the second has its seat.
fn places_name(reading: &Reading<'_>, token: usize) -> bool {
    let named = |i: usize| reading.document.tag(i).is_proper_noun();
    reading.document.is(token, "based") && token.checked_sub(1).is_some_and(named) && named(token + 1)
}

/// "worked with a rigger [named] Tom Pell": nobody is named then.
fn names(reading: &Reading<'_>, token: usize) -> bool {
    let noun = token.checked_sub(1).is_some_and(|before| reading.document.tag(before).is_common_noun());
    noun && finite::is_naming(reading.document, token)
}

/// "for the quarter [ended] Dec. 31": tells which period is meant.
fn closes_period(reading: &Reading<'_>, first: usize, token: usize, time: Option<usize>) -> bool {
    const PERIODS: [&str; 8] = ["half", "months", "period", "quarter", "season", "term", "weeks", "year"];
    let word = |i: usize| lexicon::lower(reading.document.word(i));
    let named = token > first && PERIODS.contains(&word(token - 1).as_ref());
    let hangs = (first.max(token.saturating_sub(6))..token).any(|i| reading.document.tag(i) == Tag::Preposition);
    let dated = time.is_some_and(|t| t == token + 1 || t == token + 2);
    named && hangs && dated && matches!(word(token).as_ref(), "ended" | "ending")
}

/// "told parliament that it would open on Monday": the future as somebody in the past told it.
fn foretold(reading: &Reading<'_>, sentence: usize, event: &Found, group: Option<&VerbGroup>) -> bool {
    let Some(group) = group.filter(|g| g.conditional && event.modality == Modality::Hypothetical) else { return false };
    let Some(read) = reading.sentences.get(sentence) else { return false };
    let content = event.clause.and_then(|c| read.clauses.get(c)).is_some_and(|c| c.kind == ClauseKind::Content);
    let knows = |g: &VerbGroup| g.is(VerbSet::REPORTING) || g.is(VerbSet::PERCEPTION);
    let reported = read.groups.iter().any(|g| g.head < group.first && knows(g) && g.tense == Tense::Past);
    content
        && reported
        && ["would", "'d", "’d"].iter().any(|w| reading.document.word(group.first).eq_ignore_ascii_case(w))
}

/// "Police were [called] to a flat": they are sent for, nothing is said.
fn is_summoned(reading: &Reading<'_>, token: usize, group: &VerbGroup) -> bool {
    const BEHIND: [&str; 10] = ["about", "after", "around", "at", "in", "just", "on", "out", "shortly", "to"];
    let called = group.passive && reading.document.is(token, "called");
    called && BEHIND.iter().any(|word| reading.document.is(token + 1, word))
}

/// "The company [added] 300 jobs": things are added, not words.
fn adds_things(reading: &Reading<'_>, token: usize, group: &VerbGroup) -> bool {
    let document = reading.document;
    let adds = group.verb.is_some_and(|v| v.lemma == "add");
    let behind_words = group.first.checked_sub(1).is_some_and(|before| document.tag(before).is_punctuation());
    let object = if document.tag(token + 1).is_adverb() { token + 2 } else { token + 1 };
    let counted = matches!(document.tag(object), Tag::Number | Tag::Symbol | Tag::Determiner | Tag::Possessive);
    adds && !behind_words && counted && !document.is(object, "that")
}

/// The event word that a verb group's main verb is.
pub(super) fn of_verb(reading: &Reading<'_>, token: usize, at: usize, group: &VerbGroup) -> Found {
    Found {
        span: reading.document.tokens.get(token).map(|t| t.span).unwrap_or_default(),
        token,
        sentence: 0,
        clause: None,
        group: Some(at),
        noun: None,
        lemma: group
            .verb
            .map_or_else(|| Cow::Owned(reading.document.lemma(token).into_owned()), |v| Cow::Borrowed(v.lemma)),
        state: false,
        class: if is_summoned(reading, token, group) || adds_things(reading, token, group) {
            EventClass::Occurrence
        } else {
            group.verb.map_or(EventClass::Occurrence, |v| v.class)
        },
        tense: group.tense,
        aspect: group.aspect,
        modality: group.modality,
        doubtful: false,
        quote: None,
    }
}

/// The event word that a noun is, if it names a happening.
pub(super) fn of_noun(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let at = reading.document.tokens.get(token)?;
    let word = reading.document.word(token);
    let named = at.tag.is_proper_noun() && !word.starts_with(|c: char| c.is_lowercase());
    if !(at.tag.is_common_noun() || named) {
        return None;
    }
    let listed = lexicon::event_noun(word);
    let kind = listed.map_or(NounKind::Unlisted, |noun| noun.kind);
    let score = if named { 0 } else { nominal::score(reading.document, token) };
    let happens = if named { names_an_occasion(reading, token, listed?.kind) } else { listed.is_some() || score > 0 };
    if !happens || is_modifier(reading, token) {
        return None;
    }
    Some(Found {
        span: at.span,
        token,
        sentence: 0,
        clause: None,
        group: None,
        noun: Some(kind),
        lemma: listed
            .map_or_else(|| Cow::Owned(reading.document.lemma(token).into_owned()), |noun| Cow::Borrowed(noun.lemma)),
        state: false,
        class: if kind == NounKind::State { EventClass::State } else { EventClass::Occurrence },
        tense: Tense::None,
        aspect: Aspect::None,
        modality: Modality::Actual,
        doubtful: !named && score < DENIED,
        quote: None,
    })
}

/// A capitalised event noun is an event when it heads the name of an occasion ("Munich Security Conference"), not when
/// it is part of the name of a body or person ("Trial Court", "Strike Force").
fn names_an_occasion(reading: &Reading<'_>, token: usize, kind: NounKind) -> bool {
    let in_entity = reading.name_at(token).is_some();
    !in_entity
        && matches!(kind, NounKind::Gathering | NounKind::Ceremony | NounKind::Vote | NounKind::Sport | NounKind::War)
}

/// "attack helicopter", "trade minister": a noun before a noun describes it. An occasion's name before another event
/// noun ("summit talks") counts once, at its head.
fn is_modifier(reading: &Reading<'_>, token: usize) -> bool {
    let next = reading.document.tokens.get(token + 1);
    let adjacent = next.is_some_and(|n| {
        let gap = reading.document.tokens.get(token).map_or(0, |t| t.span.end);
        n.span.start.saturating_sub(gap) <= 1
    });
    adjacent
        && next.is_some_and(|n| n.tag.is_noun())
        && !reading.name_at(token + 1).is_some_and(|n| n.span.start > 0 && starts_name(reading, token + 1, n.span))
        && !starts_time(reading, token + 1)
}

/// Whether a name begins at the token, so that a noun before it does not describe it: "the attack Macron condemned".
fn starts_name(reading: &Reading<'_>, token: usize, name: Span) -> bool {
    reading.document.tokens.get(token).is_some_and(|t| t.span.start == name.start)
}

fn starts_time(reading: &Reading<'_>, token: usize) -> bool {
    let Some(span) = reading.document.tokens.get(token).map(|t| t.span) else { return false };
    let after = reading.times.timexes.partition_point(|t| t.span.start <= span.start);
    after.checked_sub(1).and_then(|i| reading.times.timexes.get(i)).is_some_and(|t| t.span.contains(span))
}

/// The quote whose content holds the span.
fn quote_at(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let after = reading.quotes.partition_point(|q| q.span.start <= span.start);
    let near = reading.quotes.get(after.saturating_sub(4)..after)?;
    let at = near
        .iter()
        .rposition(|q| q.parts.iter().any(|p| p.contains(span)) || q.parts.is_empty() && q.span.contains(span))?;
    Some(after.saturating_sub(4) + at)
}

/// Whether the word before a token, its modifiers aside, is the definite article or a demonstrative.
pub(super) fn is_definite(reading: &Reading<'_>, token: usize) -> bool {
    let mut at = token;
    for _ in 0..8 {
        let Some(before) = at.checked_sub(1).and_then(|i| reading.document.tokens.get(i)) else { return false };
        let word = reading.document.word(at - 1);
        if ["the", "this", "that", "these", "those"].iter().any(|d| word.eq_ignore_ascii_case(d)) {
            return true;
        }
        match before.tag {
            t if t.is_noun() || t.is_adjective() => at -= 1,
            Tag::Number | Tag::VerbGerund | Tag::VerbPastParticiple | Tag::CloseQuote | Tag::OpenQuote => at -= 1,
            Tag::Possessive | Tag::PossessiveMarker => return true,
            _ => return false,
        }
    }
    false
}
