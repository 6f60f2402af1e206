//! Trains the finder of event nouns on reports whose nouns were annotated by reading, and says how well it does on those kept
//! apart for the test.
//!
//! The corpus is `tests/corpus/event_nouns`: `== ID` opens a report; `{E}` stands behind each noun that names a happening,
//! `{V}` behind a word that looks like a noun and is none.

use super::corpus::article_of;
use super::sequence::{Corpus, Options, train};
use crate::extract::event::training::{Judge, is_listed, repaired};
use crate::extract::text::sequence::Model;
use crate::extract::text::{Document, analyse};
use crate::model::Article;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

/// A report, and what stands behind its words: by the byte at which the word ends, `E` or `V`.
struct Report {
    article: Article,
    marks: BTreeMap<u32, char>,
}

fn read(path: &str) -> Result<Vec<Report>, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let mut reports = Vec::new();
    for part in text.split("== ").skip(1) {
        let (id, marked) = part.split_once('\n').unwrap_or((part, ""));
        let mut plain = String::new();
        let mut marks = BTreeMap::new();
        let mut rest = marked;
        while let Some(open) = rest.find('{') {
            let (before, behind) = rest.split_at(open);
            plain.push_str(before);
            let mark = behind.get(1..2).and_then(|m| m.chars().next()).filter(|_| behind.get(2..3) == Some("}"));
            match mark {
                Some(mark) => {
                    marks.insert(plain.len() as u32, mark);
                    rest = behind.get(3..).unwrap_or("");
                }
                None => {
                    plain.push('{');
                    rest = behind.get(1..).unwrap_or("");
                }
            }
        }
        plain.push_str(rest);
        reports.push(Report { article: article_of(id, plain), marks });
    }
    Ok(reports)
}

/// Calls `each` with every noun: the judge, its document, its sentence's tokens, its own token, whether it names a happening.
fn nouns(reports: &[&Report], mut each: impl FnMut(&mut Judge, &Document<'_>, Range<usize>, usize, bool)) {
    let mut judge = Judge::default();
    for report in reports {
        let document = repaired(&analyse(&report.article));
        for sentence in &document.sentences {
            for at in sentence.tokens.clone().filter(|at| document.tag(*at).is_common_noun()) {
                let mark = document.tokens.get(at).and_then(|t| report.marks.get(&t.span.end));
                if mark != Some(&'V') {
                    each(&mut judge, &document, sentence.tokens.clone(), at, mark == Some(&'E'));
                }
            }
        }
    }
}

/// Parts into which the teaching reports fall when each is to be judged by a model that was taught the others.
const FOLDS: usize = 8;
const OPTIONS: Options = Options { rounds: 8, least_count: 1, seed: 1, models: 8, least_weight: 0.03 };

fn taught(reports: &[&Report]) -> Vec<u8> {
    let mut corpus = Corpus::new(["other", "event"]);
    nouns(reports, |judge, document, sentence, token, event| {
        judge.describe(document, sentence, token);
        corpus.add(&judge.decoder, &[u8::from(event)]);
    });
    train(&corpus, OPTIONS)
}

/// How many nouns were found right, found at all, and are to be found.
#[derive(Clone, Copy, Default)]
struct Counts([usize; 3]);

impl Counts {
    fn add(&mut self, told: bool, event: bool) {
        for (count, one) in self.0.iter_mut().zip([told && event, told, event]) {
            *count += usize::from(one);
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [right, found, all] = self.0;
        let percent = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        write!(
            f,
            "P {:.1} R {:.1} F1 {:.1}",
            percent(right, found),
            percent(right, all),
            percent(2 * right, found + all)
        )
    }
}

fn judge(model: &Model, reports: &[&Report], by_list: &mut Counts, by_model: &mut Counts) {
    nouns(reports, |judge, document, sentence, token, event| {
        by_list.add(is_listed(document.word(token)), event);
        by_model.add(judge.score(model, document, sentence, token) > 0, event);
    });
}

/// Recipe `event-nouns`: the corpus' folder, the model to write.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder, out] = arguments else {
        return Err("event-nouns needs CORPUS_DIR OUT".into());
    };
    let (teaching, tests) = (read(&format!("{folder}/train.txt"))?, read(&format!("{folder}/test.txt"))?);
    let readable = |file: &[u8]| Model::read(file).ok_or("the model cannot be read back");
    let (mut by_list, mut by_model) = (Counts::default(), Counts::default());
    for fold in 0..FOLDS {
        let part = |inside: bool| {
            let reports = teaching.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == inside);
            reports.map(|(_, report)| report).collect::<Vec<_>>()
        };
        judge(&readable(&taught(&part(false)))?, &part(true), &mut by_list, &mut by_model);
    }
    println!("cross-validated: {by_model}; by the list alone {by_list}");
    let file = taught(&teaching.iter().collect::<Vec<_>>());
    let (mut by_list, mut by_model) = (Counts::default(), Counts::default());
    judge(&readable(&file)?, &tests.iter().collect::<Vec<_>>(), &mut by_list, &mut by_model);
    println!("test: {by_model}; by the list alone {by_list}");
    println!("{} reports to learn, {} to test, {} bytes", teaching.len(), tests.len(), file.len());
    fs::write(out, file).map_err(|e| format!("{out}: {e}"))
}
