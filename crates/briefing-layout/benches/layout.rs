//! How long laying out takes: the example's month in four languages, and tables of a hundred to ten thousand rows.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run is to stop")]

mod support;

use std::sync::Arc;

use briefing_layout::{layout, text::FontBook};
use briefing_model::Language;
use divan::Bencher;

fn main() {
    divan::main();
}

#[divan::bench(args = support::LANGUAGES)]
fn april(bencher: Bencher<'_, '_>, language: Language) {
    let (document, _) = support::april(language);
    let fonts = Arc::new(FontBook::builtin());
    bencher.bench(|| layout(&document, &fonts));
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 10)]
fn table(bencher: Bencher<'_, '_>, rows: usize) {
    let document = support::table(rows);
    let fonts = Arc::new(FontBook::builtin());
    bencher.bench(|| layout(&document, &fonts));
}
