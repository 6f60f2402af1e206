//! Names of people, organisations and places, measured on the test part of the news corpus: a guard against a change that
//! finds fewer of them.

use dateline::extract::{entity, text};
use dateline::model::{Article, Block, BlockKind, EntityKind, MentionForm, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// Exact F1 reached, in percent; the test fails when it falls more than a point below.
const REACHED: f64 = 95.0;

/// The text without its brackets, and what stood in them, each with its letter.
pub(crate) fn labels(annotated: &str) -> (String, Vec<(String, Span)>) {
    let (mut text, mut labels) = (String::new(), Vec::new());
    let mut rest = annotated;
    while let Some((before, inside)) = rest.split_once('[') {
        text.push_str(before);
        let (label, after) = inside.split_once(']').unwrap();
        let (letter, words) = label.split_once('|').unwrap();
        labels.push((letter.to_owned(), Span::new(text.len(), text.len() + words.len())));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text, labels)
}

/// The text without its brackets, and the names of people, organisations and places in it.
fn plain(annotated: &str) -> (String, Vec<(EntityKind, Span)>) {
    let (text, labels) = labels(annotated);
    let name = |(letter, span): (String, Span)| match letter.as_str() {
        "P" => Some((EntityKind::Person, span)),
        "O" => Some((EntityKind::Organisation, span)),
        "L" => Some((EntityKind::Place, span)),
        _ => None,
    };
    (text, labels.into_iter().filter_map(name).collect())
}

/// An article with a paragraph a line.
pub(crate) fn article(text: String) -> Article {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    blocks.retain(|block| !block.span.is_empty());
    Article { text, blocks, ..Article::default() }
}

/// The groups of a part of the corpus, by file name.
pub(crate) fn groups(part: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/news").join(part);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    files.iter().map(|path| (name(path), read(path))).collect()
}

fn found(text: String) -> Vec<(EntityKind, Span)> {
    let article = article(text);
    let entities = entity::find(&text::analyse(&article), &[]);
    let named = entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e.kind, m)));
    let named = named.filter(|(kind, m)| m.form == MentionForm::Name && *kind != EntityKind::Group);
    named.map(|(kind, m)| (kind, m.span)).collect()
}

#[test]
fn names_are_found_as_well_as_before() {
    let (mut right, mut all) = (0, 0);
    for (_, annotated) in groups("test") {
        let (text, expected) = plain(&annotated);
        let found = found(text);
        right += 2 * found.iter().filter(|name| expected.contains(name)).count();
        all += found.len() + expected.len();
    }
    let f1 = 100.0 * right as f64 / all as f64;
    println!("names, exact F1: {f1:.1}");
    assert!(f1 >= REACHED - 1.0, "names, exact F1: {f1:.1}, reached was {REACHED}");
}

/// Letters and digits of a sentence in small letters, when it has eight words or more.
fn gist(sentence: &str) -> Option<String> {
    let words: Vec<_> = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (words.len() >= 8).then(|| words.join(" ").to_lowercase())
}

#[test]
fn no_sentence_is_learnt_from_and_measured_on() {
    let mut learnt = BTreeMap::new();
    for (name, annotated) in ["train", "written"].into_iter().flat_map(groups) {
        learnt.extend(plain(&annotated).0.lines().filter_map(gist).map(|sentence| (sentence, name.clone())));
    }
    for (name, annotated) in groups("test") {
        for sentence in plain(&annotated).0.lines().filter_map(gist) {
            assert_eq!(learnt.get(&sentence), None, "test/{name} repeats it: {sentence}");
        }
    }
}

/// A tenth of the groups was read twice; mending one reading must not part it from the other.
#[test]
fn two_readings_agree_on_the_names() {
    let first: BTreeMap<_, _> = ["train", "dev", "test"].into_iter().flat_map(groups).collect();
    let second = groups("second");
    let read = first.len();
    assert!(second.len() * 10 >= read - 5, "{} of {read} groups were read twice", second.len());
    let (mut same, mut all) = (0, 0);
    for (name, annotated) in second {
        let ((text, names), (other_text, other_names)) = (plain(&annotated), plain(&first[&name]));
        assert_eq!(text.trim_end(), other_text.trim_end(), "{name}");
        same += 2 * names.iter().filter(|name| other_names.contains(name)).count();
        all += names.len() + other_names.len();
    }
    let f1 = 100.0 * same as f64 / all as f64;
    println!("names of two readings, exact F1: {f1:.1}");
    assert!(f1 >= 95.0, "names of two readings, exact F1: {f1:.1}");
}
