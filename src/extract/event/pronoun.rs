//! "It" where it stands for a happening ("The government agreed to an inquiry. The minister said it would open on Monday.")
//! or for a thing that is nobody's name ("The ban was announced on Friday. It takes effect in June.").
//!
//! Which thing, the subjects tell: what a text speaks of it keeps as its subject (Grosz, Joshi and Weinstein 1995,
//! Centering).

use super::clause::{Clause, ClauseKind, is_collective};
use super::lexicon::{self, NounKind};
use super::participants;
use super::reading::Reading;
use super::states;
use super::verb_group::VerbGroup;
use crate::extract::text::{Tag, equals_lower};
use crate::model::{EntityKind, MentionForm};
use std::ops::Range;

/// What only happenings do.
const HAPPENS: [&str; 13] = [
    "open", "begin", "start", "end", "resume", "continue", "close", "conclude", "finish", "happen", "occur", "last",
    "reopen",
];

/// How many event words back the happening is looked for.
const REACH: usize = 12;

/// The noun phrase that the subject "it" of a clause stands for, when its verb tells what only happenings do.
pub(super) fn happening(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> Option<Range<usize>> {
    let subject = clause.subject.start;
    if clause.subject.len() != 1 || !equals_lower(reading.document.word(subject), "it") {
        return None;
    }
    let verb = reading.sentences.get(sentence)?.groups.get(clause.group)?.verb?;
    if !HAPPENS.contains(&verb.lemma) {
        return None;
    }
    let before = reading.found.partition_point(|f| f.token < subject);
    let near = reading.found.get(before.saturating_sub(REACH)..before)?;
    let noun = near.iter().rev().find(|f| f.sentence + 2 >= sentence && f.noun.is_some_and(lasts))?;
    let phrase = participants::phrase_before(reading, noun.token + 1, noun.token + 1);
    Some(phrase).filter(|p| !p.is_empty())
}

/// How many subjects a pronoun may take over from one another: "The storm formed… It moved north… It was downgraded".
const CHAIN: usize = 4;

/// The subject that the subject "it" or "they" of a clause goes on with: that of the clause it is joined to, of the verb that
/// reports it, or of the sentence before in its paragraph. Persons and what is more than one are no "it".
pub(super) fn antecedent(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> Option<Range<usize>> {
    let is = |clause: &Clause, pronoun: &str| {
        clause.subject.len() == 1 && equals_lower(reading.document.word(clause.subject.start), pronoun)
    };
    let pronoun = ["it", "they"].into_iter().find(|pronoun| is(clause, pronoun))?;
    let group = reading.sentences.get(sentence).and_then(|s| s.groups.get(clause.group));
    let undergone = group.is_some_and(|g| g.passive);
    let (mut sentence, mut clause) = (sentence, clause);
    for _ in 0..CHAIN {
        if !is(clause, pronoun) {
            let fits = |subject: &Range<usize>| match pronoun {
                "it" => is_thing(reading, subject),
                _ => {
                    is_many(reading, subject, undergone) || are(reading, sentence, clause) && is_name(reading, subject)
                }
            };
            return Some(clause.subject.clone()).filter(fits);
        }
        if pronoun == "it" && is_expletive(reading, sentence, clause) {
            return None;
        }
        let fits = |c: &Clause| match pronoun {
            "it" => is(c, pronoun) || is_thing(reading, &c.subject),
            _ => is_many(reading, &c.subject, undergone),
        };
        (sentence, clause) = told_before(reading, sentence, clause, &fits)?;
    }
    None
}

/// The clause whose subject a clause's pronoun goes on with, and its sentence.
fn told_before<'r>(
    reading: &'r Reading<'_>,
    sentence: usize,
    clause: &Clause,
    fits: &dyn Fn(&Clause) -> bool,
) -> Option<(usize, &'r Clause)> {
    let clauses = &reading.sentences.get(sentence)?.clauses;
    if clause.kind == ClauseKind::Content {
        return clauses.iter().find(|c| Some(c.group) == clause.governor).map(|c| (sentence, c));
    }
    if clause.kind == ClauseKind::Relative && clause.marker.is_none() {
        let last = clauses.iter().rfind(|c| c.group < clause.group)?;
        return Some((sentence, last)).filter(|_| last.kind == ClauseKind::Adverbial && fits(last));
    }
    let before = |c: &&Clause| c.group < clause.group && c.kind == ClauseKind::Main;
    if let Some(joined) = clauses.iter().rev().find(before) {
        let before = clause.subject.start.checked_sub(1)?;
        let conjunction = reading.document.tag(before) == Tag::Conjunction || reading.document.is(before, ";");
        return (conjunction || is_circumstance(reading, joined, clause)).then_some((sentence, joined));
    }
    // What has no day is worth no guess.
    reading.sentences.get(sentence).filter(|read| !read.times.is_empty())?;
    let block = |sentence: usize| reading.document.sentences.get(sentence).map(|s| s.block);
    let last = sentence.checked_sub(1).filter(|last| block(*last) == block(sentence))?;
    let told = |kind: ClauseKind| {
        reading.sentences.get(last).into_iter().flat_map(|s| &s.clauses).filter(move |c| c.kind == kind)
    };
    // "He was freed, and the couple left. They …", "Flores said the town had a past. It …": what fits the pronoun, whoever
    // the sentence began with.
    let main = told(ClauseKind::Main).find(|c| fits(c)).or_else(|| told(ClauseKind::Content).find(|c| fits(c)));
    main.or_else(|| told(ClauseKind::Main).next()).map(|main| (last, main))
}

/// "The skeleton was found by a team of Vik University. It was taken to Harle", "EU sanctions were imposed. They were renewed":
/// what something is done to goes on as the subject to which something is done, whatever body was named beside it.
pub(super) fn undergoes_too(reading: &Reading<'_>, sentence: usize, clause: &Clause, phrase: &Range<usize>) -> bool {
    let passive = |sentence: usize, clause: &Clause| {
        reading.sentences.get(sentence).and_then(|s| s.groups.get(clause.group)).is_some_and(|g| g.passive)
    };
    let is = |word: &str| clause.subject.len() == 1 && equals_lower(reading.document.word(clause.subject.start), word);
    let many = || head(reading, phrase).is_some_and(|head| reading.document.tag(head) == Tag::NounPlural);
    // "Construction of the observatory was halted. It was named after Moe": the body told of beside it, if it is inside.
    let name = reading.name_at(clause.subject.start).map(|name| name.entity);
    let inside = name.is_some() && reading.names_in(reading.span(phrase)).iter().any(|n| Some(n.entity) == name);
    let it = is("it") && !inside || is("they") && many();
    let before = sentence.checked_sub(1).and_then(|last| Some((last, reading.sentences.get(last)?)));
    let told = before.and_then(|(last, read)| Some((last, read.clauses.iter().find(|c| c.subject == *phrase)?)));
    it && passive(sentence, clause) && told.is_some_and(|(last, told)| passive(last, told))
}

/// Whether a clause tells what its main clause's subject went through meanwhile: "The ferry was carrying 90 people when it
/// sank", with no other body or thing named between that it might be.
pub(super) fn is_circumstance(reading: &Reading<'_>, main: &Clause, clause: &Clause) -> bool {
    let document = reading.document;
    let Some(marker) = clause.marker.filter(|_| clause.kind == ClauseKind::Adverbial) else { return false };
    let meanwhile = ["when", "once"].iter().any(|word| document.is(marker, word));
    let between = main.subject.end..marker;
    let named = || between.clone().any(|i| document.tag(i).is_proper_noun());
    meanwhile && marker + 1 == clause.subject.start && main.subject.end <= marker && !named()
}

/// "It is cold", "It takes two years", "It emerged that": stands for nothing.
fn is_expletive(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> bool {
    const EMPTY: [&str; 10] =
        ["appear", "emerge", "happen", "matter", "mean", "rain", "remain", "seem", "snow", "turn"];
    let Some(group) = reading.sentences.get(sentence).and_then(|s| s.groups.get(clause.group)) else { return true };
    let lemma = reading.document.lemma(group.head);
    let counted = matches!(reading.document.tag(group.head + 1), Tag::Number | Tag::Determiner) && lemma == "take";
    let content = reading.document.is(group.head + 1, "that");
    group.is_copula() && !tells_of_something(reading, group) || counted || content || EMPTY.contains(&lemma.as_ref())
}

/// "It had a loss of 12 million", "It was profitable in 1974": so is the thing told of. "It was clear that", "It is hard to
/// say", "It was cold" tell of none.
fn tells_of_something(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    const REACH: usize = 8;
    const NOTHING: [&str; 18] = [
        "clear",
        "cold",
        "dark",
        "difficult",
        "early",
        "hard",
        "hot",
        "impossible",
        "important",
        "late",
        "likely",
        "necessary",
        "possible",
        "true",
        "unclear",
        "unlikely",
        "warm",
        "wet",
    ];
    let document = reading.document;
    let Some(word) = states::word(reading, group) else { return false };
    if word == group.head {
        return true;
    }
    let open =
        |i: usize| ["for", "how", "that", "to", "what", "when", "whether", "why"].iter().any(|w| document.is(i, w));
    let behind = (word + 1..word + REACH).take_while(|i| !document.tag(*i).is_punctuation());
    !NOTHING.iter().any(|w| document.is(word, w)) && !behind.into_iter().any(open)
}

/// Whether "it" can stand for a phrase: one thing, which is no person.
fn is_thing(reading: &Reading<'_>, phrase: &Range<usize>) -> bool {
    let document = reading.document;
    let joined = phrase.clone().any(|i| document.tag(i) == Tag::Conjunction);
    let Some(head) = head(reading, phrase) else { return false };
    let person = reading.name_at(head).is_some_and(|name| {
        let kind = reading.entities.get(name.entity).map(|e| e.kind);
        kind == Some(EntityKind::Person) || name.form == MentionForm::Pronoun
    });
    let somebody = crate::extract::entity::is_profession(&lexicon::lower(document.word(head)));
    matches!(document.tag(head), Tag::Noun | Tag::ProperNoun) && !joined && !person && !somebody
}

/// Whether "they" can stand for a phrase: several people, a body of several, or several things to which something is done.
fn is_many(reading: &Reading<'_>, phrase: &Range<usize>, undergone: bool) -> bool {
    let document = reading.document;
    let Some(head) = head(reading, phrase) else { return false };
    let body = reading
        .name_at(head)
        .is_some_and(|name| reading.entities.get(name.entity).is_some_and(|e| e.kind == EntityKind::Organisation));
    let joined = document.tag(phrase.start) != Tag::Pronoun && phrase.clone().any(|i| document.is(i, "and"));
    let noun = document.lemma(head);
    let people = crate::extract::entity::is_profession(&noun) || crate::extract::entity::is_human(&noun);
    body || joined || is_collective(document, head) || document.tag(head) == Tag::NounPlural && (people || undergone)
}

fn is_name(reading: &Reading<'_>, phrase: &Range<usize>) -> bool {
    head(reading, phrase).is_some_and(|head| reading.document.tag(head).is_proper_noun())
}

/// "Rovers [have] lost": the verb tells that its subject is more than one.
fn are(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> bool {
    let group = reading.sentences.get(sentence).and_then(|s| s.groups.get(clause.group));
    group.is_some_and(|g| ["were", "are", "have"].iter().any(|word| reading.document.is(g.first, word)))
}

/// The noun of a phrase: "the UPS [contract] with 350,000 Teamsters", before what hangs on it.
fn head(reading: &Reading<'_>, phrase: &Range<usize>) -> Option<usize> {
    let document = reading.document;
    let hangs = |i: &usize| matches!(document.tag(*i), Tag::Preposition | Tag::WhWord) || document.is(*i, ",");
    let end = phrase.clone().find(hangs).unwrap_or(phrase.end);
    end.checked_sub(1).filter(|head| phrase.contains(head))
}

/// Happenings that open and close.
fn lasts(kind: NounKind) -> bool {
    kind.is_occasion() || matches!(kind, NounKind::Inquiry | NounKind::Justice | NounKind::Sport | NounKind::Protest)
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn it_gives_way_to_the_happening_it_stands_for() {
        let article = fixture(
            "2026-03-06",
            "The/DT government/NN agreed/VBD to/TO an/DT inquiry/NN ./.\nThe/DT minister/NN said/VBD on/IN Wednesday/NNP=2026-03-04 that/IN it/PRP would/MD open/VB in/IN Harle/NNP on/IN Monday/NNP=2026-03-09 ./.",
        );
        assert!(
            article.titles().contains(&"2026-03-09 Inquiry would open in Harle".to_owned()),
            "{:?}",
            article.titles()
        );
    }
}
