//! Documents as sources: "the report said", "the statement read". What is written speaks for whoever wrote it, where
//! the article tells who that is.

use super::{Grammar, Speakers, head_of};
use std::ops::Range;

/// How far back, in tokens, it is looked for who wrote what speaks.
const REACH: usize = 250;

/// What is written and may speak.
pub(in crate::extract::quote) const WRITTEN: [&str; 15] = [
    "report",
    "statement",
    "message",
    "letter",
    "email",
    "e-mail",
    "survey",
    "study",
    "poll",
    "note",
    "memo",
    "tweet",
    "post",
    "release",
    "editorial",
];

impl Speakers {
    /// "A report by the rights group Watch says", "the Harbour Office letter says": it is told with it who wrote it.
    pub(super) fn document_of(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let head = head_of(grammar, source).end;
        let word = head.checked_sub(1).filter(|word| grammar.is_any(*word, &WRITTEN))?;
        if grammar.is_any(head, &["by", "from"]) {
            return self.ending(grammar, &(head + 1..source.end));
        }
        let owner = source.start..word - usize::from(matches!(grammar.word(word - 1), "'s" | "’s"));
        self.mention_ending(grammar, &owner).filter(|owner| self.bodies.contains(owner))
    }

    /// "The agency said in a statement that …. “…,” the statement read.": it was told before who wrote it.
    pub(super) fn document_before(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let head = source.end.checked_sub(1)?;
        let definite = grammar.is(source.start, "the") && source.len() <= 3;
        let word = WRITTEN.iter().find(|word| definite && grammar.is(head, word))?;
        let earlier = (source.start.saturating_sub(REACH)..source.start).rev().filter(|i| grammar.is(*i, word));
        earlier.take(3).find_map(|at| self.author(grammar, at))
    }

    /// Who wrote the document that the word at `at` first tells of.
    fn author(&self, grammar: &Grammar<'_, '_>, at: usize) -> Option<usize> {
        let after = at + 1;
        if grammar.is_any(after, &["by", "from"]) {
            return self.ending(grammar, &grammar.phrase_from(after + 1, after + 12)?);
        }
        let by = (after..after + 4).find(|i| grammar.is(*i, "by")).filter(|by| {
            by.checked_sub(1).is_some_and(|verb| grammar.is_any(verb, &["issued", "published", "released", "written"]))
        });
        if let Some(by) = by {
            return self.ending(grammar, &grammar.phrase_from(by + 1, by + 12)?);
        }
        // "in a statement", said by the one who spoke last, in that sentence.
        let inside = (at.saturating_sub(4)..at).any(|i| grammar.is_any(i, &["in", "issued", "released", "published"]));
        let (last, spoke) = self.last.filter(|_| inside)?;
        let offset = grammar.document.tokens.get(at)?.span.start;
        let sentence = |offset: u32| grammar.document.sentences.partition_point(|s| s.span.start <= offset);
        (sentence(spoke) == sentence(offset)).then_some(last)
    }
}
