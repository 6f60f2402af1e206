//! Content: which verbs have a clause as what is said, thought or seen, and who stands between the two.

use super::opens_clause;
use crate::extract::event::lexicon::VerbSet;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::text::{Document, Tag};

/// Whether the words at `at` begin to say when or where.
pub(super) fn circumstance(document: &Document<'_>, at: usize) -> bool {
    // "said [the day before] she left"
    let day = document.tag(at) == Tag::Determiner && (at + 1..at + 4).any(|i| opens_clause(document, i));
    matches!(document.tag(at), Tag::Preposition | Tag::WhWord) || opens_clause(document, at) || day
}

/// Whether a verb of saying is followed by what is said and not by who is spoken to.
pub(super) fn speaks_to_nobody(group: &VerbGroup) -> bool {
    const VERBS: [&str; 12] = [
        "add", "allege", "announce", "believe", "claim", "confirm", "fear", "insist", "note", "report", "say", "think",
    ];
    !group.passive && group.verb.is_some_and(|v| VERBS.contains(&v.lemma))
}

/// Whether who is spoken to stands between a verb of saying and what is said.
pub(super) fn speaks_to_somebody(group: &VerbGroup) -> bool {
    const VERBS: [&str; 7] = ["assure", "inform", "notify", "remind", "show", "tell", "warn"];
    !group.passive && group.verb.is_some_and(|v| VERBS.contains(&v.lemma))
}

/// Whether a verb has content: it reports, thinks or perceives.
pub(in crate::extract::event) fn takes_content(group: &VerbGroup) -> bool {
    group.is(VerbSet::REPORTING)
        || group.is(VerbSet::I_STATE)
        || group.is(VerbSet::PERCEPTION)
        || group.is(VerbSet::PROSPECTIVE)
}

/// The last verb group before `at`, where no more than a few words stand between.
pub(super) fn governor_before(document: &Document<'_>, at: usize, groups: &[VerbGroup]) -> Option<usize> {
    let after = groups.partition_point(|g| g.head < at);
    let index = after.checked_sub(1)?;
    let head = groups.get(index)?.head;
    let near = at - head <= 12 && (head + 1..at).all(|i| !matches!(document.word(i), ";" | "."));
    near.then_some(index)
}
