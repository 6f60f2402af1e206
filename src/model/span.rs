//! A span is a half-open range of bytes of an article's text: the address of every record.
//!
//! Bytes are what Rust slices by; people and JSON count Unicode code points, and [`CodePoints`] translates.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of an article's text, both ends on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `start..end`. Texts are limited to 4 GiB; larger offsets saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The bytes as a range, to slice with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` that this span names; empty if the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span names no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span around both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Translates byte offsets of one text into code point offsets and back.
///
/// Keeps the code point count at every 256th byte, so a look-up reads at most 256 bytes; ASCII texts need none.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before byte `256 * i`; empty for ASCII text.
    marks: Vec<u32>,
}

const STRIDE: usize = 256;

fn is_char_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl<'a> CodePoints<'a> {
    /// Indexes `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                marks.push(count);
                count += chunk.iter().filter(|b| is_char_start(**b)).count() as u32;
            }
        }
        Self { text, marks }
    }

    /// The number of code points before byte `offset` (clamped to the text's end).
    pub fn from_byte(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let Some(mark) = self.marks.get(offset / STRIDE).or(self.marks.last()) else {
            return offset;
        };
        let from = (offset / STRIDE).min(self.marks.len() - 1) * STRIDE;
        *mark as usize + self.text.as_bytes()[from..offset].iter().filter(|b| is_char_start(**b)).count()
    }

    /// The code point range of a byte span: start inclusive, end exclusive.
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.from_byte(span.start as usize), self.from_byte(span.end as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        for text in ["", "plain", "Chia sẻ — ảnh 1", &"é—日".repeat(300), &"a".repeat(600)] {
            let points = CodePoints::new(text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(points.from_byte(byte), count);
            }
            assert_eq!(points.from_byte(text.len()), text.chars().count());
            assert_eq!(points.from_byte(text.len() + 9), text.chars().count());
        }
    }

    #[test]
    fn trim_drops_outer_white_space_only() {
        assert_eq!(Span::new(0, 7).trim(" a  b  "), Span::new(1, 5));
        assert_eq!(Span::new(0, 3).trim("   ").len(), 0);
    }
}
