//! States: what is so rather than happens ("has two ships", "was ill last week"), and whom something is told after
//! ("according to the minister").
//!
//! A state with a time of its own is dated by it and told on the timeline; without one it is a mention that tense bounds.

use super::anchor::{Anchor, Evidence};
use super::attach;
use super::bounds::{self, Bounds};
use super::confidence;
use super::lexicon;
use super::mentions::Found;
use super::reading::Reading;
use super::tense::Told;
use super::verb_group::{self, VerbGroup};
use crate::extract::text::{Tag, equals_lower};
use crate::model::{Aspect, DateBasis, DateRange, EventClass, EventDate, EventMention, Modality, Tense};

/// The states of every story sentence, in text order.
pub(super) fn find(reading: &Reading<'_>, anchors: &[Option<Anchor>]) -> Vec<EventMention> {
    let mut states = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate().filter(|(_, s)| s.story && s.caption.is_none()) {
        let start = states.len();
        states.extend(sentence.groups.iter().filter_map(|group| linked(reading, anchors, group, index)));
        if let Some(sentence) = reading.document.sentences.get(index) {
            states.extend(sentence.tokens.clone().filter_map(|token| according(reading, token)));
        }
        if let Some(new) = states.get_mut(start..) {
            new.sort_by_key(|m| m.span);
        }
    }
    states
}

/// Verbs that join an adjective to their subject: "remained closed", "appears eager".
const LINKING: [&str; 6] = ["remain", "stay", "seem", "appear", "become", "feel"];

/// The word that says what is so: "has" with its object, the adjective that "is" joins to its subject. Of an infinitive
/// ("little reason to be optimistic") no form says when.
pub(super) fn word(reading: &Reading<'_>, group: &VerbGroup) -> Option<usize> {
    match group.verb?.lemma {
        _ if group.tense == Tense::Infinitive => None,
        "have" => {
            let must = equals_lower(reading.document.word(group.head + 1), "to");
            (!must && !is_auxiliary(reading, group)).then_some(group.head)
        }
        "be" => predicate(reading, group.head + 1),
        _ => None,
    }
}

/// What tense says of what is so, against the day `now` of the article.
pub(super) fn by_tense(found: &Found, now: DateRange) -> Option<Told> {
    let told = |bounds, confidence, why| Some(Told { bounds, confidence, why, news: false });
    let ahead = matches!(found.modality, Modality::Planned | Modality::Hypothetical) || found.tense == Tense::Future;
    match (found.tense, found.aspect) {
        _ if now.is_open() => None,
        _ if ahead && lexicon::goes_on(&found.lemma) => {
            told(Bounds::lasting(now), confidence::STATE_LASTS, "told as so before and after the article's day")
        }
        _ if ahead => told(Bounds::after(now), 0.6, "said to be still to come"),
        (Tense::Present, Aspect::None) => {
            told(Bounds::lasting(now), confidence::STATE_LASTS, "told as so before and after the article's day")
        }
        (Tense::Past | Tense::Present, _) => told(Bounds::begun_by(now), 0.9, "told as so by the article's day"),
        _ => None,
    }
}

/// "remained [shut]": what a linking verb says is so has the verb's time.
fn linked(
    reading: &Reading<'_>,
    anchors: &[Option<Anchor>],
    group: &VerbGroup,
    sentence: usize,
) -> Option<EventMention> {
    let lemma = group.verb?.lemma;
    let token = LINKING.contains(&lemma).then(|| predicate(reading, group.head + 1))??;
    let verb = attach::found_at(reading, sentence, group.head)?;
    let found = reading.found.get(verb)?;
    let own =
        anchors.get(verb).and_then(Option::as_ref).filter(|a| matches!(a.evidence, Evidence::Own | Evidence::Sentence));
    let now = reading.times.reference_date.range;
    let date = match own {
        Some(anchor) => Some(anchor.date.clone()),
        None if found.tense == Tense::Infinitive => return None,
        None => by_tense(found, now).and_then(|told| dated(told.bounds, told.confidence, told.why)),
    };
    let mention = mention(reading, token, EventClass::State, date)?;
    Some(EventMention { tense: group.tense, aspect: group.aspect, modality: group.modality, ..mention })
}

/// "is valid from May", "is due on Friday", "are redeemable in 1995": set for a time to come. What is confident, ready or
/// possible now is so now.
pub(super) fn is_set(reading: &Reading<'_>, found: &Found) -> bool {
    const SET: [&str; 9] =
        ["available", "closed", "due", "effective", "eligible", "open", "payable", "redeemable", "valid"];
    let word = lexicon::lower(found.span.of(reading.text()));
    SET.contains(&word.as_ref())
}

/// "[have] all sacked coaches", "[has] since been given": with words between, a part of another verb.
fn is_auxiliary(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    const REACH: usize = 3;
    let between = |i: &usize| {
        let tag = reading.document.tag(*i);
        tag.is_adverb() || tag.is_punctuation() || ["all", "both", "each"].iter().any(|w| reading.document.is(*i, w))
    };
    let behind = (group.head + 1..group.head + 1 + REACH).find(|i| !between(i));
    behind.is_some_and(|i| i > group.head + 1 && reading.document.tag(i) == Tag::VerbPastParticiple)
}

/// The adjective of a predicate, adverbs before it: "is [not very] likely", or a participle told in degrees: "is so
/// worried"; none where a noun follows, which it describes.
fn predicate(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let document = reading.document;
    let at = (from..from + 4).find(|i| !document.tag(*i).is_adverb())?;
    let adjective = document.tag(at).is_adjective() || verb_group::is_graded(document, at);
    // "was ill last week"
    let timed = |i: usize| {
        let sentence = document.tokens.get(i).and_then(|t| reading.sentence_at(t.span.start));
        let times = sentence.and_then(|s| reading.sentences.get(s)).map_or(&[][..], |s| &s.times);
        times.iter().any(|time| time.tokens.contains(&i))
    };
    let behind = (at + 1..at + 4).find(|i| !document.tag(*i).is_adjective() || timed(*i))?;
    let described = document.tag(behind).is_noun() && !timed(behind);
    // "were [more] than 30 strikes", "was [due] to a strike"
    let amount = ["fewer", "less", "more"].iter().any(|word| document.is(at, word));
    let counts = amount && document.is(at + 1, "than") && document.tag(at + 2) == Tag::Number;
    let owed = document.is(at, "due") && document.is(at + 1, "to");
    (adjective && !timed(at) && !described && !counts && !owed).then_some(at)
}

/// "according to": said on the day that the article tells of it.
fn according(reading: &Reading<'_>, token: usize) -> Option<EventMention> {
    let said =
        equals_lower(reading.document.word(token), "according") && equals_lower(reading.document.word(token + 1), "to");
    let now = reading.times.reference_date.range;
    let why = "no time is given; news reports what was said on its day";
    said.then(|| {
        mention(reading, token, EventClass::Reporting, dated(Bounds::within(now), confidence::ACCORDING, why))
    })?
}

fn mention(reading: &Reading<'_>, token: usize, class: EventClass, date: Option<EventDate>) -> Option<EventMention> {
    let span = reading.document.tokens.get(token).filter(|t| t.tag != Tag::Punctuation)?.span;
    let tense = Tense::None;
    Some(EventMention { span, class, tense, aspect: Aspect::None, modality: Modality::Actual, date, event: None })
}

fn dated(bounds: Bounds, confidence: f32, why: &str) -> Option<EventDate> {
    (!bounds.is_open()).then(|| EventDate {
        begin: bounds.begin,
        end: bounds.end,
        precision: bounds::precision_of(bounds),
        clock: None,
        basis: DateBasis::Publication,
        timexes: Vec::new(),
        confidence,
        explanation: why.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn states_are_mentions_that_last_but_no_events() {
        let article = fixture(
            "2026-01-08",
            "The/DT port/NN has/VBZ two/CD piers/NNS ./.\nThe/DT ferry/NN is/VBZ not/RB ready/JJ ,/. according/VBG to/TO the/DT owner/NN ./.",
        );
        let (mentions, events, _) = article.find();
        let found: Vec<_> = mentions.iter().map(|m| m.span.of(&article.article.text)).collect();
        assert_eq!(found, ["has", "ready", "according"]);
        let begin = mentions[0].date.as_ref().and_then(|d| d.begin.latest);
        assert_eq!(begin, "2026-01-07".parse().ok());
        assert!(events.is_empty());
    }

    #[test]
    fn a_linking_verb_tells_of_a_state() {
        for (text, expected) in [
            ("The/DT banks/NNS remained/VBD closed/JJ ./.", vec!["remained open", "closed open"]),
            ("The/DT ground/NN is/VBZ so/RB soaked/VBN ./.", vec!["soaked open"]),
            ("The/DT news/NN is/VBZ very/RB worrying/VBG ./.", vec!["worrying open"]),
            // In no degree: done.
            ("The/DT ground/NN was/VBD soon/RB soaked/VBN ./.", vec!["soaked …/2026-01-08"]),
        ] {
            assert_eq!(fixture("2026-01-08", text).dated_mentions(), expected, "{text}");
        }
    }

    #[test]
    fn an_adjective_before_its_noun_is_no_state() {
        let article = fixture("2026-01-08", "It/PRP is/VBZ new/JJ water/NN ./.");
        assert!(article.find().0.is_empty());
    }
}
