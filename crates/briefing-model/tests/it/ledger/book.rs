//! Ledgers written as rows, the way offices write them.

use std::collections::BTreeMap;

use briefing_model::{
    Allocation, Amendment, Amount, AmountOrZero, AsOf, Assertion, Contributor, Correction, CorrectionKind, Coverage,
    Currency, DateSpan, Day, Earmark, EntryKind, EntryKindName, InKind, Introduction, InvalidLedger, Knowledge, Ledger,
    LedgerEntry, LedgerSettings, Money, OpeningBalance, Pledge, Rate, Reach, Receipt, ReceiptMore, Refund, Remainder,
    Revision, Schedule, Shared, Standing, Terms, Withdrawal,
};
/// A day written as 2025-04-30.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Days written as 2025-04-01/2025-04-30.
pub(crate) fn span(text: &str) -> DateSpan {
    text.parse().unwrap()
}

/// Dollars.
pub(crate) fn usd(text: &str) -> Money {
    Money::parse_amount(text, Currency::USD).unwrap()
}

/// A ledger of rows, the first of which names the columns.
pub(crate) fn try_ledger(settings: LedgerSettings, rows: &str) -> Result<Ledger, InvalidLedger> {
    Ledger::new(settings, entries(rows))
}

/// Settings of an office that says that its ledger is complete.
pub(crate) fn complete() -> LedgerSettings {
    reaching(Reach::Complete { since: None })
}

/// Settings of an office whose ledger reaches so far.
pub(crate) fn reaching(reach: Reach) -> LedgerSettings {
    LedgerSettings { coverage: Coverage::of(reach), ..LedgerSettings::default() }
}

/// What is on record of a figure, in minor units; nothing where it is not known.
pub(crate) fn minor(figure: &Knowledge<Money>) -> i128 {
    figure.on_record().map_or(0, |money| money.minor())
}

/// A complete ledger that has nothing wrong with it.
pub(crate) fn ledger(rows: &str) -> Ledger {
    ledger_with(complete(), rows)
}

/// The same, with other settings.
pub(crate) fn ledger_with(settings: LedgerSettings, rows: &str) -> Ledger {
    try_ledger(settings, rows).unwrap()
}

/// What is known in the end.
pub(crate) fn standing(ledger: &Ledger, as_of: &str) -> Standing {
    ledger.standing(AsOf { in_effect: day(as_of), known: Day::MAX }).unwrap()
}

/// The entries that rows describe, as `briefing-office` reads them in earnest.
pub(crate) fn entries(rows: &str) -> Vec<LedgerEntry> {
    let mut rows = rows.lines().map(str::trim).filter(|row| !row.is_empty()).map(cells);
    let names = rows.next().unwrap();
    rows.map(|row| entry(&Row(names.iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect())))
        .collect()
}

fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in row.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

struct Row<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Row<'a> {
    fn text(&self, column: &str) -> Option<&'a str> {
        self.0.get(column).copied().map(str::trim).filter(|text| !text.is_empty())
    }

    fn read<T: std::str::FromStr<Err: std::fmt::Debug>>(&self, column: &str) -> Option<T> {
        self.text(column).map(|text| text.parse().unwrap())
    }

    fn money(&self, column: &str) -> Option<Money> {
        let currency = self.read("currency").unwrap_or(Currency::USD);
        self.text(column).map(|text| Money::parse_amount(text, currency).unwrap())
    }

    fn amount(&self, column: &str) -> Option<Amount> {
        self.money(column).map(|money| Amount::new(money).unwrap())
    }

    fn sum(&self, column: &str) -> Option<AmountOrZero> {
        self.money(column).map(|money| AmountOrZero::new(money).unwrap())
    }

    fn value(&self) -> Option<Amount> {
        self.text("value").map(|text| Amount::new(usd(text)).unwrap())
    }

    fn contributor(&self) -> Option<Shared<Contributor>> {
        let party = self.read("contributor")?;
        Some(Contributor { party, on_behalf_of: self.read("on_behalf_of") }.into())
    }

    fn schedule(&self) -> Option<Schedule> {
        let currency = self.read("currency").unwrap_or(Currency::USD);
        self.text("schedule").map(|text| Schedule::parse(text, currency).unwrap())
    }

    fn terms(&self) -> Terms {
        Terms::new(self.amount("amount").unwrap(), self.schedule().unwrap_or_default(), self.value()).unwrap()
    }

    fn earmark(&self) -> Shared<Earmark> {
        let purposes = self.text("purposes").unwrap_or_default();
        let purposes = purposes.split(';').map(str::trim).filter(|purpose| !purpose.is_empty());
        Earmark { fund: self.read("fund"), purposes: purposes.map(|purpose| purpose.parse().unwrap()).collect() }.into()
    }

    fn introduction(&self) -> Option<Introduction> {
        self.text("new").map(|text| match text {
            "new" => Introduction::New,
            "among-unnamed" => Introduction::AmongUnnamed,
            other => panic!("{other}"),
        })
    }

    fn itemizes(&self) -> Option<Shared<briefing_model::EntryId>> {
        self.read::<briefing_model::EntryId>("itemizes").map(Shared::from)
    }
}

fn entry(row: &Row<'_>) -> LedgerEntry {
    let kind = if row.text("kind") == Some("void") {
        Correction { of: row.read("ref").unwrap(), change: CorrectionKind::Void }.into()
    } else {
        kind(row)
    };
    let mut entry =
        LedgerEntry::new(row.read("id").unwrap(), row.read("effective").unwrap(), row.read("recorded").unwrap(), kind);
    entry.source = row.read::<briefing_model::SourceId>("source").map(Shared::from);
    entry.reference = row.text("reference").map(Into::into);
    entry.note = row.text("note").map(Into::into);
    entry.certainty = match row.text("certainty") {
        None | Some("stated") => briefing_model::Certainty::Stated,
        Some("press") => briefing_model::Certainty::Press,
        Some(_) => briefing_model::Certainty::Unverified,
    };
    entry
}

fn kind(row: &Row<'_>) -> EntryKind {
    let introduction = row.introduction().unwrap_or_default();
    match row.read("kind").unwrap() {
        EntryKindName::Pledge => Pledge {
            contributor: row.contributor().unwrap(),
            terms: row.terms(),
            earmark: row.earmark(),
            introduction,
            itemizes: row.itemizes(),
        }
        .into(),
        EntryKindName::Revision => Revision { pledge: row.read("ref").unwrap(), terms: row.terms() }.into(),
        EntryKindName::Withdrawal => {
            Withdrawal { pledge: row.read("ref").unwrap(), amount: row.amount("amount") }.into()
        }
        EntryKindName::Receipt => Receipt {
            contributor: row.contributor(),
            pledge: row.read("ref"),
            amount: row.amount("amount").unwrap(),
            earmark: row.earmark(),
            gift: row.text("gift") == Some("yes"),
            introduction,
            more: ReceiptMore { value: row.value(), settles: row.read("settles"), itemizes: row.read("itemizes") }
                .boxed(),
        }
        .into(),
        EntryKindName::Refund => {
            Refund { of: row.read("ref").unwrap(), amount: row.amount("amount").unwrap(), value: row.value() }.into()
        }
        EntryKindName::Allocation => Allocation {
            contributor: row.contributor().unwrap(),
            terms: row.terms(),
            earmark: row.earmark(),
            itemizes: row.itemizes(),
        }
        .into(),
        EntryKindName::InKind => InKind {
            contributor: row.contributor().unwrap(),
            value: row.amount("amount"),
            what: row.read("what"),
            period: row.read("period"),
            earmark: row.earmark(),
        }
        .into(),
        EntryKindName::OpeningBalance => OpeningBalance {
            contributor: row.contributor().unwrap(),
            pledged: row.sum("amount"),
            received: row.sum("received"),
            earmark: row.earmark(),
            introduction,
            itemizes: row.itemizes(),
        }
        .into(),
        EntryKindName::Remainder => {
            Remainder { pledged: row.sum("amount"), received: row.sum("received"), partners: row.read("partners") }
                .into()
        }
        EntryKindName::Rate => {
            Rate { from: row.read("currency").unwrap(), to: Currency::USD, rate: row.read("amount").unwrap() }.into()
        }
        EntryKindName::Assertion => Assertion {
            about: row.contributor(),
            pledged: row.money("amount"),
            received: row.money("received"),
            partners: row.read("partners"),
            rounded_to: row.amount("rounded_to"),
        }
        .into(),
        EntryKindName::Correction => {
            let earmark = row.text("fund").or(row.text("purposes")).map(|_| row.earmark());
            let amendment = Amendment {
                effective: row.read("true_effective"),
                contributor: row.contributor(),
                pledge: row.read("pledge"),
                amount: row.sum("amount"),
                received: row.sum("received"),
                value: row.value(),
                schedule: row.schedule(),
                partners: row.read("partners"),
                earmark,
                gift: row.text("gift").map(|text| text == "yes"),
                introduction: row.introduction(),
                what: row.read("what"),
                period: row.read("period"),
            };
            Correction { of: row.read("ref").unwrap(), change: CorrectionKind::Amend(Box::new(amendment)) }.into()
        }
    }
}
