//! Stretches: lengths of time that run up to the article's day, or to one that they are named by.
//!
//! "Ten men were arrested over the past week" has no calendar period, but the week before the article's day bounds it, as
//! December bounds "income rose in the three months to December".

use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::timex::Relation;
use crate::model::{Aspect, DateRange, EventClass, Tense, TimexKind};

/// Whether a time expression is a length of time in which something happened: up to the article's day or one before it ("over
/// the past week"), or from what was told on ("over the next week they dug"). "For the past week" tells how long it went on.
pub(super) fn is_told_stretch(reading: &Reading<'_>, time: usize) -> bool {
    let (Some(timex), Some(place)) = (reading.times.timexes.get(time), reading.times.places.get(time)) else {
        return false;
    };
    let within = matches!(place.relation, Relation::During | Relation::Within)
        || place.tokens.start.checked_sub(1).is_some_and(|before| reading.document.is(before, "in"));
    let now = reading.times.reference_date.range.latest;
    let closed = place.extent.is_some_and(|e| e.earliest.is_some() && e.latest.is_some() && e.latest <= now);
    timex.kind == TimexKind::Duration && within && closed
}

/// Whether a word can have happened within such a stretch: what was or has been done, not what went on or was so.
pub(super) fn holds(found: &Found) -> bool {
    let over = match found.tense {
        Tense::Past => found.aspect == Aspect::None,
        Tense::Present => found.aspect == Aspect::Perfective,
        _ => false,
    };
    over && !matches!(found.class, EventClass::State | EventClass::IState)
}

/// The days of a time: of its calendar period, or of the stretch that it names.
pub(in crate::extract::event) fn days(reading: &Reading<'_>, time: usize) -> Option<DateRange> {
    let stated = reading.times.timexes.get(time)?.range;
    stated.or_else(|| reading.times.places.get(time)?.extent.filter(|_| is_told_stretch(reading, time)))
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn what_happened_in_a_stretch_lies_within_it() {
        for (text, expected) in [
            ("Ten/CD men/NNS fled/VBD over/IN week/NN=P7D ./.", "fled 2026-01-01/2026-01-08"),
            ("Ten/CD men/NNS have/VBP fled/VBN in/IN week/NN=P7D ./.", "fled 2026-01-01/2026-01-08"),
            ("Ten/CD men/NNS fled/VBD for/IN week/NN=P7D ./.", "fled …/2026-01-08"),
            ("Ten/CD men/NNS were/VBD fleeing/VBG over/IN week/NN=P7D ./.", "fleeing open"),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert_eq!(dated, [expected], "{text}");
        }
    }
}
