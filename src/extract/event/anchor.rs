//! Anchoring: when each event word happens, with how it was read and how sure that is.
//!
//! The evidence is tried from the strongest to the weakest: its own time expression, one elsewhere in the sentence,
//! another mention that it refers back to ("the meeting"), the word that governs it, the time the paragraph is told
//! in, and last what tense says against the article's day.

mod counted;
mod mention;
mod narrative;
mod once;
mod silence;
mod times;

use super::aim;
use super::attach::{self, Attached};
use super::bounds::{self, Bounds};
use super::clause::{Clause, ClauseKind};
use super::confidence;
use super::depends::{self, Governor};
use super::lexicon::{self, VerbSet};
use super::mentions::Found;
use super::reading::Reading;
use super::states;
use super::tense::{self, Standing};
use crate::extract::timex::Relation;
use crate::model::{
    Aspect, BlockKind, DateBasis, DateRange, EventClass, EventDate, Modality, Precision, QuoteKind, Tense, TimexKind,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many sentences may introduce the story's occasion; headline and byline may be among them.
const LEAD_SENTENCES: usize = 8;

/// What dates an event word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// A time expression of its own.
    Own,
    /// Another mention of the same happening, or of the occasion at which it happens.
    Mention(usize),
    /// A time expression elsewhere in the sentence.
    Sentence,
    /// The time in which the paragraph is told.
    Paragraph,
    /// The word that governs it.
    Governor,
    /// Tense against the article's day.
    Tense,
    /// That it is the news with which the article opens.
    Lead,
}

/// A dated event word.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    pub(super) bounds: Bounds,
    pub(super) evidence: Evidence,
    pub(super) date: EventDate,
}

/// Dates every event word, as far as the article says.
pub(super) fn find(reading: &Reading<'_>, attached: &[Vec<Attached>]) -> Vec<Option<Anchor>> {
    let mut anchors = Anchoring {
        reading,
        now: reading.times.reference_date.range,
        anchors: vec![None; reading.found.len()],
        last: BTreeMap::new(),
        narrative: None,
        told_on: None,
        foremost: None,
        occasion: None,
    };
    for (index, own) in attached.iter().enumerate() {
        let Some(found) = reading.found.get(index) else { continue };
        if let Some(anchor) = times::read(reading, found, own) {
            anchors.set(index, anchor);
        }
    }
    for index in 0..reading.found.len() {
        anchors.read(index);
    }
    anchors.date_deeds();
    for index in 0..reading.found.len() {
        anchors.close_with_clause(index);
    }
    anchors.anchors
}

struct Anchoring<'a> {
    reading: &'a Reading<'a>,
    now: DateRange,
    anchors: Vec<Option<Anchor>>,
    /// The last dated mention of each lemma.
    last: BTreeMap<Cow<'static, str>, usize>,
    /// Paragraph and event word in whose time the following sentences are told.
    narrative: Option<(usize, usize)>,
    /// The days in which the main line was last told.
    told_on: Option<DateRange>,
    /// The latest day of which the main line was told.
    foremost: Option<chrono::NaiveDate>,
    /// The occasion that the story is about: the first that the lead dates to a day.
    occasion: Option<usize>,
}

impl Anchoring<'_> {
    fn found(&self, index: usize) -> Option<&Found> {
        self.reading.found.get(index)
    }

    fn set(&mut self, index: usize, anchor: Anchor) {
        if let Some(place) = self.anchors.get_mut(index) {
            *place = Some(anchor);
        }
    }

    fn anchor(&self, index: usize) -> Option<&Anchor> {
        self.anchors.get(index)?.as_ref()
    }

    /// "ran it from March 2017 [until he was dismissed in 2022]": what a clause tells of ends what its time left open.
    fn close_with_clause(&mut self, index: usize) {
        let open = |a: &&Anchor| a.evidence == Evidence::Own && a.bounds.end.latest.is_none();
        let Some(found) = self.found(index).filter(|_| self.anchor(index).filter(open).is_some()) else { return };
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return };
        let next = found.clause.and_then(|c| sentence.clauses.get(c + 1));
        let until = |c: &&Clause| c.marker.is_some_and(|m| self.reading.document.is(m, "until"));
        let verb = next.filter(until).and_then(|c| sentence.groups.get(c.group)).map(|g| g.head);
        let end = verb.and_then(|head| attach::found_at(self.reading, found.sentence, head));
        let Some(end) = end.and_then(|end| self.anchor(end)).map(|a| a.bounds.hull()).filter(|end| !end.is_open())
        else {
            return;
        };
        if let Some(anchor) = self.anchors.get_mut(index).and_then(Option::as_mut) {
            anchor.bounds.end = end;
            anchor.date.end = end;
        }
    }

    /// Dates one word and remembers it for those after it.
    fn read(&mut self, index: usize) {
        let Some(found) = self.reading.found.get(index) else { return };
        if found.state {
            if self.anchor(index).is_none()
                && let Some(anchor) = self.by_tense_of_state(found)
            {
                self.set(index, anchor);
            }
            return;
        }
        if self.anchor(index).is_none() {
            let anchor = self
                .by_count(found)
                .or_else(|| self.by_mention(index, found))
                .or_else(|| self.by_governor(index, found))
                .or_else(|| self.by_paragraph(found))
                .or_else(|| if self.is_purpose(index, found) { None } else { self.by_tense(found) });
            if let Some(anchor) = anchor {
                self.set(index, anchor);
            }
        }
        self.remember(index, found);
    }

    fn remember(&mut self, index: usize, found: &Found) {
        let Some(anchor) = self.anchors.get(index).and_then(Option::as_ref) else { return };
        let dated =
            matches!(anchor.evidence, Evidence::Own | Evidence::Mention(_) | Evidence::Sentence | Evidence::Lead);
        if !dated || self.in_caption(found) {
            return;
        }
        let day = anchor.bounds.as_day().is_some() && anchor.evidence == Evidence::Own;
        let told_at =
            matches!(anchor.evidence, Evidence::Own | Evidence::Sentence) && anchor.date.precision != Precision::Range;
        if self.occasion.is_none()
            && found.is_occasion()
            && day
            && found.quote.is_none()
            && found.sentence < LEAD_SENTENCES
        {
            self.occasion = Some(index);
        }
        if self.is_narrated(found) && told_at {
            self.told_on = Some(anchor.bounds.hull());
            self.foremost = self.foremost.max(anchor.bounds.as_day());
            self.narrative = self.block(found).map(|block| (block, index));
        }
        self.last.insert(found.lemma.clone(), index);
    }

    /// Whether it stands in the first sentence that the article tells, or in the one that opens the story below a standfirst:
    /// a paragraph that byline, date line or picture part from the rest.
    fn is_lead(&self, found: &Found) -> bool {
        let told = |at: &usize| {
            let read = self.reading.sentences.get(*at);
            read.is_some_and(|s| s.story && s.caption.is_none() && !s.clauses.is_empty())
        };
        let block = |at: usize| self.reading.document.sentences.get(at).map_or(0, |s| s.block);
        let Some(first) = (0..self.reading.sentences.len()).find(told) else { return false };
        if found.sentence <= first || block(found.sentence) == block(first) {
            return found.sentence == first;
        }
        let next = (first + 1..=found.sentence).find(|at| block(*at) != block(first) && told(at));
        let between = self.reading.document.article.blocks.get(block(first) + 1..block(found.sentence));
        let parted = |kind| matches!(kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption);
        next == Some(found.sentence) && between.is_some_and(|blocks| blocks.iter().any(|b| parted(b.kind)))
    }

    /// "has already resigned", "has struggled for years": whether the sentence says how long or how often, or that it is old.
    fn is_enduring(&self, found: &Found) -> bool {
        const OLD: [&str; 11] = [
            "already",
            "previously",
            "earlier",
            "long",
            "once",
            "twice",
            "repeatedly",
            "often",
            "always",
            "never",
            "consistently",
        ];
        let Some(sentence) = self.reading.sentences.get(found.sentence) else { return false };
        let tokens = self.group(found, found.group.unwrap_or(usize::MAX)).map_or(0..0, |g| g.tokens());
        let old = (tokens.start..tokens.end + 1).any(|i| OLD.iter().any(|w| self.reading.document.is(i, w)));
        let all = self.reading.document.sentences.get(found.sentence).map_or(0..0, |s| s.tokens.clone());
        let old = old || all.into_iter().any(|i| self.reading.document.is(i, "since"));
        old || sentence.times.iter().any(|time| {
            let place = self.reading.times.places.get(time.index);
            let Some((place, timex)) = place.zip(self.reading.times.timexes.get(time.index)) else { return false };
            // "for the next four years" is no time that has gone by.
            let ahead = place.extent.is_some_and(|e| e.earliest.is_some() && e.earliest == self.now.latest);
            // "has been jailed for 12 years": so long it will be.
            const TERMS: [&str; 7] = ["ban", "close", "disqualify", "imprison", "jail", "sentence", "suspend"];
            let term = place.relation == Relation::For && TERMS.contains(&found.lemma.as_ref());
            let lasted = matches!(place.relation, Relation::For | Relation::During) && !ahead && !term;
            // "at a rate of 15 a year" tells how many, not how often it was done.
            let words = timex.span.of(self.reading.text());
            let rate = ["a ", "an ", "per "].iter().any(|article| words.starts_with(article));
            let often = timex.kind == TimexKind::Set && !rate;
            timex.kind == TimexKind::Duration && lasted || often || timex.value == "PAST_REF"
        })
    }

    /// "I think", "is expected", "appears": of the moment. What others believe or want lasts.
    fn is_attitude(&self, group: &super::verb_group::VerbGroup, clause: Option<&Clause>) -> bool {
        let speaks = || {
            let subject = clause.map(|c| c.subject.clone()).unwrap_or_default();
            subject.clone().any(|i| matches!(lexicon::lower(self.reading.document.word(i)).as_ref(), "i" | "we"))
        };
        group.is(VerbSet::ATTITUDE) && (group.passive || group.is(VerbSet::IMPLICATIVE) || speaks())
    }

    /// "[recently] accused", "[later] told them", "[Earlier], the minister warned": of no day that the article is of.
    fn is_elsewhen(&self, found: &Found) -> bool {
        const OTHER: [&str; 9] =
            ["earlier", "initially", "later", "once", "originally", "previously", "recently", "repeatedly", "then"];
        let document = self.reading.document;
        let Some(group) = self.group(found, found.group.unwrap_or(usize::MAX)) else { return false };
        let first = document.sentences.get(found.sentence).map_or(0, |s| s.tokens.start);
        let other = |i: usize| document.tag(i).is_adverb() && OTHER.iter().any(|w| document.is(i, w));
        // "Earlier on Monday" is a time of its own.
        let opens = other(first) && document.is(first + 1, ",") && self.is_main(found);
        opens || (group.first.saturating_sub(1)..found.token).any(other)
    }

    /// "police say gunmen raided a bank": what somebody says in the present tense may be news of the article's day, unless the
    /// passage tells of an earlier one.
    fn is_fresh(&self, found: &Found) -> bool {
        let sentence = self.reading.sentences.get(found.sentence);
        let words = sentence.and_then(|s| self.reading.found.get(s.found.clone())).unwrap_or(&[]);
        let cue = found.quote.and_then(|q| self.reading.quotes.get(q)).and_then(|q| q.cue);
        let reports = |f: &&Found| f.class == EventClass::Reporting;
        let saying = match cue {
            Some(cue) => words.iter().find(|f| f.span.overlaps(cue)),
            None => words.iter().rev().filter(|f| f.token < found.token).find(reports),
        };
        let now = saying.is_some_and(|f| f.tense == Tense::Present && f.aspect == Aspect::None);
        now && self.told_on.is_none_or(|day| !attach::is_before(day, self.now))
    }

    fn in_caption(&self, found: &Found) -> bool {
        self.reading.sentences.get(found.sentence).is_some_and(|s| s.caption.is_some())
    }

    fn block(&self, found: &Found) -> Option<usize> {
        self.reading.document.sentences.get(found.sentence).map(|s| s.block)
    }

    /// Whether the article itself tells the word as its main line.
    fn is_main(&self, found: &Found) -> bool {
        self.clause_kind(found) == Some(ClauseKind::Main)
            && found.group.is_some_and(|g| self.group(found, g).is_some_and(|g| g.finite))
    }

    fn clause_kind(&self, found: &Found) -> Option<ClauseKind> {
        let sentence = self.reading.sentences.get(found.sentence)?;
        sentence.clauses.get(found.clause?).map(|c| c.kind)
    }

    fn group(&self, found: &Found, group: usize) -> Option<&super::verb_group::VerbGroup> {
        self.reading.sentences.get(found.sentence)?.groups.get(group)
    }

    /// Nonfinite verbs and nouns take their time from the word that governs them.
    fn by_governor(&self, index: usize, found: &Found) -> Option<Anchor> {
        let governor_index = attach::governor(self.reading, index);
        let lent = governor_index.and_then(|g| self.anchor(g).cloned().or_else(|| self.read_ahead(g, index)));
        let governor = governor_index.and_then(|g| self.found(g)).map(|found| Governor {
            found,
            bounds: lent.map(|a| a.bounds),
            now: self.now,
        });
        let bounds = match found.group.and_then(|g| self.group(found, g)) {
            Some(group) if group.finite => return None,
            Some(group) => depends::nonfinite(self.reading, found, group, governor?)?,
            None => {
                let told_on = self.told_on.filter(|d| d.as_day().is_some()).unwrap_or(self.now);
                depends::noun(self.reading, found, governor, self.now, told_on)?
            }
        };
        (!bounds.is_open())
            .then(|| self.derived(bounds, Evidence::Governor, found, governor.map_or(found, |g| g.found)))
    }

    /// "sent troops to guard the border", "is designed to last": no form says when what is only meant to happen does.
    fn is_purpose(&self, index: usize, found: &Found) -> bool {
        let governor = attach::governor(self.reading, index).and_then(|g| self.found(g));
        let passive = governor.and_then(|g| self.group(g, g.group?)).is_some_and(|g| g.passive);
        if found.tense == Tense::Infinitive && passive && governor.is_some_and(|g| g.modality == Modality::Actual) {
            return true;
        }
        found.tense == Tense::Infinitive && governor.is_some_and(|g| matches!(g.tense, Tense::Past | Tense::Participle))
    }

    /// The date of a governing verb that stands after the word and was not read yet.
    fn read_ahead(&self, governor: usize, index: usize) -> Option<Anchor> {
        let found = self.found(governor).filter(|f| governor > index && f.group.is_some())?;
        self.by_paragraph(found).or_else(|| self.by_tense(found))
    }

    /// What tense says against the time of speech: the article's day, or the time of the word that reports it.
    fn by_tense(&self, found: &Found) -> Option<Anchor> {
        let sentence = self.reading.sentences.get(found.sentence)?;
        let clause = found.clause.and_then(|c| sentence.clauses.get(c));
        let group = found.group.and_then(|g| sentence.groups.get(g));
        let marker = clause.and_then(|c| c.marker).map(|m| lexicon::lower(self.reading.document.word(m)));
        let standing = Standing {
            clause: clause.map(|c| c.kind),
            finite: found.group.and_then(|g| self.group(found, g)).is_some_and(|g| g.finite),
            marker: marker.as_deref().unwrap_or(""),
            cue: self.reading.is_cue(found),
            lead: self.is_lead(found) && !self.is_enduring(found),
            of_the_day: self.told_on == Some(self.now) && !self.is_set_off(found),
            in_the_news: self.foremost.is_some()
                && self.foremost == self.now.as_day()
                && (self.is_share_price(found) || self.is_shown(found)),
            silent: silence::is_told(self.reading, found),
            attitude: group.is_some_and(|g| self.is_attitude(g, clause)),
            foreseen: group.is_some_and(|g| {
                let document = self.reading.document;
                aim::is_foreseen(document, g.first) && !aim::was_foreseen(document, g.first)
            }),
            passive: group.is_some_and(|g| g.passive),
            perfect: group.is_some_and(|g| g.perfect),
            beside_earlier_time: self.is_in_long_past(found),
            aside_past: self.is_beside_past(found),
            vivid: self.is_vivid(found),
            relates: clause.is_some_and(|c| {
                c.subject
                    .clone()
                    .last()
                    .is_some_and(|last| lexicon::event_noun(self.reading.document.word(last)).is_some())
            }),
            elsewhen: self.is_elsewhen(found),
            fresh: self.is_fresh(found),
            own_words: found
                .quote
                .and_then(|q| self.reading.quotes.get(q))
                .is_some_and(|q| q.kind != QuoteKind::Indirect),
            perhaps: group.is_some_and(|g| {
                matches!(lexicon::lower(self.reading.document.word(g.first)).as_ref(), "may" | "might")
            }),
            able: group.is_some_and(|g| {
                matches!(lexicon::lower(self.reading.document.word(g.first)).as_ref(), "can" | "cannot" | "ca")
            }),
        };
        let told = tense::read(found, standing, self.reported_at(found))?;
        let evidence = if told.news { Evidence::Lead } else { Evidence::Tense };
        let mut anchor = self.derived(told.bounds, evidence, found, found);
        anchor.date.confidence = told.confidence;
        anchor.date.explanation = told.why.to_owned();
        (!told.bounds.is_open()).then_some(anchor)
    }

    /// What tense says of what is so, against the article's day.
    fn by_tense_of_state(&self, found: &Found) -> Option<Anchor> {
        let told = states::by_tense(found, self.now)?;
        let mut anchor = self.derived(told.bounds, Evidence::Tense, found, found);
        anchor.date.confidence = told.confidence;
        anchor.date.explanation = told.why.to_owned();
        Some(anchor)
    }

    /// The time from which a word's tense is read.
    fn reported_at(&self, found: &Found) -> DateRange {
        let governor = || {
            let sentence = self.reading.sentences.get(found.sentence)?;
            let group = sentence.groups.get(sentence.clauses.get(found.clause?)?.governor?)?;
            let index = attach::found_at(self.reading, found.sentence, group.head)?;
            // "told them that they would not sit on Friday and that she hoped so": not of the day on which they do not.
            let reports = |f: &Found| f.class == EventClass::Reporting || f.modality == Modality::Actual;
            self.found(index).filter(|f| reports(f))?;
            let hull = self.anchor(index)?.bounds.hull();
            (hull.earliest.is_some() && hull.latest.is_some()).then_some(hull)
        };
        governor().unwrap_or(self.now)
    }

    fn derived(&self, bounds: Bounds, evidence: Evidence, found: &Found, from: &Found) -> Anchor {
        let words = from.span.of(self.reading.text());
        let explanation = match evidence {
            Evidence::Governor if from.span != found.span => format!("read from “{words}”, on which it depends"),
            Evidence::Governor => "no time is given; read from how the article speaks of it".to_owned(),
            _ => "no time is given; read from tense and the article's day".to_owned(),
        };
        let date = EventDate {
            begin: bounds.begin,
            end: bounds.end,
            precision: bounds::precision_of(bounds),
            clock: None,
            basis: if evidence == Evidence::Governor { DateBasis::Context } else { DateBasis::Publication },
            timexes: Vec::new(),
            confidence: confidence::governed(found.tense, bounds),
            explanation,
        };
        Anchor { bounds, evidence, date }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn the_news_is_told_first_or_below_a_standfirst() {
        let news = "The/DT council/NN has/VBZ closed/VBN the/DT pier/NN ./.";
        let standfirst = "Boats/NNS must/MD leave/VB ./.";
        let picture = "PHOTO: The/DT pier/NN is/VBZ seen/VBN ./.";
        for (text, dated) in [
            (news.to_owned(), true),
            (format!("{standfirst}\n\n{picture}\n\n{news}"), true),
            (format!("{standfirst}\n\n{news}"), false),
            (format!("{standfirst}\n\n{picture}\n\n{standfirst}\n\n{news}"), false),
            // How many a year is no telling how often it was done.
            ("The/DT council/NN has/VBZ closed/VBN two/CD piers/NNS a/DT year/NN ./.".to_owned(), true),
        ] {
            let mentions = fixture("2026-01-08", &text).dated_mentions();
            assert_eq!(mentions.contains(&"closed 2026-01-08".to_owned()), dated, "{text}: {mentions:?}");
        }
    }

    #[test]
    fn what_is_told_is_of_the_telling() {
        let told = "She/PRP told/VBD them/PRP that/IN they/PRP would/MD not/RB sit/VB on/IN Friday/NNP=2026-01-16 and/CC that/IN she/PRP hoped/VBD so/RB ./.";
        let mentions = fixture("2026-01-08", told).dated_mentions();
        assert!(!mentions.contains(&"hoped 2026-01-16".to_owned()), "{mentions:?}");
    }

    #[test]
    fn a_noun_speaks_of_what_was_told_before_only_if_it_is_the_same() {
        for (after, expected) in [
            ("The/DT meeting/NN failed/VBD ./.", true),
            ("The/DT talks/NNS failed/VBD ./.", false),
            ("A/DT referendum/NN is/VBZ planned/VBN ./.", false),
        ] {
            let text = format!("Leaders/NNS held/VBD a/DT meeting/NN on/IN Monday/NNP=2026-01-05 ./.\n{after}");
            let dated = fixture("2026-01-08", &text).dated_mentions();
            let noun = after.split('/').nth(1).map_or("", |w| w.trim_start_matches("DT "));
            assert_eq!(dated.contains(&format!("{noun} 2026-01-05")), expected, "{after}: {dated:?}");
        }
        let hope = "They/PRP voted/VBD on/IN Monday/NNP=2026-01-05 ./.\nOthers/NNS hope/VBP to/TO win/VB at/IN the/DT vote/NN ./.";
        let dated = fixture("2026-01-08", hope).dated_mentions();
        assert!(!dated.contains(&"hope 2026-01-05".to_owned()), "{dated:?}");
    }
}
