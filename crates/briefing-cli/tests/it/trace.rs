//! `briefing trace` and `briefing render --publish`: figures, the entries behind them, and what becomes of them later.

use crate::common::{Desk, briefing, repository, status};
use insta::assert_snapshot;
use serde_json::Value;

const UNOCT: &str = "examples/unoct";

fn trace(arguments: &str) -> Vec<u8> {
    let output = briefing()
        .current_dir(repository(""))
        .args(["trace", UNOCT, "2025-04"])
        .args(arguments.split_whitespace())
        .output()
        .unwrap();
    assert_eq!((status(&output), String::from_utf8_lossy(&output.stderr).as_ref()), (0, ""));
    output.stdout
}

#[test]
fn the_entries_of_a_figure_stand_in_a_table_with_their_total() {
    let text = String::from_utf8(trace("month.pledged")).unwrap();
    assert_snapshot!(text, @r"
    month.pledged as of 30 April 2025, as known on 6 May 2025 (USD)

    Entry                Kind    Effective  Recorded    Contributor     Amount
    --------------------------------------------------------------------------
    deu-2025-04          pledge  2025-04    2025-04-30  Germany         92,615
    uzb-2025-04          pledge  2025-04    2025-04-30  Uzbekistan      50,000
    irq-2025-04-victims  pledge  2025-04    2025-04-30  Iraq           100,000
    irq-2025-04-baghdad  pledge  2025-04    2025-04-30  Iraq         2,000,000
    --------------------------------------------------------------------------
    On record in all                                                 2,242,615

    This is what is documented; the figure itself is not known.
    ");
    let text = String::from_utf8(trace("standing.partners")).unwrap();
    assert!(text.starts_with("standing.partners as of 30 April 2025, as known on 6 May 2025 (partners)\n"));
}

#[test]
fn entries_add_up_to_what_the_totals_say() {
    let totals = briefing()
        .current_dir(repository(""))
        .args(["totals", UNOCT, "--as-of", "2025-04-30", "--known-at", "2025-05-06", "--format", "json"])
        .output()
        .unwrap();
    let totals: Value = serde_json::from_slice(&totals.stdout).unwrap();
    let cents = |amount: &Value| amount.as_str().unwrap().replace('.', "").parse::<i128>().unwrap();
    for figure in ["pledged", "received"] {
        let told: Value = serde_json::from_slice(&trace(&format!("standing.{figure} --format json"))).unwrap();
        let stated = &totals[figure]["stated"];
        assert_eq!(told["known"]["stated"]["value"]["money"], stated["value"], "{figure}");
        assert_eq!(told["total"]["money"], stated["documented"], "{figure}");
        let entries = told["entries"].as_array().unwrap();
        let sum: i128 = entries.iter().map(|line| cents(&line["amount"]["money"]["amount"])).sum();
        assert_eq!(sum, cents(&stated["documented"]["amount"]), "{figure}");
    }
    let told: Value = serde_json::from_slice(&trace("standing.partners --format json")).unwrap();
    assert_eq!(told["known"]["stated"]["value"]["partners"], totals["partners"]["stated"]["value"]);
}

#[test]
fn what_no_total_counts_is_told_with_the_entries() {
    let desk = Desk::with(UNOCT);
    let office = "[office]\nid = 'phares'\nname = 'Lighthouses'\n";
    let rows = "p-1,pledge,2025-04-10,2025-04-10,DEU,100,USD,programme:a\np-2,pledge,2025-04-10,2025-04-10,NLD,900,EUR,programme:b\n";
    let head = "id,kind,effective,recorded,contributor,amount,currency,purposes\n";
    desk.write("o/ledger.csv", format!("{head}{rows}"));
    desk.write(
        "o/office.toml",
        format!("{office}[[programme]]\nid = 'a'\nname = 'A'\n[[programme]]\nid = 'b'\nname = 'B'\n"),
    );
    desk.write("o/2025-04/briefing.toml", "issued = 2025-05-02\n");
    let told = desk.say("trace o 2025-04 standing.pledged");
    assert!(
        told.contains("\nLeft out, as its worth is not known: Netherlands (Kingdom of the), EUR 900 (p-2).\n"),
        "{told}"
    );
    let told = desk.say("trace o 2025-04 contributors.DEU.pledged");
    assert!(!told.contains("Left out"), "{told}");
    // What a part leaves out is no row less.
    let parts = desk.say("totals o --as-of 2025-04-30 --by programme --format csv");
    assert!(parts.contains("\nb,B,,,,,USD,unknown,unknown\n"), "{parts}");
}

#[test]
fn what_is_no_figure_and_no_month_is_said() {
    let desk = Desk::with(UNOCT);
    assert_snapshot!(desk.say("trace office 2025-04 standing.pledgd"), @r#"
    status 2
    -- stderr
    error: invalid value 'standing.pledgd' for '<FIGURE>': `standing.pledgd` is not a figure: write standing.pledged (or received, outstanding, surplus, partners), contributors.DEU.pledged, others.pledged or month.pledged

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("trace office 2025-06 standing.pledged"), @r"
    status 2
    -- stderr
    error: `office` has no month 2025-06: it has 2018-06, 2019-05, 2021-10, 2024-07, 2025-04
    ");
}

#[test]
fn a_published_month_keeps_its_figures() {
    let desk = Desk::with(UNOCT);
    assert_snapshot!(desk.say("render office 2025-04 -o april.pdf --publish"), @r"
    status 0
    -- stdout
    wrote office/2025-04/figures.lock, published-en.pdf
    wrote april.pdf (5 pages)
    ");
    let record = desk.read("office/2025-04/figures.lock");
    assert!(desk.say("check office").starts_with("status 0"));

    // What is recorded later changes nothing, and publishing again writes the same.
    let ledger = String::from_utf8(desk.read("office/ledger.csv")).unwrap();
    let width = ledger.lines().next().unwrap().split(',').count();
    let later = format!("xx-1,pledge,2025-04-29,2025-09-01,DEU,,77{}", ",".repeat(width - 7));
    desk.write("office/ledger.csv", format!("{ledger}{later}\n"));
    assert!(desk.say("render office 2025-04 -o april.pdf --publish").starts_with("status 0"));
    assert_eq!(desk.read("office/2025-04/figures.lock"), record);

    // What is slipped in before the cut-off is reported, and not printed.
    desk.write(
        "office/ledger.csv",
        format!("{ledger}{}\n", later.replace("2025-09-01", "2025-05-06").replace("2025-04-29", "2025-03-29")),
    );
    let pdf = desk.read("april.pdf");
    let said = desk.say("check office");
    assert!(said.starts_with("status 1") && said.contains("error[F0701]"), "{said}");
    let said = desk.say("render office 2025-04 -o april.pdf --publish");
    assert!(
        said.starts_with("status 1") && said.contains("2025-04 went out, and would now be printed differently"),
        "{said}"
    );
    assert_eq!((desk.read("april.pdf"), desk.read("office/2025-04/figures.lock")), (pdf, record));
    // Tracing is how one finds out.
    assert!(desk.say("trace office 2025-04 contributors.DEU.pledged").contains("xx-1"));
}
