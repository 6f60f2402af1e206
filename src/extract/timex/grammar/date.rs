//! Calendar dates in writing: months with day and year in every order, numeric dates, weekdays.

use super::Parser;
use crate::extract::timex::calendar::Period;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Field, Found, Lean, Meaning, When, Year};
use crate::extract::timex::words::Shape;
use chrono::NaiveDate;

impl Parser<'_> {
    /// A month's number and the place after it with its full stop.
    pub(super) fn month(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.words.get(at).filter(|w| w.capital && w.is(class::MONTH | class::SHORT_MONTH))?;
        let month = u32::try_from(word.entry.value).ok()?;
        let long = word.is(class::MONTH) || word.len() > 4;
        Some((month, if long { at + 1 } else { self.skip_dot(at + 1) }))
    }

    /// A day of the month with its suffix: "6", "6th", "sixth".
    fn day(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.words.get(at)?;
        if let Some((n, next)) = self.ordinal(at).filter(|(n, _)| (1..=31).contains(n)) {
            return Some((n as u32, next));
        }
        let plain = word.shape == Shape::Digits && !word.fancy && word.len() <= 2 && (1..=31).contains(&word.value);
        let more = self.glued(at + 1)
            && (self.words.get(at + 1).is_some_and(|w| w.shape == Shape::Letters)
                || self.mark(at + 1, b':') && self.glued(at + 2)
                || self.mark(at + 1, b'%'));
        (plain && !more).then_some((word.value as u32, at + 1))
    }

    /// A date with a month's name, with or without weekday before it.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.named_year(at) {
            return Some(found);
        }
        if let Some(found) = self.bare_bc_year(at) {
            return Some(found);
        }
        if let Some(found) =
            self.leaning_month(at).or_else(|| self.day_of_named_month(at)).or_else(|| self.day_told(at))
        {
            return Some(found);
        }
        if let Some((weekday, next)) = self.weekday_before_date(at) {
            return self.month_date(next).map(|f| Self::with_weekday(f, at, weekday));
        }
        self.month_date(at).filter(|found| match found.meaning {
            Meaning::Date(When::Field { field: Field::Month(_), .. }) => !self.names_no_month(found.end),
            _ => !self.names_no_day(found.end),
        })
    }

    /// "began on 7 September and ended on [the 16th]": a later day of the month that the sentence has named.
    fn day_of_named_month(&self, at: usize) -> Option<Found> {
        const GOES_ON: &str = "after and as at before but by for in to when while with";
        let introduced = self.lit(at, "the") && self.after_listed(at, "on until till by since");
        let (day, end) = self.ordinal(at + 1).filter(|_| introduced)?;
        let digits = self.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
        let closed = self.words.get(end).is_none_or(|w| w.shape != Shape::Letters) || self.listed(end, GOES_ON);
        let named = (0..at).rev().find_map(|i| Some((i, self.month(i)?)))?;
        let (name, (month, next)) = named;
        let before = name.checked_sub(1).and_then(|i| self.day(i)).filter(|(_, end)| *end == name);
        let (earlier, next) = before.map(|(day, _)| (day, next)).or_else(|| self.day(next))?;
        let year = next + usize::from(self.mark(next, b','));
        let year = self.words.get(year).filter(|w| w.shape == Shape::Digits && w.len() == 4);
        let year = year.map_or(Year::Unknown, |w| Year::Is(w.value));
        let later = digits && closed && i64::from(earlier) < day && day <= 31;
        let when = When::Field { year, field: Field::Day(month, day as u32), weekday: None, lean: Lean::None };
        later.then(|| Found::new(at, end, "date/day-of-month", Meaning::Date(when)))
    }

    /// "On [the 20th] it was refloated": a day of the month that is told of, where its sentence begins with it.
    fn day_told(&self, at: usize) -> Option<Found> {
        const GOES_ON: &str = "a an he her his i it its police she the their they we";
        let (day, end) = self.ordinal(at + 1).filter(|(day, _)| self.lit(at, "the") && (1..=31).contains(day))?;
        let digits = self.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
        let opens = at.checked_sub(1).is_some_and(|on| self.word(on) == "On");
        let told = digits && opens && (self.mark(end, b',') || self.listed(end, GOES_ON));
        told.then(|| Found::new(at, end, "date/day-told", Meaning::Date(When::DayTold(day as u32))))
    }

    /// "last April", "this September", "next March".
    fn leaning_month(&self, at: usize) -> Option<Found> {
        let (lean, next) = self.lean_before_name(at);
        let (month, end) = self.month(next).filter(|_| lean != Lean::None)?;
        let when = When::Field { year: Year::Unknown, field: Field::Month(month), weekday: None, lean };
        (self.day(end).is_none() && !self.capital(end))
            .then(|| Found::new(at, end, "month/leaning", Meaning::Date(when)))
    }

    fn with_weekday(found: Found, start: usize, day: u32) -> Found {
        let meaning = match found.meaning {
            Meaning::Date(When::Field { year, field, lean, .. }) => {
                Meaning::Date(When::Field { year, field, weekday: Some(day), lean })
            }
            other => other,
        };
        Found { start, meaning, ..found }
    }

    /// "Thursday, " before a date that has a day.
    fn weekday_before_date(&self, at: usize) -> Option<(u32, usize)> {
        let i = if self.lit(at, "this") && self.lit(at + 1, "coming") {
            at + 2
        } else if self.any(at, &["last", "next", "this"]) {
            at + 1
        } else {
            at
        };
        let word = self.words.get(i).filter(|w| w.capital && w.is(class::WEEKDAY | class::SHORT_WEEKDAY))?;
        let mut next = self.skip_dot(i + 1);
        if self.mark(next, b',') {
            next += 1;
        }
        if self.lit(next, "the") && self.ordinal(next + 1).is_some() {
            next += 1;
        }
        let found = self.month_date(next)?;
        let has_day = matches!(found.meaning, Meaning::Date(When::Field { field: Field::Day(..), .. }));
        has_day.then_some((u32::try_from(word.entry.value).ok()?, next))
    }

    fn month_date(&self, at: usize) -> Option<Found> {
        if let Some((month, next)) = self.month(at) {
            return self.month_first(at, month, next);
        }
        self.day_first(at)
    }

    /// "January 6, 2026", "Jan. 6", "March 1998", "August of that year", "June".
    fn month_first(&self, at: usize, month: u32, next: usize) -> Option<Found> {
        let the = usize::from(self.lit(next, "the") && self.ordinal(next + 1).is_some());
        if let Some((day, after)) = self.day(next + the) {
            let unit = self.is(after, class::UNITS) || self.hyphen(after) && self.is(after + 1, class::UNIT);
            if !unit {
                if let Some((year, end)) = self.year_behind_clock(after) {
                    return Some(Self::field(at, end, "date/month-day", year, Field::Day(month, day)));
                }
                let (year, end) = match (self.year_remembered(month, day, after), self.days_listed(after, day)) {
                    (Some(year), _) => (Year::Is(year), after),
                    (None, Some((_, close))) => (self.year_after_day(close).0, after),
                    (None, None) => self.year_after_day(after),
                };
                return Some(Self::field(at, end, "date/month-day", year, Field::Day(month, day)));
            }
        }
        if let Some((year, end)) = self.year_after(next) {
            return Some(Self::field(at, end, "date/month-year", year, Field::Month(month)));
        }
        if let Some(year) = self.year_of_partner(next, month) {
            return Some(Self::field(at, next, "date/month-year", year, Field::Month(month)));
        }
        self.month_alone(at, next).then(|| Self::field(at, next, "month", Year::Unknown, Field::Month(month)))
    }

    /// "Thu Jan 8 [14:30:00 UTC 2026]": the year behind a time of day, as computers write it.
    fn year_behind_clock(&self, hour: usize) -> Option<(Year, usize)> {
        let digits = |i: usize| self.words.get(i).is_some_and(|w| w.shape == Shape::Digits && w.len() == 2);
        let clock = digits(hour) && [hour + 1, hour + 3].iter().all(|i| self.mark(*i, b':') && digits(i + 1));
        let zone = hour + 5 + usize::from(self.is(hour + 5, class::ZONE));
        self.plain_year(zone).filter(|_| clock).map(|(year, end)| (Year::Is(year), end))
    }

    /// "the Sept. 11 attacks": the year of a day that is called by its deed alone.
    fn year_remembered(&self, month: u32, day: u32, next: usize) -> Option<i32> {
        let deed = self.listed(next, "attack attacks hijackers hijackings terror terrorist massacre insurrection");
        match (month, day) {
            (9, 11) if deed => Some(2001),
            (10, 7) if deed => Some(2023),
            (1, 6) if deed || self.listed(next, "riot") => Some(2021),
            _ => None,
        }
    }

    /// The year of the second month in "April and June 1955", "November to January 1943".
    fn year_of_partner(&self, at: usize, first: u32) -> Option<Year> {
        let joint = self.any(at, &["and", "or", "to", "through"]) || self.mark(at, b'-') || self.mark(at, b'/');
        let (second, next) = self.month(at + 1).filter(|_| joint)?;
        match self.year_after(next)?.0 {
            Year::Is(year) => Some(Year::Is(if first > second { year - 1 } else { year })),
            other => Some(other),
        }
    }

    fn year_after_day(&self, at: usize) -> (Year, usize) {
        match self.year_after(at) {
            Some((Year::Is(year), end)) if self.is(end, class::UNITS) || self.is_clock(end) || year > 2199 => {
                (Year::Unknown, at)
            }
            Some((year, end)) => (year, end),
            None => {
                // "June 17 last year" and a comma before it.
                (Year::Unknown, at)
            }
        }
    }

    /// "6 May 2030:15": what stands before the colon is a time of day.
    fn is_clock(&self, colon: usize) -> bool {
        let digits = self.words.get(colon + 1).is_some_and(|w| w.shape == Shape::Digits);
        self.mark(colon, b':') && self.glued(colon) && self.glued(colon + 1) && digits
    }

    /// Whether a month's name alone is a date here: not the verb "may", not Theresa May, April Jones or the verb "march".
    fn month_alone(&self, at: usize, next: usize) -> bool {
        let word = &self.words[at];
        let names_too = self.listed(at, "may march april june august jan mar dec");
        let prep = self.after_listed(at, "in since until till by of last next this from to through during early late mid between and or every each before after for previous following as") || self.before_mark(at, b'-') && self.before_is(at - 1, class::EDGE | class::MONTH);
        if word.is(class::SHORT_MONTH)
            && !word.is(class::MONTH)
            && (!prep
                || self.before(at, &["and", "or"])
                    && at >= 2
                    && !self.is(at - 2, class::MONTH | class::SHORT_MONTH)
                    && !self.before_mark(at - 1, b'.')
                || next == at + 1 && self.after_listed(at, "and or to of by for as from") && self.capital(next))
        {
            return false;
        }
        let titled = self.before_mark(at, b'.') && at >= 2 && self.listed(at - 2, "mr ms mrs dr gen col sen rep gov");
        if titled {
            return false;
        }
        let name_follows = self.capital(next)
            && self.words.get(next).is_some_and(|w| w.entry.classes == 0 && w.shape == Shape::Letters);
        if self.any(at, &["may"]) {
            return prep && !self.after_name(at) && !self.after_listed(at, "and or to as for")
                || self.before(at, &["and", "to"]) && at >= 2 && self.is(at - 2, class::MONTH);
        }
        if self.lit(at, "march") && !prep {
            return self.before_is(at, class::DET | class::POSSESSIVE) && self.modifies_noun(next);
        }
        // "signed by August Okello", "and her aunt and April Jones": no "in April Kenya …".
        let joined =
            self.after_listed(at, "and or by of as") && !(at >= 2 && self.is(at - 2, class::MONTH | class::EDGE));
        let of_person = joined
            && self
                .words
                .get(next)
                .is_some_and(|w| w.span.of(self.text).bytes().skip(1).all(|b| b.is_ascii_lowercase()));
        if names_too && (self.after_name(at) || name_follows && (!prep || of_person)) {
            return false;
        }
        !(self.after_name(at) && name_follows)
    }

    /// Whether the word is a plain small one, such as the noun after "the March accession".
    fn modifies_noun(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|w| w.shape == Shape::Letters && w.spaced && !w.capital && w.entry.classes == 0 && w.len() > 3)
            && !self.listed(at, "with that which against into across toward towards were have will would")
    }

    pub(super) fn before_mark(&self, at: usize, byte: u8) -> bool {
        at.checked_sub(1).is_some_and(|b| self.mark(b, byte))
    }

    /// "6 January 2026", "the 5th of May", "13th March".
    fn day_first(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let (day, next) = self.day(at + the)?;
        if self.before_mark(at, b'$')
            || self.before_mark(at, b':') && self.glued(at)
            || at > 0 && self.before_mark(at, b'.') && self.glued(at)
        {
            return None;
        }
        let ordinal = next > at + the + 1 || self.is(at + the, class::ORDINAL);
        if the == 1 && !ordinal {
            return None;
        }
        let of = usize::from(self.lit(next, "of"));
        if !ordinal && of == 1 {
            return None;
        }
        let hyphen = usize::from(self.hyphen(next));
        let (month, after) = self.month(next + of.max(hyphen))?;
        if hyphen == 1 {
            let year = self.words.get(after + 1).filter(|w| self.hyphen(after) && w.shape == Shape::Digits)?;
            let year = if year.len() == 2 { short_year(year.value) } else { year.value };
            return Some(Self::field(at, after + 2, "date/day-month", Year::Is(year), Field::Day(month, day)));
        }
        let (year, end) = self.year_after_day(after);
        Some(Self::field(at, end, "date/day-month", year, Field::Day(month, day)))
    }

    /// Two days that share a month: "Jan. 6-8, 2026", "13/14 March", "between 5 and 10 May", "March 3 and 4".
    pub(super) fn date_pair(&self, at: usize) -> Option<(Found, Found)> {
        let joint = |i: usize| {
            (self.mark(i, b'-') || self.mark(i, b'/') || self.any(i, &["to", "and", "or", "through"])).then_some(i + 1)
        };
        if let Some((month, next)) = self.month(at) {
            let (day, after) = self.day(next)?;
            // "Oct. 9, 11, 1981": a comma joins two days only before their year.
            let listed = self.mark(after, b',').then_some(after + 1);
            let comma = joint(after).is_none();
            let second = joint(after).or(listed)?;
            let (last, end) = self.day(second).filter(|(d, _)| *d > day)?;
            if comma && !matches!(self.year_after_day(end).0, Year::Is(_)) {
                return None;
            }
            let word_joint = self.words.get(after).is_some_and(|w| w.shape == Shape::Letters);
            if self.is(end, class::MONTH | class::SHORT_MONTH | class::UNITS | class::UNIT)
                || self.mark(end, b'-')
                || word_joint && self.counts_or_noun(end)
            {
                return None;
            }
            let (year, end) = self.year_after_day(end);
            return Some((
                Self::field(at, after, "date/range", year, Field::Day(month, day)),
                Self::field(second, end, "date/range", year, Field::Day(month, last)),
            ));
        }
        let (day, after) = self.day(at).filter(|_| self.words.get(at).is_some_and(|w| w.shape == Shape::Digits))?;
        let second = joint(after)?;
        let (last, next) = self.day(second).filter(|(d, _)| *d > day)?;
        let found = self.day_first(second).filter(|f| f.end > next)?;
        let When::Field { year, field: Field::Day(month, _), .. } = date_of(&found)? else { return None };
        let first = Self::field(at, after, "date/range", year, Field::Day(month, day));
        let second = Self::field(second, found.end, "date/range", year, Field::Day(month, last));
        Some((first, second))
    }

    /// "December 8, [9] and [10, 2025]": a later day of a list behind its month.
    pub(super) fn day_in_list(&self, at: usize) -> Option<Found> {
        const LONGEST: usize = 12;
        let (day, _) = self.day(at).filter(|_| at > 2 && self.is_joint(at - 1))?;
        let (month, first) = (at.saturating_sub(LONGEST)..at).rev().find_map(|i| self.month(i))?;
        let (earliest, after) = self.day(first)?;
        let (last, close) = self.days_listed(after, earliest)?;
        let listed = after < at && at <= last && (after..at).all(|i| self.is_joint(i) || self.day(i).is_some());
        let (year, end) = self.year_after_day(close);
        let end = if at == last { end } else { at + 1 };
        listed.then(|| Self::field(at, end, "date/range", year, Field::Day(month, day)))
    }

    fn is_joint(&self, at: usize) -> bool {
        self.mark(at, b',') || self.mark(at, b'&') || self.lit(at, "and")
    }

    /// Where the last of three or more days stands that are listed from `at` on, ", 9 and 10", and the place after it.
    fn days_listed(&self, at: usize, first: u32) -> Option<(usize, usize)> {
        let (mut at, mut before) = (at, first);
        while self.mark(at, b',') {
            let and = self.lit(at + 1, "and") || self.mark(at + 1, b'&');
            let place = at + 1 + usize::from(and);
            let (day, next) = self.day(place).filter(|(day, _)| *day > before)?;
            if and {
                return (!self.counts_or_noun(next)).then_some((place, next));
            }
            (at, before) = (next, day);
        }
        let closes = before > first && (self.lit(at, "and") || self.mark(at, b'&'));
        let (_, next) = self.day(at + 1).filter(|(day, _)| closes && *day > before)?;
        (!self.counts_or_noun(next)).then_some((at + 1, next))
    }

    fn counts_or_noun(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            w.shape == Shape::Letters && w.spaced && !w.is(class::PREP) && !self.listed(at, "that were was when but as")
        }) || self.mark(at, b'%')
    }

    /// "2026-01-06", "6/1/2026", "06.01.2026", "2026/01/06".
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        let number = |i: usize| self.words.get(i).filter(|w| w.shape == Shape::Digits && !w.fancy);
        let (a, b, c) = (number(at)?, number(at + 2)?, number(at + 4)?);
        let mark = self.words.get(at + 1).filter(|w| matches!(w.byte, b'-' | b'/' | b'.'))?.byte;
        if !self.mark(at + 3, mark) || (1..=4).any(|i| !self.glued(at + i)) || b.len() > 2 || a.value < 1 || b.value < 1
        {
            return None;
        }
        let (year, month, day) = if a.len() == 4 {
            (a.value, b.value, c.value)
        } else if matches!(c.len(), 4 | 2) && a.len() <= 2 && !(c.len() == 2 && mark != b'/') {
            let day_first = a.value > 12 || b.value <= 12 && (mark == b'.' || self.evidence.day_first);
            let year = if c.len() == 2 { short_year(c.value) } else { c.value };
            if day_first { (year, b.value, a.value) } else { (year, a.value, b.value) }
        } else {
            return None;
        };
        let mut end = at + 5;
        let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
        if self.lit(end, "T") && self.glued(end) {
            end = at + 5;
        }
        (1000..=2200)
            .contains(&year)
            .then(|| Found::new(at, end, "date/numeric", Meaning::Date(When::Period(Period::Day(date)))))
    }

    /// The lean before a weekday, month or season: "last", "the previous", "this past".
    pub(super) fn lean_before_name(&self, at: usize) -> (Lean, usize) {
        let the = usize::from(self.lit(at, "the"));
        let i = at + the;
        if self.lit(i, "this") && self.any(i + 1, &["past", "coming"]) {
            return (if self.lit(i + 1, "past") { Lean::Last } else { Lean::Next }, i + 2);
        }
        // "following Saturday's defeat" is after the defeat.
        let preposition = the == 0 && self.any(i, &["following", "preceding"]);
        let lean = match self.words.get(i).filter(|w| !preposition && w.is(class::LEAN)).map(|w| w.entry.lean) {
            Some(1 | 5) if self.any(i, &["last", "past"]) => Lean::Last,
            Some(2) => Lean::Next,
            Some(6) => Lean::Next,
            Some(3) => Lean::This,
            Some(4) if !self.lit(i, "intervening") => Lean::That,
            Some(7) => Lean::Previous,
            Some(8) => Lean::Following,
            _ => return (Lean::None, at),
        };
        if the == 1 && lean == Lean::Next { (Lean::Following, i + 1) } else { (lean, i + 1) }
    }
}

fn date_of(found: &Found) -> Option<When> {
    match found.meaning {
        Meaning::Date(when) => Some(when),
        _ => None,
    }
}

/// The year that two digits mean: 1940–2039.
fn short_year(two_digits: i32) -> i32 {
    if two_digits < 40 { 2000 + two_digits } else { 1900 + two_digits }
}
