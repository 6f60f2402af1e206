//! Date claims: what metadata and addresses state about the day of publication, in the many forms that sites write.

use crate::model::{DateClaim, DateOrigin};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

/// Reads a stated date or date and time, as local time of the stated offset.
///
/// ISO 8601 in its loose forms, RFC 2822, `2026/01/06`, `20260106`, `06.01.2026`, `January 6, 2026`, `6 January 2026`
/// and Unix seconds or milliseconds. `None` for anything else, and for years outside 1500…2200.
pub fn date_time(stated: &str) -> Option<NaiveDateTime> {
    let stated = stated.trim();
    let found = iso(stated)
        .or_else(|| DateTime::parse_from_rfc2822(stated).ok().map(|d| d.naive_local()))
        .or_else(|| unix(stated))
        .or_else(|| day_first(stated))
        .or_else(|| spelled(stated))?;
    (1500..=2200).contains(&chrono::Datelike::year(&found)).then_some(found)
}

/// A claim of the metadata; `name` says which field ("datePublished").
pub fn of_metadata(name: &str, stated: &str) -> Option<DateClaim> {
    let at = date_time(stated)?;
    Some(DateClaim { at, origin: DateOrigin::Metadata, evidence: format!("{name}: {}", stated.trim()) })
}

/// A claim of the metadata about the last change ("dateModified").
pub fn of_modification(name: &str, stated: &str) -> Option<DateClaim> {
    of_metadata(name, stated).map(|claim| DateClaim { origin: DateOrigin::Modification, ..claim })
}

/// The day in an address: `/2026/01/06/`, `/2026-01-06-`, `/20260106/`, `/2026/jan/06/`.
pub fn of_url(url: &str) -> Option<DateClaim> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let day = (0..path.len()).filter(|at| path.is_char_boundary(*at)).find_map(|at| {
        let free = at == 0 || !path.as_bytes().get(at - 1).is_some_and(u8::is_ascii_digit);
        free.then(|| day_in_address(path.get(at..)?)).flatten()
    })?;
    Some(DateClaim { at: day.and_time(NaiveTime::MIN), origin: DateOrigin::Url, evidence: url.to_owned() })
}

/// A claim of a line printed at the top: a day behind no more than a few words that say whose or what it is, such as
/// "Veröffentlicht am 13. Mai 2026 um 15:44", "Do 25.04.24 | 14:07 Uhr". Of a year's two last digits only where dots part it.
pub fn of_line(line: &str) -> Option<DateClaim> {
    const MOST_WORDS: usize = 4;
    let line = line.trim().trim_end_matches(['•', '·', '|', '-', '–']).trim_end();
    let at = line.find(|c: char| c.is_ascii_digit())?;
    let (before, dated) = line.split_at(at);
    if line.len() > 120 || before.split_whitespace().count() > MOST_WORDS || before.contains(['.', '(']) {
        return None;
    }
    let day = date_time(dated).or_else(|| {
        let end = dated.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (short, rest) = dated.split_at(end);
        let (day_and_month, year) = short.rsplit_once('.')?;
        (year.len() == 2).then(|| day_first(&format!("{day_and_month}.20{year}{rest}"))).flatten()
    })?;
    Some(DateClaim { at: day, origin: DateOrigin::Metadata, evidence: format!("in its date line “{line}”") })
}

fn day_in_address(rest: &str) -> Option<NaiveDate> {
    let year = number(rest, 4).filter(|y| (1990..=2100).contains(y))?;
    let after = rest.get(4..)?;
    if let Some(compact) = after.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_digit())) {
        let ends = !after.get(4..)?.starts_with(|c: char| c.is_ascii_digit());
        return ends
            .then(|| NaiveDate::from_ymd_opt(year, number(compact, 2)? as u32, number(compact.get(2..)?, 2)? as u32))
            .flatten();
    }
    let separator = after.chars().next().filter(|c| "/-_.".contains(*c))?;
    let mut parts = after.get(1..)?.splitn(3, [separator, '/', '-', '_', '.']);
    let (month, day) = (parts.next()?, parts.next()?);
    let month = match month.parse::<u32>() {
        Ok(n) if month.len() <= 2 => n,
        _ => month_number(month)?,
    };
    let day = day.parse::<u32>().ok().filter(|_| day.len() <= 2)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The number that `digits` decimal digits at the start of `text` make.
fn number(text: &str, digits: usize) -> Option<i32> {
    text.get(..digits).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

/// `2026-01-06`, with `T` or a blank and a time, seconds, fractions, offset: all optional behind the day.
fn iso(stated: &str) -> Option<NaiveDateTime> {
    let year = number(stated, 4)?;
    let rest = stated.get(4..)?;
    let separator = rest.chars().next()?;
    let (month, day, rest) = if separator.is_ascii_digit() {
        (number(rest, 2)?, number(rest.get(2..)?, 2)?, rest.get(4..)?)
    } else if "-/.".contains(separator) {
        let mut parts = rest.get(1..)?.splitn(2, separator);
        let month = parts.next()?.parse().ok()?;
        let rest = parts.next()?;
        let digits = rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
        (month, number(rest, digits)?, rest.get(digits..)?)
    } else {
        return None;
    };
    let day = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(day.and_time(clock(rest)))
}

/// The first `hh:mm[:ss]` (or `hhmm` after a `T`) of what follows a day; midnight if there is none.
fn clock(rest: &str) -> NaiveTime {
    let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let hour = digits.bytes().take_while(u8::is_ascii_digit).count();
    let read = || {
        let compact = hour >= 4 && rest.starts_with('T');
        let (h, after) = if compact {
            (number(digits, 2)?, digits.get(2..)?)
        } else {
            (number(digits, hour)?, digits.get(hour..)?.strip_prefix(':')?)
        };
        let m = number(after, 2)?;
        let s = after.get(2..).and_then(|s| number(s.strip_prefix(':')?, 2)).unwrap_or(0);
        let half = rest.to_ascii_lowercase();
        let h = if half.contains("pm") && h < 12 { h + 12 } else { h };
        NaiveTime::from_hms_opt(h as u32, m as u32, s.min(59) as u32)
    };
    read().unwrap_or(NaiveTime::MIN)
}

fn unix(stated: &str) -> Option<NaiveDateTime> {
    let seconds = match (stated.len(), stated.parse::<i64>()) {
        (10, Ok(n)) => n,
        (13, Ok(n)) => n / 1000,
        _ => return None,
    };
    DateTime::from_timestamp(seconds, 0).map(|d| d.naive_utc())
}

/// `06.01.2026`, `6/1/2026` only where the order is beyond doubt: a dot means day first; with a slash one part is above 12.
fn day_first(stated: &str) -> Option<NaiveDateTime> {
    let end = stated.find(|c: char| !c.is_ascii_digit() && !"./-".contains(c)).unwrap_or(stated.len());
    let (head, rest) = stated.split_at(end);
    let separator = head.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = head.split(separator).map(|p| p.parse::<u32>().ok());
    let (a, b, year) = (parts.next()??, parts.next()??, parts.next()??);
    let (day, month) = match separator {
        '.' => (a, b),
        _ if a > 12 => (a, b),
        _ if b > 12 => (b, a),
        _ if a == b => (a, b),
        _ => return None,
    };
    Some(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_time(clock(rest)))
}

/// `January 6, 2026`, `Tue, 6 Jan 2026 09:30`, `6th of January 2026`, in several languages.
fn spelled(stated: &str) -> Option<NaiveDateTime> {
    if stated.len() > 120 {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    let mut rest = stated;
    for word in stated.split(|c: char| c.is_whitespace() || ",|;".contains(c)).filter(|w| !w.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let value = word.get(..digits).and_then(|d| d.parse::<i32>().ok());
        let tail = word.get(digits..).unwrap_or("").trim_end_matches('.');
        match value {
            Some(n) if digits == 4 && tail.is_empty() && year.is_none() => {
                year = Some(n);
                let at = word.as_ptr() as usize - stated.as_ptr() as usize;
                rest = stated.get(at + word.len()..).unwrap_or("");
            }
            Some(n) if digits <= 2 && ["", "st", "nd", "rd", "th", "er", "º"].contains(&tail) && day.is_none() => {
                day = u32::try_from(n).ok();
            }
            None => month = month.or(month_number(word.trim_end_matches('.'))),
            _ => {}
        }
    }
    Some(NaiveDate::from_ymd_opt(year?, month?, day?)?.and_time(clock(rest)))
}

/// The month of an English, German, French, Spanish, Italian or Portuguese name or its first three letters.
fn month_number(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january jan januar jänner janvier enero janeiro gennaio januari ene",
        "february feb februar février febrero fevereiro febbraio februari févr fev",
        "march mar märz mars marzo março maart mrz",
        "april apr avril abril aprile abr avr",
        "may mai mayo maio maggio mei",
        "june jun juni juin junio junho giugno giu",
        "july jul juli juillet julio julho luglio juil lug",
        "august aug août agosto augustus augusti ago",
        "september sep sept septembre septiembre setembro settembre set",
        "october oct oktober octobre octubre outubro ottobre okt out ott",
        "november nov novembre noviembre novembro",
        "december dec dezember décembre diciembre dezembro dicembre dez déc dic",
    ];
    let lower = name.to_lowercase();
    NAMES.iter().position(|names| names.split(' ').any(|n| n == lower)).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stated_dates_are_read() {
        for (stated, expected) in [
            ("2026-01-06", "2026-01-06 00:00:00"),
            ("2026-01-06T09:30:00+07:00", "2026-01-06 09:30:00"),
            ("2026-01-06T23:30:12.345Z", "2026-01-06 23:30:12"),
            ("2026-01-06 09:30", "2026-01-06 09:30:00"),
            ("2026/1/6", "2026-01-06 00:00:00"),
            ("20260106", "2026-01-06 00:00:00"),
            ("20260106T093000", "2026-01-06 09:30:00"),
            ("Tue, 06 Jan 2026 09:30:00 GMT", "2026-01-06 09:30:00"),
            ("January 6, 2026", "2026-01-06 00:00:00"),
            ("6th January 2026, 9:30 pm", "2026-01-06 21:30:00"),
            ("06.01.2026 09:30", "2026-01-06 09:30:00"),
            ("13/1/2026", "2026-01-13 00:00:00"),
            ("1767691800", "2026-01-06 09:30:00"),
            ("1767691800000", "2026-01-06 09:30:00"),
        ] {
            assert_eq!(date_time(stated).map(|d| d.to_string()).as_deref(), Some(expected), "{stated}");
        }
        for stated in ["", "soon", "2026", "2026-13-40", "5/6/2026", "0001-01-01", "January"] {
            assert_eq!(date_time(stated), None, "{stated}");
        }
    }

    #[test]
    fn lines_printed_in_other_languages_give_days() {
        let day = |line: &str| of_line(line).map(|c| c.at.date().to_string()).unwrap_or_default();
        for (line, expected) in [
            ("27. Januar 2026 •", "2026-01-27"),
            ("Veröffentlicht am 13. Mai 2026 um 15:44", "2026-05-13"),
            ("Do 25.04.24 | 14:07 Uhr | Von Kari Moen", "2024-04-25"),
            ("06.01.2026, Lesezeit 5 Min.", "2026-01-06"),
            ("Kari Moen | 05.04.2025 - Güncelleme : 05.04.2025", "2025-04-05"),
            ("3 Minuten Lesezeit", ""),
            ("Der Sturm. Am 6. Januar 2026 brach der Damm", ""),
            ("Nach dem großen Sturm brach am 6. Januar 2026 der Damm", ""),
        ] {
            assert_eq!(day(line), expected, "{line}");
        }
    }

    #[test]
    fn addresses_give_days() {
        let day = |url: &str| of_url(url).map(|c| c.at.date().to_string()).unwrap_or_default();
        assert_eq!(day("https://example.org/world/2026/01/06/storm"), "2026-01-06");
        assert_eq!(day("https://example.org/world/2026/jan/06/storm"), "2026-01-06");
        assert_eq!(day("https://example.org/2026-01-06-storm.html"), "2026-01-06");
        assert_eq!(day("https://example.org/20260106/storm"), "2026-01-06");
        assert_eq!(day("https://example.org/2026/01/storm"), "");
        assert_eq!(day("https://example.org/storm-202601061234"), "");
        assert_eq!(day("https://example.org/é/2026/13/06/storm"), "");
    }
}
