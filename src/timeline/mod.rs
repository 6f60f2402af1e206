//! The timeline: a project's events as items in time, filtered and ordered, without any notion of pixels.
//!
//! An [`Item`] is an event reduced to what drawing needs. A [`Timeline`] keeps the dated items sorted by time with an
//! index, the undated ones apart, and can be narrowed by a [`Filter`] without copying an item.

mod cast;
mod filter;
mod index;
mod item;
mod search;
pub mod time;
mod words;

pub use filter::Filter;
pub use index::TimeIndex;
pub use item::{Item, ItemKey, When};
pub use search::fold;
pub use time::TimeRange;
pub use words::day_in_words;
pub(crate) use words::unit_len_s;

use crate::project::{Entry, Project};
use cast::Cast;
use search::SearchIndex;
use std::sync::Arc;

/// Events in time order, ready to be laid out.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    all: Arc<AllItems>,
    /// Places in `all.items` of the dated items shown, sorted by begin, then end, then as told.
    dated: Vec<u32>,
    /// Places in `all.items` of the undated items shown, as told.
    undated: Vec<u32>,
    index: TimeIndex,
}

/// What all filtered views of a project share.
#[derive(Debug, Default)]
struct AllItems {
    /// By article, then event: an [`ItemKey`] is found by binary search.
    items: Vec<Item>,
    search: SearchIndex,
    cast: Cast,
    sources: Vec<SourceLine>,
}

/// An article as a picture's source list names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// The headline, or what stands for it.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its reference date in words.
    pub date: Option<String>,
    /// Number of its colour.
    pub series: u32,
}

impl Timeline {
    /// The timeline of all events of `project`.
    pub fn new(project: &Project) -> Self {
        let mut all = AllItems::default();
        for (place, entry) in project.entries().iter().enumerate() {
            let series = u32::try_from(place).unwrap_or(u32::MAX);
            for (index, event) in entry.extraction.events.iter().enumerate() {
                all.items.push(Item::from_event(entry.key, index, event, series));
                all.search.add_event(&entry.article, &entry.extraction, event);
                all.cast.add_event(&entry.extraction, event);
            }
            all.sources.push(SourceLine::of(entry, series));
        }
        let places = (0..all.items.len() as u32).collect();
        Self::of_places(Arc::new(all), places)
    }

    /// A timeline of ready items, sorted by their keys: for tests, benchmarks and imports.
    pub fn from_items(mut items: Vec<Item>) -> Self {
        items.sort_by_key(|item| item.key);
        let mut search = SearchIndex::default();
        items.iter().for_each(|item| search.add(&[&item.title]));
        let places = (0..items.len() as u32).collect();
        Self::of_places(Arc::new(AllItems { items, search, ..AllItems::default() }), places)
    }

    fn of_places(all: Arc<AllItems>, places: Vec<u32>) -> Self {
        let items = &all.items;
        let (mut dated, undated): (Vec<u32>, Vec<u32>) =
            places.into_iter().partition(|place| items[*place as usize].when.is_some());
        let hull = |place: &u32| items[*place as usize].when.map_or_else(TimeRange::default, |when| when.hull());
        dated.sort_by(|a, b| {
            let (first, second) = (hull(a), hull(b));
            first.start_s.total_cmp(&second.start_s).then(second.end_s.total_cmp(&first.end_s)).then(a.cmp(b))
        });
        Self::of_sorted(all, dated, undated)
    }

    fn of_sorted(all: Arc<AllItems>, dated: Vec<u32>, undated: Vec<u32>) -> Self {
        let key = |place: &u32| {
            let item = &all.items[*place as usize];
            (item.when.map_or_else(TimeRange::default, |when| when.hull()), item.salience)
        };
        let index = TimeIndex::new(dated.iter().map(key));
        Self { all, dated, undated, index }
    }

    /// The items of this timeline that pass `filter`; cheap enough for every keystroke.
    pub fn filter(&self, filter: &Filter) -> Timeline {
        if filter.is_empty() {
            return self.clone();
        }
        let hits = filter.query().map(|query| self.all.search.find(&query));
        let has_who = filter.who.as_ref().map(|who| self.all.cast.with(who));
        let passes = |place: &u32| {
            let found = hits.as_ref().is_none_or(|hits| hits.get(*place as usize).is_some_and(|hit| *hit));
            found && has_who.as_ref().is_none_or(|has| has(*place)) && filter.admits(&self.all.items[*place as usize])
        };
        let kept = |places: &[u32]| places.iter().copied().filter(passes).collect();
        Self::of_sorted(self.all.clone(), kept(&self.dated), kept(&self.undated))
    }

    /// How many dated items there are.
    pub fn dated_count(&self) -> usize {
        self.dated.len()
    }

    /// How many undated items there are.
    pub fn undated_count(&self) -> usize {
        self.undated.len()
    }

    /// Whether there is no item at all.
    pub fn is_empty(&self) -> bool {
        self.dated.is_empty() && self.undated.is_empty()
    }

    /// The dated items in time order.
    pub fn dated(&self) -> impl ExactSizeIterator<Item = &Item> + DoubleEndedIterator + Clone {
        self.dated.iter().map(|place| &self.all.items[*place as usize])
    }

    /// The undated items as told.
    pub fn undated(&self) -> impl ExactSizeIterator<Item = &Item> + DoubleEndedIterator + Clone {
        self.undated.iter().map(|place| &self.all.items[*place as usize])
    }

    /// The dated item at `position` of the time order.
    pub fn at(&self, position: usize) -> Option<&Item> {
        self.dated.get(position).map(|place| &self.all.items[*place as usize])
    }

    /// Where the item `key` stands in the time order; `None` if it is undated or filtered out.
    pub fn position(&self, key: ItemKey) -> Option<usize> {
        let hull = self.item(key)?.when?.hull();
        let from = self.index.started_before(hull.start_s);
        let same = self.dated.get(from..)?.iter().take_while(|place| {
            self.all.items[**place as usize].when.is_some_and(|when| when.hull().start_s == hull.start_s)
        });
        same.clone().position(|place| self.all.items[*place as usize].key == key).map(|offset| from + offset)
    }

    /// The item `key`, filtered out or not.
    pub fn item(&self, key: ItemKey) -> Option<&Item> {
        let at = self.all.items.binary_search_by_key(&key, |item| item.key).ok()?;
        self.all.items.get(at)
    }

    /// The index over the dated items; its positions are those of [`Timeline::at`].
    pub fn index(&self) -> &TimeIndex {
        &self.index
    }

    /// From the first to the last moment that a dated item may touch.
    pub fn hull(&self) -> Option<TimeRange> {
        self.index().hull()
    }

    /// The articles, as a source list names them.
    pub fn sources(&self) -> &[SourceLine] {
        &self.all.sources
    }
}

impl SourceLine {
    fn of(entry: &Entry, series: u32) -> Self {
        let range = entry.extraction.reference_date.range;
        Self {
            title: entry.title().to_owned(),
            publisher: entry.article.publisher.clone().filter(|name| !name.trim().is_empty()),
            date: range.as_day().map(time::date_label),
            series,
        }
    }
}
