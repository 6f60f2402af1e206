//! The name tagger: a linear chain over words (Collins 2002) whose weights were learnt from annotated news; decoding
//! finds the best sequence of labels by Viterbi's algorithm.

use super::features::Sentence;
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
    transitions: [[i32; LABELS]; LABELS],
    /// Open addressing by key, as many as a power of two. Key and weights share a cache line: looking up a feature costs
    /// little but the wait for memory.
    slots: Vec<Slot>,
}

/// 0 is no key: such a slot is free. The weights are padded to fill 16 bytes and a vector register.
type Slot = (u32, [i8; LANES]);

const LANES: usize = 12;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("../../../assets/models/en/names.model")));

/// The shipped model.
pub fn model() -> &'static Model {
    &MODEL
}

impl Model {
    /// Reads a model; what is missing at the end of a damaged file counts as zero.
    pub fn read(bytes: &[u8]) -> Self {
        let mut at = bytes;
        let count = take::<4>(&mut at).map_or(0, u32::from_le_bytes) as usize;
        let mut transitions = [[0; LABELS]; LABELS];
        for (before, row) in transitions.iter_mut().enumerate() {
            for (after, weight) in row.iter_mut().enumerate() {
                let read = take::<2>(&mut at).map_or(0, i16::from_le_bytes);
                *weight = if may_follow(before, after) { i32::from(read) } else { IMPOSSIBLE };
            }
        }
        let count = count.min(at.len() / (4 + LABELS));
        at = at.get(..count * (4 + LABELS)).unwrap_or(at);
        let capacity = (count + count / 3 + 1).next_power_of_two();
        let mut model = Model { transitions, slots: vec![(0, [0; LANES]); capacity] };
        while let (Some(key), Some(row)) = (take::<4>(&mut at), take::<LABELS>(&mut at)) {
            model.insert(u32::from_le_bytes(key), row.map(|b| b as i8));
        }
        model
    }

    /// Where a key is looked for first.
    fn place(&self, key: u32) -> usize {
        key.wrapping_mul(0x9E37_79B1) as usize >> 3 & (self.slots.len() - 1)
    }

    fn insert(&mut self, key: u32, row: Row) {
        let mut at = self.place(key);
        while self.slots.get(at).is_some_and(|slot| slot.0 != 0 && slot.0 != key) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            slot.0 = key;
            slot.1.iter_mut().zip(row).for_each(|(lane, weight)| *lane = weight);
        }
    }

    fn row(&self, key: u32) -> Option<&[i8; LANES]> {
        let mut at = self.place(key);
        loop {
            match self.slots.get(at) {
                Some(slot) if slot.0 == key => return Some(&slot.1),
                Some((0, _)) | None => return None,
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }

    /// The best label of each word.
    pub(super) fn tag(&self, sentence: &Sentence<'_, '_>, scratch: &mut Scratch) -> Vec<usize> {
        scratch.scores.clear();
        for at in 0..sentence.len() {
            let mut scores = [0_i32; LABELS];
            if !sentence.is_near_capital(at) {
                scores.iter_mut().skip(1).for_each(|score| *score = IMPOSSIBLE);
                scratch.scores.push(scores);
                continue;
            }
            sentence.features(at, &mut scratch.features);
            // A few dozen bytes never overflow 16 bits.
            let mut sums = [0_i16; LANES];
            for row in scratch.features.iter().filter_map(|key| self.row(*key)) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i16::from(*weight));
                }
            }
            scores.iter_mut().zip(sums).for_each(|(score, sum)| *score = i32::from(sum));
            scratch.scores.push(scores);
        }
        viterbi(&scratch.scores, &self.transitions, &mut scratch.back)
    }
}

/// Buffers that live from sentence to sentence.
#[derive(Default)]
pub(super) struct Scratch {
    features: Vec<u32>,
    scores: Vec<[i32; LABELS]>,
    back: Vec<[u8; LABELS]>,
}

/// The best path through `scores` (word × label); a sentence does not begin with a later word.
pub fn viterbi(
    scores: &[[i32; LABELS]],
    transitions: &[[i32; LABELS]; LABELS],
    back: &mut Vec<[u8; LABELS]>,
) -> Vec<usize> {
    back.clear();
    let mut best = [0_i32; LABELS];
    for (at, word) in scores.iter().enumerate() {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0_u8; LABELS];
        for (after, (score, source)) in next.iter_mut().zip(from.iter_mut()).enumerate() {
            for (before, so_far) in best.iter().enumerate() {
                let step = if at == 0 {
                    if before == 0 { transitions[0][after] } else { 2 * IMPOSSIBLE }
                } else {
                    transitions[before][after]
                };
                let total = so_far.saturating_add(step);
                if total > *score {
                    (*score, *source) = (total, before as u8);
                }
            }
            *score = score.saturating_add(word[after]);
        }
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
