//! The overview: how dense the events lie over the whole time, with the window that the main view shows.

use super::{ColourRole, Fill, Layer, Point, Rect, Scene, Shape, Stroke, Target, TargetKind, TimeScale};
use crate::timeline::{TimeRange, Timeline};

/// How wide a window's edge can be taken hold of.
const HANDLE_PX: f32 = 6.0;

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
    let tallest = column_counts(all, &scale).into_iter().max().unwrap_or(0);
    let mut shapes =
        vec![Shape::Rect { rect: frame, radius: 0.0, fill: Some(Fill::solid(ColourRole::CanvasAlt)), stroke: None }];
    shapes.extend(area(all, &scale, height_px, tallest, ColourRole::DensityGhost));
    shapes.extend(area(shown, &scale, height_px, tallest, ColourRole::Density));
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
        let grip = Rect::around(Point::new(x, height_px / 2.0), 2.0, 7.0);
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

fn window_targets(rect: Rect) -> Vec<Target> {
    let edge = |x: f32| Rect::new(x - HANDLE_PX, rect.top, x + HANDLE_PX, rect.bottom);
    [
        (rect, TargetKind::Window, "Time shown"),
        (edge(rect.left), TargetKind::WindowStart, "Start of the time shown"),
        (edge(rect.right), TargetKind::WindowEnd, "End of the time shown"),
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

/// The mirrored area of the counts, smoothed, at least 1.5 px tall where there is an event.
fn area(timeline: &Timeline, scale: &TimeScale, height_px: f32, tallest: usize, role: ColourRole) -> Option<Shape> {
    let counts = column_counts(timeline, scale);
    let middle = height_px / 2.0;
    let unit = (middle - 4.0) / (tallest.max(1) as f32).sqrt();
    let half = |at: usize| {
        let around = counts.iter().skip(at.saturating_sub(2)).take(5).max().copied().unwrap_or(0);
        if around == 0 { 0.5 } else { ((around as f32).sqrt() * unit).max(1.5) }
    };
    let x = |at: usize| scale.left_px + at as f32 + 0.5;
    let upper = (0..counts.len()).map(|at| Point::new(x(at), middle - half(at)));
    let lower = (0..counts.len()).rev().map(|at| Point::new(x(at), middle + half(at)));
    let points: Vec<Point> = upper.chain(lower).collect();
    (!points.is_empty()).then(|| Shape::Path { points, closed: true, fill: Some(Fill::solid(role)), stroke: None })
}
