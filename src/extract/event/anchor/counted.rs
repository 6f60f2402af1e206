//! Counted dates: "a day after the crash", "two weeks before police found the car".
//!
//! How long before or after another happening something took place is no time of the calendar. Where the other is dated, the
//! days are counted from there; where it is not, nobody knows them, whatever day the paragraph tells of.

use super::{Anchor, Anchoring, Evidence};
use crate::extract::event::bounds::{self, Bounds};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::TimeAt;
use crate::extract::text::Tag;
use crate::model::{DateBasis, DateRange, Tense, TimexId, TimexKind};
use chrono::{Days, Months, NaiveDate};

/// A length counted in these words is so rough that its last digit means little: days that it may be off, either way.
const WEEKS_OFF: u64 = 3;
const MONTHS_OFF: u64 = 15;
const YEARS_OFF: u64 = 183;

impl Anchoring<'_> {
    /// The date counted from the happening that a verb's sentence tells it by.
    pub(super) fn by_count(&self, found: &Found) -> Option<Anchor> {
        let lapse = self.lapse_of(found).filter(|_| matches!(found.tense, Tense::Past | Tense::Future))?;
        let later = self.reading.document.is(lapse.tokens.end, "after");
        let words = self.reading.sentences.get(found.sentence)?.found.clone();
        let behind = |i: &usize| self.found(*i).is_some_and(|f| f.token > lapse.tokens.end && f.token != found.token);
        let other = words.into_iter().find(behind)?;
        let from = match self.anchor(other) {
            Some(anchor) => Some(anchor.clone()).filter(|a| a.evidence == Evidence::Own),
            None => self.found(other).filter(|f| f.noun.is_some()).and_then(|f| self.by_mention(other, f)),
        }?;
        let timex = self.reading.times.timexes.get(lapse.index).filter(|t| t.modifier.is_none())?;
        let days = counted(&timex.value, later, from.bounds.hull(), self.now)?;
        let bounds = Bounds::within(days);
        let mut date = from.date.clone();
        date.begin = bounds.begin;
        date.end = bounds.end;
        date.precision = bounds::precision_of(bounds);
        date.clock = None;
        date.basis = DateBasis::Context;
        date.confidence *= if bounds.as_day().is_some() { 0.9 } else { 0.95 };
        date.timexes.insert(0, TimexId::at(lapse.index));
        let text = self.reading.text();
        let (length, what) = (timex.span.of(text), self.found(other)?.span.of(text));
        let side = if later { "after" } else { "before" };
        date.explanation = format!("{length} {side} “{what}”, which is dated by {}", date.explanation);
        Some(Anchor { bounds, evidence: Evidence::Own, date })
    }

    /// "was charged [two days] after the crash": the length of time by which a verb is told.
    fn lapse_of(&self, found: &Found) -> Option<&TimeAt> {
        let document = self.reading.document;
        let read = self.reading.sentences.get(found.sentence)?;
        let group = read.groups.get(found.group?).filter(|g| g.finite)?;
        read.times.iter().find(|time| {
            let timex = self.reading.times.timexes.get(time.index);
            let long = timex.is_some_and(|t| t.kind == TimexKind::Duration && !t.value.starts_with("PT"));
            let counts = ["after", "before"].iter().any(|word| document.is(time.tokens.end, word));
            let told = read.groups.iter().rfind(|g| g.finite && g.head < time.tokens.start);
            // "[Two weeks] after the vote the mayor resigned"
            let opens = || {
                let first = document.sentences.get(found.sentence).map(|s| s.tokens.start);
                let main = read.clauses.iter().find(|c| c.kind == ClauseKind::Main);
                first == Some(time.tokens.start) && main.is_some_and(|c| Some(c.group) == found.group)
            };
            long && counts && told.map_or_else(opens, |told| told.head == group.head) && !self.is_within(time)
        })
    }

    /// "[for] two days before the vote", "[within] two days": no day that is counted off.
    fn is_within(&self, time: &TimeAt) -> bool {
        time.tokens.start.checked_sub(1).is_some_and(|before| self.reading.document.tag(before) == Tag::Preposition)
    }
}

/// The days that lie a length of time after or before others, none later than the article's.
fn counted(length: &str, later: bool, from: DateRange, now: DateRange) -> Option<DateRange> {
    let unit = length.chars().last()?;
    let count: u32 = length.strip_prefix('P')?.strip_suffix(unit)?.parse().ok()?;
    let (days, months, off) = match unit {
        'D' => (u64::from(count), 0, 0),
        'W' => (u64::from(count) * 7, 0, WEEKS_OFF),
        'M' => (0, count, MONTHS_OFF),
        'Y' => (0, count.checked_mul(12)?, YEARS_OFF),
        _ => return None,
    };
    let moved = |day: NaiveDate| match later {
        true => day.checked_add_days(Days::new(days))?.checked_add_months(Months::new(months)),
        false => day.checked_sub_days(Days::new(days))?.checked_sub_months(Months::new(months)),
    };
    let earliest = moved(from.earliest?)?.checked_sub_days(Days::new(off))?;
    let latest = moved(from.latest?)?.checked_add_days(Days::new(off))?;
    let latest = now.latest.map_or(latest, |now| latest.min(now.max(earliest)));
    Some(DateRange { earliest: Some(earliest), latest: Some(latest) })
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn what_is_counted_from_a_happening_has_its_date_from_there() {
        let told = "The/DT bridge/NN fell/VBD on/IN Monday/NNP=2026-01-05 ./.\n";
        for (text, expected) in [
            (
                "He/PRP fled/VBD two/CD days/NNS=P2D after/IN police/NN sued/VBD on/IN Friday/NNP=2026-01-02 ./.",
                "fled 2026-01-04",
            ),
            (
                "He/PRP fled/VBD two/CD days/NNS=P2D before/IN the/DT trial/NN on/IN Friday/NNP=2026-01-02 ./.",
                "fled 2025-12-31",
            ),
            (
                "He/PRP fled/VBD two/CD weeks/NNS=P2W after/IN police/NN sued/VBD in/IN May/NNP=2025-05 ./.",
                "fled 2025-05-12/2025-06-14",
            ),
            // Of what is not dated it has no date, least of all that of the sentence before.
            ("He/PRP fled/VBD two/CD days/NNS=P2D after/IN the/DT trial/NN ./.", "fled …/2026-01-08"),
            ("He/PRP fled/VBD for/IN two/CD days/NNS=P2D after/IN the/DT trial/NN ./.", "fled …/2026-01-08"),
        ] {
            let mentions = fixture("2026-01-08", &format!("{told}{text}")).dated_mentions();
            assert!(mentions.contains(&expected.to_owned()), "{text}: {mentions:?}");
        }
    }
}
