//! Layout: paragraphs and passages are laid over the tokens, so that grammar can ask of any word whether it is quoted.
//! Marks that hold a nickname quote nothing, and a passage without its closing mark ends where a cue shows that it does.

use super::attribute::Place;
use super::grammar::Grammar;
use super::lexicon::{self, Frames};
use super::passage::{self, Passage};
use crate::extract::text::{Document, Tag};
use crate::model::{BlockKind, Span};
use crate::newsroom::credit;
use std::ops::Range;

/// A paragraph with its tokens.
pub(super) struct Block {
    pub span: Span,
    pub kind: BlockKind,
    pub tokens: Range<usize>,
}

/// The paragraphs that may hold speech.
pub(super) fn blocks(document: &Document<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = None;
    for sentence in &document.sentences {
        let Some(block) = document.article.blocks.get(sentence.block) else { continue };
        let wanted = block.kind.is_story() || matches!(block.kind, BlockKind::Headline | BlockKind::Heading);
        if !wanted {
            continue;
        }
        // Under a photo, only the caption proper can report; the credit says nothing.
        let span = if block.kind == BlockKind::Caption { caption_proper(document, block.span) } else { block.span };
        let inside = document.tokens_in(span);
        let tokens = inside.start.max(sentence.tokens.start)..inside.end.min(sentence.tokens.end);
        if tokens.is_empty() {
            continue;
        }
        match blocks.last_mut().filter(|_| last == Some(sentence.block)) {
            Some(open) => open.tokens.end = tokens.end,
            None => blocks.push(Block { span, kind: block.kind, tokens }),
        }
        last = Some(sentence.block);
    }
    blocks
}

/// A caption without its credit.
fn caption_proper(document: &Document<'_>, caption: Span) -> Span {
    let words = credit::part(caption.of(&document.article.text), None).text;
    Span { start: caption.start + words.start, end: caption.start + words.end }
}

/// The passages of the paragraphs, without nicknames, and ended at their cue where they were not closed.
pub(super) fn passages(document: &Document<'_>, blocks: &[Block]) -> Vec<Passage> {
    let parts: Vec<Span> = blocks.iter().map(|block| block.span).collect();
    let mut passages = passage::passages(&document.article.text, &parts);
    passages.retain(|passage| !is_nickname(document, passage));
    let bare = Grammar { document, passage_of: Vec::new() };
    passages.iter_mut().filter(|passage| !passage.closed).for_each(|passage| end_at_cue(&bare, passage));
    passages
}

/// "“We are not going, said Ray on Monday.": where the closing mark is missing, a cue between a comma and the end of its
/// clause ends what is said.
fn end_at_cue(bare: &Grammar<'_, '_>, passage: &mut Passage) {
    let tokens = tokens_touching(bare.document, passage.span);
    let speaks = |verb: usize| {
        let entry = lexicon::verb(&bare.document.lemma(verb));
        bare.tag(verb).is_finite_verb() && entry.is_some_and(|entry| entry.alone && entry.frames.has(Frames::DIRECT))
    };
    let is_cue = |comma: &usize| {
        let first = comma + 1;
        let inverted = speaks(first);
        let Some(source) = bare.phrase_from(first + usize::from(inverted), tokens.end) else { return false };
        let named = source.clone().any(|i| bare.tag(i).is_proper_noun() || bare.is_any(i, &["he", "she"]));
        let end = if inverted { source.end } else { source.end + 1 };
        let ends = end >= tokens.end || bare.is_stop(end) || bare.is_comma(end) || bare.ends_time(end);
        let ends = ends || bare.tag(end) == Tag::Preposition && bare.ends_time(end + 1);
        bare.is_comma(*comma) && named && ends && (inverted || speaks(source.end))
    };
    let comma = (tokens.start + 3..tokens.end).find(is_cue);
    if let Some(comma) = comma.and_then(|comma| bare.document.tokens.get(comma)) {
        passage.span.end = comma.span.end;
        passage.words.end = comma.span.end;
    }
}

/// "Marcia “Cia” Price": a name between a person's others.
fn is_nickname(document: &Document<'_>, passage: &Passage) -> bool {
    let inside = tokens_touching(document, passage.span);
    let named = |token: usize| document.tag(token).is_proper_noun();
    let capital = |i: usize| document.word(i).starts_with(char::is_uppercase);
    let mut words = tokens_touching(document, passage.words);
    let first = words.start;
    let name = inside.len() <= 5 && words.all(|i| capital(i) || i == first && document.is(i, "the"));
    name && inside.start.checked_sub(1).is_some_and(named) && named(inside.end)
}

/// For each token the passage it lies in, counted from 1; 0 outside.
pub(super) fn passage_of(document: &Document<'_>, passages: &[Passage]) -> Vec<u32> {
    let mut of = vec![0; document.tokens.len()];
    for (index, passage) in passages.iter().enumerate() {
        for slot in of.get_mut(tokens_touching(document, passage.span)).into_iter().flatten() {
            *slot = u32::try_from(index + 1).unwrap_or(u32::MAX);
        }
    }
    of
}

/// The tokens that share a byte with the span.
fn tokens_touching(document: &Document<'_>, span: Span) -> Range<usize> {
    let start = document.tokens.partition_point(|token| token.span.end <= span.start);
    let end = document.tokens.partition_point(|token| token.span.start < span.end);
    start..end.max(start)
}

/// Where a passage stands.
pub(super) fn place(document: &Document<'_>, blocks: &[Block], passage: &Passage) -> Place {
    let tokens = tokens_touching(document, passage.span);
    let after = blocks.partition_point(|block| block.tokens.end <= tokens.start);
    let block = blocks.get(after).map_or(tokens.clone(), |block| block.tokens.clone());
    Place { tokens, block }
}
