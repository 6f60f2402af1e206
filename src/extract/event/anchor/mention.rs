//! Dates lent by another mention: "the meeting", "the attack", "following the vote".
//!
//! A word that speaks of what was told and dated before has its date; so has a verb that happens at a dated occasion. What
//! was lent is trusted less each time, and not lent a third time.

use super::{Anchor, Anchoring, Evidence};
use crate::extract::event::lexicon::NounKind;
use crate::extract::event::mentions::{self, Found};
use crate::extract::event::{attach, confidence, lexicon, timed_noun};
use crate::extract::text::Tag;
use crate::model::{Aspect, DateBasis, EventClass, Modality, Tense};

/// Nouns of wide sense, and the deeds that they take up once told.
const SUMS_UP: [(&[&str], &[&str]); 3] = [
    (
        &["deal", "agreement", "accord", "transaction"],
        &["agree", "sign", "buy", "purchase", "acquire", "merge", "sell", "negotiate"],
    ),
    (
        &["attack", "assault", "incident", "violence"],
        &[
            "attack", "assault", "ambush", "bomb", "explode", "hijack", "kidnap", "kill", "murder", "raid", "shoot",
            "stab",
        ],
    ),
    (&["accident", "crash", "incident", "tragedy"], &["capsize", "collapse", "collide", "crash", "derail", "sink"]),
];

impl Anchoring<'_> {
    /// "the meeting", "the attack": a dated mention of the same happening before it.
    pub(super) fn by_mention(&self, index: usize, found: &Found) -> Option<Anchor> {
        if found.noun.is_some() {
            if let Some(occasion) = self.occasion.filter(|_| matches!(found.lemma.as_ref(), "participate" | "attend")) {
                return self.referring(occasion, 0.75);
            }
            let same = self
                .last
                .get(&found.lemma)
                .copied()
                .filter(|e| self.found(*e).is_some_and(|before| self.refers(found, before)));
            let earlier = same.or_else(|| self.summed_up(found))?;
            if self.is_foreseen_occasion(index, found) || self.is_called_for(index, found) {
                return None;
            }
            // "In 1970 he rejected the outcome": of what was to come nobody tells.
            let told = attach::governor(self.reading, index).and_then(|g| self.anchor(g)).map(|a| a.bounds.hull());
            let later = self.anchor(earlier).map(|a| a.bounds.hull());
            if told.zip(later).is_some_and(|(told, later)| attach::is_before(told, later)) {
                return None;
            }
            return self.referring(self.first_told(earlier), 0.8);
        }
        let group = self.group(found, found.group?)?;
        let occasion = self.occasion_of(index, found).or_else(|| self.subject_noun(found))?;
        // What is so or is hoped on the article's day is not of the occasion's: "they hope to win the vote".
        let told_then = matches!(found.tense, Tense::Past | Tense::Participle) && found.aspect != Aspect::Perfective;
        // "urged them to vote in next month's referendum": what was done was not done at what is to come.
        let ahead = self.anchor(occasion).is_some_and(|a| attach::is_after(a.bounds.hull(), self.now));
        if group.tense == Tense::Infinitive || !told_then || ahead {
            return None;
        }
        self.referring(self.first_told(occasion), 0.75)
    }

    /// "hope to win at the vote": where something is still to be done, the occasion is still to come.
    fn is_foreseen_occasion(&self, index: usize, found: &Found) -> bool {
        let preposition = timed_noun::preposition_before(self.reading, found.token);
        let at = preposition.is_some_and(|p| ["at", "during"].iter().any(|word| self.reading.document.is(p, word)));
        let governor = attach::governor(self.reading, index).and_then(|g| self.found(g));
        at && governor.is_some_and(|g| {
            matches!(g.tense, Tense::Future | Tense::Infinitive)
                && matches!(g.modality, Modality::Planned | Modality::Hypothetical)
        })
    }

    /// "called for his resignation", "demand new elections": what is asked for is not the one that was told of.
    pub(super) fn is_called_for(&self, index: usize, found: &Found) -> bool {
        const ASKS: [&str; 6] = ["call", "demand", "seek", "urge", "request", "want"];
        let preposition = timed_noun::preposition_before(self.reading, found.token);
        let for_it = preposition.is_none_or(|p| self.reading.document.is(p, "for"));
        let governor = attach::governor(self.reading, index).and_then(|g| self.found(g));
        for_it && governor.is_some_and(|g| g.token < found.token && ASKS.contains(&g.lemma.as_ref()))
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
        // "Bombings went on" after "the 1993 bombing", "such attacks": of others.
        let more = self.reading.document.tag(found.token) == Tag::NounPlural
            && self.reading.document.tag(before.token) == Tag::Noun;
        if more && !definite || found.token.checked_sub(1).is_some_and(|i| self.reading.document.is(i, "such")) {
            return false;
        }
        let complement = self.reading.document.is(found.token + 1, "of");
        match before.noun {
            _ if complement && !near => false,
            Some(_) => same && (definite || near) || definite && near,
            None => definite && self.has_owner_told_of(found, before, near),
        }
    }

    /// "agreed on Monday to sell it. [The deal] …": the deed told shortly before that a noun of wider sense takes up.
    fn summed_up(&self, found: &Found) -> Option<usize> {
        let document = self.reading.document;
        let article = found.token.checked_sub(1)?;
        let definite = ["the", "this", "that"].iter().any(|word| document.is(article, word));
        let deeds = SUMS_UP.iter().find(|(nouns, _)| nouns.iter().any(|noun| document.is(found.token, noun)))?.1;
        if !definite || document.is(found.token + 1, "of") {
            return None;
        }
        let told = |index: &usize| {
            self.found(*index).is_some_and(|f| {
                f.sentence < found.sentence
                    && f.sentence + 3 >= found.sentence
                    && matches!(f.modality, Modality::Actual)
                    && self.block(f).is_some()
            })
        };
        deeds.iter().filter_map(|deed| self.last.get(*deed).copied()).filter(told).max()
    }

    /// Whether the noun has no owner or one that the earlier sentence tells of: "Rafferty's report" is not what a worker
    /// reported.
    fn has_owner_told_of(&self, found: &Found, before: &Found, near: bool) -> bool {
        let document = self.reading.document;
        let modifies = |i: &usize| document.tag(*i).is_noun() || document.tag(*i).is_adjective();
        let before_modifiers = (0..found.token).rev().find(|i| !modifies(i));
        let Some(mark) = before_modifiers.filter(|i| document.tag(*i) == Tag::PossessiveMarker) else { return true };
        let Some(owner) = mark.checked_sub(1).and_then(|last| self.reading.name_at(last)) else { return near };
        let told = document.sentences.get(before.sentence).map_or(&[][..], |s| self.reading.names_in(s.span));
        told.iter().any(|name| name.entity == owner.entity)
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
                // "In Sunday's speech, he said"
                "in" if found.class == EventClass::Reporting && other.noun == Some(NounKind::Statement) => true,
                "following" | "after" if other.noun == Some(NounKind::Unlisted) => true,
                "in" | "following" | "after" => other.is_occasion() || other.noun.is_some_and(NounKind::is_incident),
                _ => false,
            };
            let earlier = self.last.get(&other.lemma).copied().filter(|e| *e != index);
            let day = self.anchor(i).is_some_and(|a| a.bounds.as_day().is_some());
            let apart = attach::aftermath::sets_apart(self.reading, preposition);
            if !at || apart || attach::aftermath::follows(self.reading, i, index, day) {
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
        let index = attach::occurs::subject(self.reading, found.sentence, found.clause?)?;
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

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn nobody_tells_of_what_was_to_come() {
        let later = "The/DT vote/NN on/IN Monday/NNP=2026-01-05 was/VBD free/JJ ./.";
        for (after, dated) in [
            // Where something is still to be done, it is another.
            ("They/PRP hope/VBP to/TO win/VB at/IN the/DT vote/NN ./.", false),
            ("In/IN 1970/CD=1970 he/PRP rejected/VBD the/DT vote/NN ./.", false),
            ("On/IN Tuesday/NNP=2026-01-06 he/PRP rejected/VBD the/DT vote/NN ./.", true),
        ] {
            let mentions = fixture("2026-01-08", &format!("{later}\n{after}")).dated_mentions();
            assert_eq!(
                mentions.iter().filter(|m| *m == "vote 2026-01-05").count() == 2,
                dated,
                "{after}: {mentions:?}"
            );
        }
    }

    #[test]
    fn a_noun_of_wide_sense_takes_up_the_deed_told_before() {
        let told = "The/DT firm/NN bought/VBD its/PRP$ rival/NN on/IN Monday/NNP=2026-01-05 ./.";
        for (after, dated) in [
            ("\nThe/DT deal/NN needs/VBZ approval/NN ./.", true),
            ("\nA/DT deal/NN needs/VBZ approval/NN ./.", false),
            // Another one.
            ("\nThe/DT deal/NN of/IN 2019/CD fell/VBD through/RP ./.", false),
            ("\nThe/DT attack/NN needs/VBZ approval/NN ./.", false),
            (
                "\nIt/PRP is/VBZ small/JJ ./.\nIt/PRP is/VBZ old/JJ ./.\nIt/PRP is/VBZ new/JJ ./.\nThe/DT deal/NN failed/VBD ./.",
                false,
            ),
        ] {
            let mentions = fixture("2026-01-08", &format!("{told}{after}")).dated_mentions();
            let found = mentions.iter().any(|m| m == "deal 2026-01-05" || m == "attack 2026-01-05");
            assert_eq!(found, dated, "{after}: {mentions:?}");
        }
    }
}
