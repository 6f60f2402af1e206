//! Headlines: event words above the story, dated by what the story tells of them.
//!
//! "Nordvik wins ferry contract" has no time of its own. The story tells the same happening again with its day ("has won",
//! "signed on Monday"), or opens with the news that the headline tells in the present tense.

use super::anchor::{Anchor, Evidence};
use super::mentions::{self, Found};
use super::reading::Reading;
use super::verb_group::{self, VerbGroup};
use crate::model::{Aspect, BlockKind, DateBasis, EventClass, EventDate, EventMention, Modality, Tense};

/// How many sentences of the story may tell a headline's happening again.
const TOLD_WITHIN: usize = 8;
/// How often the date of what the story tells again holds for the headline's word.
const RETOLD: f32 = 0.9;
/// How often the headline's present tense tells the news that the story opens with.
const NEWS: f32 = 0.65;

/// The event words of the headline, in text order.
pub(super) fn find(reading: &Reading<'_>, anchors: &[Option<Anchor>]) -> Vec<EventMention> {
    let mut found = Vec::new();
    for sentence in &reading.document.sentences {
        let block = reading.document.article.blocks.get(sentence.block);
        if block.is_none_or(|b| b.kind != BlockKind::Headline) {
            continue;
        }
        let groups = verb_group::find(reading.document, sentence);
        for token in sentence.tokens.clone() {
            if let Some(group) = groups.iter().find(|g| g.head == token && !g.is_copula()) {
                found.extend(of_verb(reading, anchors, group));
            } else if let Some(noun) = mentions::of_noun(reading, token) {
                let date = told_below(reading, anchors, &noun.lemma).map(retold);
                found.push(mention(&noun, date));
            }
        }
    }
    found
}

fn of_verb(reading: &Reading<'_>, anchors: &[Option<Anchor>], group: &VerbGroup) -> Option<EventMention> {
    let word = mentions::of_verb(reading, group.head, 0, group);
    let told = told_below(reading, anchors, &word.lemma);
    let tells = group.finite && word.tense == Tense::Present && word.aspect == Aspect::None;
    let happens = !matches!(word.class, EventClass::State | EventClass::IState) && word.modality == Modality::Actual;
    let opening = || opens_with(reading, anchors).filter(|_| tells && happens).map(news);
    let date = told.map(retold).or_else(opening);
    Some(mention(&word, date))
}

/// The first dated word of the story that names the same happening.
fn told_below<'a>(reading: &Reading<'_>, anchors: &'a [Option<Anchor>], lemma: &str) -> Option<&'a Anchor> {
    let first = reading.found.first()?.sentence;
    let near = reading.found.iter().zip(anchors).take_while(|(found, _)| found.sentence < first + TOLD_WITHIN);
    // What tense alone bounds in the story, it bounds otherwise in the headline: "agreed to buy", "agrees purchase".
    let known = |anchor: &&Anchor| {
        anchor.bounds.as_day().is_some() || !matches!(anchor.evidence, Evidence::Tense | Evidence::Governor)
    };
    near.filter(|(found, _)| found.lemma == lemma).filter_map(|(_, anchor)| anchor.as_ref()).find(known)
}

/// The day of the news with which the story opens.
fn opens_with<'a>(reading: &Reading<'_>, anchors: &'a [Option<Anchor>]) -> Option<&'a Anchor> {
    let opening = reading.sentences.iter().position(|s| s.story && s.caption.is_none() && !s.clauses.is_empty())?;
    let now = reading.times.reference_date.range.latest?;
    let told =
        reading.found.iter().zip(anchors).filter(|(found, _)| found.sentence == opening && found.group.is_some());
    told.filter_map(|(_, anchor)| anchor.as_ref()).find(|anchor| {
        let stated = matches!(anchor.evidence, Evidence::Own | Evidence::Sentence | Evidence::Lead);
        stated
            && anchor
                .bounds
                .as_day()
                .is_some_and(|day| (0..=super::timed_noun::NEWS_DAYS).contains(&(now - day).num_days()))
    })
}

fn retold(anchor: &Anchor) -> EventDate {
    let date = anchor.date.clone();
    let explanation = format!("told again in the story: {}", date.explanation);
    EventDate { basis: DateBasis::Context, confidence: date.confidence * RETOLD, explanation, ..date }
}

fn news(anchor: &Anchor) -> EventDate {
    let date = anchor.date.clone();
    let explanation = format!("the headline’s news, with which the story opens: {}", date.explanation);
    EventDate { basis: DateBasis::Context, confidence: date.confidence.min(NEWS), clock: None, explanation, ..date }
}

fn mention(found: &Found, date: Option<EventDate>) -> EventMention {
    EventMention {
        span: found.span,
        class: found.class,
        tense: found.tense,
        aspect: found.aspect,
        modality: found.modality,
        date,
        event: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::event::testing::{day, fixture};
    use crate::model::BlockKind;

    #[test]
    fn a_headline_is_dated_by_what_the_story_tells_of_it() {
        let told = "Nordvik/NNP won/VBD the/DT contract/NN on/IN Monday/NNP=2026-01-05 ./.";
        let news = "The/DT firm/NN has/VBZ taken/VBN the/DT contract/NN ./.";
        let plain = "The/DT firm/NN is/VBZ old/JJ ./.";
        for (headline, story, expected) in [
            ("Nordvik/NNP wins/VBZ contract/NN", told, Some("2026-01-05")),
            ("Nordvik/NNP wins/VBZ contract/NN", news, Some("2026-01-08")),
            ("Nordvik/NNP wins/VBZ contract/NN", plain, None),
            // What is to come is not the news that the story opens with.
            ("Nordvik/NNP will/MD win/VB contract/NN", news, None),
            ("Nordvik/NNP owns/VBZ contract/NN", news, None),
        ] {
            let mut article = fixture("2026-01-08", &format!("{headline}\n\n{story}"));
            article.article.blocks[0].kind = BlockKind::Headline;
            let (mentions, events, _) = article.find();
            let found = mentions[0].date.as_ref().and_then(|d| d.hull().as_day());
            assert_eq!(found, expected.map(day), "{headline}: {story}");
            assert!(events.iter().all(|e| !e.title.contains("wins")), "{events:?}");
        }
    }
}
