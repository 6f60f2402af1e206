//! Openings: the word or mark before a verb with which its clause begins, and how the clause hangs on the ones before.

use super::content::{circumstance, governor_before, speaks_to_nobody, speaks_to_somebody, takes_content};
use super::subject::after_time;
use super::{
    Clause, ClauseKind, bare_subject, ends_list, joins_clauses, joins_nouns, joins_speakers, noun_phrase_before,
    runs_on, share_before,
};
use crate::extract::event::lexicon::{self, VerbSet};
use crate::extract::event::verb_group::VerbGroup;
use crate::extract::text::{Document, Tag};
use std::ops::Range;

/// What was found before a clause's verb.
pub(super) struct Opening {
    pub(super) start: usize,
    pub(super) subject_from: usize,
    pub(super) marker: Option<usize>,
    /// `None` = the kind of the clause before, with which it is coordinated.
    pub(super) kind: Option<ClauseKind>,
    pub(super) governor: Option<usize>,
}

impl Opening {
    /// A clause that no word opens.
    pub(super) fn unmarked(start: usize, kind: ClauseKind) -> Self {
        Self { start, subject_from: start, marker: None, kind: Some(kind), governor: None }
    }
}

pub(super) const ADVERBIAL: [&str; 22] = [
    "when", "while", "because", "as", "since", "after", "before", "until", "till", "although", "though", "if",
    "unless", "whereas", "once", "where", "whenever", "wherever", "so", "than", "how", "why",
];
const RELATIVE: [&str; 4] = ["who", "which", "whose", "whom"];

/// What stands before a verb when its clause is looked for.
#[derive(Clone, Copy)]
pub(super) struct Before<'s> {
    pub(super) document: &'s Document<'s>,
    pub(super) group: &'s VerbGroup,
    /// The first token behind the verb before, or of the sentence.
    pub(super) left: usize,
    /// The clause before.
    pub(super) last: Option<&'s Clause>,
    /// The verb groups before.
    pub(super) groups: &'s [VerbGroup],
    /// The times of the sentence.
    pub(super) skip: &'s [Range<usize>],
    /// Whether no verb with tense stands behind it.
    pub(super) closing: bool,
}

impl Before<'_> {
    /// "It offers neutral ground — [in April,] it hosted talks": where the time begins that opens the clause behind a dash.
    fn time_behind_dash(&self, comma: usize) -> Option<usize> {
        let time = self.skip.iter().find(|time| time.end == comma && time.start > self.left)?;
        let preposition = self.document.tag(time.start - 1) == Tag::Preposition;
        let start = time.start - usize::from(preposition);
        let dash = start.checked_sub(1).filter(|at| *at >= self.left)?;
        matches!(self.document.word(dash), "—" | "–" | "--" | ";" | ":").then_some(start)
    }

    /// "was honoured in 1998 [and in 2015] received a degree": only a time stands between "and" and the verb.
    fn time_leads_on(&self, conjunction: usize) -> bool {
        let preposed = self.document.tag(conjunction + 1) == Tag::Preposition;
        preposed && after_time(self.document, conjunction + 1, self.skip) == self.group.first
    }

    /// "said [that] in December, he had met them": the word that opens a clause, its time before the comma.
    fn that_before_time(&self, comma: usize) -> Option<usize> {
        let document = self.document;
        let timed = |i: usize| self.skip.iter().any(|time| time.contains(&i));
        let told = |i: usize| timed(i) || document.tag(i) == Tag::Preposition || document.tag(i) == Tag::Determiner;
        let that = (self.left..comma).rev().find(|i| document.is(*i, "that") && !timed(*i))?;
        (document.tag(that) != Tag::Determiner && timed(comma - 1) && (that + 1..comma).all(told)).then_some(that)
    }

    /// Looks back from a verb for the word that opens its clause.
    pub(super) fn opening(&self) -> Opening {
        let Self { document, group, left, last, groups, .. } = *self;
        let first_clause = last.is_none();
        let circumstance = last.is_some_and(|c| c.kind == ClauseKind::Adverbial);
        let mut at = group.first;
        let mut subject_end = group.first;
        while at > left {
            at -= 1;
            let tag = document.tokens.get(at).map_or(Tag::Other, |t| t.tag);
            let word = lexicon::lower(document.word(at));
            let found = |kind, governor| Opening { start: at, subject_from: at + 1, marker: Some(at), kind, governor };
            let opens_relative = tag == Tag::WhWord || matches!(tag, Tag::Preposition | Tag::Determiner);
            if opens_relative && RELATIVE.contains(&word.as_ref()) {
                // "by [which time] the water had come in": the water does it, and "which" tells of no noun.
                if word == "which" && ["time", "point", "stage"].iter().any(|w| document.is(at + 1, w)) {
                    return Opening { subject_from: at + 2, ..found(Some(ClauseKind::Adverbial), None) };
                }
                return found(Some(ClauseKind::Relative), None);
            }
            // "A bridge she built [that evening] fell"
            let timed = || self.skip.iter().any(|time| time.contains(&at));
            // "while [that] of a boy was found": stands for the noun before.
            let stands = || document.is(at + 1, "of");
            if word == "that" && group.first > at && !matches!(tag, Tag::Determiner) && !timed() && !stands() {
                return after_that(document, at, left, groups);
            }
            if matches!(word.as_ref(), "whether" | "what") {
                return found(Some(ClauseKind::Content), governor_before(document, at, groups));
            }
            // "Earnings [before interest and tax] rose", "The last debate [before the vote] was": no clause, where nothing
            // else has a verb.
            let of_noun = first_clause
                && matches!(word.as_ref(), "before" | "after")
                && at > left
                && bare_subject(document, left..at)
                && groups.is_empty();
            // "accused of stealing more [than] £180,000"
            let number = matches!(document.tag(at + 1), Tag::Number | Tag::Symbol) || document.is(at + 1, "half");
            let measures = word == "than" && number;
            if ADVERBIAL.contains(&word.as_ref())
                && !of_noun
                && !measures
                && bare_subject(document, at + 1..subject_end)
            {
                return found(Some(ClauseKind::Adverbial), None);
            }
            if first_clause {
                continue;
            }
            match tag {
                // "reported [supermarkets and warehouses were damaged]": a list of things is the subject of what is reported.
                Tag::Conjunction if let Some((governor, start)) = self.reported_list(at) => {
                    return Opening {
                        start,
                        subject_from: start,
                        marker: None,
                        kind: Some(ClauseKind::Content),
                        governor: Some(governor),
                    };
                }
                Tag::Conjunction
                    if (joins_clauses(document, at, group.first) || self.time_leads_on(at))
                        && !ends_list(document, at, group.first)
                        && !joins_nouns(document, left, at, group.first)
                        && !joins_speakers(document, left, at, group, circumstance) =>
                {
                    return found(None, None);
                }
                // "after the bank [“]recommended it”"
                Tag::OpenQuote if at + 1 == group.first => subject_end = at,
                // A quotation mark right before the verb opens words within the clause, not a clause.
                Tag::OpenQuote if at + 1 < group.first => {
                    return Opening {
                        start: at,
                        subject_from: at + 1,
                        marker: None,
                        kind: Some(ClauseKind::Content),
                        governor: governor_before(document, at, groups),
                    };
                }
                // "said 27 [“terrorists”] convicted of murder were executed"
                Tag::CloseQuote
                    if let Some(open) = called_so(document, left, at)
                        && (at + 1 < group.first || document.tag(open.saturating_sub(2)) == Tag::Conjunction) =>
                {
                    at = open;
                }
                Tag::CloseQuote if at + 1 < group.first => {
                    return Opening::unmarked(at + 1, ClauseKind::Main);
                }
                // "held that the commission [(EFCC)] failed"
                Tag::Punctuation if let Some(open) = bracketed_name(document, left, at, group) => {
                    at = open;
                    subject_end = open;
                }
                Tag::Punctuation if matches!(word.as_ref(), ";" | ":" | "—" | "–" | "-" | "--" | "(" | ")") => {
                    return Opening::unmarked(at + 1, ClauseKind::Main);
                }
                // "after several missiles[, including a can and a flare,] were thrown"
                Tag::Punctuation
                    if word == ","
                        && let Some(first) = examples_before(document, left, at) =>
                {
                    at = first;
                    subject_end = first;
                }
                // "said the black[,] 9 mm pistol was stolen"
                Tag::Punctuation
                    if word == ","
                        && document.tag(at - 1).is_adjective()
                        && matches!(document.tag(at + 1), Tag::Number | Tag::Adjective)
                        && document.tag(at.saturating_sub(2)) == Tag::Determiner => {}
                Tag::Punctuation if word == "," => {
                    if let Some(that) = self.that_before_time(at) {
                        return Opening { subject_from: at + 1, ..after_that(document, that, left, groups) };
                    }
                    if let Some(start) = self.time_behind_dash(at) {
                        return Opening { subject_from: at + 1, ..Opening::unmarked(start, ClauseKind::Main) };
                    }
                    if let Some(opening) = before_apposition(document, at, left, groups) {
                        return opening;
                    }
                    // ", with the paper reporting no one was hurt": content of a verb without tense.
                    let reports = governor_before(document, group.first, groups).and_then(|g| groups.get(g));
                    return if reports.is_some_and(|g| g.head > at && takes_content(g)) {
                        self.without_marker()
                    } else {
                        self.after_comma(at)
                    };
                }
                _ => {}
            }
        }
        if first_clause {
            return Opening::unmarked(left, ClauseKind::Main);
        }
        self.without_marker()
    }

    /// After a comma: a subject of its own makes a main clause ("…, officials said"), none resumes what was interrupted.
    fn after_comma(&self, at: usize) -> Opening {
        let Self { document, group, last, groups, .. } = *self;
        let has_subject = (at + 1..group.first).any(|i| {
            let tag = document.tag(i);
            tag.is_noun() || matches!(tag, Tag::Pronoun | Tag::Existential)
        });
        if !has_subject && let Some(opening) = self.behind_aside(at) {
            return opening;
        }
        // "said in the early hours, while still asleep, [he got a call]": what is said begins behind its circumstances.
        let says = last.filter(|c| c.kind == ClauseKind::Main && c.tokens.start <= c.subject.start && has_subject);
        let governor = says.filter(|_| groups.iter().filter(|g| g.finite).count() == 1).map(|c| c.group);
        let governor = governor.filter(|g| {
            groups.get(*g).is_some_and(|g| speaks_to_nobody(g) && g.head + 2 < at && circumstance(document, g.head + 1))
        });
        // "added that when she came home, [there were] fires"
        let when = last.filter(|c| c.kind == ClauseKind::Adverbial && has_subject).and_then(|c| c.marker);
        let governor = governor.or_else(|| {
            let governor = governor_before(document, when?, groups)?;
            let says = groups.get(governor).filter(|g| g.finite && takes_content(g))?;
            let that = document.is(when? - 1, "that") || circumstance(document, says.head + 1);
            (that && when? <= says.head + 4).then_some(governor)
        });
        if governor.is_some() {
            let kind = Some(ClauseKind::Content);
            return Opening { start: at + 1, subject_from: at + 1, marker: None, kind, governor };
        }
        let kind = if has_subject || last.is_some_and(|c| c.kind != ClauseKind::Content) {
            Some(ClauseKind::Main)
        } else {
            None
        };
        Opening { start: at + 1, subject_from: at + 1, marker: None, kind, governor: None }
    }

    /// "found that the boat, [built in 1998,] had failed": an aside parts the subject of what is said from its verb.
    fn behind_aside(&self, comma: usize) -> Option<Opening> {
        let Self { document, left, last, groups, .. } = *self;
        let first = (left..comma).find(|i| document.is(*i, ","))?;
        let aside = matches!(document.tag(first + 1), Tag::VerbPast | Tag::VerbPastParticiple | Tag::VerbGerund);
        let governor = last.filter(|_| aside)?.group;
        let that = (left..first).find(|i| document.is(*i, "that") && document.tag(*i) != Tag::Determiner);
        let start = that.map_or(left, |that| that + 1);
        let says = groups.get(governor)?;
        let said = match that {
            Some(that) => that <= left + 3,
            None => takes_content(says) && speaks_to_nobody(says),
        };
        let kind = Some(ClauseKind::Content);
        (said && bare_subject(document, start..first)).then_some(Opening {
            start,
            subject_from: start,
            marker: that,
            kind,
            governor: Some(governor),
        })
    }

    /// "found that the battery [that had powered it] had failed": the verb of saying whose content the clause before interrupts.
    fn content_around(&self, groups: &[VerbGroup]) -> Option<usize> {
        let marker = self.last?.marker.filter(|marker| self.document.is(*marker, "that"))?;
        let says = governor_before(self.document, marker, groups)?;
        groups.get(says).filter(|g| g.finite && takes_content(g)).map(|_| says)
    }

    /// "says [three men who escaped] have surrendered": the verb of saying and where begins of whom it is said, where the
    /// relative clause before tells of nothing else.
    fn said_of_antecedent(&self, groups: &[VerbGroup]) -> Option<(usize, usize)> {
        let Self { document, last, .. } = *self;
        let marker = last?.marker.filter(|marker| RELATIVE.iter().any(|word| document.is(*marker, word)))?;
        let says = governor_before(document, marker, groups)?;
        let group = groups.get(says).filter(|g| g.finite && speaks_to_nobody(g))?;
        let start = after_time(document, group.head + 1, self.skip);
        (start < marker && bare_subject(document, start..marker)).then_some((says, start))
    }

    /// The verb of saying right before a list that ends in "and" at `at` and is the subject of a verb in the plural, and where
    /// the list begins.
    fn reported_list(&self, at: usize) -> Option<(usize, usize)> {
        let Self { document, group, left, groups, skip, .. } = *self;
        let governor = groups.len().checked_sub(1)?;
        let says = groups.get(governor).filter(|g| g.is(VerbSet::REPORTING) && g.head + 1 == left && !g.passive)?;
        let start = after_time(document, left, skip);
        let plural = ["were", "are", "have"].iter().any(|word| document.is(group.first, word));
        let thing = |i: usize| document.tag(i).is_common_noun() || document.tag(i).is_adjective();
        let things = (start..at).all(thing) && (at + 1..group.first).all(thing);
        // "says [Ana Ruiz and minister Dag Lunde won] ten votes": nobody says a name.
        let name = |i: usize| document.tag(i).is_proper_noun();
        let named = |mut words: Range<usize>| words.clone().any(name) && words.all(|i| thing(i) || name(i));
        let only_says = says.verb.is_some_and(|v| v.lemma == "say");
        let listed = plural && things || only_says && named(start..at) && named(at + 1..group.first);
        (start < at && listed).then_some((governor, start))
    }

    /// "The vaccines that Gavi promised [in April arrived]": behind a clause that only tells of the subject, the last verb of a
    /// sentence is its main one, whatever that clause's verb could govern.
    fn is_main_at_last(&self) -> bool {
        let tells = self.last.is_some_and(|c| c.kind == ClauseKind::Relative);
        let first = self.groups.iter().filter(|g| g.finite).count() == 1;
        self.closing && tells && first && runs_on(self.document, self.left..self.group.first, self.skip)
    }

    /// Whether a pronoun right behind a noun begins a clause about it, where the sentence has its main verb.
    fn tells_of_object(&self, from: usize) -> bool {
        let main = self.groups.iter().filter(|g| g.finite).nth(1).is_some();
        let pronoun = self.document.tag(from) == Tag::Pronoun && from + 1 == self.group.first;
        main && pronoun && from.checked_sub(1).is_some_and(|before| self.document.tag(before).is_common_noun())
    }

    /// No word opens the clause: content without "that", or the rest of a clause that a relative clause interrupted.
    fn without_marker(&self) -> Opening {
        let Self { document, group, left, last, groups, skip, .. } = *self;
        if self.is_main_at_last() {
            return Opening::unmarked(group.first, ClauseKind::Main);
        }
        let mut from = noun_phrase_before(document, left, group.first);
        let mut nearest = governor_before(document, from, groups);
        // "said any agreement [to end the war] must include guarantees", "said a flight [carrying 90 people] was late": what
        // tells of the subject governs nothing.
        let inside = nearest.and_then(|g| groups.get(g)).filter(|g| !g.finite && !takes_content(g));
        let says = nearest.and_then(|g| g.checked_sub(1)).and_then(|g| groups.get(g));
        if let (Some(inside), Some(says)) = (inside, says)
            && says.finite
            && says.is(VerbSet::REPORTING)
            && says.head + 1 < inside.first
            && bare_subject(document, says.head + 1..inside.first)
        {
            from = after_time(document, says.head + 1, skip);
            nearest = nearest.and_then(|g| g.checked_sub(1));
        }
        // "that Ulven might answer questions about his friends [died]": what hangs on a preposition is no subject.
        let hangs = from.checked_sub(1).is_some_and(|i| document.is(i, "about"));
        let governor = nearest.filter(|g| !hangs && groups.get(*g).is_some_and(takes_content));
        // "said a man from Vik was hurt": all that stands between is who was hurt.
        if let Some(says) = governor.and_then(|g| groups.get(g)).filter(|g| g.finite && speaks_to_nobody(g)) {
            let start = after_time(document, says.head + 1, skip);
            if start < from && bare_subject(document, start..group.first) {
                from = start;
            }
        }
        // "told reporters a fund for the orphans was set up": behind whom they told.
        if let Some(tells) = governor.and_then(|g| groups.get(g)).filter(|g| g.finite && speaks_to_somebody(g))
            && let Some(start) =
                (tells.head + 2..from).find(|i| document.tag(*i) == Tag::Determiner && document.tag(i - 1).is_noun())
            && bare_subject(document, start..group.first)
        {
            from = start;
        }
        let kind = match (governor, last.map(|c| c.kind)) {
            (Some(_), _) => ClauseKind::Content,
            (None, Some(ClauseKind::Relative)) if let Some(says) = self.content_around(groups) => {
                return Opening { governor: Some(says), ..Opening::unmarked(group.first, ClauseKind::Content) };
            }
            (None, Some(ClauseKind::Relative)) if let Some((says, subject)) = self.said_of_antecedent(groups) => {
                let kind = Some(ClauseKind::Content);
                return Opening { start: group.first, subject_from: subject, marker: None, kind, governor: Some(says) };
            }
            // "until it restored a bonus [it had cut]"
            (None, Some(ClauseKind::Adverbial)) if self.tells_of_object(from) => ClauseKind::Relative,
            (None, Some(ClauseKind::Relative | ClauseKind::Adverbial)) => {
                return Opening::unmarked(group.first, ClauseKind::Main);
            }
            _ => ClauseKind::Relative,
        };
        let from = share_before(document, left, from, kind);
        Opening { start: from, subject_from: from, marker: None, kind: Some(kind), governor }
    }
}

/// "after Ulven, the former engineer, [said]", "whose father, a stoker, [died]": the word that opens the clause stands
/// before a noun phrase with an apposition between commas.
fn before_apposition(document: &Document<'_>, comma: usize, left: usize, groups: &[VerbGroup]) -> Option<Opening> {
    let first = (left.max(comma.saturating_sub(10))..comma).rev().find(|i| document.word(*i) == ",")?;
    // "her friend Ana Reyes, also 19, [died]"
    let age = document.tag(comma - 1) == Tag::Number && (first + 1..comma - 1).all(|i| document.tag(i).is_adverb());
    if first + 1 >= comma || !age && !bare_subject(document, first + 1..comma) {
        return None;
    }
    // "and [a fund from Luxembourg, Arden, offered]", "when [the daughter of a guest, Ida Ellis, noticed]"
    let from_name = |i: usize| {
        document.tag(i) == Tag::Preposition && (document.tag(i + 1).is_proper_noun() || document.is(i, "of"))
    };
    let nominal = |i: usize| {
        let tag = document.tag(i);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun | Tag::PossessiveMarker)
            || i > left && from_name(i)
    };
    let opens = |i: &usize| !nominal(*i) || document.is(*i, "that") || document.is(*i, "which");
    let at = (left..first).rev().find(opens)?;
    let word = lexicon::lower(document.word(at));
    let kind = match word.as_ref() {
        // "groups [which, according to Reyes, were] banned"
        word if at + 1 == first && RELATIVE.contains(&word) => ClauseKind::Relative,
        _ if at + 1 >= first => return None,
        // "and [a student, Luz Mamani, lost] an eye"
        _ if document.tag(at) == Tag::Conjunction && !groups.is_empty() => {
            return Some(Opening { start: at, subject_from: at + 1, marker: Some(at), kind: None, governor: None });
        }
        "that" => return Some(after_that(document, at, left, groups)),
        // "…; [his former teacher, Ana Reyes, told] the radio"
        ";" => return Some(Opening::unmarked(at + 1, ClauseKind::Main)),
        // "An engineer who worked there [until last summer], Dag Ulven, told": a time, no clause.
        "until" | "till" | "since" | "before" | "after"
            if document.tag(at + 1).is_adjective() || document.tag(at + 1) == Tag::Number =>
        {
            return None;
        }
        word if ADVERBIAL.contains(&word) => ClauseKind::Adverbial,
        word if RELATIVE.contains(&word) => ClauseKind::Relative,
        _ => return None,
    };
    Some(Opening { start: at, subject_from: at + 1, marker: Some(at), kind: Some(kind), governor: None })
}

/// The bracket that opens what closes right before a verb: the short name of its subject.
fn bracketed_name(document: &Document<'_>, left: usize, at: usize, group: &VerbGroup) -> Option<usize> {
    let open = at.checked_sub(2).filter(|open| *open > left && document.is(*open, "("))?;
    let closes = document.is(at, ")") && at + 1 == group.first;
    (closes && document.tag(open + 1).is_proper_noun() && document.tag(open - 1).is_noun()).then_some(open)
}

/// The quotation mark that opens what closes at `at`: a name or noun called so, and no speech.
fn called_so(document: &Document<'_>, left: usize, at: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let noun = |i: usize| document.tag(i).is_noun() || document.tag(i).is_adjective();
    let open = (at.saturating_sub(LONGEST).max(left + 1)..at).rev().find(|i| document.tag(*i) == Tag::OpenQuote)?;
    (open + 1 < at && (open + 1..at).all(noun) && !document.tag(open - 1).is_punctuation()).then_some(open)
}

/// The comma with which a list of examples opens that ends at `comma`.
fn examples_before(document: &Document<'_>, left: usize, comma: usize) -> Option<usize> {
    let opens = |i: usize| {
        document.word(i) == ","
            && (document.is(i + 1, "including") || document.is(i + 1, "such") && document.is(i + 2, "as"))
    };
    let from = (left + 1..comma).rev().find(|i| opens(*i))?;
    let listed = |i: usize| !document.tag(i).is_finite_verb() && document.tag(i) != Tag::WhWord;
    (from + 2..comma).all(listed).then_some(from)
}

/// "that" opens content after a verb of saying, and tells of a noun otherwise.
fn after_that(document: &Document<'_>, at: usize, left: usize, groups: &[VerbGroup]) -> Opening {
    let governor = governor_before(document, at, groups);
    // "one of nine [that] it gave out"
    let counted = |i: usize| document.tag(i) == Tag::Number && document.word(i).starts_with(char::is_lowercase);
    let noun_before = at > left && (document.tag(at - 1).is_noun() || counted(at - 1));
    // "warned in a report [published] in June that": what tells of a noun, and ends with its time, governs nothing.
    let timed = || matches!(document.tag(at - 1), Tag::ProperNoun | Tag::Number);
    let behind = governor.filter(|g| {
        groups.get(*g).is_some_and(|g| !g.finite && g.is_participle() && g.first == g.head && !takes_content(g))
    });
    let says = behind
        .and_then(|g| g.checked_sub(1))
        .filter(|g| groups.get(*g).is_some_and(|g| g.finite && g.is(VerbSet::REPORTING)) && at > left && timed());
    let governor = says.or(governor);
    let noun_before = noun_before && says.is_none();
    // "found in February that fewer than half had been done"
    const FINDS: [&str; 8] = ["argue", "conclude", "determine", "discover", "establish", "find", "learn", "rule"];
    let finds = |g: &VerbGroup| g.finite && !g.passive && g.verb.is_some_and(|v| FINDS.contains(&v.lemma)) && timed();
    let speech = governor.and_then(|g| groups.get(g)).is_some_and(|g| takes_content(g) || finds(g));
    // "said neighbourhoods [that were] redlined would come first": right before a verb it stands for the noun.
    let is_subject = document.tag(at + 1).is_finite_verb();
    let kind = if noun_before && (!speech || is_subject) { ClauseKind::Relative } else { ClauseKind::Content };
    Opening {
        start: at,
        subject_from: at + 1,
        marker: Some(at),
        kind: Some(kind),
        governor: governor.filter(|_| kind == ClauseKind::Content),
    }
}
