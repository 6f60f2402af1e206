//! Named days: feasts and holidays whose date is a rule (a fixed day, the nth weekday of a month, days from Easter) or
//! follows another calendar. The names and rules stand in `assets/lexicon/en/holidays.txt`.

use super::calendar::{nth_weekday, plus_days};
use chrono::{Datelike, NaiveDate, Weekday};
use std::sync::LazyLock;

/// How a named day's date follows from the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, which one (-1 = last), weekday.
    Nth(u32, i32, Weekday),
    /// Days after Western Easter.
    Easter(i64),
    /// Days after Orthodox Easter.
    Orthodox(i64),
    /// Month and day of the tabular Islamic calendar (the sighted moon may differ by a day); day 0 is the whole month.
    Islamic(i32, i32),
    /// Days after Passover, and how many days it lasts.
    Hebrew(i64, i64),
    /// The eighty-fourth day of the Jewish year, or the one after it, and seven more.
    Hanukkah,
    /// The five days of Diwali around the new moon of October or November, approximately.
    Diwali,
    /// First of May or first Monday in September, by the country.
    LabourDay,
    /// The third Sunday before Easter or the second in May, by the country.
    MothersDay,
    /// The third Sunday in June or the first in September, by the country.
    FathersDay,
    /// Days after the fourth Thursday of November.
    Thanksgiving(i64),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// The second new moon after the winter solstice, approximately.
    LunarNewYear,
}

/// A named day.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// Its words in lower case.
    pub words: Vec<&'static str>,
    /// Its date.
    pub rule: Rule,
}

static HOLIDAYS: LazyLock<Vec<Holiday>> =
    LazyLock::new(|| include_str!("../../../assets/lexicon/en/holidays.txt").lines().filter_map(parse).collect());

/// All named days, longest names first.
pub fn holidays() -> &'static [Holiday] {
    &HOLIDAYS
}

fn parse(line: &'static str) -> Option<Holiday> {
    let (name, rule) = line.split('#').next()?.split_once('=')?;
    let mut fields = rule.split_whitespace();
    let kind = fields.next()?;
    let mut number = || fields.next().and_then(|f| f.parse::<i32>().ok());
    let rule = match kind {
        "fixed" => Rule::Fixed(number()?.unsigned_abs(), number()?.unsigned_abs()),
        "easter" => Rule::Easter(number()?.into()),
        "orthodox" => Rule::Orthodox(number()?.into()),
        "islamic" => Rule::Islamic(number()?, number()?),
        "hebrew" => Rule::Hebrew(number()?.into(), number()?.into()),
        "thanksgiving" => Rule::Thanksgiving(number()?.into()),
        "hanukkah" => Rule::Hanukkah,
        "diwali" => Rule::Diwali,
        "labour" => Rule::LabourDay,
        "mothers" => Rule::MothersDay,
        "fathers" => Rule::FathersDay,
        "election" => Rule::ElectionDay,
        "lunar" => Rule::LunarNewYear,
        "nth" => {
            let (month, nth) = (number()?.unsigned_abs(), number()?);
            Rule::Nth(month, nth, fields.next()?.parse().ok()?)
        }
        _ => return None,
    };
    Some(Holiday { words: name.split_whitespace().collect(), rule })
}

impl Rule {
    /// The days in `year` that it may mean, in order: two where countries differ.
    pub fn candidates(self, year: i32) -> [Option<NaiveDate>; 2] {
        let sunday = |month, nth| nth_weekday(year, month, nth, Weekday::Sun);
        match self {
            Self::LabourDay => [NaiveDate::from_ymd_opt(year, 5, 1), nth_weekday(year, 9, 1, Weekday::Mon)],
            Self::MothersDay => [easter(year).map(|day| plus_days(day, -21)), sunday(5, 2)],
            Self::FathersDay => [sunday(6, 3), sunday(9, 1)],
            _ => [self.in_year(year), None],
        }
    }

    /// From how many days before to how many days after its day it lasts.
    pub fn spread(self) -> (i64, i64) {
        match self {
            Self::Islamic(_, 0) => (0, 29),
            Self::Hebrew(_, days) => (0, days - 1),
            Self::Hanukkah => (0, 7),
            Self::Diwali => (-2, 2),
            _ => (0, 0),
        }
    }

    /// The day in `year`, unless countries differ in it. An Islamic day may fall twice in a year or not at all; the first is
    /// meant.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
            Self::Easter(days) => Some(plus_days(easter(year)?, days)),
            Self::Orthodox(days) => Some(plus_days(orthodox_easter(year)?, days)),
            Self::Thanksgiving(days) => Some(plus_days(nth_weekday(year, 11, 4, Weekday::Thu)?, days)),
            Self::ElectionDay => Some(plus_days(nth_weekday(year, 11, 1, Weekday::Mon)?, 1)),
            Self::Islamic(month, day) => islamic_in_year(year, month, day.max(1)),
            Self::Hebrew(days, _) => Some(plus_days(passover(year)?, days)),
            Self::Hanukkah => hanukkah(year),
            Self::Diwali => new_moon_from(NaiveDate::from_ymd_opt(year, 10, 17)?).map(|day| plus_days(day, -1)),
            Self::LabourDay | Self::MothersDay | Self::FathersDay => None,
            Self::LunarNewYear => lunar_new_year(year),
        }
    }
}

/// Western Easter Sunday (Meeus, Jones and Butcher's algorithm); from 1583.
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31).unsigned_abs(), (n % 31 + 1).unsigned_abs())
}

/// Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm).
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = NaiveDate::from_ymd_opt(year, (n / 31).unsigned_abs(), (n % 31 + 1).unsigned_abs())?;
    Some(plus_days(julian, i64::from(year / 100 - year / 400 - 2)))
}

/// Day of the tabular Islamic calendar (civil epoch, 16 July 622 Julian) as a Gregorian date.
fn islamic(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(622, 7, 19)?;
    let days = i64::from(year - 1) * 354
        + i64::from((3 + 11 * year).div_euclid(30))
        + i64::from((59 * (month - 1) + 1) / 2)
        + i64::from(day - 1);
    Some(plus_days(epoch, days))
}

fn islamic_in_year(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    if !(623..=9999).contains(&year) {
        return None;
    }
    let guess = (year - 622) * 33 / 32;
    (guess - 1..=guess + 2).filter_map(|y| islamic(y, month, day)).find(|d| d.year() == year)
}

/// The first day of Passover (Gauss's rule for the 15th of Nisan).
fn passover(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let jewish = year + 3760;
    let (a, b) = ((12 * jewish + 17) % 19, jewish % 4);
    let exact = 32.044_093_161_143_6 + 1.554_241_796_621_182_6 * f64::from(a) + 0.25 * f64::from(b)
        - 0.003_177_794_022_092_267_5 * f64::from(jewish);
    let (day, rest) = (exact.floor() as i32, exact.fract());
    let moved = match (day + 3 * jewish + 5 * b + 5) % 7 {
        0 if a > 11 && rest >= 0.897_723_765_432 => 1,
        1 if a > 6 && rest >= 0.632_870_370_370 => 2,
        2 | 4 | 6 => 1,
        _ => 0,
    };
    let julian = NaiveDate::from_ymd_opt(year, 3, 1)?;
    Some(plus_days(julian, i64::from(day + moved - 1 + year / 100 - year / 400 - 2)))
}

/// The first day of Hanukkah, the 25th of Kislev: Cheshvan before it has a day more in a full year.
fn hanukkah(year: i32) -> Option<NaiveDate> {
    const NEW_YEAR: i64 = 163;
    let (this, next) = (passover(year)?, passover(year + 1)?);
    let full = (next - this).num_days() % 30 == 25;
    Some(plus_days(this, NEW_YEAR + 83 + i64::from(full)))
}

/// Chinese and Vietnamese New Year: the new moon between 21 January and 20 February.
fn lunar_new_year(year: i32) -> Option<NaiveDate> {
    new_moon_from(NaiveDate::from_ymd_opt(year, 1, 21)?)
}

/// The first new moon from a day on, from the mean synodic month.
fn new_moon_from(first: NaiveDate) -> Option<NaiveDate> {
    const SYNODIC_MONTH_DAYS: f64 = 29.530_588_853;
    let known_new_moon = NaiveDate::from_ymd_opt(2000, 2, 5)?;
    let moons = (first - known_new_moon).num_days() as f64 / SYNODIC_MONTH_DAYS;
    let days = (moons.ceil() * SYNODIC_MONTH_DAYS + 0.5).floor() as i64;
    Some(plus_days(known_new_moon, days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(rule: Rule, year: i32) -> String {
        rule.in_year(year).map(|d| d.to_string()).unwrap_or_default()
    }

    #[test]
    fn movable_feasts() {
        assert_eq!(on(Rule::Easter(0), 2024), "2024-03-31");
        assert_eq!(on(Rule::Easter(0), 2026), "2026-04-05");
        assert_eq!(on(Rule::Easter(-2), 2025), "2025-04-18");
        assert_eq!(on(Rule::Orthodox(0), 2024), "2024-05-05");
        assert_eq!(on(Rule::Orthodox(0), 2026), "2026-04-12");
        assert_eq!(on(Rule::Nth(11, 4, Weekday::Thu), 2025), "2025-11-27");
        assert_eq!(on(Rule::Thanksgiving(1), 2024), "2024-11-29");
        assert_eq!(on(Rule::Nth(5, -1, Weekday::Mon), 2025), "2025-05-26");
        assert_eq!(on(Rule::ElectionDay, 2024), "2024-11-05");
    }

    #[test]
    fn other_calendars_are_within_a_day() {
        for (year, expected) in [(2024, "2024-03-11"), (2025, "2025-03-01"), (2023, "2023-03-23")] {
            let expected: NaiveDate = expected.parse().expect("a day");
            let start = Rule::Islamic(9, 1).in_year(year).expect("Ramadan");
            assert!((start - expected).num_days().abs() <= 1, "Ramadan {year}: {start}");
        }
        for (year, expected) in [(2024, "2024-04-23"), (2025, "2025-04-13"), (2026, "2026-04-02")] {
            assert_eq!(on(Rule::Hebrew(0, 8), year), expected);
        }
        for (year, expected) in [(2022, "2022-12-19"), (2023, "2023-12-08"), (2024, "2024-12-26"), (2025, "2025-12-15")]
        {
            assert_eq!(on(Rule::Hanukkah, year), expected);
        }
        for (year, expected) in [(2022, "2022-10-24"), (2023, "2023-11-12"), (2024, "2024-10-31"), (2025, "2025-10-20")]
        {
            let expected: NaiveDate = expected.parse().expect("a day");
            let day = Rule::Diwali.in_year(year).expect("Diwali");
            assert!((day - expected).num_days().abs() <= 2, "Diwali {year}: {day}");
        }
        for (year, expected) in [(2024, "2024-02-10"), (2025, "2025-01-29"), (2023, "2023-01-22"), (1968, "1968-01-30")]
        {
            let expected: NaiveDate = expected.parse().expect("a day");
            let start = Rule::LunarNewYear.in_year(year).expect("new year");
            assert!((start - expected).num_days().abs() <= 1, "lunar new year {year}: {start}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("../../../assets/lexicon/en/holidays.txt").lines();
        let wanted = lines.filter(|l| l.split('#').next().is_some_and(|l| !l.trim().is_empty())).count();
        assert_eq!(holidays().len(), wanted);
    }
}
