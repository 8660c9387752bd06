//! A whole month as an officer works through it, from a new office to a corrected issue in six languages.

use crate::common::{Desk, status};

fn done(desk: &Desk, words: &[&str]) -> String {
    let output = desk.run(words);
    let shown = desk.show(&output);
    assert_eq!(status(&output), 0, "briefing {}\n{shown}", words.join(" "));
    shown
}

/// Fills a PO file in, each text with itself and a word of the language before it.
fn translate(po: &str, word: &str) -> String {
    let mut done = String::new();
    let (mut source, mut in_source) = (String::new(), false);
    for line in po.lines() {
        if let Some(text) = line.strip_prefix("msgid ") {
            source = text.to_owned();
            in_source = true;
        } else if line.starts_with("msgstr \"\"") && source != "\"\"" {
            let rest = source.strip_prefix('"').unwrap();
            done.push_str(&format!("msgstr \"{word} {rest}\n"));
            in_source = false;
            continue;
        } else if in_source && line.starts_with('"') {
            // A text over several lines: join them.
            let first = source.strip_suffix('"').unwrap().to_owned();
            source = format!("{first}{}", line.strip_prefix('"').unwrap());
        } else {
            in_source = false;
        }
        done.push_str(line);
        done.push('\n');
    }
    done
}

#[test]
fn from_a_new_office_to_a_corrected_issue() {
    let desk = Desk::empty();
    // The first of the month: an office that renders at once.
    done(&desk, &["new", "office", "o", "--name", "Office for Lighthouses", "--month", "2025-04"]);
    done(&desk, &["render", "o", "--strict"]);
    desk.edit("o/office.toml", "[publish]\n", "[publish]\napproval = true\n");
    let names = "{ en = \"Office for Lighthouses\", ar = \"مكتب المنارات\", zh = \"灯塔办公室\", fr = \"Bureau des phares\", \
                 ru = \"Управление маяков\", es = \"Oficina de Faros\" }";
    desk.edit("o/office.toml", "name = \"Office for Lighthouses\"", &format!("name = {names}"));

    // The next month: from the last one, with an item and a pledge of its own.
    done(&desk, &["new", "month", "o", "2025-05"]);
    let ledger = String::from_utf8(desk.read("o/ledger.csv")).unwrap();
    let width = ledger.trim_end().split(',').count();
    let mut row = vec![String::new(); width];
    for (name, value) in [
        ("id", "deu-1"),
        ("kind", "pledge"),
        ("effective", "2025-05-06"),
        ("recorded", "2025-05-07"),
        ("contributor", "DEU"),
        ("amount", "92651"),
    ] {
        let at = ledger.trim_end().split(',').position(|column| column == name).unwrap();
        value.clone_into(&mut row[at]);
    }
    desk.write("o/ledger.csv", format!("{ledger}{}\n", row.join(",")));
    let text =
        "Keepers from nine States met in [Lagos](https://www.example.org); {standing.pledged} is pledged to date.";
    let item = [
        "new",
        "item",
        "o",
        "2025-05",
        "roundtable",
        "--section",
        "highlights",
        "--when",
        "2025-05-14",
        "--text",
        text,
    ];
    done(&desk, &item);
    done(&desk, &["check", "o", "--strict"]);
    assert!(done(&desk, &["diff", "o"]).contains("+ item `roundtable`: Keepers from nine States"));

    // Translations, by PO files.
    for (language, word) in [("ar", "نص:"), ("zh", "文："), ("fr", "Texte :"), ("ru", "Текст:"), ("es", "Texto:")]
    {
        let file = format!("{language}.po");
        done(&desk, &["translations", "o", "2025-05", "--export", &file]);
        let po = translate(&String::from_utf8(desk.read(&file)).unwrap(), word);
        desk.write(&file, po);
        done(&desk, &["translations", "o", "2025-05", "--import", &file]);
    }

    // Clearance: a draft, then approvals; without them nothing goes out.
    let draft = done(&desk, &["render", "o", "2025-05", "--draft"]);
    assert!(draft.contains("-2025-05-en-draft.pdf"), "{draft}");
    assert_eq!(status(&desk.run(["publish", "o", "2025-05", "--all-languages", "--out-dir", "out"])), 1);
    assert!(!desk.path("out").exists() && !desk.path("o/2025-05/figures.lock").exists());
    done(&desk, &["approve", "o", "2025-05", "--all", "--by", "Chief", "--lang", "ar,zh,en,fr,ru,es"]);
    let published = done(&desk, &["publish", "o", "2025-05", "--all-languages", "--out-dir", "out"]);
    assert_eq!(published.matches("wrote out/").count(), 6, "{published}");
    done(&desk, &["check", "o"]);

    // A digit was exchanged: the ledger is corrected, and the issue says so.
    let ledger = String::from_utf8(desk.read("o/ledger.csv")).unwrap();
    desk.write("o/ledger.csv", ledger.replace("92651", "92615"));
    assert_eq!(status(&desk.run(["publish", "o", "2025-05", "--out-dir", "out"])), 1);
    let month = String::from_utf8(desk.read("o/2025-05/briefing.toml")).unwrap();
    let correction = "\n[[correction]]\non = 2025-06-20\nwhat = \"Germany pledged 92,615 dollars.\"\n";
    desk.write("o/2025-05/briefing.toml", month + correction);
    // The figure stands in the item, so its approval is gone.
    let lifted = desk.say("approve o 2025-05");
    assert!(lifted.contains("not approved: changed since Chief approved it"), "{lifted}");
    done(&desk, &["approve", "o", "2025-05", "--all", "--by", "Chief", "--lang", "ar,zh,en,fr,ru,es"]);
    let corrected = done(&desk, &["publish", "o", "2025-05", "--out-dir", "out"]);
    assert_eq!(corrected.matches("wrote out/").count(), 6, "every language goes out again: {corrected}");
    assert!(desk.path("o/2025-05/figures-1.lock").is_file());
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
        let file = format!("out/o-2025-05-{language}.pdf");
        assert!(done(&desk, &["verify", &file]).contains("consistent"), "{file}");
        // `tests/conformance/run.sh` has them judged.
        if let Some(folder) = std::env::var_os("PLAYED_MONTH") {
            let name = format!("played-{language}.pdf");
            std::fs::write(std::path::Path::new(&folder).join(name), desk.read(&file)).unwrap();
        }
    }
    assert!(done(&desk, &["tags", "out/o-2025-05-en.pdf"]).contains("Corrected on 20 June 2025:"));
}
