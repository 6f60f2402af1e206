//! The detail panel: everything known about the selected event, each piece with the words it came from.

use super::participants;
use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::jobs::{Jobs, PictureKey, PictureState};
use crate::gui::state::{Passage, UiState};
use crate::gui::{fonts, how_read, theme, widgets, words};
use crate::model::{Caption, Entity, EntityId, Event, MentionForm, Quote, Span};
use crate::project::Entry;
use crate::scene::ColourRole;
use egui::{Align, Layout, RichText, ScrollArea, Ui, Vec2, text::LayoutJob};
use std::collections::BTreeSet;

/// Room for the scroll bar.
const SCROLL_BAR_PX: f32 = 8.0;

/// Shows the panel.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, jobs: &mut Jobs, queue: &mut Vec<UiCommand>) {
    let Some((key, event, entry)) =
        state.shown_event().and_then(|key| Some((key, shown.project.event(key)?, shown.project.entry(key.article)?)))
    else {
        return nothing_selected(ui);
    };
    // The scroll bar has its room whether it is there or not, so that nothing is cut off when it comes.
    let width = ui.available_width() - SCROLL_BAR_PX;
    ScrollArea::vertical().auto_shrink(false).id_salt(("detail", key)).show(ui, |ui| {
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 5.0;
        let place = shown.project.entries().iter().position(|other| other.key == entry.key).unwrap_or(0);
        let colour = theme::colour(ui, ColourRole::Series(place as u32));
        title(ui, event, colour);
        date(ui, event, entry, queue);
        participants::show(ui, event, entry, colour, state, queue);
        quotes(ui, event, entry, colour, queue);
        photos(ui, event, entry, jobs, queue);
        if let Some(place) = event.place.and_then(|id| entity(entry, id)) {
            widgets::section(ui, "Place", "");
            participants::name(ui, place, state, queue);
        }
        sources(ui, event, entry, state, queue);
        ui.add_space(16.0);
    });
}

fn nothing_selected(ui: &mut Ui) {
    ui.add_space(14.0);
    ui.label(widgets::strong("No event is selected", 15.0));
    ui.add_space(4.0);
    let how = "Click an event, or press → to walk through them. Here you will see when it happened and how the date was read, who took part, what was said, and the sentences that tell it.";
    ui.label(widgets::muted(ui, how, 13.0));
}

/// The entity `id` of the article.
pub fn entity(entry: &Entry, id: EntityId) -> Option<&Entity> {
    entry.extraction.entities.get(id.index())
}

fn title(ui: &mut Ui, event: &Event, colour: egui::Color32) {
    ui.add_space(10.0);
    ui.add(egui::Label::new(RichText::new(&event.title).font(fonts::bold_at(18.0))).selectable(true));
    ui.horizontal(|ui| {
        widgets::kind_mark(ui, event.kind, colour);
        let mut parts = vec![words::kind(event.kind)];
        parts.extend(words::modality(event.modality));
        ui.label(widgets::muted(ui, parts.join(" · "), 12.0));
    });
}

/// The date in words, how sure it is, and how it was read.
fn date(ui: &mut Ui, event: &Event, entry: &Entry, queue: &mut Vec<UiCommand>) {
    let Some(date) = &event.date else {
        ui.label(widgets::strong("Undated", 13.0));
        let explanation = "No words of the article say when, and none is guessed.";
        widgets::card(ui, ColourRole::Chip, None, |ui| ui.label(RichText::new(explanation).size(12.0)));
        return;
    };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let certainty = ui.label(widgets::certainty(ui, date.confidence, 13.0));
            certainty.on_hover_text("How sure the date is");
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                ui.label(widgets::strong(words::event_date(date), 13.0));
                if let Some(clock) = words::clock(date) {
                    ui.label(widgets::muted(ui, clock, 13.0));
                }
            });
        });
    });
    widgets::card(ui, ColourRole::Selection, None, |ui| {
        ui.label(RichText::new(how_read::sentence(&date.explanation)).size(12.0));
        for timex in date.timexes.iter().filter_map(|id| entry.extraction.timexes.get(id.index())) {
            ui.horizontal_wrapped(|ui| {
                let quoted = format!("“{}”", words::one_line(timex.span.of(&entry.article.text)));
                if widgets::link(ui, &quoted, &format!("Show {quoted} in the article")).clicked() {
                    queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span: timex.span }));
                }
                let is_told = date.explanation.contains(&timex.reading) || timex.reading == "complete in itself";
                if !timex.reading.is_empty() && !is_told {
                    ui.label(widgets::muted(ui, &timex.reading, 12.0));
                }
            });
        }
    });
    if event.is_date_inferred() {
        ui.label(widgets::muted(ui, "Not stated with the event itself: inferred.", 11.0));
    }
}

fn quotes(ui: &mut Ui, event: &Event, entry: &Entry, colour: egui::Color32, queue: &mut Vec<UiCommand>) {
    let quotes: Vec<&Quote> = event.quotes.iter().filter_map(|id| entry.extraction.quotes.get(id.index())).collect();
    if quotes.is_empty() {
        return;
    }
    widgets::section(ui, "Quotes", &quotes.len().to_string());
    let text = &entry.article.text;
    for quote in quotes {
        widgets::card(ui, ColourRole::Chip, Some(colour), |ui| {
            let words = words::one_line(quote.span.of(text));
            ui.add(egui::Label::new(RichText::new(words).size(13.0).italics()).selectable(true));
            let speaker = quote.speaker.and_then(|id| entity(entry, id));
            ui.horizontal_wrapped(|ui| {
                match speaker {
                    Some(_) => {
                        let names = words::speakers(quote, &entry.extraction.entities);
                        ui.label(widgets::strong(&names, 12.0))
                    }
                    None => {
                        let unknown = words::unknown_speaker(quote, text, &entry.extraction.entities);
                        ui.label(widgets::muted(ui, unknown, 12.0))
                    }
                };
                let role = speaker.and_then(|who| who.role.as_ref());
                ui.label(widgets::muted(ui, role.map(|role| words::one_line(&role.text)).unwrap_or_default(), 12.0));
            });
            let remark = words::quote_kind(quote, text, speaker_form(quote, speaker));
            ui.label(widgets::muted(ui, remark, 11.0)).on_hover_text(words::quote_rule(quote));
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 18.0;
                ui.spacing_mut().button_padding.y = 0.0;
                if widgets::link(ui, "open ↗", "Show the quote in the article").clicked() {
                    queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span: quote.span }));
                }
                if widgets::link(ui, "copy", "Copy the quote with its source").clicked() {
                    let speaker = speaker.map(|who| who.name.as_str());
                    queue.push(UiCommand::Copy(words::cited(entry, quote.span, speaker)));
                }
            });
        });
    }
}

/// By which means the words that name the speaker do so.
fn speaker_form(quote: &Quote, speaker: Option<&Entity>) -> Option<MentionForm> {
    let source = quote.source?;
    speaker?.mentions.iter().find(|mention| mention.span.overlaps(source)).map(|mention| mention.form)
}

fn photos(ui: &mut Ui, event: &Event, entry: &Entry, jobs: &mut Jobs, queue: &mut Vec<UiCommand>) {
    let text = &entry.article.text;
    let mut captions: Vec<&Caption> =
        event.captions.iter().filter_map(|id| entry.extraction.captions.get(id.index())).collect();
    // A page may print a picture at its head and again in its gallery.
    let mut shown = BTreeSet::new();
    captions.retain(|caption| shown.insert(words::one_line(caption.text.of(text))));
    if captions.is_empty() {
        return;
    }
    let heading = if captions.len() == 1 { "Photo" } else { "Photos" };
    widgets::section(ui, heading, &captions.len().to_string());
    for caption in captions {
        widgets::card(ui, ColourRole::Chip, None, |ui| {
            picture(ui, caption, entry, jobs);
            let words = words::one_line(caption.text.of(text));
            ui.add(egui::Label::new(RichText::new(words).size(12.0)).selectable(true));
            if let Some(credit) = &caption.credit {
                let named: Vec<&str> = credit.photographer.iter().chain(&credit.agency).map(String::as_str).collect();
                let credit = if named.is_empty() { words::one_line(credit.span.of(text)) } else { named.join(" / ") };
                ui.label(widgets::strong(credit, 11.0));
            }
            if let Some(date) = caption_date(caption, entry) {
                ui.label(widgets::muted(ui, format!("dated {date}"), 11.0));
            }
            if caption.is_file_photo {
                ui.label(widgets::muted(ui, "archive picture: its date is not the event’s", 11.0));
            }
            let reason = caption.events.iter().find(|link| {
                entry.extraction.events.get(link.event.index()).is_some_and(|other| std::ptr::eq(other, event))
            });
            ui.horizontal_wrapped(|ui| {
                if let Some(link) = reason.filter(|link| !link.reason.is_empty()) {
                    ui.label(widgets::muted(ui, format!("linked: {}", link.reason), 11.0));
                }
                if widgets::link(ui, "open ↗", "Show the caption in the article").clicked() {
                    queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span: caption.span }));
                }
            });
        });
    }
}

/// The day that the caption gives for its picture.
fn caption_date(caption: &Caption, entry: &Entry) -> Option<String> {
    let ranges = caption.timexes.iter().filter_map(|id| entry.extraction.timexes.get(id.index())?.range);
    let dated = ranges.filter(|range| !range.is_open());
    dated.min_by_key(|range| range.latest.zip(range.earliest).map(|(last, first)| last - first)).map(words::range)
}

fn picture(ui: &mut Ui, caption: &Caption, entry: &Entry, jobs: &mut Jobs) {
    let Some(location) = caption.image.as_ref().filter(|location| !location.trim().is_empty()) else { return };
    let key = PictureKey { article: entry.article.source.path.clone(), location: location.clone() };
    if key.is_remote() {
        let remark = ui.label(widgets::muted(ui, "The picture is on the web; Dateline fetches nothing.", 11.0));
        remark.on_hover_text(words::shortened(location, 200));
        return;
    }
    match jobs.picture(&key) {
        PictureState::Loading => {
            ui.add(egui::Spinner::new().size(16.0));
        }
        PictureState::Ready(texture) => {
            let room = Vec2::new(ui.available_width(), 220.0);
            let alt = words::shortened(caption.text.of(&entry.article.text), 120);
            let image = egui::Image::new((texture.id(), texture.size_vec2()))
                .max_size(room)
                .fit_to_exact_size(fitted(texture.size_vec2(), room));
            ui.add(image.corner_radius(4).alt_text(alt));
        }
        PictureState::Failed(reason) => {
            let remark = ui.label(widgets::muted(ui, reason.as_str(), 11.0));
            remark.on_hover_text(location);
        }
    }
}

/// `size` scaled down into `room`.
fn fitted(size: Vec2, room: Vec2) -> Vec2 {
    size * (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0)).min(1.0)
}

fn sources(ui: &mut Ui, event: &Event, entry: &Entry, state: &UiState, queue: &mut Vec<UiCommand>) {
    let spans: Vec<Span> = if event.sources.is_empty() { vec![event.span] } else { event.sources.clone() };
    let remark = if spans.len() == 1 { "1 place".to_owned() } else { format!("{} places in 1 article", spans.len()) };
    widgets::section(ui, "Sources", &remark);
    ui.add(egui::Label::new(widgets::strong(words::one_line(entry.title()), 12.0)).truncate());
    let dates = date_spans(event, entry);
    for span in spans {
        let is_shown =
            state.passage.as_ref().is_some_and(|passage| passage.article == entry.key && passage.span == span);
        ui.horizontal_top(|ui| {
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                let label = if is_shown { "shown ↗" } else { "open ↗" };
                let name = format!("Show in the article: {}", words::shortened(span.of(&entry.article.text), 60));
                if widgets::link(ui, label, &name).clicked() {
                    queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span }));
                }
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.add(egui::Label::new(sentence(ui, &entry.article.text, span, &dates)).wrap().selectable(true));
                });
            });
        });
    }
}

/// Where the words stand that the event's date was read from.
pub fn date_spans(event: &Event, entry: &Entry) -> Vec<Span> {
    let timexes = event.date.iter().flat_map(|date| &date.timexes);
    timexes.filter_map(|id| entry.extraction.timexes.get(id.index())).map(|timex| timex.span).collect()
}

/// A sentence with its date words marked.
fn sentence(ui: &Ui, text: &str, span: Span, dates: &[Span]) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = egui::TextFormat::simple(fonts::regular_at(12.0), theme::colour(ui, ColourRole::TextMuted));
    let marked = egui::TextFormat {
        color: theme::colour(ui, ColourRole::Text),
        background: theme::colour(ui, ColourRole::Selection),
        ..plain.clone()
    };
    let mut inside: Vec<Span> = dates.iter().copied().filter(|date| span.contains(*date)).collect();
    inside.sort_unstable();
    let mut at = span.start;
    for date in inside {
        if date.start < at {
            continue;
        }
        job.append(&flat(Span { start: at, end: date.start }.of(text)), 0.0, plain.clone());
        job.append(&flat(date.of(text)), 0.0, marked.clone());
        at = date.end;
    }
    job.append(&flat(Span { start: at, end: span.end }.of(text)), 0.0, plain);
    job
}

/// Line ends as spaces.
fn flat(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
