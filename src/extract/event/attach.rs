//! Attachment: which event word a time expression belongs to, and how it bounds it.
//!
//! "announced on Tuesday that it will close in June": syntax, not distance, decides. A time goes to the noun it
//! modifies, to the noun it follows ("a meeting in Paris on Tuesday") and the verb that happens there, else to the
//! nearest verb of its clause whose tense fits, else, standing first, to the clause's verb.

pub(super) mod aftermath;
mod governed;
mod nothing;
pub(super) mod occurs;
mod preposed;
mod quoted;
pub(super) mod stretch;
mod tensed;

use self::governed::{clears_the_way, is_of_its_time, is_only_decided, is_said_in, planned_then};
use self::nothing::{accounts_for, bounds_apposition, closes_stretch, names_no_day, tells_of_subject};
use self::preposed::{in_subject, opens_joined_verb, opens_predicate, set_in_before, told_clause};
use self::tensed::fits_tense;
pub(super) use self::tensed::{is_after, is_before};
use super::clause::ClauseKind;
use super::mentions::Found;
use super::reading::{Reading, TimeAt};
use super::relation::{compares, on_its_day, relation};
use super::share;
use super::timed_noun::{NounPlace, describes_noun, is_of_noun, modified_noun, place_of_noun, preceding_noun};
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
                _ => stretch::runs_up_to_now(reading, time.index),
            }) {
                attach(reading, index, time, &mut attached);
            }
        }
        share::in_sentence(reading, index, &mut attached);
        share::with_main(reading, index, &mut attached);
        occurs::date_subject(reading, index, &mut attached);
        occurs::date_harm(reading, index, &mut attached);
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
    if let Some(noun) = modified_noun(reading, sentence, time) {
        give(noun, own);
        return;
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
    if compares(reading, start) || bounds_apposition(reading, sentence, start, time, relation) {
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
    if verb.is_some_and(|verb| accounts_for(reading, verb, start, time.index)) {
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
        NounPlace::Object if is_of_noun(reading, noun, verb, time.index) => give(noun, own),
        NounPlace::Object if verb.is_some_and(|v| fits_tense(reading, v, time.index)) => {
            give_verbs(reading, verb, finite, start, own, &mut give);
        }
        NounPlace::Object => give(noun, own),
    }
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
    let past = verb.tense == Tense::Participle && reading.document.tag(verb.token) != Tag::VerbGerund;
    past && (opens || parted || joined())
}

/// "since November 1987, when the ferry ran aground and two men died": the verbs of the clause that tells of the time.
fn told_then(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> Vec<usize> {
    let end = time.tokens.end;
    let at = if reading.document.word(end) == "," { end + 1 } else { end };
    let clauses = reading.sentences.get(sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
    if !reading.document.word(at).eq_ignore_ascii_case("when") {
        return Vec::new();
    }
    let Some(first) = clauses.iter().position(|c| c.marker == Some(at)) else { return Vec::new() };
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
        reading.found.get(*i).is_some_and(|f| f.group.is_some() && f.clause == clause)
            && fits_tense(reading, *i, time.index)
            && !is_only_decided(reading, *i, time.index)
    })
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
    (lowest..index)
        .rev()
        .find(|i| reading.found.get(*i).is_some_and(|f| f.group.is_some() && (as_said || f.clause == found.clause)))
        .or_else(|| clause_verb(reading, found.sentence, found.clause).filter(|v| *v != index))
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn a_time_is_of_the_word_that_happens_then() {
        for (text, expected) in [
            // Behind a comma and before the clause's verb.
            (
                "The/DT king/NN ,/. facing/VBG protests/NNS ,/. today/NN=2026-01-08 sought/VBD help/NN ./.",
                "sought 2026-01-08",
            ),
            // Between commas behind what joins a verb to another.
            (
                "Ward/NNP left/VBD because/IN she/PRP was/VBD ill/JJ and/CC ,/. on/IN June/NNP=2025-06-30 ,/. had/VBD sold/VBN shares/NNS ./.",
                "sold 2025-06-30",
            ),
            (
                "It/PRP has/VBZ tools/NNS to/TO let/VB users/NNS vote/VB and/CC in/IN 2025/CD=2025 ,/. the/DT firm/NN changed/VBD them/PRP ./.",
                "changed 2025-01-01/2025-12-31",
            ),
            // Which thing is meant, and which time is not.
            ("The/DT firm/NN grew/VBD with/IN April/NNP=2025-04 's/POS estimate/NN ./.", "grew …/2026-01-08"),
            ("Prices/NNS fell/VBD outside/IN of/IN 2025/CD=2025 ./.", "fell …/2026-01-08"),
            (
                "It/PRP fell/VBD in/IN the/DT most/RBS shameful/JJ weekend/NN for/IN unrest/NN since/IN 2011/CD=2011 ./.",
                "fell …/2026-01-08",
            ),
            // What is spoken of lies behind what is said of it.
            (
                "The/DT union/NN stopped/VBD ,/. blaming/VBG a/DT strike/NN in/IN May/NNP=2025-05 ./.",
                "strike 2025-05-01/2025-05-28",
            ),
            // Where somebody has a seat is no happening.
            ("They/PRP picked/VBD Oslo/NNP based/VBN Nordvik/NNP on/IN Monday/NNP=2026-01-05 ./.", "picked 2026-01-05"),
            // A participle in the subject has it before the clause's verb.
            (
                "Migrants/NNS crossing/VBG the/DT sea/NN last/JJ year/NN=2025 drove/VBD claims/NNS up/RB ./.",
                "crossing 2025-01-01/2025-12-31",
            ),
            // Before a clause that tells of the subject, a time is the main verb's.
            (
                "In/IN May/NNP=2025-05 officers/NNS who/WH had/VBD searched/VBN for/IN him/PRP gave/VBD up/RP ./.",
                "gave 2025-05-01/2025-05-28",
            ),
            // Words behind "according to" have their own.
            (
                "The/DT mayor/NN has/VBZ allocated/VBN funds/NNS ,/. according/VBG to/TO a/DT report/NN Tuesday/NNP=2026-01-06 ./.",
                "report 2026-01-06",
            ),
            // What comes of a day's happening is of that day.
            (
                "The/DT slope/NN slid/VBD on/IN Monday/NNP=2026-01-05 ,/. ripping/VBG two/CD houses/NNS apart/RB ./.",
                "ripping 2026-01-05",
            ),
            // In an apposition to the subject it is its noun's.
            (
                "His/PRP$ match/NN ,/. a/DT draw/NN at/IN Vik/NNP on/IN Monday/NNP=2026-01-05 ,/. ended/VBD in/IN jeers/NNS ./.",
                "draw 2026-01-05",
            ),
            (
                "Its/PRP$ results/NNS ,/. due/JJ on/IN March/NNP=2026-03-03 ,/. will/MD be/VB delayed/VBN ./.",
                "delayed 2026-01-09/…",
            ),
            // Behind what a time is called stands the verb of its clause.
            (
                "They/PRP used/VBD it/PRP and/CC in/IN 1976/CD=1976 ,/. a/DT dry/JJ year/NN ,/. the/DT firm/NN shut/VBD it/PRP ./.",
                "shut 1976-01-01/1976-12-31",
            ),
            // What was not done until then was done then.
            (
                "The/DT contract/NN was/VBD not/RB awarded/VBN until/IN May/NNP=2025-05 ./.",
                "awarded 2025-05-01/2025-05-28",
            ),
            // What is warned of is not of the warning's day.
            ("They/PRP warned/VBD of/IN the/DT attack/NN on/IN Monday/NNP=2026-01-05 ./.", "warned 2026-01-05"),
            // How far something has moved since a time dates nothing.
            (
                "It/PRP put/VBD them/PRP on/IN 34/CD percent/NN ,/. up/RB five/CD points/NNS since/IN May/NNP=2025-05 ./.",
                "put …/2026-01-08",
            ),
            // The first of two verbs does not have the second's year.
            (
                "Ward/NNP studied/VBD at/IN Leeds/NNP and/CC took/VBD her/PRP$ doctorate/NN in/IN 1961/CD=1961 ./.",
                "studied …/2026-01-08",
            ),
            ("Ward/NNP was/VBD tried/VBN and/CC jailed/VBN in/IN 1961/CD=1961 ./.", "tried 1961-01-01/1961-12-31"),
            (
                "The/DT leaders/NNS met/VBD and/CC signed/VBD a/DT pact/NN on/IN Monday/NNP=2026-01-05 ./.",
                "met 2026-01-05",
            ),
            // What figures are of, or other figures were told, is not when it happened.
            ("Nordvik/NNP cut/VBD its/PRP$ outlook/NN for/IN 2026/CD=2026 ./.", "cut …/2026-01-08"),
            (
                "Profit/NN fell/VBD to/TO 212/CD million/CD from/IN 241/CD million/CD earlier/RB=2025 ./.",
                "fell …/2026-01-08",
            ),
            // What a movement came to, and what happened as it came to it.
            (
                "Marsh/NNP scored/VBD as/IN City/NNP came/VBD back/RB to/TO draw/VB on/IN Monday/NNP=2026-01-05 ./.",
                "scored 2026-01-05",
            ),
            // Verbs joined with one that is planned for a day.
            (
                "Voters/NNS will/MD decide/VB on/IN Friday/NNP=2026-01-09 and/CC elect/VB a/DT sheriff/NN ./.",
                "elect 2026-01-09",
            ),
            // A past tense that looks like a participle.
            (
                "Heron/NNP looked/VBD there/RB on/IN Monday/NNP=2026-01-05 but/CC found/VBN none/NN ./.",
                "found 2026-01-05",
            ),
            // A past form that tells of a noun.
            (
                "Shares/NNS rose/VBD ,/. leaving/VBG the/DT index/NN near/IN the/DT high/NN set/VBD in/IN May/NNP=2025-05 ./.",
                "rose …/2026-01-08",
            ),
            // No past verb has a day to come.
            (
                "Leaders/NNS promised/VBD a/DT vote/NN next/JJ year/NN=2027 after/IN delegates/NNS agreed/VBD ./.",
                "agreed …/2026-01-08",
            ),
            // What is planned now is for later.
            (
                "The/DT firm/NN is/VBZ planning/VBG a/DT launch/NN for/IN March/NNP=2026-03 ./.",
                "launch 2026-03-01/2026-03-28",
            ),
            // A time right behind "that" is of what is said.
            (
                "Ward/NNP claimed/VBD that/IN on/IN Monday/NNP=2026-01-05 ,/. two/CD jets/NNS took/VBD off/RP ./.",
                "took 2026-01-05",
            ),
            // "It was …" only lifts a word out.
            (
                "In/IN 2015/CD=2015 ,/. it/PRP was/VBD Reyes/NNP who/WH hired/VBD them/PRP ./.",
                "hired 2015-01-01/2015-12-31",
            ),
            ("It/PRP was/VBD on/IN Monday/NNP=2026-01-05 that/IN the/DT bridge/NN fell/VBD ./.", "fell 2026-01-05"),
            // What is so now was not so in the past that its subject is of.
            ("The/DT long/JJ report/NN of/IN 2023/CD=2023 shows/VBZ losses/NNS ./.", "shows open"),
            // One who said goes on saying.
            (
                "A/DT spokesman/NN says/VBZ that/IN talks/NNS go/VBP on/RP but/CC added/VBD that/IN they/PRP may/MD fail/VB ./.",
                "added 2026-01-08",
            ),
            // A past day is that of the decision.
            (
                "The/DT firm/NN agreed/VBD to/TO sell/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.",
                "agreed 2026-01-05",
            ),
            (
                "The/DT firm/NN raised/VBD its/PRP$ offer/NN to/TO buy/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.",
                "raised 2026-01-05",
            ),
            (
                "The/DT firms/NNS voted/VBD to/TO sell/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.",
                "voted 2026-01-05",
            ),
            // Unless the decision has its own time.
            (
                "Last/JJ year/NN=2025 they/PRP called/VBD on/IN men/NNS to/TO gather/VB on/IN Thursday/NNP=2026-01-08 ./.",
                "gather 2026-01-08",
            ),
            // Somebody is accused today of what was done then.
            (
                "Reed/NNP is/VBZ accused/VBN of/IN hitting/VBG a/DT man/NN on/IN Monday/NNP=2026-01-05 ./.",
                "accused 2026-01-08",
            ),
            // What is so today was not so in a year gone by.
            (
                "The/DT state/NN owes/VBZ money/NN for/IN the/DT flood/NN in/IN 2007/CD=2007 ./.",
                "flood 2007-01-01/2007-12-31",
            ),
            // A time behind a dash opens what follows.
            (
                "Vik/NNP offers/VBZ room/NN —/. in/IN May/NNP=2025-05 ,/. it/PRP hosted/VBD talks/NNS ./.",
                "hosted 2025-05-01/2025-05-28",
            ),
            // What figures are compared with or are of is not when they rose.
            ("Wages/NNS rose/VBD more/RBR than/IN in/IN 2019/CD=2019 ./.", "rose …/2026-01-08"),
            ("Figures/NNS for/IN May/NNP=2025-05 extended/VBD a/DT fall/NN ./.", "extended …/2026-01-08"),
            // What may have come did not on a day to come.
            (
                "With/IN a/DT vote/NN due/JJ on/IN Friday/NNP=2026-01-09 it/PRP could/MD have/VB come/VBN sooner/RB ./.",
                "vote 2026-01-09",
            ),
            // What somebody was met doing, and what people meet for.
            ("He/PRP was/VBD found/VBN clinging/VBG to/TO a/DT mast/NN Monday/NNP=2026-01-05 ./.", "found 2026-01-05"),
            (
                "They/PRP will/MD meet/VB to/TO discuss/VB the/DT leaks/NNS on/IN Friday/NNP=2026-01-09 ./.",
                "meet 2026-01-09",
            ),
            // What tells of the subject dates nothing that it did.
            ("Adams/NNP ,/. a/DT winner/NN here/RB in/IN 2012/CD=2012 ,/. lost/VBD ./.", "lost …/2026-01-08"),
            (
                "Plans/NNS ,/. the/DT first/JJ in/IN May/NNP=2025-05 and/CC the/DT last/JJ in/IN June/NNP=2025-06 ,/. failed/VBD ./.",
                "failed …/2026-01-08",
            ),
            ("Adams/NNP ,/. a/DT lawyer/NN ,/. lost/VBD in/IN June/NNP=2025-06 ./.", "lost 2025-06-01/2025-06-28"),
            // A year that tells which thing is meant dates the happening that it names, or nothing.
            (
                "Crews/NNS rebuilt/VBD it/PRP after/IN devastating/VBG 2024/CD=2024 fires/NNS ./.",
                "fires 2024-01-01/2024-12-31",
            ),
            ("Crews/NNS rebuilt/VBD the/DT original/JJ 1922/CD=1922 stone/NN bridge/NN ./.", "rebuilt …/2026-01-08"),
            // What is done on a way to come is done then at the earliest.
            (
                "He/PRP will/MD sail/VB there/RB on/IN Friday/NNP=2026-01-09 to/TO sign/VB it/PRP ./.",
                "sign 2026-01-09/…",
            ),
            // A day to come that opens the clause is not that of planning.
            ("On/IN Friday/NNP=2026-01-09 the/DT league/NN plans/VBZ to/TO vote/VB ./.", "vote 2026-01-09"),
            // One still to come is that of what was decided.
            (
                "The/DT firm/NN agreed/VBD to/TO sell/VB the/DT mine/NN on/IN Friday/NNP=2026-01-09 ./.",
                "sell 2026-01-09",
            ),
            // What is condemned lies farther back than what is news.
            ("Canada/NNP condemned/VBD the/DT attack/NN on/IN December/NNP=2025-12-02 ./.", "attack 2025-12-02"),
            ("Canada/NNP condemned/VBD the/DT attack/NN on/IN Wednesday/NNP=2026-01-07 ./.", "condemned 2026-01-07"),
            (
                "He/PRP died/VBD weeks/NNS after/IN news/NN of/IN his/PRP$ arrest/NN on/IN June/NNP=2025-06-02 ./.",
                "arrest 2025-06-02",
            ),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
        let died = fixture(
            "2026-01-08",
            "He/PRP died/VBD weeks/NNS after/IN news/NN of/IN his/PRP$ arrest/NN on/IN June/NNP=2025-06-02 ./.",
        );
        assert!(!died.dated_mentions().contains(&"died 2025-06-02".to_owned()));
    }
}
