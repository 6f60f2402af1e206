//! The window by keyboard alone.

use super::*;
use dateline::timeline::TimeRange;

#[test]
fn everything_is_reached_by_keyboard_alone() {
    let mut window = window();
    let key = |window: &mut Window, key| {
        window.key_press(key);
        settle(window);
    };
    key(&mut window, egui::Key::ArrowRight);
    assert_shows(&window, "Lighthouse is built");
    assert_eq!(app(&mut window).state.selected[0].event.index(), 2);
    key(&mut window, egui::Key::End);
    assert_eq!(app(&mut window).state.selected[0].event.index(), 4);
    key(&mut window, egui::Key::Home);
    key(&mut window, egui::Key::ArrowRight);
    assert_eq!(app(&mut window).state.selected[0].event.index(), 3);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    settle(&mut window);
    assert!(app(&mut window).settings.article_shown);
    key(&mut window, egui::Key::Escape);
    assert!(app(&mut window).state.selected.is_empty());
}

#[test]
fn keys_that_come_in_one_frame_all_count() {
    let mut window = window();
    let press = |pressed| egui::Event::Key {
        key: egui::Key::ArrowRight,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    };
    for _ in 0..3 {
        window.event(press(true));
        window.event(press(false));
    }
    settle(&mut window);
    let shown = &app(&mut window).state.selected;
    assert_eq!(shown.len(), 1);
    assert_ne!(shown[0].event.index(), 2, "only the first key counted");
}

#[test]
fn enter_selects_the_mark_that_tab_has_reached() {
    let mut window = window();
    let mark = window.get_all_by_label_contains("Visitors climb the tower").next().unwrap();
    mark.focus();
    settle(&mut window);
    window.key_press(egui::Key::Enter);
    settle(&mut window);
    assert_shows(&window, "Sunday 8 March 2026");
    assert_eq!(app(&mut window).state.selected.len(), 1);
}

#[test]
fn arrows_in_a_row_stay_with_the_events() {
    let mut window = empty_window();
    app(&mut window).add(sample::read_with_background());
    settle(&mut window);
    let count = app(&mut window).project.entries()[0].extraction.events.len();
    // One key a frame, as a held key comes: the focus must not stray into the panels where the view moves.
    for _ in 0..count {
        window.key_press(egui::Key::ArrowRight);
        window.run_steps(1);
    }
    settle(&mut window);
    let first = app(&mut window).state.shown_event();
    for _ in 0..count {
        window.key_press(egui::Key::ArrowLeft);
        window.run_steps(1);
    }
    settle(&mut window);
    assert_ne!(app(&mut window).state.shown_event(), first, "the arrows went astray");
    window.key_press(egui::Key::Home);
    settle(&mut window);
    let start = app(&mut window).state.shown_event();
    for _ in 1..count {
        window.key_press(egui::Key::ArrowRight);
        window.run_steps(1);
    }
    settle(&mut window);
    assert_eq!(app(&mut window).state.shown_event(), first);
    assert_ne!(start, first);
}

#[test]
fn zoom_keys_change_the_time_in_view_and_ctrl_0_shows_everything() {
    let mut window = window();
    window.key_press(egui::Key::W);
    settle(&mut window);
    let near = app(&mut window).state.range.unwrap();
    window.key_press(egui::Key::S);
    window.key_press(egui::Key::S);
    settle(&mut window);
    assert!(app(&mut window).state.range.unwrap().len_s() > near.len_s());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num0);
    settle(&mut window);
    assert_eq!(app(&mut window).state.range, None);
}

#[test]
fn stepping_to_an_event_longer_than_the_view_shows_the_whole_of_it() {
    let mut window = window();
    let noon = TimeRange::new(1_772_971_200.0, 1_772_978_400.0);
    app(&mut window).state.range = Some(noon);
    settle(&mut window);
    window.key_press(egui::Key::Home);
    settle(&mut window);
    assert_shows(&window, "Lighthouse is built");
    let app = app(&mut window);
    let day = |month, day| TimeRange::day(chrono::NaiveDate::from_ymd_opt(1898, month, day).unwrap());
    let year = day(1, 1).cover(day(12, 31));
    let view = app.state.range.unwrap();
    assert!(view.contains(year), "{view:?} shows a piece of {year:?}");
}
