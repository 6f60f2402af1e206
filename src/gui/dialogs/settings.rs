//! The settings: theme, wheel, size of the text.

use super::{Stays, heading};
use crate::gui::app::App;
use crate::gui::state::{ThemeChoice, Wheel};
use crate::gui::{execute, theme, widgets};
use egui::Ui;

/// Shows the settings; each works at once.
pub fn show(app: &mut App, ui: &mut Ui) -> Stays {
    let stays = heading(ui, "Settings");
    let mut chosen = app.settings.theme;
    row(ui, "Theme", |ui| {
        for (choice, words) in
            [(ThemeChoice::System, "As the system"), (ThemeChoice::Light, "Light"), (ThemeChoice::Dark, "Dark")]
        {
            ui.radio_value(&mut chosen, choice, words);
        }
    });
    if chosen != app.settings.theme {
        app.settings.theme = chosen;
        theme::choose(ui.ctx(), chosen);
    }
    row(ui, "Mouse wheel over the timeline", |ui| {
        ui.radio_value(&mut app.settings.wheel, Wheel::Pans, "Scrolls and moves");
        ui.radio_value(&mut app.settings.wheel, Wheel::Zooms, "Zooms");
    });
    let scale = app.settings.text_scale;
    let mut wanted = scale;
    row(ui, "Size of text and controls", |ui| {
        for (step, words) in [(-0.1, "−"), (0.1, "+")] {
            let button = ui.add(egui::Button::new(words).min_size(egui::vec2(28.0, 24.0)));
            button.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::Role::Button,
                    true,
                    if step < 0.0 { "Smaller text" } else { "Larger text" },
                )
            });
            if button.clicked() {
                wanted = scale + step;
            }
        }
        ui.label(format!("{:.0} %", scale * 100.0));
        if ui.add_enabled((scale - 1.0).abs() > 0.01, egui::Button::new("Normal")).clicked() {
            wanted = 1.0;
        }
    });
    if (wanted - scale).abs() > 0.01 {
        execute::scale_text(app, ui.ctx(), wanted);
    }
    row(ui, "For those who build Dateline", |ui| {
        ui.checkbox(&mut app.settings.frame_time_shown, "Show the time of a frame in the status line");
    });
    stays
}

fn row(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(6.0);
    ui.label(widgets::strong(title, 13.0));
    ui.horizontal_wrapped(add);
    ui.add_space(4.0);
}
