//! The main view: axis above, marks and labels in rows, clusters and density in a strip below.

use super::axis::{AXIS_HEIGHT_PX, axis};
use super::cluster::{CLUSTER_STRIP_PX, Cluster, clusters, grouped, pills, total};
use super::label::text;
use super::mark::{Bounds, Mark};
use super::overview::density;
use super::paint::{Look, mark_shapes};
use super::place::{Placed, Placement, place};
use super::{
    Anchor, ColourRole, Count, Fill, Layer, Options, Point, Rect, Scene, Shape, Stroke, Target, TargetKind, Text,
    TextMeasure, TimeScale, Viewport, day,
};
use crate::model::EventKind;
use crate::timeline::{Item, Timeline, When};

/// Height of a row of marks.
pub(super) const ROW_HEIGHT_PX: f32 = 28.0;
/// Between axis and first row, and below the last.
const ROWS_PADDING_PX: f32 = 10.0;
/// Height of the density area above the clusters, when there are too many events for marks.
const DENSITY_PX: f32 = 56.0;
/// As many rows a picture has at most when not all events can be labelled.
const ROWS_OF_PICTURE: usize = 40;
/// A picture taller than this has the axis below as well as above.
const SECOND_AXIS_FROM_PX: f32 = 900.0;
/// What is not selected, while something is.
const DIMMED: f32 = 0.4;

/// Lays out `timeline` in `view`.
///
/// A view that shows one whole day large is laid out as a day of rows, everything else along the axis.
pub fn layout(timeline: &Timeline, view: &Viewport, options: &Options, measure: &dyn TextMeasure) -> Scene {
    let scale = TimeScale::new(view.time, 0.0, view.width_px);
    if let Some(day) = day::day_in(&scale, timeline) {
        return day::layout(timeline, day, view, options, measure);
    }
    if timeline.dated_count() == 0 {
        return empty(&scale, view, options);
    }
    let in_view = timeline.index().count_touching(scale.time);
    let rows_px = view.height_px - AXIS_HEIGHT_PX - CLUSTER_STRIP_PX - ROWS_PADDING_PX;
    let rows = if options.grow { ROWS_OF_PICTURE } else { ((rows_px / ROW_HEIGHT_PX) as usize).max(2) };
    let mut placement = place(timeline, &scale, rows, options, measure);
    let bounds = placement.bounds;
    placement.placed.retain(|one| {
        let room = mark(one, &scale, bounds).room;
        one.when.hull().overlaps(scale.time) || (room.0 < view.width_px && room.1 > 0.0)
    });
    let clusters = clusters(timeline, &scale, &placement.placed);
    let painter = Painter { timeline, view, options, measure, scale, placement, clusters };
    painter.scene(in_view)
}

fn mark(placed: &Placed, scale: &TimeScale, bounds: Bounds) -> Mark {
    let label_px = placed.label.as_ref().map_or(0.0, |label| label.width_px);
    Mark::new(placed.item, &placed.when, scale, label_px, bounds)
}

struct Painter<'a> {
    timeline: &'a Timeline,
    view: &'a Viewport,
    options: &'a Options<'a>,
    measure: &'a dyn TextMeasure,
    scale: TimeScale,
    placement: Placement<'a>,
    clusters: Vec<Cluster>,
}

impl Painter<'_> {
    fn scene(&self, in_view: usize) -> Scene {
        let rows = self.placement.placed.iter().map(|one| one.row + 1).max().unwrap_or(0);
        let content_height_px = rows as f32 * ROW_HEIGHT_PX + 2.0 * ROWS_PADDING_PX;
        let second_axis_px =
            if self.options.grow && content_height_px > SECOND_AXIS_FROM_PX { AXIS_HEIGHT_PX } else { 0.0 };
        let foot_px = self.foot_px() + second_axis_px;
        let height_px =
            if self.options.grow { AXIS_HEIGHT_PX + content_height_px + foot_px } else { self.view.height_px };
        let body = Rect::new(0.0, AXIS_HEIGHT_PX, self.view.width_px, (height_px - foot_px).max(AXIS_HEIGHT_PX));
        let scroll_px = self.view.scroll_px.clamp(0.0, (content_height_px - body.height()).max(0.0));
        let (marks, labels, mut targets) = self.marks(body, scroll_px);
        let count = self.count(in_view);
        let (notes, note_targets, notes_px) = edge_notes(self.timeline, &self.scale, count, self.measure);
        let axis = axis(&self.scale, height_px, notes_px, self.measure);
        let whole = Rect::new(0.0, 0.0, self.view.width_px, height_px);
        let ground =
            Shape::Rect { rect: whole, radius: 0.0, fill: Some(Fill::solid(ColourRole::Canvas)), stroke: None };
        let mut back = vec![ground];
        back.extend(axis.grid);
        let second_top = height_px - second_axis_px;
        let second_axis: Vec<Shape> = if second_axis_px > 0.0 {
            axis.labels
                .iter()
                .map(|shape| shape.moved(0.0, second_top))
                .chain([border(second_top, self.view)])
                .collect()
        } else {
            Vec::new()
        };
        let (foot, foot_targets) = self.foot(body.bottom, second_top);
        let front = axis.labels.into_iter().chain(notes).chain(foot).chain(second_axis).collect();
        sort_for_reading(&mut targets);
        targets.extend(foot_targets);
        targets.extend(note_targets);
        Scene {
            width_px: self.view.width_px,
            height_px,
            content_height_px,
            scroll_px,
            reveal_px: self.reveal_px(body.height(), scroll_px),
            time: self.scale.time,
            day: None,
            layers: vec![
                Layer { clip: whole, shapes: back },
                Layer { clip: body, shapes: marks.into_iter().chain(labels).collect() },
                Layer { clip: whole, shapes: front },
            ],
            targets,
            count,
        }
    }

    fn reveal_px(&self, body_px: f32, scroll_px: f32) -> Option<f32> {
        let key = self.options.selected.last()?;
        let row = self.placement.placed.iter().find(|one| one.item.key == *key)?.row as f32;
        let (top, bottom) = (row * ROW_HEIGHT_PX, (row + 1.0) * ROW_HEIGHT_PX + 2.0 * ROWS_PADDING_PX);
        Some(super::scroll_to_reveal((top, bottom), body_px, scroll_px))
    }

    fn foot_px(&self) -> f32 {
        let density_px = if self.placement.is_dense { DENSITY_PX } else { 0.0 };
        if self.clusters.is_empty() { 0.0 } else { CLUSTER_STRIP_PX + density_px }
    }

    /// Marks, labels and targets of all that is placed.
    fn marks(&self, body: Rect, scroll_px: f32) -> (Vec<Shape>, Vec<Shape>, Vec<Target>) {
        let (mut marks, mut labels, mut targets) = (Vec::new(), Vec::new(), Vec::new());
        for placed in &self.placement.placed {
            let y = body.top + ROWS_PADDING_PX + (placed.row as f32 + 0.5) * ROW_HEIGHT_PX - scroll_px;
            let mark = mark(placed, &self.scale, self.placement.bounds.within(self.scale.width_px));
            let room = mark.room;
            let rect = Rect::new(room.0, y - ROW_HEIGHT_PX / 2.0, room.1, y + ROW_HEIGHT_PX / 2.0).intersection(body);
            targets.push(item_target(placed.item, &placed.when, rect, self.options));
            if y + ROW_HEIGHT_PX < body.top || y - ROW_HEIGHT_PX > body.bottom {
                continue;
            }
            marks.extend(mark_shapes(&mark.within(self.view.width_px), y, look(placed.item, self.options)));
            if let Some(label) = &placed.label {
                labels.extend(label.shapes(Point::new(mark.label_x, y), mark.is_turned, self.measure));
            }
        }
        (marks, labels, targets)
    }

    /// The strip below the rows.
    fn foot(&self, top: f32, bottom: f32) -> (Vec<Shape>, Vec<Target>) {
        if bottom - top < 1.0 {
            return Default::default();
        }
        let rect = Rect::new(0.0, top, self.view.width_px, bottom);
        let mut shapes =
            vec![Shape::Rect { rect, radius: 0.0, fill: Some(Fill::solid(ColourRole::CanvasAlt)), stroke: None }];
        shapes.push(border(top, self.view));
        if self.placement.is_dense {
            let area = Rect::new(0.0, top + 4.0, self.view.width_px, bottom - CLUSTER_STRIP_PX + 2.0);
            shapes.extend(density(self.timeline, &self.scale, area));
        }
        let y = bottom - CLUSTER_STRIP_PX / 2.0;
        let (pill_shapes, targets) = pills(&self.clusters, self.timeline, &self.scale, self.view, y, self.measure);
        shapes.extend(pill_shapes);
        (shapes, targets)
    }

    fn count(&self, in_view: usize) -> Count {
        let placed = self.placement.placed.iter().filter(|one| one.when.hull().overlaps(self.scale.time));
        let labelled = placed.clone().filter(|one| one.label.is_some()).count();
        let index = self.timeline.index();
        Count {
            in_view,
            labelled,
            dots: placed.count() - labelled,
            clustered: total(&self.clusters),
            before: index.ended_by(self.scale.time.start_s),
            after: self.timeline.dated_count() - index.started_before(self.scale.time.end_s),
        }
    }
}

/// The line between two regions.
fn border(y: f32, view: &Viewport) -> Shape {
    let (from, to) = (Point::new(0.0, y + 0.5), Point::new(view.width_px, y + 0.5));
    Shape::Line { from, to, stroke: Stroke::new(ColourRole::Border, 1.0) }
}

/// How an item's mark is told from others.
pub(super) fn look(item: &Item, options: &Options) -> Look {
    let is_selected = options.selected.contains(&item.key);
    Look {
        kind: item.kind,
        role: ColourRole::Series(item.series),
        opacity: if options.selected.is_empty() || is_selected { 1.0 } else { DIMMED },
        is_selected,
        is_focused: options.focused == Some(item.key),
        is_hovered: options.hovered == Some(item.key),
    }
}

/// The target of an item at `rect`.
pub(super) fn item_target(item: &Item, when: &When, rect: Rect, options: &Options) -> Target {
    Target {
        rect,
        kind: TargetKind::Item(item.key),
        name: spoken(item, when),
        is_selected: options.selected.contains(&item.key),
    }
}

/// What a screen reader says: title, date, certainty, what belongs to it.
fn spoken(item: &Item, when: &When) -> String {
    let kind = match item.kind {
        EventKind::Happening => "event",
        EventKind::Statement => "statement",
        EventKind::Photo => "photo",
    };
    let inferred = if when.is_inferred { ", inferred" } else { "" };
    let modality = match super::label::suffix(item.modality) {
        "" => String::new(),
        words => format!(", {words}"),
    };
    let percent = (when.confidence.clamp(0.0, 1.0) * 100.0).round();
    format!("{}, {kind}{modality}, {}{inferred}, {percent} % sure", item.title, when.in_words())
}

/// From left to right, then from top to bottom.
pub(super) fn sort_for_reading(targets: &mut [Target]) {
    targets.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left).then(a.rect.top.total_cmp(&b.rect.top)));
}

/// How many events lie before and after the view, at the right end of the axis.
pub(super) fn edge_notes(
    timeline: &Timeline,
    scale: &TimeScale,
    count: Count,
    measure: &dyn TextMeasure,
) -> (Vec<Shape>, Vec<Target>, f32) {
    let (mut shapes, mut targets) = (Vec::new(), Vec::new());
    let mut x = scale.width_px - 12.0;
    let nearest = |position: Option<usize>| Some(timeline.at(position?)?.when?.hull());
    let after = timeline.index().started_before(scale.time.end_s);
    let later = (count.after, "later", nearest((count.after > 0).then_some(after)));
    let earlier = (count.before, "earlier", nearest(nearest_before(timeline, scale.time.start_s)));
    for (number, word, range) in [later, earlier] {
        let Some(range) = range.filter(|_| number > 0) else { continue };
        let is_later = word == "later";
        let words = if is_later {
            format!("{} {word} ›", grouped(number))
        } else {
            format!("‹ {} {word}", grouped(number))
        };
        let width = measure.width_px(&words, 12.0, false);
        let at = Point::new(x - width, 10.5);
        shapes.push(text(at, words, 12.0, false, ColourRole::Accent));
        let rect = Rect::new(at.x - 6.0, 0.0, x + 6.0, 20.0);
        let events = if number == 1 { "event" } else { "events" };
        let kind = if is_later { TargetKind::Later(range) } else { TargetKind::Earlier(range) };
        targets.push(Target { rect, kind, name: format!("{number} {word} {events}"), is_selected: false });
        x -= width + 18.0;
    }
    (shapes, targets, scale.width_px - x)
}

/// The position of the last item that was over by `at_s`, looked for among the last that started before.
fn nearest_before(timeline: &Timeline, at_s: f64) -> Option<usize> {
    let end = timeline.index().started_before(at_s);
    let is_over =
        |position: &usize| timeline.at(*position).and_then(|item| item.when).is_some_and(|w| w.latest_s <= at_s);
    (0..end).rev().take(64).find(is_over).or(end.checked_sub(1))
}

/// A timeline without dated events: no axis, for there is no time to show.
fn empty(scale: &TimeScale, view: &Viewport, options: &Options) -> Scene {
    let height_px = if options.grow { 96.0 } else { view.height_px };
    let whole = Rect::new(0.0, 0.0, view.width_px, height_px);
    let ground = Shape::Rect { rect: whole, radius: 0.0, fill: Some(Fill::solid(ColourRole::Canvas)), stroke: None };
    let shapes = vec![ground, note(whole, "No dated events")];
    let layers = vec![Layer { clip: whole, shapes }];
    Scene { width_px: view.width_px, height_px, time: scale.time, layers, ..Scene::default() }
}

/// A centred note where there is nothing to lay out.
pub(super) fn note(rect: Rect, words: &str) -> Shape {
    Shape::Text(Text {
        at: rect.centre(),
        anchor: Anchor::Middle,
        words: words.to_owned(),
        size: 13.0,
        bold: false,
        role: ColourRole::TextMuted,
        opacity: 1.0,
    })
}
