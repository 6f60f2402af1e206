//! Dates given by a word's own times: "on Tuesday", "from January to March", "in 2003, 2012 and 2019".
//!
//! The closest and narrowest time dates best; a second one may close what the first leaves open, or go on with a list.

use super::{Anchor, Evidence};
use crate::extract::event::attach::{Attached, Closeness, stretch};
use crate::extract::event::bounds::{self, Bounds};
use crate::extract::event::confidence;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::timex::Relation;
use crate::model::{Aspect, DateBasis, DateRange, EventDate, Precision, Span, Tense, Timex, TimexAnchor, TimexId};

/// The date given by a word's own times; `None` when it has none.
pub(super) fn read(reading: &Reading<'_>, word: &Found, attached: &[Attached]) -> Option<Anchor> {
    let (tense, aspect) = (word.tense, word.aspect);
    let attached = &as_bounds(reading, attached);
    let best = attached.iter().min_by_key(|a| (a.closeness, rank(a.relation), width(reading, a.time)))?;
    let best = first_of_entries(reading, word, attached, best);
    let now = reading.times.reference_date.range;
    let mut days = stretch::days(reading, best.time)?;
    if best.relation == Relation::After && is_second_year(reading, best.time) {
        // "after the 2025/26 season": it ended within its second year.
        days.latest = days.earliest.and_then(|first| first.pred_opt());
        days.earliest = days.latest;
    }
    let mut bounds = Bounds::read(days, best.relation, now);
    if tense == Tense::Future && best.relation == Relation::By && bounds.begin.latest >= now.earliest {
        // What is still to come lies between the article's day and the day set for it.
        bounds.begin.earliest = now.earliest;
        bounds.end.earliest = now.earliest;
    }
    if tense == Tense::Present && aspect == Aspect::Perfective && best.relation == Relation::Since {
        // "has risen since July": on the article's day at least.
        bounds.end.earliest = now.earliest;
    }
    if tense == Tense::Past && best.relation == Relation::Since {
        // "had been suspended since July": not said to last still.
        bounds.end = DateRange { earliest: bounds.begin.earliest, latest: None };
    }
    let mut timexes = vec![TimexId::at(best.time)];
    // "from January to March", "since May … until June": the second closes what the first leaves open.
    for other in attached.iter().filter(|a| a.time != best.time && a.closeness == best.closeness) {
        let Some(range) = reading.times.timexes.get(other.time).and_then(|t| t.range) else { continue };
        match (best.relation, other.relation) {
            (Relation::Since, Relation::Until) => bounds.end = range,
            (Relation::Until, Relation::Since) => bounds.begin = range,
            _ => continue,
        }
        timexes.push(TimexId::at(other.time));
    }
    if best.relation == Relation::At {
        timexes.extend(listed_after(reading, attached, *best));
        let last = timexes.last().and_then(|t| reading.times.timexes.get(t.index())).and_then(|t| t.range);
        if let Some(last) = last.filter(|last| timexes.len() > 1 && last.latest > bounds.end.latest) {
            bounds.end = last;
        }
    }
    // "between January and March", read as of two years: the span has no beginning that is known.
    if bounds.begin.earliest.zip(bounds.end.latest).is_some_and(|(first, last)| first > last) {
        bounds.begin = DateRange { earliest: None, latest: bounds.end.latest };
    }
    let change = ends_of_change(reading, attached);
    if let Some((first, last)) = change {
        let range = |time: usize| reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
        bounds = Bounds { begin: range(first), end: range(last) };
        timexes = vec![TimexId::at(first), TimexId::at(last)];
    }
    let timex = timexes.first().and_then(|first| reading.times.timexes.get(first.index()))?;
    let listed = timexes.len() > 1 && (best.relation == Relation::At || change.is_some());
    let evidence = if best.closeness == Closeness::Sentence { Evidence::Sentence } else { Evidence::Own };
    let last = timexes.last().and_then(|t| reading.times.timexes.get(t.index())).filter(|_| listed);
    let pair = is_second_year(reading, best.time).then(|| reading.times.timexes.get(best.time - 1)).flatten();
    let span = pair.map_or(timex.span, |first| first.span.cover(timex.span));
    let words = last.map_or(span, |last| span.cover(last.span)).of(reading.text());
    let where_ = match best.closeness {
        Closeness::Own => "",
        Closeness::Sentence => " in the same sentence",
        Closeness::Entry => " at the head of the paragraph",
    };
    let explanation = match (where_, timex.reading.is_empty()) {
        ("", true) => format!("“{words}” stands with it"),
        (_, true) => format!("“{words}” stands{where_}"),
        (_, false) => format!("“{words}”{where_}: {}", timex.reading),
    };
    let complete = timex.anchor == TimexAnchor::None;
    let basis = match evidence {
        Evidence::Own if complete => DateBasis::Explicit,
        Evidence::Own => DateBasis::Relative,
        _ => DateBasis::Context,
    };
    let grain = bounds::precision(timex);
    let bare = is_bare_clock(reading, timex);
    let confidence = match best.closeness {
        _ if bare => confidence::BARE_CLOCK,
        Closeness::Own => confidence::own(grain, complete, tense),
        Closeness::Sentence => confidence::SAME_SENTENCE,
        Closeness::Entry => confidence::ENTRY,
    };
    let precision = match best.relation {
        // "last Monday", of one week or the other.
        Relation::At if !listed && grain == Precision::Day && bounds.as_day().is_none() => Precision::Range,
        Relation::At if !listed => grain,
        // "between 4pm and 5pm on Thursday"
        _ if listed && bounds.as_day().is_some() => Precision::Day,
        _ => Precision::Range,
    };
    let date = EventDate {
        begin: bounds.begin,
        end: bounds.end,
        precision,
        clock: timex.clock.filter(|_| best.relation == Relation::At),
        basis,
        timexes,
        confidence,
        explanation,
    };
    Some(Anchor { bounds, evidence, date })
}

/// "12 died at Vik [in July 2012], ten at Harle on 2 May 2021": of times that share no day the first, not the narrowest, for
/// the others are of what the sentence goes on to.
///
/// A time before the word is that of its subject: "a case in 2022 was settled in March".
fn first_of_entries<'a>(
    reading: &Reading<'_>,
    word: &Found,
    attached: &'a [Attached],
    best: &'a Attached,
) -> &'a Attached {
    let range = |a: &Attached| reading.times.timexes.get(a.time).and_then(|t| t.range).unwrap_or_default();
    let rival = |a: &&Attached| (a.closeness, a.relation) == (best.closeness, best.relation) && a.time < best.time;
    let apart = |a: &&Attached| range(a).latest < range(best).earliest || range(a).earliest > range(best).latest;
    let span = |a: &Attached| reading.times.timexes.get(a.time).map(|t| t.span).unwrap_or_default();
    let goes_on = |a: &&Attached| {
        let between = Span { start: span(a).end, end: span(best).start }.of(reading.text());
        between.contains(',') || between.contains(" and ")
    };
    let behind = |a: &&Attached| span(a).start > word.span.start;
    attached.iter().filter(rival).filter(behind).filter(apart).filter(goes_on).min_by_key(|a| a.time).unwrap_or(best)
}

/// "since 2016/17", "after the 2016/17 season": what bounds the two years bounds by the nearer of them, and the other says no
/// more. What two years share begins within the first.
fn as_bounds(reading: &Reading<'_>, attached: &[Attached]) -> Vec<Attached> {
    let bound = |time: usize| attached.iter().any(|a| a.time == time && a.relation != Relation::At);
    let closed = |a: &&Attached| !(is_second_year(reading, a.time) && bound(a.time - 1));
    let nearer = |a: &Attached| {
        let ends = matches!(a.relation, Relation::After | Relation::By | Relation::Until);
        let pair = is_second_year(reading, a.time + 1);
        let relation = if pair && a.relation == Relation::Before { Relation::By } else { a.relation };
        Attached { time: a.time + usize::from(ends && pair), relation, ..*a }
    };
    attached.iter().filter(closed).map(nearer).collect()
}

/// "2016/[17]": never the article's first time.
fn is_second_year(reading: &Reading<'_>, time: usize) -> bool {
    reading.times.timexes.get(time).is_some_and(|t| t.rule == "year/second")
}

/// "at 5 a.m." with no day in its paragraph: taken for one of the article's day or of the one told of before.
fn is_bare_clock(reading: &Reading<'_>, timex: &Timex) -> bool {
    let block = |span: Span| {
        let sentence = reading.sentence_at(span.start).and_then(|s| reading.document.sentences.get(s));
        sentence.map(|s| s.block)
    };
    let elsewhere = match timex.anchor {
        TimexAnchor::Timex(id) => {
            let day = reading.times.timexes.get(id.index()).map(|day| day.span);
            timex.reading.starts_with("on the day just mentioned") && day.and_then(block) != block(timex.span)
        }
        _ => timex.reading.starts_with("on the article's day"),
    };
    timex.clock.is_some() && elsewhere
}

/// "rose from 90 in January 2019 to 600 by April 2021": when a change began and when it had come about.
fn ends_of_change(reading: &Reading<'_>, attached: &[Attached]) -> Option<(usize, usize)> {
    let times = &reading.times.timexes;
    let sentence = reading.sentence_at(times.get(attached.first()?.time)?.span.start)?;
    let opens = reading.document.sentences.get(sentence)?.span.start;
    let ends =
        |time: usize| attached.iter().any(|a| a.time == time && matches!(a.relation, Relation::At | Relation::By));
    let of = |start: u32, end: u32| Span { start, end }.of(reading.text());
    attached.iter().map(|a| a.time).filter(|first| ends(*first) && ends(first + 1)).find_map(|first| {
        let (from, to) = (times.get(first)?.span, times.get(first + 1)?.span);
        let before = of(opens, from.start);
        let between = of(from.end, to.start).trim_start_matches(',').trim_start();
        let rises = before.contains(" from ") && between.starts_with("to ");
        rises.then_some((first, first + 1))
    })
}

/// "in 2003, 2012 and 2019": the times of a list that goes on behind the first.
fn listed_after(reading: &Reading<'_>, attached: &[Attached], first: Attached) -> Vec<TimexId> {
    let span = |time: usize| reading.times.timexes.get(time).map(|t| t.span).unwrap_or_default();
    let mut listed = Vec::new();
    let mut closed = 0;
    let mut last = first.time;
    // "5–9 March": the second of two days that share their month closes the first.
    let goes_on = |a: &&Attached| matches!(a.relation, Relation::At | Relation::Until);
    while attached.iter().filter(goes_on).any(|a| a.time == last + 1) {
        let between = Span { start: span(last).end, end: span(last + 1).start }.of(reading.text());
        let joins = |word: &str| matches!(word, "," | "and" | "or" | "&" | "in" | "on" | "again" | "-" | "–" | "/");
        let joined = between.replace(',', " , ").split_whitespace().all(joins) || is_next_entry(between);
        let and = between.split_whitespace().any(|word| matches!(word, "and" | "or" | "&" | "-" | "–" | "/"));
        if !joined || !and && !between.contains(',') {
            break;
        }
        last += 1;
        listed.push(TimexId::at(last));
        closed = if and { listed.len() } else { closed };
    }
    listed.truncate(closed);
    listed
}

/// "gold in 1992[, silver in] 1996 [and bronze in] 2000": between two times of a list whose entries have each its own.
fn is_next_entry(between: &str) -> bool {
    const LEADS: [&str; 13] =
        ["a", "an", "another", "the", "after", "before", "of", "to", "from", "with", "by", "for", "until"];
    let (entry, preposition) = between.trim().rsplit_once(' ').unwrap_or_default();
    let entry = entry.strip_prefix(',').or_else(|| entry.strip_prefix("and ")).map(str::trim_start);
    let entry = entry.map(|entry| entry.strip_prefix("and ").unwrap_or(entry));
    matches!(preposition, "in" | "on")
        && entry.is_some_and(|entry| {
            let mut words = entry.split(' ');
            entry.split(' ').count() <= 3 && words.all(|word| !LEADS.contains(&word) && !word.contains([',', '.', ';']))
        })
}

fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::At => 0,
        Relation::Since | Relation::Until => 1,
        _ => 2,
    }
}

/// Days that a time covers; the narrower time dates better.
fn width(reading: &Reading<'_>, time: usize) -> i64 {
    let range = reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
    match (range.earliest, range.latest) {
        // A leap year is as wide as any year, February as any month.
        (Some(first), Some(last)) => match last.signed_duration_since(first).num_days() {
            27..=30 => 30,
            364..=365 => 365,
            days => days,
        },
        _ => i64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn a_list_of_times_spans_from_the_first_to_the_last() {
        for (text, expected) in [
            (
                "They/PRP failed/VBD in/IN 2003/CD=2003 ,/. 2012/CD=2012 and/CC 2019/CD=2019 ./.",
                "failed 2003-01-01/2019-12-31",
            ),
            ("They/PRP failed/VBD in/IN 2003/CD=2003 and/CC in/IN 2019/CD=2019 ./.", "failed 2003-01-01/2019-12-31"),
            ("They/PRP failed/VBD in/IN 2003/CD=2003 ,/. years/NNS later/RB=2019 ./.", "failed 2003-01-01/2003-12-31"),
            ("They/PRP failed/VBD in/IN 2003/CD=2003 ./.", "failed 2003-01-01/2003-12-31"),
            // Of times of different things the first, not the narrowest.
            (
                "Ten/CD men/NNS died/VBD at/IN Vik/NNP in/IN 2012/CD=2012 ,/. two/CD at/IN a/DT port/NN near/IN Harle/NNP on/IN May/NNP=2021-05-02 ./.",
                "died 2012-01-01/2012-12-31",
            ),
            ("They/PRP failed/VBD in/IN May/NNP=2003-05 or/CC June/NNP=2003-06 ./.", "failed 2003-05-01/2003-06-28"),
            (
                "He/PRP won/VBD gold/NN in/IN 1992/CD=1992 ,/. silver/NN in/IN 1997/CD=1997 and/CC bronze/NN in/IN 2000/CD=2000 ./.",
                "won 1992-01-01/2000-12-31",
            ),
            // What is another's time is none of the first.
            (
                "It/PRP built/VBD a/DT ship/NN in/IN 1992/CD=1992 and/CC another/DT in/IN Vik/NNP in/IN 1997/CD=1997 ./.",
                "built 1992-01-01/1992-12-31",
            ),
            (
                "It/PRP rose/VBD from/IN 90/CD in/IN May/NNP=2019-05 to/TO 600/CD by/IN April/NNP=2021-04 ./.",
                "rose 2019-05-01/2021-04-28",
            ),
            (
                "It/PRP went/VBD from/IN 90/CD men/NNS in/IN 2013/CD=2013 ,/. to/TO 60/CD men/NNS in/IN 2024/CD=2024 ./.",
                "went 2013-01-01/2024-12-31",
            ),
        ] {
            assert_eq!(fixture("2026-01-08", text).dated_mentions(), [expected], "{text}");
        }
    }
}
