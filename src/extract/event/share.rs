//! Sharing: verbs that are told together have one time.
//!
//! "The leaders met on Tuesday and signed a pact": the time stands once, with either verb.

use super::attach::{Attached, Closeness, clause_verb, found_at};
use super::bounds;
use super::clause::ClauseKind;
use super::lexicon::{self, VerbSet};
use super::reading::Reading;
use crate::extract::text::Tag;
use crate::extract::timex::Relation;
use crate::model::{Modality, Precision, Tense, TimexAnchor};

/// Verbs joined with a dated one ("met on Tuesday and signed …") are told with its time.
pub(super) fn in_sentence(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let Some(read) = reading.sentences.get(sentence) else { return };
    for pair in 1..read.clauses.len() {
        let (Some(a), Some(b)) =
            (clause_verb(reading, sentence, Some(pair - 1)), clause_verb(reading, sentence, Some(pair)))
        else {
            continue;
        };
        let (Some(left), Some(right)) = (reading.found.get(a), reading.found.get(b)) else { continue };
        let same = matches!((read.clauses.get(pair - 1), read.clauses.get(pair)), (Some(x), Some(y)) if x.kind == y.kind && x.subject == y.subject);
        let same = same || is_told_with(reading, sentence, pair);
        if !same || (left.tense, left.aspect, left.modality) != (right.tense, right.aspect, right.modality) {
            continue;
        }
        for (from, to) in [(a, b), (b, a)] {
            let mut lent = attached.get(from).cloned().unwrap_or_default();
            // "had last week off, and beat the Jets": what is so in a time lends it only where that stands before both.
            if reading.found.get(from).is_some_and(|f| f.state) {
                let start = reading.document.tokens.get(left.token).map_or(0, |t| t.span.start);
                let time = |a: &Attached| reading.times.timexes.get(a.time).is_some_and(|t| t.span.start < start);
                lent.retain(time);
            }
            if from == b {
                // "studied at Leeds and took her doctorate in 1961": the first took its own time; "was tried and jailed
                // in 1961" has one for both.
                let bare = right.token <= left.token + 2;
                lent.retain(|time| bare || time.relation != Relation::At || !is_single_period(reading, time.time));
                lent.retain(|time| !is_counted(reading, time.time));
            }
            let other = reading.found.get(to).is_some_and(|f| is_of_named_season(reading, f.token));
            if let Some(list) = attached.get_mut(to).filter(|list| list.is_empty() && !other) {
                list.extend(lent.into_iter().map(|lent| Attached { closeness: Closeness::Sentence, ..lent }));
            }
        }
    }
}

/// "was taken to hospital but died [two days later]": counted from what was told before, not of it.
fn is_counted(reading: &Reading<'_>, time: usize) -> bool {
    reading.times.timexes.get(time).is_some_and(|t| {
        matches!(t.anchor, TimexAnchor::Timex(_)) && (t.rule.starts_with("shift") || t.rule == "period")
    })
}

/// "Two men [were killed] and four others injured when it fell on Monday": a passive whose "were" the next clause leaves out
/// has the time of that one.
pub(super) fn with_gapped(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let Some(read) = reading.sentences.get(sentence) else { return };
    for pair in read.clauses.windows(2) {
        let [first, second] = pair else { continue };
        let (Some(whole), Some(gapped)) = (read.groups.get(first.group), read.groups.get(second.group)) else {
            continue;
        };
        let and = second.subject.start.checked_sub(1).is_some_and(|i| reading.document.is(i, "and"));
        let counted = second.subject.clone().any(|i| reading.document.tag(i) == Tag::Number)
            || second
                .subject
                .clone()
                .any(|i| ["others", "another", "dozens"].iter().any(|w| reading.document.is(i, w)));
        let main = first.kind == ClauseKind::Main && second.kind == ClauseKind::Main;
        if !(main && and && counted && whole.passive && gapped.first == gapped.head) {
            continue;
        }
        let at = |head| found_at(reading, sentence, head);
        let (Some(to), Some(from)) = (at(whole.head), at(gapped.head)) else { continue };
        let lent = attached.get(from).cloned().unwrap_or_default();
        if let Some(list) = attached.get_mut(to).filter(|list| list.is_empty()) {
            list.extend(lent.into_iter().map(|lent| Attached { closeness: Closeness::Sentence, ..lent }));
        }
    }
}

/// "reached the final in 2023 but missed most of [last season]": told with a time of its own, be it none of the calendar's.
fn is_of_named_season(reading: &Reading<'_>, verb: usize) -> bool {
    const REACH: usize = 7;
    let which = |i: usize| ["last", "this", "next", "previous"].iter().any(|w| reading.document.is(i, w));
    let what = |i: usize| ["season", "term", "session"].iter().any(|w| reading.document.is(i, w));
    (verb + 1..verb + REACH).take_while(|i| !reading.document.tag(*i).is_punctuation()).any(|i| which(i) && what(i + 1))
}

/// "In June 2021 the college was closed and all ties were cut": a time that opens the sentence, before the subject, is that
/// of a second main clause joined with "and", whatever its subject.
fn is_told_with(reading: &Reading<'_>, sentence: usize, pair: usize) -> bool {
    let Some(read) = reading.sentences.get(sentence) else { return false };
    let (Some(first), Some(second)) = (read.clauses.get(pair - 1), read.clauses.get(pair)) else { return false };
    let opens = read.times.first().is_some_and(|time| time.tokens.end <= first.subject.start);
    let and = second.subject.start.checked_sub(1).is_some_and(|i| reading.document.is(i, "and"));
    let main = |kind: ClauseKind| kind == ClauseKind::Main;
    opens && and && read.times.len() == 1 && main(first.kind) && main(second.kind)
}

/// Whether a time is one month, season or year: too long to hold together what only stands side by side.
fn is_single_period(reading: &Reading<'_>, time: usize) -> bool {
    let grain = reading.times.timexes.get(time).map(bounds::precision);
    grain.is_some_and(|g| g > Precision::Week && g < Precision::Range)
}

/// "died when a tree fell on his van shortly before 6am": what happened when something else did is of its time.
pub(super) fn with_main(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    let Some(read) = reading.sentences.get(sentence) else { return };
    for pair in 1..read.clauses.len() {
        let (Some(first), Some(second)) = (read.clauses.get(pair - 1), read.clauses.get(pair)) else { continue };
        // "When the court opened on Monday, they gathered"
        let swapped = first.kind == ClauseKind::Adverbial && pair == 1;
        let (main, aside) = if swapped { (second, first) } else { (first, second) };
        let marker = aside.marker.map(|m| lexicon::lower(reading.document.word(m)));
        let hours = !swapped
            && matches!(marker.as_deref(), Some("after" | "before"))
            && aside.marker.is_some_and(|m| is_hours(reading, m));
        if main.kind != ClauseKind::Main
            || aside.kind != ClauseKind::Adverbial
            || !hours && !matches!(marker.as_deref(), Some("when" | "as"))
        {
            continue;
        }
        let verbs = (clause_verb(reading, sentence, Some(pair - 1)), clause_verb(reading, sentence, Some(pair)));
        let (Some(main), Some(aside)) = verbs else { continue };
        let told =
            |i: usize| reading.found.get(i).is_some_and(|f| f.tense == Tense::Past && f.modality == Modality::Actual);
        for (to, from) in [(main, aside), (aside, main)] {
            let lent = attached.get(from).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
            if let (Some(lent), Some(list)) = (lent.filter(|_| told(to) && told(from)), attached.get_mut(to))
                && list.is_empty()
            {
                list.push(Attached { closeness: Closeness::Sentence, ..lent });
            }
        }
    }
}

/// "broke down on Monday, [hours] after they had refused the offer": no day lies between.
fn is_hours(reading: &Reading<'_>, marker: usize) -> bool {
    const SHORT: [&str; 5] = ["hour", "hours", "minutes", "moments", "seconds"];
    const FEW: [&str; 7] = ["an", "one", "two", "three", "four", "few", "just"];
    let unit = marker.checked_sub(1).filter(|at| SHORT.iter().any(|word| reading.document.is(*at, word)));
    let few = |at: usize| FEW.iter().any(|word| reading.document.is(at, word));
    unit.and_then(|unit| unit.checked_sub(1))
        .is_some_and(|before| few(before) || reading.document.tag(before).is_punctuation())
}

/// "A report published on Monday said …": what a publication tells it told when it came out.
pub(super) fn with_publication(reading: &Reading<'_>, sentence: usize, attached: &mut [Vec<Attached>]) {
    const COMES_OUT: [&str; 6] = ["air", "broadcast", "issue", "post", "publish", "release"];
    const TELLS: [&str; 6] = ["find", "note", "reveal", "show", "suggest", "warn"];
    let Some(read) = reading.sentences.get(sentence) else { return };
    for (index, clause) in read.clauses.iter().enumerate().filter(|(_, c)| c.kind == ClauseKind::Main) {
        let Some(group) = read.groups.get(clause.group) else { continue };
        let tells = group.is(VerbSet::REPORTING) || group.verb.is_some_and(|v| TELLS.contains(&v.lemma));
        let aside = read.groups.iter().rfind(|g| g.head < group.first && g.is_participle());
        let Some(aside) = aside.filter(|g| tells && clause.subject.contains(&g.head)) else { continue };
        let Some(from) = found_at(reading, sentence, aside.head) else { continue };
        let out = reading.found.get(from).is_some_and(|f| COMES_OUT.contains(&f.lemma.as_ref()));
        let lent = attached.get(from).and_then(|l| l.iter().find(|a| a.relation == Relation::At)).copied();
        let Some(to) = clause_verb(reading, sentence, Some(index)) else { continue };
        if let (Some(lent), Some(list)) = (lent.filter(|_| out), attached.get_mut(to))
            && list.is_empty()
        {
            list.push(Attached { closeness: Closeness::Sentence, ..lent });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn a_named_season_is_another_time() {
        for (rest, expected) in [
            ("but/CC missed/VBD most/JJS of/IN last/JJ season/NN ./.", "missed …/2026-01-08"),
            ("but/CC missed/VBD most/JJS of/IN it/PRP ./.", "missed 2023-01-01/2023-12-31"),
        ] {
            let text = format!("She/PRP reached/VBD the/DT end/NN in/IN 2023/CD=2023 {rest}");
            let mentions = fixture("2026-01-08", &text).dated_mentions();
            assert!(mentions.contains(&expected.to_owned()), "{text}: {mentions:?}");
        }
    }

    #[test]
    fn a_passive_has_the_time_of_the_one_that_leaves_out_its_verb() {
        let fell = "when/WH it/PRP fell/VBD on/IN Monday/NNP=2026-01-05 ./.";
        for (what, expected) in [
            ("Two/CD men/NNS were/VBD killed/VBN and/CC four/CD others/NNS injured/VBD", "killed 2026-01-05"),
            ("Two/CD men/NNS were/VBD killed/VBN and/CC the/DT mayor/NN spoke/VBD", "killed …/2026-01-08"),
        ] {
            let dated = fixture("2026-01-08", &format!("{what} {fell}")).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{what}: {dated:?}");
        }
    }

    #[test]
    fn what_happened_when_something_else_did_is_of_its_time() {
        for (text, expected) in [
            (
                "When/WH the/DT court/NN opened/VBD on/IN Monday/NNP=2026-01-05 ,/. they/PRP fled/VBD ./.",
                "fled 2026-01-05",
            ),
            (
                "On/IN Monday/NNP=2026-01-05 ,/. when/WH the/DT court/NN opened/VBD ,/. they/PRP fled/VBD ./.",
                "opened 2026-01-05",
            ),
            // A time before a circumstance is the main verb's.
            (
                "In/IN 2014/CD=2014 ,/. after/IN the/DT court/NN opened/VBD ,/. they/PRP fled/VBD ./.",
                "fled 2014-01-01/2014-12-31",
            ),
            (
                "In/IN 2014/CD=2014 ,/. after/IN the/DT court/NN opened/VBD ,/. they/PRP fled/VBD ./.",
                "opened …/2026-01-08",
            ),
            // What went before has a day of its own.
            (
                "After/IN the/DT court/NN opened/VBD on/IN Monday/NNP=2026-01-05 ,/. they/PRP fled/VBD ./.",
                "fled …/2026-01-08",
            ),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }

    #[test]
    fn a_time_that_opens_the_sentence_is_of_both_its_main_clauses() {
        for (text, expected) in [
            (
                "In/IN 2019/CD=2019 the/DT mine/NN was/VBD closed/VBN and/CC all/DT staff/NN were/VBD fired/VBN ./.",
                "fired 2019-01-01/2019-12-31",
            ),
            // Behind its verb it is that verb's alone.
            (
                "The/DT mine/NN was/VBD closed/VBN in/IN 2019/CD=2019 and/CC all/DT staff/NN were/VBD fired/VBN ./.",
                "fired …/2026-01-08",
            ),
            // The second has a time of its own.
            (
                "In/IN 2019/CD=2019 the/DT mine/NN was/VBD closed/VBN and/CC all/DT staff/NN were/VBD fired/VBN in/IN 2020/CD=2020 ./.",
                "fired 2020-01-01/2020-12-31",
            ),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }
}
