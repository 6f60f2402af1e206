//! Captions that no element holds whole: words under a picture that stand in no `figcaption`, and credits that stand
//! beside their caption. Each becomes one segment, so that text and credit stay together.

use super::classes::*;
use super::pictures::after;
use super::segments::Segment;
use super::tree::{
    A, BLOCKQUOTE, BODY, EMBED, FIGURE, HTML, IFRAME, IMG, MAIN, NONE, NOSCRIPT, NodeId, OBJECT, PICTURE, SVG, TABLE,
    Tree, VIDEO,
};
use crate::newsroom::credit;
use std::ops::Range;

/// How many levels above a picture its words are looked for.
const LEVELS: usize = 8;
/// Most segments under a picture: heading words, caption, credit.
const MOST_PIECES: usize = 3;
/// Longest caption, in bytes.
const LONGEST: usize = 700;
/// Words of classes that name the place of a picture.
const PICTURE_WORDS: [&str; 11] =
    ["image", "img", "picture", "photo", "figure", "foto", "bild", "gallery", "caption", "imagen", "photos"];

/// Marks the words under pictures as captions, then joins captions and credits. `volume` is the text in each element.
pub(super) fn gather(tree: &Tree<'_>, volume: &[u32], list: Vec<Segment>) -> Vec<Segment> {
    let mut list = list;
    list.iter_mut().filter(|s| s.has(IN_FIGURE) && !s.has(CAPTION_MARK)).for_each(|s| leave_bare_figure(tree, s));
    // The picture's box or figure of each segment; segments of one box may be joined.
    let mut boxes: Vec<NodeId> = list.iter().map(|s| figure_of(tree, s)).collect();
    for image in (0..tree.nodes.len() as NodeId).filter(|id| tree.name(*id) == IMG) {
        let Some(holder) = holder(tree, volume, image) else { continue };
        let pieces = pieces(tree, &list, holder);
        let known = list.get(pieces.clone()).unwrap_or(&[]);
        if known.len() <= MOST_PIECES && known.iter().all(|s| s.has(CAPTION_MARK)) {
            boxes.get_mut(pieces).into_iter().flatten().for_each(|place| *place = holder);
            continue;
        }
        if is_caption(tree, &list, holder, image, pieces.clone()) {
            for at in pieces {
                if let (Some(segment), Some(place)) = (list.get_mut(at), boxes.get_mut(at)) {
                    segment.marks = (segment.marks | CAPTION_MARK) & !UNLIKELY;
                    *place = holder;
                }
            }
        }
    }
    join(list, &boxes)
}

/// The figure around a segment of a caption, or [`NONE`].
fn figure_of(tree: &Tree<'_>, segment: &Segment) -> NodeId {
    if !segment.has(IN_FIGURE) {
        return NONE;
    }
    tree.ancestors(segment.first).find(|a| tree.name(*a) == FIGURE).unwrap_or(NONE)
}

/// Sites put letters to sign up for, quotations and tables into figures, too: no words of theirs are a caption.
fn leave_bare_figure(tree: &Tree<'_>, segment: &mut Segment) {
    let Some(figure) = tree.ancestors(segment.first).find(|a| tree.name(*a) == FIGURE) else { return };
    let inside = || figure..after(tree, figure);
    let shows = |id: NodeId| matches!(tree.name(id), IMG | VIDEO | IFRAME | PICTURE | OBJECT | NOSCRIPT | SVG | EMBED);
    if inside().any(shows) {
        return;
    }
    let told = |id: NodeId| matches!(tree.name(id), BLOCKQUOTE | TABLE);
    segment.marks &= !IN_FIGURE;
    if !inside().any(told) {
        segment.marks |= UNLIKELY;
    }
}

/// The nearest element around a picture that holds words; none if it is a link to another story or holds a story.
fn holder(tree: &Tree<'_>, volume: &[u32], image: NodeId) -> Option<NodeId> {
    let words = |id: NodeId| volume.get(id as usize).copied().unwrap_or(0);
    let found = tree.ancestors(image).skip(1).take(LEVELS).find(|a| words(*a) > 0)?;
    let is_small = words(found) as usize <= LONGEST;
    (is_small && !matches!(tree.name(found), A | BODY | HTML | MAIN | FIGURE)).then_some(found)
}

/// The segments whose words stand in `holder`.
fn pieces(tree: &Tree<'_>, list: &[Segment], holder: NodeId) -> Range<usize> {
    let end = after(tree, holder);
    list.partition_point(|s| s.first < holder)..list.partition_point(|s| s.first < end)
}

/// Whether the words of a picture's box are its caption: few, below the picture, no links or headings, and either the box
/// is named after pictures or the words end with a credit.
fn is_caption(tree: &Tree<'_>, list: &[Segment], holder: NodeId, image: NodeId, pieces: Range<usize>) -> bool {
    let apart = HIDDEN | HEADING_MARK | BYLINE_MARK | LINKED | IN_FIGURE;
    let inside = list.get(pieces).unwrap_or(&[]);
    let fits = |s: &Segment| !s.has(apart) && s.link_density() < 0.5 && s.first > image && s.text.len() > 2;
    let (Some(last), true) = (inside.last(), inside.len() <= MOST_PIECES && inside.iter().all(fits)) else {
        return false;
    };
    let ends_with_credit = match inside.len() {
        1 => credit::is_caption(&last.text),
        _ => credit::is_line(&last.text),
    };
    let is_furniture = inside.iter().any(|s| s.has(UNLIKELY));
    ends_with_credit || (!is_furniture && is_named_for_pictures(tree, holder))
}

fn is_named_for_pictures(tree: &Tree<'_>, element: NodeId) -> bool {
    let class = tree.attribute(element, "class").unwrap_or("").to_ascii_lowercase();
    // "absatzbild__info": German joins its words.
    let names = |word: &str| PICTURE_WORDS.contains(&word) || word.ends_with("bild");
    class.split(|c: char| !c.is_ascii_alphanumeric()).any(names)
}

/// Joins a caption with the credit before or behind it in the same box.
fn join(list: Vec<Segment>, boxes: &[NodeId]) -> Vec<Segment> {
    let mut out: Vec<(Segment, NodeId, bool)> = Vec::with_capacity(list.len());
    for (segment, place) in list.into_iter().zip(boxes) {
        let is_credit = *place != NONE && is_credit(&segment);
        match out.last_mut() {
            Some((before, its_place, was_credit))
                if *place != NONE && its_place == place && is_credit != *was_credit =>
            {
                append(before, segment, is_credit);
                // What is joined is whole: a second credit may follow, a second caption is another picture's.
                *was_credit = false;
            }
            _ => out.push((segment, *place, is_credit)),
        }
    }
    out.into_iter().map(|(segment, ..)| segment).collect()
}

/// Whether a segment is nothing but a credit.
fn is_credit(segment: &Segment) -> bool {
    let marked = segment.credit.as_ref().is_some_and(|c| (c.end - c.start) as usize * 4 >= segment.text.len() * 3);
    marked || credit::is_line(&segment.text)
}

/// Puts `other` behind `segment`, on a line of its own; one of the two is the credit.
fn append(segment: &mut Segment, other: Segment, other_is_credit: bool) {
    let before = segment.text.len() as u32;
    segment.text.push('\n');
    let by = segment.text.len() as u32;
    segment.text.push_str(&other.text);
    segment.linked += other.linked;
    segment.marks |= other.marks & (CAPTION_MARK | IN_FIGURE);
    let moved = |range: Range<u32>| range.start + by..range.end + by;
    segment.runs.extend(other.runs.into_iter().map(|(text, source)| (moved(text), source)));
    let added = if other_is_credit { by..segment.text.len() as u32 } else { 0..before };
    let known = segment.credit.take().unwrap_or(added.clone());
    segment.credit = Some(known.start.min(added.start)..known.end.max(added.end));
}

#[cfg(test)]
mod tests {
    use crate::ingest::read;
    use crate::model::BlockKind;

    fn captions(figure: &str) -> Vec<String> {
        let prose = "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>";
        let page =
            format!("<html><body><article><h1>Storm closes port</h1>{prose}{figure}{prose}</article></body></html>");
        let article = read(page.as_bytes(), "storm.html").unwrap();
        let blocks = article.blocks.iter().filter(|b| b.kind == BlockKind::Caption);
        blocks.map(|b| b.span.of(&article.text).replace('\n', " | ")).collect()
    }

    #[test]
    fn words_under_a_picture_are_its_caption() {
        for (figure, expected) in [
            (
                "<div><picture><img src=a.jpg></picture><div>Boats in port</div><div>Getty Images</div></div>",
                "Boats in port | Getty Images",
            ),
            (
                "<div class=image-box><span><img src=a.jpg></span><p>Boats in port</p><p>Image: Ana van Dahl</p></div>",
                "Boats in port | Image: Ana van Dahl",
            ),
            ("<div class=photo><img src=a.jpg><p>Boats in port</p></div>", "Boats in port"),
            ("<div><img src=a.jpg><p>Boats in port. Photo: Ana Ruiz</p></div>", "Boats in port. Photo: Ana Ruiz"),
        ] {
            assert_eq!(captions(figure), [expected], "{figure}");
        }
        for other in [
            "<div><img src=a.jpg><p>The ferries lay at the quay until noon, and nobody came.</p></div>",
            "<div class=image><a href=x><img src=a.jpg></a><a href=x>Five ports close after the storm</a></div>",
            "<div class=photo><img src=a.jpg><h3>Ana Ruiz</h3></div>",
            "<figure><h2>Sign up to the Harbour Post</h2><p>Our letter tells the main stories of the day.</p></figure>",
        ] {
            assert!(captions(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn a_credit_beside_its_caption_belongs_to_it() {
        for (figure, expected) in [
            (
                "<figure><img src=a><figcaption>Boats in port</figcaption><span class=credit>Ana Ruiz</span></figure>",
                "Boats in port | Ana Ruiz",
            ),
            (
                "<figure><img src=a><div>Photo: Harbour Post</div><figcaption>Boats in port.</figcaption></figure>",
                "Photo: Harbour Post | Boats in port.",
            ),
            (
                "<figure><img src=a><p>Boats in port</p><p>(Los Angeles Times)</p></figure>",
                "Boats in port | (Los Angeles Times)",
            ),
            (
                "<div class=image><img src=a><div class=caption>Boats in port</div><div class=credit>Ana Ruiz</div></div>",
                "Boats in port | Ana Ruiz",
            ),
        ] {
            assert_eq!(captions(figure), [expected], "{figure}");
        }
        let beside = "<div class=image><div><picture><img src=a></picture></div><div class=metadata>\
                      <div class=image__caption>Boats in port</div><figcaption class=credit>Ana Ruiz/AFP</figcaption></div></div>";
        assert_eq!(captions(beside), ["Boats in port | Ana Ruiz/AFP"]);
        let gallery =
            "<figure><img src=a><figcaption>Boats</figcaption><img src=b><figcaption>Ferries</figcaption></figure>";
        assert_eq!(captions(gallery), ["Boats", "Ferries"]);
    }

    #[test]
    fn a_picture_without_words_has_its_alternative_text_where_that_ends_with_a_credit() {
        assert_eq!(captions("<img src=a.jpg alt='Boats lie in the port. (AFP)'>"), ["Boats lie in the port. (AFP)"]);
        for other in [
            "<img src=a.jpg alt='Boats in the port'>",
            "<a href=x><img src=a.jpg alt='Boats lie in the port. (AFP)'></a>",
        ] {
            assert!(captions(other).is_empty(), "{other}");
        }
    }
}
