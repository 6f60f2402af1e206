//! The credit at a caption's end: in brackets, behind a label, behind a copyright mark, or bare names around a slash.

use super::super::lexicon::{AGENCIES, ORGANISATION_WORDS, PICTURE_WORDS};
use super::super::{ends_like_a_sentence, looks_like_a_person};
use super::names::split_words;
use super::{LONGEST, says_file};
use crate::model::Span;

/// A credit at the end of a caption.
pub(super) struct Found {
    /// Where the credit begins, brackets and label included.
    pub start: u32,
    /// Its words, without brackets.
    pub words: Span,
}

pub(super) fn trailing_credit(text: &str) -> Option<Found> {
    bracketed(text)
        .or_else(|| labelled(text))
        .or_else(|| copyright(text))
        .or_else(|| slashed(text))
        .or_else(|| handle(text))
}

/// "(Photo: Ana Ruiz/Reuters)", "[Ana Ruiz/AP]", "(Reuters)" at the end.
fn bracketed(text: &str) -> Option<Found> {
    in_brackets(text).filter(|found| is_credit(found.words.of(text)))
}

/// "The boats are back in port. (Harbour Museum)": capitalised words behind the end of a sentence.
pub(super) fn bracketed_names(text: &str) -> Option<Found> {
    let found = in_brackets(text)?;
    let small = ["of", "and", "the", "for", "de", "von", "der", "&"];
    let named = |word: &str| word.starts_with(char::is_uppercase) || small.contains(&word);
    let words = found.words.of(text);
    let before = text.get(..found.start as usize).unwrap_or("");
    let fits = words.split(' ').count() <= 5 && words.split(' ').all(named) && !says_file(words);
    (fits && ends_like_a_sentence(before.trim_end())).then_some(found)
}

/// "The boats are back ⏎ Harbour Post", "The boats are back / Ana Ruiz": names alone on the caption's last line, or behind
/// a slash with blanks around.
pub(super) fn names_apart(text: &str) -> Option<Found> {
    const MARKS: [char; 9] = ['/', '-', '–', '—', '|', ':', '•', '.', '@'];
    let after = |joint: &str| text.rfind(joint).map(|at| at + joint.len());
    let (start, own_line) = match after("\n") {
        Some(start) => (start, true),
        None => (after(" / ")?, false),
    };
    let (before, words) = (text.get(..start)?, Span::new(start, text.len()).trim(text));
    let rest = words.of(text);
    let bare = rest.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let names: Vec<&str> = bare.split(['/', '|', ',']).map(str::trim).filter(|name| !name.is_empty()).collect();
    let marked = names.len() > 1 || bare.len() < rest.len() || !own_line;
    let named = |name: &&str| {
        let organisation = name.split(' ').any(|word| ORGANISATION_WORDS.holds(word));
        let capital = name.starts_with(char::is_uppercase);
        capital && (looks_like_a_person(name) || organisation || marked && own_line && name.split(' ').count() <= 3)
    };
    // "Ana Ruiz ⏎ Chief Engineer": below a bare name stands what she is.
    let caption = before.split_whitespace().count() > 1 && !looks_like_a_person(before.trim());
    let fits = caption && bare.split_whitespace().count() <= 6 && !bare.contains(['?', '!', '“', '"', ':']);
    (fits && !names.is_empty() && names.iter().all(named) && !holds_sentence_end(bare))
        .then_some(Found { start: start as u32, words })
}

/// "… leaves the port. Luis Vega" before an agency in brackets: a person's name alone behind a sentence.
pub(super) fn bare_person(text: &str) -> Option<Found> {
    let (before, name) = text.rsplit_once(['.', '!', '?', '”'])?;
    let start = text.len() - name.len() + (name.len() - name.trim_start().len());
    let fits = name.starts_with(' ') && looks_like_a_person(name.trim()) && before.contains(' ');
    fits.then(|| Found { start: start as u32, words: Span::new(start, text.len()).trim(text) })
}

fn in_brackets(text: &str) -> Option<Found> {
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
    (inner.len() <= LONGEST).then_some(Found { start: start as u32, words: inner })
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
    // "(Dana Cole for The Harbour Post)": a person at work for somebody.
    let works_for = |(who, whose): (&str, &str)| looks_like_a_person(who) && whose.starts_with(char::is_uppercase);
    if words.split(' ').count() <= 8 && words.split_once(" for ").is_some_and(works_for) {
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
    // "Courtesy of Ana Ruiz", "Handout via Reuters"
    const SUPPLIED: [&str; 6] =
        ["courtesy of ", "courtesy: ", "handout via ", "handout: ", "screengrab: ", "screenshot: "];
    let supplied = |label: &&&str| words.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label));
    if let Some(label) = SUPPLIED.iter().find(supplied).filter(|_| words.starts_with(char::is_uppercase)) {
        return Some(label.len());
    }
    // "STAFF PHOTO BY ANA RUIZ"
    const COMES_FROM: [&str; 3] = ["staff", "contributed", "submitted"];
    let mut end = 0;
    let mut has_label = false;
    for word in words.split_inclusive([' ', '\u{a0}', ':', '/', '\n', '：', '=', '＝']).take(4) {
        end += word.len();
        let closed = word.ends_with([':', '：', '=', '＝']);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let follows = words.get(end..).unwrap_or("").trim_start();
        let is_source =
            closed && ["source", "quelle", "fuente", "fonte", "kilde", "källa", "źródło"].contains(&lower.as_str());
        if bare.is_empty() && has_label && closed {
            return Some(end);
        } else if PICTURE_WORDS.holds_lower(&lower) || is_source {
            has_label = true;
            if closed || word.ends_with('/') || follows.starts_with([':', '©', '/', '|']) {
                return Some(end);
            }
            if follows.get(..3).is_some_and(|next| next.eq_ignore_ascii_case("by ")) {
                return Some(end + 3);
            }
        } else if has_label && ["courtesy", "by", "via", "credit"].contains(&lower.as_str()) {
            return Some(end);
        } else if !has_label && (end > word.len() || !COMES_FROM.contains(&lower.as_str())) {
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
        let glued = || c.is_uppercase() && ".\"”’…".contains(previous);
        let after_joint = || at + from == 0 || joint_before(tail.get(..at).unwrap_or(""), from > 0);
        let rest = tail.get(at..).unwrap_or("");
        // "… in Leeds Credit: Tom Webb": a capital and a colon need no full stop before.
        let marked = || {
            c.is_uppercase()
                && rest
                    .split([' ', '\u{a0}'])
                    .next()
                    .is_some_and(|word| word.ends_with(':') && !word.contains([')', ']']))
        };
        if starts_word
            && (after_joint() || glued() || marked())
            && label_length(rest).or_else(|| glued_label(rest)).is_some()
        {
            let start = from + at - names_before(text.get(..from + at).unwrap_or(""));
            let words = Span::new(start, text.len()).trim(text).trim_stop(text);
            if is_short_credit(text.get(start..).unwrap_or("")) {
                return Some(Found { start: start as u32, words });
            }
        }
        previous = c;
    }
    None
}

/// "… burn. Harbour Police/Handout via Reuters": how many bytes of names stand right before the label, with their slash.
fn names_before(before: &str) -> usize {
    let Some(rest) = before.strip_suffix('/') else { return 0 };
    let start = [". ", "! ", "? ", ") ", "\n"].iter().filter_map(|end| rest.rfind(end).map(|at| at + end.len())).max();
    let names = rest.get(start.unwrap_or(rest.len())..).unwrap_or("").trim_start();
    let named = !names.is_empty() && names.split(' ').count() <= 5;
    if named && names.split(' ').all(|word| word.starts_with(char::is_uppercase)) { names.len() + 1 } else { 0 }
}

/// "Credit...Ana Ruiz", "CreditAna Ruiz": the label length.
pub(super) fn glued_label(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("Credit")?;
    let name = after.trim_start_matches(['.', '…']);
    name.starts_with(char::is_uppercase).then(|| rest.len() - name.len())
}

fn joint_before(before: &str, is_cut: bool) -> bool {
    match before.trim_end_matches([' ', '\u{a0}', '\t']).chars().next_back() {
        None => !is_cut,
        Some(c) if c.is_alphanumeric() => false,
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
        let opens = (!matches!(previous, '/' | '.') || is_glued(body, from + at))
            && (c.is_uppercase() || !c.is_ascii() && !c.is_whitespace());
        if from + at == 0 || opens && joint_before(body.get(from..from + at).unwrap_or(""), from > 0) {
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

/// "… shows the blast. X/@JoMoss": an account of a network at the end.
fn handle(text: &str) -> Option<Found> {
    const NETWORKS: [&str; 6] = ["X", "Twitter", "Instagram", "Facebook", "TikTok", "Telegram"];
    let start = text.trim_end().rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let words = Span::new(start, text.len()).trim(text);
    let (network, account) = words.of(text).split_once('/')?;
    let fits = NETWORKS.contains(&network) && account.len() > 2 && account.starts_with('@');
    fits.then_some(Found { start: start as u32, words })
}

/// "… leaves the port.Getty Images": a full stop behind a whole word, without the blank.
fn is_glued(body: &str, at: usize) -> bool {
    let before = body.get(..at).and_then(|before| before.strip_suffix('.')).unwrap_or("");
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase)
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
        .map(|part| part.trim().trim_start_matches("via "))
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
        let initials = last.contains('.');
        if pieces.peek().is_some() && last.chars().count() > 2 && !initials {
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
