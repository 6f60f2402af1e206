//! Clauses: each finite verb group with the words that belong to it, its subject, and how it hangs on its neighbours.
//!
//! A full parse is not needed for dating: who governs whom, where a clause begins, and whether it is told as the main
//! line, as content of speech, or as a circumstance. All of it is read in one pass from left to right.

mod content;
mod opening;
mod subject;

use self::content::speaks_to_nobody;
pub(super) use self::content::takes_content;
use self::opening::{ADVERBIAL, Before, Opening};
use self::subject::{shared_subject, subject};
use super::lexicon::{self, VerbSet};
use super::timed_noun::is_nominal;
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
            Some(from) if clauses.is_empty() => Opening::unmarked(from, ClauseKind::Relative),
            _ => {
                let closing = !groups.iter().skip(index + 1).any(|g| g.finite);
                Before { document, group, left, last: clauses.last(), groups: &groups[..index], skip, closing }
                    .opening()
            }
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
        // "who lost his wife and two sons [and has been living] here": the same word tells of whom.
        let again = opening.kind.is_none() && kind == ClauseKind::Relative && own.is_empty();
        let marker = clauses.last().filter(|_| again).map_or(opening.marker, |last| last.marker);
        let shared = if own.is_empty() { shared_subject(&clauses, &opening, sentence, document, skip) } else { own };
        if let Some(last) = clauses.last_mut() {
            last.tokens.end = start;
        }
        let governor = opening.governor.or_else(|| inherited_governor(&clauses, kind, opening.kind));
        clauses.push(Clause {
            kind,
            group: index,
            tokens: start..sentence.tokens.end,
            marker,
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
    // "A letter [Moe wrote] went unanswered"
    let name = (left + 2..group.first).find(|i| (*i..group.first).all(|i| document.tag(i) == Tag::ProperNoun));
    let name = name.filter(|name| from == left && document.tag(name - 1).is_common_noun());
    let from = name.unwrap_or(from);
    let own_start = name.is_some() || matches!(document.tag(from), Tag::Determiner | Tag::Possessive | Tag::Pronoun);
    let article = matches!(document.tag(left), Tag::Determiner | Tag::Possessive);
    let phrase = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let timed = skip.iter().any(|time| time.start < from && left < time.end);
    let main = later.iter().find(|g| g.finite)?;
    let parted = (group.head + 1..main.first).any(|i| {
        matches!(document.tag(i), Tag::Conjunction | Tag::WhWord | Tag::Punctuation | Tag::OpenQuote | Tag::Pronoun)
            || opens_clause(document, i) && !skip.iter().any(|time| time.contains(&i))
    });
    // "was": a verb whose subject cannot be the words right before it; in "she sent that evening went" a time stands behind it.
    let object = document.tag(group.head + 1);
    let then = skip.iter().any(|time| time.start == group.head + 1);
    // "The letter she wrote on Monday was lost": what somebody writes or promises on a day is the noun before.
    let apart = runs_on(document, group.head + 1..main.first, skip) && !speaks_to_nobody(group);
    let has_content = takes_content(group) && !apart;
    let fits = (then || !matches!(object, Tag::Determiner | Tag::Possessive)) && !has_content;
    (own_start && article && from > left + 1 && (left + 1..from).all(phrase) && !timed && !parted && fits)
        .then_some(from)
}

/// Whether nothing but places, persons and times stands between two verbs, and a time last: "wrote [to him in May] was".
fn runs_on(document: &Document<'_>, mut between: Range<usize>, skip: &[Range<usize>]) -> bool {
    let timed = |i: usize| skip.iter().any(|time| time.contains(&i));
    let opens = matches!(document.tag(between.start), Tag::Preposition | Tag::To) || timed(between.start);
    opens && !between.is_empty() && timed(between.end - 1) && between.all(|i| timed(i) || is_nominal(document.tag(i)))
}

pub(super) fn opens_clause(document: &Document<'_>, at: usize) -> bool {
    let word = lexicon::lower(document.word(at));
    ADVERBIAL.contains(&word.as_ref()) || word == "that"
}

fn inherited_governor(clauses: &[Clause], kind: ClauseKind, stated: Option<ClauseKind>) -> Option<usize> {
    if stated.is_none() && kind == ClauseKind::Content { clauses.last().and_then(|c| c.governor) } else { None }
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

/// "shows [5.7 percent of] the men lost work": the start of what tells how much of the phrase at `phrase` is meant; not of "to
/// cancel 80 percent of [the debt Nigeria owes]".
fn share_before(document: &Document<'_>, left: usize, phrase: usize, kind: ClauseKind) -> usize {
    const SHARES: [&str; 16] = [
        "all", "any", "both", "cent", "each", "few", "half", "many", "most", "neither", "none", "one", "percent",
        "several", "some", "thirds",
    ];
    let Some(of) = phrase.checked_sub(1).filter(|of| *of > left && document.is(*of, "of")) else { return phrase };
    let number = |i: usize| document.tag(i) == Tag::Number;
    let fraction = || document.word(of - 1).ends_with("-thirds") || document.word(of - 1).ends_with("-quarters");
    if !number(of - 1) && !SHARES.iter().any(|word| document.is(of - 1, word)) && !fraction() {
        return phrase;
    }
    let counts = |i: &usize| number(*i) || document.is(*i, "per") || document.is(*i, "not");
    let start = (of - 1) - (left..of - 1).rev().take(3).take_while(counts).count();
    let before = start.checked_sub(1).map_or(Tag::Other, |i| document.tag(i));
    let told =
        || start > 0 && ["find", "indicate", "reveal", "show", "suggest"].contains(&document.lemma(start - 1).as_ref());
    let object = before.is_verb() && !told() || matches!(before, Tag::Symbol | Tag::Possessive | Tag::Determiner);
    if kind == ClauseKind::Relative && object { phrase } else { start }
}

/// Whether the words can be a subject and nothing more: no verb, no comma.
fn bare_subject(document: &Document<'_>, words: Range<usize>) -> bool {
    let mut noun = false;
    for at in words.clone() {
        let Some(token) = document.tokens.get(at) else { return false };
        noun |= token.tag.is_noun() || matches!(token.tag, Tag::Pronoun | Tag::Existential | Tag::Determiner);
        // "27 “terrorists” convicted of murder"
        let called = match token.tag {
            Tag::OpenQuote => (at + 2..words.end.min(at + 5)).any(|i| document.tag(i) == Tag::CloseQuote),
            Tag::CloseQuote => (words.start.max(at.saturating_sub(4))..at).any(|i| document.tag(i) == Tag::OpenQuote),
            _ => false,
        };
        if token.tag.is_punctuation() && !called {
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

/// "said she [and] two others were called", "to which both father [and] son have given": whether "and" joins who it is said
/// of, as the words before it and a verb in the plural behind one thing tell.
fn joins_nouns(document: &Document<'_>, left: usize, at: usize, verb: usize) -> bool {
    if !document.is(at, "and") || at <= left || at + 1 >= verb {
        return false;
    }
    let before = |words: &[&str]| words.iter().any(|word| document.is(at - 1, word));
    let paired = (left..at).rev().take(6).any(|i| document.is(i, "both"));
    let plural = ["were", "are", "have"].iter().any(|word| document.is(verb, word));
    let one_thing = document.tag(verb - 1) == Tag::Noun && !is_collective(document, verb - 1);
    let phrase = noun_phrase_before(document, left, at) < at && noun_phrase_before(document, at + 1, verb) == at + 1;
    // "that the manager [and] his deputy had gone": no verb stands before it in the clause.
    let opened = (left..at).rev().find(|i| opens_clause(document, *i) && document.tag(*i) != Tag::Determiner);
    let verbless = opened.is_some_and(|opened| bare_subject(document, opened + 1..at))
        && noun_phrase_before(document, left, at) < at
        && bare_subject(document, at + 1..verb);
    // "warned a trade in opium [and] heroin threatens the coast"
    let bare = document.tag(at - 1).is_common_noun()
        && at >= left + 2
        && document.tag(at - 2) == Tag::Preposition
        && at + 2 == verb
        && document.tag(at + 1).is_common_noun();
    verbless || bare || paired || before(&["he", "she", "they", "we"]) || plural && one_thing && phrase
}

/// "police have", "the family were": one word for many.
pub(super) fn is_collective(document: &Document<'_>, at: usize) -> bool {
    const WORDS: [&str; 14] = [
        "audience",
        "board",
        "club",
        "committee",
        "council",
        "couple",
        "crew",
        "crowd",
        "family",
        "government",
        "group",
        "police",
        "staff",
        "team",
    ];
    WORDS.iter().any(|word| document.is(at, word))
}

/// ", police [and] hospital officials said", "After they took the town, Reyes [and] others left": whether a list of those who
/// say it, or of whom a circumstance is told first, begins behind the last comma.
fn joins_speakers(document: &Document<'_>, left: usize, at: usize, group: &VerbGroup, circumstance: bool) -> bool {
    let first = noun_phrase_before(document, left, at);
    let comma = first.checked_sub(1).is_some_and(|c| c >= left && document.word(c) == ",");
    (group.is(VerbSet::REPORTING) || circumstance) && first < at && at + 1 < group.first && comma
}
