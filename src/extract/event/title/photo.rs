//! Titles of photos: the caption's first sentence as far as it fits, without what only says how to look at the picture
//! ("From left:", "Ana Ruiz, left, and …").

use super::{LONGEST, cut, tidy};
use crate::extract::event::lexicon;
use crate::extract::event::reading::{Reading, tokens_in};
use crate::extract::event::wording::Wording;
use crate::model::{Caption, Span};
use std::ops::Range;

pub(super) fn photo(reading: &Reading<'_>, caption: &Caption) -> String {
    let tokens = tokens_in(reading.document, caption.text);
    let Some(sentence) = reading.sentence_at(caption.text.start) else {
        return cut(&tidy(caption.text.of(reading.text())), LONGEST);
    };
    let end = reading.document.sentences.get(sentence).map_or(tokens.end, |s| s.tokens.end.min(tokens.end));
    let start = after_pointer(reading, tokens.start..end);
    let text = without_pointers(&Wording { reading, sentence, doer: None }.shortened(start..end, LONGEST));
    // "Chief executives Ito Sato [and Ana Reyes wear leather jackets]": what is too long to lose is marked as cut.
    let short = text.chars().count() < LONGEST * 3 / 5;
    let from = reading.document.tokens.get(start).map_or(caption.text.start, |token| token.span.start);
    let whole = Span { start: from.max(caption.text.start), end: caption.text.end }.of(reading.text());
    if short && whole.chars().count() > LONGEST || text.is_empty() { cut(&tidy(whole), LONGEST) } else { text }
}

/// "Ana Ruiz, left, and Tom Webb": where somebody stands in the picture is nothing for a title.
fn without_pointers(text: &str) -> String {
    const POINTERS: [&str; 12] = [
        "left",
        "right",
        "center",
        "centre",
        "second left",
        "second right",
        "second from left",
        "second from right",
        "far left",
        "far right",
        "front",
        "back",
    ];
    let mut out = text.to_owned();
    for pointer in POINTERS {
        while let Some((before, after)) = out.split_once(&format!(", {pointer},")) {
            let list = after.trim_start().starts_with(char::is_uppercase);
            out = format!("{before}{}{after}", if list { "," } else { "" });
        }
    }
    out.trim_end_matches([',', ' ']).to_owned()
}

/// Where a caption begins behind the words that only say how to look at it: "From left:", "From left,", "Pictured:".
fn after_pointer(reading: &Reading<'_>, tokens: Range<usize>) -> usize {
    let word = |i: usize| lexicon::lower(reading.document.word(i));
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + 6)).find(|i| word(*i) == ":");
    let points = |i: usize| {
        matches!(word(i).as_ref(), "left" | "right" | "l-r" | "pictured" | "clockwise" | "above" | "below" | "top")
    };
    // "From left, Ana Ruiz and …", "Left to right, Ana Ruiz and …"
    let comma = (tokens.start..tokens.end.min(tokens.start + 5)).find(|i| word(*i) == ",");
    let comma = comma.filter(|comma| {
        let last = comma.saturating_sub(1);
        last > tokens.start && points(last) && matches!(word(tokens.start).as_ref(), "from" | "left" | "right")
    });
    match colon.or(comma) {
        Some(mark) if (tokens.start..mark).any(points) => mark + 1,
        _ => tokens.start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_somebody_stands_is_left_out() {
        for (caption, title) in [
            (
                "Ana Ruiz, left, and Tom Webb at the quay in Oslo, Norway, ",
                "Ana Ruiz and Tom Webb at the quay in Oslo, Norway",
            ),
            ("Ana Ruiz, left, Tom Webb, centre, and Jo Moss", "Ana Ruiz, Tom Webb and Jo Moss"),
            ("The party of the left, and its friends", "The party of the left, and its friends"),
        ] {
            assert_eq!(without_pointers(caption), title);
        }
    }
}
