//! Time expressions (TIMEX3): words that name a date, time, duration or set are recognised, normalised, and resolved
//! against the article's day and their neighbours.
//!
//! Three passes: [`grammar`] finds where expressions stand and what they say, [`reference_date`] finds the article's
//! day, [`resolve`] reads each expression against that day, tense, and the dates mentioned before it.

mod calendar;
mod chronicle;
mod clause;
mod ended;
mod evidence;
mod grammar;
mod holiday;
mod lexicon;
mod meaning;
mod reference_date;
mod relation;
mod reported;
mod resolve;
mod rules;
#[cfg(test)]
mod testing;
mod words;

#[cfg(test)]
pub(super) use relation::place_for_tests;
pub use relation::{Place, Relation};
pub use rules::{Rule, rule, rules};

use super::text::Document;
use crate::model::{BlockKind, Caption, DateOrigin, DateRange, ReferenceDate, Span, Timex, TimexAnchor, TimexId};
use chrono::{Datelike, NaiveDate};
use meaning::{Found, Meaning, When};
use resolve::{Context, Cue, Focus, Outlook, Resolved, outlook};
use std::collections::BTreeSet;
use words::Word;

/// All times of an article.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// What "today" means.
    pub reference_date: ReferenceDate,
    /// The expressions, in text order.
    pub timexes: Vec<Timex>,
    /// Where each expression stands and how it is introduced, in the order of `timexes`.
    pub places: Vec<Place>,
}

impl Times {
    /// Where a time expression stands: its sentence, its tokens, and the word that introduces it ("since", "until").
    pub fn place(&self, timex: TimexId) -> Option<&Place> {
        self.places.get(timex.index())
    }

    /// The time expressions of a sentence (an index into [`Document::sentences`]), in text order.
    pub fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = (TimexId, &Timex, &Place)> {
        let from = self.places.partition_point(|p| p.sentence < sentence);
        let rest = self.places.iter().zip(&self.timexes).enumerate().skip(from);
        rest.take_while(move |(_, (p, _))| p.sentence == sentence).map(|(i, (p, t))| (TimexId::at(i), t, p))
    }
}

/// A sentence's words and the expressions recognised in them.
struct Line {
    sentence: usize,
    block: usize,
    words: std::ops::Range<usize>,
    found: Vec<Found>,
}

/// Finds the reference date and all time expressions.
pub fn find(document: &Document<'_>, captions: &[Caption]) -> Times {
    let text = document.article.text.as_str();
    let (words, mut lines) = scan(document);
    let mut evidence = evidence::of_words(text, &words);
    evidence.day_first |= evidence::prints_day_first(document.article);
    for line in &mut lines {
        let words = words.get(line.words.clone()).unwrap_or_default();
        grammar::Parser { text, words, evidence }.expressions(&mut line.found);
    }
    let dated = dates_for_reference(document, &words, &lines);
    let reference = reference_date::find(document, captions, &dated);
    let context = Context {
        reference: reference.range.earliest,
        narrative: is_narrative(document, &lines, reference.range.earliest),
        business: evidence.business,
        hemisphere: evidence::hemisphere(document.article, &words),
        ..Context::default()
    };
    resolve_all(document, &words, &lines, context, reference)
}

/// Cuts every sentence outside boilerplate into words.
fn scan(document: &Document<'_>) -> (Vec<Word>, Vec<Line>) {
    let article = document.article;
    let mut words = Vec::with_capacity(article.text.len() / 5);
    let mut lines = Vec::with_capacity(document.sentences.len());
    for (index, sentence) in document.sentences.iter().enumerate() {
        let boilerplate = article.blocks.get(sentence.block).is_some_and(|b| b.kind == BlockKind::Boilerplate);
        if boilerplate {
            continue;
        }
        let from = words.len();
        words::scan(&article.text, sentence.span, &mut words);
        lines.push(Line { sentence: index, block: sentence.block, words: from..words.len(), found: Vec::new() });
    }
    (words, lines)
}

/// How many paragraphs tell whether the article is news.
const LEAD_BLOCKS: usize = 4;

/// Whether the article tells history: its dates are a history's, and its lead does not hang on the article's day.
fn is_narrative(document: &Document<'_>, lines: &[Line], reference: Option<NaiveDate>) -> bool {
    let all: Vec<&Meaning> = lines.iter().flat_map(|l| l.found.iter().map(|f| &f.meaning)).collect();
    if !evidence::is_narrative(&all, reference) {
        return false;
    }
    let is_prose =
        |line: &&Line| document.article.blocks.get(line.block).is_some_and(|block| block.kind == BlockKind::Paragraph);
    let mut prose: Vec<usize> = lines.iter().filter(is_prose).map(|line| line.block).collect();
    prose.dedup();
    let after = prose.get(LEAD_BLOCKS).copied().unwrap_or(usize::MAX);
    let lead = lines.iter().filter(is_prose).take_while(|line| line.block < after);
    !lead.flat_map(|line| &line.found).any(|found| evidence::is_news(&found.meaning))
}

/// What the reference date may rest on: each recognised expression with its span and block.
fn dates_for_reference(document: &Document<'_>, words: &[Word], lines: &[Line]) -> Vec<reference_date::Seen> {
    let article = document.article;
    let text = article.text.as_str();
    let published = article.date_claims.iter().any(|c| c.origin != DateOrigin::Modification);
    let stated = article.given_date.is_some() || published;
    let mut seen = Vec::new();
    for line in lines {
        let line_words = words.get(line.words.clone()).unwrap_or_default();
        for found in &line.found {
            let Some(span) = span_of(line_words, found) else { continue };
            let outlook =
                if stated { Outlook::Unknown } else { outlook(text, line_words, &[], found.start, found.end) };
            seen.push(reference_date::Seen { span, block: line.block, meaning: found.meaning.clone(), outlook });
        }
    }
    seen
}

fn span_of(words: &[Word], found: &Found) -> Option<Span> {
    let (first, last) = (words.get(found.start)?, words.get(found.end.checked_sub(1)?)?);
    Some(first.span.cover(last.span))
}

fn resolve_all(
    document: &Document<'_>,
    words: &[Word],
    lines: &[Line],
    mut context: Context,
    reference: ReferenceDate,
) -> Times {
    let text = document.article.text.as_str();
    let mut times = Times { reference_date: reference, ..Times::default() };
    let is_history = context.narrative;
    // One year alone in a line may be any label; several are the sections of a chronicle.
    let alone = |line: &&Line| {
        let words = words.get(line.words.clone()).unwrap_or_default();
        chronicle::stands_alone(document, line, words) && line.found.iter().all(|f| f.rule == "year")
    };
    let has_sections = lines.iter().filter(alone).count() > 1;
    let ahead: BTreeSet<usize> = lines.iter().filter(|l| looks_ahead(text, words, l)).map(|l| l.block).collect();
    context.entries = chronicle::order(document, words, lines);
    context.live = chronicle::is_live(document, words, lines);
    // The date under discussion around a caption.
    let mut beside: Option<Option<Focus>> = None;
    for line in lines {
        let line_words = words.get(line.words.clone()).unwrap_or_default();
        context.block = line.block;
        context.sentence = line.sentence;
        let caption = document.article.blocks.get(line.block).is_some_and(|b| b.kind == BlockKind::Caption);
        context.narrative = is_history && !ahead.contains(&line.block) && !caption;
        // A photo hangs on the article's day, not on what is told around it.
        if caption && context.focus.is_some_and(|f| f.block != line.block) {
            beside.get_or_insert(context.focus.take());
        } else if let Some(told) = beside.take_if(|_| !caption) {
            context.focus = told;
        }
        let heading = document.article.blocks.get(line.block).is_some_and(|b| b.kind == BlockKind::Heading);
        let alone = chronicle::stands_alone(document, line, line_words);
        if heading || alone {
            context.section_year = None;
        }
        let sentence = document.sentences.get(line.sentence).map_or(0..0, |s| s.tokens.clone());
        let tokens = document.tokens.get(sentence).unwrap_or_default();
        let mut opened_at = 0;
        for found in &line.found {
            let Some(span) = span_of(line_words, found) else { continue };
            context.opens = found.start <= 2;
            context.heads = chronicle::heads(text, line_words, &line.found, found) || alone;
            let before = found.start.checked_sub(1).and_then(|b| line_words.get(b));
            let sofar = line_words.get(..found.start.saturating_sub(1)).unwrap_or_default().iter().rev().take(14);
            context.cue = before.map_or(Cue::None, |w| Cue::of(w.span.of(text), sofar.map(|w| w.span.of(text))));
            context.compares = found.rule == "period" && reported::is_compared(&context, text, line_words, found);
            context.habitual = clause::is_habitual(text, line_words, found);
            context.counted_off = clause::is_counted_off(text, line_words, &line.found, found);
            let (range_end, closes) = clause::weekday_range(text, line_words, &line.found, found);
            let begun = times.timexes.last().filter(|_| closes).and_then(|t| t.range?.as_day());
            context.range_end = range_end;
            context.range_begun = begun.map(|day| (day, TimexId::at(times.timexes.len() - 1)));
            let had = |w: &Word| w.span.of(text) == "had";
            if context.opened_year.is_some()
                && clause::turns_away(text, line_words.get(opened_at..found.start).unwrap_or_default())
            {
                context.opened_year = None;
            }
            let behind = if context.opens { found.end..(found.end + 8).min(line_words.len()) } else { 0..0 };
            let clause = found.start.saturating_sub(8)..found.start;
            context.looks_back =
                [clause, behind].into_iter().any(|r| line_words.get(r).unwrap_or_default().iter().any(had));
            let looks = |found: &Found| outlook(text, line_words, tokens, found.start, found.end);
            let next = line.found.iter().find(|next| next.start >= found.end);
            let of_noun = next.is_some_and(|next| clause::tells_part_of(text, line_words, tokens, found, next));
            let overnight = found.rule == "day-part/overnight";
            if of_noun || overnight && context.focus.is_none_or(|f| f.sentence != line.sentence) {
                let day = next.and_then(|next| context.resolve(next, || looks(next)).period);
                let past = |p: &calendar::Period| p.unit() == calendar::Unit::Day && p.first_day() <= context.reference;
                context.day_behind = day.filter(past).map(|day| (day, TimexId::at(times.timexes.len() + 1)));
            }
            let mut resolved = context.resolve(found, || looks(found));
            context.day_behind = None;
            if resolved.period.is_some_and(|p| p.unit() == calendar::Unit::Quarter) {
                context.end_of_quarter(
                    &mut resolved,
                    reported::ended_on(text, line_words, &line.found, found),
                    reported::named_fiscal(text, line_words, found),
                );
            }
            resolved.range = narrowed(&context, text, line_words, found, &resolved);
            let id = TimexId::at(times.timexes.len());
            let (relation, cue) = relation::introduced_by(text, line_words, found.start);
            // "today", "last year": the writer's own time; "On Easter Sunday he went there" is told of.
            let dated = matches!(found.meaning, Meaning::Date(When::Field { year: meaning::Year::Unknown, .. }));
            let own = resolved.anchor == TimexAnchor::Reference && !dated;
            let aside = own || clause::is_aside(text, line_words, found, relation);
            match resolved.anchor {
                // "last month" tells of the writer's time, "today" only what has become of the past.
                _ if own => {
                    let tells = resolved.period.is_some_and(|p| p.unit() > calendar::Unit::Day);
                    context.writers = (context.writers.0 + 1 + usize::from(tells), line.block);
                }
                TimexAnchor::Reference => {}
                _ if resolved.period.is_some_and(|p| p.unit() < calendar::Unit::Year) => context.writers.0 = 0,
                _ => {}
            }
            if let Some(period) = resolved.period {
                context.named_year = Some((period.year(), id));
                let owner = line_words.get(found.end).is_some_and(|w| w.byte == b'\'');
                let opens = context.opens || before.is_some_and(|w| w.byte == b';');
                if opens && !owner && period.unit() == calendar::Unit::Year {
                    context.opened_year = Some((period.year(), id, line.sentence));
                    opened_at = found.end;
                }
                if context.heads && period.unit() <= calendar::Unit::Month {
                    context.entry = Some(chronicle::Entry { period, timex: id, block: line.block });
                }
            }
            remember_month(&mut context, &resolved, id);
            if let Some(period) = resolved.period.filter(|p| alone && has_sections && p.unit() == calendar::Unit::Year)
            {
                context.section_year = Some((period.year(), id));
            }
            if reported::ends_quarter(found) {
                context.quarter = None;
            }
            let aside = context.narrative && aside
                || resolved.anchor != TimexAnchor::Reference
                    && clause::is_of_participle(text, line_words, tokens, found)
                || is_background(&context, text, line_words, found, &resolved);
            context.in_passing = found.rule == "quarter"
                && reported::is_in_passing(&context, text, line_words, found, &resolved, || looks(found));
            if !aside {
                // "since Sunday, when a hillside gave way": that day is told of, too.
                let told = clause::is_told_of(text, line_words, found);
                let relation = if told { Relation::At } else { relation };
                remember(&mut context, &resolved, id, relation, found.modifier);
            }
            let tokens = relation::tokens_under(document, line.sentence, span);
            times.places.push(Place { sentence: line.sentence, tokens, relation, cue, extent: extent(&resolved) });
            times.timexes.push(timex(span, found, resolved));
            ended::close(&mut times, text, line_words, &line.found, found);
        }
    }
    times
}

/// Whether a sentence announces: a history tells of what "would" be, only news says what "will".
fn looks_ahead(text: &str, words: &[Word], line: &Line) -> bool {
    let own = words.get(line.words.clone()).unwrap_or_default();
    let is = |w: &Word, list: &[&str]| list.contains(&w.span.of(text));
    let scheduled = own.windows(2).any(|w| {
        let [verb, next] = w else { return false };
        is(verb, &["is", "are"]) && is(next, &["scheduled", "due", "expected", "slated"])
    });
    scheduled || own.iter().any(|w| is(w, &["will"]))
}

/// The days of an expression by its modifier: "earlier this year" is up to the article's day, "later this year" from it
/// on, "late March" its last third.
fn narrowed(context: &Context, text: &str, words: &[Word], found: &Found, resolved: &Resolved) -> Option<DateRange> {
    let whole = resolved.range?;
    let word = words.get(found.start).map_or("", |w| w.span.of(text));
    let day = context.reference.filter(|day| whole.earliest <= Some(*day) && Some(*day) <= whole.latest);
    Some(match day {
        Some(day) if word.eq_ignore_ascii_case("earlier") => DateRange { latest: Some(day), ..whole },
        Some(day) if word.eq_ignore_ascii_case("later") => DateRange { earliest: Some(day), ..whole },
        // "leaves at the end of the year": in its last month, where "late 2025" is its last third.
        _ if resolved.period.is_some_and(|p| p.unit() == calendar::Unit::Year)
            && words.get(found.start..found.end).unwrap_or_default().iter().any(|w| w.span.of(text) == "end") =>
        {
            let december = whole.latest.and_then(|last| last.with_day(1));
            DateRange { earliest: december, ..whole }
        }
        _ => calendar::part_of(whole, found.modifier),
    })
}

/// Whether a year only tells how something told of came to be: "the mill her grandfather had founded in 1926", "a paper of
/// 1984, which drew on photographs of 1938". What follows goes on from the date before it.
fn is_background(context: &Context, text: &str, words: &[Word], found: &Found, resolved: &Resolved) -> bool {
    const REACH: usize = 4;
    let before = words.get(found.start.saturating_sub(REACH)..found.start).unwrap_or_default();
    let clause = before.iter().rev().take_while(|w| !matches!(w.byte, b',' | b';' | b'.' | b'('));
    let pluperfect = clause.into_iter().any(|w| w.span.of(text).eq_ignore_ascii_case("had"));
    let year = resolved.period.filter(|p| p.unit() == calendar::Unit::Year);
    let told = context.focus.filter(|f| f.block == context.block);
    let opened = words.get(..found.start).unwrap_or_default();
    let relative = told.is_some_and(|f| f.sentence == context.sentence)
        && opened.iter().any(|w| ["which", "who", "whose"].contains(&w.span.of(text)));
    let back = year.zip(told).is_some_and(|(year, told)| year.year() < told.period.year());
    // "In September it was told that he had held shares until the previous March": the story is in September.
    let until = relation::introduced_by(text, words, found.start).0.is_bound() && context.looks_back;
    let before = resolved.period.zip(told).is_some_and(|(p, told)| p.first_day() < told.period.first_day());
    let bounds = until && before && told.is_some_and(|f| f.sentence == context.sentence);
    bounds
        || (pluperfect || relative) && back
        || !context.narrative && context.focus.is_some() && clause::names_an_occasion(text, words, found)
}

fn extent(resolved: &Resolved) -> Option<DateRange> {
    resolved.extent.or(resolved.range)
}

/// Keeps the year with which a month was named, if it is none of the article's.
fn remember_month(context: &mut Context, resolved: &Resolved, timex: TimexId) {
    let fine = |p: &calendar::Period| matches!(p, calendar::Period::Month(..) | calendar::Period::Day(_));
    let Some(period) = resolved.period.filter(|p| resolved.absolute && fine(p)) else { return };
    let Some(month) = period.first_day().map(|day| day.month0() as usize) else { return };
    let own = context.reference.is_some_and(|day| day.year() == period.year());
    if let Some(place) = context.named_months.get_mut(month) {
        *place = (!own).then_some((period.year(), timex));
    }
}

/// Keeps what later expressions may hang on.
fn remember(
    context: &mut Context,
    resolved: &Resolved,
    timex: TimexId,
    relation: Relation,
    modifier: Option<&'static str>,
) {
    let is_bound = relation.is_bound();
    let Some(period) = resolved.period else { return };
    let is_chained = matches!(resolved.anchor, TimexAnchor::Timex(_));
    let (block, sentence) = (context.block, context.sentence);
    let of_day = resolved.value.split_once('T').map(|(_, of_day)| of_day);
    // "late on Monday", "Monday night", "at 23:10"
    let late = period.unit() == calendar::Unit::Day && modifier == Some("END") && of_day.is_none();
    let is_night = late || of_day.is_some_and(|t| matches!(t, "NI" | "EV") || t.starts_with('2'));
    let absolute = resolved.absolute;
    let focus = Focus { period, timex, block, sentence, absolute, is_bound, is_chained, is_night };
    let past = |day| context.reference.is_none_or(|reference| day <= reference);
    // "By Monday morning two had resigned": the story has come to Monday.
    if (!is_bound || relation == Relation::By)
        && period.first_day().is_some_and(past)
        && period.unit() <= calendar::Unit::Day
    {
        context.told = Some(focus);
        let part = of_day.and_then(resolve::part_of_day).or(late.then_some(3));
        if let Some(place) = part.and_then(|part| context.told_parts.get_mut(part)) {
            *place = Some(focus);
        }
    }
    if !is_bound && period.unit() == calendar::Unit::Year && absolute && period.first_day().is_some_and(past) {
        context.told_year = Some(focus);
    }
    if !is_bound && period.unit() == calendar::Unit::Day && !period.first_day().is_some_and(past) {
        context.ahead = Some(focus);
    }
    if period.unit() < calendar::Unit::Year
        || period.unit() == calendar::Unit::Year && sets_year(context, resolved, &focus)
    {
        context.focus = Some(focus);
    }
    if period.unit() == calendar::Unit::Quarter && reported::is_reported(context, resolved, period) {
        context.quarter = Some(focus);
        context.quarter_days = resolved.range;
    }
}

/// Whether a bare year becomes the date under discussion: in a history a year mentioned in passing ("declassified in
/// 2005") does not end the chain of days that it stands in.
fn sets_year(context: &Context, resolved: &Resolved, focus: &Focus) -> bool {
    let Some(old) = context.focus.filter(|f| f.period.unit() < calendar::Unit::Year) else { return true };
    // The article's own day, in its head, is none of the history's.
    if !context.narrative || context.reference.is_some() && old.period.first_day() == context.reference {
        return true;
    }
    let years = focus.period.year() - old.period.year();
    resolved.absolute && (context.opens || context.block > old.block && (0..=2).contains(&years))
}

fn timex(span: Span, found: &Found, resolved: Resolved) -> Timex {
    Timex {
        span,
        kind: resolved.kind,
        value: resolved.value,
        modifier: found.modifier,
        range: resolved.range,
        clock: resolved.clock,
        anchor: resolved.anchor,
        rule: resolved.rule,
        reading: resolved.reading,
    }
}

#[cfg(test)]
mod tests;
