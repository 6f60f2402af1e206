//! Placing: which items get a label, which a mark alone, which are left to the clusters, and in which row.
//!
//! Few items all get a label, in time order, in as many rows as that takes. Of many, the most salient get one until the
//! rows are full, the next a mark where one fits. What is decided depends on the scale and on a stretch of time several
//! views wide that moves in whole views, so that rows stay where they are while panning.

use super::label::{LABEL_MAX_PX, Label};
use super::mark::{Bounds, Mark};
use super::pack::Rows;
use super::{Options, TextMeasure, TimeScale};
use crate::timeline::{Item, TimeRange, Timeline, When};

/// Up to so many items all are labelled, however many rows that takes.
pub(super) const ALL_LABELLED: usize = 300;
/// Up to so many items every one gets at least a try at a mark.
const ALL_TRIED: usize = 5_000;
/// Of more, so many of the most salient are tried.
const TRIED_OF_MANY: usize = 1_200;
/// Up to so many items all are placed at once, so that rows never change while panning.
const PLACED_AT_ONCE: usize = 1_000;
/// Between what stands in one row.
const GAP_PX: f32 = 10.0;
/// No label is wider, however much room is free behind it.
const LONG_LABEL_MAX_PX: f32 = 620.0;

/// An item with its place.
pub(super) struct Placed<'a> {
    /// Its position in the time order.
    pub position: usize,
    /// The item.
    pub item: &'a Item,
    /// Its date.
    pub when: When,
    /// Its row, from the top.
    pub row: usize,
    /// Its label; `None` for a mark alone.
    pub label: Option<Label>,
}

/// Everything that has a place, and what is left.
pub(super) struct Placement<'a> {
    /// In the order of placing.
    pub placed: Vec<Placed<'a>>,
    /// Between what the labels stand.
    pub bounds: Bounds,
    /// More items than can be tried touch the stretch: density tells about the rest.
    pub is_dense: bool,
}

/// Decides for `timeline` on `scale`, with at most `rows` rows when the items are many.
pub(super) fn place<'a>(
    timeline: &'a Timeline,
    scale: &TimeScale,
    rows: usize,
    options: &Options,
    measure: &dyn TextMeasure,
) -> Placement<'a> {
    // A picture of a range shows what touches it: no words reach in from a mark beside it.
    let stretch = if options.grow { scale.time } else { stretch(timeline, scale) };
    let mut order = timeline.index().touching(stretch, ALL_TRIED + 1);
    let is_dense = order.len() > ALL_TRIED;
    let is_many = order.len() > ALL_LABELLED;
    if is_dense {
        order = timeline.index().most_salient(stretch, TRIED_OF_MANY);
    } else if is_many {
        let salience = |position: &usize| timeline.at(*position).map_or(0.0, |item| item.salience);
        order.sort_by(|a, b| salience(b).total_cmp(&salience(a)).then(a.cmp(b)));
    }
    let row_limit = if is_many { rows } else { usize::MAX };
    let mut bounds = Bounds::of_story(timeline.hull().unwrap_or(scale.time), scale);
    if options.grow {
        // A picture ends where its range does.
        bounds.story.1 = bounds.story.1.min(scale.width_px - GAP_PX);
    }
    let placer = Placer { timeline, scale, bounds, options, measure, row_limit, is_among_few: !is_many };
    let mut placed = placer.place(&order);
    let wanted = wanted(timeline, options, &placed);
    if !wanted.is_empty() {
        order.retain(|position| !wanted.contains(position));
        placed = placer.place(&[wanted, order].concat());
    }
    placer.lengthen(&mut placed);
    Placement { placed, bounds, is_dense }
}

/// The time whose items are placed together: all of it, or the views around the one shown.
fn stretch(timeline: &Timeline, scale: &TimeScale) -> TimeRange {
    if timeline.dated_count() <= PLACED_AT_ONCE {
        return TimeRange::new(f64::NEG_INFINITY, f64::INFINITY);
    }
    let len_s = scale.time.len_s();
    let first = (scale.time.start_s / len_s).floor() - 1.0;
    TimeRange::new(first * len_s, (first + 4.0) * len_s)
}

/// Positions of selected and focused items that must have a label and have none yet.
fn wanted(timeline: &Timeline, options: &Options, placed: &[Placed]) -> Vec<usize> {
    let keys = options.selected.iter().take(ALL_LABELLED).copied().chain(options.focused);
    let has_label = |position: &usize| placed.iter().any(|one| one.position == *position && one.label.is_some());
    let mut wanted: Vec<usize> = keys.filter_map(|key| timeline.position(key)).filter(|p| !has_label(p)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

struct Placer<'a, 'b> {
    timeline: &'a Timeline,
    scale: &'b TimeScale,
    bounds: Bounds,
    options: &'b Options<'b>,
    measure: &'b dyn TextMeasure,
    row_limit: usize,
    is_among_few: bool,
}

impl<'a> Placer<'a, '_> {
    fn place(&self, order: &[usize]) -> Vec<Placed<'a>> {
        let mut rows = Rows::new(self.row_limit);
        let mut placed = Vec::new();
        let mut left_over = Vec::new();
        // Nothing can be hovered in a picture: it grows rather than cut words.
        let is_whole = self.options.grow && self.is_among_few;
        let most_px = if is_whole { LONG_LABEL_MAX_PX } else { LABEL_MAX_PX };
        for position in order {
            let Some((item, when)) = self.dated(*position) else { continue };
            let label = self.label(item, most_px.min(self.scale.width_px * 0.6));
            match rows.take(self.room(item, &when, label.width_px)) {
                Some(row) => placed.push(Placed { position: *position, item, when, row, label: Some(label) }),
                None => left_over.push((*position, item, when)),
            }
        }
        for (position, item, when) in left_over {
            if let Some(row) = rows.take(self.room(item, &when, 0.0)) {
                placed.push(Placed { position, item, when, row, label: None });
            }
        }
        placed
    }

    fn dated(&self, position: usize) -> Option<(&'a Item, When)> {
        let item = self.timeline.at(position)?;
        Some((item, item.when?))
    }

    /// Gives shortened labels the room that is free in their row, behind them up to the view's edge or, if they stand before
    /// their marks, before them.
    ///
    /// Rows are packed with short labels first, so that a long title costs nobody a row; what stays free is theirs.
    fn lengthen(&self, placed: &mut [Placed]) {
        let room = |one: &Placed| self.mark(one.item, &one.when, one.label.as_ref()).room;
        let mut in_rows: Vec<(usize, (f32, f32), usize)> =
            placed.iter().enumerate().map(|(at, one)| (one.row, room(one), at)).collect();
        in_rows.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.0.total_cmp(&b.1.0)));
        let mut before_px = f32::NEG_INFINITY;
        for (number, (row, room, at)) in in_rows.iter().enumerate() {
            let is_first = number.checked_sub(1).and_then(|n| in_rows.get(n)).is_none_or(|before| before.0 != *row);
            let start_px = if is_first { self.bounds.story.0.max(0.0) } else { before_px + GAP_PX };
            before_px = room.1;
            let Some(one) = placed.get_mut(*at) else { continue };
            let Some(label) = one.label.as_ref().filter(|label| label.is_shortened) else { continue };
            let mark = self.mark(one.item, &one.when, Some(label));
            let next = in_rows.get(number + 1).filter(|next| next.0 == *row);
            let end_px = next.map_or(self.scale.width_px, |next| next.1.0.min(self.scale.width_px)) - GAP_PX;
            let free_px = match mark.is_turned {
                true => mark.label_x + label.width_px - start_px,
                false => end_px - mark.label_x,
            };
            let longer = self.label(one.item, free_px.min(LONG_LABEL_MAX_PX));
            let stays = self.mark(one.item, &one.when, Some(&longer)).is_turned == mark.is_turned;
            if stays && (mark.is_turned || mark.has_label_behind()) && longer.width_px > label.width_px {
                before_px = self.mark(one.item, &one.when, Some(&longer)).room.1;
                one.label = Some(longer);
            }
        }
    }

    fn mark(&self, item: &Item, when: &When, label: Option<&Label>) -> Mark {
        Mark::new(item, when, self.scale, label.map_or(0.0, |label| label.width_px), self.bounds)
    }

    fn label(&self, item: &Item, max_px: f32) -> Label {
        Label::new(item, self.options.selected.contains(&item.key), self.is_among_few, max_px, self.measure)
    }

    fn room(&self, item: &Item, when: &When, label_px: f32) -> (f32, f32) {
        let mark = Mark::new(item, when, self.scale, label_px, self.bounds);
        (mark.room.0, mark.room.1 + if label_px > 0.0 { GAP_PX } else { 1.0 })
    }
}
