//! Plain text: headline, byline, date line, captions, headings and furniture are told from paragraphs by their form,
//! since nothing marks them.

use super::lines::{self, Line};
use crate::model::{Article, Block, BlockKind, Span};
use crate::newsroom::{byline, credit, dateline, ends_like_a_sentence, furniture, picture};

/// Longest headline, in bytes.
const LONGEST_HEADLINE: usize = 240;
/// Longest headline that asks or calls out, in words.
const LONGEST_QUESTION: usize = 20;
/// Longest heading, in bytes.
const LONGEST_HEADING: usize = 90;
/// Longest caption, in bytes.
const LONGEST_CAPTION: usize = 1000;
/// How many paragraphs may open with a dateline.
const LEADS: usize = 3;

/// Names the parts of `article.text`. A headline that the source states itself is already in `article.headline`.
pub(super) fn structure(article: &mut Article) {
    let text = std::mem::take(&mut article.text);
    let lines = lines::logical_lines(&text);
    let mut reader = Reader { text: &text, lines: &lines, article, paragraphs: 0, titled: false };
    reader.titled = reader.article.headline.is_some();
    for index in 0..lines.len() {
        reader.read(index);
    }
    mark_trailing_links(&mut article.blocks);
    article.text = text;
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Line],
    article: &'a mut Article,
    paragraphs: usize,
    titled: bool,
}

impl Reader<'_> {
    fn read(&mut self, index: usize) {
        let Some(line) = self.lines.get(index).copied() else { return };
        let words = line.span.of(self.text);
        match self.kind_of(index, words) {
            BlockKind::Headline => self.headline(line.span),
            BlockKind::Byline => self.byline(line.span),
            BlockKind::Paragraph => self.paragraph(line.span),
            kind => self.push(kind, line.span),
        }
    }

    fn kind_of(&self, index: usize, words: &str) -> BlockKind {
        let in_head = self.paragraphs == 0;
        if self.article.headline.is_some_and(|title| self.lines.get(index).is_some_and(|l| l.span.overlaps(title))) {
            return BlockKind::Headline;
        }
        if furniture::is_furniture(words) {
            return BlockKind::Boilerplate;
        }
        if in_head {
            if dateline::is_date_line(words) {
                return BlockKind::Dateline;
            }
            if byline::names_after_by(words).is_some() && !ends_like_a_sentence(words) {
                return BlockKind::Byline;
            }
            if !self.titled && self.article.headline.is_none() && self.is_headline(index, words) {
                return BlockKind::Headline;
            }
            if self.article.headline.is_some() && byline::names_of_bare_line(words).is_some() {
                return BlockKind::Byline;
            }
        }
        self.kind_in_body(index, words)
    }

    fn kind_in_body(&self, index: usize, words: &str) -> BlockKind {
        if self.is_caption(words) || self.follows_label() {
            BlockKind::Caption
        } else if is_list_item(words) {
            BlockKind::ListItem
        } else if self.is_heading(index, words) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        }
    }

    /// The first line, if it is short, no sentence, and not all there is.
    fn is_headline(&self, index: usize, words: &str) -> bool {
        // Nobody asks a whole paragraph in a headline.
        let is_long = words.ends_with(['?', '!']) && words.split_whitespace().count() > LONGEST_QUESTION;
        let is_sentence = is_long || words.ends_with('.') && ends_like_a_sentence(words);
        let is_kicker = words.split_whitespace().count() <= 2 && self.next_is_headline(index);
        words.len() <= LONGEST_HEADLINE
            && index + 1 < self.lines.len()
            && (!is_sentence || self.next_is_byline(index))
            && !is_kicker
            && !words.ends_with([',', ';'])
            && words.chars().any(char::is_alphabetic)
            && !words.starts_with(char::is_lowercase)
            && dateline::opening(words).is_none()
            && !self.is_caption(words)
            && !is_list_item(words)
    }

    /// "She rowed a thousand miles. The boat got famous." above "By Ana Ruiz".
    fn next_is_byline(&self, index: usize) -> bool {
        let next = self.lines.get(index + 1).map_or("", |line| line.span.of(self.text));
        byline::names_after_by(next).is_some() && !ends_like_a_sentence(next)
    }

    fn next_is_headline(&self, index: usize) -> bool {
        self.lines.get(index + 1).is_some_and(|next| {
            let words = next.span.of(self.text);
            words.split_whitespace().count() >= 4
                && words.len() <= 140
                && !ends_like_a_sentence(words)
                && byline::names_after_by(words).is_none()
                && !dateline::is_date_line(words)
        })
    }

    /// A short line between paragraphs that does not end like a sentence.
    fn is_heading(&self, index: usize, words: &str) -> bool {
        let next = self.lines.get(index + 1).map_or("", |l| l.span.of(self.text));
        words.len() <= LONGEST_HEADING
            && words.split_whitespace().count() <= 12
            && !words.ends_with(['.', ',', ';', ':', '!', '…', '”', '"', '’', '\'', ')', '-', '—'])
            && words.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"‘'¿".contains(c))
            && words.chars().any(char::is_alphabetic)
            && (next.len() > words.len() || next.is_empty())
    }

    fn is_caption(&self, words: &str) -> bool {
        if words.len() > LONGEST_CAPTION {
            return false;
        }
        let title = self.article.headline.map(|span| span.of(self.text));
        picture::marker(words, title).is_some() || credit::is_caption(words)
    }

    /// "Image caption,": a label on a line of its own, which the caption follows.
    fn follows_label(&self) -> bool {
        let last = self.article.blocks.last().filter(|block| block.kind == BlockKind::Caption);
        last.is_some_and(|label| label.span.of(self.text).trim_end_matches([',', ':']).ends_with("mage caption"))
    }

    /// "Image source, Reuters" above "Image caption, The port": the block that the line goes on with.
    fn open_caption(&mut self) -> Option<&mut Block> {
        let last = self.article.blocks.last_mut().filter(|block| block.kind == BlockKind::Caption)?;
        let words = last.span.of(self.text);
        let source = words.get(..13).is_some_and(|head| head.eq_ignore_ascii_case("image source,"));
        let open = source && credit::part(words, None).text.is_empty() || words.ends_with("mage caption,");
        (open && words.len() < LONGEST_CAPTION).then_some(last)
    }

    fn headline(&mut self, span: Span) {
        self.article.headline.get_or_insert(span);
        self.titled = true;
        self.push(BlockKind::Headline, span);
    }

    /// A byline may share its line with a date: "By Ana Ruiz | September 16, 2008".
    fn byline(&mut self, span: Span) {
        let words = span.of(self.text);
        let mut start = span.start as usize;
        for part in words.split('|') {
            let part_span = Span::new(start, start + part.len()).trim(self.text);
            start += part.len() + 1;
            if part_span.is_empty() {
                continue;
            }
            let part = part_span.of(self.text);
            if dateline::is_date_line(part) {
                self.push(BlockKind::Dateline, part_span);
                continue;
            }
            // "By Ana Ruiz | Harbour Beat": an outlet stands behind the bar.
            let outlet = !self.article.byline.is_empty() && byline::after_by(part).is_none();
            let names = || byline::names_after_by(part).or_else(|| byline::names_of_bare_line(part));
            let names = if outlet { Vec::new() } else { names().unwrap_or_default() };
            let at = part_span.start;
            self.article.byline.extend(names.iter().map(|n| Span { start: n.start + at, end: n.end + at }));
            self.push(BlockKind::Byline, part_span);
        }
    }

    /// A lead's dateline is a block of its own, so that the sentence begins with its first word.
    fn paragraph(&mut self, span: Span) {
        self.paragraphs += 1;
        let words = span.of(self.text);
        let opening = dateline::opening(words).filter(|_| self.paragraphs <= LEADS);
        let Some(found) = opening else { return self.push(BlockKind::Paragraph, span) };
        let end = span.start + found.span.end;
        if let Some(agency) = found.agency
            && self.article.publisher.is_none()
        {
            self.article.publisher = Some(agency.of(words).to_owned());
        }
        self.push(BlockKind::Dateline, Span { start: span.start, end });
        self.push(BlockKind::Paragraph, Span { start: end, end: span.end }.trim(self.text));
    }

    fn push(&mut self, kind: BlockKind, span: Span) {
        if kind == BlockKind::Caption
            && let Some(open) = self.open_caption()
        {
            open.span.end = span.end;
            return;
        }
        if !span.is_empty() {
            self.article.blocks.push(Block { kind, span });
        }
    }
}

/// "- item", "• item", "1. item", "a) item".
pub(super) fn is_list_item(words: &str) -> bool {
    let marks = ["- ", "* ", "• ", "· ", "‣ ", "▪ ", "● ", "– ", "•\t", "-\t"];
    if marks.iter().any(|mark| words.starts_with(mark)) {
        return true;
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..).unwrap_or("");
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// After the last paragraph, furniture and the short lines behind it are links to other stories.
fn mark_trailing_links(blocks: &mut [Block]) {
    let is_story = |b: &Block| b.kind.is_story();
    let tail = blocks.iter().rposition(is_story).map_or(0, |at| at + 1);
    let Some(tail) = blocks.get_mut(tail..) else { return };
    let first = tail.iter().position(|b| b.kind == BlockKind::Boilerplate).unwrap_or(tail.len());
    for block in tail.iter_mut().skip(first).filter(|b| b.kind == BlockKind::Heading) {
        block.kind = BlockKind::Boilerplate;
    }
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
