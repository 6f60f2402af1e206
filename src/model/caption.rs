//! A caption is the text under a photo: often the one place where a story's day and people are stated in full.

use super::{EntityId, EventId, Span, TimexId};

super::record_id!(
    /// A caption's place in its extraction.
    CaptionId, "c"
);

/// The words under a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The whole block with prefix and credit.
    pub span: Span,
    /// The caption proper.
    pub text: Span,
    /// Who took or supplied the picture.
    pub credit: Option<Credit>,
    /// Path or address of the picture.
    pub image: Option<String>,
    /// An archive picture: its date is not the event's.
    pub is_file_photo: bool,
    /// The time expressions in it.
    pub timexes: Vec<TimexId>,
    /// The people named in it, from left to right.
    pub people: Vec<EntityId>,
    /// Where it was taken.
    pub place: Option<EntityId>,
    /// The events that the picture shows.
    pub events: Vec<CaptionLink>,
}

/// Who took or supplied a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// The words of the credit, without brackets.
    pub span: Span,
    /// The photographer's name.
    pub photographer: Option<String>,
    /// The agency or owner.
    pub agency: Option<String>,
}

/// Why a picture belongs to an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptionLink {
    /// The event.
    pub event: EventId,
    /// What ties them, for the reader: `same people, place and day`.
    pub reason: String,
}
