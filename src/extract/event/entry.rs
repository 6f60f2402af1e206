//! Entries of a chronicle: paragraphs that open with the day they tell of: "Jan. 15, 1967: The final was played here."
//!
//! Such a day stands in no clause of the paragraph and dates what it tells, up to the next time that is stated in full.

use super::attach::{Attached, Closeness};
use super::clause::ClauseKind;
use super::reading::{Reading, TimeAt};
use crate::extract::timex::Relation;
use crate::model::{Aspect, EventClass, Tense, TimexAnchor};

/// Gives the main line of every entry without times of its own the entry's day.
pub(super) fn date(reading: &Reading<'_>, attached: &mut [Vec<Attached>]) {
    let sentences = &reading.document.sentences;
    for (index, sentence) in sentences.iter().enumerate() {
        let Some(read) = reading.sentences.get(index).filter(|s| s.story && s.caption.is_none()) else { continue };
        let opens = index.checked_sub(1).and_then(|i| sentences.get(i)).is_none_or(|s| s.block != sentence.block);
        let Some(time) = read.times.first().filter(|time| opens && heads(reading, sentence.tokens.start, time)) else {
            continue;
        };
        let head = Attached { time: time.index, relation: Relation::At, closeness: Closeness::Entry };
        let in_entry =
            (index..sentences.len()).take_while(|i| sentences.get(*i).is_some_and(|s| s.block == sentence.block));
        for told in in_entry {
            if told > index && states_another(reading, told) {
                break;
            }
            let found = reading.sentences.get(told).map_or(0..0, |s| s.found.clone());
            for word in found.filter(|word| is_main_line(reading, *word)) {
                if let Some(times) = attached.get_mut(word).filter(|times| times.is_empty()) {
                    times.push(head);
                }
            }
        }
    }
}

/// Whether a date that is complete in itself stands first and is closed by a colon or a dash.
fn heads(reading: &Reading<'_>, first: usize, time: &TimeAt) -> bool {
    let timex = reading.times.timexes.get(time.index);
    let complete = timex.is_some_and(|t| t.anchor == TimexAnchor::None && t.range.is_some());
    let last = reading.document.word(time.tokens.end);
    complete && time.tokens.start == first && matches!(last, ":" | "—" | "–" | "-" | "--")
}

/// Whether the story of the entry moves on to another time.
fn states_another(reading: &Reading<'_>, sentence: usize) -> bool {
    let times = reading.sentences.get(sentence).map_or(&[][..], |s| &s.times);
    times
        .iter()
        .filter_map(|time| reading.times.timexes.get(time.index))
        .any(|t| t.anchor == TimexAnchor::None && t.range.is_some_and(|r| !r.is_open()) && !t.value.starts_with('P'))
}

/// Whether the article itself tells the word as something that happened.
fn is_main_line(reading: &Reading<'_>, word: usize) -> bool {
    let Some(found) = reading.found.get(word).filter(|f| f.quote.is_none()) else { return false };
    let Some(read) = reading.sentences.get(found.sentence) else { return false };
    let finite = found.group.and_then(|g| read.groups.get(g)).is_some_and(|g| g.finite && !g.conditional);
    let main = found.clause.and_then(|c| read.clauses.get(c)).is_some_and(|c| c.kind == ClauseKind::Main);
    let happens = matches!(found.class, EventClass::Occurrence | EventClass::IAction | EventClass::Aspectual);
    let told = found.tense == Tense::Past && found.aspect == Aspect::None;
    finite && main && happens && told
}
