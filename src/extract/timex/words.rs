//! The grid of the time grammar: a sentence cut into runs of letters, runs of digits and single marks, finer than the
//! tokens of the text layer, because `mid-1990s`, `10:35`, `2009-2010` and `Jan.` hold their parts together in writing.

use super::lexicon::{self, Entry, class};
use crate::model::Span;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Letters,
    /// Digits only, or with thousands separators (`grouped`) or a decimal point (`decimal`).
    Digits,
    Mark,
}

/// A run of letters, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub span: Span,
    pub shape: Shape,
    /// For digits their value (saturating; the whole part of a decimal), else what the lexicon says.
    pub value: i32,
    pub entry: Entry,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// A number written with a decimal point or thousands separators: never a year or day.
    pub fancy: bool,
    /// The first byte: what a mark is.
    pub byte: u8,
}

impl Word {
    /// Whether the lexicon gives it one of these classes.
    pub fn is(&self, classes: u64) -> bool {
        self.entry.classes & classes != 0
    }

    /// Number of digits or letters.
    pub fn len(&self) -> usize {
        self.span.len()
    }
}

/// Cuts `text[span]` into words, appending them to `out`.
pub fn scan(text: &str, span: Span, out: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    let end = (span.end as usize).min(bytes.len());
    let mut at = span.start as usize;
    let mut spaced = true;
    while at < end {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        if byte == b' ' || byte.is_ascii_whitespace() {
            spaced = true;
            at += 1;
            continue;
        }
        // Markdown's "**" parts nothing.
        if matches!(byte, b'*' | b'_') && bytes.get(at + 1) == Some(&byte) {
            at = run(bytes, at, end, |b| b == byte);
            continue;
        }
        let word = if byte.is_ascii_digit() {
            digits(bytes, at, end)
        } else if byte.is_ascii_alphabetic() {
            letters(text, at, end)
        } else {
            other(text, at, end)
        };
        at = (word.span.end as usize).max(at + 1);
        if word.byte == b' ' {
            spaced = true;
            continue;
        }
        out.push(Word { spaced, ..word });
        spaced = false;
    }
}

fn run(bytes: &[u8], from: usize, end: usize, test: impl Fn(u8) -> bool) -> usize {
    bytes.get(from..end).map_or(from, |rest| from + rest.iter().take_while(|b| test(**b)).count())
}

fn letters(text: &str, at: usize, end: usize) -> Word {
    let bytes = text.as_bytes();
    let stop = run(bytes, at, end, |b| b.is_ascii_alphabetic());
    // A word with a letter beyond ASCII ("Märch") is one run and in no list.
    let foreign = bytes.get(stop).is_some_and(|b| *b >= 0x80)
        && text.get(stop..end).and_then(|t| t.chars().next()).is_some_and(char::is_alphabetic);
    let stop = if foreign { foreign_end(text, at, end) } else { stop };
    let entry = if foreign { Entry::default() } else { lexicon::look_up(text.get(at..stop).unwrap_or("")) };
    let first = bytes.get(at).copied().unwrap_or(0);
    blank(Span::new(at, stop), Shape::Letters, entry.value, entry, first)
}

fn foreign_end(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    at + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
}

fn other(text: &str, at: usize, end: usize) -> Word {
    let next = text.get(at..end).and_then(|t| t.chars().next()).unwrap_or(' ');
    let stop = at + next.len_utf8();
    if next.is_alphabetic() {
        let stop = foreign_end(text, at, end).max(stop);
        return blank(Span::new(at, stop), Shape::Letters, 0, Entry::default(), b'~');
    }
    let byte = match next {
        '–' | '—' | '‐' | '‑' | '−' => b'-',
        '’' | '‘' => b'\'',
        c if c.is_whitespace() => b' ',
        c if c.is_ascii() => c as u8,
        _ => b'~',
    };
    blank(Span::new(at, stop), Shape::Mark, 0, Entry::default(), byte)
}

fn digits(bytes: &[u8], at: usize, end: usize) -> Word {
    let is_digit = |b: u8| b.is_ascii_digit();
    let stop = run(bytes, at, end, is_digit);
    let value = number(bytes.get(at..stop).unwrap_or_default());
    let mut all = stop;
    let mut grouped = value;
    while bytes.get(all) == Some(&b',') && run(bytes, all + 1, end, is_digit) == all + 4 && stop - at <= 3 {
        grouped = grouped.saturating_mul(1000).saturating_add(number(bytes.get(all + 1..all + 4).unwrap_or_default()));
        all += 4;
    }
    let mut fancy = all > stop;
    if bytes.get(all) == Some(&b'.') {
        let fraction = run(bytes, all + 1, end, is_digit);
        let dotted_date = bytes.get(fraction) == Some(&b'.') && bytes.get(fraction + 1).is_some_and(u8::is_ascii_digit);
        if fraction > all + 1 && !dotted_date && !(at > 1 && bytes.get(at - 1) == Some(&b'.')) {
            all = fraction;
            fancy = true;
        }
    }
    let mut word = blank(Span::new(at, all), Shape::Digits, grouped, Entry::default(), b'0');
    word.fancy = fancy;
    word
}

fn number(digits: &[u8]) -> i32 {
    digits.iter().fold(0i32, |n, d| n.saturating_mul(10).saturating_add(i32::from(d.wrapping_sub(b'0'))))
}

fn blank(span: Span, shape: Shape, value: i32, entry: Entry, byte: u8) -> Word {
    Word { span, shape, value, entry, spaced: false, capital: byte.is_ascii_uppercase(), fancy: false, byte }
}

/// Classes of words that may stand around time expressions and not in them.
const OF_OTHER_USE: u64 = class::PREP | class::OTHER | class::PAST_VERB | class::FUTURE_VERB | class::LINK;

/// Classes of words that say nothing of time but with the word behind them: "the [week]", "two [years]", "first [half]".
const OPENERS: u64 = OF_OTHER_USE
    | class::DET
    | class::POSSESSIVE
    | class::LEAN
    | class::EDGE
    | class::APPROX
    | class::EACH
    | class::SHIFT
    | class::VAGUE
    | class::NUMBER
    | class::ORDINAL
    | class::FISCAL;

/// Whether a word could begin or continue a time expression at all.
fn is_timely(word: &Word) -> bool {
    word.shape == Shape::Digits || word.entry.classes & !OF_OTHER_USE != 0
}

/// Whether a time expression may begin with `word`, which stands before `next`: of all that may open one, most are an "a"
/// or "the" before some noun.
pub fn may_begin(word: &Word, next: Option<&Word>) -> bool {
    if word.byte == b'\'' {
        // "'96"
        return next.is_some_and(|next| next.shape == Shape::Digits);
    }
    let opener = word.shape == Shape::Letters && (word.is(class::DET) || word.entry.classes & !OPENERS == 0);
    let goes_on = |next: &Word| next.shape != Shape::Letters || is_timely(next) || next.is(class::LINK);
    is_timely(word) && (!opener || next.is_some_and(goes_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        scan(text, Span::new(0, text.len()), &mut words);
        words.iter().map(|w| w.span.of(text)).collect()
    }

    #[test]
    fn parts_that_writing_holds_together_are_apart() {
        assert_eq!(cut("mid-1990s"), ["mid", "-", "1990", "s"]);
        assert_eq!(cut("10:35 a.m."), ["10", ":", "35", "a", ".", "m", "."]);
        assert_eq!(cut("1,500.5 and 6.1.2026"), ["1,500.5", "and", "6", ".", "1", ".", "2026"]);
        assert_eq!(cut("Tết\u{a0}–\u{a0}Märch 5"), ["Tết", "–", "Märch", "5"]);
    }

    #[test]
    fn odd_input_is_cut_without_loss_or_panic() {
        for text in ["", "日本語", "\u{0}\u{200b}", "99999999999999999999", "1,2,3,", "'", "a\u{301}"] {
            assert!(cut(text).iter().all(|w| !w.is_empty()), "{text:?}");
        }
    }
}
