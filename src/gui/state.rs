//! What the window remembers: the user's settings, kept from session to session, and the state of this session's view.
//!
//! Nothing here is the project's: throwing it away loses no decision about an article.

use crate::model::{EntityId, EventId, Span};
use crate::project::{ArticleKey, EventKey, Project};
use crate::timeline::TimeRange;
use serde::{Deserialize, Serialize};

/// What the user chose about the window; kept between sessions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system says.
    pub theme: ThemeChoice,
    /// What the mouse wheel does over the timeline.
    pub wheel: Wheel,
    /// Size of all text and controls, 1 = designed size.
    pub text_scale: f32,
    /// Whether the list of articles is shown.
    pub files_shown: bool,
    /// Whether the detail of the selected event is shown.
    pub detail_shown: bool,
    /// Whether the article is shown below the timeline.
    pub article_shown: bool,
    /// Which records are marked in the article.
    pub marks: RecordMarks,
    /// Whether the status line tells what a frame costs.
    pub frame_time_shown: bool,
    /// The folder of the last file that was opened or written.
    pub folder: Option<std::path::PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            wheel: Wheel::Pans,
            text_scale: 1.0,
            files_shown: true,
            detail_shown: true,
            article_shown: false,
            marks: RecordMarks::default(),
            frame_time_shown: false,
            folder: None,
        }
    }
}

/// Which colours the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the system says.
    #[default]
    System,
}

/// What the mouse wheel does over the timeline, when no key is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wheel {
    /// Scrolls rows when they overflow, else moves through time.
    #[default]
    Pans,
    /// Zooms about the pointer.
    Zooms,
}

/// Which records are marked in the article view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordMarks {
    /// Time expressions.
    pub dates: bool,
    /// People, organisations, places, groups.
    pub names: bool,
    /// What was said.
    pub quotes: bool,
}

impl Default for RecordMarks {
    fn default() -> Self {
        Self { dates: true, names: false, quotes: false }
    }
}

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CentreView {
    /// Events drawn in time.
    #[default]
    Timeline,
    /// Events as rows of a table.
    Table,
}

/// A dialog over the window; one at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Every action, to be found by its words.
    Palette {
        /// What was typed.
        query: String,
        /// The row that Enter runs.
        row: usize,
    },
    /// What mouse and keys do.
    Help,
    /// The user's choices.
    Settings,
    /// A picture or a table of the events.
    Export,
    /// Paths typed by hand, where there is no file dialog.
    TypePath {
        /// What was typed: one path a line.
        text: String,
        /// Why it is asked for.
        reason: &'static str,
    },
    /// Text put in by hand.
    PasteText {
        /// The text.
        text: String,
    },
}

/// A place the user can come back to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// What was selected.
    pub selected: Vec<EventKey>,
    /// What stretch of time was in view.
    pub range: Option<TimeRange>,
}

/// A stretch of an article to be brought into view.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Which article.
    pub article: ArticleKey,
    /// The sentence or record.
    pub span: Span,
}

/// The state of this session's view.
#[derive(Clone, Debug, Default)]
pub struct UiState {
    /// What the middle shows.
    pub centre: CentreView,
    /// The selected events; the last one is shown in detail.
    pub selected: Vec<EventKey>,
    /// The article whose day and people are listed and whose text is shown.
    pub article: Option<ArticleKey>,
    /// The passage highlighted in the article.
    pub passage: Option<Passage>,
    /// Set until the article view has scrolled to the passage.
    pub scroll_to_passage: bool,
    /// Set until the timeline has given keyboard focus to the selected event.
    pub focus_selected: bool,
    /// Set until the timeline has scrolled the selected event's row into view.
    pub reveal_selected: bool,
    /// The stretch of time in view; `None` = fitted to the events.
    pub range: Option<TimeRange>,
    /// Whether the fitted view shows everything, not only what the story is mostly about.
    pub whole_shown: bool,
    /// How far the rows of the timeline are scrolled, in pixels.
    pub scroll_y_px: f32,
    /// A stretch of time marked on the axis.
    pub marked_range: Option<TimeRange>,
    /// Where the menu of the marked stretch stands, while it is open.
    pub range_menu_at: Option<egui::Pos2>,
    /// What is searched for.
    pub search: String,
    /// Whose events alone are shown, by name.
    pub who: Option<String>,
    /// The participant whose mentions are listed in the detail.
    pub mentions_open: Option<(ArticleKey, EntityId)>,
    /// Set until the search field has taken keyboard focus.
    pub focus_search: bool,
    /// Whether the user has moved the view: from then on it does not move by itself.
    pub touched: bool,
    /// The dialog over the window.
    pub dialog: Option<Dialog>,
    /// Whether all undated events are listed.
    pub undated_open: bool,
    /// Column and direction of the table's order.
    pub table_order: (TableColumn, bool),
    /// The reference date being typed, for the article in `article`.
    pub date_entry: Option<String>,
    /// A message for the status line, with the time it was set in seconds of the window's clock.
    pub notice: Option<(String, f64)>,
    /// The time of the last F key, to tell F from F F.
    pub centred_at: Option<f64>,
    /// Whether one entity list is shown in full: people, organisations.
    pub all_people: bool,
    /// See `all_people`.
    pub all_organisations: bool,
    back: Vec<Place>,
    forward: Vec<Place>,
}

/// A column of the table view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableColumn {
    /// When.
    #[default]
    Date,
    /// What.
    Title,
    /// How finely dated.
    Precision,
    /// Who tells it.
    Article,
    /// How sure the date is.
    Certainty,
}

impl UiState {
    /// The event shown in detail.
    pub fn shown_event(&self) -> Option<EventKey> {
        self.selected.last().copied()
    }

    /// Selects `key` alone, or adds it to (or takes it from) the selection.
    pub fn select(&mut self, key: EventKey, adding: bool) {
        self.remember_place();
        let held = self.selected.iter().position(|selected| *selected == key);
        match (adding, held) {
            (true, Some(at)) => {
                self.selected.remove(at);
            }
            (true, None) => self.selected.push(key),
            (false, _) => self.selected = vec![key],
        }
        if let Some(shown) = self.shown_event() {
            self.article = Some(shown.article);
        }
    }

    /// Puts the present place on the way back.
    pub fn remember_place(&mut self) {
        let place = self.place();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        self.forward.clear();
        if self.back.len() > 200 {
            self.back.remove(0);
        }
    }

    /// Goes to the place before; does nothing without one.
    pub fn go_back(&mut self) {
        if let Some(place) = self.back.pop() {
            self.forward.push(self.place());
            self.go_to(place);
        }
    }

    /// Undoes [`Self::go_back`].
    pub fn go_forward(&mut self) {
        if let Some(place) = self.forward.pop() {
            self.back.push(self.place());
            self.go_to(place);
        }
    }

    /// Whether there is a place to go back to, and one to go forward to.
    pub fn can_go(&self) -> (bool, bool) {
        (!self.back.is_empty(), !self.forward.is_empty())
    }

    fn place(&self) -> Place {
        Place { selected: self.selected.clone(), range: self.range }
    }

    fn go_to(&mut self, place: Place) {
        self.selected = place.selected;
        self.range = place.range;
        self.touched = true;
    }

    /// Drops what names an article or event that is gone.
    pub fn forget_missing(&mut self, project: &Project) {
        self.selected.retain(|key| project.event(*key).is_some());
        if self.article.is_some_and(|key| project.entry(key).is_none()) {
            self.article = None;
            self.date_entry = None;
        }
        if self.passage.as_ref().is_some_and(|passage| project.entry(passage.article).is_none()) {
            self.passage = None;
        }
        if self.article.is_none() {
            self.article = project.entries().first().map(|entry| entry.key);
        }
    }
}

/// The key of the `index`th event of an article.
pub fn event_at(article: ArticleKey, index: usize) -> EventKey {
    EventKey { article, event: EventId::at(index) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(event: usize) -> EventKey {
        event_at(ArticleKey(0), event)
    }

    #[test]
    fn adding_a_selected_event_takes_it_out() {
        let mut state = UiState::default();
        state.select(key(1), false);
        state.select(key(2), true);
        assert_eq!(state.selected, [key(1), key(2)]);
        state.select(key(1), true);
        assert_eq!(state.selected, [key(2)]);
        state.select(key(3), false);
        assert_eq!(state.selected, [key(3)]);
    }

    #[test]
    fn back_and_forward_restore_selection_and_range() {
        let mut state = UiState::default();
        state.select(key(1), false);
        state.select(key(2), false);
        state.go_back();
        assert_eq!(state.selected, [key(1)]);
        state.go_forward();
        assert_eq!(state.selected, [key(2)]);
        state.go_back();
        state.go_back();
        assert!(state.selected.is_empty());
        state.go_back();
        assert!(state.selected.is_empty());
    }
}
