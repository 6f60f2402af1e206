//! `dateline [PATH…]`: the window.

use super::Outcome;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[group(skip)]
// Parts of other arguments need no group of their own, and clap wants the names of groups to differ.
pub(super) struct Arguments {
    /// Articles or folders to open
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Open the demo: one story from seven articles
    #[arg(long)]
    demo: bool,
}

#[cfg(feature = "gui")]
pub(super) fn run(arguments: Arguments) -> Outcome {
    let articles = if arguments.demo || arguments.paths.is_empty() { "--demo" } else { "FILES" };
    match crate::gui::run(arguments.paths, crate::gui::Options { demo: arguments.demo }) {
        Ok(()) => Outcome::All,
        Err(error) => {
            eprintln!("The window cannot be shown: {error}");
            eprintln!("The same timeline as a picture, without a display: dateline export {articles} -o timeline.png");
            Outcome::Nothing
        }
    }
}

#[cfg(not(feature = "gui"))]
pub(super) fn run(arguments: Arguments) -> Outcome {
    let articles = if arguments.demo || arguments.paths.is_empty() { "--demo" } else { "FILES" };
    eprintln!("This program was built without the window.");
    eprintln!("The same timeline as a picture: dateline export {articles} -o timeline.png");
    Outcome::Nothing
}
