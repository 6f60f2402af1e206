//! Ways around in time and from event to event, for keys and menus; the pointer's are in the timeline panel.

use super::actions::Action;
use super::app::App;
use crate::project::EventKey;
use crate::scene::{self, FontMeasure, Scene};
use crate::timeline::{ItemKey, TimeRange};

/// A step of the zoom keys and of a wheel's notch.
pub const ZOOM_STEP: f64 = 1.25;
/// The share of the view that a pan key moves.
const PAN_SHARE: f64 = 0.15;
/// A view that is widened to show an event is this many times as long as the event.
const REVEAL_MARGIN: f64 = 1.5;
/// Two F within this many seconds fit the selection.
const DOUBLE_F_S: f64 = 0.8;

/// Brings `range` into view.
pub fn look(app: &mut App, range: TimeRange) {
    app.state.range = Some(scene::showable(range));
    app.state.touched = true;
}

/// Carries out an action about the way around.
pub fn act(app: &mut App, ctx: &egui::Context, action: Action) {
    let time = view(app);
    match action {
        Action::ZoomIn => look(app, zoomed(time, ZOOM_STEP)),
        Action::ZoomOut => look(app, zoomed(time, 1.0 / ZOOM_STEP)),
        Action::PanLeft => look(app, panned(time, -PAN_SHARE)),
        Action::PanRight => look(app, panned(time, PAN_SHARE)),
        Action::ScreenBack => look(app, panned(time, -0.9)),
        Action::ScreenForward => look(app, panned(time, 0.9)),
        Action::FitAll => {
            app.state.remember_place();
            // A second time goes back from everything to what the story is mostly about.
            app.state.whole_shown = app.state.range.is_some() || !app.state.whole_shown;
            app.state.range = None;
        }
        Action::FitSelection => fit_selection(app, ctx),
        Action::ZoomToRange => {
            if let Some(range) = app.state.marked_range.take() {
                app.state.remember_place();
                app.state.range_menu_at = None;
                look(app, range);
            }
        }
        Action::ClearRange => {
            app.state.marked_range = None;
            app.state.range_menu_at = None;
        }
        Action::NextEvent => step(app, 1),
        Action::PreviousEvent => step(app, -1),
        Action::NextHit => step_around(app, 1),
        Action::PreviousHit => step_around(app, -1),
        Action::FirstEvent => select_at(app, 0),
        Action::LastEvent => select_at(app, sequence(app).len().saturating_sub(1)),
        Action::RowDown => step_row(app, 1.0),
        Action::RowUp => step_row(app, -1.0),
        _ => {}
    }
}

/// The time in view.
pub fn view(app: &App) -> TimeRange {
    let width = app.derived.scene.last().width_px.max(400.0);
    app.state.range.unwrap_or_else(|| app.derived.fitted(width, app.state.whole_shown))
}

fn zoomed(time: TimeRange, factor: f64) -> TimeRange {
    let half = time.len_s() / factor / 2.0;
    TimeRange::new(time.middle_s() - half, time.middle_s() + half)
}

fn panned(time: TimeRange, share: f64) -> TimeRange {
    let by = time.len_s() * share;
    TimeRange::new(time.start_s + by, time.end_s + by)
}

/// F: centres the selection; a second F fits it.
fn fit_selection(app: &mut App, ctx: &egui::Context) {
    let keys: Vec<ItemKey> = app.state.selected.clone();
    let width = app.derived.scene.last().width_px.max(400.0);
    let Some(fitted) = scene::fit_items(&app.derived.all, &keys, width, &FontMeasure) else { return };
    let now = ctx.input(|input| input.time);
    let is_second = app.state.centred_at.is_some_and(|before| now - before < DOUBLE_F_S);
    app.state.remember_place();
    if is_second {
        look(app, fitted);
    } else {
        let half = view(app).len_s() / 2.0;
        look(app, TimeRange::new(fitted.middle_s() - half, fitted.middle_s() + half));
    }
    app.state.centred_at = (!is_second).then_some(now);
}

/// The events in the order that next and previous follow: dated by time, then undated as told; or the table's order.
fn sequence(app: &App) -> Vec<ItemKey> {
    if app.state.centre == super::state::CentreView::Table {
        return app.derived.table.order().to_vec();
    }
    let shown = &app.derived.shown;
    shown.dated().chain(shown.undated()).map(|item| item.key).collect()
}

fn position(app: &App, sequence: &[ItemKey]) -> Option<usize> {
    let shown = app.state.shown_event()?;
    sequence.iter().position(|key| *key == shown)
}

fn step(app: &mut App, by: isize) {
    let sequence = sequence(app);
    let last = sequence.len().saturating_sub(1);
    let next = match position(app, &sequence) {
        Some(at) => at.saturating_add_signed(by).min(last),
        None if by > 0 => 0,
        None => last,
    };
    select_at(app, next);
}

/// As [`step`], but the first follows the last.
fn step_around(app: &mut App, by: isize) {
    let sequence = sequence(app);
    let count = sequence.len() as isize;
    if count == 0 {
        return;
    }
    let next = match position(app, &sequence) {
        Some(at) => (at as isize + by).rem_euclid(count),
        None if by > 0 => 0,
        None => count - 1,
    };
    select_at(app, next as usize);
    // The search field keeps the keyboard.
    app.state.focus_selected = false;
}

fn select_at(app: &mut App, at: usize) {
    let Some(key) = sequence(app).get(at).copied() else { return };
    select_and_reveal(app, key);
}

/// Selects an event and brings it into view.
pub fn select_and_reveal(app: &mut App, key: EventKey) {
    // At once: several keys may come in one frame, and each goes on from where the last one led.
    super::execute::select(app, key, false);
    app.state.focus_selected = true;
    app.state.reveal_selected = true;
    let Some(when) = app.derived.all.item(key).and_then(|item| item.when) else { return };
    let (time, hull) = (view(app), when.hull());
    if !time.overlaps(hull) {
        look(app, around(hull, time.len_s()));
    }
}

/// A view of `len_s` seconds around the middle of `hull`, wider where the whole of it would not fit: a year under an axis
/// of hours would show neither its beginning nor its end.
fn around(hull: TimeRange, len_s: f64) -> TimeRange {
    let half = len_s.max(hull.len_s() * REVEAL_MARGIN) / 2.0;
    TimeRange::new(hull.middle_s() - half, hull.middle_s() + half)
}

/// The event whose mark has the keyboard.
pub fn focused_event(app: &App, ctx: &egui::Context) -> Option<EventKey> {
    let focused = ctx.memory(|memory| memory.focused())?;
    let targets = app.derived.scene.last().targets.iter().chain(&app.derived.undated.last().targets);
    targets.filter_map(|target| target.item()).find(|key| super::panels::undated::mark_id(*key) == focused)
}

/// The nearest event in the rows above or below, as it stands on the screen.
fn step_row(app: &mut App, direction: f32) {
    if app.state.centre == super::state::CentreView::Table {
        return step(app, direction as isize);
    }
    let next = {
        let scene = app.derived.scene.last();
        let here = app.state.shown_event();
        here.and_then(|key| neighbour(scene, key, direction))
    };
    match next {
        Some(key) => select_and_reveal(app, key),
        None => step(app, direction as isize),
    }
}

fn neighbour(scene: &Scene, key: ItemKey, direction: f32) -> Option<ItemKey> {
    let from = scene.target_of(key)?.rect;
    let distance =
        |rect: &scene::Rect| ((rect.centre().y - from.centre().y) * direction, (rect.left - from.left).abs());
    scene
        .targets
        .iter()
        .filter_map(|target| Some((target.item().filter(|item| *item != key)?, distance(&target.rect))))
        .filter(|(_, (down, _))| *down > 4.0)
        .min_by(|(_, a), (_, b)| (a.0 + a.1 * 0.2).total_cmp(&(b.0 + b.1 * 0.2)))
        .map(|(item, _)| item)
}
