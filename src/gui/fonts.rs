//! Fonts: the bundled Noto Sans first, so that the window looks like an exported picture; what it lacks (Chinese,
//! Arabic, …) eframe takes from the system's fonts.

use crate::scene::{FONT_BOLD, FONT_REGULAR};
use egui::{FontData, FontDefinitions, FontFamily, FontId, TextStyle};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bold face, as a family: egui has no weights.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The bold face at `size` points.
pub fn bold_at(size: f32) -> FontId {
    FontId::new(size, bold())
}

/// The regular face at `size` points.
pub fn regular_at(size: f32) -> FontId {
    FontId::proportional(size)
}

/// Gives `ctx` the program's fonts.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert("noto".to_owned(), Arc::new(FontData::from_static(FONT_REGULAR)));
    fonts.font_data.insert("noto-bold".to_owned(), Arc::new(FontData::from_static(FONT_BOLD)));
    // egui's own fonts stay behind ours: the monospaced one has the arrows.
    let family = |name: &FontFamily| fonts.families.get(name).cloned().unwrap_or_default();
    let mut fallback = family(&FontFamily::Monospace);
    fallback.extend(family(&FontFamily::Proportional));
    fallback.dedup();
    let behind = |first: &[&str]| first.iter().map(|&name| name.to_owned()).chain(fallback.clone()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, behind(&["noto"]));
    fonts.families.insert(bold(), behind(&["noto-bold", "noto"]));
    ctx.set_fonts(fonts);
}

/// Sizes of the kinds of text.
pub fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, regular_at(11.0)),
        (TextStyle::Body, regular_at(13.0)),
        (TextStyle::Button, regular_at(13.0)),
        (TextStyle::Heading, bold_at(18.0)),
        (TextStyle::Monospace, FontId::monospace(12.0)),
    ]
    .into()
}
