//! Posts as sources: "its chair, Gunnar Vik,", "the nurse", "the 51-year-old" name nobody themselves, but the one put
//! behind the comma, or who spoke last.

use super::{Grammar, PRONOUN_REACH, Speakers, head_of};
use crate::extract::entity::is_profession;
use crate::extract::text::Tag;
use crate::model::{Entity, Span};
use std::ops::Range;

impl Speakers {
    /// "the 51-year-old said", "the mother of five said": news calls the one it speaks of by age or children.
    pub(super) fn age_of_last(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let of_age = |i: usize| grammar.word(i).ends_with("-year-old") || grammar.word(i).contains("-of-");
        let parent = grammar
            .is_any(source.start + 1, &["mother", "father", "mum", "mom", "dad", "grandmother", "grandfather"])
            && grammar.is(source.start + 2, "of");
        let aged = grammar.is(source.start, "the") && (parent || source.clone().any(of_age));
        let start = grammar.document.tokens.get(source.start)?.span.start;
        let (last, at) = self.last.filter(|_| aged)?;
        (at < start && start - at <= PRONOUN_REACH && self.persons.contains(&last)).then_some(last)
    }

    /// "Its chair, Gunnar Vik, told …", "A spokesman for the council, Gunnar Vik, told …": the person named between commas
    /// behind a source whose head is no name.
    pub(super) fn apposition(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let first = source.end + 1;
        let last = source.end.checked_sub(1)?;
        let post = is_profession(&grammar.word(last).to_lowercase());
        let head = if post { last } else { head_of(grammar, source).end.checked_sub(1)? };
        // "the Taoiseach, Ray Ortiz,": a title of another tongue has its capital.
        let title = grammar.is(source.start, "the") && head == source.start + 1;
        let common = title || grammar.tag(head).is_common_noun() || is_profession(&grammar.word(head).to_lowercase());
        let whole = (first..first + 9).find(|i| grammar.is_comma(*i));
        let whole = whole.filter(|comma| self.is_mention(grammar, &(first..*comma)));
        let end = match whole {
            Some(comma) => comma,
            None => grammar.phrase_from(first, first + 9)?.end,
        };
        let opens = grammar.is_comma(source.end) || grammar.is_dash(source.end);
        let stands_apart = common && opens && grammar.tag(end - 1).is_proper_noun() && !grammar.is_quoted(end);
        let closes = grammar.is_comma(end) || grammar.tag(end).is_punctuation();
        let named = self.ending(grammar, &(first..end)).filter(|_| stands_apart && closes)?;
        let body = grammar.is(source.start, "the") || grammar.tag(source.end - 1).is_common_noun();
        (self.persons.contains(&named) || body).then_some(named)
    }

    /// "The Harbour Minister, Gunnar Vik, said": whoever held the title before, it is the one named between the commas.
    pub(super) fn introduced(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let post = source.end.checked_sub(1).is_some_and(|i| is_profession(&grammar.word(i).to_lowercase()));
        let titled = post && grammar.is(source.start, "the");
        self.apposition(grammar, source).filter(|named| titled && self.persons.contains(named))
    }

    /// "the Port of Lund's chief engineer, Gunnar Vik,": the one behind the comma has the post, not who owns it.
    pub(super) fn owned_post(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let owned = source.clone().any(|i| grammar.tag(i) == Tag::PossessiveMarker);
        let post = owned && is_profession(&grammar.word(source.end.checked_sub(1)?).to_lowercase());
        self.apposition(grammar, source).filter(|named| post && self.persons.contains(named))
    }

    /// "Gunnar Vik, chair of the harbour board said": a post that lacks its closing comma is the person's before it.
    pub(super) fn post_behind(&self, grammar: &Grammar<'_, '_>, source: &Range<usize>) -> Option<usize> {
        let comma = source.start.checked_sub(1).filter(|i| grammar.is_comma(*i))?;
        let head = head_of(grammar, source).end.checked_sub(1)?;
        let opens = grammar.tag(source.start);
        let bare = opens.is_noun() || grammar.is_any(source.start, &["a", "an"]);
        let is_post = bare && is_profession(&grammar.word(head).to_lowercase());
        let named = grammar.phrase_before(comma, comma.saturating_sub(8)).filter(|_| is_post)?;
        self.ending(grammar, &named).filter(|person| self.persons.contains(person))
    }

    /// "the nurse said", where nobody is called a nurse: news names the last speaker of the paragraph by what she is.
    pub(super) fn post_of_last(
        &self,
        grammar: &Grammar<'_, '_>,
        entities: &[Entity],
        source: &Range<usize>,
    ) -> Option<usize> {
        let head = source.end.checked_sub(1)?;
        let tokens = &grammar.document.tokens;
        let kinds = (source.start + 1..head).all(|i| grammar.tag(i).is_adjective() || grammar.tag(i).is_proper_noun());
        let short = (2..=4).contains(&source.len()) && kinds;
        let is_post = short && grammar.is(source.start, "the") && grammar.tag(head) == Tag::Noun;
        if !is_post || !is_profession(grammar.word(head)) {
            return None;
        }
        let (last, at) = self.last?;
        let between = Span { start: at, end: tokens.get(source.start)?.span.start };
        let text = grammar.document.article.text.as_str();
        let near = between.end > at && between.end - at <= PRONOUN_REACH && !between.of(text).contains('\n');
        let role = entities.get(last)?.role.as_ref();
        let fits = role.is_none_or(|role| {
            let (role, head) = (role.text.to_lowercase(), grammar.word(head));
            role.contains(head)
                || role.split(' ').any(|word| word.len() > 2 && head.starts_with(word.trim_end_matches('.')))
        });
        (near && fits && self.persons.contains(&last)).then_some(last)
    }

    /// "‘Stay at home’, says harbour master": a headline calls somebody by a post alone, which only one person has.
    pub(super) fn bare_post(
        &self,
        grammar: &Grammar<'_, '_>,
        entities: &[Entity],
        source: &Range<usize>,
    ) -> Option<usize> {
        let tokens = &grammar.document.tokens;
        let words = tokens.get(source.start)?.span.cover(tokens.get(source.end.checked_sub(1)?)?.span);
        let post = words.of(&grammar.document.article.text);
        let is_post = is_profession(&grammar.word(source.end - 1).to_lowercase());
        let holds = |index: &&usize| {
            let role = entities.get(**index).and_then(|person| person.role.as_ref());
            role.is_some_and(|role| role.text.eq_ignore_ascii_case(post))
        };
        let mut holders = self.persons.iter().filter(|_| is_post).filter(holds);
        holders.next().copied().filter(|_| holders.next().is_none())
    }
}
