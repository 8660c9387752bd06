//! What people or attackers can make long costs in proportion: each kind of input at three sizes, with a bound on growth.
//!
//! Measured is the processor time of this thread alone, the least of several runs, so that a busy machine changes little. Input of
//! four times the size may take up to nine times as long: something quadratic takes sixteen.

use std::fmt::Write as _;
use std::io::Write as _;

use briefing::edition::Edition;
use briefing_model::{Briefing, Language};
use briefing_office::{
    Export, Files, Memory, Po, check_folder, plan_import, plan_text_import, read_edition, read_texts,
};
use briefing_tests::Issue;
use rustix::time::{ClockId, clock_gettime};

#[path = "../../../crates/briefing-office/tests/it/common/workbook.rs"]
#[expect(dead_code, reason = "only the smallest workbook is of use here")]
mod archive;

use archive::packed;

/// Below this many seconds, growth is not judged: the clock and the fixed costs are all there is.
const NOTHING: f64 = 0.02;

const MOST_GROWTH: f64 = 9.0;

fn seconds() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// Keeps this thread to one processor, so that it does all of its work itself, where its time is measured.
fn stay_on_one_processor() {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{CpuSet, sched_getcpu, sched_setaffinity};
        let mut one = CpuSet::new();
        one.set(sched_getcpu());
        sched_setaffinity(None, &one).unwrap();
        assert_eq!(std::thread::available_parallelism().map(usize::from).ok(), Some(1));
    }
}

/// The variable that asks for the memory of one piece of work: what, and of which size.
const ASKED: &str = "BRIEFING_GROWTH";

/// Below this many kilobytes, growth of memory is not judged: allocators keep more than is in use.
const NO_MEMORY: u64 = 48 << 10;

/// The most memory that this process has had, in kilobytes; `None` on systems other than Linux, which do not say.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// The memory that a piece of work takes, measured in a process of its own: this very test, asked for nothing else.
fn memory_of(what: &str, size: usize) -> u64 {
    let thread = std::thread::current();
    let test = thread.name().expect("a test has a name");
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--include-ignored", "--test-threads=1"])
        .env(ASKED, format!("{what}:{size}"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let kilobytes = said.lines().find_map(|line| line.split_once("memory: ").map(|(_, kilobytes)| kilobytes.trim()));
    kilobytes.and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or_else(|| panic!("{what} of {size}: {said}"))
}

/// Fails if four times the input takes much more than four times the memory.
fn memory_grows_in_proportion(what: &str, smallest: usize) {
    if most_memory().is_none() {
        return;
    }
    // What a process has before it does anything.
    let base = memory_of(what, 1);
    let [small, twice, large] = [1, 2, 4].map(|factor| memory_of(what, smallest * factor).saturating_sub(base));
    assert!(
        large < NO_MEMORY.max(small.max(NO_MEMORY / 8) * 9),
        "{what}: {smallest} take {small} kB, twice as many {twice} kB, four times as many {large} kB"
    );
}

/// Fails if four times the input takes much more than four times the work, or the memory.
fn grows_in_proportion<I>(what: &str, smallest: usize, input: impl Fn(usize) -> I, work: impl Fn(&I)) {
    if let Ok(asked) = std::env::var(ASKED) {
        let size = asked.strip_prefix(what).and_then(|rest| rest.strip_prefix(':')?.parse().ok());
        if let (Some(size), Some(_)) = (size, most_memory()) {
            work(&input(size));
            let _ = writeln!(std::io::stdout(), "\nmemory: {}", most_memory().unwrap_or_default());
        }
        return;
    }
    memory_grows_in_proportion(what, smallest);
    stay_on_one_processor();
    let time = |size: usize| {
        let input = input(size);
        let run = || {
            let begun = seconds();
            work(&input);
            seconds() - begun
        };
        let first = run();
        // What takes long is measured well at once.
        if first > 1.0 { first } else { first.min(run()).min(run()) }
    };
    let times = [1, 2, 4].map(|factor| time(smallest * factor));
    let [small, _, large] = times;
    assert!(
        large < NOTHING || large < MOST_GROWTH * small.max(NOTHING / 4.0),
        "{what}: {smallest} take {:.0} ms, twice as many {:.0} ms, four times as many {:.0} ms",
        times[0] * 1e3,
        times[1] * 1e3,
        times[2] * 1e3
    );
}

#[test]
#[should_panic(expected = "memory of pairs: 1000 take")]
fn what_needs_more_and_more_memory_is_noticed() {
    grows_in_proportion(
        "memory of pairs",
        1_000,
        |count| (0..count as u64).collect::<Vec<_>>(),
        |all| {
            let pairs: Vec<u64> = all.iter().flat_map(|one| all.iter().map(move |other| one * other % 7)).collect();
            assert!(std::hint::black_box(pairs).len() == all.len() * all.len());
        },
    );
}

#[test]
#[should_panic(expected = "pairs: 2000 take")]
fn what_grows_faster_is_noticed() {
    grows_in_proportion(
        "pairs",
        2_000,
        |count| (0..count as u64).collect::<Vec<_>>(),
        |all| {
            let pairs = all.iter().flat_map(|one| all.iter().map(move |other| one * other % 7));
            assert!(std::hint::black_box(pairs.sum::<u64>()) > 0);
        },
    );
}

const OFFICE: &str = "[office]\nid = 'o'\nname = 'Office'\n";

fn check(files: &Memory) {
    let (value, found) = check_folder(files).into_parts();
    assert!(value.is_some() || found.errors() > 0);
}

/// An office with so many of something, each written with its number.
fn office_with(count: usize, one: impl Fn(usize) -> String) -> Memory {
    let mut text = OFFICE.to_owned();
    (0..count).for_each(|number| text.push_str(&one(number)));
    Memory::new().with("office.toml", text)
}

fn unit(id: &str, parent: Option<String>) -> String {
    let parent = parent.map_or_else(String::new, |parent| format!("parent = '{parent}'\n"));
    format!("[[unit]]\nid = '{id}'\nname = 'Unit {id}'\nkind = 'section'\n{parent}")
}

#[test]
fn chains_and_circles_of_units() {
    let chain = |number: usize| unit(&format!("u{number}"), number.checked_sub(1).map(|above| format!("u{above}")));
    grows_in_proportion("a chain of units", 1_000, |count| office_with(count, chain), check);
    let backwards = |number: usize| unit(&format!("u{number}"), Some(format!("u{}", number + 1)));
    grows_in_proportion("a chain downwards", 1_000, |count| office_with(count, backwards), check);
    let pair = |number: usize| unit(&format!("u{number}"), Some(format!("u{}", number ^ 1)));
    grows_in_proportion("circles of units", 1_000, |count| office_with(count, pair), check);
    let one_circle = |count: usize| {
        office_with(count, |number| unit(&format!("u{number}"), Some(format!("u{}", (number + 1) % count))))
    };
    grows_in_proportion("one circle", 1_000, one_circle, check);
}

#[test]
fn references_to_nothing_and_their_suggestions() {
    let units = |number: usize| unit(&format!("some-unit-{number}"), Some(format!("some-unti-{number}")));
    grows_in_proportion("unknown units", 500, |count| office_with(count, units), check);
    let parties = |count: usize| {
        let list: Vec<String> = (0..count).map(|number| format!("'party-{number}'")).collect();
        Memory::new().with(
            "office.toml",
            format!("{OFFICE}[[body]]\nid = 'b'\nname = 'B'\nnamed-entities = [{}]\n", list.join(",")),
        )
    };
    grows_in_proportion("unknown parties", 1_000, parties, check);
    let keys = |number: usize| format!("[[party]]\nid = 'p{number}'\nname = 'P'\nkind = 'othre'\nnmae = 'x'\n");
    grows_in_proportion("unknown words and keys", 1_000, |count| office_with(count, keys), check);
    let items = |count: usize| {
        let mut month = String::new();
        for number in 0..count {
            let _ = writeln!(
                month,
                "[[item]]\nid = 'i{number}'\nsection = 'highlihgts'\nwhen = 2025-04-01\ntext = 'x'\n[item.picture]\nfile = 'p{number}.png'\nalt = 'A'"
            );
        }
        Memory::new().with("office.toml", OFFICE).with("2025-04/briefing.toml", month).with("2025-04/picture.png", "")
    };
    grows_in_proportion("items of unknown sections with missing pictures", 500, items, check);
}

#[test]
fn ledgers_with_many_faults() {
    let ledger = |count: usize| {
        let mut rows = "id,kind,effective,recorded,contributor,amount,source\n".to_owned();
        for number in 0..count {
            let _ = writeln!(rows, "e{number},pledge,2025-04-01,2025-04-02,Germny {number},1.00,sorce-{number}");
        }
        Memory::new().with("office.toml", OFFICE).with("ledger.csv", rows)
    };
    grows_in_proportion("rows of unknown contributors", 2_000, ledger, check);
    let names = |count: usize| {
        let mut rows = "id,kind,effective,recorded,target\n".to_owned();
        for number in 0..count {
            let _ = writeln!(rows, "e{number},receipt,2025-04-01,2025-04-02,nothing-{number}");
        }
        Memory::new().with("office.toml", OFFICE).with("ledger.csv", rows)
    };
    grows_in_proportion("rows about nothing", 2_000, names, check);
}

fn lists(count: usize) -> Memory {
    let names: Vec<String> = (0..count).map(|number| format!("'Group {number}'")).collect();
    let groups = format!("[body.working-groups]\ncount = 60000\nnamed = [{}]\n", names.join(","));
    Memory::new().with("office.toml", format!("{OFFICE}[[body]]\nid = 'b'\nname = 'B'\n{groups}"))
}

#[test]
fn long_lists() {
    grows_in_proportion("names in a list", 2_000, lists, check);
}

fn many_items(count: usize) -> Memory {
    let (mut month, mut french) = (String::new(), String::new());
    for number in 0..count {
        let _ = writeln!(
            month,
            "[[item]]\nid = 'i{number}'\nsection = 'highlights'\nwhen = 2025-04-01\ntext = 'Item {number}.'"
        );
        let _ = writeln!(french, "[i{number}.text]\nsource = 'Another {number}.'\ntext = 'Point {number}.'");
    }
    Memory::new()
        .with("office.toml", OFFICE)
        .with("2025-04/briefing.toml", month)
        .with("2025-04/briefing.fr.toml", french)
}

#[test]
fn translations() {
    grows_in_proportion("texts out of date", 300, many_items, check);
    let month = "2025-04".parse().unwrap();
    let read = |files: &Memory| assert!(read_texts(files, month, &[Language::Fr]).value().is_some());
    grows_in_proportion("texts of a language", 300, many_items, read);
    let po = |count: usize| {
        let mut po = String::new();
        for number in 0..count {
            let _ = writeln!(po, "msgctxt \"nowhere i{number}.txet\"\nmsgid \"Item {number}.\"\nmsgstr \"Point.\"\n");
        }
        (many_items(count), po)
    };
    grows_in_proportion("entries of a PO file", 300, po, |(files, po)| {
        let po = Po { name: "fr.po", bytes: po.as_bytes(), language: Some(Language::Fr) };
        assert!(!plan_text_import(files as &dyn Files, month, &po).diagnostics().is_empty());
    });
}

const MAP: &str = "number-format = 'english'\n[columns]\nreference = 'Voucher'\neffective = 'Date'\nrecorded = 'Date'\n\
                   contributor = 'Donor'\namount = 'Amount'\n[constants]\nkind = 'pledge'\n";

#[test]
fn exports() {
    let import = |export: &String| {
        let files = Memory::new()
            .with("office.toml", OFFICE)
            .with("ledger.csv", "id,kind,effective,recorded,contributor,amount,reference\n");
        let export = Export { name: "export.csv", bytes: export.as_bytes(), map_name: "map.toml", map: MAP.as_bytes() };
        assert!(plan_import(&files, &export).into_parts().0.is_some_and(|import| !import.rows.is_empty()));
    };
    let rows = |one: fn(usize) -> String| {
        move |count: usize| {
            (0..count).fold("Voucher,Date,Donor,Amount\n".to_owned(), |text, number| text + &one(number))
        }
    };
    let instalments = rows(|number| format!("GA-77,2025-04-01,DEU,{}\n", number + 1));
    grows_in_proportion("payments under one reference", 2_000, instalments, import);
    let collisions = rows(|number| format!("A{}1,2025-04-01,DEU,5\n", "-".repeat(number % 9 + 1)));
    grows_in_proportion("rows that are there already", 2_000, collisions, import);
    grows_in_proportion("rows that cannot be read", 2_000, rows(|_| "V1,\"2025-04-01,DEU,5\n".to_owned()), import);
    grows_in_proportion("rows that are not entries", 2_000, rows(|number| format!("Note {number},,,\n")), import);
}

#[test]
fn pictures() {
    let png = |lines: usize| {
        let width = 400_u32;
        let chunk = |kind: &[u8; 4], content: &[u8]| {
            let mut sum = flate2::Crc::new();
            sum.update(&[kind, content].concat());
            let length = u32::try_from(content.len()).unwrap().to_be_bytes();
            [&length, kind.as_slice(), content, &sum.sum().to_be_bytes()].concat()
        };
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        for line in 0..lines {
            // The colours of each line follow from the one above, as filter 4 has it.
            let colours: Vec<u8> = (0..width * 3).map(|at| (at as usize * line % 251) as u8).collect();
            packed.write_all(&[&[4], colours.as_slice()].concat()).unwrap();
        }
        let size = [width.to_be_bytes(), u32::try_from(lines).unwrap().to_be_bytes()].concat();
        let png = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &[size.as_slice(), &[8, 2, 0, 0, 0]].concat()),
            chunk(b"IDAT", &packed.finish().unwrap()),
            chunk(b"IEND", b""),
        ];
        let month = "[[item]]\nid = 'a'\nsection = 'highlights'\ntext = 'A.'\nwhen = '2025-04-03'\n\
                     picture = { file = 'a.png', alt = 'Stripes.' }\n";
        Memory::new()
            .with("office.toml", OFFICE)
            .with("2025-04/briefing.toml", month)
            .with("2025-04/a.png", png.concat())
    };
    // All of them are so long that they are made smaller.
    grows_in_proportion("lines of a picture", 3_000, png, |files| {
        let read = read_edition(files, "2025-04".parse().unwrap(), Language::En);
        assert!(read.value().is_some(), "{}", read.diagnostics());
    });
}

/// A workbook of one sheet with these rows, shared texts and merged cells.
fn workbook(rows: &str, texts: &str, merges: &str) -> Vec<u8> {
    let merges = if merges.is_empty() { String::new() } else { format!("<mergeCells>{merges}</mergeCells>") };
    let sheet = format!("<sheetData>{rows}</sheetData>{merges}");
    packed(&[("S", sheet)], &[("sharedStrings", "sst", texts.to_owned())])
}

#[test]
fn workbooks() {
    let row = |cells: &[String]| format!("<row>{}</row>", cells.concat());
    let said = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let shared = |number: usize| format!("<c t=\"s\"><v>{number}</v></c>");
    let headings = row(&["id", "kind", "effective", "recorded", "contributor", "amount"].map(said));
    let ledger = |rows: String, texts: &str, merges: &str| {
        let office = format!("{OFFICE}[ledger]\nfile = 'ledger.xlsx'\n");
        Memory::new()
            .with("office.toml", office)
            .with("ledger.xlsx", workbook(&(headings.clone() + &rows), texts, merges))
    };
    let entry = |id: String| row(&[id, said("pledge"), said("2025-04-01"), said("2025-04-02"), said("DEU"), said("5")]);
    let rows = |count: usize| (0..count).map(|number| entry(said(&format!("e{number}")))).collect::<String>();
    grows_in_proportion("rows of a workbook", 2_000, |count| ledger(rows(count), "", ""), check);
    let texts = |count: usize| {
        let texts: String =
            (0..count).map(|number| format!("<si><r><t>e</t></r><r><t>{number}</t></r></si>")).collect();
        ledger((0..count).map(|number| entry(shared(number))).collect(), &texts, "")
    };
    grows_in_proportion("shared texts", 2_000, texts, check);
    let merges = |count: usize| {
        let merges: String = (0..count).map(|at| format!("<mergeCell ref=\"A{}:B{0}\"/>", at + 2)).collect();
        ledger(rows(count), "", &merges)
    };
    grows_in_proportion("merged cells", 1_000, merges, check);
    let far = |count: usize| {
        let cells = |at: usize| format!("<row r=\"{}\"><c r=\"XFD{0}\"><v>1</v></c></row>", at + 2);
        ledger((0..count).map(cells).collect(), "", "")
    };
    grows_in_proportion("cells in the last column", 500, far, check);
}

/// A face of the program with so many more records of names than it has.
fn face(names: usize) -> Vec<u8> {
    let font = std::fs::read(briefing_tests::repository("crates/briefing-fonts/fonts/NotoSans-Regular.ttf")).unwrap();
    let number = |at: usize| usize::from(u16::from_be_bytes([font[at], font[at + 1]]));
    let place = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let tables = number(4);
    let mut table = vec![0, 0];
    let count = u16::try_from(names).unwrap();
    table.extend(count.to_be_bytes());
    table.extend((6 + 12 * names as u32).min(0xFFFF).to_be_bytes()[2..].to_vec());
    (0..count).for_each(|at| table.extend([[0, 3], [0, 1], [4, 9], at.to_be_bytes(), [0, 2], [0, 0]].concat()));
    table.extend(b"\0A");
    let mut made = font[..12 + 16 * tables].to_vec();
    let mut body = Vec::new();
    for entry in (0..tables).map(|at| 12 + 16 * at) {
        let old = &font[place(entry + 8)..][..place(entry + 12)];
        let content = if &font[entry..entry + 4] == b"name" { &table } else { old };
        let at = u32::try_from(made.len() + body.len()).unwrap();
        made[entry + 8..entry + 12].copy_from_slice(&at.to_be_bytes());
        made[entry + 12..entry + 16].copy_from_slice(&u32::try_from(content.len()).unwrap().to_be_bytes());
        body.extend(content);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    made.extend(body);
    made
}

#[test]
fn fonts() {
    let office = |names: usize| {
        let office = format!("{OFFICE}[theme]\nfonts = ['fonts/Face.ttf']\n");
        Memory::new().with("office.toml", office).with("fonts/Face.ttf", face(names))
    };
    let (value, found) = check_folder(&office(3)).into_parts();
    assert!(value.is_some() && found.errors() == 0, "{found}");
    grows_in_proportion("names in a font", 1_200, office, check);
}

#[test]
fn finished_files() {
    let file = |count: usize| Issue::of_files(&many_items(count), "2025-04").unwrap().pdf().unwrap();
    grows_in_proportion("verifying a finished file", 40, file, |bytes| {
        assert!(briefing::verify(bytes).is_ok());
    });
}

/// The edition of a month with many items, whose name, line and credit stand as long as they may on every page.
fn edition(count: usize) -> Edition {
    let month = read_edition(&many_items(count), "2025-04".parse().unwrap(), Language::En).into_parts().0.unwrap();
    let mut briefing: serde_json::Value = serde_json::to_value(&month.briefing).unwrap();
    briefing["office"]["name"] = "Office of many long words ".repeat(19).trim().into();
    briefing["office"]["disclaimer"] = "A line that stands on every page. ".repeat(29).trim().into();
    let briefing: Briefing = serde_json::from_value(briefing).unwrap();
    Edition::new(briefing, Language::Ru).with_texts_in(Language::En)
}

#[test]
fn editions() {
    let json = |count: usize| edition(count).to_json().unwrap();
    grows_in_proportion("reading an edition", 500, json, |json| drop(Edition::from_json(json).unwrap()));
    let fonts = std::sync::Arc::new(briefing_layout::text::FontBook::builtin());
    grows_in_proportion("composing and laying out an edition", 50, edition, |edition| {
        let composition = edition.compose().unwrap();
        assert!(!briefing_layout::layout(&composition.document, &fonts).pages.is_empty());
    });
}

/// Each is refused in no time and little memory: counted before it is built.
#[test]
fn editions_that_hold_too_much_are_refused_at_once() {
    let begun = seconds();
    let bytes = std::fs::read(briefing_tests::repository("tests/hostile/sections-80000-times.pdf")).unwrap();
    let file = briefing_pdf::reader::PdfFile::open(&bytes).unwrap();
    assert!(Edition::from_pdf(&file).is_err());

    let whole = String::from_utf8(edition(10).to_json().unwrap()).unwrap();
    for (from, to, why) in [
        ("\"highlights\":[", format!("\"about\":[{}\"x\"],\"highlights\":[", "\"x\",".repeat(70_000)), "60000 parts"),
        (
            "\"highlights\":[",
            format!("\"about\":[{}\"x\"],\"highlights\":[", "\"\",".repeat(1_100_000)),
            "1000000 values",
        ),
        ("\"sections\":[", format!("\"sections\":[{}", "\"about\",".repeat(50_000)), "is there twice"),
        ("\"id\":\"i1\"", "\"id\":\"i2\"".to_owned(), "the id `i2` is used twice"),
        ("A line that", format!("{} line that", "A".repeat(1_000)), "1000 characters in the line"),
        ("Office of many", format!("Office{} of many", "!".repeat(500)), "more than 500 characters"),
        ("Item 1.", format!("Item 1.{}", "x".repeat(100_000)), "100000 bytes"),
    ] {
        assert!(whole.contains(from), "{from}");
        let error = Edition::from_json(whole.replacen(from, &to, 1).as_bytes()).unwrap_err().to_string();
        assert!(error.contains(why), "{why}: {error}");
    }
    assert!(seconds() - begun < 20.0);
}
