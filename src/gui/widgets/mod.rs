//! Small controls that several panels use, each with its name, role and state for screen readers.

pub mod paint;
pub mod plot_item;

use super::{fonts, theme};
use crate::model::EventKind;
use crate::scene::ColourRole;
use egui::{Align2, Response, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, text::LayoutJob};

/// A heading of a group: small spaced capitals, with a count or remark at the right.
pub fn section(ui: &mut Ui, title: &str, remark: &str) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let mut job = LayoutJob::default();
        let mut format = egui::TextFormat::simple(fonts::bold_at(11.0), theme::colour(ui, ColourRole::TextMuted));
        format.extra_letter_spacing = 0.8;
        job.append(&title.to_uppercase(), 0.0, format);
        let response = ui.label(job);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.label(muted(ui, remark, 11.0)));
    });
    ui.add_space(2.0);
}

/// Secondary words.
pub fn muted(ui: &Ui, words: impl Into<String>, size: f32) -> RichText {
    RichText::new(words).size(size).color(theme::colour(ui, ColourRole::TextMuted))
}

/// Words in the bold face.
pub fn strong(words: impl Into<String>, size: f32) -> RichText {
    RichText::new(words).font(fonts::bold_at(size))
}

/// Words that do something when clicked, such as `open ↗`.
pub fn link(ui: &mut Ui, words: &str, name: &str) -> Response {
    let text = RichText::new(words).size(12.0).color(theme::colour(ui, ColourRole::Accent));
    let response = ui.add(egui::Button::new(text).frame(false).min_size(Vec2::new(0.0, 18.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    focus_ring(ui, &response, 4.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The ring around the control that has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, radius: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme::colour(ui, ColourRole::Focus));
        ui.painter().rect_stroke(response.rect.expand(1.0), radius, stroke, egui::StrokeKind::Outside);
        ui.data_mut(|data| data.insert_temp(ringed_id(), Some(response.id)));
    }
}

fn ringed_id() -> egui::Id {
    egui::Id::unique("ringed")
}

/// A ring for the control that has the keyboard if nothing has drawn one for it in this frame: none goes unseen.
pub fn missing_focus_ring(ctx: &egui::Context) {
    let ringed = ctx.data_mut(|data| data.remove_temp::<Option<egui::Id>>(ringed_id())).flatten();
    let focused = ctx.memory(|memory| memory.focused()).filter(|id| Some(*id) != ringed);
    if let Some(response) = focused.and_then(|id| ctx.read_response(id)) {
        let colour = theme::colour_in(theme::of(&ctx.global_style().visuals), ColourRole::Focus);
        let (area, stroke) = (response.interact_rect.expand(1.0), Stroke::new(2.0, colour));
        ctx.layer_painter(response.layer_id).rect_stroke(area, 4.0, stroke, egui::StrokeKind::Outside);
    }
}

/// Whether `key` was pressed with just these modifiers held, in this frame. They may be up again by its end.
pub fn key_pressed_with(ui: &Ui, wanted: egui::Modifiers, wanted_key: egui::Key) -> bool {
    let is_it = |event: &egui::Event| match event {
        egui::Event::Key { key, pressed: true, modifiers, .. } => {
            *key == wanted_key && modifiers.command == wanted.command && modifiers.shift == wanted.shift
        }
        _ => false,
    };
    ui.input(|input| input.events.iter().any(is_it))
}

/// A tab of the toolbar: underlined while chosen.
pub fn tab(ui: &mut Ui, words: &str, chosen: bool, hint: &str) -> Response {
    let accent = theme::colour(ui, ColourRole::Accent);
    let text = if chosen { strong(words, 13.0).color(accent) } else { muted(ui, words, 13.0) };
    let response = ui.add(egui::Button::new(text).frame(false).min_size(Vec2::new(0.0, 28.0)));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, words));
    if chosen {
        let bottom = ui.max_rect().bottom() - 1.0;
        let line = egui::Rect::from_x_y_ranges(response.rect.x_range(), bottom - 2.0..=bottom);
        ui.painter().rect_filled(line, 1.0, accent);
    }
    focus_ring(ui, &response, 4.0);
    response.on_hover_text(hint)
}

/// A quiet box with a title for screen readers; fills the width.
pub fn card<R>(ui: &mut Ui, fill: ColourRole, bar: Option<egui::Color32>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let inner =
        egui::Frame::new().fill(theme::colour(ui, fill)).corner_radius(6).inner_margin(egui::Margin::symmetric(12, 8));
    let response = inner.show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui)
    });
    if let Some(colour) = bar {
        let area = response.response.rect;
        let line = egui::Rect::from_min_max(area.left_top(), egui::pos2(area.left() + 3.0, area.bottom()));
        ui.painter().rect_filled(line, 1.0, colour);
    }
    response.inner
}

/// The mark of an event's sort, as on the timeline: circle, square, diamond.
pub fn kind_mark(ui: &mut Ui, kind: EventKind, colour: egui::Color32) {
    let (area, _) = ui.allocate_exact_size(Vec2::splat(12.0), Sense::hover());
    let centre = area.center();
    match kind {
        EventKind::Happening => {
            ui.painter().circle_filled(centre, 5.0, colour);
        }
        EventKind::Statement => {
            ui.painter().rect_filled(egui::Rect::from_center_size(centre, Vec2::splat(9.0)), 1.5, colour);
        }
        EventKind::Photo => {
            let points = [(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)].map(|(x, y)| centre + Vec2::new(x, y));
            ui.painter().add(egui::Shape::convex_polygon(points.to_vec(), colour, Stroke::NONE));
        }
    }
}

/// How sure a date is, coloured when it is high.
pub fn certainty(ui: &Ui, confidence: f32, size: f32) -> RichText {
    let role = if confidence >= 0.8 { ColourRole::Good } else { ColourRole::TextMuted };
    strong(super::words::percent(confidence), size).color(theme::colour(ui, role))
}

/// A row of a list that can be chosen: the whole width reacts. `paint` draws into the row.
pub fn list_row(ui: &mut Ui, height: f32, chosen: bool, name: &str, paint: impl FnOnce(&Ui, egui::Rect)) -> Response {
    let (area, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, name));
    if ui.is_rect_visible(area) {
        let back = area.expand2(Vec2::new(6.0, 0.0));
        if chosen {
            ui.painter().rect_filled(back, 4.0, theme::colour(ui, ColourRole::Selection));
        } else if response.hovered() {
            ui.painter().rect_filled(back, 4.0, theme::colour(ui, ColourRole::Chip));
        }
        paint(ui, area);
        focus_ring(ui, &response, 4.0);
    }
    response
}

/// Words in one line within `area`, cut with an ellipsis.
pub fn line_in(ui: &Ui, area: egui::Rect, align: Align2, words: &str, font: egui::FontId, role: ColourRole) -> f32 {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, theme::colour(ui, role));
    job.wrap = egui::text::TextWrapping::truncate_at_width(area.width());
    let galley = ui.painter().layout_job(job);
    let placed = align.align_size_within_rect(galley.size(), area);
    let width = galley.size().x;
    ui.painter().galley(placed.min, galley, theme::colour(ui, role));
    width
}
