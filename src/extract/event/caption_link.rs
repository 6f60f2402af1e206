//! Photos and events: a caption that tells what the text tells belongs to that event and may date it; one that shows
//! something else is an event of its own.
//!
//! What ties the two is counted as a reader would: the same people, place, day and words. File photos show other days
//! than the story's and date nothing.

use super::anchor::Anchor;
use super::attach;
use super::candidate::{self, Candidate};
use super::participants;
use super::reading::Reading;
use crate::extract::entity::is_country;
use crate::model::{
    Caption, DateBasis, EntityKind, EventDate, EventKind, MentionForm, Precision, Span, TimexId, TimexKind,
};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Captions and candidates compared at most: an article has a handful, a hostile one must not cost more.
const MOST: usize = 400;

/// A tie between a caption and a candidate.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) caption: usize,
    pub(super) candidate: usize,
    pub(super) reason: String,
}

/// What a caption shows.
struct Shown {
    people: BTreeSet<usize>,
    places: BTreeSet<usize>,
    bodies: BTreeSet<usize>,
    /// Lemmas of its event words.
    acts: BTreeSet<Cow<'static, str>>,
    occasion: bool,
    date: Option<EventDate>,
    /// Its longer words, by their hash.
    words: BTreeSet<u64>,
}

/// Links captions to candidates, dates by them what the text leaves undated, and adds a candidate for each caption that
/// shows something new.
pub(super) fn link(
    reading: &Reading<'_>,
    anchors: &[Option<Anchor>],
    captions: &[Caption],
    candidates: &mut Vec<Candidate>,
) -> Vec<Link> {
    if captions.is_empty() {
        return Vec::new();
    }
    let told: Vec<Shown> = candidates.iter().take(MOST).map(|c| tells(reading, c)).collect();
    let occasion = candidates.iter().position(|c| is_occasion(reading, c) && c.date.is_some());
    let mut links = Vec::new();
    let mut photos = Vec::new();
    for (index, caption) in captions.iter().enumerate().take(MOST) {
        let shown = shows(reading, captions, index);
        let best = if caption.is_file_photo { None } else { best_match(reading, &shown, &told, candidates) };
        let at_occasion =
            occasion.filter(|o| !caption.is_file_photo && told.get(*o).is_some_and(|t| same_occasion(&shown, t)));
        if let Some((candidate, reason)) = &best {
            links.push(Link { caption: index, candidate: *candidate, reason: reason.clone() });
            // Words alone do not say that both are of one day.
            let happens = told.get(*candidate).is_some_and(|tells| ties(&shown, tells));
            date_by_caption(reading, &shown, caption, candidates.get_mut(*candidate).filter(|_| happens));
        }
        if let Some(occasion) = at_occasion.filter(|o| best.as_ref().is_none_or(|(b, _)| b != o)) {
            links.push(Link { caption: index, candidate: occasion, reason: "same occasion, place and day".to_owned() });
        }
        if best.is_none() && at_occasion.is_none() && !caption.is_file_photo {
            let scene = same_scene(reading, &shown, &told, candidates);
            links.extend(scene.map(|candidate| Link {
                caption: index,
                candidate,
                reason: "same place and day".to_owned(),
            }));
        }
        let own_people = names_people(reading, caption);
        // At an occasion somebody whom the text does not name there is shown doing something of their own.
        let own_act = own_people
            && best.as_ref().is_none_or(|(b, _)| told.get(*b).is_some_and(|t| t.people.is_disjoint(&shown.people)));
        if (own_act || best.is_none() && at_occasion.is_none())
            && let Some(photo) = photo(reading, anchors, index, &shown)
        {
            photos.push(photo);
        }
    }
    for photo in photos {
        let Some(caption) = photo.photo else { continue };
        // A page may show one picture twice.
        let words = |index: usize| captions.get(index).map(|c| c.text.of(reading.text()));
        let again = |c: &Candidate| c.photo.is_some_and(|other| words(other) == words(caption));
        if let Some(candidate) = candidates.iter().position(again) {
            links.push(Link { caption, candidate, reason: "the photo shows it".to_owned() });
            continue;
        }
        links.push(Link { caption, candidate: candidates.len(), reason: "the photo shows it".to_owned() });
        candidates.push(photo);
    }
    links
}

fn names_people(reading: &Reading<'_>, caption: &Caption) -> bool {
    let person =
        |n: &super::reading::NameAt| reading.entities.get(n.entity).is_some_and(|e| e.kind == EntityKind::Person);
    reading.names_in(caption.text).iter().any(person)
}

/// Whether a candidate tells of an occasion.
pub(super) fn is_occasion(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    candidate.found.iter().any(|f| reading.found.get(*f).is_some_and(|f| f.is_occasion()))
}

fn shows(reading: &Reading<'_>, captions: &[Caption], index: usize) -> Shown {
    let mut shown = Shown {
        people: BTreeSet::new(),
        places: BTreeSet::new(),
        bodies: BTreeSet::new(),
        acts: BTreeSet::new(),
        occasion: false,
        date: caption_date(reading, captions, index),
        words: captions.get(index).map(|caption| words_of(reading, caption.text)).unwrap_or_default(),
    };
    let Some(caption) = captions.get(index) else { return shown };
    add_names(reading, reading.names_in(caption.text), &mut shown);
    shown.people.extend(caption.people.iter().map(|p| p.index()));
    shown.places.extend(caption.place.iter().map(|p| p.index()));
    for sentence in sentences_of(reading, captions, index).filter_map(|s| reading.sentences.get(s)) {
        for found in reading.found.get(sentence.found.clone()).unwrap_or(&[]) {
            shown.acts.insert(found.lemma.clone());
            shown.occasion |= found.is_occasion();
        }
    }
    shown
}

/// The first sentences of a caption, as many as are read.
fn sentences_of<'a>(
    reading: &'a Reading<'_>,
    captions: &[Caption],
    index: usize,
) -> impl Iterator<Item = usize> + use<'a> {
    const MOST_SENTENCES: usize = 6;
    let first = captions.get(index).and_then(|caption| reading.sentence_at(caption.text.start));
    let belongs = move |s: &usize| reading.sentences.get(*s).is_some_and(|s| s.caption == Some(index));
    first.into_iter().flat_map(|s| s..s + MOST_SENTENCES).filter(belongs)
}

fn add_names(reading: &Reading<'_>, names: &[super::reading::NameAt], shown: &mut Shown) {
    for name in names.iter().take(60) {
        match reading.entities.get(name.entity).map(|e| e.kind) {
            Some(EntityKind::Person) => shown.people.insert(name.entity),
            Some(EntityKind::Place) => shown.places.insert(name.entity),
            Some(EntityKind::Organisation) => shown.bodies.insert(name.entity),
            _ => false,
        };
    }
}

fn tells(reading: &Reading<'_>, candidate: &Candidate) -> Shown {
    let mut shown = Shown {
        people: BTreeSet::new(),
        places: BTreeSet::new(),
        bodies: BTreeSet::new(),
        acts: BTreeSet::new(),
        occasion: is_occasion(reading, candidate),
        date: candidate.date.clone(),
        words: BTreeSet::new(),
    };
    for sentence in candidate.sources.iter().take(1) {
        shown.words.extend(words_of(reading, super::title::sentence_span(reading, *sentence)));
    }
    for sentence in candidate.sources.iter().take(8) {
        let names = reading.names_in(super::title::sentence_span(reading, *sentence));
        add_names(reading, names, &mut shown);
    }
    for main in &candidate.found {
        if let Some(found) = reading.found.get(*main) {
            shown.acts.insert(found.lemma.clone());
        }
    }
    shown
}

/// The date that a caption states: the last calendar day of the first of its sentences that has one, else its last date.
/// What its other sentences tell beside the picture, and the days to come, are not when it was taken.
fn caption_date(reading: &Reading<'_>, captions: &[Caption], index: usize) -> Option<EventDate> {
    let caption = captions.get(index)?;
    let timexes = &reading.times.timexes;
    let within = |span: Span| {
        let from = timexes.partition_point(|t| t.span.start < span.start.max(caption.text.start));
        from..timexes.partition_point(|t| t.span.start < span.end.min(caption.text.end)).max(from)
    };
    let range = |i: &usize| {
        let timex = timexes.get(*i).filter(|t| matches!(t.kind, TimexKind::Date | TimexKind::Time))?;
        timex.range.filter(|r| r.earliest.is_some() && r.latest.is_some())
    };
    let now = reading.times.reference_date.range;
    let day = |i: &usize| {
        let day = range(i).and_then(|r| r.as_day());
        day.is_some_and(|day| now.latest.is_none_or(|now| day <= now))
    };
    let sentences = sentences_of(reading, captions, index);
    let told_first =
        sentences.map(|s| super::title::sentence_span(reading, s)).find_map(|span| within(span).rev().find(day));
    let all = within(caption.text);
    let at = told_first.or_else(|| all.clone().rev().find(day)).or_else(|| all.rev().find(|i| range(i).is_some()))?;
    let timex = timexes.get(at)?;
    let range = timex.range?;
    let words = timex.span.of(reading.text());
    Some(EventDate {
        begin: range,
        end: range,
        precision: super::bounds::precision(timex),
        clock: timex.clock,
        basis: DateBasis::Caption,
        timexes: vec![TimexId::at(at)],
        confidence: 0.9,
        explanation: format!("the photo's caption says “{words}”"),
    })
}

/// Whether two dates can be of one happening.
pub(super) fn compatible(a: Option<&EventDate>, b: Option<&EventDate>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let (a, b) = (a.hull(), b.hull());
    let apart = |first: crate::model::DateRange, second: crate::model::DateRange| matches!((first.latest, second.earliest), (Some(last), Some(next)) if last < next);
    !apart(a, b) && !apart(b, a)
}

fn same_day(a: &Shown, b: &Shown) -> bool {
    let day = |s: &Shown| s.date.as_ref().and_then(|d| d.hull().as_day());
    day(a).is_some() && day(a) == day(b)
}

fn same_occasion(shown: &Shown, told: &Shown) -> bool {
    let place = !shown.places.is_disjoint(&told.places);
    same_day(shown, told) && place && (shown.occasion || !shown.bodies.is_disjoint(&told.bodies))
}

/// What happened where and when the photo was taken, though it shows another deed: rescuers, where the text tells of the
/// flood. A country is no place for that. Of several the one that shares the most words.
fn same_scene(reading: &Reading<'_>, shown: &Shown, told: &[Shown], candidates: &[Candidate]) -> Option<usize> {
    let happens = |at: usize| candidates.get(at).is_some_and(|c| c.kind != EventKind::Statement);
    let spot = |place: &&usize| reading.entities.get(**place).is_some_and(|e| !is_country(&e.name));
    let here = |tells: &Shown| same_day(shown, tells) && shown.places.intersection(&tells.places).any(|p| spot(&p));
    let scenes = told.iter().enumerate().filter(|(at, tells)| happens(*at) && here(tells));
    let shared = |(at, tells): &(usize, &Shown)| (shown.words.intersection(&tells.words).count(), usize::MAX - at);
    scenes.max_by_key(shared).map(|(at, _)| at)
}

/// Whether people, place, day and deed tie the two to one happening.
fn ties(shown: &Shown, tells: &Shown) -> bool {
    let people = shown.people.intersection(&tells.people).count();
    let place = !shown.places.is_disjoint(&tells.places);
    let body = !shown.bodies.is_disjoint(&tells.bodies);
    let act = !shown.acts.is_disjoint(&tells.acts);
    let day = same_day(shown, tells);
    let general = shown.people.is_empty() && shown.occasion && tells.occasion;
    act && people >= 1 && (people >= 2 || day || place)
        || act && day && (place || body)
        || general && day && (place || body)
}

/// The longer words of a span, by their hash.
fn words_of(reading: &Reading<'_>, span: Span) -> BTreeSet<u64> {
    let tokens = super::reading::tokens_in(reading.document, span);
    let tokens = reading.document.tokens.get(tokens).unwrap_or(&[]).iter().take(80);
    tokens.filter(|token| token.span.len() > 3 && !token.tag.is_punctuation()).map(|token| token.hash).collect()
}

/// Whether most of the caption's words stand in what the text tells: newsrooms caption a picture with the story's sentence.
fn says_the_same(shown: &Shown, told: &Shown) -> bool {
    const FEWEST: usize = 5;
    let shared = shown.words.intersection(&told.words).count();
    shared >= FEWEST && 4 * shared >= 3 * shown.words.len()
}

/// The candidate that the caption tells too, with the reason in words.
fn best_match(
    reading: &Reading<'_>,
    shown: &Shown,
    told: &[Shown],
    candidates: &[Candidate],
) -> Option<(usize, String)> {
    let mut best: Option<(u32, usize, String)> = None;
    for (index, tells) in told.iter().enumerate() {
        let Some(candidate) = candidates.get(index) else { continue };
        let same = says_the_same(shown, tells);
        if !compatible(shown.date.as_ref(), tells.date.as_ref())
            || candidate.kind == EventKind::Statement && !is_occasion(reading, candidate) && !same
        {
            continue;
        }
        let people = shown.people.intersection(&tells.people).count() as u32;
        let place = !shown.places.is_disjoint(&tells.places);
        let body = !shown.bodies.is_disjoint(&tells.bodies);
        let act = !shown.acts.is_disjoint(&tells.acts);
        let day = same_day(shown, tells);
        let general = shown.people.is_empty() && shown.occasion && tells.occasion;
        let enough = same || ties(shown, tells);
        let score = 3 * people
            + 3 * u32::from(act)
            + 2 * u32::from(day)
            + u32::from(place)
            + u32::from(body)
            + 2 * u32::from(general)
            + 3 * u32::from(same);
        if enough && best.as_ref().is_none_or(|(s, ..)| score > *s) {
            best = Some((score, index, reason(people > 0, place, day, act || general || same)));
        }
    }
    best.map(|(_, index, reason)| (index, reason))
}

fn reason(people: bool, place: bool, day: bool, words: bool) -> String {
    let named = [(people, "people"), (place, "place"), (day, "day"), (words, "words")];
    let parts: Vec<&str> = named.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
    match parts.split_last() {
        Some((last, [])) => format!("same {last}"),
        Some((last, rest)) => format!("same {} and {last}", rest.join(", ")),
        None => "the photo shows it".to_owned(),
    }
}

/// What the text leaves undated takes the date of the caption that shows it.
fn date_by_caption(reading: &Reading<'_>, shown: &Shown, caption: &Caption, candidate: Option<&mut Candidate>) {
    let (Some(candidate), Some(date)) = (candidate, &shown.date) else { return };
    let weak =
        candidate.date.as_ref().is_none_or(|d| d.basis == DateBasis::Publication || d.precision == Precision::Range);
    if weak {
        let words = super::wording::cut(&super::wording::tidy(caption.text.of(reading.text())), 60);
        let mut date = date.clone();
        date.confidence = 0.85;
        date.explanation = format!("{}: “{words}”", date.explanation);
        candidate.date = Some(date);
        candidate.evidence = None;
    }
}

/// A candidate for a caption that shows something the text does not tell.
fn photo(reading: &Reading<'_>, anchors: &[Option<Anchor>], index: usize, shown: &Shown) -> Option<Candidate> {
    let sentence = (0..reading.sentences.len())
        .find(|s| reading.sentences.get(*s).is_some_and(|s| s.caption == Some(index) && s.story))?;
    if shown.date.is_none() && shown.people.is_empty() {
        return None;
    }
    let read = reading.sentences.get(sentence)?;
    let main = read
        .clauses
        .first()
        .and_then(|c| read.groups.get(c.group))
        .and_then(|g| attach::found_at(reading, sentence, g.head))
        .or_else(|| read.found.clone().next());
    let date = shown.date.clone().or_else(|| {
        main.and_then(|m| anchors.get(m)?.as_ref())
            .filter(|a| a.evidence == super::anchor::Evidence::Own)
            .map(|a| a.date.clone())
    });
    Some(Candidate {
        kind: EventKind::Photo,
        main,
        found: main.into_iter().collect(),
        sentence,
        sources: vec![sentence],
        captions: Vec::new(),
        date,
        photo: Some(index),
        remarks: Vec::new(),
        title: None,
        ..candidate::empty()
    })
}

/// The people and bodies that a caption's photo shows take part in it.
pub(super) fn participants_of(reading: &Reading<'_>, caption: &Caption, parts: &mut Vec<crate::model::Participant>) {
    for name in reading.names_in(caption.text).iter().filter(|n| n.form == MentionForm::Name).take(24) {
        let entity = reading.entities.get(name.entity);
        let tokens = super::reading::tokens_in(reading.document, name.span);
        let possessive = reading
            .document
            .tokens
            .get(tokens.end)
            .is_some_and(|t| t.tag == crate::extract::text::Tag::PossessiveMarker);
        if entity.is_some_and(|e| e.kind == EntityKind::Person) && !possessive {
            participants::add(parts, name.entity, crate::model::Part::Agent);
        }
    }
}
