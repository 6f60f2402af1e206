//! What laying out and exporting cost: `cargo bench --no-default-features --bench scene`.

use dateline::model::{EventId, EventKind, Modality, Precision};
use dateline::project::ArticleKey;
use dateline::scene::{FontMeasure, Options, Viewport, fit_all, layout, overview};
use dateline::timeline::{Filter, Item, ItemKey, TimeRange, Timeline, When};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// `count` events of a day each, spread over 27 years in a fixed disorder.
fn timeline(count: u32) -> Timeline {
    let item = |number: u32| {
        let start_s = f64::from(number.wrapping_mul(2_654_435_761) % 9_862) * 86_400.0;
        Item {
            key: ItemKey { article: ArticleKey(number / 500), event: EventId(number % 500) },
            title: format!("Council votes on inquiry number {number}").into(),
            kind: EventKind::Happening,
            modality: Modality::Actual,
            when: Some(When {
                earliest_s: start_s,
                begin_s: start_s,
                end_s: start_s + 86_400.0,
                latest_s: start_s + 86_400.0,
                is_open_before: false,
                is_open_after: false,
                precision: Precision::Day,
                clock: None,
                is_inferred: number.is_multiple_of(5),
                confidence: 0.9,
            }),
            salience: (number.wrapping_mul(40_503) % 1_000) as f32 / 1_000.0,
            quotes: 0,
            photos: 0,
            told_at: number,
            series: number % 8,
        }
    };
    Timeline::from_items((0..count).map(item).collect())
}

fn view(time: TimeRange) -> Viewport {
    Viewport { time, width_px: 1_600.0, height_px: 900.0, scroll_px: 0.0 }
}

#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000])]
fn layout_of_all(bencher: Bencher, count: u32) {
    let timeline = timeline(count);
    let view = view(fit_all(&timeline, 1_600.0, &FontMeasure));
    bencher.bench_local(|| layout(black_box(&timeline), &view, &Options::default(), &FontMeasure));
}

#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000])]
fn layout_of_a_hundredth(bencher: Bencher, count: u32) {
    let timeline = timeline(count);
    let whole = fit_all(&timeline, 1_600.0, &FontMeasure);
    let view = view(TimeRange::new(whole.middle_s(), whole.middle_s() + whole.len_s() / 100.0));
    bencher.bench_local(|| layout(black_box(&timeline), &view, &Options::default(), &FontMeasure));
}

#[divan::bench(args = [1_000, 1_000_000])]
fn overview_strip(bencher: Bencher, count: u32) {
    let timeline = timeline(count);
    let whole = fit_all(&timeline, 1_600.0, &FontMeasure);
    bencher.bench_local(|| overview(black_box(&timeline), &timeline, whole, whole, 1_600.0, 40.0));
}

#[divan::bench(args = [1_000, 1_000_000])]
fn search(bencher: Bencher, count: u32) {
    let timeline = timeline(count);
    let filter = Filter { words: "number 4711".to_owned(), ..Filter::default() };
    bencher.bench_local(|| black_box(&timeline).filter(&filter));
}

#[divan::bench(args = [1_000, 1_000_000], sample_count = 3)]
fn build(bencher: Bencher, count: u32) {
    bencher.bench_local(|| timeline(black_box(count)));
}
