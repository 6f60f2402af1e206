//! Assembly: passages, cues and contents become quotes, each word of the text in one quote, or in one
//! that another reports as well.

mod again;
mod inside;
mod interview;
mod mute;
mod parts;
mod talk;
mod turn;

use super::attribute::{self, Attribution, Cues, Place};
use super::content;
use super::cue::{Cue, cues_in, gives_name};
use super::grammar::Grammar;
use super::layout::{Block, blocks, passage_of, passages, place};
use super::lexicon::Frames;
use super::passage::Passage;
use super::speaker::Speakers;
use crate::extract::text::{Document, Tag};
use crate::model::{BlockKind, Entity, EntityKind, Quote, QuoteKind, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// Finds all quotes of the document, in text order.
pub(super) fn quotes(document: &Document<'_>, entities: &mut Vec<Entity>) -> Vec<Quote> {
    let blocks = blocks(document);
    let passages = passages(document, &blocks);
    let grammar = Grammar { document, passage_of: passage_of(document, &passages) };
    let mut cues = Vec::new();
    for block in &blocks {
        cues_in(&grammar, &block.tokens, &mut cues);
    }
    let places = passages.iter().map(|passage| place(document, &blocks, passage)).collect();
    let mut assembly = Assembly::new(grammar, blocks, passages, places);
    assembly.transcribe(entities);
    assembly.take_turns(&cues);
    assembly.interview(entities);
    assembly.questions_put();
    assembly.attribute_behind(&cues);
    assembly.report(&cues);
    assembly.attribute_rest(&cues);
    assembly.finish(entities)
}

/// Reported speech before its speaker is resolved.
struct Draft {
    kind: QuoteKind,
    parts: Vec<Span>,
    attribution: Option<Attribution>,
}

struct Assembly<'d, 'a> {
    grammar: Grammar<'d, 'a>,
    blocks: Vec<Block>,
    passages: Vec<Passage>,
    places: Vec<Place>,
    /// The draft that holds each passage.
    draft_of: Vec<Option<usize>>,
    drafts: Vec<Draft>,
    /// First tokens of the paragraphs that are speech as a whole.
    transcribed: BTreeSet<usize>,
}

impl<'d, 'a> Assembly<'d, 'a> {
    fn new(grammar: Grammar<'d, 'a>, blocks: Vec<Block>, passages: Vec<Passage>, places: Vec<Place>) -> Self {
        let draft_of = vec![None; passages.len()];
        Self { grammar, blocks, passages, places, draft_of, drafts: Vec::new(), transcribed: BTreeSet::new() }
    }

    fn claim(&mut self, passage: usize, draft: usize) {
        if let Some(slot) = self.draft_of.get_mut(passage) {
            *slot = Some(draft);
        }
    }

    fn is_claimed(&self, passage: usize) -> bool {
        self.draft_of.get(passage).is_some_and(Option::is_some)
    }

    fn draft(&mut self, kind: QuoteKind, parts: Vec<Span>, attribution: Option<Attribution>) -> usize {
        self.drafts.push(Draft { kind, parts, attribution });
        self.drafts.len() - 1
    }

    /// Interviews and transcripts: paragraphs that begin with their speaker's label, two at least, or one where it is the
    /// name of somebody known who says "I" or "we".
    fn transcribe(&mut self, entities: &[Entity]) {
        let labelled: Vec<(Range<usize>, Attribution)> = self
            .blocks
            .iter()
            .filter(|block| !matches!(block.kind, BlockKind::Headline | BlockKind::Caption))
            .filter_map(|block| Some((block.tokens.clone(), attribute::label(&self.grammar, &block.tokens)?)))
            .collect();
        let known = |label: Span| {
            let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
            people.flat_map(|person| &person.mentions).filter(|mention| mention.span == label).count() > 0
        };
        let alone = labelled.first().is_some_and(|(tokens, label)| {
            let named = label.source.as_ref().and_then(|source| self.span_of(source)).is_some_and(known);
            named && self.is_first_person(tokens)
        });
        if labelled.len() < 2 && !alone {
            return;
        }
        for (tokens, attribution) in labelled {
            let after = attribution.cue.as_ref().map_or(tokens.start, |colon| colon.end);
            let said = after..tokens.end;
            let Some(span) = self.span_of(&said) else { continue };
            let draft = self.draft(QuoteKind::Direct, vec![span], Some(attribution));
            self.transcribed.insert(tokens.start);
            for passage in self.passages_within(&tokens) {
                self.claim(passage, draft);
            }
        }
    }

    /// The signature in the paragraph behind the one that this passage ends.
    fn signed_below(&self, place: &Place) -> Option<Attribution> {
        let block = self.blocks.partition_point(|block| block.tokens.end <= place.tokens.start);
        let ends = self.blocks.get(block).is_some_and(|block| block.tokens.end <= place.tokens.end + 1);
        self.blocks
            .get(block + 1)
            .filter(|_| ends)
            .and_then(|next| attribute::signed_below(&self.grammar, &next.tokens))
    }

    /// First sieve: cues behind the passage. The most precise, and they keep contents from swallowing their passages.
    fn attribute_behind(&mut self, cues: &[Cue]) {
        let cues = Cues { cues };
        for index in 0..self.passages.len() {
            let Some(place) = self.places.get(index).filter(|_| !self.is_claimed(index)) else { continue };
            if attribute::is_title(&self.grammar, place) {
                continue;
            }
            if attribute::is_named_so(&self.grammar, &cues, place) {
                continue;
            }
            let found = attribute::after(&self.grammar, &cues, place);
            let Some(attribution) = found.or_else(|| self.signed_below(place)) else { continue };
            if let Some(sentence) = self.sentence_around(&cues, place, &attribution) {
                let parts = self.span_of(&sentence).into_iter().collect();
                let draft = self.draft(QuoteKind::Mixed, parts, Some(attribution));
                self.passages_within(&sentence).for_each(|passage| self.claim(passage, draft));
                continue;
            }
            let parts = self.passages.get(index).map(|p| vec![p.span]).unwrap_or_default();
            let draft = self.draft(QuoteKind::Direct, parts, Some(attribution));
            self.claim(index, draft);
        }
    }

    /// "The bridge was “a danger to all”, Ray said": the words before a piece that is no sentence are reported with it.
    fn sentence_around(&self, cues: &Cues<'_>, place: &Place, attribution: &Attribution) -> Option<Range<usize>> {
        let grammar = &self.grammar;
        let cue = attribution.cue.as_ref().filter(|cue| cue.start >= place.tokens.end)?;
        let start = grammar.floor(cue.start, place.block.start);
        let before = start..place.tokens.start;
        let reports = |cue: &Cue| cue.source.is_some() && attribute::takes_quotation(cue);
        let says = cues.between(start, place.tokens.start).iter().any(reports);
        let free = |passage: usize| !self.is_claimed(passage);
        let small = grammar.word(place.tokens.start + 1).starts_with(char::is_lowercase);
        let clause = before.clone().any(|i| !grammar.is_quoted(i) && grammar.tag(i).is_finite_verb());
        let leads = before.end.checked_sub(1).is_some_and(|i| grammar.is_comma(i) || grammar.word(i) == ":");
        let whole = small && clause && !says && !leads && self.passages_within(&before).all(free);
        whole.then_some(start..place.tokens.end)
    }

    /// Contents of cues: indirect where they hold no passage, mixed or direct where they do.
    fn report(&mut self, cues: &[Cue]) {
        let mut covered_to = 0;
        for cue in cues {
            if self.is_used(cue) || self.is_transcribed(cue) {
                continue;
            }
            let is_noun = self.grammar.tag(cue.tokens.start).is_common_noun() && !cue.is_phrase;
            if cue.tokens.start < covered_to && !is_noun {
                self.report_inside(cue);
                continue;
            }
            let pieces = content::content(&self.grammar, cue);
            let Some(end) = pieces.iter().map(|piece| piece.end).max() else { continue };
            if self.draft_content(cue, &pieces) {
                covered_to = end;
            }
        }
    }

    /// The kind of a content that holds the passages `inside`, and the sieve that found it.
    fn kind_of(&self, pieces: &[Range<usize>], inside: &[usize]) -> (QuoteKind, &'static str) {
        let mut all = pieces.iter().cloned().flatten();
        let quoted = all.all(|i| self.grammar.is_quoted(i) || self.grammar.tag(i).is_punctuation());
        match (inside.is_empty(), quoted) {
            (true, _) => (QuoteKind::Indirect, "content of verb"),
            (false, true) => (QuoteKind::Direct, "subject, verb before quote"),
            (false, false) => (QuoteKind::Mixed, "content of verb"),
        }
    }

    /// Whether the cue stands in a labelled paragraph, all of which is speech.
    fn is_transcribed(&self, cue: &Cue) -> bool {
        self.transcribed.contains(&cue.block.start)
    }

    /// Whether the cue already gave a passage its speaker.
    fn is_used(&self, cue: &Cue) -> bool {
        let near = self
            .passages_within(&(cue.block.start..cue.tokens.start))
            .last()
            .and_then(|p| self.draft_of.get(p).copied().flatten());
        near.and_then(|draft| self.drafts.get(draft))
            .and_then(|d| d.attribution.as_ref())
            .is_some_and(|a| a.cue.as_ref() == Some(&cue.tokens))
    }

    fn draft_content(&mut self, cue: &Cue, pieces: &[Range<usize>]) -> bool {
        let all: Vec<usize> = pieces.iter().flat_map(|piece| self.passages_within(piece)).collect();
        let is_title = |i: &usize| self.places.get(*i).is_some_and(|place| attribute::is_title(&self.grammar, place));
        let (titles, inside): (Vec<usize>, Vec<usize>) = all.into_iter().partition(is_title);
        if inside.iter().any(|passage| self.is_claimed(*passage)) {
            return false;
        }
        let opened = self.without_lead(pieces, &inside);
        let pieces = opened.as_slice();
        let (kind, rule) = self.kind_of(pieces, &inside);
        // "Asked if it was true, Ray said “…”": who asks is not told, and what follows is an answer.
        let asked = cue.tokens.start == cue.floor && self.grammar.tag(cue.floor) == Tag::VerbPastParticiple;
        // "came to promote “Dune”": what is praised or promoted by its name is a work.
        let term = |i: &usize| self.places.get(*i).is_some_and(|place| attribute::is_term(&self.grammar, place));
        let takes_things = cue.frames.has(Frames::NOUN) && !cue.frames.has(Frames::THAT);
        let works = takes_things && !gives_name(&self.grammar, cue.tokens.start);
        if kind == QuoteKind::Direct && works && inside.iter().all(term) {
            return false;
        }
        let indirect = kind == QuoteKind::Indirect || !cue.frames.has(Frames::DIRECT);
        // "Plans to charge drivers were called “a tax”"
        let infinitive = cue.tokens.start.checked_sub(1).is_some_and(|i| self.grammar.tag(i) == Tag::To);
        if infinitive && cue.source.is_none() && kind == QuoteKind::Mixed {
            return false;
        }
        // "which called the march": what is given no name is only announced.
        let start = pieces.first().map_or(0, |piece| piece.start);
        let named = self.grammar.phrase_from(start, cue.block.end).map_or(start, |named| named.end);
        let alone = pieces.last().is_some_and(|piece| piece.end <= named);
        let names = cue.tokens.len() == 1 && gives_name(&self.grammar, cue.tokens.start);
        if kind == QuoteKind::Indirect && alone && names {
            return false;
        }
        let nobody = cue.source.is_none() && cue.audience.is_none() && (indirect || asked);
        let numeral = || pieces.iter().cloned().flatten().all(|i| self.grammar.tag(i) == Tag::Number);
        let unsaid = |source: &Range<usize>| self.is_mute(source, pieces) || self.is_asked(cue) || numeral();
        if kind == QuoteKind::Indirect && cue.source.as_ref().is_some_and(unsaid) {
            return false;
        }
        if nobody || kind == QuoteKind::Indirect && cue.frames.has(Frames::MARKED) {
            return false;
        }
        let parts = pieces.iter().filter_map(|piece| self.span_of(piece)).collect();
        let draft = self.draft(kind, parts, Some(Attribution::of_cue(cue, rule, 0.9)));
        for passage in inside.into_iter().chain(titles) {
            self.claim(passage, draft);
        }
        true
    }

    /// "Asked if her party would support it, Ray said no": what is told in the question is nobody's.
    fn is_asked(&self, cue: &Cue) -> bool {
        let grammar = &self.grammar;
        let verb = grammar.tag(cue.tokens.start).is_verb() && cue.tokens.start > cue.floor;
        let question = verb && grammar.is_any(cue.floor, &content::ASKED);
        question && !(cue.floor..cue.tokens.start).any(|i| grammar.is_comma(i))
    }

    /// The pieces, without "Monday," before a quoted sentence that is all of the content.
    fn without_lead(&self, pieces: &[Range<usize>], inside: &[usize]) -> Vec<Range<usize>> {
        let grammar = &self.grammar;
        let place = inside.first().and_then(|passage| self.places.get(*passage));
        let lead = pieces.first().zip(place).map(|(piece, place)| (piece.start..place.tokens.start, place));
        let Some((lead, place)) = lead.filter(|(lead, place)| !lead.is_empty() && self.is_sentence(place)) else {
            return pieces.to_vec();
        };
        let comma = lead.end.checked_sub(1).is_some_and(|i| grammar.is_comma(i) || grammar.word(i) == ":");
        let says = lead.clone().any(|i| grammar.tag(i).is_finite_verb());
        let mut trimmed = pieces.to_vec();
        if let Some(first) = trimmed.first_mut().filter(|_| comma && !says && lead.len() < 8) {
            first.start = place.tokens.start;
        }
        trimmed
    }

    fn span_of(&self, tokens: &Range<usize>) -> Option<Span> {
        let document = self.grammar.document;
        let first = document.tokens.get(tokens.start)?.span;
        let last = document.tokens.get(tokens.end.checked_sub(1)?)?.span;
        Some(Span { start: first.start, end: last.end })
    }

    fn passages_within(&self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|place| place.tokens.start < tokens.start);
        let last = self.places.partition_point(|place| place.tokens.start < tokens.end);
        first..last.max(first)
    }

    /// The other sieves, for passages that neither a cue behind nor a content has claimed.
    fn attribute_rest(&mut self, cues: &[Cue]) {
        let cues = Cues { cues };
        for index in 0..self.passages.len() {
            let Some(passage) = self.passages.get(index).copied() else { continue };
            let continues = passage.continues && index > 0 && !self.is_labelled(index) && !self.both_attributed(index);
            if continues && self.join(index, index - 1) {
                continue;
            }
            if self.is_claimed(index) {
                continue;
            }
            if self.split_before(&cues, index).is_some_and(|before| self.join(index, before)) {
                continue;
            }
            self.attribute_one(&cues, index, &passage);
        }
    }

    /// Whether the passage and the one before each have a cue of their own: then they are two quotes, whatever the marks.
    fn both_attributed(&self, index: usize) -> bool {
        let sure = |i: usize| self.attribution_of(i).is_some_and(|a| a.cue.is_some() && a.confidence >= 0.9);
        index > 0 && sure(index) && sure(index - 1)
    }

    fn is_labelled(&self, index: usize) -> bool {
        self.attribution_of(index).is_some_and(|a| a.rule == "speaker label")
    }

    fn attribute_one(&mut self, cues: &Cues<'_>, index: usize, passage: &Passage) {
        let Some(place) = self.places.get(index).cloned() else { return };
        let is_term = attribute::is_term(&self.grammar, &place);
        if attribute::is_title(&self.grammar, &place) {
            return;
        }
        let short = place.tokens.len() < 7;
        let found = attribute::before(&self.grammar, cues, &place);
        if found.as_ref().is_some_and(|found| self.lengthen(index, found)) {
            return;
        }
        let sentence = self.is_sentence(&place);
        let short = short && !(sentence && self.follows_speaker(cues, &place));
        let turn = self.turn(index);
        if found.is_none() && turn.is_none() && (short || is_term || !sentence) {
            return;
        }
        if let Some(turn::Turn { speaker }) = turn.filter(|_| found.is_none()) {
            let draft = self.draft(QuoteKind::Direct, vec![passage.span], speaker);
            return self.claim(index, draft);
        }
        let attribution = found
            .or_else(|| self.carried(cues, index))
            .or_else(|| attribute::sentence_before(&self.grammar, cues, &place))
            .or_else(|| self.attribution_of_paragraph_before(cues, index, &place));
        let kind = if sentence { QuoteKind::Direct } else { QuoteKind::Mixed };
        let draft = self.draft(kind, vec![passage.span], attribution);
        self.claim(index, draft);
    }

    /// "Her mother remembers it differently. “I was sure.”": even few words, where they are a clause with a full stop behind
    /// a sentence that tells of somebody.
    fn follows_speaker(&self, cues: &Cues<'_>, place: &Place) -> bool {
        let grammar = &self.grammar;
        let stop = |i: usize| matches!(grammar.word(i), "." | "!" | "?");
        let clause = place.tokens.clone().any(|i| grammar.tag(i).is_finite_verb())
            && place.tokens.end.checked_sub(2).is_some_and(stop);
        let apart = place.tokens.start > place.block.start && grammar.is_stop(place.tokens.start - 1);
        clause && apart && attribute::sentence_before(grammar, cues, place).is_some()
    }

    /// Whether the passage is a sentence of its own: capital first, punctuation last.
    fn is_sentence(&self, place: &Place) -> bool {
        let grammar = &self.grammar;
        let first = place.tokens.clone().find(|i| !grammar.tag(*i).is_punctuation());
        let capital = first.is_some_and(|i| grammar.word(i).starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
        // A quotation within may end with it.
        let last = place
            .tokens
            .clone()
            .rev()
            .take(3)
            .any(|i| matches!(grammar.word(i), "." | "," | "!" | "?" | "…" | "..." | "—" | "--"));
        capital && last
    }

    fn attribution_of(&self, passage: usize) -> Option<Attribution> {
        let draft = self.draft_of.get(passage).copied().flatten()?;
        self.drafts.get(draft)?.attribution.clone()
    }

    fn attribution_of_paragraph_before(&self, cues: &Cues<'_>, index: usize, place: &Place) -> Option<Attribution> {
        let block = self.blocks.partition_point(|block| block.tokens.end <= place.tokens.start);
        // "“…,” Ray winks.": behind a comma somebody is told to speak, though not in words that are known.
        let comma = place.tokens.end < place.block.end && self.grammar.is_comma(place.tokens.end.saturating_sub(2));
        let opens = place.tokens.start <= place.block.start + 1 && !comma;
        let previous = self.blocks.get(block.checked_sub(1)?).filter(|_| opens)?;
        let lead_in = attribute::paragraph_before(&self.grammar, cues, &previous.tokens);
        if lead_in.is_some() {
            return lead_in;
        }
        if let Some(answer) = self.answer(&previous.tokens, index) {
            return Some(answer);
        }
        let last_passage =
            index.checked_sub(1).filter(|before| self.places.get(*before).is_some_and(|p| p.block == previous.tokens));
        let continued = last_passage.and_then(|before| self.attribution_of(before)).filter(|a| a.source.is_some());
        continued
            .map(|a| Attribution { rule: "paragraph of quote before", confidence: 0.6, ..a })
            .or_else(|| attribute::word_taken_before(&self.grammar, cues, &previous.tokens))
    }

    fn finish(self, entities: &mut Vec<Entity>) -> Vec<Quote> {
        let text = &self.grammar.document.article.text;
        let mut drafts: Vec<&Draft> = self.drafts.iter().filter(|draft| !draft.parts.is_empty()).collect();
        drafts.sort_by_key(|draft| draft.parts.first().map(|part| (part.start, part.end)));
        let mut speakers = Speakers::new(entities);
        let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let attribution = draft.attribution.as_ref();
            let source = attribution.and_then(|a| a.source.as_ref());
            let by_verb = attribution.and_then(|a| a.cue.as_ref()).is_some_and(|c| self.grammar.tag(c.start).is_verb());
            let verb = attribution.and_then(|a| a.cue.as_ref()).map(|cue| self.grammar.document.lemma(cue.start));
            let asks = verb.as_ref().is_some_and(|verb| verb == "ask");
            let said = if draft.kind == QuoteKind::Direct { draft.parts.as_slice() } else { &[] };
            let speaker =
                source.and_then(|source| speakers.resolve(&self.grammar, entities, source, by_verb, asks, said));
            let joint = if speaker.is_some() { speakers.joint() } else { Vec::new() };
            let put = attribution.is_some_and(|a| a.rule == turn::QUESTION_PUT);
            let nearest =
                if speaker.is_some() || put { None } else { speakers.nearest(&self.grammar, source, &draft.parts) };
            let mut parts: Vec<Span> = draft.parts.iter().map(|part| part.trim(text)).collect();
            parts.sort();
            let span = parts.iter().copied().reduce(Span::cover).unwrap_or_default();
            quotes.push(Quote {
                kind: draft.kind,
                span,
                parts,
                speaker,
                joint,
                source: source.and_then(|source| self.span_of(source)),
                cue: attribution.and_then(|a| a.cue.as_ref()).and_then(|cue| self.span_of(cue)),
                rule: attribution.map_or("unattributed", |a| a.rule),
                confidence: attribution.map_or(0.1, |a| a.confidence),
                nearest,
            });
        }
        again::attribute(text, &mut quotes);
        quotes
    }
}
