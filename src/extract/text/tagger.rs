//! The tagger gives each word its part of speech: a sequence model that weighs the word, its ending and shape, its
//! cluster, what the lexicon allows, the neighbours, and the first [`guess`](super::guess) made by rule.
//!
//! It was trained on `tests/corpus/pos` by `train tagger`. A word that can be only one thing keeps that tag.

use super::clusters::clusters;
use super::sequence::{Decoder, Model, feature};
use super::tag::{Tag, TagSet};
use super::{Memory, Token, guess};
use std::sync::LazyLock;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../../../assets/models/en/tagger.bin")).unwrap_or_default());

/// Tags sentence after sentence, with its buffers kept.
pub struct Tagger {
    /// The features of the sentence described last.
    pub decoder: Decoder,
    possible: Vec<TagSet>,
    clusters: Memory<ClusterPair>,
}

impl Default for Tagger {
    fn default() -> Self {
        Self { decoder: Decoder::default(), possible: Vec::new(), clusters: Memory::new(1 << 11) }
    }
}

/// The middle and the fine cluster of a word.
type ClusterPair = (u16, u16);

impl Tagger {
    /// Tags the tokens of one sentence.
    pub fn tag(&mut self, text: &str, tokens: &mut [Token]) {
        self.describe(text, tokens);
        if MODEL.labels().len() != Tag::ALL.len() {
            return;
        }
        for (token, label) in tokens.iter_mut().zip(self.decoder.decode(&MODEL)) {
            if let Some(tag) = Tag::ALL.get(usize::from(*label)) {
                token.tag = *tag;
            }
        }
    }

    /// Tags the tokens by rule and fills the decoder with the features of each; labels are the numbers of [`Tag`]s.
    pub fn describe(&mut self, text: &str, tokens: &mut [Token]) {
        let Self { decoder, possible, clusters: known } = self;
        let mut cluster = |token: Option<&Token>| {
            let hash = token.map_or(OUTSIDE, |t| t.hash);
            let (middle, fine) = known.get(hash, || clusters(hash).map_or((999, 9999), |c| (c.middle.into(), c.fine)));
            (u64::from(middle), u64::from(fine))
        };
        guess::tag(text, tokens, possible);
        decoder.start();
        let mut first = true;
        let mut near = [cluster(None), cluster(None), cluster(tokens.first())];
        for at in 0..tokens.len() {
            let Some(token) = tokens.get(at) else { break };
            near = [near[1], near[2], cluster(tokens.get(at + 1))];
            decoder.position();
            let own = possible.get(at).copied().unwrap_or_default();
            let allowed = allowed(token, own);
            decoder.allow(allowed.0);
            if allowed.0.count_ones() > 1 {
                features(text, tokens, possible, &Place { at, first, clusters: near }, decoder);
            }
            first = token.tag == Tag::OpenQuote || (first && token.tag.is_punctuation());
        }
    }
}

/// What stands outside the sentence.
const OUTSIDE: u64 = 1;

/// Tags of words that no list can exhaust.
const OPEN: TagSet = TagSet::of(&[
    Tag::Noun,
    Tag::NounPlural,
    Tag::ProperNoun,
    Tag::ProperNounPlural,
    Tag::Adjective,
    Tag::Adverb,
    Tag::VerbBase,
    Tag::VerbPast,
    Tag::VerbGerund,
    Tag::VerbPastParticiple,
    Tag::VerbPresent,
    Tag::VerbPresent3rd,
    Tag::AdjectiveComparative,
    Tag::AdjectiveSuperlative,
    Tag::AdverbComparative,
    Tag::Other,
]);

/// The tags that the model may choose from.
fn allowed(token: &Token, possible: TagSet) -> TagSet {
    let open = possible.0 & OPEN.0 != 0;
    if !open || (possible.0.count_ones() == 1 && super::lexicon::function_word(token.hash).is_some()) {
        return possible;
    }
    let mut bits = possible.0;
    let mut add = |tags: &[Tag]| bits |= TagSet::of(tags).0;
    if token.shape.is_capitalised() {
        add(&[Tag::ProperNoun, Tag::ProperNounPlural, Tag::Adjective, Tag::Noun, Tag::NounPlural]);
    }
    if possible.holds(Tag::VerbGerund) {
        add(&[Tag::Noun, Tag::Adjective]);
    }
    if possible.holds(Tag::VerbPastParticiple) {
        add(&[Tag::Adjective]);
    }
    if possible.holds(Tag::Adverb) || possible.holds(Tag::Adjective) || possible.holds(Tag::Noun) {
        add(&[Tag::Adjective, Tag::Noun]);
    }
    TagSet(bits)
}

/// The last `count` letters of a word as a number.
fn ending(word: &str, count: usize) -> u64 {
    let from = word.len().saturating_sub(count);
    word.as_bytes().iter().skip(from).fold(0, |n, b| n << 8 | u64::from(b.to_ascii_lowercase()))
}

fn pair(a: u64, b: u64) -> u64 {
    a.rotate_left(29) ^ b.wrapping_mul(0xff51_afd7_ed55_8ccd)
}

/// Where in its sentence a word stands.
struct Place {
    at: usize,
    /// Opens the sentence or a quotation.
    first: bool,
    /// The clusters of the word before, of its own and of the one after.
    clusters: [(u64, u64); 3],
}

fn features(text: &str, tokens: &[Token], possible: &[TagSet], place: &Place, decoder: &mut Decoder) {
    let Place { at, first, clusters: [before, (middle, fine), after] } = *place;
    let Some(token) = tokens.get(at) else { return };
    let word = token.span.of(text);
    let near = |offset: isize| at.checked_add_signed(offset);
    let hash = |offset| near(offset).and_then(|i| tokens.get(i)).map_or(OUTSIDE, |t| t.hash);
    let tag = |offset| near(offset).and_then(|i| tokens.get(i)).map_or(OUTSIDE << 40, |t| t.tag as u64);
    let set = |offset| near(offset).and_then(|i| possible.get(i)).map_or(OUTSIDE << 40, |s| s.0);
    let shape = u64::from(token.shape.0) << 1 | u64::from(first);
    let (own, guess) = (set(0), tag(0));
    let mut add = |kind, value| decoder.feature(feature(kind, value));
    add(0, 0);
    add(1, token.hash);
    add(2, guess);
    add(5, own);
    add(12, pair(shape, ending(word, 3)));
    add(13, ending(word, 2));
    add(14, pair(own, fine));
    add(17, pair(shape, middle));
    decoder.remember(feature(0, pair(pair(token.hash, own), pair(guess, pair(shape, ending(word, 3))))));
    let mut add = |kind, value| decoder.feature(feature(kind, value));
    add(3, pair(guess, tag(-1)));
    add(4, pair(guess, tag(1)));
    add(6, pair(own, hash(-1)));
    add(7, pair(own, hash(1)));
    add(8, pair(own, set(-1)));
    add(9, pair(own, set(1)));
    add(10, pair(own, pair(tag(-1), tag(1))));
    add(11, pair(own, pair(tag(-2), tag(-1))));
    add(15, pair(own, before.0));
    add(16, pair(own, after.0));
    add(18, pair(own, pair(tag(1), tag(2))));
    add(19, pair(token.hash, tag(-1)));
    add(20, pair(token.hash, tag(1)));
}
