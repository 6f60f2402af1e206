//! Candidates: which event words a reader would put on a timeline.
//!
//! Not every verb is an event. Candidates are what the article tells in its main clauses, what somebody said, and
//! whatever carries a time of its own; background states and what might be are not.

use super::anchor::{Anchor, Evidence};
use super::attach;
use super::clause::{Clause, ClauseKind};
use super::joined;
use super::mentions::Found;
use super::reading::Reading;
use crate::extract::text::Tag;
use crate::model::{Aspect, EventClass, EventDate, EventKind, Modality, QuoteKind, Tense};

/// A happening that may be shown, as one place of the text tells it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) kind: EventKind,
    /// The event word that tells it best.
    pub(super) main: Option<usize>,
    /// All its event words.
    pub(super) found: Vec<usize>,
    /// The sentence that tells it best.
    pub(super) sentence: usize,
    /// All sentences that tell it.
    pub(super) sources: Vec<usize>,
    pub(super) quotes: Vec<usize>,
    pub(super) captions: Vec<usize>,
    pub(super) date: Option<EventDate>,
    pub(super) evidence: Option<Evidence>,
    /// The caption that alone tells it.
    pub(super) photo: Option<usize>,
    /// Quotes that speak of it, said elsewhere.
    pub(super) remarks: Vec<usize>,
    /// What the timeline calls it; `None` = not shown, its words stay mentions.
    pub(super) title: Option<String>,
}

/// All candidates outside captions, in text order.
pub(super) fn find(reading: &Reading<'_>, anchors: &[Option<Anchor>]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut quotes = quotes_by_cue(reading).into_iter().peekable();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        if sentence.story && sentence.caption.is_none() {
            in_sentence(reading, anchors, index, &mut out);
        }
        while let Some((_, quote)) = quotes.next_if(|(at, _)| *at <= index) {
            statement(reading, anchors, quote, &mut out);
        }
    }
    out.sort_by_key(|c| (c.sentence, c.main));
    out
}

/// Quotes with the sentence of their cue, else that of their first words.
fn quotes_by_cue(reading: &Reading<'_>) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = (0..reading.quotes.len())
        .filter_map(|i| {
            let quote = reading.quotes.get(i)?;
            let at = quote.cue.map_or(quote.span.start, |c| c.start);
            Some((reading.sentence_at(at)?, i))
        })
        .collect();
    out.sort_unstable();
    out
}

fn in_sentence(reading: &Reading<'_>, anchors: &[Option<Anchor>], index: usize, out: &mut Vec<Candidate>) {
    let Some(sentence) = reading.sentences.get(index) else { return };
    let first_new = out.len();
    for at in sentence.found.clone() {
        let Some(found) = reading.found.get(at) else { continue };
        let anchor = anchors.get(at).and_then(Option::as_ref);
        let own = anchor.is_some_and(|a| a.evidence == Evidence::Own || happens_at(reading, anchors, found, a));
        let is_event = if found.state {
            anchor.is_some_and(|a| a.evidence == Evidence::Own) && is_told(reading, found, true)
        } else if found.noun.is_some() {
            own && is_dated_noun(found, anchor) && !is_counted(reading, found) && !is_supposed(reading, found)
        } else {
            is_told(reading, found, own)
        };
        if !is_event || merge_in_sentence(reading, anchors, at, out.get_mut(first_new..).unwrap_or(&mut [])) {
            continue;
        }
        out.push(candidate(reading, anchors, at));
    }
}

/// "until he [was dismissed in a 2022 reshuffle]": done at the dated happening that its own clause names.
fn happens_at(reading: &Reading<'_>, anchors: &[Option<Anchor>], found: &Found, anchor: &Anchor) -> bool {
    let Evidence::Mention(occasion) = anchor.evidence else { return false };
    let stated = anchors.get(occasion).and_then(Option::as_ref).is_some_and(|a| a.evidence == Evidence::Own);
    let beside = reading.found.get(occasion).is_some_and(|o| o.sentence == found.sentence && o.clause == found.clause);
    stated && beside && found.tense == Tense::Past && is_finite(reading, found)
}

fn candidate(reading: &Reading<'_>, anchors: &[Option<Anchor>], at: usize) -> Candidate {
    let found = reading.found.get(at);
    let sentence = found.map_or(0, |f| f.sentence);
    let anchor = anchors.get(at).and_then(Option::as_ref).filter(|a| a.evidence != Evidence::Tense);
    let kind = if found.is_some_and(|f| f.class == EventClass::Reporting && f.noun.is_none()) {
        EventKind::Statement
    } else {
        EventKind::Happening
    };
    Candidate {
        kind,
        main: Some(at),
        found: vec![at],
        sentence,
        sources: vec![sentence],
        quotes: Vec::new(),
        captions: Vec::new(),
        date: anchor.filter(|a| a.evidence != Evidence::Governor).map(|a| a.date.clone()),
        evidence: anchor.map(|a| a.evidence),
        photo: None,
        remarks: Vec::new(),
        title: None,
    }
}

fn is_dated_noun(found: &Found, anchor: Option<&Anchor>) -> bool {
    let Some(kind) = found.noun else { return false };
    let bounded = anchor.is_some_and(|a| !a.bounds.hull().is_open());
    bounded && kind.is_incident() && found.quote.is_none()
}

/// "the third such accident this year": how often, not when.
fn is_counted(reading: &Reading<'_>, found: &Found) -> bool {
    found.token.checked_sub(1).is_some_and(|before| reading.document.is(before, "such"))
}

/// "fears it would amount to amnesty": no happening, unless it is one that is known.
fn is_supposed(reading: &Reading<'_>, found: &Found) -> bool {
    let clause = clause_of(reading, found);
    let verb = clause.zip(reading.sentences.get(found.sentence)).and_then(|(c, read)| read.groups.get(c.group));
    verb.is_some_and(|g| g.conditional) && !super::mentions::is_definite(reading, found.token)
}

/// Whether the article tells the verb as something that happened, happens on a stated day, or is going to.
fn is_told(reading: &Reading<'_>, found: &Found, own: bool) -> bool {
    let due = own && is_due(reading, found);
    // "told a briefing, [referring] to the fires of 2009": words about something else.
    let token = reading.document.tag(found.token);
    if token == Tag::VerbGerund
        && found.tense == Tense::Participle
        && matches!(found.lemma.as_ref(), "refer" | "cite" | "recall")
    {
        return false;
    }
    // "would rather leave than “[wait] for Monday”": what nobody wants.
    if token == Tag::VerbBase && (1..=2).any(|back| reading.document.is(found.token.wrapping_sub(back), "than")) {
        return false;
    }
    // How a source was quoted is no news.
    if reading.document.stays_unnamed(found.token) {
        return false;
    }
    if found.modality == Modality::Hypothetical && !due || found.modality == Modality::Negated && !own {
        return false;
    }
    // "“I told myself I [would] put it back at the end of the month”": of a month long over.
    let would = || {
        let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
        let direct = found.quote.and_then(|q| reading.quotes.get(q)).is_some_and(|q| q.kind == QuoteKind::Direct);
        // "members [would rather] keep it than wait for Monday": a wish.
        let wish = |first: usize| direct || reading.document.is(first + 1, "rather");
        group.is_some_and(|g| reading.document.is(g.first, "would") && wish(g.first))
    };
    if own {
        return !would();
    }
    let Some(clause) = clause_of(reading, found) else { return false };
    let lasting = matches!(found.class, EventClass::State | EventClass::IState);
    let finite =
        reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?)).is_some_and(|g| g.finite);
    let tense = match found.tense {
        Tense::Past => found.aspect != Aspect::Progressive,
        Tense::Present => found.aspect == Aspect::Perfective,
        Tense::Future => true,
        _ => false,
    };
    let unknown_day = has_unknown_day(reading, found);
    let told = clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Content && unknown_day;
    let direct = |q: usize| reading.quotes.get(q).is_some_and(|q| q.kind != QuoteKind::Indirect);
    told && finite && tense && !lasting && found.quote.is_none_or(|q| unknown_day && !direct(q))
}

/// Whether its sentence names a day that cannot be known, as "Tuesday" in an article without a date: it is worth as much
/// as what is dated.
fn has_unknown_day(reading: &Reading<'_>, found: &Found) -> bool {
    let Some(sentence) = reading.sentences.get(found.sentence) else { return false };
    let clause = found.clause.and_then(|c| sentence.clauses.get(c));
    sentence.times.iter().any(|time| {
        let timex = reading.times.timexes.get(time.index);
        let inside = clause.is_some_and(|c| c.tokens.contains(&time.tokens.start));
        inside && timex.is_some_and(|t| t.range.is_none() && t.value.starts_with("XXXX-"))
    })
}

/// "should be chosen by 15 May", "must be held by then": set for a day to come.
fn is_due(reading: &Reading<'_>, found: &Found) -> bool {
    let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
    group.is_some_and(|g| ["should", "must"].iter().any(|w| reading.document.is(g.first, w)))
}

pub(super) fn clause_of<'r>(reading: &'r Reading<'_>, found: &Found) -> Option<&'r Clause> {
    reading.sentences.get(found.sentence)?.clauses.get(found.clause?)
}

/// Verbs before one object tell one thing, and so do words of one clause with the same time: "made progress at a meeting in Paris on Tuesday".
fn merge_in_sentence(reading: &Reading<'_>, anchors: &[Option<Anchor>], at: usize, earlier: &mut [Candidate]) -> bool {
    let Some(found) = reading.found.get(at) else { return false };
    let times = |i: usize| anchors.get(i).and_then(Option::as_ref).map(|a| a.date.timexes.as_slice()).unwrap_or(&[]);
    for candidate in earlier {
        let Some(other) = candidate.main.and_then(|m| reading.found.get(m)) else { continue };
        if joined::are_joined(reading, other, found) {
            candidate.found.push(at);
            let own = |i: usize| anchors.get(i).and_then(Option::as_ref).filter(|a| a.evidence == Evidence::Own);
            if let Some(anchor) = own(at).filter(|_| candidate.evidence != Some(Evidence::Own)) {
                candidate.date = Some(anchor.date.clone());
                candidate.evidence = Some(Evidence::Own);
            }
            return true;
        }
        // "were killed in the attack, which [happened] on Tuesday"
        if attach::occurs::occurring(reading, found).is_some_and(|noun| candidate.found.contains(&noun))
            && other.clause != found.clause
        {
            candidate.found.push(at);
            return true;
        }
        let same_clause = other.clause == found.clause;
        let same_time = candidate.main.is_some_and(|m| times(m) == times(at) && !times(at).is_empty());
        if same_clause && same_time {
            candidate.found.push(at);
            // The finite verb tells it best.
            if is_finite(reading, found) && !is_finite(reading, other) {
                candidate.main = Some(at);
                candidate.kind =
                    if found.class == EventClass::Reporting { EventKind::Statement } else { candidate.kind };
            }
            return true;
        }
    }
    false
}

fn is_finite(reading: &Reading<'_>, found: &Found) -> bool {
    reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?)).is_some_and(|g| g.finite)
}

/// A quote becomes part of the candidate of its cue, of the same speaker's statement right before it, or a new one.
fn statement(reading: &Reading<'_>, anchors: &[Option<Anchor>], index: usize, out: &mut Vec<Candidate>) {
    let Some(quote) = reading.quotes.get(index) else { return };
    let at = quote.cue.map_or(quote.span.start, |c| c.start);
    let Some(sentence) = reading.sentence_at(at) else { return };
    let cue = quote.cue.and_then(|cue| cue_word(reading, sentence, cue));
    let recent = out.len().saturating_sub(12);
    let place = |test: &dyn Fn(&Candidate) -> bool| {
        out.get(recent..).and_then(|near| near.iter().rposition(test)).map(|place| recent + place)
    };
    let own = place(&|c| cue.is_some_and(|cue| c.found.contains(&cue)));
    let before = place(&|c| {
        let speaker = c.quotes.last().and_then(|q| reading.quotes.get(*q)).and_then(|q| q.speaker);
        let last = c.sources.last().copied().unwrap_or(c.sentence);
        speaker.is_some() && speaker == quote.speaker && last <= sentence && sentence <= last + 1
    });
    let again = before.and_then(|b| out.get(b)).is_some_and(|b| b.sentence == sentence);
    let goes_on = cue
        .and_then(|c| reading.found.get(c))
        .is_some_and(|f| matches!(f.lemma.as_ref(), "add" | "continue") || again && f.lemma == "say");
    match (own, before) {
        // "She continued: …", "said …, and said …" go on with what she said.
        (Some(own), Some(before)) if goes_on && own > before => {
            out.remove(own);
        }
        (Some(own), _) => {
            if let Some(own) = out.get_mut(own) {
                own.quotes.push(index);
                own.kind = EventKind::Statement;
            }
            return;
        }
        _ => {}
    }
    if let Some(before) = before.and_then(|place| out.get_mut(place)) {
        before.quotes.push(index);
        before.sources.push(sentence);
        before.found.extend(cue);
        return;
    }
    if quote.speaker.is_none() && quote.source.is_none() || !is_story(reading, sentence) {
        return;
    }
    // "has not ruled it out or promised a pitch": what nobody said is no saying.
    let unsaid = |cue: usize| {
        let Some(found) = reading.found.get(cue) else { return false };
        let group = reading.sentences.get(found.sentence).and_then(|s| s.groups.get(found.group?));
        found.modality == Modality::Negated && group.is_some_and(|g| g.modality != Modality::Negated)
    };
    if quote.kind == QuoteKind::Indirect && cue.is_none_or(unsaid) {
        return;
    }
    let mut new = match cue {
        Some(cue) => candidate(reading, anchors, cue),
        None => Candidate { sentence, sources: vec![sentence], main: None, found: Vec::new(), ..empty() },
    };
    new.kind = EventKind::Statement;
    new.quotes.push(index);
    out.push(new);
}

fn is_story(reading: &Reading<'_>, sentence: usize) -> bool {
    reading.sentences.get(sentence).is_some_and(|s| s.story && s.caption.is_none())
}

/// The event word of a cue.
fn cue_word(reading: &Reading<'_>, sentence: usize, cue: crate::model::Span) -> Option<usize> {
    super::reading::tokens_in(reading.document, cue).rev().find_map(|t| attach::found_at(reading, sentence, t))
}

/// A candidate of nothing.
pub(super) fn empty() -> Candidate {
    Candidate {
        kind: EventKind::Happening,
        main: None,
        found: Vec::new(),
        sentence: 0,
        sources: Vec::new(),
        quotes: Vec::new(),
        captions: Vec::new(),
        date: None,
        evidence: None,
        photo: None,
        remarks: Vec::new(),
        title: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;
    use crate::model::{EntityId, EntityKind, Quote, QuoteKind, Span};

    #[test]
    fn what_goes_on_with_a_saying_is_one_with_it() {
        for (cue, statements) in [("continued", 1), ("told", 2)] {
            let mut article = fixture(
                "2026-01-08",
                &format!("On/IN Monday/NNP=2026-01-05 Reyes/NNP said/VBD it/PRP works/VBZ ./.\nReyes/NNP {cue}/VBD us/PRP that/IN it/PRP pays/VBZ ./."),
            )
            .entity(EntityKind::Person, &["Reyes"]);
            for (verb, words) in [("said", "it works"), (cue, "it pays")] {
                let text = &article.article.text;
                let span = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len())).unwrap();
                article.quotes.push(Quote {
                    kind: QuoteKind::Direct,
                    span: span(words),
                    parts: vec![span(words)],
                    speaker: Some(EntityId::at(0)),
                    joint: Vec::new(),
                    source: None,
                    cue: Some(span(verb)),
                    rule: "test",
                    confidence: 0.9,
                    nearest: None,
                });
            }
            let document = article.document();
            let reading = super::Reading::new(&document, &article.times, &article.entities, &article.quotes, &[]);
            let anchors = super::super::anchor::find(&reading, &super::attach::find(&reading));
            assert_eq!(super::find(&reading, &anchors).len(), statements, "{cue}");
        }
    }
}
