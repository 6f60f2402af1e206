//! Abbreviations: whether a point belongs to the word before it, and whether such a word can end a sentence.

use super::word::{Shape, WordSet, lower_hash};
use std::sync::LazyLock;

struct Abbreviations {
    titles: WordSet,
    numbers: WordSet,
    capitals: WordSet,
    others: WordSet,
}

static ABBREVIATIONS: LazyLock<Abbreviations> = LazyLock::new(|| {
    let list = include_str!("../../../assets/lexicon/en/abbreviations.txt");
    let of_class = |class: &str| {
        let rows = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        WordSet::from_words(rows.filter(|(_, have)| have.trim() == class).map(|(word, _)| word))
    };
    Abbreviations {
        titles: of_class("title"),
        numbers: of_class("number"),
        capitals: of_class("capital"),
        others: of_class("other"),
    }
});

/// Whether the point behind `word` belongs to it; `rest` is the text behind the point.
pub(super) fn takes_point(word: &str, rest: &str) -> bool {
    if word.len() > 8 {
        return false;
    }
    if is_initial(word) || is_pointed(word) {
        return true;
    }
    let hash = lower_hash(word);
    let all = &*ABBREVIATIONS;
    all.titles.holds(hash)
        || all.others.holds(hash)
        || (all.capitals.holds(hash) && Shape::of(word).is_capitalised())
        || (all.numbers.holds(hash) && rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether an abbreviation (its point included) never ends a sentence: titles, initials.
pub fn never_ends(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    is_initial(stem) || ABBREVIATIONS.titles.holds(lower_hash(stem)) || ABBREVIATIONS.numbers.holds(lower_hash(stem))
}

/// A single capital letter, as in `George W. Bush`; `I` is a word.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase() && c != 'I')
}

/// Letters with points between, as in `U.S`, `a.m`, `Ph.D`.
fn is_pointed(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()))
}
