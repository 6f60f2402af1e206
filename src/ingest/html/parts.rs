//! Parts: what each segment of the article's region is.

use super::classes::*;
use super::metadata::{Metadata, clean};
use super::region::Region;
use super::segments::{Segment, Segments};
use super::title::{Title, fold};
use super::tree::{DD, DT, LI, P, PRE, TD};
use crate::model::BlockKind;
use crate::newsroom::{byline, credit, dateline, ends_like_a_sentence, furniture};
use std::ops::Range;

/// A part of the article's text.
#[derive(Debug)]
pub(super) struct Part {
    pub kind: BlockKind,
    pub words: Words,
}

/// Where a part's words come from.
#[derive(Debug)]
pub(super) enum Words {
    /// A segment of the page, or a piece of it.
    Segment { index: usize, piece: Option<Range<usize>> },
    /// Metadata only.
    Stated(String),
}

/// Names the parts of the page, in reading order.
pub(super) fn name(segments: &Segments, region: Option<&Region>, data: &Metadata, title: &Title) -> Vec<Part> {
    let mut parts = Vec::new();
    let Some(region) = region else {
        return stated_body(data, title);
    };
    let namer = Namer { region, data, guide: Guide::of(data) };
    let shown = region.title.and_then(|at| segments.list.get(at)).map(|s| s.text.as_str());
    // Where the places disagree the title that most of them state stands on top, the page's own heading below it.
    if let Some(best) = title.best_with(shown)
        && shown.is_none_or(|shown| fold(shown) != fold(best))
    {
        parts.push(Part { kind: BlockKind::Headline, words: Words::Stated(best.to_owned()) });
    }
    let mut seen = Seen { headline: !parts.is_empty(), paragraphs: 0 };
    for index in region.all.clone() {
        if let Some(segment) = segments.list.get(index) {
            let before = parts.len();
            namer.push(&mut parts, &seen, index, segment);
            parts.iter().skip(before).for_each(|part| seen.note(part.kind));
        }
    }
    drop_dangling_headings(&mut parts);
    parts
}

/// What of the article has been met on the way down the page.
struct Seen {
    headline: bool,
    paragraphs: usize,
}

impl Seen {
    fn note(&mut self, kind: BlockKind) {
        self.headline |= kind == BlockKind::Headline;
        self.paragraphs += usize::from(kind == BlockKind::Paragraph);
    }
}

/// A page without prose may still state its story in the metadata.
fn stated_body(data: &Metadata, title: &Title) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut push = |kind, words: String| parts.push(Part { kind, words: Words::Stated(words) });
    if let Some(best) = title.best() {
        push(BlockKind::Headline, best.to_owned());
    }
    let body = data.body.as_deref().or(data.description.as_deref()).unwrap_or("");
    for line in body.lines().map(clean).filter(|l| !l.is_empty()) {
        push(BlockKind::Paragraph, line);
    }
    parts
}

/// A heading that no story follows introduces links.
fn drop_dangling_headings(parts: &mut [Part]) {
    let mut story_follows = false;
    for part in parts.iter_mut().rev() {
        match part.kind {
            BlockKind::Paragraph | BlockKind::ListItem => story_follows = true,
            BlockKind::Heading if !story_follows => part.kind = BlockKind::Boilerplate,
            BlockKind::Boilerplate | BlockKind::Heading => {}
            _ => story_follows = false,
        }
    }
}

/// The story as JSON-LD states it: a paragraph that stands in it is story without doubt.
struct Guide {
    folded: String,
}

impl Guide {
    fn of(data: &Metadata) -> Self {
        let folded = data.body.as_deref().filter(|b| b.len() > 400).map(fold).unwrap_or_default();
        Self { folded }
    }

    /// `None` where nothing is stated or the words are too few to tell.
    fn holds(&self, text: &str) -> Option<bool> {
        let folded = fold(text);
        (!self.folded.is_empty() && folded.len() >= 25).then(|| self.folded.contains(&folded))
    }
}

struct Namer<'a> {
    region: &'a Region,
    data: &'a Metadata,
    guide: Guide,
}

impl Namer<'_> {
    fn push(&self, parts: &mut Vec<Part>, seen: &Seen, index: usize, segment: &Segment) {
        let kind = self.kind(seen, index, segment);
        let opening =
            (kind == BlockKind::Paragraph && seen.paragraphs < 3).then(|| dateline::opening(&segment.text)).flatten();
        let mut push = |kind, piece| parts.push(Part { kind, words: Words::Segment { index, piece } });
        match opening {
            Some(found) => {
                let end = found.span.end as usize;
                push(BlockKind::Dateline, Some(0..end));
                push(BlockKind::Paragraph, Some(end..segment.text.len()));
            }
            None => push(kind, None),
        }
    }

    fn kind(&self, seen: &Seen, index: usize, segment: &Segment) -> BlockKind {
        let text = segment.text.as_str();
        if Some(index) == self.region.title {
            return if seen.headline { BlockKind::Heading } else { BlockKind::Headline };
        }
        if segment.has(CAPTION_MARK) || (segment.has(IN_FIGURE) && segment.link_density() < 0.5) {
            let is_furniture = furniture::is_furniture(text) && !credit::is_line(text);
            let is_caption = text.chars().any(char::is_alphabetic) && !is_furniture;
            return if is_caption { BlockKind::Caption } else { BlockKind::Boilerplate };
        }
        if !self.region.body.contains(&index) {
            return self.kind_above(segment);
        }
        if self.guide.holds(text) != Some(true) && (segment.has(UNLIKELY) || furniture::is_furniture(text)) {
            return BlockKind::Boilerplate;
        }
        if seen.paragraphs == 0
            && let Some(kind) = self.kind_in_head(segment)
        {
            return kind;
        }
        self.kind_in_body(segment)
    }

    /// Between the title and the story: the lead-in, byline, date, captions; the rest is furniture.
    fn kind_above(&self, segment: &Segment) -> BlockKind {
        if let Some(kind) = self.kind_in_head(segment) {
            return kind;
        }
        let text = segment.text.as_str();
        let is_lead = segment.has(LEAD_MARK) || self.is_description(text) || self.guide.holds(text) == Some(true);
        let is_clean = !segment.has(UNLIKELY) && segment.link_density() < 0.4 && !furniture::is_furniture(text);
        let long_prose = segment.is_prose() && text.len() > 80 && ends_like_a_sentence(text);
        match is_clean && text.len() > 40 && (is_lead || long_prose) {
            true => BlockKind::Paragraph,
            false => BlockKind::Boilerplate,
        }
    }

    fn is_description(&self, text: &str) -> bool {
        let stated = self.data.description.as_deref().map(fold).unwrap_or_default();
        let text = fold(text);
        text.len() > 30 && !stated.is_empty() && (stated.contains(&text) || text.contains(&stated))
    }

    fn kind_in_head(&self, segment: &Segment) -> Option<BlockKind> {
        let text = segment.text.as_str();
        if text.len() > 250 {
            return None;
        }
        if dateline::is_date_line(text) {
            return Some(BlockKind::Dateline);
        }
        let is_author = self.data.authors.iter().any(|a| text.contains(a.as_str()));
        let by_mark = segment.has(BYLINE_MARK) && (byline::names_of_bare_line(text).is_some() || is_author);
        let by_words = byline::names_after_by(text).is_some() && !ends_like_a_sentence(text);
        let alone = is_author && text.len() < 80 && !ends_like_a_sentence(text);
        (by_mark || by_words || alone).then_some(BlockKind::Byline)
    }

    fn kind_in_body(&self, segment: &Segment) -> BlockKind {
        let text = segment.text.as_str();
        if self.guide.holds(text) == Some(true) {
            return story_kind(segment);
        }
        let sentence = ends_like_a_sentence(text);
        if segment.has(HEADING_MARK) {
            let linked = segment.link_density() > 0.5;
            return if linked { BlockKind::Boilerplate } else { BlockKind::Heading };
        }
        if segment.link_density() > 0.6 && !(sentence && text.len() > 120) {
            return BlockKind::Boilerplate;
        }
        if segment.has(DATE_MARK | BYLINE_MARK) && text.len() < 120 && !sentence {
            return BlockKind::Boilerplate;
        }
        match segment.name {
            P | PRE | TD | DD | DT => story_kind(segment),
            LI if sentence || text.len() > 40 || segment.linked == 0 => story_kind(segment),
            LI => BlockKind::Boilerplate,
            _ if (sentence && text.len() > 30) || text.len() > 80 || segment.has(QUOTE_MARK) => story_kind(segment),
            _ => BlockKind::Boilerplate,
        }
    }
}

fn story_kind(segment: &Segment) -> BlockKind {
    if segment.has(HEADING_MARK) {
        BlockKind::Heading
    } else if segment.has(ITEM) {
        BlockKind::ListItem
    } else {
        BlockKind::Paragraph
    }
}
