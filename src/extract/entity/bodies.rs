//! One body, one entry: organisations, places and groups are brought together by full name and abbreviation, by what the
//! lists know ("US" = "United States"), and by a name's shorter form.

use super::fold::fold;
use super::lexicon::{Facts, lexicon};
use super::name::Name;
use super::tagger::NameKind;
use super::words::{Shape, Words};
use std::collections::BTreeMap;

/// Groups names of one kind: for each of `names` (in text order) the number of its entity.
pub(super) fn cluster(words: &Words<'_>, text: &str, names: &[&Name]) -> Vec<usize> {
    let mut of_key: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(names.len());
    for name in names {
        let next = of_key.len();
        numbers.push(*of_key.entry(key(name, text)).or_insert(next));
    }
    let mut merged: Vec<usize> = (0..of_key.len()).collect();
    if names.first().is_some_and(|n| n.kind != NameKind::Group) {
        merge_forms(words, text, names, &numbers, &mut merged);
    }
    numbers.iter().map(|number| root(&merged, *number)).collect()
}

fn root(merged: &[usize], mut number: usize) -> usize {
    while let Some(next) = merged.get(number).filter(|next| **next != number) {
        number = *next;
    }
    number
}

/// What makes two names surely the same: nation, well-known body, else the letters.
fn key(name: &Name, text: &str) -> String {
    let surface = name.span.of(text);
    let known = match name.kind {
        NameKind::Place => lexicon().nation(surface).filter(|_| lexicon().phrase(surface).has(Facts::COUNTRY)),
        NameKind::Group => lexicon().nation(surface),
        NameKind::Organisation => lexicon().full_name(surface),
        _ => None,
    };
    let folded = fold(known.unwrap_or(surface));
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    let folded: String = folded.split_whitespace().collect::<Vec<_>>().join(" ").replace('.', "");
    match name.kind {
        NameKind::Group if known.is_none() => folded.trim_end_matches('s').to_owned(),
        _ => folded,
    }
}

/// Merges abbreviations with the full names they stand behind or spell, and short forms with the long.
fn merge_forms(words: &Words<'_>, text: &str, names: &[&Name], numbers: &[usize], merged: &mut [usize]) {
    let mut first: BTreeMap<usize, &Name> = BTreeMap::new();
    for (name, number) in names.iter().zip(numbers) {
        first.entry(*number).or_insert(name);
    }
    for (pair, number) in names.windows(2).zip(numbers.windows(2)) {
        if let ([full, short], [a, b]) = (pair, number)
            && stands_in_brackets(text, full, short)
            && spells(words, short, full)
        {
            merge(merged, *b, *a);
        }
    }
    // Distinct names are few; the bound keeps hostile input from costing its square.
    let distinct: Vec<(usize, &Name)> = first.into_iter().take(400).collect();
    for (number, name) in &distinct {
        let longer = distinct.iter().find(|(other, full)| {
            other != number
                && (is_short_form(words, text, name, full) || (is_acronym(words, name) && spells(words, name, full)))
        });
        if let Some((other, _)) = longer {
            merge(merged, *number, *other);
        }
    }
}

fn merge(merged: &mut [usize], number: usize, into: usize) {
    let (number, into) = (root(merged, number), root(merged, into));
    if let Some(place) = merged.get_mut(number).filter(|_| number != into) {
        *place = into;
    }
}

fn stands_in_brackets(text: &str, full: &Name, short: &Name) -> bool {
    text.get(full.span.end as usize..short.span.start as usize).is_some_and(|between| between.trim() == "(")
}

fn is_acronym(words: &Words<'_>, name: &Name) -> bool {
    let word = words.all.get(name.words.start);
    name.words.len() == 1 && word.is_some_and(|w| w.shape == Shape::Capitals && w.text.len() > 1)
}

/// Whether the letters of `short` are the first letters of the words of `full`, small words aside.
fn spells(words: &Words<'_>, short: &Name, full: &Name) -> bool {
    let all = words.all.get(full.words.clone()).unwrap_or(&[]);
    let initials = |with_small: bool| -> String {
        let kept = all.iter().filter(|w| w.is_capitalised() || (with_small && w.is_word()));
        kept.filter_map(|w| w.text.chars().next()).flat_map(char::to_lowercase).collect()
    };
    let letters: String = words
        .all
        .get(short.words.clone())
        .unwrap_or(&[])
        .iter()
        .flat_map(|w| w.text.chars())
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    letters.len() > 1 && (letters == initials(false) || letters == initials(true))
}

/// "Home Office" of "United Kingdom Home Office", "Yukos" of "Yukos Oil Company", "Sinai" of "Sinai Peninsula".
fn is_short_form(words: &Words<'_>, text: &str, short: &Name, full: &Name) -> bool {
    let (a, b) = (short.span.of(text), full.span.of(text));
    if a.len() >= b.len() {
        return false;
    }
    let rest = words.all.get(full.words.start + short.words.len()..full.words.end).unwrap_or(&[]);
    if let Some(tail) = b.strip_prefix(a) {
        let makes_kind = |w: &super::words::Word<'_>| {
            lexicon().facts(w.name).has(Facts::ORGANISATION_WORD.and(Facts::PLACE_WORD)) || !w.is_capitalised()
        };
        let listed = lexicon().phrase(a).has(Facts::ANY_PLACE.and(Facts::GROUP));
        return tail.starts_with(' ')
            && rest.last().is_some_and(makes_kind)
            && (full.kind == NameKind::Place || !listed)
            && (short.words.len() > 1 || rest.len() <= 2);
    }
    let Some(head) = b.strip_suffix(a) else { return false };
    let owner = head.trim().trim_end_matches("'s").trim_end_matches("’s");
    full.kind == NameKind::Organisation
        && short.words.len() > 1
        && head.ends_with(' ')
        && lexicon().phrase(owner).has(Facts::ANY_NAME)
}
