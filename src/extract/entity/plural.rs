//! "They" and "their" of one body: "Airbus have announced that they" speaks of it as of many. Where others stand near who
//! could be meant, the pronoun is left to them.

use super::reference::{Here, Seen};
use super::words::Word;
use crate::extract::text::Tag;

/// How far behind a body, in words, a "their" may be its.
const BESIDE: usize = 9;

impl Here<'_, '_> {
    /// "Airbus have announced that they": a body that is spoken of as many, where no others are told that could be meant.
    pub(super) fn plural(&self, at: usize) -> Option<usize> {
        if let Some(body) = self.body_beside(at).or_else(|| self.many_again(at)) {
            return Some(body);
        }
        let opens = self.word(at)?.is_capitalised();
        let (sentence, end) =
            if opens { (self.sentence.checked_sub(1)?, self.range.start) } else { (self.sentence, at) };
        let range = self.words.sentences.get(sentence)?;
        let inside = self.words.all.get(range.start..end)?;
        let told: Vec<&Seen> = self.seen.iter().rev().take_while(|s| s.sentence >= sentence).collect();
        let subject = told.iter().rfind(|s| s.sentence == sentence).filter(|s| !self.is_oblique(s))?;
        let verb = self.words.all.get(subject.end).map_or("", |w| w.text);
        let agrees = matches!(verb, "have" | "are" | "were" | "do" | "say" | "want" | "plan");
        let alone = told.iter().all(|s| s.entity == subject.entity || !s.is_person && !self.is_body(s.entity));
        let fits = agrees || alone && !inside.iter().any(is_many);
        let near = subject.word.saturating_sub(range.start) <= 6 && self.same_passage(sentence);
        (near && fits && self.is_body(subject.entity)).then_some(subject.entity)
    }

    /// "Moe Foods released their reports. In addition to these, [they] said": the body spoken of as many right before.
    fn many_again(&self, at: usize) -> Option<usize> {
        let before = self.sentence.checked_sub(1).filter(|before| self.same_passage(*before))?;
        let near = || self.seen.iter().rev().take_while(|s| s.sentence >= before).filter(|s| self.is_body(s.entity));
        let many = |s: &Seen| {
            s.end == s.word + 1
                && self.words.all.get(s.word).is_some_and(|w| matches!(w.text, "they" | "They" | "their" | "Their"))
        };
        let one = near().find(|s| many(s))?.entity;
        let inside = self.words.all.get(self.range.start..at)?;
        let alone = near().all(|s| s.entity == one) && self.word(at)?.text != "them" && !inside.iter().any(is_many);
        alone.then_some(one)
    }

    /// "where Airbus builds [their] planes": the body named last in the sentence, no others between that could be meant.
    fn body_beside(&self, at: usize) -> Option<usize> {
        let body = self.seen.last().filter(|s| s.sentence == self.sentence && self.is_body(s.entity))?;
        let between = self.words.all.get(body.end..at)?;
        let before = self.words.all.get(self.range.start..body.word)?;
        let pronoun = self.word(at)?.text;
        let alone = !before.iter().any(is_many);
        let told = alone || pronoun != "they" && !self.is_oblique(body);
        (told && pronoun != "them" && between.len() <= BESIDE && !between.iter().any(is_many)).then_some(body.entity)
    }
}

/// Whether the word tells of several.
fn is_many(word: &Word<'_>) -> bool {
    matches!(word.tag, Tag::NounPlural | Tag::ProperNounPlural) || matches!(word.text, "people" | "police" | "both")
}
