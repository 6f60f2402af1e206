//! Subjects of titles: the words that name who does it, so that a reader understands them alone.
//!
//! A pronoun gives way to its name, a relative word to the noun it tells of, a long list to its names; what is the rest of
//! another clause names nobody.

use super::{LONGEST, short_name};
use crate::extract::event::clause::{Clause, ClauseKind};
use crate::extract::event::lexicon;
use crate::extract::event::mentions::Found;
use crate::extract::event::participants;
use crate::extract::event::pronoun;
use crate::extract::event::reading::Reading;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::event::wording::Wording;
use crate::extract::text::Tag;
use crate::model::{Entity, EntityKind, MentionForm, Part, Span};
use std::ops::Range;

/// The words that name who does it, for the verb of a clause.
pub(super) fn subject_of(reading: &Reading<'_>, found: &Found, clause: &Clause) -> Range<usize> {
    match clause.marker.filter(|_| clause.kind == ClauseKind::Relative) {
        Some(marker) if clause.subject.is_empty() => antecedent(reading, found.sentence, marker),
        _ => pronoun::happening(reading, found.sentence, clause)
            .or_else(|| {
                let goes_on = |phrase: &Range<usize>| {
                    // "until the company restored a bonus [it had cut]"
                    let bare = clause.kind == ClauseKind::Relative && clause.marker.is_none();
                    bare || !is_named(reading, clause)
                        || pronoun::undergoes_too(reading, found.sentence, clause, phrase)
                        || is_far(reading, found.sentence, clause)
                };
                pronoun::antecedent(reading, found.sentence, clause).filter(goes_on)
            })
            .unwrap_or_else(|| clause.subject.clone()),
    }
}

/// Whether it is known whose name a clause's pronoun stands for; right behind a conjunction the subject before it is the
/// better guess.
fn is_named(reading: &Reading<'_>, clause: &Clause) -> bool {
    let meanwhile = ["when", "once"];
    let joined = clause.subject.start.checked_sub(1).is_some_and(|b| {
        reading.document.tag(b) == Tag::Conjunction || meanwhile.iter().any(|word| reading.document.is(b, word))
    });
    !joined && reading.name_at(clause.subject.start).is_some()
}

/// "A judge of the 5th Circuit agreed. The court overturned it in June. Last year it refused …": whether the name that "it"
/// would stand for is in neither of the last two sentences.
fn is_far(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> bool {
    let at = clause.subject.start;
    let it = clause.subject.len() == 1 && reading.document.is(at, "it");
    let sentences = &reading.document.sentences;
    let span =
        sentence.checked_sub(1).and_then(|last| Some((sentences.get(last)?.span, sentences.get(sentence)?.span)));
    let name = reading.name_at(at).map(|name| name.entity);
    let near = |(last, this): (Span, Span)| {
        reading.names_in(last.cover(this)).iter().any(|n| Some(n.entity) == name && n.form != MentionForm::Pronoun)
    };
    it && name.is_some() && !span.is_some_and(near)
}

/// Who does what a participle or infinitive tells: the noun before it, or the subject of the verb it is joined to.
pub(super) fn doer_phrase(reading: &Reading<'_>, found: &Found, group: &VerbGroup, clause: &Clause) -> Range<usize> {
    let joined = group.first.checked_sub(1).is_some_and(|b| reading.document.tag(b) == Tag::Conjunction);
    if joined && group.is_participle() {
        // "the boat, [built in 1998 and] brought here in 2016": both tell of the same noun.
        let groups = reading.sentences.get(found.sentence).map(|s| s.groups.as_slice()).unwrap_or(&[]);
        let beside = groups.iter().rfind(|g| g.head < group.first).filter(|g| {
            // "in a statement signed by Ruiz and [issued] on Wednesday"
            let behind = g
                .first
                .checked_sub(1)
                .is_some_and(|b| reading.document.is(b, ",") || reading.document.tag(b).is_common_noun());
            g.is_participle() && behind && g.first == g.head
        });
        return match beside {
            Some(beside) => {
                let end = beside.first - usize::from(reading.document.is(beside.first - 1, ","));
                participants::phrase_before(reading, end, end)
            }
            None => subject_of(reading, found, clause),
        };
    }
    let first = group.first;
    // "[Born] in Vik in 1934, Brandt fled west": what opens a sentence tells of its subject.
    let opens = reading.document.sentences.get(found.sentence).is_some_and(|s| s.tokens.start == first);
    if opens && group.is_participle() && reading.document.tag(group.head) != Tag::VerbGerund {
        let main = reading.sentences.get(found.sentence).and_then(|s| s.clauses.first());
        return main.map_or(first..first, |main| main.subject.clone());
    }
    // "The ferry, [built in 1999], sank": what stands behind a comma tells of the noun before it.
    let comma = first.checked_sub(1).filter(|c| group.is_participle() && reading.document.word(*c) == ",");
    // "Smolny was the first college in Russia, [awarding] degrees": what goes along is of the same subject.
    let opens_clause =
        reading.document.tag(group.head) == Tag::VerbGerund && comma.is_some_and(|c| c > clause.subject.end);
    // "a backlog of grievances, [dating] back to 2018"
    let of_noun = matches!(found.lemma.as_ref(), "date" | "lead" | "range");
    if opens_clause && !of_noun && !clause.subject.is_empty() && clause.kind == ClauseKind::Main {
        return subject_of(reading, found, clause);
    }
    let phrase = comma.map_or_else(
        || participants::phrase_before(reading, found.token, first),
        |comma| with_head(reading, participants::phrase_before(reading, comma, comma)),
    );
    // "dissolved parliament on [Tuesday], clearing the way": a day does nothing.
    let read = reading.sentences.get(found.sentence);
    let timed =
        read.is_some_and(|s| s.times.iter().any(|t| t.tokens.start < phrase.end && phrase.start < t.tokens.end));
    if timed && !phrase.is_empty() && comma.is_some() { subject_of(reading, found, clause) } else { phrase }
}

/// "[A petition against] the closure, launched in April": what the phrase behind these prepositions only completes.
fn with_head(reading: &Reading<'_>, phrase: Range<usize>) -> Range<usize> {
    const COMPLETES: [&str; 5] = ["about", "against", "for", "into", "over"];
    let document = reading.document;
    let named = document.tag(phrase.start).is_proper_noun();
    let before = phrase.start.checked_sub(1).filter(|at| !named && COMPLETES.iter().any(|w| document.is(*at, w)));
    let head = before.map(|at| participants::phrase_before(reading, at, at)).filter(|head| !head.is_empty());
    head.map_or(phrase.clone(), |head| head.start..phrase.end)
}

/// "whose father died": the father of whom the clause tells.
pub(super) fn whose(reading: &Reading<'_>, found: &Found, clause: &Clause, own: bool, who: String) -> String {
    let marker = clause.marker.filter(|m| own && reading.document.is(*m, "whose"));
    let of = marker.map(|m| antecedent(reading, found.sentence, m)).and_then(|a| subject_words(reading, a));
    match (of, marker) {
        (Some(of), Some(marker)) => {
            let end = clause.subject.clone().find(|i| reading.document.word(*i) == ",").unwrap_or(clause.subject.end);
            let wording = Wording { reading, sentence: found.sentence, doer: None };
            format!("{} {}", genitive(&of), wording.words(marker + 1..end.max(marker + 1), &[]))
        }
        _ => who,
    }
}

/// The entity that a subject phrase names.
pub(super) fn named_in(reading: &Reading<'_>, subject: &Range<usize>) -> Option<usize> {
    // "The bank, in a statement signed by Amaka Eze, said": who stands in an addition does nothing.
    let comma = subject.clone().find(|i| reading.document.word(*i) == ",").unwrap_or(subject.end);
    let own = name_beside(reading, subject).unwrap_or(subject.start..comma);
    reading.names_in(reading.span(&own)).last().map(|n| n.entity)
}

/// The noun phrase that a relative clause tells of: "the two crewmen of the ferry, [who drowned]".
pub(in crate::extract::event) fn antecedent(reading: &Reading<'_>, sentence: usize, marker: usize) -> Range<usize> {
    let first = reading.document.sentences.get(sentence).map_or(marker, |s| s.tokens.start);
    let comma = marker > first && reading.document.word(marker - 1) == ",";
    let end = if comma { marker - 1 } else { marker };
    let of_things = reading.document.word(marker).eq_ignore_ascii_case("which");
    // "Aune, [58], who took over"
    let aged = comma
        && end > first + 2
        && reading.document.tag(end - 1) == Tag::Number
        && reading.document.word(end - 2) == ",";
    let end = if aged { end - 2 } else { end };
    let mut phrase = participants::phrase_before(reading, end, end);
    // "a group of republics led by Russia [which was dissolved]": without a comma no name is told apart, but the thing.
    let by_name = of_things
        && !comma
        && phrase.start > first + 3
        && phrase.clone().all(|i| reading.document.tag(i).is_proper_noun())
        && reading.document.is(phrase.start - 1, "by")
        && reading.document.tag(phrase.start - 2) == Tag::VerbPastParticiple;
    if by_name {
        phrase = participants::phrase_before(reading, phrase.start - 2, phrase.start - 2);
    }
    // "Samir Haddad, a baker [who lost his wife]": the name says more than what stands beside it.
    let described = comma_before(reading, phrase.start).filter(|_| !of_things && !phrase.is_empty());
    if let Some(name) = described.and_then(|comma| name_ending_at(reading, comma)) {
        return name;
    }
    // "the fifth storm of [the season, which began]": a season begins, and no storm of it.
    const SEASONS: [&str; 8] = ["campaign", "season", "session", "summit", "term", "tournament", "trial", "war"];
    let lasts = reading.document.lemma(marker + 1);
    let of_season = phrase.end.checked_sub(1).is_some_and(|head| SEASONS.iter().any(|w| reading.document.is(head, w)));
    if of_things && of_season && matches!(lasts.as_ref(), "begin" | "start" | "end" | "open" | "close" | "run") {
        return phrase;
    }
    // What the main verb comes after: "[Winter works on the pier], which began, will go on".
    while phrase.start > first + 1 {
        let before = lexicon::lower(reading.document.word(phrase.start - 1));
        let kind = reading.name_at(phrase.start).and_then(|n| reading.entities.get(n.entity)).map(|e| e.kind);
        // "migrants from Libya and Yemen who applied": places apply for nothing.
        let person = !of_things && kind == Some(EntityKind::Place);
        let named = matches!(kind, Some(EntityKind::Organisation | EntityKind::Person));
        // "a man in [his 30s] who was questioned"
        let age = phrase.end.checked_sub(1).map_or("", |last| reading.document.word(last));
        let aged = !of_things && age.ends_with("0s") && age.starts_with(|c: char| c.is_ascii_digit());
        let joins = before == "of"
            || !named && of_things && matches!(before.as_ref(), "on" | "in" | "at")
            || person && matches!(before.as_ref(), "and" | "," | "from" | "in" | "or")
            || aged && before == "in";
        let longer = participants::phrase_before(reading, phrase.start - 1, phrase.start - 1);
        // "the resignation of Ana Ruiz, who was elected": nobody elects a resignation.
        let head = longer.end.checked_sub(1).and_then(|head| super::super::attach::found_at(reading, sentence, head));
        let happens = head.and_then(|head| reading.found.get(head)).is_some_and(|f| f.noun.is_some());
        // "the loss of Arden, which collapsed"
        let body =
            kind == Some(EntityKind::Organisation) && phrase.clone().all(|i| reading.document.tag(i).is_proper_noun());
        // "a sweep in Harle that began on Sunday": what begins is what happens.
        let times = reading.sentences.get(sentence).map_or(&[][..], |s| &s.times);
        let timed = times.iter().any(|time| time.tokens.contains(&(marker + 2)));
        let object = matches!(reading.document.tag(marker + 2), Tag::Determiner | Tag::Possessive) && !timed
            || reading.document.tag(marker + 3) == Tag::PossessiveMarker;
        let goes_on = !object && ["begin", "continue", "end", "last", "start"].contains(&lasts.as_ref());
        let joins = joins && (of_things && !body || !happens || goes_on);
        // "the owner of a factory that collapsed": persons are told of with "who".
        let human = |head: usize| {
            let noun = reading.document.lemma(head);
            crate::extract::entity::is_profession(&noun) || crate::extract::entity::is_human(&noun)
        };
        let that = reading.document.is(marker, "that") && longer.end.checked_sub(1).is_some_and(human);
        let joins = joins && !(that && phrase.end.checked_sub(1).is_some_and(|head| !human(head)));
        if joins && longer.is_empty() && phrase.start - first <= 4 {
            // Near the start of a sentence only its subject can stand, whatever its words look like.
            phrase.start = first;
        }
        if !joins || longer.is_empty() {
            break;
        }
        phrase.start = longer.start.max(first);
    }
    phrase
}

/// "the mill [her grandfather founded]", "the bill, [which he sent to Congress]": the noun before a clause that tells of it
/// and has a subject of its own is its object.
pub(super) fn told_of(wording: &Wording<'_, '_>, clause: &Clause, room: usize) -> Option<String> {
    let read = wording.reading.sentences.get(wording.sentence)?;
    let verb = read.groups.get(clause.group)?;
    let document = wording.reading.document;
    // "according to figures [it released] on Friday"
    // "the 245 million [it forecast] in May"
    let noun = |i: usize| document.tag(i).is_common_noun() || document.tag(i) == Tag::Number;
    let behind_noun = clause.subject.start.checked_sub(1).is_some_and(noun);
    let pronoun = clause.subject.len() == 1 && document.tag(clause.subject.start) == Tag::Pronoun;
    let timed = read.times.iter().any(|t| (verb.head + 1..verb.head + 3).contains(&t.tokens.start));
    let goes_on = matches!(document.tag(verb.head + 1), Tag::Preposition | Tag::To) && !timed;
    let bare = clause.kind == ClauseKind::Relative && !clause.subject.is_empty() || pronoun && behind_noun && !goes_on;
    let marker = clause.marker.filter(|m| *m < clause.subject.start);
    if clause.marker.is_some_and(|m| !["that", "which", "whom"].iter().any(|w| document.is(m, w))) {
        return None;
    }
    let start = marker.unwrap_or(clause.subject.start);
    let comma = start.checked_sub(1).filter(|c| marker.is_some() && document.word(*c) == ",");
    let start = comma.unwrap_or(start);
    // "the chair of geology at Vik, [which she held] until 1999"
    // "his wife, Ingrid, [whom he married] in 1963"
    let object = match marker.filter(|m| document.is(*m, "which") || document.is(*m, "whom")) {
        Some(marker) => antecedent(wording.reading, wording.sentence, marker),
        None => participants::phrase_before(wording.reading, start, start),
    };
    // "over fears it would amount to amnesty, [which] the office rejects": what is only supposed is told of as a whole.
    let supposed =
        comma.is_some() && read.groups.iter().rfind(|g| g.head < object.start).is_some_and(|g| g.conditional);
    let words =
        Some(object).filter(|o| bare && !supposed && !o.is_empty() && o.end <= start).map(|o| wording.words(o, &[]))?;
    let article = ["The ", "A ", "An "].iter().find(|article| words.starts_with(**article));
    let words = article.map_or(words.clone(), |article| words.replacen(article, &article.to_lowercase(), 1));
    (words.chars().count() <= room).then_some(words)
}

/// The comma before a phrase that an article opens.
fn comma_before(reading: &Reading<'_>, phrase: usize) -> Option<usize> {
    let article = reading.document.tag(phrase) == Tag::Determiner;
    phrase.checked_sub(1).filter(|comma| article && reading.document.word(*comma) == ",")
}

/// The tokens of the person's name that ends at `end`.
fn name_ending_at(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let last = reading.document.tokens.get(end.checked_sub(1)?)?.span;
    let name = reading.names_in(last).last().filter(|n| n.form == MentionForm::Name && n.span.end == last.end)?;
    let person = reading.entities.get(name.entity).is_some_and(|e| e.kind == EntityKind::Person);
    let tokens = reading.document.tokens_in(name.span);
    (person && !tokens.is_empty()).then_some(tokens)
}

/// "[Moss], a former pilot, [and Lowe], who chairs the panel,": two who are each told more of.
fn described_pair(reading: &Reading<'_>, subject: &Range<usize>) -> Option<String> {
    let document = reading.document;
    let comma = subject.clone().find(|i| document.is(*i, ","))?;
    let first = name_ending_at(reading, comma).filter(|name| name.start == subject.start)?;
    let and = (comma + 2..subject.end).find(|i| document.is(*i, "and") && document.is(i - 1, ","))?;
    let second = reading.name_at(and + 1).filter(|n| n.form == MentionForm::Name)?;
    let person = reading.entities.get(second.entity).is_some_and(|e| e.kind == EntityKind::Person);
    let words = |span: Span| span.of(reading.text());
    person.then(|| format!("{} and {}", words(reading.span(&first)), words(second.span)))
}

/// The subject's words: a pronoun gives way to the name it stands for, additions between commas go unless it is a list.
pub(super) fn subject_words(reading: &Reading<'_>, subject: Range<usize>) -> Option<String> {
    if subject.is_empty() {
        return None;
    }
    let opens = |i: &usize| reading.document.tokens.get(*i).is_some_and(|t| t.tag == Tag::OpenQuote);
    let subject = subject.clone().find(|i| !opens(i)).unwrap_or(subject.start)..subject.end;
    let subject = name_beside(reading, &subject).unwrap_or(subject);
    let subject = without_made(reading, subject);
    let only = reading.document.tokens.get(subject.start)?;
    if let Some(words) = stood_for(reading, &subject) {
        return Some(words);
    }
    if let Some(pair) = described_pair(reading, &subject) {
        return Some(pair);
    }
    if !names_a_doer(reading, &subject) {
        return None;
    }
    // "The 24-year-old joined": whose age it is, if the article tells.
    let aged = only.tag == Tag::Determiner
        && subject.len() == 2
        && reading.document.word(subject.start + 1).ends_with("-year-old")
        && reading.name_at(subject.start + 1).is_some();
    if matches!(only.tag, Tag::Pronoun | Tag::Existential) || is_bare(reading, &subject) || aged {
        let name = reading.name_at(subject.start + usize::from(aged)).filter(|n| n.form != MentionForm::Name)?;
        let name = reading.entities.get(name.entity).map(called)?;
        // "she [and two others] were called"
        let others = subject.start + 1..subject.end;
        let sentence = reading.sentence_at(only.span.start)?;
        return match reading.document.is(others.start, "and") && others.len() > 1 {
            true => Some(format!("{name} {}", Wording { reading, sentence, doer: None }.noun_phrase(others, 40))),
            false => Some(name),
        };
    }
    let sentence = reading.sentence_at(only.span.start)?;
    let article = if only.tag == Tag::Determiner { only.span.len() + 1 } else { 0 };
    let text = Wording { reading, sentence, doer: None }.noun_phrase(subject.clone(), 52 + article);
    let text = ["The ", "the ", "A ", "An ", "a ", "an "]
        .iter()
        .find_map(|d| text.strip_prefix(d))
        .unwrap_or(&text)
        .to_owned();
    let text = named_possessive(reading, subject.start, text);
    (!text.is_empty()).then_some(text)
}

/// The name, of a body with a long one the short name that the article has for it: "Nasa".
fn called(entity: &Entity) -> String {
    const LONG: usize = 28;
    let long = entity.kind == EntityKind::Organisation && entity.name.chars().count() > LONG;
    let short = |alias: &&String| {
        let letters = alias.chars().count();
        (3..=8).contains(&letters) && alias.chars().all(char::is_alphabetic) && alias.starts_with(char::is_uppercase)
    };
    entity.aliases.iter().find(|alias| long && short(alias)).unwrap_or(&entity.name).clone()
}

/// "[that] of a boy": the noun that it stands for, of the subject before.
fn stood_for(reading: &Reading<'_>, subject: &Range<usize>) -> Option<String> {
    let document = reading.document;
    let one = document.is(subject.start, "that");
    if !document.is(subject.start + 1, "of") || !one && !document.is(subject.start, "those") {
        return None;
    }
    let sentence = reading.sentence_at(document.tokens.get(subject.start)?.span.start)?;
    let clauses = &reading.sentences.get(sentence)?.clauses;
    let before = clauses.iter().rfind(|c| c.subject.end <= subject.start && !c.subject.is_empty())?.subject.clone();
    let head =
        before.take_while(|i| document.tag(*i) != Tag::Preposition).filter(|i| document.tag(*i).is_noun()).last()?;
    let noun = if one { document.lemma(head).into_owned() } else { document.word(head).to_owned() };
    let rest = Wording { reading, sentence, doer: None }.noun_phrase(subject.start + 1..subject.end, 40);
    Some(format!("{noun} {rest}"))
}

/// "a report [submitted in July] blamed": without its time the participle behind a noun says nothing.
fn without_made(reading: &Reading<'_>, subject: Range<usize>) -> Range<usize> {
    let document = reading.document;
    let made = |i: &usize| document.tag(*i) == Tag::VerbPastParticiple && document.tag(i - 1).is_common_noun();
    let Some(at) = subject.clone().skip(1).find(made) else { return subject };
    let sentence = document.tokens.get(at).and_then(|t| reading.sentence_at(t.span.start));
    let times = sentence.and_then(|s| reading.sentences.get(s)).map_or(&[][..], |s| &s.times);
    let timed = |i: usize| times.iter().any(|t| t.tokens.contains(&i));
    let only_time = at + 1 < subject.end
        && (at + 1..subject.end).all(|i| timed(i) || document.tag(i) == Tag::Preposition && timed(i + 1));
    if only_time { subject.start..at } else { subject }
}

/// "the daughter of a clerk, [Brandt]", "its founder, [Paul Devaux],": the name that a description stands beside.
fn name_beside(reading: &Reading<'_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let document = reading.document;
    let comma = |from: usize| (from..subject.end).find(|i| document.word(*i) == ",");
    let first = comma(subject.start)?;
    let name = first + 1..comma(first + 1).unwrap_or(subject.end);
    let kind = reading.name_at(name.start).filter(|n| n.form == MentionForm::Name);
    let kind = kind.and_then(|n| reading.entities.get(n.entity)).map(|e| e.kind)?;
    let described = document.tag(first - 1).is_common_noun()
        && reading.names_in(reading.span(&(subject.start..first))).iter().all(|n| n.form != MentionForm::Name);
    let alone = name.end == subject.end && !name.is_empty() && name.clone().all(|i| document.tag(i).is_proper_noun());
    (described && alone && matches!(kind, EntityKind::Person | EntityKind::Organisation)).then_some(name)
}

/// Whether the words can name who does something: a pronoun, or a phrase with a noun that neither hangs on a preposition
/// ("of disorder") nor is the rest of another clause ("misgendered the lawmaker", "kneeling in the snow", "’s event").
fn names_a_doer(reading: &Reading<'_>, subject: &Range<usize>) -> bool {
    let document = reading.document;
    let first = document.tag(subject.start);
    let next = document.tag(subject.start + 1);
    let measured = next == Tag::Number || matches!(document.tag(subject.start + 2), Tag::Number);
    match first {
        Tag::PossessiveMarker | Tag::To | Tag::WhWord => return false,
        Tag::Preposition if !measured => return false,
        // "some [carrying] photographs": what some did beside it is no happening of its own.
        _ if next == Tag::VerbGerund && ["some", "many", "others"].iter().any(|w| document.is(subject.start, w)) => {
            return false;
        }
        Tag::VerbGerund if matches!(next, Tag::Preposition | Tag::To) => return false,
        tag if tag.is_finite_verb() || tag == Tag::VerbPastParticiple => {
            if matches!(next, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Preposition) {
                return false;
            }
        }
        _ => {}
    }
    subject.clone().any(|i| {
        let tag = document.tag(i);
        tag.is_noun()
            || matches!(tag, Tag::Pronoun | Tag::Existential | Tag::Determiner | Tag::Possessive | Tag::VerbGerund)
            || tag == Tag::Number && subject.len() > 1
            || reading.name_at(i).is_some()
    })
}

/// A long list or a name with long titles gives way to the names: "Macron, Starmer and Zelensky".
pub(super) fn shortened(reading: &Reading<'_>, found: &Found, subject: &Range<usize>, who: String) -> String {
    // In a passive the doer stands elsewhere; the subject is what it is done to.
    let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
    let whole = reading.span(subject).of(reading.text()).chars().count().max(who.chars().count());
    if whole <= 40 || group.is_none_or(|g| g.passive) {
        return who;
    }
    let (parts, _) = participants::of_word(reading, found);
    let names: Vec<&Entity> = parts
        .iter()
        .filter(|p| p.part == Part::Agent)
        .filter_map(|p| reading.entities.get(p.entity.index()))
        .filter(|e| e.kind == EntityKind::Person)
        .collect();
    match names.as_slice() {
        [] => who,
        [one] if who.chars().count() > 40 && !participants::is_only_of(reading, subject, one) => one.name.clone(),
        [first, .., last] if names.len() <= 4 && !participants::is_only_of(reading, subject, first) => {
            let middle: String =
                names.iter().skip(1).take(names.len() - 2).map(|n| format!(", {}", short_name(n))).collect();
            format!("{}{middle} and {}", short_name(first), short_name(last))
        }
        _ => who,
    }
}

/// "Transport minister Ana Ruiz" gives way to "Ruiz" where all that she says fits a title only then.
pub(super) fn concise(
    reading: &Reading<'_>,
    found: &Found,
    subject: &Range<usize>,
    who: String,
    said: usize,
) -> String {
    let fits = |who: &String| who.chars().count() + said <= LONGEST;
    if fits(&who) {
        return who;
    }
    let (parts, _) = participants::of_word(reading, found);
    let mut agents = parts.iter().filter(|p| p.part == Part::Agent);
    let alone = agents.next().filter(|_| agents.next().is_none()).and_then(|p| reading.entities.get(p.entity.index()));
    let alone = alone
        .filter(|e| e.kind == EntityKind::Person && e.is_named() && !participants::is_only_of(reading, subject, e));
    alone.map(short_name).filter(fits).unwrap_or(who)
}

/// A subject of one demonstrative or number: "This", "Two", "both".
fn is_bare(reading: &Reading<'_>, subject: &Range<usize>) -> bool {
    subject.len() == 1
        && reading
            .document
            .tokens
            .get(subject.start)
            .is_some_and(|t| matches!(t.tag, Tag::Determiner | Tag::WhWord | Tag::Number | Tag::Possessive))
}

/// "Kennedy’s", "the Democrats’".
fn genitive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// "His office" becomes "Kennedy's office".
fn named_possessive(reading: &Reading<'_>, first: usize, text: String) -> String {
    let possessive = reading.document.tokens.get(first).is_some_and(|t| t.tag == Tag::Possessive);
    let name = reading.name_at(first).filter(|n| possessive && n.form == MentionForm::Pronoun);
    match (name.and_then(|n| reading.entities.get(n.entity)), text.split_once(' ')) {
        (Some(entity), Some((_, rest))) => format!("{} {rest}", genitive(&short_name(entity))),
        // "Its efforts" of whom nobody can tell from the title.
        (None, Some((its, rest))) if possessive && ["its", "their"].iter().any(|w| its.eq_ignore_ascii_case(w)) => {
            rest.to_owned()
        }
        _ => text,
    }
}
