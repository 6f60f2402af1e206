//! Relations: how the words around a time make it bound what happens: on it, since, until, before, after, by it.
//!
//! "from 2016 to 2019" and "between 2001 and 2011" are read as one span, a clock time as of its day, and a time that only
//! says how long nothing like it had happened ("the first since March") as no date at all.

use super::lexicon;
use super::reading::{Reading, TimeAt};
use super::timed_noun::is_nominal;
use crate::extract::text::Tag;
use crate::model::TimexKind;

/// How a time bounds an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// on Tuesday, in March
    At,
    /// since March, from March
    Since,
    /// until March
    Until,
    /// before March
    Before,
    /// after March
    After,
    /// by March
    By,
}

/// The relation that the word before a time states, and the first token of the whole phrase.
pub(super) fn relation(reading: &Reading<'_>, time: &TimeAt) -> (Relation, usize) {
    let before = time.tokens.start.checked_sub(1);
    let word = before.map(|i| lexicon::lower(reading.document.word(i)));
    let relation = match word.as_deref() {
        Some("since" | "from") => Relation::Since,
        Some("between") if closed_by_and(reading, time) => Relation::Since,
        Some("until" | "till") => Relation::Until,
        Some("before") => Relation::Before,
        Some("after") => Relation::After,
        Some("by") => Relation::By,
        Some("to") if follows_time(reading, time, "from") => Relation::Until,
        Some("and") if follows_time(reading, time, "between") => Relation::Until,
        Some(
            "on" | "in" | "at" | "during" | "over" | "for" | "of" | "within" | "around" | "about" | "early" | "late"
            | "to" | "through" | "throughout",
        ) => Relation::At,
        _ => return (own_words(reading, time), time.tokens.start),
    };
    (relation, time.tokens.start.saturating_sub(1))
}

/// "from 2016 [to 2019]", "between 2001 [and 2011]": the time before says since when.
fn follows_time(reading: &Reading<'_>, time: &TimeAt, opener: &str) -> bool {
    let Some(joint) = time.tokens.start.checked_sub(1) else { return false };
    let opened =
        |t: &TimeAt| t.tokens.end == joint && t.tokens.start > 0 && reading.document.is(t.tokens.start - 1, opener);
    times_around(reading, joint).iter().any(opened)
}

/// "[between 2001] and 2011".
fn closed_by_and(reading: &Reading<'_>, time: &TimeAt) -> bool {
    let joint = time.tokens.end;
    reading.document.is(joint, "and") && times_around(reading, joint).iter().any(|t| t.tokens.start == joint + 1)
}

/// The times of the sentence that a token stands in.
fn times_around<'r>(reading: &'r Reading<'_>, token: usize) -> &'r [TimeAt] {
    let sentence = reading.document.tokens.get(token).and_then(|t| reading.sentence_at(t.span.start));
    sentence.and_then(|s| reading.sentences.get(s)).map_or(&[], |s| &s.times)
}

/// The relation stated by the expression's own first word ("since March" read as one expression).
fn own_words(reading: &Reading<'_>, time: &TimeAt) -> Relation {
    match lexicon::lower(reading.document.word(time.tokens.start)).as_ref() {
        "since" => Relation::Since,
        "until" | "till" => Relation::Until,
        "before" => Relation::Before,
        "after" => Relation::After,
        "by" => Relation::By,
        _ => Relation::At,
    }
}

/// "shortly after 7 p.m." is of that day.
pub(super) fn on_its_day(reading: &Reading<'_>, time: &TimeAt, relation: Relation) -> Relation {
    let clock = reading.times.timexes.get(time.index).is_some_and(|t| t.kind == TimexKind::Time);
    if clock && matches!(relation, Relation::After | Relation::Before) { Relation::At } else { relation }
}

/// "the first red warning since a storm in February 2022", "its highest since March": a time that tells how long nothing
/// like it had happened dates nothing.
pub(super) fn compares(reading: &Reading<'_>, start: usize) -> bool {
    let document = reading.document;
    let phrase = |i: &usize| is_nominal(document.tag(*i));
    let reach = (start.saturating_sub(10)..start + 1).rev().take_while(phrase);
    let Some(since) = reach.into_iter().find(|i| document.is(*i, "since")) else { return false };
    (since.saturating_sub(8)..since).rev().take_while(phrase).any(|i| {
        let word = lexicon::lower(document.word(i));
        document.tag(i) == Tag::AdjectiveSuperlative || matches!(word.as_ref(), "first" | "worst" | "best" | "most")
    })
}
