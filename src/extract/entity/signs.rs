//! Signs of a kind that the whole article gives: people and things are in places and come from them, bodies have chiefs
//! and are called companies. A name that no list knows and that was taken for a place's is a body's where nothing is
//! ever in it.

use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::name::{Name, surface};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Mentions after which silence tells: a place is somewhere, sooner or later.
const ENOUGH: u32 = 3;
/// How far on the noun of an apposition is looked for, in words.
const APPOSED: usize = 9;

/// What the mentions of one surface say together.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    mentions: u32,
    /// Something is in it.
    inside: u32,
    /// Something comes from it, goes to it or is at it.
    beside: u32,
    /// It is called a company, or somebody works at it.
    is_called: bool,
    /// It has a chief.
    is_led: bool,
    /// It speaks.
    speaks: bool,
    /// "he" or "she", and "it" in the same sentence behind it.
    human: u32,
    thing: u32,
}

/// How a name stands as a place's do.
enum Where {
    /// "in Lund", "Lund, Sweden"
    Inside,
    /// "to Lund": one goes to people, too.
    Beside,
}

/// Makes bodies of the places where nothing is.
pub(super) fn settle(words: &Words<'_>, names: &mut [Name]) {
    let mut signs: BTreeMap<u64, Signs> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| is_in_doubt(words, name)) {
        let told = signs.entry(surface(words, name)).or_default();
        told.mentions += 1;
        match place_of(words, name) {
            Some(Where::Inside) => told.inside += 1,
            _ if is_listed_beside(words, names, at, NameKind::Place) => told.inside += 1,
            Some(Where::Beside) => told.beside += 1,
            None => {}
        }
        told.is_called |= is_called_body(words, name) || is_listed_beside(words, names, at, NameKind::Organisation);
        told.is_led |= has_post(words, name);
        told.speaks |= speaks(words, name);
        let (human, thing) = pronouns(words, names, at);
        told.human += human + 2 * u32::from(acts_human(words, name));
        told.thing += thing;
    }
    works_for(words, names);
    // "the Amazon", "a Pentagon memo": firms bear no article.
    let bears = |name: &&Name| matches!(before(words, name, 1), "the" | "The" | "a" | "A");
    let with_article: BTreeSet<u64> = names.iter().filter(bears).map(|name| surface(words, name)).collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place) {
        let key = surface(words, name);
        if lexicon().facts(key).0 & Facts::ANY_NAME.and(Facts::GIVEN).0 == Facts::ORGANISATION.0 {
            if !with_article.contains(&key) {
                name.kind = NameKind::Organisation;
            }
            continue;
        }
        let Some(told) = signs.get(&key) else { continue };
        let silent = told.mentions >= ENOUGH && (!told.speaks || told.thing != told.human);
        let rarely = told.beside * if told.is_led { 3 } else { 6 } <= told.mentions;
        if told.inside == 0 && (told.is_called || rarely && (told.is_led || silent)) {
            let human = told.human > told.thing && !told.is_called && !told.is_led;
            name.kind = if human { NameKind::Person } else { NameKind::Organisation };
        }
    }
}

/// "Analyst Ada Moe of Morning", "Per Lie at Morning": whom a person is of is no person.
fn works_for(words: &Words<'_>, names: &mut [Name]) {
    let people: BTreeSet<u64> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.words.len() > 1)
        .filter_map(|name| words.all.get(name.words.end - 1).map(|last| last.name))
        .collect();
    for at in 1..names.len() {
        let (ahead, rest) = names.split_at_mut(at);
        let (Some(person), Some(name)) = (ahead.last(), rest.first_mut()) else { continue };
        let link = matches!(text(words, Some(person.words.end)), "of" | "at" | "with" | "from");
        let whole = person.kind == NameKind::Person && person.words.len() > 1;
        let single = name.kind == NameKind::Person && name.words.len() == 1;
        if link
            && whole
            && single
            && name.words.start == person.words.end + 1
            && !people.contains(&surface(words, name))
        {
            name.kind = NameKind::Organisation;
        }
    }
}

fn text<'a>(words: &Words<'a>, at: Option<usize>) -> &'a str {
    at.and_then(|at| words.all.get(at)).map_or("", |w| w.text)
}

fn before<'a>(words: &Words<'a>, name: &Name, back: usize) -> &'a str {
    text(words, name.words.start.checked_sub(back))
}

/// A place that no list knows and whose own words do not say that it is one: "Strava", "Lashkar-e-Jhangvi".
fn is_in_doubt(words: &Words<'_>, name: &Name) -> bool {
    let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
    let telling = |w: &Word<'_>| {
        let facts = lexicon().facts(w.name);
        facts.has(Facts::ANY_PLACE.and(Facts::PLACE_WORD).and(Facts::PLACE_HEAD)) || is_direction(w.text)
    };
    name.kind == NameKind::Place
        && !lexicon().facts(surface(words, name)).has(Facts::ANY_PLACE.and(Facts::GROUP))
        && !inside.iter().any(telling)
        && inside.iter().any(|w| w.text.chars().count() > 2)
}

fn is_direction(word: &str) -> bool {
    const DIRECTIONS: [&str; 12] = [
        "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower",
        "Saint",
    ];
    DIRECTIONS.contains(&word)
        || matches!(
            word,
            "St."
                | "St"
                | "Lac"
                | "Lago"
                | "Mont"
                | "Monte"
                | "Rio"
                | "San"
                | "Santa"
                | "El"
                | "Los"
                | "Las"
                | "New"
                | "Port"
        )
}

/// "in Lund", "Lund, Sweden", "the Lund region", a dateline, "the town of Lund"; not "a stake in Lund".
fn place_of(words: &Words<'_>, name: &Name) -> Option<Where> {
    const SHARES: [&str; 12] = [
        "investment",
        "stake",
        "shares",
        "share",
        "interest",
        "invest",
        "invested",
        "investing",
        "investments",
        "confidence",
        "stock",
        "trust",
    ];
    let next = words.all.get(name.words.end);
    let glued = next.is_some_and(|w| w.glued) || words.all.get(name.words.start).is_some_and(|w| w.glued);
    let region = next.is_some_and(|w| w.shape == Shape::Lower && is_generic(w.text));
    let comma = text(words, Some(name.words.end)) == ",";
    let country = words.all.get(name.words.end + 1).filter(|w| comma && w.is_capitalised());
    let country = country.is_some_and(|w| lexicon().facts(w.name).has(Facts::ANY_PLACE));
    let shouted = words.all.get(name.words.clone()).is_some_and(|all| {
        all.iter().all(|w| w.shape == Shape::Capitals)
            && matches!(next.map_or("", |w| w.text), "(" | "," | "-" | "–" | "—")
    });
    if region || country || shouted || glued && before(words, name, 1) != "-" {
        return Some(Where::Inside);
    }
    match before(words, name, 1) {
        "in" if SHARES.contains(&before(words, name, 2)) => None,
        "in" | "In" | "near" | "Near" | "outside" | "around" | "across" | "throughout" | "inside" => {
            Some(Where::Inside)
        }
        "of" => is_generic(before(words, name, 2)).then_some(Where::Inside),
        "at" | "At" => (!works(words, name)).then_some(Where::Beside),
        "from" | "From" | "into" | "to" | "through" | "over" | "toward" | "towards" | "on" | "off" | "between"
        | "above" | "via" => Some(Where::Beside),
        _ => None,
    }
}

/// Nouns of places in small letters: "the town of Lund", "the Lund river".
fn is_generic(noun: &str) -> bool {
    const NOUNS: [&str; 26] = [
        "town",
        "city",
        "village",
        "province",
        "district",
        "region",
        "area",
        "county",
        "island",
        "islands",
        "state",
        "port",
        "river",
        "valley",
        "suburb",
        "outskirts",
        "north",
        "south",
        "east",
        "west",
        "coast",
        "border",
        "capital",
        "municipality",
        "neighborhood",
        "neighbourhood",
    ];
    NOUNS.contains(&noun)
}

/// "analyst at Strava", and not "a nurse at Lund"
fn works(words: &Words<'_>, name: &Name) -> bool {
    const POSTS: [&str; 8] =
        ["analyst", "analysts", "economist", "economists", "executive", "executives", "strategist", "partner"];
    POSTS.contains(&before(words, name, 2))
}

/// Whether it stands in a list with a place or body that a list knows: "Lund, Oslo and Rome", "Boeing and Strava".
fn is_listed_beside(words: &Words<'_>, names: &[Name], at: usize, kind: NameKind) -> bool {
    let Some(name) = names.get(at) else { return false };
    let listed = if kind == NameKind::Place { Facts::ANY_PLACE } else { Facts::ORGANISATION };
    let known = |other: &Name| other.kind == kind && lexicon().facts(surface(words, other)).has(listed);
    let joins = |from: usize, to: usize| {
        let between = words.all.get(from..to).unwrap_or(&[]);
        let apart = |w: &Word<'_>| matches!(w.text, "and" | "or" | "&") || w.text == "," && kind == NameKind::Place;
        !between.is_empty() && between.len() <= 2 && between.iter().all(apart)
    };
    let after = names.get(at + 1).is_some_and(|next| joins(name.words.end, next.words.start) && known(next));
    let ahead = at.checked_sub(1).and_then(|at| names.get(at));
    after || ahead.is_some_and(|last| joins(last.words.end, name.words.start) && known(last))
}

/// "the software company Strava", "Strava, a software company,", "an analyst at Strava"
fn is_called_body(words: &Words<'_>, name: &Name) -> bool {
    let lower = |at: &usize| words.all.get(*at).is_some_and(|w| w.shape == Shape::Lower && !w.tag.is_finite_verb());
    let start = name.words.end + 2;
    let article = matches!(text(words, Some(start - 1)), "a" | "an" | "the");
    let apposed = text(words, Some(name.words.end)) == "," && article;
    let noun = (start..start + APPOSED).take_while(lower).find(|at| {
        let next = text(words, Some(at + 1));
        kinds::is_body(text(words, Some(*at))) && !kinds::is_body(next)
    });
    kinds::names_follow(before(words, name, 1))
        || apposed && noun.is_some()
        || before(words, name, 1) == "at" && works(words, name)
        // "the agency told Caixin"
        || before(words, name, 1) == "told"
}

/// "Strava's chief executive", "Strava CEO Ola Moe"
fn has_post(words: &Words<'_>, name: &Name) -> bool {
    let owned = usize::from(matches!(text(words, Some(name.words.end)), "'s" | "’s"));
    let at = name.words.end + owned;
    match text(words, Some(at)) {
        "CEO" | "CFO" | "CTO" | "co-founder" | "cofounder" | "shareholders" | "investors" => true,
        "chief" | "Chief" => text(words, Some(at + 1)).eq_ignore_ascii_case("executive"),
        _ => false,
    }
}

fn speaks(words: &Words<'_>, name: &Name) -> bool {
    matches!(text(words, Some(name.words.end)), "said" | "says" | "told" | "added" | "asked" | "recalled")
}

/// What only people do.
fn acts_human(words: &Words<'_>, name: &Name) -> bool {
    const VERBS: [&str; 16] = [
        "wore", "wears", "attends", "attended", "smiled", "wept", "married", "sang", "sings", "starred", "stars",
        "died", "tweeted", "posed", "recalled", "resigned",
    ];
    VERBS.contains(&text(words, Some(name.words.end)))
}

/// How many pronouns of people and of things follow the name in its sentence before the next name.
fn pronouns(words: &Words<'_>, names: &[Name], at: usize) -> (u32, u32) {
    let Some(name) = names.get(at) else { return (0, 0) };
    let sentence = words.sentences.get(name.sentence).map_or(name.words.end, |sentence| sentence.end);
    let end = names.get(at + 1).map_or(sentence, |next| next.words.start.min(sentence));
    let behind = words.all.get(name.words.end..end).unwrap_or(&[]);
    let count = |which: &[&str]| behind.iter().filter(|w| which.contains(&w.text)).count() as u32;
    (count(&["he", "she", "his", "her", "him", "herself", "himself"]), count(&["it", "its", "itself"]))
}
