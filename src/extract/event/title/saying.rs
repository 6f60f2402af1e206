//! Sayings whose words come first: "The bridge will be rebuilt, the mayor said", "Rates were cut, says Lund".
//!
//! A title says who says it first and then what, as a headline does.

use super::subject::subject_words;
use super::{LONGEST, content_words, lowered};
use crate::extract::event::clause::{Clause, ClauseKind};
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::{Reading, tokens_in};
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::event::wording::Wording;
use crate::extract::text::Tag;
use crate::extract::text::lexicon::entry;
use crate::model::QuoteKind;

/// "The bridge will be rebuilt, [the mayor told reporters]": what is said stands before who says it.
pub(super) fn told_before(wording: &Wording<'_, '_>, clause: &Clause, who: &str, verb: &str) -> Option<String> {
    let read = wording.reading.sentences.get(wording.sentence)?;
    let said = read.clauses.iter().find(|c| c.kind == ClauseKind::Main && c.group < clause.group)?;
    let main = read.groups.get(said.group)?;
    let apart = clause.subject.start.checked_sub(1).is_some_and(|b| wording.reading.document.word(b) == ",");
    let marks =
        |wanted: Tag| (said.tokens.start..main.first).filter(|i| wording.reading.document.tag(*i) == wanted).count();
    let quoted = marks(Tag::OpenQuote) != marks(Tag::CloseQuote);
    // "On Friday, the mayor condemned it and [called] for calm": the comma stands before both.
    let shared = clause.subject.start < main.head;
    if !apart || quoted || shared || said.subject.is_empty() || said.subject.start >= main.first {
        return None;
    }
    let end = said.tokens.end.min(clause.subject.start - 1);
    let first = wording.reading.document.tag(said.subject.start);
    let small = !is_capital(wording.reading, said.subject.start)
        && (first.is_common_noun()
            || first.is_adverb()
            || matches!(first, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Adjective | Tag::Preposition));
    let title = |head: String| {
        let content = wording.content(said, said.subject.start, end, LONGEST.checked_sub(head.chars().count())?)?;
        Some(head + &if small { lowered(&content) } else { content })
    };
    title(format!("{who} {} that ", verb.trim())).or_else(|| title(format!("{who}: ")))
}

/// "Rates were cut, [says Lund]": who says it stands right behind the verb, and what is said before it.
pub(super) fn said_before(reading: &Reading<'_>, found: &Found, group: &VerbGroup) -> Option<String> {
    let comma = group.first.checked_sub(1).filter(|before| reading.document.is(*before, ","))?;
    let verb = reading.document.tokens.get(comma + 1)?.span;
    let quote = reading.quotes.iter().find(|q| q.cue.is_some_and(|cue| cue.contains(verb)))?;
    let said = tokens_in(reading.document, quote.span);
    let source = tokens_in(reading.document, quote.source?);
    if quote.kind == QuoteKind::Direct || source.start != group.head + 1 || said.end > group.first {
        return None;
    }
    let wording = Wording { reading, sentence: found.sentence, doer: None };
    let head = format!("{} {} that ", subject_words(reading, source)?, wording.words(group.tokens(), &[]).trim());
    let content = content_words(&wording, said.clone(), LONGEST.checked_sub(head.chars().count())?);
    let name = reading.document.tag(said.start).is_proper_noun() || is_capital(reading, said.start);
    (!content.is_empty()).then(|| head + &if name { content } else { lowered(&content) })
}

/// "Palestinian officials", "I": written with a capital wherever it stands.
fn is_capital(reading: &Reading<'_>, at: usize) -> bool {
    let document = reading.document;
    let adjective = document.tokens.get(at).and_then(|t| entry(t.hash)).is_some_and(|e| e.is_capital_adjective());
    document.is(at, "I") || adjective && document.tag(at).is_adjective()
}
