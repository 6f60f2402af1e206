//! What a time expression says before it is read against the article: "last Friday" is a weekday with a lean, "two
//! weeks ago" an offset of weeks. Resolution turns a meaning into calendar days.

use super::calendar::{Period, Season, Unit};
use super::holiday;

/// The year part of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Year {
    /// Not stated.
    Unknown,
    /// Stated.
    Is(i32),
    /// Years from the reference date: "June last year".
    Offset(i32),
    /// Years from the year under discussion: "August of that year".
    That(i32),
}

/// What of a year is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    /// All of it.
    Whole,
    Month(u32),
    /// Month and day.
    Day(u32, u32),
    Quarter(u32),
    Half(u32),
    Season(Season),
    Holiday(holiday::Rule),
}

/// In which direction a word looks: "last Friday", "next summer", "that year".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    None,
    Last,
    Next,
    This,
    That,
    Previous,
    Following,
    /// "on a Monday": some day of that name.
    Any,
}

/// From where an offset is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The article's day.
    Reference,
    /// The date under discussion.
    Discussion,
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Exact(i64),
    /// So many and a half.
    AndHalf(i64),
    /// "several".
    Unknown,
}

impl Amount {
    /// As TIMEX3 writes it.
    pub fn text(self) -> String {
        match self {
            Self::Exact(n) => n.to_string(),
            Self::AndHalf(n) => format!("{n}.5"),
            Self::Unknown => "X".into(),
        }
    }
}

/// A date before resolution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// A part of a year.
    Field { year: Year, field: Field, weekday: Option<u32>, lean: Lean },
    /// "On the 20th": that day of the month told of.
    DayTold(u32),
    /// A weekday, 1 = Monday.
    Weekday { weekday: u32, lean: Lean },
    /// A weekday of the week so many weeks from the article's: "Monday last week".
    WeekdayOf { weekday: u32, weeks: i64 },
    /// A weekday so many weeks beside the next one, or the last: "Monday week", "a week ago on Monday".
    WeekdayOn { weekday: u32, weeks: i64 },
    /// The weekday before or after a day of the year: "the Friday before Christmas".
    WeekdayBeside { weekday: u32, after: bool, year: Year, field: Field },
    /// The same day, week or month so many units back or on: "a year ago today", "20 years ago this month".
    Anniversary { unit: Unit, count: i64, grain: Unit, grains: i64 },
    /// So many units before or after.
    Offset { unit: Unit, count: i64, from: From },
    /// "A year earlier" keeps the grain of what it is compared with: the quarter of the year before.
    YearAgo { count: i32, from: From },
    /// "The 1988 period": the quarter under discussion, in another year.
    PeriodOf(i32),
    /// An unknown number of units before or after.
    VagueOffset { unit: Unit, past: bool },
    /// "the week", "that quarter": the period of this grain under discussion, else the article's own.
    Same { unit: Unit },
    /// Complete in itself.
    Period(Period),
    /// "the '80s": the year's last two digits.
    ShortDecade(i32),
}

/// How far a duration lies from the article's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Not said.
    Free,
    /// Up to it: "the past two months".
    Past,
    /// From it on: "the next few days".
    Future,
}

/// A part of the day, with TIMEX3's code.
pub type DayPart = &'static str;

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TimeOfDay {
    /// `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    pub part: Option<DayPart>,
    /// Minutes after midnight, 1440 for the midnight that ends the day.
    pub minute: Option<u16>,
    /// "ten o'clock": which half of the day is not said.
    pub half_open: bool,
    /// Minutes east of Greenwich, where stated.
    pub zone: Option<i32>,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Date(When),
    /// Without a day: the day under discussion.
    Time(Option<When>, TimeOfDay),
    /// One or two amounts: "a minute and a half", "two years and three months".
    Duration((Amount, Unit), Option<(Amount, Unit)>, Stretch),
    /// "recent months", "coming weeks": no length known, but the article's day ends or begins it.
    Recently(Unit, Stretch),
    /// A recurring time, with its value and what recurs.
    Set(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(&'static str),
}

/// An expression as recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its words, as a range of the sentence's words.
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
    /// TIMEX3 mod.
    pub modifier: Option<&'static str>,
    /// The rule that recognised it: `weekday`, `date/month-day`.
    pub rule: &'static str,
}

impl Found {
    /// An expression of the words `start..end`.
    pub fn new(start: usize, end: usize, rule: &'static str, meaning: Meaning) -> Self {
        Self { start, end, meaning, modifier: None, rule }
    }

    /// The same with a modifier, if there is one.
    pub fn with(mut self, modifier: Option<&'static str>) -> Self {
        self.modifier = modifier.or(self.modifier);
        self
    }
}
