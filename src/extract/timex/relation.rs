//! How a time expression is introduced: "since May" opens a span, "until Friday" closes one, "by 2030" bounds it.

use super::super::text::Document;
use super::lexicon::class;
use super::words::{Shape, Word};
use crate::model::{DateRange, Span};
use std::ops::Range;

/// What the word before a time expression makes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Relation {
    /// In, on, at, or nothing: it happens then.
    #[default]
    At,
    /// Begins then and goes on: "since May".
    Since,
    /// Ends then: "until Friday", "till".
    Until,
    /// Happens before: "before the weekend", "prior to 1990".
    Before,
    /// Happens after: "after Monday".
    After,
    /// Not later than: "by 2030".
    By,
    /// Begins then: "from Monday", the first date of "from … to …".
    From,
    /// Ends then: the second date of "from … to …", "Monday through Friday", "2009-2010".
    To,
    /// The first date of "between … and …".
    Between,
    /// The second date of "between … and …".
    And,
    /// Somewhere in it or all through it: "during the summer".
    During,
    /// In less than: "within two weeks".
    Within,
    /// For that long: "for three days".
    For,
}

impl Relation {
    /// Whether the expression only bounds what is told, instead of saying when it is told of.
    pub(super) fn is_bound(self) -> bool {
        matches!(self, Self::Since | Self::Until | Self::Before | Self::After | Self::By)
    }
}

/// Where a time expression stands in its document, and how it is introduced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Its sentence, as an index into [`Document::sentences`].
    pub sentence: usize,
    /// The tokens it touches, as a range into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// What the word before makes of it.
    pub relation: Relation,
    /// That word.
    pub cue: Option<Span>,
    /// The days that it reaches over: its calendar range; for a duration that leans on the article's day ("the past two
    /// months", "in recent weeks") the days up to or from that day, open where unknown; else `None`.
    pub extent: Option<DateRange>,
}

/// The relation of the expression that begins with the word `start`, and the word that says so.
pub(super) fn introduced_by(text: &str, words: &[Word], start: usize) -> (Relation, Option<Span>) {
    let word = |back: usize| start.checked_sub(back).and_then(|i| words.get(i));
    let Some(before) = word(1) else { return (Relation::At, None) };
    let second = word(2).map_or("", |w| w.span.of(text));
    let relation = match before.span.of(text).to_ascii_lowercase().as_str() {
        "since" => Relation::Since,
        "until" | "till" => Relation::Until,
        "before" => Relation::Before,
        "after" => Relation::After,
        "by" => Relation::By,
        "from" => Relation::From,
        "between" => Relation::Between,
        "during" | "throughout" | "over" => Relation::During,
        "within" => Relation::Within,
        "for" => Relation::For,
        "through" => Relation::To,
        "to" if second.eq_ignore_ascii_case("prior") => Relation::Before,
        "to" | "-" | "–" | "/" => second_of_range(text, words, start, &["from"]).unwrap_or(Relation::At),
        "and" => second_of_range(text, words, start, &["between"]).map_or(Relation::At, |_| Relation::And),
        "starting" | "beginning" => Relation::From,
        _ => Relation::At,
    };
    (relation, (relation != Relation::At).then_some(before.span))
}

/// `To` when one of `openers` stands shortly before, or a number is joined by a mark.
fn second_of_range(text: &str, words: &[Word], start: usize, openers: &[&str]) -> Option<Relation> {
    const REACH: usize = 8;
    let joint = start.checked_sub(1)?;
    let mark = words.get(joint).is_some_and(|w| !w.byte.is_ascii_alphabetic());
    if mark {
        // "2009–2010", "Monday-Friday"; a list's mark and a dash between words join nothing.
        let first = joint.checked_sub(1).and_then(|i| words.get(i));
        let dated = first.is_some_and(|w| {
            w.shape == Shape::Digits || w.is(class::MONTH | class::SHORT_MONTH | class::WEEKDAY | class::ORDINAL)
        });
        return dated.then_some(Relation::To);
    }
    let from = joint.saturating_sub(REACH);
    words
        .get(from..joint)?
        .iter()
        .any(|w| openers.iter().any(|o| w.span.of(text).eq_ignore_ascii_case(o)))
        .then_some(Relation::To)
}

/// The tokens of a sentence that a span touches.
pub(super) fn tokens_under(document: &Document<'_>, sentence: usize, span: Span) -> Range<usize> {
    let Some(range) = document.sentences.get(sentence).map(|s| s.tokens.clone()) else { return 0..0 };
    let tokens = document.tokens.get(range.clone()).unwrap_or_default();
    let first = tokens.partition_point(|t| t.span.end <= span.start);
    let count = tokens.iter().skip(first).take_while(|t| t.span.start < span.end).count();
    range.start + first..range.start + first + count
}

/// The place of an expression that a test sets by hand, in a sentence that begins at `sentence` bytes.
#[cfg(test)]
pub(in crate::extract) fn place_for_tests(text: &str, sentence: usize, span: Span) -> Place {
    let mut words = Vec::new();
    super::words::scan(text, Span::new(sentence, text.len()), &mut words);
    let start = words.partition_point(|word| word.span.start < span.start);
    Place { relation: introduced_by(text, &words, start).0, ..Place::default() }
}
