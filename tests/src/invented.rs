//! Offices made up in code: larger and odder than anybody would write by hand. No figure in them is anybody's.
//!
//! Each is a folder in memory with one month, so that it takes the whole path that an office's own folder takes.

use std::fmt::Write;

use briefing_model::State;
use briefing_office::{Disk, FileError, Files, FolderPath, Memory};

use crate::{Failure, repository};

/// An office folder in memory, and the month it has.
pub struct Office {
    /// A name for its file.
    pub name: &'static str,
    /// The folder.
    pub files: Memory,
    /// The month.
    pub month: &'static str,
}

const MONTH: &str = "2025-01";
const HEADER: &str = "id,kind,effective,recorded,contributor,amount,received,purposes";

/// All of them.
///
/// # Errors
///
/// When the example, of which one is made, cannot be read.
pub fn all() -> Result<Vec<Office>, Failure> {
    let office = |name, files| Office { name, files, month: MONTH };
    Ok(vec![
        office("many-pledges", many_pledges(2_000)),
        office("many-items", many_items(60)),
        office("no-pledges", no_pledges()),
        office("long-names", long_names()),
        office("uneven-contributors", uneven_contributors()),
        office("many-units", many_units()),
        office("one-word", one_word()),
        Office { name: "no-pictures", files: without_pictures()?, month: "2025-04" },
    ])
}

/// A table of new pledges over many pages.
#[must_use]
pub fn many_pledges(count: usize) -> Memory {
    let mut ledger = format!("{HEADER}\n");
    for (number, state) in std::iter::repeat_with(State::all).flatten().take(count).enumerate() {
        let day = number % 28 + 1;
        let amount = 1_000 + 37 * number;
        // Every seventh purpose takes a second line.
        let purpose = if number.is_multiple_of(7) {
            "Training of trainers for border officials of landlocked developing countries"
        } else {
            "Border security"
        };
        let state = state.iso3();
        let _ = writeln!(ledger, "p-{number},pledge,2025-01-{day:02},2025-01-31,{state},{amount},,{purpose}");
    }
    folder("Office of Many Pledges", "", &ledger, &item(1, "It counted its pledges."))
}

/// Many items, of every length from one line to forty.
#[must_use]
pub fn many_items(count: usize) -> Memory {
    let items = (1..=count).map(|number| item(number, &prose(number * 7 % 41 + 1))).collect::<String>();
    folder("Office of Many Items", "", &format!("{HEADER}\n"), &items)
}

/// News, and no money at all.
#[must_use]
pub fn no_pledges() -> Memory {
    folder("Office Without Means", "", &format!("{HEADER}\n"), &item(1, &prose(4)))
}

/// Names of 200 characters and words of 300, wherever there are names and words.
#[must_use]
pub fn long_names() -> Memory {
    let name =
        "Commission for the Long Names of Long Things and ".repeat(5).chars().take(199).collect::<String>() + "s";
    let word = "unbreakable".repeat(28).chars().take(300).collect::<String>();
    let more = format!(
        "[[unit]]\nid = \"long\"\nname = \"{name}\"\nkind = \"section\"\nparent = \"one\"\n\n\
         [[programme]]\nid = \"longer\"\nname = \"{name}\"\nunits = [\"long\"]\n\n\
         [[party]]\nid = \"longest\"\nname = \"{name}\"\nkind = \"non-state\"\n"
    );
    let ledger = format!("{HEADER}\np-1,pledge,2025-01-05,2025-01-31,longest,999999999999.99,,programme:longer\n");
    let items = item(1, &format!("{word} {}", prose(3))) + &item(2, &format!("[{word}](https://example.org/{word})"));
    folder(&name, &more, &ledger, &items)
}

/// Twelve contributors, each giving about half of what the one before gives: the first a thousand times the last.
#[must_use]
pub fn uneven_contributors() -> Memory {
    let mut ledger = format!("{HEADER}\n");
    for (number, state) in State::all().take(12).enumerate() {
        let amount = 10_000_000_u64 >> number;
        let state = state.iso3();
        let _ = writeln!(ledger, "p-{number},pledge,2024-06-01,2024-06-30,{state},{amount},,");
    }
    folder("Office of the Uneven", "", &ledger, &item(1, &prose(2)))
}

/// Units under units under units, and forty beside them.
#[must_use]
pub fn many_units() -> Memory {
    let mut units = String::new();
    let mut unit = |id: &str, name: &str, parent: &str| {
        let _ = write!(units, "[[unit]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"section\"\n{parent}\n");
    };
    for depth in 1..=8 {
        let parent = if depth == 1 { "one".to_owned() } else { format!("deep-{}", depth - 1) };
        unit(&format!("deep-{depth}"), &format!("Section at Depth {depth}"), &format!("parent = \"{parent}\"\n"));
    }
    for number in 1..=40 {
        unit(&format!("beside-{number}"), &format!("Section Number {number} Beside the Others"), "");
    }
    folder("Office of Many Units", &units, &format!("{HEADER}\n"), &item(1, &prose(2)))
}

/// An item of a single word, on paper of another size.
#[must_use]
pub fn one_word() -> Memory {
    folder("Bureau", "[theme]\npaper = \"letter\"\n", &format!("{HEADER}\n"), &item(1, "Done."))
}

/// The example without its pictures.
///
/// # Errors
///
/// When the example cannot be read.
pub fn without_pictures() -> Result<Memory, Failure> {
    let files = in_memory(&Disk::open(&repository("examples/unoct"))?)?;
    let path = "2025-04/briefing.toml";
    let text = String::from_utf8(files.read(&path.parse()?, u64::MAX / 2)?)?;
    let mut kept = String::new();
    let mut in_picture = false;
    for line in text.lines() {
        in_picture = line.starts_with("[item.picture]") || (in_picture && !line.starts_with('['));
        // Only an item with a picture leads.
        if !in_picture && !line.starts_with("lead = ") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok(files.with(path, kept))
}

/// Everything in a folder, and one folder deep, held in memory: a copy that nothing on the disk can change.
///
/// # Errors
///
/// When a file cannot be read.
pub fn in_memory(files: &dyn Files) -> Result<Memory, Failure> {
    let read = |path: &str| -> Result<Vec<u8>, Failure> { Ok(files.read(&path.parse()?, u64::MAX / 2)?) };
    let mut memory = Memory::new();
    for entry in files.list(None)? {
        if !entry.is_folder {
            memory = memory.with(&entry.name, read(&entry.name)?);
            continue;
        }
        for inner in list(files, &entry.name)?.into_iter().filter(|inner| !inner.is_folder) {
            let path = format!("{}/{}", entry.name, inner.name);
            memory = memory.with(&path, read(&path)?);
        }
    }
    Ok(memory)
}

fn list(files: &dyn Files, folder: &str) -> Result<Vec<briefing_office::FolderEntry>, FileError> {
    folder.parse::<FolderPath>().map_or_else(|_| Ok(Vec::new()), |folder| files.list(Some(&folder)))
}

fn folder(name: &str, more: &str, ledger: &str, items: &str) -> Memory {
    let office = format!(
        "[office]\nid = \"invented\"\nname = \"{name}\"\n\n[[unit]]\nid = \"one\"\nname = \"The One Unit\"\nkind = \"section\"\n\n{more}"
    );
    Memory::new().with("office.toml", office).with("ledger.csv", ledger).with(&format!("{MONTH}/briefing.toml"), items)
}

fn item(number: usize, text: &str) -> String {
    let section = ["leadership", "highlights", "one"].get(number % 3).copied().unwrap_or("one");
    let day = number % 28 + 1;
    format!(
        "[[item]]\nid = \"item-{number}\"\nsection = \"{section}\"\nwhen = \"2025-01-{day:02}\"\ntext = \"{text}\"\n\n"
    )
}

/// So many sentences of plain words.
fn prose(sentences: usize) -> String {
    let sentence = |number: usize| {
        let aside = if number.is_multiple_of(2) { ", as it had done in the year before" } else { "" };
        format!("In session {number} the committee weighed the harbour's lanterns{aside}.")
    };
    (1..=sentences).map(sentence).collect::<Vec<_>>().join(" ")
}
