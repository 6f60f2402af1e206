//! Deeds told with what came of them: what somebody is tried for, what somebody is asked to do.
//!
//! Such a deed has its own day, which is not that of the verb that tells it; its title names both.

use super::subject::{subject_of, subject_words};
use super::{LONGEST, clause_of};
use crate::extract::event::attach;
use crate::extract::event::lexicon::VerbSet;
use crate::extract::event::mentions::Found;
use crate::extract::event::participants;
use crate::extract::event::reading::Reading;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::event::wording::Wording;
use crate::extract::text::Tag;
use crate::model::Tense;

/// "Ulven was jailed on Monday for [murdering a girl in 2021]": the deed has its own day, and what came of it after a colon.
pub(super) fn of_charge(reading: &Reading<'_>, found: &Found) -> Option<String> {
    const CHARGES: [&str; 12] = [
        "accuse", "acquit", "arrest", "charge", "clear", "convict", "fine", "imprison", "indict", "jail", "sentence",
        "suspect",
    ];
    let read = reading.sentences.get(found.sentence)?;
    let deed = read.groups.get(found.group?)?;
    let before = reading.document.tag(deed.first.checked_sub(1)?);
    let stands_behind = before == Tag::Preposition || before.is_adverb();
    if !stands_behind || reading.document.tag(deed.head) != Tag::VerbGerund {
        return None;
    }
    let charge = read.groups.iter().rfind(|g| g.head < deed.first)?;
    let clause = read.clauses.iter().find(|c| read.groups.get(c.group).is_some_and(|g| g.head == charge.head))?;
    let outcome = attach::found_at(reading, found.sentence, charge.head).and_then(|f| reading.found.get(f))?;
    let charged = charge.passive && CHARGES.contains(&outcome.lemma.as_ref());
    let who = subject_words(reading, clause.subject.clone()).filter(|_| charged)?;
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let outcome = format!("{who} {}", wording.words(charge.first..charge.head + 1, &[]).trim());
    let first = if before.is_adverb() { deed.first - 1 } else { deed.first };
    let room = LONGEST.checked_sub(outcome.chars().count() + 2)?;
    let verb = wording.words(first..deed.head + 1, &[]);
    let room = room.checked_sub(verb.chars().count() + 1)?;
    let what = wording.complement(deed.head + 1..clause.tokens.end.max(deed.head + 1), room);
    (!what.is_empty()).then(|| format!("{verb} {what}: {outcome}"))
}

/// "is serving 20 years after [being convicted] in 2021": what was done to the clause's subject, told by itself.
pub(super) fn undergone(reading: &Reading<'_>, found: &Found, group: &VerbGroup) -> Option<String> {
    const BEHIND: [&str; 5] = ["after", "despite", "following", "since", "upon"];
    let document = reading.document;
    let before = group.first.checked_sub(1)?;
    let done = group.passive && document.is(group.first, "being") && BEHIND.iter().any(|w| document.is(before, w));
    let clause = clause_of(reading, found).filter(|_| done)?;
    let subject = subject_of(reading, found, clause);
    let plural = subject.clone().any(|i| matches!(document.tag(i), Tag::NounPlural | Tag::Conjunction));
    let who = subject_words(reading, subject)?;
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let verb = wording.words(group.head..group.head + 1, &[]);
    let head = format!("{who} {} {verb}", if plural { "were" } else { "was" });
    let room = LONGEST.checked_sub(head.chars().count() + 1)?;
    let rest = wording.complement(group.head + 1..clause.tokens.end.max(group.head + 1), room);
    Some(format!("{head} {rest}").trim_end().to_owned())
}

/// "[The president is due to arrive] on Thursday": what is to be done, by the subject of "is due".
pub(super) fn due(reading: &Reading<'_>, found: &Found, group: &VerbGroup) -> Option<String> {
    const DUE: [&str; 7] = ["bound", "due", "likely", "poised", "ready", "set", "sure"];
    let document = reading.document;
    let adjective = group.first.checked_sub(1)?;
    let copula = adjective.checked_sub(1)?;
    let clause = clause_of(reading, found)?;
    let is_due = ["is", "are", "was", "were"].iter().any(|word| document.is(copula, word))
        && DUE.iter().any(|word| document.is(adjective, word))
        && reading.sentences.get(found.sentence)?.groups.get(clause.group)?.head == copula;
    let who = subject_words(reading, subject_of(reading, found, clause)).filter(|_| is_due)?;
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let verb = wording.words(copula..group.head + 1, &[]);
    let room = LONGEST.checked_sub(who.chars().count() + verb.chars().count() + 2)?;
    let rest = wording.complement(group.head + 1..clause.tokens.end.max(group.head + 1), room);
    Some(format!("{who} {verb} {rest}").trim_end().to_owned())
}

/// "called on [the council to meet] next Tuesday": what somebody is asked to do then is a title of its own.
pub(super) fn called_on(reading: &Reading<'_>, found: &Found, group: &VerbGroup) -> Option<String> {
    let read = reading.sentences.get(found.sentence)?;
    let asks = read.groups.iter().rfind(|g| g.head < group.first)?;
    let own_time = read.times.iter().any(|t| t.tokens.start > group.head);
    if group.tense != Tense::Infinitive || !asks.is(VerbSet::PROSPECTIVE) || asks.passive || !own_time {
        return None;
    }
    let mut object = participants::phrase_before(reading, group.first, group.first);
    // "expects [the Bank of Vik] to stay"
    if object.start > asks.head + 2 && reading.document.is(object.start - 1, "of") {
        object.start = asks.head + 1;
    }
    let who = subject_words(reading, object.clone()).filter(|_| object.start > asks.head)?;
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let end = clause_of(reading, found)?.tokens.end.max(group.head + 1);
    let verb = wording.words(group.first..group.head + 1, &[]);
    let room = LONGEST.saturating_sub(who.chars().count() + verb.chars().count() + 2);
    let rest = wording.complement(group.head + 1..end, room);
    Some(format!("{who} {verb} {rest}").trim_end().to_owned())
}
