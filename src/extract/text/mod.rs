//! Sentences and words: the grid on which all later layers work.
//!
//! A [`Document`] is an article cut into [`Sentence`]s and [`Token`]s, each token with its part of speech. Every span
//! addresses the article's text; nothing is copied or normalised away.
//!
//! Every block but boilerplate is cut: headline, headings, byline and captions are sentences too. A token carries its
//! tag, its [`Shape`] (capitals, digits) and the hash of its lower-cased word, which [`WordSet`]s and the lexicon are
//! asked by. [`Document::lemma`] gives dictionary forms, [`lexicon`] what kinds of thing a noun or verb means.

mod abbreviation;
pub mod chunk;
mod clause;
pub mod clusters;
mod guess;
pub mod lexicon;
mod memory;
mod sentence;
pub mod sequence;
mod tag;
pub mod tagger;
mod tokenize;
mod word;

pub use abbreviation::never_ends;
pub use memory::Memory;
pub use sentence::MAX_SENTENCE_TOKENS;
pub use tag::{Tag, TagSet};
pub use word::{Shape, WordSet, capitalised, equals_lower, hash_of_lower, lower_hash, may_equal_lower, mix};

use crate::model::{Article, BlockKind, Span};
use std::borrow::Cow;
use std::cell::RefCell;

/// An article with its sentences and tokens.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// In text order; a sentence never crosses a block.
    pub sentences: Vec<Sentence>,
    /// Tokens of all sentences, in text order.
    pub tokens: Vec<Token>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last character, closing quotation marks included.
    pub span: Span,
    /// Its tokens, as a range into [`Document::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// The block it stands in, as an index into [`Article::blocks`].
    pub block: usize,
}

/// A word, number or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
    /// Its capitals and digits.
    pub shape: Shape,
    /// [`lower_hash`] of the word.
    pub hash: u64,
}

impl<'a> Document<'a> {
    /// The words of a token; empty for a token that does not exist.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.of(&self.article.text))
    }

    /// The tag of a token; [`Tag::Other`] for a token that does not exist.
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::Other, |t| t.tag)
    }

    /// Whether the token's word in small letters is `lower`.
    #[inline]
    pub fn is(&self, token: usize, lower: &str) -> bool {
        let Some(token) = self.tokens.get(token) else { return lower.is_empty() };
        // The first letter answers nearly always, before the word is even cut out.
        let first = self.article.text.as_bytes().get(token.span.start as usize);
        may_equal_lower(first, lower) && equals_lower(token.span.of(&self.article.text), lower)
    }

    /// The dictionary form of a noun or verb by its tag, in small letters: `said` → `say`, `women` → `woman`. Other
    /// words come back in small letters.
    pub fn lemma(&self, token: usize) -> Cow<'a, str> {
        self.tokens
            .get(token)
            .map_or(Cow::Borrowed(""), |t| lexicon::lemma_of(t.span.of(&self.article.text), t.hash, t.tag))
    }

    /// Whether the verb at a token asks that somebody stay unnamed: "[asked] not to be named", "[wanted] to remain anonymous",
    /// "[requesting] anonymity".
    pub fn stays_unnamed(&self, verb: usize) -> bool {
        const ASKS: [&str; 8] = ["ask", "choose", "decline", "prefer", "refuse", "request", "want", "wish"];
        let any = |token: usize, words: &[&str]| words.iter().any(|word| self.is(token, word));
        if any(verb + 1, &["anonymity"]) || self.is(verb + 1, "for") && self.is(verb + 2, "anonymity") {
            return true;
        }
        let to = if self.is(verb + 1, "not") { verb + 2 } else { verb + 1 };
        self.is(to, "to")
            && any(to + 1, &["be", "remain", "stay"])
            && any(to + 2, &["anonymous", "identified", "named", "photographed", "quoted", "unnamed"])
            && ASKS.contains(&lexicon::lemma(self.word(verb), Tag::VerbPast).as_ref())
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.tokens.end <= token);
        self.sentences.get(at).filter(|s| s.tokens.contains(&token)).map(|_| at)
    }

    /// The tokens that lie wholly inside a span, as a range into [`Document::tokens`].
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }

    /// What kind of block a sentence stands in.
    pub fn block_kind(&self, sentence: &Sentence) -> BlockKind {
        self.article.blocks.get(sentence.block).map_or(BlockKind::Paragraph, |block| block.kind)
    }
}

thread_local! {
    /// The thread's tagger, kept for its buffers.
    static TAGGER: RefCell<tagger::Tagger> = RefCell::default();
}

/// Cuts an article's blocks into sentences and tagged tokens. An article in another language than English has none: its
/// words would be misread, and a wrong date is worse than no date.
pub fn analyse(article: &Article) -> Document<'_> {
    let text = article.text.as_str();
    let mut sentences = Vec::new();
    if !matches!(article.language.as_str(), "en" | "") {
        return Document { article, sentences, tokens: Vec::new() };
    }
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (block, part) in article.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Boilerplate) {
        let first = tokens.len();
        tokenize::tokenize(text, part.span, &mut tokens);
        sentence::split(text, &tokens, first, block, part.kind == BlockKind::Caption, &mut sentences);
    }
    TAGGER.with_borrow_mut(|tagger| {
        for sentence in &sentences {
            if let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) {
                tagger.tag(text, tokens);
            }
        }
    });
    Document { article, sentences, tokens }
}
