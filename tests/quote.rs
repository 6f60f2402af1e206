//! Quotes with source and speaker: readable cases, and what must hold for any text.

use dateline::extract::{entity, quote, text};
use dateline::model::{Article, Block, BlockKind, Entity, EntityId, Quote, QuoteKind, Span};
use proptest::prelude::*;

/// An article whose lines are paragraphs.
fn article(lines: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in lines.split('\n') {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    blocks.retain(|block| !block.span.of(lines).trim().is_empty());
    Article { text: lines.to_owned(), blocks, ..Article::default() }
}

fn read(article: &Article) -> (Vec<Quote>, Vec<Entity>) {
    let document = text::analyse(article);
    let mut entities = entity::find(&document, &[]);
    let quotes = quote::find(&document, &mut entities);
    (quotes, entities)
}

/// A quote as a line of the cases file.
fn line_of(quote: &Quote, article: &Article, entities: &[Entity]) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    };
    let parts: Vec<&str> = quote.parts.iter().map(|part| part.of(&article.text)).collect();
    let source = quote.source.map_or("-", |source| source.of(&article.text));
    let name = |id: EntityId| entities[id.index()].name.as_str();
    let speaker = match (quote.speaker, &quote.nearest) {
        (Some(_), _) => quote.speakers().map(name).collect::<Vec<_>>().join(", "),
        (None, Some(nearest)) => format!("- {}, {}", name(nearest.entity), nearest.reason),
        (None, None) => "-".to_owned(),
    };
    format!("{kind} | {} | {source} | {speaker}", parts.join(" + "))
}

#[test]
fn cases_are_read_as_written() {
    let cases = include_str!("corpus/quote/cases.txt").replace("\r\n", "\n");
    let mut wrong = Vec::new();
    for case in cases.split("\n\n").skip(1) {
        let mut lines = case.trim().lines();
        let (Some(name), Some(text)) = (lines.next(), lines.next()) else { continue };
        let article = article(&text.replace('¶', "\n"));
        let (quotes, entities) = read(&article);
        let found: Vec<String> = quotes.iter().map(|q| line_of(q, &article, &entities)).collect();
        let expected: Vec<&str> = lines.collect();
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:#?}\n  found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_long_line_full_of_marks_is_read() {
    for piece in ["\" ", "“a” ", "' ", "“", "‘a ", "said \"x, "] {
        let article = article(&piece.repeat(400_000 / piece.len()));
        read(&article);
    }
}

fn check_spans(text: &str) {
    let article = article(text);
    let (quotes, entities) = read(&article);
    for quote in &quotes {
        let whole = |span: Span| !span.is_empty() && article.text.get(span.range()).is_some();
        assert!(whole(quote.span) && quote.parts.iter().all(|part| whole(*part) && quote.span.contains(*part)));
        assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "{quote:?} in {text:?}");
        assert!(quote.source.is_none_or(whole) && quote.cue.is_none_or(whole));
        assert!(quote.speaker.is_none_or(|id| id.index() < entities.len()));
        assert!((0.0..=1.0).contains(&quote.confidence));
    }
    assert!(quotes.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
}

proptest! {
    #[test]
    fn spans_fit_whatever_the_text(text in "\\PC{0,80}") {
        check_spans(&text);
    }

    #[test]
    fn spans_fit_whatever_the_marks(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "“", "”", "\"", "'", "‘", "’", "``", "''", "«", "»", "„", "—", ",", ".", "?", ":", "\n", " ", " ", " ",
                "said", "Ana Ruiz", "he", "who", "told", "that", "it was", "a mess", "and", "according to", "saying",
                "to", "Q:", "promised", "(", ")", "5'10\"",
            ]),
            0..60,
        )
    ) {
        check_spans(&words.join(" "));
        check_spans(&words.concat());
    }
}

#[test]
fn a_name_that_looks_like_another_word_speaks_all_the_same() {
    let text = "HARLE, 28 November 2025 — Line Solberg told investors that the bank had turned the corner.\n\n\
                “We were told in the summer that everything was fine,” said Per Hauge, who keeps his savings in the bank. \
                “Then on Tuesday my daughter called.” An audit completed that December warned that the loans would not be repaid.\n";
    let found = dateline::extract::extract(&dateline::ingest::read(text.as_bytes(), "story.txt").unwrap());
    let speakers = found.quotes.iter().filter(|q| q.kind == QuoteKind::Direct);
    let names: Vec<_> =
        speakers.filter_map(|q| found.entities.get(q.speaker?.index())).map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["Per Hauge"]);
    assert!(!found.entities.iter().any(|e| e.name == "December"));
}

/// The beginning of the title of the event that lists the first quote whose words begin so, or "-".
fn event_of(story: &str, quote: &str) -> String {
    let text = format!("HARLE, 14 May 2025 — {story}\n");
    let article = dateline::ingest::read(text.as_bytes(), "story.txt").unwrap();
    let found = dateline::extract::extract(&article);
    let said = |q: &Quote| q.span.of(&article.text).trim_start_matches(['“', '‘']).starts_with(quote);
    let id = found.quotes.iter().position(said).map(dateline::model::QuoteId::at);
    let event = found.events.iter().find(|event| id.is_some_and(|id| event.quotes.contains(&id)));
    event.map_or("-".to_owned(), |event| event.title.clone())
}

#[test]
fn a_quote_belongs_to_the_event_that_it_tells_or_speaks_of() {
    for (story, quote, event) in [
        // What is said is the event.
        ("A fire tore through a warehouse on Tuesday, officials said.", "A fire tore", "Fire tore through a warehouse"),
        // What stands in the paragraph.
        (
            "The council closed the pier on Tuesday. “It was time,” said Ana Ruiz.",
            "It was time",
            "Council closed the pier",
        ),
        // What shares its words, over what stands nearer.
        (
            "The council closed the pier on Tuesday.\n\nA bank opened a branch on Monday.\n\n\
             “The pier was the heart of our town,” said Ana Ruiz.",
            "The pier",
            "Council closed the pier",
        ),
        // What happened long ago and is not spoken of.
        (
            "In 1974 the union blocked the harbour.\n\n“She was a giant in every way,” said Ana Ruiz.",
            "She was",
            "Ruiz: “She was a giant in every way”",
        ),
        // Single marks are marks too.
        ("‘He was a giant in every way,’ said Ana Ruiz.", "He was", "Ruiz: “He was a giant in every way”"),
    ] {
        assert_eq!(event_of(story, quote), event, "{story}");
    }
}
