//! The undated tray: events without a date stand here, named, and never get a false place on the axis.

use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::derived::{Derived, SceneKey};
use crate::gui::state::UiState;
use crate::gui::{fonts, theme, widgets, widgets::paint, words};
use crate::scene::{self, ColourRole, FontMeasure, Options, TargetKind};
use crate::timeline::ItemKey;
use egui::{Align2, Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo};

/// Height of the closed tray.
pub const HEIGHT_PX: f32 = 40.0;
/// Height of the open tray.
pub const OPEN_HEIGHT_PX: f32 = 190.0;

/// Shows the tray in `area`.
pub fn show(
    ui: &mut Ui,
    area: Rect,
    shown: &Shown,
    state: &mut UiState,
    derived: &mut Derived,
    selected: &[ItemKey],
    queue: &mut Vec<UiCommand>,
) {
    ui.painter().rect_filled(area, 0.0, theme::colour(ui, ColourRole::Panel));
    ui.painter().hline(area.x_range(), area.top(), ui.visuals().widgets.noninteractive.bg_stroke);
    if state.undated_open {
        open(ui, area, shown, state, derived, selected, queue);
    } else {
        row(ui, area, state, derived, selected, queue);
    }
}

fn row(
    ui: &mut Ui,
    area: Rect,
    state: &mut UiState,
    derived: &mut Derived,
    selected: &[ItemKey],
    queue: &mut Vec<UiCommand>,
) {
    let timeline = &derived.shown;
    let key = SceneKey {
        version: derived.version,
        time: Default::default(),
        size_px: (area.width(), area.height()),
        scroll_px: 0.0,
        selected: selected.to_vec(),
        focused: None,
        hovered: None,
    };
    let chips = derived.undated.get(key, |key| {
        let options = Options { selected: &key.selected, ..Options::default() };
        scene::undated_row(timeline, key.size_px.0, 1, &options, &FontMeasure)
    });
    paint::scene(&ui.painter().with_clip_rect(area), &chips, area.min, theme::of(ui.visuals()));
    for (place, target) in chips.targets.iter().enumerate() {
        let rect = paint::rect(target.rect, area.min);
        let id = match target.kind {
            TargetKind::Item(key) => mark_id(key),
            _ => ui.scope_id().with(("undated", place)),
        };
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, target.is_selected, &target.name));
        widgets::focus_ring(ui, &response, 12.0);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        match target.kind {
            TargetKind::Item(item) => {
                derived.marks.insert(id);
                focus_if_asked(&response, item, state);
                act(ui.ctx(), &response, item, queue);
            }
            _ if response.clicked() => state.undated_open = true,
            _ => {}
        }
    }
}

/// All undated events as a list, each with the sentence that tells it.
fn open(
    ui: &mut Ui,
    area: Rect,
    shown: &Shown,
    state: &mut UiState,
    derived: &mut Derived,
    selected: &[ItemKey],
    queue: &mut Vec<UiCommand>,
) {
    let heading =
        Rect::from_min_max(area.min, egui::pos2(area.right(), area.top() + 32.0)).shrink2(egui::vec2(12.0, 0.0));
    let count = derived.shown.undated_count();
    widgets::line_in(
        ui,
        heading,
        Align2::LEFT_CENTER,
        &format!("Undated ({})", words::thousands(count)),
        fonts::bold_at(12.0),
        ColourRole::TextMuted,
    );
    ui.scope_builder(
        egui::UiBuilder::new().max_rect(heading).layout(egui::Layout::right_to_left(egui::Align::Center)),
        |ui| {
            if widgets::link(ui, "close", "Close the list of undated events").clicked() {
                state.undated_open = false;
            }
        },
    );
    let list = Rect::from_min_max(egui::pos2(area.left() + 18.0, heading.bottom()), area.max - egui::vec2(12.0, 6.0));
    let items: Vec<ItemKey> = derived.shown.undated().map(|item| item.key).collect();
    ui.scope_builder(egui::UiBuilder::new().max_rect(list), |ui| {
        ui.set_clip_rect(list.expand2(egui::vec2(8.0, 0.0)));
        ScrollArea::vertical().id_salt("undated list").auto_shrink(false).show_rows(
            ui,
            22.0,
            items.len(),
            |ui, range| {
                for item in items.iter().skip(range.start).take(range.len()) {
                    let Some(key) = Some(*item) else { continue };
                    let Some((event, entry)) = shown.project.event(key).zip(shown.project.entry(key.article)) else {
                        continue;
                    };
                    let chosen = selected.contains(item);
                    let response =
                        widgets::list_row(ui, 22.0, chosen, &format!("{}, undated", event.title), |ui, row| {
                            let title = row.with_max_x(row.left() + row.width() * 0.45);
                            widgets::line_in(
                                ui,
                                title,
                                Align2::LEFT_CENTER,
                                &event.title,
                                fonts::regular_at(12.0),
                                ColourRole::Text,
                            );
                            let sentence = words::shortened(event.span.of(&entry.article.text), 200);
                            let rest = row.with_min_x(title.right() + 12.0);
                            widgets::line_in(
                                ui,
                                rest,
                                Align2::LEFT_CENTER,
                                &sentence,
                                fonts::regular_at(12.0),
                                ColourRole::TextMuted,
                            );
                        });
                    act(ui.ctx(), &response, *item, queue);
                }
            },
        );
    });
}

/// The widget that stands for an event, wherever it is shown.
pub fn mark_id(key: ItemKey) -> Id {
    Id::unique(("mark", key))
}

/// Gives the keyboard to the selected event's mark after it was selected by key.
pub fn focus_if_asked(response: &egui::Response, item: ItemKey, state: &mut UiState) {
    if state.focus_selected && state.shown_event() == Some(item) {
        response.request_focus();
        state.focus_selected = false;
    }
}

/// Clicks on an event's mark.
pub fn act(ctx: &egui::Context, response: &egui::Response, key: ItemKey, queue: &mut Vec<UiCommand>) {
    if response.double_clicked() {
        queue.push(UiCommand::Act(crate::gui::actions::Action::OpenSource));
    } else if response.clicked() {
        let adding = ctx.input(|input| input.modifiers.command || input.modifiers.shift);
        queue.push(UiCommand::Select { key, adding });
    }
    if response.has_focus() {
        // The arrows step from event to event; Tab leads on.
        let keep = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    }
}
