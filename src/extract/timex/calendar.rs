//! Calendar periods: a date as news gives it is a whole day, week, month, quarter or century, and every one of them has
//! a TIMEX3 value, a first and a last day, and neighbours.
//!
//! Years are astronomical (0 is 1 BC, -43 is 44 BC). TIMEX3 writes years before 1 as `BC0044`; days use ISO 8601.

use crate::model::DateRange;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A unit of time, from the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The TIMEX3 duration of `count` units, `X` for an unknown count: `P2M`, `PT5H`, `PXD`.
    pub fn duration_value(self, count: &str) -> String {
        match self {
            Self::Second => format!("PT{count}S"),
            Self::Minute => format!("PT{count}M"),
            Self::Hour => format!("PT{count}H"),
            Self::Day => format!("P{count}D"),
            Self::Weekend => format!("P{count}WE"),
            Self::Week => format!("P{count}W"),
            Self::Month => format!("P{count}M"),
            Self::Season => format!("P{count}SU"),
            Self::Quarter => format!("P{count}Q"),
            Self::Half => format!("P{count}H"),
            Self::Year => format!("P{count}Y"),
            Self::Decade => format!("P{count}DE"),
            Self::Century => format!("P{count}CE"),
            Self::Millennium => format!("P{count}ML"),
        }
    }

    /// The value of a date of this grain of which nothing is known: `XXXX-XX-XX`.
    pub fn unknown_value(self) -> &'static str {
        match self {
            Self::Second | Self::Minute | Self::Hour => "XXXX-XX-XXTXX:XX",
            Self::Day => "XXXX-XX-XX",
            Self::Weekend => "XXXX-WXX-WE",
            Self::Week => "XXXX-WXX",
            Self::Month => "XXXX-XX",
            Self::Season => "XXXX-XX",
            Self::Quarter => "XXXX-QX",
            Self::Half => "XXXX-HX",
            Self::Year => "XXXX",
            Self::Decade => "XXX",
            Self::Century | Self::Millennium => "XX",
        }
    }

    /// The word for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Half => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

/// A season of the northern or southern year; one over the turn of the year belongs to the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
    SouthernSpring,
    SouthernSummer,
    SouthernAutumn,
    SouthernWinter,
}

impl Season {
    /// TIMEX3's two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring | Self::SouthernSpring => "SP",
            Self::Summer | Self::SouthernSummer => "SU",
            Self::Autumn | Self::SouthernAutumn => "FA",
            Self::Winter | Self::SouthernWinter => "WI",
        }
    }

    /// The same on the southern half of the earth.
    pub fn southern(self) -> Self {
        match self {
            Self::Spring => Self::SouthernSpring,
            Self::Summer => Self::SouthernSummer,
            Self::Autumn => Self::SouthernAutumn,
            Self::Winter => Self::SouthernWinter,
            other => other,
        }
    }

    fn first_month(self) -> u32 {
        match self {
            Self::Spring | Self::SouthernAutumn => 3,
            Self::Summer | Self::SouthernWinter => 6,
            Self::Autumn | Self::SouthernSpring => 9,
            Self::Winter | Self::SouthernSummer => 12,
        }
    }
}

/// A period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Day(NaiveDate),
    /// The week that begins with this Monday.
    Week(NaiveDate),
    /// The weekend that begins with this Saturday.
    Weekend(NaiveDate),
    /// Year and month 1…12.
    Month(i32, u32),
    /// Year and season.
    Season(i32, Season),
    /// Year and quarter 1…4.
    Quarter(i32, u32),
    /// Year and half 1…2.
    Half(i32, u32),
    Year(i32),
    /// Its first year, divisible by ten; BC decades by their last digits (`480` BC…).
    Decade(i32),
    /// Number of the century, 19 for 1800–1899; negative for BC.
    Century(i32),
}

impl Period {
    /// The period of grain `unit` that holds `day`.
    pub fn around(day: NaiveDate, unit: Unit) -> Self {
        let year = day.year();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(monday_of(day)),
            Unit::Weekend => Self::Weekend(plus_days(monday_of(day), 5)),
            Unit::Month => Self::Month(year, day.month()),
            Unit::Season => season_around(day),
            Unit::Quarter => Self::Quarter(year, (day.month() - 1) / 3 + 1),
            Unit::Half => Self::Half(year, (day.month() - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10) * 10),
            Unit::Century | Unit::Millennium => Self::Century((year - 1).div_euclid(100) + 1),
        }
    }

    /// The grain.
    pub fn unit(self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Month(..) => Unit::Month,
            Self::Season(..) => Unit::Season,
            Self::Quarter(..) => Unit::Quarter,
            Self::Half(..) => Unit::Half,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// The year in which it begins.
    pub fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => day.year(),
            Self::Month(y, _) | Self::Quarter(y, _) | Self::Half(y, _) | Self::Season(y, _) => y,
            Self::Year(y) | Self::Decade(y) => y,
            Self::Century(c) => (c - 1).saturating_mul(100).saturating_add(1),
        }
    }

    /// First and last day, or `None` beyond the calendar's limits.
    pub fn range(self) -> Option<DateRange> {
        let months = |y: i32, first: u32, count: u32| {
            let start = NaiveDate::from_ymd_opt(y, first, 1)?;
            let end = start.checked_add_months(Months::new(count))?.pred_opt()?;
            Some(DateRange::new(start, end))
        };
        match self {
            Self::Day(day) => Some(DateRange::day(day)),
            Self::Week(day) => Some(DateRange::new(day, plus_days(day, 6))),
            Self::Weekend(day) => Some(DateRange::new(day, plus_days(day, 1))),
            Self::Month(y, m) => months(y, m, 1),
            Self::Season(y, s) => months(y, s.first_month(), 3),
            Self::Quarter(y, q) => months(y, q.saturating_mul(3).saturating_sub(2), 3),
            Self::Half(y, h) => months(y, h.saturating_mul(6).saturating_sub(5), 6),
            Self::Year(y) => months(y, 1, 12),
            Self::Decade(y) => months(y, 1, 120),
            Self::Century(c) => months((c - 1).checked_mul(100)?, 1, 1200),
        }
    }

    /// First day.
    pub fn first_day(self) -> Option<NaiveDate> {
        self.range()?.earliest
    }

    /// The TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Self::Day(d) if d.year() > 0 => d.format("%Y-%m-%d").to_string(),
            Self::Day(d) => format!("{}-{:02}-{:02}", year_value(d.year()), d.month(), d.day()),
            Self::Week(d) => format!("{}-W{:02}", year_value(d.iso_week().year()), d.iso_week().week()),
            Self::Weekend(d) => format!("{}-W{:02}-WE", year_value(d.iso_week().year()), d.iso_week().week()),
            Self::Month(y, m) => format!("{}-{m:02}", year_value(y)),
            Self::Season(y, s) => format!("{}-{}", year_value(y), s.code()),
            Self::Quarter(y, q) => format!("{}-Q{q}", year_value(y)),
            Self::Half(y, h) => format!("{}-H{h}", year_value(y)),
            Self::Year(y) => year_value(y),
            Self::Decade(y) if y > 0 => format!("{:03}", y / 10),
            Self::Decade(y) => format!("BC{:03}", -y / 10),
            Self::Century(c) if c > 0 => format!("{:02}", c - 1),
            Self::Century(c) => format!("BC{:02}", -c - 1),
        }
    }

    /// The period `count` units later, of that unit's grain: two months after a day is a month.
    pub fn shifted(self, unit: Unit, count: i64) -> Option<Self> {
        let start = self.first_day()?;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => Some(Self::Day(checked_plus_days(start, count)?)),
            Unit::Week => Some(Self::Week(checked_plus_days(monday_of(start), count.checked_mul(7)?)?)),
            Unit::Weekend => {
                Some(Self::Weekend(checked_plus_days(monday_of(start), count.checked_mul(7)?.checked_add(5)?)?))
            }
            Unit::Month => plus_months(start, count).map(|d| Self::around(d, Unit::Month)),
            Unit::Season => season_shifted(season_around(start), count),
            Unit::Quarter => plus_months(start, count.checked_mul(3)?).map(|d| Self::around(d, Unit::Quarter)),
            Unit::Half => plus_months(start, count.checked_mul(6)?).map(|d| Self::around(d, Unit::Half)),
            Unit::Year => self.year_shifted(count).map(Self::Year),
            Unit::Decade => Some(Self::Decade(self.year_shifted(count.checked_mul(10)?)?.div_euclid(10) * 10)),
            Unit::Century | Unit::Millennium => {
                let size = if unit == Unit::Century { 100 } else { 1000 };
                let year = self.year_shifted(count.checked_mul(size)?)?;
                Some(Self::Century((year - 1).div_euclid(100) + 1))
            }
        }
    }

    fn year_shifted(self, years: i64) -> Option<i32> {
        let year = i64::from(self.year()).checked_add(years)?;
        i32::try_from(year).ok().filter(|y| (-99_999..=99_999).contains(y))
    }

    /// The same place in another year: the third quarter of 1988 from that of 1989; 29 February becomes the 28th.
    pub fn years_later(self, years: i32) -> Option<Self> {
        let moved = |y: i32| y.checked_add(years);
        Some(match self {
            Self::Day(d) => Self::Day(same_day_in_year(d, moved(d.year())?)?),
            Self::Week(d) => Self::Week(monday_of(same_day_in_year(d, moved(d.year())?)?)),
            Self::Weekend(d) => return Self::Week(monday_of(d)).years_later(years),
            Self::Month(y, m) => Self::Month(moved(y)?, m),
            Self::Season(y, s) => Self::Season(moved(y)?, s),
            Self::Quarter(y, q) => Self::Quarter(moved(y)?, q),
            Self::Half(y, h) => Self::Half(moved(y)?, h),
            Self::Year(y) => Self::Year(moved(y)?),
            Self::Decade(y) => Self::Decade(moved(y)?.div_euclid(10) * 10),
            Self::Century(_) => return None,
        })
    }
}

/// The third of a period that a TIMEX3 modifier names: "early" 2026 is January to April, "late March" its last ten days.
/// A period shorter than three weeks stays whole: nobody means a day by "early this week".
pub fn part_of(whole: DateRange, modifier: Option<&str>) -> DateRange {
    let (Some(first), Some(last)) = (whole.earliest, whole.latest) else { return whole };
    let days = (last - first).num_days() + 1;
    if days < 21 {
        return whole;
    }
    let months = if days >= 360 { (days * 12 + 180) / 365 } else { 0 };
    // `thirds` of the way through, in whole months where there are enough of them.
    let after = |thirds: i64| {
        if months > 0 { plus_months(first, months * thirds / 3) } else { checked_plus_days(first, days * thirds / 3) }
    };
    let before = |thirds: i64| after(thirds).and_then(|day| day.pred_opt());
    let part = match modifier {
        Some("START") => Some(first).zip(before(1)),
        Some("MID") => after(1).zip(before(2)),
        Some("END") => after(2).zip(Some(last)),
        _ => None,
    };
    part.map_or(whole, |(first, last)| DateRange::new(first, last))
}

/// `0044` of `0044-03-15`; TIMEX3 writes 44 BC as `BC0044`.
pub fn year_value(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i64::from(year)) }
}

/// `day` moved by `count` days; stays where it is at the calendar's limits.
pub fn plus_days(day: NaiveDate, count: i64) -> NaiveDate {
    checked_plus_days(day, count).unwrap_or(day)
}

fn checked_plus_days(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    let days = Days::new(count.unsigned_abs());
    if count < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// `day` moved by months, to the last day of a shorter month.
pub fn plus_months(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
    if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

fn same_day_in_year(day: NaiveDate, year: i32) -> Option<NaiveDate> {
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

/// Monday of the ISO week that holds `day`.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    plus_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// The latest day up to `day`, itself included, that falls on `weekday` (1 = Monday … 7 = Sunday).
pub fn weekday_up_to(day: NaiveDate, weekday: u32) -> NaiveDate {
    let back = (day.weekday().number_from_monday() + 7 - weekday.clamp(1, 7)) % 7;
    plus_days(day, -i64::from(back))
}

/// The `nth` (1…5, or -1 for the last) `weekday` of a month.
pub fn nth_weekday(year: i32, month: u32, nth: i32, weekday: Weekday) -> Option<NaiveDate> {
    if nth > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?);
    }
    let last = Period::Month(year, month).range()?.latest?;
    Some(weekday_up_to(last, weekday.number_from_monday()))
}

fn season_around(day: NaiveDate) -> Period {
    let year = day.year();
    match day.month() {
        1 | 2 => Period::Season(year - 1, Season::Winter),
        3..=5 => Period::Season(year, Season::Spring),
        6..=8 => Period::Season(year, Season::Summer),
        9..=11 => Period::Season(year, Season::Autumn),
        _ => Period::Season(year, Season::Winter),
    }
}

fn season_shifted(season: Period, count: i64) -> Option<Period> {
    plus_months(season.first_day()?, count.checked_mul(3)?).map(season_around)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn values_are_timex3() {
        assert_eq!(Period::around(day(2020, 12, 30), Unit::Week).value(), "2020-W53");
        assert_eq!(Period::around(day(2020, 12, 30), Unit::Week).shifted(Unit::Week, 1).unwrap().value(), "2021-W01");
        assert_eq!(Period::Year(-43).value(), "BC0044");
        assert_eq!(Period::Decade(1980).value(), "198");
        assert_eq!(Period::Century(19).value(), "18");
        assert_eq!(Period::Quarter(1989, 3).years_later(-1).unwrap().value(), "1988-Q3");
    }

    #[test]
    fn months_and_years_carry() {
        assert_eq!(Period::Day(day(2026, 1, 2)).shifted(Unit::Month, -1).unwrap().value(), "2025-12");
        assert_eq!(Period::Day(day(2024, 2, 29)).years_later(1).unwrap().value(), "2025-02-28");
    }

    #[test]
    fn nothing_overflows() {
        for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Season, Unit::Year, Unit::Century] {
            for count in [i64::MIN, -1, 0, 1, i64::MAX] {
                let _ = Period::Day(day(2026, 1, 6)).shifted(unit, count);
            }
        }
    }

    #[test]
    fn a_modifier_names_a_third() {
        let part = |whole: Period, modifier| {
            let range = part_of(whole.range().unwrap_or_default(), modifier);
            format!("{} {}", range.earliest.unwrap_or_default(), range.latest.unwrap_or_default())
        };
        assert_eq!(part(Period::Year(2025), Some("END")), "2025-09-01 2025-12-31");
        assert_eq!(part(Period::Year(2024), Some("START")), "2024-01-01 2024-04-30");
        assert_eq!(part(Period::Year(2024), Some("MID")), "2024-05-01 2024-08-31");
        assert_eq!(part(Period::Month(2026, 3), Some("END")), "2026-03-21 2026-03-31");
        assert_eq!(part(Period::Decade(1990), Some("END")), "1996-09-01 1999-12-31");
        assert_eq!(part(Period::Year(2025), Some("APPROX")), "2025-01-01 2025-12-31");
        assert_eq!(part(Period::Century(20), Some("START")), "1900-01-01 1933-04-30");
    }
}
