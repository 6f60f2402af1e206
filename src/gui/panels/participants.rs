//! Who took part in the selected event: grouped by kind, each with post and part, the words that name them a click away.
//!
//! A click on a name narrows the timeline to the events with them; a click on "… mentions" lists the places.

use crate::gui::commands::UiCommand;
use crate::gui::state::{Passage, UiState};
use crate::gui::{fonts, theme, widgets, words};
use crate::model::{Entity, EntityId, EntityKind, Event, Mention, MentionForm, Part, Role, Span};
use crate::project::Entry;
use crate::scene::ColourRole;
use egui::{Label, RichText, Ui, Vec2};

/// Indent of what belongs to a name.
const INDENT_PX: f32 = 18.0;
/// So many mentions are listed.
const LISTED: usize = 12;
/// Characters of the text shown to each side of a mention.
const AROUND: usize = 34;

/// Shows the participants of `event`.
pub fn show(
    ui: &mut Ui,
    event: &Event,
    entry: &Entry,
    colour: egui::Color32,
    state: &mut UiState,
    queue: &mut Vec<UiCommand>,
) {
    let all: Vec<(EntityId, Part, &Entity)> = event
        .participants
        .iter()
        .filter_map(|one| Some((one.entity, one.part, super::detail::entity(entry, one.entity)?)))
        .collect();
    if all.is_empty() {
        return;
    }
    widgets::section(ui, "Participants", &all.len().to_string());
    let kinds: Vec<EntityKind> =
        KINDS.into_iter().filter(|kind| all.iter().any(|(_, _, who)| who.kind == *kind)).collect();
    for kind in &kinds {
        if kinds.len() > 1 {
            ui.label(widgets::muted(ui, words::entity_kinds(*kind), 11.0));
        }
        for (id, part, who) in all.iter().filter(|(_, _, who)| who.kind == *kind) {
            participant(ui, (*id, *part, who), entry, colour, state, queue);
        }
    }
}

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Group, EntityKind::Place];

fn participant(
    ui: &mut Ui,
    (id, part, who): (EntityId, Part, &Entity),
    entry: &Entry,
    colour: egui::Color32,
    state: &mut UiState,
    queue: &mut Vec<UiCommand>,
) {
    ui.horizontal_wrapped(|ui| {
        let (dot, _) = ui.allocate_exact_size(Vec2::splat(10.0), egui::Sense::hover());
        ui.painter().circle_filled(dot.center(), 5.0, colour);
        name(ui, who, state, queue);
        if let Some(role) = &who.role {
            role_words(ui, role, entry, queue);
        }
        if let Some(part) = words::part(part) {
            ui.label(widgets::muted(ui, part, 12.0));
        }
    });
    let key = (entry.key, id);
    let is_open = state.mentions_open == Some(key);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().button_padding.y = 0.0;
        ui.add_space(INDENT_PX - 8.0);
        let count = words::count(who.mentions.len(), "mention", "mentions");
        let told = format!("{} of {}", if is_open { "Hide the mentions" } else { "List the mentions" }, who.name);
        if widgets::link(ui, &format!("{count} {}", if is_open { "▾" } else { "▸" }), &told).clicked() {
            state.mentions_open = (!is_open).then_some(key);
        }
        if !who.aliases.is_empty() {
            ui.label(widgets::muted(ui, format!("also {}", who.aliases.join(", ")), 11.0));
        }
    });
    if is_open {
        mentions(ui, who, entry, queue);
    }
}

/// The name, which narrows the timeline to the events with them.
pub fn name(ui: &mut Ui, who: &Entity, state: &UiState, queue: &mut Vec<UiCommand>) {
    let is_only = state.who.as_ref() == Some(&who.name);
    let text = widgets::strong(&who.name, 13.0);
    let text = if is_only { text.color(theme::colour(ui, ColourRole::Accent)) } else { text };
    let response = ui.add(egui::Button::new(text).frame(false).min_size(Vec2::new(0.0, 18.0)).wrap());
    let told = if is_only { "Show all events again" } else { "Show only events with" };
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_only, format!("{told}: {}", who.name)));
    widgets::focus_ring(ui, &response, 4.0);
    let hint = if is_only { "Show all events again" } else { "Show only events with them" };
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(hint).clicked() {
        queue.push(UiCommand::OnlyWith((!is_only).then(|| who.name.clone())));
    }
}

/// Post or profession; a click shows the words it was read from.
fn role_words(ui: &mut Ui, role: &Role, entry: &Entry, queue: &mut Vec<UiCommand>) {
    let words = words::one_line(&role.text);
    let Some(evidence) = role.evidence.first().copied() else {
        ui.label(widgets::muted(ui, words, 12.0));
        return;
    };
    let response = ui.add(Label::new(widgets::muted(ui, &words, 12.0)).sense(egui::Sense::click()));
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, format!("{words}: show where this is said")));
    widgets::focus_ring(ui, &response, 4.0);
    let read_from = format!("Read from “{}”", words::shortened(evidence.of(&entry.article.text), 120));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(read_from).clicked() {
        queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span: evidence }));
    }
}

/// Every place that names them, with some words to each side.
fn mentions(ui: &mut Ui, who: &Entity, entry: &Entry, queue: &mut Vec<UiCommand>) {
    for mention in who.mentions.iter().take(LISTED) {
        ui.horizontal_top(|ui| {
            ui.add_space(INDENT_PX);
            if snippet(ui, mention, &entry.article.text).clicked() {
                queue.push(UiCommand::ShowPassage(Passage { article: entry.key, span: mention.span }));
            }
        });
    }
    if who.mentions.len() > LISTED {
        ui.horizontal(|ui| {
            ui.add_space(INDENT_PX);
            let rest = words::thousands(who.mentions.len() - LISTED);
            ui.label(widgets::muted(ui, format!("and {rest} more; “names” marks them in the article"), 11.0));
        });
    }
}

fn snippet(ui: &mut Ui, mention: &Mention, text: &str) -> egui::Response {
    let plain = egui::TextFormat::simple(fonts::regular_at(12.0), theme::colour(ui, ColourRole::TextMuted));
    let marked =
        egui::TextFormat { color: theme::colour(ui, ColourRole::Text), font_id: fonts::bold_at(12.0), ..plain.clone() };
    let (before, after) = around(text, mention.span);
    let mut job = egui::text::LayoutJob::default();
    job.append(&before, 0.0, plain.clone());
    job.append(&words::one_line(mention.span.of(text)), 0.0, marked);
    job.append(&after, 0.0, plain);
    job.wrap = egui::text::TextWrapping::truncate_at_width(ui.available_width());
    let name = format!("Show in the article: {before}{}{after}", words::one_line(mention.span.of(text)));
    let response = ui.add(Label::new(job).truncate().sense(egui::Sense::click()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    widgets::focus_ring(ui, &response, 4.0);
    let how = match mention.form {
        MentionForm::Name => "by name",
        MentionForm::Nominal => "by a noun: inferred who is meant",
        MentionForm::Pronoun => "by a pronoun: inferred who is meant",
    };
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
        ui.label(RichText::new(how).size(12.0));
    })
}

/// The words before and after `span`, on one line.
fn around(text: &str, span: Span) -> (String, String) {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let from = line.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let lead = if from > 0 { "…" } else { "" };
    let after: String = after.split('\n').next().unwrap_or_default().chars().take(AROUND * 2).collect();
    (format!("{lead}{}", line.get(from..).unwrap_or_default()), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_is_shown_between_its_neighbours_and_never_past_its_line() {
        let text = "Erste Zeile\nDer Bürgermeister Ölsén sagte es.\nEnde";
        let start = text.find("Ölsén").unwrap();
        let (before, after) = around(text, Span::new(start, start + "Ölsén".len()));
        assert_eq!((before.as_str(), after.as_str()), ("Der Bürgermeister ", " sagte es."));
    }
}
