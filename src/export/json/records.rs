//! The members of the contract's objects, in its order: borrowed from the records, written straight to JSON.
//!
//! A tree of JSON values in between cost a quarter of the time of the whole extraction.

use super::iso_day;
use crate::model::{
    Aspect, BlockKind, DateBasis, EntityId, EntityKind, EventClass, EventId, EventKind, Format, MentionForm, MentionId,
    Modality, Part, Precision, QuoteId, QuoteKind, ReferenceBasis, Severity, Tense, TimexId, TimexKind,
};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// The id of the record at this place of its list: `Id('t', 0)` is `t1`.
pub(super) struct Id(pub char, pub usize);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{}{}", self.0, self.1 + 1))
    }
}

/// An id by which a record names another.
#[derive(Clone, Copy)]
pub(super) struct Numbered<T>(pub T);

impl<T: Display> Serialize for Numbered<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// A confidence or salience with two decimals, as a reader would state it.
pub(super) struct Share(pub f32);

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64((f64::from(self.0) * 100.0).round() / 100.0)
    }
}

pub(super) struct Day(pub NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&iso_day(self.0))
    }
}

/// First and last possible day.
#[derive(Serialize)]
pub(super) struct Days {
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
}

/// Code points of the text, end exclusive.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
}

/// A place with the words it names.
#[derive(Serialize)]
pub(super) struct Words<'a> {
    #[serde(flatten)]
    pub place: Place,
    pub text: &'a str,
}

#[derive(Serialize)]
pub(super) struct Extraction<'a> {
    pub schema: &'static str,
    pub id: &'a str,
    pub source: Source<'a>,
    pub language: &'a str,
    pub text: &'a str,
    pub blocks: Vec<Block>,
    pub headline: Option<Words<'a>>,
    pub byline: Vec<Words<'a>>,
    pub publisher: Option<&'a str>,
    pub url: Option<&'a str>,
    pub reference_date: ReferenceDate<'a>,
    pub timexes: Vec<Timex<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub quotes: Vec<Quote<'a>>,
    pub captions: Vec<Caption<'a>>,
    pub event_mentions: Vec<EventMention<'a>>,
    pub events: Vec<Event<'a>>,
    pub diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    pub path: &'a str,
    pub format: Format,
    pub bytes: u64,
    pub sha256: &'a str,
}

#[derive(Serialize)]
pub(super) struct Block {
    #[serde(flatten)]
    pub place: Place,
    pub kind: BlockKind,
}

#[derive(Serialize)]
pub(super) struct ReferenceDate<'a> {
    #[serde(flatten)]
    pub days: Days,
    pub basis: ReferenceBasis,
    pub evidence: Vec<Place>,
    pub explanation: &'a str,
}

#[derive(Serialize)]
pub(super) struct Timex<'a> {
    pub id: Id,
    #[serde(flatten)]
    pub words: Words<'a>,
    #[serde(rename = "type")]
    pub kind: TimexKind,
    pub value: &'a str,
    #[serde(rename = "mod")]
    pub modifier: Option<&'static str>,
    pub range: Option<Days>,
    pub anchor: Option<Anchor>,
    pub rule: &'static str,
    pub reading: &'a str,
}

/// What a time expression was resolved against.
pub(super) enum Anchor {
    Reference,
    Timex(TimexId),
}

impl Serialize for Anchor {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Reference => to.serialize_str("reference"),
            Self::Timex(id) => to.collect_str(id),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Entity<'a> {
    pub id: Id,
    pub kind: EntityKind,
    pub name: &'a str,
    pub aliases: &'a [String],
    pub role: Option<&'a str>,
    pub role_evidence: Vec<Words<'a>>,
    pub mentions: Vec<Mention<'a>>,
}

#[derive(Serialize)]
pub(super) struct Mention<'a> {
    #[serde(flatten)]
    pub words: Words<'a>,
    pub form: MentionForm,
}

#[derive(Serialize)]
pub(super) struct Quote<'a> {
    pub id: Id,
    pub kind: QuoteKind,
    #[serde(flatten)]
    pub place: Place,
    pub parts: Vec<Place>,
    pub text: &'a str,
    pub speaker: Option<Numbered<EntityId>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<Numbered<EntityId>>,
    pub source: Option<Words<'a>>,
    pub cue: Option<Words<'a>>,
    pub rule: &'static str,
    pub confidence: Share,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest<'a>>,
}

#[derive(Serialize)]
pub(super) struct Nearest<'a> {
    pub entity: Numbered<EntityId>,
    pub reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct Caption<'a> {
    pub id: Id,
    #[serde(flatten)]
    pub place: Place,
    pub text: &'a str,
    pub credit: Option<Credit<'a>>,
    pub image: Option<&'a str>,
    pub file_photo: bool,
    pub timexes: Vec<Numbered<TimexId>>,
    pub people: Vec<Numbered<EntityId>>,
    #[serde(rename = "place")]
    pub scene: Option<Numbered<EntityId>>,
    pub events: Vec<Numbered<EventId>>,
    pub links: Vec<Link<'a>>,
}

#[derive(Serialize)]
pub(super) struct Credit<'a> {
    #[serde(flatten)]
    pub place: Place,
    pub photographer: Option<&'a str>,
    pub agency: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Link<'a> {
    pub event: Numbered<EventId>,
    pub why: &'a str,
}

#[derive(Serialize)]
pub(super) struct EventDate<'a> {
    pub begin: Days,
    pub end: Days,
    pub precision: Precision,
    pub clock: Option<String>,
    pub basis: DateBasis,
    pub timexes: Vec<Numbered<TimexId>>,
    pub confidence: Share,
    pub explanation: &'a str,
}

#[derive(Serialize)]
pub(super) struct EventMention<'a> {
    pub id: Id,
    #[serde(flatten)]
    pub words: Words<'a>,
    pub class: EventClass,
    pub tense: Tense,
    pub aspect: Aspect,
    pub modality: Modality,
    pub date: Option<EventDate<'a>>,
    pub event: Option<Numbered<EventId>>,
}

#[derive(Serialize)]
pub(super) struct Event<'a> {
    pub id: Id,
    pub title: &'a str,
    pub kind: EventKind,
    pub modality: Modality,
    #[serde(flatten)]
    pub place: Place,
    pub sources: Vec<Place>,
    pub mentions: Vec<Numbered<MentionId>>,
    pub date: Option<EventDate<'a>>,
    pub participants: Vec<Participant>,
    #[serde(rename = "place")]
    pub scene: Option<Numbered<EntityId>>,
    pub quotes: Vec<Numbered<QuoteId>>,
    pub captions: Vec<Numbered<crate::model::CaptionId>>,
    pub salience: Share,
}

#[derive(Serialize)]
pub(super) struct Participant {
    pub entity: Numbered<EntityId>,
    pub part: Part,
}

#[derive(Serialize)]
pub(super) struct Diagnostic<'a> {
    pub severity: Severity,
    pub message: &'a str,
    pub hint: Option<&'a str>,
    pub start: Option<usize>,
    pub end: Option<usize>,
}
