//! Occurring: verbs that say of a noun no more than that it happens: "the attack, which happened on Tuesday".
//!
//! Their time is the noun's, and with it that of what happened there: "two men were killed in the attack, which …".

use super::{Attached, clause_verb, found_at, preceding_noun};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::lexicon::NounKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::timex::Relation;

/// Gives the time of a verb of occurring to the event noun that is its subject.
pub(super) fn date_subject(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let clauses = reading.sentences.get(sentence).map_or(0, |s| s.clauses.len());
    for clause in 0..clauses {
        let Some(verb) = clause_verb(reading, sentence, Some(clause)) else { continue };
        let Some(noun) = subject(reading, sentence, clause) else { continue };
        let (Some(found), Some(named)) = (reading.found.get(verb), reading.found.get(noun)) else { continue };
        let time = attached.get(verb).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
        if let (Some(time), Some(list)) = (time.filter(|_| only_occurs(reading, found, named)), attached.get_mut(noun))
            && list.is_empty()
        {
            list.push(time);
        }
    }
}

/// The noun of which a verb says no more than that it happens: "the attack, which [happened] on Tuesday".
pub(in crate::extract::event) fn occurring(reading: &Reading<'_>, verb: &Found) -> Option<usize> {
    let noun = subject(reading, verb.sentence, verb.clause?)?;
    reading.found.get(noun).is_some_and(|n| verb.group.is_some() && only_occurs(reading, verb, n)).then_some(noun)
}

/// Whether a verb says no more of the noun than that it happens.
fn only_occurs(reading: &Reading<'_>, verb: &Found, noun: &Found) -> bool {
    match verb.lemma.as_ref() {
        "happen" | "occur" => true,
        "take" => reading.document.is(verb.token + 1, "place"),
        // "the quake struck on Tuesday"
        "strike" | "hit" => noun.noun.is_some_and(|n| n.kind == NounKind::Disaster),
        _ => false,
    }
}

/// The event noun that heads a clause's subject, or of which a relative clause tells.
pub(in crate::extract::event) fn subject(reading: &Reading<'_>, sentence: usize, clause: usize) -> Option<usize> {
    let sentence_read = reading.sentences.get(sentence)?;
    let read = sentence_read.clauses.get(clause)?;
    let verb = sentence_read.groups.get(read.group)?.first;
    let noun = |token: usize| reading.document.tag(token).is_noun();
    let head = match read.marker.filter(|_| read.kind == ClauseKind::Relative) {
        // "the attack, which police condemned": told of the police.
        Some(marker) if !(marker + 1..verb).all(|i| reading.document.tag(i).is_adverb()) => return None,
        Some(marker) => {
            let before = marker.checked_sub(1)?;
            let head = if reading.document.is(before, ",") { before.checked_sub(1)? } else { before };
            // "a raid on Vik on Sunday that killed two": times and places between.
            if noun(head) && found_at(reading, sentence, head).is_none() {
                return preceding_noun(reading, sentence, before + 1);
            }
            head
        }
        None => read.subject.clone().find(|t| noun(*t) && !noun(t + 1))?,
    };
    found_at(reading, sentence, head).filter(|i| reading.found.get(*i).is_some_and(|f| f.noun.is_some()))
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn what_occurs_has_the_time_of_occurring() {
        for (text, dated) in [
            ("The/DT attack/NN happened/VBD on/IN Tuesday/NNP=2026-01-06 ./.", true),
            ("The/DT attack/NN took/VBD place/NN on/IN Tuesday/NNP=2026-01-06 ./.", true),
            (
                "Two/CD men/NNS died/VBD in/IN the/DT attack/NN ,/. which/WH occurred/VBD on/IN Tuesday/NNP=2026-01-06 ./.",
                true,
            ),
            ("The/DT quake/NN struck/VBD on/IN Tuesday/NNP=2026-01-06 ./.", true),
            (
                "They/PRP fled/VBD in/IN a/DT bomb/NN and/CC gun/NN attack/NN on/IN Vik/NNP on/IN Tuesday/NNP=2026-01-06 ./.",
                true,
            ),
            ("The/DT attack/NN struck/VBD nerves/NNS on/IN Tuesday/NNP=2026-01-06 ./.", false),
            (
                "They/PRP fled/VBD the/DT attack/NN ,/. which/WH police/NN struck/VBD on/IN Tuesday/NNP=2026-01-06 ./.",
                false,
            ),
            ("The/DT attack/NN was/VBD condemned/VBN on/IN Tuesday/NNP=2026-01-06 ./.", false),
        ] {
            let mentions = fixture("2026-01-08", text).dated_mentions();
            let found = mentions.iter().any(|m| m == "attack 2026-01-06" || m == "quake 2026-01-06");
            assert_eq!(found, dated, "{text}: {mentions:?}");
        }
        let died =
            "Two/CD men/NNS died/VBD in/IN the/DT attack/NN ,/. which/WH occurred/VBD on/IN Tuesday/NNP=2026-01-06 ./.";
        let mentions = fixture("2026-01-08", died).dated_mentions();
        assert!(mentions.contains(&"died 2026-01-06".to_owned()), "{mentions:?}");
        let killed = "They/PRP fled/VBD during/IN a/DT raid/NN on/IN Vik/NNP on/IN Tuesday/NNP=2026-01-06 that/WH killed/VBD two/CD ./.";
        let mentions = fixture("2026-01-08", killed).dated_mentions();
        assert!(mentions.contains(&"killed 2026-01-06".to_owned()), "{mentions:?}");
    }
}
