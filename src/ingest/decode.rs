//! Decoding: bytes become text by byte order mark, declaration, or detection (encoding_rs and chardetng, as Firefox
//! does), and text offsets lead back to the bytes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A decoded source.
pub(super) struct Decoded {
    /// The text, byte order mark gone, nothing else.
    pub text: String,
    /// Whether some bytes could not be decoded.
    pub damaged: bool,
    encoding: &'static Encoding,
    /// Bytes before the text: the byte order mark.
    skipped: usize,
}

/// How far declarations are looked for, in bytes.
const HEAD: usize = 4096;
/// How much of a text the detector reads, in bytes.
const SAMPLE: usize = 1 << 18;

/// Decodes a text in any encoding; `None` if the bytes are no text.
pub(super) fn decode(bytes: Cow<'_, [u8]>) -> Option<Decoded> {
    if let Some((encoding, skipped)) = Encoding::for_bom(&bytes) {
        return decode_as(encoding, bytes, skipped);
    }
    if bytes.iter().take(HEAD).any(|b| *b == 0)
        && let Some(wide) = wide_encoding(&bytes)
    {
        return decode_as(wide, bytes, 0);
    }
    let invalid = match std::str::from_utf8(&bytes) {
        Ok(_) => None,
        Err(error) => Some(error.valid_up_to()),
    };
    match invalid {
        None => decode_as(UTF_8, bytes, 0),
        Some(at) => {
            let encoding = guess(&bytes, at);
            decode_as(encoding, bytes, 0)
        }
    }
}

fn decode_as(encoding: &'static Encoding, bytes: Cow<'_, [u8]>, skipped: usize) -> Option<Decoded> {
    if encoding == UTF_8 && skipped == 0 {
        // The usual case keeps a large file in the memory it was read into.
        let text = match String::from_utf8(bytes.into_owned()) {
            Ok(text) => return is_text(&text).then_some(Decoded { text, damaged: false, encoding, skipped }),
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        return is_text(&text).then_some(Decoded { text, damaged: true, encoding, skipped });
    }
    let (text, damaged) = encoding.decode_without_bom_handling(bytes.get(skipped..).unwrap_or(&[]));
    is_text(&text).then(|| Decoded { text: text.into_owned(), damaged, encoding, skipped })
}

/// Control characters and replacement marks are rare in texts.
fn is_text(text: &str) -> bool {
    const LOOKED_AT: usize = 1 << 20;
    // Most stretches are plain ASCII, which is seen many bytes at once.
    const STRETCH: usize = 64;
    let bytes = text.as_bytes().get(..LOOKED_AT.min(text.len())).unwrap_or(&[]);
    let (mut odd, mut all) = (0, 0);
    for (stretch, from) in bytes.chunks(STRETCH).zip((0..).step_by(STRETCH)) {
        if stretch.iter().fold(true, |plain, byte| plain & (byte.wrapping_sub(b' ') < 0x5f)) {
            all += stretch.len();
            continue;
        }
        for (at, byte) in stretch.iter().enumerate() {
            let before = |n: usize| (from + at).checked_sub(n).and_then(|i| bytes.get(i)).copied();
            all += usize::from(byte & 0xc0 != 0x80);
            odd += usize::from(match byte {
                b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b => false,
                0..0x20 | 0x7f => true,
                // The controls from U+0080 on, but for the next line, and U+FFFD.
                0x80..0xa0 if *byte != 0x85 && before(1) == Some(0xc2) => true,
                0xbd => before(1) == Some(0xbf) && before(2) == Some(0xef),
                _ => false,
            });
        }
    }
    odd * 20 <= all
}

/// UTF-16 without mark: every other byte of Western text is zero.
fn wide_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?;
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let half = (head.len() / 2).max(1);
    match (zeros(0), zeros(1)) {
        (even, odd) if odd * 10 > half * 7 && even * 10 < half => Some(UTF_16LE),
        (even, odd) if even * 10 > half * 7 && odd * 10 < half => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of bytes that are not valid UTF-8 from `invalid_at` on.
fn guess(bytes: &[u8], invalid_at: usize) -> &'static Encoding {
    if is_nearly_utf8(bytes) {
        return UTF_8;
    }
    if let Some(declared) = declared(bytes.get(..HEAD.min(bytes.len())).unwrap_or(&[])).filter(|e| *e != UTF_8) {
        return declared;
    }
    let from = invalid_at.saturating_sub(1000);
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes.get(from..(from + SAMPLE).min(bytes.len())).unwrap_or(&[]), true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Whether nearly all non-ASCII is valid UTF-8: then a few bytes are broken, as at a cut end, and the rest is right.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0usize, 0usize);
    for chunk in bytes.get(..bytes.len().min(SAMPLE * 4)).unwrap_or(&[]).utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid >= broken * 4
}

/// `<meta charset=…>`, `content="text/html; charset=…"`, `<?xml encoding="…"`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = head.find(key)? + key.len();
        let label = head.get(at..)?.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
        Encoding::for_label(label.get(..end)?.as_bytes())
    })
}

impl Decoded {
    /// The way from text offsets back to bytes of the source.
    pub fn offsets(&self) -> SourceOffsets {
        SourceOffsets { encoding: self.encoding, skipped: self.skipped, damaged: self.damaged }
    }
}

/// Translates offsets of a decoded text into offsets of its source.
#[derive(Clone, Copy)]
pub(super) struct SourceOffsets {
    encoding: &'static Encoding,
    skipped: usize,
    damaged: bool,
}

impl SourceOffsets {
    /// Whether text and source are byte for byte the same.
    pub fn is_identity(self) -> bool {
        self.encoding == UTF_8 && self.skipped == 0 && !self.damaged
    }

    /// The source offsets of ascending text `offsets`, in one pass. Where bytes could not be decoded they are near.
    pub fn of(self, text: &str, offsets: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut at = 0;
        let mut source = self.skipped;
        offsets
            .map(|offset| {
                let piece = text.get(at..offset.max(at)).unwrap_or("");
                source += self.encoded_length(piece);
                at += piece.len();
                source
            })
            .collect()
    }

    fn encoded_length(self, text: &str) -> usize {
        if self.encoding == UTF_8 && self.damaged {
            // A broken byte is shown as one mark.
            text.chars().map(|c| if c == '\u{fffd}' { 1 } else { c.len_utf8() }).sum()
        } else if self.encoding == UTF_8 {
            text.len()
        } else if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            2 * text.encode_utf16().count()
        } else if self.encoding.is_single_byte() {
            text.chars().count()
        } else {
            self.encoding.encode(text).0.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> String {
        decode(Cow::Borrowed(bytes)).map(|d| d.text).unwrap_or_default()
    }

    #[test]
    fn any_encoding_is_read() {
        let story = "Die Größe des Hafens überraschte die Behörden. Über Nacht stieg das Wasser.";
        assert_eq!(text_of(story.as_bytes()), story);
        assert_eq!(text_of(&[b"\xEF\xBB\xBF", story.as_bytes()].concat()), story);
        assert_eq!(text_of(&encoding_rs::WINDOWS_1252.encode(story).0), story);
        let wide: Vec<u8> = story.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text_of(&[b"\xFF\xFE".as_slice(), &wide].concat()), story);
        assert_eq!(text_of(&wide), story);
        let russian = "Вода поднялась ночью, сообщили власти города. Порт закрыт до утра понедельника.";
        assert_eq!(text_of(&encoding_rs::WINDOWS_1251.encode(russian).0), russian);
        let declared = format!("<html><meta charset=\"koi8-r\"><p>{russian}");
        assert_eq!(text_of(&encoding_rs::KOI8_R.encode(&declared).0), declared);
    }

    #[test]
    fn few_broken_bytes_leave_the_rest() {
        let mut bytes = "Größe über Maß, schön früh".as_bytes().to_vec();
        bytes.push(0xC3);
        let decoded = decode(Cow::Owned(bytes)).unwrap();
        assert!(decoded.damaged);
        assert_eq!(decoded.text, "Größe über Maß, schön früh\u{fffd}");
    }

    #[test]
    fn binaries_are_refused() {
        assert!(decode(Cow::Borrowed(b"\x00\x01\x02\x03\x04\x05")).is_none());
        let noise: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(decode(Cow::Owned(noise)).is_none());
    }

    #[test]
    fn offsets_lead_back_to_bytes() {
        let bytes = encoding_rs::WINDOWS_1252.encode("Über Größe: naïve façade, sagte Müller später").0.into_owned();
        let decoded = decode(Cow::Borrowed(&bytes)).unwrap();
        let at = decoded.text.find("sagte").unwrap();
        let source = decoded.offsets().of(&decoded.text, [at].into_iter());
        assert!(bytes[source[0]..].starts_with(b"sagte"));
    }
}
