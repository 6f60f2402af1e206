//! Subjects of verbs that report: the noun phrase before the verb group, over what is inserted between commas, and for
//! joined verbs and participles the subject of the verb whose clause they share.

use super::Grammar;
use crate::extract::quote::lexicon::{self, Frames};
use crate::extract::text::Tag;
use std::ops::Range;

/// How often the search for a subject may go on from another verb.
const VERB_STEPS: u32 = 4;

impl Grammar<'_, '_> {
    /// The subject of the verb at `verb`, no further left than `floor`.
    pub fn subject(&self, verb: usize, floor: usize) -> Option<Range<usize>> {
        self.subject_by_steps(verb, floor, VERB_STEPS)
    }

    fn subject_by_steps(&self, verb: usize, floor: usize, steps: u32) -> Option<Range<usize>> {
        let steps = steps.checked_sub(1)?;
        let at = self.verb_group_start(verb, floor);
        let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else {
            return self.quantity_before(verb, floor);
        };
        let tag = self.tag(before);
        let earlier = |from: usize| {
            let verb = self.finite_verb_before(from, floor)?;
            self.subject_by_steps(verb, floor, steps)
        };
        if self.is_quoted(before) {
            // "Ortiz, who starred in “Gulls,” said": the comma inside the marks closes the inserted clause.
            if let Some(subject) = self.subject_before_title(before, floor) {
                return Some(subject);
            }
            return if self.tag(at) == Tag::VerbGerund { earlier(before) } else { None };
        }
        if self.tag(at) == Tag::VerbGerund && !self.is_be(before) {
            if let Some(cited) = self.cited(before, floor) {
                return Some(cited);
            }
            let inserted = || {
                let comma = before.checked_sub(1).filter(|comma| *comma > floor && self.is_comma(*comma))?;
                self.phrase_before(comma, floor).or_else(|| self.subject_before_inserted(comma, floor))
            };
            let main = || self.main_subject(before, floor, steps);
            return self.absolute_subject(at, floor).or_else(main).or_else(inserted);
        }
        if tag == Tag::To || tag == Tag::Conjunction {
            let same = if tag == Tag::Conjunction { self.same_tense_before(verb, before, floor) } else { None };
            return same.and_then(|verb| self.subject_by_steps(verb, floor, steps)).or_else(|| earlier(before));
        }
        // "He was curt when asked": who is asked is told before.
        if self.is_any(before, &["when", "where", "if"]) {
            return earlier(before);
        }
        let relative = self.is(before, "that") && before > floor && self.tag(before - 1) == Tag::NounPlural;
        if tag == Tag::WhWord || relative || self.is_any(before, &["who", "which"]) {
            return Some(before..at);
        }
        if self.is_comma(before) || self.is_dash(before) {
            return self.subject_before_inserted(before, floor).or_else(|| earlier(before));
        }
        let mut end = self.before_time(at, floor);
        // "an audit completed in January warned"
        let participle = |tag: Tag| tag == Tag::VerbPastParticiple || tag == Tag::VerbPast && end < at;
        if end > floor + 1 && participle(self.tag(end - 1)) && self.tag(end - 2).is_noun() {
            end -= 1;
        }
        if end > floor + 1 && self.is_any(end - 1, &["himself", "herself", "itself", "themselves"]) {
            end -= 1;
        }
        // "The minister, Ana Ruiz, last month told the assembly"
        if end < at && end > floor + 1 && self.is_comma(end - 1) && !self.is_quoted(end - 1) {
            return self.subject_before_inserted(end - 1, floor);
        }
        let owned = |phrase: &Range<usize>| phrase.start > floor && self.is(phrase.start - 1, "of");
        // "a forecaster who would not give his name said", "a woman who was rescued from her car says"
        let who = |before: usize| {
            let clause = (floor..before).rev().take_while(|i| !self.is_comma(*i) && !self.is_quoted(*i));
            clause.into_iter().any(|i| self.is_any(i, &["who", "where"]))
        };
        let in_relative = |phrase: &Range<usize>| {
            let before = phrase.start.checked_sub(1).filter(|before| *before > floor);
            let hangs = |i: usize| {
                let inside = self.tag(i - 1).is_verb() || !self.begins_clause(i);
                self.tag(i) == Tag::Preposition && inside && who(i)
            };
            before.is_some_and(|i| self.tag(i).is_verb() || hangs(i))
        };
        let phrase = self.phrase_before(end, floor).filter(|phrase| !owned(phrase));
        if let Some(antecedent) = phrase.as_ref().filter(|p| in_relative(p)).and_then(|_| self.antecedent(at, floor)) {
            return Some(antecedent);
        }
        phrase.or_else(|| self.quantity_before(verb, floor)).or_else(|| self.antecedent(at, floor))
    }

    /// "those surveyed said", "most said": a word of quantity alone, which the tagger may take for an adverb.
    fn quantity_before(&self, verb: usize, floor: usize) -> Option<Range<usize>> {
        let before = verb.checked_sub(1).filter(|before| *before >= floor)?;
        let participle = self.tag(before) == Tag::VerbPastParticiple && before > floor;
        let start = before - usize::from(participle);
        let counts = self.is_any(start, &["those", "most", "many", "some", "both", "others", "none", "few"]);
        (counts && !self.is_quoted(start)).then_some(start..verb)
    }

    /// "the groups who wrote to her say": the noun phrase before a relative clause that runs on to the verb without comma.
    fn antecedent(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let clause = (floor + 1..end).rev().take_while(|i| !self.is_comma(*i) && !self.is_quoted(*i));
        let who = clause.into_iter().find(|i| self.is_any(*i, &["who", "which", "that", "where"]))?;
        // "her son, who when asked about the house said": the first verb of its own.
        if self.is_comma(who - 1) && self.is_any(who + 1, &["when", "if"]) {
            return Some(who..who + 1);
        }
        let is_clause = self.tag(who - 1).is_noun() && (who..end).any(|i| self.tag(i).is_finite_verb());
        self.phrase_before(who, floor).filter(|_| is_clause)
    }

    /// The subject that a participle behind `from` shares: of the nearest finite verb, unless that verb's clause hangs on
    /// another ("Ray expressed doubts the city is ready, saying …").
    fn main_subject(&self, from: usize, floor: usize, steps: u32) -> Option<Range<usize>> {
        let verb = self.finite_verb_before(from, floor)?;
        let mut subject = self.subject_by_steps(verb, floor, steps);
        for _ in 0..VERB_STEPS {
            let before = subject.as_ref().and_then(|s| s.start.checked_sub(1)).filter(|before| *before >= floor);
            let hangs = before.is_some_and(|i| {
                self.tag(i).is_noun() || self.is_any(i, &["that", "whether"]) || self.tag(i).is_finite_verb()
            });
            let Some(outer) = before.filter(|_| hangs).and_then(|i| self.finite_verb_before(i + 1, floor)) else {
                break;
            };
            let Some(found) = self.subject_by_steps(outer, floor, steps) else { break };
            subject = Some(found);
        }
        subject
    }

    /// The subject of a participle that has its own: "with Ortiz saying", "…, the court ruling", "footage of Ortiz asking".
    fn absolute_subject(&self, verb: usize, floor: usize) -> Option<Range<usize>> {
        let phrase = self.phrase_before(verb, floor)?;
        let named = self.tag(phrase.end - 1).is_proper_noun();
        let before = phrase.start.checked_sub(1).filter(|before| *before >= floor);
        let stands_alone = before.is_some_and(|i| self.is_comma(i) || self.is_any(i, &["with"]));
        (named || stands_alone).then_some(phrase)
    }

    /// "The paper quoted Ortiz as saying": who is quoted speaks, not who quotes.
    fn cited(&self, before: usize, floor: usize) -> Option<Range<usize>> {
        let person = |end: usize| match self.tag(end.checked_sub(1)?) {
            Tag::Pronoun => Some(end - 1..end),
            _ => self.phrase_before(end, floor),
        };
        let cited = person(before).filter(|cited| self.is(before, "as") && cited.start > floor)?;
        let cites = |verb: usize| matches!(self.document.lemma(verb).as_ref(), "quote" | "cite" | "report");
        cites(cited.start - 1).then_some(cited)
    }

    /// The first token of the verb group: auxiliaries, adverbs, negation, parenthetic "however".
    pub fn verb_group_start(&self, verb: usize, floor: usize) -> usize {
        let mut at = verb;
        while at > floor {
            let before = at - 1;
            if self.is_quoted(before) {
                break;
            }
            let parenthetic = self.is_comma(before)
                && before >= floor + 2
                && self.is_comma(before - 2)
                && (self.tag(before - 1).is_adverb() || self.is(before - 1, "though"));
            if parenthetic {
                at -= 3;
            } else if self.is_auxiliary(before)
                || self.tag(before).is_adverb()
                || self.is_any(before, &["also", "once", "further", "not", "n't", "n’t"])
                || self.is(before, "longer")
                || self.is(before, "no") && self.is(at, "longer")
            {
                at = before;
            } else if self.tag(before) == Tag::To && self.governed(before, floor).is_some() {
                at = self.governed(before, floor).unwrap_or(before);
            } else {
                break;
            }
        }
        at
    }

    /// The verb that governs the infinitive whose "to" stands at `to`: "declined to say", "went on to say".
    fn governed(&self, to: usize, floor: usize) -> Option<usize> {
        (floor..to).rev().take(2).find(|i| self.tag(*i).is_verb())
    }

    /// The verb whose subject a coordinated or participial cue shares: a verb of speech before it, else any finite one.
    fn finite_verb_before(&self, from: usize, floor: usize) -> Option<usize> {
        let carries_tense = |i: usize| match self.tag(i) {
            Tag::Modal => false,
            Tag::VerbBase => i > floor && self.tag(i - 1) == Tag::Modal,
            // "Her publisher, Vik & Co, confirmed that …": behind a comma, before "that", no participle.
            Tag::VerbPastParticiple => i > floor && self.is_comma(i - 1) && self.is(i + 1, "that"),
            tag => tag.is_finite_verb(),
        };
        let is_verb = |i: &usize| !self.is_quoted(*i) && carries_tense(*i) && !matches!(self.word(*i), "'s" | "’s");
        let speaks = |i: &usize| {
            let says =
                |frames: Frames| frames.has(Frames::DIRECT) || frames.has(Frames::THAT) && self.is(i + 1, "that");
            lexicon::verb(&self.document.lemma(*i)).is_some_and(|entry| entry.alone && says(entry.frames))
        };
        let mut verbs = (floor..from).rev().filter(is_verb);
        let Some(nearest) = verbs.next() else {
            // "Ortiz started by saying": the tagger takes a lone past tense before "by", or behind a comma, for a participle.
            let lone = |i: &usize| self.tag(*i) == Tag::VerbPastParticiple && !self.is_quoted(*i);
            return (floor..from).rev().find(lone);
        };
        if speaks(&nearest) {
            return Some(nearest);
        }
        verbs.find(speaks).or(Some(nearest))
    }

    /// "Ray said that he hopes it ends and called it a shame": a past tense is joined to the verb of speech that is past too.
    fn same_tense_before(&self, verb: usize, from: usize, floor: usize) -> Option<usize> {
        let nearest = self.finite_verb_before(from, floor)?;
        let past = matches!(self.tag(verb), Tag::VerbPast | Tag::VerbPastParticiple)
            && matches!(self.tag(nearest), Tag::VerbPresent | Tag::VerbPresent3rd);
        let speaks = |i: &usize| {
            let entry = lexicon::verb(&self.document.lemma(*i));
            self.tag(*i) == Tag::VerbPast
                && !self.is_quoted(*i)
                && entry.is_some_and(|e| e.alone && e.frames.has(Frames::THAT))
        };
        // "Ray says that Moe came in and said": both are past, in what Ray says.
        let joined = (nearest + 1..from).rev().find(|i| self.tag(*i).is_finite_verb() && !self.is_quoted(*i));
        let joined = joined.filter(|i| past && self.tag(*i) == Tag::VerbPast && self.tag(verb) == Tag::VerbPast);
        joined.or_else(|| (floor..nearest).rev().find(speaks).filter(|_| past))
    }

    /// "Ray, who starred in “Gulls,” said": the noun phrase before the clause that the comma inside the marks closes.
    fn subject_before_title(&self, mark: usize, floor: usize) -> Option<Range<usize>> {
        let closing = mark.checked_sub(1).filter(|closing| *closing > floor && self.is_comma(*closing))?;
        let open = (floor..closing).rev().take_while(|i| self.is_quoted(*i)).last()?;
        let opens = |i: usize| {
            self.is_any(i, &["who", "whose"]) || self.tag(i) == Tag::VerbPastParticiple || self.is_quoted(i + 1)
        };
        let inserted = |i: &usize| self.is_comma(*i) && opens(i + 1);
        let comma = (floor..open).rev().find(inserted)?;
        let small = |i: usize| {
            let tag = self.tag(i);
            tag.is_punctuation() || matches!(tag, Tag::Determiner | Tag::Preposition)
        };
        let title = (open..closing).all(|i| small(i) || self.word(i).starts_with(char::is_uppercase));
        if title { self.phrase_before(comma, floor) } else { None }
    }

    /// The noun phrase before something inserted between commas or dashes: "Ray, who heads the bank, said".
    fn subject_before_inserted(&self, closing: usize, floor: usize) -> Option<Range<usize>> {
        let same = |i: usize| if self.is_comma(closing) { self.is_comma(i) } else { self.is_dash(i) };
        let mut fallback: Option<Range<usize>> = None;
        for opening in (floor..closing).rev().filter(|i| same(*i)) {
            // "Ortiz, 29, of Lund, denies": an age is nobody.
            let is_age = |phrase: &Range<usize>| {
                phrase.len() == 1 && self.tag(phrase.start) == Tag::Number && !self.is(phrase.start, "one")
            };
            let stands = |phrase: &Range<usize>| !self.is_adverbial(phrase, floor) && !is_age(phrase);
            let first = opening + 1;
            let named = first < closing && (first..closing).all(|i| self.tag(i).is_proper_noun());
            let before = self.phrase_before(opening, floor);
            let since = |phrase: &Range<usize>| {
                let preposition = phrase.start.checked_sub(1);
                preposition.is_some_and(|i| self.is_any(i, &["until", "since", "during", "before", "after"]))
            };
            let in_time = before.as_ref().is_none_or(|phrase| self.ends_time(phrase.end - 1) || since(phrase));
            let Some(phrase) = before.filter(stands) else {
                // "A nurse who worked there last year, Ada Lind, told": the name alone can be the subject.
                if named && in_time {
                    return Some(first..closing);
                }
                continue;
            };
            // "a view of his party, whose leader, Ray, told": who it is stands between the commas.
            let whose = phrase.start.checked_sub(1).is_some_and(|i| self.is(i, "whose"));
            if whose || self.is(phrase.start, "whose") {
                return Some(phrase.start + usize::from(!whose)..phrase.end);
            }
            // "his neighbour in Lund and Gent, Ray Ortiz, said": no list, for it lacks its "and".
            let place = self.tag(phrase.end - 1).is_proper_noun()
                && phrase.start > floor
                && self.tag(phrase.start - 1) == Tag::Conjunction;
            if named && (self.before_time(opening, floor) < opening || place && closing > first + 1) {
                return Some(first..closing);
            }
            if self.tag(first) == Tag::WhWord || self.is_any(first, &["who", "which", "whose"]) {
                return Some(phrase);
            }
            let inserts = matches!(
                self.tag(first),
                Tag::Determiner
                    | Tag::Number
                    | Tag::VerbPastParticiple
                    | Tag::VerbGerund
                    | Tag::Possessive
                    | Tag::Preposition
            ) || self.tag(first).is_common_noun()
                || self.tag(first).is_adjective()
                || self.tag(first).is_adverb();
            if inserts && !self.is_list_tail(first) {
                return Some(self.name_before(&phrase, floor).unwrap_or(phrase));
            }
            fallback = fallback.or(Some(phrase));
        }
        fallback
    }

    /// "Ray, head of Nordline, a ferry line": the name that a post between commas is told of.
    fn name_before(&self, post: &Range<usize>, floor: usize) -> Option<Range<usize>> {
        let comma = post.start.checked_sub(1).filter(|comma| *comma > floor && self.is_comma(*comma))?;
        let name = self.phrase_before(comma, floor)?;
        let named = self.tag(name.end - 1).is_proper_noun() && !self.is_adverbial(&name, floor);
        // "Speaking to the Post, nurse Ray Ortiz, 36,": a post that ends with a name is that one's.
        let head = post.clone().find(|i| self.tag(*i) == Tag::Preposition).unwrap_or(post.end) - 1;
        let apart = self.tag(post.start).is_common_noun() && !self.tag(head).is_proper_noun();
        (named && apart).then_some(name)
    }

    /// "In Lund, …", "Speaking in Lund, …": a phrase that opens the sentence without being its subject.
    fn is_adverbial(&self, phrase: &Range<usize>, floor: usize) -> bool {
        let before = phrase.start.checked_sub(1).filter(|before| *before >= floor);
        let hangs = before.is_some_and(|i| self.tag(i) == Tag::Preposition && !self.is_any(i, &["that", "as"]));
        let object = self.tag(phrase.start + 1).is_noun() && !self.ends_time(phrase.start + 1);
        let speaking = self.tag(phrase.start) == Tag::VerbGerund && !object;
        hangs || speaking || self.ends_time(phrase.end - 1)
    }

    fn is_list_tail(&self, token: usize) -> bool {
        self.tag(token) == Tag::Conjunction
    }
}
