//! Trains the tagger on hand-annotated sentences and says how well it does on those kept apart for the test.
//!
//! The corpus is `tests/corpus/pos`: a sentence a line, `word/TAG word/TAG …`; files `train_*.txt` and `test_*.txt`.

use super::sequence::{Corpus, Options, train};
use crate::extract::text::sequence::Model;
use crate::extract::text::tagger::Tagger;
use crate::extract::text::{Shape, Tag, Token, analyse, lower_hash};
use crate::model::{Article, Block, BlockKind, CodePoints, Span};
use std::collections::BTreeMap;
use std::fs;

/// A sentence with its right tags.
struct Sentence {
    text: String,
    tokens: Vec<Token>,
    tags: Vec<Tag>,
}

fn read(folder: &str, prefix: &str) -> Result<Vec<Sentence>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{folder}: {e}"))?;
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with(prefix)));
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty()) {
            out.push(sentence(line).map_err(|e| format!("{}:{}: {e}", path.display(), number + 1))?);
        }
    }
    Ok(out)
}

fn sentence(line: &str) -> Result<Sentence, String> {
    let mut out = Sentence { text: String::new(), tokens: Vec::new(), tags: Vec::new() };
    for item in line.split_whitespace() {
        let (word, code) = item.rsplit_once('/').ok_or_else(|| format!("no tag: {item}"))?;
        let tag = Tag::from_penn(code).ok_or_else(|| format!("unknown tag: {item}"))?;
        let span = Span::new(out.text.len(), out.text.len() + word.len());
        // What the tokenizer would have settled already.
        let settled = if tag.is_punctuation() || tag == Tag::Symbol {
            tag
        } else if word.starts_with(['\'', '’']) || word.ends_with("n't") || word.ends_with("n’t") {
            Tag::PossessiveMarker
        } else {
            Tag::Other
        };
        out.tokens.push(Token { span, tag: settled, shape: Shape::of(word), hash: lower_hash(word) });
        out.tags.push(tag);
        out.text.push_str(word);
        out.text.push(' ');
    }
    Ok(out)
}

/// Recipe `tagger`: the corpus' folder, the model to write.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder, out] = arguments else {
        return Err("tagger needs CORPUS_DIR OUT".into());
    };
    let (teaching, tests) = (read(folder, "train_")?, read(folder, "test_")?);
    let mut corpus = Corpus::new(Tag::ALL.iter().map(|tag| tag.penn()));
    let mut tagger = Tagger::default();
    for sentence in &teaching {
        let mut tokens = sentence.tokens.clone();
        tagger.describe(&sentence.text, &mut tokens);
        corpus.add(&tagger.decoder, &sentence.tags.iter().map(|tag| *tag as u8).collect::<Vec<_>>());
    }
    let file = train(&corpus, Options { rounds: 8, models: 5, least_weight: 0.06, ..Options::default() });
    let model = Model::read(&file).ok_or("the model cannot be read back")?;
    println!("{} sentences to learn, {} to test, {} bytes", teaching.len(), tests.len(), file.len());
    for (name, by_rule) in [("by rule", true), ("by model", false)] {
        let mut report = Report::default();
        for sentence in &tests {
            let mut tokens = sentence.tokens.clone();
            tagger.describe(&sentence.text, &mut tokens);
            if !by_rule {
                for (token, label) in tokens.iter_mut().zip(tagger.decoder.decode(&model)) {
                    token.tag = Tag::ALL[usize::from(*label)];
                }
            }
            for (have, want) in tokens.iter().zip(&sentence.tags) {
                report.add(have.tag, *want);
            }
        }
        println!("{name}: {report}");
    }
    fs::write(out, file).map_err(|e| format!("{out}: {e}"))
}

/// Counts of (given, right) tags.
#[derive(Default)]
struct Report(BTreeMap<(Tag, Tag), usize>);

impl Report {
    fn add(&mut self, have: Tag, want: Tag) {
        *self.0.entry((have, want)).or_insert(0) += 1;
    }

    fn share(&self, counts: impl Fn(Tag) -> bool, same: impl Fn(Tag, Tag) -> bool) -> (usize, usize) {
        let of_kind = self.0.iter().filter(|((_, want), _)| counts(*want));
        of_kind
            .fold((0, 0), |(right, all), ((have, want), n)| (right + if same(*have, *want) { *n } else { 0 }, all + n))
    }
}

/// Finite verb, participle, other verb, noun, other: what clauses are built on.
fn coarse(tag: Tag) -> u8 {
    match tag {
        tag if tag.is_finite_verb() => 1,
        Tag::VerbPastParticiple => 2,
        Tag::VerbGerund => 3,
        Tag::VerbBase => 4,
        tag if tag.is_noun() => 5,
        _ => 0,
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut line = |name: &str, (right, all): (usize, usize)| {
            writeln!(f, "  {name} {right}/{all} = {:.2} %", 100.0 * right as f64 / all.max(1) as f64)
        };
        line("all words", self.share(|t| !t.is_punctuation(), |a, b| a == b))?;
        line("verb, noun or participle", self.share(|t| coarse(t) > 0, |a, b| coarse(a) == coarse(b)))?;
        line("verb recall", self.share(Tag::is_verb, |a, _| a.is_verb()))?;
        line("past tense", self.share(|t| t == Tag::VerbPast, |a, b| a == b))?;
        line("past participle", self.share(|t| t == Tag::VerbPastParticiple, |a, b| a == b))?;
        line("gerund", self.share(|t| t == Tag::VerbGerund, |a, b| a == b))?;
        line("present tense", self.share(|t| matches!(t, Tag::VerbPresent | Tag::VerbPresent3rd), |a, b| a == b))?;
        line("base form", self.share(|t| t == Tag::VerbBase, |a, b| a == b))?;
        line("common noun", self.share(Tag::is_common_noun, |a, b| a == b))?;
        line("adjective", self.share(|t| t == Tag::Adjective, |a, b| a == b))?;
        let mut wrong: Vec<_> = self.0.iter().filter(|((have, want), _)| have != want).collect();
        wrong.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
        for ((have, want), n) in wrong.into_iter().take(14) {
            write!(f, "  {}→{} {n}", want.penn(), have.penn())?;
        }
        Ok(())
    }
}

/// Recipe `tag`: JSON lines with `text`; prints each one's tokens as `[[start, end, tag], …]`.
pub(super) fn tag(arguments: &[String]) -> Result<(), String> {
    let [path] = arguments else {
        return Err("tag needs JSONL".into());
    };
    for line in fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?.lines() {
        let value: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("{path}: {e}"))?;
        let text = value.get("text").and_then(|t| t.as_str()).unwrap_or("").to_owned();
        let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
        let article = Article { text, blocks, ..Article::default() };
        let points = CodePoints::new(&article.text);
        let document = analyse(&article);
        let rows = document.tokens.iter().map(|token| {
            let (start, end) = points.of(token.span);
            serde_json::json!([start, end, token.tag.penn()])
        });
        println!("{}", serde_json::Value::from_iter(rows));
    }
    Ok(())
}
