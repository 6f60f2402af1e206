//! Dates that hang on another day: offsets, weekdays, "that year", "a year earlier".

use super::weekday::weekday_next_to;
use super::{Context, Focus, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit, monday_of, plus_days, plus_months, weekday_up_to};
use crate::extract::timex::evidence::Hemisphere;
use crate::extract::timex::meaning::{Field, From, Lean, When};
use crate::model::{DateRange, TimexAnchor};
use chrono::{Datelike, NaiveDate};

/// Until this month the results of the year before are news.
const REPORTING_MONTHS: u32 = 4;

impl Context {
    pub(super) fn date(&self, when: When, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let day = around_day(self.plain_date(when, rule, outlook));
        match rule {
            "shift/day-before-date" => beside_day(day, -1, rule),
            "shift/day-after-date" => beside_day(day, 1, rule),
            _ => day,
        }
    }

    fn plain_date(&self, when: When, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        match when {
            When::Period(period) => {
                Resolved::date(period, TimexAnchor::None, rule, "complete in itself".into()).stated()
            }
            When::Field { year, field, weekday, lean } => {
                let place = self.placed(field);
                let found = spread_out(self.field(year, place, weekday, lean, rule, outlook), field);
                let unsure = matches!(field, Field::Season(_)) && self.hemisphere == Hemisphere::Unsure;
                if !unsure {
                    return found;
                }
                let reading = format!("{}; on which half of the earth is not known", found.reading);
                Resolved { range: None, reading, ..found }
            }
            When::Weekday { weekday, lean } => self.weekday(weekday, lean, outlook),
            When::WeekdayOf { weekday, weeks } => self.weekday_of_week(weekday, weeks, rule),
            When::WeekdayOn { weekday, weeks } => self.weekday_beside(weekday, weeks, rule),
            When::WeekdayBeside { weekday, after, year, field } => {
                let day = self.field(year, field, None, Lean::None, rule, outlook);
                weekday_next_to(day, weekday, after)
            }
            When::Anniversary { unit, count, grain, grains } => self.anniversary(unit, count, (grain, grains), rule),
            // "Thousands ran this weekend", said on Monday.
            When::Offset { unit: Unit::Weekend, count: 0, from: From::Reference } if outlook().is_past() => {
                self.weekend(rule, outlook)
            }
            // "The emir will travel later this week", said on Sunday.
            When::Offset { unit: Unit::Week, count: 0, from: From::Reference }
                if self.reference.is_some_and(|d| d.weekday() == chrono::Weekday::Sun)
                    && outlook() == Outlook::Future =>
            {
                self.offset(Unit::Week, 1, From::Reference, rule)
            }
            When::Offset { unit, count, from } => {
                let found = self.offset(unit, count, from, rule);
                let told = count > 0 && from == From::Discussion;
                // "He was held on Tuesday and freed the next day. Two days later he escaped", said on Thursday: counted from Tuesday.
                let yet = |p: Period| self.reference.is_some_and(|day| p.first_day().is_some_and(|first| first > day));
                if told && found.period.is_some_and(yet) && outlook().is_past() {
                    return Resolved::unknown(
                        unit.unknown_value(),
                        rule,
                        "counted from a day that the text does not tell here",
                    );
                }
                found
            }
            When::YearAgo { count, from } => self.year_ago(count, from, rule),
            When::PeriodOf(year) => self.period_of(year, rule),
            When::VagueOffset { unit, past } => self.vague_offset(unit, past, rule),
            When::Same { unit } => self.same(unit, rule, outlook),
            When::ShortDecade(digits) => self.short_decade(digits, rule),
            When::DayTold(day) => self.day_told(day, rule),
        }
    }

    /// A season where the article's paper is printed.
    fn placed(&self, field: Field) -> Field {
        match field {
            Field::Season(season) if self.hemisphere == Hemisphere::South => Field::Season(season.southern()),
            other => other,
        }
    }

    /// "last week", "two years ago", "the next day".
    fn offset(&self, unit: Unit, count: i64, from: From, rule: &'static str) -> Resolved {
        // "In the quarter it lost $23 million, compared with a gain of $33 million last year": of the same quarter.
        let last_year = unit == Unit::Year && count == -1 && rule == "period" && self.compares;
        if let Some(told) = self.quarter.filter(|_| last_year)
            && let Some(resolved) = self.quarter_ago(told, 1, rule)
        {
            return resolved;
        }
        // A history without a day of its own has nothing else to count "last year" from.
        let discussed = from == From::Discussion || self.narrative && unit > Unit::Day && self.reference.is_none();
        if discussed
            && let Some(resolved) = self.counted_from(unit).and_then(|f| self.offset_from_focus(f, unit, count, rule))
        {
            return resolved;
        }
        if from == From::Discussion && self.near_focus().is_some_and(|focus| focus.absolute) {
            return Resolved::unknown(unit.unknown_value(), rule, "counted from a date known too roughly");
        }
        // "That afternoon she arrived": of a day that the text does not tell here.
        if from == From::Discussion && rule == "day-part" && count == 0 {
            return Resolved::unknown(unit.unknown_value(), rule, "a time of an unknown day");
        }
        let Some(day) = self.reference.filter(|_| !(self.narrative && from == From::Discussion)) else {
            return Resolved::unknown(unit.unknown_value(), rule, "counted from the article's day, which is unknown");
        };
        let base = Period::around(day, unit);
        let Some(period) = base.shifted(unit, count) else {
            return Resolved::unknown(unit.unknown_value(), rule, "beyond the calendar");
        };
        let reading = match count {
            0 => format!("the {} of the article's day, {}", unit.name(), self.spoken(day)),
            n => format!(
                "{} {} from the article's day, {}",
                count_in_words(n, unit),
                if n < 0 { "back" } else { "on" },
                self.spoken(day)
            ),
        };
        Resolved::date(period, TimexAnchor::Reference, rule, reading)
    }

    /// "It closed in 1985. Four years later …": years are counted from the year that the paragraph itself told of, though a
    /// day further up be under discussion.
    fn counted_from(&self, unit: Unit) -> Option<Focus> {
        let year = self.told_year.filter(|f| unit >= Unit::Year && f.block == self.block);
        let above = self.focus.is_none_or(|f| f.block != self.block);
        year.filter(|_| above).or_else(|| self.near_focus())
    }

    fn offset_from_focus(&self, focus: Focus, unit: Unit, count: i64, rule: &'static str) -> Option<Resolved> {
        let anchor = TimexAnchor::Timex(focus.timex);
        let reading = format!(
            "{} {} the date just mentioned, {}",
            count_in_words(count, unit),
            if count < 0 { "before" } else { "after" },
            focus.period.value()
        );
        if focus.period.unit() > unit {
            // "Two days later" after a month: some day of it, not known which.
            let value = match focus.period {
                Period::Month(..) if unit <= Unit::Day => format!("{}-XX", focus.period.value()),
                Period::Year(_) if unit <= Unit::Day => format!("{}-XX-XX", focus.period.value()),
                Period::Year(_) if unit == Unit::Month => format!("{}-XX", focus.period.value()),
                _ => return None,
            };
            let mut resolved = Resolved::unknown(value, rule, reading);
            resolved.anchor = anchor;
            let moved = |day: Option<NaiveDate>| Period::Day(day?).shifted(unit, count)?.range();
            // A day of some month is known roughly, a day of some year not at all.
            let told = focus.period.range().filter(|_| focus.period.unit() <= Unit::Month || unit >= Unit::Month);
            resolved.range = told.map(|whole| DateRange {
                earliest: moved(whole.earliest).and_then(|days| days.earliest),
                latest: moved(whole.latest).and_then(|days| days.latest),
            });
            return Some(resolved);
        }
        let period = focus.period.shifted(unit, count)?;
        Some(Resolved::date(period, anchor, rule, reading))
    }

    /// "a year earlier": the quarter of the year before when the text compares quarters, else the year before.
    fn year_ago(&self, count: i32, from: From, rule: &'static str) -> Resolved {
        if let Some(resolved) = self.quarter.and_then(|told| self.quarter_ago(told, count, rule)) {
            return resolved;
        }
        // Results of this year are compared with last year's, even after a word about last year's.
        let old = |f: Focus| f.absolute && self.reference.is_some_and(|day| f.period.year() < day.year() - 1);
        let results = self.business && !self.narrative && !self.near_focus().is_some_and(old);
        self.offset(Unit::Year, -i64::from(count), if results { From::Reference } else { from }, rule)
    }

    /// The quarter that is reported on, so many years before.
    fn quarter_ago(&self, told: Focus, count: i32, rule: &'static str) -> Option<Resolved> {
        let recent = self.reference.is_none_or(|day| told.period.year() >= day.year() - 1);
        let period = told.period.years_later(-count).filter(|_| recent && self.business && !self.narrative)?;
        let reading = format!("the same period a year before {}", told.period.value());
        Some(Resolved::date(period, TimexAnchor::Timex(told.timex), rule, reading))
    }

    /// "the 1988 period": when quarters are compared the one under discussion in that year, else the year.
    fn period_of(&self, year: i32, rule: &'static str) -> Resolved {
        let quarter = self.quarter.and_then(|f| Some((f, f.period.years_later(year - f.period.year())?)));
        match quarter {
            Some((focus, period)) => {
                let reading = format!("the same period as {}, in {year}", focus.period.value());
                Resolved::date(period, TimexAnchor::Timex(focus.timex), rule, reading)
            }
            None => Resolved::date(Period::Year(year), TimexAnchor::None, rule, "complete in itself".into()).stated(),
        }
    }

    fn vague_offset(&self, unit: Unit, past: bool, rule: &'static str) -> Resolved {
        let value = if past { "PAST_REF" } else { "FUTURE_REF" };
        let side = if past { "before" } else { "after" };
        Resolved::unknown(value, rule, format!("an unknown number of {}s {side}", unit.name()))
    }

    /// "that year", "the weekend", "the quarter".
    fn same(&self, unit: Unit, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let focus = if unit == Unit::Quarter { self.quarter } else { self.near_focus() };
        // "In May 2017 he met them. … By the end of the year he had a villa."
        let told = || unit == Unit::Year && self.is_passage_narrative() && outlook().is_past();
        let pointing =
            !matches!(rule, "period/the" | "period/full-year") || self.narrative || unit == Unit::Quarter || told();
        if let Some(focus) = focus.filter(|f| pointing && f.period.unit() <= unit)
            && let Some(day) = focus.period.first_day()
        {
            let reading = format!("the {} of the date just mentioned, {}", unit.name(), focus.period.value());
            let period = if focus.period.unit() == unit { focus.period } else { Period::around(day, unit) };
            return Resolved::date(period, TimexAnchor::Timex(focus.timex), rule, reading);
        }
        if let Some(resolved) = focus.filter(|_| pointing).and_then(|f| self.offset_from_focus(f, unit, 0, rule)) {
            return resolved;
        }
        let rough = |f: &Focus| f.absolute && f.block == self.block && f.period.unit() > unit;
        if pointing && unit != Unit::Quarter && focus.as_ref().is_some_and(rough) {
            return Resolved::unknown(unit.unknown_value(), rule, "of a date known too roughly");
        }
        // "Revenue for the full year was $3 billion", told in February.
        let reporting = self.reference.is_some_and(|day| day.month() <= REPORTING_MONTHS);
        if rule == "period/full-year" && reporting && outlook().is_past() {
            return self.offset(unit, -1, From::Reference, rule);
        }
        // "Shares fell on Friday and were down 4 % for the week", told on Monday.
        let spans = matches!(unit, Unit::Week | Unit::Month) && rule == "period/the";
        if let Some(told) = self.told.filter(|f| spans && f.block == self.block && f.period.unit() == Unit::Day)
            && let Some(day) = told.period.first_day()
            && outlook().is_past()
        {
            let reading = format!("the {} of the day just told of, {}", unit.name(), told.period.value());
            return Resolved::date(Period::around(day, unit), TimexAnchor::Timex(told.timex), rule, reading);
        }
        if rule == "period/then" {
            return Resolved::unknown(unit.unknown_value(), rule, "a day that the text does not tell here");
        }
        if unit == Unit::Weekend {
            return self.weekend(rule, outlook);
        }
        if unit == Unit::Quarter {
            let mut last = self.offset(unit, -1, From::Reference, rule);
            if let Some(day) = self.reference {
                last.reading = format!(
                    "the last complete quarter before the article's day, {}: inferred, for news of results tells of it",
                    self.spoken(day)
                );
            }
            return last;
        }
        self.offset(unit, 0, From::Reference, rule)
    }

    /// "the weekend": the latest one that has begun, or the coming one when the clause looks forward.
    fn weekend(&self, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let Some(day) = self.reference else {
            return Resolved::unknown(
                Unit::Weekend.unknown_value(),
                rule,
                "a weekend near the article's day, which is unknown",
            );
        };
        let past = weekday_up_to(day, 6);
        let ahead = outlook() == Outlook::Future && monday_of(past) != monday_of(day);
        let saturday = if ahead { plus_days(past, 7) } else { past };
        let reading = format!(
            "the {} weekend at the article's day, {}",
            if ahead { "coming" } else { "latest" },
            self.spoken(day)
        );
        Resolved::date(Period::Weekend(saturday), TimexAnchor::Reference, rule, reading)
    }

    /// "a year ago today", "three years ago next month".
    fn anniversary(&self, unit: Unit, count: i64, (grain, grains): (Unit, i64), rule: &'static str) -> Resolved {
        let moved = self.reference.and_then(|day| {
            let day = Period::around(day, grain).shifted(grain, grains)?.first_day()?;
            match unit {
                Unit::Week => Period::Day(day).shifted(Unit::Day, count.checked_mul(7)?)?.first_day(),
                Unit::Month => plus_months(day, count),
                _ => plus_months(day, count.checked_mul(12)?),
            }
        });
        let Some(day) = moved else {
            return Resolved::unknown(grain.unknown_value(), rule, "counted from the article's day, which is unknown");
        };
        let side = if count < 0 { "back" } else { "on" };
        let reading = format!("{} {side} from the article's {}", count_in_words(count, unit), grain.name());
        Resolved::date(Period::around(day, grain), TimexAnchor::Reference, rule, reading)
    }

    /// "In September it ran aground. On the 20th it was refloated": the first such day from what was told on.
    fn day_told(&self, day: u32, rule: &'static str) -> Resolved {
        let told = self.near_focus().filter(|f| f.period.unit() <= Unit::Month);
        let found = told.and_then(|f| {
            let first = f.period.first_day()?;
            let next = Period::around(first, Unit::Month).shifted(Unit::Month, 1).and_then(Period::first_day);
            let months = [Some(first), next].into_iter().flatten();
            Some((f, months.filter_map(|month| month.with_day(day)).find(|day| *day >= first)?))
        });
        let Some((focus, found)) = found else {
            return Resolved::unknown(format!("XXXX-XX-{day:02}"), rule, "of a month that the text does not tell here");
        };
        let reading = format!("the first day of that number from the date just mentioned on, {}", focus.period.value());
        Resolved::date(Period::Day(found), TimexAnchor::Timex(focus.timex), rule, reading)
    }

    /// "the '80s": the latest such decade up to the article's day.
    fn short_decade(&self, digits: i32, rule: &'static str) -> Resolved {
        let now = self.reference.map_or(2029, |d| d.year());
        let base = match self.near_focus().filter(|f| f.absolute && self.narrative) {
            Some(focus) => focus.period.year().div_euclid(100) * 100,
            None => now.div_euclid(100) * 100,
        };
        let year = if base + digits > now { base - 100 + digits } else { base + digits };
        let reading = format!("the latest decade of that name, {year} to {}", year + 9);
        Resolved::date(Period::Decade(year), TimexAnchor::None, rule, reading).stated()
    }
}

/// The week or weekend that is named by a day of it or next to it.
fn around_day(day: Resolved) -> Resolved {
    let Some(Period::Day(date)) = day.period else { return day };
    let period = match day.rule {
        "period/week-of" => Period::Week(monday_of(date)),
        "period/weekend-of" => Period::Weekend(weekday_up_to(plus_days(date, 3), 6)),
        _ => return day,
    };
    let reading = format!("the {} at {}, {}", period.unit().name(), date.format("%-d %B %Y"), day.reading);
    Resolved { value: period.value(), range: period.range(), period: Some(period), reading, ..day }
}

/// A feast that lasts for days: Ramadan is a month.
fn spread_out(feast: Resolved, field: Field) -> Resolved {
    let (Field::Holiday(rule), Some(Period::Day(day))) = (field, feast.period) else { return feast };
    match rule.spread() {
        (0, 0) => feast,
        (before, after) => {
            let range = Some(DateRange::new(plus_days(day, before), plus_days(day, after)));
            Resolved { range, ..feast }
        }
    }
}

/// "The day before last Tuesday's hearing": the day next to the one named.
fn beside_day(day: Resolved, days: i64, rule: &'static str) -> Resolved {
    let Some(Period::Day(date)) = day.period else { return Resolved { rule, ..day } };
    let period = Period::Day(plus_days(date, days));
    let side = if days < 0 { "before" } else { "after" };
    let reading = format!("the day {side} {}, {}", date.format("%-d %B %Y"), day.reading);
    Resolved { value: period.value(), range: period.range(), period: Some(period), rule, reading, ..day }
}

pub(super) fn count_in_words(count: i64, unit: Unit) -> String {
    match count.unsigned_abs() {
        1 => format!("one {}", unit.name()),
        n => format!(
            "{n} {}s",
            unit.name().trim_end_matches('y').to_owned()
                + if unit == Unit::Century {
                    "ie"
                } else if unit.name().ends_with('y') {
                    "y"
                } else {
                    ""
                }
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::{article, document, read};

    #[test]
    fn summer_is_where_the_paper_is() {
        let read = |text: &str, url: Option<&str>, day: &str| {
            let article = crate::model::Article { url: url.map(str::to_owned), ..article(text, day) };
            let times = crate::extract::timex::find(&document(&article), &[]);
            let days = times.timexes.first().and_then(|t| t.range);
            days.and_then(|d| Some(format!("{} {}", d.earliest?, d.latest?))).unwrap_or_default()
        };
        let southern = Some("https://www.daily.com.au/fires");
        for (text, url, days) in [
            ("Fires burned this summer.", southern, "2025-12-01 2026-02-28"),
            ("The dam filled up last winter.", southern, "2025-06-01 2025-08-31"),
            ("The dam filled up last summer.", None, "2025-06-01 2025-08-31"),
            ("The dam froze this winter.", None, "2025-12-01 2026-02-28"),
            ("The dam in Perth, Australia, filled up last summer.", None, ""),
            ("The dam in Perth, Scotland, filled up last summer.", None, "2025-06-01 2025-08-31"),
        ] {
            assert_eq!(read(text, url, "2026-01-20"), days, "{text}");
        }
    }

    #[test]
    fn slashed_dates_are_in_the_order_of_their_country() {
        for (url, value) in [("https://www.daily.in/a", "2026-03-02"), ("https://www.daily.com/a", "2026-02-03")] {
            let article = crate::model::Article {
                url: Some(url.to_owned()),
                ..article("The panel of 2/3/2026 met.", "2026-04-20")
            };
            let times = crate::extract::timex::find(&document(&article), &[]);
            assert_eq!(times.timexes.first().map(|t| t.value.as_str()), Some(value), "{url}");
        }
    }

    #[test]
    fn on_sunday_what_is_ahead_this_week_is_of_the_coming_one() {
        for (text, value) in [
            ("The emir will travel this week.", "2026-W11"),
            ("The emir travelled this week.", "2026-W10"),
            ("Thousands ran this weekend.", "2026-W10-WE"),
        ] {
            let found = read(text, "2026-03-08");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_over_did_not_come_days_later() {
        let held = "He was held on Tuesday and freed the next day.";
        for (text, value) in [
            ("Two days later he escaped.", "XXXX-XX-XX"),
            ("A day later he escaped.", "2026-03-12"),
            ("Two days later he will be tried.", "2026-03-13"),
        ] {
            let found = read(&format!("{held} {text}"), "2026-03-12");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
        }
    }

    #[test]
    fn that_night_is_of_a_day_that_is_told() {
        for (text, value) in [
            ("Two ferries collided on Monday. That night one sank.", "2026-03-09TNI"),
            ("Two ferries collided. That night one sank.", "XXXX-XX-XXTNI"),
        ] {
            let found = read(text, "2026-03-10");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }

    #[test]
    fn a_day_counted_from_a_year_is_not_known() {
        for (text, earliest) in [
            ("The river rose in 2019. Two days later it fell.", None),
            ("The river rose in May 2019. Two days later it fell.", Some("2019-05-03")),
            ("The river rose on 4 May 2019. Two days later it fell.", Some("2019-05-06")),
        ] {
            let article = article(text, "2026-03-10");
            let times = crate::extract::timex::find(&document(&article), &[]);
            let begins = times.timexes.last().and_then(|t| t.range).and_then(|r| r.earliest);
            assert_eq!(begins, earliest.and_then(|day| day.parse().ok()), "{text}");
        }
    }

    #[test]
    fn years_are_counted_in_the_years_told_of() {
        const HISTORY: &str =
            "On 3 May 1957 it was planned. In June 1961 they left. In May 1964 it closed. In July 1971 it burnt.\n";
        for (text, value) in [
            ("It was a park in 1985. Four years later walkers came.", "1989"),
            ("It was a park. Four years later walkers came.", "1975"),
            ("In May 1997 he met them. By the end of the year he had a villa.", "1997"),
            ("In May 1997 he met them. It will open by the end of the year.", "2026"),
        ] {
            let found = read(&format!("{HISTORY}{text}"), "2026-11-07");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
        }
        for (text, value) in [
            ("In May 2017 he met them. By the end of the year he had a villa.", "2017"),
            ("In May 2026 he met them. By the end of the year he had a villa.", "2026"),
        ] {
            let found = read(text, "2026-11-07");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
        }
    }
}
