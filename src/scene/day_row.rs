//! A row of the day: mark, time of day, title, small marks for quotes and photos, certainty.

use super::label::{LABEL_PX, suffix, text};
use super::paint::{glyph, kind_shape};
use super::view::look;
use super::{Anchor, ColourRole, Fill, Options, Point, Rect, Shape, Stroke, Text, TextMeasure, shorten};
use crate::model::{EventKind, Modality};
use crate::timeline::{Item, When};

const GLYPH_X_PX: f32 = 24.0;
const TITLE_X_PX: f32 = 40.0;
const CLOCK_PX: f32 = 46.0;
const MARGIN_PX: f32 = 14.0;
const PERCENT_PX: f32 = 40.0;
const SMALL_PX: f32 = 12.0;
const SMALL_MARK_PITCH_PX: f32 = 15.0;
/// Half the height of the box around a selected row.
const BOX_HALF_PX: f32 = 15.0;
/// Dates at least this sure are shown as such.
const SURE: f32 = 0.85;

/// A row, ready to be drawn.
pub(super) struct DayRow<'a> {
    pub item: &'a Item,
    pub when: &'a When,
    /// The day's left and right edge.
    pub band: (f32, f32),
    /// The row's middle.
    pub y: f32,
    /// Some row of the day has a time of day: titles leave room for it.
    pub has_clock: bool,
    /// The view's right edge.
    pub view_right: f32,
}

/// Sorts the day's events: those with a time of day by it, then the others as told.
pub(super) fn row_order(rows: &mut [(&Item, When)]) {
    rows.sort_by_key(|(item, when)| {
        let minute = when.clock.map_or(u16::MAX, |clock| clock.minute);
        (minute, item.key.article, item.told_at, item.key.event)
    });
}

impl DayRow<'_> {
    /// All of it.
    pub(super) fn rect(&self) -> Rect {
        Rect::new(self.band.0 + 6.0, self.y - BOX_HALF_PX, self.band.1 - 6.0, self.y + BOX_HALF_PX)
    }

    /// Its shapes.
    pub(super) fn shapes(&self, options: &Options, measure: &dyn TextMeasure) -> Vec<Shape> {
        let look = look(self.item, options);
        let mut shapes: Vec<Shape> =
            self.frame(look.is_selected, look.is_focused, look.is_hovered).into_iter().collect();
        let is_hollow = self.when.certain().is_none() || self.item.modality != Modality::Actual;
        let left = self.band.0.max(0.0);
        shapes.extend(glyph(Point::new(left + GLYPH_X_PX, self.y), look, is_hollow, self.when.is_inferred));
        if let Some(clock) = self.when.clock {
            let words = format!("{:02}:{:02}", clock.minute / 60, clock.minute % 60);
            let at = Point::new(left + TITLE_X_PX, self.y);
            shapes.push(text(at, words, SMALL_PX, false, ColourRole::TextMuted));
        }
        let marks_left = self.certainty_and_marks(&mut shapes);
        let title_x = left + TITLE_X_PX + if self.has_clock { CLOCK_PX } else { 0.0 };
        self.title(title_x, marks_left - 12.0, look.is_selected, measure, &mut shapes);
        self.run_on(look.role, &mut shapes);
        shapes
    }

    fn frame(&self, is_selected: bool, is_focused: bool, is_hovered: bool) -> Option<Shape> {
        let (opacity, stroke) = match (is_focused, is_selected, is_hovered) {
            (true, ..) => (1.0, Some(Stroke::new(ColourRole::Focus, 2.0))),
            (_, true, _) => (1.0, Some(Stroke::new(ColourRole::Accent, 1.25))),
            (_, _, true) => (0.6, None),
            _ => return None,
        };
        let fill = Some(Fill::Solid { role: ColourRole::Selection, opacity });
        Some(Shape::Rect { rect: self.rect(), radius: 6.0, fill, stroke })
    }

    fn title(&self, x: f32, right: f32, is_selected: bool, measure: &dyn TextMeasure, shapes: &mut Vec<Shape>) {
        let note = self.note();
        let note_px = if note.is_empty() { 0.0 } else { 8.0 + measure.width_px(&note, SMALL_PX, false) };
        let words = shorten(&self.item.title, right - x - note_px, LABEL_PX, is_selected, measure);
        let end = x + measure.width_px(&words, LABEL_PX, is_selected);
        shapes.push(text(Point::new(x, self.y), words, LABEL_PX, is_selected, ColourRole::Text));
        if !note.is_empty() {
            shapes.push(text(Point::new(end + 8.0, self.y), note, SMALL_PX, false, ColourRole::TextMuted));
        }
    }

    /// What mark and day do not say: planned, or lasting longer.
    fn note(&self) -> String {
        let mut parts = vec![suffix(self.item.modality).to_owned()];
        if !self.when.is_within_a_day() {
            parts.push(self.when.in_words());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    /// Percentage and small marks at the right end; returns where they begin.
    fn certainty_and_marks(&self, shapes: &mut Vec<Shape>) -> f32 {
        let right = self.band.1.min(self.view_right) - MARGIN_PX;
        let confidence = self.when.confidence.clamp(0.0, 1.0);
        shapes.push(Shape::Text(Text {
            at: Point::new(right, self.y),
            anchor: Anchor::End,
            words: format!("{} %", (confidence * 100.0).round()),
            size: SMALL_PX,
            bold: true,
            role: if confidence >= SURE { ColourRole::Good } else { ColourRole::TextMuted },
            opacity: 1.0,
        }));
        let mut x = right - PERCENT_PX - 6.0;
        for (count, kind) in [(self.item.photos, EventKind::Photo), (self.item.quotes, EventKind::Statement)] {
            let drawn = if count > 3 { 1 } else { count };
            for _ in 0..drawn {
                let fill = Some(Fill::solid(ColourRole::TextMuted));
                shapes.push(kind_shape(kind, Point::new(x, self.y), 3.75, fill, None));
                x -= SMALL_MARK_PITCH_PX;
            }
            if count > 3 {
                let at = Point::new(x + 7.0, self.y);
                let words = count.to_string();
                let anchor = Anchor::End;
                let role = ColourRole::TextMuted;
                shapes.push(Shape::Text(Text { at, anchor, words, size: SMALL_PX, bold: false, role, opacity: 1.0 }));
                x -= SMALL_MARK_PITCH_PX + 8.0;
            }
            if count > 0 {
                x -= 4.0;
            }
        }
        x
    }

    /// What goes on after the day runs into the band's right side.
    fn run_on(&self, role: ColourRole, shapes: &mut Vec<Shape>) {
        if self.when.is_within_a_day() || self.band.1 >= self.view_right {
            return;
        }
        let rect = Rect::new(self.band.1, self.y - 6.0, self.view_right, self.y + 6.0);
        let fill = Some(Fill::Fade { role, left: 0.5, right: 0.04 });
        shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke: None });
    }
}
