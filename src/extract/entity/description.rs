//! Descriptions without a name: one that opens a report is a promise of the name that follows ("A British aid group
//! says … Oxfam says"), and one with an age means whom the sentences before speak of.

use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::people::Sex;
use super::post::{RoleFound, is_vague};
use super::pronoun::sex_of;
use super::reference::{Here, NOMINAL_REACH, Reading, Seen, is_age};
use super::words::{Shape, Word};
use crate::extract::text::{Tag, lexicon as text_lexicon, lexicon::NounClass};
use crate::model::{Mention, MentionForm};

/// How many sentences on a description may find its name.
const REACH: usize = 3;
/// The longest description, in words.
const LONGEST: usize = 7;

/// A noun phrase that describes somebody or a body.
struct Description<'w> {
    /// Its first and last word and the noun of the post or kind.
    start: usize,
    head: usize,
    noun: &'w str,
    /// The post with its own modifiers, in small letters: `prime minister`.
    core: String,
}

impl<'a> Here<'_, 'a> {
    /// "A rights group says … The group, Stillwater, …": the description that opens a report means whoever of that kind
    /// the next sentences name first.
    pub(super) fn named_later(&self, at: usize) -> Option<Reading> {
        let found = self.description(at)?;
        let has_post = |role: &RoleFound| {
            let deputy = |core: &str| core.starts_with("vice") || core.starts_with("deputy");
            role.core.ends_with(&found.core) && deputy(&role.core) == deputy(&found.core)
        };
        let roles = |s: &Seen| self.profiles.get(s.entity).map_or(&[][..], |p| p.roles.as_slice());
        let fits = |s: &&Seen| {
            let called = || self.kinds.get(s.entity).is_some_and(|kinds| kinds.iter().any(|kind| kind == found.noun));
            self.is_new(s) && if s.is_person { roles(s).iter().any(has_post) } else { called() }
        };
        let near = || self.later.iter().take_while(|s| s.sentence <= self.sentence + REACH);
        let told = near().filter(|s| s.sentence > self.sentence).find(fits);
        let speaks = self.verb_behind(found.head + 1).is_some();
        let unnamed = || if speaks { self.named_next(found.noun) } else { None };
        let entity = told.map(|s| s.entity).or_else(unnamed)?;
        let span = self.word(found.start)?.span.cover(self.word(found.head)?.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, found.head + 1))
    }

    /// Who acts first in the next sentence and is nothing else there: whom the description with the `noun` promised.
    pub(super) fn named_next(&self, noun: &str) -> Option<usize> {
        let post = is_post(noun);
        let of_kind = |s: &&Seen| s.sentence > self.sentence && if post { s.is_person } else { self.is_body(s.entity) };
        let next = self.later.iter().take(NOMINAL_REACH).find(of_kind).filter(|s| s.sentence == self.sentence + 1)?;
        let roles = self.profiles.get(next.entity).map_or(&[][..], |p| p.roles.as_slice());
        let plain = is_vague(noun) || roles.iter().all(|role| role.is_vague() || role.is_called(noun));
        let kinds = self.kinds.get(next.entity);
        let fits = if post {
            plain && next.end > next.word + 1
        } else {
            kinds.is_some_and(|kinds| kinds.is_empty() || kinds.iter().any(|kind| kind == noun))
        };
        (fits && self.is_new(next) && self.is_subject(next)).then_some(next.entity)
    }

    fn is_new(&self, seen: &Seen) -> bool {
        !self.seen.iter().rev().take(NOMINAL_REACH).any(|before| before.entity == seen.entity)
    }

    /// The description behind the article or owner at `at`.
    fn description(&self, at: usize) -> Option<Description<'a>> {
        let owned = || self.seen.last().is_some_and(|s| s.end == at && s.word <= self.range.start + 1);
        let opens = match self.word(at)?.text {
            "The" | "A" | "An" => {
                at == self.range.start || self.word(at - 1).is_some_and(|w| matches!(w.text, "-" | "–" | "—"))
            }
            "'s" | "’s" => owned(),
            _ => false,
        };
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        let is_head = |at: usize| {
            let word = self.word(at).filter(|w| w.shape == Shape::Lower);
            word.is_some_and(|w| facts(at).has(Facts::ROLE_HEAD) || kinds::is_body(w.text))
        };
        let start = at + 1;
        let head = (start..start + LONGEST)
            .filter(|_| opens)
            .take_while(|at| self.word(*at).is_some_and(|w| w.is_word() || w.tag == Tag::Number || w.text == "-"))
            .find(|at| is_head(*at) && !is_head(*at + 1) && !facts(*at + 1).has(Facts::ROLE_MODIFIER))?;
        let next = self.word(head + 1)?;
        let comma = (head + 1..head + 10).find(|at| self.word(*at).is_some_and(|w| w.text == ","));
        let apposed = comma.is_some_and(|comma| self.word(comma + 1).is_some_and(Word::is_capitalised));
        if next.is_capitalised() || matches!(next.text, "-" | "," | "'s" | "’s") || apposed {
            return None;
        }
        let inner = self.later.iter().take_while(|s| s.word < head).map(|s| s.end).max().unwrap_or(start);
        let start = inner + usize::from(self.word(inner).is_some_and(|w| matches!(w.text, "'s" | "’s")));
        let first = (start..head).rev().take_while(|at| facts(*at).has(Facts::ROLE_MODIFIER)).last().unwrap_or(head);
        let core = self.words.all.get(first..=head)?.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>();
        Some(Description { start, head, noun: self.word(head)?.text, core: core.join(" ") })
    }

    /// "The 71-year-old singer said": whose age the text tells beside a noun, or alone, is whom the sentences before speak of.
    pub(super) fn aged(&self, at: usize) -> Option<Reading> {
        self.word(at).filter(|w| matches!(w.text, "the" | "The"))?;
        let apart = self.word(at + 2).is_some_and(|w| matches!(w.text, "old" | "-old"));
        let age = self.word(at + 1).filter(|w| is_age(w.text) || apart && w.text.ends_with("-year"))?;
        let first = at + 2 + usize::from(apart && !is_age(age.text));
        // "The 37-year-old [left] Vik"
        let acts = |w: &Word<'_>| text_lexicon::possible_tags(w.text, w.lower).0.holds(Tag::VerbPast);
        let inside = |at: &usize| self.word(*at).is_some_and(|w| w.tag.is_adjective() || w.tag.is_noun() && !acts(w));
        let end = (first..first + LONGEST).find(|at| !inside(at)).unwrap_or(first);
        let head = self.word(end.checked_sub(1)?)?;
        let human = end == first || head.shape == Shape::Lower && head.tag == Tag::Noun && is_human(head.text);
        let named = self.word(end).is_some_and(|w| w.is_capitalised() || w.text == ",");
        if !human || named {
            return None;
        }
        let rest = self.words.all.get(end..self.range.end)?;
        let sex = rest.iter().map(|w| sex_of(w.text)).find(|sex| *sex != Sex::Unknown).unwrap_or_default();
        let years = age.text.split('-').next().unwrap_or("");
        let fits = |s: &Seen| {
            self.sexes.get(s.entity).is_none_or(|known| known.fits(sex)) && !self.is_of_other_age(s.entity, years)
        };
        let entity = self
            .person_aged(years)
            .or_else(|| self.antecedent(2, &|s: &Seen| s.is_person && s.sentence < self.sentence && fits(s)))?;
        let start = self.word(first).filter(|_| end > first).unwrap_or(age);
        Some((entity, Mention { span: start.span.cover(head.span), form: MentionForm::Nominal }, end))
    }

    /// "Moe, 37, …": who is told anywhere to be so old; of two of one age it is nobody.
    fn person_aged(&self, years: &str) -> Option<usize> {
        let recent = self.seen.iter().rev().take(NOMINAL_REACH).chain(self.later);
        let mut told = recent.filter(|s| self.age_told(s) == Some(years)).map(|s| s.entity);
        let one = told.next()?;
        told.all(|other| other == one).then_some(one)
    }

    /// Whether somebody is told to be of another age.
    fn is_of_other_age(&self, entity: usize, years: &str) -> bool {
        let mut told = self.seen.iter().chain(self.later).filter(|s| s.entity == entity);
        told.any(|s| self.age_told(s).is_some_and(|age| age != years))
    }

    /// The age behind a person's name: "Moe, 37".
    fn age_told(&self, name: &Seen) -> Option<&'a str> {
        let text = |at: usize| self.words.all.get(at).map_or("", |w| w.text);
        let age = text(name.end + 1);
        let is_number = (1..=3).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit());
        (name.is_person && is_number && text(name.end) == ",").then_some(age)
    }

    /// "company chief Ola Nordmann": a kind without article before the post of somebody named means the body spoken of.
    pub(super) fn bare_body(&self, at: usize) -> Option<Reading> {
        let named = self.later.first().filter(|s| s.is_person && (at + 2..at + 5).contains(&s.word))?;
        let word = self.word(at).filter(|w| w.shape == Shape::Lower && kinds::is_body(w.text))?;
        let belongs = |w: &Word<'_>| {
            w.tag.is_adjective()
                || w.tag.is_noun()
                || matches!(w.tag, Tag::Determiner | Tag::Possessive | Tag::Number)
                || matches!(w.text, "'s" | "’s" | "-")
        };
        let alone = !at.checked_sub(1).and_then(|at| self.word(at)).is_some_and(belongs);
        let is_role = |at: &usize| {
            self.word(*at).is_some_and(|w| lexicon().role(w).has(Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER)))
        };
        let end = (at + 1..at + 5).find(|at| !is_role(at))?;
        if !alone || named.word != end {
            return None;
        }
        let entity = self.body_called(at, word.text)?;
        Some((entity, Mention { span: word.span, form: MentionForm::Nominal }, at + 1))
    }

    /// The verb of which the phrase that ends before `at` is the subject, an "of …" or "in …" between them.
    pub(super) fn verb_behind(&self, at: usize) -> Option<usize> {
        let linked = self.word(at).is_some_and(|w| matches!(w.text, "of" | "for" | "in" | "at" | "to"));
        let reach = if linked { 14 } else { 3 };
        (at..at + reach)
            .take_while(|at| self.word(*at).is_some_and(|w| w.text != "," && !matches!(w.tag, Tag::WhWord)))
            .find(|at| self.word(*at).is_some_and(|w| w.tag.is_finite_verb() || w.text.ends_with("says")))
    }
}

/// Whether the noun names a post or profession.
fn is_post(noun: &str) -> bool {
    super::is_profession(noun)
}

/// Whether the noun means a human being first of all.
pub(super) fn is_human(noun: &str) -> bool {
    is_post(noun) || text_lexicon::noun(noun).is_some_and(|entry| entry.noun_class_rank(NounClass::Person) == Some(0))
}
