//! Past forms and participles, told apart by what stands around them.
//!
//! "found the body Friday wrapped in foil", "in a vote held Sunday": what hangs on a noun that is no subject is a participle.
//! "Replied the mayor, “No”": what opens a sentence before the one who speaks is none.

use super::super::lexicon::{self, VerbSet};
use crate::extract::text::{Document, Tag};

const DAYS: [&str; 9] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday"];

fn is_day(document: &Document<'_>, at: usize) -> bool {
    DAYS.iter().any(|day| document.is(at, day) || document.word(at) == *day)
}

/// Whether the past form at `at` tells of a noun that is object or stands behind a preposition.
pub(super) fn hangs_on_noun(document: &Document<'_>, at: usize) -> bool {
    document.tag(at) == Tag::VerbPast && (is_behind_dated_object(document, at) || is_held(document, at))
}

/// "found the man's body Friday [wrapped] in plastic": behind an object and its verb's day.
fn is_behind_dated_object(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 10;
    let object = |i: usize| {
        let tag = document.tag(i);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Number)
            || tag == Tag::VerbPastParticiple
            || tag == Tag::Conjunction
            || is_joined_modifier(document, i)
    };
    if at < 3
        || !is_day(document, at - 1)
        || document.tag(at + 1) != Tag::Preposition
        || !document.tag(at - 2).is_noun()
    {
        return false;
    }
    let verb = (at.saturating_sub(REACH)..at - 1).rev().find(|i| !object(*i));
    verb.is_some_and(|verb| {
        let says = lexicon::verb(document.word(verb), document.tag(verb))
            .is_none_or(|v| v.sets.has(VerbSet::REPORTING) || v.sets.has(VerbSet::ATTITUDE));
        document.tag(verb) == Tag::VerbPast && !says
    })
}

/// "the firm's [planned] purchase": between what opens a noun phrase and its noun.
pub(super) fn is_modifier(document: &Document<'_>, at: usize) -> bool {
    let opens = |tag: Tag| {
        matches!(tag, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Preposition)
            || tag.is_adjective()
    };
    document.tag(at) == Tag::VerbPastParticiple
        && document.tag(at + 1).is_common_noun()
        && at >= 1
        && opens(document.tag(at - 1))
}

/// "was built in 1988 and [carried] cars": joined, and with an object, which what is done to something has not.
pub(super) fn is_joined_past(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 10;
    let has = |i: usize| ["has", "have", "had", "having"].iter().any(|word| document.is(i, word));
    let object = matches!(document.tag(at + 1), Tag::NounPlural | Tag::Determiner | Tag::Possessive);
    document.tag(at) == Tag::VerbPastParticiple
        && document.is(at - 1, "and")
        && object
        && (at.saturating_sub(REACH)..at).any(|i| document.tag(i) == Tag::VerbPast)
        && !(at.saturating_sub(REACH)..at).any(has)
}

/// "the man's burned and [scattered] papers": joined with the participle that stands before the same noun, both are adjectives.
pub(super) fn is_joined_modifier(document: &Document<'_>, at: usize) -> bool {
    at >= 3
        && matches!(document.tag(at), Tag::VerbPast | Tag::VerbPastParticiple)
        && document.tag(at + 1).is_common_noun()
        && document.is(at - 1, "and")
        && matches!(document.tag(at - 2), Tag::VerbPastParticiple | Tag::Adjective)
        && matches!(document.tag(at - 3), Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker)
}

/// "rejected it in a referendum [held] Sunday": of a noun behind a preposition, without an object.
fn is_held(document: &Document<'_>, at: usize) -> bool {
    const HELD: [&str; 8] = ["broadcast", "conducted", "delivered", "given", "held", "issued", "read", "signed"];
    const REACH: usize = 8;
    let next = document.tag(at + 1);
    let alone = is_day(document, at + 1) || next == Tag::Preposition || next.is_punctuation();
    if !HELD.iter().any(|word| document.is(at, word)) || !alone || !document.tag(at - 1).is_common_noun() {
        return false;
    }
    let phrase = |i: usize| {
        let tag = document.tag(i);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Number)
    };
    let Some(preposition) = (at.saturating_sub(REACH)..at).rev().find(|i| !phrase(*i)) else { return false };
    let Some(sentence) = document.sentence_of(at).and_then(|s| document.sentences.get(s)) else { return false };
    // "Men in the port held out": the noun's phrase hangs on the subject itself.
    let verb = (sentence.tokens.start..preposition).rev().find(|i| document.tag(*i).is_verb());
    let behind_verb = verb.is_some_and(|verb| document.tag(verb).is_finite_verb());
    document.tag(preposition) == Tag::Preposition && behind_verb
}

/// "pledged to stand firm, [warning] the rebels": behind a comma and before those who are warned.
pub(super) fn is_warning(document: &Document<'_>, at: usize) -> bool {
    let warned =
        matches!(document.tag(at + 1), Tag::ProperNoun | Tag::Pronoun | Tag::Determiner) || document.is(at + 1, "that");
    document.tag(at) == Tag::Noun && document.is(at, "warning") && document.is(at - 1, ",") && warned
}

/// "[Replied] the mayor, “No”": what opens a sentence before a speaker and a quote.
pub(super) fn opens_with_saying(document: &Document<'_>, at: usize) -> bool {
    const SAYS: [&str; 8] = ["add", "answer", "explain", "recall", "reply", "retort", "say", "write"];
    const REACH: usize = 14;
    let speaker = document.tag(at + 1);
    let named = speaker.is_noun() || speaker == Tag::Determiner || speaker == Tag::Adjective;
    if document.tag(at) != Tag::VerbPastParticiple || !named || !SAYS.contains(&document.lemma(at).as_ref()) {
        return false;
    }
    let quote = (at + 1..at + REACH).find(|i| document.tag(*i).is_finite_verb() || document.tag(*i) == Tag::OpenQuote);
    quote.is_some_and(|i| document.tag(i) == Tag::OpenQuote && (document.is(i - 1, ",") || document.is(i - 1, ":")))
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn what_hangs_on_a_noun_is_told_from_what_a_subject_did() {
        for (text, at, code) in [
            ("found/VBD the/DT body/NN Friday/NNP wrapped/VBD in/IN foil/NN", 4, "VBN"),
            ("said/VBD the/DT mayor/NN Friday/NNP waited/VBD in/IN Vik/NNP", 4, "VBD"),
            ("lost/VBD in/IN a/DT vote/NN held/VBD Sunday/NNP", 4, "VBN"),
            ("the/DT burned/VBN and/CC torn/VBD papers/NNS", 3, "JJ"),
            ("the/DT men/NNS and/CC saw/VBD papers/NNS", 3, "VBD"),
            ("he/PRP left/VBD ,/. warning/NN Bo/NNP", 3, "VBG"),
            ("he/PRP left/VBD ,/. warning/NN signs/NNS fell/VBD", 3, "NN"),
            ("men/NNS in/IN the/DT port/NN held/VBD out/RP", 4, "VBD"),
        ] {
            let tagged = fixture("", text);
            assert_eq!(super::super::tags(&tagged.document()).tokens[at].tag.penn(), code, "{text}");
        }
        for (text, expected) in [
            ("Replied/VBN the/DT mayor/NN ,/. “/`` We/PRP lost/VBD ./. ”/''", "Replied 2026-01-08"),
            ("Said/VBN to/TO be/VB ill/JJ ,/. “/`` Bo/NNP ”/'' left/VBD ./.", "left …/2026-01-08"),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }
}
