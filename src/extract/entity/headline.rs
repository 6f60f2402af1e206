//! Headlines leave articles out: "Judge frees journalist" speaks of a judge and a journalist whom the report names, or
//! describes again with an article. The bare noun goes to the only one near whose post or kind it is, else to the
//! description that comes next.

use super::description::is_human;
use super::kinds;
use super::nameless::{Nameless, Newcomer};
use super::reference::{Here, Reading, Seen};
use super::words::{Shape, Word};
use crate::extract::text::Tag;
use crate::model::{EntityKind, Mention, MentionForm};
use std::collections::BTreeSet;

/// How many sentences on the report tells who is meant.
const REACH: usize = 4;

impl Here<'_, '_> {
    /// "[Rector] under fire": the one of whom the first sentences tell that post, or the body of that kind.
    pub(super) fn headlined(&self, at: usize) -> Option<Reading> {
        let (word, noun) = self.bare_noun(at)?;
        let near = || self.later.iter().take_while(|s| s.sentence <= self.sentence + REACH);
        let has_post = |s: &&Seen| {
            s.is_person && self.profiles.get(s.entity).is_some_and(|p| p.roles.iter().any(|r| r.is_called(&noun)))
        };
        let of_kind = |s: &&Seen| self.kinds.get(s.entity).is_some_and(|kinds| kinds.contains(&noun));
        let fitting: BTreeSet<usize> = if kinds::is_body(&noun) {
            near().filter(of_kind).map(|s| s.entity).collect()
        } else {
            near().filter(has_post).map(|s| s.entity).collect()
        };
        let entity = fitting.first().copied().filter(|_| fitting.len() == 1)?;
        Some((entity, Mention { span: word.span, form: MentionForm::Nominal }, at + 1))
    }

    /// Whom a headline's noun brings in where nobody near is told to be so, under the number `entity`.
    pub(super) fn headline_newcomer(&self, at: usize, entity: usize) -> Option<Newcomer> {
        let (word, noun) = self.bare_noun(at)?;
        let is_person = !kinds::is_body(&noun);
        let kind = if is_person { EntityKind::Person } else { EntityKind::Organisation };
        let nameless = Nameless::new(kind, word.span, word.span, &noun);
        let place = Seen { entity, sentence: self.sentence, word: at, end: at + 1, is_person };
        Some(Newcomer { nameless, place, tie: None })
    }

    /// "A judge in Daravi" behind "Judge frees": whom the headline called by the newcomer's noun.
    pub(super) fn of_headline(&self, one: &Newcomer) -> Option<Reading> {
        let entity = self.headline_called(one.nameless.noun())?;
        let mention = Mention { span: one.nameless.mention(), form: MentionForm::Nominal };
        Some((entity, mention, one.place.end))
    }

    /// Whom of the headline the reading gives a name: the post or kind is the same.
    pub(super) fn headline_names(&self, reading: Option<&Reading>) -> Option<(usize, usize)> {
        let (entity, _, end) =
            reading.filter(|(entity, m, _)| *entity < self.entities.len() && m.form == MentionForm::Nominal)?;
        Some((self.headline_called(self.word(end - 1)?.text)?, *entity))
    }

    /// Whom the headline called by the noun and nobody was found to be yet.
    fn headline_called(&self, noun: &str) -> Option<usize> {
        let title = self.seen.iter().take_while(|s| s.sentence == 0).filter(|_| (1..=REACH).contains(&self.sentence));
        let called = |s: &&Seen| self.nameless(s.entity).is_some_and(|one| one.noun() == noun);
        let named = |one: &usize| self.strangers.names.iter().any(|(stranger, _)| stranger == one);
        title.filter(called).map(|s| s.entity).find(|one| !named(one))
    }

    /// The noun for one human being or body at `at` of a headline that stands without article and before no other noun.
    fn bare_noun(&self, at: usize) -> Option<(&Word<'_>, String)> {
        let word = self.word(at).filter(|_| self.is_headline())?;
        let opens = at == self.range.start;
        let noun = word.text.to_lowercase();
        let single = word.tag == Tag::Noun && word.shape == Shape::Lower || opens && super::is_profession(&noun);
        let owned = |w: &Word<'_>| {
            matches!(w.tag, Tag::Determiner | Tag::Possessive | Tag::Number)
                || matches!(w.text, "'s" | "’s" | "-" | "as")
        };
        let before = (self.range.start..at)
            .rev()
            .find(|at| !self.word(*at).is_some_and(|w| w.tag.is_adjective() || w.tag.is_noun()));
        let alone = !before.and_then(|at| self.word(at)).is_some_and(owned);
        let last = !self.word(at + 1).is_some_and(|w| w.tag.is_noun() || w.is_capitalised() || w.text == "-");
        (single && alone && last && (is_human(&noun) || kinds::is_body(&noun))).then_some((word, noun))
    }

    /// Whether the first sentence is a headline: it has no stop.
    fn is_headline(&self) -> bool {
        if self.sentence != 0 {
            return false;
        }
        let last = self.range.end.checked_sub(1).and_then(|at| self.word(at));
        last.is_some_and(|w| !matches!(w.text, "." | "!" | "?" | "…" | "”" | "\"" | "’"))
    }
}
