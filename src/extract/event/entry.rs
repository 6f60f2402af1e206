//! Entries of a chronicle: paragraphs that open with the time they tell of, "Jan. 15, 1967: The final was played here", or
//! that stand under it, "1 May 2022" alone in a line.
//!
//! Such a time stands in no clause of the paragraph and dates what it tells, in the past or the present of chronicles, up to
//! the next time that is stated in full.

use super::attach::{Attached, Closeness};
use super::clause::ClauseKind;
use super::reading::{Reading, TimeAt};
use crate::extract::timex::Relation;
use crate::model::{Aspect, BlockKind, EventClass, Tense, TimexAnchor, TimexKind};
use std::ops::Range;

/// How many blocks from the top the day of publication may stand.
const TOP_BLOCKS: usize = 8;

/// A time and the sentences told under it.
struct Entry {
    time: usize,
    sentences: Range<usize>,
    /// Whether the time is complete in itself.
    complete: bool,
}

/// Marks the sentences that a chronicle tells under its heads.
pub(super) fn mark(reading: &mut Reading<'_>) {
    let entries = find(reading);
    if entries.len() > 1 {
        for told in entries.into_iter().flat_map(|entry| entry.sentences) {
            if let Some(sentence) = reading.sentences.get_mut(told) {
                sentence.in_chronicle = true;
            }
        }
    }
}

/// Gives the main line of every entry without times of its own the entry's time.
pub(super) fn date(reading: &Reading<'_>, attached: &mut [Vec<Attached>]) {
    let entries = find(reading);
    let chronicle = entries.len() > 1;
    for entry in entries.iter().filter(|entry| chronicle || entry.complete) {
        let head = Attached { time: entry.time, relation: Relation::At, closeness: Closeness::Entry };
        for told in entry.sentences.clone() {
            if told > entry.sentences.start && states_another(reading, told) {
                break;
            }
            let found = reading.sentences.get(told).map_or(0..0, |s| s.found.clone());
            for word in found.filter(|word| is_main_line(reading, *word, chronicle)) {
                if let Some(times) = attached.get_mut(word).filter(|times| times.is_empty()) {
                    times.push(head);
                }
            }
        }
    }
}

fn find(reading: &Reading<'_>) -> Vec<Entry> {
    let sentences = &reading.document.sentences;
    let block = |i: usize| sentences.get(i).map(|s| s.block);
    let mut out: Vec<Entry> = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let opens = index == 0 || block(index - 1) != Some(sentence.block);
        let Some(read) = reading.sentences.get(index).filter(|s| opens && s.caption.is_none()) else { continue };
        let Some(time) = read.times.iter().find(|t| heads(reading, index, t)) else { continue };
        let timex = reading.times.timexes.get(time.index);
        let end = (index..sentences.len()).find(|i| block(*i) != Some(sentence.block)).unwrap_or(sentences.len());
        let alone = reading.document.word(time.tokens.end).is_empty() || time.tokens.end >= sentence.tokens.end;
        // What stands alone in its line heads the paragraphs up to the next head or heading.
        let end = if alone && end == index + 1 { under(reading, end) } else { end };
        let complete = timex.is_some_and(|t| t.anchor == TimexAnchor::None) && !alone;
        out.push(Entry { time: time.index, sentences: index..end, complete });
    }
    out
}

/// Where the paragraphs under a head end that stands alone.
fn under(reading: &Reading<'_>, from: usize) -> usize {
    let sentences = &reading.document.sentences;
    let heading = |i: usize| {
        let block = sentences.get(i).and_then(|s| reading.document.article.blocks.get(s.block));
        block.is_none_or(|b| !matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem))
    };
    let head = |i: usize| reading.sentences.get(i).is_some_and(|s| s.times.iter().any(|t| heads(reading, i, t)));
    (from..sentences.len()).find(|i| heading(*i) || head(*i)).unwrap_or(sentences.len())
}

/// "14:30 - The airport reopens": whether a clock time heads an entry, told of all of it and of no verb alone.
pub(super) fn is_clock_head(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> bool {
    reading.times.timexes.get(time.index).is_some_and(|t| t.reading.starts_with("at the head of"))
        && heads(reading, sentence, time)
}

/// Whether a time stands first in its paragraph, a list's mark aside, and is closed by a colon, a dash or the line's end.
fn heads(reading: &Reading<'_>, index: usize, time: &TimeAt) -> bool {
    let Some(sentence) = reading.document.sentences.get(index) else { return false };
    let Some(timex) = reading.times.timexes.get(time.index).filter(|t| t.range.is_some_and(|r| !r.is_open())) else {
        return false;
    };
    let marks =
        (sentence.tokens.start..time.tokens.start).all(|i| matches!(reading.document.word(i), "-" | "*" | "•" | "·"));
    let last = reading.document.word(time.tokens.end);
    let ends = time.tokens.end >= sentence.tokens.end;
    let closed = matches!(last, ":" | "—" | "–" | "-" | "--") || ends;
    let reference = &reading.times.reference_date;
    // The day a page was published or updated heads nothing, though it stands alone above the story.
    let near = timex.range.and_then(|r| r.earliest).zip(reference.range.earliest);
    let printed = ends && sentence.block < TOP_BLOCKS && near.is_some_and(|(a, b)| (a - b).num_days().abs() <= 31);
    let own = printed || reference.evidence.iter().any(|e| e.overlaps(timex.span));
    marks && closed && !own && matches!(timex.kind, TimexKind::Date | TimexKind::Time)
}

/// Whether the story of the entry moves on to another time.
fn states_another(reading: &Reading<'_>, sentence: usize) -> bool {
    let times = reading.sentences.get(sentence).map_or(&[][..], |s| &s.times);
    times
        .iter()
        .filter_map(|time| reading.times.timexes.get(time.index))
        .any(|t| t.anchor == TimexAnchor::None && t.range.is_some_and(|r| !r.is_open()) && !t.value.starts_with('P'))
}

/// Whether the article itself tells the word as something that happened; a chronicle also tells in the present.
fn is_main_line(reading: &Reading<'_>, word: usize, chronicle: bool) -> bool {
    let Some(found) = reading.found.get(word).filter(|f| f.quote.is_none()) else { return false };
    let Some(read) = reading.sentences.get(found.sentence) else { return false };
    let finite = found.group.and_then(|g| read.groups.get(g)).is_some_and(|g| g.finite && !g.conditional);
    let main = found.clause.and_then(|c| read.clauses.get(c)).is_some_and(|c| c.kind == ClauseKind::Main);
    let said = chronicle && found.class == EventClass::Reporting;
    let happens = said || matches!(found.class, EventClass::Occurrence | EventClass::IAction | EventClass::Aspectual);
    let tensed = found.tense == Tense::Past || chronicle && found.tense == Tense::Present;
    // "11:20 - Power has been restored"
    let perfect = chronicle && found.aspect == Aspect::Perfective && found.tense == Tense::Present;
    finite && main && happens && tensed && (found.aspect == Aspect::None || perfect)
}
