//! Nouns that look like verbs, and the words that only point to a noun: "EU [sanctions] on the bank were renewed",
//! "[Polling] will be held", "by which [time]", "a hearing in [that] case".

use crate::extract::event::timed_noun::is_nominal;
use crate::extract::text::{Document, Tag, lexicon as text_lexicon};

/// "EU [sanctions] on the central bank were renewed": a plural behind a name and before a preposition, as the next verb tells,
/// which is in the plural while the noun right before it is not.
pub(super) fn is_plural_subject(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 9;
    let looks = document.tag(at) == Tag::VerbPresent3rd
        && document.tag(at - 1).is_noun()
        && document.tag(at + 1) == Tag::Preposition
        && text_lexicon::noun(document.word(at)).is_some();
    if !looks {
        return false;
    }
    let phrase = |i: &usize| is_nominal(document.tag(*i));
    let verb = at + 1 + (at + 1..at + REACH).take_while(phrase).count();
    let many = ["were", "are", "have"].iter().any(|word| document.is(verb, word));
    many && matches!(document.tag(verb - 1), Tag::Noun | Tag::ProperNoun)
}

/// "[Polling] will be held on Monday", "[Campaigning] for the seat ended at noon": the -ing word that opens a sentence is its
/// subject when nothing but what hangs on it stands before the verb.
pub(super) fn is_subject(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 7;
    if document.tag(at) != Tag::VerbGerund {
        return false;
    }
    let finite = |i: usize| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal;
    let opens = |i: usize| matches!(document.tag(i), Tag::Determiner | Tag::Possessive | Tag::Number | Tag::ProperNoun);
    // "Speaking in Paris the minister said": a second noun phrase is the subject.
    let phrase = |i: &usize| {
        let second = *i > at + 2 && opens(*i) && document.tag(i - 1).is_noun();
        is_nominal(document.tag(*i)) && (!second || document.tag(i - 1).is_proper_noun())
    };
    let hangs = document.tag(at + 1) == Tag::Preposition;
    let verb = at + 1 + (at + 1..at + REACH).take_while(|i| hangs && phrase(i)).count();
    let name = hangs && document.tag(verb - 1) == Tag::ProperNoun;
    finite(verb) && !name
}

/// "did not leave until 1 a.m., by which [time] the water had come in"
pub(super) fn is_point_in_time(document: &Document<'_>, at: usize) -> bool {
    let which = at >= 2 && document.is(at - 1, "which") && document.tag(at - 2) == Tag::Preposition;
    which && ["time", "point", "stage"].iter().any(|word| document.is(at, word))
}

/// "A hearing in [that] case is set for July": behind a preposition and before a noun it points.
pub(super) fn points(document: &Document<'_>, at: usize) -> bool {
    const CONJOINED: [&str; 6] = ["after", "except", "given", "now", "provided", "so"];
    document.is(at, "that")
        && document.tag(at) != Tag::Determiner
        && document.tag(at - 1) == Tag::Preposition
        && !CONJOINED.iter().any(|word| document.is(at - 1, word))
        && document.tag(at + 1) == Tag::Noun
}
