//! Bodies called by their kind: "the coalition", "the London-based group", "the U.N. agency" lead back to the body of that
//! kind, and "the company" to the one that was spoken of last.

use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::reference::{Here, NOMINAL_REACH, Reading, Seen};
use super::words::{Shape, Word};
use crate::extract::text::Tag;
use crate::model::{Mention, MentionForm};

/// How many sentences back a body may have been called by a word that means any.
const NEAR: usize = 3;

impl Here<'_, '_> {
    /// The body that the words from `start` mean by its kind, up to four modifiers before the kind.
    pub(super) fn body(&self, start: usize) -> Option<Reading> {
        // "the ruling coalition", but not "the troops attacking several army"
        let doing = |at: usize| self.word(at).is_some_and(|w| w.tag == Tag::VerbGerund) && at > start;
        let plain = |at: usize| self.word(at).is_some_and(is_modifier) && !doing(at);
        let joined = |at: usize| plain(at) || self.word(at + 1).is_some_and(|w| w.text == "-");
        let end = (start..start + 6).find(|at| !joined(*at)).unwrap_or(start + 6);
        let head = (start..end).find(|at| self.word(*at).is_some_and(|w| kinds::is_body(w.text)))?;
        let head = if self.word(head + 1).is_some_and(|w| kinds::is_body(w.text)) { head + 1 } else { head };
        let apposed = self.word(head + 1).is_some_and(|w| w.text == ",") && self.leads_on(start, head + 2);
        if self.leads_on(start, head + 1) || apposed {
            return None;
        }
        let word = self.word(head)?;
        let first = if head == start + 1 && self.word(start).is_some_and(|w| w.text == "same") { head } else { start };
        let span = self.word(first)?.span.cover(word.span);
        let entity = self.subject_before(start, word.text).or_else(|| self.body_called(start, word.text))?;
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// "the U.N. agency", "the US manufacturer": a body called by its kind behind what it belongs to.
    pub(super) fn body_of_place(&self, start: usize) -> Option<Reading> {
        let owner = self.word(start).filter(|w| w.is_capitalised())?;
        let listed = lexicon().facts(owner.name).has(Facts::COUNTRY.and(Facts::GROUP)) || owner.text == "U.N.";
        let kind = self.word(start + 1).filter(|w| listed && kinds::is_body(w.text))?;
        if self.leads_on(start, start + 2) {
            return None;
        }
        let entity = self.body_of_kind(kind.text, usize::MAX)?;
        Some((entity, Mention { span: kind.span, form: MentionForm::Nominal }, start + 2))
    }

    /// The body mentioned last that is of the kind: "the coalition" → Coalition of the Willing, "the group" after "the
    /// rights group Watch"; for a kind that any body can be, the one mentioned last of which no other kind is known.
    pub(super) fn body_called(&self, at: usize, word: &str) -> Option<usize> {
        let undecided = |e: &usize| self.kinds.get(*e).is_some_and(Vec::is_empty);
        // "…, it told Reuters. The company": whoever reports is passed over.
        const REPORTERS: [&str; 6] = ["agency", "newspaper", "broadcaster", "network", "magazine", "station"];
        let reports = |e: &usize| {
            self.kinds.get(*e).is_some_and(|kinds| kinds.iter().any(|kind| REPORTERS.contains(&kind.as_str())))
        };
        let last = || self.recent_bodies(at).find(|e| !reports(e) && !self.hears(*e)).filter(undecided);
        let any = || last().filter(|_| kinds::is_general(word));
        let general = kinds::is_general(word);
        if let Some(body) = self.body_of_sentence(at, word).filter(|_| general) {
            return Some(body);
        }
        let near = || self.body_of_kind(word, if general { NEAR } else { usize::MAX });
        near().or_else(any).or_else(|| self.body_of_kind(word, usize::MAX))
    }

    /// The body of the kind that was mentioned last, `reach` sentences back at most.
    fn body_of_kind(&self, word: &str, reach: usize) -> Option<usize> {
        let of_kind = |e: usize| self.kinds.get(e).is_some_and(|kinds| kinds.iter().any(|kind| kind == word));
        let mut bodies = self.seen.iter().rev().take(NOMINAL_REACH).filter(|s| self.is_body(s.entity));
        // "The company" of long ago is not the one of now.
        let near = |s: &Seen| !kinds::is_general(word) || s.sentence + NEAR >= self.sentence;
        let general = kinds::is_general(word);
        let fits = |s: &&Seen| {
            of_kind(s.entity) && !(general && self.hears(s.entity)) || self.is_so_called(s, word) && near(s)
        };
        bodies.find(|s| s.sentence.saturating_add(reach) >= self.sentence && fits(s)).map(|s| s.entity)
    }

    /// "…, a manager told Moe News. The company": who is told something only reports it.
    fn hears(&self, entity: usize) -> bool {
        let told = |s: &Seen| {
            let back = |steps| s.word.checked_sub(steps).and_then(|at| self.words.all.get(at)).map_or("", |w| w.text);
            let before = if back(1) == "the" { back(2) } else { back(1) };
            matches!(before, "told" | "tells" | "telling")
        };
        self.seen.iter().rev().take(NOMINAL_REACH).any(|s| s.entity == entity && told(s))
    }

    /// "In a statement on the Moe website, [the company]", "Moe's chief executive said [the company]": the only body that the
    /// sentence has named so far and that can be called so.
    fn body_of_sentence(&self, at: usize, word: &str) -> Option<usize> {
        let here = self.seen.iter().rev().take_while(|s| s.sentence == self.sentence);
        let mut bodies = here.filter(|s| self.is_body(s.entity) && self.is_quoted(s.word) == self.is_quoted(at));
        let only = bodies.next()?.entity;
        let kinds = self.kinds.get(only)?;
        let fits = kinds.is_empty() || kinds.iter().any(|kind| kind == word);
        (fits && bodies.all(|s| s.entity == only)).then_some(only)
    }

    /// "Moe Foods said it would buy Lie, the Danish maker. [The company] …": a word that any body may be called opens a
    /// sentence for the subject of the one before.
    fn subject_before(&self, start: usize, word: &str) -> Option<usize> {
        let before = self.sentence.checked_sub(1).filter(|_| start == self.range.start + 1)?;
        let range = self.words.sentences.get(before)?;
        let mut there = self.seen.iter().rev().take_while(|s| s.sentence >= before).filter(|s| s.sentence == before);
        let subject = there.find(|s| s.word <= range.start + 3 && self.is_body(s.entity) && self.acts(s))?;
        let kinds = self.kinds.get(subject.entity)?;
        let fits = kinds.is_empty() && kinds::is_general(word) || kinds.iter().any(|kind| kind == word);
        fits.then_some(subject.entity)
    }

    /// The bodies mentioned before, the last first; whom somebody's words mention is not whom the writer tells of.
    fn recent_bodies(&self, at: usize) -> impl Iterator<Item = usize> {
        let quoted = self.is_quoted(at);
        let told = self.seen.iter().rev().take(NOMINAL_REACH).filter(move |s| quoted || !self.is_quoted(s.word));
        told.map(|s| s.entity).filter(|e| self.is_body(*e))
    }
}

/// A word that may stand before the kind of a body: "the 22-member regional group"; what opens a clause or a phrase of its
/// own does not ("the lobby said its members would sue the bank").
fn is_modifier(word: &Word<'_>) -> bool {
    let plain = word.shape == Shape::Lower && word.is_word() && !word.text.contains('\'');
    let inside = word.tag.is_adjective()
        || word.tag.is_noun()
        || matches!(word.tag, Tag::Number | Tag::Adverb | Tag::VerbGerund | Tag::VerbPastParticiple);
    let counts = matches!(word.text, "several" | "many" | "some" | "all" | "most");
    plain && inside && !counts || word.text == "-" || word.tag == Tag::Number
}
