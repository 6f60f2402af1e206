//! Reading: pages, texts and records become articles whose every span cuts the words that it claims.

use dateline::ingest::read;
use dateline::model::{Article, BlockKind};
use proptest::prelude::*;

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Storm closes port - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Storm closes port",
"datePublished":"2024-03-05T23:30:00+07:00","author":[{"@type":"Person","name":"Ana Ruiz"}]}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article class="story"><h1>Storm closes port</h1>
<div class="byline">By <a href="/ana">Ana Ruiz</a></div><time datetime="2024-03-05">March 5, 2024</time>
<figure><img src="storm_files/boats%201.jpg" alt="Boats"><figcaption>Boats in the port.
<span class="credit">Jo Park/Reuters</span></figcaption></figure>
<div class="share"><a href="x">Share</a></div>
<p>The river rose in the night &amp; the master of the harbour closed the port, Ana&nbsp;Dahl said.</p>
<p>“We could not wait,” she said. The ferries lay at the quay, and the market was empty until noon.</p>
<h2>What is next</h2><p>The port opens again on Thursday, the office said, if the wind falls below seven.</p>
<p>Read more: <a href="y">Five ports close</a></p></article><footer><p>© Harbour Post, all rights reserved, for all pages.</p></footer></body></html>"#;

fn words(article: &Article, kind: BlockKind) -> Vec<&str> {
    article.blocks.iter().filter(|b| b.kind == kind).map(|b| b.span.of(&article.text)).collect()
}

#[test]
fn a_page_is_read_with_its_parts() {
    let article = read(PAGE.as_bytes(), "news/storm.html").unwrap();
    assert_eq!(article.headline.unwrap().of(&article.text), "Storm closes port");
    assert_eq!(article.byline.iter().map(|s| s.of(&article.text)).collect::<Vec<_>>(), ["Ana Ruiz"]);
    assert_eq!(words(&article, BlockKind::Dateline), ["March 5, 2024"]);
    assert_eq!(words(&article, BlockKind::Caption), ["Boats in the port. Jo Park/Reuters"]);
    assert_eq!(words(&article, BlockKind::Heading), ["What is next"]);
    assert_eq!(words(&article, BlockKind::Paragraph).len(), 3);
    assert!(words(&article, BlockKind::Boilerplate).contains(&"Read more: Five ports close"));
    assert!(article.text.contains("night & the master"), "references are decoded");
    assert!(article.text.contains("Ana\u{a0}Dahl"), "no-break spaces stay");
    assert_eq!(article.pictures[0].location, "news/storm_files/boats 1.jpg");
    assert_eq!(article.publisher.as_deref(), Some("Harbour Post"));
    assert_eq!(article.date_claims[0].at.to_string(), "2024-03-05 23:30:00", "local time of the stated offset");
    assert_eq!(article.language, "en");
}

#[test]
fn a_pages_text_leads_back_to_its_bytes() {
    for bytes in [PAGE.as_bytes().to_vec(), wide(PAGE)] {
        let article = read(&bytes, "storm.html").unwrap();
        let at = article.text.find("The ferries").unwrap() as u32;
        let source = article.source_map.source_of(at).unwrap();
        let piece = &bytes[source.range()];
        let piece = if piece.contains(&0) { narrow(piece) } else { String::from_utf8(piece.to_vec()).unwrap() };
        assert!(piece.contains("The ferries lay at the quay"), "{piece}");
    }
}

fn wide(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn narrow(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Every span lies on character boundaries inside the text; blocks are ordered and apart.
fn is_sound(article: &Article) {
    let text = &article.text;
    let fits = |span: dateline::model::Span| {
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{span:?} of {text:?}");
    };
    let mut end = 0;
    for block in &article.blocks {
        fits(block.span);
        assert!(block.span.start >= end, "blocks are ordered and apart");
        end = block.span.end;
    }
    article.byline.iter().chain(&article.headline).for_each(|span| fits(*span));
    article.pictures.iter().filter_map(|p| p.caption).for_each(fits);
    article.pictures.iter().filter_map(|p| p.credit).for_each(fits);
    let mut end = 0;
    for run in &article.source_map.runs {
        fits(run.text);
        assert!(run.text.start >= end && u64::from(run.source.end) <= article.source.bytes);
        end = run.text.end;
    }
    for caption in dateline::extract::caption::find(&dateline::extract::text::analyse(article)) {
        assert!(text.get(caption.text.range()).is_some());
        assert!(caption.credit.is_none_or(|credit| text.get(credit.span.range()).is_some()));
    }
}

/// Every span of every record of an extraction cuts words out of the text.
fn records_are_sound(article: &Article) {
    let found = dateline::extract::extract(article);
    let text = &article.text;
    let fits = |span: dateline::model::Span, what: &str| {
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{what} {span:?} of {text:?}");
    };
    let inside = |span: dateline::model::Span, what: &str| {
        assert!(text.get(span.range()).is_some(), "{what} {span:?} of {text:?}");
    };
    found.reference_date.evidence.iter().for_each(|span| fits(*span, "evidence of the reference date"));
    found.timexes.iter().for_each(|timex| fits(timex.span, "time expression"));
    for entity in &found.entities {
        entity.mentions.iter().for_each(|mention| fits(mention.span, "mention"));
        entity.role.iter().flat_map(|role| &role.evidence).for_each(|span| fits(*span, "evidence of a role"));
    }
    for quote in &found.quotes {
        fits(quote.span, "quote");
        quote.parts.iter().for_each(|part| fits(*part, "part of a quote"));
        quote.source.iter().chain(&quote.cue).for_each(|span| fits(*span, "source or cue"));
    }
    for caption in &found.captions {
        fits(caption.span, "caption");
        inside(caption.text, "words of a caption");
        caption.credit.iter().for_each(|credit| inside(credit.span, "credit"));
    }
    found.event_mentions.iter().for_each(|mention| fits(mention.span, "event mention"));
    found.events.iter().for_each(|event| fits(event.span, "event"));
    // The contract's offsets are code points: writing them fails on a span inside a character.
    assert!(dateline::export::json::line(article, &found).starts_with('{'));
}

/// Words and marks of news, odd characters among them.
fn words_of_news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "「",
        "」",
        "``",
        "''",
        "— ",
        "– ",
        " - ",
        "(",
        ")",
        ". ",
        ", ",
        "? ",
        "!",
        ": ",
        "; ",
        "…",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{a0}",
        "\u{2028}",
        "\u{ad}",
        "\u{200b}",
        "\u{feff}",
        "\t",
        "ﬁﬂ",
        "e\u{301}",
        "🙂",
        "👩\u{200d}🚒",
        "İ",
        "ß",
        "ǅ",
        "Ａ",
        "한국",
        "東京",
        "\u{0}",
        "&",
        "<",
        "*",
        "#",
        "Ana Ruiz ",
        "President Jo Park ",
        "Ruiz ",
        "Dr. ",
        "U.S. ",
        "the minister ",
        "she ",
        "he ",
        "Reuters ",
        "the Ministry of the Interior ",
        "Oslo ",
        "Bergen, Norway ",
        "said ",
        "told ",
        "according to ",
        "announced ",
        "that ",
        "it will ",
        "on Monday ",
        "yesterday ",
        "last week ",
        "two days later ",
        "March 5, 2024 ",
        "5/3/24 ",
        "in the 1990s ",
        "2024-03-05T10:00 ",
        "44 BC ",
        "9999 ",
        "from May to June ",
        "at 3 p.m. ",
        "Feb 30 ",
        "Easter ",
        "the river rose ",
        "was arrested ",
        "did not sign ",
        "By Ana Ruiz\n",
        "OSLO, Jan 6 (Reuters) - ",
        "(AP Photo/Ana Ruiz)",
        "FILE - ",
        "Photo: Ana Ruiz/AFP\n",
        "Storm - photo 1",
        "Monday, March 4, 2024\n",
    ]);
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Pieces that pages and texts are made of, whole and broken.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<p>".to_owned()),
        Just("</p>".to_owned()),
        Just("<html><body>".to_owned()),
        Just("<figure><img src=a.jpg><figcaption class=caption>".to_owned()),
        Just("</figcaption></figure>".to_owned()),
        Just("<span class='credit'>Photo: Ana Ruiz/AP</span>".to_owned()),
        Just("<h1>Storm - photo 1Leaders é</h1>".to_owned()),
        Just("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Ä Ö\"}</script>".to_owned()),
        Just("The river rose in the night, and the harbour office closed the port – “all of it”.".to_owned()),
        Just("\n\nBy Ána Ruíz | 5 March 2024\n".to_owned()),
        Just("OSLO, Jan 6 (Réuters) — ".to_owned()),
        Just("# Title\n\n![alt é](x.png \"© Ána\")\n\n- item\n".to_owned()),
        Just("---\ntitle: é\nauthor: Ána Ruíz\n---\n".to_owned()),
        Just("\r\n\u{2028}\u{a0}\u{ad}".to_owned()),
        Just("&amp;&#146;&eacute;&#xD800;&nosuch;".to_owned()),
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_cut_what_they_claim_for_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(article) = read(&bytes, "any") {
            is_sound(&article);
        }
    }

    #[test]
    fn spans_cut_what_they_claim_for_any_page(pieces in proptest::collection::vec(piece(), 0..24)) {
        if let Ok(article) = read(pieces.concat().as_bytes(), "any") {
            is_sound(&article);
        }
    }

    #[test]
    fn every_record_of_any_text_cuts_what_it_claims(words in words_of_news(), form in 0..4) {
        let source = match form {
            0 => words,
            1 => format!("<html><body><h1>Storm</h1><p>{words}</p><figure><img src=a><figcaption>{words}</figcaption></figure>"),
            2 => format!("# Storm\n\n{words}\n\n![{words}](a.png)\n"),
            _ => format!("Storm closes port\n\nBy Ana Ruiz\n\n{words}"),
        };
        if let Ok(article) = read(source.as_bytes(), "any") {
            is_sound(&article);
            records_are_sound(&article);
        }
    }
}

/// A page whose story stands in `story` and whose consent dialog holds more text than that.
fn page_with_consent(story: &str) -> String {
    let ask = "<p>We and our partners store information on your device, such as cookies, and process personal data. \
               You may withdraw what you agreed to at any time by opening the settings of this page again.</p>";
    let told = "<p>The river rose in the night and the master of the harbour closed the port, Ana Dahl said.</p>\
                <p>The ferries lay at the quay on Tuesday, and the market was empty until noon, she said.</p>";
    format!(
        "<html><head><title>Storm closes port</title></head><body><h1>Storm closes port</h1>\
         <div class=\"{story}\">{told}</div><div id=\"onetrust-consent-sdk\"><div>{}</div></div></body></html>",
        ask.repeat(5)
    )
}

#[test]
fn a_consent_dialog_is_no_story_however_long() {
    for story in ["", "article-body__content paywall-article", "article-widget article-widget-text"] {
        let article = read(page_with_consent(story).as_bytes(), "storm.html").unwrap();
        let told = words(&article, BlockKind::Paragraph);
        assert_eq!(told.len(), 2, "{story}: {told:?}");
        assert!(told.iter().all(|p| p.ends_with("said.")), "{story}: {told:?}");
    }
}

#[test]
fn the_language_is_told_by_the_story() {
    let cases = [
        ("en", "Theresa May met Angela Merkel in Berlin."),
        (
            "en",
            "Prabowo Subianto, Gibran Rakabuming Raka, Megawati Soekarnoputri, Joko Widodo, Anies Baswedan and Muhaimin \
            Iskandar met in Jakarta on Monday. Ganjar Pranowo, Mahfud MD, Airlangga Hartarto and Zulkifli Hasan stayed away.",
        ),
        (
            "de",
            "Der Gemeinderat hat am Montagabend nach langer Debatte beschlossen, dass die alte Brücke über den Fluss im \
            kommenden Frühjahr abgerissen und durch einen Neubau ersetzt wird. Die Kosten trägt zur Hälfte das Land.",
        ),
        (
            "fr",
            "Le conseil municipal a décidé lundi soir, après un long débat, que le vieux pont sur la rivière serait démoli \
            au printemps prochain et remplacé par un ouvrage neuf, dont la moitié sera payée par la région et l'État.",
        ),
        (
            "ja",
            "市議会は月曜日の夜、長い議論の末、川に架かる古い橋を来春に取り壊し、新しい橋に架け替えることを決めた。費用の半分は県が負担する。",
        ),
    ];
    for (language, text) in cases {
        let article = read(text.as_bytes(), "story.txt").unwrap();
        assert_eq!(article.language, language, "{text}");
    }
}

#[test]
fn an_article_in_another_language_has_its_day_and_captions_and_nothing_misread() {
    let page = r#"<html lang="de"><head><title>Brücke fällt</title><meta property="article:published_time" content="2024-03-05">
        </head><body><article><h1>Brücke fällt</h1><figure><img src="b.jpg"><figcaption>Die alte Brücke im März 2023.
        Foto: Jo Park/dpa</figcaption></figure><p>Der Gemeinderat hat am Montagabend nach langer Debatte beschlossen, dass
        die alte Brücke im September 2025 abgerissen wird. „Wir haben lange gerechnet“, sagte Bürgermeisterin Ana Ruiz.</p>
        <p>Gebaut wurde sie 1911, über die Jahre ist sie viermal geflickt worden, zuletzt nach dem Hochwasser von 2013.</p>
        </article></body></html>"#;
    let article = read(page.as_bytes(), "bruecke.html").unwrap();
    let found = dateline::extract::extract(&article);
    assert_eq!(article.language, "de");
    assert!(article.diagnostics.iter().any(|d| d.message.contains("another language (de)")));
    assert_eq!(found.reference_date.range.earliest.unwrap().to_string(), "2024-03-05");
    assert_eq!(found.captions.len(), 1);
    assert!(
        found.timexes.is_empty() && found.events.is_empty() && found.entities.is_empty() && found.quotes.is_empty()
    );
}
