//! Worth: which candidates a reader would miss on a timeline, and where the sayings go that are none.
//!
//! What has a day is shown unless it is a habit or a mere condition; what has none must be a happening of its own. A
//! saying without a day is no event beside what it speaks of: its words become quotes of that event.

use super::anchor::Evidence;
use super::candidate::{Candidate, clause_of};
use super::caption_link::Link;
use super::clause::{Clause, ClauseKind};
use super::comment;
use super::lexicon::{self, VerbSet};
use super::mentions::Found;
use super::reading::Reading;
use super::title;
use super::verb_group::VerbGroup;
use crate::extract::text::Tag;
use crate::model::{Aspect, Caption, EventClass, EventKind, Modality, QuoteKind, Tense};
use std::collections::BTreeMap;

/// Gives every candidate that a reader would miss its title, and hands the quotes of the others on.
pub(super) fn sift(reading: &Reading<'_>, captions: &[Caption], links: &[Link], candidates: &mut [Candidate]) {
    let mut is_linked = vec![false; candidates.len()];
    for link in links {
        if let Some(linked) = is_linked.get_mut(link.candidate) {
            *linked = true;
        }
    }
    for (candidate, linked) in candidates.iter_mut().zip(is_linked) {
        let shown = match candidate.kind {
            EventKind::Photo => candidate.date.is_some(),
            EventKind::Happening => happens(reading, candidate, linked),
            EventKind::Statement => true,
        };
        if shown {
            candidate.title = title::of(reading, candidate, captions);
        }
    }
    for index in 0..candidates.len() {
        let Some(candidate) = candidates.get(index).filter(|c| c.kind == EventKind::Statement) else { continue };
        let saying = saying(reading, candidate);
        let content = comment::content_event(reading, candidates, index);
        if saying == Saying::Event || saying == Saying::News && content.is_none() {
            continue;
        }
        let about = content.or_else(|| comment::spoken_of(reading, candidates, index));
        let is_quotable = candidate.quotes.iter().any(|q| is_direct(reading, *q));
        if about.is_none() && is_quotable && saying == Saying::Words {
            continue;
        }
        hand_on(reading, candidates, index, about, content.is_some());
    }
    join_participles(reading, candidates);
    join_same(reading, candidates);
}

/// "The economy grew, [bringing] growth to 3.8 %": what an -ing form adds to its clause's verb is part of that happening,
/// unless it has another day.
fn join_participles(reading: &Reading<'_>, candidates: &mut [Candidate]) {
    for index in 0..candidates.len() {
        let Some(candidate) = candidates.get(index).filter(|c| c.title.is_some()) else { continue };
        let Some(found) = candidate.main.and_then(|m| reading.found.get(m)) else { continue };
        let adds = group_of(reading, found).is_some_and(|g| {
            let before = g.first.checked_sub(1).map_or(Tag::Other, |b| reading.document.tag(b));
            g.first == g.head && reading.document.tag(g.head) == Tag::VerbGerund && before.is_punctuation()
        });
        let verb = super::attach::clause_verb(reading, found.sentence, found.clause).filter(|_| adds);
        let day = candidate.date.as_ref().map(|d| d.hull());
        let tells = |c: &Candidate| {
            c.title.is_some() && c.kind == EventKind::Happening && verb.is_some_and(|verb| c.found.contains(&verb))
        };
        let told = candidates.iter().position(|c| tells(c) && c.date.as_ref().map(|d| d.hull()) == day);
        let Some(told) = told.filter(|told| *told != index) else { continue };
        let added = candidates.get_mut(index).map(|c| {
            c.title = None;
            c.clone()
        });
        if let (Some(told), Some(added)) = (candidates.get_mut(told), added) {
            super::group::absorb(told, added);
        }
    }
}

/// Words that make the same title of the same day tell one event.
fn join_same(reading: &Reading<'_>, candidates: &mut [Candidate]) {
    let aims: Vec<bool> = candidates
        .iter()
        .map(|c| c.main.and_then(|m| reading.found.get(m)).is_some_and(|f| f.tense == Tense::Infinitive))
        .collect();
    let is_aim = |index: usize| aims.get(index) == Some(&true);
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    for index in 0..candidates.len() {
        let Some(title) = candidates.get(index).and_then(|c| c.title.clone()) else { continue };
        let first = *first_of.entry(title.clone()).or_insert(index);
        let hull = |i: usize| candidates.get(i).map(|c| (c.date.as_ref().map(|d| d.hull()), c.photo));
        // "have vowed to challenge it before June 1": the vow has no day, what is vowed has; one title tells both.
        let sentence = |i: usize| candidates.get(i).map(|c| c.sentence);
        let twin = sentence(first) == sentence(index)
            && candidates.get(first).is_some_and(|c| c.date.is_none())
            && candidates.get(index).is_some_and(|c| c.date.is_some());
        if twin {
            if let Some(undated) = candidates.get_mut(first) {
                undated.title = None;
            }
            first_of.insert(title, index);
            continue;
        }
        // "“We have carried millions since 2011,” he said on Thursday": it is told by the words, which were said then.
        let is_quoted = |i: usize| {
            candidates.get(i).is_some_and(|c| c.kind != EventKind::Statement)
                && main_of(reading, candidates, i).is_some_and(|f| f.quote.is_some())
        };
        let said = |i: usize| candidates.get(i).is_some_and(|c| c.kind == EventKind::Statement && c.date.is_some());
        let words =
            [(first, index), (index, first)].into_iter().find(|(words, saying)| is_quoted(*words) && said(*saying));
        if let Some((words, saying)) = words.filter(|_| first != index && sentence(first) == sentence(index)) {
            if let Some(quoted) = candidates.get_mut(words) {
                quoted.title = None;
            }
            first_of.insert(title, saying);
            continue;
        }
        // "announced plans to cut emissions by 2035": the aim has its own day, and its verb's title.
        if first != index && sentence(first) == sentence(index) && is_aim(index) {
            if let Some(aim) = candidates.get_mut(index) {
                aim.title = None;
            }
            continue;
        }
        if first == index || hull(first) != hull(index) {
            continue;
        }
        let later = candidates.get_mut(index).map(|c| {
            c.title = None;
            c.clone()
        });
        if let (Some(first), Some(later)) = (candidates.get_mut(first), later) {
            super::group::absorb(first, later);
        }
    }
}

/// The words of a saying that is not shown go to the event that it speaks of; where they tell it (`told`), also what is
/// reported in other words.
fn hand_on(reading: &Reading<'_>, candidates: &mut [Candidate], from: usize, to: Option<usize>, told: bool) {
    let Some(saying) = candidates.get_mut(from) else { return };
    saying.title = None;
    let mut quotes = saying.quotes.clone();
    quotes.retain(|q| told || is_direct(reading, *q));
    if let Some(event) = to.and_then(|to| candidates.get_mut(to)) {
        event.remarks.extend(quotes);
    }
}

fn main_of<'r>(reading: &'r Reading<'_>, candidates: &[Candidate], index: usize) -> Option<&'r Found> {
    reading.found.get(candidates.get(index)?.main?)
}

fn group_of<'r>(reading: &'r Reading<'_>, found: &Found) -> Option<&'r VerbGroup> {
    reading.sentences.get(found.sentence)?.groups.get(found.group?)
}

/// Whether the day stands with it, rather than being taken from the story or its neighbours.
fn is_stated(candidate: &Candidate) -> bool {
    candidate.date.is_some() && matches!(candidate.evidence, Some(Evidence::Own | Evidence::Sentence))
}

fn happens(reading: &Reading<'_>, candidate: &Candidate, linked: bool) -> bool {
    let Some(found) = candidate.main.and_then(|m| reading.found.get(m)) else { return true };
    let (Some(group), Some(clause)) = (group_of(reading, found), clause_of(reading, found)) else { return true };
    let conditional = is_condition(reading, clause) || hangs_on_condition(reading, found.sentence, clause);
    if conditional
        || is_habit(reading, group, clause)
        || addresses_reader(reading, clause)
        || says_nothing(reading, group)
    {
        return false;
    }
    if is_stated(candidate) || linked || candidate.sources.len() > 1 {
        return true;
    }
    let own = clause.group == found.group.unwrap_or(usize::MAX);
    let participle = group.first == group.head && reading.document.tag(group.head) == Tag::VerbPastParticiple;
    let scene = ["come", "follow", "happen", "occur", "go"].contains(&found.lemma.as_ref());
    !(participle || own && denies(reading, clause))
        && (candidate.date.is_some() || !scene && is_sentence(reading, found.sentence))
        && !is_told_by_writer(reading, clause)
}

/// "if one analyst catches him sneezing": nothing that is said to happen.
fn is_condition(reading: &Reading<'_>, clause: &Clause) -> bool {
    let word = clause.marker.map(|m| lexicon::lower(reading.document.word(m)));
    word.is_some_and(|w| matches!(w.as_ref(), "if" | "unless" | "whether"))
}

/// "If the pier falls, boats will be lost": what comes only if something else does.
fn hangs_on_condition(reading: &Reading<'_>, sentence: usize, clause: &Clause) -> bool {
    let first = reading.document.sentences.get(sentence).map(|s| reading.document.word(s.tokens.start));
    let opens = first.is_some_and(|word| word.eq_ignore_ascii_case("if") || word.eq_ignore_ascii_case("unless"));
    opens && clause.kind == ClauseKind::Main
}

/// "declined to say", "refused to comment", "the mayor, speaking in Harle,": nothing that happened.
fn says_nothing(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    const WORDS: [&str; 5] = ["answer", "comment", "elaborate", "respond", "say"];
    const ASIDE: [&str; 5] = ["citing", "quoting", "speaking", "talking", "writing"];
    let document = reading.document;
    let aside = group.head.checked_sub(1).is_some_and(|before| document.is(before, ","));
    if aside && ASIDE.iter().any(|word| document.is(group.head, word)) {
        return true;
    }
    let refuses = ["declined", "declines", "refused", "refuses"].iter().any(|word| document.is(group.head, word));
    refuses && document.is(group.head + 1, "to") && WORDS.iter().any(|word| document.is(group.head + 2, word))
}

const HABITUAL: [&str; 9] =
    ["usually", "often", "always", "typically", "generally", "sometimes", "regularly", "normally", "rarely"];

/// "The offers usually run through April."
fn is_habit(reading: &Reading<'_>, group: &VerbGroup, clause: &Clause) -> bool {
    let near = group.first.saturating_sub(2).max(clause.tokens.start)..(group.head + 3).min(clause.tokens.end);
    group.tense == Tense::Present
        && group.aspect == Aspect::None
        && near.clone().any(|i| HABITUAL.contains(&lexicon::lower(reading.document.word(i)).as_ref()))
}

fn subject_word<'r>(reading: &'r Reading<'_>, clause: &Clause) -> std::borrow::Cow<'r, str> {
    if clause.subject.is_empty() { "".into() } else { lexicon::lower(reading.document.word(clause.subject.start)) }
}

fn addresses_reader(reading: &Reading<'_>, clause: &Clause) -> bool {
    matches!(subject_word(reading, clause).as_ref(), "you" | "your" | "there")
}

fn is_told_by_writer(reading: &Reading<'_>, clause: &Clause) -> bool {
    // "the expression we used"
    let last = clause.subject.end.checked_sub(1).map(|i| lexicon::lower(reading.document.word(i))).unwrap_or_default();
    matches!(subject_word(reading, clause).as_ref(), "i" | "we" | "my" | "our")
        || !clause.subject.is_empty() && matches!(last.as_ref(), "i" | "we" | "you")
}

/// "Nobody was hurt", "No one was told".
fn denies(reading: &Reading<'_>, clause: &Clause) -> bool {
    matches!(subject_word(reading, clause).as_ref(), "nobody" | "nothing" | "none" | "no" | "neither")
}

/// Whether the sentence ends like one: headings and list entries do not.
fn is_sentence(reading: &Reading<'_>, sentence: usize) -> bool {
    let last = reading.document.sentences.get(sentence).and_then(|s| s.tokens.end.checked_sub(1));
    last.is_some_and(|last| {
        let word = reading.document.word(last);
        word.ends_with(['.', '!', '?', '…', ';', ':']) || reading.document.tag(last) == Tag::CloseQuote
    })
}

/// What a saying is on a timeline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saying {
    /// An event of its own: it has its day, or it does something (promises, accuses, orders).
    Event,
    /// It tells of a happening that nothing else tells of, or belongs to the story's day.
    News,
    /// Words about something else.
    Words,
    /// No speech at all, or nothing said.
    Nothing,
}

fn saying(reading: &Reading<'_>, candidate: &Candidate) -> Saying {
    let direct = candidate.quotes.iter().any(|q| is_direct(reading, *q));
    let Some(found) = candidate.main.and_then(|m| reading.found.get(m)) else {
        return if candidate.date.is_some() { Saying::Event } else { Saying::Words };
    };
    // "in what the president called an act of war": names something, tells nothing.
    let names = clause_of(reading, found).and_then(|c| c.marker).is_some_and(|m| reading.document.is(m, "what"));
    if names && matches!(found.lemma.as_ref(), "call" | "describe" | "term" | "name")
        || group_of(reading, found).is_some_and(|group| says_nothing(reading, group))
    {
        return Saying::Nothing;
    }
    if is_stated(candidate) || direct && candidate.date.is_some() {
        return Saying::Event;
    }
    if candidate.date.is_some() && found.quote.is_none() {
        return Saying::News;
    }
    let Some(group) = group_of(reading, found) else { return Saying::Words };
    let told = match group.tense {
        Tense::Past => group.aspect != Aspect::Progressive,
        Tense::Present => group.aspect == Aspect::Perfective,
        _ => false,
    };
    let by_writer =
        clause_of(reading, found).is_some_and(|c| is_told_by_writer(reading, c) || addresses_reader(reading, c));
    if direct {
        return Saying::Words;
    }
    if !group.finite || by_writer || group.modality != Modality::Actual || group.is(VerbSet::INWARD) {
        return Saying::Nothing;
    }
    if told && found.quote.is_none() && group.is(VerbSet::ACT) {
        return Saying::Event;
    }
    if candidate.quotes.iter().any(|q| tells_happening(reading, *q)) { Saying::News } else { Saying::Words }
}

fn is_direct(reading: &Reading<'_>, quote: usize) -> bool {
    reading.quotes.get(quote).is_some_and(|q| q.kind == QuoteKind::Direct)
}

/// Whether what is said is first of all that something happened.
fn tells_happening(reading: &Reading<'_>, quote: usize) -> bool {
    let Some(span) = reading.quotes.get(quote).map(|q| q.span) else { return false };
    let Some(sentence) = reading.sentence_at(span.start).and_then(|s| reading.sentences.get(s)) else { return false };
    let Some(clause) = sentence.clauses.iter().find(|c| {
        sentence
            .groups
            .get(c.group)
            .is_some_and(|g| reading.document.tokens.get(g.head).is_some_and(|t| span.contains(t.span)))
    }) else {
        return false;
    };
    let told = reading.found.get(sentence.found.clone()).unwrap_or(&[]).iter().find(|f| f.group == Some(clause.group));
    let vague = ["it", "this", "that", "they", "there", "i", "we", "you", "nobody", "no"];
    told.is_some_and(|f| {
        let happened = f.tense == Tense::Past && f.aspect != Aspect::Progressive
            || f.tense == Tense::Present && f.aspect == Aspect::Perfective;
        happened
            && f.modality == Modality::Actual
            && !matches!(f.class, EventClass::State | EventClass::IState | EventClass::Reporting)
            && !vague.contains(&subject_word(reading, clause).as_ref())
    })
}
