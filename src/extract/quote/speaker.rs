//! Speakers: the words that name a source are led back to the entity they mean.

use super::grammar::Grammar;
use crate::extract::text::{Tag, lower_hash};
use crate::model::{Entity, EntityId, EntityKind, Mention, MentionForm, Span, Standing};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How far back, in bytes, a pronoun's person is looked for.
const PRONOUN_REACH: u32 = 1200;

/// The entities' mentions in text order, to look sources up in.
pub(super) struct Speakers {
    mentions: Vec<(Span, MentionForm, usize)>,
    /// Last words of people's names, by their hash; a name that two people share is left out.
    surnames: BTreeMap<u64, usize>,
    persons: BTreeSet<usize>,
    /// Who spoke last, and where.
    last: Option<(usize, u32)>,
}

impl Speakers {
    pub fn new(entities: &[Entity]) -> Self {
        let mut mentions = Vec::new();
        for (index, entity) in entities.iter().enumerate().filter(|(_, e)| may_speak(e)) {
            mentions.extend(entity.mentions.iter().map(|mention| (mention.span, mention.form, index)));
        }
        mentions.sort_by_key(|(span, _, index)| (span.start, span.end, *index));
        let persons = entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person && may_speak(e));
        let persons: BTreeSet<usize> = persons.map(|(index, _)| index).collect();
        Self { mentions, surnames: surnames(entities, &persons), persons, last: None }
    }

    /// The entity that the source's tokens mean; a pronoun's mention is added to it.
    pub fn resolve(
        &mut self,
        grammar: &Grammar<'_, '_>,
        entities: &mut [Entity],
        source: &Range<usize>,
    ) -> Option<EntityId> {
        let found = self.entity(grammar, entities, source)?;
        let start = grammar.document.tokens.get(source.start)?.span.start;
        self.last = Some((found, start));
        Some(EntityId::at(found))
    }

    fn entity(&self, grammar: &Grammar<'_, '_>, entities: &mut [Entity], source: &Range<usize>) -> Option<usize> {
        let first = source.start;
        if grammar.tag(first) == Tag::WhWord || grammar.is_any(first, &["who", "which"]) {
            let mut end = first;
            while end > 0 && grammar.is_comma(end - 1) {
                end -= 1;
            }
            let antecedent = grammar.phrase_before(end, end.saturating_sub(40))?;
            return self.named(grammar, &antecedent);
        }
        if source.len() == 1 && grammar.tag(first) == Tag::Pronoun {
            return self.pronoun(grammar, entities, first);
        }
        self.named(grammar, source)
    }

    /// The mention that ends the source's head: "a Ray Ortiz aide" is not Ray Ortiz, "mayor Ray Ortiz of Lund" is.
    fn named(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let head = head_of(grammar, source);
        self.ending(grammar, &head).or_else(|| self.after_title(grammar, source, &head))
    }

    /// The mention that ends where `tokens` end, else the entity whose name has the last word.
    fn ending(&self, grammar: &Grammar<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
        let start = grammar.document.tokens.get(tokens.start)?.span.start;
        let last = tokens.end.checked_sub(1)?;
        let end = grammar.document.tokens.get(last)?.span.end;
        let inside = self.within(Span { start, end });
        let mention = inside.iter().rev().find(|(span, _, _)| span.end + 1 >= end && span.start >= start);
        mention.map(|(_, _, index)| *index).or_else(|| {
            let hash = grammar.document.tokens.get(last).filter(|t| t.tag.is_proper_noun())?.hash;
            self.surnames.get(&hash).copied()
        })
    }

    /// "Chief of the Harbour Police Ray Ortiz": a person named behind a title that holds another name.
    fn after_title(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>, head: &Range<usize>) -> Option<usize> {
        let comma = source.clone().find(|i| grammar.is_comma(*i)).unwrap_or(source.end);
        let named = (head.end + 1..comma).filter(|i| grammar.tag(*i).is_proper_noun()).count();
        let person = self.ending(grammar, &((head.end + 1).min(comma)..comma))?;
        (named >= 4 && self.persons.contains(&person)).then_some(person)
    }

    fn within(&self, span: Span) -> &[(Span, MentionForm, usize)] {
        let first = self.mentions.partition_point(|(m, _, _)| m.start < span.start);
        let last = self.mentions.partition_point(|(m, _, _)| m.start < span.end);
        self.mentions.get(first..last.max(first)).unwrap_or(&[])
    }

    /// He and she: as coreference has it, else the last speaker, else the last person named before.
    fn pronoun(&self, grammar: &Grammar<'_, '_>, entities: &mut [Entity], token: usize) -> Option<usize> {
        let span = grammar.document.tokens.get(token)?.span;
        if let Some((_, _, index)) = self.within(span).first() {
            return Some(*index);
        }
        if !grammar.is_any(token, &["he", "she"]) {
            return None;
        }
        let floor = span.start.saturating_sub(PRONOUN_REACH);
        let is_person = |index: usize| entities.get(index).is_some_and(|e| e.kind == EntityKind::Person);
        let spoke = self.last.filter(|(index, at)| *at >= floor && is_person(*index)).map(|(index, _)| index);
        let before = self.mentions.partition_point(|(m, _, _)| m.start < span.start);
        let named = || {
            self.mentions
                .get(..before)?
                .iter()
                .rev()
                .take_while(|(m, _, _)| m.start >= floor)
                .find(|(_, form, index)| *form == MentionForm::Name && is_person(*index))
                .map(|(_, _, index)| *index)
        };
        let found = spoke.or_else(named)?;
        if let Some(entity) = entities.get_mut(found) {
            let at = entity.mentions.partition_point(|m| m.span.start < span.start);
            entity.mentions.insert(at, Mention { span, form: MentionForm::Pronoun });
        }
        Some(found)
    }
}

fn surnames(entities: &[Entity], persons: &BTreeSet<usize>) -> BTreeMap<u64, usize> {
    let mut owners: BTreeMap<u64, BTreeSet<usize>> = BTreeMap::new();
    for (index, entity) in entities.iter().enumerate().filter(|(index, _)| persons.contains(index)) {
        for name in entity.aliases.iter().chain([&entity.name]) {
            if let Some(last) = name.split_whitespace().next_back() {
                owners.entry(lower_hash(last)).or_default().insert(index);
            }
        }
    }
    let only = owners.into_iter().filter(|(_, owners)| owners.len() == 1);
    only.filter_map(|(hash, owners)| Some((hash, owners.first().copied()?))).collect()
}

/// Who took a picture or wrote the article is no speaker of it.
fn may_speak(entity: &Entity) -> bool {
    !matches!(entity.standing, Standing::Author | Standing::Credit)
}

/// The source up to its first preposition or comma, without a bracket at its end.
fn head_of(grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let end = (source.start + 1..source.end)
        .find(|i| {
            grammar.is_comma(*i)
                || grammar.word(*i) == "("
                || matches!(grammar.tag(*i), Tag::Preposition | Tag::To) && !grammar.tag(*i - 1).is_adjective()
        })
        .unwrap_or(source.end);
    source.start..end
}
