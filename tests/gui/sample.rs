//! A made-up article with a hand-made extraction: what the window shows does not depend on how well extraction works.

use chrono::NaiveDate;
use dateline::gui::jobs::ReadArticle;
use dateline::model::*;
use std::sync::Arc;
use std::time::Duration;

const TEXT: &str = "Lighthouse keeper honoured in Norrsund
By Mette Dahl
NORRSUND, March 10, 2026 – The town of Norrsund honoured its last lighthouse keeper on Monday.
“I never missed a night,” Amina Yusuf said at the town hall.
The mayor, Ida Lunde, said the lamp would be restored in April.
The lighthouse was built in 1898 and ran until 3 May 1987.
Visitors climbed the tower on Sunday.
The harbour board bought the building some years ago.
Amina Yusuf at the town hall in Norrsund, March 9, 2026. (Photo: Jon Berg/Nordfoto)
Share this article";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words:?} is not in the sample"));
    Span::new(start, start + words.len())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn dated(
    first: NaiveDate,
    last: NaiveDate,
    precision: Precision,
    basis: DateBasis,
    timex: u32,
    confidence: f32,
) -> Option<EventDate> {
    let range = DateRange::new(first, last);
    Some(EventDate {
        begin: range,
        end: range,
        precision,
        clock: None,
        basis,
        timexes: vec![TimexId(timex)],
        confidence,
        explanation: format!("Read from the words of the article, certainty {:.0} %", confidence * 100.0),
    })
}

fn event(title: &str, kind: EventKind, sentence: &str, date: Option<EventDate>, salience: f32) -> Event {
    Event {
        title: title.to_owned(),
        kind,
        modality: Modality::Actual,
        span: span(sentence),
        sources: vec![span(sentence)],
        mentions: Vec::new(),
        date,
        participants: Vec::new(),
        place: None,
        quotes: Vec::new(),
        captions: Vec::new(),
        salience,
    }
}

fn timex(words: &str, value: &str, first: NaiveDate, last: NaiveDate) -> Timex {
    Timex {
        span: span(words),
        kind: TimexKind::Date,
        value: value.to_owned(),
        modifier: None,
        range: Some(DateRange::new(first, last)),
        clock: None,
        anchor: TimexAnchor::Reference,
        rule: "test",
        reading: format!("read as {value}"),
    }
}

fn entity(name: &str, kind: EntityKind, role: Option<&str>) -> Entity {
    let mentions = vec![Mention { span: span(name), form: MentionForm::Name }];
    let role = role.map(|text| Role { text: text.to_owned(), evidence: Vec::new() });
    Entity { kind, name: name.to_owned(), aliases: Vec::new(), role, standing: Standing::Story, mentions }
}

fn article() -> Article {
    let kinds = [
        BlockKind::Headline,
        BlockKind::Byline,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Caption,
        BlockKind::Boilerplate,
    ];
    let blocks = TEXT.lines().zip(kinds).map(|(line, kind)| Block { kind, span: span(line) }).collect();
    Article {
        id: "sample".to_owned(),
        source: Source { path: "sample.txt".to_owned(), ..Source::default() },
        language: "en".to_owned(),
        text: TEXT.to_owned(),
        blocks,
        headline: Some(span("Lighthouse keeper honoured in Norrsund")),
        byline: vec![span("Mette Dahl")],
        publisher: Some("Harle Post".to_owned()),
        ..Article::default()
    }
}

fn extraction() -> Extraction {
    let monday = day(2026, 3, 9);
    let honoured = "The town of Norrsund honoured its last lighthouse keeper on Monday.";
    let mut ceremony = event(
        "Norrsund honours its last lighthouse keeper",
        EventKind::Happening,
        honoured,
        dated(monday, monday, Precision::Day, DateBasis::Relative, 1, 0.95),
        0.9,
    );
    ceremony.participants = vec![Participant { entity: EntityId(0), part: Part::Patient }];
    ceremony.quotes = vec![QuoteId(0)];
    ceremony.captions = vec![CaptionId(0)];
    ceremony.place = Some(EntityId(2));
    let said = event(
        "Yusuf: “I never missed a night”",
        EventKind::Statement,
        "“I never missed a night,” Amina Yusuf said at the town hall.",
        dated(monday, monday, Precision::Day, DateBasis::Context, 1, 0.7),
        0.6,
    );
    let built = event(
        "Lighthouse is built",
        EventKind::Happening,
        "The lighthouse was built in 1898 and ran until 3 May 1987.",
        dated(day(1898, 1, 1), day(1898, 12, 31), Precision::Year, DateBasis::Explicit, 2, 0.9),
        0.4,
    );
    let climbed = event(
        "Visitors climb the tower",
        EventKind::Happening,
        "Visitors climbed the tower on Sunday.",
        dated(day(2026, 3, 8), day(2026, 3, 8), Precision::Day, DateBasis::Relative, 3, 0.8),
        0.5,
    );
    let bought = event(
        "Harbour board buys the building",
        EventKind::Happening,
        "The harbour board bought the building some years ago.",
        None,
        0.3,
    );
    Extraction {
        reference_date: ReferenceDate {
            range: DateRange::day(day(2026, 3, 10)),
            basis: ReferenceBasis::Dateline,
            evidence: vec![span("March 10, 2026")],
            explanation: "The dateline says March 10, 2026".to_owned(),
        },
        timexes: vec![
            timex("March 10, 2026", "2026-03-10", day(2026, 3, 10), day(2026, 3, 10)),
            timex("Monday", "2026-03-09", monday, monday),
            timex("1898", "1898", day(1898, 1, 1), day(1898, 12, 31)),
            timex("Sunday", "2026-03-08", day(2026, 3, 8), day(2026, 3, 8)),
        ],
        entities: vec![
            entity("Amina Yusuf", EntityKind::Person, Some("last lighthouse keeper")),
            entity("Ida Lunde", EntityKind::Person, Some("mayor")),
            entity("Norrsund", EntityKind::Place, None),
        ],
        quotes: vec![Quote {
            kind: QuoteKind::Direct,
            span: span("“I never missed a night,”"),
            parts: vec![span("“I never missed a night,”")],
            speaker: Some(EntityId(0)),
            joint: Vec::new(),
            source: Some(span("Amina Yusuf said").trim(TEXT)),
            cue: Some(span("said at").trim(TEXT)),
            rule: "test",
            confidence: 0.9,
            nearest: None,
        }],
        captions: vec![Caption {
            span: span("Amina Yusuf at the town hall in Norrsund, March 9, 2026. (Photo: Jon Berg/Nordfoto)"),
            text: span("Amina Yusuf at the town hall in Norrsund, March 9, 2026."),
            credit: Some(Credit {
                span: span("Jon Berg/Nordfoto"),
                photographer: Some("Jon Berg".to_owned()),
                agency: Some("Nordfoto".to_owned()),
            }),
            image: Some("https://example.org/keeper.jpg".to_owned()),
            is_file_photo: false,
            timexes: Vec::new(),
            people: vec![EntityId(0)],
            place: Some(EntityId(2)),
            events: vec![CaptionLink { event: EventId(0), reason: "same person, place and day".to_owned() }],
        }],
        events: vec![ceremony, said, built, climbed, bought],
        ..Extraction::default()
    }
}

/// The sample as a worker would deliver it.
pub fn read() -> ReadArticle {
    ReadArticle { article: Arc::new(article()), extraction: Arc::new(extraction()), took: Duration::from_millis(4) }
}

/// The sample with these events in place of its own.
fn read_with(events: Vec<Event>) -> ReadArticle {
    let extraction = Extraction { events, captions: Vec::new(), ..extraction() };
    ReadArticle { extraction: Arc::new(extraction), ..read() }
}

fn happening(title: String, day: NaiveDate) -> Event {
    let sentence = "Visitors climbed the tower on Sunday.";
    event(&title, EventKind::Happening, sentence, dated(day, day, Precision::Day, DateBasis::Relative, 3, 0.8), 0.5)
}

/// The sample with `count` events on one day, more than fit the window.
pub fn read_with_many_on_a_day(count: u32) -> ReadArticle {
    read_with((1..=count).map(|number| happening(format!("Visit number {number}"), day(2026, 3, 8))).collect())
}

/// The sample with eight events of one week and two of long ago.
pub fn read_with_background() -> ReadArticle {
    let week = (2..10).map(|of_march| day(2026, 3, of_march));
    let days = [day(1898, 5, 1), day(1950, 8, 2)].into_iter().chain(week);
    read_with(days.map(|day| happening(format!("Visit of {day}"), day)).collect())
}
