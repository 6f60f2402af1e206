//! Finishing: identity, language and source map of an article whose parts are named.

use super::claims;
use super::decode::SourceOffsets;
use crate::model::{Article, Block, BlockKind, DateClaim, DateOrigin, Diagnostic, Severity, SourceRun, Span};
use sha2::{Digest, Sha256};

/// How much of the story the language detector reads, in bytes.
const SAMPLE: usize = 600;
/// Fewer letters than this give no language.
const LEAST: usize = 40;

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Gives the article what every format shares: an id, a language, and a warning where it is not English.
pub(super) fn finish(article: &mut Article) {
    // Where bytes could not be decoded, source offsets are near; never outside the file.
    let last = u32::try_from(article.source.bytes).unwrap_or(u32::MAX);
    for run in &mut article.source_map.runs {
        run.source = Span { start: run.source.start.min(last), end: run.source.end.min(last) };
    }
    if article.id.is_empty() {
        article.id = sha256(article.text.as_bytes()).chars().take(16).collect();
    }
    detect_language(article);
    let published = article.date_claims.iter().any(|c| c.origin != DateOrigin::Modification);
    if !published && article.language != "en" {
        article.date_claims.extend(printed_day(article));
    }
}

/// The day printed above a story in another language than the one whose dates are read in the text.
fn printed_day(article: &Article) -> Option<DateClaim> {
    let first = article.blocks.iter().position(|b| b.kind == BlockKind::Paragraph)?;
    // A summary may stand above the line.
    let line = |b: &&Block| b.kind == BlockKind::Dateline || !b.kind.is_story() && b.kind != BlockKind::Heading;
    let top = article.blocks.iter().take(first + 3).filter(line);
    top.map(|b| b.span.of(&article.text)).find_map(claims::of_line)
}

/// The language of the story's words; a stated one is kept where the words are too few.
fn detect_language(article: &mut Article) {
    let mut sample = String::new();
    for block in article.blocks.iter().filter(|b| b.kind.is_story()) {
        let words = block.span.of(&article.text);
        sample.extend(words.chars().take(SAMPLE.saturating_sub(sample.len())));
        sample.push(' ');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    if sample.len() >= LEAST && is_plainly_english(&sample) {
        article.language = "en".to_owned();
    } else if sample.len() >= LEAST
        && let Some(found) = whatlang::detect(&sample)
        && (found.is_reliable() || article.language.is_empty())
    {
        article.language = iso_639_1(found.lang().code()).to_owned();
    }
    if article.language.is_empty() {
        article.language = "en".to_owned();
    }
    if article.language != "en" {
        article.diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: format!("the text is in another language ({}); Dateline reads English", article.language),
            hint: Some("dates, people and quotes may be missing; add the English version if there is one".to_owned()),
            span: None,
        });
    }
}

/// Whether one word in eight is an English function word that no other language shares: then no detector need be asked,
/// which weighs the text against some seventy languages.
fn is_plainly_english(sample: &str) -> bool {
    const ENGLISH: [&str; 20] = [
        "the", "and", "of", "to", "that", "with", "from", "this", "have", "has", "said", "were", "which", "will",
        "are", "been", "their", "they", "would", "for",
    ];
    let words = sample.split_ascii_whitespace();
    let (all, english) =
        words.fold((0, 0), |(all, english), word| (all + 1, english + usize::from(ENGLISH.contains(&word))));
    all >= 40 && english * 8 >= all && sample.bytes().filter(|b| !b.is_ascii()).count() * 20 < sample.len()
}

/// The two-letter code of a language that the detector names by three letters.
fn iso_639_1(code: &'static str) -> &'static str {
    const CODES: &str = "eng en rus ru cmn zh spa es por pt ita it fra fr deu de ukr uk kat ka arb ar ara ar hin hi jpn ja \
        heb he yid yi pol pl amh am jav jv kor ko nob no dan da swe sv fin fi tur tr nld nl hun hu ces cs ell el bul bg \
        bel be mar mr kan kn ron ro slv sl hrv hr srp sr mkd mk lit lt lav lv est et tam ta vie vi urd ur tha th guj gu \
        uzb uz pan pa aze az ind id tel te pes fa mal ml ori or mya my nep ne sin si khm km tuk tk aka ak zul zu sna sn \
        afr af lat la slk sk cat ca tgl tl hye hy ben bn epo eo cym cy";
    let mut words = CODES.split_whitespace();
    while let (Some(long), Some(short)) = (words.next(), words.next()) {
        if long == code {
            return short;
        }
    }
    code
}

/// Maps every block to its source bytes, where text and source are not the same bytes.
pub(super) fn map_blocks(article: &mut Article, offsets: &SourceOffsets) {
    if offsets.is_identity() {
        return;
    }
    let ends = article.blocks.iter().flat_map(|b| [b.span.start as usize, b.span.end as usize]);
    let source = offsets.of(&article.text, ends);
    for (block, ends) in article.blocks.iter().zip(source.chunks_exact(2)) {
        if let [start, end] = ends {
            article.source_map.runs.push(SourceRun { text: block.span, source: Span::new(*start, *end) });
        }
    }
}
