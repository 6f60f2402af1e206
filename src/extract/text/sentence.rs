//! Sentences: where one ends and the next begins.
//!
//! A sentence ends at `.`, `!`, `?` or an ellipsis with the closing marks and footnote numbers that stick to it, when
//! what follows does not look like its continuation; it also ends at an empty line and at the end of its block.

use super::abbreviation::never_ends;
use super::tag::Tag;
use super::word::WordSet;
use super::{Sentence, Token};
use std::sync::LazyLock;

/// A longer run of tokens is cut: no sentence of news has so many, and layers may be quadratic in a sentence.
pub const MAX_SENTENCE_TOKENS: usize = 2_000;

static OPENERS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::from_lines(include_str!("../../../assets/lexicon/en/sentence_openers.txt")));

static REPORTING: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::from_words([
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "cried", "shouted",
    ])
});

/// Groups the tokens from `first` on, all of one block, into sentences and appends them; in a block whose `lines` stand
/// apart, as a caption's words and its credit do, a sentence ends with its line.
pub(super) fn split(
    text: &str,
    tokens: &[Token],
    first: usize,
    block: usize,
    lines: bool,
    sentences: &mut Vec<Sentence>,
) {
    let breaks = if lines { 1 } else { 2 };
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let complete = end_after(text, tokens, at, breaks);
        let end = complete.unwrap_or(at + 1);
        if complete.is_some() || end - start >= MAX_SENTENCE_TOKENS || end >= tokens.len() {
            push(tokens, start..end.min(tokens.len()), block, sentences);
            start = end;
        }
        at = end;
    }
}

fn push(tokens: &[Token], range: std::ops::Range<usize>, block: usize, sentences: &mut Vec<Sentence>) {
    let Some((first, last)) = tokens.get(range.clone()).and_then(|t| Some((t.first()?, t.last()?))) else {
        return;
    };
    sentences.push(Sentence { span: first.span.cover(last.span), tokens: range, block });
}

/// If a sentence ends at token `at`, the index one past its last token, closing marks included; so many line `breaks` end
/// it anyhow.
fn end_after(text: &str, tokens: &[Token], at: usize, breaks: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let gap = next.map_or("", |next| text.get(token.span.end as usize..next.span.start as usize).unwrap_or(""));
    if gap.bytes().filter(|b| *b == b'\n').count() >= breaks {
        return Some(at + 1);
    }
    let word = token.span.of(text);
    match word {
        "." | "!" | "?" | "…" => {}
        _ if word.ends_with("..") => {}
        _ if word.len() > 1 && word.ends_with('.') => return abbreviation_end(text, tokens, at, gap),
        _ => return None,
    }
    let mut end = at + 1;
    while let Some(closer) = tokens.get(end).filter(|t| sticks(text, tokens, end, t)) {
        end += 1;
        if closer.tag == Tag::CloseQuote && end > at + 8 {
            break;
        }
    }
    (!continues(text, tokens, at, end)).then_some(end)
}

/// Whether token `at` still belongs to the sentence that has ended before it.
fn sticks(text: &str, tokens: &[Token], at: usize, token: &Token) -> bool {
    let previous = at.checked_sub(1).and_then(|p| tokens.get(p));
    let touches = previous.is_some_and(|p| p.span.end == token.span.start);
    let word = token.span.of(text);
    match token.tag {
        Tag::CloseQuote => true,
        Tag::Punctuation => matches!(word, ")" | "]" | "!" | "?" | "." | "…" | "...") && (touches || word.len() > 1),
        // A footnote number stuck to the closing mark: `said.”1`
        Tag::Other => touches && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the words from `end` on continue the sentence whose final mark is at `at`.
fn continues(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let (Some(mark), Some(next)) = (tokens.get(at), tokens.get(end)) else {
        return false;
    };
    let word = next.span.of(text);
    let mark_word = mark.span.of(text);
    let quoted = end > at + 1;
    if next.tag == Tag::Punctuation && matches!(word, "," | ";" | ":" | ")" | "]") {
        return true;
    }
    if word.starts_with(char::is_lowercase) {
        // `"Why?" he asked`; a full stop before a small letter is a list or a typing error, mostly an abbreviation.
        return !(mark_word == "." && word.contains(|c: char| c.is_uppercase()));
    }
    if quoted && matches!(mark_word, "!" | "?") {
        // `"Go!" Smith said.`
        let near = tokens.get(end..(end + 5).min(tokens.len())).unwrap_or(&[]);
        return near
            .iter()
            .take_while(|t| t.shape.is_capitalised() || REPORTING.holds(t.hash))
            .any(|t| REPORTING.holds(t.hash));
    }
    if mark_word == "." && !quoted {
        // `node.js`, `3.` at a list's head: nothing but a number stands before the point.
        let before = at.checked_sub(1).and_then(|b| tokens.get(b));
        return before.is_some_and(|b| b.span.end == mark.span.start)
            && next.span.start == mark.span.end
            && next.shape.has_digit();
    }
    false
}

/// Whether a capitalised word after "6 a.m." begins a sentence: it is no day, month or time zone.
fn begins_after_clock(word: &str) -> bool {
    const GO_ON: [&str; 28] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Eastern",
        "Pacific",
        "Central",
        "Mountain",
        "Greenwich",
        "British",
        "Universal",
        "Local",
        "Moscow",
    ];
    let full_word = word.len() > 3 && word.chars().skip(1).all(|c| c.is_lowercase());
    full_word && !GO_ON.iter().any(|w| w.starts_with(word))
}

/// An abbreviation ends a sentence only before a typical opener or an opening quotation mark.
fn abbreviation_end(text: &str, tokens: &[Token], at: usize, gap: &str) -> Option<usize> {
    let word = tokens.get(at)?.span.of(text);
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|t| t.tag == Tag::CloseQuote) {
        end += 1;
    }
    let quoted = end > at + 1;
    let next = tokens.get(end)?;
    if (gap.is_empty() && !quoted) || never_ends(word) {
        return None;
    }
    let after_clock = word.eq_ignore_ascii_case("a.m.") || word.eq_ignore_ascii_case("p.m.");
    let begins = OPENERS.holds(next.hash) || quoted || after_clock && begins_after_clock(next.span.of(text));
    let opens = (next.shape.is_capitalised() && begins) || next.tag == Tag::OpenQuote;
    opens.then_some(end)
}
