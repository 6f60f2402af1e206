//! What the name tagger looks at: each word becomes a few dozen hashed features of itself, its neighbours, the lists and
//! the rest of the article.

use super::evidence::Evidence;
use super::lexicon::{Facts, lexicon};
use super::words::{Shape, Word, mix};
use crate::extract::text::clusters::clusters;

/// The word's clusters at three grains, coarse to fine, counted from 1; 0 for an unknown word.
fn clusters_of(word: &Word<'_>) -> [u16; 3] {
    clusters(word.lower).map_or([0; 3], |c| [u16::from(c.coarse) + 1, u16::from(c.middle) + 1, c.fine + 1])
}

/// A word as the templates see it, computed once.
#[derive(Clone, Copy, Default)]
struct View {
    name: u64,
    lower: u64,
    shape: u64,
    clusters: [u16; 3],
    /// Kinds of the listed name that covers the word, with its place in it.
    listed: u64,
    /// Given name, surname, words that make organisations, places, roles.
    facts: u64,
    evidence: u64,
}

const PAD: usize = 2;
/// Names and roles reach no further than this many words from a capital or digit.
const REACH: usize = 4;

/// A sentence prepared for feature extraction.
pub(super) struct Sentence<'w, 'a> {
    words: &'w [Word<'a>],
    views: Vec<View>,
    style: u64,
}

fn shape_code(word: &Word<'_>) -> u64 {
    let base = match word.shape {
        Shape::Lower => 1,
        Shape::Capitalised => 2,
        Shape::Capitals => 3,
        Shape::Initial => 4,
        Shape::Mixed => 5,
        Shape::Number => 6,
        Shape::Mark => 7,
    };
    let pointed = u64::from(word.text.ends_with('.') && word.text.len() > 1);
    base | pointed << 3 | u64::from(word.glued) << 4
}

impl<'w, 'a> Sentence<'w, 'a> {
    pub(super) fn new(words: &'w [Word<'a>], evidence: &Evidence) -> Self {
        let mut views = vec![View::default(); words.len() + 2 * PAD];
        for (view, word) in views.iter_mut().skip(PAD).zip(words) {
            let facts = lexicon().facts(word.name).0 & 0x3FC0 | lexicon().role(word).0 & 0x1C000;
            *view = View {
                name: word.name,
                lower: word.lower,
                shape: shape_code(word),
                clusters: clusters_of(word),
                listed: 0,
                facts: u64::from(facts),
                evidence: evidence.of(word),
            };
        }
        mark_listed(words, &mut views);
        let capitals = words.iter().filter(|w| w.is_capitalised()).count();
        let lower = words.iter().filter(|w| w.shape == Shape::Lower && w.text.len() > 3).count();
        let style = u64::from(capitals > 3 && capitals > 3 * lower);
        Self { words, views, style }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a name may be so near that the word is part of it or a role beside it; only then is it worth a look.
    pub(super) fn is_near_capital(&self, at: usize) -> bool {
        let near = self.words.get(at.saturating_sub(REACH)..(at + REACH + 1).min(self.words.len()));
        near.is_some_and(|words| words.iter().any(|word| word.shape != Shape::Lower && word.shape != Shape::Mark))
    }

    fn view(&self, at: usize, offset: isize) -> View {
        at.checked_add_signed(PAD as isize + offset).and_then(|i| self.views.get(i)).copied().unwrap_or_default()
    }

    /// Replaces `out` by the features of the word at `at`.
    pub(super) fn features(&self, at: usize, out: &mut Vec<u32>) {
        out.clear();
        let Some(word) = self.words.get(at) else { return };
        let mut template = 0_u64;
        let mut push = |payload: u64| {
            template += 1;
            if payload != 0 {
                out.push((mix(payload ^ template << 56) >> 32) as u32);
            }
        };
        let [b2, b1, w, a1, a2] = [-2, -1, 0, 1, 2].map(|offset| self.view(at, offset));
        push(1);
        push(w.name);
        push(w.lower);
        for near in [b2, b1, a1, a2] {
            push(near.lower);
        }
        push(mix(b1.lower) ^ w.name);
        push(mix(w.name) ^ a1.lower);
        push(mix(b1.lower) ^ mix(a1.lower.rotate_left(9)) ^ 5);
        let first =
            u64::from(at == 0 || self.words.get(at - 1).is_some_and(|p| matches!(p.text, "\"" | "“" | "‘" | "``")));
        let look = w.shape | self.style << 6 | first << 7;
        push(look << 1 | 1);
        push((b1.shape | w.shape << 8 | a1.shape << 16 | first << 24 | self.style << 25) << 1 | 1);
        push((b1.shape | w.shape << 8 | a1.shape << 16 | b2.shape << 24 | a2.shape << 32) << 1 | 1);
        push((a1.shape << 8 | a2.shape << 16) << 1 | 1);
        for length in 1..=4 {
            push(affix(word.text, length, true) ^ look);
            push(affix(word.text, length, false));
        }
        for grain in 0..3 {
            let of = |v: View| u64::from(v.clusters.get(grain).copied().unwrap_or(0));
            push(of(w) << 8 | look | 1 << 40);
            push(of(b1) << 1 | 1);
            push(of(a1) << 1 | 1);
            push((of(b1) << 16 | of(w)) << 1 | 1);
            push((of(w) << 16 | of(a1)) << 1 | 1);
        }
        push(u64::from(b2.clusters[1]) << 1 | 1);
        push(u64::from(a2.clusters[1]) << 1 | 1);
        push(w.listed << 8 | look | 1 << 40);
        push(b1.listed << 1 | 1);
        push(a1.listed << 1 | 1);
        push((w.listed | a1.listed << 24 | b1.listed << 44) ^ 1 << 20);
        push(w.facts << 8 | look | 1 << 40);
        push(b1.facts << 1 | 1);
        push(a1.facts << 1 | 1);
        push((b1.facts << 20 | w.facts) << 1 | 1);
        push((w.facts << 20 | a1.facts) << 1 | 1);
        push((a1.facts << 20 | a2.facts) << 1 | 1);
        push((w.facts << 20 | w.listed << 40) ^ look << 1 ^ 1);
        push(w.evidence << 8 | look | 1 << 40);
        push((w.evidence << 20 | w.listed) << 1 | 1);
        push((b1.evidence << 12 | a1.evidence) << 1 | 1);
        push(mix(b2.lower) ^ mix(b1.lower.rotate_left(3)) ^ 7);
        push(mix(a2.lower) ^ mix(a1.lower.rotate_left(3)) ^ 7);
    }
}

/// Writes into each view the kinds of the listed names that cover it, longest names first, left to right.
fn mark_listed(words: &[Word<'_>], views: &mut [View]) {
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((length, facts)) = lexicon().longest(rest).filter(|_| rest.first().is_some_and(may_begin)) else {
            at += 1;
            continue;
        };
        let kinds = u64::from(facts.0 & Facts::ANY_NAME.0);
        for inside in 0..length {
            let place = match (inside, length) {
                (_, 1) => 1,
                (0, _) => 2,
                (i, n) if i + 1 == n => 3,
                _ => 4,
            };
            if let Some(view) = views.get_mut(PAD + at + inside) {
                view.listed = kinds << 3 | place;
            }
        }
        at += length;
    }
}

fn may_begin(word: &Word<'_>) -> bool {
    word.is_capitalised() || (!word.glued && matches!(word.text, "al" | "el" | "mainland" | "dpa" | "sub"))
}

/// Key of the first or last `length` characters in small letters; 0 when the word is shorter.
fn affix(text: &str, length: usize, from_end: bool) -> u64 {
    let cut = if from_end {
        text.char_indices().rev().nth(length - 1).map(|(at, _)| at..text.len())
    } else {
        text.char_indices().nth(length).map(|(at, _)| 0..at)
    };
    cut.and_then(|range| text.get(range)).map_or(0, super::words::lower_key)
}
