//! Verb groups: a main verb with the auxiliaries that give it tense, aspect, voice and modality: "will have been sold".

use super::lexicon::{self, Verb};
use crate::extract::text::{Document, Sentence, Tag};
use crate::model::{Aspect, Modality, Tense};
use std::ops::Range;

/// A main verb and its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct VerbGroup {
    /// First auxiliary, or the main verb.
    pub(super) first: usize,
    /// The main verb.
    pub(super) head: usize,
    /// Whether it carries tense, so that it makes a clause.
    pub(super) finite: bool,
    pub(super) tense: Tense,
    pub(super) aspect: Aspect,
    pub(super) modality: Modality,
    /// Whether the subject is what it is done to.
    pub(super) passive: bool,
    /// Whether "would", "could", "should" or "might" stands with it.
    pub(super) conditional: bool,
    /// Whether a form of "have" stands with it: "has been rising", "could have come".
    pub(super) perfect: bool,
    /// What the lexicon knows of the main verb.
    pub(super) verb: Option<Verb>,
}

impl VerbGroup {
    /// All its tokens, adverbs between them included.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.first..self.head + 1
    }

    /// Whether the main verb is "be" or "have": no happening of its own.
    pub(super) fn is_copula(&self) -> bool {
        self.verb.is_some_and(|v| matches!(v.lemma, "be" | "have"))
    }

    /// Whether it is an -ing or -ed form without auxiliary.
    pub(super) fn is_participle(&self) -> bool {
        self.tense == Tense::Participle
    }

    pub(super) fn is(&self, set: lexicon::VerbSet) -> bool {
        self.verb.is_some_and(|v| v.sets.has(set))
    }
}

/// Words that look like verb forms and govern nouns like prepositions.
const PREPOSITION_LIKE: [&str; 9] = [
    "including",
    "following",
    "regarding",
    "concerning",
    "according",
    "given",
    "excluding",
    "pending",
    "notwithstanding",
];

/// What the auxiliaries read so far ask of the next verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    /// Bare form: after a modal, "do", "to".
    Base,
    /// Participle: after "have".
    Perfect,
    /// Either participle, or "to": after "be".
    AfterBe,
}

/// The verb groups of a sentence, in order.
pub(super) fn find(document: &Document<'_>, sentence: &Sentence) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        match read(document, at, sentence.tokens.end) {
            Some(group) => {
                at = group.head + 1;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    reduced_relatives(document, sentence, &mut groups);
    if lacks_main_verb(document, sentence, &groups) {
        finite_after_all(document, sentence, &mut groups);
    }
    finite_behind_relative(document, sentence, &mut groups);
    finite_beside_finite(document, &mut groups);
    groups
}

/// A past form is the same as the participle for most verbs. It is one, telling of the noun before it, when the verb
/// of the clause comes later with nothing between to part two clauses ("a system [backed] by the court was rejected"),
/// or when all words before it hang on a preposition ("In a statement [released] after the vote, officials said").
fn reduced_relatives(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
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
        let agent = document.is(group.head + 1, "by");
        let told = next.is_some_and(|next| {
            (agent || !group.is(lexicon::VerbSet::REPORTING) && !opens_phrase(document, group.head + 1))
                && !parts_clauses(document, group.head + 1..next)
        });
        if (told
            || agent && next.is_some()
            || next.or(left.map(|g| g.head)).is_some() && hangs_on_preposition(document, from..group.first)
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
fn is_naming(document: &Document<'_>, at: usize) -> bool {
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
fn lacks_main_verb(document: &Document<'_>, sentence: &Sentence, groups: &[VerbGroup]) -> bool {
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
fn finite_after_all(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
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

/// "His predecessor, who had led the party for years, [quit] in May": when every verb with tense tells of the subject, the
/// participle behind the comma is the sentence's verb.
fn finite_behind_relative(document: &Document<'_>, sentence: &Sentence, groups: &mut [VerbGroup]) {
    let Some(last) = groups.iter().rposition(|g| g.finite) else { return };
    let relative = |g: &VerbGroup| {
        g.first > sentence.tokens.start + 1
            && ["who", "which"].iter().any(|w| document.is(g.first - 1, w))
            && document.is(g.first - 2, ",")
    };
    let told = groups.get(last).is_some_and(relative) && groups.iter().filter(|g| g.finite).count() == 1;
    let candidate = groups.get_mut(last + 1..).unwrap_or_default().iter_mut().find(|g| {
        g.first == g.head
            && tag(document, g.head) == Tag::VerbPastParticiple
            && document.is(g.first - 1, ",")
            && !document.is(g.head + 1, "by")
    });
    if let Some(group) = candidate.filter(|_| told) {
        group.finite = true;
        group.tense = Tense::Past;
    }
}

/// "looked for ice but [found] none", "poured petrol and [left]": behind a conjunction, a form that could be either is the
/// past tense, as the active verb before it is.
fn finite_beside_finite(document: &Document<'_>, groups: &mut [VerbGroup]) {
    for at in 1..groups.len() {
        let told = groups.get(at - 1).is_some_and(|g| {
            g.finite && g.tense == Tense::Past && g.aspect == Aspect::None && !g.passive && !g.is_copula()
        });
        let Some(group) = groups.get_mut(at).filter(|_| told) else { continue };
        let joined = group.first.checked_sub(1).is_some_and(|before| {
            let adverb = tag(document, before).is_adverb();
            tag(document, if adverb { before.saturating_sub(1) } else { before }) == Tag::Conjunction
        });
        let bare = group.first == group.head && tag(document, group.head) == Tag::VerbPastParticiple;
        if joined && bare && !document.is(group.head + 1, "by") {
            group.finite = true;
            group.tense = Tense::Past;
            group.passive = false;
        }
    }
}

fn tag(document: &Document<'_>, token: usize) -> Tag {
    document.tokens.get(token).map_or(Tag::Other, |t| t.tag)
}

/// The group that begins at `at`, if one does.
fn read(document: &Document<'_>, at: usize, end: usize) -> Option<VerbGroup> {
    let first_tag = tag(document, at);
    let word = lexicon::lower(document.word(at));
    let to = first_tag == Tag::To || word == "to";
    if to && !base_follows(document, at + 1, end) || !to && !first_tag.is_verb() {
        return None;
    }
    // "growth of 5 %, [compared] with 4 %"
    let compares = word == "compared" && ["with", "to"].iter().any(|w| document.is(at + 1, w));
    if compares || PREPOSITION_LIKE.contains(&word.as_ref()) || is_premodifier(document, at, end) {
        return None;
    }
    let mut group = VerbGroup {
        first: at,
        head: at,
        finite: false,
        tense: Tense::Participle,
        aspect: Aspect::None,
        modality: Modality::Actual,
        passive: false,
        conditional: false,
        perfect: false,
        verb: None,
    };
    let mut awaits = opening(first_tag, &word, to, &mut group);
    let mut next = at + 1;
    while let Some(want) = awaits {
        match continuation(document, next, end, want, &mut group) {
            Some((head, more)) => {
                group.head = head;
                next = head + 1;
                awaits = more;
            }
            None => break,
        }
    }
    if group.head == at && first_tag == Tag::Modal {
        // A modal whose verb is left out ("as best they can") names nothing.
        return None;
    }
    if negated(document, &group) {
        group.modality = Modality::Negated;
    }
    group.verb = lexicon::verb(document.word(group.head), tag(document, group.head));
    Some(group)
}

/// Reads the first word into `group`; what the next verb must be, if this one is an auxiliary.
fn opening(first: Tag, word: &str, to: bool, group: &mut VerbGroup) -> Option<Awaits> {
    group.finite = first.is_finite_verb();
    group.tense = match first {
        Tag::VerbPast => Tense::Past,
        Tag::VerbPresent | Tag::VerbPresent3rd => Tense::Present,
        Tag::VerbBase => Tense::Infinitive,
        Tag::Modal => Tense::Future,
        _ if to => Tense::Infinitive,
        _ => Tense::Participle,
    };
    if to {
        return Some(Awaits::Base);
    }
    if first == Tag::Modal {
        match word {
            "will" | "shall" | "'ll" | "’ll" | "wo" => group.modality = Modality::Planned,
            "would" | "should" | "could" | "might" | "'d" | "’d" => {
                group.modality = Modality::Hypothetical;
                group.conditional = true;
            }
            _ => {
                group.modality = Modality::Hypothetical;
                group.tense = Tense::Present;
            }
        }
        return Some(Awaits::Base);
    }
    auxiliary(word)
}

fn auxiliary(word: &str) -> Option<Awaits> {
    match word {
        "be" | "is" | "are" | "am" | "was" | "were" | "been" | "being" | "'m" | "’m" | "'re" | "’re" => {
            Some(Awaits::AfterBe)
        }
        "'s" | "’s" => Some(Awaits::AfterBe),
        "have" | "has" | "had" | "having" | "'ve" | "’ve" => Some(Awaits::Perfect),
        "do" | "does" | "did" => Some(Awaits::Base),
        "get" | "gets" | "got" => Some(Awaits::AfterBe),
        "going" => None,
        _ => None,
    }
}

/// The next verb of the group: adverbs and "not" may stand before it.
fn continuation(
    document: &Document<'_>,
    from: usize,
    end: usize,
    want: Awaits,
    group: &mut VerbGroup,
) -> Option<(usize, Option<Awaits>)> {
    let mut at = from;
    while at < end && at < from + 4 && tag(document, at).is_adverb() {
        at += 1;
    }
    if at >= end {
        return None;
    }
    let (t, word) = (tag(document, at), lexicon::lower(document.word(at)));
    let participle = matches!(t, Tag::VerbPastParticiple | Tag::VerbPast);
    match want {
        Awaits::Base if matches!(t, Tag::VerbBase | Tag::VerbPresent) => Some((at, auxiliary(&word))),
        Awaits::Perfect if participle => {
            group.aspect = Aspect::Perfective;
            group.perfect = true;
            Some((at, auxiliary(&word)))
        }
        Awaits::AfterBe if participle && !is_premodifier(document, at, end) => {
            group.passive = true;
            Some((at, None))
        }
        Awaits::AfterBe if word == "going" && base_follows(document, at + 2, end) && document.word(at + 1) == "to" => {
            group.tense = Tense::Future;
            group.modality = Modality::Planned;
            Some((at + 1, Some(Awaits::Base)))
        }
        Awaits::AfterBe if t == Tag::VerbGerund => {
            group.aspect = Aspect::Progressive;
            Some((at, if word == "being" { Some(Awaits::AfterBe) } else { None }))
        }
        // "is to begin": arranged for the future.
        Awaits::AfterBe
            if (t == Tag::To || word == "to") && base_follows(document, at + 1, end) && group.first + 1 == at =>
        {
            group.modality = Modality::Planned;
            if group.tense == Tense::Present {
                group.tense = Tense::Future;
            }
            Some((at, Some(Awaits::Base)))
        }
        _ => None,
    }
}

fn base_follows(document: &Document<'_>, at: usize, end: usize) -> bool {
    let mut at = at;
    while at < end && tag(document, at).is_adverb() {
        at += 1;
    }
    at < end && matches!(tag(document, at), Tag::VerbBase | Tag::VerbPresent)
}

/// A participle between a determiner or adjective and its noun belongs to the noun: "the proposed deal".
fn is_premodifier(document: &Document<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or(Tag::Other, |b| tag(document, b));
    // "the fifth named storm": behind a number or an ordinal no past tense stands.
    let counted = tag(document, at) == Tag::VerbPast
        && (before == Tag::Number && !is_year(document.word(at - 1))
            || at > 1 && document.word(at - 1).ends_with("th") && tag(document, at - 2) == Tag::Determiner);
    // "one of the most cited researchers"
    let most = before == Tag::AdverbSuperlative || at > 0 && document.is(at - 1, "most");
    if most && tag(document, at + 1).is_noun() && at > 1 && tag(document, at - 2) == Tag::Determiner {
        return true;
    }
    let form = matches!(tag(document, at), Tag::VerbPastParticiple | Tag::VerbGerund) || counted;
    if !form || at + 1 >= end {
        return false;
    }
    let opens =
        matches!(before, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::PossessiveMarker | Tag::Number);
    // "a contingent arriving Tuesday": what comes behind is a name, and no determiner stands before.
    let name =
        tag(document, at + 1).is_proper_noun() && tag(document, at) == Tag::VerbGerund && before == Tag::Adjective;
    opens && !name && (tag(document, at + 1).is_noun() || tag(document, at + 1).is_adjective())
}

/// "on 14 March [2025] drew crowds": a year counts nothing.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn negated(document: &Document<'_>, group: &VerbGroup) -> bool {
    let negator = |i: usize| {
        let word = document.word(i);
        ["not", "n't", "n’t", "never"].iter().any(|n| word.eq_ignore_ascii_case(n))
    };
    group.tokens().any(negator) || group.first > 0 && negator(group.first - 1)
}
