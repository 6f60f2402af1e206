//! Sniffing: the format is told by content, never by a file name's ending.

use crate::model::Format;

/// How much is looked at, in bytes.
const HEAD: usize = 16_384;

/// Formats that are no article text: what they are, and what the user can do.
pub(super) fn foreign_format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SAVE: &str = "open it in its program and save it as HTML or plain text";
    const IMAGE: &str = "give the article that the picture belongs to";
    const UNPACK: &str = "unpack it first";
    const FORMATS: [(&[u8], &str, &str); 17] = [
        (b"%PDF-", "a PDF document, which is not read yet", SAVE),
        (b"PK\x03\x04", "a packed document (docx, odt, epub or zip), which is not read yet", SAVE),
        (b"\xD0\xCF\x11\xE0", "an old Office document, which is not read", SAVE),
        (b"{\\rtf", "an RTF document, which is not read yet", SAVE),
        (b"\x89PNG", "a picture, not an article", IMAGE),
        (b"\xFF\xD8\xFF", "a picture, not an article", IMAGE),
        (b"GIF8", "a picture, not an article", IMAGE),
        (b"RIFF", "a picture, sound or film, not an article", IMAGE),
        (b"\x1F\x8B", "a compressed file, not an article", UNPACK),
        (b"BZh", "a compressed file, not an article", UNPACK),
        (b"\xFD7zXZ", "a compressed file, not an article", UNPACK),
        (b"\x28\xB5\x2F\xFD", "a compressed file, not an article", UNPACK),
        (b"7z\xBC\xAF", "a compressed file, not an article", UNPACK),
        (b"\x7FELF", "a program, not an article", "choose a file that holds an article"),
        (b"MZ\x90", "a program, not an article", "choose a file that holds an article"),
        (b"SQLite format 3", "a database, not an article", "open a project with File, Open"),
        (b"bplist0", "a Safari web archive or property list, which is not read", "save the page as HTML source"),
    ];
    let known = FORMATS.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, what, hint)| (*what, *hint));
    let head = bytes.get(..bytes.len().min(2000)).unwrap_or(&[]);
    let has = |words: &[u8]| head.windows(words.len()).any(|w| w.eq_ignore_ascii_case(words));
    known.or_else(|| {
        (has(b"mime-version:") && has(b"multipart/related"))
            .then_some(("a web archive (MHTML), which is not read yet", "save the page as HTML"))
    })
}

/// The format of a decoded text.
pub(super) fn format(text: &str) -> Format {
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or("").trim_start();
    if is_html(head) {
        Format::Html
    } else if markdown_signs(head) >= 2 {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// A page begins with a tag, and names elements that pages have.
fn is_html(head: &str) -> bool {
    if !head.starts_with('<') {
        return false;
    }
    let lower = head.to_ascii_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<!--",
    ];
    tags.iter().any(|tag| lower.contains(tag))
}

/// Points for marks that Markdown has and plain text lacks.
fn markdown_signs(head: &str) -> usize {
    let mut signs = 0;
    let mut previous = "";
    if front_matter_end(head).is_some() {
        signs += 3;
    }
    for line in head.lines().take(400) {
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        let heading = (1..=6).contains(&hashes) && line.as_bytes().get(hashes) == Some(&b' ');
        let rule = |mark: char| line.len() >= 3 && line.trim_end().chars().all(|c| c == mark);
        signs += 2 * usize::from(heading);
        signs +=
            2 * usize::from((rule('=') || rule('-')) && previous.trim().len() > 3 && !previous.starts_with(['-', '=']));
        signs += 2 * usize::from(line.contains("](") && line.contains('['));
        signs += usize::from(line.matches("**").count() >= 2);
        previous = line;
    }
    signs
}

/// The byte after the front matter (`---` … `---`) of a text that opens with one.
pub(super) fn front_matter_end(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let mut at = lines.next().filter(|line| line.trim_end() == "---")?.len();
    for line in lines.take(200) {
        at += line.len();
        if ["---", "..."].contains(&line.trim_end()) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
        for (text, expected) in [
            ("<!DOCTYPE html><html><body>", Format::Html),
            ("  <html>", Format::Html),
            ("<?xml version=\"1.0\"?>\n<html xmlns=\"…\">", Format::Html),
            ("---\ntitle: Storm\n---\nThe river rose.", Format::Markdown),
            ("# Storm\n\nThe river rose.", Format::Markdown),
            ("Storm\n=====\n\nThe river rose.", Format::Markdown),
            ("Storm\n\nSee [the port](https://example.org).", Format::Markdown),
            ("Storm\n\nThe river rose.\n- one\n- two", Format::Text),
            ("A <b> tag", Format::Text),
            ("", Format::Text),
        ] {
            assert_eq!(format(text), expected, "{text}");
        }
    }
}
