//! Word lists: plain text files of the `assets` folder, read once, looked up without regard to letter case.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

macro_rules! list {
    ($name:ident, $file:literal) => {
        pub(super) static $name: LazyLock<WordList> =
            LazyLock::new(|| WordList::read(include_str!(concat!("../../assets/lexicon/newsroom/", $file))));
    };
}
list!(AGENCIES, "agencies.txt");
list!(ORGANISATION_WORDS, "organisation_words.txt");
list!(PICTURE_WORDS, "picture_words.txt");
list!(FURNITURE, "furniture.txt");
list!(BYLINE_WORDS, "byline_words.txt");
list!(BYLINE_ROLES, "byline_roles.txt");
list!(CALENDAR_WORDS, "calendar_words.txt");
list!(TIMESTAMP_WORDS, "timestamp_words.txt");

/// A set of words and phrases in lower case; entries may end in `*` (see `furniture.txt`).
#[derive(Debug, Default)]
pub struct WordList {
    entries: FxHashSet<&'static str>,
}

impl WordList {
    /// Reads one entry a line; lines that begin with `#` are comments. Entries are lower-cased.
    pub fn read(file: &'static str) -> Self {
        let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        // Lower-cased copies live as long as the program, as the lists themselves do.
        let lower = |line: &'static str| -> &'static str {
            match line.chars().any(char::is_uppercase) {
                true => Box::leak(line.to_lowercase().into_boxed_str()),
                false => line,
            }
        };
        Self { entries: lines.map(lower).collect() }
    }

    /// Whether `phrase` is an entry, whatever its letter case.
    pub fn holds(&self, phrase: &str) -> bool {
        self.entries.contains(phrase)
            || phrase.chars().any(char::is_uppercase) && self.entries.contains(phrase.to_lowercase().as_str())
    }

    /// The entries.
    pub fn entries(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().copied()
    }

    /// Whether the lower-case `phrase` is an entry.
    pub fn holds_lower(&self, phrase: &str) -> bool {
        self.entries.contains(phrase)
    }
}

/// Small words inside people's names: `Ludwig van Dahl`.
pub(super) fn is_name_particle(word: &str) -> bool {
    const PARTICLES: [&str; 25] = [
        "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "du", "al",
        "el", "bin", "ibn", "bint", "y", "e", "ter", "ten",
    ];
    PARTICLES.contains(&word)
}
