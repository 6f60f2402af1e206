//! The sequence model: labels the words of a sentence, each by its own features and by the label before it, with the
//! best chain of labels found by Viterbi's algorithm. The tagger and the finder of names both are such models.
//!
//! # How to use it
//! Describe each position by features: any fact ("the word is `said`", "the word before ends in -ed"), turned into a
//! number by [`feature`] from a template number (which kind of fact) and a value (a word's hash, a cluster, a shape).
//!
//! ```text
//! static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("….bin")).unwrap_or_default());
//! let mut decoder = Decoder::default();               // holds the buffers; reuse it for every sentence
//! decoder.start();
//! for token in sentence {
//!     decoder.position();                              // begins the next word's features
//!     decoder.feature(feature(0, token.hash));         // template 0: the word itself
//!     decoder.feature(feature(1, token.shape.0.into()));
//! }
//! for label in decoder.decode(&MODEL) { MODEL.label_name(*label); }
//! ```
//!
//! Features that hang on the word alone come first, then [`Decoder::remember`] with a hash of all they hang on: their
//! sum is then worked out once a word, not once an occurrence.
//!
//! A position may also be bound to some labels: `decoder.allow(mask)` (bit i = label i). [`Decoder::margin`] tells how
//! far the chosen label beats the next best at a position.
//!
//! Training (`crate::train::sequence`, feature `train`) takes the same features with the right labels and writes the
//! file. Keep the code that makes the features in one function that both call.
//!
//! # File
//! `DLSM1`, number of labels L, L names (length, bytes); f32 scale; (L + 1) × L transition weights i16 (the last row:
//! from the start); u8 log2 of the table's size; then per slot a u16 print and a u32 start (0 print: free), then the
//! weights as pairs (label u8, weight i8), each run closed by label 255. Little endian.

use super::memory::Memory;

/// Labels a model may have at most: masks have 64 bits.
pub const MAX_LABELS: usize = 64;
const MAGIC: &[u8] = b"DLSM1";
const END: u8 = 255;
const UNREACHABLE: i32 = i32::MIN / 4;
/// Features looked up together.
const TOGETHER: usize = 16;

/// The number of a feature: template `kind` with `value`, spread over all bits.
pub const fn feature(kind: u32, value: u64) -> u64 {
    super::word::mix(value ^ (kind as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// A trained model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    labels: Vec<String>,
    /// From each label (the last row: the sentence's start) to each label.
    transitions: Vec<i32>,
    /// Open addressing by feature; as many as a power of two.
    slots: Vec<Slot>,
    /// (label, weight), a run for each feature.
    weights: Vec<(u8, i8)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    print: u16,
    /// Pairs of its run in [`Model::weights`], and where that begins.
    length: u16,
    start: u32,
}

/// The part of a feature's hash that a slot keeps; never 0.
fn print_of(feature: u64) -> u16 {
    ((feature >> 48) as u16).max(1)
}

/// Reads little-endian numbers off the front of a byte slice.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }
}

impl Model {
    /// Reads a model's file; `None` if it is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        (reader.take(MAGIC.len())? == MAGIC).then_some(())?;
        let count = usize::from(reader.byte()?);
        (count <= MAX_LABELS).then_some(())?;
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let length = usize::from(reader.byte()?);
            labels.push(String::from_utf8_lossy(reader.take(length)?).into_owned());
        }
        let transitions = reader.take((count + 1) * count * 2)?.chunks_exact(2);
        let transitions = transitions.filter_map(|b| Some(i32::from(i16::from_le_bytes(b.try_into().ok()?)))).collect();
        let bits = u32::from(reader.byte()?);
        let slots = reader.take(6 * 1_usize.checked_shl(bits)?)?.chunks_exact(6);
        let weights: Vec<(u8, i8)> = reader.0.chunks_exact(2).map(|pair| (pair[0], pair[1] as i8)).collect();
        let slot = |bytes: &[u8]| {
            let (print, start) = bytes.split_first_chunk()?;
            let (print, start) = (u16::from_le_bytes(*print), u32::from_le_bytes(start.try_into().ok()?));
            let run = weights.get(start as usize..).unwrap_or(&[]).iter();
            let length = if print == 0 { 0 } else { run.take_while(|(label, _)| *label != END).count() };
            Some(Slot { print, length: length as u16, start })
        };
        let slots = slots.filter_map(slot).collect();
        Some(Self { labels, transitions, slots, weights })
    }

    /// The labels' names, in the order of their numbers.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// A label's name; empty for one that does not exist.
    pub fn label_name(&self, label: u8) -> &str {
        self.labels.get(usize::from(label)).map_or("", String::as_str)
    }

    /// The sums of the weights of a few features: bytes, so that 16 bits hold them.
    fn sums(&self, features: &[u64]) -> [i16; MAX_LABELS] {
        let mut scores = [0; MAX_LABELS];
        self.add(features, &mut scores);
        scores.map(|score| score as i16)
    }

    /// Adds the weights of features to the scores of the labels.
    fn add(&self, features: &[u64], scores: &mut [i32]) {
        let mut first = [Slot::default(); TOGETHER];
        for some in features.chunks(TOGETHER) {
            // Reading all the first slots before any is looked at lets the waits for memory pass together.
            for (slot, feature) in first.iter_mut().zip(some) {
                *slot = self.slot(*feature as usize);
            }
            for (slot, feature) in first.iter().zip(some) {
                self.add_one(*feature, *slot, scores);
            }
        }
    }

    /// The slot at a place that is taken round the table; a free one where there is no table.
    fn slot(&self, at: usize) -> Slot {
        self.slots.get(at & self.slots.len().wrapping_sub(1)).copied().unwrap_or_default()
    }

    /// Adds the weights of a feature whose first slot has been read.
    fn add_one(&self, feature: u64, first: Slot, scores: &mut [i32]) {
        let print = print_of(feature);
        let mut slot = first;
        for step in 1..=self.slots.len() {
            if slot.print == 0 {
                return;
            }
            if slot.print == print {
                let start = slot.start as usize;
                for (label, weight) in self.weights.get(start..start + usize::from(slot.length)).unwrap_or(&[]) {
                    if let Some(score) = scores.get_mut(usize::from(*label)) {
                        *score += i32::from(*weight);
                    }
                }
                return;
            }
            slot = self.slot((feature as usize).wrapping_add(step));
        }
    }
}

/// Collects a sentence's features and finds its best labels; its buffers are kept from sentence to sentence. A decoder
/// serves one model.
#[derive(Clone, Debug)]
pub struct Decoder {
    features: Vec<u64>,
    /// For each position how many features hang on a key alone, and the key.
    alone: Vec<(usize, u64)>,
    /// The sums of such features, by key.
    sums: Memory<[i16; MAX_LABELS]>,
    /// Where each position's features begin.
    starts: Vec<usize>,
    allowed: Vec<u64>,
    /// Scores of positions × labels, then of the best chains to them.
    scores: Vec<i32>,
    back: Vec<u8>,
    best: Vec<u8>,
}

impl Default for Decoder {
    fn default() -> Self {
        Self {
            features: Vec::new(),
            alone: Vec::new(),
            sums: Memory::new(1 << 11),
            starts: Vec::new(),
            allowed: Vec::new(),
            scores: Vec::new(),
            back: Vec::new(),
            best: Vec::new(),
        }
    }
}

impl Decoder {
    /// Begins a new sentence.
    pub fn start(&mut self) {
        self.features.clear();
        self.alone.clear();
        self.starts.clear();
        self.allowed.clear();
    }

    /// Begins the next position.
    pub fn position(&mut self) {
        self.starts.push(self.features.len());
        self.alone.push((0, 0));
        self.allowed.push(u64::MAX);
    }

    /// Says that the current position's features so far hang on nothing but `key`, a hash.
    pub fn remember(&mut self, key: u64) {
        if let Some((alone, start)) = self.alone.last_mut().zip(self.starts.last()) {
            *alone = (self.features.len() - start, key);
        }
    }

    /// Adds a feature to the current position.
    pub fn feature(&mut self, feature: u64) {
        self.features.push(feature);
    }

    /// Binds the current position to the labels whose bits are set.
    pub fn allow(&mut self, mask: u64) {
        if let Some(allowed) = self.allowed.last_mut().filter(|_| mask != 0) {
            *allowed = mask;
        }
    }

    /// The features of each position, for training.
    pub fn positions(&self) -> impl Iterator<Item = (&[u64], u64)> {
        let features = |at: usize| {
            let end = self.starts.get(at + 1).copied().unwrap_or(self.features.len());
            self.starts.get(at).and_then(|start| self.features.get(*start..end)).unwrap_or(&[])
        };
        self.allowed.iter().enumerate().map(move |(at, allowed)| (features(at), *allowed))
    }

    /// The best label of each position.
    pub fn decode(&mut self, model: &Model) -> &[u8] {
        let labels = model.labels.len();
        let count = self.starts.len();
        self.best.clear();
        if labels == 0 {
            self.best.resize(count, 0);
            return &self.best;
        }
        self.scores.clear();
        self.scores.resize(count * labels, 0);
        self.back.clear();
        self.back.resize(count * labels, 0);
        let last = self.features.len();
        let ends = self.starts.iter().skip(1).chain(std::iter::once(&last));
        let positions = self.starts.iter().zip(ends).zip(&self.alone).zip(self.scores.chunks_exact_mut(labels));
        for (((start, end), (count, key)), scores) in positions {
            let features = self.features.get(*start..*end).unwrap_or(&[]);
            let (alone, others) = features.split_at_checked(*count).unwrap_or((&[], features));
            if !alone.is_empty() {
                let sums = self.sums.get(*key, || model.sums(alone));
                scores.iter_mut().zip(sums).for_each(|(score, sum)| *score = i32::from(sum));
            }
            model.add(others, scores);
        }
        self.chain(model, labels);
        self.trace(labels, count);
        &self.best
    }

    /// Viterbi's forward pass: each label's best predecessor.
    fn chain(&mut self, model: &Model, labels: usize) {
        let (start_row, rows) = match model.transitions.split_at_checked(labels * labels) {
            Some((rows, start)) => (start, rows),
            None => return,
        };
        let mut previous: Vec<(u8, i32)> = Vec::with_capacity(labels);
        let mut reached = Vec::with_capacity(labels);
        let positions = self.scores.chunks_exact_mut(labels).zip(self.back.chunks_exact_mut(labels));
        for ((scores, back), allowed) in positions.zip(&self.allowed) {
            for (label, score) in scores.iter_mut().enumerate() {
                *score = if allowed >> label & 1 == 0 { UNREACHABLE } else { *score };
            }
            reached.clear();
            // Most words may have a few labels only.
            let mut open = *allowed;
            loop {
                let label = open.trailing_zeros() as usize;
                let (Some(score), Some(back)) = (scores.get_mut(label), back.get_mut(label)) else { break };
                open &= open - 1;
                if previous.is_empty() {
                    *score += start_row.get(label).copied().unwrap_or(0);
                } else {
                    let step = |from: u8| rows.get(usize::from(from) * labels + label).copied().unwrap_or(0);
                    let mut best = (0, i32::MIN);
                    for (from, before) in &previous {
                        let total = before + step(*from);
                        if total > best.1 {
                            best = (*from, total);
                        }
                    }
                    *back = best.0;
                    *score += best.1;
                }
                reached.push((label as u8, *score));
            }
            std::mem::swap(&mut previous, &mut reached);
        }
    }

    fn trace(&mut self, labels: usize, count: usize) {
        self.best.resize(count, 0);
        let last = self.scores.chunks_exact(labels).next_back();
        let best = last.and_then(|row| row.iter().enumerate().max_by_key(|(label, s)| (**s, usize::MAX - label)));
        let mut label = best.map_or(0, |(label, _)| label as u8);
        for (place, back) in self.best.iter_mut().zip(self.back.chunks_exact(labels)).rev() {
            *place = label;
            label = back.get(usize::from(label)).copied().unwrap_or(0);
        }
    }

    /// After [`Decoder::decode`]: by how much the best chain to this position's label beats the best chain to any
    /// other label at it, in the model's units; a small margin is a doubtful label.
    pub fn margin(&self, position: usize) -> i32 {
        let labels = self.scores.len().checked_div(self.starts.len()).unwrap_or(0);
        let row = self.scores.get(position * labels..(position + 1) * labels).unwrap_or(&[]);
        let chosen = usize::from(self.best.get(position).copied().unwrap_or(0));
        let own = row.get(chosen).copied().unwrap_or(0);
        let other = row.iter().enumerate().filter(|(label, _)| *label != chosen).map(|(_, s)| *s).max();
        own.saturating_sub(other.unwrap_or(own))
    }
}

/// Writes a model's file: label names, transition weights ((L + 1) × L, the last row from the start), and for each
/// feature its (label, weight) pairs; weights are scaled so that the largest takes the full range of a byte.
///
/// The order of `features` decides the file's bytes; sort them for the same file every time.
pub fn write(labels: &[String], transitions: &[f32], features: &[(u64, Vec<(u8, f32)>)]) -> Vec<u8> {
    let largest = features.iter().flat_map(|(_, w)| w.iter()).fold(1e-6_f32, |m, (_, w)| m.max(w.abs()));
    let scale = 127.0 / largest;
    let mut bytes = MAGIC.to_vec();
    bytes.push(labels.len() as u8);
    for label in labels {
        bytes.push(label.len() as u8);
        bytes.extend(label.bytes());
    }
    for weight in transitions {
        bytes.extend(((weight * scale).round().clamp(-32_000.0, 32_000.0) as i16).to_le_bytes());
    }
    let kept: Vec<(u64, Vec<(u8, i8)>)> = features
        .iter()
        .map(|(feature, weights)| {
            let rounded = weights.iter().map(|(label, w)| (*label, (w * scale).round() as i8));
            (*feature, rounded.filter(|(_, w)| *w != 0).collect::<Vec<_>>())
        })
        .filter(|(_, weights)| !weights.is_empty())
        .collect();
    let bits = (kept.len() * 4 / 3 + 1).next_power_of_two().trailing_zeros();
    let mask = (1_usize << bits) - 1;
    let mut slots = vec![Slot::default(); mask + 1];
    let mut runs: Vec<u8> = Vec::new();
    for (feature, weights) in &kept {
        let print = print_of(*feature);
        let mut at = *feature as usize & mask;
        while slots.get(at).is_some_and(|slot| slot.print != 0) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = slots.get_mut(at) {
            *slot = Slot { print, length: weights.len() as u16, start: (runs.len() / 2) as u32 };
        }
        for (label, weight) in weights {
            runs.extend([*label, *weight as u8]);
        }
        runs.extend([END, 0]);
    }
    bytes.push(bits as u8);
    for slot in slots {
        bytes.extend(slot.print.to_le_bytes());
        bytes.extend(slot.start.to_le_bytes());
    }
    bytes.extend(runs);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        let labels = ["O", "B", "I"].map(str::to_owned);
        // Inside never follows outside or the start.
        let transitions = [0., 0., -9., 0., 0., 1., 0., 0., 1., 0., 0., -9.];
        let features = vec![(feature(0, 1), vec![(0, 2.0)]), (feature(0, 2), vec![(1, 0.5), (2, 1.0)])];
        Model::read(&write(&labels, &transitions, &features)).unwrap()
    }

    #[test]
    fn the_best_chain_heeds_transitions() {
        let model = model();
        let mut decoder = Decoder::default();
        decoder.start();
        for value in [1, 2, 2, 1] {
            decoder.position();
            decoder.feature(feature(0, value));
        }
        assert_eq!(decoder.decode(&model), [0, 1, 2, 0]);
        assert!(decoder.margin(0) > 0);
        decoder.allow(0b10);
        assert_eq!(decoder.decode(&model), [0, 1, 2, 1]);
        assert_eq!(model.label_name(2), "I");
    }

    #[test]
    fn broken_files_are_no_models() {
        let bytes = write(&["A".to_owned()], &[0.0, 0.0], &[(7, vec![(0, 1.0)])]);
        assert!(Model::read(&bytes).is_some());
        assert!(Model::read(&bytes[..12]).is_none() && Model::read(b"no model").is_none());
        assert!(Decoder::default().decode(&Model::default()).is_empty());
    }
}
