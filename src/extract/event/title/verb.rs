//! Verbs of titles: written out, with the word that denies them, in small letters where they opened their sentence.

use crate::extract::event::reading::Reading;
use crate::extract::event::verb_group::VerbGroup;
use std::borrow::Cow;

/// "It[’s] planning a flight": behind the name that stands for the pronoun the verb is written out.
pub(super) fn written_out<'v>(verb: &'v str, group: &VerbGroup) -> Cow<'v, str> {
    let (short, rest) = verb.split_at(verb.find(' ').unwrap_or(verb.len()));
    let full = match short.trim_start_matches(['\'', '’']) {
        same if same == short => return Cow::Borrowed(verb),
        "s" if group.perfect => "has",
        "s" => "is",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" if group.perfect => "had",
        "d" => "would",
        _ => return Cow::Borrowed(verb),
    };
    Cow::Owned(format!("{full}{rest}"))
}

/// Where a verb begins with the word that denies it: "[never] published its findings".
pub(super) fn with_negation(reading: &Reading<'_>, first: usize) -> usize {
    let denies = |i: &usize| reading.document.is(*i, "never") || reading.document.is(*i, "not");
    first.checked_sub(1).filter(denies).unwrap_or(first)
}

/// With a small first letter.
pub(super) fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
