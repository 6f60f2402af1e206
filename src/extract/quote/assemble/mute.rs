//! Things that say nothing: "the quilt showed some wear", "the changes reject him". A verb of stance tells what
//! somebody thinks only where its subject can think; with a clause ("figures show that …") also a thing may tell.

use super::Assembly;
use crate::extract::entity::{is_body_noun, is_human};
use crate::extract::quote::speaker::head_of;
use crate::extract::text::Tag;
use crate::extract::text::lexicon::{self, NounClass};
use std::ops::Range;

impl Assembly<'_, '_> {
    /// Whether the source is a thing, or anybody, and what follows its verb no clause.
    pub(super) fn is_mute(&self, source: &Range<usize>, pieces: &[Range<usize>]) -> bool {
        let grammar = &self.grammar;
        // "Nobody believes it"
        if source.len() == 1 && grammar.is_any(source.start, &["nobody", "no-one", "none", "anybody", "anyone"]) {
            return true;
        }
        // "The opposition condemned it": a pronoun alone tells nothing.
        let mut words = pieces.iter().cloned().flatten();
        let only = words.next().filter(|_| words.next().is_none());
        if only.is_some_and(|word| grammar.tag(word) == Tag::Pronoun) {
            return true;
        }
        let clause = pieces.iter().cloned().flatten().any(|i| grammar.tag(i).is_finite_verb());
        !clause && self.is_thing(source)
    }

    fn is_thing(&self, source: &Range<usize>) -> bool {
        let grammar = &self.grammar;
        // "the room that needs work": what the clause hangs on.
        if source.len() == 1 && grammar.is_any(source.start, &["that", "which"]) {
            let comma = source.start.checked_sub(1).filter(|i| grammar.is_comma(*i)).unwrap_or(source.start);
            let antecedent = grammar.phrase_before(comma, comma.saturating_sub(12));
            return antecedent.is_some_and(|phrase| phrase.len() > 1 && self.is_thing(&phrase));
        }
        if source.len() == 1 && grammar.is_any(source.start, &["this", "these", "those", "you"]) {
            return true;
        }
        let head = head_of(grammar, source).end.saturating_sub(1);
        grammar.tag(head).is_common_noun() && is_thing(&grammar.word(head).to_lowercase())
    }
}

/// What speaks though its noun tells of a deed: a campaign is its people, a poll whoever was asked.
const SPEAKS: [&str; 6] = ["campaign", "poll", "survey", "percent", "cent", "majority"];

/// Whether the noun, which may stand for several, is known to tell of no people, place or writing.
fn is_thing(noun: &str) -> bool {
    use NounClass::{Communication, Group, Location, Person, Quantity};
    let speaks = |noun: &str| {
        let classes = lexicon::noun(noun).into_iter().flat_map(|entry| entry.noun_classes());
        let mut first = classes.take(3);
        first.any(|class| matches!(class, Person | Group | Location | Communication | Quantity))
            || SPEAKS.contains(&noun)
            || is_human(noun)
            || is_body_noun(noun)
    };
    let one = noun.strip_suffix('s').unwrap_or(noun);
    [noun, one].iter().any(|noun| lexicon::noun(noun).is_some()) && !speaks(noun) && !speaks(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_told_from_people_and_their_words() {
        for thing in ["snow", "quilt", "changes"] {
            assert!(is_thing(thing), "{thing}");
        }
        for speaks in ["minister", "analysts", "company", "country", "report", "campaign", "polls", "zzyx"] {
            assert!(!is_thing(speaks), "{speaks}");
        }
    }
}
