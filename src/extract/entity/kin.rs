//! Kin: "his wife", "my husband", "her counterpart" mean whoever the text has tied to the owner ("his wife, Ada Moe, …"),
//! from either side; else somebody unnamed whom "she" may mean from there on.

use super::nameless::{Nameless, Newcomer};
use super::post::KIN;
use super::reference::{Here, Reading, Seen};
use super::words::{Shape, Word};
use crate::extract::text::Tag;
use crate::model::{EntityKind, Mention, MentionForm};

/// Two who are tied: to the `owner` the `relative` is a `noun`.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    owner: usize,
    noun: &'static str,
    relative: usize,
}

/// What the owner is to the relative.
const INVERSE: [(&str, &[&str]); 16] = [
    ("wife", &["husband"]),
    ("husband", &["wife"]),
    ("widow", &["husband"]),
    ("son", &["father", "mother"]),
    ("daughter", &["father", "mother"]),
    ("father", &["son", "daughter"]),
    ("mother", &["son", "daughter"]),
    ("brother", &["brother", "sister"]),
    ("sister", &["brother", "sister"]),
    ("counterpart", &["counterpart"]),
    ("predecessor", &["successor"]),
    ("successor", &["predecessor"]),
    ("rival", &["rival", "opponent"]),
    ("opponent", &["rival", "opponent"]),
    ("lawyer", &["client"]),
    ("client", &["lawyer"]),
];

/// Posts of those who speak for a client.
const LAWYERS: [&str; 5] = ["lawyer", "attorney", "barrister", "solicitor", "counsel"];

/// The noun of a tie, if the word is one.
fn tie(word: &str) -> Option<&'static str> {
    let kin = KIN.into_iter().find(|kin| *kin == word);
    kin.or_else(|| INVERSE.iter().map(|(noun, _)| *noun).find(|noun| *noun == word))
}

impl Here<'_, '_> {
    /// The tie that the owner before `at` and the noun there make with a person named behind: "[his] wife, Ada Moe".
    pub(super) fn tied(&self, at: usize) -> Option<Tie> {
        let (noun, head) = self.kin_noun(at)?;
        let owner = self.owner_before(at)?;
        let comma = self.word(head + 1).is_some_and(|w| w.text == ",");
        let named = self.later.first().filter(|s| s.is_person && s.word == head + 1 + usize::from(comma))?;
        (named.entity != owner).then_some(Tie { owner, noun, relative: named.entity })
    }

    /// "his wife filed": who is tied to the owner so.
    pub(super) fn kin(&self, at: usize) -> Option<Reading> {
        let (noun, head) = self.kin_noun(at)?;
        let owner = self.owner_before(at)?;
        let fits = |s: usize| {
            self.strangers.ties.iter().rev().find_map(|tie| {
                let inverse = INVERSE.iter().find(|(noun, _)| *noun == tie.noun).map_or(&[][..], |(_, nouns)| *nouns);
                match tie {
                    Tie { owner, noun: told, relative } if *owner == s && *told == noun => Some(*relative),
                    Tie { owner, relative, .. } if *relative == s && inverse.contains(&noun) => Some(*owner),
                    _ => None,
                }
            })
        };
        let entity = fits(owner).or_else(|| self.client(owner).filter(|_| noun == "client"))?;
        let span = self.word(at)?.span.cover(self.word(head)?.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// "Per Lie, a lawyer for Moe, said his [client]": whose lawyer the text says the owner is.
    fn client(&self, owner: usize) -> Option<usize> {
        let roles = self.profiles.get(owner)?.roles.iter();
        let of = roles.filter(|role| LAWYERS.contains(&role.post().rsplit(' ').next().unwrap_or("")));
        let mut whose = of.filter_map(|role| role.text.split_once(" for ").or_else(|| role.text.split_once(" of ")));
        let (_, name) = whose.next()?;
        let is_called = |entity: &crate::model::Entity| entity.name == name || entity.aliases.iter().any(|a| a == name);
        self.entities.iter().position(|e| e.kind == EntityKind::Person && is_called(e)).filter(|e| *e != owner)
    }

    /// Somebody unnamed who is tied to the owner before `at`, under the number `entity`.
    pub(super) fn unnamed_kin(&self, at: usize, entity: usize) -> Option<Newcomer> {
        let (noun, head) = self.kin_noun(at)?;
        let owner = self.owner_before(at)?;
        // "his wife, Ada Moe", "his brother Per", "her husband's".
        let named = self.word(head + 1).is_some_and(|w| matches!(w.text, "," | "'s" | "’s") || w.is_capitalised());
        let span = self.word(at)?.span.cover(self.word(head)?.span);
        let nameless = Nameless::new(EntityKind::Person, span, span, noun);
        let place = Seen { entity, sentence: self.sentence, word: at, end: head + 1, is_person: true };
        (!named).then_some(Newcomer { nameless, place, tie: Some(Tie { owner, noun, relative: entity }) })
    }

    /// The noun of a tie behind up to two adjectives ("his [South Korean counterpart]"), and where it stands.
    fn kin_noun(&self, at: usize) -> Option<(&'static str, usize)> {
        let before = self.word(at.checked_sub(1)?)?;
        if before.tag != Tag::Possessive && !matches!(before.text, "My" | "my" | "'s" | "’s") {
            return None;
        }
        let modifies = |w: &Word<'_>| w.tag.is_adjective() || w.is_capitalised();
        let head = (at..at + 3).find(|at| !self.word(*at).is_some_and(modifies))?;
        let word = self.word(head).filter(|w| w.shape == Shape::Lower && w.tag == Tag::Noun)?;
        Some((tie(word.text)?, head))
    }

    /// Whose the word at `at` is: the pronoun or name right before it, or in somebody's words the speaker.
    fn owner_before(&self, at: usize) -> Option<usize> {
        let before = self.word(at.checked_sub(1)?)?;
        if matches!(before.text, "My" | "my") {
            let outside = |s: &&Seen| s.sentence == self.sentence && s.is_person && !self.is_quoted(s.word);
            let mut named = self.seen.iter().rev().take(40).chain(self.later.iter().take(40)).filter(outside);
            let one = named.next().filter(|_| self.is_quoted(at))?.entity;
            return named.all(|s| s.entity == one).then_some(one);
        }
        let owned = matches!(before.text, "'s" | "’s");
        let end = at - usize::from(owned);
        let owner = self.seen.last().filter(|s| s.end == end && s.is_person && s.sentence == self.sentence)?;
        (owned || before.tag == Tag::Possessive).then_some(owner.entity)
    }
}
