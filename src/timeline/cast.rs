//! The cast: who takes part in which event, speaks at it or is in its pictures, so that a timeline can be narrowed to
//! the events of one person or organisation.
//!
//! People are told apart by their names without case and accents, so one click works across articles; a name that an
//! article gives only in short is somebody else until articles are linked.

use super::search::fold;
use crate::model::{EntityId, Event, Extraction, Quote};
use std::collections::BTreeMap;

/// Who is in which item, for all items in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    /// Number of each folded name.
    names: BTreeMap<String, u32>,
    /// The numbers of each item, sorted.
    items: Vec<Box<[u32]>>,
}

impl Cast {
    /// Adds an event's participants, speakers, people in pictures and place, by their full and other names.
    pub(super) fn add_event(&mut self, extraction: &Extraction, event: &Event) {
        let speakers = event.quotes.iter().filter_map(|id| extraction.quotes.get(id.index())).flat_map(Quote::speakers);
        let captions = event.captions.iter().filter_map(|id| extraction.captions.get(id.index()));
        let pictured = captions.flat_map(|caption| caption.people.iter().copied());
        let all: Vec<EntityId> = event.participants.iter().map(|participant| participant.entity).collect();
        let all = all.into_iter().chain(event.place).chain(speakers).chain(pictured);
        let mut numbers = Vec::new();
        // "a spokesman" of one article is not the one of another.
        for who in all.filter_map(|id| extraction.entities.get(id.index())).filter(|who| who.is_named()) {
            for name in std::iter::once(&who.name).chain(&who.aliases) {
                let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
                numbers.push(*self.names.entry(fold(name)).or_insert(next));
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        self.items.push(numbers.into_boxed_slice());
    }

    /// For the name `who`: whether the item at a place has them. An unknown name is in no item.
    pub(super) fn with(&self, who: &str) -> impl Fn(u32) -> bool {
        let number = self.names.get(&fold(who)).copied();
        move |place| {
            let numbers = self.items.get(place as usize);
            numbers.zip(number).is_some_and(|(numbers, number)| numbers.binary_search(&number).is_ok())
        }
    }
}
