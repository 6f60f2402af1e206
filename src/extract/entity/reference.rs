//! Mentions without a name: "the president", "the ministry", "he". Each goes to the entity that the text before it makes
//! the only sensible reading; where it makes none, to nobody.

use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::people::Sex;
use super::role::RoleFound;
use super::words::{Shape, Word, Words};
use crate::extract::text::lexicon as text_lexicon;
use crate::model::{Entity, EntityKind, Mention, MentionForm, Span, Standing};
use std::ops::Range;

/// What coreference knows of an entity beside its record.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) sex: Sex,
    pub(super) roles: Vec<RoleFound>,
}

/// How many sentences back a pronoun may reach.
const PRONOUN_REACH: usize = 2;
/// How many sentences on a description may find its name.
const CATAPHORA_REACH: usize = 3;
/// How far from its sentence's begin, in words, a subject behind an opening phrase may stand.
const SUBJECT_REACH: usize = 20;
/// How many mentions back a common noun may look for its name.
const NOMINAL_REACH: usize = 200;

#[derive(Clone, Copy)]
struct Seen {
    entity: usize,
    sentence: usize,
    word: usize,
    end: usize,
    is_person: bool,
}

/// Adds nominal and pronoun mentions to the entities.
pub(super) fn add(words: &Words<'_>, blocks: &[usize], entities: &mut [Entity], profiles: &[Profile]) {
    let named = named_places(words, entities);
    let mut next = 0;
    let mut seen: Vec<Seen> = Vec::new();
    let mut found: Vec<(usize, Mention)> = Vec::new();
    let quoted = quoted_words(words, blocks);
    let kinds = kinds::of_entities(words, entities);
    for (sentence, range) in words.sentences.iter().enumerate() {
        let mut skip = range.start;
        for at in range.clone() {
            while let Some(name) = named.get(next).filter(|n| n.word <= at) {
                skip = skip.max(name.end);
                seen.push(*name);
                next += 1;
            }
            if at < skip {
                continue;
            }
            let here = Here { words, sentence, range, seen: &seen, entities, profiles, blocks, kinds: &kinds };
            let inside = quoted.get(at).copied().unwrap_or(false);
            let reading = here
                .nominal(at)
                .or_else(|| here.named_later(at, named.get(next..).unwrap_or(&[])))
                .or_else(|| if inside { None } else { here.pronoun(at) });
            if let Some((entity, mention, end)) = reading {
                let is_person = entities.get(entity).is_some_and(|e| e.kind == EntityKind::Person);
                found.push((entity, mention));
                seen.push(Seen { entity, sentence, word: at, end, is_person });
                skip = end;
            }
        }
    }
    for (entity, mention) in found {
        if let Some(entity) = entities.get_mut(entity) {
            entity.mentions.push(mention);
        }
    }
    for entity in entities {
        entity.mentions.sort_by_key(|m| m.span);
    }
}

fn named_places(words: &Words<'_>, entities: &[Entity]) -> Vec<Seen> {
    let mut places = Vec::new();
    for (entity, record) in entities.iter().enumerate().filter(|(_, e)| e.standing == Standing::Story) {
        for mention in &record.mentions {
            let word = words.all.partition_point(|w| w.span.start < mention.span.start);
            let end = words.all.partition_point(|w| w.span.end <= mention.span.end);
            let sentence = words.sentences.partition_point(|s| s.end <= word);
            // "the Solveig" is a ship, whatever the tagger took it for.
            let has_article = end == word + 1
                && word
                    .checked_sub(1)
                    .and_then(|at| words.all.get(at))
                    .is_some_and(|w| matches!(w.text, "the" | "The"));
            let is_person = record.kind == EntityKind::Person && !has_article;
            places.push(Seen { entity, sentence, word, end, is_person });
        }
    }
    places.sort_by_key(|place| place.word);
    places
}

/// Which words stand in quotation marks; marks do not reach over paragraphs.
fn quoted_words(words: &Words<'_>, blocks: &[usize]) -> Vec<bool> {
    let mut quoted = Vec::with_capacity(words.all.len());
    let mut open = false;
    let mut block = usize::MAX;
    for (sentence, range) in words.sentences.iter().enumerate() {
        let here = blocks.get(sentence).copied().unwrap_or(0);
        open &= here == block;
        block = here;
        for word in words.all.get(range.clone()).unwrap_or(&[]) {
            match word.text {
                "“" | "``" | "«" | "„" => open = true,
                "”" | "''" | "»" => open = false,
                "\"" => open = !open,
                _ => {}
            }
            quoted.push(open);
        }
    }
    quoted
}

struct Here<'x, 'a> {
    words: &'x Words<'a>,
    sentence: usize,
    range: &'x Range<usize>,
    seen: &'x [Seen],
    entities: &'x [Entity],
    profiles: &'x [Profile],
    blocks: &'x [usize],
    /// What kind of body each entity is, as far as the text tells.
    kinds: &'x [Vec<String>],
}

type Reading = (usize, Mention, usize);

impl<'a> Here<'_, 'a> {
    fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.all.get(at).filter(|_| self.range.contains(&at))
    }

    /// "the [French] [prime] minister", "Brazil's foreign minister", "the coalition", "the London-based group".
    fn nominal(&self, at: usize) -> Option<Reading> {
        let (start, owner) = match self.word(at)?.text {
            "the" | "The" => (at + 1, None),
            "'s" | "’s" => (at + 1, Some(self.nation_ending(at)?)),
            _ => return None,
        };
        let nation = self.word(start).filter(|w| w.is_capitalised()).and_then(|w| lexicon().nation(w.text));
        let first = start + usize::from(nation.is_some());
        self.post(start, first, owner.or(nation)).or_else(|| self.body(start).filter(|_| owner.is_none()))
    }

    /// The nation whose name ends before the word `at`.
    fn nation_ending(&self, at: usize) -> Option<&'static str> {
        let last = self.seen.last().filter(|s| s.end == at)?;
        lexicon().nation(&self.entities.get(last.entity)?.name)
    }

    /// The person whose post the words from `first` name; `start` is where the mention begins.
    fn post(&self, start: usize, first: usize, nation: Option<&str>) -> Option<Reading> {
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        let is_role = |at: usize| facts(at).has(Facts::ROLE_MODIFIER.and(Facts::ROLE_HEAD));
        let first = (first..first + 2).find(|at| is_role(*at) || !self.word(*at).is_some_and(is_adjective))?;
        let mut head = first;
        while facts(head).has(Facts::ROLE_MODIFIER) && is_role(head + 1) {
            head += 1;
        }
        if !facts(head).has(Facts::ROLE_HEAD) || self.leads_on(head + 1) {
            return None;
        }
        let inside = self.words.all.get(first..=head)?;
        let core = inside.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let entity = self.person_of_role(&core, nation)?;
        let span = self.word(start)?.span.cover(self.word(head)?.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// "A rights group says … The group, Stillwater, …": the description that opens a report means whoever of that kind
    /// the next sentences name first.
    fn named_later(&self, at: usize, later: &[Seen]) -> Option<Reading> {
        let owned = || self.seen.last().is_some_and(|s| s.end == at && s.word <= self.range.start + 1);
        let opens = match self.word(at)?.text {
            "The" | "A" | "An" => at == self.range.start,
            "'s" | "’s" => owned(),
            _ => false,
        };
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        let is_head = |at: usize| {
            let word = self.word(at).filter(|w| w.shape == Shape::Lower);
            word.is_some_and(|w| facts(at).has(Facts::ROLE_HEAD) || kinds::is_body(w.text))
        };
        let start = at + 1;
        let head = (start..start + 6)
            .filter(|_| opens)
            .take_while(|at| self.word(*at).is_some_and(Word::is_word))
            .find(|at| is_head(*at) && !is_head(*at + 1) && !facts(*at + 1).has(Facts::ROLE_MODIFIER))?;
        let next = self.word(head + 1)?;
        let comma = (head + 1..head + 10).find(|at| self.word(*at).is_some_and(|w| w.text == ","));
        let apposed = comma.is_some_and(|comma| self.word(comma + 1).is_some_and(Word::is_capitalised));
        if next.is_capitalised() || matches!(next.text, "-" | "," | "'s" | "’s") || apposed {
            return None;
        }
        let inner = later.iter().take_while(|s| s.word < head).map(|s| s.end).max().unwrap_or(start);
        let start = inner + usize::from(self.word(inner).is_some_and(|w| matches!(w.text, "'s" | "’s")));
        let first = (start..head).rev().take_while(|at| facts(*at).has(Facts::ROLE_MODIFIER)).last().unwrap_or(head);
        let core =
            self.words.all.get(first..=head)?.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let noun = self.word(head)?.text;
        let has_post = |role: &RoleFound| {
            let deputy = |core: &str| core.starts_with("vice") || core.starts_with("deputy");
            role.core.ends_with(&core) && deputy(&role.core) == deputy(&core)
        };
        let fits = |s: &&Seen| {
            let held = || self.profiles.get(s.entity).is_some_and(|p| p.roles.iter().any(has_post));
            let called = || self.kinds.get(s.entity).is_some_and(|kinds| kinds.iter().any(|kind| kind == noun));
            let known = self.seen.iter().rev().take(NOMINAL_REACH).any(|before| before.entity == s.entity);
            !known && if s.is_person { held() } else { called() }
        };
        let near = later.iter().take_while(|s| s.sentence <= self.sentence + CATAPHORA_REACH);
        let entity = near.filter(|s| s.sentence > self.sentence).find(fits)?.entity;
        let span = self.word(start)?.span.cover(self.word(head)?.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// Whether the phrase goes on with a name, an "of" or a hyphen.
    fn leads_on(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.is_capitalised() || matches!(w.text, "of" | "-"))
    }

    /// The body that the words from `start` mean by its kind, up to four modifiers before the kind.
    fn body(&self, start: usize) -> Option<Reading> {
        let plain = |at: usize| {
            self.word(at)
                .is_some_and(|w| w.shape == Shape::Lower && w.is_word() && !w.text.contains('\'') || w.text == "-")
        };
        let joined = |at: usize| plain(at) || self.word(at + 1).is_some_and(|w| w.text == "-");
        let end = (start..start + 6).find(|at| !joined(*at)).unwrap_or(start + 6);
        let head = (start..end).find(|at| self.word(*at).is_some_and(|w| kinds::is_body(w.text)))?;
        let head = if self.word(head + 1).is_some_and(|w| kinds::is_body(w.text)) { head + 1 } else { head };
        let apposed = self.word(head + 1).is_some_and(|w| w.text == ",") && self.leads_on(head + 2);
        if self.leads_on(head + 1) || apposed {
            return None;
        }
        let word = self.word(head)?;
        let first = if head == start + 1 && self.word(start).is_some_and(|w| w.text == "same") { head } else { start };
        let span = self.word(first)?.span.cover(word.span);
        let entity = self.body_called(word.text)?;
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// The person mentioned last who has the post; with a nation also the only one who is told later to have it.
    fn person_of_role(&self, core: &str, nation: Option<&str>) -> Option<usize> {
        const HEADS_OF_STATE: [&str; 6] = ["president", "premier", "prime minister", "chancellor", "king", "leader"];
        let has_post = |role: &RoleFound| {
            let leads = core == "leader" && nation.is_some() && HEADS_OF_STATE.iter().any(|h| role.core.ends_with(h));
            (role.core == core || role.core.strip_suffix(core).is_some_and(|rest| rest.ends_with(' ')) || leads)
                && !role.text.starts_with("former ")
        };
        let of_nation = |role: &RoleFound| has_post(role) && nation.is_some() && role.nation == nation;
        let unowned = |role: &RoleFound| {
            has_post(role) && (nation.is_none() || role.nation.is_none() && !role.has_owner && core != "leader")
        };
        let holds = |entity: usize, fits: &dyn Fn(&RoleFound) -> bool| {
            self.profiles.get(entity).is_some_and(|p| p.roles.iter().any(fits))
        };
        let recent = || self.seen.iter().rev().take(NOMINAL_REACH).filter(|s| s.is_person).map(|s| s.entity);
        if let Some(known) = recent().find(|e| holds(*e, &of_nation)).or_else(|| recent().find(|e| holds(*e, &unowned)))
        {
            return Some(known);
        }
        let mut later = (0..self.entities.len()).filter(|e| nation.is_some() && holds(*e, &of_nation));
        later.next().filter(|_| later.next().is_none())
    }

    /// The body mentioned last that is of the kind: "the coalition" → Coalition of the Willing, "the group" after "the
    /// rights group Watch"; for a kind that any body can be, the one mentioned last of which no other kind is known.
    fn body_called(&self, word: &str) -> Option<usize> {
        let is_body = |e: &usize| self.entities.get(*e).is_some_and(|e| e.kind == EntityKind::Organisation);
        let recent = || self.seen.iter().rev().take(NOMINAL_REACH).map(|s| s.entity).filter(is_body);
        let of_kind = |e: &usize| self.kinds.get(*e).is_some_and(|kinds| kinds.iter().any(|kind| kind == word));
        let undecided = |e: &usize| self.kinds.get(*e).is_none_or(Vec::is_empty);
        recent().find(of_kind).or_else(|| recent().find(|_| kinds::is_general(word)).filter(undecided))
    }

    /// "he", "she", "its": the only one of that kind before it in the sentence, else the subject of the sentence before.
    fn pronoun(&self, at: usize) -> Option<Reading> {
        let word = self.word(at)?;
        let sex = match word.text {
            "he" | "He" | "him" | "his" | "His" | "himself" => Sex::Male,
            "she" | "She" | "her" | "Her" | "hers" | "herself" => Sex::Female,
            "it" | "It" | "its" | "Its" | "itself" => return self.neuter(at),
            _ => return None,
        };
        let fits = |s: &Seen| s.is_person && self.profiles.get(s.entity).is_some_and(|p| p.sex.fits(sex));
        let entity = self.antecedent(PRONOUN_REACH, &fits)?;
        Some((entity, Mention { span: word.span, form: MentionForm::Pronoun }, at + 1))
    }

    /// "it" and "its" for a body; a place nearer by takes them away from all bodies.
    fn neuter(&self, at: usize) -> Option<Reading> {
        let word = self.word(at)?;
        let owns = matches!(word.text, "its" | "Its");
        if !owns && (self.is_expletive(at) || !self.begins_clause(at)) {
            return None;
        }
        let fits = |s: &Seen| !s.is_person;
        let entity = self.antecedent(usize::from(!owns || word.is_capitalised()), &fits)?;
        let is_body = self.entities.get(entity).is_some_and(|e| e.kind == EntityKind::Organisation);
        is_body.then_some((entity, Mention { span: word.span, form: MentionForm::Pronoun }, at + 1))
    }

    /// Whether an "it" stands where a subject does.
    fn begins_clause(&self, at: usize) -> bool {
        const OPENERS: [&str; 20] = [
            "said", "says", "say", "saying", "added", "that", "as", "if", "when", "because", "and", "but", ",",
            "after", "while", "since", "where", "before", "than", "what",
        ];
        let follows = self.word(at + 1).is_some_and(Word::is_word);
        follows && at.checked_sub(1).and_then(|at| self.word(at)).is_none_or(|w| OPENERS.contains(&w.text))
    }

    /// "it was clear that", "made it hard to": an "it" that stands for a clause.
    fn is_expletive(&self, at: usize) -> bool {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let before = at.checked_sub(1).map_or("", text);
        let made = matches!(before, "make" | "makes" | "made" | "making" | "find" | "finds" | "found");
        let is = (at + 1..at + 3)
            .any(|i| matches!(text(i), "is" | "was" | "'s" | "’s" | "be" | "seems" | "appears" | "takes"));
        made || is && (at + 2..at + 7).any(|i| matches!(text(i), "to" | "that" | "for" | "when" | "if" | "who"))
    }

    /// The only entity that `fits` in the nearest sentence that has any, else that sentence's subject.
    fn antecedent(&self, reach: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        for back in 0..=reach {
            let sentence = self.sentence.checked_sub(back)?;
            if self.blocks.get(sentence).zip(self.blocks.get(self.sentence)).is_some_and(|(a, b)| b.abs_diff(*a) > 1) {
                return None;
            }
            let seen = self.seen.iter().rev().take_while(|s| s.sentence >= sentence);
            let mut there: Vec<&Seen> = seen.filter(|s| s.sentence == sentence && fits(s)).collect();
            there.reverse();
            let Some(first) = there.first() else { continue };
            let start = self.words.sentences.get(sentence)?.start;
            if there.iter().all(|other| other.entity == first.entity) {
                return Some(first.entity);
            }
            let subject =
                there.iter().find(|s| !self.is_oblique(s)).filter(|s| s.word.saturating_sub(start) <= SUBJECT_REACH);
            return subject.map(|s| s.entity).or(Some(first.entity).filter(|_| first.word.saturating_sub(start) <= 8));
        }
        None
    }

    /// Whether the mention owns something or hangs on a preposition: then it is no subject.
    fn is_oblique(&self, seen: &Seen) -> bool {
        let word = |at: usize| self.words.all.get(at);
        if word(seen.end).is_some_and(|w| matches!(w.text, "'s" | "’s" | "'" | "’")) {
            return true;
        }
        let mut at = seen.word;
        for _ in 0..6 {
            let Some(before) = at.checked_sub(1).and_then(word) else { return false };
            let inside = before.is_capitalised() || lexicon().role(before) != Facts(0) || before.text == "the";
            if !inside {
                return matches!(
                    before.text,
                    "of" | "in" | "at" | "on" | "to" | "with" | "for" | "from" | "by" | "after" | "against" | "about"
                );
            }
            at -= 1;
        }
        false
    }
}

/// An adjective that may stand before a post: "hard-line", "outgoing".
fn is_adjective(word: &Word<'_>) -> bool {
    let weighs = |e: text_lexicon::Entry| e.adjective_weight() > e.noun_weight().max(e.verb_weight());
    word.shape == Shape::Lower && (word.text.contains('-') || text_lexicon::entry(word.lower).is_some_and(weighs))
}

/// The block of each sentence.
pub(super) fn blocks(document: &crate::extract::text::Document<'_>) -> Vec<usize> {
    document.sentences.iter().map(|s| s.block).collect()
}

/// Whether `span` is empty of letters; such mentions are dropped.
pub(super) fn is_blank(text: &str, span: Span) -> bool {
    !span.of(text).chars().any(char::is_alphanumeric)
}
