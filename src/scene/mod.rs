//! The scene: a timeline laid out in a viewport. It alone decides where a thing goes; painters only paint.
//!
//! [`layout`] turns a [`Timeline`] and a [`Viewport`] into a [`Scene`]: shapes in pixels, coloured by role, with targets
//! that say what stands where, for the pointer, the keyboard and screen readers. The window and the pictures paint the
//! same scene. [`overview`] and [`undated_row`] do so for the density strip and the undated events.

mod axis;
mod cluster;
mod day;
mod day_row;
mod day_side;
mod fit;
mod label;
mod legend;
mod mark;
mod measure;
mod overview;
mod pack;
mod paint;
mod place;
mod scale;
mod shape;
mod theme;
mod ticks;
mod undated;
mod view;

pub use axis::AXIS_HEIGHT_PX;
pub use cluster::grouped;
pub use day_side::wrap;
pub use fit::{fit_all, fit_items, fit_story};
pub use legend::legend;
pub use measure::{FONT_BOLD, FONT_FAMILY, FONT_REGULAR, FontMeasure, TextMeasure, shorten};
pub use overview::overview;
pub use scale::{MAX_VIEW_S, MIN_VIEW_S, TimeScale, showable};
pub use shape::{Anchor, Fill, Point, Rect, Shape, Stroke, Text};
pub use theme::{ColourRole, Rgb, SERIES_COLOURS, Theme};
pub use undated::undated_row;
pub use view::layout;

use crate::timeline::{ItemKey, TimeRange};
use chrono::NaiveDate;

/// What is in view, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The time shown from the left to the right edge.
    pub time: TimeRange,
    /// Width in pixels.
    pub width_px: f32,
    /// Height in pixels, the axis included.
    pub height_px: f32,
    /// How far the rows are scrolled up; the scene clamps it and says in [`Scene::scroll_px`] what it used.
    pub scroll_px: f32,
}

/// How a scene is laid out, beyond what is in view.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// The selected items: ringed, always labelled, the others dimmed.
    pub selected: &'a [ItemKey],
    /// The item that the keyboard is at: a ring of its own.
    pub focused: Option<ItemKey>,
    /// The item under the pointer.
    pub hovered: Option<ItemKey>,
    /// Make the scene as tall as its rows need instead of scrolling: for pictures.
    pub grow: bool,
}

/// A laid-out timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width_px: f32,
    /// Height in pixels.
    pub height_px: f32,
    /// Height of all rows, axis excluded; more than the room for them means that they scroll.
    pub content_height_px: f32,
    /// How far the rows are scrolled.
    pub scroll_px: f32,
    /// How far to scroll so that the row of the item selected last is in view; `None` if it has no row.
    pub reveal_px: Option<f32>,
    /// The time shown.
    pub time: TimeRange,
    /// The day whose events stand as rows, when the view shows one day large; the axis tells no hours then.
    pub day: Option<NaiveDate>,
    /// From back to front.
    pub layers: Vec<Layer>,
    /// What stands where, in reading order: from left to right, then from top to bottom.
    pub targets: Vec<Target>,
    /// How many of the items in view there are, and what became of them.
    pub count: Count,
}

/// What became of the items in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Items that touch the time shown.
    pub in_view: usize,
    /// Of these: with mark and label.
    pub labelled: usize,
    /// Of these: with a mark alone.
    pub dots: usize,
    /// Of these: counted in clusters.
    pub clustered: usize,
    /// Dated items before the view.
    pub before: usize,
    /// Dated items after the view.
    pub after: usize,
}

/// Shapes that are painted together, cut off at `clip`.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Nothing outside is painted.
    pub clip: Rect,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

/// Something that can be pointed at, with its name for screen readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where: mark and label together.
    pub rect: Rect,
    /// What.
    pub kind: TargetKind,
    /// Said by screen readers: title, date, certainty.
    pub name: String,
    /// Whether it is selected.
    pub is_selected: bool,
}

impl Target {
    /// The event, if it stands for one.
    pub fn item(&self) -> Option<ItemKey> {
        match self.kind {
            TargetKind::Item(key) => Some(key),
            _ => None,
        }
    }
}

/// What a target stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetKind {
    /// An event.
    Item(ItemKey),
    /// Several events for which there is no room.
    Cluster {
        /// How many.
        count: usize,
        /// The first five, by salience.
        first: Vec<ItemKey>,
        /// The time they lie in: zoom there.
        time: TimeRange,
    },
    /// The note of how many events lie before the view; the range is that of the nearest.
    Earlier(TimeRange),
    /// The note of how many events lie after the view.
    Later(TimeRange),
    /// The axis: drag to select a range.
    Axis,
    /// The overview's window: drag to move.
    Window,
    /// The overview's window's left edge: drag to resize.
    WindowStart,
    /// The overview's window's right edge.
    WindowEnd,
    /// Undated events for which the row has no room.
    MoreUndated(usize),
}

/// The scroll nearest to `scroll_px` at which `row`, top and bottom from the first row's top on, is in a body of
/// `body_px`.
fn scroll_to_reveal(row: (f32, f32), body_px: f32, scroll_px: f32) -> f32 {
    scroll_px.max(row.1 - body_px).min(row.0).max(0.0)
}

impl Scene {
    /// The frontmost target at `point`.
    pub fn target_at(&self, point: Point) -> Option<&Target> {
        self.targets.iter().rev().find(|target| target.rect.holds(point))
    }

    /// The target of the item `key`, if it has a place of its own.
    pub fn target_of(&self, key: ItemKey) -> Option<&Target> {
        self.targets.iter().find(|target| target.kind == TargetKind::Item(key))
    }

    /// The time scale of the scene.
    pub fn scale(&self) -> TimeScale {
        TimeScale::new(self.time, 0.0, self.width_px)
    }
}
