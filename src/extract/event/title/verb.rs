//! Verbs of titles: written out, with the word that denies them, in small letters where they opened their sentence.

use crate::extract::event::joined::particle_after;
use crate::extract::event::lexicon::{self, VerbSet};
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::text::Tag;
use std::borrow::Cow;
use std::ops::Range;

/// "It[’s] planning a flight": behind the name that stands for the pronoun the verb is written out.
pub(super) fn written_out<'v>(verb: &'v str, group: &VerbGroup) -> Cow<'v, str> {
    let (short, rest) = verb.split_at(verb.find(' ').unwrap_or(verb.len()));
    let full = match short.trim_start_matches(['\'', '’']) {
        same if same == short => return Cow::Borrowed(verb),
        "s" if group.perfect => "has",
        "s" => "is",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" if group.perfect => "had",
        "d" => "would",
        _ => return Cow::Borrowed(verb),
    };
    Cow::Owned(format!("{full}{rest}"))
}

/// Where a verb begins with the word that denies it: "[never] published its findings".
pub(super) fn with_negation(reading: &Reading<'_>, first: usize) -> usize {
    let denies = |i: &usize| reading.document.is(*i, "never") || reading.document.is(*i, "not");
    first.checked_sub(1).filter(denies).unwrap_or(first)
}

/// Whether a gerund tells what its subject does, and is no noun ("defence [spending] target", "the court [hearing], which")
/// nor the saying that its sentence's verb tells of ("released a statement, [saying] …").
pub(super) fn goes_along(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let tag = |i: usize| reading.document.tag(i);
    let behind_comma = group.head.checked_sub(1).is_some_and(|i| tag(i).is_punctuation());
    let next = tag(group.head + 1);
    let named = lexicon::event_noun(reading.document.word(group.head)).is_some();
    group.is_participle()
        && tag(group.head) == Tag::VerbGerund
        && !group.is(VerbSet::REPORTING)
        && (behind_comma || !named && !next.is_common_noun() && !next.is_punctuation())
}

/// "Smolny was the first, [awarding degrees]": a headline tells in the present what goes along with the sentence's verb.
pub(super) fn in_present(reading: &Reading<'_>, subject: &Range<usize>, head: usize, verb: &str) -> String {
    let rest = verb.find(' ').and_then(|at| verb.get(at..)).unwrap_or("");
    let base = reading.document.lemma(head);
    let present = if is_plural(reading, subject) { base.into_owned() } else { third_person(&base) };
    format!("{present}{rest}")
}

/// Whether a verb of this subject stands in the plural: "[thousands] of people", "[Reyes and Lund]".
fn is_plural(reading: &Reading<'_>, subject: &Range<usize>) -> bool {
    let document = reading.document;
    let goes_on = |i: &usize| {
        let tag = document.tag(*i);
        tag.is_noun() || tag.is_adjective() || !tag.is_punctuation() && tag != Tag::Preposition && tag != Tag::WhWord
    };
    let core = subject.clone().take_while(goes_on);
    let joined = core.clone().any(|i| document.is(i, "and"));
    let head = core.filter(|i| document.tag(*i).is_noun()).last();
    let many = |i: usize| {
        document.tag(i) == Tag::NounPlural || ["people", "police", "they"].iter().any(|word| document.is(i, word))
    };
    joined || head.is_some_and(many)
}

/// "spends", "carries", "reaches", "has".
fn third_person(base: &str) -> String {
    let consonant = |c: char| !"aeiou".contains(c);
    match base {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        _ => match base.strip_suffix('y').filter(|stem| stem.ends_with(consonant)) {
            Some(stem) => format!("{stem}ies"),
            None if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
                format!("{base}es")
            }
            None => format!("{base}s"),
        },
    }
}

/// With a small first letter.
pub(super) fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// "The attack came", "The news came": which only says when; that the railway or the king came is a happening.
pub(super) fn only_comes(reading: &Reading<'_>, found: &Found, subject: &Range<usize>) -> bool {
    const TOLD: [&str; 14] = [
        "call", "comment", "data", "end", "figure", "goal", "move", "news", "number", "remark", "report", "result",
        "warning", "word",
    ];
    if found.lemma != "come" || particle_after(reading, found.token).is_some() {
        return false;
    }
    let Some(head) = subject.clone().rfind(|i| reading.document.tag(*i).is_noun()) else { return true };
    let happening = lexicon::event_noun(reading.document.word(head)).is_some();
    happening || TOLD.contains(&reading.document.lemma(head).as_ref())
}
