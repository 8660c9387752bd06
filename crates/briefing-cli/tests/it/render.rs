//! `briefing render`: files that are there whole, and words on where they are.

use std::fs;
use std::process::Stdio;

#[cfg(unix)]
use crate::common::under_permissions;
use crate::common::{Desk, briefing, status};
use insta::assert_snapshot;

const MINIMAL: &str = "tests/offices/minimal";
const NAME: &str = "smallest-2024-02-en.pdf";

#[test]
fn a_month_becomes_a_file_in_the_current_folder() {
    let desk = Desk::with(MINIMAL);
    assert_snapshot!(desk.say("render office 2024-02"), @r"
    status 0
    -- stdout
    wrote smallest-2024-02-en.pdf (1 page)
    ");
    assert_eq!(desk.names(), ["office", NAME], "nothing else is left behind");
    assert!(desk.read(NAME).starts_with(b"%PDF-1.7"));
}

#[test]
fn the_folder_for_output_is_made() {
    let desk = Desk::with(MINIMAL);
    assert_snapshot!(desk.say("render office 2024-02 --out-dir made/anew"), @r"
    status 0
    -- stdout
    wrote made/anew/smallest-2024-02-en.pdf (1 page)
    ");
    assert!(desk.path("made/anew").join(NAME).is_file());
}

#[test]
fn several_months_are_rendered_in_one_call_each_once() {
    let desk = Desk::with(MINIMAL);
    let month = fs::read_to_string(desk.path("office/2024-02/briefing.toml")).unwrap();
    desk.write("office/2024-03/briefing.toml", month.replace("2024-02", "2024-03"));
    assert_snapshot!(desk.say("render office 2024-03 2024-02 2024-03"), @r"
    status 0
    -- stdout
    wrote smallest-2024-03-en.pdf (1 page)
    wrote smallest-2024-02-en.pdf (1 page)
    ");
    assert_snapshot!(desk.say("render office 2024-02 2024-03 -o one.pdf"), @r#"
    status 2
    -- stderr
    error: one file cannot hold several months: use `--out-dir`
    "#);
    assert!(!desk.path("one.pdf").exists());
}

#[test]
fn a_month_at_fault_does_not_keep_the_others() {
    let desk = Desk::with(MINIMAL);
    desk.write("office/2024-03/briefing.toml", "isued = 2024-03-31\n");
    assert_snapshot!(desk.say("render office 2024-03 2024-02"), @r"
    status 1
    -- stdout
    wrote smallest-2024-02-en.pdf (1 page)
    -- stderr
    warning[M0151]: the month has no items: add some, each beginning with `[[item]]`
     --> office/2024-03/briefing.toml

    error[T0202]: `isued` has no meaning here
     --> office/2024-03/briefing.toml:1:1
       |
     1 | isued = 2024-03-31
       | ^^^^^
      = help: did you mean `issued`?

    1 error, 1 warning; `briefing explain CODE` says what a code means
    ");
    assert_eq!(desk.names(), ["office", NAME]);
}

#[test]
fn standard_output_gets_the_bytes_of_the_file() {
    let desk = Desk::with(MINIMAL);
    desk.say("render office 2024-02 -o file.pdf");
    let streamed = desk.run(["render", "office", "2024-02", "-o", "-"]);
    assert_eq!(status(&streamed), 0);
    assert!(streamed.stderr.is_empty());
    assert!(streamed.stdout == desk.read("file.pdf"));
}

#[test]
fn a_file_that_was_there_is_replaced_or_kept_whole() {
    let desk = Desk::with(MINIMAL);
    desk.write(NAME, "%PDF last month's");
    desk.edit("office/2024-02/briefing.toml", "[[item]]", "[[itm]]");
    assert_eq!(status(&desk.run(["render", "office", "2024-02"])), 1);
    assert_eq!(desk.read(NAME), b"%PDF last month's");

    desk.edit("office/2024-02/briefing.toml", "[[itm]]", "[[item]]");
    assert_eq!(status(&desk.run(["render", "office", "2024-02"])), 0);
    assert!(desk.read(NAME).starts_with(b"%PDF"));
    assert_eq!(desk.names(), ["office", NAME]);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_its_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let desk = Desk::with(MINIMAL);
    desk.write("elsewhere/april.pdf", "%PDF old");
    fs::set_permissions(desk.path("elsewhere/april.pdf"), PermissionsExt::from_mode(0o640)).unwrap();
    symlink("elsewhere/april.pdf", desk.path("april.pdf")).unwrap();
    assert_snapshot!(desk.say("render office 2024-02 -o april.pdf"), @r"
    status 0
    -- stdout
    wrote april.pdf (1 page)
    ");
    assert!(desk.path("april.pdf").is_symlink());
    assert!(desk.read("elsewhere/april.pdf").starts_with(b"%PDF"));
    let mode = fs::metadata(desk.path("elsewhere/april.pdf")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_kept() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with(MINIMAL);
    desk.write(NAME, "%PDF signed off");
    fs::set_permissions(desk.path(NAME), PermissionsExt::from_mode(0o444)).unwrap();
    assert_snapshot!(desk.say("render office 2024-02"), @r#"
    status 3
    -- stderr
    error: cannot write `smallest-2024-02-en.pdf`: the file is read-only
    "#);
    assert_eq!(desk.read(NAME), b"%PDF signed off");
    assert_eq!(desk.names(), ["office", NAME]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with(MINIMAL);
    fs::create_dir(desk.path("closed")).unwrap();
    fs::set_permissions(desk.path("closed"), PermissionsExt::from_mode(0o555)).unwrap();
    assert_eq!(
        under_permissions(|| desk.say("render office 2024-02 --out-dir closed")),
        format!("status 3\n-- stderr\nerror: cannot write `closed/{NAME}`: permission denied")
    );
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing() {
    let desk = Desk::with(MINIMAL);
    desk.write("file", "");
    assert_snapshot!(desk.say("render office 2024-02 -o nowhere/april.pdf"), @r#"
    status 3
    -- stderr
    error: cannot write `nowhere/april.pdf`: there is no such folder
    "#);
    assert_snapshot!(desk.say("render office 2024-02 -o office"), @r#"
    status 2
    -- stderr
    error: `office` is a folder: write `--out-dir office`
    "#);
    assert_snapshot!(desk.say("render office 2024-02 --out-dir file"), @r#"
    status 3
    -- stderr
    error: cannot make the folder `file`: a file is in its way
    "#);
    assert_eq!(desk.names(), ["file", "office"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let desk = Desk::with(MINIMAL);
    assert_snapshot!(desk.say("render office 2024-02 -o /dev/full"), @r#"
    status 3
    -- stderr
    error: cannot write `/dev/full`: the disk is full
    "#);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let arguments = ["render", "office", "2024-02", "-o", "-"];
    let output = briefing().current_dir(desk.path("")).args(arguments).stdout(full).output().unwrap();
    assert_snapshot!(desk.show(&output), @r#"
    status 3
    -- stderr
    error: cannot write to standard output: the disk is full
    "#);
}

#[test]
fn a_closed_pipe_is_quiet() {
    let desk = Desk::with(MINIMAL);
    let month = fs::read_to_string(desk.path("office/2024-02/briefing.toml")).unwrap();
    let month = month.replace("2024-02", "2024-03").replace("On the day that most years lack", "On the first day");
    desk.write("office/2024-03/briefing.toml", month);
    for arguments in
        [["render", "office", "2024-02", "-o", "-"], ["render", "office", "2024-02", "2024-03", "--strict"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = briefing().current_dir(desk.path("")).args(arguments).stdout(writer).output().unwrap();
        assert_eq!(desk.show(&output), "status 0");
    }
    // Files were asked for, whoever hears of them.
    assert_eq!(desk.names(), ["office", NAME, "smallest-2024-03-en.pdf"]);
}

#[test]
fn many_months_come_out_in_the_order_in_which_they_were_asked_for() {
    let desk = Desk::with(MINIMAL);
    let month = fs::read_to_string(desk.path("office/2024-02/briefing.toml")).unwrap();
    let months: Vec<String> = (1..=12).rev().map(|number| format!("2025-{number:02}")).collect();
    for name in &months {
        desk.write(&format!("office/{name}/briefing.toml"), month.replace("2024-02-29", &format!("{name}-28")));
    }
    let call = ["render", "office"].into_iter().chain(months.iter().map(String::as_str));
    let said = desk.show(&desk.run(call));
    let wrote: Vec<String> = months.iter().map(|name| format!("wrote smallest-{name}-en.pdf (1 page)")).collect();
    assert_eq!(said, format!("status 0\n-- stdout\n{}", wrote.join("\n")));
    // Alone it comes out the same.
    desk.say("render office 2025-07 -o alone.pdf");
    assert!(desk.read("alone.pdf") == desk.read("smallest-2025-07-en.pdf"));
}

#[test]
fn a_terminal_gets_no_pdf() {
    let desk = Desk::with(MINIMAL);
    // `script` gives the command a terminal; where there is none, there is nothing to see.
    let call = format!("{} render office 2024-02 -o -", env!("CARGO_BIN_EXE_briefing"));
    let script = std::process::Command::new("script")
        .args(["-qec", &call, "/dev/null"])
        .current_dir(desk.path(""))
        .stdin(Stdio::null())
        .output();
    let Ok(output) = script else { return };
    assert_snapshot!(desk.show(&output), @r#"
    status 2
    -- stdout
    error: a PDF file cannot be shown in a terminal: name a file with `-o`, or redirect the output
    "#);
}

#[test]
fn a_call_that_cannot_be_is_refused_before_anything_is_read() {
    let desk = Desk::with(MINIMAL);
    assert_snapshot!(desk.say("render office 2025-13"), @r#"
    status 2
    -- stderr
    error: invalid value '2025-13' for '[MONTH]...': `2025-13` is not a month: write year and month as in 2025-04, between 1900-01 and 2199-12

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("render office April"), @r#"
    status 2
    -- stderr
    error: invalid value 'April' for '[MONTH]...': `April` is not a month: write year and month as in 2025-04, between 1900-01 and 2199-12

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("render office"), @r"
    status 0
    -- stdout
    wrote smallest-2024-02-en.pdf (1 page)
    ");
    assert_snapshot!(desk.say("render office 2024-02 --lang de"), @r"
    status 2
    -- stderr
    error: invalid value 'de' for '--lang <CODES>': `de` is not an official language: write ar, zh, en, fr, ru or es

    For more information, try '--help'.
    ");
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::with(MINIMAL);
    desk.write("office/2024-04/notes.txt", "");
    desk.write("empty/readme.txt", "");
    desk.write("bare/office.toml", "");
    assert_snapshot!(desk.say("render nowhere 2024-02"), @r#"
    status 2
    -- stderr
    error: there is no folder `nowhere`
    "#);
    assert_snapshot!(desk.say("render office/office.toml 2024-02"), @r#"
    status 2
    -- stderr
    error: `office/office.toml` is not a folder: name the folder that holds `office.toml`
    "#);
    assert_snapshot!(desk.say("render office 2024-04"), @r#"
    status 2
    -- stderr
    error: `office` has no month 2024-04: it has 2024-02
    "#);
    assert_snapshot!(desk.say("render bare 2024-04"), @r#"
    status 2
    -- stderr
    error: `bare` has no month 2024-04, nor any other: a month is a folder such as `2024-04` with a `briefing.toml`
    "#);
    assert_snapshot!(desk.say("render empty 2024-02"), @r"
    status 1
    -- stderr
    error[O0101]: `empty`: there is no `office.toml`: this is not an office folder; name the folder that holds `office.toml`, or begin an office with `briefing new office`
    ");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with(MINIMAL);
    fs::set_permissions(desk.path("office/ledger.csv"), PermissionsExt::from_mode(0o000)).unwrap();
    let output = under_permissions(|| desk.run(["render", "office", "2024-02"]));
    assert_eq!(status(&output), 3);
    assert!(String::from_utf8_lossy(&output.stderr).contains("ledger.csv"));
}

#[test]
fn warnings_are_told_and_only_strictness_minds_them() {
    let desk = Desk::with(MINIMAL);
    desk.edit("office/2024-02/briefing.toml", "text = \"", "text = \"Launch \u{1f680}! ");
    assert_snapshot!(desk.say("render office 2024-02 --allow-missing"), @r#"
    status 0
    -- stdout
    wrote smallest-2024-02-en.pdf (1 page, 1 warning)
    -- stderr
    warning[G0101]: no font has the character `🚀` (U+1F680): a box is printed
     --> office/2024-02/briefing.toml:5:16
       |
     5 | text = "Launch 🚀! On the day that most years lack, the unit met."
       |                ^
      = help: leave it out or write it in words, or name a font that has it under `[theme]`: `fonts = ["fonts/rare.ttf"]`

    1 warning; `briefing explain CODE` says what a code means
    "#);
    let strict = desk.run(["render", "office", "2024-02", "--allow-missing", "--strict"]);
    assert_eq!(status(&strict), 1);
    assert_eq!(status(&desk.run(["verify", "smallest-2024-02-en.pdf"])), 0);
    let again = ["render", "--from", "smallest-2024-02-en.pdf", "-o", "again.pdf"];
    assert_eq!(status(&desk.run(again)), 1);
    assert!(!desk.path("again.pdf").exists());
    assert_eq!(status(&desk.run(again.iter().chain(&["--allow-missing"]))), 0);
}

#[test]
fn a_character_that_no_font_has_is_an_error() {
    let desk = Desk::with(MINIMAL);
    desk.edit("office/2024-02/briefing.toml", "text = \"", "text = \"Launch \u{1f680}! ");
    assert_snapshot!(desk.say("render office 2024-02"), @r#"
    status 1
    -- stderr
    error[G0101]: no font has the character `🚀` (U+1F680)
     --> office/2024-02/briefing.toml:5:16
       |
     5 | text = "Launch 🚀! On the day that most years lack, the unit met."
       |                ^
      = help: leave it out or write it in words, or name a font that has it under `[theme]`: `fonts = ["fonts/rare.ttf"]`

    1 error; `briefing explain CODE` says what a code means
    "#);
    assert!(!desk.path("smallest-2024-02-en.pdf").exists());
}

#[test]
fn another_language_says_what_it_lacks() {
    let desk = Desk::with(MINIMAL);
    assert_snapshot!(desk.say("render office 2024-02 --lang fr"), @r#"
    status 0
    -- stdout
    wrote smallest-2024-02-fr.pdf (2 pages, 8 warnings)
    -- stderr
    warning[N0101]: `Office of Small Things` is not translated into `fr` and is printed in English: add the translation
     --> office/office.toml:3:8
       |
     3 | name = "Office of Small Things"
       |        ^^^^^^^^^^^^^^^^^^^^^^^^

    warning[N0101]: `The One Unit` is not translated into `fr` and is printed in English: add the translation
     --> office/office.toml:7:8
       |
     7 | name = "The One Unit"
       |        ^^^^^^^^^^^^^^

    warning[N0102]: the text of `leap-day` is printed in `en`, not in `fr`: translate it
     --> office/2024-02/briefing.toml:5:8
       |
     5 | text = "On the day that most years lack, the unit met."
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    warning[N0103]: no wording of `Provide leadership on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across the UN system` is confirmed in `fr`, so it is printed in English

    warning[N0103]: no wording of `Enhance coordination and coherence across the Global Counter-Terrorism Compact entities for the balanced implementation of the four pillars` is confirmed in `fr`, so it is printed in English

    warning[N0103]: no wording of `Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States` is confirmed in `fr`, so it is printed in English

    warning[N0103]: no wording of `Improve visibility, advocacy and resource mobilization for UN counter-terrorism efforts` is confirmed in `fr`, so it is printed in English

    warning[N0103]: no wording of `Ensure that due priority is given to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in the Strategy` is confirmed in `fr`, so it is printed in English

    8 warnings; `briefing explain CODE` says what a code means
    "#);
    assert_eq!(desk.names(), ["office", "smallest-2024-02-fr.pdf"]);
}

#[test]
fn what_went_out_is_never_overwritten() {
    let desk = Desk::with(MINIMAL);
    let say = |line: &str| desk.say(line);
    assert!(desk.run(["publish", "office", "2024-02", "--lang", "en"]).status.success());
    let went_out = desk.read("office/2024-02/published-en.pdf");
    assert_snapshot!(say("render office 2024-02 -o office/2024-02/published-en.pdf"), @r"
    status 2
    -- stderr
    error: `office/2024-02/published-en.pdf` went out, and is never overwritten: choose another name
    ");
    assert_eq!(desk.read("office/2024-02/published-en.pdf"), went_out);
    // Nor does anything else take its name.
    assert_snapshot!(say("render office 2024-02 -o office/2024-02/published-fr.pdf"), @r"
    status 2
    -- stderr
    error: `office/2024-02/published-fr.pdf` would be taken for a file that went out: choose another name
    ");
    assert!(!desk.path("office/2024-02/published-fr.pdf").exists());
    // Whoever has lost the record does not publish over it.
    fs::remove_file(desk.path("office/2024-02/figures.lock")).unwrap();
    assert_snapshot!(say("publish office 2024-02 --lang en"), @r"
    status 1
    -- stderr
    error[F0703]: `published-en.pdf` went out, and its record is not in the folder
     --> office/2024-02/figures.lock
      = help: restore the record from a copy of the folder, as `briefing publish` wrote it

    1 error; `briefing explain CODE` says what a code means
    nothing was published
    ");
    assert_eq!(desk.read("office/2024-02/published-en.pdf"), went_out);
}
