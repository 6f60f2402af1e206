//! Sharing: verbs that are told together have one time.
//!
//! "The leaders met on Tuesday and signed a pact": the time stands once, with either verb.

use super::attach::{Attached, Closeness, clause_verb};
use super::bounds;
use super::clause::ClauseKind;
use super::lexicon;
use super::reading::Reading;
use crate::extract::timex::Relation;
use crate::model::{Modality, Precision, Tense};

/// Verbs joined with a dated one ("met on Tuesday and signed …") are told with its time.
pub(super) fn in_sentence(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let Some(read) = reading.sentences.get(sentence) else { return };
    for pair in 1..read.clauses.len() {
        let (Some(a), Some(b)) =
            (clause_verb(reading, sentence, Some(pair - 1)), clause_verb(reading, sentence, Some(pair)))
        else {
            continue;
        };
        let (Some(left), Some(right)) = (reading.found.get(a), reading.found.get(b)) else { continue };
        let same = matches!((read.clauses.get(pair - 1), read.clauses.get(pair)), (Some(x), Some(y)) if x.kind == y.kind && x.subject == y.subject);
        if !same || (left.tense, left.aspect, left.modality) != (right.tense, right.aspect, right.modality) {
            continue;
        }
        for (from, to) in [(a, b), (b, a)] {
            let mut lent = attached.get(from).cloned().unwrap_or_default();
            if from == b {
                // "studied at Leeds and took her doctorate in 1961": the first took its own time; "was tried and jailed
                // in 1961" has one for both.
                let bare = right.token <= left.token + 2;
                lent.retain(|time| bare || time.relation != Relation::At || !is_single_period(reading, time.time));
            }
            if let Some(list) = attached.get_mut(to).filter(|list| list.is_empty()) {
                list.extend(lent.into_iter().map(|lent| Attached { closeness: Closeness::Sentence, ..lent }));
            }
        }
    }
}

/// Whether a time is one month, season or year: too long to hold together what only stands side by side.
fn is_single_period(reading: &Reading<'_>, time: usize) -> bool {
    let grain = reading.times.timexes.get(time).map(bounds::precision);
    grain.is_some_and(|g| g > Precision::Week && g < Precision::Range)
}

/// "died when a tree fell on his van shortly before 6am": what happened when something else did is of its time.
pub(super) fn with_main(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let Some(read) = reading.sentences.get(sentence) else { return };
    for pair in 1..read.clauses.len() {
        let (Some(main), Some(aside)) = (read.clauses.get(pair - 1), read.clauses.get(pair)) else { continue };
        let marker = aside.marker.map(|m| lexicon::lower(reading.document.word(m)));
        if main.kind != ClauseKind::Main
            || aside.kind != ClauseKind::Adverbial
            || !matches!(marker.as_deref(), Some("when" | "as"))
        {
            continue;
        }
        let verbs = (clause_verb(reading, sentence, Some(pair - 1)), clause_verb(reading, sentence, Some(pair)));
        let (Some(main), Some(aside)) = verbs else { continue };
        let told =
            |i: usize| reading.found.get(i).is_some_and(|f| f.tense == Tense::Past && f.modality == Modality::Actual);
        for (to, from) in [(main, aside), (aside, main)] {
            let lent = attached.get(from).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
            if let (Some(lent), Some(list)) = (lent.filter(|_| told(to) && told(from)), attached.get_mut(to))
                && list.is_empty()
            {
                list.push(Attached { closeness: Closeness::Sentence, ..lent });
            }
        }
    }
}
