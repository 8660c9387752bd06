//! Advice that may be followed: what a message says to write is read, and means what was meant.

use briefing_model::Language;
use briefing_office::{Memory, check_folder, read_edition};

use crate::exports::{plan, shown};

const OFFICE: &str = "[office]\nid = \"office\"\nname = \"Office of Tests\"\n";
const ITEM: &str = "[[item]]\nid = \"talk\"\nsection = \"highlights\"\nwhen = \"MONTH-05\"\ntext = \"TEXT\"\n";

/// An office with what stands below its name, its ledger and its months, each with one item's text.
fn folder(office: &str, ledger: &str, months: &[(&str, &str)]) -> Memory {
    let files = Memory::new().with("office.toml", format!("{OFFICE}{office}"));
    let files = if ledger.is_empty() { files } else { files.with("ledger.csv", ledger) };
    months.iter().fold(files, |files, (month, text)| {
        files.with(&format!("{month}/briefing.toml"), ITEM.replace("MONTH", month).replace("TEXT", text))
    })
}

fn said(files: &Memory) -> String {
    check_folder(files).diagnostics().to_string()
}

/// All that the month prints, as data.
fn printed(files: &Memory, month: &str) -> String {
    let (found, faults) = read_edition(files, month.parse().unwrap(), Language::En).into_parts();
    let briefing = found.unwrap_or_else(|| panic!("{faults}")).briefing;
    serde_json::to_string(&briefing).unwrap()
}

#[test]
fn a_month_before_a_complete_ledger_begins_has_no_pledges() {
    let ledger = "id,kind,effective,recorded,contributor,amount\na,pledge,2024-02-02,2024-02-02,DEU,5000\n";
    let text =
        "Pledged {standing.pledged}, of these {month.pledged} in {month.pledges} pledges; paid {standing.received}.";
    let with = |coverage| folder(coverage, ledger, &[("2024-01", text)]);
    let complete = with("[ledger]\ncoverage = \"complete\"\n");
    assert_eq!(said(&complete), "");
    printed(&complete, "2024-01");
    // Without the word, nothing on record is not nothing; and the remedy that is named is that word.
    let silent = said(&with(""));
    assert_eq!(silent.matches("[ledger] coverage").count(), 4, "{silent}");
    let documented = said(&with("[ledger]\ncoverage = \"documented\"\n"));
    assert!(documented.contains("M0113") && !documented.contains("coverage`"), "{documented}");
}

/// A ledger whose columns are separated by semicolons, with one row below its headings.
fn semicolons(row: &str) -> Memory {
    let ledger = format!("id;kind;effective;recorded;contributor;amount;schedule;note\n{row}\n");
    folder("[ledger]\nnumber-format = \"european\"\n", &ledger, &[])
}

/// The text that a message proposes to put between quotation marks.
fn proposed(said: &str) -> &str {
    let text = said.split_once("`\"").and_then(|(_, rest)| rest.split_once("\"`")).map(|(text, _)| text);
    text.unwrap_or_else(|| panic!("{said}"))
}

#[test]
fn the_separator_of_the_file_is_named() {
    let row = "a;pledge;2023-01-06;2023-01-06;DEU;7.000";
    let short = said(&semicolons(row));
    assert!(short.contains("write a semicolon for each empty cell") && !short.contains("comma"), "{short}");
    assert!(!said(&semicolons(&format!("{row};;"))).contains("error"), "as it says");

    let split = said(&semicolons(&format!("{row};;letter; signed; filed")));
    assert!(split.contains("needs quotation marks: `\"letter; signed; filed\"`"), "{split}");
    let mended = said(&semicolons(&format!("{row};;\"{}\"", proposed(&split))));
    assert!(!mended.contains("error"), "{mended}");

    let parts = "2022-12-31 3000; 2023-02-28 3000; 2023-05-31 1000";
    let split = said(&semicolons(&format!("{row};{parts};")));
    assert_eq!(proposed(&split), parts);
    let mended = said(&semicolons(&format!("{row};\"{}\";", proposed(&split))));
    assert!(!mended.contains("error"), "{mended}");

    // Commas separate as before, and a text in more than two pieces is put together.
    let commas = folder(
        "",
        "id,kind,effective,recorded,contributor,amount,note\na,pledge,2023-01-06,2023-01-06,DEU,7000,Madrid, Spain, by letter\n",
        &[],
    );
    assert_eq!(proposed(&said(&commas)), "Madrid, Spain, by letter");

    let files = folder("", "id,kind,effective,recorded,contributor,amount\n", &[]);
    let map = "[columns]\nid = 'no'\neffective = 'day'\nrecorded = 'day'\namount = 'sum'\n\
               [constants]\nkind = 'pledge'\ncontributor = 'DEU'\n";
    let import = shown(plan(&files, "export.csv", "no;day;sum;text\np-1;2025-04-30;500\n", map));
    assert!(import.contains("write a semicolon for each empty cell"), "{import}");
}

#[test]
fn an_amount_with_a_comma_before_its_decimals_is_proposed_with_a_point() {
    let said = |amount: &str| {
        let row = format!("a,pledge,2023-01-06,2023-01-06,DEU,{amount},EUR\n");
        said(&folder("", &format!("id,kind,effective,recorded,contributor,amount,currency\n{row}"), &[]))
    };
    for (written, meant) in [("92615,50", "92615.50"), ("100.000,00", "100000.00"), ("1.250.000,05", "1250000.05")] {
        let found = said(written);
        assert!(found.contains(&format!("an amount has a point before its decimals: write `{meant}`")), "{found}");
        assert!(!said(meant).contains("error"), "as it says");
    }
    // Thousands are thousands, and what is no number is a text.
    assert!(said("1,200,000").contains("write `1200000`"));
    assert!(!said("12.34.56,00").contains("decimals"));
}

#[test]
fn a_payment_without_a_currency_on_a_pledge_in_another_is_asked_about() {
    let said = |rows: &str| {
        let head = "id,kind,effective,recorded,contributor,ref,amount,currency,value\n";
        said(&folder("", &format!("{head}a,pledge,2023-01-06,2023-01-06,FRA,,1000,EUR,1100\n{rows}\n"), &[]))
    };
    let blank = said("b,receipt,2023-01-08,2023-01-08,,a,1000,,");
    assert!(blank.contains("this receipt is in USD, for it names no currency, and `a` is in EUR"), "{blank}");
    assert!(blank.contains("write the currency that it is in: `EUR`, or `USD` if it came so"), "{blank}");
    assert_eq!(blank.matches("error[").count(), 1, "{blank}");
    let refund = said("b,receipt,2023-01-08,2023-01-08,,a,1000,EUR,1100\nc,refund,2023-01-09,2023-01-09,,b,100,,");
    assert!(refund.contains("this refund is in USD"), "{refund}");
    let correction = said("b,correction,2023-01-06,2023-01-09,,a,3000,,");
    assert!(
        correction.contains("this correction is in USD, for it names no currency, and `a` is in EUR"),
        "{correction}"
    );
    assert!(!correction.contains("L0213") && correction.matches("error[").count() == 1, "{correction}");
    for sound in [
        "b,receipt,2023-01-08,2023-01-08,,a,1000,USD,",
        "b,receipt,2023-01-08,2023-01-08,DEU,,1000,,",
        "b,correction,2023-01-06,2023-01-09,DEU,a,,,",
        "b,correction,2023-01-06,2023-01-09,,a,3000,USD,",
    ] {
        assert!(!said(sound).contains("names no currency"), "{sound}");
    }
    // It was the currency of the pledge that was wrong.
    let corrected = "b,receipt,2023-01-08,2023-01-08,,a,1000,,\nc,correction,2023-01-06,2023-01-09,,a,1000,USD,";
    assert!(!said(corrected).contains("names no currency"));
}

#[test]
fn an_issue_knows_no_less_than_the_one_before_it() {
    let ledger = "id,kind,effective,recorded,contributor,amount\na,pledge,2025-01-10,2025-03-10,DEU,5000\n";
    let with = |january: &str, february: &str| {
        let files = folder("", ledger, &[]);
        let month =
            |name: &str, dates: &str| format!("{dates}\n{}", ITEM.replace("MONTH", name).replace("TEXT", "A talk."));
        files
            .with("2025-01/briefing.toml", month("2025-01", january))
            .with("2025-02/briefing.toml", month("2025-02", february))
    };
    let january = "issued = 2025-03-25\ncutoff = 2025-03-20";
    let files = with(january, "issued = 2025-03-25\ncutoff = 2025-03-03");
    let found = said(&files);
    assert_eq!(found.matches("error[").count(), 1, "{found}");
    assert!(
        found.contains(
            "error[M0111]: rests on what was known on 2025-03-03, and the issue of 2025-01 before it on what was known on 2025-03-20\n \
             --> 2025-02/briefing.toml:2:10"
        ),
        "{found}"
    );
    assert!(found.contains("write 2025-03-20 or a later day, or correct the cut-off of 2025-01"), "{found}");
    assert!(read_edition(&files, "2025-02".parse().unwrap(), Language::En).into_parts().0.is_none());
    for february in ["issued = 2025-03-25\ncutoff = 2025-03-20", "issued = 2025-04-02"] {
        assert!(!said(&with(january, february)).contains("M0111"), "{february}");
    }
    // Of an issue that went out, what it printed says so.
    let published = files.with("2025-02/figures.lock", "");
    assert!(!said(&published).contains("M0111"), "{}", said(&published));
}

#[test]
fn an_issue_knows_the_payment_that_a_refund_pays_back() {
    let rows = "a,pledge,2025-01-11,2025-01-12,NLD,,1000,\n\
        b,pledge,2025-01-11,2025-01-12,NLD,,1000,the second half\n\
        q,receipt,2025-01-12,2025-01-13,,b,500,\n\
        f,refund,2025-01-18,2025-01-21,,a,100,\n\
        p,receipt,2025-01-11,2025-03-12,,a,300,\n";
    let with = |rows: &str| {
        let month = |name: &str, issued: &str| {
            format!("issued = {issued}\n{}", ITEM.replace("MONTH", name).replace("TEXT", "A talk."))
        };
        folder("", &format!("id,kind,effective,recorded,contributor,ref,amount,note\n{rows}"), &[])
            .with("2025-01/briefing.toml", month("2025-01", "2025-02-03"))
            .with("2025-02/briefing.toml", month("2025-02", "2025-03-03"))
            .with("2025-03/briefing.toml", month("2025-03", "2025-04-03"))
    };
    // In the one case the issue contradicts itself, in the other the money of another pledge hides it.
    let alone: String = rows
        .lines()
        .filter(|row| !row.contains(",b,") && !row.starts_with('b'))
        .map(|row| format!("{row}\n"))
        .collect();
    for rows in [rows, &alone] {
        let files = with(rows);
        let found = said(&files);
        assert!(found.matches("error[").count() == 1 && found.contains("error[L0302]: `f`: pays back more"), "{found}");
        assert!(found.contains("if `p` was known by 2025-02-03, correct its day in the column `recorded`"), "{found}");
        for (month, known) in [("2025-01", "2025-02-03"), ("2025-02", "2025-02-03")] {
            let (edition, found) = read_edition(&files, month.parse().unwrap(), Language::En).into_parts();
            let found = found.to_string();
            assert!(found.matches("error[").count() == 1 && found.contains(&format!("as known on {known}")), "{found}");
            drop(edition);
        }
        assert!(!said(&with(&rows.replace("2025-03-12", "2025-02-03"))).contains("error["));
        assert!(!said(&with(&rows.replace("2025-01-21", "2025-03-12"))).contains("error["));
        // What went out stays as it is; the next issue still asks.
        let published = files.with("2025-01/figures.lock", "");
        assert!(said(&published).contains("as known on 2025-03-03"), "{}", said(&published));
        let published = published.with("2025-02/figures.lock", "");
        assert!(!said(&published).contains("L0302"), "{}", said(&published));
    }
}

#[test]
fn amounts_beside_other_words_are_written_as_amounts_are() {
    let with = |format: &str, currency: &str, settles: &str, schedule: &str| {
        let ledger = format!(
            "id;kind;effective;recorded;contributor;ref;amount;currency;value;settles;schedule\n\
             p;pledge;2023-01-10;2023-01-10;JPN;;3000;{currency};8000;;\"{schedule}\"\n\
             r;receipt;2023-01-20;2023-01-20;;p;600;USD;;{settles};\n"
        );
        let office = format!("[ledger]\nnumber-format = \"{format}\"\n");
        folder(
            if format.is_empty() { "" } else { &office },
            &ledger,
            &[("2023-01", "{standing.outstanding} is to come.")],
        )
    };
    for (format, currency, settles, schedule) in [
        ("european", "EUR", "1.500,00 EUR", "2023 1.500,00; 2024 1.500"),
        ("european", "EUR", "EUR 1500.00", "2023: 1 500,00; 2024 1500"),
        ("european", "KWD", "1.500,000 KWD", "2023 1500; 2024 1.500,0"),
        ("english", "KWD", "1,500 KWD", "2023 1,500.000; 2024 1,500"),
        ("english", "EUR", "1,500 EUR", ""),
        ("", "EUR", "1500 EUR", "2023 1500; 2024 1500"),
    ] {
        let files = with(format, currency, settles, schedule);
        assert!(!said(&files).contains("error"), "{settles}: {}", said(&files));
        assert!(
            printed(&files, "2023-01").contains(r#""amount":"4000.00""#),
            "{settles}: {}",
            printed(&files, "2023-01")
        );
    }
    let one = |format: &str, currency: &str, settles: &str, schedule: &str| {
        let said = said(&with(format, currency, settles, schedule));
        assert_eq!(said.matches("error[").count(), 1, "{said}");
        said
    };
    // In a currency of three decimals, a point of the one format is a comma of the other.
    let settled = one("european", "KWD", "1.500 KWD", "");
    assert!(
        settled.contains("`1.500` is 1500 in the number format of the ledger, and may be meant as 1.5"),
        "{settled}"
    );
    assert!(settled.contains("write 1500, or 1,500"), "{settled}");
    let parts = one("european", "KWD", "5 KWD", "2023 1.500; 2024 1500");
    assert!(parts.contains("`1.500` is 1500 in the number format of the ledger"), "{parts}");
    let comma = one("european", "EUR", "1,500 EUR", "");
    assert!(comma.contains("`1,500` is 1,50, or 1500 if the comma stands between thousands"), "{comma}");
    for said in [one("", "KWD", "178,096 KWD", ""), one("", "KWD", "1 KWD", "2023 178,096; 2024 5")] {
        assert!(said.contains("`178,096` is 178096, or 178.096 if the comma stands before decimals"), "{said}");
    }
    assert!(one("", "EUR", "1000", "").contains("as in `1000 EUR`"));
    assert!(one("", "EUR", "1000 €", "").contains("did you mean `EUR`?"));
}

#[test]
fn rates_are_written_as_amounts_are() {
    let with = |rate: &str| {
        let ledger = format!(
            "id;kind;effective;recorded;contributor;amount;currency\nr;rate;2023-01;2023-01-05;;{rate};JPY\n\
             p;pledge;2023-01-10;2023-01-10;JPN;1.000.000;JPY\n"
        );
        let office = "[ledger]\nnumber-format = \"european\"\n";
        folder(office, &ledger, &[("2023-01", "Pledged {standing.pledged}.")])
    };
    for rate in ["0,0075", "0.0075"] {
        let files = with(rate);
        assert!(!said(&files).contains("error"), "{rate}: {}", said(&files));
        assert!(printed(&files, "2023-01").contains("7500"), "{rate}: {}", printed(&files, "2023-01"));
    }
    // With three decimals, a rate may be a thousand times another.
    let either = said(&with("1.085"));
    assert!(
        either.contains("`1.085` is 1085 in the number format of the ledger, and may be meant as 1.085"),
        "{either}"
    );
    assert!(either.contains("write `1085`, or `1,085`"), "{either}");
    assert!(!said(&with("1,085")).contains("error"));
    let silent = "id,kind,effective,recorded,contributor,amount,currency\nr,rate,2023-01,2023-01-05,,\"0,0075\",JPY\n";
    let said = said(&folder("", silent, &[]));
    assert!(said.contains("number-format = \"european\""), "{said}");
    // What is a number, and no rate, has nothing to do with the format.
    for rate in ["-1.1", "0", "0.00"] {
        let rows =
            format!("r,rate,2024-01,2024-02-02,,,,{rate},EUR,,\na,pledge,2024-01-05,2024-02-02,DEU,,,1000,EUR,,\n");
        let found = of_rows(&rows);
        assert!(found.contains("is not a rate") && !found.contains("number-format"), "{found}");
    }
}

#[test]
fn what_a_unit_runs_says_since_when_it_is_known() {
    const UNIT: &str = "[[unit]]\nid = \"alloc\"\nname = \"Allocation Unit\"\nkind = \"section\"\n";
    const PROGRAMME: &str = "[[programme]]\nid = \"cash\"\nname = \"Cash Programme\"\nunits = [\"alloc\"]\n";
    let months = [("2023-11", "One."), ("2023-12", "Two."), ("2024-03", "Three.")];
    let with = |unit: &str, programme: &str| folder(&format!("{UNIT}{unit}{PROGRAMME}{programme}"), "", &months);
    let advised = said(&with("", "launched = 2023-12-10\n"));
    assert!(advised.contains("nothing speaks of it before 2023-12"), "{advised}");
    assert!(advised.contains("`known-since = \"2023-12\"`"), "{advised}");
    let mended = with("known-since = \"2023-12\"\n", "launched = 2023-12-10\n");
    assert_eq!(said(&mended), "");
    assert!(printed(&mended, "2023-12").contains("Cash Programme"));

    // One that is later than its programme takes both out of an issue.
    let late = said(&with("known-since = \"2024-03\"\n", "launched = 2023-12-10\n"));
    let told = "the unit `alloc` is said to be known since 2024-03, but the programme `cash` speaks of it in 2023-12; the issue of \
                2023-12 leaves it out";
    assert!(late.contains(told) && late.contains("1 warning"), "{late}");
    // So does a beginning, where no chart is left to show it.
    let late = said(&with("since = \"2024-03\"\n", "launched = 2023-12-10\n"));
    assert!(late.contains("R0305"), "{late}");
}

#[test]
fn items_units_and_former_names_say_that_a_unit_was_there() {
    let unit =
        |id: &str, more: &str| format!("[[unit]]\nid = \"{id}\"\nname = \"Unit {id}\"\nkind = \"section\"\n{more}");
    let months = [("2022-11", "One."), ("2023-12", "Two."), ("2024-03", "Three.")];
    let with = |office: &[String]| folder(&office.concat(), "", &months);
    for (said_by, office) in [
        ("the unit `b`", [unit("a", "known-since = '2024'\n"), unit("b", "parent = 'a'\nsince = '2021'\n")]),
        ("the unit `b`", [unit("a", "known-since = '2024'\n"), unit("b", "parent = 'a'\nknown-since = \"2022-11\"\n")]),
        ("its `board`", [unit("a", "known-since = '2024'\nboard = { members = 3, since = '2021' }\n"), String::new()]),
        (
            "its `formerly`",
            [unit("a", "known-since = '2024'\nformerly = [{ name = \"Desk\", until = 2022-05-01 }]\n"), String::new()],
        ),
    ] {
        let found = said(&with(&office));
        assert!(found.contains(&format!("but {said_by} speaks of it in 202")), "{said_by}: {found}");
        assert!(
            found.contains("3 issues from 2022-11 on leave it out") || found.contains("2 issues from 2022-11"),
            "{found}"
        );
    }
    // An item shows the unit in its own month, and says that it was there afterwards.
    let files = with(&[unit("a", "known-since = \"2024-03\"\n"), unit("b", "since = 2020-01-01\n")]);
    let month = ITEM.replace("MONTH", "2022-11").replace("TEXT", "One.") + "units = [\"a\"]\n";
    let found = said(&files.with("2022-11/briefing.toml", month));
    assert!(
        found.contains("the item `talk` of 2022-11 speaks of it in 2022-11; the issue of 2023-12 leaves it out"),
        "{found}"
    );
    // Money for a unit may be given before there is one.
    let ledger =
        "id,kind,effective,recorded,contributor,amount,purposes\np,pledge,2021-02-01,2021-02-01,DEU,5,unit:a\n";
    let office = unit("a", "known-since = \"2024-03\"\n") + &unit("b", "since = 2020-01-01\n");
    assert!(!said(&folder(&office, ledger, &months)).contains("O0111"));
}

/// What is said of a ledger with these rows, by an office with a municipality of Kuwait.
fn of_rows(rows: &str) -> String {
    let head = "id,kind,effective,recorded,contributor,on_behalf_of,ref,amount,currency,gift,note\n";
    let office = "[ledger]\ncurrency = \"CHF\"\n[[party]]\nid = \"mun\"\nname = \"Municipality\"\nkind = \"state-organ\"\nstate = \"KWT\"\n";
    said(&folder(office, &format!("{head}{rows}"), &[]))
}

#[test]
fn a_wrong_rate_is_struck_out_and_entered_anew() {
    let rows = |last: &str| {
        format!("r,rate,2024-01,2024-02-02,,,,9.6,EUR,,\na,pledge,2024-01-05,2024-02-02,DEU,,,1000,EUR,,\n{last}")
    };
    let advice = "make this row one of kind `void`, which strikes `r` out, and enter the rate anew, with another id";
    for row in ["r2,correction,2024-01,2024-02-03,,,r,0.96,,,\n", "r2,correction,2024-01,2024-02-03,,,r,,,,\n"] {
        let found = of_rows(&rows(row));
        assert!(found.contains(advice), "{found}");
    }
    let mended = "r2,void,2024-01,2024-02-03,,,r,,,,\nr3,rate,2024-01,2024-02-03,,,,0.96,EUR,,\n";
    assert_eq!(of_rows(&rows(mended)), "");
}

#[test]
fn a_payment_on_a_pledge_is_of_whoever_made_it() {
    let pledge = "a,pledge,2024-01-05,2024-01-05,KWT,,,5000,,,\n";
    let found = of_rows(&format!("{pledge}c,receipt,2024-02-06,2024-02-06,mun,KWT,a,200,,,\n"));
    assert!(found.contains("a pledge that KWT made is paid by KWT: leave the contributor blank"), "{found}");
    assert!(
        found.contains("`note` can say that mun transferred it") && !found.contains("on behalf of another"),
        "{found}"
    );
    assert_eq!(of_rows(&format!("{pledge}c,receipt,2024-02-06,2024-02-06,,,a,200,,,Transferred by mun\n")), "");

    let pledge = |behind: &str| format!("a,pledge,2024-01-05,2024-01-05,mun,{behind},,5000,,,\n");
    let payment = "c,receipt,2024-02-06,2024-02-06,mun,DEU,a,200,,,\n";
    let found = of_rows(&(pledge("") + payment));
    assert!(found.contains("is from mun on behalf of DEU, but pledge `a` is of mun"), "{found}");
    assert!(found.contains("leave `on_behalf_of` blank, or say in the pledge for whom it was made"), "{found}");
    assert_eq!(of_rows(&(pledge("DEU") + payment)), "");
    assert_eq!(of_rows(&(pledge("DEU") + &payment.replace("DEU", ""))), "");
    assert_eq!(of_rows(&(pledge("") + "c,receipt,2024-02-06,2024-02-06,mun,DEU,,200,,yes,\n")), "");
}

/// What an import makes of rows with a reference, a kind, a day, a contributor, an amount and what they name.
fn imported(prefix: &str, ledger: &str, rows: &str) -> String {
    let ledger = format!("id,kind,effective,recorded,contributor,ref,amount,reference\n{ledger}");
    let map = format!(
        "number-format = 'european'\ndate-format = 'dd.mm.yyyy'\nid-prefix = '{prefix}'\n[columns]\nreference = 'Nr'\nkind = 'Art'\n\
         effective = 'Datum'\nrecorded = 'Datum'\ncontributor = 'Geber'\namount = 'Betrag'\nref = 'Bezug'\n"
    );
    let text = format!("Nr;Art;Datum;Geber;Betrag;Bezug\n{rows}");
    shown(plan(&folder("", &ledger, &[]), "export.csv", text, &map))
}

#[test]
fn rows_of_an_export_name_each_other_by_their_references() {
    let pledge = "Z 1;pledge;05.01.2024;DEU;1.000,00;\n";
    let payment = "E 1;receipt;06.01.2024;DEU;250,00;Z 1\n";
    let found = imported("fin-", "", &format!("{pledge}{payment}"));
    assert!(found.contains("3: fin-E-1 | receipt | 2024-01-06 | 2024-01-06 | DEU | fin-Z-1 | 250.00"), "{found}");
    assert!(
        imported("", "", &format!("{payment}{pledge}"))
            .contains("E-1 | receipt | 2024-01-06 | 2024-01-06 | DEU | Z-1 | 250.00")
    );
    // The pledge may have come with an earlier export, and may come again with this one.
    let ours = "fin-Z-1,pledge,2024-01-05,2024-01-05,DEU,,1000.00,Z 1\n";
    for rows in [payment.to_owned(), format!("{pledge}{payment}")] {
        let found = imported("fin-", ours, &rows);
        assert!(found.contains("DEU | fin-Z-1 | 250.00") && !found.contains("error"), "{found}");
    }
    // An id of the ledger is named as it is.
    let found = imported("fin-", "own,pledge,2024-01-05,2024-01-05,DEU,,1000.00,\n", &payment.replace(";Z 1", ";own"));
    assert!(found.contains("DEU | own | 250.00") && !found.contains("error"), "{found}");
    // Nobody knows which of two is meant.
    let other = "Z 1;pledge;07.01.2024;FRA;70,00;\n";
    let found = imported("fin-", "", &format!("{pledge}{other}{payment}"));
    assert!(found.contains("2 different rows of the export have the reference `Z 1`"), "{found}");
}

#[test]
fn a_day_that_does_not_exist_is_said_to_be_none() {
    let found = imported("", "", "Z 1;pledge;31.02.2024;DEU;1.000,00;\n");
    assert!(found.contains("`31.02.2024` is not a day: February 2024 has 29 days"), "{found}");
    let found = imported("", "", "Z 1;pledge;2024-02-03;DEU;1.000,00;\n");
    assert!(found.contains("is not a day of the form `dd.mm.yyyy`"), "{found}");
    let found = imported("", "", "Z 1;pledge;31.02.2024;DEU;-1.000,00;\n");
    assert!(found.contains("February 2024 has 29 days") && found.contains("is not more than nothing"), "{found}");
    assert!(found.contains("2 errors"), "{found}");
}

#[test]
fn what_was_given_in_kind_is_corrected() {
    let head =
        "id,kind,effective,recorded,contributor,ref,amount,what,note\nk,in-kind,2025-01-24,2025-01-24,PER,,7,cars,\n";
    let with = |rows: &str| said(&folder("", &format!("{head}{rows}"), &[]));
    let corrected = with("m,correction,2025-01-24,2025-02-05,,k,,trucks,\n");
    assert!(!corrected.contains("error"), "{corrected}");
    let note = with("m,correction,2025-01-24,2025-02-05,,k,,,trucks\n");
    assert!(note.contains("fill in what changes: what was given under `what`, or its value under `amount`"), "{note}");
    let anew = "m,void,2025-01-24,2025-02-05,,k,,,\nn,in-kind,2025-01-24,2025-02-05,PER,,7,trucks,\n";
    assert!(!with(anew).contains("error"), "{}", with(anew));
}

#[test]
fn an_entry_that_was_entered_twice_is_noticed() {
    let row = |id: &str, note: &str| format!("{id},pledge,2024-01-05,2024-01-05,DEU,,,5000,,,{note}\n");
    let found = of_rows(&(row("a", "By letter") + &row("b", "By letter")));
    assert!(found.contains("warning[L0109]: `b`: says the same as entry `a`, and counts beside it"), "{found}");
    assert!(found.contains("say in `note`"), "{found}");
    // As it says.
    assert_eq!(of_rows(&(row("a", "") + &row("b", "For the second year"))), "");
    assert_eq!(of_rows(&(row("a", "") + &row("b", "") + "v,void,2024-01-05,2024-01-06,,,b,,,,\n")), "");
    // Another day, amount or contributor is another pledge; so is another payment on one.
    for (from, to) in [("2024-01-05", "2024-01-04"), ("5000", "4999"), ("DEU", "FRA"), (",DEU,,", ",mun,,")] {
        assert_eq!(of_rows(&(row("a", "") + &row("b", "").replacen(from, to, 1))), "", "{to}");
    }
    let paid = "p,receipt,2024-02-05,2024-02-05,,,a,100,,,\nq,receipt,2024-02-05,2024-02-05,,,a,100,,,\n";
    assert!(of_rows(&(row("a", "") + paid)).contains("L0109"));
    // Cells that say nothing of their own tell no two entries apart: what the pledge says already, the usual currency, who is new.
    let pledge = "a,pledge,2024-01-05,2024-01-05,DEU,,,5000,,b;a,,new\n";
    let again = pledge.replacen("a,", "b,", 1);
    let wide = |rows: &str| {
        let head = "id,kind,effective,recorded,contributor,source,ref,amount,currency,purposes,note,new\n";
        said(&folder("", &format!("{head}{rows}"), &[]))
    };
    for other in
        [again.clone(), again.replace("b;a", "a;b"), again.replace(",new", ","), again.replace("5000,", "5000,USD")]
    {
        let found = wide(&format!("{pledge}{other}"));
        assert!(found.contains("warning[L0109]"), "{other}: {found}");
    }
    assert!(!wide(&format!("{pledge}{}", again.replace("b;a", "a"))).contains("L0109"));
    let payment = "p,receipt,2024-02-05,2024-02-05,,,a,100,,,,\n";
    for (from, to) in
        [("05,,,a", "05,DEU,,a"), ("100,,,", "100,USD,,"), ("100,,,", "100,,a;b,"), ("100,,,", "100,,b; a,")]
    {
        let other = payment.replacen("p,", "q,", 1).replacen(from, to, 1);
        let found = wide(&format!("{pledge}{payment}{other}"));
        assert!(found.contains("warning[L0109]: `q`: says the same as entry `p`"), "{other}: {found}");
    }
    // A correction makes two alike, and another apart.
    let corrected = |amount: &str| {
        row("a", "")
            + &row("b", "").replace("5000", "70")
            + &format!("c,correction,2024-01-05,2024-01-06,,,b,{amount},,,\n")
    };
    assert!(of_rows(&corrected("5000")).contains("L0109") && !of_rows(&corrected("71")).contains("L0109"));
}

#[test]
fn a_rate_is_struck_out_and_entered_anew() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,currency\n";
    let rows = "x,rate,2025-01,2025-01-02,,,1.054,EUR\ny,correction,2025-01,2025-01-20,,x,1.045,\n";
    let found = said(&folder("", &format!("{head}{rows}"), &[]));
    assert!(found.contains("error[L0210]: `x` is a rate, which has no amount to correct"), "{found}");
    assert!(found.contains("make this row one of kind `void`") && found.matches("error[").count() == 1, "{found}");
}

#[test]
fn other_words_for_dates_are_those_of_the_table() {
    let programme = "[[programme]]\nid = \"p\"\nname = \"P\"\n";
    let unit = "[[unit]]\nid = \"u\"\nname = \"U\"\nkind = \"branch\"\n";
    for (table, key, meant) in [
        (unit, "from", "since"),
        (unit, "start", "since"),
        (unit, "end", "until"),
        (programme, "since", "launched"),
        (programme, "started", "launched"),
        (programme, "until", "closed"),
    ] {
        let office = |key: &str| folder(&format!("{table}{key} = 2020\n").replace("2020", "\"2020\""), "", &[]);
        let found = said(&office(key));
        assert!(found.contains(&format!("did you mean `{meant}`?")), "{key}: {found}");
        assert_eq!(said(&office(meant)), "", "{meant}");
    }
    // What is no heading of the file is nowhere to put it, and neither is what stands in a table of another list.
    let fund = folder("[[fund]]\nid = \"f\"\nname = \"F\"\namount = 5\n", "", &[]);
    assert!(!said(&fund).contains("put it"), "{}", said(&fund));
}

#[test]
fn a_period_in_place_of_a_date_has_two_ends() {
    let unit = |since: &str| {
        folder(&format!("[[unit]]\nid = \"u\"\nname = \"U\"\nkind = \"branch\"\nsince = {since}\n"), "", &[])
    };
    for (written, first, last) in [
        ("2020-Q1", "2020-01", "2020-03"),
        ("2020-01/2020-03", "2020-01", "2020-03"),
        ("2024-W10", "2024-03-04", "2024-03-10"),
        ("2019/2021", "2019", "2021"),
        ("5-7 March 2024", "2024-03-05", "2024-03-07"),
    ] {
        let found = said(&unit(&format!("\"{written}\"")));
        assert!(
            found.contains(&format!(", {first}, or its last, {last}")) && found.contains("help: write"),
            "{written}: {found}"
        );
        assert_eq!(said(&unit(&format!("\"{first}\""))), "");
        assert_eq!(said(&unit(&format!("\"{last}\""))), "");
    }
    let issued = folder("", "", &[("2025-04", "Boats came.")]);
    let month = "issued = \"2025-Q2\"\n".to_owned() + &ITEM.replace("MONTH", "2025-04").replace("TEXT", "Boats came.");
    let found = said(&issued.with("2025-04/briefing.toml", month));
    assert!(found.contains("write year, month and day as in 2025-04-30") && !found.contains("2025-06"), "{found}");
}

#[test]
fn a_place_that_is_no_state_is_a_city() {
    let item = |place: &str| {
        let month = ITEM.replace("MONTH", "2025-04").replace("TEXT", "Boats came.") + place;
        said(&folder("", "", &[]).with("2025-04/briefing.toml", month))
    };
    for state in ["HKG", "TWN", "XKX", "Greenland"] {
        let found = item(&format!("place = {{ state = \"{state}\" }}\n"));
        assert!(found.contains("a place that is no State goes into `city` alone"), "{found}");
        assert_eq!(item(&format!("place = {{ city = \"{state}\" }}\n")), "");
    }
    assert!(item("place = { state = \"Germany\" }\n").contains("did you mean `DEU`"));
}

#[test]
fn nobody_wants_the_place_of_what_is_online() {
    let item = |mode: &str| {
        let month = ITEM.replace("MONTH", "2025-04").replace("TEXT", "Boats came.") + mode;
        said(&folder("[style]\nwants = [\"place\"]\n", "", &[]).with("2025-04/briefing.toml", month))
    };
    assert_eq!(item("mode = \"online\"\n"), "");
    assert!(item("mode = \"hybrid\"\n").contains("S0610"));
}

#[test]
fn words_that_are_struck_through_are_not_advised_to_be_printed() {
    let found = said(&folder("", "", &[("2025-04", "Boats ~~sank~~ came.")]));
    assert!(found.contains("remove the words with their marks, or the marks alone"), "{found}");
}

#[test]
fn a_change_of_a_foreign_pledge_names_its_currency() {
    let ledger = |row: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value\n\
             fra-1,pledge,2025-03-01,2025-03-05,FRA,,1000,EUR,1100\n{row}\n"
        )
    };
    for kind in ["withdrawal", "revision"] {
        let row = |currency: &str| format!("fra-2,{kind},2025-04-01,2025-04-05,,fra-1,400,{currency},");
        let blank = said(&folder("", &ledger(&row("")), &[]));
        assert_eq!(blank.matches("L0203").count(), 1, "{blank}");
        assert!(blank.contains("write `EUR` in `currency`"), "{blank}");
        let named = said(&folder("", &ledger(&row("EUR")), &[]));
        assert!(!named.contains("L0203"), "{named}");
        let other = said(&folder("", &ledger(&row("USD")), &[]));
        assert!(other.contains("L0203") && other.contains("state the amount in EUR"), "{other}");
    }
}

#[test]
fn a_list_of_tables_is_shown_as_one() {
    let body = |entities: &str| {
        let table = "[[body]]\nid = \"b\"\nname = \"B\"\nsince = \"2018\"\nentities = ";
        said(&folder(&format!("{table}{entities}\n"), "", &[]))
    };
    for written in ["46", "[46]", "\"46\""] {
        let found = body(written);
        let advised = found.split("for instance `entities = ").nth(1).and_then(|rest| rest.split('`').next());
        assert_eq!(body(advised.unwrap_or_else(|| panic!("{found}"))), "", "{found}");
    }
}

#[test]
fn an_amount_in_words_is_written_in_digits() {
    let unit = |amount: &str| {
        let founding = format!("founding = {{ contributor = \"SAU\", amount = \"{amount}\", when = \"2019\" }}");
        let table = format!("[[unit]]\nid = \"u\"\nname = \"U\"\nkind = \"branch\"\nsince = \"2020\"\n{founding}\n");
        said(&folder(&table, "", &[]))
    };
    for (written, digits) in
        [("100 million USD", "100000000 USD"), ("1,000 EUR", "1000 EUR"), ("1 000 EUR", "1000 EUR")]
    {
        let found = unit(written);
        assert!(found.contains(&format!("write `\"{digits}\"`")), "{written}: {found}");
        assert_eq!(unit(digits), "");
    }
}
