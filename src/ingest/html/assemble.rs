//! Assembling: named parts become the article's text, blocks, spans, pictures and source map.

use super::metadata::{Metadata, clean};
use super::parts::{Part, Words};
use super::pictures;
use super::segments::Segments;
use super::tree::Tree;
use crate::ingest::decode::SourceOffsets;
use crate::model::{Article, Block, BlockKind, Picture, SourceRun, Span};
use crate::newsroom::{byline, dateline};

/// Writes the parts into `article`.
pub(super) fn write(
    article: &mut Article,
    tree: &Tree<'_>,
    segments: &Segments,
    mut parts: Vec<Part>,
    data: Metadata,
    offsets: &SourceOffsets,
) {
    put_headline_on_top(&mut parts);
    put_byline_on_top(&mut parts, segments, &data);
    let mut writer = Writer { article, segments, runs: Vec::new() };
    let captions = pictures::of(tree, segments, &parts);
    for (at, part) in parts.iter().enumerate() {
        let span = writer.part(part);
        // Pictures stand in the order of their captions.
        let picture = captions.binary_search_by_key(&at, |c| c.part).ok().and_then(|i| captions.get(i));
        if part.kind == BlockKind::Caption {
            writer.caption(part, span, picture);
        }
    }
    let runs = std::mem::take(&mut writer.runs);
    stated_captions(article, &data);
    byline_spans(article, &data);
    map(article, tree.source, runs, offsets);
    article.publisher = data.publisher.or_else(|| dateline_agency(article));
    article.url = data.url;
    article.language = data.language.unwrap_or_default();
    article.date_claims = data.claims;
}

fn put_headline_on_top(parts: &mut Vec<Part>) {
    if let Some(at) = parts.iter().position(|p| p.kind == BlockKind::Headline)
        && at > 0
    {
        let part = parts.remove(at);
        parts.insert(0, part);
    }
}

/// Authors that only the metadata names get a line of their own under the headline, so that each has a span.
fn put_byline_on_top(parts: &mut Vec<Part>, segments: &Segments, data: &Metadata) {
    let shown = |part: &Part| match &part.words {
        Words::Segment { index, .. } => segments.list.get(*index).map_or("", |s| s.text.as_str()).to_owned(),
        Words::Stated(words) => words.clone(),
    };
    let lines: Vec<String> = parts.iter().filter(|p| p.kind == BlockKind::Byline).map(shown).collect();
    let missing = data.authors.iter().any(|author| !lines.iter().any(|line| line.contains(author.as_str())));
    if missing {
        let at = parts.iter().position(|p| p.kind == BlockKind::Headline).map_or(0, |at| at + 1);
        parts.insert(at, Part { kind: BlockKind::Byline, words: Words::Stated(data.authors.join(", ")) });
    }
}

struct Writer<'a> {
    article: &'a mut Article,
    segments: &'a Segments,
    runs: Vec<SourceRun>,
}

impl Writer<'_> {
    fn part(&mut self, part: &Part) -> Span {
        let article = &mut *self.article;
        let empty = String::new();
        let (words, piece, index) = match &part.words {
            Words::Stated(words) => (words, 0..words.len(), None),
            Words::Segment { index, piece } => {
                let text = self.segments.list.get(*index).map_or(&empty, |s| &s.text);
                (text, piece.clone().unwrap_or(0..text.len()), Some(*index))
            }
        };
        let words = words.get(piece.clone()).unwrap_or("");
        let goes_on = piece.start > 0;
        if !article.text.is_empty() && !goes_on {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(words);
        let span = Span::new(start, article.text.len()).trim(&article.text);
        if !span.is_empty() {
            article.blocks.push(Block { kind: part.kind, span });
        }
        if part.kind == BlockKind::Headline {
            article.headline.get_or_insert(span);
        }
        if let Some(segment) = index.and_then(|i| self.segments.list.get(i)) {
            for (text, source) in &segment.runs {
                let (from, to) = ((text.start as usize).max(piece.start), (text.end as usize).min(piece.end));
                if from < to {
                    let text = Span::new(start + from - piece.start, start + to - piece.start);
                    self.runs.push(SourceRun { text, source: Span { start: source.start, end: source.end } });
                }
            }
        }
        span
    }

    fn caption(&mut self, part: &Part, span: Span, picture: Option<&pictures::Found>) {
        let Words::Segment { index, .. } = &part.words else { return };
        let credit = self.segments.list.get(*index).and_then(|s| s.credit.clone()).map(|range| {
            let at = span.start;
            Span { start: at + range.start, end: (at + range.end).min(span.end) }.trim(&self.article.text)
        });
        self.article.pictures.push(Picture {
            location: picture.map(|p| pictures::beside(&self.article.source.path, &p.location)).unwrap_or_default(),
            caption: Some(span),
            alt: picture.and_then(|p| p.alt.clone()),
            credit: credit.filter(|c| !c.is_empty()),
        });
    }
}

/// Captions that only JSON-LD states stand at the end, each a block of its own.
fn stated_captions(article: &mut Article, data: &Metadata) {
    for image in data.images.iter().take(20) {
        let Some(caption) = image.caption.as_deref().map(clean).filter(|c| c.split(' ').count() >= 3 && c.len() < 800)
        else {
            continue;
        };
        let head: String = caption.chars().take(40).collect();
        if article.text.contains(&head) {
            continue;
        }
        let credit = image.credit.as_deref().filter(|c| !caption.contains(*c));
        article.text.push_str("\n\n");
        let start = article.text.len();
        article.text.push_str(&caption);
        let mut credit_span = None;
        if let Some(credit) = credit {
            article.text.push(' ');
            let from = article.text.len();
            article.text.push_str(credit);
            credit_span = Some(Span::new(from, article.text.len()));
        }
        let span = Span::new(start, article.text.len()).trim(&article.text);
        article.blocks.push(Block { kind: BlockKind::Caption, span });
        article.pictures.push(Picture {
            location: pictures::beside(&article.source.path, &image.url),
            caption: Some(span),
            alt: None,
            credit: credit_span,
        });
    }
}

/// The authors' names in the byline blocks.
fn byline_spans(article: &mut Article, data: &Metadata) {
    let lines: Vec<Span> = article.blocks.iter().filter(|b| b.kind == BlockKind::Byline).map(|b| b.span).collect();
    let mut found: Vec<Span> = Vec::new();
    for author in &data.authors {
        let place = lines.iter().find_map(|line| {
            let at = line.of(&article.text).find(author.as_str())?;
            Some(Span::new(line.start as usize + at, line.start as usize + at + author.len()))
        });
        found.extend(place.filter(|span| !found.contains(span)));
    }
    if data.authors.is_empty() {
        for line in lines {
            let words = line.of(&article.text);
            let names = byline::names_after_by(words).or_else(|| byline::names_of_bare_line(words)).unwrap_or_default();
            let moved = names.into_iter().map(|n| Span { start: n.start + line.start, end: n.end + line.start });
            for span in moved {
                if !found.iter().any(|f| f.of(&article.text) == span.of(&article.text)) {
                    found.push(span);
                }
            }
        }
    }
    found.sort();
    article.byline = found;
}

fn dateline_agency(article: &Article) -> Option<String> {
    let block =
        article.blocks.iter().find(|b| b.kind == BlockKind::Dateline && b.span.of(&article.text).contains('('))?;
    let words = block.span.of(&article.text);
    dateline::opening(words)?.agency.map(|a| a.of(words).to_owned())
}

/// Source runs count bytes of the file, not of its decoded text.
fn map(article: &mut Article, source: &str, mut runs: Vec<SourceRun>, offsets: &SourceOffsets) {
    if !offsets.is_identity() {
        let mut ends: Vec<usize> = runs.iter().flat_map(|r| [r.source.start as usize, r.source.end as usize]).collect();
        ends.sort_unstable();
        ends.dedup();
        let moved = offsets.of(source, ends.iter().copied());
        let of = |at: u32| ends.binary_search(&(at as usize)).ok().and_then(|i| moved.get(i)).copied().unwrap_or(0);
        for run in &mut runs {
            run.source = Span::new(of(run.source.start), of(run.source.end));
        }
    }
    article.source_map.runs = runs;
}
