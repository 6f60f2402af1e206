//! Times without a calendar value: "now", "recently", "in the past", "the near future".

use super::Parser;
use crate::extract::timex::calendar::Unit;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::{Found, Meaning, When};
use crate::extract::timex::resolve::outlook;

impl Parser<'_> {
    pub(super) fn vague(&self, at: usize) -> Option<Found> {
        let found = |start, end, value| Some(Found::new(start, end, "vague", Meaning::Reference(value)));
        let the = usize::from(self.lit(at, "the"));
        let more = usize::from(self.lit(at, "more"));
        // "their most recent model": the last of several, be it years old.
        if self.before(at, &["most"]) && self.lit(at, "recent") {
            return None;
        }
        let i = at + the + more;
        if more == 1 {
            return if self.lit(i, "recently") || self.lit(i, "recent") { found(at, i + 1, "PAST_REF") } else { None };
        }
        let adjective = usize::from(self.listed(i, "near foreseeable immediate distant recent"));
        if the == 1 {
            if self.lit(i + adjective, "future") && !self.hyphen(i + adjective + 1) {
                let of = self.lit(i + adjective + 1, "of");
                return if of { None } else { found(at, i + adjective + 1, "FUTURE_REF") };
            }
            if self.lit(i + adjective, "past")
                && self.before(at, &["in", "of", "from"])
                && !self.any_noun(i + adjective + 1)
            {
                return found(at, i + adjective + 1, "PAST_REF");
            }
            if self.lit(i, "time") && self.lit(i + 1, "being") {
                return found(at, i + 2, "PRESENT_REF");
            }
            if self.any(i, &["near", "short", "long"])
                && self.lit(i + 1, "term")
                && self.before(at, &["in", "over", "for", "of"])
            {
                return found(at, i + 2, "FUTURE_REF");
            }
            return None;
        }
        if self.lit(at, "future") && self.before(at, &["in"]) {
            return found(at, at + 1, "FUTURE_REF");
        }
        if self.lit(at, "a") && self.lit(at + 1, "later") && self.any(at + 2, &["date", "time"]) {
            return found(at, at + 3, "FUTURE_REF");
        }
        // "Until then, the shares can be sold."
        if self.lit(at, "then") && self.after_listed(at, "until till by before") && self.clause_ends(at + 1) {
            let when = When::Same { unit: Unit::Day };
            return Some(Found::new(at, at + 1, "period/then", Meaning::Date(when)));
        }
        // "the then current price"
        if self.lit(at, "then") && self.lit(at + 1, "current") {
            return found(at, at + 2, "PAST_REF");
        }
        if self.is_some_day(at) {
            return found(at, at + 2, "FUTURE_REF");
        }
        let name = |w: &crate::extract::timex::words::Word| w.capital && at > 0 && self.capital(at + 1);
        let word = self.words.get(at).filter(|w| w.is(class::REFERENCE) && !name(w))?;
        if self.lit(at, "now") {
            let right = usize::from(self.before(at, &["right"]));
            return found(at - right, at + 1, "PRESENT_REF");
        }
        match word.entry.reference {
            _ if self.listed(
                at,
                "past present previously future formerly once then former forever someday shortly eventually lately",
            ) =>
            {
                None
            }
            _ if self.lit(at, "soon") && !self.looks_ahead_from_now(at) => None,
            _ if self.hyphen(at + 1) || at > 0 && self.hyphen(at - 1) => None,
            1 => found(at, at + 1, "PAST_REF"),
            2 => found(at, at + 1, "PRESENT_REF"),
            3 => found(at, at + 1, "FUTURE_REF"),
            _ => None,
        }
    }

    /// Whether "soon" is counted from the present: not "as soon as", "soon after", nor in a clause that tells the past
    /// ("was soon released").
    fn looks_ahead_from_now(&self, at: usize) -> bool {
        let compared = self.before(at, &["as", "so", "too"]) || self.any(at + 1, &["after", "afterward", "afterwards"]);
        // "told him that they may soon sue"
        let modal = self.before(at, &["may", "might", "can", "could", "will", "should", "must"]);
        !compared && (modal || !outlook(self.text, self.words, &[], at, at + 1).is_past())
    }

    /// "Will one day be": a day that nobody has set, and no length.
    pub(super) fn is_some_day(&self, at: usize) -> bool {
        let modal = self.after_listed(at, "will would could might may should shall");
        modal && self.lit(at, "one") && self.lit(at + 1, "day")
    }

    fn any_noun(&self, at: usize) -> bool {
        self.is(at, class::UNIT | class::UNITS | class::NUMBER | class::VAGUE | class::SEASON)
            || self.words.get(at).is_some_and(|w| w.shape == crate::extract::timex::words::Shape::Digits)
    }
}
