//! An event mention is one word or phrase that names a happening (TimeML EVENT); an event is the happening itself,
//! however often the article tells it.

use super::{CaptionId, DateBasis, EntityId, EventDate, QuoteId, Span};
use serde::{Deserialize, Serialize};

super::record_id!(
    /// A mention's place in its extraction.
    MentionId, "m"
);
super::record_id!(
    /// An event's place in its extraction.
    EventId, "v"
);

/// A word or phrase that names a happening or state.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMention {
    /// The head word or phrase.
    pub span: Span,
    /// TimeML class.
    pub class: EventClass,
    /// Grammatical tense.
    pub tense: Tense,
    /// Grammatical aspect.
    pub aspect: Aspect,
    /// Whether it is said to have happened.
    pub modality: Modality,
    /// When, as far as known.
    pub date: Option<EventDate>,
    /// The event it is a mention of, if that is shown.
    pub event: Option<EventId>,
}

/// TimeML event classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EventClass {
    /// Something happens.
    Occurrence,
    /// Somebody says something.
    Reporting,
    /// Something is so.
    State,
    /// Somebody means, wants or tries something.
    IAction,
    /// Somebody believes or expects something.
    IState,
    /// Something begins, goes on or ends.
    Aspectual,
    /// Somebody sees or hears something.
    Perception,
}

/// Grammatical tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Tense {
    /// said
    Past,
    /// says
    Present,
    /// will say
    Future,
    /// to say
    Infinitive,
    /// saying
    Participle,
    /// a noun or adjective
    None,
}

/// Grammatical aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Aspect {
    /// Neither.
    None,
    /// is saying
    Progressive,
    /// has said
    Perfective,
}

/// Whether a happening is said to have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened or happens.
    Actual,
    /// It is going to happen.
    Planned,
    /// It may or might.
    Hypothetical,
    /// It did not.
    Negated,
}

/// A happening that the timeline shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// A headline for it, at most 80 characters.
    pub title: String,
    /// What sort of mark it gets.
    pub kind: EventKind,
    /// Whether it happened, is planned, …
    pub modality: Modality,
    /// The sentence that tells it best.
    pub span: Span,
    /// Every sentence that tells it, `span` included, in text order.
    pub sources: Vec<Span>,
    /// Its mentions.
    pub mentions: Vec<MentionId>,
    /// When; `None` = undated, never guessed.
    pub date: Option<EventDate>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// Where.
    pub place: Option<EntityId>,
    /// What was said at it or of it.
    pub quotes: Vec<QuoteId>,
    /// Pictures of it.
    pub captions: Vec<CaptionId>,
    /// 0…1: what the zoomed-out timeline shows first.
    pub salience: f32,
}

impl Event {
    /// Whether its date was not stated with the event itself. A picture's own caption states the picture's.
    pub fn is_date_inferred(&self) -> bool {
        let is_own_caption = |date: &EventDate| self.kind == EventKind::Photo && date.basis == DateBasis::Caption;
        self.date.as_ref().is_some_and(|date| date.is_inferred() && !is_own_caption(date))
    }
}

/// The sort of an event, shown by the shape of its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// Something happened.
    Happening,
    /// Somebody said something.
    Statement,
    /// A photo shows something that the text does not tell.
    Photo,
}

/// Somebody's part in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub entity: EntityId,
    /// In which part.
    pub part: Part,
}

/// The part a participant has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Does it.
    Agent,
    /// Has it done to them.
    Patient,
    /// Is there, or is told.
    Other,
}
