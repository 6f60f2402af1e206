//! Narrative time: the time in which a passage is told, for the verbs that carry it on.
//!
//! A report gives the day once and tells on: "was shot on Monday. Two men fled." What is said, was so, or went on around
//! it is not of that day, nor is what stands beside another time.

use super::{Anchor, Anchoring, Evidence, silence};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::TimeAt;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::event::{attach, confidence, lexicon, timed_noun};
use crate::extract::text::Tag;
use crate::model::{Aspect, DateBasis, EventClass, Modality, Precision, QuoteKind, Tense};

/// How many sentences after a day's happening may still tell of that day in other paragraphs.
const TOLD_ON: usize = 5;

/// Verbs with which figures change: of the period they are counted for, not of the day on which they are told.
const CHANGES: [&str; 20] = [
    "rise", "fall", "grow", "drop", "jump", "climb", "slip", "increase", "decrease", "decline", "gain", "double",
    "widen", "narrow", "shrink", "surge", "edge", "ease", "soar", "plunge",
];

/// Verbs of harm, which headlines tell in the present tense.
const HARM: [&str; 14] = [
    "kill", "injure", "hurt", "wound", "shoot", "stab", "trap", "crush", "burn", "drown", "bury", "damage", "destroy",
    "die",
];

impl Anchoring<'_> {
    /// The time in which the paragraph is told, for its past main line. What happened on a day is often told on in the
    /// paragraphs after it.
    pub(super) fn by_paragraph(&self, found: &Found) -> Option<Anchor> {
        let (block, index) = self.narrative?;
        if !self.is_narrated(found) {
            return None;
        }
        let lender = self.found(index)?;
        // What is said is news of the day, whatever past the paragraph tells of, and the day it is said on is not
        // that of what else happened.
        let speech = |f: &Found| f.class == EventClass::Reporting || silence::is_told(self.reading, f);
        // "met the king on Friday, but he said nothing": told of one in the same breath.
        let one_breath = lender.sentence == found.sentence && self.has_pronoun_for_subject(found);
        if speech(found) != speech(lender) && !(one_breath && speech(found)) {
            return None;
        }
        // "She studied law and took her doctorate in 1961": beside an earlier time, it is not of the day told last.
        if self.is_at_an_age(found)
            || self.is_beside_stretch(found)
            || !speech(found) && self.is_beside_earlier(found, index)
            || self.is_behind_other_month(found, index)
            || self.is_set_off(found)
            || self.is_later(found)
            || self.is_beside_day_to_come(found)
        {
            return None;
        }
        let same = self.block(found) == Some(block);
        // "Talks were to resume on Thursday": what has happened did not on a day to come.
        let is_over = |a: &Anchor| self.now.latest.is_none_or(|now| a.bounds.begin.earliest.is_none_or(|b| b <= now));
        let anchor = self.anchor(index).filter(|a| a.date.precision <= Precision::Month && is_over(a))?;
        let happens = |f: &Found| matches!(f.class, EventClass::Occurrence | EventClass::IAction);
        // "They met on Sunday." after what was told of Tuesday is an aside, from which the story comes back.
        let day = anchor.bounds.as_day();
        let changes = CHANGES.contains(&found.lemma.as_ref()) && !self.reading.document.is(found.token + 1, "to");
        let goes_on = day.is_some_and(|day| self.is_news(day))
            && day >= self.foremost
            && found.sentence <= lender.sentence + TOLD_ON
            && happens(lender)
            && happens(found)
            && (!changes || self.is_of_the_market(found, lender));
        if !same && !goes_on || changes && day.is_none() {
            return None;
        }
        let words = anchor.date.timexes.first().and_then(|t| self.reading.times.timexes.get(t.index()));
        let words = words.map_or("", |t| t.span.of(self.reading.text()));
        let where_ = if same { "in the same paragraph" } else { "in a paragraph before" };
        let mut date = anchor.date.clone();
        date.basis = DateBasis::Context;
        let told = if same { confidence::paragraph(anchor.bounds) } else { confidence::TOLD_ON };
        // No surer than the time it is told with.
        date.confidence = told.min(anchor.date.confidence);
        date.clock = None;
        date.explanation = format!("told with “{words}” {where_}: {}", date.explanation);
        Some(Anchor { bounds: anchor.bounds, evidence: Evidence::Paragraph, date })
    }

    /// "Stocks fell on Tuesday.\n\nThe index dropped 2 percent": where a day's prices are told of, other prices are of that day,
    /// while what a firm earned is not.
    fn is_of_the_market(&self, found: &Found, lender: &Found) -> bool {
        self.is_price_change(found) && self.is_price_change(lender)
    }

    /// "Stocks fell", "the dollar edged up".
    pub(super) fn is_price_change(&self, found: &Found) -> bool {
        const RESULTS: [&str; 19] = [
            "profit",
            "income",
            "revenue",
            "sale",
            "earning",
            "loss",
            "output",
            "export",
            "import",
            "unemployment",
            "inflation",
            "order",
            "turnover",
            "deficit",
            "surplus",
            "claim",
            "spending",
            "rate",
            "production",
        ];
        let prices = [
            "stock", "share", "index", "market", "price", "crude", "dollar", "bond", "oil", "gold", "yield", "cac",
            "dax", "dow", "ftse", "nasdaq", "nikkei", "p", "s&p", "sensex",
        ];
        let subject = |words: &[&str]| {
            let clauses = self.reading.sentences.get(found.sentence).map_or(&[][..], |s| &s.clauses);
            let subject = found.clause.and_then(|c| clauses.get(c)).map_or(0..0, |c| c.subject.clone());
            subject.into_iter().any(|i| words.contains(&self.reading.document.lemma(i).as_ref()))
        };
        CHANGES.contains(&found.lemma.as_ref()) && subject(&prices) && !subject(&RESULTS)
    }

    /// "Stocks fell": prices that move from hour to hour, where "house prices fell" tells of a month.
    pub(super) fn is_share_price(&self, found: &Found) -> bool {
        const SHARES: [&str; 9] = ["stock", "share", "index", "bond", "dow", "ftse", "nasdaq", "nikkei", "dollar"];
        let clauses = self.reading.sentences.get(found.sentence).map_or(&[][..], |s| &s.clauses);
        let subject = found.clause.and_then(|c| clauses.get(c)).map_or(0..0, |c| c.subject.clone());
        self.is_price_change(found)
            && subject.into_iter().any(|i| SHARES.contains(&self.reading.document.lemma(i).as_ref()))
    }

    /// "The figures showed": what is published is news of the day, as speech is.
    pub(super) fn is_shown(&self, found: &Found) -> bool {
        const PUBLISHED: [&str; 8] = ["analysis", "data", "figure", "poll", "report", "statistics", "study", "survey"];
        const SHOWS: [&str; 5] = ["find", "indicate", "reveal", "show", "suggest"];
        let document = self.reading.document;
        let clauses = self.reading.sentences.get(found.sentence).map_or(&[][..], |s| &s.clauses);
        let subject = found.clause.and_then(|c| clauses.get(c)).map_or(0..0, |c| c.subject.clone());
        let head = subject.end.checked_sub(1).filter(|_| SHOWS.contains(&found.lemma.as_ref()));
        document.is(subject.start, "the") && head.is_some_and(|i| PUBLISHED.contains(&document.lemma(i).as_ref()))
    }

    /// Whether a day is so near to the article's that a report tells of it; a history goes on to other days.
    fn is_news(&self, day: chrono::NaiveDate) -> bool {
        self.now.latest.is_some_and(|now| (now - day).num_days() <= timed_noun::NEWS_DAYS)
    }

    /// "A truce was agreed on 3 March", read as of a March to come: that day is not the verb's, nor is the one told last.
    fn is_beside_day_to_come(&self, found: &Found) -> bool {
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let ahead = |time: &TimeAt| {
            let range = self.reading.times.timexes.get(time.index).and_then(|t| t.range).unwrap_or_default();
            attach::is_after(range, self.now)
        };
        let beside = |time: &TimeAt| self.reading.clause_at(found.sentence, time.tokens.start) == found.clause;
        sentence.times.iter().any(|time| ahead(time) && beside(time))
    }

    /// "planned for 10 June, was cancelled", "In the 48 hours to Thursday, a month's rain fell": beside a time that is not its
    /// own, a verb is not of the day told last.
    fn is_beside_stretch(&self, found: &Found) -> bool {
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        sentence.times.iter().any(|time| {
            let start = time.tokens.start.saturating_sub(1);
            self.reading.clause_at(found.sentence, start) == found.clause
                && (attach::set_aside(self.reading, found.sentence, start)
                    || attach::closes_stretch(self.reading, found.sentence, time))
        })
    }

    /// "died when she was 9", "left school at the age of 14": in a year that only a birth would tell.
    fn is_at_an_age(&self, found: &Found) -> bool {
        let document = self.reading.document;
        let Some(tokens) = document.sentences.get(found.sentence).map(|s| s.tokens.clone()) else { return false };
        let number = |i: usize| document.tag(i) == Tag::Number;
        let was = |i: usize| {
            let child = ["he", "she", "i"].iter().any(|w| document.is(i, w)) && document.is(i + 1, "was");
            child && (number(i + 2) || document.is(i + 2, "only") && number(i + 3))
        };
        let behind = found.token + 1..tokens.end;
        let aged = |i: usize| {
            document.is(i, "when") && was(i + 1)
                || document.is(i, "age") && (number(i + 1) || document.is(i + 1, "of") && number(i + 2))
        };
        behind.into_iter().any(aged)
    }

    /// "and [later] fined five pounds": some other day.
    fn is_later(&self, found: &Found) -> bool {
        const LATER: [&str; 5] = ["later", "eventually", "subsequently", "afterwards", "originally"];
        let first = found.group.and_then(|g| self.group(found, g)).map_or(found.token, |g| g.first);
        let near = first.saturating_sub(1)..found.token + 3;
        near.into_iter().any(|at| LATER.iter().any(|word| self.reading.document.is(at, word)))
    }

    /// Whether a time in its sentence, of another verb or of nothing that happens, ends before that of the word at `index`
    /// begins.
    fn is_beside_earlier(&self, found: &Found, index: usize) -> bool {
        let told = self.anchor(index).map(|a| a.bounds.hull()).unwrap_or_default();
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let own = sentence.found.clone().filter(|i| *i > index).filter_map(|i| self.anchor(i));
        let earlier = |range: crate::model::DateRange| attach::is_before(range, told);
        let dated = |time: &TimeAt| self.reading.times.timexes.get(time.index).and_then(|t| t.range);
        let lender = self.found(index).map(|f| f.sentence);
        // "Their names were carved on a stone that was put up in 1983": nor of the day told last, long before.
        const LONG: i64 = 60;
        let long_after = |range: crate::model::DateRange| {
            let gap = told.latest.zip(range.earliest).map_or(0, |(told, other)| (other - told).num_days());
            gap > LONG && attach::is_before(range, self.now)
        };
        let apart = |range: crate::model::DateRange| earlier(range) || long_after(range);
        own.filter(|other| other.evidence == Evidence::Own).any(|other| apart(other.bounds.hull()))
            || lender != Some(found.sentence) && sentence.times.iter().filter_map(dated).any(earlier)
    }

    /// "The case was heard in July. The trial had been due to start in September but was [put back]": whether its own
    /// sentence has told before it of another month or year than the one of the sentences before.
    fn is_behind_other_month(&self, found: &Found, index: usize) -> bool {
        let told = self.anchor(index).map(|a| a.bounds.hull()).unwrap_or_default();
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let other = |time: &TimeAt| {
            let range = self.reading.times.timexes.get(time.index).and_then(|t| t.range).unwrap_or_default();
            range.as_day().is_none() && (attach::is_before(range, told) || attach::is_after(range, told))
        };
        let lender = self.found(index).map(|f| f.sentence);
        let before = sentence.times.iter().filter(|time| time.tokens.end <= found.token);
        lender != Some(found.sentence) && told.as_day().is_none() && before.into_iter().any(other)
    }

    /// Whether it carries the story on: told in the simple past, in the article's own words or as what somebody reports.
    /// "was searching" tells what went on around it.
    pub(super) fn is_narrated(&self, found: &Found) -> bool {
        let spoken =
            found.quote.and_then(|q| self.reading.quotes.get(q)).is_some_and(|q| q.kind != QuoteKind::Indirect);
        let told = self.is_main(found) || self.breaks_in(found);
        told && found.tense == Tense::Past && found.aspect == Aspect::None && !spoken
    }

    /// "[but he] said": behind a conjunction, of whoever was told of before it.
    fn has_pronoun_for_subject(&self, found: &Found) -> bool {
        let sentence = self.reading.sentences.get(found.sentence);
        let clause = sentence.zip(found.clause).and_then(|(s, c)| s.clauses.get(c));
        clause.is_some_and(|c| {
            c.subject.len() == 1
                && ["he", "she", "they"].iter().any(|word| self.reading.document.is(c.subject.start, word))
                && c.subject.start.checked_sub(1).is_some_and(|i| self.reading.document.tag(i) == Tag::Conjunction)
        })
    }

    /// "He was walking home when two men [approached] him": behind what went on, "when" tells the story.
    fn breaks_in(&self, found: &Found) -> bool {
        let clauses = self.reading.sentences.get(found.sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
        let Some([main, aside]) = found.clause.and_then(|c| clauses.get(c.checked_sub(1)?..c + 1)) else {
            return false;
        };
        let went_on =
            self.group(found, main.group).is_some_and(|g| g.tense == Tense::Past && g.aspect == Aspect::Progressive);
        let when = aside.marker.is_some_and(|m| self.reading.document.is(m, "when"));
        went_on && when && main.kind == ClauseKind::Main && found.group == Some(aside.group)
    }

    /// "found the papers [the day after] he was arrested": of a day counted from another happening.
    pub(super) fn is_set_off(&self, found: &Found) -> bool {
        let document = self.reading.document;
        let Some(tokens) = document.sentences.get(found.sentence).map(|s| s.tokens.clone()) else { return false };
        let unit = |i: usize| ["day", "night", "week", "month", "year", "morning"].iter().any(|w| document.is(i, w));
        let units = |i: usize| ["days", "nights", "weeks", "months", "years"].iter().any(|w| document.is(i, w));
        let aside = |i: usize| document.is(i, "after") || document.is(i, "before");
        let set_off = |i: usize| aside(i) || document.is(i, "later");
        // "two days [after the crash]", but not "died two days after": counted from what was told.
        let from = |i: usize| aside(i) && !document.tag(i + 1).is_punctuation();
        (tokens.start + 1..tokens.end).filter(|i| document.tag(*i).is_noun()).any(|i| {
            let counted = unit(i) && (document.is(i - 1, "a") || document.is(i - 1, "one")) || units(i);
            unit(i) && document.is(i - 1, "the") && set_off(i + 1) || counted && from(i + 1)
        })
    }

    /// "She joined the board in 2015. She told colleagues that …": whether its paragraph is told of a time long over, so that
    /// what was said without a quote may have been said then.
    pub(super) fn is_in_long_past(&self, found: &Found) -> bool {
        if self.is_of_old_document(found) {
            return true;
        }
        let Some((_, index)) = self.narrative.filter(|(block, _)| self.block(found) == Some(*block)) else {
            return false;
        };
        let speech = self.found(index).is_some_and(|f| f.class == EventClass::Reporting);
        let told = self.anchor(index).filter(|a| a.date.precision <= Precision::Year);
        let last = told.and_then(|a| a.bounds.hull().latest);
        // "asked for his phone", "called an ambulance": what is no report of words is of the story's time.
        let reports = self.reading.is_cue(found);
        let over =
            last.is_some_and(|last| !self.is_news(last) || !reports && self.now.earliest.is_some_and(|now| last < now));
        let quoted = self
            .reading
            .quotes
            .iter()
            .any(|q| q.kind != QuoteKind::Indirect && q.cue.is_some_and(|cue| cue.contains(found.span)));
        over && !speech && !quoted
    }

    /// "Its report, published in June 1964, [blamed] the builder": what a document said that appeared long ago.
    fn is_of_old_document(&self, found: &Found) -> bool {
        const DOCUMENTS: [&str; 9] =
            ["report", "study", "inquiry", "paper", "letter", "review", "audit", "survey", "book"];
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let subject = found.clause.and_then(|c| sentence.clauses.get(c)).map_or(0..0, |c| c.subject.clone());
        let document = subject.clone().any(|i| DOCUMENTS.contains(&self.reading.document.lemma(i).as_ref()));
        let aside = sentence.found.clone().filter(|i| {
            self.found(*i)
                .is_some_and(|f| f.tense == Tense::Participle && (subject.start..found.token).contains(&f.token))
        });
        let own = aside.filter_map(|i| self.anchor(i)).filter(|a| a.evidence == Evidence::Own);
        document && own.filter_map(|a| a.bounds.hull().latest).any(|last| !self.is_news(last))
    }

    /// "before he could cut the ribbon, a man slashed it": whether it is a circumstance of what the simple past tells.
    pub(super) fn is_beside_past(&self, found: &Found) -> bool {
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let aside = self.clause_kind(found) == Some(ClauseKind::Adverbial) && found.quote.is_none();
        let main = sentence.clauses.iter().find(|c| c.kind == ClauseKind::Main);
        let told = main.and_then(|c| sentence.groups.get(c.group));
        aside
            && told.is_some_and(|g| {
                g.tense == Tense::Past && g.modality == Modality::Actual && !g.is(lexicon::VerbSet::REPORTING)
            })
    }

    /// "is killed when a bomb explodes": whether a clause told with "when" or "as" says how somebody comes to harm.
    pub(super) fn is_vivid(&self, found: &Found) -> bool {
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        sentence.clauses.windows(2).enumerate().any(|(at, pair)| {
            let [main, aside] = pair else { return false };
            let (Some(what), Some(how)) = (sentence.groups.get(main.group), sentence.groups.get(aside.group)) else {
                return false;
            };
            let marker = aside.marker.map(|m| lexicon::lower(self.reading.document.word(m)));
            let plain =
                |g: &VerbGroup| g.tense == Tense::Present && g.aspect == Aspect::None && g.modality == Modality::Actual;
            found.clause.is_some_and(|c| c == at || c == at + 1)
                && matches!(marker.as_deref(), Some("when" | "as" | "after"))
                && plain(what)
                && plain(how)
                && HARM.contains(&self.reading.document.lemma(what.head).as_ref())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn a_day_is_told_on_until_another_time_is_given() {
        let lead = "The/DT woman/NN was/VBD shot/VBN on/IN Monday/NNP=2026-01-05 ,/. police/NNS said/VBD ./.";
        for (after, expected) in [
            ("\nTwo/CD men/NNS fled/VBD ./.", "fled 2026-01-05"),
            ("\n\nTwo/CD men/NNS fled/VBD ./.", "fled 2026-01-05"),
            // What went on, was so, or was over already has no day from it.
            ("\nTwo/CD men/NNS were/VBD fleeing/VBG ./.", "fleeing …/…"),
            ("\n\nThe/DT shop/NN belonged/VBD to/TO him/PRP ./.", "belonged …/…"),
            ("\n\nTwo/CD men/NNS had/VBD fled/VBN ./.", "fled …/2026-01-08"),
            ("\nTwo/CD men/NNS were/VBD later/RB arrested/VBN ./.", "arrested …/2026-01-08"),
            ("\nBefore/IN he/PRP could/MD flee/VB ,/. a/DT man/NN fell/VBD ./.", "fell 2026-01-05"),
            ("\n\nProfit/NN rose/VBD 3/CD percent/NN ./.", "rose …/2026-01-08"),
            ("\n\nMen/NNS met/VBD on/IN Sunday/NNP=2026-01-04 ./.\n\nA/DT dog/NN fled/VBD ./.", "fled …/2026-01-08"),
            (
                "\nHe/PRP was/VBD walking/VBG when/WH two/CD men/NNS hit/VBD him/PRP on/IN Tuesday/NNP=2026-01-06 ./.\nThey/PRP fled/VBD ./.",
                "fled 2026-01-06",
            ),
            // Nor what stands beside an earlier time, be it of nothing that happens.
            ("\nThe/DT 2019/CD=2019 bridge/NN fell/VBD ./.", "fell …/2026-01-08"),
            // Nor has what stands beside a day to come.
            ("\nTwo/CD men/NNS fled/VBD on/IN March/NNP=2026-03-03 ./.", "fled …/2026-01-08"),
            // Nor has what is said, if it is a report of words.
            ("\nThey/PRP asked/VBD for/IN money/NN ./.", "asked …/2026-01-08"),
            ("\n\nA/DT neighbour/NN said/VBD nothing/NN ./.", "said 2026-01-08"),
            ("\n\nThe/DT shop/NN opened/VBD in/IN 2019/CD=2019 ./.\nTwo/CD men/NNS fled/VBD ./.", "fled …/2026-01-08"),
        ] {
            let dated = fixture("2026-01-08", &format!("{lead}{after}")).dated_mentions();
            let expected = expected.replace("…/…", "open");
            assert!(dated.contains(&expected), "{after}: {dated:?}");
        }
        let called = "Police/NNS were/VBD called/VBN to/TO a/DT flat/NN on/IN Monday/NNP=2026-01-05 ./.";
        let dated = fixture("2026-01-08", &format!("{called}\n\nA/DT man/NN fled/VBD ./.")).dated_mentions();
        assert!(dated.contains(&"fled 2026-01-05".to_owned()), "{dated:?}");
        let around = "Men/NNS were/VBD searching/VBG on/IN Monday/NNP=2026-01-05 ./.\nA/DT dog/NN escaped/VBD ./.";
        let dated = fixture("2026-01-08", around).dated_mentions();
        assert!(dated.contains(&"escaped …/2026-01-08".to_owned()), "{dated:?}");
        let month = "It/PRP was/VBD heard/VBN in/IN July/NNP=2025-07 ./.\nThe/DT trial/NN had/VBD been/VBN due/JJ in/IN May/NNP=2025-05 but/CC was/VBD moved/VBN ./.";
        let dated = fixture("2026-01-08", month).dated_mentions();
        assert!(dated.contains(&"moved …/2026-01-08".to_owned()), "{dated:?}");
        let market = "Stocks/NNS fell/VBD on/IN Monday/NNP=2026-01-05 ./.";
        for (after, expected) in [
            ("The/DT index/NN dropped/VBD 2/CD percent/NN ./.", "dropped 2026-01-05"),
            ("The/DT Nasdaq/NNP dropped/VBD 2/CD percent/NN ./.", "dropped 2026-01-05"),
            ("Oil/NN profits/NNS dropped/VBD 2/CD percent/NN ./.", "dropped …/2026-01-08"),
            ("Births/NNS dropped/VBD 2/CD percent/NN ./.", "dropped …/2026-01-08"),
        ] {
            let dated = fixture("2026-01-08", &format!("{market}\n\n{after}")).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{after}: {dated:?}");
        }
        for (what, expected) in [("Stocks/NNS", "fell 2026-01-08"), ("House/NN prices/NNS", "fell …/2026-01-08")] {
            let text = format!(
                "The/DT bank/NN met/VBD on/IN Thursday/NNP=2026-01-08 ./.\n\nIt/PRP was/VBD late/JJ ./.\n\n{what} fell/VBD ./."
            );
            let dated = fixture("2026-01-08", &text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{what}: {dated:?}");
        }
        for (what, expected) in [("report/NN", "blamed …/2026-01-08"), ("mayor/NN", "blamed 2026-01-08")] {
            let text =
                format!("Its/PRP$ {what} ,/. hailed/VBN in/IN June/NNP=1964-06 ,/. blamed/VBD the/DT firm/NN ./.");
            let dated = fixture("2026-01-08", &text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{what}: {dated:?}");
        }
        let history = "The/DT arches/NNS met/VBD on/IN August/NNP=1930-08-19 ./.\n\nSixteen/CD men/NNS died/VBD ./.";
        let dated = fixture("2026-01-08", history).dated_mentions();
        assert!(dated.contains(&"died …/2026-01-08".to_owned()), "{dated:?}");
    }
}
