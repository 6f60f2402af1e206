//! Titles of works: what is written, sung or filmed has its title in quotation marks, and a name in there is of nobody
//! whom the article tells of ("they sang “Auld Lang Syne”"). Once told, a title is known wherever it is set in marks.

use super::lexicon::lines;
use super::name::Name;
use super::words::{Shape, Word, Words, extend_key};
use crate::extract::text::Tag;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that a title has at most.
const TITLE: usize = 9;

static WORKS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lines(include_str!("../../../assets/lexicon/en/works.txt")).collect());

/// Whether the noun in small letters tells of something that has a title: `novel`.
pub fn is_work(noun: &str) -> bool {
    WORKS.contains(noun)
}

/// Whether the verb form in small letters tells that a work is made or performed: `sang`.
pub fn makes_work(verb: &str) -> bool {
    WORKS.iter().any(|line| line.strip_prefix("- ") == Some(verb))
}

/// Takes the names out of titles that the article tells to be such.
pub(super) fn set_apart(words: &Words<'_>, names: &mut Vec<Name>) {
    let titles: Vec<(Range<usize>, u64)> =
        words.sentences.iter().flat_map(|sentence| titles(words, sentence)).collect();
    let told = titles.iter().filter(|(title, _)| is_told(words, title));
    let told: BTreeSet<u64> = told.map(|(_, key)| *key).collect();
    if !told.is_empty() {
        let works: Vec<&Range<usize>> = titles.iter().filter(|(_, key)| told.contains(key)).map(|(t, _)| t).collect();
        let holds = |name: &Name| {
            let next = works.partition_point(|title| title.start <= name.words.start);
            next.checked_sub(1).and_then(|at| works.get(at)).is_some_and(|title| name.words.end <= title.end)
        };
        names.retain(|name| !holds(name));
    }
}

/// What stands in marks and is capitalised like a title, without the marks, and the key of its words.
fn titles(words: &Words<'_>, sentence: &Range<usize>) -> Vec<(Range<usize>, u64)> {
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let closes = |open: &str, mark: &str| match open {
        "“" | "``" | "\"" => matches!(mark, "”" | "''" | "\""),
        "‘" | "'" => matches!(mark, "’" | "'"),
        "«" => mark == "»",
        _ => false,
    };
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let open = words.all.get(at).filter(|w| w.shape == Shape::Mark).map_or("", |w| w.text);
        let reach = if open.is_empty() { 0 } else { TITLE + 3 };
        let close = (at + 2..sentence.end.min(at + reach)).find(|close| closes(open, text(*close)));
        let Some(close) = close else {
            at += 1;
            continue;
        };
        let title = at + 1..close - usize::from(matches!(text(close - 1), "," | "." | ";"));
        let inside = words.all.get(title.clone()).unwrap_or(&[]);
        if is_capitalised(inside) {
            found.push((title, inside.iter().fold(0, |key, word| extend_key(key, word.name))));
        }
        at = close + 1;
    }
    found
}

/// "The Long Pier": capitals, but for the small words of the language.
fn is_capitalised(title: &[Word<'_>]) -> bool {
    let small =
        |w: &Word<'_>| !w.is_word() || matches!(w.tag, Tag::Preposition | Tag::Determiner | Tag::Conjunction | Tag::To);
    title.first().is_some_and(Word::is_capitalised) && title.iter().all(|w| w.is_capitalised() || small(w))
}

/// "the film “…”", "his novel, “…”", "sang “…”", of two words at least: what stands before tells that it is a title.
fn is_told(words: &Words<'_>, title: &Range<usize>) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let mark = title.start.saturating_sub(1);
    let comma = usize::from(text(mark.checked_sub(1)) == ",");
    let before = text(mark.checked_sub(1 + comma)).to_lowercase();
    is_work(&before) || comma == 0 && title.len() > 1 && makes_work(&before)
}
