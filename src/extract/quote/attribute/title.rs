//! Titles and terms in quotation marks: names of works, nicknames and words set apart, which nobody says.

use super::Place;
use crate::extract::entity::{is_work, makes_work};
use crate::extract::quote::cue::is_naming_participle;
use crate::extract::quote::grammar::Grammar;
use crate::extract::text::Tag;

/// Whether what stands before a capitalised passage makes it a title: "the film “…”", "titled “…”", "on CNN's “…”".
pub(in crate::extract::quote) fn is_title(grammar: &Grammar<'_, '_>, place: &Place) -> bool {
    let Some(before) = place.tokens.start.checked_sub(1).filter(|before| *before >= place.block.start) else {
        return false;
    };
    let tag = grammar.tag(before);
    if grammar.is_any(before, &["nicknamed", "titled", "entitled"]) {
        return true;
    }
    if is_naming_participle(grammar, before, place.block.start) || is_work_made(grammar, place) {
        return true;
    }
    if is_term(grammar, place) && (names_itself(grammar, before) || follows_title(grammar, place)) {
        return true;
    }
    is_term(grammar, place)
        && (tag.is_noun()
            || grammar.is_comma(before) && is_work(&grammar.word(before.saturating_sub(1)).to_lowercase())
            || matches!(tag, Tag::PossessiveMarker | Tag::Determiner | Tag::Possessive)
            || tag == Tag::Preposition && (!grammar.is_any(before, &["as", "that"]) || is_such(grammar, before))
            || grammar.is_any(before, &["named", "called"]))
}

/// "she wrote “The Long Pier” in 1999", "they sang “We Shall Overcome”": what is made or performed and is capitalised like a
/// title, two words at least, is a work.
fn is_work_made(grammar: &Grammar<'_, '_>, place: &Place) -> bool {
    let before = place.tokens.start.checked_sub(1).filter(|before| *before >= place.block.start);
    let words = place.tokens.clone().filter(|i| !grammar.tag(*i).is_punctuation()).count();
    let made = before.is_some_and(|verb| makes_work(&grammar.word(verb).to_lowercase()));
    words > 1 && made && is_term(grammar, place)
}

/// "calls himself, simply, “…”"
fn names_itself(grammar: &Grammar<'_, '_>, before: usize) -> bool {
    let skipped = |i: &usize| grammar.is_comma(*i) || grammar.tag(*i).is_adverb();
    let word = (before.saturating_sub(3)..=before).rev().find(|i| !skipped(i));
    word.is_some_and(|i| grammar.is_any(i, &["himself", "herself", "itself", "themselves"]))
}

/// "such songs as “…”"
fn is_such(grammar: &Grammar<'_, '_>, before: usize) -> bool {
    grammar.is(before, "as") && (before.saturating_sub(5)..before).any(|i| grammar.is(i, "such"))
}

/// "the songs “…,” “…” and “…”": what stands next to a title in a list is one.
fn follows_title(grammar: &Grammar<'_, '_>, place: &Place) -> bool {
    let links = |i: &usize| grammar.is_comma(*i) || grammar.is_any(*i, &["and", "or"]);
    let first = place.tokens.start;
    let last = (place.block.start.max(first.saturating_sub(3))..first).rev().find(|i| !links(i));
    let Some(last) = last.filter(|last| grammar.is_quoted(*last)) else { return false };
    let earlier = grammar.passage_of.get(last);
    let start = (place.block.start..=last).rev().take_while(|i| grammar.passage_of.get(*i) == earlier).last();
    start.is_some_and(|start| is_title(grammar, &Place { tokens: start..last + 1, block: place.block.clone() }))
}

/// Whether the words are a name, a title or a term rather than speech: capitalised throughout.
pub(in crate::extract::quote) fn is_term(grammar: &Grammar<'_, '_>, place: &Place) -> bool {
    let words = place.tokens.clone().filter(|i| !grammar.tag(*i).is_punctuation());
    let mut count = 0;
    let mut capitals = 0;
    for word in words {
        count += 1;
        let first = grammar.word(word).chars().next();
        let small = matches!(grammar.tag(word), Tag::Preposition | Tag::Determiner | Tag::Conjunction | Tag::To)
            || matches!(grammar.word(word).get(..3), Some("al-" | "el-"))
            || matches!(grammar.word(word), "'s" | "’s")
            || grammar.tag(word) == Tag::Number;
        capitals += usize::from(first.is_some_and(char::is_uppercase) || small && count > 1);
    }
    capitals == count
}
