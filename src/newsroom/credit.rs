//! Credits: who took or supplied a picture, in the many forms that newsrooms append to a caption.
//!
//! [`part`] parts a caption; `tail` finds the credit at its end, `names` reads who and whose from the credit's words.

mod controls;
mod names;
mod tail;

pub use names::read;
use tail::{bare_person, bracketed_names, names_apart, trailing_credit};

use super::lexicon::PICTURE_WORDS;
use super::picture;
use crate::model::{Credit, Span};

/// A caption block, parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The caption proper, without prefix and credit; may be empty.
    pub text: Span,
    /// The credit.
    pub credit: Option<Credit>,
    /// Whether the words say that it is an archive picture.
    pub is_file_photo: bool,
}

/// Longest credit, in bytes.
const LONGEST: usize = 160;

/// Parts a caption into prefix, caption proper and credit. `headline` helps to know a prefix that repeats it.
pub fn part(caption: &str, headline: Option<&str>) -> Parts {
    part_by(caption, headline, true)
}

/// Whether a line is nothing but a credit.
pub fn is_line(line: &str) -> bool {
    let parts = part_by(line, None, false);
    parts.credit.is_some() && parts.text.is_empty()
}

/// `known` tells that the words are a caption for certain: then bare names in brackets behind it are its credit, too.
fn part_by(caption: &str, headline: Option<&str>, known: bool) -> Parts {
    let mut text = Span::new(controls::before(caption), controls::end_without(caption)).trim(caption);
    text = sentence_behind_label(text.of(caption)).map_or(text, |sentence| shifted(sentence, text.start));
    let mut is_file_photo = false;
    if let Some(prefix) = picture::marker(text.of(caption), headline).or_else(|| picture::counter(text.of(caption))) {
        text.start += prefix.end;
        let rest = text.of(caption);
        text.start += (rest.len() - rest.trim_start_matches([' ', ':', '.', '-', '\u{a0}', '–']).len()) as u32;
    }
    text.end = without_code(text.of(caption)).map_or(text.end, |end| text.start + end);
    let mut spans: Vec<Span> = Vec::new();
    if let Some(source) = leading_source(text.of(caption)) {
        spans.push(shifted(source.1, text.start));
        text = Span { start: text.start + source.0, end: text.end };
    }
    loop {
        let label = leading_label(text.of(caption));
        text.start += label.0 as u32;
        is_file_photo |= label.1;
        if label.0 == 0 {
            break;
        }
    }
    loop {
        let words = trim_joint(text, caption).of(caption);
        let loosely = || {
            let first = known && spans.is_empty();
            first.then(|| bracketed_names(words).or_else(|| names_apart(words))).flatten()
        };
        let agency_behind = || {
            spans.len() == 1 && caption.get(text.end as usize..).is_some_and(|rest| rest.trim_start().starts_with('('))
        };
        let person = || if agency_behind() { bare_person(words) } else { None };
        let Some(found) = trailing_credit(words).or_else(loosely).or_else(person).filter(|_| spans.len() < 3) else {
            break;
        };
        spans.push(shifted(found.words, text.start));
        text.end = text.start + found.start;
        text = trim_joint(text, caption);
    }
    is_file_photo |= says_file(text.of(caption)) || spans.iter().any(|s| says_file(s.of(caption)));
    Parts { text, credit: credit_of(caption, spans), is_file_photo }
}

/// Parts a caption whose source marks the words `marked` as the credit.
pub fn part_marked(caption: &str, headline: Option<&str>, marked: Span) -> Parts {
    let (before, after) = (
        Span { start: 0, end: marked.start }.trim(caption),
        Span::new(marked.end as usize, caption.len()).trim(caption),
    );
    // "Photo by [Ana Ruiz] /AFP": the mark covers the name alone, the credit goes on.
    let goes_on = ["/", "|", "via ", "for "].iter().any(|joint| after.of(caption).starts_with(joint));
    let (marked, after) = if goes_on { (marked.cover(after), Span::default()) } else { (marked, after) };
    let side = if after.len() > before.len() { after } else { before };
    let mut parts = part(side.of(caption), headline);
    parts.text = trim_joint(shifted(parts.text, side.start), caption);
    let (photographer, agency) = read(marked.of(caption));
    let inner = parts.credit.take();
    let span = inner.as_ref().map_or(marked, |c| shifted(c.span, side.start).cover(marked));
    let (who, whose) = inner.map_or((None, None), |c| (c.photographer, c.agency));
    parts.credit = Some(Credit { span, photographer: photographer.or(who), agency: agency.or(whose) });
    parts
}

/// Whether a line of a plain text is a caption: it ends with a credit that names a photographer or bears a label, or
/// begins with a label. A bare agency in brackets is not enough, since stories end so, too.
pub fn is_caption(line: &str) -> bool {
    if controls::before(line) > 0
        || leading_label(line).0 > 0
        || leading_source(line).is_some()
        || sentence_behind_label(line).is_some()
    {
        return true;
    }
    let parts = part_by(line, None, false);
    let Some(credit) = parts.credit else { return false };
    let tail = line.get(parts.text.end as usize..).unwrap_or("");
    credit.photographer.is_some()
        || tail.contains(['/', '©'])
        || tail.split(|c: char| !c.is_alphanumeric()).any(|word| PICTURE_WORDS.holds(word))
}

fn shifted(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}

/// Drops the mark that tied the credit to the caption: "… in Oslo | ", "… in Oslo - ".
fn trim_joint(text: Span, caption: &str) -> Span {
    let words = text.of(caption);
    let kept = words.trim_end_matches(|c: char| c.is_whitespace() || "|/-–—•·,;:*".contains(c));
    Span { start: text.start, end: text.start + kept.len() as u32 }
}

fn credit_of(caption: &str, mut spans: Vec<Span>) -> Option<Credit> {
    spans.sort();
    let whole = spans.iter().copied().reduce(Span::cover)?;
    let (mut photographer, mut agency) = (None, None);
    for span in spans {
        let (who, whose) = read(span.of(caption));
        photographer = photographer.or(who);
        agency = agency.or(whose);
    }
    Some(Credit { span: whole, photographer, agency })
}

/// "… (PTI Photo) (PTI05_04_2023_000123A)": where the agency's number of the picture, in brackets at the end, begins.
fn without_code(text: &str) -> Option<u32> {
    let (before, code) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let is_code = !code.contains(' ') && code.contains('_') && code.contains(|c: char| c.is_ascii_digit());
    is_code.then_some(before.trim_end().len() as u32)
}

/// "Image source, Reuters" on a line of its own before the caption: (bytes to drop, the credit's words).
fn leading_source(text: &str) -> Option<(u32, Span)> {
    let head = text.get(..13)?;
    head.eq_ignore_ascii_case("image source,").then_some(())?;
    let end = text.find(['\n', '\r']).or_else(|| text.find("Image caption")).unwrap_or(text.len());
    let rest = text.get(end..)?;
    let skip = end + (rest.len() - rest.trim_start().len());
    Some((skip as u32, Span::new(13, end).trim(text)))
}

/// "(Photo: Residents wade through water on Friday. Ana Ruiz/AFP)": behind a label that mostly opens a credit, and in
/// brackets or not, stands a whole sentence, which the credit follows.
fn sentence_behind_label(text: &str) -> Option<Span> {
    const LABELS: [&str; 4] = ["photo:", "picture:", "image:", "photograph:"];
    const LEAST_WORDS: usize = 5;
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let label = LABELS.iter().find(|l| inner.get(..l.len()).is_some_and(|head| head.eq_ignore_ascii_case(l)))?;
    let (sentence, credit) = inner.get(label.len()..)?.split_once(". ")?;
    let plain = sentence.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let told = sentence.split_whitespace().count() >= LEAST_WORDS && plain > 1 && !credit.trim().is_empty();
    let start = text.len() - text.trim_start_matches('(').len() + label.len();
    told.then(|| Span::new(start, start + inner.len() - label.len()).trim(text))
}

/// A label before the caption: (bytes to drop, whether it says "file photo").
fn leading_label(text: &str) -> (usize, bool) {
    const LABELS: [(&str, bool); 20] = [
        ("photo |", false),
        ("photos |", false),
        ("image |", false),
        ("picture |", false),
        ("file photo:", true),
        ("file photo -", true),
        ("file photo –", true),
        ("file photo", true),
        ("file picture:", true),
        ("file image:", true),
        ("file -", true),
        ("file –", true),
        ("file —", true),
        ("file:", true),
        ("(file)", true),
        ("image caption", false),
        ("media caption", false),
        ("photo caption:", false),
        ("caption:", false),
        ("pictured:", false),
    ];
    for (label, is_file) in LABELS {
        if text.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label)) {
            let rest = text.get(label.len()..).unwrap_or("");
            // "PHOTO | ANA RUIZ | NMG": nothing but a credit.
            if label.ends_with('|') && !rest.contains(char::is_lowercase) {
                return (0, false);
            }
            let kept = rest.trim_start_matches(|c: char| c.is_whitespace() || ",:-–—".contains(c));
            return (text.len() - kept.len(), is_file);
        }
    }
    (0, false)
}

fn says_file(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["file photo", "file image", "file picture", "(file)", "file pic", "archive photo", "archivbild", "archivfoto"]
        .iter()
        .any(|sign| lower.contains(sign))
        || lower.ends_with("/file")
}

#[cfg(test)]
mod tests;
