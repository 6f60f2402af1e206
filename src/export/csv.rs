//! CSV (RFC 4180): an event a line, for spreadsheets and other timelines.

use super::json::iso_day;
use crate::model::{Event, Extraction};
use crate::project::{Entry, Project};
use crate::timeline::{Timeline, When};
use chrono::NaiveDate;
use serde::Serialize;

const HEADER: [&str; 19] = [
    "date",
    "title",
    "begin_earliest",
    "begin_latest",
    "end_earliest",
    "end_latest",
    "time",
    "precision",
    "basis",
    "confidence",
    "reading",
    "kind",
    "modality",
    "participants",
    "place",
    "quotes",
    "photos",
    "sentence",
    "source",
];

/// The events of `timeline`, dated ones in time order, then the undated ones.
pub(super) fn events(project: &Project, timeline: &Timeline) -> Vec<u8> {
    // The mark at the start tells spreadsheets that the text is UTF-8.
    let mut out = String::from("\u{feff}");
    push_line(&mut out, &HEADER.map(str::to_owned));
    for item in timeline.dated().chain(timeline.undated()) {
        let Some(entry) = project.entry(item.key.article) else { continue };
        let Some(event) = project.event(item.key) else { continue };
        push_line(&mut out, &fields(entry, event, item.when));
    }
    out.into_bytes()
}

fn fields(entry: &Entry, event: &Event, when: Option<When>) -> [String; HEADER.len()] {
    let (text, found) = (&entry.article.text, &*entry.extraction);
    let date = event.date.as_ref();
    let day =
        |pick: fn(&crate::model::EventDate) -> Option<NaiveDate>| date.and_then(pick).map_or_else(String::new, iso_day);
    let clock = date.and_then(|date| date.clock);
    let captions = event.captions.iter().filter_map(|id| found.captions.get(id.index()));
    let quotes = event.quotes.iter().filter_map(|id| found.quotes.get(id.index()));
    [
        when.map_or_else(String::new, |when| when.in_words()),
        event.title.clone(),
        day(|date| date.begin.earliest),
        day(|date| date.begin.latest),
        day(|date| date.end.earliest),
        day(|date| date.end.latest),
        clock.map_or_else(String::new, |clock| format!("{:02}:{:02}", clock.minute / 60, clock.minute % 60)),
        date.map_or_else(String::new, |date| word(date.precision)),
        date.map_or_else(String::new, |date| word(date.basis)),
        date.map_or_else(String::new, |date| format!("{:.2}", date.confidence)),
        date.map_or_else(String::new, |date| date.explanation.clone()),
        word(event.kind),
        word(event.modality),
        names(found, event.participants.iter().map(|one| one.entity)),
        names(found, event.place.into_iter()),
        joined(quotes.map(|quote| one_line(quote.span.of(text)))),
        joined(captions.map(|caption| one_line(caption.text.of(text)))),
        one_line(event.span.of(text)),
        source(entry),
    ]
}

fn source(entry: &Entry) -> String {
    let place = entry.article.url.as_deref().unwrap_or(&entry.article.source.path);
    format!("{} ({place})", entry.title())
}

fn names(found: &Extraction, ids: impl Iterator<Item = crate::model::EntityId>) -> String {
    joined(ids.filter_map(|id| found.entities.get(id.index())).map(|entity| entity.name.clone()))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" | ")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The word that the JSON uses for a value.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn push_line(out: &mut String, fields: &[String]) {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        push_field(out, field);
    }
    out.push_str("\r\n");
}

/// A field, quoted where needed; one that a spreadsheet would run as a formula is defused by an apostrophe.
fn push_field(out: &mut String, field: &str) {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t']) && field.parse::<f64>().is_err() && !is_date(field);
    let guard = if is_formula { "'" } else { "" };
    if field.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(field);
    }
}

fn is_date(field: &str) -> bool {
    field.len() > 8 && field.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: &str, written: &str) {
        let mut out = String::new();
        push_field(&mut out, field);
        assert_eq!(out, written);
    }

    #[test]
    fn fields_are_quoted_and_formulas_defused() {
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("he said \"no\"", "\"he said \"\"no\"\"\"");
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("-0043-03-15", "-0043-03-15");
        check("-12", "-12");
        check("@all", "'@all");
    }
}
