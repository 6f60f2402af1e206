//! Words printed twice: a headline or a pull quote repeats what somebody says further on, without saying who. Where the
//! same words stand in a quote whose speaker is known, they are that speaker's.

use crate::model::{Quote, QuoteKind};

/// Fewer words than this may be anybody's.
const LEAST: usize = 4;
/// So many quotes without a speaker are looked at; a story has few, and each is compared with all others.
const MOST: usize = 40;

/// Gives direct quotes that name nobody the speaker of the quote that holds their words.
pub(super) fn attribute(text: &str, quotes: &mut [Quote]) {
    let unknown =
        |quote: &&mut Quote| quote.kind == QuoteKind::Direct && quote.speaker.is_none() && quote.source.is_none();
    if !quotes.iter_mut().any(|quote| unknown(&quote)) {
        return;
    }
    let spoken = |quote: &Quote| quote.parts.iter().map(|part| bare(part.of(text))).collect::<Vec<_>>().join(" ");
    let known: Vec<(String, Quote)> =
        quotes.iter().filter(|quote| quote.speaker.is_some()).map(|quote| (spoken(quote), quote.clone())).collect();
    for quote in quotes.iter_mut().filter(unknown).take(MOST) {
        let words = spoken(quote);
        if words.split(' ').count() < LEAST {
            continue;
        }
        if let Some((_, other)) = known.iter().find(|(said, _)| said.contains(&words)) {
            (quote.speaker, quote.joint, quote.nearest) = (other.speaker, other.joint.clone(), None);
            (quote.rule, quote.confidence) = ("the same words elsewhere", 0.9);
        }
    }
}

/// Words in small letters, without marks.
fn bare(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|word| !word.is_empty());
    words
        .map(|word| word.replace('’', "'").trim_matches('\'').to_lowercase())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
