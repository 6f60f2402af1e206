//! Ingest turns the bytes of a source into an [`Article`]: the format is told by content, the text decoded, its parts
//! named, and what the source says about itself kept. Only [`load`] touches files.

pub mod demo;
pub mod load;

use crate::model::Article;

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

/// Reads one article from the bytes of a file (any format but JSON lines), named by `path`.
///
/// # Errors
/// If the bytes are empty or hold no text that could be an article.
pub fn read(bytes: &[u8], path: &str) -> Result<Article, IngestError> {
    use crate::model::{Block, BlockKind, Span};
    let text = String::from_utf8_lossy(bytes).into_owned();
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    Ok(Article {
        source: crate::model::Source { path: path.to_owned(), ..Default::default() },
        text,
        blocks,
        ..Default::default()
    })
}
