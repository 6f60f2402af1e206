//! Clauses: which noun groups are the subjects, objects and agents of which verbs.
//!
//! A sentence is read once from left to right. A noun group that no preposition governs waits as subject until a finite
//! verb takes it; a relative or subordinate clause puts what waits aside and gives it back to the next finite verb that
//! has none of its own ("The man [who shot him] was arrested").

use super::chunk::{Attachment, Syntax};
use super::lexicon::{self, VerbClass};
use super::tag::Tag;
use super::word::hash_of_lower;
use super::{Document, Sentence};
use crate::model::Tense;

/// Clauses put aside at most: more are no language.
const MOST_OPEN: usize = 32;

/// What has been read of the sentence so far.
#[derive(Default)]
struct Reader {
    /// Noun groups that wait for a finite verb.
    waiting: Vec<usize>,
    /// Subjects put aside by relative and subordinate clauses.
    aside: Vec<Vec<usize>>,
    /// The last finite verb's subjects, for coordinated verbs and participles.
    subjects: Vec<usize>,
    /// The last verb group, if no clause has begun since.
    verb: Option<usize>,
    /// The last finite verb.
    finite: Option<usize>,
    /// Noun group just read, with no verb since.
    last_noun: Option<usize>,
    /// The last noun group that no preposition governs.
    last_free: Option<usize>,
    /// Preposition just read.
    preposition: Option<usize>,
    /// A comma, dash or quotation mark since the last group.
    broken: bool,
    /// A conjunction since the last group.
    joined: bool,
    /// A relative word since the last group.
    relative: bool,
}

/// Connects the groups of a sentence, those from the given indices on.
pub(super) fn connect(document: &Document<'_>, sentence: &Sentence, syntax: &mut Syntax, noun: usize, verb: usize) {
    let (mut noun, mut verb) = (noun, verb);
    let mut reader = Reader::default();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if syntax.verbs.get(verb).is_some_and(|v| v.tokens.start == at) {
            reader.verb(document, syntax, verb);
            at = syntax.verbs.get(verb).map_or(at + 1, |v| v.tokens.end.max(at + 1));
            verb += 1;
        } else if syntax.nouns.get(noun).is_some_and(|n| n.tokens.start == at) {
            reader.noun(document, syntax, noun, verb);
            at = syntax.nouns.get(noun).map_or(at + 1, |n| n.tokens.end.max(at + 1));
            noun += 1;
        } else {
            reader.other(document, syntax, at, noun, verb);
            at += 1;
        }
    }
}

impl Reader {
    fn other(&mut self, document: &Document<'_>, syntax: &Syntax, at: usize, noun: usize, verb: usize) {
        match document.tag(at) {
            Tag::Punctuation | Tag::OpenQuote | Tag::CloseQuote => {
                self.broken = true;
                self.preposition = None;
                if document.word(at) == ";" {
                    *self = Self::default();
                }
            }
            Tag::Conjunction => {
                self.joined = true;
                self.preposition = None;
            }
            Tag::WhWord => self.wh_word(document, at),
            Tag::Preposition | Tag::To => {
                // Before a clause it subordinates, before a noun group it governs.
                let next_noun = syntax.nouns.get(noun).filter(|n| n.tokens.start == at + 1);
                let then_verb = next_noun.is_some_and(|n| {
                    syntax.verbs.get(verb).is_some_and(|v| v.finite && v.tokens.start == n.tokens.end)
                });
                if is_subordinator(document, at) && (then_verb || !governs_only(document, at)) {
                    self.subordinate();
                } else {
                    self.preposition = Some(at);
                }
            }
            Tag::Adverb | Tag::AdverbComparative | Tag::AdverbSuperlative | Tag::Particle => {}
            _ => self.preposition = None,
        }
    }

    fn put_aside(&mut self, subjects: Vec<usize>) {
        if self.aside.len() < MOST_OPEN {
            self.aside.push(subjects);
        }
    }

    /// `who`, `which`, `that` after a noun: the noun is the clause's subject too.
    fn wh_word(&mut self, document: &Document<'_>, at: usize) {
        let hash = document.tokens.get(at).map_or(0, |t| t.hash);
        const SUBJECTS: [u64; 3] = [hash_of_lower("who"), hash_of_lower("which"), hash_of_lower("that")];
        let waiting = std::mem::take(&mut self.waiting);
        self.put_aside(waiting);
        self.verb = None;
        self.preposition = None;
        if let Some(antecedent) = self.last_noun.filter(|_| SUBJECTS.contains(&hash)) {
            self.waiting = vec![antecedent];
            self.relative = true;
        }
    }

    /// `because`, `after`, `that` before a clause.
    fn subordinate(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if !waiting.is_empty() {
            self.put_aside(waiting);
        }
        self.verb = None;
        self.preposition = None;
    }

    fn noun(&mut self, document: &Document<'_>, syntax: &mut Syntax, index: usize, verb: usize) {
        let (broken, joined) = (self.broken, self.joined);
        self.broken = false;
        self.joined = false;
        let preposition = self.preposition.take();
        let before = self.last_noun.replace(index);
        let Some(group) = syntax.nouns.get_mut(index) else { return };
        if let Some(preposition) = preposition {
            group.preposition = Some(preposition);
            group.attached = self.attachment(document, preposition, before);
            let by = document.is(preposition, "by");
            if let Some(verb) = self.verb.and_then(|v| syntax.verbs.get_mut(v)).filter(|v| by && v.passive)
                && verb.agent.is_none()
            {
                verb.agent = Some(index);
            }
            return;
        }
        // "in Paris and London": the second is governed like the first.
        let governed = before.and_then(|b| syntax.nouns.get(b)).and_then(|n| n.preposition.map(|p| (p, n.attached)));
        let follows_finite = syntax.verbs.get(verb).is_some_and(|v| v.finite) && !self.waiting.contains(&index);
        if let (Some((preposition, attached)), true) = (governed, joined) {
            let next_is_verb = syntax
                .nouns
                .get(index)
                .zip(syntax.verbs.get(verb))
                .is_some_and(|(n, v)| v.finite && v.tokens.start <= n.tokens.end + 1);
            if !(next_is_verb && follows_finite && self.waiting.is_empty() && self.finite.is_some()) {
                if let Some(group) = syntax.nouns.get_mut(index) {
                    group.preposition = Some(preposition);
                    group.attached = attached;
                }
                return;
            }
        }
        if syntax.nouns.get(index).is_some_and(|n| n.temporal) {
            return;
        }
        if self.relative {
            // "the house that Jack built": the clause has a subject of its own.
            self.relative = false;
            self.waiting = vec![index];
        } else if let Some(verb) = self.verb.filter(|_| !broken && !joined) {
            let Some(verb) = syntax.verbs.get_mut(verb) else { return };
            if verb.object.is_none() && !verb.subjects.contains(&index) {
                verb.object = Some(index);
            }
        } else if self.waiting.is_empty() {
            self.waiting = vec![index];
        } else if joined && self.last_free.is_some_and(|free| self.waiting.contains(&free))
            || broken && is_listed(document, syntax, index)
        {
            self.waiting.push(index);
        }
        self.last_free = Some(index);
    }

    /// "of" belongs to the noun before it; other prepositions to the verb, if there is one.
    fn attachment(&self, document: &Document<'_>, preposition: usize, noun: Option<usize>) -> Attachment {
        let of = document.is(preposition, "of");
        match (self.verb, noun) {
            (_, Some(noun)) if of => Attachment::Noun(noun),
            (Some(verb), _) => Attachment::Verb(verb),
            (None, Some(noun)) => Attachment::Noun(noun),
            (None, None) => Attachment::None,
        }
    }

    fn verb(&mut self, document: &Document<'_>, syntax: &mut Syntax, index: usize) {
        let (broken, joined) = (self.broken, self.joined);
        let Some((finite, tense)) = syntax.verbs.get(index).map(|v| (v.finite, v.tense)) else { return };
        let subjects = if finite {
            self.finite_subjects(document, syntax, index, broken, joined)
        } else if !broken && tense != Tense::Infinitive && self.last_noun_touches(syntax, index) {
            // "the men arrested on Monday"
            self.last_noun.into_iter().collect()
        } else {
            let governor = self.verb.and_then(|v| syntax.verbs.get(v));
            match governor.and_then(|g| g.object) {
                Some(object) if !broken => vec![object],
                _ if self.subjects.is_empty() => self.waiting.clone(),
                _ => self.subjects.clone(),
            }
        };
        if finite {
            self.subjects.clone_from(&subjects);
            self.finite = Some(index);
            self.waiting.clear();
            self.relative = false;
        }
        if let Some(group) = syntax.verbs.get_mut(index) {
            group.subjects = subjects;
        }
        self.verb = Some(index);
        self.broken = false;
        self.joined = false;
        self.preposition = None;
    }

    fn last_noun_touches(&self, syntax: &Syntax, verb: usize) -> bool {
        let noun = self.last_noun.and_then(|n| syntax.nouns.get(n));
        let verb = syntax.verbs.get(verb);
        noun.zip(verb).is_some_and(|(noun, verb)| noun.tokens.end == verb.tokens.start && !noun.temporal)
    }

    fn finite_subjects(
        &mut self,
        document: &Document<'_>,
        syntax: &mut Syntax,
        index: usize,
        broken: bool,
        joined: bool,
    ) -> Vec<usize> {
        if let Some(subject) = inverted(document, syntax, index).filter(|_| broken || self.waiting.is_empty()) {
            return vec![subject];
        }
        if !self.waiting.is_empty() {
            return std::mem::take(&mut self.waiting);
        }
        if joined && self.finite.is_some() {
            return self.subjects.clone();
        }
        if let Some(aside) = self.aside.pop().filter(|aside| !aside.is_empty()) {
            return aside;
        }
        // "They say the rebels fled": the object of the verb before is the subject of this one.
        if let Some(before) = self.verb.and_then(|v| syntax.verbs.get_mut(v))
            && let Some(object) = before.object.take()
        {
            return vec![object];
        }
        match self.last_free.filter(|free| syntax.nouns.get(*free).is_some()) {
            Some(free) if !self.subjects.contains(&free) && !broken => vec![free],
            _ => self.subjects.clone(),
        }
    }
}

/// `"…," said Smith`: a verb of saying right behind the quotation or comma, with its subject behind it.
fn inverted(document: &Document<'_>, syntax: &Syntax, index: usize) -> Option<usize> {
    let verb = syntax.verbs.get(index)?;
    let before = verb.tokens.start.checked_sub(1)?;
    let stands_free = matches!(document.tag(before), Tag::CloseQuote) || document.word(before) == ",";
    let noun = syntax.noun_at(verb.tokens.end)?;
    let ends = syntax.nouns.get(noun)?.tokens.end;
    let then_verb = syntax.verb_at(ends).and_then(|v| syntax.verbs.get(v)).is_some_and(|v| v.finite);
    (stands_free && !then_verb && !verb.passive && is_saying(document, verb.main)).then_some(noun)
}

fn is_saying(document: &Document<'_>, token: usize) -> bool {
    let lemma = document.lemma(token);
    let entry = lexicon::entry(super::lower_hash(&lemma));
    entry.is_some_and(|e| e.verb_classes().next() == Some(VerbClass::Communication)) || lemma == "say"
}

/// Words that begin clauses; some govern nouns too.
fn is_subordinator(document: &Document<'_>, at: usize) -> bool {
    const WORDS: [u64; 15] = [
        hash_of_lower("that"),
        hash_of_lower("because"),
        hash_of_lower("after"),
        hash_of_lower("before"),
        hash_of_lower("since"),
        hash_of_lower("until"),
        hash_of_lower("as"),
        hash_of_lower("if"),
        hash_of_lower("although"),
        hash_of_lower("though"),
        hash_of_lower("while"),
        hash_of_lower("whether"),
        hash_of_lower("unless"),
        hash_of_lower("whereas"),
        hash_of_lower("once"),
    ];
    document.tokens.get(at).is_some_and(|t| WORDS.contains(&t.hash))
}

/// Of the subordinators, those that also stand before plain nouns.
fn governs_only(document: &Document<'_>, at: usize) -> bool {
    ["after", "before", "since", "until", "as", "once"].iter().any(|word| document.is(at, word))
}

/// Whether a group behind a comma is a further item of a list (`A, B and C`) rather than an apposition (`A, the B,`).
fn is_listed(document: &Document<'_>, syntax: &Syntax, index: usize) -> bool {
    let Some(mut end) = syntax.nouns.get(index).map(|n| n.tokens.end) else { return false };
    for _ in 0..8 {
        match (document.word(end), document.tag(end)) {
            (_, Tag::Conjunction) => return true,
            (",", _) if document.tag(end + 1) == Tag::Conjunction => return true,
            (",", _) => match syntax.noun_at(end + 1).and_then(|n| syntax.nouns.get(n)) {
                Some(next) if next.tokens.start == end + 1 => end = next.tokens.end,
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}
