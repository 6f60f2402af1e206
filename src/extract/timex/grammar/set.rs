//! Recurring times: "every Tuesday", "each year", "daily", "twice a month", "per day", "Mondays".

use super::Parser;
use super::clock::part_code;
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::holiday::Rule;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Amount, Field, Found, Meaning, When, Year};

impl Parser<'_> {
    pub(super) fn set(&self, at: usize) -> Option<Found> {
        let word = self.words.get(at)?;
        let set = |end, value: String| Some(Found::new(at, end, "set", Meaning::Set(value)));
        if word.is(class::WEEKDAYS) && word.capital {
            return set(at + 1, format!("XXXX-WXX-{}", word.entry.value));
        }
        // "an everyday matter" is a common one.
        let common = self.lit(at, "everyday") && self.before(at, &["a", "an"]);
        if word.is(class::FREQUENCY) && !common && !(word.capital && at > 0 && self.capital(at + 1)) {
            let unit = word.entry.unit?;
            let two = self.any(at, &["fortnightly"]);
            return set(at + 1, unit.duration_value(if two { "2" } else { "1" }));
        }
        if word.is(class::EACH) {
            return self.each(at);
        }
        self.rate(at)
    }

    /// "Tuesday nights"; "Monday" in "Monday and Tuesday nights".
    pub(super) fn weekday_nights(&self, at: usize) -> Option<Found> {
        let weekday = |i: usize| self.words.get(i).filter(|w| w.capital && w.is(class::WEEKDAY));
        let day = weekday(at)?.entry.value;
        let joined = self.any(at + 1, &["and", "or"]) && weekday(at + 2).is_some();
        let parts = at + 1 + 2 * usize::from(joined);
        let part = match self.word(parts) {
            "mornings" => "TMO",
            "afternoons" => "TAF",
            "evenings" => "TEV",
            "nights" => "TNI",
            _ => return None,
        };
        let end = if joined { at + 1 } else { parts + 1 };
        Some(Found::new(at, end, "set/weekday-part", Meaning::Set(format!("XXXX-WXX-{day}{part}"))))
    }

    /// "every Tuesday", "each year", "every two weeks", "every other day", "each July".
    fn each(&self, at: usize) -> Option<Found> {
        let set = |end, value: String| Some(Found::new(at, end, "set/each", Meaning::Set(value)));
        if self.lit(at, "any") {
            return None;
        }
        // "every other Tuesday", "every second Tuesday"
        let named = at + 1 + usize::from(self.any(at + 1, &["other", "second"]) && self.is(at + 2, class::WEEKDAY));
        let word = self.words.get(named)?;
        if word.is(class::WEEKDAY) && word.capital {
            let part =
                self.words.get(named + 1).filter(|w| w.is(class::DAY_PART)).and_then(|w| part_code(w.entry.value));
            let end = named + 1 + usize::from(part.is_some());
            return set(
                end,
                format!("XXXX-WXX-{}{}", word.entry.value, part.map_or(String::new(), |p| format!("T{p}"))),
            );
        }
        // "every Christmas"
        if let Some(feast) = self.holiday(at + 1)
            && let Meaning::Date(When::Field { year: Year::Unknown, field: Field::Holiday(rule), .. }) = feast.meaning
        {
            let value = match rule {
                Rule::Fixed(month, day) => format!("XXXX-{month:02}-{day:02}"),
                _ => "P1Y".to_owned(),
            };
            return set(feast.end, value);
        }
        if let Some(day) = self.date(at + 1)
            && let Meaning::Date(When::Field { year: Year::Unknown, field: Field::Day(month, of_month), .. }) =
                day.meaning
        {
            return set(day.end, format!("XXXX-{month:02}-{of_month:02}"));
        }
        if let Some((month, end)) = self.month(at + 1) {
            return set(end, format!("XXXX-{month:02}"));
        }
        if word.is(class::SEASON) {
            return set(at + 2, format!("XXXX-{}", word.entry.season?.code()));
        }
        if word.is(class::DAY_PART) && !self.lit(at, "per") {
            return set(at + 2, format!("XXXX-XX-XXT{}", part_code(word.entry.value)?));
        }
        let other = usize::from(self.lit(at + 1, "other"));
        let (count, next) = match self.number(at + 1 + other) {
            Some((n, next)) if !self.lit(at, "per") => (Amount::Exact(n), next),
            _ if self.lit(at + 1, "few") => (Amount::Unknown, at + 2),
            _ => (Amount::Exact(if other == 1 { 2 } else { 1 }), at + 1 + other),
        };
        // "15 instructions per second" is a speed.
        let unit = self.any_unit(next).filter(|unit| *unit >= Unit::Hour || !self.lit(at, "per"))?;
        set(next + 1, unit.duration_value(&count.text()))
    }

    /// "a year" after an amount or a rate: "$33 million a year", "once a week", "15 a day".
    fn rate(&self, at: usize) -> Option<Found> {
        if !self.any(at, &["a", "an"]) || at == 0 {
            return None;
        }
        let unit = self.unit(at + 1).filter(|u| *u >= Unit::Hour && *u != Unit::Weekend && *u != Unit::Quarter)?;
        if self.is(at + 2, class::SHIFT) && !self.any(at + 2, &["from", "after", "before", "since"])
            || self.hyphen(at + 2)
        {
            return None;
        }
        let before = self.words.get(at - 1)?;
        let number = before.shape == crate::extract::timex::words::Shape::Digits || before.is(class::NUMBER);
        let counted = self.after_listed(at, "times once twice million billion trillion dollars percent barrels people hours days tons tonnes ounce cents least") && !self.before(at, &["least"]);
        let amount_nearby = before.shape == crate::extract::timex::words::Shape::Letters
            && before.span.of(self.text).ends_with('s')
            && at >= 2
            && (self.words[at - 2].shape == crate::extract::timex::words::Shape::Digits
                || self.is(at - 2, class::NUMBER));
        (number || counted || amount_nearby)
            .then(|| Found::new(at, at + 2, "set/rate", Meaning::Set(unit.duration_value("1"))))
    }
}
