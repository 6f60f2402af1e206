//! The sides of the day: what lies before and after it, as a short list that is not to scale and says its dates.

use super::label::text;
use super::paint::glyph;
use super::view::{item_target, look};
use super::{ColourRole, Fill, Options, Point, Rect, Shape, Target, TextMeasure, shorten};
use crate::model::Modality;
use crate::timeline::{Item, TimeRange, When};

const MARGIN_PX: f32 = 12.0;
const TITLE_PX: f32 = 12.0;
const DATE_PX: f32 = 11.0;
const LINE_PX: f32 = 16.0;
const BAR_PX: f32 = 14.0;
const GAP_PX: f32 = 14.0;
const TEXT_INDENT_PX: f32 = 16.0;
/// A title takes at most so many lines.
const TITLE_LINES: usize = 3;

/// A laid-out side; its shapes count from the body's top.
pub(super) struct Side {
    shapes: Vec<Shape>,
    targets: Vec<Target>,
    /// How tall it is.
    pub height_px: f32,
}

/// Lists `items` in `column`; those that reach into `day` get a bar that runs into the band.
pub(super) fn side(
    items: &[(&Item, When)],
    column: Rect,
    day: TimeRange,
    options: &Options,
    measure: &dyn TextMeasure,
) -> Side {
    let mut side = Side { shapes: Vec::new(), targets: Vec::new(), height_px: 0.0 };
    let mut top = GAP_PX + 4.0;
    for (item, when) in items {
        let entry_top = top;
        let look = look(item, options);
        let reaches_in = when.earliest_s < day.start_s && (when.latest_s > day.start_s || when.is_open_after);
        let text_x = column.left + MARGIN_PX + if reaches_in { 0.0 } else { TEXT_INDENT_PX };
        if reaches_in {
            let rect = Rect::new(column.left + MARGIN_PX, top, column.right, top + BAR_PX);
            let fill = Some(Fill::Fade { role: look.role, left: 0.03, right: 0.55 });
            side.shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke: None });
            top += BAR_PX + 5.0;
        } else {
            let is_hollow = when.certain().is_none() || item.modality != Modality::Actual;
            let centre = Point::new(column.left + MARGIN_PX + 4.0, top + LINE_PX / 2.0);
            side.shapes.extend(glyph(centre, look, is_hollow, when.is_inferred));
        }
        let width = column.right - MARGIN_PX - text_x;
        for line in wrap(&item.title, width, TITLE_PX, TITLE_LINES, measure) {
            let at = Point::new(text_x, top + LINE_PX / 2.0);
            side.shapes.push(text(at, line, TITLE_PX, look.is_selected, ColourRole::Text));
            top += LINE_PX;
        }
        for line in wrap(&when.in_words(), width, DATE_PX, 2, measure) {
            side.shapes.push(text(
                Point::new(text_x, top + LINE_PX / 2.0),
                line,
                DATE_PX,
                false,
                ColourRole::TextMuted,
            ));
            top += LINE_PX - 1.0;
        }
        let rect = Rect::new(column.left + 4.0, entry_top - 4.0, column.right - 4.0, top + 4.0);
        if look.is_selected || look.is_hovered || look.is_focused {
            let opacity = if look.is_hovered && !look.is_selected { 0.6 } else { 1.0 };
            let fill = Some(Fill::Solid { role: ColourRole::Selection, opacity });
            let role = if look.is_focused { ColourRole::Focus } else { ColourRole::Accent };
            let stroke = (look.is_selected || look.is_focused).then_some(super::Stroke::new(role, 1.25));
            side.shapes.insert(0, Shape::Rect { rect, radius: 6.0, fill, stroke });
        }
        side.targets.push(item_target(item, when, rect, options));
        top += GAP_PX;
    }
    side.height_px = top;
    side
}

impl Side {
    /// The shapes of a body that starts at `top`.
    pub(super) fn shapes_at(&self, top: f32) -> Vec<Shape> {
        self.shapes.iter().map(|shape| shape.moved(0.0, top)).collect()
    }

    /// The targets of a body that starts at `top`, cut to `body`.
    pub(super) fn targets_at(&self, top: f32, body: Rect) -> Vec<Target> {
        let moved = |target: &Target| Target { rect: target.rect.moved(0.0, top).intersection(body), ..target.clone() };
        self.targets.iter().map(moved).collect()
    }
}

/// Breaks `words` into at most `lines` lines of `width_px`, the last one shortened.
pub fn wrap(words: &str, width_px: f32, size_px: f32, lines: usize, measure: &dyn TextMeasure) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = words.trim();
    while !rest.is_empty() && out.len() < lines {
        if out.len() + 1 == lines {
            out.push(shorten(rest, width_px, size_px, false, measure));
            break;
        }
        let end = line_end(rest, width_px, size_px, measure);
        let (line, after) = rest.split_at(end);
        out.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    out
}

/// Where the first line of `words` ends: before the last word that does not fit, or within an endless word.
fn line_end(words: &str, width_px: f32, size_px: f32, measure: &dyn TextMeasure) -> usize {
    let mut width = 0.0;
    let mut last_space = None;
    for (at, c) in words.char_indices() {
        if c.is_whitespace() {
            last_space = Some(at);
        }
        width += measure.width_px(c.encode_utf8(&mut [0; 4]), size_px, false);
        if width > width_px && at > 0 {
            return last_space.filter(|space| *space > 0).unwrap_or(at);
        }
    }
    words.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::FontMeasure;

    #[test]
    fn lines_break_at_words_and_end_in_an_ellipsis() {
        let lines = wrap("Families wait outside the town hall before the inquiry", 120.0, 12.0, 2, &FontMeasure);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        for line in &lines {
            assert!(FontMeasure.width_px(line, 12.0, false) <= 120.0, "{line}");
        }
        assert_eq!(wrap("short", 120.0, 12.0, 2, &FontMeasure), ["short"]);
        assert!(wrap("Donaudampfschifffahrtsgesellschaft", 60.0, 12.0, 3, &FontMeasure).len() == 3);
        assert!(wrap("", 60.0, 12.0, 3, &FontMeasure).is_empty());
    }
}
