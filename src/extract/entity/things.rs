//! Names that are no people: ships and storms stand in the news as actors do ("the Lykke sailed on"), and streets, prisons
//! and stadiums bear people's names.

use super::correct;
use super::description::is_human;
use super::kinds;
use super::lexicon::{Facts, lexicon, lines};
use super::name::{Name, surface};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words, extend_key};
use crate::extract::text::lexicon as text_lexicon;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What stands before the name of a vessel or storm: "ferry", "MV", "Hurricane".
static VESSELS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lines(include_str!("../../../assets/lexicon/en/vessels.txt")).collect());

/// Nouns that make the name before them a building's or another place's.
static SITES: LazyLock<FxHashSet<&str>> =
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
    names.retain(|name| !is_of_time(words, name));
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
        // "the Rivers State police commissioner"
        let governs = ["police", "government", "governor", "assembly", "legislature", "capital", "commissioner"];
        let next = words.all.get(name.words.end).map_or("", |w| w.text);
        let state = last.is_some_and(|w| w.text == "State") && name.words.len() > 1 && governs.contains(&next);
        match name.kind {
            NameKind::Organisation if state => name.kind = NameKind::Place,
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
            NameKind::Person if is_called_by_nouns(words, name) || is_told_with_article(words, name) => {
                name.kind = NameKind::Organisation;
            }
            NameKind::Organisation if is_described_as_somebody(words, name) => name.kind = NameKind::Person,
            _ => {}
        }
    }
}

/// "told the Lund Echo": people bear no article, and whoever else is told something is a paper or a board.
fn is_told_with_article(words: &Words<'_>, name: &Name) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let told = matches!(text(name.words.start.checked_sub(2)), "told" | "tells" | "telling");
    let last = text(name.words.end.checked_sub(1));
    let titled = matches!(last, "Lama" | "Khan" | "Pasha") || last.ends_with('s');
    told && text(name.words.start.checked_sub(1)) == "the" && name.words.len() > 1 && !titled
}

/// "Repeat Project", "Advanced Rocket Technologies": words of the language, none of them a name, and a noun at the end.
fn is_called_by_nouns(words: &Words<'_>, name: &Name) -> bool {
    let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
    let before = name.words.start.checked_sub(1).and_then(|at| words.all.get(at));
    let titled = before.is_some_and(|w| lexicon().role(w) != Facts(0));
    let named = Facts::SURNAME.and(Facts::GIVEN).and(Facts::ANY_NAME);
    let plain = |w: &Word<'_>| {
        let known = text_lexicon::entry(w.lower).is_some() || correct::is_several(w);
        w.shape == Shape::Capitalised && known && !lexicon().facts(w.name).has(named)
    };
    let noun = |w: &Word<'_>| {
        let noun = w.text.to_lowercase();
        let one = noun.strip_suffix("ies").map(|stem| format!("{stem}y")).unwrap_or_default();
        let known =
            [noun.as_str(), noun.trim_end_matches('s'), &one].into_iter().find(|n| text_lexicon::noun(n).is_some());
        known.is_some_and(|noun| !is_human(noun))
    };
    inside.len() > 1 && !titled && inside.iter().all(plain) && inside.last().is_some_and(noun)
}

/// "Serhii Radio, a chemist at the university,": who is described by a post is no body.
fn is_described_as_somebody(words: &Words<'_>, name: &Name) -> bool {
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let apposed = text(name.words.end) == "," && matches!(text(name.words.end + 1), "a" | "an");
    let lower = |at: &usize| words.all.get(*at).is_some_and(|w| w.shape == Shape::Lower && w.is_word());
    let start = name.words.end + 2;
    let post = |at: &usize| words.all.get(*at).is_some_and(|w| lexicon().role(w).has(Facts::ROLE_HEAD));
    let head = (start..start + 4).take_while(lower).find(post);
    let alone = head.is_some_and(|at| matches!(text(at + 1), "at" | "in" | "with" | "from" | "who" | ","));
    name.words.len() == 2 && apposed && alone && is_given(words, name)
}

/// "post-Brexit" tells when.
fn is_of_time(words: &Words<'_>, name: &Name) -> bool {
    let word = words.all.get(name.words.start).filter(|_| name.words.len() == 1);
    word.is_some_and(|w| ["post-", "pre-", "non-", "mid-"].iter().any(|prefix| w.text.starts_with(prefix)))
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
        // A name stands behind, so that few words need be looked up.
        let before_capital = |(at, _): &(usize, &Word<'_>)| inside.get(at + 1).is_some_and(Word::is_capitalised);
        for (at, word) in inside.iter().enumerate().filter(before_capital) {
            let noun = VESSELS.contains(word.text) && !follows_owner(inside, at);
            let aboard = word.text == "aboard"
                || word.text == "the" && at > 0 && inside.get(at - 1).is_some_and(|w| w.text == "aboard");
            if noun || aboard {
                // "MV Lady Carmela": the tagger may take a ship's "Lady" for a title.
                let titled = inside.get(at + 1).is_some_and(|w| w.is_capitalised() && lexicon().role(w) != Facts(0));
                let behind = name_behind(inside, at + 1).into_iter();
                let behind = behind.chain(titled.then(|| name_behind(inside, at + 2)).flatten());
                found.extend(behind.filter(|key| !lexicon().facts(*key).has(Facts::ANY_NAME)));
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
