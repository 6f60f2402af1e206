//! Turns of talk: in a conversation each turn has its paragraph, and only the first few tell who has them. Who speaks
//! then follows from question and answer.

use super::{Assembly, Attribution};
use crate::extract::quote::attribute::Place;
use crate::model::QuoteKind;
use std::ops::Range;

/// Tokens that a question in conversation has at most.
const QUESTION: usize = 30;

/// The rule of a question that somebody "was asked": nobody near it is who put it.
pub(super) const QUESTION_PUT: &str = "question put";

/// A turn in a conversation, with its speaker where the turns before name him.
pub(super) struct Turn {
    pub speaker: Option<Attribution>,
}

impl Assembly<'_, '_> {
    /// "“Clear?” Ray was asked. “Very.”": who is asked did not put the question, but gives the answer behind it.
    pub(super) fn questions_put(&mut self) {
        for index in 0..self.passages.len() {
            let Some((question, asked)) = self.places.get(index).and_then(|place| Some((place, self.asked(place)?)))
            else {
                continue;
            };
            let span = |place: &Place| self.span_of(&place.tokens);
            let answer = self.places.get(index + 1).filter(|next| {
                next.block == question.block && next.tokens.start == asked.1.end + 1 && !self.is_claimed(index + 1)
            });
            let parts = (span(question), answer.and_then(span));
            let put = Attribution { cue: Some(asked.1.clone()), source: None, rule: QUESTION_PUT, confidence: 0.1 };
            let draft = self.draft(QuoteKind::Direct, parts.0.into_iter().collect(), Some(put));
            self.claim(index, draft);
            if let Some(said) = parts.1 {
                let (source, cue) = asked;
                let attribution = Attribution {
                    cue: Some(cue),
                    source: Some(source),
                    rule: "asked in sentence before",
                    confidence: 0.85,
                };
                let draft = self.draft(QuoteKind::Direct, vec![said], Some(attribution));
                self.claim(index + 1, draft);
            }
        }
    }

    /// Who "was asked" what stands in `place`, and the words that say so up to the end of the sentence.
    fn asked(&self, place: &Place) -> Option<(Range<usize>, Range<usize>)> {
        let grammar = &self.grammar;
        let asks = place.tokens.end.checked_sub(2).is_some_and(|mark| grammar.word(mark) == "?");
        let source = grammar.phrase_from(place.tokens.end, place.block.end).filter(|_| asks)?;
        let passive = grammar.is_be(source.end) && grammar.is(source.end + 1, "asked");
        let cue = source.end + 1..source.end + 2;
        (passive && grammar.is_stop(cue.end)).then_some((source, cue))
    }

    /// "Is she worried? ¶ “Not at all.”": to a question that the writer puts, in a paragraph of its own, answers the one
    /// who spoke last.
    pub(super) fn answer(&self, question: &Range<usize>, index: usize) -> Option<Attribution> {
        let grammar = &self.grammar;
        let last = question.end.checked_sub(1).filter(|last| *last >= question.start)?;
        let whole = self.places.get(index).is_some_and(|place| place.tokens == place.block);
        let asks = whole && grammar.word(last) == "?" && !question.clone().any(|i| grammar.is_quoted(i));
        let spoken = |i: &usize| {
            let draft = self.draft_of.get(*i).copied().flatten().and_then(|draft| self.drafts.get(draft));
            draft.is_some_and(|draft| draft.kind == QuoteKind::Direct)
        };
        let before = (0..index).rev().take(3).filter(|_| asks).find(spoken)?;
        let attribution = self.attribution_of(before).filter(|a| a.source.is_some())?;
        Some(Attribution { rule: "answer to the writer", confidence: 0.6, ..attribution })
    }

    /// "“Why?” asked Ray. ¶ “Because.” ¶ “Is that all?”": a paragraph of a question or an answer and nothing else is said by
    /// the one who spoke before the last, and in any case an answer not by the one who asked.
    pub(super) fn turn(&self, index: usize) -> Option<Turn> {
        let grammar = &self.grammar;
        let whole = |place: &Place| place.tokens == place.block;
        let asks = |place: &Place| {
            let mark = place.tokens.end.checked_sub(2).map(|i| grammar.word(i));
            mark == Some("?") && place.tokens.len() < QUESTION
        };
        let block = |place: &Place| self.blocks.partition_point(|block| block.tokens.end <= place.tokens.start);
        let place = self.places.get(index).filter(|place| whole(place) && self.is_sentence(place))?;
        let last = self.places.get(index.checked_sub(1)?).filter(|last| block(last) + 1 == block(place))?;
        let draft = self.draft_of.get(index - 1).copied().flatten()?;
        let same_draft = |i: &usize| self.draft_of.get(*i).copied().flatten() == Some(draft);
        let first = (0..index).rev().take_while(same_draft).last()?;
        let earlier = first.checked_sub(1).and_then(|i| Some((i, self.places.get(i)?)));
        let earlier = earlier.filter(|(_, earlier)| block(earlier) + 2 >= block(place));
        // "“With what?” she said. ¶ “We have lost a year.”": who says so, and asks no "you", may go on.
        let cue = self.attribution_of(index - 1).and_then(|a| a.cue).filter(|_| !whole(last));
        let asked = |cue: Range<usize>| !grammar.is_any(cue.start, &["said", "says", "say"]);
        let inquires = cue.is_none_or(asked) || last.tokens.clone().any(|i| grammar.is_any(i, &["you", "your"]));
        let answers = asks(last) && !asks(place) && inquires;
        let goes_on = asks(place) && earlier.is_some_and(|(_, earlier)| asks(earlier));
        if !answers && !goes_on {
            return None;
        }
        let source = |i: usize| self.attribution_of(i).and_then(|a| self.span_of(&a.source?));
        let words = |i: usize| source(i).map(|source| source.of(&grammar.document.article.text));
        let other = earlier.map(|(i, _)| i).filter(|i| words(*i) != words(index - 1));
        let speaker = other.and_then(|i| self.attribution_of(i)).filter(|a| a.source.is_some());
        let speaker = speaker.map(|a| Attribution { rule: "turn of talk", confidence: 0.6, ..a });
        (answers || speaker.is_some()).then_some(Turn { speaker })
    }
}
