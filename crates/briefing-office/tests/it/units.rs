//! What an export says of its amounts outside their cells, and rows that may be one payment.

use std::fmt::Write as _;

use briefing_office::read_office;
use insta::assert_snapshot;

use crate::common::workbook::C::{self, Number, Text};
use crate::common::workbook::workbook;
use crate::exports::{HEAD, MAP, TOP, files, plan, shown};

/// What comes of an export, with more in its map.
fn import(more: &str, text: impl AsRef<[u8]>) -> String {
    shown(plan(&files(), "export.csv", text, &format!("{more}{MAP}")))
}

/// What comes of an export whose column of amounts has another heading.
fn headed(more: &str, heading: &str) -> String {
    let map = format!("{more}{}", MAP.replace("\"Amount\"", &format!("\"{heading}\"")));
    let text = format!("Voucher;Date;Donor;{heading};Purpose\nV1;30.04.2025;DEU;250.5;\nTotal;;;250.5;\n");
    shown(plan(&files(), "export.csv", text, &map))
}

#[test]
fn thousands_in_a_heading_are_said_in_the_map_or_refused() {
    let mut said = String::new();
    for heading in
        ["Amount (thousands)", "US$ 000", "Сумма, тыс. долл.", "金额（千美元）", "Montant en millions de dollars"]
    {
        writeln!(said, "=== {heading}\n{}", headed("", heading)).unwrap();
    }
    writeln!(said, "=== said\n{}", headed("amounts-in = \"thousands\"\n", "Amount (thousands)")).unwrap();
    writeln!(said, "=== whole\n{}", headed("amounts-in = \"units\"\n", "Amount (thousands)")).unwrap();
    writeln!(said, "=== contradicted\n{}", headed("amounts-in = \"millions\"\n", "Amount (thousands)")).unwrap();
    let title = format!("Contributions in millions of US dollars\n{TOP}V1,30.04.2025,DEU,2.5,\n");
    writeln!(said, "=== title\n{}", import("", title)).unwrap();
    let second = format!("{TOP},,,(USD thousands),\nV1,30.04.2025,DEU,250,\n");
    writeln!(said, "=== second row\n{}", import("", &second)).unwrap();
    writeln!(said, "=== second row, said\n{}", import("amounts-in = \"thousands\"\nskip-rows = [2]\n", &second))
        .unwrap();
    assert_snapshot!(said);
}

#[test]
fn currencies_beside_the_amounts_are_not_overlooked() {
    let mut said = headed("", "Amount (EUR)");
    said += &headed("", "Amount (US$)");
    let beside = "Voucher,Date,Donor,Amount,Cur.,Purpose\nV1,30.04.2025,DEU,250,EUR,\nV2,30.04.2025,DEU,250,USD,\nV3,30.04.2025,DEU,250,€,\n";
    writeln!(said, "=== beside\n{}", import("", beside)).unwrap();
    let constant = MAP.replace("[constants]\n", "[constants]\ncurrency = \"USD\"\n");
    writeln!(said, "=== constant\n{}", shown(plan(&files(), "export.csv", beside, &constant))).unwrap();
    let read = MAP.replace("purposes =", "currency = \"Cur.\"\npurposes =").replace("\"Amount\"", "\"Amount USD\"");
    let converted = beside.replace("Amount", "Amount USD");
    writeln!(said, "=== of the heading\n{}", shown(plan(&files(), "export.csv", converted, &read))).unwrap();
    let sides = "Voucher,Date,Donor,Amount,Side,Purpose\nV1,30.04.2025,DEU,250,CRDT,\nV2,30.04.2025,DEU,250,DBIT,\n";
    writeln!(said, "=== sides\n{}", import("", sides)).unwrap();
    assert_snapshot!(said);
}

#[test]
fn rows_that_may_be_one_payment_are_both_named() {
    let rows = format!(
        "{TOP}V1,30.04.2025,DEU,250,first\nV1,30.04.2025,DEU,250,second\nV1,30.04.2025,DEU,250,first\nV2,30.04.2025,FRA,5,\n"
    );
    let first = plan(&files(), "export.csv", &rows, MAP).into_parts().0.unwrap();
    assert_eq!(first.whole(), None);
    let there = files().with("ledger.csv", first.partial().unwrap());
    let mut said = import("", &rows);
    writeln!(said, "=== again\n{}", shown(plan(&there, "export.csv", &rows, MAP))).unwrap();
    let turned = rows.replace("first", "1st").replace("second", "first");
    writeln!(said, "=== another order, and words that were edited\n{}", shown(plan(&there, "export.csv", turned, MAP)))
        .unwrap();
    assert_snapshot!(said);
}

#[test]
fn totals_of_groups_are_compared_with_their_group() {
    let rows = "V1,30.04.2025,DEU,100,\nV2,30.04.2025,DEU,50,\n,,Subtotal Germany,150,\nV3,30.04.2025,FRA,7,\nSous-total,,,7,\n\
                Total général,,,$157,\nИтого:,,,157,\n小计,,,157,\nالمجموع,,,157,\n";
    let mut said = import("", format!("{TOP}{rows}"));
    let refused = "V1,30.04.2025,Nowhere,100,\nV2,30.04.2025,DEU,1,000,\n,,Total 2025,150,\n";
    writeln!(said, "=== among refused rows\n{}", import("", format!("{TOP}{refused}"))).unwrap();
    writeln!(
        said,
        "=== of another sum\n{}",
        import("", format!("{TOP}{}", rows.replace("Sous-total,,,7", "Sous-total,,,8")))
    )
    .unwrap();
    assert_snapshot!(said);
}

#[test]
fn totals_that_spreadsheets_write_behind_the_name_of_a_group_are_no_entries() {
    let ends = ["Total", "Subtotal:", "Ergebnis", "Итог", "- Sum", "汇总"];
    for end in ends {
        let rows = format!(
            "V1,30.04.2025,DEU,100,\n,,DEU {end},100,\nV2,30.04.2025,FRA,200,\n,,FRA {end},200,\n,,Grand Total,300,\n"
        );
        let said = import("", format!("{TOP}{rows}"));
        assert_eq!(said.matches("left out: it is a row of totals").count(), 3, "{said}");
        assert!(said.contains("| 100 | V1") && said.contains("| 200 | V2") && !said.contains("error"), "{said}");
        let wrong = import("", format!("{TOP}{}", rows.replace(&format!("FRA {end},200"), &format!("FRA {end},201"))));
        assert!(wrong.contains("the row of totals says 201, and the rows above add up to 300"), "{wrong}");
    }
    // More groups than anybody counts.
    let groups: String = (1..=200)
        .map(|n| format!("V{n},30.04.2025,DEU,{n},\nW{n},30.04.2025,DEU,5,\n,,G{n} Total,{},\n", n + 5))
        .collect();
    assert!(!import("", format!("{TOP}{groups}")).contains("error"));
    // With a day or a reference, and with other words, it is a row as any other.
    for row in ["V3,30.04.2025,Fondation Total,5,", ",30.04.2025,Fondation Total,5,", ",,DEU,5,Lump sum"] {
        let said = import("", format!("{TOP}V1,30.04.2025,DEU,5,\n{row}\n"));
        assert!(!said.contains("row of totals") && said.contains("error"), "{row}: {said}");
    }
}

#[test]
fn a_total_may_be_that_of_the_rows_that_the_map_leaves_out_or_of_the_others() {
    let rows = "V1,30.04.2025,DEU,100,\nV2,30.04.2025,DEU,50,cancelled\n,,All of it,150,\nV3,30.04.2025,FRA,200,\n,,Total,SUM,\n";
    let said = |more: &str, sum: &str| {
        let text = format!("{TOP}{}", rows.replace("SUM", sum));
        shown(plan(&files(), "export.csv", text, &format!("{more}{MAP}[skip]\nPurpose = [\"cancelled\"]\n")))
    };
    let skipped = "skip-rows = [4]\n";
    for (more, sum) in [(skipped, "300"), (skipped, "500")] {
        assert!(!said(more, sum).contains("error"), "{sum}: {}", said(more, sum));
    }
    assert_snapshot!(said(skipped, "400"), @r"
    2: fin-V1 | pledge | 2025-04-30 | 2025-04-30 | DEU | 100 | V1
    3: left out: `Purpose` is `cancelled`
    4: left out: the map says so
    5: fin-V3 | pledge | 2025-04-30 | 2025-04-30 | FRA | 200 | V3
    6: refused: the row of totals says 400, and the rows above add up to 500, or to 300 without those that the map leaves out
    error[C0513]: the row of totals says 400, and the rows above add up to 500, or to 300 without those that the map leaves out
     --> export.csv:6:9
       |
     6 | ,,Total,400,
       |         ^^^
      = help: correct the amount that is wrong, or the total; where it is the sum of other rows, leave it out with `skip-rows = [6]` in the map

    1 error
    ");
    // What the map leaves out has no faults.
    assert!(!said("skip-rows = [4, 6]\n", "400").contains("error"));
    assert!(!said("skip-rows = [4]\nskip-last = 1\n", "400").contains("error"));
}

#[test]
fn a_total_in_a_ledger_of_pledges_and_payments_is_not_to_be_corrected() {
    let table = "id,kind,effective,recorded,contributor,ref,amount\np,pledge,2025-04-01,2025-05-05,DEU,,100\n\
                 r,receipt,2025-04-02,2025-05-05,,p,40\nTotal,,,,,,100\n";
    assert_snapshot!(read_office(&files().with("ledger.csv", table)).diagnostics().to_string(), @r"
    error[C0513]: the row of totals says 100, and the rows above, of whatever kind, add up to 140
     --> ledger.csv:4:12
       |
     4 | Total,,,,,,100
       |            ^^^
      = help: remove the row: a ledger needs none, and `briefing totals` says what it comes to

    1 error
    ");
}

#[test]
fn each_column_of_amounts_has_its_own_thousands() {
    let said = |more: &str, amount: &str, value: &str| {
        let map = MAP
            .replace("amount = \"Amount\"", &format!("amount = \"{amount}\"\nvalue = \"{value}\""))
            .replace("[constants]\n", "[constants]\ncurrency = \"KWD\"\n");
        let text = format!(
            "Voucher;Date;Donor;{amount};{value};Purpose\nV1;30.04.2025;KWT;1.2345;3702.1;\n;;Total;1.2345;3702.1;\n"
        );
        let head = "id,kind,effective,recorded,contributor,amount,currency,value,purposes,reference,note\n";
        shown(plan(&files().with("ledger.csv", head), "export.csv", text, &format!("{more}{map}")))
    };
    let (thousands, whole) = ("Amount (KWD '000)", "Value (USD)");
    let mut all = String::new();
    for more in [
        "",
        "amounts-in = \"thousands\"\n",
        "amounts-in = \"millions\"\n",
        "amounts-in = { amount = \"thousands\", value = \"units\" }\n",
        "amounts-in = { amount = \"thousands\" }\n",
        "amounts-in = { value = \"units\" }\n",
        "amounts-in = { amount = \"thousands\", value = \"thousands\" }\n",
        "amounts-in = { amount = \"thousands\", received = \"units\" }\n",
    ] {
        writeln!(all, "=== {more}{}", said(more, thousands, whole)).unwrap();
    }
    writeln!(all, "=== the other\n{}", said("amounts-in = \"thousands\"\n", "Amount (KWD)", "Value (USD '000)"))
        .unwrap();
    writeln!(all, "=== both\n{}", said("amounts-in = \"thousands\"\n", thousands, "Value (USD '000)")).unwrap();
    writeln!(all, "=== neither\n{}", said("amounts-in = \"thousands\"\n", "Amount", whole)).unwrap();
    assert_snapshot!(all);
}

#[test]
fn what_the_ledger_would_not_print_is_refused_with_its_row() {
    let rows = "V1,30.04.2025,DEU,100,event:nowhere\nV2,30.04.2025,DEU,50,event:visit\nV3,30.04.2025,DEU,5,S\u{fffd}minaire\n\
                V4,30.04.2025,DEU,5,SÃ©minaire\n";
    let item = "[[item]]\nid = \"visit\"\nsection = \"leadership\"\nwhen = 2025-04-28\ntitle = \"A visit\"\ntext = \"A visit.\"\n";
    let files = files().with("2025-04/briefing.toml", item);
    assert_snapshot!(shown(plan(&files, "export.csv", format!("{TOP}{rows}"), MAP)));
}

#[test]
fn days_that_cannot_be_read_say_what_to_do() {
    let rows =
        "V1,30.04.25,DEU,1,\nV2,04/30/2025,DEU,1,\nV3,45777,DEU,1,\nV4,30 avril 2025,DEU,1,\nV5,2025-W18-3,DEU,1,\n";
    assert_snapshot!(import("", format!("{TOP}{rows}")));
}

#[test]
fn numbers_with_more_digits_than_a_spreadsheet_keeps_are_refused() {
    let head = ["Voucher", "Date", "Donor", "Amount", "Purpose"].map(Text);
    let row = |voucher, amount| [Text(voucher), Text("30.04.2025"), Text("DEU"), Number(amount)];
    let rows = [
        row("V1", "123456789012345.678"),
        row("V2", "12345678901234.56"),
        row("V3", "1234567890123456"),
        row("V4", "92615.100000000006"),
        row("V5", "1234567890123.45"),
    ];
    let all: Vec<&[C]> = std::iter::once(head.as_slice()).chain(rows.iter().map(<[C; 4]>::as_slice)).collect();
    assert_snapshot!(shown(plan(
        &files(),
        "export.xlsx",
        workbook(&all, false),
        &format!("sheet = \"Ledger 2025\"\n{MAP}")
    )));
}

#[test]
fn a_title_of_the_ledger_may_not_make_its_amounts_thousands() {
    let table = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-01,2025-05-05,DEU,250\n";
    let said = |title: &str| {
        let files = files().with("ledger.csv", format!("{title}\n{table}"));
        read_office(&files).diagnostics().to_string()
    };
    assert_eq!(said("Ledger of 2025, USD"), "");
    assert_snapshot!(said("Ledger of 2025 (in thousands of USD)"));
}

#[test]
fn what_the_ledger_has_otherwise_is_refused_and_not_left_out() {
    const OFFICE: &str = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[[programme]]\nid = \"pa\"\nname = \"Plan A\"\n[[programme]]\n\
                          id = \"pb\"\nname = \"Plan B\"\n[[fund]]\nid = \"fa\"\nname = \"Fund A\"\n";
    const LEDGER: &str = "id,kind,effective,recorded,ref,contributor,amount,currency,value,fund,purposes,reference,note\n\
                          fin-V1,pledge,2025-04-30,2025-04-30,,DEU,100,EUR,108,,programme:pa,V1,\n";
    let map = MAP
        .replace("purposes =", "value = \"Value\"\nfund = \"Fund\"\npurposes =")
        .replace("[constants]\n", "[constants]\ncurrency = \"EUR\"\n");
    let with = |ledger: &str, row: &str| {
        let files = files().with("office.toml", OFFICE).with("ledger.csv", format!("{LEDGER}{ledger}"));
        shown(plan(&files, "export.csv", format!("Voucher,Date,Donor,Amount,Value,Fund,Purpose\n{row}\n"), &map))
    };
    let known = "2: left out: reference `V1`: the ledger has it already, as `fin-V1`\n";
    for same in ["108,,programme:pa", ",,programme:pa", "108,,", "108,,Other words"] {
        assert_eq!(with("", &format!("V1,30.04.2025,DEU,100,{same}")), known);
    }
    for (row, what) in
        [("109,,programme:pa", "value"), ("108,fa,programme:pa", "fund"), ("108,,programme:pb", "purposes")]
    {
        let said = with("", &format!("V1,30.04.2025,DEU,100,{row}"));
        let wanted = format!("error[I0810]: the ledger has the reference `V1` as `fin-V1`, with another `{what}`:");
        assert!(said.contains(&wanted) && said.contains("enter a `correction` of `fin-V1`"), "{said}");
    }
    let corrected = "c,correction,2025-04-30,2025-05-05,fin-V1,,100,EUR,109,,programme:pb,,\n";
    assert_eq!(with(corrected, "V1,30.04.2025,DEU,100,109,,programme:pb"), known, "the advice ends it");
}

#[test]
fn an_entry_that_is_left_out_by_its_number_is_named() {
    let rows = format!("{TOP}V1,30.04.2025,DEU,100,\nV2,30.04.2025,FRA,200,\n\nPrinted in May,,,,\n");
    assert_snapshot!(import("skip-last = 2\n", &rows), @r"
    2: fin-V1 | pledge | 2025-04-30 | 2025-04-30 | DEU | 100 | V1
    3: left out: the map says so
    5: left out: the map says so
    warning[I0811]: the row has all that makes an entry, and `skip-last` in the map leaves it out
     --> export.csv:3:1
       |
     3 | V2,30.04.2025,FRA,200,
       | ^^^^^^^^^^^^^^^^^^^^^^
      = help: where it is an entry, write a lower `skip-last`: blank rows are not counted

    1 warning
    ");
    assert!(import("skip-rows = [2]\nskip-last = 1\n", &rows).contains("warning[I0811]"));
    assert!(!import("skip-last = 1\n", &rows).contains("I0811"));
    // Of two with one reference, it is known why one is left out.
    let twice = format!("{TOP}V1,30.04.2025,DEU,100,\nV1,30.04.2025,DEU,100,x\n");
    assert!(!import("skip-rows = [3]\n", twice).contains("I0811"));
}

#[test]
fn a_reference_that_is_spelt_otherwise_is_named() {
    let first = plan(&files(), "export.csv", format!("{TOP}001001,30.04.2025,DEU,100,\n"), MAP);
    let there = files().with("ledger.csv", first.into_parts().0.unwrap().partial().unwrap());
    let again = |row: &str| shown(plan(&there, "export.csv", format!("{TOP}{row}\n"), MAP));
    assert_snapshot!(again("1001,30.04.2025,DEU,100,"), @r"
    2: refused: the row has the kind, day, amount and contributor of the one with the reference `001001` of `fin-001001` in the ledger, which is spelled differently
    error[I0812]: the row has the kind, day, amount and contributor of the one with the reference `001001` of `fin-001001` in the ledger, which is spelled differently
     --> export.csv:2:1
       |
     2 | 1001,30.04.2025,DEU,100,
       | ^^^^
      = help: where they are one, leave it out with `skip-rows = [2]` in the map: both would count; where they are two, give it a reference of its own in the export

    1 error
    ");
    for reference in ["1001.0", "\"1,001\"", "1.001", "１００１"] {
        assert!(again(&format!("{reference},30.04.2025,DEU,100,")).contains("error[I0812]"), "{reference}");
    }
    for other in ["1002,30.04.2025,DEU,100,", "1001,30.04.2025,DEU,101,", "1001,30.04.2025,FRA,100,"] {
        assert!(!again(other).contains("I0812"), "{other}");
    }
    let twice = import("", format!("{TOP}A-1,30.04.2025,DEU,100,\na 1,30.04.2025,DEU,100,\n"));
    assert!(twice.contains("with the reference `A-1` in row 2, which is spelled differently"), "{twice}");
}

/// What comes of three rows of payments in an export with a column more, of which the third says something there.
fn beside(column: &str, words: [&str; 3], more: &str) -> String {
    let map = MAP.replace("kind = \"pledge\"", "kind = \"receipt\"\ngift = \"yes\"");
    let rows: String = ["V1,01.04.2025,DEU,100,a", "V2,02.04.2025,FRA,200,b", "V3,03.04.2025,ITA,350,c"]
        .iter()
        .zip(words)
        .map(|(row, word)| format!("{row},{word}\n"))
        .collect();
    let files = files().with("ledger.csv", HEAD.replace("note\n", "note,gift\n"));
    shown(plan(
        &files,
        "export.csv",
        format!("Voucher,Date,Donor,Amount,Purpose,{column}\n{rows}"),
        &format!("{map}{more}"),
    ))
}

#[test]
fn money_that_goes_out_is_not_taken_for_money_that_comes_in() {
    for (into, out) in [
        ("Gutschrift", "Lastschrift"),
        ("Gutschrift", "Belastung"),
        ("incoming", "outgoing"),
        ("In", "Out"),
        ("Inflow", "Outflow"),
        ("Eingang", "Ausgang"),
        ("Приход", "Расход"),
        ("Entrée", "Sortie"),
        ("Entrada", "Salida"),
        ("Ingreso", "Egreso"),
        ("收入", "支出"),
        ("وارد", "صادر"),
    ] {
        let said = beside("Direction", [into, into, out], "");
        assert!(said.contains("2: fin-V1") && said.contains("3: fin-V2") && said.contains("4: refused"), "{said}");
        assert!(
            said.contains("error[I0808]") && said.contains(&format!("`\"Direction\" = [\"{out}\"]` under `[skip]`")),
            "{said}"
        );
        let left_out = beside("Direction", [into, into, out], &format!("[skip]\nDirection = [\"{out}\"]\n"));
        assert!(
            left_out.contains("3: fin-V2") && left_out.contains("4: left out") && !left_out.contains("I080"),
            "{left_out}"
        );
    }
    // A month without any payment that goes out.
    assert!(!beside("Art", ["Gutschrift"; 3], "[skip]\nArt = [\"Lastschrift\"]\n").contains("I080"));
    // Where nothing tells which of the two it is, a credit note may be meant; and the other side is told of.
    assert!(beside("Art", ["", "", "Gutschrift"], "").contains("error[I0808]"));
    assert!(
        beside("Art", ["Gutschrift", "", "Lastschrift"], "[skip]\nArt = [\"Gutschrift\"]\n").contains("warning[I0809]")
    );
    assert!(beside("Posting key", ["50", "50", "40"], "").contains("error[I0807]"));
    assert!(!beside("Budget line", ["50", "50", "40"], "").contains("I080"));
}

#[test]
fn what_says_that_a_row_is_no_payment_is_not_overlooked() {
    for word in [
        "Return of V1 - wrong account",
        "Rückbuchung",
        "Retour",
        "Duplicate of V1",
        "Superseded",
        "Written off",
        "Not received",
        "unpaid",
        "ausstehend",
        "à recevoir",
        "Pledge",
        "In-kind",
    ] {
        let said = beside("Status", ["Posted", "Cash", word], "");
        assert!(said.contains("3: fin-V2") && said.contains("4: refused") && said.contains("error[I0808]"), "{said}");
        assert!(!beside("Status", ["Posted", "Cash", word], "[skip]\nStatus = []\n").contains("I080"), "{word}");
    }
    for word in ["Expected", "TBC", "To be confirmed", "Not yet confirmed"] {
        assert!(beside("Status", ["Posted", "", word], "").contains("warning[I0809]"), "{word}");
    }
    // A pledge is not received; a gift in kind is neither.
    let pledge =
        |word: &str| import("", format!("Voucher,Date,Donor,Amount,Purpose,Type\nV1,30.04.2025,DEU,250,,{word}\n"));
    for word in ["Pledge", "Not received", "unpaid"] {
        assert!(pledge(word).contains("2: fin-V1") && !pledge(word).contains("I080"), "{}", pledge(word));
    }
    assert!(pledge("In-kind").contains("error[I0808]"));
}

#[test]
fn systems_own_words_for_what_is_no_payment_are_known() {
    for (column, words) in [
        ("Paid", ["TRUE", "TRUE", "FALSE"]),
        ("Received", ["1", "", "0"]),
        ("IsDeleted", ["false", "false", "true"]),
        ("RvslInd", ["false", "false", "true"]),
        ("Sts", ["BOOK", "BOOK", "RJCT"]),
        ("Sts", ["BOOK", "BOOK", "INFO"]),
        ("Type", ["Sales receipt", "RECEIVE", "Sales credit note"]),
        ("Type", ["RECEIVE", "RECEIVE", "SPEND"]),
        ("Stage", ["Closed Won", "Posted", "Closed Lost"]),
        ("Txn Type", ["Payment", "Sales receipt", "Invoice"]),
        ("Payé ?", ["Oui", "Payé", "A recevoir"]),
        ("تم الدفع", ["نعم", "نعم", "لا"]),
        ("Sign", ["1", "1", "-1"]),
        ("类型", ["收款", "收款", "付款"]),
        ("Status", ["Paid", "Paid", "Lapsed"]),
        ("Pledge status", ["Paid", "Paid", "Expired"]),
        ("Result", ["OK", "OK", "NSF"]),
        ("In-kind", ["No", "No", "Yes"]),
        ("Pledge?", ["No", "", "Yes"]),
    ] {
        let said = beside(column, words, "");
        assert!(said.contains("2: fin-V1") && said.contains("3: fin-V2") && said.contains("4: refused"), "{said}");
        assert!(said.contains("error[I0808]"), "{said}");
        let advice = format!("`\"{column}\" = [\"{}\"]` under `[skip]`", words[2]);
        assert!(said.contains(&advice) || said.contains("`skip-rows = [4]`"), "{said}");
    }
    for (column, words) in [
        ("Posted", ["Yes", "Yes", "No"]),
        ("Sts", ["BOOK", "BOOK", "PDNG"]),
        ("Статус", ["Проведен", "Проведен", "Не проведен"]),
        ("Draft", ["no", "no", "yes"]),
    ] {
        let said = beside(column, words, "");
        assert!(said.contains("4: fin-V3") && said.contains("warning[I0809]"), "{said}");
    }
    for (column, words) in [
        ("Receipt sent", ["Yes", "No", "No"]),
        ("Paid", ["100", "200", "0"]),
        ("Anonymous", ["Yes", "No", "0"]),
        ("Donor status", ["Active", "Active", "Lapsed"]),
        ("Card status", ["Valid", "Valid", "Expired"]),
        ("Agency", ["NSF", "NASA", "NSF"]),
        ("Sign-off", ["-", "-", "-"]),
        ("Pledge", ["1", "1", "1"]),
        ("Comment", ["Info", "info", "INFO"]),
        ("Purpose type", ["付款", "付款", "付款"]),
        ("Change", ["1", "0", "-1"]),
    ] {
        let said = beside(column, words, "");
        assert!(said.contains("4: fin-V3") && !said.contains("I080"), "{said}");
    }
}

#[test]
fn currencies_in_words_are_compared() {
    for word in ["Euro", "euros", "eur", "Yen", "Swiss francs", "Pound sterling", "SFr", "CFA", "RMB", "Quetzal", "¥"]
    {
        let said = beside("Currency", ["USD", "US dollars", word], "");
        assert!(said.contains("3: fin-V2") && said.contains("4: refused") && said.contains("error[I0807]"), "{said}");
    }
    // Nothing but the words of such a column says that it has currencies.
    assert_eq!(beside("C", ["Euro", "euros", "Yen"], "").matches("error[I0807]").count(), 3);
    assert!(!beside("C", ["Dollars", "US$", "usd"], "").contains("I080"));
    for heading in [
        "Amount in Swiss Francs",
        "Betrag (SFr.)",
        "Amount pounds",
        "Amount (eur)",
        "Montant (Dh)",
        "المبلغ (درهم)",
        "Amount in local currency",
        "Amount in national currency",
        "Amount (LCU)",
        "Betrag in Fremdwährung",
        "Montant en devise",
    ] {
        let said = headed("", heading);
        assert!(said.contains("error[I0807]") && said.contains("under `[constants]`"), "{heading}: {said}");
    }
    let rupees = MAP
        .replace("\"Amount\"", "\"Amount in local currency\"")
        .replace("[constants]\n", "[constants]\ncurrency = \"INR\"\n");
    let text = "Voucher,Date,Donor,Amount in local currency,Purpose\nV1,30.04.2025,DEU,250,\n";
    assert!(shown(plan(&files(), "export.csv", text, &rupees)).contains("2: fin-V1"));
    for title in ["Figures in US$ 000", "Contas em milhares", "Contributions in local currency"] {
        let said = import("", format!("{title}\n{TOP}V1,30.04.2025,DEU,2.5,\n"));
        assert!(said.contains("error[I0807]"), "{title}: {said}");
    }
}

#[test]
fn a_column_of_units_makes_no_amount_a_thousandth() {
    for (column, word) in [
        ("Unit", "USD thousand"),
        ("Units", "millions"),
        ("Scale", "1000"),
        ("Unit", "K"),
        ("单位", "万美元"),
        ("Единица", "тыс. долл."),
        ("Unité", "milliers"),
        ("Column 7", "'000"),
        ("In", "US$ 000"),
        ("Remarks", "k$"),
    ] {
        let said = beside(column, [word; 3], "");
        assert_eq!(said.matches(": refused").count(), 3, "{said}");
        assert!(said.contains("error[I0807]") && said.contains(&format!("`{column}` says `{word}`")), "{said}");
    }
    let map = MAP.replace("kind = \"pledge\"", "kind = \"pledge\"\nrecorded = \"2025-05-05\"");
    let map = map.replace("recorded = \"Date\"\n", "");
    let with = |more: &str, words: [&str; 2]| {
        let [one, other] = words;
        let text = format!(
            "Voucher,Date,Donor,Amount,Purpose,Unit\nV1,30.04.2025,DEU,250,,{one}\nV2,30.04.2025,FRA,1,,{other}\n"
        );
        shown(plan(&files(), "export.csv", text, &format!("{more}{map}")))
    };
    // The advice ends it, and says of amounts what is so of all of them.
    let thousands = ["USD thousand"; 2];
    assert!(with("", thousands).contains("say `amounts-in = \"thousands\"` in the map"));
    let said = with("amounts-in = \"thousands\"\n", thousands);
    assert!(said.contains("| 250000 |") && !said.contains("I0807"), "{said}");
    assert!(!with("amounts-in = \"units\"\n", thousands).contains("I0807"));
    for declared in ["", "amounts-in = \"thousands\"\n"] {
        let mixed = with(declared, ["USD thousand", "USD"]);
        assert_eq!(mixed.matches("error[I0807]").count(), 1, "{mixed}");
        assert!(mixed.contains("export whole amounts"), "{mixed}");
    }
    let euros = with("amounts-in = \"thousands\"\n", ["TEUR"; 2]);
    assert!(euros.contains("says `TEUR`, which is in `EUR`, and the row is taken as USD"), "{euros}");
    // Codes and texts are no units.
    for (column, words) in [
        ("Country", ["TH", "MM", "MN"]),
        ("Type", ["K", "M", "T"]),
        ("Account", ["000", "'000", "'001"]),
        ("Factor", ["1", "1", "1"]),
        ("Unit", ["USD", "USD", "usd"]),
        ("Unit", ["Fundraising", "North", "M-7"]),
        ("Original", ["USD 1,000.00", "", "$ 1000"]),
        ("Remarks", ["one of thousands", "Million Trees", "Miles"]),
    ] {
        let said = beside(column, words.map(|word| word.replace(',', "")).each_ref().map(String::as_str), "");
        assert!(!said.contains("I0807"), "{said}");
    }
    assert!(!beside("Unit", ["thousands"; 3], "[skip]\nUnit = []\n").contains("I0807"));
}

#[test]
fn rows_without_a_figure_say_what_the_others_are_in() {
    let rows = "V1,30.04.2025,DEU,250,\nV2,30.04.2025,FRA,120,\n";
    // Below the headings, and again further down: no total, and no row to be left out without a word.
    for unit in ["USD '000", "US$ 000", "('000)", "(thousands)"] {
        for text in [format!("{TOP},,,{unit},\n{rows}"), format!("{TOP}{rows},,,{unit},\n{rows}")] {
            let line = if text.starts_with(&format!("{TOP},,,")) { 2 } else { 4 };
            for map in [String::new(), format!("skip-rows = [{line}]\n")] {
                let said = import(&map, &text);
                assert!(said.contains("error[I0807]") && !said.contains("C0513"), "{said}");
                assert!(said.contains("say `amounts-in = \"thousands\"` in the map"), "{said}");
            }
            let said = import(&format!("amounts-in = \"thousands\"\nskip-rows = [{line}]\n"), &text);
            assert!(said.contains("| 250000 |") && !said.contains("I0807"), "{said}");
        }
    }
    let euros = format!("{TOP},,,(EUR),\n{rows}");
    for map in ["", "skip-rows = [2]\n"] {
        let said = import(map, &euros);
        assert!(said.contains("error[I0807]: the heading `(EUR)` is of amounts in `EUR`"), "{said}");
    }
    // A footnote counts whether or not the map leaves it out.
    for (note, word) in [
        ("Amounts in thousands of US dollars", "thousands"),
        ("All figures in EUR", "EUR"),
        ("Сумма в тыс. долл.", "thousands"),
    ] {
        let said = import("skip-last = 1\n", format!("{TOP}{rows}{note},,,,\n"));
        assert!(said.contains("error[I0807]") && said.contains(word), "{said}");
    }
    for note in [
        "Printed in May 2025",
        "Rate of the day: 1 EUR = 1.08 USD",
        "This reached over 5 million people",
        "EUR 500 of bank charges are not shown",
        "Million Trees Foundation",
    ] {
        let said = import("skip-last = 1\n", format!("{TOP}{rows}{note},,,,\n"));
        assert!(said.contains("2: fin-V1") && !said.contains("I0807"), "{said}");
    }
    let bad = import("", format!("{TOP}V0,30.04.2025,DEU,tbc EUR,\n{rows}"));
    assert!(bad.contains("2: refused") && bad.contains("3: fin-V1") && !bad.contains("I0807"), "{bad}");
    // Totals are totals still.
    for total in ["370", "USD 370", "370.00", "$370"] {
        let said = import("", format!("{TOP}{rows},,,{total},\n"));
        assert!(said.contains("4: left out: it is a row of totals") && !said.contains("error"), "{said}");
    }
    assert!(import("", format!("{TOP}{rows},,,371,\n")).contains("error[C0513]"));
}

#[test]
fn lines_of_parameters_say_currencies_and_units_in_words() {
    let said = |line: &str, more: &str| {
        let map = MAP.replace("[constants]\n", &format!("[constants]\n{more}"));
        shown(plan(&files(), "export.csv", format!("{line}\n{TOP}V1,30.04.2025,DEU,250,\n"), &map))
    };
    for line in [
        "Currency,Euro,,,",
        "Currency:,Euro,,,",
        "Devise : euros",
        "Валюта:,евро,,,",
        "Reporting currency:,,Euro,,",
        "Account currency: Swiss franc",
        "Kontowährung: Euro",
        "币种：欧元",
    ] {
        assert!(said(line, "").contains("error[I0807]"), "{line}: {}", said(line, ""));
        assert!(
            said(line, "currency = \"EUR\"\n").contains("2: fin-V1")
                || said(line, "currency = \"EUR\"\n").contains("3: fin-V1")
        );
    }
    for line in ["Unit,K,,,", "Scale: 1000", "单位：千", "Units:,USD thousand,,,"] {
        assert!(
            said(line, "").contains("error[I0807]") && said(line, "").contains("`amounts-in = \"thousands\"`"),
            "{line}"
        );
    }
    for line in
        ["Currency,Dollars,,,", "Currency: US dollars", "Project: Euro", "Donors,Rand,,,", "Unit,Fundraising,,,"]
    {
        assert!(!said(line, "").contains("I0807"), "{line}: {}", said(line, ""));
    }
}

#[test]
fn a_currency_that_is_not_said_beside_others_is_asked_for() {
    let map = MAP.replace("purposes =", "currency = \"Cur\"\npurposes =");
    let said = |currencies: [&str; 3], more: &str| {
        let [one, two, three] = currencies;
        let text = format!(
            "Voucher,Date,Donor,Amount,Cur,Purpose\nV1,30.04.2025,DEU,100,{one},\nV2,30.04.2025,FRA,120,{two},\nV3,30.04.2025,ITA,130,{three},\n"
        );
        shown(plan(&files(), "export.csv", text, &format!("{map}{more}")))
    };
    let refused = said(["EUR", "", "EUR"], "");
    assert!(
        refused.contains("3: refused: the row has an amount and no currency, and other rows are in others than USD")
    );
    assert!(refused.contains("error[C0504]") && refused.contains("--> export.csv:3:23"), "{refused}");
    assert!(refused.contains("2: fin-V1") && refused.contains("4: fin-V3"), "{refused}");
    let translated = "[values.currency]\nEuro = \"EUR\"\nDollar = \"USD\"\n";
    assert!(said(["Euro", "Dollar", ""], translated).contains("4: refused"));
    for (currencies, more) in [(["", "", ""], ""), (["USD", "", "USD"], ""), (["Dollar", "", ""], translated)] {
        assert!(!said(currencies, more).contains("refused"), "{currencies:?}");
    }
}

#[test]
fn thousands_that_a_comma_cuts_off_are_not_lost() {
    let map = MAP.replace("purposes = \"Purpose\"\n", "");
    let said = |heads: &str, rows: &[&str], more: &str| {
        let rows: String = (1..).zip(rows).map(|(at, row)| format!("V{at},30.04.2025,{row}\n")).collect();
        shown(plan(
            &files(),
            "export.csv",
            format!("Voucher,Date,Donor,Amount,{heads}\n{rows}"),
            &format!("{map}{more}"),
        ))
    };
    for (heads, row, whole) in [
        ("Remarks", "DEU,12,500", "12500"),
        (",Remarks", "DEU,12,500,x", "12500"),
        ("Cents,Remarks", "DEU,1,250,000", "1250000"),
        ("Remarks,", "DEU,12,500.50,", "12500.50"),
    ] {
        let said = said(
            heads,
            &[row, "FRA,700,x,"].map(|row| if heads.contains(',') { row } else { row.trim_end_matches(',') }),
            "",
        );
        assert!(said.contains("2: refused") && said.contains("3: fin-V2"), "{said}");
        assert!(said.contains("error[C0507]") && said.contains("may be the rest of the amount"), "{said}");
        assert!(said.contains(&format!("where it is, write `{whole}`")), "{said}");
    }
    let centres = ["DEU,120,101", "FRA,7500,102", "ITA,130.00,101"];
    assert!(!said("Cost centre", &centres, "").contains("refused"), "a column of its own");
    let short = ["DEU,120,101", "FRA,750,102"];
    assert_eq!(said("Cost centre", &short, "").matches(": refused").count(), 2);
    assert!(!said("Cost centre", &short, "[skip]\n\"Cost centre\" = []\n").contains("refused"));
    for row in ["DEU,12,50", "DEU,12,5000", "DEU,012,500", "DEU,1200,500", "DEU,12.00,500", "DEU,12,A500"] {
        assert!(said("Remarks", &[row], "").contains("2: fin-V1"), "{row}");
    }
}

#[test]
fn the_sign_beside_an_amount_is_what_is_wrong_with_it() {
    let said = |amount: &str| import("", format!("Voucher;Date;Donor;Amount;Purpose\nV1;30.04.2025;DEU;{amount};\n"));
    for amount in ["$5000", "$5,000.00", "($500.00)", "-$500", "$ 500", "€5000", "US$5000", "5000 USD", "(€ 500)"] {
        assert!(said(amount).contains("help: leave the currency out of the cell"), "{}", said(amount));
    }
    for amount in ["1.5.2", "12,34.00"] {
        assert!(
            said(amount).contains("help: write the amount without marks between its thousands"),
            "{}",
            said(amount)
        );
    }
}

#[test]
fn an_export_of_what_the_ledger_has_under_other_numbers_is_told_of() {
    const ROWS: [&str; 5] = [
        "01.04.2025,DEU,100,",
        "02.04.2025,FRA,200,",
        "03.04.2025,ITA,350,",
        "03.04.2025,ITA,350,",
        "04.04.2025,ESP,7,",
    ];
    let numbered = |mark: &str, rows: &[&str]| {
        let rows: String = (1..).zip(rows).map(|(at, row)| format!("{mark}{at},{row}\n")).collect();
        format!("{TOP}{rows}")
    };
    let first = plan(&files(), "export.csv", numbered("V", &ROWS), MAP).into_parts().0.unwrap();
    let there = files().with("ledger.csv", first.partial().unwrap());
    let said = |text: String| shown(plan(&there, "export.csv", text, MAP));
    let again = said(numbered("GL-", &ROWS));
    assert_eq!(again.matches("warning[I0806]").count(), 1, "{again}");
    assert!(
        again.contains("5 of 5 new rows have the kind, day, amount and contributor of an entry")
            && again.contains("of this one, `fin-V1`"),
        "{again}"
    );
    let mut others = ROWS;
    others[0] = "09.04.2025,DEU,100,";
    assert!(said(numbered("GL-", &others)).contains("4 of 5 new rows"));
    others[1] = "09.04.2025,FRA,200,";
    assert!(!said(numbered("GL-", &others)).contains("I0806"), "three of five");
    assert!(!said(numbered("GL-", &ROWS[..2])).contains("I0806"), "two may be the same by chance");
    // One entry is one payment.
    assert!(!said(numbered("GL-", &["01.04.2025,DEU,100,"; 4])).contains("I0806"));
    assert!(!said(numbered("V", &ROWS)).contains("I0806"), "nothing is new");
}

#[test]
fn totals_with_all_that_makes_an_entry_are_refused() {
    let rows = "V1,01.04.2025,DEU,100,\nV2,02.04.2025,FRA,200,\n";
    let said = |row: &str, more: &str| import("", format!("{TOP}{rows}{row}{more}"));
    for name in [
        "Total April",
        "Total for DEU",
        "TOTAL (USD)",
        "Sub-total DEU",
        "Σ",
        "YTD",
        "Opening balance",
        "Closing balance",
        "Carried forward",
        "Saldo",
        "Übertrag",
        "Report à nouveau",
        "Итого за апрель",
        "الإجمالي لشهر أبريل",
        "本月合计",
    ] {
        for row in [format!("{name},30.04.2025,DEU,350,\n"), format!("V3,30.04.2025,DEU,350,{name}\n")] {
            let said = said(&row, "");
            assert!(said.contains("3: fin-V2") && said.contains("4: refused"), "{said}");
            assert!(said.contains("error[C0513]") && said.contains("`skip-rows = [4]`"), "{said}");
        }
        let unread = beside("Text", ["", "", name], "");
        assert!(unread.contains("4: refused") && unread.contains("error[C0513]"), "{unread}");
        assert!(!beside("Text", ["", "", name], "[skip]\nText = []\n").contains("C0513"));
    }
    let total = format!("{TOP}{rows}Total April,30.04.2025,DEU,300,\n");
    assert!(!import("skip-rows = [4]\n", total).contains("I0811"));
    // A name that has the word in it, and words within a text, are none; where the amount is the sum of the rows above, it may be one.
    for text in
        ["Total Energies", "Total sanitation", "The balance of 2024", "Balance of the pledge", "Fondation Total"]
    {
        let row = |sum: &str| said(&format!("V3,30.04.2025,DEU,{sum},{text}\n"), "");
        assert!(row("77").contains("4: fin-V3") && !row("77").contains("error"), "{}", row("77"));
    }
    assert!(said("V3,30.04.2025,DEU,300,Total Energies\n", "").contains("error[C0513]"));
}

#[test]
fn a_map_without_the_form_of_days_is_told_of_it() {
    let map = MAP.replace("date-format = \"dd.mm.yyyy\"\n", "");
    let said = |day: &str| shown(plan(&files(), "export.csv", format!("{TOP}V1,{day},DEU,5,a\n"), &map));
    assert!(said("14.04.2025").contains("say `date-format = \"dd.mm.yyyy\"` in the map"), "{}", said("14.04.2025"));
    assert!(
        said("03/04/2025").contains("`date-format = \"dd/mm/yyyy\"` or `\"mm/dd/yyyy\"`"),
        "{}",
        said("03/04/2025")
    );
    assert!(said("2025-04-14").contains("2: fin-V1"));
}

/// What an import says of two rows with a column `other` that is not read, of the ledger's dollars unless the map says otherwise.
fn beside_amounts(other: &str, cells: [&str; 2], heading: &str, map: &str) -> String {
    let export = format!(
        "Ref,Date,Donor,{heading},{other}\nV1,2025-04-01,JPN,1000000,{}\nV2,2025-04-02,JPN,2000000,{}\n",
        cells[0], cells[1]
    );
    let map = format!(
        "[columns]\nreference = 'Ref'\neffective = 'Date'\nrecorded = 'Date'\ncontributor = 'Donor'\namount = '{heading}'\n\
         [constants]\nkind = 'receipt'\n{map}"
    );
    shown(plan(&files(), "export.csv", export, &map))
}

#[test]
fn amounts_beside_converted_ones_or_rates_name_their_currency() {
    for other in ["USD Amount", "Amount (USD)", "USD equivalent", "Montant USD", "Сумма USD", "Base amount", "USD"]
    {
        let said = beside_amounts(other, ["6700.00", "13400.00"], "Amount", "");
        assert!(said.contains(&format!("`{other}` has other amounts, and nothing says what currency")), "{said}");
        let sure = beside_amounts(other, ["6700.00", "13400.00"], "Amount", "currency = 'JPY'\n");
        assert!(sure.starts_with("2: V1 | receipt") && !sure.contains("what currency"), "{sure}");
    }
    for other in ["Rate", "Exchange rate", "FX", "Cours", "Курс", "汇率", "سعر الصرف"] {
        let said = beside_amounts(other, ["0.0067", "0.0067"], "Amount", "");
        assert!(said.contains(&format!("`{other}` has rates of exchange, and nothing says")), "{said}");
        let whole = beside_amounts(other, ["1.0000", "1"], "Amount", "");
        assert!(whole.starts_with("2: V1 | receipt"), "{whole}");
    }
    // The same amounts again, other money, and headings that say it themselves.
    for (other, cells, heading) in [
        ("Amount USD", ["1000000", "2000000"], "Amount"),
        ("Received (USD)", ["5", "7"], "Amount"),
        ("Rate", ["0.0067", "0.0067"], "Amount (USD)"),
        ("Cours", ["Histoire", "Droit"], "Amount"),
    ] {
        let said = beside_amounts(other, cells, heading, "");
        assert!(said.starts_with("2: V1 | receipt"), "{said}");
    }
}
