//! Weekdays: the latest up to the article's day, the first from it on where the clause looks ahead, and ranges of them.

use super::relative::count_in_words;
use super::{Context, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit, monday_of, plus_days, weekday_up_to};
use crate::extract::timex::meaning::Lean;
use crate::model::{DateRange, TimexAnchor};
use chrono::NaiveDate;

/// For how many days news still tells what was done in view of a day that is over.
const JUST_OVER: i64 = 3;

impl Context {
    /// A bare weekday is the latest such day up to the article's own, unless the clause looks forward.
    pub(super) fn weekday(&self, weekday: u32, lean: Lean, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let unknown = || {
            Resolved::unknown(
                format!("XXXX-WXX-{weekday}"),
                "weekday/unanchored",
                "a weekday near the article's day, which is unknown",
            )
        };
        if lean == Lean::Any {
            return Resolved { reading: "some day of that name".into(), ..unknown() };
        }
        let name = weekday_name(weekday);
        let from_focus = self.narrative || matches!(lean, Lean::Previous | Lean::Following | Lean::That);
        if from_focus
            && let Some((focus, day)) = self
                .near_focus()
                .and_then(|f| Some((f, f.period.first_day()?)))
                .filter(|(f, _)| f.period.unit() <= Unit::Week && (lean != Lean::None || f.block == self.block))
        {
            let found = match lean {
                Lean::Previous | Lean::Last => weekday_up_to(plus_days(day, -1), weekday),
                Lean::That => weekday_up_to(plus_days(day, 3), weekday),
                Lean::Following | Lean::Next => weekday_up_to(plus_days(day, 7), weekday),
                _ => weekday_up_to(plus_days(day, 6), weekday),
            };
            let reading = format!("the {name} nearest the date just mentioned, {}", focus.period.value());
            return Resolved::date(Period::Day(found), TimexAnchor::Timex(focus.timex), "weekday/chain", reading);
        }
        if let Some((day, timex)) = self.range_begun.filter(|_| lean == Lean::None) {
            let found = weekday_up_to(plus_days(day, 7), weekday);
            let reading = format!("the first {name} after {}, with which it makes a range", self.spoken(day));
            return Resolved::date(Period::Day(found), TimexAnchor::Timex(timex), "weekday/range", reading);
        }
        // "I will not forget that Saturday": of a week that the text does not tell.
        let Some(day) = self.reference.filter(|_| lean != Lean::That || outlook().is_past()) else {
            return unknown();
        };
        let spoken = self.spoken(day);
        let dated =
            |found: NaiveDate, rule, reading| Resolved::date(Period::Day(found), TimexAnchor::Reference, rule, reading);
        if let Some((end, lasts)) = self.range_end.filter(|_| lean == Lean::None)
            && let Some(found) = begins_range(day, weekday, end, lasts, outlook())
        {
            let reading = format!("the {name} that begins the latest such range by the article's day, {spoken}");
            return dated(found, "weekday/range", reading);
        }
        match lean {
            // "last Monday", told on a Tuesday: of the week before, for the day before is called yesterday; or so loosely all
            // the same.
            Lean::Last if weekday_up_to(plus_days(day, -1), weekday) == plus_days(day, -1) => {
                let (first, last) = (plus_days(day, -8), plus_days(day, -1));
                let reading = format!("the {name} of the week before, or the day before the article's, {spoken}");
                let range = Some(DateRange { earliest: Some(first), latest: Some(last) });
                Resolved { range, ..dated(first, "weekday/last", reading) }
            }
            Lean::Last | Lean::Previous => dated(
                weekday_up_to(plus_days(day, -1), weekday),
                "weekday/last",
                format!("the latest {name} before the article's day, {spoken}"),
            ),
            // "meets next Thursday", told on a Wednesday: the day after is called tomorrow.
            Lean::Next if weekday_up_to(plus_days(day, 7), weekday) == plus_days(day, 1) => {
                let (first, last) = (plus_days(day, 1), plus_days(day, 8));
                let reading = format!("the {name} of the week after, or the day after the article's, {spoken}");
                let range = Some(DateRange { earliest: Some(first), latest: Some(last) });
                Resolved { range, ..dated(last, "weekday/next", reading) }
            }
            Lean::Next | Lean::Following => dated(
                weekday_up_to(plus_days(day, 7), weekday),
                "weekday/next",
                format!("the first {name} after the article's day, {spoken}"),
            ),
            Lean::This => {
                let own = plus_days(monday_of(day), i64::from(weekday) - 1);
                // "will be held this Monday", said on a Thursday.
                let over = own < day && outlook() == Outlook::Future;
                let found = if over { plus_days(own, 7) } else { own };
                dated(found, "weekday/this", format!("the {name} in the week of the article's day, {spoken}"))
            }
            Lean::None | Lean::That | Lean::Any => match outlook() {
                Outlook::Awaited if weekday_up_to(day, weekday) < plus_days(day, -JUST_OVER) => dated(
                    weekday_up_to(plus_days(day, 6), weekday),
                    "weekday/future",
                    format!("the first {name} from the article's day on, {spoken}, for it is looked forward to"),
                ),
                Outlook::Future => dated(
                    weekday_up_to(plus_days(day, 6), weekday),
                    "weekday/future",
                    format!("the first {name} from the article's day on, {spoken}, for the clause looks forward"),
                ),
                _ => dated(
                    weekday_up_to(day, weekday),
                    "weekday/past",
                    format!("the latest {name} up to the article's day, {spoken}"),
                ),
            },
        }
    }

    /// "Monday last week".
    pub(super) fn weekday_of_week(&self, weekday: u32, weeks: i64, rule: &'static str) -> Resolved {
        let Some(day) = self.reference else {
            return Resolved::unknown(
                format!("XXXX-WXX-{weekday}"),
                rule,
                "in a week near the article's day, which is unknown",
            );
        };
        let found = plus_days(monday_of(day), weeks * 7 + i64::from(weekday) - 1);
        let which = ["before that", "", "after that"].get((weeks + 1) as usize).copied().unwrap_or_default();
        let reading =
            format!("the {} of the week {which} of the article's day, {}", weekday_name(weekday), self.spoken(day));
        Resolved::date(Period::Day(found), TimexAnchor::Reference, rule, reading.replace("  ", " "))
    }

    /// "Monday week", "a week ago on Monday".
    pub(super) fn weekday_beside(&self, weekday: u32, weeks: i64, rule: &'static str) -> Resolved {
        let Some(day) = self.reference else {
            let value = format!("XXXX-WXX-{weekday}");
            return Resolved::unknown(value, rule, "a weekday near the article's day, which is unknown");
        };
        let near = if weeks < 0 {
            weekday_up_to(plus_days(day, -1), weekday)
        } else {
            weekday_up_to(plus_days(day, 7), weekday)
        };
        let (name, side) = (weekday_name(weekday), if weeks < 0 { "before the last" } else { "after the next" });
        let reading = format!(
            "the {name} {} {side} {name} by the article's day, {}",
            count_in_words(weeks, Unit::Week),
            self.spoken(day)
        );
        Resolved::date(Period::Day(plus_days(near, weeks * 7)), TimexAnchor::Reference, rule, reading)
    }
}

/// The weekday right before or after a day.
pub fn weekday_next_to(day: Resolved, weekday: u32, after: bool) -> Resolved {
    let Some(Period::Day(date)) = day.period else { return Resolved { value: format!("XXXX-WXX-{weekday}"), ..day } };
    let found =
        if after { weekday_up_to(plus_days(date, 7), weekday) } else { weekday_up_to(plus_days(date, -1), weekday) };
    let side = if after { "after" } else { "before" };
    let reading = format!("the {} {side} {}, {}", weekday_name(weekday), date.format("%-d %B %Y"), day.reading);
    let period = Period::Day(found);
    Resolved { value: period.value(), range: period.range(), period: Some(period), reading, ..day }
}

/// The first day of a range of weekdays that is over, "met from Monday to Friday", or goes on; `None` where it lies ahead.
fn begins_range(day: NaiveDate, first: u32, last: u32, lasts: bool, outlook: Outlook) -> Option<NaiveDate> {
    let begun = weekday_up_to(day, first);
    let goes_on = weekday_up_to(plus_days(begun, 7), last) >= day;
    // "were suspended from Monday to Friday", said on Thursday, and still are.
    if outlook.is_past() && !(lasts && goes_on) {
        return Some(weekday_up_to(plus_days(weekday_up_to(day, last), -1), first));
    }
    (outlook != Outlook::Future && goes_on).then_some(begun)
}

pub fn weekday_name(weekday: u32) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        .get(weekday.wrapping_sub(1) as usize)
        .copied()
        .unwrap_or("day")
}

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::{article, document, read};

    #[test]
    fn a_range_of_weekdays_is_of_one_week() {
        for (text, first, last) in [
            ("They met from Monday to Friday.", "2026-03-02", "2026-03-06"),
            ("They met from Monday to Wednesday.", "2026-03-09", "2026-03-11"),
            ("They will meet from Monday to Friday.", "2026-03-16", "2026-03-20"),
            ("They met between Friday and Monday.", "2026-03-06", "2026-03-09"),
            ("Schools were closed from Monday to Friday.", "2026-03-09", "2026-03-13"),
            ("Schools were closed from Tuesday to Wednesday.", "2026-03-10", "2026-03-11"),
            ("Sessions on Wednesday through Friday.", "2026-03-11", "2026-03-13"),
            ("They met on Monday and Friday.", "2026-03-09", "2026-03-06"),
        ] {
            let found = read(text, "2026-03-12");
            let values: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
            assert_eq!(values, [first, last], "{text}");
        }
    }

    #[test]
    fn the_last_weekday_is_hardly_yesterday() {
        for (now, first, last) in [
            ("2026-12-08", "2026-11-30", "2026-12-07"),
            ("2026-12-09", "2026-12-07", "2026-12-07"),
            ("2026-12-07", "2026-11-30", "2026-11-30"),
        ] {
            let article = article("The ferry ran aground last Monday.", now);
            let times = crate::extract::timex::find(&document(&article), &[]);
            let found = times.timexes.first().and_then(|t| t.range).unwrap_or_default();
            assert_eq!((found.earliest, found.latest), (first.parse().ok(), last.parse().ok()), "{now}");
        }
    }

    #[test]
    fn a_weekday_pointed_at_is_of_the_past_that_is_told() {
        for (text, value) in [
            ("The river rose that Saturday.", "2026-03-07"),
            ("She will not forget that Saturday.", "XXXX-WXX-6"),
            ("On 4 February 2026 the river rose. She will not forget that Saturday.", "2026-02-07"),
        ] {
            let found = read(text, "2026-03-10");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }
}
