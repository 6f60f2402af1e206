//! Chronicles: paragraphs headed by the time they tell of, "2 May: Inspectors issue a notice", one after the other.
//!
//! A head without a year continues the head before it, and what is told under a head lies about it; the article's own day
//! has no say.

use super::calendar::{Period, Unit};
use super::meaning::{Field, Found, Meaning, When, Year};
use super::words::Word;
use super::{Document, Line};
use crate::model::TimexId;
use chrono::NaiveDate;

/// In which direction the entries of a chronicle go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    OldestFirst,
    LatestFirst,
}

/// The head of the entry that is being read.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub period: Period,
    pub timex: TimexId,
    /// The block it stands in.
    pub block: usize,
}

impl Order {
    /// The period among those of neighbouring years that a head without a year means after the one before it.
    pub fn next(self, candidates: impl Iterator<Item = Period>, before: Period) -> Option<Period> {
        let begins = |p: &Period| p.first_day();
        let (first, last) = (before.first_day()?, before.range()?.latest?);
        match self {
            Self::OldestFirst => {
                candidates.filter(|p| p.range().is_some_and(|r| r.latest >= Some(first))).min_by_key(begins)
            }
            Self::LatestFirst => candidates.filter(|p| begins(p).is_some_and(|day| day <= last)).max_by_key(begins),
        }
    }
}

/// Whether `found` heads the paragraph that its line opens: it stands first, a list's mark aside, and a colon or dash closes
/// it, be it behind a clock time, "22 January, 4.10 am:".
pub fn heads(text: &str, words: &[Word], all: &[Found], found: &Found) -> bool {
    let closes = |end: usize| words.get(end).is_some_and(|w| matches!(w.span.of(text), ":" | "-" | "–" | "—"));
    let clock = || all.iter().find(|f| f.start == found.end + 1 && matches!(f.meaning, Meaning::Time(None, _)));
    let comma = || words.get(found.end).is_some_and(|w| w.byte == b',');
    // "18:40 The river has peaked."
    let opens = || {
        matches!(found.meaning, Meaning::Time(None, _)) && words.get(found.end).is_some_and(|w| w.capital && w.spaced)
    };
    found.start == 0 && opens()
        || found.start <= 1 && (closes(found.end) || comma() && clock().is_some_and(|clock| closes(clock.end)))
}

/// Whether a time expression is all that its paragraph says: "2019", "1 May 2022:".
pub fn stands_alone(document: &Document<'_>, line: &Line, words: &[Word]) -> bool {
    let [found] = line.found.as_slice() else { return false };
    let all = found.start == 0 && found.end + 1 >= words.len();
    let colon = words.get(found.end).is_none_or(|w| w.byte == b':');
    let block = document.article.blocks.get(line.block).map(|b| b.span.len());
    let sentence = document.sentences.get(line.sentence).map(|s| s.span.len());
    all && colon && block.zip(sentence).is_some_and(|(block, sentence)| block <= sentence + 8)
}

/// The order of the article's entries; `None` where it has not several.
pub fn order(document: &Document<'_>, words: &[Word], lines: &[Line]) -> Option<Order> {
    let text = document.article.text.as_str();
    let mut entries = 0;
    let mut stated: Vec<NaiveDate> = Vec::new();
    let mut block = None;
    for line in lines.iter().filter(|line| block.replace(line.block) != Some(line.block)) {
        let own = words.get(line.words.clone()).unwrap_or_default();
        let Some(found) =
            line.found.first().filter(|f| heads(text, own, &line.found, f) || stands_alone(document, line, own))
        else {
            continue;
        };
        let Some((year, field)) = day_or_month(&found.meaning) else { continue };
        entries += 1;
        stated.extend(year.and_then(|year| super::resolve::period_in(field, year)).and_then(Period::first_day));
    }
    let falling = stated.windows(2).filter(|pair| matches!(pair, [a, b] if b < a)).count();
    let order = if falling * 2 >= stated.len() && falling > 0 { Order::LatestFirst } else { Order::OldestFirst };
    (entries > 1).then_some(order)
}

/// Whether entries headed by a clock time, "14:30 - The airport reopens", come latest first: a page kept up to date.
pub fn is_live(document: &Document<'_>, words: &[Word], lines: &[Line]) -> bool {
    let text = document.article.text.as_str();
    let mut block = None;
    let opening = lines.iter().filter(|line| block.replace(line.block) != Some(line.block));
    let head = |line: &Line| {
        let own = words.get(line.words.clone()).unwrap_or_default();
        match line.found.first().filter(|found| heads(text, own, &line.found, found)).map(|found| &found.meaning) {
            Some(Meaning::Time(None, time)) => time.minute,
            _ => None,
        }
    };
    let minutes: Vec<u16> = opening.filter_map(head).collect();
    minutes.len() > 2 && minutes.windows(2).all(|pair| matches!(pair, [a, b] if b < a))
}

/// The year, if stated, and the day or month that an expression names.
fn day_or_month(meaning: &Meaning) -> Option<(Option<i32>, Field)> {
    let Meaning::Date(when) = meaning else { return None };
    match when {
        When::Field { year, field: field @ (Field::Day(..) | Field::Month(_)), .. } => match year {
            Year::Is(year) => Some((Some(*year), *field)),
            Year::Unknown => Some((None, *field)),
            _ => None,
        },
        When::Period(period) if period.unit() <= Unit::Month => {
            let day = period.first_day()?;
            Some((Some(period.year()), Field::Month(chrono::Datelike::month(&day))))
        }
        _ => None,
    }
}
