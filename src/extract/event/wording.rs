//! Wording: a stretch of the article as a headline would print it.
//!
//! Time expressions go (the date stands beside the title), so does what stands in brackets; pronouns give way to names;
//! what is too long loses whole phrases from its end, never half of one.

mod cuts;
mod ends;
mod times;

use self::ends::{balanced, tidied, trimmed};
pub(super) use self::ends::{cut, leads_on, tidy};
use super::clause::{Clause, ClauseKind};
use super::lexicon;
use super::reading::Reading;
use super::title::short_name;
use crate::extract::text::Tag;
use crate::model::{EntityKind, MentionForm, Span};
use std::ops::Range;

/// Characters that tell something even when they end with an ellipsis.
const ENOUGH: usize = 16;

/// Words of one sentence for one title.
pub(super) struct Wording<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) sentence: usize,
    /// The entity that does it; pronouns for it stay.
    pub(super) doer: Option<usize>,
}

impl Wording<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.reading.document.word(at)
    }

    fn tag(&self, at: usize) -> Tag {
        self.reading.document.tag(at)
    }

    /// The words as the text has them, without times, brackets and `omitted` tokens.
    pub(super) fn words(&self, tokens: Range<usize>, omitted: &[Range<usize>]) -> String {
        let times = self.reading.sentences.get(self.sentence).map(|s| s.times.as_slice()).unwrap_or(&[]);
        let document = self.reading.document;
        let length = document.tokens.get(tokens.clone()).and_then(|t| Some(t.last()?.span.end - t.first()?.span.start));
        let mut out = String::with_capacity(length.unwrap_or(0) as usize + 16);
        let mut last_end = None;
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some(next) = self.skipped(at, tokens.end, times, omitted) {
                at = next.max(at + 1);
                // "had ruled[, on 29 June 2021,] that"
                // "struck Vik, at 4 a.m. on Monday[,] packing winds": what goes along keeps its comma.
                if out.ends_with(',') && at < tokens.end && self.word(at) == "," {
                    out.pop();
                    at += usize::from(self.tag(at + 1) != Tag::VerbGerund);
                }
                // "took place on May 11[,] in Vik": the comma closed the time.
                if at + 1 < tokens.end && self.word(at) == "," && matches!(self.word(at + 1), "in" | "at") {
                    at += 1;
                }
                // "took office in July, [eight months] after a vote"
                let after = matches!(self.word(at), "after" | "before") && at < tokens.end;
                if after && out.trim_end().ends_with(',') {
                    out.truncate(out.trim_end().len() - 1);
                }
                last_end = None;
                out.push(' ');
                continue;
            }
            let Some(token) = self.reading.document.tokens.get(at) else { break };
            if last_end.is_some_and(|end| end < token.span.start) {
                out.push(' ');
            }
            match self.named(at, tokens.start) {
                Some(name) => out.push_str(&name),
                None => out.push_str(token.span.of(self.reading.text())),
            }
            last_end = Some(token.span.end);
            at += 1;
        }
        balanced(tidied(out))
    }

    /// The name that an object pronoun stands for, unless the words since `from` have it.
    fn named(&self, at: usize, from: usize) -> Option<String> {
        let pronoun = ["him", "her", "them", "it"].iter().any(|word| self.reading.document.is(at, word));
        if self.tag(at) != Tag::Pronoun || !pronoun {
            return None;
        }
        if let Some(occasion) = self.occasion(at) {
            return Some(occasion);
        }
        // A ship is "her" too: "Norrsund Ferries bought her second-hand".
        const OF_SHIPS: [&str; 9] = ["board", "build", "buy", "launch", "moor", "refit", "scrap", "sell", "tow"];
        let verb = at.checked_sub(1).map(|b| self.reading.document.lemma(b));
        if self.word(at) == "her" && verb.is_some_and(|verb| OF_SHIPS.contains(&verb.as_ref())) {
            return None;
        }
        let name =
            self.reading.name_at(at).filter(|n| n.form == MentionForm::Pronoun && Some(n.entity) != self.doer)?;
        let told = self.reading.names_in(self.reading.span(&(from..at)));
        if told.iter().any(|n| n.entity == name.entity && n.form == MentionForm::Name) {
            return None;
        }
        let entity = self.reading.entities.get(name.entity)?;
        // "said [it] is hoped that": stands for nothing.
        const EMPTY: [&str; 8] =
            ["believed", "expected", "feared", "hoped", "likely", "thought", "unclear", "understood"];
        if matches!(self.word(at + 1), "is" | "was") && EMPTY.contains(&self.word(at + 2)) {
            return None;
        }
        // "The bank said [it] sacked both": where nobody named does it, "it" is whoever does rather than a name from before.
        let first = self.reading.document.sentences.get(self.sentence)?.tokens.start;
        let here = || self.reading.names_in(self.reading.span(&(first..at)));
        let unnamed = self.doer.is_none() && self.word(at) == "it";
        if unnamed && !here().iter().any(|n| n.entity == name.entity) {
            return None;
        }
        if entity.kind == EntityKind::Person && !self.is_only_person(at, name.entity) {
            return None;
        }
        let article =
            if entity.name.starts_with(char::is_uppercase) || entity.name.contains("the ") { "" } else { "the " };
        Some(format!("{article}{}", short_name(entity)))
    }

    /// Whether nobody but the doer and this one is named in the sentence before and up to the pronoun: with a third person
    /// about, the wrong name would be worse than the pronoun.
    fn is_only_person(&self, at: usize, entity: usize) -> bool {
        let sentences = &self.reading.document.sentences;
        let first = self.sentence.saturating_sub(1);
        let (Some(from), Some(to)) = (sentences.get(first), self.reading.document.tokens.get(at)) else { return false };
        let near = Span::new(from.span.start as usize, to.span.start as usize);
        let mut others = self.reading.names_in(near).iter().filter(|n| {
            n.form == MentionForm::Name
                && self.reading.entities.get(n.entity).is_some_and(|e| e.kind == EntityKind::Person)
                && Some(n.entity) != self.doer
        });
        others.all(|n| n.entity == entity)
    }

    /// "opened it" after "called a meeting": the meeting; "began it" after "the strike": the strike.
    fn occasion(&self, at: usize) -> Option<String> {
        const HELD: [&str; 8] = ["open", "begin", "end", "close", "chair", "attend", "address", "join"];
        let verb = self.reading.document.lemma(at.checked_sub(1)?);
        if !self.reading.document.is(at, "it") || !HELD.contains(&verb.as_ref()) {
            return None;
        }
        let before = self.reading.sentences.get(self.sentence.checked_sub(1)?)?;
        let found = self
            .reading
            .found
            .get(before.found.clone())?
            .iter()
            .rev()
            .find(|f| f.is_occasion() || f.noun.is_some_and(|kind| kind.is_incident()))?;
        Some(format!("the {}", lexicon::lower(found.span.of(self.reading.text()))))
    }

    /// An object before the phrases that follow its verb, as many of them as fit.
    pub(super) fn joined(&self, object: &str, rest: &str, room: usize) -> String {
        let whole = format!("{object} {rest}");
        if whole.chars().count() <= room { tidy(&whole) } else { object.to_owned() }
    }

    /// What follows a verb, up to the next verb of the same subject, in at most `room` characters.
    pub(super) fn complement(&self, tokens: Range<usize>, room: usize) -> String {
        let mut end = self.other_verb(&tokens).unwrap_or(tokens.end);
        // "a statement [saying]" whose content is another clause.
        if end > tokens.start + 1 && self.tag(end - 1) == Tag::VerbGerund {
            end -= 1;
        }
        let end = self.lapse_before(end).or_else(|| self.made_before(tokens.start, end)).unwrap_or(end);
        self.shortened(tokens.start..end.max(tokens.start), room)
    }

    /// The words, shortened by whole phrases to `room` characters; an ellipsis stands where not even the first is whole.
    pub(super) fn shortened(&self, tokens: Range<usize>, room: usize) -> String {
        let tokens = self.without_when(tokens);
        let whole = || self.words(tokens.clone(), &[]);
        if !self.exceeds(&tokens, room) {
            let whole = whole();
            if whole.chars().count() <= room {
                return if self.is_stranded(&tokens) { balanced(whole) } else { trimmed(&whole) };
            }
        }
        let asides = self.asides(tokens.clone());
        let mut end = tokens.end;
        loop {
            let long = asides.is_empty() && self.exceeds(&(tokens.start..end), room);
            let text = if long { String::new() } else { self.words(tokens.start..end, &asides) };
            if !long && text.chars().count() <= room || end <= tokens.start {
                let short = match end < tokens.end {
                    true => self.rounded(tokens.start..end, &asides),
                    false => trimmed(&text),
                };
                // "is looking [into it]": what goes on says nothing without what it is about.
                let goes_on = end < tokens.end && self.is_progressive(end - 1);
                return if leads_on(&short) || goes_on { cut(&whole(), room) } else { short };
            }
            // Back to the last place where a phrase begins.
            match (tokens.start + 1..end).rev().find(|i| self.begins_phrase(*i)) {
                Some(at) => {
                    end = {
                        self.half_clause(tokens.start, at)
                            .or_else(|| self.bare_lapse(at))
                            .or_else(|| self.lapse_before(at).filter(|lapse| *lapse > tokens.start))
                            .unwrap_or(at)
                    }
                }
                None if room >= ENOUGH => return cut(&whole(), room),
                None => return String::new(),
            }
        }
    }

    /// A shortened text without the beginning of an addition whose rest is gone: ", with laws [banning …]".
    fn rounded(&self, kept: Range<usize>, asides: &[Range<usize>]) -> String {
        let kept = kept.start..self.half_described(&kept).unwrap_or(kept.end);
        // "two days of [mourning]" keeps it.
        let gerund = kept.len() > 1
            && self.tag(kept.end - 1) == Tag::VerbGerund
            && !self.is_progressive(kept.end - 1)
            && (kept.len() < 3 || self.word(kept.end - 2) != "of");
        // "by violence, vote [buying]"
        let least = kept.start + 1 + usize::from(!gerund);
        let comma = (kept.start..kept.end)
            .rev()
            .filter(|i| *i == kept.start || *i > least)
            .find(|i| self.word(*i) == "," && !self.joins_adjectives(*i));
        let kept = kept.start..kept.end - usize::from(gerund);
        let end = comma.filter(|c| kept.end - c <= 6).unwrap_or(kept.end);
        let text = trimmed(&self.words(kept.start..end, asides));
        // A name or figure is no aim: "sailed to [China]", but not "a premium to [Wednesday's]".
        let is_aim = |verb: &str| {
            !verb.contains(' ')
                && (verb.starts_with(char::is_lowercase) || verb.ends_with("'s") || verb.ends_with("’s"))
        };
        // "meets to decide [whether …]": an aim whose object is gone says nothing; "the sixth to die [from poison]" does.
        let whole = self.tag(kept.end) == Tag::Preposition && self.tag(kept.end - 1).is_verb();
        match text.rsplit_once(" to ") {
            Some((head, verb)) if is_aim(verb) && head.contains(' ') && !whole => trimmed(head),
            _ => text,
        }
    }

    /// Where another verb of the same subject begins: "[, and opened the crossing]", "[, said]".
    fn other_verb(&self, tokens: &Range<usize>) -> Option<usize> {
        let first = if self.tag(tokens.start).is_punctuation() { tokens.start } else { tokens.start + 1 };
        (first..tokens.end).find(|i| match self.tag(*i) {
            // "the violence went on [and so far, there] have been arrests"
            Tag::Conjunction => {
                let comma = (i + 1..tokens.end + 1).find(|j| !self.tag(*j).is_adverb()).filter(|j| *j > i + 1);
                // "had been cancelled in 2009 [and that] a lake stood there"
                // "broke [and that nobody] had warned them", not "the dam and that bridge".
                let subject = matches!(
                    self.tag(i + 2),
                    Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::OpenQuote | Tag::Existential
                ) || self.word(i + 2) == "nobody";
                let that = self.word(i + 1) == "that" && (self.tag(i + 1) != Tag::Determiner || subject);
                that || self.begins_verb(i + 1, tokens.end)
                    || self.joins_later(tokens, *i)
                    || self.joins_other_day(tokens, *i)
                    || comma.is_some_and(|c| self.word(c) == ",")
            }
            Tag::Punctuation => match self.word(*i) {
                "," => {
                    // "had ruled that he must go[, there had been] an alert"
                    // "applied to 11 schools[, nine of which] turned her down"
                    let of_which = self.word(i + 2) == "of" && matches!(self.word(i + 3), "which" | "whom");
                    of_which
                        || self.begins_verb(i + 1, tokens.end)
                        || self.tag(i + 1) == Tag::Existential && !self.follows_circumstance(tokens.start, *i)
                        || self.tag(i + 1) == Tag::Conjunction && self.begins_verb(i + 2, tokens.end)
                }
                ";" | ":" | "—" | "–" | "--" | "?" | "!" => true,
                _ => false,
            },
            _ => false,
        })
    }

    /// Whether the words before the comma only say when or why: "added that when she came home[, there were] fires".
    fn follows_circumstance(&self, from: usize, comma: usize) -> bool {
        let clauses = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.clauses);
        let near = from.saturating_sub(8)..comma;
        clauses.iter().any(|c| c.kind == ClauseKind::Adverbial && c.marker.is_some_and(|m| near.contains(&m)))
    }

    /// Whether a verb with tense begins at `at`; a participle is one when an object follows it.
    fn begins_verb(&self, at: usize, end: usize) -> bool {
        let verb = if self.tag(at).is_adverb() { at + 1 } else { at };
        let object = self.tag(verb + 1);
        verb < end
            && match self.tag(verb) {
                Tag::VerbPastParticiple => {
                    matches!(object, Tag::Determiner | Tag::Possessive | Tag::ProperNoun | Tag::Number)
                        || self.tag(at - 1).is_punctuation() && (object.is_punctuation() || object == Tag::OpenQuote)
                }
                tag => tag.is_finite_verb(),
            }
    }

    /// Additions between commas that have no verb of the clause: ", a former engineer,".
    pub(super) fn asides(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let commas: Vec<usize> = tokens.clone().filter(|i| self.word(*i) == ",").collect();
        let [first, second] = commas.as_slice() else { return Vec::new() };
        let opens = matches!(self.tag(first + 1), Tag::Determiner | Tag::ProperNoun | Tag::Possessive | Tag::WhWord);
        let list =
            (*first..*second).any(|i| self.tag(i) == Tag::Conjunction) || self.tag(second + 1) == Tag::Conjunction;
        (opens && !list).then_some(*first..second + 1).into_iter().collect()
    }

    fn begins_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.tag(at) {
            // "has left Prince Harald [and Mette Lunde] with a label" says of neither alone what it says of both.
            // "an unorthodox [and awkward] opponent"
            Tag::Conjunction => {
                let pair = |kind: fn(Tag) -> bool| kind(self.tag(at - 1)) && kind(self.tag(at + 1));
                !pair(Tag::is_proper_noun) && !pair(Tag::is_adjective)
            }
            // "concern about his anemic [fundraising]"
            Tag::VerbGerund => !self.tag(at - 1).is_adjective() && self.tag(at - 1) != Tag::Possessive,
            // "more [than] 17,000 mines"
            Tag::Preposition if word == "than" => self.tag(at + 1) != Tag::Number,
            Tag::Preposition | Tag::To | Tag::WhWord | Tag::OpenQuote => word != "of",
            // "[ahead of] the vote"
            tag if tag.is_adverb() => self.word(at + 1) == "of" && self.word(at - 1) != "just",
            Tag::Punctuation => matches!(word, "," | ";" | ":" | "—" | "–") && !self.joins_adjectives(at),
            _ => false,
        }
    }

    /// A noun phrase of at most `room` characters: additions go first, then phrases from its end; a list is cut after
    /// its second entry.
    pub(super) fn noun_phrase(&self, tokens: Range<usize>, room: usize) -> String {
        let mut end = self.essential_end(&tokens);
        let whole = self.words(tokens.start..end, &[]);
        if whole.chars().count() <= room {
            return trimmed(&whole);
        }
        let commas: Vec<usize> = (tokens.start..end).filter(|i| self.word(*i) == ",").collect();
        if let [_, second, ..] = commas.as_slice() {
            let text = format!("{} and others", trimmed(&self.words(tokens.start..*second, &[])));
            if text.chars().count() <= room {
                return text;
            }
        }
        while let Some(at) = (tokens.start + 1..end).rev().find(|i| {
            self.begins_phrase(*i) && self.tag(*i) != Tag::Conjunction
                || self.tag(*i) == Tag::VerbPastParticiple
                || self.tag(*i) == Tag::VerbPast && self.word(i + 1) == "by"
                || self.specifies(tokens.start, *i)
        }) {
            let text = trimmed(&self.words(tokens.start..at, &[]));
            if text.is_empty() {
                break;
            }
            if text.chars().count() <= room && !matches!(self.tag(at - 1), Tag::VerbPastParticiple | Tag::VerbPast) {
                return text;
            }
            end = at;
        }
        cut(&self.words(tokens.start..end, &[]), room)
    }

    /// Whether "of" at `at` tells more of a noun that says enough without: "reliance on the scheme [of the ministry]", but
    /// "a number [of people]", "the ministry [of defence]".
    fn specifies(&self, first: usize, at: usize) -> bool {
        self.word(at) == "of"
            && self.tag(at - 1).is_common_noun()
            && (first + 1..at).any(|i| self.tag(i) == Tag::Preposition)
            && matches!(self.tag(at + 1), Tag::Determiner | Tag::Possessive)
    }

    /// Whether a comma stands between what tells of one noun, and so ends nothing: "a four-year[,] $2.9 billion programme",
    /// "strong[,] legally binding guarantees".
    fn joins_adjectives(&self, comma: usize) -> bool {
        let before =
            self.tag(comma.saturating_sub(1)).is_adjective() || self.word(comma.saturating_sub(1)).contains('-');
        let next = if self.tag(comma + 1).is_adverb() { comma + 2 } else { comma + 1 };
        let binding =
            next > comma + 1 && matches!(self.tag(next), Tag::VerbGerund | Tag::VerbPastParticiple | Tag::Noun);
        before && (binding || self.tag(next).is_adjective() || matches!(self.tag(next), Tag::Number | Tag::Symbol))
    }

    /// Where a noun phrase's additions begin: at the first comma, unless commas part a list; at a participle that only
    /// carries a time ("letter [dated] 14 May").
    fn essential_end(&self, phrase: &Range<usize>) -> usize {
        let times = self.reading.sentences.get(self.sentence).map(|s| s.times.as_slice()).unwrap_or(&[]);
        let dated = |i: usize| {
            matches!(self.tag(i), Tag::VerbPastParticiple | Tag::VerbPast)
                && self.tag(i - 1).is_noun()
                && times
                    .iter()
                    .any(|t| t.tokens.start == i + 1 || t.tokens.start == i + 2 && self.is_time_preposition(i + 1, t))
        };
        // "members [supporting Ukraine]", "the man [who shot]": what only tells more of the noun goes when it is long.
        let tells_more = |i: usize| {
            phrase.len() > 6
                && matches!(self.tag(i), Tag::WhWord | Tag::VerbGerund | Tag::VerbPastParticiple)
                && (self.tag(i - 1).is_noun() || self.tag(i - 1) == Tag::CloseQuote)
        };
        // "the bank[, in a statement signed by its secretary]"
        let set_off = |i: &usize| {
            self.word(*i) == "," && matches!(self.word(i + 1), "in" | "at" | "on" | "after" | "between" | "during")
        };
        if let Some(comma) = (phrase.start + 1..phrase.end).find(set_off) {
            return comma;
        }
        if let Some(more) = (phrase.start + 1..phrase.end).find(|i| tells_more(*i) || dated(*i)) {
            return more;
        }
        let ends = |i: &usize| self.word(*i) == "," && !self.joins_adjectives(*i);
        let Some(comma) = (phrase.start..phrase.end).find(ends) else { return phrase.end };
        let list = (comma..phrase.end).any(|i| {
            matches!(self.word(i), "and" | "or" | "&")
                && (self.word(i.saturating_sub(1)) == "," || !(comma + 1..i).any(|j| self.word(j) == ","))
        });
        // "the inquiry, [set up] in 2019 and headed by a judge," tells more of one, it lists nothing.
        let listed = |tag: Tag| !matches!(tag, Tag::Determiner | Tag::WhWord) && !tag.is_verb();
        if list && listed(self.tag(comma + 1)) && self.word(comma + 1) != "including" { phrase.end } else { comma }
    }

    /// Where the content ends that hangs on a clause's verb and follows it.
    fn content_of(&self, clause: &Clause, from: usize) -> Option<usize> {
        let read = self.reading.sentences.get(self.sentence)?;
        let inner = read.clauses.iter().find(|c| {
            c.kind == ClauseKind::Content
                && c.marker.is_some_and(|m| self.word(m) == "that" && m > from && m < from + 5)
        });
        let at = read.clauses.iter().position(|c| c.group == clause.group)?;
        let next = read.clauses.get(at + 1)?;
        inner.filter(|inner| inner.group == next.group).map(|inner| inner.tokens.end)
    }

    /// What somebody says, as a clause of its own: "that the force would be deployed".
    pub(super) fn content(&self, clause: &Clause, from: usize, end: usize, room: usize) -> Option<String> {
        let read = self.reading.sentences.get(self.sentence)?;
        let group = read.groups.get(clause.group)?;
        // Without "that" everything up to the verb is the subject of what is said.
        let aside = clause.tokens.start > from && self.word(clause.tokens.start - 1) == ",";
        let whole = clause.marker.is_none() && from < group.first && !aside;
        let subject = if whole { from..group.first } else { clause.subject.clone() };
        let start = subject.start.min(group.first);
        if subject.is_empty() || start < from || self.tag(group.head) == Tag::Modal {
            return None;
        }
        let before = if aside { from..from } else { from..clause.marker.unwrap_or(from).max(from) };
        // "said in a report [released in May] that …"
        let made = self.made_before(before.start, before.end);
        let before = before.start..made.unwrap_or(before.end);
        let before = self.words(before, &[]);
        let before = before.trim_matches(|c: char| c.is_whitespace() || "“\",:".contains(c));
        let that = clause.marker.map_or("", |m| self.word(m));
        let subject = self.noun_phrase(subject, 48);
        let verb = self.words(group.first..group.head + 1, &[]);
        let join = |parts: &[&str]| parts.iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let mut head = join(&[before, that, &subject, &verb]);
        // "said [on Twitter] that …": where it was said gives way to what was.
        let said_in = matches!(before.split(' ').next(), Some("at" | "during" | "in" | "on")) && !that.is_empty();
        if said_in && (made.is_some() || head.chars().count() + ENOUGH > room) {
            head = join(&[that, &subject, &verb]);
        }
        let left = room.checked_sub(head.chars().count())?.saturating_sub(1);
        let rest = match self.content_of(clause, group.head + 1) {
            // "said he is confident [that the talks will prevail]", "told the army [that he was there]"
            Some(inner) if end <= inner => {
                let whole = self.words(group.head + 1..inner, &[]);
                let short = self.complement(group.head + 1..end.max(group.head + 1), left);
                if short.chars().count() + ENOUGH <= left { cut(&whole, left) } else { short }
            }
            _ => self.complement(group.head + 1..end.max(group.head + 1), left),
        };
        // A copula or transitive verb alone says nothing.
        let closed = self.tag(group.head + 1).is_punctuation();
        let enough = !rest.is_empty() || group.passive || group.head + 1 >= end || closed;
        // "is[n't] familiar"
        let gap = if rest.starts_with("n't") || rest.starts_with("n’t") { "" } else { " " };
        enough.then(|| if rest.is_empty() { head } else { format!("{head}{gap}{rest}") })
    }
}
