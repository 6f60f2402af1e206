//! Titles: who did what, from the clause itself, as a headline would say it.
//!
//! The clause's own words are kept; time expressions go (the date is shown beside the title), pronouns give way to
//! names, and what is too long loses whole phrases from the end, never half of one.

use super::candidate::{Candidate, clause_of};
use super::clause::ClauseKind;
use super::lexicon::{self, VerbSet};
use super::mentions::Found;
use super::participants;
use super::reading::Reading;
use crate::extract::text::Tag;
use crate::model::{Caption, Entity, EntityKind, EventKind, MentionForm, Part, QuoteKind, Span};
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
    let title = capitalised(without_marks(title.trim(), candidate.kind));
    (title.chars().filter(|c| c.is_alphanumeric()).count() > 3).then_some(title)
}

/// Without what sticks to a title from its neighbourhood: a picture's number ("3World leaders"), half a pair of
/// quotation marks.
fn without_marks(title: &str, kind: EventKind) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = if rest.starts_with(char::is_uppercase) { rest } else { title };
    let open = title.chars().filter(|c| *c == '“').count();
    let close = title.chars().filter(|c| *c == '”').count();
    if kind == EventKind::Statement || open == close && !title.starts_with('“') {
        return title;
    }
    title.trim_matches(|c: char| c.is_whitespace() || "“”,".contains(c))
}

/// `Macron: “There are several layers of security guarantees…”`.
fn statement(reading: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let direct = |i: &&usize| reading.quotes.get(**i).is_some_and(|q| q.kind == QuoteKind::Direct);
    let quote = reading.quotes.get(*candidate.quotes.iter().find(direct)?)?;
    let speaker = match quote.speaker.and_then(|s| reading.entities.get(s.index())) {
        Some(entity) => short_name(entity),
        None => capitalised(quote.source?.of(reading.text()).trim()),
    };
    let words = quote.parts.first().unwrap_or(&quote.span).of(reading.text());
    let words = tidy(words.trim_matches(|c: char| c.is_whitespace() || "“”„«»\"".contains(c)));
    let room = LONGEST.checked_sub(speaker.chars().count() + 5)?;
    Some(format!("{speaker}: “{}”", first_sentence(&words, room)))
}

/// As much of what was said as fits: its first sentence if it is a full one, else cut at a word, with an ellipsis.
fn first_sentence(words: &str, room: usize) -> String {
    let end = words.find(['.', '!', '?']).map_or(words.len(), |i| i + 1);
    let sentence = words.get(..end).unwrap_or(words);
    let enough = sentence.chars().count() >= 12;
    if enough && sentence.chars().count() <= room {
        return sentence.trim_end_matches(['.', ',', ';']).to_owned();
    }
    cut(words, room)
}

/// At most `room` characters, cut between words, with an ellipsis where something is left out.
pub(super) fn cut(words: &str, room: usize) -> String {
    if words.chars().count() <= room {
        return words.trim_end_matches(['.', ',', ';', ':']).to_owned();
    }
    let limit = words.char_indices().nth(room.saturating_sub(1)).map_or(words.len(), |(i, _)| i);
    let head = words.get(..limit).unwrap_or(words);
    let head = head.rfind(char::is_whitespace).and_then(|i| head.get(..i)).unwrap_or(head);
    format!("{}…", head.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-“(".contains(c)))
}

/// The last name of a person, else the name.
pub(super) fn short_name(entity: &Entity) -> String {
    let last = entity.name.rsplit(' ').find(|w| !["Jr", "Jr.", "Sr", "Sr.", "II", "III"].contains(w));
    match last {
        Some(last) if entity.kind == EntityKind::Person && last.chars().count() > 2 => last.to_owned(),
        _ => entity.name.clone(),
    }
}

fn told(reading: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let found = reading.found.get(candidate.main?)?;
    match found.group {
        Some(_) => of_verb(reading, found),
        None => of_noun(reading, found),
    }
}

fn of_verb(reading: &Reading<'_>, found: &Found) -> Option<String> {
    let group = reading.sentences.get(found.sentence)?.groups.get(found.group?)?;
    let clause = clause_of(reading, found)?;
    let own = clause.group == found.group?;
    let subject = match clause.marker.filter(|_| own && clause.kind == ClauseKind::Relative) {
        Some(marker) if clause.subject.is_empty() => antecedent(reading, found.sentence, marker),
        _ if own => {
            super::pronoun::happening(reading, found.sentence, clause).unwrap_or_else(|| clause.subject.clone())
        }
        _ => participants::phrase_before(reading, found.token, group.first),
    };
    let who = subject_words(reading, subject).map(|who| shortened(reading, found, who))?;
    let first = if own || !group.is_participle() { group.first } else { group.head };
    let end = if own && group.is(VerbSet::REPORTING) {
        content_end(reading, found)
    } else {
        clause.tokens.end.max(group.head + 1)
    };
    let verb = words(reading, first..group.head + 1, found.sentence);
    let verb = if group.tense == crate::model::Tense::Infinitive && !own {
        verb.trim_start_matches("is ").to_owned()
    } else {
        verb
    };
    let room = LONGEST.saturating_sub(who.chars().count() + verb.chars().count() + 2);
    let rest = if own && group.is(VerbSet::REPORTING) {
        content(reading, group.head + 1..end, found.sentence, room)
    } else {
        complement(reading, group.head + 1..end, found.sentence, room)
    };
    if rest.is_empty() && group.is(VerbSet::REPORTING) {
        return None;
    }
    if rest.is_empty() && !group.finite {
        let finite = super::attach::clause_verb(reading, found.sentence, found.clause);
        return of_verb(reading, reading.found.get(finite?).filter(|f| f.token != found.token)?);
    }
    let title = [who.as_str(), verb.as_str(), rest.as_str()]
        .iter()
        .filter(|s| !s.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    Some(cut(&title, LONGEST))
}

/// The noun phrase that a relative clause tells of: "the two crewmen of the ferry, [who drowned]".
fn antecedent(reading: &Reading<'_>, sentence: usize, marker: usize) -> Range<usize> {
    let first = reading.document.sentences.get(sentence).map_or(marker, |s| s.tokens.start);
    let comma = marker > first && reading.document.word(marker - 1) == ",";
    let end = if comma { marker - 1 } else { marker };
    let of_things = reading.document.word(marker).eq_ignore_ascii_case("which");
    let mut phrase = participants::phrase_before(reading, end, end);
    while phrase.start > first + 1 {
        let before = lexicon::lower(reading.document.word(phrase.start - 1));
        let joins = before == "of" || of_things && matches!(before.as_ref(), "on" | "in" | "at");
        let longer = participants::phrase_before(reading, phrase.start - 1, phrase.start - 1);
        if !joins || longer.is_empty() {
            break;
        }
        phrase.start = longer.start.max(first);
    }
    phrase
}

/// Where what somebody says ends: at the next clause that the article tells itself.
fn content_end(reading: &Reading<'_>, found: &Found) -> usize {
    let end = reading.document.sentences.get(found.sentence).map_or(found.token + 1, |s| s.tokens.end);
    let clauses = reading.sentences.get(found.sentence).map(|s| s.clauses.as_slice()).unwrap_or(&[]);
    clauses.iter().find(|c| c.tokens.start > found.token && c.kind == ClauseKind::Main).map_or(end, |c| c.tokens.start)
}

/// What somebody says, cut with an ellipsis where whole phrases would leave it without its verb.
fn content(reading: &Reading<'_>, tokens: Range<usize>, sentence: usize, room: usize) -> String {
    let short = complement(reading, tokens.clone(), sentence, room);
    let Some(read) = reading.sentences.get(sentence) else { return short };
    let verb = read.clauses.iter().filter_map(|c| read.groups.get(c.group)).find(|g| tokens.contains(&g.head));
    let Some(verb) = verb else { return short };
    let whole = words(reading, tokens.start..verb.head + 1, sentence);
    if short.chars().count() >= whole.trim_end().chars().count() {
        return short;
    }
    cut(&words(reading, tokens, sentence), room)
}

/// The subject's words: a pronoun gives way to the name it stands for, additions between commas go unless it is a list.
fn subject_words(reading: &Reading<'_>, subject: Range<usize>) -> Option<String> {
    if subject.is_empty() {
        return None;
    }
    let opens = |i: &usize| reading.document.tokens.get(*i).is_some_and(|t| t.tag == Tag::OpenQuote);
    let subject = subject.clone().find(|i| !opens(i)).unwrap_or(subject.start)..subject.end;
    let only = reading.document.tokens.get(subject.start)?;
    if matches!(only.tag, Tag::Pronoun | Tag::Existential) || is_bare(reading, &subject) {
        let name = reading.name_at(subject.start).filter(|n| n.form != MentionForm::Name)?;
        return reading.entities.get(name.entity).map(|e| e.name.clone());
    }
    let end = essential_end(reading, &subject);
    let sentence = reading.sentence_at(only.span.start)?;
    let text = words(reading, subject.start..end, sentence);
    let text = ["The ", "the ", "A ", "An ", "a ", "an "]
        .iter()
        .find_map(|d| text.strip_prefix(d))
        .unwrap_or(&text)
        .to_owned();
    let text = named_possessive(reading, subject.start, text);
    (!text.is_empty()).then(|| cut(&text, 52))
}

/// A long list or a name with long titles gives way to the names: "Macron, Starmer and Zelensky".
fn shortened(reading: &Reading<'_>, found: &Found, who: String) -> String {
    // In a passive the doer stands elsewhere; the subject is what it is done to.
    let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
    if who.chars().count() <= 40 || group.is_none_or(|g| g.passive) {
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
        [one] => one.name.clone(),
        [first, .., last] if names.len() <= 4 => {
            let middle: String =
                names.iter().skip(1).take(names.len() - 2).map(|n| format!(", {}", short_name(n))).collect();
            format!("{}{middle} and {}", short_name(first), short_name(last))
        }
        _ => who,
    }
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

/// "His office" becomes "Kennedy's office".
fn named_possessive(reading: &Reading<'_>, first: usize, text: String) -> String {
    let possessive = reading.document.tokens.get(first).is_some_and(|t| t.tag == Tag::Possessive);
    let name = reading.name_at(first).filter(|n| possessive && n.form == MentionForm::Pronoun);
    match (name.and_then(|n| reading.entities.get(n.entity)), text.split_once(' ')) {
        (Some(entity), Some((_, rest))) => format!("{}’s {rest}", short_name(entity)),
        _ => text,
    }
}

/// Where the subject's additions begin: at the first comma, unless commas part a list.
fn essential_end(reading: &Reading<'_>, subject: &Range<usize>) -> usize {
    let is = |i: usize, word: &str| reading.document.word(i) == word;
    // "members [supporting Ukraine]", "the man [who shot]": what only tells more of the noun goes when it is long.
    let tells_more = |i: &usize| {
        *i > subject.start
            && subject.len() > 6
            && reading
                .document
                .tokens
                .get(*i)
                .is_some_and(|t| matches!(t.tag, Tag::WhWord | Tag::VerbGerund | Tag::VerbPastParticiple))
            && reading.document.tokens.get(*i - 1).is_some_and(|t| t.tag.is_noun() || t.tag == Tag::CloseQuote)
    };
    if let Some(more) = subject.clone().find(tells_more) {
        return more;
    }
    let Some(comma) = subject.clone().find(|i| is(*i, ",")) else { return subject.end };
    let list = (comma..subject.end).any(|i| {
        matches!(reading.document.word(i), "and" | "or" | "&")
            && i > subject.start
            && (is(i - 1, ",") || !(comma + 1..i).any(|j| is(j, ",")))
    });
    if list && reading.document.tokens.get(comma + 1).is_some_and(|t| !matches!(t.tag, Tag::Determiner | Tag::WhWord)) {
        return subject.end;
    }
    comma
}

/// What follows the verb, without times, shortened by whole phrases to `room` characters.
fn complement(reading: &Reading<'_>, tokens: Range<usize>, sentence: usize, room: usize) -> String {
    let mut end = tokens.end.max(tokens.start);
    loop {
        let text = words(reading, tokens.start..end, sentence);
        if text.chars().count() <= room || end <= tokens.start {
            return trimmed(&text);
        }
        // Back to the last place where a phrase begins.
        let cut_at = (tokens.start + 1..end).rev().find(|i| begins_phrase(reading, *i));
        match cut_at {
            Some(at) => end = at,
            None => return String::new(),
        }
    }
}

fn begins_phrase(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.document.tokens.get(at) else { return false };
    let word = reading.document.word(at);
    matches!(token.tag, Tag::Preposition | Tag::To | Tag::Conjunction | Tag::WhWord | Tag::OpenQuote) && word != "of"
        || token.tag == Tag::Punctuation && matches!(word, "," | ";" | ":" | "(" | "—" | "–")
        || token.tag == Tag::VerbGerund
}

/// Without what must not end a title: commas, conjunctions, prepositions.
fn trimmed(text: &str) -> String {
    const DANGLING: [&str; 36] = [
        "shortly", "exactly", "just", "almost", "soon", "long", "and", "or", "but", "the", "a", "an", "of", "to", "in",
        "on", "at", "for", "with", "by", "from", "that", "as", "over", "which", "who", "when", "while", "after",
        "before", "during", "about", "into", "its", "their", "his",
    ];
    let mut text = text.trim();
    loop {
        let stripped = text.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(.“\"".contains(c));
        let last = stripped.rsplit(char::is_whitespace).next().unwrap_or("");
        if !DANGLING.contains(&last) {
            return stripped.to_owned();
        }
        text = stripped.get(..stripped.len() - last.len()).unwrap_or("");
        if text.is_empty() {
            return String::new();
        }
    }
}

/// The words of a range of tokens as the text has them, without its time expressions and their prepositions.
fn words(reading: &Reading<'_>, tokens: Range<usize>, sentence: usize) -> String {
    let times = reading.sentences.get(sentence).map(|s| s.times.as_slice()).unwrap_or(&[]);
    let mut out = String::new();
    let mut last_end = None;
    let mut at = tokens.start;
    let mut next_time = times.partition_point(|t| t.tokens.end <= tokens.start);
    while at < tokens.end {
        let time = times.get(next_time).filter(|t| drops(reading, t.tokens.clone()));
        let starts = |t: &super::reading::TimeAt| {
            t.tokens.start == at || t.tokens.start == at + 1 && is_time_preposition(reading, at)
        };
        if let Some(time) = time.filter(|t| starts(t)) {
            at = time.tokens.end.max(at + 1);
            next_time += 1;
            last_end = None;
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if times.get(next_time).is_some_and(|t| t.tokens.end <= at + 1) {
            next_time += 1;
        }
        let Some(token) = reading.document.tokens.get(at) else { break };
        if last_end.is_some_and(|end| end < token.span.start) && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push_str(token.span.of(reading.text()));
        last_end = Some(token.span.end);
        at += 1;
    }
    tidy(&out)
}

/// A time goes unless a noun needs it: "the 2015 agreement", "Tuesday's vote".
fn drops(reading: &Reading<'_>, time: Range<usize>) -> bool {
    let before = time.start.checked_sub(1).and_then(|i| reading.document.tokens.get(i)).map(|t| t.tag);
    let after = reading.document.tokens.get(time.end).map(|t| t.tag);
    let modifier = matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Adjective));
    !modifier
        && after != Some(Tag::PossessiveMarker)
        && !matches!(before, Some(Tag::Preposition) if !is_time_preposition(reading, time.start - 1))
}

fn is_time_preposition(reading: &Reading<'_>, at: usize) -> bool {
    let word = lexicon::lower(reading.document.word(at));
    ["on", "in", "at", "during", "by", "since", "until", "over", "early", "late"].contains(&word.as_ref())
}

/// Single spaces, none before commas and stops.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() && !word.starts_with([',', '.', ';', ':', '!', '?', ')', '’', '”']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
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
        if !belongs {
            break;
        }
        start -= 1;
    }
    let stop = reading.sentences.get(found.sentence)?.groups.iter().map(|g| g.first).find(|g| *g > found.token);
    let end = (found.token + 1..stop.unwrap_or(sentence.tokens.end))
        .find(|i| {
            reading
                .document
                .tokens
                .get(*i)
                .is_some_and(|t| t.tag.is_punctuation() || matches!(t.tag, Tag::Conjunction | Tag::WhWord))
        })
        .unwrap_or(stop.unwrap_or(sentence.tokens.end));
    let head = words(reading, start..found.token + 1, found.sentence);
    let room = LONGEST.saturating_sub(head.chars().count() + 1);
    let rest = complement(reading, found.token + 1..end, found.sentence, room);
    let title = if rest.is_empty() { head } else { format!("{head} {rest}") };
    // A single word says too little.
    title.contains(' ').then(|| cut(&title, LONGEST))
}

fn photo(reading: &Reading<'_>, caption: &Caption) -> String {
    let tokens = super::reading::tokens_in(reading.document, caption.text);
    let Some(sentence) = reading.sentence_at(caption.text.start) else {
        return cut(&tidy(caption.text.of(reading.text())), LONGEST);
    };
    let end = reading.document.sentences.get(sentence).map_or(tokens.end, |s| s.tokens.end.min(tokens.end));
    let start = after_pointer(reading, tokens.start..end);
    let text = complement(reading, start..end, sentence, LONGEST);
    if text.is_empty() { cut(&tidy(caption.text.of(reading.text())), LONGEST) } else { text }
}

/// Where a caption begins behind the words that only say how to look at it: "From left:", "Pictured:".
fn after_pointer(reading: &Reading<'_>, tokens: Range<usize>) -> usize {
    let word = |i: usize| lexicon::lower(reading.document.word(i));
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + 6)).find(|i| word(*i) == ":");
    let points = |i: usize| {
        matches!(word(i).as_ref(), "left" | "right" | "l-r" | "pictured" | "clockwise" | "above" | "below" | "top")
    };
    match colon {
        Some(colon) if (tokens.start..colon).any(points) => colon + 1,
        _ => tokens.start,
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The span of the sentence, for callers that need a text of last resort.
pub(super) fn sentence_span(reading: &Reading<'_>, sentence: usize) -> Span {
    reading.document.sentences.get(sentence).map(|s| s.span).unwrap_or_default()
}
