//! The app: owns the project, the window's state and the jobs; shows the panels and carries out their commands.
//!
//! [`App::logic`] takes what the workers sent, [`App::show`] draws a frame into any `Ui`, so that tests can drive the
//! whole window without one.

use super::actions::{self, KeyboardOwner};
use super::commands::UiCommand;
use super::derived::Derived;
use super::jobs::{Answer, ExportRequest, Jobs, Origin, ReadArticle, Rendered};
use super::panels;
use super::state::{CentreView, Settings, UiState};
use super::{dialogs, execute, theme, words};
use crate::project::{ArticleKey, Command, Project};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The window's program.
pub struct App {
    /// The open articles.
    pub project: Project,
    /// What this session's view is at.
    pub state: UiState,
    /// What the user chose.
    pub settings: Settings,
    pub(super) jobs: Jobs,
    pub(super) derived: Derived,
    pub(super) queue: Vec<UiCommand>,
    /// How long reading and extracting each article took.
    pub(super) took: BTreeMap<ArticleKey, Duration>,
    pub(super) export: dialogs::export::ExportDialog,
    /// CPU time of the last frame, as eframe measured it.
    pub(super) frame_time: Option<Duration>,
    /// When the program started, if it is to tell the time of every frame; for those who measure it.
    pub(super) timed_since: Option<Instant>,
}

/// What panels read.
pub struct Shown<'a> {
    /// The open articles.
    pub project: &'a Project,
    /// The user's choices.
    pub settings: &'a Settings,
    /// How long each article took.
    pub took: &'a BTreeMap<ArticleKey, Duration>,
}

impl App {
    /// An app without articles.
    pub fn new(ctx: &egui::Context, settings: Settings) -> Self {
        // Panels keep their sizes from session to session; where other articles were scrolled to says nothing.
        ctx.data_mut(|data| data.remove_by_type::<egui::containers::scroll_area::State>());
        theme::install(ctx);
        theme::choose(ctx, settings.theme);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(settings.text_scale);
        Self {
            project: Project::default(),
            state: UiState::default(),
            settings,
            jobs: Jobs::new(ctx),
            derived: Derived::default(),
            queue: Vec::new(),
            took: BTreeMap::new(),
            export: dialogs::export::ExportDialog::default(),
            frame_time: None,
            timed_since: None,
        }
    }

    /// Reads files and folders.
    pub fn open(&mut self, paths: Vec<PathBuf>) {
        self.jobs.open(paths);
    }

    /// Reads the demo.
    pub fn open_demo(&mut self) {
        for place in 0..crate::ingest::demo::ARTICLES.len() {
            self.jobs.read(Origin::Demo(place));
        }
    }

    /// Writes an export as the dialog would, once the user has chosen where.
    pub fn write_export(&mut self, request: ExportRequest, path: PathBuf, replace: bool) {
        self.queue.push(UiCommand::WriteExport { request, path, replace });
    }

    /// Whether files are still being read.
    pub fn is_reading(&self) -> bool {
        self.jobs.is_reading()
    }

    /// Takes what the workers sent and brings all that is derived up to date. Shows nothing.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for answer in self.jobs.drain() {
            self.answer(ctx, answer);
        }
        self.derived.update(&self.project, &self.state, &self.jobs);
    }

    fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        match answer {
            Answer::Articles(articles) => self.add_all(ctx, articles),
            Answer::Reread(key, read) => {
                self.took.insert(key, read.took);
                self.project.apply(Command::Replace { key, article: read.article, extraction: read.extraction });
                self.state.forget_missing(&self.project);
            }
            Answer::Picked(picked) => execute::picked(self, picked),
            Answer::Preview(rendered) => self.show_preview(ctx, rendered),
            Answer::Told(words) => self.state.notice = Some((words, ctx.input(|input| input.time))),
            Answer::Written(result) => execute::written(self, ctx, result),
            Answer::Timeline(version, timeline) => self.derived.take_timeline(version, timeline),
        }
    }

    fn show_preview(&mut self, ctx: &egui::Context, rendered: Rendered) {
        self.export.take_preview(ctx, rendered);
    }

    /// Opens what a file held. Somebody who opens or pastes one article into others wants to see that one.
    fn add_all(&mut self, ctx: &egui::Context, articles: Vec<ReadArticle>) {
        let is_one_more = articles.len() == 1 && self.jobs.progress().1 == 1 && !self.project.entries().is_empty();
        let before = self.project.entries().len();
        articles.into_iter().for_each(|read| self.add(read));
        let last = self.project.entries().last().filter(|_| is_one_more);
        let Some(entry) = last else { return };
        let title = words::shortened(entry.title(), 50);
        let told = if self.project.entries().len() > before {
            self.state.article = Some(entry.key);
            format!("Opened “{title}”: {}", words::count(entry.extraction.events.len(), "event", "events"))
        } else {
            "These words are open already".to_owned()
        };
        self.state.notice = Some((told, ctx.input(|input| input.time)));
    }

    /// Opens an article; one with the same words as an open one is not opened twice.
    pub fn add(&mut self, read: ReadArticle) {
        if let Some(open) = self.project.same_text(&read.article) {
            self.state.article = Some(open);
            return;
        }
        let added = Command::Add { article: read.article, extraction: read.extraction };
        if let Some(key) = self.project.apply(added) {
            self.took.insert(key, read.took);
            self.state.article.get_or_insert(key);
            self.open_undated_when_nothing_else(key);
        }
    }

    /// An article without any date shows what was considered.
    fn open_undated_when_nothing_else(&mut self, key: ArticleKey) {
        let Some(entry) = self.project.entry(key) else { return };
        let is_alone = self.project.entries().len() == 1;
        let events = &entry.extraction.events;
        self.state.undated_open = is_alone && !events.is_empty() && events.iter().all(|event| event.date.is_none());
    }

    /// Draws a frame and carries out what the user did in it.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.take_dropped_files(&ctx);
        self.take_keys(&ctx);
        self.show_panels(ui);
        dialogs::show(self, &ctx);
        if self.keyboard_owner(&ctx) == KeyboardOwner::Control {
            super::widgets::missing_focus_ring(&ctx);
        }
        panels::empty::drop_hint(&ctx);
        let commands = std::mem::take(&mut self.queue);
        let did_something = !commands.is_empty();
        for command in commands {
            execute::run(self, &ctx, command);
        }
        if did_something {
            self.derived.update(&self.project, &self.state, &self.jobs);
            ctx.request_repaint();
        }
    }

    fn show_panels(&mut self, ui: &mut egui::Ui) {
        let shown = Shown { project: &self.project, settings: &self.settings, took: &self.took };
        let (state, queue) = (&mut self.state, &mut self.queue);
        let panel = |ui: &egui::Ui, margin| egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(margin);
        let bar = egui::Margin::symmetric(12, 0);
        egui::Panel::top("toolbar")
            .exact_size(44.0)
            .frame(panel(ui, bar))
            .show(ui, |ui| panels::toolbar::show(ui, &shown, state, &self.derived, queue));
        egui::Panel::bottom("status")
            .exact_size(26.0)
            .frame(egui::Frame::new().fill(theme::colour(ui, crate::scene::ColourRole::Chip)).inner_margin(bar))
            .show(ui, |ui| panels::status::show(ui, &shown, state, &self.derived, &self.jobs, self.frame_time, queue));
        let has_files = !self.project.entries().is_empty() || self.jobs.rows().next().is_some();
        if has_files && self.settings.files_shown {
            egui::Panel::left("files")
                .default_size(220.0)
                .size_range(170.0..=480.0)
                .frame(panel(ui, egui::Margin::symmetric(16, 4)))
                .show(ui, |ui| panels::files::show(ui, &shown, state, &self.jobs, queue));
        }
        if !self.project.entries().is_empty() && self.settings.detail_shown {
            egui::Panel::right("detail")
                .default_size(360.0)
                .size_range(260.0..=720.0)
                .frame(panel(ui, egui::Margin::symmetric(20, 4)))
                .show(ui, |ui| panels::detail::show(ui, &shown, state, &mut self.jobs, queue));
        }
        if !self.project.entries().is_empty() && self.settings.article_shown {
            let height = ui.available_height();
            egui::Panel::bottom("article")
                .default_size((height * 0.42).max(160.0))
                .size_range(90.0..=(height - 160.0).max(100.0))
                .frame(panel(ui, egui::Margin::symmetric(20, 8)))
                .show(ui, |ui| panels::article::show(ui, &shown, state, &mut self.derived.article, queue));
        }
        egui::CentralPanel::no_frame().show(ui, |ui| {
            if self.project.entries().is_empty() {
                panels::empty::show(ui, &self.jobs, queue);
            } else {
                panels::filters::bar(ui, state, &self.derived, queue);
                match state.centre {
                    CentreView::Timeline => panels::timeline::show(ui, &shown, state, &mut self.derived, queue),
                    CentreView::Table => panels::table::show(ui, &shown, state, &mut self.derived, queue),
                }
            }
        });
    }

    fn take_dropped_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        if !dropped.is_empty() {
            self.queue.push(UiCommand::Open(dropped.iter().map(|file| file.path().to_owned()).collect()));
        }
    }

    fn take_keys(&mut self, ctx: &egui::Context) {
        let owner = self.keyboard_owner(ctx);
        if owner != KeyboardOwner::Text {
            let pasted = ctx.input_mut(|input| {
                let text = input.events.iter().find_map(|event| match event {
                    egui::Event::Paste(text) => Some(text.clone()),
                    _ => None,
                });
                input.events.retain(|event| !matches!(event, egui::Event::Paste(_)));
                text
            });
            self.queue.extend(pasted.filter(|text| !text.trim().is_empty()).map(UiCommand::ReadText));
        }
        if self.state.dialog.is_some() {
            // A dialog has the keyboard; it reads Esc and Enter itself.
            return;
        }
        let actions = ctx.input_mut(|input| actions::pressed(input, owner));
        if owner == KeyboardOwner::Timeline && !actions.is_empty() {
            // egui has seen the arrows too and would take the focus to a neighbouring control.
            ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        }
        self.queue.extend(actions.into_iter().map(UiCommand::Act));
    }

    fn keyboard_owner(&self, ctx: &egui::Context) -> KeyboardOwner {
        if ctx.text_edit_focused() {
            return KeyboardOwner::Text;
        }
        match ctx.memory(|memory| memory.focused()) {
            None => KeyboardOwner::Timeline,
            Some(id) if self.derived.marks.contains(&id) => KeyboardOwner::Timeline,
            Some(_) => KeyboardOwner::Control,
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        App::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frame_time = frame.info().cpu_usage.map(Duration::from_secs_f32);
        let started = Instant::now();
        self.show(ui);
        if let Some(since) = self.timed_since {
            let ms = |time: Duration| time.as_secs_f64() * 1e3;
            let last = self.frame_time.map_or("-".to_owned(), |time| format!("{:.2}", ms(time)));
            eprintln!(
                "at {:.0} ms: panels {:.2} ms, frame before in all {last} ms",
                ms(since.elapsed()),
                ms(started.elapsed())
            );
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, super::SETTINGS_KEY, &self.settings);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
