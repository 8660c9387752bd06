//! How long writing takes: the example's month in four languages, and tables of a hundred to ten thousand rows.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run is to stop")]

#[path = "../../briefing-layout/benches/support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_layout::{layout, text::FontBook};
use briefing_model::Language;
use briefing_pdf::write;
use divan::Bencher;

fn main() {
    divan::main();
}

#[divan::bench(args = support::LANGUAGES)]
fn april(bencher: Bencher<'_, '_>, language: Language) {
    let (document, assets) = support::april(language);
    let pages = layout(&document, &Arc::new(FontBook::builtin()));
    let pictures = assets.into_map();
    bencher.bench(|| write(&pages, &pictures).unwrap());
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 10)]
fn table(bencher: Bencher<'_, '_>, rows: usize) {
    let pages = layout(&support::table(rows), &Arc::new(FontBook::builtin()));
    bencher.bench(|| write(&pages, &BTreeMap::new()).unwrap());
}
