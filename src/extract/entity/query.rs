//! Asking for entities by place: which is named here, which people stand in this span, whom does this subject mean.

use crate::extract::text::Document;
use crate::model::{Entity, EntityId, EntityKind, Mention, MentionForm, Span};

/// All mentions of an article in text order, to be asked by place in logarithmic time.
#[derive(Clone, Debug, Default)]
pub struct MentionIndex {
    mentions: Vec<(Mention, EntityId, EntityKind)>,
}

impl MentionIndex {
    /// Indexes the mentions of `entities`.
    pub fn new(entities: &[Entity]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .enumerate()
            .flat_map(|(at, e)| e.mentions.iter().map(move |m| (*m, EntityId::at(at), e.kind)))
            .collect();
        mentions.sort_by_key(|(mention, id, _)| (mention.span, *id));
        MentionIndex { mentions }
    }

    /// The mentions that share a character with `span`, in text order.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &(Mention, EntityId, EntityKind)> {
        let end = self.mentions.partition_point(|(m, _, _)| m.span.start < span.end);
        let start = self.mentions.partition_point(|(m, _, _)| m.span.end <= span.start);
        self.mentions.get(start..end).unwrap_or(&[]).iter().filter(move |(m, _, _)| m.span.overlaps(span))
    }

    /// The entity whose mention shares most of `span`.
    pub fn at(&self, span: Span) -> Option<EntityId> {
        let shared = |m: &Mention| m.span.end.min(span.end) - m.span.start.max(span.start);
        self.overlapping(span).max_by_key(|(m, id, _)| (shared(m), u32::MAX - id.0)).map(|(_, id, _)| *id)
    }

    /// The people mentioned in `span` in any form, each once, in order of first mention there.
    pub fn people_in(&self, span: Span) -> Vec<EntityId> {
        let mut people = Vec::new();
        for (_, id, kind) in self.overlapping(span) {
            if *kind == EntityKind::Person && !people.contains(id) {
                people.push(*id);
            }
        }
        people
    }

    /// Whom the noun group or pronoun at `span` means: the person it names, else the body, else the place or group that
    /// acts; of several the one its head names, which is the last before any "of", "for" or comma.
    pub fn resolve(&self, document: &Document<'_>, span: Span) -> Option<EntityId> {
        let rank = |kind: EntityKind, form: MentionForm| match (kind, form) {
            (EntityKind::Person, MentionForm::Name) => 4,
            (EntityKind::Person, _) => 3,
            (EntityKind::Organisation, _) => 2,
            _ => 1,
        };
        let head_end = head_end(document, span);
        let inside = self.overlapping(span).filter(|(m, _, _)| span.contains(m.span));
        let best = inside.max_by_key(|(m, _, kind)| {
            let person = *kind == EntityKind::Person;
            (u8::from(m.span.end <= head_end || person), rank(*kind, m.form), m.span.start)
        });
        best.or_else(|| self.overlapping(span).next()).map(|(_, id, _)| *id)
    }
}

/// Where the head of a noun group ends: before its first preposition, comma or relative word.
fn head_end(document: &Document<'_>, span: Span) -> u32 {
    let start = document.tokens.partition_point(|t| t.span.start < span.start);
    let inside = document.tokens.iter().enumerate().skip(start).take_while(|(_, t)| t.span.end <= span.end);
    let stop = |word: &str| {
        matches!(word, "of" | "for" | "in" | "at" | "from" | "with" | "," | "who" | "which" | "that" | "on")
    };
    inside.skip(1).find(|(at, _)| stop(document.word(*at))).map_or(span.end, |(_, t)| t.span.start)
}
