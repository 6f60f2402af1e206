//! Names: the tagger's labels become spans, and the article as a whole corrects what a single sentence got wrong: one
//! surface means one kind, and a surname known from a full name is that person's.

use super::abbreviation;
use super::correct;
use super::evidence::Evidence;
use super::features::Sentence;
use super::lexicon::{Facts, KeyMap, lexicon};
use super::phrase;
use super::tagger::{Model, NameKind, Scratch, kind_of};
use super::things;
use super::words::{Shape, Word, Words, extend_key};
use super::works;
use crate::extract::text::{Tag, lexicon as text_lexicon};
use crate::model::Span;
use std::ops::Range;

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) kind: NameKind,
    /// Into [`Words::all`].
    pub(super) words: Range<usize>,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) span: Span,
}

/// Finds the names of an article, in text order, without overlap. `datelines` are where its datelines begin: with a place.
/// `scratch` belongs to the model.
pub(super) fn find(words: &Words<'_>, model: &Model, datelines: &[u32], scratch: &mut Scratch) -> Vec<Name> {
    let evidence = Evidence::of_article(words);
    let mut names = Vec::new();
    for (sentence, range) in words.sentences.iter().enumerate() {
        let prepared = Sentence::new(words.of_sentence(sentence), &evidence, &mut scratch.known);
        let labels = model.tag(&prepared, scratch);
        read_labels(words, sentence, range.start, &labels, &mut names);
    }
    correct::titles(words, &mut names);
    take_given_names(words, &evidence, &mut names);
    phrase::complete(words, &mut names);
    add_openers(words, &mut names);
    things::set_apart(words, &mut names);
    works::set_apart(words, &mut names);
    add_speakers(words, &evidence, &mut names);
    one_kind_a_surface(words, &mut names, datelines);
    correct::kinds(words, &mut names);
    abbreviation::add(words, &mut names);
    abbreviation::take_common(words, &mut names);
    add_known_names(words, &evidence, &mut names);
    people_called_as_places(words, &mut names);
    names
}

fn read_labels(words: &Words<'_>, sentence: usize, first: usize, labels: &[usize], names: &mut Vec<Name>) {
    let mut at = 0;
    while at < labels.len() {
        let Some((kind, _)) = labels.get(at).and_then(|label| kind_of(*label)) else {
            at += 1;
            continue;
        };
        let inside = |label: &usize| kind_of(*label) == Some((kind, true));
        let length = 1 + labels.iter().skip(at + 1).take_while(|label| inside(label)).count();
        let mut range = trimmed(words, first + at..first + at + length);
        // "Said Ana Ruiz": what opens a sentence before a whole name is the verb.
        let says = words.all.get(range.start).is_some_and(|w| w.text == "Said" || w.text == "Says");
        if kind == NameKind::Person && says && range.start == first && range.len() > 2 {
            range.start += 1;
        }
        // "ex-minister Okonjo"
        if kind == NameKind::Person
            && range.len() > 1
            && words.all.get(range.start).is_some_and(|w| w.text.starts_with("ex-"))
        {
            range.start += 1;
        }
        while is_thing(kind) && range.len() > 1 && words.all.get(range.end - 1).is_some_and(|w| is_generic(w)) {
            range.end -= 1;
        }
        if is_thing(kind) && !words.all.get(range.clone()).unwrap_or(&[]).iter().any(Word::is_capitalised) {
            at += length;
            continue;
        }
        // "Wray, Tait; Moe": nobody's name holds a semicolon; "[Bolton] 2 [Port Vale] 1" is a result, "Apollo 11" none.
        let is_score = |at: usize| {
            let digits = words.all.get(at).map_or("", |w| w.text);
            (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        };
        let parts = |at: usize| {
            words.all.get(at).is_some_and(|w| w.text == ";") || at > range.start && is_score(at) && is_score(range.end)
        };
        let cut = range.clone().find(|at| is_thing(kind) && parts(*at));
        if let Some(cut) = cut {
            names.extend(name_of(words, kind, sentence, range.start..cut));
            range.start = cut + 1;
        }
        names.extend(name_of(words, kind, sentence, range));
        at += length;
    }
}

/// Lets a person's name begin with the given name that the tagger left before it: "Dag [Ulven]".
fn take_given_names(words: &Words<'_>, evidence: &Evidence, names: &mut [Name]) {
    let is_given = |word: &Word<'_>| {
        let facts = lexicon().facts(word.name);
        // A word as rare as can be ("dag", a quantity) hinders no name.
        let weight = |e: text_lexicon::Entry| e.noun_weight().max(e.verb_weight()).max(e.adjective_weight());
        let is_word = text_lexicon::entry(word.lower).is_some_and(|entry| weight(entry) > 1);
        word.is_capitalised() && !word.glued && facts.has(Facts::GIVEN) && !is_word && !evidence.is_common(word)
    };
    // "[K] Selvam": in many countries an initial without a stop stands for the father's name or the village.
    let is_initial = |word: &Word<'_>| {
        word.text.len() == 1
            && word.text.starts_with(|c: char| c.is_ascii_uppercase() && !"AI".contains(c))
            && !word.glued
    };
    let mut before = 0;
    for name in names.iter_mut() {
        let first = words.sentences.get(name.sentence).map_or(0, |s| s.start);
        let at = name.words.start.checked_sub(1).filter(|at| *at >= first.max(before));
        let given = at.and_then(|at| words.all.get(at)).filter(|word| is_given(word) || is_initial(word));
        if let Some((at, word)) = at.zip(given).filter(|_| name.kind == NameKind::Person && name.words.len() == 1) {
            name.words.start = at;
            name.span = word.span.cover(name.span);
        }
        before = name.words.end;
    }
}

/// "[Chad] Hawk said", "[Georgia] Lind": a place's name right before a bare name that is a given name, too.
fn people_called_as_places(words: &Words<'_>, names: &mut Vec<Name>) {
    const GIVEN: [&str; 6] = ["Chad", "India", "Israel", "Kenya", "Malta", "Sierra"];
    let given = |name: &Name| {
        let word = words.all.get(name.words.start).filter(|_| name.words.len() == 1 && name.kind == NameKind::Place);
        word.is_some_and(|w| GIVEN.contains(&w.text) || lexicon().facts(w.name).has(Facts::GIVEN))
    };
    let is_placed = |name: &Name| {
        let before = name.words.start.checked_sub(1).and_then(|at| words.all.get(at)).map_or("", |w| w.text);
        matches!(before, "in" | "In" | "of" | "from" | "to" | "near" | "at" | "for" | "outside" | "across")
    };
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names.drain(..) {
        let bare = name.kind == NameKind::Person && name.words.len() == 1;
        let beside = |before: &mut Name| before.words.end == name.words.start && given(before) && !is_placed(before);
        if let Some(first) = joined.pop_if(|before| bare && beside(before)) {
            name.words.start = first.words.start;
            name.span = first.span.cover(name.span);
        }
        joined.push(name);
    }
    *names = joined;
}

/// "[Sollund] said", "[Sollund], asked about the search, said": a word that is none of the language's and nobody's in the
/// lists, where one stands who speaks, is somebody's name.
fn add_speakers(words: &Words<'_>, evidence: &Evidence, names: &mut Vec<Name>) {
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let says = |at: usize| matches!(text(at), "said" | "says" | "told" | "added" | "replied" | "insisted");
    let is_unknown = |w: &Word<'_>| {
        w.shape == Shape::Capitalised
            && w.text.chars().count() > 2
            && text_lexicon::entry(w.lower).is_none()
            && text_lexicon::function_word(w.lower).is_none()
            && lexicon().role(w) == Facts(0)
            && !lexicon().facts(w.name).has(Facts::COUNTRY.and(Facts::STATE))
            && !evidence.is_common(w)
    };
    name_free_words(words, names, |at, word, range| {
        // "Officials said": the capital of a plural that opens its sentence tells nothing.
        if correct::opens_sentence(words, at, range.start) && correct::is_several(word) {
            return None;
        }
        let alone = at == range.start || !words.all.get(at - 1).is_some_and(Word::is_capitalised);
        let asked = text(at + 1) == "," && matches!(text(at + 2), "asked" | "who") && at == range.start;
        (alone && (says(at + 1) || asked) && is_unknown(word)).then_some(NameKind::Person)
    });
}

/// "[Sunrise Sugar] will close its mill": where capitals go on behind a sentence's first word, up to the verb, a body acts
/// that the tagger took for words of the language.
fn add_openers(words: &Words<'_>, names: &mut Vec<Name>) {
    let role = Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER).and(Facts::ADDRESS);
    let free = |w: &&Word<'_>| {
        w.shape == Shape::Capitalised
            && !w.glued
            && !lexicon().role(w).has(role)
            && !correct::is_several(w)
            && text_lexicon::function_word(w.lower).is_none()
            && text_lexicon::entry(w.lower).is_some()
    };
    let mut added = Vec::new();
    for (sentence, range) in words.sentences.iter().enumerate() {
        let inside = words.all.get(range.clone()).unwrap_or(&[]);
        let run = inside.iter().take_while(free).count();
        let acts =
            inside.get(run).is_some_and(|w| w.shape == Shape::Lower && w.tag.is_finite_verb() || w.tag == Tag::Modal);
        let own = range.start..range.start + run;
        let overlaps = || {
            let next = names.partition_point(|name| name.words.end <= own.start);
            names.get(next).is_some_and(|name| name.words.start < own.end)
        };
        if (2..=3).contains(&run) && acts && !overlaps() {
            added.extend(name_of(words, NameKind::Organisation, sentence, own));
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.span);
}

/// Adds a name for every capitalised word that stands in none yet and for which `kind_of` has a kind: it is given the
/// word's place, the word, and the words of its sentence.
pub(super) fn name_free_words(
    words: &Words<'_>,
    names: &mut Vec<Name>,
    kind_of: impl Fn(usize, &Word<'_>, &Range<usize>) -> Option<NameKind>,
) {
    let mut added = Vec::new();
    let mut taken = names.iter().map(|n| n.words.clone()).peekable();
    for (sentence, range) in words.sentences.iter().enumerate() {
        for at in range.clone() {
            while taken.next_if(|t| t.end <= at).is_some() {}
            let free = taken.peek().is_none_or(|t| t.start > at);
            let word = words.all.get(at).filter(|w| free && w.is_capitalised() && !w.glued);
            if let Some(kind) = word.and_then(|word| kind_of(at, word, range)) {
                added.extend(name_of(words, kind, sentence, at..at + 1));
            }
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.span);
}

/// A word in small letters that stands alone: at a name's end it is no part of the name ("[Helmand] province").
fn is_generic(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && !word.glued
}

/// The range without marks at its ends, but for the bracket or quotation mark that is closed inside.
fn trimmed(words: &Words<'_>, range: Range<usize>) -> Range<usize> {
    // "11:30 Lunde resigns": a time of day is nobody's first name.
    let clock = |w: &Word<'_>| w.text.contains(':') && w.text.starts_with(|c: char| c.is_ascii_digit());
    let is_mark = |at: usize| words.all.get(at).is_some_and(|w| w.shape == Shape::Mark && w.text != "'" || clock(w));
    let start = range.clone().find(|at| !is_mark(*at)).unwrap_or(range.end);
    let end = range.clone().rev().find(|at| !is_mark(*at)).map_or(start, |at| at + 1);
    let closes = |at: usize| words.all.get(at).is_some_and(|w| matches!(w.text, ")" | "\"" | "”"));
    if start < end && end < range.end && closes(end) && end + 1 == range.end { start..range.end } else { start..end }
}

pub(super) fn name_of(words: &Words<'_>, kind: NameKind, sentence: usize, range: Range<usize>) -> Option<Name> {
    let inside = words.all.get(range.clone())?;
    let span = inside.first()?.span.cover(inside.last()?.span);
    Some(Name { kind, words: range, sentence, span })
}

/// Key of a name's surface.
pub(super) fn surface(words: &Words<'_>, name: &Name) -> u64 {
    let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
    inside.iter().fold(0, |key, word| extend_key(key, word.name))
}

pub(super) fn is_thing(kind: NameKind) -> bool {
    matches!(kind, NameKind::Person | NameKind::Organisation | NameKind::Place)
}

/// What opens a dateline is a place, whatever else the article says of it.
const DATELINE_VOTE: u32 = 100;

/// Votes for some thing that outdo one group of that name.
const OFTEN: u32 = 6;

/// Gives every occurrence of a surface the kind that most of them have; the last words of full names of people count
/// for their surnames.
fn one_kind_a_surface(words: &Words<'_>, names: &mut [Name], datelines: &[u32]) {
    let mut votes: KeyMap<[u32; 3]> = KeyMap::default();
    let mut vote = |key: u64, kind: NameKind, weight: u32| {
        if let Some(count) = votes.entry(key).or_default().get_mut(kind as usize) {
            *count += weight;
        }
    };
    for (at, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name.kind)) {
        let titled =
            at > 0 && names.get(at - 1).is_some_and(|b| b.kind == NameKind::Role && b.words.end == name.words.start);
        vote(surface(words, name), name.kind, if titled { 4 } else { 2 });
        if datelines.contains(&name.span.start) {
            vote(surface(words, name), NameKind::Place, DATELINE_VOTE);
        }
        // "the inquiry in Harle": where the sentences disagree, one is in a place and not in a person.
        let before = name.words.start.checked_sub(1).and_then(|at| words.all.get(at)).map_or("", |w| w.text);
        if matches!(before, "in" | "In" | "near" | "into" | "outside") && name.words.len() == 1 {
            vote(surface(words, name), NameKind::Place, 1);
        }
        let listed = |key| lexicon().facts(key).has(Facts::COUNTRY.and(Facts::STATE));
        if name.kind == NameKind::Person
            && name.words.len() > 1
            && let Some(last) = words.all.get(name.words.end - 1).filter(|w| !listed(w.name))
        {
            vote(last.name, NameKind::Person, 3);
            // "Anitha's party" of K. Anitha Reddy, "Kim" of Kim Hye-jin.
            let inner = words.all.get(name.words.start..name.words.end - 1).unwrap_or(&[]);
            let inner = inner.iter().filter(|w| w.text.len() > 2 && !lexicon().facts(w.name).has(Facts::ANY_NAME));
            inner.for_each(|word| vote(word.name, NameKind::Person, 3));
        }
    }
    // "the board of Nordlys": what is a body elsewhere and no people in the lists is no group here.
    let is_people =
        |name: &Name| name.kind == NameKind::Group && lexicon().facts(surface(words, name)).has(Facts::GROUP);
    for name in names.iter_mut().filter(|name| name.kind != NameKind::Role && !is_people(name)) {
        let Some(count) = votes.get(&surface(words, name)) else { continue };
        if name.kind == NameKind::Group && count.iter().all(|votes| *votes < OFTEN) {
            continue;
        }
        // Where as many say one thing as the other, one word may be two things; a whole name is somebody's first.
        let settles = |kind: NameKind| {
            if name.words.len() > 1 { kind == NameKind::Person } else { kind == name.kind }
        };
        let best = [NameKind::Person, NameKind::Organisation, NameKind::Place]
            .into_iter()
            .max_by_key(|kind| (count.get(*kind as usize), settles(*kind), *kind == name.kind));
        name.kind = best.unwrap_or(name.kind);
    }
}

/// Adds names that the article has elsewhere, where the tagger saw none: bare surnames of people named in full, and
/// single words that are names elsewhere and stand nowhere in small letters.
fn add_known_names(words: &Words<'_>, evidence: &Evidence, names: &mut Vec<Name>) {
    let mut known: KeyMap<NameKind> = KeyMap::default();
    for name in names.iter().filter(|n| is_thing(n.kind)) {
        // "Park said" of Park Jung-ho
        let first = words.all.get(name.words.start).filter(|w| lexicon().facts(w.name).has(Facts::FAMILY_FIRST));
        if let Some(first) =
            first.filter(|w| name.kind == NameKind::Person && name.words.len() > 1 && !evidence.is_common(w))
        {
            known.entry(first.name).or_insert(NameKind::Person);
        }
        let Some(last) = words.all.get(name.words.end - 1).filter(|w| w.is_capitalised() && w.text.len() > 1) else {
            continue;
        };
        let listed = lexicon().facts(last.name).has(Facts::ANY_NAME);
        let surname = name.kind == NameKind::Person && name.words.len() > 1 && last.text.len() > 2 && !listed;
        if surname || (name.words.len() == 1 && !evidence.is_common(last)) {
            known.entry(last.name).or_insert(name.kind);
        }
    }
    name_free_words(words, names, |at, word, range| {
        let joined = |at: usize| {
            range.contains(&at)
                && words.all.get(at).is_some_and(|w| w.is_capitalised() && lexicon().role(w) == Facts(0))
        };
        let alone = !joined(at + 1) && (at == range.start || !joined(at - 1) || at - 1 == range.start);
        known.get(&word.name).copied().filter(|_| alone)
    });
}
