//! The lexicon: which parts of speech a word can be, its dictionary form, and what kind of thing it means.
//!
//! Dictionary forms come from a word list made of WordNet; inflected forms are led back to them by rule. Semantic
//! classes are WordNet's lexicographer files: `attack` as a noun is an act, `minister` a person; the order of the
//! classes is that of the senses, the most frequent first.

use super::tag::{Tag, TagSet};
use super::word::{lower_hash, mix};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static WORDS: &str = include_str!("../../../assets/lexicon/en/words.txt");

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

/// Open addressing table from word hash to its line; twice as many slots as words.
struct Table {
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    /// Upper half of the hash; 0 with `line == 0` is free.
    print: u32,
    /// Offset of the fields in [`WORDS`].
    line: u32,
    weights: [u8; 4],
}

const SLOT_BITS: u32 = 17;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { slots: vec![Slot::default(); 1 << SLOT_BITS] };
    let mut offset = 0;
    for line in WORDS.split('\n') {
        if let Some((word, fields)) = line.split_once('\t').filter(|_| !line.starts_with('#')) {
            table.insert(lower_hash(word), offset + word.len() + 1, fields);
        }
        offset += line.len() + 1;
    }
    table
});

impl Table {
    fn insert(&mut self, hash: u64, line: usize, fields: &str) {
        let mut weights = [0; 4];
        for field in fields.split('\t') {
            let place = match field.as_bytes().first() {
                Some(b'n') => 0,
                Some(b'v') => 1,
                Some(b'a') => 2,
                Some(b'r') => 3,
                _ => continue,
            };
            let digits = field.bytes().skip(1).take_while(u8::is_ascii_digit);
            let count = digits.fold(0_u32, |n, d| n.saturating_mul(10).saturating_add(u32::from(d - b'0')));
            if let Some(weight) = weights.get_mut(place) {
                *weight = (count + 1).ilog2() as u8 + 1;
            }
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.line != 0) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { print: (hash >> 32) as u32, line: line as u32, weights };
        }
    }

    fn get(&self, hash: u64) -> Option<Entry> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.line == 0 {
                return None;
            }
            if slot.print == (hash >> 32) as u32 {
                let rest = WORDS.get(slot.line as usize..)?;
                let fields = rest.split('\n').next()?;
                return Some(Entry { fields, weights: slot.weights });
            }
            at = (at + 1) & mask;
        }
    }
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

/// Irregular form → (its possible tags, lemma).
struct Irregular {
    verbs: BTreeMap<u64, (TagSet, &'static str)>,
    nouns: BTreeMap<u64, &'static str>,
    function_words: BTreeMap<u64, (Tag, TagSet)>,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

static IRREGULAR: LazyLock<Irregular> = LazyLock::new(|| {
    let mut all = Irregular { verbs: BTreeMap::new(), nouns: BTreeMap::new(), function_words: BTreeMap::new() };
    for row in rows(include_str!("../../../assets/lexicon/en/irregular_verbs.txt")) {
        let base = row.first().copied().unwrap_or("");
        for (forms, tag) in row.iter().skip(1).zip([Tag::VerbPast, Tag::VerbPastParticiple]) {
            for form in forms.split('/') {
                all.verbs.entry(lower_hash(form)).or_insert((TagSet::default(), base)).0.add(tag);
            }
        }
    }
    for row in rows(include_str!("../../../assets/lexicon/en/irregular_nouns.txt")) {
        if let [plural, singular] = row.as_slice() {
            all.nouns.insert(lower_hash(plural), singular);
        }
    }
    for row in rows(include_str!("../../../assets/lexicon/en/function_words.txt")) {
        if let [word, tags] = row.as_slice() {
            let tags: Vec<Tag> = tags.split(' ').filter_map(Tag::from_penn).collect();
            if let Some(first) = tags.first() {
                all.function_words.insert(lower_hash(word), (*first, TagSet::of(&tags)));
            }
        }
    }
    all
});

/// The tags of a closed-class word, the most frequent first.
pub(super) fn function_word(hash: u64) -> Option<(Tag, TagSet)> {
    IRREGULAR.function_words.get(&hash).copied()
}

/// Hash of the lower-cased `stem` followed by `ending`.
fn joined(stem: &str, ending: &str) -> u64 {
    if stem.is_ascii() {
        let bytes = stem.bytes().map(|b| b.to_ascii_lowercase()).chain(ending.bytes());
        return mix(bytes.fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)));
    }
    lower_hash(&format!("{stem}{ending}"))
}

/// `word` without `ending`, whatever its case.
fn without<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let at = word.len().checked_sub(ending.len())?;
    let tail = word.get(at..)?;
    (at >= 1 && tail.eq_ignore_ascii_case(ending)).then(|| word.get(..at)).flatten()
}

/// `stopp` → `stop`.
fn undoubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b] if a.eq_ignore_ascii_case(b) && b.is_ascii_alphabetic() && stem.len() > 3 => {
            stem.get(..stem.len() - 1)
        }
        _ => None,
    }
}

/// The stems that a regular ending may have been put to, as (stem, letters to add), the likeliest first.
fn stems<'a>(word: &'a str, tag: Tag) -> impl Iterator<Item = (&'a str, &'static str)> {
    let mut out: [Option<(&'a str, &'static str)>; 4] = [None; 4];
    let set = |i: usize, stem: Option<&'a str>, add: &'static str, out: &mut [Option<(&'a str, &'static str)>; 4]| {
        if let (Some(place), Some(stem)) = (out.get_mut(i), stem) {
            *place = Some((stem, add));
        }
    };
    match tag {
        Tag::NounPlural | Tag::VerbPresent3rd | Tag::ProperNounPlural => {
            set(0, without(word, "ies"), "y", &mut out);
            set(1, without(word, "s").filter(|s| !s.ends_with(['s', 'S'])), "", &mut out);
            set(2, without(word, "es"), "", &mut out);
            set(3, without(word, "men"), "man", &mut out);
        }
        Tag::VerbPast | Tag::VerbPastParticiple => {
            set(0, without(word, "ied"), "y", &mut out);
            let stem = without(word, "ed");
            set(1, stem, "e", &mut out);
            set(2, stem, "", &mut out);
            set(3, stem.and_then(undoubled), "", &mut out);
        }
        Tag::VerbGerund => {
            let stem = without(word, "ing");
            set(0, stem, "", &mut out);
            set(1, stem, "e", &mut out);
            set(2, stem.and_then(undoubled), "", &mut out);
            set(3, without(word, "ying"), "ie", &mut out);
        }
        Tag::AdjectiveComparative | Tag::AdjectiveSuperlative => {
            let ending = if tag == Tag::AdjectiveComparative { "er" } else { "est" };
            let stem = without(word, ending);
            set(0, stem, "", &mut out);
            set(1, stem, "e", &mut out);
            set(2, stem.and_then(undoubled), "", &mut out);
            set(3, stem.and_then(|s| without(s, "i")), "y", &mut out);
        }
        _ => {}
    }
    out.into_iter().flatten()
}

fn known_stem(word: &str, tag: Tag) -> Option<(&str, &'static str, Entry)> {
    let wanted = |entry: &Entry| match tag {
        Tag::NounPlural => entry.noun_weight(),
        Tag::AdjectiveComparative | Tag::AdjectiveSuperlative => entry.adjective_weight(),
        _ => entry.verb_weight(),
    };
    let found = stems(word, tag).filter_map(|(stem, add)| Some((stem, add, entry(joined(stem, add))?)));
    // `planed` and `planned`, `hoping` and `hopping`: where two stems exist, the commoner verb is meant.
    found
        .filter(|(_, _, entry)| wanted(entry) > 0)
        .max_by_key(|(stem, _, entry)| (wanted(entry), usize::MAX - stem.len()))
}

/// The dictionary form of a word that has this tag, in small letters.
pub fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    let hash = lower_hash(word);
    if tag.is_verb() {
        match hash_of_auxiliary(hash) {
            Some(lemma) => return Cow::Borrowed(lemma),
            None if matches!(tag, Tag::VerbPast | Tag::VerbPastParticiple) => {
                if let Some((tags, lemma)) = IRREGULAR.verbs.get(&hash)
                    && tags.holds(tag)
                {
                    return Cow::Borrowed(lemma);
                }
            }
            None => {}
        }
    } else if tag.is_noun()
        && let Some(lemma) = IRREGULAR.nouns.get(&hash)
        && tag != Tag::ProperNoun
    {
        return Cow::Borrowed(lemma);
    }
    if let Some((stem, add, _)) = known_stem(word, tag) {
        return lower(stem, add);
    }
    match stems(word, tag).next().filter(|_| tag != Tag::ProperNounPlural) {
        Some((stem, "e")) => lower(stem, ""),
        Some((stem, add)) if !tag.is_adjective() => lower(stem, add),
        _ => lower(word, ""),
    }
}

fn hash_of_auxiliary(hash: u64) -> Option<&'static str> {
    const fn h(word: &str) -> u64 {
        super::word::hash_of_lower(word)
    }
    const TABLE: [(u64, &str); 22] = [
        (h("is"), "be"),
        (h("are"), "be"),
        (h("was"), "be"),
        (h("were"), "be"),
        (h("been"), "be"),
        (h("being"), "be"),
        (h("am"), "be"),
        (h("'m"), "be"),
        (h("'re"), "be"),
        (h("'s"), "be"),
        (h("has"), "have"),
        (h("had"), "have"),
        (h("having"), "have"),
        (h("'ve"), "have"),
        (h("does"), "do"),
        (h("did"), "do"),
        (h("done"), "do"),
        (h("doing"), "do"),
        (h("goes"), "go"),
        (h("'ll"), "will"),
        (h("'d"), "would"),
        (h("wo"), "will"),
    ];
    TABLE.iter().find(|(have, _)| *have == hash).map(|(_, lemma)| *lemma)
}

fn lower<'a>(stem: &'a str, add: &str) -> Cow<'a, str> {
    if add.is_empty() && !stem.contains(char::is_uppercase) {
        return Cow::Borrowed(stem);
    }
    let mut out = stem.to_lowercase();
    out.push_str(add);
    Cow::Owned(out)
}

/// The tags a word can have, apart from being a name; empty for an unknown word. Weights: noun, verb, adjective, adverb.
pub fn possible_tags(word: &str, hash: u64) -> (TagSet, [u8; 4]) {
    let mut tags = TagSet::default();
    let mut weights = [0; 4];
    if let Some(entry) = entry(hash) {
        add(&mut tags, &mut weights, 0, entry.noun_weight(), &[Tag::Noun]);
        add(&mut tags, &mut weights, 1, entry.verb_weight(), &[Tag::VerbBase, Tag::VerbPresent]);
        add(&mut tags, &mut weights, 2, entry.adjective_weight(), &[Tag::Adjective]);
        add(&mut tags, &mut weights, 3, entry.adverb_weight(), &[Tag::Adverb]);
    }
    match word.as_bytes().last().map(u8::to_ascii_lowercase) {
        Some(b's') => {
            let plural = known_stem(word, Tag::NounPlural).map_or(0, |s| s.2.noun_weight());
            add(&mut tags, &mut weights, 0, plural, &[Tag::NounPlural]);
            add(
                &mut tags,
                &mut weights,
                1,
                known_stem(word, Tag::VerbPresent3rd).map_or(0, |s| s.2.verb_weight()),
                &[Tag::VerbPresent3rd],
            );
        }
        Some(b'd') => {
            let weight = known_stem(word, Tag::VerbPast).map_or(0, |s| s.2.verb_weight());
            add(&mut tags, &mut weights, 1, weight, &[Tag::VerbPast, Tag::VerbPastParticiple]);
        }
        Some(b'g') => add(
            &mut tags,
            &mut weights,
            1,
            known_stem(word, Tag::VerbGerund).map_or(0, |s| s.2.verb_weight()),
            &[Tag::VerbGerund],
        ),
        Some(b'r') => add(
            &mut tags,
            &mut weights,
            2,
            known_stem(word, Tag::AdjectiveComparative).map_or(0, |s| s.2.adjective_weight()),
            &[Tag::AdjectiveComparative],
        ),
        Some(b't') => add(
            &mut tags,
            &mut weights,
            2,
            known_stem(word, Tag::AdjectiveSuperlative).map_or(0, |s| s.2.adjective_weight()),
            &[Tag::AdjectiveSuperlative],
        ),
        _ => {}
    }
    // `days`, `prices` have entries of their own, but are plurals; `news` is not.
    let own = entry(hash).map_or(0, Entry::noun_weight);
    if tags.holds(Tag::NounPlural)
        && own > 0
        && known_stem(word, Tag::NounPlural).is_some_and(|s| s.2.noun_weight() >= own)
    {
        tags = TagSet(tags.0 & !TagSet::of(&[Tag::Noun]).0);
    }
    if let Some((forms, base)) = IRREGULAR.verbs.get(&hash) {
        let weight = entry(lower_hash(base)).map_or(4, |e| e.verb_weight().max(4));
        forms.iter().for_each(|tag| add(&mut tags, &mut weights, 1, weight, &[tag]));
    }
    if let Some(singular) = IRREGULAR.nouns.get(&hash) {
        add(
            &mut tags,
            &mut weights,
            0,
            entry(lower_hash(singular)).map_or(3, |e| e.noun_weight().max(3)),
            &[Tag::NounPlural],
        );
    } else if without(word, "men").is_some() {
        add(
            &mut tags,
            &mut weights,
            0,
            known_stem(word, Tag::NounPlural).map_or(0, |s| s.2.noun_weight()),
            &[Tag::NounPlural],
        );
    }
    (tags, weights)
}

/// Adds tags and raises the weight of their part of speech, if the word has that part of speech at all.
fn add(tags: &mut TagSet, weights: &mut [u8; 4], place: usize, weight: u8, new: &[Tag]) {
    if weight > 0 {
        new.iter().for_each(|tag| tags.add(*tag));
        if let Some(have) = weights.get_mut(place) {
            *have = weight.max(*have);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        for (word, tag, want) in [
            ("said", Tag::VerbPast, "say"),
            ("planned", Tag::VerbPast, "plan"),
            ("hoping", Tag::VerbGerund, "hope"),
            ("dying", Tag::VerbGerund, "die"),
            ("carries", Tag::VerbPresent3rd, "carry"),
            ("Women", Tag::NounPlural, "woman"),
            ("spokesmen", Tag::NounPlural, "spokesman"),
            ("attacks", Tag::NounPlural, "attack"),
            ("crises", Tag::NounPlural, "crisis"),
            ("were", Tag::VerbPast, "be"),
            ("larger", Tag::AdjectiveComparative, "large"),
            ("found", Tag::VerbPast, "find"),
            ("saw", Tag::VerbPast, "see"),
            ("left", Tag::VerbPastParticiple, "leave"),
            ("blorped", Tag::VerbPast, "blorp"),
            ("Paris", Tag::ProperNoun, "paris"),
            ("glass", Tag::Noun, "glass"),
        ] {
            assert_eq!(lemma(word, tag), want, "{word}");
        }
    }

    #[test]
    fn classes_come_in_order_of_senses() {
        let attack = noun("attacks").unwrap();
        assert_eq!(attack.noun_class_rank(NounClass::Act), Some(0));
        assert_eq!(noun("minister").unwrap().noun_classes().next(), Some(NounClass::Person));
        assert!(verb("announced").unwrap().verb_classes().any(|c| c == VerbClass::Communication));
        assert!(noun("Paris").is_none());
    }

    #[test]
    fn possible_tags_of_inflected_forms() {
        let tags = |word| possible_tags(word, lower_hash(word)).0;
        assert!(tags("reports").holds(Tag::NounPlural) && tags("reports").holds(Tag::VerbPresent3rd));
        assert!(tags("wounded").holds(Tag::VerbPastParticiple) && tags("wounded").holds(Tag::Adjective));
        assert!(tags("went").holds(Tag::VerbPast) && !tags("went").holds(Tag::VerbPastParticiple));
        assert!(tags("xyzzy").is_empty());
    }
}
