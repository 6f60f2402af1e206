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

/// Features of a word, in a fixed place: all of its templates together are fewer than it holds.
pub(super) struct Keys {
    keys: [u32; Self::ROOM],
    count: usize,
}

impl Default for Keys {
    fn default() -> Self {
        Keys { keys: [0; Self::ROOM], count: 0 }
    }
}

impl Keys {
    /// Features that it holds at most.
    pub(super) const ROOM: usize = 64;

    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    pub(super) fn all(&self) -> &[u32] {
        self.keys.get(..self.count).unwrap_or(&self.keys)
    }

    /// Adds the feature of a template's number with a payload; 0 is no payload.
    fn push(&mut self, template: u64, payload: u64) {
        self.keys[self.count % Self::ROOM] = (mix(payload ^ template << 56) >> 32) as u32;
        self.count += usize::from(payload != 0);
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
    /// A name may be so near that the word is part of it or a role beside it; only then is it worth a look.
    near_capital: bool,
}

/// What stands outside a sentence.
static NOTHING: View =
    View { name: 0, lower: 0, shape: 0, clusters: [0; 3], listed: 0, facts: 0, evidence: 0, near_capital: false };

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

    /// Its place among the words beside a word, that word at [`PAD`].
    pub(super) fn place(self) -> usize {
        match self {
            Self::SecondBefore => 0,
            Self::Before => 1,
            Self::After => 3,
            Self::SecondAfter => 4,
        }
    }
}

/// Places before a sentence's first word and behind its last where no word stands.
pub(super) const PAD: usize = 2;
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
                near_capital: false,
            };
        }
        mark_listed(words, &mut views);
        mark_near_capitals(words, &mut views);
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
        self.view(at).near_capital
    }

    /// Whether the words before and behind it begin with a capital.
    pub(super) fn is_between_capitals(&self, at: usize) -> bool {
        let capital = |at: Option<usize>| at.and_then(|at| self.words.get(at)).is_some_and(Word::is_capitalised);
        capital(at.checked_sub(1)) && capital(Some(at + 1))
    }

    fn view(&self, at: usize) -> &View {
        self.views.get(at + PAD).unwrap_or(&NOTHING)
    }

    /// All features of the word at `at`.
    #[cfg(feature = "train")]
    pub(super) fn features(&self, at: usize) -> Vec<u32> {
        let mut out = Keys::default();
        self.own_features(at, &mut out);
        let place = |neighbour: Neighbour| at + neighbour.place();
        Neighbour::ALL.iter().for_each(|neighbour| self.neighbour_features(place(*neighbour), *neighbour, &mut out));
        self.joint_features(at, &mut out);
        out.all().to_vec()
    }

    /// What [`Sentence::own_features`] hang on, as one number.
    pub(super) fn own_key(&self, at: usize) -> u64 {
        let w = self.view(at);
        mix(w.name ^ mix(self.look(at) ^ w.listed << 8 ^ w.evidence << 20))
    }

    /// What [`Sentence::neighbour_features`] of the word at `place`, in the padded sentence, hang on, as one number.
    pub(super) fn neighbour_key(&self, place: usize) -> u64 {
        let w = self.views.get(place).unwrap_or(&NOTHING);
        mix(w.name ^ mix(w.listed << 2 ^ 1 << 40))
    }

    fn look(&self, at: usize) -> u64 {
        self.view(at).shape | self.style << 6 | self.is_first(at) << 7
    }

    fn is_first(&self, at: usize) -> u64 {
        u64::from(at == 0 || self.words.get(at - 1).is_some_and(|p| matches!(p.text, "\"" | "“" | "‘" | "``")))
    }

    /// Adds the features that hang on the word at `at` alone.
    pub(super) fn own_features(&self, at: usize, out: &mut Keys) {
        let Some(word) = self.words.get(at) else { return };
        let (w, look) = (self.view(at), self.look(at));
        out.push(1, 1);
        out.push(2, w.name);
        out.push(3, w.lower);
        out.push(11, look << 1 | 1);
        for length in 1..=4 {
            out.push(13 + 2 * length as u64, affix(word.text, length, true) ^ look);
            out.push(14 + 2 * length as u64, affix(word.text, length, false));
        }
        for (template, cluster) in [23, 28, 33].into_iter().zip(w.clusters) {
            out.push(template, u64::from(cluster) << 8 | look | 1 << 40);
        }
        out.push(40, w.listed << 8 | look | 1 << 40);
        out.push(44, w.facts << 8 | look | 1 << 40);
        out.push(50, (w.facts << 20 | w.listed << 40) ^ look << 1 ^ 1);
        out.push(51, w.evidence << 8 | look | 1 << 40);
        out.push(52, (w.evidence << 20 | w.listed) << 1 | 1);
    }

    /// Adds the features that a word has from the neighbour at `place` in the padded sentence alone.
    pub(super) fn neighbour_features(&self, place: usize, neighbour: Neighbour, out: &mut Keys) {
        let view = self.views.get(place).unwrap_or(&NOTHING);
        let (lower, clusters, listed, facts) = match neighbour {
            Neighbour::SecondBefore | Neighbour::SecondAfter => {
                let second = u64::from(neighbour == Neighbour::SecondAfter);
                out.push(4 + 3 * second, view.lower);
                out.push(38 + second, u64::from(view.clusters[1]) << 1 | 1);
                return;
            }
            Neighbour::Before => (5, [24, 29, 34], 41, 45),
            Neighbour::After => (6, [25, 30, 35], 42, 46),
        };
        out.push(lower, view.lower);
        for (template, cluster) in clusters.into_iter().zip(view.clusters) {
            out.push(template, u64::from(cluster) << 1 | 1);
        }
        out.push(listed, view.listed << 1 | 1);
        out.push(facts, view.facts << 1 | 1);
    }

    /// Adds the features that join the word at `at` and its neighbours, or several of these.
    pub(super) fn joint_features(&self, at: usize, out: &mut Keys) {
        let Some([b2, b1, w, a1, a2]) = self.views.get(at..at + 2 * PAD + 1) else { return };
        let first = self.is_first(at);
        out.push(8, mix(b1.lower) ^ w.name);
        out.push(9, mix(w.name) ^ a1.lower);
        out.push(10, mix(b1.lower) ^ mix(a1.lower.rotate_left(9)) ^ 5);
        out.push(12, (b1.shape | w.shape << 8 | a1.shape << 16 | first << 24 | self.style << 25) << 1 | 1);
        out.push(13, (b1.shape | w.shape << 8 | a1.shape << 16 | b2.shape << 24 | a2.shape << 32) << 1 | 1);
        out.push(14, (a1.shape << 8 | a2.shape << 16) << 1 | 1);
        for (grain, template) in [26, 31, 36].into_iter().enumerate() {
            let of = |v: &View| u64::from(v.clusters.get(grain).copied().unwrap_or(0));
            out.push(template, (of(b1) << 16 | of(w)) << 1 | 1);
            out.push(template + 1, (of(w) << 16 | of(a1)) << 1 | 1);
        }
        out.push(43, (w.listed | a1.listed << 24 | b1.listed << 44) ^ 1 << 20);
        out.push(47, (b1.facts << 20 | w.facts) << 1 | 1);
        out.push(48, (w.facts << 20 | a1.facts) << 1 | 1);
        out.push(49, (a1.facts << 20 | a2.facts) << 1 | 1);
        out.push(53, (b1.evidence << 12 | a1.evidence) << 1 | 1);
        out.push(54, mix(b2.lower) ^ mix(b1.lower.rotate_left(3)) ^ 7);
        out.push(55, mix(a2.lower) ^ mix(a1.lower.rotate_left(3)) ^ 7);
    }
}

/// Writes into each view the kinds of the listed names that cover it, longest names first, left to right.
fn mark_listed(words: &[Word<'_>], views: &mut [View]) {
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let begins = rest.first().is_some_and(may_begin);
        let Some((length, facts)) = begins.then(|| lexicon().longest(rest)).flatten() else {
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

/// Marks the words within reach of a capital or digit.
fn mark_near_capitals(words: &[Word<'_>], views: &mut [View]) {
    let mut marked = 0;
    for (at, _) in words.iter().enumerate().filter(|(_, w)| !matches!(w.shape, Shape::Lower | Shape::Mark)) {
        let near = marked.max(at.saturating_sub(REACH))..(at + REACH + 1).min(words.len());
        marked = near.end;
        let near = views.get_mut(near.start + PAD..near.end + PAD).unwrap_or(&mut []);
        near.iter_mut().for_each(|view| view.near_capital = true);
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
