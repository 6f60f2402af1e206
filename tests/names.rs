//! Names of people, organisations and places, measured on the test part of the news corpus: a guard against a change that
//! finds fewer of them.

use dateline::extract::{entity, text};
use dateline::model::{Article, Block, BlockKind, EntityKind, MentionForm, Span};
use std::path::Path;

/// Exact F1 reached, in percent; the test fails when it falls more than a point below.
const REACHED: f64 = 93.4;

/// The text without its brackets, and the names of people, organisations and places in it.
fn plain(annotated: &str) -> (String, Vec<(EntityKind, Span)>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut rest = annotated;
    while let Some((before, inside)) = rest.split_once('[') {
        text.push_str(before);
        let (name, after) = inside.split_once(']').unwrap();
        let (kind, words) = name.split_once('|').unwrap();
        let span = Span::new(text.len(), text.len() + words.len());
        text.push_str(words);
        match kind {
            "P" => names.push((EntityKind::Person, span)),
            "O" => names.push((EntityKind::Organisation, span)),
            "L" => names.push((EntityKind::Place, span)),
            _ => {}
        }
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

fn found(text: String) -> Vec<(EntityKind, Span)> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    blocks.retain(|block| !block.span.is_empty());
    let article = Article { text, blocks, ..Article::default() };
    let entities = entity::find(&text::analyse(&article), &[]);
    let named = entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e.kind, m)));
    let named = named.filter(|(kind, m)| m.form == MentionForm::Name && *kind != EntityKind::Group);
    named.map(|(kind, m)| (kind, m.span)).collect()
}

#[test]
fn names_are_found_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/news/test");
    let (mut right, mut all) = (0, 0);
    for file in std::fs::read_dir(folder).unwrap() {
        let annotated = std::fs::read_to_string(file.unwrap().path()).unwrap().replace("\r\n", "\n");
        let (text, expected) = plain(&annotated);
        let found = found(text);
        right += 2 * found.iter().filter(|name| expected.contains(name)).count();
        all += found.len() + expected.len();
    }
    let f1 = 100.0 * right as f64 / all as f64;
    println!("names, exact F1: {f1:.1}");
    assert!(f1 >= REACHED - 1.0, "names, exact F1: {f1:.1}, reached was {REACHED}");
}
