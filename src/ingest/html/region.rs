//! The article's region: which segments of a page belong to the story's part of it.
//!
//! After Readability (Arc90): prose weighs, containers inherit its weight, and the walk goes down from the body as long
//! as one child holds nearly all of it. Containers that their class names as the story's are preferred.

use super::classes::{BODY_HINT, CAPTION_MARK, HEADING_MARK, HIDDEN, TITLE_MARK, UNLIKELY};
use super::segments::{Segment, Segments};
use super::tree::{NONE, NodeId, Tree};
use crate::newsroom::{ends_like_a_sentence, furniture::is_furniture};
use std::ops::Range;

/// A child with this share of its parent's weight stands for it.
const NEARLY_ALL: f32 = 0.75;
/// A container named as the story's must hold this share of the page's prose.
const FAIR_SHARE: f32 = 0.35;
/// One paragraph weighs no more than this.
const HEAVIEST: usize = 1500;

/// Where the story is, as indexes of segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Region {
    /// The title's segment, if it stands before the story.
    pub title: Option<usize>,
    /// From the title (or the story's start) to the story's end.
    pub all: Range<usize>,
    /// The story.
    pub body: Range<usize>,
}

/// Finds the region. `titles` are the metadata's candidates for the title.
pub(super) fn find(tree: &Tree<'_>, segments: &Segments, is_title: impl Fn(&str) -> bool) -> Option<Region> {
    let container = descend(tree, segments, &weigh(tree, segments, Segment::is_prose))
        .or_else(|| descend(tree, segments, &weigh(tree, segments, is_sentence)))?;
    let inside = |segment: &Segment| tree.ancestors(segment.block).any(|a| a == container);
    let first = segments.list.iter().position(inside)?;
    let last = segments.list.iter().rposition(inside)?;
    let mut body = first..last + 1;
    let title = title_of(segments, &body, is_title);
    if let Some(at) = title
        && body.contains(&at)
    {
        body.start = at + 1;
    }
    let start = title.map_or(body.start, |at| at.min(body.start));
    Some(Region { title, all: start..body.end, body })
}

/// Whether a short text tells something: all that a page without longer prose can offer.
fn is_sentence(segment: &Segment) -> bool {
    !segment.has(HIDDEN | CAPTION_MARK | HEADING_MARK | UNLIKELY)
        && segment.link_density() < 0.4
        && segment.text.split(' ').count() > 3
        && ends_like_a_sentence(&segment.text)
        && !is_furniture(&segment.text)
}

/// The prose in each element.
fn weigh(tree: &Tree<'_>, segments: &Segments, is_prose: impl Fn(&Segment) -> bool) -> Vec<f32> {
    let mut weights = vec![0f32; tree.nodes.len()];
    for segment in segments.list.iter().filter(|s| is_prose(s)) {
        let weight = segment.text.len().min(HEAVIEST) as f32 * (1.0 - segment.link_density());
        if let Some(own) = weights.get_mut(segment.block as usize) {
            *own += weight;
        }
    }
    for id in (1..tree.nodes.len()).rev() {
        let weight = weights.get(id).copied().unwrap_or(0.0);
        if weight > 0.0
            && let Some(parent) = weights.get_mut(tree.parent(id as NodeId) as usize)
        {
            *parent += weight;
        }
    }
    weights
}

fn descend(tree: &Tree<'_>, segments: &Segments, weights: &[f32]) -> Option<NodeId> {
    let weight = |id: NodeId| weights.get(id as usize).copied().unwrap_or(0.0);
    let total = weight(0);
    if total <= 0.0 {
        return None;
    }
    let mut at: NodeId = 0;
    loop {
        let mut child = tree.nodes.get(at as usize)?.first_child;
        let mut best: Option<NodeId> = None;
        while child != NONE {
            if best.is_none_or(|b| weight(child) > weight(b)) {
                best = Some(child);
            }
            child = tree.nodes.get(child as usize)?.next;
        }
        match best.filter(|b| weight(*b) >= weight(at) * NEARLY_ALL && !is_paragraph_like(segments, *b)) {
            Some(best) => at = best,
            None => break,
        }
    }
    // A named container below (or around) decides where the structure leaves doubt.
    let named = (0..tree.nodes.len() as NodeId)
        .filter(|id| segments.own.get(*id as usize).is_some_and(|m| m & BODY_HINT != 0 && m & UNLIKELY == 0))
        .filter(|id| weight(*id) >= total * FAIR_SHARE)
        .max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(a.cmp(b)));
    match named {
        Some(named) if tree.ancestors(named).any(|a| a == at) => Some(named),
        _ => Some(at),
    }
}

/// A container of one paragraph is no container.
fn is_paragraph_like(segments: &Segments, node: NodeId) -> bool {
    segments.list.iter().any(|s| s.block == node && s.is_prose())
}

/// The title's segment: a main heading or a text that equals a stated title, nearest above the story.
fn title_of(segments: &Segments, body: &Range<usize>, is_title: impl Fn(&str) -> bool) -> Option<usize> {
    let before = |limit: usize| segments.list.iter().enumerate().take(limit).rev();
    let near = body.start + 6;
    before(near)
        .find(|(_, s)| s.has(TITLE_MARK) && is_title(&s.text))
        .or_else(|| before(near).find(|(_, s)| s.has(HEADING_MARK) && is_title(&s.text)))
        .or_else(|| before(near).find(|(_, s)| s.has(TITLE_MARK) && s.text.len() > 15))
        .or_else(|| before(near).find(|(_, s)| is_title(&s.text)))
        .map(|(at, _)| at)
        .filter(|at| body.start.saturating_sub(*at) < 60)
}
