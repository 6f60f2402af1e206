//! The toolbar: open, export, search, the views, and the way to every other action.

use crate::gui::actions::{self, Action};
use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::derived::Derived;
use crate::gui::state::{CentreView, UiState};
use crate::gui::{theme, widgets, words};
use crate::scene::ColourRole;
use egui::{Align, Key, Layout, RichText, TextEdit, Ui, Vec2};

/// Shows the toolbar.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, derived: &Derived, queue: &mut Vec<UiCommand>) {
    let has_articles = !shown.project.entries().is_empty();
    ui.horizontal_centered(|ui| {
        open_menu(ui, queue);
        let export = ui.add_enabled(has_articles, egui::Button::new("Export…").min_size(Vec2::new(64.0, 28.0)));
        widgets::focus_ring(ui, &export, 6.0);
        if export
            .on_hover_text(format!("Picture or table of the events ({})", actions::key_text(Action::Export)))
            .clicked()
        {
            queue.push(UiCommand::Act(Action::Export));
        }
        ui.add_space(16.0);
        if has_articles {
            search(ui, state, derived, queue);
            ui.add_space(12.0);
            views(ui, shown, state, queue);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| right(ui, state, queue));
    });
}

fn open_menu(ui: &mut Ui, queue: &mut Vec<UiCommand>) {
    let button = egui::Button::new("Open…").min_size(Vec2::new(72.0, 28.0));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(270.0);
        for action in [Action::Open, Action::OpenFolder, Action::TypePath, Action::PasteText, Action::OpenDemo] {
            menu_item(ui, action, queue);
        }
        ui.separator();
        for action in [Action::CloseArticle, Action::CloseAll, Action::Settings, Action::Help, Action::Quit] {
            menu_item(ui, action, queue);
        }
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Open"));
    widgets::focus_ring(ui, &response, 6.0);
}

fn menu_item(ui: &mut Ui, action: Action, queue: &mut Vec<UiCommand>) {
    let key = RichText::new(actions::key_text(action)).size(11.0).color(theme::colour(ui, ColourRole::TextMuted));
    let button = egui::Button::new(actions::info(action).name).right_text(key).frame_when_inactive(false);
    if ui.add_sized(Vec2::new(ui.available_width(), 26.0), button).clicked() {
        queue.push(UiCommand::Act(action));
        ui.close();
    }
}

fn search(ui: &mut Ui, state: &mut UiState, derived: &Derived, queue: &mut Vec<UiCommand>) {
    let id = egui::Id::unique("search");
    if std::mem::take(&mut state.focus_search) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let width = (ui.available_width() - 420.0).clamp(120.0, 330.0);
    let mut words = state.search.clone();
    let field = TextEdit::singleline(&mut words)
        .id(id)
        .hint_text("Search events, quotes, people")
        .desired_width(width)
        .margin(egui::Margin::symmetric(10, 5))
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add(field);
    if response.changed() {
        queue.push(UiCommand::SearchFor(words));
    }
    if state.search.is_empty() && !response.has_focus() {
        let hint = response.rect.shrink2(Vec2::new(10.0, 0.0));
        widgets::line_in(
            ui,
            hint,
            egui::Align2::RIGHT_CENTER,
            &actions::key_text(Action::Search),
            crate::gui::fonts::regular_at(11.0),
            ColourRole::TextMuted,
        );
    }
    search_keys(ui, &response, queue);
    if !state.search.is_empty() {
        let hits = derived.shown.dated_count() + derived.shown.undated_count();
        ui.label(widgets::muted(ui, words::count(hits, "hit", "hits"), 12.0));
        for (sign, action) in [("‹", Action::PreviousHit), ("›", Action::NextHit)] {
            let button = ui.add_enabled(hits > 0, egui::Button::new(sign).min_size(Vec2::new(24.0, 24.0)));
            let name = actions::info(action).name;
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, hits > 0, name));
            widgets::focus_ring(ui, &button, 6.0);
            if button.on_hover_text(format!("{name} ({})", actions::key_text(action))).clicked() {
                queue.push(UiCommand::Act(action));
            }
        }
        let clear = ui.add(egui::Button::new("×").frame(false));
        clear.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Clear the search"));
        if clear.on_hover_text("Clear the search").clicked() {
            queue.push(UiCommand::SearchFor(String::new()));
        }
    }
}

/// Enter and Shift+Enter step through the hits; Esc leaves the field, a second Esc is the window's.
fn search_keys(ui: &Ui, response: &egui::Response, queue: &mut Vec<UiCommand>) {
    if !response.lost_focus() {
        return;
    }
    let back = widgets::key_pressed_with(ui, egui::Modifiers::SHIFT, Key::Enter);
    if back || ui.input(|input| input.key_pressed(Key::Enter)) {
        response.request_focus();
        queue.push(UiCommand::Act(if back { Action::PreviousHit } else { Action::NextHit }));
    }
}

fn views(ui: &mut Ui, shown: &Shown, state: &UiState, queue: &mut Vec<UiCommand>) {
    let hint = |action| format!("{} ({})", actions::info(action).name, actions::key_text(action));
    let is_timeline = state.centre == CentreView::Timeline;
    for (words, chosen, action) in [
        ("Timeline", is_timeline, Action::ShowTimeline),
        ("Table", !is_timeline, Action::ShowTable),
        ("Article", shown.settings.article_shown, Action::ToggleArticle),
    ] {
        if widgets::tab(ui, words, chosen, &hint(action)).clicked() {
            queue.push(UiCommand::Act(action));
        }
    }
}

fn right(ui: &mut Ui, state: &UiState, queue: &mut Vec<UiCommand>) {
    let (back, forward) = state.can_go();
    let palette =
        egui::Button::new(widgets::muted(ui, actions::key_text(Action::Palette).replace('+', " "), 13.0)).frame(false);
    let response = ui.add(palette);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Find an action"));
    widgets::focus_ring(ui, &response, 4.0);
    if response.on_hover_text("Every action and its key").clicked() {
        queue.push(UiCommand::Act(Action::Palette));
    }
    for (sign, action, enabled) in [("→", Action::Forward, forward), ("←", Action::Back, back)] {
        let response = ui.add_enabled(enabled, egui::Button::new(sign).frame(false).min_size(Vec2::splat(24.0)));
        let name = actions::info(action).name;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
        widgets::focus_ring(ui, &response, 4.0);
        if response.on_hover_text(format!("{name} ({})", actions::key_text(action))).clicked() {
            queue.push(UiCommand::Act(action));
        }
    }
}
