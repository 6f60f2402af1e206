//! Relations: how the words around a time make it bound what happens: on it, since, until, before, after, by it.
//!
//! "from 2016 to 2019" and "between 2001 and 2011" are read as one span, a clock time as of its day, and a time that only
//! says how long nothing like it had happened ("the first since March") as no date at all.

use super::lexicon;
use super::reading::{Reading, TimeAt};
use super::timed_noun::is_nominal;
use crate::extract::text::Tag;
use crate::extract::timex::Relation;
use crate::model::TimexKind;

/// How a time bounds what happens, and the first token of the whole phrase: what the reader of times took from the word
/// before it, as one of the six that bound an event: at, since, until, before, after, by.
pub(super) fn relation(reading: &Reading<'_>, time: &TimeAt) -> (Relation, usize) {
    let stated = reading.times.places.get(time.index).map_or(Relation::At, |place| place.relation);
    let timex = reading.times.timexes.get(time.index);
    let relation = match stated {
        // "before the end of the year" is in it still.
        Relation::Before if timex.is_some_and(|t| t.modifier == Some("END")) => Relation::By,
        Relation::From | Relation::Between => Relation::Since,
        Relation::To | Relation::And => Relation::Until,
        Relation::During | Relation::Within | Relation::For => Relation::At,
        bound => bound,
    };
    let before = time.tokens.start.saturating_sub(1);
    // "rose after [third-quarter] profit beat forecasts": "after" opens the clause.
    let of_quarter = timex.is_some_and(|t| t.value.contains("-Q")) && reading.document.tag(time.tokens.end).is_noun();
    if of_quarter && matches!(stated, Relation::After | Relation::Before) {
        return (Relation::At, time.tokens.start);
    }
    // "through the night": all through it.
    let part_of_day = timex.is_some_and(|t| t.rule == "day-part") && reading.document.is(time.tokens.start, "the");
    if stated == Relation::To && part_of_day && reading.document.is(before, "through") {
        return (Relation::At, before);
    }
    // "from 6-9 p.m. on June 11": within that day.
    if timex.is_some_and(|t| t.rule == "clock/of-range") {
        return (Relation::At, before);
    }
    // "more than 34 years ago", "over a decade ago": then or earlier.
    let more = |t: &crate::model::Timex| {
        matches!(t.modifier, Some("MORE_THAN" | "EQUAL_OR_MORE")) || reading.document.is(before, "over")
    };
    if timex.is_some_and(|t| t.rule.starts_with("shift/ago") && more(t)) {
        return (Relation::By, time.tokens.start);
    }
    if stated == Relation::At && closes_span(reading, time) {
        return (Relation::Until, before);
    }
    if stated != Relation::At || PLAIN.iter().any(|word| reading.document.is(before, word)) {
        return (relation, before);
    }
    (own_words(reading, time), time.tokens.start)
}

/// Words before a time that belong to its phrase without bounding anything.
const PLAIN: [&str; 10] = ["on", "in", "at", "of", "around", "about", "early", "late", "to", "for"];

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
    // "down 12 per cent from a year earlier"
    let ago = |i: usize| ["earlier", "ago", "before"].iter().any(|w| document.is(i, w));
    let from = document.is(start, "from") && (start + 2..start + 5).any(ago);
    // "higher than a year earlier", "more than in 2019"
    let than = document.is(start, "than") || start.checked_sub(1).is_some_and(|i| document.is(i, "than"));
    // "twice as much as in the second half of 2023"
    let as_much = start >= 3
        && document.is(start - 1, "as")
        && document.is(start - 3, "as")
        && ["few", "high", "low", "many", "much"].iter().any(|w| document.is(start - 2, w));
    if from || than || as_much || is_compared_amount(reading, start) || is_like(reading, start) {
        return true;
    }
    let phrase = |i: &usize| is_nominal(document.tag(*i));
    let reach = (start.saturating_sub(10)..start + 1).rev().take_while(phrase);
    let Some(since) = reach.into_iter().find(|i| document.is(*i, "since")) else { return false };
    if is_behind_its_time(reading, since, start) {
        return false;
    }
    if is_moved_by(document, since) {
        return true;
    }
    // "the largest penalty [imposed] on a company since 1999"
    let told = |i: &usize| {
        let tag = document.tag(*i);
        phrase(i)
            || matches!(tag, Tag::VerbPastParticiple | Tag::AdverbSuperlative)
            || document.is(*i, "most")
            || hangs_together(document, *i)
    };
    (since.saturating_sub(12)..since).rev().take_while(told).any(|i| {
        let word = lexicon::lower(document.word(i));
        // "the fourth serious crash since December"
        let counted = || {
            let ordinal = matches!(word.as_ref(), "second" | "third") || word.len() > 3 && word.ends_with("th");
            ordinal && document.tag(i).is_adjective()
        };
        document.tag(i) == Tag::AdjectiveSuperlative
            || matches!(word.as_ref(), "first" | "worst" | "best" | "most")
            || counted()
    })
}

/// "as severe as the storm [three years earlier]", "higher than levels [a year ago]": of what something is compared with.
fn is_like(reading: &Reading<'_>, start: usize) -> bool {
    let document = reading.document;
    let phrase = |i: &usize| is_nominal(document.tag(*i));
    let word = |i: &usize| document.is(*i, "as") || document.is(*i, "than");
    let Some(joint) = (start.saturating_sub(8)..start).rev().take_while(phrase).find(word) else { return false };
    const AMOUNTS: [&str; 11] =
        ["early", "few", "fewer", "late", "less", "long", "many", "more", "much", "recently", "soon"];
    // "more than two dozen people earlier this month", "as many as a million by 2008"
    if joint < 2 || AMOUNTS.iter().any(|word| document.is(joint - 1, word)) {
        return false;
    }
    if document.is(joint, "than") {
        return (start..start + 4).any(|i| ["earlier", "ago", "before"].iter().any(|w| document.is(i, w)));
    }
    let as_if = |i: usize| document.is(i, "as") || document.is(i, "so");
    document.tag(joint - 1).is_adjective() && as_if(joint - 2) && joint + 1 < start
}

/// "won for the first time since 2021 [on Friday]": a second time is none of the comparison.
fn is_behind_its_time(reading: &Reading<'_>, since: usize, start: usize) -> bool {
    let sentence = reading.document.tokens.get(since).and_then(|t| reading.sentence_at(t.span.start));
    let times = sentence.and_then(|s| reading.sentences.get(s)).map_or(&[][..], |s| &s.times);
    times.iter().any(|time| (since..start).contains(&time.tokens.start) && time.tokens.end <= start)
}

/// "on 34 per cent, [up five points] since September": how far something has moved since then.
fn is_moved_by(document: &crate::extract::text::Document<'_>, since: usize) -> bool {
    let amount = |i: &usize| document.tag(*i).is_noun() || matches!(document.tag(*i), Tag::Number | Tag::Symbol);
    let first = since - (0..since).rev().take(5).take_while(amount).count();
    let moves = |at: usize| ["up", "down"].iter().any(|w| document.is(at, w));
    let comma = |at: usize| at.checked_sub(1).is_some_and(|before| document.is(before, ","));
    first < since && first.checked_sub(1).is_some_and(|at| moves(at) && comma(at))
}

/// A past form right behind its noun and before a preposition: a participle, whatever its tag.
fn hangs_together(document: &crate::extract::text::Document<'_>, at: usize) -> bool {
    document.tag(at) == Tag::VerbPast
        && at.checked_sub(1).is_some_and(|b| document.tag(b).is_noun())
        && document.tag(at + 1) == Tag::Preposition
        && at.checked_sub(2).is_some_and(|b| document.tag(b) == Tag::AdjectiveSuperlative)
}

/// "to 103 billion from 88 billion [in February]", "from 2.1 billion [in 2018] to 3.4 billion": when the other amount was.
fn is_compared_amount(reading: &Reading<'_>, start: usize) -> bool {
    let document = reading.document;
    let amount = |i: &usize| {
        matches!(document.tag(*i), Tag::Number | Tag::Symbol)
            || ["million", "billion", "trillion", "percent", "per", "cent", "%", "$"].iter().any(|w| document.is(*i, w))
    };
    let number = start - (0..start).rev().take(6).take_while(amount).count();
    let ago = (start..start + 4).any(|i| ["earlier", "ago", "before"].iter().any(|w| document.is(i, w)));
    let from = |at: usize| at.checked_sub(1).is_some_and(|before| document.is(before, "from"));
    // "from 90 in January 2019 to 600 by April 2021": both ends of a change.
    let amount_next = |i: usize| matches!(document.tag(i + 1), Tag::Number | Tag::Symbol);
    let goes_on = number < start && from(number) && (start..start + 6).any(|i| document.is(i, "to") && amount_next(i));
    if !goes_on && document.is(start, "in") || ago {
        // "a loss of 112 million, against a profit of 340 million [a year earlier]"
        let figures = |i: &usize| is_nominal(document.tag(*i)) || document.tag(*i) == Tag::Symbol;
        // "compared with a profit of 340 million [a year earlier]"
        let compared = |i: usize| {
            let with = document.is(i, "with") || document.is(i, "to");
            with && i.checked_sub(1).is_some_and(|b| document.is(b, "compared"))
        };
        let versus = |i: usize| ["against", "versus", "vs"].iter().any(|w| document.is(i, w));
        let against = || (0..start).rev().take(10).take_while(figures).any(|i| versus(i) || compared(i));
        // "fell 6 pence to 112, against 240 [in January]"
        let against_it = number < start && number.checked_sub(1).is_some_and(versus);
        return number < start && from(number)
            || against_it
            || is_down_from(reading, start)
            || ago && (is_from_amount(reading, start) || number < start && against());
    }
    false
}

/// "to 71 cents from $214 million, or 80 cents per share, [a year earlier]": the same figure told in two ways.
fn is_from_amount(reading: &Reading<'_>, start: usize) -> bool {
    const REACH: usize = 14;
    let document = reading.document;
    let figure = |i: &usize| {
        let tag = document.tag(*i);
        is_nominal(tag)
            || matches!(tag, Tag::Number | Tag::Symbol | Tag::Preposition)
            || [",", "or", "%", "$"].iter().any(|w| document.is(*i, w))
    };
    let from = (start.saturating_sub(REACH)..start).rev().take_while(figure).find(|i| document.is(*i, "from"));
    from.is_some_and(|from| matches!(document.tag(from + 1), Tag::Number | Tag::Symbol))
}

/// "to grow by 2 percent, down from a forecast of 4 percent [in July]": when the other figure was given.
fn is_down_from(reading: &Reading<'_>, start: usize) -> bool {
    let document = reading.document;
    let phrase = |i: &usize| is_nominal(document.tag(*i)) || matches!(document.tag(*i), Tag::Number | Tag::Symbol);
    let from = (start.saturating_sub(9)..start).rev().take_while(phrase).find(|i| document.is(*i, "from"));
    from.and_then(|from| from.checked_sub(1)).is_some_and(|at| document.is(at, "down") || document.is(at, "up"))
}

/// "between January 2009 and his arrest [in March 2019]": the second end of a span, told with what happened then.
fn closes_span(reading: &Reading<'_>, time: &TimeAt) -> bool {
    const REACH: usize = 7;
    let document = reading.document;
    let Some(sentence) = document.tokens.get(time.tokens.start).and_then(|t| reading.sentence_at(t.span.start)) else {
        return false;
    };
    let times = reading.sentences.get(sentence).map_or(&[][..], |s| &s.times);
    times.iter().any(|first| {
        let gap = first.tokens.end..time.tokens.start;
        let opens = reading.times.places.get(first.index).is_some_and(|place| place.relation == Relation::Between);
        opens
            && document.is(gap.start, "and")
            && (2..=REACH).contains(&gap.len())
            && (gap.start + 1..gap.end).all(|i| is_nominal(document.tag(i)))
    })
}
