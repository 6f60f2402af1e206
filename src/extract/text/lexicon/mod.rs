//! The lexicon: which parts of speech a word can be, its dictionary form, and what kind of thing it means.
//!
//! Dictionary forms come from a word list made of WordNet; inflected forms are led back to them by rule. Semantic
//! classes are WordNet's lexicographer files: `attack` as a noun is an act, `minister` a person; the order of the
//! classes is that of the senses, the most frequent first.

mod inflection;

pub(in crate::extract) use inflection::function_word;
pub use inflection::{lemma, lemma_of, possible_tags};

use super::tag::Tag;
use super::word::lower_hash;
use std::sync::LazyLock;

static WORDS: &str = include_str!("../../../../assets/lexicon/en/words.txt");

macro_rules! classes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the names are WordNet's, and say all there is to say")]
        pub enum $name { $($variant,)* }

        impl $name {
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

classes! {
    /// What kind of thing a noun means.
    NounClass {
        Act = "act", Animal = "animal", Artifact = "artifact", Attribute = "attribute", Body = "body",
        Cognition = "cognition", Communication = "communication", Event = "event", Feeling = "feeling",
        Food = "food", Group = "group", Location = "location", Motive = "motive", Object = "object",
        Person = "person", Phenomenon = "phenomenon", Plant = "plant", Possession = "possession",
        Process = "process", Quantity = "quantity", Relation = "relation", Shape = "shape", State = "state",
        Substance = "substance", Time = "time",
    }
}

classes! {
    /// What kind of doing a verb means.
    VerbClass {
        Body = "body", Change = "change", Cognition = "cognition", Communication = "communication",
        Competition = "competition", Consumption = "consumption", Contact = "contact", Creation = "creation",
        Emotion = "emotion", Motion = "motion", Perception = "perception", Possession = "possession",
        Social = "social", Stative = "stative", Weather = "weather",
    }
}

/// What the word list says of a dictionary form.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The fields behind the word.
    fields: &'static str,
    /// For noun, verb, adjective, adverb: 0 = cannot be, else 1 + log2(1 + count).
    weights: [u8; 4],
}

impl Entry {
    fn weight(self, part: usize) -> u8 {
        self.weights.get(part).copied().unwrap_or(0)
    }

    /// How common the word is as a noun: 0 = never, 1 = rare, each step twice as common.
    pub fn noun_weight(self) -> u8 {
        self.weight(0)
    }

    /// How common the word is as a verb, on the scale of [`Entry::noun_weight`].
    pub fn verb_weight(self) -> u8 {
        self.weight(1)
    }

    /// How common the word is as an adjective, on the scale of [`Entry::noun_weight`].
    pub fn adjective_weight(self) -> u8 {
        self.weight(2)
    }

    /// How common the word is as an adverb, on the scale of [`Entry::noun_weight`].
    pub fn adverb_weight(self) -> u8 {
        self.weight(3)
    }

    /// Whether it is an adjective written with a capital: `Russian`, `Christian`.
    pub fn is_capital_adjective(self) -> bool {
        self.fields.split('\t').any(|field| field == "c")
    }

    fn classes(self, letter: char) -> impl Iterator<Item = &'static str> {
        let field = self.fields.split('\t').find(|field| field.starts_with(letter)).unwrap_or("");
        field.split(' ').skip(1)
    }

    /// The classes of the word's senses as a noun, first sense first.
    pub fn noun_classes(self) -> impl Iterator<Item = NounClass> {
        self.classes('n').filter_map(NounClass::from_word)
    }

    /// The classes of the word's senses as a verb, first sense first.
    pub fn verb_classes(self) -> impl Iterator<Item = VerbClass> {
        self.classes('v').filter_map(VerbClass::from_word)
    }

    /// The rank of a class among the word's senses as a noun: 0 = of the first sense.
    pub fn noun_class_rank(self, class: NounClass) -> Option<usize> {
        self.noun_classes().position(|have| have == class)
    }
}

/// Open addressing table from word hash to its line; less than twice as many slots as words, so that it stays near the
/// processor.
struct Table {
    slots: Vec<Slot>,
}

/// A word's place in the list in one number, 0 for none: from the top 21 bits of its hash, 20 of the offset of its fields in
/// [`WORDS`], 7 of their length, and 4 for each of its weights.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Slot(u64);

impl Slot {
    const PRINT: u32 = 43;

    fn new(hash: u64, line: usize, length: usize, weights: [u8; 4]) -> Self {
        let weights = weights.iter().fold(0, |all, weight| all << 4 | u64::from((*weight).min(15)));
        let line = (line as u64 & 0xF_FFFF) << 23;
        Self(hash >> Self::PRINT << Self::PRINT | line | (length.min(127) as u64) << 16 | weights)
    }

    fn is_of(self, hash: u64) -> bool {
        self.0 >> Self::PRINT == hash >> Self::PRINT
    }

    fn fields(self) -> std::ops::Range<usize> {
        let line = (self.0 >> 23 & 0xF_FFFF) as usize;
        line..line + (self.0 >> 16 & 127) as usize
    }

    fn weights(self) -> [u8; 4] {
        [12, 8, 4, 0].map(|shift| (self.0 >> shift & 15) as u8)
    }
}

const SLOT_BITS: u32 = 16;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { slots: vec![Slot::default(); 1 << SLOT_BITS] };
    for (word, line, fields) in words() {
        table.insert(lower_hash(word), line, fields);
    }
    table
});

/// The words of the list, with the offset of their fields and these.
fn words() -> impl Iterator<Item = (&'static str, usize, &'static str)> {
    let mut offset = 0;
    WORDS.split('\n').filter_map(move |line| {
        let start = offset;
        offset += line.len() + 1;
        let (word, fields) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
        Some((word, start + word.len() + 1, fields))
    })
}

impl Table {
    fn insert(&mut self, hash: u64, line: usize, fields: &str) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|slot| *slot != Slot::default()) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot::new(hash, line, fields.len(), weights_of(fields));
        }
    }

    fn get(&self, hash: u64) -> Option<Entry> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == Slot::default() {
                return None;
            }
            if slot.is_of(hash) {
                return Some(Entry { fields: WORDS.get(slot.fields())?, weights: slot.weights() });
            }
            at = (at + 1) & mask;
        }
    }
}

/// For noun, verb, adjective, adverb: 1 + log2(1 + the count behind its letter, at a field's start); 0 without field.
fn weights_of(fields: &str) -> [u8; 4] {
    let mut weights = [0; 4];
    let (mut place, mut count, mut starts) = (None, 0_u32, true);
    for byte in fields.bytes() {
        match byte {
            b'\t' => (place, starts) = (None, true),
            _ if starts => {
                place = [b'n', b'v', b'a', b'r'].iter().position(|letter| *letter == byte);
                (count, starts) = (0, false);
            }
            b'0'..=b'9' => count = count.saturating_mul(10).saturating_add(u32::from(byte - b'0')),
            _ => place = None,
        }
        if let Some(weight) = place.and_then(|place| weights.get_mut(place)) {
            *weight = count.saturating_add(1).ilog2() as u8 + 1;
        }
    }
    weights
}

/// The entry of a dictionary form, by its [`lower_hash`].
pub fn entry(hash: u64) -> Option<Entry> {
    TABLE.get(hash)
}

/// The entry of a noun in singular or plural.
pub fn noun(word: &str) -> Option<Entry> {
    entry(lower_hash(&lemma(word, Tag::NounPlural))).or_else(|| entry(lower_hash(word))).filter(|e| e.noun_weight() > 0)
}

/// The entry of a verb in any form.
pub fn verb(word: &str) -> Option<Entry> {
    let base = [Tag::VerbPresent3rd, Tag::VerbPastParticiple, Tag::VerbGerund].into_iter();
    base.map(|tag| lower_hash(&lemma(word, tag)))
        .chain([lower_hash(word)])
        .find_map(|hash| entry(hash).filter(|e| e.verb_weight() > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_found() {
        for (word, _, fields) in words() {
            let entry = entry(lower_hash(word)).unwrap();
            assert_eq!((entry.fields, entry.weights), (fields, weights_of(fields)), "{word}");
        }
        assert!(["qxv", "Ulven", ""].iter().all(|word| entry(lower_hash(word)).is_none()));
    }

    #[test]
    fn classes_come_in_order_of_senses() {
        let attack = noun("attacks").unwrap();
        assert_eq!(attack.noun_class_rank(NounClass::Act), Some(0));
        assert_eq!(noun("minister").unwrap().noun_classes().next(), Some(NounClass::Person));
        assert!(verb("announced").unwrap().verb_classes().any(|c| c == VerbClass::Communication));
        assert!(noun("Paris").is_none());
    }
}
