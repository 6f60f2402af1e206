//! Time expressions in whole articles: caret-annotated cases, and how dates of a history hang together.

use dateline::extract::{text, timex};
use dateline::model::{Article, Block, BlockKind, Span, TimexId};

fn article(text: &str, published: &str) -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    Article { text: text.to_owned(), blocks, given_date: published.parse().ok(), ..Article::default() }
}

fn times(article: &Article) -> timex::Times {
    timex::find(&text::analyse(article), &[])
}

/// The carets and values under a text, as spans and values in order.
fn wanted<'a>(lines: &[&'a str]) -> Vec<(usize, usize, &'a str)> {
    let mark = |line: &&'a str| {
        let start = line.find('^').unwrap();
        let end = line.rfind('^').unwrap() + 1;
        (start, end, line[end..].trim())
    };
    lines.iter().map(mark).collect()
}

#[test]
fn the_corpus_is_read_as_annotated() {
    let lines: Vec<&str> =
        include_str!("corpus/timex/news.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect();
    let mut at = 0;
    while at < lines.len() {
        let marks = lines[at + 1..].iter().take_while(|l| l.trim_start().starts_with('^')).count();
        let article = article(lines[at], "2013-03-22");
        let found = times(&article);
        let have: Vec<_> =
            found.timexes.iter().map(|t| (t.span.start as usize, t.span.end as usize, t.value.as_str())).collect();
        assert_eq!(have, wanted(&lines[at + 1..at + 1 + marks]), "{}", lines[at]);
        at += 1 + marks;
    }
}

#[test]
fn places_tell_sentence_tokens_and_relation() {
    let article = article("He left. He has been away since Monday and returns by Friday.", "2013-03-22");
    let document = text::analyse(&article);
    let found = timex::find(&document, &[]);
    let relations: Vec<_> = found.in_sentence(1).map(|(_, _, place)| place.relation).collect();
    assert_eq!(relations, [timex::Relation::Since, timex::Relation::By]);
    let place = found.place(TimexId(0)).unwrap();
    assert_eq!(document.word(place.tokens.start), "Monday");
}

#[test]
fn a_history_chains_from_date_to_date() {
    let story = "On 1 March 1939 the war began. In May the capital fell. On 3 June 1939 a truce was signed. \
                 On 20 December it broke. In January the army fled. On 5 May 1940 it was over. The next day they met.";
    let article = article(story, "2009-12-19");
    let values: Vec<String> = times(&article).timexes.into_iter().map(|t| t.value).collect();
    assert_eq!(values[1], "1939-05");
    assert_eq!(values.last().map(String::as_str), Some("1940-05-06"));
}

/// The value of the last time expression of a history that ends with `last`.
fn told_last(last: &str) -> String {
    let story = "On 1 March 1939 the war began. On 3 June 1939 a truce was signed. On 20 December 1939 it broke. \
                 On 5 May 1940 the capital fell. ";
    let article = article(&format!("{story}{last}"), "2009-12-19");
    times(&article).timexes.pop().map(|t| t.value).unwrap_or_default()
}

#[test]
fn what_a_history_mentions_aside_does_not_move_it() {
    assert_eq!(
        told_last("The siege lasted until the fall of the fortress in February 1942. In July they met."),
        "1940-07"
    );
    assert_eq!(
        told_last("It was the largest raid since one just two years earlier. On 9 June the fleet sailed."),
        "1940-06-09"
    );
    assert_eq!(told_last("He planned to withdraw by next summer. In August he changed his mind."), "1940-08");
    assert_eq!(told_last("Losses rose from a low in January 1938 and were heavy. In June they fell."), "1940-06");
    assert_eq!(told_last("The front was quiet by 1941. In August of that year it moved."), "1941-08");
}

#[test]
fn what_somebody_means_to_do_lies_ahead() {
    let last = |text: &str| times(&article(text, "2013-10-30")).timexes.pop().map(|t| t.value).unwrap_or_default();
    assert_eq!(last("The firm announced an agreement to acquire the bank in January."), "2014-01");
    assert_eq!(last("The firm acquired the bank in January."), "2013-01");
    assert_eq!(last("The dividend would be paid on a still unspecified date in February."), "2014-02");
}

#[test]
fn hostile_text_is_read_without_panic() {
    let nasty = [
        "99999999999999999999 years ago",
        "January 99 0000",
        "a a a a the the the",
        "31/02/2021 99:99",
        "'9999s BC",
        "٣ مارس",
    ];
    for text in nasty {
        let text = text.repeat(50);
        let article = article(&text, "2026-01-06");
        for timex in times(&article).timexes {
            assert!(!timex.span.of(&article.text).is_empty());
        }
    }
}

/// The range of the expression `words` in `text`, in ISO 8601.
fn range_of(text: &str, published: &str, words: &str) -> String {
    let article = article(text, published);
    let found = times(&article);
    let timex = found.timexes.iter().find(|t| t.span.of(text) == words).unwrap_or_else(|| panic!("{words} in {text}"));
    let range = timex.range.unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map_or("?".to_owned(), |day| day.to_string());
    if range.as_day().is_some() {
        day(range.earliest)
    } else {
        format!("{}…{}", day(range.earliest), day(range.latest))
    }
}

#[test]
fn news_with_a_long_background_stays_news() {
    let court = "A judge on Friday sentenced a former mayor for bribes taken between 2016 and 2021. \
                 The inquiry began in 2019 when a clerk saw the bills. She was fired two months later. \
                 She sued in 2020 and settled last year. He was elected in November 2011 and again in May 2015. \
                 He resigned on Feb. 28, 2022. A hearing is set for Nov. 12. The owner pleaded guilty in 2023.";
    for (words, range) in [
        ("Friday", "2025-10-03"),
        ("two months later", "2019-03-01…2020-02-29"),
        ("last year", "2024-01-01…2024-12-31"),
        ("Nov. 12", "2025-11-12"),
    ] {
        assert_eq!(range_of(court, "2025-10-03", words), range, "{words}");
    }
}

#[test]
fn what_bounds_is_not_the_day_of_a_clock_time() {
    let text = "The rebels, who have fought since April 15, 2023, denied it. “At 4 a.m. the windows broke,” she said.";
    assert_eq!(range_of(text, "2026-04-14", "4 a.m."), "2026-04-14");
    let told = "On April 15, 2023, he entered the shop. At 4 a.m. the windows broke.";
    assert_eq!(range_of(told, "2026-04-14", "4 a.m."), "2023-04-15");
}

#[test]
fn early_and_late_name_a_part() {
    let text = "Agencies have warned of it since late last year, and rates will rise in early June.";
    assert_eq!(range_of(text, "2026-04-14", "late last year"), "2025-09-01…2025-12-31");
    assert_eq!(range_of(text, "2026-04-14", "early June"), "2026-06-01…2026-06-10");
}

/// The text's expressions with value, days and explanation, in an article of 2 November 1989.
fn readings(text: &str) -> Vec<(String, String, String)> {
    let days = |range: Option<dateline::model::DateRange>| {
        let day = |d: Option<chrono::NaiveDate>| d.map_or("?".to_owned(), |d| d.to_string());
        range.map_or("unknown".to_owned(), |r| format!("{} to {}", day(r.earliest), day(r.latest)))
    };
    let found = times(&article(text, "1989-11-02"));
    found.timexes.into_iter().map(|t| (t.value, days(t.range), t.reading)).collect()
}

#[test]
fn a_business_quarter_has_the_months_that_its_end_tells() {
    let quarters = readings("Profit and sales rose in the fiscal first quarter ended Sept. 30.");
    assert_eq!(quarters[0].0, "1989-Q1");
    assert_eq!(quarters[0].1, "1989-07-01 to 1989-09-30");
    assert!(quarters[0].2.contains("the date given with it"));
    let told = "In the fiscal first quarter ended Sept. 30, profit and sales fell.";
    let compared = readings(&format!("{told} Earnings were up from a year earlier."));
    assert_eq!(compared.last().map(|r| r.1.as_str()), Some("1988-07-01 to 1988-09-30"));
    let quarters = readings("Profit and sales fell in the fiscal second quarter.");
    assert_eq!(quarters[0].1, "unknown");
    let quarters = readings("The company had a loss. In the quarter ended July 31, its sales and profit fell.");
    assert_eq!((quarters[0].0.as_str(), quarters[0].1.as_str()), ("1989-Q2", "1989-05-01 to 1989-07-31"));
    let quarters = readings("Profit and sales fell in the quarter, the company said.");
    assert_eq!(quarters[0].0, "1989-Q3");
    assert!(quarters[0].2.contains("inferred"), "{}", quarters[0].2);
}

#[test]
fn results_are_compared_with_the_same_stretch_a_year_before() {
    let value = |text: &str| readings(text).last().map(|r| r.0.clone()).unwrap_or_default();
    let quarter = "Net income in the third quarter rose, with a profit of $5 million on sales of $9 million";
    assert_eq!(value(&format!("{quarter}, from $4 million a year earlier.")), "1988-Q3");
    assert_eq!(
        value(&format!("{quarter}. In the 1988 third quarter it was less. Sales beat the year-ago quarter.")),
        "1988-Q3"
    );
    assert_eq!(
        value(&format!("{quarter}. In the nine months, it earned $9 million, up from $7 million a year earlier.")),
        "1988"
    );
    assert_eq!(
        value(&format!(
            "{quarter}. It expects less in the fourth quarter of 1990. Costs were higher than a year earlier."
        )),
        "1988-Q3"
    );
}

#[test]
fn earlier_and_later_this_year_meet_at_the_articles_day() {
    assert_eq!(readings("He quit earlier this year.")[0].1, "1989-01-01 to 1989-11-02");
    assert_eq!(readings("It opens later this year.")[0].1, "1989-11-02 to 1989-12-31");
}

#[test]
fn news_that_looks_back_chains_its_days_and_comes_back_to_its_own() {
    let values = |story: &str| -> Vec<String> {
        times(&article(story, "2024-10-03")).timexes.into_iter().map(|t| t.value).collect()
    };
    let look_back = values(
        "In the spring of 2021 she had a buyer. The mill her grandfather had founded in 1926 was losing money. By that June \
         they had a draft. On July 12 the two sides met. Three weeks later he walked out.",
    );
    assert_eq!(look_back, ["2021-SP", "1926", "2021-06", "2021-07-12", "2021-W31"]);
    let occasion = values(
        "On Tuesday he faced parliament. He had chaired the meeting of 3 February 2022. The next day a motion failed.",
    );
    assert_eq!(occasion, ["2024-10-01", "2022-02-03", "2024-10-02"]);
    let by = values("A website leaked the minutes on Sunday. By Monday morning two had resigned. Bakke went at 8 a.m.");
    assert_eq!(by[2], "2024-09-30T08:00");
}

#[test]
fn a_history_that_says_what_will_be_tells_news() {
    let story = "Workers broke ground on 4 May 2019. In March 2020 the site closed. In June 2021 water broke in. In May 2022 it was \
                 dry again. On 17 February 2023 the builder failed.\n\nTest runs will start in April.";
    let mut article = article(story, "2026-01-09");
    let end = story.find("\n\n").unwrap();
    article.blocks = [(0, end), (end + 2, story.len())]
        .map(|(start, end)| Block { kind: BlockKind::Paragraph, span: Span::new(start, end) })
        .into();
    let values: Vec<String> = times(&article).timexes.into_iter().map(|t| t.value).collect();
    assert_eq!(values.last().map(String::as_str), Some("2026-04"), "{values:?}");
}
