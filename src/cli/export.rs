//! `dateline export`: the timeline of articles as a picture or as data, without a display.

use super::{Outcome, input};
use crate::export::{self, ExportRequest, Format, What};
use crate::extract::extract;
use crate::project::{Command, Project};
use crate::timeline::TimeRange;
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: input::Arguments,
    /// The file to write; its ending (png, svg, json, csv) tells the format
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    /// Show everything in a picture, also the background of long ago that squeezes the story
    #[arg(long, conflicts_with = "from")]
    all: bool,
    /// First day shown
    #[arg(long, value_name = "YYYY-MM-DD", requires = "to")]
    from: Option<NaiveDate>,
    /// Last day shown
    #[arg(long, value_name = "YYYY-MM-DD", requires = "from")]
    to: Option<NaiveDate>,
    /// Width of the picture before scaling, in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 1280)]
    width: u32,
    /// Pixels a unit of width: 1 to 4
    #[arg(long, value_name = "N", default_value_t = 2.0)]
    scale: f32,
    /// Dark instead of light colours
    #[arg(long)]
    dark: bool,
    /// Leave out the explanation of the marks
    #[arg(long)]
    no_legend: bool,
    /// Leave out the list of articles
    #[arg(long)]
    no_sources: bool,
    /// Carry the font inside an SVG
    #[arg(long)]
    embed_font: bool,
    /// Title of the picture [default: the article's]
    #[arg(long)]
    title: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(format) = Format::of_path(&arguments.output) else {
        let endings = Format::ALL.map(Format::ending).join(", ");
        eprintln!("error: the format is told by the file's ending; name a file that ends in one of: {endings}");
        eprintln!("  {}", arguments.output.display());
        return Outcome::Nothing;
    };
    if !arguments.force && arguments.output.exists() {
        eprintln!("error: {}", export::WriteError::Exists(arguments.output.clone()));
        return Outcome::Nothing;
    }
    let (mut project, mut failed) = (Project::default(), 0);
    for article in arguments.input.articles() {
        match article {
            Ok(article) => {
                let extraction = Arc::new(extract(&article));
                project.apply(Command::Add { article: Arc::new(article), extraction });
            }
            Err(error) => {
                failed += 1;
                input::report(&error);
            }
        }
    }
    let read = project.entries().len();
    if read == 0 && failed > 0 {
        return Outcome::Nothing;
    }
    let bytes = export::export(&project, &request(arguments, format)).map_err(|error| error.to_string());
    let written = bytes
        .and_then(|bytes| export::write(&arguments.output, &bytes, arguments.force).map_err(|error| error.to_string()));
    match written {
        Ok(()) => Outcome::of(read, failed),
        Err(error) => {
            eprintln!("error: {error}");
            Outcome::Nothing
        }
    }
}

fn request(arguments: &Arguments, format: Format) -> ExportRequest {
    let what = match (arguments.from, arguments.to) {
        (Some(from), Some(to)) => What::Range(TimeRange::day(from).cover(TimeRange::day(to))),
        _ if arguments.all => What::Whole,
        _ => What::Story,
    };
    ExportRequest {
        format,
        what,
        width_px: arguments.width,
        scale: arguments.scale,
        dark: arguments.dark,
        legend: !arguments.no_legend,
        sources: !arguments.no_sources,
        embed_font: arguments.embed_font,
        title: arguments.title.clone(),
    }
}
