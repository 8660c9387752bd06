//! Whole files of ours in six languages, broken in every way that this module knows.

use std::io::Write as _;

use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Issue, repository};

use super::apart::{Parts, deflate, inflate};
use super::random::Random;
use super::{Tally, mutated, mutated_syntax, read};

/// How many files are broken where nobody says.
const MANY: usize = 50_000;

/// Breaks so many files, as many of each language: what became of them.
fn broken(count: usize) -> Tally {
    let disk = Disk::open(&repository("tests/offices/minimal")).unwrap();
    let mut tally = Tally::default();
    for (number, language) in Language::ALL.into_iter().enumerate() {
        let good = Issue::edition(&disk, "2024-02", language).unwrap().pdf().unwrap();
        let (reading, holds) = read(&good).unwrap();
        assert!(holds);
        let parts = Parts::of(&good);
        for seed in 0..count / Language::ALL.len() {
            let mut random = Random::new(u64::try_from(1_000_000 * (number + 1) + seed).unwrap());
            let bytes = one(&good, &parts, &mut random);
            if bytes != good {
                tally.hold_to(&bytes, &reading, &format!("{language}, seed {seed}"));
            }
        }
    }
    tally
}

/// A file with its bytes, an object or a stream changed.
fn one(good: &[u8], parts: &Parts, random: &mut Random) -> Vec<u8> {
    let mut parts = parts.clone();
    match random.below(3) {
        0 => return mutated(good.to_vec(), random),
        1 => {
            let at = random.below(parts.objects.len());
            let object = std::mem::take(&mut parts.objects[at].1);
            parts.objects[at].1 = mutated_syntax(object, random);
        }
        _ => {
            let at = random.below(parts.streams.len());
            let Some(data) = inflate(&parts.streams[at].data) else { return good.to_vec() };
            parts.streams[at].data = deflate(&mutated_syntax(data, random));
        }
    }
    parts.together()
}

#[test]
fn files_of_six_languages_do_no_harm_when_they_are_changed() {
    let tally = broken(360);
    assert!(tally.refused > 100 && tally.other > 20, "{tally:?}");
}

/// `cargo test --release -p briefing-tests --test it fifty_thousand -- --ignored`, or another number in `BRIEFING_MUTATIONS`.
#[test]
#[ignore = "takes many minutes"]
fn fifty_thousand_broken_files_do_no_harm() {
    let count = std::env::var("BRIEFING_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(MANY);
    let tally = broken(count);
    let _ = writeln!(std::io::stdout(), "{count} files: {tally:?}");
    assert!(tally.refused > count / 4, "{tally:?}");
}
