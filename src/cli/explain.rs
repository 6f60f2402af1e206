//! `dateline explain`: an article's text with carets under every record and the rule that made it, for people who
//! check a reading or improve the rules.

use super::{Outcome, input};
use crate::extract::extract;
use crate::model::{Article, EntityId, EventDate, Extraction, Quote, Span};
use std::fmt::Write as _;
use std::io::Write as _;

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: input::Arguments,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let (mut read, mut failed) = (0, 0);
    for article in arguments.input.articles() {
        match article {
            Ok(article) => {
                read += 1;
                let words = explain(&article, &extract(&article));
                if std::io::stdout().write_all(words.as_bytes()).is_err() {
                    return Outcome::All;
                }
            }
            Err(error) => {
                failed += 1;
                input::report(&error);
            }
        }
    }
    Outcome::of(read, failed)
}

/// A record to be shown under the text: where, and what is said of it.
struct Note {
    span: Span,
    words: String,
}

/// The longest piece of a line that is shown in one row, in code points.
const ROW: usize = 110;

fn explain(article: &Article, found: &Extraction) -> String {
    let mut out = format!("{}\n", article.source.path);
    let date = &found.reference_date;
    let _ = writeln!(out, "today: {} ({})\n", shown_range(date.range), date.explanation);
    let mut notes = notes(article, found);
    notes.sort_by_key(|note| (note.span.start, std::cmp::Reverse(note.span.end)));
    for row in rows(&article.text) {
        let _ = writeln!(out, "{}", row.of(&article.text));
        for note in notes.iter().filter(|note| row.holds(note.span.start)) {
            let width = |span: Span| span.of(&article.text).chars().count();
            let before = width(Span { start: row.start, end: note.span.start });
            let under = width(Span { start: note.span.start, end: note.span.end.min(row.end) }).max(1);
            let more = if note.span.end > row.end { "…" } else { "" };
            let _ = writeln!(out, "{}{}{more} {}", " ".repeat(before), "^".repeat(under), note.words);
        }
    }
    for event in &found.events {
        let when = event.date.as_ref().map_or("undated".to_owned(), shown_date);
        let _ = writeln!(out, "event: {} — {when}", event.title);
    }
    out.push('\n');
    out
}

/// The text cut into rows at line ends and, in long lines, at spaces.
fn rows(text: &str) -> Vec<Span> {
    let mut rows = Vec::new();
    let mut start = 0;
    let (mut width, mut last_space) = (0, None);
    for (at, c) in text.char_indices() {
        width += 1;
        if c == '\n' {
            rows.push(Span::new(start, at));
            (start, width, last_space) = (at + 1, 0, None);
        } else if width > ROW
            && let Some(space) = last_space.take()
        {
            rows.push(Span::new(start, space));
            (start, width) = (space, text.get(space..at).map_or(0, |s| s.chars().count()));
        } else if c == ' ' {
            last_space = Some(at + 1);
        }
    }
    rows.push(Span::new(start, text.len()));
    rows
}

fn shown_range(range: crate::model::DateRange) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or("?".to_owned(), crate::export::json::iso_day);
    match range.as_day() {
        Some(_) => day(range.earliest),
        None => format!("{}…{}", day(range.earliest), day(range.latest)),
    }
}

fn shown_date(date: &EventDate) -> String {
    format!("{} ({:.0} %: {})", shown_range(date.hull()), date.confidence * 100.0, date.explanation)
}

/// The speaker's name, or who comes nearest.
fn speaker(quote: &Quote, found: &Extraction) -> String {
    let name = |id: EntityId| found.entities.get(id.index()).map_or("?", |e| e.name.as_str());
    match (quote.speaker, &quote.nearest) {
        (Some(_), _) => quote.speakers().map(name).collect::<Vec<_>>().join(", "),
        (None, Some(nearest)) => format!("nobody known (nearest: {}, {})", name(nearest.entity), nearest.reason),
        (None, None) => "nobody known".to_owned(),
    }
}

fn notes(article: &Article, found: &Extraction) -> Vec<Note> {
    let mut notes: Vec<Note> = article
        .blocks
        .iter()
        .map(|block| Note {
            span: Span { end: block.span.start + 1, ..block.span },
            words: format!("{:?}", block.kind).to_lowercase(),
        })
        .collect();
    notes.extend(
        found
            .timexes
            .iter()
            .enumerate()
            .map(|(n, t)| Note { span: t.span, words: format!("t{} {} [{}] {}", n + 1, t.value, t.rule, t.reading) }),
    );
    notes.extend(found.entities.iter().enumerate().flat_map(|(n, entity)| {
        let role = entity.role.as_ref().map_or(String::new(), |role| format!(", {}", role.text));
        let words = format!("e{} {:?}: {}{role}", n + 1, entity.kind, entity.name);
        entity.mentions.iter().map(move |mention| Note { span: mention.span, words: words.clone() })
    }));
    notes.extend(found.quotes.iter().enumerate().map(|(n, quote)| Note {
        span: quote.span,
        words: format!(
            "q{} {:?} quote of {} [{}] {:.0} %",
            n + 1,
            quote.kind,
            speaker(quote, found),
            quote.rule,
            quote.confidence * 100.0
        ),
    }));
    notes.extend(found.event_mentions.iter().enumerate().map(|(n, mention)| Note {
        span: mention.span,
        words: format!(
            "m{} {:?} {:?} {}",
            n + 1,
            mention.class,
            mention.modality,
            mention.date.as_ref().map_or("undated".to_owned(), shown_date)
        ),
    }));
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DateRange, Timex, TimexAnchor, TimexKind};

    #[test]
    fn carets_stand_under_the_words() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 6).unwrap();
        let article = Article { text: "Họp hôm Tuesday.".to_owned(), ..Article::default() };
        let timex = Timex {
            span: Span::new(11, 18),
            kind: TimexKind::Date,
            value: "2026-01-06".to_owned(),
            modifier: None,
            range: Some(DateRange::day(day)),
            clock: None,
            anchor: TimexAnchor::Reference,
            rule: "weekday/past",
            reading: "the latest Tuesday".to_owned(),
        };
        let found = Extraction { timexes: vec![timex], ..Extraction::default() };
        let words = explain(&article, &found);
        assert!(words.contains("\nHọp hôm Tuesday.\n        ^^^^^^^ t1 2026-01-06 [weekday/past]"), "{words}");
    }

    #[test]
    fn long_lines_are_cut_at_spaces() {
        let text = "word ".repeat(60);
        let rows = rows(&text);
        assert!(rows.len() > 2 && rows.iter().all(|row| row.len() <= ROW));
        assert_eq!(rows.iter().map(|row| row.of(&text)).collect::<String>(), text);
    }
}
