//! `dateline extract`: articles in, one JSON object a line out, in input order.

use super::output::Output;
use super::pool::{Job, Pool};
use super::{Outcome, input};
use crate::export::WriteError;
use crate::ingest::IngestError;
use crate::model::Article;
use crate::{export, extract};
use chrono::NaiveDate;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: input::Arguments,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    /// Threads at work [default: all cores; standard input is answered line by line by one]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,
}

/// An article's object, as one line.
fn answer(mut article: Article, published: Option<NaiveDate>) -> String {
    article.given_date = published.or(article.given_date);
    export::json::line(&article, &extract::extract(&article))
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut out = match Output::open(arguments.output.as_deref(), arguments.force) {
        Ok(out) => out,
        Err(error) => {
            eprintln!("error: {error}");
            return Outcome::Nothing;
        }
    };
    let (mut read, mut failed) = (0, 0);
    let flush = arguments.input.is_standard_input();
    let mut take = |result: Result<String, IngestError>| -> io::Result<()> {
        match result {
            Ok(line) => {
                read += 1;
                writeln!(out, "{line}")?;
                if flush { out.flush() } else { Ok(()) }
            }
            Err(error) => {
                failed += 1;
                input::report(&error);
                Ok(())
            }
        }
    };
    let written = if arguments.input.is_standard_input() || arguments.input.demo {
        let published = arguments.input.published;
        arguments.input.articles().try_for_each(|article| take(article.map(|a| answer(a, published))))
    } else {
        side_by_side(arguments, &mut take)
    };
    let written = written.and_then(|()| out.finish().map_err(io::Error::other));
    match written {
        Ok(()) => Outcome::of(read, failed),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::All,
        Err(error) => {
            let path = arguments.output.clone().unwrap_or("standard output".into());
            let error = error.downcast::<WriteError>().unwrap_or_else(|error| WriteError::of(&path, error));
            eprintln!("error: {error}");
            Outcome::Nothing
        }
    }
}

fn side_by_side(
    arguments: &Arguments,
    take: &mut dyn FnMut(Result<String, IngestError>) -> io::Result<()>,
) -> io::Result<()> {
    let threads = arguments.jobs.or(std::thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let published = arguments.input.published;
    let mut pool = Pool::new(threads, move |article| answer(article, published))?;
    let listing = arguments.input.listing();
    let failed = listing.errors.into_iter().map(|error| Job::Article(Box::new(Err(error))));
    pool.run(&mut failed.chain(listing.files.into_iter().map(Job::File)), take)
}
