//! Interviews without labels: the writer's questions stand in paragraphs of their own, and what lies between them is said
//! by the one who was introduced before the first.

use super::super::attribute::Attribution;
use super::Assembly;
use crate::extract::text::Tag;
use crate::model::{BlockKind, Entity, EntityKind, Span, Standing};
use std::ops::Range;

/// Questions that make an interview at least.
const QUESTIONS: usize = 2;
/// Tokens that a question has at most.
const QUESTION: usize = 50;

impl Assembly<'_, '_> {
    /// "What did you eat? ¶ Rain water, and a little rice."
    pub(super) fn interview(&mut self, entities: &[Entity]) {
        let blocks: Vec<Range<usize>> = self
            .blocks
            .iter()
            .filter(|block| !matches!(block.kind, BlockKind::Headline | BlockKind::Caption))
            .map(|block| block.tokens.clone())
            .collect();
        let asks = |block: &Range<usize>| self.puts_question(block);
        let questions: Vec<usize> = (0..blocks.len()).filter(|at| blocks.get(*at).is_some_and(asks)).collect();
        if questions.len() < QUESTIONS {
            return;
        }
        let answer = |pair: &[usize]| pair.first().zip(pair.last()).map(|(one, next)| one + 1..*next);
        let mut answers: Vec<Range<usize>> = questions.windows(2).filter_map(answer).collect();
        let last = questions.last().map_or(0, |last| last + 1);
        let speaks = |at: &usize| blocks.get(*at).is_some_and(|block| self.is_first_person(block));
        answers.push(last..(last..blocks.len()).find(|at| !speaks(at)).unwrap_or(blocks.len()));
        let told = answers.iter().filter(|answer| (*answer).clone().any(|at| speaks(&at))).count();
        // What runs on between two questions is a story.
        let short = answers.iter().all(|answer| answer.len() < 8);
        let marked =
            answers.iter().cloned().flatten().filter_map(|at| blocks.get(at)).any(|block| self.is_marked(block));
        if told < QUESTIONS || !short || marked {
            return;
        }
        let first = questions.first().and_then(|at| blocks.get(*at)).map_or(0, |block| block.start);
        let Some(source) = self.introduced(entities, first) else { return };
        let asked: Vec<usize> = questions.iter().filter_map(|at| blocks.get(*at)).map(|block| block.start).collect();
        self.transcribed.extend(asked);
        let attribution =
            Attribution { cue: None, source: Some(source), rule: "answer in interview", confidence: 0.75 };
        for tokens in answers.into_iter().flatten().filter_map(|at| blocks.get(at)) {
            self.say(tokens, std::slice::from_ref(tokens), Some(attribution.clone()));
        }
    }

    /// A question and nothing else, to somebody who is there.
    fn puts_question(&self, block: &Range<usize>) -> bool {
        let grammar = &self.grammar;
        let ends = block.end.checked_sub(1).is_some_and(|last| grammar.word(last) == "?");
        if !ends || block.len() > QUESTION {
            return false;
        }
        let single = !block.clone().rev().skip(1).any(|i| matches!(grammar.word(i), "." | "!"));
        let to_you = block.clone().any(|i| grammar.is_any(i, &["you", "your"]));
        let opens = grammar.tag(block.start) == Tag::WhWord || grammar.is_auxiliary(block.start);
        (to_you || opens && single) && !self.is_marked(block)
    }

    /// Whether the paragraph is known to be speech, or in marks as a whole.
    fn is_marked(&self, block: &Range<usize>) -> bool {
        let whole = |passage: usize| self.places.get(passage).is_some_and(|place| place.tokens == *block);
        self.transcribed.contains(&block.start) || self.passages_within(block).any(whole)
    }

    /// Whether somebody says "I" or "we" there.
    pub(super) fn is_first_person(&self, block: &Range<usize>) -> bool {
        block.clone().any(|i| {
            !self.grammar.is_quoted(i) && self.grammar.is_any(i, &["i", "my", "me", "we", "our", "us", "i'm", "we're"])
        })
    }

    /// The tokens of the last name before `first` of the person told of most by then.
    fn introduced(&self, entities: &[Entity], first: usize) -> Option<Range<usize>> {
        let document = self.grammar.document;
        let limit = document.tokens.get(first)?.span.start;
        let before = |entity: &Entity| entity.mentions.iter().filter(|m| m.span.start < limit).count();
        let people = entities.iter().filter(|e| e.kind == EntityKind::Person && e.standing == Standing::Story);
        let told = people.filter(|person| before(person) > 0);
        let person = told.enumerate().max_by_key(|(at, person)| (before(person), usize::MAX - at))?.1;
        let named = |span: Span| person.name.split(' ').any(|word| span.of(&document.article.text).contains(word));
        let mention = person.mentions.iter().rfind(|m| m.span.start < limit && named(m.span))?;
        Some(document.tokens_in(mention.span))
    }
}
