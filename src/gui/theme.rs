//! Colours of the window: egui's visuals made from the scene's theme, so that panels and pictures agree.

use super::{fonts, state::ThemeChoice};
use crate::scene::{ColourRole, Theme};
use egui::{Color32, CornerRadius, Margin, Stroke, Vec2, Visuals};

/// The scene's theme that fits what egui shows.
pub fn of(visuals: &Visuals) -> &'static Theme {
    if visuals.dark_mode { Theme::dark() } else { Theme::light() }
}

/// The colour of `role` in the theme that `ui` shows.
pub fn colour(ui: &egui::Ui, role: ColourRole) -> Color32 {
    colour_in(of(ui.visuals()), role)
}

/// The colour of `role` in `theme`.
pub fn colour_in(theme: &Theme, role: ColourRole) -> Color32 {
    let [red, green, blue] = theme.colour(role);
    Color32::from_rgb(red, green, blue)
}

/// Prepares both themes of `ctx`, once.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    for (theme, kind) in [(Theme::light(), egui::Theme::Light), (Theme::dark(), egui::Theme::Dark)] {
        ctx.style_mut_of(kind, |style| {
            style.visuals = visuals(theme);
            style.text_styles = fonts::text_styles();
            style.spacing.item_spacing = Vec2::new(8.0, 4.0);
            style.spacing.button_padding = Vec2::new(10.0, 4.0);
            style.spacing.interact_size = Vec2::new(24.0, 24.0);
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.window_margin = Margin::same(16);
            // Room for the bar at its widest, so that it covers nothing when the pointer nears it.
            style.spacing.scroll =
                egui::style::ScrollStyle { floating_allocated_width: 10.0, ..egui::style::ScrollStyle::thin() };
            style.interaction.tooltip_delay = 0.35;
            style.animation_time = 0.1;
        });
    }
}

/// Makes `ctx` follow the user's choice.
pub fn choose(ctx: &egui::Context, choice: ThemeChoice) {
    // Many desktops do not say which they prefer.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    ctx.set_theme(match choice {
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
        ThemeChoice::System => egui::ThemePreference::System,
    });
}

fn visuals(theme: &Theme) -> Visuals {
    let c = |role| colour_in(theme, role);
    let mut visuals = if theme.is_dark { Visuals::dark() } else { Visuals::light() };
    let (text, muted, border) = (c(ColourRole::Text), c(ColourRole::TextMuted), c(ColourRole::Border));
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(muted);
    visuals.hyperlink_color = c(ColourRole::Accent);
    visuals.panel_fill = c(ColourRole::Panel);
    visuals.window_fill = c(ColourRole::Panel);
    visuals.extreme_bg_color = c(ColourRole::Canvas);
    visuals.text_edit_bg_color = Some(c(ColourRole::Canvas));
    visuals.faint_bg_color = c(ColourRole::CanvasAlt);
    visuals.code_bg_color = c(ColourRole::Chip);
    visuals.warn_fg_color = c(ColourRole::Warning);
    visuals.error_fg_color = c(ColourRole::Warning);
    visuals.window_stroke = Stroke::new(1.0, border);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.selection.bg_fill = c(ColourRole::Selection);
    visuals.selection.stroke = Stroke::new(1.0, c(ColourRole::Accent));
    visuals.striped = false;
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, text);
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, border);
    for (widget, fill, edge) in [
        (&mut widgets.inactive, c(ColourRole::Chip), border),
        (&mut widgets.hovered, c(ColourRole::Chip), muted),
        (&mut widgets.active, c(ColourRole::Selection), c(ColourRole::Accent)),
        (&mut widgets.open, c(ColourRole::Chip), muted),
    ] {
        // Radio buttons, check boxes and sliders stand on panels and need an edge of their own.
        widget.bg_fill = border;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, text);
        widget.corner_radius = CornerRadius::same(6);
        widget.expansion = 0.0;
    }
    visuals
}
