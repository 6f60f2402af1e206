//! Tails of posts: the "of …" or "at …" behind a head noun, "chairman [of the port board]". A tail ends with its noun
//! phrase: before a clause, and before a second post ("mayor of Harle and now chairman").

use super::is_of_calendar;
use super::lexicon::{Facts, lexicon};
use super::post::is_stop;
use super::role::Reader;
use super::words::{Shape, Word};

/// The longest tail, in words, but for the name at its end.
const LONGEST: usize = 9;
/// The longest tail with that name.
const LONGEST_NAMED: usize = 16;

/// Months and days that are names as well.
const SHORT_CALENDAR: [&str; 7] = ["March", "April", "May", "June", "August", "Friday", "Sunday"];

impl Reader<'_, '_> {
    /// Where the "of …" that belongs to a role ends, as a word index.
    pub(super) fn phrase_end(&self, start: usize) -> usize {
        let linked = self.word(start).is_some_and(|w| matches!(w.text, "of" | "for" | "at" | "to" | "with" | "in"));
        if !linked {
            return start;
        }
        let inside = |w: &Word<'_>| w.is_word() || matches!(w.text, "'s" | "’s" | "'" | "’" | "-");
        let mut end = start;
        for at in start..start + LONGEST_NAMED {
            // "architect of Lund's 2008 campaign", "spokeswoman for the EB-5 coalition"
            let figure = at > start && self.word(at - 1).is_some_and(|w| matches!(w.text, "'s" | "’s" | "-"));
            let Some(word) = self.word(at).filter(|w| inside(w) || figure && w.shape == Shape::Number) else { break };
            let ends = is_stop(word.text) && !self.is_in_name(at) || self.is_second_post(at) || self.is_time(at);
            if at > start && (ends || at >= start + LONGEST && !self.is_in_name(at)) {
                break;
            }
            end = at + 1;
        }
        if end > start && self.word(end - 1).is_some_and(|w| matches!(w.text, "'s" | "’s" | "-")) {
            return start;
        }
        let dangles = |w: &Word<'_>| matches!(w.text, "of" | "the" | "for" | "and" | "a" | "at" | "in" | "to");
        while end > start && self.word(end - 1).is_some_and(dangles) {
            end -= 1;
        }
        end
    }

    /// "Centre for Research [on] Energy", "New [Delhi]": whether the word goes on with a name in capitals.
    fn is_in_name(&self, at: usize) -> bool {
        let capital = |at: Option<usize>| at.and_then(|at| self.word(at)).is_some_and(Word::is_capitalised);
        let link = self.word(at).is_some_and(|w| matches!(w.text, "on" | "of" | "and" | "for" | "the" | "in"));
        capital(at.checked_sub(1)) && (capital(Some(at)) || link && capital(Some(at + 1)))
    }

    /// "director of the museum [last year]", "head of Norvik [in May]".
    fn is_time(&self, at: usize) -> bool {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let year = |at: usize| self.word(at).is_some_and(|w| w.shape == Shape::Number && w.text.len() == 4);
        let calendar = |at: usize| is_of_calendar(text(at)) || SHORT_CALENDAR.contains(&text(at));
        match text(at) {
            "in" => calendar(at + 1) || year(at + 1),
            "last" | "this" | "next" => matches!(text(at + 1), "year" | "month" | "week") || calendar(at + 1),
            "since" | "earlier" | "yesterday" | "today" => true,
            word => is_of_calendar(word) && word.ends_with("day"),
        }
    }

    /// "and now chairman", "and a co-author", "and director".
    fn is_second_post(&self, at: usize) -> bool {
        let lower = |at: usize| self.word(at).filter(|w| !w.is_capitalised());
        let is_post = |w: &Word<'_>| lexicon().role(w).has(Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER));
        let opens = |w: &Word<'_>| {
            let now = ["a", "an", "now", "former", "formerly", "later", "also", "currently", "then", "once"];
            now.contains(&w.text) || is_post(w) || w.text == "the" && lower(at + 2).as_ref().is_some_and(|w| is_post(w))
        };
        lower(at).is_some_and(|w| w.text == "and") && lower(at + 1).as_ref().is_some_and(|w| opens(w))
    }
}
