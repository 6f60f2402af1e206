//! JSON lines: one article a line, its text kept exactly, so that offsets fit other tools' copies of it.
//!
//! Lines are read one after the other, in memory for one line; a bad line is an error that names its number, and the
//! next lines go on.

use super::{IngestError, claims, finish, plain};
use crate::model::{Article, Format, Source, Span};
use serde::Deserialize;
use std::io::BufRead;

/// Longest line, in bytes.
pub const LONGEST_LINE: u64 = 256 << 20;

/// A line: `{"id", "text", "published"?, "title"?, "byline"?, "publisher"?, "url"?}`.
#[derive(Debug, Deserialize)]
struct Record {
    id: Option<Id>,
    text: String,
    published: Option<String>,
    title: Option<String>,
    byline: Option<Byline>,
    publisher: Option<String>,
    url: Option<String>,
}

/// Corpora number their articles as often as they name them.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(i64),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Byline {
    One(String),
    Many(Vec<String>),
}

/// Reads one line of a JSON-lines source. `path` and `line` (from 1) name it.
///
/// # Errors
/// If the line is no JSON object with a `text`, or its text is blank.
pub fn read_line(json: &str, path: &str, line: usize) -> Result<Article, IngestError> {
    let at = || format!("{path}, line {line}");
    let record: Record = serde_json::from_str(json).map_err(|error| {
        let hint = r#"a line is an object such as {"id": "a1", "text": "…", "published": "2026-01-06"}"#;
        IngestError::new(format!("line {line} is no article: {error}"), hint, &at())
    })?;
    if record.text.trim().is_empty() {
        return Err(IngestError::new(format!("line {line} has no text"), "give the article in `text`", &at()));
    }
    super::check_length(&record.text, &at())?;
    Ok(article(record, json, path, line))
}

fn article(record: Record, json: &str, path: &str, line: usize) -> Article {
    let mut article = Article {
        id: match record.id {
            Some(Id::Name(name)) => name,
            Some(Id::Number(number)) => number.to_string(),
            None => format!("line-{line}"),
        },
        source: Source {
            path: path.to_owned(),
            format: Format::Json,
            bytes: json.len() as u64,
            sha256: finish::sha256(json.as_bytes()),
        },
        publisher: record.publisher,
        ..Default::default()
    };
    article.date_claims.extend(record.published.as_deref().and_then(|date| claims::of_metadata("published", date)));
    article.date_claims.extend(record.url.as_deref().and_then(claims::of_url));
    article.headline = record.title.and_then(|title| opening_words(&record.text, title.trim()));
    article.url = record.url;
    article.text = record.text;
    plain::structure(&mut article);
    let given = match record.byline {
        Some(Byline::One(name)) => vec![name],
        Some(Byline::Many(names)) => names,
        None => Vec::new(),
    };
    add_given_byline(&mut article, &given);
    finish::finish(&mut article);
    article
}

/// The title where the text opens with it: a record's text is never changed, so that only then it has a place.
fn opening_words(text: &str, title: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    (!title.is_empty() && text.get(start..)?.starts_with(title)).then(|| Span::new(start, start + title.len()))
}

/// Authors that the record names and the text shows before its story.
fn add_given_byline(article: &mut Article, given: &[String]) {
    if !article.byline.is_empty() {
        return;
    }
    let head_end = article.blocks.iter().find(|b| b.kind.is_story()).map_or(0, |b| b.span.start as usize);
    let head = article.text.get(..head_end).unwrap_or("");
    let found = given.iter().filter_map(|name| head.find(name.trim()).map(|at| Span::new(at, at + name.trim().len())));
    article.byline = found.filter(|span| !span.is_empty()).collect();
}

/// The articles of a JSON-lines source, read line by line.
pub struct Records<R> {
    reader: R,
    path: String,
    line: usize,
    buffer: Vec<u8>,
    is_over: bool,
}

impl<R: BufRead> Records<R> {
    /// Reads from `reader`; `path` names the source in messages.
    pub fn new(reader: R, path: impl Into<String>) -> Self {
        Self { reader, path: path.into(), line: 0, buffer: Vec::new(), is_over: false }
    }

    /// Whether a line was read; blank lines are passed over by the caller.
    fn fill(&mut self) -> Result<bool, IngestError> {
        use std::io::Read;
        self.buffer.clear();
        self.line += 1;
        let read = (&mut self.reader).take(LONGEST_LINE).read_until(b'\n', &mut self.buffer);
        let at = format!("{}, line {}", self.path, self.line);
        match read {
            Ok(0) => Ok(false),
            Ok(n) if n as u64 == LONGEST_LINE => {
                self.is_over = true;
                Err(IngestError::new(
                    "a line is longer than 256 MB",
                    "check that each article stands on its own line",
                    &at,
                ))
            }
            Ok(_) => Ok(true),
            Err(error) => {
                self.is_over = true;
                Err(IngestError::new(format!("cannot read further: {error}"), "check the file and the disk", &at))
            }
        }
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Article, IngestError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            match self.fill() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
            let line = String::from_utf8_lossy(&self.buffer);
            let json = line.trim_start_matches('\u{feff}').trim();
            if !json.is_empty() {
                return Some(read_line(json, &self.path, self.line));
            }
        }
        None
    }
}
