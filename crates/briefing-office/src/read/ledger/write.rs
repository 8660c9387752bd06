//! A ledger as the rows of a table, which read back as the same ledger.

use std::collections::BTreeSet;

use briefing_model::{
    Amendment, Amount, AmountOrZero, Certainty, Contributor, CorrectionKind, Currency, Earmark, EntryId, EntryKind,
    Instalment, Introduction, Ledger, LedgerEntry, Money, Name, Purpose, Schedule, Terms,
};

use super::columns::ReadColumn;
use super::kinds::RowKind;
use super::purposes::is_no_purpose;
use super::row::ditto;
use super::within;

/// What a text is that a table would take for what stands above it.
const ABOVE: &str = "is a mark for the cell above";

/// An entry that says what no row of a table can say.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let mut entry = LedgerEntry::new("deu".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// entry.note = Some(" see the letter".into());
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let error = briefing_office::ledger_csv(&ledger).unwrap_err();
/// assert_eq!(error.to_string(), "a table cannot say all of `deu`: its `note` is blank, or begins or ends with a space");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a table cannot say all of `{entry}`: its `{column}` {what}")]
#[non_exhaustive]
pub struct UnwritableEntry {
    /// The entry.
    pub entry: EntryId,
    /// The column that it belongs in.
    pub column: &'static str,
    what: &'static str,
}

/// A ledger as CSV (RFC 4180, UTF-8, lines that end with a line feed): a row for each entry, in the order in which they
/// were written down, with the columns that are used.
///
/// It reads back as the same ledger in an office that has the same parties, units, programmes and funds, and counts by the
/// same rules.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("deu".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let csv = briefing_office::ledger_csv(&ledger)?;
/// assert_eq!(csv, "id,kind,effective,recorded,contributor,amount\ndeu,pledge,2025-04,2025-04-30,DEU,92615.00\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails with the first entry that says what a table cannot, such as a text in several languages: nothing is left out.
pub fn ledger_csv(ledger: &Ledger) -> Result<String, UnwritableEntry> {
    let currency = ledger.settings().currency;
    let is_in_one = ledger.entries().iter().filter_map(|entry| entry.kind.amount()).all(|it| it.currency() == currency);
    let cells = |entry| Cells::of(entry, currency, is_in_one);
    let rows = ledger.entries().iter().map(cells).collect::<Result<Vec<_>, _>>()?;
    let used = rows.iter().flat_map(|row| &row.cells).map(|(column, _)| *column);
    // The columns stand in the order in which they are declared.
    let columns: BTreeSet<ReadColumn> = super::columns::NEEDED.into_iter().chain(used).collect();
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail, and what is written is text.
    let _ = table.write_record(columns.iter().map(|column| column.name()));
    for row in &rows {
        let _ = table.write_record(columns.iter().map(|column| row.text(*column)));
    }
    Ok(table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default())
}

/// A ledger as lines of JSON: format, version and settings in the first, an entry in each of the others.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("deu".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let lines = briefing_office::ledger_ndjson(&ledger)?;
/// assert!(lines.starts_with(r#"{"format":"briefing-ledger","version":1,"#));
/// assert_eq!(lines.lines().count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails when a value has no form in JSON, which none of ours lacks.
pub fn ledger_ndjson(ledger: &Ledger) -> Result<String, serde_json::Error> {
    let mut lines = serde_json::to_string(&ledger.head())? + "\n";
    for entry in ledger.entries() {
        lines += &serde_json::to_string(entry)?;
        lines.push('\n');
    }
    Ok(lines)
}

/// The cells of a row that are not blank.
struct Cells<'e> {
    entry: &'e EntryId,
    /// The currency of the totals, which an amount without one is in.
    own: Currency,
    /// Whether all amounts of the ledger are in that.
    is_in_one: bool,
    cells: Vec<(ReadColumn, String)>,
}

impl<'e> Cells<'e> {
    fn of(entry: &'e LedgerEntry, own: Currency, is_in_one: bool) -> Result<Self, UnwritableEntry> {
        let mut row = Self { entry: &entry.id, own, is_in_one, cells: Vec::new() };
        row.put(ReadColumn::Id, &entry.id);
        row.put(ReadColumn::Effective, &entry.effective);
        row.put(ReadColumn::Recorded, &entry.recorded);
        row.optional(ReadColumn::Source, entry.source.as_deref());
        for (column, text) in [(ReadColumn::Reference, &entry.reference), (ReadColumn::Note, &entry.note)] {
            if let Some(text) = text {
                row.free(column, text)?;
            }
        }
        // A blank cell says as much.
        row.optional(ReadColumn::Certainty, Some(entry.certainty).filter(|certainty| *certainty != Certainty::Stated));
        let void =
            matches!(&entry.kind, EntryKind::Correction(correction) if correction.change == CorrectionKind::Void);
        let kind = if void { RowKind::Void } else { RowKind::Entry(entry.kind.name()) };
        row.put(ReadColumn::Kind, &kind.as_str());
        row.kind(&entry.kind)?;
        Ok(row)
    }

    fn kind(&mut self, kind: &EntryKind) -> Result<(), UnwritableEntry> {
        match kind {
            EntryKind::Pledge(pledge) => {
                self.contributor(&pledge.contributor);
                self.terms(&pledge.terms)?;
                self.earmark(&pledge.earmark)?;
                self.introduction(pledge.introduction);
                self.optional(ReadColumn::Itemizes, pledge.itemizes.as_deref());
            }
            EntryKind::Revision(revision) => {
                self.put(ReadColumn::Ref, &revision.pledge);
                self.terms(&revision.terms)?;
            }
            EntryKind::Withdrawal(withdrawal) => {
                self.put(ReadColumn::Ref, &withdrawal.pledge);
                self.amounts(&[(ReadColumn::Amount, withdrawal.amount)])?;
            }
            EntryKind::Receipt(receipt) => {
                if let Some(contributor) = &receipt.contributor {
                    self.contributor(contributor);
                }
                self.optional(ReadColumn::Ref, receipt.pledge.as_ref());
                self.amounts(&[(ReadColumn::Amount, Some(receipt.amount))])?;
                self.value(receipt.value())?;
                self.optional(ReadColumn::Settles, receipt.settles());
                self.earmark(&receipt.earmark)?;
                if receipt.gift {
                    self.put(ReadColumn::Gift, &"yes");
                }
                self.introduction(receipt.introduction);
                self.optional(ReadColumn::Itemizes, receipt.itemizes());
            }
            EntryKind::Refund(refund) => {
                self.put(ReadColumn::Ref, &refund.of);
                self.amounts(&[(ReadColumn::Amount, Some(refund.amount))])?;
                self.value(refund.value)?;
            }
            EntryKind::Allocation(allocation) => {
                self.contributor(&allocation.contributor);
                self.terms(&allocation.terms)?;
                self.earmark(&allocation.earmark)?;
                self.optional(ReadColumn::Itemizes, allocation.itemizes.as_deref());
            }
            EntryKind::InKind(gift) => {
                self.contributor(&gift.contributor);
                self.amounts(&[(ReadColumn::Amount, gift.value)])?;
                if let Some(what) = &gift.what {
                    self.name(ReadColumn::What, what)?;
                }
                self.optional(ReadColumn::Period, gift.period.as_ref());
                self.earmark(&gift.earmark)?;
            }
            EntryKind::OpeningBalance(balance) => {
                self.contributor(&balance.contributor);
                self.sums(balance.pledged, balance.received)?;
                self.earmark(&balance.earmark)?;
                self.introduction(balance.introduction);
                self.optional(ReadColumn::Itemizes, balance.itemizes.as_deref());
            }
            EntryKind::Remainder(remainder) => {
                self.sums(remainder.pledged, remainder.received)?;
                self.optional(ReadColumn::Partners, remainder.partners);
            }
            EntryKind::Rate(rate) => {
                if rate.to != self.own {
                    return Err(self.unwritable(ReadColumn::Amount, "is in another currency than the totals"));
                }
                self.put(ReadColumn::Currency, &rate.from);
                self.put(ReadColumn::Amount, &rate.rate);
            }
            EntryKind::Assertion(assertion) => {
                if let Some(about) = &assertion.about {
                    self.contributor(about);
                }
                let rounded_to = assertion.rounded_to.map(Amount::money);
                let figures = [
                    (ReadColumn::Amount, assertion.pledged),
                    (ReadColumn::Received, assertion.received),
                    (ReadColumn::RoundedTo, rounded_to),
                ];
                self.money(&figures, &[])?;
                self.optional(ReadColumn::Partners, assertion.partners);
            }
            EntryKind::Correction(correction) => {
                self.put(ReadColumn::Ref, &correction.of);
                if let CorrectionKind::Amend(amendment) = &correction.change {
                    self.amendment(amendment)?;
                }
            }
        }
        Ok(())
    }

    fn amendment(&mut self, amendment: &Amendment) -> Result<(), UnwritableEntry> {
        self.optional(ReadColumn::TrueEffective, amendment.effective.as_ref());
        if let Some(contributor) = &amendment.contributor {
            self.contributor(contributor);
        }
        self.optional(ReadColumn::Pledge, amendment.pledge.as_ref());
        let parts = match &amendment.schedule {
            Some(Schedule::Instalments(parts)) => parts.as_slice(),
            _ => &[],
        };
        let (amount, received) =
            (amendment.amount.map(AmountOrZero::money), amendment.received.map(AmountOrZero::money));
        self.money(&[(ReadColumn::Amount, amount), (ReadColumn::Received, received)], parts)?;
        self.value(amendment.value)?;
        self.optional(ReadColumn::Schedule, amendment.schedule.as_ref());
        self.optional(ReadColumn::Partners, amendment.partners);
        if let Some(earmark) = &amendment.earmark {
            if earmark.is_unearmarked() && earmark.fund.is_none() {
                return Err(self.unwritable(ReadColumn::Purposes, "takes a purpose away, and a blank cell leaves it"));
            }
            self.earmark(earmark)?;
        }
        self.optional(ReadColumn::Gift, amendment.gift.map(|gift| if gift { "yes" } else { "no" }));
        if let Some(what) = &amendment.what {
            self.name(ReadColumn::What, what)?;
        }
        self.optional(ReadColumn::Period, amendment.period.as_ref());
        match amendment.introduction {
            Some(Introduction::Unsaid) => {
                Err(self.unwritable(ReadColumn::New, "takes back what was said, and a blank cell leaves it"))
            }
            Some(introduction) => {
                self.introduction(introduction);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn put(&mut self, column: ReadColumn, text: &dyn ToString) {
        let text = text.to_string();
        let text = match column {
            _ if ReadColumn::AMOUNTS.contains(&column) => in_any_format(text),
            ReadColumn::Settles | ReadColumn::Schedule => {
                within::rewritten(column, &text, |amount| in_any_format(amount.to_owned()))
            }
            _ => text,
        };
        self.cells.push((column, text));
    }

    fn optional(&mut self, column: ReadColumn, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.put(column, &text);
        }
    }

    /// A text that people wrote: a table does not know white space around it.
    fn free(&mut self, column: ReadColumn, text: &str) -> Result<(), UnwritableEntry> {
        if text.trim() != text || text.is_empty() {
            return Err(self.unwritable(column, "is blank, or begins or ends with a space"));
        }
        if ditto(column, text).is_some() {
            return Err(self.unwritable(column, ABOVE));
        }
        self.put(column, &text);
        Ok(())
    }

    fn name(&mut self, column: ReadColumn, name: &Name) -> Result<(), UnwritableEntry> {
        if name.iter().count() > 1 {
            return Err(self.unwritable(column, "has other languages beside English"));
        }
        self.free(column, name.english())
    }

    fn contributor(&mut self, contributor: &Contributor) {
        self.put(ReadColumn::Contributor, &contributor.party);
        self.optional(ReadColumn::OnBehalfOf, contributor.on_behalf_of.as_ref());
    }

    fn introduction(&mut self, introduction: Introduction) {
        self.optional(ReadColumn::New, Some(introduction).filter(|said| *said != Introduction::Unsaid));
    }

    fn earmark(&mut self, earmark: &Earmark) -> Result<(), UnwritableEntry> {
        self.optional(ReadColumn::Fund, earmark.fund.as_ref());
        let mut purposes = Vec::new();
        for purpose in &earmark.purposes {
            let text = purpose.to_string();
            if text.parse().as_ref() != Ok(purpose) {
                return Err(
                    self.unwritable(ReadColumn::Purposes, "has a text in other languages, or one that reads as an id")
                );
            }
            if matches!(purpose, Purpose::Text(_)) && (text.contains(';') || text.trim() != text) {
                return Err(self.unwritable(ReadColumn::Purposes, "has a semicolon in one purpose"));
            }
            if is_no_purpose(&text) {
                return Err(self.unwritable(ReadColumn::Purposes, "says that there is none"));
            }
            purposes.push(text);
        }
        let purposes = purposes.join("; ");
        if ditto(ReadColumn::Purposes, &purposes).is_some() {
            return Err(self.unwritable(ReadColumn::Purposes, ABOVE));
        }
        if !purposes.is_empty() {
            self.put(ReadColumn::Purposes, &purposes);
        }
        Ok(())
    }

    fn terms(&mut self, terms: &Terms) -> Result<(), UnwritableEntry> {
        self.amounts(&[(ReadColumn::Amount, Some(terms.amount()))])?;
        if *terms.schedule() != Schedule::Whole {
            self.put(ReadColumn::Schedule, &terms.schedule());
        }
        self.value(terms.value())
    }

    fn amounts(&mut self, amounts: &[(ReadColumn, Option<Amount>)]) -> Result<(), UnwritableEntry> {
        let money: Vec<_> = amounts.iter().map(|(column, amount)| (*column, amount.map(Amount::money))).collect();
        self.money(&money, &[])
    }

    /// What was pledged and received in sum.
    fn sums(&mut self, pledged: Option<AmountOrZero>, received: Option<AmountOrZero>) -> Result<(), UnwritableEntry> {
        let figures = [(ReadColumn::Amount, pledged), (ReadColumn::Received, received)];
        self.money(&figures.map(|(column, sum)| (column, sum.map(AmountOrZero::money))), &[])
    }

    /// Amounts of one currency, which is that of the row and of the parts of its schedule.
    fn money(&mut self, amounts: &[(ReadColumn, Option<Money>)], parts: &[Instalment]) -> Result<(), UnwritableEntry> {
        let stated = amounts.iter().filter_map(|(column, money)| Some((*column, (*money)?)));
        let parts = parts.iter().map(|part| (ReadColumn::Schedule, part.amount.money()));
        let mut currency = None;
        for (column, money) in stated.chain(parts) {
            if *currency.get_or_insert(money.currency()) != money.currency() {
                return Err(self.unwritable(column, "is in another currency than its row"));
            }
            if column != ReadColumn::Schedule {
                self.put(column, &money.amount());
            }
        }
        self.optional(ReadColumn::Currency, currency.filter(|currency| *currency != self.own || !self.is_in_one));
        Ok(())
    }

    /// What an amount is worth in the currency of the totals.
    fn value(&mut self, value: Option<Amount>) -> Result<(), UnwritableEntry> {
        match value {
            Some(value) if value.currency() != self.own => {
                Err(self.unwritable(ReadColumn::Value, "is in another currency than the totals"))
            }
            value => {
                self.optional(ReadColumn::Value, value.map(|value| value.money().amount()));
                Ok(())
            }
        }
    }

    fn text(&self, column: ReadColumn) -> &str {
        self.cells.iter().find(|(of, _)| *of == column).map_or("", |(_, text)| text)
    }

    fn unwritable(&self, column: ReadColumn, what: &'static str) -> UnwritableEntry {
        UnwritableEntry { entry: self.entry.clone(), column: column.name(), what }
    }
}

/// An amount or a rate that reads as the same in a ledger of any `number-format`: of up to three digits and three decimals, the European
/// one would make thousands.
pub(super) fn in_any_format(mut amount: String) -> String {
    let digits = amount.strip_prefix('-').unwrap_or(&amount);
    let is_group = digits.split_once('.').is_some_and(|(whole, decimals)| {
        decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    });
    if is_group {
        amount.push('0');
    }
    amount
}
