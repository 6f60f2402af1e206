//! Speakers: the words that name a source are led back to the entity they mean.

mod document;
mod joint;
mod nearest;
mod post;
mod pronoun;

pub(super) use self::document::WRITTEN;
use self::pronoun::Unnamed;
use super::grammar::Grammar;
use crate::extract::entity::{is_body_noun, is_profession};
use crate::extract::text::{Tag, Token, lexicon, lower_hash};
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
    bodies: BTreeSet<usize>,
    /// Mentions of those who only made the article, in text order.
    silent: Vec<Span>,
    /// Who spoke last, and where.
    last: Option<(usize, u32)>,
    /// Who spoke together with the last speaker.
    joint: Vec<usize>,
    /// Who spoke since without a name.
    unnamed: Option<Unnamed>,
    /// Who spoke before the one whose question comes last, and where it stands.
    questioned: Option<(usize, u32)>,
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
        let is_body = |(_, e): &(usize, &Entity)| e.kind == EntityKind::Organisation && may_speak(e);
        let bodies = entities.iter().enumerate().filter(is_body).map(|(index, _)| index).collect();
        let makers = entities.iter().filter(|e| !may_speak(e));
        let mut silent: Vec<Span> = makers.flat_map(|e| e.mentions.iter().map(|mention| mention.span)).collect();
        silent.sort();
        Self {
            mentions,
            surnames: surnames(entities, &persons),
            persons,
            bodies,
            silent,
            last: None,
            joint: Vec::new(),
            unnamed: None,
            questioned: None,
        }
    }

    /// The entity that the source's tokens mean; a pronoun's mention is added to it. A name that nobody has yet makes a
    /// person where a verb of speech says so (`by_verb`); whom a question is for (`asks`) may answer next. Who is named in the words `said` does not say "he" of himself.
    pub fn resolve(
        &mut self,
        grammar: &Grammar<'_, '_>,
        entities: &mut Vec<Entity>,
        source: &Range<usize>,
        by_verb: bool,
        asks: bool,
        said: &[Span],
    ) -> Option<EntityId> {
        let mut found = self.entity(grammar, entities, source, said);
        if found.is_none() && by_verb {
            found = self.newcomer(grammar, entities, source);
        }
        let span = grammar.document.tokens.get(source.start)?.span;
        let start = span.start;
        if source.len() == 1 {
            self.reassign(span, found);
        }
        let before = self.last.map(|(last, _)| last).filter(|last| found.is_some() && found != Some(*last));
        self.questioned = before.filter(|_| asks).map(|last| (last, start));
        match found {
            Some(found) => {
                self.joint = self.joint_with(grammar, source, found);
                (self.last, self.unnamed) = (Some((found, start)), None);
            }
            None => self.unnamed = Unnamed::of(grammar, source).or(self.unnamed.take()),
        }
        found.map(EntityId::at)
    }

    /// Who speaks together with the speaker resolved last.
    pub fn joint(&self) -> Vec<EntityId> {
        self.joint.iter().copied().map(EntityId::at).collect()
    }

    /// Remembers whom the pronoun at `span` means, for what follows.
    fn reassign(&mut self, span: Span, found: Option<usize>) {
        let at = self.mentions.partition_point(|(mention, _, _)| mention.start < span.start);
        match (
            self.mentions.get_mut(at).filter(|(mention, form, _)| *mention == span && *form == MentionForm::Pronoun),
            found,
        ) {
            (Some((_, _, index)), Some(found)) => *index = found,
            (Some(_), None) => drop(self.mentions.remove(at)),
            (None, _) => {}
        }
    }

    fn entity(
        &self,
        grammar: &Grammar<'_, '_>,
        entities: &mut [Entity],
        source: &Range<usize>,
        said: &[Span],
    ) -> Option<usize> {
        let first = source.start;
        if grammar.tag(first) == Tag::WhWord || grammar.is_any(first, &["who", "which"]) {
            let mut end = first;
            while end > 0 && grammar.is_comma(end - 1) {
                end -= 1;
            }
            let antecedent = grammar.phrase_before(end, end.saturating_sub(40))?;
            // "Sar, a student, who": what is put behind a name is the one named.
            let described = || {
                let comma = antecedent.start.checked_sub(1).filter(|i| grammar.is_comma(*i))?;
                let name = grammar.phrase_before(comma, comma.saturating_sub(8))?;
                self.named(grammar, &name).or_else(|| self.ending(grammar, &name))
            };
            return self.named(grammar, &antecedent).or_else(described);
        }
        let answer = grammar.word(first) == "A" && grammar.word(source.end) == ":";
        if source.len() == 1 && (answer || grammar.word(first) == "A.") {
            return self.interviewed(entities);
        }
        if source.len() == 1 && grammar.word(source.end) == ":" {
            let of_initials = self.with_initials(entities, grammar.word(first));
            if of_initials.is_some() {
                return of_initials;
            }
        }
        if source.len() == 1 && grammar.tag(first) == Tag::Pronoun {
            return self.pronoun(grammar, entities, first, said);
        }
        self.post_behind(grammar, source)
            .or_else(|| self.owned_post(grammar, source))
            .or_else(|| self.introduced(grammar, source))
            .or_else(|| self.named(grammar, source))
            .or_else(|| self.document_of(grammar, source))
            .or_else(|| self.document_before(grammar, source))
            .or_else(|| self.apposition(grammar, source))
            .or_else(|| self.bare_post(grammar, entities, source))
            .or_else(|| self.post_of_last(grammar, entities, source))
            .or_else(|| self.age_of_last(grammar, source))
    }

    /// "AR: …": the only person of the article whose names begin with the letters of a speaker's label.
    fn with_initials(&self, entities: &[Entity], label: &str) -> Option<usize> {
        let capitals = (2..=3).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_uppercase());
        let fits = |index: &&usize| {
            let names = entities.get(**index).map_or("", |e| e.name.as_str()).split([' ', '-']);
            names.filter_map(|name| name.chars().next()).eq(label.chars())
        };
        let mut owners = self.persons.iter().filter(|_| capitals).filter(fits);
        owners.next().copied().filter(|_| owners.next().is_none())
    }

    /// Who answers in an interview of questions and answers: the person whom the article mentions most.
    fn interviewed(&self, entities: &[Entity]) -> Option<usize> {
        let mentions = |index: &usize| entities.get(*index).map_or(0, |e| e.mentions.len());
        self.persons.iter().copied().max_by_key(|index| (mentions(index), usize::MAX - index))
    }

    /// A person whom only the verb of speech shows: a name of words that are no others, in no entity's mention.
    fn newcomer(
        &mut self,
        grammar: &Grammar<'_, '_>,
        entities: &mut Vec<Entity>,
        source: &Range<usize>,
    ) -> Option<usize> {
        let tokens = grammar.document.tokens.get(source.clone()).filter(|tokens| (1..=3).contains(&tokens.len()))?;
        let text = grammar.document.article.text.as_str();
        let is_name = |token: &Token| {
            let word = token.span.of(text);
            let small = word.chars().skip(1).filter(|c| c.is_lowercase()).count();
            token.tag == Tag::ProperNoun && small > 1 && lexicon::entry(token.hash).is_none()
        };
        let span = tokens.first()?.span.cover(tokens.last()?.span);
        // "Officials said": a plural that opens a sentence has its capital from there.
        let word = tokens.last()?.span.of(text);
        let opens = source.start.checked_sub(1).is_none_or(|before| grammar.tag(before).is_punctuation());
        let word = word.rsplit('-').next().unwrap_or(word);
        let plural = word.strip_suffix('s').is_some_and(|one| lexicon::entry(lower_hash(one)).is_some());
        if plural && opens && tokens.len() == 1 {
            return None;
        }
        let calendar = crate::extract::entity::is_of_calendar(tokens.last()?.span.of(text));
        if calendar || !tokens.iter().all(is_name) || !self.within(span).is_empty() {
            return None;
        }
        let after = self.silent.partition_point(|silent| silent.end <= span.start);
        let taken = self.silent.get(after).is_some_and(|silent| silent.overlaps(span));
        let hash = tokens.last()?.hash;
        if taken || self.surnames.contains_key(&hash) {
            return None;
        }
        let index = entities.len();
        entities.push(Entity {
            kind: EntityKind::Person,
            name: span.of(text).to_owned(),
            aliases: Vec::new(),
            role: None,
            standing: Standing::Story,
            mentions: vec![Mention { span, form: MentionForm::Name }],
        });
        self.surnames.insert(hash, index);
        self.persons.insert(index);
        Some(index)
    }

    /// The mention that ends the source's head: "a Ray Ortiz aide" is not Ray Ortiz, "mayor Ray Ortiz of Lund" is.
    fn named(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let head = self.whole_head(grammar, source);
        self.first_of_joint(grammar, &head)
            .or_else(|| self.ending(grammar, &head))
            .or_else(|| self.after_title(grammar, source, &head))
            .or_else(|| self.after_post(grammar, source, &head))
    }

    /// The source's head, over a preposition within a name: "Royal Bank of Lund economist Ray Ortiz".
    fn whole_head(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Range<usize> {
        let head = head_of(grammar, source);
        let Some(at) = grammar.document.tokens.get(head.end).map(|token| token.span) else { return head };
        let name = self.mentions.iter().find(|(span, _, _)| span.start < at.start && at.end < span.end);
        let Some((name, _, _)) = name.filter(|_| head.end < source.end) else { return head };
        let rest = head.end..source.end;
        let behind = rest.clone().find(|i| grammar.document.tokens.get(*i).is_some_and(|t| t.span.start >= name.end));
        behind.map_or(source.clone(), |behind| source.start..self.whole_head(grammar, &(behind..source.end)).end)
    }

    /// Whether the tokens are a mention as a whole: "Doctors Without Borders".
    fn is_mention(&self, grammar: &Grammar<'_, '_>, tokens: &Range<usize>) -> bool {
        self.begins_at(grammar, tokens.start) && self.mention_ending(grammar, tokens).is_some()
    }

    /// The mention that ends where `tokens` end.
    fn mention_ending(&self, grammar: &Grammar<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
        let span = |token: usize| grammar.document.tokens.get(token).map(|token| token.span);
        let words = span(tokens.start)?.cover(span(tokens.end.checked_sub(1)?)?);
        self.within(words).iter().rev().find(|(mention, _, _)| mention.end == words.end).map(|(_, _, index)| *index)
    }

    /// The mention that ends where `tokens` end, else the entity whose name has the last word.
    fn ending(&self, grammar: &Grammar<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
        let start = grammar.document.tokens.get(tokens.start)?.span.start;
        // "Adrian Fell KC"
        let honoured =
            |i: &usize| matches!(grammar.word(*i), "KC" | "QC" | "SC" | "MP" | "MBE" | "OBE" | "CBE" | "MD" | "PhD");
        let last = (tokens.start..tokens.end).rev().find(|i| *i == tokens.start || !honoured(i))?;
        let end = grammar.document.tokens.get(last)?.span.end;
        let inside = self.within(Span { start, end });
        let ends_at = |to: u32| {
            let mention = inside.iter().rev().find(|(span, _, _)| span.end + 1 >= to && span.start >= start);
            mention.map(|(_, _, index)| *index)
        };
        ends_at(end)
            .or_else(|| {
                let hash = grammar.document.tokens.get(last).filter(|t| t.tag.is_proper_noun())?.hash;
                self.surnames.get(&hash).copied()
            })
            .or_else(|| {
                // "the Dagen newspaper", "the Dagen news agency"
                let body = is_body_noun(grammar.word(last)) && last > tokens.start;
                let before = last
                    - usize::from(
                        body && grammar.is_any(last - 1, &["news", "television", "radio", "trade", "rights"]),
                    );
                let name_end = grammar.document.tokens.get(before.checked_sub(1)?)?.span.end;
                ends_at(name_end).filter(|named| body && before > tokens.start && self.bodies.contains(named))
            })
    }

    /// "Secretary of State Ray Ortiz", "chief of staff General Ray Ortiz": a person behind a post with its own "of"; the
    /// "secretary of President Ortiz" is somebody else.
    fn after_post(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>, head: &Range<usize>) -> Option<usize> {
        let profession = |i: usize| is_profession(&grammar.word(i).to_lowercase());
        let of = head.end;
        let is_post = grammar.is(of, "of") && profession(of.checked_sub(1)?);
        let end = (of + 1..source.end).find(|i| grammar.is_comma(*i) || grammar.tag(*i) == Tag::Preposition);
        let inside = of + 1..end.unwrap_or(source.end);
        let person = self.ending(grammar, &inside).filter(|person| is_post && self.persons.contains(person))?;
        let field = grammar.tag(of + 1).is_noun() && !profession(of + 1);
        (field && inside.len() > 2 && !self.begins_at(grammar, of + 1)).then_some(person)
    }

    /// Whether a mention begins at the token.
    fn begins_at(&self, grammar: &Grammar<'_, '_>, token: usize) -> bool {
        let start = grammar.document.tokens.get(token).map(|token| token.span.start);
        start.is_some_and(|start| self.mentions.binary_search_by_key(&start, |(span, _, _)| span.start).is_ok())
    }

    /// "Chief of the Harbour Police Ray Ortiz": a person named behind a title that holds another name.
    fn after_title(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>, head: &Range<usize>) -> Option<usize> {
        let closes = |i: &usize| grammar.is_comma(*i) || grammar.word(*i) == "(";
        let comma = source.clone().find(closes).unwrap_or(source.end);
        let named = (head.end + 1..comma).filter(|i| grammar.tag(*i).is_proper_noun()).count();
        let person = self.ending(grammar, &((head.end + 1).min(comma)..comma))?;
        // "A bench of Judge Ray Ortiz and Judge Ana Ruiz": several, of whom none speaks alone.
        let mut ands = (head.end..comma).filter(|i| grammar.is(*i, "and"));
        let several = ands.any(|and| {
            self.mention_ending(grammar, &(head.end + 1..and)).is_some_and(|other| self.persons.contains(&other))
        });
        // "member for highways Cllr Ana Ruiz": a field between the preposition and the name.
        let field = |i: usize| grammar.tag(i).is_common_noun() && !is_profession(grammar.word(i));
        let fielded = grammar.is(head.end, "for") && field(head.end + 1) && grammar.tag(head.end + 2).is_proper_noun();
        (!several && (named >= 4 || fielded) && self.persons.contains(&person)).then_some(person)
    }

    fn within(&self, span: Span) -> &[(Span, MentionForm, usize)] {
        let first = self.mentions.partition_point(|(m, _, _)| m.start < span.start);
        let last = self.mentions.partition_point(|(m, _, _)| m.start < span.end);
        self.mentions.get(first..last.max(first)).unwrap_or(&[])
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

/// The source up to its first preposition, participle or comma, without a bracket at its end.
pub(super) fn head_of(grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let end = (source.start + 1..source.end)
        .find(|i| {
            grammar.is_comma(*i)
                || grammar.word(*i) == "("
                || matches!(grammar.tag(*i), Tag::Preposition | Tag::To)
                    && !grammar.tag(*i - 1).is_adjective()
                    && !grammar.word(*i).starts_with(char::is_uppercase)
                || grammar.tag(*i) == Tag::VerbPastParticiple && grammar.tag(*i - 1).is_common_noun()
        })
        .unwrap_or(source.end);
    source.start..end
}
