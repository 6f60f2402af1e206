//! The search index: one long folded text of everything an event can be found by, a line an event.
//!
//! Folding drops case and accents, so that "zelensky hop" finds "Zelenskiy họp"; scanning one text is faster than
//! looking into a million strings.

use crate::model::{Article, Event, Extraction};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folded text of all items in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct SearchIndex {
    text: String,
    /// Where each item's text ends.
    ends: Vec<usize>,
}

impl SearchIndex {
    /// Adds an event by its title, quotes, participants, place and captions.
    pub(super) fn add_event(&mut self, article: &Article, extraction: &Extraction, event: &Event) {
        let mut parts = vec![event.title.as_str()];
        let quotes = event.quotes.iter().filter_map(|id| extraction.quotes.get(id.index()));
        parts.extend(quotes.map(|quote| quote.span.of(&article.text)));
        let captions = event.captions.iter().filter_map(|id| extraction.captions.get(id.index()));
        parts.extend(captions.map(|caption| caption.text.of(&article.text)));
        let people = event.participants.iter().map(|participant| participant.entity).chain(event.place);
        parts.extend(people.filter_map(|id| extraction.entities.get(id.index())).map(|who| who.name.as_str()));
        self.add(&parts);
    }

    /// Adds the next item.
    pub(super) fn add(&mut self, parts: &[&str]) {
        for part in parts {
            fold_into(part, &mut self.text);
            self.text.push('\n');
        }
        self.ends.push(self.text.len());
    }

    /// For each item whether it holds every word of `words`.
    pub(super) fn find(&self, words: &[String]) -> Vec<bool> {
        let mut hits = vec![words.is_empty(); self.ends.len()];
        // The longest word is the rarest, as a rule: few texts are looked into for the others.
        let Some(rarest) = words.iter().max_by_key(|word| word.len()) else { return hits };
        let mut from = 0;
        while let Some(offset) = self.text.get(from..).and_then(|rest| rest.find(rarest.as_str())) {
            let place = self.ends.partition_point(|end| *end <= from + offset);
            let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
            let Some(end) = self.ends.get(place).copied() else { break };
            let text = self.text.get(start..end).unwrap_or_default();
            hits[place] = words.iter().all(|word| text.contains(word.as_str()));
            from = end;
        }
        hits
    }
}

/// `text` without case and accents, with white space as single spaces and typographic quotes as plain ones.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        out.extend(text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() }));
        return;
    }
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            '‘' | '’' | 'ʼ' => out.push('\''),
            '“' | '”' | '«' | '»' => out.push('"'),
            '–' | '—' | '‑' => out.push('-'),
            'đ' | 'Đ' => out.push('d'),
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            c if c.is_whitespace() => out.push(' '),
            c => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_case_and_accents() {
        assert_eq!(fold("Hà Nội — Đà Nẵng"), "ha noi - da nang");
        assert_eq!(fold("Élysée\u{a0}“Straße”"), "elysee \"strasse\"");
        assert_eq!(fold("ΑΘΉΝΑ Київ"), "αθηνα киів");
    }

    #[test]
    fn every_word_must_be_in_one_item() {
        let mut index = SearchIndex::default();
        index.add(&["Macron signs", "Paris"]);
        index.add(&["Starmer signs in Paris"]);
        index.add(&["Paris", "Macron"]);
        let find = |words: &str| {
            let hits = index.find(&fold(words).split_whitespace().map(str::to_owned).collect::<Vec<_>>());
            hits.iter().enumerate().filter(|(_, hit)| **hit).map(|(place, _)| place).collect::<Vec<_>>()
        };
        assert_eq!(find("paris"), [0, 1, 2]);
        assert_eq!(find("PARIS macron"), [0, 2]);
        assert_eq!(find("signs paris"), [0, 1]);
        assert!(find("nobody").is_empty());
        assert_eq!(find(""), [0, 1, 2]);
    }
}
