//! What the name tagger looks at: each word becomes a few dozen hashed features of itself, its neighbours, the lists and
//! the rest of the article.

use super::evidence::Evidence;
use super::lexicon::{Facts, lexicon};
use super::words::{Shape, Word, mix};
use crate::extract::text::Memory;
use crate::extract::text::clusters::{Clusters, clusters};

/// What the lists know of a word.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    /// Its clusters at three grains, coarse to fine, counted from 1; 0 for an unknown word.
    clusters: [u16; 3],
    facts: u32,
}

impl Known {
    fn of(word: &Word<'_>) -> Self {
        let counted = |c: Clusters| [u16::from(c.coarse) + 1, u16::from(c.middle) + 1, c.fine + 1];
        Self {
            clusters: clusters(word.lower).map_or([0; 3], counted),
            facts: lexicon().facts(word.name).0 & 0x3FC0 | lexicon().role(word).0 & 0x1C000,
        }
    }
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

/// A place beside a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbour {
    SecondBefore,
    Before,
    After,
    SecondAfter,
}

impl Neighbour {
    pub(super) const ALL: [Self; 4] = [Self::SecondBefore, Self::Before, Self::After, Self::SecondAfter];

    fn offset(self) -> isize {
        match self {
            Self::SecondBefore => -2,
            Self::Before => -1,
            Self::After => 1,
            Self::SecondAfter => 2,
        }
    }
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
    pub(super) fn new(words: &'w [Word<'a>], evidence: &Evidence, known: &mut Memory<Known>) -> Self {
        let mut views = vec![View::default(); words.len() + 2 * PAD];
        for (view, word) in views.iter_mut().skip(PAD).zip(words) {
            let known = known.get(word.name, || Known::of(word));
            *view = View {
                name: word.name,
                lower: word.lower,
                shape: shape_code(word),
                clusters: known.clusters,
                listed: 0,
                facts: u64::from(known.facts),
                evidence: evidence.of(word),
            };
        }
        mark_listed(words, &mut views);
        let capitals = words.iter().filter(|w| w.is_capitalised()).count();
        let lower = words.iter().filter(|w| w.shape == Shape::Lower && w.text.len() > 3).count();
        let style = u64::from(capitals > 3 && capitals > 3 * lower);
        Self { words, views, style }
    }

    /// Makes the sentence look as if none of its names stood in a list, or none of their words were known at all.
    #[cfg(feature = "train")]
    pub(super) fn forget(&mut self, words_too: bool) {
        for (view, _) in self.views.iter_mut().skip(PAD).zip(self.words).filter(|(_, word)| word.is_capitalised()) {
            view.listed = 0;
            view.facts &= u64::from(Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER).and(Facts::ADDRESS).0);
            if words_too && view.facts == 0 {
                (view.name, view.lower, view.clusters) = (0, 0, [0; 3]);
            }
        }
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

    /// All features of the word at `at`.
    #[cfg(feature = "train")]
    pub(super) fn features(&self, at: usize, out: &mut Vec<u32>) {
        out.clear();
        self.own_features(at, out);
        Neighbour::ALL.iter().for_each(|neighbour| self.neighbour_features(at, *neighbour, out));
        self.joint_features(at, out);
    }

    /// What [`Sentence::own_features`] hang on, as one number.
    pub(super) fn own_key(&self, at: usize) -> u64 {
        let w = self.view(at, 0);
        mix(w.name ^ mix(self.look(at) ^ w.listed << 8 ^ w.evidence << 20))
    }

    /// What [`Sentence::neighbour_features`] hang on, as one number.
    pub(super) fn neighbour_key(&self, at: usize, neighbour: Neighbour) -> u64 {
        let w = self.view(at, neighbour.offset());
        mix(w.name ^ mix(w.listed << 2 ^ neighbour as u64 ^ 1 << 40))
    }

    fn look(&self, at: usize) -> u64 {
        self.view(at, 0).shape | self.style << 6 | self.is_first(at) << 7
    }

    fn is_first(&self, at: usize) -> u64 {
        u64::from(at == 0 || self.words.get(at - 1).is_some_and(|p| matches!(p.text, "\"" | "“" | "‘" | "``")))
    }

    /// Adds the features that hang on the word at `at` alone.
    pub(super) fn own_features(&self, at: usize, out: &mut Vec<u32>) {
        let Some(word) = self.words.get(at) else { return };
        let (w, look) = (self.view(at, 0), self.look(at));
        push(out, 1, 1);
        push(out, 2, w.name);
        push(out, 3, w.lower);
        push(out, 11, look << 1 | 1);
        for length in 1..=4 {
            push(out, 13 + 2 * length as u64, affix(word.text, length, true) ^ look);
            push(out, 14 + 2 * length as u64, affix(word.text, length, false));
        }
        for (template, cluster) in [23, 28, 33].into_iter().zip(w.clusters) {
            push(out, template, u64::from(cluster) << 8 | look | 1 << 40);
        }
        push(out, 40, w.listed << 8 | look | 1 << 40);
        push(out, 44, w.facts << 8 | look | 1 << 40);
        push(out, 50, (w.facts << 20 | w.listed << 40) ^ look << 1 ^ 1);
        push(out, 51, w.evidence << 8 | look | 1 << 40);
        push(out, 52, (w.evidence << 20 | w.listed) << 1 | 1);
    }

    /// Adds the features that hang on a neighbour of the word at `at` alone.
    pub(super) fn neighbour_features(&self, at: usize, neighbour: Neighbour, out: &mut Vec<u32>) {
        let view = self.view(at, neighbour.offset());
        let (lower, clusters, listed, facts) = match neighbour {
            Neighbour::SecondBefore | Neighbour::SecondAfter => {
                let second = u64::from(neighbour == Neighbour::SecondAfter);
                push(out, 4 + 3 * second, view.lower);
                push(out, 38 + second, u64::from(view.clusters[1]) << 1 | 1);
                return;
            }
            Neighbour::Before => (5, [24, 29, 34], 41, 45),
            Neighbour::After => (6, [25, 30, 35], 42, 46),
        };
        push(out, lower, view.lower);
        for (template, cluster) in clusters.into_iter().zip(view.clusters) {
            push(out, template, u64::from(cluster) << 1 | 1);
        }
        push(out, listed, view.listed << 1 | 1);
        push(out, facts, view.facts << 1 | 1);
    }

    /// Adds the features that join the word at `at` and its neighbours, or several of these.
    pub(super) fn joint_features(&self, at: usize, out: &mut Vec<u32>) {
        let [b2, b1, w, a1, a2] = [-2, -1, 0, 1, 2].map(|offset| self.view(at, offset));
        let first = self.is_first(at);
        push(out, 8, mix(b1.lower) ^ w.name);
        push(out, 9, mix(w.name) ^ a1.lower);
        push(out, 10, mix(b1.lower) ^ mix(a1.lower.rotate_left(9)) ^ 5);
        push(out, 12, (b1.shape | w.shape << 8 | a1.shape << 16 | first << 24 | self.style << 25) << 1 | 1);
        push(out, 13, (b1.shape | w.shape << 8 | a1.shape << 16 | b2.shape << 24 | a2.shape << 32) << 1 | 1);
        push(out, 14, (a1.shape << 8 | a2.shape << 16) << 1 | 1);
        for (grain, template) in [26, 31, 36].into_iter().enumerate() {
            let of = |v: &View| u64::from(v.clusters.get(grain).copied().unwrap_or(0));
            push(out, template, (of(&b1) << 16 | of(&w)) << 1 | 1);
            push(out, template + 1, (of(&w) << 16 | of(&a1)) << 1 | 1);
        }
        push(out, 43, (w.listed | a1.listed << 24 | b1.listed << 44) ^ 1 << 20);
        push(out, 47, (b1.facts << 20 | w.facts) << 1 | 1);
        push(out, 48, (w.facts << 20 | a1.facts) << 1 | 1);
        push(out, 49, (a1.facts << 20 | a2.facts) << 1 | 1);
        push(out, 53, (b1.evidence << 12 | a1.evidence) << 1 | 1);
        push(out, 54, mix(b2.lower) ^ mix(b1.lower.rotate_left(3)) ^ 7);
        push(out, 55, mix(a2.lower) ^ mix(a1.lower.rotate_left(3)) ^ 7);
    }
}

/// Adds the feature of a template's number with a payload; 0 is no payload.
fn push(out: &mut Vec<u32>, template: u64, payload: u64) {
    if payload != 0 {
        out.push((mix(payload ^ template << 56) >> 32) as u32);
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
