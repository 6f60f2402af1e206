//! The articles that a command is about: files, folders and JSON lines named by paths, or the demo.

use crate::ingest::{self, IngestError, load};
use crate::model::Article;
use chrono::NaiveDate;
use std::path::PathBuf;

/// The arguments that name articles.
#[derive(Debug, clap::Args)]
#[group(skip)]
// Parts of other arguments need no group of their own, and clap wants the names of groups to differ.
pub(super) struct Arguments {
    /// Articles, folders of articles, or files of JSON lines; `-` reads JSON lines from standard input
    #[arg(value_name = "PATH", required_unless_present = "demo")]
    pub paths: Vec<PathBuf>,
    /// The demo's articles
    #[arg(long)]
    pub demo: bool,
    /// Publication date of the articles; wins over what they say
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<NaiveDate>,
}

impl Arguments {
    /// Whether JSON lines come from standard input.
    pub fn is_standard_input(&self) -> bool {
        self.paths.len() == 1 && self.paths.iter().all(|path| path.as_os_str() == "-")
    }

    /// An article with the publication date that the user gave.
    pub fn dated(&self, mut article: Article) -> Article {
        article.given_date = self.published.or(article.given_date);
        article
    }

    /// The files that the paths name; what folders hold beside articles is told.
    pub fn listing(&self) -> load::Listing {
        let listing = load::list(&self.paths);
        if let Some(note) = listing.note() {
            eprintln!("note: {note}");
        }
        listing
    }

    /// All articles in input order, one after the other; what could not be read is an item.
    pub fn articles(&self) -> Box<dyn Iterator<Item = Result<Article, IngestError>> + '_> {
        let demo = if self.demo { ingest::demo::articles() } else { Ok(Vec::new()) };
        let demo: Vec<_> = match demo {
            Ok(articles) => articles.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        };
        let rest: Box<dyn Iterator<Item = _>> = if self.is_standard_input() {
            Box::new(ingest::records::Records::new(std::io::stdin().lock(), "standard input"))
        } else {
            let listing = self.listing();
            let failed = listing.errors.into_iter().map(Err);
            Box::new(failed.chain(listing.files.into_iter().flat_map(|path| load::articles(&path))))
        };
        Box::new(demo.into_iter().chain(rest).map(|article| article.map(|article| self.dated(article))))
    }
}

/// Tells the user what could not be read, and why.
pub(super) fn report(error: &IngestError) {
    eprintln!("error: {error}");
}
