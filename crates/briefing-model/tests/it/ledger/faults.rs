//! Every code has an explanation, and rows that trigger it.

use std::collections::BTreeMap;

use briefing_model::{
    AsOf, Code, Directory, EntryKind, Fault, Ledger, LedgerEntry, LedgerError, LedgerReferences, LedgerSettings, Money,
    MoneyError, Pledge, Reach, Receipt, Severity,
};

use crate::ledger::book::{day, reaching, try_ledger};

/// The codes of the ledger's meaning.
fn codes() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| code.as_str().starts_with('L'))
}

/// What the office of the examples has.
fn references() -> LedgerReferences {
    let mut directory = Directory::default();
    directory.parties.insert("undp", []);
    directory.funds.insert("trust-fund", []);
    ["ibsm", "old"].into_iter().for_each(|id| directory.programmes.insert(id, []));
    directory.sources.insert("bank", []);
    let closed = BTreeMap::from([("old".parse().unwrap(), "2024".parse().unwrap())]);
    LedgerReferences { directory, closed, events: None }
}

fn faults(rows: &str) -> Vec<Fault> {
    let of_folder = |ledger: Ledger| {
        let mut faults = ledger.warnings().to_vec();
        faults.extend(ledger.check_references(&references()));
        faults.extend(ledger.check_issue(AsOf { in_effect: day("2025-04-30"), known: day("2025-05-06") }));
        faults
    };
    try_ledger(LedgerSettings::default(), rows).map_or_else(|invalid| invalid.faults, of_folder)
}

#[test]
fn every_code_is_triggered_by_its_own_example() {
    for code in codes() {
        let faults = faults(code.explain().example);
        assert!(faults.iter().any(|fault| fault.code == code), "{code}: {faults:?}");
    }
}

#[test]
fn examples_show_their_own_fault_and_hardly_another() {
    let expected = |code: Code| -> &[Code] {
        match code {
            // A pledge for the future is dated after it was recorded, and after the issue.
            Code::EffectiveAfterRecorded => &[Code::AfterIssue],
            Code::AfterIssue => &[Code::EffectiveAfterRecorded],
            // Two statements cannot both be right.
            Code::UnexplainedFall | Code::RivalTotals => &[Code::AssertionFailed],
            _ => &[],
        }
    };
    for code in codes() {
        for fault in faults(code.explain().example) {
            assert!(fault.code == code || expected(code).contains(&fault.code), "{code}: {fault}");
        }
    }
}

#[test]
fn codes_are_stable_and_distinct() {
    let codes: Vec<_> = codes()
        .map(|code| {
            let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
            format!("{code} {severity:7} {}", code.explain().title)
        })
        .collect();
    insta::assert_snapshot!(codes.join("\n"), @r"
    L0101 error   two entries have the same id
    L0102 error   an entry names one that does not exist
    L0103 error   an entry names another of the wrong kind
    L0104 error   two entries have the same reference from the same source
    L0105 error   an entry names one that was recorded later
    L0106 error   a change takes effect before what it changes
    L0107 warning money arrived before its pledge took effect
    L0108 warning an entry took effect after it was recorded
    L0109 warning two entries that say the same
    L0110 warning an entry about a pledge that does not count
    L0111 warning an entry that counts long after it was recorded
    L0112 warning money that an opening balance or a remainder may hold already
    L0201 error   a receipt says neither who paid nor on which pledge
    L0202 error   an entry names another contributor than its pledge
    L0203 error   currencies that do not match
    L0204 warning a revision drops its pledge's schedule
    L0205 error   an entry states nothing
    L0206 warning a purpose is listed twice
    L0207 error   an entry does not say whether a new name is a new partner
    L0208 error   a contributor is said to be both new and not new
    L0209 error   no unnamed partner is left
    L0210 error   a correction changes something that its entry does not have
    L0211 error   a payment may belong to an open pledge
    L0212 error   a payment is worth something other than what it settles
    L0213 warning a correction that changes a currency
    L0214 error   a payment for another purpose than its pledge
    L0215 error   a payment is said to be both on a pledge and a gift of its own
    L0301 warning more was received than pledged
    L0302 error   more was refunded than had arrived
    L0303 error   more is itemized than the remainder holds
    L0304 error   the ledger does not add up to what a source states
    L0305 warning a stated total fell, and no entry explains it
    L0306 warning an amount is far out of line with its contributor's history
    L0310 warning a rate that applies to no amount
    L0311 warning money that the totals leave out
    L0307 error   the sum of the entries is too large
    L0308 warning more is withdrawn than was pledged
    L0309 error   two totals for one day
    L0312 error   two rates of one currency for the same time
    L0313 error   two changes whose effect depends on the order of the rows
    L0314 warning a refund that is worth more than what arrived
    L0401 error   a contributor is not in the office's list of parties
    L0402 error   a fund is not in the office's list
    L0403 error   a purpose names a programme, unit or event that does not exist
    L0404 warning money is earmarked for a programme that had closed
    L0405 warning a source is not in the office's list
    L0406 warning an entry is dated after the issue
    ");
}

#[test]
fn kinds_have_their_article() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,what
        K-1,in-kind,2025-04,2025-05-05,DEU,,5,Premises
        R-1,receipt,2025-04,2025-05-05,,K-1,5";
    let messages: Vec<_> = faults(rows).into_iter().map(|fault| fault.message).collect();
    assert!(messages.iter().any(|message| message.contains("names entry `K-1`, an in-kind,")), "{messages:?}");
}

#[test]
fn what_settles_a_pledge_is_not_corrected_in_part() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles
        P-1,pledge,2024-01-10,2024-01-12,ESP,,54000,EUR,50000,
        R-1,receipt,2024-01-20,2024-01-22,,P-1,50000,CHF,47000,54000 EUR
        C-1,correction,2024-01-20,2024-02-07,,R-1,AMOUNT,CHF,23500,";
    let found: Vec<_> = faults(&rows.replace("AMOUNT", "25000"));
    let told: Vec<_> = found.iter().map(|fault| (fault.code, fault.message.as_str(), fault.hint.as_deref())).collect();
    assert_eq!(
        told,
        [(
            Code::InapplicableCorrection,
            "`C-1`: does not fit entry `R-1`: it settles EUR 54000.00 of its pledge, which a correction of its amount leaves as it was",
            Some("strike `R-1` out in a row of kind `void`, and write it again with what it `settles`")
        )]
    );
    let rate = "id,kind,effective,recorded,contributor,ref,amount,currency
        X-1,rate,2024-01,2024-01-02,,,9.6,EUR
        C-1,correction,2024-01,2024-02-03,,X-1,0.96,";
    let hint = faults(rate).into_iter().find_map(|fault| fault.hint);
    assert_eq!(
        hint.as_deref(),
        Some(
            "make this row one of kind `void`, which strikes `X-1` out, and enter the rate anew, with another id, in a row below it"
        )
    );
    for entry in ["P-1,pledge,2024-01-10,2024-01-12,ESP,", "P-1,receipt,2024-01-10,2024-01-12,ESP,"] {
        let worth = format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value
            {entry},54000,EUR,50000
            C-1,correction,2024-01-20,2024-02-07,,P-1,5400,EUR,"
        );
        let found = faults(&worth);
        let told: Vec<_> = found.iter().map(|fault| (fault.message.as_str(), fault.hint.as_deref())).collect();
        assert_eq!(
            told,
            [(
                "`C-1`: does not fit entry `P-1`: it is stated to be worth USD 50000.00, which a correction of its amount leaves as it was",
                Some("write under `value` what the amount is worth in USD, as its source says")
            )]
        );
    }
    // What it was worth may be corrected alone, beside the amount as it was.
    assert!(faults(&rows.replace("AMOUNT", "50000")).iter().all(|fault| fault.code != Code::InapplicableCorrection));
}

#[test]
fn messages_say_what_and_where() {
    let messages: Vec<_> = codes()
        .filter_map(|code| faults(code.explain().example).into_iter().find(|fault| fault.code == code))
        .map(|fault| format!("{}[{}] {}", fault.severity, fault.code, fault.message))
        .collect();
    insta::assert_snapshot!(messages.join("\n"), @r"
    error[L0101] `P-1`: the id is taken by the entry of 2025-04
    error[L0102] `R-1`: names entry `P-9`, which is not in the ledger
    error[L0103] `V-1`: names entry `R-1`, a receipt, where it must be a pledge, an allocation or an opening balance
    error[L0104] `R-2`: has the reference `TT-77` of entry `R-1`
    error[L0105] `R-1`: names entry `P-1`, which was recorded later, on 2025-05-05
    error[L0106] `V-1`: counts from 2025-03-01, but entry `P-1` only from 2025-04-30
    warning[L0107] `R-1`: counts from 2025-03-01, but entry `P-1` only from 2025-04-30: until then, it counts as a contribution without a pledge
    warning[L0108] `P-1`: took effect on 2025-06-01, but was recorded on 2025-05-05 already
    warning[L0109] `P-2`: says the same as entry `P-1`, and counts beside it
    warning[L0110] `R-1`: names entry `P-1`, which is struck out: it counts as given beside any pledge
    warning[L0111] `P-1`: was recorded on 2025-03-02, and counts from 2025-12-31 only: it took effect in 2025
    warning[L0112] `P-1`: took effect by 2024-12-31, the day of the opening balance `O-1`, and counts beside it
    error[L0201] `R-1`: says neither who paid nor on which pledge
    error[L0202] `R-1`: is from UZB, but pledge `P-1` is of DEU
    error[L0203] `V-1`: is in USD, but entry `P-1` in EUR
    warning[L0204] `V-1`: makes `P-1` due at once, which was `yearly 2024/2026`
    error[L0205] `C-1`: is a correction that states nothing
    warning[L0206] `P-1`: is earmarked twice for `programme:ibsm`
    error[L0207] `P-1`: names DEU for the first time while 3 partners are known by number only
    error[L0208] `P-2`: says that DEU was among the unnamed, but entry `P-1` that it is new
    error[L0209] `P-1`: takes DEU out of the unnamed partners, of whom there are 0 in all
    error[L0210] `C-1`: does not fit entry `P-1`: a pledge has no number of partners to correct
    error[L0211] `R-1`: names no pledge, but its contributor has one that is not yet paid, `P-1`
    error[L0212] `R-1`: is worth USD 98000.00, and settles USD 100000.00 of `P-1`
    warning[L0213] `C-1`: makes USD of the EUR of `P-1`
    error[L0214] `R-1`: is said to be for something else than `P-1`, on which it was paid
    error[L0215] `R-1`: is a gift of its own, and was paid on `P-1`
    warning[L0301] `P-1`: USD 200.00 more was received than pledged
    error[L0302] `F-1`: pays back more than had arrived
    error[L0303] `P-1`: itemizes remainder `O-1`, which holds USD 5000.00, and in all USD 6000.00 are itemized
    error[L0304] `A-1`: states USD 1100.00 pledged, but the entries come to USD 1000.00
    warning[L0305] `A-2`: states USD 1000.00, less than the USD 1100.00 of entry `A-1`
    warning[L0306] `P-5`: USD 50000000.00 is more than 20 times what its contributor ever gave before
    warning[L0310] `X-1`: is of 2025-04-01 alone, and no amount in EUR took effect on that day
    warning[L0311] `P-1`: EUR 100000.00 of it is left out of the totals: nothing says what that is worth in USD
    error[L0307] the entries come to more than 10²⁴ minor units
    warning[L0308] `W-1`: withdraws more than is left of the pledge
    error[L0309] `A-2`: states another figure than entry `A-1` for the same day
    error[L0312] `X-2`: says that one EUR is USD 1.08 in 2025-04, and entry `X-1` that it is USD 1.8
    error[L0313] `V-2`: changes the pledge on the same day as `V-1`, and only the order of the rows says which of the two holds
    warning[L0314] `F-1`: is worth USD 20.00 more than all that was there to go back
    error[L0401] `P-1`: there is no party `undpp`
    error[L0402] `P-1`: there is no fund `trust-fnd`
    error[L0403] `P-1`: there is no programme `ibms`
    warning[L0404] `P-1`: is earmarked for programme `old`, which closed in 2024
    warning[L0405] `P-1`: there is no source `lettr`
    warning[L0406] `P-1`: is dated 2052-04-01, after the issue, which counts until 2025-04-30
    ");
}

#[test]
fn what_the_totals_leave_out_is_told_once_for_each_currency() {
    let of = |rows: &str| -> Vec<String> {
        let head = "id,kind,effective,recorded,contributor,ref,amount,currency,value,note";
        let found = faults(&format!("{head}\n{rows}"));
        found.into_iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect()
    };
    let rows = "P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,EUR,,
        R-1,receipt,2025-04-11,2025-04-12,,P-1,400,EUR,,
        P-2,pledge,2025-04-10,2025-04-12,FRA,,500,EUR,,
        P-3,pledge,2025-04-10,2025-04-12,CHE,,700,CHF,,";
    assert_eq!(
        of(rows),
        [
            "L0311 `P-3`: CHF 700.00 of it is left out of the totals: nothing says what that is worth in USD",
            "L0311 `P-1`: EUR 1000.00 of it is left out of the totals: nothing says what that is worth in USD, nor what another \
             entry in EUR is",
        ]
    );
    for rows in [
        "P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,EUR,1100,\nR-1,receipt,2025-04-11,2025-04-12,,P-1,400,EUR,,",
        "P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,EUR,,Letter of 10 April; worth unknown: no source says it",
        "P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,EUR,,\nX-1,rate,2025-04,2025-05-02,,,1.1,EUR,,",
        "P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,USD,,",
    ] {
        assert_eq!(of(rows), [""; 0], "{rows}");
    }
    for note in ["Letter of 10 April", "No source says it", "worth much; unknown"] {
        assert_eq!(of(&format!("P-1,pledge,2025-04-10,2025-04-12,DEU,,1000,EUR,,{note}")).len(), 1, "{note}");
    }
}

#[test]
fn a_pledge_that_was_recorded_too_late_is_told_at_the_pledge() {
    let hint = |pledged: &str| {
        let rows = "id,kind,effective,recorded,contributor,ref,amount
            R-1,receipt,2025-05-19,2025-05-20,,P-1,40";
        let found = faults(&format!("{rows}\nP-1,pledge,{pledged},2025-06-06,NOR,,100"));
        let late = found.into_iter().find(|fault| fault.code == Code::RecordedBeforeTarget);
        late.and_then(|fault| fault.hint).unwrap()
    };
    assert!(
        hint("2025-05-05").starts_with("correct `recorded` of `P-1` if that was known by 2025-05-20; otherwise leave")
    );
    let otherwise = hint("2025-05-25");
    assert!(otherwise.starts_with("correct the day on which one of them was recorded"), "{otherwise}");
}

#[test]
fn a_row_that_was_copied_is_one_fault() {
    let rows = "id,kind,effective,recorded,contributor,amount,source,reference
        P-1,pledge,2025-04-10,2025-04-12,DEU,1000,letters,L-1
        P-1,pledge,2025-04-10,2025-04-12,DEU,1000,letters,L-1";
    let codes: Vec<Code> = faults(rows).into_iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::DuplicateEntry]);
}

#[test]
fn all_faults_are_told_at_once_and_many_are_counted() {
    let mut rows = String::from("id,kind,effective,recorded,ref,amount\n");
    for n in 0..70 {
        rows.push_str(&format!("R-{n},receipt,2025-04-10,2025-05-05,P-{n},1\n"));
    }
    rows.push_str("X-1,receipt,2025-04-10,2025-05-05,,1\n");
    let faults = faults(&rows);
    let unknown: Vec<_> = faults.iter().filter(|fault| fault.code == Code::UnknownEntry).collect();
    assert_eq!(unknown.len(), 51);
    assert_eq!(unknown[50].message, "20 more of the same kind");
    assert!(faults.iter().any(|fault| fault.code == Code::ContributorMissing));
}

#[test]
fn a_fault_has_the_positions_of_the_ids_that_it_names() {
    let pledge = || Pledge::new("DEU".parse().unwrap(), "USD 1".parse().unwrap());
    let receipt = || Receipt::on("P-9".parse().unwrap(), "USD 1".parse().unwrap());
    let entry = |id: &str, kind: EntryKind| {
        LedgerEntry::new(id.parse().unwrap(), "2025-04-10".parse().unwrap(), "2025-05-05".parse().unwrap(), kind)
    };
    let mut entries = vec![entry("X-1", pledge().into()), entry("X-1", receipt().into())];
    entries.extend((0..60).map(|n| entry(&format!("R-{n}"), receipt().into())));
    let invalid = Ledger::new(LedgerSettings::default(), entries).unwrap_err();

    let positions = |fault: &Fault| invalid.positions(fault).collect::<Vec<_>>();
    let twice = invalid.faults.iter().find(|fault| fault.code == Code::DuplicateEntry).unwrap();
    assert_eq!(positions(twice), [0, 1]);
    let unknown: Vec<_> = invalid.faults.iter().filter(|fault| fault.code == Code::UnknownEntry).collect();
    assert_eq!(unknown.len(), 51, "fifty, and one that counts the others");
    for (at, fault) in unknown[..50].iter().enumerate() {
        let found = positions(fault);
        assert!(found == [at + 1] || found == [0, 1], "{fault:?}: {found:?}");
    }
    assert!(unknown[50].message.ends_with("more of the same kind"));
    assert_eq!(positions(unknown[50]), Vec::<usize>::new());
}

#[test]
fn adding_two_currencies_is_named_so() {
    let money = |text: &str| text.parse::<Money>().unwrap();
    let mixed = money("USD 1").checked_add(money("EUR 1")).unwrap_err();
    assert_eq!(LedgerError::from(mixed).to_string(), "USD and EUR do not mix: convert one of them first");
    assert_eq!(LedgerError::from(MoneyError::Overflow), LedgerError::Overflow);
}

#[test]
fn a_struck_out_duplicate_is_none() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,source,reference
        R-1,receipt,2025-04-10,2025-05-05,DEU,,1000,bank,TT-77
        R-2,receipt,2025-04-10,2025-05-06,DEU,,1000,bank,TT-77
        C-1,void,2025-05-07,2025-05-07,,R-2,,,";
    assert_eq!(faults(rows), []);
}

#[test]
fn of_two_totals_for_one_day_one_may_be_struck_out() {
    let found = |rows: &str| {
        let rows = format!("id,kind,effective,recorded,contributor,ref,amount,received,partners,rounded_to\n{rows}");
        let ledger = try_ledger(reaching(Reach::Documented), &rows);
        let faults = ledger.map_or_else(|invalid| invalid.faults, |ledger| ledger.warnings().to_vec());
        faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>().join("\n")
    };
    let first = "A-1,assertion,2025-03-31,2025-04-05,,,402000000,354000000,47,1000000\n";
    let rival = "A-2,assertion,2025-03-31,2025-04-05,,,404000000,354000000,46,1000000";
    insta::assert_snapshot!(found(&format!("{first}{rival}")), @"L0309 `A-2`: states another figure than entry `A-1` for the same day");
    for other in [
        "A-2,assertion,2025-03-31,2025-04-05,,,402499999.99,,,",
        "A-2,assertion,2025-03-31,2025-04-05,,,401500000,,,",
        "A-2,assertion,2025-03-30,2025-04-05,,,401000000,,46,1000000",
        "A-2,assertion,2025-03-31,2025-04-06,,,401000000,,46,1000000",
        "A-2,assertion,2025-03-31,2025-04-05,DEU,,4000000,,1,1000000",
        &format!("{rival}\nC-1,void,2025-04-05,2025-04-05,,A-1,,,,"),
        &format!("{rival}\nC-1,void,2025-06-06,2025-06-06,,A-1,,,,"),
        &format!("{rival}\nC-1,void,2025-06-06,2025-06-06,,A-2,,,,"),
    ] {
        assert_eq!(found(&format!("{first}{other}")), "", "{other}");
    }
}

#[test]
fn an_entry_made_in_code_that_states_nothing_is_no_entry() {
    use briefing_model::{Currency, EntryKind, Ledger, LedgerEntry, LedgerSettings, OpeningBalance, Rate, Remainder};

    let rate = Rate { from: Currency::USD, to: Currency::USD, rate: "1".parse().unwrap() };
    let kinds: [EntryKind; 3] =
        [OpeningBalance::new("IND".parse().unwrap()).into(), Remainder::default().into(), rate.into()];
    for kind in kinds {
        let (day, recorded) = ("2025-04-10".parse().unwrap(), "2025-04-11".parse().unwrap());
        let entry = LedgerEntry::new("E-1".parse().unwrap(), day, recorded, kind);
        let invalid = Ledger::new(LedgerSettings::default(), vec![entry]).unwrap_err();
        assert_eq!(invalid.faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::NothingStated]);
    }
}
