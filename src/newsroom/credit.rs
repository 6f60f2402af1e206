//! Credits: who took or supplied a picture, in the many forms that newsrooms append to a caption.

use super::lexicon::{AGENCIES, ORGANISATION_WORDS, PICTURE_WORDS};
use super::looks_like_a_person;
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
    let mut text = Span::new(0, caption.len()).trim(caption);
    let mut is_file_photo = false;
    if let Some(prefix) = picture::marker(text.of(caption), headline) {
        text.start += prefix.end;
        let rest = text.of(caption);
        text.start += (rest.len() - rest.trim_start_matches([' ', ':', '.', '-', '\u{a0}', '–']).len()) as u32;
    }
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
    while let Some(found) = trailing_credit(text.of(caption)).filter(|_| spans.len() < 3) {
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
    if leading_label(line).0 > 0 || leading_source(line).is_some() {
        return true;
    }
    let parts = part(line, None);
    let Some(credit) = parts.credit else { return false };
    let tail = line.get(parts.text.end as usize..).unwrap_or("");
    credit.photographer.is_some()
        || tail.contains(['/', '©'])
        || tail.split(|c: char| !c.is_alphanumeric()).any(|word| PICTURE_WORDS.holds(word))
}

/// Reads photographer and agency from the words of a credit.
pub fn read(words: &str) -> (Option<String>, Option<String>) {
    let mut photographer = None;
    let mut agencies: Vec<&str> = Vec::new();
    for piece in pieces(words) {
        let known = AGENCIES.holds(piece);
        let piece = piece.strip_suffix(" Photo").filter(|bare| AGENCIES.holds(bare)).unwrap_or(piece);
        match (known, photographer.is_none() && looks_like_a_photographer(piece)) {
            (false, true) => photographer = Some(piece.to_owned()),
            _ if agencies.iter().any(|a| a.eq_ignore_ascii_case(piece)) => {}
            _ => agencies.push(piece),
        }
    }
    // "Ana / Harbour Agency": a single word before an agency is a photographer's short name only if nobody else is.
    let agency = (!agencies.is_empty()).then(|| agencies.join("/"));
    (photographer, agency)
}

fn looks_like_a_photographer(piece: &str) -> bool {
    let is_upper = piece.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    looks_like_a_person(piece) && !(is_upper && piece.len() < 6)
}

/// The names in a credit: cut at slashes, bars, "via", "for", dashes and commas; labels, marks and years dropped.
fn pieces(words: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let whole = strip_labels(words.trim_matches(|c: char| c.is_whitespace() || "()[]{}".contains(c)));
    for coarse in whole.split(['/', '|', '\u{2022}', '\n', ';', '(', ')', '[', ']', '©', '•', '／', '｜', ',']) {
        for piece in split_words(coarse, &[" via ", " for ", " - ", " – ", " — ", " by ", " / ", " through ", " / "])
        {
            let piece = strip_labels(piece);
            if piece.chars().any(char::is_alphabetic) && !is_noise(piece) {
                out.push(piece);
            }
        }
    }
    out
}

fn is_noise(piece: &str) -> bool {
    let lower = piece.to_lowercase();
    ["file", "file photo", "archive", "all rights reserved", "used with permission"].contains(&lower.as_str())
        || lower.starts_with("cc by")
        || lower.starts_with("cc-by")
        || lower.starts_with("creative commons")
        || lower.starts_with("public domain")
}

fn split_words<'a>(text: &'a str, joints: &[&str]) -> Vec<&'a str> {
    let mut out = vec![text];
    for joint in joints {
        out = out.into_iter().flat_map(|piece| piece.split(joint)).collect();
    }
    out
}

/// Words without leading labels ("Photo:", "Photograph by", "Credit", "©", "via", a year) and without marks around.
fn strip_labels(words: &str) -> &str {
    let mut rest = words;
    loop {
        let trimmed = rest.trim_matches(|c: char| c.is_whitespace() || ".,:;…-–—*\"”“©/|".contains(c));
        let trimmed = trimmed.strip_prefix("(c)").or(trimmed.strip_prefix("(C)")).unwrap_or(trimmed).trim();
        let trimmed = glued_label(trimmed).and_then(|label| trimmed.get(label..)).unwrap_or(trimmed);
        if AGENCIES.holds(trimmed.split(['/', '|', ',']).next().unwrap_or("").trim()) {
            return trimmed;
        }
        let (word, after) = trimmed.split_once([' ', '\u{a0}', ':', '\n']).unwrap_or((trimmed, ""));
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_year = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit());
        let small =
            ["by", "via", "courtesy", "of", "source", "from", "quelle", "fuente", "fonte", "copyright", "de", "von"];
        let lower = bare.to_lowercase();
        let label = PICTURE_WORDS.holds_lower(&lower) || small.contains(&lower.as_str()) || is_year;
        // "AP Photo", "Getty Images" and "Photo Service" keep their word: only a label that something follows goes.
        if !after.trim().is_empty() && label {
            rest = after;
        } else if after.is_empty()
            && (label && (is_year || small.contains(&lower.as_str()) || PICTURE_WORDS.holds_lower(&lower)))
        {
            return "";
        } else {
            return trimmed;
        }
    }
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

/// "Image source, Reuters" on a line of its own before the caption: (bytes to drop, the credit's words).
fn leading_source(text: &str) -> Option<(u32, Span)> {
    let head = text.get(..13)?;
    head.eq_ignore_ascii_case("image source,").then_some(())?;
    let end = text.find(['\n', '\r']).or_else(|| text.find("Image caption")).unwrap_or(text.len());
    let rest = text.get(end..)?;
    let skip = end + (rest.len() - rest.trim_start().len());
    Some((skip as u32, Span::new(13, end).trim(text)))
}

/// A label before the caption: (bytes to drop, whether it says "file photo").
fn leading_label(text: &str) -> (usize, bool) {
    const LABELS: [(&str, bool); 18] = [
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
        ("toggle caption", false),
        ("enlarge this image", false),
    ];
    for (label, is_file) in LABELS {
        if text.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label)) {
            let rest = text.get(label.len()..).unwrap_or("");
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

/// A credit at the end of a caption.
struct Found {
    /// Where the credit begins, brackets and label included.
    start: u32,
    /// Its words, without brackets.
    words: Span,
}

fn trailing_credit(text: &str) -> Option<Found> {
    bracketed(text).or_else(|| labelled(text)).or_else(|| copyright(text)).or_else(|| slashed(text))
}

/// "(Photo: Ana Ruiz/Reuters)", "[Ana Ruiz/AP]", "(Reuters)" at the end.
fn bracketed(text: &str) -> Option<Found> {
    let body = text.trim_end_matches(|c: char| c.is_whitespace() || ".*".contains(c));
    let close = body.chars().next_back().filter(|c| ")]}）】".contains(*c))?;
    let open = match close {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        '】' => '【',
        _ => '{',
    };
    let start = matching_open(body, open, close)?;
    let inner = Span::new(start + open.len_utf8(), body.len() - close.len_utf8()).trim(body);
    let words = inner.of(body);
    (words.len() <= LONGEST && is_credit(words)).then_some(Found { start: start as u32, words: inner })
}

fn matching_open(body: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in body.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Whether bracketed words are a credit: they bear a label, name an agency, or are two names around a slash.
fn is_credit(words: &str) -> bool {
    if label_length(words).is_some() || AGENCIES.holds(words) || words.contains('©') {
        return true;
    }
    let lower = words.to_lowercase();
    let signs =
        ["getty", "via ", "courtesy", "handout", "screenshot", "screengrab", "supplied", "photo", "shutterstock"];
    if words.split(' ').count() <= 8 && signs.iter().any(|sign| lower.contains(sign)) {
        return true;
    }
    let mut parts = words.split(['/', '|']).map(str::trim);
    let first = parts.next().unwrap_or("");
    let rest: Vec<&str> = parts.collect();
    let named = |part: &str| part.starts_with(|c: char| c.is_uppercase()) && part.split(' ').count() <= 6;
    (!rest.is_empty() && named(first) && rest.iter().any(|p| AGENCIES.holds(p)))
        || (rest.iter().all(|p| named(p)) && !rest.is_empty() && (looks_like_a_person(first) || AGENCIES.holds(first)))
        || (words.rsplit([',', '-']).next().is_some_and(|w| AGENCIES.holds(w.trim()))
            && named(first)
            && rest.is_empty())
}

/// The length of a credit label at the start of `words`: a picture word with a colon, "by", a slash or a comma.
fn label_length(words: &str) -> Option<usize> {
    let mut end = 0;
    let mut has_label = false;
    for word in words.split_inclusive([' ', '\u{a0}', ':', '/', '\n', '：']).take(4) {
        end += word.len();
        let closed = word.ends_with([':', '：']);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let follows = words.get(end..).unwrap_or("").trim_start();
        let is_source =
            closed && ["source", "quelle", "fuente", "fonte", "kilde", "källa", "źródło"].contains(&lower.as_str());
        if bare.is_empty() && has_label && closed {
            return Some(end);
        } else if PICTURE_WORDS.holds_lower(&lower) || is_source {
            has_label = true;
            if closed || word.ends_with('/') || follows.starts_with([':', '©', '/']) {
                return Some(end);
            }
            if follows.get(..3).is_some_and(|next| next.eq_ignore_ascii_case("by ")) {
                return Some(end + 3);
            }
        } else if has_label && ["courtesy", "by", "via", "credit"].contains(&lower.as_str()) {
            return Some(end);
        } else if !has_label {
            return None;
        }
    }
    None
}

/// "… in Oslo. Photo: Ana Ruiz/Reuters", "… in Oslo. Image: Harbour Office." and glued "him.Credit...Ana Ruiz".
fn labelled(text: &str) -> Option<Found> {
    let from = floor_boundary(text, text.len().saturating_sub(LONGEST));
    let tail = text.get(from..)?;
    let mut previous = if from == 0 { '\n' } else { 'x' };
    for (at, c) in tail.char_indices() {
        let starts_word = c.is_alphabetic() && !previous.is_alphabetic();
        let glued = c.is_uppercase() && ".\"”’…".contains(previous);
        let after_joint = at + from == 0 || joint_before(tail.get(..at).unwrap_or(""), from > 0);
        let rest = tail.get(at..).unwrap_or("");
        if starts_word && (after_joint || glued) && label_length(rest).or_else(|| glued_label(rest)).is_some() {
            let words = Span::new(from + at, text.len()).trim(text).trim_stop(text);
            if is_short_credit(text.get(from + at..).unwrap_or("")) {
                return Some(Found { start: (from + at) as u32, words });
            }
        }
        previous = c;
    }
    None
}

/// "Credit...Ana Ruiz", "CreditAna Ruiz": the label length.
fn glued_label(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("Credit")?;
    let name = after.trim_start_matches(['.', '…']);
    name.starts_with(char::is_uppercase).then(|| rest.len() - name.len())
}

fn joint_before(before: &str, is_cut: bool) -> bool {
    match before.trim_end_matches([' ', '\u{a0}', '\t']).chars().next_back() {
        None => !is_cut,
        Some(c) => ".!?…|/•·\n\r-–—\"”’)]»:;，。*".contains(c),
    }
}

/// After the label: few words, no further sentence.
fn is_short_credit(words: &str) -> bool {
    let inner_stop = words.trim_end().trim_end_matches('.').split(". ").skip(1).any(|s| s.split(' ').count() > 5);
    words.split_whitespace().count() <= 14 && !inner_stop
}

trait TrimStop {
    /// The span without a closing full stop.
    fn trim_stop(self, text: &str) -> Span;
}

impl TrimStop for Span {
    fn trim_stop(self, text: &str) -> Span {
        let words = self.of(text);
        let bare = words.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
        Span { start: self.start, end: self.start + bare.len() as u32 }
    }
}

/// "… in Oslo © Ana Ruiz".
fn copyright(text: &str) -> Option<Found> {
    let at = text.rfind('©').or_else(|| text.rfind("(c) "))?;
    let rest = text.get(at..)?;
    (rest.len() <= LONGEST && is_short_credit(rest))
        .then(|| Found { start: at as u32, words: Span::new(at, text.len()).trim(text).trim_stop(text) })
}

/// "… in Oslo. Ana Ruiz/Reuters", "… in Oslo | Getty Images", "… in Oslo AP Photo/Ana Ruiz" and credits without caption.
fn slashed(text: &str) -> Option<Found> {
    let body = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let from = floor_boundary(body, body.len().saturating_sub(100));
    let mut starts: Vec<usize> = Vec::new();
    let mut previous = if from == 0 { '\n' } else { 'x' };
    for (at, c) in body.get(from..)?.char_indices() {
        let before = body.get(from..from + at).unwrap_or("");
        let apart = from + at == 0 || (joint_before(before, from > 0) && previous != '/');
        if apart && !c.is_whitespace() && (c.is_uppercase() || !c.is_ascii()) && previous != '.' || (from + at == 0) {
            starts.push(from + at);
        }
        previous = c;
    }
    starts.extend(body.rfind("AP Photo/").into_iter().chain(body.rfind("REUTERS/")).filter(|at| *at >= from));
    starts.into_iter().find_map(|start| {
        let words = Span::new(start, body.len()).trim(text);
        is_bare_credit(words.of(text)).then_some(Found { start: start as u32, words })
    })
}

/// A credit without label or brackets: an agency, or names around slashes or "via", one of them an agency.
fn is_bare_credit(words: &str) -> bool {
    if words.split_whitespace().count() > 10 || words.contains(['?', '!', ':', '“', '"']) || holds_sentence_end(words)
    {
        return false;
    }
    let parts: Vec<&str> = words
        .split(['/', '|'])
        .flat_map(|p| split_words(p, &[" via ", " for ", " - ", " – ", ", ", " / "]))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let named = |p: &&str| p.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || AGENCIES.holds(p);
    let an_agency = |p: &&str| AGENCIES.holds(p) || AGENCIES.holds(p.trim_end_matches(" file"));
    let has_agency = parts.iter().any(an_agency) || ends_with_agency(words);
    let short = parts.iter().all(|p| p.split(' ').count() <= 5);
    let slashed_people = words.contains('/')
        && parts.len() >= 2
        && parts.iter().all(|p| looks_like_a_person(p) || p.split(' ').any(|w| ORGANISATION_WORDS.holds(w)));
    short
        && parts.iter().all(named)
        && (has_agency && (parts.len() > 1 || an_agency(&words) || ends_with_agency(words)) || slashed_people)
}

/// Whether a full stop after a longer word stands inside: "Talks ended. Ana Ruiz".
fn holds_sentence_end(words: &str) -> bool {
    let mut pieces = words.split(". ").peekable();
    while let Some(piece) = pieces.next() {
        let last = piece.rsplit(' ').next().unwrap_or("");
        if pieces.peek().is_some() && last.chars().count() > 2 {
            return true;
        }
    }
    false
}

/// "Ana Ruiz Getty Images": the last two words are a well-known picture agency.
fn ends_with_agency(words: &str) -> bool {
    let mut last = words.rsplitn(3, ' ');
    let (b, a) = (last.next().unwrap_or(""), last.next().unwrap_or(""));
    words.split(' ').count() <= 5 && AGENCIES.holds(&format!("{a} {b}"))
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
