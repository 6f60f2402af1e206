//! Documents written by hand for tests: words with their tags, times with their day, so that these tests stand on
//! grammar alone and not on what the tagger or the reader of times makes of a text today.
//!
//! `Macron/NNP arrived/VBD on/IN Tuesday/NNP=2026-01-06 ./.`, a line a sentence, an empty line between paragraphs.

use crate::extract::text::{Document, Sentence, Tag, Token};
use crate::extract::text::{Shape, lower_hash};
use crate::extract::timex::{Place, Times, place_for_tests};
use crate::model::*;
use chrono::NaiveDate;

/// A document with what the earlier layers would have found.
#[derive(Default)]
pub(super) struct Fixture {
    pub(super) article: Article,
    pub(super) sentences: Vec<Sentence>,
    pub(super) tokens: Vec<Token>,
    pub(super) times: Times,
    pub(super) entities: Vec<Entity>,
    pub(super) quotes: Vec<Quote>,
    pub(super) captions: Vec<Caption>,
}

/// A day such as `2026-01-06`.
pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Reads the notation; `published` is the reference date, empty for an unknown one.
pub(super) fn fixture(published: &str, tagged: &str) -> Fixture {
    let mut out = Fixture::default();
    if !published.is_empty() {
        out.times.reference_date.range = DateRange::day(day(published));
    }
    for paragraph in tagged.split("\n\n") {
        let start = out.article.text.len();
        let lines: Vec<&str> = paragraph.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        let caption = lines.first().is_some_and(|l| l.starts_with("PHOTO: "));
        for line in lines {
            out.sentence(line.trim_start_matches("PHOTO: "));
        }
        let span = Span::new(start, out.article.text.len()).trim(&out.article.text);
        let kind = if caption { BlockKind::Caption } else { BlockKind::Paragraph };
        out.article.blocks.push(Block { kind, span });
        if caption {
            out.captions.push(Caption {
                span,
                text: span,
                credit: None,
                image: None,
                is_file_photo: false,
                timexes: Vec::new(),
                people: Vec::new(),
                place: None,
                events: Vec::new(),
            });
        }
        out.article.text.push('\n');
    }
    out
}

impl Fixture {
    fn sentence(&mut self, line: &str) {
        let first = self.tokens.len();
        for word in line.split_whitespace() {
            let (word, value) = word.rsplit_once('=').map_or((word, None), |(w, v)| (w, Some(v)));
            let (word, tag) = word.rsplit_once('/').unwrap();
            let tag = Tag::from_penn(tag).unwrap_or_else(|| panic!("{tag}"));
            let glued = matches!(tag, Tag::Punctuation | Tag::PossessiveMarker | Tag::CloseQuote) || self.after_quote();
            if !glued && self.tokens.len() > first {
                self.article.text.push(' ');
            }
            let start = self.article.text.len();
            self.article.text.push_str(word);
            let span = Span::new(start, self.article.text.len());
            self.tokens.push(Token { span, tag, shape: Shape::of(word), hash: lower_hash(word) });
            if let Some(value) = value {
                self.time(span, value);
                let sentence = self.tokens[first].span.start as usize;
                let place = place_for_tests(&self.article.text, sentence, span);
                self.times.places.push(Place {
                    tokens: self.tokens.len() - 1..self.tokens.len(),
                    extent: self.stretch(value),
                    ..place
                });
            }
        }
        let span = self.tokens[first].span.cover(self.tokens.last().unwrap().span);
        self.sentences.push(Sentence { span, tokens: first..self.tokens.len(), block: self.article.blocks.len() });
        self.article.text.push('\n');
    }

    fn after_quote(&self) -> bool {
        self.tokens.last().is_some_and(|t| t.tag == Tag::OpenQuote)
    }

    /// The days up to the reference date that "the past week", written `week=P7D`, names.
    fn stretch(&self, value: &str) -> Option<DateRange> {
        let days = value.strip_prefix('P')?.strip_suffix('D')?.parse().unwrap();
        let last = self.times.reference_date.range.latest?;
        Some(DateRange::new(last - chrono::TimeDelta::days(days), last))
    }

    fn time(&mut self, span: Span, value: &str) {
        let length = value.starts_with('P');
        let range = match value.len() {
            _ if length => DateRange::default(),
            4 => DateRange::new(day(&format!("{value}-01-01")), day(&format!("{value}-12-31"))),
            7 => DateRange::new(day(&format!("{value}-01")), day(&format!("{value}-28"))),
            _ => DateRange::day(day(value)),
        };
        self.times.timexes.push(Timex {
            span,
            kind: if length { TimexKind::Duration } else { TimexKind::Date },
            value: value.to_owned(),
            modifier: None,
            range: Some(range).filter(|_| !length),
            clock: None,
            anchor: TimexAnchor::Reference,
            rule: "test",
            reading: String::new(),
        });
    }

    /// Makes every occurrence of the names mentions of one entity.
    pub(super) fn entity(mut self, kind: EntityKind, names: &[&str]) -> Self {
        let mut mentions: Vec<Mention> = Vec::new();
        for name in names {
            for (start, found) in self.article.text.match_indices(name) {
                let span = Span::new(start, start + found.len());
                if !mentions.iter().any(|m| m.span.overlaps(span)) {
                    mentions.push(Mention { span, form: MentionForm::Name });
                }
            }
        }
        mentions.sort_unstable();
        self.entities.push(Entity {
            kind,
            name: names[0].to_owned(),
            aliases: Vec::new(),
            role: None,
            standing: Standing::Story,
            mentions,
        });
        self
    }

    pub(super) fn document(&self) -> Document<'_> {
        Document { article: &self.article, sentences: self.sentences.clone(), tokens: self.tokens.clone() }
    }

    /// Mentions and events.
    pub(super) fn find(&self) -> (Vec<EventMention>, Vec<Event>, Vec<Caption>) {
        let mut captions = self.captions.clone();
        let document = self.document();
        let (mentions, events) = super::find(&document, &self.times, &self.entities, &self.quotes, &mut captions);
        (mentions, events, captions)
    }

    /// What the words name, each as `word date`, for those dated to bounded ranges.
    pub(super) fn dated_mentions(&self) -> Vec<String> {
        let (mentions, ..) = self.find();
        mentions
            .iter()
            .map(|m| {
                let hull = m.date.as_ref().map(|d| d.hull()).unwrap_or_default();
                let show = |d: Option<NaiveDate>| d.map_or("…".to_owned(), |d| d.to_string());
                let when = match hull.as_day() {
                    Some(day) => day.to_string(),
                    None if hull.is_open() => "open".to_owned(),
                    None => format!("{}/{}", show(hull.earliest), show(hull.latest)),
                };
                format!("{} {when}", m.span.of(&self.article.text))
            })
            .collect()
    }

    /// The titles of the events with their day.
    pub(super) fn titles(&self) -> Vec<String> {
        let (_, events, _) = self.find();
        events
            .iter()
            .map(|e| match e.date.as_ref().and_then(|d| d.hull().as_day()) {
                Some(day) => format!("{day} {}", e.title),
                None => format!("undated {}", e.title),
            })
            .collect()
    }
}
