//! What reading and extraction cost: `cargo bench --no-default-features --bench extract`. Throughput is in bytes of the
//! articles' text; each stage is given what the stages before it found.

use dateline::extract::text::{self, Document};
use dateline::extract::{caption, entity, event, extract, quote, timex};
use dateline::model::{Article, Caption};
use dateline::{export, ingest};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The demo's articles: 300 to 700 words each, with datelines, quotes and captions.
fn articles() -> Vec<Article> {
    ingest::demo::articles().unwrap_or_default()
}

fn size(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.len()).sum::<usize>())
}

/// Runs a stage on each article with its sentences and captions.
fn stage<T>(bencher: Bencher, work: impl Fn(&Document<'_>, &[Caption]) -> T + Sync) {
    let articles = articles();
    let documents: Vec<_> = articles.iter().map(text::analyse).collect();
    let ready: Vec<_> = documents.iter().map(|document| (document, caption::find(document))).collect();
    bencher.counter(size(&articles)).bench_local(|| {
        for (document, captions) in &ready {
            black_box(work(black_box(document), captions));
        }
    });
}

#[divan::bench]
fn reading(bencher: Bencher) {
    bencher.counter(size(&articles())).bench_local(articles);
}

#[divan::bench]
fn whole(bencher: Bencher) {
    let articles = articles();
    bencher.counter(size(&articles)).bench_local(|| articles.iter().map(extract).collect::<Vec<_>>());
}

#[divan::bench]
fn sentences_and_tags(bencher: Bencher) {
    let articles = articles();
    bencher.counter(size(&articles)).bench_local(|| {
        for article in &articles {
            black_box(text::analyse(black_box(article)));
        }
    });
}

#[divan::bench]
fn times(bencher: Bencher) {
    stage(bencher, timex::find);
}

#[divan::bench]
fn entities(bencher: Bencher) {
    stage(bencher, entity::find);
}

/// Names, coreference and quotes.
#[divan::bench]
fn entities_and_quotes(bencher: Bencher) {
    stage(bencher, |document, captions| {
        let mut entities = entity::find(document, captions);
        quote::find(document, &mut entities)
    });
}

#[divan::bench]
fn events(bencher: Bencher) {
    let articles = articles();
    let documents: Vec<_> = articles.iter().map(text::analyse).collect();
    let ready = documents.iter().map(|document| {
        let captions = caption::find(document);
        let times = timex::find(document, &captions);
        let mut entities = entity::find(document, &captions);
        let quotes = quote::find(document, &mut entities);
        (document, captions, times, entities, quotes)
    });
    let ready: Vec<_> = ready.collect();
    bencher.counter(size(&articles)).bench_local(|| {
        for (document, captions, times, entities, quotes) in &ready {
            black_box(event::find(document, times, entities, quotes, &mut captions.clone()));
        }
    });
}

#[divan::bench]
fn json(bencher: Bencher) {
    let articles = articles();
    let found: Vec<_> = articles.iter().map(extract).collect();
    bencher.counter(size(&articles)).bench_local(|| {
        for (article, found) in articles.iter().zip(&found) {
            black_box(export::json::line(black_box(article), found));
        }
    });
}
