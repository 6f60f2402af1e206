//! Quoted words as titles: `Macron: “There are several layers of security guarantees…”`.
//!
//! Who speaks stands before a colon, then as much of what was said as fits: its first sentence, or cut between words.

use super::{LONGEST, short_name};
use crate::extract::event::candidate::{Candidate, clause_of};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::{Reading, tokens_in};
use crate::extract::event::wording::{cut, tidy};
use crate::extract::text::{capitalised, never_ends};
use crate::model::{Entity, Quote, QuoteKind, Span};

/// `Macron: “There are several layers of security guarantees…”`.
pub(super) fn statement(reading: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let direct = |i: &&usize| reading.quotes.get(**i).is_some_and(|q| q.kind == QuoteKind::Direct);
    let quote = reading.quotes.get(*candidate.quotes.iter().find(direct)?)?;
    let words = quote.parts.first().unwrap_or(&quote.span).of(reading.text());
    said(&speaker(reading, quote)?, words)
}

/// What a quote's speaker is called; none for a mere pronoun or time ("14 May 2025").
fn speaker(reading: &Reading<'_>, quote: &Quote) -> Option<String> {
    if let Some(entity) = quote.speaker.and_then(|s| reading.entities.get(s.index())) {
        return Some(with_others(entity, quote, reading));
    }
    let source = quote.source?;
    let tokens = tokens_in(reading.document, source);
    // "Q" and "A" name nobody.
    let named = source.of(reading.text()).chars().filter(|c| c.is_alphabetic()).count() > 1
        && tokens.clone().any(|i| reading.document.tag(i).is_noun());
    let read = reading.sentence_at(source.start).and_then(|s| reading.sentences.get(s));
    let timed =
        read.is_some_and(|s| s.times.iter().any(|t| t.tokens.start < tokens.end && tokens.start < t.tokens.end));
    (named && !timed && tokens.len() <= 8).then(|| capitalised(source.of(reading.text()).trim()))
}

/// "Ruiz and Webb", "Ruiz and others": who speaks and those who speak with them, as far as a title has room.
fn with_others(entity: &Entity, quote: &Quote, reading: &Reading<'_>) -> String {
    const ROOM: usize = 40;
    let first = short_name(entity);
    let others: Vec<String> =
        quote.joint.iter().filter_map(|id| reading.entities.get(id.index())).map(short_name).collect();
    let Some((last, between)) = others.split_last() else { return first };
    let all = format!("{} and {last}", [std::slice::from_ref(&first), between].concat().join(", "));
    if all.chars().count() <= ROOM { all } else { format!("{first} and others") }
}

fn said(speaker: &str, words: &str) -> Option<String> {
    // "‘We won,’": single marks where they enclose the whole; an apostrophe at an end alone stays.
    let words = words.trim();
    let single = words.strip_prefix(['‘', '\'']).and_then(|inner| inner.strip_suffix(['’', '\'']));
    let words = tidy(single.unwrap_or(words).trim_matches(|c: char| c.is_whitespace() || "“”„«»\"".contains(c)));
    // "“hostile attacks”": a scrap of what was said tells nothing alone.
    words.split_whitespace().nth(2)?;
    let room = LONGEST.checked_sub(speaker.chars().count() + 5)?;
    Some(format!("{speaker}: “{}”", first_sentence(&words, room)))
}

/// As much of what was said as fits: its first sentence if it is a full one, else cut at a word, with an ellipsis.
fn first_sentence(words: &str, room: usize) -> String {
    // "if Mrs. Lund loses": an abbreviation ends nothing.
    let ends = |(at, mark): &(usize, char)| {
        let word = words.get(..*at).unwrap_or("").rsplit(char::is_whitespace).next().unwrap_or("");
        let next = words.get(at + 1..).unwrap_or("").trim_start_matches(['.', '!', '?', '\'', '’', '”', '"']);
        let closes = next.is_empty() || next.starts_with(char::is_whitespace);
        matches!(mark, '!' | '?') || *mark == '.' && closes && !never_ends(word) && !word.contains('.')
    };
    let end = words.char_indices().find(ends).map_or(words.len(), |(i, _)| i + 1);
    let sentence = words.get(..end).unwrap_or(words);
    let enough = sentence.chars().count() >= 12;
    if enough && sentence.chars().count() <= room {
        return sentence.trim_end_matches(['.', ',', ';']).to_owned();
    }
    cut(words, room)
}

/// What somebody tells of themselves: `Reyes: “We warned the board in October”`.
pub(super) fn spoken(reading: &Reading<'_>, found: &Found) -> Option<String> {
    let quote = reading.quotes.get(found.quote?).filter(|q| q.kind == QuoteKind::Direct)?;
    let speaker = speaker(reading, quote)?;
    let clause = clause_of(reading, found)?;
    // "Joanna's family, [who last saw her] on Thursday": from the sentence's start.
    let first = reading.document.sentences.get(found.sentence).map_or(found.token, |s| s.tokens.start);
    let from = if clause.kind == ClauseKind::Relative { first } else { clause.subject.start.min(found.token) };
    let start = reading.document.tokens.get(from)?.span.start;
    let part = quote.parts.iter().find(|p| p.contains(found.span))?;
    let words = Span::new(start.max(part.start) as usize, part.end as usize).of(reading.text());
    said(&speaker, words)
}
