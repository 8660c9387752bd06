//! How long reading takes: the example's month, and ledgers of ten thousand to a million entries.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fmt::Write;

use briefing_office::{Disk, Memory, read_month, read_office};
use divan::Bencher;

fn main() {
    divan::main();
}

#[divan::bench]
fn example_month(bencher: Bencher<'_, '_>) {
    let disk = Disk::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct").as_ref()).unwrap();
    let month = "2025-04".parse().unwrap();
    bencher.bench(|| read_month(&disk, month).into_parts().0.unwrap());
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5)]
fn ledger(bencher: Bencher<'_, '_>, entries: usize) {
    let files = Memory::new().with("office.toml", OFFICE).with("ledger.csv", csv(entries));
    bencher.bench(|| {
        let folder = read_office(&files).into_parts().0.unwrap();
        let day = "2025-04-30".parse().unwrap();
        folder.ledger.standing(briefing_model::AsOf::on(day)).unwrap()
    });
}

const OFFICE: &str = "[office]\nid = 'office'\nname = 'Office'\n[ledger]\nfile = 'ledger.csv'\n\
                      [[source]]\nid = 'letters'\ntitle = 'Letters'\n[[programme]]\nid = 'travel'\nname = 'Travel'\n";

/// Pledges of 195 contributors, every third followed by a receipt on it.
fn csv(entries: usize) -> String {
    const STATES: [&str; 5] = ["DEU", "UZB", "IRQ", "ESP", "SAU"];
    let mut text = String::from("id,kind,effective,recorded,contributor,ref,amount,currency,purposes,source\n");
    let mut pledge = 0;
    for n in 0..entries {
        let (year, month, day) = (2012 + n % 13, 1 + n % 12, 1 + n % 28);
        let state = STATES[n % STATES.len()];
        if n % 3 == 2 {
            writeln!(text, "r-{n},receipt,2025-04-{day:02},2025-04-30,,p-{pledge},{}.50,USD,,letters", 10 + n % 900)
                .unwrap();
        } else {
            pledge = n;
            writeln!(
                text,
                "p-{n},pledge,{year}-{month:02}-{day:02},2025-04-29,{state},,{}.00,USD,programme:travel,letters",
                1000 + n % 900
            )
            .unwrap();
        }
    }
    text
}
