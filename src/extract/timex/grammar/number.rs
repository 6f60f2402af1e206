//! Numbers, ordinals and vague quantities, in digits and in words.

use super::Parser;
use crate::extract::timex::lexicon::class;
use crate::extract::timex::meaning::Amount;
use crate::extract::timex::words::Shape;

impl Parser<'_> {
    /// A cardinal in digits or words ("twenty-four", "two hundred"), with the place after it.
    pub(super) fn number(&self, at: usize) -> Option<(i64, usize)> {
        let word = self.words.get(at)?;
        if word.shape == Shape::Digits {
            return (!word.fancy || self.word(at).contains(',')).then_some((i64::from(word.value), at + 1));
        }
        if !word.is(class::NUMBER) {
            return None;
        }
        let (mut total, mut group, mut next) = (0i64, i64::from(word.entry.value), at + 1);
        loop {
            let gap = usize::from(self.hyphen(next)) + usize::from(self.lit(next, "and") && group % 100 == 0);
            let Some(word) = self.words.get(next + gap).filter(|w| w.is(class::NUMBER) && w.shape == Shape::Letters)
            else {
                break;
            };
            let value = i64::from(word.entry.value);
            match value {
                100 => group = group.max(1) * 100,
                1000 => (total, group) = (total + group.max(1) * 1000, 0),
                1..10 if group % 10 == 0 && group % 100 >= 20 || group % 100 == 0 && group > 0 => group += value,
                10..100 if group % 100 == 0 && (group > 0 || total > 0) => group += value,
                _ => break,
            }
            if group > 100_000 {
                break;
            }
            next += gap + 1;
        }
        Some((total + group, next))
    }

    /// An ordinal: "third", "19th", "twenty-first".
    pub(super) fn ordinal(&self, at: usize) -> Option<(i64, usize)> {
        let word = self.words.get(at)?;
        if word.shape == Shape::Digits && !word.fancy {
            let suffix = self.glued(at + 1) && self.any(at + 1, &["st", "nd", "rd", "th"]);
            return suffix.then_some((i64::from(word.value), at + 2));
        }
        if word.is(class::ORDINAL) {
            return Some((word.entry.value.into(), at + 1));
        }
        let tens = word.is(class::NUMBER) && (20..=90).contains(&word.entry.value);
        let ones = at + 1 + usize::from(self.hyphen(at + 1));
        let one = self.words.get(ones).filter(|w| tens && w.is(class::ORDINAL) && w.entry.value < 10)?;
        Some((i64::from(word.entry.value + one.entry.value), ones + 1))
    }

    /// How many: "two", "a", "several", "a couple of", "two and a half", "half a", "two to three".
    pub(super) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let (first, next) = self.simple_amount(at)?;
        if let Amount::Exact(n) = first {
            let half =
                self.lit(next, "1") && self.mark(next + 1, b'/') && self.lit(next + 2, "2") && self.glued(next + 2);
            if half {
                return Some((Amount::AndHalf(n), next + 3));
            }
            if self.lit(next, "and") && self.lit(next + 1, "a") && self.lit(next + 2, "half") {
                return Some((Amount::AndHalf(n), next + 3));
            }
            let joins = self.lit(next, "to") || self.lit(next, "or") || self.mark(next, b'-');
            if joins
                && (n > 1 || self.lit(next, "or") && !self.any(at, &["a", "an"]))
                && let Some((_, end)) = self.number(next + 1).filter(|(m, _)| *m > n && *m < 1000)
            {
                return Some((if self.lit(next, "or") { Amount::Unknown } else { first }, end));
            }
        }
        Some((first, next))
    }

    fn simple_amount(&self, at: usize) -> Option<(Amount, usize)> {
        if self.lit(at, "half") && (self.lit(at + 1, "a") || self.lit(at + 1, "an")) {
            return Some((Amount::AndHalf(0), at + 2));
        }
        if let Some(word) = self.words.get(at).filter(|w| w.shape == Shape::Digits && w.fancy) {
            let text = word.span.of(self.text);
            return match text.split_once('.') {
                Some((whole, "5")) => Some((Amount::AndHalf(whole.parse().ok()?), at + 1)),
                Some(_) => None,
                None => Some((Amount::Exact(word.value.into()), at + 1)),
            };
        }
        let article = self.any(at, &["a", "an"]);
        if article && self.any(at + 1, &["hundred", "thousand"]) {
            let hundred = if self.lit(at + 1, "hundred") { 100 } else { 1000 };
            return Some((Amount::Exact(hundred), at + 2));
        }
        if article && self.lit(at + 1, "half") {
            return Some((Amount::AndHalf(0), at + 2 + usize::from(self.mark(at + 2, b'-'))));
        }
        let vague = at + usize::from(article);
        if self.is(vague, class::VAGUE) {
            if self.lit(vague, "couple") {
                return Some((Amount::Exact(2), vague + 1 + usize::from(self.lit(vague + 1, "of"))));
            }
            let dozen = self.lit(vague, "dozen") && article;
            let amount = if dozen { Amount::Exact(12) } else { Amount::Unknown };
            return Some((amount, vague + 1));
        }
        if article {
            return Some((Amount::Exact(1), at + 1));
        }
        self.number(at).map(|(n, next)| (Amount::Exact(n), next))
    }
}
