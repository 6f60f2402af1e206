//! Joint sources: "Ray Ortiz and Ana Ruiz said in a joint statement" names two who speak with one voice, and "they" and
//! "the statement" behind it mean both.

use super::{Grammar, Speakers, WRITTEN, head_of};
use std::collections::BTreeSet;
use std::ops::Range;

impl Speakers {
    /// "Ray Ortiz and Ana Ruiz said in a joint statement": of two who speak together, the one named first; the source holds both.
    pub(super) fn first_of_joint(&self, grammar: &Grammar<'_, '_>, head: &Range<usize>) -> Option<usize> {
        let and = (head.start + 1..head.end.checked_sub(1)?).find(|i| grammar.is_any(*i, &["and", "&"]))?;
        let first = self.mention_ending(grammar, &(head.start..and))?;
        // "President Ortiz and the governments of Lund and Gent": who is named speaks with others.
        let named =
            self.persons.contains(&first) && grammar.is_any(and + 1, &["the", "his", "her", "other", "several"]);
        if named && self.mention_ending(grammar, &(and + 1..head.end)).is_none() {
            return Some(first);
        }
        let second = self.mention_ending(grammar, &(and + 1..head.end)).filter(|second| *second != first)?;
        let kind = |set: &BTreeSet<usize>| (set.contains(&first), set.contains(&second));
        let alike = |(first, second): (bool, bool)| first == second;
        (alike(kind(&self.persons)) && alike(kind(&self.bodies))).then_some(first)
    }

    /// Who speaks together with `first`, the speaker that the source names: the others of its list, or those who spoke with
    /// the same one before, where the source only points back at them.
    pub(super) fn joint_with(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>, first: usize) -> Vec<usize> {
        let last = source.end.saturating_sub(1);
        let back = source.len() == 1 && grammar.is(last, "they") || source.len() < 4 && grammar.is_any(last, &WRITTEN);
        if back && self.last.is_some_and(|(spoke, _)| spoke == first) {
            return self.joint.clone();
        }
        let mut others: Vec<usize> = Vec::new();
        let mut start = source.start;
        let ends = |i: usize| i == source.end || self.parts_members(grammar, i);
        for end in (source.start..=source.end).filter(|i| ends(*i)) {
            let member = start..end;
            start = end + 1;
            if member.is_empty() {
                continue;
            }
            let Some(named) = self.ending(grammar, &head_of(grammar, &member)) else { return Vec::new() };
            if named != first && !others.contains(&named) {
                others.push(named);
            }
        }
        let alike = |set: &BTreeSet<usize>| others.iter().all(|other| set.contains(other) == set.contains(&first));
        if alike(&self.persons) && alike(&self.bodies) { others } else { Vec::new() }
    }

    /// Whether a comma or "and" stands between two of a list, not within a name ("Doctors and Nurses United").
    fn parts_members(&self, grammar: &Grammar<'_, '_>, token: usize) -> bool {
        let joins = grammar.is_comma(token) || grammar.is_any(token, &["and", "&"]);
        let within = || {
            let at = grammar.document.tokens.get(token).map_or(0, |token| token.span.start);
            self.mentions.iter().any(|(span, _, _)| span.start <= at && at < span.end)
        };
        joins && !within()
    }
}
