//! The export dialog: format, what, size, theme, with a preview of the very file.

use super::{Stays, heading, main_button};
use crate::gui::app::App;
use crate::gui::commands::UiCommand;
use crate::gui::jobs::{ExportFormat, ExportRequest, ExportScope, Rendered, WriteFailure};
use crate::gui::{theme, widgets, words};
use crate::scene::{self, ColourRole, FontMeasure};
use crate::timeline::{TimeRange, Timeline};
use egui::{RichText, ScrollArea, TextEdit, TextureHandle, Ui, Vec2};
use std::path::PathBuf;

/// The state of the dialog, kept while the window is open.
#[derive(Default)]
pub struct ExportDialog {
    request: Option<ExportRequest>,
    asked_for: Option<(ExportRequest, u64)>,
    preview: Option<TextureHandle>,
    rendered: Option<Rendered>,
    is_drawing: bool,
    /// How many events the story has.
    story_count: Option<usize>,
    /// A path typed by hand, where there is no file dialog.
    typed: Option<String>,
    failure: Option<WriteFailure>,
}

impl ExportDialog {
    /// Opens the dialog, for the marked range if there is one.
    pub fn begin(&mut self, of_range: bool) {
        let mut request = self.request.clone().unwrap_or_default();
        if of_range {
            request.scope = ExportScope::Range;
        } else if request.scope == ExportScope::Range {
            request.scope = ExportScope::default();
        }
        *self = Self { request: Some(request), ..Self::default() };
    }

    /// Asks for a typed path.
    pub fn type_path(&mut self, request: ExportRequest, path: PathBuf) {
        self.request = Some(request);
        self.typed = Some(path.to_string_lossy().into_owned());
    }

    /// Takes a drawn preview.
    pub fn take_preview(&mut self, ctx: &egui::Context, mut rendered: Rendered) {
        self.preview =
            rendered.image.take().map(|image| ctx.load_texture("export preview", image, egui::TextureOptions::LINEAR));
        self.rendered = Some(rendered);
        self.is_drawing = false;
    }

    /// Takes why a file could not be written.
    pub fn fail(&mut self, failure: WriteFailure) {
        self.failure = Some(failure);
    }

    /// Forgets a failure and a typed path, after writing went well.
    pub fn finish(&mut self) {
        *self = Self { request: self.request.take(), ..Self::default() };
    }
}

/// Shows the dialog.
pub fn show(app: &mut App, ui: &mut Ui) -> Stays {
    let stays = heading(ui, "Export");
    let mut request = app.export.request.clone().unwrap_or_default();
    let before = request.clone();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(270.0);
            options(app, ui, &mut request);
        });
        ui.vertical(|ui| preview(app, ui));
    });
    if request != before {
        app.export.failure = None;
    }
    app.export.request = Some(request.clone());
    ask_for_preview(app, &request);
    ui.add_space(8.0);
    failure(app, ui);
    typed_path(app, ui, &request);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if app.export.typed.is_none() && main_button(ui, "Save as…", true).clicked() {
                app.queue.push(UiCommand::Export(request.clone()));
            }
            let summary = app.export.rendered.as_ref().map_or(String::new(), |rendered| rendered.note.clone());
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(widgets::muted(ui, summary, 12.0)).wrap());
            });
        });
    });
    stays
}

fn options(app: &App, ui: &mut Ui, request: &mut ExportRequest) {
    label(ui, "Format");
    ui.horizontal_wrapped(|ui| {
        for format in ExportFormat::ALL {
            ui.radio_value(&mut request.format, format, format.name());
        }
    });
    if request.format != ExportFormat::Json {
        label(ui, "What");
        what(app, ui, request);
    }
    if !request.format.is_picture() {
        return;
    }
    label(ui, "Width and scale");
    ui.horizontal_wrapped(|ui| {
        let width = ui.add(egui::DragValue::new(&mut request.width_px).range(400..=8000).speed(10).suffix(" px"));
        width.accessible_name("Width of the picture");
        if request.format == ExportFormat::Png {
            for scale in [1, 2, 3, 4] {
                ui.radio_value(&mut request.scale, scale, format!("{scale}×"));
            }
        }
    });
    label(ui, "Colours");
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut request.is_dark, false, "Light");
        ui.radio_value(&mut request.is_dark, true, "Dark");
    });
    label(ui, "With");
    ui.checkbox(&mut request.with_legend, "Legend");
    ui.checkbox(&mut request.with_sources, "List of sources");
}

/// The story, all of it, the view or the marked range, each with how many events that is.
fn what(app: &App, ui: &mut Ui, request: &mut ExportRequest) {
    let shown = &app.derived.shown;
    let all = shown.dated_count();
    // Tables leave nothing out; a picture may leave out background of long ago.
    let story = app.export.story_count.filter(|count| request.format.is_picture() && *count < all);
    if let Some(count) = story {
        let words = format!("The story ({})", words::count(count, "dated event", "dated events"));
        let story = ui.radio_value(&mut request.scope, ExportScope::Story, words);
        story.on_hover_text("What it is mostly about; background of long ago is only counted at the edges");
    }
    let whole = if app.derived.is_filtered() { "All that matches" } else { "The whole timeline" };
    let is_whole = request.scope == ExportScope::Whole || (request.scope == ExportScope::Story && story.is_none());
    let words = format!("{whole} ({})", words::count(all, "dated event", "dated events"));
    if ui.radio(is_whole, words).clicked() {
        request.scope = ExportScope::Whole;
    }
    let in_view = events_in(shown, crate::gui::navigate::view(app));
    let words = format!("What is in view ({})", words::count(in_view, "event", "events"));
    ui.radio_value(&mut request.scope, ExportScope::View, words);
    let marked = app.state.marked_range;
    ui.add_enabled_ui(marked.is_some(), |ui| {
        let count = marked.map(|range| format!(" ({})", words::count(events_in(shown, range), "event", "events")));
        let words = format!("The marked range{}", count.unwrap_or_default());
        let range = ui.radio_value(&mut request.scope, ExportScope::Range, words);
        range.on_disabled_hover_text("Mark a range by dragging on the axis");
    });
}

/// How many dated events touch `range`.
fn events_in(timeline: &Timeline, range: TimeRange) -> usize {
    timeline.dated().filter(|item| item.when.is_some_and(|when| when.hull().overlaps(range))).count()
}

fn label(ui: &mut Ui, words: &str) {
    ui.add_space(8.0);
    ui.label(widgets::strong(words, 12.0));
}

fn preview(app: &App, ui: &mut Ui) {
    let size = Vec2::new(ui.available_width(), 320.0);
    let (area, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, "Preview of the export"));
    ui.painter().rect(
        area,
        6.0,
        theme::colour(ui, ColourRole::Chip),
        ui.visuals().widgets.noninteractive.bg_stroke,
        egui::StrokeKind::Inside,
    );
    let inside = area.shrink(8.0);
    if let Some(texture) = &app.export.preview {
        let full = texture.size_vec2();
        let scale = (inside.width() / full.x).min(inside.height() / full.y).min(1.0);
        let at = egui::Rect::from_center_size(inside.center(), full * scale);
        let uv = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), at, uv, egui::Color32::WHITE);
    } else if let Some(text) = app.export.rendered.as_ref().and_then(|rendered| rendered.text.as_ref()) {
        ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
            ui.set_clip_rect(inside);
            ScrollArea::both().id_salt("export text").auto_shrink(false).show(ui, |ui| {
                ui.add(egui::Label::new(RichText::new(text).monospace().size(11.0)).extend());
            });
        });
    }
    if app.export.is_drawing {
        ui.put(egui::Rect::from_center_size(area.center(), Vec2::splat(24.0)), egui::Spinner::new().size(24.0));
    }
}

fn ask_for_preview(app: &mut App, request: &ExportRequest) {
    let wanted = (request.clone(), app.derived.version);
    if app.export.asked_for.as_ref() != Some(&wanted) {
        let width_px = request.width_px as f32;
        let story = scene::fit_story(&app.derived.shown, width_px, &FontMeasure);
        app.export.story_count = Some(events_in(&app.derived.shown, story));
        app.export.asked_for = Some(wanted);
        app.export.is_drawing = true;
        let source = app.export_source();
        app.jobs.preview(request.clone(), source);
    }
}

/// Why the last attempt failed; an existing file is asked about.
fn failure(app: &mut App, ui: &mut Ui) {
    let Some(failure) = app.export.failure.clone() else { return };
    widgets::card(ui, ColourRole::Chip, Some(theme::colour(ui, ColourRole::Warning)), |ui| {
        // The path stands below, in small print: the message without it, as a sentence.
        let path = failure.path.display().to_string();
        let message = failure.message.strip_suffix(&path).map_or(failure.message.as_str(), |rest| rest.trim_end());
        let message = words::sentence_case(message.trim_end_matches(':'));
        ui.label(RichText::new(message).color(theme::colour(ui, ColourRole::Warning)));
        ui.label(widgets::muted(ui, path, 11.0));
        if failure.exists {
            ui.horizontal(|ui| {
                if ui.button("Replace").clicked() {
                    app.export.failure = None;
                    let (request, path) = (failure.request.clone(), failure.path.clone());
                    app.queue.push(UiCommand::WriteExport { request, path, replace: true });
                }
                if ui.button("Keep the old file").clicked() {
                    app.export.failure = None;
                }
            });
        }
    });
    ui.add_space(6.0);
}

fn typed_path(app: &mut App, ui: &mut Ui, request: &ExportRequest) {
    let Some(typed) = app.export.typed.as_mut() else { return };
    ui.label(widgets::muted(
        ui,
        "This system has no file dialog (zenity or an XDG desktop portal brings one). Type where to write:",
        12.0,
    ));
    let mut write = false;
    ui.horizontal(|ui| {
        let width = ui.available_width() - 110.0;
        ui.add(TextEdit::singleline(typed).desired_width(width)).accessible_name("Path of the file to write");
        write = main_button(ui, "Write", !typed.trim().is_empty()).clicked();
    });
    if write {
        let path = request.with_ending(&PathBuf::from(typed.trim()));
        app.queue.push(UiCommand::WriteExport { request: request.clone(), path, replace: false });
    }
}
