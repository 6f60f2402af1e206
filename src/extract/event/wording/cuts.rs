//! Cuts: where words that are shortened must not end, for what is kept would say nothing or the contrary.

use super::Wording;
use super::ends::is_address;
use crate::extract::event::clause::{ClauseKind, opens_clause, takes_content};
use crate::extract::event::reading::TimeAt;
use crate::extract::text::Tag;
use std::ops::Range;

impl Wording<'_, '_> {
    /// Whether [`Wording::words`] surely gives more characters than `room`, without a look at every word: so long as nothing
    /// there can be left out but marks, and no pronoun counts.
    pub(super) fn exceeds(&self, tokens: &Range<usize>, room: usize) -> bool {
        /// No word looks further for a time that it leads to.
        const AHEAD: usize = 6;
        let times = self.reading.sentences.get(self.sentence).map(|s| s.times.as_slice()).unwrap_or(&[]);
        let timeless = |t: &TimeAt| t.tokens.end <= tokens.start || t.tokens.start > tokens.end + AHEAD;
        let all = self.reading.document.tokens.get(tokens.clone()).unwrap_or(&[]);
        if !times.iter().all(timeless) {
            return false;
        }
        let mut least = 0;
        for token in all {
            match token.span.of(self.reading.text()) {
                "(" | ")" => return false,
                word if is_address(word) => return false,
                word if word.is_ascii() && token.shape.has_letter() && token.tag != Tag::Pronoun => least += word.len(),
                _ => {}
            }
        }
        least > room
    }

    /// Whether the words end with a preposition whose noun stands before its verb: "the worst case she had dealt [with]."
    pub(super) fn is_stranded(&self, tokens: &Range<usize>) -> bool {
        let Some(last) = tokens.clone().rev().find(|i| !self.tag(*i).is_punctuation()).filter(|i| *i > tokens.start)
        else {
            return false;
        };
        self.tag(last) == Tag::Preposition && self.tag(last - 1).is_verb() && self.tag(last + 1).is_punctuation()
    }

    /// Where the clause begins whose verb is lost when the words from `from` end at `end`: "disputed [whether a ferry] had
    /// been hit".
    pub(super) fn half_clause(&self, from: usize, end: usize) -> Option<usize> {
        let read = self.reading.sentences.get(self.sentence)?;
        let opened = read.clauses.iter().filter_map(|c| {
            let group = read.groups.get(c.group)?;
            // "resigned [after auditors found] that she had signed": what is found is lost.
            let told = matches!(self.word(end), "that" | "how" | "what" | "why" | "whether");
            let bare = c.kind == ClauseKind::Adverbial && group.head + 1 == end && told;
            Some((c.marker?, if bare { end } else { group.head }))
        });
        opened.filter(|(marker, verb)| from < *marker && *marker < end && end <= *verb).map(|(marker, _)| marker).min()
    }

    /// Where the words end that say enough without "two men [blamed] for the fire", "exploded [400 metres] from the port".
    pub(super) fn half_described(&self, kept: &Range<usize>) -> Option<usize> {
        const MEASURES: [&str; 8] = ["feet", "kilometers", "kilometres", "km", "meters", "metres", "miles", "yards"];
        const HAVE: [&str; 6] = ["get", "have", "keep", "leave", "see", "want"];
        let leads = |i: usize| matches!(self.tag(i), Tag::Preposition | Tag::To | Tag::WhWord);
        let last = (kept.start + 2..kept.end).rev().find(|i| !leads(*i))?;
        let goes_on = leads(last + 1);
        if MEASURES.contains(&self.word(last)) && goes_on && self.tag(last - 1) == Tag::Number {
            let about = matches!(self.word(last - 2), "about" | "nearly" | "almost" | "some" | "over" | "just");
            return Some(last - 1 - usize::from(about)).filter(|end| *end > kept.start + 1);
        }
        let groups = &self.reading.sentences.get(self.sentence)?.groups;
        let participle = groups.iter().any(|g| g.head == last && g.first == last && !g.finite);
        // "established a commission[, overseen] by a former official"
        let told =
            self.tag(last) == Tag::VerbPastParticiple && (self.tag(last - 1).is_noun() || self.word(last - 1) == ",");
        let before = groups.iter().rfind(|g| g.head < last);
        let has = before.and_then(|g| g.verb).is_some_and(|v| HAVE.contains(&v.lemma));
        let says = before.is_some_and(takes_content);
        // "were killed [and] ten others wounded", "[when] a rocket landed": a verb of its own.
        let own = |i: usize| {
            self.tag(i) == Tag::Conjunction || self.tag(i) == Tag::WhWord || opens_clause(self.reading.document, i)
        };
        let from = before.map_or(kept.start, |g| g.head + 1);
        (participle && told && goes_on && !has && !says && !(from..last).any(own)).then_some(last)
    }

    /// "was [trying]"
    pub(super) fn is_progressive(&self, at: usize) -> bool {
        self.tag(at) == Tag::VerbGerund && at > 0 && self.reading.document.lemma(at - 1) == "be"
    }
}
