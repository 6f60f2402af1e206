//! Trains the name tagger: a linear-chain conditional random field (Lafferty et al. 2001) over hashed features, fitted by
//! AdaGrad, then rounded to bytes and pruned.
//!
//! Corpora annotated by another guide say nothing of roles; there a word without label may be one, and the sum runs over
//! all labellings that agree with what is known.

use super::corpus::{self, Corpus, Known};
use crate::extract::entity::training::{IMPOSSIBLE, LABELS, Model, NameKind, may_follow, names, samples};
use crate::extract::text;
use crate::model::Span;
use std::collections::HashMap;
use std::path::Path;

/// Passes over the data of each fit.
const EPOCHS: usize = 10;
/// Passes before the weights count: their average over the later ones errs less than the last.
const WARM_UP: usize = 3;
/// Fits from different orders, averaged too.
const FITS: usize = 3;
/// AdaGrad's step.
const STEP: f32 = 0.12;
/// Pull of each touched weight towards zero, per visit.
const DECAY: f32 = 1e-3;
/// Share of the features that a word loses at each visit, so that none is relied on alone.
const DROPPED: f32 = 0.4;
/// Share of the visits at which no list knows a sentence's names.
const UNLISTED: f32 = 0.1;
/// Share of the visits at which its capitalised words are unknown: then their context must tell.
const UNKNOWN: f32 = 0.15;
/// One paragraph of news in so many is read as a headline, too.
const HEADLINE_ONE_IN: usize = 8;
/// How much such a headline counts beside a sentence of news, and a sentence of a corpus whose weight is not given.
const OTHER_WEIGHT: f32 = 0.5;
/// Weights per unit in the rounded model.
const SCALE: f32 = 16.0;
/// Features that the model keeps: those with the strongest weights.
const MOST_ROWS: usize = 180_000;

struct Example {
    /// Feature numbers of each word, by how much is known of the names.
    looks: [Vec<Vec<u32>>; 3],
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

/// The recipe: reads a folder of bracket files, more such folders and JSON-lines corpora (`PATH=0.2` gives a corpus its weight), writes the
/// model to the last path.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [news, others @ .., out] = arguments else { return Err("names NEWS_DIR [DIR or CORPUS.jsonl…] OUT".into()) };
    let mut corpora = vec![corpus::read_brackets(Path::new(news), 1.0).map_err(told(news))?];
    for other in others {
        let (other, weight) = other.split_once('=').unwrap_or((other, ""));
        let weight = weight.parse().unwrap_or(OTHER_WEIGHT);
        let path = Path::new(other);
        let read =
            if path.is_dir() { corpus::read_brackets(path, weight) } else { corpus::read_json_lines(path, weight) };
        corpora.push(read.map_err(told(other))?);
    }
    corpora.extend(corpora.first().map(|news| news.headlines(HEADLINE_ONE_IN, OTHER_WEIGHT)));
    let model = train(&corpora);
    std::fs::write(out, &model).map_err(told(out))?;
    println!("{} bytes", model.len());
    Ok(())
}

/// The recipe: measures a model on corpora.
pub(super) fn score(arguments: &[String]) -> Result<(), String> {
    let [model, corpora @ ..] = arguments else { return Err("score-names MODEL CORPUS…".into()) };
    let model = Model::read(&std::fs::read(model).map_err(told(model))?);
    for name in corpora {
        let path = Path::new(name);
        let read = if path.is_dir() { corpus::read_brackets(path, 1.0) } else { corpus::read_json_lines(path, 1.0) };
        let (mut right, mut found, mut expected) = (0, 0, 0);
        for article in read.map_err(told(name))?.articles {
            let is_thing = |(_, kind): &(Span, NameKind)| !matches!(kind, NameKind::Group | NameKind::Role);
            let mut names = names(&text::analyse(&article.article), &model);
            names.retain(is_thing);
            right += names.iter().filter(|name| article.names.contains(name)).count();
            found += names.len();
            expected += article.names.iter().filter(|name| is_thing(name)).count();
        }
        let percent = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        let (precision, recall) = (percent(right, found), percent(right, expected));
        println!("P {precision:5.1}  R {recall:5.1}  F1 {:5.1}  {name}", percent(2 * right, found + expected));
    }
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
                let mut number = |key: &u32| {
                    let next = numbers.len() as u32;
                    *numbers.entry(*key).or_insert(next)
                };
                let looks = [0, 1, 2].map(|look| {
                    sentence.iter().map(|word| word.features[look].iter().map(&mut number).collect()).collect()
                });
                examples.push(Example { looks, known, weight: corpus.weight });
            }
        }
    }
    let mut mean = Field::new(numbers.len());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 88_172_645_463_325_252_u64;
    for fit in 0..FITS {
        let mut field = Field::new(numbers.len());
        for epoch in 0..EPOCHS {
            shuffle(&mut order, &mut random);
            let mut loss = 0.0;
            for example in order.iter().filter_map(|at| examples.get(*at)) {
                loss += field.learn(example, &thinned(example, &mut random));
            }
            let loss = loss / examples.len() as f32;
            eprintln!("fit {fit}, epoch {epoch}: loss {loss:.4} a sentence, {} features", numbers.len());
            if epoch >= WARM_UP {
                mean.add(&field);
            }
        }
    }
    mean.scale(((EPOCHS - WARM_UP) * FITS) as f32);
    mean.write(&numbers)
}

fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random
}

/// The features of each word as one visit shows them: of one look, and not all of them.
fn thinned(example: &Example, random: &mut u64) -> Vec<Vec<u32>> {
    let mut share = || (next(random) >> 8 & 0xFFFF) as f32 / 65_536.0;
    let look = match share() {
        draw if draw < UNLISTED => 1,
        draw if draw < UNLISTED + UNKNOWN => 2,
        _ => 0,
    };
    let mut word = |features: &Vec<u32>| features.iter().copied().filter(|_| share() >= DROPPED).collect();
    example.looks[look].iter().map(&mut word).collect()
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

    /// Adds another field's weights.
    fn add(&mut self, other: &Field) {
        let rows = self.rows.iter_mut().chain(&mut self.transitions).zip(other.rows.iter().chain(&other.transitions));
        rows.for_each(|(a, b)| a.iter_mut().zip(b).for_each(|(a, b)| *a += b));
    }

    /// Makes the sum of so many fields their mean.
    fn scale(&mut self, fields: f32) {
        self.rows.iter_mut().chain(&mut self.transitions).flatten().for_each(|weight| *weight /= fields);
    }

    fn scores(&self, words: &[Vec<u32>]) -> Vec<Scores> {
        let word = |features: &Vec<u32>| {
            let mut scores = [0.0; LABELS];
            for row in features.iter().filter_map(|f| self.rows.get(*f as usize)) {
                scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
            }
            scores
        };
        words.iter().map(word).collect()
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

    /// One step on one sentence, seen by these features of its words; returns the loss before it.
    fn learn(&mut self, example: &Example, words: &[Vec<u32>]) -> f32 {
        if words.is_empty() {
            return 0.0;
        }
        let scores = self.scores(words);
        let (guess, guess_pairs, all) = self.expect(&scores, |_, _| true);
        let (truth, truth_pairs, right) = self.expect(&scores, |i, l| example.known[i].allows(l));
        // A sentence whose end cuts a name has no possible labelling.
        if !right.is_finite() || all - right > 10_000.0 {
            return 0.0;
        }
        for (i, features) in words.iter().enumerate() {
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
