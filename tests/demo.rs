//! The demo's story read by the program, against what a careful reader would insist on.
//!
//! `tests/demo/*.json` hold a gold file an article; the test prints everything that differs. Words name a place in the
//! article; white space is folded. A date is a day (`2026-03-02`), month, year, or `first/last`.

use dateline::model::{Article, DateRange, Event, Extraction, Span};
use dateline::{extract, ingest};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Gold {
    file: String,
    reference_date: String,
    dates: Vec<GoldDate>,
    events: Vec<GoldEvent>,
    undated: Vec<String>,
    quotes: Vec<GoldQuote>,
    captions: Vec<GoldCaption>,
}

#[derive(Deserialize)]
struct GoldDate {
    words: String,
    value: String,
}

#[derive(Deserialize)]
struct GoldEvent {
    words: String,
    date: String,
}

#[derive(Deserialize)]
struct GoldQuote {
    words: String,
    speaker: String,
}

#[derive(Deserialize)]
struct GoldCaption {
    text: String,
    photographer: Option<String>,
    agency: Option<String>,
}

/// The first and last day of an ISO day, month or year, or of `first/last`, as ISO days.
fn days(value: &str) -> String {
    use chrono::{Months, NaiveDate};
    let first_and_last = |unit: &str| -> (NaiveDate, NaiveDate) {
        let first: NaiveDate = match unit.len() {
            4 => format!("{unit}-01-01"),
            7 => format!("{unit}-01"),
            _ => unit.to_owned(),
        }
        .parse()
        .unwrap();
        let months = match unit.len() {
            4 => 12,
            7 => 1,
            _ => return (first, first),
        };
        (first, (first + Months::new(months)).pred_opt().unwrap())
    };
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    format!("{}/{}", first_and_last(first).0, first_and_last(last).1)
}

fn shown(range: DateRange) -> String {
    let day = |d: Option<chrono::NaiveDate>| d.map_or(String::new(), |d| d.to_string());
    format!("{}/{}", day(range.earliest), day(range.latest))
}

/// Where `words` stand in the text, white space folded on both sides.
fn find(text: &str, words: &str) -> Option<Span> {
    let mut wanted = words.split_whitespace();
    let first = wanted.next()?;
    let rest: Vec<&str> = wanted.collect();
    text.match_indices(first).find_map(|(start, _)| {
        let mut at = start + first.len();
        for word in &rest {
            let tail = &text[at..];
            let gap = tail.len() - tail.trim_start().len();
            if gap == 0 || !tail.trim_start().starts_with(word) {
                return None;
            }
            at += gap + word.len();
        }
        Some(Span::new(start, at))
    })
}

struct Check<'a> {
    article: &'a Article,
    found: &'a Extraction,
    differences: Vec<String>,
}

impl Check<'_> {
    fn differs(&mut self, what: String) {
        self.differences.push(format!("{}: {what}", self.article.source.path));
    }

    fn place(&mut self, words: &str) -> Option<Span> {
        let span = find(&self.article.text, words);
        if span.is_none() {
            self.differs(format!("the text has no “{words}”"));
        }
        span
    }

    /// Events that are told by these words: a mention in them, or else a sentence around them.
    fn events_at(&self, at: Span) -> Vec<&Event> {
        let found = self.found;
        let by_mention = |e: &&Event| {
            e.mentions.iter().any(|m| found.event_mentions.get(m.index()).is_some_and(|m| at.overlaps(m.span)))
        };
        let mentioned: Vec<_> = found.events.iter().filter(by_mention).collect();
        if mentioned.is_empty() {
            found.events.iter().filter(|e| e.sources.iter().any(|s| s.contains(at))).collect()
        } else {
            mentioned
        }
    }

    fn reference_date(&mut self, gold: &str) {
        let got = shown(self.found.reference_date.range);
        if got != days(gold) {
            self.differs(format!("reference date {got}, should be {}", days(gold)));
        }
    }

    fn date(&mut self, gold: &GoldDate) {
        let Some(at) = self.place(&gold.words) else { return };
        let got: Vec<_> = self.found.timexes.iter().filter(|t| t.span.overlaps(at)).map(|t| t.value.as_str()).collect();
        if got != [gold.value.as_str()] {
            self.differs(format!("“{}” read as {got:?}, should be {}", gold.words, gold.value));
        }
    }

    fn event(&mut self, gold: &GoldEvent) {
        let Some(at) = self.place(&gold.words) else { return };
        let got: Vec<_> = self
            .events_at(at)
            .iter()
            .map(|e| (e.title.clone(), e.date.as_ref().map_or("undated".to_owned(), |d| shown(d.hull()))))
            .collect();
        let want = days(&gold.date);
        if !got.iter().any(|(_, date)| *date == want) {
            self.differs(format!("event “{}” is {got:?}, should be on {want}", gold.words));
        }
    }

    fn undated(&mut self, words: &str) {
        let Some(at) = self.place(words) else { return };
        let dated: Vec<_> = self.events_at(at).iter().filter(|e| e.date.is_some()).map(|e| e.title.clone()).collect();
        if !dated.is_empty() {
            self.differs(format!("“{words}” must stay undated, but is {dated:?}"));
        }
    }

    fn quote(&mut self, gold: &GoldQuote) {
        let Some(at) = self.place(&gold.words) else { return };
        let quote = self.found.quotes.iter().find(|q| q.parts.iter().any(|p| p.overlaps(at)));
        let speaker = quote.and_then(|q| q.speaker).and_then(|id| self.found.entities.get(id.index()));
        let got = speaker.map_or(if quote.is_some() { "nobody" } else { "no quote" }, |e| e.name.as_str());
        if got != gold.speaker {
            self.differs(format!("“{}” is said by {got}, should be {}", gold.words, gold.speaker));
        }
    }

    fn caption(&mut self, gold: &GoldCaption) {
        let same = |text: &str| text.split_whitespace().eq(gold.text.split_whitespace());
        let caption = self.found.captions.iter().find(|c| same(c.text.of(&self.article.text)));
        let Some(caption) = caption else {
            let got: Vec<_> = self.found.captions.iter().map(|c| c.text.of(&self.article.text)).collect();
            return self.differs(format!("no caption “{}” in {got:?}", gold.text));
        };
        let credit = caption.credit.clone().unwrap_or_default();
        if (&credit.photographer, &credit.agency) != (&gold.photographer, &gold.agency) {
            self.differs(format!("credit of “{}” is {credit:?}", gold.text));
        }
    }
}

/// Everything in which the reading of one demo article differs from its gold file.
fn differences(gold: &Gold, demo: &Path) -> Vec<String> {
    let bytes = std::fs::read(demo.join(&gold.file)).unwrap();
    let article = match ingest::read(&bytes, &gold.file) {
        Ok(article) => article,
        Err(error) => return vec![error.to_string()],
    };
    let found = extract::extract(&article);
    let mut check = Check { article: &article, found: &found, differences: Vec::new() };
    check.reference_date(&gold.reference_date);
    gold.dates.iter().for_each(|d| check.date(d));
    gold.events.iter().for_each(|e| check.event(e));
    gold.undated.iter().for_each(|u| check.undated(u));
    gold.quotes.iter().for_each(|q| check.quote(q));
    gold.captions.iter().for_each(|c| check.caption(c));
    check.differences
}

#[test]
fn the_demo_is_read_as_a_careful_reader_would() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root.join("tests/demo")).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "json"));
    files.sort();
    assert!(files.len() >= 6, "every demo article has a gold file");
    let mut all = Vec::new();
    for file in files {
        let gold: Gold = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        all.extend(differences(&gold, &root.join("assets/demo")));
    }
    // What is still read wrongly is listed, so that nothing joins it unseen.
    let open = std::fs::read_to_string(root.join("tests/demo/open.txt")).unwrap_or_default();
    let open: Vec<&str> = open.lines().filter(|line| !line.starts_with('#')).collect();
    let new: Vec<&String> = all.iter().filter(|d| !open.iter().any(|o| d.starts_with(o))).collect();
    assert!(new.is_empty(), "{} new differences: {new:#?}", new.len());
    let mended: Vec<&&str> = open.iter().filter(|o| !all.iter().any(|d| d.starts_with(**o))).collect();
    assert!(mended.is_empty(), "these are right now, strike them from tests/demo/open.txt: {mended:#?}");
}
