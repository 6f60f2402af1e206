//! Names in a credit: the words of a credit are cut at their joints, labels dropped, and each piece is a photographer or
//! an agency.

use super::super::lexicon::{AGENCIES, PICTURE_WORDS};
use super::super::looks_like_a_person;
use super::tail::glued_label;

/// Reads photographer and agency from the words of a credit.
pub fn read(words: &str) -> (Option<String>, Option<String>) {
    let mut photographer = None;
    let mut agencies: Vec<&str> = Vec::new();
    // "(Supplied: Harbour Rescue)": whoever hands out a picture need not have taken it.
    let supplied = words.trim_start_matches('(').get(..9).is_some_and(|head| head.eq_ignore_ascii_case("supplied:"));
    for piece in pieces(words).into_iter().filter(|piece| !(supplied && piece.eq_ignore_ascii_case("supplied"))) {
        let known = AGENCIES.holds(piece);
        let piece = bare_agency(piece);
        match (known || supplied, photographer.is_none() && looks_like_a_photographer(piece)) {
            (false, true) => photographer = Some(piece.to_owned()),
            _ if agencies.iter().any(|a| a.eq_ignore_ascii_case(piece)) => {}
            _ => agencies.push(piece),
        }
    }
    // "Ana / Harbour Agency": a single word before an agency is a photographer's short name only if nobody else is.
    let agency = (!agencies.is_empty()).then(|| agencies.join("/"));
    (photographer, agency)
}

/// "AP Photo", "Express photo": what a picture is called belongs to no name.
fn bare_agency(piece: &str) -> &str {
    let bare = piece.strip_suffix(" Photo").or_else(|| piece.strip_suffix(" photo"));
    bare.filter(|bare| AGENCIES.holds(bare) || !bare.contains(' ') && bare.len() > 1).unwrap_or(piece)
}

/// "JOHAN NILSSON SWEDEN OUT": where an agency may not sell the picture.
fn without_embargo(piece: &str) -> &str {
    let embargo = piece.strip_suffix(" OUT").and_then(|name| name.rsplit_once(' '));
    embargo.map_or(piece, |(name, _country)| name)
}

fn looks_like_a_photographer(piece: &str) -> bool {
    let is_upper = piece.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let titled = piece.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("the "));
    // "Ana Ruiz and Tom Webb" took them together.
    let together = piece.split_once(" and ").or_else(|| piece.split_once(" & "));
    let persons = together.is_some_and(|(one, other)| looks_like_a_person(one) && looks_like_a_person(other));
    (looks_like_a_person(piece) || persons) && !titled && !(is_upper && piece.len() < 6)
}

/// The names in a credit: cut at slashes, bars, "via", "for", dashes and commas; labels, marks and years dropped.
fn pieces(words: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let whole = strip_labels(words.trim_matches(|c: char| c.is_whitespace() || "()[]{}".contains(c)));
    for coarse in whole.split(['/', '|', '\u{2022}', '\n', ';', '(', ')', '[', ']', '©', '•', '／', '｜', ',']) {
        for piece in
            split_words(coarse, &[" via ", " for ", " - ", " – ", " — ", " by ", " / ", " through ", " / ", ": "])
        {
            let piece = without_embargo(without_place(strip_labels(piece)));
            if piece.chars().any(char::is_alphabetic) && !is_noise(piece) {
                out.push(piece);
            }
        }
    }
    out
}

/// "Philip Ott. Norway": where the picture was taken, behind a full stop that ends no initial.
fn without_place(piece: &str) -> &str {
    let whole = |before: &str| before.rsplit(' ').next().is_some_and(|word| word.chars().count() > 2);
    piece
        .split_once(". ")
        .map(|(name, _)| name)
        .filter(|name| looks_like_a_person(name) && whole(name))
        .unwrap_or(piece)
}

/// What a credit says of how the picture came, not whose it is.
const NOISE: [&str; 18] = [
    "stringer",
    "contributor",
    "staff",
    "file",
    "file photo",
    "archive",
    "all rights reserved",
    "used with permission",
    "pool",
    "pool photo",
    "via pool",
    "handout",
    "handout photo",
    "hand out",
    "screenshot",
    "screengrab",
    "screen grab",
    "courtesy",
];

fn is_noise(piece: &str) -> bool {
    let lower = piece.to_lowercase();
    NOISE.contains(&lower.as_str())
        || lower.starts_with("cc by")
        || lower.starts_with("cc-by")
        || lower.starts_with("creative commons")
        || lower.starts_with("public domain")
}

pub(super) fn split_words<'a>(text: &'a str, joints: &[&str]) -> Vec<&'a str> {
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
        let trimmed = rest.trim_matches(|c: char| c.is_whitespace() || ".,:;…-–—*\"”“©/|=＝".contains(c));
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
        // "STAFF PHOTO BY ANA RUIZ"
        let label = label || lower == "staff" && PICTURE_WORDS.holds(after.split(' ').next().unwrap_or(""));
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
