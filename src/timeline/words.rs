//! Dates in words: the one way in which window, screen readers and pictures say when an item happened.

use super::When;
use super::time::{DAY_S, TimeRange, date_from_seconds, date_label, month_name, year_label};
use crate::model::Precision;
use chrono::{Datelike, NaiveDate};

impl When {
    /// The date in words: `Tuesday 6 January 2026, 10:00`, `March 2026`, `since May 2025`, `between 3 and 7 March 2026`.
    pub fn in_words(&self) -> String {
        let (first, last) = (date_from_seconds(self.earliest_s), last_day(self.hull()));
        match (self.is_open_before, self.is_open_after) {
            (true, true) => format!("around {}", unit_or_days(first, last)),
            (true, false) => format!("until {}", date_label(last)),
            (false, true) => format!("since {}", self.beginning_in_words()),
            (false, false) => self.closed_in_words(first, last),
        }
    }

    fn beginning_in_words(&self) -> String {
        let first = date_from_seconds(self.earliest_s);
        let begins_by = date_from_seconds(self.begin_s);
        unit_or_days(first, begins_by)
    }

    fn closed_in_words(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            let day = day_in_words(first);
            return match self.clock {
                Some(clock) => format!("{day}, {:02}:{:02}", clock.minute / 60, clock.minute % 60),
                None => day,
            };
        }
        match (self.certain(), self.precision) {
            (Some(_), _) => unit_or_days(first, last),
            (None, Precision::Decade) => format!("{}s", year_label(first.year())),
            (None, Precision::Week) => format!("week of {}", date_label(first)),
            (None, _) => match unit(first, last) {
                Some(unit) => unit,
                None => between(first, last),
            },
        }
    }
}

impl TimeRange {
    /// The days of the range in words: `March 2026`, `2019–2024`, `6–12 January 2026`.
    pub fn in_words(self) -> String {
        unit_or_days(date_from_seconds(self.start_s), last_day(self))
    }
}

/// A day with its weekday, where the calendar in use then had the same weekdays as ours (from 1583 on).
pub fn day_in_words(day: NaiveDate) -> String {
    let date = date_label(day);
    if day.year() > 1582 { format!("{} {date}", day.format("%A")) } else { date }
}

/// The last day that a range touches.
fn last_day(range: TimeRange) -> NaiveDate {
    date_from_seconds((range.end_s - 1.0).max(range.start_s))
}

/// A whole month, year or run of years; `None` for other stretches.
fn unit(first: NaiveDate, last: NaiveDate) -> Option<String> {
    let ends_month = last.succ_opt().is_none_or(|next| next.day() == 1);
    if first.day() != 1 || !ends_month {
        return None;
    }
    let same_year = first.year() == last.year();
    match (first.month(), last.month()) {
        (1, 12) if same_year => Some(year_label(first.year())),
        (1, 12) => Some(years(first.year(), last.year())),
        (a, b) if a == b && same_year => Some(format!("{} {}", month_name(a), year_label(first.year()))),
        (a, b) if same_year => Some(format!("{}–{} {}", month_name(a), month_name(b), year_label(first.year()))),
        (a, b) => Some(format!(
            "{} {} – {} {}",
            month_name(a),
            year_label(first.year()),
            month_name(b),
            year_label(last.year())
        )),
    }
}

fn years(first: i32, last: i32) -> String {
    match (first > 0, last > 0) {
        (true, true) => format!("{first}–{last}"),
        (false, false) => format!("{}–{} BCE", 1 - first, 1 - last),
        _ => format!("{} – {last} CE", year_label(first)),
    }
}

/// Some day from `first` to `last`.
fn between(first: NaiveDate, last: NaiveDate) -> String {
    let from = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.day().to_string(),
        (true, false) => format!("{} {}", first.day(), month_name(first.month())),
        _ => date_label(first),
    };
    format!("between {from} and {}", date_label(last))
}

fn unit_or_days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        return date_label(first);
    }
    if let Some(unit) = unit(first, last) {
        return unit;
    }
    let same_year = first.year() == last.year();
    if same_year && first.month() == last.month() {
        format!("{}–{}", first.day(), date_label(last))
    } else if same_year {
        format!("{} {} – {}", first.day(), month_name(first.month()), date_label(last))
    } else {
        format!("{} – {}", date_label(first), date_label(last))
    }
}

/// The length of the unit that a precision names, in seconds.
pub(crate) fn unit_len_s(precision: Precision) -> f64 {
    match precision {
        Precision::Minute => 60.0,
        Precision::Hour => 3_600.0,
        Precision::Day => DAY_S,
        Precision::Week => 7.0 * DAY_S,
        Precision::Month => 30.5 * DAY_S,
        Precision::Season | Precision::Quarter => 91.0 * DAY_S,
        Precision::Year => 365.25 * DAY_S,
        Precision::Decade => 3_652.5 * DAY_S,
        Precision::Century => 36_525.0 * DAY_S,
        Precision::Range => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Bound, Clock, DateBasis, EventDate, Precision};
    use crate::timeline::When;
    use chrono::NaiveDate;

    fn day(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    /// Bounds as four days, an empty one open: begin's earliest and latest, end's earliest and latest.
    #[track_caller]
    fn check(bounds: [&str; 4], precision: Precision, clock: Option<u16>, words: &str) {
        let [a, b, c, d] = bounds.map(day);
        let date = EventDate {
            begin: Bound { earliest: a, latest: b },
            end: Bound { earliest: c, latest: d },
            precision,
            clock: clock.map(|minute| Clock { minute }),
            basis: DateBasis::Explicit,
            timexes: Vec::new(),
            confidence: 0.9,
            explanation: String::new(),
        };
        assert_eq!(When::from_date(&date).unwrap().in_words(), words);
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let tuesday = ["2026-01-06"; 4];
        check(tuesday, Precision::Day, None, "Tuesday 6 January 2026");
        check(tuesday, Precision::Minute, Some(630), "Tuesday 6 January 2026, 10:30");
        let march = ["2026-03-01", "2026-03-31", "2026-03-01", "2026-03-31"];
        check(march, Precision::Month, None, "March 2026");
        check(["2019-01-01", "2019-12-31", "2019-01-01", "2019-12-31"], Precision::Year, None, "2019");
        check(["2019-01-01", "2019-01-01", "2024-12-31", "2024-12-31"], Precision::Range, None, "2019–2024");
        check(["2026-03-03", "2026-03-03", "2026-03-07", "2026-03-07"], Precision::Range, None, "3–7 March 2026");
        check(
            ["2026-03-03", "2026-03-07", "2026-03-03", "2026-03-07"],
            Precision::Range,
            None,
            "between 3 and 7 March 2026",
        );
        check(["2025-05-01", "2025-05-31", "", ""], Precision::Month, None, "since May 2025");
        check(["", "", "", "2026-06-01"], Precision::Day, None, "until 1 June 2026");
        check(["-0043-03-15"; 4], Precision::Day, None, "15 March 44 BCE");
    }
}
