//! Tense: whether the clause around a time expression looks back or forward ("will hear the case on Monday"). The verb
//! nearest before the expression decides, else the first one after it.

use crate::extract::timex::lexicon::class;
use crate::extract::timex::words::{Shape, Word};

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    Past,
    Future,
    Unknown,
}

/// How many words before and after are looked at.
const BACK: usize = 16;
const AHEAD: usize = 18;

/// The outlook of the clause around the words `start..end`.
pub fn outlook(text: &str, words: &[Word], start: usize, end: usize) -> Outlook {
    let word = |at: Option<usize>| at.and_then(|b| words.get(b)).map_or("", |w| w.span.of(text));
    let opens = word(start.checked_sub(1));
    let ahead = ["until", "till", "effective", "payable"].iter().any(|w| opens.eq_ignore_ascii_case(w)) && start > 1;
    let as_soon = opens.eq_ignore_ascii_case("as") && ["soon", "early"].contains(&word(start.checked_sub(2)));
    if ahead || as_soon {
        return Outlook::Future;
    }
    if word(Some(end)).starts_with(['\'', '’']) && word(Some(end + 1)) == "s" {
        return Outlook::Past;
    }
    let mut at = start;
    for _ in 0..BACK {
        let Some(before) = at.checked_sub(1) else { break };
        at = before;
        match sense(text, words, at) {
            Outlook::Unknown => {}
            found => return found,
        }
    }
    (end..words.len().min(end.saturating_add(AHEAD)))
        .map(|i| sense(text, words, i))
        .find(|o| *o != Outlook::Unknown)
        .unwrap_or(Outlook::Unknown)
}

/// What one word says about tense.
fn sense(text: &str, words: &[Word], at: usize) -> Outlook {
    let Some(word) = words.get(at).filter(|w| w.shape == Shape::Letters && w.len() <= 16) else {
        return Outlook::Unknown;
    };
    let this = word.span.of(text);
    let is = |list: &[&str]| list.iter().any(|w| this.eq_ignore_ascii_case(w));
    let back = |n: usize| at.checked_sub(n).and_then(|b| words.get(b)).map_or("", |w| w.span.of(text));
    let after = |list: &[&str]| list.iter().any(|b| back(1).eq_ignore_ascii_case(b));
    let once = |list: &[&str]| list.iter().any(|b| back(1).eq_ignore_ascii_case(b) || back(2).eq_ignore_ascii_case(b));
    let next_is = |next: &str| words.get(at + 1).is_some_and(|w| w.span.of(text).eq_ignore_ascii_case(next));
    let next_is_to = next_is("to");
    let plans = next_is_to && is(&["planned", "plans", "plan", "planning", "hopes", "hope", "intended"]);
    let set = (next_is_to || next_is("for")) && is(&["set"]) && !once(&["was", "were", "had"]);
    let contracted = is(&["ll"]) && back(1).ends_with(['\'', '’']);
    if plans
        || set
        || contracted
        || is(&["be"]) && after(&["to"])
        || is(&["to"]) && after(&["is", "are", "was", "were"])
    {
        return Outlook::Future;
    }
    if word.is(class::FUTURE_VERB) {
        let was = once(&["was", "were", "had", "been", "previously", "originally"]);
        return if was { Outlook::Past } else { Outlook::Future };
    }
    let passive = after(&["be", "being", "get", "is", "are", "to"]);
    if word.is(class::PAST_VERB) && !passive {
        return Outlook::Past;
    }
    let noun = after(&["the", "a", "an", "of"]);
    let regular = this.len() > 4 && this.ends_with("ed") && !this.ends_with("eed");
    if regular && !word.capital && !passive && !noun { Outlook::Past } else { Outlook::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn around(text: &str, word: &str) -> Outlook {
        let mut words = Vec::new();
        crate::extract::timex::words::scan(text, Span::new(0, text.len()), &mut words);
        let at = words.iter().position(|w| w.span.of(text) == word).expect("the word");
        outlook(text, &words, at, at + 1)
    }

    #[test]
    fn the_nearest_verb_decides() {
        assert_eq!(around("The court will hear the case on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("The ruling, expected to be announced on Monday, matters.", "Monday"), Outlook::Future);
        assert_eq!(around("He said Friday that the road will open.", "Friday"), Outlook::Past);
        assert_eq!(around("On Monday, the court will sit.", "Monday"), Outlook::Future);
        assert_eq!(around("Talks were to resume on Thursday in Geneva.", "Thursday"), Outlook::Future);
        assert_eq!(around("A hearing on it is set for Monday at ten.", "Monday"), Outlook::Future);
        assert_eq!(around("Monday morning traffic", "Monday"), Outlook::Unknown);
    }
}
