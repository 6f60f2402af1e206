//! Periods named by their unit and a direction ("last week", "that year", "the third quarter"), seasons and holidays.

use super::Parser;
use crate::extract::timex::calendar::{Season, Unit};
use crate::extract::timex::holiday::holidays;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Amount, Field, Found, From, Lean, Meaning, Stretch, When, Year};
use crate::extract::timex::words::Shape;

impl Parser<'_> {
    /// The unit of a singular word.
    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        self.words.get(at).filter(|w| w.is(class::UNIT)).and_then(|w| w.entry.unit)
    }

    /// "last week", "this year", "the previous month", "that day", "the weekend", "the current fiscal year".
    pub(super) fn period(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let mut i = at + the;
        let code = self.words.get(i).filter(|w| w.is(class::LEAN)).map(|w| w.entry.lean);
        if code.is_some() {
            i += 1;
            if self.lit(at + the, "this") && self.any(i, &["past", "coming", "same"]) {
                i += 1;
            }
            if self.any(at + the, &["that", "this"]) && self.lit(i, "same") {
                i += 1;
            }
        }
        let fiscal = usize::from(self.is(i, class::FISCAL) || self.lit(i, "full") || self.lit(i, "whole"));
        if matches!(code, Some(12 | 4)) && the == 1 && self.lit(i + fiscal, "period") && self.evidence.business {
            let when = When::Same { unit: Unit::Quarter };
            return Some(Found::new(at, i + fiscal + 1, "period", Meaning::Date(when)));
        }
        let unit = self.unit(i + fiscal)?;
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let title = code.is_some() && self.capital(at + the) && self.capital(i + fiscal);
        if title {
            return None;
        }
        let end = i + fiscal + 1;
        let offset = |count, from| When::Offset { unit, count, from };
        let when = match code {
            Some(1) if the == 1 && (unit >= Unit::Decade || self.runs_up_to_now(at, unit)) && !self.lit(end, "of") => {
                return self.past_unit(at, end, unit);
            }
            Some(3) if self.lit(at + the + 1, "past") && self.runs_up_to_now(at, unit) => {
                return self.past_unit(at, end, unit);
            }
            Some(1) if the == 1 && self.lit(end, "of") => {
                let meaning = Meaning::Duration((Amount::Exact(1), unit), None, Stretch::Free);
                return Some(Found::new(at, end, "duration/first", meaning));
            }
            Some(1) if the == 0 || unit != Unit::Day => offset(-1, From::Reference),
            Some(2) if the == 0 => offset(1, From::Reference),
            Some(2) if self.runs_on(at, unit) => return Some(Self::one_unit(at, end, unit, Stretch::Future)),
            Some(2 | 8) => offset(1, From::Discussion),
            Some(3) if unit == Unit::Quarter && self.is_reported(end) => When::Same { unit },
            Some(3) if unit == Unit::Day => When::Same { unit },
            Some(3) if !self.lit(at + the + 1, "same") => offset(
                i64::from(self.lit(at + the + 1, "coming")) - i64::from(self.lit(at + the + 1, "past")),
                From::Reference,
            ),
            Some(3 | 4) if !self.lit(at + the, "intervening") => When::Same { unit },
            Some(5) => return self.past_unit(at, end, unit),
            Some(6) => offset(1, From::Reference),
            Some(7) => offset(-1, From::Discussion),
            Some(9) if unit == Unit::Day => {
                return Some(Found::new(at, end, "vague", Meaning::Reference("PRESENT_REF")));
            }
            Some(9) => offset(0, From::Reference),
            // "in the latest fiscal year": the last that is over.
            Some(12) if unit > Unit::Day && unit != Unit::Weekend => offset(-1, From::Reference),
            Some(12) => When::Same { unit },
            None if the == 1 => return self.the_unit(at, end, unit, fiscal == 1),
            _ => return None,
        };
        if unit == Unit::Quarter || !self.hyphen(end) {
            return Some(Found::new(at, end, "period", Meaning::Date(when)));
        }
        None
    }

    /// "This quarter's loss includes …": in news of results the quarter that they are of, unless it looks ahead.
    fn is_reported(&self, end: usize) -> bool {
        const REACH: usize = 12;
        let owner = self.evidence.business && self.mark(end, b'\'') && self.lit(end + 1, "s");
        owner && !(end..end + REACH).any(|i| self.is(i, class::FUTURE_VERB) || self.listed(i, "may could might"))
    }

    /// "the week of March 6", "the weekend of March 4", "Easter week", "Labor Day weekend".
    pub(super) fn week_of(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lit(at, "the"));
        let weekly = |i: usize| match self.unit(i)? {
            Unit::Week => Some("period/week-of"),
            Unit::Weekend => Some("period/weekend-of"),
            _ => None,
        };
        if let Some(rule) = weekly(at + the).filter(|_| {
            self.lit(at + the + 1, "of") || the == 1 && self.listed(at + the + 1, "beginning commencing starting")
        }) {
            let day = self.date(at + the + 2)?;
            let is_day = matches!(day.meaning, Meaning::Date(When::Field { field: Field::Day(..), .. }));
            return is_day.then(|| Found::new(at, day.end, rule, day.meaning));
        }
        let feast = self.holiday(at + the)?;
        let rule = weekly(feast.end)?;
        Some(Found::new(at, feast.end + 1, rule, feast.meaning))
    }

    /// "over the last year", "in this past week": with these words before it, no calendar period but the time up to now.
    fn runs_up_to_now(&self, at: usize, unit: Unit) -> bool {
        let period = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        period && self.after_listed(at, "in over during within throughout for")
    }

    /// "in the next decade": how long from now on, not which ten years.
    fn runs_on(&self, at: usize, unit: Unit) -> bool {
        unit >= Unit::Decade && self.after_listed(at, "in over during within throughout for")
    }

    /// "the past year" is the year up to now.
    fn past_unit(&self, at: usize, end: usize, unit: Unit) -> Option<Found> {
        Some(Self::one_unit(at, end, unit, Stretch::Past))
    }

    fn one_unit(at: usize, end: usize, unit: Unit, stretch: Stretch) -> Found {
        let rule = if stretch == Stretch::Past { "duration/past" } else { "duration/next" };
        Found::new(at, end, rule, Meaning::Duration((Amount::Exact(1), unit), None, stretch))
    }

    /// "the week", "the quarter", "the year", "the weekend": the one under discussion.
    fn the_unit(&self, at: usize, end: usize, unit: Unit, fiscal: bool) -> Option<Found> {
        // "in the year to March 2025"
        let to = self.lit(end, "to")
            && (self.is(end + 1, class::MONTH | class::SHORT_MONTH) || self.number(end + 1).is_some());
        let account = to && self.after_listed(at, "in for over during");
        if unit == Unit::Year && (account || self.any(end, &["ended", "ending"])) {
            let meaning = Meaning::Duration((Amount::Exact(1), unit), None, Stretch::Free);
            return Some(Found::new(at, end, "duration/year-ended", meaning));
        }
        let free =
            !self.hyphen(end) && !self.is(end, class::SHIFT) && !self.listed(end, "of when that before after in for");
        let usual = match unit {
            _ if self.hyphen(end) && self.lit(end + 1, "to") => false,
            Unit::Weekend | Unit::Quarter => !self.evidence.sport || unit == Unit::Weekend,
            // "a high for the year of $42"
            Unit::Year if self.lit(end, "of") && self.mark(end + 1, b'$') => true,
            Unit::Year | Unit::Week | Unit::Month => free && !self.lit(end, "to") || fiscal,
            _ => false,
        };
        // "the day of the week": any week.
        let any = self.before(at, &["of"]) && at >= 2 && self.any(at - 2, &["day", "days", "time", "times"]);
        let prep = !any && self.after_listed(at, "in during for of this over by through within on from earlier later");
        let owner = unit > Unit::Day && self.mark(end, b'\'') && self.lit(end + 1, "s");
        let full = unit == Unit::Year && self.evidence.business && self.listed(end - 2, "full whole");
        let rule = if full { "period/full-year" } else { "period/the" };
        (usual && (prep || fiscal || owner || matches!(unit, Unit::Weekend | Unit::Quarter)))
            .then(|| Found::new(at, end, rule, Meaning::Date(When::Same { unit })))
    }

    /// "last summer", "the summer of 1955", "summer 2007", "in the spring"; not "the fall of Saigon".
    pub(super) fn season(&self, at: usize) -> Option<Found> {
        let (lean, i) = self.lean_before_name(at);
        let the = usize::from(lean == Lean::None && self.lit(i, "the"));
        let season = self.words.get(i + the).filter(|w| w.is(class::SEASON))?;
        // "the next Winter Games"
        if season.capital && self.capital(i + the + 1) && self.any(i + the + 1, &["games", "olympics", "paralympics"]) {
            return None;
        }
        let next = i + the + 1;
        let season = season.entry.season?;
        let year = self
            .year_after(next)
            .or_else(|| self.year_of_partner_season(next).map(|year| (year, next)))
            .filter(|_| lean == Lean::None);
        let fall = self.lit(i + the, "fall");
        let spring = self.lit(i + the, "spring");
        let alone = match lean {
            Lean::None => {
                let prep = self.after_listed(
                    at,
                    "in since by until during through early late mid of from to over for throughout that into",
                ) || self.before(at, &["-"]) && at >= 2 && self.is(at - 2, class::EDGE);
                let campaign = the == 0
                    && !self.capital(at)
                    && self.listed(next, "offensive offensives campaign campaigns fighting operations");
                if campaign {
                    return Some(Self::season_of(at, next, Year::Unknown, season, lean));
                }
                let verb = the == 0 && (fall || spring && self.before(at, &["to"])) || fall && self.lit(next, "in");
                prep && !verb
                    && !self.hyphen(next)
                    && !self.listed(next, "of s break games olympics semester school camp training")
            }
            Lean::That | Lean::This => !fall || !self.any(next, &["in", "of"]),
            Lean::Last | Lean::Next if !self.lit(at, "the") => !fall || !self.lit(next, "of"),
            _ => !fall || !self.any(next, &["in", "of", "from"]),
        };
        // "the last winter of the war" is told of the war, not of the article's day.
        let definite = self.lit(at, "the") || self.before(at, &["the"]);
        let of_another = lean != Lean::None && definite && self.lit(next, "of");
        let (year, end) = match year {
            _ if of_another => return None,
            Some((year, end)) => (year, end),
            None if alone => (Year::Unknown, next),
            None => return None,
        };
        Some(Self::season_of(at, end, year, season, lean))
    }

    fn season_of(start: usize, end: usize, year: Year, season: Season, lean: Lean) -> Found {
        let when = When::Field { year, field: Field::Season(season), weekday: None, lean };
        Found::new(start, end, "season", Meaning::Date(when))
    }

    /// The year of the second season in "the spring and early summer of 1943".
    fn year_of_partner_season(&self, at: usize) -> Option<Year> {
        let joint = self.any(at, &["and", "or", "to"]);
        let edge = at + 1 + usize::from(self.is(at + 1, class::EDGE));
        let partner = joint && self.is(edge, class::SEASON);
        self.year_after(edge + 1).filter(|_| partner).map(|(year, _)| year)
    }

    /// A named day, with its year: "Christmas Day", "Easter 2024", "last Thanksgiving".
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        let (lean, start) = self.lean_before_name(at);
        let i = if lean == Lean::None { at } else { start };
        if !self.is(i, class::HOLIDAY) || !self.capital(i) {
            return None;
        }
        let first = self.words.get(i)?.byte.to_ascii_lowercase();
        let (holiday, next) = holidays()
            .iter()
            .filter(|h| h.words.first().is_some_and(|word| word.as_bytes().first() == Some(&first)))
            .filter_map(|h| self.name(i, &h.words).map(|next| (h, next)))
            .max_by_key(|(_, next)| *next)?;
        let title_follows =
            self.capital(next) && self.words.get(next).is_some_and(|w| w.spaced && w.entry.classes == 0);
        // "Christmas trees" are no date: a bare feast stands before a mark, a small word or its year.
        let noun = |i: usize| {
            self.words.get(i).is_some_and(|w| {
                w.shape == Shape::Letters
                    && w.spaced
                    && !w.capital
                    && w.entry.classes & !class::OTHER == 0
                    && !self.listed(i, "when that is was were she he they we it i you who which while as if because so")
            })
        };
        // "the Christmas and New Year sales period"
        let paired = self.lit(next, "and") && self.lit(next + 1, "new") && self.lit(next + 2, "year") && noun(next + 3);
        let modifies = noun(next) || paired;
        if next == i + 1 && modifies {
            return None;
        }
        // "Dawn Easter, 43, used …"
        let aged = self.mark(next, b',')
            && self.capital(i.wrapping_sub(1))
            && self.words.get(next + 1).is_some_and(|w| w.shape == Shape::Digits && w.len() <= 2)
            && self.mark(next + 2, b',');
        if next == i + 1 && (title_follows || aged || self.after_name(i)) || self.names_no_day(next) {
            return None;
        }
        let (year, end) = self.year_after(next).filter(|_| lean == Lean::None).unwrap_or((Year::Unknown, next));
        let when = When::Field { year, field: Field::Holiday(holiday.rule), weekday: None, lean };
        Some(Found::new(at, end, "holiday", Meaning::Date(when)))
    }

    /// Whether what follows a date makes it part of a name: "the Good Friday Agreement", "12 May Street", "the 26th of July
    /// Movement".
    pub(super) fn names_no_day(&self, next: usize) -> bool {
        const OF_NAMES: &str = "accord accords agreement airport army ave avenue barracks battalion boulevard bridge brigade city \
            coalition commission crescent drive front highway hospital lane martyrs museum parade park party prison rd road school \
            square stadium street terrace university";
        self.capital(next) && self.listed(next, OF_NAMES) || self.names_no_month(next)
    }

    /// "the October Revolution", "the July Uprising".
    pub(super) fn names_no_month(&self, next: usize) -> bool {
        self.capital(next) && self.listed(next, "massacre movement revolution uprising")
    }

    /// Whether the words of a name stand at `at`; marks inside them ("new year's", "eid al-fitr") are words of their own.
    fn name(&self, at: usize, words: &[&str]) -> Option<usize> {
        let mut i = at;
        for word in words {
            for part in word.split_inclusive(['\'', '-', '.']) {
                let (letters, mark) = match part.as_bytes().last() {
                    Some(m @ (b'\'' | b'-' | b'.')) => (part.get(..part.len() - 1).unwrap_or(""), Some(*m)),
                    _ => (part, None),
                };
                if !letters.is_empty() {
                    if !self.lit(i, letters) {
                        return None;
                    }
                    i += 1;
                }
                if let Some(mark) = mark {
                    if !self.mark(i, mark) {
                        return None;
                    }
                    i += 1;
                }
            }
        }
        Some(i)
    }
}
