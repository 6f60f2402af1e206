//! Titles: who did what, from the clause itself, as a headline would say it.
//!
//! The clause's own words are kept; time expressions go (the date is shown beside the title), pronouns give way to
//! names, and what is too long loses whole phrases from the end, never half of one.

mod deed;
mod photo;
mod quoted;
mod saying;
mod subject;
mod verb;

use self::deed::{called_on, due, of_charge, undergone};
use self::photo::photo;
use self::quoted::{spoken, statement};
use self::saying::{said_before, told_before};
pub(in crate::extract::event) use self::subject::antecedent;
use self::subject::{concise, doer_phrase, named_in, shortened, subject_of, subject_words, whose};
use self::verb::{goes_along, in_present, lowered, only_comes, with_negation, written_out};
use super::anchor::Evidence;
use super::candidate::{Candidate, clause_of};
use super::clause::{Clause, ClauseKind};
use super::joined::{self, particle_after};
use super::lexicon::{self, NounKind, VerbSet};
use super::mentions::Found;
use super::reading::Reading;
use super::wording::{Wording, cut, leads_on, tidy};
use crate::extract::text::{Tag, capitalised};
use crate::model::{Caption, Entity, EntityKind, EventClass, EventKind, Span, Tense};
use std::ops::Range;

/// The longest title, in characters.
pub(super) const LONGEST: usize = 80;

/// A title for a candidate; `None` when its words make none that a reader would understand alone.
pub(super) fn of(reading: &Reading<'_>, candidate: &Candidate, captions: &[Caption]) -> Option<String> {
    let title = match candidate.kind {
        EventKind::Statement => statement(reading, candidate).or_else(|| told(reading, candidate)),
        EventKind::Photo => candidate.photo.and_then(|i| captions.get(i)).map(|c| photo(reading, c)),
        EventKind::Happening => told(reading, candidate),
    }?;
    let title =
        without_marks(title.trim().trim_start_matches([':', ',', ';', '–', '—', '*', '•', ' ']), candidate.kind);
    // "[whom] the king met"
    let title = without_clock(without_label(title));
    let title = ["whom the ", "whom "].iter().find_map(|w| title.strip_prefix(w)).unwrap_or(title);
    // "approved in 2019 and delayed once[.]"
    let word = |rest: &str| rest.rsplit(' ').next().is_some_and(|w| w.len() > 2 && w.chars().all(char::is_lowercase));
    let stop = title.strip_suffix('.').filter(|rest| word(rest));
    let title = capitalised(&tidy(stop.unwrap_or(title)));
    (title.chars().filter(|c| c.is_alphanumeric()).count() > 3).then_some(title)
}

/// "A: The inquiry opens": without the letter that marks an answer.
fn without_label(title: &str) -> &str {
    let label = title.split_once(": ").filter(|(label, _)| label.chars().count() == 1);
    label.map_or(title, |(_, rest)| rest)
}

/// "15:05 A man was held": without the time with which an entry begins, and the article behind it.
fn without_clock(title: &str) -> &str {
    let clock = |word: &str| {
        let digits =
            |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        word.split_once([':', '.'])
            .is_some_and(|(hour, minute)| digits(hour, 2) && minute.len() == 2 && digits(minute, 2))
    };
    let Some((_, rest)) =
        title.split_once(' ').filter(|(word, rest)| clock(word) && rest.starts_with(char::is_uppercase))
    else {
        return title;
    };
    ["The ", "A ", "An "].iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest)
}

/// Without what sticks to a title from its neighbourhood: a picture's number ("3World leaders"), half a pair of
/// quotation marks.
fn without_marks(title: &str, kind: EventKind) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    // "3World leaders", but "3M policy".
    let word = rest.starts_with(char::is_uppercase) && rest.chars().nth(1).is_some_and(char::is_lowercase);
    let title = if word { rest } else { title };
    let open = title.chars().filter(|c| *c == '“').count();
    let close = title.chars().filter(|c| *c == '”').count();
    // "“Monsters of Rock” tour was headlined": a pair within the title stays.
    let whole = open == 1 && title.starts_with('“') && title.ends_with('”');
    if kind == EventKind::Statement || open == close && !whole {
        return title;
    }
    title.trim_matches(|c: char| c.is_whitespace() || "“”,".contains(c))
}

/// The last name of a person, else the name.
pub(super) fn short_name(entity: &Entity) -> String {
    let last = entity.name.rsplit(' ').find(|w| !["Jr", "Jr.", "Sr", "Sr.", "II", "III"].contains(w));
    // "Yao Zhe" whom the article calls Yao.
    let part = |alias: &&String| entity.name.split(' ').any(|word| word == alias.as_str());
    let called = entity.aliases.iter().find(|alias| Some(alias.as_str()) == last);
    let called = called.or_else(|| entity.aliases.iter().find(part));
    match called.map(String::as_str).or(last) {
        Some(last) if entity.kind == EntityKind::Person && last.chars().count() > 2 => last.to_owned(),
        _ => entity.name.clone(),
    }
}

fn told(reading: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let found = reading.found.get(candidate.main?)?;
    if candidate.date.is_some()
        && candidate.evidence == Some(Evidence::Own)
        && let Some(title) = of_charge(reading, found)
    {
        return Some(title);
    }
    match found.group {
        Some(_) => {
            // "ways [used] to light the streets in 500 BC": the verb that tells of them has another day.
            let participle = reading.document.tag(found.token) == Tag::VerbPastParticiple;
            let other = participle && candidate.evidence == Some(Evidence::Own);
            let word = lexicon::lower(found.span.of(reading.text()));
            of_verb(reading, found).filter(|t| !other || t.to_lowercase().contains(word.as_ref()))
        }
        // A single word says too little, unless it is a day that people wait for or come to: "Election", "Funeral".
        None => {
            of_noun(reading, found).filter(|title| title.contains(' ') || is_day_of_many(reading, found, candidate))
        }
    }
}

/// Whether a word names what many know by its day alone.
fn is_day_of_many(reading: &Reading<'_>, found: &Found, candidate: &Candidate) -> bool {
    let known = [NounKind::Vote, NounKind::Ceremony, NounKind::Sport, NounKind::Protest, NounKind::Justice];
    let polls = ["election", "elections", "referendum"];
    let day = candidate.date.as_ref().and_then(|date| date.hull().as_day());
    // What is ahead, be it a meeting, is worth its word.
    if day > reading.times.reference_date.range.latest && day.is_some() {
        return true;
    }
    let day = day.is_some();
    (day || polls.iter().any(|word| reading.document.is(found.token, word)))
        && found.noun.is_some_and(|kind| known.contains(&kind))
}

/// "Police searched the offices": subject, verb and what follows it, from the word's own clause.
fn of_verb(reading: &Reading<'_>, found: &Found) -> Option<String> {
    let read = reading.sentences.get(found.sentence)?;
    let group = read.groups.get(found.group?)?;
    let clause = clause_of(reading, found)?;
    let own = clause.group == found.group?;
    if let Some(title) = said_before(reading, found, group) {
        return Some(title);
    }
    let subject = if own { subject_of(reading, found, clause) } else { doer_phrase(reading, found, group, clause) };
    // "jailed for [murdering a girl]": told by its governor it would bear the wrong day.
    let before = group.first.checked_sub(1).map_or(Tag::Other, |b| reading.document.tag(b));
    if !own && before == Tag::Preposition && reading.document.tag(group.head) == Tag::VerbGerund {
        return None;
    }
    if !own
        && let Some(title) = called_on(reading, found, group)
            .or_else(|| due(reading, found, group))
            .or_else(|| undergone(reading, found, group))
    {
        return Some(title);
    }
    if !own && (subject.is_empty() || group.tense == Tense::Infinitive) {
        // Told by the verb on which it depends: "selected Northrop [to build the aircraft]".
        let told = |title: &String| title.contains(found.span.of(reading.text()));
        if let Some(title) = of_clause_verb(reading, found).filter(told) {
            return Some(title);
        }
    }
    let Some(who) = subject_words(reading, subject.clone()) else { return spoken(reading, found) };
    // "has until [Friday to answer] it": a day does nothing. "It came on the eve of the vote": what came, another tells.
    let timed = !subject.is_empty()
        && read.times.iter().any(|time| time.tokens.start <= subject.start && subject.end <= time.tokens.end);
    let it = found.lemma == "come" && subject.len() == 1 && reading.document.tag(subject.start) == Tag::Pronoun;
    if timed || own && it && reading.document.is(subject.start, "it") {
        return None;
    }
    // "in [statements published] on Sunday": a bare plural says too little of what was published.
    if !own && subject.len() == 1 && before.is_common_noun() && !before.is_proper_noun() {
        return None;
    }
    let who = whose(reading, found, clause, own, shortened(reading, found, &subject, who));
    let wording = Wording { reading, sentence: found.sentence, doer: named_in(reading, &subject) };
    let first = if own || !group.is_participle() { with_negation(reading, group.first) } else { group.head };
    // "destroyed [and jammed] 49 drones"
    let partner = joined::partner(reading, found);
    let last = partner.map_or(group.head, |partner| partner.head);
    let head = particle_after(reading, last).unwrap_or(last) + 1;
    let verb = wording.words(first..head, &[]);
    let opens = reading.document.sentences.get(found.sentence).is_some_and(|s| s.tokens.start == first);
    let verb = if opens { lowered(&verb) } else { verb };
    let along = !own && goes_along(reading, group);
    let verb = if along { in_present(reading, &subject, group.head, &verb) } else { verb };
    let content = read.clauses.iter().find(|c| c.kind == ClauseKind::Content && c.governor == found.group);
    // "said the dam broke [and that nobody had warned them]": what the saying tells beside it.
    let beside = |m: usize| m > head && reading.document.tag(m - 1) == Tag::Conjunction;
    let content = content.filter(|c| !c.marker.is_some_and(beside) || group.is(VerbSet::REPORTING));
    let speaks = own && (group.is(VerbSet::REPORTING) || content.is_some());
    let whole = partner.and_then(|_| read.clauses.get(found.clause? + 1)).unwrap_or(clause).tokens.end;
    let end = if speaks { content_end(reading, found) } else { whole.max(head) };
    let end = match read.groups.get(clause.group).filter(|_| !own) {
        Some(verb) if verb.first >= head => end.min(verb.first),
        // "When the teacher left the village[, the mayor] moved in"
        _ if own && (clause.kind == ClauseKind::Relative || opens_sentence(reading, found.sentence, clause)) => {
            relative_end(reading, head, end)
        }
        _ => end,
    };
    // "The inquiry, [set up] in 2019, never reported": told by its own words, not by its sentence's verb.
    let past = matches!(reading.document.tag(group.head), Tag::VerbPastParticiple | Tag::VerbPast);
    let of_noun = before.is_noun() && !matches!(found.lemma.as_ref(), "date" | "base" | "call" | "name" | "lead");
    let told_aside = !own && past && group.is_participle() && (before.is_punctuation() || of_noun);
    let end = if told_aside || along { aside_end(reading, head, end) } else { end };
    let whole = || verb.chars().count() + wording.words(head..end, &[]).chars().count() + 2;
    let who = if speaks { concise(reading, found, &subject, who, whole()) } else { who };
    let room = LONGEST.saturating_sub(who.chars().count() + verb.chars().count() + 2);
    let rest = match content.filter(|_| speaks).and_then(|c| wording.content(c, head, end, room)) {
        Some(content) => content,
        None if speaks => content_words(&wording, head..end, room),
        None => wording.complement(head..end, room),
    };
    // "the riots, which he [referred to] as spying"
    let stranded = matches!(reading.document.tag(head), Tag::To | Tag::Preposition)
        && (matches!(reading.document.tag(head + 1), Tag::Preposition | Tag::WhWord)
            || reading.document.tag(head + 1).is_punctuation())
        && clause.kind == ClauseKind::Relative;
    let object = if own && lacks_object(reading, found.sentence, head) {
        subject::told_of(&wording, clause, room)
    } else {
        None
    };
    let rest = match (object, rest.split_once(' ').filter(|_| stranded)) {
        (Some(object), Some((to, rest))) => wording.joined(&format!("{to} {object}"), rest, room),
        // "which it has refused [to consider]"
        (Some(object), None) if reading.document.tag(head + 1) == Tag::VerbBase && rest.starts_with("to ") => {
            let behind = rest.match_indices(' ').nth(1).map_or(rest.len(), |(at, _)| at);
            let (verb, rest) = rest.split_at(behind);
            wording.joined(&format!("{verb} {object}"), rest.trim_start(), room)
        }
        (Some(object), None) => wording.joined(&object, &rest, room),
        (None, _) => rest,
    };
    let rest = if rest.trim() == "…" { String::new() } else { rest };
    // "agreed to decide [whether the state may …]": what is decided counts.
    let undecided = own && !speaks && reading.document.is(end, "whether") && reading.document.tag(end - 1).is_verb();
    let rest = if undecided { cut(&wording.words(head..content_end(reading, found), &[]), room) } else { rest };
    // "has slammed [those] who came"
    let all_told = head == end || reading.document.is(head, "those");
    let cut_off = rest.is_empty() && own && all_told && !reading.document.tag(head).is_punctuation();
    let rest = if cut_off { content_words(&wording, head..content_end(reading, found), room) } else { rest };
    // "laws on asylum in [the UK expected] next month": what hangs on a preposition is not what is expected.
    let hangs = subject.start.checked_sub(1).is_some_and(|i| reading.document.tag(i) == Tag::Preposition);
    if rest.is_empty()
        && !own
        && let Some(title) = announced(reading, found, clause).filter(|_| !told_aside || hangs)
    {
        return Some(title);
    }
    // "was arrested in May and [charged] in June"
    if rest.is_empty()
        && !own
        && let Some(was) = wording.shared_copula(clause, group)
    {
        return Some(format!("{who} {was}{verb}"));
    }
    if rest.is_empty() && !own && !told_aside && !along {
        return of_clause_verb(reading, found);
    }
    // "lasted [until midnight]": without its time it says nothing.
    let shows = matches!(found.lemma.as_ref(), "show" | "indicate" | "suggest");
    if (speaks || shows)
        && content.is_none()
        && own
        && let Some(title) =
            told_before(&wording, clause, &who, &format!("{verb} {}", rest.split(',').next().unwrap_or("")))
    {
        return Some(title);
    }
    let lasts = matches!(found.lemma.as_ref(), "last" | "continue" | "remain");
    // "Workers were told on Nov. 5": of what, the article does not say.
    let told = !group.passive && (group.is(VerbSet::REPORTING) || group.is(VerbSet::PERCEPTION));
    // "The ministry said [in a statement]": where, but not what.
    let nothing = found.lemma == "say" && content.is_none() && reading.document.tag(head) == Tag::Preposition;
    if own && nothing && rest.split(' ').count() <= 4 {
        return None;
    }
    // "put the chance [at 66 percent]": without the figure it says nothing.
    let measured = |i: usize| {
        reading.document.is(i, "at") && {
            let next = reading.document.tag(i + 1);
            next == Tag::Number
                || next == Tag::Symbol
                || ["less", "more", "between", "about"].iter().any(|w| reading.document.is(i + 1, w))
        }
    };
    let figure =
        matches!(found.lemma.as_ref(), "put" | "estimate") && (head..content_end(reading, found)).any(measured);
    if own && figure && !format!(" {rest}").contains(" at ") {
        return None;
    }
    // "The attacks came [shortly after] the vote"
    let scene = own && only_comes(reading, found, &subject);
    if rest.is_empty() && (lasts || told || scene || says_too_little(reading, found, clause, &subject)) {
        return None;
    }
    // "takes place on January 30[,] in Lisbon": the comma goes with its time.
    let place = rest.strip_prefix(", ").filter(|rest| ["at ", "in ", "on "].iter().any(|p| rest.starts_with(p)));
    // "tried, but failed[,] to hijack"
    let place = place.or_else(|| rest.strip_prefix(", ").filter(|rest| rest.starts_with("to ")));
    let rest = place.map_or(rest.as_str(), |place| place);
    let gap = if rest.starts_with(',') { "" } else { " " };
    let title = format!("{who} {}{gap}{rest}", written_out(&verb, group));
    Some(cut(title.trim(), LONGEST))
}

/// The title of the finite verb of a word's clause.
fn of_clause_verb(reading: &Reading<'_>, found: &Found) -> Option<String> {
    let finite = super::attach::clause_verb(reading, found.sentence, found.clause)?;
    of_verb(reading, reading.found.get(finite).filter(|f| f.token != found.token)?)
}

/// "with [laws banning migrants expected] next month": what a participle at the end of its phrase tells of.
fn announced(reading: &Reading<'_>, found: &Found, clause: &Clause) -> Option<String> {
    let document = reading.document;
    let comma = (clause.tokens.start..found.token).rev().find(|i| document.word(*i) == ",")?;
    let opens = |i: &usize| matches!(document.tag(*i), Tag::Conjunction | Tag::Preposition);
    let start = (comma + 1..found.token).find(|i| !opens(i))?;
    let verb = reading
        .sentences
        .get(found.sentence)?
        .groups
        .iter()
        .any(|g| g.finite && g.head >= start && g.head < found.token);
    let text = Wording { reading, sentence: found.sentence, doer: None }.words(start..found.token + 1, &[]);
    let fits = matches!(document.tag(found.token), Tag::VerbPastParticiple | Tag::VerbPast)
        && found.token - start >= 2
        && !verb;
    (fits && text.chars().count() <= LONGEST).then_some(text)
}

/// Whether no object follows a verb: its clause ends, or a phrase that begins with a preposition follows.
fn lacks_object(reading: &Reading<'_>, sentence: usize, at: usize) -> bool {
    let tag = reading.document.tag(at);
    // "the fact that they had chosen [to square positions]"
    let object = reading.document.tag(at + 2);
    let aims = tag == Tag::To && reading.document.tag(at + 1) == Tag::VerbBase;
    if aims && (object.is_noun() || object.is_adjective() || matches!(object, Tag::Determiner | Tag::Possessive)) {
        return false;
    }
    let timed = reading.sentences.get(sentence).is_some_and(|s| s.times.iter().any(|t| t.tokens.start == at));
    timed || tag.is_punctuation() || tag.is_finite_verb() || matches!(tag, Tag::Preposition | Tag::To | Tag::Other)
}

/// Whether a clause tells a circumstance before the main clause of its sentence.
fn opens_sentence(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> bool {
    let first = reading.document.sentences.get(sentence).map(|s| s.tokens.start);
    clause.kind == ClauseKind::Adverbial && clause.marker.is_some() && clause.marker == first
}

/// A relative clause ends at its first comma: "who worked on the ship[, Dag Ulven,]".
fn relative_end(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    (from..end).find(|i| reading.document.word(*i) == ",").unwrap_or(end)
}

/// A participle between commas ends at the second, or where another is joined to it: "built in 1999 [and bought by a firm]".
fn aside_end(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let joins = |i: usize| {
        reading.document.tag(i) == Tag::Conjunction
            && matches!(reading.document.tag(i + 1), Tag::VerbPastParticiple | Tag::VerbPast | Tag::VerbGerund)
    };
    (from..end).find(|i| reading.document.word(*i) == "," || joins(*i)).unwrap_or(end)
}

/// "works on the pier, which began": what is said to begin must be a happening, or somebody must do it.
fn says_too_little(reading: &Reading<'_>, found: &Found, clause: &Clause, subject: &Range<usize>) -> bool {
    let vague = found.class == EventClass::Aspectual
        || ["follow", "come", "go", "do", "make", "take", "get", "arise"].contains(&found.lemma.as_ref())
            && particle_after(reading, found.token).is_none();
    let occasion =
        reading.sentences.get(found.sentence).and_then(|s| reading.found.get(s.found.clone())).unwrap_or(&[]);
    let happens = occasion.iter().any(|f| f.noun.is_some() && subject.contains(&f.token));
    let first = reading.document.sentences.get(found.sentence).map_or(0, |s| s.tokens.start);
    let whose = clause.marker.is_some_and(|m| reading.document.is(m, "whose"));
    let relative = clause.kind == ClauseKind::Relative && subject.start > first && !whose;
    relative && vague && !happens && (found.class != EventClass::Aspectual || named_in(reading, subject).is_none())
}

/// Where what somebody says ends: at the next clause that the article tells itself.
fn content_end(reading: &Reading<'_>, found: &Found) -> usize {
    let end = reading.document.sentences.get(found.sentence).map_or(found.token + 1, |s| s.tokens.end);
    let clauses = reading.sentences.get(found.sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
    clauses.iter().find(|c| c.tokens.start > found.token && c.kind == ClauseKind::Main).map_or(end, |c| c.tokens.start)
}

/// What somebody says, cut with an ellipsis where whole phrases would leave it without its verb.
fn content_words(wording: &Wording<'_, '_>, tokens: Range<usize>, room: usize) -> String {
    let tokens = wording.without_when(tokens);
    let short = wording.shortened(tokens.clone(), room);
    if leads_on(&short) {
        let end = wording.reading.document.sentences.get(wording.sentence).map_or(tokens.end, |s| s.tokens.end);
        return cut(&wording.words(tokens.start..end, &[]), room);
    }
    let Some(read) = wording.reading.sentences.get(wording.sentence) else { return short };
    let verb = |kind: fn(ClauseKind) -> bool| {
        let clauses = read.clauses.iter().filter(|c| kind(c.kind));
        clauses.filter_map(|c| read.groups.get(c.group)).find(|g| tokens.contains(&g.head))
    };
    let Some(verb) = verb(|kind| kind != ClauseKind::Relative) else {
        // "that the boy, who was hurt, [had run]": what is said goes on behind a clause that only tells of its subject.
        let end = wording.reading.document.sentences.get(wording.sentence).map_or(tokens.end, |s| s.tokens.end);
        let goes_on = verb(|_| true).is_some() && wording.reading.document.word(tokens.end.saturating_sub(1)) == ",";
        return if goes_on { cut(&wording.words(tokens.start..end, &[]), room) } else { short };
    };
    let whole = wording.words(tokens.start..verb.head + 1, &[]);
    if short.chars().count() >= whole.trim_end().chars().count() {
        return short;
    }
    cut(&wording.words(tokens, &[]), room)
}

/// "Assassination of Rabin at a Tel Aviv peace rally": the noun with its modifiers and the phrases after it.
fn of_noun(reading: &Reading<'_>, found: &Found) -> Option<String> {
    let sentence = reading.document.sentences.get(found.sentence)?;
    let mut start = found.token;
    while start > sentence.tokens.start {
        let Some(before) = reading.document.tokens.get(start - 1) else { break };
        let belongs = before.tag.is_noun()
            || before.tag.is_adjective()
            || matches!(before.tag, Tag::PossessiveMarker | Tag::Number | Tag::VerbPastParticiple);
        // "this year's [session]" says less than the date beside the title; "the 2021 riots" are called so.
        let timed =
            reading.times.timexes.iter().any(|t| {
                t.span.overlaps(before.span) && !t.span.of(reading.text()).contains(|c: char| c.is_ascii_digit())
            });
        if !belongs || timed {
            break;
        }
        start -= 1;
    }
    if reading.document.tag(start) == Tag::PossessiveMarker {
        start += 1;
    }
    if let Some(title) = of_governing_verb(reading, found, start) {
        return Some(title);
    }
    let read = reading.sentences.get(found.sentence)?;
    let verb = read.groups.iter().map(|g| g.first).find(|g| *g > found.token);
    // "After the revolution of April 1974 [she] came home"
    let doer = read.clauses.iter().map(|c| c.subject.start).find(|s| *s > found.token);
    let stop = verb.map(|verb| doer.map_or(verb, |doer| doer.min(verb)));
    const VERB_ONLY: [&str; 6] = ["amid", "because", "despite", "for", "over", "without"];
    let article =
        start.checked_sub(1).filter(|at| matches!(reading.document.tag(*at), Tag::Determiner | Tag::Possessive));
    let timed = read.times.iter().any(|t| (start..found.token).contains(&t.tokens.start));
    let undergoes = timed && article.is_some_and(|at| at > 0 && reading.document.tag(at - 1).is_verb());
    let end = (found.token + 1..stop.unwrap_or(sentence.tokens.end))
        .find(|i| {
            // "ceasefire between the army [and] the rebels"
            let between = (found.token + 1..*i).any(|b| reading.document.is(b, "between"))
                && (found.token + 1..*i).all(|b| reading.document.tag(b) != Tag::Conjunction);
            let (tag, that) = (reading.document.tag(*i), reading.document.is(*i, "that"));
            // "annulled [the 2019 poll] over fraud": what the verb was done for or over.
            let of_verb = undergoes && VERB_ONLY.iter().any(|word| reading.document.is(*i, word));
            tag.is_punctuation() || tag == Tag::WhWord || that || of_verb || tag == Tag::Conjunction && !between
        })
        .unwrap_or(stop.unwrap_or(sentence.tokens.end));
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let head = wording.words(start..found.token + 1, &[]);
    let room = LONGEST.saturating_sub(head.chars().count() + 1);
    let rest = wording.complement(found.token + 1..end, room);
    let title = if rest.is_empty() { head } else { format!("{head} {rest}") };
    Some(cut(&title, LONGEST))
}

/// "opened [the crossing]": the verb whose object a noun is tells more than the noun.
fn of_governing_verb(reading: &Reading<'_>, found: &Found, start: usize) -> Option<String> {
    let article = |i: usize| matches!(reading.document.tag(i), Tag::Determiner | Tag::Possessive);
    let before = start.checked_sub(1)?;
    let verb = if article(before) { before.checked_sub(1)? } else { before };
    let word = reading.found.get(super::attach::found_at(reading, found.sentence, verb)?)?;
    // "citing [treaties] of 1929": cited now.
    if matches!(word.lemma.as_ref(), "cite" | "recall" | "refer") {
        return None;
    }
    let read = reading.sentences.get(found.sentence)?;
    let light = read.groups.get(word.group?)?.is(VerbSet::LIGHT);
    // "have invoked [the 1898 ruling]": the day of the ruling is not that of the verb; that of "held Monday's vote" is.
    if !light && read.times.iter().any(|t| (start..found.token).contains(&t.tokens.start)) {
        return None;
    }
    let title = of_verb(reading, word)?;
    title.contains(found.span.of(reading.text())).then_some(title)
}

/// The span of the sentence, for callers that need a text of last resort.
pub(super) fn sentence_span(reading: &Reading<'_>, sentence: usize) -> Span {
    reading.document.sentences.get(sentence).map(|s| s.span).unwrap_or_default()
}
