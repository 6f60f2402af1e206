//! Dates as news gives them: bounds rather than points, each with how it was read and how sure that is.

use super::TimexId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A closed range of days; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First possible day; `None` = open.
    pub earliest: Option<NaiveDate>,
    /// Last possible day; `None` = open.
    pub latest: Option<NaiveDate>,
}

impl DateRange {
    /// From `first` to `last`, both included.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Self {
        Self { earliest: Some(first), latest: Some(last) }
    }

    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Self::new(day, day)
    }

    /// The day, if the range is exactly one.
    pub fn as_day(self) -> Option<NaiveDate> {
        self.earliest.filter(|day| self.latest == Some(*day))
    }

    /// Whether neither end is known.
    pub fn is_open(self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }
}

/// When something begins or ends: not before `earliest`, not after `latest`.
pub type Bound = DateRange;

/// A time of day, where the article gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Clock {
    /// Minutes after local midnight, 0…1439.
    pub minute: u16,
}

/// When an event happened, as far as the article says.
///
/// `begin` and `end` each have an earliest and a latest day: a single known day has four equal ones; "since May" has a
/// known begin and an open end; "in March" begins and ends somewhere in March.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDate {
    /// When it begins.
    pub begin: Bound,
    /// When it ends.
    pub end: Bound,
    /// The grain of the words the date was read from.
    pub precision: Precision,
    /// The time of day, if given.
    pub clock: Option<Clock>,
    /// What kind of evidence dates it.
    pub basis: DateBasis,
    /// The time expressions it was read from.
    pub timexes: Vec<TimexId>,
    /// 0…1, calibrated: of those at 0.9, nine in ten are right.
    pub confidence: f32,
    /// How it was read, in a sentence for the reader.
    pub explanation: String,
}

impl EventDate {
    /// The first and last day that it may touch; `None` = open.
    pub fn hull(&self) -> DateRange {
        DateRange { earliest: self.begin.earliest, latest: self.end.latest }
    }

    /// Whether the date was not stated with the event itself.
    pub fn is_inferred(&self) -> bool {
        matches!(self.basis, DateBasis::Caption | DateBasis::Context | DateBasis::Publication)
    }
}

/// The grain of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the season.
    Season,
    /// To the quarter.
    Quarter,
    /// To the year.
    Year,
    /// To the decade.
    Decade,
    /// To the century.
    Century,
    /// Some other range.
    Range,
}

/// The evidence that dates an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// A complete date stands with the event.
    Explicit,
    /// An expression that depends on another day stands with the event.
    Relative,
    /// A photo's caption dates it.
    Caption,
    /// The neighbouring text dates it.
    Context,
    /// Only the article's own day bounds it.
    Publication,
}
