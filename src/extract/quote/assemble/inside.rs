//! Speech within speech: what somebody reports may be what another says. "Hale said Reeve told him “go”" holds words of
//! Hale and, inside them, words of Reeve; "what she called “a gift”" is her name for it, whoever tells.

use super::super::attribute::Attribution;
use super::super::content;
use super::super::cue::Cue;
use super::super::lexicon::Frames;
use super::Assembly;
use crate::extract::text::Tag;
use std::ops::Range;

impl Assembly<'_, '_> {
    /// Within what one says: "… went to what she called “private hands”", "… that Ortiz told him to go" are another's words.
    pub(super) fn report_inside(&mut self, cue: &Cue) {
        let Some(source) = cue.source.as_ref() else { return };
        let what = source.start.checked_sub(1).is_some_and(|i| self.grammar.is(i, "what"));
        let names = what && cue.frames.has(Frames::NOUN);
        let pieces = content::content(&self.grammar, cue);
        if !names && !self.is_told_inside(cue, source, &pieces) {
            return;
        }
        let inside: Vec<usize> = pieces.iter().flat_map(|piece| self.passages_within(piece)).collect();
        if pieces.is_empty() || names && inside.is_empty() {
            return;
        }
        let (kind, _) = self.kind_of(&pieces, &inside);
        let rule = if names { "name for it" } else { "content of verb within another's" };
        let parts = pieces.iter().filter_map(|piece| self.span_of(piece)).collect();
        self.draft(kind, parts, Some(Attribution::of_cue(cue, rule, 0.9)));
    }

    /// "that Ortiz told him to go": somebody named who says a clause in a tense of his own, not one who may or should.
    fn is_told_inside(&self, cue: &Cue, source: &Range<usize>, pieces: &[Range<usize>]) -> bool {
        let grammar = &self.grammar;
        let last = source.end.saturating_sub(1);
        let named = grammar.tag(last).is_proper_noun();
        let speaks = cue.frames.has(Frames::DIRECT) && cue.frames.has(Frames::THAT);
        let between = source.end..cue.tokens.start;
        let tensed = grammar.tag(cue.tokens.start).is_finite_verb() && between.len() < 2;
        let behind = pieces.first().is_some_and(|piece| piece.start >= cue.tokens.end);
        let clause = pieces.iter().cloned().flatten().any(|i| grammar.tag(i).is_finite_verb() || grammar.is_quoted(i));
        let whole = between.into_iter().all(|i| !matches!(grammar.tag(i), Tag::Modal | Tag::To));
        named && speaks && tensed && behind && clause && whole
    }
}
