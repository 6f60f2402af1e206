//! Colons: who stands before one speaks the words behind it, as in a lead-in ("Ray was unmoved: …") or a speaker's label
//! ("ORTIZ: …"); only a headline puts the speaker behind ("‘We were wrong’: Ray Ortiz").

use super::{Attribution, Place};
use crate::extract::entity::{is_body_noun, is_human, is_profession};
use crate::extract::quote::grammar::Grammar;
use crate::extract::quote::speaker::WRITTEN;
use crate::extract::text::Tag;
use std::ops::Range;

/// How far behind a colon it is looked for an "I" in what is quoted, in tokens.
const FIRST_PERSON_REACH: usize = 20;

/// "‘We were wrong’: Ray Ortiz": a headline that opens with words and names their speaker behind a colon.
pub(super) fn headlined(grammar: &Grammar<'_, '_>, place: &Place) -> Option<Attribution> {
    let colon = place.tokens.end;
    let opens = place.tokens.start == place.block.start && grammar.word(colon) == ":";
    let ends = place.block.end.checked_sub(1).is_some_and(|last| matches!(grammar.word(last), "." | "!"));
    let source =
        grammar.phrase_from(colon + 1, place.block.end).filter(|_| opens && !ends && place.tokens.len() > 4)?;
    // "‘I miss the cold’: an interview with Ana Ruiz"
    let with = source.clone().find(|i| grammar.is(*i, "interview") && grammar.is(i + 1, "with"));
    let source = with.map_or(source.clone(), |interview| interview + 2..source.end.max(interview + 3));
    // "‘We were second best’: Ortiz fumes as Rovers lose": what the tagger may take for a noun of several is the verb.
    let fumes = source.end - 1;
    let verb = grammar.tag(fumes) == Tag::NounPlural && (source.start..fumes).all(|i| grammar.tag(i).is_proper_noun());
    let source = if verb && source.len() > 1 { source.start..fumes } else { source };
    let tensed = grammar.tag(source.end).is_finite_verb() || grammar.tag(source.end) == Tag::VerbPastParticiple;
    // "‘Nobody told us’: village cut off for days": what lacks its article and does or suffers something is told of.
    if tensed && grammar.tag(source.start) == Tag::Noun {
        return None;
    }
    Some(Attribution { cue: Some(colon..colon + 1), source: Some(source), rule: "name behind colon", confidence: 0.8 })
}

/// A colon without a cue: "Ray: …", "Ray was unmoved: …".
pub(super) fn lead_in(grammar: &Grammar<'_, '_>, floor: usize, colon: usize) -> Option<Attribution> {
    // "1959: “…”", "July 15, 1960: “…”": a day says nothing.
    if colon.checked_sub(1).is_some_and(|i| grammar.tag(i) == Tag::Number) {
        return None;
    }
    if let Some(source) = answerer(grammar, colon, floor) {
        return Some(Attribution {
            cue: Some(colon - 1..colon),
            source: Some(source),
            rule: "name and answer",
            confidence: 0.9,
        });
    }
    // "Interview: “…”": the kind of the piece.
    if colon == floor + 1 && is_kind_of_piece(&grammar.word(floor).to_lowercase()) {
        return None;
    }
    if let Some(source) = grammar.phrase_before(colon, floor).filter(|source| source.start <= floor + 1) {
        return Some(Attribution {
            cue: Some(colon..colon + 1),
            source: Some(source),
            rule: "name and colon",
            confidence: 0.9,
        });
    }
    // "Striker Ray Ortiz, who scored twice: “…”"
    let relative = |comma: &usize| grammar.is_comma(*comma) && grammar.is_any(comma + 1, &["who", "whose"]);
    if let Some(comma) = (floor..colon).find(relative)
        && let Some(source) = grammar.phrase_before(comma, floor).filter(|source| source.start <= floor + 1)
        && !(comma..colon).any(|i| grammar.is_comma(i) && i > comma)
    {
        return Some(Attribution {
            cue: Some(colon..colon + 1),
            source: Some(source),
            rule: "name and colon",
            confidence: 0.9,
        });
    }
    let verb = (floor..colon).find(|i| grammar.tag(*i).is_finite_verb() && grammar.subject(*i, floor).is_some())?;
    let source = grammar.subject(verb, floor)?;
    // "The book is hardly modest: “I wrote …”": a thing may bear words, but it is no "I".
    let speaks =
        (colon..colon + FIRST_PERSON_REACH).any(|i| grammar.is_quoted(i) && grammar.is_any(i, &["i", "my", "me"]));
    let person = source.clone().any(|i| grammar.tag(i).is_proper_noun())
        || grammar.is_any(source.start, &["he", "she", "they", "we", "i", "one", "another", "others", "some", "many"])
        || grammar.tag(source.end - 1).is_common_noun() && may_speak(&grammar.word(source.end - 1).to_lowercase());
    if speaks && !person {
        return None;
    }
    Some(Attribution {
        cue: Some(colon..colon + 1),
        source: Some(source),
        rule: "subject before colon",
        confidence: 0.8,
    })
}

/// "Ray's response: “…”", "Her verdict? “…”": whose answer stands before the mark.
pub(super) fn answerer(grammar: &Grammar<'_, '_>, mark: usize, floor: usize) -> Option<Range<usize>> {
    const ANSWERS: [&str; 12] = [
        "response",
        "answer",
        "reply",
        "verdict",
        "reaction",
        "retort",
        "advice",
        "explanation",
        "conclusion",
        "message",
        "motto",
        "comment",
    ];
    // "And his deputy? “A scandal.”"
    let asked = mark.checked_sub(2).filter(|owner| *owner >= floor && *owner <= floor + 1);
    let human = grammar.word(mark) == "?" && is_someone(&grammar.word(mark.saturating_sub(1)).to_lowercase());
    if let Some(owner) = asked.filter(|owner| human && matches!(grammar.tag(*owner), Tag::Possessive | Tag::Determiner))
    {
        return Some(owner..mark);
    }
    let owner = mark.checked_sub(2).filter(|owner| *owner >= floor && grammar.is_any(mark - 1, &ANSWERS))?;
    match grammar.tag(owner) {
        Tag::Possessive => Some(owner..owner + 1),
        Tag::PossessiveMarker => grammar.phrase_before(owner, floor),
        _ => None,
    }
    .filter(|source| source.start == floor)
}

/// What newsrooms set before a headline to tell what kind of piece follows.
fn is_kind_of_piece(label: &str) -> bool {
    const KINDS: [&str; 16] = [
        "analysis",
        "breaking",
        "comment",
        "editorial",
        "essay",
        "exclusive",
        "explainer",
        "feature",
        "interview",
        "live",
        "opinion",
        "podcast",
        "profile",
        "review",
        "video",
        "watch",
    ];
    KINDS.contains(&label)
}

fn is_someone(noun: &str) -> bool {
    is_profession(noun) || is_human(noun)
}

/// Whether the noun names a human, a body of humans or something written.
fn may_speak(noun: &str) -> bool {
    const BEARS_WORDS: [&str; 8] = ["article", "column", "piece", "story", "sign", "banner", "poster", "plaque"];
    let bears = |noun: &str| BEARS_WORDS.contains(&noun) || WRITTEN.contains(&noun);
    let one = noun.strip_suffix('s').unwrap_or(noun);
    [noun, one].iter().any(|noun| is_profession(noun) || is_human(noun) || is_body_noun(noun) || bears(noun))
}

/// A speaker's label at the start of `tokens`: "ORTIZ: …", "Q: …", "From Ray Ortiz, fisherman: …". Returns the label and its colon.
pub(in crate::extract::quote) fn label(grammar: &Grammar<'_, '_>, tokens: &Range<usize>) -> Option<Attribution> {
    let first = tokens.clone().find(|i| !grammar.tag(*i).is_punctuation())?;
    let letter = grammar.is(first, "from");
    let start = first + usize::from(letter) + usize::from(letter && grammar.is(first + 1, "the"));
    let reach = if letter { 12 } else { 9 };
    // "Q. Will they stay?"; "A. Smith" is somebody's initial.
    let initial = grammar.word(start) == "A." && grammar.tag(start + 1).is_proper_noun();
    if matches!(grammar.word(start), "Q." | "A.") && !initial && start + 2 < tokens.end {
        return Some(labelled(start..start + 1, start));
    }
    // "Q Will they stay?"
    if grammar.word(start) == "Q" && grammar.word(start + 1).starts_with(char::is_uppercase) && start + 2 < tokens.end {
        return Some(labelled(start..start + 1, start));
    }
    let colon = (start + 1..tokens.end.min(start + reach)).find(|i| grammar.word(*i) == ":")?;
    let aside = |i: &usize| letter && grammar.is_comma(*i) || grammar.word(*i) == "(" && grammar.word(colon - 1) == ")";
    let name_end = (start..colon).find(aside).unwrap_or(colon);
    let is_name = |i: usize| {
        let word = grammar.word(i);
        let shouted = word.chars().all(|c| !c.is_lowercase()) && word.starts_with(char::is_alphabetic);
        shouted || grammar.tag(i).is_proper_noun() && word.starts_with(char::is_uppercase)
    };
    // "The Ledger: What worries you?"
    let is_name = |i: usize| is_name(i) || i == start && i + 1 < colon && grammar.word(i) == "The";
    let is_name = |i: usize| is_name(i) || letter && matches!(grammar.word(i), "’" | "'s" | "’s");
    let all = (start..name_end).all(is_name) && grammar.tag(colon + 1) != Tag::Number;
    (all && name_end > start && colon + 2 < tokens.end).then(|| labelled(start..name_end, colon))
}

fn labelled(source: Range<usize>, colon: usize) -> Attribution {
    Attribution { cue: Some(colon..colon + 1), source: Some(source), rule: "speaker label", confidence: 0.93 }
}
