//! Pictures and tables: what they must hold, what is refused, and how files are written.

use chrono::NaiveDate;
use dateline::export::{ExportError, ExportRequest, Format, What, WriteError, export, write};
use dateline::model::{
    Article, DateBasis, DateRange, Event, EventDate, EventKind, Extraction, Modality, Precision, Span,
};
use dateline::project::{Command, Project};
use dateline::timeline::TimeRange;
use std::sync::Arc;

fn event(title: &str, day: Option<&str>) -> Event {
    let range = |day: &str| DateRange::day(day.parse().unwrap());
    let date = day.map(|day| EventDate {
        begin: range(day),
        end: range(day),
        precision: Precision::Day,
        clock: None,
        basis: DateBasis::Explicit,
        timexes: Vec::new(),
        confidence: 0.9,
        explanation: format!("“{day}” stands with it"),
    });
    Event {
        title: title.to_owned(),
        kind: EventKind::Happening,
        modality: Modality::Actual,
        span: Span::new(0, 5),
        sources: Vec::new(),
        mentions: Vec::new(),
        date,
        participants: Vec::new(),
        place: None,
        quotes: Vec::new(),
        captions: Vec::new(),
        salience: 0.5,
    }
}

/// Two articles with three dated events and an undated one.
fn project() -> Project {
    let mut project = Project::default();
    let first = vec![event("Ferry <Lykke> & crew lose power", Some("2026-03-02")), event("Survey, “ordered”", None)];
    let second = vec![event("Inquiry opens", Some("2026-03-09")), event("Hà Nội họp", Some("2026-05-01"))];
    for (headline, events) in [("A night at sea", first), ("The inquiry", second)] {
        let article = Article {
            text: headline.to_owned(),
            headline: Some(Span::new(0, headline.len())),
            publisher: Some("Harle Post".to_owned()),
            ..Article::default()
        };
        let mut extraction = Extraction { events, ..Extraction::default() };
        extraction.reference_date.range = DateRange::day(NaiveDate::from_ymd_opt(2026, 3, 10).unwrap());
        project.apply(Command::Add { article: Arc::new(article), extraction: Arc::new(extraction) });
    }
    project
}

fn svg(request: ExportRequest) -> String {
    String::from_utf8(export(&project(), &ExportRequest { format: Format::Svg, ..request }).unwrap()).unwrap()
}

/// Width and height of a PNG, from its header.
fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(&bytes[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_picture_stands_alone() {
    let svg = svg(ExportRequest::default());
    for words in [
        "Timeline of 2 articles",
        "2 March – 1 May 2026 · 3 events · 1 undated",
        ">Ferry &lt;Lykke&gt; &amp; crew lose power</text>",
        ">Hà Nội họp</text>",
        ">Undated</text>",
        ">Survey, “ordered”</text>",
        ">Sources</text>",
        ">A night at sea</text>",
        ">Harle Post, 10 March 2026</text>",
        ">event</text>",
        "font-family=\"'Noto Sans', sans-serif\"",
    ] {
        assert!(svg.contains(words), "{words} is missing");
    }
    assert!(!svg.contains("@font-face"));
}

#[test]
fn parts_can_be_left_out_and_the_font_put_in() {
    let bare = svg(ExportRequest { legend: false, sources: false, ..ExportRequest::default() });
    assert!(!bare.contains(">Sources</text>") && !bare.contains(">event</text>"));
    let title = Some("A ferry in March".to_owned());
    let full = svg(ExportRequest { embed_font: true, title, ..ExportRequest::default() });
    assert!(full.contains("@font-face") && full.len() > 1_000_000);
    assert!(full.contains(">A ferry in March</text>"));
}

#[test]
fn a_picture_writes_every_title_out() {
    let long = "Ministers and lawmakers of the northern towns agreed on a new ferry contract ";
    let days = (1..=28).map(|day| event(&format!("{long}{day}"), Some(&format!("2026-03-{day:02}"))));
    let events = days.chain((1..=3).map(|number| event(&format!("{long}undated {number}"), None))).collect();
    let mut project = Project::default();
    let article = Article { text: "A month".to_owned(), headline: Some(Span::new(0, 7)), ..Article::default() };
    let extraction = Extraction { events, ..Extraction::default() };
    project.apply(Command::Add { article: Arc::new(article), extraction: Arc::new(extraction) });
    let bytes = export(&project, &ExportRequest { format: Format::Svg, ..ExportRequest::default() }).unwrap();
    let picture = String::from_utf8(bytes).unwrap();
    for end in (1..=28).map(|day| day.to_string()).chain((1..=3).map(|number| format!("undated {number}"))) {
        assert!(picture.contains(&format!("{long}{end}<")), "{end}");
    }
}

#[test]
fn a_range_says_what_it_leaves_out() {
    let range = TimeRange::new(1_772_323_200.0, 1_773_532_800.0);
    let svg = svg(ExportRequest { what: What::Range(range), ..ExportRequest::default() });
    assert!(svg.contains("1–14 March 2026 · 2 of 3 events · 1 undated"), "{svg}");
    assert!(svg.contains("1 later"));
}

#[test]
fn light_and_dark_differ_in_colours_alone() {
    let strip = |svg: String| {
        let mut parts = svg.split('#').map(|part| part.get(6..).unwrap_or_default().to_owned());
        parts.next();
        parts.collect::<String>()
    };
    let light = svg(ExportRequest::default());
    let dark = svg(ExportRequest { dark: true, ..ExportRequest::default() });
    assert_ne!(light, dark);
    assert_eq!(strip(light), strip(dark));
}

#[test]
fn pictures_have_the_size_asked_for() {
    let size = |width_px: u32, scale: f32| {
        let request = ExportRequest { width_px, scale, ..ExportRequest::default() };
        png_size(&export(&project(), &request).unwrap())
    };
    let (width, height) = size(900, 1.0);
    assert_eq!(width, 900);
    assert_eq!(size(900, 3.0), (2_700, height * 3));
    assert_eq!(size(1, 1.0).0, dateline::export::MIN_WIDTH_PX);
}

#[test]
fn a_picture_beyond_memory_is_refused_with_a_way_out() {
    let request = ExportRequest { width_px: 400_000, scale: 4.0, ..ExportRequest::default() };
    let error = export(&project(), &request).unwrap_err();
    assert!(matches!(error, ExportError::TooLarge { .. }));
    assert!(error.to_string().contains("choose a smaller width or scale"), "{error}");
}

#[test]
fn no_project_is_too_empty() {
    for format in Format::ALL {
        let request = ExportRequest { format, scale: 1.0, ..ExportRequest::default() };
        assert!(!export(&Project::default(), &request).unwrap().is_empty());
    }
}

#[test]
fn a_table_has_a_line_an_event() {
    let bytes = export(&project(), &ExportRequest { format: Format::Csv, ..ExportRequest::default() }).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 5);
    assert!(lines[0].starts_with("date,title,begin_earliest"));
    assert!(
        lines[1].starts_with("Monday 2 March 2026,Ferry <Lykke> & crew lose power,2026-03-02,2026-03-02,"),
        "{}",
        lines[1]
    );
    assert!(lines[4].starts_with(",\"Survey, “ordered”\",,,,,"), "undated last: {}", lines[4]);
    let range = TimeRange::new(1_772_323_200.0, 1_773_532_800.0);
    let request = ExportRequest { format: Format::Csv, what: What::Range(range), ..ExportRequest::default() };
    assert_eq!(export(&project(), &request).unwrap().split(|b| *b == b'\n').count(), 4);
}

#[test]
fn formats_are_told_by_the_ending() {
    let of = |name: &str| Format::of_path(name.as_ref());
    assert_eq!([of("a.png"), of("b.SVG"), of("c.json"), of("d.csv")], Format::ALL.map(Some));
    assert_eq!([of("a.gif"), of("png")], [None, None]);
}

#[test]
fn a_file_is_replaced_only_by_force_and_never_by_half() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture.svg");
    write(&path, b"first", false).unwrap();
    assert!(matches!(write(&path, b"second", false), Err(WriteError::Exists(_))));
    assert_eq!(std::fs::read(&path).unwrap(), b"first");
    write(&path, b"third", true).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"third");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
}

#[test]
fn what_fails_is_said_with_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let message = |path: &std::path::Path| write(path, b"bytes", false).unwrap_err().to_string();
    assert!(message(&folder.path().join("no/such/folder.png")).contains("create it first"));
    assert!(message(folder.path()).contains("give the name of a file"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_as_such() {
    let error = write("/dev/full".as_ref(), b"bytes", true).unwrap_err();
    assert!(matches!(error, WriteError::Full(_)), "{error}");
    assert!(error.to_string().contains("free some space"));
}
