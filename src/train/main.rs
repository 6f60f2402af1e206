//! The trainer's command line: `train names NEWS [CORPUS.jsonl…] -o MODEL` and `train clusters CLUSTERS.json -o FILE`.

use dateline::train::{corpus, names};
use std::path::{Path, PathBuf};

/// How much a sentence of a corpus of other kinds of text counts beside one of news.
const OTHER_WEIGHT: f32 = 0.5;

fn main() -> std::io::Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let parts: Vec<&Path> = arguments.iter().map(PathBuf::as_path).collect();
    match parts.as_slice() {
        [task, json, flag, out] if task.as_os_str() == "clusters" && flag.as_os_str() == "-o" => {
            println!("{} words", corpus::write_clusters(json, out)?);
        }
        [task, news, others @ .., flag, out] if task.as_os_str() == "names" && flag.as_os_str() == "-o" => {
            let mut corpora = vec![corpus::read_brackets(news, 1.0)?];
            for other in others {
                corpora.push(corpus::read_json_lines(other, OTHER_WEIGHT)?);
            }
            let model = names::train(&corpora);
            std::fs::write(out, &model)?;
            println!("{} bytes", model.len());
        }
        _ => eprintln!("usage: train names NEWS [CORPUS.jsonl…] -o MODEL\n       train clusters CLUSTERS.json -o FILE"),
    }
    Ok(())
}
