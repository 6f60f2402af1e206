//! `dateline extract`: articles in, one JSON object a line out.

use super::Outcome;
use crate::model::{Article, Block, BlockKind, DateClaim, DateOrigin, Span};
use crate::{export, extract, ingest};
use chrono::NaiveDate;
use std::io::{BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Articles, or files of JSON lines
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Publication date of the articles; wins over what they say
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<NaiveDate>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for path in &arguments.paths {
        if path.extension().is_some_and(|e| e == "jsonl") {
            let Ok(file) = std::fs::File::open(path) else { return Outcome::Some };
            for line in std::io::BufReader::new(file).lines().map_while(Result::ok) {
                if let Some(article) = record(&line, path) {
                    write(&mut out, article, arguments.published);
                }
            }
        } else if let Ok(bytes) = std::fs::read(path)
            && let Ok(article) = ingest::read(&bytes, &path.to_string_lossy())
        {
            write(&mut out, article, arguments.published);
        }
    }
    Outcome::All
}

fn record(line: &str, path: &Path) -> Option<Article> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let mut article = Article { id: value.get("id")?.as_str()?.to_owned(), ..Default::default() };
    article.source.path = path.to_string_lossy().into_owned();
    let mut at = 0;
    for part in text.split_inclusive("\n") {
        let span = Span::new(at, at + part.len()).trim(&text);
        at += part.len();
        if !span.is_empty() {
            article.blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    if let Some(day) = value.get("published").and_then(|d| d.as_str()).and_then(|d| d.parse::<NaiveDate>().ok()) {
        let at = day.and_hms_opt(0, 0, 0)?;
        article.date_claims.push(DateClaim { at, origin: DateOrigin::Metadata, evidence: format!("published: {day}") });
    }
    article.text = text;
    Some(article)
}

fn write(out: &mut impl Write, mut article: Article, published: Option<NaiveDate>) {
    article.given_date = published.or(article.given_date);
    let object = export::json::extraction(&article, &extract::extract(&article));
    let _ = writeln!(out, "{object}");
}
