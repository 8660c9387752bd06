//! How long it takes to say what a month says. Budget: 0.2 ms.
#![allow(clippy::expect_used, reason = "a benchmark of nothing is none")]

use briefing_document::compose;
use briefing_model::{Briefing, Language};
use divan::Bencher;

fn main() {
    divan::main();
}

fn briefing() -> Briefing {
    serde_json::from_str(include_str!("../tests/data/small.json")).expect("the briefing of the tests reads")
}

/// Four times the items of the tests' briefing, which is what a month has.
fn month() -> Briefing {
    let mut briefing = briefing();
    let items = briefing.leadership.clone();
    for _ in 0..3 {
        briefing.leadership.extend(items.iter().cloned());
    }
    briefing
}

#[divan::bench(args = Language::ALL)]
fn month_in(bencher: Bencher<'_, '_>, language: Language) {
    let briefing = month();
    bencher.bench(|| compose(divan::black_box(&briefing), language));
}
