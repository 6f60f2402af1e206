//! Mentions without a name: "the president", "the ministry", "he". Each goes to the entity that the text before it makes
//! the only sensible reading; where it makes none, to nobody.

use super::fold::fold;
use super::lexicon::{Facts, lexicon};
use super::people::Sex;
use super::role::RoleFound;
use super::words::{Word, Words};
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
/// How many mentions back a common noun may look for its name.
const NOMINAL_REACH: usize = 200;

struct Seen {
    entity: usize,
    sentence: usize,
    word: usize,
    end: usize,
    is_person: bool,
}

/// Adds nominal and pronoun mentions to the entities.
pub(super) fn add(words: &Words<'_>, blocks: &[usize], entities: &mut [Entity], profiles: &[Profile]) {
    let mut named = named_places(words, entities).into_iter().peekable();
    let mut seen: Vec<Seen> = Vec::new();
    let mut found: Vec<(usize, Mention)> = Vec::new();
    let quoted = quoted_words(words, blocks);
    for (sentence, range) in words.sentences.iter().enumerate() {
        let mut skip = range.start;
        for at in range.clone() {
            while let Some(name) = named.next_if(|n| n.word <= at) {
                skip = skip.max(name.end);
                seen.push(name);
            }
            if at < skip {
                continue;
            }
            let here = Here { words, sentence, range, seen: &seen, entities, profiles, blocks };
            let inside = quoted.get(at).copied().unwrap_or(false);
            let reading = here.nominal(at).or_else(|| if inside { None } else { here.pronoun(at) });
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
}

type Reading = (usize, Mention, usize);

impl<'a> Here<'_, 'a> {
    fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.all.get(at).filter(|_| self.range.contains(&at))
    }

    /// "the [French] [prime] minister", "the coalition".
    fn nominal(&self, at: usize) -> Option<Reading> {
        if !matches!(self.word(at)?.text, "the" | "The") {
            return None;
        }
        let start = at + 1;
        let nation = self.word(start).filter(|w| w.is_capitalised()).and_then(|w| lexicon().nation(w.text));
        let mut head = start + usize::from(nation.is_some());
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        while facts(head).has(Facts::ROLE_MODIFIER) && facts(head + 1).has(Facts::ROLE_MODIFIER.and(Facts::ROLE_HEAD)) {
            head += 1;
        }
        let first = start + usize::from(nation.is_some());
        let last = self.word(head)?;
        let follows = self.word(head + 1);
        if follows.is_some_and(|w| w.is_capitalised() || matches!(w.text, "of" | "-")) {
            return None;
        }
        let span = self.word(start)?.span.cover(last.span);
        let mention = Mention { span, form: MentionForm::Nominal };
        if facts(head).has(Facts::ROLE_HEAD) {
            let core =
                self.words.all.get(first..=head)?.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>().join(" ");
            if let Some(entity) = self.person_of_role(&core, nation) {
                return Some((entity, mention, head + 1));
            }
        }
        if nation.is_none() && head == start && last.text.chars().all(char::is_lowercase) {
            return self.body_called(last.text).map(|entity| (entity, mention, head + 1));
        }
        None
    }

    /// The person mentioned last who has the post.
    fn person_of_role(&self, core: &str, nation: Option<&str>) -> Option<usize> {
        let heads_state = |role: &RoleFound| {
            ["president", "premier", "prime minister", "chancellor", "king", "leader"]
                .iter()
                .any(|h| role.core.ends_with(h))
        };
        let fits = |role: &RoleFound| {
            let same = role.core == core || role.core.ends_with(&format!(" {core}"));
            let leads = core == "leader" && nation.is_some() && heads_state(role);
            (same || leads)
                && nation.is_none_or(|n| role.nation.is_none_or(|r| r == n))
                && !role.text.starts_with("former ")
        };
        let recent = self.seen.iter().rev().take(NOMINAL_REACH).filter(|s| s.is_person);
        let mut candidates =
            recent.map(|s| s.entity).filter(|e| self.profiles.get(*e).is_some_and(|p| p.roles.iter().any(fits)));
        candidates.next()
    }

    /// The body mentioned last whose name holds the word: "the coalition" → Coalition of the Willing.
    fn body_called(&self, word: &str) -> Option<usize> {
        const KINDS: [&str; 24] = [
            "coalition",
            "ministry",
            "agency",
            "party",
            "council",
            "commission",
            "committee",
            "union",
            "bank",
            "court",
            "group",
            "organization",
            "organisation",
            "association",
            "university",
            "alliance",
            "foundation",
            "federation",
            "institute",
            "army",
            "department",
            "corporation",
            "movement",
            "tribunal",
        ];
        if !KINDS.contains(&word) {
            return None;
        }
        let recent = self.seen.iter().rev().take(NOMINAL_REACH).map(|s| s.entity);
        let mut fitting = recent.filter(|e| {
            self.entities
                .get(*e)
                .is_some_and(|e| e.kind == EntityKind::Organisation && e.name.split(' ').any(|w| fold(w) == word))
        });
        fitting.next()
    }

    /// "he", "she", "his", "her": the only person of that sex before it in the sentence, else the subject of the
    /// sentence before.
    fn pronoun(&self, at: usize) -> Option<Reading> {
        let word = self.word(at)?;
        let sex = match word.text {
            "he" | "He" | "him" | "his" | "His" | "himself" => Sex::Male,
            "she" | "She" | "her" | "Her" | "hers" | "herself" => Sex::Female,
            _ => return None,
        };
        let fits = |s: &&Seen| s.is_person && self.profiles.get(s.entity).is_some_and(|p| p.sex.fits(sex));
        for back in 0..=PRONOUN_REACH {
            let sentence = self.sentence.checked_sub(back)?;
            if self.blocks.get(sentence).zip(self.blocks.get(self.sentence)).is_some_and(|(a, b)| b.abs_diff(*a) > 1) {
                return None;
            }
            let there: Vec<&Seen> = self
                .seen
                .iter()
                .rev()
                .take_while(|s| s.sentence >= sentence)
                .filter(|s| s.sentence == sentence)
                .collect();
            let people: Vec<&&Seen> = there.iter().filter(|s| fits(s)).collect();
            let Some(first) = people.last() else { continue };
            let single = people.iter().all(|p| p.entity == first.entity);
            let start = self.words.sentences.get(sentence)?.start;
            let is_subject = first.word.saturating_sub(start) <= 8;
            if single || is_subject {
                let mention = Mention { span: word.span, form: MentionForm::Pronoun };
                return Some((first.entity, mention, at + 1));
            }
            return None;
        }
        None
    }
}

/// The block of each sentence.
pub(super) fn blocks(document: &crate::extract::text::Document<'_>) -> Vec<usize> {
    document.sentences.iter().map(|s| s.block).collect()
}

/// Whether `span` is empty of letters; such mentions are dropped.
pub(super) fn is_blank(text: &str, span: Span) -> bool {
    !span.of(text).chars().any(char::is_alphanumeric)
}
