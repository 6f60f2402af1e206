//! What is known about words of an article: every date, name and quote that holds an offset, each with its rule.

use crate::gui::words;
use crate::model::{Mention, MentionForm, Quote, Span, Timex};
use crate::project::Entry;

/// The records at `offset` for a reader, a paragraph each; `None` where there is none.
pub fn told_at(entry: &Entry, offset: u32) -> Option<String> {
    let extraction = &*entry.extraction;
    let dates = extraction.timexes.iter().filter(|timex| timex.span.holds(offset)).map(|timex| date(entry, timex));
    let names = extraction.entities.iter().filter_map(|who| {
        let mention = who.mentions.iter().find(|mention| mention.span.holds(offset))?;
        Some(name(who, mention))
    });
    let quotes = extraction.quotes.iter().filter(|quote| quote.span.holds(offset)).map(|quote| said(entry, quote));
    let told: Vec<String> = dates.chain(names).chain(quotes).collect();
    (!told.is_empty()).then(|| told.join("\n\n"))
}

fn date(entry: &Entry, timex: &Timex) -> String {
    let words = words::one_line(timex.span.of(&entry.article.text));
    let value = timex.range.map(words::range).unwrap_or_else(|| timex.value.clone());
    let reading = if timex.reading.is_empty() { String::new() } else { format!("\n{}", timex.reading) };
    format!("Date: “{words}” → {value}{reading}\nrule: {}", timex.rule)
}

fn name(who: &crate::model::Entity, mention: &Mention) -> String {
    let role = who.role.as_ref().map(|role| format!(", {}", words::one_line(&role.text))).unwrap_or_default();
    let rule = match mention.form {
        MentionForm::Name => "named",
        MentionForm::Nominal => "a noun that stands for the name",
        MentionForm::Pronoun => "a pronoun that stands for the name",
    };
    format!("{}: {}{role}\nrule: {rule}", words::sentence_case(words::entity_kind(who.kind)), who.name)
}

fn said(entry: &Entry, quote: &Quote) -> String {
    let text = &entry.article.text;
    let entities = &entry.extraction.entities;
    let by = |source: Span| format!(" (“{}”)", words::one_line(source.of(text)));
    let who = match quote.speaker.and_then(|id| entities.get(id.index())) {
        Some(_) => format!("{}{}", words::speakers(quote, entities), quote.source.map(by).unwrap_or_default()),
        None => words::unknown_speaker(quote, text, entities),
    };
    let cue = quote.cue.map(|cue| format!(", cue “{}”", words::one_line(cue.of(text)))).unwrap_or_default();
    format!("Quote: {who}{cue}\n{}", words::quote_rule(quote))
}
