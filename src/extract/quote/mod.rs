//! Quotes: who is reported to have said what, in the three parts of an attribution: content, source and cue.
//!
//! Words in quotation marks are found first, paragraph by paragraph; then every cue with its subject; then each
//! passage goes through sieves that name its speaker, most precise first, and what cues report without marks becomes
//! indirect speech, or mixed where it holds passages.

mod assemble;
mod attribute;
mod content;
mod cue;
mod dialogue;
mod grammar;
mod layout;
mod lexicon;
mod marks;
mod passage;
mod speaker;

use super::text::Document;
use crate::model::{Entity, Quote};

/// Finds all quotes with their speakers. Pronoun mentions that name a speaker are added to `entities`, and people whom
/// nothing but their speaking shows to be people.
pub fn find(document: &Document<'_>, entities: &mut Vec<Entity>) -> Vec<Quote> {
    assemble::quotes(document, entities)
}
