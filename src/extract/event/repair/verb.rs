//! Verbs taken for nouns: "will report", "hopes to reconnect", "and flies to Oslo on Friday".
//!
//! What only a verb can stand behind, before or between makes a word that may be one a verb; without it the sentence
//! would have no happening, and its time would go to another word.

use super::super::lexicon::VerbSet;
use crate::extract::text::{Document, Tag, lexicon};

/// Verbs before "to" and a bare form: no noun of theirs follows "to".
const BEFORE_INFINITIVE: [&str; 17] = [
    "hope", "plan", "want", "intend", "try", "manage", "refuse", "vow", "pledge", "promise", "threaten", "seek",
    "expect", "decide", "need", "continue", "fail",
];

/// The form of the verb at `at`, where the tagger saw a noun.
pub(super) fn behind_what_only_verbs_follow(document: &Document<'_>, at: usize) -> Option<Tag> {
    match document.tag(at) {
        Tag::Noun if is_behind_modal(document, at) || is_infinitive(document, at) => Some(Tag::VerbBase),
        Tag::Noun if tells_of_plural(document, at) || is_joined_present(document, at) => Some(Tag::VerbPresent),
        Tag::NounPlural if is_joined_behind_time(document, at) || tells_of_noun(document, at) => {
            Some(Tag::VerbPresent3rd)
        }
        Tag::VerbPast if is_object(document, at) => Some(Tag::Noun),
        Tag::VerbPast
            if is_joined_participle(document, at) || lacks_object(document, at) || tells_of_object(document, at) =>
        {
            Some(Tag::VerbPastParticiple)
        }
        Tag::VerbPastParticiple if is_joined_past(document, at) => Some(Tag::VerbPast),
        _ => None,
    }
}

/// "Tedros, whose term ends in August, [warned] against it": the only verb of its sentence but for the aside.
fn is_behind_aside(document: &Document<'_>, at: usize) -> bool {
    let finite = |i: usize| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal;
    let sentence = document.sentence_of(at).and_then(|s| document.sentences.get(s));
    let clause = sentence.and_then(|sentence| super::behind_aside(document, sentence.tokens.clone()));
    clause.is_some_and(|mut clause| clause.start == at && !clause.any(finite))
}

/// Whether a word stands behind a subject and a circumstance between commas, and no other verb behind it.
fn is_behind_times(document: &Document<'_>, at: usize) -> bool {
    const LONGEST: usize = 9;
    let finite = |i: usize| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal;
    let Some(sentence) = document.sentence_of(at).and_then(|s| document.sentences.get(s)) else { return false };
    let comma = |i: &usize| document.is(*i, ",");
    let Some(opens) = (at.saturating_sub(LONGEST)..at - 1).rev().find(comma).filter(|_| comma(&(at - 1))) else {
        return false;
    };
    let circumstance =
        document.tag(opens + 1) == Tag::Preposition && (opens + 2..at).any(|i| document.tag(i) == Tag::Number);
    let subject = opens > sentence.tokens.start && document.tag(opens - 1).is_noun();
    circumstance && subject && !(opens..sentence.tokens.end).any(finite)
}

/// "bought a house and, last spring, [married] Ana": behind "and" and what commas set off, before an object.
fn is_joined_after_time(document: &Document<'_>, at: usize) -> bool {
    const LONGEST: usize = 6;
    let object = matches!(document.tag(at + 1), Tag::Determiner | Tag::Possessive | Tag::ProperNoun | Tag::Number);
    let comma = |i: &usize| document.is(*i, ",");
    let opens = (at.saturating_sub(LONGEST)..at - 1).rev().find(comma);
    object && comma(&(at - 1)) && opens.is_some_and(|i| i > 0 && document.tag(i - 1) == Tag::Conjunction)
}

/// "“The Salt Stairs” [sold] ten copies", "a review [found] that": a past form taken for a noun or a participle.
pub(super) fn past_form(document: &Document<'_>, at: usize) -> Option<Tag> {
    const TOLD: [&str; 10] =
        ["told", "informed", "assured", "warned", "convinced", "reminded", "notified", "persuaded", "given", "shown"];
    let word = document.word(at);
    let before = document.tag(at - 1);
    let token = document.tokens.get(at).filter(|_| word.starts_with(char::is_lowercase))?;
    let past = || lexicon::possible_tags(word, token.hash).0.holds(Tag::VerbPast);
    let found = match document.tag(at) {
        // "was first [put] forward"
        Tag::Noun if document.is(at - 1, "first") && at >= 2 && document.lemma(at - 2) == "be" => {
            let participle = lexicon::possible_tags(word, token.hash).0.holds(Tag::VerbPastParticiple);
            return participle.then_some(Tag::VerbPastParticiple);
        }
        // No noun is spelt so.
        Tag::Noun => {
            // "Rovers, who last [won] here in 2018"
            let last = at >= 2 && document.is(at - 1, "last") && document.tag(at - 2) == Tag::WhWord;
            let aged = last || document.word(at - 1).ends_with("-year-old");
            let behind = before == Tag::CloseQuote || before.is_noun();
            (aged || behind && lexicon::noun(word).is_none()) && past()
        }
        // "The house she bought in 2019 [burned] down"
        Tag::Adjective if ["away", "down", "off", "out", "up"].iter().any(|w| document.is(at + 1, w)) => {
            matches!(before, Tag::Number | Tag::ProperNoun) && past()
        }
        // "the duo, between 2023 and 2025, [diverted] deposits"
        Tag::Adjective => {
            before == Tag::Punctuation && document.tag(at + 1).is_noun() && is_behind_times(document, at) && past()
        }
        // "found [that] ten had": content hangs on no participle of a noun.
        Tag::VerbPastParticiple => {
            if is_joined_after_time(document, at) || is_behind_aside(document, at) {
                return past().then_some(Tag::VerbPast);
            }
            let content = document.is(at + 1, "that") && document.tag(at + 1) != Tag::Determiner;
            let alone = before.is_noun() || before == Tag::Number;
            content && alone && !TOLD.contains(&word) && past()
        }
        _ => false,
    };
    found.then_some(Tag::VerbPast)
}

pub(super) fn may_be_verb(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    word.starts_with(char::is_lowercase) && lexicon::verb(word).is_some()
}

/// "will [report] holiday sales": between a modal verb and an object.
fn is_behind_modal(document: &Document<'_>, at: usize) -> bool {
    const MODALS: [&str; 6] = ["will", "would", "could", "should", "must", "shall"];
    let modal = document.tag(at - 1) == Tag::Modal && MODALS.iter().any(|w| document.is(at - 1, w));
    modal && may_be_verb(document, at)
}

/// "hopes to [reconnect] most of them": behind a verb of wanting and before an object.
fn is_infinitive(document: &Document<'_>, at: usize) -> bool {
    let wants = at >= 2
        && document.tag(at - 2).is_verb()
        && BEFORE_INFINITIVE.contains(&document.lemma(at - 2).as_ref())
        && document.is(at - 1, "to");
    let object = matches!(
        document.tag(at + 1),
        Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::AdjectiveSuperlative | Tag::Number | Tag::ProperNoun
    );
    wants && object && document.word(at).starts_with(char::is_lowercase)
}

/// "meets the king on Friday and [flies] to Oslo": joined behind a time, before a place or an object.
fn is_joined_behind_time(document: &Document<'_>, at: usize) -> bool {
    const DAYS: [&str; 10] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "tomorrow", "week"];
    let behind = at >= 2 && DAYS.contains(&document.word(at - 2)) && document.is(at - 1, "and");
    let before = matches!(document.tag(at + 1), Tag::To | Tag::Preposition | Tag::Determiner);
    let word = document.word(at);
    // "on Monday and flights to Oslo on Tuesday"
    let rather = || lexicon::verb(word).map(|e| e.verb_weight()) > lexicon::noun(word).map(|e| e.noun_weight());
    behind && before && may_be_verb(document, at) && rather()
}

/// "a summit that [ends] the next day": between "that" behind a noun and an object; "whose second term [ends] in August".
fn tells_of_noun(document: &Document<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let part = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let whose = (at.saturating_sub(NEAR)..at).rev().find(|i| document.is(*i, "whose"));
    let owned = whose.is_some_and(|whose| whose + 1 < at && (whose + 1..at).all(part));
    if owned && document.tag(at - 1) == Tag::Noun && document.tag(at + 1) == Tag::Preposition {
        return may_be_verb(document, at);
    }
    let that = at >= 2 && document.is(at - 1, "that") && document.tag(at - 2).is_noun();
    that && document.tag(at + 1) == Tag::Determiner && may_be_verb(document, at)
}

/// Where the noun phrase begins that ends right before `at`: at its article or possessive.
fn phrase_start(document: &Document<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let part = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let start = (at.saturating_sub(LONGEST)..at).rev().find(|i| !part(*i))?;
    (start + 1 < at && matches!(document.tag(start), Tag::Determiner | Tag::Possessive)).then_some(start)
}

/// "cut its full-year harvest [forecast] on Thursday": a noun that has the form of a verb, as the object of another verb.
fn is_object(document: &Document<'_>, at: usize) -> bool {
    let same = document.lemma(at) == document.word(at) && lexicon::noun(document.word(at)).is_some();
    let closes = matches!(document.tag(at + 1), Tag::Preposition | Tag::Punctuation | Tag::Conjunction);
    let verb = |start: usize| {
        start.checked_sub(1).is_some_and(|verb| {
            document.tag(verb).is_finite_verb()
                && super::super::lexicon::verb(document.word(verb), document.tag(verb))
                    .is_none_or(|v| !v.sets.has(VerbSet::REPORTING))
        })
    };
    same && closes && phrase_start(document, at).is_some_and(verb)
}

/// "agreed to suspend a levy [introduced] in July": behind the object of an infinitive it tells of that.
fn tells_of_object(document: &Document<'_>, at: usize) -> bool {
    let aims =
        |start: usize| start >= 2 && document.tag(start - 1) == Tag::VerbBase && document.tag(start - 2) == Tag::To;
    let noun = document.tag(at - 1).is_common_noun() && document.tag(at + 1) == Tag::Preposition;
    noun && phrase_start(document, at).is_some_and(aims)
}

/// "An article [published] on Thursday in a paper says", "men [convicted] of murder were freed": what has no object behind it
/// tells of the noun before it, where the sentence goes on with another verb.
fn lacks_object(document: &Document<'_>, at: usize) -> bool {
    const TRANSITIVE: [&str; 36] = [
        "abducted",
        "accused",
        "acquitted",
        "affected",
        "aired",
        "appointed",
        "arrested",
        "broadcast",
        "captured",
        "charged",
        "circulated",
        "convicted",
        "deported",
        "detained",
        "displaced",
        "evacuated",
        "evicted",
        "expelled",
        "held",
        "infected",
        "injured",
        "issued",
        "jailed",
        "kidnapped",
        "posted",
        "published",
        "recruited",
        "released",
        "rescued",
        "seized",
        "sentenced",
        "signed",
        "stranded",
        "suspected",
        "trapped",
        "wounded",
    ];
    const REACH: usize = 14;
    let alone = document.tag(at + 1) == Tag::Preposition
        || document.tag(at + 1) == Tag::ProperNoun
            && (document.tag(at + 2) == Tag::Preposition || document.tag(at + 2).is_finite_verb());
    // "a delegation [led] by CPI(M) leader Ana Ruiz will meet"
    let by =
        ["backed", "chaired", "headed", "led"].iter().any(|word| document.is(at, word)) && document.is(at + 1, "by");
    let part = |i: &usize| {
        let tag = document.tag(*i);
        let bracket = by && matches!(document.word(*i), "(" | ")");
        let word = bracket || matches!(tag, Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Possessive);
        let joins = tag == Tag::Conjunction && !document.tag(i + 1).is_finite_verb();
        word || joins || tag.is_noun() || tag.is_adjective() || tag == Tag::PossessiveMarker
    };
    let told = || {
        (at + 1..at + REACH)
            .find(|i| !part(i))
            .is_some_and(|i| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal)
    };
    let listed = || by || TRANSITIVE.iter().any(|word| document.is(at, word));
    let noun = document.tag(at - 1).is_common_noun() || document.tag(at - 1) == Tag::CloseQuote;
    noun && alone && listed() && told()
}

/// "calls that [cross] state borders were recorded": between "that" behind a plural and an object, with a verb still to come.
fn tells_of_plural(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 10;
    let plural = |tag: Tag| matches!(tag, Tag::NounPlural | Tag::ProperNounPlural);
    let that = at >= 2 && document.is(at - 1, "that") && plural(document.tag(at - 2));
    let next = document.tag(at + 1);
    let object = matches!(next, Tag::Determiner | Tag::Possessive | Tag::ProperNoun | Tag::Number | Tag::Adjective);
    let stops = |i: &usize| document.tag(*i).is_finite_verb() || document.tag(*i).is_punctuation();
    let main = || (at + 1..at + REACH).find(stops).is_some_and(|i| document.tag(i).is_finite_verb());
    that && object && may_be_verb(document, at) && main()
}

/// "have lost four in a row and [face] Rovers on Friday": joined to what they have done, before a name.
fn is_joined_present(document: &Document<'_>, at: usize) -> bool {
    let Some(sentence) = document.sentence_of(at).and_then(|s| document.sentences.get(s)) else { return false };
    let have = |i: usize| document.is(i, "have") && document.tag(i) == Tag::VerbPresent;
    let joined = document.is(at - 1, "and") && document.tag(at + 1) == Tag::ProperNoun;
    joined && may_be_verb(document, at) && (sentence.tokens.start..at).any(have)
}

/// "The 24-year-old [joined] in January and has scored ten": the first verb of a sentence, joined with a finite one, or behind
/// an age the only one.
fn is_joined_past(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 24;
    let finite = |i: usize| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal;
    let Some(sentence) = document.sentence_of(at).and_then(|s| document.sentences.get(s)) else { return false };
    let aged = document.word(at - 1).ends_with("-old");
    let behind_subject = aged || document.tag(at - 1).is_noun();
    let parts = |i: usize| document.tag(i).is_punctuation();
    if !behind_subject || (sentence.tokens.start..at).any(|i| finite(i) || parts(i)) {
        return false;
    }
    if aged && !(at..sentence.tokens.end).any(finite) {
        return true;
    }
    let apart = |i: &usize| {
        let tag = document.tag(*i);
        tag == Tag::Conjunction || tag == Tag::WhWord || tag.is_punctuation() || finite(*i)
    };
    let joint = (at + 1..sentence.tokens.end.min(at + REACH)).find(apart);
    joint.filter(|i| document.tag(*i) == Tag::Conjunction).is_some_and(|i| {
        let verb = i + 1 + usize::from(document.tag(i + 1).is_adverb());
        finite(verb)
    })
}

/// "Rovers, relegated in 2021 and [promoted] two years later, visit …": the second participle between commas.
fn is_joined_participle(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    let comma = |i: &usize| document.is(*i, ",");
    let first = || {
        let opens = (at.saturating_sub(REACH)..at - 1).rev().find(comma)?;
        let plain = (opens + 2..at - 1).all(|i| !document.tag(i).is_verb());
        (document.tag(opens + 1) == Tag::VerbPastParticiple && plain).then_some(opens)
    };
    let closes = || {
        let close = (at + 1..at + REACH).find(comma)?;
        (at + 1..close).all(|i| !document.tag(i).is_verb()).then_some(close)
    };
    // A verb behind the second comma tells of what stands before the first.
    let told = |close: usize| {
        let next = document.tag(close + 1);
        next.is_finite_verb() || next == Tag::Modal || next == Tag::Noun && may_be_verb(document, close + 1)
    };
    document.is(at - 1, "and") && first().is_some() && closes().is_some_and(told)
}
