//! Measuring words: labels are placed by the width that the bundled font gives them, the same on screen and in print.

use skrifa::{FontRef, MetadataProvider, instance::LocationRef, prelude::Size};
use std::sync::LazyLock;

/// The bundled font, Noto Sans (SIL Open Font License): Latin with Vietnamese, Greek, Cyrillic.
pub const FONT_REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
/// Its bold face.
pub const FONT_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
/// Its family name, as pictures name it.
pub const FONT_FAMILY: &str = "Noto Sans";

/// Tells how wide words will be.
pub trait TextMeasure {
    /// Width in pixels of `words` at `size_px`.
    fn width_px(&self, words: &str, size_px: f32, bold: bool) -> f32;
}

/// Measures by the advance widths of the bundled font.
#[derive(Clone, Copy, Debug, Default)]
pub struct FontMeasure;

impl TextMeasure for FontMeasure {
    fn width_px(&self, words: &str, size_px: f32, bold: bool) -> f32 {
        let advances = if bold { &*BOLD } else { &*REGULAR };
        words.chars().map(|c| advances.of(c)).sum::<f32>() * size_px
    }
}

/// The characters whose widths are kept: Latin, Greek, Cyrillic, Vietnamese, punctuation, currency.
const TABLE_LEN: u32 = 0x2200;

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::read(FONT_REGULAR));
static BOLD: LazyLock<Advances> = LazyLock::new(|| Advances::read(FONT_BOLD));

/// Advance widths in units of the font size, by character; 0 where the font has none.
struct Advances(Vec<f32>);

impl Advances {
    fn read(font: &[u8]) -> Self {
        let Ok(font) = FontRef::new(font) else { return Self(Vec::new()) };
        let characters = font.charmap();
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let advance = |code: u32| metrics.advance_width(characters.map(code)?);
        Self((0..TABLE_LEN).map(|code| advance(code).unwrap_or(0.0)).collect())
    }

    /// The width of `c`; characters that a fallback font will draw count as wide as those usually are.
    fn of(&self, c: char) -> f32 {
        match self.0.get(c as usize) {
            Some(width) if *width > 0.0 => *width,
            _ if is_combining(c) => 0.0,
            _ if (c as u32) < 0x1100 => 0.62,
            _ => 1.0,
        }
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || c.is_control()
}

/// `words` if they fit `max_px`, else as many as do with an ellipsis; empty when not even a letter fits.
pub fn shorten(words: &str, max_px: f32, size_px: f32, bold: bool, measure: &dyn TextMeasure) -> String {
    if measure.width_px(words, size_px, bold) <= max_px {
        return words.to_owned();
    }
    let room = max_px - measure.width_px("…", size_px, bold);
    let mut width = 0.0;
    let mut end = 0;
    for (at, c) in words.char_indices() {
        width += measure.width_px(c.encode_utf8(&mut [0; 4]), size_px, bold);
        if width > room {
            break;
        }
        end = at + c.len_utf8();
    }
    let kept = words.get(..end).unwrap_or_default().trim_end_matches([' ', ',', ';', ':', '–', '—', '-']);
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_come_from_the_font() {
        let width = |words: &str| FontMeasure.width_px(words, 100.0, false);
        assert!((width("H") - 74.1).abs() < 0.5, "{}", width("H"));
        assert!(width("iii") < width("mmm") / 2.0);
        assert_eq!(width("e\u{301}"), width("e"));
        assert!(width("日") > 90.0);
        assert!(FontMeasure.width_px("Bold", 13.0, true) > FontMeasure.width_px("Bold", 13.0, false));
    }

    #[test]
    fn shortening_fits_and_says_so() {
        let long = "Macron, Starmer and Zelensky sign a declaration of intent";
        assert_eq!(shorten(long, 9_999.0, 13.0, false, &FontMeasure), long);
        let short = shorten(long, 120.0, 13.0, false, &FontMeasure);
        assert!(short.ends_with('…') && FontMeasure.width_px(&short, 13.0, false) <= 120.0, "{short}");
        assert_eq!(shorten("Macron, Starmer", 63.0, 13.0, false, &FontMeasure), "Macron…");
        assert_eq!(shorten("Ẩm thực", 5.0, 13.0, false, &FontMeasure), "");
    }
}
