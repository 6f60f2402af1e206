//! Time as a number: seconds since 1970-01-01T00:00 on the proleptic Gregorian calendar, without time zone.
//!
//! An `f64` holds every second of a quarter of a million years exactly, so one number serves minutes and millennia.
//! Years are astronomical inside (1 BCE is year 0) and shown as people write them.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// Seconds of a day.
pub const DAY_S: f64 = 86_400.0;
/// Seconds of a mean Gregorian year.
pub const YEAR_S: f64 = 365.2425 * DAY_S;

/// A stretch of time in seconds since 1970, start included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TimeRange {
    /// First second.
    pub start_s: f64,
    /// One past the last.
    pub end_s: f64,
}

impl TimeRange {
    /// From `start_s` up to `end_s`.
    pub fn new(start_s: f64, end_s: f64) -> Self {
        Self { start_s, end_s }
    }

    /// The whole of `day`.
    pub fn day(day: NaiveDate) -> Self {
        let start_s = seconds_from_date(day);
        Self { start_s, end_s: start_s + DAY_S }
    }

    /// Length in seconds.
    pub fn len_s(self) -> f64 {
        self.end_s - self.start_s
    }

    /// The middle.
    pub fn middle_s(self) -> f64 {
        self.start_s + self.len_s() / 2.0
    }

    /// Whether the two share a moment; a range without length counts as its moment.
    pub fn overlaps(self, other: TimeRange) -> bool {
        self.start_s < other.end_s.max(other.start_s + f64::EPSILON)
            && other.start_s < self.end_s.max(self.start_s + f64::EPSILON)
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: TimeRange) -> bool {
        self.start_s <= other.start_s && other.end_s <= self.end_s
    }

    /// The smallest range around both.
    pub fn cover(self, other: TimeRange) -> TimeRange {
        TimeRange { start_s: self.start_s.min(other.start_s), end_s: self.end_s.max(other.end_s) }
    }
}

/// The first second of `date`.
pub fn seconds_from_date(date: NaiveDate) -> f64 {
    seconds_from_datetime(date.and_time(NaiveTime::MIN))
}

/// The second `datetime`.
pub fn seconds_from_datetime(datetime: NaiveDateTime) -> f64 {
    datetime.and_utc().timestamp() as f64
}

/// The moment of `seconds`, clamped to the calendar's range (about ±262,000 years).
pub fn datetime_from_seconds(seconds: f64) -> NaiveDateTime {
    let whole = if seconds.is_nan() { 0.0 } else { seconds.floor() };
    match DateTime::from_timestamp(whole as i64, 0) {
        Some(datetime) => datetime.naive_utc(),
        None if whole < 0.0 => NaiveDateTime::MIN,
        None => NaiveDateTime::MAX,
    }
}

/// The day that holds `seconds`.
pub fn date_from_seconds(seconds: f64) -> NaiveDate {
    datetime_from_seconds(seconds).date()
}

/// The day after `date`, or `date` at the calendar's end.
pub fn next_day(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// An astronomical year as people write it: `2026`, `14 CE`, `44 BCE` for −43; there is no year 0.
pub fn year_label(year: i32) -> String {
    match year {
        1_000.. => year.to_string(),
        1.. => format!("{year} CE"),
        _ => format!("{} BCE", 1 - i64::from(year)),
    }
}

/// A day as people write it: `6 January 2026`.
pub fn date_label(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), year_label(date.year()))
}

/// The English name of a month, 1…12.
pub fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(month.wrapping_sub(1) as usize).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_agree_over_millennia() {
        for (year, month, day) in [(1970, 1, 1), (2026, 1, 6), (-43, 3, 15), (-9999, 1, 1), (9999, 12, 31)] {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(date_from_seconds(seconds_from_date(date)), date);
            assert_eq!(date_from_seconds(seconds_from_date(date) + DAY_S - 1.0), date);
        }
    }

    #[test]
    fn odd_numbers_are_clamped() {
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            date_from_seconds(odd);
        }
    }

    #[test]
    fn there_is_no_year_zero() {
        assert_eq!(year_label(1), "1 CE");
        assert_eq!(year_label(1066), "1066");
        assert_eq!(year_label(0), "1 BCE");
        assert_eq!(year_label(-43), "44 BCE");
    }
}
