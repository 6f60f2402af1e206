//! Attribution of passages in quotation marks: sieves in order of precision, the first that catches names the speaker.

mod colon;
mod title;

pub(super) use colon::label;
pub(super) use title::{is_term, is_title};

use super::content::ASKED;
use super::cue::Cue;
use super::grammar::Grammar;
use super::lexicon::Frames;
use crate::extract::text::Tag;
use colon::{answerer, headlined, lead_in};
use std::ops::Range;

/// How far behind a passage its cue is looked for, in tokens.
const AFTER_REACH: usize = 40;
/// How far before a passage a sentence that names its speaker may stand, in tokens.
const CARRY_REACH: usize = 80;

/// Who speaks and how that was found.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    /// The sieve.
    pub rule: &'static str,
    /// How sure the speaker is, by how often the sieve is right.
    pub confidence: f32,
}

impl Attribution {
    pub fn of_cue(cue: &Cue, rule: &'static str, confidence: f32) -> Self {
        Self { cue: Some(cue.tokens.clone()), source: cue.source.clone(), rule, confidence }
    }
}

/// Where a passage stands among the tokens.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub tokens: Range<usize>,
    pub block: Range<usize>,
}

/// Finds cues by their place; `cues` is in text order.
pub(super) struct Cues<'c> {
    pub cues: &'c [Cue],
}

impl<'c> Cues<'c> {
    pub fn between(&self, start: usize, end: usize) -> &'c [Cue] {
        let first = self.cues.partition_point(|cue| cue.tokens.start < start);
        let last = self.cues.partition_point(|cue| cue.tokens.start < end);
        self.cues.get(first..last.max(first)).unwrap_or(&[])
    }
}

/// The sieve for a cue behind the passage: "…," said Ray; "…," Ray said; "…," according to Ray; "…" — Ray.
pub(super) fn after(grammar: &Grammar<'_, '_>, cues: &Cues<'_>, place: &Place) -> Option<Attribution> {
    let behind = place.tokens.end;
    let limit = (behind..place.block.end.min(behind + AFTER_REACH))
        .find(|i| grammar.is_quoted(*i) || grammar.is_stop(*i))
        .unwrap_or(place.block.end.min(behind + AFTER_REACH));
    let mut start = behind;
    while start < limit && (grammar.is_comma(start) || grammar.is_dash(start) || grammar.is(start, "as")) {
        start += 1;
    }
    if let Some(signature) = signature(grammar, behind, start, &place.block) {
        return Some(signature);
    }
    if let Some(signature) = bracketed(grammar, behind, &place.block).or_else(|| headlined(grammar, place)) {
        return Some(signature);
    }
    if asked_for(grammar, cues, place) && grammar.word(start).starts_with(char::is_uppercase) {
        return None;
    }
    let ended = ends_with_stop(grammar, place);
    let comma = place.tokens.len() > 2 && grammar.is_comma(place.tokens.end - 2) || start > behind;
    let punctuated = comma || ended || place.tokens.len() > 2 && grammar.tag(place.tokens.end - 2).is_punctuation();
    let asks = place.tokens.len() > 2 && matches!(grammar.word(place.tokens.end - 2), "?" | "!");
    for cue in cues.between(start, limit) {
        let Some(source) = cue.source.as_ref().filter(|_| takes_quotation(cue)) else { continue };
        if grammar.tag(source.start) == Tag::WhWord || grammar.is(source.start, "who") {
            return None;
        }
        // "“touts rule here”, a charge the government denied": what is said of the words.
        let told_of = grammar.is_any(start, &["a", "an"]) && source.start > start + 1 && !cue.inverted;
        if told_of && !grammar.is_comma(source.start - 1) {
            return None;
        }
        // "“dismemberment,” a term coined by a scholar to describe …"
        if grammar.is_any(source.end - 1, &["term", "phrase", "word", "expression"]) {
            return None;
        }
        if cue.is_phrase {
            return (cue.tokens.start <= start + 1).then(|| Attribution::of_cue(cue, "according to", 0.97));
        }
        if cue.inverted && leads(grammar, start, cue.tokens.start) {
            return Some(Attribution::of_cue(cue, "verb, subject behind quote", 0.98));
        }
        let noun_first = !(start..source.start).any(|i| grammar.tag(i).is_verb() || opens_clause(grammar, i));
        if source.start >= start && (leads(grammar, start, source.start) || comma && noun_first) {
            let closes = closes_clause(grammar, cue.tokens.end, limit) || !punctuated && cue.tokens.end >= limit;
            let leads_on = leads_into_quote(grammar, cue.tokens.end);
            let attaches = punctuated && !ended || closes;
            // "“a wreck” — a word that Ray repeated when he told us: “…”"
            let apart = asks || ended || start > behind && grammar.is_dash(start - 1);
            return (attaches && !(apart && leads_on))
                .then(|| Attribution::of_cue(cue, "subject, verb behind quote", 0.97));
        }
        return None;
    }
    None
}

/// "Supporters chanted: “She must stay!” One, who …", "quoted a friend as saying, “It is over.” A spokesman …": a cue right
/// before a sentence quoted whole keeps it from the next one's.
fn asked_for(grammar: &Grammar<'_, '_>, cues: &Cues<'_>, place: &Place) -> bool {
    let start = place.tokens.start;
    let leads = start.checked_sub(1).filter(|i| *i > place.block.start);
    let Some(mark) = leads.filter(|i| grammar.is_comma(*i) || grammar.word(*i) == ":") else { return false };
    let whole = place.tokens.len() > 2 && matches!(grammar.word(place.tokens.end - 2), "." | "!" | "?");
    let floor = grammar.floor(mark, place.block.start);
    let last = cues.between(floor, mark).last().filter(|cue| cue.tokens.end == mark && cue.source.is_some());
    whole && last.is_some_and(takes_quotation)
}

/// "…, but he said": a clause of its own, which attributes nothing before it. "Foreign Affairs and Security Policy" is
/// one noun phrase.
fn opens_clause(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    let nouns = token > 0 && grammar.tag(token - 1).is_noun() && grammar.tag(token + 1).is_noun();
    grammar.tag(token) == Tag::Conjunction && !nouns
        || grammar.is_any(token, &["though", "although", "while", "when", "because", "since", "after", "before", "as"])
}

/// Whether words of the cue's own clause can be quoted: "she said it was “a mess”"; but not "she laughed at “a mess”".
fn takes_pieces(cue: &Cue) -> bool {
    cue.is_phrase || cue.frames.has(Frames::THAT) || cue.frames.has(Frames::NOUN) || cue.frames.has(Frames::PERSON)
}

pub(super) fn takes_quotation(cue: &Cue) -> bool {
    cue.is_phrase || cue.frames.has(Frames::DIRECT)
}

/// Whether only adverbs and conjunctions stand between.
fn leads(grammar: &Grammar<'_, '_>, start: usize, end: usize) -> bool {
    end <= start + 3 && (start..end).all(|i| grammar.tag(i).is_adverb() || grammar.is_auxiliary(i))
}

/// Whether the passage closes with a full stop, after which a new sentence begins.
fn ends_with_stop(grammar: &Grammar<'_, '_>, place: &Place) -> bool {
    place.tokens.len() > 2 && matches!(grammar.word(place.tokens.end - 2), "." | "…" | "...")
}

/// "… He added, “…", "… He told NRK: “…": the cue belongs to the passage behind it.
fn leads_into_quote(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    let hearer = grammar.phrase_from(token, token + 6).map(|hearer| hearer.end);
    let told = hearer.is_some_and(|end| grammar.word(end) == ":" && grammar.is_quoted(end + 1));
    told || grammar.word(token) == ":"
        || grammar.is_quoted(token)
        || grammar.is_comma(token) && grammar.is_quoted(token + 1)
}

fn closes_clause(grammar: &Grammar<'_, '_>, token: usize, limit: usize) -> bool {
    token >= limit || grammar.is_stop(token) || grammar.is_comma(token)
}

/// "…" — Ray Ortiz
fn signature(grammar: &Grammar<'_, '_>, behind: usize, start: usize, block: &Range<usize>) -> Option<Attribution> {
    let dash = start > behind && grammar.is_dash(start - 1);
    if !dash || block.end - start > 12 || !grammar.tag(start).is_proper_noun() {
        return None;
    }
    let source = grammar.phrase_from(start, block.end)?;
    let has_verb = (start..block.end).any(|i| grammar.tag(i).is_finite_verb());
    (!has_verb).then_some(Attribution { cue: None, source: Some(source), rule: "signature", confidence: 0.9 })
}

/// "…" (Ray Ortiz, critic)
fn bracketed(grammar: &Grammar<'_, '_>, behind: usize, block: &Range<usize>) -> Option<Attribution> {
    let close = (behind + 1..block.end.min(behind + 12)).find(|i| grammar.word(*i) == ")")?;
    let ends = block.end <= close + 2 && grammar.word(behind) == "(" && grammar.tag(behind + 1).is_proper_noun();
    let source = grammar.phrase_from(behind + 1, close).filter(|_| ends)?;
    let apart = source.end == close || grammar.is_comma(source.end);
    apart.then_some(Attribution { cue: None, source: Some(source), rule: "signature", confidence: 0.9 })
}

/// "a term she called “a sedative” — Ray smiled": a name given right before belongs to who gave it, whatever follows a dash.
pub(super) fn is_named_so(grammar: &Grammar<'_, '_>, cues: &Cues<'_>, place: &Place) -> bool {
    let dash = grammar.is_dash(place.tokens.end);
    let names =
        |cue: &Cue| cue.tokens.end == place.tokens.start && cue.source.is_some() && cue.frames.has(Frames::NOUN);
    dash && cues.between(place.block.start, place.tokens.start).last().is_some_and(names)
}

/// "— Ray Ortiz" or "- Ortiz." alone in the paragraph behind a quotation that ends its own.
pub(super) fn signed_below(grammar: &Grammar<'_, '_>, next: &Range<usize>) -> Option<Attribution> {
    let start = next.start + 1;
    if !grammar.is_dash(next.start) || start >= next.end {
        return None;
    }
    signature(grammar, next.start, start, next)
}

/// The sieve for a cue before the passage in its sentence: Ray said, "…"; Ray told her: "…"; Ray: "…".
pub(super) fn before(grammar: &Grammar<'_, '_>, cues: &Cues<'_>, place: &Place) -> Option<Attribution> {
    let start = place.tokens.start;
    let colon = start > place.block.start && grammar.word(start - 1) == ":";
    let end = if colon { start - 1 } else { start };
    let floor = grammar.floor(end, place.block.start);
    let candidates = cues.between(floor, end);
    let adjoins = colon || grammar.is_comma(end.saturating_sub(1));
    let direct = candidates.iter().rev().find(|cue| {
        cue.source.is_some() && takes_quotation(cue) && (adjoins || cue.tokens.end == end || takes_pieces(cue))
    });
    if let Some(cue) = direct {
        let (rule, confidence) =
            if adjoins { ("subject, verb before quote", 0.97) } else { ("subject, verb earlier in sentence", 0.9) };
        return Some(Attribution::of_cue(cue, rule, confidence));
    }
    // "came to promote “Dune”", but "refers to him as “Chris”".
    let named = is_term(grammar, place) && !grammar.is(start.saturating_sub(1), "as");
    if let Some(cue) = candidates.iter().rev().find(|cue| cue.source.is_some() && takes_pieces(cue)).filter(|_| !named)
    {
        return Some(Attribution::of_cue(cue, "attitude earlier in sentence", 0.75));
    }
    // "Reports: ‘smart’ bridge to open": a word set apart in what follows is nobody's.
    let apart = place.tokens.len() < 5 && grammar.tag(place.tokens.end).is_noun();
    if let Some(mark) = start.checked_sub(1).filter(|mark| grammar.word(*mark) == "?") {
        let source = answerer(grammar, mark, grammar.floor(mark, place.block.start))?;
        return Some(Attribution {
            cue: Some(mark - 1..mark),
            source: Some(source),
            rule: "name and answer",
            confidence: 0.9,
        });
    }
    if colon && !apart { lead_in(grammar, floor, end) } else { None }
}

/// The sieve for the sentences before: the last cue or subject in the paragraph before the passage.
pub(super) fn sentence_before(grammar: &Grammar<'_, '_>, cues: &Cues<'_>, place: &Place) -> Option<Attribution> {
    let floor = place.block.start.max(place.tokens.start.saturating_sub(CARRY_REACH));
    let candidates = cues.between(floor, place.tokens.start);
    if let Some(asked) = asked_before(grammar, place) {
        return Some(asked);
    }
    if let Some(cue) = last_speaking(grammar, candidates) {
        return Some(Attribution::of_cue(cue, "sentence before", 0.85));
    }
    let end = place.tokens.start.checked_sub(1).filter(|end| *end > floor)?;
    // "Ray was silent for long. Then: “…”"
    let lead = (floor.max(end.saturating_sub(3))..end).rev().take_while(|i| !grammar.is_stop(*i)).last();
    let lead = lead.filter(|lead| grammar.word(end) == ":" && (*lead..end).all(|i| grammar.tag(i).is_adverb()));
    let end = lead.and_then(|lead| lead.checked_sub(1)).filter(|end| *end > floor).unwrap_or(end);
    let floor = grammar.floor(end, place.block.start);
    let source = main_subject(grammar, floor, end)?;
    let person = source.clone().any(|i| grammar.tag(i).is_proper_noun() || grammar.is_any(i, &["he", "she"]));
    person.then_some(Attribution {
        cue: None,
        source: Some(source),
        rule: "subject of sentence before",
        confidence: 0.6,
    })
}

/// "Asked whether it would be sold, Ray is firm. “…”": who is asked in the sentence before answers.
fn asked_before(grammar: &Grammar<'_, '_>, place: &Place) -> Option<Attribution> {
    let stop = place.tokens.start.checked_sub(1).filter(|stop| *stop > place.block.start && grammar.is_stop(*stop))?;
    let floor = grammar.floor(stop, place.block.start);
    let source = main_subject(grammar, floor, stop).filter(|_| grammar.is_any(floor, &ASKED))?;
    let person = source.clone().any(|i| grammar.tag(i).is_proper_noun() || grammar.is_any(i, &["he", "she"]));
    let behind = source.start > floor + 2 && grammar.is_comma(source.start - 1);
    (person && behind).then_some(Attribution {
        cue: None,
        source: Some(source),
        rule: "asked in sentence before",
        confidence: 0.85,
    })
}

/// The subject of the sentence's main verb, else of a clause put first: "When I put it to Ray, [he] was silent".
fn main_subject(grammar: &Grammar<'_, '_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let subordinate =
        grammar.tag(floor) == Tag::WhWord || grammar.is_any(floor, &["when", "as", "after", "while", "if"]);
    let opens = |source: &Range<usize>| source.start == floor || source.start == floor + 1 && !subordinate;
    let behind = |source: &Range<usize>| {
        let comma = source.start.checked_sub(1).is_some_and(|i| grammar.is_comma(i));
        comma || closes_lead(grammar, source.start)
    };
    let mut subjects = (floor..end)
        .filter(|i| grammar.tag(*i).is_finite_verb())
        .filter_map(|verb| grammar.subject(verb, floor))
        .filter(|source| grammar.tag(source.start) != Tag::WhWord);
    let first = subjects.find(|source| source.start <= floor + 1 || behind(source))?;
    if opens(&first) || first.start > floor + 1 {
        return Some(first);
    }
    subjects.find(behind).or(Some(first))
}

/// "On “Face the Nation,” Ortiz": a comma inside the marks of what leads in.
fn closes_lead(grammar: &Grammar<'_, '_>, token: usize) -> bool {
    token > 1 && grammar.is_quoted(token - 1) && grammar.is_comma(token - 2)
}

/// The last cue that can report words, but for what the writer says ("I ask him"); where it lies in what another reports,
/// that other.
fn last_speaking<'c>(grammar: &Grammar<'_, '_>, candidates: &'c [Cue]) -> Option<&'c Cue> {
    let writer = |source: &Range<usize>| source.len() == 1 && grammar.is_any(source.start, &["i", "we", "you"]);
    let speaks = |cue: &&Cue| cue.source.as_ref().is_some_and(|source| !writer(source)) && takes_quotation(cue);
    let cue = candidates.iter().rev().find(speaks)?;
    candidates.iter().filter(speaks).find(|main| governs(grammar, main, cue)).or(Some(cue))
}

/// Whether `cue` lies in what `main` reports: "Ortiz said the city proposes a toll".
fn governs(grammar: &Grammar<'_, '_>, main: &Cue, cue: &Cue) -> bool {
    let Some(source) = cue.source.as_ref().filter(|_| main.frames.has(Frames::THAT) && !main.inverted) else {
        return false;
    };
    let reported = source.start.checked_sub(1).is_some_and(|i| i >= main.tokens.end && grammar.is(i, "that"));
    main.floor == cue.floor
        && main.tokens.end <= source.start
        && (reported
            || (main.tokens.end..source.start).all(|i| {
                !grammar.is_comma(i)
                    && !grammar.is_dash(i)
                    && grammar.tag(i) != Tag::Conjunction
                    && !grammar.is_quoted(i)
            }))
}

/// Verbs that tell that somebody had the word, without being cues.
const TAKES_THE_WORD: [&str; 6] = ["speak", "talk", "testify", "address", "appear", "take"];

/// The sieve for a paragraph that is all quotation and has no cue: who has the word in the paragraph before.
pub(super) fn word_taken_before(
    grammar: &Grammar<'_, '_>,
    cues: &Cues<'_>,
    previous: &Range<usize>,
) -> Option<Attribution> {
    let floor = previous.start.max(previous.end.saturating_sub(CARRY_REACH));
    let cue = last_speaking(grammar, cues.between(floor, previous.end));
    // "They'll tell you it rains. Ray is unconvinced.": the last sentence tells of another.
    let generic = |cue: &&Cue| {
        let they =
            cue.source.as_ref().is_some_and(|s| s.len() == 1 && grammar.is_any(s.start, &["they", "some", "many"]));
        they && previous.end.checked_sub(1).is_some_and(|end| cue.floor < grammar.floor(end, previous.start))
    };
    if let Some(cue) = cue.filter(|cue| !generic(cue)) {
        return Some(Attribution::of_cue(cue, "paragraph before", 0.5));
    }
    let is_person = |source: &Range<usize>| {
        source.clone().any(|i| grammar.tag(i).is_proper_noun() || grammar.is_any(i, &["he", "she"]))
    };
    let speaks = |i: &usize| {
        grammar.tag(*i).is_finite_verb()
            && !grammar.is_quoted(*i)
            && TAKES_THE_WORD.contains(&grammar.document.lemma(*i).as_ref())
    };
    let source = (floor..previous.end)
        .rev()
        .filter(speaks)
        .find_map(|verb| grammar.subject(verb, grammar.floor(verb, previous.start)).filter(is_person));
    if source.is_some() {
        return Some(Attribution { cue: None, source, rule: "has the word before", confidence: 0.6 });
    }
    // "Ray is unconvinced.": whom the last sentence before tells of.
    let end = previous.end.checked_sub(1).filter(|end| *end > floor && !grammar.is_quoted(*end))?;
    let named = |source: &Range<usize>| source.len() == 1 || grammar.tag(source.end - 1).is_proper_noun();
    let source = main_subject(grammar, grammar.floor(end, previous.start), end).filter(is_person).filter(named)?;
    Some(Attribution { cue: None, source: Some(source), rule: "subject of paragraph before", confidence: 0.5 })
}

/// The sieve for a paragraph that is all quotation: the paragraph before names the speaker.
pub(super) fn paragraph_before(
    grammar: &Grammar<'_, '_>,
    cues: &Cues<'_>,
    previous: &Range<usize>,
) -> Option<Attribution> {
    let end = previous.end;
    let floor = previous.start.max(end.saturating_sub(CARRY_REACH));
    let leads = end > previous.start && grammar.word(end - 1) == ":";
    match last_speaking(grammar, cues.between(floor, end)) {
        Some(cue) if leads => Some(Attribution::of_cue(cue, "lead-in paragraph", 0.93)),
        None if leads => lead_in(grammar, grammar.floor(end - 1, previous.start), end - 1),
        _ => None,
    }
}
