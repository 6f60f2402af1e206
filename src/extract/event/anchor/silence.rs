//! Silence: that somebody would not speak is news of the day on which the reporter asked.
//!
//! "Police gave no details", "the ministry declined to comment", "she did not respond to a request for comment": told like
//! speech, with the article's day, whatever day the passage tells of.

use crate::extract::event::mentions::Found;
use crate::extract::event::reading::Reading;
use crate::model::{Modality, Tense};

/// Whether a verb of the past tells that somebody would not speak.
pub(super) fn is_told(reading: &Reading<'_>, found: &Found) -> bool {
    const WORDS: [&str; 6] = ["detail", "details", "comment", "explanation", "reason", "information"];
    const SPEAKS: [&str; 11] = [
        "answer",
        "comment",
        "confirm",
        "discuss",
        "disclose",
        "elaborate",
        "give",
        "identify",
        "name",
        "provide",
        "speculate",
    ];
    const REACH: usize = 5;
    let document = reading.document;
    let denied = found.modality == Modality::Negated;
    let next = found.token + 1;
    found.tense == Tense::Past
        && match found.lemma.as_ref() {
            "give" | "offer" | "provide" => {
                let no = denied || document.is(next, "no") || document.is(next, "few");
                no && (next..next + REACH).any(|i| WORDS.iter().any(|word| document.is(i, word)))
            }
            "decline" | "refuse" => document.is(next, "to") && SPEAKS.contains(&document.lemma(next + 1).as_ref()),
            "comment" | "elaborate" => denied,
            "respond" => {
                denied && (next..next + REACH).any(|i| document.is(i, "request") || document.is(i, "requests"))
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::fixture;

    #[test]
    fn who_would_not_speak_was_asked_on_the_articles_day() {
        let lead = "Talks/NNS broke/VBD off/RP on/IN Monday/NNP=2026-01-05 ./.";
        for (after, expected) in [
            ("Police/NNS gave/VBD no/DT details/NNS ./.", "gave 2026-01-08"),
            ("Police/NNS gave/VBD no/DT ground/NN ./.", "gave 2026-01-05"),
            ("The/DT firm/NN declined/VBD to/TO comment/VB ./.", "declined 2026-01-08"),
        ] {
            let dated = fixture("2026-01-08", &format!("{lead}\n{after}")).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{after}: {dated:?}");
        }
    }
}
