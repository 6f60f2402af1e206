//! Salience: what the zoomed-out timeline shows first, between 0 and 1.
//!
//! As in summarising news: the lead counts most, then how often a happening is told, whether it is dated, who takes
//! part and whether somebody is quoted. Each share is bounded, so that no single one decides.

use crate::model::{Event, EventKind, Modality};

/// Salience of an event whose best sentence is the `position`-th of `sentences`.
pub(super) fn of(event: &Event, position: usize, sentences: usize) -> f32 {
    let early = 1.0 - position as f32 / sentences.max(1) as f32;
    let lead = if position < 2 { 0.12 } else { 0.0 };
    let told = (event.sources.len().saturating_sub(1).min(3)) as f32 / 3.0;
    let people = event.participants.len().min(3) as f32 / 3.0;
    let dated = event.date.as_ref().map_or(0.0, |d| d.confidence);
    let shown = if event.captions.is_empty() { 0.0 } else { 0.1 };
    let kind = match event.kind {
        EventKind::Happening => 0.1,
        EventKind::Statement if event.quotes.is_empty() => 0.0,
        EventKind::Statement => 0.05,
        EventKind::Photo => -0.1,
    };
    let doubt = if event.modality == Modality::Actual { 0.0 } else { -0.05 };
    (0.05 + 0.2 * early + lead + 0.15 * told + 0.12 * people + 0.25 * dated + shown + kind + doubt).clamp(0.0, 1.0)
}
