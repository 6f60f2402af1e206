//! Office: a clause that tells what somebody is, "Ola Berg was named chief executive", "Siri Hauge, who became mayor", "Kari
//! Moe served as chairwoman of the board". What somebody only runs for is told by none of these verbs.

use super::lexicon::{Facts, lexicon};
use super::post::RoleFound;
use super::role::Reader;
use crate::extract::text::Tag;

impl Reader<'_, '_> {
    /// The post that the clause behind the person at place `at` of the names gives.
    pub(super) fn office(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let end = person.words.end;
        let aside = self.behind_aside(end);
        let clause = match text(end) {
            "," if text(end + 1) == "who" => end + 2,
            // "Per Moe, 45, is chief executive"
            "," if aside > end && text(aside) == "," => aside + 1,
            _ => end,
        };
        match verb_end(&[text(clause), text(clause + 1), text(clause + 2)]) {
            Some(verb) => {
                let next = clause + verb;
                self.post_at(next + usize::from(text(next) == "as"), person.sentence)
            }
            None if self.is_given_post(at) => {
                let role = self.post_at(end, person.sentence)?;
                // Whoever stands before it owns nothing here.
                let text = role.text.get(..role.core.len()).unwrap_or(&role.core).to_owned();
                Some(RoleFound { text, has_owner: false, ..role })
            }
            None => self.post_at(self.held_as(at, clause)? + 1, person.sentence),
        }
    }

    /// "named Per Moe [oil minister]": the post right behind the name, titles between the verb and it.
    fn is_given_post(&self, at: usize) -> bool {
        const NAMES: [&str; 6] = ["appointed", "crowned", "elected", "made", "named", "re-elected"];
        let Some(person) = self.names.get(at) else { return false };
        let post = Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER);
        let titled = |at: &usize| self.word(*at).is_some_and(|w| w.is_capitalised() && lexicon().role(w) != Facts(0));
        let verb = (person.words.start.saturating_sub(5)..person.words.start).rev().find(|at| !titled(at));
        let given = verb.and_then(|at| self.word(at)).is_some_and(|w| NAMES.contains(&w.text));
        given && self.word(person.words.end).is_some_and(|w| !w.is_capitalised() && lexicon().role(w).has(post))
    }

    /// The "as" behind a verb of holding or leaving office: "Moe was sworn in [as] president", "appointed Moe [as] envoy".
    fn held_as(&self, at: usize, clause: usize) -> Option<usize> {
        const REACH: usize = 7;
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let person = self.names.get(at)?;
        let is_as = |at: &usize| text(*at) == "as" && !matches!(text(at + 1), "well" | "part" | "saying" | "of");
        let before = (person.words.start.saturating_sub(5)..person.words.start).any(|at| GIVES.contains(&text(at)));
        if clause == person.words.end && is_as(&clause) && before {
            return Some(clause);
        }
        let inside = self.words.sentences.get(person.sentence)?;
        let found = (clause..(clause + REACH).min(inside.end)).find(is_as)?;
        let parts = |at: usize| matches!(text(at), "," | ";" | "and" | "that" | "said" | "says") || self.is_named(at);
        let holds = (clause..found).any(|at| HOLDS.contains(&text(at)));
        (holds && !(clause..found).any(parts)).then_some(found)
    }

    /// Whether a name of whatever kind covers a word.
    fn is_named(&self, word: usize) -> bool {
        self.names.iter().any(|name| name.words.contains(&word))
    }

    /// The post in a phrase that begins at `next`, behind its article and whose post it is: "the new [mayor]", "Lund's
    /// [foreign minister]".
    fn post_at(&self, next: usize, sentence: usize) -> Option<RoleFound> {
        const OWNER: usize = 6;
        let is_post = |at: usize| {
            let post = Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER);
            self.word(at).is_some_and(|w| !w.is_capitalised() && lexicon().role(w).has(post))
        };
        // "the country's second [president]"
        let leads = |at: usize| {
            self.word(at).is_some_and(|w| {
                w.tag.is_noun()
                    || w.tag.is_adjective()
                    || matches!(w.tag, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker)
            })
        };
        let counts =
            |at: usize| ["new", "first", "next", "second", "third"].contains(&self.word(at).map_or("", |w| w.text));
        let next =
            (next..next + OWNER).find(|at| is_post(*at) && !counts(*at)).filter(|post| (next..*post).all(leads))?;
        let head = (next..next + 5).take_while(|at| is_post(*at)).last()?;
        let is_head = self.word(head).is_some_and(|w| lexicon().role(w).has(Facts::ROLE_HEAD));
        let alone = !self.word(head + 1).is_some_and(|w| w.tag.is_noun() || w.tag.is_adjective() || w.text == "-");
        let last = self.word(self.phrase_end(head + 1).checked_sub(1)?).filter(|_| is_head && alone)?;
        let inside = self.words.sentences.get(sentence)?.contains(&head);
        let first = self.word(next).filter(|_| inside)?;
        Some(self.owned(first.span.cover(last.span), sentence))
    }
}

/// Verbs that are said with "as" of who holds an office, takes it or leaves it.
const HOLDS: [&str; 22] = [
    "approved",
    "confirmed",
    "continue",
    "continues",
    "elected",
    "inaugurated",
    "installed",
    "ousted",
    "quit",
    "reappointed",
    "resign",
    "resigned",
    "retired",
    "returned",
    "serve",
    "served",
    "serves",
    "serving",
    "stepped",
    "sworn",
    "work",
    "worked",
];

/// Verbs that are said with "as" of who is given an office.
const GIVES: [&str; 10] =
    ["appoint", "appointed", "confirmed", "elected", "hired", "installed", "named", "nominate", "nominated", "picked"];

/// How many of the words are a verb of taking office.
fn verb_end(words: &[&str; 3]) -> Option<usize> {
    let taken =
        |word: &str| matches!(word, "named" | "appointed" | "elected" | "re-elected" | "reelected" | "promoted");
    match *words {
        ["is", other, _] if !taken(other) => Some(1),
        ["became" | "becomes", ..] => Some(1),
        ["was" | "is" | "were", verb, _] if taken(verb) => Some(2),
        ["has" | "had", "been", verb] if taken(verb) => Some(3),
        ["has", "been", _] => Some(2),
        ["has", "become", _] => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_of_taking_office() {
        for (clause, end) in [
            ("was named chief", Some(2)),
            ("has been elected", Some(3)),
            ("became mayor of", Some(1)),
            ("is chairwoman of", Some(1)),
            ("has been mayor", Some(2)),
            ("was mayor of", None),
            ("ran for mayor", None),
        ] {
            let words: Vec<&str> = clause.split(' ').collect();
            let words = [words[0], words[1], words[2]];
            assert_eq!(verb_end(&words), end, "{clause}");
        }
    }
}
