//! The undated events as a row of chips: they have no place on the axis, and are never given a false one.

use super::{
    Anchor, ColourRole, Fill, Layer, Options, Point, Rect, Scene, Shape, Stroke, Target, TargetKind, Text, TextMeasure,
    shorten,
};
use crate::timeline::Timeline;

const HEIGHT_PX: f32 = 40.0;
const CHIP_HEIGHT_PX: f32 = 24.0;
const CHIP_MAX_PX: f32 = 260.0;
const PADDING_PX: f32 = 12.0;
const GAP_PX: f32 = 8.0;
const SIZE_PX: f32 = 12.0;

/// The undated items of `timeline` as chips in one row of `width_px`, and how many more there are.
pub fn undated_row(timeline: &Timeline, width_px: f32, options: &Options, measure: &dyn TextMeasure) -> Scene {
    let mut shapes = Vec::new();
    let mut targets = Vec::new();
    let y = HEIGHT_PX / 2.0;
    let count = timeline.undated_count();
    let heading = "Undated".to_owned();
    let mut x = PADDING_PX + measure.width_px(&heading, SIZE_PX, true) + PADDING_PX;
    shapes.push(text(Point::new(PADDING_PX, y), heading, true, ColourRole::TextMuted));
    let more_px = measure.width_px(&format!("{count} more"), SIZE_PX, false) + 2.0 * PADDING_PX + GAP_PX;
    for (place, item) in timeline.undated().enumerate() {
        let words = shorten(&item.title, CHIP_MAX_PX, SIZE_PX, false, measure);
        let chip_px = measure.width_px(&words, SIZE_PX, false) + 2.0 * PADDING_PX;
        let reserved = if place + 1 == count { 0.0 } else { more_px };
        let is_full = x + chip_px + reserved > width_px - PADDING_PX;
        let (words, kind, name) = if is_full {
            let more = count - place;
            (format!("{more} more"), TargetKind::MoreUndated(more), format!("{more} more undated events"))
        } else {
            (words, TargetKind::Item(item.key), format!("{}, undated", item.title))
        };
        let right = x + measure.width_px(&words, SIZE_PX, false) + 2.0 * PADDING_PX;
        let rect = Rect::new(x, y - CHIP_HEIGHT_PX / 2.0, right, y + CHIP_HEIGHT_PX / 2.0);
        let is_selected = !is_full && options.selected.contains(&item.key);
        let (outline, dash) =
            if is_selected { (ColourRole::Accent, None) } else { (ColourRole::Border, Some((3.0, 2.0))) };
        let stroke = Stroke { dash, ..Stroke::new(outline, if is_selected { 1.5 } else { 1.0 }) };
        let fill = Fill::solid(if is_selected { ColourRole::Selection } else { ColourRole::Chip });
        shapes.push(Shape::Rect { rect, radius: CHIP_HEIGHT_PX / 2.0, fill: Some(fill), stroke: Some(stroke) });
        shapes.push(text(Point::new(x + PADDING_PX, y), words, false, ColourRole::Text));
        targets.push(Target { rect, kind, name, is_selected });
        x = right + GAP_PX;
        if is_full {
            break;
        }
    }
    let clip = Rect::new(0.0, 0.0, width_px, HEIGHT_PX);
    Scene { width_px, height_px: HEIGHT_PX, layers: vec![Layer { clip, shapes }], targets, ..Scene::default() }
}

fn text(at: Point, words: String, bold: bool, role: ColourRole) -> Shape {
    Shape::Text(Text { at, anchor: Anchor::Start, words, size: SIZE_PX, bold, role, opacity: 1.0 })
}
