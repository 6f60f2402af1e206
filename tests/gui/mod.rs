//! The window, driven by its accessible names: what a person or a screen reader finds is what these tests press.

mod keyboard;
mod sample;

use dateline::gui::app::App;
use dateline::gui::jobs::ExportRequest;
use dateline::gui::state::{CentreView, Dialog, Settings, ThemeChoice};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::time::{Duration, Instant};

type Window = Harness<'static, Option<App>>;

/// A window of 1280×800 with these settings.
fn window_with(settings: Settings) -> Window {
    let mut settings = Some(settings);
    let builder = Harness::builder().with_size([1280.0, 800.0]).with_context_setup(dateline::gui::theme::install);
    let mut window = builder.with_max_steps(12).build_ui_state(
        move |ui, app: &mut Option<App>| {
            let ctx = ui.ctx().clone();
            let app = app.get_or_insert_with(|| App::new(&ctx, settings.take().unwrap_or_default()));
            app.logic(&ctx);
            app.show(ui);
        },
        None,
    );
    settle(&mut window);
    window
}

/// Frames until nothing changes any more; a blinking caret or a spinner does not count.
fn settle(window: &mut Window) {
    window.run_steps(6);
}

fn empty_window() -> Window {
    window_with(Settings { theme: ThemeChoice::Light, ..Settings::default() })
}

/// A window with the sample article open.
fn window() -> Window {
    let mut window = empty_window();
    app(&mut window).add(sample::read());
    settle(&mut window);
    window
}

fn app(window: &mut Window) -> &mut App {
    window.state_mut().as_mut().unwrap()
}

/// Presses what has this name, scrolled into view; the first if several have.
fn press(window: &mut Window, name: &str) {
    window.get_all_by_label_contains(name).next().unwrap().scroll_to_me();
    settle(window);
    window.get_all_by_label_contains(name).next().unwrap().click();
    settle(window);
}

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
        || window
            .root()
            .children_recursive()
            .any(|node| node.accesskit_node().value().is_some_and(|value| value.contains(words)))
}

#[track_caller]
fn assert_shows(window: &Window, words: &str) {
    assert!(shows(window, words), "{words:?} is not shown");
}

/// Steps the window until `done` or ten seconds have passed.
#[track_caller]
fn wait_until(window: &mut Window, what: &str, done: impl Fn(&mut Window) -> bool) {
    let started = Instant::now();
    while !done(window) {
        assert!(started.elapsed() < Duration::from_secs(10), "{what} did not happen");
        std::thread::sleep(Duration::from_millis(5));
        window.run_steps(1);
    }
    settle(window);
}

#[test]
fn an_empty_window_says_what_to_do() {
    let window = empty_window();
    for words in ["Drop news articles here", "Open articles…", "Open the demo", "Markdown, HTML"] {
        assert_shows(&window, words);
    }
}

#[test]
fn an_event_is_selected_read_in_detail_and_traced_to_its_sentence() {
    let mut window = window();
    assert_shows(&window, "4 dated, 1 undated");
    press(&mut window, "Norrsund honours its last lighthouse keeper");
    for words in [
        "Monday 9 March 2026",
        "95 %",
        "Amina Yusuf",
        "I never missed a night",
        "Jon Berg / Nordfoto",
        "fetches nothing",
        "same person, place and day",
    ] {
        assert_shows(&window, words);
    }
    press(&mut window, "Show in the article: The town of Norrsund honoured");
    let app = app(&mut window);
    assert!(app.settings.article_shown);
    let passage = app.state.passage.clone().unwrap();
    let text = &app.project.entry(passage.article).unwrap().article.text;
    assert_eq!(passage.span.of(text), "The town of Norrsund honoured its last lighthouse keeper on Monday.");
    assert_shows(&window, "Share this article");
}

#[test]
fn undated_events_stand_in_the_tray_and_say_that_nothing_is_guessed() {
    let mut window = window();
    press(&mut window, "Harbour board buys the building, undated");
    assert_shows(&window, "none is guessed");
}

#[test]
fn searching_narrows_and_names_what_matches_nothing() {
    let mut window = window();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    settle(&mut window);
    window.event(egui::Event::Text("tower".to_owned()));
    settle(&mut window);
    assert_shows(&window, "1 hit");
    assert_shows(&window, "1 of 5 events");
    window.key_press(egui::Key::Enter);
    settle(&mut window);
    assert_shows(&window, "Sunday 8 March 2026");
    window.event(egui::Event::Text("xyz".to_owned()));
    settle(&mut window);
    assert_shows(&window, "Nothing matches");
    press(&mut window, "Remove the search");
    assert_eq!(app(&mut window).state.search, "");
    assert_shows(&window, "4 dated, 1 undated");
}

#[test]
fn a_click_on_a_person_shows_their_events_only() {
    let mut window = window();
    press(&mut window, "Amina Yusuf, last lighthouse keeper");
    assert_eq!(app(&mut window).state.who.as_deref(), Some("Amina Yusuf"));
    assert_shows(&window, "Only events with");
    assert_shows(&window, "of 5 events");
    press(&mut window, "Show events with others than Amina Yusuf again");
    assert_eq!(app(&mut window).state.who, None);
    assert_shows(&window, "4 dated, 1 undated");
}

#[test]
fn the_table_has_the_same_events_and_selection() {
    let mut window = window();
    press(&mut window, "Visitors climb the tower");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    settle(&mut window);
    assert_eq!(app(&mut window).state.centre, CentreView::Table);
    let rows: Vec<String> =
        window.query_all_by_role(egui::Role::Row).filter_map(|row| row.accesskit_node().label()).collect();
    assert_eq!(rows.len(), 5, "{rows:?}");
    assert!(rows[0].starts_with("Lighthouse is built, 1898"), "{rows:?}");
    assert!(rows[4].contains("undated"), "{rows:?}");
    press(&mut window, "Sort by Event");
    let first = window.query_all_by_role(egui::Role::Row).next().unwrap().accesskit_node().label().unwrap();
    assert!(first.starts_with("Harbour board buys"), "{first}");
    press(&mut window, "Lighthouse is built");
    assert_shows(&window, "1898");
    assert_eq!(app(&mut window).state.selected.len(), 1);
}

#[test]
fn the_palette_runs_what_it_lists() {
    let mut window = window();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    settle(&mut window);
    window.event(egui::Event::Text("dark theme".to_owned()));
    settle(&mut window);
    window.key_press(egui::Key::Enter);
    settle(&mut window);
    assert_eq!(app(&mut window).settings.theme, ThemeChoice::Dark);
    assert_eq!(app(&mut window).state.dialog, None);
    window.key_press(egui::Key::F1);
    settle(&mut window);
    assert_shows(&window, "Mouse, keys and marks");
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    assert_eq!(app(&mut window).state.dialog, None::<Dialog>);
}

#[test]
fn the_reference_date_is_changed_and_the_article_read_anew() {
    let mut window = window();
    assert_shows(&window, "The dateline says March 10, 2026");
    press(&mut window, "Change what “today” means in this article");
    app(&mut window).state.date_entry = Some(String::new());
    settle(&mut window);
    window.event(egui::Event::Text("2026-03-17".to_owned()));
    settle(&mut window);
    let version = app(&mut window).project.version();
    window.key_press(egui::Key::Enter);
    wait_until(&mut window, "reading anew", |window| app(window).project.version() > version);
    let given = app(&mut window).project.entries()[0].article.given_date;
    assert_eq!(given.map(|day| day.to_string()), Some("2026-03-17".to_owned()));
}

#[test]
fn a_file_that_cannot_be_read_stays_listed_with_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.txt");
    let mut window = empty_window();
    app(&mut window).open(vec![missing.clone()]);
    wait_until(&mut window, "the failure", |window| shows(window, "Retry missing.txt"));
    assert_shows(&window, "1 file failed");
    std::fs::write(&missing, "It was found again on Monday.").unwrap();
    press(&mut window, "Retry missing.txt");
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 1);
    assert!(!shows(&window, "Retry missing.txt"));
}

#[test]
fn dropped_files_keep_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = (0..30).map(|n| folder.path().join(format!("{n:02}.txt"))).collect();
    for (n, path) in paths.iter().enumerate() {
        std::fs::write(path, format!("Article number {n:02}.\n\nIt was written on Monday.")).unwrap();
    }
    let mut window = empty_window();
    app(&mut window).open(vec![folder.path().to_owned()]);
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 30);
    let titles: Vec<String> = app(&mut window).project.entries().iter().map(|entry| entry.title().to_owned()).collect();
    let mut sorted = titles.clone();
    sorted.sort();
    assert_eq!(titles, sorted);
}

#[test]
fn pasted_text_becomes_an_article() {
    let mut window = empty_window();
    window.event(egui::Event::Paste("A bridge opened on 5 May 2021 in Harle.".to_owned()));
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 1);
    window.event(egui::Event::Paste("A bridge opened on 5 May 2021 in Harle.".to_owned()));
    settle(&mut window);
    wait_until(&mut window, "reading", |window| !app(window).is_reading());
    assert_eq!(app(&mut window).project.entries().len(), 1, "the same words are one article");
}

#[test]
fn a_picture_printed_twice_is_shown_once() {
    let mut window = empty_window();
    let figure = "<figure><img src=\"https://a.example/b.jpg\"><figcaption>Ida Lunde opens the new bridge in Harle on 5 May \
        2021. Jo Park/AP</figcaption></figure>";
    let page = format!(
        "<html lang=\"en\"><body><article><h1>Bridge opens</h1>{figure}<p>Ida Lunde opened the new bridge in Harle on 5 May \
         2021, and two hundred people of the town walked over it.</p>{figure}<p>The old one is taken down.</p></article></body></html>"
    );
    window.event(egui::Event::Paste(page));
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 1);
    press(&mut window, "opened the new bridge");
    assert_eq!(window.query_all_by_label_contains("Jo Park / AP").count(), 1);
}

#[test]
fn a_picture_is_previewed_and_written_and_an_existing_file_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("timeline.png");
    let mut window = window();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    wait_until(&mut window, "the preview", |window| shows(window, " pixels"));
    assert_shows(&window, "1 undated event has no place on the axis");
    app(&mut window).write_export(ExportRequest::default(), path.clone(), false);
    wait_until(&mut window, "writing", |window| shows(window, "Exported to"));
    assert!(std::fs::read(&path).unwrap().starts_with(b"\x89PNG"));
    std::fs::write(&path, "an older file").unwrap();
    app(&mut window).write_export(ExportRequest::default(), path.clone(), false);
    wait_until(&mut window, "the question", |window| shows(window, "exists already"));
    assert_eq!(std::fs::read(&path).unwrap(), b"an older file");
    window.get_by_role_and_label(egui::Role::Button, "Replace").click();
    settle(&mut window);
    wait_until(&mut window, "replacing", |window| app(window).state.dialog.is_none());
    assert!(std::fs::read(&path).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn an_export_that_cannot_be_written_says_why_and_keeps_the_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("removed").join("timeline.png");
    let mut window = window();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    settle(&mut window);
    app(&mut window).write_export(ExportRequest::default(), path.clone(), false);
    wait_until(&mut window, "the failure", |window| shows(window, "removed"));
    assert!(app(&mut window).state.dialog.is_some());
    assert!(!path.exists());
}

#[test]
fn the_demo_opens_with_its_pictures() {
    let mut window = empty_window();
    press(&mut window, "Open the demo");
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 7 && !app(window).is_reading());
    assert_shows(&window, "7 articles");
}

#[test]
fn a_quote_is_copied_with_its_speaker_and_source() {
    let mut window = window();
    press(&mut window, "Norrsund honours its last lighthouse keeper");
    window.get_by_label("Copy the quote with its source").click();
    let mut copied = None;
    for _ in 0..4 {
        window.step();
        let commands = &window.output().platform_output.commands;
        copied = copied.or(commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let wanted = "“I never missed a night,” — Amina Yusuf\n\
                  Lighthouse keeper honoured in Norrsund, Harle Post, 10 March 2026, sample.txt";
    assert_eq!(copied.as_deref(), Some(wanted));
    assert_shows(&window, "Copied");
}

#[test]
fn the_selected_event_stays_in_view_when_the_article_takes_room() {
    let mut window = empty_window();
    let article = sample::read_with_many_on_a_day(30);
    app(&mut window).add(article);
    settle(&mut window);
    window.key_press(egui::Key::End);
    settle(&mut window);
    assert_shows(&window, "Visit number 30");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    settle(&mut window);
    let mark = window.get_all_by_label_contains("Visit number 30, event").next().unwrap();
    assert!(mark.rect().bottom() < 480.0, "{:?} is behind the article", mark.rect());
}

#[test]
fn on_opening_the_view_fits_the_story_and_ctrl_0_shows_the_background() {
    let mut window = empty_window();
    app(&mut window).add(sample::read_with_background());
    settle(&mut window);
    assert_shows(&window, "2 earlier events");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num0);
    settle(&mut window);
    assert!(!shows(&window, "earlier events"));
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num0);
    settle(&mut window);
    assert_shows(&window, "2 earlier events");
}

#[test]
fn a_participant_narrows_the_timeline_and_lists_the_words_that_name_them() {
    let mut window = window();
    press(&mut window, "Norrsund honours its last lighthouse keeper");
    press(&mut window, "List the mentions of Amina Yusuf");
    press(&mut window, "Show in the article: “I never missed a night,” Amina Yusuf said");
    let passage = app(&mut window).state.passage.clone().unwrap();
    let text = app(&mut window).project.entry(passage.article).unwrap().article.text.clone();
    assert_eq!(passage.span.of(&text), "Amina Yusuf");
    press(&mut window, "Show only events with: Amina Yusuf");
    assert_shows(&window, "Only events with");
    assert!(shows(&window, "Norrsund honours its last lighthouse keeper"));
    assert!(!shows(&window, "Visitors climb the tower"));
    // The selection first, then the filter.
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    assert_shows(&window, "Visitors climb the tower");
}

#[test]
fn files_dropped_on_the_window_are_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    std::fs::write(&path, "Harbour opens\n\nThe harbour opened on 5 May 2021.").unwrap();
    let mut window = window();
    window.input_mut().dropped_files = vec![std::sync::Arc::new(DroppedFile(path))];
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 2);
    assert_shows(&window, "Opened “Harbour opens”");
}

#[test]
fn a_folder_tells_what_it_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pier.txt"), "Pier falls\n\nThe pier fell on 3 March 2026.").unwrap();
    for name in ["one.png", "two.png", "style.css"] {
        std::fs::write(folder.path().join(name), "no article").unwrap();
    }
    let mut window = empty_window();
    app(&mut window).open(vec![folder.path().to_owned()]);
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 1);
    wait_until(&mut window, "the notice", |window| shows(window, "passed over"));
    assert_shows(&window, "2 png");
}

#[derive(Debug)]
struct DroppedFile(std::path::PathBuf);

impl egui::DroppedFile for DroppedFile {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn one_more_article_is_shown_and_told_of() {
    let mut window = window();
    window.event(egui::Event::Paste("Bridge opens\n\nThe bridge in Harle opened on 5 May 2021.".to_owned()));
    wait_until(&mut window, "reading", |window| app(window).project.entries().len() == 2);
    assert_shows(&window, "Opened “Bridge opens”");
    let newest = app(&mut window).project.entries()[1].key;
    assert_eq!(app(&mut window).state.article, Some(newest));
}

#[test]
fn the_export_offers_the_story_first_and_all_of_it() {
    let mut window = empty_window();
    app(&mut window).add(sample::read_with_background());
    settle(&mut window);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    wait_until(&mut window, "the preview", |window| shows(window, " pixels"));
    let story = window.get_all_by_label_contains("The story (").next().unwrap();
    assert_eq!(story.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    press(&mut window, "The whole timeline");
    assert!(shows(&window, "What is in view"));
    // Tables leave nothing out.
    press(&mut window, "CSV");
    assert!(!shows(&window, "The story ("));
}

/// Controls that can be pressed, typed into or chosen must say what they are.
#[test]
fn every_control_has_a_name() {
    let mut window = window();
    press(&mut window, "Norrsund honours its last lighthouse keeper");
    let name_all = |window: &Window, place: &str| {
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            let is_control = matches!(
                node.role(),
                egui::Role::Button
                    | egui::Role::Link
                    | egui::Role::CheckBox
                    | egui::Role::RadioButton
                    | egui::Role::TextInput
                    | egui::Role::Tab
                    | egui::Role::ListItem
                    | egui::Role::Row
                    | egui::Role::Image
            );
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            let is_named = name.chars().any(char::is_alphanumeric) || node.role() == egui::Role::TextInput;
            assert!(!is_control || is_named, "{place}: a {:?} without a name ({name:?})", node.role());
        }
    };
    name_all(&window, "timeline");
    press(&mut window, "Show in the article: The town of Norrsund honoured");
    name_all(&window, "article");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    settle(&mut window);
    name_all(&window, "table");
    for (key, modifiers) in [
        (egui::Key::E, egui::Modifiers::COMMAND),
        (egui::Key::K, egui::Modifiers::COMMAND),
        (egui::Key::Comma, egui::Modifiers::COMMAND),
        (egui::Key::F1, egui::Modifiers::NONE),
        (egui::Key::V, egui::Modifiers::COMMAND | egui::Modifiers::SHIFT),
    ] {
        window.key_press_modifiers(modifiers, key);
        settle(&mut window);
        assert!(app(&mut window).state.dialog.is_some(), "{key:?} opens no dialog");
        name_all(&window, "dialog");
        window.key_press(egui::Key::Escape);
        settle(&mut window);
        window.key_press(egui::Key::Escape);
        settle(&mut window);
    }
}
