//! Every action a user can take, with its name and keys: the palette, the help page, menus and the keyboard all read
//! this one table, so none can promise what another does not do.

use egui::{Key, KeyboardShortcut, Modifiers};

/// An action without further input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by its row in ACTIONS")]
pub enum Action {
    Open,
    OpenFolder,
    OpenDemo,
    TypePath,
    PasteText,
    CloseArticle,
    CloseAll,
    CancelReading,
    Export,
    Quit,
    ShowTimeline,
    ShowTable,
    ToggleArticle,
    ToggleFiles,
    ToggleDetail,
    FullScreen,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    TextLarger,
    TextSmaller,
    TextNormal,
    Settings,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    ScreenBack,
    ScreenForward,
    FitSelection,
    FitAll,
    ZoomToRange,
    ExportRange,
    ClearRange,
    NextEvent,
    PreviousEvent,
    RowUp,
    RowDown,
    FirstEvent,
    LastEvent,
    OpenDetail,
    OpenSource,
    ClearSelection,
    Back,
    Forward,
    Search,
    NextHit,
    PreviousHit,
    ClearFilters,
    ReferenceDate,
    ToggleDates,
    ToggleNames,
    ToggleQuotes,
    Palette,
    Help,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everywhere.
    Anywhere,
    /// Not while a text field has the keyboard.
    NotInText,
    /// Only while the timeline or nothing has the keyboard: elsewhere the key belongs to the control.
    Timeline,
}

/// A key or combination that starts an action.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The combination; `COMMAND` is Ctrl, on a Mac ⌘.
    pub shortcut: KeyboardShortcut,
    /// Whether the key is meant by its place on the keyboard, not by its letter.
    pub is_physical: bool,
    /// Where it works.
    pub reach: Reach,
}

/// A row of the table of actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// What it does, as the palette and the help page say it.
    pub name: &'static str,
    /// Its heading on the help page.
    pub group: &'static str,
    /// Its keys; the first is shown in menus.
    pub keys: &'static [Binding],
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers = CTRL.plus(SHIFT);

const fn bind(modifiers: Modifiers, key: Key, reach: Reach) -> Binding {
    Binding { shortcut: KeyboardShortcut::new(modifiers, key), is_physical: false, reach }
}
const fn any(modifiers: Modifiers, key: Key) -> Binding {
    bind(modifiers, key, Reach::Anywhere)
}
const fn letter(key: Key) -> Binding {
    bind(NONE, key, Reach::NotInText)
}
const fn physical(key: Key) -> Binding {
    Binding { shortcut: KeyboardShortcut::new(NONE, key), is_physical: true, reach: Reach::NotInText }
}
const fn on_timeline(key: Key) -> Binding {
    bind(NONE, key, Reach::Timeline)
}
const fn row(action: Action, group: &'static str, name: &'static str, keys: &'static [Binding]) -> ActionInfo {
    ActionInfo { action, name, group, keys }
}

/// Headings of the help page.
pub const GROUPS: [&str; 5] = ["Files", "Look around", "Events", "Find", "Window"];

/// Every action.
pub static ACTIONS: &[ActionInfo] = &[
    row(Action::Open, "Files", "Open articles…", &[any(CTRL, Key::O), any(CTRL_SHIFT, Key::O)]),
    row(Action::OpenFolder, "Files", "Open a folder of articles…", &[]),
    row(Action::TypePath, "Files", "Open by typing a path…", &[]),
    row(Action::PasteText, "Files", "Paste text as an article…", &[any(CTRL_SHIFT, Key::V)]),
    row(Action::OpenDemo, "Files", "Open the demo", &[]),
    row(Action::ReferenceDate, "Files", "Set “today” of the shown article…", &[]),
    row(Action::CancelReading, "Files", "Stop reading files", &[]),
    row(Action::CloseArticle, "Files", "Close the shown article", &[any(CTRL, Key::W)]),
    row(Action::CloseAll, "Files", "Close all articles", &[]),
    row(Action::Export, "Files", "Export…", &[any(CTRL, Key::E)]),
    row(Action::Quit, "Files", "Quit", &[any(CTRL, Key::Q)]),
    row(Action::ZoomIn, "Look around", "Zoom in", &[physical(Key::W), letter(Key::Plus), letter(Key::Equals)]),
    row(Action::ZoomOut, "Look around", "Zoom out", &[physical(Key::S), letter(Key::Minus)]),
    row(Action::PanLeft, "Look around", "Move to earlier", &[physical(Key::A)]),
    row(Action::PanRight, "Look around", "Move to later", &[physical(Key::D)]),
    row(Action::ScreenBack, "Look around", "One screen earlier", &[on_timeline(Key::PageUp)]),
    row(Action::ScreenForward, "Look around", "One screen later", &[on_timeline(Key::PageDown)]),
    row(Action::FitSelection, "Look around", "Centre the selection; again: fit it", &[letter(Key::F)]),
    row(Action::FitAll, "Look around", "Show everything; again: the main part", &[any(CTRL, Key::Num0)]),
    row(Action::ZoomToRange, "Look around", "Zoom to the marked range", &[]),
    row(Action::ExportRange, "Look around", "Export the marked range…", &[]),
    row(Action::ClearRange, "Look around", "Clear the marked range", &[]),
    row(Action::Back, "Look around", "Back", &[any(CTRL, Key::OpenBracket)]),
    row(Action::Forward, "Look around", "Forward", &[any(CTRL, Key::CloseBracket)]),
    row(Action::NextEvent, "Events", "Next event", &[on_timeline(Key::ArrowRight)]),
    row(Action::PreviousEvent, "Events", "Previous event", &[on_timeline(Key::ArrowLeft)]),
    row(Action::RowUp, "Events", "Event in the row above", &[on_timeline(Key::ArrowUp)]),
    row(Action::RowDown, "Events", "Event in the row below", &[on_timeline(Key::ArrowDown)]),
    row(Action::FirstEvent, "Events", "First event", &[on_timeline(Key::Home)]),
    row(Action::LastEvent, "Events", "Last event", &[on_timeline(Key::End)]),
    row(Action::OpenDetail, "Events", "Show the event’s detail", &[on_timeline(Key::Enter), on_timeline(Key::Space)]),
    row(Action::OpenSource, "Events", "Show the event’s source in the article", &[any(CTRL, Key::Enter)]),
    row(Action::ClearSelection, "Events", "Clear the selection", &[bind(NONE, Key::Escape, Reach::NotInText)]),
    row(Action::Search, "Find", "Search", &[any(CTRL, Key::F), letter(Key::Slash)]),
    row(Action::NextHit, "Find", "Next hit", &[any(NONE, Key::F3)]),
    row(Action::PreviousHit, "Find", "Previous hit", &[any(SHIFT, Key::F3)]),
    row(Action::ClearFilters, "Find", "Remove all filters", &[]),
    row(Action::ShowTimeline, "Window", "Show the timeline", &[any(CTRL, Key::Num1)]),
    row(Action::ShowTable, "Window", "Show the table", &[any(CTRL, Key::Num2)]),
    row(Action::ToggleArticle, "Window", "Show or hide the article", &[any(CTRL, Key::Num3)]),
    row(Action::ToggleFiles, "Window", "Show or hide the list of articles", &[any(CTRL, Key::B)]),
    row(Action::ToggleDetail, "Window", "Show or hide the detail", &[any(CTRL, Key::I)]),
    row(Action::ToggleDates, "Window", "Mark dates in the article", &[]),
    row(Action::ToggleNames, "Window", "Mark names in the article", &[]),
    row(Action::ToggleQuotes, "Window", "Mark quotes in the article", &[]),
    row(Action::FullScreen, "Window", "Full screen", &[any(NONE, Key::F11)]),
    row(Action::ThemeLight, "Window", "Light theme", &[]),
    row(Action::ThemeDark, "Window", "Dark theme", &[]),
    row(Action::ThemeSystem, "Window", "Theme of the system", &[]),
    row(Action::TextLarger, "Window", "Larger text", &[any(CTRL, Key::Plus), any(CTRL, Key::Equals)]),
    row(Action::TextSmaller, "Window", "Smaller text", &[any(CTRL, Key::Minus)]),
    row(Action::TextNormal, "Window", "Normal text size", &[]),
    row(Action::Settings, "Window", "Settings…", &[any(CTRL, Key::Comma)]),
    row(Action::Palette, "Window", "Find an action", &[any(CTRL, Key::K), any(CTRL_SHIFT, Key::P)]),
    row(
        Action::Help,
        "Window",
        "Help: mouse and keys",
        &[any(NONE, Key::F1), bind(SHIFT, Key::Slash, Reach::NotInText), letter(Key::Questionmark)],
    ),
];

/// The table's row for `action`.
pub fn info(action: Action) -> &'static ActionInfo {
    // Every action has a row (a test checks it); the first stands in for one that has none.
    ACTIONS.iter().find(|row| row.action == action).unwrap_or(&ACTIONS[0])
}

/// The first key of `action` as menus show it: `Ctrl+O`; empty without one.
pub fn key_text(action: Action) -> String {
    info(action).keys.first().map(binding_text).unwrap_or_default()
}

/// A key combination in words.
pub fn binding_text(binding: &Binding) -> String {
    let KeyboardShortcut { modifiers, logical_key } = binding.shortcut;
    let mut text = String::new();
    if modifiers.command {
        text.push_str(if cfg!(target_os = "macos") { "⌘" } else { "Ctrl+" });
    }
    if modifiers.shift {
        text.push_str("Shift+");
    }
    text.push_str(match logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Comma => ",",
        Key::Slash if modifiers.shift => return "?".to_owned(),
        Key::Slash => "/",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Escape => "Esc",
        Key::PageUp => "PgUp",
        Key::PageDown => "PgDn",
        other => other.name(),
    });
    text
}

/// What has the keyboard, which decides where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyboardOwner {
    /// A text field.
    Text,
    /// A button, a list row, …
    Control,
    /// The timeline, one of its marks, or nothing.
    Timeline,
}

/// The actions whose keys were pressed in this frame. The keys are taken from the input.
pub fn pressed(input: &mut egui::InputState, owner: KeyboardOwner) -> Vec<Action> {
    let mut actions = Vec::new();
    input.events.retain(|event| {
        let egui::Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return true };
        let hit = ACTIONS.iter().find(|row| {
            row.keys.iter().any(|binding| reaches(binding, owner) && matches(binding, *key, *physical_key, *modifiers))
        });
        actions.extend(hit.map(|row| row.action));
        hit.is_none()
    });
    actions
}

fn reaches(binding: &Binding, owner: KeyboardOwner) -> bool {
    match binding.reach {
        Reach::Anywhere => true,
        Reach::NotInText => owner != KeyboardOwner::Text,
        Reach::Timeline => owner == KeyboardOwner::Timeline,
    }
}

fn matches(binding: &Binding, key: Key, physical_key: Option<Key>, modifiers: Modifiers) -> bool {
    let meant = if binding.is_physical { physical_key.unwrap_or(key) } else { key };
    let KeyboardShortcut { modifiers: wanted, logical_key } = binding.shortcut;
    // Signs such as + and ? need Shift on many keyboards.
    let is_sign = matches!(logical_key, Key::Plus | Key::Questionmark | Key::Slash | Key::Equals | Key::Minus);
    let shift_fits =
        modifiers.shift == wanted.shift || (is_sign && modifiers.shift && !wanted.shift && logical_key != Key::Slash);
    meant == logical_key && modifiers.command == wanted.command && shift_fits && !modifiers.alt
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers, owner: KeyboardOwner) -> Vec<Action> {
        let mut input = egui::InputState::default();
        input.events.push(egui::Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers });
        pressed(&mut input, owner)
    }

    #[test]
    fn single_letters_are_off_in_text_fields() {
        assert_eq!(press(Key::W, NONE, KeyboardOwner::Timeline), [Action::ZoomIn]);
        assert_eq!(press(Key::W, NONE, KeyboardOwner::Text), []);
        assert_eq!(press(Key::E, CTRL, KeyboardOwner::Text), [Action::Export]);
    }

    #[test]
    fn arrows_belong_to_the_control_that_has_the_keyboard() {
        assert_eq!(press(Key::ArrowRight, NONE, KeyboardOwner::Timeline), [Action::NextEvent]);
        assert_eq!(press(Key::ArrowRight, NONE, KeyboardOwner::Control), []);
    }

    #[test]
    fn no_two_actions_share_a_key_and_every_group_exists() {
        let mut seen: Vec<(String, Action)> = Vec::new();
        for row in ACTIONS {
            assert!(GROUPS.contains(&row.group), "{} is in no group of the help page", row.name);
            for binding in row.keys {
                let text = binding_text(binding);
                let other = seen.iter().find(|(seen, action)| *seen == text && *action != row.action);
                assert!(other.is_none(), "{text} starts {other:?} and {:?}", row.action);
                seen.push((text, row.action));
            }
        }
    }
}
