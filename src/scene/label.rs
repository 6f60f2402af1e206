//! Labels: the words beside a mark, as wide as they may be, with what the mark alone would not say.

use super::{Anchor, ColourRole, Point, Shape, Text, TextMeasure, shorten};
use crate::model::Modality;
use crate::timeline::Item;

/// No label is wider when rows are packed.
pub(super) const LABEL_MAX_PX: f32 = 300.0;
/// Font size of labels.
pub(super) const LABEL_PX: f32 = 13.0;
const SUFFIX_PX: f32 = 12.0;
const SUFFIX_GAP_PX: f32 = 6.0;
/// Items at least this salient are set in bold.
const BOLD_SALIENCE: f32 = 0.85;

/// A label, measured.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    words: String,
    words_px: f32,
    suffix: &'static str,
    is_bold: bool,
    /// The title did not fit whole.
    pub is_shortened: bool,
    /// Width of all of it.
    pub width_px: f32,
}

impl Label {
    /// The label of `item`, at most `max_px` wide.
    ///
    /// Among few, the salient ones are set in bold.
    pub(super) fn new(
        item: &Item,
        is_selected: bool,
        is_among_few: bool,
        max_px: f32,
        measure: &dyn TextMeasure,
    ) -> Self {
        let suffix = suffix(item.modality);
        let suffix_px =
            if suffix.is_empty() { 0.0 } else { SUFFIX_GAP_PX + measure.width_px(suffix, SUFFIX_PX, false) };
        // Selecting must not move anything, so every label has the room that it needs in bold.
        let bold_words = shorten(&item.title, max_px - suffix_px, LABEL_PX, true, measure);
        let words_px = measure.width_px(&bold_words, LABEL_PX, true);
        let is_bold = is_selected || (is_among_few && item.salience >= BOLD_SALIENCE);
        let is_shortened = *bold_words != *item.title;
        Self { words: bold_words, words_px, suffix, is_bold, is_shortened, width_px: words_px + suffix_px }
    }

    /// The label's shapes in its room from `at` on: at its begin, or at its end.
    pub(super) fn shapes(&self, at: Point, is_at_end: bool, measure: &dyn TextMeasure) -> Vec<Shape> {
        let words_px = if self.is_bold { self.words_px } else { measure.width_px(&self.words, LABEL_PX, false) };
        let at = if is_at_end { Point::new(at.x + self.words_px - words_px, at.y) } else { at };
        let mut shapes = vec![text(at, self.words.clone(), LABEL_PX, self.is_bold, ColourRole::Text)];
        if !self.suffix.is_empty() {
            let at = Point::new(at.x + words_px + SUFFIX_GAP_PX, at.y);
            shapes.push(text(at, self.suffix.to_owned(), SUFFIX_PX, false, ColourRole::TextMuted));
        }
        shapes
    }
}

/// Words that start at `at`.
pub(super) fn text(at: Point, words: String, size: f32, bold: bool, role: ColourRole) -> Shape {
    Shape::Text(Text { at, anchor: Anchor::Start, words, size, bold, role, opacity: 1.0 })
}

/// What is said of an event that is not said to have happened.
pub(super) fn suffix(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "",
        Modality::Planned => "planned",
        Modality::Hypothetical => "possible",
        Modality::Negated => "did not happen",
    }
}
