//! Markdown: CommonMark's block structure by pulldown-cmark, the text itself kept whole, so that every block is an
//! offset range of the file. Front matter is metadata.

use super::{claims, sniff};
use crate::model::{Article, Block, BlockKind, Picture, Span};
use crate::newsroom::{byline, credit, dateline, furniture};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Names the parts of `article.text`, a Markdown text.
pub(super) fn structure(article: &mut Article) {
    let text = std::mem::take(&mut article.text);
    let body = sniff::front_matter_end(&text).unwrap_or(0);
    let mut front = Front::default();
    let mut reader =
        Reader { text: &text, article, kind: None, depth: 0, item: None, images: Vec::new(), words: false };
    if body > 0 {
        front = reader.front_matter(Span::new(0, body));
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(text.get(body..).unwrap_or(""), options).into_offset_iter() {
        reader.event(event, Span::new(body + range.start, body + range.end));
    }
    // The front matter repeats what stands above the story: it counts where the story's own head is silent.
    if reader.article.headline.is_none() {
        reader.article.headline = front.title;
    }
    if reader.article.byline.is_empty() {
        reader.article.byline = front.authors;
    }
    reader.article.blocks.sort_by_key(|b| b.span);
    reader.drop_overlaps();
    article.text = text;
}

/// Places of the title and the authors in the front matter.
#[derive(Default)]
struct Front {
    title: Option<Span>,
    authors: Vec<Span>,
}

struct Reader<'a> {
    text: &'a str,
    article: &'a mut Article,
    /// The leaf block that is open.
    kind: Option<BlockKind>,
    depth: usize,
    /// Start of the innermost item whose text is not in a paragraph.
    item: Option<Span>,
    /// Images of the open block: the whole mark, address, title.
    images: Vec<(Span, String, String)>,
    /// Whether the open block has words outside images.
    words: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let title = level == HeadingLevel::H1 && self.article.headline.is_none();
                self.open(if title { BlockKind::Headline } else { BlockKind::Heading });
            }
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_)) => {
                let kind = if self.depth > 0 { BlockKind::ListItem } else { BlockKind::Paragraph };
                self.open(kind);
            }
            Event::Start(Tag::Table(_)) => self.open(BlockKind::Paragraph),
            Event::Start(Tag::Item) => self.depth += 1,
            Event::End(TagEnd::Item) => {
                self.depth = self.depth.saturating_sub(1);
                if self.item.take().is_some() {
                    self.push(BlockKind::ListItem, span);
                }
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.images.push((span, dest_url.to_string(), title.to_string()))
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table) => self.close(span),
            Event::Html(_) => {}
            Event::Text(words) | Event::Code(words) => {
                let in_image = self.images.last().is_some_and(|(image, ..)| image.contains(span));
                self.words |= !in_image && words.chars().any(char::is_alphanumeric);
                if self.kind.is_none() && self.depth > 0 {
                    self.item = Some(span);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.kind = Some(kind);
        self.images.clear();
        self.words = false;
    }

    fn close(&mut self, span: Span) {
        let Some(kind) = self.kind.take() else { return };
        let images = std::mem::take(&mut self.images);
        let inner = self.inner(kind, span);
        let words = inner.of(self.text);
        if !images.is_empty() && (!self.words || images.len() == 1 && is_under_image(self.text, &images, span)) {
            return self.captions(&images, span);
        }
        let story_seen = self.article.blocks.iter().any(|b| b.kind == BlockKind::Paragraph);
        let bare = words.trim_matches(['*', '_', ' ']);
        match kind {
            BlockKind::Headline => {
                self.article.headline = Some(inner.trim(self.text)).filter(|title| !title.is_empty());
                self.push(kind, inner);
            }
            BlockKind::Paragraph if furniture::is_furniture(bare) => self.push(BlockKind::Boilerplate, inner),
            BlockKind::Paragraph if !story_seen && dateline::is_date_line(bare) => {
                self.push(BlockKind::Dateline, inner)
            }
            BlockKind::Paragraph if !story_seen && self.is_byline(inner) => self.push(BlockKind::Byline, inner),
            BlockKind::Paragraph if credit::is_caption(bare) => self.push(BlockKind::Caption, inner),
            BlockKind::Paragraph => self.paragraph(inner),
            kind => self.push(kind, inner),
        }
    }

    fn paragraph(&mut self, span: Span) {
        let leads = self.article.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).count();
        let Some(found) = dateline::opening(span.of(self.text)).filter(|_| leads < 3) else {
            return self.push(BlockKind::Paragraph, span);
        };
        let cut = span.start + found.span.end;
        if let Some(agency) = found.agency
            && self.article.publisher.is_none()
        {
            self.article.publisher = Some(agency.of(span.of(self.text)).to_owned());
        }
        self.push(BlockKind::Dateline, Span { start: span.start, end: cut });
        self.push(BlockKind::Paragraph, Span { start: cut, end: span.end });
    }

    /// The words of a heading without its marks.
    fn inner(&self, kind: BlockKind, span: Span) -> Span {
        if !matches!(kind, BlockKind::Headline | BlockKind::Heading) {
            return span.trim(self.text);
        }
        let whole = span.of(self.text);
        let first = whole.lines().next().unwrap_or("");
        let marks = first.len() - first.trim_start_matches(['#', ' ', '\t']).len();
        let end = first.trim_end_matches(['#', ' ', '\t']).len().max(marks);
        Span { start: span.start + marks as u32, end: span.start + end as u32 }
    }

    /// A byline may be emphasised: `*By Ana Ruiz*`.
    fn is_byline(&mut self, span: Span) -> bool {
        let words = span.of(self.text);
        let bare = words.trim_matches(['*', '_', ' ']);
        let names = byline::names_after_by(bare).or_else(|| byline::names_of_bare_line(bare));
        let Some(names) = names.filter(|_| words.len() < 200) else { return false };
        let at = span.start + words.find(bare).unwrap_or(0) as u32;
        self.article.byline.extend(names.iter().map(|n| Span { start: n.start + at, end: n.end + at }));
        true
    }

    /// A block of images: its own words are the caption, else each image's title or alternative text.
    fn captions(&mut self, images: &[(Span, String, String)], block: Span) {
        for (index, (image, address, title)) in images.iter().enumerate() {
            let next = images.get(index + 1).map_or(block.end, |(next, ..)| next.start);
            let below = Span { start: image.end, end: next }.trim(self.text);
            let words = image.of(self.text);
            let inside = |part: &str| {
                let at = words.rfind(part)?;
                (!part.trim().is_empty())
                    .then(|| Span::new(image.start as usize + at, image.start as usize + at + part.len()))
            };
            let alt = words.strip_prefix("![").and_then(|w| w.split_once("](")).map_or("", |(alt, _)| alt);
            let caption = Some(below).filter(|b| b.len() > 2).or_else(|| inside(title)).or_else(|| inside(alt));
            let caption = caption.map(|span| trim_emphasis(span, self.text)).filter(|c| !c.is_empty());
            if let Some(span) = caption {
                self.push(BlockKind::Caption, span);
            }
            self.article.pictures.push(Picture {
                location: super::beside(&self.article.source.path, address),
                caption,
                alt: Some(alt.to_owned()).filter(|a| !a.is_empty()),
                credit: None,
            });
        }
    }

    fn push(&mut self, kind: BlockKind, span: Span) {
        let span = span.trim(self.text);
        if !span.is_empty() {
            self.article.blocks.push(Block { kind, span });
        }
    }

    /// Lists within items and the like: of blocks that overlap the first is kept.
    fn drop_overlaps(&mut self) {
        let mut end = 0;
        self.article.blocks.retain(|block| {
            let kept = block.span.start >= end;
            if kept {
                end = block.span.end;
            }
            kept
        });
    }

    /// `title`, `date`, `author`, `publisher` of simple YAML; the block itself is no story.
    fn front_matter(&mut self, span: Span) -> Front {
        self.push(BlockKind::Boilerplate, span);
        let mut front = Front::default();
        let mut start = 0;
        for line in span.of(self.text).split_inclusive('\n') {
            let at = start;
            start += line.len();
            let Some((key, value)) = line.split_once(':') else { continue };
            let raw = value.trim().trim_matches(['"', '\'']);
            let from = at + line.find(raw).unwrap_or(0);
            let place = Span::new(from, from + raw.len());
            match key.trim().to_ascii_lowercase().as_str() {
                "title" if !raw.is_empty() => front.title = Some(place),
                "author" | "authors" | "byline" if !raw.is_empty() => {
                    let names = byline::names_of_bare_line(raw).or_else(|| byline::names_after_by(raw));
                    let spans = names.unwrap_or_else(|| vec![Span::new(0, raw.len())]);
                    let moved = |n: Span| Span { start: n.start + from as u32, end: n.end + from as u32 };
                    front.authors.extend(spans.into_iter().map(moved));
                }
                "date" | "published" | "pubdate" | "publishdate" => {
                    self.article.date_claims.extend(claims::of_metadata(key.trim(), raw));
                }
                "publisher" | "source" | "site" => self.article.publisher = Some(raw.to_owned()),
                "url" | "link" | "canonical" if raw.contains("://") => {
                    self.article.date_claims.extend(claims::of_url(raw));
                    self.article.url = Some(raw.to_owned());
                }
                "lang" | "language" => self.article.language = raw.chars().take(2).collect::<String>().to_lowercase(),
                _ => {}
            }
        }
        front
    }
}

/// Whether a block is an image with its caption in the lines below it.
fn is_under_image(text: &str, images: &[(Span, String, String)], block: Span) -> bool {
    images.first().is_some_and(|(image, ..)| {
        let before = Span { start: block.start, end: image.start };
        let after = Span { start: image.end, end: block.end }.of(text);
        before.trim(text).is_empty() && after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r', '*', '_'])
    })
}

fn trim_emphasis(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let marks = ['*', '_', ' ', '\n', '\r', '\\'];
    let start = words.len() - words.trim_start_matches(marks).len();
    let end = words.trim_end_matches(marks).len().max(start);
    Span { start: span.start + start as u32, end: span.start + end as u32 }
}

#[cfg(test)]
mod tests {
    use crate::ingest::read;

    #[test]
    fn blocks_are_offsets_of_the_file() {
        let text = "---\ntitle: \"Storm closes port\"\nauthor: Ana Ruiz\ndate: 2024-03-05\n---\n\n# Storm closes port\n\n*By Ana Ruiz*\n\n![Boats](img/boats.jpg \"Boats in the port. Photo: Jo Park/Reuters\")\n\nThe river *rose* in the night.\n\n## What is next\n\n- one\n- two\n";
        let article = read(text.as_bytes(), "news/storm.md").unwrap();
        let blocks: Vec<String> =
            article.blocks.iter().map(|b| format!("{:?}: {}", b.kind, b.span.of(&article.text))).collect();
        assert_eq!(
            blocks,
            [
                "Boilerplate: ---\ntitle: \"Storm closes port\"\nauthor: Ana Ruiz\ndate: 2024-03-05\n---",
                "Headline: Storm closes port",
                "Byline: *By Ana Ruiz*",
                "Caption: Boats in the port. Photo: Jo Park/Reuters",
                "Paragraph: The river *rose* in the night.",
                "Heading: What is next",
                "ListItem: - one",
                "ListItem: - two",
            ]
        );
        assert_eq!(article.text, text);
        assert_eq!(article.pictures[0].location, "news/img/boats.jpg");
        assert_eq!(article.date_claims[0].at.to_string(), "2024-03-05 00:00:00");
    }
}
