//! Asides told with an -ing form between commas: whose time they share, where another verb stands nearer.
//!
//! "“They panicked,” an officer, [speaking] on Monday, said": of the saying, not of what was said. "pledged to stand by him,
//! [warning] the rebels": of the pledge.

use super::{clause_verb, found_at};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::text::Tag;
use crate::model::{EventClass, Tense};

/// The verb whose time an -ing form behind a comma shares, where that is not the nearest before it.
pub(super) fn governor(reading: &Reading<'_>, found: &Found) -> Option<usize> {
    let document = reading.document;
    let comma = found.token.checked_sub(1).is_some_and(|before| document.is(before, ","));
    if !comma || document.tag(found.token) != Tag::VerbGerund {
        return None;
    }
    told_of_subject(reading, found).or_else(|| said_along(reading, found))
}

/// "found his [burned] body on Monday", "visited the [injured] on Monday": a participle before its noun, or in place of one, has
/// no time of its own.
pub(super) fn modifies(reading: &Reading<'_>, found: &Found) -> bool {
    let document = reading.document;
    let before = found.token.checked_sub(1).map_or(Tag::Other, |i| document.tag(i));
    let the = found.token.checked_sub(1).is_some_and(|i| document.is(i, "the"));
    if document.tag(found.token) != Tag::VerbPastParticiple {
        return false;
    }
    the && !document.tag(found.token + 1).is_adverb()
        || document.tag(found.token + 1).is_common_noun()
            && (matches!(before, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker) || before.is_adjective())
}

/// "A detective, [speaking] on condition of anonymity, said": closed by a comma before the verb of its subject.
fn told_of_subject(reading: &Reading<'_>, found: &Found) -> Option<usize> {
    const REACH: usize = 16;
    let read = reading.sentences.get(found.sentence)?;
    let next = read.groups.iter().find(|g| g.first > found.token && g.finite)?;
    let closes = next.first.checked_sub(1).filter(|i| reading.document.is(*i, ",") && *i < found.token + REACH)?;
    let clause = read.clauses.iter().find(|c| read.groups.get(c.group).is_some_and(|g| g.head == next.head))?;
    let beside = clause.subject.end + 1 == found.token || clause.subject.contains(&found.token);
    // "“They panicked,” a detective, [speaking] …": behind a quote the speaker stands right before the comma.
    let quote = || (clause.subject.end..found.token - 1).any(|i| reading.document.tag(i) == Tag::CloseQuote);
    let speaker = || found.token.checked_sub(2).is_some_and(|i| reading.document.tag(i).is_noun());
    let told = closes > found.token && (beside || speaker() && quote());
    found_at(reading, found.sentence, next.head).filter(|_| told)
}

/// "pledged to stand by him, [warning] the rebels", "met the one ally who has backed him, [calling] him a friend": what is
/// said along is of the clause's own verb.
fn said_along(reading: &Reading<'_>, found: &Found) -> Option<usize> {
    if found.class != EventClass::Reporting {
        return None;
    }
    let read = reading.sentences.get(found.sentence)?;
    let clause = found.clause?;
    let kind = read.clauses.get(clause)?.kind;
    let verb = clause_verb(reading, found.sentence, Some(clause))?;
    let says = |i: usize| reading.found.get(i).is_some_and(|f| f.class == EventClass::Reporting);
    let verb = match kind {
        ClauseKind::Relative if !says(verb) => clause_verb(reading, found.sentence, clause.checked_sub(1))?,
        _ => verb,
    };
    let told = reading.found.get(verb).is_some_and(|f| f.token < found.token && f.tense == Tense::Past);
    told.then_some(verb)
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn an_aside_has_the_time_of_the_verb_it_is_said_with() {
        for (text, expected) in [
            // Closed before the verb of its subject.
            (
                "Bo/NNP ,/. speaking/VBG in/IN Vik/NNP ,/. resigned/VBD on/IN Monday/NNP=2026-01-05 ./.",
                "speaking 2026-01-05",
            ),
            // Said along with the clause's own verb, not with the infinitive or the clause of a noun before it.
            (
                "Bo/NNP promised/VBD on/IN Monday/NNP=2026-01-05 to/TO stand/VB by/IN Al/NNP ,/. warning/VBG Cy/NNP ./.",
                "warning 2026-01-05",
            ),
            (
                "On/IN Monday/NNP=2026-01-05 Bo/NNP met/VBD the/DT man/NN who/WH has/VBZ helped/VBN him/PRP ,/. telling/VBG him/PRP so/RB ./.",
                "telling 2026-01-05",
            ),
            // The second of two outcomes.
            (
                "They/PRP fired/VBD on/IN Monday/NNP=2026-01-05 ,/. killing/VBG two/CD and/CC wounding/VBG six/CD ./.",
                "wounding 2026-01-05",
            ),
            (
                "It/PRP fell/VBD on/IN Monday/NNP=2026-01-05 ,/. hitting/VBG two/CD ,/. crushing/VBG six/CD ./.",
                "crushing 2026-01-05",
            ),
            // Where something was said was that day too.
            (
                "In/IN a/DT speech/NN delivered/VBN in/IN Vik/NNP Bo/NNP resigned/VBD on/IN Monday/NNP=2026-01-05 ./.",
                "delivered 2026-01-05",
            ),
            // What was done in seeming to.
            ("On/IN Monday/NNP=2026-01-05 Bo/NNP seemed/VBD to/TO suggest/VB it/PRP ./.", "suggest 2026-01-05"),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }
}
