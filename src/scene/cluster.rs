//! Clusters: what has no place of its own is counted in windows of time, so that nothing vanishes silently.
//!
//! Windows are 2ᵏ seconds long and start at multiples of that: they stay where they are while panning, and two become
//! one when zooming out.

use super::place::Placed;
use super::{
    Anchor, ColourRole, Fill, Point, Rect, Shape, Stroke, Target, TargetKind, Text, TextMeasure, TimeScale, Viewport,
};
use crate::timeline::{ItemKey, TimeRange, Timeline};

/// Height of the strip that holds the clusters.
pub(super) const CLUSTER_STRIP_PX: f32 = 30.0;
/// No window is narrower: the widest count still fits.
const WINDOW_MIN_PX: f32 = 84.0;
const PILL_HALF_PX: f32 = 10.0;
const COUNT_PX: f32 = 11.0;

/// Items without a place of their own that start within one window.
pub(super) struct Cluster {
    time: TimeRange,
    count: usize,
    first: Vec<ItemKey>,
}

/// The clusters in view: `placed` are the items that have a place.
pub(super) fn clusters(timeline: &Timeline, scale: &TimeScale, placed: &[Placed]) -> Vec<Cluster> {
    let view = scale.time;
    let index = timeline.index();
    let mut taken: Vec<usize> =
        placed.iter().filter(|one| one.when.hull().overlaps(view)).map(|one| one.position).collect();
    taken.sort_unstable();
    // Items that reach into the view from before it are counted in its first window.
    let mut from = index.ended_by(view.start_s);
    let (mut taken_before, mut first_position) = (0, 0);
    let mut clusters = Vec::new();
    for time in windows(scale) {
        let to = index.started_before(time.end_s.min(view.end_s));
        let taken_by = taken.partition_point(|position| *position < to);
        let here = taken_by - taken_before;
        let count = to.saturating_sub(from).saturating_sub(here);
        if count > 0 {
            // The window may reach beyond the view, whose items alone are counted.
            let shown = TimeRange::new(time.start_s.max(view.start_s), time.end_s.min(view.end_s));
            let best = index.most_salient_of(shown, 5, |at| at >= first_position && taken.binary_search(&at).is_err());
            let first = best.into_iter().filter_map(|at| timeline.at(at)).map(|item| item.key).collect();
            clusters.push(Cluster { time, count, first });
        }
        (from, taken_before, first_position) = (to, taken_by, to);
    }
    clusters
}

/// The windows that the view touches, in order; one that is cut too short by the view's edge joins its neighbour.
fn windows(scale: &TimeScale) -> Vec<TimeRange> {
    let wanted_s = scale.seconds_per_px() * f64::from(WINDOW_MIN_PX);
    let len_s = 2f64.powf(wanted_s.log2().ceil());
    let first = (scale.time.start_s / len_s).floor();
    let last = (scale.time.end_s / len_s).ceil();
    let count = (last - first).clamp(0.0, 10_000.0) as usize;
    let mut windows: Vec<TimeRange> =
        (0..count).map(|n| TimeRange::new((first + n as f64) * len_s, (first + n as f64 + 1.0) * len_s)).collect();
    if let [cut, next, ..] = windows[..]
        && cut.end_s - scale.time.start_s < wanted_s
    {
        windows.splice(..2, [cut.cover(next)]);
    }
    if let [.., before, cut] = windows[..]
        && scale.time.end_s - cut.start_s < wanted_s
    {
        windows.truncate(windows.len() - 2);
        windows.push(before.cover(cut));
    }
    windows
}

/// How many items the clusters count.
pub(super) fn total(clusters: &[Cluster]) -> usize {
    clusters.iter().map(|cluster| cluster.count).sum()
}

/// The pills of `clusters` in a strip whose middle is `y`.
pub(super) fn pills(
    clusters: &[Cluster],
    timeline: &Timeline,
    scale: &TimeScale,
    view: &Viewport,
    y: f32,
    measure: &dyn TextMeasure,
) -> (Vec<Shape>, Vec<Target>) {
    let (mut shapes, mut targets) = (Vec::new(), Vec::new());
    for cluster in clusters {
        let words = grouped(cluster.count);
        let half = (measure.width_px(&words, COUNT_PX, true) / 2.0 + 8.0).max(12.0);
        let left = scale.x_from_time(cluster.time.start_s).max(0.0);
        let right = scale.x_from_time(cluster.time.end_s).min(view.width_px);
        let rect = Rect::around(Point::new((left + right) / 2.0, y), half, PILL_HALF_PX);
        let fill = Some(Fill::solid(ColourRole::Chip));
        let stroke = Some(Stroke::new(ColourRole::Border, 1.0));
        shapes.push(Shape::Rect { rect, radius: PILL_HALF_PX, fill, stroke });
        shapes.push(Shape::Text(Text {
            at: rect.centre(),
            anchor: Anchor::Middle,
            words,
            size: COUNT_PX,
            bold: true,
            role: ColourRole::Text,
            opacity: 1.0,
        }));
        let name = name(cluster, timeline);
        let kind = TargetKind::Cluster { count: cluster.count, first: cluster.first.clone(), time: cluster.time };
        targets.push(Target { rect, kind, name, is_selected: false });
    }
    (shapes, targets)
}

fn name(cluster: &Cluster, timeline: &Timeline) -> String {
    let titles: Vec<&str> =
        cluster.first.iter().filter_map(|key| timeline.item(*key)).map(|item| &*item.title).collect();
    let noun = if cluster.count == 1 { "event" } else { "events" };
    format!("{} more {noun}, {}: {}", cluster.count, cluster.time.in_words(), titles.join("; "))
}

/// A number with its thousands apart: `12,345`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(
            ["1", "999", "1,000", "1,234,567"],
            [1, 999, 1_000, 1_234_567].map(grouped).each_ref().map(|s| &**s)
        );
    }
}
