//! The nearest candidate: where no sieve names a speaker, who comes nearest to being it, and what is lacking. The reader
//! can judge such a guess; the program does not make it.

use super::{Grammar, Speakers};
use crate::extract::entity::{is_body_noun, is_profession};
use crate::extract::text::{Document, Tag};
use crate::model::{EntityId, MentionForm, Nearest, Span};
use std::ops::Range;

/// How far back, in bytes, a candidate is looked for.
const REACH: u32 = 1200;

impl Speakers {
    /// Who comes nearest to speaking the words at `parts`, which nobody known does; `source` are the words that name the
    /// speaker, where there are any.
    pub fn nearest(&self, grammar: &Grammar<'_, '_>, source: Option<&Range<usize>>, parts: &[Span]) -> Option<Nearest> {
        let Some(source) = source else {
            let start = parts.iter().map(|part| part.start).min()?;
            return self.named_before(grammar, start, false, "without a word of speech");
        };
        let span = |token: usize| grammar.document.tokens.get(token).map(|token| token.span);
        let words = span(source.start)?.cover(span(source.end.checked_sub(1)?)?);
        let speaks =
            |(_, _, index): &&(Span, MentionForm, usize)| self.persons.contains(index) || self.bodies.contains(index);
        if let Some((_, _, index)) = self.within(words).iter().rfind(speaks) {
            let reason = format!("whom “{}” names without naming who speaks", words.of(&grammar.document.article.text));
            return Some(Nearest { entity: EntityId::at(*index), reason });
        }
        let said = words.of(&grammar.document.article.text);
        let head = source.end.checked_sub(1)?;
        let pronoun = source.len() == 1 && grammar.is_any(head, &["he", "she", "it", "they"]);
        let definite = grammar.is(source.start, "the") && grammar.tag(head) == Tag::Noun;
        let word = grammar.word(head).to_lowercase();
        let body = pronoun && matches!(word.as_str(), "it" | "they") || definite && is_body_noun(&word);
        let lacking = format!("whom “{said}” may mean");
        (pronoun || body || definite && is_profession(&word))
            .then(|| self.named_before(grammar, words.start, body, &lacking))
            .flatten()
    }

    /// The last person (or body, for `body`) named before `start`, and how many sentences before.
    fn named_before(&self, grammar: &Grammar<'_, '_>, start: u32, body: bool, lacking: &str) -> Option<Nearest> {
        let wanted = if body { &self.bodies } else { &self.persons };
        let before = self.mentions.partition_point(|(mention, _, _)| mention.start < start);
        let near = |(mention, form, index): &&(Span, MentionForm, usize)| {
            *form == MentionForm::Name && wanted.contains(index) && mention.end <= start
        };
        let (mention, _, index) = self.mentions.get(..before)?.iter().rev().find(near)?;
        let sentence = |offset: u32| sentence_at(grammar.document, offset);
        let place = distance(sentence(start).saturating_sub(sentence(mention.start)));
        let reach = start - mention.start <= REACH;
        reach.then(|| Nearest { entity: EntityId::at(*index), reason: format!("named {place}, {lacking}") })
    }
}

/// The sentence that holds `offset`, or the last before it.
fn sentence_at(document: &Document<'_>, offset: u32) -> usize {
    document.sentences.partition_point(|sentence| sentence.span.start <= offset)
}

/// "two sentences before"
fn distance(sentences: usize) -> String {
    const NUMBERS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    match sentences {
        0 => "in the same sentence".to_owned(),
        1 => "in the sentence before".to_owned(),
        more => match NUMBERS.get(more - 2) {
            Some(word) => format!("{word} sentences before"),
            None => format!("{more} sentences before"),
        },
    }
}
