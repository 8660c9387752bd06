//! Every fault in one run: what is wrong in one place hides nothing that is wrong in another.

use std::collections::BTreeMap;
use std::path::Path;

use briefing_office::{Diagnostics, Memory, check_folder};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::common::folder;

const OFFICE: &str = "[office]\nid = \"unoct\"\nname = \"Office\"\n";

/// Codes and places of all faults.
fn told(faults: &Diagnostics) -> Vec<String> {
    faults.iter().map(|fault| format!("{} {}", fault.code, fault.place.as_ref().unwrap())).collect()
}

fn found(files: &Memory) -> Vec<String> {
    told(check_folder(files).diagnostics())
}

#[test]
fn what_only_the_office_as_a_whole_shows_has_its_place() {
    let rest = "\n[[unit]]\nid = \"leadership\"\nname = \"Leadership Unit\"\nkind = \"section\"\n
[[unit]]\nid = \"b\"\nname = \"B\"\nkind = \"section\"\nboard = { members = 1, named-members = [\"DEU\", \"FRA\"], guests = [\"DEU\"] }\n
[[body]]\nid = \"standing\"\nname = \"Standing\"\nworking-groups = { count = 1, named = [\"A\", \"B\"] }\n";
    let files = Memory::new().with("office.toml", format!("{OFFICE}{rest}"));
    let wanted = [("T0207", "6:6"), ("T0211", "14:40"), ("T0211", "14:66"), ("T0211", "17:6"), ("T0211", "19:39")]
        .map(|(code, at)| format!("{code} office.toml:{at}"));
    assert_eq!(found(&files), wanted);
}

#[test]
fn neither_a_key_nor_a_unit_hides_the_month() {
    let unit = "nam = \"x\"\n\n[[unit]]\nid = \"leadership\"\nname = \"L\"\nkind = \"section\"\n";
    let item = "[[item]]\nid = \"a\"\nsection = \"leadership\"\nwhen = \"2025-04-02\"\ntext = \"Pledged {standing.pledge}.\"\n";
    let files = Memory::new().with("office.toml", format!("{OFFICE}{unit}")).with("2025-04/briefing.toml", item);
    assert_eq!(found(&files), ["T0202 office.toml:4:1", "T0207 office.toml:7:6", "M0104 2025-04/briefing.toml:5:17"]);
}

#[test]
fn the_ledger_does_not_hide_the_month() {
    let ledger = "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04-01,2025-04-02,DEU,ten\n";
    let item = "[[item]]\nid = \"a\"\nsection = \"leadership\"\nwhen = \"2025-04-02\"\ntext = \"An {office.acronim} text with {standing.pledged}.\"\n";
    let files =
        Memory::new().with("office.toml", OFFICE).with("ledger.csv", ledger).with("2025-04/briefing.toml", item);
    assert_eq!(found(&files), ["C0507 ledger.csv:2:38", "M0104 2025-04/briefing.toml:5:12"]);
}

#[test]
fn nothing_is_said_in_a_currency_that_cannot_be_read() {
    let ledger = "id,kind,effective,recorded,contributor,amount,currency,ref,settles\neur-usd,rate,2025-01-01/..,2025-01-02,,0.95,USD,,\n\
                  p-1,pledge,2025-04-01,2025-04-02,DEU,1.234,,,\np-2,receipt,2025-04-01,2025-04-02,,10,USD,p-1,\n\
                  p-3,pledge,2025-04-01,2025-04-02,DEU,ten,,,\n";
    let ledger_alone = ["C0507 ledger.csv:5:38"];
    for office in [format!("{OFFICE}\n[ledger]\ncurrency = \"EUR\"\nlist-receipts = yes\n"), format!("{OFFICE}oops\n")]
    {
        let found = found(&Memory::new().with("office.toml", office).with("ledger.csv", ledger));
        assert!(found[0].starts_with("T0201"), "{found:?}");
        assert_eq!(found[1..], ledger_alone);
    }
    // Of an office of which nothing is left, nothing is wrong that names it.
    let item = "[[item]]\nid = \"a\"\nsection = \"water\"\nwhen = \"2025-04-02\"\ntext = \"A plant.\"\npartners = [\"halt\"]\n";
    let files = Memory::new().with("office.toml", "\n").with("ledger.csv", ledger).with("2025-04/briefing.toml", item);
    assert_eq!(found(&files), ["T0204 office.toml:1:1", ledger_alone[0]]);
}

/// A month with a picture that is not there, translated into two languages, one of them required.
fn translated(when: &str) -> Memory {
    let item = format!(
        "[[item]]\nid = \"solar\"\nsection = \"highlights\"\nwhen = \"{when}\"\ntext = \"A plant.\"\n
[item.picture]\nfile = \"solar.jpg\"\nalt = \"Panels.\"\ncaption = \"The plant.\"\ncredit = \"City\"\n"
    );
    let texts = |language: &str| {
        let entry = |key: &str, source: &str| format!("[solar.{key}]\nsource = \"{source}\"\ntext = \"{language}\"\n");
        let entries = [("text", "A plant."), ("alt", "Panels."), ("caption", "The plant."), ("credit", "City")];
        entries.map(|(key, source)| entry(key, source)).concat()
    };
    Memory::new()
        .with("office.toml", format!("{OFFICE}\n[languages]\nrequired = [\"fr\"]\n"))
        .with("2025-05/briefing.toml", item)
        .with("2025-05/briefing.fr.toml", texts("fr"))
        .with("2025-05/briefing.es.toml", texts("es"))
}

/// What is required of the office's own texts is no matter here.
fn of_the_month(files: &Memory) -> Vec<String> {
    found(files).into_iter().filter(|fault| !fault.contains("office.fr.toml")).collect()
}

#[test]
fn a_forgotten_picture_is_one_fault_in_any_number_of_languages() {
    assert_eq!(of_the_month(&translated("2025-05-12")), ["P0401 2025-05/briefing.toml:8:8"]);
}

#[test]
fn a_wrong_date_is_one_fault_in_any_number_of_languages() {
    for (when, code) in [("12.05.2025", "T0208"), ("2025-05-32", "T0208"), ("2052-05-12", "M0103")] {
        let wanted = [format!("{code} 2025-05/briefing.toml:4:8"), "P0401 2025-05/briefing.toml:8:8".to_owned()];
        assert_eq!(of_the_month(&translated(when)), wanted);
    }
}

#[test]
fn nothing_is_said_of_what_rests_on_something_unread() {
    let office = "[office]\nid = \"unoct\"\nname = \"Office\"\nacronym = 7\n
[[unit]]\nname = \"Centre\"\nkind = \"centre\"\n
[[unit]]\nid = \"desk\"\nname = \"\"\nkind = \"section\"\nparent = \"centre\"\nboard = { members = \"ten\", guests = [\"DEU\"] }\n";
    let item = "issued = \"soon\"\ncutoff = 2025-05-02\n
[[item]]\nid = \"a\"\nsection = \"desk\"\nwhen = \"2025-04-02\"\ntext = \"{office.acronym} {units.centre.since} {units.desk.board.members}\"\n
[[item]]\nid = \"b\"\nsection = \"centre\"\nwhen = \"2025-04-02\"\ntext = \"{units.desk.since}\"\n";
    let files = Memory::new().with("office.toml", office).with("2025-04/briefing.toml", item);
    let wanted = [
        "T0203 office.toml:4:11",
        "T0204 office.toml:6:1",
        "T0213 office.toml:12:8",
        "T0203 office.toml:15:21",
        "T0208 2025-04/briefing.toml:1:10",
        // That the desk's beginning is not known depends on nothing unread.
        "M0104 2025-04/briefing.toml:14:9",
    ];
    assert_eq!(found(&files), wanted);
}

/// The example office as files in memory.
fn example() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/unoct");
    let mut files = BTreeMap::new();
    for folder in ["", "2025-04"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                let name = entry.file_name().into_string().unwrap();
                let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                files.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

/// The ids of the example office by the kind of what has them, each with where it stands in the file.
fn ids(office: &str) -> BTreeMap<&str, Vec<(&str, usize)>> {
    let mut ids: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    let (mut kind, mut at) = (None, 0);
    for line in office.split_inclusive('\n') {
        if line.starts_with('[') {
            kind = line.strip_prefix("[[").and_then(|rest| rest.split_once("]]")).map(|(kind, _)| kind);
        } else if let (Some(kind), Some(rest)) = (kind, line.strip_prefix("id = \"")) {
            let (id, _) = rest.split_once('"').unwrap();
            ids.entry(kind).or_default().push((id, at + line.len() - rest.len()));
        }
        at += line.len();
    }
    ids
}

#[test]
fn an_id_used_twice_is_one_fault_whatever_names_the_other() {
    let files = example();
    let office = String::from_utf8(files["office.toml"].clone()).unwrap();
    let all = files.into_iter().fold(Memory::new(), |memory, (name, bytes)| memory.with(&name, bytes));
    let mut tried = 0;
    for ids in ids(&office).values().filter(|ids| ids.len() > 1) {
        // One of the two is named in texts, the ledger, months and translations; of many, some will do.
        for (index, (id, at)) in ids.iter().enumerate().step_by(ids.len().div_ceil(5)) {
            let (other, _) = ids[(index + 1) % ids.len()];
            let mut twice = office.clone();
            twice.replace_range(*at..at + id.len(), other);
            let found = found(&all.clone().with("office.toml", twice));
            assert!(matches!(found.as_slice(), [one] if one.starts_with("T0205")), "{other} for {id}: {found:?}");
            tried += 1;
        }
    }
    assert!(tried > 12, "{tried}");
}

#[test]
fn an_id_used_twice_hides_nothing_of_another_kind() {
    let files = example();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let office = text("office.toml").replacen("id = \"budapest\"", "id = \"rabat\"", 1);
    let month = text("2025-04/briefing.toml").replacen("programmes = [\"", "programmes = [\"no-such-", 1);
    let all = files.into_iter().fold(Memory::new(), |memory, (name, bytes)| memory.with(&name, bytes));
    let found = found(&all.with("office.toml", office).with("2025-04/briefing.toml", month));
    let codes: Vec<&str> = found.iter().filter_map(|fault| fault.split(' ').next()).collect();
    assert_eq!(codes, ["T0205", "M0108"], "{found:?}");
}

/// A slip that may be made on each line that begins so: what the line becomes, and the code of the fault.
struct Slip {
    file: &'static str,
    begins: &'static str,
    becomes: fn(&str) -> String,
    code: &'static str,
}

const SLIPS: [Slip; 12] = [
    Slip { file: "office.toml", begins: "kind = ", becomes: |_| "kind = \"center\"".to_owned(), code: "T0206" },
    Slip { file: "office.toml", begins: "since = ", becomes: |_| "since = \"long ago\"".to_owned(), code: "T0208" },
    Slip { file: "office.toml", begins: "units = [", becomes: |_| "units = [\"nowhere\"]".to_owned(), code: "R0301" },
    Slip { file: "office.toml", begins: "launched = ", becomes: |_| "launched = true".to_owned(), code: "T0203" },
    Slip { file: "office.toml", begins: "name = ", becomes: |_| "name = \" \"".to_owned(), code: "T0213" },
    Slip {
        file: "2025-04/briefing.toml",
        begins: "section = ",
        becomes: |_| "section = \"nowhere\"".to_owned(),
        code: "M0102",
    },
    Slip {
        file: "2025-04/briefing.toml",
        begins: "when = ",
        becomes: |_| "when = \"2031-01-02\"".to_owned(),
        code: "M0103",
    },
    Slip {
        file: "2025-04/briefing.toml",
        begins: "when = ",
        becomes: |_| "when = \"2. April\"".to_owned(),
        code: "T0208",
    },
    Slip {
        file: "2025-04/briefing.toml",
        begins: "organizers = ",
        becomes: |_| "organizers = [\"nobody\"]".to_owned(),
        code: "M0109",
    },
    Slip {
        file: "2025-04/briefing.toml",
        begins: "text = \"\"\"",
        becomes: |line| line.replacen("\"\"\"", "\"\"\"{standing.pledge} ", 1),
        code: "M0104",
    },
    Slip { file: "2025-04/briefing.toml", begins: "id = ", becomes: |_| "id = \"No Id\"".to_owned(), code: "T0207" },
    Slip { file: "ledger.csv", begins: "", becomes: |line| line.replacen(",pledge,", ",plegde,", 1), code: "C0506" },
];

proptest! {
    // Each case reads the whole folder with its pictures.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn all_of_several_faults_are_found_each_at_its_place(
        slips in prop::collection::vec((any::<Index>(), any::<Index>()), 2..=5)
    ) {
        let mut files = example();
        let mut planted: BTreeMap<(&str, usize), &str> = BTreeMap::new();
        for (slip, line) in slips {
            let slip = slip.get(&SLIPS);
            let text = String::from_utf8(files[slip.file].clone()).unwrap();
            let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let fits = |at: &usize| {
                let line = &lines[*at];
                line.starts_with(slip.begins)
                    && (slip.becomes)(line) != *line
                    && !planted.contains_key(&(slip.file, at + 1))
            };
            let places: Vec<usize> = (0..lines.len()).filter(fits).collect();
            if places.is_empty() {
                continue;
            }
            let at = *line.get(&places);
            lines[at] = (slip.becomes)(&lines[at]);
            planted.insert((slip.file, at + 1), slip.code);
            files.insert(slip.file.to_owned(), lines.join("\n").into_bytes());
        }
        let folder = files.into_iter().fold(Memory::new(), |memory, (name, bytes)| memory.with(&name, bytes));
        let reading = check_folder(&folder);
        let found: Vec<(&str, usize, &str)> = reading
            .diagnostics()
            .iter()
            .filter_map(|fault| Some((fault.place.as_ref()?.file.as_str(), fault.place.as_ref()?.line, fault.code.as_str())))
            .collect();
        for (&(file, line), &code) in &planted {
            prop_assert!(found.contains(&(file, line, code)), "{code} at {file}:{line} of {planted:?}: {found:?}");
        }
        prop_assert_eq!(reading.diagnostics().errors(), planted.len(), "{:?}: {:?}", planted, found);
    }
}

#[test]
fn a_row_that_cannot_be_read_hides_no_fault_of_the_others() {
    let header = "id,kind,effective,recorded,contributor,ref,amount";
    let ledger = |rows: &[&str]| folder().with("ledger.csv", format!("{header}\n{}\n", rows.join("\n")));
    let found = |rows: &[&str]| {
        let faults = check_folder(&ledger(rows)).into_parts().1;
        faults
            .iter()
            .filter(|fault| fault.code.as_str().starts_with(['C', 'L']))
            .map(|fault| format!("{} {}", fault.code, fault.place.as_ref().map_or(0, |place| place.line)))
            .collect::<Vec<_>>()
    };
    let unread = "deu-1,pledge,2025-04,sometime,DEU,,1000";
    assert_eq!(
        found(&[unread, "uzb-1,receipt,2025-04-10,2025-05-05,,esp-9,50", "fra-1,receipt,2025-04-10,2025-05-05,,,50"]),
        ["C0506 2", "L0102 3", "L0201 4"]
    );
    // Whether that entry is there is not known, nor whether the row is about this one.
    assert_eq!(found(&[unread, "deu-2,receipt,2025-04-10,2025-05-05,,deu-1,50"]), ["C0506 2"]);
    let correction = "c-1,correction,2025-04,sometime,DEU,fra-1,";
    assert_eq!(found(&[correction, "fra-1,receipt,2025-04-10,2025-05-05,,,50"]), ["C0506 2"]);
    // What the entries come to depends on all of them.
    let above = "uzb-2,receipt,2025-05-01,2025-05-05,,uzb-1,5000";
    assert_eq!(found(&[unread, "uzb-1,pledge,2025-04,2025-05-05,UZB,,50", above]), ["C0506 2"]);
    // Behind a row that swallows the rest of the file, nothing is known.
    assert_eq!(
        found(&["uzb-1,receipt,2025-04-10,2025-05-05,,esp-9,50", "fra-1,receipt,2025-04-10,2025-05-05,\"FRA,,50"]),
        ["C0510 3"]
    );
}
