//! A time expression in the sense of TIMEX3 (ISO 24617-1, TimeML): words that name a date, time, duration or set.

use super::{DateRange, Span};
use serde::{Deserialize, Serialize};

super::record_id!(
    /// A timex's place in its extraction.
    TimexId, "t"
);

/// Words that name a time, with their normalised value.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// The words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// TIMEX3 value: `2026-01-06`, `2026-W02`, `P2M`, `PAST_REF`, `XXXX-01-06` when the year is unknown.
    pub value: String,
    /// TIMEX3 mod: `EARLY`, `MID`, `END`, `APPROX`, `BEFORE`, …
    pub modifier: Option<&'static str>,
    /// The days it may denote; `None` for durations, sets and references without a calendar value.
    pub range: Option<DateRange>,
    /// Minutes after midnight for a clock time.
    pub clock: Option<super::Clock>,
    /// What it was read from.
    pub anchor: TimexAnchor,
    /// The rule that found and read it: `weekday/past`.
    pub rule: &'static str,
    /// How it was read, as a clause for the reader: `the latest Tuesday up to the article's day, 6 January 2026`.
    pub reading: String,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// What a relative expression was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexAnchor {
    /// Nothing: complete in itself, or without calendar value.
    None,
    /// The article's reference date.
    Reference,
    /// Another expression of the article.
    Timex(TimexId),
}
