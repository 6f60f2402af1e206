//! Attachment: which event word a time expression belongs to, and how it bounds it.
//!
//! "announced on Tuesday that it will close in June": syntax, not distance, decides. A time goes to the noun it
//! modifies, to the noun it follows ("a meeting in Paris on Tuesday") and the verb that happens there, else to the
//! nearest verb of its clause whose tense fits, else, standing first, to the clause's verb.

pub(super) mod aftermath;
mod aside;
mod governed;
mod nothing;
pub(super) mod occurs;
mod preposed;
mod quoted;
pub(super) mod stretch;
mod tensed;

use self::governed::{appears_to_say, clears_the_way, is_of_its_time, is_only_decided, is_said_in, planned_then};
pub(super) use self::nothing::closes_stretch;
use self::nothing::{accounts_for, bounds_apposition, counts_others, names_no_day, tells_of_subject};
use self::preposed::{in_subject, opens_joined_verb, opens_predicate, set_in_before, told_clause};
use self::tensed::fits_tense;
pub(super) use self::tensed::{is_after, is_before};
use super::clause::{Clause, ClauseKind};
use super::mentions::Found;
use super::reading::{Reading, TimeAt};
use super::relation::{compares, on_its_day, relation};
use super::share;
use super::timed_noun::{
    NounPlace, describes_noun, is_of_noun, is_owner, is_unlisted, modified_noun, place_of_noun, preceding_noun,
};
use crate::extract::text::Tag;
use crate::extract::timex::Relation;
use crate::model::{Modality, Tense, TimexKind};

/// How closely a time belongs to an event word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// It modifies the word itself.
    Own,
    /// It stands elsewhere in the sentence.
    Sentence,
    /// It heads the paragraph, as in a chronicle.
    Entry,
}

/// A time that dates an event word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attached {
    /// Index into the article's timexes.
    pub(super) time: usize,
    pub(super) relation: Relation,
    pub(super) closeness: Closeness,
}

/// For every event word, the times that date it.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Vec<Attached>> {
    let mut attached = vec![Vec::new(); reading.found.len()];
    for index in 0..reading.sentences.len() {
        let Some(sentence) = reading.sentences.get(index).filter(|s| s.story) else { continue };
        for time in &sentence.times {
            if reading.times.timexes.get(time.index).is_some_and(|t| match t.kind {
                TimexKind::Date | TimexKind::Time => t.range.is_some_and(|r| !r.is_open()),
                _ => stretch::is_told_stretch(reading, time.index),
            }) {
                attach(reading, index, time, &mut attached);
            }
        }
        share::in_sentence(reading, index, &mut attached);
        share::with_main(reading, index, &mut attached);
        share::with_publication(reading, index, &mut attached);
        share::with_gapped(reading, index, &mut attached);
        occurs::date_subject(reading, index, &mut attached);
        occurs::date_harm(reading, index, &mut attached);
        occurs::date_held(reading, index, &mut attached);
    }
    super::entry::date(reading, &mut attached);
    quoted::keep_quoted_times_inside(reading, &mut attached);
    quoted::count_today_from_the_saying(reading, &mut attached);
    attached
}

fn is_day(reading: &Reading<'_>, time: usize) -> bool {
    reading.times.timexes.get(time).and_then(|t| t.range).is_some_and(|r| r.earliest == r.latest)
}

fn attach(reading: &Reading<'_>, sentence: usize, time: &TimeAt, attached: &mut [Vec<Attached>]) {
    let (relation, start) = relation(reading, time);
    let relation = on_its_day(reading, time, relation);
    let own = Attached { time: time.index, relation, closeness: Closeness::Own };
    // "between January 2023 and [August 2025]": of whatever the first is of.
    let stated = |index: usize| reading.times.places.get(index).map(|place| place.relation);
    let first = time.index.checked_sub(1).filter(|first| stated(*first) == Some(Relation::Between));
    if let Some(first) = first.filter(|_| stated(time.index) == Some(Relation::And))
        && with_begin(reading, sentence, first, time, own, attached)
    {
        return;
    }
    let aside = Attached { closeness: Closeness::Sentence, ..own };
    let mut give = |found: usize, what: Attached| {
        if !fits_tense(reading, found, time.index) {
            return;
        }
        let what = Attached { relation: denied_until(reading, found, what.relation), ..what };
        if let Some(list) = attached.get_mut(found).filter(|l| l.len() < 4 && !l.iter().any(|a| a.time == what.time)) {
            list.push(what);
        }
    };
    if let Some(noun) = modified_noun(reading, sentence, time).or_else(|| shared_noun(reading, sentence, time)) {
        // "before [Friday's vote]": the vote itself is on that day.
        give(noun, Attached { relation: Relation::At, ..own });
        // "left [Saturday's prayers]", "Tuesday's proceedings are closed": of a noun that is in no list nobody knows whether
        // the verb happens at it, as it mostly does.
        if !(is_unlisted(reading, noun) && is_owner(reading, time)) {
            return;
        }
    }
    let entry = super::entry::is_clock_head(reading, sentence, time);
    if entry || describes_noun(reading, time) || names_no_day(reading, time) {
        return;
    }
    for verb in told_then(reading, sentence, time) {
        give(verb, Attached { relation: Relation::At, ..own });
    }
    if closes_stretch(reading, sentence, time) {
        return;
    }
    if counts_others(reading, start)
        || compares(reading, start)
        || bounds_apposition(reading, sentence, start, time, relation)
    {
        return;
    }
    if let Some(verb) = set_in_before(reading, sentence, start, time) {
        give(verb, own);
        return;
    }
    if let Some(verb) = opens_joined_verb(reading, sentence, start, time) {
        give(verb, own);
        return;
    }
    let clause = told_clause(reading, sentence, start);
    if let Some((word, relation)) = occurs::said_to_be(reading, sentence, clause, start, time, relation) {
        give(word, Attached { relation, ..own });
        // "The report [is due] on Monday": the verb tells it best.
        let due = clause_verb(reading, sentence, clause);
        if let Some(verb) = due.filter(|v| reading.found.get(*v).is_some_and(|v| v.lemma == "be")) {
            give(verb, own);
        }
        return;
    }
    if occurs::is_moved(reading, sentence, clause, start) {
        return;
    }
    let finite = clause_verb(reading, sentence, clause);
    let finite = finite.map(|verb| planned_then(reading, verb, start, time.index).unwrap_or(verb));
    if finite.and_then(|f| reading.found.get(f)).is_some_and(|f| tells_of_subject(reading, start, time, f)) {
        // "His first match, a draw at Hull [on 8 August], ended in jeers."
        if let Some(noun) = preceding_noun(reading, sentence, start) {
            give(noun, own);
        }
        return;
    }
    if let Some(verb) = in_subject(reading, sentence, start, finite, time) {
        give(verb, own);
        return;
    }
    let verb = if opens_predicate(reading, sentence, start, finite, time) {
        finite
    } else {
        nearest_verb(reading, sentence, start, clause, time).or(finite)
    };
    if verb.is_some_and(|verb| accounts_for(reading, verb, start, time.index)) || set_aside(reading, sentence, start) {
        return;
    }
    let Some(noun) = preceding_noun(reading, sentence, start) else {
        give_verbs(reading, verb, finite, start, own, &mut give);
        return;
    };
    if verb.is_some_and(|v| clears_the_way(reading, v, finite, time.index)) {
        give(noun, own);
        return;
    }
    match place_of_noun(reading, sentence, noun, verb) {
        NounPlace::Occasion => {
            give(noun, own);
            let Some(relation) =
                verb.or(finite).map_or(Some(Relation::At), |v| aftermath::bound(reading, noun, v, time.index))
            else {
                return;
            };
            let bound = |what: Attached| if relation == Relation::At { what } else { Attached { relation, ..what } };
            give_verbs(reading, verb, finite, start, bound(own), &mut give);
            if let Some(finite) = finite {
                give(finite, bound(aside));
            }
        }
        // "has signed a contract until June 2029": how long it will run.
        NounPlace::LightObject | NounPlace::Object if relation == Relation::Until && runs_on(reading, verb, time) => {}
        NounPlace::LightObject => {
            give(noun, own);
            give_verbs(reading, verb, finite, start, own, &mut give);
        }
        NounPlace::Subject => {
            give(noun, own);
            if let Some(verb) = finite {
                give(verb, aside);
            }
        }
        // "was absent from the meeting on Monday", "had a loss in the quarter": what is so beside a happening is so then.
        NounPlace::Object if verb.is_some_and(|v| is_state(reading, v)) => {
            give(noun, own);
            give_verbs(reading, verb, finite, start, own, &mut give);
        }
        NounPlace::Object if is_of_noun(reading, noun, verb, time.index) => give(noun, own),
        NounPlace::Object if verb.is_some_and(|v| fits_tense(reading, v, time.index)) => {
            give_verbs(reading, verb, finite, start, own, &mut give);
        }
        NounPlace::Object => give(noun, own),
    }
}

/// "its Nov. 3-[4] meeting": the second day is of the noun that the first modifies.
fn shared_noun(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> Option<usize> {
    let timex = |index: usize| reading.times.timexes.get(index).filter(|t| t.rule == "date/range");
    let (second, first) = (timex(time.index)?, timex(time.index.checked_sub(1)?)?);
    let first_at = reading.sentences.get(sentence)?.times.iter().find(|t| t.index + 1 == time.index)?;
    let whole = TimeAt { index: first_at.index, tokens: first_at.tokens.start..time.tokens.end };
    (first.span.end + 1 == second.span.start).then(|| modified_noun(reading, sentence, &whole))?
}

/// Attaches the end of a range to whatever its begin is of: "between January 2023 and [August 2025]"; right before a subject
/// both are of its verb ("then between 2014 and [2016] it will buy").
fn with_begin(
    reading: &Reading<'_>,
    sentence: usize,
    first: usize,
    time: &TimeAt,
    own: Attached,
    attached: &mut [Vec<Attached>],
) -> bool {
    let clauses = reading.sentences.get(sentence).map_or(&[][..], |s| &s.clauses);
    let opened = clauses.iter().position(|c| c.subject.start == time.tokens.end && !c.subject.is_empty());
    let mut begin = None;
    for list in attached.iter_mut() {
        let has = list.iter().find(|a| a.time == first).copied();
        begin = begin.or(has);
        if opened.is_some() {
            list.retain(|a| a.time != first);
        } else if list.len() < 4 {
            list.extend(has.map(|begin| Attached { closeness: begin.closeness, ..own }));
        }
    }
    let verb = clause_verb(reading, sentence, opened).and_then(|verb| attached.get_mut(verb));
    if let (Some(list), Some(begin)) = (verb, begin) {
        list.extend([begin, Attached { closeness: begin.closeness, ..own }]);
    }
    begin.is_some()
}

/// Whether a word tells what is so.
pub(super) fn is_state(reading: &Reading<'_>, found: usize) -> bool {
    reading.found.get(found).is_some_and(|f| f.state)
}

/// "The contract was not awarded until October": it was then.
fn denied_until(reading: &Reading<'_>, found: usize, relation: Relation) -> Relation {
    let denied = reading.found.get(found).is_some_and(|f| f.modality == Modality::Negated && f.tense == Tense::Past);
    if denied && relation == Relation::Until { Relation::At } else { relation }
}

/// The time is the nearest verb's; standing before the subject it is also the clause's verb's.
fn give_verbs(
    reading: &Reading<'_>,
    verb: Option<usize>,
    finite: Option<usize>,
    start: usize,
    own: Attached,
    give: &mut impl FnMut(usize, Attached),
) {
    if let Some(verb) = verb {
        give(verb, own);
    }
    if let (Some(verb), Some(finite)) = (verb, finite.filter(|f| Some(*f) != verb))
        && appears_to_say(reading, finite, verb)
    {
        give(finite, Attached { closeness: Closeness::Sentence, ..own });
    }
    if let (Some(verb), Some(finite)) = (verb, finite.filter(|f| Some(*f) != verb))
        && !is_state(reading, finite)
        && (is_of_its_time(reading, finite, verb) || is_said_in(reading, finite, verb))
    {
        give(finite, own);
    }
    let opens = finite.and_then(|f| reading.found.get(f)).is_some_and(|f| start < f.token);
    // "The inquiry, [set up] in 2019, never reported", "[Born] in Vik in 1934, Brandt fled": the time of an aside is its own.
    let aside = verb.and_then(|v| reading.found.get(v)).is_some_and(|v| is_aside(reading, v));
    if let Some(finite) = finite.filter(|f| opens && !aside && Some(*f) != verb) {
        give(finite, Attached { closeness: Closeness::Sentence, ..own });
    }
}

/// Whether a past participle opens its sentence, or stands behind the comma that parts it from its noun, or is joined to
/// one that does: "the boat, built in 1998 and [brought] here in 2016, sank".
fn is_aside(reading: &Reading<'_>, verb: &Found) -> bool {
    let opens = reading.document.sentences.get(verb.sentence).is_some_and(|s| s.tokens.start == verb.token);
    let parted = verb.token.checked_sub(1).is_some_and(|before| reading.document.is(before, ","));
    let joined = || {
        let groups = reading.sentences.get(verb.sentence).map(|s| s.groups.as_slice()).unwrap_or(&[]);
        let beside = groups.iter().rfind(|g| g.head < verb.token).filter(|g| g.is_participle() && g.first == g.head);
        let and = verb.token.checked_sub(1).is_some_and(|before| reading.document.is(before, "and"));
        and && beside.and_then(|g| g.first.checked_sub(1)).is_some_and(|before| reading.document.is(before, ","))
    };
    let gerund = reading.document.tag(verb.token) == Tag::VerbGerund;
    let past = verb.tense == Tense::Participle && !gerund;
    // "In his first speech since [taking] office in May, he said …"
    let other_time = ["after", "before", "despite", "since", "without"];
    let bounded =
        gerund && verb.token.checked_sub(1).is_some_and(|b| other_time.iter().any(|word| reading.document.is(b, word)));
    past && (opens || parted || joined()) || bounded
}

/// "since November 1987, when the ferry ran aground and two men died": the verbs of the clause that tells of the time.
fn told_then(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> Vec<usize> {
    let end = time.tokens.end;
    let at = if reading.document.word(end) == "," { end + 1 } else { end };
    let clauses = reading.sentences.get(sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
    // "in 1954, the year [she married]"
    let unit = ["day", "week", "month", "year"].iter().any(|unit| reading.document.is(at + 1, unit));
    let named = at > end && unit && reading.document.is(at, "the");
    if !named && !reading.document.word(at).eq_ignore_ascii_case("when") {
        return Vec::new();
    }
    let opens =
        |c: &&Clause| if named { c.subject.start == at + 2 && !c.subject.is_empty() } else { c.marker == Some(at) };
    let Some(first) = clauses.iter().position(|c| opens(&c)) else { return Vec::new() };
    let mut verbs: Vec<usize> = clause_verb(reading, sentence, Some(first)).into_iter().collect();
    let joined = clauses.get(first + 1).is_some_and(|c| c.kind == ClauseKind::Adverbial && c.marker.is_none());
    if joined {
        verbs.extend(clause_verb(reading, sentence, Some(first + 1)));
    }
    verbs
}

/// The event word at a token.
pub(super) fn found_at(reading: &Reading<'_>, sentence: usize, token: usize) -> Option<usize> {
    let range = reading.sentences.get(sentence)?.found.clone();
    let at = reading.found.get(range.clone())?.binary_search_by_key(&token, |f| f.token).ok()?;
    Some(range.start + at)
}

/// The nearest verb before the time in its clause whose tense allows it.
fn nearest_verb(
    reading: &Reading<'_>,
    sentence: usize,
    start: usize,
    clause: Option<usize>,
    time: &TimeAt,
) -> Option<usize> {
    let range = reading.sentences.get(sentence)?.found.clone();
    let before = reading.found.get(range.clone())?.partition_point(|f| f.token < start);
    let near = before.saturating_sub(12)..before;
    near.rev().map(|i| range.start + i).find(|i| {
        reading.found.get(*i).is_some_and(|f| f.group.is_some() && f.clause == clause && !aside::modifies(reading, f))
            && fits_tense(reading, *i, time.index)
            && !is_only_decided(reading, *i, time.index)
    })
}

/// "The trial, originally [set for] March 2023, was put off": a participle behind a comma that tells for when its noun had
/// been meant.
pub(super) fn set_aside(reading: &Reading<'_>, sentence: usize, start: usize) -> bool {
    const MEANT: [&str; 8] = ["called", "due", "fixed", "intended", "planned", "scheduled", "set", "slated"];
    let document = reading.document;
    let Some(meant) = start.checked_sub(1).filter(|_| document.is(start, "for") || document.is(start, "in")) else {
        return false;
    };
    let first = document.sentences.get(sentence).map_or(meant, |s| s.tokens.start);
    let adverb = meant.checked_sub(1).is_some_and(|b| document.tag(b).is_adverb());
    let comma = meant.checked_sub(1 + usize::from(adverb)).filter(|c| *c > first);
    MEANT.iter().any(|word| document.is(meant, word)) && comma.is_some_and(|c| document.is(c, ","))
}

/// Whether something done by now is told with an end to come.
fn runs_on(reading: &Reading<'_>, verb: Option<usize>, time: &TimeAt) -> bool {
    let range = reading.times.timexes.get(time.index).and_then(|t| t.range).unwrap_or_default();
    let done = verb.and_then(|v| reading.found.get(v)).is_none_or(|v| v.modality == Modality::Actual);
    done && is_after(range, reading.times.reference_date.range)
}

/// The event word of a clause's finite verb.
pub(super) fn clause_verb(reading: &Reading<'_>, sentence: usize, clause: Option<usize>) -> Option<usize> {
    let read = reading.sentences.get(sentence)?;
    let group = read.groups.get(read.clauses.get(clause?)?.group)?;
    found_at(reading, sentence, group.head)
}

/// The event word that a nonfinite verb or noun depends on: the nearest verb before it in its clause, else the clause's.
pub(super) fn governor(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let found: &Found = reading.found.get(index)?;
    let range = reading.sentences.get(found.sentence)?.found.clone();
    let lowest = range.start.max(index.saturating_sub(12));
    // "quoted a witness as [saying] tanks and trucks were seen"
    let as_said = found.token.checked_sub(1).is_some_and(|before| reading.document.is(before, "as"))
        && reading.document.tag(found.token) == Tag::VerbGerund;
    if let Some(verb) = aside::governor(reading, found) {
        return Some(verb);
    }
    (lowest..index)
        .rev()
        .find(|i| {
            reading
                .found
                .get(*i)
                .is_some_and(|f| f.group.is_some() && !f.state && (as_said || f.clause == found.clause))
        })
        .or_else(|| {
            clause_verb(reading, found.sentence, found.clause).filter(|v| *v != index && !is_state(reading, *v))
        })
}

#[cfg(test)]
mod tests;
