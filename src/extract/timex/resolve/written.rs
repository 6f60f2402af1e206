//! Written dates: their year where it is not stated, by tense, by nearness to the article's day, or by the chain of a
//! history.

use super::weekday::weekday_name;
use super::{Context, Cue, Focus, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit};
use crate::extract::timex::meaning::{Field, Lean, Year};
use crate::model::TimexAnchor;
use chrono::{Datelike, NaiveDate};

/// The period of a field in a year.
pub fn period_in(field: Field, year: i32) -> Option<Period> {
    Some(match field {
        Field::Whole => Period::Year(year),
        Field::Month(m) => Period::Month(year, m),
        Field::Day(m, d) => Period::Day(NaiveDate::from_ymd_opt(year, m, d)?),
        Field::Quarter(q) => Period::Quarter(year, q),
        Field::Half(h) => Period::Half(year, h),
        Field::Season(s) => Period::Season(year, s),
        Field::Holiday(rule) => Period::Day(rule.in_year(year)?),
    })
}

/// The periods of a field in a year: two for a feast whose day differs by country.
fn periods_in(field: Field, year: i32) -> impl DoubleEndedIterator<Item = Period> {
    let days = match field {
        Field::Holiday(rule) => rule.candidates(year).map(|day| day.map(Period::Day)),
        _ => [period_in(field, year), None],
    };
    days.into_iter().flatten()
}

/// The value of a field whose year is unknown.
fn unknown_year_value(field: Field) -> String {
    match field {
        Field::Whole => "XXXX".into(),
        Field::Month(m) => format!("XXXX-{m:02}"),
        Field::Day(m, d) => format!("XXXX-{m:02}-{d:02}"),
        Field::Quarter(q) => format!("XXXX-Q{q}"),
        Field::Half(h) => format!("XXXX-H{h}"),
        Field::Season(s) => format!("XXXX-{}", s.code()),
        Field::Holiday(_) => "XXXX-XX-XX".into(),
    }
}

impl Context {
    pub(super) fn field(
        &self,
        year: Year,
        field: Field,
        weekday: Option<u32>,
        lean: Lean,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Resolved {
        let unknown = || Resolved::unknown(unknown_year_value(field), rule, "its year is not known");
        match year {
            Year::Is(year) => match period_in(field, year) {
                Some(period) => Resolved::date(period, TimexAnchor::None, rule, "complete in itself".into()).stated(),
                None => unknown(),
            },
            Year::Offset(years) => {
                let Some(day) = self.reference else { return unknown() };
                let reading = format!("in the year {} of the article's day, {}", years_aside(years), self.spoken(day));
                period_in(field, day.year() + years)
                    .map_or_else(unknown, |p| Resolved::date(p, TimexAnchor::Reference, rule, reading).stated())
            }
            Year::That(years) => self.of_that_year(field, years, rule).unwrap_or_else(unknown),
            Year::Unknown => match self.weekday_fixes_year(field, weekday) {
                Some(period) => {
                    let reading = format!("the year in which it is a {}", weekday.map_or("day", weekday_name));
                    Resolved::date(period, TimexAnchor::Reference, rule, reading)
                }
                None => self.without_year(field, lean, rule, outlook),
            },
        }
    }

    fn of_that_year(&self, field: Field, years: i32, rule: &'static str) -> Option<Resolved> {
        if let Some((year, timex)) = self.named_year {
            let period = period_in(field, year + years)?;
            let reading = format!("in the year of the date just mentioned, {year}");
            return Some(Resolved::date(period, TimexAnchor::Timex(timex), rule, reading));
        }
        let day = self.reference?;
        let period = period_in(field, day.year() + years)?;
        Some(Resolved::date(
            period,
            TimexAnchor::Reference,
            rule,
            format!("in the year of the article's day, {}", self.spoken(day)),
        ))
    }

    /// "Tuesday, January 6" can only be a year in which they agree: the nearest within a year or two.
    fn weekday_fixes_year(&self, field: Field, weekday: Option<u32>) -> Option<Period> {
        let (day, weekday) = (self.reference?, weekday?);
        [0, -1, 1, -2, 2]
            .iter()
            .filter_map(|n| period_in(field, day.year() + n))
            .filter(|p| p.first_day().is_some_and(|d| d.weekday().number_from_monday() == weekday))
            .min_by_key(|p| p.first_day().map_or(i64::MAX, |d| (d - day).num_days().abs()))
            .filter(|p| p.first_day().is_some_and(|d| (d - day).num_days().abs() < 300))
    }

    /// Whether the date lies shortly before the article's day in the article's year.
    fn is_recent(&self, field: Field) -> bool {
        let Some(day) = self.reference else { return false };
        let periods = [-1, 0].iter().filter_map(|n| period_in(field, day.year() + n));
        periods.filter_map(Period::first_day).any(|d| (-30..=150).contains(&(day - d).num_days()))
    }

    fn without_year(&self, field: Field, lean: Lean, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let unknown = || Resolved::unknown(unknown_year_value(field), rule, "its year is not known");
        if self.habitual {
            return Resolved::unknown(unknown_year_value(field), rule, "a time that comes every year");
        }
        let pointing = matches!(lean, Lean::That | Lean::Previous | Lean::Following);
        if let Some((year, id)) = self.section_year.filter(|_| lean == Lean::None)
            && let Some(period) = period_in(field, year)
        {
            let reading = format!("in {year}, the year it stands under");
            return Resolved::date(period, TimexAnchor::Timex(id), rule, reading);
        }
        if let Some(told) = self.in_chronicle(field, rule).filter(|_| lean == Lean::None) {
            return told;
        }
        if let Some(told) = self.in_opened_year(field, rule, outlook).filter(|_| lean == Lean::None) {
            return told;
        }
        let unleaning = lean == Lean::None && !matches!(field, Field::Quarter(_) | Field::Half(_));
        let in_passage = || unleaning && self.is_passage_narrative() && outlook() != Outlook::Future;
        // "next May" is the writer's, "the next May" the story's.
        let deictic = lean == Lean::This || matches!(lean, Lean::Last | Lean::Next) && self.reference.is_some();
        // "Today there are 27 pupils. Last month she resigned. … He turned 18 in September": the story has come to the present.
        let present = self.writers.0 > 1 && self.block.saturating_sub(self.writers.1) <= 1 && self.reference.is_some();
        let chained = (self.narrative && !deictic || in_passage()) && !present;
        // "was arrested in March 2019 and convicted in October"
        let joined = |f: &Focus| f.sentence == self.sentence && f.absolute && in_passage();
        // "In May 1940 the army came. By June it had won."
        let before_then = |f: &Focus| self.looks_back && f.absolute && f.sentence + 1 >= self.sentence && in_passage();
        let in_order = |f: &Focus| f.is_chained || joined(f) || before_then(f);
        let told_in_order = self.focus.is_some_and(|f| f.block == self.block && in_order(&f));
        // "was approved in January last year. Work began in June": the next one from there.
        if unleaning
            && self.goes_on_last_year(field)
            && outlook().is_past()
            && let Some(resolved) = self.focus.and_then(|f| self.chained(f, field, lean, rule))
        {
            return resolved;
        }
        // A feature of many years comes back to the present: "On a January 31 call …", paragraphs behind a strike of 1997.
        let day = matches!(field, Field::Day(..));
        let far = day && self.focus.is_none_or(|f| self.block.saturating_sub(f.block) > 1);
        let recent = (!self.narrative || far) && !pointing && !told_in_order && self.is_recent(field);
        // "by 2027 … On an afternoon this past April": what is told did not follow a year to come.
        let ahead = |f: &Focus| self.reference.is_some_and(|day| f.period.first_day().is_some_and(|d| d > day));
        let told = self.focus.filter(|f| !ahead(f) || outlook() == Outlook::Future);
        if (chained || pointing)
            && !recent
            && let Some(resolved) = told.and_then(|f| self.chained(f, field, lean, rule))
            && !self.is_yet_to_come(&resolved, outlook)
        {
            return resolved;
        }
        let Some(day) = self.reference else {
            // News whose day is not known: the date just told of lends its year to the past, not to what is to come.
            let told = |f: &Focus| f.block == self.block && !f.is_bound && f.period.unit() < Unit::Year;
            let near = self.near_focus().filter(told).filter(|_| outlook() != Outlook::Future);
            return near.and_then(|f| self.chained(f, field, lean, rule)).unwrap_or_else(unknown);
        };
        let named = self.in_its_named_year(field, lean, rule).filter(|_| outlook() != Outlook::Future);
        if let Some(named) = named.filter(|named| !self.is_yet_to_come(named, outlook)) {
            return named;
        }
        if let Some(told) = self.in_month_told(field, lean, rule, outlook) {
            return told;
        }
        let mut candidates = [-2, -1, 0, 1, 2].iter().flat_map(|n| periods_in(field, day.year() + n));
        let (period, how) = match lean {
            // "last February", said in March: this year's would be "last month".
            Lean::Last if matches!(field, Field::Month(month) if month + 1 == day.month()) => {
                (period_in(field, day.year() - 1), "in the year before")
            }
            Lean::Last | Lean::Previous => (candidates.rfind(|p| ends_before(*p, day)), "the latest one before"),
            Lean::Next | Lean::Following => (candidates.find(|p| begins_after(*p, day)), "the first one after"),
            // "this winter", said in January, began in December.
            Lean::This if matches!(field, Field::Season(_)) => {
                (candidates.min_by_key(|p| distance(*p, day)), "the one nearest to")
            }
            Lean::This => (period_in(field, day.year()), "in the year of"),
            _ if self.cue == Cue::Ended => (candidates.rfind(|p| !begins_after(*p, day)), "the latest one up to"),
            _ if self.cue == Cue::Deadline && outlook() == Outlook::Future => {
                (candidates.find(|p| !ends_before(*p, day)), "the first one from")
            }
            _ if self.cue == Cue::Through && matches!(field, Field::Month(_)) => {
                (candidates.min_by_key(|p| distance(*p, day)), "the one nearest to")
            }
            _ => nearest(candidates.collect(), field, day, outlook(), self.cue),
        };
        period.map_or_else(unknown, |p| {
            Resolved::date(p, TimexAnchor::Reference, rule, format!("{how} the article's day, {}", self.spoken(day)))
        })
    }

    /// Whether a month comes behind one of the year before the article's that was told right before with its year.
    fn goes_on_last_year(&self, field: Field) -> bool {
        let Field::Month(month) = field else { return false };
        let near = |f: &Focus| f.block == self.block && f.sentence + 1 >= self.sentence && !f.is_bound && f.absolute;
        self.reference.zip(self.focus.filter(near)).is_some_and(|(day, f)| {
            let first = f.period.first_day();
            f.period.unit() <= Unit::Month
                && first.is_some_and(|told| told.year() == day.year() - 1 && told.month() < month)
        })
    }

    /// "went there on 9 January last year. … In the early hours of 11 January he called": a day of the month that was told of
    /// right before, where the next one of that name has not come yet.
    fn in_month_told(
        &self,
        field: Field,
        lean: Lean,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Option<Resolved> {
        let Field::Day(month, _) = field else { return None };
        let (day, focus) = self.reference.zip(self.near_focus().filter(|f| lean == Lean::None && !f.is_bound))?;
        let told = focus.period.first_day().filter(|d| d.month() == month && focus.period.unit() <= Unit::Month)?;
        let to_come = period_in(field, day.year() + i32::from(month < day.month()));
        let near = to_come.is_some_and(|p| begins_after(p, day) && distance(p, day) <= NEAR_DAYS);
        let reading = format!("in the month of the date just mentioned, {}", focus.period.value());
        let period = period_in(field, told.year())?;
        (near && told < day && outlook().is_past())
            .then(|| Resolved::date(period, TimexAnchor::Timex(focus.timex), rule, reading))
    }

    /// Whether a date lies behind the article's day, although what bears it is over.
    fn is_yet_to_come(&self, date: &Resolved, outlook: &dyn Fn() -> Outlook) -> bool {
        let after = self.reference.zip(date.period).is_some_and(|(day, period)| begins_after(period, day));
        after && outlook() == Outlook::Over
    }

    /// A head goes on from the one before it; what stands in an entry lies about its head.
    fn in_chronicle(&self, field: Field, rule: &'static str) -> Option<Resolved> {
        if self.entry.is_none() && self.heads {
            return self.in_year_reviewed(field, rule);
        }
        let (order, entry) = self.entries.zip(self.entry)?;
        let year = entry.period.year();
        let candidates = (year - 1..=year + 1).filter_map(|year| period_in(field, year));
        let period = if self.heads {
            order.next(candidates, entry.period)?
        } else {
            let head = entry.period.first_day().filter(|_| entry.block == self.block)?;
            candidates.min_by_key(|p| distance(*p, head))?
        };
        let reading = format!("in the entries’ order, with the one of {}", entry.period.value());
        Some(Resolved::date(period, TimexAnchor::Timex(entry.timex), rule, reading))
    }

    /// "[Last year], two men drowned when a boat sank on May 3": the year that opens the sentence is that of its dates.
    fn in_opened_year(&self, field: Field, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Option<Resolved> {
        let (year, timex, sentence) = self.opened_year?;
        let now = self.reference?.year();
        let fits = sentence == self.sentence && year != now && (outlook() != Outlook::Future || year > now);
        let period = period_in(field, year).filter(|_| fits)?;
        let reading = format!("in {year}, the year that opens its sentence");
        Some(Resolved::date(period, TimexAnchor::Timex(timex), rule, reading))
    }

    /// "A look back at 2025.\n[January]": the first head of a chronicle is of the year named above it, if that has come.
    fn in_year_reviewed(&self, field: Field, rule: &'static str) -> Option<Resolved> {
        let (year, timex) = self.entries.and(self.named_year)?;
        let period = period_in(field, year).filter(|_| self.reference.is_none_or(|day| year <= day.year()))?;
        let reading = format!("in {year}, the year named above the entries");
        Some(Resolved::date(period, TimexAnchor::Timex(timex), rule, reading))
    }

    /// "the July 2021 riots … began on July 8": a day of a month that was named with its year, unless it lies so near to the
    /// article's day that no reader would look farther.
    fn in_its_named_year(&self, field: Field, lean: Lean, rule: &'static str) -> Option<Resolved> {
        const NEAR: i64 = 60;
        let Field::Day(month, _) = field else { return None };
        let (year, timex) = (*self.named_months.get(month.checked_sub(1)? as usize)?)?;
        let period = period_in(field, year)?;
        let day = self.reference?;
        let near = (day.year() - 1..=day.year()).filter_map(|y| period_in(field, y)).any(|p| distance(p, day) <= NEAR);
        let reading = format!("in {year}, the year in which its month was named");
        (lean == Lean::None && !near).then(|| Resolved::date(period, TimexAnchor::Timex(timex), rule, reading))
    }

    /// The date that a history means: the first one not well before the date under discussion.
    fn chained(&self, focus: Focus, field: Field, lean: Lean, rule: &'static str) -> Option<Resolved> {
        let year = focus.period.year();
        let anchor = TimexAnchor::Timex(focus.timex);
        let reading = format!("chained to the date just mentioned, {}", focus.period.value());
        let start = focus.period.first_day()?;
        let coarse = focus.period.unit() >= Unit::Year;
        if focus.period.unit() > Unit::Year {
            return None;
        }
        let period = match lean {
            Lean::Last | Lean::Previous => {
                [-1, 0].iter().filter_map(|n| period_in(field, year + n)).rfind(|p| ends_before(*p, start))
            }
            Lean::Next | Lean::Following => {
                [0, 1].iter().filter_map(|n| period_in(field, year + n)).find(|p| begins_after(*p, start))
            }
            _ if coarse => period_in(field, year),
            _ => {
                let same = period_in(field, year)?;
                let back = (start - same.range()?.latest?).num_days();
                let ahead = (same.first_day()? - start).num_days();
                if back > 200 {
                    period_in(field, year + 1)
                } else if ahead > 300 {
                    period_in(field, year - 1)
                } else {
                    Some(same)
                }
            }
        }?;
        let mut resolved = Resolved::date(period, anchor, rule, reading);
        resolved.absolute = focus.absolute;
        Some(resolved)
    }
}

fn years_aside(years: i32) -> &'static str {
    match years {
        0 => "itself",
        n if n < 0 => "before that",
        _ => "after that",
    }
}

fn ends_before(period: Period, day: NaiveDate) -> bool {
    period.range().and_then(|r| r.latest).is_some_and(|last| last < day)
}

fn begins_after(period: Period, day: NaiveDate) -> bool {
    period.first_day().is_some_and(|first| first > day)
}

/// Days between a period and a day; 0 when it holds the day.
fn distance(period: Period, day: NaiveDate) -> i64 {
    let Some((Some(first), Some(last))) = period.range().map(|r| (r.earliest, r.latest)) else { return i64::MAX };
    if first > day { (first - day).num_days() } else { (day - last).num_days().max(0) }
}

/// A day nearer than this is meant whatever the tense says.
const NEAR_DAYS: i64 = 100;

/// A month that begins within so many days, while its namesake ended longer ago than these, is meant whatever the tense
/// says: nobody calls the November of a year ago "November" in late October.
const NEXT_DOOR_DAYS: i64 = 31;
const LONG_AGO_DAYS: i64 = 270;

/// Of the same date in several years the one that tense and nearness point to.
fn nearest(
    candidates: Vec<Period>,
    field: Field,
    day: NaiveDate,
    outlook: Outlook,
    cue: Cue,
) -> (Option<Period>, &'static str) {
    let past = candidates.iter().copied().rfind(|p| !begins_after(*p, day));
    let future = candidates.iter().copied().find(|p| !ends_before(*p, day));
    let near = candidates.iter().copied().min_by_key(|p| distance(*p, day));
    if matches!(field, Field::Quarter(_) | Field::Half(_)) {
        return if outlook == Outlook::Future {
            (near, "the one nearest to")
        } else {
            (past, "inferred: the latest one that began by")
        };
    }
    let fine = matches!(field, Field::Day(..) | Field::Holiday(_));
    let over = |p: Period| outlook == Outlook::Over && begins_after(p, day);
    // "is to open on 8 September", where the one of this year is over.
    let gone = |p: Period| cue == Cue::ToCome && ends_before(p, day);
    if near.is_some_and(|p| !over(p) && !gone(p) && distance(p, day) <= if fine { NEAR_DAYS } else { 0 }) {
        return (near, "the one nearest to");
    }
    let done = outlook == Outlook::Past && cue == Cue::Done;
    if let (Field::Month(_), Some(coming), false) = (field, future, done)
        && distance(coming, day) <= NEXT_DOOR_DAYS
        && past.is_some_and(|p| distance(p, day) > LONG_AGO_DAYS)
    {
        return (future, "the one about to begin at");
    }
    match outlook {
        Outlook::Over | Outlook::Past => (past, "the latest one up to"),
        Outlook::Future => (future, "the first one from"),
        Outlook::Awaited | Outlook::Unknown => {
            let days = |p: Option<Period>| p.map_or(i64::MAX / 4, |p| distance(p, day));
            let ahead = days(past) > days(future).saturating_mul(4).saturating_add(60);
            (if ahead { future } else { past }, "the likeliest one by")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::read;

    #[test]
    fn the_year_that_opens_a_sentence_is_that_of_its_dates() {
        for (text, value) in [
            ("Last year, two men drowned when a boat sank on May 3.", "2024-05-03"),
            ("In 2023, two men drowned when a boat sank in May.", "2023-05"),
            ("Next year, the fair will begin on July 3.", "2026-07-03"),
            (
                "The flood of August 2018 killed nine; a year later, on the night of 8 August, a hill fell.",
                "2019-08-08TNI",
            ),
            ("They began it in December.", "2024-12"),
            ("They voted to begin it in December.", "2025-12"),
            // A new clause tells of another time.
            ("Last year, the firm made a loss, but on May 3 it was sold.", "2025-05-03"),
            ("Last year's winner died on May 3.", "2025-05-03"),
            ("Last year, it was sold. It shut on May 3.", "2025-05-03"),
        ] {
            let found = read(text, "2025-11-10");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }

    #[test]
    fn the_heads_of_a_review_are_of_its_year() {
        for (lead, value) in [("A look back at 2025.", "2025-02"), ("A look ahead.", "2026-02")] {
            let text = format!("{lead}\nJanuary\nMen drowned.\nFebruary\nMen voted.");
            let found = read(&text, "2025-12-28");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }

    #[test]
    fn a_month_takes_its_year_from_where_it_was_named() {
        for (text, value) in [
            ("She was watched long before the July 2021 riots. The violence began on July 8.", "2021-07-08"),
            ("She was watched long before the June 2021 riots. The violence began on July 8.", "2025-07-08"),
            // What is told did not follow a year to come.
            ("Vik will have ten ports by 2027. On a hot day this past April, it had none.", "2025-04"),
            ("Two men drowned last October.", "2024-10"),
            ("Two men drowned last September.", "2025-09"),
            ("Two men drowned last December.", "2024-12"),
            // So near a day is meant.
            ("She was watched long before the November 2021 riots. The trial began on November 8.", "2025-11-08"),
        ] {
            let found = read(text, "2025-11-10");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }
}
