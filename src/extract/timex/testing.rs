//! For tests: reads a text as an article of a known day, a paragraph a line, a sentence up to each full stop.

use crate::extract::text::{Document, Sentence};
use crate::model::{Article, Block, BlockKind, Span};

/// A time expression as tests look at it.
#[derive(Debug)]
pub struct Reading {
    pub words: String,
    pub value: String,
    pub rule: &'static str,
    pub reading: String,
}

/// The time expressions of `text`, published on `day`.
pub fn read(text: &str, day: &str) -> Vec<Reading> {
    let article = article(text, day);
    let times = super::find(&document(&article), &[]);
    let words = |span: Span| span.of(text).to_owned();
    let reading =
        |t: crate::model::Timex| Reading { words: words(t.span), value: t.value, rule: t.rule, reading: t.reading };
    times.timexes.into_iter().map(reading).collect()
}

/// An article with a paragraph a line; `day` may be empty.
pub fn article(text: &str, day: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    Article { text: text.to_owned(), blocks, given_date: day.parse().ok(), ..Article::default() }
}

/// Its sentences: good enough for tests, without tokens.
pub fn document(article: &Article) -> Document<'_> {
    let mut sentences = Vec::new();
    for (block, b) in article.blocks.iter().enumerate() {
        let mut start = b.span.start as usize;
        let words = b.span.of(&article.text);
        for (at, _) in words.match_indices(". ") {
            let end = b.span.start as usize + at + 1;
            let abbreviation =
                words.get(..at).is_some_and(|w| w.ends_with("Jan") || w.ends_with("Sept") || w.ends_with(".m"));
            if !abbreviation {
                sentences.push(Sentence { span: Span::new(start, end).trim(&article.text), tokens: 0..0, block });
                start = end;
            }
        }
        sentences.push(Sentence {
            span: Span::new(start, b.span.end as usize).trim(&article.text),
            tokens: 0..0,
            block,
        });
    }
    sentences.retain(|s| !s.span.is_empty());
    Document { article, sentences, tokens: Vec::new() }
}
