//! The extraction contract as JSON: one object an article, offsets in Unicode code points of its `text`.
//!
//! The published schema is `assets/schema/extraction.json`; [`records`] holds the objects' members in its order. Days are
//! written as ISO 8601, years before 1 and after 9999 signed and astronomical: `-0043-03-15` is 15 March 44 BCE.

mod records;

use crate::model::{
    Article, Bound, Caption, CodePoints, Diagnostic, Entity, Event, EventDate, EventMention, Extraction, Quote,
    ReferenceDate, Span, Timex, TimexAnchor,
};
use crate::project::Project;
use chrono::{Datelike, NaiveDate};
use records::{Day, Days, Id, Numbered, Place, Share, Words};
use serde::Serialize;

/// The name and version of the contract.
pub const SCHEMA: &str = "dateline/extraction/1";

/// The contract's object for an article and what was found in it, to be serialised.
pub fn extraction<'a>(article: &'a Article, found: &'a Extraction) -> impl Serialize + 'a {
    Writer { text: &article.text, points: CodePoints::new(&article.text) }.extraction(article, found)
}

/// The object of [`extraction`] as one line of JSON.
pub fn line(article: &Article, found: &Extraction) -> String {
    // Serialising plain data into a string has no way to fail.
    serde_json::to_string(&extraction(article, found)).unwrap_or_default()
}

/// All articles of a project: an array of [`extraction`] objects, an object a line.
pub fn project(project: &Project) -> Vec<u8> {
    let lines: Vec<String> = project.entries().iter().map(|entry| line(&entry.article, &entry.extraction)).collect();
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}

/// A day in ISO 8601, signed outside the years 0 to 9999.
pub fn iso_day(day: NaiveDate) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    match year {
        // Days are many: formatting them by hand takes a tenth of the time.
        0..=9999 => {
            let digit = |number: u32, place: u32| char::from(b'0' + (number / place % 10) as u8);
            let year = year.unsigned_abs();
            let (y, m, d) = (
                [1000, 100, 10, 1].map(|p| digit(year, p)),
                [10, 1].map(|p| digit(month, p)),
                [10, 1].map(|p| digit(of_month, p)),
            );
            let mut out = String::with_capacity(10);
            out.extend(y);
            out.push('-');
            out.extend(m);
            out.push('-');
            out.extend(d);
            out
        }
        _ => format!("{}{:04}-{month:02}-{of_month:02}", if year < 0 { '-' } else { '+' }, year.abs()),
    }
}

/// Writes records of one text.
struct Writer<'a> {
    text: &'a str,
    points: CodePoints<'a>,
}

fn days(bound: Bound) -> Days {
    Days { earliest: bound.earliest.map(Day), latest: bound.latest.map(Day) }
}

/// Records with the ids that other records know them by.
fn numbered<'r, T, R>(records: &'r [T], letter: char, write: impl Fn(Id, &'r T) -> R) -> Vec<R> {
    records.iter().enumerate().map(|(index, record)| write(Id(letter, index), record)).collect()
}

impl<'a> Writer<'a> {
    fn extraction(&self, article: &'a Article, found: &'a Extraction) -> records::Extraction<'a> {
        let diagnostics = article.diagnostics.iter().chain(&found.diagnostics);
        records::Extraction {
            schema: SCHEMA,
            id: &article.id,
            source: records::Source {
                path: &article.source.path,
                format: article.source.format,
                bytes: article.source.bytes,
                sha256: &article.source.sha256,
            },
            language: &article.language,
            text: &article.text,
            blocks: article.blocks.iter().map(|b| records::Block { place: self.place(b.span), kind: b.kind }).collect(),
            headline: article.headline.map(|span| self.words(span)),
            byline: self.all_words(&article.byline),
            publisher: article.publisher.as_deref(),
            url: article.url.as_deref(),
            reference_date: self.reference_date(&found.reference_date),
            timexes: numbered(&found.timexes, 't', |id, t| self.timex(id, t)),
            entities: numbered(&found.entities, 'e', |id, e| self.entity(id, e)),
            quotes: numbered(&found.quotes, 'q', |id, q| self.quote(id, q)),
            captions: numbered(&found.captions, 'c', |id, c| self.caption(id, c)),
            event_mentions: numbered(&found.event_mentions, 'm', |id, m| self.event_mention(id, m)),
            events: numbered(&found.events, 'v', |id, v| self.event(id, v)),
            diagnostics: diagnostics.map(|d| self.diagnostic(d)).collect(),
        }
    }

    fn place(&self, span: Span) -> Place {
        let (start, end) = self.points.of(span);
        Place { start, end }
    }

    fn places(&self, spans: &[Span]) -> Vec<Place> {
        spans.iter().map(|span| self.place(*span)).collect()
    }

    fn words(&self, span: Span) -> Words<'a> {
        Words { place: self.place(span), text: span.of(self.text) }
    }

    fn all_words(&self, spans: &[Span]) -> Vec<Words<'a>> {
        spans.iter().map(|span| self.words(*span)).collect()
    }

    fn reference_date(&self, date: &'a ReferenceDate) -> records::ReferenceDate<'a> {
        records::ReferenceDate {
            days: days(date.range),
            basis: date.basis,
            evidence: self.places(&date.evidence),
            explanation: &date.explanation,
        }
    }

    fn timex(&self, id: Id, timex: &'a Timex) -> records::Timex<'a> {
        records::Timex {
            id,
            words: self.words(timex.span),
            kind: timex.kind,
            value: &timex.value,
            modifier: timex.modifier,
            range: timex.range.map(days),
            anchor: match timex.anchor {
                TimexAnchor::None => None,
                TimexAnchor::Reference => Some(records::Anchor::Reference),
                TimexAnchor::Timex(id) => Some(records::Anchor::Timex(id)),
            },
            rule: timex.rule,
            reading: &timex.reading,
        }
    }

    fn entity(&self, id: Id, entity: &'a Entity) -> records::Entity<'a> {
        let mention = |m: &crate::model::Mention| records::Mention { words: self.words(m.span), form: m.form };
        records::Entity {
            id,
            kind: entity.kind,
            name: &entity.name,
            aliases: &entity.aliases,
            role: entity.role.as_ref().map(|role| role.text.as_str()),
            role_evidence: self.all_words(entity.role.as_ref().map_or(&[], |role| &role.evidence)),
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }

    fn quote(&self, id: Id, quote: &'a Quote) -> records::Quote<'a> {
        records::Quote {
            id,
            kind: quote.kind,
            place: self.place(quote.span),
            parts: self.places(&quote.parts),
            text: quote.span.of(self.text),
            speaker: quote.speaker.map(Numbered),
            joint: ids(&quote.joint),
            source: quote.source.map(|span| self.words(span)),
            cue: quote.cue.map(|span| self.words(span)),
            rule: quote.rule,
            confidence: Share(quote.confidence),
            nearest: quote
                .nearest
                .as_ref()
                .map(|nearest| records::Nearest { entity: Numbered(nearest.entity), reason: &nearest.reason }),
        }
    }

    fn caption(&self, id: Id, caption: &'a Caption) -> records::Caption<'a> {
        let credit = caption.credit.as_ref().map(|credit| records::Credit {
            place: self.place(credit.span),
            photographer: credit.photographer.as_deref(),
            agency: credit.agency.as_deref(),
        });
        let link = |l: &'a crate::model::CaptionLink| records::Link { event: Numbered(l.event), why: &l.reason };
        records::Caption {
            id,
            place: self.place(caption.span),
            text: caption.text.of(self.text),
            credit,
            image: caption.image.as_deref(),
            file_photo: caption.is_file_photo,
            timexes: ids(&caption.timexes),
            people: ids(&caption.people),
            scene: caption.place.map(Numbered),
            events: caption.events.iter().map(|link| Numbered(link.event)).collect(),
            links: caption.events.iter().map(link).collect(),
        }
    }

    fn event_mention(&self, id: Id, mention: &'a EventMention) -> records::EventMention<'a> {
        records::EventMention {
            id,
            words: self.words(mention.span),
            class: mention.class,
            tense: mention.tense,
            aspect: mention.aspect,
            modality: mention.modality,
            date: mention.date.as_ref().map(date),
            event: mention.event.map(Numbered),
        }
    }

    fn event(&self, id: Id, event: &'a Event) -> records::Event<'a> {
        let participants = event.participants.iter();
        records::Event {
            id,
            title: &event.title,
            kind: event.kind,
            modality: event.modality,
            place: self.place(event.span),
            sources: self.places(&event.sources),
            mentions: ids(&event.mentions),
            date: event.date.as_ref().map(date),
            participants: participants
                .map(|p| records::Participant { entity: Numbered(p.entity), part: p.part })
                .collect(),
            scene: event.place.map(Numbered),
            quotes: ids(&event.quotes),
            captions: ids(&event.captions),
            salience: Share(event.salience),
        }
    }

    fn diagnostic(&self, diagnostic: &'a Diagnostic) -> records::Diagnostic<'a> {
        let place = diagnostic.span.map(|span| self.place(span));
        records::Diagnostic {
            severity: diagnostic.severity,
            message: &diagnostic.message,
            hint: diagnostic.hint.as_deref(),
            start: place.map(|place| place.start),
            end: place.map(|place| place.end),
        }
    }
}

fn ids<T: Copy>(ids: &[T]) -> Vec<Numbered<T>> {
    ids.iter().copied().map(Numbered).collect()
}

fn date(date: &EventDate) -> records::EventDate<'_> {
    records::EventDate {
        begin: days(date.begin),
        end: days(date.end),
        precision: date.precision,
        clock: date.clock.map(|clock| format!("{:02}:{:02}", clock.minute / 60, clock.minute % 60)),
        basis: date.basis,
        timexes: ids(&date.timexes),
        confidence: Share(date.confidence),
        explanation: &date.explanation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Clock, DateBasis, DateRange, Precision};
    use serde_json::json;

    #[test]
    fn days_outside_the_common_years_are_signed() {
        let day = |y| NaiveDate::from_ymd_opt(y, 3, 15).unwrap();
        for (year, iso) in
            [(2026, "2026-03-15"), (1, "0001-03-15"), (0, "0000-03-15"), (-43, "-0043-03-15"), (12026, "+12026-03-15")]
        {
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
        let object = serde_json::to_value(extraction(&article, &Extraction::default())).unwrap();
        assert_eq!(object["blocks"][0], json!({"kind": "paragraph", "start": 8, "end": 11}));
        assert_eq!(object["headline"]["text"], "Chia sẻ");
        assert_eq!(object["reference_date"]["basis"], "none");
    }

    #[test]
    fn an_events_date_keeps_its_open_ends() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 6);
        let stated = EventDate {
            begin: DateRange { earliest: day, latest: day },
            end: DateRange::default(),
            precision: Precision::Day,
            clock: Some(Clock { minute: 9 * 60 + 5 }),
            basis: DateBasis::Explicit,
            timexes: vec![crate::model::TimexId(0)],
            confidence: 0.9,
            explanation: String::new(),
        };
        let value = serde_json::to_value(date(&stated)).unwrap();
        assert_eq!(value["end"], json!({"earliest": null, "latest": null}));
        assert_eq!(
            (&value["clock"], &value["confidence"], &value["timexes"]),
            (&json!("09:05"), &json!(0.9), &json!(["t1"]))
        );
    }
}
