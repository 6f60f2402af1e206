//! Times before their verb: at the head of a sentence, behind the word that joins a verb, between a subject and its verb.
//!
//! What stands nearer is not always what happens then: the clause that the time opens decides.

use super::found_at;
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::lexicon::VerbSet;
use crate::extract::event::reading::{Reading, TimeAt};
use crate::extract::event::timed_noun::is_nominal;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::text::Tag;

/// The clause that a time stands in. "[In January] officers who had searched for him concluded …", "[In 2014], after they had
/// left, it closed": before the word that opens a relative clause or a circumstance, it is that of the main one.
pub(super) fn told_clause(reading: &Reading<'_>, sentence: usize, start: usize) -> Option<usize> {
    let clauses = reading.sentences.get(sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
    let at = reading.clause_at(sentence, start)?;
    if let Some(saying) = behind_saying(reading, sentence, start, at) {
        return Some(saying);
    }
    if is_cleft(reading, sentence, at) {
        return Some(at + 1);
    }
    let comma = |marker: usize| reading.document.is(marker - 1, ",") && start + 8 > marker;
    let ahead = clauses.get(at).is_some_and(|c| {
        c.marker.is_some_and(|m| {
            start < m && (c.kind == ClauseKind::Relative || c.kind == ClauseKind::Adverbial && comma(m))
        })
    });
    if !ahead {
        return Some(behind_aside(reading, sentence, start, at).unwrap_or(at));
    }
    clauses.iter().skip(at).position(|c| c.kind == ClauseKind::Main).map_or(Some(at), |main| Some(at + main))
}

/// "said [Wednesday] two others had been found", "told the agency [Thursday] he had left": right behind the verb of saying or
/// whom it is said to, and before the subject of what is said, a day is that of the saying.
fn behind_saying(reading: &Reading<'_>, sentence: usize, start: usize, at: usize) -> Option<usize> {
    let document = reading.document;
    let read = reading.sentences.get(sentence)?;
    let said = read.clauses.get(at).filter(|c| c.kind != ClauseKind::Main && c.marker.is_none())?;
    let before = at.checked_sub(1).and_then(|before| read.clauses.get(before)).map(|c| c.group);
    let saying = read.groups.get(said.governor.or(before)?)?;
    let time = read.times.iter().find(|t| t.tokens.start == start)?;
    let subject_next = said.subject.start == time.tokens.end && !said.subject.is_empty();
    let told = saying.verb.is_some_and(|v| matches!(v.lemma, "tell" | "inform"));
    let between = saying.head + 1..start;
    let near = between.is_empty() || told && between.len() <= 6 && between.clone().all(|i| is_nominal(document.tag(i)));
    let near = near && super::is_day(reading, time.index);
    let clause = read.clauses.iter().position(|c| read.groups.get(c.group).is_some_and(|g| g.head == saying.head));
    clause.filter(|_| subject_next && saying.head < start && near && saying.is(VerbSet::REPORTING))
}

/// "will meet Harle, [who play on Sunday], in the final on May 16": a relative clause between commas that has its time keeps
/// to it, and the prepositional phrase behind it goes on with the main clause.
fn behind_aside(reading: &Reading<'_>, sentence: usize, start: usize, at: usize) -> Option<usize> {
    let document = reading.document;
    let read = reading.sentences.get(sentence)?;
    let aside = read.clauses.get(at).filter(|c| c.kind == ClauseKind::Relative)?;
    let marker = aside.marker.filter(|m| m.checked_sub(1).is_some_and(|b| document.is(b, ",")))?;
    let closes = (marker..start).rev().find(|i| document.is(*i, ","))?;
    let nominal = |i: usize| is_nominal(document.tag(i)) || document.tag(i) == Tag::Preposition;
    let goes_on =
        document.tag(closes + 1) == Tag::Preposition && closes + 1 < start && (closes + 1..start).all(nominal);
    let timed = read.times.iter().any(|t| (marker..closes).contains(&t.tokens.start));
    let main = (0..at).rev().find(|i| read.clauses.get(*i).is_some_and(|c| c.kind == ClauseKind::Main));
    main.filter(|_| goes_on && timed)
}

/// "In 2015, [it was Reyes] who signed them up", "it was on Monday that it fell": the clause that only lifts out a word of the
/// one behind it, whose time it is.
fn is_cleft(reading: &Reading<'_>, sentence: usize, at: usize) -> bool {
    let document = reading.document;
    let read = reading.sentences.get(sentence);
    let clause = |at: usize| read.and_then(|s| s.clauses.get(at));
    let Some(be) = clause(at).and_then(|c| read?.groups.get(c.group)) else { return false };
    let it = be.first.checked_sub(1).is_some_and(|i| document.is(i, "it"));
    let lifted = document.tag(be.head + 1);
    let word = lifted.is_noun() || matches!(lifted, Tag::Determiner | Tag::Possessive | Tag::Preposition);
    let marker = clause(at + 1).and_then(|c| c.marker);
    let joins = |marker: usize| ["that", "which", "who"].iter().any(|word| document.is(marker, word));
    it && word && be.verb.is_some_and(|v| v.lemma == "be") && marker.is_some_and(joins)
}

/// "was known to the court and, [on June 30], had signed", "lets users vote, and [last year], the firm changed it": behind the
/// word that joins a verb to what goes before, and before a comma, a time is that verb's.
pub(super) fn set_in_before(reading: &Reading<'_>, sentence: usize, start: usize, time: &TimeAt) -> Option<usize> {
    let document = reading.document;
    let joins = |i: &usize| ["and", "but", "who", "which"].iter().any(|word| document.is(*i, word));
    if !document.is(time.tokens.end, ",") {
        return None;
    }
    let read = reading.sentences.get(sentence)?;
    let next = time.tokens.end + 1;
    let parted = start.checked_sub(1).is_some_and(|i| document.is(i, ","));
    let verb = match parted {
        true => {
            start.checked_sub(2).filter(joins).and_then(|_| read.groups.iter().find(|g| g.finite && g.first == next))
        }
        false => {
            start.checked_sub(1).filter(joins)?;
            let opened = read.clauses.iter().find(|c| c.subject.start == next && !c.subject.is_empty());
            opened.and_then(|clause| read.groups.get(clause.group))
        }
    };
    found_at(reading, sentence, verb?.head)
}

/// "The king, facing protests, [on Monday] sought help": behind a comma and right before the clause's verb, a time is
/// that verb's, whatever stands nearer.
pub(super) fn opens_predicate(
    reading: &Reading<'_>,
    sentence: usize,
    start: usize,
    finite: Option<usize>,
    time: &TimeAt,
) -> bool {
    let finite = finite.and_then(|f| reading.found.get(f));
    let groups = reading.sentences.get(sentence).map(|s| s.groups.as_slice()).unwrap_or(&[]);
    let first = finite.and_then(|f| groups.get(f.group?)).map(|g| g.first);
    first == Some(time.tokens.end) && start.checked_sub(1).is_some_and(|before| reading.document.is(before, ","))
}

/// "was honoured in 1998 and [in 2015] [received] a degree": the finite verb that a time behind a conjunction leads to.
pub(super) fn opens_joined_verb(reading: &Reading<'_>, sentence: usize, start: usize, time: &TimeAt) -> Option<usize> {
    let conjunction = start.checked_sub(1).is_some_and(|i| reading.document.tag(i) == Tag::Conjunction);
    // "two batches printed in 2014 [and 2016] contain an error"
    let joined = conjunction && start < time.tokens.start;
    let groups = &reading.sentences.get(sentence)?.groups;
    let verb = groups.iter().find(|g| joined && g.finite && g.first == time.tokens.end);
    let verb = verb.or_else(|| behind_apposition(reading, sentence, time).filter(|_| joined))?;
    found_at(reading, sentence, verb.head)
}

/// "and [in 1976], a summer of drought, the company [tried] again": the verb of the clause behind what a time is called.
fn behind_apposition<'r>(reading: &'r Reading<'_>, sentence: usize, time: &TimeAt) -> Option<&'r VerbGroup> {
    let document = reading.document;
    let read = reading.sentences.get(sentence)?;
    let end = time.tokens.end;
    let called = document.is(end, ",") && document.tag(end + 1) == Tag::Determiner;
    let clause =
        read.clauses.iter().find(|c| c.kind == ClauseKind::Main && c.subject.start > end && c.marker.is_none())?;
    let subject = clause.subject.start;
    let parted = called && subject > end + 2 && document.is(subject - 1, ",");
    let nominal = (end + 1..subject.saturating_sub(1)).all(|i| is_nominal(document.tag(i)));
    read.groups.get(clause.group).filter(|g| parted && nominal && g.finite)
}

/// "the migrants [crossing] the Channel last year [drove up] the number": right before the clause's verb, a time is
/// that of the participle in its subject, if there is one.
pub(super) fn in_subject(
    reading: &Reading<'_>,
    sentence: usize,
    start: usize,
    finite: Option<usize>,
    time: &TimeAt,
) -> Option<usize> {
    let read = reading.sentences.get(sentence)?;
    let first = finite.and_then(|f| read.groups.get(reading.found.get(f)?.group?))?.first;
    let participle = read.groups.iter().rfind(|g| g.head < start).filter(|g| g.is_participle() && g.first == g.head)?;
    let told_of_noun = participle.first > 0 && reading.document.tag(participle.first - 1).is_noun();
    let near =
        (participle.head + 1..start).all(|i| is_nominal(reading.document.tag(i))) && start - participle.head <= 6;
    if first != time.tokens.end || !told_of_noun || !near {
        return None;
    }
    found_at(reading, sentence, participle.head)
}
