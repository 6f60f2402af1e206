//! The table view: the same events as rows, with the same selection; the way for keyboard and screen reader alone.

use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::derived::Derived;
use crate::gui::state::{TableColumn, UiState};
use crate::gui::{theme, widgets, words};
use crate::model::{Event, Precision};
use crate::project::{Entry, Project};
use crate::scene::ColourRole;
use crate::timeline::ItemKey;
use egui::{RichText, Role, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder};
use std::cmp::Ordering;

const ROW_PX: f32 = 26.0;
const COLUMNS: [(TableColumn, &str); 5] = [
    (TableColumn::Date, "Date"),
    (TableColumn::Title, "Event"),
    (TableColumn::Precision, "Precision"),
    (TableColumn::Article, "Article"),
    (TableColumn::Certainty, "Certainty"),
];

/// The order of the rows, kept until the events or the order change.
#[derive(Default)]
pub struct TableCache {
    key: Option<(u64, (TableColumn, bool))>,
    order: Vec<ItemKey>,
}

impl TableCache {
    /// The events in the order of the rows.
    pub fn order(&self) -> &[ItemKey] {
        &self.order
    }
}

/// Shows the table.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, derived: &mut Derived, queue: &mut Vec<UiCommand>) {
    derived.marks.clear();
    sort(shown.project, state, derived);
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme::colour(ui, ColourRole::Canvas));
    if derived.table.order.is_empty() {
        ui.centered_and_justified(|ui| ui.label(widgets::muted(ui, "Nothing matches the search", 14.0)));
        return;
    }
    let here = state.shown_event();
    let here_row = here.and_then(|key| derived.table.order.iter().position(|item| *item == key));
    egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 0 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let width = ui.available_width();
        let mut table = TableBuilder::new(ui)
            .sense(egui::Sense::click())
            .resizable(true)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::initial((width * 0.2).clamp(110.0, 230.0)).at_least(80.0).clip(true))
            .column(Column::remainder().at_least(140.0).clip(true))
            .column(Column::initial(72.0).at_least(50.0).clip(true))
            .column(Column::initial((width * 0.18).clamp(80.0, 260.0)).at_least(60.0).clip(true))
            .column(Column::initial(70.0).at_least(50.0).clip(true));
        if let (true, Some(row)) = (state.focus_selected, here_row) {
            table = table.scroll_to_row(row, None);
        }
        let mut order = state.table_order;
        let table = table.header(30.0, |mut header| {
            for (column, name) in COLUMNS {
                header.col(|ui| column_head(ui, column, name, &mut order));
            }
        });
        state.table_order = order;
        let items = std::mem::take(&mut derived.table.order);
        table.body(|body| {
            body.rows(ROW_PX, items.len(), |mut row| {
                let item = items[row.index()];
                row.set_selected(state.selected.contains(&item));
                let Some((event, entry)) = lookup(shown.project, item) else { return };
                cells(&mut row, event, entry);
                let response = row.response();
                let name = row_name(event, entry);
                response.widget_info(|| WidgetInfo::selected(Role::Row, true, state.selected.contains(&item), &name));
                derived.marks.insert(response.id);
                if state.focus_selected && here == Some(item) {
                    response.request_focus();
                    state.focus_selected = false;
                }
                super::undated::act(&response.ctx.clone(), &response, item, queue);
            })
        });
        derived.table.order = items;
        state.focus_selected = false;
    });
}

fn column_head(ui: &mut Ui, column: TableColumn, name: &str, order: &mut (TableColumn, bool)) {
    let is_sorted = order.0 == column;
    let arrow = match (is_sorted, order.1) {
        (false, _) => "",
        (true, false) => " ↓",
        (true, true) => " ↑",
    };
    let text = RichText::new(format!("{name}{arrow}"))
        .font(crate::gui::fonts::bold_at(12.0))
        .color(theme::colour(ui, ColourRole::TextMuted));
    let response = ui.add(egui::Button::new(text).frame(false));
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_sorted, format!("Sort by {name}")));
    widgets::focus_ring(ui, &response, 4.0);
    if response.on_hover_text("Sort").clicked() {
        *order = (column, is_sorted && !order.1);
    }
}

fn cells(row: &mut egui_extras::TableRow<'_, '_>, event: &Event, entry: &Entry) {
    let date = event.date.as_ref();
    row.col(|ui| {
        let words = match date {
            Some(date) => {
                let clock = words::clock(date).map(|clock| format!(" {clock}")).unwrap_or_default();
                RichText::new(format!("{}{clock}", words::short_event_date(date)))
            }
            None => widgets::muted(ui, "undated", 13.0),
        };
        ui.add(egui::Label::new(words).truncate().selectable(false));
    });
    row.col(|ui| {
        ui.add(egui::Label::new(&event.title).truncate().selectable(false));
    });
    row.col(|ui| {
        let words = date.map_or("", |date| words::precision(date.precision));
        ui.add(egui::Label::new(widgets::muted(ui, words, 12.0)).truncate().selectable(false));
    });
    row.col(|ui| {
        let words = words::one_line(entry.title());
        ui.add(egui::Label::new(widgets::muted(ui, words, 12.0)).truncate().selectable(false));
    });
    row.col(|ui| {
        if let Some(date) = date {
            ui.add(egui::Label::new(widgets::certainty(ui, date.confidence, 12.0)).selectable(false));
        }
    });
}

fn row_name(event: &Event, entry: &Entry) -> String {
    let date = event.date.as_ref().map_or("undated".to_owned(), |date| {
        format!("{}, {} sure", words::event_date(date), words::percent(date.confidence))
    });
    format!("{}, {date}, {}", event.title, words::shortened(entry.title(), 60))
}

fn lookup(project: &Project, item: ItemKey) -> Option<(&Event, &Entry)> {
    Some((project.event(item)?, project.entry(item.article)?))
}

fn sort(project: &Project, state: &UiState, derived: &mut Derived) {
    let key = (derived.version, state.table_order);
    if derived.table.key == Some(key) {
        return;
    }
    let shown = &derived.shown;
    let mut order: Vec<ItemKey> = shown.dated().chain(shown.undated()).map(|item| item.key).collect();
    let (column, reversed) = state.table_order;
    // The timeline's order is by date already, undated last.
    if column != TableColumn::Date {
        order.sort_by(|a, b| match (lookup(project, *a), lookup(project, *b)) {
            (Some(a), Some(b)) => compare(column, a, b),
            _ => Ordering::Equal,
        });
    }
    if reversed {
        order.reverse();
    }
    derived.table = TableCache { key: Some(key), order };
}

fn compare(column: TableColumn, (a, entry_a): (&Event, &Entry), (b, entry_b): (&Event, &Entry)) -> Ordering {
    let precision = |event: &Event| event.date.as_ref().map_or(Precision::Range as u8 + 1, |date| date.precision as u8);
    let certainty = |event: &Event| event.date.as_ref().map_or(-1.0, |date| date.confidence);
    match column {
        TableColumn::Date => Ordering::Equal,
        TableColumn::Title => a.title.to_lowercase().cmp(&b.title.to_lowercase()),
        TableColumn::Precision => precision(a).cmp(&precision(b)),
        TableColumn::Article => entry_a.title().cmp(entry_b.title()),
        TableColumn::Certainty => certainty(b).total_cmp(&certainty(a)),
    }
}
