//! Export: a project or a scene as bytes in the formats others read.
//!
//! [`export`] makes the bytes, for the window's preview and the command line alike; [`write()`] puts them into a file,
//! whole or not at all. Pictures paint the scene that the window shows.

mod csv;
pub mod json;
mod picture;
mod png;
mod svg;
mod write;

pub use picture::{MIN_WIDTH_PX, whole_range};
pub use png::MAX_PIXELS;
pub use write::{WriteError, write};

use crate::project::Project;
use crate::timeline::{TimeRange, Timeline};
use std::path::Path;

/// A format of [`export`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A picture of pixels.
    #[default]
    Png,
    /// A picture of shapes and words.
    Svg,
    /// All that was found in the articles, as the contract says.
    Json,
    /// A table of events.
    Csv,
}

impl Format {
    /// All of them, in the order of a menu.
    pub const ALL: [Format; 4] = [Format::Png, Format::Svg, Format::Json, Format::Csv];

    /// The format that a file's ending names.
    pub fn of_path(path: &Path) -> Option<Format> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// The usual ending, without a dot.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }
}

/// Which part of the timeline is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum What {
    /// All of it, as tall as it needs to be.
    #[default]
    Whole,
    /// What it is mostly about: a picture leaves background of long ago to the notes at its edges; data are whole.
    Story,
    /// What touches this range: the view, or a selected stretch of time.
    Range(TimeRange),
}

/// What to export, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// The format.
    pub format: Format,
    /// Which part.
    pub what: What,
    /// A picture's width in units of the layout (pixels at scale 1); at least [`MIN_WIDTH_PX`]. Height follows.
    pub width_px: u32,
    /// Pixels a unit, 1…4; for PNG.
    pub scale: f32,
    /// Dark instead of light colours.
    pub dark: bool,
    /// Explain the marks.
    pub legend: bool,
    /// List the articles.
    pub sources: bool,
    /// Carry the font inside; for SVG.
    pub embed_font: bool,
    /// The title; `None` = the article's, or how many articles there are.
    pub title: Option<String>,
}

impl Default for ExportRequest {
    fn default() -> Self {
        Self {
            format: Format::Png,
            what: What::Whole,
            width_px: 1_280,
            scale: 2.0,
            dark: false,
            legend: true,
            sources: true,
            embed_font: false,
            title: None,
        }
    }
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// More pixels than memory is spent on.
    #[error(
        "a picture of {width} × {height} pixels is too large (at most 200 million, 65,000 a side); \
             choose a smaller width or scale, a shorter range, or SVG, which has no pixels"
    )]
    TooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The picture could not be painted.
    #[error("the picture could not be painted ({0}); please report this with the articles, and try SVG instead")]
    Picture(String),
}

/// All of `project` as `request` wants it.
pub fn export(project: &Project, request: &ExportRequest) -> Result<Vec<u8>, ExportError> {
    export_timeline(project, &Timeline::new(project), request)
}

/// The items of `timeline`, a timeline of `project` that may be filtered, as `request` wants them.
pub fn export_timeline(
    project: &Project,
    timeline: &Timeline,
    request: &ExportRequest,
) -> Result<Vec<u8>, ExportError> {
    match request.format {
        Format::Svg => Ok(picture::picture(timeline, request, None)?.into_bytes()),
        Format::Png => {
            let scale = if request.scale.is_finite() { request.scale.clamp(0.25, 4.0) } else { 1.0 };
            png::rasterise(&picture::picture(timeline, request, Some(scale))?, scale)
        }
        Format::Json => Ok(json::project(project)),
        Format::Csv => match request.what {
            What::Whole | What::Story => Ok(csv::events(project, timeline)),
            What::Range(range) => {
                let filter = crate::timeline::Filter { range: Some(range), ..Default::default() };
                Ok(csv::events(project, &timeline.filter(&filter)))
            }
        },
    }
}
