//! The undated events as rows of chips: they have no place on the axis, and are never given a false one.

use super::label::text;
use super::{
    ColourRole, Fill, Layer, Options, Point, Rect, Scene, Shape, Stroke, Target, TargetKind, TextMeasure, shorten,
};
use crate::timeline::{Item, Timeline};

const LINE_PX: f32 = 32.0;
const MARGIN_PX: f32 = 4.0;
const CHIP_HEIGHT_PX: f32 = 24.0;
const CHIP_MAX_PX: f32 = 280.0;
const CHIP_MIN_PX: f32 = 40.0;
const PADDING_PX: f32 = 12.0;
const GAP_PX: f32 = 8.0;
const SIZE_PX: f32 = 12.0;

/// The undated items of `timeline` as chips in at most `lines` lines of `width_px`, and how many more there are.
///
/// Empty and without height when there are none.
pub fn undated_row(
    timeline: &Timeline,
    width_px: f32,
    lines: usize,
    options: &Options,
    measure: &dyn TextMeasure,
) -> Scene {
    let count = timeline.undated_count();
    if count == 0 || lines == 0 {
        return Scene { width_px, ..Scene::default() };
    }
    let heading = "Undated".to_owned();
    let indent = PADDING_PX + measure.width_px(&heading, SIZE_PX, true) + PADDING_PX;
    let at = Point::new(PADDING_PX, MARGIN_PX + LINE_PX / 2.0);
    let mut row = Row { shapes: Vec::new(), targets: Vec::new(), x: indent, line: 0, options, measure };
    row.shapes.push(text(at, heading, SIZE_PX, true, ColourRole::TextMuted));
    let more_px = row.chip_px(&format!("{count} more")) + GAP_PX;
    // In a narrow view the first chip leaves room for the count of the others.
    let room_px = width_px - indent - more_px - 3.0 * PADDING_PX;
    // Nothing can be hovered in a picture, so its chips say all.
    let most_px = if options.grow { room_px } else { CHIP_MAX_PX };
    let words_px = most_px.min(room_px).max(CHIP_MIN_PX);
    for (place, item) in timeline.undated().enumerate() {
        let words = shorten(&item.title, words_px, SIZE_PX, false, measure);
        let is_last_line = row.line + 1 == lines;
        let reserved = if is_last_line && place + 1 < count { more_px } else { 0.0 };
        let is_full = row.x > indent && row.x + row.chip_px(&words) + reserved > width_px - PADDING_PX;
        if is_full && is_last_line {
            row.more(count - place);
            break;
        }
        if is_full {
            (row.x, row.line) = (indent, row.line + 1);
        }
        row.chip(item, words);
    }
    let height_px = (row.line + 1) as f32 * LINE_PX + 2.0 * MARGIN_PX;
    let clip = Rect::new(0.0, 0.0, width_px, height_px);
    let ground = Shape::Rect { rect: clip, radius: 0.0, fill: Some(Fill::solid(ColourRole::Panel)), stroke: None };
    row.shapes.insert(0, ground);
    Scene {
        width_px,
        height_px,
        layers: vec![Layer { clip, shapes: row.shapes }],
        targets: row.targets,
        ..Scene::default()
    }
}

struct Row<'a> {
    shapes: Vec<Shape>,
    targets: Vec<Target>,
    x: f32,
    line: usize,
    options: &'a Options<'a>,
    measure: &'a dyn TextMeasure,
}

impl Row<'_> {
    fn chip_px(&self, words: &str) -> f32 {
        self.measure.width_px(words, SIZE_PX, false) + 2.0 * PADDING_PX
    }

    fn chip(&mut self, item: &Item, words: String) {
        let is_selected = self.options.selected.contains(&item.key);
        let stroke = match (self.options.focused == Some(item.key), is_selected) {
            (true, _) => Stroke::new(ColourRole::Focus, 2.0),
            (_, true) => Stroke::new(ColourRole::Accent, 1.5),
            _ => Stroke::new(ColourRole::Border, 1.0).dashed(3.0, 2.0),
        };
        let is_hovered = self.options.hovered == Some(item.key);
        let ground = if is_selected || is_hovered { ColourRole::Selection } else { ColourRole::Chip };
        let rect = self.draw(words, ground, stroke, ColourRole::Text);
        let name = format!("{}, undated", item.title);
        self.targets.push(Target { rect, kind: TargetKind::Item(item.key), name, is_selected });
    }

    fn more(&mut self, count: usize) {
        let stroke = Stroke::new(ColourRole::Border, 1.0);
        let rect = self.draw(format!("{count} more"), ColourRole::Chip, stroke, ColourRole::TextMuted);
        let name = format!("{count} more undated events");
        self.targets.push(Target { rect, kind: TargetKind::MoreUndated(count), name, is_selected: false });
    }

    fn draw(&mut self, words: String, ground: ColourRole, stroke: Stroke, role: ColourRole) -> Rect {
        let y = MARGIN_PX + (self.line as f32 + 0.5) * LINE_PX;
        let right = self.x + self.chip_px(&words);
        let rect = Rect::new(self.x, y - CHIP_HEIGHT_PX / 2.0, right, y + CHIP_HEIGHT_PX / 2.0);
        let fill = Some(Fill::solid(ground));
        self.shapes.push(Shape::Rect { rect, radius: CHIP_HEIGHT_PX / 2.0, fill, stroke: Some(stroke) });
        self.shapes.push(text(Point::new(self.x + PADDING_PX, y), words, SIZE_PX, false, role));
        self.x = right + GAP_PX;
        rect
    }
}
