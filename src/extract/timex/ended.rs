//! Stretches named by their end: "the nine months to September", "the year ended June 30".
//!
//! A length of time alone lies nowhere; with the day it ended on it covers the days that accounts and statistics are of.

use super::calendar::{Period, Unit, plus_days};
use super::meaning::{Amount, Found, Meaning, Stretch};
use super::words::Word;
use super::{Place, Times};
use crate::model::DateRange;

/// Gives a length of time the days that it covers, if the expression just read, `end`, is its end.
pub(super) fn close(times: &mut Times, text: &str, words: &[Word], all: &[Found], end: &Found) {
    let Some(before) = end.start.checked_sub(1) else { return };
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|w| list.contains(&w.span.of(text)));
    let joint = if is(before, &["on"]) { before.saturating_sub(1) } else { before };
    if !is(joint, &["ended", "ending", "to", "through"]) {
        return;
    }
    let length = all.iter().find(|f| f.end == joint).map(|f| &f.meaning);
    let Some(Meaning::Duration((Amount::Exact(count), unit), None, Stretch::Free)) = length else { return };
    let [.., length, last] = times.timexes.as_mut_slice() else { return };
    let Some(covered) = last.range.and_then(|range| covered(range, *unit, *count)) else { return };
    length.reading = format!("the stretch of time that ended with {}", last.value);
    if let [.., Place { extent, .. }, _] = times.places.as_mut_slice() {
        *extent = Some(covered);
    }
}

/// So many months or years up to the end of `range`.
fn covered(range: DateRange, unit: Unit, count: i64) -> Option<DateRange> {
    let latest = range.latest.filter(|_| matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year))?;
    let next = plus_days(latest, 1);
    let earliest = match unit {
        Unit::Week => plus_days(next, count.checked_mul(-7)?),
        _ => {
            let months = count.checked_mul(match unit {
                Unit::Month => 1,
                Unit::Quarter => 3,
                _ => 12,
            })?;
            let month = Period::Day(next).shifted(Unit::Month, -months)?.first_day()?;
            chrono::Datelike::with_day(&month, chrono::Datelike::day(&next))?
        }
    };
    Some(DateRange { earliest: Some(earliest), latest: Some(latest) })
}

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::{article, document};

    #[test]
    fn a_length_of_time_covers_the_days_up_to_its_end() {
        for (text, days) in [
            ("Income rose in the three months ended 31 December.", "2025-10-01/2025-12-31"),
            ("Income rose in the nine months to September.", "2025-01-01/2025-09-30"),
            ("Income rose in the year to March 2025.", "2024-04-01/2025-03-31"),
            ("Income rose in the 12 months ended on 15 May 2025.", "2024-05-16/2025-05-15"),
            ("Income rose in the six weeks through 11 January.", "2025-12-01/2026-01-11"),
            ("He spent three months in prison.", ""),
        ] {
            let article = article(text, "2026-02-05");
            let times = crate::extract::timex::find(&document(&article), &[]);
            let extent = times.places.first().and_then(|p| p.extent).and_then(|e| e.earliest.zip(e.latest));
            let read = extent.map(|(first, last)| format!("{first}/{last}")).unwrap_or_default();
            assert_eq!(read, days, "{text}: {times:?}");
        }
    }
}
