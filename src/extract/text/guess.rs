//! A first guess at each word's part of speech, by rule: from what the lexicon allows and what stands beside it.
//!
//! Words that can be only one thing are settled first; the others are read from left to right, each taking the tag for
//! which its own habits (how often the lexicon has it as noun or verb) and its left and right neighbours speak most.
//! The trained tagger ([`super::tagger`]) takes the guess as evidence.

use super::Token;
use super::lexicon::{Entry, entry, function_word, possible_tags};
use super::tag::{Tag, TagSet};
use super::word::{hash_of_lower, lower_hash};

/// What a word can be, before its neighbours are asked.
#[derive(Clone, Copy, Default)]
struct Reading {
    tags: TagSet,
    first: Tag,
    /// Noun, verb, adjective, adverb, on the lexicon's logarithmic scale.
    weights: [u8; 4],
}

/// Gives the tokens of one sentence their first tags and fills `possible` with those that each may have.
pub(super) fn tag(text: &str, tokens: &mut [Token], possible: &mut Vec<TagSet>) {
    let shouting = is_shouting(tokens);
    let mut first = true;
    let mut readings = Vec::with_capacity(tokens.len());
    for token in tokens.iter() {
        readings.push(reading(token.span.of(text), token, first, shouting));
        // A quotation and the words after a colon begin like a sentence.
        first = token.tag == Tag::OpenQuote || (first && token.tag.is_punctuation());
    }
    for at in 0..tokens.len() {
        let Some(reading) = readings.get(at) else { continue };
        let chosen = choose(tokens, &readings, at, *reading);
        if let Some(token) = tokens.get_mut(at) {
            token.tag = chosen;
        }
    }
    possible.clear();
    possible.extend(readings.iter().map(|reading| reading.tags));
}

/// Whether most words are in capitals, so that capitals say nothing about names.
fn is_shouting(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.shape.has_letter()).count();
    let caps = tokens.iter().filter(|t| t.shape.is_all_caps()).count();
    words > 3 && caps * 10 > words * 7
}

fn reading(word: &str, token: &Token, first: bool, shouting: bool) -> Reading {
    let only = |tag| Reading { tags: TagSet::of(&[tag]), first: tag, weights: [0; 4] };
    if !matches!(token.tag, Tag::Other | Tag::PossessiveMarker) {
        return only(token.tag);
    }
    let capital = token.shape.is_capitalised() && !shouting;
    if let Some((tag, tags)) = function_word(token.hash).filter(|(tag, _)| !capital || first || !tag.is_noun()) {
        // `May` and `Will` inside a sentence are names, and so are `US` and `WHO`.
        let named = capital && ((!first && tag == Tag::Modal) || token.shape.is_all_caps());
        if !named {
            return Reading { tags, first: tag, weights: [1; 4] };
        }
    }
    if token.shape.has_digit() {
        return only(number_like(word));
    }
    if token.shape.is_mixed() && !shouting {
        return only(Tag::ProperNoun);
    }
    let (mut tags, weights) = possible_tags(word, token.hash);
    if capital && !first {
        return name(word, token, tags);
    }
    if capital && tags.is_empty() {
        return name(word, token, tags);
    }
    if tags.is_empty() {
        let guess = guess(word, token, capital);
        return Reading { tags: guess, first: guess.iter().next().unwrap_or(Tag::Noun), weights: [2; 4] };
    }
    if capital && weights.iter().all(|w| *w <= 2) {
        tags.add(Tag::ProperNoun);
    }
    Reading { tags, first: tags.iter().next().unwrap_or(Tag::Noun), weights }
}

/// A word with a capital inside a sentence: a name, an adjective of a nation, or a noun in a title.
fn name(word: &str, token: &Token, tags: TagSet) -> Reading {
    if entry(token.hash).is_some_and(Entry::is_capital_adjective) {
        let first = Tag::Adjective;
        return Reading { tags: TagSet::of(&[Tag::Adjective, Tag::ProperNoun]), first, weights: [1, 0, 3, 0] };
    }
    let plural = (tags.holds(Tag::NounPlural) && !tags.holds(Tag::Noun)) || is_plural_of_nation(word);
    let first = if plural { Tag::ProperNounPlural } else { Tag::ProperNoun };
    Reading { tags: TagSet::of(&[first]), first, weights: [1, 0, 0, 0] }
}

/// `Americans`, `Muslims`.
fn is_plural_of_nation(word: &str) -> bool {
    let stem = word.strip_suffix('s').map(lower_hash);
    stem.and_then(entry).is_some_and(Entry::is_capital_adjective)
}

/// `1990s` is a plural noun, `20th` and `5-year` are adjectives, the rest are numbers.
fn number_like(word: &str) -> Tag {
    let lower = word.as_bytes();
    match lower {
        [.., b'0'..=b'9', b's'] => Tag::NounPlural,
        [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h'] if lower.len() < 8 => Tag::Adjective,
        _ if word.contains('-') && word.bytes().any(|b| b.is_ascii_lowercase()) => Tag::Adjective,
        _ if word.starts_with(|c: char| c.is_alphabetic()) => Tag::ProperNoun,
        _ => Tag::Number,
    }
}

/// The tags of a word that no list knows, by its ending.
fn guess(word: &str, token: &Token, capital: bool) -> TagSet {
    if capital {
        return TagSet::of(&[Tag::ProperNoun]);
    }
    if word.contains('-') {
        let tail = word.rsplit('-').next().unwrap_or("");
        if tail.ends_with("ed") || tail.ends_with("ing") || tail.ends_with("based") {
            return TagSet::of(&[Tag::Adjective]);
        }
        return TagSet::of(&[Tag::Adjective, Tag::Noun]);
    }
    let _ = token;
    match word {
        _ if word.ends_with("ly") => TagSet::of(&[Tag::Adverb]),
        _ if word.ends_with("ing") => TagSet::of(&[Tag::VerbGerund, Tag::Noun]),
        _ if word.ends_with("ed") => TagSet::of(&[Tag::VerbPast, Tag::VerbPastParticiple, Tag::Adjective]),
        _ if ["ous", "ful", "ive", "able", "ible", "ical", "less", "ian", "ish"].iter().any(|e| word.ends_with(e)) => {
            TagSet::of(&[Tag::Adjective])
        }
        _ if ["ss", "us", "is"].iter().any(|e| word.ends_with(e)) => TagSet::of(&[Tag::Noun]),
        _ if word.ends_with('s') => TagSet::of(&[Tag::NounPlural]),
        _ => TagSet::of(&[Tag::Noun]),
    }
}

/// What the word before (adverbs skipped) makes likely.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Start,
    Determiner,
    Adjective,
    Noun,
    PluralNoun,
    Subject,
    To,
    Modal,
    Have,
    Be,
    Verb,
    Preposition,
    Conjunction,
    Relative,
    Other,
}

fn left_of(tokens: &[Token], at: usize) -> (Left, Option<usize>) {
    let mut before = at;
    while let Some(previous) = before.checked_sub(1) {
        before = previous;
        let Some(token) = tokens.get(before) else { break };
        if token.tag.is_adverb() || matches!(token.tag, Tag::OpenQuote | Tag::CloseQuote) {
            continue;
        }
        let left = match token.tag {
            Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker => Left::Determiner,
            Tag::Adjective | Tag::AdjectiveComparative | Tag::AdjectiveSuperlative | Tag::Number => Left::Adjective,
            Tag::Noun | Tag::ProperNoun => Left::Noun,
            Tag::NounPlural | Tag::ProperNounPlural => Left::PluralNoun,
            Tag::Pronoun | Tag::Existential => Left::Subject,
            Tag::To => Left::To,
            Tag::Modal => Left::Modal,
            _ if is_form_of_be(token.hash) => Left::Be,
            _ if is_form_of_have(token.hash) => Left::Have,
            _ if is_form_of_do(token.hash) => Left::Modal,
            tag if tag.is_verb() => Left::Verb,
            Tag::Preposition => Left::Preposition,
            Tag::Conjunction => Left::Conjunction,
            Tag::WhWord => Left::Relative,
            _ => Left::Other,
        };
        return (left, Some(before));
    }
    (Left::Start, None)
}

macro_rules! is_one_of {
    ($name:ident, $($word:literal),*) => {
        fn $name(hash: u64) -> bool {
            const WORDS: &[u64] = &[$(hash_of_lower($word)),*];
            WORDS.contains(&hash)
        }
    };
}

is_one_of!(is_form_of_be, "be", "is", "are", "was", "were", "been", "being", "am", "'m", "'re", "get", "got", "gets");
is_one_of!(is_form_of_have, "have", "has", "had", "having", "'ve");
is_one_of!(is_form_of_do, "do", "does", "did");

fn choose(tokens: &[Token], readings: &[Reading], at: usize, reading: Reading) -> Tag {
    if reading.tags.0.count_ones() <= 1 {
        return reading.first;
    }
    let (left, left_at) = left_of(tokens, at);
    if reading.tags == TagSet::of(&[Tag::PossessiveMarker, Tag::VerbPresent3rd]) {
        // `Iran's` is a genitive, `it's` and `who's` are verbs.
        return if matches!(left, Left::Noun | Left::PluralNoun) { Tag::PossessiveMarker } else { Tag::VerbPresent3rd };
    }
    let next = readings.get(at + 1).copied().unwrap_or_default();
    // A clause wants one finite verb: "the minister plans to go", but "the minister said plans to go failed".
    let wants_verb = matches!(left, Left::Noun | Left::PluralNoun)
        && !tokens.iter().take(at).rev().take(30).any(|t| t.tag.is_finite_verb());
    let mut best = (i32::MIN, reading.first);
    for tag in reading.tags.iter() {
        let mut score = habit(reading, tag) + context(left, tag) + following(tag, next);
        if wants_verb && tag.is_finite_verb() {
            score += 3;
        }
        if left == Left::Conjunction {
            score += parallel(tokens, left_at, tag);
        }
        if score > best.0 {
            best = (score, tag);
        }
    }
    best.1
}

fn habit(reading: Reading, tag: Tag) -> i32 {
    let [noun, verb, adjective, adverb] = reading.weights.map(i32::from);
    let own = match tag {
        Tag::Noun | Tag::NounPlural => noun,
        Tag::Adjective | Tag::AdjectiveComparative | Tag::AdjectiveSuperlative => adjective,
        Tag::Adverb | Tag::AdverbComparative | Tag::AdverbSuperlative => adverb,
        tag if tag.is_verb() => verb,
        _ => 2,
    };
    own + if tag == reading.first { 2 } else { 0 }
}

/// How well `tag` follows what stands left of it.
fn context(left: Left, tag: Tag) -> i32 {
    use Left as L;
    let nominal = tag.is_noun() || tag.is_adjective();
    match (left, tag) {
        (L::Determiner, _) if nominal => 6,
        (L::Determiner, Tag::VerbPastParticiple | Tag::VerbGerund) => 1,
        (L::Determiner, _) => -6,
        (L::Adjective, _) if tag.is_noun() => 6,
        (L::Adjective, _) if tag.is_adjective() => 2,
        (L::Adjective, Tag::VerbPast | Tag::VerbPastParticiple) => -3,
        (L::Adjective, _) => -6,
        (L::To, Tag::VerbBase) => 6,
        (L::To, _) if nominal => 1,
        (L::To, _) => -8,
        (L::Modal, Tag::VerbBase) => 8,
        (L::Modal, _) => -4,
        (L::Have, Tag::VerbPastParticiple) => 8,
        (L::Have, Tag::VerbPast) => -8,
        (L::Have, _) if nominal => 1,
        (L::Have, _) => -4,
        (L::Be, Tag::VerbPastParticiple | Tag::VerbGerund) => 6,
        (L::Be, Tag::Adjective) => 3,
        (L::Be, _) if tag.is_noun() => 0,
        (L::Be, _) => -6,
        (L::Subject, Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::Modal) => 5,
        (L::Subject, _) if tag.is_noun() => -4,
        (L::Subject, Tag::VerbBase | Tag::VerbPastParticiple) => -3,
        (L::Noun, Tag::VerbPast | Tag::VerbPresent3rd | Tag::Modal) => 4,
        (L::Noun, Tag::VerbPresent | Tag::VerbBase) => -4,
        (L::Noun, Tag::VerbPastParticiple) => 2,
        (L::Noun, Tag::VerbGerund) => 3,
        (L::Noun, _) if tag.is_noun() => 3,
        (L::PluralNoun, Tag::VerbPast | Tag::VerbPresent | Tag::Modal) => 5,
        (L::PluralNoun, Tag::VerbPresent3rd | Tag::VerbBase) => -3,
        (L::PluralNoun, Tag::VerbPastParticiple) => 3,
        (L::PluralNoun, Tag::VerbGerund) => 4,
        (L::PluralNoun, _) if tag.is_noun() => -1,
        (L::Relative, Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::Modal) => 4,
        (L::Preposition, Tag::VerbGerund) => 4,
        (L::Preposition, _) if nominal => 4,
        (L::Preposition, Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::VerbBase) => -5,
        (L::Verb, _) if nominal => 3,
        (L::Verb, Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::VerbBase) => -3,
        (L::Verb, Tag::Particle) => 5,
        (L::Start, _) if tag.is_noun() => 2,
        (L::Start, Tag::VerbPast | Tag::VerbPresent3rd) => -2,
        (L::Start, Tag::VerbPresent) => -4,
        (L::Other, Tag::VerbPresent | Tag::VerbBase) => -2,
        (_, Tag::Particle) => -4,
        _ => 0,
    }
}

/// How well the next word's first reading follows `tag`.
fn following(tag: Tag, next: Reading) -> i32 {
    let next_nominal = matches!(next.first, Tag::Noun | Tag::NounPlural | Tag::ProperNoun | Tag::Adjective);
    let next_determined = matches!(next.first, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number);
    match tag {
        Tag::Adjective if next_nominal => 2,
        Tag::Adjective if next_determined => -3,
        Tag::Noun | Tag::NounPlural if next_determined => -2,
        Tag::VerbPastParticiple if next.first == Tag::Preposition => 2,
        Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::VerbBase | Tag::VerbGerund if next_determined => {
            3
        }
        Tag::Determiner | Tag::Possessive if next_nominal => 4,
        Tag::Determiner if next.first.is_verb() => -3,
        Tag::WhWord if next.tags.iter().any(Tag::is_finite_verb) && !next_nominal => 4,
        Tag::Preposition if next_determined || next_nominal => 3,
        Tag::Existential if next.tags.iter().any(Tag::is_verb) => 4,
        Tag::Adverb if next_nominal => -1,
        _ => 0,
    }
}

/// After a conjunction, the tag of what stands before it, or of the verb before that: "killed two and wounded three".
fn parallel(tokens: &[Token], conjunction: Option<usize>, tag: Tag) -> i32 {
    let Some(at) = conjunction else { return 0 };
    let before = at.checked_sub(1).and_then(|b| tokens.get(b));
    if before.is_some_and(|t| t.tag == tag || (t.tag.is_noun() && tag.is_noun())) {
        return 4;
    }
    let near = tokens.get(at.saturating_sub(12)..at).unwrap_or(&[]);
    let verb = near.iter().rev().find(|t| t.tag.is_verb());
    i32::from(tag.is_verb() && verb.is_some_and(|t| t.tag == tag)) * 5
}
