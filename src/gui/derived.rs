//! What is computed from project and state and kept until they change: the timeline, its filtered view, the laid-out
//! scenes, the article's galley. Throwing it away costs time, nothing else.

use super::jobs::Jobs;
use super::panels::article::ArticleCache;
use super::state::UiState;
use crate::project::Project;
use crate::scene::{self, FontMeasure, Scene};
use crate::timeline::time::DAY_S;
use crate::timeline::{Filter, ItemKey, TimeRange, Timeline};
use std::sync::Arc;

/// Projects with fewer events get their timeline at once: it takes less time than a thread's answer.
const SMALL: usize = 4_000;

/// Everything derived.
#[derive(Default)]
pub struct Derived {
    /// All events.
    pub all: Timeline,
    /// The events that pass the filter.
    pub shown: Timeline,
    /// Grows with every change of `shown`.
    pub version: u64,
    /// The main view's scene.
    pub scene: SceneCache,
    /// The density strip.
    pub overview: SceneCache,
    /// The undated events' row.
    pub undated: SceneCache,
    /// The article's text.
    pub article: ArticleCache,
    /// The rows of the table, in its order.
    pub table: super::panels::table::TableCache,
    /// The widgets that stand for marks on the timeline in this frame, and the timeline itself.
    pub marks: egui::IdSet,
    /// The event under the pointer in the last frame.
    pub hovered: Option<ItemKey>,
    whole: TimeRange,
    fitted_shown: Option<((u64, f32, bool), TimeRange)>,
    filter: Filter,
    built_from: Option<u64>,
    asked_for: Option<u64>,
}

/// A scene and what it was laid out from.
#[derive(Default)]
pub struct SceneCache {
    key: Option<SceneKey>,
    scene: Arc<Scene>,
}

/// What a scene depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneKey {
    /// [`Derived::version`].
    pub version: u64,
    /// The time shown.
    pub time: TimeRange,
    /// Width and height in pixels.
    pub size_px: (f32, f32),
    /// How far the rows are scrolled.
    pub scroll_px: f32,
    /// What is selected.
    pub selected: Vec<ItemKey>,
    /// What has the keyboard.
    pub focused: Option<ItemKey>,
    /// What is under the pointer.
    pub hovered: Option<ItemKey>,
}

impl SceneCache {
    /// The scene for `key`, laid out only when something changed.
    pub fn get(&mut self, key: SceneKey, layout: impl FnOnce(&SceneKey) -> Scene) -> Arc<Scene> {
        if self.key.as_ref() != Some(&key) {
            self.scene = Arc::new(layout(&key));
            self.key = Some(key);
        }
        self.scene.clone()
    }

    /// The scene of the last frame.
    pub fn last(&self) -> &Scene {
        &self.scene
    }
}

impl Derived {
    /// Brings timeline and filter up to date.
    pub fn update(&mut self, project: &Project, state: &UiState, jobs: &Jobs) {
        let version = project.version();
        if self.built_from != Some(version) && self.asked_for != Some(version) {
            let events: usize = project.entries().iter().map(|entry| entry.extraction.events.len()).sum();
            if events < SMALL {
                self.set_timeline(version, Timeline::new(project));
            } else {
                self.asked_for = Some(version);
                jobs.build_timeline(project.clone());
            }
        }
        if self.filter.words != state.search || self.filter.who != state.who {
            self.filter.words.clone_from(&state.search);
            self.filter.who.clone_from(&state.who);
            self.refilter();
        }
    }

    /// Takes a timeline that a worker made; a stale one is dropped unless it is newer than what is shown.
    pub fn take_timeline(&mut self, version: u64, timeline: Timeline) {
        if self.built_from.is_none_or(|built| built < version) {
            self.set_timeline(version, timeline);
        }
    }

    fn set_timeline(&mut self, version: u64, timeline: Timeline) {
        let hull = timeline.hull().unwrap_or_default();
        let margin_s = (hull.len_s() * 0.03).max(DAY_S / 2.0);
        self.whole = TimeRange::new(hull.start_s - margin_s, hull.end_s + margin_s);
        self.all = timeline;
        self.built_from = Some(version);
        self.refilter();
    }

    fn refilter(&mut self) {
        self.shown = if self.filter.is_empty() { self.all.clone() } else { self.all.filter(&self.filter) };
        self.version += 1;
    }

    /// The range that the view of `width_px` shows by itself: what the story is mostly about; all that matches a
    /// search; or everything, if `whole` is asked for.
    pub fn fitted(&self, width_px: f32, whole: bool) -> TimeRange {
        if whole || self.is_filtered() {
            scene::fit_all(&self.shown, width_px, &FontMeasure)
        } else {
            scene::fit_story(&self.shown, width_px, &FontMeasure)
        }
    }

    /// As [`Self::fitted`], kept until something changes.
    pub fn fit_shown(&mut self, width_px: f32, whole: bool) -> TimeRange {
        let key = (self.version, width_px, whole);
        if self.fitted_shown.is_none_or(|(old, _)| old != key) {
            self.fitted_shown = Some((key, self.fitted(width_px, whole)));
        }
        self.fitted_shown.map_or_else(TimeRange::default, |(_, range)| range)
    }

    /// The range that shows all there is in a strip without labels.
    pub fn whole(&self) -> TimeRange {
        self.whole
    }

    /// Whether a filter is set.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    /// The filter.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }
}
