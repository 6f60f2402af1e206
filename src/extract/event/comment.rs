//! Comments: which event a saying speaks of, when it is no event itself. What is said first of all may tell one; else it
//! is what the speaker takes part in, what stands in the same paragraph, what shares its words or stands right before.

use super::candidate::{Candidate, clause_of};
use super::clause::ClauseKind;
use super::participants;
use super::reading::{Reading, tokens_in};
use crate::model::{EventKind, Span};
use chrono::Days;
use rustc_hash::FxHashSet;

/// How many sentences back a saying looks for what it speaks of.
const REACH: usize = 8;
/// How many days before the article background begins.
const BACKGROUND: u64 = 365;

/// The shown candidate that is told by the first verb of what is said.
pub(super) fn content_event(reading: &Reading<'_>, candidates: &[Candidate], index: usize) -> Option<usize> {
    let saying = candidates.get(index)?;
    let said: Vec<usize> = saying.quotes.iter().filter_map(|q| first_verb(reading, *q)).collect();
    let from = index.saturating_sub(REACH);
    let near = candidates.get(from..(index + REACH).min(candidates.len()))?;
    let told = near.iter().position(|c| {
        let token = c.main.and_then(|m| reading.found.get(m)).map(|f| f.token);
        let found = c.main.and_then(|m| reading.found.get(m));
        let relative = found.and_then(|f| clause_of(reading, f)).is_some_and(|c| c.kind == ClauseKind::Relative);
        c.title.is_some() && c.main != saying.main && !relative && token.is_some_and(|t| said.contains(&t))
    })?;
    Some(from + told)
}

/// The first verb with tense inside a quote.
fn first_verb(reading: &Reading<'_>, quote: usize) -> Option<usize> {
    let span = reading.quotes.get(quote)?.span;
    let sentence = reading.sentences.get(reading.sentence_at(span.start)?)?;
    let inside = |at: usize| reading.document.tokens.get(at).is_some_and(|t| span.contains(t.span));
    sentence.groups.iter().filter(|g| g.finite).map(|g| g.head).find(|head| inside(*head))
}

/// The event that a saying speaks of: one told shortly before in which the speaker takes part, the last happening of its
/// own paragraph, the one of the paragraphs before that shares most words with it, else the last of the paragraph before.
pub(super) fn spoken_of(reading: &Reading<'_>, candidates: &[Candidate], index: usize) -> Option<usize> {
    let saying = candidates.get(index)?;
    let speaker = saying.quotes.iter().find_map(|q| reading.quotes.get(*q)?.speaker);
    let block = |c: &Candidate| reading.document.sentences.get(c.sentence).map_or(0, |s| s.block);
    let shown = |c: &Candidate| c.title.is_some() && c.photo.is_none();
    let back = candidates.get(..index)?.iter().enumerate().rev().take(4 * REACH);
    let near = || {
        let reached = |c: &Candidate| c.sentence + REACH >= saying.sentence && block(c) + 3 > block(saying);
        back.clone().filter(move |(_, c)| shown(c) && reached(c))
    };
    let takes_part = |c: &Candidate| {
        let found = c.main.and_then(|m| reading.found.get(m));
        found.is_some_and(|f| participants::of_word(reading, f).0.iter().any(|p| Some(p.entity) == speaker))
    };
    let happens = |c: &Candidate| c.kind == EventKind::Happening;
    let told = near().take(3).find(|(_, c)| takes_part(c));
    if let Some((place, _)) = told.or_else(|| near().find(|(_, c)| happens(c) && block(c) == block(saying))) {
        return Some(place);
    }
    let said: FxHashSet<u64> = saying.quotes.iter().flat_map(|q| words_of_quote(reading, *q)).collect();
    let shares = |c: &Candidate| {
        let span = reading.document.sentences.get(c.sentence).map_or(Span::default(), |s| s.span);
        words(reading, span).collect::<FxHashSet<_>>().intersection(&said).count()
    };
    let shared = near().filter(|(_, c)| happens(c)).map(|(place, c)| (shares(c), place)).max();
    if let Some((_, place)) = shared.filter(|(shares, _)| *shares > 0) {
        return Some(place);
    }
    let before = near().find(|(_, c)| happens(c) && block(c) + 1 == block(saying) && !is_background(reading, c));
    before.map(|(place, _)| place)
}

/// Whether it happened long before the article.
fn is_background(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let now = reading.times.reference_date.range.earliest;
    let ended = candidate.date.as_ref().and_then(|date| date.hull().latest);
    let old = now.and_then(|now| now.checked_sub_days(Days::new(BACKGROUND)));
    old.zip(ended).is_some_and(|(old, ended)| ended < old)
}

fn words_of_quote<'r>(reading: &'r Reading<'_>, quote: usize) -> impl Iterator<Item = u64> + 'r {
    let parts = reading.quotes.get(quote).map(|quote| quote.parts.as_slice()).unwrap_or(&[]);
    parts.iter().flat_map(|part| words(reading, *part))
}

/// The nouns and names in a passage that can tell what it is about, as hashes.
fn words<'r>(reading: &'r Reading<'_>, span: Span) -> impl Iterator<Item = u64> + 'r {
    let tokens = reading.document.tokens.get(tokens_in(reading.document, span)).unwrap_or(&[]);
    tokens.iter().filter(|token| token.tag.is_noun() && token.span.len() > 3).map(|token| token.hash)
}
