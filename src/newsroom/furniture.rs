//! Furniture: what stands on a page beside the story, such as share buttons, links to other stories, consent lines.

use super::lexicon::FURNITURE;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Longest line that an entry with `*` matches, in bytes.
const SHORT: usize = 120;
/// Longest line that an entry with `**` matches, in bytes.
const LONG: usize = 700;
/// Most words that an entry has.
const MOST_WORDS: usize = 7;

/// Whether a line or paragraph is furniture by its words.
pub fn is_furniture(line: &str) -> bool {
    if line.len() > LONG {
        return false;
    }
    let line = line.trim_matches(|c: char| c.is_whitespace() || (!c.is_alphanumeric() && !"©@(".contains(c)));
    let lower = normal(line);
    FURNITURE.holds_lower(&lower)
        || begins_with_entry(&lower)
        || is_count(&lower)
        || is_reporters_note(line)
        || is_notice(line)
}

/// "© 2024 Harbour Post / Ana Ruiz", "Copyright 2024 Harbour Post": whose the page is and since when.
fn is_notice(line: &str) -> bool {
    const LONGEST_NOTICE: usize = 120;
    let signs = ["©", "(c)", "(C)", "Copyright ©", "Copyright (c)", "Copyright"];
    let rest = signs.iter().rev().find_map(|sign| line.strip_prefix(sign)).map(str::trim_start).unwrap_or("");
    let year = rest.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()) && year > "1900");
    year && line.len() < LONGEST_NOTICE
}

/// "Hale reported from Nairobi, Kenya. Samy Magdi contributed to this report." below a story.
fn is_reporters_note(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let contributed = line.rsplit(". ").next().is_some_and(tells_of_help) || is_address(line);
    let first = line.split(". ").next().unwrap_or(line);
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let names = |who: &str| who.split(' ').count() <= 6 && who.split(' ').all(|word| word == "and" || is_name(word));
    let places = first.split_once(" reported from ").filter(|(who, _)| names(who));
    let is_place = |word: &str| matches!(word, "and" | "from" | "in") || is_name(word);
    contributed || places.is_some_and(|(_, places)| places.split_whitespace().all(is_place))
}

/// "AP writers Ana Ruiz and Tom Webb in Oslo contributed to this report", "Ana Ruiz contributed from Oslo": people, and
/// what they gave.
fn tells_of_help(sentence: &str) -> bool {
    const WHAT: [&str; 9] = [
        "to this report",
        "to this story",
        "to this article",
        "to this dispatch",
        "to the report",
        "reporting",
        "additional reporting",
        "research",
        "to reporting",
    ];
    const SMALL: [&str; 14] = [
        "and",
        "in",
        "of",
        "the",
        "writer",
        "writers",
        "reporter",
        "reporters",
        "journalist",
        "journalists",
        "correspondent",
        "correspondents",
        "staff",
        "also",
    ];
    let Some((who, what)) = sentence.split_once(" contributed ") else { return false };
    let from = |place: &str| place.starts_with(char::is_uppercase) && place.split(' ').count() <= 5;
    let people =
        who.split([' ', ',']).all(|word| word.is_empty() || word.contains(char::is_uppercase) || SMALL.contains(&word));
    people && (WHAT.iter().any(|gift| what.starts_with(gift)) || what.strip_prefix("from ").is_some_and(from))
}

/// "Follow Ana Ruiz on Twitter at @anaruiz", "Contact Ana Ruiz at aruiz@example.com": how to reach who wrote the story.
fn is_address(line: &str) -> bool {
    const NETWORKS: [&str; 5] = [" on twitter", " on x", " on facebook", " on instagram", " on threads"];
    let follows = line.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("follow "));
    if !line.contains('@') && !follows {
        return false;
    }
    let lower = normal(line);
    let network = || NETWORKS.iter().any(|network| lower.contains(network) && lower.len() < SHORT);
    lower.starts_with("follow ") && (lower.contains('@') || network())
        || ["contact ", "email ", "e-mail ", "reach "].iter().any(|verb| lower.starts_with(verb)) && lower.contains('@')
        || lower.contains(" can be reached at ") && lower.contains('@')
}

/// Lower case, runs of white space as one blank.
fn normal(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let start = out.len();
        if word.is_ascii() {
            out.push_str(word);
            out.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
        } else {
            out.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    out
}

/// The first words of the entries that a line may begin with; few lines begin so.
static FIRST_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let openings = FURNITURE.entries().filter_map(|entry| entry.strip_suffix('*'));
    openings.map(|opening| first_word(opening.trim_end_matches('*'))).collect()
});

fn first_word(lower: &str) -> &str {
    lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("")
}

fn begins_with_entry(lower: &str) -> bool {
    if !FIRST_WORDS.contains(first_word(lower)) {
        return false;
    }
    let ends = lower.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, c)| (at, at + c.len_utf8()));
    let mut key = String::with_capacity(64);
    // An entry may end before a mark ("related: storm") or with it ("related:*").
    for (before, after) in ends.take(2 * MOST_WORDS).chain([(lower.len(), lower.len())]) {
        for end in [before, after] {
            let Some(begin) = lower.get(..end).map(str::trim_end).filter(|b| !b.is_empty()) else { continue };
            key.clear();
            key.push_str(begin);
            key.push('*');
            if lower.len() <= SHORT && FURNITURE.holds_lower(&key) {
                return true;
            }
            key.push('*');
            if FURNITURE.holds_lower(&key) {
                return true;
            }
        }
    }
    false
}

/// "12 comments", "3 shares", "5 min read", "1 of 7", "View 6 images".
fn is_count(lower: &str) -> bool {
    let mut words = lower.split(' ');
    let numeric = |w: &str| w.chars().any(|c| c.is_ascii_digit()) && w.chars().all(|c| !c.is_alphabetic());
    let counted = ["comments", "comment", "shares", "share", "views", "min", "mins", "minute", "minutes", "likes"];
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(n), None, ..) => n.len() < 4 && numeric(n),
        (Some(n), Some(unit), None | Some("read" | "ago" | "watch"), None) => numeric(n) && counted.contains(&unit),
        (Some(n), Some("of" | "/"), Some(m), None) => numeric(n) && numeric(m),
        // "View 6 images"
        (Some("view" | "see" | "show"), Some(n), Some("images" | "photos" | "pictures" | "image"), None) => numeric(n),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_story() {
        for line in [
            "Chia sẻ",
            "Feedback",
            "Share",
            "SHARE THIS ARTICLE",
            "Read more: Storm closes the harbour",
            "• Read more about the storm",
            "Sign up for our evening newsletter",
            "© 2024 The Harbour Post. All rights reserved.",
            "© 2024 Harbour Post / Ana Ruiz",
            "Copyright © 2024 Harbour Post",
            "(Reporting by Ana Ruiz; Editing by Jo Park)",
            "Hale reported from Nairobi, Kenya. Courier writer Samy Magdi contributed to this report.",
            "Poole reported from Paris and Wong from Taipei.",
            "Courier reporter Ana Ruiz in Bergen contributed to this report.",
            "Ana Ruiz contributed from Bergen, Norway.",
            "Ana Ruiz and Jo Park contributed reporting from Bergen.",
            "Follow Ana Ruiz on Twitter at @anaruiz",
            "Contact Ana Ruiz at ana@example.com.",
            "With files from Ana Ruiz and The Harbour Press",
            "An earlier version of this story misstated the day on which the port closed.",
            "This story has been corrected to show that the port closed on Monday.",
            "(With inputs from agencies)",
            "12 Comments",
            "5 min read",
            "View 6 Images",
            "Lire aussi : la tempête",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "Share prices fell on Monday.",
            "Comments by the minister drew criticism.",
            "Long-term security commitments",
            "",
            "A feedback loop",
            "Deaths were reported from Devon to Kent.",
            "Follow the money, the lawyer said.",
            "The storm contributed to this report of losses.",
            "Norway contributed from its own funds.",
            "Contact with the ferry was lost at noon.",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
