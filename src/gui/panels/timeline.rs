//! The timeline: overview, axis and marks, undated tray. The scene says where all stands; this panel paints it, finds
//! what the pointer is at by the scene's targets, and turns gestures into commands.

use super::{overview, undated};
use crate::gui::actions::Action;
use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::derived::{Derived, SceneKey};
use crate::gui::navigate::ZOOM_STEP;
use crate::gui::state::{UiState, Wheel};
use crate::gui::widgets::{self, paint, plot_item::SceneItem};
use crate::gui::{theme, words};
use crate::scene::{
    self, AXIS_HEIGHT_PX, ColourRole, FontMeasure, Options, Scene, Target, TargetKind, TimeScale, Viewport,
};
use crate::timeline::time::date_from_seconds;
use crate::timeline::{ItemKey, TimeRange};
use egui::{CursorIcon, Id, PointerButton, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};
use std::sync::Arc;

/// What a drag over the timeline does, kept while it lasts.
#[derive(Clone, Copy)]
enum Drag {
    Pan,
    /// Marks a range, from this second on.
    Range(f64),
}

/// Shows the timeline.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, derived: &mut Derived, queue: &mut Vec<UiCommand>) {
    derived.marks.clear();
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme::colour(ui, ColourRole::Canvas));
    let selected: Vec<ItemKey> = state.selected.clone();
    let tray_px = match (derived.shown.undated_count(), state.undated_open) {
        (0, _) => 0.0,
        (_, false) => undated::HEIGHT_PX,
        (_, true) => undated::OPEN_HEIGHT_PX.min(area.height() * 0.5),
    };
    let strip_px = if area.height() > 220.0 { overview::HEIGHT_PX } else { 0.0 };
    let main =
        Rect::from_min_max(pos2(area.left(), area.top() + strip_px), pos2(area.right(), area.bottom() - tray_px));
    let time = state.range.unwrap_or_else(|| derived.fit_shown(main.width(), state.whole_shown));
    if strip_px > 0.0 && derived.all.dated_count() > 0 {
        let strip = Rect::from_min_max(area.min, pos2(area.right(), main.top()));
        overview::show(ui, strip, time, derived, state, queue);
    }
    if derived.shown.dated_count() == 0 {
        nothing(ui, main, state, derived, queue);
    } else {
        main_view(ui, main, time, shown, state, derived, &selected, queue);
    }
    if tray_px > 0.0 {
        let tray = Rect::from_min_max(pos2(area.left(), main.bottom()), area.max);
        undated::show(ui, tray, shown, state, derived, &selected, queue);
    }
    ui.advance_cursor_after_rect(area);
}

#[expect(clippy::too_many_arguments, reason = "the parts of one frame, each from its own owner")]
fn main_view(
    ui: &mut Ui,
    area: Rect,
    time: TimeRange,
    shown: &Shown,
    state: &mut UiState,
    derived: &mut Derived,
    selected: &[ItemKey],
    queue: &mut Vec<UiCommand>,
) {
    let mut laid_out = lay_out(ui, area, time, state, derived, selected);
    if let (true, Some(reveal_px)) = (std::mem::take(&mut state.reveal_selected), laid_out.reveal_px)
        && reveal_px != laid_out.scroll_px
    {
        state.scroll_y_px = reveal_px;
        laid_out = lay_out(ui, area, time, state, derived, selected);
    }
    state.scroll_y_px = laid_out.scroll_px;
    let response = plot(ui, area, &laid_out);
    derived.marks.insert(response.id);
    marked_range(ui, area, &laid_out, state);
    wheel(ui, &response, area, &laid_out, shown, state, queue);
    drag(ui, &response, area, &laid_out, state, queue);
    click(&response, area, &laid_out, state, queue);
    marks(ui, area, &laid_out, shown, state, derived, queue);
    range_menu(ui, area, &laid_out, state, queue);
}

fn lay_out(
    ui: &Ui,
    area: Rect,
    time: TimeRange,
    state: &UiState,
    derived: &mut Derived,
    selected: &[ItemKey],
) -> Arc<Scene> {
    let focused_id = ui.memory(|memory| memory.focused());
    let last = derived.scene.last();
    let focused = focused_id.and_then(|id| {
        last.targets.iter().find_map(|target| match target.kind {
            TargetKind::Item(key) if undated::mark_id(key) == id => Some(key),
            _ => None,
        })
    });
    let key = SceneKey {
        version: derived.version,
        time,
        size_px: (area.width(), area.height()),
        scroll_px: state.scroll_y_px,
        selected: selected.to_vec(),
        focused,
        hovered: derived.hovered,
    };
    let timeline = &derived.shown;
    derived.scene.get(key, |key| {
        let (width_px, height_px) = key.size_px;
        let view = Viewport { time: key.time, width_px, height_px, scroll_px: key.scroll_px };
        let options = Options { selected: &key.selected, focused: key.focused, hovered: key.hovered, grow: false };
        scene::layout(timeline, &view, &options, &FontMeasure)
    })
}

/// egui_plot's frame with the scene as its one item; all its own gestures are off, for ours differ.
fn plot(ui: &mut Ui, area: Rect, laid_out: &Arc<Scene>) -> Response {
    let item = SceneItem::new(laid_out.clone(), theme::of(ui.visuals()));
    let time = laid_out.time;
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("timeline"));
    child.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let response = egui_plot::Plot::new("timeline")
        .width(area.width())
        .height(area.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .auto_bounds(false)
        .cursor_color(egui::Color32::TRANSPARENT)
        .sense(Sense::click_and_drag())
        .show(&mut child, |plot| {
            plot.set_plot_bounds_x(time.start_s..=time.end_s);
            plot.set_plot_bounds_y(0.0..=1.0);
            plot.add(item);
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, "Timeline"));
    widgets::focus_ring(ui, &response.clone().with_new_rect(area.shrink(3.0)), 2.0);
    response
}

fn scale_of(laid_out: &Scene) -> TimeScale {
    laid_out.scale()
}

fn wheel(
    ui: &Ui,
    response: &Response,
    area: Rect,
    laid_out: &Scene,
    shown: &Shown,
    state: &mut UiState,
    queue: &mut Vec<UiCommand>,
) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()).filter(|at| area.contains(*at)) else { return };
    if !response.contains_pointer() && ui.ctx().layer_id_at(pointer) != Some(ui.layer_id()) {
        return;
    }
    let x = pointer.x - area.left();
    let (zoom, scroll) = ui.input(|input| (notches(input), input.smooth_scroll_delta()));
    let scale = scale_of(laid_out);
    if zoom != 0.0 {
        queue.push(UiCommand::Look(scale.zoomed(ZOOM_STEP.powf(zoom), x)));
        return;
    }
    let pinch = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Zoom(factor) => Some(f64::from(*factor)),
            _ => None,
        })
    });
    if let Some(factor) = pinch {
        queue.push(UiCommand::Look(scale.zoomed(factor, x)));
        return;
    }
    if scroll == egui::Vec2::ZERO {
        return;
    }
    let rows_overflow = laid_out.content_height_px > area.height() - AXIS_HEIGHT_PX;
    if scroll.x != 0.0 {
        queue.push(UiCommand::Look(scale.panned(scroll.x)));
    }
    if scroll.y != 0.0 {
        match shown.settings.wheel {
            Wheel::Zooms => queue.push(UiCommand::Look(scale.zoomed(ZOOM_STEP.powf(f64::from(scroll.y) / 50.0), x))),
            Wheel::Pans if rows_overflow => {
                state.scroll_y_px = (state.scroll_y_px - scroll.y).max(0.0);
                state.touched = true;
            }
            Wheel::Pans => queue.push(UiCommand::Look(scale.panned(scroll.y))),
        }
    }
}

/// Notches of a wheel turned with Ctrl held.
fn notches(input: &egui::InputState) -> f64 {
    let turned = |event: &egui::Event| match event {
        egui::Event::MouseWheel { unit, delta, modifiers, .. } if modifiers.command => Some(match unit {
            egui::MouseWheelUnit::Line => f64::from(delta.y),
            egui::MouseWheelUnit::Point => f64::from(delta.y) / 50.0,
            egui::MouseWheelUnit::Page => f64::from(delta.y) * 4.0,
        }),
        _ => None,
    };
    input.events.iter().filter_map(turned).sum()
}

fn drag(ui: &Ui, response: &Response, area: Rect, laid_out: &Scene, state: &mut UiState, queue: &mut Vec<UiCommand>) {
    let scale = scale_of(laid_out);
    let id = response.id.with("drag");
    if response.drag_started() {
        let (origin, shift) = ui.input(|input| (input.pointer.press_origin(), input.modifiers.shift));
        let origin = origin.unwrap_or(area.center());
        let on_axis = origin.y < area.top() + AXIS_HEIGHT_PX;
        let marks = response.drag_started_by(PointerButton::Primary) && (on_axis || shift);
        let what = if marks { Drag::Range(scale.time_from_x(origin.x - area.left())) } else { Drag::Pan };
        if !marks {
            state.remember_place();
        }
        ui.data_mut(|data| data.insert_temp(id, what));
    }
    if response.dragged() && !response.dragged_by(PointerButton::Secondary) {
        let pointer = response.interact_pointer_pos().unwrap_or(area.center());
        match ui.data(|data| data.get_temp(id)) {
            Some(Drag::Range(from_s)) => {
                let to_s = scale.time_from_x(pointer.x.clamp(area.left(), area.right()) - area.left());
                queue.push(UiCommand::Mark(Some(TimeRange::new(from_s.min(to_s), from_s.max(to_s)))));
            }
            _ => {
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
                let by = response.drag_delta();
                if by.x != 0.0 {
                    queue.push(UiCommand::Look(scale.panned(by.x)));
                }
                state.scroll_y_px = (state.scroll_y_px - by.y).max(0.0);
            }
        }
    }
    if response.drag_stopped() && matches!(ui.data(|data| data.get_temp(id)), Some(Drag::Range(_))) {
        state.range_menu_at = response.interact_pointer_pos().or(Some(area.center()));
    }
}

/// Clicks beside the marks.
fn click(response: &Response, area: Rect, laid_out: &Scene, state: &UiState, queue: &mut Vec<UiCommand>) {
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let on_axis = pointer.y < area.top() + AXIS_HEIGHT_PX;
    if response.double_clicked() {
        queue.push(UiCommand::Act(Action::FitAll));
    } else if response.clicked() && !on_axis {
        let is_empty = laid_out.target_at(scene::Point::new(pointer.x - area.left(), pointer.y - area.top())).is_none();
        if is_empty && (!state.selected.is_empty() || state.marked_range.is_some()) {
            queue.push(UiCommand::Act(Action::ClearSelection));
        }
    }
}

/// A widget for every target of the scene: pointed at, pressed and named like any control.
fn marks(
    ui: &mut Ui,
    area: Rect,
    laid_out: &Scene,
    shown: &Shown,
    state: &mut UiState,
    derived: &mut Derived,
    queue: &mut Vec<UiCommand>,
) {
    let mut hovered = None;
    for (place, target) in laid_out.targets.iter().enumerate() {
        let id = match target.kind {
            TargetKind::Item(key) => undated::mark_id(key),
            TargetKind::Axis => continue,
            _ => Id::unique(("mark", place)),
        };
        let rect = paint::rect(target.rect, area.min).intersect(area);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, target.is_selected, &target.name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        match &target.kind {
            TargetKind::Item(item) => {
                derived.marks.insert(id);
                if response.hovered() {
                    hovered = Some(*item);
                }
                undated::focus_if_asked(&response, *item, state);
                undated::act(ui.ctx(), &response, *item, queue);
                event_tip(response, *item, shown);
            }
            kind => other_target(ui, response, kind, target, laid_out, shown, queue),
        }
    }
    // The focused event may be in a cluster: then there is no mark to take the keyboard.
    state.focus_selected = false;
    if derived.hovered != hovered {
        derived.hovered = hovered;
        ui.ctx().request_repaint();
    }
}

fn event_tip(response: Response, item: ItemKey, shown: &Shown) {
    response.on_hover_ui(|ui| {
        let Some(key) = Some(item) else { return };
        let Some((event, entry)) = shown.project.event(key).zip(shown.project.entry(key.article)) else { return };
        ui.set_max_width(340.0);
        ui.label(widgets::strong(&event.title, 13.0));
        if let Some(date) = &event.date {
            ui.label(widgets::muted(
                ui,
                format!("{}, {} sure", words::event_date(date), words::percent(date.confidence)),
                12.0,
            ));
        }
        ui.label(words::shortened(event.span.of(&entry.article.text), 220));
        ui.label(widgets::muted(ui, words::shortened(entry.title(), 60), 11.0));
    });
}

fn other_target(
    ui: &Ui,
    response: Response,
    kind: &TargetKind,
    target: &Target,
    laid_out: &Scene,
    shown: &Shown,
    queue: &mut Vec<UiCommand>,
) {
    widgets::focus_ring(ui, &response, 9.0);
    let by_key = response.has_focus() && response.clicked();
    match kind {
        TargetKind::Cluster { count, first, time } => {
            if response.double_clicked() || by_key {
                let margin = time.len_s().max(3_600.0) * 0.15;
                queue.push(UiCommand::Look(TimeRange::new(time.start_s - margin, time.end_s + margin)));
            }
            response.on_hover_ui(|ui| cluster_tip(ui, *count, first, shown));
        }
        TargetKind::Earlier(time) | TargetKind::Later(time) => {
            if response.clicked() {
                let half = laid_out.time.len_s() / 2.0;
                queue.push(UiCommand::Look(TimeRange::new(time.middle_s() - half, time.middle_s() + half)));
            }
            response.on_hover_text("Go to the nearest of them");
        }
        _ => {
            response.on_hover_text(&target.name);
        }
    }
}

fn cluster_tip(ui: &mut Ui, count: usize, first: &[ItemKey], shown: &Shown) {
    ui.set_max_width(320.0);
    ui.label(widgets::strong(words::count(count, "event", "events"), 13.0));
    for item in first {
        let event = shown.project.event(*item);
        ui.label(event.map_or("", |event| &event.title));
    }
    if count > first.len() {
        ui.label(widgets::muted(ui, format!("and {} more", words::thousands(count - first.len())), 12.0));
    }
    ui.label(widgets::muted(ui, "Double-click to zoom in", 11.0));
}

/// The marked stretch of time over axis and rows.
fn marked_range(ui: &Ui, area: Rect, laid_out: &Scene, state: &UiState) {
    let Some(range) = state.marked_range else { return };
    let scale = scale_of(laid_out);
    let x = |seconds| area.left() + scale.x_from_time(seconds);
    let stretch =
        Rect::from_min_max(pos2(x(range.start_s), area.top()), pos2(x(range.end_s), area.bottom())).intersect(area);
    if stretch.width() > 0.0 {
        let accent = theme::colour(ui, ColourRole::Accent);
        ui.painter().rect_filled(stretch, 0.0, accent.gamma_multiply(0.10));
        for x in [stretch.left(), stretch.right()] {
            ui.painter().vline(x, area.y_range(), egui::Stroke::new(1.0, accent));
        }
    }
}

/// The small menu at the end of a marked stretch.
fn range_menu(ui: &mut Ui, area: Rect, laid_out: &Scene, state: &mut UiState, queue: &mut Vec<UiCommand>) {
    let (Some(range), Some(at)) = (state.marked_range, state.range_menu_at) else { return };
    let wide = scale_of(laid_out).x_from_time(range.end_s) - scale_of(laid_out).x_from_time(range.start_s);
    if wide < 3.0 {
        state.marked_range = None;
        state.range_menu_at = None;
        return;
    }
    let at: Pos2 = pos2(
        at.x.clamp(area.left() + 8.0, (area.right() - 220.0).max(area.left() + 8.0)),
        area.top() + AXIS_HEIGHT_PX + 6.0,
    );
    egui::Area::new(Id::unique("range menu")).fixed_pos(at).order(egui::Order::Middle).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_width(190.0);
            let last = date_from_seconds(range.end_s - 1.0).max(date_from_seconds(range.start_s));
            ui.label(widgets::muted(
                ui,
                words::range(crate::model::DateRange::new(date_from_seconds(range.start_s), last)),
                12.0,
            ));
            for (words, action) in [
                ("Zoom to it", Action::ZoomToRange),
                ("Export it…", Action::ExportRange),
                ("Clear", Action::ClearRange),
            ] {
                let button = egui::Button::new(words)
                    .frame_when_inactive(false)
                    .min_size(egui::vec2(ui.available_width(), 24.0));
                if ui.add(button).clicked() {
                    queue.push(UiCommand::Act(action));
                }
            }
        });
    });
}

/// What stands in the timeline's place when it has nothing to show.
fn nothing(ui: &mut Ui, area: Rect, state: &UiState, derived: &Derived, queue: &mut Vec<UiCommand>) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(area.shrink(24.0)), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space((area.height() / 2.0 - 70.0).max(0.0));
            if derived.is_filtered() {
                let (title, hint) = if derived.shown.undated_count() > 0 {
                    ("No dated event matches", "Undated ones that do stand below.")
                } else {
                    ("Nothing matches", "No event passes all of this:")
                };
                ui.label(widgets::strong(title, 16.0));
                ui.label(widgets::muted(ui, hint, 13.0));
                ui.add_space(8.0);
                super::filters::chips(ui, state, queue);
            } else if derived.all.is_empty() {
                ui.label(widgets::strong("No events were found", 16.0));
                ui.label(widgets::muted(ui, "The article’s text is there: open it to see what was read.", 13.0));
                ui.add_space(8.0);
                if ui.button("Show the article").clicked() {
                    queue.push(UiCommand::Act(Action::ToggleArticle));
                }
            } else {
                ui.label(widgets::strong("No dates were found", 16.0));
                let hint = "The events stand below, undated. If the text says “on Monday” without saying which,\nset “today” in the article at the left.";
                ui.label(widgets::muted(ui, hint, 13.0));
                ui.add_space(8.0);
                if ui.button("Set “today” of this article").clicked() {
                    queue.push(UiCommand::Act(Action::ReferenceDate));
                }
            }
        });
    });
}
