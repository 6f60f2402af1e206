//! Control: inside a clause that hangs on a verb, the verb tells whose the pronoun is. "Ortiz urged Moe to use his head"
//! means Moe's; "Moe telephoned Lie to congratulate him" Lie; "Moe will go, he added" neither, for who says it is another.

use super::lexicon::{Facts, lexicon};
use super::reference::{Here, Seen};
use crate::extract::text::Tag;

/// How many mentions back one stands right before a clause.
const NEAR: usize = 40;
/// The stems of verbs that make another do something, or blame him for it.
const URGES: [&str; 22] = [
    "ask", "urg", "told", "tell", "order", "forc", "allow", "want", "press", "help", "persuad", "warn", "invit",
    "encourag", "instruct", "requir", "advis", "convinc", "remind", "accus", "blam", "pushed",
];

/// The stems of verbs and nouns that judge whoever is named behind them.
const JUDGES: [&str; 13] = [
    "accus", "attack", "blam", "condemn", "critici", "defend", "denounc", "hail", "mock", "prais", "slam", "support",
    "oppos",
];
/// How far behind the name, in words, the clause that judges may open.
const NEXT: usize = 6;

/// Verbs of saying and thinking before what is said.
const SAYS: [&str; 18] = [
    "said",
    "says",
    "say",
    "added",
    "adds",
    "believes",
    "believed",
    "thinks",
    "thought",
    "insists",
    "insisted",
    "claims",
    "claimed",
    "argued",
    "hopes",
    "hoped",
    "announced",
    "denied",
];

impl Here<'_, '_> {
    /// "Mr. Moe telephoned Mr. Lie to congratulate [him]": not who is to do it, but the other.
    pub(super) fn object_of_infinitive(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let is_object = self.word(at).is_some_and(|w| matches!(w.text, "him" | "her") && w.tag != Tag::Possessive);
        let verb = at.checked_sub(1).and_then(|verb| self.word(verb)).filter(|w| is_object && w.tag.is_verb())?;
        let to = at.checked_sub(2).and_then(|to| self.word(to)).is_some_and(|w| w.text == "to");
        if !to && verb.tag != Tag::VerbGerund {
            return None;
        }
        let here = || self.seen.iter().rev().take_while(|s| s.sentence == self.sentence).filter(|s| fits(s));
        let doer = here().find(|s| self.is_subject(s))?.entity;
        here().find(|s| s.entity != doer).map(|s| s.entity)
    }

    /// "Ortiz was beaten by Moe who says [he]": inside a relative clause the one it tells of.
    pub(super) fn before_who(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let inside = |at: &usize| self.word(*at).is_some_and(|w| !matches!(w.text, "," | "and" | "but"));
        let who = (self.range.start..at)
            .rev()
            .take_while(inside)
            .find(|at| self.word(*at).is_some_and(|w| w.text == "who"))?;
        let comma = who.checked_sub(1).filter(|at| self.word(*at).is_some_and(|w| w.text == ","));
        let end = comma.unwrap_or(who);
        self.seen.iter().rev().take(NEAR).find(|s| s.end == end).filter(|s| fits(s)).map(|s| s.entity)
    }

    /// "to congratulate him on [his] election": whoever is meant by the pronoun right before.
    pub(super) fn same_again(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let text = |at: Option<usize>| at.and_then(|at| self.word(at)).map_or("", |w| w.text);
        let before = matches!(text(at.checked_sub(1)), "on" | "for" | "of" | "in" | "about" | "from" | "by");
        let object = at.checked_sub(2).filter(|at| before && matches!(text(Some(*at)), "him" | "her"))?;
        self.seen.last().filter(|s| s.word == object && fits(s)).map(|s| s.entity)
    }

    /// "Ortiz hoped for more, but Moe said [he]": the subject of the saying that the pronoun opens.
    pub(super) fn saying(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let that = at.checked_sub(1).filter(|at| text(*at) == "that");
        let verb = that.unwrap_or(at).checked_sub(1)?;
        let says = SAYS.contains(&text(verb)) || that.is_some() && self.word(verb)?.tag.is_verb();
        let linked = |at: &usize| {
            let auxiliary = matches!(text(*at), "has" | "had" | "have" | "does" | "did" | "do" | "not" | "who");
            auxiliary || self.word(*at).is_some_and(|w| w.tag == Tag::Adverb)
        };
        let end = (self.range.start..verb).rev().find(|at| !linked(at)).filter(|_| says)? + 1;
        let subject = self.seen.iter().rev().take(NEAR).find(|s| s.end == end)?;
        (fits(subject) && self.acts(subject)).then_some(subject.entity)
    }

    /// "Ortiz urged Moe to use [his] head": who is to do it, where the verb says that another shall.
    pub(super) fn urged(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let tag = |at: usize| self.word(at).map(|w| w.tag);
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let opens = |link: &usize| match text(*link) {
            "to" => tag(link + 1) == Some(Tag::VerbBase),
            "of" | "for" | "from" => tag(link + 1) == Some(Tag::VerbGerund),
            _ => false,
        };
        let near = (self.range.start.max(at.saturating_sub(10))..at).rev().take_while(|at| text(*at) != ",");
        let link = near.into_iter().find(opens)?;
        // "give Moe [the power] to"
        let given = link.checked_sub(2).filter(|at| text(*at) == "the" && tag(link - 1) == Some(Tag::Noun));
        let urged = self.seen.iter().rev().take(NEAR).find(|s| s.end == given.unwrap_or(link)).filter(|s| fits(s))?;
        let titled = |at: &usize| self.word(*at).is_some_and(|w| w.is_capitalised() || lexicon().role(w) != Facts(0));
        let verb = (self.range.start..urged.word).rev().find(|at| !titled(at) && text(*at) != "the")?;
        let urges = |at: usize| URGES.iter().any(|stem| text(at).starts_with(stem));
        let gives = given.is_some()
            && matches!(text(verb), "give" | "gives" | "gave" | "given" | "giving" | "offer" | "offered");
        (urges(verb) && given.is_none()
            || gives
            || text(verb) == "on" && text(verb.saturating_sub(1)).starts_with("call"))
        .then_some(urged.entity)
    }

    /// "Ortiz criticised Moe, saying [he] had failed": who is judged, not who judges.
    pub(super) fn judged(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let saying = at.checked_sub(if text(at.checked_sub(1)?) == "that" { 2 } else { 1 })?;
        let comma =
            saying.checked_sub(1).filter(|at| text(*at) == "," && matches!(text(saying), "saying" | "claiming"))?;
        let mut here = self.seen.iter().rev().take(NEAR).take_while(|s| s.sentence == self.sentence);
        let judged = here.find(|s| s.is_person)?;
        let titled = |at: &usize| self.word(*at).is_some_and(|w| w.is_capitalised() || lexicon().role(w) != Facts(0));
        let verb = (self.range.start..judged.word)
            .rev()
            .find(|at| !titled(at) && !matches!(text(*at), "the" | "on" | "at"))?;
        let judges = JUDGES.iter().any(|stem| text(verb).starts_with(stem));
        (judges && judged.end <= comma && judged.end + NEXT >= comma && fits(judged)).then_some(judged.entity)
    }

    /// "“The governor will go,” [he] said", "the police will question Moe, [he] added": who says it is not who is told of.
    pub(super) fn is_speech_tag(&self, at: usize) -> bool {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let behind = at > self.range.start + 2 && matches!(text(at - 1), "," | "”" | "\"" | "''" | "’");
        let says = matches!(text(at + 1), "said" | "says" | "added" | "adds" | "explained" | "insisted" | "warned");
        let ends = matches!(text(at + 2), "" | "." | "," | "in" | "on" | "at" | "of" | "during")
            || text(at + 2).ends_with("day");
        // "After meeting Moe, she said"
        let opened = self.word(self.range.start).is_some_and(|w| {
            matches!(
                w.tag,
                Tag::Preposition | Tag::VerbGerund | Tag::VerbPastParticiple | Tag::To | Tag::Adverb | Tag::WhWord
            )
        });
        behind && says && ends && !(opened && text(at - 1) == ",")
    }

    /// "Moe said", "Moe told": who does say something.
    pub(super) fn speaks(&self, seen: &Seen) -> bool {
        let verb = self.words.all.get(seen.end).map_or("", |w| w.text);
        matches!(verb, "said" | "says" | "told" | "tells" | "added" | "adds") && !self.is_quoted(seen.word)
    }

    /// "[Lidl] and [Tesco] are its customers": two together are they.
    pub(super) fn is_joined(&self, seen: &Seen) -> bool {
        let text = |at: usize| self.words.all.get(at).map_or("", |w| w.text);
        let next = |s: &Seen| s.word == seen.end + 1 || s.end + 1 == seen.word;
        let and = text(seen.end) == "and" || seen.word.checked_sub(1).is_some_and(|at| text(at) == "and");
        let near = self.seen.iter().rev().take(NEAR).chain(self.later.first());
        and && seen.sentence == self.sentence
            && near.into_iter().any(|s| !s.is_person && s.entity != seen.entity && next(s))
    }
}
