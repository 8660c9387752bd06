//! `briefing explain`, and the help of every command.

use crate::common::{Desk, status};
use insta::assert_snapshot;

#[test]
fn a_code_is_explained() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("explain M0103"), @r#"
    status 0
    -- stdout
    M0103: an event outside its month

    An item belongs to the month's briefing if at least one of its days lies in that month; this one has none there. An event that began earlier or goes on longer is fine.

    Example:

        # 2025-04/briefing.toml
        [[item]]
        id = "course"
        when = "2025-05-06/2025-05-08"

    What to do: Correct `when`, or move the item to the month it belongs to.
    "#);
    assert_eq!(desk.say("explain m0103"), desk.say("explain M0103"));
}

#[test]
fn a_key_is_explained() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("explain item.picture.alt"), @r#"
    status 0
    -- stdout
    item.picture.alt: a key of a month's briefing.toml

    What the picture shows, for readers who do not see it: what a colleague would say on the telephone.

    Form: text
    Required.

    Example:

        alt = "A dark blue globe at night."
    "#);
}

#[test]
fn each_file_has_a_schema() {
    let desk = Desk::empty();
    let files = ["office", "month", "translation", "edition", "briefing", "standing"];
    let forms = ["totals", "trace", "faults", "translations", "tags", "verification"];
    for of in files.into_iter().chain(forms) {
        let output = desk.run(["schema", of]);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(schema["$schema"].is_string(), "{of}");
    }
    assert_eq!(desk.run(["schema"]).stdout, desk.run(["schema", "edition"]).stdout);
}

#[test]
fn every_code_that_is_listed_is_explained_and_once() {
    let desk = Desk::empty();
    let list = String::from_utf8(desk.run(["explain"]).stdout).unwrap();
    let mut codes: Vec<&str> = list.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(codes.len() > 60);
    // One of each letter, so that no family is forgotten.
    for letter in ["O", "T", "R", "M", "P", "C", "I", "F", "L", "N", "G"] {
        assert!(codes.iter().any(|code| code.starts_with(letter)), "{letter}");
    }
    for code in &codes {
        let output = desk.run(["explain", code]);
        let text = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(status(&output), 0);
        assert!(text.starts_with(&format!("{code}: ")), "{text}");
        assert!(text.contains("\nExample:\n\n    ") && text.contains("\nWhat to do: "), "{text}");
    }
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

#[test]
fn an_unknown_code_gets_a_suggestion() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("explain M103"), @r#"
    status 2
    -- stderr
    error: there is no code `M103`; did you mean M0103?
    "#);
    assert_snapshot!(desk.say("explain everything"), @r#"
    status 2
    -- stderr
    error: `everything` is neither a code nor a key; `briefing explain` lists the codes
    "#);
}

#[test]
fn help_reads_well() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("--help"), @r"
    status 0
    -- stdout
    Turns what an office knows into its monthly briefing: an accessible PDF, and the figures behind it.

    An office keeps its facts in a folder: `office.toml`, a ledger, and a folder for each month.

    Usage: briefing <COMMAND>

    Commands:
      new           Begin an office, a month or an item
      check         Find every fault of every month, all at once
      watch         Render a month again on every save, and show it in a browser with its faults beside
                    it
      render        Make the PDF of a month, or of several
      diff          Show what differs between two issues: items, texts, figures, names
      approve       Approve items of a month, or show who approved which
      publish       Publish a month: record all that it prints in each language, and write the files
      totals        Show what the ledger comes to on a day
      trace         Show the entries behind a figure of a month's briefing, which add up to it
      translations  List what of a month is translated, and exchange its texts with translators' tools
      ledger        Work on the ledger
      extract       Write the data that a finished PDF was made from, as JSON
      verify        Check whether a finished PDF shows what the data in it say
      tags          Show the tags of a finished PDF: what it says to a program or a screen reader
      schema        Write the JSON Schema of a file, for editors and other programs
      explain       Explain a code such as M0103, or a key such as `item.when`
      completions   Write the completions of a shell
      man           Write the manual as pages for `man`
      licences      Show the licences of the program, its typefaces and the libraries in it
      help          Print this message or the help of the given subcommand(s)

    Options:
      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Exit status: 0 success, 1 invalid input or an altered file, 2 usage error, 3 refused by the system
    (unreadable, unwritable, disk full), 4 made by another version.
    ");
    assert_snapshot!(desk.say("render --help"), @r"
    status 0
    -- stdout
    Make the PDF of a month, or of several

    Usage: briefing render [OPTIONS] <OFFICE> [MONTH]...
           briefing render [OPTIONS] --from <FILE>

    Arguments:
      [OFFICE]    The office folder
      [MONTH]...  The months, such as 2025-04, or 2025-01..2025-04; without any, the latest

    Options:
          --all            All months
          --from <FILE>    An edition instead: the JSON that `extract` writes, a finished PDF, or `-`
                           for standard input
      -o, --output <FILE>  The file to write, or `-` for standard output
          --out-dir <DIR>  The folder to write to, made if need be; without it, the current one
          --lang <CODES>   The languages: ar, zh, en, fr, ru, es; several with commas between [default:
                           en]
          --all-languages  All six languages, each in a file of its own
          --publish        Also record the figures beside the month, in `figures.lock`: from then on,
                           `check` reports when they change
          --draft          A draft: DRAFT behind the text and in the title, numbered lines, and a sheet
                           that says who has approved what
          --open           Open the files when they are written, with the program that the system has
                           for them
          --strict         End with status 1 if there are warnings
          --allow-missing  Print a box for a character that no font has, and warn, instead of making no
                           file
      -h, --help           Print help

    Examples:
      briefing render examples/unoct                          the latest month: writes
      unoct-2025-04-en.pdf
      briefing render examples/unoct 2025-01..2025-04         the months from January to April that are
      there
      briefing render examples/unoct 2025-04 -o april.pdf     writes april.pdf
      briefing render examples/unoct 2025-04 -o - | lpr       writes to standard output
      briefing render examples/unoct 2025-04 --lang fr,es     writes unoct-2025-04-fr.pdf and
      unoct-2025-04-es.pdf
      briefing render examples/unoct 2025-04 --publish        also writes figures.lock beside the month
      briefing render --from edition.json -o again.pdf        makes the file of an edition again

    A month with an error is not rendered; what was there under its name stays as it was.
    ");
    assert_snapshot!(desk.say("check --help"), @r"
    status 0
    -- stdout
    Find every fault of every month, all at once

    Usage: briefing check [OPTIONS] <OFFICE>

    Arguments:
      <OFFICE>
              The office folder

    Options:
          --format <FORMAT>
              How faults are written

              Possible values:
              - text: For people
              - json: For programs
              
              [default: text]

          --full
              List faults one by one even where there are more than fifty, up to fifty of each kind

          --strict
              End with status 1 if there are warnings

      -h, --help
              Print help (see a summary with '-h')

    Example:
      briefing check examples/unoct

    Faults go to standard error, each with its place; with --format json, to standard output.
    ");
    assert_snapshot!(desk.say("totals --help"), @r#"
    status 0
    -- stdout
    Show what the ledger comes to on a day

    Usage: briefing totals [OPTIONS] --as-of <DATE> <OFFICE>

    Arguments:
      <OFFICE>
              The office folder

    Options:
          --as-of <DATE>
              What had taken effect by the end of this day, such as 2025-04-30

          --known-at <DATE>
              What had been recorded by the end of this day; without it, by the cut-off of the issue of
              that month, or by today where there is none

          --by <WHAT>
              What they are broken down by: programme, contributor, year, fund or kind (of entry)
              
              [default: contributor]

          --format <FORMAT>
              How they are written

              Possible values:
              - text: A table for people
              - csv:  Rows for a spreadsheet
              - json: An object for a program
              
              [default: text]

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      briefing totals examples/unoct --as-of 2025-04-30
      briefing totals examples/unoct --as-of 2025-04-30 --by programme --format csv
      briefing totals examples/unoct --as-of 2024-03-31 --known-at 2024-04-15
    "#);
    assert_snapshot!(desk.say("explain --help"), @r#"
    status 0
    -- stdout
    Explain a code such as M0103, or a key such as `item.when`

    Usage: briefing explain [CODE|KEY]

    Arguments:
      [CODE|KEY]  The code or the key; without one, all codes are listed

    Options:
      -h, --help  Print help

    Examples:
      briefing explain M0103
      briefing explain theme.accent
    "#);
}

#[test]
fn an_unknown_command_is_refused() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("rendr office 2024-02"), @r#"
    status 2
    -- stderr
    error: unrecognized subcommand 'rendr'

      tip: some similar subcommands exist: 'ledger', 'render'

    Usage: briefing <COMMAND>

    For more information, try '--help'.
    "#);
    assert_eq!(status(&desk.run::<&str>([])), 2);
    assert!(desk.say("--version").starts_with("status 0\n-- stdout\nbriefing 0."));
}
