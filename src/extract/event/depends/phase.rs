//! Phases: nouns whose verb says that they are, begin or end: "there was an attack", "the strike began on Monday".
//!
//! What begins on a day has that day for its begin and an open end; what ends on it was there before; what there "is" lasts
//! as its tense tells.

use super::Governor;
use crate::extract::event::bounds::Bounds;
use crate::extract::event::lexicon::NounKind;
use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::extract::event::timed_noun::is_nominal;
use crate::extract::text::Tag;
use crate::model::{Aspect, Bound, DateRange, Modality, Tense};

/// Verbs with which something is there from then on, with the word behind them that makes them so.
const BEGINNING: [(&str, &str); 10] = [
    ("begin", ""),
    ("break", "out"),
    ("commence", ""),
    ("erupt", ""),
    ("launch", ""),
    ("open", ""),
    ("resume", ""),
    ("start", ""),
    ("take", "effect"),
    ("kick", "off"),
];

/// Verbs with which it is over.
const ENDING: [(&str, &str); 11] = [
    ("break", "down"),
    ("break", "off"),
    ("cease", ""),
    ("collapse", ""),
    ("complete", ""),
    ("conclude", ""),
    ("end", ""),
    ("finish", ""),
    ("halt", ""),
    ("stop", ""),
    ("terminate", ""),
];

/// "the strike began on Monday", "ended the siege": the bounds of what begins or ends, at the verb's subject or object.
/// An occasion that somebody opens or ends is of that day.
pub(super) fn of_happening(reading: &Reading<'_>, found: &Found, governor: Governor<'_>) -> Option<Bounds> {
    let verb = governor.found;
    let subject = found.token < verb.token;
    let bounds = governor.bounds.filter(|_| subject || !found.is_occasion())?;
    let done = verb.modality == Modality::Actual;
    let near = verb.token.abs_diff(found.token) <= 6;
    let phase = |verbs: &[(&str, &str)]| {
        let says = |(lemma, with): &(&str, &str)| {
            let with = with.is_empty() || subject && reading.document.is(verb.token + 1, with);
            verb.lemma == *lemma && with
        };
        near && verbs.iter().any(says)
    };
    match () {
        () if done && phase(&BEGINNING) => {
            let from = Bounds::from(DateRange { earliest: bounds.begin.earliest, latest: None });
            Some(Bounds { begin: bounds.begin, end: from.end })
        }
        () if matches!(verb.modality, Modality::Actual | Modality::Planned) && phase(&ENDING) => {
            Some(Bounds { begin: Bound { earliest: None, latest: bounds.end.latest }, end: bounds.end })
        }
        () => None,
    }
}

/// "There was no answer", "there has been a rise": what there is, is as "be" tells.
pub(super) fn of_existence(reading: &Reading<'_>, found: &Found, now: DateRange) -> Option<Bounds> {
    let groups = &reading.sentences.get(found.sentence)?.groups;
    let be = groups.iter().rfind(|g| g.head < found.token).filter(|g| g.verb.is_some_and(|v| v.lemma == "be"))?;
    let there = be.first.checked_sub(1).is_some_and(|i| reading.document.is(i, "there"));
    let phrase = |i: usize| is_nominal(reading.document.tag(i)) && reading.document.tag(i) != Tag::Preposition;
    if !there || !(be.head + 1..found.token).all(phrase) {
        return None;
    }
    let lasts = matches!(found.noun?, NounKind::State | NounKind::War | NounKind::Inquiry);
    match (be.tense, be.aspect, be.modality) {
        (Tense::Future, _, Modality::Planned) => Some(Bounds::after(now)),
        (_, _, Modality::Planned | Modality::Hypothetical) | (Tense::Infinitive, ..) => None,
        (Tense::Past, Aspect::None, _) if !lasts => Some(Bounds::up_to(now)),
        (Tense::Present, Aspect::None, _) => Some(if lasts { Bounds::lasting(now) } else { Bounds::during(now) }),
        _ => Some(Bounds::begun_by(now)),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    fn bounds(text: &str) -> String {
        let article = fixture("2026-01-08", text);
        let (mentions, ..) = article.find();
        let noun = mentions.iter().find(|m| m.tense == crate::model::Tense::None);
        let Some(date) = noun.and_then(|m| m.date.as_ref()) else { return "undated".to_owned() };
        let show = |d: Option<chrono::NaiveDate>| d.map_or("…".to_owned(), |d| d.to_string());
        let (begin, end) = (date.begin, date.end);
        format!("{},{} {},{}", show(begin.earliest), show(begin.latest), show(end.earliest), show(end.latest))
    }

    #[test]
    fn what_begins_or_ends_on_a_day_is_there_after_or_before_it() {
        for (text, expected) in [
            ("Police/NNS launched/VBD an/DT investigation/NN ./.", "…,2026-01-08 …,…"),
            ("The/DT siege/NN ended/VBD ./.", "…,2026-01-08 …,2026-01-08"),
            ("The/DT talks/NNS broke/VBD down/RP ./.", "…,2026-01-08 …,2026-01-08"),
            ("A/DT strike/NN broke/VBD records/NNS ./.", "undated"),
            ("They/PRP will/MD end/VB the/DT siege/NN ./.", "…,… 2026-01-08,…"),
            // Only meant to begin.
            ("They/PRP may/MD start/VB an/DT investigation/NN ./.", "2026-01-09,… 2026-01-09,…"),
        ] {
            assert_eq!(bounds(text), expected, "{text}");
        }
    }

    #[test]
    fn what_there_is_lasts_as_its_tense_tells() {
        for (text, expected) in [
            ("There/EX was/VBD no/DT answer/NN ./.", "…,2026-01-08 …,2026-01-08"),
            ("There/EX is/VBZ a/DT crisis/NN ./.", "…,2026-01-07 2026-01-09,…"),
            ("There/EX has/VBZ been/VBN a/DT rise/NN ./.", "…,2026-01-08 …,…"),
            ("There/EX will/MD be/VB a/DT vote/NN ./.", "2026-01-09,… 2026-01-09,…"),
            ("There/EX could/MD be/VB a/DT vote/NN ./.", "undated"),
            // "In place" stands between.
            ("There/EX was/VBD hope/NN of/IN an/DT answer/NN ./.", "…,2026-01-08 …,…"),
        ] {
            assert_eq!(bounds(text), expected, "{text}");
        }
    }
}
