//! Subjects of clauses: the words before a verb that name who or what it is said of.
//!
//! Adverbials and times that open a clause belong to no subject; a clause without one of its own shares that of the clause
//! it is joined with.

use super::{Clause, ClauseKind, Opening};
use crate::extract::event::timed_noun::is_nominal;
use crate::extract::text::{Document, Sentence, Tag};
use std::ops::Range;

/// The subject within the words before a verb: what stands before it without leading conjunctions and adverbials.
pub(super) fn subject(document: &Document<'_>, words: Range<usize>, skip: &[Range<usize>]) -> Range<usize> {
    let (mut start, mut end) = (words.start, words.end);
    // "More for the boom: [Recall] announced"
    let bracketed =
        |i: usize| (i + 1..end).find(|i| matches!(document.word(*i), "(" | ")")).is_some_and(|b| document.is(b, ")"));
    if let Some(colon) = (start + 1..end).rev().find(|i| document.is(*i, ":") && !bracketed(*i)) {
        start = colon + 1;
    }
    // "Nato [– the North Atlantic alliance –] was formed"
    let dash = |i: usize| matches!(document.word(i), "—" | "–" | "-" | "--");
    if end > start + 3
        && dash(end - 1)
        && let Some(first) = (start + 1..end - 2).find(|i| dash(*i))
    {
        end = first;
    }
    // "[This time,] she wore", "[down from the $3.20] it forecast": right before the verb a pronoun is the whole subject,
    // unless it is joined with others.
    let nominative = |at: usize| ["he", "she", "it", "they", "we", "i"].iter().any(|word| document.is(at, word));
    // "[A plan to raise it] was approved"
    let object = end >= start + 2 && document.is(end - 1, "it") && {
        let before = document.tag(end - 2);
        before == Tag::VerbBase || before == Tag::Preposition && start + 2 < end
    };
    if end >= start + 2 && nominative(end - 1) && document.tag(end - 2) != Tag::Conjunction && !object {
        return end - 1..end;
    }
    // "“Let her speak,” [they] chanted": what was said is not who said it.
    let said = |i: &usize| {
        document.tag(*i) == Tag::CloseQuote && (document.tag(i - 1).is_punctuation() || document.is(i + 1, ","))
    };
    let who = |close: &usize| (close + 1..end).any(|i| starts_phrase(document.tag(i)));
    start = (start + 1..end.saturating_sub(1)).rev().find(said).filter(who).map_or(start, |close| close + 1);
    loop {
        let Some(token) = document.tokens.get(start).filter(|_| start < end) else { return end..end };
        if let Some(time) = skip.iter().find(|r| r.start <= start && start < r.end) {
            // "[This year's] event takes place"
            start = if document.tag(time.end) == Tag::PossessiveMarker { time.end + 1 } else { time.end };
            continue;
        }
        // "Today [(18)], reports arise"
        if document.is(start, "(") {
            start = (start..end).find(|i| document.is(*i, ")")).map_or(end, |close| close + 1);
            continue;
        }
        // "For the quarter [ended Dec. 31], Arden earned"
        if ["ended", "ending"].iter().any(|w| document.is(start, w)) {
            start = after_adverbial(document, start, end, &[]);
            continue;
        }
        // "while [that of a boy] was found"
        let stands = ["that", "those"].iter().any(|word| document.is(start, word)) && document.is(start + 1, "of");
        let timed = skip.iter().any(|time| time.contains(&(start + 1)));
        if stands || measures(document, start) || limits(document, start) && !timed {
            break;
        }
        match token.tag {
            Tag::Conjunction | Tag::Punctuation | Tag::OpenQuote | Tag::CloseQuote => start += 1,
            t if t.is_adverb() && !opens_name(document, start) => start += 1,
            Tag::Preposition | Tag::To | Tag::VerbGerund | Tag::VerbPastParticiple | Tag::WhWord => {
                start = after_adverbial(document, start, end, skip);
            }
            _ => break,
        }
    }
    let closed = document.is(end - 1, ",");
    while end > start && ends_subject(document, end - 1, skip) {
        end -= 1;
    }
    if start > words.start && !closed {
        // "According to the secretary, Tomas Reyes, [most members] would stay": no name of a source is a subject.
        let source = document.is(words.start, "according");
        start = after_apposition(document, start..end, source);
    }
    if !closed && let Some(name) = name_behind_description(document, start..end) {
        start = name;
    }
    start..end
}

/// "In Harle, the main town of the coast, [resident Abdul Samad] said": behind the words that tell of the adverbial, which a
/// comma parts from the subject and none from the verb; they are a list's if "and" ends it.
fn after_apposition(document: &Document<'_>, words: Range<usize>, source: bool) -> usize {
    let last = words.clone().rev().find(|i| document.is(*i, ",")).filter(|comma| *comma > words.start);
    // "the main city of Kashmir, [resident Abdul Samad]": a town tells nothing, whoever's name stands before the comma.
    let town = |comma: usize| {
        let of = (words.start..comma).find(|i| document.is(*i, "of"));
        of.is_some_and(|of| TOWNS.iter().any(|word| document.is(of - 1, word)))
    };
    let own = |comma: &usize| {
        starts_phrase(document.tag(comma + 1))
            && !(comma + 1..words.end).any(|i| document.tag(i) == Tag::Conjunction)
            && (source || !document.tag(comma - 1).is_proper_noun() || town(*comma))
    };
    last.filter(own).map_or(words.start, |comma| comma + 1)
}

/// "One of the poorest nations in Europe, [Moldova] became", "A former engineer, [Dag Ulven] said": the name behind the
/// only comma, described before it.
fn name_behind_description(document: &Document<'_>, words: Range<usize>) -> Option<usize> {
    let described = ["a", "an", "one"].iter().any(|word| document.is(words.start, word));
    let mut commas = words.clone().filter(|i| document.is(*i, ","));
    let comma = commas.next().filter(|_| described && commas.next().is_none())?;
    let named = comma + 1 < words.end && (comma + 1..words.end).all(|i| document.tag(i).is_proper_noun());
    let joined = (words.start..comma).any(|i| document.tag(i) == Tag::Conjunction);
    (named && !joined && !document.tag(comma - 1).is_proper_noun()
        || named && described && document.is(words.start, "one"))
    .then_some(comma + 1)
}

const TOWNS: [&str; 9] = ["capital", "city", "district", "island", "port", "province", "suburb", "town", "village"];

/// "[South] Harle's mayor": part of the name behind it.
fn opens_name(document: &Document<'_>, at: usize) -> bool {
    const QUARTERS: [&str; 4] = ["north", "south", "east", "west"];
    document.tag(at + 1).is_proper_noun() && QUARTERS.iter().any(|word| document.is(at, word))
}

/// The end of an adverbial that opens a clause: its comma, else the time expression it consists of, else the whole.
fn after_adverbial(document: &Document<'_>, start: usize, end: usize, skip: &[Range<usize>]) -> usize {
    if let Some(time) = skip.iter().find(|r| r.start == start + 1) {
        return time.end.min(end);
    }
    let comma = (start..end).rev().find(|i| {
        document.word(*i) == "," && document.tokens.get(i + 1).is_some_and(|t| starts_phrase(t.tag)) && *i + 1 < end
    });
    // The first comma closes the adverbial unless a list or another adverbial follows.
    let first = (start..end).find(|i| document.word(*i) == ",").map(|i| i + 1).filter(|i| *i < end);
    first.or(comma.map(|i| i + 1)).or_else(|| next_phrase(document, start, end)).unwrap_or(end)
}

/// "In Paris [the minister] resigned", "At the trial [three] gave evidence": where a second noun phrase begins right behind
/// the one that says where; of "despite the losses the town had borne" the second only tells of the first.
fn next_phrase(document: &Document<'_>, start: usize, end: usize) -> Option<usize> {
    const WHERE: [&str; 10] =
        ["across", "at", "during", "in", "inside", "near", "on", "outside", "throughout", "under"];
    let begins = |i: usize| matches!(document.tag(i), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number);
    let locates = WHERE.iter().any(|word| document.is(start, word));
    (start + 2..end).find(|i| locates && document.tag(i - 1).is_noun() && begins(*i))
}

/// Behind the time that stands at `at`, with its preposition; `at` if there is none.
pub(super) fn after_time(document: &Document<'_>, at: usize, skip: &[Range<usize>]) -> usize {
    let preposed = document.tag(at) == Tag::Preposition;
    let time = skip.iter().find(|r| r.start == at || preposed && r.start == at + 1);
    time.map_or(at, |time| time.end)
}

/// "[nearly] a third", "[over] 40 people", "[at least] three": part of the number behind it.
fn measures(document: &Document<'_>, at: usize) -> bool {
    const WORDS: [&str; 8] = ["about", "almost", "approximately", "around", "nearly", "over", "roughly", "some"];
    const PAIRS: [(&str, &str); 5] =
        [("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than")];
    let numbered = |at: usize| document.tag(at) == Tag::Number;
    let fraction = document.tag(at + 1) == Tag::Determiner && document.tag(at).is_adverb();
    PAIRS.iter().any(|(first, second)| document.is(at, first) && document.is(at + 1, second)) && numbered(at + 2)
        || (numbered(at + 1) || fraction) && WORDS.iter().any(|word| document.is(at, word))
}

/// "[Not] all of the shops", "[hardly] any", "[only] two men": without it the subject would say something else.
fn limits(document: &Document<'_>, at: usize) -> bool {
    const WORDS: [&str; 5] = ["barely", "hardly", "not", "only", "scarcely"];
    let next = if document.is(at + 1, "even") { at + 2 } else { at + 1 };
    WORDS.iter().any(|word| document.is(at, word)) && starts_phrase(document.tag(next))
}

fn starts_phrase(tag: Tag) -> bool {
    tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Number | Tag::Existential)
}

/// Words between subject and verb that belong to neither: commas, adverbs, a time with its preposition.
fn ends_subject(document: &Document<'_>, at: usize, skip: &[Range<usize>]) -> bool {
    let Some(token) = document.tokens.get(at) else { return true };
    let in_time = |i: usize| skip.iter().any(|r| r.start <= i && i < r.end);
    in_time(at)
        || token.tag.is_adverb()
        || matches!(token.tag, Tag::Punctuation)
        || token.tag == Tag::Preposition && in_time(at + 1)
}

/// The subject of a clause that has none of its own: that of the clause it is joined with, or the words before the
/// relative clause that interrupted it.
pub(super) fn shared_subject(
    clauses: &[Clause],
    opening: &Opening,
    sentence: &Sentence,
    document: &Document<'_>,
    skip: &[Range<usize>],
) -> Range<usize> {
    let Some(last) = clauses.last() else { return 0..0 };
    let resumes =
        opening.kind == Some(ClauseKind::Main) && matches!(last.kind, ClauseKind::Relative | ClauseKind::Adverbial);
    if opening.kind == Some(ClauseKind::Relative) {
        return 0..0;
    }
    if !resumes {
        return last.subject.clone();
    }
    if let Some(main) = clauses.iter().rev().find(|c| c.kind == ClauseKind::Main) {
        let own = last.marker.map_or(0..0, |marker| joined_before(document, main.subject.end..marker, skip));
        return if own.is_empty() { main.subject.clone() } else { own };
    }
    let bare = clauses.first().filter(|c| c.kind == ClauseKind::Relative).map(|c| c.subject.start);
    let marker = clauses.first().and_then(|c| c.marker).or(bare).unwrap_or(sentence.tokens.start);
    subject(document, sentence.tokens.start..marker, skip)
}

/// "Talks collapsed, and [a new round in Geneva], which they did not attend, made little progress": the subject that a comma
/// and a conjunction part from the clause before, right before the relative clause that interrupts it.
fn joined_before(document: &Document<'_>, words: Range<usize>, skip: &[Range<usize>]) -> Range<usize> {
    let Some(comma) = words.end.checked_sub(1).filter(|c| words.contains(c) && document.is(*c, ",")) else {
        return 0..0;
    };
    let plain = |i: &usize| is_nominal(document.tag(*i));
    let start = comma - (words.start..comma).rev().take_while(plain).count();
    let opens = matches!(document.tag(start), Tag::Determiner | Tag::Possessive | Tag::ProperNoun);
    let joined =
        start >= 2 && start < comma && document.tag(start - 1) == Tag::Conjunction && document.is(start - 2, ",");
    if opens && joined { subject(document, start..comma, skip) } else { 0..0 }
}
