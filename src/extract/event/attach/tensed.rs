//! Tense and time: no past verb after the article's day, no planned one before it.
//!
//! What is so now was not so in a time gone by either; the past is told in the present only under photos.

use super::stretch;
use crate::extract::event::reading::Reading;
use crate::extract::event::states;
use crate::extract::timex::Relation;
use crate::model::{Aspect, DateRange, EventClass, Modality, Tense, TimexKind};

/// How many bytes of a sentence its first words take: "On the ".
const OPENING: u32 = 12;

/// Whether the time can be that of the verb: no past verb after the article's day, no planned one before it.
pub(super) fn fits_tense(reading: &Reading<'_>, found: usize, time: usize) -> bool {
    let (Some(found), Some(timex)) = (reading.found.get(found), reading.times.timexes.get(time)) else { return false };
    // "She picks up parcels early in the morning": a part of some day, in the present tense, is one of every day.
    let any_day =
        timex.clock.is_none() && timex.kind == TimexKind::Time && timex.reading.starts_with("on the article's day");
    let habit = found.tense == Tense::Present && found.aspect == Aspect::None && found.class != EventClass::Reporting;
    if any_day && habit && !reading.tells_past_in_present(found) {
        return false;
    }
    if stretch::is_told_stretch(reading, time) {
        return stretch::holds(found);
    }
    let now = reading.times.reference_date.range;
    let Some(range) = timex.range else { return false };
    if found.state && found.tense == Tense::Present && found.modality == Modality::Actual && is_after(range, now) {
        return states::is_set(reading, found);
    }
    if found.tense == Tense::Past && found.modality == Modality::Actual {
        return !is_after(range, now);
    }
    // "has warned of snow on Saturday": what is done by now was not done on a day to come.
    let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
    // "has been scheduled for Wednesday": what is set now is set for a day to come.
    let set = group.is_some_and(|g| g.passive) && matches!(found.lemma.as_ref(), "fix" | "plan" | "schedule" | "set");
    // "have been suspended until Friday"
    let until = reading.times.places.get(time).is_some_and(|place| place.relation == Relation::Until);
    let set = set || until && group.is_some_and(|g| g.passive);
    if found.tense == Tense::Present && found.aspect == Aspect::Perfective && found.modality == Modality::Actual {
        return set || !is_after(range, now) && !is_over_long_since(reading, time, range, now);
    }
    if found.modality == Modality::Planned && found.tense == Tense::Future {
        return !is_before(range, now);
    }
    if group.is_some_and(|g| g.perfect) {
        // "could not have come at a worse time"; "has been adding jobs" tells of more than a day.
        let one_day = found.aspect == Aspect::Progressive && range.earliest == range.latest && is_before(range, now);
        return !is_after(range, now) && !one_day;
    }
    // "owes damages for the flood in 2007", "puts its worth in May at a million", "keeps houses cool in the summer": what is
    // so, said or done now was not so in a time gone by.
    let passive = group.is_some_and(|g| g.passive);
    let lasts = matches!(found.class, EventClass::State | EventClass::IState);
    let said = found.class == EventClass::Reporting && passive;
    // Nor is it of a time inside its subject: "the report of 2023 sheds light on it".
    let opens = reading.document.sentences.get(found.sentence).map_or(0, |s| s.span.start);
    let behind = timex.span.start > found.span.start || timex.span.start > opens + OPENING;
    let long = range.earliest != range.latest;
    let now_told =
        found.tense == Tense::Present && found.aspect == Aspect::None && !reading.tells_past_in_present(found);
    if now_told && behind && (lasts || said || long) {
        return !is_before(range, now);
    }
    true
}

/// "has filed charges over a killing [last February]": English tells what was done in a period gone by in the simple past, so
/// that a period beside the perfect is of another word. A list of them tells how often ("has won in 2003 and 2012").
fn is_over_long_since(reading: &Reading<'_>, time: usize, range: DateRange, now: DateRange) -> bool {
    /// Longer than any way of writing a few days.
    const DAYS: i64 = 20;
    let long = range.earliest.zip(range.latest).is_some_and(|(first, last)| (last - first).num_days() > DAYS);
    let place = |time: usize| reading.times.places.get(time);
    let at = place(time).is_some_and(|p| p.relation == Relation::At);
    // "in 2003, 2012 and 2019": nothing but a comma or a conjunction between.
    let follows = |first: usize, second: usize| {
        place(first)
            .zip(place(second))
            .is_some_and(|(a, b)| a.sentence == b.sentence && b.tokens.start <= a.tokens.end + 2)
    };
    let listed = time.checked_sub(1).is_some_and(|before| follows(before, time)) || follows(time, time + 1);
    // "has been invoked seven times since its founding in 1949"
    let since = place(time).is_some_and(|place| {
        let first = reading.document.sentences.get(place.sentence).map_or(0, |s| s.tokens.start);
        (first.max(place.tokens.start.saturating_sub(8))..place.tokens.start).any(|i| reading.document.is(i, "since"))
    });
    long && at && !listed && !since && is_before(range, now)
}

/// Whether all of `range` lies after `now`.
pub(in crate::extract::event) fn is_after(range: DateRange, now: DateRange) -> bool {
    matches!((range.earliest, now.latest), (Some(first), Some(last)) if first > last)
}

/// Whether all of `range` lies before `now`.
pub(in crate::extract::event) fn is_before(range: DateRange, now: DateRange) -> bool {
    matches!((range.latest, now.earliest), (Some(last), Some(first)) if last < first)
}
