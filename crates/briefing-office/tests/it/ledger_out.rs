//! Ledgers written out: what stands in them reads back as it was.

use std::sync::Arc;

use briefing_model::{
    Allocation, Amendment, Amount, AmountOrZero, Assertion, Certainty, Contributor, Correction, CorrectionKind,
    Currency, Day, Earmark, EntryId, EntryKind, InKind, Instalment, Introduction, Ledger, LedgerEntry, LedgerSettings,
    OpeningBalance, Pledge, Rate, Receipt, ReceiptMore, Refund, Remainder, Revision, Schedule, Shared, Terms, When,
    Withdrawal,
};
use briefing_office::{Disk, Files, Memory, ledger_csv, ledger_ndjson, read_office};
use proptest::prelude::*;

const OFFICE: &str = r#"
[office]
id = "mini"
name = "Mini Office"
[[party]]
id = "savings-bank"
name = "Savings Bank"
kind = "non-state"
[[fund]]
id = "trust-fund"
name = "Trust Fund"
[[unit]]
id = "centre"
name = "Centre"
kind = "centre"
[[programme]]
id = "travel"
name = "Travel"
"#;

fn read(files: &dyn Files) -> Arc<Ledger> {
    let (folder, faults) = read_office(files).into_parts();
    folder.unwrap_or_else(|| panic!("{faults}")).ledger
}

fn id(text: impl Into<String>) -> EntryId {
    text.into().parse().unwrap()
}

fn money(currency: impl Strategy<Value = &'static str>) -> impl Strategy<Value = Amount> {
    (currency, 1..1_000_000_u64, 0..100_u8)
        .prop_map(|(currency, whole, cents)| format!("{currency} {whole}.{cents:02}").parse().unwrap())
}

fn dollars() -> impl Strategy<Value = Amount> {
    money(Just("USD"))
}

fn sums() -> impl Strategy<Value = AmountOrZero> {
    prop_oneof![Just("USD 0".parse().unwrap()), dollars().prop_map(AmountOrZero::from)]
}

fn amounts() -> impl Strategy<Value = Amount> {
    money(prop::sample::select(vec!["USD", "USD", "EUR", "NOK"]))
}

fn contributors() -> impl Strategy<Value = Contributor> {
    let party = || prop::sample::select(vec!["DEU", "QAT", "UZB", "savings-bank"]).prop_map(|id| id.parse().unwrap());
    (party(), prop::option::weighted(0.2, party()))
        .prop_map(|(party, on_behalf_of)| Contributor { on_behalf_of: on_behalf_of.filter(|it| *it != party), party })
}

fn earmarks() -> impl Strategy<Value = Earmark> {
    let purposes = ["unit:centre", "programme:travel", "event:forum", "a project", "children, and \"others\""];
    let purposes = prop::sample::subsequence(purposes.to_vec(), 0..=3);
    (any::<bool>(), purposes).prop_map(|(fund, purposes)| Earmark {
        fund: fund.then(|| "trust-fund".parse().unwrap()),
        purposes: purposes.into_iter().map(|purpose| purpose.parse().unwrap()).collect(),
    })
}

fn times() -> impl Strategy<Value = When> {
    let texts = ["2020", "2021-03", "2022-04-30", "../2021", "2021-03/2022-06", "[2021-04-14..2021-04-25]"];
    let texts = texts.into_iter().chain(["2021-04-02, 2021-04-09/2021-04-10", "2020-06-01/.."]);
    prop::sample::select(texts.collect::<Vec<_>>()).prop_map(|text| text.parse().unwrap())
}

fn terms() -> impl Strategy<Value = Terms> {
    let yearly = ["yearly 2021/..", "yearly 2021/2024", "over 2021/2023-06", "whole"];
    let yearly = prop::sample::select(yearly.to_vec());
    (amounts(), yearly, prop::option::weighted(0.3, dollars()), any::<bool>()).prop_map(
        |(amount, schedule, value, in_parts)| {
            let schedule = if in_parts && amount.money().minor() % 2 == 0 {
                let (minor, currency) = (amount.money().minor() / 2, amount.currency());
                let half = Amount::new(briefing_model::Money::from_minor(minor, currency).unwrap()).unwrap();
                let part = |due: &str| Instalment { due: due.parse().unwrap(), amount: half };
                Schedule::Instalments(vec![part("2022-06-30"), part("2023-06-30")])
            } else {
                Schedule::parse(schedule, amount.currency()).unwrap()
            };
            let value = value.filter(|_| amount.currency() != Currency::USD);
            Terms::new(amount, schedule, value).unwrap_or_else(|_| amount.into())
        },
    )
}

fn introductions() -> impl Strategy<Value = Introduction> {
    prop::sample::select(Introduction::ALL.to_vec())
}

/// What an entry says; entries before it by their numbers.
fn kinds() -> impl Strategy<Value = EntryKind> {
    let before = || (0..12_u8).prop_map(|number| id(format!("E/{number}")));
    let pledge = (contributors(), terms(), earmarks(), introductions()).prop_map(
        |(contributor, terms, earmark, introduction)| {
            Pledge { contributor: contributor.into(), terms, earmark: earmark.into(), introduction, itemizes: None }
                .into()
        },
    );
    let receipt = (
        prop::option::of(contributors()),
        prop::option::of(before()),
        amounts(),
        prop::option::weighted(0.3, dollars()),
        earmarks(),
        any::<bool>(),
    );
    let receipt = receipt.prop_map(|(contributor, pledge, amount, value, earmark, gift)| {
        let more = ReceiptMore { value, ..ReceiptMore::default() }.boxed();
        let contributor = contributor.map(Shared::from);
        let introduction = Introduction::Unsaid;
        Receipt { contributor, pledge, amount, earmark: earmark.into(), gift, introduction, more }.into()
    });
    let others = prop_oneof![
        (before(), terms()).prop_map(|(pledge, terms)| EntryKind::from(Revision { pledge, terms })),
        (before(), prop::option::of(dollars())).prop_map(|(pledge, amount)| Withdrawal { pledge, amount }.into()),
        (before(), amounts()).prop_map(|(of, amount)| Refund { of, amount, value: None }.into()),
        (contributors(), terms(), earmarks()).prop_map(|(contributor, terms, earmark)| {
            Allocation { contributor: contributor.into(), terms, earmark: earmark.into(), itemizes: None }.into()
        }),
        (contributors(), prop::option::of(amounts()), times(), earmarks()).prop_map(
            |(party, value, period, earmark)| {
                let what = Some("Premises, and \"staff\"".parse().unwrap());
                InKind { contributor: party.into(), value, what, period: Some(period), earmark: earmark.into() }.into()
            }
        ),
        (contributors(), dollars(), prop::option::of(sums())).prop_map(|(contributor, pledged, received)| {
            OpeningBalance { pledged: Some(pledged.into()), received, ..OpeningBalance::new(contributor.party) }.into()
        }),
        (dollars(), prop::option::of(sums()), prop::option::of(0..9_u32)).prop_map(|(pledged, received, partners)| {
            Remainder { pledged: Some(pledged.into()), received, partners }.into()
        }),
        (1..999_u32).prop_map(|rate| {
            let rate = format!("0.{rate:03}1").parse().unwrap();
            Rate { from: "EUR".parse().unwrap(), to: Currency::USD, rate }.into()
        }),
        (prop::option::of(contributors()), dollars(), 0..9_u32).prop_map(|(about, pledged, partners)| {
            let about = about.map(Shared::from);
            let partners = about.is_none().then_some(partners);
            Assertion { about, pledged: Some(pledged.money()), partners, ..Assertion::default() }.into()
        }),
        before().prop_map(|of| Correction { of, change: CorrectionKind::Void }.into()),
        (before(), prop::option::of(amounts()), prop::option::of(times()), prop::option::of(contributors())).prop_map(
            |(of, amount, effective, contributor)| {
                let contributor = contributor.map(Shared::from);
                let amount = amount.map(AmountOrZero::from);
                let amendment = Amendment { amount, effective, contributor, ..Amendment::default() };
                Correction { of, change: CorrectionKind::Amend(Box::new(amendment)) }.into()
            }
        ),
    ];
    prop_oneof![3 => pledge, 2 => receipt, 4 => others]
}

fn entries() -> impl Strategy<Value = Vec<LedgerEntry>> {
    let text = || prop::option::weighted(0.4, "[!-~é中م]([ -~é中م\n]{0,20}[!-~é中م])?");
    let certainty = prop::sample::select(Certainty::ALL.to_vec());
    let entry = (kinds(), times(), 0..365_i64, text(), text(), certainty);
    prop::collection::vec(entry, 1..12).prop_map(|entries| {
        let first: Day = "2023-01-01".parse().unwrap();
        let entries = entries.into_iter().enumerate().map(|(number, (kind, when, day, reference, note, certainty))| {
            let recorded = first.checked_add_days(day).unwrap();
            let reference = reference.map(Box::from);
            let mut entry = LedgerEntry::new(id(format!("E/{number}")), when, recorded, kind);
            (entry.reference, entry.note, entry.certainty) = (reference, note.map(Box::from), certainty);
            entry
        });
        entries.collect()
    })
}

/// The ledger of those entries that can stand in one.
fn ledger(mut entries: Vec<LedgerEntry>) -> Option<Ledger> {
    while !entries.is_empty() {
        let invalid = match Ledger::new(LedgerSettings::default(), entries) {
            Ok(ledger) => return Some(ledger),
            Err(invalid) => invalid,
        };
        let errors = invalid.faults.iter().filter(|fault| fault.severity == briefing_model::Severity::Error);
        let mut wrong: Vec<usize> = errors.flat_map(|fault| invalid.positions(fault)).collect();
        wrong.sort_unstable();
        wrong.dedup();
        entries = invalid.entries;
        let last = wrong.pop().unwrap_or(entries.len() - 1);
        entries.remove(last);
    }
    None
}

proptest! {
    #[test]
    fn a_table_reads_back_as_the_same_ledger(entries in entries()) {
        let Some(ledger) = ledger(entries) else { return Err(TestCaseError::reject("no ledger")) };
        let table = ledger_csv(&ledger).unwrap();
        let again = read(&Memory::new().with("office.toml", OFFICE).with("ledger.csv", &table));
        prop_assert_eq!(again.entries(), ledger.entries(), "{}", table);
        prop_assert_eq!(ledger_csv(&again).unwrap(), table);
    }

    #[test]
    fn lines_of_json_read_back_as_the_same_entries(entries in entries()) {
        let Some(ledger) = ledger(entries) else { return Err(TestCaseError::reject("no ledger")) };
        let lines = ledger_ndjson(&ledger).unwrap();
        let read: Result<Vec<LedgerEntry>, _> = lines.lines().skip(1).map(serde_json::from_str).collect();
        let read = read.unwrap();
        prop_assert_eq!(read.as_slice(), ledger.entries());
        let whole: Ledger = serde_json::from_str(&serde_json::to_string(&ledger).unwrap()).unwrap();
        prop_assert_eq!((whole.entries(), whole.settings()), (ledger.entries(), ledger.settings()));
    }
}

#[test]
fn the_ledgers_of_the_repository_read_back() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    for office in ["examples/unoct", "tests/offices/stress"] {
        let disk = Disk::open(format!("{root}/{office}").as_ref()).unwrap();
        let ledger = read(&disk);
        assert!(ledger.entries().len() > 20, "{office}: {}", ledger.entries().len());
        let toml = std::fs::read_to_string(format!("{root}/{office}/office.toml")).unwrap();
        let files = Memory::new().with("office.toml", toml).with("ledger.csv", ledger_csv(&ledger).unwrap());
        assert_eq!(read(&files).entries(), ledger.entries(), "{office}");
    }
}

#[test]
fn what_a_table_cannot_say_is_named_and_nothing_left_out() {
    let mut gift = InKind {
        contributor: Contributor::from("DEU".parse::<briefing_model::PartyRef>().unwrap()).into(),
        value: None,
        what: Some("Premises".parse().unwrap()),
        period: None,
        earmark: Shared::default(),
    };
    gift.what = Some(gift.what.unwrap().with(briefing_model::Language::Fr, "Locaux").unwrap());
    let entry = LedgerEntry::new(id("G-1"), "2025".parse().unwrap(), "2025-04-30".parse().unwrap(), gift);
    let ledger = Ledger::new(LedgerSettings::default(), vec![entry]).unwrap();
    let error = ledger_csv(&ledger).unwrap_err().to_string();
    assert_eq!(error, "a table cannot say all of `G-1`: its `what` has other languages beside English");
    assert!(ledger_ndjson(&ledger).unwrap().contains("Locaux"));
}

#[test]
fn a_table_reads_back_in_an_office_of_any_number_format() {
    const LEDGER: &str = "id,kind,effective,recorded,contributor,amount,currency,value,ref,settles,schedule\n\
                          a,pledge,2025-01-10,2025-01-11,DEU,250.505,KWD,,,,\nb,pledge,2025-01-10,2025-01-11,FRA,0.5,KWD,,,,\n\
                          c,pledge,2025-01-10,2025-01-11,ESP,1250.5,KWD,4000.5,,,\nd,pledge,2025-01-10,2025-01-11,AUT,12.34,,,,,\n\
                          e,receipt,2025-01-20,2025-01-21,,600,USD,,a,1.500 KWD,\n\
                          f,pledge,2025-01-10,2025-01-11,ITA,3.75,KWD,,,,2025 1.500; 2026 2.250\n\
                          r,rate,2025-01,2025-01-31,,1.085,EUR,,,,\n";
    let office = |format: &str| {
        let format = if format.is_empty() { String::new() } else { format!("number-format = \"{format}\"\n") };
        Memory::new().with("office.toml", format!("{OFFICE}[ledger]\nfile = \"ledger.csv\"\n{format}"))
    };
    let ledger = read(&office("").with("ledger.csv", LEDGER));
    let written = ledger_csv(&ledger).unwrap();
    for format in ["", "english", "european"] {
        let again = read(&office(format).with("ledger.csv", written.clone()));
        assert_eq!(again.entries(), ledger.entries(), "{format}: {written}");
    }
}
