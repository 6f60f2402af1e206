//! Times told by their distance from another: "two weeks ago", "a year earlier", "the day before", "ten days later".

use super::Parser;
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Amount, Field, Found, From, Lean, Meaning, When, Year};

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
        let (sign, from, end) = self.shift_word(i)?;
        if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
            let (amount, _) = self.and_half(amount, more + 1);
            return Some(self.hours_ago(at, end, unit, amount));
        }
        let (amount, unit) = match (amount, unit) {
            (Amount::Exact(n), Unit::Decade) => (Amount::Exact(n.saturating_mul(10)), Unit::Year),
            (Amount::Exact(n), Unit::Century) => (Amount::Exact(n.saturating_mul(100)), Unit::Year),
            other => other,
        };
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

    fn hours_ago(&self, at: usize, end: usize, unit: Unit, amount: Amount) -> Found {
        use crate::extract::timex::meaning::Stretch;
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
            "before" if self.lit(at + 1, "that") && self.clause_ends(at + 2) => Some((-1, From::Discussion, at + 2)),
            "before" if self.clause_ends(at + 1) => Some((-1, From::Discussion, at + 1)),
            "after" if self.clause_ends(at + 1) => Some((1, From::Discussion, at + 1)),
            _ => None,
        }
    }

    /// Whether the sentence or a clause ends before `at`.
    fn clause_ends(&self, at: usize) -> bool {
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

    /// "the corresponding period last year", "the same quarter of the previous year".
    fn period_last_year(&self, at: usize) -> Option<usize> {
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
        let unit = self.unit(at + 1).filter(|u| !matches!(u, Unit::Second | Unit::Minute | Unit::Hour))?;
        let sign = match self.word(at + 2).to_ascii_lowercase().as_str() {
            "before" => -1,
            "after" | "following" => 1,
            _ => return None,
        };
        if unit == Unit::Day && self.lit(at + 3, if sign < 0 { "yesterday" } else { "tomorrow" }) {
            let when = When::Offset { unit, count: 2 * sign, from: From::Reference };
            return Some(Found::new(at, at + 4, "shift/day-before-yesterday", Meaning::Date(when)));
        }
        let when = When::Offset { unit, count: sign, from: From::Discussion };
        self.clause_ends(at + 3).then(|| Found::new(at, at + 3, "shift/day-before", Meaning::Date(when)))
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
