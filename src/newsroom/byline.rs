//! Bylines: the line that names who wrote a piece, with or without "By", with posts, desks and places around the names.

use super::lexicon::{BYLINE_ROLES, BYLINE_WORDS};
use super::looks_like_a_person;
use crate::model::Span;

/// Longest byline, in bytes.
const LONGEST: usize = 200;
/// What stands between two authors.
const JOINTS: [&str; 14] =
    [",", ";", "|", " and ", " And ", " AND ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " with "];

/// The authors that a line names, if it opens with "By" or its like in another language.
pub fn names_after_by(line: &str) -> Option<Vec<Span>> {
    if line.len() > LONGEST {
        return None;
    }
    let rest = after_by(line)?;
    let names = person_spans(line, Span::new(line.len() - rest.len(), line.len()));
    (!names.is_empty()).then_some(names)
}

/// The authors that a bare line names: nothing but people's names, their joints, posts and a place ("Ana Ruiz in Oslo").
pub fn names_of_bare_line(line: &str) -> Option<Vec<Span>> {
    if line.len() > 100 || line.trim_end().ends_with(['.', '!', '?', ':']) {
        return None;
    }
    let whole = Span::new(0, line.len());
    let names = person_spans(line, whole);
    let parts = parts_of(line, whole);
    let all_fit = parts.iter().all(|part| name_in(part.of(line)).is_some() || is_role(part.of(line)));
    (!names.is_empty() && all_fit && parts.first().is_some_and(|p| name_in(p.of(line)).is_some())).then_some(names)
}

/// What follows the byline word, or `None` if the line has none.
pub fn after_by(line: &str) -> Option<&str> {
    let trimmed = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut end = 0;
    let mut found = None;
    for word in trimmed.split_inclusive([' ', '\u{a0}', ':', '\n']).take(3) {
        end += word.len();
        let phrase = trimmed.get(..end)?.trim_end_matches([' ', '\u{a0}', ':', '\n']);
        if BYLINE_WORDS.holds(phrase) {
            found = trimmed.get(end..);
        }
    }
    found.map(|rest| rest.trim_start_matches([' ', '\u{a0}', ':']))
}

/// One author's name as metadata gives it, without "By", post, outlet or address; `None` if it is no name.
pub fn clean_author(given: &str) -> Option<String> {
    let given = given.trim();
    let bare = after_by(given).unwrap_or(given);
    let is_address = bare.contains("://") || bare.contains('@') || bare.starts_with("www.");
    let bare = bare.split(['|', '(', '<', '/']).next().unwrap_or("").trim().trim_matches([',', ';', '.', '-', ' ']);
    (!bare.is_empty() && !is_address && bare.len() <= 100)
        .then(|| bare.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Cuts a piece of metadata that may name several authors ("Ana Ruiz and Jo Park").
pub fn split_authors(given: &str) -> Vec<String> {
    let bare = after_by(given.trim()).unwrap_or(given.trim());
    let parts = parts_of(bare, Span::new(0, bare.len()));
    let people = parts.iter().filter(|part| looks_like_a_person(part.of(bare))).count();
    let apart = |part: &str| is_role(part) || is_acronym(part);
    if people >= 2 || (people == 1 && parts.iter().all(|p| looks_like_a_person(p.of(bare)) || apart(p.of(bare)))) {
        return parts.iter().map(|p| p.of(bare)).filter(|p| !apart(p)).filter_map(clean_author).collect();
    }
    clean_author(given).into_iter().collect()
}

fn person_spans(line: &str, within: Span) -> Vec<Span> {
    let offset = |part: Span, name: &str| {
        let start = part.start as usize + part.of(line).find(name).unwrap_or(0);
        Span::new(start, start + name.len())
    };
    parts_of(line, within).into_iter().filter_map(|p| name_in(p.of(line)).map(|name| offset(p, name))).collect()
}

/// The person named at the start of a byline's part: "Ana Ruiz in Oslo" → "Ana Ruiz".
fn name_in(part: &str) -> Option<&str> {
    let place = [" in ", " at ", " for ", " aus ", " à ", " en ", " | "];
    // "Ana Ruiz 3 November 2025", "Ana Ruiz Updated 9:40"
    let stamps = [" Published", " Updated", " PUBLISHED", " UPDATED", " •", " ·", " – ", " - ", " /"];
    let digit = part.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
    let cuts = place.iter().chain(&stamps).filter_map(|cut| part.find(cut)).chain(digit);
    let end = cuts.min().unwrap_or(part.len());
    let name = without_month(part.get(..end)?.trim());
    (looks_like_a_person(name) && !is_role(name) && !name.contains('@')).then_some(name)
}

/// "CNN": an outlet behind its author's name.
fn is_acronym(part: &str) -> bool {
    (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase())
}

/// "Ana Ruiz Nov. [3, 2025]": a month belongs to no name.
fn without_month(name: &str) -> &str {
    let last = name.rsplit_once(' ').map(|(before, last)| (before, last.trim_end_matches('.')));
    let month = |word: &str| word.len() > 2 && word.parse::<chrono::Month>().is_ok();
    match last {
        Some((before, word)) if before.contains(' ') && month(word) => before.trim_end(),
        _ => name,
    }
}

fn is_role(part: &str) -> bool {
    part.split(|c: char| !c.is_alphanumeric()).any(|word| BYLINE_ROLES.holds(word))
}

/// The pieces of a byline between its joints, trimmed, empty ones dropped.
fn parts_of(line: &str, within: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = within.start as usize;
    let end = within.end as usize;
    while start < end {
        let rest = line.get(start..end).unwrap_or("");
        let joint = JOINTS.iter().filter_map(|j| rest.find(j).map(|at| (at, j.len()))).min();
        let (length, skip) = joint.unwrap_or((rest.len(), 1));
        let part = Span::new(start, start + length).trim(line);
        if !part.is_empty() {
            parts.push(part);
        }
        start += length + skip;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str, spans: Option<Vec<Span>>) -> Vec<String> {
        spans.unwrap_or_default().iter().map(|s| s.of(line).to_owned()).collect()
    }

    #[test]
    fn bylines_give_names_only() {
        for (line, expected) in [
            ("By Ana Ruiz", vec!["Ana Ruiz"]),
            ("By Ana Ruiz and Jo Park, Harbour News Agency", vec!["Ana Ruiz", "Jo Park"]),
            ("BY ANA RUIZ", vec!["ANA RUIZ"]),
            ("Von Anna Sommer, Frankfurt", vec!["Anna Sommer"]),
            ("Words by: Ana Ruiz", vec!["Ana Ruiz"]),
            ("By Ana Ruiz 3 November 2025", vec!["Ana Ruiz"]),
            ("By Ana Ruiz Nov. 3, 2025", vec!["Ana Ruiz"]),
            ("By Ana Ruiz Updated 9:40 am", vec!["Ana Ruiz"]),
            ("By Monday the river had risen.", vec![]),
            ("By the harbour", vec![]),
        ] {
            assert_eq!(words(line, names_after_by(line)), expected, "{line}");
        }
    }

    #[test]
    fn bare_names_need_a_line_of_their_own() {
        for (line, expected) in [
            ("Quoc Tran", vec!["Quoc Tran"]),
            ("Ana Ruiz in Oslo and Jo Park in Bergen", vec!["Ana Ruiz", "Jo Park"]),
            ("Ana Ruiz, Political Correspondent", vec!["Ana Ruiz"]),
            ("Long-term security commitments", vec![]),
            ("Harbour Police Department", vec![]),
        ] {
            assert_eq!(words(line, names_of_bare_line(line)), expected, "{line}");
        }
    }

    #[test]
    fn metadata_authors_are_cut_and_cleaned() {
        assert_eq!(split_authors("By Ana Ruiz and Jo Park"), ["Ana Ruiz", "Jo Park"]);
        assert_eq!(split_authors("Ana Ruiz, Political Editor"), ["Ana Ruiz"]);
        assert_eq!(split_authors("Ana Ruiz, CNN"), ["Ana Ruiz"]);
        assert_eq!(split_authors("Harbour Post"), ["Harbour Post"]);
        assert!(split_authors("https://example.org/ana").is_empty());
    }
}
