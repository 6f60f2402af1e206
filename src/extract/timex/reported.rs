//! Which quarter an article reports on. News of results names a quarter once and then says "the quarter", "a year earlier",
//! "the 1988 period": all hang on that one, and a quarter named in passing must not take its place.

use super::calendar::{Period, Unit};
use super::lexicon::class;
use super::meaning::{Amount, Found, Meaning, When};
use super::resolve::{Context, Outlook, Resolved};
use super::words::Word;

/// The day in "the fiscal first quarter ended Sept. 30".
pub fn ended_on(text: &str, words: &[Word], all: &[Found], quarter: &Found) -> Option<When> {
    let word = words.get(quarter.end)?.span.of(text);
    let date = all.iter().find(|f| f.start == quarter.end + 1)?;
    match date.meaning {
        Meaning::Date(when) if matches!(word, "ended" | "ending") => Some(when),
        _ => None,
    }
}

/// Whether the words of a quarter say that it is one of a business year.
pub fn named_fiscal(text: &str, words: &[Word], found: &Found) -> bool {
    let own = words.get(found.start..found.end).unwrap_or_default();
    own.iter().any(|w| w.is(class::FISCAL) && !w.span.of(text).eq_ignore_ascii_case("calendar"))
}

/// Whether a quarter becomes the one that results are told of: not one that is compared with ("a year earlier", "the
/// 1988 third quarter" after that of 1989) nor one to come.
pub fn is_reported(context: &Context, resolved: &Resolved, period: Period) -> bool {
    let compared = resolved.rule.starts_with("shift")
        || context.quarter.is_some_and(|told| {
            let back = told.period.year() - period.year();
            back > 0 && told.period.years_later(-back) == Some(period)
        });
    let begun = |first| context.reference.is_none_or(|day| first <= day);
    !compared && !context.in_passing && period.first_day().is_some_and(begun)
}

/// Whether a quarter is no more than mentioned: what came before the one told ("After a flat second quarter, it gained"), or
/// what is foretold ("the slump will go on into the fourth quarter").
pub fn is_in_passing(
    context: &Context,
    text: &str,
    words: &[Word],
    found: &Found,
    quarter: &Resolved,
    outlook: impl Fn() -> Outlook,
) -> bool {
    const REACH: usize = 3;
    let Some(days) = quarter.period.and_then(Period::range) else { return false };
    let told = context.quarter.and_then(|told| told.period.first_day());
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let after = || before.iter().any(|w| w.span.of(text).eq_ignore_ascii_case("after"));
    let going_on = context.reference.is_some() && days.latest >= context.reference;
    told.is_some() && days.earliest < told && after() || going_on && outlook() == Outlook::Future
}

/// Whether results are now told of a longer time than a quarter: "in the first nine months", "for the year ended June".
pub fn ends_quarter(found: &Found) -> bool {
    let months = matches!(found.meaning, Meaning::Duration((Amount::Exact(6 | 9), Unit::Month), ..));
    months || matches!(found.rule, "duration/first" | "duration/year-ended")
}

/// Whether "last year" is compared with the quarter told: "in the quarter it lost $4 million, up from $3 million last year",
/// "Last year's results were hurt by a strike".
pub fn is_compared(context: &Context, text: &str, words: &[Word], found: &Found) -> bool {
    const REACH: usize = 12;
    let Some(told) = context.quarter else { return false };
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let clause = || before.iter().rev().take_while(|w| w.byte != b';');
    let compared = || clause().any(|w| is(w, &["from", "compared", "against", "versus"]));
    let owner = words.get(found.end).is_some_and(|w| w.byte == b'\'');
    let results = || owner && words.get(found.end + 2).is_some_and(|w| is(w, &["results", "figures"]));
    // "It lost $4 million, compared with a gain of $3 million last year", in the paragraph behind.
    let money = || clause().any(|w| w.byte == b'$' || is(w, &["million", "billion"]));
    let sums = || clause().any(|w| is(w, &["compared"])) && money();
    told.sentence == context.sentence && compared()
        || told.block == context.block && results()
        || context.block.saturating_sub(told.block) <= 1 && sums()
}

#[cfg(test)]
mod tests {
    use crate::extract::timex::testing::read;

    #[test]
    fn what_is_compared_is_the_quarter_reported_on() {
        const PROFIT: &str = "Net income, profit and revenue of Vik Mills rose in the third quarter.";
        for (text, value) in [
            (
                "In the latest quarter the unit lost $3 million, compared with a gain of $4 million last year.",
                "2024-Q3",
            ),
            ("Sales rose to $9 million, from $8 million in last year's quarter.", "2024-Q3"),
            ("Sales rose in the latest quarter. Last year's results were hurt by a strike.", "2024-Q3"),
            (
                "A year ago, in the second quarter ended Sept. 30, it lost money. In that quarter a mill burnt.",
                "2025-Q2",
            ),
            ("In the second quarter ended November 30, it lost money. In that quarter a mill burnt.", "2024-Q2"),
            ("Mills lost $4 million, compared with a gain of $3 million last year.", "2024-Q3"),
            ("Mills has 40 shops, compared with 30 last year.", "2024"),
            ("This quarter's loss includes $4 million for a mill.", "2025-Q3"),
            ("This quarter's loss will include $4 million for a mill.", "2025-Q4"),
            // What is told of a year is compared with a year.
            ("It has 40 shops, up from 30 last year.", "2024"),
            ("After a flat second quarter, sales grew. Costs were lower than a year ago.", "2024-Q3"),
            ("Its unit reported on the second quarter. Costs were lower than a year ago.", "2024-Q2"),
            ("The slump will go on into the fourth quarter. Costs were lower than a year ago.", "2024-Q3"),
            ("The slump will go on into the first two quarters of 2026. Costs were lower than a year ago.", "2024-Q3"),
        ] {
            let found = read(&format!("{PROFIT}\n{text}"), "2025-10-29");
            assert_eq!(found.last().map(|t| t.value.as_str()), Some(value), "{text}: {found:?}");
        }
    }
}
