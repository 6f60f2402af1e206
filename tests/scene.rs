//! Timelines laid out: what must hold for every one, and some read as text.

use crate::common::snapshot;
use dateline::model::{Bound, Clock, DateBasis, EventDate, EventId, EventKind, Modality, Precision};
use dateline::project::ArticleKey;
use dateline::scene::{
    ColourRole, FontMeasure, Options, Rect, Scene, Shape, TargetKind, TextMeasure, Viewport, fit_all, fit_story,
    layout, legend, overview, undated_row,
};
use dateline::timeline::time::{DAY_S, seconds_from_date};
use dateline::timeline::{Filter, Item, ItemKey, TimeRange, Timeline, When};

/// The item `number`, from `earliest`, `begin`, `end`, `latest` days (empty = open); undated without any.
fn item(number: u32, title: &str, days: [&str; 4], precision: Precision) -> Item {
    let [a, b, c, d] = days.map(|day| day.parse().ok());
    let date = EventDate {
        begin: Bound { earliest: a, latest: b },
        end: Bound { earliest: c, latest: d },
        precision,
        clock: None,
        basis: DateBasis::Explicit,
        timexes: Vec::new(),
        confidence: 0.9,
        explanation: String::new(),
    };
    Item {
        key: ItemKey { article: ArticleKey(number % 3), event: EventId(number) },
        title: title.into(),
        kind: EventKind::Happening,
        modality: Modality::Actual,
        when: When::from_date(&date),
        salience: 0.5,
        quotes: 0,
        photos: 0,
        told_at: number,
        series: number % 3,
    }
}

fn on(number: u32, title: &str, day: &str) -> Item {
    item(number, title, [day; 4], Precision::Day)
}

/// `count` items over `days` days from 2020 on, in a fixed disorder: days, months, intervals, open ends, planned ones.
fn many(count: u32, days: u32) -> Timeline {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as u32 % below
    };
    let start = chrono::NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let item = |number: u32| {
        let day = |offset: u32| (start + chrono::Days::new(u64::from(offset))).to_string();
        let first = random(days);
        let last = first + 1 + random(60);
        let (a, b) = (day(first), day(last));
        let title =
            "Council votes on the harbour inquiry of the year".get(..8 + random(40) as usize).unwrap_or("Votes");
        let mut item = match random(12) {
            0 => item(number, title, [&a, &a, &b, &b], Precision::Range),
            1 => item(number, title, [&a, &b, &a, &b], Precision::Month),
            2 => item(number, title, [&a, &b, &a, &b], Precision::Range),
            3 => item(number, title, [&a, &a, "", ""], Precision::Day),
            4 => item(number, title, ["", "", &b, &b], Precision::Day),
            _ => on(number, title, &a),
        };
        item.salience = random(1_000) as f32 / 1_000.0;
        item.kind = [EventKind::Happening, EventKind::Statement, EventKind::Photo][random(3) as usize];
        if random(9) == 0 {
            item.modality = Modality::Planned;
        }
        item
    };
    Timeline::from_items((0..count).map(item).collect())
}

fn view(time: TimeRange) -> Viewport {
    Viewport { time, width_px: 1_000.0, height_px: 600.0, scroll_px: 0.0 }
}

fn lay(timeline: &Timeline, time: TimeRange) -> Scene {
    layout(timeline, &view(time), &Options::default(), &FontMeasure)
}

/// Where every word of the scene stands.
fn words(scene: &Scene) -> Vec<(Rect, String)> {
    let mut found = Vec::new();
    for layer in &scene.layers {
        for shape in &layer.shapes {
            let Shape::Text(text) = shape else { continue };
            let width = FontMeasure.width_px(&text.words, text.size, text.bold);
            let left = match text.anchor {
                dateline::scene::Anchor::Start => text.at.x,
                dateline::scene::Anchor::Middle => text.at.x - width / 2.0,
                dateline::scene::Anchor::End => text.at.x - width,
            };
            let half = text.size * 0.4;
            let rect = Rect::new(left, text.at.y - half, left + width, text.at.y + half);
            let seen = rect.intersection(layer.clip);
            if seen.width() > 0.0 && seen.height() > 0.0 {
                found.push((seen, text.words.clone()));
            }
        }
    }
    found
}

#[track_caller]
fn assert_apart(scene: &Scene) {
    let words = words(scene);
    for (place, (rect, text)) in words.iter().enumerate() {
        for (other_rect, other) in &words[place + 1..] {
            assert!(!rect.overlaps(*other_rect), "“{text}” {rect:?} overlaps “{other}” {other_rect:?}");
        }
    }
    let items: Vec<_> = scene.targets.iter().filter(|target| matches!(target.kind, TargetKind::Item(_))).collect();
    for (place, target) in items.iter().enumerate() {
        for other in &items[place + 1..] {
            assert!(!target.rect.overlaps(other.rect), "{} overlaps {}", target.name, other.name);
        }
    }
}

/// Views of a timeline from all of it down to some days, at several places.
fn views(timeline: &Timeline) -> Vec<TimeRange> {
    let whole = fit_all(timeline, 1_000.0, &FontMeasure);
    let mut views = vec![whole];
    for share in [0.5, 0.11, 0.013, 0.002] {
        for place in [0.0, 0.31, 0.77, 0.99] {
            let len_s = whole.len_s() * share;
            let start_s = whole.start_s + place * (whole.len_s() - len_s);
            views.push(TimeRange::new(start_s, start_s + len_s));
        }
    }
    views
}

#[test]
fn words_and_marks_never_overlap() {
    for (count, days) in [(1, 10), (12, 40), (250, 2_000), (900, 700), (7_000, 2_500)] {
        let timeline = many(count, days);
        for time in views(&timeline) {
            assert_apart(&lay(&timeline, time));
        }
    }
}

#[test]
fn every_event_is_drawn_or_counted() {
    for (count, days) in [(1, 10), (250, 2_000), (900, 700), (7_000, 2_500)] {
        let timeline = many(count, days);
        for time in views(&timeline) {
            let scene = lay(&timeline, time);
            if time.len_s() > DAY_S && time.len_s() < 1.8 * DAY_S {
                continue;
            }
            let touching = timeline.dated().filter(|item| item.when.unwrap().hull().overlaps(time)).count();
            let found = scene.count;
            assert_eq!(found.in_view, touching);
            assert_eq!(found.labelled + found.dots + found.clustered, touching, "{count} items: {found:?}");
            assert_eq!(found.before + found.in_view + found.after, timeline.dated_count());
            let pills = scene.targets.iter().filter_map(|target| match &target.kind {
                TargetKind::Cluster { count, first, .. } => Some((*count, first.len())),
                _ => None,
            });
            assert_eq!(pills.clone().map(|(count, _)| count).sum::<usize>(), found.clustered);
            assert!(pills.clone().all(|(count, named)| named == count.min(5)), "a cluster names its first five");
        }
    }
}

#[test]
fn up_to_300_events_are_all_labelled() {
    let timeline = many(300, 400);
    let scene = lay(&timeline, fit_all(&timeline, 1_000.0, &FontMeasure));
    assert_eq!((scene.count.labelled, scene.count.clustered), (300, 0));
    assert!(scene.content_height_px > 600.0, "the rows scroll");
}

#[test]
fn rows_stay_while_panning() {
    for (count, days) in [(60, 400), (900, 700)] {
        let timeline = many(count, days);
        let whole = fit_all(&timeline, 1_000.0, &FontMeasure);
        let here = TimeRange::new(whole.start_s + whole.len_s() * 0.3, whole.start_s + whole.len_s() * 0.6);
        let before = lay(&timeline, here);
        for by_px in [-80.0, -3.0, 7.0, 55.0] {
            let after = lay(&timeline, before.scale().panned(by_px));
            for target in &before.targets {
                let TargetKind::Item(key) = target.kind else { continue };
                let Some(moved) = after.target_of(key) else { continue };
                assert_eq!(target.rect.top, moved.rect.top, "{}", target.name);
            }
        }
    }
}

#[test]
fn selecting_moves_nothing_and_always_labels() {
    let timeline = many(900, 700);
    let time = fit_all(&timeline, 1_000.0, &FontMeasure);
    let plain = lay(&timeline, time);
    let select = |key: ItemKey| {
        let options = Options { selected: &[key], ..Options::default() };
        layout(&timeline, &view(time), &options, &FontMeasure)
    };
    let labelled = plain.targets.iter().find(|target| target.rect.width() > 60.0).unwrap();
    let TargetKind::Item(key) = labelled.kind else { panic!("{labelled:?}") };
    let scene = select(key);
    assert_eq!(scene.target_of(key).unwrap().rect, labelled.rect);
    assert!(scene.target_of(key).unwrap().is_selected);

    let hidden = timeline.dated().find(|item| plain.target_of(item.key).is_none()).unwrap().key;
    assert!(select(hidden).target_of(hidden).unwrap().rect.width() > 40.0);
}

#[test]
fn the_whole_fits_with_its_labels() {
    for (count, days) in [(2, 90), (30, 400), (200, 3_000)] {
        let timeline = many(count, days);
        let scene = lay(&timeline, fit_all(&timeline, 1_000.0, &FontMeasure));
        for target in &scene.targets {
            assert!(
                target.rect.left >= 0.0 && target.rect.right <= 1_000.0,
                "{} is cut: {:?}",
                target.name,
                target.rect
            );
        }
        assert_eq!((scene.count.before, scene.count.after), (0, 0));
    }
}

#[test]
fn the_last_labels_stand_before_their_marks() {
    let items = [
        on(0, "The stadium is built", "1921-05-02"),
        on(1, "The team leaves the stadium for good", "1972-01-07"),
        item(2, "The roof is mended", ["2010-01-01", "2010-12-31", "2010-01-01", "2010-12-31"], Precision::Year),
        on(3, "The stadium is sold to its neighbours", "2022-02-06"),
    ];
    let timeline = Timeline::from_items(items.to_vec());
    let time = fit_all(&timeline, 1_000.0, &FontMeasure);
    let after_story_s = time.end_s - timeline.hull().unwrap().end_s;
    assert!(after_story_s < time.len_s() * 0.05, "the axis ends with the story");
    let scene = lay(&timeline, time);
    let left = |number: u32| {
        let target =
            scene.targets.iter().find(|target| target.item().is_some_and(|key| key.event.0 == number)).unwrap();
        let when = timeline.item(target.item().unwrap()).unwrap().when.unwrap();
        scene.scale().x_from_time(when.hull().middle_s()) - target.rect.left
    };
    assert!(left(0) < 20.0 && left(1) < 20.0, "{} {}", left(0), left(1));
    assert!(left(2) > 100.0 && left(3) > 100.0, "{} {}", left(2), left(3));
}

#[test]
fn one_event_is_centred_with_a_unit_to_each_side() {
    let check = |days, precision, share: std::ops::Range<f64>| {
        let timeline = Timeline::from_items(vec![item(0, "It happens", days, precision)]);
        let time = fit_all(&timeline, 1_000.0, &FontMeasure);
        let hull = timeline.hull().unwrap();
        assert!((hull.middle_s() - time.middle_s()).abs() < 1.0, "centred");
        assert!(share.contains(&(hull.len_s() / time.len_s())), "{}", hull.len_s() / time.len_s());
    };
    check(["2026-01-06"; 4], Precision::Day, 0.33..0.34);
    check(["2026-03-01", "2026-03-31", "2026-03-01", "2026-03-31"], Precision::Month, 0.3..0.4);
    check(["2026-01-01", "2026-12-31", "2026-01-01", "2026-12-31"], Precision::Year, 0.3..0.4);
}

#[test]
fn a_story_opens_without_its_background() {
    let mut items: Vec<Item> = (0..12).map(|n| on(n, "The story goes on", &format!("2026-03-{:02}", 2 + n))).collect();
    items.push(on(12, "The company is founded", "1961-05-01"));
    let timeline = Timeline::from_items(items);
    let scene = lay(&timeline, fit_story(&timeline, 1_000.0, &FontMeasure));
    assert_eq!((scene.count.before, scene.count.labelled, scene.count.after), (1, 12, 0));
    assert!(words(&scene).iter().any(|(_, words)| words == "‹ 1 earlier"));
}

#[test]
fn a_story_at_the_end_of_its_background_shows_its_labels() {
    let mut items: Vec<Item> =
        (0..12).map(|n| on(n, "The story goes on", &format!("2026-03-{:02}", 2 + n / 4))).collect();
    items.push(on(12, "The company is founded", "1961-05-01"));
    let timeline = Timeline::from_items(items);
    let scene = lay(&timeline, fit_story(&timeline, 1_000.0, &FontMeasure));
    for target in scene.targets.iter().filter(|target| target.name.starts_with("The story")) {
        assert!(target.rect.left >= 0.0 && target.rect.right <= 1_000.0, "{} is cut: {:?}", target.name, target.rect);
    }
}

#[test]
fn nothing_to_show_is_said() {
    let empty = Timeline::default();
    let scene = lay(&empty, fit_all(&empty, 1_000.0, &FontMeasure));
    assert_eq!(words(&scene).into_iter().map(|(_, words)| words).collect::<Vec<_>>(), ["No dated events"]);
    assert_eq!(undated_row(&empty, 800.0, 1, &Options::default(), &FontMeasure).height_px, 0.0);
}

#[test]
fn odd_views_do_no_harm() {
    let timeline = many(400, 700);
    for (start, end) in [(f64::NAN, 0.0), (0.0, 0.0), (-1e300, 1e300), (f64::NEG_INFINITY, f64::INFINITY), (5e9, -5e9)]
    {
        for (width_px, height_px) in [(0.0, 0.0), (1.0, 1.0), (50.0, 40.0), (1_000.0, 0.0), (20_000.0, 9_000.0)] {
            let view = Viewport { time: TimeRange::new(start, end), width_px, height_px, scroll_px: f32::INFINITY };
            let scene = layout(&timeline, &view, &Options::default(), &FontMeasure);
            overview(&timeline, &timeline, view.time, view.time, width_px, height_px);
            undated_row(&timeline, width_px, 1, &Options::default(), &FontMeasure);
            legend(&timeline, &scene, width_px, &FontMeasure);
        }
    }
}

#[test]
fn the_overview_shows_a_single_event_and_the_window() {
    let timeline = Timeline::from_items(vec![on(0, "It happens", "2026-01-06"), on(1, "Again", "2031-01-06")]);
    let whole = fit_all(&timeline, 1_000.0, &FontMeasure);
    let window = TimeRange::new(whole.start_s, whole.middle_s());
    let shown = timeline.filter(&Filter { words: "again".to_owned(), ..Filter::default() });
    let scene = overview(&timeline, &shown, whole, window, 1_000.0, 40.0);
    let tallest = |wanted: ColourRole| {
        let areas = scene.layers[0].shapes.iter().filter_map(|shape| match shape {
            Shape::Area { columns, fill: dateline::scene::Fill::Solid { role, .. } } if *role == wanted => {
                Some(columns)
            }
            _ => None,
        });
        areas.flatten().map(|(_, top, bottom)| bottom - top).fold(0.0, f32::max)
    };
    assert!(tallest(ColourRole::Density) >= 3.0 && tallest(ColourRole::DensityGhost) >= 3.0);
    let kinds: Vec<_> = scene.targets.iter().map(|target| &target.kind).collect();
    assert_eq!(kinds, [&TargetKind::Window, &TargetKind::WindowStart, &TargetKind::WindowEnd]);
    assert!((scene.targets[0].rect.width() - 500.0).abs() < 2.0);
}

#[test]
fn the_undated_tray_fits_a_narrow_view() {
    let long = "US’s latest military and diplomatic moves have cast doubt on those commitments";
    let timeline = Timeline::from_items((0..4).map(|number| item(number, long, [""; 4], Precision::Day)).collect());
    for width_px in [260.0, 320.0, 700.0] {
        let scene = undated_row(&timeline, width_px, 1, &Options::default(), &FontMeasure);
        let more = scene.targets.iter().any(|target| matches!(target.kind, TargetKind::MoreUndated(_)));
        assert!(more, "{width_px} px: nothing says how many more there are");
        assert!(scene.targets.iter().all(|target| target.rect.right <= width_px), "{width_px} px: cut off");
    }
}

#[test]
fn a_picture_of_a_range_shows_only_what_touches_it() {
    let before = "A long title of an event that happened on the day before the range";
    let timeline = Timeline::from_items(vec![on(0, before, "2026-01-09"), on(1, "Within", "2026-01-20")]);
    let day = |day: &str| TimeRange::day(day.parse().unwrap());
    let time = day("2026-01-10").cover(day("2026-02-20"));
    let view = Viewport { time, width_px: 1_200.0, height_px: 600.0, scroll_px: 0.0 };
    let scene = layout(&timeline, &view, &Options { grow: true, ..Options::default() }, &FontMeasure);
    let words = |shape: &Shape| match shape {
        Shape::Text(text) => Some(text.words.clone()),
        _ => None,
    };
    let labels: Vec<String> = scene.layers[1].shapes.iter().filter_map(words).collect();
    assert_eq!(labels, ["Within"]);
    assert_eq!(scene.count.before, 1);
}

#[test]
fn the_middle_of_a_narrow_window_of_the_overview_moves_it() {
    let timeline = Timeline::from_items(vec![on(0, "It happens", "1961-01-06"), on(1, "Again", "2026-01-06")]);
    let whole = fit_all(&timeline, 700.0, &FontMeasure);
    let window = TimeRange::new(whole.middle_s(), whole.middle_s() + 3_600.0);
    let scene = overview(&timeline, &timeline, whole, window, 700.0, 50.0);
    let middle = scene.scale().x_from_time(window.middle_s());
    let at = |x: f32| scene.target_at(dateline::scene::Point::new(x, 25.0)).map(|target| &target.kind);
    assert_eq!(at(middle), Some(&TargetKind::Window));
    assert_eq!(at(middle - 9.0), Some(&TargetKind::WindowStart));
    assert_eq!(at(middle + 12.0), Some(&TargetKind::WindowEnd));
}

#[test]
fn searching_narrows_and_forgets_nothing() {
    let items = vec![on(0, "Macron signs in Paris", "2026-01-06"), on(1, "Starmer signs", "2026-01-07"), {
        let mut undated = on(2, "Élysée issues a statement", "");
        undated.when = None;
        undated
    }];
    let timeline = Timeline::from_items(items);
    let find = |words: &str| {
        let found = timeline.filter(&Filter { words: words.to_owned(), ..Filter::default() });
        (found.dated_count(), found.undated_count())
    };
    assert_eq!(
        [find("signs"), find("SIGNS paris"), find("elysee"), find("x"), find("")],
        [(2, 0), (1, 0), (0, 1), (0, 0), (2, 1)]
    );
    let range = Some(TimeRange::day("2026-01-07".parse().unwrap()));
    assert_eq!(timeline.filter(&Filter { range, ..Filter::default() }).dated_count(), 1);
    for item in timeline.dated() {
        assert_eq!(timeline.at(timeline.position(item.key).unwrap()).unwrap().key, item.key);
    }
}

/// The scene as text: its words and targets, each with its place.
fn described(scene: &Scene) -> String {
    let mut lines = vec![format!("{} × {}, {:?}", scene.width_px, scene.height_px, scene.count)];
    let place = |rect: Rect| format!("{:>5.0} {:>4.0}", rect.left, rect.top);
    let mut all = words(scene);
    all.sort_by(|a, b| a.0.top.total_cmp(&b.0.top).then(a.0.left.total_cmp(&b.0.left)));
    lines.push("words".to_owned());
    lines.extend(all.iter().map(|(rect, words)| format!("{}  {words}", place(*rect))));
    lines.push("targets".to_owned());
    lines.extend(scene.targets.iter().map(|target| {
        format!("{}  {:.0} × {:.0}  {}", place(target.rect), target.rect.width(), target.rect.height(), target.name)
    }));
    lines.join("\n") + "\n"
}

#[test]
fn a_day_reads_as_rows() {
    let mut items = vec![
        on(0, "Coalition meets in Paris", "2026-01-06"),
        on(3, "Joint statement", "2026-01-06"),
        on(
            6,
            "Macron: “There are several layers of security guarantees that will be put in place for a long time”",
            "2026-01-06",
        ),
        item(9, "Months of doubt", ["2025-10-01", "2025-10-31", "2026-01-06", "2026-01-06"], Precision::Range),
        on(12, "Talks in Washington", "2026-01-14"),
    ];
    items[0].photos = 3;
    items[1].quotes = 5;
    items[2].when.as_mut().unwrap().is_inferred = true;
    items[2].when.as_mut().unwrap().confidence = 0.7;
    items[4].modality = Modality::Planned;
    items[1].when.as_mut().unwrap().clock = Some(Clock { minute: 630 });
    let timeline = Timeline::from_items(items);
    let scene = lay(&timeline, fit_all(&timeline, 1_000.0, &FontMeasure));
    assert_apart(&scene);
    snapshot("one_day", &described(&scene));
}

#[test]
fn a_story_of_months_reads_along_the_axis() {
    let timeline = Timeline::from_items(vec![
        on(0, "Ferry loses power", "2026-03-02"),
        on(1, "Passengers taken off", "2026-03-02"),
        item(2, "Winter works on the pier", ["2026-02-01", "2026-02-01", "2026-02-28", "2026-03-06"], Precision::Range),
        item(3, "Board is warned", ["2025-11-01", "2025-11-30", "2025-11-01", "2025-11-30"], Precision::Month),
        item(4, "Crews stop work", ["2026-03-04", "2026-03-04", "", ""], Precision::Day),
        item(5, "Pilot's report", ["2026-01-03", "2026-01-20", "2026-01-03", "2026-01-20"], Precision::Range),
    ]);
    let scene = lay(&timeline, fit_all(&timeline, 1_000.0, &FontMeasure));
    assert_apart(&scene);
    snapshot("months", &described(&scene));
}

#[test]
fn antiquity_has_no_year_zero() {
    let timeline = Timeline::from_items(vec![
        on(0, "Caesar is murdered", "-0043-03-15"),
        on(1, "Augustus dies", "0014-08-19"),
        item(2, "Triumvirate", ["-0042-11-27", "-0042-11-27", "-0032-12-31", "-0032-12-31"], Precision::Range),
    ]);
    let scene = lay(&timeline, fit_all(&timeline, 1_000.0, &FontMeasure));
    snapshot("antiquity", &described(&scene));
}

#[test]
fn a_long_title_gets_the_room_that_is_free_behind_it() {
    let long = "Harle Council votes unanimously to demand a public inquiry into the ferry that lost its power";
    let items = [on(1, long, "2026-03-02"), on(2, "Judge heard", "2026-03-12"), on(3, "Last", "2026-03-30")];
    let timeline = Timeline::from_items(items.to_vec());
    let label = |width_px: f32| {
        let time = fit_all(&timeline, width_px, &FontMeasure);
        let view = Viewport { time, width_px, height_px: 600.0, scroll_px: 0.0 };
        let scene = layout(&timeline, &view, &Options { grow: true, ..Options::default() }, &FontMeasure);
        words(&scene).into_iter().map(|(_, words)| words).find(|words| words.starts_with("Harle")).unwrap_or_default()
    };
    assert_eq!(label(2_400.0), long, "nothing stands behind it");
    assert!(label(500.0).ends_with('…'), "{}", label(500.0));
}

#[test]
fn a_mark_longer_than_the_view_keeps_its_label_in_sight() {
    let cases = [
        ("an interval", ["1990-01-01", "1990-01-01", "2020-01-01", "2020-01-01"]),
        ("somewhere between two days", ["2004-01-01", "2030-01-01", "2004-01-01", "2030-01-01"]),
        ("an interval with uncertain ends", ["1990-01-01", "1991-01-01", "2019-01-01", "2030-01-01"]),
    ];
    let seconds = |day: &str| seconds_from_date(day.parse().unwrap());
    for (name, days) in cases {
        let timeline = Timeline::from_items(vec![item(0, "Bridge links the towns", days, Precision::Range)]);
        let scene = lay(&timeline, TimeRange::new(seconds("2004-06-01"), seconds("2005-06-01")));
        let label = words(&scene).into_iter().find(|(_, text)| text.starts_with("Bridge"));
        let (rect, _) = label.unwrap_or_else(|| panic!("{name}: no label"));
        assert!(rect.left >= 0.0 && rect.right <= 1_000.0, "{name}: {rect:?}");
    }
}
