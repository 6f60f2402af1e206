//! Times of day: the day they belong to, and their value.

use super::{Context, Focus, Outlook, Resolved};
use crate::extract::timex::calendar::{Period, Unit, plus_days};
use crate::extract::timex::meaning::{TimeOfDay, When};
use crate::model::{Clock, TimexAnchor, TimexKind};
use chrono::NaiveDate;

/// The hours of morning, afternoon, evening and night as news speaks of them.
const HOURS: [std::ops::Range<u16>; 4] = [5..12, 12..18, 17..22, 20..24];

/// Which of [`HOURS`] a TIMEX3 code of a part of day is.
pub fn part_of_day(code: &str) -> Option<usize> {
    ["MO", "AF", "EV", "NI"].iter().position(|part| *part == code)
}

impl Context {
    pub(super) fn time(
        &self,
        when: Option<When>,
        time: TimeOfDay,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Resolved {
        let time = self.in_half_told(when, time);
        let day = match when {
            Some(when) => self.date(when, rule, outlook),
            None => self.day_under_discussion(time, rule, outlook),
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
    fn day_under_discussion(&self, time: TimeOfDay, rule: &'static str, outlook: &dyn Fn() -> Outlook) -> Resolved {
        if self.counted_off {
            return Resolved::unknown(Unit::Day.unknown_value(), rule, "a time of a day counted from another");
        }
        let near = |f: &Focus| !f.is_bound && (f.block == self.block || self.narrative);
        let ahead = |f: &Focus| !self.narrative && f.period.first_day() > self.reference && self.reference.is_some();
        if self.live
            && self.heads
            && let Some(day) = self.reference
        {
            let reading = format!("at the head of an entry of the article's day, {}", self.spoken(day));
            return Resolved::date(Period::Day(day), TimexAnchor::Reference, rule, reading);
        }
        if let Some((day, timex)) = self.day_behind {
            let night = if rule == "day-part/overnight" { "the night up to" } else { "on" };
            let spoken = day.first_day().map_or_else(|| day.value(), |first| self.spoken(first));
            let reading = format!("{night} the day told of behind it, {spoken}");
            return Resolved::date(day, TimexAnchor::Timex(timex), rule, reading);
        }
        // "22 January, 4.10 am: The wall gives way.\n6 am: Helicopters arrive": an entry of the day of the one before it.
        if let Some(entry) = self.entries.and(self.entry).filter(|e| self.heads && e.block < self.block)
            && matches!(entry.period, Period::Day(_))
        {
            let reading = format!("on the day of the entry before, {}", entry.period.value());
            return Resolved::date(entry.period, TimexAnchor::Timex(entry.timex), rule, reading);
        }
        // "11:52 p.m.: The first engines arrive": the entries of a night go on from each other.
        let past = || outlook().is_past() || self.heads && outlook() != Outlook::Future;
        // Background of another week lends no day to the next paragraph.
        const NEWS_DAYS: i64 = 3;
        let fresh = |f: &Focus| {
            let age = self.reference.zip(f.period.first_day()).map_or(0, |(now, day)| (now - day).num_days());
            f.block == self.block || self.narrative || age <= NEWS_DAYS
        };
        // What a page kept up to date, or a morning's report, tells in a new paragraph is of the article's day.
        let overnight = rule == "day-part/overnight";
        let goes_on = |f: &Focus| f.block == self.block || !overnight && !self.live;
        let told = || {
            let told = self.told.filter(|f| self.block.saturating_sub(f.block) <= 1 && goes_on(f));
            told.filter(|f| fresh(f) && past())
        };
        // "The bridge fell on Sunday evening. … It gave way at 6:40 pm."
        let told_in_part = || {
            let hour = time.minute? / 60;
            let parts = (0..self.told_parts.len()).filter(|part| HOURS.get(*part).is_some_and(|h| h.contains(&hour)));
            parts.filter_map(|part| self.told_parts.get(part).copied()?).find(|f| goes_on(f) && fresh(f) && past())
        };
        let focus = match self.focus.filter(near) {
            // "will stay closed until Friday. The airport reopened at 4 pm": what is over was not on a day to come.
            Some(focus) if ahead(&focus) => told().or_else(|| (!outlook().is_past()).then_some(focus)),
            Some(focus) => Some(focus),
            // "Voters decide on Tuesday.\n\nPolls open at 7 a.m."
            None if outlook() == Outlook::Future => {
                self.ahead.filter(|f| !self.narrative && self.block.saturating_sub(f.block) <= 1)
            }
            None => told_in_part().or_else(told),
        };
        if let Some(focus) = focus
            && let Period::Day(day) = focus.period
        {
            if let Some(morning) = self.morning_after(focus, day, time) {
                let reading = format!("on the morning after the night just mentioned, {}", self.spoken(morning));
                return Resolved::date(Period::Day(morning), TimexAnchor::Timex(focus.timex), rule, reading);
            }
            let reading = format!("on the day just mentioned, {}", self.spoken(day));
            return Resolved::date(focus.period, TimexAnchor::Timex(focus.timex), rule, reading);
        }
        // "Residents sued three years ago, after a match that ended at 11.20pm": of no day that the text tells.
        let rough = |f: Focus| f.sentence == self.sentence && f.period.unit() >= Unit::Month && !f.is_bound;
        let long_over = |f: &Focus| f.period.range().and_then(|days| days.latest) < self.reference;
        if self.focus.filter(|f| rough(*f)).is_some_and(|f| long_over(&f)) && outlook().is_past() {
            return Resolved::unknown(Unit::Day.unknown_value(), rule, "a time of a day that is not told");
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

impl Context {
    /// "voted last night, after a debate that went on past ten o'clock": of a night told of, ten is in the evening.
    fn in_half_told(&self, when: Option<When>, time: TimeOfDay) -> TimeOfDay {
        const EVENING: std::ops::Range<u16> = 6 * 60..12 * 60;
        let night = self.focus.filter(|f| when.is_none() && f.is_night && f.block == self.block);
        match time.minute.filter(|minute| time.half_open && night.is_some() && EVENING.contains(minute)) {
            Some(minute) => TimeOfDay { minute: Some(minute + 12 * 60), half_open: false, ..time },
            None => time,
        }
    }

    /// "Crews worked through the night, and the bridge reopened at noon": the story goes on into the next day, if that has
    /// come.
    fn morning_after(&self, night: Focus, day: NaiveDate, time: TimeOfDay) -> Option<NaiveDate> {
        const NOON: u16 = 12 * 60;
        let morning = time.part == Some("MO") || time.minute.is_some_and(|minute| minute <= NOON);
        let next = plus_days(day, 1);
        let come = self.reference.is_none_or(|reference| next <= reference);
        (night.is_night && morning && come && !self.looks_back).then_some(next)
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

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::read;

    #[test]
    fn entries_of_a_live_page_are_of_the_articles_day() {
        let told = "A storm hit Vik on Monday.\n";
        for (entries, value) in [
            (
                "17:50 - The king has spoken.\n14:30 – The airport reopens.\n09:05: Schools stay shut.",
                Some("2026-03-12T09:05"),
            ),
            // In the order of what happened, they go on from the day told of.
            ("14:30: The airport closes.\n17:50: The king speaks.\n18:10: It is over.", Some("2026-03-09T18:10")),
            ("23:50: The airport closes.\n00:30: The king speaks.", Some("2026-03-10T00:30")),
            (
                "9 March, 4:10 am: The dam breaks.\n6 am: It is empty.\n10 March: He comes.\n7 am: He weeps.",
                Some("2026-03-10T07:00"),
            ),
            ("9 March, 4:10 am: The dam breaks.\n6 am: It is empty.", Some("2026-03-09T06:00")),
            ("The score was 3:20 - nobody knew why.", Some("2026-03-09")),
        ] {
            let found = read(&format!("{told}{entries}"), "2026-03-12");
            assert_eq!(found.last().map(|t| t.value.as_str()), value, "{entries}: {found:?}");
        }
    }

    #[test]
    fn a_time_of_a_day_that_is_counted_off_is_of_no_day_told() {
        for (text, value) in [
            ("A jogger saw it at 6 a.m. ten days before the fire.", "XXXX-XX-XXT06:00"),
            ("A jogger saw it at 6 a.m. near the mill two weeks after the fire.", "XXXX-XX-XXT06:00"),
            ("A jogger saw it at 6 a.m. ten days ago.", "2026-03-12T06:00"),
            ("In May 2023, she sued after a match that ended at 11 p.m.", "XXXX-XX-XXT23:00"),
            ("A jogger saw it at 6 a.m. An hour after the fire it was gone.", "2026-03-12T06:00"),
        ] {
            let found = read(text, "2026-03-12");
            assert_eq!(
                found.iter().find(|t| t.value.contains("T")).map(|t| t.value.as_str()),
                Some(value),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn a_local_time_has_the_day_behind_it() {
        let found = read("It made landfall at about 23:00 local time on Monday.", "2026-03-10");
        assert_eq!(found.first().map(|t| t.value.as_str()), Some("2026-03-09T23:00"), "{found:?}");
    }

    #[test]
    fn the_morning_after_a_night_is_of_the_next_day() {
        for (text, value) in [
            ("Two ferries collided on Monday evening. The harbour reopened at noon.", "2026-03-10T12:00"),
            ("Two ferries collided on Monday evening. One sank at 11 p.m.", "2026-03-09T23:00"),
            ("Two ferries collided late on Monday. One sank just after midnight.", "2026-03-10T00:00"),
            ("Two ferries collided just after midnight on Monday.", "2026-03-09T00:00"),
            ("The offer ran out at midnight on Monday.", "2026-03-09T24:00"),
            ("Two ferries collided on Monday evening. One had sailed at 9 a.m.", "2026-03-09T09:00"),
            ("Two ferries collided late on Monday. One sank at 3 a.m.", "2026-03-10T03:00"),
            ("Two ferries collided on Monday. The harbour reopened at noon.", "2026-03-09T12:00"),
            ("The council sat on Monday night. It went on past ten o'clock.", "2026-03-09T22:00"),
            // The article's day is not over.
            ("Two ferries collided on Thursday evening. The harbour reopened at noon.", "2026-03-12T12:00"),
        ] {
            let found = read(text, "2026-03-12");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}");
        }
    }
}
