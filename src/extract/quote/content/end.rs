//! Where a content ends: at the end of its sentence, or before words that are the writer's again.

use super::{CONTENT_REACH, Shape};
use crate::extract::quote::cue::{COURTS, Cue};
use crate::extract::quote::grammar::Grammar;
use crate::extract::quote::lexicon::{self, Frames};
use crate::extract::text::Tag;
use std::ops::Range;

/// The end of the content that begins at `start`.
pub(super) fn end_of(grammar: &Grammar<'_, '_>, start: usize, shape: Shape, block: &Range<usize>) -> usize {
    let mut at = after_opening_clause(grammar, start, shape, block);
    let mut counted = 0;
    let mut in_relative = false;
    let mut first = true;
    while at < block.end && counted < CONTENT_REACH {
        if grammar.is_quoted(at) {
            at = after_passage(grammar, at, block);
            let ends_with = |sign: &[&str]| at >= start + 2 && sign.contains(&grammar.word(at - 2));
            let ends_speech =
                grammar.is_quoted(start) && first && ends_with(&[",", "!", "?"]) && !grammar.is_quoted(at + 1);
            let breaks_off = ends_with(&[","]) && comma_breaks_off(grammar, at - 1, shape, block);
            first = false;
            if speech_ends(grammar, at, block) || ends_speech || breaks_off {
                return at;
            }
            continue;
        }
        if at > start && leads_on(grammar, at) {
            at += 1;
            continue;
        }
        if grammar.is_stop(at) || at > start && breaks_off(grammar, at, shape, block, &mut in_relative) {
            return at;
        }
        counted += 1;
        at += 1;
    }
    at
}

/// "that while she accepted it, she thought …": the comma that ends a clause put first ends no content.
fn after_opening_clause(grammar: &Grammar<'_, '_>, start: usize, shape: Shape, block: &Range<usize>) -> usize {
    let first = start + usize::from(grammar.is(start, "that"));
    let subordinate = [
        "while", "although", "though", "if", "when", "because", "since", "unless", "once", "whereas", "despite",
        "after", "before", "during", "without",
    ];
    if shape != Shape::Clause || grammar.is_quoted(start) || !grammar.is_any(first, &subordinate) {
        return start;
    }
    let inside = (first..block.end.min(first + 40)).take_while(|i| !grammar.is_stop(*i) && !grammar.is_quoted(*i));
    let comma = inside.into_iter().find(|i| grammar.is_comma(*i));
    comma.map_or(start, |comma| comma + 1)
}

/// A colon inside a clause: "a hard choice: it must answer". A capital or a mark behind it begins something new.
fn leads_on(grammar: &Grammar<'_, '_>, at: usize) -> bool {
    grammar.word(at) == ":" && !grammar.is_quoted(at + 1) && grammar.word(at + 1).starts_with(char::is_lowercase)
}

/// The token behind the passage that holds `at`.
pub(super) fn after_passage(grammar: &Grammar<'_, '_>, mut at: usize, block: &Range<usize>) -> usize {
    let passage = grammar.passage_of.get(at).copied();
    while at < block.end && grammar.passage_of.get(at).copied() == passage {
        at += 1;
    }
    at
}

/// "chanted “no justice” outside the court", "said “it is over” on Monday", "told them “no” as he left": the end of the passage
/// at `start`, where what follows tells when, where or how it was said.
pub(super) fn passage_alone(grammar: &Grammar<'_, '_>, start: usize, cue: &Cue) -> Option<usize> {
    let end = after_passage(grammar, start, &cue.block);
    let utters = !cue.frames.has(Frames::THAT) && !cue.frames.has(Frames::NOUN) && cue.frames.has(Frames::DIRECT);
    if !grammar.is_quoted(start) || end >= cue.block.end || grammar.is_quoted(end) {
        return None;
    }
    let meanwhile = grammar.is_any(end, &["as", "when", "while", "after", "before", "until"]);
    let dated = grammar.ends_time(end) || grammar.is(end, "on") && grammar.ends_time(end + 1);
    let beside = grammar.tag(end) == Tag::Preposition || grammar.tag(end) == Tag::To;
    let mut rest = (end..cue.block.end.min(end + CONTENT_REACH)).take_while(|i| !grammar.is_stop(*i));
    let predicate = !meanwhile && rest.any(|i| grammar.is_quoted(i) || grammar.tag(i).is_finite_verb());
    let apart = utters && beside || meanwhile || dated;
    (apart && !predicate).then_some(end)
}

/// Whether the quotation that ends before `at` ends its sentence: full stop inside, capital or nothing after.
fn speech_ends(grammar: &Grammar<'_, '_>, at: usize, block: &Range<usize>) -> bool {
    let stop_inside = at >= 2 && matches!(grammar.word(at - 2), "." | "!" | "?" | "…" | "...");
    let next = grammar.word(at).chars().next();
    at >= block.end
        || stop_inside && next.is_some_and(|c| c.is_uppercase() || grammar.is_quoted(at) || "“\"‘".contains(c))
}

/// Whether the content ends before the token `at`, because something new begins there.
fn breaks_off(
    grammar: &Grammar<'_, '_>,
    at: usize,
    shape: Shape,
    block: &Range<usize>,
    in_relative: &mut bool,
) -> bool {
    let tag = grammar.tag(at);
    if grammar.is_comma(at) || grammar.is_dash(at) {
        return comma_breaks_off(grammar, at, shape, block);
    }
    if tag == Tag::Conjunction && reports_on(grammar, after_adverbs(grammar, at + 1)) {
        return true;
    }
    if grammar.is(at, "according") && grammar.is(at + 1, "to") {
        return true;
    }
    if shape == Shape::Phrase {
        if tag == Tag::WhWord || grammar.is(at, "that") || tag == Tag::Preposition && grammar.is(at, "to") {
            *in_relative = true;
        }
        let subordinates = tag == Tag::Preposition
            && grammar.is_any(
                at,
                &[
                    "because", "after", "while", "when", "although", "though", "if", "before", "since", "during",
                    "unless",
                ],
            );
        let owner = matches!(grammar.word(at), "'s" | "’s") && grammar.tag(at + 1).is_noun();
        return subordinates || tag.is_finite_verb() && !owner && !*in_relative;
    }
    false
}

fn comma_breaks_off(grammar: &Grammar<'_, '_>, comma: usize, shape: Shape, block: &Range<usize>) -> bool {
    let next = comma + 1;
    let tag = grammar.tag(next);
    // "he was “finished” — a view that few share": what the writer adds to the words quoted.
    if grammar.is_dash(comma) && grammar.is_quoted(comma - 1) && tag == Tag::Determiner {
        return true;
    }
    if grammar.is_quoted(next) {
        // "agreed that it was late – “I conclude that …”": a sentence of its own.
        return grammar.is_dash(comma)
            && grammar.word(next + 1).starts_with(char::is_uppercase)
            && grammar.tag(next + 2).is_verb();
    }
    // "wrote that it “could be great,” which may be no praise"
    if comma > 0 && (grammar.is_quoted(comma - 1) || grammar.is_quoted(comma)) && grammar.is(next, "which") {
        return true;
    }
    // "alleged that “touts rule here”, a charge the mayor denied": what the writer calls the words.
    let mut rest = (next..block.end.min(next + 40)).take_while(|i| !grammar.is_stop(*i));
    if comma > 0
        && grammar.is_quoted(comma - 1)
        && grammar.is_any(next, &["a", "an"])
        && !rest.any(|i| grammar.is_quoted(i))
    {
        return true;
    }
    let reports = is_cue_verb(grammar, next) || tag == Tag::Conjunction && reports_on(grammar, next + 1);
    if reports || grammar.is(next, "according") {
        return true;
    }
    if grammar.is(next, "with")
        && (next + 2..next + 6).any(|i| grammar.tag(i) == Tag::VerbGerund && is_cue_verb(grammar, i))
    {
        return true;
    }
    let links = tag == Tag::Conjunction || grammar.is_any(next, &["while", "whereas", "although", "though"]);
    let clause = if links { next + 1 } else { next };
    if let Some(phrase) = grammar.phrase_from(clause, block.end) {
        let mut verb = phrase.end;
        // "…, and one who was there said he …"
        if grammar.is_any(verb, &["who", "which"]) && links {
            let tells = |i: &usize| {
                let subject = || grammar.subject(*i, clause).is_some_and(|subject| subject.start == phrase.start);
                is_speech_verb(grammar, *i) && subject()
            };
            verb = (verb + 1..block.end.min(verb + 14)).find(tells).unwrap_or(verb);
        }
        while grammar.tag(verb).is_adverb() || grammar.is_auxiliary(verb) {
            verb += 1;
        }
        if is_speech_verb(grammar, verb) || is_court_told(grammar, &phrase, verb) || ends_report(grammar, &phrase, verb)
        {
            return true;
        }
    }
    match shape {
        Shape::Clause => false,
        Shape::Infinitive => {
            matches!(tag, Tag::WhWord | Tag::VerbGerund)
                || tag == Tag::Conjunction && !grammar.is_any(next, &["and", "or"])
        }
        Shape::Phrase => !continues_list(grammar, next, block),
    }
}

/// "A, B and C": what follows the comma is a member of a list.
fn continues_list(grammar: &Grammar<'_, '_>, next: usize, block: &Range<usize>) -> bool {
    if grammar.is_any(next, &["and", "or"]) {
        return !grammar.tag(next + 1).is_finite_verb();
    }
    let Some(member) = grammar.phrase_from(next, block.end) else { return false };
    let after = member.end;
    grammar.is_any(after, &["and", "or"]) || grammar.is_comma(after) && grammar.is_any(after + 1, &["and", "or"])
}

/// "…, jurors were told", "…, court papers show", "…, the letter states": at the sentence's end, what may look like a noun.
fn ends_report(grammar: &Grammar<'_, '_>, phrase: &Range<usize>, verb: usize) -> bool {
    if grammar.is(verb, "told") && verb > phrase.end {
        return grammar.is_stop(verb + 1);
    }
    let last = verb.saturating_sub(1);
    let agrees = match grammar.tag(last) {
        Tag::NounPlural => {
            grammar.is_any(phrase.start, &["a", "an"]) || grammar.is(phrase.start, "the") && phrase.len() == 3
        }
        Tag::Noun => grammar.tag(last.saturating_sub(1)) == Tag::NounPlural,
        _ => false,
    };
    let at = if agrees && grammar.is_stop(verb) && phrase.len() > 1 { last } else { verb };
    let lists = |entry: &lexicon::CueEntry| entry.alone && entry.frames.has(Frames::THAT);
    grammar.is_stop(at + 1) && lexicon::verb(&grammar.document.lemma(at)).is_some_and(lists)
}

/// "…, a court has heard"
fn is_court_told(grammar: &Grammar<'_, '_>, phrase: &Range<usize>, verb: usize) -> bool {
    let hears = matches!(grammar.document.lemma(verb).as_ref(), "hear" | "tell");
    hears && phrase.end.checked_sub(1).is_some_and(|head| grammar.is_any(head, &COURTS))
}

/// "had been set aside, and promised that …", "declined to stay but said …": behind a conjunction, what the tagger may take
/// for a participle reports where "that" or a quotation follows it, and "said" anyhow.
fn reports_on(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    let participle = grammar.tag(token) == Tag::VerbPastParticiple && !grammar.is_quoted(token);
    let listed = || lexicon::verb(&grammar.document.lemma(token)).is_some_and(|entry| entry.alone);
    let follows = grammar.is(token + 1, "that") || grammar.is_quoted(token + 1) || grammar.is(token, "said");
    is_cue_verb(grammar, token) || participle && follows && listed()
}

pub(super) fn is_cue_verb(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    !grammar.is_quoted(token)
        && matches!(grammar.tag(token), Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::VerbGerund)
        && lexicon::verb(&grammar.document.lemma(token)).is_some_and(|entry| entry.alone)
}

fn after_adverbs(grammar: &Grammar<'_, '_>, mut token: usize) -> usize {
    while grammar.tag(token).is_adverb() {
        token += 1;
    }
    token
}

pub(super) fn is_speech_verb(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    is_cue_verb(grammar, token)
        && lexicon::verb(&grammar.document.lemma(token)).is_some_and(|entry| entry.frames.has(Frames::DIRECT))
}
