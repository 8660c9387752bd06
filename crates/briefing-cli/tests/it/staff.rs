//! What people do with an issue around rendering it: differences, approvals, publishing, corrections.

use crate::common::{Desk, status};
use insta::assert_snapshot;

const MARCH: &str = "issued = 2025-04-02\n\n[[item]]\nid = \"course\"\nsection = \"highlights\"\nwhen = 2025-03-11\n\
    text = \"A course for lighthouse keepers was held in **Lagos**, with 40 people from seven States.\"\n\n\
    [[item]]\nid = \"visit\"\nsection = \"leadership\"\nwhen = 2025-03-12\ntext = \"A visit.\"\n";

/// An office with two months, a ledger, and texts in French.
fn desk() -> Desk {
    let desk = Desk::empty();
    let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-03-04,2025-03-05,DEU,1000\np-2,pledge,2025-04-04,2025-04-05,UZB,500\n";
    let april = MARCH
        .replace("2025-04-02", "2025-05-02")
        .replace("2025-03", "2025-04")
        .replace("40 people from seven", "52 people from nine")
        .replace("id = \"visit\"", "id = \"summit\"");
    desk.write("o/office.toml", "[office]\nid = \"phares\"\nname = { en = \"Lighthouses\", fr = \"Phares\" }\n")
        .write("o/ledger.csv", ledger)
        .write("o/2025-03/briefing.toml", MARCH)
        .write("o/2025-04/briefing.toml", april)
        .write("o/2025-04/briefing.fr.toml", "[summit.text]\nsource = \"A visit.\"\ntext = \"Une visite.\"\n");
    desk
}

#[test]
fn two_months_differ_by_items_words_and_figures() {
    let desk = desk();
    assert_snapshot!(desk.say("diff o"), @r"
    status 0
    -- stdout
    2025-03 → 2025-04 (en)

    items
      - item `visit`: A visit.
      + item `summit`: A visit.

    texts
      ~ text of item `course`: … keepers was held in **Lagos**, with [-40-] {+52+} people from [-seven-] {+nine+} States.

    dates
      ~ day up to which contributions are counted: 2025-03-31 → 2025-04-30
      ~ date of item `course`: 2025-03-11 → 2025-04-11
      ~ day of issue: 2025-04-02 → 2025-05-02

    figures
      + Uzbekistan in the table of contributors: pledged USD 500.00; received unknown
      ~ number of partners: 1 → 2
      ~ total pledged: USD 1,000.00 → USD 1,500.00
      - pledge by Germany in the month’s movements: USD 1,000.00
      + pledge by Uzbekistan in the month’s movements: USD 500.00
      ~ total pledged in the month’s movements: USD 1,000.00 → USD 500.00
    ");
    assert_snapshot!(desk.say("diff o 2025-03 2025-03"), @r"
    status 0
    -- stdout
    2025-03 → 2025-03 (en)
    nothing differs
    ");
    assert_snapshot!(desk.say("diff o 2025-03 2025-04 --format markdown"), @r"
    status 0
    -- stdout
    # 2025-03 → 2025-04 (en)

    ## items

    - item `visit`: ~~A visit.~~
    - item `summit`: **A visit.**

    ## texts

    - text of item `course`: … keepers was held in \*\*Lagos\*\*, with ~~40~~ **52** people from ~~seven~~ **nine** States.

    ## dates

    - day up to which contributions are counted: ~~2025-03-31~~ **2025-04-30**
    - date of item `course`: ~~2025-03-11~~ **2025-04-11**
    - day of issue: ~~2025-04-02~~ **2025-05-02**

    ## figures

    - Uzbekistan in the table of contributors: **pledged USD 500.00; received unknown**
    - number of partners: ~~1~~ **2**
    - total pledged: ~~USD 1,000.00~~ **USD 1,500.00**
    - pledge by Germany in the month’s movements: ~~USD 1,000.00~~
    - pledge by Uzbekistan in the month’s movements: **USD 500.00**
    - total pledged in the month’s movements: ~~USD 1,000.00~~ **USD 500.00**
    ");
    let json: serde_json::Value = serde_json::from_slice(&desk.run(["diff", "o", "--format", "json"]).stdout).unwrap();
    assert_eq!((&json["format"], &json["version"]), (&"briefing-diff".into(), &1.into()));
    assert!(
        json["changes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|change| change["kind"] == "text" && change["words"][1]["removed"] == "40")
    );
    assert_snapshot!(desk.say("diff o 2025-03"), @r"
    status 2
    -- stderr
    error: `o` has no month before 2025-03: name what to compare
    ");
}

/// A text that nobody changed says something else when the ledger has moved.
#[test]
fn a_difference_shows_the_values_of_facts() {
    let desk = desk();
    desk.write(
        "o/office.toml",
        "[office]\nid = \"phares\"\nname = { en = \"Lighthouses\", fr = \"Phares\" }\n\
         about = [\"{standing.partners} States have pledged {standing.pledged} to {office.name}.\"]\n\
         [ledger]\ncoverage = \"complete\"\n",
    )
    .edit("o/2025-04/briefing.toml", "A visit.", "A visit to {office.name}.");
    let shown = |arguments: &str| {
        let said = desk.say(&format!("diff o {arguments}"));
        said.lines()
            .filter(|line| line.contains("about") || line.contains("`summit`"))
            .collect::<Vec<_>>()
            .join("\n")
            .replace(['\u{a0}', '\u{202f}'], "~")
    };
    assert_snapshot!(shown(""), @r"
    + item `summit`: A visit to Lighthouses.
    ~ paragraph 1 about the office: [-One-] {+Two+} States have pledged [-$1,000-] {+$1,500+} to Lighthouses.
    ");
    assert_snapshot!(shown("--format markdown"), @r"
    - item `summit`: **A visit to Lighthouses.**
    - paragraph 1 about the office: ~~One~~ **Two** States have pledged ~~$1,000~~ **$1,500** to Lighthouses.
    ");
    desk.write(
        "o/office.fr.toml",
        "[office.about.1]\nsource = \"{standing.partners} States have pledged {standing.pledged} to {office.name}.\"\n\
         text = \"{office.name} : {standing.pledged} de {standing.partners} États.\"\n",
    );
    assert_snapshot!(shown("--lang fr"), @r"
    + item `summit`: A visit to Phares.
    ~ paragraph 1 about the office: Phares : [-1~000~dollars-] {+1~500~dollars+} de [-1-] {+deux+} États.
    ");
    let json: serde_json::Value = serde_json::from_slice(&desk.run(["diff", "o", "--format", "json"]).stdout).unwrap();
    let about = json["changes"].as_array().unwrap().iter().find(|change| change["place"] == "about[1]").unwrap();
    assert_eq!(about["before"], "One States have pledged $1,000 to Lighthouses.");
}

#[test]
fn a_finished_file_is_held_against_its_month() {
    let desk = desk();
    assert_eq!(status(&desk.run(["render", "o", "2025-04", "-o", "april.pdf"])), 0);
    assert_snapshot!(desk.say("diff o april.pdf"), @r"
    status 0
    -- stdout
    april.pdf → 2025-04 (en)
    nothing differs
    ");
    desk.edit("o/2025-04/briefing.toml", "52 people", "53 people");
    assert_snapshot!(desk.say("diff o april.pdf"), @r"
    status 0
    -- stdout
    april.pdf → 2025-04 (en)

    texts
      ~ text of item `course`: … keepers was held in **Lagos**, with [-52-] {+53+} people from nine States.
    ");
    assert_snapshot!(desk.say("diff o april.pdf nowhere.pdf"), @r"
    status 2
    -- stderr
    error: there is no file `nowhere.pdf`
    ");
}

#[test]
fn an_approval_stands_until_its_item_is_changed() {
    let desk = desk();
    assert_snapshot!(desk.say("approve o 2025-04"), @r"
    status 0
    -- stdout
    en  summit  not approved
    en  course  not approved
    ");
    assert_snapshot!(desk.show(&desk.run(["approve", "o", "2025-04", "--all", "--by", "Chief,  \"SPIB\""])).replace(&today(), "[TODAY]"), @r#"
    status 0
    -- stdout
    approved `summit` (en) by Chief,  "SPIB" on [TODAY]
    approved `course` (en) by Chief,  "SPIB" on [TODAY]
    "#);
    assert_snapshot!(desk.say("approve o 2025-04 summit --by A.Person --lang fr").replace(&today(), "[TODAY]"), @r"
    status 0
    -- stdout
    approved `summit` (fr) by A.Person on [TODAY]
    ");
    assert_snapshot!(desk.say("approve o 2025-04 course --by A.Person --lang fr"), @r"
    status 1
    -- stderr
    error: there is no `fr` text of `course`: translate it, and approve it then
    ");
    assert_snapshot!(desk.say("approve o 2025-04 --all --by A.Person --lang es"), @r"
    status 1
    -- stderr
    error: there is no `es` text of `summit`: translate it, and approve it then
    ");
    desk.edit("o/2025-04/briefing.toml", "52 people", "53 people");
    assert_snapshot!(desk.say("approve o 2025-04 --lang en,fr").replace(&today(), "[TODAY]"), @r#"
    status 0
    -- stdout
    en  summit  approved by Chief, "SPIB" on [TODAY]
    en  course  not approved: changed since Chief, "SPIB" approved it on [TODAY]
    fr  summit  approved by A.Person on [TODAY]
    fr  course  printed in English: there is no `fr` text
    "#);
    assert_snapshot!(desk.say("check o").replace(&today(), "[TODAY]"), @r#"
    status 0
    -- stdout
    2 warnings in 2 months
    -- stderr
    warning[O0116]: `course` was changed since Chief, "SPIB" approved it on [TODAY]
     --> o/2025-04/approvals.toml:13:1
        |
     13 | [[approval]]
        | ^^^^^^^^^^^^
      = help: have it approved again: `briefing approve o 2025-04 course --by …`

    warning[N0102]: the text of `course` is printed in `en`, not in `fr`: translate it
     --> o/2025-04/briefing.toml:7:8
       |
     7 | text = "A course for lighthouse keepers was held in **Lagos**, with 53 people from nine States."
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    2 warnings; `briefing explain CODE` says what a code means
    "#);
    assert_snapshot!(desk.say("approve o 2025-04 sumit --by A.Person"), @r"
    status 2
    -- stderr
    error: the month prints no item `sumit`; did you mean `summit`?
    ");
    assert_snapshot!(desk.say("approve o 2025-04 --by A.Person"), @r"
    status 2
    -- stderr
    error: name the items to approve, or `--all`
    ");
    let record = String::from_utf8(desk.read("o/2025-04/approvals.toml")).unwrap();
    assert_eq!(record.matches("[[approval]]").count(), 3, "{record}");
    desk.write("o/2025-04/approvals.toml", "version = 1\n[[approval]]\nitem = \"visit\"\n");
    assert_eq!(status(&desk.run(["approve", "o", "2025-04", "summit", "--by", "A"])), 1);
    assert_eq!(desk.read("o/2025-04/approvals.toml"), b"version = 1\n[[approval]]\nitem = \"visit\"\n");
}

/// The day that the program takes as today, as long as the test does not run over midnight.
fn today() -> String {
    let desk = desk();
    let shown = desk.say("approve o 2025-03 visit --by A");
    shown.rsplit(' ').next().unwrap().trim().to_owned()
}

#[test]
fn an_issue_goes_out_when_everything_is_approved() {
    let desk = desk();
    desk.edit("o/office.toml", "[office]", "[publish]\napproval = true\n\n[office]");
    assert_snapshot!(desk.say("publish o 2025-04 --lang en"), @r"
    status 1
    -- stderr
    not approved: `summit` (en)
    not approved: `course` (en)
    error: 2 items are not approved, which `[publish]` in office.toml requires: nothing was published; `briefing approve o 2025-04 --all --lang en --by …` approves all of them
    ");
    assert_snapshot!(desk.say("render o 2025-04 --publish"), @r"
    status 1
    -- stderr
    not approved: `summit` (en)
    not approved: `course` (en)
    error: 2 items are not approved, which `[publish]` in office.toml requires: nothing was published; `briefing approve o 2025-04 --all --lang en --by …` approves all of them
    ");
    assert_eq!(desk.names(), ["o"], "nothing went out");
    desk.run(["approve", "o", "2025-04", "--all", "--by", "Chief", "--lang", "en,fr"]);
    let shown = desk.run(["approve", "o", "2025-04", "--format", "json"]).stdout;
    let shown: serde_json::Value = serde_json::from_slice(&shown).unwrap();
    assert_eq!((&shown["format"], &shown["version"]), (&"briefing-approvals".into(), &1.into()));
    assert_eq!(status(&desk.run(["publish", "o", "2025-04"])), 0);
    assert_eq!(desk.names(), ["o", "phares-2025-04-en.pdf", "phares-2025-04-fr.pdf"]);
}

#[test]
fn a_published_issue_is_corrected_openly() {
    let desk = desk();
    let first = desk.say("publish o 2025-04 --out-dir out");
    assert!(
        first.starts_with(
            "status 0\n-- stdout\nwrote o/2025-04/figures.lock, published-en.pdf, published-fr.pdf\nwrote out/phares-2025-04-en.pdf (1 page)\n"
        ),
        "{first}"
    );
    let lock = desk.read("o/2025-04/figures.lock");
    let went_out = desk.read("out/phares-2025-04-en.pdf");
    // A word is changed behind the issue's back.
    desk.edit("o/2025-04/briefing.toml", "52 people from nine", "53 people from nine");
    assert_snapshot!(desk.say("check o"), @r#"
    status 1
    -- stderr
    error[F0701]: text of item `course` was printed as `… held in **Lagos**, with 52 people from nine States.`, and would now be printed as `… held in **Lagos**, with 53 people from nine States.`
     --> o/2025-04/briefing.toml:7:8
       |
     7 | text = "A course for lighthouse keepers was held in **Lagos**, with 53 people from nine States."
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: an issue that went out is rendered as it went out. Put this back as it was; or, if the issue was wrong, say what is corrected under `[[correction]]` in the month's briefing.toml, and publish it again

    warning[N0102]: the text of `course` is printed in `en`, not in `fr`: translate it
     --> o/2025-04/briefing.toml:7:8
       |
     7 | text = "A course for lighthouse keepers was held in **Lagos**, with 53 people from nine States."
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    1 error, 1 warning; `briefing explain CODE` says what a code means
    "#);
    assert_snapshot!(desk.say("publish o 2025-04 --out-dir out"), @r"
    status 1
    -- stderr
    error: 2025-04 went out, and would now be printed differently: nothing was published. Put back what `briefing check` reports; or, if the issue was wrong, say in 2025-04/briefing.toml what is corrected, under `[[correction]]`, and publish it again
    ");
    assert_eq!(desk.read("o/2025-04/figures.lock"), lock);
    // The correction is said.
    let corrected = String::from_utf8(desk.read("o/2025-04/briefing.toml")).unwrap()
        + "\n[[correction]]\non = 2025-06-03\nwhat = \"The course had 53 people, not 52.\"\n";
    desk.write("o/2025-04/briefing.toml", corrected);
    assert_snapshot!(desk.say("check o"), @r#"
    status 0
    -- stdout
    3 warnings in 2 months
    -- stderr
    warning[N0102]: the text of `course` is printed in `en`, not in `fr`: translate it
     --> o/2025-04/briefing.toml:7:8
       |
     7 | text = "A course for lighthouse keepers was held in **Lagos**, with 53 people from nine States."
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    warning[N0102]: correction 1 is printed in `en`, not in `fr`: translate it
     --> o/2025-04/briefing.toml:17:8
        |
     17 | what = "The course had 53 people, not 52."
        |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    warning[O0118]: the issue of 2025-04 has a correction that has not been published
     --> o/2025-04/figures.lock
      = help: publish it again with `briefing publish`

    3 warnings; `briefing explain CODE` says what a code means
    "#);
    let second = desk.say("publish o 2025-04 --out-dir out");
    assert!(
        second.contains(
            "wrote o/2025-04/figures.lock, published-en.pdf, published-fr.pdf; the earlier issue's is o/2025-04/figures-1.lock\n"
        ),
        "{second}"
    );
    assert_eq!(desk.read("o/2025-04/figures-1.lock"), lock, "what went out first is still on record");
    assert!(desk.read("o/2025-04/published-1-en.pdf") == went_out, "and at hand");
    assert!(desk.read("o/2025-04/published-en.pdf") == desk.read("out/phares-2025-04-en.pdf"));
    let tags = desk.say("tags out/phares-2025-04-en.pdf");
    assert!(tags.contains("Corrected on 3 June 2025:"), "{tags}");
    let french = desk.say("tags out/phares-2025-04-fr.pdf");
    assert!(french.contains("Corrigé le 3 juin 2025"), "{french}");
    assert!(!desk.say("check o").contains("error"), "{}", desk.say("check o"));
    assert_eq!(status(&desk.run(["verify", "out/phares-2025-04-en.pdf"])), 0);
    desk.edit("o/2025-04/briefing.toml", "on = 2025-06-03", "on = 2025-04-03");
    assert!(
        desk.say("check o")
            .contains("error[O0119]: a correction on 2025-04-03 comes before the day of issue, 2025-05-02")
    );
}

#[test]
fn what_went_out_is_rendered_again_whatever_the_folder_says_since() {
    let desk = desk();
    assert_eq!(status(&desk.run(["publish", "o", "2025-04", "--out-dir", "out"])), 0);
    let went_out = desk.read("out/phares-2025-04-en.pdf");
    let render = |desk: &Desk| {
        let said = desk.say("render o 2025-04 -o again.pdf");
        assert!(said.starts_with("status 0") && desk.read("again.pdf") == went_out, "{said}");
        said
    };
    assert_snapshot!(render(&desk), @r"
    status 0
    -- stdout
    wrote again.pdf (1 page)
    ");
    // The office has another name and another look; the month another text; the month a fault.
    let office = String::from_utf8(desk.read("o/office.toml")).unwrap();
    desk.write("o/office.toml", format!("{office}\n[theme]\naccent = \"#703030\"\n"));
    assert!(!render(&desk).contains("warning"), "how it looks is not compared");
    desk.edit("o/office.toml", "Lighthouses", "Beacons");
    assert_snapshot!(render(&desk), @r"
    status 0
    -- stdout
    wrote again.pdf (1 page, 1 warning)
    -- stderr
    warning[F0706]: 2025-04 was published, and has changed since: this is the file that went out (`en`)
     --> o/2025-04/published-en.pdf
      = help: what was changed since is not in it, and `briefing check` reports it; if the issue was wrong, say what is corrected under `[[correction]]` in the month's briefing.toml, and publish it again

    1 warning; `briefing explain CODE` says what a code means
    ");
    desk.edit("o/2025-04/briefing.toml", "52 people", "fifty-two people");
    assert!(render(&desk).contains("warning[F0706]"));
    desk.edit("o/2025-04/briefing.toml", "section = \"highlights\"", "section = \"hihglights\"");
    assert!(render(&desk).contains("warning[F0706]"));
    assert_eq!(status(&desk.run(["check", "o"])), 1);
    // Without the file that went out, nothing is given for it.
    std::fs::remove_file(desk.path("o/2025-04/published-en.pdf")).unwrap();
    assert_snapshot!(desk.say("render o 2025-04 -o again.pdf"), @r"
    status 1
    -- stderr
    error[F0705]: the file that was published is not in the folder
     --> o/2025-04/published-en.pdf
      = help: put the file that went out back under this name; if nobody has it any more, move figures.lock and every `published-….pdf` of the month elsewhere, and publish the month again

    1 error; `briefing explain CODE` says what a code means
    ");
}

#[test]
fn publishing_a_correction_is_nothing_to_warn_of() {
    for publish in ["publish o 2025-04 --lang en --strict", "render o 2025-04 --publish --strict"] {
        let desk = desk();
        assert!(desk.say(publish).starts_with("status 0"));
        let corrected =
            String::from_utf8(desk.read("o/2025-04/briefing.toml")).unwrap().replace("52 people", "53 people")
                + "\n[[correction]]\non = 2025-06-03\nwhat = \"The course had 53 people, not 52.\"\n";
        desk.write("o/2025-04/briefing.toml", corrected);
        let said = desk.say(publish);
        assert!(said.starts_with("status 0") && !said.contains("warning"), "{said}");
        assert!(desk.say("render o 2025-04 --strict").starts_with("status 0"));
    }
}

#[test]
fn another_language_goes_out_later_beside_the_first() {
    let desk = desk();
    assert_eq!(status(&desk.run(["publish", "o", "2025-04", "--lang", "en"])), 0);
    let english = desk.read("phares-2025-04-en.pdf");
    assert_eq!(status(&desk.run(["publish", "o", "2025-04", "--lang", "fr"])), 0);
    assert!(desk.read("o/2025-04/published-en.pdf") == english && desk.read("phares-2025-04-en.pdf") == english);
    assert!(desk.read("o/2025-04/published-fr.pdf") == desk.read("phares-2025-04-fr.pdf"));
    assert!(!desk.say("check o").contains("error"));
}

#[test]
fn a_draft_says_so_everywhere_and_is_a_whole_file() {
    let desk = desk();
    desk.run(["approve", "o", "2025-04", "course", "--by", "Chief"]);
    assert_eq!(desk.say("render o --draft"), "status 0\n-- stdout\nwrote phares-2025-04-en-draft.pdf (1 page)");
    assert!(desk.say("verify phares-2025-04-en-draft.pdf").contains("consistent"));
    let tags = desk.say("tags phares-2025-04-en-draft.pdf").replace(&today(), "[TODAY]");
    assert!(tags.contains("summit: not approved") && tags.contains("course: approved by Chief, "), "{tags}");
    assert!(!tags.contains("DRAFT"), "what is behind the text is not content: {tags}");
    let edition = desk.run(["extract", "phares-2025-04-en-draft.pdf"]);
    desk.write("edition.json", edition.stdout);
    assert_eq!(status(&desk.run(["render", "--from", "edition.json", "-o", "again.pdf"])), 0);
    assert!(desk.read("again.pdf") == desk.read("phares-2025-04-en-draft.pdf"));
    let file = desk.read("phares-2025-04-en-draft.pdf");
    let title = "DRAFT \u{2013} Monthly Briefing, April 2025";
    assert!(file.windows(title.len()).any(|words| words == title.as_bytes()), "the metadata have the title");
    assert_eq!(status(&desk.run(["render", "o", "--draft", "--publish"])), 2);
    // A draft of an issue that went out is not compared with it.
    assert_eq!(status(&desk.run(["publish", "o", "2025-04"])), 0);
    desk.edit("o/2025-04/briefing.toml", "52 people", "53 people");
    assert_eq!(status(&desk.run(["render", "o", "--draft", "--lang", "fr"])), 0);
    assert_eq!(status(&desk.run(["render", "o"])), 0);
    assert!(desk.read("phares-2025-04-en.pdf") == desk.read("o/2025-04/published-en.pdf"));
}

#[test]
fn nobody_approves_under_a_name_that_a_draft_cannot_print() {
    let desk = desk();
    for (by, wanted) in
        [("ანა", "no font has `ა` (U+10D0): write the name in other letters"), ("\u{200b}", "say who approves")]
    {
        let said = desk.show(&desk.run(["approve", "o", "2025-04", "--all", "--by", by]));
        assert!(said.starts_with("status 2") && said.contains(wanted), "{said}");
    }
    assert!(desk.say("approve o 2025-04 --all --by Ünal").starts_with("status 0"));
}

#[test]
fn no_translation_of_an_earlier_text_goes_out_in_a_required_language() {
    let desk = desk();
    desk.edit("o/office.toml", "[office]", "[languages]\nrequired = [\"fr\"]\n\n[office]");
    let french =
        "[summit.text]\nsource = \"Boats came.\"\ntext = \"Des bateaux sont arrivés.\"\n\n[course.text]\nsource = \"";
    let course = "A course for lighthouse keepers was held in **Lagos**, with 52 people from nine States.";
    desk.write(
        "o/2025-04/briefing.fr.toml",
        format!("{french}{course}\"\ntext = \"Un cours à **Lagos**, 52 personnes de neuf États.\"\n"),
    );
    assert_snapshot!(desk.say("publish o 2025-04 --out-dir out"), @r#"
    status 1
    -- stderr
    warning[X0905]: `summit.text` has changed since it was translated
     --> o/2025-04/briefing.fr.toml:2:10
       |
     2 | source = "Boats came."
       |          ^^^^^^^^^^^^^
      = help: bring the text up to date, then make `source` what the source says now

    1 warning; `briefing explain CODE` says what a code means
    error: `summit.text` is translated into `fr` from an earlier text, and the office requires `fr`: nothing was published. Bring 2025-04/briefing.fr.toml up to date; a translation that is still right needs only the new `source`
    "#);
    desk.edit("o/2025-04/briefing.fr.toml", "Boats came.", "A visit.");
    desk.edit("o/2025-04/briefing.fr.toml", "Des bateaux sont arrivés.", "Une visite.");
    let said = desk.say("publish o 2025-04 --out-dir out");
    assert!(said.starts_with("status 0"), "{said}");
}

#[test]
fn a_translation_of_an_earlier_text_is_not_approved_and_goes_out_with_no_correction() {
    let desk = desk();
    desk.edit("o/office.toml", "[office]", "[publish]\napproval = true\n\n[office]");
    desk.run(["approve", "o", "2025-04", "--all", "--by", "Chief", "--lang", "en,fr"]);
    assert!(desk.say("publish o 2025-04 --out-dir out").starts_with("status 0"));
    let lock = desk.read("o/2025-04/figures.lock");
    let corrected = String::from_utf8(desk.read("o/2025-04/briefing.toml")).unwrap().replace("A visit.", "Two visits.")
        + "\n[[correction]]\non = 2025-06-03\nwhat = \"There were two visits, not one.\"\n";
    desk.write("o/2025-04/briefing.toml", corrected);
    desk.run(["approve", "o", "2025-04", "--all", "--by", "Chief"]);
    assert_snapshot!(desk.say("approve o 2025-04 --lang en,fr").replace(&today(), "[TODAY]"), @r"
    status 0
    -- stdout
    en  summit  approved by Chief on [TODAY]
    en  course  approved by Chief on [TODAY]
    fr  summit  not approved: changed since Chief approved it on [TODAY]
    fr  course  printed in English: there is no `fr` text
    ");
    assert_snapshot!(desk.say("approve o 2025-04 --all --by Chief --lang fr").replace(&today(), "[TODAY]"), @r"
    status 1
    -- stdout
    `course` is printed in English: there is no `fr` text
    -- stderr
    not approved: the `fr` of `summit` translates an earlier text: bring it up to date, and approve it then
    ");
    assert_snapshot!(desk.say("approve o 2025-04 summit --by Chief --lang fr"), @r"
    status 1
    -- stderr
    error: the `fr` of `summit` translates an earlier text: bring it up to date, and approve it then
    ");
    // Nor does it go out where nobody approves anything.
    desk.edit("o/office.toml", "approval = true", "approval = false");
    for publish in ["publish o 2025-04 --out-dir out", "render o 2025-04 --publish --lang en,fr --out-dir out"] {
        let said = desk.say(publish);
        assert!(said.starts_with("status 1"), "{said}");
        assert!(
            said.contains("error: `summit.text` is translated into `fr` from an earlier text, which the correction"),
            "{said}"
        );
    }
    assert_eq!(desk.read("o/2025-04/figures.lock"), lock);
    // A French that says what the English says now goes out.
    desk.edit("o/office.toml", "approval = false", "approval = true");
    desk.edit("o/2025-04/briefing.fr.toml", "A visit.", "Two visits.");
    desk.edit("o/2025-04/briefing.fr.toml", "Une visite.", "Deux visites.");
    assert!(desk.say("approve o 2025-04 --all --by Chief --lang fr").starts_with("status 0"));
    let said = desk.say("publish o 2025-04 --out-dir out");
    assert!(said.starts_with("status 0"), "{said}");
}

#[test]
fn what_a_strict_check_reports_keeps_a_month_from_going_out() {
    let desk = desk();
    // The house style is the business of `check`, and no file is made without it here.
    desk.edit("o/2025-04/briefing.toml", "A visit.", "A visit by ABCD.");
    desk.edit("o/2025-04/briefing.fr.toml", "A visit.", "A visit by ABCD.");
    assert!(desk.say("check o 2025-04 --strict").contains("warning[S0604]"));
    for strict in [
        "render o 2025-04 --strict --out-dir out",
        "publish o 2025-04 --strict --out-dir out",
        "render o 2025-04 --publish --strict --out-dir out",
    ] {
        let said = desk.say(strict);
        assert!(said.starts_with("status 1") && said.matches("warning[S0604]").count() == 1, "{strict}: {said}");
        assert_eq!(said.contains("nothing was published"), strict.contains("publish"), "{said}");
    }
    assert!(!desk.path("o/2025-04/figures.lock").exists());
    assert!(desk.say("publish o 2025-04 --out-dir out").starts_with("status 0"));
}

#[test]
fn a_month_that_has_not_begun_is_reported_and_does_not_go_out() {
    let desk = desk();
    let april = String::from_utf8(desk.read("o/2025-04/briefing.toml")).unwrap();
    desk.write("o/2199-04/briefing.toml", april.replace("2025-", "2199-"));
    let file = "warning[M0172]: 2199-04 has not begun, and has a briefing\n --> o/2199-04/briefing.toml\n";
    for command in ["check o 2199-04", "render o 2199-04 -o april.pdf"] {
        let said = desk.say(command);
        assert!(said.starts_with("status 0") && said.contains(file), "{said}");
    }
    for command in ["publish o 2199-04", "publish o", "render o 2199-04 --publish"] {
        let said = desk.say(command).replace(&today(), "[TODAY]");
        assert!(said.contains("error: 2199-04 has not begun, today is [TODAY]: nothing was published."), "{said}");
    }
    assert!(!desk.path("o/2199-04/figures.lock").exists());
    assert!(!desk.say("check o 2025-04").contains("M0172"));
}

#[test]
fn a_language_in_which_a_month_did_not_go_out_says_nothing_else_than_those_in_which_it_did() {
    let desk = desk();
    assert!(desk.say("publish o 2025-04 --lang en").starts_with("status 0"));
    assert!(desk.say("render o 2025-04 --lang es -o es.pdf").starts_with("status 0"));
    desk.edit("o/2025-04/briefing.toml", "52 people", "53 people");
    let said = desk.say("render o 2025-04 --lang es -o es.pdf");
    assert!(said.starts_with("status 1") && said.contains("error[F0701]: text of item `course`"), "{said}");
}
