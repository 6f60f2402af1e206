//! Ingest turns the bytes of a source into an [`Article`]: the format is told by content, the text decoded, its parts
//! named, and what the source says about itself kept. Only [`load`] touches files.

pub mod claims;
mod decode;
pub mod demo;
mod finish;
mod html;
mod lines;
pub mod load;
mod markdown;
mod plain;
pub mod records;
mod sniff;

use crate::model::{Article, Diagnostic, Format, Severity, Source};
use html::beside;
use std::borrow::Cow;

/// Why a source could not be read as an article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}\n  hint: {hint}\n  {path}")]
pub struct IngestError {
    /// What failed.
    pub message: String,
    /// What the user can do.
    pub hint: String,
    /// The source.
    pub path: String,
}

impl IngestError {
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>, path: &str) -> Self {
        Self { message: message.into(), hint: hint.into(), path: path.to_owned() }
    }
}

/// Reads one article from the bytes of a file (any format but JSON lines), named by `path`.
///
/// # Errors
/// If the bytes are empty or hold no text that could be an article.
pub fn read(bytes: &[u8], path: &str) -> Result<Article, IngestError> {
    read_bytes(Cow::Borrowed(bytes), path)
}

/// Reads one article, taking the bytes: a large file is then held once.
///
/// # Errors
/// As [`read`].
pub fn read_owned(bytes: Vec<u8>, path: &str) -> Result<Article, IngestError> {
    read_bytes(Cow::Owned(bytes), path)
}

/// Reads an article from text that the user pasted. Markdown and HTML are recognised as in files.
///
/// # Errors
/// If the text is blank.
pub fn read_pasted(text: &str) -> Result<Article, IngestError> {
    read_bytes(Cow::Owned(text.as_bytes().to_vec()), "pasted text")
}

/// Longest text of an article, in bytes: a dozen long novels. Extraction holds some sixty bytes for each byte of text.
pub const LONGEST_TEXT: usize = 12 << 20;

/// Refuses a text that is too long to be an article.
fn check_length(text: &str, path: &str) -> Result<(), IngestError> {
    if text.len() <= LONGEST_TEXT {
        return Ok(());
    }
    let message = format!(
        "the text is too long for one article: {} MB (at most {} MB)",
        text.len().div_ceil(1 << 20),
        LONGEST_TEXT >> 20
    );
    Err(IngestError::new(
        message,
        "cut it into files of one article each, or make it JSON lines, one article a line",
        path,
    ))
}

fn read_bytes(bytes: Cow<'_, [u8]>, path: &str) -> Result<Article, IngestError> {
    if let Some((what, hint)) = sniff::foreign_format(&bytes) {
        return Err(IngestError::new(what, hint, path));
    }
    let source = Source {
        path: path.to_owned(),
        format: Format::Text,
        bytes: bytes.len() as u64,
        sha256: finish::sha256(&bytes),
    };
    let decoded = decode::decode(bytes)
        .ok_or_else(|| IngestError::new("not a text: the file is binary", "save the article as HTML or text", path))?;
    if decoded.text.trim().is_empty() {
        return Err(IngestError::new("the file is empty", "choose a file that holds an article", path));
    }
    let mut article = Article { source, ..Default::default() };
    if decoded.damaged {
        article.diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: "some bytes are no valid text and are shown as �".to_owned(),
            hint: Some("save the article again, as UTF-8".to_owned()),
            span: None,
        });
    }
    let offsets = decoded.offsets();
    article.source.format = sniff::format(&decoded.text);
    match article.source.format {
        Format::Html => html::read(&mut article, &decoded.text, &offsets),
        Format::Markdown => {
            check_length(&decoded.text, path)?;
            article.text = decoded.text;
            markdown::structure(&mut article);
            finish::map_blocks(&mut article, &offsets);
        }
        Format::Text | Format::Json => {
            check_length(&decoded.text, path)?;
            article.text = decoded.text;
            plain::structure(&mut article);
            finish::map_blocks(&mut article, &offsets);
        }
    }
    if article.text.trim().is_empty() {
        let hint = "the page may need its scripts: save it again from the browser once it is shown";
        return Err(IngestError::new("no article text on this page", hint, path));
    }
    check_length(&article.text, path)?;
    finish::finish(&mut article);
    Ok(article)
}
