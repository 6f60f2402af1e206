//! A sentence read for events: its verb groups, clauses, times and event words, with the words that name them.
//!
//! Later steps ask only this reading, never the raw tokens, so that each question ("which clause is this word in?")
//! is answered in one place.

use super::clause::{self, Clause};
use super::entry;
use super::mentions::{self, Found};
use super::verb_group::{self, VerbGroup};
use crate::extract::text::Document;
use crate::extract::timex::Times;
use crate::model::{BlockKind, Caption, Entity, MentionForm, Quote, Span, Standing};
use std::ops::Range;

/// An article read for events.
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) times: &'a Times,
    pub(super) entities: &'a [Entity],
    pub(super) quotes: &'a [Quote],
    /// As many as the document's sentences, in their order.
    pub(super) sentences: Vec<SentenceReading>,
    /// All event words in text order.
    pub(super) found: Vec<Found>,
    /// Every mention of an entity of the story, in text order.
    pub(super) names: Vec<NameAt>,
}

/// What was read in a sentence.
#[derive(Default)]
pub(super) struct SentenceReading {
    pub(super) groups: Vec<VerbGroup>,
    pub(super) clauses: Vec<Clause>,
    pub(super) times: Vec<TimeAt>,
    /// Its event words, as a range of [`Reading::found`].
    pub(super) found: Range<usize>,
    /// The caption it belongs to.
    pub(super) caption: Option<usize>,
    /// Whether events are looked for in it.
    pub(super) story: bool,
    /// Whether it is told under the head of a chronicle's entry.
    pub(super) in_chronicle: bool,
}

/// A time expression with its tokens.
#[derive(Clone, Debug)]
pub(super) struct TimeAt {
    /// Index into the article's timexes.
    pub(super) index: usize,
    pub(super) tokens: Range<usize>,
}

/// A mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameAt {
    pub(super) span: Span,
    pub(super) entity: usize,
    pub(super) form: MentionForm,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        times: &'a Times,
        entities: &'a [Entity],
        quotes: &'a [Quote],
        captions: &[Caption],
    ) -> Self {
        let names = names(entities);
        let mut reading = Self { document, times, entities, quotes, sentences: Vec::new(), found: Vec::new(), names };
        let mut time = 0;
        for sentence in &document.sentences {
            let block = document.article.blocks.get(sentence.block);
            let kind = block.map_or(BlockKind::Paragraph, |b| b.kind);
            // A date line of its own tells nothing; a dateline opens the sentence that goes on behind it.
            let date_line = kind == BlockKind::Dateline && block.is_some_and(|b| sentence.span.end <= b.span.end);
            let mut read = SentenceReading { story: kind.is_story() && !date_line, ..Default::default() };
            let after = captions.partition_point(|c| c.span.start <= sentence.span.start);
            read.caption =
                after.checked_sub(1).filter(|i| captions.get(*i).is_some_and(|c| c.span.contains(sentence.span)));
            if let Some(caption) = read.caption.and_then(|i| captions.get(i)) {
                // Prefix and credit tell nothing.
                read.story = caption.text.overlaps(sentence.span);
            }
            read.times = times_in(document, times, sentence.span, &mut time);
            if read.story {
                let skip: Vec<_> = read.times.iter().map(|t| t.tokens.clone()).collect();
                read.groups = verb_group::find(document, sentence);
                read.clauses = clause::find(document, sentence, &read.groups, &skip);
            }
            reading.sentences.push(read);
        }
        entry::mark(&mut reading);
        mentions::find(&mut reading, captions);
        reading
    }

    /// The article's text.
    pub(super) fn text(&self) -> &'a str {
        &self.document.article.text
    }

    /// The span of a range of tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let first = self.document.tokens.get(tokens.start);
        let last = tokens.end.checked_sub(1).and_then(|i| self.document.tokens.get(i));
        match (first, last) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The mentions of entities inside a span, in text order.
    pub(super) fn names_in(&self, span: Span) -> &[NameAt] {
        let from = self.names.partition_point(|n| n.span.end <= span.start);
        let to = self.names.partition_point(|n| n.span.start < span.end);
        self.names.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The entity whose mention covers a token.
    pub(super) fn name_at(&self, token: usize) -> Option<NameAt> {
        let span = self.document.tokens.get(token)?.span;
        let after = self.names.partition_point(|n| n.span.start <= span.start);
        let near = self.names.get(after.saturating_sub(3)..after)?;
        near.iter().rev().find(|n| n.span.contains(span)).copied()
    }

    /// Whether the past is told in the present tense where the word stands: under a photo, in a chronicle.
    pub(super) fn tells_past_in_present(&self, found: &Found) -> bool {
        self.sentences.get(found.sentence).is_some_and(|s| s.caption.is_some() || s.in_chronicle)
    }

    /// Whether the word is the cue of a quote.
    pub(super) fn is_cue(&self, found: &Found) -> bool {
        let after = self.quotes.partition_point(|q| q.span.start <= found.span.end);
        let near = self.quotes.get(after.saturating_sub(3)..(after + 2).min(self.quotes.len()));
        near.unwrap_or(&[]).iter().any(|q| q.cue.is_some_and(|cue| cue.contains(found.span)))
    }

    /// The sentence that holds a byte of the text.
    pub(super) fn sentence_at(&self, byte: u32) -> Option<usize> {
        let after = self.document.sentences.partition_point(|s| s.span.start <= byte);
        after.checked_sub(1).filter(|i| self.document.sentences.get(*i).is_some_and(|s| byte <= s.span.end))
    }

    /// The clause that a token belongs to, within its sentence.
    pub(super) fn clause_at(&self, sentence: usize, token: usize) -> Option<usize> {
        let clauses = &self.sentences.get(sentence)?.clauses;
        let after = clauses.partition_point(|c| c.tokens.start <= token);
        after.checked_sub(1)
    }
}

fn names(entities: &[Entity]) -> Vec<NameAt> {
    let mut names: Vec<NameAt> = Vec::new();
    for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.standing == Standing::Story) {
        names.extend(entity.mentions.iter().map(|m| NameAt { span: m.span, entity: index, form: m.form }));
    }
    names.sort_unstable_by_key(|n| (n.span, n.entity));
    names
}

/// The timexes inside a sentence; `next` is the first that was not passed yet.
fn times_in(document: &Document<'_>, times: &Times, sentence: Span, next: &mut usize) -> Vec<TimeAt> {
    let mut out = Vec::new();
    while let Some(timex) = times.timexes.get(*next).filter(|t| t.span.start < sentence.end) {
        if timex.span.start >= sentence.start {
            out.push(TimeAt { index: *next, tokens: tokens_in(document, timex.span) });
        }
        *next += 1;
    }
    out
}

/// The tokens that overlap a span.
pub(super) fn tokens_in(document: &Document<'_>, span: Span) -> Range<usize> {
    let start = document.tokens.partition_point(|t| t.span.end <= span.start);
    let end = document.tokens.partition_point(|t| t.span.start < span.end);
    start..end.max(start)
}
