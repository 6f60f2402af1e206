//! Kinds of bodies: which common noun the text uses for an organisation, so that "the newspaper", "the group" and "the
//! company" lead back to the one that was called so.

use super::fold::fold;
use super::lexicon::lines;
use super::words::{Shape, Words};
use crate::model::{Entity, EntityKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What the list knows of a noun that tells a kind of body.
struct Kind {
    marks: &'static str,
    /// Nouns for the same body that say less: a bank is a company.
    wider: Vec<&'static str>,
}

static KINDS: LazyLock<FxHashMap<&str, Kind>> = LazyLock::new(|| {
    rows().map(|[noun, marks, wider, _]| (noun, Kind { marks, wider: wider.split(' ').collect() })).collect()
});

/// Words of names that tell the kind: "Herald" a newspaper's.
static NAME_WORDS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| rows().flat_map(|[noun, _, _, words]| words.split(' ').map(move |word| (word, noun))).collect());

/// The list's rows, their columns without blanks around them.
fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    lines(include_str!("../../../assets/lexicon/en/body_kinds.txt")).map(|line| {
        let mut columns = line.split('|').map(str::trim);
        [(); 4].map(|()| columns.next().unwrap_or(""))
    })
}

/// What everybody calls a well-known body.
const WELL_KNOWN: [(&str, &str); 3] =
    [("North Atlantic Treaty Organization", "alliance"), ("European Union", "bloc"), ("NATO", "alliance")];

/// How many mentions of a body are looked at.
const MENTIONS: usize = 8;

/// Whether the noun tells a kind of body.
pub(super) fn is_body(noun: &str) -> bool {
    KINDS.contains_key(noun)
}

/// Whether the noun stands before bodies' names: "the aid group Oxfam".
pub(super) fn names_follow(noun: &str) -> bool {
    KINDS.get(noun).is_some_and(|kind| kind.marks.contains("before"))
}

/// Whether any body can be called so.
pub(super) fn is_general(noun: &str) -> bool {
    KINDS.get(noun).is_some_and(|kind| kind.marks.contains("any"))
}

/// For each entity the kinds that its name and the words beside it tell: "the aid group Oxfam", "the Dagen newspaper",
/// "Watch, a rights group,".
pub(super) fn of_entities(words: &Words<'_>, entities: &[Entity]) -> Vec<Vec<String>> {
    entities
        .iter()
        .map(|entity| if entity.kind == EntityKind::Organisation { of_body(words, entity) } else { Vec::new() })
        .collect()
}

/// The kind that a word of a name tells, also in the plural: "China Airlines".
fn kind_of(word: &str) -> Option<String> {
    [word, word.trim_end_matches('s')].into_iter().find(|kind| is_body(kind)).map(str::to_owned)
}

fn of_body(words: &Words<'_>, entity: &Entity) -> Vec<String> {
    let names = entity.aliases.iter().chain([&entity.name]);
    let mut kinds: Vec<String> =
        names.flat_map(|name| name.split([' ', '-'])).map(fold).filter_map(|word| kind_of(&word)).collect();
    let telling = entity.aliases.iter().chain([&entity.name]).flat_map(|name| name.split([' ', '-']));
    kinds.extend(telling.filter_map(|word| NAME_WORDS.get(word)).map(|kind| (*kind).to_owned()));
    kinds.extend(WELL_KNOWN.iter().filter(|(name, _)| *name == entity.name).map(|(_, kind)| (*kind).to_owned()));
    for mention in entity.mentions.iter().take(MENTIONS) {
        let start = words.all.partition_point(|w| w.span.start < mention.span.start);
        let end = words.all.partition_point(|w| w.span.end <= mention.span.end);
        kinds.extend(beside(words, start, end).map(str::to_owned));
    }
    let wider: Vec<String> = kinds
        .iter()
        .filter_map(|kind| KINDS.get(kind.as_str()))
        .flat_map(|kind| &kind.wider)
        .map(|w| (*w).to_owned())
        .collect();
    kinds.extend(wider);
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The kinds beside the name at `start..end`.
fn beside<'a>(words: &Words<'a>, start: usize, end: usize) -> impl Iterator<Item = &'a str> {
    let word = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let mut before = start.saturating_sub(1);
    if matches!(word(before), "," | "the" | "The") {
        before = before.saturating_sub(1);
    }
    let lower = |at: usize| words.all.get(at).is_some_and(|w| w.shape == Shape::Lower);
    let after = (end..end + 3)
        .take_while(|at| lower(*at))
        .find(|at| is_body(word(*at)) && (end..*at).all(|i| word(i) == "news" || word(i) == "television"));
    let apposed = (matches!(word(end), ",") && matches!(word(end + 1), "a" | "an" | "the"))
        .then(|| (end + 2..end + 8).take_while(|at| word(*at) != ",").find(|at| is_body(word(*at))))
        .flatten();
    [(start > 0).then_some(before), after, apposed]
        .into_iter()
        .flatten()
        .map(word)
        .filter(|w| is_body(w))
        .collect::<Vec<_>>()
        .into_iter()
}
