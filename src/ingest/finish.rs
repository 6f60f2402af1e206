//! Finishing: identity, language and source map of an article whose parts are named.

use super::claims;
use super::decode::SourceOffsets;
use crate::model::{Article, Block, BlockKind, DateClaim, DateOrigin, Diagnostic, Severity, SourceRun, Span};
use sha2::{Digest, Sha256};

/// How much of the story the language detector reads, in bytes.
const SAMPLE: usize = 600;
/// Fewer letters than this give no language.
const LEAST: usize = 40;
/// From so many bytes on, letters that English shares tell another language from it: names alone look like any.
const ENOUGH: usize = 200;
/// A story with this share of English function words is English.
const PLAIN: f32 = 0.125;
/// So is one with this share that the detector takes for another language: it is full of foreign names.
const MIXED: f32 = 0.08;

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
    set_author_notes_apart(article);
    let published = article.date_claims.iter().any(|c| c.origin != DateOrigin::Modification);
    if !published && article.language != "en" {
        article.date_claims.extend(printed_day(article));
    }
}

/// "Ana Ruiz is a reporter for the Post.": below a story, what tells of its own author is no part of it.
fn set_author_notes_apart(article: &mut Article) {
    const LAST: usize = 3;
    const WRITES: [&str; 8] =
        ["reporter", "correspondent", "editor", "writer", "columnist", "journalist", "producer", "photographer"];
    let authors: Vec<&str> = article.byline.iter().map(|name| name.of(&article.text)).collect();
    let is_note = |words: &str| {
        let first = words.split(". ").next().unwrap_or(words);
        let told = authors.iter().find_map(|author| first.strip_prefix(author)?.strip_prefix(" is "));
        told.is_some_and(|what| what.split(|c: char| !c.is_alphanumeric()).any(|word| WRITES.contains(&word)))
    };
    let below = article.blocks.iter_mut().filter(|b| b.kind.is_story()).skip(1).collect::<Vec<_>>();
    for block in below.into_iter().rev().take(LAST) {
        if is_note(block.span.of(&article.text)) {
            block.kind = BlockKind::Boilerplate;
        }
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
    let english = share_of_english(&sample);
    if sample.len() >= LEAST && english >= PLAIN {
        article.language = "en".to_owned();
    } else if sample.len() >= LEAST
        && let Some(found) = whatlang::detect(&sample)
    {
        let code = iso_639_1(found.lang().code());
        let sure = found.is_reliable() && (sample.len() >= ENOUGH || found.script() != whatlang::Script::Latin);
        if english >= MIXED {
            article.language = "en".to_owned();
        } else if english == 0.0 && code != "en" && article.language == "en" && sample.len() >= SAMPLE {
            // A language that the detector does not know; what the file states was its maker's default.
            article.language = if found.is_reliable() { code } else { "und" }.to_owned();
        } else if sure || article.language.is_empty() && code == "en" {
            article.language = code.to_owned();
        }
    }
    if article.language.is_empty() {
        article.language = "en".to_owned();
    }
    if article.language != "en" {
        article.diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: match article.language.as_str() {
                "und" => "the text is in no language Dateline knows; it reads English".to_owned(),
                code => format!("the text is in another language ({code}); Dateline reads English"),
            },
            hint: Some(
                "only its day, authors and captions are read; add the English version if there is one".to_owned(),
            ),
            span: None,
        });
    }
}

/// The share of English function words that few other languages have, among the sample's words; none where letters of
/// other alphabets abound. Where it is high no detector need be asked, which weighs the text against some seventy
/// languages.
fn share_of_english(sample: &str) -> f32 {
    const ENGLISH: [&str; 20] = [
        "the", "and", "of", "to", "that", "with", "from", "this", "have", "has", "said", "were", "which", "will",
        "are", "been", "their", "they", "would", "for",
    ];
    if sample.bytes().filter(|b| !b.is_ascii()).count() * 20 >= sample.len() {
        return 0.0;
    }
    let words = sample.split_ascii_whitespace();
    let (all, english) =
        words.fold((0_u16, 0_u16), |(all, english), word| (all + 1, english + u16::from(ENGLISH.contains(&word))));
    f32::from(english) / f32::from(all.max(1))
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
