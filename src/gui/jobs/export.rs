//! Exporting: drawing a preview and writing the file, both from a snapshot, on a worker.

use crate::export::{self, What, WriteError, json};
use crate::project::Project;
use crate::timeline::{TimeRange, Timeline};
use egui::ColorImage;
use std::path::{Path, PathBuf};

/// A format to export to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportFormat {
    /// A picture of pixels.
    #[default]
    Png,
    /// A picture of shapes and text.
    Svg,
    /// A row an event, for spreadsheets.
    Csv,
    /// Everything known, an article a line, for programs.
    Json,
}

impl ExportFormat {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Png, Self::Svg, Self::Csv, Self::Json];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            // Several articles are an object a line, as the command line writes them.
            Self::Json => "jsonl",
        }
    }

    /// Whether it shows a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }
}

/// What of the timeline is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportScope {
    /// What the timeline is mostly about, without background of long ago; data are whole.
    #[default]
    Story,
    /// All that passes the filter.
    Whole,
    /// What is in view.
    View,
    /// The stretch of time marked on the axis.
    Range,
}

/// What the user wants exported.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// Into what.
    pub format: ExportFormat,
    /// Of what.
    pub scope: ExportScope,
    /// Width of a picture at scale 1.
    pub width_px: u32,
    /// Pixels of the file a pixel of the scene, 1…4.
    pub scale: u8,
    /// Whether a picture's ground is dark.
    pub is_dark: bool,
    /// Whether a picture explains its marks.
    pub with_legend: bool,
    /// Whether a picture lists its articles.
    pub with_sources: bool,
}

impl Default for ExportRequest {
    fn default() -> Self {
        Self {
            format: ExportFormat::Png,
            scope: ExportScope::default(),
            width_px: 1280,
            scale: 2,
            is_dark: false,
            with_legend: true,
            with_sources: true,
        }
    }
}

impl ExportRequest {
    /// A name for the file.
    pub fn file_name(&self, project: &Project) -> String {
        let title = project.entries().first().map_or("timeline", |entry| entry.title());
        let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let words: Vec<&str> = plain.split_whitespace().take(6).collect();
        let stem = if words.is_empty() { "timeline".to_owned() } else { words.join("-").to_lowercase() };
        format!("{stem}.{}", self.format.ending())
    }

    /// `path`, with the format's ending if it has none.
    pub fn with_ending(&self, path: &Path) -> PathBuf {
        if path.extension().is_some() { path.to_owned() } else { path.with_extension(self.format.ending()) }
    }
}

/// A snapshot of what an export is made from.
pub struct ExportSource {
    /// The project.
    pub project: Project,
    /// What passes the filter.
    pub timeline: Timeline,
    /// The time in view.
    pub view: TimeRange,
    /// The marked stretch of time.
    pub marked: Option<TimeRange>,
}

/// A drawn preview.
pub struct Rendered {
    /// The picture.
    pub image: Option<ColorImage>,
    /// The beginning of the file, for formats of text.
    pub text: Option<String>,
    /// Size of the file, what is left out, or why there is no preview.
    pub note: String,
}

/// Why an export was not written.
#[derive(Clone, Debug)]
pub struct WriteFailure {
    /// What was to be written.
    pub request: ExportRequest,
    /// Where.
    pub path: PathBuf,
    /// Whether a file of that name exists, and the user is to be asked.
    pub exists: bool,
    /// What failed, and what to do.
    pub message: String,
}

/// Characters of a text format that a preview shows.
const PREVIEW_CHARACTERS: usize = 4_000;

/// Draws a preview: the very file for text, the same picture at scale 1 for pictures.
pub fn preview(request: &ExportRequest, source: &ExportSource) -> Rendered {
    let shown = match request.format {
        // SVG is shown as it will look, not as markup.
        ExportFormat::Svg => ExportRequest { format: ExportFormat::Png, scale: 1, ..request.clone() },
        _ => ExportRequest { scale: 1, ..request.clone() },
    };
    let failed = |note: String| Rendered { image: None, text: None, note };
    let bytes = match bytes(&shown, source) {
        Ok(bytes) => bytes,
        Err(message) => return failed(message),
    };
    if !request.format.is_picture() {
        let text: String = String::from_utf8_lossy(&bytes).chars().take(PREVIEW_CHARACTERS).collect();
        return Rendered { image: None, text: Some(text), note: note(request, source, None) };
    }
    match super::picture::decode(&bytes) {
        Ok(image) => {
            let size = image.source_size;
            Rendered { image: Some(image), text: None, note: note(request, source, Some((size.x, size.y))) }
        }
        Err(reason) => failed(reason),
    }
}

/// What the file will be, and what it leaves out.
fn note(request: &ExportRequest, source: &ExportSource, size: Option<(f32, f32)>) -> String {
    let mut parts = Vec::new();
    if let Some((width, height)) = size {
        let scale = if request.format == ExportFormat::Png { f32::from(request.scale) } else { 1.0 };
        parts.push(format!("{:.0} × {:.0} pixels", width * scale, height * scale));
    }
    let undated = source.timeline.undated_count();
    if request.format.is_picture() && undated > 0 {
        let events = if undated == 1 { "event has" } else { "events have" };
        parts.push(format!("{undated} undated {events} no place on the axis"));
    }
    if request.format == ExportFormat::Json {
        parts.push("everything found in every article, an article a line".to_owned());
    }
    parts.join(" · ")
}

/// Writes the file.
pub fn write(
    request: &ExportRequest,
    source: &ExportSource,
    path: &Path,
    replace: bool,
) -> Result<PathBuf, WriteFailure> {
    let failure = |message: String, exists: bool| WriteFailure {
        request: request.clone(),
        path: path.to_owned(),
        exists,
        message,
    };
    if !replace && path.is_file() {
        return Err(failure("This file exists already. Replace it?".to_owned(), true));
    }
    let bytes = bytes(request, source).map_err(|message| failure(message, false))?;
    match export::write(path, &bytes, replace) {
        Ok(()) => Ok(path.to_owned()),
        Err(WriteError::Exists(_)) => Err(failure("This file exists already. Replace it?".to_owned(), true)),
        Err(error) => Err(failure(error.to_string(), false)),
    }
}

fn bytes(request: &ExportRequest, source: &ExportSource) -> Result<Vec<u8>, String> {
    let what = match (request.scope, source.marked) {
        (ExportScope::Story, _) => What::Story,
        (ExportScope::Whole, _) => What::Whole,
        (ExportScope::Range, Some(range)) => What::Range(range),
        (ExportScope::Range, None) | (ExportScope::View, _) => What::Range(source.view),
    };
    let format = match request.format {
        ExportFormat::Png => export::Format::Png,
        ExportFormat::Svg => export::Format::Svg,
        ExportFormat::Csv => export::Format::Csv,
        ExportFormat::Json => return Ok(json_lines(&source.project)),
    };
    let wanted = export::ExportRequest {
        format,
        what,
        width_px: request.width_px,
        scale: f32::from(request.scale),
        dark: request.is_dark,
        legend: request.with_legend,
        sources: request.with_sources,
        embed_font: request.format == ExportFormat::Svg,
        title: None,
    };
    export::export_timeline(&source.project, &source.timeline, &wanted).map_err(|error| error.to_string())
}

fn json_lines(project: &Project) -> Vec<u8> {
    let lines = project.entries().iter().map(|entry| json::line(&entry.article, &entry.extraction));
    lines.map(|line| line + "\n").collect::<String>().into_bytes()
}
