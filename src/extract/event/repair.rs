//! Repairs of tags that event reading leans on most: the genitive, the object "her", and the country that looks like a
//! pronoun.

mod noun;
mod participle;
mod verb;

use crate::extract::text::{Document, Tag, equals_lower, lexicon as text_lexicon};

/// The document with these tags put right.
pub(super) fn tags<'a>(document: &Document<'a>) -> Document<'a> {
    let mut repaired = document.clone();
    for at in (1..document.tokens.len()).filter(|at| may_be_wrong(document, *at)) {
        let word = document.word(at);
        if (word == "'s" || word == "’s") && is_genitive(document, at) {
            set(&mut repaired, at, Tag::PossessiveMarker);
        }
        // "told [her] that", "reached [her] shortly": no possessive where no noun can follow.
        let next = document.tag(at + 1);
        let closed =
            next.is_punctuation() || matches!(next, Tag::Preposition | Tag::To | Tag::WhWord | Tag::Conjunction);
        if equals_lower(word, "her") && document.tag(at) == Tag::Possessive && (closed || next.is_adverb()) {
            let adverb = next.is_adverb() && (document.tag(at + 2).is_adjective() || document.tag(at + 2).is_noun());
            if !adverb {
                set(&mut repaired, at, Tag::Pronoun);
            }
        }
        if word == "US" {
            set(&mut repaired, at, Tag::ProperNoun);
        }
        if document.tag(at) == Tag::VerbPastParticiple && document.is(at, "said") && !has_auxiliary(document, at) {
            set(&mut repaired, at, Tag::VerbPast);
        }
        // "dead [following] the collapse"
        let follows = document.is(at, "following") && document.tag(at + 1) == Tag::Determiner;
        if follows && matches!(document.tag(at), Tag::Adjective | Tag::Noun) && document.tag(at - 1) != Tag::Determiner
        {
            set(&mut repaired, at, Tag::VerbGerund);
        }
        // "since it last [lowered] rates"
        let last = at >= 2 && document.is(at - 1, "last") && document.tag(at - 2) == Tag::Pronoun;
        if last && word.ends_with("ed") && !document.tag(at).is_verb() {
            set(&mut repaired, at - 1, Tag::Adverb);
            set(&mut repaired, at, Tag::VerbPast);
        }
        // "became [managing] director in 1979": what he is called.
        const OFFICES: [&str; 5] = ["director", "directors", "editor", "partner", "partners"];
        if document.is(at, "managing") && OFFICES.iter().any(|w| document.is(at + 1, w)) {
            set(&mut repaired, at, Tag::Adjective);
        }
        // "reported him [missing] at 1 a.m."
        let open = || {
            let object = next.is_noun() || next.is_adjective() || matches!(next, Tag::Determiner | Tag::Possessive);
            !object && document.lemma(at - 1) != "be"
        };
        if document.tag(at) == Tag::VerbGerund && document.is(at, "missing") && open() {
            set(&mut repaired, at, Tag::Adjective);
        }
        // "amounts to [amnesty]"
        let amounts = || at >= 2 && document.is(at - 1, "to") && document.lemma(at - 2) == "amount";
        if document.tag(at) == Tag::VerbBase && amounts() {
            set(&mut repaired, at, Tag::Noun);
        }
        // "was honoured in 2007 and [died] in 2015", "Four people [fled]": nobody is died or fled.
        let never_passive = ["die", "arrive", "disappear", "flee", "happen", "occur", "vanish"];
        if document.tag(at) == Tag::VerbPastParticiple
            && (document.tag(at - 1) == Tag::Conjunction
                || document.tag(at - 1).is_noun() && !has_auxiliary(document, at))
            && never_passive.contains(&document.lemma(at).as_ref())
        {
            set(&mut repaired, at, Tag::VerbPast);
        }
        // "since she co-founded the firm": a past form before its object.
        let founded = document.word(at).starts_with("co-") && document.word(at).ends_with("ed");
        let object = matches!(document.tag(at + 1), Tag::Determiner | Tag::Possessive | Tag::ProperNoun);
        if founded && object && !document.tag(at - 1).is_verb() {
            set(&mut repaired, at, Tag::VerbPast);
        }
        // "was [re-elected] in 2001": done to somebody, no quality.
        let again = word.strip_prefix("re-").is_some_and(|rest| rest.ends_with("ed"));
        if again && document.tag(at).is_adjective() && document.lemma(at - 1) == "be" {
            set(&mut repaired, at, Tag::VerbPastParticiple);
        }
        if at >= 2 && is_done_by_all(document, at) {
            set(&mut repaired, at, Tag::VerbPast);
        }
        if document.tag(at) == Tag::VerbPast && stays(document, at - 1) || participle::hangs_on_noun(document, at) {
            set(&mut repaired, at, Tag::VerbPastParticiple);
        }
        if participle::is_modifier(document, at) {
            set(&mut repaired, at, Tag::Adjective);
        }
        if participle::is_joined_past(document, at) {
            set(&mut repaired, at, Tag::VerbPast);
        }
        if participle::is_joined_modifier(document, at) {
            set(&mut repaired, at - 2, Tag::Adjective);
            set(&mut repaired, at, Tag::Adjective);
        }
        if let Some(form) = verb::past_form(document, at) {
            set(&mut repaired, at, form);
        }
        let noun = is_done_to(document, at) || is_home_of(document, at);
        if noun || is_named_by_place(document, at) || is_place_of_doing(document, at) {
            set(&mut repaired, at, Tag::Noun);
        }
        if is_gerund(document, at) || participle::is_warning(document, at) {
            set(&mut repaired, at, Tag::VerbGerund);
        }
        if document.tag(at) == Tag::VerbBase && is_told_of_plural(document, at) {
            set(&mut repaired, at, Tag::VerbPresent);
        }
        if noun::is_plural_subject(document, at) {
            set(&mut repaired, at, Tag::NounPlural);
        }
        if noun::is_point_in_time(document, at) {
            set(&mut repaired, at, Tag::Noun);
        }
        if noun::points(document, at) {
            set(&mut repaired, at, Tag::Determiner);
        }
        if let Some(form) = verb::behind_what_only_verbs_follow(document, at) {
            set(&mut repaired, at, form);
        }
        if let Some(verb) = told_of_plural_name(document, at) {
            set(&mut repaired, at, Tag::NounPlural);
            set(&mut repaired, verb, Tag::VerbPast);
        }
    }
    for sentence in &document.sentences {
        if let Some(that) = points_out(document, sentence.tokens.clone()) {
            set(&mut repaired, that, Tag::Determiner);
        }
        if noun::is_subject(document, sentence.tokens.start) {
            set(&mut repaired, sentence.tokens.start, Tag::Noun);
        }
        if participle::opens_with_saying(document, sentence.tokens.start) {
            set(&mut repaired, sentence.tokens.start, Tag::VerbPast);
        }
        if let Some(verb) = only_verb(&repaired, sentence.tokens.clone()) {
            set(&mut repaired, verb, Tag::VerbPresent);
        }
    }
    for index in 0..repaired.sentences.len() {
        if let Some(start) = after_dateline(document, index)
            && let (Some(sentence), Some(first)) = (repaired.sentences.get_mut(index), document.tokens.get(start))
        {
            sentence.tokens.start = start;
            sentence.span.start = first.span.start;
        }
    }
    repaired
}

/// Whether any repair may concern a token: none is made to marks and to most of the small words, two tokens in five.
fn may_be_wrong(document: &Document<'_>, at: usize) -> bool {
    match document.tag(at) {
        Tag::Punctuation | Tag::OpenQuote | Tag::CloseQuote | Tag::Number => false,
        Tag::Determiner | Tag::Conjunction | Tag::To => false,
        Tag::Preposition => document.is(at, "that"),
        _ => true,
    }
}

/// How many tokens a dateline may have.
const DATELINE_TOKENS: usize = 18;

/// The first token behind the dateline that opens a paragraph: "HARLE (Northern Wire), Tuesday, 17 March 2026 — [The]".
/// Its place, agency and date tell nothing of the sentence.
fn after_dateline(document: &Document<'_>, index: usize) -> Option<usize> {
    let sentence = document.sentences.get(index)?;
    let opens = index.checked_sub(1).and_then(|i| document.sentences.get(i)).is_none_or(|s| s.block != sentence.block);
    let first = document.tokens.get(sentence.tokens.start)?;
    let word = document.word(sentence.tokens.start);
    if !opens || !(word == "(" || first.shape.is_capitalised()) {
        return None;
    }
    let end = sentence.tokens.end.min(sentence.tokens.start + DATELINE_TOKENS);
    let dash = (sentence.tokens.start + 1..end).find(|i| matches!(document.word(*i), "—" | "–" | "-" | "--" | "_"))?;
    let before = sentence.tokens.start..dash;
    let named = before.clone().any(|i| {
        let word = document.word(i);
        word == "(" || word.len() > 3 && word.chars().all(|c| c.is_uppercase())
    });
    let verb =
        before.clone().any(|i| document.tag(i).is_finite_verb() && document.word(i).starts_with(char::is_lowercase));
    (named && !verb && dash + 3 < sentence.tokens.end).then_some(dash + 1)
}

fn set(document: &mut Document<'_>, at: usize, tag: Tag) {
    if let Some(token) = document.tokens.get_mut(at) {
        token.tag = tag;
    }
}

/// "'s" is "is" or "has" after a pronoun and before what can only be a predicate; after a noun and before a noun phrase
/// without determiner it is the genitive.
fn is_genitive(document: &Document<'_>, at: usize) -> bool {
    let before = document.tag(at - 1);
    let pronoun = matches!(before, Tag::Pronoun | Tag::Existential | Tag::WhWord) && document.word(at - 1) != "US";
    let next = document.tag(at + 1);
    let predicate =
        matches!(next, Tag::Determiner | Tag::VerbGerund | Tag::Preposition | Tag::To | Tag::Possessive | Tag::Pronoun);
    let after_let = equals_lower(document.word(at - 1), "let");
    // "Macron's been told", "the bank's closed": a participle that no noun follows.
    let participle = next == Tag::VerbPastParticiple && !document.tag(at + 2).is_noun();
    !(pronoun || predicate || after_let || participle)
}

/// Whether one of the words before a participle can be its auxiliary: "was widely said".
fn has_auxiliary(document: &Document<'_>, at: usize) -> bool {
    let auxiliary = ["be", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "get", "got"];
    (at.saturating_sub(3)..at)
        .any(|i| auxiliary.iter().any(|a| document.is(i, a)) || document.word(i).starts_with('\''))
}

/// "Reed, Marsh and the mayor all [voted] to leave": a past form behind those who did it together.
fn is_done_by_all(document: &Document<'_>, at: usize) -> bool {
    let together = document.is(at - 1, "all") || document.is(at - 1, "both");
    let who = document.tag(at - 2).is_noun() || document.is(at - 2, "they") || document.is(at - 2, "we");
    let past = || {
        let hash = document.tokens.get(at).map_or(0, |t| t.hash);
        text_lexicon::possible_tags(document.word(at), hash).0.holds(Tag::VerbPast)
    };
    // "They both [left]": no quality.
    let taken = document.tag(at).is_adjective() && past();
    together && who && (document.tag(at) == Tag::VerbPastParticiple || taken)
}

/// "remained closed", "got lost": a verb that joins what is so to its subject has no other past form behind it.
fn stays(document: &Document<'_>, at: usize) -> bool {
    let joins =
        ["remain", "remains", "remained", "stay", "stays", "stayed", "become", "becomes", "became", "get", "got"];
    document.tag(at).is_verb() && joins.iter().any(|w| document.is(at, w))
}

/// "the care [home] chain": between nouns.
fn is_home_of(document: &Document<'_>, at: usize) -> bool {
    document.tag(at).is_adverb()
        && document.is(at, "home")
        && document.tag(at - 1).is_common_noun()
        && document.tag(at + 1).is_common_noun()
}

/// "the Harle [crossing]", "a Paris [meeting]": behind an article and a name the -ing word of a noun is that noun.
fn is_named_by_place(document: &Document<'_>, at: usize) -> bool {
    let noun =
        |token: &crate::extract::text::Token| text_lexicon::entry(token.hash).is_some_and(|e| e.noun_weight() > 1);
    document.tag(at) == Tag::VerbGerund
        && at >= 2
        && document.tag(at - 1) == Tag::ProperNoun
        && document.tag(at - 2) == Tag::Determiner
        && !document.is(at + 1, "that")
        && document.tokens.get(at).is_some_and(noun)
}

/// "after a fatal [stabbing] at the port", "the [shooting] on Monday": behind an article and before a preposition the -ing
/// word of a happening is no verb.
fn is_done_to(document: &Document<'_>, at: usize) -> bool {
    let tag = document.tag(at);
    let article = |i: usize| matches!(document.tag(i), Tag::Determiner | Tag::Possessive);
    let numbered = document.tag(at - 1).is_adjective() || document.tag(at - 1) == Tag::Number;
    let modified = at >= 2 && numbered && article(at - 2);
    (tag == Tag::VerbGerund || tag.is_adjective())
        && document.word(at).ends_with("ing")
        && (article(at - 1) || modified)
        && matches!(document.tag(at + 1), Tag::Preposition | Tag::Punctuation)
        && super::lexicon::event_noun(document.word(at)).is_some()
}

/// "in active [trading] on Friday", "during heavy [fighting]": behind a preposition and a modifier, and without an object.
fn is_place_of_doing(document: &Document<'_>, at: usize) -> bool {
    let of_market = document.is(at, "trading") && document.tag(at - 1) == Tag::ProperNoun;
    let modified = document.tag(at - 1).is_adjective() || of_market;
    let inside = |i: usize| ["in", "during", "after", "amid"].iter().any(|w| document.is(i, w));
    let object = document.tag(at + 1);
    document.tag(at) == Tag::VerbGerund
        && modified
        && (at.saturating_sub(4)..at - 1).any(inside)
        && matches!(object, Tag::Noun | Tag::Preposition | Tag::ProperNoun | Tag::To | Tag::Punctuation)
}

/// "by promising to leave", "suspected of blowing up a plane": an -ing word between a preposition and what only a verb
/// has behind it.
fn is_gerund(document: &Document<'_>, at: usize) -> bool {
    let tag = document.tag(at);
    let before = ["by", "of", "for", "from", "in", "without", "after", "before", "while"];
    let others = ["spring", "morning", "evening", "anything", "nothing", "something", "everything", "during"];
    let behind = ["to", "up", "out", "off", "down", "it", "them", "him", "her", "us", "his", "its", "their"];
    (tag.is_common_noun() || tag.is_adjective())
        && document.word(at).len() > 5
        && document.word(at).ends_with("ing")
        && !others.iter().any(|w| document.is(at, w))
        && before.iter().any(|w| document.is(at - 1, w))
        && (document.tag(at + 1) == Tag::Determiner || behind.iter().any(|w| document.is(at + 1, w)))
}

/// "conditions in the port appear to worsen", "she said prices rise": a bare form right behind a plural that is no
/// object of one who lets, helps, makes or sees somebody do something.
fn is_told_of_plural(document: &Document<'_>, at: usize) -> bool {
    let lets = [
        "let", "lets", "help", "helps", "helped", "make", "makes", "made", "see", "saw", "seen", "hear", "heard",
        "watch", "watched", "have", "had", "that", "do", "does", "did", "to", "can", "will",
    ];
    let plural = matches!(document.tag(at - 1), Tag::NounPlural | Tag::ProperNounPlural);
    // Of these no bare form stands behind a singular either: "conditions in Harle appear worse".
    let seems = ["appear", "seem", "tend", "remain", "look"].iter().any(|w| document.is(at, w));
    (plural || seems && document.tag(at - 1).is_noun())
        && (at.saturating_sub(8)..at)
            .all(|i| !lets.iter().any(|w| document.is(i, w)) && !matches!(document.tag(i), Tag::Modal | Tag::To))
}

/// "Harle Oil shares also [fell] 50 cents": the past form that tells of a plural behind a name, where no noun follows it
/// as its object.
fn told_of_plural_name(document: &Document<'_>, at: usize) -> Option<usize> {
    let plural = document.tag(at) == Tag::VerbPresent3rd
        && document.tag(at - 1).is_noun()
        && text_lexicon::noun(document.word(at)).is_some_and(|e| e.noun_weight() > 1);
    let verb = at + 1 + usize::from(document.tag(at + 1).is_adverb());
    let past = matches!(document.tag(verb), Tag::VerbPast | Tag::VerbPastParticiple) || document.is(verb, "fell");
    let behind = document.tag(verb + 1);
    let dated = ["today", "yesterday"].iter().any(|w| document.is(verb + 1, w));
    let open = dated || !(behind.is_noun() || behind.is_adjective() || behind == Tag::Determiner);
    (plural && past && open).then_some(verb)
}

/// "In Harle [that] lesson was learnt": behind a place, which needs no telling apart, it points to the noun behind it.
fn points_out(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Option<usize> {
    const LONGEST_NAME: usize = 5;
    let end = tokens.end.min(tokens.start + LONGEST_NAME);
    let that = (tokens.start + 2..end).find(|i| document.is(*i, "that"))?;
    let place = (tokens.start + 1..that).all(|i| document.tag(i).is_proper_noun());
    let verb = document.tag(that + 2).is_finite_verb() || document.tag(that + 2) == Tag::Modal;
    let opens = document.tag(tokens.start) == Tag::Preposition;
    (opens && place && document.tag(that + 1) == Tag::Noun && verb).then_some(that)
}

/// "2 Jan 2024: Auditors [refuse] to sign the accounts", "Rovers, relegated in 2021, [visit] Vik": in a sentence without a
/// verb the word right behind a plural, or what is said aside of it, that is a verb as well.
fn only_verb(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Option<usize> {
    let finite = |i: usize| document.tag(i).is_finite_verb() || document.tag(i) == Tag::Modal;
    // "Rovers, who sit third, [host] Vik": what an aside tells is no verb of the sentence.
    let clause = behind_aside(document, tokens.clone());
    if tokens.len() > 40 || clause.clone().unwrap_or(tokens.clone()).any(finite) {
        return headed_verb(document, tokens);
    }
    if let Some(clause) = clause {
        let at = clause.start;
        let object =
            matches!(document.tag(at + 1), Tag::NounPlural | Tag::ProperNoun | Tag::Determiner | Tag::Possessive);
        return (document.tag(at) == Tag::Noun && object && verb::may_be_verb(document, at)).then_some(at);
    }
    let only = tokens.clone().skip(1).find(|at| {
        let verb = |t: &crate::extract::text::Token| text_lexicon::entry(t.hash).is_some_and(|e| e.verb_weight() > 1);
        let next = document.tag(at + 1);
        let lower = document.word(*at).starts_with(char::is_lowercase);
        let plural = |tag: Tag| matches!(tag, Tag::NounPlural | Tag::ProperNounPlural);
        let aside = document.is(at - 1, ",") && plural(document.tag(tokens.start)) && next == Tag::ProperNoun;
        // "1967: Public hearings [open]."
        let headed = (tokens.start..tokens.start + 6).any(|i| document.is(i, ":"));
        let closes = headed && document.is(at + 1, ".");
        // "Moe and Brandt [meet] on Monday"
        let name = |i: usize| document.tag(i).is_proper_noun();
        let joined = *at >= 3
            && document.is(at - 2, "and")
            && name(at - 1)
            && (name(at - 3) || document.tag(at - 3) == Tag::Pronoun);
        document.tag(*at) == Tag::Noun
            && lower
            && (aside || joined || plural(document.tag(at - 1)))
            && document.tokens.get(*at).is_some_and(verb)
            && (matches!(next, Tag::To | Tag::Preposition | Tag::Determiner | Tag::Possessive)
                || next.is_adverb()
                || aside
                || joined && next == Tag::ProperNoun
                || closes)
    });
    only.or_else(|| headed_verb(document, tokens))
}

/// What stands behind the clause about its subject that is set off by commas or dashes: "Rovers, who sit third in the table,
/// [host Vik]".
fn behind_aside(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    const LONGEST_SUBJECT: usize = 6;
    let parts = |i: &usize| matches!(document.word(*i), "," | "-" | "–" | "—" | "--");
    let opens = tokens.clone().take(LONGEST_SUBJECT).find(parts)?;
    let subject = document.tag(opens.checked_sub(1)?).is_noun();
    let relative = ["who", "which", "whose"].iter().any(|w| document.is(opens + 1, w));
    let closes = (opens + 2..tokens.end).find(|i| document.is(*i, document.word(opens)))?;
    (subject && relative && closes + 1 < tokens.end).then_some(closes + 1..tokens.end)
}

/// "4 May 2024: Police [raid] its offices and seize files": the verb of an entry that has another joined to it.
fn headed_verb(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Option<usize> {
    const LONGEST_HEAD: usize = 8;
    let colon = tokens.clone().take(LONGEST_HEAD).find(|i| document.is(*i, ":"))?;
    let subject = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let at = (colon + 2..tokens.end).find(|i| !subject(*i - 1) || may_be_only_verb(document, *i))?;
    let verb = |i: &usize| document.tag(*i).is_finite_verb() || document.tag(*i) == Tag::VerbBase;
    let joined = (colon + 1..tokens.end).find(verb).is_none_or(|i| i > at && document.tag(i - 1) == Tag::Conjunction);
    (joined && subject(at - 1) && may_be_only_verb(document, at)).then_some(at)
}

/// A noun behind a plural or the police, before an object, that is a verb as often.
fn may_be_only_verb(document: &Document<'_>, at: usize) -> bool {
    let plural =
        matches!(document.tag(at - 1), Tag::NounPlural | Tag::ProperNounPlural) || document.is(at - 1, "police");
    let object = matches!(
        document.tag(at + 1),
        Tag::To | Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::ProperNoun | Tag::Number
    );
    document.tag(at) == Tag::Noun && plural && object && verb::may_be_verb(document, at)
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn a_genitive_is_told_from_a_verb() {
        let tags = |text: &str| {
            super::tags(&fixture("", text).document()).tokens.iter().map(|t| t.tag.penn()).collect::<Vec<_>>()
        };
        assert_eq!(tags("Ukraine/NNP ’s/VBZ future/NN security/NN")[1], "POS");
        assert_eq!(tags("Macron/NNP ’s/VBZ planning/VBG a/DT visit/NN")[1], "VBZ");
        assert_eq!(tags("it/PRP 's/VBZ clear/JJ")[1], "VBZ");
    }

    #[test]
    fn verbs_are_told_from_nouns_and_bare_forms() {
        for (text, at, code) in [
            ("by/IN promising/JJ to/TO leave/VB", 1, "VBG"),
            ("in/IN spring/NN the/DT river/NN", 1, "NN"),
            ("fell/VBD in/IN active/JJ trading/VBG on/IN Friday/NNP", 3, "NN"),
            ("after/IN a/DT stabbing/JJ at/IN Vik/NNP", 2, "NN"),
            ("after/IN the/DT fatal/JJ shooting/VBG ,/. he/PRP", 3, "NN"),
            ("after/IN a/DT stabbing/JJ pain/NN in/IN Vik/NNP", 2, "JJ"),
            ("became/VBD managing/VBG director/NN in/IN May/NNP", 1, "JJ"),
            ("fell/VBD in/IN Vik/NNP trading/VBG yesterday/NN", 3, "NN"),
            ("met/VBD in/IN Vik/NNP making/VBG cars/NNS", 3, "VBG"),
            ("opened/VBD the/DT Harle/NNP crossing/VBG the/DT next/JJ year/NN", 3, "NN"),
            ("in/IN Harle/NNP that/WH plan/NN was/VBD dropped/VBN", 2, "DT"),
            ("in/IN a/DT city/NN that/WH plan/NN was/VBD dropped/VBN", 3, "WH"),
            ("saw/VBD the/DT men/NNS crossing/VBG the/DT street/NN", 3, "VBG"),
            ("an/DT official/NN said/VBN", 2, "VBD"),
            ("it/PRP was/VBD widely/RB said/VBN", 3, "VBN"),
            ("said/VBD conditions/NNS worsen/VB", 2, "VBP"),
            ("shops/NNS remained/VBD closed/VBD", 2, "VBN"),
            ("helped/VBD farmers/NNS rebuild/VB", 2, "VB"),
            ("auditors/NNS refuse/NN to/TO sign/VB", 1, "VBP"),
            ("1967/CD :/. hearings/NNS open/NN ./.", 3, "VBP"),
            ("annual/JJ hearings/NNS open/NN ./.", 2, "NN"),
            ("Rovers/NNS ,/. sunk/VBN in/IN May/NNP ,/. visit/NN Vik/NNP", 6, "VBP"),
            ("it/PRP will/MD report/NN sales/NNS", 2, "VB"),
            ("it/PRP wrote/VBD a/DT will/NN report/NN", 4, "NN"),
            ("it/PRP hopes/VBZ to/TO reconnect/NN most/JJS of/IN them/PRP", 3, "VB"),
            ("it/PRP amounts/VBZ to/TO murder/NN most/JJS foul/JJ", 3, "NN"),
            ("rests/VBZ on/IN Friday/NNP and/CC flies/NNS to/TO Vik/NNP", 4, "VBZ"),
            ("rests/VBZ on/IN Friday/NNP and/CC flights/NNS to/TO Vik/NNP", 4, "NNS"),
            ("saw/VBD fleas/NNS and/CC flies/NNS in/IN Vik/NNP", 3, "NNS"),
            ("a/DT summit/NN that/IN ends/NNS the/DT next/JJ day/NN", 3, "VBZ"),
            ("said/VBD that/IN ends/NNS the/DT rope/NN had/VBD", 2, "NNS"),
            ("Rovers/NNS ,/. sunk/VBN in/IN May/NNP and/CC raised/VBD in/IN June/NNP ,/. won/VBD", 6, "VBN"),
            (
                "Rovers/NNS ,/. sunk/VBN in/IN May/NNP ,/. fell/VBD and/CC rose/VBD again/RB ,/. it/PRP said/VBD",
                8,
                "VBD",
            ),
            ("Harle/NNP shares/VBZ closed/VBN at/IN 20/CD", 1, "NNS"),
            ("Harle/NNP shares/VBZ also/RB fell/VB 50/CD cents/NNS", 3, "VBD"),
            ("Harle/NNP markets/VBZ used/VBN cars/NNS", 1, "VBZ"),
            ("the/DT auditors/NNS saw/VBD queues/NNS form/NN in/IN Vik/NNP", 4, "NN"),
            ("a/DT cats/NNS home/NN in/IN Vik/NNP", 2, "NN"),
        ] {
            let tagged = fixture("", text);
            assert_eq!(super::tags(&tagged.document()).tokens[at].tag.penn(), code, "{text}");
        }
    }
}
