//! Phrases that name a source: "according to Ray", "per the memo", "in her view". They report a whole clause, before or
//! behind it.

use super::Cue;
use crate::extract::quote::grammar::Grammar;
use crate::extract::quote::lexicon::{self, Frames};
use crate::extract::text::Tag;
use std::ops::Range;

/// The phrase that begins at `token`.
pub(super) fn phrase_cue(grammar: &Grammar<'_, '_>, token: usize, block: &Range<usize>) -> Option<Cue> {
    let first = grammar.document.tokens.get(token)?.hash;
    let named = |words: &[&str]| {
        if !words.iter().enumerate().all(|(offset, word)| grammar.is(token + offset, word)) {
            return None;
        }
        let end = token + words.len();
        // "according to lead author Ana Ruiz": what the tagger takes for a verb.
        let verb = usize::from(grammar.tag(end) == Tag::VerbBase || grammar.tag(end).is_finite_verb());
        let source = grammar.phrase_from(end + verb, block.end)?;
        Some((token..end, end..source.end))
    };
    let found = lexicon::source_prepositions(first).find_map(named);
    let (tokens, source) = found.or_else(|| in_the_words_of(grammar, token, block))?;
    // "per the memo", but not "per cent", "miles per hour", "Per Vik"
    let opens = token.checked_sub(1).is_none_or(|i| grammar.is_comma(i) || grammar.is_stop(i) || grammar.is_quoted(i));
    let definite = matches!(grammar.tag(source.start), Tag::Determiner | Tag::Possessive);
    let named = grammar.tag(source.start).is_proper_noun() && grammar.word(token) == "per";
    if grammar.is(token, "per") && !((definite || named) && (opens || token == block.start)) {
        return None;
    }
    Some(Cue {
        tokens,
        frames: Frames::THAT,
        prepositions: &[],
        source: Some(source),
        inverted: true,
        is_phrase: true,
        audience: None,
        floor: grammar.floor(token, block.start),
        block: block.clone(),
    })
}

/// "in Ray's words", "in her view": the phrase, and whose words they are.
fn in_the_words_of(
    grammar: &Grammar<'_, '_>,
    token: usize,
    block: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    const WORDS: [&str; 6] = ["words", "view", "opinion", "telling", "account", "phrase"];
    if !grammar.is(token, "in") {
        return None;
    }
    let words = (token + 2..block.end.min(token + 9)).find(|i| grammar.is_any(*i, &WORDS))?;
    let owner = words - 1;
    let source = match grammar.tag(owner) {
        Tag::Possessive if !grammar.is_any(owner, &["my", "our", "your"]) => owner..words,
        Tag::PossessiveMarker => token + 1..owner,
        _ => return None,
    };
    // "Vik told me that, in his view, …" is Vik's anyhow.
    let opens = token == grammar.floor(token, block.start) && grammar.is_comma(words + 1);
    let closes = grammar.is_comma(token.saturating_sub(1)) && (words + 1 >= block.end || grammar.is_stop(words + 1));
    let names = grammar.is_quoted(words + 1);
    if !(opens || closes || names) {
        return None;
    }
    let whole = grammar.phrase_from(token + 1, words + 1).is_some_and(|phrase| phrase.end == words + 1);
    (whole && source.start == token + 1).then_some((token..words + 1, source))
}
