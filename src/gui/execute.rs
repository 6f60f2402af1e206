//! Carrying out commands: the only place where what a panel asked for changes the project, the state or the settings.

use super::actions::Action;
use super::app::App;
use super::commands::UiCommand;
use super::jobs::{Origin, Pick, Picked, WriteFailure};
use super::state::{CentreView, Dialog, Passage, ThemeChoice};
use super::{navigate, theme};
use crate::project::{ArticleKey, Command, EventKey};
use chrono::NaiveDate;
use std::path::PathBuf;

/// Carries out `command`.
pub fn run(app: &mut App, ctx: &egui::Context, command: UiCommand) {
    match command {
        UiCommand::Act(action) => act(app, ctx, action),
        UiCommand::Open(paths) => {
            remember_folder(app, &paths);
            app.jobs.open(paths);
        }
        UiCommand::ReadText(text) => app.jobs.read(Origin::Text(text.into())),
        UiCommand::Retry(row) => app.jobs.retry(row, false),
        UiCommand::ReadAsPlainText(row) => app.jobs.retry(row, true),
        UiCommand::Cancel(row) | UiCommand::Dismiss(row) => app.jobs.cancel(row),
        UiCommand::Close(key) => close(app, key),
        UiCommand::ShowArticle(key) => {
            app.state.article = Some(key);
            app.state.date_entry = None;
        }
        UiCommand::SetReferenceDate(key, day) => set_reference_date(app, key, day),
        UiCommand::Select { key, adding } => select(app, key, adding),
        UiCommand::ShowPassage(passage) => show_passage(app, passage),
        UiCommand::Look(range) => navigate::look(app, range),
        UiCommand::Mark(range) => {
            app.state.marked_range = range;
            app.state.range_menu_at = app.state.range_menu_at.filter(|_| range.is_some());
        }
        UiCommand::SearchFor(words) => {
            app.state.search = words;
            app.state.touched = true;
        }
        UiCommand::OnlyWith(who) => {
            app.state.remember_place();
            app.state.who = who;
            // Their events come into view, or the story again.
            app.state.range = None;
        }
        UiCommand::Export(request) => {
            let name = request.file_name(&app.project);
            app.jobs.pick(Pick::Target { folder: app.settings.folder.clone(), name, request });
        }
        UiCommand::WriteExport { request, path, replace } => {
            let source = app.export_source();
            app.jobs.write(request, source, path, replace);
        }
        UiCommand::Copy(words) => {
            ctx.copy_text(words);
            app.state.notice = Some(("Copied".to_owned(), ctx.input(|input| input.time)));
        }
        UiCommand::OpenFolderOf(key) => open_folder_of(app, ctx, key),
        UiCommand::Browse(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
    }
}

/// Carries out an action of the table.
fn act(app: &mut App, ctx: &egui::Context, action: Action) {
    match action {
        Action::Open => app.jobs.pick(Pick::Articles(app.settings.folder.clone())),
        Action::OpenFolder => app.jobs.pick(Pick::Folder(app.settings.folder.clone())),
        Action::OpenDemo => app.open_demo(),
        Action::TypePath => ask_for_path(app, "Files or folders, one a line"),
        Action::PasteText => app.state.dialog = Some(Dialog::PasteText { text: String::new() }),
        Action::CloseArticle => {
            if let Some(key) = app.state.article {
                close(app, key);
            }
        }
        Action::CloseAll => {
            let keys: Vec<ArticleKey> = app.project.entries().iter().map(|entry| entry.key).collect();
            keys.into_iter().for_each(|key| close(app, key));
        }
        Action::CancelReading => app.jobs.cancel_all(),
        Action::Export => open_export(app, false),
        Action::ExportRange => open_export(app, true),
        Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Action::Palette => app.state.dialog = Some(Dialog::Palette { query: String::new(), row: 0 }),
        Action::Help => app.state.dialog = Some(Dialog::Help),
        Action::Settings => app.state.dialog = Some(Dialog::Settings),
        Action::Search => app.state.focus_search = true,
        Action::ClearFilters => {
            app.state.search.clear();
            app.state.who = None;
        }
        Action::ReferenceDate => edit_reference_date(app, ctx),
        Action::ShowTimeline => app.state.centre = CentreView::Timeline,
        Action::ShowTable => {
            app.state.centre = CentreView::Table;
            // The selected row scrolls into view and has the keyboard.
            app.state.focus_selected = true;
        }
        Action::OpenDetail => {
            app.settings.detail_shown = true;
            if let Some(key) = navigate::focused_event(app, ctx) {
                select(app, key, false);
            }
        }
        Action::OpenSource => open_source(app),
        Action::ClearSelection => clear(app),
        Action::Back => app.state.go_back(),
        Action::Forward => app.state.go_forward(),
        _ => window_action(app, ctx, action),
    }
    app.state.forget_missing(&app.project);
}

/// Actions about the window itself; all others are about the way around in time.
fn window_action(app: &mut App, ctx: &egui::Context, action: Action) {
    let settings = &mut app.settings;
    match action {
        Action::ToggleArticle => settings.article_shown = !settings.article_shown,
        Action::ToggleFiles => settings.files_shown = !settings.files_shown,
        Action::ToggleDetail => settings.detail_shown = !settings.detail_shown,
        Action::ToggleDates => settings.marks.dates = !settings.marks.dates,
        Action::ToggleNames => settings.marks.names = !settings.marks.names,
        Action::ToggleQuotes => settings.marks.quotes = !settings.marks.quotes,
        Action::FullScreen => {
            let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
        }
        Action::ThemeLight => choose_theme(app, ctx, ThemeChoice::Light),
        Action::ThemeDark => choose_theme(app, ctx, ThemeChoice::Dark),
        Action::ThemeSystem => choose_theme(app, ctx, ThemeChoice::System),
        Action::TextLarger => scale_text(app, ctx, app.settings.text_scale + 0.1),
        Action::TextSmaller => scale_text(app, ctx, app.settings.text_scale - 0.1),
        Action::TextNormal => scale_text(app, ctx, 1.0),
        _ => navigate::act(app, ctx, action),
    }
}

fn choose_theme(app: &mut App, ctx: &egui::Context, choice: ThemeChoice) {
    app.settings.theme = choice;
    theme::choose(ctx, choice);
}

/// Sets the size of all text and controls.
pub fn scale_text(app: &mut App, ctx: &egui::Context, scale: f32) {
    app.settings.text_scale = ((scale * 10.0).round() / 10.0).clamp(0.7, 2.0);
    ctx.set_zoom_factor(app.settings.text_scale);
}

fn open_export(app: &mut App, of_range: bool) {
    if !app.project.entries().is_empty() {
        app.export.begin(of_range && app.state.marked_range.is_some());
        app.state.dialog = Some(Dialog::Export);
    }
}

fn ask_for_path(app: &mut App, reason: &'static str) {
    app.state.dialog = Some(Dialog::TypePath { text: String::new(), reason });
}

fn edit_reference_date(app: &mut App, ctx: &egui::Context) {
    if let Some(entry) = app.state.article.and_then(|key| app.project.entry(key)) {
        app.settings.files_shown = true;
        let day = entry.extraction.reference_date.range.as_day();
        app.state.date_entry = Some(day.map(|day| day.to_string()).unwrap_or_default());
        ctx.memory_mut(|memory| memory.request_focus(egui::Id::unique(super::panels::files::DATE_FIELD)));
    }
}

fn set_reference_date(app: &mut App, key: ArticleKey, day: Option<NaiveDate>) {
    app.state.date_entry = None;
    if let Some(entry) = app.project.entry(key) {
        let mut article = (*entry.article).clone();
        article.given_date = day;
        app.jobs.reread(key, article);
    }
}

fn close(app: &mut App, key: ArticleKey) {
    app.project.apply(Command::Remove(key));
    app.took.remove(&key);
    app.state.forget_missing(&app.project);
    if app.project.entries().is_empty() {
        app.state = super::state::UiState::default();
    }
}

/// Selects an event and shows its detail; `adding` keeps the others selected.
pub fn select(app: &mut App, key: EventKey, adding: bool) {
    app.state.select(key, adding);
    app.settings.detail_shown = true;
    if let Some(event) = app.project.event(key) {
        app.state.passage = Some(Passage { article: key.article, span: event.span });
        app.state.scroll_to_passage = true;
    }
}

fn open_folder_of(app: &mut App, ctx: &egui::Context, key: ArticleKey) {
    let Some(entry) = app.project.entry(key) else { return };
    let told = match app.jobs.open_folder_of(std::path::Path::new(&entry.article.source.path)) {
        Ok(()) => return,
        Err(reason) => reason,
    };
    app.state.notice = Some((told, ctx.input(|input| input.time)));
}

/// Esc: first the marked range, then the selection, then the filters.
fn clear(app: &mut App) {
    if app.state.marked_range.take().is_some() {
        app.state.range_menu_at = None;
    } else if !app.state.selected.is_empty() {
        app.state.remember_place();
        app.state.selected.clear();
        app.state.passage = None;
    } else if app.state.who.take().is_some() {
        app.state.range = None;
    } else {
        app.state.search.clear();
    }
}

fn open_source(app: &mut App) {
    let Some(key) = app.state.shown_event() else { return };
    if let Some(event) = app.project.event(key) {
        let span = event.span;
        show_passage(app, Passage { article: key.article, span });
    }
}

fn show_passage(app: &mut App, passage: Passage) {
    app.state.article = Some(passage.article);
    app.state.passage = Some(passage);
    app.state.scroll_to_passage = true;
    app.settings.article_shown = true;
    // The article takes room from the timeline.
    app.state.reveal_selected = true;
}

fn remember_folder(app: &mut App, paths: &[PathBuf]) {
    if let Some(folder) = paths.first().and_then(|path| path.parent()).filter(|folder| !folder.as_os_str().is_empty()) {
        app.settings.folder = Some(folder.to_owned());
    }
}

/// Acts upon what was chosen in a file dialog.
pub fn picked(app: &mut App, picked: Picked) {
    if picked.is_missing {
        app.state.dialog = match picked.what {
            Pick::Articles(_) | Pick::Folder(_) => Some(Dialog::TypePath {
                text: String::new(),
                reason: "This system has no file dialog (zenity or an XDG desktop portal brings one). Type files or folders, one a line",
            }),
            Pick::Target { name, request, .. } => {
                app.export.type_path(request, app.settings.folder.clone().unwrap_or_default().join(name));
                Some(Dialog::Export)
            }
        };
        return;
    }
    match picked.what {
        Pick::Articles(_) | Pick::Folder(_) if !picked.paths.is_empty() => {
            app.queue.push(UiCommand::Open(picked.paths))
        }
        Pick::Target { request, .. } => {
            if let Some(path) = picked.paths.into_iter().next() {
                remember_folder(app, std::slice::from_ref(&path));
                // The system's dialog has asked about an existing file already; a name without ending gets one, and
                // that file it has not asked about.
                let complete = request.with_ending(&path);
                let replace = complete == path;
                app.queue.push(UiCommand::WriteExport { request, path: complete, replace });
            }
        }
        Pick::Articles(_) | Pick::Folder(_) => {}
    }
}

/// Tells how writing an export ended.
pub fn written(app: &mut App, ctx: &egui::Context, result: Result<PathBuf, WriteFailure>) {
    let now = ctx.input(|input| input.time);
    match result {
        Ok(path) => {
            app.state.dialog = None;
            app.export.finish();
            app.state.notice = Some((format!("Exported to {}", path.display()), now));
        }
        Err(failure) => {
            app.export.fail(failure);
            app.state.dialog = Some(Dialog::Export);
        }
    }
}

impl App {
    /// A snapshot of what an export needs.
    pub fn export_source(&self) -> super::jobs::ExportSource {
        super::jobs::ExportSource {
            project: self.project.clone(),
            timeline: self.derived.shown.clone(),
            view: navigate::view(self),
            marked: self.state.marked_range,
        }
    }
}
