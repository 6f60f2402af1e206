//! What the trainer of the name tagger needs to see of it: the features of each word of a document, and its labels.

use super::evidence::Evidence;
use super::features::Sentence;
use super::tagger::Scratch;
pub use super::tagger::{IMPOSSIBLE, LABELS, Model, NameKind, kind_of, label, may_follow};
use super::words::Words;
use crate::extract::text::Document;
use crate::model::Span;

/// A word with its features.
pub struct Sample {
    /// Where it is.
    pub span: Span,
    /// Its features: as the tagger sees them, as if no list knew the names, as if nobody knew their words.
    pub features: [Vec<u32>; 3],
}

/// The words of each sentence of `document`.
pub fn samples(document: &Document<'_>) -> Vec<Vec<Sample>> {
    let words = Words::of(document);
    let evidence = Evidence::of_article(&words);
    let mut scratch = Scratch::default();
    let sentences = (0..words.sentences.len()).map(|at| {
        let words = words.of_sentence(at);
        let mut looks = [(); 3].map(|()| Sentence::new(words, &evidence, &mut scratch.known));
        looks[1].forget(false);
        looks[2].forget(true);
        let sample = |(at, word): (usize, &super::words::Word<'_>)| {
            let features = looks.each_ref().map(|sentence| sentence.features(at));
            Sample { span: word.span, features }
        };
        words.iter().enumerate().map(sample).collect()
    });
    sentences.collect()
}

/// The names that a tagger finds, with their kinds.
pub fn names(document: &Document<'_>, model: &Model) -> Vec<(Span, NameKind)> {
    let words = Words::of(document);
    super::name::find(&words, model, &[], &mut Scratch::default())
        .into_iter()
        .map(|name| (name.span, name.kind))
        .collect()
}
