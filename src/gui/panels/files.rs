//! The left panel: the articles with their state, the shown article's "today", its people and organisations.

use crate::gui::actions::Action;
use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::jobs::{FileRow, Jobs, RowState, Stage};
use crate::gui::state::UiState;
use crate::gui::{fonts, theme, widgets, words};
use crate::model::{Entity, EntityKind, ReferenceBasis, Standing};
use crate::project::Entry;
use crate::scene::ColourRole;
use egui::{Align, Align2, Layout, RichText, ScrollArea, TextEdit, Ui, Vec2};

const ROW_PX: f32 = 24.0;
/// The field in which a reference date is typed.
pub const DATE_FIELD: &str = "reference date";
/// Entities listed before "more".
const FEW: usize = 6;

/// Shows the panel.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, jobs: &Jobs, queue: &mut Vec<UiCommand>) {
    let entries = shown.project.entries();
    ScrollArea::vertical().auto_shrink(false).id_salt("files").show(ui, |ui| {
        widgets::section(ui, "Articles", &words::thousands(entries.len()));
        articles(ui, entries, state, queue);
        pending(ui, jobs, queue);
        failed(ui, jobs, queue);
        if let Some(entry) = state.article.and_then(|key| shown.project.entry(key)) {
            about(ui, shown, entry);
            today(ui, entry, state, queue);
            people(ui, entry, state, queue);
            remarks(ui, entry);
        }
        ui.add_space(12.0);
    });
}

fn articles(ui: &mut Ui, entries: &[Entry], state: &UiState, queue: &mut Vec<UiCommand>) {
    // A long list scrolls in itself, so that the article's day and people stay in reach.
    let height = (ROW_PX + 2.0) * 10.0;
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical().id_salt("articles").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW_PX,
        entries.len(),
        |ui, range| {
            for (place, entry) in entries.iter().enumerate().skip(range.start).take(range.len()) {
                article_row(ui, place, entry, state, queue);
            }
        },
    );
    ui.spacing_mut().item_spacing.y = 4.0;
}

fn article_row(ui: &mut Ui, place: usize, entry: &Entry, state: &UiState, queue: &mut Vec<UiCommand>) {
    let count = entry.extraction.events.len();
    let chosen = state.article == Some(entry.key);
    let name = format!("{}, {}", entry.title(), words::count(count, "event", "events"));
    let response = widgets::list_row(ui, ROW_PX, chosen, &name, |ui, area| {
        let colour = theme::colour(ui, ColourRole::Series(place as u32));
        ui.painter().circle_filled(egui::pos2(area.left() + 4.0, area.center().y), 4.0, colour);
        let words_area = area.with_min_x(area.left() + 15.0);
        let width = widgets::line_in(
            ui,
            words_area,
            Align2::RIGHT_CENTER,
            &count.to_string(),
            fonts::regular_at(12.0),
            ColourRole::TextMuted,
        );
        let title_area = words_area.with_max_x(area.right() - width - 8.0);
        widgets::line_in(
            ui,
            title_area,
            Align2::LEFT_CENTER,
            &words::one_line(entry.title()),
            fonts::regular_at(13.0),
            ColourRole::Text,
        );
    });
    if response.double_clicked() {
        queue.push(UiCommand::ShowPassage(crate::gui::state::Passage { article: entry.key, span: start_of(entry) }));
    } else if response.clicked() {
        queue.push(UiCommand::ShowArticle(entry.key));
    }
    response.context_menu(|ui| {
        if ui.button("Show the article").clicked() {
            queue
                .push(UiCommand::ShowPassage(crate::gui::state::Passage { article: entry.key, span: start_of(entry) }));
        }
        if ui.button("Copy its title and source").clicked() {
            queue.push(UiCommand::Copy(words::citation(entry)));
        }
        if ui.button("Open the folder it is in").clicked() {
            queue.push(UiCommand::OpenFolderOf(entry.key));
        }
        if ui.button("Close the article").clicked() {
            queue.push(UiCommand::Close(entry.key));
        }
    });
    response.on_hover_ui(|ui| {
        ui.label(widgets::strong(words::one_line(entry.title()), 13.0));
        ui.label(widgets::muted(ui, &*entry.article.source.path, 11.0));
    });
}

fn start_of(entry: &Entry) -> crate::model::Span {
    let first = entry.article.blocks.first().map(|block| block.span);
    entry.article.headline.or(first).unwrap_or_default()
}

fn pending(ui: &mut Ui, jobs: &Jobs, queue: &mut Vec<UiCommand>) {
    let rows: Vec<&FileRow> = jobs.rows().filter(|row| !matches!(row.state, RowState::Failed(_))).collect();
    if rows.is_empty() {
        return;
    }
    widgets::section(ui, "Reading", &words::thousands(rows.len()));
    for row in rows.iter().take(8) {
        ui.horizontal(|ui| {
            let is_working = matches!(row.state, RowState::Working(_));
            if is_working {
                ui.add(egui::Spinner::new().size(12.0));
            } else {
                ui.allocate_ui(egui::vec2(12.0, 12.0), |ui| ui.label(widgets::muted(ui, "·", 12.0)));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let cancel = ui.add(egui::Button::new("×").frame(false));
                cancel.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Cancel {}", row.origin.name()))
                });
                if cancel.on_hover_text("Do not read this file").clicked() {
                    queue.push(UiCommand::Cancel(row.id));
                }
                ui.label(widgets::muted(ui, stage(row), 11.0));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(egui::Label::new(RichText::new(row.origin.name()).size(12.0)).truncate());
                });
            });
        });
    }
    if rows.len() > 8 {
        ui.label(widgets::muted(ui, format!("and {} more", words::thousands(rows.len() - 8)), 12.0));
    }
}

fn stage(row: &FileRow) -> String {
    match row.state {
        RowState::Working(Stage::Reading) => "reading".to_owned(),
        RowState::Working(Stage::Extracting { done }) if done > 0 => words::count(done, "article", "articles"),
        RowState::Working(Stage::Extracting { .. }) => "finding events".to_owned(),
        _ => "waits".to_owned(),
    }
}

fn failed(ui: &mut Ui, jobs: &Jobs, queue: &mut Vec<UiCommand>) {
    let rows: Vec<&FileRow> = jobs.rows().filter(|row| matches!(row.state, RowState::Failed(_))).collect();
    if rows.is_empty() {
        return;
    }
    widgets::section(ui, "Not read", &words::thousands(rows.len()));
    for row in rows.iter().take(50) {
        let RowState::Failed(error) = &row.state else { continue };
        widgets::card(ui, ColourRole::Chip, Some(theme::colour(ui, ColourRole::Warning)), |ui| {
            ui.label(widgets::strong(row.origin.name(), 12.0)).on_hover_text(&error.path);
            ui.label(
                RichText::new(words::sentence_case(&error.message))
                    .size(12.0)
                    .color(theme::colour(ui, ColourRole::Warning)),
            );
            ui.label(widgets::muted(ui, words::sentence_case(&error.hint), 12.0));
            ui.horizontal_wrapped(|ui| {
                let name = row.origin.name();
                if widgets::link(ui, "Retry", &format!("Retry {name}")).clicked() {
                    queue.push(UiCommand::Retry(row.id));
                }
                if widgets::link(ui, "Open as plain text", &format!("Open {name} as plain text")).clicked() {
                    queue.push(UiCommand::ReadAsPlainText(row.id));
                }
                if widgets::link(ui, "Dismiss", &format!("Dismiss {name}")).clicked() {
                    queue.push(UiCommand::Dismiss(row.id));
                }
            });
        });
    }
    if rows.len() > 50 {
        ui.label(widgets::muted(ui, format!("and {} more", words::thousands(rows.len() - 50)), 12.0));
    }
}

/// Publisher, authors, time of reading.
fn about(ui: &mut Ui, shown: &Shown, entry: &Entry) {
    ui.add_space(6.0);
    let article = &*entry.article;
    let mut parts: Vec<String> = article.publisher.iter().map(|name| words::one_line(name)).collect();
    let authors: Vec<String> = article.byline.iter().map(|span| words::one_line(span.of(&article.text))).collect();
    if !authors.is_empty() {
        parts.push(format!("by {}", authors.join(", ")));
    }
    if let Some(took) = shown.took.get(&entry.key) {
        let ms = took.as_secs_f64() * 1e3;
        parts.push(if ms < 10.0 { format!("read in {ms:.1} ms") } else { format!("read in {ms:.0} ms") });
    }
    ui.label(widgets::muted(ui, parts.join(" · "), 11.0));
}

/// What "today" means in the article, how that was found, and the way to change it.
fn today(ui: &mut Ui, entry: &Entry, state: &mut UiState, queue: &mut Vec<UiCommand>) {
    let reference = &entry.extraction.reference_date;
    ui.add_space(8.0);
    ui.label(widgets::muted(ui, "“Today” in this article", 11.0));
    match &mut state.date_entry {
        Some(typed) => {
            let typed = typed.clone();
            date_entry(ui, entry, typed, state, queue);
        }
        None => {
            widgets::card(ui, ColourRole::Chip, None, |ui| {
                ui.horizontal(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if widgets::link(ui, "change", "Change what “today” means in this article").clicked() {
                            queue.push(UiCommand::Act(Action::ReferenceDate));
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            ui.add(
                                egui::Label::new(widgets::strong(words::reference_short(reference), 13.0)).truncate(),
                            );
                        });
                    });
                });
            });
        }
    }
    let explanation = match reference.basis {
        ReferenceBasis::None if reference.explanation.is_empty() => {
            "No date is printed and none follows from the text: relative dates stay open until you set one."
        }
        _ => &reference.explanation,
    };
    ui.label(widgets::muted(ui, explanation, 11.0));
    if reference.basis == ReferenceBasis::Given
        && widgets::link(ui, "use what the article says", "Use the date that the article gives").clicked()
    {
        queue.push(UiCommand::SetReferenceDate(entry.key, None));
    }
}

fn date_entry(ui: &mut Ui, entry: &Entry, mut typed: String, state: &mut UiState, queue: &mut Vec<UiCommand>) {
    // Without its margins the field would push the panel wider.
    let width = ui.available_width() - 16.0;
    let field = TextEdit::singleline(&mut typed)
        .id(egui::Id::unique(DATE_FIELD))
        .hint_text("year-month-day")
        .desired_width(width)
        .margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(field);
    let response = response.accessible_name("Reference date");
    let day = words::date_from_words(&typed);
    let (enter, escape) = ui.input(|input| (input.key_pressed(egui::Key::Enter), input.key_pressed(egui::Key::Escape)));
    ui.horizontal(|ui| {
        let set = ui.add_enabled(day.is_some(), egui::Button::new("Set"));
        let set_clicked = set.clicked() || (response.lost_focus() && enter);
        if let (true, Some(day)) = (set_clicked, day) {
            queue.push(UiCommand::SetReferenceDate(entry.key, Some(day)));
        }
        if ui.button("Cancel").clicked() || escape {
            state.date_entry = None;
            return;
        }
        let words = match day {
            Some(day) => words::short_day(day),
            None if typed.trim().is_empty() => String::new(),
            None => "not a date yet".to_owned(),
        };
        ui.label(widgets::muted(ui, words, 11.0));
        state.date_entry = Some(typed);
    });
}

fn people(ui: &mut Ui, entry: &Entry, state: &mut UiState, queue: &mut Vec<UiCommand>) {
    let of_kind = |kind: EntityKind| -> Vec<&Entity> {
        let mut list: Vec<&Entity> = entry
            .extraction
            .entities
            .iter()
            .filter(|who| who.kind == kind && who.standing == Standing::Story)
            .collect();
        list.sort_by_key(|who| std::cmp::Reverse(who.mentions.len()));
        list
    };
    let (people, organisations) = (of_kind(EntityKind::Person), of_kind(EntityKind::Organisation));
    let only = state.who.clone();
    entity_list(ui, "People", &people, only.as_deref(), &mut state.all_people, queue);
    entity_list(ui, "Organisations", &organisations, only.as_deref(), &mut state.all_organisations, queue);
}

fn entity_list(
    ui: &mut Ui,
    title: &str,
    list: &[&Entity],
    only: Option<&str>,
    all: &mut bool,
    queue: &mut Vec<UiCommand>,
) {
    if list.is_empty() {
        return;
    }
    widgets::section(ui, title, &words::thousands(list.len()));
    ui.spacing_mut().item_spacing.y = 2.0;
    let shown = if *all { list.len() } else { FEW.min(list.len()) };
    for who in &list[..shown] {
        let role = who.role.as_ref().map(|role| words::one_line(&role.text));
        let chosen = only == Some(who.name.as_str());
        let name = role.as_ref().map_or(who.name.clone(), |role| format!("{}, {role}", who.name));
        let height = if role.is_some() { 36.0 } else { 22.0 };
        let response = widgets::list_row(ui, height, chosen, &name, |ui, area| {
            let (upper, lower) = area.split_top_bottom_at_y(area.top() + 20.0);
            widgets::line_in(ui, upper, Align2::LEFT_CENTER, &who.name, fonts::regular_at(13.0), ColourRole::Text);
            if let Some(role) = &role {
                widgets::line_in(ui, lower, Align2::LEFT_TOP, role, fonts::regular_at(11.0), ColourRole::TextMuted);
            }
        });
        if response.on_hover_text(if chosen { "Show all events again" } else { "Show only events with them" }).clicked()
        {
            queue.push(UiCommand::OnlyWith((!chosen).then(|| who.name.clone())));
        }
    }
    if list.len() > FEW {
        let words = if *all { "fewer".to_owned() } else { format!("{} more", list.len() - FEW) };
        let name = format!("{title}: {words}");
        if widgets::link(ui, &words, &name).clicked() {
            *all = !*all;
        }
    }
    ui.spacing_mut().item_spacing.y = 4.0;
}

/// What was doubtful while reading and extracting.
fn remarks(ui: &mut Ui, entry: &Entry) {
    let diagnostics = entry.article.diagnostics.iter().chain(&entry.extraction.diagnostics);
    let list: Vec<_> = diagnostics.take(20).collect();
    if list.is_empty() {
        return;
    }
    widgets::section(ui, "Remarks", &words::thousands(list.len()));
    for remark in list {
        let label = ui.label(RichText::new(&remark.message).size(12.0).color(theme::colour(ui, ColourRole::TextMuted)));
        if let Some(hint) = &remark.hint {
            label.on_hover_text(hint);
        }
    }
    ui.allocate_space(Vec2::new(0.0, 4.0));
}
