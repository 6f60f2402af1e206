//! Dialogs over the window, one at a time. Esc and a click beside close them.

pub mod export;
mod help;
mod palette;
mod settings;
mod typed;

use super::app::App;
use super::state::Dialog;
use crate::gui::{theme, widgets};
use crate::scene::ColourRole;
use egui::{Id, Ui, Vec2};

/// What became of a dialog in this frame.
pub enum Stays {
    /// It is still open.
    Open,
    /// It is done or was closed.
    Closed,
}

/// Shows the open dialog, if any.
pub fn show(app: &mut App, ctx: &egui::Context) {
    let Some(dialog) = app.state.dialog.take() else { return };
    let width: f32 = match dialog {
        Dialog::Export => 760.0,
        Dialog::Help => 720.0,
        _ => 520.0,
    };
    let room = ctx.content_rect().size() - Vec2::splat(60.0);
    let mut next = None;
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18);
    let modal = egui::Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room.x));
        ui.set_max_height(room.y);
        next = Some(content(app, ui, dialog.clone()));
    });
    let (dialog, stays) = next.unwrap_or((dialog, Stays::Open));
    let is_closed = matches!(stays, Stays::Closed) || modal.should_close();
    // A command of this frame may have opened another one: it stays.
    if !is_closed && app.state.dialog.is_none() {
        app.state.dialog = Some(dialog);
    }
}

fn content(app: &mut App, ui: &mut Ui, dialog: Dialog) -> (Dialog, Stays) {
    match dialog {
        Dialog::Palette { mut query, mut row } => {
            let stays = palette::show(app, ui, &mut query, &mut row);
            (Dialog::Palette { query, row }, stays)
        }
        Dialog::Help => (Dialog::Help, help::show(ui)),
        Dialog::Settings => (Dialog::Settings, settings::show(app, ui)),
        Dialog::Export => (Dialog::Export, export::show(app, ui)),
        Dialog::TypePath { mut text, reason } => {
            let stays = typed::path(app, ui, &mut text, reason);
            (Dialog::TypePath { text, reason }, stays)
        }
        Dialog::PasteText { mut text } => {
            let stays = typed::text(app, ui, &mut text);
            (Dialog::PasteText { text }, stays)
        }
    }
}

/// A dialog's title with its close button.
fn heading(ui: &mut Ui, title: &str) -> Stays {
    let mut stays = Stays::Open;
    ui.horizontal(|ui| {
        ui.label(widgets::strong(title, 17.0));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = ui.add(egui::Button::new("×").frame(false).min_size(Vec2::splat(24.0)));
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Close"));
            widgets::focus_ring(ui, &close, 4.0);
            if close.clicked() {
                stays = Stays::Closed;
            }
        });
    });
    ui.add_space(6.0);
    stays
}

/// The button that a dialog leads to.
fn main_button(ui: &mut Ui, words: &str, enabled: bool) -> egui::Response {
    let text = egui::RichText::new(words).color(theme::colour(ui, ColourRole::Panel));
    let button = egui::Button::new(text).fill(theme::colour(ui, ColourRole::Accent));
    let centred = |ui: &mut Ui| ui.add_sized(Vec2::new(90.0, 28.0), button);
    let response = ui.add_enabled_ui(enabled, centred).inner;
    widgets::focus_ring(ui, &response, 6.0);
    response
}
