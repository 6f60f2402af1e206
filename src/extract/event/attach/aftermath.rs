//! Aftermath: what follows a dated happening has a day of its own.
//!
//! "accused Kestria of lying after the attack on April 22": the attack was on that day, and the words came some time later.
//! "agreed on a truce after talks on Thursday" is of the day: what a gathering comes to is told with it, and so is what
//! somebody did or suffered at once.

use super::is_day;
use crate::extract::event::lexicon::NounKind;
use crate::extract::event::reading::Reading;
use crate::extract::event::timed_noun;
use crate::extract::timex::Relation;
use crate::model::{Aspect, EventClass, Tense, TimexKind};

/// How a time behind an event noun that hangs on "after", "since" or their like bounds the verb that it comes with: `None`
/// when it says nothing of the verb, `At` when both are of one time.
pub(super) fn bound(reading: &Reading<'_>, noun: usize, verb: usize, time: usize) -> Option<Relation> {
    let token = reading.found.get(noun).map_or(0, |f| f.token);
    let preposition = timed_noun::preposition_before(reading, token);
    let is = |word: &str| preposition.is_some_and(|p| reading.document.is(p, word));
    if preposition.is_some_and(|p| sets_apart(reading, p)) {
        return None;
    }
    if is("before") {
        return Some(Relation::Before);
    }
    if !follows(reading, noun, verb, is_day(reading, time)) {
        return Some(Relation::At);
    }
    is("since").then_some(Relation::Since)
}

/// "two days [after] the vote on Monday", "the week [before] it": some other day than that of what follows.
pub(in crate::extract::event) fn sets_apart(reading: &Reading<'_>, preposition: usize) -> bool {
    const UNITS: [&str; 10] = ["day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years"];
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reading.document.is(at, word));
    let Some(unit) = preposition.checked_sub(1).filter(|_| is(preposition, &["after", "before"])) else { return false };
    let length = |time: usize| reading.times.timexes.get(time).is_some_and(|t| t.kind == TimexKind::Duration);
    let sentence = reading.document.tokens.get(unit).and_then(|t| reading.sentence_at(t.span.start));
    let times = sentence.and_then(|s| reading.sentences.get(s)).map_or(&[][..], |s| &s.times);
    is(unit, &UNITS) || times.iter().any(|t| t.tokens.end == preposition && length(t.index))
}

/// Whether a verb tells of what came after the happening that a noun names, on some other day.
pub(in crate::extract::event) fn follows(reading: &Reading<'_>, noun: usize, verb: usize, day: bool) -> bool {
    let (Some(noun), Some(verb)) = (reading.found.get(noun), reading.found.get(verb)) else { return false };
    let Some(preposition) = timed_noun::preposition_before(reading, noun.token) else { return false };
    let later = ["after", "following"].iter().any(|word| reading.document.is(preposition, word));
    if !later && !answers(reading, preposition) {
        return false;
    }
    let gathers = matches!(noun.noun, Some(NounKind::Gathering | NounKind::Ceremony | NounKind::Sport));
    if later && gathers {
        return !day || verb.tense == Tense::Future;
    }
    let told = matches!(verb.tense, Tense::Past | Tense::Participle) && verb.aspect == Aspect::None;
    let speaks = matches!(verb.class, EventClass::Reporting | EventClass::IState);
    !day || !told || speaks
}

/// Whether what hangs on a preposition is what the verb's happening goes back to: "since", "in the wake of", "in response to".
pub(in crate::extract::event) fn answers(reading: &Reading<'_>, preposition: usize) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reading.document.is(at, word));
    let before = |words: &[&str]| preposition.checked_sub(1).is_some_and(|at| is(at, words));
    is(preposition, &["since"])
        || is(preposition, &["of"]) && before(&["wake", "aftermath", "because"])
        || is(preposition, &["to"]) && before(&["response", "reaction", "due"])
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn what_follows_a_happening_has_its_own_day() {
        for (text, expected) in [
            (
                "They/PRP accused/VBD Kestria/NNP after/IN the/DT attack/NN on/IN Monday/NNP=2026-01-05 ./.",
                "accused 2026-01-08",
            ),
            ("They/PRP will/MD meet/VB after/IN the/DT attack/NN on/IN Monday/NNP=2026-01-05 ./.", "meet 2026-01-09/…"),
            ("The/DT mine/NN fell/VBD after/IN the/DT riots/NNS in/IN 2019/CD=2019 ./.", "fell …/2026-01-08"),
            (
                "Two/CD men/NNS fled/VBD in/IN the/DT wake/NN of/IN an/DT attack/NN last/JJ year/NN=2025 ./.",
                "fled …/2026-01-08",
            ),
            ("The/DT mine/NN fell/VBD before/IN the/DT vote/NN on/IN Monday/NNP=2026-01-05 ./.", "fell …/2026-01-04"),
            (
                "He/PRP fled/VBD two/CD days/NNS after/IN the/DT raid/NN on/IN Friday/NNP=2026-01-02 ./.",
                "fled …/2026-01-08",
            ),
            // Since when, it does say.
            (
                "Since/IN the/DT merger/NN in/IN 2019/CD=2019 ,/. prices/NNS have/VBP risen/VBN ./.",
                "risen 2019-01-01/…",
            ),
            // What a gathering comes to, or is done at once, is of its day.
            ("They/PRP agreed/VBD after/IN talks/NNS on/IN Monday/NNP=2026-01-05 ./.", "agreed 2026-01-05"),
            (
                "Two/CD men/NNS died/VBD following/VBG an/DT attack/NN on/IN Monday/NNP=2026-01-05 ./.",
                "died 2026-01-05",
            ),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }
}
