//! Events: words that name happenings are found, anchored in time, and those that name one happening brought together.
//!
//! A mention is a word (TimeML EVENT); an event is what a reader would put on a timeline, however often the article
//! tells it. Mentions may carry wide bounds read from tense; an event is dated only where the text gives evidence.

mod aim;
mod anchor;
mod attach;
mod bounds;
mod candidate;
mod caption_link;
mod clause;
mod comment;
mod confidence;
mod depends;
mod entry;
mod group;
mod headline;
mod joined;
mod lexicon;
mod mentions;
mod nominal;
mod participants;
mod place;
mod pronoun;
mod reading;
mod relation;
mod repair;
mod salience;
mod share;
mod states;
mod story;
mod tense;
mod timed_noun;
mod title;
mod verb_group;
mod wording;
mod worth;

use self::anchor::{Anchor, Evidence};
use self::candidate::Candidate;
use self::caption_link::Link;
use self::reading::Reading;
use super::{text::Document, timex::Times};
use crate::model::{
    Caption, CaptionId, CaptionLink, Entity, Event, EventId, EventKind, EventMention, MentionId, Modality, Quote,
    QuoteId, Span,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What the trainer of the finder of event nouns shares with it.
#[cfg(feature = "train")]
pub(crate) mod training {
    pub(crate) use super::nominal::Judge;

    /// Whether the list of event nouns has the word.
    pub(crate) fn is_listed(word: &str) -> bool {
        super::lexicon::event_noun(word).is_some()
    }

    /// The document as events are read from it: with tags put right.
    pub(crate) fn repaired<'a>(document: &super::Document<'a>) -> super::Document<'a> {
        super::repair::tags(document)
    }
}

/// Finds event mentions and events, and links captions and quotes to them.
pub fn find(
    document: &Document<'_>,
    times: &Times,
    entities: &[Entity],
    quotes: &[Quote],
    captions: &mut [Caption],
) -> (Vec<EventMention>, Vec<Event>) {
    let document = &repair::tags(document);
    let reading = Reading::new(document, times, entities, quotes, captions);
    let attached = attach::find(&reading);
    let anchors = anchor::find(&reading, &attached);
    let mut candidates = group::join(&reading, &anchors, candidate::find(&reading, &anchors));
    let links = caption_link::link(&reading, &anchors, captions, &mut candidates);
    date_statements(&reading, &anchors, captions, &links, &mut candidates);
    worth::sift(&reading, captions, &links, &mut candidates);
    let headline = headline::find(&reading, &anchors);
    let linked = states::find(&reading, &anchors);
    let (mentions, mut events) = records(&reading, &anchors, captions, candidates, &links);
    let doubtful = doubtful_nouns(&reading, &anchors, &events);
    let mut others = headline;
    others.extend(linked);
    let mut mentions = in_text_order(mentions, |at| !doubtful.contains(&at), others, &mut events);
    for (index, event) in events.iter().enumerate() {
        for mention in &event.mentions {
            if let Some(mention) = mentions.get_mut(mention.index()) {
                mention.event = Some(EventId::at(index));
            }
        }
    }
    (mentions, events)
}

/// Those of the story's mentions that are kept and all others, in text order; the events are told their mentions' new places.
fn in_text_order(
    mentions: Vec<EventMention>,
    kept: impl Fn(usize) -> bool,
    others: Vec<EventMention>,
    events: &mut [Event],
) -> Vec<EventMention> {
    let own = mentions.into_iter().enumerate().filter(|(at, _)| kept(*at)).map(|(at, mention)| (mention, Some(at)));
    let mut all: Vec<_> = own.chain(others.into_iter().map(|mention| (mention, None))).collect();
    all.sort_by_key(|(mention, _)| mention.span);
    let places: FxHashMap<usize, usize> =
        all.iter().enumerate().filter_map(|(place, (_, at))| Some(((*at)?, place))).collect();
    for event in events {
        let place = |id: &MentionId| places.get(&id.index()).map(|place| MentionId::at(*place));
        event.mentions = event.mentions.iter().filter_map(place).collect();
    }
    all.into_iter().map(|(mention, _)| mention).collect()
}

/// The nouns that hardly name happenings, unless a time says that they took place or an event is told by them.
fn doubtful_nouns(reading: &Reading<'_>, anchors: &[Option<Anchor>], events: &[Event]) -> BTreeSet<usize> {
    let stated = |a: &Anchor| matches!(a.evidence, Evidence::Own | Evidence::Mention(_));
    let dated = |at: usize| anchors.get(at).and_then(Option::as_ref).is_some_and(stated);
    let doubtful = reading.found.iter().enumerate().filter(|(at, found)| found.doubtful && !dated(*at));
    let mut doubtful: BTreeSet<usize> = doubtful.map(|(at, _)| at).collect();
    for id in events.iter().flat_map(|event| &event.mentions) {
        doubtful.remove(&id.index());
    }
    doubtful
}

fn date_statements(
    reading: &Reading<'_>,
    anchors: &[Option<Anchor>],
    captions: &[Caption],
    links: &[Link],
    candidates: &mut [Candidate],
) {
    let Some(mut story) = story::find(reading, candidates) else { return };
    for link in links {
        if let (Some(caption), Some(candidate)) = (captions.get(link.caption), candidates.get(link.candidate)) {
            story.add_photo(caption, candidate);
        }
    }
    for candidate in candidates {
        story.date_statement(reading, anchors, candidate);
    }
}

/// Turns words and candidates into records in text order, and tells the captions their events.
fn records(
    reading: &Reading<'_>,
    anchors: &[Option<Anchor>],
    captions: &mut [Caption],
    candidates: Vec<Candidate>,
    links: &[Link],
) -> (Vec<EventMention>, Vec<Event>) {
    let mentions = reading
        .found
        .iter()
        .zip(anchors)
        .map(|(found, anchor)| EventMention {
            span: found.span,
            class: found.class,
            tense: found.tense,
            aspect: found.aspect,
            modality: found.modality,
            date: anchor.as_ref().map(|a| a.date.clone()),
            event: None,
        })
        .collect();
    let mut made: Vec<(usize, Event)> = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let shown: Vec<usize> = links.iter().filter(|l| l.candidate == index).map(|l| l.caption).collect();
        if let Some(event) = event(reading, candidate, &shown, captions) {
            made.push((index, event));
        }
    }
    made.sort_by_key(|(index, event)| (event.span, *index));
    for link in links {
        if let Some(place) = made.iter().position(|(index, _)| *index == link.candidate)
            && let Some(caption) = captions.get_mut(link.caption)
        {
            caption.events.push(CaptionLink { event: EventId::at(place), reason: link.reason.clone() });
        }
    }
    (mentions, made.into_iter().map(|(_, event)| event).collect())
}

fn event(reading: &Reading<'_>, candidate: &Candidate, shown: &[usize], captions: &[Caption]) -> Option<Event> {
    let title = candidate.title.clone()?;
    let span = title::sentence_span(reading, candidate.sentence);
    let span = candidate.photo.and_then(|i| captions.get(i)).map_or(span, |c| c.text);
    let mut sources: Vec<Span> = candidate.sources.iter().map(|s| title::sentence_span(reading, *s)).collect();
    sources.extend(shown.iter().filter_map(|c| captions.get(*c)).map(|c| c.text));
    sources.push(span);
    sources.sort_unstable();
    sources.dedup();
    if candidate.photo.is_some() {
        sources = vec![span];
    }
    let mut found = candidate.found.clone();
    found.sort_unstable();
    found.dedup();
    let main = candidate.main.and_then(|m| reading.found.get(m));
    let (mut participants, mut place) = main.map(|f| participants::of_word(reading, f)).unwrap_or_default();
    for other in found.iter().filter_map(|f| reading.found.get(*f)).take(12) {
        let (more, where_) = participants::of_word(reading, other);
        for part in more {
            participants::add(&mut participants, part.entity.index(), part.part);
        }
        place = place.or(where_);
    }
    let quotes = || candidate.quotes.iter().filter_map(|q| reading.quotes.get(*q));
    for speaker in quotes().flat_map(|q| q.joint.iter().copied()).chain(quotes().filter_map(|q| q.speaker)) {
        participants.retain(|p| p.entity != speaker);
        participants.insert(0, crate::model::Participant { entity: speaker, part: crate::model::Part::Agent });
    }
    if let Some(caption) = candidate.photo.and_then(|i| captions.get(i)) {
        caption_link::participants_of(reading, caption, &mut participants);
        place = place.or(caption.place);
    }
    place = place.or_else(|| place::of_dateline(reading, candidate));
    let told = |e: &Entity| e.standing == crate::model::Standing::Story;
    participants.retain(|p| reading.entities.get(p.entity.index()).is_some_and(told) && Some(p.entity) != place);
    let modality = match main.map_or(Modality::Actual, |m| m.modality) {
        // Shown although it is no fact yet: only what is set for a day is.
        Modality::Hypothetical if candidate.date.is_some() => Modality::Planned,
        modality => modality,
    };
    let mut quotes: Vec<QuoteId> = candidate.quotes.iter().chain(&candidate.remarks).map(|q| QuoteId::at(*q)).collect();
    quotes.sort_unstable();
    quotes.dedup();
    let mut event = Event {
        title,
        kind: candidate.kind,
        modality: if candidate.kind == EventKind::Statement { Modality::Actual } else { modality },
        span,
        sources,
        mentions: found.into_iter().map(MentionId::at).collect(),
        date: candidate.date.clone(),
        participants,
        place,
        quotes,
        captions: shown.iter().map(|c| CaptionId::at(*c)).collect(),
        salience: 0.0,
    };
    event.salience = salience::of(&event, candidate.sentence, reading.sentences.len());
    Some(event)
}

#[cfg(test)]
mod testing;

#[cfg(test)]
mod tests {
    use super::testing::fixture;
    use crate::model::EntityKind;

    #[test]
    fn a_time_goes_to_the_verb_whose_clause_it_stands_in() {
        let said = fixture(
            "2026-01-08",
            "The/DT company/NN said/VBD on/IN Tuesday/NNP=2026-01-06 that/IN it/PRP will/MD close/VB the/DT mine/NN in/IN June/NNP=2026-06 ./.",
        );
        assert_eq!(said.dated_mentions(), ["said 2026-01-06", "close 2026-06-01/2026-06-28"]);
        let plain =
            fixture("2026-01-08", "Officials/NNS said/VBD the/DT bomb/NN exploded/VBD on/IN Monday/NNP=2026-01-05 ./.");
        assert_eq!(plain.dated_mentions(), ["said 2026-01-08", "exploded 2026-01-05"]);
        let first = fixture("2026-01-08", "On/IN Monday/NNP=2026-01-05 police/NN arrested/VBD two/CD men/NNS ./.");
        assert_eq!(first.dated_mentions(), ["arrested 2026-01-05"]);
    }

    #[test]
    fn a_time_goes_to_the_noun_it_modifies_or_follows() {
        let modifies = fixture(
            "2026-01-08",
            "He/PRP denied/VBD the/DT November/NNP=2025-11 attack/NN ./.\nTuesday/NNP=2026-01-06 's/POS meeting/NN failed/VBD ./.",
        );
        assert_eq!(
            modifies.dated_mentions(),
            ["denied 2026-01-08", "attack 2025-11-01/2025-11-28", "meeting 2026-01-06", "failed 2026-01-06"]
        );
    }

    #[test]
    fn a_lead_with_its_occasion_and_a_later_telling_are_one_event() {
        let article = fixture(
            "2026-01-06",
            "Members/NNS of/IN the/DT coalition/NN made/VBD progress/NN at/IN a/DT meeting/NN in/IN Paris/NNP on/IN Tuesday/NNP=2026-01-06 ./.\n\nThe/DT Paris/NNP meeting/NN brought/VBD together/RP thirty/CD leaders/NNS ./.",
        )
        .entity(EntityKind::Place, &["Paris"]);
        assert_eq!(article.titles(), ["2026-01-06 Members of the coalition made progress at a meeting in Paris"]);
        let (_, events, _) = article.find();
        assert_eq!(events[0].sources.len(), 2);
    }

    #[test]
    fn what_is_only_so_or_might_be_is_no_event() {
        let article = fixture(
            "2026-01-06",
            "The/DT US/NNP might/MD annex/VB Greenland/NNP ./.\nEurope/NNP is/VBZ in/IN a/DT crisis/NN ./.\nObservers/NNS hope/VBP for/IN peace/NN ./.",
        );
        assert_eq!(article.titles(), Vec::<String>::new());
    }

    #[test]
    fn what_has_no_date_stays_undated() {
        for (text, expected) in [
            ("It/PRP is/VBZ cold/JJ ./.\nThe/DT US/NNP has/VBZ cast/VBN doubt/NN on/IN it/PRP ./.", "undated"),
            ("The/DT US/NNP has/VBZ already/RB cast/VBN doubt/NN on/IN it/PRP ./.", "undated"),
            ("The/DT US/NNP has/VBZ cast/VBN doubt/NN on/IN it/PRP since/IN it/PRP began/VBD ./.", "undated"),
            // What the article opens with is its news.
            ("The/DT US/NNP has/VBZ cast/VBN doubt/NN on/IN it/PRP ./.", "2026-01-06"),
        ] {
            let titles = fixture("2026-01-06", text).titles();
            assert!(titles.len() == 1 && titles[0].starts_with(&format!("{expected} US has")), "{text}: {titles:?}");
        }
    }

    #[test]
    fn a_possessor_is_no_participant() {
        let article = fixture(
            "2026-01-06",
            "The/DT participation/NN of/IN Steve/NNP Witkoff/NNP and/CC President/NNP Trump/NNP ’s/POS son-in-law/NN Jared/NNP Kushner/NNP sent/VBD a/DT signal/NN ./.",
        )
        .entity(EntityKind::Person, &["Steve Witkoff"])
        .entity(EntityKind::Person, &["Trump"])
        .entity(EntityKind::Person, &["Jared Kushner"]);
        let (_, events, _) = article.find();
        let who: Vec<_> = events[0].participants.iter().map(|p| p.entity.to_string()).collect();
        assert_eq!(who, ["e1", "e3"]);
    }

    #[test]
    fn a_caption_that_tells_the_same_dates_it() {
        let article = fixture(
            "2026-01-06",
            "Emmanuel/NNP Macron/NNP and/CC Keir/NNP Starmer/NNP signed/VBD a/DT declaration/NN ./.\n\nPHOTO: Keir/NNP Starmer/NNP and/CC Emmanuel/NNP Macron/NNP shake/VBP hands/NNS upon/IN the/DT signing/NN in/IN Paris/NNP on/IN January/NNP=2026-01-06 ./.",
        )
        .entity(EntityKind::Person, &["Emmanuel Macron"])
        .entity(EntityKind::Person, &["Keir Starmer"])
        .entity(EntityKind::Place, &["Paris"]);
        assert_eq!(article.titles(), ["2026-01-06 Emmanuel Macron and Keir Starmer signed a declaration"]);
        let (.., captions) = article.find();
        assert_eq!(captions[0].events[0].reason, "same people and words");
    }
}
