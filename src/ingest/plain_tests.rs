//! Plain texts, each with the kinds that its parts have.

use crate::ingest::read;
use crate::model::BlockKind;

/// The article's blocks as lines `kind: words`.
fn blocks(text: &str) -> Vec<String> {
    let article = read(text.as_bytes(), "story.txt").unwrap();
    article.blocks.iter().map(|b| format!("{:?}: {}", b.kind, b.span.of(&article.text))).collect()
}

#[test]
fn a_page_copied_as_text() {
    let text = "Harbour towns seek new rules amid storms\n\nQuoc Tran\nChia sẻ\n(HARBOURNEWS) - Leaders met in Oslo\u{a0}on\u{a0}Tuesday.\nHarbour towns seek new rules amid storms - ảnh 1Leaders meet in Oslo, Norway January 6, 2026. (Photo: Ana Ruiz/Reuters)\u{a0}\n\nThe meeting brought together ten towns.\n\nLong-term rules\n\nThe towns agreed.\n\nFeedback";
    assert_eq!(
        blocks(text),
        [
            "Headline: Harbour towns seek new rules amid storms",
            "Byline: Quoc Tran",
            "Boilerplate: Chia sẻ",
            "Dateline: (HARBOURNEWS) -",
            "Paragraph: Leaders met in Oslo\u{a0}on\u{a0}Tuesday.",
            "Caption: Harbour towns seek new rules amid storms - ảnh 1Leaders meet in Oslo, Norway January 6, 2026. (Photo: Ana Ruiz/Reuters)",
            "Paragraph: The meeting brought together ten towns.",
            "Heading: Long-term rules",
            "Paragraph: The towns agreed.",
            "Boilerplate: Feedback",
        ]
    );
    let article = read(text.as_bytes(), "story.txt").unwrap();
    assert_eq!(article.text, text);
    assert_eq!(article.publisher.as_deref(), Some("HARBOURNEWS"));
    assert_eq!(article.byline.iter().map(|s| s.of(&article.text)).collect::<Vec<_>>(), ["Quoc Tran"]);
}

#[test]
fn a_headline_may_ask_but_not_a_whole_paragraph() {
    let rest = "\n\nThe town was told on Monday.\n";
    for (first, kind) in [
        ("Who owns the harbour?", "Headline"),
        (
            "The ministry said today it will look again at the question who in fact owned the old harbour when the war ended in the north?",
            "Paragraph",
        ),
    ] {
        assert_eq!(blocks(&format!("{first}{rest}"))[0], format!("{kind}: {first}"));
    }
}

#[test]
fn a_date_line_and_captions_before_the_lead() {
    let text = "Port: 'new' rules for five towns\n\nThursday, February 23, 2023\n\nMoss (left) and Dahl (right) on October 25, 2022. Image: Harbour Office.\n\nThe harbour office today begins to send letters to some 12,000 people.\n";
    assert_eq!(
        blocks(text),
        [
            "Headline: Port: 'new' rules for five towns",
            "Dateline: Thursday, February 23, 2023",
            "Caption: Moss (left) and Dahl (right) on October 25, 2022. Image: Harbour Office.",
            "Paragraph: The harbour office today begins to send letters to some 12,000 people.",
        ]
    );
}

#[test]
fn a_source_above_its_caption_is_one_caption_with_it() {
    let lead = "Storm closes port\n\nThe storm closed the port of Lund on Monday, the master said.\n\n";
    for copied in [
        "Image source, Reuters\nImage caption, Boats in port\n",
        "Image source, Reuters\n\nImage caption,\n\nBoats in port\n",
    ] {
        let found = blocks(&format!("{lead}{copied}\nNobody was hurt in the night, he said on Tuesday.\n"));
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[2].starts_with("Caption: Image source, Reuters") && found[2].ends_with("Boats in port"));
    }
}

#[test]
fn a_wire_story() {
    let text = "By Ana Ruiz and Jo Park | September 16, 2008; 6:32 AM ET\nLONDON, Feb 28 (Reuters) - Unrest could close the port.\nTraders said so.\n(Reporting by Ana Ruiz; Editing by Jo Park)\n";
    assert_eq!(
        blocks(text),
        [
            "Byline: By Ana Ruiz and Jo Park",
            "Dateline: September 16, 2008; 6:32 AM ET",
            "Dateline: LONDON, Feb 28 (Reuters) -",
            "Paragraph: Unrest could close the port.",
            "Paragraph: Traders said so.",
            "Boilerplate: (Reporting by Ana Ruiz; Editing by Jo Park)",
        ]
    );
}

#[test]
fn lists_and_one_sentence_texts() {
    assert_eq!(blocks("The port closed on Monday."), ["Paragraph: The port closed on Monday."]);
    assert_eq!(
        blocks("What we know\n\nThe port closed:\n- on Monday\n- at noon\n"),
        ["Headline: What we know", "Paragraph: The port closed:", "ListItem: - on Monday", "ListItem: - at noon"]
    );
}

#[test]
fn a_headline_of_two_sentences_stands_above_its_byline() {
    let text = "She rowed a thousand miles. The boat got famous.\n\nBy Ana Ruiz\n\nThe port closed on Monday.\n";
    assert_eq!(
        blocks(text),
        [
            "Headline: She rowed a thousand miles. The boat got famous.",
            "Byline: By Ana Ruiz",
            "Paragraph: The port closed on Monday.",
        ]
    );
}

#[test]
fn nothing_is_deleted() {
    let text = "\u{feff}Storm\r\n\r\nThe e\u{ad}ffort of the ﬁshers\u{a0}paid o\u{fb00}.\r\n";
    let article = read(text.as_bytes(), "story.txt").unwrap();
    assert_eq!(article.text, text.trim_start_matches('\u{feff}'));
    assert!(article.blocks.iter().any(|b| b.kind == BlockKind::Paragraph));
}
