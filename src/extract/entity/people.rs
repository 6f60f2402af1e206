//! One person, one entry: full names are matched with each other by their parts, then surnames with the full names, so
//! that "Volodymyr Zelenskiy", "President Zelensky" and "Zelensky" are one and two Johnsons stay two.

use super::fold::{fold, within_edits};
use super::lexicon::{Facts, lexicon};
use super::name::Name;
use super::post::KIN;
use super::role::Around;
use super::words::Words;
use std::collections::BTreeMap;

/// What is known of somebody's sex, for titles and pronouns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sex {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Sex {
    pub(super) fn of_facts(facts: Facts) -> Self {
        let male = facts.has(Facts::MALE.and(Facts::GIVEN_MALE));
        let female = facts.has(Facts::FEMALE.and(Facts::GIVEN_FEMALE));
        match (male, female) {
            (true, false) => Sex::Male,
            (false, true) => Sex::Female,
            _ => Sex::Unknown,
        }
    }

    /// Whether the two can be one person's.
    pub(super) fn fits(self, other: Sex) -> bool {
        self == Sex::Unknown || other == Sex::Unknown || self == other
    }
}

/// A person's name in comparable parts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    words: Vec<String>,
    /// Fathers told of within the name: "bin [Khalid] al-Rashid".
    fathers: Vec<String>,
}

/// Words that stand before or inside names without telling people apart.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "as"
            | "ad"
            | "ul"
            | "bin"
            | "ibn"
            | "bint"
            | "de"
            | "da"
            | "di"
            | "del"
            | "dela"
            | "delos"
            | "van"
            | "von"
            | "der"
            | "den"
            | "the"
            | "-"
            | "jr"
            | "jr."
            | "sr"
            | "sr."
            | "ii"
            | "iii"
            | "'s"
            | "\""
            | "“"
            | "”"
    )
}

impl Parts {
    fn of(words: &Words<'_>, name: &Name) -> Self {
        let all = words.all.get(name.words.clone()).unwrap_or(&[]);
        let folded: Vec<String> = all.iter().map(|w| fold(w.text)).collect();
        let mut kept: Vec<String> = folded.iter().filter(|w| !is_particle(w)).cloned().collect();
        if kept.is_empty() {
            kept = folded.clone();
        }
        let is_son = |word: &str| matches!(word, "bin" | "ibn" | "bint");
        let father = |pair: &[String]| matches!(pair, [son, _] if is_son(son)).then(|| pair.get(1).cloned()).flatten();
        Parts { words: kept, fathers: folded.windows(2).filter_map(father).collect() }
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// Whether two full names can be one person's: the shorter is contained in the longer, or all but the spelling of
    /// one word agrees.
    fn agrees(&self, other: &Parts) -> bool {
        let (long, short) = if self.words.len() >= other.words.len() { (self, other) } else { (other, self) };
        if is_subsequence(&short.words, &long.words) {
            return true;
        }
        long.words.len() == short.words.len() && one_spelling_apart(&long.words, &short.words)
    }
}

fn same_word(short: &str, long: &str) -> bool {
    let initial =
        |a: &str, b: &str| a.trim_end_matches('.').chars().count() == 1 && b.starts_with(a.trim_end_matches('.'));
    short == long || initial(short, long) || initial(long, short)
}

fn is_subsequence(short: &[String], long: &[String]) -> bool {
    let ends = short.last().zip(long.last()).is_some_and(|(a, b)| a == b)
        || short.first().zip(long.first()).is_some_and(|(a, b)| a == b && a.len() > 2);
    // "Michael McFaul" is not "Michael M. Grynbaum": no initial stands for a surname.
    let is_surname = |at: usize| at + 1 == short.len();
    let mut rest = long.iter();
    let found = |(at, word): (usize, &String)| {
        rest.any(|other| if is_surname(at) { word == other } else { same_word(word, other) })
    };
    ends && short.iter().enumerate().all(found)
}

fn one_spelling_apart(a: &[String], b: &[String]) -> bool {
    let differing: Vec<(&String, &String)> = a.iter().zip(b).filter(|(x, y)| !same_word(x, y)).collect();
    matches!(differing.as_slice(), [(x, y)] if within_edits(x, y))
}

/// People whose names are compared with a new name at most: an article has dozens, a telephone book must end, too.
const MOST_COMPARED: usize = 400;
/// Spellings of one person's full name at most.
const MOST_FORMS: usize = 30;

/// A person as clustered so far.
struct Person {
    full: Vec<Parts>,
    single: Vec<String>,
    sex: Sex,
    /// Place of the latest mention in the list of names.
    latest: usize,
    first: usize,
    /// Place of the first mention by a bare name.
    bare: Option<usize>,
    /// Introduced as somebody's kin: "his mother, Anna Moe".
    is_kin: bool,
    /// What the text beside the full names says they are.
    posts: Vec<String>,
}

impl Person {
    /// Somebody whose first mention, at `first` of the names, has no full name.
    fn new(first: usize, sex: Sex) -> Self {
        Person {
            full: Vec::new(),
            single: Vec::new(),
            sex,
            latest: usize::MAX,
            first,
            bare: None,
            is_kin: false,
            posts: Vec::new(),
        }
    }

    /// Remembers another name that stands alone.
    fn is_called(&mut self, word: &str) {
        if self.single.len() < MOST_FORMS && !self.single.iter().any(|known| known == word) {
            self.single.push(word.to_owned());
        }
    }

    /// Whether a full name can be this person's.
    fn agrees(&self, full: &Parts) -> bool {
        self.full.iter().take(MOST_FORMS).any(|form| form.agrees(full))
    }

    /// How well a bare name fits: 3 the last word, 2 another word, 1 a spelling variant.
    fn fit(&self, word: &str) -> u8 {
        // "Hamdan bin Mohammed" is not called by his father's name.
        let by_last = |f: &Parts| f.last() == word && f.fathers.iter().all(|father| father != word);
        if self.full.iter().any(by_last) || self.single.iter().any(|s| s == word) {
            3
        } else if self
            .full
            .iter()
            .any(|f| f.words.iter().any(|w| w == word) && f.fathers.iter().all(|father| father != word))
        {
            2
        } else if word.len() >= 5
            && (self.full.iter().any(|f| within_edits(f.last(), word))
                || self.single.iter().any(|s| within_edits(s, word)))
        {
            1
        } else {
            0
        }
    }
}

/// Groups the names of people: for each of `names` (all of them persons, in text order) the number of its person.
/// `around` tells the sex that a title before the name says, and the posts beside it.
pub(super) fn cluster(words: &Words<'_>, names: &[&Name], around: &[&Around]) -> Vec<usize> {
    let parts: Vec<Parts> = names.iter().map(|name| Parts::of(words, name)).collect();
    let mut people: Vec<Person> = Vec::new();
    // The person of each spelling seen.
    let mut known: BTreeMap<&[String], usize> = BTreeMap::new();
    let mut person_of = vec![usize::MAX; names.len()];
    for (at, full) in parts.iter().enumerate().filter(|(_, p)| p.is_full()) {
        let sex = sex_of(words, names.get(at).copied(), around.get(at).map(|around| around.sex));
        let fits = |p: &Person| p.sex.fits(sex);
        let same = known.get(full.words.as_slice()).copied().filter(|number| people.get(*number).is_some_and(fits));
        let recent = people.len().saturating_sub(MOST_COMPARED);
        let similar = || people.iter().skip(recent).position(|p| fits(p) && p.agrees(full)).map(|at| recent + at);
        let called = at.checked_sub(1).filter(|_| is_called_too(words, names, at)).and_then(|before| {
            let known = person_of.get(before).copied().filter(|number| *number < people.len());
            known.or_else(|| people.iter().position(|p| p.fit(parts.get(before).map_or("", Parts::last)) == 3))
        });
        // "Born [Ruth Cole] in Vik, she …": whoever has the given name.
        let born = names.get(at).and_then(|name| words.all.get(name.words.start.checked_sub(1)?));
        let given =
            || people.iter().position(|p| fits(p) && p.full.iter().any(|f| f.words.first() == full.words.first()));
        let called = called.or_else(|| born.filter(|word| word.text == "Born").and_then(|_| given()));
        let beside = beside_title(words, names, at).and_then(|beside| parts.get(beside));
        let titled = || {
            let known = |name: &Parts| people.iter().skip(recent).position(|p| fits(p) && p.fit(name.last()) == 3);
            beside.and_then(known).map(|at| recent + at)
        };
        let found = same.or(called).or_else(titled).or_else(similar);
        let number = found.unwrap_or(people.len());
        if found.is_none() {
            let is_kin = names.get(at).is_some_and(|name| is_introduced_as_kin(words, name));
            people.push(Person { is_kin, ..Person::new(at, sex) });
        }
        if let (Some(person), Some(place)) = (people.get_mut(number), person_of.get_mut(at)) {
            if person.full.len() < MOST_FORMS && !person.full.contains(full) {
                person.full.push(full.clone());
            }
            if person.sex == Sex::Unknown {
                person.sex = sex;
            }
            if let Some(name) = beside.filter(|name| !name.is_full()) {
                person.is_called(name.last());
            }
            person.posts.extend(posts(around, at));
            known.insert(&full.words, number);
            *place = number;
        }
    }
    for at in 0..parts.len() {
        let Some(part) = parts.get(at) else { continue };
        // "Joko Widodo, better known as Jokowi"
        let called = at.checked_sub(1).filter(|_| !part.is_full() && is_called_too(words, names, at));
        let called = called.and_then(|before| person_of.get(before).copied()).filter(|number| *number < people.len());
        if let Some(person) = called.and_then(|number| people.get_mut(number)) {
            person.is_called(part.last());
        }
        if !part.is_full() {
            let title = around.get(at).map(|around| around.sex).unwrap_or_default();
            let number = if shares_surname(words, names, &parts, at) && people.iter().all(|p| p.fit(part.last()) < 3) {
                people.push(Person::new(at, title));
                people.len() - 1
            } else {
                bare_name(&mut people, part.last(), title, &posts(around, at), at)
            };
            if let Some(place) = person_of.get_mut(at) {
                *place = number;
            }
            if let Some(person) = people.get_mut(number) {
                person.bare = person.bare.or(Some(at));
            }
        }
        if let Some(person) = person_of.get(at).and_then(|number| people.get_mut(*number)) {
            person.latest = at;
        }
    }
    person_of
}

/// The posts told beside the name at a place, that say more than "leader".
fn posts(around: &[&Around], at: usize) -> Vec<String> {
    let told = around.get(at).map_or(&[][..], |around| around.roles.as_slice());
    told.iter().filter(|role| !role.is_vague() && !role.is_former()).map(|role| role.core.clone()).collect()
}

/// "[John] and Donald Parkinson": a given name before a full name is of that family, and nobody named elsewhere; who is
/// "Harry" in other places, too, is so called ("[Harry] and Meghan Markle").
fn shares_surname(words: &Words<'_>, names: &[&Name], parts: &[Parts], at: usize) -> bool {
    let (Some(name), Some(part)) = (names.get(at), parts.get(at)) else { return false };
    let joint = words.all.get(name.words.end).map_or("", |w| w.text);
    let follows = names.get(at + 1).is_some_and(|next| next.words.start == name.words.end + 1);
    let joined = matches!(joint, "and" | "&") && follows && parts.get(at + 1).is_some_and(Parts::is_full);
    joined && parts.iter().filter(|other| *other == part).nth(1).is_none()
}

/// "Bravo Lie, whose real name is [Jose Rodriguez]", "Per Lie, also known as [Don Pedro]"
fn is_called_too(words: &Words<'_>, names: &[&Name], at: usize) -> bool {
    let Some((before, name)) = at.checked_sub(1).and_then(|at| names.get(at)).zip(names.get(at)) else { return false };
    let between = words.all.get(before.words.end..name.words.start).unwrap_or(&[]);
    let said: Vec<&str> = between.iter().map(|w| w.text).filter(|w| !matches!(*w, "," | "(")).collect();
    matches!(
        said.as_slice(),
        ["whose", "real", "name", "is" | "was"]
            | ["born"]
            | ["also" | "better" | "formerly" | "formally" | "previously", "known", "as"]
            | ["known", "as"]
            | ["aka"]
            | ["alias"]
    )
}

/// "Prince Per, [the Duke of Lund]", "[The Duke of Lund], Prince Per": the place of the name beside one that is a title.
fn beside_title(words: &Words<'_>, names: &[&Name], at: usize) -> Option<usize> {
    const NOBLE: [&str; 10] =
        ["Duke", "Duchess", "Earl", "Countess", "Marquess", "Prince", "Princess", "Baron", "Baroness", "Viscount"];
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let name = names.get(at)?;
    let (start, end) = (name.words.start, name.words.end);
    let title = NOBLE.contains(&text(start)) && text(start + 1) == "of";
    let article = text(start.checked_sub(1)?) == "the";
    let before = || {
        let before = at.checked_sub(1)?;
        let comma = names.get(before)?.words.end;
        (article && text(comma) == "," && comma + 2 == start).then_some(before)
    };
    let after = || {
        let next = names.get(at + 1)?.words.start;
        let named = next == end + 1 || next == end + 2 && NOBLE.contains(&text(end + 1));
        (text(end) == "," && named).then_some(at + 1)
    };
    if title { before().or_else(after) } else { None }
}

/// "his mother, Anna Moe", "Moe's brother Per Moe", "first lady Anna Moe".
fn is_introduced_as_kin(words: &Words<'_>, name: &Name) -> bool {
    let text = |back: usize| name.words.start.checked_sub(back).and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let noun = text(if text(1) == "," { 2 } else { 1 });
    KIN.contains(&noun) || matches!(noun, "lady" | "Lady") && text(2).eq_ignore_ascii_case("first")
}

/// The person of a bare name: the best fit, among equals the one who has the post beside it ("President Moe" is not his son
/// Per Moe), then the one mentioned last, else the first still to come.
fn bare_name(people: &mut Vec<Person>, word: &str, title: Sex, posts: &[String], at: usize) -> usize {
    let rank = |person: &Person| {
        let seen = person.latest != usize::MAX;
        let holds = person.posts.iter().any(|post| posts.contains(post));
        (person.fit(word), holds, seen, if seen { person.latest } else { usize::MAX - person.first })
    };
    // "Moe" stays who was so called before his mother, Anna Moe, came in.
    let settled_before = |first: usize| {
        let owners = people.iter().filter(|p| !p.is_kin && p.sex.fits(title) && p.fit(word) == 3);
        owners.filter_map(|p| p.bare).any(|bare| bare < first)
    };
    let best = people
        .iter()
        .enumerate()
        .skip(people.len().saturating_sub(MOST_COMPARED))
        .filter(|(_, p)| p.sex.fits(title) && p.fit(word) > 0)
        .filter(|(_, p)| !p.is_kin || p.latest != usize::MAX && !settled_before(p.first))
        .max_by_key(|(number, p)| (rank(p), usize::MAX - number))
        .map(|(number, _)| number);
    if let Some(number) = best {
        return number;
    }
    people.push(Person { single: vec![word.to_owned()], ..Person::new(at, title) });
    people.len() - 1
}

/// The sex that a title or the given name tells.
pub(super) fn sex_of(words: &Words<'_>, name: Option<&Name>, title: Option<Sex>) -> Sex {
    match title {
        Some(Sex::Unknown) | None => {}
        Some(told) => return told,
    }
    // "Le Clair", "Al Rawahi": a particle is no given name.
    let first = name.and_then(|n| words.all.get(n.words.start)).filter(|w| w.text.len() > 2);
    let facts = first.map_or(Facts(0), |word| lexicon().facts(word.name));
    // "Thomas said": alone it may be a surname.
    let is_given = name.is_some_and(|n| n.words.len() > 1) || !facts.has(Facts::SURNAME);
    if is_given { Sex::of_facts(facts) } else { Sex::Unknown }
}

/// The sex of somebody called by one word alone all through the article: "Kevin" is no surname there.
pub(super) fn sex_of_single(words: &Words<'_>, names: &[&Name]) -> Sex {
    let first = names.first().filter(|_| names.iter().all(|name| name.words.len() == 1));
    let word = first.and_then(|name| words.all.get(name.words.start));
    word.map_or(Sex::Unknown, |word| Sex::of_facts(lexicon().facts(word.name)))
}
