//! Joined verbs: two verbs of one subject before one object tell one happening.
//!
//! "Gunners destroyed and jammed 49 drones": neither verb says alone what was done, and the object stands behind the second
//! only. A verb that needs no object ("resigned and left the town") stands alone.

use super::candidate::clause_of;
use super::lexicon;
use super::mentions::Found;
use super::reading::Reading;
use super::verb_group::VerbGroup;
use crate::extract::text::Tag;

/// Verbs that say enough without an object.
pub(super) const ALONE: [&str; 44] = [
    "appear",
    "arrive",
    "break",
    "burn",
    "collapse",
    "come",
    "continue",
    "crash",
    "die",
    "disappear",
    "drown",
    "emerge",
    "erupt",
    "escape",
    "explode",
    "fall",
    "fight",
    "flee",
    "fly",
    "go",
    "grow",
    "jump",
    "kneel",
    "land",
    "leave",
    "lie",
    "live",
    "meet",
    "move",
    "protest",
    "resign",
    "retire",
    "return",
    "rise",
    "run",
    "sink",
    "sit",
    "speak",
    "stand",
    "stop",
    "survive",
    "travel",
    "walk",
    "work",
];

/// The verb behind "and" or "or" whose object is also that of `found`.
pub(super) fn partner<'r>(reading: &'r Reading<'_>, found: &Found) -> Option<&'r VerbGroup> {
    let read = reading.sentences.get(found.sentence)?;
    let group = read.groups.get(found.group?)?;
    let clause = clause_of(reading, found).filter(|c| c.group == found.group.unwrap_or(usize::MAX))?;
    let next = read.clauses.get(found.clause? + 1)?;
    let partner = read.groups.get(next.group)?;
    let joint = particle_after(reading, group.head).unwrap_or(group.head) + 1;
    let behind = particle_after(reading, partner.head).unwrap_or(partner.head) + 1;
    let object = reading.document.tag(behind);
    let fits = reading.document.tag(joint) == Tag::Conjunction
        && partner.first == joint + 1
        && next.subject == clause.subject
        && (partner.tense, partner.aspect, partner.passive) == (group.tense, group.aspect, false)
        && !group.passive
        && !ALONE.contains(&found.lemma.as_ref());
    let has_object = object.is_noun()
        || object.is_adjective()
        || matches!(object, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Symbol);
    (fits && has_object).then_some(partner)
}

/// Whether `later` is the verb that shares its object with `found`.
pub(super) fn are_joined(reading: &Reading<'_>, found: &Found, later: &Found) -> bool {
    found.sentence == later.sentence
        && partner(reading, found).is_some_and(|partner| partner.tokens().contains(&later.token))
}

/// The particle that belongs to a verb: "will go [on] until June".
pub(super) fn particle_after(reading: &Reading<'_>, head: usize) -> Option<usize> {
    const PARTICLES: [&str; 10] = ["on", "off", "up", "out", "down", "over", "away", "back", "in", "through"];
    let at = head + 1;
    let next = reading.document.tag(at + 1);
    let particle = PARTICLES.contains(&lexicon::lower(reading.document.word(at)).as_ref());
    let closed = next.is_punctuation() || matches!(next, Tag::Preposition | Tag::To | Tag::Conjunction | Tag::WhWord);
    // "took [over] a month later"
    let over = || {
        let taken =
            reading.document.is(at, "over") && ["take", "hand"].contains(&reading.document.lemma(head).as_ref());
        let is = |at: usize, words: &[&str]| words.iter().any(|word| reading.document.is(at, word));
        let later = (at + 1..at + 4).any(|i| is(i, &["later", "ago", "earlier"]));
        let that = is(at + 1, &["that", "this", "last"]) && is(at + 2, &["year", "month", "week", "summer", "day"]);
        taken && (later || that)
    };
    let verb = || reading.document.tag(head).is_verb();
    (reading.document.tag(at) == Tag::Particle || particle && closed || verb() && over()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn verbs_before_one_object_tell_one_happening() {
        for (tagged, titles) in [
            (
                "Gunners/NNS destroyed/VBD and/CC jammed/VBD 49/CD drones/NNS on/IN Thursday/NNP=2026-03-05 ./.",
                vec!["2026-03-05 Gunners destroyed and jammed 49 drones"],
            ),
            (
                "Crews/NNS shot/VBD down/RP or/CC drowned/VBD nine/CD balloons/NNS on/IN Thursday/NNP=2026-03-05 ./.",
                vec!["2026-03-05 Crews shot down or drowned nine balloons"],
            ),
            (
                "The/DT mayor/NN resigned/VBD and/CC left/VBD the/DT town/NN on/IN Thursday/NNP=2026-03-05 ./.",
                vec!["2026-03-05 Mayor resigned", "2026-03-05 Mayor left the town"],
            ),
            (
                "Police/NNS sealed/VBD the/DT hall/NN and/CC seized/VBD files/NNS on/IN Thursday/NNP=2026-03-05 ./.",
                vec!["2026-03-05 Police sealed the hall", "2026-03-05 Police seized files"],
            ),
        ] {
            assert_eq!(fixture("2026-03-06", tagged).titles(), titles, "{tagged}");
        }
    }
}
