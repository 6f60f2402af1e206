//! A quote is what somebody is reported to have said: content, source (the words that name the speaker) and cue (the
//! words that say it is speech), the three parts of an attribution in PolNeAR's terms (Newell et al. 2018).

use super::{EntityId, Span};
use serde::{Deserialize, Serialize};

super::record_id!(
    /// A quote's place in its extraction.
    QuoteId, "q"
);

/// Reported speech.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Verbatim or not.
    pub kind: QuoteKind,
    /// From the first to the last word of the content, quotation marks included.
    pub span: Span,
    /// The content's pieces when a cue splits it; one piece otherwise.
    pub parts: Vec<Span>,
    /// Who speaks, when known.
    pub speaker: Option<EntityId>,
    /// Who speaks together with the speaker: the others of a joint statement.
    pub joint: Vec<EntityId>,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// The words that say it is speech.
    pub cue: Option<Span>,
    /// The sieve that found the speaker.
    pub rule: &'static str,
    /// 0…1: how sure the speaker is.
    pub confidence: f32,
    /// Where nobody is known to speak, who comes nearest.
    pub nearest: Option<Nearest>,
}

impl Quote {
    /// Everybody who is known to speak.
    pub fn speakers(&self) -> impl Iterator<Item = EntityId> {
        self.speaker.into_iter().chain(self.joint.iter().copied())
    }
}

/// Somebody who may have spoken, but was not taken for the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Who.
    pub entity: EntityId,
    /// Where the text names them and what is lacking, to be read behind the name: "named two sentences before, without a
    /// word of speech".
    pub reason: String,
}

/// How a quote renders what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Verbatim, in quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// In the reporter's words with verbatim pieces.
    Mixed,
}
