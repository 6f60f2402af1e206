//! Content before its cue or on both sides of it: "It would, Ray said, rain". What stands beside it may be the writer's:
//! when somebody spoke, who that is, what happened meanwhile.

use super::end::end_of;
use super::{ASKED, Shape, within};
use crate::extract::quote::cue::Cue;
use crate::extract::quote::grammar::Grammar;
use crate::extract::quote::lexicon::Frames;
use crate::extract::text::Tag;
use std::ops::Range;

/// Content before the cue or on both sides: "It rained, Ray said", "It would, Ray said, rain".
pub(super) fn content_around(grammar: &Grammar<'_, '_>, cue: &Cue) -> Vec<Range<usize>> {
    let Some(source) = cue.source.as_ref().or(cue.audience.as_ref()) else { return Vec::new() };
    if !cue.frames.has(Frames::THAT) {
        return Vec::new();
    }
    // "In the morning, villagers heard the baby's cries": what is heard follows.
    let object = grammar.phrase_from(cue.tokens.end, cue.block.end);
    let perceives = matches!(grammar.document.lemma(cue.tokens.start).as_ref(), "hear" | "fear" | "feel" | "find");
    if perceives && !cue.inverted && object.is_some_and(|object| !grammar.ends_time(object.start)) {
        return Vec::new();
    }
    // "Asked if it rained, Ray said no": what somebody else asks.
    if grammar.tag(cue.floor) == Tag::VerbPastParticiple && grammar.is_any(cue.floor, &ASKED) {
        return Vec::new();
    }
    let clause_start = source.start.min(cue.tokens.start);
    let clause_end = source.end.max(cue.tokens.end);
    let comma = clause_start.checked_sub(1).filter(|comma| *comma > cue.floor && grammar.is_comma(*comma));
    let Some(comma) = comma.filter(|comma| !grammar.is_quoted(*comma)) else { return Vec::new() };
    // "Ortiz, asked the same question, said no": what stands before is no answer.
    let asked = cue.inverted && grammar.is_any(cue.tokens.start, &ASKED);
    if asked && !(cue.floor..comma).any(|i| grammar.tag(i).is_finite_verb()) {
        return Vec::new();
    }
    let mut parts: Vec<Range<usize>> = std::iter::once(cue.floor..comma).collect();
    let mut after = clause_end;
    while after < cue.block.end && !grammar.is_comma(after) && !grammar.is_stop(after) {
        after += 1;
    }
    if !grammar.is_comma(after) && !cue.inverted && is_adverbial(grammar, &(cue.floor..comma)) {
        return Vec::new();
    }
    if grammar.is_comma(after) {
        let rest = after + 1..end_of(grammar, after + 1, Shape::Clause, &cue.block);
        if !is_aside(grammar, cue, &rest) {
            parts.extend(within(rest));
        }
    }
    // "used to pose": what the tagger may take for a participle.
    let tensed = |i: usize| grammar.tag(i).is_finite_verb() || grammar.is(i, "used") && grammar.tag(i + 1) == Tag::To;
    let has_verb = parts.iter().any(|part| part.clone().any(tensed));
    if has_verb { parts } else { Vec::new() }
}

/// "After a series of reports, the court charged Ray": what a preposition opens, without a comma of its own, tells when or
/// how somebody spoke.
fn is_adverbial(grammar: &Grammar<'_, '_>, before: &Range<usize>) -> bool {
    let first = before.start;
    let opens = grammar.is_any(
        first,
        &[
            "after",
            "before",
            "following",
            "despite",
            "during",
            "since",
            "until",
            "amid",
            "throughout",
            "when",
            "while",
            "once",
        ],
    );
    opens && before.clone().all(|i| !grammar.is_comma(i))
}

/// "…, says Ray Ortiz, who led the study", "…, said Ana Ruiz, a nurse at the clinic", "…, Ray told reporters, Sunday": what
/// tells of the speaker or of the day is not what was said.
fn is_aside(grammar: &Grammar<'_, '_>, cue: &Cue, rest: &Range<usize>) -> bool {
    let first = rest.start;
    if grammar.ends_time(first) {
        return true;
    }
    let relative = grammar.is_any(first, &["who", "whose"]) || grammar.is(first, "which") && cue.inverted;
    let noun = grammar.tag(first).is_noun() || grammar.is_any(first, &["a", "an", "the"]);
    let tensed = rest.clone().any(|i| grammar.tag(i).is_finite_verb());
    // "…, shouted a man, holding a loaf"
    let doing = grammar.tag(first) == Tag::VerbGerund;
    // "…, the minister said Wednesday, as farmers met outside"
    let named = cue.source.as_ref().is_some_and(|source| grammar.tag(source.start) != Tag::Pronoun);
    let meanwhile = named && grammar.is_any(first, &["as", "while", "amid", "following"]);
    cue.inverted && (relative || doing || noun && !tensed) || meanwhile || grammar.is(first, "who")
}
