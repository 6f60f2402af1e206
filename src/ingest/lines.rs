//! Logical lines: what the writer of a plain text meant as one line, paragraph or heading. Files are wrapped at a
//! width, or hold a paragraph a line, or part paragraphs by blank lines; this makes them alike.

use crate::model::Span;

/// A logical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// From its first to its last visible character.
    pub span: Span,
    /// Whether a blank line (or the text's start) stands before it.
    pub after_blank: bool,
}

/// A text is wrapped only at widths that people read, in characters.
const WIDEST_WRAP: usize = 132;
/// Narrowest width at which texts are wrapped, in characters.
const NARROWEST_WRAP: usize = 40;

/// The logical lines of `text`, blank ones dropped.
pub(super) fn logical_lines(text: &str) -> Vec<Line> {
    let physical = physical_lines(text);
    let width = wrap_width(text, &physical);
    let mut lines: Vec<Line> = Vec::new();
    let mut after_blank = true;
    for (index, span) in physical.iter().enumerate() {
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        let goes_on = !after_blank
            && width.is_some_and(|width| {
                let before = physical.get(index.wrapping_sub(1)).copied().unwrap_or_default();
                is_wrapped(before.of(text), span.of(text), width)
            });
        match lines.last_mut().filter(|_| goes_on) {
            Some(line) => line.span.end = span.end,
            None => lines.push(Line { span: *span, after_blank }),
        }
        after_blank = false;
    }
    lines
}

/// Lines as the file has them, trimmed; ends are LF, CR, CR LF, line and paragraph separator, form feed.
fn physical_lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\x0c', '\x0b']) {
        // The LF of a CR LF ends no second line.
        if !(mark == "\n" && at == start && at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r')) {
            lines.push(Span::new(start, at).trim(text));
            if mark == "\u{2029}" {
                lines.push(Span::new(at, at));
            }
        }
        start = at + mark.len();
    }
    lines.push(Span::new(start, text.len()).trim(text));
    lines
}

/// The width at which the text is wrapped, or `None` if it is not: most long lines are near one width.
fn wrap_width(text: &str, lines: &[Span]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|s| !s.is_empty())
        .take(5000)
        .map(|s| s.of(text).chars().take(WIDEST_WRAP + 1).count())
        .collect();
    lengths.sort_unstable();
    let longest = *lengths.get(lengths.len().saturating_sub(1 + lengths.len() / 50))?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&longest) || lengths.len() < 6 {
        return None;
    }
    let near = lengths.iter().filter(|n| **n * 5 >= longest * 4).count();
    (near * 5 >= lengths.len() * 2).then_some(longest)
}

/// Whether the break between two lines is only there because the next word did not fit.
fn is_wrapped(before: &str, after: &str, width: usize) -> bool {
    let first_word = after.split_whitespace().next().map_or(0, |w| w.chars().count());
    let is_item = after.starts_with(['-', '*', '•', '·']);
    before.chars().count() + 1 + first_word + 2 > width && !is_item
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let lines: Vec<String> = logical_lines(text)
            .iter()
            .map(|l| l.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_paragraph_a_line() {
        check("Title\r\n\r\nOne.\r\nTwo.\rThree.", &["Title", "One.", "Two.", "Three."]);
    }

    #[test]
    fn wrapped_paragraphs_are_joined() {
        let text = "The river rose in the night and the harbour office\nclosed the port until Monday, the master said.\nNobody was hurt, he added, but the damage was\nlarge.\n\nOn Tuesday the ferries sailed again as usual and\nthe market opened.\n\nIt will close early.\n";
        check(
            text,
            &[
                "The river rose in the night and the harbour office closed the port until Monday, the master said. Nobody was hurt, he added, but the damage was large.",
                "On Tuesday the ferries sailed again as usual and the market opened.",
                "It will close early.",
            ],
        );
    }

    #[test]
    fn short_lines_stay_apart() {
        check("Storm\nBy Ana Ruiz\n5 May 2020\n", &["Storm", "By Ana Ruiz", "5 May 2020"]);
    }
}
