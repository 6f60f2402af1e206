//! Corrections of single names by what stands beside them: titles that the tagger took into a name, given names that it
//! took for a title, places that speak, and bodies that it took for places.

use super::bare;
use super::lexicon::{Facts, lexicon};
use super::name::{Name, is_thing, name_of, surface};
use super::post::of_one;
use super::signs;
use super::tagger::NameKind;
use super::teams;
use super::words::{Shape, Word, Words};
use crate::extract::text::{Tag, lexicon as text_lexicon, lower_hash};
use std::collections::BTreeSet;

/// Parts titles from names: "[Comrade] [Audu Amba]", "[María José Ibáñez]"; a post with its article is nobody's name.
pub(super) fn titles(words: &Words<'_>, names: &mut Vec<Name>) {
    let is_given = |word: &Word<'_>| lexicon().facts(word.name).has(Facts::GIVEN);
    let is_title = |word: &Word<'_>| lexicon().role(word).has(Facts::ADDRESS.and(Facts::ROLE_HEAD)) && !is_given(word);
    // Where one "Bill" is a law, none alone is a person ("a draft Bill").
    if names.iter().any(|name| is_bill(words, name)) {
        names.retain(|name| !is_lone_bill(words, name));
    }
    let mut parted: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names.drain(..).filter_map(|name| ends(words, name)) {
        let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
        let titles = inside.iter().take_while(|word| is_title(word)).count();
        let post = matches!(inside, [word] if lexicon().role(word).has(Facts::ROLE_HEAD));
        if name.kind == NameKind::Person && post && has_article(words, &name) {
            continue;
        }
        // "the Duchess of Norland" is called by the title.
        let is_called = inside.get(titles).is_some_and(|word| word.text == "of");
        if name.kind == NameKind::Person && (1..inside.len()).contains(&titles) && !is_called {
            let split = name.words.start + titles;
            parted.extend(name_of(words, NameKind::Role, name.sentence, name.words.start..split));
            parted.extend(name_of(words, NameKind::Person, name.sentence, split..name.words.end));
            continue;
        }
        let before = parted.last().filter(|b| b.kind == NameKind::Role && b.words.end == name.words.start).cloned();
        if let Some(role) = before.filter(|_| name.kind == NameKind::Person)
            && let Some(given) = given_in_title(words, &role)
        {
            name = name_of(words, name.kind, name.sentence, given..name.words.end).unwrap_or(name);
            parted.pop();
            let rest =
                (given > role.words.start).then(|| name_of(words, role.kind, role.sentence, role.words.start..given));
            parted.extend(rest.flatten());
        }
        parted.push(name);
    }
    *names = parted;
}

/// Where the given name begins that the tagger took for a title or its end: "[Malkia] Cyril", "star [LeBron] James"; "[Son]
/// Heung-min", for nobody's son is so called in the middle of a sentence.
fn given_in_title(words: &Words<'_>, role: &Name) -> Option<usize> {
    let opens = words.sentences.get(role.sentence).is_some_and(|sentence| sentence.start == role.words.start);
    let inside = words.all.get(role.words.clone())?;
    let is_given = |word: &Word<'_>| {
        let facts = lexicon().facts(word.name);
        let vowel = |c: char| "aeiouy".contains(c);
        let strange = text_lexicon::entry(word.lower).is_none() && of_one(word.text) == word.text;
        let unknown = strange && !facts.has(Facts::ANY_NAME) && !word.glued && word.text.contains(vowel);
        matches!(word.shape, Shape::Capitalised | Shape::Mixed)
            && lexicon().role(word) == Facts(0)
            && (facts.has(Facts::GIVEN) || unknown)
    };
    if inside.iter().all(is_given) || !opens && matches!(inside, [word] if word.text == "Son") {
        return Some(role.words.start);
    }
    let (last, rest) = inside.split_last()?;
    let behind_noun = rest.last().is_some_and(|w| w.shape == Shape::Lower);
    (behind_noun && is_given(last)).then_some(role.words.end - 1)
}

/// The name without what its ends took along: letters behind a member's name ("Luke Pollen [MP]"), the word that opens a
/// sentence ("[Among] Zephyr"), a bracket; nothing where no name is left or it is part of a day's or a prize's.
fn ends(words: &Words<'_>, mut name: Name) -> Option<Name> {
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    if name.kind == NameKind::Organisation {
        // "the State of the Union address"
        let speech = ["State", "of", "the", "Union"].iter().rev().zip((0..name.words.end).rev());
        let is_speech = speech.into_iter().all(|(word, at)| text(at) == *word);
        let single = words.all.get(name.words.start).filter(|_| name.words.len() == 1);
        let unlisted = |w: &&Word<'_>| !lexicon().facts(w.name).has(Facts::ORGANISATION);
        // "an MEC", "CEO": a post in capitals; "25F", "60C": a measure.
        let post = |w: &Word<'_>| lexicon().role(w).has(Facts::ROLE_HEAD) && w.shape == Shape::Capitals;
        let letters = |w: &Word<'_>| POST_NOMINALS.contains(&w.text) || post(w) || is_measure(w.text);
        let letters = single.filter(unlisted).is_some_and(letters);
        // "Labour market data"
        let work =
            single.is_some_and(|w| matches!(w.text, "Labour" | "Labor")) && OF_WORK.contains(&text(name.words.end));
        let address = matches!(text(name.words.end.saturating_sub(1)), "Highness" | "Majesty" | "Excellency");
        return (!letters && !work && !address && (!is_speech || !matches!(name.words.len(), 1 | 4))).then_some(name);
    }
    if name.kind != NameKind::Person {
        // "Chief Per Moe, SAN"
        let letters = name.words.len() == 1 && POST_NOMINALS.contains(&text(name.words.start));
        let behind = name.words.start.checked_sub(1).is_some_and(|comma| text(comma) == ",");
        let listed = lexicon().facts(surface(words, &name)).has(Facts::ANY_PLACE);
        return (!letters || !behind || listed).then_some(name);
    }
    let inside = words.all.get(name.words.clone())?;
    let first = words.sentences.get(name.sentence).map_or(0, |sentence| sentence.start);
    let closed = inside.iter().any(|w| w.text == ")");
    let bracket = inside.iter().position(|w| w.text == "(").filter(|_| !closed).unwrap_or(inside.len());
    let letters = inside.iter().take(bracket).rev().take_while(|w| POST_NOMINALS.contains(&w.text)).count();
    let range = name.words.start..name.words.start + bracket - letters;
    let strays = |at: &usize| {
        words.all.get(*at).is_some_and(|w| {
            let opens = *at == first && text_lexicon::function_word(w.lower).is_some();
            opens && w.shape == Shape::Capitalised || matches!(w.text, "of" | "chez" | "among" | "by" | "with" | "for")
        })
    };
    let stray = if range.len() > 1 { range.clone().take_while(strays).count() } else { 0 };
    let range = range.start + stray..range.end;
    let named = words.all.get(range.clone())?.iter().any(|w| w.shape != Shape::Initial && w.text.len() > 1);
    if range.len() < name.words.len() && !range.is_empty() {
        name = name_of(words, name.kind, name.sentence, range.clone())?;
    }
    let honour = OF_PEOPLE.contains(&text(range.end));
    // "the Moe prize"
    let prize = matches!(text(range.end), "prize" | "medal" | "trophy") && has_article(words, &name);
    let honours = honour || prize || text(name.words.start) == "God";
    (named && stray + letters < inside.len() && !honours && !is_plural(words, &name, first)).then_some(name)
}

/// "25F", "60C"
fn is_measure(word: &str) -> bool {
    let digits = word.trim_end_matches(['C', 'D', 'F', 'G', 'K', 'L', 'V', 'W']);
    digits.len() + 1 == word.len() && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// "The Bill", "a draft Bill", "the Renters’ Rights Bill", "Renters (Reform) Bill": a law in the making.
fn is_bill(words: &Words<'_>, name: &Name) -> bool {
    let before = name.words.start.checked_sub(1).and_then(|at| words.all.get(at));
    let inside = words.sentences.get(name.sentence).is_some_and(|s| s.start < name.words.start);
    let titled = before.is_some_and(|w| w.shape == Shape::Capitalised || matches!(w.text, ")" | "’" | "'"));
    let mut back = (name.words.start.saturating_sub(3)..name.words.start).rev().filter_map(|at| words.all.get(at));
    let article = back.find(|w| w.shape != Shape::Lower || matches!(w.text, "the" | "a" | "an"));
    let article = article.is_some_and(|w| matches!(w.text, "the" | "The" | "a" | "A" | "an" | "An"));
    let human = before.is_some_and(|w| super::description::is_human(w.text));
    is_lone_bill(words, name) && inside && !human && (article || titled)
}

fn is_lone_bill(words: &Words<'_>, name: &Name) -> bool {
    name.words.len() == 1 && words.all.get(name.words.start).is_some_and(|w| w.text == "Bill")
}

/// "Locals said", "“Locals told me": the capital of a plural that opens its sentence tells nothing.
fn is_plural(words: &Words<'_>, name: &Name, first: usize) -> bool {
    let word = words.all.get(name.words.start);
    let word = word.filter(|_| name.words.len() == 1 && opens_sentence(words, name.words.start, first));
    let listed = |w: &Word<'_>| lexicon().facts(w.name).has(Facts::ANY_NAME.and(Facts::GIVEN).and(Facts::SURNAME));
    word.filter(|w| w.shape == Shape::Capitalised && !listed(w)).is_some_and(|w| {
        let known = text_lexicon::entry(w.lower).is_some() || w.text.contains('-');
        (matches!(w.tag, Tag::NounPlural | Tag::ProperNounPlural) || known) && is_several(w)
    })
}

/// Whether the word at `at` opens the sentence that begins at `first`, or what is quoted there.
pub(super) fn opens_sentence(words: &Words<'_>, at: usize, first: usize) -> bool {
    let quoted = words.all.get(first).is_some_and(|w| matches!(w.text, "“" | "\"" | "‘" | "'"));
    at == first || quoted && at == first + 1
}

/// Whether the word is the plural of a noun that the language has: "Officials", "Ex-friends".
pub(super) fn is_several(word: &Word<'_>) -> bool {
    let last = word.text.rsplit('-').next().unwrap_or(word.text);
    last.strip_suffix('s').is_some_and(|one| text_lexicon::entry(lower_hash(one)).is_some())
}

/// Letters behind the names of members and the honoured.
const POST_NOMINALS: [&str; 17] = [
    "MP", "MEP", "MSP", "MLA", "QC", "KC", "SC", "SAN", "CBE", "OBE", "MBE", "KBE", "DBE", "FRS", "PhD", "Ph.D.", "MD",
];

/// What is named after people: a day, a prize.
const OF_PEOPLE: [&str; 10] =
    ["Day", "Prize", "Prizes", "Award", "Awards", "Medal", "Trophy", "Cup", "Act", "Scholarship"];

/// Nouns before which labour is work and no party.
const OF_WORK: [&str; 10] =
    ["market", "markets", "force", "costs", "shortage", "shortages", "unrest", "disputes", "relations", "productivity"];

pub(super) fn text_before<'a>(words: &Words<'a>, name: &Name) -> &'a str {
    name.words.start.checked_sub(1).and_then(|at| words.all.get(at)).map_or("", |w| w.text)
}

fn has_article(words: &Words<'_>, name: &Name) -> bool {
    matches!(text_before(words, name), "the" | "The" | "a" | "A" | "an")
}

/// Corrects kinds, when every surface has one.
pub(super) fn kinds(words: &Words<'_>, names: &mut [Name]) {
    after_address(words, names);
    bare::settle(words, names);
    teams::settle(words, names);
    signs::settle(words, names);
    speaking_places(words, names);
    for name in names.iter_mut().filter(|name| matches!(name.kind, NameKind::Organisation | NameKind::Place)) {
        // "Tory": a group that the lists know as no place or body.
        if lexicon().facts(surface(words, name)).0 & Facts::ANY_NAME.0 == Facts::GROUP.0 {
            name.kind = NameKind::Group;
        }
    }
}

/// "Suharyanto said": an unlisted place that speaks, where nothing is in it or comes from it, is a person.
fn speaking_places(words: &Words<'_>, names: &mut [Name]) {
    const VERBS: [&str; 14] = [
        "said",
        "says",
        "told",
        "denied",
        "added",
        "asked",
        "wept",
        "smiled",
        "resigned",
        "apologised",
        "apologized",
        "testified",
        "pleaded",
        "recalled",
    ];
    let single = |name: &&Name| name.kind == NameKind::Place && name.words.len() == 1;
    let behind = |name: &Name| words.all.get(name.words.end).map_or("", |w| w.text);
    let placed = |name: &&Name| {
        let word = words.all.get(name.words.start);
        is_placed(text_before(words, name)) || word.is_some_and(|w| w.shape == Shape::Capitals || w.glued)
    };
    let unlisted = |key: &u64| !lexicon().facts(*key).has(Facts::ANY_NAME);
    let places: BTreeSet<u64> = names.iter().filter(single).filter(placed).map(|name| surface(words, name)).collect();
    // "Adi Abeto International Airport said" is an airport still.
    let last =
        |name: &Name| words.all.get(name.words.end.saturating_sub(1)).map_or(Facts(0), |w| lexicon().facts(w.name));
    let called = |name: &Name| name.words.len() > 1 && last(name).has(Facts::PLACE_WORD.and(Facts::ORGANISATION_WORD));
    let speaking = names.iter().filter(|name| is_thing(name.kind) && VERBS.contains(&behind(name)) && !called(name));
    let speaking: BTreeSet<u64> =
        speaking.map(|name| surface(words, name)).filter(|key| unlisted(key) && !places.contains(key)).collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place) {
        if speaking.contains(&surface(words, name)) {
            name.kind = NameKind::Person;
        }
    }
}

/// Words that stand before places.
pub(super) fn is_placed(before: &str) -> bool {
    matches!(before, "of" | "in" | "In" | "near" | "from" | "to" | "outside" | "into" | "at" | "around" | "across")
}

/// "Mr. Nepal": what is addressed is a person, whatever else is called so.
fn after_address(words: &Words<'_>, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| is_thing(name.kind)) {
        if matches!(text_before(words, name).trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss") {
            name.kind = NameKind::Person;
        }
    }
}
