//! Names that are no people: ships and storms stand in the news as actors do ("the Lykke sailed on"), and streets, prisons
//! and stadiums bear people's names.

use super::kinds;
use super::lexicon::{Facts, lexicon, lines};
use super::name::{Name, surface};
use super::tagger::NameKind;
use super::words::{Word, Words, extend_key};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What stands before the name of a vessel or storm: "ferry", "MV", "Hurricane".
static VESSELS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| lines(include_str!("../../../assets/lexicon/en/vessels.txt")).collect());

/// Nouns that make the name before them a building's or another place's.
static SITES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| lines(include_str!("../../../assets/lexicon/en/sites.txt")).collect());

/// What ships do, and people who bear an article ("the Dalai Lama", "the Aga Khan") hardly ever.
const SAILS: [&str; 16] = [
    "sailed", "sank", "capsized", "docked", "ran", "carried", "collided", "departed", "left", "burned", "drifted",
    "anchored", "berthed", "listed", "was", "had",
];

/// The surfaces of what sails: "The Dewi Bahari left" is nobody, for people bear no article. Who speaks is one.
fn with_article(words: &Words<'_>, names: &[Name]) -> BTreeSet<u64> {
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let last = |name: &Name| text(name.words.end.checked_sub(1));
    let is_titled = |name: &Name| matches!(last(name), "Lama" | "Khan" | "Pasha");
    let people = || names.iter().filter(|name| name.kind == NameKind::Person);
    let sails = |name: &&Name| {
        let article = matches!(text(name.words.start.checked_sub(1)), "the" | "The");
        article && SAILS.contains(&text(Some(name.words.end))) && !last(name).ends_with('s') && !is_titled(name)
    };
    let mut found: BTreeSet<u64> = people().filter(sails).map(|name| surface(words, name)).collect();
    if !found.is_empty() {
        let speaks = |name: &&Name| matches!(text(Some(name.words.end)), "said" | "says" | "told" | "spoke" | "added");
        people().filter(speaks).for_each(|name| {
            found.remove(&surface(words, name));
        });
    }
    found
}

/// Takes vessels out of the names, and gives buildings, boards and bodies called by their kind theirs.
pub(super) fn set_apart(words: &Words<'_>, names: &mut Vec<Name>) {
    let mut vessels = vessels(words);
    vessels.extend(with_article(words, names));
    names.retain(|name| name.kind == NameKind::Group || !is_vessel(words, name, &vessels));
    let people: BTreeSet<u64> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && !is_place(words, name))
        .filter_map(|name| words.all.get(name.words.end.checked_sub(1)?).map(|word| word.name))
        .collect();
    for name in names {
        let before = name.words.start.checked_sub(1).and_then(|at| words.all.get(at)).map_or("", |w| w.text);
        let thing = matches!(name.kind, NameKind::Person | NameKind::Place) && name.words.len() == 1;
        if thing && kinds::names_follow(before) && !is_listed(words, name) {
            name.kind = NameKind::Organisation;
        }
        let last = words.all.get(name.words.end.saturating_sub(1));
        let known = last.is_some_and(|word| people.contains(&word.name));
        match name.kind {
            NameKind::Person if is_constituency(words, name) => name.kind = NameKind::Place,
            NameKind::Person if !known && is_place(words, name) => name.kind = NameKind::Place,
            NameKind::Place | NameKind::Person
                if name.words.len() > 1
                    && last.is_some_and(is_body_word)
                    && !is_listed(words, name)
                    && (name.kind == NameKind::Place || !is_given(words, name)) =>
            {
                name.kind = NameKind::Organisation;
            }
            _ => {}
        }
    }
}

/// Whether the name begins as people's do: "Emily Post" is no newspaper.
fn is_given(words: &Words<'_>, name: &Name) -> bool {
    words.all.get(name.words.start).is_some_and(|word| lexicon().facts(word.name).has(Facts::GIVEN))
}

fn is_listed(words: &Words<'_>, name: &Name) -> bool {
    lexicon().facts(surface(words, name)).has(Facts::ANY_PLACE)
}

/// A word that ends the names of bodies and of no places.
fn is_body_word(word: &Word<'_>) -> bool {
    let facts = lexicon().facts(word.name);
    facts.has(Facts::ORGANISATION_WORD) && !facts.has(Facts::PLACE_WORD)
}

/// The surfaces of the names behind what only a vessel has before it: "the ferry Lykke", "MV Lykke", "aboard the Lykke".
fn vessels(words: &Words<'_>) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for sentence in &words.sentences {
        let Some(inside) = words.all.get(sentence.clone()) else { continue };
        for (at, word) in inside.iter().enumerate() {
            let noun = VESSELS.contains(word.text) && !follows_owner(inside, at);
            let aboard = word.text == "aboard"
                || word.text == "the" && at > 0 && inside.get(at - 1).is_some_and(|w| w.text == "aboard");
            if noun || aboard {
                found.extend(name_behind(inside, at + 1).filter(|key| !lexicon().facts(*key).has(Facts::ANY_NAME)));
            }
        }
    }
    found
}

/// Whether the name is a vessel's, alone or with what it is called: "Ylva", "Tropical Storm Ylva".
fn is_vessel(words: &Words<'_>, name: &Name, vessels: &BTreeSet<u64>) -> bool {
    let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
    let behind = inside.iter().position(|word| VESSELS.contains(word.text)).and_then(|at| name_behind(inside, at + 1));
    vessels.contains(&surface(words, name)) || behind.is_some_and(|key| vessels.contains(&key))
}

/// "the Newton Abbot MP Mary Reyes": what stands between an article and a member is what the member sits for.
fn is_constituency(words: &Words<'_>, name: &Name) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let sits = matches!(text(Some(name.words.end)), "MP" | "MEP" | "MSP" | "councillor" | "councilor" | "lawmaker");
    let named = words.all.get(name.words.end + 1).is_some_and(Word::is_capitalised);
    let article = matches!(text(name.words.start.checked_sub(1)), "the" | "The" | "former" | "Former");
    sits && (named || article)
}

/// "Lund's ferry Ray" would be two things.
fn follows_owner(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| matches!(w.text, "'s" | "’s"))
}

/// The surface of the capitalised words from `start`, three at most.
fn name_behind(words: &[Word<'_>], start: usize) -> Option<u64> {
    let capitals = words.iter().skip(start).take(3).take_while(|w| w.is_capitalised() && !w.glued);
    let key = capitals.fold(0, |key, word| extend_key(key, word.name));
    (key != 0).then_some(key)
}

/// "the Mandela stadium", "in Lund," where the tagger took the name for a person's.
fn is_place(words: &Words<'_>, name: &Name) -> bool {
    let behind = (name.words.end..name.words.end + 2).take_while(|at| words.all.get(*at).is_some_and(Word::is_word));
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let inside = matches!(text(name.words.start.checked_sub(1)), "In" | "in" | "near" | "Near" | "outside" | "Outside");
    let ends = matches!(text(Some(name.words.end)), "," | ".");
    let alone = name.words.len() == 1 && inside && ends;
    alone || behind.filter_map(|at| words.all.get(at)).take(1).any(|w| SITES.contains(w.text))
}
