//! Cues: the verbs and phrases that say that somebody says something, each with its source, wherever it stands.

mod phrase;

use self::phrase::phrase_cue;
use super::grammar::Grammar;
use super::lexicon::{self, Frames};
use crate::extract::text::Tag;
use std::ops::Range;

/// A word or phrase that reports speech or thought.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The cue's tokens.
    pub tokens: Range<usize>,
    /// What can follow.
    pub frames: Frames,
    /// Prepositions after which content can follow.
    pub prepositions: &'static [&'static str],
    /// The tokens that name the speaker.
    pub source: Option<Range<usize>>,
    /// Whether the source stands after the cue: "said Ray", "according to Ray".
    pub inverted: bool,
    /// Whether the cue is a prepositional phrase such as "according to".
    pub is_phrase: bool,
    /// Who listens, where it is told that words were heard: "a court heard".
    pub audience: Option<Range<usize>>,
    /// The first token of its sentence, as far as looked at.
    pub floor: usize,
    /// The tokens of its paragraph.
    pub block: Range<usize>,
}

/// All cues outside quotation marks in the tokens of a paragraph.
pub(super) fn cues_in(grammar: &Grammar<'_, '_>, block: &Range<usize>, out: &mut Vec<Cue>) {
    let quotes = block.clone().any(|token| grammar.is_quoted(token));
    for token in block.clone().filter(|token| !grammar.is_quoted(*token)) {
        let verb = || {
            let is_verb = grammar.tag(token).is_verb() || is_counted(grammar, token);
            let mut cue = is_verb.then(|| verb_cue(grammar, token, block)).flatten()?;
            cue.source = cue.source.or_else(|| shared_source(grammar, token, cue.floor, out.last()));
            Some(cue)
        };
        let behind = || behind_quote(grammar, token, block).or_else(|| inverted_behind_quote(grammar, token, block));
        let behind = || quotes.then(behind).flatten();
        let noun = || noun_cue(grammar, token, block);
        out.extend(phrase_cue(grammar, token, block).or_else(verb).or_else(behind).or_else(noun));
    }
}

/// "what some call “…”", "Ray, an expert, suspects that …": a verb that the tagger takes for a noun of several.
fn is_counted(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    // "Ortiz hit back: “…”"
    if grammar.word(token + 2) == ":" && grammar.is_any(token + 1, &["back", "out"]) {
        return true;
    }
    let noun = grammar.tag(token).is_common_noun();
    let Some(before) = token.checked_sub(1).filter(|_| noun) else { return false };
    if (grammar.is_comma(before) || grammar.word(before) == ")") && grammar.is(token + 1, "that") {
        return true;
    }
    grammar.is_quoted(token + 1) && grammar.is_any(before, &["some", "many", "most", "few", "others"])
}

/// "“…,” said Ortiz at the time, adding that …": a participle without subject shares the speaker of the cue before it.
fn shared_source(grammar: &Grammar<'_, '_>, verb: usize, floor: usize, before: Option<&Cue>) -> Option<Range<usize>> {
    let before = before.filter(|before| before.floor == floor && !before.is_phrase)?;
    let comma = verb.checked_sub(1).is_some_and(|i| grammar.is_comma(i));
    before.source.clone().filter(|_| comma && grammar.tag(verb) == Tag::VerbGerund)
}

/// "“…,” Ortiz notes", "“…,” she grinned.": between a quotation that a comma ends and the end of its clause, subject and
/// word report, even where the word is not listed or looks like a noun.
fn behind_quote(grammar: &Grammar<'_, '_>, token: usize, block: &Range<usize>) -> Option<Cue> {
    let tag = grammar.tag(token);
    let tensed = tag.is_finite_verb() || tag == Tag::VerbPastParticiple;
    let named = token.checked_sub(1).is_some_and(|i| grammar.tag(i).is_proper_noun());
    let shares = tag == Tag::NounPlural && grammar.is_stop(token + 1) && named;
    let is_verb = (tensed || shares) && !grammar.is_auxiliary(token) && tag != Tag::Modal;
    if !is_verb && !tag.is_common_noun() {
        return None;
    }
    let listed = lexicon::verb(&grammar.document.lemma(token)).filter(|entry| entry.frames.has(Frames::DIRECT));
    if !is_verb && listed.is_none() {
        return None;
    }
    let floor = grammar.floor(token, block.start);
    let source = parenthetic_subject(grammar, token, floor)?;
    let asks = |i: usize| matches!(grammar.word(i), "?" | "!");
    let ends = |i: usize| i >= block.end || grammar.tag(i).is_punctuation() || grammar.is_quoted(i);
    let goes_on = |i: usize| {
        let tag = grammar.tag(i);
        tag.is_adverb() || matches!(tag, Tag::Preposition | Tag::Particle) || grammar.is_any(i, &["when", "while"])
    };
    let after = token + 1;
    let named = grammar.tag(source.start).is_proper_noun() || grammar.is_any(source.start, &["he", "she", "they"]);
    let unlisted = || named && !asks(source.start.saturating_sub(2));
    let closes = ends(after) || goes_on(after) && (listed.is_some() || unlisted());
    closes.then(|| Cue {
        tokens: token..after,
        frames: Frames::DIRECT,
        prepositions: &[],
        source: Some(source),
        inverted: false,
        is_phrase: false,
        audience: None,
        floor,
        block: block.clone(),
    })
}

/// "“…,” shrugged another.", "“…”, highlights Ray, the boss": between a quotation that a comma ends and a subject that ends its
/// clause, a verb reports, even where it is not listed or looks like a noun.
fn inverted_behind_quote(grammar: &Grammar<'_, '_>, token: usize, block: &Range<usize>) -> Option<Cue> {
    let past = grammar.tag(token) == Tag::VerbPast && !grammar.is_auxiliary(token);
    let named = grammar.tag(token + 1).is_proper_noun() && grammar.word(token).ends_with('s');
    let present = named && matches!(grammar.tag(token), Tag::VerbPresent3rd | Tag::NounPlural);
    let before = token.checked_sub(1).filter(|before| (past || present) && *before > block.start)?;
    let comma = present
        && grammar.is_comma(before)
        && !grammar.is_quoted(before)
        && grammar.is_quoted(before.saturating_sub(5));
    let close = before - usize::from(comma);
    let last = (block.start..close).rev().find(|i| grammar.tag(*i) != Tag::CloseQuote)?;
    let ends = grammar.is_quoted(close) && (comma || grammar.is_comma(last));
    let source = grammar.phrase_from(token + 1, block.end).filter(|_| ends)?;
    let ends = source.end >= block.end || grammar.is_stop(source.end) || grammar.is_comma(source.end);
    let pronoun = grammar.tag(source.start) == Tag::Pronoun && !grammar.is_any(source.start, &["he", "she", "they"]);
    let person = !pronoun && !grammar.ends_time(source.start);
    (ends && person).then(|| Cue {
        tokens: token..token + 1,
        frames: Frames::DIRECT,
        prepositions: &[],
        source: Some(source),
        inverted: true,
        is_phrase: false,
        audience: None,
        floor: grammar.floor(token, block.start),
        block: block.clone(),
    })
}

/// The subject of the word at `verb`, where it stands right behind a quotation that ends with a comma, "?" or "!".
fn parenthetic_subject(grammar: &Grammar<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let subject = grammar.phrase_before(grammar.verb_group_start(verb, floor), floor)?;
    let mut last = subject.start.checked_sub(1).filter(|last| grammar.is_quoted(*last))?;
    while last > 0 && grammar.tag(last) == Tag::CloseQuote {
        last -= 1;
    }
    matches!(grammar.word(last), "," | "?" | "!").then_some(subject)
}

fn verb_cue(grammar: &Grammar<'_, '_>, verb: usize, block: &Range<usize>) -> Option<Cue> {
    let entry = lexicon::verb(&grammar.document.lemma(verb))?;
    let particle = entry.particles.iter().find(|(particle, _)| {
        grammar.is(verb + 1, particle)
            || *particle == "clear" && grammar.is(verb + 2, "clear") && grammar.is(verb + 1, "it")
    });
    let (last, frames) = match particle {
        Some((_, frames)) => (verb + 1, *frames),
        None if entry.alone => (verb, entry.frames),
        None => return None,
    };
    let floor = grammar.floor(verb, block.start);
    let names_itself = grammar.is_any(last + 1, &["himself", "herself", "itself", "themselves"]);
    if names_itself && frames.has(Frames::NOUN) {
        return None;
    }
    // "Joko Widodo, better known as Jokowi"
    if grammar.is(verb, "known") && grammar.is_any(last + 1, &["as", "for"]) {
        return None;
    }
    // "cannot find jobs that pay well": only with "that" is it an opinion.
    if grammar.tag(verb) == Tag::VerbBase && grammar.is(verb, "find") && !grammar.is(last + 1, "that") {
        return None;
    }
    // What a source asks for itself is no news.
    if grammar.document.stays_unnamed(verb) {
        return None;
    }
    if let Some(source) = describer(grammar, verb, block) {
        return Some(Cue {
            tokens: verb..verb + 1,
            frames,
            prepositions: &[],
            source: Some(source),
            inverted: true,
            is_phrase: false,
            audience: None,
            floor,
            block: block.clone(),
        });
    }
    let unsaid = is_passive(grammar, verb, floor) || is_modifier(grammar, verb) || is_reduced(grammar, verb, floor);
    if unsaid || is_naming_participle(grammar, verb, floor) || is_told(grammar, verb, block) {
        return None;
    }
    let before = || grammar.subject(verb, floor).filter(|subject| !grammar.is(subject.start, "whose"));
    let before = if speaker_follows(grammar, verb, block) { None } else { before() };
    let (source, inverted) = match before.or_else(|| main_subject_behind(grammar, verb, last, floor, block)) {
        Some(source) => (Some(source), false),
        None if frames.has(Frames::DIRECT) => (source_after(grammar, verb, last, floor, block), true),
        None => (None, false),
    };
    let (audience, source) = match source {
        Some(source) if is_audience(grammar, &source, verb, block) => (Some(source), None),
        source => (None, source),
    };
    Some(Cue {
        tokens: verb..last + 1,
        frames,
        prepositions: &entry.prepositions,
        inverted: inverted && source.is_some(),
        source,
        is_phrase: false,
        audience,
        floor,
        block: block.clone(),
    })
}

/// "was described by the charity Vik as a “once-in-a-lifetime chance”": who does it stands behind "by", and then the words.
fn describer(grammar: &Grammar<'_, '_>, verb: usize, block: &Range<usize>) -> Option<Range<usize>> {
    let participle = matches!(grammar.tag(verb), Tag::VerbPastParticiple | Tag::VerbPast) && grammar.is(verb + 1, "by");
    let source = grammar.phrase_from(verb + 2, block.end).filter(|_| participle)?;
    let words = source.end + 1..source.end + 4;
    (grammar.is(source.end, "as") && words.into_iter().any(|i| grammar.is_quoted(i))).then_some(source)
}

/// "a motto that “…”, says Ray.", "rates will fall, says Ray.": right behind the content and its comma, what follows to the
/// clause's end is the subject.
fn speaker_follows(grammar: &Grammar<'_, '_>, verb: usize, block: &Range<usize>) -> bool {
    let comma = verb.checked_sub(2).is_some_and(|close| {
        let unquoted = || says_to_nobody(grammar, verb) && grammar.tag(verb + 1).is_proper_noun();
        grammar.is_comma(close + 1) && (grammar.is_quoted(close) || unquoted())
    });
    let named = grammar.tag(verb + 1).is_proper_noun() || grammar.is_any(verb + 1, &["the", "he", "she"]);
    let source = grammar.phrase_from(verb + 1, block.end).filter(|_| comma && named);
    let when = |at: usize| grammar.is_any(at, &["on", "in", "at", "during"]);
    source.is_some_and(|source| {
        let end = source.end;
        end >= block.end || grammar.is_stop(end) || grammar.is_comma(end) || when(end)
    })
}

/// Whether a verb of saying is followed by who says it or by when, "said Monday", but by nobody who is told.
fn says_to_nobody(grammar: &Grammar<'_, '_>, verb: usize) -> bool {
    const TIMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let says = matches!(grammar.document.lemma(verb).as_ref(), "say" | "add" | "explain" | "note" | "argue");
    says && !grammar.is_any(verb + 1, &TIMES)
}

/// Where people sit who listen to what is said.
pub(super) const COURTS: [&str; 6] = ["court", "jury", "inquest", "tribunal", "inquiry", "hearing"];

/// "…, court told", "the jury heard": who sits and listens does not speak.
fn is_audience(grammar: &Grammar<'_, '_>, source: &Range<usize>, verb: usize, block: &Range<usize>) -> bool {
    let listens = match grammar.document.lemma(verb).as_ref() {
        "hear" => true,
        "tell" => grammar.phrase_from(verb + 1, block.end).is_none() && !grammar.is(verb + 1, "that"),
        _ => false,
    };
    listens && source.end.checked_sub(1).is_some_and(|head| grammar.is_any(head, &COURTS))
}

/// "After saying it rained, Ortiz left": a participle that opens its sentence has the subject of the main clause.
fn main_subject_behind(
    grammar: &Grammar<'_, '_>,
    verb: usize,
    last: usize,
    floor: usize,
    block: &Range<usize>,
) -> Option<Range<usize>> {
    if grammar.tag(verb) != Tag::VerbGerund || verb > floor + 1 {
        return None;
    }
    let stop = (last + 1..block.end.min(last + 40)).find(|i| grammar.is_stop(*i)).unwrap_or(block.end.min(last + 40));
    let opens = |i: &usize| {
        let mark = grammar.is_quoted(*i) && !grammar.is_quoted(i + 1) && grammar.is_comma(i - 1);
        mark || grammar.is_comma(*i) && !grammar.is_quoted(*i)
    };
    (last + 1..stop).filter(opens).find_map(|comma| {
        let subject = grammar.phrase_from(comma + 1, stop)?;
        let when = |i: usize| grammar.ends_time(i) || grammar.is(i, "on") && grammar.ends_time(i + 1);
        let after = (subject.end..stop).find(|i| !grammar.tag(*i).is_adverb() && !when(*i))?;
        (grammar.tag(after).is_finite_verb() || grammar.is_auxiliary(after)).then_some(subject)
    })
}

/// "said Ray": only where the verb follows its content, after a comma or a closing mark, or opens the sentence.
fn source_after(
    grammar: &Grammar<'_, '_>,
    verb: usize,
    last: usize,
    floor: usize,
    block: &Range<usize>,
) -> Option<Range<usize>> {
    let start = grammar.verb_group_start(verb, floor);
    let opens = grammar.word(verb).starts_with(char::is_uppercase) && grammar.tag(last + 1).is_noun();
    if opens && start == floor && grammar.tag(verb).is_verb() {
        return grammar.phrase_from(last + 1, block.end);
    }
    let before = start.checked_sub(1).filter(|before| *before >= block.start)?;
    let follows = grammar.is_comma(before) || grammar.is_quoted(before) || grammar.is_dash(before);
    // "Vik, the chair, said pilots would come": what follows is a clause.
    let is_clause = |source: &Range<usize>| {
        let says = grammar.tag(source.end);
        !grammar.is_quoted(before) && (says == Tag::Modal || says.is_finite_verb())
    };
    (follows && grammar.tag(verb).is_finite_verb() || grammar.is_quoted(before))
        .then(|| grammar.phrase_from(last + 1, block.end))
        .flatten()
        .filter(|source| !is_clause(source))
}

/// "was told", "is said": its subject is no speaker. "has told" is active.
fn is_passive(grammar: &Grammar<'_, '_>, verb: usize, floor: usize) -> bool {
    if !matches!(grammar.tag(verb), Tag::VerbPastParticiple | Tag::VerbPast) {
        return false;
    }
    let mut at = verb;
    while at > floor
        && (grammar.tag(at - 1).is_adverb() || grammar.is_any(at - 1, &["not", "n't", "n’t", "last", "first"]))
    {
        at -= 1;
    }
    at > floor && grammar.is_be(at - 1) && !grammar.is_any(at - 1, &["'s", "’s"])
}

/// A participle before a noun ("the proposed law"), or after one without a helping verb ("a report published Monday").
fn is_modifier(grammar: &Grammar<'_, '_>, verb: usize) -> bool {
    let participle = matches!(grammar.tag(verb), Tag::VerbPastParticiple | Tag::VerbGerund);
    let before = verb.checked_sub(1).map_or(Tag::Other, |before| grammar.tag(before));
    participle
        && matches!(before, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Adjective)
        && grammar.tag(verb + 1).is_noun()
}

/// "a report published Monday": a participle right behind its noun, without a helping verb; before "that" it is none
/// ("the opposition alleged that …").
fn is_reduced(grammar: &Grammar<'_, '_>, verb: usize, floor: usize) -> bool {
    // "a thin man called Luka"
    let named =
        gives_name(grammar, verb) && grammar.word(verb).ends_with("ed") && grammar.tag(verb + 1).is_proper_noun();
    let one = |phrase: Range<usize>| grammar.is_any(phrase.start, &["a", "an"]);
    // "He said little when asked": who asks is not told.
    let past = matches!(grammar.tag(verb), Tag::VerbPast | Tag::VerbPastParticiple);
    let asked = past && verb > floor && grammar.is_any(verb - 1, &["when", "if", "until", "unless"]);
    // "called 999"
    let dialled = gives_name(grammar, verb) && grammar.tag(verb + 1) == Tag::Number;
    if asked || dialled || named && grammar.phrase_before(verb, floor).is_some_and(one) {
        return true;
    }
    grammar.tag(verb) == Tag::VerbPastParticiple
        && (!grammar.is(verb + 1, "that") || is_addressed(grammar, verb))
        && verb > floor
        && grammar.tag(verb - 1).is_noun()
        && !grammar.is_quoted(verb - 1)
        && parenthetic_subject(grammar, verb, floor).is_none()
}

/// Whether the verb gives something a name: "friends call him “Eddie”".
pub(super) fn gives_name(grammar: &Grammar<'_, '_>, verb: usize) -> bool {
    matches!(grammar.document.lemma(verb).as_ref(), "call" | "dub" | "label" | "term" | "brand" | "name")
}

/// "a man told that it was open": a verb that names its hearer may have one for its noun.
fn is_addressed(grammar: &Grammar<'_, '_>, verb: usize) -> bool {
    lexicon::verb(&grammar.document.lemma(verb)).is_some_and(|entry| entry.frames.has(Frames::PERSON))
}

/// "a plan called “Tomorrow”", "stretches dubbed “the pit”": a verb of naming that lacks what it names tells of the noun before
/// it; in "what Ray called “the pit”" the relative pronoun is named.
pub(super) fn is_naming_participle(grammar: &Grammar<'_, '_>, verb: usize, floor: usize) -> bool {
    let names = gives_name(grammar, verb);
    let past = matches!(grammar.tag(verb), Tag::VerbPast | Tag::VerbPastParticiple);
    let noun = verb.checked_sub(1).filter(|i| *i >= floor && grammar.tag(*i).is_common_noun());
    let phrase = noun.filter(|_| names && past && grammar.is_quoted(verb + 1));
    let Some(phrase) = phrase.and_then(|_| grammar.phrase_before(verb, floor)) else { return false };
    !phrase.start.checked_sub(1).is_some_and(|i| {
        grammar.tag(i) == Tag::WhWord
            || grammar.tag(i).is_noun()
            || grammar.is_any(i, &["what", "that", "which", "whom"])
    })
}

/// "Residents told it is too late", "workers told to leave": where no hearer follows "told" but a clause, those before it
/// are the hearers, as headlines have it.
fn is_told(grammar: &Grammar<'_, '_>, verb: usize, block: &Range<usize>) -> bool {
    let told = grammar.is(verb, "told") && !grammar.is_quoted(verb + 1);
    let clause = grammar.is_any(verb + 1, &["it", "they", "he", "she", "there", "we"])
        && (grammar.is_auxiliary(verb + 2) || grammar.tag(verb + 2) == Tag::VerbPresent3rd);
    let leave = grammar.tag(verb + 1) == Tag::To && grammar.tag(verb + 2) == Tag::VerbBase;
    told && verb + 2 < block.end && (clause || leave)
}

/// "rejected Ortiz's claim that it rained": a noun of saying between whose it is and its clause. As the subject of a verb
/// its clause has no sure end, so it counts only inside its sentence.
fn noun_cue(grammar: &Grammar<'_, '_>, token: usize, block: &Range<usize>) -> Option<Cue> {
    let tells = grammar.is(token + 1, "that") && !grammar.tag(token + 2).is_finite_verb();
    if !tells || !grammar.tag(token).is_common_noun() || !lexicon::is_noun(&grammar.document.lemma(token)) {
        return None;
    }
    let floor = grammar.floor(token, block.start);
    let owner = (floor..token).rev().take(3).find(|i| !grammar.tag(*i).is_adjective())?;
    let source = match grammar.tag(owner) {
        Tag::Possessive => owner..owner + 1,
        Tag::PossessiveMarker => grammar.phrase_before(owner, floor)?,
        _ => return None,
    };
    (source.start > floor + 1).then(|| Cue {
        tokens: token..token + 1,
        frames: Frames::THAT,
        prepositions: &[],
        source: Some(source),
        inverted: false,
        is_phrase: false,
        audience: None,
        floor,
        block: block.clone(),
    })
}
