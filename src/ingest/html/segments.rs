//! Segments: the page as a flat list of its block texts in reading order, each with the marks of the elements around
//! it. All later decisions are made on segments.

use super::alternatives;
use super::captions;
use super::classes::*;
use super::tree::{self, BODY, BR, DIV, HEAD, HTML, NONE, NodeId, P, TEXT, Tree};
use std::ops::Range;

/// A block of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Segment {
    /// The block element it stands in.
    pub block: NodeId,
    /// The first text node.
    pub first: NodeId,
    /// Element name of `block`.
    pub name: u8,
    /// The marks of all elements around it.
    pub marks: Marks,
    /// Decoded, runs of white space as one blank; no-break spaces stay.
    pub text: String,
    /// Which bytes of the decoded source each run of `text` came from.
    pub runs: Vec<(Range<u32>, Range<u32>)>,
    /// Bytes of `text` inside links.
    pub linked: usize,
    /// The part of `text` that elements mark as credit.
    pub credit: Option<Range<u32>>,
}

impl Segment {
    pub fn has(&self, marks: Marks) -> bool {
        self.marks & marks != 0
    }

    /// The share of the text that is links.
    pub fn link_density(&self) -> f32 {
        self.linked as f32 / self.text.len().max(1) as f32
    }

    /// Whether it is running text by itself: long enough and not links.
    pub fn is_prose(&self) -> bool {
        !self.has(HIDDEN | CAPTION_MARK | HEADING_MARK | UNLIKELY)
            && self.link_density() < 0.4
            && (self.text.len() >= 80 || (self.name == P && self.text.len() >= 25))
    }
}

/// A page's segments with the marks of its elements.
pub(super) struct Segments {
    pub list: Vec<Segment>,
    /// Marks of each node itself.
    pub own: Vec<Marks>,
}

/// Marks that pass from an element to what is inside it.
const INHERITED: Marks = HIDDEN
    | LINKED
    | UNLIKELY
    | CAPTION_MARK
    | CREDIT_MARK
    | IN_FIGURE
    | BYLINE_MARK
    | HEADING_MARK
    | TITLE_MARK
    | ITEM
    | LEAD_MARK
    | DATE_MARK
    | QUOTE_MARK;
/// An element that holds this share of the page's text is not passed over for its class.
const MOST_OF_PAGE: f32 = 0.4;
/// A consent dialog may hold more text than a short story; what holds more than this share is no dialog.
const NEARLY_ALL_OF_PAGE: f32 = 0.9;
/// Longest text of a byline, date, lead or credit element, in bytes: longer ones are containers named by accident.
const LONGEST_LABELLED: u32 = 700;

/// Cuts a page into segments.
pub(super) fn cut(tree: &Tree<'_>) -> Segments {
    let own: Vec<Marks> = (0..tree.nodes.len() as NodeId)
        .map(|id| if matches!(tree.name(id), TEXT | BR) { 0 } else { of(tree, id) })
        .collect();
    let volume = volumes(tree, &own);
    let marks = inherit(tree, &own, &volume);
    let mut cutter = Cutter {
        tree,
        marks: &marks,
        own: &own,
        list: Vec::new(),
        current: Segment::default(),
        breaks: 0,
        inner: 0,
        holder: NONE,
        block_of: block_of(tree, &own),
    };
    for id in 0..tree.nodes.len() as NodeId {
        cutter.visit(id);
    }
    cutter.flush();
    let list = alternatives::add(tree, &marks, captions::gather(tree, &volume, cutter.list));
    Segments { list, own }
}

/// Bytes of visible text in each element.
fn volumes(tree: &Tree<'_>, own: &[Marks]) -> Vec<u32> {
    let mut volume = vec![0u32; tree.nodes.len()];
    for id in (1..tree.nodes.len()).rev() {
        let node = tree.nodes.get(id);
        let mine = match node {
            Some(n) if n.name == TEXT => tree.text(id as NodeId).trim().len() as u32,
            _ => volume.get(id).copied().unwrap_or(0),
        };
        let hidden = own.get(id).is_some_and(|m| m & (HIDDEN | LINKED) != 0);
        if let Some(parent) = node.and_then(|n| volume.get_mut(n.parent as usize))
            && !hidden
        {
            *parent = parent.saturating_add(mine);
        }
    }
    volume
}

fn inherit(tree: &Tree<'_>, own: &[Marks], volume: &[u32]) -> Vec<Marks> {
    let total = volume.first().copied().unwrap_or(0);
    // Where a link that never ends holds everything, it says nothing about any text.
    let ignored = if total == 0 { LINKED } else { 0 };
    let total = total.max(1) as f32;
    let mut marks: Vec<Marks> = Vec::with_capacity(own.len());
    for (id, node) in tree.nodes.iter().enumerate() {
        let mut mine = own.get(id).copied().unwrap_or(0) & !ignored;
        let size = volume.get(id).copied().unwrap_or(0);
        let most = if mine & CONSENT_MARK == 0 { MOST_OF_PAGE } else { NEARLY_ALL_OF_PAGE };
        if size as f32 > total * most || matches!(node.name, HTML | BODY) {
            mine &= !(UNLIKELY | HIDDEN);
        }
        if node.name == HEAD {
            mine |= HIDDEN;
        }
        if size > LONGEST_LABELLED {
            mine &= !(BYLINE_MARK | DATE_MARK | LEAD_MARK | CREDIT_MARK | CAPTION_MARK);
        }
        let above = if node.parent == NONE { 0 } else { marks.get(node.parent as usize).copied().unwrap_or(0) };
        marks.push(mine | (above & INHERITED));
    }
    marks
}

/// The block element around each node; elements of a class for captions are blocks, too.
fn block_of(tree: &Tree<'_>, own: &[Marks]) -> Vec<NodeId> {
    let mut blocks: Vec<NodeId> = Vec::with_capacity(own.len());
    for (id, node) in tree.nodes.iter().enumerate() {
        let above = blocks.get(node.parent as usize).copied().unwrap_or(0);
        let is_block = tree::is_block(node.name)
            || own
                .get(id)
                .is_some_and(|m| m & (CAPTION_MARK | BYLINE_MARK) != 0 && node.name != TEXT && m & LINKED == 0);
        blocks.push(if is_block { id as NodeId } else { above });
    }
    blocks
}

/// Whether two elements' words touch only because style parts them on the screen: "<b>Toilets</b>In the street …".
fn is_glued(before: &str, raw: &str) -> bool {
    let word = before.chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let sentence = before.len() > 3 && before.ends_with('.');
    (word || sentence) && raw.starts_with(char::is_uppercase)
}

struct Cutter<'t, 'a> {
    tree: &'t Tree<'a>,
    marks: &'t [Marks],
    own: &'t [Marks],
    list: Vec<Segment>,
    current: Segment,
    breaks: usize,
    /// The innermost block of the text before: a caption holds several.
    inner: NodeId,
    /// The element of the text before.
    holder: NodeId,
    block_of: Vec<NodeId>,
}

impl Cutter<'_, '_> {
    fn visit(&mut self, id: NodeId) {
        let name = self.tree.name(id);
        if name == BR {
            self.breaks += 1;
            return;
        }
        if name != TEXT {
            return;
        }
        let parent = self.tree.parent(id);
        let marks = self.marks.get(parent as usize).copied().unwrap_or(0);
        if marks & HIDDEN != 0 || self.tree.name(parent) == tree::TITLE {
            return;
        }
        let block = self.unit(parent);
        let inner = self.block_of.get(parent as usize).copied().unwrap_or(0);
        let raw = self.tree.text(id);
        if self.current.block != block || self.breaks >= 2 {
            if raw.trim().is_empty() {
                return;
            }
            self.flush();
            self.current.block = block;
            self.current.first = id;
            self.current.name = self.tree.name(block);
            self.current.marks = self.marks.get(block as usize).copied().unwrap_or(0);
        } else if self.breaks == 1 || (inner != self.inner && !raw.trim().is_empty()) {
            self.separate('\n');
        } else if parent != self.holder && marks & TITLE_MARK == 0 && is_glued(&self.current.text, raw) {
            self.separate(' ');
        }
        if !raw.trim().is_empty() {
            self.inner = inner;
            self.holder = parent;
        }
        // A link to who wrote the story makes its line a byline.
        let own = self.own.get(parent as usize).copied().unwrap_or(0);
        if own & LINKED != 0 && own & BYLINE_MARK != 0 {
            self.current.marks |= BYLINE_MARK;
        }
        self.breaks = 0;
        self.append(raw, id, marks);
    }

    /// A caption's inner blocks make one segment with it: text and credit belong together.
    fn unit(&self, parent: NodeId) -> NodeId {
        let block = self.block_of.get(parent as usize).copied().unwrap_or(0);
        let caption = self.tree.ancestors(block).take(4).filter(|a| {
            let marks = self.marks.get(*a as usize).copied().unwrap_or(0);
            marks & CAPTION_MARK != 0 && self.own.get(*a as usize).is_some_and(|m| m & CAPTION_MARK != 0)
        });
        caption.last().unwrap_or(block)
    }

    fn separate(&mut self, mark: char) {
        if self.current.text.ends_with([' ', '\n']) {
            self.current.text.pop();
        }
        if !self.current.text.is_empty() {
            self.current.text.push(mark);
        }
    }

    fn append(&mut self, raw: &str, id: NodeId, marks: Marks) {
        let decoded = tree::decode(raw);
        let text = &mut self.current.text;
        let before = text.len();
        let mut blank = text.is_empty() || text.ends_with([' ', '\n']);
        for c in decoded.chars() {
            if matches!(c, ' ' | '\n' | '\r' | '\t' | '\x0c') {
                if !blank {
                    text.push(' ');
                }
                blank = true;
            } else {
                text.push(c);
                blank = false;
            }
        }
        let range = before as u32..text.len() as u32;
        let length = text.len() - before;
        if length == 0 {
            return;
        }
        if marks & LINKED != 0 {
            self.current.linked += length;
        }
        if marks & CREDIT_MARK != 0 && !raw.trim().is_empty() {
            let start = self.current.credit.as_ref().map_or(range.start, |c| c.start);
            self.current.credit = Some(start..range.end);
        }
        if let Some(node) = self.tree.nodes.get(id as usize) {
            self.current.runs.push((range, node.source.clone()));
        }
    }

    fn flush(&mut self) {
        let mut segment = std::mem::take(&mut self.current);
        let kept = segment.text.trim_end().len();
        segment.text.truncate(kept);
        self.breaks = 0;
        let lead = segment.text.len() - segment.text.trim_start().len();
        if !segment.text.is_empty() && lead < segment.text.len() {
            for (text, _) in &mut segment.runs {
                text.end = text.end.min(kept as u32);
            }
            segment.runs.retain(|(text, _)| text.start < text.end);
            self.list.push(segment);
        }
        self.current.name = DIV;
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::read;
    use crate::model::BlockKind;

    fn page(inside: &str) -> crate::model::Article {
        let prose = "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>";
        let page =
            format!("<html><body><article><h1>Storm closes port</h1>{inside}{prose}{prose}</article></body></html>");
        read(page.as_bytes(), "storm.html").unwrap()
    }

    #[test]
    fn words_that_style_alone_parts_do_not_touch() {
        for (inside, expected) in [
            ("<p><b>Toilets</b>In the street behind the quay the water stood high.</p>", "Toilets In the street"),
            (
                "<p>It was a <b>Mc</b>Lund and an <i>i</i>Boat that lay at the quay all day.</p>",
                "a McLund and an iBoat",
            ),
            ("<p>The <b>t</b>ide came in at noon and stood high behind the quay.</p>", "The tide came in"),
        ] {
            let text = page(inside).text;
            assert!(text.contains(expected), "{text}");
        }
    }

    #[test]
    fn a_link_to_the_author_makes_a_byline() {
        let head = "<div class=meta><a rel=author href=/ana>Ana Ruiz</a> in Lund</div>";
        let article = page(head);
        let names: Vec<&str> = article.byline.iter().map(|span| span.of(&article.text)).collect();
        assert_eq!(names, ["Ana Ruiz"]);
        assert!(article.blocks.iter().any(|b| b.kind == BlockKind::Byline));
    }
}
