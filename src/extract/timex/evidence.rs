//! What an article as a whole says about its ambiguous forms: whether quarters are a year's or a game's, whether
//! slashed dates put the day first, and whether it tells news or history.

use super::calendar::{Season, Unit};
use super::grammar::Evidence;
use super::lexicon::class;
use super::meaning::{Field, From, Lean, Meaning, When, Year};
use super::words::{Shape, Word};
use crate::model::Article;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Codes of topic words in the list.
const BUSINESS: i32 = 2;
const SPORT: i32 = 3;

/// On which half of the earth the seasons of an article lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hemisphere {
    #[default]
    North,
    /// The paper is one of the south.
    South,
    /// The article tells of the south; where it is written is not known.
    Unsure,
}

/// Reads the hemisphere off the publisher, the page's address and the places that the text names.
pub fn hemisphere(article: &Article, words: &[Word]) -> Hemisphere {
    if !words.iter().any(|w| w.is(class::SEASON)) {
        return Hemisphere::North;
    }
    let publisher = article.publisher.as_deref().unwrap_or_default();
    let southern = |name: &str| side_of(name) == Some(true);
    const ENDINGS: [&str; 7] = [".au", ".nz", ".za", ".ar", ".cl", ".zw", ".na"];
    if publisher.split(' ').any(southern) || is_of_country(article, &ENDINGS) {
        return Hemisphere::South;
    }
    let (mut south, mut north) = (0, 0);
    for word in words.iter().filter(|w| w.capital) {
        match side_of(word.span.of(&article.text)) {
            Some(true) => south += 1,
            Some(false) => north += 1,
            None => {}
        }
    }
    // "the summer of 2013-14" turns the year only in the south.
    let turning = words.windows(5).any(|w| {
        let [season, .., first, joint, last] = w else { return false };
        let summer = season.entry.season == Some(Season::Summer) && season.is(class::SEASON);
        summer
            && first.len() == 4
            && matches!(joint.byte, b'-' | b'/')
            && last.shape == Shape::Digits
            && last.len() == 2
    });
    match south > north {
        _ if turning && north == 0 => Hemisphere::South,
        true => Hemisphere::Unsure,
        false => Hemisphere::North,
    }
}

/// Whether the page's address ends with a country's letters.
fn is_of_country(article: &Article, endings: &[&str]) -> bool {
    let host = article.url.as_deref().and_then(|url| url.split('/').nth(2)).unwrap_or_default();
    endings.iter().any(|ending| host.ends_with(ending))
}

/// Whether the paper is of a country that writes the day before the month: 2/3/2026 is in March.
pub fn prints_day_first(article: &Article) -> bool {
    const ENDINGS: [&str; 12] = [".uk", ".ie", ".au", ".nz", ".in", ".pk", ".bd", ".lk", ".ng", ".ke", ".za", ".sg"];
    is_of_country(article, &ENDINGS)
}

/// Whether a place is one of the south, or of the north.
fn side_of(word: &str) -> Option<bool> {
    static PLACES: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
        let lines = include_str!("../../../assets/lexicon/en/hemispheres.txt").lines();
        let sides = lines.filter_map(|line| line.split_once(' ')).filter(|(side, _)| *side != "#");
        sides.flat_map(|(side, places)| places.split(' ').map(move |place| (place, side == "south"))).collect()
    });
    PLACES.get(word.to_ascii_lowercase().as_str()).copied()
}

/// Reads the evidence off the words.
pub fn of_words(text: &str, words: &[Word]) -> Evidence {
    let topic = |code| words.iter().filter(|w| w.is(class::OTHER) && w.entry.value == code).count();
    let (business, sport) = (topic(BUSINESS), topic(SPORT));
    Evidence {
        day_first: words.windows(5).any(is_day_first) || by_weekday(words).unwrap_or_else(|| writes_day_first(words)),
        sport: sport > business,
        business: business >= 3 && business > sport,
        bc_year: words.windows(4).find_map(|w| bc_year(text, w)),
        old_years: words.windows(2).any(|w| is_old_year(text, w)),
    }
}

fn is_day_first(words: &[Word]) -> bool {
    let [a, slash, b, second, c] = words else { return false };
    let numbers = [a, b, c].iter().all(|w| w.shape == Shape::Digits);
    numbers
        && slash.byte == b'/'
        && second.byte == b'/'
        && !slash.spaced
        && a.value > 12
        && a.value <= 31
        && b.value <= 12
}

/// "Sunday (7/12/2025)": the weekday fits one order of day and month, not the other.
fn by_weekday(words: &[Word]) -> Option<bool> {
    let fits = |weekday: i32, year: i32, month: i32, day: i32| {
        let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
        Some(i64::from(date.weekday().number_from_monday()) == i64::from(weekday))
    };
    let decided = |window: &[Word]| {
        let [name, mark, a, first, b, second, c] = window else { return None };
        let numbers = [a, b, c].iter().all(|w| w.shape == Shape::Digits) && c.len() == 4;
        let slashes = first.byte == b'/' && second.byte == b'/';
        if !(name.is(class::WEEKDAY) && matches!(mark.byte, b'(' | b',') && numbers && slashes) {
            return None;
        }
        let day_first = fits(name.entry.value, c.value, b.value, a.value).unwrap_or(false);
        let month_first = fits(name.entry.value, c.value, a.value, b.value).unwrap_or(false);
        (day_first != month_first).then_some(day_first)
    };
    words.windows(7).find_map(decided)
}

/// Whether the article's written dates put the day first, "7 December", more often than "December 7".
fn writes_day_first(words: &[Word]) -> bool {
    let is_day = |w: &Word| w.shape == Shape::Digits && w.len() <= 2 && (1..=31).contains(&w.value);
    let is_month = |w: &Word| w.is(class::MONTH) && w.capital;
    let pairs = || words.windows(2).filter_map(|w| if let [a, b] = w { Some((a, b)) } else { None });
    let day_month = pairs().filter(|(a, b)| is_day(a) && is_month(b)).count();
    let month_day = pairs().filter(|(a, b)| is_month(a) && is_day(b)).count();
    day_month > month_day
}

/// "in 1618": only years stand behind "in" and months.
fn is_old_year(text: &str, words: &[Word]) -> bool {
    let [before, year] = words else { return false };
    let named = before.is(class::MONTH) || before.span.of(text).eq_ignore_ascii_case("in");
    named && year.shape == Shape::Digits && year.len() == 4 && (1000..1800).contains(&year.value)
}

fn bc_year(text: &str, words: &[Word]) -> Option<i32> {
    let [number, era, second, third] = words else { return None };
    let plain = era.is(class::ERA) && era.entry.value < 0 && era.capital;
    let dotted = era.span.of(text) == "B" && second.byte == b'.' && third.span.of(text) == "C";
    let fits = number.shape == Shape::Digits && !number.fancy && number.value > 0 && number.value < 3000;
    (fits && (plain || dotted)).then_some(1 - number.value)
}

/// Whether an expression hangs on the article's day as only news does, known or not: a bare weekday, "yesterday",
/// "last week".
pub fn is_news(meaning: &Meaning) -> bool {
    let (Meaning::Date(when) | Meaning::Time(Some(when), _)) = meaning else { return false };
    match when {
        When::Weekday { lean: Lean::None | Lean::Last | Lean::Next, .. } => true,
        When::Offset { unit, from: From::Reference, .. } => *unit <= Unit::Week,
        when if leans_on_today(when) => true,
        _ => false,
    }
}

/// "this past April", "this March": counted from the article's day.
fn leans_on_today(when: &When) -> bool {
    matches!(when, When::Field { year: Year::Unknown, lean: Lean::Last | Lean::This, .. })
}

/// Whether the expressions are those of a history: stated past years outweigh "today", "last week" and bare weekdays.
pub fn is_narrative(meanings: &[&Meaning], reference: Option<NaiveDate>) -> bool {
    let this_year = reference.map(|d| d.year());
    let mut stated = 0usize;
    let mut deictic = 0usize;
    for meaning in meanings {
        let when = match meaning {
            Meaning::Date(when) | Meaning::Time(Some(when), _) => when,
            _ => continue,
        };
        match when {
            When::Field { year: Year::Is(y), field, .. } if *field != Field::Whole => {
                stated += usize::from(this_year.is_none_or(|now| *y < now - 1));
            }
            When::Period(p) => stated += usize::from(this_year.is_none_or(|now| p.year() < now - 1)),
            When::Offset { from: From::Reference, .. } => deictic += 1,
            When::Weekday { lean: Lean::None | Lean::Last | Lean::Next, .. } => deictic += 1,
            when if leans_on_today(when) => deictic += 1,
            _ => {}
        }
    }
    stated >= 4 && stated > 2 * deictic
}
