//! Times of day: clock times with zone and day, and the parts of the day.

use super::Parser;
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{DayPart, Found, From, Meaning, TimeOfDay, When};
use crate::extract::timex::words::Shape;

/// The minute that parts the halves of the day.
const NOON: u16 = 720;

pub(super) fn part_code(value: i32) -> Option<DayPart> {
    Some(match value {
        1 => "MO",
        2 => "MI",
        3 => "AF",
        4 => "EV",
        5 => "NI",
        6 => "DT",
        _ => return None,
    })
}

impl Parser<'_> {
    /// "7 p.m. ET on Monday", "10:35 a.m. (0735 GMT) Friday", "18:00 UTC", "noon Saturday", "4 in the morning".
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        let (time, end) = self.clock_time(at)?;
        let (zone, end) = self.zone(end).map_or((None, end), |(z, e)| (Some(z), e));
        let time = TimeOfDay { zone, ..time };
        // "23:00 local time on Monday", "noon Moscow time Friday"
        let local = self.capital(end) || self.lit(end, "local");
        let placed = local && self.lit(end + 1, "time") && zone.is_none();
        if let Some((when, _)) = self.day_after_clock(end + 2).filter(|_| placed) {
            return Some(Found::new(at, end, "clock", Meaning::Time(Some(when), time)));
        }
        if let Some(when) = self.day_across_parenthesis(end) {
            return Some(Found::new(at, end, "clock", Meaning::Time(Some(when), time)));
        }
        // "9:15pm last night", "8 this morning"
        if let Some((when, close)) = self.part_after_clock(end) {
            let time = self.in_part(time, close - 1);
            return Some(Found::new(at, close, "clock", Meaning::Time(Some(when), time)));
        }
        let day = self.day_after_clock(end);
        let (when, end) = day.map_or((None, end), |(w, e)| (Some(w), e));
        // "five o'clock on Thursday afternoon"
        let half = time.half_open && when.is_some() && self.is(end, class::DAY_PART);
        if !half {
            return Some(Found::new(at, end, "clock", Meaning::Time(when, time)));
        }
        Some(Found::new(at, end + 1, "clock", Meaning::Time(when, self.in_part(time, end))))
    }

    /// A time whose half of the day the part of the day at `at` tells: eight in the evening.
    fn in_part(&self, time: TimeOfDay, at: usize) -> TimeOfDay {
        let part = self.words.get(at).and_then(|w| part_code(w.entry.value));
        let late = self.lit(at, "tonight") || matches!(part, Some("AF" | "EV" | "NI"));
        // Four "at night" is before dawn.
        let small = !self.lit(at, "evening") && part == Some("NI") && time.minute.is_some_and(|m| m % NOON < 5 * 60);
        let minute = time.minute.filter(|_| time.half_open).map(|m| m % NOON + if late && !small { NOON } else { 0 });
        TimeOfDay { minute: minute.or(time.minute), half_open: false, ..time }
    }

    /// "9:15pm [last night]", "8 [this morning]": the part of a day that is told with its day, behind a clock time.
    fn part_after_clock(&self, at: usize) -> Option<(When, usize)> {
        let named = self.is(at, class::DAY_NAME) || self.any(at, &["last", "this"]);
        let found = self.day_part(at).filter(|_| named)?;
        match found.meaning {
            Meaning::Time(Some(when), TimeOfDay { part: Some(_), .. }) => Some((when, found.end)),
            _ => None,
        }
    }

    /// "[9am] to 5pm on Saturday": the first time of a range has the day of the last. Where it does not state its half of the
    /// day, it is one expression with the last: "[6-9 p.m. on June 11]".
    pub(super) fn clock_of_range(&self, at: usize) -> Option<Found> {
        let introduced = self.before(at, &["from", "between"]);
        let joins = |end: usize| {
            let word = introduced && self.any(end, &["to", "and", "until"]);
            (word || self.mark(end, b'-')).then_some(end + 1)
        };
        let stated = self.clock_time(at).filter(|(_, end)| joins(*end).is_some());
        let (time, end, last, close) = match stated {
            Some((time, end)) => {
                let (last, close) = self.clock_time(joins(end)?)?;
                (time, end, last, close)
            }
            None => {
                let (hour, minute, end) = self.hour_and_minute(at).filter(|(hour, ..)| (1..=12).contains(hour))?;
                let (last, close) = self.clock_time(joins(end)?)?;
                let last_minute = i32::from(last.minute.filter(|_| self.meridiem_before(close))?);
                let late = (hour % 12 + 12) * 60 + minute;
                let minute = if late < last_minute { late } else { late - 12 * 60 };
                (TimeOfDay { minute: u16::try_from(minute).ok(), ..TimeOfDay::default() }, end, last, close)
            }
        };
        let (zone, close) = self.zone(close).map_or((last.zone, close), |(zone, close)| (Some(zone), close));
        let (when, close) = self.day_after_clock(close).map_or((None, close), |(when, close)| (Some(when), close));
        let end = if stated.is_some() { end } else { close };
        Some(Found::new(at, end, "clock/of-range", Meaning::Time(when, TimeOfDay { zone, ..time })))
    }

    /// Whether "a.m." or "pm" ends before a place.
    fn meridiem_before(&self, end: usize) -> bool {
        let start = end.saturating_sub(4);
        (start..end).any(|at| self.meridiem(at).is_some_and(|(_, close)| close == end))
    }

    fn clock_time(&self, at: usize) -> Option<(TimeOfDay, usize)> {
        let at_minute = |minute: i32| TimeOfDay { minute: u16::try_from(minute).ok(), ..TimeOfDay::default() };
        if self.lit(at, "noon") && self.before(at, &["high"]) {
            return None;
        }
        if self.lit(at, "noon") || self.lit(at, "midday") {
            return Some((at_minute(720), at + 1));
        }
        if self.lit(at, "midnight") {
            // "just after midnight on Sunday" is in Sunday's first hour, "midnight on Sunday" ends it.
            let minute = if self.before(at, &["after", "past"]) { 0 } else { 1440 };
            return Some((at_minute(minute), at + 1));
        }
        let (hour, minute, next) = self.hour_and_minute(at)?;
        if let Some((pm, end)) = self.meridiem(next) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            return Some((at_minute((hour % 12 + if pm { 12 } else { 0 }) * 60 + minute), end));
        }
        let half_open = (1..=12).contains(&hour);
        if self.any(next, &["o'clock", "oclock"]) {
            return Some((TimeOfDay { half_open, ..at_minute(hour * 60 + minute) }, next + 1));
        }
        if self.lit(next, "o") && self.mark(next + 1, b'\'') && self.lit(next + 2, "clock") {
            // "the Six O'Clock News"
            if self.capital(next) && self.capital(next + 3) {
                return None;
            }
            let end = next + 3;
            let time = TimeOfDay { half_open, ..at_minute(hour * 60 + minute) };
            let of_part = self.lit(end, "in") && self.lit(end + 1, "the") && self.is(end + 2, class::DAY_PART);
            let at_night = self.lit(end, "at") && self.lit(end + 1, "night");
            return Some(match (of_part, at_night) {
                (true, _) => (self.in_part(time, end + 2), end + 3),
                (_, true) => (self.in_part(time, end + 1), end + 2),
                _ => (time, end),
            });
        }
        if self.lit(next, "in") && self.lit(next + 1, "the") && self.is(next + 2, class::DAY_PART) && hour <= 12 {
            let late = self.any(next + 2, &["afternoon", "evening"]);
            return Some((at_minute((hour % 12 + if late { 12 } else { 0 }) * 60 + minute), next + 3));
        }
        if half_open && self.lit(next, "at") && self.lit(next + 1, "night") {
            let late = if (5..12).contains(&hour) { 12 } else { 0 };
            return Some((at_minute((hour % 12 + late) * 60 + minute), next + 2));
        }
        let parts = half_open && self.after_listed(at, "at around about by before after until since");
        if parts && self.part_after_clock(next).is_some() {
            return Some((TimeOfDay { half_open, ..at_minute(hour * 60 + minute) }, next));
        }
        let written_out = next > at + 1;
        let introduced = self.after_listed(at, "at around by about since until from before after");
        let four_digits = self.words.get(at).is_some_and(|w| w.len() == 4);
        let zoned = self.zone(next).is_some()
            || self.hours_follow(at, next)
            || self.lit(next, "local") && self.lit(next + 1, "time");
        // "14:30 - The airport reopens": the head of an entry.
        let closed = matches!(self.word(next), ":" | "–" | "—") || self.mark(next, b'-') && !self.glued(next);
        // "18:40 The river has peaked.", and no "4:11" that a film lasts
        let opens = self.words.get(at).is_some_and(|w| w.len() != 1)
            && self.capital(next)
            && !self.glued(next)
            && self.words.get(next).is_some_and(|w| w.entry.classes & !class::DET == 0);
        // "18.40 The river", and no "Seven Australians"
        let digits = self.words.get(at).is_some_and(|w| w.shape == Shape::Digits);
        let heads = at == 0 && digits && (written_out && closed || (written_out || self.word(at).len() == 5) && opens);
        let sport_score = self.lit(next, "against") || self.mark(next, b'-');
        let hours = usize::from(self.hours_follow(at, next));
        (heads || (written_out && (introduced || zoned) || four_digits && zoned) && !sport_score && hour < 25)
            .then(|| (at_minute(hour * 60 + minute), next + hours))
    }

    /// "at 1930 [hours]", "19:30 [hrs]": a clock time, where "1,930 hours" or "for 1930 hours" is a length.
    fn hours_follow(&self, at: usize, next: usize) -> bool {
        let written = self.words.get(at).is_some_and(|w| w.len() == 4 && w.shape == Shape::Digits) || next > at + 1;
        let introduced = self.after_listed(at, "at around about by since until till from before after to between and");
        written && introduced && self.any(next, &["hours", "hrs", "hr"])
    }

    /// "a quarter past seven", "ten to eight", "twenty past six", behind the "at" of a time.
    fn past_or_to(&self, at: usize) -> Option<(i32, i32, usize)> {
        if !self.after_listed(at, "at about around by since until till before after just") {
            return None;
        }
        let quarter = at + usize::from(self.lit(at, "a"));
        let (minute, next) = match self.lit(quarter, "quarter") {
            true => (15, quarter + 1),
            false => self.number(at).filter(|(n, _)| matches!(n, 5 | 10 | 20 | 25))?,
        };
        let next = next + usize::from(self.lit(next, "minutes"));
        let word = |i: usize| self.words.get(i).is_some_and(|w| w.shape == Shape::Letters);
        let (hour, end) = self.number(next + 1).filter(|(n, _)| (1..=12).contains(n) && word(next + 1))?;
        let (hour, minute) = (i32::try_from(hour).ok()?, i32::try_from(minute).ok()?);
        let counted = self.any_unit(end).is_some() || self.counts_people(end);
        match self.word(next) {
            "past" if !counted => Some((hour, minute, end)),
            "to" if !counted => Some(((hour + 10) % 12 + 1, 60 - minute, end)),
            _ => None,
        }
    }

    /// Whether a plural noun goes on at `at`, which the number before it counts: "from ten to eight countries".
    fn counts_people(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            w.shape == Shape::Letters && w.entry.classes == 0 && w.span.of(self.text).ends_with('s') && w.len() > 3
        })
    }

    /// Hour, minute, place after: "10:35", "9.30" (before am or pm), "0735", "seven", "half past seven".
    fn hour_and_minute(&self, at: usize) -> Option<(i32, i32, usize)> {
        if self.lit(at, "half") && self.lit(at + 1, "past") {
            let (hour, next) = self.number(at + 2).filter(|(n, _)| *n <= 12)?;
            return Some((hour as i32, 30, next));
        }
        if let Some(found) = self.past_or_to(at) {
            return Some(found);
        }
        let word = self.words.get(at)?;
        if word.shape == Shape::Letters {
            let (hour, next) = self.number(at).filter(|(n, _)| (1..=12).contains(n))?;
            return Some((hour as i32, 0, next));
        }
        if word.shape != Shape::Digits {
            return None;
        }
        if word.fancy {
            let (h, m) = word.span.of(self.text).split_once('.')?;
            let (h, m): (i32, i32) = (h.parse().ok()?, m.parse().ok().filter(|n| *n < 60 && m.len() == 2)?);
            // "at 19.30 on Monday", "at 19.30.": in papers that part hours and minutes so.
            let day = || {
                self.lit(at + 1, "on") && self.is(at + 2, class::WEEKDAY)
                    || self.is(at + 1, class::DAY_NAME | class::WEEKDAY)
            };
            let bare = self.after_listed(at, "at") && (10..24).contains(&h) && self.word(at).len() == 5 && day();
            let heads = at == 0 && self.word(at).len() == 5 && h < 24 && self.capital(1);
            let bare = bare || self.after_listed(at, "at") && self.part_after_clock(at + 1).is_some();
            let stated = heads
                || self.meridiem(at + 1).is_some()
                || self.zone(at + 1).is_some()
                || self.any(at + 1, &["hours", "hrs"]) && self.after_listed(at, "at by from until around about")
                || bare;
            return stated.then_some((h, m, at + 1));
        }
        let h = self.words.get(at + 2).filter(|w| self.word(at + 1) == "h" && self.glued(at + 1) && !w.spaced);
        if let Some(minutes) = h.filter(|w| w.shape == Shape::Digits && w.len() == 2 && w.value < 60 && word.value < 24)
        {
            return Some((word.value, minutes.value, at + 3));
        }
        if word.len() == 4 && word.value < 2400 && word.value % 100 < 60 && self.words.get(at + 1).is_some() {
            return Some((word.value / 100, word.value % 100, at + 1));
        }
        if word.len() > 2 || word.value > 24 {
            return None;
        }
        let minutes = self.words.get(at + 2).filter(|w| {
            self.mark(at + 1, b':')
                && self.glued(at + 1)
                && !w.spaced
                && w.shape == Shape::Digits
                && w.len() == 2
                && w.value < 60
        });
        let Some(minutes) = minutes else { return Some((word.value, 0, at + 1)) };
        let seconds = self.mark(at + 3, b':')
            && self.glued(at + 3)
            && self.words.get(at + 4).is_some_and(|w| w.shape == Shape::Digits && w.len() == 2);
        Some((word.value, minutes.value, if seconds { at + 5 } else { at + 3 }))
    }

    /// "a.m.", "pm": whether it is after noon, and the place after.
    fn meridiem(&self, at: usize) -> Option<(bool, usize)> {
        if self.any(at, &["am", "pm"]) {
            let proper = self.glued(at)
                || self.word(at).bytes().all(|b| b.is_ascii_uppercase())
                || self.lit(at, "pm")
                || self.words.get(at + 1).is_none_or(|w| !w.spaced || w.is(class::ZONE | class::PREP | class::WEEKDAY));
            return proper.then(|| (self.lit(at, "pm"), at + 1));
        }
        let dotted = self.any(at, &["a", "p"]) && self.mark(at + 1, b'.') && self.lit(at + 2, "m");
        dotted.then(|| (self.lit(at, "p"), self.skip_dot(at + 3)))
    }

    /// "GMT", "EST", "(ET)", "local time", "GMT+8": minutes east of Greenwich.
    fn zone(&self, at: usize) -> Option<(i32, usize)> {
        let open = usize::from(self.mark(at, b'('));
        if self.any(at, &["eastern", "central", "pacific"]) && self.capital(at) && self.lit(at + 1, "time") {
            let zone = if self.lit(at, "eastern") {
                -300
            } else if self.lit(at, "central") {
                -360
            } else {
                -480
            };
            return Some((zone, at + 2));
        }
        let word = self
            .words
            .get(at + open)
            .filter(|w| w.is(class::ZONE) && w.span.of(self.text).bytes().all(|b| b.is_ascii_uppercase()))?;
        let close = usize::from(open == 1 && self.mark(at + 2, b')'));
        (open == close).then_some((word.entry.value, at + 1 + open + close))
    }

    /// The day that follows a clock time: "Monday", "on Monday", ", Nov. 6", "yesterday", "(0735 GMT) Friday".
    fn day_after_clock(&self, at: usize) -> Option<(When, usize)> {
        let mut i = at;
        if self.mark(i, b'(') && self.words.get(i + 1).is_some_and(|w| w.shape == Shape::Digits) {
            return None;
        }
        if self.mark(i, b',') {
            i += 1;
        }
        if self.lit(i, "on") && i == at {
            i += 1;
        }
        let found =
            self.date(i).or_else(|| self.weekday(i)).or_else(|| self.day_name(i)).or_else(|| self.day_of_story(i));
        let found = found.or_else(|| self.holiday(i)).or_else(|| self.day_of_month_told(i))?;
        let Meaning::Date(when) = found.meaning else { return None };
        let fine = !matches!(
            when,
            When::Field {
                field: crate::extract::timex::meaning::Field::Month(_) | crate::extract::timex::meaning::Field::Whole,
                ..
            } | When::Period(_)
        );
        (fine && found.end > i).then_some((when, found.end))
    }

    /// "4 a.m. on [the 19th]"
    fn day_of_month_told(&self, at: usize) -> Option<Found> {
        let (day, end) = self.ordinal(at + 1).filter(|(day, _)| self.lit(at, "the") && (1..=31).contains(day))?;
        let told = self.clause_ends(end) && self.words.get(at + 1).is_some_and(|w| w.shape == Shape::Digits);
        told.then(|| Found::new(at, end, "date/day-told", Meaning::Date(When::DayTold(day as u32))))
    }

    /// "noon [the next day]", "9 p.m. [that day]"
    fn day_of_story(&self, at: usize) -> Option<Found> {
        let of_story = |when| match when {
            When::Offset { unit, from, .. } => unit == Unit::Day && from == From::Discussion,
            When::Same { unit } => unit == Unit::Day,
            _ => false,
        };
        self.period(at).filter(|found| matches!(found.meaning, Meaning::Date(when) if of_story(when)))
    }

    /// The day of a clock time given in two zones: "10:35 a.m. (0735 GMT) Friday", "4 in the morning (4 a.m. EDT
    /// Thursday)"; also for the time inside the parenthesis.
    fn day_across_parenthesis(&self, at: usize) -> Option<When> {
        if self.mark(at, b')') {
            return self.day_after_clock(at + 1).map(|(when, _)| when);
        }
        let inside = at + 1;
        let (_, end) = self.clock_time(inside).filter(|_| self.mark(at, b'('))?;
        let end = self.zone(end).map_or(end, |(_, end)| end);
        let close = end + usize::from(self.mark(end, b')'));
        self.day_after_clock(close).map(|(when, _)| when)
    }

    /// "today", "yesterday", "tomorrow".
    pub(super) fn day_name(&self, at: usize) -> Option<Found> {
        let word = self.words.get(at).filter(|w| w.is(class::DAY_NAME) && !(w.capital && self.is_newspaper(at)))?;
        let count = i64::from(word.entry.value);
        let when = When::Offset { unit: Unit::Day, count, from: From::Reference };
        let night = TimeOfDay { part: Some("NI"), ..TimeOfDay::default() };
        if self.lit(at, "overnight") {
            // "closed overnight from Monday until Friday": in each of those nights.
            if self.any(at + 1, &["from", "between"]) {
                return None;
            }
            // "overnight losses" are those of the night before the day told of.
            let adverb = self.words.get(at + 1).is_none_or(|w| w.shape == Shape::Mark)
                || self.listed(
                    at + 1,
                    "after and are as at but by for had has have in into is on to was were when while will with",
                );
            let rule = if adverb { "day-part/overnight" } else { "day-part" };
            return Some(Found::new(at, at + 1, rule, Meaning::Time(None, night)));
        }
        if self.lit(at, "tonight") {
            return Some(Found::new(at, at + 1, "day-part", Meaning::Time(Some(when), night)));
        }
        // "the people of tomorrow" are of no day.
        let era = self.before(at, &["of"])
            && at >= 2
            && self.words.get(at - 2).is_some_and(|w| w.shape == Shape::Letters)
            && !self.listed(at - 2, "as ahead out because instead morning afternoon evening night end start close");
        // "in today's world": these days.
        let age = "world society economy climate culture environment age era generation generations youth youths children kids standards";
        if self.lit(at, "today") && self.mark(at + 1, b'\'') && self.lit(at + 2, "s") && self.listed(at + 3, age) {
            return None;
        }
        if era && (self.lit(at, "tomorrow") || self.lit(at, "today") && self.clause_ends(at + 1)) {
            return None;
        }
        Some(Found::new(at, at + 1, "day-name", Meaning::Date(when)))
    }

    /// "USA Today", "the Today show": a name.
    fn is_newspaper(&self, at: usize) -> bool {
        let station = at.checked_sub(1).is_some_and(|b| {
            let word = self.word(b);
            (2..=4).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_uppercase())
        });
        self.lit(at, "today") && (station || self.before(at, &["the"]))
    }

    /// "late afternoon Friday", "mid-morning yesterday": the part of the day before its day.
    fn part_then_day(&self, at: usize) -> Option<Found> {
        let edge = self.any(at, &["early", "late", "mid"]);
        let i = at + usize::from(edge) + usize::from(edge && self.hyphen(at + 1));
        let part = self.words.get(i).filter(|w| w.is(class::DAY_PART)).and_then(|w| part_code(w.entry.value))?;
        let day = self.weekday(i + 1).or_else(|| self.day_name(i + 1))?;
        let Meaning::Date(when) = day.meaning else { return None };
        let time = TimeOfDay { part: Some(part), ..TimeOfDay::default() };
        Some(Found::new(at, day.end, "day-part/then-day", Meaning::Time(Some(when), time)))
    }

    /// "this morning", "last night", "Friday night", "the night of May 13", "the next morning", "yesterday", "today".
    pub(super) fn day_part(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.part_then_day(at) {
            return Some(found);
        }
        let (when, i) = self.day_before_part(at)?;
        let joint = i + usize::from(self.hyphen(i));
        let edge = joint
            + usize::from(self.any(joint, &["late", "early"]) && when.is_some() && self.is(joint + 1, class::DAY_PART));
        // "heard that Dawn Easter paid": a given name
        let named = self.lit(edge, "dawn") && self.capital(edge) && self.capital(edge + 1);
        let part =
            self.words.get(edge).filter(|w| !named && w.is(class::DAY_PART)).and_then(|w| part_code(w.entry.value));
        let Some(part) = part else {
            return self.day_name(at);
        };
        let hours = edge + 1 + usize::from(self.lit(edge + 1, "hours"));
        let time = TimeOfDay { part: Some(part), ..TimeOfDay::default() };
        if self.lit(hours, "of")
            && let Some(day) =
                self.date(hours + 1).or_else(|| self.weekday(hours + 1)).or_else(|| self.numeric_date(hours + 1))
            && let Meaning::Date(when) = day.meaning
        {
            return Some(Found::new(at, day.end, "day-part/of-day", Meaning::Time(Some(when), time)));
        }
        let bare = when.is_none();
        if bare && !(self.lit(at, "the") && self.after_listed(at, "in during by for through") && !self.lit(hours, "of"))
        {
            return None;
        }
        Some(Found::new(at, hours, "day-part", Meaning::Time(when, time)))
    }

    /// What stands before a part of the day: a day, "this", "last", "the next", "that"; `None` for "the".
    fn day_before_part(&self, at: usize) -> Option<(Option<When>, usize)> {
        let day = |count, from| Some(When::Offset { unit: Unit::Day, count, from });
        if let Some(found) = self.weekday(at) {
            let Meaning::Date(when) = found.meaning else { return None };
            return Some((Some(when), found.end));
        }
        if let Some(word) = self.words.get(at).filter(|w| w.is(class::DAY_NAME)) {
            return Some((day(word.entry.value.into(), From::Reference), at + 1));
        }
        let the = usize::from(self.lit(at, "the"));
        let early = usize::from(the == 1 && self.any(at + 1, &["early", "late", "small"]));
        match self.words.get(at + the).filter(|w| w.is(class::LEAN)).map(|w| w.entry.lean) {
            Some(1) => Some((day(-1, From::Reference), at + the + 1)),
            Some(3) => Some((day(0, From::Reference), at + the + 1)),
            Some(4) => Some((day(0, From::Discussion), at + the + 1)),
            Some(2 | 8) => Some((day(1, From::Discussion), at + the + 1)),
            Some(7) => Some((day(-1, From::Discussion), at + the + 1)),
            _ if the == 1 => Some((None, at + 1 + early)),
            _ => None,
        }
    }
}
