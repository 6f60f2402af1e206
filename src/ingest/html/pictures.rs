//! Pictures: which image a caption belongs to. Images are never fetched; a path stays a path, an address an address.

use super::parts::{Part, Words};
use super::segments::Segments;
use super::tree::{FIGURE, IMG, NONE, NodeId, Tree, decode};
use crate::model::BlockKind;

/// The picture of a caption.
#[derive(Debug)]
pub(super) struct Found {
    /// The caption's place among the parts.
    pub part: usize,
    pub location: String,
    pub alt: Option<String>,
}

/// How many levels above a caption its picture is looked for.
const LEVELS: usize = 5;

/// The pictures of all captions among `parts`.
pub(super) fn of(tree: &Tree<'_>, segments: &Segments, parts: &[Part]) -> Vec<Found> {
    let images: Vec<NodeId> = (0..tree.nodes.len() as NodeId).filter(|id| tree.name(*id) == IMG).collect();
    let captions = parts.iter().enumerate().filter(|(_, p)| p.kind == BlockKind::Caption);
    captions
        .filter_map(|(part, p)| {
            let Words::Segment { index, .. } = p.words else { return None };
            let image = image_of(tree, segments.list.get(index)?.block, &images)?;
            let alt = tree.attribute(image, "alt").map(|a| decode(a).trim().to_owned()).filter(|a| !a.is_empty());
            Some(Found { part, location: location(tree, image)?, alt })
        })
        .collect()
}

/// The last image before the caption in the nearest element that holds one, else the first after it.
fn image_of(tree: &Tree<'_>, caption: NodeId, images: &[NodeId]) -> Option<NodeId> {
    for above in tree.ancestors(caption).take(LEVELS) {
        let end = after(tree, above);
        let from = images.partition_point(|i| *i < above);
        let to = images.partition_point(|i| *i < end);
        let inside = images.get(from..to).unwrap_or(&[]);
        let before = inside.iter().rev().find(|i| **i < caption);
        if let Some(image) = before.or(inside.first()) {
            return Some(*image);
        }
        if tree.name(above) == FIGURE {
            return None;
        }
    }
    None
}

/// The first node behind the element's content: nodes are numbered in source order.
pub(super) fn after(tree: &Tree<'_>, node: NodeId) -> NodeId {
    let next = tree.ancestors(node).map(|a| tree.nodes.get(a as usize).map_or(NONE, |n| n.next)).find(|n| *n != NONE);
    next.unwrap_or(tree.nodes.len() as NodeId)
}

/// The image's address; lazy loaders keep it in other attributes.
fn location(tree: &Tree<'_>, image: NodeId) -> Option<String> {
    let real = |a: &&str| !a.trim().is_empty() && !a.starts_with("data:") && !a.contains("placeholder");
    let stated = ["src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset"]
        .iter()
        .filter_map(|name| tree.attribute(image, name))
        .find(real)?;
    let first = stated.split_whitespace().next().unwrap_or(stated);
    Some(decode(first).into_owned())
}

/// A picture's place: addresses as they are, paths joined lexically to the folder of the article's file.
pub(in crate::ingest) fn beside(article: &str, location: &str) -> String {
    if let Some(host) = location.strip_prefix("//") {
        return format!("https://{host}");
    }
    if location.is_empty() || location.contains("://") || location.starts_with("data:") || location.starts_with('/') {
        return location.to_owned();
    }
    let path = location.split(['?', '#']).next().unwrap_or(location);
    let folder = article.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split(['/', '\\']).collect();
    let decoded = percent_decoded(path);
    for step in decoded.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.len() > 1 || steps.first().is_some_and(|s| !s.is_empty() && *s != "..") => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    let joined = steps.join("/");
    if folder.is_empty() { joined.trim_start_matches('/').to_owned() } else { joined }
}

/// Saved pages write blanks and letters as `%20`; what is no valid UTF-8 stays as it is.
fn percent_decoded(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).filter(|_| *first == b'%').and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = tail.get(2..).unwrap_or(&[]);
            }
            None => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_joined_without_touching_files() {
        for (article, location, expected) in [
            ("news/storm.html", "storm_files/a%20b.jpg", "news/storm_files/a b.jpg"),
            ("news/storm.html", "../img/a.jpg?w=3", "img/a.jpg"),
            ("/n/storm.html", "./a.jpg", "/n/a.jpg"),
            ("storm.html", "a.jpg", "a.jpg"),
            ("storm.html", "//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
            ("storm.html", "https://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ] {
            assert_eq!(beside(article, location), expected, "{location}");
        }
    }
}
