//! Words as keys: a word's lower-cased hash and its shape, computed once a token, answer most look-ups without
//! touching or copying the letters again.

/// Facts about a word's letters that tell names from other words, as flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shape(pub u8);

impl Shape {
    const INITIAL_UPPER: u8 = 1;
    const LATER_UPPER: u8 = 2;
    const LOWER: u8 = 4;
    const DIGIT: u8 = 8;
    const INNER_MARK: u8 = 16;

    /// The shape of a word.
    pub fn of(word: &str) -> Self {
        let mut flags = 0;
        for (at, c) in word.char_indices() {
            flags |= match c {
                'a'..='z' => Self::LOWER,
                'A'..='Z' if at == 0 => Self::INITIAL_UPPER,
                'A'..='Z' => Self::LATER_UPPER,
                '0'..='9' => Self::DIGIT,
                c if c.is_ascii() => Self::INNER_MARK,
                c if c.is_uppercase() && at == 0 => Self::INITIAL_UPPER,
                c if c.is_uppercase() => Self::LATER_UPPER,
                c if c.is_lowercase() => Self::LOWER,
                _ => 0,
            };
        }
        Self(flags)
    }

    fn has(self, flags: u8) -> bool {
        self.0 & flags != 0
    }

    /// Begins with a capital: `Paris`, `NATO`, `McCain`.
    pub fn is_capitalised(self) -> bool {
        self.has(Self::INITIAL_UPPER)
    }

    /// Has a capital anywhere.
    pub fn has_capital(self) -> bool {
        self.has(Self::INITIAL_UPPER | Self::LATER_UPPER)
    }

    /// Letters are all capitals, at least two: `NATO`, `U.S.`, `G20`.
    pub fn is_all_caps(self) -> bool {
        self.has(Self::INITIAL_UPPER) && self.has(Self::LATER_UPPER | Self::DIGIT) && !self.has(Self::LOWER)
    }

    /// A capital after the first letter beside small ones: `McCain`, `iPhone`.
    pub fn is_mixed(self) -> bool {
        self.has(Self::LATER_UPPER) && self.has(Self::LOWER)
    }

    /// Has a digit.
    pub fn has_digit(self) -> bool {
        self.has(Self::DIGIT)
    }

    /// Has letters.
    pub fn has_letter(self) -> bool {
        self.has(Self::INITIAL_UPPER | Self::LATER_UPPER | Self::LOWER)
    }

    /// Has a hyphen, point, apostrophe or other mark.
    pub fn has_mark(self) -> bool {
        self.has(Self::INNER_MARK)
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

/// Spreads a hash over all its bits (the finaliser of SplitMix64), so that any of them can index a table.
pub const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Hash of a word that is already in small ASCII letters; usable in constants.
pub const fn hash_of_lower(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = OFFSET;
    let mut i = 0;
    while i < bytes.len() {
        hash = step(hash, bytes[i]);
        i += 1;
    }
    mix(hash)
}

/// The words with a capital first letter.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Hash of a word's lower-cased form (FNV-1a, mixed); typographic apostrophes and hyphens count as the plain ones.
pub fn lower_hash(word: &str) -> u64 {
    let mut hash = OFFSET;
    if word.is_ascii() {
        for byte in word.bytes() {
            hash = step(hash, byte.to_ascii_lowercase());
        }
        return mix(hash);
    }
    let mut buffer = [0; 4];
    for c in word.chars() {
        let plain = match c {
            '’' | '‘' => '\'',
            '‐' | '‑' => '-',
            other => other,
        };
        for lower in plain.to_lowercase() {
            for byte in lower.encode_utf8(&mut buffer).bytes() {
                hash = step(hash, byte);
            }
        }
    }
    mix(hash)
}

/// Whether `word` in small letters is `lower`, without allocation.
#[inline]
pub fn equals_lower(word: &str, lower: &str) -> bool {
    may_equal_lower(word.as_bytes().first(), lower) && all_equal_lower(word, lower)
}

/// Whether a word that begins with the byte `first` can be `lower`: asked of every word many times, and answered no nearly
/// always.
#[inline]
pub fn may_equal_lower(first: Option<&u8>, lower: &str) -> bool {
    first
        .zip(lower.as_bytes().first())
        .is_none_or(|(first, wanted)| !first.is_ascii() || first.eq_ignore_ascii_case(wanted))
}

fn all_equal_lower(word: &str, lower: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(lower);
    }
    word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).eq(lower.chars())
}

/// A set of words, asked by the hash that every token carries.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    hashes: Vec<u64>,
}

impl WordSet {
    /// The words of a list, one a line; `#` begins a comment, white space around words is ignored.
    pub fn from_lines(text: &str) -> Self {
        let words = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
        Self::from_words(words.filter(|word| !word.is_empty()))
    }

    /// The set of these words.
    pub fn from_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hashes: Vec<u64> = words.into_iter().map(lower_hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes }
    }

    /// Whether the word with this [`lower_hash`] is in the set.
    pub fn holds(&self, word_hash: u64) -> bool {
        self.hashes.binary_search(&word_hash).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_ignores_case_and_typography() {
        assert_eq!(lower_hash("O’Brien"), lower_hash("o'brien"));
        assert_eq!(lower_hash("SAID"), hash_of_lower("said"));
        assert_eq!(lower_hash("ÉTÉ"), lower_hash("été"));
        assert_ne!(lower_hash("plan"), lower_hash("plane"));
        assert!(equals_lower("Don’t", "don't"));
    }

    #[test]
    fn shapes() {
        assert!(Shape::of("NATO").is_all_caps() && Shape::of("U.S.").is_all_caps());
        assert!(!Shape::of("A").is_all_caps() && Shape::of("Élysée").is_capitalised());
        assert!(Shape::of("McCain").is_mixed() && !Shape::of("Paris").is_mixed());
        assert!(Shape::of("2026").has_digit() && !Shape::of("2026").has_letter());
    }

    #[test]
    fn word_sets_read_lists_with_comments() {
        let set = WordSet::from_lines("# titles\nMr\n  dr # doctor\n\n");
        assert!(set.holds(lower_hash("mr")) && set.holds(lower_hash("Dr")) && !set.holds(lower_hash("titles")));
    }
}
