//! Confidence: how often each way of dating a word proves right, counted on annotated news. The aim is that of the dates
//! shown with 0.9 nine in ten hold; counted, days given by the word's own time did, bounds held a little more often.
//!
//! A day is right when the reader's day may be that day, bounds when the reader's lie within. What was counted less
//! than twenty times stands nearer to the rate of its kind. Rates of forms without time stand in `tense`.

use super::bounds::Bounds;
use crate::model::{Precision, Tense};

/// Dated by a time elsewhere in its sentence.
pub(super) const SAME_SENTENCE: f32 = 0.75;
/// Told in an entry of a chronicle, under its day.
pub(super) const ENTRY: f32 = 0.85;
/// Of what a mention was lent that had its date lent itself, this part holds for the next.
pub(super) const CHAIN: f32 = 0.75;
/// Of the day of a deed told elsewhere in the article, this part holds for another word for it.
pub(super) const SAME_DEED: f32 = 0.9;
/// A clock time without a day in its paragraph.
pub(super) const BARE_CLOCK: f32 = 0.7;
/// Told on in a paragraph after the one that gives the day.
pub(super) const TOLD_ON: f32 = 0.75;
/// No single day is stated that is likelier wrong than right.
pub(super) const LEAST_DAY: f32 = 0.5;
/// A state told with the verb's tense alone: "has power".
pub(super) const STATE_LASTS: f32 = 0.65;
/// "according to the minister".
pub(super) const ACCORDING: f32 = 0.8;

/// A time of its own: complete ("14 May 2025"), or read from the article's day or another time ("Tuesday", "in May").
/// A verb without tense shares its clause with the one that governs it, whose time it may be.
pub(super) fn own(precision: Precision, complete: bool, tense: Tense) -> f32 {
    let day = matches!(precision, Precision::Day | Precision::Hour | Precision::Minute | Precision::Week);
    match (complete, precision) {
        (true, Precision::Day | Precision::Month | Precision::Year | Precision::Hour | Precision::Minute) => 0.94,
        (true, _) => 0.8,
        (false, _) if day && matches!(tense, Tense::Infinitive | Tense::Participle) => 0.65,
        (false, _) if day && tense == Tense::Future => 0.75,
        (false, _) if day => 0.9,
        (false, Precision::Month | Precision::Year | Precision::Quarter | Precision::Season) => 0.74,
        (false, _) => 0.6,
    }
}

/// Told in the time of its paragraph.
pub(super) fn paragraph(bounds: Bounds) -> f32 {
    if bounds.as_day().is_some() { 0.88 } else { 0.5 }
}

/// Read from the word that governs it.
pub(super) fn governed(tense: Tense, bounds: Bounds) -> f32 {
    let (began, ended) = (bounds.begin.latest.is_some(), bounds.end.latest.is_some());
    match tense {
        _ if bounds.as_day().is_some() => 0.92,
        Tense::None if began != ended => 0.92,
        Tense::None => 0.85,
        Tense::Participle if began && bounds.end.is_open() => 0.95,
        Tense::Infinitive | Tense::Participle => 0.76,
        _ => 0.7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_complete_in_itself_is_surer_than_what_hangs_on_another_day() {
        assert!(own(Precision::Day, true, Tense::Past) > own(Precision::Day, false, Tense::Past));
        assert!(own(Precision::Day, false, Tense::Past) > own(Precision::Day, false, Tense::Infinitive));
        assert!(own(Precision::Month, true, Tense::Past) > own(Precision::Month, false, Tense::Past));
    }
}
