//! The name tagger: a linear chain over words (Collins 2002) whose weights were learnt from annotated news; decoding
//! finds the best sequence of labels by Viterbi's algorithm.

use super::features::{Keys, Known, Neighbour, PAD, Sentence};
use crate::extract::text::Memory;
use std::cell::RefCell;
use std::sync::LazyLock;

/// What a tagged name is. Roles are tagged too: they border on names and tell people from places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body.
    Organisation,
    /// A place.
    Place,
    /// A people or party's members.
    Group,
    /// A post or profession.
    Role,
}

impl NameKind {
    /// All kinds, in the order of their labels.
    pub const ALL: [NameKind; 5] = [Self::Person, Self::Organisation, Self::Place, Self::Group, Self::Role];
}

/// Labels: 0 is "no name", then a first word and a later word of each kind.
pub const LABELS: usize = 1 + 2 * NameKind::ALL.len();

/// The label of the first (`later` = 0) or a later word of a name.
#[cfg(any(test, feature = "train"))]
pub fn label(kind: NameKind, later: bool) -> usize {
    1 + 2 * kind as usize + usize::from(later)
}

/// The kind of a label, and whether it continues a name.
pub fn kind_of(label: usize) -> Option<(NameKind, bool)> {
    let inner = label.checked_sub(1)?;
    Some((*NameKind::ALL.get(inner / 2)?, inner % 2 == 1))
}

/// Whether `after` may follow `before`: a later word follows a word of its kind.
pub fn may_follow(before: usize, after: usize) -> bool {
    match kind_of(after) {
        Some((kind, true)) => kind_of(before).is_some_and(|(k, _)| k == kind),
        _ => true,
    }
}

/// Weights of one feature for all labels.
pub type Row = [i8; LABELS];

/// A score that no path with it survives.
pub const IMPOSSIBLE: i32 = -1_000_000;

/// A trained tagger. File: `rows` (u32), transitions (`LABELS`² × i16), then for each row its key (u32) and weights
/// (i8 each); little endian.
pub struct Model {
    transitions: [Lanes; LABELS],
    /// A hash table of buckets, as many as a power of two; what a full bucket has no room for stands in the next.
    buckets: Vec<Bucket>,
    /// A bit for each key, many keys to a bit: small enough to stay near the processor, it answers for most features
    /// that have no weight.
    seen: Vec<u64>,
}

/// Keys and weights that share a cache line: looking up a feature costs little but the wait for memory. 0 is no key.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Bucket {
    keys: [u32; WAYS],
    rows: [[i8; LANES]; WAYS],
}

const WAYS: usize = 4;
/// Bits of [`Model::seen`], as a power of two.
const SEEN_BITS: u32 = 21;

/// Word and bit of a key in [`Model::seen`].
fn seen_at(key: u32) -> (usize, u32) {
    ((key >> 6) as usize & ((1 << (SEEN_BITS - 6)) - 1), key & 63)
}

/// Labels, padded to fill vector registers.
const LANES: usize = 12;
/// A key with its weights.
type NearRow = (u32, [i8; LANES]);
/// Scores of the labels.
type Lanes = [i32; LANES];
/// Weights of several features together: a few dozen bytes never overflow 16 bits.
type Sums = [i16; LANES];

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("../../../assets/models/en/names.model")));

/// The shipped model.
pub fn model() -> &'static Model {
    &MODEL
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Lends the thread's buffers for the shipped model.
pub(super) fn with_scratch<T>(work: impl FnOnce(&mut Scratch) -> T) -> T {
    SCRATCH.with_borrow_mut(work)
}

impl Model {
    /// Reads a model; what is missing at the end of a damaged file counts as zero.
    pub fn read(bytes: &[u8]) -> Self {
        let mut at = bytes;
        let count = take::<4>(&mut at).map_or(0, u32::from_le_bytes) as usize;
        let mut transitions = [[IMPOSSIBLE; LANES]; LABELS];
        for (before, row) in transitions.iter_mut().enumerate() {
            for (after, weight) in row.iter_mut().enumerate().take(LABELS) {
                let read = take::<2>(&mut at).map_or(0, i16::from_le_bytes);
                *weight = if may_follow(before, after) { i32::from(read) } else { IMPOSSIBLE };
            }
        }
        let count = count.min(at.len() / (4 + LABELS));
        at = at.get(..count * (4 + LABELS)).unwrap_or(at);
        let buckets = (count / 3 + 1).next_power_of_two();
        let mut model = Model {
            transitions,
            buckets: vec![Bucket { keys: [0; WAYS], rows: [[0; LANES]; WAYS] }; buckets],
            seen: vec![0; 1 << (SEEN_BITS - 6)],
        };
        while let (Some(key), Some(row)) = (take::<4>(&mut at), take::<LABELS>(&mut at)) {
            model.insert(u32::from_le_bytes(key), row.map(|b| b as i8));
        }
        model
    }

    /// The bucket where a key is looked for first.
    fn place(&self, key: u32) -> usize {
        key.wrapping_mul(0x9E37_79B1) as usize >> 3 & (self.buckets.len() - 1)
    }

    fn insert(&mut self, key: u32, row: Row) {
        let (word, bit) = seen_at(key);
        if let Some(bits) = self.seen.get_mut(word) {
            *bits |= 1 << bit;
        }
        let mut at = self.place(key);
        while let Some(bucket) = self.buckets.get_mut(at) {
            let place = bucket.keys.iter_mut().zip(&mut bucket.rows).find(|(have, _)| **have == 0 || **have == key);
            if let Some((have, weights)) = place {
                *have = key;
                weights.iter_mut().zip(row).for_each(|(lane, weight)| *lane = weight);
                return;
            }
            at = (at + 1) & (self.buckets.len() - 1);
        }
    }

    /// The weights of a key: of the last way of its bucket that holds it. No step depends on how a comparison came out, so
    /// that the waits for the buckets of several keys pass together.
    fn row(&self, key: u32) -> Option<&[i8; LANES]> {
        let mut at = self.place(key);
        loop {
            let bucket = self.buckets.get(at)?;
            let way = (0..WAYS).fold(WAYS, |way, at| if bucket.keys[at] == key { at } else { way });
            if way < WAYS {
                return bucket.rows.get(way);
            }
            if bucket.keys.last() == Some(&0) {
                return None;
            }
            at = (at + 1) & (self.buckets.len() - 1);
        }
    }

    /// Whether the model may have a weight for a feature: it has for two in five.
    fn may_hold(&self, key: u32) -> bool {
        let (word, bit) = seen_at(key);
        self.seen.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    /// Adds the weights of features. News asks half the time for one row in a hundred: `near` has those asked for last.
    fn add(&self, features: &Keys, near: &mut [NearRow], sums: &mut Sums) {
        // Whether a feature is held nobody can foresee: a branch on it would be taken wrong two times in five.
        let mut held = [0; Keys::ROOM];
        let mut count = 0;
        for key in features.all() {
            held[count % Keys::ROOM] = *key;
            count += usize::from(self.may_hold(*key));
        }
        let mask = near.len().wrapping_sub(1);
        for key in held.iter().take(count) {
            let Some((have, row)) = near.get_mut(*key as usize & mask) else { continue };
            if have != key {
                (*have, *row) = (*key, self.row(*key).copied().unwrap_or_default());
            }
            for (sum, weight) in sums.iter_mut().zip(&*row) {
                *sum = sum.wrapping_add(i16::from(*weight));
            }
        }
    }

    fn sums(&self, features: &Keys, near: &mut [NearRow]) -> Sums {
        let mut sums = Sums::default();
        self.add(features, near, &mut sums);
        sums
    }

    /// What each place of the padded sentence adds to the scores of its neighbours, where one of them is worth a look.
    fn beside(&self, sentence: &Sentence<'_, '_>, scratch: &mut Scratch) {
        let Scratch { features, near, beside, neighbours, .. } = scratch;
        neighbours.clear();
        for place in 0..sentence.len() + 2 * PAD {
            let asked = (place.saturating_sub(2 * PAD)..=place).any(|at| sentence.is_near_capital(at));
            let find = || {
                Neighbour::ALL.map(|neighbour| {
                    features.clear();
                    sentence.neighbour_features(place, neighbour, features);
                    self.sums(features, near)
                })
            };
            neighbours.push(if asked { beside.get(sentence.neighbour_key(place), find) } else { Default::default() });
        }
    }

    /// The scores of the labels for the word at `at`. Most of its features hang on one word alone: their sum is
    /// remembered.
    fn scores(&self, sentence: &Sentence<'_, '_>, at: usize, scratch: &mut Scratch) -> [i32; LABELS] {
        let Scratch { features, near, own, neighbours, .. } = scratch;
        let mut sums = own.get(sentence.own_key(at), || {
            features.clear();
            sentence.own_features(at, features);
            self.sums(features, near)
        });
        for (number, neighbour) in Neighbour::ALL.into_iter().enumerate() {
            let Some(more) = neighbours.get(at + neighbour.place()).and_then(|all| all.get(number)) else { continue };
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum = sum.wrapping_add(*more));
        }
        let [no_name, names @ ..] = sums;
        // "Washington[,] D.C."
        if names.iter().all(|name| no_name - name > NEVER_A_NAME) && !sentence.is_between_capitals(at) {
            return NO_NAME;
        }
        features.clear();
        sentence.joint_features(at, features);
        self.add(features, near, &mut sums);
        let mut scores = [0; LABELS];
        scores.iter_mut().zip(sums).for_each(|(score, sum)| *score = i32::from(sum));
        scores
    }

    /// The best label of each word.
    pub(super) fn tag(&self, sentence: &Sentence<'_, '_>, scratch: &mut Scratch) -> Vec<usize> {
        self.beside(sentence, scratch);
        scratch.scores.clear();
        for at in 0..sentence.len() {
            let scores = if sentence.is_near_capital(at) { self.scores(sentence, at, scratch) } else { NO_NAME };
            scratch.scores.push(scores);
        }
        viterbi(&scratch.scores, &self.transitions, &mut scratch.back)
    }
}

/// By how much the features of a word alone and of its neighbours alone speak against every name where the others are not
/// asked any more: of 1.4 million words of news near a capital three in ten, of which one in three thousand would yet be
/// part of a name.
const NEVER_A_NAME: i16 = 60;

/// The scores of a word that is no name, whatever stands beside it.
const NO_NAME: [i32; LABELS] = {
    let mut scores = [IMPOSSIBLE; LABELS];
    scores[0] = 0;
    scores
};

/// Buffers that live from sentence to sentence and from article to article.
pub(super) struct Scratch {
    features: Keys,
    scores: Vec<[i32; LABELS]>,
    back: Vec<[u8; LANES]>,
    /// Sums of the features that a word has from itself alone.
    own: Memory<Sums>,
    /// Sums of the features that a word's neighbours have from it alone, by [`Neighbour::ALL`].
    beside: Memory<[Sums; 4]>,
    /// The same for each place of the padded sentence.
    neighbours: Vec<[Sums; 4]>,
    /// The rows asked for last, by the last bits of their keys.
    near: Vec<NearRow>,
    /// What the lists know of words.
    pub(super) known: Memory<Known>,
}

impl Default for Scratch {
    fn default() -> Self {
        Self {
            features: Keys::default(),
            scores: Vec::new(),
            back: Vec::new(),
            own: Memory::new(1 << 13),
            beside: Memory::new(1 << 13),
            neighbours: Vec::new(),
            near: vec![(0, [0; LANES]); 1 << 13],
            known: Memory::new(1 << 11),
        }
    }
}

/// The best path through `scores` (word × label); a sentence does not begin with a later word.
fn viterbi(scores: &[[i32; LABELS]], transitions: &[Lanes; LABELS], back: &mut Vec<[u8; LANES]>) -> Vec<usize> {
    back.clear();
    // Before the first word stands no name.
    let mut best = [2 * IMPOSSIBLE; LANES];
    best[0] = 0;
    // Behind a word that is no name only that label stands.
    let mut open = false;
    for word in scores {
        let (mut next, from) = match (*word == NO_NAME, open) {
            (true, _) => last_name(&best, transitions),
            (false, true) => step(&best, transitions),
            (false, false) => first_name(&best, transitions),
        };
        open = *word != NO_NAME;
        next.iter_mut().zip(word).for_each(|(score, own)| *score = score.saturating_add(*own));
        best = next;
        back.push(from);
    }
    let mut label = (0..LABELS).max_by_key(|l| (best[*l], LABELS - l)).unwrap_or(0);
    let mut path = vec![0; scores.len()];
    for (place, from) in path.iter_mut().zip(back.iter()).rev() {
        *place = label;
        label = usize::from(from[label]);
    }
    path
}

/// For each label the best score of a path to it, and the label before it on that path.
fn step(best: &Lanes, transitions: &[Lanes; LABELS]) -> (Lanes, [u8; LANES]) {
    let mut next = [i32::MIN / 2; LANES];
    let mut from = [0_i32; LANES];
    for (before, (so_far, row)) in best.iter().zip(transitions).enumerate() {
        for ((score, source), step) in next.iter_mut().zip(&mut from).zip(row) {
            let total = so_far.wrapping_add(*step);
            let better = total > *score;
            *score = if better { total } else { *score };
            *source = if better { before as i32 } else { *source };
        }
    }
    (next, from.map(|label| label as u8))
}

/// The same where only "no name" can come before.
fn first_name(best: &Lanes, transitions: &[Lanes; LABELS]) -> (Lanes, [u8; LANES]) {
    (transitions[0].map(|step| best[0].wrapping_add(step)), [0; LANES])
}

/// The same where only "no name" can follow.
fn last_name(best: &Lanes, transitions: &[Lanes; LABELS]) -> (Lanes, [u8; LANES]) {
    let mut next = [i32::MIN / 2; LANES];
    let mut from = [0_u8; LANES];
    for (before, (so_far, row)) in best.iter().zip(transitions).enumerate() {
        let total = so_far.wrapping_add(row[0]);
        if total > next[0] {
            (next[0], from[0]) = (total, before as u8);
        }
    }
    (next, from)
}

fn take<const N: usize>(at: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = at.split_first_chunk::<N>()?;
    *at = rest;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_begins_with_a_later_word() {
        let person = label(NameKind::Person, true);
        let mut scores = [[0; LABELS]; 3];
        scores[0][person] = 50;
        scores[1][person] = 50;
        scores[1][label(NameKind::Place, false)] = 60;
        let model = Model::read(&[]);
        let path = viterbi(&scores, &model.transitions, &mut Vec::new());
        assert!(path.first() != Some(&person));
        assert!(path.windows(2).all(|w| may_follow(w[0], w[1])), "{path:?}");
    }

    #[test]
    fn a_damaged_model_reads_as_an_empty_one() {
        for length in [0, 3, 100, 300] {
            assert!(Model::read(&vec![7; length]).row(1).is_none());
        }
    }
}
