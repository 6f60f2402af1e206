//! The cue lexicon: which verbs report speech or thought, and what grammar lets their content follow.

use crate::extract::text::hash_of_lower;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What can follow a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u8);

impl Frames {
    /// Words in quotation marks.
    pub const DIRECT: Frames = Frames(1);
    /// A clause, with or without "that".
    pub const THAT: Frames = Frames(2);
    /// An indirect question.
    pub const WH: Frames = Frames(4);
    /// An infinitive.
    pub const TO: Frames = Frames(8);
    /// A noun phrase.
    pub const NOUN: Frames = Frames(16);
    /// The hearer comes before the content.
    pub const PERSON: Frames = Frames(32);
    /// A noun phrase, but only one with words in quotation marks.
    pub const MARKED: Frames = Frames(64);

    /// Whether every frame of `other` is among these.
    pub fn has(self, other: Frames) -> bool {
        self.0 & other.0 == other.0
    }

    fn named(name: &str) -> Frames {
        match name {
            "direct" => Self::DIRECT,
            "that" => Self::THAT,
            "wh" => Self::WH,
            "to" => Self::TO,
            "noun" => Self::NOUN,
            "person" => Self::PERSON,
            "marked" => Self::MARKED,
            _ => Frames(0),
        }
    }
}

/// A cue's grammar.
#[derive(Clone, Debug, Default)]
pub(super) struct CueEntry {
    /// What can follow the verb alone.
    pub frames: Frames,
    /// Prepositions after which content can follow.
    pub prepositions: Vec<&'static str>,
    /// Particles that make another cue of the verb, with that cue's frames.
    pub particles: Vec<(&'static str, Frames)>,
    /// Whether the verb without particle is a cue.
    pub alone: bool,
}

static VERBS: LazyLock<FxHashMap<&'static str, CueEntry>> =
    LazyLock::new(|| parse(include_str!("../../../assets/lexicon/en/cues.txt")));

static NOUNS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../../assets/lexicon/en/cues_nouns.txt")).collect());

/// A phrase as its words, and the hash of the first.
type Phrase = (u64, Vec<&'static str>);

static PREPOSITIONS: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let phrases = lines(include_str!("../../../assets/lexicon/en/cues_prepositions.txt"));
    let words = phrases.map(|line| line.split_whitespace().collect::<Vec<_>>());
    words.map(|words| (words.first().map_or(0, |first| hash_of_lower(first)), words)).collect()
});

/// The entry of a verb's lemma.
pub(super) fn verb(lemma: &str) -> Option<&'static CueEntry> {
    VERBS.get(lemma)
}

/// Whether the lemma is a noun of saying or thinking: `claim`.
pub(super) fn is_noun(lemma: &str) -> bool {
    NOUNS.contains(lemma)
}

/// The phrases that name a source after them and begin with the word of this hash, each as its words: `according to`.
pub(super) fn source_prepositions(first: u64) -> impl Iterator<Item = &'static [&'static str]> {
    PREPOSITIONS.iter().filter(move |(hash, _)| *hash == first).map(|(_, words)| words.as_slice())
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

fn parse(text: &'static str) -> FxHashMap<&'static str, CueEntry> {
    let mut verbs: FxHashMap<&'static str, CueEntry> = FxHashMap::default();
    for line in lines(text) {
        let mut words = line.split_whitespace();
        let Some(head) = words.next() else { continue };
        let (lemma, particle) = head.split_once('+').map_or((head, None), |(verb, particle)| (verb, Some(particle)));
        let entry = verbs.entry(lemma).or_default();
        let mut frames = Frames::default();
        for word in words {
            match word.strip_prefix('+') {
                Some(preposition) => entry.prepositions.push(preposition),
                None => frames.0 |= Frames::named(word).0,
            }
        }
        match particle {
            Some(particle) => entry.particles.push((particle, frames)),
            None => {
                entry.frames.0 |= frames.0;
                entry.alone = true;
            }
        }
    }
    verbs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_hold_frames_prepositions_and_particles() {
        let tell = verb("tell").expect("tell is a cue");
        assert!(tell.alone && tell.frames.has(Frames::THAT) && tell.frames.has(Frames::PERSON));
        let call = verb("call").expect("call is a cue");
        assert!(call.particles.iter().any(|(particle, frames)| *particle == "for" && frames.has(Frames::NOUN)));
        let point = verb("point").expect("point out is a cue");
        assert!(!point.alone);
        assert!(verb("walk").is_none());
        assert_eq!(source_prepositions(hash_of_lower("according")).next(), Some(&["according", "to"][..]));
    }

    #[test]
    fn every_line_of_the_lexicon_has_a_known_frame() {
        for line in lines(include_str!("../../../assets/lexicon/en/cues.txt")) {
            let mut frames = line.split_whitespace().skip(1).peekable();
            assert!(frames.peek().is_some(), "{line}");
            assert!(frames.all(|f| f.starts_with('+') || Frames::named(f) != Frames(0)), "{line}");
        }
    }
}
