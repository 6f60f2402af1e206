//! Training: makes the models in `assets/models` and the large word lists in `assets/lexicon` from sources that may be
//! used for it. Never needed by users; `cargo run --release --no-default-features --features train -- train` lists what
//! can be made.

mod clusters;
pub mod corpus;
pub mod names;
mod nominal;
pub mod sequence;
mod tagger;
mod wordnet;

/// Something that training can make: its name, its arguments, what it does, and how.
type Recipe = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

const RECIPES: &[Recipe] = &[
    (
        "words",
        "WORDNET_DIR CLUSTERS_JSON OUT: assets/lexicon/en/words.txt from WordNet, words known to the clusters only",
        wordnet::run,
    ),
    (
        "names",
        "NEWS_DIR [DIR_OR_CORPUS.jsonl[=WEIGHT]…] OUT: assets/models/en/names.model from news in brackets and other corpora",
        names::run,
    ),
    (
        "score-names",
        "MODEL (NEWS_DIR | CORPUS.jsonl)…: exact F1 of a model's people, organisations and places on each corpus",
        names::score,
    ),
    ("clusters", "CLUSTERS_JSON OUT: assets/lexicon/en/clusters.bin from GloVe's clusters", clusters::run),
    ("tagger", "CORPUS_DIR OUT: assets/models/en/tagger.bin from the train_*.txt of tests/corpus/pos", tagger::run),
    (
        "event-nouns",
        "CORPUS_DIR OUT: assets/models/en/event_nouns.bin from the train.txt of tests/corpus/event_nouns",
        nominal::run,
    ),
    ("tag", "JSONL: the tokens of each article as [start, end, tag], offsets in code points", tagger::tag),
];

/// Runs the recipe that the first argument names with the others.
///
/// # Errors
/// What failed, as a sentence; with no recipe of that name, the list of recipes.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let usage = || RECIPES.iter().map(|(name, what, _)| format!("  {name} {what}\n")).collect::<String>();
    let (name, rest) = arguments.split_first().ok_or_else(|| format!("which recipe?\n{}", usage()))?;
    let recipe = RECIPES.iter().find(|(have, _, _)| have == name);
    let (_, _, make) = recipe.ok_or_else(|| format!("no recipe is called {name}\n{}", usage()))?;
    make(rest)
}
