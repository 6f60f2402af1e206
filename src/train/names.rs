//! Trains the name tagger: a linear-chain conditional random field (Lafferty et al. 2001) over hashed features, fitted by
//! AdaGrad, then rounded to bytes and pruned.
//!
//! Corpora annotated by another guide say nothing of roles; there a word without label may be one, and the sum runs over
//! all labellings that agree with what is known.

use super::corpus::{self, Corpus, Known};
use crate::extract::entity::training::{IMPOSSIBLE, LABELS, may_follow, samples};
use crate::extract::text;
use std::collections::HashMap;
use std::path::Path;

/// Passes over the data.
const EPOCHS: usize = 9;
/// AdaGrad's step.
const STEP: f32 = 0.12;
/// Pull of each touched weight towards zero, per visit.
const DECAY: f32 = 1e-3;
/// One feature in so many is left out of a sentence at each visit, so that none is relied on alone.
const DROPPED_ONE_IN: u64 = 6;
/// Weights per unit in the rounded model.
const SCALE: f32 = 16.0;

/// Features that the model keeps: those with the strongest weights.
const MOST_ROWS: usize = 180_000;

struct Example {
    /// Feature numbers of each word.
    features: Vec<Vec<u32>>,
    /// Labels that each word may have.
    known: Vec<Known>,
    weight: f32,
}

type Scores = [f32; LABELS];

/// A random field while it is being fitted.
struct Field {
    rows: Vec<Scores>,
    squares: Vec<Scores>,
    transitions: [Scores; LABELS],
    transition_squares: [Scores; LABELS],
}

/// How much a sentence of a corpus of other kinds of text counts beside one of news.
const OTHER_WEIGHT: f32 = 0.5;

/// The recipe: reads a folder of bracket files and JSON-lines corpora, writes the model to the last path.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [news, others @ .., out] = arguments else { return Err("names NEWS_DIR [CORPUS.jsonl…] OUT".into()) };
    let mut corpora = vec![corpus::read_brackets(Path::new(news), 1.0).map_err(told(news))?];
    for other in others {
        corpora.push(corpus::read_json_lines(Path::new(other), OTHER_WEIGHT).map_err(told(other))?);
    }
    let model = train(&corpora);
    std::fs::write(out, &model).map_err(told(out))?;
    println!("{} bytes", model.len());
    Ok(())
}

fn told(path: &str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("cannot use this file: {error}\n  {path}")
}

/// Fits a tagger to the corpora and returns the model file's bytes.
pub fn train(corpora: &[Corpus]) -> Vec<u8> {
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut examples = Vec::new();
    for corpus in corpora {
        for article in &corpus.articles {
            let document = text::analyse(&article.article);
            for sentence in samples(&document) {
                let known = sentence.iter().map(|word| article.known(word.span)).collect();
                let features = sentence
                    .iter()
                    .map(|word| {
                        let number = |key: &u32| {
                            let next = numbers.len() as u32;
                            *numbers.entry(*key).or_insert(next)
                        };
                        word.features.iter().map(number).collect()
                    })
                    .collect();
                examples.push(Example { features, known, weight: corpus.weight });
            }
        }
    }
    let mut field = Field::new(numbers.len());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 88_172_645_463_325_252_u64;
    for epoch in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        let mut loss = 0.0;
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            loss += field.learn(&thinned(example, &mut random));
        }
        eprintln!("epoch {epoch}: loss {:.4} a sentence, {} features", loss / examples.len() as f32, numbers.len());
    }
    field.write(&numbers)
}

fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random
}

fn thinned(example: &Example, random: &mut u64) -> Example {
    let mut word = |features: &Vec<u32>| -> Vec<u32> {
        features.iter().copied().filter(|_| next(random) >> 8 & 0xFFFF >= 0x1_0000 / DROPPED_ONE_IN).collect()
    };
    let features = example.features.iter().map(&mut word).collect();
    Example { features, known: example.known.clone(), weight: example.weight }
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for at in (1..order.len()).rev() {
        order.swap(at, (next(random) % (at as u64 + 1)) as usize);
    }
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY { most } else { most + values.map(|v| (v - most).exp()).sum::<f32>().ln() }
}

impl Field {
    fn new(features: usize) -> Self {
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (before, row) in transitions.iter_mut().enumerate() {
            for (after, weight) in row.iter_mut().enumerate() {
                *weight = if may_follow(before, after) { 0.0 } else { IMPOSSIBLE as f32 };
            }
        }
        Field {
            rows: vec![[0.0; LABELS]; features],
            squares: vec![[1e-6; LABELS]; features],
            transitions,
            transition_squares: [[1e-6; LABELS]; LABELS],
        }
    }

    fn scores(&self, example: &Example) -> Vec<Scores> {
        let word = |features: &Vec<u32>| {
            let mut scores = [0.0; LABELS];
            for row in features.iter().filter_map(|f| self.rows.get(*f as usize)) {
                scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
            }
            scores
        };
        example.features.iter().map(word).collect()
    }

    /// Expected label and transition counts, and the log of the sum, over labellings inside `allowed`.
    fn expect(
        &self,
        scores: &[Scores],
        allowed: impl Fn(usize, usize) -> bool,
    ) -> (Vec<Scores>, [Scores; LABELS], f32) {
        let n = scores.len();
        let at = |i: usize, l: usize| if allowed(i, l) { scores[i][l] } else { f32::NEG_INFINITY };
        let mut forward = vec![[f32::NEG_INFINITY; LABELS]; n];
        let mut backward = vec![[0.0_f32; LABELS]; n];
        for i in 0..n {
            for l in 0..LABELS {
                let before = if i == 0 {
                    self.transitions[0][l]
                } else {
                    log_sum((0..LABELS).map(|p| forward[i - 1][p] + self.transitions[p][l]))
                };
                forward[i][l] = before + at(i, l);
            }
        }
        for i in (0..n.saturating_sub(1)).rev() {
            for l in 0..LABELS {
                backward[i][l] =
                    log_sum((0..LABELS).map(|q| self.transitions[l][q] + at(i + 1, q) + backward[i + 1][q]));
            }
        }
        let total = forward.last().map_or(0.0, |last| log_sum(last.iter().copied()));
        let mut labels = vec![[0.0; LABELS]; n];
        let mut pairs = [[0.0; LABELS]; LABELS];
        for i in 0..n {
            for l in 0..LABELS {
                labels[i][l] = (forward[i][l] + backward[i][l] - total).exp();
                if i == 0 {
                    pairs[0][l] += labels[0][l];
                    continue;
                }
                for p in 0..LABELS {
                    pairs[p][l] +=
                        (forward[i - 1][p] + self.transitions[p][l] + at(i, l) + backward[i][l] - total).exp();
                }
            }
        }
        (labels, pairs, total)
    }

    /// One step on one sentence; returns the loss before it.
    fn learn(&mut self, example: &Example) -> f32 {
        if example.features.is_empty() {
            return 0.0;
        }
        let scores = self.scores(example);
        let (guess, guess_pairs, all) = self.expect(&scores, |_, _| true);
        let (truth, truth_pairs, right) = self.expect(&scores, |i, l| example.known[i].allows(l));
        // A sentence whose end cuts a name has no possible labelling.
        if !right.is_finite() || all - right > 10_000.0 {
            return 0.0;
        }
        for (i, features) in example.features.iter().enumerate() {
            let mut gradient = [0.0; LABELS];
            for l in 0..LABELS {
                gradient[l] = example.weight * (truth[i][l] - guess[i][l]);
            }
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for feature in features {
                step(&mut self.rows[*feature as usize], &mut self.squares[*feature as usize], &gradient);
            }
        }
        for p in 0..LABELS {
            let mut gradient = [0.0; LABELS];
            for l in 0..LABELS {
                gradient[l] = example.weight * (truth_pairs[p][l] - guess_pairs[p][l]);
            }
            step(&mut self.transitions[p], &mut self.transition_squares[p], &gradient);
        }
        all - right
    }

    fn write(&self, numbers: &HashMap<u32, u32>) -> Vec<u8> {
        let round = |weight: f32| (weight * SCALE).round().clamp(-127.0, 127.0) as i8;
        let mut rows: Vec<(u32, [i8; LABELS])> = Vec::new();
        for (key, number) in numbers.iter().filter(|(key, _)| **key != 0) {
            rows.push((*key, self.rows[*number as usize].map(round)));
        }
        let strength = |row: &[i8; LABELS]| row.iter().map(|w| w.unsigned_abs()).max().unwrap_or(0);
        rows.sort_unstable_by_key(|(key, row)| (std::cmp::Reverse(strength(row)), *key));
        rows.truncate(MOST_ROWS);
        rows.retain(|(_, row)| strength(row) > 1);
        rows.sort_unstable();
        let mut bytes = (rows.len() as u32).to_le_bytes().to_vec();
        for weight in self.transitions.iter().flatten() {
            bytes.extend(((weight * SCALE).round().clamp(-30_000.0, 30_000.0) as i16).to_le_bytes());
        }
        for (key, row) in rows {
            bytes.extend(key.to_le_bytes());
            bytes.extend(row.map(|w| w as u8));
        }
        bytes
    }
}

fn step(weights: &mut Scores, squares: &mut Scores, gradient: &Scores) {
    for l in 0..LABELS {
        if weights[l] <= IMPOSSIBLE as f32 / 2.0 {
            continue;
        }
        let slope = gradient[l] - DECAY * weights[l];
        squares[l] += slope * slope;
        weights[l] += STEP * slope / squares[l].sqrt();
    }
}
