//! Reading a source into articles, and extracting from them: what a worker does with a file.

use super::ReadArticle;
use crate::ingest::{self, IngestError, load};
use crate::model::{Article, Block, BlockKind, Source, Span};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Text the user put in.
    Text(Arc<str>),
    /// An article of the demo, by its place.
    Demo(usize),
}

impl Origin {
    /// As the files list shows it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Text(_) => "pasted text".to_owned(),
            Self::Demo(place) => ingest::demo::ARTICLES.get(*place).map_or("demo", |(path, _)| *path).to_owned(),
        }
    }
}

/// What a worker is doing with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading and decoding it.
    Reading,
    /// Finding dates, people, quotes and events.
    Extracting {
        /// Articles done.
        done: usize,
    },
}

/// The files that `paths` name, folders walked, what could not be listed, and in words what was passed over.
pub fn list(paths: &[PathBuf]) -> (Vec<Origin>, Vec<IngestError>, Option<String>) {
    let listing = load::list(paths);
    let note = listing.note();
    (listing.files.into_iter().map(Origin::File).collect(), listing.errors, note)
}

/// What a source gave.
pub struct Read {
    /// Its articles, in its order.
    pub articles: Vec<ReadArticle>,
    /// Records of it that could not be read, for a file of many.
    pub errors: Vec<IngestError>,
}

/// Reads and extracts all articles of a source; the caller drops the answer of a cancelled one.
pub fn read(
    origin: &Origin,
    as_plain_text: bool,
    cancel: &AtomicBool,
    tell: &dyn Fn(Stage),
) -> Result<Read, IngestError> {
    let work = std::panic::AssertUnwindSafe(|| read_inner(origin, as_plain_text, cancel, tell));
    std::panic::catch_unwind(work).unwrap_or_else(|_| {
        Err(IngestError {
            message: "The program failed on this file".to_owned(),
            hint: "Please report it with the file; the other articles are not affected".to_owned(),
            path: origin.name(),
        })
    })
}

fn read_inner(
    origin: &Origin,
    as_plain_text: bool,
    cancel: &AtomicBool,
    tell: &dyn Fn(Stage),
) -> Result<Read, IngestError> {
    tell(Stage::Reading);
    let mut started = Instant::now();
    let mut read = Read { articles: Vec::new(), errors: Vec::new() };
    for (done, article) in articles(origin, as_plain_text)?.enumerate() {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        if done.is_multiple_of(16) {
            tell(Stage::Extracting { done });
        }
        match article {
            Ok(article) => read.articles.push(extract_from(article, started)),
            Err(error) => read.errors.push(error),
        }
        started = Instant::now();
    }
    // A file that gave nothing failed as a whole.
    match read.errors.pop() {
        Some(error) if read.articles.is_empty() => Err(error),
        last => {
            read.errors.extend(last);
            Ok(read)
        }
    }
}

type Articles = Box<dyn Iterator<Item = Result<Article, IngestError>>>;

fn articles(origin: &Origin, as_plain_text: bool) -> Result<Articles, IngestError> {
    let one = |article: Article| Box::new(std::iter::once(Ok(article))) as Articles;
    match origin {
        Origin::Text(text) => Ok(one(ingest::read_pasted(text)?)),
        Origin::Demo(place) => {
            let (path, bytes) = ingest::demo::ARTICLES.get(*place).copied().unwrap_or_default();
            Ok(one(ingest::read(bytes, path)?))
        }
        Origin::File(path) if as_plain_text => Ok(one(plain_text(path)?)),
        Origin::File(path) => Ok(Box::new(load::articles(path))),
    }
}

/// A file as plain text, whatever it looks like: for those whose format was told wrongly.
fn plain_text(path: &Path) -> Result<Article, IngestError> {
    let name = path.to_string_lossy().into_owned();
    let failed = |message: String, hint: &str| IngestError { message, hint: hint.to_owned(), path: name.clone() };
    let about = std::fs::metadata(path)
        .map_err(|error| failed(format!("cannot be read: {error}"), "check the file and the disk"))?;
    if about.len() > load::LARGEST_ARTICLE {
        return Err(failed(format!("{} MB are too much for one article", about.len() >> 20), "cut the file"));
    }
    let bytes = std::fs::read(path)
        .map_err(|error| failed(format!("cannot be read: {error}"), "check the file and the disk"))?;
    // NUL bytes mark a file as binary and say nothing to a reader.
    let text = String::from_utf8_lossy(&bytes).replace('\0', " ");
    let mut article =
        Article { source: Source { path: name, bytes: about.len(), ..Source::default() }, ..Article::default() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(&text);
        at += line.len();
        if !span.is_empty() {
            article.blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    article.text = text;
    Ok(article)
}

/// Extracts from `article`, whose reading began at `started`.
pub fn extract_from(article: Article, started: Instant) -> ReadArticle {
    let extraction = Arc::new(crate::extract::extract(&article));
    ReadArticle { article: Arc::new(article), extraction, took: started.elapsed() }
}
