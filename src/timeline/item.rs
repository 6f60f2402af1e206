//! An item is one event as the timeline needs it: its bounds as numbers, its title, and how sure they are.

use super::time::{DAY_S, TimeRange, next_day, seconds_from_date};
use crate::model::{Clock, Event, EventDate, EventId, EventKind, Modality, Precision};
use crate::project::{ArticleKey, EventKey};
use chrono::NaiveDate;

/// Which event of which article an item is.
pub type ItemKey = EventKey;

/// An event on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which event it is.
    pub key: ItemKey,
    /// Its title.
    pub title: Box<str>,
    /// The shape of its mark.
    pub kind: EventKind,
    /// Whether it happened, is planned, …
    pub modality: Modality,
    /// When; `None` = undated.
    pub when: Option<When>,
    /// 0…1: what is labelled first when room is short.
    pub salience: f32,
    /// How many quotes belong to it.
    pub quotes: u16,
    /// How many photos show it.
    pub photos: u16,
    /// Where its article tells it: orders events of one moment.
    pub told_at: u32,
    /// Number of its colour: the article's place in the project.
    pub series: u32,
}

/// When an item happened: four bounds in seconds since 1970, `earliest ≤ begin`, `end ≤ latest`.
///
/// What lies between `begin_s` and `end_s` certainly belongs to it, if that is in this order; what lies outside
/// `earliest_s` and `latest_s` certainly does not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When {
    /// It cannot begin before.
    pub earliest_s: f64,
    /// It has begun by then.
    pub begin_s: f64,
    /// It has not ended before.
    pub end_s: f64,
    /// It has ended by then.
    pub latest_s: f64,
    /// The beginning is not known: it may reach back further than `earliest_s`.
    pub is_open_before: bool,
    /// The end is not known: it may go on after `latest_s`.
    pub is_open_after: bool,
    /// The grain of the words it was read from.
    pub precision: Precision,
    /// The time of day, if given.
    pub clock: Option<Clock>,
    /// The date was not stated with the event itself.
    pub is_inferred: bool,
    /// 0…1: how sure the date is.
    pub confidence: f32,
}

impl Item {
    /// The item for `event`, the `index`th event of `article`, in the colour `series`.
    pub fn from_event(article: ArticleKey, index: usize, event: &Event, series: u32) -> Self {
        Self {
            key: ItemKey { article, event: EventId::at(index) },
            title: event.title.as_str().into(),
            kind: event.kind,
            modality: event.modality,
            when: event
                .date
                .as_ref()
                .and_then(When::from_date)
                .map(|when| When { is_inferred: event.is_date_inferred(), ..when }),
            salience: if event.salience.is_nan() { 0.0 } else { event.salience.clamp(0.0, 1.0) },
            quotes: u16::try_from(event.quotes.len()).unwrap_or(u16::MAX),
            photos: u16::try_from(event.captions.len()).unwrap_or(u16::MAX),
            told_at: event.span.start,
            series,
        }
    }
}

impl When {
    /// The bounds of `date`; `None` if it states no day at all.
    pub fn from_date(date: &EventDate) -> Option<Self> {
        if let (Some(clock), Some(day)) = (date.clock, date.hull().as_day()) {
            return Some(Self::at_clock(date, day, clock));
        }
        let start = |day: NaiveDate| seconds_from_date(day);
        let end = |day: NaiveDate| seconds_from_date(next_day(day));
        let earliest = date.begin.earliest.map(start);
        let begin = date.begin.latest.map(start);
        let ends = date.end.earliest.map(end);
        let latest = date.end.latest.map(end);
        let first = earliest.or(begin).or(ends.map(|s| s - DAY_S)).or(latest.map(|s| s - DAY_S))?;
        let last = latest.or(ends).or(begin.map(|s| s + DAY_S)).or(earliest.map(|s| s + DAY_S))?;
        let (first, last) = (first.min(last), last.max(first));
        Some(Self {
            earliest_s: first,
            begin_s: begin.unwrap_or(first).clamp(first, last),
            end_s: ends.unwrap_or(last).clamp(first, last),
            latest_s: last,
            is_open_before: date.begin.earliest.is_none(),
            is_open_after: date.end.latest.is_none(),
            precision: date.precision,
            clock: date.clock,
            is_inferred: date.is_inferred(),
            confidence: date.confidence,
        })
    }

    fn at_clock(date: &EventDate, day: NaiveDate, clock: Clock) -> Self {
        let moment = seconds_from_date(day) + f64::from(clock.minute) * 60.0;
        let grain = if date.precision == Precision::Hour { 3_600.0 } else { 60.0 };
        Self {
            earliest_s: moment,
            begin_s: moment,
            end_s: moment + grain,
            latest_s: moment + grain,
            is_open_before: false,
            is_open_after: false,
            precision: date.precision,
            clock: Some(clock),
            is_inferred: date.is_inferred(),
            confidence: date.confidence,
        }
    }

    /// All that it may touch.
    pub fn hull(&self) -> TimeRange {
        TimeRange::new(self.earliest_s, self.latest_s)
    }

    /// What it certainly covers; `None` when it lies somewhere within its hull.
    pub fn certain(&self) -> Option<TimeRange> {
        (self.begin_s < self.end_s).then(|| TimeRange::new(self.begin_s, self.end_s))
    }

    /// Whether it is known to the day or finer and lasts no longer.
    pub fn is_within_a_day(&self) -> bool {
        self.latest_s - self.earliest_s <= DAY_S && !self.is_open_before && !self.is_open_after
    }
}
