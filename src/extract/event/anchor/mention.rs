//! Dates lent by another mention: "the meeting", "the attack", "following the vote".
//!
//! A word that speaks of what was told and dated before has its date; so has a verb that happens at a dated occasion. What
//! was lent is trusted less each time, and not lent a third time.

use super::{Anchor, Anchoring, Evidence};
use crate::extract::event::mentions::{self, Found};
use crate::extract::event::{attach, confidence, lexicon, timed_noun};
use crate::model::{Aspect, DateBasis, EventClass, Tense};

impl Anchoring<'_> {
    /// "the meeting", "the attack": a dated mention of the same happening before it.
    pub(super) fn by_mention(&self, index: usize, found: &Found) -> Option<Anchor> {
        if found.noun.is_some() {
            if let Some(occasion) = self.occasion.filter(|_| matches!(found.lemma.as_ref(), "participate" | "attend")) {
                return self.referring(occasion, 0.75);
            }
            let earlier = *self.last.get(&found.lemma)?;
            let refers = self.refers(found, self.found(earlier)?);
            let earlier = self.first_told(earlier);
            return if refers { self.referring(earlier, 0.8) } else { None };
        }
        let group = self.group(found, found.group?)?;
        let occasion = self.occasion_of(index, found).or_else(|| self.subject_noun(found))?;
        // What is so or is hoped on the article's day is not of the occasion's: "they hope to win the vote".
        let told_then = matches!(found.tense, Tense::Past | Tense::Participle) && found.aspect != Aspect::Perfective;
        if group.tense == Tense::Infinitive || !told_then {
            return None;
        }
        self.referring(self.first_told(occasion), 0.75)
    }

    /// The mention from which a happening told again has its date.
    fn first_told(&self, index: usize) -> usize {
        match self.anchor(index).map(|a| a.evidence) {
            Some(Evidence::Mention(first))
                if self.found(first).map(|f| &f.lemma) == self.found(index).map(|f| &f.lemma) =>
            {
                first
            }
            _ => index,
        }
    }

    /// Whether a noun speaks of the happening that another word named before: the same noun, or after its verb a definite
    /// one. "The deaths of millions" are others than the one told of, and a referendum need not be the vote.
    fn refers(&self, found: &Found, before: &Found) -> bool {
        let word = |f: &Found| lexicon::lower(self.reading.document.word(f.token));
        let near = before.sentence + 3 >= found.sentence;
        let same = word(found).trim_end_matches('s') == word(before).trim_end_matches('s');
        let definite = mentions::is_definite(self.reading, found.token);
        let complement = self.reading.document.is(found.token + 1, "of");
        match before.noun {
            _ if complement && !near => false,
            Some(_) => same && (definite || near) || definite && near,
            None => definite,
        }
    }

    /// The dated noun at which a verb happens: "at the Paris meeting, …", "… following the meeting".
    fn occasion_of(&self, index: usize, found: &Found) -> Option<usize> {
        let range = self.reading.sentences.get(found.sentence)?.found.clone();
        let from = range.start.max(index.saturating_sub(6));
        let to = range.end.min(index + 6);
        (from..to).filter(|i| *i != index).find_map(|i| {
            let other = self.found(i).filter(|o| o.noun.is_some() && o.clause == found.clause)?;
            let preposition = timed_noun::preposition_before(self.reading, other.token)?;
            let word = lexicon::lower(self.reading.document.word(preposition));
            let at = match word.as_ref() {
                "at" | "during" => true,
                "in" | "following" | "after" => other.is_occasion() || other.noun.is_some_and(|n| n.kind.is_incident()),
                _ => false,
            };
            let earlier = self.last.get(&other.lemma).copied().filter(|e| *e != index);
            let day = self.anchor(i).is_some_and(|a| a.bounds.as_day().is_some());
            if !at || attach::aftermath::follows(self.reading, i, index, day) {
                return None;
            }
            match self.anchor(i).filter(|a| matches!(a.evidence, Evidence::Own | Evidence::Mention(_))) {
                Some(_) => Some(i),
                None => earlier.filter(|_| mentions::is_definite(self.reading, other.token)),
            }
        })
    }

    /// The dated event noun that is the subject of a verb: "the participation of … sent a signal".
    fn subject_noun(&self, found: &Found) -> Option<usize> {
        let sentence = self.reading.sentences.get(found.sentence)?;
        let clause = sentence.clauses.get(found.clause?)?;
        if sentence.groups.get(clause.group)?.head != found.token || found.class == EventClass::Reporting {
            return None;
        }
        let head = clause.subject.clone().find(|t| self.tag(*t).is_noun() && !self.tag(t + 1).is_noun())?;
        let index = attach::found_at(self.reading, found.sentence, head)?;
        self.anchor(index).filter(|a| matches!(a.evidence, Evidence::Own | Evidence::Mention(_))).map(|_| index)
    }

    /// The date of another mention, lent.
    fn referring(&self, earlier: usize, trust: f32) -> Option<Anchor> {
        let lender = self.anchor(earlier)?;
        // What was lent twice already is no longer known.
        if let Evidence::Mention(first) = lender.evidence
            && self.anchor(first).is_some_and(|a| matches!(a.evidence, Evidence::Mention(_)))
        {
            return None;
        }
        let words = self.found(earlier)?.span.of(self.reading.text());
        let mut date = lender.date.clone();
        date.basis = DateBasis::Context;
        let chain = matches!(lender.evidence, Evidence::Mention(_));
        date.confidence *= if chain { confidence::CHAIN } else { trust + 0.1 };
        if lender.bounds.as_day().is_some() && date.confidence < confidence::LEAST_DAY {
            return None;
        }
        date.clock = None;
        date.explanation = format!("belongs to “{words}”, which is dated by {}", date.explanation);
        Some(Anchor { bounds: lender.bounds, evidence: Evidence::Mention(earlier), date })
    }
}
