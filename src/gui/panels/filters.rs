//! What narrows the events: each filter a chip that removes it, and a bar that says so above timeline and table.

use crate::gui::commands::UiCommand;
use crate::gui::derived::Derived;
use crate::gui::state::UiState;
use crate::gui::{theme, widgets, words};
use crate::scene::ColourRole;
use egui::{Role, Ui, WidgetInfo};

/// The bar, while only one participant's events are shown. A search needs none: its field shows it.
pub fn bar(ui: &mut Ui, state: &UiState, derived: &Derived, queue: &mut Vec<UiCommand>) {
    let Some(who) = &state.who else { return };
    let frame =
        egui::Frame::new().fill(theme::colour(ui, ColourRole::Selection)).inner_margin(egui::Margin::symmetric(12, 4));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(widgets::muted(ui, "Only events with", 12.0));
            who_chip(ui, who, queue);
            let shown = derived.shown.dated_count() + derived.shown.undated_count();
            let all = derived.all.dated_count() + derived.all.undated_count();
            ui.label(widgets::muted(ui, format!("{} of {}", words::thousands(shown), words::thousands(all)), 12.0));
            ui.allocate_space(egui::vec2(ui.available_width(), 0.0));
        });
    });
}

/// A chip for every filter.
pub fn chips(ui: &mut Ui, state: &UiState, queue: &mut Vec<UiCommand>) {
    if !state.search.trim().is_empty() {
        let words = format!("“{}”", words::shortened(&state.search, 40));
        if chip(ui, &words, "Remove the search").clicked() {
            queue.push(UiCommand::SearchFor(String::new()));
        }
    }
    if let Some(who) = &state.who {
        who_chip(ui, who, queue);
    }
}

fn who_chip(ui: &mut Ui, who: &str, queue: &mut Vec<UiCommand>) {
    if chip(ui, &words::shortened(who, 40), &format!("Show events with others than {who} again")).clicked() {
        queue.push(UiCommand::OnlyWith(None));
    }
}

fn chip(ui: &mut Ui, words: &str, name: &str) -> egui::Response {
    let response = ui.add(egui::Button::new(format!("{words}  ×")).corner_radius(14));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    widgets::focus_ring(ui, &response, 14.0);
    response.on_hover_text("Remove this filter")
}
