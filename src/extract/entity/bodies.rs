//! One body, one entry: organisations, places and groups are brought together by full name and abbreviation, by what the
//! lists know ("US" = "United States"), and by a name's shorter form.

use super::fold::fold;
use super::lexicon::{Facts, lexicon};
use super::name::Name;
use super::tagger::NameKind;
use super::teams;
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
    // "Washington, D.C." and "Washington D.C."
    let folded = if name.kind == NameKind::Place { folded.replace(',', "") } else { folded };
    match name.kind {
        NameKind::Group if known.is_none() => folded.trim_end_matches('s').to_owned(),
        NameKind::Organisation => same_spelling(&folded),
        _ => folded,
    }
}

/// A body's name without its form of company, British spelling and what else two writers do not share: "Guardian's
/// Council" and "Guardian Council", "Aeronautic Defence & Space Company N.V." and "… Defense and Space Company".
fn same_spelling(folded: &str) -> String {
    const FORMS: [&str; 14] =
        ["inc", "corp", "ltd", "plc", "llc", "llp", "ag", "nv", "sa", "spa", "gmbh", "co", "limited", "incorporated"];
    let mut words: Vec<&str> = folded.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(word)) {
        words.pop();
    }
    let american = |word: &str| {
        let word = word.strip_suffix("'s").unwrap_or(word);
        match word {
            "&" => "and".to_owned(),
            "defence" => "defense".to_owned(),
            "centre" => "center".to_owned(),
            "labour" => "labor".to_owned(),
            "programme" => "program".to_owned(),
            _ => word.replace("organisation", "organization"),
        }
    };
    words.into_iter().map(american).collect::<Vec<_>>().join(" ")
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
            && (spells(words, short, full)
                || abbreviates(short.span.of(text), full.span.of(text))
                || is_foreign_short(words, text, short, full) && numbers.iter().filter(|n| *n == b).count() > 1)
        {
            merge(merged, *b, *a);
        }
    }
    // Distinct names are few; the bound keeps hostile input from costing its square.
    let distinct: Vec<(usize, &Name)> = first.into_iter().take(400).collect();
    for (number, name) in &distinct {
        if let Some(other) = only_owner(text, name, *number, &distinct) {
            merge(merged, *number, other);
            continue;
        }
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

/// Whether the letters of what stands in brackets are those of the name before, in their order and from its first:
/// "Singapore Airlines (SIA)" (Schwartz and Hearst 2003).
pub(super) fn abbreviates(short: &str, full: &str) -> bool {
    let full = fold(full);
    let mut rest = full.chars();
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let first = fold(short).chars().next().is_some_and(|c| full.starts_with(c));
    first
        && capitals * 2 > short.len()
        && (2..=6).contains(&short.len())
        && fold(short).chars().filter(|c| c.is_alphanumeric()).all(|c| rest.any(|other| other == c))
}

/// "Corruption Eradication Commission (KPK)": capitals in brackets behind a body that are no body's or place's in the
/// lists; they abbreviate its name in another language.
fn is_foreign_short(words: &Words<'_>, text: &str, short: &Name, full: &Name) -> bool {
    let closes = text.get(short.span.end as usize..).is_some_and(|rest| rest.starts_with(')'));
    closes
        && full.words.len() > 1
        && is_acronym(words, short)
        && !lexicon().phrase(short.span.of(text)).has(Facts::ANY_NAME)
}

/// The one body of the article that a bare word of its name can mean: "Northrop" of Northrop Grumman, "Army" of the U.S.
/// Army, "Council" of the Guardian Council. Where two names hold the word, it is neither's.
fn only_owner(text: &str, name: &Name, number: usize, distinct: &[(usize, &Name)]) -> Option<usize> {
    let short = name.span.of(text);
    let common = lexicon().phrase(short);
    if name.kind != NameKind::Organisation || short.contains(' ') || common.has(Facts::ANY_NAME.and(Facts::GIVEN)) {
        return None;
    }
    let closes = common.has(Facts::ORGANISATION_WORD);
    let holds = |full: &str| {
        let club = !closes && teams::is_club_word(short) && full.ends_with(short);
        let closes = closes || club;
        let rest = if closes { full.strip_suffix(short) } else { full.strip_prefix(short) };
        rest.is_some_and(|rest| if closes { rest.ends_with(' ') } else { rest.starts_with(' ') })
    };
    let mut longer = distinct.iter().filter(|(other, full)| *other != number && holds(full.span.of(text)));
    let first = longer.next()?.0;
    longer.next().is_none().then_some(first)
}

/// What may end a well-known firm's name: "Apple Computer" is Apple, "Google News" and the "Ford Foundation" are others.
const FIRMS: [&str; 24] = [
    "Aerospace",
    "Airlines",
    "Airways",
    "Automotive",
    "Bank",
    "Co",
    "Co.",
    "Communications",
    "Company",
    "Computer",
    "Corporation",
    "Electric",
    "Energy",
    "Entertainment",
    "Group",
    "Holdings",
    "Industries",
    "Motor",
    "Motors",
    "Oil",
    "Party",
    "Petroleum",
    "Pharmaceuticals",
    "Technologies",
];

fn is_kind(word: &super::words::Word<'_>) -> bool {
    lexicon().facts(word.name).has(Facts::ORGANISATION_WORD.and(Facts::PLACE_WORD))
}

/// "Home Office" of "United Kingdom Home Office", "Yukos" of "Yukos Oil Company", "Sinai" of "Sinai Peninsula".
fn is_short_form(words: &Words<'_>, text: &str, short: &Name, full: &Name) -> bool {
    let (a, b) = (short.span.of(text), full.span.of(text));
    if a.len() >= b.len() {
        return false;
    }
    let rest = words.all.get(full.words.start + short.words.len()..full.words.end).unwrap_or(&[]);
    // "Police Federation" of "Police Federation of England and Wales"
    let heads =
        words.all.get(short.words.end - 1).is_some_and(|w| lexicon().facts(w.name).has(Facts::ORGANISATION_WORD));
    let of = rest.first().is_some_and(|w| matches!(w.text, "of" | "for"));
    if heads && of && short.words.len() > 1 && short.kind == NameKind::Organisation && b.starts_with(a) {
        return true;
    }
    // "Lund" of Lund Athletic, where both are told to be teams
    let club = rest.last().is_some_and(|w| teams::is_club_word(w.text)) && short.words.len() + 1 == full.words.len();
    if club && short.kind == NameKind::Organisation && full.kind == short.kind && b.starts_with(a) {
        return true;
    }
    if let Some(tail) = b.strip_prefix(a) {
        let makes_kind = |w: &super::words::Word<'_>| {
            lexicon().facts(w.name).has(Facts::ORGANISATION_WORD.and(Facts::PLACE_WORD)) || !w.is_capitalised()
        };
        let known = lexicon().phrase(a);
        let listed = known.has(Facts::ANY_PLACE.and(Facts::GROUP));
        let firm = |w: &super::words::Word<'_>| FIRMS.contains(&w.text);
        let named = if known.has(Facts::ORGANISATION) {
            rest.last().is_some_and(firm)
        } else {
            rest.last().is_some_and(makes_kind)
        };
        return tail.starts_with(' ')
            && named
            && (full.kind == NameKind::Place || !listed)
            && (short.words.len() > 1 || rest.len() <= 2);
    }
    let Some(head) = b.strip_suffix(a) else { return false };
    let owner = head.trim().trim_end_matches("'s").trim_end_matches("’s");
    // "Dodgers" of the "Los Angeles Dodgers": a team is called by its nickname.
    let last = words.all.get(short.words.start);
    let team = last.is_some_and(|w| w.text.ends_with('s') && w.shape == Shape::Capitalised && !is_kind(w))
        && lexicon().phrase(owner).has(Facts::ANY_PLACE);
    full.kind == NameKind::Organisation
        && (short.words.len() > 1 || team)
        && head.ends_with(' ')
        && lexicon().phrase(owner).has(Facts::ANY_NAME)
}
