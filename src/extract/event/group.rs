//! Grouping: one happening told several times is one event with several sources.
//!
//! A later candidate joins an earlier one when its event word refers back to it ("the Paris meeting"), or when verb,
//! doer and day agree. Joining is done against the last candidates of the same lemma only, so that it stays linear.

use super::anchor::{Anchor, Evidence};
use super::candidate::{Candidate, clause_of};
use super::caption_link::compatible;
use super::participants;
use super::reading::Reading;
use crate::model::{EventKind, Part};
use std::collections::{BTreeMap, BTreeSet};

/// How many earlier candidates of one lemma are compared.
const RECENT: usize = 6;

/// Joins candidates that tell one happening; their order is kept.
pub(super) fn join(reading: &Reading<'_>, anchors: &[Option<Anchor>], candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut of_word: BTreeMap<usize, usize> = BTreeMap::new();
    let mut of_lemma: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for candidate in candidates {
        // "The deal … is expected to close in March": what is told of it on another day is another happening.
        let same_time = |place: &usize| {
            out.get(*place).is_some_and(|other| compatible(candidate.date.as_ref(), other.date.as_ref()))
        };
        let target = referred(reading, anchors, &candidate)
            .and_then(|word| of_word.get(&word).copied())
            .filter(same_time)
            .or_else(|| repeated(reading, &candidate, &out, &of_lemma));
        let place = match target {
            Some(place) => {
                if let Some(earlier) = out.get_mut(place) {
                    absorb(earlier, candidate.clone());
                }
                place
            }
            None => {
                out.push(candidate.clone());
                out.len() - 1
            }
        };
        for word in &candidate.found {
            of_word.insert(*word, place);
        }
        if let Some(found) = candidate.main.and_then(|m| reading.found.get(m)) {
            let list = of_lemma.entry(found.lemma.to_string()).or_default();
            if list.last() != Some(&place) {
                list.push(place);
            }
        }
    }
    out
}

/// The earlier event word that the candidate's own event noun, or the noun that is its verb's subject, refers to.
fn referred(reading: &Reading<'_>, anchors: &[Option<Anchor>], candidate: &Candidate) -> Option<usize> {
    let main = candidate.main?;
    let found = reading.found.get(main)?;
    if candidate.kind == EventKind::Statement {
        return None;
    }
    let evidence = |i: usize| anchors.get(i).and_then(Option::as_ref).map(|a| a.evidence);
    let noun = if found.noun.is_some() {
        main
    } else {
        let subject = clause_of(reading, found)?.subject.clone();
        let range = reading.sentences.get(found.sentence)?.found.clone();
        range.clone().find(|i| {
            reading.found.get(*i).is_some_and(|f| {
                f.noun.is_some() && subject.contains(&f.token) && is_subject_head(reading, &subject, f.token)
            })
        })?
    };
    match evidence(noun) {
        Some(Evidence::Mention(earlier)) => {
            let same = reading.found.get(earlier).zip(reading.found.get(noun)).is_some_and(|(a, b)| a.lemma == b.lemma);
            same.then_some(earlier)
        }
        _ => None,
    }
}

/// Whether no preposition stands between the subject's start and the word.
fn is_subject_head(reading: &Reading<'_>, subject: &std::ops::Range<usize>, token: usize) -> bool {
    (subject.start..token).all(|i| {
        reading
            .document
            .tokens
            .get(i)
            .is_some_and(|t| t.tag != crate::extract::text::Tag::Preposition && !t.tag.is_punctuation())
    })
}

/// The earlier candidate with the same verb, doer and day.
fn repeated(
    reading: &Reading<'_>,
    candidate: &Candidate,
    out: &[Candidate],
    of_lemma: &BTreeMap<String, Vec<usize>>,
) -> Option<usize> {
    let found = reading.found.get(candidate.main?)?;
    if candidate.kind == EventKind::Statement || found.group.is_none() {
        return None;
    }
    let parts = |c: &Candidate| -> BTreeSet<(usize, bool)> {
        let Some(found) = c.main.and_then(|m| reading.found.get(m)) else { return BTreeSet::new() };
        let (parts, _) = participants::of_word(reading, found);
        parts.iter().filter(|p| p.part != Part::Other).map(|p| (p.entity.index(), p.part == Part::Agent)).collect()
    };
    let own = parts(candidate);
    let earlier = of_lemma.get(found.lemma.as_ref())?;
    earlier.iter().rev().take(RECENT).copied().find(|place| {
        out.get(*place).is_some_and(|other| {
            let theirs = parts(other);
            let day = |c: &Candidate| c.date.as_ref().and_then(|d| d.hull().as_day());
            let agree = !own.is_empty() && own == theirs;
            let same_day = day(candidate).is_some() && day(candidate) == day(other);
            other.kind == candidate.kind
                && agree
                && (same_day || own.len() >= 2 && compatible(candidate.date.as_ref(), other.date.as_ref()))
        })
    })
}

/// Takes over sources, words and, where it has none, the date of another telling.
pub(super) fn absorb(into: &mut Candidate, other: Candidate) {
    into.found.extend(other.found);
    into.sources.extend(other.sources);
    into.quotes.extend(other.quotes);
    into.captions.extend(other.captions);
    into.remarks.extend(other.remarks);
    let better = match (&into.date, &other.date) {
        (None, Some(_)) => true,
        (Some(a), Some(b)) => {
            b.hull().as_day().is_some() && a.hull().as_day().is_none() && compatible(Some(a), Some(b))
        }
        _ => false,
    };
    if better {
        into.date = other.date;
        into.evidence = other.evidence;
    }
}
