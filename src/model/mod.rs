//! The vocabulary of Dateline: plain data that every other part speaks.
//!
//! An [`Article`] is a decoded text whose parts are named by [`Span`]s; an [`Extraction`] is everything that was found
//! in it, each record with the words it came from and the rule that read them. Nothing here touches files, the clock
//! or the screen.

mod article;
mod caption;
mod date;
mod entity;
mod event;
mod extraction;
mod quote;
mod span;
mod timex;

pub use article::{Article, Block, BlockKind, DateClaim, DateOrigin, Format, Picture, Source, SourceMap, SourceRun};
pub use caption::{Caption, CaptionId, CaptionLink, Credit};
pub use date::{Bound, Clock, DateBasis, DateRange, EventDate, Precision};
pub use entity::{Entity, EntityId, EntityKind, Mention, MentionForm, Role, Standing};
pub use event::{
    Aspect, Event, EventClass, EventId, EventKind, EventMention, MentionId, Modality, Part, Participant, Tense,
};
pub use extraction::{Diagnostic, Extraction, ReferenceBasis, ReferenceDate, Severity};
pub use quote::{Nearest, Quote, QuoteId, QuoteKind};
pub use span::{CodePoints, Span};
pub use timex::{Timex, TimexAnchor, TimexId, TimexKind};

/// Declares an index newtype over a record list: `TimexId(0)` is the first timex and prints as `t1`.
macro_rules! record_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The record's place in its list, counted from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the record at `index` of its list.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}{}", $letter, u64::from(self.0) + 1)
            }
        }
    };
}
use record_id;
