//! Tokens: words, numbers and punctuation marks, cut the way the Penn Treebank cuts them.
//!
//! One forward pass over the bytes of a block. A word keeps its hyphens, inner apostrophes and the point of an
//! abbreviation; clitics (`'s`, `n't`, `'re`), quotation marks, currency signs and other punctuation stand alone.

use super::tag::Tag;
use super::word::{Shape, lower_hash};
use super::{Token, abbreviation};
use crate::model::Span;
use abbreviation::takes_point;

/// Cuts `text[span]` into tokens and appends them. Words get [`Tag::Other`], all else its final tag.
pub(super) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let block = span.of(text);
    let mut scanner = Scanner { text: block, base: span.start as usize, at: 0, single_open: false, double_open: false };
    while scanner.at < block.len() {
        scanner.next(tokens);
    }
}

/// White space of any kind, the invisible ones included.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

struct Scanner<'a> {
    text: &'a str,
    /// Offset of the block in the article's text.
    base: usize,
    at: usize,
    single_open: bool,
    double_open: bool,
}

impl Scanner<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(*byte as char),
            Some(_) => self.text.get(at..)?.chars().next(),
            None => None,
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at.checked_sub(1)?) {
            Some(byte) if byte.is_ascii() => Some(*byte as char),
            _ => self.text.get(..at)?.chars().next_back(),
        }
    }

    /// Appends `start..end` and moves behind it.
    fn push(&mut self, tokens: &mut Vec<Token>, end: usize, tag: Tag) {
        let word = self.text.get(self.at..end).unwrap_or("");
        if !word.is_empty() {
            tokens.push(Token {
                span: Span::new(self.base + self.at, self.base + end),
                tag,
                shape: Shape::of(word),
                hash: lower_hash(word),
            });
        }
        self.at = end.max(self.at + 1);
    }

    fn next(&mut self, tokens: &mut Vec<Token>) {
        let Some(c) = self.char_at(self.at) else {
            self.at += 1;
            return;
        };
        if is_space(c) {
            self.at += c.len_utf8();
        } else if matches!(c, '*' | '_') && self.char_at(self.at + 1) == Some(c) {
            // Markdown's "**" is no word.
            while self.char_at(self.at) == Some(c) {
                self.at += 1;
            }
        } else if is_word_char(c) || self.starts_tagged_word(c) {
            self.word(tokens);
        } else {
            self.mark(c, tokens);
        }
    }

    /// `@name`, `#topic`, `'90s`: a mark that belongs to the word behind it.
    fn starts_tagged_word(&self, c: char) -> bool {
        let after = self.char_at(self.at + c.len_utf8());
        match c {
            '@' | '#' => after.is_some_and(char::is_alphanumeric),
            '\'' | '’' | '‘' => {
                let decade = self.text.get(self.at + c.len_utf8()..).map_or(&[][..], str::as_bytes);
                matches!(decade, [b'0'..=b'9', b'0', b's', ..])
            }
            _ => false,
        }
    }

    fn word(&mut self, tokens: &mut Vec<Token>) {
        if let Some(end) = self.address_end() {
            return self.push(tokens, end, Tag::Other);
        }
        let first = self.char_at(self.at).map_or(1, char::len_utf8);
        let mut end = self.at + first;
        while let Some(c) = self.char_at(end) {
            if is_word_char(c) {
                end += c.len_utf8();
            } else if is_apostrophe(c) && self.char_before(end).is_some_and(is_word_char) {
                if let Some((split, clitic_end)) = self.clitic(end, c) {
                    self.push(tokens, split, Tag::Other);
                    return self.push(tokens, clitic_end, Tag::PossessiveMarker);
                }
                match self.char_at(end + c.len_utf8()) {
                    Some(next) if next.is_alphanumeric() => end += c.len_utf8(),
                    _ => break,
                }
            } else if self.joins(end, c) {
                end += c.len_utf8();
            } else {
                break;
            }
        }
        if self.char_at(end) == Some('.')
            && takes_point(&self.text[self.at..end], self.text.get(end + 1..).unwrap_or(""))
        {
            end += 1;
        }
        self.push(tokens, end, Tag::Other);
    }

    /// The end of a web address that begins here.
    fn address_end(&self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let first = rest.as_bytes().first()?;
        if !matches!(first, b'h' | b'w' | b'H' | b'W') {
            return None;
        }
        if !["http://", "https://", "www."]
            .iter()
            .any(|start| rest.get(..start.len()).is_some_and(|have| have.eq_ignore_ascii_case(start)))
        {
            return None;
        }
        let end = rest.find(|c: char| is_space(c) || matches!(c, '"' | '<' | '>' | '”' | '“')).unwrap_or(rest.len());
        let address = rest.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
        Some(self.at + address.len())
    }

    /// Where an apostrophe at `at` splits off a clitic: (start of the clitic, its end).
    fn clitic(&self, at: usize, c: char) -> Option<(usize, usize)> {
        let after = at + c.len_utf8();
        let rest = self.text.as_bytes().get(after..)?;
        let lower = |i: usize| rest.get(i).map(u8::to_ascii_lowercase);
        let ends = |i: usize| self.char_at(after + i).is_none_or(|c| !is_word_char(c));
        match (lower(0)?, lower(1)) {
            (b's' | b'd' | b'm', _) if ends(1) => Some((at, after + 1)),
            (b'r' | b'v', Some(b'e')) | (b'l', Some(b'l')) if ends(2) => Some((at, after + 2)),
            (b't', _) if ends(1) && matches!(self.char_before(at), Some('n' | 'N')) && at - 1 > self.at => {
                Some((at - 1, after + 1))
            }
            _ => None,
        }
    }

    /// Whether the mark `c` at `at` stands inside a word: `Anglo-American`, `10,000`, `9:30`, `U.S`, `AT&T`.
    fn joins(&self, at: usize, c: char) -> bool {
        let (Some(before), Some(after)) = (self.char_before(at), self.char_at(at + c.len_utf8())) else {
            return false;
        };
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        match c {
            '-' | '‐' | '‑' => (is_word_char(before) || before == '.') && is_word_char(after),
            ',' => digits && self.is_digit_group(at + 1),
            ':' | '/' => digits,
            '&' => before.is_uppercase() && after.is_uppercase(),
            '@' => before.is_alphanumeric() && after.is_alphanumeric(),
            '.' if digits => true,
            // `U.S.-led`
            '.' if after == '-' => self.is_initial(at) && self.char_at(at + 2).is_some_and(is_word_char),
            '.' => before.is_alphabetic() && after.is_alphabetic() && (after.is_lowercase() || self.is_initial(at)),
            _ => false,
        }
    }

    /// Whether digits after a comma are a group of a number (`10,000`) rather than a year (`6,2026`).
    fn is_digit_group(&self, at: usize) -> bool {
        let digits = self.text.as_bytes().iter().skip(at).take(5).take_while(|b| b.is_ascii_digit()).count();
        matches!(digits, 2 | 3)
    }

    /// Whether the letter before the point at `at` stands alone: the `U` of `U.S.`
    fn is_initial(&self, at: usize) -> bool {
        let before = self.char_before(at).map_or(0, char::len_utf8);
        let start = at - before;
        start == self.at || self.char_before(start) == Some('.')
    }

    fn mark(&mut self, c: char, tokens: &mut Vec<Token>) {
        let after = self.at + c.len_utf8();
        let (end, tag) = match c {
            '.' | '-' | '*' | '=' | '_' => {
                let run = self.text.as_bytes().iter().skip(self.at).take_while(|b| **b == c as u8).count();
                (self.at + run, if matches!(c, '.' | '-') { Tag::Punctuation } else { Tag::Symbol })
            }
            '"' => (after, self.double_quote(after)),
            '“' | '„' | '«' => (after, Tag::OpenQuote),
            '”' | '»' => (after, Tag::CloseQuote),
            '`' if self.char_at(after) == Some('`') => (after + 1, Tag::OpenQuote),
            '\'' if self.char_at(after) == Some('\'') => (after + 1, Tag::CloseQuote),
            '\'' | '’' | '‘' | '`' => return self.single_quote(c, tokens),
            ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '…' | '–' | '—' | '―' | '/' | '•'
            | '·' | '|' => (after, Tag::Punctuation),
            _ => (after, Tag::Symbol),
        };
        self.push(tokens, end, tag);
    }

    /// A straight double quotation mark opens after white space or an opening mark, else closes.
    fn double_quote(&mut self, after: usize) -> Tag {
        let free_before = self.char_before(self.at).is_none_or(|c| is_space(c) || matches!(c, '(' | '[' | '—' | '–'));
        let free_after = self.char_at(after).is_none_or(is_space);
        let opens = if free_before == free_after { !self.double_open } else { free_before };
        self.double_open = opens;
        if opens { Tag::OpenQuote } else { Tag::CloseQuote }
    }

    fn single_quote(&mut self, c: char, tokens: &mut Vec<Token>) {
        let after = self.at + c.len_utf8();
        let before = self.char_before(self.at);
        let word_before = before.is_some_and(is_word_char);
        if c != '‘'
            && before.is_some_and(|c| !is_space(c))
            && let Some((_, end)) = self.clitic(self.at, c).filter(|(split, _)| *split == self.at)
        {
            return self.push(tokens, end, Tag::PossessiveMarker);
        }
        let free_after = self.char_at(after).is_none_or(is_space);
        let genitive = matches!(before, Some('s' | 'S' | 'z' | 'x')) && !self.single_open && c != '‘';
        let tag = if genitive {
            Tag::PossessiveMarker
        } else if c == '‘' || c == '`' || (!word_before && !free_after && !self.single_open) {
            self.single_open = true;
            Tag::OpenQuote
        } else {
            self.single_open = false;
            Tag::CloseQuote
        };
        self.push(tokens, after, tag);
    }
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || is_combining(c)))
}

/// Accents that stand as characters of their own.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
