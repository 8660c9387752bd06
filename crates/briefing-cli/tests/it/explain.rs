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

    An item belongs to a month's briefing if at least one of its days is in that month. None of this item's days is. An event may begin earlier or end later.

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

    What the picture shows, for readers who cannot see it: what you would say about it on the phone.

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
    error: there is no `M103`; did you mean M0103?
    "#);
    assert_snapshot!(desk.say("explain everything"), @r#"
    status 2
    -- stderr
    error: `everything` is neither a code, a key nor a fact; `briefing explain` lists the codes, and `briefing explain facts` the facts
    "#);
}

#[test]
fn help_reads_well() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("--help"), @r"
    status 0
    -- stdout
    Makes an office's monthly briefing, an accessible PDF, from a folder of facts.

    The folder of an office holds `office.toml`, a ledger, and a folder for each month.

    Usage: briefing <COMMAND>

    Commands:
      new           Create an office, a month or an item
      check         Check an office, and report every fault in every month, or in those that are named
      watch         Render a month on every save, and show it in a browser with its faults
      render        Render the PDF of one or more months
      diff          Show what differs between two issues: items, texts, figures, names
      approve       Approve items of a month, or show who approved which
      publish       Publish a month: keep and record everything it prints, and write the files
      totals        Show the totals of the ledger on a day
      trace         Show the ledger entries that add up to a figure of a month
      translations  List which texts of a month are translated, and exchange them with translation tools
      ledger        Work on the ledger
      extract       Write the data that a finished PDF was made from, as JSON
      verify        Check that a finished PDF shows what its data say
      tags          Show the structure of a finished PDF, as a screen reader finds it
      schema        Write the JSON Schema of a file, for editors and other programs
      explain       Explain a code such as M0103, a key such as `item.when`, or a fact such as
                    `standing.share`
      completions   Print the completions for a shell
      man           Print the manual pages
      licences      Show the licences of the program, its typefaces and its libraries
      help          Print this message or the help of the given subcommand(s)

    Options:
      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Exit status: 0 success, 1 invalid input or an altered file, 2 usage error, 3 a file cannot be read
    or written, 4 input made by another version.
    ");
    assert_snapshot!(desk.say("render --help"), @r"
    status 0
    -- stdout
    Render the PDF of one or more months

    Usage: briefing render [OPTIONS] <OFFICE> [MONTH]...
           briefing render [OPTIONS] --from <FILE>

    Arguments:
      [OFFICE]    The office folder
      [MONTH]...  The months, such as 2025-04, or 2025-01..2025-04; by default, the latest

    Options:
          --all            All months
          --from <FILE>    Render an edition instead: the JSON that `extract` writes, a finished PDF, or
                           `-` for standard input
      -o, --output <FILE>  The file to write, or `-` for standard output
          --out-dir <DIR>  The folder to write to, created if it does not exist; by default, the current
                           one
          --lang <CODES>   The languages, separated by commas: ar, zh, en, fr, ru, es [default: en]
          --all-languages  All six languages, each in a file of its own
          --publish        Also publish the month, as `briefing publish` does
          --draft          Render a draft: marked DRAFT, with numbered lines and a sheet of approvals
          --open           Open the finished files in the system's PDF viewer
          --strict         Exit with status 1 if there are warnings
          --allow-missing  Print a box, with a warning, for a character that no font has, instead of
                           refusing to render
      -h, --help           Print help

    Examples:
      briefing render examples/unoct                        the latest month
      briefing render examples/unoct 2025-01..2025-04       the months from January to April
      briefing render examples/unoct 2025-04 -o april.pdf   writes april.pdf
      briefing render examples/unoct 2025-04 -o - | lpr     writes to standard output
      briefing render examples/unoct 2025-04 --lang fr,es   a file in each language
      briefing render examples/unoct 2025-04 --publish      also publishes the month
      briefing render --from edition.json -o again.pdf      makes the file of an edition again

    A month with an error is not rendered, and an earlier file of it is kept.
    ");
    assert_snapshot!(desk.say("check --help"), @r"
    status 0
    -- stdout
    Check an office, and report every fault in every month, or in those that are named

    Usage: briefing check [OPTIONS] <OFFICE> [MONTH]...

    Arguments:
      <OFFICE>
              The office folder

      [MONTH]...
              The months, such as 2025-04, or 2025-01..2025-04; by default, all

    Options:
          --format <FORMAT>
              The output format

              Possible values:
              - text: For people
              - json: For programs
              
              [default: text]

          --full
              List each fault even if there are more than fifty, up to fifty of each kind

          --strict
              Exit with status 1 if there are warnings

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      briefing check examples/unoct           every month
      briefing check examples/unoct 2025-04   one month, with the office and its ledger
      briefing check examples/unoct 2025-01..2025-04

    Faults are printed to standard error; with --format json, to standard output.
    ");
    assert_snapshot!(desk.say("totals --help"), @r"
    status 0
    -- stdout
    Show the totals of the ledger on a day

    Usage: briefing totals [OPTIONS] --as-of <DATE> <OFFICE>

    Arguments:
      <OFFICE>
              The office folder

    Options:
          --as-of <DATE>
              Count what had taken effect by the end of this day, such as 2025-04-30

          --known-at <DATE>
              Count what had been recorded by the end of this day; by default, the cut-off of the issue
              of that month, or today if there is none

          --by <WHAT>
              Break the totals down by programme, contributor, year, fund or kind (of entry)
              
              [default: contributor]

          --format <FORMAT>
              The output format

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
    ");
    assert_snapshot!(desk.say("explain --help"), @r"
    status 0
    -- stdout
    Explain a code such as M0103, a key such as `item.when`, or a fact such as `standing.share`

    Usage: briefing explain [CODE|KEY|FACT]

    Arguments:
      [CODE|KEY|FACT]  The code, key or fact, or `facts` for all facts; by default, all codes are listed

    Options:
      -h, --help  Print help

    Examples:
      briefing explain M0103
      briefing explain theme.accent
      briefing explain facts
    ");
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

#[test]
fn no_example_of_a_help_is_broken_in_two() {
    let desk = Desk::empty();
    let commands = [
        "new office",
        "new month",
        "new item",
        "check",
        "watch",
        "render",
        "diff",
        "approve",
        "publish",
        "totals",
        "trace",
        "translations",
        "ledger import",
        "ledger export",
        "extract",
        "verify",
        "tags",
        "schema",
        "explain",
        "completions",
        "man",
        "licences",
    ];
    for command in commands {
        let help = desk.say(&format!("{command} --help"));
        let lines: Vec<&str> = help.lines().skip_while(|line| !line.starts_with("Example")).skip(1).collect();
        for pair in lines.windows(2) {
            let [example, next] = pair else { continue };
            let whole = !example.starts_with("  ") || next.is_empty() || next.starts_with("  ");
            assert!(whole, "{command}: {example}\n{next}");
        }
    }
}

#[test]
fn an_option_of_other_programs_is_answered_with_what_to_write() {
    let desk = Desk::with("examples/unoct");
    for (call, tip) in [
        ("render office --month 2025-04", "`briefing render my-office 2025-05`"),
        ("check office --json", "write `--format json`"),
        ("ledger export office --json", "write `--format json`"),
        ("extract a.pdf -o e.json", "write `> FILE` at the end"),
        ("ledger export office -o x.csv", "write `> FILE` at the end"),
        ("ledger import office --colour", ""),
    ] {
        let said = desk.say(call);
        assert!(said.starts_with("status 2") && said.contains(tip) && !said.contains("as a value"), "{said}");
    }
    // As they say.
    for call in ["render office 2025-04", "check office --format json", "ledger export office --format json"] {
        assert!(desk.say(call).starts_with("status 0"), "{call}");
    }
    assert!(desk.say("render office --langs fr").contains("'--lang'"));
}
