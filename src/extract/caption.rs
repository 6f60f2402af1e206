//! Captions: the words under a photo are parted into prefix, caption proper and credit, then described by what later
//! layers found in them.

use super::text::Document;
use crate::model::{Caption, Entity, Timex};

/// Parts every caption block of the document into caption proper and credit.
pub fn find(_document: &Document<'_>) -> Vec<Caption> {
    Vec::new()
}

/// Fills in the time expressions, people and place of each caption.
pub fn describe(_document: &Document<'_>, _captions: &mut [Caption], _timexes: &[Timex], _entities: &[Entity]) {}
