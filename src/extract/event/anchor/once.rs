//! Deeds done to somebody only once: two words for one of them with the same victim tell the same happening.
//!
//! "was abducted in March … the family of Brand, 37 when he was kidnapped … his capture on 26 March": a reader puts all three
//! on the one day that is told, wherever the article tells it. Meetings, votes and attacks come again; nobody dies twice.

use super::{Anchor, Anchoring, Evidence};
use crate::extract::event::mentions::{self, Found};
use crate::extract::event::{confidence, participants};
use crate::extract::text::Tag;
use crate::model::{DateBasis, EntityKind, Modality, Part, Tense};

/// Verbs for the same deed, under which its nouns are found as well.
const DEEDS: [&[&str]; 6] = [
    &["abduct", "capture", "kidnap"],
    &["assassinate", "die", "kill", "murder", "slay"],
    &["arrest"],
    &["invade"],
    &["resign"],
    &["convict"],
];

/// A deed, by its place in [`DEEDS`], and the entity it was done to.
type Deed = (usize, usize);

impl Anchoring<'_> {
    /// Gives every word for such a deed the one day that the article tells of it.
    pub(super) fn date_deeds(&mut self) {
        let mut told: Vec<(Deed, usize)> = Vec::new();
        for (index, found) in self.reading.found.iter().enumerate() {
            if let Some(deed) = self.deed(found).filter(|_| found.noun.is_none() || !self.is_called_for(index, found)) {
                told.push((deed, index));
            }
        }
        told.sort_unstable();
        for same in told.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
            let Some(lender) = self.lender(same) else { continue };
            for (_, index) in same.iter().filter(|(_, index)| *index != lender) {
                if let Some(anchor) = self.lent(lender, *index) {
                    self.set(*index, anchor);
                }
            }
        }
    }

    /// The word that states the day of a deed, where none of the others states another time.
    fn lender(&self, same: &[(Deed, usize)]) -> Option<usize> {
        let own = || {
            let stated = |index: &usize| self.anchor(*index).is_some_and(|a| a.evidence == Evidence::Own);
            same.iter().map(|(_, index)| *index).filter(stated)
        };
        let day = |index: usize| self.anchor(index).and_then(|a| a.bounds.as_day());
        let lender = own().find(|index| day(*index).is_some())?;
        let told = day(lender).filter(|told| self.now.latest.is_none_or(|now| *told <= now))?;
        let holds = |index| {
            self.anchor(index).is_some_and(|a| {
                let hull = a.bounds.hull();
                hull.earliest.is_none_or(|first| first <= told) && hull.latest.is_none_or(|last| told <= last)
            })
        };
        own().all(holds).then_some(lender)
    }

    /// The lender's date for a word that has no day of its own.
    fn lent(&self, lender: usize, index: usize) -> Option<Anchor> {
        let stated = self.anchor(lender)?;
        let has_day = self.anchor(index).is_some_and(|a| {
            a.bounds.as_day().is_some()
                && matches!(a.evidence, Evidence::Own | Evidence::Sentence | Evidence::Mention(_))
        });
        if has_day {
            return None;
        }
        let words = self.found(lender)?.span.of(self.reading.text());
        let mut date = stated.date.clone();
        date.basis = DateBasis::Context;
        date.confidence *= confidence::SAME_DEED;
        date.clock = None;
        date.explanation = format!("the same as “{words}”, which is dated by {}", date.explanation);
        // "was abducted in March": stated there as well, only not so finely.
        let own = self.anchor(index).is_some_and(|a| a.evidence == Evidence::Own);
        let evidence = if own { Evidence::Own } else { Evidence::Mention(lender) };
        Some(Anchor { bounds: stated.bounds, evidence, date })
    }

    fn deed(&self, found: &Found) -> Option<Deed> {
        let deed = DEEDS.iter().position(|verbs| verbs.contains(&found.lemma.as_ref()))?;
        let done = found.modality == Modality::Actual
            && matches!(found.tense, Tense::Past | Tense::Present | Tense::Participle | Tense::None);
        let victim = match found.noun {
            _ if !done => None,
            Some(_) => self.victim_of_noun(found),
            None => {
                let part = if matches!(found.lemma.as_ref(), "die" | "resign") { Part::Agent } else { Part::Patient };
                let (parts, _) = participants::of_word(self.reading, found);
                let mut victims = parts.iter().filter(|p| p.part == part).map(|p| p.entity.index());
                // Two that died together need not have: "Reed and Pell died".
                victims.next().filter(|_| victims.next().is_none())
            }
        }?;
        let kind = self.reading.entities.get(victim)?.kind;
        let fits = if found.lemma == "invade" { kind == EntityKind::Place } else { kind == EntityKind::Person };
        fits.then_some((deed, victim))
    }

    /// "the murder of Brand", "his capture", "Norland's invasion of Vesk": one deed, with a definite noun.
    fn victim_of_noun(&self, found: &Found) -> Option<usize> {
        let document = self.reading.document;
        if document.tag(found.token) != Tag::Noun || !mentions::is_definite(self.reading, found.token) {
            return None;
        }
        if document.is(found.token + 1, "of") {
            let name = (found.token + 2..found.token + 7).find_map(|i| self.reading.name_at(i))?;
            let last = document.tag(crate::extract::event::reading::tokens_in(document, name.span).end);
            return (last != Tag::PossessiveMarker).then_some(name.entity);
        }
        if found.lemma == "invade" {
            return None;
        }
        let modifies = |i: &usize| document.tag(*i).is_noun() || document.tag(*i).is_adjective();
        let owner = (0..found.token).rev().find(|i| !modifies(i))?;
        let last = match document.tag(owner) {
            Tag::Possessive => owner,
            Tag::PossessiveMarker => owner.checked_sub(1)?,
            _ => return None,
        };
        self.reading.name_at(last).map(|name| name.entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;
    use crate::model::EntityKind;

    #[test]
    fn a_deed_done_once_has_the_one_day_that_is_told() {
        let kidnapped = "In/IN December/NNP=2025-12 gunmen/NNS kidnapped/VBD Brand/NNP ./.";
        for (after, expected, dated) in [
            (
                "Her/PRP$ family/NN mourned/VBD Brand/NNP ’s/POS capture/NN on/IN Friday/NNP=2025-12-05 ./.",
                "kidnapped 2025-12-05",
                true,
            ),
            (
                "They/PRP praised/VBD the/DT capture/NN of/IN Holt/NNP on/IN Friday/NNP=2025-12-05 ./.",
                "kidnapped 2025-12-05",
                false,
            ),
            // Two times told are two deeds.
            ("Brand/NNP was/VBD kidnapped/VBN on/IN Monday/NNP=2026-01-05 ./.", "kidnapped 2026-01-05", false),
        ] {
            let article = fixture("2026-01-08", &format!("{kidnapped}\n{after}"));
            let article = article.entity(EntityKind::Person, &["Brand"]).entity(EntityKind::Person, &["Holt"]);
            let mentions = article.dated_mentions();
            let told = mentions.iter().filter(|m| **m == *expected).count();
            let own = usize::from(after.contains("2026-01-05"));
            assert_eq!(told > own, dated, "{after}: {mentions:?}");
        }
    }
}
