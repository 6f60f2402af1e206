//! Talk after dashes: a turn with a cue names its speaker, and in a conversation of such paragraphs every second turn is
//! the same one's.

use super::super::attribute::{Attribution, Cues};
use super::super::cue::Cue;
use super::super::dialogue;
use super::Assembly;
use crate::model::QuoteKind;
use std::ops::Range;

impl Assembly<'_, '_> {
    /// Dialogue after dashes.
    pub(super) fn take_turns(&mut self, cues: &[Cue]) {
        let blocks: Vec<Range<usize>> = self.blocks.iter().map(|block| block.tokens.clone()).collect();
        let mut speakers: Vec<Option<Attribution>> = vec![None; blocks.len()];
        for (tokens, speaker) in blocks.iter().zip(&mut speakers) {
            if let Some((parts, attribution)) = dialogue::turn(&self.grammar, &Cues { cues }, tokens) {
                *speaker = Some(attribution.clone());
                self.say(tokens, &parts, Some(attribution));
            }
        }
        for run in dialogue::conversations(&self.grammar, &blocks) {
            for index in run.clone() {
                let Some(tokens) = blocks.get(index).filter(|tokens| !self.transcribed.contains(&tokens.start)) else {
                    continue;
                };
                let mut turns = run.clone().filter(|other| other % 2 == index % 2);
                let other = turns.find_map(|other| speakers.get(other)?.clone());
                let speaker = other.map(|known| Attribution { rule: "turn in dialogue", confidence: 0.6, ..known });
                let words = tokens.start + 1..tokens.end;
                self.say(tokens, std::slice::from_ref(&words), speaker);
            }
        }
    }

    /// A paragraph that is speech as a whole.
    pub(super) fn say(&mut self, tokens: &Range<usize>, parts: &[Range<usize>], speaker: Option<Attribution>) {
        let parts = parts.iter().filter_map(|part| self.span_of(part)).collect();
        let draft = self.draft(QuoteKind::Direct, parts, speaker);
        self.transcribed.insert(tokens.start);
        for passage in self.passages_within(tokens) {
            self.claim(passage, draft);
        }
    }
}
