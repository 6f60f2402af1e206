//! Fitting: the range of time that shows all, or some, items with room for their labels.

use super::label::{LABEL_MAX_PX, Label};
use super::mark::STORY_END_PX;
use super::{TextMeasure, day, showable};
use crate::timeline::time::{DAY_S, TimeRange, seconds_from_date};
use crate::timeline::{Item, ItemKey, Timeline, When, unit_len_s};

/// Room to the left of the first mark, as a share of the width.
const LEFT_MARGIN: f64 = 0.04;
/// Labels may take this share of the width to the right of the last mark.
const LABEL_SHARE: f64 = 0.46;
/// Label width taken for granted when there are too many to measure.
const USUAL_LABEL_PX: f64 = 240.0;
const MEASURED: usize = 1_000;
/// A view that grows with its labels is near its limit after so many steps.
const MOST_STEPS: usize = 40;
/// Fewer events have no background worth leaving out.
const MANY_ENOUGH: usize = 6;
/// The share of the events that a story is mostly about.
const STORY_SHARE: f64 = 0.6;

/// The range that shows all dated items: the day, if they all belong to one; a day around 1970 if there are none.
pub fn fit_all(timeline: &Timeline, width_px: f32, measure: &dyn TextMeasure) -> TimeRange {
    if let Some(day) = day::only_day(timeline) {
        return day::fit(timeline, day);
    }
    let mut items = timeline.dated();
    if items.len() <= MEASURED {
        let items: Vec<(&Item, When)> = items.filter_map(|item| Some((item, item.when?))).collect();
        return fit(&items, timeline, width_px, measure);
    }
    let first = items.next().and_then(|item| item.when);
    let hull = timeline.hull().or(first.map(|when| when.hull())).unwrap_or_default();
    widened(hull, USUAL_LABEL_PX / f64::from(width_px.max(1.0)))
}

/// The range that shows what the timeline is mostly about, leaving background of long ago to the notes at the edges.
///
/// That is everything near the shortest stretch with six tenths of the events, if those take less than a quarter of the
/// whole time; all of it otherwise.
pub fn fit_story(timeline: &Timeline, width_px: f32, measure: &dyn TextMeasure) -> TimeRange {
    let all = fit_all(timeline, width_px, measure);
    let whens: Vec<When> = timeline.dated().filter_map(|item| item.when).collect();
    if whens.len() < MANY_ENOUGH || day::only_day(timeline).is_some() {
        return all;
    }
    let core = densest(&whens);
    let reach_s = core.len_s().max(DAY_S);
    let near = TimeRange::new(core.start_s - reach_s, core.end_s + reach_s);
    if near.len_s() * 4.0 > all.len_s() {
        return all;
    }
    if whens.len() > MEASURED {
        return widened(core, USUAL_LABEL_PX / f64::from(width_px.max(1.0)));
    }
    let within = |item: &&Item| item.when.is_some_and(|when| near.contains(when.hull()));
    let keys: Vec<ItemKey> = timeline.dated().filter(within).map(|item| item.key).collect();
    fit_items(timeline, &keys, width_px, measure).unwrap_or(all)
}

/// The shortest stretch in which the middles of [`STORY_SHARE`] of `whens` lie; the first of several.
fn densest(whens: &[When]) -> TimeRange {
    let mut middles: Vec<f64> = whens.iter().map(|when| when.hull().middle_s()).collect();
    middles.sort_by(f64::total_cmp);
    let steps = ((middles.len() as f64 * STORY_SHARE).ceil() as usize).max(1) - 1;
    let stretches = middles.iter().zip(middles.iter().skip(steps)).map(|(first, last)| TimeRange::new(*first, *last));
    stretches.min_by(|a, b| a.len_s().total_cmp(&b.len_s())).unwrap_or_default()
}

/// The range that shows the items `keys`; `None` if none of them is dated.
pub fn fit_items(timeline: &Timeline, keys: &[ItemKey], width_px: f32, measure: &dyn TextMeasure) -> Option<TimeRange> {
    let items: Vec<(&Item, When)> =
        keys.iter().filter_map(|key| timeline.item(*key)).filter_map(|item| Some((item, item.when?))).collect();
    (!items.is_empty()).then(|| fit(&items, timeline, width_px, measure))
}

fn fit(items: &[(&Item, When)], timeline: &Timeline, width_px: f32, measure: &dyn TextMeasure) -> TimeRange {
    let width = f64::from(width_px.max(1.0));
    let Some(hull) = items.iter().map(|(_, when)| when.hull()).reduce(TimeRange::cover) else {
        return TimeRange::new(0.0, DAY_S);
    };
    if let [(_, when)] = items {
        return around(when);
    }
    if hull.len_s() <= DAY_S {
        return around_day(hull);
    }
    let story = timeline.hull().unwrap_or(hull);
    let labels: Vec<(f64, f64)> = items
        .iter()
        .map(|(item, when)| {
            let label = Label::new(item, false, true, LABEL_MAX_PX.min(width_px * 0.6), measure);
            let (at_s, before_label_px) = anchor(when);
            (at_s, (f64::from(before_label_px + label.width_px + 12.0) / width).min(LABEL_SHARE))
        })
        .collect();
    // The view grows until every label stands in it, behind its mark or, where it would run on beyond the story, before it.
    let story_end_px = f64::from(STORY_END_PX);
    let covered = |len_s: f64| {
        let extents = labels.iter().map(|(at_s, share)| {
            let label_s = share * len_s;
            let is_turned =
                at_s + label_s > story.end_s + story_end_px / width * len_s && at_s - label_s >= story.start_s;
            if is_turned { TimeRange::new(at_s - label_s, *at_s) } else { TimeRange::new(*at_s, at_s + label_s) }
        });
        extents.fold(hull, TimeRange::cover)
    };
    let mut len_s = hull.len_s() / (1.0 - 2.0 * LEFT_MARGIN);
    let mut cover = covered(len_s);
    for _ in 0..MOST_STEPS {
        // What is covered to the right of the marks already ends with some room.
        let right_margin = if cover.end_s > hull.end_s { 0.0 } else { LEFT_MARGIN };
        let needed_s = cover.len_s() / (1.0 - LEFT_MARGIN - right_margin);
        if needed_s <= len_s * 1.001 {
            break;
        }
        len_s = needed_s;
        cover = covered(len_s);
    }
    let start_s = cover.start_s - len_s * LEFT_MARGIN;
    showable(TimeRange::new(start_s, start_s + len_s))
}

/// The moment behind which a label stands when there is no room in the mark, and how far behind it.
fn anchor(when: &When) -> (f64, f32) {
    match (when.is_open_after, when.certain().is_some() && !when.is_within_a_day()) {
        (true, _) => (when.latest_s, 50.0),
        (_, true) => (when.latest_s, 12.0),
        _ if when.is_open_before => (when.latest_s, 12.0),
        _ => (when.hull().middle_s(), 16.0),
    }
}

/// One item: its hull and a unit of its precision to each side.
fn around(when: &When) -> TimeRange {
    let hull = when.hull();
    let unit_s = unit_len_s(when.precision).max(hull.len_s() * 0.5).max(60.0);
    showable(TimeRange::new(hull.start_s - unit_s, hull.end_s + unit_s))
}

fn around_day(hull: TimeRange) -> TimeRange {
    let day = TimeRange::day(crate::timeline::time::date_from_seconds(hull.start_s));
    showable(day.cover(hull).cover(TimeRange::new(day.start_s - DAY_S * 0.1, day.end_s + DAY_S * 0.1)))
}

fn widened(hull: TimeRange, label_share: f64) -> TimeRange {
    let len_s = hull.len_s() / (1.0 - LEFT_MARGIN - label_share.min(LABEL_SHARE));
    let start_s = hull.start_s - len_s * LEFT_MARGIN;
    showable(TimeRange::new(start_s, start_s + len_s))
}

/// `day` with a share of its length to each side.
pub(super) fn day_with_sides(day: chrono::NaiveDate, before: f64, after: f64) -> TimeRange {
    let start_s = seconds_from_date(day);
    TimeRange::new(start_s - DAY_S * before, start_s + DAY_S * (1.0 + after))
}
