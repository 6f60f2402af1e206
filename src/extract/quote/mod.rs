//! Quotes: who is reported to have said what, in the three parts of an attribution: content, source and cue.

use super::text::Document;
use crate::model::{Entity, Quote};

/// Finds all quotes with their speakers. Nominal and pronoun mentions that name a speaker are added to `entities`.
pub fn find(_document: &Document<'_>, _entities: &mut [Entity]) -> Vec<Quote> {
    Vec::new()
}
