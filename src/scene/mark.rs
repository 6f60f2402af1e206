//! Marks: what an item looks like on the axis, from how much is known of its date and how large that is in pixels.
//!
//! Shape tells the kind (circle happening, square statement, diamond photo), fill tells whether the moment is known,
//! a dashed outline that the date was inferred, length how long it lasted or where it may lie. Here is the geometry
//! across; [`super::paint`] turns it into shapes.

use super::TimeScale;
use crate::model::{Modality, Precision};
use crate::timeline::{Item, TimeRange, When};

/// Half the width of a glyph, its rings not counted.
pub(super) const GLYPH_PX: f32 = 5.0;
/// From a glyph's centre to its label.
const LABEL_OFFSET_PX: f32 = 12.0;
/// The same with a ring around the glyph.
const RINGED_OFFSET_PX: f32 = 15.0;
/// Room to the left of a glyph's centre, for its rings.
const GLYPH_ROOM_PX: f32 = 10.0;
/// A day is a box once it is wider than this.
const BOX_MIN_PX: f32 = 26.0;
/// An interval is a bar once it is wider than this.
const BAR_MIN_PX: f32 = 16.0;
/// The arrow of an open end.
pub(super) const ARROW_PX: f32 = 36.0;
/// Between the edge of a box or bar and what stands in it.
const PADDING_PX: f32 = 8.0;

/// Labels may reach so far beyond the end of the story.
pub(super) const STORY_END_PX: f32 = 24.0;

/// Between what labels stand, from where to where in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    /// What the scene shows: the label of a long mark stands within it wherever the mark allows.
    pub view: (f32, f32),
    /// From the story's begin to its end: a label that would run on behind it stands before its mark, if there is room.
    pub story: (f32, f32),
}

impl Bounds {
    /// No edges, for what must not depend on the view or the story.
    pub(super) const NONE: Self =
        Self { view: (f32::NEG_INFINITY, f32::INFINITY), story: (f32::NEG_INFINITY, f32::INFINITY) };

    /// The bounds of a story that lasts over `hull`, whatever part of it is shown.
    pub(super) fn of_story(hull: TimeRange, scale: &TimeScale) -> Self {
        let story = (scale.x_from_time(hull.start_s), scale.x_from_time(hull.end_s) + STORY_END_PX);
        Self { story, ..Self::NONE }
    }

    /// The same in a scene that shows `width_px`.
    pub(super) fn within(self, width_px: f32) -> Self {
        Self { view: (0.0, width_px), ..self }
    }
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A glyph alone.
    Glyph,
    /// A day wide enough to hold glyph and label.
    Box,
    /// An interval of full colour with its label behind it.
    Bar,
    /// An interval wide enough to hold its label.
    WideBar,
    /// Somewhere in a week, month, year: a bracket over the unit and a hollow glyph.
    Bracket,
    /// Somewhere between two days: a tape and a hollow glyph.
    Tape,
    /// Goes on, nobody says until when.
    ArrowAfter,
    /// Began, nobody says when.
    ArrowBefore,
}

/// A mark's geometry across, in pixels of the scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// How it is drawn.
    pub form: Form,
    /// Where it may begin and must have ended.
    pub hull: (f32, f32),
    /// What it certainly covers.
    pub body: Option<(f32, f32)>,
    /// Where the glyph's centre is, for those forms that have one.
    pub glyph_x: f32,
    /// Where the label starts.
    pub label_x: f32,
    /// All that mark and label need.
    pub room: (f32, f32),
    /// The moment is not known, or it has not happened: the glyph is an outline.
    pub is_hollow: bool,
    /// The date was inferred: the outline is dashed.
    pub is_dashed: bool,
    /// The label stands on what the mark covers, which pales so that the words can be read.
    pub is_under_label: bool,
    /// The label stands before the mark and ends there.
    pub is_turned: bool,
}

impl Mark {
    /// The mark of an item with a label of `label_px` (0 = none) that stands within `bounds` where it can.
    pub(super) fn new(item: &Item, when: &When, scale: &TimeScale, label_px: f32, bounds: Bounds) -> Self {
        let view = bounds.view;
        let hull = (scale.x_from_time(when.earliest_s), scale.x_from_time(when.latest_s));
        let body = when.certain().map(|range| (scale.x_from_time(range.start_s), scale.x_from_time(range.end_s)));
        let mut mark = Self {
            form: form(when, hull, body, label_px),
            hull,
            body,
            glyph_x: (hull.0 + hull.1) / 2.0,
            label_x: 0.0,
            room: hull,
            is_hollow: body.is_none() || item.modality != Modality::Actual,
            is_dashed: when.is_inferred,
            is_under_label: false,
            is_turned: false,
        };
        mark.place(label_px, view);
        mark.turn(label_px, bounds.story);
        if label_px > 0.0 && mark.label_x + PADDING_PX > view.1 {
            mark.bring_label_in(label_px, view);
        }
        mark
    }

    /// Whether the label stands behind the mark and may run on, instead of within what the mark covers.
    pub(super) fn has_label_behind(&self) -> bool {
        matches!(self.form, Form::Glyph | Form::Box | Form::Bar | Form::ArrowAfter | Form::ArrowBefore)
            && !self.is_turned
    }

    /// From the glyph's centre to the label.
    fn label_offset_px(&self) -> f32 {
        if self.is_dashed && !self.is_hollow { RINGED_OFFSET_PX } else { LABEL_OFFSET_PX }
    }

    /// A mark for the legend.
    pub(super) fn sample(form: Form, hull: (f32, f32), body: Option<(f32, f32)>, glyph_x: f32) -> Self {
        let is_hollow = body.is_none();
        Self {
            form,
            hull,
            body,
            glyph_x,
            label_x: hull.1,
            room: hull,
            is_hollow,
            is_dashed: false,
            is_under_label: false,
            is_turned: false,
        }
    }

    /// The mark with its far ends cut near a view of `width_px`: nobody sees them, and dashes to the horizon cost.
    pub(super) fn within(mut self, width_px: f32) -> Self {
        let cut = |x: f32| x.clamp(-1_000.0, width_px + 1_000.0);
        self.hull = (cut(self.hull.0), cut(self.hull.1));
        self.body = self.body.map(|body| (cut(body.0), cut(body.1)));
        self
    }

    /// A label that would stand behind the end of a long mark, out of sight, comes to the visible part of the mark.
    fn bring_label_in(&mut self, label_px: f32, view: (f32, f32)) {
        let (from, to) = (self.hull.0.max(view.0), self.hull.1.min(view.1));
        let is_long = matches!(self.form, Form::Bar | Form::ArrowAfter | Form::ArrowBefore);
        if is_long && to - from >= label_px + 3.0 * PADDING_PX {
            self.label_x = from + PADDING_PX + 4.0;
            self.is_under_label = true;
        }
    }

    fn place(&mut self, label_px: f32, view: (f32, f32)) {
        let view_left = view.0;
        let (left, right) = self.hull;
        match self.form {
            Form::Glyph => self.place_behind_glyph(label_px),
            Form::Box => {
                let group = self.label_offset_px() + label_px + PADDING_PX;
                self.glyph_x = stick(left + GLYPH_ROOM_PX + 1.0, right - group, view_left + GLYPH_ROOM_PX + 4.0);
                self.label_x = self.glyph_x + self.label_offset_px();
                self.room = (left, right.max(left + GLYPH_ROOM_PX + group));
            }
            Form::WideBar => {
                let (from, to) = self.body.unwrap_or(self.hull);
                self.label_x = stick(from + PADDING_PX, to - PADDING_PX - label_px, view_left + PADDING_PX + 4.0);
                self.glyph_x = left;
                self.room = (left, right);
            }
            Form::Bar => self.place_behind(right, label_px),
            Form::Bracket | Form::Tape => self.place_in_span(label_px, view),
            Form::ArrowAfter => self.place_behind(right.max(left + 4.0) + ARROW_PX, label_px),
            Form::ArrowBefore => {
                self.place_behind(right, label_px);
                self.room.0 = left.min(right - 4.0) - ARROW_PX;
            }
        }
    }

    /// Puts a label that would run on behind the story's end before its mark, if it begins within the story there.
    fn turn(&mut self, label_px: f32, story: (f32, f32)) {
        let glyph = (self.glyph_x - GLYPH_ROOM_PX, self.glyph_x + GLYPH_ROOM_PX);
        let (left, right) = match self.form {
            Form::Glyph => glyph,
            Form::Box | Form::Bar => self.hull,
            Form::Bracket | Form::Tape => (self.hull.0.min(glyph.0), self.hull.1.max(glyph.1)),
            Form::ArrowAfter => (self.hull.0, self.hull.1.max(self.hull.0 + 4.0) + ARROW_PX),
            Form::ArrowBefore => (self.room.0, self.hull.1),
            Form::WideBar => return,
        };
        let end = if self.form == Form::Glyph { self.glyph_x - self.label_offset_px() } else { left - PADDING_PX };
        let is_within = self.room.1 <= right;
        if label_px > 0.0 && !is_within && self.room.1 > story.1 && end - label_px >= story.0 {
            self.is_turned = true;
            self.label_x = end - label_px;
            self.room = (self.label_x, right);
        }
    }

    fn place_behind_glyph(&mut self, label_px: f32) {
        self.label_x = self.glyph_x + self.label_offset_px();
        let right = if label_px > 0.0 { self.label_x + label_px } else { self.glyph_x + GLYPH_ROOM_PX };
        self.room = (self.glyph_x - GLYPH_ROOM_PX, right);
    }

    fn place_behind(&mut self, right: f32, label_px: f32) {
        self.glyph_x = self.hull.0;
        self.label_x = right + PADDING_PX;
        let end = if label_px > 0.0 { self.label_x + label_px } else { right };
        self.room = (self.hull.0, end);
    }

    /// Glyph and label together in the middle of where it may lie, if they fit there, or as near to it as shows.
    fn place_in_span(&mut self, label_px: f32, view: (f32, f32)) {
        let (left, right) = self.hull;
        let group = GLYPH_ROOM_PX + self.label_offset_px() + label_px;
        let middle = (left + right) / 2.0;
        if right - left >= group + 2.0 * PADDING_PX {
            let shown = (view.1 - group - PADDING_PX).max(left + PADDING_PX);
            let natural = (middle - group / 2.0).min(shown) + GLYPH_ROOM_PX;
            let last = right - PADDING_PX - self.label_offset_px() - label_px;
            self.glyph_x = stick(natural, last, view.0 + GLYPH_ROOM_PX + 4.0);
            self.room = (left, right);
        } else {
            self.glyph_x = middle;
            self.room = (left.min(middle - GLYPH_ROOM_PX), right.max(middle + self.label_offset_px() + label_px));
        }
        self.label_x = self.glyph_x + self.label_offset_px();
    }
}

/// Where something stands that belongs at `natural`, sticks to the view's edge, but goes no further than `last`.
fn stick(natural: f32, last: f32, edge: f32) -> f32 {
    edge.min(last).max(natural)
}

fn form(when: &When, hull: (f32, f32), body: Option<(f32, f32)>, label_px: f32) -> Form {
    let width = hull.1 - hull.0;
    let body_px = body.map_or(0.0, |body| body.1 - body.0);
    if when.is_open_after && !when.is_open_before {
        return Form::ArrowAfter;
    }
    if when.is_open_before && !when.is_open_after {
        return Form::ArrowBefore;
    }
    let is_certain = when.certain().is_some() && !when.is_open_before;
    match (is_certain, when.is_within_a_day()) {
        (true, true) if width > BOX_MIN_PX => Form::Box,
        (true, true) => Form::Glyph,
        (true, false) if body_px >= label_px + 3.0 * PADDING_PX && width > 2.0 * BOX_MIN_PX => Form::WideBar,
        (true, false) if width > BAR_MIN_PX => Form::Bar,
        (false, _) if width > 2.0 * GLYPH_ROOM_PX => {
            if is_unit(when.precision) {
                Form::Bracket
            } else {
                Form::Tape
            }
        }
        _ => Form::Glyph,
    }
}

/// Whether a precision names a whole unit of the calendar that is longer than a day.
fn is_unit(precision: Precision) -> bool {
    use Precision::{Century, Decade, Month, Quarter, Season, Week, Year};
    matches!(precision, Week | Month | Season | Quarter | Year | Decade | Century)
}
