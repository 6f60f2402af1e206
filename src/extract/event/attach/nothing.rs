//! Times that date nothing: the end of a stretch named by its length, what figures are of, since when somebody was what he
//! is called.
//!
//! They stand beside a verb like any other time, and a reader takes them with the noun that they tell of.

use super::is_day;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::{Reading, TimeAt};
use crate::extract::event::timed_noun::is_nominal;
use crate::extract::text::Tag;
use crate::extract::timex::Relation;
use crate::model::TimexKind;

/// "a profit for the three months [to December]": the end of a stretch of time that is named by its length.
pub(in crate::extract::event) fn closes_stretch(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> bool {
    let before = |word: &str| time.tokens.start.checked_sub(1).filter(|i| reading.document.is(*i, word));
    if let Some(ended) = before("ended").or_else(|| before("ending")) {
        return !reading.found.iter().any(|f| f.token == ended);
    }
    let Some(to) = before("to") else { return false };
    let times = reading.sentences.get(sentence).map_or(&[][..], |s| &s.times);
    times.iter().any(|length| {
        let kind = reading.times.timexes.get(length.index).map(|t| t.kind);
        let named = length.tokens.start.checked_sub(1).is_some_and(|i| reading.document.is(i, "the"));
        let whole = reading.document.is(length.tokens.start, "the");
        length.tokens.end == to && kind == Some(TimexKind::Duration) && (named || whole)
    })
}

/// "reported a loss [for the third quarter]", "the figures [for January] extended a surge": what the figures are of, not when
/// they were published or what they did.
pub(super) fn accounts_for(reading: &Reading<'_>, verb: usize, start: usize, time: usize) -> bool {
    const PUBLISHES: [&str; 15] = [
        "announce", "file", "post", "publish", "record", "release", "report", "unveil", "cut", "raise", "lower",
        "lift", "trim", "confirm", "keep",
    ];
    const FIGURES: [&str; 9] =
        ["accounts", "data", "figures", "index", "numbers", "report", "results", "statistics", "survey"];
    let publishes = reading.found.get(verb).is_some_and(|f| PUBLISHES.contains(&f.lemma.as_ref()));
    let figures = start.checked_sub(1).is_some_and(|noun| FIGURES.iter().any(|w| reading.document.is(noun, w)));
    // "posted a surprise second-quarter [loss]"
    let end = reading.times.places.get(time).map_or(start, |place| place.tokens.end);
    let of_noun = publishes && start == end - 1 && reading.document.tag(end).is_common_noun();
    ((publishes || figures) && reading.document.is(start, "for") || of_noun) && !is_day(reading, time)
}

/// "trips outside of summer", "with April's estimate in hand": a time that tells which other time is not meant, or which
/// thing is, by a month or a longer time that it belongs to.
pub(super) fn names_no_day(reading: &Reading<'_>, time: &TimeAt) -> bool {
    let document = reading.document;
    let before = |n: usize| time.tokens.start.checked_sub(n);
    let is = |at: Option<usize>, word: &str| at.is_some_and(|at| document.is(at, word));
    let outside = is(before(1), "outside") || is(before(2), "outside") && is(before(1), "of");
    // "at the end of April's fair" names the days all the same.
    let whole = reading.times.timexes.get(time.index).is_some_and(|t| t.modifier.is_none());
    let possessive = whole && document.tag(time.tokens.end) == Tag::PossessiveMarker;
    // "a premium to [Wednesday]'s closing price", "is in charge for [Wednesday]'s tie"
    let measured =
        ["above", "below", "for", "from", "of", "over", "than", "to", "with"].iter().any(|w| is(before(1), w));
    // "compared with a year-earlier loss"
    let last = document.word(time.tokens.end.saturating_sub(1));
    let described = (last.ends_with("-earlier") || last.ends_with("-ago")) && document.tag(time.tokens.end).is_noun();
    outside || described || possessive && (measured || !is_day(reading, time.index))
}

/// "Tom Reed, head of the port until last summer, resigned": between commas without a verb, "until" tells how long somebody
/// was what he is called.
pub(super) fn bounds_apposition(
    reading: &Reading<'_>,
    sentence: usize,
    start: usize,
    time: &TimeAt,
    relation: Relation,
) -> bool {
    let document = reading.document;
    let Some(tokens) = document.sentences.get(sentence).map(|s| s.tokens.clone()) else { return false };
    let bound = matches!(relation, Relation::Until | Relation::Since);
    let closed = document.is(time.tokens.end, ",");
    let comma = (tokens.start..start).rev().find(|i| document.is(*i, ","));
    let nominal = |from: usize| from + 1 < start && (from + 1..start).all(|i| is_nominal(document.tag(i)));
    bound && closed && comma.is_some_and(nominal)
}

/// "Adams, a winner here in 2012, lost", "the plans, the first in May and the second in June, were refused": between
/// commas, with its own article and no verb, a time tells of the subject.
pub(super) fn tells_of_subject(reading: &Reading<'_>, start: usize, time: &TimeAt, finite: &Found) -> bool {
    const REACH: usize = 14;
    let document = reading.document;
    let comma = |i: &usize| document.is(*i, ",");
    let Some(opens) = (start.saturating_sub(REACH)..start).rev().find(comma) else { return false };
    let Some(closes) = (time.tokens.end..time.tokens.end + REACH).find(comma) else { return false };
    let plain = |i: usize| {
        let tag = document.tag(i);
        is_nominal(tag) || tag.is_adverb() || tag == Tag::Conjunction
    };
    // "its results, due on 28 October, will be delayed"
    let due = document.is(opens + 1, "due");
    let article = document.tag(opens + 1) == Tag::Determiner && opens + 2 < start;
    let of_noun = opens.checked_sub(1).is_some_and(|i| document.tag(i).is_noun());
    of_noun && (article || due) && closes < finite.token && (opens + 1..closes).all(plain)
}
/// "80 were saved on the first night and a further 14 [on Sunday]": a time of others, whose verb is not said again.
pub(super) fn counts_others(reading: &Reading<'_>, start: usize) -> bool {
    let document = reading.document;
    let back = |n: usize| start.checked_sub(n);
    let is = |n: usize, word: &str| back(n).is_some_and(|i| document.is(i, word));
    // "half will be paid this month and the rest [in January]"
    let rest = is(1, "rest") || is(1, "others") || is(1, "remainder");
    if rest && (is(2, "the") && is(3, "and") || is(2, "and")) {
        return true;
    }
    let number = |n: usize| back(n).is_some_and(|i| document.tag(i) == Tag::Number);
    // "14", "14 people"
    let first = if number(1) { 1 } else { 2 };
    let more = if is(first + 1, "another") { 1 } else { 2 };
    let further = more == 1 || is(first + 1, "further") && is(first + 2, "a");
    number(first) && further && is(first + more + 1, "and")
}
