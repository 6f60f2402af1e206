//! Bounds: what a time and its relation say about when something begins and ends.

use crate::extract::timex::Relation;
use crate::model::{Bound, DateRange, Precision, Timex, TimexKind};
use chrono::{Days, NaiveDate};

/// Begin and end of something, each not before its earliest and not after its latest day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) begin: Bound,
    pub(super) end: Bound,
}

pub(super) fn day_after(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(1))
}

pub(super) fn day_before(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(1))
}

impl Bounds {
    /// Within the range.
    pub(super) fn within(range: DateRange) -> Self {
        Self { begin: range, end: range }
    }

    /// Over before the first day of `range`.
    pub(super) fn before(range: DateRange) -> Self {
        Self::within(DateRange { earliest: None, latest: range.earliest.or(range.latest).and_then(day_before) })
    }

    /// Over on the last day of `range` at the latest.
    pub(super) fn up_to(range: DateRange) -> Self {
        Self::within(DateRange { earliest: None, latest: range.latest.or(range.earliest) })
    }

    /// Begins after the last day of `range`.
    pub(super) fn after(range: DateRange) -> Self {
        Self::within(DateRange { earliest: range.latest.or(range.earliest).and_then(day_after), latest: None })
    }

    /// Begun on the last day of `range` at the latest; whether it is over is not said.
    pub(super) fn begun_by(range: DateRange) -> Self {
        Self { begin: Self::up_to(range).begin, end: DateRange::default() }
    }

    /// So on the days of `range`, perhaps before and after it.
    pub(super) fn during(range: DateRange) -> Self {
        Self {
            begin: Self::up_to(range).begin,
            end: DateRange { earliest: range.earliest.or(range.latest), latest: None },
        }
    }

    /// So before, on and after the days of `range`.
    pub(super) fn lasting(range: DateRange) -> Self {
        Self { begin: Self::before(range).begin, end: Self::after(range).end }
    }

    /// Not before `range`; when it ends is not said.
    pub(super) fn from(range: DateRange) -> Self {
        let from = DateRange { earliest: range.earliest, latest: None };
        Self { begin: from, end: from }
    }

    /// The bounds that a time with a relation gives; `now` is the article's day, on which what began "since" lasts.
    pub(super) fn read(range: DateRange, relation: Relation, now: DateRange) -> Self {
        match relation {
            // "from 2 November", a day to come: it does not end before it begins.
            Relation::Since if range.earliest > now.latest && now.latest.is_some() => {
                Self { begin: range, end: DateRange { earliest: range.earliest, latest: None } }
            }
            Relation::Since => Self { begin: range, end: Self::after(now).end },
            Relation::Until => Self { begin: Self::up_to(range).begin, end: range },
            Relation::Before => Self::before(range),
            Relation::After => Self::after(range),
            Relation::By => Self::up_to(range),
            _ => Self::within(range),
        }
    }

    /// The day, if it is exactly one.
    pub(super) fn as_day(self) -> Option<NaiveDate> {
        self.begin.as_day().filter(|_| self.begin == self.end)
    }

    pub(super) fn hull(self) -> DateRange {
        DateRange { earliest: self.begin.earliest, latest: self.end.latest }
    }

    pub(super) fn is_open(self) -> bool {
        self.begin.is_open() && self.end.is_open()
    }
}

/// The grain of a time expression, by the form of its TIMEX3 value.
pub(super) fn precision(timex: &Timex) -> Precision {
    let value = timex.value.as_str();
    if timex.kind == TimexKind::Duration {
        return Precision::Range;
    }
    let of_day = value.split_once('T').filter(|(day, _)| !value.starts_with('P') && !day.ends_with("XX"));
    if let Some((_, clock)) = of_day {
        return match clock.len() {
            5.. => Precision::Minute,
            _ if clock.starts_with(|c: char| c.is_ascii_digit()) => Precision::Hour,
            _ => Precision::Day,
        };
    }
    let day = if value.starts_with('P') { value } else { value.split('T').next().unwrap_or(value) };
    let parts: Vec<&str> = day.trim_start_matches(['+', '-']).split('-').collect();
    match parts.as_slice() {
        [year] => match year.len() {
            4 if year.ends_with("XX") => Precision::Century,
            4 if year.ends_with('X') => Precision::Decade,
            3 => Precision::Decade,
            2 => Precision::Century,
            4 if year.bytes().all(|b| b.is_ascii_digit()) => Precision::Year,
            _ => Precision::Range,
        },
        [_, part] if part.starts_with('W') => Precision::Week,
        [_, part] if part.starts_with('Q') => Precision::Quarter,
        [_, part] if part.starts_with('H') => Precision::Range,
        [_, part] if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) => Precision::Month,
        [_, _] => Precision::Season,
        [_, _, "WE"] => Precision::Range,
        // "that night" of a month of which no day is told
        [_, "XX", _] => Precision::Year,
        [_, _, "XX"] => Precision::Month,
        [_, _, _] => Precision::Day,
        _ => Precision::Range,
    }
}

/// The grain of bounds that no single expression gives.
pub(super) fn precision_of(bounds: Bounds) -> Precision {
    if bounds.as_day().is_some() { Precision::Day } else { Precision::Range }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, d).unwrap()
    }

    #[test]
    fn relations_open_the_side_they_say_nothing_of() {
        let (tuesday, now) = (DateRange::day(day(6)), DateRange::day(day(8)));
        assert_eq!(Bounds::read(tuesday, Relation::At, now).as_day(), Some(day(6)));
        let since = Bounds::read(tuesday, Relation::Since, now);
        assert_eq!((since.begin, since.end.earliest, since.end.latest), (tuesday, Some(day(9)), None));
        let from = Bounds::read(DateRange::day(day(10)), Relation::Since, now);
        assert_eq!((from.begin.earliest, from.end.earliest, from.end.latest), (Some(day(10)), Some(day(10)), None));
        let until = Bounds::read(tuesday, Relation::Until, now);
        assert_eq!((until.begin.earliest, until.end), (None, tuesday));
        assert_eq!(Bounds::read(tuesday, Relation::Before, now).hull().latest, Some(day(5)));
        assert_eq!(Bounds::read(tuesday, Relation::After, now).hull().earliest, Some(day(7)));
        assert_eq!(Bounds::read(tuesday, Relation::By, now).hull().latest, Some(day(6)));
        assert!(Bounds::during(now).hull().is_open());
        assert_eq!(Bounds::begun_by(now).begin.latest, now.latest);
    }

    #[test]
    fn precision_is_read_from_the_value() {
        let timex = |value: &str| Timex {
            span: Default::default(),
            kind: TimexKind::Date,
            value: value.into(),
            modifier: None,
            range: None,
            clock: None,
            anchor: crate::model::TimexAnchor::None,
            rule: "",
            reading: String::new(),
        };
        for (value, grain) in [
            ("2026-01-06", Precision::Day),
            ("2026-01", Precision::Month),
            ("2026-W02", Precision::Week),
            ("2026-Q1", Precision::Quarter),
            ("2026-SU", Precision::Season),
            ("2026", Precision::Year),
            ("199X", Precision::Decade),
            ("2026-01-06T07:30", Precision::Minute),
            ("2026-01-06TMO", Precision::Day),
            ("2026-01-XX", Precision::Month),
            ("2026-XX-XX", Precision::Year),
            ("2026-01-XXTNI", Precision::Month),
            ("PAST_REF", Precision::Range),
        ] {
            assert_eq!(precision(&timex(value)), grain, "{value}");
        }
    }
}
