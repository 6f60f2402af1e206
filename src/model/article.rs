//! An article: the decoded text of one piece of news, nothing deleted, with its parts named.

use super::{Diagnostic, Span};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One article as read from its source, before anything is extracted from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Stable for the same text: given by the source, else derived from the text.
    pub id: String,
    /// Where it came from.
    pub source: Source,
    /// ISO 639-1 code of the main language; "und" where it is none that is known, empty before it was asked.
    pub language: String,
    /// The decoded text. Every [`Span`] of the article and of its extraction addresses it.
    pub text: String,
    /// The parts of the text in reading order, without overlap. Text between blocks is white space.
    pub blocks: Vec<Block>,
    /// The title.
    pub headline: Option<Span>,
    /// The authors' names, each without "By", title or place.
    pub byline: Vec<Span>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The page's address.
    pub url: Option<String>,
    /// The publication date given by the user; wins over everything.
    pub given_date: Option<NaiveDate>,
    /// What the file's metadata and address claim about the publication date, most trusted first.
    pub date_claims: Vec<DateClaim>,
    /// Pictures, in reading order.
    pub pictures: Vec<Picture>,
    /// How offsets of `text` lead back to the file's bytes; empty when the text is the file.
    pub source_map: SourceMap,
    /// What went wrong or was doubtful while reading.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where an article came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file's path as given, or a name such as `stdin` or `pasted text`.
    pub path: String,
    /// The format, told by content.
    pub format: Format,
    /// Size of the source in bytes.
    pub bytes: u64,
    /// SHA-256 of the source, in hexadecimal.
    pub sha256: String,
}

/// A format that articles are read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// CommonMark.
    Markdown,
    /// A web page.
    Html,
    /// A line of a JSON-lines file.
    Json,
}

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The title.
    Headline,
    /// Who wrote it.
    Byline,
    /// A line that gives place or date of the report.
    Dateline,
    /// A heading within the text.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// The words under a picture, with prefix and credit.
    Caption,
    /// What is not story: share buttons, related links, cookie lines.
    Boilerplate,
}

impl BlockKind {
    /// Whether the block tells the story in sentences (events, quotes and times are looked for here).
    pub fn is_story(self) -> bool {
        matches!(self, Self::Dateline | Self::Paragraph | Self::ListItem | Self::Caption)
    }
}

/// A statement of the source about its publication date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateClaim {
    /// The local date and time that the source states; midnight when it states a day only.
    pub at: NaiveDateTime,
    /// Who states it.
    pub origin: DateOrigin,
    /// The statement's own words, for the explanation: `datePublished: 2026-01-06T09:30+07:00`.
    pub evidence: String,
}

/// Where a [`DateClaim`] was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrigin {
    /// JSON-LD, Open Graph, `<meta>`, `<time>`, front matter, a JSON-lines field.
    Metadata,
    /// The page's address.
    Url,
    /// When metadata say that the page was last changed: no day of publication, unless the text tells of later years.
    Modification,
}

/// A picture of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Path of the picture beside the article, or its address; never fetched.
    pub location: String,
    /// The caption block that belongs to it.
    pub caption: Option<Span>,
    /// The picture's alternative text, when it is not in the article's text already.
    pub alt: Option<String>,
    /// The words of the caption block that the source itself marks as credit.
    pub credit: Option<Span>,
}

/// Which bytes of the source each part of the text came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// Runs in text order.
    pub runs: Vec<SourceRun>,
}

/// A run of text and the source bytes it was decoded from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRun {
    /// Bytes of the article's text.
    pub text: Span,
    /// Bytes of the source file.
    pub source: Span,
}

impl SourceMap {
    /// The source bytes of the run that holds `offset` of the text, or `None` where text has no place in the source.
    pub fn source_of(&self, offset: u32) -> Option<Span> {
        let after = self.runs.partition_point(|run| run.text.start <= offset);
        let run = self.runs.get(after.checked_sub(1)?)?;
        run.text.holds(offset).then_some(run.source)
    }
}
