//! Dates printed on an article: its date line, its byline, the dateline of an agency, "last updated on 9 January".
//!
//! The day of a title, of a chronicle's entry or of what is told is none of these, wherever it stands.

use super::{Seen, Statement, TOP_BLOCKS, day_of};
use crate::extract::text::Document;
use crate::extract::timex::calendar::Period;
use crate::extract::timex::meaning::{Field, Meaning, When, Year};
use crate::extract::timex::resolve::Outlook;
use crate::model::{BlockKind, DateOrigin, ReferenceBasis, Span};
use chrono::{Datelike, NaiveDate};

/// Dates printed at the top: a date line, a byline's date, a dateline ("PARIS, Jan 6 (Reuters) -").
pub(super) fn statements<'a>(document: &'a Document<'_>, seen: &'a [Seen]) -> impl Iterator<Item = Statement> + 'a {
    let entries = entries(document, seen);
    seen.iter().filter_map(move |s| {
        // From its first entry on, a chronicle's days are its entries'.
        let chronicle = entries.first().filter(|_| entries.len() > 1);
        let top = s.block < TOP_BLOCKS && chronicle.is_none_or(|first| s.block < *first);
        let basis = if top { basis(document, s) } else { None };
        let itself = || says_published(document, s) || chronicle.is_none() && signs_off(document, s, seen);
        let basis = basis.or_else(|| itself().then_some(ReferenceBasis::Dateline))?;
        let day = day_of(&s.meaning).or_else(|| day_without_year(document, s, seen))?;
        let words = s.span.of(&document.article.text);
        let what = if basis == ReferenceBasis::Byline { "the byline" } else { "the date line" };
        Some(Statement { day, basis, evidence: vec![s.span], words: format!("{what} reads “{words}”") })
    })
}

/// The paragraphs that open with a day and a colon or dash: where several do, they are the entries of a chronicle, and none
/// of the days is the article's.
fn entries(document: &Document<'_>, seen: &[Seen]) -> Vec<usize> {
    let text = document.article.text.as_str();
    let heads = |s: &&Seen| {
        let Some(block) = document.article.blocks.get(s.block) else { return false };
        let after = Span { start: s.span.end, end: block.span.end }.of(text).trim_start();
        // "April 7-8, 1979:" is two.
        let before = Span { start: block.span.start, end: s.span.start }.of(text).trim();
        let first = before.is_empty() || before.len() <= 14 && before.contains(|c: char| c.is_ascii_digit());
        let told = after.strip_prefix([':', '-', '–', '—']).is_some_and(|told| !told.trim().is_empty());
        names_day(&s.meaning) && first && told
    };
    let mut blocks: Vec<usize> = seen.iter().filter(heads).map(|s| s.block).collect();
    blocks.dedup();
    blocks
}

/// Whether an expression names a day, with its year or without.
fn names_day(meaning: &Meaning) -> bool {
    let month_day = |when: &When| matches!(when, When::Field { field: Field::Day(..), .. });
    day_of(meaning).is_some()
        || matches!(meaning, Meaning::Date(when) | Meaning::Time(Some(when), _) if month_day(when))
}

/// How a day stated in a block is printed there as the article's own; `None` if it is not.
pub(super) fn basis(document: &Document<'_>, seen: &Seen) -> Option<ReferenceBasis> {
    let text = document.article.text.as_str();
    let block = document.article.blocks.get(seen.block)?;
    match block.kind {
        BlockKind::Dateline => Some(ReferenceBasis::Dateline),
        BlockKind::Byline => Some(ReferenceBasis::Byline),
        BlockKind::Paragraph | BlockKind::Heading => {
            // "Storm, 28 January 2026: why it came" is a title.
            let after = Span { start: seen.span.end, end: block.span.end }.of(text);
            let title = after.strip_prefix(':').is_some_and(|rest| rest.trim_start().starts_with(char::is_lowercase));
            // "The pier reopens on 5 November 2026." is a sentence.
            let before = Span { start: block.span.start, end: seen.span.start }.of(text);
            let sentence = after.trim() == "." && before.split_whitespace().nth(2).is_some();
            let alone = seen.span.len() * 5 >= block.span.trim(text).len() * 2 && !title && !sentence;
            let short = block.span.len() < 80;
            let line = short && (alone || is_header_line(text, block.span, seen.span));
            (line || opens_dateline(text, block.span, seen.span)).then_some(ReferenceBasis::Dateline)
        }
        _ => None,
    }
}

/// "This article was last updated on 9 January 2026": wherever it stands, the article tells its own day.
fn says_published(document: &Document<'_>, date: &Seen) -> bool {
    const ITSELF: [&str; 8] = ["article", "story", "page", "post", "piece", "report", "column", "interview"];
    let Some(block) = document.article.blocks.get(date.block) else { return false };
    let before = Span { start: block.span.start, end: date.span.start }.of(&document.article.text);
    // No more is read of an endless line than such a sentence has.
    let near = before.len().saturating_sub(160);
    let near =
        (near..before.len()).find(|at| before.is_char_boundary(*at)).and_then(|at| before.get(at..)).unwrap_or("");
    let sentence = near.rsplit(['.', '!', '?', '\n']).next().unwrap_or(near).to_ascii_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).rev().peekable();
    words.next_if(|w| matches!(*w, "on" | "at"));
    let published = words.next().is_some_and(is_published_word);
    let mut rest = words.skip_while(|w| matches!(*w, "last" | "first" | "originally" | "was" | "were"));
    let whole = sentence.rsplit_once("this ").is_some_and(|(_, itself)| !itself.contains(','));
    whole && published && rest.next().is_some_and(|w| ITSELF.contains(&w)) && rest.next().is_some_and(|w| w == "this")
}

/// Whether a date is the last line of the article, alone or after "Published", as press offices and small papers have it:
/// "Oslo, 5 November 2026". The day of a letter told of is none, nor is one before a day that the text tells.
fn signs_off(document: &Document<'_>, date: &Seen, seen: &[Seen]) -> bool {
    const LAST_BLOCKS: usize = 3;
    let article = document.article;
    let foot = date.block + LAST_BLOCKS >= article.blocks.len();
    let Some(block) = article.blocks.get(date.block).filter(|_| foot) else { return false };
    let line = block.span.trim(&article.text);
    let before = Span { start: line.start, end: date.span.start }.of(&article.text);
    let published = before.trim_end_matches([' ', ':']);
    let published = !published.contains(' ') && is_published_word(published);
    let place = before.trim_end().strip_suffix(',').is_some_and(|place| place.split(' ').all(starts_upper));
    let alone = line.end == date.span.end && (before.is_empty() || published || place);
    let latest = seen.iter().filter_map(|s| day_of(&s.meaning)).max();
    alone && day_of(&date.meaning) == latest
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a line is furniture of the article, names and a date with something between them, and no sentence: "Harle
/// Courier, 28 January 2026, page 4", "HOUSTON (Gulf Wire) — Jan. 28, 2026", "*Published: 2026-01-28 · by Kari Moen*".
fn is_header_line(text: &str, line: Span, date: Span) -> bool {
    const SMALL: [&str; 14] =
        ["by", "in", "of", "the", "and", "at", "on", "for", "from", "page", "min", "read", "am", "pm"];
    const PARTS: [char; 13] = [',', '|', '·', '•', '—', '–', '-', ':', '(', '/', '*', '_', '['];
    let before = without_published(Span { start: line.start, end: date.start }.of(text).trim());
    let after = Span { start: date.end, end: line.end }.of(text).trim();
    let parted = before.ends_with(PARTS) || before.is_empty() && after.starts_with(PARTS);
    let is_name = |word: &str| !word.starts_with(char::is_lowercase) || SMALL.contains(&word);
    let names = |part: &str| part.split(|c: char| !c.is_alphanumeric()).all(is_name);
    // "By our court reporter, 17:31, 12 DEC 2024"
    let byline = before.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) && !before.contains('.');
    parted && (byline || names(before)) && names(after) && !after.ends_with(['.', '!', '?'])
}

/// "By Kari Moen · Published [14 October 2026]": what stands before the words that say what the date is of.
fn without_published(before: &str) -> &str {
    let mut before = before;
    while let Some(word) = before.rsplit(char::is_whitespace).next().filter(|w| !w.is_empty()) {
        let small = ["first", "last", "on", "at"].iter().any(|w| word.eq_ignore_ascii_case(w));
        let known = small || is_published_word(word.trim_end_matches(':'));
        match before.get(..before.len() - word.len()).filter(|rest| known && !rest.trim().is_empty()) {
            Some(rest) => before = rest.trim_end(),
            None => break,
        }
    }
    before
}

/// Whether a word says that a date is of publication.
fn is_published_word(word: &str) -> bool {
    ["published", "updated", "posted", "modified"].iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// Whether the date stands in the opening of an agency report: place before it, dash or agency after it.
fn opens_dateline(text: &str, block: Span, date: Span) -> bool {
    let before = Span { start: block.start, end: date.start }.of(text);
    let after = Span { start: date.end, end: block.end }.of(text).trim_start();
    let place = before.len() <= 60
        && before.split_whitespace().all(|w| w.chars().next().is_some_and(|c| !c.is_lowercase()))
        && before.trim_end().ends_with([',', '|', ')', '.']);
    let after_agency = after.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(after, |(_, rest)| rest);
    let after_agency = after_agency.trim_start();
    let dash = after_agency.starts_with(['-', '–', '—', '_', '|'])
        || after_agency.strip_prefix(':').is_some_and(|told| !told.trim_start().starts_with(char::is_lowercase));
    (place || before.trim().is_empty()) && dash
}

/// "Jan 6" in a dateline: its year is that of the latest full date in the text, when that is near.
fn day_without_year(document: &Document<'_>, line: &Seen, seen: &[Seen]) -> Option<NaiveDate> {
    const NEAR_DAYS: i64 = 60;
    let Meaning::Date(When::Field { year: Year::Unknown, field: Field::Day(month, day), weekday, .. }) = line.meaning
    else {
        return None;
    };
    let stated = seen.iter().filter_map(|s| day_of(&s.meaning));
    let published = document.article.date_claims.iter().filter(|c| c.origin != DateOrigin::Modification);
    let claimed = published.map(|c| c.at.date()).chain(document.article.given_date);
    let Some(latest) = claimed.chain(stated).max() else { return proved_by_weekday(month, day, weekday, seen) };
    let fits = |d: &NaiveDate| weekday.is_none_or(|w| d.weekday().number_from_monday() == w);
    [0, -1, 1]
        .iter()
        .filter_map(|n| NaiveDate::from_ymd_opt(latest.year() + n, month, day))
        .filter(fits)
        .find(|d| (*d - latest).num_days().abs() <= NEAR_DAYS)
        .or_else(|| proved_by_weekday(month, day, weekday, seen))
}

/// "LEEDS, March 4" over a text that says "Tuesday, March 4" and tells of 2024 and 2025: the latest year told, or the one
/// after, where the weekday fits in one of them alone.
fn proved_by_weekday(month: u32, day: u32, weekday: Option<u32>, seen: &[Seen]) -> Option<NaiveDate> {
    const NEAR_DAYS: i64 = 7;
    // A year that stands alone may be any the article thinks of.
    const TOLD: usize = 2;
    let year = |s: &Seen| match s.meaning {
        Meaning::Date(When::Field { year: Year::Is(year), .. }) => Some(year),
        Meaning::Date(When::Period(period @ (Period::Day(_) | Period::Month(..) | Period::Year(_)))) => {
            Some(period.year())
        }
        _ => None,
    };
    let years = || seen.iter().filter(|s| s.outlook != Outlook::Future).filter_map(year);
    let last = years().max()?;
    let named = seen.iter().filter_map(|s| match s.meaning {
        Meaning::Date(When::Field { year: Year::Unknown, field: Field::Day(month, day), weekday, .. })
        | Meaning::Time(Some(When::Field { year: Year::Unknown, field: Field::Day(month, day), weekday, .. }), _) => {
            Some((month, day, weekday?))
        }
        _ => None,
    });
    let (its_month, its_day, weekday) = weekday.map(|w| (month, day, w)).into_iter().chain(named).next()?;
    let mut fits = [last, last + 1].into_iter().filter_map(|year| {
        let named = NaiveDate::from_ymd_opt(year, its_month, its_day)?;
        let line = NaiveDate::from_ymd_opt(year, month, day)?;
        let near = (line - named).num_days().abs() <= NEAR_DAYS;
        (near && named.weekday().number_from_monday() == weekday).then_some(line)
    });
    let found = fits.next().filter(|_| fits.next().is_none());
    found.filter(|_| years().filter(|year| *year + 1 >= last).count() >= TOLD)
}
