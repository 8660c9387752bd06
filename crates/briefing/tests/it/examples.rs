//! The example that `briefing explain` gives for a code brings about that code.
//!
//! An example is a small set of files. A line `# name` begins a file; what stands before any belongs to the file that it is
//! obviously of. What it leaves out is filled in from a small office.

use std::collections::{BTreeMap, BTreeSet};

use briefing::model::{Ledger, LedgerSettings, Severity};
use briefing::office::{Export, Po, check_begun, check_recorded, plan_import, plan_text_import};
use briefing::{Briefing, Code, Diagnostic, Edition, EditionError, Folder, Language, Memory, PublishOptions};
use serde_json::{Value, json};

use crate::office_files::workbook::{C, workbook, zip};
use crate::office_files::{png, png_with};

/// What no set of files brings about, and why.
const EXCEPTIONS: [(Code, &str); 23] = [
    (Code::Unreadable, "the system refuses; `briefing-office/tests/it/faults.rs` has files that it refuses"),
    (
        Code::Figures,
        "whoever reads a folder finds it in the ledger, as L0307; `briefing-model/tests/it/compile/codes.rs`",
    ),
    (
        Code::AfterIssue,
        "whoever reads a folder finds its date wrong, as L0108; `briefing-model/tests/it/ledger/faults.rs`",
    ),
    (Code::UnknownPrintedPurpose, "whoever reads a folder finds it in the ledger, as L0403; as above"),
    (Code::DayWithTime, "takes a workbook with times; `briefing-office/tests/it/workbooks.rs` makes one"),
    (Code::MergedCells, "takes a workbook with merged cells; `briefing-office/tests/it/workbooks.rs` makes one"),
    (
        Code::OtherCurrency,
        "takes a workbook with formats of its own; `briefing-office/tests/it/workbooks.rs` makes one",
    ),
    (Code::ShownScaled, "takes a workbook with formats of its own; `briefing-office/tests/it/strangers.rs` makes one"),
    (Code::HiddenRow, "takes a workbook with hidden rows; `briefing-office/tests/it/strangers.rs` makes one"),
    (Code::DaysTurned, "takes a workbook and a map; `briefing-office/tests/it/strangers.rs` makes one"),
    (
        Code::ShownCurrency,
        "takes a workbook with formats of its own; `briefing-office/tests/it/strangers.rs` makes one",
    ),
    (Code::StruckOut, "takes a workbook with fonts of its own; `briefing-office/tests/it/strangers.rs` makes one"),
    (Code::EarlierUnread, "takes a folder that is renamed; `briefing-cli/tests/it/strays.rs` renames some"),
    (Code::CorrectionUncounted, "takes a month that went out; `briefing-cli/tests/it/strays.rs` has one"),
    (Code::AnnulledRow, "takes an export with a column more; `briefing-office/tests/it/strangers.rs` has some"),
    (Code::MarkedRow, "takes an export with a column more; `briefing-office/tests/it/strangers.rs` has some"),
    (Code::TextLost, "layout would have to lose text; `tests/tests/it/audit.rs` makes it do so"),
    (
        Code::StyleResolution,
        "takes a photograph that is printed across the page; `tests/tests/it/photographs.rs` has one",
    ),
    (Code::LaterRevision, "takes a file that another program changed; `tests/tests/it/signed.rs` has some"),
    (Code::FinishedFileTooLarge, "takes hundreds of megabytes; `tests/tests/it/mutations` lowers the bound"),
    (Code::NoEdition, "takes a file of `tagged-pdf` alone; `tests/it/edition.rs` makes one"),
    (Code::EditionTooLarge, "takes hundreds of megabytes; `tests/it/edition.rs` lowers the bound"),
    (Code::EditionFont, "takes a font that may not travel; `tests/it/edition.rs` has one"),
];

/// The errors of the examples without help, since their messages say what to write or name the one thing that is missing. Every
/// other error has help.
const WITHOUT_HELP: &[&str] = &["C0506", "C0507", "P0412", "T0210", "T0211", "T0213", "T0215", "T0216"];

const OFFICE: &str = r#"
[strategy]
[mandate]
coordination = "compact"

[[body]]
id = "compact"
name = "Compact"
entities = [{ on = "2018-02-23", count = 38 }]

[[unit]]
id = "old-section"
name = "Old Section"
kind = "section"
since = "2011"
until = "2022"

[[programme]]
id = "ibsm"
name = "Border Security"

[[programme]]
id = "old"
name = "Old Programme"
closed = "2020"
"#;

const ITEM: [(&str, &str); 4] =
    [("id", "\"votan\""), ("section", "\"leadership\""), ("when", "2025-04-02"), ("text", "\"A launch.\"")];

const MONTH: &str = "2025-04/briefing.toml";

/// Which file the beginning of an example belongs to.
fn file_of(example: &str) -> &'static str {
    let first = example.lines().next().unwrap_or_default();
    let key = first.split([' ', '=']).next().unwrap_or_default();
    match key {
        "[[item]]" | "text" | "when" | "picture" | "organizers" | "partners" | "alt" | "caption" | "issued"
        | "stated-total" => MONTH,
        _ if first.starts_with("id,") || first.starts_with("id;") || first.starts_with("deu-1,") => "ledger.csv",
        _ => "office.toml",
    }
}

/// The files that an example names, each with its lines.
fn parts(example: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in example.lines() {
        let name = line.strip_prefix("# ").filter(|name| !name.contains(' ') && name.contains('.'));
        match name {
            Some(name) => parts.push((name.to_owned(), String::new())),
            None => {
                if parts.is_empty() {
                    parts.push((file_of(example).to_owned(), String::new()));
                }
                let (_, text) = parts.last_mut().unwrap();
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    parts
}

/// `key = value` for those keys that a text does not give.
fn missing(given: &str, defaults: &[(&str, &str)]) -> String {
    let has = |key: &str| given.lines().any(|line| line.split(['=', ' ', '.']).next() == Some(key));
    let lines = defaults.iter().filter(|(key, _)| !has(key)).map(|(key, value)| format!("{key} = {value}\n"));
    lines.collect()
}

fn office(text: &str) -> String {
    if text.contains("[office]") {
        return text.to_owned();
    }
    let table = text.find("\n[").map_or(text.len(), |at| at + 1);
    let (keys, tables) = if text.starts_with('[') { ("", text) } else { text.split_at(table) };
    let rest: String = OFFICE
        .split("\n\n")
        .filter(|table| !table.contains("[mandate]") || !["[mandate]", "pillars"].iter().any(|own| text.contains(own)))
        .map(|table| format!("\n{table}\n"))
        .collect();
    let defaults = [("id", "\"office\""), ("name", "\"Office\"")];
    format!("[office]\n{}{keys}{rest}\n{tables}", missing(keys, &defaults))
}

fn month(text: &str) -> String {
    let first = text.split([' ', '=', '\n']).next().unwrap_or_default();
    if ["issued", "stated-total"].contains(&first) {
        return text.to_owned();
    }
    if ["alt", "caption"].contains(&first) {
        return format!(
            "[[item]]\n{}[item.picture]\nfile = \"network.png\"\n{text}{}",
            missing("", &ITEM),
            missing(text, &[("alt", "\"A net\"")])
        );
    }
    if !text.starts_with("[[item]]") {
        return format!("issued = 2025-05-06\n\n[[item]]\n{}{text}", missing(text, &ITEM));
    }
    let items = text.split("[[item]]\n").skip(1);
    items.fold("issued = 2025-05-06\n".to_owned(), |month, item| {
        format!("{month}\n[[item]]\n{}{item}", missing(item, &ITEM))
    })
}

fn folder() -> Memory {
    Memory::new()
        .with("office.toml", office(""))
        .with(MONTH, month("[[item]]\n"))
        .with("2025-04/network.png", png(1200, 630))
}

/// The folder of an example.
fn folder_of(example: &str) -> Memory {
    if example.lines().all(|line| !line.contains([' ', '=', ',']) && line.contains('.')) {
        // Names of files: what is in them makes no difference.
        let unnamed = folder();
        return example.lines().fold(unnamed, |files, name| match name.split_once('/') {
            Some(("2025-04", _)) => Memory::new().with("office.toml", office("")).with(name, ""),
            _ if name.ends_with(".csv") => files.with(name, "id,kind,effective,recorded,contributor,amount\n"),
            _ => files.with(name, ""),
        });
    }
    let files = parts(example).into_iter().fold(folder(), |files, (name, text)| match name.as_str() {
        "office.toml" => files.with(&name, office(&text)),
        _ if name.ends_with("/briefing.toml") => files.with(&name, month(&text)),
        _ => files.with(&name, text),
    });
    named_files(example).into_iter().fold(files, |files, (name, bytes)| files.with(&name, bytes))
}

/// A photograph of the example office.
fn photograph() -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct/2025-04");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let is_jpeg = |path: &&std::path::PathBuf| path.extension().is_some_and(|ending| ending == "jpg");
    std::fs::read(files.iter().find(is_jpeg).unwrap()).unwrap()
}

/// A font that does not let itself be embedded.
fn restricted_font() -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../briefing-fonts/fonts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let is_font = |path: &&std::path::PathBuf| path.extension().is_some_and(|ending| ending == "ttf");
    let mut font = std::fs::read(files.iter().find(is_font).unwrap()).unwrap();
    let record = font.windows(4).position(|tag| tag == b"OS/2").unwrap();
    let table = u32::from_be_bytes(font[record + 8..record + 12].try_into().unwrap()) as usize;
    // `fsType`: restricted licence embedding.
    font[table + 8..table + 10].copy_from_slice(&[0, 2]);
    font
}

/// The pictures and fonts that an example speaks of.
fn named_files(example: &str) -> Vec<(String, Vec<u8>)> {
    let photograph = photograph;
    let arithmetic = || {
        let mut jpeg = photograph();
        let frame = jpeg.windows(2).position(|marker| marker == b"\xFF\xC0" || marker == b"\xFF\xC2").unwrap();
        jpeg[frame + 1] = 0xC9;
        jpeg
    };
    let half = || {
        let jpeg = photograph();
        jpeg[..jpeg.len() / 2].to_vec()
    };
    let known: [(&str, &dyn Fn() -> Vec<u8>); 9] = [
        ("2025-04/panorama.png", &|| png(40_000, 10_000)),
        ("2025-04/notes.docx", &|| zip(&[("word/document.xml", b"<document/>".to_vec(), true)])),
        ("2025-04/from-the-printer.jpg", &arithmetic),
        ("2025-04/half-downloaded.jpg", &half),
        ("2025-04/thumbnail.jpg", &|| png(300, 200)),
        ("2025-04/from-the-scanner.png", &|| png_with(1200, 630, &[(b"iCCP", b"x\0\0what is this?")])),
        ("fonts/songti.ttc", &|| b"ttcf\0\x02\0\0\0\0\0\x01\0\0\0\x10".to_vec()),
        ("fonts/licensed.ttf", &restricted_font),
        ("ledger.xlsx", &|| workbook(&[&[C::Text("id"), C::Text("kind")]], false)),
    ];
    let is_named = |name: &str| example.contains(name.trim_start_matches("2025-04/"));
    known.iter().filter(|(name, _)| is_named(name)).map(|(name, bytes)| ((*name).to_owned(), bytes())).collect()
}

/// A folder whose ledger is a workbook.
fn with_workbook(workbook: &[u8]) -> Memory {
    let ledger = "[ledger]\nfile = \"ledger.xlsx\"\nsheet = \"Ledger 2025\"\n";
    folder().with("office.toml", office(ledger)).with("ledger.xlsx", workbook)
}

/// The codes of faults, each with the message of an error that has no help.
type Found = BTreeSet<(Code, Option<String>)>;

fn codes<'f>(faults: impl IntoIterator<Item = &'f Diagnostic>) -> Found {
    let bare = |fault: &Diagnostic| fault.severity == Severity::Error && fault.hint.is_none();
    faults.into_iter().map(|fault| (fault.code, bare(fault).then(|| fault.message.clone()))).collect()
}

/// A code by itself, where no folder is read.
fn alone(code: Code) -> Found {
    Found::from([(code, None)])
}

fn check(files: Memory) -> Found {
    codes(&Folder::new(files).check())
}

const LEDGER: &str = "id,kind,effective,recorded,contributor,amount,reference\n\
                      deu-1,pledge,2025-04-10,2025-05-05,DEU,92615,\n\
                      deu-2,pledge,2025-04-01,2025-05-05,DEU,250000,GA-77\n";

/// A folder whose month has been published.
fn published() -> Memory {
    let files = folder().with("ledger.csv", LEDGER).with(
        "office.toml",
        office("sections = [\"leadership\", \"recent-pledges\"]\n[ledger]\ncoverage = { pledges = \"complete\" }\n"),
    );
    let folder = Folder::new(files.clone());
    let file = folder.render("2025-04".parse().unwrap(), Language::En);
    let file = file.unwrap_or_else(|error| panic!("{error}"));
    let options = PublishOptions::default().allowing_no_items(true);
    let publication = folder.publication_of(vec![file], &options, "2025-05-05".parse().unwrap()).unwrap();
    let kept = folder.record(&publication).unwrap().files;
    kept.into_iter().fold(files, |files, kept| files.with(&kept.name, kept.bytes))
}

/// The codes of an import with a line of its map, a row of the export and a ledger as they are said to be.
fn import(map: &str, row: &str, files: &Memory) -> Found {
    let columns = [
        ("reference", "Voucher"),
        ("effective", "Date"),
        ("recorded", "Date"),
        ("contributor", "Donor"),
        ("amount", "Amount"),
    ];
    let columns: String = columns
        .iter()
        .filter(|(column, _)| !map.lines().any(|line| line.starts_with(column)))
        .map(|(column, name)| format!("{column} = '{name}'\n"))
        .collect();
    // What leaves rows out stands above the columns.
    let keys = |above: bool| {
        let keys = map.lines().filter(|line| line.contains('=') && line.starts_with("skip-") == above);
        keys.map(|line| format!("{line}\n")).collect::<String>()
    };
    let (above, given) = (keys(true), keys(false));
    let (given, values) =
        if map.starts_with("[values") { (String::new(), given) } else { (given, "Germany = 'DEU'\n".to_owned()) };
    let map = format!(
        "{above}number-format = 'european'\ndate-format = 'dd.mm.yyyy'\nid-prefix = 'fin-'\n[columns]\n{given}{columns}\
         [constants]\nkind = 'pledge'\n[values.contributor]\n{values}"
    );
    let bytes = format!("Voucher;Date;Amount;Donor\n{row}\n");
    let export = Export { name: "export.csv", bytes: bytes.as_bytes(), map_name: "map.toml", map: map.as_bytes() };
    let (import, faults) = plan_import(files, &export).into_parts();
    let of_rows = import.map(|import| codes(&import.faults)).unwrap_or_default();
    codes(&faults).into_iter().chain(of_rows).collect()
}

/// The codes of a file from translators.
fn translators_file(text: &str) -> Found {
    let po = Po { name: "fr.po", bytes: text.as_bytes(), language: Some(Language::Fr) };
    codes(&plan_text_import(&folder(), "2025-04".parse().unwrap(), &po).into_parts().1)
}

/// The codes of a briefing that a program compiles from what a folder says.
fn compiled(example: &str, settings: Option<LedgerSettings>) -> Found {
    let folder = Folder::new(folder_of(example));
    let (office, faults) = folder.office().into_parts();
    let office = office.unwrap_or_else(|| panic!("{faults}"));
    let month = folder.month("2025-04".parse().unwrap(), Language::En).into_parts();
    let plan = month.0.unwrap_or_else(|| panic!("{}", month.1)).plan;
    let entries = office.ledger.entries().to_vec();
    let settings = settings.unwrap_or_else(|| office.office.ledger_settings());
    let ledger = Ledger::new(settings, entries).unwrap();
    let error = Briefing::compile(&office.office, &ledger, &plan).unwrap_err();
    error.faults.iter().map(|fault| (fault.code, None)).collect()
}

/// The codes that an example brings about.
fn found(code: Code) -> Found {
    let example = code.explain().example;
    let month = "2025-04".parse().unwrap();
    match code {
        Code::NoOffice => check(Memory::new().with("notes.txt", "")),
        Code::NotUtf8 => {
            let text = office(example);
            let bytes = text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<u8>>();
            check(folder().with("office.toml", bytes))
        }
        Code::TooLarge => check(folder().with("office.toml", vec![b'#'; 5 << 20])),
        Code::NoMonth => codes(&Folder::new(folder()).month("2025-05".parse().unwrap(), Language::En).into_parts().1),
        Code::NotAFile => check(folder().with("ledger.csv/file", "")),
        Code::ForeignFile => check(folder().with(MONTH, zip(&[("word/document.xml", b"<document/>".to_vec(), true)]))),
        Code::StyleSentence => check(folder_of(&example.replace('…', &"an office of some kind ".repeat(6)))),
        Code::StyleFigure => {
            let ledger =
                "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-05-05,DEU,92615\n";
            check(folder_of(example).with("ledger.csv", ledger))
        }
        Code::LongText | Code::TooMuch => check(folder_of(&example.replace('…', &"word ".repeat(700)))),
        Code::ItemsRepeated => {
            let items: String = (0..4).map(|at| format!("[[item]]\nid = \"n{at}\"\ntext = \"Experts met in Rabat for day {at} of a course.\"\nwhen = \"2025\"\n")).collect();
            let text = self::month(&items);
            check(
                folder()
                    .with(MONTH, text.clone())
                    .with("2025-05/briefing.toml", text.replace("2025-05-06", "2025-06-06")),
            )
        }
        Code::OtherRules => {
            compiled("", Some(LedgerSettings { currency: "EUR".parse().unwrap(), ..LedgerSettings::default() }))
        }
        Code::EmptyLedger => check(folder().with("ledger.csv", "")),
        Code::CellError => {
            let header = ["id", "kind", "effective", "recorded", "contributor", "amount"].map(C::Text);
            let row = [
                C::Text("deu-1"),
                C::Text("pledge"),
                C::Text("2025-04"),
                C::Text("2025-05-05"),
                C::Text("DEU"),
                C::Raw("<c r=\"{}\" t=\"e\"><v>#REF!</v></c>"),
            ];
            check(with_workbook(&workbook(&[&header, &row], false)))
        }
        Code::RecordedAhead => {
            let files = folder_of(example);
            let office = Folder::new(files.clone()).office().into_parts().0.unwrap();
            codes(&check_recorded(&files, &office.ledger, "2025-05-06".parse().unwrap()))
        }
        Code::MonthAhead => {
            codes(&check_begun(Folder::new(folder_of(example)).months(), "2025-05-06".parse().unwrap()))
        }
        Code::FiguresDrift => check(published().with("ledger.csv", LEDGER.replace("92615", "92651"))),
        Code::EntriesDrift => {
            let row = "deu-1,pledge,2025-04-10,2025-05-05,DEU,92615,\n";
            check(published().with("ledger.csv", LEDGER.replace(row, &row.replace("deu-1", "deu-1a"))))
        }
        Code::CorrectionUnpublished => {
            let (_, text) = parts(example).remove(0);
            check(published().with(MONTH, self::month(&text)))
        }
        Code::LockUnreadable => check(folder().with("2025-04/figures.lock", example)),
        Code::TextDrift => {
            let (_, text) = parts(example).into_iter().next_back().unwrap();
            check(published().with(MONTH, self::month(&text)))
        }
        Code::AsPublished => {
            let (_, text) = parts(example).into_iter().next_back().unwrap();
            let folder = Folder::new(published().with(MONTH, self::month(&text)));
            let file = folder.render("2025-04".parse().unwrap(), Language::En).unwrap();
            codes(&file.warnings)
        }
        Code::PublishedFileChanged => check(published().with("2025-04/published-en.pdf", example)),
        Code::ExportColumn => import(example, "V 7;30.04.2025;100;Germany", &folder().with("ledger.csv", LEDGER)),
        Code::LedgerColumn => {
            let ledger = "id,kind,effective,recorded,contributor,amount\n";
            import(example, "V 7;30.04.2025;100;Germany", &folder().with("ledger.csv", ledger))
        }
        Code::NotAppendable => {
            let header = ["id", "kind", "effective", "recorded", "contributor", "amount", "reference"].map(C::Text);
            import("", "V 7;30.04.2025;100;Germany", &with_workbook(&workbook(&[&header], false)))
        }
        Code::UnmappedWord => import(example, "V 7;30.04.2025;100;France", &folder().with("ledger.csv", LEDGER)),
        Code::SharedReference => {
            let rows = "GA-77;01.04.2025;250000;Germany\nGA-77;15.04.2025;250000;Germany";
            import("", rows, &folder().with("ledger.csv", LEDGER))
        }
        Code::ChangedEntry => import("", "GA-77;01.04.2025;120;Germany", &folder().with("ledger.csv", LEDGER)),
        Code::EntryLeftOut => {
            import(example, "V 8;14.04.2025;250000;Germany\nNote;;;", &folder().with("ledger.csv", LEDGER))
        }
        Code::SimilarReference => {
            let rows = "001001;15.04.2025;250000;Germany\n1001;15.04.2025;250000;Germany";
            import("", rows, &folder().with("ledger.csv", LEDGER))
        }
        Code::RepeatedRow => {
            let rows = "V 9;15.04.2025;250000;Germany\nV 9;15.04.2025;250000;Germany";
            import("", rows, &folder().with("ledger.csv", LEDGER))
        }
        Code::OtherUnit => {
            let map = "[columns]\namount = \"Amount\"\n";
            import(map, "V 9;15.04.2025;(USD thousands);Germany", &folder().with("ledger.csv", LEDGER))
        }
        Code::NotPo | Code::PoLanguage => translators_file(example),
        Code::NameInEnglish | Code::TextUntranslated => {
            let files = if code == Code::NameInEnglish { folder_of(example) } else { folder() };
            check(files.with("2025-04/briefing.fr.toml", ""))
        }
        Code::WordingInEnglish => {
            let files = folder().with("office.toml", office("sections = [\"leadership\", \"strategy\"]\n"));
            let file = Folder::new(files).render(month, Language::Ru).unwrap();
            codes(&file.warnings)
        }
        Code::ForeignFinishedFile => alone(briefing::verify(example.as_bytes()).unwrap_err().code()),
        Code::NotAnEdition | Code::EditionOfLaterVersion => {
            alone(Edition::read(example.as_bytes()).unwrap_err().code())
        }
        Code::DamagedFinishedFile | Code::BytesAfterFile => altered(code),
        Code::EditionPicture => {
            let files = folder().with(MONTH, self::month("picture = { file = \"network.png\", alt = \"A net\" }\n"));
            let file = Folder::new(files).render(month, Language::En).unwrap();
            let json = String::from_utf8(file.edition.to_json().unwrap()).unwrap();
            alone(Edition::read(json.as_bytes()).unwrap_err().code())
        }
        _ => match change_of(code) {
            Some(change) => changed_edition(change),
            None => check(folder_of(example)),
        },
    }
}

/// A change of an edition, as JSON.
type Change = fn(&mut Value);

/// What has to be changed in the edition of the example office, so that it contradicts itself as the example says.
fn change_of(code: Code) -> Option<Change> {
    let change: Change = match code {
        Code::Share => |briefing| briefing["contributions"]["share"] = json!(250),
        Code::NotTheSum => |briefing| briefing["movements"]["totals"][0]["amount"]["amount"] = json!("4000.00"),
        Code::PartnerCount => |briefing| briefing["contributions"]["others"]["partners"] = json!(3),
        Code::FigureDay => |briefing| briefing["contributions"]["as_of"] = json!("2025-05-31"),
        Code::OutOfOrder => |briefing| briefing["contributions"]["history"].as_array_mut().unwrap().reverse(),
        Code::SectionContent => |briefing| drop(briefing.as_object_mut().unwrap().remove("about")),
        Code::TwiceInBriefing => |briefing| briefing["sections"].as_array_mut().unwrap().push(json!("mandate")),
        Code::MovementLine => |briefing| briefing["movements"]["lines"][0]["kind"] = json!("withdrawal"),
        Code::MixedCurrencies => {
            |briefing| briefing["contributions"]["received"]["stated"]["value"]["currency"] = json!("EUR")
        }
        Code::FactValue => |briefing| briefing["facts"]["standing.partners"] = json!({"count": 50}),
        Code::KnownBetter => |briefing| {
            let pledged = &mut briefing["contributions"]["contributors"][0]["pledged"];
            *pledged = json!({"known": pledged["documented"]});
        },
        Code::Contradiction => |briefing| briefing["structure"]["office"]["en"] = json!("Bureau"),
        _ => return None,
    };
    Some(change)
}

/// The codes of the example office's edition, changed.
fn changed_edition(change: Change) -> Found {
    let folder = Folder::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct")).unwrap();
    let file = folder.render("2025-04".parse().unwrap(), Language::En).unwrap();
    let (edition, pictures) = Edition::read(&file.bytes).unwrap();
    let mut edition: Value = serde_json::from_slice(&edition.to_json_with(&pictures).unwrap()).unwrap();
    change(&mut edition["briefing"]);
    match Edition::read(edition.to_string().as_bytes()) {
        Err(EditionError::Contradiction(error)) => error.faults.iter().map(|fault| (fault.code, None)).collect(),
        Err(error) => panic!("{error}"),
        Ok(_) => Found::new(),
    }
}

/// The code of a finished file that something was done to.
fn altered(code: Code) -> Found {
    let file = Folder::new(folder()).render("2025-04".parse().unwrap(), Language::En).unwrap();
    let bytes = match code {
        Code::DamagedFinishedFile => file.bytes[..file.bytes.len() / 2].to_vec(),
        Code::BytesAfterFile => [file.bytes.as_slice(), b"a note"].concat(),
        _ => file.bytes,
    };
    Edition::read(&bytes).err().map(|error| (error.code(), None)).into_iter().collect()
}

#[test]
fn every_code_is_brought_about_by_its_example() {
    let mut others = Vec::new();
    let mut bare = BTreeMap::new();
    for &code in Code::ALL {
        if EXCEPTIONS.iter().any(|(excepted, _)| *excepted == code) {
            continue;
        }
        let found = found(code);
        for (code, message) in &found {
            if let Some(message) = message {
                bare.insert(code.as_str(), message.clone());
            }
        }
        if !found.iter().any(|(found, _)| *found == code) {
            let found: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
            others.push(format!("{code} gives {found:?}: {:?}", code.explain().example));
        }
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
    assert_eq!(bare.keys().copied().collect::<Vec<_>>(), WITHOUT_HELP, "{bare:#?}");
}
