//! The window without articles: where to drop them, how else to open them, and what is read.

use crate::gui::actions::{self, Action};
use crate::gui::commands::UiCommand;
use crate::gui::jobs::Jobs;
use crate::gui::{theme, widgets};
use crate::scene::ColourRole;
use egui::{RichText, Stroke, Ui, Vec2};

/// Shows the drop target.
pub fn show(ui: &mut Ui, jobs: &Jobs, queue: &mut Vec<UiCommand>) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme::colour(ui, ColourRole::Canvas));
    let size = Vec2::new(560.0, 330.0).min(area.size() - Vec2::splat(24.0));
    let target = egui::Rect::from_center_size(area.center(), size);
    let points: Vec<egui::Pos2> = {
        let mut points = Vec::new();
        egui::epaint::tessellator::path::rounded_rectangle(&mut points, egui::epaint::RoundedRect::new(target, 14.0));
        points.extend(points.first().copied());
        points
    };
    let stroke = Stroke::new(1.5, theme::colour(ui, ColourRole::Border));
    ui.painter().rect_filled(target, 14.0, theme::colour(ui, ColourRole::Panel));
    ui.painter().extend(egui::Shape::dashed_line(&points, stroke, 6.0, 4.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(target.shrink(20.0)), |ui| {
        ui.vertical_centered(|ui| if jobs.is_reading() { reading(ui, jobs) } else { invitation(ui, queue) });
    });
}

fn reading(ui: &mut Ui, jobs: &Jobs) {
    let (pending, total) = jobs.progress();
    ui.add_space(90.0);
    ui.add(egui::Spinner::new().size(28.0));
    ui.add_space(12.0);
    ui.label(widgets::strong("Reading articles…", 15.0));
    if total > 0 {
        ui.label(widgets::muted(ui, format!("{} of {total}", total.saturating_sub(pending)), 12.0));
    }
}

fn invitation(ui: &mut Ui, queue: &mut Vec<UiCommand>) {
    ui.add_space(18.0);
    sketch(ui);
    ui.add_space(14.0);
    ui.label(widgets::strong("Drop news articles here", 18.0));
    ui.add_space(2.0);
    let what = "Dateline finds what happened when, who said it and which photo shows it,\nand traces every event to the words it came from.";
    ui.label(widgets::muted(ui, what, 13.0));
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        let width = 308.0;
        ui.add_space((ui.available_width() - width).max(0.0) / 2.0);
        let accent = theme::colour(ui, ColourRole::Accent);
        let on_accent = theme::colour(ui, ColourRole::Panel);
        let open = egui::Button::new(RichText::new("Open articles…").color(on_accent))
            .fill(accent)
            .min_size(Vec2::new(150.0, 32.0));
        let response = ui.add(open);
        widgets::focus_ring(ui, &response, 6.0);
        if response.on_hover_text(actions::key_text(Action::Open)).clicked() {
            queue.push(UiCommand::Act(Action::Open));
        }
        let response = ui.add(egui::Button::new("Open the demo").min_size(Vec2::new(150.0, 32.0)));
        widgets::focus_ring(ui, &response, 6.0);
        if response.on_hover_text("A made-up story told by seven articles").clicked() {
            queue.push(UiCommand::Act(Action::OpenDemo));
        }
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space((ui.available_width() - 252.0).max(0.0) / 2.0);
        for (words, action) in [
            ("open a folder", Action::OpenFolder),
            ("type a path", Action::TypePath),
            ("paste text", Action::PasteText),
        ] {
            if widgets::link(ui, words, actions::info(action).name).clicked() {
                queue.push(UiCommand::Act(action));
            }
            ui.add_space(20.0);
        }
    });
    ui.add_space(14.0);
    ui.label(widgets::muted(
        ui,
        "Plain text, Markdown, HTML (saved pages too), JSON lines.\nNothing leaves this computer.",
        12.0,
    ));
}

/// A small timeline, so that the first look says what this is.
fn sketch(ui: &mut Ui) {
    let (area, _) = ui.allocate_exact_size(Vec2::new(220.0, 40.0), egui::Sense::hover());
    let painter = ui.painter();
    let c = |role| theme::colour(ui, role);
    let y = area.center().y;
    painter.hline(area.x_range(), y, Stroke::new(1.5, c(ColourRole::GridMajor)));
    let series = |number| c(ColourRole::Series(number));
    painter.circle_filled(egui::pos2(area.left() + 24.0, y), 6.0, series(0));
    let bar = egui::Rect::from_center_size(egui::pos2(area.left() + 85.0, y), Vec2::new(56.0, 12.0));
    painter.rect_filled(bar, 4.0, series(1));
    painter.rect_filled(
        egui::Rect::from_center_size(egui::pos2(area.left() + 146.0, y), Vec2::splat(11.0)),
        1.5,
        series(2),
    );
    let centre = egui::pos2(area.left() + 194.0, y);
    let diamond = [(0.0, -8.0), (8.0, 0.0), (0.0, 8.0), (-8.0, 0.0)].map(|(x, y)| centre + Vec2::new(x, y));
    painter.add(egui::Shape::convex_polygon(diamond.to_vec(), series(3), Stroke::NONE));
}

/// While files hover over the window: what dropping them will do.
pub fn drop_hint(ctx: &egui::Context) {
    let hovering = ctx.input(|input| input.raw.hovered_files.len());
    if hovering == 0 {
        return;
    }
    let area = ctx.content_rect();
    let painter = ctx.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop hint")));
    let theme = theme::of(&ctx.global_style().visuals);
    let accent = theme::colour_in(theme, ColourRole::Accent);
    painter.rect_filled(area, 0.0, accent.gamma_multiply(0.12));
    painter.rect_stroke(area.shrink(6.0), 10.0, Stroke::new(3.0, accent), egui::StrokeKind::Inside);
    let words =
        if hovering == 1 { "Drop to read this file".to_owned() } else { format!("Drop to read {hovering} files") };
    painter.text(area.center(), egui::Align2::CENTER_CENTER, words, crate::gui::fonts::bold_at(22.0), accent);
}
