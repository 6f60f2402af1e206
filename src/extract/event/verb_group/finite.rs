//! Past or participle: whether a form that may be either carries its clause or tells of a noun.
//!
//! "A system backed by the court was rejected": the tagger looks at a few words around, the sentence as a whole decides.

use super::{VerbGroup, is_year, lexicon, tag};
use crate::extract::event::timed_noun::is_nominal;
use crate::extract::text::{Document, Sentence, Tag};
use crate::model::{Aspect, Tense};
use std::ops::Range;

/// A past form is the same as the participle for most verbs. It is one, telling of the noun before it, when the verb
/// of the clause comes later with nothing between to part two clauses ("a system [backed] by the court was rejected"),
/// or when all words before it hang on a preposition ("In a statement [released] after the vote, officials said").
pub(super) fn reduced_relatives(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
    let finite: Vec<usize> = (0..groups.len()).filter(|i| groups.get(*i).is_some_and(|g| g.finite)).collect();
    for (place, index) in finite.iter().enumerate() {
        let Some(group) = groups.get(*index) else { continue };
        let next = finite.get(place + 1).and_then(|n| groups.get(*n)).map(|g| g.first);
        // "that killed 14 people": a relative word is its subject.
        let relative = ["that", "who", "which"].iter().any(|w| group.first > 0 && document.is(group.first - 1, w));
        let lone = group.first == group.head
            && !relative
            && tag(document, group.head) == Tag::VerbPast
            && may_be_participle(document, group);
        if !lone {
            continue;
        }
        let left = place.checked_sub(1).and_then(|p| finite.get(p)).and_then(|p| groups.get(*p));
        let from = left.map_or(sentence.tokens.start, |g| g.head + 1);
        // "A strike [called] by the front paralysed Vik": what was found to tell of a noun is no verb of the sentence.
        let left = left.filter(|g| g.finite || !document.is(g.head + 1, "by"));
        let agent = document.is(group.head + 1, "by");
        // "A grant [the city won] in May will pay": told of the grant, with a subject of its own.
        if left.is_none() && !agent && has_own_subject(document, from..group.first) {
            continue;
        }
        let told = next.is_some_and(|next| {
            (agent || !group.is(lexicon::VerbSet::REPORTING) && !opens_phrase(document, group.head + 1))
                && !parts_clauses(document, group.head + 1..next)
        });
        if (told
            || agent && next.is_some()
            || next.or(left.map(|g| g.head)).is_some()
                && !acts_behind_relative(document, left, group)
                && hangs_on_preposition(document, from..group.first)
            || left.is_some_and(|left| ends_object(document, left, group) || tells_of_another(document, left, group))
            || (left.is_some() || next.is_some() && is_naming(document, group.head))
                && in_apposition(document, sentence, group)
            || left.is_none() && next.is_some_and(|next| between_commas(document, sentence, group.head, next)))
            && let Some(group) = groups.get_mut(*index)
        {
            group.finite = false;
            group.tense = Tense::Participle;
            group.passive = true;
        }
    }
}

/// "Police searching for a boy who vanished on his way [widened] their search": behind a relative clause what has an object of
/// theirs was done by them.
fn acts_behind_relative(document: &Document<'_>, left: Option<&VerbGroup>, group: &VerbGroup) -> bool {
    let relative = |at: usize| ["that", "who", "which"].iter().any(|word| document.is(at, word));
    let told = left.and_then(|left| left.first.checked_sub(1)).is_some_and(relative);
    told && tag(document, group.head + 1) == Tag::Possessive
}

/// Whether two noun phrases, the second with its own article or behind "that", stand before a verb and nothing else.
fn has_own_subject(document: &Document<'_>, before: Range<usize>) -> bool {
    let article = |i: &usize| matches!(tag(document, *i), Tag::Determiner | Tag::Possessive);
    let word = |i: usize| tag(document, i).is_noun() || tag(document, i).is_adjective();
    let marker = |i: &usize| document.is(*i, "that") || document.is(*i, "which");
    let Some(second) = before.clone().skip(2).find(|i| article(i) || marker(i)) else { return false };
    let own = second + 1..before.end;
    let mut rest = own.clone().skip(usize::from(marker(&second) && article(&own.start)));
    article(&before.start) && (before.start + 1..second).all(word) && !own.is_empty() && rest.all(word)
}

/// "saw the bridge [fall]", "made them [pay]": behind what is perceived or caused, a form that could be either has no
/// tense of its own.
pub(super) fn bare_infinitives(document: &Document<'_>, groups: &mut [VerbGroup]) {
    const BEFORE_BARE: [&str; 6] = ["hear", "help", "let", "make", "see", "watch"];
    for at in 1..groups.len() {
        let object = groups.get(at - 1).filter(|g| BEFORE_BARE.contains(&document.lemma(g.head).as_ref()));
        let object = object.filter(|g| !g.passive).map_or(0..0, |g| g.head + 1..g.head + 1);
        let Some(group) = groups.get_mut(at) else { continue };
        let object = object.start..group.first;
        let bare = group.first == group.head && matches!(tag(document, group.head), Tag::VerbBase | Tag::VerbPresent);
        let subject = |i: usize| ["i", "he", "she", "we", "they"].iter().any(|word| document.is(i, word));
        let nominal = |i: usize| {
            let tag = tag(document, i);
            let modifies = matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun);
            (tag.is_noun() || tag.is_adjective() || modifies) && !document.is(i, "that") && !subject(i)
        };
        if bare && object.start > 0 && (1..=5).contains(&object.len()) && object.clone().all(nominal) {
            group.finite = false;
            group.tense = Tense::Infinitive;
        }
    }
}

/// "delivered the last jet [built] for the airline": right after another verb's object, telling of it.
fn ends_object(document: &Document<'_>, left: &VerbGroup, group: &VerbGroup) -> bool {
    let takes_clause = lexicon::VerbSet::REPORTING;
    let thinks = [lexicon::VerbSet::I_STATE, lexicon::VerbSet::PERCEPTION, lexicon::VerbSet::PROSPECTIVE];
    let object = left.head + 1..group.first;
    !left.is(takes_clause)
        && !thinks.iter().any(|set| left.is(*set))
        && !left.is_copula()
        && document.tag(object.start) == Tag::Determiner
        && object.len() > 1
        && object
            .clone()
            .skip(1)
            .all(|i| document.tag(i).is_noun() || document.tag(i).is_adjective() || document.tag(i) == Tag::Number)
        && matches!(document.tag(group.head + 1), Tag::Preposition | Tag::To)
}

/// "raided his home in connection with a contract [awarded] in 2022": what stands right behind "a" noun that hangs on a
/// preposition tells of the noun.
fn tells_of_another(document: &Document<'_>, left: &VerbGroup, group: &VerbGroup) -> bool {
    let nominal = |i: &usize| tag(document, *i).is_noun() || tag(document, *i).is_adjective();
    let start = group.first - (left.head + 1..group.first).rev().take_while(nominal).count();
    let Some(article) = start.checked_sub(1).filter(|a| *a > left.head + 1 && start < group.first) else {
        return false;
    };
    let indefinite = document.is(article, "a") || document.is(article, "an");
    let preposition = tag(document, article - 1) == Tag::Preposition
        && !document.is(article - 1, "of")
        && !opens_clause(document, article - 1);
    indefinite
        && preposition
        && !left.is(lexicon::VerbSet::REPORTING)
        && matches!(tag(document, group.head + 1), Tag::Preposition | Tag::To | Tag::Punctuation)
}

/// "the Great Hall, a timber-framed room [built] for meals": after a comma, "a" and a noun the word tells of the noun.
fn in_apposition(document: &Document<'_>, sentence: &Sentence, group: &VerbGroup) -> bool {
    let first = sentence.tokens.start;
    let article = (first + 1..group.head).rev().take(6).find(|i| tag(document, *i) == Tag::Determiner);
    article.is_some_and(|a| {
        (document.is(a, "a") || document.is(a, "an"))
            && document.is(a - 1, ",")
            && (a + 1..group.head).all(|i| tag(document, i).is_noun() || tag(document, i).is_adjective())
            && !opens_clause(document, first)
            && (!opens_phrase(document, group.head + 1) || is_naming(document, group.head))
    })
}

/// "a rigger [named] Tom Pell"
pub(in crate::extract::event) fn is_naming(document: &Document<'_>, at: usize) -> bool {
    ["named", "called", "dubbed"].iter().any(|word| document.is(at, word)) && tag(document, at + 1).is_proper_noun()
}

/// "Sollund, [asked] about the search, said": what stands behind a comma after the subject when a comma parts it from
/// the verb as well.
fn between_commas(document: &Document<'_>, sentence: &Sentence, verb: usize, next: usize) -> bool {
    let first = sentence.tokens.start;
    verb > first + 1
        && document.is(verb - 1, ",")
        && tag(document, verb - 2).is_noun()
        && !opens_clause(document, first)
        && !matches!(tag(document, first), Tag::Preposition | Tag::To | Tag::VerbGerund)
        && (verb + 1..sentence.tokens.end).any(|i| document.is(i, ",") && tag(document, i + 1).is_verb())
        && next > verb
        && !opens_phrase(document, verb + 1)
}

/// Whether a noun phrase begins at `at`: what a passive participle cannot have after it ("the figures showed [the rate]
/// declined").
fn opens_phrase(document: &Document<'_>, at: usize) -> bool {
    let tag = tag(document, at);
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}

/// Whether past tense and participle look alike: all regular verbs and the irregular ones with two forms.
fn may_be_participle(document: &Document<'_>, group: &VerbGroup) -> bool {
    let word = lexicon::lower(document.word(group.head));
    let distinct = [
        "said", "was", "were", "had", "did", "went", "came", "took", "gave", "saw", "knew", "began", "spoke", "wrote",
        "fell", "rose", "became", "broke", "chose", "drew", "drove", "flew", "grew", "threw", "wore", "withdrew",
    ];
    !distinct.contains(&word.as_ref())
}

/// Whether something between two verbs parts their clauses.
fn parts_clauses(document: &Document<'_>, words: Range<usize>) -> bool {
    words.clone().any(|i| {
        let word = lexicon::lower(document.word(i));
        match tag(document, i) {
            Tag::Conjunction | Tag::WhWord | Tag::OpenQuote | Tag::CloseQuote | Tag::Punctuation => true,
            Tag::Pronoun => true,
            Tag::Preposition | Tag::Adverb => SUBORDINATORS.contains(&word.as_ref()),
            _ => false,
        }
    }) || words.is_empty()
}

/// Whether the words since the last comma begin with a preposition, so that they hold no subject; so do those that
/// begin with an -ing form: "Shares rose, leaving the index near the high [set] in May".
fn hangs_on_preposition(document: &Document<'_>, words: Range<usize>) -> bool {
    let start = words.clone().rev().find(|i| tag(document, *i) == Tag::Punctuation).map_or(words.start, |i| i + 1);
    let first = tag(document, start);
    if opens_clause(document, start) || opens_clause(document, start + 1) {
        return false;
    }
    let time_like = document.tokens.get(start + 1).is_some_and(|t| t.shape.has_digit() || t.tag == Tag::ProperNoun);
    // "During the quarter [the company] closed a plant", "On the 5th his cavalry burned the bridge": a second noun phrase,
    // and an object, make a clause.
    let begins_phrase = |i: usize| matches!(tag(document, i), Tag::Determiner | Tag::Possessive);
    let closes =
        |i: usize| tag(document, i).is_noun() || tag(document, i).is_adjective() || tag(document, i) == Tag::Number;
    let subject = (start + 2..words.end).any(|i| begins_phrase(i) && closes(i - 1));
    // "Thane died of typhoid in 1901 and Barrow [retired]": behind a year "and" goes on with another subject.
    let joined = (start + 2..words.end).rev().find(|i| tag(document, *i) == Tag::Conjunction);
    let another = joined.is_some_and(|and| {
        let nominal = |i: usize| tag(document, i).is_noun() || tag(document, i).is_adjective() || begins_phrase(i);
        is_year(document.word(and - 1)) && and + 1 < words.end && (and + 1..words.end).all(nominal)
    });
    if another {
        return false;
    }
    if subject && begins_phrase(words.end + 1) {
        return false;
    }
    start + 1 < words.end
        && (first == Tag::Preposition
            || first == Tag::VerbGerund && start > words.start && !opens_phrase(document, words.end + 1))
        && !time_like
        && (start..words.end).all(|i| !matches!(tag(document, i), Tag::Pronoun | Tag::WhWord))
}

/// Whether the word is one that opens a clause though it may be tagged as a preposition: "as the vote passed".
fn opens_clause(document: &Document<'_>, at: usize) -> bool {
    let word = lexicon::lower(document.word(at));
    SUBORDINATORS.contains(&word.as_ref())
}

const SUBORDINATORS: [&str; 15] = [
    "whether", "that", "when", "while", "because", "as", "since", "after", "before", "until", "although", "though",
    "if", "where", "once",
];

/// Whether no verb with tense stands in the sentence but one behind a word that subordinates it: "The outlook [darkened]
/// when troops crossed the border".
pub(super) fn lacks_main_verb(document: &Document<'_>, sentence: &Sentence, groups: &[VerbGroup]) -> bool {
    let mut finite = groups.iter().filter(|g| g.finite);
    let Some(only) = finite.next() else { return true };
    let subject = (sentence.tokens.start + 1..only.first).rev().take(6).find(|i| opens_clause(document, *i));
    let bare = |from: usize| (from..only.first).all(|i| !document.tag(i).is_punctuation());
    finite.next().is_none() && (subject.is_some_and(bare) || only_attributes(document, sentence, only))
}

/// "A quake of magnitude 6.1 [struck] off the coast, the survey said": who says it stands behind the comma, so that what is
/// said must have a verb of its own.
fn only_attributes(document: &Document<'_>, sentence: &Sentence, says: &VerbGroup) -> bool {
    let first = sentence.tokens.start;
    let comma = (first..says.first).rev().find(|i| tag(document, *i).is_punctuation());
    let opens = tag(document, first);
    let subject = opens.is_noun() || opens.is_adjective() || matches!(opens, Tag::Determiner | Tag::Number);
    let ends = (says.head + 1..sentence.tokens.end).all(|i| tag(document, i).is_punctuation());
    says.is(lexicon::VerbSet::REPORTING)
        && comma.is_some_and(|c| document.is(c, ",") && c + 1 < says.first && c > first + 1)
        && subject
        && ends
        && !(first..says.first).any(|i| matches!(tag(document, i), Tag::OpenQuote | Tag::CloseQuote))
}

/// A caption or headline verb that was tagged as participle is the sentence's verb when there is no other and a noun
/// stands right before it: "Police evacuated the town".
pub(super) fn finite_after_all(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
    let first = sentence.tokens.start;
    let end = groups.iter().find(|g| g.finite).map_or(sentence.tokens.end, |g| g.first);
    let candidate = groups.iter_mut().filter(|g| g.head < end).find(|g| {
        let tag = document.tokens.get(g.head).map(|t| t.tag);
        let before = g.first.checked_sub(1).filter(|b| *b >= first).and_then(|b| document.tokens.get(b));
        let followed_by_agent = document.word(g.head + 1).eq_ignore_ascii_case("by");
        tag == Some(Tag::VerbPastParticiple)
            && g.first == g.head
            && before.is_some_and(|b| {
                b.tag.is_noun() || b.tag == Tag::Number || b.tag == Tag::Punctuation && document.is(g.first - 1, ",")
            })
            && !followed_by_agent
    });
    if let Some(group) = candidate {
        group.finite = true;
        group.tense = Tense::Past;
    }
}

/// "after auditors [found] that she had signed it": right behind a noun and before "that" or its object a form that may be
/// either tells what somebody found or did.
pub(super) fn finite_before_content(document: &Document<'_>, groups: &mut [VerbGroup]) {
    for group in groups.iter_mut().filter(|g| !g.finite && g.first == g.head && g.head > 0) {
        let knows = [lexicon::VerbSet::REPORTING, lexicon::VerbSet::PERCEPTION, lexicon::VerbSet::I_STATE];
        let takes = knows.iter().any(|set| group.is(*set)) || group.verb.is_some_and(|v| v.lemma == "find");
        let before = tag(document, group.head - 1);
        // "officers [announced] on television on Wednesday that they had taken power"
        const REACH: usize = 9;
        let small = |i: &usize| is_nominal(tag(document, *i)) && !document.is(*i, "that");
        let that = group.head + 1 + (group.head + 1..group.head + REACH).take_while(small).count();
        let content = document.is(that, "that")
            && matches!(tag(document, that + 1), Tag::Pronoun | Tag::Determiner | Tag::Existential);
        // "The county [cut] off the money": what has an object is not what was done to the noun before.
        let acts = tag(document, group.head + 1) == Tag::Particle
            && matches!(tag(document, group.head + 2), Tag::Determiner | Tag::Possessive);
        if (takes && content || acts) && before.is_noun() && tag(document, group.head) == Tag::VerbPastParticiple {
            group.finite = true;
            group.tense = Tense::Past;
        }
    }
}

/// "His predecessor, who had led the party for years, [quit] in May": when every verb with tense tells of the subject, the
/// participle behind the comma is the sentence's verb.
pub(super) fn finite_behind_relative(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
    let Some(last) = groups.iter().rposition(|g| g.finite) else { return };
    let relative = |g: &VerbGroup| {
        g.first > sentence.tokens.start + 1
            && ["who", "which"].iter().any(|w| document.is(g.first - 1, w))
            && document.is(g.first - 2, ",")
    };
    // "The house [the mayor bought] in 2019 [burned] down"
    let bare = |g: &VerbGroup| has_own_subject(document, sentence.tokens.start..g.first);
    let alone = groups.iter().filter(|g| g.finite).count() == 1;
    let told_bare = alone && groups.get(last).is_some_and(bare);
    let told = alone && groups.get(last).is_some_and(relative);
    let candidate = groups.get_mut(last + 1..).unwrap_or_default().iter_mut().find(|g| {
        g.first == g.head
            && tag(document, g.head) == Tag::VerbPastParticiple
            && (document.is(g.first - 1, ",") || told_bare && tag(document, g.first - 1) != Tag::Conjunction)
            && !document.is(g.head + 1, "by")
    });
    if let Some(group) = candidate.filter(|_| told || told_bare) {
        group.finite = true;
        group.tense = Tense::Past;
    }
}

/// "looked for ice but [found] none", "poured petrol and [left]": behind a conjunction, a form that could be either is the
/// past tense, as the active verb before it is.
pub(super) fn finite_beside_finite(document: &Document<'_>, groups: &mut [VerbGroup]) {
    for at in 1..groups.len() {
        let told = groups.get(at - 1).is_some_and(|g| {
            g.finite && g.tense == Tense::Past && g.aspect == Aspect::None && !g.passive && !g.is_copula()
        });
        let Some(group) = groups.get_mut(at).filter(|_| told) else { continue };
        let joined = group.first.checked_sub(1).is_some_and(|before| {
            let adverb = tag(document, before).is_adverb();
            tag(document, if adverb { before.saturating_sub(1) } else { before }) == Tag::Conjunction
        });
        // "asked for terms on 3 July and [surrendered] the next day"
        let past = matches!(tag(document, group.head), Tag::VerbPast | Tag::VerbPastParticiple);
        let bare = group.first == group.head && past && !group.finite;
        if joined && bare && !document.is(group.head + 1, "by") {
            group.finite = true;
            group.tense = Tense::Past;
            group.passive = false;
        }
    }
}
