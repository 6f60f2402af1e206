//! Extraction reads an [`Article`] and finds the times, people, quotes, captions and events that its words state.
//!
//! It is a pure function of the article and cannot fail: what is doubtful becomes a [`crate::model::Diagnostic`]. The
//! layers run in a fixed order, each needing only those before it.

pub mod caption;
pub mod entity;
pub mod event;
pub mod quote;
pub mod text;
pub mod timex;

use crate::model::{Article, Extraction};

/// Finds everything in `article`.
pub fn extract(article: &Article) -> Extraction {
    let mut document = text::analyse(article);
    let mut captions = caption::find(&document);
    let times = timex::find(&document, &captions);
    let mut entities = entity::find(&document, &captions);
    entity::settle_tags(&mut document, &entities);
    let quotes = quote::find(&document, &mut entities);
    caption::describe(&document, &mut captions, &times.timexes, &entities);
    let (event_mentions, events) = event::find(&document, &times, &entities, &quotes, &mut captions);
    Extraction {
        reference_date: times.reference_date,
        timexes: times.timexes,
        entities,
        quotes,
        captions,
        event_mentions,
        events,
        diagnostics: Vec::new(),
    }
}
