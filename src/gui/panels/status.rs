//! The status line: what is shown of how much, what failed, what is being done.

use crate::gui::actions::Action;
use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::derived::Derived;
use crate::gui::jobs::{Jobs, RowState};
use crate::gui::state::UiState;
use crate::gui::{theme, widgets, words};
use crate::scene::ColourRole;
use egui::{Align, Layout, RichText, Ui};
use std::time::Duration;

/// How long a message stays, in seconds.
const NOTICE_S: f64 = 8.0;

/// Shows the status line.
pub fn show(
    ui: &mut Ui,
    shown: &Shown,
    state: &mut UiState,
    derived: &Derived,
    jobs: &Jobs,
    frame_time: Option<Duration>,
    queue: &mut Vec<UiCommand>,
) {
    ui.horizontal_centered(|ui| {
        ui.label(widgets::muted(ui, summary(shown, derived), 12.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if shown.settings.frame_time_shown {
                let words = frame_time
                    .map_or("frame –".to_owned(), |time| format!("frame {:.1} ms", time.as_secs_f64() * 1e3));
                ui.label(widgets::muted(ui, words, 12.0));
            }
            reading(ui, jobs, queue);
            notice(ui, state);
            failures(ui, jobs, queue, shown);
        });
    });
}

fn summary(shown: &Shown, derived: &Derived) -> String {
    if shown.project.entries().is_empty() {
        return "No article is open".to_owned();
    }
    let (dated, undated) = (derived.shown.dated_count(), derived.shown.undated_count());
    let mut parts = Vec::new();
    if derived.is_filtered() {
        let all = derived.all.dated_count() + derived.all.undated_count();
        parts.push(format!("{} of {}", words::thousands(dated + undated), words::count(all, "event", "events")));
    } else {
        parts.push(format!("{} dated, {} undated", words::thousands(dated), words::thousands(undated)));
    }
    parts.push(words::count(shown.project.entries().len(), "article", "articles"));
    let count = derived.scene.last().count;
    if count.dots + count.clustered > 0 {
        parts.push(format!("{} labels of {}", words::thousands(count.labelled), words::thousands(count.in_view)));
    }
    if let Some(hull) = derived.shown.hull() {
        parts.push(hull.in_words());
    }
    parts.join(" · ")
}

fn reading(ui: &mut Ui, jobs: &Jobs, queue: &mut Vec<UiCommand>) {
    let (pending, total) = jobs.progress();
    if pending == 0 {
        return;
    }
    if widgets::link(ui, "Stop", "Stop reading files").clicked() {
        queue.push(UiCommand::Act(Action::CancelReading));
    }
    let done = total.saturating_sub(pending);
    ui.label(widgets::muted(
        ui,
        format!("Reading: {} of {}", words::thousands(done), words::count(total, "file", "files")),
        12.0,
    ));
    ui.add(egui::Spinner::new().size(12.0));
}

fn notice(ui: &mut Ui, state: &mut UiState) {
    let now = ui.input(|input| input.time);
    match &state.notice {
        Some((words, since)) if now - since < NOTICE_S => {
            ui.label(RichText::new(words).size(12.0).color(theme::colour(ui, ColourRole::Good)));
            ui.ctx().request_repaint_after(Duration::from_secs_f64(NOTICE_S - (now - since)));
        }
        Some(_) => state.notice = None,
        None => {}
    }
}

fn failures(ui: &mut Ui, jobs: &Jobs, queue: &mut Vec<UiCommand>, shown: &Shown) {
    let mut failed = jobs.rows().filter_map(|row| match &row.state {
        RowState::Failed(error) => Some((row.origin.name(), error)),
        _ => None,
    });
    let Some((name, error)) = failed.next() else { return };
    let more = failed.count();
    let message = if more == 0 {
        format!("1 file failed: {name}: {}", words::shortened(&error.message, 60))
    } else {
        words::count(more + 1, "file failed", "files failed")
    };
    let text = RichText::new(&message).size(12.0).color(theme::colour(ui, ColourRole::Warning));
    let response = ui.add(egui::Button::new(text).frame(false));
    widgets::focus_ring(ui, &response, 4.0);
    if response.on_hover_text(format!("{}\n{}", error.message, error.hint)).clicked() && !shown.settings.files_shown {
        queue.push(UiCommand::Act(Action::ToggleFiles));
    }
}
