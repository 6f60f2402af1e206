//! Ticks: which moments of the calendar get a line and a label on the axis.
//!
//! The steps are d3-time's ladder, continued by 1-2-5 × 10ᵏ years. A step is always taken on the calendar, never as a
//! fixed number of seconds, so that months begin on the first and BCE years end in round numbers.

use super::TimeScale;
use crate::timeline::time::{
    DAY_S, YEAR_S, date_from_seconds, datetime_from_seconds, month_name, seconds_from_date, year_label,
};
use chrono::{Datelike, NaiveDate, Timelike};

/// The distance between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many seconds, a divisor of a day.
    Seconds(u32),
    /// So many days.
    Days(u32),
    /// From Monday to Monday.
    Week,
    /// So many months, a divisor of a year.
    Months(u32),
    /// So many years.
    Years(i32),
    /// From 1 CE on, and before.
    Era,
}

/// A moment with a line on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Seconds since 1970.
    pub at_s: f64,
    /// Its label's forms, the longest first.
    pub labels: Vec<String>,
}

const LADDER: [Step; 21] = [
    Step::Seconds(1),
    Step::Seconds(5),
    Step::Seconds(15),
    Step::Seconds(30),
    Step::Seconds(60),
    Step::Seconds(5 * 60),
    Step::Seconds(15 * 60),
    Step::Seconds(30 * 60),
    Step::Seconds(3_600),
    Step::Seconds(3 * 3_600),
    Step::Seconds(6 * 3_600),
    Step::Seconds(12 * 3_600),
    Step::Days(1),
    Step::Days(2),
    Step::Week,
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
];

/// More ticks than this never fit a screen or a page; a guard, not a design.
const MAX_TICKS: usize = 2_000;

impl Step {
    /// The smallest step that is at least `min_px` wide on `scale`.
    pub fn for_scale(scale: &TimeScale, min_px: f32) -> Step {
        let wanted_s = scale.seconds_per_px() * f64::from(min_px);
        let fits = |step: &Step| step.len_s() >= wanted_s;
        LADDER.into_iter().find(fits).unwrap_or_else(|| {
            let decades = (1..6).map(|power| 10i32.pow(power));
            let steps = decades.flat_map(|ten| [ten, 2 * ten, 5 * ten]).map(Step::Years);
            steps.into_iter().find(fits).unwrap_or(Step::Years(500_000))
        })
    }

    /// The step of the row above: its labels say where the minor ones are.
    pub fn major(self) -> Step {
        match self {
            Step::Seconds(_) => Step::Days(1),
            Step::Days(_) | Step::Week => Step::Months(1),
            Step::Months(_) => Step::Years(1),
            Step::Years(1..10) => Step::Years(10),
            Step::Years(10..100) => Step::Years(100),
            Step::Years(100..1_000) => Step::Years(1_000),
            Step::Years(_) | Step::Era => Step::Era,
        }
    }

    /// Its usual length in seconds; the shortest for months.
    pub fn len_s(self) -> f64 {
        match self {
            Step::Seconds(seconds) => f64::from(seconds),
            Step::Days(days) => f64::from(days) * DAY_S,
            Step::Week => 7.0 * DAY_S,
            Step::Months(1) => 28.0 * DAY_S,
            Step::Months(months) => f64::from(months) * 30.0 * DAY_S,
            Step::Years(years) => f64::from(years) * YEAR_S,
            Step::Era => f64::INFINITY,
        }
    }

    /// The last tick at or before `at_s`.
    pub fn floor_s(self, at_s: f64) -> f64 {
        let date = date_from_seconds(at_s);
        match self {
            Step::Seconds(seconds) => (at_s / f64::from(seconds)).floor() * f64::from(seconds),
            Step::Days(days) => (at_s / DAY_S / f64::from(days)).floor() * DAY_S * f64::from(days),
            Step::Week => {
                let monday = f64::from(date.weekday().num_days_from_monday());
                (at_s / DAY_S).floor() * DAY_S - monday * DAY_S
            }
            Step::Months(months) => {
                let month0 = date.month0() / months * months;
                first_of(date.year(), month0 + 1)
            }
            Step::Years(years) => first_of(floor_year(date.year(), years), 1),
            Step::Era if date.year() >= 1 => first_of(1, 1),
            Step::Era => seconds_from_date(NaiveDate::MIN),
        }
    }

    /// The tick after the tick `at_s`; infinite after the last.
    pub fn next_s(self, at_s: f64) -> f64 {
        let date = date_from_seconds(at_s);
        match self {
            Step::Seconds(_) | Step::Days(_) | Step::Week => at_s + self.len_s(),
            Step::Months(months) => {
                let month = date.month0() + months;
                first_of(date.year() + (month / 12) as i32, month % 12 + 1)
            }
            Step::Years(years) => first_of(next_year(date.year(), years), 1),
            Step::Era if date.year() >= 1 => f64::INFINITY,
            Step::Era => first_of(1, 1),
        }
    }

    /// The ticks of `scale`, from the last one at or before its start, in order.
    pub fn ticks(self, scale: &TimeScale) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut at_s = self.floor_s(scale.time.start_s);
        while at_s < scale.time.end_s && ticks.len() < MAX_TICKS {
            ticks.push(Tick { at_s, labels: self.labels(at_s) });
            let next_s = self.next_s(at_s);
            if next_s <= at_s {
                break;
            }
            at_s = next_s;
        }
        ticks
    }

    /// What a minor tick at `at_s` is called, the longest form first.
    pub fn labels(self, at_s: f64) -> Vec<String> {
        let moment = datetime_from_seconds(at_s + 0.5);
        let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
        match self {
            Step::Seconds(0..60) => vec![format!("{hour:02}:{minute:02}:{second:02}")],
            Step::Seconds(_) => vec![format!("{hour:02}:{minute:02}")],
            Step::Days(_) | Step::Week => {
                let (weekday, day) = (moment.format("%A"), moment.day());
                vec![format!("{weekday} {day}"), format!("{} {day}", moment.format("%a"))]
            }
            Step::Months(_) => forms(month_name(moment.month()), 3),
            Step::Years(_) | Step::Era => vec![year_label(moment.year())],
        }
    }

    /// What a major tick at `at_s` is called, the longest form first.
    pub fn major_labels(self, at_s: f64) -> Vec<String> {
        let moment = datetime_from_seconds(at_s + 0.5);
        let (month, year) = (month_name(moment.month()), year_label(moment.year()));
        let short = month.get(..3).unwrap_or(month);
        let day = moment.day();
        match self {
            Step::Days(_) | Step::Seconds(_) | Step::Week => vec![
                format!("{} {day} {month} {year}", moment.format("%A")),
                format!("{} {day} {short} {year}", moment.format("%a")),
                format!("{day} {short} {year}"),
                format!("{day} {short}"),
            ],
            Step::Months(_) => vec![format!("{month} {year}"), format!("{short} {year}"), short.to_owned()],
            Step::Years(1) => vec![year],
            Step::Years(10) => vec![decade_label(moment.year())],
            Step::Years(100) => {
                vec![ordinal_label(moment.year(), 100, "century"), ordinal_label(moment.year(), 100, "c.")]
            }
            Step::Years(_) => {
                vec![ordinal_label(moment.year(), 1_000, "millennium"), ordinal_label(moment.year(), 1_000, "mill.")]
            }
            Step::Era => vec![(if moment.year() >= 1 { "CE" } else { "BCE" }).to_owned()],
        }
    }
}

/// The full word and its first `letters`.
fn forms(word: &str, letters: usize) -> Vec<String> {
    vec![word.to_owned(), word.get(..letters).unwrap_or(word).to_owned()]
}

/// The first day of a month in seconds, clamped to the calendar.
fn first_of(year: i32, month: u32) -> f64 {
    let clamped = if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    seconds_from_date(NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(clamped))
}

/// The last tick year at or before the astronomical `year`: multiples of `step` as people count, and the year 1.
fn floor_year(year: i32, step: i32) -> i32 {
    if step == 1 || year >= step {
        year.div_euclid(step) * step
    } else if year >= 1 {
        1
    } else {
        let before_christ = 1 - year;
        1 - (before_christ + step - 1).div_euclid(step) * step
    }
}

/// The tick year after the tick year `year`.
fn next_year(year: i32, step: i32) -> i32 {
    if step == 1 || year >= step {
        year.saturating_add(step)
    } else if year >= 1 {
        step
    } else {
        (year + step).min(1)
    }
}

/// `2020s`, `40s BCE`; the decade around the year 1 by its years.
fn decade_label(year: i32) -> String {
    if year >= 10 {
        format!("{}s", year.div_euclid(10) * 10)
    } else if year >= 1 {
        "1–9 CE".to_owned()
    } else {
        format!("{}–{} BCE", 1 - year, (1 - year - 9).max(1))
    }
}

/// `20th century`, `1st millennium BCE`; the year stands at the unit's first tick.
fn ordinal_label(year: i32, unit: i32, name: &str) -> String {
    // Ticks stand on round years, so that the unit "1900–1999" carries the name of 1901–2000.
    if year >= 1 {
        let number = year.div_euclid(unit) + 1;
        format!("{number}{} {name}", ordinal_ending(number))
    } else {
        let number = (1 - year + unit - 1).div_euclid(unit);
        format!("{number}{} {name} BCE", ordinal_ending(number))
    }
}

fn ordinal_ending(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::TimeRange;

    fn day(year: i32, month: u32, day: u32) -> f64 {
        seconds_from_date(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    /// The minor labels (longest form) of an 1,000 px axis between two days, the first one before it left out.
    fn minor(from: f64, to: f64) -> (Step, String) {
        let scale = TimeScale::new(TimeRange::new(from, to), 0.0, 1_000.0);
        let step = Step::for_scale(&scale, 100.0);
        let ticks = step.ticks(&scale);
        (step, ticks.iter().filter(|t| t.at_s >= from).map(|t| t.labels[0].clone()).collect::<Vec<_>>().join(" | "))
    }

    #[track_caller]
    fn check(from: f64, to: f64, step: Step, labels: &str) {
        assert_eq!(minor(from, to), (step, labels.to_owned()));
    }

    #[test]
    fn the_ladder_from_minutes_to_millennia() {
        let tuesday = day(2026, 1, 6);
        check(tuesday, tuesday + 60.0, Step::Seconds(15), "00:00:00 | 00:00:15 | 00:00:30 | 00:00:45");
        check(
            tuesday + 1.0,
            tuesday + 7_000.0,
            Step::Seconds(900),
            "00:15 | 00:30 | 00:45 | 01:00 | 01:15 | 01:30 | 01:45",
        );
        check(
            tuesday,
            tuesday + DAY_S,
            Step::Seconds(3 * 3_600),
            "00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00",
        );
        check(
            tuesday,
            tuesday + 5.0 * DAY_S,
            Step::Seconds(12 * 3_600),
            "00:00 | 12:00 | 00:00 | 12:00 | 00:00 | 12:00 | 00:00 | 12:00 | 00:00 | 12:00",
        );
        check(
            tuesday,
            tuesday + 6.0 * DAY_S,
            Step::Days(1),
            "Tuesday 6 | Wednesday 7 | Thursday 8 | Friday 9 | Saturday 10 | Sunday 11",
        );
        check(tuesday, tuesday + 30.0 * DAY_S, Step::Week, "Monday 12 | Monday 19 | Monday 26 | Monday 2");
        check(
            day(2025, 11, 3),
            day(2026, 7, 1),
            Step::Months(1),
            "December | January | February | March | April | May | June",
        );
        check(
            day(2024, 2, 1),
            day(2025, 12, 31),
            Step::Months(3),
            "April | July | October | January | April | July | October",
        );
        check(day(1999, 5, 1), day(2005, 5, 1), Step::Years(1), "2000 | 2001 | 2002 | 2003 | 2004 | 2005");
        check(day(1914, 1, 1), day(2026, 1, 1), Step::Years(20), "1920 | 1940 | 1960 | 1980 | 2000 | 2020");
        check(
            day(-200, 1, 1),
            day(250, 1, 1),
            Step::Years(50),
            "200 BCE | 150 BCE | 100 BCE | 50 BCE | 1 CE | 50 CE | 100 CE | 150 CE | 200 CE",
        );
        check(
            day(-8_000, 1, 1),
            day(2_026, 1, 1),
            Step::Years(2_000),
            "8000 BCE | 6000 BCE | 4000 BCE | 2000 BCE | 1 CE | 2000",
        );
    }

    #[test]
    fn major_labels_name_what_the_minor_ones_leave_out() {
        let check = |minor: Step, at: f64, label: &str| {
            let major = minor.major();
            assert_eq!(major.major_labels(major.floor_s(at))[0], label);
        };
        check(Step::Seconds(3_600), day(2026, 1, 6) + 4_000.0, "Tuesday 6 January 2026");
        check(Step::Week, day(2026, 3, 31), "March 2026");
        check(Step::Months(3), day(2026, 3, 31), "2026");
        check(Step::Years(1), day(2026, 3, 31), "2020s");
        check(Step::Years(10), day(1914, 7, 28), "20th century");
        check(Step::Years(100), day(1914, 7, 28), "2nd millennium");
        check(Step::Years(1_000), day(1914, 7, 28), "CE");
        check(Step::Months(1), day(-43, 3, 15), "44 BCE");
        check(Step::Years(10), day(-43, 3, 15), "1st century BCE");
        check(Step::Years(1), day(-43, 3, 15), "50–41 BCE");
    }

    #[test]
    fn ticks_are_in_order_and_bounded_on_every_scale() {
        for power in 1..44 {
            let len_s = 1.97f64.powi(power) * 31.0;
            for start in [-6e12, -6.3e10, -1e9, 0.0, 1.77e9, 6e12] {
                let scale = TimeScale::new(TimeRange::new(start, start + len_s), 0.0, 1_280.0);
                let step = Step::for_scale(&scale, 64.0);
                for step in [step, step.major()] {
                    let ticks = step.ticks(&scale);
                    assert!(ticks.len() <= 30, "{step:?}: {}", ticks.len());
                    assert!(ticks.windows(2).all(|pair| pair[0].at_s < pair[1].at_s), "{step:?}");
                    assert!(ticks.first().is_none_or(|tick| tick.at_s <= scale.time.start_s), "{step:?}");
                }
            }
        }
    }
}
