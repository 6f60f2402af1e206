//! The overview: how dense the events lie over the whole time, with the window that the main view shows.

use super::{
    Anchor, ColourRole, Fill, Layer, Point, Rect, Scene, Shape, Stroke, Target, TargetKind, Text, TimeScale, showable,
};
use crate::timeline::time::{DAY_S, date_from_seconds, date_label, month_name, year_label};
use crate::timeline::{TimeRange, Timeline};
use chrono::Datelike;

/// How wide a window's edge can be taken hold of.
const HANDLE_PX: f32 = 6.0;
/// Room for the labels of the strip's ends, below the density.
const LABEL_ROOM_PX: f32 = 13.0;
/// How far an event is felt to either side, so that the area has slopes instead of spikes.
const SMOOTHING: [f32; 9] = [0.15, 0.4, 0.7, 0.92, 1.0, 0.92, 0.7, 0.4, 0.15];

/// The density of `all` (ghosted) and of `shown` over `whole`, and the `window` of the main view.
pub fn overview(
    all: &Timeline,
    shown: &Timeline,
    whole: TimeRange,
    window: TimeRange,
    width_px: f32,
    height_px: f32,
) -> Scene {
    let scale = TimeScale::new(whole, 0.0, width_px);
    let frame = Rect::new(0.0, 0.0, width_px, height_px);
    let tallest = tallest(all, &scale);
    let mut shapes =
        vec![Shape::Rect { rect: frame, radius: 0.0, fill: Some(Fill::solid(ColourRole::CanvasAlt)), stroke: None }];
    let band = Rect::new(0.0, 3.0, width_px, height_px - LABEL_ROOM_PX);
    shapes.extend(area(all, &scale, band, tallest, ColourRole::DensityGhost));
    shapes.extend(area(shown, &scale, band, tallest, ColourRole::Density));
    if all.dated_count() > 0 {
        shapes.extend(end_labels(&scale, height_px));
    }
    let window = showable(window);
    let left = scale.x_from_time(window.start_s).clamp(0.0, width_px);
    let right = scale.x_from_time(window.end_s).clamp(left, width_px);
    let rect = Rect::new(left, 1.0, right.max(left + 3.0), height_px - 1.0);
    shapes.push(Shape::Rect {
        rect,
        radius: 4.0,
        fill: Some(Fill::Solid { role: ColourRole::Accent, opacity: 0.06 }),
        stroke: Some(Stroke::new(ColourRole::Accent, 1.5)),
    });
    for x in [rect.left, rect.right] {
        let grip = Rect::around(Point::new(x, height_px / 2.0), 2.5, 7.0);
        shapes.push(Shape::Rect { rect: grip, radius: 2.0, fill: Some(Fill::solid(ColourRole::Accent)), stroke: None });
    }
    Scene {
        width_px,
        height_px,
        time: scale.time,
        layers: vec![Layer { clip: frame, shapes }],
        targets: window_targets(rect),
        ..Scene::default()
    }
}

/// What the strip's ends are, below the density.
fn end_labels(scale: &TimeScale, height_px: f32) -> [Shape; 2] {
    let label = |at_s: f64| {
        let date = date_from_seconds(at_s);
        match scale.time.len_s() / DAY_S {
            ..90.0 => date_label(date),
            ..7_500.0 => format!("{} {}", month_name(date.month()), year_label(date.year())),
            _ => year_label(date.year()),
        }
    };
    let text = |x: f32, anchor, at_s| {
        let at = Point::new(x, height_px - LABEL_ROOM_PX / 2.0);
        let (words, role) = (label(at_s), ColourRole::TextMuted);
        Shape::Text(Text { at, anchor, words, size: 10.5, bold: false, role, opacity: 1.0 })
    };
    [text(8.0, Anchor::Start, scale.time.start_s), text(scale.width_px - 8.0, Anchor::End, scale.time.end_s - 1.0)]
}

fn window_targets(rect: Rect) -> Vec<Target> {
    // A narrow window's edges are taken hold of from outside, so that its middle can still be moved.
    let narrow = rect.width() < 3.0 * HANDLE_PX;
    let body = if narrow { Rect::around(rect.centre(), HANDLE_PX, rect.height() / 2.0) } else { rect };
    let reach = if narrow { 0.0 } else { HANDLE_PX };
    let edge = |from: f32, to: f32| Rect::new(from, rect.top, to, rect.bottom);
    let start = edge(body.left - HANDLE_PX, body.left + reach);
    let end = edge(body.right - reach, body.right + HANDLE_PX);
    [
        (body, TargetKind::Window, "Time shown"),
        (start, TargetKind::WindowStart, "Start of the time shown"),
        (end, TargetKind::WindowEnd, "End of the time shown"),
    ]
    .map(|(rect, kind, name)| Target { rect, kind, name: name.to_owned(), is_selected: false })
    .into()
}

/// How many items start in each pixel column.
fn column_counts(timeline: &Timeline, scale: &TimeScale) -> Vec<usize> {
    let index = timeline.index();
    let edge = |column: u32| index.started_before(scale.time_from_x(scale.left_px + column as f32));
    let edges: Vec<usize> = (0..=scale.width_px as u32).map(edge).collect();
    edges.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect()
}

/// The density of `timeline` within `rect`.
pub(super) fn density(timeline: &Timeline, scale: &TimeScale, rect: Rect) -> Option<Shape> {
    area(timeline, scale, rect, tallest(timeline, scale), ColourRole::Density)
}

fn tallest(timeline: &Timeline, scale: &TimeScale) -> usize {
    column_counts(timeline, scale).into_iter().max().unwrap_or(0)
}

/// The mirrored area of the counts within `rect`, at least 1.5 px tall where there is an event.
///
/// Heights go by the square root, so that a single event still shows beside a thousand.
fn area(timeline: &Timeline, scale: &TimeScale, rect: Rect, tallest: usize, role: ColourRole) -> Option<Shape> {
    let counts = column_counts(timeline, scale);
    let middle = rect.centre().y;
    let unit = rect.height() / 2.0 / (tallest.max(1) as f32).sqrt();
    let heights: Vec<f32> = counts.iter().map(|count| (*count as f32).sqrt() * unit).collect();
    let half = |at: usize| {
        let around = SMOOTHING.iter().enumerate().map(|(place, weight)| {
            let column = (at + place).checked_sub(SMOOTHING.len() / 2);
            column.and_then(|column| heights.get(column)).map_or(0.0, |height| height * weight)
        });
        let height = around.fold(0.0, f32::max);
        if height > 0.0 { height.max(1.5) } else { 0.5 }
    };
    let x = |at: usize| scale.left_px + at as f32 + 0.5;
    let columns: Vec<_> = (0..counts.len()).map(|at| (x(at), middle - half(at), middle + half(at))).collect();
    (!columns.is_empty()).then(|| Shape::Area { columns, fill: Fill::solid(role) })
}
