//! Bare names: one word that is all the text says of a longer name ("Corvan" of Corvan Energy, "Slater" of Slater Street) is
//! of its kind, and a whole name is a person's where its surname alone is one's.

use super::correct::{is_placed, text_before};
use super::lexicon::{Facts, lexicon};
use super::name::{Name, surface};
use super::tagger::NameKind;
use super::words::{Shape, Words, extend_key};
use std::collections::BTreeSet;

/// Gives bare names the kind of the whole ones and the other way round.
pub(super) fn settle(words: &Words<'_>, names: &mut [Name]) {
    people_by_surname(words, names);
    short_bodies(words, names);
    not_people(words, names);
}

/// "Virginia Moe" of an article where Moe is a person: a given name that is a place's too.
fn people_by_surname(words: &Words<'_>, names: &mut [Name]) {
    let bare: BTreeSet<u64> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.words.len() == 1)
        .map(|name| surface(words, name))
        .collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place && name.words.len() == 2) {
        let given = words.all.get(name.words.start).is_some_and(|w| lexicon().facts(w.name).has(Facts::GIVEN));
        let last = words.all.get(name.words.start + 1);
        let known = last.is_some_and(|w| {
            let facts = lexicon().facts(w.name);
            bare.contains(&extend_key(0, w.name)) && !facts.has(Facts::PLACE_WORD.and(Facts::ORGANISATION_WORD))
        });
        if given && known && !is_placed(text_before(words, name)) {
            name.kind = NameKind::Person;
        }
    }
}

/// "at 112 Kent", "Rosen expects" where Kent Street and Rosen Research are told of and nobody is called so in full.
fn not_people(words: &Words<'_>, names: &mut [Name]) {
    let (mut people, mut acting) = (BTreeSet::new(), BTreeSet::new());
    for name in names.iter().filter(|name| name.kind == NameKind::Person) {
        // "Paris lives in Paris Hill": a place does nothing; "180 Kent is empty" is an address.
        let number = name.words.start.checked_sub(1).and_then(|at| words.all.get(at));
        let number = number.is_some_and(|w| w.shape == Shape::Number);
        if !number && words.all.get(name.words.end).is_some_and(|w| w.tag.is_finite_verb()) {
            acting.insert(surface(words, name));
        }
        let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
        let titled =
            matches!(text_before(words, name).trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Dr" | "Sir" | "Lord");
        if inside.len() > 1 || titled || is_human(words, name) {
            people.extend(inside.iter().map(|w| extend_key(0, w.name)));
        }
    }
    let opens = |kind: NameKind, closing: Facts| -> BTreeSet<u64> {
        let whole = names.iter().filter(|name| name.kind == kind && name.words.len() > 1);
        let closes =
            |name: &&Name| words.all.get(name.words.end - 1).is_some_and(|w| lexicon().facts(w.name).has(closing));
        let first = |name: &Name| words.all.get(name.words.start).map(|w| extend_key(0, w.name));
        whole.filter(closes).filter_map(first).collect()
    };
    let places = opens(NameKind::Place, Facts::PLACE_WORD);
    let bodies = opens(NameKind::Organisation, Facts::ORGANISATION_WORD);
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person && name.words.len() == 1) {
        let key = surface(words, name);
        let shouted = words.all.get(name.words.start).is_some_and(|w| w.shape == Shape::Capitals);
        if people.contains(&key) || shouted {
            continue;
        }
        match (places.contains(&key) && !acting.contains(&key), bodies.contains(&key)) {
            (true, false) => name.kind = NameKind::Place,
            (false, true) => name.kind = NameKind::Organisation,
            _ => {}
        }
    }
}

/// "Moe, who", "Moe, 37,", "Moe told": only people are so.
fn is_human(words: &Words<'_>, name: &Name) -> bool {
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let end = name.words.end;
    let aside = text(end) == ","
        && (text(end + 1) == "who" || words.all.get(end + 1).is_some_and(|w| w.shape == Shape::Number));
    aside || matches!(text(end), "who" | "told" | "said" | "says" | "added" | "asked")
}

/// "Corvan says" where Corvan Energy is told of: the bare name is the body's, unless something is in it or comes from it.
fn short_bodies(words: &Words<'_>, names: &mut [Name]) {
    let mut long = BTreeSet::new();
    let mut places = BTreeSet::new();
    for name in names.iter() {
        let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
        if name.kind == NameKind::Organisation {
            let mut key = 0;
            for word in inside.iter().take(inside.len().saturating_sub(1)) {
                key = extend_key(key, word.name);
                long.insert(key);
            }
        }
        let before = text_before(words, name);
        let placed = is_placed(before) && before != "at";
        if placed || inside.iter().all(|w| w.shape == Shape::Capitals) {
            places.insert(surface(words, name));
        }
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place) {
        let key = surface(words, name);
        let listed = lexicon().facts(key).has(Facts::ANY_NAME.and(Facts::GIVEN));
        if long.contains(&key) && !places.contains(&key) && !listed {
            name.kind = NameKind::Organisation;
        }
    }
}
