//! Times beside two verbs of which one governs the other: "agreed to sell", "began to fall", "plans to vote".
//!
//! The day may be that of the governing verb, of what it governs, or of both; which, the governing verb and the side of
//! the article's day on which it lies tell.

use super::{clause_verb, is_after, is_before};
use crate::extract::event::aim;
use crate::extract::event::lexicon::{self, VerbSet};
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::event::timed_noun::preposition_before;
use crate::extract::text::Tag;
use crate::model::{EventClass, Modality, Tense};

/// "[On Friday] the league plans to vote": what is to be done on the day to come that opens the clause.
pub(super) fn planned_then(reading: &Reading<'_>, verb: usize, start: usize, time: usize) -> Option<usize> {
    let plans = reading.found.get(verb).filter(|f| start < f.token && f.tense == Tense::Present)?;
    let range = reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
    let done = reading.found.get(verb + 1).filter(|f| f.tense == Tense::Infinitive && f.token <= plans.token + 2)?;
    let ahead = is_after(range, reading.times.reference_date.range);
    (ahead && is_prospective(reading, plans) && done.clause == plans.clause).then_some(verb + 1)
}

/// "began to fall apart in 1996": what begins or is tried is of the same time; "came from behind to draw on Saturday": so
/// is what came out in the end; "was found clinging to a mast on Monday": so is what somebody was doing.
pub(super) fn is_of_its_time(reading: &Reading<'_>, finite: usize, verb: usize) -> bool {
    let (Some(finite), Some(verb)) = (reading.found.get(finite), reading.found.get(verb)) else { return false };
    let sets = lexicon::verb(reading.document.word(finite.token), reading.document.tag(finite.token)).map(|v| v.sets);
    finite.token < verb.token
        && matches!(verb.tense, Tense::Infinitive | Tense::Participle)
        && (finite.class == EventClass::Aspectual
            || sets.is_some_and(|s| s.has(VerbSet::IMPLICATIVE))
            || comes_to(reading, finite, verb)
            || is_met_doing(reading, finite, verb)
            || reading.document.is(verb.token - 1, "while") && verb.token <= finite.token + 2)
}

/// Verbs with which what says something comes out.
const APPEARS: [&str; 10] =
    ["adopt", "air", "announce", "broadcast", "circulate", "issue", "post", "publish", "release", "unveil"];

/// "The result, [announced] on Monday, showed a loss", "its report, published in May, [found]": what is published says so
/// from then on.
pub(super) fn appears_to_say(reading: &Reading<'_>, finite: usize, verb: usize) -> bool {
    const SAYS: [&str; 14] = [
        "blame",
        "call",
        "conclude",
        "confirm",
        "estimate",
        "find",
        "go",
        "put",
        "recommend",
        "reveal",
        "say",
        "show",
        "suggest",
        "warn",
    ];
    let (Some(finite), Some(verb)) = (reading.found.get(finite), reading.found.get(verb)) else { return false };
    let comma = verb.token.checked_sub(1).is_some_and(|before| reading.document.is(before, ","));
    let says = finite.tense == Tense::Past && SAYS.contains(&finite.lemma.as_ref());
    says && comma
        && verb.token < finite.token
        && verb.tense == Tense::Participle
        && APPEARS.contains(&verb.lemma.as_ref())
}

/// "said in a note published on Monday": what is said in something was said when that appeared.
pub(super) fn is_said_in(reading: &Reading<'_>, finite: usize, verb: usize) -> bool {
    let (Some(finite), Some(verb)) = (reading.found.get(finite), reading.found.get(verb)) else { return false };
    let place = preposition_before(reading, verb.token).is_some_and(|p| reading.document.is(p, "in"));
    finite.class == EventClass::Reporting
        && finite.token < verb.token
        && verb.tense == Tense::Participle
        && place
        && APPEARS.contains(&verb.lemma.as_ref())
}

/// Whether an infinitive tells what a movement came to or is for, or what a meeting is held for.
fn comes_to(reading: &Reading<'_>, finite: &Found, verb: &Found) -> bool {
    const MOVES: [&str; 11] =
        ["come", "go", "rise", "fall", "return", "turn", "rally", "fight", "meet", "gather", "travel"];
    let moves = MOVES.contains(&finite.lemma.as_ref());
    let to = verb.token.checked_sub(1).is_some_and(|before| reading.document.is(before, "to"));
    let told = finite.tense == Tense::Past || finite.tense == Tense::Future && finite.modality == Modality::Planned;
    moves && to && told && verb.modality == Modality::Actual
}

/// "was seen leaving", "died trying": whether an -ing form right behind a verb of the past tells what went on then.
fn is_met_doing(reading: &Reading<'_>, finite: &Found, verb: &Found) -> bool {
    let sets = lexicon::verb(reading.document.word(finite.token), reading.document.tag(finite.token)).map(|v| v.sets);
    let other = [VerbSet::PROSPECTIVE, VerbSet::RETROSPECTIVE, VerbSet::I_STATE];
    verb.token == finite.token + 1
        && reading.document.tag(verb.token) == Tag::VerbGerund
        && finite.tense == Tense::Past
        && finite.modality == Modality::Actual
        && sets.is_none_or(|s| !other.iter().any(|set| s.has(*set)))
}

/// "agreed to sell the bank on Tuesday", "raised its offer to buy the bank on Tuesday": a day that is past is not that of
/// what was agreed or offered.
pub(super) fn is_only_decided(reading: &Reading<'_>, index: usize, time: usize) -> bool {
    let Some(found) = reading.found.get(index).filter(|f| f.tense == Tense::Infinitive) else { return false };
    let Some(decided) = clause_verb(reading, found.sentence, found.clause).and_then(|v| reading.found.get(v)) else {
        return false;
    };
    let noun = found.token.checked_sub(2).map(|i| lexicon::lower(reading.document.word(i)));
    let decides = is_prospective(reading, decided)
        || aim::settles(&decided.lemma)
        || noun.is_some_and(|noun| aim::foresees(&noun));
    let range = reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
    let past = !is_after(range, reading.times.reference_date.range);
    // "[Last week] they called on people to gather on Wednesday": the decision has its own time.
    let times = reading.sentences.get(found.sentence).map_or(&[][..], |s| &s.times);
    let own = times.iter().filter(|t| t.tokens.end <= decided.token).any(|t| {
        let opening = reading.times.timexes.get(t.index).and_then(|t| t.range).unwrap_or_default();
        reading.clause_at(found.sentence, t.tokens.start) == decided.clause && is_before(opening, range)
    });
    past && decides
        && !own
        && decided.token < found.token
        && decided.tense == Tense::Past
        && decided.modality == Modality::Actual
}

/// "dissolved parliament, [clearing] the way for elections on November 14": what went along with something past did not
/// happen on a day to come; what it leads to will.
pub(super) fn clears_the_way(reading: &Reading<'_>, verb: usize, finite: Option<usize>, time: usize) -> bool {
    let tense = |i: usize| reading.found.get(i).map_or(Tense::None, |f| f.tense);
    let range = reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
    tense(verb) == Tense::Participle
        && finite.is_some_and(|finite| finite != verb && tense(finite) == Tense::Past)
        && is_after(range, reading.times.reference_date.range)
}

/// Whether what a verb governs comes after it.
fn is_prospective(reading: &Reading<'_>, found: &Found) -> bool {
    let sets = lexicon::verb(reading.document.word(found.token), reading.document.tag(found.token)).map(|v| v.sets);
    sets.is_some_and(|s| s.has(VerbSet::PROSPECTIVE) && !s.has(VerbSet::IMPLICATIVE))
}
