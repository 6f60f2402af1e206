//! Nouns with times: "Tuesday's meeting", "a meeting in Paris on Tuesday", "the 2015 agreement".
//!
//! A time may name the day of the happening that a noun tells of, or only which thing is meant; and where the noun stands
//! in its clause decides whether the verb beside it happens then too.

use super::attach::{aftermath, found_at};
use super::lexicon::{self, NounKind, VerbSet};
use super::reading::{Reading, TimeAt};
use crate::extract::text::Tag;
use crate::model::EventClass;

/// "Tuesday's meeting", "the November 1995 assassination": the event noun that the time stands before.
pub(super) fn modified_noun(reading: &Reading<'_>, sentence: usize, time: &TimeAt) -> Option<usize> {
    let tag = |i: usize| reading.document.tokens.get(i).map_or(Tag::Other, |t| t.tag);
    let before = time.tokens.start.checked_sub(1).map_or(Tag::Other, tag);
    let possessive = is_owner(reading, time);
    // "after devastating 2024 wildfires"
    let participle = matches!(before, Tag::VerbGerund | Tag::VerbPastParticiple);
    let within =
        participle || matches!(before, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Adjective);
    if !possessive && !within {
        return None;
    }
    for at in time.tokens.end..time.tokens.end + 5 {
        if let Some(found) = found_at(reading, sentence, at).filter(|f| is_noun(reading, *f)) {
            return Some(found);
        }
        let t = tag(at);
        if !(t.is_noun()
            || t.is_adjective()
            || matches!(t, Tag::PossessiveMarker | Tag::Number | Tag::VerbPastParticiple))
        {
            return None;
        }
    }
    None
}

/// "[Tuesday]'s meeting".
pub(super) fn is_owner(reading: &Reading<'_>, time: &TimeAt) -> bool {
    let last = reading.document.word(time.tokens.end.saturating_sub(1));
    reading.document.tag(time.tokens.end) == Tag::PossessiveMarker || last.ends_with("'s") || last.ends_with("’s")
}

/// "the 11th century temple", "the January figures", "the 1986 American crime film": a time that tells which thing is
/// meant dates nothing. What is named may be an occasion at which things happen: "at the 2012 London Olympics".
pub(super) fn describes_noun(reading: &Reading<'_>, time: &TimeAt) -> bool {
    let tag = |i: usize| reading.document.tokens.get(i).map_or(Tag::Other, |t| t.tag);
    let Some(before) = time.tokens.start.checked_sub(1) else { return false };
    if names_law(reading, before) {
        return true;
    }
    let noun = (time.tokens.end..time.tokens.end + 4).find(|i| !tag(*i).is_adjective()).unwrap_or(time.tokens.end);
    // "in the 2023-24 season"
    let period = ["season", "term", "campaign", "session", "year"].iter().any(|word| reading.document.is(noun, word));
    let occasion = (tag(noun).is_proper_noun() || period) && {
        let word = before.checked_sub(1).map(|i| lexicon::lower(reading.document.word(i)));
        let at = |w: &str| matches!(w, "at" | "during" | "after" | "before" | "since" | "of") || period && w == "in";
        word.is_none_or(|w| at(w.as_ref()))
    };
    // "the original 1922 stone bridge"
    let original = |i: usize| tag(i).is_adjective() || reading.document.is(i, "original");
    let first = (before.saturating_sub(2)..before + 1).rev().find(|i| !original(*i)).unwrap_or(before);
    matches!(tag(first), Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker)
        && tag(noun).is_noun()
        && !occasion
        && found_in_phrase(reading, noun)
}

/// "the Data Security Bill, [2023]", "the Equality Act [2010]": the year behind `before` is part of a law's name.
fn names_law(reading: &Reading<'_>, before: usize) -> bool {
    const LAWS: [&str; 8] = ["act", "bill", "code", "decree", "law", "order", "regulations", "rules"];
    let comma = reading.document.is(before, ",");
    let Some(law) = before.checked_sub(usize::from(comma)) else { return false };
    let named = |i: usize| reading.document.tag(i).is_proper_noun();
    named(law) && law.checked_sub(1).is_some_and(named) && LAWS.iter().any(|word| reading.document.is(law, word))
}

/// Whether the noun phrase that goes on at `at` ends without an event noun.
fn found_in_phrase(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.document.tokens.get(at).and_then(|t| reading.sentence_at(t.span.start));
    let noun = |i: &usize| reading.document.tokens.get(*i).is_some_and(|t| t.tag.is_noun());
    let Some(sentence) = sentence else { return false };
    (at..at + 4).take_while(noun).all(|i| found_at(reading, sentence, i).is_none())
}

/// Whether a word can stand within noun phrases that hang on each other: "the meeting of 30 leaders in Paris".
pub(super) fn is_nominal(tag: Tag) -> bool {
    tag.is_noun()
        || tag.is_adjective()
        || matches!(
            tag,
            Tag::Determiner | Tag::Preposition | Tag::PossessiveMarker | Tag::Possessive | Tag::Number | Tag::To
        )
}

/// The event noun that a time follows, other nouns and prepositions between: "meeting in Paris on Tuesday".
pub(super) fn preceding_noun(reading: &Reading<'_>, sentence: usize, start: usize) -> Option<usize> {
    let first = reading.document.sentences.get(sentence)?.tokens.start;
    for at in (first.max(start.saturating_sub(10))..start).rev() {
        let found = found_at(reading, sentence, at);
        if let Some(found) = found.filter(|f| !is_unlisted(reading, *f)) {
            return Some(found).filter(|f| is_noun(reading, *f));
        }
        if !is_nominal(reading.document.tag(at)) {
            return None;
        }
    }
    None
}

/// "within weeks [of his capture on 26 March]", "had condemned [the invasion on 2 August]": the time is the noun's when
/// that hangs on "of", or when what is said of it is news and the day lies farther back than news does.
pub(super) fn is_of_noun(reading: &Reading<'_>, noun: usize, verb: Option<usize>, time: usize) -> bool {
    let Some(token) = reading.found.get(noun).map(|f| f.token) else { return false };
    let document = reading.document;
    // "according to a report on Friday"
    let source = preposition_before(reading, token).filter(|to| document.is(*to, "to"));
    if source.and_then(|to| to.checked_sub(1)).is_some_and(|at| document.is(at, "according")) {
        return true;
    }
    if verb.and_then(|v| reading.found.get(v)).is_some_and(|v| LOOKS_BACK.contains(&v.lemma.as_ref())) {
        return true;
    }
    // "is planning a launch for March": the launch is then, the planning is now.
    let planned = verb.and_then(|v| reading.found.get(v)).is_some_and(|v| LOOKS_AHEAD.contains(&v.lemma.as_ref()));
    let range = reading.times.timexes.get(time).and_then(|t| t.range).unwrap_or_default();
    let now = reading.times.reference_date.range;
    if planned && super::attach::is_after(range, now) {
        return true;
    }
    if !super::mentions::is_definite(reading, token) {
        return false;
    }
    let preposition = preposition_before(reading, token);
    let verb = verb.and_then(|v| reading.found.get(v));
    if let Some(of) = preposition.filter(|p| reading.document.is(*p, "of")) {
        // "won the first medal of the Games on Friday": a day of many.
        if lasts_weeks(reading, token) && range.as_day().is_some() {
            return false;
        }
        // "will publish the results of its tests on Aug. 21": what comes out then are the results.
        const OUT: [&str; 7] = ["details", "figures", "findings", "minutes", "outcome", "report", "results"];
        if of.checked_sub(1).is_some_and(|at| OUT.iter().any(|word| document.is(at, word))) {
            return false;
        }
        // "warned of the storm on Thursday"
        return verb.is_none_or(|v| of != v.token + 1);
    }
    let Some(verb) = verb else { return false };
    let sets = lexicon::verb(reading.document.word(verb.token), reading.document.tag(verb.token)).map(|v| v.sets);
    // "announced his resignation on Aug. 11": what is announced does not lie behind.
    let announces = ["announce", "declare", "unveil"].contains(&verb.lemma.as_ref());
    let speaks = verb.class == EventClass::Reporting || sets.is_some_and(|s| s.has(VerbSet::RETROSPECTIVE));
    let far = matches!((range.latest, now.earliest), (Some(last), Some(now)) if (now - last).num_days() > NEWS_DAYS);
    speaks && far && !announces
}

/// Whether a noun names an occasion of many days.
fn lasts_weeks(reading: &Reading<'_>, token: usize) -> bool {
    const WEEKS: [&str; 9] =
        ["campaign", "championship", "championships", "cup", "festival", "games", "olympics", "tour", "tournament"];
    WEEKS.iter().any(|word| reading.document.is(token, word))
}

/// "blaming a strike in September": what these verbs speak of lies behind, and its time with it.
const LOOKS_BACK: [&str; 6] = ["blame", "commemorate", "mourn", "recall", "regret", "remember"];

/// "is preparing a launch for March": what these verbs speak of lies ahead, and its time with it.
const LOOKS_AHEAD: [&str; 7] = ["aim", "consider", "hope", "intend", "plan", "prepare", "want"];

/// How many days back news tells in its main line; what is farther away is what it speaks of.
pub(super) const NEWS_DAYS: i64 = 7;

/// Where an event noun with a time stands in its clause.
pub(super) enum NounPlace {
    /// Other things happen at it: "at a meeting on Tuesday", "killed in the attack on Monday".
    Occasion,
    /// Object of a light verb: "held talks on Monday".
    LightObject,
    /// Before the verb.
    Subject,
    /// Object of another verb or of a preposition that does not locate.
    Object,
}

const LOCATING: [&str; 9] = ["at", "during", "in", "after", "following", "upon", "before", "for", "amid"];

pub(super) fn place_of_noun(reading: &Reading<'_>, sentence: usize, noun: usize, verb: Option<usize>) -> NounPlace {
    let Some(token) = reading.found.get(noun).map(|f| f.token) else { return NounPlace::Object };
    let preposition = preposition_before(reading, token);
    let locates = |p: usize| LOCATING.contains(&lexicon::lower(reading.document.word(p)).as_ref());
    if preposition.is_some_and(|p| locates(p) || aftermath::answers(reading, p)) {
        return NounPlace::Occasion;
    }
    let Some(verb) = verb.and_then(|v| reading.found.get(v)) else { return NounPlace::Subject };
    if verb.token > token {
        return NounPlace::Subject;
    }
    let group = reading.sentences.get(sentence).and_then(|s| s.groups.get(verb.group?));
    if group.is_some_and(|g| g.is(VerbSet::LIGHT)) && preposition.is_none() {
        NounPlace::LightObject
    } else {
        NounPlace::Object
    }
}

/// The preposition that governs the noun phrase of a token.
pub(super) fn preposition_before(reading: &Reading<'_>, token: usize) -> Option<usize> {
    // No further than the sentence: a headline ends without a mark.
    let sentence = reading.document.tokens.get(token).and_then(|t| reading.sentence_at(t.span.start));
    let first = sentence.and_then(|s| reading.document.sentences.get(s)).map_or(0, |s| s.tokens.start);
    for at in (first.max(token.saturating_sub(8))..token).rev() {
        let tag = reading.document.tokens.get(at)?.tag;
        let word = reading.document.word(at);
        match tag {
            Tag::Preposition | Tag::To => return Some(at),
            Tag::VerbGerund if word.eq_ignore_ascii_case("following") => return Some(at),
            t if t.is_noun() || t.is_adjective() => {}
            // "during a drone and missile attack": two nouns that describe a third.
            Tag::Conjunction
                if reading.document.is(at, "and")
                    && at + 2 <= token
                    && [at.wrapping_sub(1), at + 1].iter().all(|i| reading.document.tag(*i).is_common_noun()) => {}
            Tag::Determiner
            | Tag::Possessive
            | Tag::PossessiveMarker
            | Tag::Number
            | Tag::OpenQuote
            | Tag::CloseQuote => {}
            _ => return None,
        }
    }
    None
}

/// Whether a noun is known as a happening by the model alone: a time behind it is the verb's.
pub(super) fn is_unlisted(reading: &Reading<'_>, found: usize) -> bool {
    reading.found.get(found).is_some_and(|f| f.noun == Some(NounKind::Unlisted))
}

fn is_noun(reading: &Reading<'_>, found: usize) -> bool {
    reading.found.get(found).is_some_and(|f| f.noun.is_some())
}
