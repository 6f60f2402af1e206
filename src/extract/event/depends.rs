//! Dependence: when a verb without tense or a noun happens, read from the word that governs it.
//!
//! "tried to leave" is of the time of trying, "plans to leave" of a later one, "regrets leaving" of an earlier one.
//! Where the governing word leaves it open, nothing is said.

mod phase;

use super::aim;
use super::attach;
use super::bounds::Bounds;
use super::lexicon::{self, NounKind, VerbSet};
use super::mentions::{self, Found};
use super::reading::Reading;
use super::verb_group::VerbGroup;
use crate::extract::text::Tag;
use crate::model::{Aspect, DateRange, EventClass, Modality, Tense};

/// A governing word and what is known of its time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor<'a> {
    pub(super) found: &'a Found,
    /// Its bounds, when it has any.
    pub(super) bounds: Option<Bounds>,
    /// The article's day.
    pub(super) now: DateRange,
}

impl Governor<'_> {
    /// The days it lies in, else the article's.
    fn time(&self) -> DateRange {
        match self.bounds.map(Bounds::hull) {
            Some(hull) if hull.earliest.is_some() && hull.latest.is_some() => hull,
            _ => self.now,
        }
    }

    fn is_over(&self) -> bool {
        self.bounds.is_some_and(|b| b.hull().latest.is_some() && attach::is_before(b.hull(), self.now))
    }

    fn is_ahead(&self) -> bool {
        let told = self.found.tense != Tense::Infinitive || self.bounds.is_some();
        told && matches!(self.found.modality, Modality::Planned | Modality::Hypothetical)
            || self.bounds.is_some_and(|b| attach::is_after(b.hull(), self.now))
    }
}

fn sets(reading: &Reading<'_>, found: &Found) -> VerbSet {
    lexicon::verb(reading.document.word(found.token), reading.document.tag(found.token))
        .map(|v| v.sets)
        .unwrap_or_default()
}

/// The bounds of a verb without tense.
pub(super) fn nonfinite(
    reading: &Reading<'_>,
    found: &Found,
    group: &VerbGroup,
    governor: Governor<'_>,
) -> Option<Bounds> {
    let sets = sets(reading, governor.found);
    // "is believed [to have fled]": done by then, whatever is thought of it now.
    if group.tense == Tense::Infinitive && group.perfect {
        return Some(Bounds::begun_by(governor.time()));
    }
    if aim::is_foreseen(reading.document, group.first) {
        return foreseen(governor);
    }
    let told_of_noun = group.tense == Tense::Participle && reading.document.tag(found.token) != Tag::VerbGerund;
    if let Some(bounds) = of_its_time(found, sets, governor, group.first < group.head).filter(|_| !told_of_noun) {
        return Some(bounds);
    }
    if told_of_noun && is_held(reading, found, governor) {
        return governor.bounds;
    }
    // "could be used [to make] fuel"
    let used = group.tense == Tense::Infinitive && governor.found.lemma == "use";
    if is_made_for(reading, governor.found) || used && governor.found.modality == Modality::Hypothetical {
        return None;
    }
    if group.tense == Tense::Infinitive && is_hearsay(reading, sets, governor.found) {
        return Some(Bounds::begun_by(governor.now));
    }
    // "will decide three questions on Tuesday and [elect] a sheriff"
    let joined = group.first.checked_sub(1).is_some_and(|before| reading.document.tag(before) == Tag::Conjunction);
    if group.tense == Tense::Infinitive && group.first == group.head && joined && governor.found.tense == Tense::Future
    {
        return governor.bounds;
    }
    if group.tense == Tense::Infinitive {
        let next = governor.found.token + 1;
        let called_on = ["on", "for", "upon"].iter().any(|word| reading.document.is(next, word));
        return infinitive(found, sets, governor, called_on);
    }
    if reading.document.tag(found.token) != Tag::VerbGerund && found.modality == Modality::Planned {
        // "wants the remains tested"
        return foreseen(governor);
    }
    if reading.document.tag(found.token) != Tag::VerbGerund {
        // "the soldiers captured", "a speech delivered": done by then; it may go on ("trapped", "suspected").
        return Some(Bounds::begun_by(governor.now));
    }
    gerund(reading, found, sets, governor)
}

/// So on a day, before and after it; other bounds already say what is known.
fn around(bounds: Bounds) -> Bounds {
    bounds.as_day().map_or(bounds, |day| Bounds::during(DateRange::day(day)))
}

/// "began to fall", "tried to leave", "appears to work": of the time of the governing verb, or around it.
fn of_its_time(found: &Found, sets: VerbSet, governor: Governor<'_>, to: bool) -> Option<Bounds> {
    let bounds = governor.bounds?;
    if sets.has(VerbSet::ATTITUDE) && sets.has(VerbSet::IMPLICATIVE) {
        // What something looks like is so for longer than it is looked at; "seemed to suggest" tells what was done.
        let done = matches!(found.class, EventClass::Reporting | EventClass::IAction) && is_told_past(governor.found);
        let bounds = if done { bounds } else { around(bounds) };
        return Some(bounds).filter(|_| found.token > governor.found.token);
    }
    // "saw the bridge fall", "let them leave": seen, and let happen, as it does.
    let bare = found.tense == Tense::Infinitive && !to && governor.found.token < found.token;
    if bare
        && (governor.found.class == EventClass::Perception || matches!(governor.found.lemma.as_ref(), "let" | "make"))
    {
        return Some(bounds);
    }
    // "launched the appeal [to provide] relief" has an aim; "began to fall" tells what began.
    const REACH: usize = 4;
    let begun = governor.found.class == EventClass::Aspectual
        && (found.tense != Tense::Infinitive || found.token <= governor.found.token + REACH);
    if !(begun || sets.has(VerbSet::IMPLICATIVE)) {
        return None;
    }
    Some(match governor.found.lemma.as_ref() {
        "begin" | "start" | "commence" => Bounds { begin: bounds.begin, end: Bounds::from(bounds.hull()).end },
        // "will continue to look for them" tells of what they do already.
        lemma if lexicon::goes_on(lemma) && governor.found.tense == Tense::Future => Bounds::lasting(governor.now),
        lemma if lexicon::goes_on(lemma) => around(bounds),
        _ => bounds,
    })
}

/// "In a speech [delivered] at the base she said on Monday": held on the day on which something was done at it.
fn is_held(reading: &Reading<'_>, found: &Found, governor: Governor<'_>) -> bool {
    let day = governor.bounds.is_some_and(|b| b.as_day().is_some());
    let before = found.token.checked_sub(1).filter(|_| day && found.token < governor.found.token);
    let noun = before.and_then(|at| attach::found_at(reading, found.sentence, at)).and_then(|n| reading.found.get(n));
    let kind = noun.and_then(|n| n.noun);
    let at = noun.and_then(|n| super::timed_noun::preposition_before(reading, n.token));
    attach::occurs::HOLDS.contains(&found.lemma.as_ref())
        && kind.is_some_and(|k| k.is_occasion() || k == NounKind::Statement)
        && at.is_some_and(|p| ["in", "at", "during"].iter().any(|word| reading.document.is(p, word)))
}

/// "the embargo is meant to hurt": what a thing is for it may do already.
fn is_made_for(reading: &Reading<'_>, governor: &Found) -> bool {
    let group = reading.sentences.get(governor.sentence).and_then(|s| s.groups.get(governor.group?));
    group.is_some_and(|g| g.passive) && matches!(governor.lemma.as_ref(), "aim" | "design" | "intend" | "mean")
}

/// "was said to carry a letter": what others tell of somebody is so already.
fn is_hearsay(reading: &Reading<'_>, sets: VerbSet, governor: &Found) -> bool {
    let group = reading.sentences.get(governor.sentence).and_then(|s| s.groups.get(governor.group?));
    governor.class == EventClass::Reporting && !sets.has(VerbSet::PROSPECTIVE) && group.is_some_and(|g| g.passive)
}

/// What a word before it foresees is ahead of the time in which that is told: "seemed eager to leave". Whether a plan of the
/// past was carried out since, nobody says.
fn foreseen(governor: Governor<'_>) -> Option<Bounds> {
    let told_past = is_told_past(governor.found) && governor.bounds.is_none_or(|b| b.as_day().is_none());
    (!told_past && !governor.is_over()).then(|| Bounds::after(governor.time()))
}

/// Whether the simple past tells it.
fn is_told_past(found: &Found) -> bool {
    found.tense == Tense::Past && found.aspect == Aspect::None
}

fn infinitive(found: &Found, sets: VerbSet, governor: Governor<'_>, called_on: bool) -> Option<Bounds> {
    let foreseen = sets.has(VerbSet::PROSPECTIVE)
        || matches!(governor.found.class, EventClass::Reporting | EventClass::IState | EventClass::IAction);
    let goes_on = lexicon::goes_on(&found.lemma);
    let lasts = found.class == EventClass::State || goes_on;
    // "called police to report it": an aim of the past; "called on them to report it" foresees.
    let summons = governor.found.lemma == "call" && !called_on;
    // What is sought or allowed may begin at once.
    let at_once = matches!(governor.found.lemma.as_ref(), "seek" | "allow" | "permit" | "authorize" | "authorise");
    match governor.bounds {
        // "Carter, in town to talk, said", "To save money, it closed": what follows does not say when.
        _ if summons || found.token < governor.found.token => None,
        // "allowed firms to go on investing": they do so already.
        _ if at_once && goes_on => Some(Bounds::begun_by(governor.time())),
        _ if at_once && !is_told_past(governor.found) => Some(Bounds::from(
            governor.bounds.map(Bounds::hull).filter(|h| h.earliest.is_some()).unwrap_or(governor.now),
        )),
        // "the mayor invited them to come": ahead of a day in the past that is not known.
        Some(bounds)
            if foreseen && is_told_past(governor.found) && bounds.as_day().is_none() && !governor.is_over() =>
        {
            None
        }
        // "intends to keep its rates": it does already; "intends to live there": it may.
        _ if foreseen && goes_on && !governor.is_over() => Some(Bounds::lasting(governor.time())),
        _ if foreseen && lasts && !governor.is_over() => Some(Bounds::from(governor.time())),
        _ if foreseen && governor.is_over() => Some(Bounds::from(governor.bounds?.hull())).filter(|b| !b.is_open()),
        // "will travel there on Friday to sign it"
        Some(bounds) if !foreseen && governor.is_ahead() && bounds.as_day().is_some() => {
            Some(Bounds::from(bounds.hull()))
        }
        _ if foreseen || governor.is_ahead() => Some(Bounds::after(governor.time())),
        // A purpose: "sent troops to guard the border". It begins with the act at the earliest.
        bounds => bounds.map(|b| Bounds::from(b.hull())).filter(|b| !b.is_open()),
    }
}

fn gerund(reading: &Reading<'_>, found: &Found, sets: VerbSet, governor: Governor<'_>) -> Option<Bounds> {
    let before = found.token.checked_sub(1).map(|t| lexicon::lower(reading.document.word(t)));
    match before.as_deref() {
        Some("by" | "without" | "and") if governor.is_ahead() && found.token > governor.found.token => governor.bounds,
        _ if governor.is_ahead() && found.token == governor.found.token + 1 => governor.bounds,
        _ if governor.is_ahead() && found.token < governor.found.token => None,
        _ if governor.is_ahead() => Some(Bounds::from(governor.time())),
        // "is considering moving": what is thought of is still to come.
        _ if sets.has(VerbSet::PROSPECTIVE) && found.token == governor.found.token + 1 && !governor.is_over() => {
            Some(Bounds::after(governor.time()))
        }
        // "accuses it of arming rebels": it may do so still.
        Some("of") => Some(Bounds::begun_by(governor.time())),
        before if sets.has(VerbSet::RETROSPECTIVE) && before != Some(",") => Some(Bounds::up_to(governor.now)),
        Some("after") => Some(Bounds::up_to(governor.time())),
        Some("for" | "about" | "from" | "against" | "at" | "to" | "on" | "before") => None,
        // "[Facing] protests, the king sought help": so before and after.
        _ if found.class == EventClass::State && found.token < governor.found.token => governor.bounds.map(around),
        // "A team [investigating] the outbreak says so": what tells of a noun lasts.
        _ if found.class != EventClass::Reporting
            && tells_of_noun(reading, found)
            && found.token < governor.found.token =>
        {
            governor.bounds.map(around)
        }
        _ if found.class == EventClass::Reporting || found.token < governor.found.token => governor.bounds,
        // "killing four and [wounding] ten"
        Some("and") if governor.found.tense == Tense::Participle && found.class == governor.found.class => {
            governor.bounds
        }
        // "cascaded down the hill, [ripping] two houses from the ground": what comes of a happening is of its day.
        Some(",") if is_outcome(found, governor) => governor.bounds,
        _ => governor.bounds.map(loose),
    }
}

/// Whether an -ing form stands right behind its noun.
fn tells_of_noun(reading: &Reading<'_>, found: &Found) -> bool {
    found.token.checked_sub(1).is_some_and(|before| reading.document.tag(before).is_noun())
}

/// Whether an -ing form behind a comma tells what came of a happening of one day, rather than what went on around it.
fn is_outcome(found: &Found, governor: Governor<'_>) -> bool {
    let happens = |f: &Found| matches!(f.class, EventClass::Occurrence | EventClass::IAction);
    let day = governor.bounds.is_some_and(|b| b.as_day().is_some());
    // "ripping two houses from the ground, [burying] a car"
    let told = is_told_past(governor.found) || governor.found.tense == Tense::Participle;
    day && told && happens(governor.found) && happens(found)
}

/// What goes along with a happening may have begun before it and last longer.
fn loose(bounds: Bounds) -> Bounds {
    Bounds { begin: Bounds::up_to(bounds.hull()).begin, end: DateRange { latest: None, ..bounds.end } }
}

/// Words before a noun that say it is still to come.
const AHEAD: [&str; 12] = [
    "possible",
    "potential",
    "future",
    "planned",
    "proposed",
    "upcoming",
    "further",
    "any",
    "forthcoming",
    "expected",
    "imminent",
    "likely",
];

/// Nouns that stand for what was just told, with a definite article: "the ruling", "this move".
const SHELL: [&str; 8] = ["move", "decide", "rule", "announce", "verdict", "declare", "outcome", "result"];

/// What goes on for long while it is in the news.
const LASTING: [&str; 30] = [
    "crisis",
    "dispute",
    "standoff",
    "stand-off",
    "showdown",
    "deadlock",
    "stalemate",
    "embargo",
    "sanctions",
    "blockade",
    "occupation",
    "siege",
    "insurgency",
    "buildup",
    "build-up",
    "campaign",
    "operation",
    "operations",
    "investigation",
    "probe",
    "inquiry",
    "search",
    "manhunt",
    "talks",
    "negotiations",
    "threat",
    "downturn",
    "recession",
    "shortage",
    "unrest",
];

/// Verbs of what is done to something that there is already.
const MEETS: [&str; 41] = [
    "examine",
    "fulfil",
    "fulfill",
    "honor",
    "honour",
    "implement",
    "relieve",
    "address",
    "combat",
    "condemn",
    "counter",
    "cover",
    "curb",
    "cut",
    "defend",
    "ease",
    "end",
    "escape",
    "expand",
    "extend",
    "fight",
    "halt",
    "improve",
    "investigate",
    "monitor",
    "oppose",
    "overcome",
    "prevent",
    "probe",
    "reduce",
    "renounce",
    "resist",
    "resolve",
    "review",
    "settle",
    "stem",
    "stop",
    "support",
    "tackle",
    "undermine",
    "violate",
];

/// Nouns of violence and illness that name no single blow.
const GOES_ON: [&str; 7] = ["bloodshed", "epidemic", "fight", "hostilities", "outbreak", "unrest", "violence"];

/// Verbs with which something that lasted is over.
const ENDING: [&str; 8] = ["end", "finish", "conclude", "stop", "halt", "collapse", "complete", "cease"];

/// The bounds of an event noun without any time.
pub(super) fn noun(
    reading: &Reading<'_>,
    found: &Found,
    governor: Option<Governor<'_>>,
    now: DateRange,
    told_on: DateRange,
) -> Option<Bounds> {
    let kind = found.noun?;
    if let Some(bounds) = phase::of_existence(reading, found, now) {
        return Some(bounds);
    }
    let at = super::timed_noun::preposition_before(reading, found.token);
    let preposition = at.map(|p| lexicon::lower(reading.document.word(p)));
    let foreseen =
        at.and_then(|p| p.checked_sub(1)).is_some_and(|p| aim::foresees(&lexicon::lower(reading.document.word(p))));
    // "has withstood any shock": of what was met there is no more to come.
    let met = at.is_none() && governor.is_some_and(|g| is_met(g.found, found));
    if foreseen || !met && is_announced(reading, found.token) {
        return Some(Bounds::after(now));
    }
    if let Some(bounds) = governor.filter(|_| at.is_none()).and_then(|g| phase::of_happening(reading, found, g)) {
        return Some(bounds);
    }
    let definite = mentions::is_definite(reading, found.token);
    if definite && SHELL.contains(&found.lemma.as_ref()) && at.is_none() {
        return Some(Bounds::within(told_on));
    }
    let over = governor.is_some_and(|g| g.is_over() || ENDING.contains(&g.found.lemma.as_ref()));
    if definite && LASTING.contains(&lexicon::lower(reading.document.word(found.token)).as_ref()) && !over {
        return Some(Bounds::lasting(now));
    }
    if let Some(bounds) = governor.and_then(|g| governed_noun(reading, found, kind, preposition.as_deref(), g)) {
        return Some(bounds);
    }
    let ahead = governor.is_some_and(|g| g.is_ahead());
    let subject = at.is_none() && governor.is_some_and(|g| g.found.token > found.token);
    match kind {
        _ if ahead && subject && !definite => Some(Bounds::after(now)),
        _ if ahead || found.quote.is_some() && !definite => None,
        // "the violence in the east" may go on.
        _ if definite && GOES_ON.contains(&found.lemma.as_ref()) => Some(Bounds::begun_by(now)),
        NounKind::State | NounKind::War | NounKind::Inquiry if definite => Some(Bounds::begun_by(now)),
        NounKind::Violence | NounKind::Disaster | NounKind::Death | NounKind::Crime | NounKind::Appointment
            if definite =>
        {
            // What happened on the article's day is spoken of on it.
            let today = told_on == now;
            Some(if today { Bounds::up_to(now) } else { Bounds::before(now) })
        }
        NounKind::Statement if definite => Some(Bounds::begun_by(now)),
        _ => None,
    }
}

/// Whether a noun is what a deed done by now was done to.
fn is_met(governor: &Found, noun: &Found) -> bool {
    let done = governor.tense == Tense::Past || governor.aspect == Aspect::Perfective;
    let happens = matches!(governor.class, EventClass::Occurrence | EventClass::Perception);
    governor.modality == Modality::Actual && done && happens && governor.token < noun.token
}

fn is_announced(reading: &Reading<'_>, token: usize) -> bool {
    (token.saturating_sub(3)..token).any(|i| {
        let word = lexicon::lower(reading.document.word(i));
        AHEAD.contains(&word.as_ref())
    })
}

fn governed_noun(
    reading: &Reading<'_>,
    found: &Found,
    kind: NounKind,
    preposition: Option<&str>,
    governor: Governor<'_>,
) -> Option<Bounds> {
    let sets = sets(reading, governor.found);
    let follows = found.token > governor.found.token;
    let object = follows && preposition.is_none();
    let located = matches!(preposition, Some("at" | "during" | "in" | "after" | "following"));
    if object && sets.has(VerbSet::LIGHT) || located && (kind.is_occasion() || kind == NounKind::Statement) {
        return governor.bounds;
    }
    let definite = mentions::is_definite(reading, found.token);
    // "will undermine efforts", "threatened to cut sales": there must be what something is done to.
    if follows && object && MEETS.contains(&governor.found.lemma.as_ref()) {
        return None;
    }
    if follows && !definite && governor.is_ahead() && (object || matches!(preposition, Some("for" | "to" | "at"))) {
        return governor.bounds.or(Some(Bounds::after(governor.now)));
    }
    // "what he calls a merger": a name, where "calls for a merger" asks for one.
    let named = object && governor.found.lemma == "call" && kind != NounKind::Vote && kind != NounKind::Gathering;
    let asked = sets.has(VerbSet::PROSPECTIVE) && !named && (object || matches!(preposition, Some("for" | "of")));
    // "announced his resignation": it takes effect then or later.
    let steps_down = object && governor.found.lemma == "announce" && kind == NounKind::Appointment;
    if follows && steps_down {
        return Some(Bounds::from(governor.time()));
    }
    let sought = !definite || preposition == Some("for");
    if follows && asked && !governor.is_over() {
        // "ordered the evacuation" may tell of one that goes on already.
        return Some(if sought { Bounds::after(governor.time()) } else { Bounds::from(governor.time()) });
    }
    let held = object && kind.is_occasion() && governor.found.tense == Tense::Past;
    governor.bounds.filter(|bounds| held && bounds.as_day().is_some())
}
