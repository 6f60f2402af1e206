//! The article's day: what "today", "Tuesday" and "last month" are counted from. Given by the user, claimed by metadata
//! or address, printed in a dateline, or proved by the text itself; never the clock.

mod printed;

use super::super::text::{Document, capitalised};
use super::calendar::{Period, plus_days};
use super::meaning::{Field, Lean, Meaning, When, Year};
use super::resolve::Outlook;
use crate::model::{BlockKind, Caption, DateOrigin, DateRange, ReferenceBasis, ReferenceDate, Span};
use chrono::{Datelike, NaiveDate};

/// A recognised expression, as the search for the article's day needs it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub span: Span,
    pub block: usize,
    pub meaning: Meaning,
    pub outlook: Outlook,
}

/// A statement of the article's day.
#[derive(Clone, Debug)]
struct Statement {
    day: NaiveDate,
    basis: ReferenceBasis,
    evidence: Vec<Span>,
    /// For the reader, to stand alone or after "but": `the date line reads “Jan 6”`.
    words: String,
}

/// How many blocks from the top a date line may stand.
const TOP_BLOCKS: usize = 8;
/// A bare weekday is used within so many days after it; so is the day of a picture.
const NEWS_DAYS: i64 = 6;

/// Finds the article's day.
pub fn find(document: &Document<'_>, captions: &[Caption], seen: &[Seen]) -> ReferenceDate {
    let mut statements = stated_outside(document);
    statements.extend(printed::statements(document, seen));
    if let Some(chosen) = choose(&statements) {
        return rewritten(document, chosen, seen)
            .or_else(|| named_today(document, chosen, seen))
            .unwrap_or_else(|| stated(chosen, &statements));
    }
    proved_by_captions(document, captions, seen)
        .or_else(|| proved_by_lead(document, seen))
        .unwrap_or_else(|| unknown(document, seen))
}

/// Nothing says the day. A date line without its year is shown all the same: the reader may know the year.
fn unknown(document: &Document<'_>, seen: &[Seen]) -> ReferenceDate {
    let yearless = |s: &&Seen| {
        let is_day = matches!(
            s.meaning,
            Meaning::Date(When::Field { year: Year::Unknown, field: Field::Day(..), .. })
                | Meaning::Time(Some(When::Field { year: Year::Unknown, field: Field::Day(..), .. }), _)
        );
        is_day && printed::basis(document, s).is_some()
    };
    let Some(line) = seen.iter().take_while(|s| s.block < TOP_BLOCKS).find(yearless) else {
        let explanation = "Neither the file nor the text says when the article was published".to_owned();
        return ReferenceDate { explanation, ..ReferenceDate::default() };
    };
    let explanation = format!(
        "The date line reads “{}”, but neither the file nor the text says of which year",
        line.span.of(&document.article.text)
    );
    ReferenceDate { evidence: vec![line.span], explanation, ..ReferenceDate::default() }
}

/// What the user, the file's metadata and the page's address say.
fn stated_outside(document: &Document<'_>) -> Vec<Statement> {
    let article = document.article;
    let given = article.given_date.map(|day| Statement {
        day,
        basis: ReferenceBasis::Given,
        evidence: Vec::new(),
        words: format!("the date was given as {}", spoken(day)),
    });
    let claim = |origin, basis, what: &'static str| {
        article.date_claims.iter().filter(move |c| c.origin == origin).map(move |c| Statement {
            day: c.at.date(),
            basis,
            evidence: Vec::new(),
            words: format!("{what} says {}", c.evidence.trim()),
        })
    };
    let metadata = claim(DateOrigin::Metadata, ReferenceBasis::Metadata, "the file");
    given.into_iter().chain(metadata).chain(claim(DateOrigin::Url, ReferenceBasis::Url, "the page’s address")).collect()
}

/// The days of a year.
const YEAR: i64 = 365;

/// The strongest statement. A date printed more than a week before the metadata's is the day of writing: pages are
/// reissued, their words are not.
fn choose(statements: &[Statement]) -> Option<&Statement> {
    let first = statements.first()?;
    let outside = matches!(first.basis, ReferenceBasis::Metadata | ReferenceBasis::Url);
    let printed = || statements.iter().filter(|s| matches!(s.basis, ReferenceBasis::Dateline | ReferenceBasis::Byline));
    // Days years apart are the heads of a chronicle.
    let heads = printed().zip(printed().skip(1)).any(|(a, b)| (a.day - b.day).num_days().abs() > YEAR);
    let written = printed().next().filter(|p| outside && !heads && (first.day - p.day).num_days() > NEWS_DAYS);
    Some(written.unwrap_or(first))
}

/// A page that was published long ago and rewritten since, which the years that its text tells of prove: "today" is the day
/// of the last change. Two such years are asked for, since one may be to come.
fn rewritten(document: &Document<'_>, published: &Statement, seen: &[Seen]) -> Option<ReferenceDate> {
    const TOLD: usize = 2;
    if !matches!(published.basis, ReferenceBasis::Metadata | ReferenceBasis::Url) {
        return None;
    }
    let claims = document.article.date_claims.iter().filter(|c| c.origin == DateOrigin::Modification);
    let changed = claims.max_by_key(|c| c.at)?;
    let day = changed.at.date();
    let year = |s: &&Seen| match s.meaning {
        Meaning::Date(When::Field { year: Year::Is(year), .. }) => Some(year),
        Meaning::Date(When::Period(period)) => Some(period.year()),
        _ => None,
    };
    let later = |s: &&Seen| year(s).is_some_and(|y| y > published.day.year() && y <= day.year());
    let proof: Vec<Span> = seen.iter().filter(later).map(|s| s.span).take(TOLD).collect();
    let [first, ..] = proof.as_slice() else { return None };
    let explanation = format!(
        "The file says {}, last changed {}, and the text tells of {}",
        published.day.year(),
        spoken(day),
        first.of(&document.article.text)
    );
    let basis = ReferenceBasis::Metadata;
    (proof.len() == TOLD).then_some(ReferenceDate { range: DateRange::day(day), basis, evidence: proof, explanation })
}

/// "today (Monday)" on a page that the file dates to the Sunday: clocks of other zones, and pages begun the evening before,
/// are a day off; the text's own word is not.
fn named_today(document: &Document<'_>, published: &Statement, seen: &[Seen]) -> Option<ReferenceDate> {
    use super::meaning::From;
    if !matches!(published.basis, ReferenceBasis::Metadata | ReferenceBasis::Url) {
        return None;
    }
    let text = document.article.text.as_str();
    let named = seen.windows(2).find_map(|pair| {
        let [near, day] = pair else { return None };
        let (
            Meaning::Date(When::Offset { unit: super::calendar::Unit::Day, count, from: From::Reference })
            | Meaning::Time(Some(When::Offset { unit: super::calendar::Unit::Day, count, from: From::Reference }), _),
            Meaning::Date(When::Weekday { weekday, lean: Lean::None }),
        ) = (&near.meaning, &day.meaning)
        else {
            return None;
        };
        let aside = Span { start: near.span.end, end: day.span.start }.of(text) == " (";
        (aside && (-1..=1).contains(count)).then_some((*count, *weekday, near.span.cover(day.span)))
    });
    let (count, weekday, span) = named?;
    let fits = |day: &NaiveDate| plus_days(*day, count).weekday().number_from_monday() == weekday;
    let near = [0, 1, -1].map(|n| plus_days(published.day, n));
    let day = near.into_iter().find(fits).filter(|day| *day != published.day)?;
    let explanation = format!(
        "{}, but the text says “{})”: {}",
        capitalised(&published.words),
        span.of(text),
        day.format("%A, %-d %B %Y")
    );
    Some(ReferenceDate { range: DateRange::day(day), basis: published.basis, evidence: vec![span], explanation })
}

/// The chosen statement with the evidence of those that agree and the words of those that do not.
fn stated(chosen: &Statement, all: &[Statement]) -> ReferenceDate {
    let mut explanation = capitalised(&chosen.words);
    let mut evidence = chosen.evidence.clone();
    let mut told: Vec<NaiveDate> = vec![chosen.day];
    for other in all {
        if other.day == chosen.day {
            evidence.extend(other.evidence.iter().filter(|s| !chosen.evidence.contains(s)));
        } else if !told.contains(&other.day) {
            explanation.push_str("; but ");
            explanation.push_str(&other.words);
            told.push(other.day);
        }
    }
    evidence.sort_unstable();
    evidence.dedup();
    ReferenceDate { range: DateRange::day(chosen.day), basis: chosen.basis, evidence, explanation }
}

/// The day that an expression states in full.
fn day_of(meaning: &Meaning) -> Option<NaiveDate> {
    let when = match meaning {
        Meaning::Date(when) | Meaning::Time(Some(when), _) => when,
        _ => return None,
    };
    let day = match when {
        When::Field { year: Year::Is(y), field: Field::Day(m, d), .. } => NaiveDate::from_ymd_opt(*y, *m, *d)?,
        When::Period(Period::Day(day)) => *day,
        _ => return None,
    };
    (1700..=2200).contains(&day.year()).then_some(day)
}

/// Photos dated to one day that fits the lead's weekday: the article appeared within the days after it.
fn proved_by_captions(document: &Document<'_>, captions: &[Caption], seen: &[Seen]) -> Option<ReferenceDate> {
    let text = document.article.text.as_str();
    let in_caption = |s: &&Seen| {
        let block = document.article.blocks.get(s.block);
        let file_photo = captions.iter().any(|c| c.is_file_photo && c.span.contains(s.span));
        block.is_some_and(|b| b.kind == BlockKind::Caption) && !file_photo
    };
    let dated: Vec<(NaiveDate, Span)> =
        seen.iter().filter(in_caption).filter_map(|s| day_of(&s.meaning).map(|d| (d, s.span))).collect();
    let day = dated.iter().map(|(d, _)| *d).max()?;
    let photos: Vec<Span> = dated.iter().filter(|(d, _)| *d == day).map(|(_, s)| *s).collect();
    let weekday = lead_weekdays(document, seen).next();
    let agrees = weekday.filter(|(w, _)| *w == day.weekday().number_from_monday());
    if agrees.is_none() && (photos.len() < 2 || photos.len() < dated.len()) {
        return None;
    }
    let count = match (photos.len(), dated.len()) {
        (1, 1) => "The photo caption is".to_owned(),
        (1, _) => "The latest photo caption is".to_owned(),
        (n, all) if n == all => format!("All {} photo captions are", in_words(n)),
        (n, _) => format!("{} photo captions are", capitalised(in_words(n))),
    };
    let date = photos.first().map_or("", |s| s.of(text));
    let mut explanation = format!("{count} dated {date}, a {}", day.format("%A"));
    let mut evidence = photos;
    if let Some((_, span)) = agrees {
        explanation.push_str(&format!("; the lead says “{}”", with_preposition(text, span)));
        evidence.push(span);
    }
    evidence.sort_unstable();
    Some(window(day, ReferenceBasis::Caption, evidence, explanation))
}

/// A full date in the lead whose weekday is stated, or agrees with a weekday of the lead.
fn proved_by_lead(document: &Document<'_>, seen: &[Seen]) -> Option<ReferenceDate> {
    let text = document.article.text.as_str();
    let lead = lead_blocks(document);
    let full = seen.iter().filter(|s| lead.contains(&s.block)).find_map(|s| day_of(&s.meaning).map(|d| (d, s)))?;
    let (day, dated) = full;
    let own_weekday = match dated.meaning {
        Meaning::Date(When::Field { weekday, .. }) => weekday,
        _ => None,
    };
    let number = day.weekday().number_from_monday();
    let other = lead_weekdays(document, seen).find(|(w, _)| *w == number);
    if own_weekday != Some(number) && other.is_none() {
        return None;
    }
    let mut evidence = vec![dated.span];
    let mut explanation = format!("The lead is dated {}, a {}", dated.span.of(text), day.format("%A"));
    if let Some((_, span)) = other {
        explanation.push_str(&format!(", and says “{}”", with_preposition(text, span)));
        evidence.push(span);
    }
    evidence.sort_unstable();
    Some(window(day, ReferenceBasis::Text, evidence, explanation))
}

fn window(day: NaiveDate, basis: ReferenceBasis, evidence: Vec<Span>, explanation: String) -> ReferenceDate {
    ReferenceDate { range: DateRange::new(day, plus_days(day, NEWS_DAYS)), basis, evidence, explanation }
}

/// The first two paragraphs.
fn lead_blocks(document: &Document<'_>) -> Vec<usize> {
    let blocks = document.article.blocks.iter().enumerate();
    blocks.filter(|(_, b)| b.kind == BlockKind::Paragraph).map(|(i, _)| i).take(2).collect()
}

/// The bare weekdays of the lead that look back.
fn lead_weekdays<'a>(document: &Document<'_>, seen: &'a [Seen]) -> impl Iterator<Item = (u32, Span)> + use<'a> {
    let lead = lead_blocks(document);
    seen.iter().filter(move |s| lead.contains(&s.block) && s.outlook != Outlook::Future).filter_map(|s| {
        match s.meaning {
            Meaning::Date(When::Weekday { weekday, lean: Lean::None | Lean::Last })
            | Meaning::Time(Some(When::Weekday { weekday, lean: Lean::None | Lean::Last }), _) => {
                Some((weekday, s.span))
            }
            _ => None,
        }
    })
}

/// "on Tuesday" for "Tuesday", as the text has it; the space may be a no-break one.
fn with_preposition(text: &str, span: Span) -> &str {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let opens = before.strip_suffix("on").or(before.strip_suffix("On"));
    let start = opens.filter(|rest| rest.ends_with(char::is_whitespace)).map_or(span.start as usize, str::len);
    text.get(start..span.end as usize).unwrap_or("")
}

fn spoken(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn in_words(count: usize) -> &'static str {
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].get(count).copied().unwrap_or("many")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{article, document};
    use crate::model::{BlockKind, DateClaim, DateOrigin, ReferenceBasis, ReferenceDate};

    fn found(text: &str, captions: &[usize], claim: Option<&str>) -> ReferenceDate {
        let mut article = article(text, "");
        for index in captions {
            article.blocks[*index].kind = BlockKind::Caption;
        }
        let at = claim.and_then(|c| c.parse().ok());
        article.date_claims.extend(at.map(|at| DateClaim {
            at,
            origin: DateOrigin::Metadata,
            evidence: "datePublished".into(),
        }));
        super::super::find(&document(&article), &[]).reference_date
    }

    fn days(date: &ReferenceDate) -> (String, String) {
        let show = |d: Option<chrono::NaiveDate>| d.map_or_else(String::new, |d| d.to_string());
        (show(date.range.earliest), show(date.range.latest))
    }

    #[test]
    fn captions_that_fit_the_weekday_of_the_lead_prove_the_day() {
        let text =
            "Leaders met in Oslo on Tuesday.\nLeaders arrive, January 6, 2026.\nThey shake hands, January 6, 2026.";
        let date = found(text, &[1, 2], None);
        assert_eq!(date.basis, ReferenceBasis::Caption);
        assert_eq!(days(&date), ("2026-01-06".into(), "2026-01-12".into()));
        assert_eq!(date.evidence.len(), 3);
        assert!(date.explanation.contains("All two photo captions") && date.explanation.contains("“on Tuesday”"));
    }

    #[test]
    fn an_article_that_says_when_it_was_published_is_believed() {
        for (text, wanted) in [
            ("The pier fell.\nThis article was last updated on 9 January 2026.", "2026-01-09"),
            ("Readers ask. This story was first published on March 3, 2025. The pier fell.", "2025-03-03"),
            ("The report was published on 9 January 2026, long after the pier fell on the coast.", ""),
            ("In this report, published on 9 January 2026, engineers tell why the pier fell on the coast.", ""),
        ] {
            assert_eq!(days(&found(text, &[], None)).0, wanted, "{text}");
        }
    }

    #[test]
    fn a_caption_that_does_not_fit_proves_nothing() {
        let date = found("Leaders met in Oslo on Monday.\nThe square, January 6, 2026.", &[1], None);
        assert_eq!((date.basis, date.range.is_open()), (ReferenceBasis::None, true));
    }

    #[test]
    fn a_day_that_the_text_names_puts_right_a_clock_elsewhere() {
        for (text, wanted) in [
            ("The pier fell today (Monday). Nobody was hurt.", "2026-03-09"),
            ("The pier opens tomorrow (Monday). All may come.", "2026-03-08"),
            ("The pier opens from 6pm today (Monday). All may come.", "2026-03-09"),
            ("The pier fell yesterday (Friday). Nobody was hurt.", "2026-03-07"),
            // Nearer than a day it is not known.
            ("The pier fell today (Thursday). Nobody was hurt.", "2026-03-08"),
            ("The pier fell on Monday. Nobody was hurt.", "2026-03-08"),
        ] {
            assert_eq!(days(&found(text, &[], Some("2026-03-08T23:30:00"))).0, wanted, "{text}");
        }
    }

    #[test]
    fn the_heads_of_a_chronicle_are_not_the_articles_day() {
        for (second, wanted) in [("20 August 2018", "2026-12-02"), ("25 April 2010", "2010-04-23")] {
            let text = format!("23 April 2010\nVik asks for help.\n{second}\nVik is free again and thanks all.");
            let date = found(&text, &[], Some("2026-12-02T09:00:00"));
            assert_eq!(days(&date).0, wanted, "{text}");
        }
    }

    #[test]
    fn datelines_and_date_lines_are_read() {
        let date = found("Storm hits coast\nThursday, February 23, 2023\nA storm hit today.", &[], None);
        assert_eq!((date.basis, days(&date).0), (ReferenceBasis::Dateline, "2023-02-23".into()));
        let agency = found("PARIS, Jan 6 (Reuters) - A storm hit on Tuesday.", &[], Some("2026-01-07T09:00:00"));
        assert_eq!((agency.basis, days(&agency).0.as_str()), (ReferenceBasis::Metadata, "2026-01-07"));
        assert!(agency.explanation.contains("; but the date line reads “Jan 6”"), "{}", agency.explanation);
    }

    #[test]
    fn a_page_rewritten_since_counts_from_its_last_change() {
        let day = |text: &str| {
            let mut article = article(text, "");
            for (at, origin) in
                [("2012-05-10T14:29:05", DateOrigin::Metadata), ("2026-04-24T11:16:53", DateOrigin::Modification)]
            {
                let at = at.parse().expect("a date");
                article.date_claims.push(DateClaim { at, origin, evidence: String::new() });
            }
            super::super::find(&document(&article), &[]).reference_date.range.earliest.map(|d| d.to_string())
        };
        let rewritten =
            "The alliance was founded in 1949. Two states joined in 2023 and 2024. Ships were struck in late February.";
        assert_eq!(day(rewritten).as_deref(), Some("2026-04-24"));
        assert_eq!(day("The alliance was founded in 1949. It meets in 2014.").as_deref(), Some("2012-05-10"));
    }

    #[test]
    fn a_weekday_beside_a_slashed_date_tells_its_order() {
        let lead =
            "A ferry sank off Harle on Saturday evening.\nIt left at 4.15 pm, its owner said on Sunday (7/12/2025).";
        assert_eq!(days(&found(lead, &[], None)).0, "2025-12-07");
        let printed = "07/12/2025\nThe bridge closed on 5 December and reopened today.";
        assert_eq!(days(&found(printed, &[], None)).0, "2025-12-07");
        let american = "07/12/2025\nThe bridge closed on July 5 and reopened today.";
        assert_eq!(days(&found(american, &[], None)).0, "2025-07-12");
    }

    #[test]
    fn a_line_of_names_and_a_date_is_a_date_line() {
        for line in [
            "HOUSTON (Gulf Legal Wire) — Jan. 28, 2026",
            "*Published: 2026-01-28 · by Kari Moen*",
            "Harle Courier, 28 January 2026, page 4",
            "Kari Moen in Harle, 28.1.2026",
            "By our court reporter, 17:31, 28 JAN 2026",
            "Section: News | Date: 2026/01/28 | Byline: Kari Moen",
            "Story by Kari Moen • 2h • January 28, 2026",
        ] {
            let text = format!("{line}\nTwo workers died when a paper mill burned down on Tuesday.");
            assert_eq!(days(&found(&text, &[], None)).0, "2026-01-28", "{line}");
        }
        for line in ["The Great Winter Storm of January 28, 2026", "Storm, 28 January 2026: why it came"] {
            let text = format!("{line}\nTwo workers died when a paper mill burned down.");
            assert_eq!(days(&found(&text, &[], None)).0, "", "{line}");
        }
    }

    #[test]
    fn a_date_alone_at_the_foot_is_the_articles() {
        for (foot, wanted) in [
            ("Published 23 November 2026", "2026-11-23"),
            ("November 5, 2026", "2026-11-05"),
            ("Oslo, 5 November 2026", "2026-11-05"),
            ("The pier reopens on 5 November 2026.", ""),
            ("Signed at Harle, 5 November 1926", ""),
        ] {
            let story = "The pier fell.\n".repeat(8);
            let text = format!("{story}It was built in 1926 and mended on 3 May 2026.\n{foot}");
            assert_eq!(days(&found(&text, &[], None)).0, wanted, "{foot}");
        }
    }

    #[test]
    fn a_date_line_without_a_year_is_shown_but_not_believed() {
        let date = found("PARIS, March 18 (Orbit) - A storm hit on Tuesday.", &[], None);
        assert_eq!((date.basis, date.range.is_open()), (ReferenceBasis::None, true));
        assert!(date.explanation.contains("“March 18”") && date.explanation.contains("which year"));
    }

    #[test]
    fn the_weekday_of_a_day_settles_the_year_that_the_text_tells() {
        for (told, wanted) in [
            ("Pratt died in November 2021. Webb was held in January 2025.", ""),
            ("Pratt died in November 2024. Webb was held in January 2025.", "2025-03-04"),
            // One year alone may be any; and in neither is the day a Tuesday.
            ("Pratt died in January 2025.", ""),
            ("Pratt died in November 2026. Webb was held in January 2027.", ""),
        ] {
            let date =
                found(&format!("LEEDS, March 4 — A jury was told on Tuesday, March 4, of it.\n{told}"), &[], None);
            assert_eq!(days(&date).0, wanted, "{told}");
        }
    }

    #[test]
    fn without_any_evidence_the_day_stays_unknown() {
        let article = article("A storm hit on Tuesday.", "");
        let times = super::super::find(&document(&article), &[]);
        let tuesday = times.timexes.first().expect("a weekday");
        assert_eq!((tuesday.value.as_str(), tuesday.range), ("XXXX-WXX-2", None));
        assert_eq!(times.reference_date.basis, ReferenceBasis::None);
    }
}
