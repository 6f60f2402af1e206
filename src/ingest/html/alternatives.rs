//! Pictures without words: where nothing stands under a picture of the story, the text that stands for it (`alt`) is its
//! caption, if it ends with a credit as captions do. Other such texts only describe what is seen.

use super::classes::*;
use super::pictures::after;
use super::segments::Segment;
use super::tree::{FIGURE, IMG, NodeId, Tree, decode};
use crate::newsroom::credit;

/// Fewest words of such a caption.
const FEWEST: usize = 4;
/// Most of them on a page: a hostile one must not cost more.
const MOST: usize = 60;
/// Longest, in bytes.
const LONGEST: usize = 600;

/// Adds such captions to the segments, in the order of the page; `marks` are those of each node.
pub(super) fn add(tree: &Tree<'_>, marks: &[Marks], list: Vec<Segment>) -> Vec<Segment> {
    let mut added: Vec<Segment> = Vec::new();
    for image in (0..tree.nodes.len() as NodeId).filter(|id| tree.name(*id) == IMG) {
        if added.len() == MOST {
            break;
        }
        let around = marks.get(image as usize).copied().unwrap_or(0);
        let Some(text) = tree.attribute(image, "alt").map(|alt| decode(alt).trim().to_owned()) else { continue };
        let parts = credit::part(&text, None);
        let told = parts.credit.is_some() && parts.text.of(&text).split_whitespace().count() >= FEWEST;
        let known = || {
            let known = |s: &Segment| s.text.contains(parts.text.of(&text));
            list.iter().any(known) || added.iter().any(known) || has_words(tree, &list, image)
        };
        if told && text.len() <= LONGEST && around & (HIDDEN | LINKED | UNLIKELY) == 0 && !known() {
            let marks = around | CAPTION_MARK;
            added.push(Segment { block: image, first: image, name: IMG, marks, text, ..Segment::default() });
        }
    }
    if added.is_empty() {
        return list;
    }
    let mut all = list;
    all.extend(added);
    all.sort_by_key(|segment| segment.first);
    all
}

/// Whether words stand in the picture's figure.
fn has_words(tree: &Tree<'_>, list: &[Segment], image: NodeId) -> bool {
    let Some(figure) = tree.ancestors(image).find(|a| tree.name(*a) == FIGURE) else { return false };
    let end = after(tree, figure);
    list.iter().any(|segment| (figure..end).contains(&segment.first))
}
