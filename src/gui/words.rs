//! Words for what the records say: dates, ranges, certainty and kinds as a reader wants them told.

use crate::model::{
    DateRange, Entity, EntityKind, EventDate, EventKind, MentionForm, Modality, Part, Precision, Quote, QuoteKind,
    ReferenceDate, Span,
};
use crate::project::Entry;
use crate::timeline::time::{date_label, month_name, year_label};
use chrono::{Datelike, NaiveDate, Weekday};

/// `Tuesday 6 January 2026`.
pub fn full_day(day: NaiveDate) -> String {
    format!("{} {}", weekday_name(day.weekday()), date_label(day))
}

/// `Tue 6 Jan 2026`.
pub fn short_day(day: NaiveDate) -> String {
    let weekday = weekday_name(day.weekday()).get(..3).unwrap_or_default();
    format!("{weekday} {} {} {}", day.day(), short_month(day.month()), year_label(day.year()))
}

fn short_month(month: u32) -> &'static str {
    month_name(month).get(..3).unwrap_or_default()
}

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// An event's date in words: `Tuesday 6 January 2026`, `in March 2026`, `since 5 May 2024`, `3–9 March 2026`.
pub fn event_date(date: &EventDate) -> String {
    let hull = date.hull();
    if let Some(day) = hull.as_day() {
        return full_day(day);
    }
    match (hull.earliest, hull.latest) {
        (Some(first), Some(last)) => {
            whole_unit(first, last, date.precision).unwrap_or_else(|| between(date, first, last))
        }
        (Some(first), None) if date.begin.as_day().is_some() => format!("since {}", date_label(first)),
        (Some(first), None) => format!("from {} on", date_label(first)),
        (None, Some(last)) if date.end.as_day().is_some() => format!("until {}", date_label(last)),
        (None, Some(last)) => format!("by {}", date_label(last)),
        (None, None) => match (date.begin.latest, date.end.earliest) {
            (Some(begun), _) => format!("begun by {}", date_label(begun)),
            (None, Some(ended)) => format!("not over before {}", date_label(ended)),
            (None, None) => "at an unknown time".to_owned(),
        },
    }
}

/// An event's date for a table's column: short, still in words.
pub fn short_event_date(date: &EventDate) -> String {
    let hull = date.hull();
    match hull.as_day() {
        Some(day) => short_day(day),
        None => event_date(date),
    }
}

/// A range of days in words; `unknown` when open at both ends.
pub fn range(range: DateRange) -> String {
    match (range.earliest, range.latest) {
        (Some(first), Some(last)) if first == last => short_day(first),
        (Some(first), Some(last)) => span_of_days(first, last),
        (Some(first), None) => format!("from {} on", date_label(first)),
        (None, Some(last)) => format!("until {}", date_label(last)),
        (None, None) => "unknown".to_owned(),
    }
}

fn between(date: &EventDate, first: NaiveDate, last: NaiveDate) -> String {
    // Begin and end both known to the day: it lasted; otherwise it lies somewhere within.
    if date.begin.as_day().is_some() && date.end.as_day().is_some() {
        span_of_days(first, last)
    } else {
        format!("between {} and {}", date_label(first), date_label(last))
    }
}

/// `3–9 March 2026`, `30 April – 2 May 2026`, `30 December 2025 – 2 January 2026`.
pub fn span_of_days(first: NaiveDate, last: NaiveDate) -> String {
    if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{}", first.day(), date_label(last))
    } else if first.year() == last.year() {
        format!("{} {} – {}", first.day(), month_name(first.month()), date_label(last))
    } else {
        format!("{} – {}", date_label(first), date_label(last))
    }
}

/// The name of the calendar unit that runs from `first` to `last`, if they are one.
fn whole_unit(first: NaiveDate, last: NaiveDate, precision: Precision) -> Option<String> {
    let after = last.succ_opt()?;
    let months = (after.year() - first.year()) * 12 + after.month0() as i32 - first.month0() as i32;
    if first.day() != 1 || after.day() != 1 {
        let is_week = precision == Precision::Week && (last - first).num_days() == 6;
        return is_week.then(|| format!("the week of {}", span_of_days(first, last)));
    }
    let year = year_label(first.year());
    match (months, first.month0()) {
        (1, _) => Some(format!("{} {year}", month_name(first.month()))),
        (3, month) if month % 3 == 0 && precision == Precision::Quarter => {
            Some(format!("quarter {} of {year}", month / 3 + 1))
        }
        (3, _) if precision == Precision::Season => Some(format!(
            "{} {year} – {} {}",
            month_name(first.month()),
            month_name(last.month()),
            year_label(last.year())
        )),
        (12, 0) => Some(year),
        (120, 0) if first.year().rem_euclid(10) == 0 && first.year() > 0 => Some(format!("the {}s", first.year())),
        (more, 0) if more > 12 && more % 12 == 0 => Some(format!("{year} – {}", year_label(last.year()))),
        _ => None,
    }
}

/// `10:00`, if the date has a time of day.
pub fn clock(date: &EventDate) -> Option<String> {
    date.clock.map(|clock| format!("{:02}:{:02}", clock.minute / 60, clock.minute % 60))
}

/// `92 %`.
pub fn percent(confidence: f32) -> String {
    format!("{:.0} %", f64::from(confidence.clamp(0.0, 1.0)) * 100.0)
}

/// The grain of a date.
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Minute => "minute",
        Precision::Hour => "hour",
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Quarter => "quarter",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::Century => "century",
        Precision::Range => "range",
    }
}

/// The sort of an event.
pub fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Happening => "event",
        EventKind::Statement => "statement",
        EventKind::Photo => "photo",
    }
}

/// What is to be said about an event that did not simply happen.
pub fn modality(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Actual => None,
        Modality::Planned => Some("planned"),
        Modality::Hypothetical => Some("possible, not stated as fact"),
        Modality::Negated => Some("did not happen, says the article"),
    }
}

/// A sort of entities, as the heading of a list.
pub fn entity_kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organisation => "Organisations",
        EntityKind::Group => "Groups",
        EntityKind::Place => "Places",
    }
}

/// One entity's sort.
pub fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Group => "group",
        EntityKind::Place => "place",
    }
}

/// A participant's part, where it tells something.
pub fn part(part: Part) -> Option<&'static str> {
    match part {
        Part::Agent => None,
        Part::Patient => Some("concerned"),
        Part::Other => Some("named"),
    }
}

/// How a quote renders what was said: `direct · said`.
pub fn quote_kind(quote: &Quote, text: &str, speaker_form: Option<MentionForm>) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "partly direct",
    };
    let mut words = kind.to_owned();
    if let Some(cue) = quote.cue {
        words.push_str(&format!(" · {}", one_line(cue.of(text))));
    }
    let source = quote.source.map(|span| one_line(span.of(text)));
    match (speaker_form, source) {
        (Some(MentionForm::Pronoun | MentionForm::Nominal), Some(source)) => {
            words.push_str(&format!(" · “{source}”: speaker inferred"))
        }
        (_, None) if quote.speaker.is_some() => words.push_str(" · speaker inferred"),
        _ => {}
    }
    words
}

/// Everybody who speaks, by name.
pub fn speakers(quote: &Quote, entities: &[Entity]) -> String {
    let names = quote.speakers().filter_map(|id| entities.get(id.index()));
    names.map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What to say where nobody is known to speak: the words that name somebody, and who comes nearest.
pub fn unknown_speaker(quote: &Quote, text: &str, entities: &[Entity]) -> String {
    let mut words = match quote.source {
        Some(source) => format!("“{}”, unnamed", one_line(source.of(text))),
        None => "Speaker unknown".to_owned(),
    };
    let nearest = quote.nearest.as_ref().and_then(|near| Some((entities.get(near.entity.index())?, &near.reason)));
    if let Some((who, reason)) = nearest {
        words.push_str(&format!(" — nearest: {}, {}", who.name, one_line(reason)));
    }
    words
}

/// By which rule a quote's speaker was found, and how sure that is.
pub fn quote_rule(quote: &Quote) -> String {
    match quote.speaker {
        Some(_) => format!("Speaker by rule {}, {} sure", quote.rule, percent(quote.confidence)),
        None => format!("No speaker found: rule {}", quote.rule),
    }
}

/// How an article's "today" was found, in a few words; the explanation tells it whole.
pub fn reference_short(reference: &ReferenceDate) -> String {
    match (reference.range.earliest, reference.range.latest) {
        _ if reference.range.is_open() => "not known".to_owned(),
        (Some(first), Some(last)) if first != last => {
            let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
            let from = if is_one_month { first.day().to_string() } else { short_day_of_month(first) };
            format!("{from}–{} {}", short_day_of_month(last), year_label(last.year()))
        }
        _ => range(reference.range),
    }
}

/// `6 Jan`.
fn short_day_of_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), short_month(day.month()))
}

/// `text` with its first letter a capital.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `text` on one line, its white space single.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` cut after `limit` characters with an ellipsis.
pub fn shortened(text: &str, limit: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// `1 event`, `3 events`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { many })
}

/// `12,345`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Reads a date that a user typed: `2026-01-06`, `6 January 2026`, `6 Jan 2026`, `January 6, 2026`.
///
/// Orders that two countries read differently, such as 6/1/2026, are not guessed.
pub fn date_from_words(words: &str) -> Option<NaiveDate> {
    let words = words.trim().replace(',', " ");
    let formats = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%Y %m %d"];
    let words = one_line(&words);
    formats.iter().find_map(|format| NaiveDate::parse_from_str(&words, format).ok())
}

/// Where words come from, for a report: title, publisher, day, then the page's address or the file.
pub fn citation(entry: &Entry) -> String {
    let article = &*entry.article;
    let mut parts = vec![one_line(entry.title())];
    parts.extend(article.publisher.iter().map(|name| one_line(name)));
    parts.extend(entry.extraction.reference_date.range.as_day().map(date_label));
    parts.push(article.url.clone().unwrap_or_else(|| article.source.path.clone()));
    parts.join(", ")
}

/// A passage with its source, for a report; a quote with its speaker.
pub fn cited(entry: &Entry, span: Span, speaker: Option<&str>) -> String {
    let words = one_line(span.of(&entry.article.text));
    let speaker = speaker.map(|name| format!(" — {name}")).unwrap_or_default();
    format!("{words}{speaker}\n{}", citation(entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DateBasis, EntityId, Nearest, Standing};

    #[test]
    fn an_unknown_speaker_is_said_to_be_unknown() {
        let ana = Entity {
            kind: EntityKind::Person,
            name: "Ana Ruiz".to_owned(),
            aliases: Vec::new(),
            role: None,
            standing: Standing::Story,
            mentions: Vec::new(),
        };
        let mut quote = Quote {
            kind: QuoteKind::Direct,
            span: Span::new(0, 4),
            parts: vec![Span::new(0, 4)],
            speaker: None,
            joint: Vec::new(),
            source: None,
            cue: None,
            rule: "unattributed",
            confidence: 0.1,
            nearest: None,
        };
        assert_eq!(unknown_speaker(&quote, "Yes, a man said", &[]), "Speaker unknown");
        quote.nearest = Some(Nearest { entity: EntityId::at(0), reason: "named two sentences before".to_owned() });
        let words = "Speaker unknown — nearest: Ana Ruiz, named two sentences before";
        assert_eq!(unknown_speaker(&quote, "Yes, a man said", &[ana]), words);
        (quote.source, quote.nearest) = (Some(Span::new(5, 10)), None);
        assert_eq!(unknown_speaker(&quote, "Yes, a man said", &[]), "“a man”, unnamed");
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn date(begin: DateRange, end: DateRange, precision: Precision) -> EventDate {
        let (timexes, explanation) = (Vec::new(), String::new());
        EventDate {
            begin,
            end,
            precision,
            clock: None,
            basis: DateBasis::Explicit,
            timexes,
            confidence: 0.9,
            explanation,
        }
    }

    #[test]
    fn dates_read_like_a_person_wrote_them() {
        let (first, last) = (day(2026, 3, 1), day(2026, 3, 31));
        let march = DateRange::new(first, last);
        let cases = [
            (
                DateRange::day(day(2026, 1, 6)),
                DateRange::day(day(2026, 1, 6)),
                Precision::Day,
                "Tuesday 6 January 2026",
            ),
            (march, march, Precision::Month, "March 2026"),
            (DateRange::day(day(2026, 3, 3)), DateRange::day(day(2026, 3, 9)), Precision::Range, "3–9 March 2026"),
            (
                DateRange::new(day(2026, 3, 3), day(2026, 4, 9)),
                DateRange::new(day(2026, 3, 3), day(2026, 4, 9)),
                Precision::Range,
                "between 3 March 2026 and 9 April 2026",
            ),
            (DateRange::day(day(2024, 5, 5)), DateRange::default(), Precision::Day, "since 5 May 2024"),
            (
                DateRange { earliest: None, latest: Some(last) },
                DateRange { earliest: None, latest: Some(last) },
                Precision::Day,
                "by 31 March 2026",
            ),
            (
                DateRange::new(day(-43, 1, 1), day(-43, 12, 31)),
                DateRange::new(day(-43, 1, 1), day(-43, 12, 31)),
                Precision::Year,
                "44 BCE",
            ),
        ];
        for (begin, end, precision, words) in cases {
            assert_eq!(event_date(&date(begin, end, precision)), words);
        }
    }

    #[test]
    fn typed_dates_are_read_when_they_are_unmistakable() {
        for words in ["2026-01-06", "6 January 2026", "6 Jan 2026", "January 6, 2026", " 2026-01-06 "] {
            assert_eq!(date_from_words(words), Some(day(2026, 1, 6)), "{words}");
        }
        for words in ["", "6/1/2026", "tomorrow", "2026-13-01"] {
            assert_eq!(date_from_words(words), None, "{words}");
        }
    }

    #[test]
    fn numbers_have_separators() {
        assert_eq!([999, 1_000, 1_234_567].map(thousands), ["999", "1,000", "1,234,567"]);
    }
}
