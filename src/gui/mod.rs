//! The window: an eframe shell around the project. It shows what the other parts computed and asks for changes by
//! commands; nothing is decided here about articles, events or where a mark goes.
//!
//! [`app::App`] owns all state and can be driven without a window. [`jobs`] holds the worker threads, [`panels`] the
//! regions, [`dialogs`] what opens over them, [`actions`] the table of everything a user can do.

pub mod actions;
pub mod app;
pub mod commands;
pub mod derived;
pub mod dialogs;
mod execute;
pub mod fonts;
mod how_read;
pub mod jobs;
pub mod navigate;
pub mod panels;
pub mod state;
pub mod theme;
pub mod widgets;
pub mod words;

use app::App;
use state::Settings;
use std::path::PathBuf;

/// Where the settings are kept in eframe's storage.
const SETTINGS_KEY: &str = "settings";

/// The window's icon.
const ICON: &[u8] = include_bytes!("../../assets/icons/dateline-256.png");

/// How the window starts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Open the demo.
    pub demo: bool,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum GuiError {
    /// There is no display, or no way to draw on it.
    #[error("{reason}")]
    NoDisplay {
        /// What the system said, on one line.
        reason: String,
    },
}

/// Opens the window with these articles and folders, and returns when it is closed.
///
/// With `DATELINE_FRAME_TIMES` set in the environment, the time of every frame goes to standard error.
///
/// # Errors
/// If the system has no display or cannot draw on it.
pub fn run(paths: Vec<PathBuf>, options: Options) -> Result<(), GuiError> {
    let timed_since = std::env::var_os("DATELINE_FRAME_TIMES").map(|_| std::time::Instant::now());
    if let Some(reason) = missing_display() {
        return Err(GuiError::NoDisplay { reason });
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title("Dateline")
        .with_app_id("dateline")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([720.0, 420.0])
        .with_icon(eframe::icon_data::from_png_bytes(ICON).unwrap_or_default());
    let native = eframe::NativeOptions { viewport, ..Default::default() };
    let created = eframe::run_native(
        "dateline",
        native,
        Box::new(move |creation| {
            let settings: Settings =
                creation.storage.and_then(|storage| eframe::get_value(storage, SETTINGS_KEY)).unwrap_or_default();
            let mut app = App::new(&creation.egui_ctx, settings);
            app.timed_since = timed_since;
            if !paths.is_empty() {
                app.open(paths);
            }
            if options.demo {
                app.open_demo();
            }
            Ok(Box::new(app))
        }),
    );
    created.map_err(|error| GuiError::NoDisplay { reason: words::one_line(&error.to_string()) })
}

/// On systems where a window needs a display server: why there is none.
fn missing_display() -> Option<String> {
    if cfg!(any(target_os = "windows", target_os = "macos")) {
        return None;
    }
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_display = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET");
    (!has_display).then(|| "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)".to_owned())
}
