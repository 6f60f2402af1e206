//! Words as names need them: tokens, with hyphenated ones that hold a capital cut at their hyphens, so that the name in
//! "U.S.-led", "pro-Russian" or "Russia-Ukraine" stands alone and "al-Qaida" is three words of one name.

use crate::extract::text::{Document, Tag};
use crate::model::Span;
use std::ops::Range;

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// Belongs to the same token as the word before it.
    pub(super) glued: bool,
    /// Key of the word's letters with case; capitals only count as a capital and small letters (`PARIS` = `Paris`).
    pub(super) name: u64,
    /// Key of the word in small letters.
    pub(super) lower: u64,
    pub(super) shape: Shape,
    /// Part of speech of its token.
    pub(super) tag: Tag,
}

impl Word<'_> {
    pub(super) fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Capitals | Shape::Initial | Shape::Mixed)
    }

    pub(super) fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark | Shape::Number)
    }
}

/// The look of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `troops`
    Lower,
    /// `Paris`
    Capitalised,
    /// `NATO`, `U.S.`
    Capitals,
    /// `J.`
    Initial,
    /// `McCain`, `iPhone`
    Mixed,
    /// `2026`, `3rd`
    Number,
    /// `,`
    Mark,
}

impl Shape {
    fn of(text: &str) -> Self {
        let (mut upper, mut lower, mut digit, mut first_upper) = (0, 0, 0, false);
        for (at, c) in text.chars().enumerate() {
            if c.is_uppercase() {
                upper += 1;
                first_upper |= at == 0;
            } else if c.is_lowercase() {
                lower += 1;
            } else if c.is_ascii_digit() {
                digit += 1;
            } else if c.is_alphabetic() {
                // Scripts without case count as names.
                upper += 1;
                lower += 1;
                first_upper |= at == 0;
            }
        }
        match (upper, lower, digit) {
            (0, 0, 0) => Shape::Mark,
            (0, _, d) if d > 0 => Shape::Number,
            (0, _, _) => Shape::Lower,
            (1, 0, 0) if text.len() <= 3 => Shape::Initial,
            (_, 0, _) => Shape::Capitals,
            (1, _, 0) if first_upper => Shape::Capitalised,
            _ => Shape::Mixed,
        }
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Spreads a hash over all its bits (the finaliser of SplitMix64).
pub(super) fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

pub(super) fn hash_bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    mix(bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)))
}

/// Key of a word in small letters.
pub(super) fn lower_key(text: &str) -> u64 {
    if text.is_ascii() {
        return hash_bytes(text.bytes().map(|b| b.to_ascii_lowercase()));
    }
    let mut buffer = [0; 4];
    let mut hash = OFFSET;
    for c in text.chars().flat_map(plain_char).flat_map(char::to_lowercase) {
        for byte in c.encode_utf8(&mut buffer).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    mix(hash)
}

/// Typographic apostrophes and hyphens as plain ones.
fn plain_char(c: char) -> Option<char> {
    Some(match c {
        '’' | '‘' | 'ʼ' => '\'',
        '‐' | '‑' => '-',
        other => other,
    })
}

/// Key of a word with its case, capitals of four letters and more read as a capital and small letters.
pub(super) fn name_key(text: &str) -> u64 {
    let shouted = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_uppercase());
    if shouted {
        let tail = text.bytes().skip(1).map(|b| b.to_ascii_lowercase());
        return hash_bytes(text.bytes().take(1).chain(tail));
    }
    if text.is_ascii() {
        return hash_bytes(text.bytes());
    }
    let mut buffer = [0; 4];
    let mut hash = OFFSET;
    for c in text.chars().flat_map(plain_char) {
        for byte in c.encode_utf8(&mut buffer).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    mix(hash)
}

/// Key of a phrase from the key of its beginning and the next word's.
pub(super) fn extend_key(key: u64, word: u64) -> u64 {
    if key == 0 { word } else { mix(key.rotate_left(17) ^ word) }
}

/// Key under which role words are listed: they are told in any case.
pub(super) fn role_key(word: &str) -> u64 {
    role_key_of_lower(lower_key(word))
}

pub(super) fn role_key_of_lower(lower: u64) -> u64 {
    mix(lower ^ 0x726f_6c65)
}

/// Keys of a listed phrase and of all its beginnings.
pub(super) fn phrase_keys(phrase: &str) -> Vec<u64> {
    let mut key = 0;
    let mut keys = Vec::new();
    for piece in phrase.split_whitespace() {
        let (word, clitic) = match piece.strip_suffix("'s").or(piece.strip_suffix("’s")) {
            Some(word) if !word.is_empty() => (word, Some("'s")),
            _ => (piece, None),
        };
        let (word, comma) = match word.strip_suffix(',') {
            Some(word) => (word, Some(",")),
            None => (word, None),
        };
        for part in cut(word).into_iter().chain(clitic).chain(comma) {
            key = extend_key(key, name_key(part));
            keys.push(key);
        }
    }
    keys
}

/// Cuts a word that holds a capital at its hyphens: `Port-au-Prince` → `Port`, `-`, `au`, `-`, `Prince`.
fn cut(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for_each_part(word, |range| parts.extend(word.get(range)));
    parts
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '/')
}

fn for_each_part(word: &str, mut found: impl FnMut(Range<usize>)) {
    let worth = word.len() > 2 && word.contains(is_hyphen) && word.chars().any(char::is_uppercase);
    if !worth {
        return found(0..word.len());
    }
    let mut start = 0;
    for (at, c) in word.char_indices().filter(|(_, c)| is_hyphen(*c)) {
        if at > start {
            found(start..at);
        }
        found(at..at + c.len_utf8());
        start = at + c.len_utf8();
    }
    if start < word.len() {
        found(start..word.len());
    }
}

/// All words of a document, with the range of each sentence.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    pub(super) all: Vec<Word<'a>>,
    /// By sentence of the document.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    pub(super) fn of(document: &Document<'a>) -> Self {
        let mut all = Vec::with_capacity(document.tokens.len() + 16);
        let mut sentences = Vec::with_capacity(document.sentences.len());
        for sentence in &document.sentences {
            let start = all.len();
            for token in sentence.tokens.clone() {
                let Some(token) = document.tokens.get(token) else { continue };
                let (span, text) = (token.span, token.span.of(&document.article.text));
                if text.is_ascii() && !(token.shape.has_mark() && token.shape.has_capital()) {
                    // One part; its hash is that of its small letters.
                    let name = if token.shape.has_capital() { name_key(text) } else { token.hash };
                    let shape = Shape::of(text);
                    all.push(Word { text, span, glued: false, name, lower: token.hash, shape, tag: token.tag });
                    continue;
                }
                for_each_part(text, |range| {
                    let Some(part) = text.get(range.clone()) else { return };
                    let from = span.start as usize + range.start;
                    all.push(Word {
                        text: part,
                        span: Span::new(from, from + part.len()),
                        glued: range.start > 0,
                        name: name_key(part),
                        lower: lower_key(part),
                        shape: Shape::of(part),
                        tag: token.tag,
                    });
                });
            }
            sentences.push(start..all.len());
        }
        Words { all, sentences }
    }

    pub(super) fn of_sentence(&self, sentence: usize) -> &[Word<'a>] {
        self.sentences.get(sentence).and_then(|range| self.all.get(range.clone())).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_out_of_hyphenated_words() {
        assert_eq!(cut("U.S.-led"), ["U.S.", "-", "led"]);
        assert_eq!(cut("al-Qaida"), ["al", "-", "Qaida"]);
        assert_eq!(cut("two-week-old"), ["two-week-old"]);
        assert_eq!(cut("-"), ["-"]);
    }

    #[test]
    fn capitals_of_a_dateline_are_the_same_name() {
        assert_eq!(name_key("PARIS"), name_key("Paris"));
        assert_ne!(name_key("US"), name_key("us"));
        assert_eq!(lower_key("People’s"), lower_key("people's"));
    }
}
