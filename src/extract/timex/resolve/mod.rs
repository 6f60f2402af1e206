//! Resolution: from what an expression says to the days it means, by the article's day, tense, and the date under
//! discussion (the last date that the text mentioned, which histories chain forward from).

mod awaited;
mod outlook;
mod quarter;
mod relative;
mod time;
mod weekday;
mod written;

pub use outlook::{Outlook, outlook};
pub use time::part_of_day;
pub use written::period_in;

use super::calendar::Period;
use super::chronicle::{Entry, Order};
use super::evidence::Hemisphere;
use super::meaning::{Amount, Found, Meaning, Stretch};
use crate::model::{Clock, DateRange, TimexAnchor, TimexId, TimexKind};
use chrono::NaiveDate;

/// A date that the text mentioned and later expressions may hang on.
#[derive(Clone, Copy, Debug)]
pub struct Focus {
    pub period: Period,
    pub timex: TimexId,
    /// The block it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Whether the text states its year.
    pub absolute: bool,
    /// Whether it only bounds something ("since April 15, 2023"): the story is not told of that day.
    pub is_bound: bool,
    /// Whether it hangs on a date before it ("that June"): the passage tells one day after the other.
    pub is_chained: bool,
    /// Whether it is the evening or night of its day: the morning told next is that of the day after.
    pub is_night: bool,
}

/// A word before a date that tells of itself on which side of the article's day it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cue {
    #[default]
    None,
    /// "The year ended June 30" is over, "since April" has begun.
    Ended,
    /// "Through January" means the nearer one.
    Through,
    /// What "should open before Christmas" is to be done by the next one.
    Deadline,
    /// "began in January": then, where "voted to leave in January" and "orders for January" may be of the next one.
    Done,
    /// "is to open on 8 September", "will be held on": a day to come, be the last one of that name nearer.
    ToCome,
}

impl Cue {
    /// The cue that a word gives, behind the words `before` it.
    pub fn of(word: &str, mut before: impl Iterator<Item = impl AsRef<str>>) -> Self {
        match word {
            "in" if !before.any(|w| matches!(w.as_ref(), "to" | "of" | "for")) => Self::Done,
            "on" if is_set(before) => Self::ToCome,
            "ended" | "since" => Self::Ended,
            "through" => Self::Through,
            "before" | "by" => Self::Deadline,
            _ => Self::None,
        }
    }
}

/// Whether the words before a date, the nearest first, are a verb of what is set for it: "will be held", "is due to open".
fn is_set(before: impl Iterator<Item = impl AsRef<str>>) -> bool {
    const NEAR: usize = 5;
    let mut to = false;
    for word in before.take(NEAR) {
        match word.as_ref() {
            "will" => return true,
            "is" | "are" if to => return true,
            "was" | "were" | "had" | "," => return false,
            word => to |= word == "to",
        }
    }
    false
}

/// What is known when an expression is resolved.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The article's day.
    pub reference: Option<NaiveDate>,
    /// Whether the article tells history rather than news.
    pub narrative: bool,
    /// How many expressions of the writer's own time ("today", "last month") stood in a row, and the block of the last.
    pub writers: (usize, usize),
    /// Where its seasons lie.
    pub hemisphere: Hemisphere,
    /// Whether it is about business: "a year earlier" compares quarters.
    pub business: bool,
    /// The date under discussion.
    pub focus: Option<Focus>,
    /// The months that the text gave with their year before the article's: in which year each was last meant.
    pub named_months: [Option<(i32, TimexId)>; 12],
    /// The year of the last date mentioned, be it in passing: what "that year" means.
    pub named_year: Option<(i32, TimexId)>,
    /// The year that opens a sentence, "[Last year], two men drowned on May 3": that of its dates without one; the sentence.
    pub opened_year: Option<(i32, TimexId, usize)>,
    /// For a part of a day: the day told of behind it, "killed overnight, police said [on Sunday]", "in midday trading [Friday]".
    pub day_behind: Option<(Period, TimexId)>,
    /// The bare year that the block itself last told of: what "four years later" is counted from.
    pub told_year: Option<Focus>,
    /// Whether the page is kept up to date, the latest entry first: their clock times are of the article's day.
    pub live: bool,
    /// The last day mentioned that is not after the article's: what a clock time in a past clause belongs to.
    pub told: Option<Focus>,
    /// The last day mentioned that is after the article's: what a clock time in a clause that looks ahead belongs to.
    pub ahead: Option<Focus>,
    /// The last past days told of with a part of theirs: what a clock time in that part belongs to.
    pub told_parts: [Option<Focus>; 4],
    /// The year that stands alone above the passage, as in a chronicle: the year of its dates without one.
    pub section_year: Option<(i32, TimexId)>,
    /// The last quarter or fiscal period mentioned.
    pub quarter: Option<Focus>,
    /// Its days, which for a business year's quarter are not those of its name.
    pub quarter_days: Option<DateRange>,
    /// The weekday that closes the range which the expression begins, "[Monday] to Friday", and whether what is told may last
    /// still: "were suspended from …".
    pub range_end: Option<(u32, bool)>,
    /// The day that began the range which the expression closes: "Monday to [Friday]".
    pub range_begun: Option<(NaiveDate, TimexId)>,
    /// What the word before the expression says.
    pub cue: Cue,
    /// Whether the expression opens its sentence.
    pub opens: bool,
    /// Whether it heads what is told: closed by a colon or dash, or alone in its line.
    pub heads: bool,
    /// The order of the entries, if the article is a chronicle.
    pub entries: Option<Order>,
    /// The head of the last entry of a chronicle.
    pub entry: Option<Entry>,
    /// Whether it is told of every year: "usually freezes in January".
    pub habitual: bool,
    /// Whether its day is counted from another: "at 6 a.m. ten days before the shooting".
    pub counted_off: bool,
    /// Whether it is a quarter named in passing, which does not become the one reported on.
    pub in_passing: bool,
    /// Whether "last year" is compared with the quarter told.
    pub compares: bool,
    /// Whether "had" stands before it, or behind where it opens the sentence: the clause tells of what was before.
    pub looks_back: bool,
    /// The block of the expression.
    pub block: usize,
    /// Its sentence.
    pub sentence: usize,
}

/// A resolved expression.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub kind: TimexKind,
    pub value: String,
    pub range: Option<DateRange>,
    /// The days a duration leaning on the article's day reaches over.
    pub extent: Option<DateRange>,
    pub clock: Option<Clock>,
    pub anchor: TimexAnchor,
    /// How the rule was applied: appended to the rule's name.
    pub rule: &'static str,
    pub reading: String,
    /// What later expressions may hang on.
    pub period: Option<Period>,
    pub absolute: bool,
}

impl Resolved {
    pub(super) fn date(period: Period, anchor: TimexAnchor, rule: &'static str, reading: String) -> Self {
        Self {
            kind: TimexKind::Date,
            value: period.value(),
            range: period.range(),
            extent: None,
            clock: None,
            anchor,
            rule,
            reading,
            period: Some(period),
            absolute: false,
        }
    }

    pub(super) fn unknown(value: impl Into<String>, rule: &'static str, reading: impl Into<String>) -> Self {
        Self {
            kind: TimexKind::Date,
            value: value.into(),
            range: None,
            extent: None,
            clock: None,
            anchor: TimexAnchor::None,
            rule,
            reading: reading.into(),
            period: None,
            absolute: false,
        }
    }

    pub(super) fn kind(mut self, kind: TimexKind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) fn stated(mut self) -> Self {
        self.absolute = true;
        self
    }
}

impl Context {
    /// The date under discussion, if it is near enough to hang on: in a history anywhere before, in news in this or
    /// the block before.
    pub(super) fn near_focus(&self) -> Option<Focus> {
        // "By 2027 it will have ten. … It was to open the next morning": nothing told hangs on the bound of what is to come.
        let ahead = |f: &Focus| f.is_bound && self.reference.is_some_and(|day| f.period.first_day() > Some(day));
        self.focus.filter(|f| (self.narrative || self.block.saturating_sub(f.block) <= 1) && !ahead(f))
    }

    /// Whether the passage tells history: the article does, or the date under discussion has a stated year that is not
    /// the article's.
    pub(super) fn is_passage_narrative(&self) -> bool {
        if self.narrative {
            return true;
        }
        // Without the article's day only a day that something is told of lends its year, not one that bounds.
        let told = |f: &Focus| self.reference.is_some() || !f.is_bound;
        let fine =
            |f: &Focus| f.absolute && f.block == self.block && f.period.unit() < super::calendar::Unit::Year && told(f);
        let Some(focus) = self.focus.filter(fine) else { return false };
        self.reference.is_none_or(|day| focus.period.year() < chrono::Datelike::year(&day) - 1)
    }

    /// Reads `found`.
    pub fn resolve(&self, found: &Found, outlook: impl Fn() -> Outlook) -> Resolved {
        match &found.meaning {
            Meaning::Date(when) => self.date(*when, found.rule, &outlook),
            Meaning::Time(when, time) => self.time(*when, *time, found.rule, &outlook),
            Meaning::Duration(first, second, stretch) => self.duration(*first, *second, *stretch, found.rule, &outlook),
            Meaning::Recently(unit, stretch) => self.recently(*unit, *stretch, found.rule, &outlook),
            Meaning::Set(value) => {
                Resolved::unknown(value.clone(), found.rule, "a recurring time").kind(TimexKind::Set)
            }
            Meaning::Reference(value) => {
                let reading = match *value {
                    "PAST_REF" => "some time in the past, no calendar date",
                    "FUTURE_REF" => "some time in the future, no calendar date",
                    _ => "the present, no calendar date",
                };
                Resolved::unknown(*value, found.rule, reading)
            }
        }
    }

    /// "in recent months": an interval with an open start that ends at the article's day.
    fn recently(
        &self,
        unit: super::calendar::Unit,
        stretch: Stretch,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Resolved {
        let length = (Amount::Unknown, unit);
        let past = stretch == Stretch::Past;
        let interval = self.duration(length, None, stretch, rule, outlook);
        // "In recent weeks" is a length of time, "in recent years" no more than the past.
        if past && unit < super::calendar::Unit::Year {
            return interval;
        }
        Resolved { kind: TimexKind::Date, value: if past { "PAST_REF" } else { "FUTURE_REF" }.into(), ..interval }
    }

    fn duration(
        &self,
        first: (Amount, super::calendar::Unit),
        second: Option<(Amount, super::calendar::Unit)>,
        stretch: Stretch,
        rule: &'static str,
        outlook: &dyn Fn() -> Outlook,
    ) -> Resolved {
        let value = duration_value(first, second);
        let mut resolved = Resolved::unknown(value, rule, "a length of time").kind(TimexKind::Duration);
        let Some(day) = self.reference else { return resolved };
        let count = match first.0 {
            Amount::Exact(n) | Amount::AndHalf(n) => Some(n),
            Amount::Unknown => None,
        };
        let far = |sign: i64| count.and_then(|n| Period::Day(day).shifted(first.1, sign * n)).and_then(Period::range);
        // "They met in June 2018. Over the next two years he paid": what is past is counted from what was told.
        let told = stretch == Stretch::Future && self.reference.is_some() && outlook().is_past();
        if told {
            if let Some(focus) = self.near_focus().filter(|f| !f.is_bound) {
                let last = count.and_then(|n| focus.period.shifted(first.1, n)).and_then(Period::range);
                let earliest = focus.period.first_day();
                resolved.extent =
                    Some(DateRange { earliest, latest: last.and_then(|r| r.latest).map(|last| last.min(day)) });
                resolved.reading =
                    format!("a length of time from the date just mentioned on, {}", focus.period.value());
                resolved.anchor = TimexAnchor::Timex(focus.timex);
            }
            return resolved;
        }
        match stretch {
            Stretch::Free => {}
            Stretch::Past => {
                resolved.extent = Some(DateRange { earliest: far(-1).and_then(|r| r.earliest), latest: Some(day) });
                resolved.reading = format!("a length of time up to the article's day, {}", self.spoken(day));
                resolved.anchor = TimexAnchor::Reference;
            }
            Stretch::Future => {
                resolved.extent = Some(DateRange { earliest: Some(day), latest: far(1).and_then(|r| r.latest) });
                resolved.reading = format!("a length of time from the article's day on, {}", self.spoken(day));
                resolved.anchor = TimexAnchor::Reference;
            }
        }
        resolved
    }

    pub(super) fn spoken(&self, day: NaiveDate) -> String {
        day.format("%-d %B %Y").to_string()
    }
}

/// The TIMEX3 value of a length of time: decades in years, half hours in minutes.
fn duration_value(first: (Amount, super::calendar::Unit), second: Option<(Amount, super::calendar::Unit)>) -> String {
    use super::calendar::Unit;
    let (amount, unit) = first;
    let value = match (amount, unit) {
        (Amount::Exact(n), Unit::Decade) => format!("P{}Y", n.saturating_mul(10)),
        (Amount::Unknown, Unit::Decade) => "PXY".into(),
        (Amount::AndHalf(n), Unit::Decade) => format!("P{}Y", n.saturating_mul(10).saturating_add(5)),
        (Amount::Exact(n), Unit::Century) => format!("P{}Y", n.saturating_mul(100)),
        (Amount::AndHalf(n), Unit::Century) => format!("P{}Y", n.saturating_mul(100).saturating_add(50)),
        (Amount::AndHalf(0), Unit::Hour) => "PT30M".into(),
        (Amount::AndHalf(n), Unit::Hour) => format!("PT{n}H30M"),
        (Amount::AndHalf(n), Unit::Minute) => format!("PT{n}M30S"),
        (Amount::AndHalf(0), Unit::Year) => "P6M".into(),
        _ => unit.duration_value(&amount.text()),
    };
    match second {
        Some((amount, unit)) => {
            let more = unit.duration_value(&amount.text());
            let more = more.trim_start_matches('P');
            if value.contains('T') { value + more.trim_start_matches('T') } else { value + more }
        }
        None => value,
    }
}
