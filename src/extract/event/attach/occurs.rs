//! Occurring: verbs that say of a noun no more than that it happens: "the attack, which happened on Tuesday".
//!
//! Their time is the noun's, and with it that of what happened there: "two men were killed in the attack, which …".

use super::{Attached, Closeness, clause_verb, found_at, is_day, preceding_noun};
use crate::extract::event::clause::ClauseKind;
use crate::extract::event::lexicon::NounKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::{Reading, TimeAt};
use crate::extract::text::Tag;
use crate::extract::timex::Relation;
use crate::model::{Modality, Tense};

/// Gives the time of a verb of occurring to the event noun that is its subject.
pub(super) fn date_subject(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let clauses = reading.sentences.get(sentence).map_or(0, |s| s.clauses.len());
    for clause in 0..clauses {
        let Some(verb) = clause_verb(reading, sentence, Some(clause)) else { continue };
        let Some(noun) = subject(reading, sentence, clause) else { continue };
        let (Some(found), Some(named)) = (reading.found.get(verb), reading.found.get(noun)) else { continue };
        let time = attached.get(verb).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
        let (Some(time), Some(list)) = (time, attached.get_mut(noun).filter(|list| list.is_empty())) else { continue };
        if only_occurs(reading, found, named) {
            list.push(time);
        } else if does_harm(found, named) && is_day(reading, time.time) {
            list.push(Attached { closeness: Closeness::Sentence, ..time });
        }
    }
}

/// "A blast [killed] five": whether a verb tells of the harm that a happening of one moment did.
fn does_harm(verb: &Found, noun: &Found) -> bool {
    const HARMS: [&str; 12] =
        ["claim", "damage", "destroy", "flatten", "hit", "injure", "kill", "leave", "rip", "rock", "shake", "wound"];
    // A strike, a siege or a flood lasts.
    const LASTS: [&str; 8] = ["besiege", "strike", "fight", "flood", "clash", "drought", "violence", "battle"];
    let moment = matches!(noun.noun, Some(NounKind::Violence | NounKind::Disaster));
    let done = verb.tense == Tense::Past && verb.modality == Modality::Actual;
    moment && done && !LASTS.contains(&noun.lemma.as_ref()) && HARMS.contains(&verb.lemma.as_ref())
}

/// Participles that say of a happening no more than that it was held, made or done.
pub(in crate::extract::event) const HOLDS: [&str; 12] =
    ["carry", "conduct", "deliver", "give", "hold", "issue", "launch", "make", "read", "reach", "sign", "stage"];

/// "a deal [signed] on Monday", "a raid carried out at dawn": what is held, made or done on a day is of that day.
pub(super) fn date_held(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    const REACH: usize = 6;
    let Some(read) = reading.sentences.get(sentence) else { return };
    for group in read.groups.iter().filter(|g| g.is_participle() && g.first == g.head) {
        let Some(verb) = found_at(reading, sentence, group.head) else { continue };
        let holds = reading.found.get(verb).is_some_and(|f| HOLDS.contains(&f.lemma.as_ref()));
        if !holds || reading.document.tag(group.head) == Tag::VerbGerund {
            continue;
        }
        let time = attached.get(verb).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
        let Some(noun) = preceding_noun(reading, sentence, group.head) else { continue };
        let near = reading.found.get(noun).is_some_and(|n| n.token + REACH >= group.head);
        if let (Some(time), Some(list)) = (time.filter(|_| near), attached.get_mut(noun))
            && list.is_empty()
        {
            list.push(Attached { closeness: Closeness::Sentence, ..time });
        }
    }
}

/// "The storm, which [struck] on 3 May, [killed] 14 people": the harm that something did as it came has the time of its coming.
pub(super) fn date_harm(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    const COMES: [&str; 13] = [
        "strike", "hit", "happen", "occur", "explode", "erupt", "collapse", "crash", "capsize", "sink", "derail",
        "burst", "sweep",
    ];
    const HARMS: [&str; 12] = [
        "kill",
        "injure",
        "wound",
        "destroy",
        "damage",
        "displace",
        "claim",
        "devastate",
        "flatten",
        "bury",
        "drown",
        "leave",
    ];
    let clauses = reading.sentences.get(sentence).map_or(&[][..], |s| &s.clauses);
    for (at, aside) in clauses.iter().enumerate().filter(|(_, c)| c.kind == ClauseKind::Relative) {
        let parted = aside.marker.and_then(|m| m.checked_sub(1)).filter(|i| reading.document.is(*i, ","));
        let Some(comes) = clause_verb(reading, sentence, Some(at)) else { continue };
        let told = |verb: usize, list: &[&str]| {
            reading.found.get(verb).is_some_and(|f| {
                f.tense == Tense::Past && f.modality == Modality::Actual && list.contains(&f.lemma.as_ref())
            })
        };
        let main = clauses.iter().position(|c| c.kind == ClauseKind::Main && Some(c.subject.end) == parted);
        let Some(harms) = main.and_then(|main| clause_verb(reading, sentence, Some(main))) else { continue };
        let time = attached.get(comes).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
        if let (Some(time), Some(list)) =
            (time.filter(|_| told(comes, &COMES) && told(harms, &HARMS)), attached.get_mut(harms))
            && list.is_empty()
        {
            list.push(Attached { closeness: Closeness::Sentence, ..time });
        }
    }
}

/// "The meeting [is] on April 24", "elections are due in May", "the firm has until Friday to reply": the event word of
/// which "be" or "have" gives the time, and how that bounds it.
pub(super) fn said_to_be(
    reading: &Reading<'_>,
    sentence: usize,
    clause: Option<usize>,
    start: usize,
    time: &TimeAt,
    relation: Relation,
) -> Option<(usize, Relation)> {
    let document = reading.document;
    let read = reading.sentences.get(sentence)?;
    let verb = read.groups.get(read.clauses.get(clause?)?.group)?;
    if relation == Relation::Until {
        let term = document.lemma(verb.head) == "have" && verb.head + 1 == start && document.is(time.tokens.end, "to");
        return found_at(reading, sentence, time.tokens.end + 1).filter(|_| term).map(|word| (word, Relation::By));
    }
    // "has been brought forward to Monday": then it will be.
    if !is_backdated(reading, start) && is_moved(reading, sentence, clause, start) {
        return subject(reading, sentence, clause?).map(|noun| (noun, Relation::At));
    }
    // What "was due" then need not have come.
    let due = |i: usize| document.is(i, "due") && verb.tense == Tense::Present && !verb.perfect;
    let told = verb.head < start && (verb.head + 1..start).all(due) && document.lemma(verb.head) == "be";
    let noun = subject(reading, sentence, clause?).filter(|_| told && verb.modality != Modality::Negated)?;
    Some((noun, relation))
}

/// "The deadline was pushed [to June]": the day to which a clause's subject is moved, never that of the moving.
pub(super) fn is_moved(reading: &Reading<'_>, sentence: usize, clause: Option<usize>, start: usize) -> bool {
    const MOVES: [&str; 8] = ["adjourn", "bring", "defer", "delay", "move", "postpone", "push", "put"];
    let document = reading.document;
    let read = reading.sentences.get(sentence);
    let verb = read.zip(clause).and_then(|(read, clause)| read.groups.get(read.clauses.get(clause)?.group));
    is_backdated(reading, start)
        || document.is(start, "to")
            && verb.is_some_and(|v| v.passive && MOVES.contains(&document.lemma(v.head).as_ref()))
}

/// "was backdated [to July 2024]": neither the deed nor its noun is of that day.
fn is_backdated(reading: &Reading<'_>, start: usize) -> bool {
    reading.document.is(start, "to") && start.checked_sub(1).is_some_and(|at| reading.document.is(at, "backdated"))
}

/// The noun of which a verb says no more than that it happens: "the attack, which [happened] on Tuesday".
pub(in crate::extract::event) fn occurring(reading: &Reading<'_>, verb: &Found) -> Option<usize> {
    let noun = subject(reading, verb.sentence, verb.clause?)?;
    reading.found.get(noun).is_some_and(|n| verb.group.is_some() && only_occurs(reading, verb, n)).then_some(noun)
}

/// Whether a verb says no more of the noun than that it happens.
fn only_occurs(reading: &Reading<'_>, verb: &Found, noun: &Found) -> bool {
    match verb.lemma.as_ref() {
        "happen" | "occur" | "echo" | "resound" => true,
        "take" => reading.document.is(verb.token + 1, "place"),
        // "the quake struck on Tuesday"
        "strike" | "hit" => noun.noun == Some(NounKind::Disaster),
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
        None => {
            let owner = |t: usize| reading.document.tag(t + 1) == Tag::PossessiveMarker;
            read.subject.clone().find(|t| noun(*t) && !noun(t + 1) && !owner(*t))?
        }
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
            // The harm that one moment did, and what was held or carried out.
            ("The/DT attack/NN killed/VBD two/CD men/NNS on/IN Tuesday/NNP=2026-01-06 ./.", true),
            ("The/DT attack/NN may/MD kill/VB two/CD men/NNS on/IN Tuesday/NNP=2026-01-06 ./.", false),
            ("The/DT men/NNS of/IN an/DT attack/NN launched/VBN on/IN Tuesday/NNP=2026-01-06 fled/VBD ./.", true),
            ("The/DT men/NNS of/IN an/DT attack/NN praised/VBN on/IN Tuesday/NNP=2026-01-06 fled/VBD ./.", false),
            // "Be" and "have" give the time of what they tell of.
            ("The/DT attack/NN was/VBD on/IN Tuesday/NNP=2026-01-06 ./.", true),
            ("The/DT attack/NN on/IN Vik/NNP is/VBZ due/JJ on/IN Tuesday/NNP=2026-01-06 ./.", true),
            ("The/DT attack/NN was/VBD brought/VBN forward/RB to/TO Tuesday/NNP=2026-01-06 ./.", true),
            ("The/DT attack/NN was/VBD due/JJ on/IN Tuesday/NNP=2026-01-06 ./.", false),
            ("The/DT attack/NN was/VBD not/RB on/IN Tuesday/NNP=2026-01-06 ./.", false),
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
        for (text, expected) in [
            (
                "The/DT cyclone/NN ,/. which/WH struck/VBD on/IN Tuesday/NNP=2026-01-06 ,/. killed/VBD 14/CD people/NNS ./.",
                "killed 2026-01-06",
            ),
            (
                "The/DT mayor/NN ,/. who/WH spoke/VBD on/IN Tuesday/NNP=2026-01-06 ,/. killed/VBD 14/CD people/NNS ./.",
                "killed …/2026-01-08",
            ),
            ("The/DT firm/NN has/VBZ until/IN Monday/NNP=2026-01-12 to/TO reply/VB ./.", "reply …/2026-01-12"),
        ] {
            let mentions = fixture("2026-01-08", text).dated_mentions();
            assert!(mentions.contains(&expected.to_owned()), "{text}: {mentions:?}");
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
