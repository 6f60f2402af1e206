//! "It" where it stands for a happening: "The government agreed to an inquiry. The minister said it would open on Monday."

use super::clause::Clause;
use super::lexicon::NounKind;
use super::participants;
use super::reading::Reading;
use crate::extract::text::equals_lower;
use std::ops::Range;

/// What only happenings do.
const HAPPENS: [&str; 13] = [
    "open", "begin", "start", "end", "resume", "continue", "close", "conclude", "finish", "happen", "occur", "last",
    "reopen",
];

/// How many event words back the happening is looked for.
const REACH: usize = 12;

/// The noun phrase that the subject "it" of a clause stands for, when its verb tells what only happenings do.
pub(super) fn happening(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> Option<Range<usize>> {
    let subject = clause.subject.start;
    if clause.subject.len() != 1 || !equals_lower(reading.document.word(subject), "it") {
        return None;
    }
    let verb = reading.sentences.get(sentence)?.groups.get(clause.group)?.verb?;
    if !HAPPENS.contains(&verb.lemma) {
        return None;
    }
    let before = reading.found.partition_point(|f| f.token < subject);
    let near = reading.found.get(before.saturating_sub(REACH)..before)?;
    let noun = near.iter().rev().find(|f| f.sentence + 2 >= sentence && f.noun.is_some_and(|n| lasts(n.kind)))?;
    let phrase = participants::phrase_before(reading, noun.token + 1, noun.token + 1);
    Some(phrase).filter(|p| !p.is_empty())
}

/// Happenings that open and close.
fn lasts(kind: NounKind) -> bool {
    kind.is_occasion() || matches!(kind, NounKind::Inquiry | NounKind::Justice | NounKind::Sport | NounKind::Protest)
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn it_gives_way_to_the_happening_it_stands_for() {
        let article = fixture(
            "2026-03-06",
            "The/DT government/NN agreed/VBD to/TO an/DT inquiry/NN ./.\nThe/DT minister/NN said/VBD on/IN Wednesday/NNP=2026-03-04 that/IN it/PRP would/MD open/VB in/IN Harle/NNP on/IN Monday/NNP=2026-03-09 ./.",
        );
        assert!(
            article.titles().contains(&"2026-03-09 Inquiry would open in Harle".to_owned()),
            "{:?}",
            article.titles()
        );
    }
}
