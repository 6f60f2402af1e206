//! Parts of one quote: "…," Ray said. "…" is one utterance whose cue stands between, and so are passages that one cue
//! reports in a row; what follows another passage at once is at least the same speaker's.

use super::super::attribute::{self, Attribution, Cues, Place};
use super::super::cue::Cue;
use super::Assembly;
use crate::model::QuoteKind;

impl Assembly<'_, '_> {
    /// "called it “absurd,” a “farce” and “sick.”": what one cue reports in a row is one quote, which the passage lengthens.
    pub(super) fn lengthen(&mut self, index: usize, found: &Attribution) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let same = self.attribution_of(before).is_some_and(|a| a.cue.is_some() && a.cue == found.cue);
        let ends = |i: usize| self.places.get(i).map(|place| place.tokens.clone());
        let (Some(earlier), Some(here)) = (ends(before), ends(index)) else { return false };
        let between = earlier.end..here.start;
        let listed =
            between.len() < 4 && between.clone().any(|i| self.grammar.is_any(i, &["and", "or", ",", "a", "an"]));
        let listed = listed && !between.clone().any(|i| self.grammar.is_stop(i));
        let follows = found.cue.as_ref().is_some_and(|cue| cue.end <= earlier.start);
        let end = self.passages.get(index).map(|passage| passage.span.end);
        let draft = self.draft_of.get(before).copied().flatten().filter(|_| same && listed && follows);
        let last = draft.and_then(|draft| self.drafts.get_mut(draft)).and_then(|draft| draft.parts.last_mut());
        let (Some(last), Some(end), Some(draft)) = (last, end, draft) else { return false };
        last.end = last.end.max(end);
        self.claim(index, draft);
        true
    }

    /// "…," Ray said. "…": the passage goes on after the cue of the one before.
    /// Titles may stand between.
    pub(super) fn split_before(&self, cues: &Cues<'_>, index: usize) -> Option<usize> {
        let is_title = |i: usize| self.places.get(i).is_some_and(|place| attribute::is_title(&self.grammar, place));
        let earlier = (0..index).rev().take(4).find(|i| !is_title(*i)).filter(|_| !is_title(index))?;
        let (before, place) = (self.places.get(earlier)?, self.places.get(index)?);
        let cue_between = self
            .attribution_of(earlier)
            .and_then(|a| a.cue)
            .is_some_and(|cue| cue.start >= before.tokens.end && cue.end <= place.tokens.start);
        let stops = (before.tokens.end..place.tokens.start).filter(|i| self.grammar.is_stop(*i)).count();
        let adjoins =
            place.tokens.start.checked_sub(1).is_some_and(|i| self.grammar.is_stop(i) || self.grammar.is_comma(i));
        let continues = before.block == place.block
            && cue_between
            && stops <= 1
            && adjoins
            && !self.has_own_cue(cues, before, place);
        continues.then_some(earlier)
    }

    /// "“…,” Ray sang before asking: “…”": a second cue between the passages leads into the later one.
    fn has_own_cue(&self, cues: &Cues<'_>, before: &Place, place: &Place) -> bool {
        let between = cues.between(before.tokens.end, place.tokens.start);
        let leads = |cue: &Cue| (cue.tokens.end..place.tokens.start).count() <= 3 && attribute::takes_quotation(cue);
        between.len() > 1 && between.last().is_some_and(leads)
    }

    /// Makes the passage a further part of the draft of the passage `before`.
    pub(super) fn join(&mut self, index: usize, before: usize) -> bool {
        let Some(draft) = self.draft_of.get(before).copied().flatten() else { return false };
        let own = self.draft_of.get(index).copied().flatten();
        let Some(span) = self.passages.get(index).map(|p| p.span) else { return false };
        if own == Some(draft) {
            return true;
        }
        let taken = own
            .and_then(|own| self.drafts.get_mut(own))
            .filter(|own| own.kind == QuoteKind::Direct)
            .map(|own| (std::mem::take(&mut own.parts), own.attribution.take()));
        let Some(target) = self.drafts.get_mut(draft) else { return false };
        match taken {
            Some((parts, attribution)) => {
                target.parts.extend(parts);
                let better = attribution.as_ref().map_or(0.0, |a| a.confidence)
                    > target.attribution.as_ref().map_or(0.0, |a| a.confidence);
                if better {
                    target.attribution = attribution;
                }
            }
            None => target.parts.push(span),
        }
        self.claim(index, draft);
        true
    }

    /// A passage that follows another of its paragraph at once has its speaker; titles and cues of the one before may stand
    /// between, but nobody else who says something.
    pub(super) fn carried(&self, cues: &Cues<'_>, index: usize) -> Option<Attribution> {
        let place = self.places.get(index)?;
        let spoken = |before: &usize| self.draft_of.get(*before).copied().flatten().is_some();
        let before = (0..index).rev().find(spoken)?;
        let earlier = self.places.get(before).filter(|earlier| earlier.block == place.block)?;
        let attribution = self.attribution_of(before)?;
        attribution.source.as_ref()?;
        let used = attribution.cue.as_ref();
        let says = |cue: &&Cue| Some(&cue.tokens) != used && cue.source.is_some() && attribute::takes_quotation(cue);
        if cues.between(earlier.tokens.end, place.tokens.start).iter().any(|cue| says(&cue)) {
            return None;
        }
        Some(Attribution { rule: "quote before", confidence: 0.88, ..attribution })
    }
}
