//! Aims: what a verb without tense tells is done, only meant to be done, or not done, by the word it hangs on.
//!
//! "managed to leave" tells of leaving; "plans to leave", "eager to leave", "aimed at leaving" do not say that anybody
//! will; "failed to leave", "prevented from leaving" say that nobody did.

use super::clause::Clause;
use super::lexicon::VerbSet;
use super::timed_noun::is_nominal;
use super::verb_group::VerbGroup;
use crate::extract::text::{Document, Tag};
use crate::model::Modality;

/// Nouns whose complement is still to come: "the possibility of a strike", "plans for a meeting".
const FORESEEING: [&str; 27] = [
    "possibility",
    "risk",
    "plan",
    "plans",
    "hope",
    "hopes",
    "threat",
    "threats",
    "call",
    "calls",
    "demand",
    "demands",
    "proposal",
    "proposals",
    "prospect",
    "prospects",
    "chance",
    "request",
    "preparations",
    "promise",
    "offer",
    "decision",
    "pledge",
    "fears",
    "opportunity",
    "intention",
    "aim",
];

/// Adjectives after which an infinitive is still to come: "likely to change".
const READY: [&str; 14] = [
    "likely",
    "ready",
    "due",
    "set",
    "prepared",
    "bound",
    "poised",
    "scheduled",
    "eager",
    "keen",
    "willing",
    "anxious",
    "determined",
    "reluctant",
];

/// Verbs with which what they govern was not done: "failed to file".
const UNDONE: [&str; 5] = ["fail", "refuse", "decline", "neglect", "forget"];

/// Verbs that settle what is to be done.
const DECIDES: [&str; 4] = ["vote", "opt", "resolve", "choose"];

/// Verbs that keep others "from" doing something.
const KEEPS_FROM: [&str; 7] = ["prevent", "stop", "ban", "bar", "prohibit", "keep", "discourage"];

/// Whether a verb settles what is to be done: "voted to leave".
pub(super) fn settles(lemma: &str) -> bool {
    DECIDES.contains(&lemma)
}

/// Whether a noun says that what depends on it is still to come.
pub(super) fn foresees(word: &str) -> bool {
    FORESEEING.contains(&word)
}

/// "plans to meet", "is likely to change", "aimed at ending": what the verb group tells is foreseen by the word before it.
pub(super) fn is_foreseen(document: &Document<'_>, first: usize) -> bool {
    let word = |at: usize| super::lexicon::lower(document.word(at));
    let Some(before) = first.checked_sub(1) else { return false };
    if document.tag(first) != Tag::VerbGerund {
        return FORESEEING.contains(&word(before).as_ref()) || READY.contains(&word(before).as_ref());
    }
    let Some(noun) = before.checked_sub(1) else { return false };
    match word(before).as_ref() {
        "at" => document.is(noun, "aimed"),
        "of" => FORESEEING.contains(&word(noun).as_ref()),
        "on" => document.is(noun, "intent") || document.is(noun, "bent"),
        _ => false,
    }
}

/// "was due to fly", "were likely to lose": foreseen from a day in the past, so that it may be over since.
pub(super) fn was_foreseen(document: &Document<'_>, first: usize) -> bool {
    let ready = first.checked_sub(1).filter(|at| READY.iter().any(|word| document.is(*at, word)));
    let was = |at: usize| document.is(at, "was") || document.is(at, "were");
    ready.is_some_and(|at| (at.saturating_sub(2)..at).any(was))
}

/// The group whose aim a bare form shares that is joined to it: "to sell the club, [pay] its debts and [leave]".
fn joined_to(document: &Document<'_>, groups: &[VerbGroup], at: usize) -> usize {
    const LONGEST_LIST: usize = 6;
    let joined = |at: usize| {
        let bare = groups.get(at).filter(|g| !g.finite && g.first == g.head);
        let before = bare.filter(|g| document.tag(g.first) == Tag::VerbBase).and_then(|g| g.first.checked_sub(1));
        before.is_some_and(|i| document.tag(i) == Tag::Conjunction || document.is(i, ","))
    };
    let first = (at.saturating_sub(LONGEST_LIST)..at).rev().find(|i| !joined(i + 1));
    first.map_or(at.saturating_sub(LONGEST_LIST), |i| i + 1)
}

/// Whether what a group without tense tells is only meant or was not done; `None` where it is as real as what governs it.
pub(super) fn modality(document: &Document<'_>, groups: &[VerbGroup], at: usize) -> Option<Modality> {
    let joined = joined_to(document, groups, at);
    if joined < at && groups.get(at).is_some_and(|g| g.modality == Modality::Actual) {
        let planned = groups.get(joined).filter(|g| g.modality == Modality::Planned);
        return planned.map(|g| g.modality).or_else(|| modality(document, groups, joined));
    }
    let group = groups.get(at).filter(|g| !g.finite && g.modality == Modality::Actual)?;
    if is_foreseen(document, group.first) {
        return Some(Modality::Planned);
    }
    let governor = groups.get(at.checked_sub(1)?)?;
    let object = governor.head + 1..group.first;
    let direct = object.clone().all(|i| document.tag(i).is_adverb());
    let within = object.len() <= 6
        && object.clone().all(|i| is_nominal(document.tag(i)) || matches!(document.tag(i), Tag::Pronoun | Tag::Adverb));
    let lemma = governor.verb.map_or("", |v| v.lemma);
    if document.tag(group.first) == Tag::VerbGerund {
        let from = object.end.checked_sub(1).is_some_and(|i| document.is(i, "from"));
        return (within && from && KEEPS_FROM.contains(&lemma)).then_some(Modality::Negated);
    }
    if group.tense == crate::model::Tense::Infinitive {
        if direct && UNDONE.contains(&lemma) && governor.modality == Modality::Actual {
            return Some(Modality::Negated);
        }
        let asked = governor.is(VerbSet::PROSPECTIVE) && !governor.is(VerbSet::IMPLICATIVE) || settles(lemma);
        return (asked && (direct || within) && governor.modality != Modality::Negated).then_some(Modality::Planned);
    }
    // "wants the remains tested"
    let wanted = ["want", "need", "wish"].contains(&lemma) && within && !object.is_empty();
    wanted.then_some(Modality::Planned)
}

/// Nouns that speak for something being so.
const SPEAKS_FOR: [&str; 10] =
    ["chance", "confirmation", "evidence", "guarantee", "hint", "hope", "indication", "proof", "sign", "suggestion"];

/// What is denied by words that stand farther off: "has not sent troops or [set up] a zone", "little indication it will
/// [yield] more".
pub(super) fn denied(document: &Document<'_>, groups: &[VerbGroup], at: usize, clause: &Clause) -> Option<Modality> {
    let group = groups.get(at).filter(|g| g.modality != Modality::Negated)?;
    let before = group.first.checked_sub(1)?;
    if document.is(before, "or") || document.is(before, "nor") {
        let first = groups.get(..at)?.iter().rfind(|g| g.finite && g.head < before)?;
        return (first.modality == Modality::Negated).then_some(Modality::Negated);
    }
    let speaks_for = |i: &usize| SPEAKS_FOR.iter().any(|word| document.is(*i, word));
    let opens = [clause.marker, Some(clause.subject.start), Some(before)].into_iter().flatten();
    let noun = opens.filter(|i| *i < group.first).filter_map(|i| i.checked_sub(1)).find(speaks_for)?;
    let amount =
        (noun.saturating_sub(2)..noun).rev().find(|i| !document.tag(*i).is_adjective() || is_little(document, *i))?;
    is_little(document, amount).then_some(Modality::Hypothetical)
}

fn is_little(document: &Document<'_>, at: usize) -> bool {
    ["no", "little", "scant", "without", "any", "never"].iter().any(|word| document.is(at, word))
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;
    use crate::model::Modality;

    #[test]
    fn what_is_aimed_at_or_kept_from_is_no_fact() {
        use Modality::{Actual, Negated, Planned};
        for (text, expected) in [
            ("He/PRP plans/VBZ to/TO leave/VB ./.", Planned),
            ("They/PRP are/VBP allowed/VBN to/TO leave/VB ./.", Planned),
            ("The/DT judge/NN ordered/VBD the/DT men/NNS to/TO leave/VB ./.", Planned),
            ("They/PRP voted/VBD to/TO close/VB it/PRP ./.", Planned),
            ("She/PRP plans/VBZ to/TO leave/VB them/PRP and/CC start/VB ./.", Planned),
            ("She/PRP will/MD leave/VB them/PRP ,/. pay/VB and/CC start/VB ./.", Planned),
            ("She/PRP managed/VBD to/TO leave/VB them/PRP and/CC start/VB ./.", Actual),
            ("He/PRP is/VBZ seeking/VBG to/TO leave/VB ./.", Planned),
            ("He/PRP appears/VBZ eager/JJ to/TO leave/VB ./.", Planned),
            ("The/DT move/NN is/VBZ aimed/VBN at/IN ending/VBG it/PRP ./.", Planned),
            ("She/PRP wants/VBZ the/DT remains/NNS tested/VBN ./.", Planned),
            ("He/PRP failed/VBD to/TO leave/VB ./.", Negated),
            ("Police/NNS prevented/VBD him/PRP from/IN leaving/VBG ./.", Negated),
            ("He/PRP managed/VBD to/TO leave/VB ./.", Actual),
            ("He/PRP tried/VBD to/TO leave/VB ./.", Actual),
            ("He/PRP arrived/VBD from/IN visiting/VBG her/PRP ./.", Actual),
            ("He/PRP laughed/VBD at/IN losing/VBG ./.", Actual),
            ("Police/NNS found/VBD the/DT dog/NN tested/VBN ./.", Actual),
        ] {
            let last = fixture("2026-01-08", text).find().0.pop().map(|m| m.modality);
            assert_eq!(last, Some(expected), "{text}");
        }
    }
}
