//! The help page: what the mouse and the keys do, and what the marks mean.

use super::{Stays, heading};
use crate::gui::actions::{ACTIONS, GROUPS, binding_text};
use crate::gui::widgets;
use egui::{ScrollArea, Ui};

const MOUSE: [(&str, &str); 11] = [
    ("wheel", "scrolls the rows, else moves through time (settings can make it zoom)"),
    ("Ctrl + wheel, pinch", "zooms about the pointer"),
    ("Shift + wheel, sideways", "moves through time"),
    ("drag", "moves through time"),
    ("drag on the axis, Shift + drag", "marks a range: zoom to it or export it"),
    ("click, Ctrl + click", "selects an event, adds one to the selection"),
    ("double-click", "an event: opens its source; a cluster: zooms in; empty: shows everything"),
    ("click in the article", "selects the event that the sentence tells"),
    ("click on a participant", "shows only the events with them; again, or Esc, shows all"),
    ("drop files on the window", "opens them"),
    ("Ctrl + V", "reads the text on the clipboard as an article"),
];

const MARKS: [(&str, &str); 6] = [
    ("circle, square, diamond", "something happened, somebody said something, a photo shows it"),
    ("dashed outline", "the date was not stated with the event: inferred"),
    ("pale ends of a bar", "it may have begun earlier or ended later"),
    ("hollow mark in a bracket", "somewhere within that week, month or year"),
    ("number in a pill", "so many events that have no room here: zoom in"),
    ("per cent", "how sure the date is: of those at 90 %, nine in ten are right"),
];

/// Shows the page.
pub fn show(ui: &mut Ui) -> Stays {
    let stays = heading(ui, "Mouse, keys and marks");
    ScrollArea::vertical().auto_shrink([false, true]).show(ui, |ui| {
        table(ui, "Mouse", MOUSE.iter().map(|(keys, what)| ((*keys).to_owned(), *what)));
        for group in GROUPS {
            let rows = ACTIONS.iter().filter(|row| row.group == group && !row.keys.is_empty());
            table(ui, group, rows.map(|row| (row.keys.iter().map(binding_text).collect::<Vec<_>>().join(", "), row.name)));
        }
        table(ui, "Marks", MARKS.iter().map(|(mark, what)| ((*mark).to_owned(), *what)));
        ui.add_space(8.0);
        ui.label(widgets::muted(ui, "Single letters work while no text field has the keyboard. W A S D are meant by their place on the keyboard. Everything happens on this computer; nothing is sent or fetched.", 12.0));
    });
    stays
}

fn table(ui: &mut Ui, title: &str, rows: impl Iterator<Item = (String, &'static str)>) {
    widgets::section(ui, title, "");
    egui::Grid::new(("help", title)).num_columns(2).min_col_width(190.0).spacing([20.0, 4.0]).show(ui, |ui| {
        for (keys, what) in rows {
            ui.label(widgets::strong(keys, 12.0));
            ui.add(egui::Label::new(egui::RichText::new(what).size(12.5)).wrap());
            ui.end_row();
        }
    });
}
