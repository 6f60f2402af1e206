//! The extraction contract as JSON: one object an article, offsets in Unicode code points of its `text`.
//!
//! The published schema is `assets/schema/extraction.json`. Days are written as ISO 8601, years before 1 and after 9999
//! signed and astronomical: `-0043-03-15` is 15 March 44 BCE.

use crate::model::{
    Article, Bound, Caption, CodePoints, Diagnostic, Entity, Event, EventDate, EventMention, Extraction, Quote,
    ReferenceDate, Span, Timex, TimexAnchor,
};
use crate::project::Project;
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

/// The name and version of the contract.
pub const SCHEMA: &str = "dateline/extraction/1";

/// The contract's object for an article and what was found in it.
pub fn extraction(article: &Article, found: &Extraction) -> Value {
    let write = Writer { text: &article.text, points: CodePoints::new(&article.text) };
    let mut diagnostics: Vec<&Diagnostic> = article.diagnostics.iter().collect();
    diagnostics.extend(&found.diagnostics);
    json!({
        "schema": SCHEMA,
        "id": article.id,
        "source": {
            "path": article.source.path,
            "format": article.source.format,
            "bytes": article.source.bytes,
            "sha256": article.source.sha256,
        },
        "language": article.language,
        "text": article.text,
        "blocks": write.all(&article.blocks, |b| write.span(b.span, [("kind", json!(b.kind))])),
        "headline": article.headline.map(|span| write.words(span, [])),
        "byline": write.all(&article.byline, |span| write.words(*span, [])),
        "publisher": article.publisher,
        "url": article.url,
        "reference_date": write.reference_date(&found.reference_date),
        "timexes": write.numbered(&found.timexes, "t", |t| write.timex(t)),
        "entities": write.numbered(&found.entities, "e", |e| write.entity(e)),
        "quotes": write.numbered(&found.quotes, "q", |q| write.quote(q)),
        "captions": write.numbered(&found.captions, "c", |c| write.caption(c)),
        "event_mentions": write.numbered(&found.event_mentions, "m", |m| write.event_mention(m)),
        "events": write.numbered(&found.events, "v", |v| write.event(v)),
        "diagnostics": write.all(&diagnostics, |d| write.diagnostic(d)),
    })
}

/// All articles of a project: an array of [`extraction`] objects, an object a line.
pub fn project(project: &Project) -> Vec<u8> {
    let objects = project.entries().iter().map(|entry| extraction(&entry.article, &entry.extraction).to_string());
    format!("[\n{}\n]\n", objects.collect::<Vec<_>>().join(",\n")).into_bytes()
}

/// A day in ISO 8601, signed outside the years 1 to 9999.
pub fn iso_day(day: NaiveDate) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    match year {
        1..=9999 => format!("{year:04}-{month:02}-{of_month:02}"),
        _ => format!("{}{:04}-{month:02}-{of_month:02}", if year < 1 { '-' } else { '+' }, year.abs()),
    }
}

/// Writes records of one text.
struct Writer<'a> {
    text: &'a str,
    points: CodePoints<'a>,
}

/// The members of a JSON object in order.
type Members = Map<String, Value>;

fn object<const N: usize>(members: [(&str, Value); N]) -> Members {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn bound(bound: Bound) -> Value {
    json!({"earliest": bound.earliest.map(iso_day), "latest": bound.latest.map(iso_day)})
}

fn ids<T: ToString>(ids: &[T]) -> Value {
    ids.iter().map(|id| Value::String(id.to_string())).collect()
}

/// A confidence or salience with two decimals, as a reader would state it.
fn share(value: f32) -> Value {
    json!((f64::from(value) * 100.0).round() / 100.0)
}

impl Writer<'_> {
    fn all<T>(&self, records: &[T], write: impl Fn(&T) -> Value) -> Value {
        records.iter().map(write).collect()
    }

    /// Records with the ids that other records know them by.
    fn numbered<T>(&self, records: &[T], letter: &str, write: impl Fn(&T) -> Members) -> Value {
        let with_id = |(index, record): (usize, &T)| {
            let mut members = object([("id", json!(format!("{letter}{}", index + 1)))]);
            members.extend(write(record));
            Value::Object(members)
        };
        records.iter().enumerate().map(with_id).collect()
    }

    fn span_members(&self, span: Span) -> Members {
        let (start, end) = self.points.of(span);
        object([("start", json!(start)), ("end", json!(end))])
    }

    fn span<const N: usize>(&self, span: Span, more: [(&str, Value); N]) -> Value {
        let mut members = self.span_members(span);
        members.extend(object(more));
        Value::Object(members)
    }

    /// A span with the words it names.
    fn words<const N: usize>(&self, span: Span, more: [(&str, Value); N]) -> Value {
        let mut members = self.span_members(span);
        members.insert("text".to_owned(), json!(span.of(self.text)));
        members.extend(object(more));
        Value::Object(members)
    }

    fn reference_date(&self, date: &ReferenceDate) -> Value {
        json!({
            "earliest": date.range.earliest.map(iso_day),
            "latest": date.range.latest.map(iso_day),
            "basis": date.basis,
            "evidence": self.all(&date.evidence, |span| self.span(*span, [])),
            "explanation": date.explanation,
        })
    }

    fn timex(&self, timex: &Timex) -> Members {
        let mut members = self.span_members(timex.span);
        members.extend(object([
            ("text", json!(timex.span.of(self.text))),
            ("type", json!(timex.kind)),
            ("value", json!(timex.value)),
            ("mod", json!(timex.modifier)),
            ("range", timex.range.map_or(Value::Null, bound)),
            (
                "anchor",
                match timex.anchor {
                    TimexAnchor::None => Value::Null,
                    TimexAnchor::Reference => json!("reference"),
                    TimexAnchor::Timex(id) => json!(id.to_string()),
                },
            ),
            ("rule", json!(timex.rule)),
            ("reading", json!(timex.reading)),
        ]));
        members
    }

    fn entity(&self, entity: &Entity) -> Members {
        object([
            ("kind", json!(entity.kind)),
            ("name", json!(entity.name)),
            ("aliases", json!(entity.aliases)),
            ("role", json!(entity.role.as_ref().map(|role| &role.text))),
            (
                "role_evidence",
                self.all(entity.role.as_ref().map_or(&[], |role| &role.evidence), |span| self.words(*span, [])),
            ),
            ("mentions", self.all(&entity.mentions, |m| self.words(m.span, [("form", json!(m.form))]))),
        ])
    }

    fn quote(&self, quote: &Quote) -> Members {
        let mut members = object([("kind", json!(quote.kind))]);
        members.extend(self.span_members(quote.span));
        members.extend(object([
            ("parts", self.all(&quote.parts, |span| self.span(*span, []))),
            ("text", json!(quote.span.of(self.text))),
            ("speaker", json!(quote.speaker.map(|id| id.to_string()))),
            ("source", json!(quote.source.map(|span| self.words(span, [])))),
            ("cue", json!(quote.cue.map(|span| self.words(span, [])))),
            ("rule", json!(quote.rule)),
            ("confidence", share(quote.confidence)),
        ]));
        members
    }

    fn caption(&self, caption: &Caption) -> Members {
        let mut members = self.span_members(caption.span);
        let credit = caption.credit.as_ref().map(|credit| {
            self.span(credit.span, [("photographer", json!(credit.photographer)), ("agency", json!(credit.agency))])
        });
        let links: Vec<_> =
            caption.events.iter().map(|link| json!({"event": link.event.to_string(), "why": link.reason})).collect();
        members.extend(object([
            ("text", json!(caption.text.of(self.text))),
            ("credit", json!(credit)),
            ("image", json!(caption.image)),
            ("file_photo", json!(caption.is_file_photo)),
            ("timexes", ids(&caption.timexes)),
            ("people", ids(&caption.people)),
            ("place", json!(caption.place.map(|id| id.to_string()))),
            ("events", caption.events.iter().map(|link| Value::String(link.event.to_string())).collect()),
            ("links", json!(links)),
        ]));
        members
    }

    fn date(&self, date: Option<&EventDate>) -> Value {
        let Some(date) = date else { return Value::Null };
        let clock = date.clock.map(|clock| format!("{:02}:{:02}", clock.minute / 60, clock.minute % 60));
        json!({
            "begin": bound(date.begin),
            "end": bound(date.end),
            "precision": date.precision,
            "clock": clock,
            "basis": date.basis,
            "timexes": ids(&date.timexes),
            "confidence": share(date.confidence),
            "explanation": date.explanation,
        })
    }

    fn event_mention(&self, mention: &EventMention) -> Members {
        let mut members = self.span_members(mention.span);
        members.extend(object([
            ("text", json!(mention.span.of(self.text))),
            ("class", json!(mention.class)),
            ("tense", json!(mention.tense)),
            ("aspect", json!(mention.aspect)),
            ("modality", json!(mention.modality)),
            ("date", self.date(mention.date.as_ref())),
            ("event", json!(mention.event.map(|id| id.to_string()))),
        ]));
        members
    }

    fn event(&self, event: &Event) -> Members {
        let mut members =
            object([("title", json!(event.title)), ("kind", json!(event.kind)), ("modality", json!(event.modality))]);
        members.extend(self.span_members(event.span));
        members.extend(object([
            ("sources", self.all(&event.sources, |span| self.span(*span, []))),
            ("mentions", ids(&event.mentions)),
            ("date", self.date(event.date.as_ref())),
            (
                "participants",
                event.participants.iter().map(|p| json!({"entity": p.entity.to_string(), "part": p.part})).collect(),
            ),
            ("place", json!(event.place.map(|id| id.to_string()))),
            ("quotes", ids(&event.quotes)),
            ("captions", ids(&event.captions)),
            ("salience", share(event.salience)),
        ]));
        members
    }

    fn diagnostic(&self, diagnostic: &Diagnostic) -> Value {
        let at = diagnostic.span.map(|span| self.points.of(span));
        json!({
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "start": at.map(|(start, _)| start),
            "end": at.map(|(_, end)| end),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Clock, DateBasis, DateRange, Precision};

    #[test]
    fn days_outside_the_common_years_are_signed() {
        let day = |y| NaiveDate::from_ymd_opt(y, 3, 15).unwrap();
        for (year, iso) in [(2026, "2026-03-15"), (1, "0001-03-15"), (-43, "-0043-03-15"), (12026, "+12026-03-15")] {
            assert_eq!(iso_day(day(year)), iso);
        }
    }

    #[test]
    fn offsets_count_code_points() {
        let article = Article {
            text: "Chia sẻ\nảnh".to_owned(),
            blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(10, 16) }],
            headline: Some(Span::new(0, 9)),
            ..Article::default()
        };
        let object = extraction(&article, &Extraction::default());
        assert_eq!(object["blocks"][0], json!({"kind": "paragraph", "start": 8, "end": 11}));
        assert_eq!(object["headline"]["text"], "Chia sẻ");
        assert_eq!(object["reference_date"]["basis"], "none");
    }

    #[test]
    fn an_events_date_keeps_its_open_ends() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 6);
        let article = Article { text: "x".to_owned(), ..Article::default() };
        let write = Writer { text: &article.text, points: CodePoints::new(&article.text) };
        let date = EventDate {
            begin: DateRange { earliest: day, latest: day },
            end: DateRange::default(),
            precision: Precision::Day,
            clock: Some(Clock { minute: 9 * 60 + 5 }),
            basis: DateBasis::Explicit,
            timexes: vec![crate::model::TimexId(0)],
            confidence: 0.9,
            explanation: String::new(),
        };
        let value = write.date(Some(&date));
        assert_eq!(value["end"], json!({"earliest": null, "latest": null}));
        assert_eq!(
            (&value["clock"], &value["confidence"], &value["timexes"]),
            (&json!("09:05"), &json!(0.9), &json!(["t1"]))
        );
    }
}
