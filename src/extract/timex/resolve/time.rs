//! Times of day: the day they belong to, and their value.

use super::{Context, Focus, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit};
use crate::extract::timex::meaning::{TimeOfDay, When};
use crate::model::{Clock, TimexAnchor, TimexKind};

impl Context {
    pub(super) fn time(
        &self,
        when: Option<When>,
        time: TimeOfDay,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Resolved {
        let day = match when {
            Some(when) => self.date(when, rule, outlook),
            None => self.day_under_discussion(rule, outlook),
        };
        let suffix = time_value(time);
        let mut resolved = Resolved { rule, ..day }.kind(TimexKind::Time);
        let is_day =
            resolved.value.len() >= 10 && !resolved.value.contains('W') || resolved.value == Unit::Day.unknown_value();
        if !is_day {
            let of_day = resolved.period.is_some_and(|p| matches!(p, Period::Day(_)));
            if !of_day {
                resolved.value = if resolved.value.starts_with("XXXX-W") {
                    resolved.value.clone()
                } else {
                    Unit::Day.unknown_value().into()
                };
            }
        }
        resolved.value.push_str(&suffix);
        resolved.clock = time.minute.filter(|_| resolved.range.is_some()).map(|m| Clock { minute: m.min(1439) });
        resolved
    }

    /// The day a bare time belongs to: the one under discussion in this block, for a past clause the day that the
    /// block before was told of, else the article's.
    fn day_under_discussion(&self, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        let near = |f: &Focus| !f.is_bound && (f.block == self.block || self.narrative);
        let ahead = |f: &Focus| !self.narrative && f.period.first_day() > self.reference && self.reference.is_some();
        // "11:52 p.m.: The first engines arrive": the entries of a night go on from each other.
        let past = || outlook() == Outlook::Past || self.heads && outlook() != Outlook::Future;
        let told = || self.told.filter(|f| self.block.saturating_sub(f.block) <= 1 && past());
        let focus = match self.focus.filter(near) {
            Some(focus) if ahead(&focus) => told().or(Some(focus)),
            Some(focus) => Some(focus),
            // "Voters decide on Tuesday.\n\nPolls open at 7 a.m."
            None if outlook() == Outlook::Future => {
                self.ahead.filter(|f| !self.narrative && self.block.saturating_sub(f.block) <= 1)
            }
            None => told(),
        };
        if let Some(focus) = focus
            && let Period::Day(day) = focus.period
        {
            let reading = format!("on the day just mentioned, {}", self.spoken(day));
            return Resolved::date(focus.period, TimexAnchor::Timex(focus.timex), rule, reading);
        }
        match self.reference.filter(|_| !self.narrative) {
            Some(day) => {
                let reading = format!("on the article's day, {}", self.spoken(day));
                Resolved::date(Period::Day(day), TimexAnchor::Reference, rule, reading)
            }
            None => Resolved::unknown(Unit::Day.unknown_value(), rule, "a time of an unknown day"),
        }
    }
}

fn time_value(time: TimeOfDay) -> String {
    match (time.minute, time.part) {
        (Some(minute), _) => {
            let zone = if time.zone == Some(0) { "Z" } else { "" };
            format!("T{:02}:{:02}{zone}", minute / 60, minute % 60)
        }
        (None, Some(part)) => format!("T{part}"),
        (None, None) => String::new(),
    }
}
