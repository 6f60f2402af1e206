//! Abbreviations: what stands in brackets behind a body names it everywhere, and what abbreviates common nouns ("AI",
//! "robotic process automation (RPA)") names nobody.

use super::bodies;
use super::kinds;
use super::lexicon::{Facts, lexicon, lines};
use super::name::{Name, name_free_words, surface};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words, phrase_keys};
use crate::extract::text::lexicon as text_lexicon;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Surfaces that name nobody.
static COMMON: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    let listed = lines(include_str!("../../../assets/lexicon/en/no_names.txt"));
    listed.filter_map(|line| phrase_keys(line).last().copied()).collect()
});

/// "Lund Airlines (LAS)": what abbreviates a body in brackets behind it is its name, there and elsewhere.
pub(super) fn add(words: &Words<'_>, names: &mut Vec<Name>) {
    let mut short = BTreeSet::new();
    for name in names.iter().filter(|name| name.kind == NameKind::Organisation) {
        let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
        let full: Vec<&str> = name.words.clone().map(text).collect();
        let enclosed = text(name.words.end) == "(" && text(name.words.end + 2) == ")";
        let word = words.all.get(name.words.end + 1);
        let initials: String = full.iter().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
        // British papers write "(Sars)" for SARS.
        let told = |w: &&Word<'_>| match w.shape {
            Shape::Capitals | Shape::Mixed => bodies::abbreviates(w.text, &full.join(" ")),
            Shape::Capitalised => initials.len() > 2 && w.text.to_uppercase() == initials,
            _ => false,
        };
        let word = word.filter(|w| enclosed && told(w));
        short.extend(word.map(|w| w.name));
    }
    if short.is_empty() {
        return;
    }
    for name in names.iter_mut().filter(|name| short.contains(&surface(words, name))) {
        name.kind = NameKind::Organisation;
    }
    name_free_words(words, names, |_, word, _| short.contains(&word.name).then_some(NameKind::Organisation));
}

/// Takes what is common out of the names.
pub(super) fn take_common(words: &Words<'_>, names: &mut Vec<Name>) {
    let told = of_nouns(words);
    names.retain(|name| !is_ticker(words, name));
    names.retain(|name| {
        let key = surface(words, name);
        let common = COMMON.contains(&key) || told.contains(&key) || is_shouted_word(words, name);
        !common || !matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Place)
    });
}

/// "(NYSE: ACF)", "(ACF.N)": what a share is called where it is traded.
fn is_ticker(words: &Words<'_>, name: &Name) -> bool {
    const EXCHANGES: [&str; 18] = [
        "NYSE", "NASDAQ", "Nasdaq", "LSE", "LON", "ASX", "TSX", "TSXV", "JSE", "NSE", "BSE", "HKEX", "SGX", "AIM",
        "AMEX", "OTC", "ETR", "Euronext",
    ];
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let start = name.words.start;
    let exchange = |open: usize| {
        text(Some(open)) == "("
            && EXCHANGES.contains(&text(Some(open + 1)))
            && (open + 2..open + 4).any(|at| text(Some(at)) == ":")
    };
    let mut before = (2..6).filter_map(|back| start.checked_sub(back)).take_while(|at| text(Some(*at + 1)) != ")");
    let inside = before.any(exchange);
    let word = text(Some(start));
    let (share, market) = word.split_once('.').unwrap_or((word, ""));
    let capitals = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_uppercase());
    let alone = text(start.checked_sub(1)) == "(" && text(Some(name.words.end)) == ")" && name.words.len() == 1;
    inside || alone && capitals(share) && capitals(market) && share.len() + market.len() > 3
}

/// The abbreviations of nouns in small letters: "robotic process automation (RPA)"; those of a body that has no other name
/// ("the electoral commission (EC)") are its name.
fn of_nouns(words: &Words<'_>) -> BTreeSet<u64> {
    let word = |at: usize| words.all.get(at);
    let text = |at: usize| word(at).map_or("", |w| w.text);
    let opens = (1..words.all.len()).filter(|at| text(*at) == "(" && text(at + 2) == ")");
    let told = opens.filter_map(|open| {
        let short = word(open + 1).filter(|w| w.shape == Shape::Capitals && (3..=5).contains(&w.text.len()))?;
        let letters: Vec<char> = short.text.chars().map(|c| c.to_ascii_lowercase()).collect();
        let full = words.all.get(open.checked_sub(letters.len())?..open)?;
        let begins = |(w, letter): (&Word<'_>, &char)| w.text.to_lowercase().starts_with(*letter);
        // The first may open its sentence.
        let plain = full.iter().skip(1).all(|w| w.shape == Shape::Lower);
        let fits = plain && full.iter().zip(&letters).all(begins);
        let noun = full.last().map_or("", |w| w.text);
        let body = kinds::is_body(noun) || lexicon().facts(super::words::name_key(&capitalised(noun))).has(BODY_WORD);
        (fits && !body).then_some(short.name)
    });
    told.collect()
}

const BODY_WORD: Facts = Facts::ORGANISATION_WORD;

fn capitalised(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// "THIS IS A LIVE BLOG": a small word among others in capitals.
fn is_shouted_word(words: &Words<'_>, name: &Name) -> bool {
    let shouted = |at: Option<usize>| {
        at.and_then(|at| words.all.get(at)).is_some_and(|w| w.shape == Shape::Capitals && w.text.len() > 1)
    };
    let word =
        words.all.get(name.words.start).filter(|w| name.words.len() == 1 && matches!(w.text, "IS" | "WHO" | "IT"));
    word.is_some_and(|w| text_lexicon::function_word(w.lower).is_some())
        && (shouted(name.words.start.checked_sub(1)) || shouted(Some(name.words.end)))
}
