//! Pronouns as sources: "he said" is whom coreference means, unless what is said or who spoke before shows that it is
//! somebody else; "it said" is the body that spoke last.

use super::document::WRITTEN;
use super::{Grammar, PRONOUN_REACH, Speakers, head_of};
use crate::extract::entity::{human_may_be, is_body_noun, is_human, is_profession};
use crate::extract::quote::content::ASKED;
use crate::extract::text::Tag;
use crate::model::{Entity, EntityKind, Mention, MentionForm, Span};
use std::ops::Range;

/// How far back, in tokens, somebody unnamed may be told of.
const UNNAMED_REACH: usize = 60;

/// A single person, body or document that speaks without being anybody known: "a spokesman for the police".
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnamed {
    words: Span,
    /// Whether "he" and "she" may mean it.
    he: bool,
    she: bool,
}

impl Unnamed {
    /// What the source tells of, where it is one and nobody known.
    pub fn of(grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<Self> {
        let head = head_of(grammar, source).end.checked_sub(1)?;
        let word = grammar.word(head).to_lowercase();
        let span = |token: usize| grammar.document.tokens.get(token).map(|token| token.span);
        let words = span(source.start)?.cover(span(source.end.checked_sub(1)?)?);
        let thing = is_body_noun(&word) || WRITTEN.contains(&word.as_str());
        let person = is_profession(&word) || word.ends_with("man") || word.ends_with("person");
        let one = grammar.tag(head) == Tag::Noun && (thing || person);
        let may_be = |he: bool| person && human_may_be(&word, he);
        one.then_some(Self { words, he: may_be(true), she: may_be(false) })
    }
}

impl Speakers {
    /// He, she, it and they: as coreference has it, else the last speaker, else the last person named before.
    pub(super) fn pronoun(
        &self,
        grammar: &Grammar<'_, '_>,
        entities: &mut [Entity],
        token: usize,
        said: &[Span],
    ) -> Option<usize> {
        let span = grammar.document.tokens.get(token)?.span;
        let (he, she) = (grammar.is(token, "he"), grammar.is(token, "she"));
        let meant = self.within(span).first().map(|(_, _, index)| *index);
        if !he && !she {
            let both = || self.joint_before(grammar, span.start).filter(|_| grammar.is(token, "they"));
            let meant = meant.or_else(|| take_mention(entities, None, both(), span));
            let body = || self.body_before(grammar, span.start).filter(|_| grammar.is_any(token, &["it", "they"]));
            return meant.or_else(|| take_mention(entities, None, body(), span));
        }
        if self
            .unnamed
            .is_some_and(|unnamed| (he && unnamed.he || she && unnamed.she) && self.is_since(unnamed, meant, span))
        {
            return take_mention(entities, meant, None, span);
        }
        if meant.is_none() && self.is_told_of_unnamed(grammar, token, he) {
            return None;
        }
        if let Some(answers) = self.questioned(grammar, entities, token, span.start).filter(|it| Some(*it) != meant) {
            return take_mention(entities, meant, Some(answers), span);
        }
        if let Some(asker) = self.asker(grammar, token).filter(|asker| Some(*asker) == meant) {
            return take_mention(entities, meant, self.answerer(grammar, asker, token), span);
        }
        match meant.filter(|meant| self.is_named_in(grammar, *meant, said)) {
            Some(named) => take_mention(entities, meant, self.other_than(grammar, named, span.start, said), span),
            None => meant.or_else(|| {
                let text = grammar.document.article.text.as_str();
                let may_be = |person: &Entity| !is_other_sex(text, person, he);
                take_mention(entities, None, self.person_before(entities, span.start, &may_be), span)
            }),
        }
    }

    /// "Asked by Ray Ortiz whether it was safe, she said": who asks at the start of the sentence does not answer.
    fn asker(&self, grammar: &Grammar<'_, '_>, token: usize) -> Option<usize> {
        let floor = grammar.floor(token, token.saturating_sub(UNNAMED_REACH));
        let asked = grammar.is_any(floor, &ASKED) && grammar.is(floor + 1, "by");
        self.ending(grammar, &grammar.phrase_from(floor + 2, token).filter(|_| asked)?)
    }

    /// "Ray said …. Moe asked why. “…,” he replied.": who answers right behind a question is the one who spoke before it.
    fn questioned(&self, grammar: &Grammar<'_, '_>, entities: &[Entity], token: usize, start: u32) -> Option<usize> {
        let replies = (token.saturating_sub(2)..token + 3)
            .any(|i| grammar.is_any(i, &["replied", "replies", "answered", "answers", "responded"]));
        let (person, asked) = self.questioned.filter(|_| replies)?;
        let text = grammar.document.article.text.as_str();
        let fits = |person: &&Entity| !is_other_sex(text, person, grammar.is(token, "he"));
        let near = asked < start && block_at(grammar, asked) + 3 >= block_at(grammar, start);
        entities.get(person).filter(|_| near && self.persons.contains(&person)).filter(fits).map(|_| person)
    }

    /// The person named last before the sentence of `token`, the `asker` left out.
    fn answerer(&self, grammar: &Grammar<'_, '_>, asker: usize, token: usize) -> Option<usize> {
        let floor = grammar.floor(token, token.saturating_sub(UNNAMED_REACH));
        let start = grammar.document.tokens.get(floor)?.span.start;
        let before = self.mentions.partition_point(|(mention, _, _)| mention.start < start);
        let near = self.mentions.get(..before)?.iter().rev();
        let mut near = near.take_while(|(mention, _, _)| start - mention.start <= PRONOUN_REACH);
        let other = |index: usize| index != asker && self.persons.contains(&index);
        near.find(|(_, form, index)| *form == MentionForm::Name && other(*index)).map(|(_, _, index)| *index)
    }

    /// "A man was arrested near the quay. [He] denies it": somebody unnamed does something since the last name.
    fn is_told_of_unnamed(&self, grammar: &Grammar<'_, '_>, token: usize, he: bool) -> bool {
        let floor = token.saturating_sub(UNNAMED_REACH);
        let offset = |token: usize| grammar.document.tokens.get(token).map_or(0, |token| token.span.start);
        let named = |(mention, form, index): &&(Span, MentionForm, usize)| {
            *form == MentionForm::Name && self.persons.contains(index) && mention.start < offset(token)
        };
        let last = self.mentions.iter().rfind(named).map_or(0, |(mention, _, _)| mention.end);
        let inside =
            |i: &usize| grammar.tag(*i).is_adjective() || grammar.tag(*i).is_noun() || grammar.tag(*i) == Tag::Number;
        (floor..token).filter(|i| grammar.is_any(*i, &["a", "an", "another"]) && offset(*i) >= last).any(|article| {
            let opens = article.checked_sub(1).is_none_or(|before| grammar.is_stop(before));
            let end = (article + 1..article + 7).find(|i| !inside(i)).unwrap_or(article + 1);
            let noun = grammar.word(end - 1).to_lowercase();
            let human = end > article + 1 && is_human(&noun) && human_may_be(&noun, he);
            opens && human && !grammar.is_quoted(article)
        })
    }

    /// The last speaker who `may_be` the one, else the last such person named before.
    fn person_before(&self, entities: &[Entity], start: u32, may_be: &dyn Fn(&Entity) -> bool) -> Option<usize> {
        let floor = start.saturating_sub(PRONOUN_REACH);
        let is_person = |index: usize| entities.get(index).is_some_and(|e| e.kind == EntityKind::Person && may_be(e));
        let spoke = self.last.filter(|(index, at)| *at >= floor && is_person(*index)).map(|(index, _)| index);
        spoke.or_else(|| {
            let before = self.mentions.partition_point(|(mention, _, _)| mention.start < start);
            let near = self.mentions.get(..before)?.iter().rev().take_while(|(mention, _, _)| mention.start >= floor);
            let mut named = near.filter(|(_, form, index)| *form == MentionForm::Name && is_person(*index));
            named.next().map(|(_, _, index)| *index)
        })
    }

    /// The first of those who spoke together last, in this paragraph or the one before, and nobody since.
    fn joint_before(&self, grammar: &Grammar<'_, '_>, start: u32) -> Option<usize> {
        let (last, at) = self.last.filter(|(_, at)| *at < start && !self.joint.is_empty())?;
        let near = block_at(grammar, start).saturating_sub(block_at(grammar, at)) <= 1;
        (near && self.unnamed.is_none()).then_some(last)
    }

    /// The body that spoke last, in this paragraph or the one before, and nobody since.
    fn body_before(&self, grammar: &Grammar<'_, '_>, start: u32) -> Option<usize> {
        let (last, at) = self.last.filter(|(last, at)| *at < start && self.bodies.contains(last))?;
        let near = block_at(grammar, start).saturating_sub(block_at(grammar, at)) <= 1;
        let since = self.unnamed.is_some_and(|unnamed| unnamed.words.start > at);
        (near && !since).then_some(last)
    }

    /// Whether the unnamed one spoke after `meant` was last named, right before the pronoun at `span`.
    fn is_since(&self, unnamed: Unnamed, meant: Option<usize>, span: Span) -> bool {
        let before = self.mentions.partition_point(|(mention, _, _)| mention.start < span.start);
        let after = self.mentions.partition_point(|(mention, _, _)| mention.start < unnamed.words.end);
        let between = self.mentions.get(after..before).unwrap_or(&[]);
        let names = between.iter().any(|(_, form, index)| *form == MentionForm::Name && Some(*index) == meant);
        !names && unnamed.words.end <= span.start && span.start - unnamed.words.end <= PRONOUN_REACH / 2
    }

    /// Whether the words name the entity: nobody tells of himself by name, but to say who he is.
    fn is_named_in(&self, grammar: &Grammar<'_, '_>, entity: usize, said: &[Span]) -> bool {
        let text = grammar.document.article.text.as_str();
        said.iter().any(|part| {
            let named = |(mention, form, index): &&(Span, MentionForm, usize)| {
                let before = Span { start: part.start, end: mention.start.max(part.start) }.of(text).trim_end();
                let word = before.rsplit([' ', '\'', '’']).next().unwrap_or("");
                let introduced = matches!(word, "am" | "m" | "is");
                let spoke = self.last.is_some_and(|(last, _)| last == entity);
                let named = *form == MentionForm::Name && *index == entity;
                named && !introduced && !(spoke && is_told_another(before))
            };
            self.within(*part).iter().any(|mention| named(&mention))
        })
    }

    /// Who speaks, if it is not `named`: who spoke last, else the only other person named in the paragraph before `start`.
    fn other_than(&self, grammar: &Grammar<'_, '_>, named: usize, start: u32, said: &[Span]) -> Option<usize> {
        let block = block_at(grammar, start);
        let other = |index: usize| index != named && self.persons.contains(&index);
        let alone = |at: u32| {
            let since = self.within(Span { start: at, end: start }).iter();
            let mut named = since.filter(|(mention, form, _)| {
                *form == MentionForm::Name && !said.iter().any(|part| part.contains(*mention))
            });
            block_at(grammar, at) + 4 >= block && !named.any(|(_, _, index)| self.persons.contains(index))
        };
        let spoke = self.last.filter(|(last, at)| other(*last) && (block_at(grammar, *at) + 2 >= block || alone(*at)));
        spoke.map(|(last, _)| last).or_else(|| {
            let before = self.mentions.partition_point(|(mention, _, _)| mention.start < start);
            let here = self.mentions.get(..before)?.iter().rev();
            let here = here.take_while(|(mention, _, _)| block_at(grammar, mention.start) == block);
            let mut named = here.filter(|(mention, form, index)| {
                *form == MentionForm::Name && other(*index) && !said.iter().any(|part| part.contains(*mention))
            });
            let (_, _, first) = named.next()?;
            named.all(|(_, _, index)| index == first).then_some(*first)
        })
    }
}

/// Whether the words that go on behind `before` are another's within the quotation: "She said, ‘You are late, Ray’".
fn is_told_another(before: &str) -> bool {
    let opened = |mark: &str| before.rfind(mark).map(|at| before.get(at + mark.len()..).unwrap_or(""));
    let open = opened(" '").or_else(|| opened(" ‘"));
    open.is_some_and(|inside| {
        !["' ", "’ ", ".'", ",'", "?'", "!'", ".’", ",’", "?’", "!’"].iter().any(|m| inside.contains(m))
    })
}

/// Whether most pronouns that the article has for somebody tell the other sex than "he", or than "she".
fn is_other_sex(text: &str, person: &Entity, he: bool) -> bool {
    let count = |pronouns: [&str; 3]| {
        let told = person.mentions.iter().filter(|mention| mention.form == MentionForm::Pronoun);
        told.filter(|mention| pronouns.iter().any(|p| mention.span.of(text).eq_ignore_ascii_case(p))).count()
    };
    let (male, female) = (count(["he", "his", "him"]), count(["she", "her", "hers"]));
    let clear = |other: usize, own: usize| other > 1 && other >= 2 * own;
    if he { clear(female, male) } else { clear(male, female) }
}

/// Gives the pronoun at `span` from one entity to another.
fn take_mention(entities: &mut [Entity], from: Option<usize>, to: Option<usize>, span: Span) -> Option<usize> {
    if let Some(entity) = from.and_then(|from| entities.get_mut(from)) {
        entity.mentions.retain(|mention| mention.span != span);
    }
    if let Some(entity) = to.and_then(|to| entities.get_mut(to)) {
        let at = entity.mentions.partition_point(|mention| mention.span.start < span.start);
        entity.mentions.insert(at, Mention { span, form: MentionForm::Pronoun });
    }
    to
}

/// The number of the block that holds `offset`, counted by its sentences.
fn block_at(grammar: &Grammar<'_, '_>, offset: u32) -> usize {
    let sentences = &grammar.document.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start <= offset);
    after.checked_sub(1).and_then(|i| sentences.get(i)).map_or(0, |sentence| sentence.block)
}
