//! The name lexicon: what open lists know about words and phrases before any context is looked at.
//!
//! One table holds all lists, keyed by the hash of a phrase; every proper prefix of a phrase is in it too, so the
//! longest listed phrase at a word is found by walking forward while prefixes last.

use super::words::{self, Word};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// Facts about a word or phrase, as flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(pub(super) u32);

macro_rules! facts {
    ($($name:ident = $bit:literal,)*) => {
        impl Facts { $(pub(super) const $name: Facts = Facts(1 << $bit);)* }
    };
}

facts! {
    COUNTRY = 0, CITY = 1, STATE = 2, PLACE = 3, GROUP = 4, ORGANISATION = 5,
    GIVEN_MALE = 6, GIVEN_FEMALE = 7, GIVEN_ANY = 8, SURNAME = 9,
    ORGANISATION_WORD = 10, ORGANISATION_HEAD = 11, PLACE_WORD = 12, PLACE_HEAD = 13,
    ROLE_HEAD = 14, ROLE_MODIFIER = 15, ADDRESS = 16, MALE = 17, FEMALE = 18, FAMILY_FIRST = 19,
    PREFIX = 31,
}

impl Facts {
    pub(super) const ANY_PLACE: Facts = Facts(0b1111);
    pub(super) const ANY_NAME: Facts = Facts(0b11_1111);
    pub(super) const GIVEN: Facts = Facts(0b1_1100_0000);

    pub(super) fn has(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn and(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }
}

/// Takes keys that are hashes already.
#[derive(Default)]
pub(super) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A map from hashes.
pub(super) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

/// All lists.
pub(super) struct Lexicon {
    facts: KeyMap<Facts>,
    /// Nation of an adjective, demonym, capital or other name, keyed by the phrase's hash: `French` → `France`.
    nations: KeyMap<&'static str>,
    /// Full name of an organisation's other names: `EU` → `European Union`.
    full_names: KeyMap<&'static str>,
}

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../assets/lexicon/en/", $name, ".txt"))
    };
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lists, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The lines of a list, without comments.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn parts(field: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    field.unwrap_or("").split(',').map(str::trim).filter(|part| !part.is_empty())
}

impl Lexicon {
    fn read() -> Self {
        let facts = KeyMap::with_capacity_and_hasher(1 << 16, BuildHasherDefault::default());
        let mut lexicon = Lexicon { facts, nations: KeyMap::default(), full_names: KeyMap::default() };
        lexicon.read_places();
        lexicon.read_people();
        lexicon.read_words();
        lexicon
    }

    fn add(&mut self, phrase: &str, facts: Facts) -> u64 {
        // Most entries are one plain word.
        if phrase.bytes().all(|b| b.is_ascii_alphabetic()) && !phrase.is_empty() {
            let key = words::name_key(phrase);
            self.facts.entry(key).or_default().0 |= facts.0;
            return key;
        }
        let keys = words::phrase_keys(phrase);
        let Some((last, prefixes)) = keys.split_last() else { return 0 };
        for prefix in prefixes {
            self.facts.entry(*prefix).or_default().0 |= Facts::PREFIX.0;
        }
        self.facts.entry(*last).or_default().0 |= facts.0;
        *last
    }

    fn read_places(&mut self) {
        for line in lines(list!("countries")) {
            let mut fields = line.split('|').map(str::trim);
            let Some(name) = fields.next() else { continue };
            let key = self.add(name, Facts::COUNTRY);
            self.nations.insert(key, name);
            for adjective in parts(fields.next()) {
                let key = self.add(adjective, Facts::GROUP);
                self.nations.entry(key).or_insert(name);
            }
            for capital in parts(fields.next()) {
                self.add(capital, Facts::CITY);
            }
            for other in parts(fields.next()) {
                let key = self.add(other, Facts::COUNTRY);
                self.nations.insert(key, name);
            }
        }
        for city in lines(list!("cities")).filter_map(|line| line.split('\t').next()) {
            self.add(city, Facts::CITY);
        }
        for line in lines(list!("us_states")) {
            let mut fields = line.split('|').map(str::trim);
            for name in fields.next().into_iter().chain(parts(fields.nth(1))) {
                self.add(name, Facts::STATE);
            }
        }
        for place in lines(list!("places")) {
            self.add(place, Facts::PLACE);
        }
        for group in lines(list!("groups")) {
            self.add(group, Facts::GROUP);
        }
        for line in lines(list!("organisations")) {
            let mut fields = line.split('|').map(str::trim);
            let Some(name) = fields.next() else { continue };
            let key = self.add(name, Facts::ORGANISATION);
            self.full_names.insert(key, name);
            for other in parts(fields.next()) {
                let key = self.add(other, Facts::ORGANISATION);
                self.full_names.insert(key, name);
            }
        }
    }

    fn read_people(&mut self) {
        for line in lines(list!("given_names")) {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or("");
            let sex = match fields.next() {
                Some("m") => Facts::GIVEN_MALE,
                Some("f") => Facts::GIVEN_FEMALE,
                _ => Facts::GIVEN_ANY,
            };
            self.add(name, sex);
        }
        for name in lines(list!("surnames")) {
            self.add(name, Facts::SURNAME);
        }
        for name in lines(list!("family_names_first")) {
            self.add(name, Facts::FAMILY_FIRST);
        }
    }

    fn read_words(&mut self) {
        for (list, closes, opens) in [
            (list!("organisation_words"), Facts::ORGANISATION_WORD, Facts::ORGANISATION_HEAD),
            (list!("place_words"), Facts::PLACE_WORD, Facts::PLACE_HEAD),
        ] {
            for line in lines(list) {
                let Some((word, marks)) = line.split_once(' ') else { continue };
                let closing = if marks.contains('-') { closes } else { Facts(0) };
                let opening = if marks.contains("of") { opens } else { Facts(0) };
                self.add(word, closing.and(opening));
            }
        }
        for line in lines(list!("role_heads")) {
            let (word, marks) = match line.rsplit_once(' ') {
                Some((word, marks)) if matches!(marks, "m" | "f" | "m=" | "f=" | "=") => (word, marks),
                _ => (line, ""),
            };
            let mut facts = if marks.contains('=') { Facts::ADDRESS } else { Facts::ROLE_HEAD };
            if marks.contains('m') {
                facts = facts.and(Facts::MALE);
            }
            if marks.contains('f') {
                facts = facts.and(Facts::FEMALE);
            }
            self.add_role_word(word, facts);
            if word.len() <= 4 {
                self.add_role_word(&format!("{word}."), facts);
            }
        }
        for word in lines(list!("role_modifiers")) {
            self.add_role_word(word, Facts::ROLE_MODIFIER);
        }
    }

    fn add_role_word(&mut self, word: &str, facts: Facts) {
        self.facts.entry(words::role_key(word)).or_default().0 |= facts.0;
    }

    /// What the lists know of a phrase.
    pub(super) fn facts(&self, key: u64) -> Facts {
        self.facts.get(&key).copied().unwrap_or_default()
    }

    /// What the lists of role words know of a word, in any case.
    pub(super) fn role(&self, word: &Word<'_>) -> Facts {
        self.facts(words::role_key_of_lower(word.lower))
    }

    /// The longest listed name that begins at the first of `words`: (number of words, facts).
    pub(super) fn longest(&self, words: &[Word<'_>]) -> Option<(usize, Facts)> {
        let mut key = 0;
        let mut best = None;
        for (at, word) in words.iter().enumerate() {
            key = words::extend_key(key, word.name);
            let facts = self.facts(key);
            if facts.has(Facts::ANY_NAME) {
                best = Some((at + 1, facts));
            }
            if !facts.has(Facts::PREFIX) {
                break;
            }
        }
        best
    }

    /// The nation that a phrase names or belongs to: `French`, `Britain`, `US` → `France`, `United Kingdom`, `United States`.
    pub(super) fn nation(&self, phrase: &str) -> Option<&'static str> {
        self.nations.get(words::phrase_keys(phrase).last()?).copied()
    }

    /// The full name of a well-known organisation: `EU` → `European Union`.
    pub(super) fn full_name(&self, phrase: &str) -> Option<&'static str> {
        self.full_names.get(words::phrase_keys(phrase).last()?).copied()
    }

    /// What the lists know of a whole phrase.
    pub(super) fn phrase(&self, phrase: &str) -> Facts {
        words::phrase_keys(phrase).last().map_or(Facts(0), |key| self.facts(*key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_know_nations_and_short_names() {
        for (phrase, nation) in [
            ("French", Some("France")),
            ("Britain", Some("United Kingdom")),
            ("US", Some("United States")),
            ("U.S.", Some("United States")),
            ("South Korean", Some("South Korea")),
            ("Paris", None),
        ] {
            assert_eq!(lexicon().nation(phrase), nation, "{phrase}");
        }
        assert_eq!(lexicon().full_name("IAEA"), Some("International Atomic Energy Agency"));
        assert!(lexicon().phrase("PARIS").has(Facts::CITY), "a dateline's capitals");
        assert!(lexicon().phrase("Maria").has(Facts::GIVEN_FEMALE));
    }
}
