//! Months, languages, completions and manuals as a terminal has them.

use crate::common::{Desk, repository, status};
use insta::assert_snapshot;

/// Three months of an office.
fn desk() -> Desk {
    let desk = Desk::with("tests/offices/minimal");
    let text = std::fs::read_to_string(repository("tests/offices/minimal/2024-02/briefing.toml")).unwrap();
    for month in ["2024-03", "2024-05"] {
        desk.write(
            &format!("office/{month}/briefing.toml"),
            text.replace("2024-02-29", &format!("{month}-11"))
                .replace("On the day", &format!("In {month}, on the day")),
        );
    }
    desk
}

fn written(desk: &Desk, line: &str) -> Vec<String> {
    let said = desk.say(line);
    let lines = said.lines().filter_map(|line| line.strip_prefix("wrote "));
    lines.map(|line| line.split(" (").next().unwrap().to_owned()).collect()
}

#[test]
fn months_are_named_spanned_or_left_to_the_program() {
    let desk = desk();
    let month = |month: &str| format!("minimal-{month}-en.pdf");
    let latest = written(&desk, "render office");
    assert_eq!(latest.len(), 1, "{latest:?}");
    assert!(latest[0].contains("2024-05"));
    let count = |line: &str| written(&desk, line).len();
    assert_eq!(count("render office 2024-02..2024-03"), 2, "{}", month("2024-02"));
    assert_eq!(count("render office ..2024-03 2024-02 2024-05"), 3);
    assert_eq!(count("render office --all"), 3);
    assert_eq!(count("render office 2024-03.. --lang fr,es,fr"), 4);
    assert_snapshot!(desk.say("render office 2024-06..2024-09"), @r"
    status 2
    -- stderr
    error: `office` has no month in 2024-06..2024-09: it has 2024-02, 2024-03, 2024-05
    ");
    assert_snapshot!(desk.say("render office 2024-05..2024-02"), @r"
    status 2
    -- stderr
    error: invalid value '2024-05..2024-02' for '[MONTH]...': 2024-05 comes after 2024-02

    For more information, try '--help'.
    ");
    assert_snapshot!(desk.say("render office --all -o one.pdf"), @r"
    status 2
    -- stderr
    error: one file cannot hold several months: use `--out-dir`
    ");
    desk.write("empty/office.toml", "[office]\nid = \"a\"\nname = \"A\"\n");
    assert_snapshot!(desk.say("render empty"), @r"
    status 2
    -- stderr
    error: `empty` has no month: a month is a folder such as `2025-04` with a `briefing.toml`; `briefing new month empty` makes one
    ");
    assert!(desk.say("translations office").contains("language     done"));
}

#[test]
fn a_file_is_named_with_its_measures() {
    let said = desk().say("render office --lang fr");
    let line = said.lines().find(|line| line.starts_with("wrote")).unwrap();
    let measures = line.split_once(" (").unwrap().1;
    assert!(measures.starts_with("1 page, ") && measures.contains(" warning"), "{line}");
}

#[test]
fn many_faults_are_folded_by_kind() {
    let desk = desk();
    let items: String = (0..60)
        .map(|n| format!("[[item]]\nid = \"i{n}\"\nsection = \"highlights\"\nwhen = 2024-09-01\ntext = \"T {n}.\"\n"))
        .collect();
    desk.write("office/2024-05/briefing.toml", items);
    let folded = desk.say("check office");
    assert_eq!(folded.matches("error[M0103]").count(), 3, "{folded}");
    assert!(folded.contains("and 57 more of M0103: an event outside its month\n"), "{folded}");
    assert!(
        folded.contains("60 errors; `briefing explain CODE` says what a code means; `briefing check office --full`"),
        "{folded}"
    );
    let full = desk.say("check office --full");
    assert_eq!(full.matches("error[M0103]").count(), 50);
    assert!(
        full.contains("\n --> office/2024-05/briefing.toml:4:8\n"),
        "a terminal opens the path from where it is: {full}"
    );
}

#[test]
fn shells_and_man_know_every_command() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = desk.run(["completions", shell]);
        assert_eq!(status(&output), 0, "{shell}");
        let script = String::from_utf8(output.stdout).unwrap();
        for word in ["translations", "publish", "approve", "out-dir"] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
    assert_eq!(status(&desk.run(["completions", "tcsh"])), 2);
    let page = String::from_utf8(desk.run(["man"]).stdout).unwrap();
    assert!(page.contains(".TH briefing 1"), "{page}");
    assert_eq!(status(&desk.run(["man", "--out-dir", "man"])), 0);
    assert_eq!(status(&desk.run(["man", "--out-dir", "man"])), 0, "an earlier page may be written over");
    for page in ["briefing.1", "briefing-render.1", "briefing-new-month.1", "briefing-ledger-import.1"] {
        assert!(desk.path("man").join(page).is_file(), "{page}");
    }
    let help = desk.say("help approve");
    assert!(help.contains("Approve items of a month"), "{help}");
    assert_eq!(help, desk.say("approve --help"));
}

/// With a stand-in for the program that opens files.
#[cfg(unix)]
#[test]
fn a_finished_file_is_opened_or_it_is_said_why_not() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let desk = desk();
    let run = |script: Option<&str>, arguments: &str| {
        let bin = desk.path("bin");
        fs::create_dir_all(&bin).unwrap();
        match script {
            Some(script) => {
                desk.write(&format!("bin/{opener}"), format!("#!/bin/sh\n{script}\n"));
                fs::set_permissions(bin.join(opener), Permissions::from_mode(0o755)).unwrap();
            }
            None => fs::remove_file(bin.join(opener)).unwrap(),
        }
        let mut command = crate::common::briefing();
        command.env("PATH", bin).current_dir(desk.path("")).args(arguments.split_whitespace());
        desk.show(&command.output().unwrap()).replace(opener, "OPENER")
    };
    let said = run(Some("echo \"$@\" >> opened"), "render office 2024-02 2024-03 --open");
    assert!(said.starts_with("status 0") && !said.contains("note"), "{said}");
    assert_eq!(desk.read("opened"), b"smallest-2024-02-en.pdf\nsmallest-2024-03-en.pdf\n");
    // Without a desktop: said once, and the files are there.
    let note = "note: `smallest-2024-02-en.pdf` cannot be opened from here: ";
    let said = run(Some("exit 3"), "render office 2024-02 2024-03 --open");
    assert!(said.starts_with("status 0") && said.matches("note").count() == 1, "{said}");
    assert!(said.contains(&format!("{note}`OPENER` found no desktop or no program for it")), "{said}");
    let said = run(None, "render office 2024-02 --open");
    assert!(said.contains(&format!("{note}there is no `OPENER` here")), "{said}");
    assert_snapshot!(desk.say("render office 2024-02 --open -o -"), @r"
    status 2
    -- stderr
    error: standard output cannot be opened: leave out `--open` or `-o -`
    ");
}
