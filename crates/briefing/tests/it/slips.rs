//! The slips of people who write a month without programming: each is one message, at its place, that says what to do.

use std::io::{self, Read};
use std::path::Path;

use briefing::office::{FolderEntry, FolderPath};
use briefing::{Code, FileError, Files, Folder, Memory};

const OFFICE: &str = "office.toml";
const LEDGER: &str = "ledger.csv";
const MONTH: &str = "2025-04/briefing.toml";

/// The example with its translations and one of its months, in memory.
fn example() -> Memory {
    fn add(files: Memory, folder: &Path, prefix: &str) -> Memory {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        entries.into_iter().fold(files, |files, path| {
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if name.starts_with("20") && !name.starts_with("2025-04") {
                files
            } else if path.is_dir() {
                add(files, &path, &format!("{name}/"))
            } else {
                files.with(&name, std::fs::read(path).unwrap())
            }
        })
    }
    add(Memory::new(), &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/unoct"), "")
}

fn text(files: &Memory, name: &str) -> String {
    String::from_utf8(files.read(&name.parse().unwrap(), u64::MAX).unwrap()).unwrap()
}

/// What the person wrote in place of what is right.
struct Slip {
    name: &'static str,
    files: Memory,
    /// What the system does not let them open.
    locked: Option<&'static str>,
}

impl Slip {
    fn refuse(&self, path: Option<&FolderPath>) -> Result<(), FileError> {
        let (Some(locked), Some(path)) = (self.locked, path) else { return Ok(()) };
        let within = path.as_str().strip_prefix(locked).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if within { Err(FileError::Refused(io::ErrorKind::PermissionDenied.into())) } else { Ok(()) }
    }
}

impl Files for &Slip {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        self.refuse(Some(path))?;
        self.files.open(path)
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        self.refuse(folder)?;
        self.files.list(folder)
    }
}

struct Slips {
    example: Memory,
    all: Vec<Slip>,
}

impl Slips {
    fn add(&mut self, name: &'static str, change: impl FnOnce(Memory) -> Memory) {
        self.all.push(Slip { name, files: change(self.example.clone()), locked: None });
    }

    /// A stretch of a file replaced; it must be there.
    fn edit(&mut self, name: &'static str, file: &str, from: &str, to: &str) {
        let before = text(&self.example, file);
        assert!(before.contains(from), "{name}: {file} has no {from:?}");
        self.add(name, |files| files.with(file, before.replacen(from, to, 1)));
    }

    fn month(&mut self, name: &'static str, from: &str, to: &str) {
        self.edit(name, MONTH, from, to);
    }

    fn ledger(&mut self, name: &'static str, from: &str, to: &str) {
        self.edit(name, LEDGER, from, to);
    }
}

/// Every fault in a line: code, place, message, help.
fn said(slip: &Slip) -> String {
    let faults = Folder::new(slip).check();
    // A text that was changed is no longer the one that was translated: that is not a slip.
    let lines = faults.iter().filter(|fault| fault.code != Code::OutOfDate).map(|fault| {
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let hint = fault.hint.as_ref().map(|hint| format!(" | {hint}")).unwrap_or_default();
        format!("  {} {place} {}{hint}\n", fault.code, fault.message)
    });
    lines.collect()
}

fn all() -> Vec<Slip> {
    let mut slips = Slips { example: example(), all: Vec::new() };
    toml(&mut slips);
    dates(&mut slips);
    money(&mut slips);
    references(&mut slips);
    characters(&mut slips);
    marks(&mut slips);
    folders(&mut slips);
    ledger(&mut slips);
    pictures(&mut slips);
    habits(&mut slips);
    other_files(&mut slips);
    slips.all
}

fn toml(slips: &mut Slips) {
    slips.month("a quotation mark is forgotten at the end", "id = \"gaming\"", "id = \"gaming");
    slips.month("a quotation mark is forgotten at the beginning", "id = \"gaming\"", "id = gaming\"");
    slips.month(
        "a caption is not closed",
        "legislators take up artificial intelligence.\"",
        "legislators take up artificial intelligence.",
    );
    slips.month("three quotation marks are forgotten at the end", "their needs do.\"\"\"", "their needs do.");
    slips.month("typographic quotation marks", "id = \"gaming\"", "id = “gaming”");
    slips.month(
        "quotation marks within a text",
        "\"One network across the globe:",
        "\"One \"network\" across the globe:",
    );
    slips.month("a colon for the equals sign", "id = \"gaming\"", "id: \"gaming\"");
    slips.month("no quotation marks at all", "id = \"gaming\"", "id = gaming");
    slips.month("single brackets for an item", "[[item]]\nid = \"gaming\"", "[item]\nid = \"gaming\"");
    slips.month("an item's heading is forgotten", "[[item]]\nid = \"gaming\"", "id = \"gaming\"");
    slips.month(
        "an item's heading is forgotten below a picture",
        "[[item]]\nid = \"prr-dialogue\"",
        "id = \"prr-dialogue\"",
    );
    slips.month(
        "a tab before a key",
        "section = \"highlights\"\ntitle = \"Online games, an open door for extremists\"\nwhen",
        "\tsection = \"highlights\"\n\ttitle = \"Online games, an open door for extremists\"\nwhen",
    );
    slips.month("a comma is forgotten in a list", "[\"unicri\", \"unoct\"]", "[\"unicri\" \"unoct\"]");
    slips.month("a list is not closed", "organizers = [\"unicri\", \"unoct\"]", "organizers = [\"unicri\", \"unoct\"");
    slips.month("a pillar as a number", "pillars = [\"I\", \"II\"]", "pillars = [1, 2]");
    slips.month("a pillar in Arabic numerals", "pillars = [\"IV\"]", "pillars = [4]");
    slips.month("a list without brackets", "pillars = [\"I\", \"II\"]", "pillars = \"II\"");
    slips.month("a key is misspelt", "organizers = [\"unicri\", \"unoct\"]", "organisers = [\"unicri\", \"unoct\"]");
    slips.add("a Word file", |files| {
        files.with(MONTH, b"PK\x03\x04\x14\x00\x06\x00\x08\x00word/document.xml\xE2\xE3\x00\x00")
    });
    slips.add("an RTF file", |files| {
        files.with(MONTH, "{\\rtf1\\ansi\\ansicpg1252 [[item]]\\par id = \"gaming\"\\par }")
    });
}

fn dates(slips: &mut Slips) {
    slips.month("day, month, year", "when = \"2025-04-28\"", "when = \"28/04/2025\"");
    slips.month(
        "day, month, year, which may be read both ways",
        "when = \"2025-04-02/2025-04-04\"",
        "when = \"04/03/2025\"",
    );
    slips.month("day, month, year with points", "when = \"2025-04-28\"", "when = \"28.04.2025\"");
    slips.month("a day in words", "when = \"2025-04-28\"", "when = \"28 April 2025\"");
    slips.month("a day that the month does not have", "2025-04-29/2025-04-30", "2025-04-29/2025-04-31");
    slips.month("a day of issue as it is spoken", "issued = 2025-05-06", "issued = 06/05/2025");
    slips.month("a month that there is not", "issued = 2025-05-06", "issued = 2025-13-06");
    slips.month("a slip in the year", "when = \"2025-04-28\"", "when = \"2052-04-28\"");
    slips.month("the month before", "when = \"2025-04-28\"", "when = \"2025-03-28\"");
    slips.month("a span with a hyphen", "2025-04-29/2025-04-30", "2025-04-29 - 2025-04-30");
}

fn money(slips: &mut Slips) {
    slips.ledger("an amount with a decimal comma", ",DEU,,92615,", ",DEU,,\"92.615,50\",");
    slips.ledger("an amount with a sign", ",DEU,,92615,", ",DEU,,\"$92,615\",");
    slips.ledger("an amount with a space", ",DEU,,92615,", ",DEU,,92 615,");
    slips.ledger("an amount in words", ",DEU,,92615,", ",DEU,,2 million,");
    slips.ledger("a point between the thousands", ",DEU,,92615,", ",DEU,,92.615,");
    slips.ledger("a comma between the thousands", ",DEU,,92615,", ",DEU,,92,615,");
    slips.month("an amount without quotation marks", "stated-total = \"2242615 USD\"", "stated-total = 2242615");
    slips.month("an amount as it is printed", "stated-total = \"2242615 USD\"", "stated-total = \"$2,242,615\"");
}

fn references(slips: &mut Slips) {
    for (name, state) in [
        ("Germany", "Germany"),
        ("DE", "DE"),
        ("irq", "irq"),
        ("Germny", "Germny"),
        ("Holland", "Holland"),
        ("Russia", "Russia"),
        ("UK", "UK"),
        ("Ivory Coast", "Ivory Coast"),
        ("Deutschland", "Deutschland"),
        ("Китай", "Китай"),
        ("TWN", "TWN"),
    ] {
        slips.month(name, "partners = [\"IRQ\", \"ESP\"]", &format!("partners = [\"{state}\", \"ESP\"]"));
    }
    slips.month("an id used twice", "id = \"gaming\"", "id = \"votan\"");
    slips.ledger("a ledger id used twice", "kaz-2017,", "sau-2014,");
    slips.month("a programme is misspelt", "[\"ct-travel\"]", "[\"ct-travl\"]");
}

fn characters(slips: &mut Slips) {
    let at = "Victims of terrorism and the associations";
    slips.add("a byte order mark", |files| {
        let t = text(&files, MONTH);
        files.with(MONTH, format!("\u{feff}{t}"))
    });
    slips.add("line ends of Windows", |files| {
        let t = text(&files, MONTH);
        files.with(MONTH, t.replace('\n', "\r\n"))
    });
    for (name, c) in [
        ("a soft hyphen", '\u{ad}'),
        ("a no-break space", '\u{a0}'),
        ("a zero-width space", '\u{200b}'),
        ("a mark of direction", '\u{200e}'),
        ("a byte order mark within a text", '\u{feff}'),
        ("a line break of Word", '\u{b}'),
        ("a bullet of Word", '\u{f0b7}'),
        ("an emoji", '🚀'),
    ] {
        slips.month(name, at, &format!("Victims of{c}terrorism and the associations"));
    }
    slips.add("Windows-1252", |files| {
        let t = text(&files, MONTH);
        files.with(
            MONTH,
            t.replace("executive master’s", "ex\u{1}cutive")
                .into_bytes()
                .into_iter()
                .map(|b| if b == 1 { 0xE9 } else { b })
                .collect::<Vec<u8>>(),
        )
    });
}

fn marks(slips: &mut Slips) {
    let (at, rest) = ("Victims of terrorism", "Victims of terrorism");
    slips.month("a link without https", "](https://unicri.org)", "](www.un.org)");
    slips.month("a space in a link", "](https://unicri.org)", "]( https://unicri.org )");
    slips.month("a bare address", at, &format!("See https://www.un.org/terrorism. {rest}"));
    slips.month("a bracket is not closed", at, &format!("[sic {rest}"));
    slips.month("stars are not closed", at, &format!("**Big {rest}"));
    slips.month("a remark in brackets", at, &format!("[sic] {rest}"));
    slips.month("a remark in braces", at, &format!("{{TBC}} {rest}"));
    slips.month("a heading", at, &format!("# News\n{rest}"));
    slips.month("a list", at, &format!("Two things:\n- first\n- second\n{rest}"));
    slips.month("a numbered list", at, &format!("Two things:\n1. first\n2. second\n{rest}"));
    slips.month("a table", at, &format!("| a | b |\n|---|---|\n| c | d |\n{rest}"));
    slips.month("HTML", at, &format!("<b>Big</b> {rest}"));
    slips.month("a reference of HTML", at, &format!("R&amp;D {rest}"));
    slips.month("underlines", at, &format!("__Big__ {rest}"));
    slips.month("a picture in a text", at, &format!("![x](a.png) {rest}"));
    slips.month("a note to oneself", at, &format!("TODO check. {rest}"));
}

fn folders(slips: &mut Slips) {
    slips.add("the same items in two months", |files| {
        let may = text(&files, MONTH)
            .replace("2025-04", "2025-05")
            .replace("issued = 2025-05-06", "issued = 2025-06-06")
            .replace("stated-total", "# ")
            .replace("2025-05-09", "2025-05-19");
        ["network.jpg", "chamber.png", "circuit.png", "departure.jpg"].into_iter().fold(
            files.clone().with("2025-05/briefing.toml", may),
            |all, name| {
                let bytes = files.read(&format!("2025-04/{name}").parse().unwrap(), u64::MAX).unwrap();
                all.with(&format!("2025-05/{name}"), bytes)
            },
        )
    });
    slips.add("an empty folder", |_| Memory::new());
    slips.add("the folder above", |_| Memory::new().with("unoct/office.toml", "[office]\n").with("notes.txt", ""));
    slips.add("the folder of a month", |_| Memory::new().with("briefing.toml", "[[item]]\n"));
    for (name, folder) in [
        ("a month in words", "April 2025"),
        ("a month of one digit", "2025-4"),
        ("a month without a hyphen", "202504"),
        ("a copy of a month", "2025-04 - Copy"),
    ] {
        slips.add(name, |files| {
            let t = text(&files, MONTH);
            files.with(&format!("{folder}/briefing.toml"), t)
        });
    }
    slips.add("a hidden ending", |files| {
        let t = text(&files, MONTH);
        files.with("2025-05/briefing.toml.txt", t)
    });
    slips.add("a capital letter", |files| {
        let t = text(&files, MONTH);
        files.with("2025-05/Briefing.toml", t)
    });
    slips.edit("a section is left out", OFFICE, "  \"highlights\",\n", "");
}

fn ledger(slips: &mut Slips) {
    slips.ledger("a comma in a text", "Strategy project in Central Asia", "Strategy project, Central Asia");
    slips.ledger("a renamed column", ",amount,", ",Amount (USD),");
    slips.ledger("a column of remarks", ",note\n", ",remarks\n");
    slips.add("no header row", |files| {
        let t = text(&files, LEDGER);
        files.with(LEDGER, t.split_once('\n').unwrap().1)
    });
    slips.ledger("kind payment", "sau-2014,receipt", "sau-2014,payment");
    slips.add("a row of totals", |files| {
        let t = text(&files, LEDGER);
        files.with(LEDGER, format!("{t}Total,,,,,,,,,,,,,,,,,,,,\n"))
    });
    slips.add("commas at the end", |files| {
        let t = text(&files, LEDGER);
        files.with(LEDGER, t.lines().map(|line| format!("{line},,\n")).collect::<String>())
    });
    slips.add("sep=;", |files| {
        let t = text(&files, LEDGER);
        files.with(LEDGER, format!("sep=,\n{t}"))
    });
    slips.ledger("a title row", "id,kind", "Ledger of the Office\nid,kind");
    slips.ledger("a day as Excel shows it", "2014-08-13,2014-08-13,SAU", "13.08.2014,2014-08-13,SAU");
}

fn pictures(slips: &mut Slips) {
    slips.month("a picture is forgotten", "\"network.jpg\"", "\"globe.jpg\"");
    slips.month("a picture in another case", "\"network.jpg\"", "\"Network.JPG\"");
    let caption = "One network across the globe: VoTAN links victims of terrorism and their associations.";
    slips.month("a caption of 1,500 characters", caption, &caption.repeat(18));
    let alt = "A dark blue globe at night. Fine arcs of light join many points on it into one network; three of the points glow amber.";
    slips.month("alternative text that is a file name", alt, "network.jpg");
    slips.month("alternative text that is the caption", alt, caption);
}

/// What people bring along from word processors, spreadsheets, other keyboards and other programs.
fn habits(slips: &mut Slips) {
    let id = "id = \"gaming\"";
    slips.month("a semicolon at the end of a line", id, "id = \"gaming\";");
    slips.month("a comma at the end of a line", id, "id = \"gaming\",");
    slips.month("an equals sign is forgotten", "pillars = [\"I\", \"II\"]", "pillars [\"I\", \"II\"]");
    slips.month("a letter of the Russian keyboard in a key", id, "іd = \"gaming\"");
    slips.month("a remark as in other languages", "# --- Highlights", "// --- Highlights");
    slips.month("a remark as in web pages", "# --- Highlights", "<!-- Highlights -->");
    slips.month("the marks of two versions", "[[item]]\nid = \"gaming\"", "<<<<<<< HEAD\n[[item]]\nid = \"gaming\"");
    slips.month("a path of Windows", "\"network.jpg\"", r#""C:\Users\Anna\Pictures\network.jpg""#);
    slips.month("a path of Windows in other marks", "\"network.jpg\"", r"'C:\Users\Anna\network.jpg'");
    slips.month("a picture's heading with two brackets", "[item.picture]", "[[item.picture]]");
    slips.month("a heading is misspelt", "[item.picture]", "[items.picture]");
    slips.month("a key of the month under an item", id, "id = \"gaming\"\nissued = 2025-05-06");
    slips.month(
        "a key of the item under its picture",
        "file = \"network.jpg\"",
        "file = \"network.jpg\"\nmode = \"online\"",
    );
    slips.month("a day in Russian", "when = \"2025-04-28\"", "when = \"28 апреля 2025 г.\"");
    slips.month("two States in one text", "[\"IRQ\", \"ESP\"]", "[\"IRQ, Spain\"]");
    slips.month("two States joined by a word", "[\"IRQ\", \"ESP\"]", "\"Iraq and Spain\"");
    slips.month("a place in words", "{ state = \"CPV\", city = \"Sal\" }", "\"Sal, Cabo Verde\"");
    slips.month("an id with spaces", id, "id = \"Gaming event\"");
    slips.month("a link with a space", "[Opening the event](", "[Opening the event] (");
    slips.month(
        "a link with its brackets exchanged",
        "[Opening the event](https://www.un.org/counterterrorism)",
        "(Opening the event)[https://www.un.org/counterterrorism]",
    );
    slips.month("a currency before its amount", "\"2242615 USD\"", "\"USD 2,242,615\"");
    slips.ledger("a day of the United States", "2014-08-13,2014-08-13,SAU", "2014-08-13,8/13/2014,SAU");
    slips.add("an empty month", |files| files.with(MONTH, ""));
    slips.add("a month saved by Word", |files| files.with("2025-05/briefing.docx", "PK"));
    slips.add("a copy of a month's file", |files| files.with("2025-04/briefing - Copy.toml", "[[item]]\n"));
    slips.add("a translation with a hyphen", |files| files.with("2025-04/briefing-fr.toml", ""));
    slips.add("an office with a hidden ending", |files| {
        let t = text(&files, OFFICE);
        Memory::new().with("office.toml.txt", t).with(LEDGER, text(&files, LEDGER))
    });
}

/// Ledgers that spreadsheets save, and folders that are locked.
fn other_files(slips: &mut Slips) {
    let named = "file = \"ledger.csv\"\n";
    for (name, file) in [("a ledger of LibreOffice", "ledger.ods"), ("a ledger of an old Excel", "ledger.xls")] {
        slips.add(name, |files| {
            let t = text(&files, LEDGER);
            files.without(LEDGER).with(file, t)
        });
    }
    slips.add("a ledger under another name", |files| {
        let (t, office) = (text(&files, LEDGER), text(&files, OFFICE).replacen(named, "", 1));
        files.without(LEDGER).with(OFFICE, office).with("Pledges 2025.csv", t)
    });
    slips.month("a tab in a text", "Victims of terrorism and", "Victims of\tterrorism and");
    let at = "Victims of terrorism and the associations";
    slips.month("an item of 21,000 words", at, &format!("{at} {}", "of all of them, again and again ".repeat(3000)));
    slips.ledger("a receipt that names no pledge", "programme:ct-travel,yes,", "programme:ct-travel,,");
    for (name, path) in [
        ("an office that cannot be opened", OFFICE),
        ("a ledger that cannot be opened", LEDGER),
        ("a month that cannot be opened", MONTH),
        ("the folder of a month that cannot be looked into", "2025-04"),
        ("a translation that cannot be opened", "2025-04/briefing.fr.toml"),
    ] {
        slips.all.push(Slip { name, files: slips.example.clone(), locked: Some(path) });
    }
    slips.month("a list with semicolons", "pillars = [\"I\", \"II\"]", "pillars = [\"I\"; \"II\"]");
    slips.month("a capital letter in a key", "id = \"gaming\"", "Id = \"gaming\"");
    slips.month("a picture's heading alone", "[item.picture]", "[picture]");
    slips.month("a picture's heading alone, with two brackets", "[item.picture]", "[[picture]]");
    slips.month("the plural in a heading", "[[item]]\nid = \"gaming\"", "[[items]]\nid = \"gaming\"");
    slips.month("a day as a decimal", "when = \"2025-04-28\"", "when = 28.04");
    slips.month("the year before", "when = \"2025-04-28\"", "when = \"2024-04-28\"");
    slips.edit("a colon in the office", OFFICE, "\nhead = ", "\nhead: ");
    slips.add("the plural in every heading", |files| {
        let t = text(&files, MONTH);
        files.with(MONTH, t.replace("[[item]]", "[[items]]"))
    });
    slips.add("a translation in capital letters", |files| files.with("2025-04/briefing.FR.toml", ""));
    slips.add("a link was changed", |files| {
        let t = text(&files, MONTH).replacen("https://unicri.org)", "https://unicri.org/games)", 1);
        ["es", "ru", "ar", "zh"]
            .iter()
            .fold(files.with(MONTH, t), |files, code| files.without(&format!("2025-04/briefing.{code}.toml")))
    });
    slips.add("a picture is forgotten in a month without translations", |files| {
        let t = text(&files, MONTH).replacen("\"network.jpg\"", "\"globe.jpg\"", 1);
        let languages = ["ar", "es", "fr", "ru", "zh"].map(|code| format!("2025-04/briefing.{code}.toml"));
        languages.iter().fold(files.with(MONTH, t), |files, file| files.without(file))
    });
}

/// What is read as it is meant, so that there is nothing to say.
const READ: [&str; 11] = [
    "a tab before a key",
    "a byte order mark",
    "line ends of Windows",
    "a soft hyphen",
    "a no-break space",
    "a mark of direction",
    "a byte order mark within a text",
    "a row of totals",
    "commas at the end",
    "a tab in a text",
    // But for its translation, which is out of date.
    "a link was changed",
];

/// The slips of a communications officer who was watched: the case, and what its message says; nothing of what is read as it is
/// meant. Those of workbooks (another sheet first, a cell in another currency) are in `briefing-office/tests/it/workbooks.rs`.
const WATCHED: [(&str, &str); 92] = [
    ("a quotation mark is forgotten at the end", "61:6 the text that begins here is not closed"),
    ("three quotation marks are forgotten at the end", "20:8 the text that begins with `\"\"\"` here is not closed"),
    ("typographic quotation marks", "write `\"gaming\"`"),
    ("quotation marks within a text", "write “ and ” for quotation marks within a text, or `\\\"`"),
    ("a tab in a text", ""),
    ("a tab before a key", ""),
    ("day, month, year", "write `2025-04-28`"),
    ("a day that the month does not have", "April has 30 days"),
    ("a day of issue as it is spoken", "\"2025-05-06\" (6 May) or \"2025-06-05\" (5 June)"),
    ("a slip in the year", "is the year right? write `2025-04-28`"),
    ("an amount with a decimal comma", "write 92615.50"),
    ("an amount with a sign", "write 92615"),
    ("an amount with a space", "write 92615"),
    ("an amount in words", "write 2000000"),
    ("a point between the thousands", "write 92615 if the point stands between thousands"),
    ("an amount without quotation marks", "put it in quotation marks with the code of its currency"),
    ("Germany", "`DEU`"),
    ("DE", "`DEU`"),
    ("irq", "`IRQ`"),
    ("Germny", "`DEU`"),
    ("Holland", "`NLD`"),
    ("Russia", "`RUS`"),
    ("UK", "`GBR`"),
    ("Ivory Coast", "`CIV`"),
    ("TWN", "write the code of a State, such as `DEU`"),
    ("an id used twice", "the id `votan` is used twice"),
    ("a ledger id used twice", "taken by the entry of 2014-08-13"),
    ("a picture is forgotten", "put the picture into the folder `2025-04`"),
    ("a picture is forgotten in a month without translations", "put the picture into the folder `2025-04`"),
    ("a picture in another case", "did you mean `network.jpg`?"),
    ("a byte order mark", ""),
    ("line ends of Windows", ""),
    ("a soft hyphen", ""),
    ("a no-break space", ""),
    ("a zero-width space", "behind `of` joins two words"),
    ("a mark of direction", ""),
    ("a byte order mark within a text", ""),
    ("a line break of Word", "a character that cannot be seen (U+000B) behind `of`"),
    ("a bullet of Word", "write •, or an item of its own"),
    ("a caption of 1,500 characters", "is this the caption?"),
    ("an item of 21,000 words", "is this one item?"),
    ("an emoji", "no font has the character"),
    ("a link without https", "begin it with https://"),
    ("a space in a link", "write `(https://unicri.org)`"),
    ("a bare address", "write `[what it is](https://www.un.org/terrorism)`"),
    ("a bracket is not closed", "write `\\\\[` for a bracket"),
    ("stars are not closed", "write `\\\\*` for an asterisk"),
    ("a remark in brackets", "write `\\\\[` for a bracket"),
    ("a remark in braces", "write `\\\\{` for a brace"),
    ("a heading", "a heading of Markdown"),
    ("a list", "a list of Markdown"),
    ("a numbered list", "a list of Markdown"),
    ("a table", "a table of Markdown"),
    ("HTML", "`<b>` is HTML"),
    ("a reference of HTML", "`&amp;` is HTML"),
    ("underlines", "write `**Big**`"),
    ("a picture in a text", "name it under `[item.picture]`"),
    ("the same items in two months", "12 items are those of 2025-04"),
    ("an empty folder", "begin an office with `briefing new office`"),
    ("an office that cannot be opened", "office.toml `office.toml`: the system refused to read it"),
    ("a ledger that cannot be opened", "`ledger.csv`: the system refused to read it"),
    ("a month that cannot be opened", "`2025-04/briefing.toml`: the system refused to read it"),
    ("the folder of a month that cannot be looked into", "the month `2025-04` cannot be looked into"),
    ("the folder above", "the office is `unoct`"),
    ("the folder of a month", "this is the folder of a month"),
    ("a month in words", "`2025-04` is there as well"),
    ("a month of one digit", "`2025-04` is there as well"),
    ("a month without a hyphen", "`2025-04` is there as well"),
    ("a copy of a month", "move it out of the office folder, or delete it"),
    ("a hidden ending", "rename it to `briefing.toml`"),
    ("a capital letter", "rename it to `briefing.toml`"),
    ("a comma in a text", "`\"Strategy project, Central Asia\"`"),
    ("a comma between the thousands", "write `92615`"),
    ("a renamed column", "did you mean `amount`?"),
    ("a column of remarks", "did you mean `note`?"),
    ("no header row", "write the names of the columns above it"),
    ("single brackets for an item", "60:1 the heading of a list has two brackets on each side | write `[[item]]`"),
    ("an item's heading is forgotten", "is `[[item]]` missing above this line?"),
    ("a colon for the equals sign", "write `id = \"gaming\"`"),
    ("a Word file", "save it as `Plain text`"),
    ("an RTF file", "save it as `Plain text`"),
    ("Windows-1252", "save the file as UTF-8"),
    ("a pillar in Arabic numerals", "write `\"IV\"`"),
    ("kind payment", "did you mean `receipt`?"),
    ("alternative text that is a file name", "say in a sentence what the picture shows"),
    ("alternative text that is the caption", "say here what the picture shows"),
    ("a note to oneself", "`TODO` looks like a note"),
    ("a row of totals", ""),
    ("commas at the end", ""),
    ("a ledger of LibreOffice", "save `ledger.ods` as an Excel workbook"),
    ("a ledger of an old Excel", "save `ledger.xls` as an Excel workbook"),
    ("a receipt that names no pledge", "in `ref` if it was paid on that, else `yes` in the column `gift`"),
];

#[test]
fn each_slip_is_one_message_that_says_what_to_do() {
    let all = all();
    assert!(all.len() >= 90, "{} slips", all.len());
    let run = |slips: &[Slip]| {
        let said = slips.iter().map(|slip| (slip.name, said(slip)));
        said.collect::<Vec<_>>()
    };
    let said: Vec<(&str, String)> = std::thread::scope(|scope| {
        let (first, second) = all.split_at(all.len() / 2);
        let first = scope.spawn(move || run(first));
        let second = run(second);
        [first.join().unwrap(), second].concat()
    });
    let mut wrong = String::new();
    for (name, messages) in &said {
        let least = usize::from(!READ.contains(name) && !["sep=;", "a title row"].contains(name));
        // Two pillars are two values, and two items are left out with their section.
        let most = if ["a pillar as a number", "a section is left out"].contains(name) { 2 } else { 1 };
        let count = messages.lines().count();
        if !(least..=most).contains(&count) {
            wrong += &format!("{name}: {count} messages\n{messages}");
        }
    }
    for (name, wanted) in WATCHED {
        let (_, messages) = said.iter().find(|(slip, _)| *slip == name).unwrap_or_else(|| panic!("{name}"));
        if messages.is_empty() != wanted.is_empty() || !messages.contains(wanted) {
            wrong += &format!("{name}: not {wanted}\n{messages}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    let told: String = said.iter().map(|(name, messages)| format!("{name}\n{messages}")).collect();
    insta::assert_snapshot!(told);
}
