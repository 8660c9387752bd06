//! Months, files and folders that are not what a command takes them for: nothing else is made or sent out instead.

use std::fs;

#[cfg(unix)]
use crate::common::under_permissions;
use crate::common::{Desk, status};

const MINIMAL: &str = "tests/offices/minimal";

/// Three months, the last two without items.
fn desk() -> Desk {
    let desk = Desk::with(MINIMAL);
    for month in ["2024-03", "2024-04"] {
        let item =
            format!("[[item]]\nid = \"fog-{month}\"\nsection = \"highlights\"\nwhen = {month}-05\ntext = \"Fog.\"\n");
        desk.write(&format!("office/{month}/briefing.toml"), item);
    }
    desk
}

/// Runs a command that is refused, with these words among what it says.
fn refused(desk: &Desk, line: &str, words: &[&str]) {
    let output = desk.run(line.split_whitespace());
    let shown = desk.show(&output);
    assert_ne!(status(&output), 0, "{line}\n{shown}");
    for word in words {
        assert!(shown.contains(word), "{line}: no `{word}`\n{shown}");
    }
}

/// Runs a command that does its work, with these words among what it says.
fn done(desk: &Desk, line: &str, words: &[&str]) {
    let output = desk.run(line.split_whitespace());
    let shown = desk.show(&output);
    assert_eq!(status(&output), 0, "{line}\n{shown}");
    for word in words {
        assert!(shown.contains(word), "{line}: no `{word}`\n{shown}");
    }
}

/// What somebody does to the files.
type Slip<'s> = &'s dyn Fn(&Desk);

#[test]
fn an_earlier_issue_that_cannot_be_read_keeps_the_next_from_going_out() {
    let fine = desk();
    done(&fine, "publish office 2024-04", &[]);
    let rename =
        |from: &'static str, to: &'static str| move |desk: &Desk| fs::rename(desk.path(from), desk.path(to)).unwrap();
    let slips: [(Slip<'_>, &str); 5] = [
        (&rename("office/2024-03/briefing.toml", "office/2024-03/breifing.toml"), "breifing.toml` is not read"),
        (&rename("office/2024-03", "office/2024-3"), "name it `2024-03`"),
        (&rename("office/2024-03", "office/March 2024"), "name it `2024-03`"),
        (
            &|desk| {
                desk.edit("office/2024-03/briefing.toml", "\"Fog.\"", "\"Fog.\" banks");
            },
            "2024-03/briefing.toml:5",
        ),
        (
            &|desk| {
                desk.edit("office/2024-03/briefing.toml", "[[item]]", "issued = \"June\"\n[[item]]");
            },
            "briefing.toml:1",
        ),
    ];
    for (slip, said) in slips {
        let desk = desk();
        slip(&desk);
        done(&desk, "render office 2024-04", &["O0120", said]);
        refused(&desk, "publish office 2024-04", &["O0120", said, "nothing was published"]);
        refused(&desk, "render office 2024-04 --publish", &["O0120", said, "nothing was published"]);
        assert!(!desk.path("office/2024-04/figures.lock").exists());
        // It stands in the way of no issue before it.
        done(&desk, "publish office 2024-02", &[]);
    }
}

#[cfg(unix)]
#[test]
fn an_earlier_folder_that_cannot_be_looked_into_keeps_the_next_from_going_out() {
    use std::os::unix::fs::PermissionsExt;

    let desk = desk();
    let allow = |mode| fs::set_permissions(desk.path("office/2024-03"), fs::Permissions::from_mode(mode)).unwrap();
    allow(0o000);
    under_permissions(|| {
        done(&desk, "render office 2024-04", &["O0120", "`2024-03` cannot be looked into"]);
        refused(&desk, "publish office 2024-04", &["O0120", "nothing was published"]);
    });
    allow(0o755);
    done(&desk, "publish office 2024-04", &[]);
}

#[test]
fn a_folder_of_pictures_for_a_month_is_no_issue() {
    let desk = desk();
    fs::remove_dir_all(desk.path("office/2024-03")).unwrap();
    desk.write("office/2024-03/lake.jpg", "").write("office/2024-05/lake.jpg", "");
    done(&desk, "publish office", &["2024-04"]);
}

#[test]
fn no_earlier_month_is_taken_for_one_that_is_not_read() {
    let rename =
        |from: &'static str, to: &'static str| move |desk: &Desk| fs::rename(desk.path(from), desk.path(to)).unwrap();
    let slips: [(Slip<'_>, &str); 4] = [
        (&rename("office/2024-04/briefing.toml", "office/2024-04/breifing.toml"), "O0110"),
        (&rename("office/2024-04/briefing.toml", "office/2024-04/briefing.tml"), "O0110"),
        (&rename("office/2024-04", "office/2024-4"), "name it `2024-04`"),
        (&rename("office/2024-04", "office/newest"), "O0106"),
    ];
    for (slip, said) in slips {
        let desk = desk();
        slip(&desk);
        done(&desk, "render office", &[said, "2024-03"]);
        refused(&desk, "publish office", &[said, "nothing was published", "`briefing publish office 2024-03`"]);
        refused(&desk, "render office --publish", &[said, "nothing was published"]);
        refused(&desk, "new month office", &[said, "nothing was made"]);
        assert!(!desk.path("office/2024-03/figures.lock").exists());
        done(&desk, "publish office 2024-03", &[]);
    }
    let desk = desk();
    fs::rename(desk.path("office/2024-04"), desk.path("office/2024-4")).unwrap();
    refused(&desk, "new month office 2024-04", &["name it `2024-04`", "nothing was made"]);
    refused(&desk, "render office 2024-04", &["has no month 2024-04", "`2024-4/briefing.toml` is not read"]);
    assert!(!desk.path("office/2024-04").exists());
}

#[test]
fn a_folder_in_place_of_a_months_file_is_no_reason_to_take_another_month() {
    let desk = desk();
    fs::remove_file(desk.path("office/2024-04/briefing.toml")).unwrap();
    fs::create_dir(desk.path("office/2024-04/briefing.toml")).unwrap();
    for line in ["render office", "publish office"] {
        refused(&desk, line, &["O0109"]);
    }
    assert!(!desk.path("office/2024-03/figures.lock").exists());
}

#[test]
fn a_copy_of_a_month_is_told_from_a_month() {
    for name in ["2024-04 (copy)", "Copy of 2024-04", "2024-04.bak", "2024-4"] {
        let desk = desk();
        fs::create_dir(desk.path(&format!("office/{name}"))).unwrap();
        fs::copy(desk.path("office/2024-04/briefing.toml"), desk.path(&format!("office/{name}/briefing.toml")))
            .unwrap();
        done(&desk, "check office", &["`2024-04` is there as well"]);
        done(&desk, "publish office", &[]);
    }
}

#[test]
fn the_folder_above_an_office_and_that_of_a_month_are_known() {
    let desk = desk();
    for line in ["check .", "render .", "publish .", "new month ."] {
        refused(&desk, line, &["O0101", "the office is `office`"]);
        assert!(!desk.say(line).contains("move `2024"), "{line}");
        assert!(!desk.say(line).contains("new month"), "{line}");
    }
    for line in ["check office/2024-04", "render office/2024-04", "publish office/2024-04", "new month office/2024-04"]
    {
        refused(&desk, line, &["O0101", "this is the folder of a month: name the one that it is in"]);
    }
}

#[test]
fn a_translation_that_is_not_read_keeps_a_month_from_going_out_without_it() {
    for name in [
        "briefing.FR.toml",
        "briefing.fr-FR.toml",
        "briefing.fra.toml",
        "briefing.french.toml",
        "briefing.fr.TOML",
        "briefing-fr.toml",
    ] {
        let desk = desk();
        desk.write(&format!("office/2024-04/{name}"), "");
        done(&desk, "check office", &[name, "rename it to `briefing.fr.toml`"]);
        refused(&desk, "publish office", &[name, "rename it to `briefing.fr.toml`", "nothing was published"]);
        assert!(!desk.path("office/2024-04/figures.lock").exists());
        done(&desk, "publish office --lang en", &[name]);
    }
    // Of a language that no text is translated into, nothing is missing.
    let desk = desk();
    desk.write("office/2024-04/briefing.de.toml", "");
    done(&desk, "publish office", &["X0907"]);
}

#[test]
fn a_file_that_went_out_is_not_replaced_for_want_of_its_record() {
    let desk = desk();
    done(&desk, "publish office", &[]);
    let record = desk.read("office/2024-04/figures.lock");
    let issue = desk.read("office/2024-04/published-en.pdf");
    fs::remove_file(desk.path("office/2024-04/figures.lock")).unwrap();
    desk.edit("office/2024-04/briefing.toml", "Fog.", "Rain.");
    for line in ["check office", "render office", "publish office", "render office --publish"] {
        refused(
            &desk,
            line,
            &["F0703", "restore the record from a copy of the folder, as `briefing publish` wrote it"],
        );
    }
    assert!(desk.read("office/2024-04/published-en.pdf") == issue);
    // A draft says of itself that it is none of what went out.
    done(&desk, "render office --draft", &[]);
    desk.write("office/2024-04/figures.lock", record);
    done(&desk, "render office", &["F0706"]);
    refused(&desk, "publish office", &["would now be printed differently"]);
}

#[test]
fn nothing_that_was_made_otherwise_is_written_over() {
    let desk = desk();
    desk.write("letter.docx", "PK a letter").write("april", "notes").write("fr.po", "notes");
    refused(&desk, "render office 2024-04 -o letter.docx", &["write `-o letter.pdf`"]);
    refused(&desk, "render office 2024-04 -o april", &["is not a PDF", "choose another name"]);
    refused(&desk, "render office 2024-04 -o out/", &["`out/` is a folder", "`--out-dir out/`"]);
    refused(&desk, "translations office 2024-04 --lang fr --export out/", &["`out/` is a folder: name a file in it"]);
    refused(&desk, "translations office 2024-04 --export fr.po", &["`fr.po` is there already", "choose another name"]);
    assert_eq!(desk.read("letter.docx"), b"PK a letter");
    assert_eq!(desk.read("april"), b"notes");
    assert_eq!(desk.read("fr.po"), b"notes");
    assert_eq!(desk.names(), ["april", "fr.po", "letter.docx", "office"]);
    // What was rendered before is rendered again.
    done(&desk, "render office 2024-04 -o april.pdf", &[]);
    done(&desk, "render office 2024-04 -o april.pdf", &[]);
}

#[test]
fn a_translators_file_is_kept_when_texts_are_exported_again() {
    let desk = desk();
    done(&desk, "translations office 2024-04 --export fr.po", &["wrote fr.po"]);
    // What would be the same needs no copy.
    done(&desk, "translations office 2024-04 --export fr.po", &["wrote fr.po"]);
    assert_eq!(desk.names(), ["fr.po", "office"]);
    let text = String::from_utf8(desk.read("fr.po")).unwrap();
    for number in 1..3 {
        let translated = format!("{text}# translated, {number}\n");
        desk.write("fr.po", &translated);
        let kept = format!("fr.po.backup-{number}");
        done(&desk, "translations office 2024-04 --export fr.po", &[&format!("what it was is in {kept}")]);
        assert_eq!(desk.read(&kept), translated.as_bytes());
        assert_eq!(desk.read("fr.po"), text.as_bytes());
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_read_only_is_called_so() {
    use std::os::unix::fs::PermissionsExt;

    let desk = desk();
    fs::set_permissions(desk.path("office/2024-04/briefing.toml"), fs::Permissions::from_mode(0o444)).unwrap();
    let line = "new item office 2024-04 rain --section highlights --when 2024-04-09 --text Rain.";
    refused(&desk, line, &["briefing.toml`: the file is read-only"]);
}

#[test]
fn a_correction_of_what_never_went_out_is_refused() {
    let desk = desk();
    desk.edit(
        "office/2024-04/briefing.toml",
        "[[item]]",
        "[[correction]]\non = 2024-05-20\nwhat = \"Fog, not rain.\"\n\n[[item]]",
    );
    for line in ["publish office", "render office --publish"] {
        refused(&desk, line, &["has not gone out", "`[[correction]]`", "nothing was published"]);
    }
    assert!(!desk.path("office/2024-04/figures.lock").exists());
    let text = String::from_utf8(desk.read("office/2024-04/briefing.toml")).unwrap();
    let (correction, item) = text.split_at(text.find("[[item]]").unwrap());
    desk.write("office/2024-04/briefing.toml", item);
    done(&desk, "publish office", &[]);
    // The same twice would be printed twice.
    desk.write("office/2024-04/briefing.toml", format!("{correction}{text}"));
    refused(&desk, "publish office", &["twice", "nothing was published"]);
    desk.write("office/2024-04/briefing.toml", text.replace("\"Fog.\"", "\"Fog, and no rain.\""));
    done(&desk, "publish office", &["figures-1.lock"]);
}

#[cfg(unix)]
#[test]
fn a_month_that_is_published_is_said_to_be_although_its_copy_is_not_written() {
    use std::os::unix::fs::PermissionsExt;

    let desk = desk();
    desk.write("out/smallest-2024-04-en.pdf", "%PDF");
    fs::set_permissions(desk.path("out/smallest-2024-04-en.pdf"), fs::Permissions::from_mode(0o444)).unwrap();
    refused(
        &desk,
        "publish office --out-dir out",
        &["2024-04 is published", "office/2024-04/published-en.pdf", "read-only"],
    );
    assert!(desk.path("office/2024-04/figures.lock").exists());
}

#[test]
fn a_file_that_is_not_there_is_called_a_file() {
    refused(&desk(), "translations office 2024-04 --import fr.po", &["there is no such file"]);
}

#[test]
fn a_correction_of_the_ledger_that_the_issue_does_not_count_is_said_when_it_goes_out() {
    let desk = desk();
    let rows = "id,kind,effective,recorded,contributor,ref,amount\n\
                deu-1,pledge,2024-04-10,2024-04-12,DEU,,310000\n";
    desk.write("office/ledger.csv", rows);
    done(&desk, "publish office", &[]);
    desk.write("office/ledger.csv", format!("{rows}deu-1-c,correction,2024-04-10,2024-05-20,,deu-1,301000\n"));
    let item = String::from_utf8(desk.read("office/2024-04/briefing.toml")).unwrap();
    let correction = "[[correction]]\non = 2024-05-21\nwhat = \"Germany pledged 301,000 dollars.\"\n";
    desk.write("office/2024-04/briefing.toml", format!("{correction}{item}"));
    done(&desk, "check office", &["O0121", "set `cutoff`"]);
    done(&desk, "publish office", &["O0121", "set `cutoff`"]);
}

#[test]
fn months_and_languages_in_other_words_are_answered_with_what_to_write() {
    let desk = desk();
    for month in ["2024-4", "2024/04", "04-2024", "2024-04/", "office/2024-04", "2024-04-01"] {
        for command in ["render", "check", "publish", "approve", "translations", "diff"] {
            refused(&desk, &format!("{command} office {month}"), &["is not a month: write `2024-04`"]);
        }
    }
    let spaced =
        desk.run(["new", "item", "office", "April 2024", "x", "--section", "highlights", "--when", "2024-04-01"]);
    assert!(desk.show(&spaced).contains("`April 2024` is not a month: write `2024-04`"));
    refused(&desk, "render office 2024-3..2024-04", &["`2024-3` is not a month: write `2024-03`"]);
    for language in ["fr-FR", "French", "français", "FR"] {
        refused(&desk, &format!("render office --lang {language}"), &["is not the code of a language: write `fr`"]);
    }
}

#[test]
fn arguments_in_another_order_and_files_of_other_kinds_are_called_what_they_are() {
    let desk = desk();
    refused(&desk, "render 2024-04 office", &["`office` is an office's folder: name it first, and the month after it"]);
    refused(&desk, "publish office 2024-03..2024-04", &["names several months: this command takes one at a time"]);
    refused(&desk, "verify office/ledger.csv", &["`office/ledger.csv` is a text file: name a PDF file"]);
    done(&desk, "new month office 2030-01", &["note: the last month was 2024-04", "rename its folder"]);
    desk.write("office/2024/05/briefing.toml", "issued = 2024-06-02\n");
    done(&desk, "check office", &["O0106", "move `05` out of `2024`, and name it `2024-05`"]);
}

#[test]
fn what_is_refused_of_a_new_item_names_no_line_that_is_not_there() {
    let desk = desk();
    let before = desk.read("office/2024-04/briefing.toml");
    for (item, words) in [
        ("fog-2024-04 --section highlights --when 2024-04-02", ["M0101", "give the new item another id"]),
        ("b --section higlights --when 2024-04-02", ["M0102", "did you mean `highlights`?"]),
        ("b --section highlights --when 2024-07-02", ["M0103", "give a day of the month"]),
        ("B --section highlights --when 2024-04-02", ["T0207", "`B` is not the id of an item"]),
        ("b --section highlights --when 02/13/2024", ["T0208", "is not a date"]),
    ] {
        let output = desk.run(format!("new item office 2024-04 {item}").split_whitespace());
        let shown = desk.show(&output);
        assert!(words.iter().all(|word| shown.contains(word)) && shown.contains("nothing was added"), "{shown}");
        let lines = String::from_utf8(before.clone()).unwrap().lines().count();
        let named = shown.split("briefing.toml:").skip(1).filter_map(|rest| rest.split(':').next()?.parse().ok());
        assert!(named.into_iter().all(|line: usize| line <= lines), "{shown}");
        assert_eq!(desk.read("office/2024-04/briefing.toml"), before);
    }
    done(&desk, "publish office 2024-04", &[]);
    let late = "new item office 2024-04 late --section highlights --when 2024-04-20";
    done(&desk, late, &["note: 2024-04 went out already", "`[[correction]]`"]);
}

#[test]
fn a_correction_that_changes_nothing_and_one_with_errors_do_not_go_out() {
    let desk = desk();
    done(&desk, "publish office 2024-04", &[]);
    let went_out = desk.read("office/2024-04/published-en.pdf");
    let item = String::from_utf8(desk.read("office/2024-04/briefing.toml")).unwrap();
    let correction = |on: &str| format!("[[correction]]\non = {on}\nwhat = \"It was rain.\"\n");
    desk.write("office/2024-04/briefing.toml", format!("{item}{}", correction("2024-05-21")));
    done(&desk, "check office", &["O0118", "prints nothing else than what went out"]);
    for command in ["publish office 2024-04", "render office 2024-04 --publish"] {
        refused(&desk, command, &["prints nothing else than what went out: nothing was published"]);
    }
    let rain = item.replace("Fog.", "Rain.");
    let turned = format!("{rain}{}{}", correction("2024-05-21"), correction("2024-05-20"));
    desk.write("office/2024-04/briefing.toml", turned);
    refused(&desk, "publish office 2024-04", &["O0119", "2024-04 has errors: nothing was published"]);
    assert!(!desk.path("office/2024-04/figures-1.lock").exists());
    assert!(desk.read("office/2024-04/published-en.pdf") == went_out);
    desk.write("office/2024-04/briefing.toml", format!("{rain}{}", correction("2024-05-21")));
    done(&desk, "publish office 2024-04", &["figures-1.lock"]);
    // What is kept of the first issue is missed.
    fs::remove_file(desk.path("office/2024-04/published-1-en.pdf")).unwrap();
    refused(&desk, "check office", &["F0705", "published-1-en.pdf"]);
}

#[test]
fn a_month_without_items_goes_out_only_where_that_is_said() {
    let desk = desk();
    done(&desk, "new month office 2024-05", &[]);
    for command in ["publish office", "render office 2024-05 --publish"] {
        refused(&desk, command, &["2024-05 has no items: nothing was published", "--without-items"]);
    }
    assert!(!desk.path("office/2024-05/figures.lock").exists());
    done(&desk, "publish office --without-items", &["wrote office/2024-05/figures.lock"]);
}

#[test]
fn a_second_approval_keeps_the_first() {
    let desk = desk();
    done(&desk, "approve office 2024-04 --all --by Chief", &["approved `fog-2024-04` (en) by Chief"]);
    let record = desk.read("office/2024-04/approvals.toml");
    done(&desk, "approve office 2024-04 --all --by Other", &["`fog-2024-04` (en) stays approved by Chief on "]);
    assert_eq!(desk.read("office/2024-04/approvals.toml"), record);
    done(&desk, "approve office 2024-04 fog-2024-04 --by Other", &["by Other on ", ", in place of Chief on "]);
    assert_ne!(desk.read("office/2024-04/approvals.toml"), record);
}

#[test]
fn no_path_of_an_edition_reaches_what_is_read() {
    let desk = Desk::with("examples/unoct");
    for line in
        ["diff office 2024-07 2025-04", "diff office 2019-05 2021-10", "diff office 2025-04 2024-07 --format markdown"]
    {
        let output = desk.run(line.split_whitespace());
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.len() > 2_000, "{shown}");
        for line in shown.lines() {
            let place = line.split(": ").next().unwrap();
            let is_path = place.contains("].") || place.contains("_by") || place.contains("contributions.");
            assert!(!is_path, "{line}");
        }
    }
}
