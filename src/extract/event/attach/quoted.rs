//! Times in quoted words: what is said counts its days from when it was said, and dates no saying.

use super::{Attached, Closeness, found_at, is_day};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::lexicon::{self, VerbSet};
use crate::extract::event::reading::{self, Reading};
use crate::extract::timex::Relation;
use crate::model::{QuoteKind, Tense};

/// "“Today we pay a debt,” she said on Friday": what is said counts from the day of saying, not from the article's.
pub(super) fn count_today_from_the_saying(reading: &Reading<'_>, attached: &mut [Vec<Attached>]) {
    for quote in reading.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect) {
        let Some(cue) = quote.cue else { continue };
        let Some(sentence) = reading.sentence_at(cue.start) else { continue };
        let verb = reading::tokens_in(reading.document, cue).find_map(|t| found_at(reading, sentence, t));
        let said = verb.and_then(|v| attached.get(v)).and_then(|times| {
            times.iter().find(|time| time.closeness == Closeness::Own && time.relation == Relation::At).copied()
        });
        let said = said.filter(|said| is_day(reading, said.time));
        // "She said he then announced: “They come today”": on a day of the past that nobody names.
        let retold = verb.is_some_and(|v| is_retold(reading, v));
        if said.is_none() && !retold {
            continue;
        }
        let first = reading.found.partition_point(|f| f.span.start < quote.span.start);
        for (found, times) in reading.found.iter().zip(attached.iter_mut()).skip(first) {
            if found.span.start >= quote.span.end {
                break;
            }
            if !quote.parts.iter().any(|part| part.start <= found.span.start && found.span.end <= part.end) {
                continue;
            }
            match said {
                Some(said) => times.iter_mut().filter(|t| is_today(reading, t.time)).for_each(|t| t.time = said.time),
                None => times.retain(|time| !is_today(reading, time.time)),
            }
        }
    }
}

/// Whether a verb of saying is itself what somebody says: "she said he [announced]".
fn is_retold(reading: &Reading<'_>, verb: usize) -> bool {
    let Some(found) = reading.found.get(verb) else { return false };
    let Some(read) = reading.sentences.get(found.sentence) else { return false };
    let clause = found.clause.and_then(|c| read.clauses.get(c)).filter(|c| c.kind == ClauseKind::Content);
    let says = clause.and_then(|c| read.groups.get(c.governor?));
    found.tense == Tense::Past && says.is_some_and(|g| g.is(VerbSet::REPORTING) && g.head < found.token)
}

fn is_today(reading: &Reading<'_>, time: usize) -> bool {
    let words = reading.times.timexes.get(time).map(|t| lexicon::lower(t.span.of(reading.text())));
    words
        .is_some_and(|w| matches!(w.as_ref(), "today" | "tonight" | "this morning" | "this evening" | "this afternoon"))
}

/// A time inside what was said does not date the saying: "“We warned the board in October,” said Reyes".
pub(super) fn keep_quoted_times_inside(reading: &Reading<'_>, attached: &mut [Vec<Attached>]) {
    for quote in reading.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect) {
        let Some(cue) = quote.cue else { continue };
        let Some(sentence) = reading.sentence_at(cue.start) else { continue };
        let verbs = reading::tokens_in(reading.document, cue).filter_map(|t| found_at(reading, sentence, t));
        for verb in verbs {
            let is_said = |time: &Attached| {
                let span = reading.times.timexes.get(time.time).map(|t| t.span);
                span.is_some_and(|s| quote.parts.iter().any(|part| part.start <= s.start && s.end <= part.end))
            };
            if let Some(times) = attached.get_mut(verb) {
                times.retain(|time| !is_said(time));
            }
        }
    }
}
