//! Pronouns: "he", "its" and "they" go to the only person or body before them in the sentence, else to its subject, and
//! from the sentence's begin to the subject of the sentence before. An "it" may mean nothing at all ("it is clear that").

use super::lexicon::lexicon;
use super::people::Sex;
use super::reference::{Here, Reading, Seen};
use super::words::{Shape, Word};
use crate::extract::text::Tag;
use crate::model::{Mention, MentionForm};

/// How many sentences back a pronoun may reach.
const REACH: usize = 2;
/// How many sentences back, where nobody else can be meant.
const FAR_REACH: usize = 6;
/// How far from its sentence's begin, in words, a subject behind an opening phrase may stand.
const SUBJECT_REACH: usize = 20;
/// How long a phrase that opens a sentence may be, in words.
const OPENING: usize = 18;

impl<'a> Here<'_, 'a> {
    /// What the pronoun at `at` means.
    pub(super) fn pronoun(&self, at: usize) -> Option<Reading> {
        // "Her Royal Highness", "His Excellency": a form of address.
        const HONOURS: [&str; 7] = ["Royal", "Majesty", "Excellency", "Highness", "Holiness", "Eminence", "Honour"];
        let word = self.word(at)?;
        // No pronoun begins otherwise, and few words do.
        if !word.text.starts_with(['h', 'H', 's', 'S', 'i', 'I', 't', 'T']) {
            return None;
        }
        let sex = sex_of(word.text);
        if sex != Sex::Unknown && self.word(at + 1).is_some_and(|next| HONOURS.contains(&next.text)) {
            return None;
        }
        let entity = match word.text {
            _ if sex != Sex::Unknown => self.person_meant(at, sex),
            _ if self.is_quoted(at) => None,
            "it" | "It" | "its" | "Its" | "itself" => self.neuter(at),
            "they" | "They" | "their" | "Their" | "them" | "themselves" => self.plural(at),
            _ => None,
        };
        Some((entity?, Mention { span: word.span, form: MentionForm::Pronoun }, at + 1))
    }

    fn person_meant(&self, at: usize, sex: Sex) -> Option<usize> {
        let fits_sex = |s: &Seen| self.sexes.get(s.entity).is_some_and(|known| known.fits(sex));
        // "Kostiuk accuses her": whoever does something to her is another.
        let is_object = self.word(at).is_some_and(|w| matches!(w.text, "him" | "her") && w.tag != Tag::Possessive);
        let doer =
            self.seen.last().filter(|s| is_object && s.sentence == self.sentence && s.end + 2 >= at && self.acts(s));
        let agent = self.agent_ahead(at);
        let is_other = |s: &Seen| doer.is_none_or(|doer| doer.entity != s.entity) && agent != Some(s.entity);
        let tag = !is_object && self.is_speech_tag(at);
        let is_said = |s: &Seen| tag && s.sentence == self.sentence && !self.speaks(s);
        // "“Per is Per,” … “It is October,” he said": whom an earlier quotation tells of, not to, does not speak this one.
        let addressed = |s: &Seen| {
            let back = |steps| s.word.checked_sub(steps).and_then(|at| self.words.all.get(at)).map_or("", |w| w.text);
            back(1) == "," || back(2) == ","
        };
        let spoken_of = |s: &Seen| tag && s.sentence != self.sentence && self.is_quoted(s.word) && !addressed(s);
        let fits = |s: &Seen| s.is_person && fits_sex(s) && is_other(s) && !is_said(s) && !spoken_of(s);
        if self.is_quoted(at) {
            return if self.speaks_of_kin(at) { None } else { self.person_spoken_about(&fits) };
        }
        let owns = self.word(at).is_some_and(|w| w.tag == Tag::Possessive || w.text.ends_with("self"));
        self.object_of_infinitive(at, &fits)
            .or_else(|| self.subject_ahead(at, &fits).filter(|ahead| self.is_plain(*ahead, sex)))
            .or_else(|| if is_object { None } else { self.saying(at, &fits) })
            .or_else(|| if is_object { None } else { self.before_who(at, &fits).or_else(|| self.urged(at, &fits)) })
            .or_else(|| if is_object { None } else { self.judged(at, &fits) })
            .or_else(|| if owns { self.same_again(at, &fits) } else { None })
            .or_else(|| if owns { self.nearest_subject(&fits) } else { None })
            .or_else(|| self.antecedent(REACH, &fits))
            .or_else(|| self.only_one(at, sex))
    }

    /// Whether somebody ahead may be meant: not where "she" is a woman told of right before ("Ms. Rice arrived. Ahead of [her]
    /// arrival, Ehud Olmert said").
    fn is_plain(&self, ahead: usize, sex: Sex) -> bool {
        let known = |s: &Seen| self.sexes.get(s.entity).is_some_and(|known| *known == sex);
        let before = self.seen.iter().rev().take_while(|s| s.sentence + 1 >= self.sentence);
        sex == Sex::Male
            || self.sexes.get(ahead).is_some_and(|known| *known == sex)
            || !before.into_iter().any(|s| s.is_person && known(s))
    }

    /// "Asked by Ms Aziz, she said": who did it to her is another.
    fn agent_ahead(&self, at: usize) -> Option<usize> {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let agent =
            self.seen.last().filter(|s| s.sentence == self.sentence && s.end + 1 == at && text(s.end) == ",")?;
        let by = (1..4).filter_map(|back| agent.word.checked_sub(back)).find(|at| text(*at) == "by")?;
        let verb = by.checked_sub(1).filter(|verb| *verb < self.range.start + 4).and_then(|verb| self.word(verb))?;
        let done = matches!(verb.tag, Tag::VerbPastParticiple | Tag::VerbPast) || verb.text.ends_with("ed");
        done.then_some(agent.entity)
    }

    /// "… She left": the only woman told of for some while, where she does something and nobody else is told of who could
    /// be one. Who speaks is left to those who know who spoke last.
    fn only_one(&self, at: usize, sex: Sex) -> Option<usize> {
        const SPEAKS: [&str; 10] =
            ["said", "says", "told", "tells", "added", "adds", "thinks", "believes", "insists", "argues"];
        let speaks = (at + 1..at + 3).any(|at| self.word(at).is_some_and(|w| SPEAKS.contains(&w.text)));
        let from = self.sentence.saturating_sub(FAR_REACH);
        let near = || self.seen.iter().rev().take_while(|s| s.sentence >= from);
        let known = |s: &Seen| self.sexes.get(s.entity).copied().unwrap_or_default();
        let mut fitting = near().filter(|s| s.is_person && known(s).fits(sex));
        let one = fitting.next().filter(|s| known(s) == sex && !speaks)?.entity;
        let alone = fitting.all(|s| s.entity == one) && !self.tells_of_another(at, sex);
        (alone && near().any(|s| s.entity == one && self.is_subject(s))).then_some(one)
    }

    /// "… the man got out. They shot [him]": somebody unnamed in this sentence or the one before.
    fn tells_of_another(&self, at: usize, sex: Sex) -> bool {
        let before = self.sentence.checked_sub(1).and_then(|before| self.words.sentences.get(before));
        let start = before.map_or(self.range.start, |before| before.start);
        let read = |at: usize| self.seen.iter().rev().take(8).any(|s| (s.word..s.end).contains(&at));
        let human = |w: &Word<'a>| w.tag == Tag::Noun && super::description::is_human(w.text) && may_be(w.text, sex);
        (start..at).any(|at| self.words.all.get(at).is_some_and(human) && !read(at))
    }

    pub(super) fn is_quoted(&self, word: usize) -> bool {
        self.quoted.get(word).copied().unwrap_or(false)
    }

    /// "My uncle was a welder and [he] did well": one whom only the speaker knows.
    fn speaks_of_kin(&self, at: usize) -> bool {
        let owned = |at: &usize| self.word(*at).is_some_and(|w| matches!(w.text, "My" | "my" | "our" | "Our"));
        (self.range.start..at)
            .rev()
            .take_while(|at| self.is_quoted(*at))
            .filter(owned)
            .any(|at| self.word(at + 1).is_some_and(|w| w.tag == Tag::Noun && super::description::is_human(w.text)))
    }

    /// Whom somebody means by "he": the only other one named in the same words or in the sentences before.
    fn person_spoken_about(&self, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let is_owner = |s: &Seen| self.word(s.word).is_some_and(|w| w.tag == Tag::Possessive);
        let here = |s: &&Seen| s.sentence == self.sentence && s.is_person && !is_owner(s);
        let all = || self.seen.iter().chain(self.later.iter().take_while(|s| s.word < self.range.end));
        let speakers: Vec<usize> = all().filter(here).filter(|s| !self.is_quoted(s.word)).map(|s| s.entity).collect();
        let within = self.seen.iter().rev().take_while(|s| s.sentence == self.sentence);
        let told = within.filter(|s| self.is_quoted(s.word) && fits(s)).map(|s| s.entity).next();
        let told = told.or_else(|| self.person_told_on(fits));
        if told.is_some() || speakers.is_empty() {
            return told;
        }
        let other = |s: &Seen| fits(s) && !speakers.contains(&s.entity);
        (1..=REACH).find_map(|back| {
            let sentence = self.sentence.checked_sub(back).filter(|sentence| self.same_passage(*sentence))?;
            let there =
                self.seen.iter().rev().take_while(|s| s.sentence >= sentence).filter(|s| s.sentence == sentence);
            let mut there = there.filter(|s| other(s));
            let first = there.next()?.entity;
            there.all(|s| s.entity == first).then_some(first)
        })
    }

    /// "“[He] left,” Moe said. “For months [he] had waited”": of whom the words go on in the same paragraph.
    fn person_told_on(&self, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let before = self.sentence.checked_sub(1)?;
        let block = |sentence: usize| self.blocks.get(sentence);
        let there =
            self.seen.iter().rev().skip_while(|s| s.sentence == self.sentence).take_while(|s| s.sentence == before);
        let told = there.filter(|s| block(before) == block(self.sentence) && self.is_quoted(s.word));
        let mut told = told.filter(|s| fits(s)).map(|s| s.entity);
        let one = told.next()?;
        told.all(|other| other == one).then_some(one)
    }

    /// "Mr. Morales outlined his agenda": the last in the sentence who does something owns what is called his.
    fn nearest_subject(&self, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        let here = self.seen.iter().rev().take_while(|s| s.sentence == self.sentence);
        here.filter(|s| fits(s)).find(|s| self.is_subject(s)).map(|s| s.entity)
    }

    /// "it" and "its" for a body; a place nearer by takes them away from all bodies.
    fn neuter(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        let owns = matches!(word.text, "its" | "Its" | "itself");
        if !owns && (self.is_expletive(at) || !self.begins_clause(at)) {
            return None;
        }
        let fits = |s: &Seen| !s.is_person && !self.modifies(s) && !self.is_joined(s);
        let reach = usize::from(!owns || word.is_capitalised());
        let urged = || self.urged(at, &fits);
        let entity = self
            .saying(at, &fits)
            .or_else(|| self.subject_ahead(at, &fits))
            .or_else(urged)
            .or_else(|| self.antecedent(reach, &fits));
        entity.filter(|entity| self.is_body(*entity))
    }

    /// "a [U.N.] report", "the [Airbus] 380": before a thing the name is not what is spoken of; before a post or kind it is.
    fn modifies(&self, seen: &Seen) -> bool {
        let Some(next) = self.words.all.get(seen.end) else { return false };
        let thing = matches!(next.tag, Tag::Noun | Tag::NounPlural | Tag::Number) && next.shape != Shape::Capitalised;
        let single = next.text.strip_suffix('s').unwrap_or(next.text);
        let acts =
            [next.text, single].iter().any(|noun| super::description::is_human(noun) || super::kinds::is_body(noun));
        thing && !acts && !matches!(next.text, "today" | "yesterday" | "tomorrow")
    }

    /// "In his memoir, General Franks says": the subject behind the phrase that opens the sentence and holds the pronoun.
    fn subject_ahead(&self, at: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        // "Earlier, in his memoir, General Franks said"
        let mut start = self.range.start;
        start += usize::from(self.word(start).is_some_and(|w| w.tag.is_adverb()));
        start += usize::from(start > self.range.start && self.word(start).is_some_and(|w| w.text == ","));
        let opens = self.word(start).is_some_and(|w| {
            matches!(w.tag, Tag::Preposition | Tag::VerbGerund | Tag::To | Tag::VerbPastParticiple)
                || matches!(
                    w.text,
                    "In" | "During"
                        | "After"
                        | "Before"
                        | "With"
                        | "Despite"
                        | "While"
                        | "As"
                        | "If"
                        | "When"
                        | "Even"
                        | "Although"
                        | "Though"
                        | "Asked"
                )
        });
        let mut before = self.seen.iter().rev().take_while(|s| s.sentence == self.sentence);
        if !opens || at == start || at > start + OPENING || before.any(fits) {
            return None;
        }
        let is_comma = |at: &usize| self.word(*at).is_some_and(|w| w.text == ",");
        if (start..at).any(|at| is_comma(&at)) {
            return None;
        }
        let comma = (at..start + OPENING).find(is_comma)?;
        let titled = |at: usize| {
            self.word(at).is_some_and(|w| {
                w.is_capitalised() || lexicon().role(w) != super::lexicon::Facts(0) || matches!(w.text, "the" | "of")
            })
        };
        let ahead = self.later.iter().take_while(|s| s.word < self.range.end).filter(|s| s.word > comma);
        let subject = ahead.filter(|s| fits(s)).find(|s| (comma + 1..s.word).all(titled))?;
        Some(subject.entity)
    }

    /// Whether an "it" stands where a subject does.
    fn begins_clause(&self, at: usize) -> bool {
        const OPENERS: [&str; 20] = [
            "said", "says", "say", "saying", "added", "that", "as", "if", "when", "because", "and", "but", ",",
            "after", "while", "since", "where", "before", "than", "what",
        ];
        let opens = |w: &Word<'_>| OPENERS.contains(&w.text) || w.text.ends_with("day") && w.is_capitalised();
        let follows = self.word(at + 1).is_some_and(|w| w.is_word() || matches!(w.text, "“" | "\"" | "``"));
        // "allegations [it] bought votes", "the money [it] has requested"
        let verb = self.word(at + 1).is_some_and(|w| w.tag.is_finite_verb() || w.tag == Tag::Modal);
        let reduced = |w: &Word<'_>| verb && matches!(w.tag, Tag::Noun | Tag::NounPlural | Tag::Number);
        follows && at.checked_sub(1).and_then(|at| self.word(at)).is_none_or(|w| opens(w) || reduced(w))
    }

    /// "it was clear that", "made it hard to": an "it" that stands for a clause.
    fn is_expletive(&self, at: usize) -> bool {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let before = at.checked_sub(1).map_or("", text);
        let made = matches!(before, "make" | "makes" | "made" | "making" | "find" | "finds" | "found");
        let is = (at + 1..at + 3)
            .find(|i| matches!(text(*i), "is" | "was" | "'s" | "’s" | "be" | "seems" | "appears" | "takes"));
        // "it is investigating reports that" does something, "it was founded to" had something done to it.
        let acts = |is: usize| {
            let verb = (is + 1..is + 3).filter_map(|i| self.word(i)).find(|w| w.tag.is_verb());
            verb.is_some_and(|w| match w.tag {
                Tag::VerbGerund => true,
                Tag::VerbPastParticiple => !SUPPOSED.contains(&w.text),
                _ => false,
            })
        };
        let clause =
            |is: usize| (is + 1..at + 7).any(|i| matches!(text(i), "to" | "that" | "for" | "when" | "if" | "who"));
        let rains = matches!(text(at + 1), "rained" | "rains" | "snowed" | "snows");
        made || rains || is.is_some_and(|is| clause(is) && !acts(is) || self.is_thing(is + 1))
    }

    /// "It is [the biggest contract of its kind]": what is said to be a thing that is no body is none; "it is a bank" may be.
    fn is_thing(&self, start: usize) -> bool {
        let first = self.word(start).filter(|w| matches!(w.text, "a" | "an" | "the"));
        let inside = |at: &usize| {
            self.word(*at)
                .is_some_and(|w| w.tag.is_adjective() || w.tag.is_noun() || w.tag == Tag::Adverb || w.text == "-")
        };
        let end = (start + 1..start + 8).find(|at| !inside(at)).unwrap_or(start + 8);
        let head = self.word(end - 1).filter(|w| first.is_some() && end > start + 1 && w.tag == Tag::Noun);
        head.is_some_and(|w| !super::kinds::is_body(w.text) && w.shape == Shape::Lower)
    }

    /// Whether the sentence stands in this paragraph or the one before.
    pub(super) fn same_passage(&self, sentence: usize) -> bool {
        let block = |sentence: usize| self.blocks.get(sentence).copied().unwrap_or(0);
        block(self.sentence).abs_diff(block(sentence)) <= 1
    }

    /// The only entity that `fits` in the nearest sentence that has any, else that sentence's subject.
    pub(super) fn antecedent(&self, reach: usize, fits: &dyn Fn(&Seen) -> bool) -> Option<usize> {
        for back in 0..=reach {
            let sentence = self.sentence.checked_sub(back)?;
            if !self.same_passage(sentence) {
                return None;
            }
            let seen = self.seen.iter().rev().take_while(|s| s.sentence >= sentence);
            let mut there: Vec<&Seen> = seen.filter(|s| s.sentence == sentence && fits(s)).collect();
            there.reverse();
            let Some(first) = there.first() else { continue };
            let start = self.words.sentences.get(sentence)?.start;
            if there.iter().all(|other| other.entity == first.entity) {
                return Some(first.entity);
            }
            let subject =
                there.iter().find(|s| !self.is_oblique(s)).filter(|s| s.word.saturating_sub(start) <= SUBJECT_REACH);
            return subject.map(|s| s.entity).or(Some(first.entity).filter(|_| first.word.saturating_sub(start) <= 8));
        }
        None
    }

    /// Whether a verb or a clause of its own follows the mention: "Bot, who suggested", "Mr. Morales outlined".
    pub(super) fn is_subject(&self, seen: &Seen) -> bool {
        let text = |at: usize| self.words.all.get(at).map_or("", |w| w.text);
        let who = |at: usize| matches!(text(at), "who" | "which");
        who(seen.end) || text(seen.end) == "," && who(seen.end + 1) || self.acts(seen)
    }

    /// Whether the mention is the subject of the verb behind it: "Moe said", "the clerk, Per Moe, said".
    pub(super) fn acts(&self, seen: &Seen) -> bool {
        let is_comma = |at: Option<usize>| at.and_then(|at| self.words.all.get(at)).is_some_and(|w| w.text == ",");
        let apposed = is_comma(seen.word.checked_sub(1)) && is_comma(Some(seen.end));
        // "Moe, 37, said"
        let number = |at: usize| self.words.all.get(at).is_some_and(|w| w.tag == Tag::Number);
        let aged = is_comma(Some(seen.end)) && number(seen.end + 1) && is_comma(Some(seen.end + 2));
        let verb = self.behind_bracket(seen.end) + if aged { 3 } else { usize::from(apposed) };
        self.words.all.get(verb).is_some_and(|w| w.tag.is_finite_verb()) && (apposed || !self.is_oblique(seen))
    }

    /// Where it goes on behind a bracket that opens at `end`: "Moe Foods (NYSE: MOE) [said]".
    fn behind_bracket(&self, end: usize) -> usize {
        let text = |at: usize| self.words.all.get(at).map_or("", |w| w.text);
        let closes = (end..end + 7).find(|at| text(end) == "(" && text(*at) == ")");
        closes.map_or(end, |at| at + 1)
    }

    /// Whether the mention owns something or hangs on a preposition: then it is no subject.
    pub(super) fn is_oblique(&self, seen: &Seen) -> bool {
        let word = |at: usize| self.words.all.get(at);
        if word(seen.end).is_some_and(|w| matches!(w.text, "'s" | "’s" | "'" | "’")) {
            return true;
        }
        let mut at = seen.word;
        for _ in 0..6 {
            let Some(before) = at.checked_sub(1).and_then(word) else { return false };
            let inside =
                before.is_capitalised() || lexicon().role(before) != super::lexicon::Facts(0) || before.text == "the";
            if !inside {
                return matches!(
                    before.text,
                    "of" | "in" | "at" | "on" | "to" | "with" | "for" | "from" | "by" | "after" | "against" | "about"
                );
            }
            at -= 1;
        }
        false
    }
}

/// Whether somebody unnamed whom the noun tells of can be of the sex: "a woman" is no "he".
pub(super) fn may_be(noun: &str, sex: Sex) -> bool {
    let noun = noun.to_lowercase();
    let noun = noun.strip_suffix("-in-law").unwrap_or(&noun);
    let ends = |ends: &[&str]| ends.iter().any(|end| noun.ends_with(end));
    let woman = ends(&[
        "woman",
        "mother",
        "wife",
        "widow",
        "daughter",
        "sister",
        "girl",
        "niece",
        "aunt",
        "girlfriend",
        "actress",
        "bride",
    ]);
    let man = ends(&[
        "man",
        "father",
        "husband",
        "son",
        "brother",
        "boy",
        "nephew",
        "uncle",
        "boyfriend",
        "widower",
        "bridegroom",
    ]) && !woman
        && !noun.ends_with("person");
    match sex {
        Sex::Male => !woman,
        Sex::Female => !man,
        Sex::Unknown => true,
    }
}

/// The sex that a pronoun tells.
pub(super) fn sex_of(pronoun: &str) -> Sex {
    match pronoun {
        "he" | "He" | "him" | "his" | "His" | "himself" => Sex::Male,
        "she" | "She" | "her" | "Her" | "hers" | "herself" => Sex::Female,
        _ => Sex::Unknown,
    }
}

/// Participles of what is only said or thought: "it is expected that".
const SUPPOSED: [&str; 14] = [
    "expected",
    "hoped",
    "said",
    "believed",
    "thought",
    "feared",
    "reported",
    "known",
    "alleged",
    "understood",
    "estimated",
    "rumoured",
    "agreed",
    "supposed",
];
