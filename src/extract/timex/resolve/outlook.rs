//! Tense: whether the clause around a time expression looks back or forward ("will hear the case on Monday"). The verb
//! nearest before the expression decides, else the first one after it.

use super::awaited::{is_awaited, is_called, is_called_for, is_closed_through, is_promised, readiness};
use crate::extract::text::{Tag, Token};
use crate::extract::timex::lexicon::class;
use crate::extract::timex::words::{Shape, Word};
use crate::model::Span;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Over for certain: what bears the date has acted ("the storm on 19 January brought down").
    Over,
    Past,
    Future,
    /// Prepared for: to come, unless the day is only just over ("ahead of Sunday's vote").
    Awaited,
    Unknown,
}

impl Outlook {
    /// Whether the clause looks back.
    pub fn is_past(self) -> bool {
        matches!(self, Self::Over | Self::Past)
    }
}

/// Verbs of what is arranged: told in the present tense, of a day to come.
const ARRANGED: [&str; 51] = [
    "concludes",
    "conclude",
    "convenes",
    "convene",
    "arrives",
    "gathers",
    "publishes",
    "publish",
    "launches",
    "launch",
    "expires",
    "expire",
    "opens",
    "open",
    "closes",
    "close",
    "starts",
    "start",
    "begins",
    "begin",
    "resumes",
    "resume",
    "ends",
    "reopens",
    "reopen",
    "plays",
    "play",
    "faces",
    "face",
    "meets",
    "meet",
    "hosts",
    "host",
    "visits",
    "visit",
    "travel",
    "travels",
    "announces",
    "announce",
    "flies",
    "fly",
    "holds",
    "hold",
    "returns",
    "return",
    "sits",
    "sit",
    "votes",
    "vote",
    "goes",
    "go",
];

/// How many words before and after are looked at.
pub(super) const BACK: usize = 22;
const AHEAD: usize = 18;

/// The outlook of the clause around the words `start..end` of a sentence; its tagged `tokens` may be unknown.
pub fn outlook(text: &str, words: &[Word], tokens: &[Token], start: usize, end: usize) -> Outlook {
    let word = |at: Option<usize>| at.and_then(|b| words.get(b)).map_or("", |w| w.span.of(text));
    let opens = word(start.checked_sub(1));
    let ahead = ["until", "till", "effective", "payable"].iter().any(|w| opens.eq_ignore_ascii_case(w)) && start > 1;
    // "The fire was not contained until Oct. 31": over, whatever year is nearest.
    if ahead && lasted(text, words, start) {
        return Outlook::Over;
    }
    // "The meeting is on April 24."
    let on = usize::from(opens == "on");
    let falls = on == 1 && ["is", "are", "falls"].contains(&word(start.checked_sub(2)));
    if falls
        || is_moved_to(text, words, start)
        || is_closed_through(text, words, start)
        || is_promised(text, words, start)
        || begins_ahead(text, words, start - on.min(start))
    {
        return Outlook::Future;
    }
    let as_soon = opens.eq_ignore_ascii_case("as") && ["soon", "early"].contains(&word(start.checked_sub(2)));
    // "until its July meeting"
    let until = ["until", "till"].contains(&word(start.checked_sub(2)))
        && ["its", "their", "his", "her", "the"].contains(&opens);
    if ahead || as_soon || until {
        return Outlook::Future;
    }
    if word(Some(end)).starts_with(['\'', '’']) && word(Some(end + 1)) == "s" {
        // "will take charge of Sunday's trip"
        let ahead = (start.saturating_sub(BACK)..start).any(|at| word(Some(at)) == "will");
        return match ahead {
            true => Outlook::Future,
            false if is_awaited(text, words, start) => Outlook::Awaited,
            false => Outlook::Past,
        };
    }
    // "A strike, called for January, was averted"
    let called = || opens == "for" && is_called(text, words, start - 1) && !is_thwarted(text, words, start);
    if on == 1 && is_called_for(text, words, start - 1) || called() {
        return Outlook::Future;
    }
    if on == 1
        && let Some(found) = readiness(text, words, start - 1)
    {
        return found;
    }
    if was_then(text, words, tokens, start, end) {
        return Outlook::Over;
    }
    if on == 1 && has_acted(text, words, tokens, start, end) {
        return Outlook::Over;
    }
    let mut at = start;
    for _ in 0..BACK {
        let Some(before) = at.checked_sub(1) else { break };
        at = before;
        match sense(text, words, tokens, at) {
            Outlook::Unknown => {}
            found => return found,
        }
    }
    (end..words.len().min(end.saturating_add(AHEAD)))
        .map(|i| sense(text, words, tokens, i))
        .find(|o| *o != Outlook::Unknown)
        .unwrap_or(Outlook::Unknown)
}

/// "was not awarded until October", "lasted until May": what was over by the time it tells of is past.
fn lasted(text: &str, words: &[Word], start: usize) -> bool {
    const NEGATED: [&str; 6] = ["was", "were", "did", "wasn", "weren", "didn"];
    let before = words.get(start.saturating_sub(9)..start).unwrap_or_default();
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let clause = || before.iter().rev().take_while(|w| !matches!(w.byte, b',' | b';'));
    let not = clause().any(|w| is(w, &["not", "never", "t"])) && clause().any(|w| is(w, &NEGATED));
    let future = clause().any(|w| is(w, &["will", "would", "to"]));
    // "who worked there until August"
    const HELD: [&str; 14] = [
        "chaired", "governed", "headed", "lasted", "led", "lived", "owned", "played", "ran", "ruled", "served",
        "studied", "taught", "worked",
    ];
    !future && (not || clause().any(|w| is(w, &HELD)))
}

/// "The storm on 19 January [brought] down a mast", "[died] on 19 January", "was [arrested] on 11 March": a verb in the simple
/// past right beside the date.
fn has_acted(text: &str, words: &[Word], tokens: &[Token], start: usize, end: usize) -> bool {
    const OF_NO_DAY: [&str; 7] = ["booked", "called", "due", "fixed", "listed", "planned", "set"];
    const OF_NO_DEED: [&str; 8] = ["was", "were", "had", "could", "would", "might", "set", "put"];
    let is_deed = |at: usize| {
        words.get(at).is_some_and(|w| {
            let past = tag_at(tokens, w.span) == Some(Tag::VerbPast) && !w.is(class::FUTURE_VERB);
            past && !OF_NO_DEED.contains(&w.span.of(text))
        })
    };
    let is_undergone = |at: usize| {
        let was =
            at.checked_sub(1).and_then(|be| words.get(be)).is_some_and(|w| ["was", "were"].contains(&w.span.of(text)));
        was && words.get(at).is_some_and(|w| {
            let past = tag_at(tokens, w.span) == Some(Tag::VerbPastParticiple) && !w.is(class::FUTURE_VERB);
            past && !OF_NO_DAY.contains(&w.span.of(text))
        })
    };
    // "took effect on 1 April", "came into force on 1 April"
    let word = |n: usize| start.checked_sub(n).and_then(|at| words.get(at)).map_or("", |w| w.span.of(text));
    let begun = ["effect", "force", "office", "place", "power", "operation"].contains(&word(2))
        && (3..=4).any(|n| ["took", "came", "went", "entered"].contains(&word(n)));
    begun || is_deed(end) || start.checked_sub(2).is_some_and(|at| is_deed(at) || is_undergone(at))
}

/// "was sitting in his car on Jan. 15 [when a man fired]": what came then has come.
fn was_then(text: &str, words: &[Word], tokens: &[Token], start: usize, end: usize) -> bool {
    const REACH: usize = 6;
    let when = end + usize::from(words.get(end).is_some_and(|w| w.byte == b','));
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let before = words.get(start.saturating_sub(BACK)..start).unwrap_or_default();
    if !words.get(when).is_some_and(|w| is(w, &["when"])) || before.iter().any(|w| is(w, &["will", "ll"])) {
        return false;
    }
    let told = (when + 1..words.len().min(when + REACH)).map(|at| sense(text, words, tokens, at));
    told.into_iter().find(|outlook| *outlook != Outlook::Unknown) == Some(Outlook::Past)
}

/// "has been brought forward to Monday", "adjourned to Friday": what is moved is moved to a day to come.
fn is_moved_to(text: &str, words: &[Word], start: usize) -> bool {
    const MOVES: [&str; 11] = [
        "adjourned",
        "back",
        "deferred",
        "delayed",
        "extended",
        "forward",
        "moved",
        "postponed",
        "pushed",
        "rescheduled",
        "shifted",
    ];
    let back = |n: usize| start.checked_sub(n).and_then(|at| words.get(at)).map_or("", |w| w.span.of(text));
    let moved = |n: usize| MOVES.contains(&back(n));
    back(1) == "to" && (moved(2) || moved(3) || moved(4)) || back(1) == "for" && back(2) == "rescheduled"
}

/// "has declared three days of mourning, starting on Wednesday": what is now arranged begins on a day to come.
fn begins_ahead(text: &str, words: &[Word], start: usize) -> bool {
    const ARRANGES: [&str; 12] = [
        "agreed",
        "announced",
        "approved",
        "called",
        "declared",
        "has",
        "have",
        "imposed",
        "ordered",
        "plans",
        "will",
        "would",
    ];
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let begins = start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| is(w, &["starting", "beginning"]));
    let before = words.get(start.saturating_sub(BACK)..start).unwrap_or_default();
    begins && before.iter().any(|w| is(w, &ARRANGES))
}

/// "Parliament was due to open on Monday, but the session was put off": what is said of it tells that it did not come so.
fn is_thwarted(text: &str, words: &[Word], at: usize) -> bool {
    const THWARTED: [&str; 9] =
        ["but", "averted", "cancelled", "canceled", "delayed", "failed", "instead", "postponed", "stayed"];
    let rest = words.get(at..).unwrap_or_default();
    rest.iter().any(|w| THWARTED.contains(&w.span.of(text)))
}

/// What one word says about tense.
fn sense(text: &str, words: &[Word], tokens: &[Token], at: usize) -> Outlook {
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
    let plans = plans
        || is(&["planned"])
            && ["a", "an", "more", "another"].iter().any(|d| next_is(d))
            && !once(&["had", "previously", "originally"]);
    let set = (next_is_to || next_is("for")) && is(&["set"]) && !once(&["was", "were", "had"]);
    let planned = is(&["planned", "listed", "fixed", "booked"]) && after(&["is", "are", "being"]);
    // "the contract expires on 31 December", "the inquiry opens on Monday": what is arranged is told in the present.
    let let_do = || (1..=5).any(|n| ["let", "made", "saw", "helped", "watched"].contains(&back(n)));
    let present = tag_at(tokens, word.span).is_some_and(|t| matches!(t, Tag::VerbPresent3rd | Tag::VerbPresent));
    // "The unions plan a march on Saturday."
    let plans = plans || present && is(&["plan", "plans"]);
    let arranged = is(&ARRANGED) && present;
    // "She and the king [meet] briefly on Monday": what an adverb follows is a verb, whatever the tagger makes of it.
    let adverb = words.get(at + 1).is_some_and(|w| w.span.of(text).ends_with("ly"));
    let helped = || (1..=3).any(|n| ["to", "did", "not", "can", "could", "may", "might", "must"].contains(&back(n)));
    // "Moe and Brandt [meet] on Monday": nor what stands behind two who are named together.
    let named = |n: usize| back(n).starts_with(char::is_uppercase);
    let joined = back(2) == "and" && named(1) && (named(3) || ["she", "he"].contains(&back(3)));
    // "have lost four in a row and [face] Rovers on Friday"
    let goes_on = back(1) == "and" && words.get(at + 1).is_some_and(|w| w.capital);
    let have = || (at.saturating_sub(BACK)..at).any(|i| words.get(i).is_some_and(|w| w.span.of(text) == "have"));
    let joined = joined || goes_on && have();
    // "Doors [open] at 7pm on Friday"
    let at_time = is(&["open", "close"]) && next_is("at") && back(1).ends_with('s') && back(1).len() > 3;
    let arranged = arranged || at_time || is(&ARRANGED) && (adverb || joined) && !helped();
    // "He let the offensive [begin] as planned": a bare verb, which tells no tense.
    let arranged = arranged && !let_do();
    // "reports fourth-quarter results on 11 February"
    let results = ["results", "earnings", "figures"];
    let reports = is(&["reports", "report", "publishes", "publish"])
        && present
        && (at + 1..at + 6).any(|i| words.get(i).is_some_and(|w| results.contains(&w.span.of(text))));
    // "a service takes place on Monday", "are forecast to drop from Tuesday"
    let takes = is(&["takes", "take"]) && next_is("place") && !once(&["to", "did"]);
    let foreseen = is(&["forecast"]) && next_is_to && after(&["is", "are"]);
    // "The office forecasts heavy rain through Saturday."
    let forecasts =
        is(&["forecasts", "foresees", "predicts"]) && tag_at(tokens, word.span) == Some(Tag::VerbPresent3rd);
    // "warns of hail on Friday", "is warning them not to march on Friday"
    let warns = is(&["warns", "warn"]) && (next_is("of") || next_is("against"));
    let told_not = is(&["warning", "warns", "warn"])
        && (at + 2..at + 6).any(|i| {
            let is = |i: usize, w: &str| words.get(i).is_some_and(|word| word.span.of(text) == w);
            is(i, "not") && is(i + 1, "to")
        });
    let arranged = arranged || reports || takes || foreseen || forecasts || warns || told_not;
    let ought = is(&["should"]) && !["have", "not", "also"].iter().any(|w| next_is(w));
    // "The storm [could] hit the coast on Friday"; what one could see or hear was.
    const NO_FORECAST: [&str; 12] =
        ["have", "not", "no", "also", "only", "n", "see", "hear", "feel", "smell", "barely", "hardly"];
    // "Neither [could] be found on Friday"
    const NOBODY: [&str; 5] = ["neither", "no", "nobody", "none", "nor"];
    let nobody = || (1..=BACK).any(|n| NOBODY.iter().any(|w| back(n).eq_ignore_ascii_case(w)));
    let forecast = is(&["could", "might"]) && !NO_FORECAST.iter().any(|w| next_is(w)) && !nobody();
    let ought = ought || forecast;
    // "a yellow warning for snow on Saturday", not "cut its forecast for the second time".
    let of_what = words.get(at + 2).map_or("", |w| w.span.of(text));
    let warned = next_is("for")
        && is(&["warning", "warnings", "forecast", "forecasts", "alert"])
        && !["the", "a", "its", "their"].contains(&of_what);
    // "we look forward to the meeting in March"
    let contracted = is(&["ll"]) && back(1).ends_with(['\'', '’']);
    // "was always going to be close": what then lay ahead.
    let was_to_be = back(2) == "going" && ["was", "were"].iter().any(|w| back(3) == *w || back(4) == *w);
    let awaited = is(&["forward"]) && next_is_to && after(&["look", "looks", "looking"]);
    if plans
        || awaited
        || set
        || planned
        || arranged
        || contracted
        || warned
        || ought
        || is(&["be"]) && after(&["to"]) && !was_to_be
        || is(&["to"]) && (after(&["is", "are"]) || after(&["was", "were"]) && !is_thwarted(text, words, at))
    {
        return Outlook::Future;
    }
    if word.is(class::FUTURE_VERB) {
        // "has been scheduled for Wednesday"
        let now = back(1) == "been" && ["has", "have", "s"].contains(&back(2));
        let was = !now && once(&["was", "were", "had", "been", "previously", "originally"]);
        // "Rain was expected to return on Sunday": news tells in the past what lies ahead still.
        let over = !now && once(&["had", "been", "previously", "originally"]) || is_thwarted(text, words, at);
        let foretold = next_is_to && is(&["expected", "due", "scheduled", "set", "likely"]) && !over;
        return if was && !foretold { Outlook::Past } else { Outlook::Future };
    }
    let tag = tag_at(tokens, word.span);
    // "On Friday, a delegation [led] by Moe will meet": tells of its noun.
    if at > 0
        && next_is("by")
        && matches!(tag, Some(Tag::VerbPast | Tag::VerbPastParticiple))
        && is(&["backed", "chaired", "headed", "led"])
    {
        let done = ["was", "were", "been", "is", "are", "be", "being"];
        if !once(&done) {
            return Outlook::Unknown;
        }
    }
    if tag == Some(Tag::VerbBase) && is_planned(text, words, at) {
        return Outlook::Future;
    }
    // "will stay [shut] until noon": what it is, not what was done.
    let passive = after(&["be", "being", "get", "getting", "is", "are", "to", "stay", "stays", "remain", "remains"]);
    // "when the rains [come]": a participle only behind "have".
    if is(&["come", "become"]) && !once(&["have", "has", "had", "having"]) {
        return Outlook::Unknown;
    }
    const FINITE: [Tag; 4] = [Tag::VerbPast, Tag::VerbPastParticiple, Tag::VerbPresent, Tag::VerbPresent3rd];
    if tag.is_some_and(|t| !FINITE.contains(&t)) {
        return Outlook::Unknown;
    }
    let noun = after(&["the", "a", "an", "of"]);
    // "The group set out", "two dug themselves out": a past form that the tagger knows.
    let past = matches!(tag, Some(Tag::VerbPast | Tag::VerbPastParticiple)) && !noun && !word.capital;
    if (word.is(class::PAST_VERB) || past) && !passive {
        return Outlook::Past;
    }
    // "the star-[studded] gala" tells no tense.
    let compound = text.get(..word.span.start as usize).is_some_and(|before| before.ends_with('-'));
    let regular = !compound && this.len() > 4 && this.ends_with("ed") && !this.ends_with("eed");
    if regular && !word.capital && !passive && !noun { Outlook::Past } else { Outlook::Unknown }
}

/// The tag of the token that begins where a word does.
fn tag_at(tokens: &[Token], span: Span) -> Option<Tag> {
    let at = tokens.partition_point(|t| t.span.start < span.start);
    tokens.get(at).filter(|t| t.span.start == span.start).map(|t| t.tag)
}

/// Whether the verb at `at` is what somebody means to do: "an agreement to acquire", "agreed to buy".
fn is_planned(text: &str, words: &[Word], at: usize) -> bool {
    const PLANS: [&str; 22] = [
        "agreement",
        "plan",
        "plans",
        "proposal",
        "deadline",
        "intention",
        "offer",
        "program",
        "pledge",
        "promise",
        "decision",
        "agreed",
        "agrees",
        "vowed",
        "promised",
        "pledged",
        "plans",
        "wants",
        "intends",
        "expects",
        "hopes",
        "proposed",
    ];
    let back = |n: usize| at.checked_sub(n).and_then(|b| words.get(b)).map_or("", |w| w.span.of(text));
    // "frustrated by the union's decision to reject it": decided before.
    const ANSWERS: [&str; 7] = ["about", "after", "at", "by", "criticised", "criticized", "over"];
    let answered = back(2) == "decision" && (3..=7).any(|n| ANSWERS.contains(&back(n)));
    back(1) == "to" && !answered && PLANS.iter().any(|p| back(2).eq_ignore_ascii_case(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, word: &str) -> Outlook {
        let mut words = Vec::new();
        crate::extract::timex::words::scan(text, Span::new(0, text.len()), &mut words);
        let at = words.iter().position(|w| w.span.of(text) == word).expect("the word");
        outlook(text, &words, &[], at, at + 1)
    }

    #[test]
    fn the_nearest_verb_decides() {
        assert_eq!(around("The court will hear the case on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("The ruling, expected to be announced on Monday, matters.", "Monday"), Outlook::Future);
        assert_eq!(around("He said Friday that the road will open.", "Friday"), Outlook::Past);
        assert_eq!(around("On Monday, the court will sit.", "Monday"), Outlook::Future);
        assert_eq!(around("A vigil is planned for Sunday evening.", "Sunday"), Outlook::Future);
        assert_eq!(around("Talks were to resume on Thursday in Geneva.", "Thursday"), Outlook::Future);
        assert_eq!(around("A hearing on it is set for Monday at ten.", "Monday"), Outlook::Future);
        assert_eq!(around("The pier should open before Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("Forecasters said rain was expected to return on Sunday.", "Sunday"), Outlook::Future);
        assert_eq!(around("The ferry was expected to sail on Sunday.", "Sunday"), Outlook::Future);
        assert_eq!(around("The ferry was expected to sail on Sunday but stayed in port.", "Sunday"), Outlook::Past);
        assert_eq!(around("The ferry had been expected to sail on Sunday.", "Sunday"), Outlook::Past);
        assert_eq!(around("The fair is on Sunday.", "Sunday"), Outlook::Future);
        assert_eq!(around("The king has ordered a week of mourning, starting on Sunday.", "Sunday"), Outlook::Future);
        assert_eq!(around("The talks lasted a week, starting on Sunday.", "Sunday"), Outlook::Past);
        assert_eq!(around("The contract was not awarded until October.", "October"), Outlook::Over);
        assert_eq!(around("The contract was extended until October.", "October"), Outlook::Future);
        assert_eq!(around("The minister promised two trains by October.", "October"), Outlook::Future);
        assert_eq!(around("The strike lasted until October.", "October"), Outlook::Over);
        assert_eq!(around("A man who worked there until October spoke.", "October"), Outlook::Over);
        assert_eq!(around("The vote was brought forward to Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("The judge adjourned the case to Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("Prices were compared to Monday.", "Monday"), Outlook::Past);
        assert_eq!(around("A service takes place on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("Prices are forecast to drop from Tuesday.", "Tuesday"), Outlook::Future);
        assert_eq!(around("The office issued a warning for snow on Saturday.", "Saturday"), Outlook::Future);
        assert_eq!(around("The office issued a warning on Saturday.", "Saturday"), Outlook::Past);
        assert_eq!(around("They look forward to a visit to Vik in October.", "October"), Outlook::Future);
        assert_eq!(around("It was always going to be close, the game from February.", "February"), Outlook::Past);
        assert_eq!(around("Shops will start getting hurt in May.", "May"), Outlook::Future);
        assert_eq!(around("A hearing has been scheduled for Sunday.", "Sunday"), Outlook::Future);
        assert_eq!(around("A hearing had been scheduled for Sunday.", "Sunday"), Outlook::Past);
        assert_eq!(around("Police banned marches through Friday.", "Friday"), Outlook::Future);
        assert_eq!(around("The show ran through Friday.", "Friday"), Outlook::Past);
        assert_eq!(around("The council deferred it until its July meeting.", "July"), Outlook::Future);
        assert_eq!(around("The council deferred it at its July meeting.", "July"), Outlook::Past);
        assert_eq!(around("The pier should have opened on Monday.", "Monday"), Outlook::Past);
        assert_eq!(around("The storm could arrive on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("The crews could not land on Monday.", "Monday"), Outlook::Unknown);
        assert_eq!(around("Neither man could be found on Monday.", "Monday"), Outlook::Unknown);
        assert_eq!(around("He will sing at the star-studded gala on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("She and the king meet briefly on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("She did not meet briefly on Monday, as was planned.", "Monday"), Outlook::Past);
        const FAR: &str = "She is scheduled to spend only five hours on the ground in the far south of Vik Island, her first stop Monday.";
        assert_eq!(around(FAR, "Monday"), Outlook::Future);
        assert_eq!(around("Monday morning traffic", "Monday"), Outlook::Unknown);
        assert_eq!(around("They trained in Vik ahead of Saturday's final.", "Saturday"), Outlook::Awaited);
        assert_eq!(around("They trained in Vik after Saturday's final.", "Saturday"), Outlook::Past);
        assert_eq!(around("The unions called for a national strike on Monday.", "Monday"), Outlook::Future);
        assert_eq!(around("The unions called off a national strike on Monday.", "Monday"), Outlook::Past);
    }
}
