//! Datelines and date lines: "PARIS, Jan 6 (Reuters) -" before a lead, "Thursday, February 23, 2023" on a line.

use super::lexicon::{AGENCIES, CALENDAR_WORDS, TIMESTAMP_WORDS};
use crate::model::Span;

/// The dateline that opens a lead paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From the first character to the dash, both included.
    pub span: Span,
    /// Place and date: what stands before the agency (or around it, where the date follows) and the dash; may be empty.
    pub place_and_date: Span,
    /// The agency's name, without brackets.
    pub agency: Option<Span>,
}

/// Longest dateline, in bytes.
const LONGEST: usize = 110;

/// Whether the whole line states when (and perhaps where) a piece was published.
pub fn is_date_line(line: &str) -> bool {
    if line.len() > 160 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let opens = |(place, rest): &(&str, &str)| is_upper_place(place.trim()) || is_outlet(place) && is_stamped(rest);
    let line = line.split_once('|').filter(opens).map_or(line, |(_, rest)| rest);
    let mut has_month = false;
    let mut has_number = false;
    let mut has_numeric_date = false;
    let cut = |c: char| c.is_whitespace() || ",;|()[]•·–—@".contains(c);
    for word in line.split(cut).filter(|w| !w.is_empty()) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() || TIMESTAMP_WORDS.holds(bare) {
        } else if CALENDAR_WORDS.holds(bare) {
            has_month = true;
        } else if bare.starts_with(|c: char| c.is_ascii_digit()) && is_numeric(bare) {
            has_number = true;
            has_numeric_date |= bare.len() >= 6 && bare.matches(['-', '/', '.']).count() == 2;
        } else if bare.len() > 3 || !bare.chars().all(|c| c.is_ascii_uppercase()) {
            return false;
        }
    }
    (has_month && has_number) || has_numeric_date
}

/// "Harle News Service": a few words without digits.
fn is_outlet(words: &str) -> bool {
    words.split_whitespace().count() <= 5 && !words.contains(|c: char| c.is_ascii_digit())
}

/// "Published: 12 Nov 2025".
fn is_stamped(words: &str) -> bool {
    let words = words.trim_start().to_lowercase();
    ["published", "updated", "last updated", "first published", "posted"].iter().any(|label| words.starts_with(label))
}

/// Digits with separators, an ordinal ending, "am", or the `T` and `Z` of ISO 8601.
fn is_numeric(word: &str) -> bool {
    let tail = word.trim_start_matches(|c: char| c.is_ascii_digit() || ".:/-+".contains(c));
    let tail = tail.trim_start_matches(|c: char| c.is_ascii_digit() || ".:/-+TZ".contains(c));
    tail.is_empty() || ["st", "nd", "rd", "th", "am", "pm", "h", "a.m", "p.m", "AM", "PM", "hrs"].contains(&tail)
}

/// The dateline at the start of a paragraph, if it has one.
///
/// "(AGENCY) -", "PLACE (AGENCY) -", "PLACE, Jan 6 (AGENCY) -", "PLACE (AGENCY), Jan 6 -", "PLACE, Jan 6 -", and, with
/// the place in capitals, "PLACE, Region -". The dash may be a hyphen, two, an en or em dash, or the `_` of old wires.
pub fn opening(paragraph: &str) -> Option<Dateline> {
    let (dash, end) = undashed(paragraph).or_else(|| first_dash(paragraph))?;
    let head = paragraph.get(..dash)?.trim_end();
    // "PARIS (Reuters), Tuesday, 6 January -" dates itself behind the agency.
    let dated = head.rsplit_once(')').filter(|(_, date)| is_date_line(date)).map_or(head.len(), |(to, _)| to.len() + 1);
    let (place, agency) = split_agency(head.get(..dated).unwrap_or(head));
    let starts_sentence = paragraph
        .get(end..)?
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"‘'«[(".contains(c));
    let fits = match (place.trim().is_empty(), agency) {
        (true, agency) => agency.is_some(),
        (false, Some(_)) => is_place(place) || ends_with_date(place),
        (false, None) => starts_sentence && (is_upper_place(place) || (is_place_and_date(place))),
    };
    fits.then(|| Dateline {
        span: Span::new(0, end),
        place_and_date: Span::new(0, if dated < head.len() { head.len() } else { place.len() }).trim(paragraph),
        agency: agency.map(|name| {
            let start = head.rfind(name).unwrap_or(0);
            Span::new(start, start + name.len())
        }),
    })
}

/// "Pune, May 9 (PTI) A man …", "Pune, May 9: A man …": place and date with a known agency, or a colon, need no dash. The end of
/// the head and of the dateline.
fn undashed(paragraph: &str) -> Option<(usize, usize)> {
    let head = paragraph.get(..paragraph.len().min(LONGEST)).or_else(|| paragraph.split(['\n', '“']).next())?;
    let (at, _) = head.match_indices([')', ':']).next()?;
    let (before, rest) = (head.get(..at)?, paragraph.get(at + 1..)?);
    let opens =
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    if head.as_bytes().get(at) == Some(&b':') {
        return (opens && is_place_and_date(before)).then_some((at, at + 1));
    }
    let (place, agency) = before.rsplit_once('(')?;
    (opens && is_place_and_date(place.trim_end()) && AGENCIES.holds(agency)).then_some((at + 1, at + 1))
}

/// The first dash that stands free or is doubled, as byte range; only near the start.
fn first_dash(paragraph: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (at, c) in paragraph.char_indices().take_while(|(at, _)| *at <= LONGEST) {
        match c {
            '-' | '_' | '–' | '—' => {
                let rest = paragraph.get(at + c.len_utf8()..).unwrap_or("");
                let doubled = c == '-' && rest.starts_with('-');
                let free = (before.is_whitespace() || before == ')') && rest.starts_with([' ', '\u{a0}']);
                if free || doubled || c == '—' {
                    return Some((at, at + c.len_utf8() + rest.bytes().take_while(|b| *b == b'-').count()));
                }
            }
            '\n' | '“' | '"' => return None,
            _ => {}
        }
        before = c;
    }
    None
}

/// Cuts a bracketed agency from the end of a dateline's head.
fn split_agency(head: &str) -> (&str, Option<&str>) {
    let inner = head.strip_suffix(')').and_then(|h| h.rsplit_once('('));
    // "BOSTON, March 11, 2024 /Newswire/ --"
    let slashed = || head.strip_suffix('/').and_then(|h| h.rsplit_once(" /")).filter(|(_, name)| !name.contains(' '));
    let inner = inner.or_else(slashed);
    let Some((place, agency)) = inner else { return (head, None) };
    let named = AGENCIES.holds(agency.split('/').next().unwrap_or(agency).trim())
        || (agency.len() <= 40 && agency.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase())));
    match named && !agency.trim().is_empty() {
        true => (place, Some(agency.trim())),
        false => (head, None),
    }
}

/// A place in capitals, regions in any case: "TOLEDO, Ohio", "NEW YORK", "ST. LOUIS".
fn is_upper_place(place: &str) -> bool {
    let mut parts = place.split([',', '/']);
    let city = parts.next().unwrap_or("").trim();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let no_lower = !city.chars().any(char::is_lowercase) && !city.chars().any(|c| c.is_ascii_digit());
    letters >= 3 && no_lower && city.split(' ').count() <= 4 && parts.all(|p| is_place(p) || ends_with_date(p))
}

/// Capitalised words only.
fn is_place(place: &str) -> bool {
    let mut words = place.split([' ', ',', '/', '\u{a0}']).filter(|w| !w.is_empty()).peekable();
    let small = ["of", "de", "la", "el", "and", "am", "an", "der", "upon", "del", "do", "da"];
    words.peek().is_some()
        && place.split_whitespace().count() <= 8
        && words.all(|w| w.starts_with(|c: char| c.is_uppercase()) || small.contains(&w) || is_numeric(w))
}

fn is_place_and_date(place: &str) -> bool {
    let is_city = |city: &str| is_place(city) && !city.split(' ').any(|word| CALENDAR_WORDS.holds(word));
    place.split_once(',').is_some_and(|(city, rest)| is_city(city) && ends_with_date(rest))
}

/// Whether the last words are month and day, weekday, or month, day and year.
fn ends_with_date(text: &str) -> bool {
    let mut words = text.split([' ', ',', '\u{a0}']).filter(|w| !w.is_empty()).rev().take(3);
    words.any(|w| CALENDAR_WORDS.holds(w.trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines_hold_nothing_but_a_date() {
        for line in [
            "Thursday, February 23, 2023",
            "Published: 23 February 2023, 14:05 GMT",
            "2023-02-23",
            "23.02.2023",
            "Updated 4:15 p.m. EST, Mon Feb 20, 2011",
            "RABAT | Sun Feb 20, 2011 6:47 pm EST",
            "2026-01-06T09:30+07:00",
            "Harle News Service | Published: 12 Nov 2025, 6:43 am",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in [
            "In February 2023 the river rose",
            "Feb",
            "12 ships",
            "May the best win",
            "1–3",
            "3.5.1 beta",
            "Harle News | 12 Nov was cold",
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }

    #[test]
    fn datelines_open_leads() {
        for (paragraph, dateline, agency) in [
            ("(HARBOURNEWS) - Members met.", "(HARBOURNEWS) -", "HARBOURNEWS"),
            ("PARIS (Reuters) - Leaders met.", "PARIS (Reuters) -", "Reuters"),
            ("LONDON, Jan 6 (AP) — Leaders met.", "LONDON, Jan 6 (AP) —", "AP"),
            ("PARIS (Reuters), Tuesday, 6 January — It met.", "PARIS (Reuters), Tuesday, 6 January —", "Reuters"),
            ("Berlin (dpa) - Ein Treffen", "Berlin (dpa) -", "dpa"),
            ("NEW YORK (AP) _ Leaders met.", "NEW YORK (AP) _", "AP"),
            ("BOSTON, March 11, 2024 /Newswire/ -- It met.", "BOSTON, March 11, 2024 /Newswire/ --", "Newswire"),
            ("TOLEDO, Ohio -- Determined to win", "TOLEDO, Ohio --", ""),
            ("SALVADOR, Feb 26 - Showers continued", "SALVADOR, Feb 26 -", ""),
            ("MOSCOW — The minister left.", "MOSCOW —", ""),
            ("Pune, May 9 (PTI) A man met them.", "Pune, May 9 (PTI)", "PTI"),
            ("Pune, May 9: A man met them.", "Pune, May 9:", ""),
            ("Lena Ruiz (RKT) A man met them.", "", ""),
            ("On Monday, May 9: A man met them.", "", ""),
            ("UNICEF - the fund - said", "", ""),
            ("The minister (left) - who had come - spoke", "", ""),
            ("Harbour tolls - The fees rise", "", ""),
        ] {
            let found = opening(paragraph);
            assert_eq!(found.map_or("", |d| d.span.of(paragraph)), dateline, "{paragraph}");
            assert_eq!(found.and_then(|d| d.agency).map_or("", |a| a.of(paragraph)), agency, "{paragraph}");
        }
    }
}
