//! Readings of whole texts: what a time passes on to the next.

use super::*;

#[test]
fn a_photo_hangs_on_the_articles_day_and_the_story_goes_on_behind_it() {
    let text = "In May 1976 the group was formed. In June 1996 it grew. In May 1997 it went on strike. In June 1998 it won.\nA rock on the coast \
                in October.\nIn November it grew.";
    for (kind, october) in [(BlockKind::Paragraph, "1998-10"), (BlockKind::Caption, "2025-10")] {
        let mut article = testing::article(text, "2025-11-21");
        article.blocks.iter_mut().skip(1).take(1).for_each(|block| block.kind = kind);
        let times = find(&testing::document(&article), &[]);
        let values: Vec<&str> = times.timexes.iter().map(|t| t.value.as_str()).collect();
        assert_eq!(values.get(4..), Some(&[october, "1998-11"][..]), "{kind:?}: {values:?}");
    }
}

#[test]
fn a_story_is_told_of_the_day_that_it_comes_to() {
    for (text, value) in [
        ("Nine have died since Sunday, when a hillside gave way at 2 a.m.", "2026-03-08T02:00"),
        ("A hillside gave way on Sunday. Help came at noon the next day.", "2026-03-09T12:00"),
        ("In January it was told that he had held shares until the previous July. He left the same month.", "2026-01"),
    ] {
        let found = testing::read(text, "2026-03-10");
        assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
    }
}

#[test]
fn a_month_or_day_goes_on_from_the_one_told_before() {
    for (text, value) in [
        ("The ferry sank on 3 May 1990. Divers found it on 8 September.", "1990-09-08"),
        ("The bridge opened in March 2001. It closed in August.", "2001-08"),
        ("The bridge opened in March 2001. It closed in May. It was torn down in August.", "2001-08"),
        // Of a month that has just gone by "had" tells that another is meant.
        ("In January 1940 the army came. By March it had won.", "1940-03"),
        ("In January 1940 the army came. By March it had won, and in May the king fled.", "1940-05"),
        // What has just gone by needs no year.
        ("The bridge opened in March 1998. It was closed in January.", "2026-01"),
        ("Lund joined on 3 May 2004. He resigned on 8 February.", "2026-02-08"),
        ("It opened on 9 March 2026. Two weeks before that it was closed.", "2026-W09"),
        ("It opened on 9 March 2026. Two weeks before that vote it was closed.", "P2W"),
        // What is to come is of no year gone by.
        ("The law was passed on 3 May 1990. It will be debated on 8 September.", "2026-09-08"),
    ] {
        let found = testing::read(text, "2026-03-10");
        assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
    }
}

#[test]
fn a_feature_comes_back_to_the_present() {
    let text = "In May 1976 the group was formed. In June 1996 it grew. In May 1997 it went on strike. In June 1998 it won.\nIt grew.\nIt grew \
                old.\nOn a January 31 call the bank spoke of it. On Easter Sunday a man left. He fell ill the day before.";
    let found = testing::read(text, "2023-04-25");
    let value = |words: &str| found.iter().find(|t| t.words == words).map(|t| t.value.clone());
    assert_eq!(value("January 31").as_deref(), Some("2023-01-31"), "{found:?}");
    assert_eq!(value("the day before").as_deref(), Some("2023-04-08"), "{found:?}");
}

#[test]
fn a_history_that_comes_to_the_writers_days_counts_from_them() {
    let story =
        "In June 2018 she moved in. In April 2019 it was told. In September 2019 it opened. In March 2020 it closed.";
    for (present, september) in [
        ("Today there are 27 pupils. Last month she resigned. The roof was mended in 2023.", "2026-09"),
        ("The roof leaked.", "2020-09"),
    ] {
        let found = testing::read(&format!("{story}\n{present}\nThe boy turned 18 in September."), "2026-11-12");
        let value = found.iter().rev().find(|t| t.words == "September").map(|t| t.value.clone());
        assert_eq!(value.as_deref(), Some(september), "{present}: {found:?}");
    }
}
