//! The command line: everything the program knows, headless. A file a subcommand.
//!
//! Results go to standard output or `-o FILE`, messages to standard error. Exit status: 0 all was read, 1 some inputs
//! failed, 2 nothing could be read or the usage was wrong. A closed pipe is no error.

mod explain;
mod export;
mod extract;
mod input;
mod output;
mod pool;
mod window;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::process::ExitCode;

/// News articles become dated events on a timeline, each traced to the words it came from
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, max_term_width = 100, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Subcommands>,
    #[command(flatten)]
    window: window::Arguments,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    /// Write what was found in articles as JSON, one object a line
    Extract(extract::Arguments),
    /// Write the timeline of articles as a picture (PNG, SVG) or as data (JSON, CSV)
    Export(export::Arguments),
    /// Show an article with carets under every record and the rule that made it
    Explain(explain::Arguments),
    /// Make a model or a large word list of the program itself; without words, list what can be made
    #[cfg(feature = "train")]
    Train {
        /// What to make, and from what
        recipe: Vec<String>,
    },
}

/// How a command ended; its number is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All was read.
    All = 0,
    /// Some inputs failed; they were named.
    Some = 1,
    /// Nothing could be read or written.
    Nothing = 2,
}

impl Outcome {
    /// The outcome when `read` articles were read and `failed` inputs were not.
    fn of(read: usize, failed: usize) -> Self {
        match (read, failed) {
            (_, 0) => Self::All,
            (0, _) => Self::Nothing,
            _ => Self::Some,
        }
    }
}

/// Runs the program with its arguments (the first is the program's name).
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nothing is left to tell the user if even this cannot be printed.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { Outcome::Nothing } else { Outcome::All } as u8);
        }
    };
    let outcome = match arguments.command {
        Some(Subcommands::Extract(arguments)) => extract::run(&arguments),
        Some(Subcommands::Export(arguments)) => export::run(&arguments),
        Some(Subcommands::Explain(arguments)) => explain::run(&arguments),
        #[cfg(feature = "train")]
        Some(Subcommands::Train { recipe }) => match crate::train::run(&recipe) {
            Ok(()) => Outcome::All,
            Err(error) => {
                eprintln!("{error}");
                Outcome::Nothing
            }
        },
        None => window::run(arguments.window),
    };
    ExitCode::from(outcome as u8)
}
