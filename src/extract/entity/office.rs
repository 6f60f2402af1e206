//! Taking office: a clause that makes somebody what he is, "Ola Berg was named chief executive", "Siri Hauge, who became mayor",
//! "Kari Moe is chairwoman of the board". What somebody was, or only runs for, is told by none of these verbs.

use super::lexicon::{Facts, lexicon};
use super::post::RoleFound;
use super::role::Reader;

impl Reader<'_, '_> {
    /// The post that the clause behind the person at place `at` of the names gives.
    pub(super) fn office(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let end = person.words.end;
        let clause = if text(end) == "," && text(end + 1) == "who" { end + 2 } else { end };
        let mut next = verb_end(&[text(clause), text(clause + 1), text(clause + 2)])? + clause;
        next += usize::from(text(next) == "as");
        next += usize::from(matches!(text(next), "the" | "a" | "an" | "its" | "their"));
        next += usize::from(matches!(text(next), "new" | "first" | "next"));
        let is_post = |at: usize| {
            let post = Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER);
            self.word(at).is_some_and(|w| !w.is_capitalised() && lexicon().role(w).has(post))
        };
        let head = (next..next + 5).take_while(|at| is_post(*at)).last()?;
        let is_head = self.word(head).is_some_and(|w| lexicon().role(w).has(Facts::ROLE_HEAD));
        let alone = !self.word(head + 1).is_some_and(|w| w.tag.is_noun() || w.tag.is_adjective() || w.text == "-");
        let last = self.word(self.phrase_end(head + 1).checked_sub(1)?).filter(|_| is_head && alone)?;
        let inside = self.words.sentences.get(person.sentence)?.contains(&head);
        let first = self.word(next).filter(|_| inside)?;
        Some(self.owned(first.span.cover(last.span), person.sentence))
    }
}

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
