//! Offices of any shape, from a few numbers: the inputs nobody tuned for.

use std::fmt::Write;
use std::fs;

use briefing_model::State;
use briefing_office::{Files, Memory};

use crate::repository;

/// One item: its section, its day, how many words it has, and which picture, if any.
pub type Item = (usize, u32, usize, Option<bool>);

const PICTURES: [&str; 2] = ["network.jpg", "chamber.png"];

const WORDS: [&str; 12] = [
    "counter-terrorism",
    "the",
    "of",
    "capacity-building",
    "Member",
    "States",
    "a",
    "resolution",
    "and",
    "internationalization",
    "on",
    "12,500,000",
];

fn text(words: usize, seed: usize) -> String {
    let words: Vec<&str> = (0..words).map(|number| WORDS[(number * 7 + seed * 5 + number / 5) % WORDS.len()]).collect();
    format!("{}.", words.join(" "))
}

/// The office of a number: the same each time, and as unlike its neighbours as any two.
///
/// # Panics
///
/// When a picture of the example cannot be read.
#[must_use]
pub fn numbered(number: u64) -> Memory {
    // SplitMix64: enough for shapes, and no other release of anything changes it.
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d;
    let mut below = |most: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    };
    let mut item = || {
        let (section, day, words) = (below(6) as usize, below(30) as u32 + 1, below(259) as usize + 1);
        (section, day, words, (below(4) == 0).then(|| below(2) == 0))
    };
    let count = number % 24;
    let items: Vec<Item> = (0..count).map(|_| item()).collect();
    let [pledges, contributors, units, about] = [60, 20, 14, 399].map(|most| below(most) as usize);
    office(&items, pledges, contributors, units, about + 1)
}

/// The same office in another look: `journal`, `poster-single`.
///
/// # Panics
///
/// When the folder has no office.
#[must_use]
pub fn looking(files: Memory, look: &str) -> Memory {
    let office = files.read(&"office.toml".parse().unwrap(), u64::MAX / 2).unwrap();
    let office = String::from_utf8(office).unwrap();
    let (look, columns) = look.strip_suffix("-single").map_or((look, 2), |look| (look, 1));
    files.with("office.toml", format!("{office}\n[theme]\nlook = \"{look}\"\ncolumns = {columns}\n"))
}

/// An office with a month of items; so many pledges of the month, contributors of old, units, and words about it.
///
/// # Panics
///
/// When a picture of the example cannot be read.
#[must_use]
pub fn office(items: &[Item], pledges: usize, contributors: usize, units: usize, about: usize) -> Memory {
    let mut office = format!(
        "[office]\nid = \"any\"\nname = \"Office of Any Kind\"\nacronym = \"OAK\"\nabout = [\"{}\"]\n\n",
        text(about, 3)
    );
    for unit in 0..units.max(1) {
        let parent = if unit % 3 == 2 { format!("parent = \"u{}\"\n", unit - 1) } else { String::new() };
        let name = text(unit % 9 + 1, unit);
        let _ =
            write!(office, "[[unit]]\nid = \"u{unit}\"\nname = \"Unit {unit} {name}\"\nkind = \"section\"\n{parent}\n");
    }
    let mut ledger = "id,kind,effective,recorded,contributor,amount,purposes\n".to_owned();
    for (number, state) in State::all().enumerate().take(pledges) {
        let purpose = text(number % 14 + 1, number).replace(',', "");
        let _ = writeln!(
            ledger,
            "p{number},pledge,2025-04-07,2025-04-30,{},{},{purpose}",
            state.iso3(),
            1_000 * (number + 1)
        );
    }
    for (number, state) in State::all().rev().enumerate().take(contributors) {
        let _ = writeln!(ledger, "c{number},pledge,2020,2020-12-31,{},{},", state.iso3(), 7_000_000 / (number + 1));
    }
    let mut month = String::new();
    for (number, (section, day, words, picture)) in items.iter().enumerate() {
        let section = match section {
            0 => "leadership".to_owned(),
            1 => "highlights".to_owned(),
            unit => format!("u{}", unit % units.max(1)),
        };
        let _ = write!(
            month,
            "[[item]]\nid = \"i{number}\"\nsection = \"{section}\"\nwhen = \"2025-04-{day:02}\"\ntext = \"{}\"\n",
            text(*words, number)
        );
        if let Some(which) = picture {
            let file = PICTURES[usize::from(*which)];
            let _ = writeln!(
                month,
                "picture = {{ file = \"{file}\", alt = \"A picture.\", caption = \"{}\" }}",
                text(words % 20 + 1, 1)
            );
        }
        month.push('\n');
    }
    let mut files =
        Memory::new().with("office.toml", office).with("ledger.csv", ledger).with("2025-04/briefing.toml", month);
    for picture in PICTURES {
        files = files
            .with(&format!("2025-04/{picture}"), fs::read(repository("examples/unoct/2025-04").join(picture)).unwrap());
    }
    files
}
