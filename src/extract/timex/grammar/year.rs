//! Years: four digits with evidence that they are one, years BC and AD, years in words, decades and centuries.

use super::Parser;
use crate::extract::timex::calendar::Period;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Field, Found, Lean, Meaning, When, Year};
use crate::extract::timex::words::Shape;

fn date(start: usize, end: usize, rule: &'static str, period: Period) -> Found {
    Found::new(start, end, rule, Meaning::Date(When::Period(period)))
}

/// What is so big or strong: "the 1900-seat hall".
const SIZES: &str = "seat seater strong bed room page acre hectare word foot metre meter mile kilometre kilometer km kg kilogram \
    kilo tonne ton pound member capacity horsepower megawatt mw watt litre liter odd point piece unit home house vehicle ship plane \
    passenger person man";

/// What is counted with an "of": "a population of 1984".
const COUNTED: &str =
    "population total sum average score weight length height price cost fine fee maximum minimum number crowd force";

impl Parser<'_> {
    /// Whether a year stands at `at`, whatever stands around it.
    pub(super) fn any_year(&self, at: usize) -> bool {
        self.plain_year(at).is_some() || self.year_in_words(at).is_some()
    }

    /// Four digits that may be a year, with an era ("480 BC", "AD 70", "1215 CE").
    pub(super) fn plain_year(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.words.get(at)?;
        // "AD 70", "A.D. 70"
        let era = match self.word(at) {
            "AD" => at + 1,
            "A" if self.mark(at + 1, b'.') && self.word(at + 2) == "D" => self.skip_dot(at + 3),
            _ => at,
        };
        if era > at {
            let year =
                self.words.get(era).filter(|w| w.shape == Shape::Digits && !w.fancy && (1..3000).contains(&w.value));
            return year.map(|year| (year.value, era + 1));
        }
        if word.shape != Shape::Digits || word.fancy || word.value == 0 || word.value > 9999 {
            return None;
        }
        if let Some((sign, next)) = self.era(at + 1) {
            return Some((if sign < 0 { 1 - word.value } else { word.value }, next));
        }
        let glued_letters = self.glued(at + 1) && self.words.get(at + 1).is_some_and(|w| w.shape == Shape::Letters);
        (word.len() == 4 && (1000..=2199).contains(&word.value) && !glued_letters).then_some((word.value, at + 1))
    }

    /// "BC", "B.C.", "BCE", "CE": the sign, and the place after.
    fn era(&self, at: usize) -> Option<(i32, usize)> {
        if self.is(at, class::ERA) && self.words.get(at).is_some_and(|w| w.capital) {
            let sign = self.words.get(at)?.entry.value;
            return Some((sign, at + 1));
        }
        let dotted = self.any(at, &["b", "a"]) && self.mark(at + 1, b'.') && self.any(at + 2, &["c", "d"]);
        let sign = if self.lit(at, "b") { -1 } else { 1 };
        (dotted && self.capital(at)).then(|| (sign, self.skip_dot(at + 3)))
    }

    fn year_in_words(&self, at: usize) -> Option<(i32, usize)> {
        let tens = |i: usize| self.number(i).filter(|(n, _)| (1..=99).contains(n));
        if self.words.get(at)?.shape != Shape::Letters {
            return None;
        }
        let first = self.words.get(at).filter(|w| w.is(class::NUMBER))?.entry.value;
        if (13..=20).contains(&first) {
            let (rest, next) = tens(at + 1).filter(|(n, _)| *n >= 10)?;
            return Some((first * 100 + i32::try_from(rest).ok()?, next));
        }
        let (n, next) = self.number(at)?;
        let after_year = self.before(at, &["year"]);
        ((2000..=2099).contains(&n) && (after_year || n > 2000)).then_some((n as i32, next))
    }

    /// A year that stands alone.
    pub(super) fn year(&self, at: usize) -> Option<Found> {
        if self.mark(at, b'\'') {
            let short = self.words.get(at + 1).filter(|w| w.shape == Shape::Digits && w.len() == 2 && !w.spaced)?;
            let letters = self.glued(at + 2) && self.words.get(at + 2).is_some_and(|w| w.shape == Shape::Letters);
            let fits =
                !letters && self.after_listed(at, "in since until by of from summer winter spring autumn early late");
            let year = if short.value < 40 { 2000 } else { 1900 } + short.value;
            return fits.then(|| date(at, at + 2, "year", Period::Year(year)));
        }
        if let Some(year) = self.year_of_partner_era(at) {
            return Some(date(at, at + 1, "year", Period::Year(year)));
        }
        if let Some(year) = self.second_year(at) {
            // "the 2016[/17 season]"
            let named = at >= 3 && self.lit(at - 3, "the");
            return Some(date(
                at,
                if named { self.year_noun(at + 1) } else { at + 1 },
                "year/second",
                Period::Year(year),
            ));
        }
        let (year, end) = self.plain_year(at)?;
        let era = end > at + 1;
        if era || self.year_has_evidence(at, year) {
            return Some(date(at, end, "year", Period::Year(year)));
        }
        None
    }

    /// Where a year ends that says which kind it is: "2024 [financial year]", "2024 [season]".
    fn year_noun(&self, end: usize) -> usize {
        let kind = self.is(end, class::FISCAL) || self.any(end, &["academic", "school", "tax"]);
        let year = end + usize::from(kind);
        if self.lit(year, "year") || self.lit(end, "season") { year + 1 } else { end }
    }

    /// The second year of "2016-17", "1914–18", "2009/2010": two digits go on within the century, or begin the next.
    /// "2016-04" may be a month: only the very next year is certain there.
    pub(super) fn second_year(&self, at: usize) -> Option<i32> {
        let short = self.words.get(at).filter(|w| w.shape == Shape::Digits && matches!(w.len(), 2 | 4) && !w.fancy)?;
        let joint = at.checked_sub(1).filter(|j| self.glued(at) && self.glued(*j))?;
        let joined = self.hyphen(joint) || self.mark(joint, b'/');
        let (first, end) = self.plain_year(joint.checked_sub(1)?)?;
        if !joined || end != joint || first < 1800 || self.glued(at + 1) && self.continues(at + 1) {
            return None;
        }
        let same = first - first % 100 + short.value;
        let next = if same > first { same } else { same + 100 };
        let year = if short.len() == 4 { short.value } else { next };
        let month = (1..=12).contains(&short.value);
        let near = if month { 1 } else { 20 };
        ((first + 1)..=(first + near)).contains(&year).then_some(year)
    }

    /// Whether what is glued on makes the number another thing: "2016-17-A", "2016/17/3".
    fn continues(&self, at: usize) -> bool {
        let joins = |i: usize| self.hyphen(i) || self.mark(i, b'/');
        self.words.get(at).is_some_and(|w| w.shape != Shape::Mark) || joins(at) && self.glued(at + 1)
    }

    /// The first year of "490-480 BC", "496 and 495 BC".
    fn year_of_partner_era(&self, at: usize) -> Option<i32> {
        let number = |i: usize| {
            self.words.get(i).filter(|w| w.shape == Shape::Digits && !w.fancy && (1..3000).contains(&w.value))
        };
        let joint = self.mark(at + 1, b'-') || self.any(at + 1, &["and", "or", "to"]);
        let (first, second) = (number(at)?, number(at + 2).filter(|_| joint)?);
        let (sign, _) = self.era(at + 3)?;
        let orderly = (sign < 0) == (first.value > second.value);
        orderly.then_some(if sign < 0 { 1 - first.value } else { first.value })
    }

    /// A bare number near years BC: "In 480 …".
    pub(super) fn bare_bc_year(&self, at: usize) -> Option<Found> {
        let known = self.evidence.bc_year?;
        let word =
            self.words.get(at).filter(|w| w.shape == Shape::Digits && !w.fancy && (1..1000).contains(&w.value))?;
        let year = 1 - word.value;
        let prep = self.after_listed(at, "in since until by of from");
        let ends = self.words.get(at + 1).is_none_or(|w| w.shape == Shape::Mark && w.byte != b'%' && w.byte != b'-');
        (prep && ends && (year - known).abs() <= 120).then(|| date(at, at + 1, "year", Period::Year(year)))
    }

    fn year_has_evidence(&self, at: usize, year: i32) -> bool {
        if self.is(at + 1, class::UNIT | class::UNITS)
            || self.mark(at + 1, b'%')
            || self.hyphen(at + 1) && (self.is(at + 2, class::UNIT | class::UNITS) || self.listed(at + 2, SIZES))
            || self.after_listed(at, "of to by") && at >= 2 && self.listed(at - 2, COUNTED)
            || self.after_listed(at, "against kilometre kilometer km mile")
        {
            return false;
        }
        if self.mark(at + 1, b':') && self.glued(at + 1) && self.glued(at + 2) {
            return false;
        }
        let modern = (1800..=2099).contains(&year);
        if modern && self.hyphen(at + 1) && self.any_year(at + 2) {
            return true;
        }
        let Some(b) = at.checked_sub(1) else {
            return modern && !self.counts_things(at + 1);
        };
        let before = &self.words[b];
        if before.shape == Shape::Mark {
            return match before.byte {
                b'(' | b',' | b';' | b'"' | b':' | b'[' => modern && !self.counts_things(at + 1),
                b'-' | b'/' => {
                    modern
                        && (before.spaced
                            || b.checked_sub(1).is_some_and(|a| self.any(a, &["post", "pre"]))
                            || b.checked_sub(1).is_some_and(|a| {
                                self.plain_year(a).is_some() || self.is(a, class::EDGE) || self.is(a, class::MONTH)
                            }))
                }
                b'.' => modern && (self.before_is(b, class::SHORT_MONTH) || !self.counts_things(at + 1)),
                b'\'' => self.before(b, &["s"]) && modern,
                _ => false,
            };
        }
        // "in about 1850", "around 1997"
        if self.any(b, &["about", "around"]) && modern {
            let dated = b.checked_sub(1).is_some_and(|i| self.listed(i, "in since from until by of"));
            let ends = self.clause_ends(at + 1) || self.listed(at + 1, "and as by in to when with");
            return ends && (dated || self.lit(b, "around") && (1900..2050).contains(&year) && year % 10 != 0);
        }
        let strong = self.listed(b, "in since until till during by before after early late mid year fiscal late through between from of to for or and");
        if strong {
            let weak = self.listed(b, "of to for from by and or after before");
            // "buses from 1530": hours and minutes, unless the article tells of such times.
            let clock =
                year < 1800 && year % 100 < 60 && !self.any(b, &["in", "since", "of", "year", "early", "mid", "late"]);
            if clock && !self.evidence.old_years {
                return false;
            }
            return (year >= 1300 || modern || self.any(b, &["in", "since", "until"]))
                && !(self.counts_things(at + 1) && (weak || !modern));
        }
        if before.is(class::DET | class::POSSESSIVE) && !self.any(b, &["a", "an"]) && year >= 1900 && modern {
            return true;
        }
        if before.is(class::SEASON
            | class::MONTH
            | class::SHORT_MONTH
            | class::DET
            | class::POSSESSIVE
            | class::HOLIDAY
            | class::EDGE
            | class::WEEKDAY)
        {
            return modern && !self.counts_things(at + 1);
        }
        let edition = before.capital && self.listed(b, "conference congress summit cup olympics games expo festival championship championships forum awards fair convention prix");
        // "at CES 2012", but no "RTX 2060"
        let acronym = before.len() >= 3 && before.span.of(self.text).bytes().all(|b| b.is_ascii_uppercase());
        let held = acronym && (1950..2050).contains(&year) && self.after_listed(b, "at to during from since");
        let edition = edition || held;
        let numbered = before.capital && b > 0 && !edition
            || self.listed(b, "page room number no gate route highway flight unit line code section article resolution channel hit some nearly about around over than least carried");
        modern && !numbered && !self.counts_things(at + 1)
    }

    /// Whether the word is a plural noun that the number would count: "2010 passengers".
    fn counts_things(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            let text = w.span.of(self.text);
            w.shape == Shape::Letters
                && w.spaced
                && !w.capital
                && w.entry.classes == 0
                && (text.len() > 3
                    && text.ends_with('s')
                    && !text.ends_with("ss")
                    && !text.ends_with("us")
                    && !matches!(
                        text,
                        "was"
                            | "elections"
                            | "results"
                            | "earnings"
                            | "sales"
                            | "Olympics"
                            | "has"
                            | "levels"
                            | "figures"
                            | "prices"
                            | "profits"
                            | "talks"
                            | "this"
                            | "its"
                            | "attacks"
                            | "protests"
                            | "games"
                    )
                    || matches!(
                        text,
                        "people"
                            | "men"
                            | "women"
                            | "children"
                            | "percent"
                            | "dollars"
                            | "km"
                            | "miles"
                            | "feet"
                            | "meters"
                            | "metres"
                            | "pounds"
                            | "tons"
                            | "m"
                            | "kg"
                            | "mm"
                            | "cm"
                            | "ft"
                            | "cc"
                            | "hp"
                    ))
        })
    }

    /// "fiscal 1989", "the year 2000", "nineteen ninety-six", "the 1988 period", "the fiscal year", "FY2007".
    pub(super) fn named_year(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let i = at + the;
        if self.any(i, &["fiscal", "financial", "calendar"]) {
            let year_word = usize::from(self.lit(i + 1, "year"));
            let of = usize::from(year_word == 1 && self.lit(i + 2, "of"));
            if let Some((year, end)) = self.plain_year(i + 1 + year_word + of) {
                return Some(date(at, end, "year/fiscal", Period::Year(year)));
            }
        }
        if self.word(i) == "FY" {
            let short = self.words.get(i + 1).filter(|w| w.shape == Shape::Digits && w.len() == 2 && !w.fancy);
            let year = self.plain_year(i + 1).or_else(|| short.map(|w| (2000 + w.value, i + 2)));
            return year.map(|(year, end)| date(at, end, "year/fiscal", Period::Year(year)));
        }
        if self.lit(i, "year")
            && let Some((year, end)) = self.plain_year(i + 1).or_else(|| self.year_in_words(i + 1))
        {
            return Some(date(at, end, "year/named", Period::Year(year)));
        }
        if let Some((year, end)) = self.year_in_words(i).filter(|_| the == 0) {
            return Some(date(at, end, "year/words", Period::Year(year)));
        }
        if the == 1 {
            let (year, end) = self.plain_year(i).filter(|(y, e)| *e == i + 1 && (1900..2100).contains(y))?;
            // "after [the 2016]/17 season"
            let last = if self.second_year(end + 1).is_some() { end + 2 } else { end };
            let noun = self.year_noun(last) > last || self.any(last, &["period", "quarter"]);
            if last > end {
                return noun.then(|| date(at, end, "year/named", Period::Year(year)));
            }
            let days = !self.hyphen(end) && !self.mark(end, b'/');
            if days && self.evidence.business && self.any(end, &["period", "quarter"]) {
                let meaning = Meaning::Date(When::PeriodOf(year));
                return Some(Found::new(at, end + 1, "quarter/of-year", meaning));
            }
            let end = self.year_noun(end).max(end + 1);
            return (noun && days).then(|| date(at, end, "year/named", Period::Year(year)));
        }
        None
    }

    /// "the 1990s", "the '80s", "the nineties", "1980's", "the 470s BC".
    pub(super) fn decade(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let mut i = at + the;
        // "the nineteen-nineties"
        let hundreds = self.words.get(i).filter(|w| w.is(class::NUMBER) && (13..=20).contains(&w.entry.value));
        let tens = i + 1 + usize::from(self.hyphen(i + 1));
        if let (Some(hundreds), true) = (hundreds, self.is(tens, class::DECADE)) {
            let year = hundreds.entry.value * 100 + self.words.get(tens)?.entry.value;
            return Some(date(at, tens + 1, "decade", Period::Decade(year)));
        }
        // "the early nineties", "the mid-80s", and no "her late 20s"
        let edge = at.checked_sub(1 + usize::from(at > 1 && self.hyphen(at - 1)));
        let edged = edge.is_some_and(|edge| self.is(edge, class::EDGE) && self.before(edge, &["the"]));
        if (the == 1 || edged) && self.is(i, class::DECADE) {
            let meaning = When::ShortDecade(self.words.get(i)?.entry.value);
            return Some(Found::new(at, i + 1, "decade/short", Meaning::Date(meaning)));
        }
        let apostrophe = self.mark(i, b'\'');
        i += usize::from(apostrophe);
        let word = self.words.get(i).filter(|w| w.shape == Shape::Digits && !w.fancy && w.value % 10 == 0)?;
        let quote = usize::from(self.mark(i + 1, b'\'') && self.glued(i + 1));
        if !(self.lit(i + 1 + quote, "s") && self.glued(i + 1 + quote)) {
            return None;
        }
        let end = i + 2 + quote;
        if word.len() == 4 && (1000..2200).contains(&word.value) {
            // "the 1400s": of a time told in centuries.
            let century = word.value % 100 == 0 && word.value < 1900;
            let period = if century { Period::Century(word.value / 100 + 1) } else { Period::Decade(word.value) };
            return Some(date(at, end, if century { "century" } else { "decade" }, period));
        }
        if let Some((sign, end)) = self.era(end).filter(|_| word.value < 1000) {
            let year = if sign < 0 { -word.value } else { word.value };
            return Some(date(at, end, "decade", Period::Decade(year)));
        }
        // "scores in the mid-30s" are none.
        let named = the == 1 || edged && self.after_listed(at, "early late");
        let short = word.len() == 2 && (apostrophe || named && word.value >= 20 && !self.has_degrees());
        short.then(|| Found::new(at, end, "decade/short", Meaning::Date(When::ShortDecade(word.value))))
    }

    /// Whether the sentence tells of temperatures, which are in the 90s as well.
    fn has_degrees(&self) -> bool {
        (0..self.words.len()).any(|i| self.listed(i, "temperature temperatures degrees highs lows mercury mph kph"))
    }

    /// "the 19th century", "the early 21st century", "the fourth century BC".
    pub(super) fn century(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let (n, next) = self.ordinal(at + the)?;
        let next = next + usize::from(self.hyphen(next));
        if !self.lit(next, "century") || !(1..=40).contains(&n) {
            return None;
        }
        // "20th Century Fox", "his 20th century", scored with a bat
        let named = self.capital(next) && self.capital(next + 1) && !self.is(next + 1, class::ERA);
        if named || the == 0 && self.after_listed(at, "his her hit scored") {
            return None;
        }
        let n = i32::try_from(n).ok()?;
        let (century, end) = match self.era(next + 1) {
            Some((sign, end)) => (n * sign.signum(), end),
            None => (n, next + 1),
        };
        Some(date(at, end, "century", Period::Century(century)))
    }

    /// The year that follows a month or season: ", 1998", "1998", "of 1998", "'98", "last year", "of that year".
    pub(super) fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        let comma = usize::from(self.mark(at, b',') && self.glued(at));
        if let Some((year, end)) = self.plain_year(at + comma).or_else(|| self.year_in_words(at + comma)) {
            return Some((Year::Is(year), end));
        }
        if comma == 1 {
            return None;
        }
        if self.mark(at, b'\'') {
            let word = self.words.get(at + 1).filter(|w| w.shape == Shape::Digits && w.len() == 2 && !w.spaced)?;
            return Some((Year::Is(if word.value < 40 { 2000 } else { 1900 } + word.value), at + 2));
        }
        let of = usize::from(self.lit(at, "of") || self.lit(at, "in"));
        if of == 1
            && let Some((year, end)) = self.plain_year(at + 1).or_else(|| self.year_in_words(at + 1))
        {
            return Some((Year::Is(year), end));
        }
        let i = at + of;
        let the = usize::from(self.lit(i, "the"));
        if !self.lit(i + the + 1, "year") {
            return None;
        }
        let year = match self.word(i + the).to_ascii_lowercase().as_str() {
            "last" => Year::Offset(-1),
            "this" | "current" => Year::Offset(0),
            "next" if the == 0 => Year::Offset(1),
            "that" | "same" => Year::That(0),
            "previous" | "preceding" => Year::That(-1),
            "following" | "next" => Year::That(1),
            _ => return None,
        };
        Some((year, i + the + 2))
    }

    /// A part of a stated year.
    pub(super) fn field(start: usize, end: usize, rule: &'static str, year: Year, field: Field) -> Found {
        let when = When::Field { year, field, weekday: None, lean: Lean::None };
        Found::new(start, end, rule, Meaning::Date(when))
    }
}
