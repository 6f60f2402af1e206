//! Sentences and words: the grid on which all later layers work.
//!
//! A [`Document`] is an article cut into [`Sentence`]s and [`Token`]s, each token with its part of speech. Every span
//! addresses the article's text; nothing is copied or normalised away.

use crate::model::{Article, Span};

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
}

/// Parts of speech, a coarse Penn Treebank set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Anything else.
    #[default]
    Other,
}

impl<'a> Document<'a> {
    /// The words of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.of(&self.article.text))
    }
}

/// Cuts an article's blocks into sentences and tagged tokens.
pub fn analyse(article: &Article) -> Document<'_> {
    Document { article, sentences: Vec::new(), tokens: Vec::new() }
}
