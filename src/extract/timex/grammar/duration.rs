//! Lengths of time: "two months", "a year and a half", "three-day", "the past two weeks", "for decades".

use super::Parser;
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Amount, Found, Meaning, Stretch};

impl Parser<'_> {
    pub(super) fn duration(&self, at: usize) -> Option<Found> {
        self.leaning_duration(at)
            .or_else(|| self.counted_duration(at))
            .or_else(|| self.the_units(at))
            .or_else(|| self.bare_units(at))
    }

    /// "the past two months", "the next few days", "the first nine months", "recent years", "coming weeks".
    fn leaning_duration(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the") || self.is(at, class::POSSESSIVE));
        let word = self.words.get(at + the)?;
        let code = if word.is(class::LEAN) { word.entry.lean } else { 0 };
        let first = self.any(at + the, &["first", "final", "initial", "opening"]);
        if code == 0 && !first {
            return self.the_counted(at, the);
        }
        let (amount, next) = self.amount(at + the + 1).unwrap_or((Amount::Unknown, at + the + 1));
        let next = next + usize::from(self.listed(next, "full fiscal trading working business"));
        let plural = self.is(next, class::UNITS);
        if !plural && (amount == Amount::Unknown || !self.is(next, class::UNIT)) {
            return None;
        }
        let unit = self.any_unit(next)?;
        // "the last quarter of an hour"
        if unit == Unit::Quarter && self.lit(next + 1, "of") && self.any(next + 2, &["a", "an"]) {
            return None;
        }
        let (amount, next) = self.and_half(amount, next + 1);
        let (stretch, rule) = match code {
            1 | 5 | 7 | 10 => (Stretch::Past, "duration/past"),
            2 | 6 | 8 => (Stretch::Future, "duration/next"),
            _ if first => (Stretch::Free, "duration/first"),
            11 if unit == Unit::Day && amount == Amount::Unknown => {
                return Some(Found::new(at, next, "vague/present", Meaning::Reference("PRESENT_REF")));
            }
            4 if self.lit(at + the, "that") => return None,
            4 | 9 | 12 | 13 => (Stretch::Free, "duration"),
            _ => return None,
        };
        let counted = self.amount(at + the + 1).is_some();
        // "in past years" is as vague as "in recent years".
        if code == 10 && !counted || code == 5 && the == 0 && amount == Amount::Unknown && !counted {
            let meaning = Meaning::Recently(unit, Stretch::Past);
            return Some(Found::new(at, next, "vague/recent-units", meaning));
        }
        let or_so = 2 * usize::from(self.lit(next, "or") && self.lit(next + 1, "so"));
        let found = Found::new(at, next + or_so, rule, Meaning::Duration((amount, unit), None, stretch));
        Some(found.with((or_so > 0).then_some("APPROX")))
    }

    /// "the two weeks", "its six months".
    fn the_counted(&self, at: usize, the: usize) -> Option<Found> {
        if the == 0 || !self.lit(at, "the") {
            return None;
        }
        let (amount, next) = self.amount(at + 1).filter(|_| !self.any(at + 1, &["a", "an"]))?;
        let unit = self.words.get(next).filter(|w| w.is(class::UNITS)).and_then(|w| w.entry.unit)?;
        Some(Found::new(at, next + 1, "duration", Meaning::Duration((amount, unit), None, Stretch::Free)))
    }

    pub(super) fn and_half(&self, amount: Amount, next: usize) -> (Amount, usize) {
        match amount {
            Amount::Exact(n) if self.lit(next, "and") && self.lit(next + 1, "a") && self.lit(next + 2, "half") => {
                (Amount::AndHalf(n), next + 3)
            }
            _ => (amount, next),
        }
    }

    /// "two days", "a year", "three-day", "27-year-old", "two years and three months", "a minute and a half".
    fn counted_duration(&self, at: usize) -> Option<Found> {
        if self.lit(at, "the") {
            return None;
        }
        if self.is_some_day(at) || self.second_year(at).is_some() {
            return None;
        }
        let (amount, next) = self.amount(at)?;
        // "a decades-long dispute" did not last one, and "a decade-long war" is told with its "decade-long".
        let article = next == at + 1 && self.any(at, &["a", "an"]);
        if article && (self.is(next, class::UNITS) || self.hyphen(next + 1) && self.lit(next + 2, "long")) {
            return None;
        }
        let money = at > 0 && self.mark(at - 1, b'$');
        let hyphen = usize::from(self.hyphen(next));
        let filler = usize::from(
            hyphen == 0
                && self.listed(next, "more full whole long working business trading consecutive straight calendar additional other successive fiscal"),
        );
        let unit = self.any_unit(next + hyphen + filler)?;
        let end = next + hyphen + filler + 1;
        if money || self.ambiguous_unit(at, end, unit) {
            return None;
        }
        if hyphen == 1 && self.any(at, &["a", "an"]) && amount == Amount::Unknown {
            return None;
        }
        let compared = self.mark(end, b'-') && self.any(end + 1, &["ago", "earlier"]);
        let age = self.mark(end, b'-') && self.lit(end + 1, "old")
            || self.lit(end, "old")
            || self.lit(end, "of") && self.lit(end + 1, "age");
        // "24-hour" before a service says that it never closes.
        let always = hyphen == 1
            && matches!(amount, Amount::Exact(24))
            && unit == Unit::Hour
            && self.listed(
                end,
                "news channel channels television tv cable hotline helpline service services clock store shop network",
            );
        let year_like = matches!(amount, Amount::Exact(1000..)) && self.is(end - 1, class::UNIT);
        // "60 Minutes" is a programme, “12 Years a Slave” a film.
        let opens = at.checked_sub(1).is_some_and(|mark| matches!(self.word(mark), "“" | "\"" | "‘" | "'" | "«"));
        let named = unit < Unit::Day || opens && self.is(end - 1, class::UNITS);
        let title = named && hyphen == 0 && self.capital(end - 1);
        let child = age
            && self.mark(end, b'-')
            && self.listed(
                end + 2,
                "son daughter boy girl baby infant child toddler twin twins niece nephew grandson granddaughter",
            );
        if child || compared || year_like || always || title || age && unit == Unit::Year {
            return None;
        }
        if hyphen == 1 && self.is(end - 1, class::UNITS) && unit < Unit::Day {
            return None;
        }
        let amount = match amount {
            Amount::Exact(n) if self.listed(end - 1, "fortnight fortnights") => Amount::Exact(n.saturating_mul(2)),
            other => other,
        };
        let (amount, end) = if hyphen == 0 { self.and_half(amount, end) } else { (amount, end) };
        let second = self.second_amount(end);
        let (extra, end) = second.map_or((None, end), |(part, end)| (Some(part), end));
        let or_so = 2 * usize::from(self.lit(end, "or") && self.lit(end + 1, "so"));
        let found = Found::new(at, end + or_so, "duration", Meaning::Duration((amount, unit), extra, Stretch::Free));
        Some(found.with((or_so > 0).then_some("APPROX")))
    }

    fn second_amount(&self, at: usize) -> Option<((Amount, Unit), usize)> {
        let i = at + usize::from(self.lit(at, "and"));
        if i == at {
            return None;
        }
        let (amount, next) = self.number(i)?;
        let unit = self.words.get(next).filter(|w| w.is(class::UNITS)).and_then(|w| w.entry.unit)?;
        Some(((Amount::Exact(amount), unit), next + 1))
    }

    /// "a second", "one quarter", "a day", "a quarter of": words that count something else.
    fn ambiguous_unit(&self, at: usize, end: usize, unit: Unit) -> bool {
        let article = self.any(at, &["a", "an"]);
        match unit {
            Unit::Second => self.is(end - 1, class::UNIT) && !self.hyphen(end.saturating_sub(2)),
            Unit::Quarter => {
                let share = self.lit(end, "of") && !self.is(at, class::VAGUE);
                share || article || self.lit(end, "century") || self.evidence.sport || self.hyphen(end)
            }
            // "a century by Root"
            Unit::Century => self.evidence.sport && self.lit(end, "by") || self.after_listed(at, "scored hit made"),
            Unit::Decade => false,
            Unit::Hour | Unit::Minute => {
                self.lit(at, "an")
                    && (self.mark(end, b',') && self.before(at, &["miles", "km", "kilometers", "kilometres"]))
                    || self.after_listed(at, "miles kilometers kilometres kph mph")
            }
            Unit::Weekend => article,
            _ => false,
        }
    }

    /// "over the years", "the weeks ahead".
    fn the_units(&self, at: usize) -> Option<Found> {
        let unit = self.words.get(at + 1).filter(|w| w.is(class::UNITS)).and_then(|w| w.entry.unit)?;
        let over = self.before(at, &["over"]) && !self.lit(at + 2, "of");
        let ahead = self.any(at + 2, &["ahead"]) || self.lit(at + 2, "to") && self.lit(at + 3, "come");
        let (end, stretch) = match ahead {
            true => (at + 3 + usize::from(self.lit(at + 2, "to")), Stretch::Future),
            false => (at + 2, Stretch::Free),
        };
        let followed = self.any(at + 2, &["that", "which"]) && self.lit(at + 3, "followed");
        let fits = self.lit(at, "the") && unit >= Unit::Day && unit != Unit::Quarter && (over || ahead || followed);
        fits.then(|| Found::new(at, end, "duration/the", Meaning::Duration((Amount::Unknown, unit), None, stretch)))
    }

    /// "for decades", "within weeks or months", "in months", "years of war", "day-long".
    fn bare_units(&self, at: usize) -> Option<Found> {
        let bare = |end, amount, unit| {
            Some(Found::new(at, end, "duration/bare", Meaning::Duration((amount, unit), None, Stretch::Free)))
        };
        let long = |i: usize| self.hyphen(i) && self.lit(i + 1, "long");
        // "their third day-long meeting"
        if let Some(unit) = self.unit(at).filter(|unit| *unit >= Unit::Hour && long(at + 1)) {
            return if at > 0 && self.hyphen(at - 1) { None } else { bare(at + 3, Amount::Exact(1), unit) };
        }
        let unit = self.words.get(at).filter(|w| w.is(class::UNITS)).and_then(|w| w.entry.unit)?;
        if matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) {
            return None;
        }
        let hours = matches!(unit, Unit::Hour | Unit::Minute);
        let introduced = self.after_listed(
            at,
            "for within in of after over through by last lasted spent took take takes even many or into just with",
        );
        let continued = self.listed(at + 1, "of before after in to") && !hours;
        // "within weeks or months": the shorter names it.
        let or_more = 2 * usize::from(introduced && self.lit(at + 1, "or") && self.is(at + 2, class::UNITS));
        if long(at + 1) {
            return bare(at + 3, Amount::Unknown, unit);
        }
        if introduced || continued { bare(at + 1 + or_more, Amount::Unknown, unit) } else { None }
    }
}
