//! Places that no words of the event tell: the dateline says where the lead happened, unless the lead names another place.

use super::candidate::Candidate;
use super::reading::Reading;
use crate::model::{BlockKind, EntityId, EntityKind, EventKind, Span};

/// How many days before the article what its dateline places may have happened: what is older is told as background.
const RECENT: i64 = 14;

/// The dateline's place, for what the first sentence behind it tells: "OSLO, March 3 — A bridge collapsed on Monday."
pub(super) fn of_dateline(reading: &Reading<'_>, candidate: &Candidate) -> Option<EntityId> {
    if candidate.kind != EventKind::Happening || !is_recent(reading, candidate) {
        return None;
    }
    let document = reading.document;
    let sentence = document.sentences.get(candidate.sentence)?;
    let blocks = &document.article.blocks;
    let is_dateline = |at: &usize| blocks.get(*at).is_some_and(|block| block.kind == BlockKind::Dateline);
    let dateline = [Some(sentence.block), sentence.block.checked_sub(1)].into_iter().flatten().find(is_dateline)?;
    let dated = blocks.get(dateline)?.span;
    let first = document.sentences.partition_point(|s| s.span.end <= dated.end);
    let lead = first == candidate.sentence;
    let place = |span: Span| {
        let names = reading.names_in(span).iter().map(|name| name.entity);
        names.filter(|entity| reading.entities.get(*entity).is_some_and(|e| e.kind == EntityKind::Place))
    };
    let own = place(dated).next().filter(|_| lead)?;
    let told = Span { start: sentence.span.start.max(dated.end), end: sentence.span.end };
    place(told).all(|other| other == own).then(|| EntityId::at(own))
}

/// Whether the event is dated shortly before the article.
fn is_recent(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let now = reading.times.reference_date.range.earliest;
    let day = candidate.date.as_ref().and_then(|date| date.hull().latest);
    now.zip(day).is_some_and(|(now, day)| (now - day).num_days() <= RECENT)
}
