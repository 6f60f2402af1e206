//! Inflection: from a form to its dictionary form and to the parts of speech it can be, by the regular endings and lists
//! of irregular forms; closed-class words have a list of their own.

use super::{Entry, entry};
use crate::extract::text::Memory;
use crate::extract::text::tag::{Tag, TagSet};
use crate::extract::text::word::{hash_of_lower, lower_hash, mix};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::LazyLock;

/// Irregular form → (its possible tags, lemma).
struct Irregular {
    verbs: FxHashMap<u64, (TagSet, &'static str)>,
    nouns: FxHashMap<u64, &'static str>,
    function_words: FxHashMap<u64, (Tag, TagSet)>,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

static IRREGULAR: LazyLock<Irregular> = LazyLock::new(|| {
    let mut all =
        Irregular { verbs: FxHashMap::default(), nouns: FxHashMap::default(), function_words: FxHashMap::default() };
    for row in rows(include_str!("../../../../assets/lexicon/en/irregular_verbs.txt")) {
        let base = row.first().copied().unwrap_or("");
        for (forms, tag) in row.iter().skip(1).zip([Tag::VerbPast, Tag::VerbPastParticiple]) {
            for form in forms.split('/') {
                all.verbs.entry(lower_hash(form)).or_insert((TagSet::default(), base)).0.add(tag);
            }
        }
    }
    for row in rows(include_str!("../../../../assets/lexicon/en/irregular_nouns.txt")) {
        if let [plural, singular] = row.as_slice() {
            all.nouns.insert(lower_hash(plural), singular);
        }
    }
    for row in rows(include_str!("../../../../assets/lexicon/en/function_words.txt")) {
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
pub(in crate::extract) fn function_word(hash: u64) -> Option<(Tag, TagSet)> {
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

/// `stopp` → `stop`, `panick` → `panic`.
fn undoubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., b'c' | b'C', b'k' | b'K'] => stem.get(..stem.len() - 1),
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
///
/// News repeats its words, so each thread remembers how it led the last ones back.
pub fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    lemma_of(word, lower_hash(word), tag)
}

/// The same for a word whose [`lower_hash`] is known.
pub fn lemma_of(word: &str, hash: u64, tag: Tag) -> Cow<'_, str> {
    let key = mix(hash ^ (tag as u64 + 1) << 8 ^ (word.len() as u64) << 16);
    let Base { kept, add } = LED_BACK.with_borrow_mut(|led| led.get(key, || base_of(word, hash, tag)));
    match word.get(..kept) {
        Some("") => Cow::Borrowed(add),
        Some(stem) => lower(stem, add),
        None => lower(word, ""),
    }
}

/// A dictionary form, as what its form keeps of its letters, and what is added to them.
#[derive(Clone, Copy)]
struct Base {
    /// Bytes at the form's beginning.
    kept: usize,
    add: &'static str,
}

thread_local! {
    static LED_BACK: RefCell<Memory<Base>> = const { RefCell::new(Memory::new(1 << 13)) };
}

fn base_of(word: &str, hash: u64, tag: Tag) -> Base {
    let listed = if tag.is_verb() {
        let past = matches!(tag, Tag::VerbPast | Tag::VerbPastParticiple);
        let irregular =
            || IRREGULAR.verbs.get(&hash).filter(|(tags, _)| past && tags.holds(tag)).map(|(_, base)| *base);
        hash_of_auxiliary(hash).or_else(irregular)
    } else {
        IRREGULAR.nouns.get(&hash).copied().filter(|_| tag.is_noun() && tag != Tag::ProperNoun)
    };
    if let Some(lemma) = listed {
        return Base { kept: 0, add: lemma };
    }
    let known = known_stem(word, tag).map(|(stem, add, _)| (stem, add));
    let supposed = || match stems(word, tag).next().filter(|_| tag != Tag::ProperNounPlural) {
        Some((stem, "e")) => Some((stem, "")),
        Some(found) if !tag.is_adjective() => Some(found),
        _ => None,
    };
    let (stem, add) = known.or_else(supposed).unwrap_or((word, ""));
    Base { kept: stem.len(), add }
}

fn hash_of_auxiliary(hash: u64) -> Option<&'static str> {
    const fn h(word: &str) -> u64 {
        hash_of_lower(word)
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
///
/// `hash` is the word's [`lower_hash`]. News repeats its words, so each thread remembers the last answers.
pub fn possible_tags(word: &str, hash: u64) -> (TagSet, [u8; 4]) {
    REMEMBERED.with_borrow_mut(|remembered| remembered.get(hash, || tags_of(word, hash)))
}

thread_local! {
    /// What [`possible_tags`] answers.
    static REMEMBERED: RefCell<Memory<(TagSet, [u8; 4])>> = const { RefCell::new(Memory::new(1 << 13)) };
}

fn tags_of(word: &str, hash: u64) -> (TagSet, [u8; 4]) {
    let mut found = Possible::default();
    let own = entry(hash);
    if let Some(entry) = own {
        found.add(NOUN, entry.noun_weight(), &[Tag::Noun]);
        found.add(VERB, entry.verb_weight(), &[Tag::VerbBase, Tag::VerbPresent]);
        found.add(ADJECTIVE, entry.adjective_weight(), &[Tag::Adjective]);
        found.add(ADVERB, entry.adverb_weight(), &[Tag::Adverb]);
    }
    let stem = |tag| known_stem(word, tag).map(|(_, _, entry)| entry);
    match word.as_bytes().last().map(u8::to_ascii_lowercase) {
        Some(b's') => {
            let plural = stem(Tag::NounPlural).map_or(0, Entry::noun_weight);
            found.add(NOUN, plural, &[Tag::NounPlural]);
            found.add(VERB, stem(Tag::VerbPresent3rd).map_or(0, Entry::verb_weight), &[Tag::VerbPresent3rd]);
            // `days`, `prices` have entries of their own, but are plurals; `news` is not.
            let singular = own.map_or(0, Entry::noun_weight);
            if plural > 0 && singular > 0 && plural >= singular {
                found.tags = TagSet(found.tags.0 & !TagSet::of(&[Tag::Noun]).0);
            }
        }
        Some(b'd') => {
            let weight = stem(Tag::VerbPast).map_or(0, Entry::verb_weight);
            found.add(VERB, weight, &[Tag::VerbPast, Tag::VerbPastParticiple]);
        }
        Some(b'g') => found.add(VERB, stem(Tag::VerbGerund).map_or(0, Entry::verb_weight), &[Tag::VerbGerund]),
        Some(b'r') => {
            let tag = Tag::AdjectiveComparative;
            found.add(ADJECTIVE, stem(tag).map_or(0, Entry::adjective_weight), &[tag]);
        }
        Some(b't') => {
            let tag = Tag::AdjectiveSuperlative;
            found.add(ADJECTIVE, stem(tag).map_or(0, Entry::adjective_weight), &[tag]);
        }
        _ => {}
    }
    if let Some((forms, base)) = IRREGULAR.verbs.get(&hash) {
        let weight = entry(lower_hash(base)).map_or(4, |e| e.verb_weight().max(4));
        forms.iter().for_each(|tag| found.add(VERB, weight, &[tag]));
    }
    if let Some(singular) = IRREGULAR.nouns.get(&hash) {
        let weight = entry(lower_hash(singular)).map_or(3, |e| e.noun_weight().max(3));
        found.add(NOUN, weight, &[Tag::NounPlural]);
    } else if without(word, "men").is_some() {
        found.add(NOUN, stem(Tag::NounPlural).map_or(0, Entry::noun_weight), &[Tag::NounPlural]);
    }
    (found.tags, found.weights)
}

/// The tags found for a word, with the weights of its parts of speech.
#[derive(Default)]
struct Possible {
    tags: TagSet,
    weights: [u8; 4],
}

/// Places of the parts of speech in [`Possible::weights`].
const NOUN: usize = 0;
const VERB: usize = 1;
const ADJECTIVE: usize = 2;
const ADVERB: usize = 3;

impl Possible {
    /// Adds tags and raises the weight of their part of speech, if the word has that part of speech at all.
    fn add(&mut self, place: usize, weight: u8, new: &[Tag]) {
        if weight > 0 {
            new.iter().for_each(|tag| self.tags.add(*tag));
            if let Some(have) = self.weights.get_mut(place) {
                *have = weight.max(*have);
            }
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
            ("panicked", Tag::VerbPast, "panic"),
            ("trafficking", Tag::VerbGerund, "traffic"),
            ("picked", Tag::VerbPast, "pick"),
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
    fn possible_tags_of_inflected_forms() {
        let tags = |word: &str| possible_tags(word, lower_hash(word)).0;
        assert!(tags("reports").holds(Tag::NounPlural) && tags("reports").holds(Tag::VerbPresent3rd));
        assert!(tags("wounded").holds(Tag::VerbPastParticiple) && tags("wounded").holds(Tag::Adjective));
        assert!(tags("went").holds(Tag::VerbPast) && !tags("went").holds(Tag::VerbPastParticiple));
        assert!(tags("xyzzy").is_empty());
    }
}
