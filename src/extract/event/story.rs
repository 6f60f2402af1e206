//! The story's day: a news story tells of one day above all, and statements without a date of their own belong to it
//! when the text ties them to it.
//!
//! Two ties count: the speaker was at the occasion that the story is about, or the article appeared on the very day it
//! tells of. Everything else that carries no date stays undated.

use super::anchor::{Anchor, Evidence};
use super::candidate::Candidate;
use super::participants;
use super::reading::Reading;
use crate::model::{Caption, DateBasis, EventDate, EventKind, Tense};
use std::collections::BTreeSet;

/// How many story sentences may open with the story's day.
const LEAD_SENTENCES: usize = 4;

/// The day that a story is about.
pub(super) struct Story {
    date: EventDate,
    /// Its words: "on Tuesday".
    words: String,
    /// Who is known to have been at it.
    present: BTreeSet<usize>,
    occasion: bool,
    /// Whether the article appeared on that day.
    published_that_day: bool,
    /// Whether no time states the day, only that the article opens with it as news: "The mayor has resigned."
    unstated: bool,
}

/// The story's day, if the lead states one.
pub(super) fn find(reading: &Reading<'_>, candidates: &[Candidate]) -> Option<Story> {
    let opening = || {
        let told = |s: &usize| reading.sentences.get(*s).is_some_and(|s| s.story && s.caption.is_none());
        (0..reading.sentences.len()).filter(told).take(LEAD_SENTENCES)
    };
    let first = |fits: fn(&Reading<'_>, &Candidate) -> bool| {
        opening().find_map(|s| candidates.iter().position(|c| c.sentence == s && fits(reading, c)))
    };
    let lead = first(leads).or_else(|| first(|_, c| c.evidence == Some(Evidence::Lead)))?;
    let candidate = candidates.get(lead)?;
    let date = candidate.date.clone()?;
    let now = reading.times.reference_date.range;
    let timex = date.timexes.first().and_then(|t| reading.times.timexes.get(t.index()));
    let mut story = Story {
        words: timex.map(|t| t.span.of(reading.text()).to_owned()).unwrap_or_default(),
        present: BTreeSet::new(),
        occasion: super::caption_link::is_occasion(reading, candidate),
        unstated: candidate.evidence == Some(Evidence::Lead),
        published_that_day: now.as_day().is_some() && now.as_day() == date.hull().as_day(),
        date,
    };
    story.present = present(reading, candidates, &story);
    Some(story)
}

/// A candidate that can open a story: a single day, stated with it, not in the future.
fn leads(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let day = candidate.date.as_ref().and_then(|d| d.hull().as_day());
    let stated = matches!(candidate.evidence, Some(Evidence::Own | Evidence::Sentence));
    let latest = reading.times.reference_date.range.latest;
    stated && day.is_some_and(|d| latest.is_none_or(|l| d <= l && (l - d).num_days() <= 7))
}

/// Who takes part in what is dated to the story's day.
fn present(reading: &Reading<'_>, candidates: &[Candidate], story: &Story) -> BTreeSet<usize> {
    let day = story.date.hull();
    let mut present = BTreeSet::new();
    for candidate in candidates.iter().filter(|c| c.date.as_ref().is_some_and(|d| d.hull() == day)) {
        for found in candidate.found.iter().filter_map(|f| reading.found.get(*f)) {
            let (parts, _) = participants::of_word(reading, found);
            present.extend(parts.iter().map(|p| p.entity.index()));
        }
    }
    present
}

impl Story {
    /// Those in a photo of the story's day were there.
    pub(super) fn add_photo(&mut self, caption: &Caption, candidate: &Candidate) {
        if candidate.date.as_ref().is_some_and(|d| d.hull() == self.date.hull()) {
            self.present.extend(caption.people.iter().map(|p| p.index()));
        }
    }

    /// Dates an undated statement that the text ties to the story's day.
    pub(super) fn date_statement(&self, reading: &Reading<'_>, anchors: &[Option<Anchor>], candidate: &mut Candidate) {
        if candidate.kind != EventKind::Statement
            || candidate.date.is_some()
            || !self.is_told_as_past(reading, anchors, candidate)
        {
            return;
        }
        // Words without a verb of saying may be old, an e-mail's or a banner's; so may what somebody says that another said.
        let told = candidate.main.and_then(|m| reading.found.get(m)).is_some_and(|found| found.quote.is_none());
        if self.unstated && !told {
            return;
        }
        let speaker = candidate.quotes.iter().find_map(|q| reading.quotes.get(*q)?.speaker).map(|s| s.index());
        let speaker = speaker.or_else(|| agent(reading, candidate));
        let was_there = self.occasion && speaker.is_some_and(|s| self.present.contains(&s));
        let name = speaker.and_then(|s| reading.entities.get(s)).map(super::title::short_name);
        let (confidence, reason) = match (was_there, self.published_that_day, name) {
            (true, _, Some(name)) => {
                (0.75, format!("{name} took part in what happened “{}”, and no other time is given", self.words))
            }
            (_, true, name) if self.unstated && (name.is_some() || !candidate.quotes.is_empty()) => {
                (0.6, "reported in news of the article's day; no other time is given".to_owned())
            }
            // Somebody without a name is quoted too: "a spokesperson said".
            (_, true, name) if name.is_some() || !candidate.quotes.is_empty() => {
                (0.65, format!("reported the day it tells of, “{}”; no other time is given", self.words))
            }
            _ => return,
        };
        candidate.date = Some(EventDate {
            basis: DateBasis::Context,
            confidence,
            clock: None,
            explanation: reason,
            ..self.date.clone()
        });
        candidate.evidence = Some(Evidence::Paragraph);
    }

    /// A past form, as speech is reported; "observers say" is no event of a day.
    fn is_told_as_past(&self, reading: &Reading<'_>, anchors: &[Option<Anchor>], candidate: &Candidate) -> bool {
        let Some(found) = candidate.main.and_then(|m| reading.found.get(m)) else { return true };
        let anchor = candidate.main.and_then(|m| anchors.get(m)?.as_ref());
        let other = anchor.is_some_and(|a| {
            a.evidence != Evidence::Tense || found.quote.is_none() && a.bounds.begin.earliest.is_none()
        });
        let now = matches!(found.tense, Tense::Past) || found.tense == Tense::Participle;
        now && !other && found.aspect == crate::model::Aspect::None
    }
}

fn agent(reading: &Reading<'_>, candidate: &Candidate) -> Option<usize> {
    let found = reading.found.get(candidate.main?)?;
    let (parts, _) = participants::of_word(reading, found);
    parts.iter().find(|p| p.part == crate::model::Part::Agent).map(|p| p.entity.index())
}
