//! An extraction is all that was found in one article. It is derived: the same text and version give the same records.

use super::{Caption, DateRange, Entity, Event, EventMention, Quote, Span, Timex};
use serde::{Deserialize, Serialize};

/// Everything found in one article; lists are in text order and a record's id is its place in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// What "today" means in the article.
    pub reference_date: ReferenceDate,
    /// Time expressions.
    pub timexes: Vec<Timex>,
    /// People, organisations, places, groups.
    pub entities: Vec<Entity>,
    /// What was said.
    pub quotes: Vec<Quote>,
    /// Photo captions.
    pub captions: Vec<Caption>,
    /// Words that name happenings.
    pub event_mentions: Vec<EventMention>,
    /// Happenings.
    pub events: Vec<Event>,
    /// What was doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// The day from which an article's relative dates are read (TimeML: document creation time).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReferenceDate {
    /// The days it may be; one day when known.
    pub range: DateRange,
    /// What it rests on.
    pub basis: ReferenceBasis,
    /// The words of the article that give it.
    pub evidence: Vec<Span>,
    /// How it was found, for the reader.
    pub explanation: String,
}

/// What a reference date rests on, strongest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferenceBasis {
    /// The user.
    Given,
    /// The file's metadata.
    Metadata,
    /// The page's address.
    Url,
    /// The dateline.
    Dateline,
    /// A date beside the author.
    Byline,
    /// Photo captions.
    Caption,
    /// The text.
    Text,
    /// Nothing: unknown.
    #[default]
    None,
}

/// A message about an article: what is doubtful or failed, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// What.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where.
    pub span: Option<Span>,
}

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Doubtful; the records are there.
    Warning,
    /// Something is missing.
    Error,
}
