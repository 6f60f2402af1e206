//! Annotated text for training: our own news in inline brackets, and JSON-lines corpora with stand-off labels.

use crate::extract::entity::training::{NameKind, label};
use crate::model::{Article, Block, BlockKind, Span};
use std::path::Path;

/// Articles annotated by one guide.
pub struct Corpus {
    /// Its articles.
    pub articles: Vec<Annotated>,
    /// How much a sentence of it counts.
    pub weight: f32,
}

impl Corpus {
    /// Every so many-th paragraph as a headline of its own: in capitals, or with each word capitalised.
    pub fn headlines(&self, one_in: usize, weight: f32) -> Corpus {
        let mut articles = Vec::new();
        let mut count = 0_usize;
        for article in &self.articles {
            for block in &article.article.blocks {
                let text = block.span.of(&article.article.text);
                count += 1;
                if !count.is_multiple_of(one_in) || !text.is_ascii() {
                    continue;
                }
                let text = if (count / one_in).is_multiple_of(2) { text.to_uppercase() } else { in_title_case(text) };
                let inside = article.names.iter().filter(|(span, _)| block.span.contains(*span));
                let moved = |span: Span| {
                    Span::new((span.start - block.span.start) as usize, (span.end - block.span.start) as usize)
                };
                let names = inside.map(|(span, kind)| (moved(*span), *kind)).collect();
                articles.push(Annotated {
                    id: article.id.clone(),
                    article: article_of(&article.id, text),
                    names,
                    has_roles: article.has_roles,
                    open: Vec::new(),
                });
            }
        }
        Corpus { articles, weight }
    }
}

/// The text with a capital on every word of four letters and more.
fn in_title_case(text: &str) -> String {
    let capital = |word: &str| {
        let first = word.chars().next().filter(|_| word.len() > 3);
        first.map_or(word.to_owned(), |c| c.to_ascii_uppercase().to_string() + word.get(1..).unwrap_or(""))
    };
    text.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// An article with its names.
pub struct Annotated {
    /// Name of the file or record.
    pub id: String,
    /// The text, a paragraph a line.
    pub article: Article,
    /// The names, in text order.
    pub names: Vec<(Span, NameKind)>,
    /// Whether roles are annotated too.
    pub has_roles: bool,
    /// Words whose label the corpus does not tell.
    pub open: Vec<Span>,
}

const ROLE: u16 = 0b11 << (1 + 2 * NameKind::Role as u16);

/// The labels that a word may have, as bits.
#[derive(Clone, Copy)]
pub struct Known(u16);

impl Known {
    /// Whether `label` is among them.
    pub fn allows(self, label: usize) -> bool {
        self.0 >> label & 1 == 1
    }
}

impl Annotated {
    /// What the annotation says of the word at `span`.
    pub fn known(&self, span: Span) -> Known {
        if self.open.iter().any(|open| open.overlaps(span)) {
            let group = 1 << label(NameKind::Group, false) | 1 << label(NameKind::Group, true);
            return Known(1 | group | ROLE);
        }
        match self.names.iter().find(|(name, _)| name.overlaps(span)) {
            Some((name, kind)) => Known(1 << label(*kind, name.start < span.start)),
            None if self.has_roles => Known(1),
            None => Known(1 | ROLE),
        }
    }
}

/// An article of plain text, a paragraph a line.
pub fn article_of(id: &str, text: String) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(at, at + line.len()) });
        }
        at += line.len() + 1;
    }
    Article { id: id.into(), text, blocks, ..Article::default() }
}

/// Reads text with names in brackets: `[L|U.S.] [R|President] [P|Barack Obama]`.
pub fn parse_brackets(id: &str, annotated: &str) -> Annotated {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut rest = annotated;
    while let Some(open) = rest.find('[') {
        let inside = rest.get(open + 1..).unwrap_or("");
        let kind = match inside.get(..2) {
            Some("P|") => Some(NameKind::Person),
            Some("O|") => Some(NameKind::Organisation),
            Some("L|") => Some(NameKind::Place),
            Some("G|") => Some(NameKind::Group),
            Some("R|") => Some(NameKind::Role),
            _ => None,
        };
        match kind.zip(inside.find(']')) {
            Some((kind, close)) => {
                text.push_str(rest.get(..open).unwrap_or(""));
                let start = text.len();
                text.push_str(inside.get(2..close).unwrap_or(""));
                names.push((Span::new(start, text.len()), kind));
                rest = inside.get(close + 1..).unwrap_or("");
            }
            None => {
                text.push_str(rest.get(..=open).unwrap_or(""));
                rest = inside;
            }
        }
    }
    text.push_str(rest);
    Annotated { id: id.into(), article: article_of(id, text), names, has_roles: true, open: Vec::new() }
}

/// Reads all bracket files of a folder, in name order.
pub fn read_brackets(folder: &Path, weight: f32) -> std::io::Result<Corpus> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let mut articles = Vec::new();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let id = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        articles.push(parse_brackets(&id, &std::fs::read_to_string(path)?));
    }
    Ok(Corpus { articles, weight })
}

/// Reads a JSON-lines corpus: `{"id", "text", "entities": [{"start", "end", "label"}]}`, offsets in code points.
pub fn read_json_lines(path: &Path, weight: f32) -> std::io::Result<Corpus> {
    #[derive(serde::Deserialize)]
    struct Record {
        id: String,
        text: String,
        entities: Vec<Label>,
    }
    #[derive(serde::Deserialize)]
    struct Label {
        start: usize,
        end: usize,
        label: String,
    }
    let mut articles = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: Record = serde_json::from_str(line)?;
        let bytes: Vec<usize> = record.text.char_indices().map(|(at, _)| at).chain([record.text.len()]).collect();
        let (mut names, mut open) = (Vec::new(), Vec::new());
        for found in &record.entities {
            let (Some(start), Some(end)) = (bytes.get(found.start), bytes.get(found.end)) else { continue };
            let span = Span::new(*start, *end);
            match found.label.as_str() {
                "PER" | "person" => names.push((span, NameKind::Person)),
                "ORG" | "corporation" | "group" => names.push((span, NameKind::Organisation)),
                "LOC" | "location" => names.push((span, NameKind::Place)),
                "MISC" => open.push(span),
                _ => {}
            }
        }
        articles.push(Annotated {
            article: article_of(&record.id, record.text),
            id: record.id,
            names,
            has_roles: false,
            open,
        });
    }
    Ok(Corpus { articles, weight })
}
