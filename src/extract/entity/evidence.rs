//! What the whole article says about a word's being a name: that it stands in small letters elsewhere, with a title, or
//! with a given name before it.

use super::lexicon::{Facts, KeyMap, lexicon};
use super::words::{Shape, Word, Words};

/// Facts of an article about its words.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    seen: KeyMap<u8>,
}

const IN_SMALL_LETTERS: u8 = 1;
const CAPITALISED_INSIDE: u8 = 2;
const AFTER_TITLE: u8 = 4;
const AFTER_GIVEN_NAME: u8 = 8;
const BEFORE_ORGANISATION_WORD: u8 = 16;
const AFTER_PLACE_PREPOSITION: u8 = 32;

impl Evidence {
    pub(super) fn of_article(words: &Words<'_>) -> Self {
        let mut seen = KeyMap::default();
        seen.reserve(words.all.len() / 2);
        for sentence in &words.sentences {
            let Some(words) = words.all.get(sentence.clone()) else { continue };
            let lower = words.iter().filter(|w| w.shape == Shape::Lower && w.text.len() > 3).count();
            if lower * 2 < words.iter().filter(|w| w.is_capitalised()).count() {
                // A headline in capitals says nothing.
                continue;
            }
            let mut before: Option<&Word<'_>> = None;
            for (at, word) in words.iter().enumerate() {
                let facts = match word.shape {
                    Shape::Lower => IN_SMALL_LETTERS,
                    Shape::Capitalised | Shape::Capitals | Shape::Mixed if at > 0 => {
                        CAPITALISED_INSIDE | context(before, words.get(at + 1))
                    }
                    _ => 0,
                };
                if facts != 0 && word.text.len() > 1 {
                    *seen.entry(word.lower).or_default() |= facts;
                }
                before = Some(word);
            }
        }
        Self { seen }
    }

    /// Whether the word stands in small letters somewhere.
    pub(super) fn is_common(&self, word: &Word<'_>) -> bool {
        self.seen.get(&word.lower).is_some_and(|facts| facts & IN_SMALL_LETTERS != 0)
    }

    pub(super) fn of(&self, word: &Word<'_>) -> u64 {
        if word.is_capitalised() { u64::from(self.seen.get(&word.lower).copied().unwrap_or(0)) } else { 0 }
    }
}

fn context(before: Option<&Word<'_>>, after: Option<&Word<'_>>) -> u8 {
    let mut facts = 0;
    if let Some(before) = before {
        if before.is_capitalised() && lexicon().role(before).has(Facts::ADDRESS.and(Facts::ROLE_HEAD)) {
            facts |= AFTER_TITLE;
        }
        if lexicon().facts(before.name).has(Facts::GIVEN) && !lexicon().facts(before.name).has(Facts::ANY_NAME) {
            facts |= AFTER_GIVEN_NAME;
        }
        if matches!(before.text, "in" | "near" | "at" | "from" | "to") {
            facts |= AFTER_PLACE_PREPOSITION;
        }
    }
    if after.is_some_and(|after| lexicon().facts(after.name).has(Facts::ORGANISATION_WORD)) {
        facts |= BEFORE_ORGANISATION_WORD;
    }
    facts
}
