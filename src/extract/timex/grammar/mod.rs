//! Recognition: where in a sentence a time expression stands and what it says. A small recursive-descent grammar over
//! [`Word`]s; the longest reading at a place wins, and extents follow the TimeML guidelines (with determiner and
//! modifier, without preposition: "the past two months", "early next year").

mod clock;
mod date;
mod duration;
mod number;
mod period;
mod quarter;
mod set;
mod shift;
mod vague;
mod weekday;
mod year;

use super::lexicon::class;
use super::meaning::{Found, Meaning};
use super::words::{Shape, Word};

/// What the whole article says about ambiguous forms.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// Slashed dates put the day first: 23/2/2023 stands somewhere.
    pub day_first: bool,
    /// The article is about a game: halves and quarters are its parts.
    pub sport: bool,
    /// The article is about business: quarters and halves are a year's.
    pub business: bool,
    /// The last year BC that was mentioned; bare numbers near it are years BC.
    pub bc_year: Option<i32>,
    /// The article names a year before 1800 as one ("in 1618"): "until 1648" is a year too, and no clock time.
    pub old_years: bool,
}

/// The words of one sentence, to be parsed.
pub struct Parser<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub evidence: Evidence,
}

impl<'a> Parser<'a> {
    /// All expressions of the sentence, in order, without overlap.
    pub fn expressions(&self, out: &mut Vec<Found>) {
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            if !super::words::may_begin(word, self.words.get(at + 1)) {
                at += 1;
                continue;
            }
            match self.longest(at) {
                Some((found, partner)) => {
                    at = partner.as_ref().map_or(found.end, |p| p.end).max(at + 1);
                    out.push(found);
                    out.extend(partner);
                }
                None => at += 1,
            }
        }
    }

    /// The longest expression at `at`; a range such as "Jan. 6-8" gives two.
    fn longest(&self, at: usize) -> Option<(Found, Option<Found>)> {
        let pair = self.date_pair(at).map(|(a, b)| (a, Some(b)));
        let single = self.expression(at).map(|found| (found, None));
        let reach =
            |m: &Option<(Found, Option<Found>)>| m.as_ref().map_or(0, |(a, b)| b.as_ref().map_or(a.end, |b| b.end));
        if reach(&pair) > reach(&single) || (pair.is_some() && reach(&pair) == reach(&single)) { pair } else { single }
    }

    /// An expression with its modifiers.
    fn expression(&self, at: usize) -> Option<Found> {
        let plain = self.core(at);
        let modified = self.approximate(at).or_else(|| self.edged(at));
        longer(plain, modified)
    }

    /// An expression without "about", "more than", "early", "the end of".
    pub(super) fn core(&self, at: usize) -> Option<Found> {
        let word = self.words.get(at)?;
        let mut best = None;
        let mut consider = |found: Option<Found>| best = longer(best.take(), found);
        if word.shape == Shape::Digits || word.byte == b'\'' || word.byte == b'A' {
            consider(self.numeric_date(at));
            consider(self.day_in_list(at));
            consider(self.year(at));
        }
        consider(self.weekday_nights(at));
        if word.shape == Shape::Digits || word.is(class::CLOCK | class::NUMBER | class::HALF | class::DAY_PART) {
            consider(self.clock_of_range(at));
            consider(self.clock(at));
        }
        consider(self.date(at));
        consider(self.weekday(at));
        consider(self.nth_weekday(at));
        consider(self.weekday_counted(at));
        consider(self.day_part(at));
        consider(self.period(at));
        consider(self.week_of(at));
        consider(self.quarter(at));
        consider(self.season(at));
        consider(self.decade(at));
        consider(self.century(at));
        consider(self.holiday(at));
        consider(self.shift(at));
        consider(self.set(at));
        consider(self.duration(at));
        consider(self.vague(at));
        best
    }

    /// "about two years ago", "more than four hours", "at least the past 18 months".
    fn approximate(&self, at: usize) -> Option<Found> {
        let (modifier, next) = self.approximation(at)?;
        let inner = self.core(next)?;
        let counts = self.words.get(next).is_some_and(|w| w.shape == Shape::Digits)
            || self.is(next, class::NUMBER | class::DET | class::VAGUE | class::HALF);
        let exact = self.words.get(next).is_some_and(|w| w.shape == Shape::Digits)
            || self.is(next, class::MONTH | class::NUMBER);
        let fits = match inner.meaning {
            Meaning::Duration(..) => counts && !self.lit(next, "the") || self.lit(next, "the") && !self.lit(at, "over"),
            Meaning::Date(_) if self.lit(at, "around") => exact || self.lit(next, "year"),
            Meaning::Date(_) => counts && !self.lit(next, "the"),
            Meaning::Time(..) => counts && !self.lit(next, "the"),
            _ => false,
        };
        // "Over three years" may mean during them; "for over three years" says more than.
        let during = self.lit(at, "over")
            && (!matches!(inner.meaning, Meaning::Duration(..))
                || self.is(next, class::VAGUE)
                || !self.after_listed(
                    at,
                    "for last lasted lasting after of took takes spent just well in within since at",
                ));
        (fits && !during).then(|| Found { start: at, ..inner }.with(Some(modifier)))
    }

    fn approximation(&self, at: usize) -> Option<(&'static str, usize)> {
        let code = self.words.get(at).filter(|w| w.is(class::APPROX))?.entry.approx;
        let two = |second: &str, modifier| self.lit(at + 1, second).then_some((modifier, at + 2));
        match self.word(at) {
            w if w.eq_ignore_ascii_case("more") => two("than", "MORE_THAN"),
            w if w.eq_ignore_ascii_case("less") || w.eq_ignore_ascii_case("fewer") => two("than", "LESS_THAN"),
            w if w.eq_ignore_ascii_case("up") => two("to", "EQUAL_OR_LESS"),
            w if w.eq_ignore_ascii_case("at") => two("least", "EQUAL_OR_MORE").or_else(|| two("most", "EQUAL_OR_LESS")),
            w if w.eq_ignore_ascii_case("no") => {
                (self.lit(at + 1, "more") && self.lit(at + 2, "than")).then_some(("EQUAL_OR_LESS", at + 3)).or_else(
                    || (self.lit(at + 1, "less") && self.lit(at + 2, "than")).then_some(("EQUAL_OR_MORE", at + 3)),
                )
            }
            w if w.eq_ignore_ascii_case("some") => self.number(at + 1).map(|_| ("APPROX", at + 1)),
            "c" => (self.mark(at + 1, b'.') && self.glued(at + 1) && self.plain_year(at + 2).is_some())
                .then_some(("APPROX", at + 2)),
            w if w.eq_ignore_ascii_case("ca") || w.eq_ignore_ascii_case("circa") => {
                Some(("APPROX", if self.mark(at + 1, b'.') { at + 2 } else { at + 1 }))
            }
            _ => match code {
                1 => Some(("APPROX", at + 1)),
                2 => Some(("LESS_THAN", at + 1)),
                3 => Some(("MORE_THAN", at + 1)),
                _ => None,
            },
        }
    }

    /// "early next year", "mid-1996", "the end of November", "later this month".
    fn edged(&self, at: usize) -> Option<Found> {
        let start = at;
        let the = usize::from(self.lit(at, "the"));
        let at = at + the + usize::from(self.lit(at + the, "very"));
        let code = self.words.get(at).filter(|w| w.is(class::EDGE))?.entry.edge;
        let noun = ["beginning", "start", "middle", "end", "close", "turn", "onset"].iter().any(|n| self.lit(at, n));
        let mut next = at + 1;
        if self.lit(at + 1, "part") || self.lit(at + 1, "half") && self.lit(at + 2, "of") {
            next += 1;
        }
        if the == 1 && self.hyphen(next) {
            return None;
        }
        let joint = self.mark(next, b'-') && self.glued(next)
            || (self.lit(next, "in") || self.lit(next, "on")) && !self.lit(at, "sometime");
        if noun || next > at + 1 {
            next = self.lit(next, "of").then_some(next + 1)?;
        } else if self.lit(next, "or") && self.is(next + 1, class::EDGE) {
            next += 2;
        } else {
            next += usize::from(joint);
        }
        if the == 1
            && !noun
            && next == at + 1
            && !self.is(next, class::SEASON | class::MONTH | class::DECADE | class::DAY_PART)
            && !self.any_year(next)
            && self.decade(next).is_none()
            && self.century(next).is_none()
        {
            return None;
        }
        let inner = self.core(next)?;
        let comparative = self.lit(at, "earlier") || self.lit(at, "later");
        let named = !matches!(inner.meaning, Meaning::Duration(..) | Meaning::Set(_) | Meaning::Reference(_));
        if !named
            || comparative
                && !self.is(next, class::LEAN | class::DET | class::WEEKDAY | class::DAY_NAME)
                && !self.lit(at + 1, "in")
        {
            return None;
        }
        let modifier = match code {
            1 => Some("START"),
            2 => Some("MID"),
            3 => Some("END"),
            _ => None,
        };
        Some(Found { start, ..inner }.with(modifier))
    }

    // --- looking at words -------------------------------------------------------------------------------------------

    /// The text of a word; empty beyond the sentence.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |w| w.span.of(self.text))
    }

    /// Whether the word is `literal`, in any case.
    pub(super) fn lit(&self, at: usize, literal: &str) -> bool {
        self.words
            .get(at)
            .is_some_and(|w| w.len() == literal.len() && w.span.of(self.text).eq_ignore_ascii_case(literal))
    }

    /// Whether the word is one of `literals`, in any case.
    pub(super) fn any(&self, at: usize, literals: &[&str]) -> bool {
        literals.iter().any(|l| self.lit(at, l))
    }

    /// Whether the word is one of those in `list`, separated by spaces.
    pub(super) fn listed(&self, at: usize, list: &str) -> bool {
        let word = self.word(at).as_bytes();
        !word.is_empty() && list.as_bytes().split(|b| *b == b' ').any(|l| l.eq_ignore_ascii_case(word))
    }

    /// Whether the word before `at` is one of those in `list`.
    pub(super) fn after_listed(&self, at: usize, list: &str) -> bool {
        at.checked_sub(1).is_some_and(|b| self.listed(b, list))
    }

    /// Whether the word has one of `classes`.
    pub(super) fn is(&self, at: usize, classes: u64) -> bool {
        self.words.get(at).is_some_and(|w| w.is(classes))
    }

    /// Whether the word is this mark.
    pub(super) fn mark(&self, at: usize, byte: u8) -> bool {
        self.words.get(at).is_some_and(|w| w.shape == Shape::Mark && w.byte == byte)
    }

    /// Whether no white space stands before the word.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| !w.spaced)
    }

    /// Whether a hyphen joins the words before and after `at`.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        self.mark(at, b'-') && self.glued(at) && self.glued(at + 1)
    }

    /// Whether the word begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.capital)
    }

    /// The place after an abbreviation's full stop, if there is one.
    pub(super) fn skip_dot(&self, at: usize) -> usize {
        if self.mark(at, b'.') && self.glued(at) { at + 1 } else { at }
    }

    /// Whether the word before `at` is one of `literals`.
    pub(super) fn before(&self, at: usize, literals: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|b| self.any(b, literals))
    }

    /// Whether the word before `at` has one of `classes`.
    pub(super) fn before_is(&self, at: usize, classes: u64) -> bool {
        at.checked_sub(1).is_some_and(|b| self.is(b, classes))
    }

    /// Whether a capitalised word that is no time word stands right before `at` (not counting the sentence's first).
    pub(super) fn after_name(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|b| self.words.get(b))
            .is_some_and(|w| w.capital && w.shape == Shape::Letters && w.entry.classes == 0 && (at >= 2 || w.len() > 3))
    }
}

/// The one that reaches further; the first when they reach equally far.
fn longer(a: Option<Found>, b: Option<Found>) -> Option<Found> {
    match (&a, &b) {
        (Some(x), Some(y)) => {
            if y.end > x.end {
                b
            } else {
                a
            }
        }
        (None, _) => b,
        _ => a,
    }
}
