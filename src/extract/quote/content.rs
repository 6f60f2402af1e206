//! Content: which words of a sentence are what somebody is reported to have said, seen from the cue.

mod around;
mod end;

use self::around::content_around;
use self::end::{after_passage, end_of, is_cue_verb, is_speech_verb, passage_alone};
use super::attribute::{Place, is_title};
use super::cue::Cue;
use super::grammar::Grammar;
use super::lexicon::Frames;
use crate::extract::text::Tag;
use std::ops::Range;

/// How many tokens a content may have beyond its quotation marks.
const CONTENT_REACH: usize = 160;
/// How many adverbials may stand between a cue and its content.
const ADVERBIALS: usize = 4;

/// Words behind a verb of speech that are a clause even if the tagger sees no verb in them.
const LONG_CLAUSE: usize = 8;

/// Participles that open a sentence with what the speaker was asked.
pub(super) const ASKED: [&str; 6] = ["asked", "pressed", "questioned", "quizzed", "told", "challenged"];

/// What kind of words the content is, which tells where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Clause,
    Infinitive,
    Phrase,
}

/// The pieces of the cue's content, as token ranges; empty if it has none in its sentence.
pub(super) fn content(grammar: &Grammar<'_, '_>, cue: &Cue) -> Vec<Range<usize>> {
    if cue.is_phrase {
        return phrase_content(grammar, cue);
    }
    match content_after(grammar, cue) {
        Some(after) if !is_interposed(grammar, cue, &after) => {
            subject_said(grammar, cue, &after).into_iter().chain([after]).collect()
        }
        _ => content_around(grammar, cue),
    }
}

/// "Cities, Ray said, “should plant trees”": the subject of the verb that opens a quotation is said with it.
fn subject_said(grammar: &Grammar<'_, '_>, cue: &Cue, after: &Range<usize>) -> Option<Range<usize>> {
    let comma = cue.source.as_ref()?.start.checked_sub(1).filter(|i| *i > cue.floor && grammar.is_comma(*i))?;
    let verb = after.start + 1;
    let tag = grammar.tag(verb);
    let predicate = grammar.tag(after.start) == Tag::OpenQuote && (tag == Tag::Modal || tag.is_finite_verb());
    let between = cue.tokens.end + 1 == after.start && grammar.is_comma(cue.tokens.end) && !cue.inverted;
    let subject = grammar.phrase_before(comma, cue.floor)?;
    let whole = subject.start == cue.floor && !grammar.is_quoted(comma);
    (predicate && between && whole && grammar.word(verb).starts_with(char::is_lowercase)).then_some(subject)
}

/// "The staff, Ray explained at the hearing, were well paid": speaker and cue stand in the clause that they report.
fn is_interposed(grammar: &Grammar<'_, '_>, cue: &Cue, after: &Range<usize>) -> bool {
    let comma = |i: usize| grammar.is_comma(i) && !grammar.is_quoted(i);
    let opens = cue.source.as_ref().and_then(|source| source.start.checked_sub(1));
    let inside = opens.is_some_and(|i| i > cue.floor && comma(i)) && !cue.inverted && cue.frames.has(Frames::THAT);
    let tensed = |range: Range<usize>| range.into_iter().any(|i| grammar.tag(i).is_finite_verb());
    let goes_on = comma(after.end) && grammar.tag(after.end + 1).is_finite_verb();
    let relative = cue.source.as_ref().is_some_and(|source| {
        grammar.tag(source.start) == Tag::WhWord || grammar.is_any(source.start, &["who", "which", "that"])
    });
    inside
        && goes_on
        && !relative
        && !grammar.is(after.start, "that")
        && !tensed(after.clone())
        && !tensed(cue.floor..opens.unwrap_or(cue.floor))
}

/// "According to Ray, it rained" and "It rained, according to Ray".
fn phrase_content(grammar: &Grammar<'_, '_>, cue: &Cue) -> Vec<Range<usize>> {
    let Some(source) = &cue.source else { return Vec::new() };
    if cue.tokens.start <= cue.floor + 1 {
        let mut start = source.end;
        while start < cue.block.end && !grammar.is_comma(start) && !grammar.is_stop(start) {
            start += 1;
        }
        if grammar.is_comma(start) {
            start = after_apposition(grammar, start, &cue.block);
            return within(start + 1..end_of(grammar, start + 1, Shape::Clause, &cue.block));
        }
        return Vec::new();
    }
    let comma = grammar.is_comma(cue.tokens.start - 1);
    let end = if comma { cue.tokens.start - 1 } else { cue.tokens.start };
    // "The club, according to Ray, will move", "The box is, according to Ray, “the biggest”"
    let tensed = |i: usize| grammar.tag(i).is_finite_verb() || grammar.tag(i) == Tag::Modal;
    let open = end > cue.floor && (grammar.is_auxiliary(end - 1) || !(cue.floor..end).any(tensed));
    if comma && open && grammar.is_comma(source.end) {
        let rest = source.end + 1;
        return [cue.floor..end, rest..end_of(grammar, rest, Shape::Clause, &cue.block)].into();
    }
    within(cue.floor..end)
}

/// "the union's secretary, Tomas Reyes, …", "Reyes, who has worked there for years, …": the comma behind the name or the
/// clause that the comma at `comma` leads to, or `comma`.
fn after_apposition(grammar: &Grammar<'_, '_>, comma: usize, block: &Range<usize>) -> usize {
    if grammar.is_any(comma + 1, &["who", "which", "whose"]) {
        let inside = (comma + 1..block.end.min(comma + CONTENT_REACH)).take_while(|i| !grammar.is_stop(*i));
        return inside.into_iter().find(|i| grammar.is_comma(*i) && !grammar.is_quoted(*i)).unwrap_or(comma);
    }
    let named = |phrase: &Range<usize>| phrase.clone().all(|i| grammar.tag(i).is_proper_noun());
    let source_is_common = comma.checked_sub(1).is_some_and(|head| grammar.tag(head).is_common_noun());
    grammar
        .phrase_from(comma + 1, block.end)
        .filter(|phrase| source_is_common && named(phrase) && grammar.is_comma(phrase.end))
        .map_or(comma, |phrase| phrase.end)
}

fn within(range: Range<usize>) -> Vec<Range<usize>> {
    if range.len() > 1 { vec![range] } else { Vec::new() }
}

/// Content after the cue: "said (that) it rained", "promised to come", "announced a plan".
fn content_after(grammar: &Grammar<'_, '_>, cue: &Cue) -> Option<Range<usize>> {
    let mut at = cue.tokens.end;
    if cue.inverted {
        return None;
    }
    if cue.frames.has(Frames::PERSON) {
        at = after_hearer(grammar, at, &cue.block);
    }
    at = after_adverbials(grammar, at, cue);
    if at == cue.tokens.end && grammar.is_quoted(at) && is_title(grammar, &passage_at(grammar, at, cue)) {
        return None;
    }
    if grammar.is_quoted(at) && is_quoted_title(grammar, at, cue) {
        at = after_adverbials(grammar, after_passage(grammar, at, &cue.block), cue);
    }
    if at >= cue.block.end {
        return None;
    }
    let (start, shape) = opening(grammar, at, cue)?;
    if shape == Shape::Phrase && cites(grammar, start, cue) {
        return None;
    }
    let named = cue.source.as_ref().and_then(|source| source.start.checked_sub(1));
    if let Some(what) = named.filter(|_| grammar.is_quoted(start)) {
        let passage = start..after_passage(grammar, start, &cue.block);
        // "a storm that forecasters called “the worst” tore through the town"
        let restricts = grammar.is(what, "that") && grammar.tag(passage.end).is_finite_verb();
        if restricts || grammar.is_any(what, &["what", "whom", "which"]) {
            return Some(passage);
        }
    }
    if let Some(end) = passage_alone(grammar, start, cue) {
        return Some(start..end);
    }
    let mut end = end_of(grammar, start, shape, &cue.block);
    // "wrote of her: “…”": the phrase tells what the words are about, which follow.
    let leads = grammar.word(end) == ":" && grammar.is_quoted(end + 1) && cue.frames.has(Frames::DIRECT);
    if leads && shape == Shape::Phrase && !(start..end).any(|i| grammar.is_quoted(i)) {
        return Some(end + 1..end_of(grammar, end + 1, Shape::Clause, &cue.block));
    }
    if let Some(main) = cue.source.as_ref().filter(|source| source.start > start) {
        end = end.min(main.start - usize::from(!grammar.is_quoted(main.start - 1)));
    }
    if cue.source.as_ref().is_some_and(|source| grammar.is_comma(source.end) && source.end < cue.tokens.start)
        && grammar.tag(cue.tokens.start) == Tag::VerbGerund
    {
        // "Holm, despite admitting that he had doubts, voted for it"
        let tensed = |tag: Tag| tag.is_finite_verb() || tag == Tag::VerbPastParticiple;
        let closes = |i: &usize| grammar.is_comma(*i) && !grammar.is_quoted(*i) && tensed(grammar.tag(i + 1));
        end = (start..end).find(closes).unwrap_or(end);
    }
    if is_subordinate(grammar, cue) {
        end = (start..end).find(|i| grammar.is_comma(*i) && !grammar.is_quoted(*i)).unwrap_or(end);
    }
    // "confirmed the inquiry but would say no more"
    if shape == Shape::Phrase && end > start + 1 && grammar.tag(end - 1) == Tag::Conjunction {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// "quoted Ortiz as saying": the phrase is no content but who speaks.
fn cites(grammar: &Grammar<'_, '_>, start: usize, cue: &Cue) -> bool {
    let cited = grammar.phrase_from(start, cue.block.end);
    cited.is_some_and(|cited| grammar.is(cited.end, "as") && is_cue_verb(grammar, cited.end + 1))
}

/// "While she says it rains, …" and "who said it rained, …": the content ends with the clause, at its comma.
fn is_subordinate(grammar: &Grammar<'_, '_>, cue: &Cue) -> bool {
    let Some(source) = &cue.source else { return false };
    let before = source.start.checked_sub(1).filter(|before| *before >= cue.floor);
    let opens = |i: usize| {
        grammar.is_any(i, &["while", "although", "though", "as", "if", "when", "because", "since", "after", "before"])
    };
    before.is_some_and(|before| opens(before) && before <= cue.floor + 1)
}

fn after_hearer(grammar: &Grammar<'_, '_>, at: usize, block: &Range<usize>) -> usize {
    if grammar.is(at, "each") && grammar.is(at + 1, "other") || grammar.is(at, "one") && grammar.is(at + 1, "another") {
        return at + 2;
    }
    let Some(hearer) = grammar.phrase_from(at, block.end) else { return at };
    let runs_into_clause = hearer.len() > 1 && grammar.tag(hearer.end).is_finite_verb();
    if runs_into_clause {
        hearer.end - 1
    } else if grammar.tag(hearer.end).is_finite_verb() {
        at
    } else {
        hearer.end
    }
}

/// "told CNN's “Good Day” that …": the passage names whom the cue's hearer works for.
fn is_quoted_title(grammar: &Grammar<'_, '_>, at: usize, cue: &Cue) -> bool {
    at > cue.tokens.end && is_title(grammar, &passage_at(grammar, at, cue))
}

/// The passage that the quoted token `at` opens.
fn passage_at(grammar: &Grammar<'_, '_>, at: usize, cue: &Cue) -> Place {
    Place { tokens: at..after_passage(grammar, at, &cue.block), block: cue.block.clone() }
}

/// Skips adverbs, times and places between cue and content: "said on Tuesday in a statement that …".
fn after_adverbials(grammar: &Grammar<'_, '_>, from: usize, cue: &Cue) -> usize {
    let mut at = from;
    for _ in 0..ADVERBIALS {
        let next = after_adverbial(grammar, at, cue);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

fn after_adverbial(grammar: &Grammar<'_, '_>, at: usize, cue: &Cue) -> usize {
    let tag = grammar.tag(at);
    // "warned them not to go", "said not all were hit"
    let negates = grammar.is(at, "not") && (grammar.tag(at + 1) == Tag::To || negated_subject(grammar, at).is_some());
    if grammar.is_quoted(at) || counts_from(grammar, at) || negates {
        return at;
    }
    // "said in a statement read to the court that …": what was done with the document.
    let done = matches!(tag, Tag::VerbPast | Tag::VerbPastParticiple) && at > cue.tokens.end;
    let that = (at + 1..cue.block.end.min(at + 9)).take_while(|i| !grammar.is_stop(*i) && !grammar.is_quoted(*i));
    if done && cue.frames.has(Frames::THAT) && that.into_iter().any(|i| grammar.is(i, "that")) {
        return at + 1;
    }
    if tag == Tag::Particle || grammar.ends_time(at) || tag.is_adverb() && !grammar.tag(at + 1).is_adjective() {
        return at + 1;
    }
    if grammar.is_comma(at) {
        let inserted = (at + 1..cue.block.end.min(at + 10)).find(|i| grammar.is_comma(*i) || grammar.is_stop(*i));
        // "It closes, Ray said, and the fans, he added, will follow"
        let goes_on = grammar.tag(at + 1) == Tag::Conjunction;
        return match inserted.filter(|_| !goes_on) {
            Some(close) if grammar.is_comma(close) && !(at + 1..=close).any(|i| grammar.is_quoted(i)) => close + 1,
            _ => at,
        };
    }
    let by = grammar.is(at, "by")
        && grammar.is_any(at + 1, &["phone", "telephone", "email", "e-mail", "text", "letter", "video", "satellite"]);
    let takes_content = cue.prepositions.iter().any(|preposition| grammar.is(at, preposition));
    let adverbial = matches!(tag, Tag::Preposition | Tag::To)
        && grammar.is_any(
            at,
            &["in", "on", "at", "during", "after", "from", "via", "to", "with", "before", "for", "of", "outside"],
        )
        || by;
    if adverbial
        && !takes_content
        && cue.frames.has(Frames::THAT)
        && let Some(phrase) = grammar.phrase_from(at + 1, cue.block.end)
    {
        return phrase.end;
    }
    at
}

/// Where the content begins and what shape it has.
fn opening(grammar: &Grammar<'_, '_>, at: usize, cue: &Cue) -> Option<(usize, Shape)> {
    let frames = cue.frames;
    let tag = grammar.tag(at);
    if grammar.word(at) == ":" {
        let follows = at + 1 < cue.block.end && frames.has(Frames::DIRECT);
        return follows.then_some((at + 1, Shape::Clause));
    }
    if grammar.is_comma(at) {
        return (grammar.is_quoted(at + 1) && frames.has(Frames::DIRECT)).then_some((at + 1, Shape::Clause));
    }
    if grammar.is_stop(at) {
        return None;
    }
    if grammar.is_quoted(at) {
        return Some((at, Shape::Clause));
    }
    let apart = grammar.is_comma(at + 1) || grammar.word(at + 1) == ":";
    if grammar.is(at, "that") && frames.has(Frames::THAT) && apart && grammar.is_quoted(at + 2) {
        return Some((at + 2, Shape::Clause));
    }
    if grammar.is(at, "that") && frames.has(Frames::THAT) {
        return Some((at, Shape::Clause));
    }
    let to = at + usize::from(grammar.is(at, "not"));
    let verb = to + 1 + usize::from(grammar.tag(to + 1) == Tag::OpenQuote);
    if grammar.tag(to) == Tag::To && frames.has(Frames::TO) && grammar.tag(verb) == Tag::VerbBase {
        return Some((at, Shape::Infinitive));
    }
    let asks =
        tag == Tag::WhWord || grammar.is_any(at, &["whether", "if", "how", "why", "what", "who", "when", "where"]);
    // "heard from the chair, Ana Ruiz, who said": behind a comma it tells of the one named.
    let relative = at > cue.tokens.end && grammar.is_comma(at - 1) && grammar.is_any(at, &["who", "which", "whose"]);
    if relative {
        return None;
    }
    // "cried when it ended", "warned when it rose": when somebody spoke, not what of.
    let when = grammar.is(at, "when") && !frames.has(Frames::WH);
    if asks && !when && (frames.has(Frames::WH) || frames.has(Frames::THAT) || frames.has(Frames::NOUN)) {
        return Some((at, Shape::Clause));
    }
    if cue.prepositions.iter().any(|preposition| grammar.is(at, preposition)) {
        return Some((at + 1, Shape::Phrase));
    }
    if frames.has(Frames::THAT) && begins_clause(grammar, subject_start(grammar, at), cue) {
        return Some((at, Shape::Clause));
    }
    let takes_phrase = frames.has(Frames::NOUN) || frames.has(Frames::MARKED);
    (takes_phrase && begins_phrase(grammar, at)).then_some((at, Shape::Phrase))
}

/// Where the noun phrase begins behind what counts or negates it: "not all the missiles", "at least 12 gunmen".
fn subject_start(grammar: &Grammar<'_, '_>, at: usize) -> usize {
    let number = if counts_from(grammar, at) { at + 2 } else { negated_subject(grammar, at).unwrap_or(at) };
    let all = grammar.is_any(number, &["all", "both", "half"]);
    number + usize::from(all && matches!(grammar.tag(number + 1), Tag::Determiner | Tag::Possessive))
}

/// "not all the missiles": where the subject begins that "not" stands before.
fn negated_subject(grammar: &Grammar<'_, '_>, at: usize) -> Option<usize> {
    let counted = grammar.is_any(at + 1, &["all", "every", "everyone", "everybody", "a", "one", "enough", "many"]);
    (grammar.is(at, "not") && counted).then_some(at + 1)
}

/// "at least 12 gunmen": words before a number that are no adverbial of the verb before them.
fn counts_from(grammar: &Grammar<'_, '_>, at: usize) -> bool {
    let bound = grammar.is(at, "at") && grammar.is_any(at + 1, &["least", "most"]);
    let other = grammar.is_any(at, &["more", "fewer", "less"]) && grammar.is(at + 1, "than");
    (bound || other) && grammar.tag(at + 2) == Tag::Number
}

/// Whether a clause without "that" begins here. A verb that also takes a noun phrase needs the phrase to have a verb.
fn begins_clause(grammar: &Grammar<'_, '_>, at: usize, cue: &Cue) -> bool {
    if !begins_phrase(grammar, at) && grammar.tag(at) != Tag::Existential {
        return false;
    }
    if cue.frames.has(Frames::NOUN) {
        let mut after = grammar.phrase_from(at, cue.block.end).map_or(at + 1, |phrase| phrase.end);
        while grammar.tag(after).is_adverb() {
            after += 1;
        }
        return grammar.tag(after).is_finite_verb();
    }
    let after = grammar.phrase_from(at, cue.block.end).map_or(at + 1, |phrase| phrase.end);
    let tag = grammar.tag(after);
    // "hearing a plea filed by Ray", "a man who answered the phone said …"
    let reduced = tag == Tag::VerbPast && grammar.is(after + 1, "by") && !cue.frames.has(Frames::DIRECT);
    if reduced || is_restrictive(grammar, cue) && is_speech_verb(grammar, after) {
        return false;
    }
    let goes_on = tag.is_verb()
        || tag.is_adverb()
        || matches!(tag, Tag::WhWord | Tag::Preposition | Tag::To | Tag::Conjunction | Tag::OpenQuote)
        || grammar.is_comma(after)
        || grammar.is_any(after, &["that", "(", "who"]);
    let tail = (at..cue.block.end.min(at + 40)).take_while(|i| !grammar.is_stop(*i));
    if cue.frames.has(Frames::DIRECT) && tail.clone().count() >= LONG_CLAUSE {
        return true;
    }
    goes_on
        && (at + 1..cue.block.end.min(at + 40))
            .take_while(|i| !grammar.is_stop(*i))
            .any(|i| grammar.tag(i).is_finite_verb())
}

/// "A man who answered …": a clause that tells which subject, so that the main verb is still to come.
fn is_restrictive(grammar: &Grammar<'_, '_>, cue: &Cue) -> bool {
    let who = cue.source.as_ref().filter(|source| grammar.is(source.start, "who")).map(|source| source.start);
    let subject = who.and_then(|who| grammar.phrase_before(who, cue.floor));
    subject.is_some_and(|subject| subject.start == cue.floor) && !grammar.is(cue.tokens.start, "said")
}

fn begins_phrase(grammar: &Grammar<'_, '_>, at: usize) -> bool {
    let tag = grammar.tag(at);
    tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number | Tag::VerbGerund | Tag::Symbol)
}
