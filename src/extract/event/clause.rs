//! Clauses: each finite verb group with the words that belong to it, its subject, and how it hangs on its neighbours.
//!
//! A full parse is not needed for dating: who governs whom, where a clause begins, and whether it is told as the main
//! line, as content of speech, or as a circumstance. All of it is read in one pass from left to right.

mod subject;

use self::subject::{after_time, shared_subject, subject};
use super::lexicon::{self, VerbSet};
use super::verb_group::VerbGroup;
use crate::extract::text::{Document, Sentence, Tag};
use std::ops::Range;

/// How a clause hangs on the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseKind {
    /// Told by the article itself.
    Main,
    /// What somebody says, thinks, sees: "said [the talks had failed]".
    Content,
    /// A circumstance: "when the talks failed".
    Adverbial,
    /// Tells of a noun: "the talks, which failed".
    Relative,
}

/// A finite verb with its words.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) kind: ClauseKind,
    /// Its verb group, as an index into the sentence's groups.
    pub(super) group: usize,
    /// Its tokens; for a clause interrupted by another, those from its verb on.
    pub(super) tokens: Range<usize>,
    /// The word that opens it: "that", "when", "who".
    pub(super) marker: Option<usize>,
    /// The words of its subject; empty when there is none of its own and none to share.
    pub(super) subject: Range<usize>,
    /// The group that it is content of.
    pub(super) governor: Option<usize>,
}

/// The clauses of a sentence in the order of their verbs.
pub(super) fn find(
    document: &Document<'_>,
    sentence: &Sentence,
    groups: &[VerbGroup],
    skip: &[Range<usize>],
) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (index, group) in groups.iter().enumerate().filter(|(_, g)| g.finite) {
        let left = clauses.last().and_then(|c| groups.get(c.group)).map_or(sentence.tokens.start, |g| g.head + 1);
        let opening = match bare_relative(document, group, left, groups.get(index + 1..).unwrap_or(&[]), skip) {
            Some(from) if clauses.is_empty() => Opening {
                start: from,
                subject_from: from,
                marker: None,
                kind: Some(ClauseKind::Relative),
                governor: None,
            },
            _ => opening(document, group, left, clauses.last(), &groups[..index], skip),
        };
        let start = opening.start;
        let own = subject(document, opening.subject_from..group.first, skip);
        // "a store owner [they took hostage] and police found his body": what has its own subject goes on with the story.
        let resumes =
            !own.is_empty() && clauses.last().is_some_and(|c| c.kind == ClauseKind::Relative && c.marker.is_none());
        // "says it is near, but [added] that it may fail": one who said goes on saying.
        let adds = own.is_empty()
            && group.verb.is_some_and(|v| matches!(v.lemma, "add" | "say"))
            && clauses.last().is_some_and(|c| c.kind == ClauseKind::Content);
        let joined =
            || if resumes || adds { ClauseKind::Main } else { clauses.last().map_or(ClauseKind::Main, |c| c.kind) };
        let kind = opening.kind.unwrap_or_else(joined);
        let shared = if own.is_empty() { shared_subject(&clauses, &opening, sentence, document, skip) } else { own };
        if let Some(last) = clauses.last_mut() {
            last.tokens.end = start;
        }
        let governor = opening.governor.or_else(|| inherited_governor(&clauses, kind, opening.kind));
        clauses.push(Clause {
            kind,
            group: index,
            tokens: start..sentence.tokens.end,
            marker: opening.marker,
            subject: shared,
            governor,
        });
    }
    if let Some(first) = clauses.first_mut() {
        first.tokens.start = sentence.tokens.start;
    }
    clauses
}

/// Where a clause begins that tells of the sentence's subject without a word to open it: "The mill [her grandfather had
/// founded] was losing money". Two noun phrases in a row, and the sentence's own verb still to come, tell it.
fn bare_relative(
    document: &Document<'_>,
    group: &VerbGroup,
    left: usize,
    later: &[VerbGroup],
    skip: &[Range<usize>],
) -> Option<usize> {
    let from = noun_phrase_before(document, left, group.first);
    let own_start = matches!(document.tag(from), Tag::Determiner | Tag::Possessive | Tag::Pronoun);
    let article = matches!(document.tag(left), Tag::Determiner | Tag::Possessive);
    let phrase = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let timed = skip.iter().any(|time| time.start < from && left < time.end);
    let main = later.iter().find(|g| g.finite)?;
    let parted = (group.head + 1..main.first).any(|i| {
        matches!(document.tag(i), Tag::Conjunction | Tag::WhWord | Tag::Punctuation | Tag::OpenQuote | Tag::Pronoun)
            || opens_clause(document, i)
    });
    // "was": a verb whose subject cannot be the words right before it.
    let object = document.tag(group.head + 1);
    let fits = !matches!(object, Tag::Determiner | Tag::Possessive) && !takes_content(group);
    (own_start && article && from > left + 1 && (left + 1..from).all(phrase) && !timed && !parted && fits)
        .then_some(from)
}

fn opens_clause(document: &Document<'_>, at: usize) -> bool {
    let word = lexicon::lower(document.word(at));
    ADVERBIAL.contains(&word.as_ref()) || word == "that"
}

/// What was found before a clause's verb.
struct Opening {
    start: usize,
    subject_from: usize,
    marker: Option<usize>,
    /// `None` = the kind of the clause before, with which it is coordinated.
    kind: Option<ClauseKind>,
    governor: Option<usize>,
}

fn inherited_governor(clauses: &[Clause], kind: ClauseKind, stated: Option<ClauseKind>) -> Option<usize> {
    if stated.is_none() && kind == ClauseKind::Content { clauses.last().and_then(|c| c.governor) } else { None }
}

const ADVERBIAL: [&str; 22] = [
    "when", "while", "because", "as", "since", "after", "before", "until", "till", "although", "though", "if",
    "unless", "whereas", "once", "where", "whenever", "wherever", "so", "than", "how", "why",
];
const RELATIVE: [&str; 4] = ["who", "which", "whose", "whom"];

/// Looks back from a verb for the word that opens its clause.
fn opening(
    document: &Document<'_>,
    group: &VerbGroup,
    left: usize,
    before: Option<&Clause>,
    groups: &[VerbGroup],
    skip: &[Range<usize>],
) -> Opening {
    let first_clause = before.is_none();
    let mut at = group.first;
    while at > left {
        at -= 1;
        let tag = document.tokens.get(at).map_or(Tag::Other, |t| t.tag);
        let word = lexicon::lower(document.word(at));
        let found = |kind, governor| Opening { start: at, subject_from: at + 1, marker: Some(at), kind, governor };
        let opens_relative = tag == Tag::WhWord || matches!(tag, Tag::Preposition | Tag::Determiner);
        if opens_relative && RELATIVE.contains(&word.as_ref()) {
            return found(Some(ClauseKind::Relative), None);
        }
        if word == "that" && group.first > at && !matches!(tag, Tag::Determiner) {
            return after_that(document, at, left, groups);
        }
        if matches!(word.as_ref(), "whether" | "what") {
            return found(Some(ClauseKind::Content), governor_before(document, at, groups));
        }
        if ADVERBIAL.contains(&word.as_ref()) && bare_subject(document, at + 1..group.first) {
            return found(Some(ClauseKind::Adverbial), None);
        }
        if first_clause {
            continue;
        }
        match tag {
            // "reported [supermarkets and warehouses were damaged]": a list of things is the subject of what is reported.
            Tag::Conjunction if let Some(governor) = reported_list(document, left, at, group, groups) => {
                return Opening {
                    start: left,
                    subject_from: left,
                    marker: None,
                    kind: Some(ClauseKind::Content),
                    governor: Some(governor),
                };
            }
            Tag::Conjunction
                if joins_clauses(document, at, group.first)
                    && !ends_list(document, at, group.first)
                    && !joins_speakers(document, left, at, group) =>
            {
                return found(None, None);
            }
            // A quotation mark right before the verb opens words within the clause, not a clause.
            Tag::OpenQuote if at + 1 < group.first => {
                return Opening {
                    start: at,
                    subject_from: at + 1,
                    marker: None,
                    kind: Some(ClauseKind::Content),
                    governor: governor_before(document, at, groups),
                };
            }
            Tag::CloseQuote if at + 1 < group.first => {
                return Opening {
                    start: at + 1,
                    subject_from: at + 1,
                    marker: None,
                    kind: Some(ClauseKind::Main),
                    governor: None,
                };
            }
            Tag::Punctuation if matches!(word.as_ref(), ";" | ":" | "—" | "–" | "--" | "(" | ")") => {
                return Opening {
                    start: at + 1,
                    subject_from: at + 1,
                    marker: None,
                    kind: Some(ClauseKind::Main),
                    governor: None,
                };
            }
            Tag::Punctuation if word == "," => {
                if let Some(opening) = before_apposition(document, at, left, groups) {
                    return opening;
                }
                // ", with the paper reporting no one was hurt": content of a verb without tense.
                let reports = governor_before(document, group.first, groups).and_then(|g| groups.get(g));
                return if reports.is_some_and(|g| g.head > at && takes_content(g)) {
                    without_marker(document, group, left, before, groups, skip)
                } else {
                    after_comma(document, at, group, before, groups)
                };
            }
            _ => {}
        }
    }
    if first_clause {
        return Opening { start: left, subject_from: left, marker: None, kind: Some(ClauseKind::Main), governor: None };
    }
    without_marker(document, group, left, before, groups, skip)
}

/// "after Ulven, the former engineer, [said]", "whose father, a stoker, [died]": the word that opens the clause stands
/// before a noun phrase with an apposition between commas.
fn before_apposition(document: &Document<'_>, comma: usize, left: usize, groups: &[VerbGroup]) -> Option<Opening> {
    let first = (left.max(comma.saturating_sub(10))..comma).rev().find(|i| document.word(*i) == ",")?;
    // "her friend Ana Reyes, also 19, [died]"
    let age = document.tag(comma - 1) == Tag::Number && (first + 1..comma - 1).all(|i| document.tag(i).is_adverb());
    if first + 1 >= comma || !age && !bare_subject(document, first + 1..comma) {
        return None;
    }
    // "and [a fund from Luxembourg, Arden, offered]"
    let from_name = |i: usize| document.tag(i) == Tag::Preposition && document.tag(i + 1).is_proper_noun();
    let nominal = |i: usize| {
        let tag = document.tag(i);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun | Tag::PossessiveMarker)
            || i > left && from_name(i)
    };
    let opens = |i: &usize| !nominal(*i) || document.is(*i, "that") || document.is(*i, "which");
    let at = (left..first).rev().find(opens)?;
    let word = lexicon::lower(document.word(at));
    let kind = match word.as_ref() {
        // "groups [which, according to Reyes, were] banned"
        word if at + 1 == first && RELATIVE.contains(&word) => ClauseKind::Relative,
        _ if at + 1 >= first => return None,
        // "and [a student, Luz Mamani, lost] an eye"
        _ if document.tag(at) == Tag::Conjunction && !groups.is_empty() => {
            return Some(Opening { start: at, subject_from: at + 1, marker: Some(at), kind: None, governor: None });
        }
        "that" => return Some(after_that(document, at, left, groups)),
        // "An engineer who worked there [until last summer], Dag Ulven, told": a time, no clause.
        "until" | "till" | "since" | "before" | "after"
            if document.tag(at + 1).is_adjective() || document.tag(at + 1) == Tag::Number =>
        {
            return None;
        }
        word if ADVERBIAL.contains(&word) => ClauseKind::Adverbial,
        word if RELATIVE.contains(&word) => ClauseKind::Relative,
        _ => return None,
    };
    Some(Opening { start: at, subject_from: at + 1, marker: Some(at), kind: Some(kind), governor: None })
}

/// "that" opens content after a verb of saying, and tells of a noun otherwise.
fn after_that(document: &Document<'_>, at: usize, left: usize, groups: &[VerbGroup]) -> Opening {
    let governor = governor_before(document, at, groups);
    let noun_before = at > left && document.tokens.get(at - 1).is_some_and(|t| t.tag.is_noun());
    let speech = governor.and_then(|g| groups.get(g)).is_some_and(takes_content);
    let kind = if noun_before && !speech { ClauseKind::Relative } else { ClauseKind::Content };
    Opening {
        start: at,
        subject_from: at + 1,
        marker: Some(at),
        kind: Some(kind),
        governor: governor.filter(|_| kind == ClauseKind::Content),
    }
}

/// After a comma: a subject of its own makes a main clause ("…, officials said"), none resumes what was interrupted.
fn after_comma(
    document: &Document<'_>,
    at: usize,
    group: &VerbGroup,
    before: Option<&Clause>,
    groups: &[VerbGroup],
) -> Opening {
    let has_subject = (at + 1..group.first).any(|i| {
        let tag = document.tag(i);
        tag.is_noun() || matches!(tag, Tag::Pronoun | Tag::Existential)
    });
    // "said in the early hours, while still asleep, [he got a call]": what is said begins behind its circumstances.
    let says = before.filter(|c| c.kind == ClauseKind::Main && c.tokens.start <= c.subject.start && has_subject);
    let governor = says.filter(|_| groups.iter().filter(|g| g.finite).count() == 1).map(|c| c.group);
    let governor = governor.filter(|g| {
        groups.get(*g).is_some_and(|g| speaks_to_nobody(g) && g.head + 2 < at && circumstance(document, g.head + 1))
    });
    // "added that when she came home, [there were] fires"
    let when = before.filter(|c| c.kind == ClauseKind::Adverbial && has_subject).and_then(|c| c.marker);
    let governor = governor.or_else(|| {
        let governor = governor_before(document, when?, groups)?;
        let says = groups.get(governor).filter(|g| g.finite && takes_content(g))?;
        let that = document.is(when? - 1, "that") || circumstance(document, says.head + 1);
        (that && when? <= says.head + 4).then_some(governor)
    });
    if governor.is_some() {
        let kind = Some(ClauseKind::Content);
        return Opening { start: at + 1, subject_from: at + 1, marker: None, kind, governor };
    }
    let kind = if has_subject || before.is_some_and(|c| c.kind != ClauseKind::Content) {
        Some(ClauseKind::Main)
    } else {
        None
    };
    Opening { start: at + 1, subject_from: at + 1, marker: None, kind, governor: None }
}

/// Whether the words at `at` begin to say when or where.
fn circumstance(document: &Document<'_>, at: usize) -> bool {
    // "said [the day before] she left"
    let day = document.tag(at) == Tag::Determiner && (at + 1..at + 4).any(|i| opens_clause(document, i));
    matches!(document.tag(at), Tag::Preposition | Tag::WhWord) || opens_clause(document, at) || day
}

/// No word opens the clause: content without "that", or the rest of a clause that a relative clause interrupted.
fn without_marker(
    document: &Document<'_>,
    group: &VerbGroup,
    left: usize,
    before: Option<&Clause>,
    groups: &[VerbGroup],
    skip: &[Range<usize>],
) -> Opening {
    let mut from = noun_phrase_before(document, left, group.first);
    let mut nearest = governor_before(document, from, groups);
    // "said any agreement [to end the war] must include guarantees", "said a flight [carrying 90 people] was late": what
    // tells of the subject governs nothing.
    let inside = nearest.and_then(|g| groups.get(g)).filter(|g| !g.finite && !takes_content(g));
    let says = nearest.and_then(|g| g.checked_sub(1)).and_then(|g| groups.get(g));
    if let (Some(inside), Some(says)) = (inside, says)
        && says.finite
        && says.is(VerbSet::REPORTING)
        && says.head + 1 < inside.first
        && bare_subject(document, says.head + 1..inside.first)
    {
        from = after_time(document, says.head + 1, skip);
        nearest = nearest.and_then(|g| g.checked_sub(1));
    }
    let governor = nearest.filter(|g| groups.get(*g).is_some_and(takes_content));
    // "said a man from Vik was hurt": all that stands between is who was hurt.
    if let Some(says) = governor.and_then(|g| groups.get(g)).filter(|g| g.finite && speaks_to_nobody(g)) {
        let start = after_time(document, says.head + 1, skip);
        if start < from && bare_subject(document, start..group.first) {
            from = start;
        }
    }
    // "told reporters a fund for the orphans was set up": behind whom they told.
    if let Some(tells) = governor.and_then(|g| groups.get(g)).filter(|g| g.finite && speaks_to_somebody(g))
        && let Some(start) =
            (tells.head + 2..from).find(|i| document.tag(*i) == Tag::Determiner && document.tag(i - 1).is_noun())
        && bare_subject(document, start..group.first)
    {
        from = start;
    }
    let kind = match (governor, before.map(|c| c.kind)) {
        (Some(_), _) => ClauseKind::Content,
        (None, Some(ClauseKind::Relative | ClauseKind::Adverbial)) => {
            return Opening {
                start: group.first,
                subject_from: group.first,
                marker: None,
                kind: Some(ClauseKind::Main),
                governor: None,
            };
        }
        _ => ClauseKind::Relative,
    };
    Opening { start: from, subject_from: from, marker: None, kind: Some(kind), governor }
}

/// Whether a verb of saying is followed by what is said and not by who is spoken to.
fn speaks_to_nobody(group: &VerbGroup) -> bool {
    const VERBS: [&str; 12] = [
        "add", "allege", "announce", "believe", "claim", "confirm", "fear", "insist", "note", "report", "say", "think",
    ];
    !group.passive && group.verb.is_some_and(|v| VERBS.contains(&v.lemma))
}

/// Whether who is spoken to stands between a verb of saying and what is said.
fn speaks_to_somebody(group: &VerbGroup) -> bool {
    const VERBS: [&str; 7] = ["assure", "inform", "notify", "remind", "show", "tell", "warn"];
    !group.passive && group.verb.is_some_and(|v| VERBS.contains(&v.lemma))
}

/// Whether a verb has content: it reports, thinks or perceives.
fn takes_content(group: &VerbGroup) -> bool {
    group.is(VerbSet::REPORTING)
        || group.is(VerbSet::I_STATE)
        || group.is(VerbSet::PERCEPTION)
        || group.is(VerbSet::PROSPECTIVE)
}

/// The last verb group before `at`, where no more than a few words stand between.
fn governor_before(document: &Document<'_>, at: usize, groups: &[VerbGroup]) -> Option<usize> {
    let after = groups.partition_point(|g| g.head < at);
    let index = after.checked_sub(1)?;
    let head = groups.get(index)?.head;
    let near = at - head <= 12 && (head + 1..at).all(|i| !matches!(document.word(i), ";" | "."));
    near.then_some(index)
}

/// The start of the noun phrase that ends right before `verb`.
fn noun_phrase_before(document: &Document<'_>, left: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > left {
        let tag = document.tokens.get(at - 1).map_or(Tag::Other, |t| t.tag);
        match tag {
            Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Existential => return at - 1,
            t if t.is_noun() || t.is_adjective() || t.is_adverb() => at -= 1,
            Tag::Number | Tag::PossessiveMarker | Tag::Symbol => at -= 1,
            _ => break,
        }
    }
    at
}

/// Whether the words can be a subject and nothing more: no verb, no comma.
fn bare_subject(document: &Document<'_>, words: Range<usize>) -> bool {
    let mut noun = false;
    for at in words {
        let Some(token) = document.tokens.get(at) else { return false };
        noun |= token.tag.is_noun() || matches!(token.tag, Tag::Pronoun | Tag::Existential | Tag::Determiner);
        if token.tag.is_punctuation() {
            return false;
        }
    }
    noun
}

/// Whether "and", "but", "or" at `at` joins clauses: a verb, or a subject and a verb, follows.
fn joins_clauses(document: &Document<'_>, at: usize, verb: usize) -> bool {
    at + 1 == verb
        || (at + 1..verb).all(|i| document.tokens.get(i).is_some_and(|t| t.tag.is_adverb()))
        || bare_subject(document, at + 1..verb)
}

/// The verb of saying right before a list that ends in "and" at `at` and is the subject of a verb in the plural.
fn reported_list(
    document: &Document<'_>,
    left: usize,
    at: usize,
    group: &VerbGroup,
    groups: &[VerbGroup],
) -> Option<usize> {
    let governor = groups.len().checked_sub(1)?;
    let says = groups.get(governor).is_some_and(|g| g.is(VerbSet::REPORTING) && g.head + 1 == left && !g.passive);
    let plural = ["were", "are", "have"].iter().any(|word| document.is(group.first, word));
    let thing = |i: usize| document.tag(i).is_common_noun() || document.tag(i).is_adjective();
    let things = left < at && (left..at).all(thing) && (at + 1..group.first).all(thing);
    (says && plural && things).then_some(governor)
}

/// Whether "and" at `at` only ends a list of names, as a verb in the plural tells: "flights to Hong Kong [and] Taipei were
/// cancelled".
fn ends_list(document: &Document<'_>, at: usize, verb: usize) -> bool {
    let names = |mut words: Range<usize>| words.all(|i| document.tag(i) == Tag::ProperNoun);
    let plural = ["were", "are", "have"].iter().any(|word| document.is(verb, word));
    let listed = at + 1 < verb && at > 0 && names(at + 1..verb) && names(at - 1..at);
    let first = at - (0..at).rev().take_while(|i| document.tag(*i) == Tag::ProperNoun).count();
    // "and [the Hill Library and Market Hall] was set on fire"
    let phrase = noun_phrase_before(document, at.saturating_sub(8), at);
    let aux = ["was", "were", "is", "are", "has", "have"].iter().any(|word| document.is(verb, word));
    let resumed = document.tag(phrase) == Tag::Determiner
        && phrase.checked_sub(1).is_some_and(|i| document.tag(i) == Tag::Conjunction)
        && (at + 1..verb).all(|i| document.tag(i).is_noun());
    // "after [Beijing and Washington] agreed"
    let opened = first.checked_sub(1).is_some_and(|before| opens_clause(document, before));
    listed && (plural || opened) || resumed && aux
}

/// ", police [and] hospital officials said": whether a list of those who say it begins behind the last comma.
fn joins_speakers(document: &Document<'_>, left: usize, at: usize, group: &VerbGroup) -> bool {
    let first = noun_phrase_before(document, left, at);
    let comma = first.checked_sub(1).is_some_and(|c| c >= left && document.word(c) == ",");
    group.is(VerbSet::REPORTING) && first < at && at + 1 < group.first && comma
}
