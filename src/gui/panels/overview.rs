//! The density strip: where events are on the whole, with the window of the main view to move and resize.

use crate::gui::commands::UiCommand;
use crate::gui::derived::{Derived, SceneKey};
use crate::gui::state::UiState;
use crate::gui::{actions::Action, theme, widgets::paint};
use crate::scene::{self, TargetKind, TimeScale};
use crate::timeline::TimeRange;
use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo};

/// Height of the strip.
pub const HEIGHT_PX: f32 = 52.0;

/// What a drag on the strip does, kept while it lasts.
#[derive(Clone, Copy)]
enum Drag {
    Move,
    Start,
    End,
}

/// Shows the strip in `area`; `time` is what the main view shows.
pub fn show(
    ui: &mut Ui,
    area: Rect,
    time: TimeRange,
    derived: &mut Derived,
    state: &mut UiState,
    queue: &mut Vec<UiCommand>,
) {
    let fitted = derived.whole();
    let whole = fitted.cover(time_within(time, fitted));
    let (all, shown) = (&derived.all, &derived.shown);
    let key = SceneKey {
        version: derived.version,
        time,
        size_px: (area.width(), area.height()),
        scroll_px: 0.0,
        selected: Vec::new(),
        focused: None,
        hovered: None,
    };
    let strip = derived.overview.get(key, |key| scene::overview(all, shown, whole, time, key.size_px.0, key.size_px.1));
    paint::scene(&ui.painter().with_clip_rect(area), &strip, area.min, theme::of(ui.visuals()));

    let id = ui.scope_id().with("overview");
    let response = ui.interact(area, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Overview of the whole time"));
    let scale = strip.scale();
    let target_at = |at: egui::Pos2| {
        strip.target_at(scene::Point::new(at.x - area.left(), at.y - area.top())).map(|target| target.kind.clone())
    };
    if let Some(at) = response.hover_pos() {
        ui.ctx().set_cursor_icon(match target_at(at) {
            Some(TargetKind::WindowStart | TargetKind::WindowEnd) => CursorIcon::ResizeHorizontal,
            Some(TargetKind::Window) => CursorIcon::Grab,
            _ => CursorIcon::PointingHand,
        });
    }
    if response.double_clicked() {
        queue.push(UiCommand::Act(Action::FitAll));
    } else if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos())
        && !matches!(target_at(at), Some(TargetKind::Window))
    {
        queue.push(UiCommand::Look(centred(time, scale.time_from_x(at.x - area.left()))));
    }
    drag(ui, &response, id, time, &scale, &target_at, area, state, queue);
}

/// The part of `time` that lies close enough to `whole` to be worth showing beside it.
fn time_within(time: TimeRange, whole: TimeRange) -> TimeRange {
    let margin = whole.len_s();
    TimeRange::new(time.start_s.max(whole.start_s - margin), time.end_s.min(whole.end_s + margin))
}

fn centred(time: TimeRange, at_s: f64) -> TimeRange {
    let half = time.len_s() / 2.0;
    TimeRange::new(at_s - half, at_s + half)
}

#[expect(clippy::too_many_arguments, reason = "one gesture, all of whose parts the caller has at hand")]
fn drag(
    ui: &Ui,
    response: &egui::Response,
    id: egui::Id,
    time: TimeRange,
    scale: &TimeScale,
    target_at: &dyn Fn(egui::Pos2) -> Option<TargetKind>,
    area: Rect,
    state: &mut UiState,
    queue: &mut Vec<UiCommand>,
) {
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(area.center());
        let what = match target_at(origin) {
            Some(TargetKind::WindowStart) => Drag::Start,
            Some(TargetKind::WindowEnd) => Drag::End,
            _ => Drag::Move,
        };
        state.remember_place();
        ui.data_mut(|data| data.insert_temp(id, what));
    }
    if !response.dragged() {
        return;
    }
    let by_s = f64::from(response.drag_delta().x) * scale.seconds_per_px();
    let looked = match ui.data(|data| data.get_temp(id)) {
        Some(Drag::Start) => TimeRange::new((time.start_s + by_s).min(time.end_s - scene::MIN_VIEW_S), time.end_s),
        Some(Drag::End) => TimeRange::new(time.start_s, (time.end_s + by_s).max(time.start_s + scene::MIN_VIEW_S)),
        _ => TimeRange::new(time.start_s + by_s, time.end_s + by_s),
    };
    if by_s != 0.0 {
        queue.push(UiCommand::Look(looked));
    }
}
