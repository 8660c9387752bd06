//! What each target does with its bytes. `cargo test -p briefing-tests --test it seeds` does the same with every seed and every find.

use briefing::office::{Export, Po, plan_import, plan_text_import, read_texts};
use briefing::{Edition, Folder, Language, Memory, Month, Verdict, verify};

/// A target: its name, and what it does with any bytes.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// The targets that take files of an office, an edition, or the texts and fonts in them.
pub(crate) const TARGETS: &[Target] = &[
    ("edition", edition),
    ("folder", folder),
    ("exchange", exchange),
    ("text", text),
    ("font", font),
    ("workbook", workbook),
];

/// A small office that uses most of what there is.
const BASE: &[(&str, &[u8])] = &[
    ("office.toml", include_bytes!("base/office.toml")),
    ("office.fr.toml", include_bytes!("base/office.fr.toml")),
    ("ledger.csv", include_bytes!("base/ledger.csv")),
    ("2025-04/briefing.toml", include_bytes!("base/2025-04/briefing.toml")),
    ("2025-04/briefing.fr.toml", include_bytes!("base/2025-04/briefing.fr.toml")),
    ("2025-04/lamp.png", include_bytes!("base/2025-04/lamp.png")),
    ("2025-04/lens.jpg", include_bytes!("base/2025-04/lens.jpg")),
    ("fonts/extra.ttf", FONT),
];
/// What was recorded when the base's month was published; not part of the base, which could then not print anything else.
const RECORD: (&str, &[u8]) = ("2025-04/figures.lock", include_bytes!("base/2025-04/figures.lock"));
const FONT: &[u8] = include_bytes!("../../crates/briefing-cli/tests/it/fonts/snowman.ttf");
const WORKBOOK: &[u8] = include_bytes!("../../crates/briefing-office/tests/it/inputs/libreoffice.xlsx");
/// The parts of a workbook before they are packed: changed bytes of a packed one seldom pass its checksums.
const WORKBOOK_PARTS: &[(&str, &[u8])] = &[
    ("[Content_Types].xml", include_bytes!("base/workbook/content-types.xml")),
    ("_rels/.rels", include_bytes!("base/workbook/relations.xml")),
    ("xl/workbook.xml", include_bytes!("base/workbook/workbook.xml")),
    ("xl/_rels/workbook.xml.rels", include_bytes!("base/workbook/workbook-relations.xml")),
    ("xl/styles.xml", include_bytes!("base/workbook/styles.xml")),
    ("xl/sharedStrings.xml", include_bytes!("base/workbook/texts.xml")),
    ("xl/worksheets/sheet1.xml", include_bytes!("base/workbook/sheet.xml")),
];
const EXPORT: &[u8] = include_bytes!("base/export.csv");
const MAP: &[u8] = include_bytes!("base/map.toml");

/// The base's files with their targets' leading byte: what fuzzing starts from.
pub(crate) fn starts() -> Vec<(&'static str, Vec<u8>)> {
    let led = |which: usize, bytes: &[u8]| [&[u8::try_from(which).unwrap_or_default()], bytes].concat();
    let mut starts: Vec<_> =
        BASE.iter().chain([&RECORD]).enumerate().map(|(which, (_, bytes))| ("folder", led(which, bytes))).collect();
    starts.extend([
        ("exchange", led(0, EXPORT)),
        ("exchange", led(1, MAP)),
        ("font", FONT.to_vec()),
        ("workbook", WORKBOOK.to_vec()),
    ]);
    starts.extend(WORKBOOK_PARTS.iter().enumerate().map(|(which, (_, bytes))| ("workbook", led(which, bytes))));
    for (which, file) in translation_files().into_iter().enumerate() {
        starts.push(("exchange", led(2 + which, file.as_bytes())));
    }
    for (which, language) in Language::ALL.into_iter().enumerate() {
        if let Ok(file) = Folder::new(base()).render(month(), language) {
            if let Some(json) =
                Edition::read(&file.bytes).ok().and_then(|(edition, pictures)| edition.to_json_with(&pictures).ok())
            {
                starts.push(("edition", json));
            }
            starts.push(("edition", file.bytes));
        }
        starts.push((
            "text",
            led(which, "Côte d’Ivoire: {standing.pledged} **بيان** [第一](https://example.org).".as_bytes()),
        ));
    }
    starts
}

fn base() -> Memory {
    BASE.iter().fold(Memory::new(), |files, (name, bytes)| files.with(name, bytes))
}

fn month() -> Month {
    "2025-04".parse().expect("a month")
}

fn translation_files() -> Vec<String> {
    let texts = read_texts(&base(), month(), &[Language::Fr]).into_parts().0.unwrap_or_default();
    texts.iter().flat_map(|texts| [texts.to_po(), texts.to_xliff(), texts.to_tmx()]).collect()
}

/// Bytes as an edition, JSON or PDF: whatever is read gives a file that is consistent.
pub(crate) fn edition(bytes: &[u8]) {
    if let Ok((edition, pictures)) = Edition::read(bytes)
        && let Ok(file) = edition.remade().render(&pictures)
    {
        consistent(&file.bytes);
    }
}

/// One file of the base replaced: the first byte says which.
pub(crate) fn folder(bytes: &[u8]) {
    let [which, content @ ..] = bytes else { return };
    let (name, _) = BASE.get(usize::from(*which) % (BASE.len() + 1)).unwrap_or(&RECORD);
    hold(base().with(name, content));
}

/// What other programs give back: an export and its map, and translators' files.
pub(crate) fn exchange(bytes: &[u8]) {
    let [which, content @ ..] = bytes else { return };
    let export = |bytes, map| {
        let plan = plan_import(&base(), &Export { name: "export.csv", bytes, map_name: "map.toml", map });
        let _ = plan.diagnostics().to_string();
    };
    match which % 5 {
        0 => export(content, MAP),
        1 => export(EXPORT, content),
        other => {
            let name = ["texts.po", "texts.xlf", "texts.tmx"][usize::from(other - 2)];
            let plan = plan_text_import(&base(), month(), &Po { name, bytes: content, language: Some(Language::Fr) });
            let _ = plan.diagnostics().to_string();
        }
    }
}

/// Any text in an item; the first byte says in which language the month is set.
pub(crate) fn text(bytes: &[u8]) {
    let [which, content @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(content).replace('\\', "\\\\").replace('"', "\\\"");
    let language = Language::ALL[usize::from(*which) % Language::ALL.len()];
    let item = format!("[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = '2024-02-29'\ntext = \"\"\"{text}\"\"\"\n");
    let files =
        Memory::new().with("office.toml", "[office]\nid = 'o'\nname = 'O'\n").with("2024-02/briefing.toml", item);
    if let Ok(file) = Folder::new(files).render("2024-02".parse().expect("a month"), language) {
        consistent(&file.bytes);
    }
}

/// A font that the office brings.
pub(crate) fn font(bytes: &[u8]) {
    hold(base().with("fonts/extra.ttf", bytes));
}

/// A ledger in a workbook: a whole file, or one of its parts replaced, which the first byte names.
pub(crate) fn workbook(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return ledger_in(bytes.to_vec());
    }
    let [which, content @ ..] = bytes else { return };
    let mut parts = WORKBOOK_PARTS.to_vec();
    let at = usize::from(*which) % parts.len();
    parts[at].1 = content;
    ledger_in(stored(&parts));
}

fn ledger_in(workbook: Vec<u8>) {
    let office = "[office]\nid = 'o'\nname = 'O'\n[ledger]\nfile = 'ledger.xlsx'\n";
    let item = "[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = '2024-02-29'\ntext = 'A.'\n";
    hold(Memory::new().with("office.toml", office).with("ledger.xlsx", workbook).with("2024-02/briefing.toml", item));
}

/// A ZIP archive of these files, not compressed.
fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes();
    for (name, bytes) in files {
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let name_length = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
        // Version 2.0, no flags, stored, no time; then sum, both lengths, the name's, and no extra field.
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for field in [&sum.sum().to_le_bytes()[..], &length(bytes), &length(bytes), &name_length, &[0; 2]] {
            head.extend_from_slice(field);
        }
        let at = length(&archive);
        for field in [&b"PK\x03\x04"[..], &head, name.as_bytes(), bytes] {
            archive.extend_from_slice(field);
        }
        for field in [&b"PK\x01\x02\x14\0"[..], &head, &[0; 10], &at, name.as_bytes()] {
            directory.extend_from_slice(field);
        }
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    let start = length(&archive);
    let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &length(&directory), &start, &[0; 2]].concat();
    [archive, directory, end].concat()
}

/// A folder without errors renders, to a file that is consistent; one with errors does not.
fn hold(files: Memory) {
    let folder = Folder::new(files);
    let faults = folder.check();
    let _ = (faults.to_string(), briefing::forms::Faults::new(&faults));
    for month in folder.months().to_vec() {
        match folder.render(month, Language::En) {
            Ok(file) => consistent(&file.bytes),
            Err(error) => assert!(faults.errors() > 0, "`check` is clean, and `render` says: {error}"),
        }
    }
}

fn consistent(pdf: &[u8]) {
    match verify(pdf) {
        Ok(found) => assert!(matches!(found.verdict, Verdict::Consistent), "{:?}", found.verdict),
        // A font whose licence forbids it does not travel, and then nobody can set the pages anew.
        Err(error) => {
            let says = error.to_string();
            assert!(says.contains("if its licence keeps it out"), "a file of ours is refused: {says}");
        }
    }
}
