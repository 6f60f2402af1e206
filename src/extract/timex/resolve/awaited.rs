//! What is awaited: the words before a day that tell that it is looked forward to, whatever tense the clause has.

use super::Outlook;
use super::outlook::BACK;
use crate::extract::timex::words::{Shape, Word};

/// "ahead of Sunday's vote", "in advance of", "before", "a boycott of": what was done with the day in view.
pub(super) fn is_awaited(text: &str, words: &[Word], start: usize) -> bool {
    let back = |n: usize| start.checked_sub(n).and_then(|at| words.get(at)).map_or("", |w| w.span.of(text));
    // "is in charge for Wednesday's cup tie"
    const PLAYED: [&str; 9] = ["clash", "final", "fixture", "game", "match", "opener", "tie", "trip", "visit"];
    let noun = |n: usize| words.get(start + n).map_or("", |w| w.span.of(text));
    if back(1) == "for" && (2..=6).any(|n| PLAYED.contains(&noun(n))) {
        return true;
    }
    let of = ["ahead", "advance", "boycott", "preparation", "preparations"].contains(&back(2));
    ["before", "boycott", "postponed", "rescheduled"].contains(&back(1)) || ["of", "for"].contains(&back(1)) && of
}

/// "are ready for the strike [on Friday]", "campaigned ahead of the vote on Sunday": what is or was done with the day in view.
pub(super) fn readiness(text: &str, words: &[Word], end: usize) -> Option<Outlook> {
    const REACH: usize = 5;
    const READY: [&str; 6] = ["ready", "prepare", "prepared", "preparing", "braced", "bracing"];
    let word = |at: usize| words.get(at).map_or("", |w| w.span.of(text));
    let noun = |at: usize| words.get(at).is_some_and(|w| w.shape == Shape::Letters);
    (end.saturating_sub(REACH)..end).rev().take_while(|at| noun(*at)).find_map(|at| {
        let (be, ready) = (at.checked_sub(2).map_or("", word), at.checked_sub(1).map_or("", word));
        match (be, ready, word(at)) {
            ("is" | "are", ready, "for") if READY.contains(&ready) => Some(Outlook::Future),
            (_, ready, "for") if READY.contains(&ready) => Some(Outlook::Awaited),
            (_, "ahead", "of") => Some(Outlook::Awaited),
            _ => None,
        }
    })
}

/// "a strike [called] for Friday", "a vote [scheduled] for Monday": behind what is to come.
pub(super) fn is_called(text: &str, words: &[Word], end: usize) -> bool {
    const CALLS: [&str; 9] =
        ["arranged", "called", "fixed", "listed", "planned", "posted", "scheduled", "set", "slated"];
    let back = |n: usize| end.checked_sub(n).and_then(|at| words.get(at)).map_or("", |w| w.span.of(text));
    let over = ["had", "was", "were", "originally", "previously"];
    CALLS.contains(&back(1)) && !over.contains(&back(2)) && !over.contains(&back(3))
}

/// "called for a national strike [on Friday]": a strike to come.
pub(super) fn is_called_for(text: &str, words: &[Word], end: usize) -> bool {
    const DEEDS: [&str; 12] = [
        "boycott",
        "demonstration",
        "demonstrations",
        "march",
        "marches",
        "protest",
        "protests",
        "rallies",
        "rally",
        "shutdown",
        "strike",
        "walkout",
    ];
    const REACH: usize = 6;
    let word = |at: usize| words.get(at).map_or("", |w| w.span.of(text));
    let deed = end.checked_sub(1).is_some_and(|at| DEEDS.contains(&word(at)));
    let calls = |at: &usize| ["called", "calling", "calls"].contains(&word(*at)) && word(at + 1) == "for";
    deed && (end.saturating_sub(REACH)..end).any(|at| calls(&at))
}

/// "banned rallies through Friday": what is forbidden or put off is so up to a day to come.
pub(super) fn is_closed_through(text: &str, words: &[Word], start: usize) -> bool {
    const CLOSES: [&str; 12] = [
        "banned",
        "barred",
        "canceled",
        "cancelled",
        "closed",
        "extended",
        "halted",
        "imposed",
        "ordered",
        "prohibited",
        "restricted",
        "suspended",
    ];
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let through = start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| is(w, &["through"]));
    let before = words.get(start.saturating_sub(BACK)..start).unwrap_or_default();
    through && before.iter().rev().take_while(|w| w.byte != b';').any(|w| is(w, &CLOSES))
}

/// "promised two trains by December": what somebody undertakes has its limit ahead.
pub(super) fn is_promised(text: &str, words: &[Word], start: usize) -> bool {
    // "ordered the ministry to reopen the road by Sunday": so has what somebody demands.
    const PROMISES: [&str; 19] = [
        "aims",
        "asked",
        "committed",
        "demanded",
        "directed",
        "instructed",
        "ordered",
        "pledged",
        "pledges",
        "promised",
        "promises",
        "requested",
        "required",
        "sought",
        "told",
        "undertook",
        "urged",
        "vowed",
        "vows",
    ];
    const REACH: usize = 14;
    let limit = start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| w.span.of(text) == "by");
    let before = words.get(start.saturating_sub(REACH)..start).unwrap_or_default();
    limit && before.iter().any(|w| PROMISES.contains(&w.span.of(text)))
}
