//! The slips of somebody who keeps an office with the manual alone: two months of a small office, with a ledger, a picture and
//! translations. Each is one message, at its place, that says what to do.

use briefing::{ChangeKind, Code, Files, Folder, Language, Memory, compare};

use crate::office_files::png;

const OFFICE: &str = "office.toml";
const MONTH: &str = "2026-02/briefing.toml";
const JANUARY: &str = "2026-01/briefing.toml";
const LEDGER: &str = "ledger.csv";
const FRENCH: &str = "2026-02/briefing.fr.toml";

const FILES: [(&str, &str); 6] = [
    (OFFICE, include_str!("officer/office.toml")),
    ("office.fr.toml", include_str!("officer/office.fr.toml")),
    (JANUARY, include_str!("officer/2026-01.toml")),
    (MONTH, include_str!("officer/2026-02.toml")),
    (FRENCH, include_str!("officer/2026-02.fr.toml")),
    (LEDGER, include_str!("officer/ledger.csv")),
];

fn office() -> Memory {
    let picture = include_bytes!("../../../../examples/unoct/2025-04/network.jpg");
    let files = Memory::new().with("2026-02/storm.jpg", picture.as_slice());
    FILES.into_iter().fold(files, |files, (name, text)| files.with(name, text))
}

/// What is said of a folder: code, place, message, help; but for names and texts that are not translated, and translations that
/// are out of date because of the slip.
fn said(files: Memory) -> Vec<String> {
    let faults = Folder::new(files).check();
    let untranslated = [Code::NameInEnglish, Code::TextUntranslated, Code::OutOfDate];
    let told = faults.iter().filter(|fault| !untranslated.contains(&fault.code)).map(|fault| {
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let hint = fault.hint.as_ref().map(|hint| format!(" | {hint}")).unwrap_or_default();
        format!("{} {place} {}{hint}", fault.code, fault.message)
    });
    told.collect()
}

/// In a file, what was written instead of what, and words of the one message.
type Slip = (&'static str, &'static str, &'static str, &'static str);

#[test]
fn a_picture_that_lies_in_another_folder_is_said_to_be_there() {
    let picture = office().read(&"2026-02/storm.jpg".parse().unwrap(), u64::MAX).unwrap();
    for (place, wanted) in [("storm.jpg", "the office's folder"), ("2026-01/storm.jpg", "`2026-01`")] {
        let files = FILES.into_iter().fold(Memory::new(), |files, (name, text)| files.with(name, text));
        let told = said(files.with(place, picture.clone()));
        let wanted = format!("there is no picture `2026-02/storm.jpg` | copy it from {wanted} into `2026-02`");
        assert!(matches!(told.as_slice(), [one] if one.contains(&wanted)), "{told:?}");
    }
}

#[test]
fn a_file_of_translations_that_is_none_and_one_turned_round_are_one_message() {
    let turned =
        FILES[4].1.replace("source = ", "zource = ").replace("text = ", "source = ").replace("zource = ", "text = ");
    for (text, wanted) in [
        (FILES[3].1.to_owned(), "X0901 2026-02/briefing.fr.toml:4:3 this is a month's own file"),
        (turned, "X0905 2026-02/briefing.fr.toml:3:10 `source` and `text` of `storm.text` and of "),
    ] {
        let faults = Folder::new(office().with(FRENCH, text)).check();
        let found: Vec<String> = faults
            .iter()
            .filter(|fault| fault.code.as_str().starts_with('X'))
            .map(|fault| format!("{} {} {}", fault.code, fault.place.as_ref().unwrap(), fault.message))
            .collect();
        assert!(matches!(found.as_slice(), [one] if one.starts_with(wanted)), "{found:?}");
    }
}

#[test]
fn the_id_of_the_item_that_leads_is_one_message_when_it_is_changed_or_given_twice() {
    let text = FILES[3].1;
    assert!(text.contains("id = \"storm\"\n"));
    let changed = |id: &str| {
        let text = text.replacen("id = \"storm\"", &format!("id = \"{id}\""), 1);
        said(office().with(MONTH, format!("lead = \"storm\"\n{text}")))
    };
    assert_eq!(changed("storm"), [""; 0]);
    let found = changed("gale");
    let wanted = "there is no item `storm` to lead the issue | write `gale`, the one item with a title and a picture";
    assert!(matches!(found.as_slice(), [one] if one.contains(wanted)), "{found:?}");
    let found = changed("lenses");
    assert!(matches!(found.as_slice(), [one] if one.starts_with("M0101")), "{found:?}");
}

#[test]
fn the_office_is_in_order() {
    assert_eq!(said(office()), Vec::<String>::new());
    assert_eq!(Folder::new(office()).check().errors(), 0);
}

#[test]
fn each_slip_is_one_message_at_its_place_that_says_what_to_do() {
    let mut wrong = String::new();
    for (file, right, slip, wanted) in SLIPS.iter().copied() {
        let files = office();
        let text = String::from_utf8(files.read(&file.parse().unwrap(), u64::MAX).unwrap()).unwrap();
        assert!(text.contains(right), "{file} has no {right}");
        let told = said(files.with(file, text.replacen(right, slip, 1)));
        if !matches!(told.as_slice(), [one] if one.contains(wanted)) {
            wrong += &format!("{slip}\n  not {wanted}\n  {}\n", told.join("\n  "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(SLIPS.len() >= 25);
}

const TITLE: &str = "\ntitle = \"A storm";
const PARTNERS: &str = "partners = [\"FRA\", \"IND\"]";
const PLACE: &str = "place = { state = \"PRT\", city = \"Sagres\" }";
const WHEN: &str = "when = \"2026-02-11\"";
const SPAN: &str = "2026-02-17/2026-02-19";

const SLIPS: &[Slip] = &[
    // TOML.
    (
        MONTH,
        TITLE,
        " title = \"A storm",
        "T0201 2026-02/briefing.toml:6:24 two keys stand on one line | begin a new line before `title`",
    ),
    (MONTH, "\ncutoff", " cutoff", ":1:21 two keys stand on one line | begin a new line before `cutoff`"),
    (
        MONTH,
        PARTNERS,
        "partners = (\"FRA\", \"IND\")",
        ":22:12 a list stands between square brackets | write `[\"FRA\", \"IND\"]`",
    ),
    (
        MONTH,
        PARTNERS,
        "partners = \"FRA\", \"IND\"",
        ":22:12 several values stand between square brackets | write `[\"FRA\", \"IND\"]`",
    ),
    (
        MONTH,
        PARTNERS,
        "partners = [FRA, IND]",
        ":22:12 the texts of a list have quotation marks around them | write `[\"FRA\", \"IND\"]`",
    ),
    (
        MONTH,
        PLACE,
        "place = { state: \"PRT\", city: \"Sagres\" }",
        ":9:9 a key and its value have `=` between them, not `:` | write `{ state = \"PRT\", city = \"Sagres\" }`",
    ),
    (
        MONTH,
        PLACE,
        "place = {\"state\": \"PRT\", \"city\": \"Sagres\"}",
        ":9:9 a key and its value have `=` between them, not `:` | write `{state = \"PRT\", city = \"Sagres\"}`",
    ),
    (
        MONTH,
        "section = \"lens\"",
        "section =\n\"lens\"",
        ":21:1 the value stands below its key, not behind it | write `section = \"lens\"` on one line",
    ),
    (MONTH, "file = \"storm", "keep pixels = true\nfile = \"storm", ":13:1 a key has no spaces | write `keep-pixels`"),
    (MONTH, "[item.picture]", "[item picture]", ":12:1 a heading has no spaces | write `[item.picture]`"),
    (
        MONTH,
        "\"\"\"Experts of **nine States** compared lenses.\"\"\"",
        "\"\"Experts compared lenses.\"\"",
        ":24:8 two `\"` are a text without words, and more text follows them | write one `\"`",
    ),
    (
        MONTH,
        "\"The light of Sagres in the storm.\"",
        "'The light of Sagres' coast.'",
        ":15:31 a `'` within a text ends it here | write `\"` before and behind",
    ),
    (MONTH, "lit again within", "lit again \\ within", ":10:57 a `\\` stands within a line | remove it"),
    (
        OFFICE,
        "coverage = \"complete\"",
        "coverage = \"complete\"\nlist-receipts = \"yes\"",
        "found a text | write `list-receipts = true`",
    ),
    (
        MONTH,
        PARTNERS,
        "[item.place]\nstate = \"PRT\"\npartners = [\"FRA\"]",
        ":24:1 `partners` has no meaning here | it and `programmes`, `text` are keys of the item: put them above the heading of its place",
    ),
    (MONTH, "[item.picture]", "[item.image]", ":12:7 `image` has no meaning here | did you mean `picture`?"),
    (
        MONTH,
        "compared lenses.",
        "compared lenses.\n\nThen they went home.",
        "T0221 2026-02/briefing.toml:26:1 the blank line before `Then` begins no paragraph",
    ),
    (
        MONTH,
        "compared lenses.",
        "compared [lenses, to be confirmed].",
        "`[lenses, to be confirmed]` looks like a note to be filled in | write what is missing",
    ),
    // Dates.
    (MONTH, WHEN, "when = \"26-02-11\"", "write `2011-02-26` (26 February 2011) or `2026-02-11` (11 February 2026)"),
    (MONTH, WHEN, "when = \"Wednesday 11 February 2026\"", "is not a date | write `2026-02-11`"),
    (MONTH, WHEN, "when = \"2026年2月11日\"", "is not a date | write `2026-02-11`"),
    (MONTH, WHEN, "when = \"٢٠٢٦-٠٢-١١\"", "is not a date | write `2026-02-11`"),
    (
        MONTH,
        WHEN,
        "when = 2026-02-11T09:00:00",
        "found a time | write `when = 2026-02-11`: the time of day is not printed",
    ),
    (MONTH, WHEN, "when = \"\"", ":8:8 there is no date between the quotation marks | write the day as 2025-04-30"),
    (MONTH, WHEN, "when = 11", "found a whole number | write year, month and day"),
    (
        MONTH,
        WHEN,
        "when = [\"2026-02-11\", \"2026-02-13\"]",
        "found a list | write them as one text: `when = \"2026-02-11, 2026-02-13\"`",
    ),
    (MONTH, WHEN, "when = \"2026-02-11 and 2026-02-13\"", "is not a date | write `2026-02-11, 2026-02-13`"),
    (MONTH, SPAN, "2026-02-17/19", "is not a date | write `2026-02-17/2026-02-19`"),
    (
        MONTH,
        "issued = 2026-03-04",
        "issued = 2025-03-04",
        "M0111 2026-02/briefing.toml:1:10 2025-03-04 is before the month is over, on 2026-02-28 | write 2026-02-28 or a later day",
    ),
    (
        MONTH,
        "issued = 2026-03-04",
        "issued = 2036-03-04",
        "M0159 2026-02/briefing.toml:1:10 2036-03-04 is 10 years after the month is over, on 2026-02-28 | write 2026-03-04 if that is the day",
    ),
    (
        MONTH,
        "cutoff = 2026-03-02",
        "cutoff = 2026-03-02\nnext-issue = 2027-04-06",
        "M0159 2026-02/briefing.toml:3:14 2027-04-06 is a year after this issue goes out, on 2026-03-04 | write 2026-04-06",
    ),
    // Languages.
    (
        OFFICE,
        "[theme]",
        "[languages]\nrequired = [\"cn\"]\n[theme]",
        "T0206 office.toml:10:13 `cn` is not one of `ar`, `zh`, `en`, `fr`, `ru`, `es` | write `zh`",
    ),
    (
        OFFICE,
        "[theme]",
        "[languages]\nrequired = [\"français\"]\n[theme]",
        "T0206 office.toml:10:13 `français` is not one",
    ),
    (
        OFFICE,
        "[theme]",
        "[languages]\nrequired = [\"de\"]\n[theme]",
        "| leave it out: no text can be written in it here",
    ),
    // Letters and marks.
    (
        MONTH,
        "city = \"Sagres\"",
        "city = \"Sagres {standing.pledged}\"",
        "T0221 2026-02/briefing.toml:9:41 `{standing.pledged}` is printed",
    ),
    (
        MONTH,
        "nine States",
        "`nine States`",
        "a backtick is not a mark here: “`nine States`” is printed | write `nine States`",
    ),
    (
        MONTH,
        "nine States",
        "nine Stаtes",
        "T0231 2026-02/briefing.toml:24:31 the letter `а` of `Stаtes` is a Cyrillic one | type `States` again",
    ),
    (
        MONTH,
        "**nine States**",
        "_nine States_",
        "`_` is not a mark here: `_nine States_` is printed | write `*nine States*`",
    ),
    (MONTH, "\"A storm on the", "\"A **storm** on the", ":7:12 `**` is printed as it is: this text has no marks"),
    // Pictures.
    (
        MONTH,
        "\"Waves break over a white tower; its lamp is lit.\"",
        "\"IMG_2031\"",
        "S0608 2026-02/briefing.toml:14:8 the alternative text `IMG_2031` does not say what the picture shows",
    ),
    (
        MONTH,
        "\"Waves break over a white tower; its lamp is lit.\"",
        "\"Photo\"",
        "does not say what the picture shows | say in a sentence",
    ),
    // The ledger.
    (
        LEDGER,
        ",1200000,",
        ",(1200000),",
        "C0507 ledger.csv:4:41 `(1200000)` is a number below zero, and not an amount | write what is taken back as a row",
    ),
    (
        LEDGER,
        ",1200000,",
        ",120.000,",
        "C0507 ledger.csv:4:41 `120.000` is 120.00, or 120000 if the point stands between",
    ),
    (
        LEDGER,
        ",1200000,",
        ",EUR 1200000,",
        "is in `EUR`, and its row is in USD | write `1200000` here, and `EUR` in the",
    ),
    (LEDGER, ",1200000,", ",€1’200’000,", "is in `€`, and its row is in USD | write `1200000` here, and `EUR` in the"),
    (
        LEDGER,
        ",1200000,",
        ",1200000 kr,",
        "| write `1200000` here, and the three letters of its currency in the column",
    ),
    (LEDGER, ",1200000,", ",$1200000,", "C0507 ledger.csv:4:41 `$1200000` is not an amount: write 1200000"),
    (LEDGER, ",1200000,", ",\"1,200,000\",", "is not an amount: write 1200000"),
    (LEDGER, ",1200000,", ",1,200,000,", "has no separators between its thousands: write `1200000`"),
    (LEDGER, ",1200000,", ",12,00,000.50,", "has no separators between its thousands: write `1200000.50`"),
    (LEDGER, ",1200000,", ",200,000,", "has no separators between its thousands: write `200000`"),
    (
        LEDGER,
        ",1200000,",
        ",1.2E+06,",
        "a number that a spreadsheet has shortened, and not an amount | write all of its digits",
    ),
    (LEDGER, ",1200000,", ",########,", "| make the column wider in the spreadsheet"),
    (LEDGER, ",1200000,", ",#REF!,", "| correct the formula behind it"),
    (LEDGER, ",1200000,", ",TBC,", "`TBC` is a note, and not an amount | write the amount, or leave the row out"),
    (LEDGER, "jpn-1,pledge", "jpn-1,promesse", "is not a kind of entry"),
    (
        LEDGER,
        "nor-1,100000",
        "nor-l,100000",
        "L0102 ledger.csv:3:38 `nor-2`: names entry `nor-l`, which is not in the ledger | did you mean `nor-1`?",
    ),
    (LEDGER, ",JPN,", ",JPN/KOR,", "there is no party `JPN/KOR` | write a row for each"),
    (
        LEDGER,
        "jpn-1,pledge,2026-02-09",
        "jpn-1,pledge,2026-12-09",
        "L0108 ledger.csv:4:14 `jpn-1`: took effect on 2026-12-09, but was recorded on 2026-02-10 already | correct",
    ),
    (
        LEDGER,
        "jpn-1,pledge",
        "jpn-0,pledge,2026-02-09,2026-02-10,JPN,,1200000,unit:lens,letters,over three years\njpn-1,pledge",
        "L0109 ledger.csv:5:1 `jpn-1`: says the same as entry `jpn-0`, and counts beside it | keep one of the two if it was entered twice",
    ),
    // A year that is mistyped is one message, whatever was paid on the pledge and whatever it is for.
    (
        LEDGER,
        "nor-1,pledge,2026-01-14",
        "nor-1,pledge,2062-01-14",
        "L0108 ledger.csv:2:14 `nor-1`: took effect on 2062-01-14, but was recorded on 2026-01-15 already | correct",
    ),
    // Letters that look right and are not.
    (
        LEDGER,
        ",NOR,",
        ",NОR,",
        "there is no party `NОR` | the `О` of `NОR` is a Cyrillic letter (U+041E): type `NOR` in Latin letters",
    ),
    (LEDGER, ",JPN,", ",\u{200b}JPN,", "| it has a character that cannot be seen (U+200B): type `JPN` again"),
    (
        LEDGER,
        "unit:lens",
        "unit:lеns",
        "| the `е` of `lеns` is a Cyrillic letter (U+0435): type `lens` in Latin letters",
    ),
    (
        LEDGER,
        "nor-1,100000",
        "nоr-1,100000",
        "`nоr-1`, which is not in the ledger | the `о` of `nоr` is a Cyrillic letter (U+043E): type `nor` in Latin letters",
    ),
    (
        MONTH,
        PARTNERS,
        "partners = [\"FRА\", \"IND\"]",
        ":22:13 there is no party `FRА` | the `А` of `FRА` is a Cyrillic letter (U+0410): type `FRA` in Latin letters",
    ),
    (
        MONTH,
        "id = \"lenses\"",
        "id = \"lеnses\"",
        "| the `е` of `lеnses` is a Cyrillic letter (U+0435): type `lenses` in Latin letters",
    ),
    (LEDGER, "unit:lens", "boats 🚤", "G0101 ledger.csv:4:49 no font has the character `🚤` (U+1F6A4) | leave it out"),
    // One party under two names.
    (
        OFFICE,
        "[theme]",
        "[[party]]\nid = \"norvege\"\nname = \"Norvège\"\nkind = \"non-state\"\n[theme]",
        "M0173 office.toml:11:8 `Norvège` is a name of the State Norway, and counts as a partner beside it | write `NOR` where",
    ),
    (
        OFFICE,
        "[theme]",
        "[[party]]\nid = \"kin\"\nname = \"Keepers’ Fund\"\nkind = \"non-state\"\n\
         [[party]]\nid = \"kon\"\nname = \"The KEEPERS Fund\"\nkind = \"non-state\"\n[theme]",
        "M0173 office.toml:15:8 `The KEEPERS Fund` and `Keepers’ Fund` are two parties, and one to a reader | if they are one, write `kin`",
    ),
    (LEDGER, "jpn-1,pledge,2026-02-09", "jpn-1,pledge,46062", "it is how a spreadsheet counts days: write 2026-02-09"),
    (
        LEDGER,
        "unit:lens",
        "lens",
        "C0526 ledger.csv:4:49 `lens` is printed literally, but is also an id | write `unit:lens`",
    ),
    (LEDGER, "unit:lens", "Lens section", "is printed literally, but is also the name of a unit | write `unit:lens`"),
    (
        LEDGER,
        "nor-2,",
        "Notes: as of May,,,,,,,,,\nnor-2,",
        ":3:1 the row says `Notes: as of May`, and nothing of an entry | delete",
    ),
    (LEDGER, "nor-2,", "---,,,,,,,,,\nnor-2,", ":3:1 the row says `---`, and nothing of an entry | delete the row"),
    (
        LEDGER,
        "nor-1,pledge",
        "# nor-1,pledge",
        ":2:1 the row is written as a remark, and a table has none | delete the row, or the mark",
    ),
    (LEDGER, "nor-1,pledge", "nor 1,pledge", "C0506 ledger.csv:2:1"),
    (LEDGER, "effective", "Date", "there is no column `date` | did you mean `effective`?"),
    (LEDGER, "amount,", "Montant,", "there is no column `montant` | did you mean `amount`?"),
    (LEDGER, "jpn-1,pledge", "jpn-1,promise to pay", "rate, assertion, correction or void"),
    (LEDGER, "unit:lens", "programme:lens", "there is no programme `lens` | write `unit:lens`"),
    (LEDGER, "unit:lens", "units:lens", "`units:lens` is not a purpose | did you mean `unit:lens`?"),
    (LEDGER, "unit:lens", "fund:lens", "`fund:lens` is not a purpose | begin with `unit:`"),
    (LEDGER, "unit:lens", "unit: lens", "| write `unit:lens`"),
    (
        LEDGER,
        "unit:lens",
        "Unit: lens",
        "C0506 ledger.csv:4:49 `Unit: lens` would be printed as it is | write `unit:lens`",
    ),
    (LEDGER, "unit:lens", "“unit:lens”; for ships", "`“unit:lens”` would be printed as it is | write `unit:lens`"),
    (LEDGER, "unit:lens", "\"unit:lens, programme:fog\"", "| separate purposes by `;`: `unit:lens; programme:fog`"),
    (
        LEDGER,
        "over three years",
        "over\nthree years",
        "ledger.csv:5:1 the row has one cell, but there are 10 headings | write a comma for each empty cell; a cell with a line break",
    ),
    (
        LEDGER,
        "jpn-1,",
        "id,kind,effective,recorded,contributor,ref,amount,purposes,source,note\njpn-1,",
        "ledger.csv:4:1 the names of the columns stand here again | remove this row",
    ),
    (
        LEDGER,
        "id,kind",
        "<html><body>Sign in</body></html>\nid,kind",
        "T0220 ledger.csv the file is a web page, and not a table",
    ),
    (MONTH, "text = \"\"\"", "text = \"\"\"\"", "T0232 2026-02/briefing.toml:"),
    // Translations.
    (
        FRENCH,
        "text = \"\"\"Une",
        "texte = \"\"\"Une",
        "T0202 2026-02/briefing.fr.toml:3:1 `texte` has no meaning here | did you mean `text`?",
    ),
    (
        FRENCH,
        "[storm.title]",
        "[storm.text]",
        ":5:1 the heading `[storm.text]` is here a second time: it is already in line 1",
    ),
    (
        FRENCH,
        "lights.example.org/prt)",
        "lights.example.org/pt)",
        "X0903 2026-02/briefing.fr.toml:3:105 in the translation of `storm.text`, the link to `https://lights.example.org/prt` \
         is not in the source, and the link to `https://lights.example.org/pt` is lost | write here what the source has",
    ),
    // The office.
    (
        OFFICE,
        "kind = \"branch\"",
        "kind = \"division\"",
        "`programme-office`, `facility` | write the one of them that comes nearest",
    ),
    (
        OFFICE,
        "head = \"Director\"",
        "head = \"Director\"\nsections = []",
        "M0153 office.toml:6:12 no item is printed: `sections` is empty | write the sections",
    ),
    (
        MONTH,
        "section = \"lens\"",
        "section = \"lens\"\npicture = { file = \"storm.jpg\", alt = \"Four lenses on a table\" }",
        "T0234 2026-02/briefing.toml:21:20 the picture `2026-02/storm.jpg` is printed twice | write the file that is meant here",
    ),
    (
        OFFICE,
        "coverage = \"complete\"",
        "coverage = \"complete\"\nlargest-change = \"25 %\"",
        "found a text | write `largest-change = 25`",
    ),
    (
        MONTH,
        "when = \"2026-02-17",
        "mode = \"virtual\"\nwhen = \"2026-02-17",
        "`virtual` is not one of the words here | write `online`",
    ),
];

#[test]
fn items_of_a_section_that_is_missing_are_one_message() {
    let sections = "head = \"Director\"\nsections = [\"mandate\", \"highlights\"]";
    let office_file = FILES[0].1.replace("head = \"Director\"", sections);
    let month = FILES.iter().find(|(name, _)| *name == MONTH).unwrap().1;
    let item = |at| {
        format!(
            "\n[[item]]\nid = \"n{at}\"\nsection = \"lens\"\nwhen = \"2026-02-1{at}\"\ntext = \"Lamp {at} was tried.\"\n"
        )
    };
    let mut month = month.to_owned();
    for wanted in ["the item is", "the items `lenses` and `n1` are", "the items `lenses`, `n1` and 1 more are"] {
        let told = said(office().with(OFFICE, office_file.clone()).with(MONTH, month.clone()));
        let told: Vec<_> = told.iter().filter(|one| one.starts_with("M0153 2026-02/")).collect();
        assert!(matches!(told.as_slice(), [one] if one.contains(wanted)), "{wanted}: {told:?}");
        month += &item(month.matches("[[item]]").count() - 1);
    }
}

#[test]
fn a_picture_that_changed_is_named_by_its_file() {
    let month = FILES.iter().find(|(name, _)| *name == MONTH).unwrap().1;
    let read = |files: Memory| {
        let month = Folder::new(files).month("2026-02".parse().unwrap(), Language::En);
        month.into_parts().0.unwrap().briefing
    };
    let changed = |files: Memory| {
        let changes = compare(&read(office()), &read(files), Language::En).changes;
        let one = changes.into_iter().find(|change| change.kind == ChangeKind::Picture).unwrap();
        [one.before.unwrap(), one.after.unwrap()]
    };
    let wave = office().with("2026-02/wave.png", png(800, 600)).with(MONTH, month.replace("storm.jpg", "wave.png"));
    assert_eq!(changed(wave), ["2026-02/storm.jpg", "2026-02/wave.png"]);
    let [before, after] = changed(office().with("2026-02/storm.jpg", png(800, 600)));
    assert!(before != after && [before, after].iter().all(|one| one.starts_with("2026-02/storm.jpg (")));
}

/// Files under another name than they are read by.
#[test]
fn a_file_that_is_not_read_is_said_to_be() {
    let month = FILES.iter().find(|(name, _)| *name == MONTH).unwrap().1;
    let french = FILES.iter().find(|(name, _)| *name == FRENCH).unwrap().1;
    let moved = |from: &str, to: &str, text: &str| said(office().without(from).with(to, text));
    for (told, wanted) in [
        (moved(FRENCH, "2026-02/briefing.fr-FR.toml", french), "| rename it to `briefing.fr.toml`"),
        (moved(FRENCH, "2026-02/fr.toml", french), "`2026-02/fr.toml` is not read | rename it to `briefing.fr.toml`"),
        (
            moved(FRENCH, "briefing.fr.toml", french),
            "`briefing.fr.toml` is not read | move it into the folder of its month",
        ),
        (said(office().with("Mar 2026/briefing.toml", month)), "| name it `2026-03`"),
        (said(office().without(LEDGER).with("~$ledger.xlsx", "")), "| put `ledger.csv` back into the office's folder"),
        (said(office().with("2025/2025-12/briefing.toml", month)), "| move `2025-12` out of `2025`"),
        (
            said(office().with("2026-03/storm.jpg", "").with("briefing.toml", month)),
            "| move `briefing.toml` from the office's folder into it",
        ),
    ] {
        assert!(matches!(told.as_slice(), [one] if one.contains(wanted)), "{wanted}: {told:?}");
    }
    let misnamed = said(office().without(OFFICE).with("office.tom", ""));
    assert!(misnamed.iter().any(|one| one.ends_with("| rename `office.tom` to `office.toml`")), "{misnamed:?}");
}

/// Copies and slips of the hand: none is to be copied into another file, or to have a name that is taken.
#[test]
fn a_copy_is_to_be_put_away() {
    let away = |name: &str| {
        format!("`{name}` is there as well: if this is a copy of it, move it out of the office folder, or delete it")
    };
    for (copy, of) in [
        ("2026-02/briefing (1).toml", "briefing.toml"),
        ("2026-02/BRIEFING.TOML", "briefing.toml"),
        ("2026-02/briefing.toml.txt", "briefing.toml"),
        ("2026-02/briefing.toml (conflicted copy 2026-03-01).toml", "briefing.toml"),
        ("2026-02/briefing.fr (1).toml", "briefing.fr.toml"),
        ("2026-02/brefing.fr.toml", "briefing.fr.toml"),
        ("2026-02/briefing.fr.tolm", "briefing.fr.toml"),
        ("2026-02/briefing.fr-FR.toml", "briefing.fr.toml"),
        ("office (1).toml", "office.toml"),
        ("office.fr - Copie.toml", "office.fr.toml"),
        ("2026-02 (copy)/briefing.toml", "2026-02"),
        ("Copy of 2026-02/briefing.toml", "2026-02"),
        ("2026-02.bak/briefing.toml", "2026-02"),
        ("2026-2/briefing.toml", "2026-02"),
        ("Feb 2026/briefing.toml", "2026-02"),
    ] {
        let told = said(office().with(copy, "# a copy\n"));
        assert!(matches!(told.as_slice(), [one] if one.ends_with(&away(of))), "{copy}: {told:?}");
    }
    for (name, wanted) in [
        ("2026-02/approvals (1).toml", "| rename it to `approvals.toml` if that is what it is"),
        ("2026-02/office.toml", "| move it into the folder of the office"),
        ("202603/briefing.toml", "| name it `2026-03`"),
        ("2026-03-draft/briefing.toml", "| name it `2026-03`"),
        (
            "2026-03/briefing - Copy.toml",
            "`2026-03/briefing - Copy.toml` is not read: a month's file is named `briefing.toml` | rename it",
        ),
        ("2026-03/breifing.toml", "`2026-03/breifing.toml` is not read"),
        ("2026-03/2026-03.toml", "`2026-03/2026-03.toml` is not read"),
        ("ledger (1).csv", "`ledger.csv` is read as the ledger, and `ledger (1).csv` is not | if it is the newer one"),
        ("ledger.csv.txt", "`ledger.csv` is read as the ledger, and `ledger.csv.txt` is not"),
    ] {
        let told = said(office().with(name, "# a copy\n"));
        assert!(matches!(told.as_slice(), [one] if one.contains(wanted)), "{name}: {told:?}");
    }
    let silent = [
        "2026-02/._briefing.toml",
        "._office.toml",
        "2026-02/~$briefing.toml",
        "._2026-03/briefing.toml",
        ".old/2026-03/briefing.toml",
    ];
    let files = silent.iter().fold(office(), |files, name| files.with(name, [0, 5, 22, 7]));
    assert_eq!(said(files), Vec::<String>::new());
}

#[test]
fn what_nobody_sees_stands_in_no_way_of_a_month() {
    let font = include_bytes!("../../../briefing-fonts/fonts/RobotoCondensed-Light.ttf");
    let named = |name: &str| FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text).unwrap();
    let office_file = named(OFFICE).replace("[theme]", "[theme]\nfonts = [\"a.ttf\", \"b.ttf\", \"a.ttf\"]");
    let files = office().with("a.ttf", font.as_slice()).with("b.ttf", font.as_slice()).with(OFFICE, office_file);
    let (caption_is, credit_is) = ("The light of Sagres in the storm.", "Photograph: A. Keeper");
    for (caption, credit) in [("\u{200b}", credit_is), (caption_is, "\u{2060}"), ("\u{3164}", "\u{e0041}")] {
        let month = named(MONTH).replace(caption_is, caption).replace(credit_is, credit);
        let folder = Folder::new(files.clone().with(MONTH, month));
        assert_eq!(folder.check().errors(), 0, "{}", folder.check());
        for language in [Language::En, Language::Es] {
            let made = folder.render("2026-02".parse().unwrap(), language);
            assert!(made.is_ok(), "{caption:?} {credit:?} {language}: {:?}", made.err());
        }
    }
}
