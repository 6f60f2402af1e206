//! When events happen, measured on the test part of the event-time corpus: a guard against a change that states more wrong
//! days.
//!
//! `tests/corpus/event_time/GUIDELINES.md` tells what is annotated and how. An answer is contradicted when it cannot be true
//! together with the annotation; it says the same when all four bounds are those of the letter.

use crate::common::marked_reports;
use chrono::{Days, NaiveDate};
use dateline::extract::extract;
use dateline::ingest::records::read_line;
use dateline::model::{Bound, DateRange, EventDate};

/// What was reached, in percent; the test fails when a figure falls more than a point short of it.
const COVERED: f64 = 82.0;
const CONTRADICTED: f64 = 14.0;
const SAME: f64 = 31.5;

/// The bounds of begin and end that a letter states.
fn stated(letter: char, day: NaiveDate) -> Option<(Bound, Bound)> {
    let range = |earliest, latest| DateRange { earliest, latest };
    let on = range(Some(day), Some(day));
    let before = range(None, day.checked_sub_days(Days::new(1)));
    let after = range(day.checked_add_days(Days::new(1)), None);
    Some(match letter {
        'T' => (on, on),
        'B' | 'P' => (before, before),
        'L' => (before, after),
        'N' => (on, after),
        'E' => (before, on),
        'A' | 'F' => (after, after),
        _ => return None,
    })
}

/// Whether two bounds share a day.
fn meet(one: Bound, other: Bound) -> bool {
    let first = one.earliest.max(other.earliest);
    let last = [one.latest, other.latest].into_iter().flatten().min();
    first.zip(last).is_none_or(|(first, last)| first <= last)
}

#[test]
fn event_time() {
    let [mut all, mut covered, mut contradicted, mut same] = [0.0; 4];
    for report in marked_reports("event_time", "test.txt") {
        let day: NaiveDate = report.head.split(' ').nth(1).unwrap().parse().unwrap();
        let record = serde_json::json!({"id": "r", "text": report.text, "published": day}).to_string();
        let article = read_line(&record, "corpus", 1).unwrap();
        let mentions = extract(&article).event_mentions;
        for (end, letter) in report.marks {
            let Some((begin, last)) = stated(letter, day) else { continue };
            all += 1.0;
            let word = mentions.iter().find(|m| m.span.end == end);
            let Some(EventDate { begin: found, end: over, .. }) = word.and_then(|m| m.date.as_ref()) else { continue };
            covered += 1.0;
            contradicted += f64::from(u8::from(!meet(*found, begin) || !meet(*over, last)));
            same += f64::from(u8::from(*found == begin && *over == last));
        }
    }
    let share = |part: f64, whole: f64| 100.0 * part / whole;
    let (covered_share, contradicted) = (share(covered, all), share(contradicted, covered));
    let same = share(same, all);
    println!(
        "{all} event words: {covered_share:.1} % dated, {contradicted:.1} % of them contradicted, {same:.1} % of all the same"
    );
    assert!(covered_share > COVERED - 1.0 && contradicted < CONTRADICTED + 1.0 && same > SAME - 1.0);
}
