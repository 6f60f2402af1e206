//! What the words around an expression make of it: told of for its own sake, in passing, of every year, or counted from.

use super::calendar::Unit;
use super::meaning::{Field, Found, Lean, Meaning, When, Year};
use super::relation::Relation;
use super::words::{Shape, Word};
use crate::extract::text::{Tag, Token};

/// Whether a sentence turns to something else: "In 2023, it made a loss, [but] …".
pub fn turns_away(text: &str, words: &[Word]) -> bool {
    words.iter().any(|w| w.byte == b';' || w.span.of(text) == "but")
}

/// Whether a clause behind a date tells of it: "since Sunday, when …".
pub fn is_told_of(text: &str, words: &[Word], found: &Found) -> bool {
    let comma = usize::from(words.get(found.end).is_some_and(|w| w.byte == b','));
    words.get(found.end + comma).is_some_and(|w| w.span.of(text) == "when")
}

/// "The lake usually freezes in January": in no one year.
pub fn is_habitual(text: &str, words: &[Word], found: &Found) -> bool {
    const REACH: usize = 8;
    const HABIT: [&str; 6] = ["usually", "typically", "normally", "generally", "traditionally", "invariably"];
    let Meaning::Date(When::Field { year: Year::Unknown, field, lean: Lean::None, .. }) = found.meaning else {
        return false;
    };
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let clause = before.iter().rev().take_while(|w| !matches!(w.byte, b',' | b';'));
    !matches!(field, Field::Whole) && clause.into_iter().any(|w| HABIT.contains(&w.span.of(text)))
}

/// The weekday beside `found` with which it makes a range, "from Monday to Friday", "Monday-Friday": the one behind, or the
/// place of the one before it.
pub fn weekday_range(text: &str, words: &[Word], all: &[Found], found: &Found) -> (Option<(u32, bool)>, bool) {
    const REACH: usize = 6;
    let weekday = |f: &Found| match f.meaning {
        Meaning::Date(When::Weekday { weekday, lean: Lean::None }) => Some(weekday),
        Meaning::Time(Some(When::Weekday { weekday, lean: Lean::None }), _) => Some(weekday),
        _ => None,
    };
    // "9 am to 5 pm on Monday" are hours of one day.
    let hours =
        |first: &Found, last: &Found| matches!(last.meaning, Meaning::Time(..)) && weekday(first) == weekday(last);
    let joined = |first: &Found, last: &Found| {
        let word = words.get(first.end).filter(|_| last.start == first.end + 1 && !hours(first, last));
        let between =
            first.start.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.span.of(text) == "between");
        word.is_some_and(|w| match w.span.of(text) {
            "to" | "through" | "thru" | "until" | "till" => true,
            "and" => between,
            _ => w.byte == b'-',
        })
    };
    if weekday(found).is_none() {
        return (None, false);
    }
    let end = all.iter().find(|f| f.start > found.start).filter(|next| joined(found, next)).and_then(weekday);
    let begun = all.iter().rfind(|f| f.start < found.start).is_some_and(|f| joined(f, found) && weekday(f).is_some());
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let lasts = before.iter().any(|w| ["is", "are", "was", "were", "been"].contains(&w.span.of(text)));
    (end.map(|end| (end, lasts)), begun)
}

/// "at 6 a.m. near the house ten days before the shooting": a time of a day that another one tells.
pub fn is_counted_off(text: &str, words: &[Word], all: &[Found], found: &Found) -> bool {
    const REACH: usize = 6;
    if !matches!(found.meaning, Meaning::Time(None, _)) {
        return false;
    }
    let next = all.iter().find(|f| f.start >= found.end).filter(|f| f.start <= found.end + REACH);
    next.is_some_and(|next| {
        let days = matches!(next.meaning, Meaning::Duration((_, unit), ..) if unit >= Unit::Day);
        let word = words.get(next.end).map_or("", |w| w.span.of(text));
        days && matches!(word, "before" | "after")
    })
}

/// Whether a date of a history only sets off what is told: where something lasted to ("until the fall of Budapest in
/// February 1945"), what it is compared with ("from a low in January"), a look back ("just a year earlier") or ahead
/// ("next summer"). The story goes on from where it was.
pub fn is_aside(text: &str, words: &[Word], found: &Found, relation: Relation) -> bool {
    const REACH: usize = 7;
    const CUES: [&str; 9] = ["until", "till", "compared", "than", "surpassing", "low", "high", "followed", "following"];
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let clause = before.iter().rev().take_while(|w| !matches!(w.byte, b',' | b';' | b'.' | b'('));
    let cued = clause.into_iter().any(|w| CUES.iter().any(|c| w.span.of(text).eq_ignore_ascii_case(c)));
    let looks_aside = match found.meaning {
        Meaning::Date(When::Offset { unit, count, .. }) => unit > Unit::Day && count < 0,
        Meaning::Date(When::YearAgo { .. }) => true,
        Meaning::Date(When::Field { lean: Lean::Next, .. }) => true,
        _ => false,
    };
    relation == Relation::Until || cued || looks_aside
}

/// "A test [carried out] the following day found": a day inside the subject, of what a participle tells of it; the story goes on
/// from the day before.
pub fn is_of_participle(text: &str, words: &[Word], tokens: &[Token], found: &Found) -> bool {
    let tag = |word: &Word| tag_of(tokens, word);
    let done = |w: &Word| w.span.of(text).ends_with("ed") || tag(w) == Some(Tag::VerbPastParticiple);
    let told = words.get(found.start.saturating_sub(2)..found.start).unwrap_or_default().iter().any(done);
    told && words.get(found.end).and_then(tag) == Some(Tag::VerbPast)
}

/// "in [midday] trading on Friday", "an [overnight] raid Saturday": the part of a day told before a noun, whose day `next` is.
pub fn tells_part_of(text: &str, words: &[Word], tokens: &[Token], found: &Found, next: &Found) -> bool {
    const NEAR: usize = 4;
    let tag = |word: &Word| tag_of(tokens, word);
    let bare = matches!(found.meaning, Meaning::Time(None, _));
    let between =
        words.get(found.end..next.start).filter(|words| (1..=NEAR).contains(&words.len())).unwrap_or_default();
    let Some(last) = between.last() else { return false };
    let on = |w: &Word| w.span.of(text) == "on";
    let nouns = if on(last) { between.split_last().map_or(between, |(_, rest)| rest) } else { between };
    bare && !nouns.is_empty() && nouns.iter().all(|w| tag(w).is_some_and(Tag::is_common_noun))
}

/// "the meeting of 3 February 2022": a date that only says which one is meant, unless a sentence begins to tell of that one;
/// "the morning of 3 February" tells when.
pub fn names_an_occasion(text: &str, words: &[Word], found: &Found) -> bool {
    const OPENING: usize = 3;
    if found.start <= OPENING {
        return false;
    }
    let back = |n: usize| found.start.checked_sub(n).and_then(|i| words.get(i));
    let of = back(1).is_some_and(|w| w.span.of(text) == "of");
    const TIMES: [&str; 18] = [
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "weekend",
        "month",
        "end",
        "start",
        "beginning",
        "middle",
        "hours",
        "eve",
        "summer",
        "winter",
        "spring",
        "autumn",
    ];
    let noun = |w: &Word| w.shape == Shape::Letters && !w.capital && !TIMES.contains(&w.span.of(text));
    of && back(2).is_some_and(noun)
}

/// What part of speech a word is; `None` where no token begins with it.
fn tag_of(tokens: &[Token], word: &Word) -> Option<Tag> {
    let at = tokens.partition_point(|t| t.span.start < word.span.start);
    tokens.get(at).filter(|t| t.span.start == word.span.start).map(|t| t.tag)
}
