//! Somebody or something whom nobody names: "a rebel spokesman told VOA that he …", "the oil company says it …". A
//! description that does something brings them in; only who is spoken of again becomes an entity, under the words that
//! describe it.

use super::description::is_human;
use super::kin::Tie;
use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::people::Sex;
use super::post::is_second;
use super::pronoun::may_be;
use super::reference::{Here, NOMINAL_REACH, Reading, Seen, is_age};
use super::words::{Shape, Word};
use crate::extract::text::Tag;
use crate::model::{Entity, EntityKind, Mention, MentionForm, Span, Standing};

/// The longest description, in words.
const LONGEST: usize = 7;
/// How far from its sentence's begin, in words, a description is its subject.
const NEAR: usize = 8;

/// Who is described and not named.
#[derive(Clone, Debug)]
pub(super) struct Nameless {
    pub(super) kind: EntityKind,
    /// The words that describe them, with all that stands before the noun: `Foreign Ministry spokesman`.
    words: Span,
    /// The words from the last name on: `spokesman`.
    mention: Span,
    /// The noun, in small letters.
    noun: String,
}

impl Nameless {
    pub(super) fn new(kind: EntityKind, words: Span, mention: Span, noun: &str) -> Self {
        Nameless { kind, words, mention, noun: noun.to_owned() }
    }

    /// The noun that describes them, in small letters.
    pub(super) fn noun(&self) -> &str {
        &self.noun
    }

    /// The words from the last name on.
    pub(super) fn mention(&self) -> Span {
        self.mention
    }

    /// What the noun alone tells of the sex.
    pub(super) fn sex(&self) -> Sex {
        match (may_be(&self.noun, Sex::Male), may_be(&self.noun, Sex::Female)) {
            (true, false) => Sex::Male,
            (false, true) => Sex::Female,
            _ => Sex::Unknown,
        }
    }

    /// The entity, with the mentions that speak of it again.
    fn entity(&self, text: &str, again: Vec<Mention>) -> Entity {
        let mut mentions = vec![Mention { span: self.mention, form: MentionForm::Nominal }];
        mentions.extend(again);
        Entity {
            kind: self.kind,
            name: self.words.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
            aliases: Vec::new(),
            role: None,
            standing: Standing::Story,
            mentions,
        }
    }
}

/// All who were described without a name, numbered on from the entities.
#[derive(Default)]
pub(super) struct Strangers {
    pub(super) nameless: Vec<Nameless>,
    /// Who is whose kin, also of those with names.
    pub(super) ties: Vec<Tie>,
    /// Who turned out to be a named entity.
    pub(super) names: Vec<(usize, usize)>,
}

impl Strangers {
    /// Makes entities of those who are spoken of again in `found`, and tells of each mention found, and of the descriptions
    /// of those who got a name, to which of the entities it goes.
    pub(super) fn add(
        &self,
        text: &str,
        entities: &mut Vec<Entity>,
        found: &[(usize, Mention)],
    ) -> Vec<(usize, Mention)> {
        let first = entities.len();
        let mut mentions: Vec<(usize, Mention)> = found.iter().filter(|(entity, _)| *entity < first).copied().collect();
        for (at, one) in self.nameless.iter().enumerate() {
            let again: Vec<Mention> =
                found.iter().filter(|(entity, _)| *entity == first + at).map(|(_, m)| *m).collect();
            let name = self.names.iter().find(|(stranger, _)| *stranger == first + at).map(|(_, entity)| *entity);
            match name {
                Some(entity) => {
                    let described = Mention { span: one.mention, form: MentionForm::Nominal };
                    mentions.extend(again.into_iter().chain([described]).map(|mention| (entity, mention)));
                }
                None if !again.is_empty() => entities.push(one.entity(text, again)),
                None => {}
            }
        }
        mentions
    }
}

/// Somebody who comes in without a name.
pub(super) struct Newcomer {
    pub(super) nameless: Nameless,
    pub(super) place: Seen,
    pub(super) tie: Option<Tie>,
}

/// Words that a name may follow as what somebody is called.
const CALLED: [&str; 4] = ["called", "named", "known", "calling"];

impl<'a> Here<'_, 'a> {
    /// Who comes in without a name at `at`, under the number `entity`.
    pub(super) fn newcomer(&self, at: usize, entity: usize) -> Option<Newcomer> {
        // Whom somebody tells of in his own words nobody else calls "he".
        let newcomer = || {
            self.unnamed(at, entity)
                .or_else(|| self.unnamed_kin(at, entity))
                .or_else(|| self.headline_newcomer(at, entity))
        };
        if self.is_quoted(at) { None } else { newcomer() }
    }

    /// Somebody who comes in behind an article or an owner: "a rebel spokesman told", "Lund's mayor said".
    fn unnamed(&self, at: usize, entity: usize) -> Option<Newcomer> {
        let begins = self.begins(at);
        let one = match self.word(at)?.text {
            "a" | "A" | "an" | "An" | "another" | "Another" | "one" | "One" => true,
            "the" | "The" => false,
            "'s" | "’s" if self.seen.last().is_some_and(|s| s.end == at && s.word <= self.range.start + 1) => true,
            _ => return None,
        };
        let inside = |w: &Word<'_>| w.tag.is_adjective() || w.tag.is_noun() || w.tag == Tag::Number || w.text == "-";
        let owner = |at: usize| self.word(at).is_some_and(|w| matches!(w.text, "'s" | "’s"));
        let end =
            (at + 1..at + 1 + LONGEST).find(|at| !self.word(*at).is_some_and(inside)).filter(|end| !owner(*end))?;
        let head = self.word(end.checked_sub(1)?).filter(|w| w.tag == Tag::Noun && w.shape == Shape::Lower)?;
        let kind = match (is_human(head.text), kinds::is_body(head.text) && head.text != "paper") {
            (_, true) => EntityKind::Organisation,
            (true, _) => EntityKind::Person,
            _ => return None,
        };
        let near = at <= self.range.start + NEAR;
        let a = self.word(at).is_some_and(|w| matches!(w.text, "a" | "an"));
        let the = usize::from(self.word(end + 1).is_some_and(|w| w.text == "the"));
        let named_behind = self.word(end + 1 + the).is_some_and(Word::is_capitalised);
        let opens = at == self.range.start;
        let hangs = !opens && self.word(at - 1).is_some_and(|w| w.tag == Tag::Preposition);
        let acts = self.word(end).is_some_and(|w| match w.text {
            "who" => true,
            "that" => kind == EntityKind::Organisation,
            // "An artist based in Lund is", "A group calling itself"
            _ if opens && matches!(w.tag, Tag::VerbPastParticiple | Tag::VerbGerund) => true,
            text if CALLED.contains(&text) => true,
            // "The regulator, Gridwatch, has"
            "," => opens && !named_behind,
            // "when called, a man got out"
            _ => {
                (near || begins && a) && !hangs && (w.tag.is_finite_verb() || begins && self.verb_behind(end).is_some())
            }
        });
        // "Per Moe, a friend who says": beside a name it is the one named.
        let is_comma = |at: usize| self.word(at).is_some_and(|w| w.text == ",");
        let mark = |at: &usize| self.word(*at).is_some_and(|w| matches!(w.text, "," | "-" | "–" | "—"));
        let mark = at.checked_sub(1).filter(mark);
        let apposed = mark.is_some_and(|mark| self.seen.last().is_some_and(|s| s.end == mark));
        // "A nurse who worked there, Ada Lind, said"
        let mut behind = self.later.iter().take_while(|s| s.word < self.range.end).filter(|s| s.word > end);
        let named = behind.any(|s| s.is_person && is_comma(s.word - 1) && is_comma(s.end));
        // "The first witness was police chief Major-Gen Per Moe", not "… was a friend of Per Moe".
        let verb = self.verb_behind(end).filter(|at| self.word(*at).is_some_and(|w| matches!(w.text, "is" | "was")));
        let titles = |mut words: std::ops::Range<usize>| words.all(|at| self.word(at).is_some_and(inside));
        let is_named = verb.is_some_and(|verb| {
            self.later.iter().any(|s| {
                let near = (verb..verb + 5).contains(&s.word);
                s.is_person && (near || (verb..verb + 9).contains(&s.word) && titles(verb + 1..s.word))
            })
        });
        if !acts || is_named || apposed || named || !(one || begins) {
            return None;
        }
        let inner = self.later.iter().take_while(|s| s.word < end - 1).map(|s| s.end).max().unwrap_or(at + 1);
        let start = (inner..end).find(|at| !owner(*at) && self.word(*at).is_some_and(|w| w.text != "-"))?;
        let words = self.word(at + 1)?.span.cover(head.span);
        let mention = self.word(start)?.span.cover(head.span);
        let nameless = Nameless::new(kind, words, mention, head.text);
        let is_person = kind == EntityKind::Person;
        let place = Seen { entity, sentence: self.sentence, word: start, end, is_person };
        Some(Newcomer { nameless, place, tie: None })
    }

    /// Whether a phrase at `at` opens its sentence or stands behind a mark.
    fn begins(&self, at: usize) -> bool {
        let mark = |w: &Word<'_>| matches!(w.text, "," | "-" | "–" | "—" | "“" | "\"");
        at == self.range.start || at.checked_sub(1).and_then(|at| self.word(at)).is_some_and(mark)
    }

    /// "a nurse who lost her house. Ada Lind, 52, says", "a party called Dawn": whom the description promises.
    pub(super) fn promised(&self, at: usize, one: &Newcomer) -> Option<Reading> {
        let noun = &one.nameless.noun;
        let called = self.word(one.place.end).is_some_and(|w| CALLED.contains(&w.text));
        let entity = if called {
            self.name_behind(one.place.end, one.place.is_person)
        } else {
            let new = !self.word(at).is_some_and(|w| matches!(w.text, "the" | "The")) && self.begins(at);
            let known = !one.place.is_person || super::is_profession(noun);
            self.named_next(noun).filter(|_| new && known)
        };
        Some((entity?, Mention { span: one.nameless.mention, form: MentionForm::Nominal }, one.place.end))
    }

    /// Who turns out to bear a name at `at`: "the brother, [Per Moe],", "the man calls himself [Moe]".
    pub(super) fn revealed(&self, at: usize, reading: Option<&Reading>) -> Option<(usize, usize)> {
        let noun = || {
            let noun = self.word(at + 1).filter(|w| w.tag == Tag::Noun && w.shape == Shape::Lower)?;
            let comma = self.word(at + 2).filter(|w| w.text == ",").is_some();
            let the = self.word(at).is_some_and(|w| matches!(w.text, "the" | "The"));
            Some((self.called_before(noun.text).filter(|_| the && comma)?, at + 2))
        };
        let (stranger, end) = match reading {
            Some((entity, mention, end)) if mention.form == MentionForm::Nominal => (*entity, *end),
            Some((entity, _, end)) if self.word(at).is_some_and(|w| w.text.ends_with("self")) => (*entity, *end),
            Some(_) => return None,
            None => noun()?,
        };
        let is_person = self.nameless(stranger)?.kind == EntityKind::Person;
        Some((stranger, self.name_behind(end, is_person)?))
    }

    /// The name behind the words from `at` that introduce it; one between commas is an apposition.
    fn name_behind(&self, at: usize, is_person: bool) -> Option<usize> {
        let comma = |at: usize| self.word(at).is_some_and(|w| w.text == ",");
        let links = |at: &usize| {
            let quiet = ["as", "simply", "just", "the", "The", "“", "\"", "``", ","];
            self.word(*at).is_some_and(|w| quiet.contains(&w.text) || CALLED.contains(&w.text))
        };
        let end = (at..at + 4).find(|at| !links(at)).filter(|end| end > &at)?;
        let name = self.later.first().filter(|s| s.word == end && s.is_person == is_person)?;
        (!comma(at) || comma(name.end)).then_some(name.entity)
    }

    /// "The man said": who was described with the noun before.
    pub(super) fn described_again(&self, at: usize) -> Option<Reading> {
        self.word(at).filter(|w| matches!(w.text, "the" | "The"))?;
        let modifies = |at: usize| self.word(at).is_some_and(|w| w.tag.is_adjective() || is_age(w.text));
        let head = (at + 1..at + 4).find(|at| !modifies(*at))?;
        let noun = self.word(head).filter(|w| w.tag == Tag::Noun && w.shape == Shape::Lower)?;
        let apposed = self.word(head + 1).is_some_and(|w| w.text == ",") && self.leads_on(at + 1, head + 2);
        let alone = !apposed && !self.word(head + 1).is_some_and(|w| w.tag.is_noun());
        let post = lexicon().role(noun).has(Facts::ROLE_HEAD) || kinds::is_body(noun.text);
        if post || !alone || self.leads_on(at + 1, head + 1) {
            return None;
        }
        let entity = self.called_before(noun.text)?;
        let span = self.word(at + 1)?.span.cover(noun.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// Who was called by the noun last.
    fn called_before(&self, noun: &str) -> Option<usize> {
        let mut recent = self.seen.iter().rev().take(NOMINAL_REACH);
        recent.find(|s| self.is_so_called(s, noun)).map(|s| s.entity)
    }

    /// Whether the mention is no name and calls somebody by the post or noun; a vice president is no president.
    pub(super) fn is_so_called(&self, seen: &Seen, noun: &str) -> bool {
        let words = self.words.all.get(seen.word..seen.end).unwrap_or(&[]);
        let small = words.last().is_some_and(|w| w.shape == Shape::Lower && noun.ends_with(w.text));
        let called = || words.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        small
            && called()
                .strip_suffix(noun)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' ') && !is_second(rest.trim_end()))
    }

    /// Whoever of the number is described and not named.
    pub(super) fn nameless(&self, entity: usize) -> Option<&Nameless> {
        entity.checked_sub(self.entities.len()).and_then(|at| self.strangers.nameless.get(at))
    }
}
