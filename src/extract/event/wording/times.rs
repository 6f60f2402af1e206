//! Times in titles: what of a date or time, and of the words that lead to it, is left out.
//!
//! The date stands beside the title. What a noun or the sense needs stays: "the 2015 agreement", "was not awarded until
//! October".

use super::Wording;
use super::ends::is_address;
use crate::extract::event::clause::Clause;
use crate::extract::event::joined;
use crate::extract::event::lexicon;
use crate::extract::event::reading::TimeAt;
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::text::Tag;
use crate::model::{Modality, TimexKind};
use std::ops::Range;

impl Wording<'_, '_> {
    /// Where the text goes on when what begins at `at` is left out.
    pub(super) fn skipped(&self, at: usize, end: usize, times: &[TimeAt], omitted: &[Range<usize>]) -> Option<usize> {
        if let Some(range) = omitted.iter().find(|r| r.start == at) {
            return Some(range.end);
        }
        if let Some(span) = times.iter().find(|t| t.tokens.start == at + 1 && self.word(at) == "between") {
            // "held [between 2021 and 2023]"
            let second = times.iter().find(|t| t.tokens.start == span.tokens.end + 1);
            return second.filter(|t| t.tokens.end <= end).map(|t| t.tokens.end);
        }
        if is_address(self.word(at)) {
            return Some(at + 1);
        }
        if matches!(self.word(at), "(" | ")") {
            if at.checked_sub(1).is_some_and(|b| self.tag(b) == Tag::PossessiveMarker) {
                // "Japan's (ANA) took": nothing else names it.
                return Some(at + 1);
            }
            let close = (at..at + 16).find(|i| self.word(*i) == ")").map(|c| c.min(end));
            return Some(close.map_or(at, |c| c + 1));
        }
        let after = times.partition_point(|t| t.tokens.start <= at);
        let here = after.checked_sub(1).and_then(|i| times.get(i)).filter(|t| t.tokens.start == at);
        // "in [just over two hours]"
        let barely = matches!(self.word(at + 1), "just" | "only" | "barely" | "about" | "nearly" | "almost");
        let next = times.get(after..).unwrap_or(&[]).iter().find(|t| {
            (t.tokens.start == at + 1 || barely && t.tokens.start == at + 2) && self.is_time_preposition(at, t)
        });
        // "the 2024[-25 season]": the second year goes with the first.
        let shared =
            |t: &TimeAt| times.iter().filter(|o| o.tokens.contains(&(t.tokens.end - 1))).map(|o| o.tokens.end).max();
        let left_out = here.or(next).filter(|t| self.drops(t)).or_else(|| self.led_to(at, times));
        left_out.map(|t| self.compared_to(shared(t).unwrap_or(t.tokens.end).min(end), end))
    }

    /// The time that words at `at` only lead to: "[shortly after] 3 a.m.", "[as of] Wednesday", "[most] recently".
    fn led_to<'t>(&self, at: usize, times: &'t [TimeAt]) -> Option<&'t TimeAt> {
        let leads = match self.word(at) {
            "shortly" | "just" | "soon" | "immediately" | "right" => {
                matches!(self.word(at + 1), "after" | "before" | "around").then_some(2)
            }
            "as" => (self.word(at + 1) == "of").then_some(2),
            // "in the early hours of 11 January"
            "in" => {
                (self.word(at + 1) == "the" && self.word(at + 3) == "hours" && self.word(at + 4) == "of").then_some(5)
            }
            // "late in the second quarter"
            "late" | "early" => {
                let preposed = matches!(self.word(at + 1), "in" | "on");
                let time = |n: usize| preposed.then(|| times.iter().find(|t| t.tokens.start == at + n)).flatten();
                time(2).filter(|t| self.drops(t)).map(|_| 2)
            }
            "most" => (self.word(at + 1) == "recently").then_some(1),
            _ => None,
        }?;
        times.iter().find(|t| t.tokens.start == at + leads)
    }

    /// "[just hours] after the release": how long before or after what is left out.
    pub(super) fn bare_lapse(&self, end: usize) -> Option<usize> {
        let unit = end.checked_sub(1).filter(|_| matches!(self.word(end), "after" | "before"))?;
        let barely = unit.checked_sub(1)?;
        let units = matches!(self.word(unit), "minutes" | "hours" | "days" | "weeks" | "months" | "years");
        (units && matches!(self.word(barely), "just" | "only" | "mere")).then_some(barely)
    }

    /// Whether a participle with a time of its own is joined at `at` to what has another: "arrested in May [and] charged in
    /// June".
    pub(super) fn joins_later(&self, tokens: &Range<usize>, at: usize) -> bool {
        let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
        let other = |i: usize| self.tag(i) == Tag::Conjunction || self.tag(i).is_punctuation();
        let until = |i: usize| self.word(i) == "till" || self.word(i) == "until";
        let own = times
            .iter()
            .any(|t| t.tokens.start > at + 1 && !(at + 1..t.tokens.start).any(other) && !until(t.tokens.start - 1));
        let before = times.iter().any(|t| tokens.start <= t.tokens.start && t.tokens.end <= at);
        let groups = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.groups);
        let passive = groups.iter().rfind(|g| g.head < tokens.start).is_some_and(|g| g.passive);
        self.tag(at + 1) == Tag::VerbPastParticiple && passive && before && own
    }

    /// "was awarded a medal in 2007 [and] an honorary degree in 2012": what the verb tells of another time.
    pub(super) fn joins_other_day(&self, tokens: &Range<usize>, at: usize) -> bool {
        const REACH: usize = 12;
        let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
        // "collapsed in 2023, [and a new round in August]"
        let comma = usize::from(self.word(at - 1) == ",");
        let closes =
            times.iter().any(|t| tokens.start <= t.tokens.start && t.tokens.end + comma == at && self.drops(t));
        let object = matches!(self.tag(at + 1), Tag::Determiner | Tag::Number | Tag::Possessive);
        let other =
            |t: &TimeAt| t.tokens.start > at + 2 && t.tokens.start <= tokens.end.min(at + REACH) && self.drops(t);
        closes && object && times.iter().any(other)
    }

    /// "[was] arrested in May and charged in June": the verb that the second participle shares with the first; "was built
    /// in May and burned down in June": none where it needs none.
    pub(in crate::extract::event) fn shared_copula(&self, clause: &Clause, group: &VerbGroup) -> Option<String> {
        let first = self.reading.sentences.get(self.sentence)?.groups.get(clause.group)?;
        let joined = group.first.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::Conjunction);
        let told = first.passive && joined && group.first == group.head && first.first < first.head;
        let parted = told && self.joins_later(&(first.head + 1..group.first), group.first - 1);
        match group.verb.map_or("", |v| v.lemma) {
            "last" | "remain" => None,
            lemma if joined::ALONE.contains(&lemma) => parted.then(String::new),
            _ => parted.then(|| format!("{} ", self.words(first.first..first.head, &[]))),
        }
    }

    /// How long before or after something else comes next, where what is kept ends: "resigned [five days] after …".
    pub(super) fn lapse_before(&self, end: usize) -> Option<usize> {
        let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
        let lapse = times.iter().find(|t| t.tokens.end == end && matches!(self.word(end), "after" | "before"))?;
        let kind = self.reading.times.timexes.get(lapse.index).map(|t| t.kind);
        let preposed = lapse.tokens.start.checked_sub(1).is_some_and(|b| self.tag(b) == Tag::Preposition);
        (kind == Some(TimexKind::Duration) && !preposed).then_some(lapse.tokens.start)
    }

    /// "agreed to suspend a levy [introduced in July]", "declared three days of mourning [beginning on Friday]": without its
    /// time the participle behind a noun says nothing.
    pub(super) fn made_before(&self, start: usize, end: usize) -> Option<usize> {
        let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
        let closes = end - usize::from(end > start && self.tag(end - 1).is_punctuation());
        let time = times.iter().find(|t| t.tokens.end == closes && self.drops(t))?;
        let before = time.tokens.start.checked_sub(1)?;
        let begins = |at: usize| matches!(self.word(at), "beginning" | "starting" | "ending");
        let preposed = self.tag(before) == Tag::Preposition;
        let made = if preposed || !begins(before) { before.checked_sub(1)? } else { before };
        let made = Some(made).filter(|made| *made > start + 1)?;
        let participle = preposed && self.tag(made) == Tag::VerbPastParticiple || begins(made);
        (participle && self.tag(made - 1).is_common_noun()).then_some(made)
    }

    /// Without the clause that tells what was when a time left out was: "since Sunday[, when he urged calm]".
    pub(in crate::extract::event) fn without_when(&self, tokens: Range<usize>) -> Range<usize> {
        let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
        let when = times.iter().find(|t| {
            let comma = t.tokens.end;
            tokens.contains(&comma) && self.word(comma) == "," && self.word(comma + 1) == "when" && self.drops(t)
        });
        tokens.start..when.map_or(tokens.end, |t| t.tokens.end)
    }

    /// What a time is compared with goes with it: "a month later [than planned]".
    fn compared_to(&self, at: usize, end: usize) -> usize {
        let than = self.word(at).eq_ignore_ascii_case("than") && at < end;
        if self.word(at) == "local" && self.word(at + 1) == "time" {
            return (at + 2).min(end);
        }
        if than { (at..end).find(|i| self.tag(*i).is_punctuation()).unwrap_or(end) } else { at }
    }

    /// A time goes unless a noun needs it: "the 2015 agreement", "Tuesday's vote".
    pub(super) fn drops(&self, time: &TimeAt) -> bool {
        let before = time.tokens.start.checked_sub(1).map_or(Tag::Other, |b| self.tag(b));
        // "pleaded guilty [last November]"
        let whole = ["last", "next", "this"].contains(&self.word(time.tokens.start));
        let modifier = matches!(before, Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker)
            || before == Tag::Adjective && !whole && !self.is_predicate(time.tokens.start - 1);
        // "spent [that winter] in a cave", "had [last week] off": what is spent goes with its verb.
        let spends = |i: usize| match self.reading.document.lemma(i).as_ref() {
            "spend" => true,
            "have" => whole,
            _ => false,
        };
        if time.tokens.start.checked_sub(1).is_some_and(spends) {
            return false;
        }
        // "comes on the same day [a bomb killed six]"
        let same = time.tokens.clone().any(|i| self.word(i) == "same");
        if same
            && matches!(self.tag(time.tokens.end), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::ProperNoun)
        {
            return false;
        }
        // What "to" leads to is not when it happens: "sentenced to four years in prison", "adjourned the case to 21 April".
        let kind = self.reading.times.timexes.get(time.index).map(|t| t.kind);
        let is_term = before == Tag::To && !self.is_time_preposition(time.tokens.start - 1, time);
        // "gave them [six months] to pay": how long is no date.
        let counted = matches!(self.word(time.tokens.end), "later" | "earlier" | "ago" | "since");
        let is_length =
            kind == Some(TimexKind::Duration) && !matches!(before, Tag::Preposition | Tag::Punctuation) && !counted;
        // "will last well [into next year]": how long, not when.
        let well =
            time.tokens.start.checked_sub(2).is_some_and(|i| self.word(i) == "well" && self.word(i + 1) == "into");
        // "gave them [until 30 September] to begin"
        let term = self.tag(time.tokens.end) == Tag::To && before == Tag::Preposition;
        let term = term && self.word(time.tokens.start - 1) == "until";
        // "fell in [midday] trading Friday"
        let timex = self.reading.times.timexes.get(time.index);
        let part = timex.is_some_and(|t| t.kind == TimexKind::Time && t.clock.is_none_or(|c| c.minute == 720))
            && self.tag(time.tokens.end).is_common_noun();
        !modifier
            && !part
            && !well
            && !term
            && !self.is_measured_since(time)
            && !is_length
            && !is_term
            && !self.is_denied_until(time)
            && self.tag(time.tokens.end) != Tag::PossessiveMarker
            && !self.word(time.tokens.end).eq_ignore_ascii_case("of")
            && (before != Tag::Preposition
                || self.is_time_preposition(time.tokens.start - 1, time)
                || self.is_particle(time.tokens.start - 1))
    }

    /// "was [due] Saturday", "is now [payable] Jan. 2": an adjective that no noun follows.
    fn is_predicate(&self, at: usize) -> bool {
        let verb = (at.saturating_sub(2)..at).rev().find(|i| !self.tag(*i).is_adverb());
        verb.is_some_and(|verb| self.reading.document.lemma(verb) == "be")
    }

    /// "his best return [since 2021]": what is the best of its kind is so from then on.
    fn is_measured_since(&self, time: &TimeAt) -> bool {
        const REACH: usize = 4;
        let since = time.tokens.start.checked_sub(1).filter(|at| self.word(*at) == "since");
        since.is_some_and(|since| {
            let near = (since.saturating_sub(REACH)..since).rev().take_while(|i| !self.tag(*i).is_punctuation());
            near.into_iter().any(|i| self.tag(i) == Tag::AdjectiveSuperlative)
        })
    }

    /// "was not awarded [until October]": without the time it would tell the contrary.
    fn is_denied_until(&self, time: &TimeAt) -> bool {
        let start = time.tokens.start;
        let until = start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "until" | "till"));
        let groups = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.groups);
        let verb = groups.iter().rfind(|g| g.head < start);
        until && verb.is_some_and(|g| g.modality == Modality::Negated)
    }

    pub(super) fn is_time_preposition(&self, at: usize, time: &TimeAt) -> bool {
        let clock = self.reading.times.timexes.get(time.index).is_some_and(|t| t.kind == TimexKind::Time);
        match lexicon::lower(self.word(at)).as_ref() {
            // "is to carry [on] this week"
            "on" if !self.is_of_days(time) => false,
            // "took [over] a month later"
            "over" => !self.is_particle(at),
            "on" | "in" | "into" | "at" | "during" | "by" | "since" | "until" | "till" | "early" | "late" => true,
            "from" => true,
            // "for the quarter [ended] Dec. 31", but "The company ended 2023 with a loss"
            "ended" | "ending" => {
                const PERIODS: [&str; 5] = ["quarter", "year", "half", "months", "period"];
                let groups = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.groups);
                at.checked_sub(1).is_some_and(|period| PERIODS.contains(&self.word(period)))
                    || !groups.iter().any(|g| g.finite && g.head == at)
            }
            "to" => {
                // "from 2016 to 2019"
                let times = self.reading.sentences.get(self.sentence).map_or(&[][..], |s| &s.times);
                times.iter().any(|t| t.tokens.end == at && self.drops(t))
            }
            "after" | "before" | "around" | "about" => clock,
            _ => false,
        }
    }

    /// "took [over] a month later"
    fn is_particle(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|verb| joined::particle_after(self.reading, verb) == Some(at))
    }

    /// Whether a time is a day or has one: "on" stands before no week.
    fn is_of_days(&self, time: &TimeAt) -> bool {
        let words = self.reading.times.timexes.get(time.index).map_or("", |t| t.span.of(self.reading.text()));
        !["this week", "this month", "this year", "last week", "last month", "last year", "next week", "next month"]
            .iter()
            .any(|long| words.eq_ignore_ascii_case(long))
    }
}
