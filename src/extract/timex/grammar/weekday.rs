//! Weekdays: bare, leaning ("last Friday"), counted in their month ("the first Tuesday in March"), counted off a week
//! ("Monday week", "a week on Monday"); and what only looks like one, for people, clubs and papers bear their names.

use super::Parser;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Field, Found, Lean, Meaning, When, Year};
use crate::extract::timex::words::Shape;

impl Parser<'_> {
    /// "Tuesday", "last Friday", "the following Monday", "this coming Sunday"; not "Sunday Times".
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let (lean, i) = self.lean_before_name(at);
        let word = self.words.get(i).filter(|w| w.capital && w.is(class::WEEKDAY))?;
        if self.is_no_weekday(at, i, lean) {
            return None;
        }
        let weekday = u32::try_from(word.entry.value).ok()?;
        if lean == Lean::None
            && let Some((weeks, end)) = self.of_week(i + 1)
        {
            return Some(Found::new(at, end, "weekday/of-week", Meaning::Date(When::WeekdayOf { weekday, weeks })));
        }
        // "the Friday before Christmas", "the Monday after 12 May"
        if lean == Lean::None
            && self.before(at, &["the"])
            && self.any(i + 1, &["before", "after"])
            && let Some(date) = self.date(i + 2).or_else(|| self.holiday(i + 2))
            && let Meaning::Date(When::Field {
                year,
                field: field @ (Field::Day(..) | Field::Holiday(_)),
                lean: Lean::None,
                ..
            }) = date.meaning
        {
            let when = When::WeekdayBeside { weekday, after: self.lit(i + 1, "after"), year, field };
            return Some(Found::new(at, date.end, "weekday/beside-date", Meaning::Date(when)));
        }
        // "Monday (March 2)": the day that is said with it.
        if lean == Lean::None
            && self.mark(i + 1, b'(')
            && let Some(date) = self.date(i + 2).filter(|date| self.mark(date.end, b')'))
            && matches!(date.meaning, Meaning::Date(When::Field { field: Field::Day(..), .. }))
        {
            return Some(Found::new(at, i + 1, date.rule, date.meaning));
        }
        // "Monday week", "Sunday fortnight": a week or two after the next one.
        if lean == Lean::None && self.any(i + 1, &["week", "fortnight"]) && self.clause_goes_on(i + 2) {
            let weeks = 1 + i64::from(self.lit(i + 1, "fortnight"));
            return Some(Found::new(at, i + 2, "weekday/week-on", Meaning::Date(When::WeekdayOn { weekday, weeks })));
        }
        // "on the Monday after the collapse": counted from what was told, not from the article's day.
        let counted =
            lean == Lean::None && self.before(at, &["the"]) && self.any(i + 2, &["the", "a", "an", "his", "her"]);
        // "the first Tuesday of the month": not the one nearest to the article's day.
        let counted_off = lean == Lean::None && self.before_is(at, class::ORDINAL) && self.any(i + 1, &["in", "of"]);
        let lean = match () {
            () if counted_off || self.is_some_weekday(at, i + 1) => Lean::Any,
            () if counted && self.lit(i + 1, "after") => Lean::Following,
            () if counted && self.lit(i + 1, "before") => Lean::Previous,
            () => lean,
        };
        let meaning = Meaning::Date(When::Weekday { weekday, lean });
        Some(Found::new(at, i + 1, "weekday", meaning))
    }

    /// Whether it only looks like a weekday: "the Sunday Times", "Bloody Sunday", "Sheffield Wednesday", and the given names
    /// "Sunday Ogunleye" and "Friday Okafor".
    fn is_no_weekday(&self, at: usize, i: usize, lean: Lean) -> bool {
        let next = self.words.get(i + 1);
        let newspaper = next.is_some_and(|w| w.capital && w.is(class::OTHER) && w.entry.value == 1);
        let person = lean == Lean::None && self.any(at, &["friday"]) && self.lit(i + 1, "night") && self.capital(i + 1);
        let titled = self.capital(at.wrapping_sub(1))
            && self
                .after_listed(at, "black bloody ruby sheffield super bowl mr mrs ms dr chief alhaji comrade senator");
        let office = self.capital(at.wrapping_sub(1))
            && self.after_listed(
                at,
                "justice judge minister governor president pastor professor prof barrister engr hon inspector sergeant",
            )
            && self.capital(i + 1);
        let titled =
            titled || office || self.before_mark(at, b'.') && at >= 2 && self.listed(at - 2, "mr mrs ms dr sen rep");
        let of_name = self.before(at, &["good", "palm"]) && self.names_no_day(i + 1);
        // "Mark Friday, 38, was …", and in his next words "…," Friday said.
        let age =
            self.mark(i + 1, b',') && self.words.get(i + 2).is_some_and(|w| w.shape == Shape::Digits && w.len() <= 2);
        let aged = lean == Lean::None && age && self.mark(i + 3, b',') && self.after_name(at);
        let says = lean == Lean::None && self.listed(i + 1, "said says") && self.before_mark(at, b'"');
        newspaper || person || titled || of_name || aged || says || lean == Lean::None && self.is_given_name(at)
    }

    /// "the captain, [Sunday] Ogunleye, 41, was arrested", "[Monday] Eze scored", and no "On Monday Eze scored".
    fn is_given_name(&self, at: usize) -> bool {
        let plain = |i: usize| {
            self.words
                .get(i)
                .is_some_and(|w| w.shape == Shape::Letters && w.capital && w.entry.classes == 0 && w.spaced)
        };
        if !plain(at + 1) {
            return false;
        }
        let aside = self.mark(at + 2, b',') || self.mark(at + 2, b'(');
        let aged = aside && self.words.get(at + 3).is_some_and(|w| w.shape == Shape::Digits && w.len() <= 2);
        let preposition = self.before_is(at, class::PREP) && !self.after_listed(at, "and or of by for to");
        // A day between commas would have one of its own: "Friday, Okafor …".
        let known = self.before_mark(at, b',') && (self.mark(at + 2, b',') || aside && self.lit(at + 3, "who"));
        let signed = at == 1 && self.word(0) == "By" && (self.mark(at + 2, b',') || at + 2 == self.words.len());
        // "Sunday Adeyemi was held" opens a sentence; a day would have its "On" or its comma.
        let verb = |i: usize| {
            self.words.get(i).is_some_and(|w| w.shape == Shape::Letters && !w.capital)
                && (self.is(i, class::PAST_VERB | class::FUTURE_VERB) || self.listed(i, "is and told says who"))
        };
        let opens = at == 0 && self.word(at + 1).bytes().skip(1).all(|b| b.is_ascii_lowercase()) && verb(at + 2);
        !preposition && aged || known || signed || opens
    }

    /// "[a week on] Monday", "[two weeks from] Friday", "[a week ago on] Monday": weeks beside the next or the last one.
    pub(super) fn weekday_counted(&self, at: usize) -> Option<Found> {
        let (count, next) = if self.lit(at, "a") { (1, at + 1) } else { self.number(at)? };
        let size = 1 + i64::from(self.any(next, &["fortnight", "fortnights"]));
        if !self.any(next, &["week", "weeks", "fortnight"]) || !(1..=8).contains(&count) {
            return None;
        }
        let ago = self.lit(next + 1, "ago");
        let day = match ago {
            true => next + 2 + usize::from(self.any(next + 2, &["on", "last", "this"])),
            false => next + 2 + usize::from(self.lit(next + 2, "next")),
        };
        let joined = ago || self.any(next + 1, &["on", "from"]);
        let word = self.words.get(day).filter(|w| joined && w.capital && w.is(class::WEEKDAY))?;
        let weekday = u32::try_from(word.entry.value).ok()?;
        // "struck for a week from Monday" is a length and a day.
        let length = self.lit(next + 1, "from")
            && (self.after_listed(at, "for last lasted of") || !self.clause_goes_on(day + 1));
        let weeks = count * size * if ago { -1 } else { 1 };
        let when = When::WeekdayOn { weekday, weeks };
        (!length).then(|| Found::new(at, day + 1, "weekday/week-on", Meaning::Date(when)))
    }

    /// Whether a clause ends or a small word goes on with it at `at`.
    fn clause_goes_on(&self, at: usize) -> bool {
        self.clause_ends(at)
            || self.mark(at, b'-')
            || self.listed(
                at,
                "after and as at because before but for from if in or so that the to when where which while with",
            )
    }

    /// "the first Tuesday in March", "the last Friday of May 2024".
    pub(super) fn nth_weekday(&self, at: usize) -> Option<Found> {
        let i = at + usize::from(self.lit(at, "the"));
        let (nth, day) = if self.any(i, &["last", "final"]) { (-1, i + 1) } else { self.ordinal(i)? };
        let weekday = self.words.get(day).filter(|w| w.capital && w.is(class::WEEKDAY))?.entry.value;
        let (month, next) = self.month(day + 2).filter(|_| self.any(day + 1, &["in", "of"]))?;
        let weekday = chrono::Weekday::try_from(u8::try_from(weekday - 1).ok()?).ok()?;
        let nth = i32::try_from(nth).ok().filter(|nth| (-1..=5).contains(nth))?;
        let (year, end) = self.year_after(next).unwrap_or((Year::Unknown, next));
        let rule = crate::extract::timex::holiday::Rule::Nth(month, nth, weekday);
        Some(Self::field(at, end, "date/nth-weekday", year, Field::Holiday(rule)))
    }

    /// "Monday [last week]", "Monday [of this week]": how many weeks on, and the place after.
    fn of_week(&self, at: usize) -> Option<(i64, usize)> {
        let at = at + usize::from(self.lit(at, "of"));
        let weeks = ["last", "this", "next"].iter().position(|which| self.lit(at, which))?;
        self.lit(at + 1, "week").then_some((weeks as i64 - 1, at + 2))
    }

    /// "struck on a [Sunday] morning": some Sunday, where "a Sunday morning raid" is the one told of.
    fn is_some_weekday(&self, at: usize, end: usize) -> bool {
        let end = end + usize::from(self.is(end, class::DAY_PART));
        let closes =
            self.words.get(end).is_none_or(|w| w.shape == Shape::Mark && !matches!(w.byte, b'\'' | b'-' | b'('));
        self.before(at, &["a", "one"])
            && (closes || self.any(end, &["after", "and", "at", "before", "in", "of", "or", "to", "when", "with"]))
    }
}
