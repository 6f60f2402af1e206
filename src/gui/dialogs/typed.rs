//! Input typed by hand: paths where there is no file dialog, and the text of an article.

use super::{Stays, heading, main_button};
use crate::gui::app::App;
use crate::gui::commands::UiCommand;
use crate::gui::widgets;
use egui::{ScrollArea, TextEdit, Ui};
use std::path::PathBuf;

/// Asks for paths.
pub fn path(app: &mut App, ui: &mut Ui, text: &mut String, reason: &str) -> Stays {
    let mut stays = heading(ui, "Open by path");
    ui.label(widgets::muted(ui, format!("{reason}:"), 13.0));
    let field = TextEdit::multiline(text).desired_rows(3).desired_width(f32::INFINITY).hint_text("articles/story.html");
    let response = ui.add(field).accessible_name("Paths");
    first_focus(ui, &response);
    let paths: Vec<PathBuf> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(expanded).collect();
    ui.label(widgets::muted(
        ui,
        "Files can also be dropped on the window or named when it is started: dateline FILE…",
        12.0,
    ));
    ui.add_space(8.0);
    if confirmed(ui, "Open", !paths.is_empty()) {
        app.queue.push(UiCommand::Open(paths));
        stays = Stays::Closed;
    }
    stays
}

/// A leading `~` as the home folder, quotation marks and `file://` taken off.
fn expanded(line: &str) -> PathBuf {
    let line = line.trim_matches(['"', '\'']);
    let line = line.strip_prefix("file://").unwrap_or(line);
    match (line.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(line),
    }
}

/// Asks for an article's text.
pub fn text(app: &mut App, ui: &mut Ui, text: &mut String) -> Stays {
    let mut stays = heading(ui, "Paste text as an article");
    ui.label(widgets::muted(
        ui,
        "Headline first, if there is one; paragraphs as they are. Ctrl+V outside a text field does the same at once.",
        13.0,
    ));
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        let field = TextEdit::multiline(text).desired_rows(14).desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name("Text of the article");
        first_focus(ui, &response);
    });
    ui.add_space(8.0);
    let is_something = !text.trim().is_empty();
    if confirmed(ui, "Read", is_something) {
        app.queue.push(UiCommand::ReadText(std::mem::take(text)));
        stays = Stays::Closed;
    }
    stays
}

/// The main button, pressed or asked for by Ctrl+Enter; Enter alone begins a line.
fn confirmed(ui: &mut Ui, words: &str, enabled: bool) -> bool {
    let by_key = widgets::key_pressed_with(ui, egui::Modifiers::COMMAND, egui::Key::Enter);
    let clicked = ui.horizontal(|ui| {
        let clicked = main_button(ui, words, enabled).clicked();
        let key = if cfg!(target_os = "macos") { "⌘ Enter" } else { "Ctrl+Enter" };
        ui.label(widgets::muted(ui, key, 12.0));
        clicked
    });
    enabled && (clicked.inner || by_key)
}

/// Gives a dialog's field the keyboard when the dialog opens.
fn first_focus(ui: &Ui, response: &egui::Response) {
    let id = response.id.with("shown at");
    let now = ui.input(|input| input.time);
    let last: Option<f64> = ui.data(|data| data.get_temp(id));
    if last.is_none_or(|last| now - last > 1.0) {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, now));
}
