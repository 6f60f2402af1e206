//! Participants: who did it, to whom, and where, read from the places that syntax gives them.
//!
//! A name takes part only as subject, object or in a phrase that says so ("by", "with", "between"); a mere possessive
//! ("the president's son-in-law") or a name within another noun phrase ("the leaders of France") does not.

use super::candidate::clause_of;
use super::clause::ClauseKind;
use super::lexicon::{self, VerbSet};
use super::mentions::Found;
use super::reading::{NameAt, Reading};
use super::title;
use crate::extract::text::Tag;
use crate::model::{Entity, EntityId, EntityKind, MentionForm, Part, Participant};
use std::ops::Range;

/// Who takes part in the happening that an event word names, and where it is.
pub(super) fn of_word(reading: &Reading<'_>, found: &Found) -> (Vec<Participant>, Option<EntityId>) {
    let mut parts = Vec::new();
    let place =
        if found.group.is_some() { of_verb(reading, found, &mut parts) } else { of_noun(reading, found, &mut parts) };
    (parts, place)
}

/// Adds a participant once; the first part stands.
pub(super) fn add(parts: &mut Vec<Participant>, entity: usize, part: Part) {
    let entity = EntityId::at(entity);
    if !parts.iter().any(|p| p.entity == entity) {
        parts.push(Participant { entity, part });
    }
}

fn of_verb(reading: &Reading<'_>, found: &Found, parts: &mut Vec<Participant>) -> Option<EntityId> {
    let sentence = reading.sentences.get(found.sentence)?;
    let group = sentence.groups.get(found.group?)?;
    let clause = clause_of(reading, found);
    let (subject_part, object_part) =
        if group.passive { (Part::Patient, Part::Other) } else { (Part::Agent, Part::Patient) };
    let own_subject = clause.filter(|c| c.group == found.group.unwrap_or(usize::MAX)).map(|c| match c.marker {
        // "Ida Lunde, [who resigned] in May": who it is told of.
        Some(marker) if c.kind == ClauseKind::Relative && c.subject.is_empty() => {
            title::antecedent(reading, found.sentence, marker)
        }
        _ => c.subject.clone(),
    });
    let subject = own_subject.unwrap_or_else(|| phrase_before(reading, found.token, group.first));
    arguments(reading, subject, subject_part, parts);
    subject_nouns(reading, found, clause.map(|c| c.subject.clone()), parts);
    // Those who are told something hear of it; it is not done to them.
    let object_part = if group.is(VerbSet::REPORTING) { Part::Other } else { object_part };
    let end = clause.map_or(group.head + 1, |c| c.tokens.end);
    let stop = sentence.groups.iter().map(|g| g.first).find(|g| *g > group.head).unwrap_or(end).min(end);
    let after = group.head + 1..stop.max(group.head + 1);
    let start = clause.map_or(group.head + 1, |c| c.tokens.start);
    objects(reading, after, object_part, parts);
    place_in(reading, group.head + 1..end.max(group.head + 1))
        .or_else(|| place_in(reading, start..group.first.max(start)))
}

/// "The visit of X surprised": those who take part in an event noun that is subject take part in what is told of it.
fn subject_nouns(reading: &Reading<'_>, found: &Found, subject: Option<Range<usize>>, parts: &mut Vec<Participant>) {
    let Some(subject) = subject else { return };
    let Some(range) = reading.sentences.get(found.sentence).map(|s| s.found.clone()) else { return };
    let nouns =
        reading.found.get(range).unwrap_or(&[]).iter().filter(|f| f.noun.is_some() && subject.contains(&f.token));
    for noun in nouns.take(3) {
        of_noun(reading, noun, parts);
    }
}

/// "construction of [the Vera Rubin Observatory]", "the murder of [Ana Ruiz]": what it did she did not.
pub(super) fn is_only_of(reading: &Reading<'_>, subject: &Range<usize>, one: &Entity) -> bool {
    const OFFICES: [&str; 12] = [
        "archbishop",
        "bishop",
        "chairman",
        "chief",
        "commissioner",
        "director",
        "governor",
        "head",
        "minister",
        "president",
        "secretary",
        "speaker",
    ];
    let whole = reading.span(subject).of(reading.text());
    let Some((before, rest)) = whole.split_once(" of ") else { return false };
    // "the commander of the forces, Ana Ruiz": beside, not behind it.
    let rest = rest.split(',').next().unwrap_or(rest);
    let mut names = std::iter::once(&one.name).chain(&one.aliases);
    let Some(between) = names.find_map(|name| Some(rest.split_once(name.as_str())?.0)) else { return false };
    // "Secretary of State Ana Ruiz" is she; "the brother of Ana Ruiz", "the spokesman of President Ana Ruiz" are others.
    let office = before.rsplit(' ').next().is_some_and(|word| OFFICES.contains(&lexicon::lower(word).as_ref()));
    let titled = ["President", "Prime", "King", "Queen", "Prince"].iter().any(|title| between.starts_with(title));
    let field = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "the" | "and" | "for" | "of");
    !office || titled || between.trim().is_empty() || !between.split_whitespace().all(field)
}

/// The noun phrase that ends before a nonfinite verb: "[45,756 migrants] crossing".
pub(super) fn phrase_before(reading: &Reading<'_>, token: usize, first: usize) -> Range<usize> {
    let mut start = first;
    // Not into the sentence before: a heading has no full stop.
    let sentence = reading.document.tokens.get(token.saturating_sub(1)).and_then(|t| reading.sentence_at(t.span.start));
    let opens = sentence.and_then(|s| reading.document.sentences.get(s)).map_or(0, |s| s.tokens.start);
    while start > token.saturating_sub(10).max(opens) {
        let Some(t) = start.checked_sub(1).and_then(|i| reading.document.tokens.get(i)) else { break };
        match t.tag {
            Tag::Determiner | Tag::Possessive => return start - 1..first,
            tag if tag.is_noun()
                || tag.is_adjective()
                || matches!(tag, Tag::Number | Tag::PossessiveMarker | Tag::Symbol) =>
            {
                start -= 1
            }
            _ => break,
        }
    }
    start..first
}

const COLLECTIVES: [&str; 24] = [
    "members",
    "member",
    "participants",
    "troops",
    "forces",
    "soldiers",
    "supporters",
    "majority",
    "coalition",
    "group",
    "delegation",
    "fans",
    "residents",
    "people",
    "citizens",
    "workers",
    "employees",
    "representatives",
    "crew",
    "both",
    "all",
    "army",
    "government",
    "parliament",
];

/// Names in a subject phrase that are its heads.
fn arguments(reading: &Reading<'_>, phrase: Range<usize>, part: Part, parts: &mut Vec<Participant>) {
    if phrase.is_empty() {
        return;
    }
    for name in reading.names_in(reading.span(&phrase)).iter().take(24) {
        let tokens = super::reading::tokens_in(reading.document, name.span);
        if is_head(reading, &tokens, phrase.start, name) {
            add(parts, name.entity, part);
        }
    }
}

/// Whether a name is an argument itself: no possessive, no modifier of a noun, not inside a prepositional phrase.
fn is_head(reading: &Reading<'_>, tokens: &Range<usize>, phrase_start: usize, name: &NameAt) -> bool {
    let tag = |i: usize| reading.document.tokens.get(i).map_or(Tag::Other, |t| t.tag);
    if tag(tokens.end) == Tag::PossessiveMarker
        || name.form == MentionForm::Pronoun && tag(tokens.start) == Tag::Possessive
    {
        return false;
    }
    let kind = reading.entities.get(name.entity).map(|e| e.kind);
    if kind != Some(EntityKind::Person) && modifies_noun(reading, tokens) {
        return false;
    }
    // Back over the noun phrase: a preposition before it makes it part of another phrase.
    for at in (phrase_start.max(tokens.start.saturating_sub(14))..tokens.start).rev() {
        let word = lexicon::lower(reading.document.word(at));
        match tag(at) {
            Tag::Preposition | Tag::To => {
                let before = at.checked_sub(1).map(|b| lexicon::lower(reading.document.word(b)));
                return word == "of" && before.is_some_and(|b| COLLECTIVES.contains(&b.as_ref()));
            }
            Tag::Punctuation if word == "," => return after_comma(reading, at, phrase_start),
            Tag::Punctuation | Tag::Conjunction => return joined(reading, at, phrase_start),
            t if t.is_verb() || t == Tag::WhWord => return false,
            _ => {}
        }
    }
    true
}

/// "France's president Macron": the noun that a name stands before, inside one phrase.
fn modifies_noun(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    // "The ministry [today] began"
    let places = &reading.times.places;
    let time = places.get(places.partition_point(|place| place.tokens.start < tokens.end));
    if let Some(time) = time.filter(|time| time.tokens.start == tokens.end) {
        return reading.document.tag(time.tokens.end).is_noun();
    }
    let next = reading.document.tokens.get(tokens.end);
    let last = tokens.end.checked_sub(1).and_then(|i| reading.document.tokens.get(i));
    match (next, last) {
        (Some(next), Some(last)) => {
            next.tag.is_noun() && next.span.start <= last.span.end + 1 && last.span.end < next.span.start + 1
        }
        _ => false,
    }
}

/// After a comma a name is an argument when the phrase is a list ("A, B and C"), not within an apposition.
fn after_comma(reading: &Reading<'_>, comma: usize, phrase_start: usize) -> bool {
    joined(reading, comma, phrase_start)
}

/// What stands joined with another phrase is an argument when that one is no prepositional phrase.
fn joined(reading: &Reading<'_>, at: usize, phrase_start: usize) -> bool {
    for before in (phrase_start.max(at.saturating_sub(20))..at).rev() {
        let Some(token) = reading.document.tokens.get(before) else { return true };
        match token.tag {
            Tag::Preposition | Tag::To => {
                let word = before.checked_sub(1).map(|b| lexicon::lower(reading.document.word(b)));
                return word.is_some_and(|w| COLLECTIVES.contains(&w.as_ref()));
            }
            Tag::WhWord => return false,
            Tag::Punctuation | Tag::Conjunction => {}
            _ => {}
        }
    }
    true
}

/// Names after a verb: object, "by" agent of a passive, "with" company.
fn objects(reading: &Reading<'_>, words: Range<usize>, part: Part, parts: &mut Vec<Participant>) {
    if words.is_empty() {
        return;
    }
    let mut role = Some(part);
    let tag = |i: usize| reading.document.tokens.get(i).map_or(Tag::Other, |t| t.tag);
    let names = reading.names_in(reading.span(&words));
    let mut names = names.iter().take(24).map(|n| (super::reading::tokens_in(reading.document, n.span), n)).peekable();
    for at in words.start..words.end.min(words.start + 60) {
        let word = lexicon::lower(reading.document.word(at));
        match tag(at) {
            Tag::Preposition | Tag::To => {
                role = match word.as_ref() {
                    "by" => Some(Part::Agent),
                    "with" | "alongside" | "between" | "among" => Some(Part::Other),
                    "to" => Some(Part::Other),
                    _ => None,
                }
            }
            t if t.is_verb() || matches!(t, Tag::WhWord | Tag::OpenQuote) => return,
            Tag::Punctuation if matches!(word.as_ref(), ";" | ":" | "(") => return,
            _ => {}
        }
        while let Some((tokens, name)) = names.next_if(|(tokens, _)| tokens.start <= at) {
            let possessive = tag(tokens.end) == Tag::PossessiveMarker || tag(tokens.start) == Tag::Possessive;
            let person = reading.entities.get(name.entity).is_some_and(|e| e.kind == EntityKind::Person);
            let kind_fits = role != Some(Part::Other)
                || reading.entities.get(name.entity).is_none_or(|e| e.kind != EntityKind::Place);
            if let Some(part) =
                role.filter(|_| !possessive && kind_fits && (person || !modifies_noun(reading, &tokens)))
            {
                add(parts, name.entity, part);
            }
        }
    }
}

/// Those in the phrases around an event noun: "participation of X", "X's visit", "attack on Y", "talks between A and B".
fn of_noun(reading: &Reading<'_>, found: &Found, parts: &mut Vec<Participant>) -> Option<EntityId> {
    let tag = |i: usize| reading.document.tokens.get(i).map_or(Tag::Other, |t| t.tag);
    let end = reading.document.sentences.get(found.sentence).map_or(found.token, |s| s.tokens.end);
    let mut role = None;
    let mut after = found.token + 1;
    while after < end.min(found.token + 40) {
        let word = lexicon::lower(reading.document.word(after));
        match tag(after) {
            Tag::Preposition | Tag::To => {
                role = match word.as_ref() {
                    "of" | "by" | "between" | "among" => Some(Part::Agent),
                    "with" => Some(Part::Other),
                    "on" | "against" => Some(Part::Patient),
                    _ => None,
                }
            }
            t if t.is_verb() || matches!(t, Tag::WhWord | Tag::OpenQuote | Tag::CloseQuote) => break,
            Tag::Punctuation if word != "," => break,
            _ => {}
        }
        let name = reading.name_at(after);
        if let (Some(part), Some(name)) = (role, name) {
            let tokens = super::reading::tokens_in(reading.document, name.span);
            let place = reading.entities.get(name.entity).is_some_and(|e| e.kind == EntityKind::Place);
            let person = reading.entities.get(name.entity).is_some_and(|e| e.kind == EntityKind::Person);
            let argument = tag(tokens.end) != Tag::PossessiveMarker && (person || !modifies_noun(reading, &tokens));
            if argument && !(place && part != Part::Agent && part != Part::Patient) {
                add(parts, name.entity, part);
            }
            after = tokens.end.max(after + 1);
            continue;
        }
        after += 1;
    }
    place_in(reading, found.token + 1..end.min(found.token + 14))
}

/// The first place that a preposition of place governs.
pub(super) fn place_in(reading: &Reading<'_>, words: Range<usize>) -> Option<EntityId> {
    if words.is_empty() {
        return None;
    }
    let names = reading.names_in(reading.span(&words)).iter().take(40);
    for name in names.filter(|n| reading.entities.get(n.entity).is_some_and(|e| e.kind == EntityKind::Place)) {
        let tokens = super::reading::tokens_in(reading.document, name.span);
        let possessive = reading.document.tokens.get(tokens.end).is_some_and(|t| t.tag == Tag::PossessiveMarker);
        let located = (words.start.max(tokens.start.saturating_sub(3))..tokens.start).any(|i| {
            let word = lexicon::lower(reading.document.word(i));
            ["in", "at", "near", "outside", "inside", "across", "around"].contains(&word.as_ref())
        });
        if located && !possessive && !modifies_noun(reading, &tokens) {
            return Some(EntityId::at(name.entity));
        }
    }
    None
}
