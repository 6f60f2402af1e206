//! The main view: axis, marks in rows, labels.

use super::{
    Anchor, ColourRole, Count, Fill, Layer, Options, Point, Rect, Scene, Shape, Target, TargetKind, Text, TextMeasure,
    TimeScale, Viewport, showable,
};
use crate::timeline::time::{DAY_S, date_from_seconds, date_label};
use crate::timeline::{ItemKey, TimeRange, Timeline};

/// Height of the axis at the top of a scene: a major and a minor row.
pub const AXIS_HEIGHT_PX: f32 = 38.0;
/// Height of a row of marks.
pub const ROW_HEIGHT_PX: f32 = 28.0;

/// The range that shows all dated items with a margin; a minute's view of nothing otherwise.
pub fn fit_all(timeline: &Timeline, width_px: f32) -> TimeRange {
    fit(timeline.hull(), width_px)
}

/// The range that shows the items `keys` with a margin; `None` if none of them is dated.
pub fn fit_items(timeline: &Timeline, keys: &[ItemKey], width_px: f32) -> Option<TimeRange> {
    let hulls = keys.iter().filter_map(|key| timeline.item(*key)?.when.map(|when| when.hull()));
    hulls.reduce(TimeRange::cover).map(|hull| fit(Some(hull), width_px))
}

fn fit(hull: Option<TimeRange>, _width_px: f32) -> TimeRange {
    let hull = hull.unwrap_or(TimeRange::new(0.0, DAY_S));
    let margin_s = (hull.len_s() * 0.1).max(DAY_S);
    showable(TimeRange::new(hull.start_s - margin_s, hull.end_s + margin_s * 2.0))
}

/// Lays out `timeline` in `view`.
pub fn layout(timeline: &Timeline, view: &Viewport, options: &Options, measure: &dyn TextMeasure) -> Scene {
    let scale = TimeScale::new(view.time, 0.0, view.width_px);
    let positions = timeline.index().touching(scale.time, 300);
    let mut row_ends: Vec<f32> = Vec::new();
    let mut shapes = Vec::new();
    let mut targets = Vec::new();
    for position in positions {
        let Some((item, when)) = timeline.at(position).and_then(|item| Some((item, item.when?))) else { continue };
        let x = scale.x_from_time(when.hull().middle_s());
        let width = 16.0 + measure.width_px(&item.title, 13.0, false);
        let row = row_ends.iter().position(|end| *end < x - 8.0).unwrap_or(row_ends.len());
        match row_ends.get_mut(row) {
            Some(end) => *end = x + width,
            None => row_ends.push(x + width),
        }
        let y = AXIS_HEIGHT_PX + (row as f32 + 0.5) * ROW_HEIGHT_PX;
        let fill = Some(Fill::solid(ColourRole::Series(item.series)));
        shapes.push(Shape::Circle { centre: Point::new(x, y), radius: 5.0, fill, stroke: None });
        shapes.push(Shape::Text(Text {
            at: Point::new(x + 11.0, y),
            anchor: Anchor::Start,
            words: item.title.to_string(),
            size: 13.0,
            bold: false,
            role: ColourRole::Text,
            opacity: 1.0,
        }));
        targets.push(Target {
            rect: Rect::new(x - 6.0, y - ROW_HEIGHT_PX / 2.0, x + width, y + ROW_HEIGHT_PX / 2.0),
            kind: TargetKind::Item(item.key),
            name: format!("{}, {}", item.title, date_label(date_from_seconds(when.earliest_s))),
            is_selected: options.selected.contains(&item.key),
        });
    }
    let clip = Rect::new(0.0, 0.0, view.width_px, view.height_px);
    Scene {
        width_px: view.width_px,
        height_px: view.height_px,
        content_height_px: row_ends.len() as f32 * ROW_HEIGHT_PX,
        scroll_px: 0.0,
        time: scale.time,
        layers: vec![Layer { clip, shapes }],
        targets,
        count: Count::default(),
    }
}
