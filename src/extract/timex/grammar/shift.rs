//! Times told by their distance from another: "two weeks ago", "a year earlier", "the day before", "ten days later".

use super::{Parser, longer};
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Amount, Field, Found, From, Lean, Meaning, Stretch, When, Year};
use crate::extract::timex::words::Shape;

/// Words with which a clause begins behind "before that"; others would be what "that" points to.
const SUBJECTS: &str = "a an he her his i it its my our she their the there they we you";

impl Parser<'_> {
    /// The unit of a singular or plural word.
    pub(super) fn any_unit(&self, at: usize) -> Option<Unit> {
        self.words.get(at).filter(|w| w.is(class::UNIT | class::UNITS)).and_then(|w| w.entry.unit)
    }

    pub(super) fn shift(&self, at: usize) -> Option<Found> {
        self.year_end(at)
            .or_else(|| self.year_ago(at))
            .or_else(|| self.counted_shift(at))
            .or_else(|| self.day_before(at))
            .or_else(|| self.vague_shift(at))
    }

    /// "two weeks ago", "three years earlier", "a few days later", "a week or so ago".
    fn counted_shift(&self, at: usize) -> Option<Found> {
        let (amount, next) = self.amount(at)?;
        let more = next + usize::from(self.listed(next, "more full whole short long"));
        let unit = self.any_unit(more)?;
        let or_so = 2 * usize::from(self.lit(more + 1, "or") && self.lit(more + 2, "so"));
        let half = 3 * usize::from(self.lit(more + 1, "and") && self.lit(more + 2, "a") && self.lit(more + 3, "half"));
        let i = more + 1 + or_so + half;
        if self.any(i, &["later", "earlier", "sooner"]) && self.lit(i + 1, "than") {
            return Some(self.off_plan(at, i, unit, amount));
        }
        // "28 Days Later" is a title.
        if self.capital(i) && self.capital(more) {
            return None;
        }
        let (sign, from, end) = self.shift_word(i)?;
        if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
            let (amount, _) = self.and_half(amount, more + 1);
            return Some(self.hours_ago(at, end, unit, amount));
        }
        let (amount, _) = self.and_half(amount, more + 1);
        let (amount, unit) = match (amount, unit) {
            (Amount::Exact(n), Unit::Week) if self.any(more, &["fortnight", "fortnights"]) => {
                (Amount::Exact(n.saturating_mul(2)), unit)
            }
            (Amount::Exact(n), Unit::Decade) => (Amount::Exact(n.saturating_mul(10)), Unit::Year),
            (Amount::Exact(n), Unit::Century) => (Amount::Exact(n.saturating_mul(100)), Unit::Year),
            other => other,
        };
        if let Some((when, end)) = self.anniversary(end, amount, unit, sign).filter(|_| from == From::Reference) {
            return Some(Found::new(at, end, "shift/ago", Meaning::Date(when)));
        }
        let when = match amount {
            Amount::Exact(1) if unit == Unit::Year && sign < 0 => When::YearAgo { count: 1, from },
            Amount::Exact(n) => When::Offset { unit, count: sign * n, from },
            Amount::AndHalf(n) if unit == Unit::Year => {
                When::Offset { unit: Unit::Month, count: sign * (n * 12 + 6), from }
            }
            Amount::AndHalf(n) if unit == Unit::Decade => {
                When::Offset { unit: Unit::Year, count: sign * (n * 10 + 5), from }
            }
            Amount::AndHalf(n) if unit == Unit::Century => {
                When::Offset { unit: Unit::Year, count: sign * (n * 100 + 50), from }
            }
            _ => When::VagueOffset { unit, past: sign < 0 },
        };
        Some(
            Found::new(
                at,
                end,
                if from == From::Reference { "shift/ago" } else { "shift/earlier-later" },
                Meaning::Date(when),
            )
            .with((or_so > 0).then_some("APPROX")),
        )
    }

    /// "three years ago [next month]", "a year ago [today]", "two weeks ago [on Sunday]", "a week from [today]".
    fn anniversary(&self, end: usize, amount: Amount, unit: Unit, sign: i64) -> Option<(When, usize)> {
        let Amount::Exact(n) = amount else { return None };
        let of = |grain, grains| When::Anniversary { unit, count: sign * n, grain, grains };
        if self.before(end, &["today"]) && matches!(unit, Unit::Week | Unit::Month | Unit::Year) {
            return Some((of(Unit::Day, 0), end));
        }
        let fits = sign < 0 && matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        if fits && self.any(end, &["today", "tomorrow", "yesterday"]) && self.clause_ends(end + 1) {
            return Some((of(Unit::Day, self.words.get(end)?.entry.value.into()), end + 1));
        }
        let which = ["last", "this", "next"].iter().position(|which| self.lit(end, which)).filter(|_| fits)?;
        let grain = self.unit(end + 1).filter(|grain| matches!(grain, Unit::Week | Unit::Month) && *grain < unit)?;
        Some((of(grain, which as i64 - 1), end + 2))
    }

    /// "by year-end", "year's end": the end of the article's year; "since year-end": the last day of the year before.
    fn year_end(&self, at: usize) -> Option<Found> {
        if !self.lit(at, "year") {
            return None;
        }
        let joint = if self.mark(at + 1, b'\'') && self.lit(at + 2, "s") {
            3
        } else {
            1 + usize::from(self.mark(at + 1, b'-'))
        };
        let time = self.hyphen(at + 1) || self.after_listed(at, "by at around before until since after");
        let end = at + joint + 1;
        if !(time && self.lit(at + joint, "end")) {
            return None;
        }
        let found = |when| Found::new(at, end, "period/year-end", Meaning::Date(when));
        if self.before(at, &["since"]) {
            let (year, field) = (Year::Offset(-1), Field::Day(12, 31));
            return Some(found(When::Field { year, field, weekday: None, lean: Lean::None }));
        }
        let when = When::Offset { unit: Unit::Year, count: 0, from: From::Reference };
        Some(found(when).with(Some("END")))
    }

    /// "arrives on November 11, three days later than planned" says November 11 again; elsewhere it is a length.
    fn off_plan(&self, at: usize, shift: usize, unit: Unit, amount: Amount) -> Found {
        let planned = "planned scheduled expected hoped intended due usual normal";
        let adverb = usize::from(self.listed(shift + 3, planned));
        let end = if self.listed(shift + 2 + adverb, planned) { shift + 3 + adverb } else { shift };
        let day = |i: usize| self.words.get(i).is_some_and(|w| w.shape == Shape::Digits) || self.is(i, class::WEEKDAY);
        if at >= 2 && self.mark(at - 1, b',') && day(at - 2) && end > shift {
            let when = When::Offset { unit: Unit::Day, count: 0, from: From::Discussion };
            return Found::new(at, end, "shift/off-plan", Meaning::Date(when));
        }
        Found::new(at, shift, "duration", Meaning::Duration((amount, unit), None, Stretch::Free))
    }

    fn hours_ago(&self, at: usize, end: usize, unit: Unit, amount: Amount) -> Found {
        Found::new(at, end, "shift/hours", Meaning::Duration((amount, unit), None, Stretch::Free))
    }

    /// The word after a counted unit that makes it a shift.
    fn shift_word(&self, at: usize) -> Option<(i64, From, usize)> {
        match self.word(at).to_ascii_lowercase().as_str() {
            "ago" => Some((-1, From::Reference, at + 1)),
            "earlier" | "previously" => Some((-1, From::Discussion, at + 1)),
            "later" | "afterward" | "afterwards" | "hence" => Some((1, From::Discussion, at + 1)),
            "from" if self.any(at + 1, &["now", "today"]) => Some((1, From::Reference, at + 2)),
            "after" if self.lit(at + 1, "that") && self.clause_ends(at + 2) => Some((1, From::Discussion, at + 2)),
            // "two weeks before that[,] it was closed"
            "before" if self.lit(at + 1, "that") && (self.clause_ends(at + 2) || self.listed(at + 2, SUBJECTS)) => {
                Some((-1, From::Discussion, at + 2))
            }
            "before" if self.clause_ends(at + 1) => Some((-1, From::Discussion, at + 1)),
            "after" if self.clause_ends(at + 1) => Some((1, From::Discussion, at + 1)),
            _ => None,
        }
    }

    /// Whether the sentence or a clause ends before `at`.
    pub(super) fn clause_ends(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|w| matches!(w.byte, b'.' | b',' | b';' | b':' | b'"' | b')' | b'?' | b'!'))
    }

    /// "a year ago", "year-ago", "the year-earlier quarter", "the year-ago period".
    fn year_ago(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        if let Some(end) = self.period_last_year(at) {
            return Some(Found::new(
                at,
                end,
                "shift/year-ago",
                Meaning::Date(When::YearAgo { count: 1, from: From::Reference }),
            ));
        }
        let comparable = usize::from(the == 1 && self.any(at + 1, &["comparable", "corresponding"]));
        let i = at + the + comparable;
        let hyphened = self.lit(i, "year") && self.mark(i + 1, b'-') && self.any(i + 2, &["ago", "earlier"]);
        if !hyphened {
            return None;
        }
        // "the year-earlier nine months"
        if the == 1
            && let Some((amount, next)) = self.amount(i + 3)
            && let Some(unit) = self.any_unit(next)
        {
            let meaning = Meaning::Duration((amount, unit), None, Stretch::Free);
            return Some(Found::new(at, next + 1, "duration", meaning));
        }
        let fiscal = usize::from(self.is(i + 3, class::FISCAL));
        let quarter = self.ordinal(i + 3 + fiscal).map_or(i + 3 + fiscal, |(_, next)| next);
        let noun = self.any(quarter, &["quarter", "period"]);
        let end = if the == 1 && noun { quarter + 1 } else { i + 3 };
        if quarter > i + 3 + fiscal && noun {
            return None;
        }
        let start = if the == 1 && !noun { i } else { at };
        if start != at {
            return None;
        }
        let meaning = Meaning::Date(When::YearAgo { count: 1, from: From::Reference });
        Some(Found::new(at, end, "shift/year-ago", meaning))
    }

    /// "the corresponding period last year", "the same quarter of the previous year", "last year's quarter".
    fn period_last_year(&self, at: usize) -> Option<usize> {
        let owner =
            self.lit(at, "last") && self.lit(at + 1, "year") && self.mark(at + 2, b'\'') && self.lit(at + 3, "s");
        if owner && self.evidence.business && self.any(at + 4, &["quarter", "period"]) {
            return Some(at + 5);
        }
        let adjective = usize::from(self.any(at + 1, &["same", "corresponding", "comparable"]));
        let quarter = adjective == 0 && self.lit(at, "the") && self.lit(at + 1, "quarter");
        if quarter && self.lit(at + 2, "a") && self.lit(at + 3, "year") && self.any(at + 4, &["ago", "earlier"]) {
            return Some(at + 5);
        }
        let noun = adjective == 1 && self.lit(at, "the") && self.any(at + 2, &["period", "quarter"]);
        let of = at + 3 + usize::from(self.lit(at + 3, "of"));
        let i = of + usize::from(self.lit(of, "the") || self.lit(of, "a"));
        let last = self.any(i, &["last", "previous"]) && self.lit(i + 1, "year");
        let ago = self.lit(i, "year") && self.any(i + 1, &["ago", "earlier", "before"]);
        (noun && (last || ago)).then_some(i + 2)
    }

    /// "the day before", "the day after tomorrow", "the day before yesterday", "the week before", "the day following".
    fn day_before(&self, at: usize) -> Option<Found> {
        if !self.lit(at, "the") {
            return None;
        }
        if let Some(beside) = self.day_beside(at) {
            return Some(beside);
        }
        let unit = self.unit(at + 1).filter(|u| !matches!(u, Unit::Second | Unit::Minute | Unit::Hour))?;
        let sign = match self.word(at + 2).to_ascii_lowercase().as_str() {
            "before" => -1,
            "after" | "following" => 1,
            _ => return None,
        };
        // "the week before last", "the month after next"
        if unit > Unit::Day && self.lit(at + 3, if sign < 0 { "last" } else { "next" }) && self.capital_free(at + 4) {
            let when = When::Offset { unit, count: 2 * sign, from: From::Reference };
            return Some(Found::new(at, at + 4, "shift/before-last", Meaning::Date(when)));
        }
        if unit == Unit::Day && self.lit(at + 3, if sign < 0 { "yesterday" } else { "tomorrow" }) {
            let when = When::Offset { unit, count: 2 * sign, from: From::Reference };
            return Some(Found::new(at, at + 4, "shift/day-before-yesterday", Meaning::Date(when)));
        }
        let when = When::Offset { unit, count: sign, from: From::Discussion };
        self.clause_ends(at + 3).then(|| Found::new(at, at + 3, "shift/day-before", Meaning::Date(when)))
    }

    /// Whether no time word goes on at `at`: "the week before last" ends there, "the week before last Christmas" does not.
    fn capital_free(&self, at: usize) -> bool {
        !self.is(at, class::WEEKDAY | class::MONTH | class::SEASON | class::HOLIDAY | class::UNIT | class::DAY_PART)
    }

    /// "the day before last Tuesday's hearing", "the day after Christmas": next to a day that is named.
    fn day_beside(&self, at: usize) -> Option<Found> {
        let rule = match (self.word(at + 1), self.word(at + 2)) {
            ("day" | "night", "before") | ("eve", "of") => "shift/day-before-date",
            ("day", "after") => "shift/day-after-date",
            _ => return None,
        };
        let named = longer(self.date(at + 3), longer(self.weekday(at + 3), self.holiday(at + 3)))?;
        let is_day = match named.meaning {
            Meaning::Date(When::Field { field, .. }) => matches!(field, Field::Day(..) | Field::Holiday(_)),
            Meaning::Date(When::Weekday { lean, .. }) => lean != Lean::Any,
            _ => false,
        };
        is_day.then(|| Found::new(at, named.end, rule, named.meaning))
    }

    /// "months ago", "years later", "weeks earlier".
    fn vague_shift(&self, at: usize) -> Option<Found> {
        let unit = self.words.get(at).filter(|w| w.is(class::UNITS)).and_then(|w| w.entry.unit)?;
        let past = match self.word(at + 1).to_ascii_lowercase().as_str() {
            "ago" | "earlier" => true,
            "later" => false,
            _ => return None,
        };
        Some(Found::new(at, at + 2, "shift/vague", Meaning::Date(When::VagueOffset { unit, past })))
    }
}
