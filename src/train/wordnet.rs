//! Reads WordNet's files into one compact word list: each word with the parts of speech it can be, how often it was
//! seen as each, and the semantic classes of its senses as noun and verb, the first sense first.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;

/// WordNet's lexicographer files by number; names of noun and verb files are the semantic classes.
const CLASSES: [&str; 45] = [
    "all",
    "pert",
    "adv",
    "tops",
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "stative",
    "weather",
    "ppl",
];

/// More classes than these say little.
const MAX_CLASSES: usize = 5;

const HEADER: &str = "\
# Words with their parts of speech: word, then one field a part of speech. A field is its letter (n noun, v verb,
# a adjective, r adverb, c adjective written with a capital), how often WordNet's texts have it so, and for nouns and verbs the semantic classes
# (lexicographer files) of its senses, first sense first. Sorted. Made by `train words` from WordNet 3.0:
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# granted, provided that you agree to comply with the following copyright notice and statements, including the
# disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
# modifications that you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED \"AS IS\" AND
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
# LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY
# PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD
# PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be used
# in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in this
# software, database and any associated documentation shall at all times remain with Princeton University and
# LICENSEE agrees to preserve same.
";

/// Recipe `words`: WordNet's folder, the clusters' JSON (its words are those worth keeping), the list to write.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [wordnet, clusters, out] = arguments else {
        return Err("words needs WORDNET_DIR CLUSTERS_JSON OUT".into());
    };
    let read = |path: &str| {
        fs::read(path).map(|b| String::from_utf8_lossy(&b).into_owned()).map_err(|e| format!("{path}: {e}"))
    };
    let known: HashMap<String, serde_json::Value> =
        serde_json::from_str(&read(clusters)?).map_err(|e| format!("{clusters}: {e}"))?;
    let counts = counts(&read(&format!("{wordnet}/cntlist.rev"))?);
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for (letter, name) in [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")] {
        let synsets = synsets(&read(&format!("{wordnet}/data.{name}"))?);
        let words = synsets.values().flat_map(|synset| &synset.words);
        let capitals: HashSet<String> =
            words.filter(|w| w.starts_with(|c: char| c.is_uppercase())).map(|w| w.to_lowercase()).collect();
        for line in read(&format!("{wordnet}/index.{name}"))?.lines().filter(|line| !line.starts_with(' ')) {
            let word = line.split(' ').next().unwrap_or("");
            if !known.contains_key(word) || !word.starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            let senses: Vec<&Synset> = line
                .split(' ')
                .filter(|part| part.len() == 8)
                .filter_map(|offset| synsets.get(offset))
                .filter(|synset| synset.words.contains(word))
                .collect();
            if letter == 'a' && senses.is_empty() && capitals.contains(word) {
                fields.entry(word.to_owned()).or_default().push_str("\tc");
            }
            if senses.is_empty() {
                continue;
            }
            let count = counts.get(&(word.to_owned(), letter)).copied().unwrap_or(0);
            let field = fields.entry(word.to_owned()).or_default();
            let _ = write!(field, "\t{letter}{count}");
            if matches!(letter, 'n' | 'v') {
                let mut seen = Vec::new();
                for class in senses.iter().map(|s| s.class).filter(|c| *c != "tops") {
                    if !seen.contains(&class) && seen.len() < MAX_CLASSES {
                        seen.push(class);
                        let _ = write!(field, " {class}");
                    }
                }
            }
        }
    }
    let mut text = HEADER.to_owned();
    for (word, field) in fields {
        let _ = writeln!(text, "{word}{field}");
    }
    fs::write(out, text).map_err(|e| format!("{out}: {e}"))
}

struct Synset {
    class: &'static str,
    words: HashSet<String>,
}

/// A data file's synsets by offset.
fn synsets(data: &str) -> HashMap<String, Synset> {
    let mut out = HashMap::new();
    for line in data.lines().filter(|line| !line.starts_with(' ')) {
        let parts: Vec<&str> = line.split(' ').collect();
        let (Some(offset), Some(class)) = (parts.first(), parts.get(1).and_then(|n| n.parse::<usize>().ok())) else {
            continue;
        };
        let count = parts.get(3).and_then(|n| usize::from_str_radix(n, 16).ok()).unwrap_or(0);
        let words = parts.iter().skip(4).step_by(2).take(count);
        let words = words.map(|word| word.split('(').next().unwrap_or("").to_owned()).collect();
        out.insert((*offset).to_owned(), Synset { class: CLASSES.get(class).copied().unwrap_or("all"), words });
    }
    out
}

/// How often each word was seen as each part of speech: `attack%1:04:00:: 1 12`.
fn counts(list: &str) -> HashMap<(String, char), u32> {
    let mut out = HashMap::new();
    for line in list.lines() {
        let mut parts = line.split(' ');
        let (Some(key), Some(count)) = (parts.next(), parts.nth(1).and_then(|n| n.parse::<u32>().ok())) else {
            continue;
        };
        let Some((word, sense)) = key.split_once('%') else { continue };
        let letter = match sense.chars().next() {
            Some('1') => 'n',
            Some('2') => 'v',
            Some('3' | '5') => 'a',
            _ => 'r',
        };
        *out.entry((word.to_owned(), letter)).or_insert(0) += count;
    }
    out
}
