//! The command palette: every action, found by its words, with its key.

use super::Stays;
use crate::gui::actions::{self, ACTIONS, ActionInfo};
use crate::gui::app::App;
use crate::gui::commands::UiCommand;
use crate::gui::{fonts, widgets};
use crate::scene::ColourRole;
use crate::timeline::fold;
use egui::{Align2, Key, ScrollArea, TextEdit, Ui};

/// Shows the palette; Enter runs the chosen row.
pub fn show(app: &mut App, ui: &mut Ui, query: &mut String, row: &mut usize) -> Stays {
    let field = TextEdit::singleline(query)
        .hint_text("Find an action")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::same(8));
    let response = ui.add(field).accessible_name("Find an action");
    response.request_focus();
    if response.changed() {
        *row = 0;
    }
    let found = find(query);
    let (up, down, enter) = ui.input(|input| {
        (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown), input.key_pressed(Key::Enter))
    });
    let last = found.len().saturating_sub(1);
    *row = if down { (*row + 1).min(last) } else { row.saturating_sub(usize::from(up)) }.min(last);
    let mut stays = Stays::Open;
    let mut run = |info: &ActionInfo| {
        app.queue.push(UiCommand::Act(info.action));
        stays = Stays::Closed;
    };
    if let (true, Some(info)) = (enter, found.get(*row)) {
        run(info);
    }
    ui.add_space(6.0);
    ScrollArea::vertical().max_height(380.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (at, info) in found.iter().enumerate() {
            let chosen = at == *row;
            let key = actions::key_text(info.action);
            let name = if key.is_empty() { info.name.to_owned() } else { format!("{}, {key}", info.name) };
            let response = widgets::list_row(ui, 26.0, chosen, &name, |ui, area| {
                let area = area.shrink2(egui::vec2(6.0, 0.0));
                let width = widgets::line_in(
                    ui,
                    area,
                    Align2::RIGHT_CENTER,
                    &key,
                    fonts::regular_at(12.0),
                    ColourRole::TextMuted,
                );
                let words = area.with_max_x(area.right() - width - 8.0);
                widgets::line_in(ui, words, Align2::LEFT_CENTER, info.name, fonts::regular_at(13.0), ColourRole::Text);
            });
            if chosen && (up || down) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                run(info);
            }
        }
        if found.is_empty() {
            ui.label(widgets::muted(ui, "No action has these words in its name", 13.0));
        }
    });
    stays
}

/// The actions whose name or group holds all words of `query`, in the table's order.
fn find(query: &str) -> Vec<&'static ActionInfo> {
    let query = fold(query);
    let holds = |row: &&ActionInfo| {
        let name = fold(&format!("{} {}", row.group, row.name));
        query.split_whitespace().all(|word| name.contains(word))
    };
    ACTIONS.iter().filter(holds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::actions::Action;

    #[test]
    fn actions_are_found_by_any_of_their_words() {
        assert!(find("zoom in").iter().any(|row| row.action == Action::ZoomIn));
        assert!(find("TODAY").iter().any(|row| row.action == Action::ReferenceDate));
        assert!(find("no such thing").is_empty());
        assert_eq!(find("").len(), ACTIONS.len());
    }
}
