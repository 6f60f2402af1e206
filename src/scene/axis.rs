//! The axis: minor ticks in one row, what they leave out in the row above, its label pinned to the left edge.

use super::ticks::{Step, Tick};
use super::{Anchor, ColourRole, Fill, Point, Rect, Shape, Stroke, Text, TextMeasure, TimeScale};

/// Height of the axis at the top of a scene: a major and a minor row.
pub const AXIS_HEIGHT_PX: f32 = 38.0;
/// Height of the major row.
const MAJOR_HEIGHT_PX: f32 = 20.0;
const LABEL_PX: f32 = 12.0;
/// Between a tick's line and its label.
const INSET_PX: f32 = 5.0;
/// Between a label and the next.
const GAP_PX: f32 = 14.0;
/// Ticks closer than this make a fence of the grid, however short their labels are.
const MIN_TICK_PX: f32 = 58.0;
/// Where the pinned label stands.
const PINNED_PX: f32 = 12.0;

/// The shapes of an axis, apart for painting below and above the marks.
pub(super) struct Axis {
    /// Lines down the whole scene.
    pub grid: Vec<Shape>,
    /// Ground and labels.
    pub labels: Vec<Shape>,
}

/// The axis of `scale`; the major row keeps `reserved_px` free at its right end.
pub(super) fn axis(scale: &TimeScale, height_px: f32, reserved_px: f32, measure: &dyn TextMeasure) -> Axis {
    let (step, minor) = minor_ticks(scale, measure);
    let major_step = step.major();
    let major = major_step.ticks(scale);
    let mut grid = Vec::new();
    for (ticks, role) in [(&minor, ColourRole::Grid), (&major, ColourRole::GridMajor)] {
        let inside = ticks.iter().map(|tick| scale.x_from_time(tick.at_s)).filter(|x| *x >= scale.left_px);
        grid.extend(inside.map(|x| vertical(x, AXIS_HEIGHT_PX, height_px, role)));
    }
    let mut labels = ground(scale);
    labels.extend(minor_labels(scale, &minor, measure));
    labels.extend(major_labels(scale, major_step, &major, reserved_px, measure));
    Axis { grid, labels }
}

/// The panel behind the labels and the line below it.
pub(super) fn ground(scale: &TimeScale) -> Vec<Shape> {
    let rect = Rect::new(scale.left_px, 0.0, scale.left_px + scale.width_px, AXIS_HEIGHT_PX);
    let line = Stroke::new(ColourRole::Border, 1.0);
    let y = AXIS_HEIGHT_PX - 0.5;
    vec![
        Shape::Rect { rect, radius: 0.0, fill: Some(Fill::solid(ColourRole::Panel)), stroke: None },
        Shape::Line { from: Point::new(rect.left, y), to: Point::new(rect.right, y), stroke: line },
    ]
}

/// A label in the major row.
pub(super) fn major_text(x: f32, words: String) -> Shape {
    let at = Point::new(x, MAJOR_HEIGHT_PX / 2.0 + 0.5);
    Shape::Text(Text {
        at,
        anchor: Anchor::Start,
        words,
        size: LABEL_PX,
        bold: true,
        role: ColourRole::Text,
        opacity: 1.0,
    })
}

/// A label in the minor row.
pub(super) fn minor_text(x: f32, anchor: Anchor, words: String, bold: bool, role: ColourRole) -> Shape {
    let at = Point::new(x, MAJOR_HEIGHT_PX + (AXIS_HEIGHT_PX - MAJOR_HEIGHT_PX) / 2.0 - 1.0);
    Shape::Text(Text { at, anchor, words, size: LABEL_PX, bold, role, opacity: 1.0 })
}

/// The finest ticks whose labels have room, each with the one form of its label that fits.
fn minor_ticks(scale: &TimeScale, measure: &dyn TextMeasure) -> (Step, Vec<Tick>) {
    let mut min_px = MIN_TICK_PX;
    loop {
        let step = Step::for_scale(scale, min_px);
        let mut ticks = step.ticks(scale);
        let step_px = (step.len_s() / scale.seconds_per_px()) as f32;
        let forms = ticks.first().map_or(0, |tick| tick.labels.len());
        let widest = |form: usize| {
            let labels = ticks.iter().filter_map(|tick| tick.labels.get(form));
            labels.map(|label| measure.width_px(label, LABEL_PX, false)).fold(0.0, f32::max)
        };
        let fitting = (0..forms).find(|form| widest(*form) + GAP_PX <= step_px);
        if let Some(form) = fitting.or((min_px > 1_000.0).then_some(forms.saturating_sub(1))) {
            for tick in &mut ticks {
                tick.labels.drain(..form.min(tick.labels.len()));
            }
            return (step, ticks);
        }
        min_px = (step_px + 1.0).max(min_px * 1.2);
    }
}

fn minor_labels(scale: &TimeScale, ticks: &[Tick], measure: &dyn TextMeasure) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut free_from = scale.left_px + INSET_PX;
    for tick in ticks {
        let Some(label) = tick.labels.first() else { continue };
        let x = scale.x_from_time(tick.at_s) + INSET_PX;
        let end = x + measure.width_px(label, LABEL_PX, false);
        if x >= free_from && end <= scale.left_px + scale.width_px - 2.0 {
            shapes.push(vertical(x - INSET_PX, AXIS_HEIGHT_PX - 8.0, AXIS_HEIGHT_PX, ColourRole::GridMajor));
            shapes.push(minor_text(x, Anchor::Start, label.clone(), false, ColourRole::TextMuted));
            free_from = end + INSET_PX;
        }
    }
    shapes
}

/// The labels of the major row: each at its tick, the one that holds the left edge pinned there.
fn major_labels(
    scale: &TimeScale,
    step: Step,
    ticks: &[Tick],
    reserved_px: f32,
    measure: &dyn TextMeasure,
) -> Vec<Shape> {
    let right = scale.left_px + scale.width_px - reserved_px - 8.0;
    let place = |tick: &Tick| (scale.x_from_time(tick.at_s) + INSET_PX).max(scale.left_px + PINNED_PX);
    let mut shapes = Vec::new();
    let mut free_from = scale.left_px;
    for (number, tick) in ticks.iter().enumerate() {
        let x = place(tick).max(free_from);
        let end = ticks.get(number + 1).map_or(right, |next| place(next) - GAP_PX).min(right);
        let fits = |label: &String| x + measure.width_px(label, LABEL_PX, true) <= end;
        let Some(label) = step.major_labels(tick.at_s).into_iter().find(fits) else { continue };
        if x > place(tick) + 0.5 {
            continue;
        }
        free_from = x + measure.width_px(&label, LABEL_PX, true) + GAP_PX;
        shapes.push(major_text(x, label));
    }
    shapes
}

fn vertical(x: f32, top: f32, bottom: f32, role: ColourRole) -> Shape {
    let x = x.round() + 0.5;
    Shape::Line { from: Point::new(x, top), to: Point::new(x, bottom), stroke: Stroke::new(role, 1.0) }
}
