//! Quarters of business years: a company's first quarter may end in September, so its name does not tell its months. The
//! date with it does ("ended Sept. 30"); without one they stay unknown.

use super::{Context, Cue, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit, plus_days, plus_months};
use crate::extract::timex::meaning::When;
use crate::model::{DateRange, TimexAnchor};
use chrono::NaiveDate;

/// Half a quarter back from its end lies the calendar quarter that it shares most days with.
const HALF_A_QUARTER_DAYS: i64 = 45;

/// A fourth quarter may end with June, three months before the calendar's begins; no quarter lies further from its name.
const BEHIND_DAYS: i64 = 100;

impl Context {
    /// Corrects the days of a quarter by the date that it ended on, or takes them back if it is only named `fiscal`.
    pub fn end_of_quarter(&self, quarter: &mut Resolved, ended: Option<When>, fiscal: bool) {
        let last = ended.and_then(|when| self.day_of(when));
        match last {
            Some(last) => {
                quarter.range = months_up_to(last);
                quarter.reading = format!("the three months up to {}, the date given with it", self.spoken(last));
                // "The second quarter ended Oct. 31", told in the summer after: a quarter does not begin months behind its end.
                let behind = |p: &Period| p.first_day() > Some(plus_days(last, BEHIND_DAYS));
                if let Some(period) = quarter.period.filter(|p| !quarter.absolute && behind(p)) {
                    let before = period.years_later(-1).unwrap_or(period);
                    (quarter.value, quarter.period) = (before.value(), Some(before));
                }
                // "The quarter" with nothing before it is the calendar's; else it keeps the name it was told under.
                if quarter.rule == "period/the" && quarter.anchor == TimexAnchor::Reference {
                    let middle = plus_days(last, -HALF_A_QUARTER_DAYS);
                    let period = Period::around(middle, Unit::Quarter);
                    (quarter.value, quarter.period) = (period.value(), Some(period));
                }
            }
            None if fiscal => {
                quarter.range = None;
                quarter.reading = "a quarter of a business year, whose months are not known".into();
            }
            None => {
                if let Some(days) = self.days_of_told_quarter(quarter) {
                    quarter.range = days;
                }
            }
        }
    }

    /// The days of a quarter that hangs on the one under discussion: the same, or as many years before.
    fn days_of_told_quarter(&self, quarter: &Resolved) -> Option<Option<DateRange>> {
        let told = self.quarter.filter(|told| quarter.anchor == TimexAnchor::Timex(told.timex))?;
        let years = quarter.period?.year() - told.period.year();
        let moved = |day: Option<NaiveDate>| plus_months(day?, i64::from(years) * 12);
        Some(self.quarter_days.map(|days| DateRange { earliest: moved(days.earliest), latest: moved(days.latest) }))
    }

    fn day_of(&self, when: When) -> Option<NaiveDate> {
        let context = Self { cue: Cue::Ended, ..self.clone() };
        match context.date(when, "date/month-day", &|| Outlook::Past).period? {
            Period::Day(day) => Some(day),
            _ => None,
        }
    }
}

/// The three months that end on `last` or with its month.
fn months_up_to(last: NaiveDate) -> Option<DateRange> {
    let first = plus_months(last.succ_opt()?, -3)?;
    Some(DateRange::new(first, last))
}
