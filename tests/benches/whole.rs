//! How long the whole path takes, from the files of an office to the file of a month: in one process, in a process of
//! its own, and for a hundred months.
//!
//! `process` runs the release binary: `cargo build --release -p briefing-cli` first.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run is to stop")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use briefing::{Folder, Language, Memory, Month};
use divan::Bencher;

const OFFICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/unoct");
const LANGUAGES: [Language; 4] = [Language::En, Language::Ar, Language::Zh, Language::Ru];

fn main() {
    divan::main();
}

/// A month in a process that has rendered one before.
#[divan::bench(args = LANGUAGES)]
fn warm(bencher: Bencher<'_, '_>, language: Language) {
    let month = "2025-04".parse().unwrap();
    bencher.bench(|| Folder::open(OFFICE).unwrap().render(month, language).unwrap());
}

/// A month in a process of its own.
#[divan::bench(args = LANGUAGES)]
fn process(bencher: Bencher<'_, '_>, language: Language) {
    let binary = binary();
    bencher.bench(|| {
        let mut command = Command::new(&binary);
        command.args(["render", OFFICE, "2025-04", "--lang", language.code(), "-o", "-"]);
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        assert!(status.success(), "{status}");
    });
}

/// The binary stands beside the folder of the benchmarks.
fn binary() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let binary = here.ancestors().nth(2).unwrap().join("briefing");
    assert!(binary.is_file(), "{} is missing: cargo build --release -p briefing-cli", binary.display());
    binary
}

/// A hundred months, no two alike, one after another.
#[divan::bench(sample_count = 10)]
fn hundred_months(bencher: Bencher<'_, '_>) {
    let (files, months) = years();
    bencher.bench(|| {
        let folder = Folder::new(&files);
        months.iter().map(|month| folder.render(*month, Language::En).unwrap().bytes.len()).sum::<usize>()
    });
}

/// The example office with a hundred months: April 2025 with its days moved and its month told in every text.
fn years() -> (Memory, Vec<Month>) {
    let april = |name: &str| std::fs::read(format!("{OFFICE}/2025-04/{name}")).unwrap();
    let text = String::from_utf8(april("briefing.toml")).unwrap();
    let pictures = ["network.jpg", "departure.jpg", "chamber.png", "circuit.png"].map(|name| (name, april(name)));

    let mut files = Memory::new();
    for name in ["office.toml", "ledger.csv"] {
        files = files.with(name, std::fs::read(format!("{OFFICE}/{name}")).unwrap());
    }
    let first: Month = "2025-04".parse().unwrap();
    let months: Vec<Month> = std::iter::successors(Some(first), |month| month.next()).take(100).collect();
    for month in &months {
        files = files.with(&format!("{month}/briefing.toml"), moved(&text, *month));
        for (name, bytes) in &pictures {
            files = files.with(&format!("{month}/{name}"), bytes);
        }
    }
    (files, months)
}

/// April's file as another month's: without the stated total, which is April's.
fn moved(text: &str, month: Month) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("issued") && !line.starts_with("stated-total"));
    let text = lines.collect::<Vec<_>>().join("\n");
    // February has no 29th or 30th.
    let text = text
        .replace("2025-04-29", "2025-04-27")
        .replace("2025-04-30", "2025-04-28")
        .replace("2025-05-09", "2025-04-28");
    text.replace("2025-04-", &format!("{month}-")).replace("text = \"\"\"", &format!("text = \"\"\"In {month}: "))
}
