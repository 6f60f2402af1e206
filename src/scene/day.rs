//! One day large: its events as rows, by the clock where that is known, else in the order told.
//!
//! Many articles tell of a single day. On an axis their events would stand above one another in one spot; so the day
//! becomes a wide band and each event a row with its certainty, while what lies before and after is listed at the sides.

use super::axis::{AXIS_HEIGHT_PX, ground, major_text, minor_text};
use super::day_row::{DayRow, row_order};
use super::day_side::side;
use super::fit::day_with_sides;
use super::view::{edge_notes, item_target, note, sort_for_reading};
use super::{
    Anchor, ColourRole, Count, Fill, Layer, Options, Point, Rect, Scene, Shape, Stroke, TextMeasure, TimeScale,
    Viewport,
};
use crate::timeline::time::{DAY_S, TimeRange, date_from_seconds, seconds_from_date};
use crate::timeline::{Item, Timeline, When};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// A day that takes this share of the view is laid out as a band.
const BAND_SHARE: f64 = 0.55;
/// A timeline is of one day when at least this share of its dated events are of that day,
const ONE_DAY_SHARE: f64 = 0.6;
/// and no more than this many are not.
const OTHERS_AT_MOST: usize = 8;
/// More rows are not laid out: the axis shows such a day by the hour and in clusters.
const ROWS_AT_MOST: usize = 300;
/// Sides that have something to list take this share of the day's width each, others that.
const SIDE: f64 = 0.30;
const EMPTY_SIDE: f64 = 0.05;
/// A side narrower than this lists nothing.
const SIDE_MIN_PX: f32 = 120.0;
const ROWS_PADDING_PX: f32 = 8.0;
const ROW_ROOMY_PX: f32 = 42.0;
const ROW_TIGHT_PX: f32 = 32.0;

type Dated<'a> = (&'a Item, When);

/// The day that `timeline` is all about, if it is about one.
pub(super) fn only_day(timeline: &Timeline) -> Option<NaiveDate> {
    let dated = timeline.dated_count();
    if !(2..=ROWS_AT_MOST).contains(&dated) {
        return None;
    }
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for when in timeline.dated().filter_map(|item| item.when).filter(When::is_within_a_day) {
        *days.entry(date_from_seconds(when.earliest_s)).or_default() += 1;
    }
    let (day, count) = days.into_iter().max_by_key(|(day, count)| (*count, std::cmp::Reverse(*day)))?;
    let is_enough = count >= 2 && count as f64 >= ONE_DAY_SHARE * dated as f64 && dated - count <= OTHERS_AT_MOST;
    is_enough.then_some(day)
}

/// The range that shows `day` as a band with what is before and after at its sides.
pub(super) fn fit(timeline: &Timeline, day: NaiveDate) -> TimeRange {
    let (start_s, end_s) = (seconds_from_date(day), seconds_from_date(day) + DAY_S);
    let is_any = |test: &dyn Fn(When) -> bool| timeline.dated().filter_map(|item| item.when).any(test);
    let share = |has_any| if has_any { SIDE } else { EMPTY_SIDE };
    let before = is_any(&|when| when.earliest_s < start_s);
    let after = is_any(&|when| when.earliest_s >= end_s);
    day_with_sides(day, share(before), share(after))
}

/// The day to lay out as a band on `scale`: wholly in view, large, and with some events, but not too many.
pub(super) fn day_in(scale: &TimeScale, timeline: &Timeline) -> Option<NaiveDate> {
    let len_s = scale.time.len_s();
    if !(DAY_S..=DAY_S / BAND_SHARE).contains(&len_s) {
        return None;
    }
    let day = date_from_seconds(scale.time.middle_s());
    let range = TimeRange::day(day);
    let index = timeline.index();
    if !scale.time.contains(range) || index.count_touching(range) > ROWS_AT_MOST {
        return None;
    }
    let positions = index.touching(range, ROWS_AT_MOST);
    let whens = positions.into_iter().filter_map(|at| timeline.at(at)?.when);
    (whens.filter(|when| range.contains(when.hull())).count() >= 2).then_some(day)
}

/// Lays out `day` of `timeline`.
pub(super) fn layout(
    timeline: &Timeline,
    day: NaiveDate,
    view: &Viewport,
    options: &Options,
    measure: &dyn TextMeasure,
) -> Scene {
    let scale = TimeScale::new(view.time, 0.0, view.width_px);
    let range = TimeRange::day(day);
    let band = (scale.x_from_time(range.start_s), scale.x_from_time(range.end_s));
    DayView { timeline, day, range, view, options, measure, scale, band }.scene()
}

struct DayView<'a> {
    timeline: &'a Timeline,
    day: NaiveDate,
    range: TimeRange,
    view: &'a Viewport,
    options: &'a Options<'a>,
    measure: &'a dyn TextMeasure,
    scale: TimeScale,
    /// Left and right edge of the day.
    band: (f32, f32),
}

impl<'a> DayView<'a> {
    fn scene(&self) -> Scene {
        let rows = self.rows();
        let (before, after) = (self.before(), self.after());
        let row_px = self.row_height_px(rows.len());
        let body_px = self.view.height_px - AXIS_HEIGHT_PX;
        let left = Rect::new(0.0, 0.0, self.band.0, body_px);
        let right = Rect::new(self.band.1, 0.0, self.view.width_px, body_px);
        let sides: Vec<_> = [(left, &before), (right, &after)]
            .into_iter()
            .filter(|(column, _)| column.width() >= SIDE_MIN_PX)
            .map(|(column, items)| side(items, column, self.range, self.options, self.measure))
            .collect();
        let sides_px = sides.iter().map(|side| side.height_px).fold(0.0, f32::max);
        let content_height_px = (rows.len() as f32 * row_px + 2.0 * ROWS_PADDING_PX).max(sides_px);
        let height_px = if self.options.grow { AXIS_HEIGHT_PX + content_height_px } else { self.view.height_px };
        let body = Rect::new(0.0, AXIS_HEIGHT_PX, self.view.width_px, height_px.max(AXIS_HEIGHT_PX));
        let scroll_px = self.view.scroll_px.clamp(0.0, (content_height_px - body.height()).max(0.0));
        let top = body.top - scroll_px;
        let selected = self.options.selected.last();
        let reveal_px = rows.iter().position(|(item, _)| Some(&item.key) == selected).map(|number| {
            let row = (number as f32 * row_px, (number as f32 + 1.0) * row_px + 2.0 * ROWS_PADDING_PX);
            super::scroll_to_reveal(row, body.height(), scroll_px)
        });

        let mut shapes = Vec::new();
        let mut targets = Vec::new();
        for side in sides {
            shapes.extend(side.shapes_at(top));
            targets.extend(side.targets_at(top, body));
        }
        let has_clock = rows.iter().any(|(_, when)| when.clock.is_some());
        for (number, (item, when)) in rows.iter().enumerate() {
            let y = top + ROWS_PADDING_PX + (number as f32 + 0.5) * row_px;
            let row = DayRow { item, when, band: self.band, y, has_clock, view_right: self.view.width_px };
            shapes.extend(row.shapes(self.options, self.measure));
            targets.push(item_target(item, when, row.rect().intersection(body), self.options));
        }
        sort_for_reading(&mut targets);
        if rows.is_empty() {
            shapes.push(note(body, "Nothing on this day"));
        }
        let count = self.count(&rows, &before, &after);
        let whole = Rect::new(0.0, 0.0, self.view.width_px, height_px);
        let (axis, axis_targets) = self.axis(has_clock, rows.len(), count);
        targets.extend(axis_targets);
        Scene {
            width_px: self.view.width_px,
            height_px,
            content_height_px,
            scroll_px,
            reveal_px,
            time: self.scale.time,
            day: Some(self.day),
            layers: vec![
                Layer { clip: whole, shapes: self.ground(whole) },
                Layer { clip: body, shapes },
                Layer { clip: whole, shapes: axis },
            ],
            targets,
            count,
        }
    }

    /// The day's own events, in the order of their rows.
    fn rows(&self) -> Vec<Dated<'a>> {
        let positions = self.timeline.index().touching(self.range, ROWS_AT_MOST);
        let mut rows: Vec<Dated> = positions.into_iter().filter_map(|at| self.dated(at)).collect();
        rows.retain(|(_, when)| self.range.start_s <= when.earliest_s);
        row_order(&mut rows);
        rows
    }

    /// What began before the day, in time order; the nearest if there are many.
    fn before(&self) -> Vec<Dated<'a>> {
        let end = self.timeline.index().started_before(self.range.start_s);
        (end.saturating_sub(OTHERS_AT_MOST)..end).filter_map(|at| self.dated(at)).collect()
    }

    /// What begins after the day, the nearest if there are many.
    fn after(&self) -> Vec<Dated<'a>> {
        let start = self.timeline.index().started_before(self.range.end_s);
        (start..start + OTHERS_AT_MOST).filter_map(|at| self.dated(at)).collect()
    }

    fn dated(&self, position: usize) -> Option<Dated<'a>> {
        let item = self.timeline.at(position)?;
        Some((item, item.when?))
    }

    fn row_height_px(&self, rows: usize) -> f32 {
        let room_px = self.view.height_px - AXIS_HEIGHT_PX - 2.0 * ROWS_PADDING_PX;
        let fits = rows as f32 * ROW_ROOMY_PX <= room_px;
        if fits || (self.options.grow && rows <= 24) { ROW_ROOMY_PX } else { ROW_TIGHT_PX }
    }

    fn ground(&self, whole: Rect) -> Vec<Shape> {
        let filled = |rect, role| Shape::Rect { rect, radius: 0.0, fill: Some(Fill::solid(role)), stroke: None };
        let edge = |x: f32| {
            let (from, to) = (Point::new(x, AXIS_HEIGHT_PX), Point::new(x, whole.bottom));
            Shape::Line { from, to, stroke: Stroke::new(ColourRole::GridMajor, 1.0) }
        };
        let band = Rect::new(self.band.0, AXIS_HEIGHT_PX, self.band.1, whole.bottom);
        vec![
            filled(whole, ColourRole::Canvas),
            filled(band, ColourRole::Band),
            edge(band.left.round() + 0.5),
            edge(band.right.round() - 0.5),
        ]
    }

    fn axis(&self, has_clock: bool, rows: usize, count: Count) -> (Vec<Shape>, Vec<super::Target>) {
        let shown = OTHERS_AT_MOST;
        let hidden = Count {
            before: if self.band.0 >= SIDE_MIN_PX { count.before.saturating_sub(shown) } else { count.before },
            after: if self.view.width_px - self.band.1 >= SIDE_MIN_PX {
                count.after.saturating_sub(shown)
            } else {
                count.after
            },
            ..count
        };
        let (notes, targets, _) = edge_notes(self.timeline, &self.scale, hidden, self.measure);
        let mut shapes = ground(&self.scale);
        let month = super::ticks::Step::Months(1).major_labels(self.range.start_s);
        shapes.push(major_text(12.0, month.first().cloned().unwrap_or_default()));
        let day_x = self.band.0.max(0.0) + 8.0;
        let name =
            if self.day.year() > 1582 { self.day.format("%A %-d").to_string() } else { self.day.day().to_string() };
        shapes.push(minor_text(day_x, Anchor::Start, name, true, ColourRole::Text));
        let side = |x, words: &str| minor_text(x, Anchor::Start, words.to_owned(), false, ColourRole::TextMuted);
        if self.band.0 >= SIDE_MIN_PX && count.before > 0 {
            shapes.push(side(12.0, "before"));
        }
        if self.view.width_px - self.band.1 >= SIDE_MIN_PX && count.after > 0 {
            shapes.push(side(self.band.1 + 12.0, "after"));
        }
        if rows > 1 {
            let words = if has_clock { "by the clock, then in the order told" } else { "in the order told" };
            shapes.extend(order_note(self.band.1.min(self.view.width_px) - 12.0, words));
        }
        shapes.extend(notes);
        (shapes, targets)
    }

    fn count(&self, rows: &[Dated], before: &[Dated], after: &[Dated]) -> Count {
        let end = self.timeline.index().started_before(self.range.start_s);
        let start = self.timeline.index().started_before(self.range.end_s);
        let total = self.timeline.dated_count();
        let left = if self.band.0 >= SIDE_MIN_PX { before.len() } else { 0 };
        let right = if self.view.width_px - self.band.1 >= SIDE_MIN_PX { after.len() } else { 0 };
        let labelled = rows.len() + left + right;
        Count { in_view: labelled, labelled, before: end, after: total - start, ..Count::default() }
    }
}

/// Words that end at `x`, with an arrow downwards.
fn order_note(x: f32, words: &str) -> Vec<Shape> {
    let y = 28.0;
    let line = Stroke::new(ColourRole::TextMuted, 1.25);
    let path = |points: &[(f32, f32)]| Shape::Path {
        points: points.iter().map(|(dx, dy)| Point::new(x - 4.0 + dx, y + dy)).collect(),
        closed: false,
        fill: None,
        stroke: Some(line),
    };
    vec![
        minor_text(x - 14.0, Anchor::End, words.to_owned(), false, ColourRole::TextMuted),
        path(&[(0.0, -4.5), (0.0, 4.0)]),
        path(&[(-3.0, 1.0), (0.0, 4.0), (3.0, 1.0)]),
    ]
}
