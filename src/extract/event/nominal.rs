//! Nouns that name happenings: a linear model decides for each common noun, as it is used in its sentence, whether one can
//! ask when it was ("the building of the dam", not "a tall building").
//!
//! It weighs the noun, its ending, cluster and WordNet classes, the list of event nouns, and what stands around it. Taught on
//! `tests/corpus/event_nouns` by `train event-nouns`.

use super::lexicon;
use crate::extract::text::clusters::clusters;
use crate::extract::text::lexicon::{self as words, NounClass};
use crate::extract::text::sequence::{Decoder, Model, feature};
use crate::extract::text::{Document, Memory, Tag, lower_hash};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../../../assets/models/en/event_nouns.bin")).unwrap_or_default());

thread_local! {
    /// The thread's judge, kept for its buffers.
    static JUDGE: RefCell<Judge> = RefCell::default();
}

/// By how much the noun at a token is held for a happening: above 0 it is one.
pub(super) fn score(document: &Document<'_>, token: usize) -> i32 {
    let sentence = document.sentence_of(token).and_then(|s| document.sentences.get(s));
    sentence.map_or(0, |s| JUDGE.with_borrow_mut(|judge| judge.score(&MODEL, document, s.tokens.clone(), token)))
}

/// A noun that by itself scores less is none, wherever it stands: three in four, of which one in a thousand would be saved by
/// its place. In the model's units.
const CLEARLY_NONE: i32 = -300;

/// Judges noun after noun, with its buffers kept. It serves one model.
pub(crate) struct Judge {
    /// The features of the noun described last.
    pub(crate) decoder: Decoder,
    known: Memory<(Word, i32)>,
    /// What the model says of a noun of which nothing is known.
    bias: Option<i32>,
}

impl Default for Judge {
    fn default() -> Self {
        Self { decoder: Decoder::default(), known: Memory::new(1 << 12), bias: None }
    }
}

impl Judge {
    /// By how much the model holds the noun at a token for a happening: the sum of what speaks for it by itself and in its
    /// place.
    pub(crate) fn score(
        &mut self,
        model: &Model,
        document: &Document<'_>,
        sentence: Range<usize>,
        token: usize,
    ) -> i32 {
        let Self { decoder, known, bias } = self;
        let plural = document.tag(token) == Tag::NounPlural;
        let key = document.tokens.get(token).map_or(0, |t| t.hash) ^ u64::from(plural);
        let (word, alone) = known.get(key, || {
            decoder.start();
            decoder.position();
            (by_itself(decoder, document, token), decided(decoder, model))
        });
        if alone < CLEARLY_NONE {
            return alone;
        }
        let bias = *bias.get_or_insert_with(|| {
            decoder.start();
            decoder.position();
            decided(decoder, model)
        });
        decoder.start();
        decoder.position();
        in_place(decoder, document, &sentence, token, word);
        alone + decided(decoder, model) - bias
    }

    /// Fills the decoder with all features of the noun at a token.
    #[cfg(feature = "train")]
    pub(crate) fn describe(&mut self, document: &Document<'_>, sentence: Range<usize>, token: usize) {
        self.decoder.start();
        self.decoder.position();
        let word = by_itself(&mut self.decoder, document, token);
        in_place(&mut self.decoder, document, &sentence, token, word);
    }
}

fn decided(decoder: &mut Decoder, model: &Model) -> i32 {
    let event = decoder.decode(model).first() == Some(&1);
    if event { decoder.margin(0) } else { -decoder.margin(0) }
}

/// What a noun's place is weighed with.
#[derive(Clone, Copy, Default)]
struct Word {
    lemma: u64,
    /// Its last three letters.
    ending: u64,
    /// WordNet's class of its first sense, 0 = none.
    class: u64,
    /// Its cluster among 256.
    cluster: u64,
}

/// The classes of what takes place.
const HAPPENS: [NounClass; 6] = [
    NounClass::Act,
    NounClass::Event,
    NounClass::Process,
    NounClass::Phenomenon,
    NounClass::State,
    NounClass::Communication,
];

/// Features of the noun by itself.
fn by_itself(decoder: &mut Decoder, document: &Document<'_>, token: usize) -> Word {
    let lemma = document.lemma(token);
    let hash = lower_hash(&lemma);
    let ending = |letters: usize| {
        let start = lemma.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
        lower_hash(lemma.get(start..).unwrap_or(""))
    };
    let entry = words::entry(hash);
    let classes: Vec<NounClass> = entry.into_iter().flat_map(words::Entry::noun_classes).collect();
    let class = |at: usize| classes.get(at).map_or(0, |class| 1 + *class as u64);
    let weight = |of: fn(words::Entry) -> u8| entry.map_or(9, |entry| u64::from(of(entry).min(4)));
    let (coarse, middle, fine) =
        clusters(hash).map_or((999, 999, 9999), |c| (c.coarse.into(), c.middle.into(), c.fine.into()));
    let plural = u64::from(document.tag(token) == Tag::NounPlural);
    let word = Word { lemma: hash, ending: ending(3), class: class(0), cluster: middle };
    let mut add = |kind: u32, value: u64| decoder.feature(feature(kind, value));
    add(0, 1);
    add(1, word.lemma);
    add(2, word.ending);
    add(3, ending(4));
    add(4, coarse);
    add(5, middle);
    add(6, fine);
    add(7, plural);
    add(8, word.class);
    add(9, word.class << 8 | class(1));
    for (at, class) in HAPPENS.iter().enumerate() {
        add(10, (at as u64) << 1 | u64::from(classes.contains(class)));
    }
    add(11, weight(words::Entry::noun_weight) << 4 | weight(words::Entry::verb_weight));
    add(12, lexicon::event_noun(document.word(token)).map_or(0, |noun| 1 + noun.kind as u64));
    add(13, word.ending ^ word.class);
    add(14, word.lemma ^ plural);
    word
}

/// Features of the place where the noun stands.
fn in_place(decoder: &mut Decoder, document: &Document<'_>, sentence: &Range<usize>, token: usize, word: Word) {
    let inside = |i: usize| sentence.contains(&i);
    let hash = |i: usize| document.tokens.get(i).filter(|_| inside(i)).map_or(7, |t| t.hash);
    let tag = |i: usize| document.tokens.get(i).filter(|_| inside(i)).map_or(63, |t| t.tag as u64);
    let before = token.wrapping_sub(1);
    let next = token + 1;
    let phrase = |i: &usize| {
        let tag = document.tag(*i);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Number | Tag::PossessiveMarker | Tag::VerbGerund | Tag::VerbPastParticiple)
    };
    // The word that opens the noun phrase, and the preposition or verb before it.
    let first = (sentence.start..token).rev().take(5).take_while(phrase).last().unwrap_or(token);
    let opener = first.wrapping_sub(1);
    let determiner = inside(opener) && matches!(document.tag(opener), Tag::Determiner | Tag::Possessive);
    let leads = if determiner { opener.wrapping_sub(1) } else { opener };
    // The verb that follows the noun, what hangs on the noun between.
    let hangs = |i: &usize| {
        let tag = document.tag(*i);
        tag.is_noun()
            || tag.is_adjective()
            || tag.is_adverb()
            || matches!(tag, Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Possessive | Tag::PossessiveMarker)
    };
    let end = sentence.end.min(token + 8);
    let verb = (next..end).find(|i| !hangs(i)).filter(|i| document.tag(*i).is_verb());
    let heads = !(inside(next) && document.tag(next).is_noun());
    let opens = if determiner { hash(opener) } else { u64::from(first == token) };
    let mut add = |kind: u32, value: u64| decoder.feature(feature(kind, value));
    add(20, hash(before));
    add(21, tag(before));
    add(22, hash(next));
    add(23, tag(next));
    add(24, hash(leads));
    add(25, tag(leads));
    add(26, opens);
    add(27, verb.map_or(0, hash));
    add(28, u64::from(heads));
    add(29, word.lemma ^ u64::from(heads));
    add(30, word.lemma ^ tag(next).wrapping_mul(31));
    add(31, word.lemma ^ opens.wrapping_mul(31));
    add(32, word.class << 8 | tag(next));
    add(33, hash(leads) ^ word.class.wrapping_mul(0x9e37_79b9));
    add(34, opens ^ word.class.wrapping_mul(0x9e37_79b9));
    add(35, word.cluster << 8 | tag(next));
    add(36, word.cluster << 8 | tag(leads));
    add(37, hash(next) ^ word.class.wrapping_mul(0x9e37_79b9));
    add(38, hash(next) ^ word.ending.rotate_left(7));
    add(39, word.lemma ^ hash(before).rotate_left(9));
    add(40, word.lemma ^ hash(leads).rotate_left(9));
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;
    use super::score;

    #[test]
    fn a_noun_is_judged_by_itself_and_by_its_place() {
        for (text, noun, happens) in [
            ("The/DT resignation/NN of/IN the/DT mayor/NN came/VBD late/RB ./.", "resignation", true),
            ("The/DT resignation/NN of/IN the/DT mayor/NN came/VBD late/RB ./.", "mayor", false),
            ("They/PRP spoke/VBD of/IN his/PRP$ handling/NN of/IN the/DT theft/NN ./.", "handling", true),
            ("They/PRP spoke/VBD of/IN his/PRP$ handling/NN of/IN the/DT theft/NN ./.", "theft", true),
            ("The/DT expulsion/NN of/IN the/DT envoy/NN followed/VBD ./.", "expulsion", true),
            ("She/PRP bought/VBD a/DT table/NN ./.", "table", false),
            // The same word in two places.
            ("The/DT construction/NN of/IN the/DT dam/NN began/VBD ./.", "construction", true),
            ("A/DT construction/NN worker/NN fell/VBD ./.", "construction", false),
        ] {
            let article = fixture("2026-01-08", text);
            let document = article.document();
            let token = (0..document.tokens.len()).find(|at| document.is(*at, noun)).unwrap();
            assert_eq!(score(&document, token) > 0, happens, "{noun}: {text}");
        }
    }
}
