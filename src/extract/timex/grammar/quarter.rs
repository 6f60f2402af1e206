//! Quarters and halves of a year in all their spellings: "the third quarter of 2025", "4Q25", "H1 2025", "the December
//! quarter". Those of a game are none.

use super::Parser;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Field, Found, Year};
use crate::extract::timex::words::{Shape, Word};

impl Parser<'_> {
    /// "the third quarter", "third-quarter", "this year's first quarter", "the second half of 2008", "Q3 2024".
    pub(super) fn quarter(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.short_quarter(at).or_else(|| self.quarter_of_month(at)) {
            return Some(found);
        }
        let mut i = at + usize::from(self.lit(at, "the"));
        let mut year = Year::Unknown;
        if let Some((stated, next)) = self.year_before_quarter(i) {
            (year, i) = (stated, next);
        }
        i += usize::from(self.is(i, class::FISCAL));
        if let Some(half) = self.two_quarters(at, i) {
            return Some(half);
        }
        let (n, next) = match self.ordinal(i) {
            Some(found) => found,
            None if self.any(i, &["latter", "final", "last"]) => (if self.lit(i + 1, "half") { 2 } else { 4 }, i + 1),
            None => return None,
        };
        let next = next + usize::from(self.hyphen(next)) + usize::from(self.is(next, class::FISCAL));
        let n = u32::try_from(n).ok()?;
        if self.lit(at, "the") && self.hyphen(next - 1) {
            return None;
        }
        let half = self.lit(next, "half");
        // "the second and fourth quarters"
        let paired = |at: usize| {
            self.lit(at, "quarters") && self.before(i, &["and", "or"]) && self.before_is(i - 1, class::ORDINAL)
        };
        if let Some(end) = self.paired_quarter(next) {
            let year = self.year_after(end).map_or(year, |(year, _)| year);
            return (n <= 4).then(|| Self::field(at, next, "quarter", year, Field::Quarter(n)));
        }
        if !((self.lit(next, "quarter") || paired(next)) && n <= 4 || half && n <= 2) {
            return None;
        }
        let after = self.year_after(next + 1).or_else(|| self.of_fiscal_year(next + 1));
        let (year, end) = match after {
            Some((stated, end)) if year == Year::Unknown => (stated, end),
            _ => (year, next + 1),
        };
        // "the second half of the year"
        let of_the_year = year == Year::Unknown
            && (self.lit(end, "of") && self.lit(end + 1, "the") && self.lit(end + 2, "year"))
            && !self.listed(end + 3, "ended ending to");
        let end = end + if of_the_year { 3 } else { 0 };
        let stated = year != Year::Unknown;
        let business = self.evidence.business && !self.evidence.sport;
        let fits = if half {
            stated || of_the_year || business && self.before(at, &["in", "for", "during", "of"])
        } else {
            stated || business || !self.evidence.sport && !self.lit(i, "last") && !self.has_score()
        };
        let pointed =
            i > at || stated || self.hyphen(next.saturating_sub(1)) || !self.any(i, &["last", "final", "latter"]);
        let field = if half { Field::Half(n) } else { Field::Quarter(n) };
        (fits && pointed).then(|| Self::field(at, end, if half { "half" } else { "quarter" }, year, field))
    }

    /// Where "and fourth quarters" ends.
    fn paired_quarter(&self, at: usize) -> Option<usize> {
        let (_, next) = self.ordinal(at + 1).filter(|_| self.any(at, &["and", "or"]))?;
        self.lit(next, "quarters").then_some(next + 1)
    }

    /// "the first two quarters of 1990" are a half of it.
    fn two_quarters(&self, at: usize, i: usize) -> Option<Found> {
        let half = 1 + u32::from(self.any(i, &["last", "final"]));
        let two = (half == 2 || self.lit(i, "first")) && self.lit(i + 1, "two") && self.lit(i + 2, "quarters");
        let (year, end) = self.year_after(i + 3).filter(|_| two)?;
        Some(Self::field(at, end, "half", year, Field::Half(half)))
    }

    fn of_fiscal_year(&self, at: usize) -> Option<(Year, usize)> {
        let i = at + usize::from(self.lit(at, "of")) + usize::from(self.lit(at + 1, "the"));
        if !self.is(i, class::FISCAL) {
            return None;
        }
        let year_word = usize::from(self.lit(i + 1, "year"));
        self.plain_year(i + 1 + year_word).map(|(year, end)| (Year::Is(year), end))
    }

    /// "this year's", "last year's", "the 1988".
    fn year_before_quarter(&self, at: usize) -> Option<(Year, usize)> {
        if let Some((year, next)) = self.plain_year(at) {
            return Some((Year::Is(year), next));
        }
        let offset = match self.word(at).to_ascii_lowercase().as_str() {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => {
                let ago = self.any(at, &["year"]) && self.mark(at + 1, b'-') && self.any(at + 2, &["ago", "earlier"]);
                return ago.then_some((Year::Offset(-1), at + 3));
            }
        };
        let possessive = self.lit(at + 1, "year") && self.mark(at + 2, b'\'') && self.lit(at + 3, "s");
        possessive.then_some((Year::Offset(offset), at + 4))
    }

    /// "Q3", "Q3 2024", "4Q25", "Q4 FY26", "H1 2025", "1H25".
    fn short_quarter(&self, at: usize) -> Option<Found> {
        let count = |i: usize| self.words.get(i).filter(|w| w.shape == Shape::Digits && w.len() == 1);
        let letter = |i: usize| matches!(self.word(i), "Q" | "H");
        let (number, letter, swapped) = match letter(at) {
            true => (count(at + 1)?, at, false),
            false => (count(at)?, at + 1, true),
        };
        let half = self.word(letter) == "H";
        let n = u32::try_from(number.value).ok().filter(|n| (1..=if half { 2 } else { 4 }).contains(n))?;
        let next = at + 2;
        if !self.glued(at + 1) || swapped && !matches!(self.word(letter), "Q" | "H") {
            return None;
        }
        let digits =
            |i: usize, len: usize| self.words.get(i).filter(|w| w.shape == Shape::Digits && !w.fancy && w.len() == len);
        let fiscal = self.word(next) == "FY";
        let i = next + usize::from(fiscal);
        let short = digits(i, 2).filter(|_| fiscal || swapped && self.glued(next)).map(|w| 2000 + w.value);
        let year =
            short.or_else(|| digits(i, 4).filter(|_| fiscal).map(|w| w.value)).map(|year| (Year::Is(year), i + 1));
        let stated = year.or_else(|| self.year_after(next));
        let more = self.glued(next) && self.words.get(next).is_some_and(|w| w.shape != Shape::Mark);
        let (year, end) = match stated {
            Some(found) => found,
            None if more || (half || swapped) && !(self.evidence.business && self.before_is(at, class::PREP)) => {
                return None;
            }
            None => (Year::Unknown, next),
        };
        let (rule, field) = if half { ("half", Field::Half(n)) } else { ("quarter", Field::Quarter(n)) };
        Some(Self::field(at, end, rule, year, field))
    }

    /// "the December quarter", "the June 2025 quarter": the one that ends with that month.
    fn quarter_of_month(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let (month, next) = self.month(at + the).filter(|(month, _)| month % 3 == 0)?;
        let (year, next) = self.plain_year(next).map_or((Year::Unknown, next), |(year, next)| (Year::Is(year), next));
        let next = next + usize::from(self.hyphen(next));
        let end = next + usize::from(the == 1 || year != Year::Unknown);
        (self.lit(next, "quarter") && the == 1)
            .then(|| Self::field(at, end, "quarter", year, Field::Quarter(month / 3)))
    }

    /// Whether the sentence tells a score, "led 32-20": its quarters are a game's.
    fn has_score(&self) -> bool {
        self.words.windows(3).any(|w| {
            let [a, mark, b] = w else { return false };
            let points = |w: &Word| w.shape == Shape::Digits && !w.fancy && w.len() <= 3;
            points(a) && points(b) && mark.byte == b'-' && !mark.spaced && !b.spaced
        })
    }
}
