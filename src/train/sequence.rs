//! Trains [`crate::extract::text::sequence`] models: an averaged structured perceptron. Each sentence is labelled with
//! the weights so far; where a label is wrong, the features of the right one gain and those of the wrong one lose; the
//! average of all weights on the way is what counts, for it errs less than the last ones (Collins 2002).
//!
//! # How to use it
//! ```text
//! let mut corpus = Corpus::new(["O", "B-PER", …]);
//! for sentence in … {
//!     fill(&mut decoder, sentence);                       // the same function that the program itself calls
//!     corpus.add(&decoder, &labels);                      // numbers into the list of names
//! }
//! std::fs::write("….bin", train(&corpus, Options::default()))
//! ```

use crate::extract::text::sequence::{Decoder, write};
use std::collections::HashMap;

/// Sentences with their features and right labels.
pub struct Corpus {
    labels: Vec<String>,
    sentences: Vec<Vec<Position>>,
    /// Feature → its place in the list of weights.
    places: HashMap<u64, u32>,
    counts: Vec<u32>,
}

struct Position {
    features: Vec<u32>,
    allowed: u64,
    label: u8,
}

impl Corpus {
    /// An empty corpus with these label names.
    pub fn new<S: Into<String>>(labels: impl IntoIterator<Item = S>) -> Self {
        let labels = labels.into_iter().map(Into::into).collect();
        Self { labels, sentences: Vec::new(), places: HashMap::new(), counts: Vec::new() }
    }

    /// Adds a sentence: its features as filled into `decoder`, and the number of each position's right label.
    pub fn add(&mut self, decoder: &Decoder, labels: &[u8]) {
        let mut sentence = Vec::new();
        for ((features, allowed), label) in decoder.positions().zip(labels) {
            let mut places = Vec::with_capacity(features.len());
            for feature in features {
                let next = self.counts.len() as u32;
                let place = *self.places.entry(*feature).or_insert(next);
                if place == next {
                    self.counts.push(0);
                }
                self.counts[place as usize] += 1;
                places.push(place);
            }
            sentence.push(Position { features: places, allowed: allowed | 1 << label, label: *label });
        }
        self.sentences.push(sentence);
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Passes over the corpus.
    pub rounds: usize,
    /// Features seen less often than this are left out.
    pub least_count: u32,
    /// Seed of the order of sentences; the same seed gives the same model.
    pub seed: u64,
    /// How many models, each taught in another order, are averaged: the more, the less hangs on chance (bagging).
    pub models: usize,
    /// Weights below this share of the largest are left out: they decide nothing and make the file long.
    pub least_weight: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { rounds: 10, least_count: 1, seed: 1, models: 1, least_weight: 0.0 }
    }
}

/// A weight, with the sum of its values over all steps so far kept lazily.
#[derive(Clone, Copy, Default)]
struct Weight {
    now: f32,
    total: f64,
    /// Step at which `total` was brought up to date.
    at: u64,
}

impl Weight {
    fn add(&mut self, delta: f32, step: u64) {
        self.total += f64::from(self.now) * (step - self.at) as f64;
        self.at = step;
        self.now += delta;
    }

    fn average(mut self, step: u64) -> f32 {
        self.add(0.0, step);
        (self.total / step.max(1) as f64) as f32
    }
}

struct Trainer<'a> {
    corpus: &'a Corpus,
    count: usize,
    weights: Vec<Weight>,
    transitions: Vec<Weight>,
    least_count: u32,
    step: u64,
}

/// Trains a model and returns its file.
pub fn train(corpus: &Corpus, options: Options) -> Vec<u8> {
    let count = corpus.labels.len();
    let mut trainer = Trainer {
        corpus,
        count,
        weights: vec![Weight::default(); corpus.counts.len() * count],
        transitions: vec![Weight::default(); (count + 1) * count],
        least_count: options.least_count,
        step: 1,
    };
    let mut order: Vec<usize> = (0..corpus.sentences.len()).collect();
    let mut random = options.seed | 1;
    for _ in 0..options.models {
        trainer.forget();
        for _ in 0..options.rounds {
            for i in (1..order.len()).rev() {
                // xorshift64
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                order.swap(i, (random % (i as u64 + 1)) as usize);
            }
            for sentence in &order {
                trainer.learn(&corpus.sentences[*sentence]);
            }
        }
    }
    trainer.file(options.least_weight)
}

impl Trainer<'_> {
    /// Begins a further model; the average goes on over all.
    fn forget(&mut self) {
        for weight in self.weights.iter_mut().chain(&mut self.transitions) {
            weight.add(-weight.now, self.step);
            weight.now = 0.0;
        }
    }

    fn learn(&mut self, sentence: &[Position]) {
        self.step += 1;
        let guess = self.decode(sentence);
        let mut before = (self.count, self.count);
        for (position, guess) in sentence.iter().zip(guess) {
            let right = usize::from(position.label);
            if right != guess {
                for feature in &position.features {
                    let row = *feature as usize * self.count;
                    self.weights[row + right].add(1.0, self.step);
                    self.weights[row + guess].add(-1.0, self.step);
                }
            }
            if (before.0, right) != (before.1, guess) {
                self.transitions[before.0 * self.count + right].add(1.0, self.step);
                self.transitions[before.1 * self.count + guess].add(-1.0, self.step);
            }
            before = (right, guess);
        }
    }

    fn decode(&self, sentence: &[Position]) -> Vec<usize> {
        let count = self.count;
        let mut back: Vec<Vec<usize>> = Vec::with_capacity(sentence.len());
        let mut scores: Vec<f32> = Vec::new();
        for (at, position) in sentence.iter().enumerate() {
            let mut own = vec![0.0_f32; count];
            for feature in position.features.iter().filter(|f| self.corpus.counts[**f as usize] >= self.least_count) {
                let row = *feature as usize * count;
                for (score, weight) in own.iter_mut().zip(&self.weights[row..row + count]) {
                    *score += weight.now;
                }
            }
            let mut from_best = vec![0; count];
            for (label, score) in own.iter_mut().enumerate() {
                if position.allowed >> label & 1 == 0 {
                    *score = f32::NEG_INFINITY;
                } else if at == 0 {
                    *score += self.transitions[count * count + label].now;
                } else {
                    let mut best = (0, f32::NEG_INFINITY);
                    for (from, before) in scores.iter().enumerate() {
                        let total = before + self.transitions[from * count + label].now;
                        if total > best.1 {
                            best = (from, total);
                        }
                    }
                    from_best[label] = best.0;
                    *score += best.1;
                }
            }
            back.push(from_best);
            scores = own;
        }
        let mut label = 0;
        for (candidate, score) in scores.iter().enumerate() {
            if *score > scores[label] {
                label = candidate;
            }
        }
        let mut out = vec![0; sentence.len()];
        for (place, back) in out.iter_mut().zip(&back).rev() {
            *place = label;
            label = back[label];
        }
        out
    }

    fn file(&self, least_weight: f32) -> Vec<u8> {
        let largest = self.weights.iter().map(|w| w.average(self.step).abs()).fold(0.0, f32::max);
        let mut features: Vec<(u64, Vec<(u8, f32)>)> = Vec::new();
        for (feature, place) in &self.corpus.places {
            if self.corpus.counts[*place as usize] < self.least_count {
                continue;
            }
            let row = *place as usize * self.count;
            let weights = self.weights[row..row + self.count].iter().enumerate();
            let weights = weights.map(|(label, w)| (label as u8, w.average(self.step)));
            features
                .push((*feature, weights.filter(|(_, w)| *w != 0.0 && w.abs() >= least_weight * largest).collect()));
        }
        features.sort_unstable_by_key(|(feature, _)| *feature);
        let transitions: Vec<f32> = self.transitions.iter().map(|w| w.average(self.step)).collect();
        write(&self.corpus.labels, &transitions, &features)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::sequence::{Model, feature};

    #[test]
    fn a_model_learns_what_it_is_taught_and_is_the_same_every_time() {
        let fill = |decoder: &mut Decoder, values: &[u64]| {
            decoder.start();
            for value in values {
                decoder.position();
                decoder.feature(feature(0, *value));
            }
        };
        let mut corpus = Corpus::new(["A", "B"]);
        let mut decoder = Decoder::default();
        for _ in 0..4 {
            fill(&mut decoder, &[1, 2, 3, 1]);
            corpus.add(&decoder, &[0, 1, 1, 0]);
            fill(&mut decoder, &[3, 3, 2]);
            corpus.add(&decoder, &[1, 1, 1]);
        }
        let file = train(&corpus, Options::default());
        assert_eq!(file, train(&corpus, Options::default()));
        let model = Model::read(&file).unwrap();
        fill(&mut decoder, &[1, 2, 3, 1]);
        assert_eq!(decoder.decode(&model), [0, 1, 1, 0]);
    }
}
