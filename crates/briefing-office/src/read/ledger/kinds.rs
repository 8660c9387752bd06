//! What each kind of entry says in its row.

use std::str::FromStr;

use briefing_model::{
    Allocation, Amendment, Amount, AmountOrZero, Assertion, Contributor, Correction, CorrectionKind, Currency,
    Directory, Earmark, EntryId, EntryKind, EntryKindName, InKind, Introduction, InvalidCurrency, InvalidWord,
    NoSuchParty, OpeningBalance, PartyRef, Pledge, Rate, Receipt, ReceiptMore, Refund, Remainder, Revision, Schedule,
    Shared, Terms, Withdrawal, note_says_unknown,
};

use super::amounts::{amount, currency_meant, money, rate_value, schedule, settled, sum};
use super::columns::ReadColumn;
use super::entry::EntryContext;
use super::purposes::earmark;
use super::repeated::Repeated;
use super::row::Row;
use crate::diagnostic::Code;
use crate::tree::short;

/// A row by its kind: that of an entry, or `void` for a correction that strikes one out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Entry(EntryKindName),
    Void,
}

impl RowKind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Entry(name) => name.as_str(),
            Self::Void => "void",
        }
    }
}

impl FromStr for RowKind {
    type Err = InvalidWord;

    fn from_str(text: &str) -> Result<Self, InvalidWord> {
        if text == "void" { Ok(Self::Void) } else { text.parse().map(Self::Entry) }
    }
}

impl EntryContext<'_> {
    /// What the row says, as its kind has it.
    ///
    /// Every column of the kind is asked for before anything is given up, so that all faults of a row are reported at once.
    pub(super) fn kind(&mut self, name: RowKind, row: &Row<'_>) -> Option<EntryKind> {
        let name = match name {
            RowKind::Entry(name) => name,
            RowKind::Void => {
                let of = target(row, "void");
                self.repeats(row, "void", of.as_ref());
                return of.map(|of| Correction { of, change: CorrectionKind::Void }.into());
            }
        };
        match name {
            EntryKindName::Pledge => self.pledge(row),
            EntryKindName::Revision => self.revision(row),
            EntryKindName::Withdrawal => self.withdrawal(row),
            EntryKindName::Receipt => self.receipt(row),
            EntryKindName::Refund => self.refund(row),
            EntryKindName::Allocation => self.allocation(row),
            EntryKindName::InKind => self.in_kind(row),
            EntryKindName::OpeningBalance => self.opening_balance(row),
            EntryKindName::Remainder => self.remainder(row),
            EntryKindName::Rate => self.rate(row),
            EntryKindName::Assertion => self.assertion(row),
            EntryKindName::Correction => self.correction(row),
        }
    }

    fn pledge(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let contributor = self.needed_contributor(row, "pledge");
        let terms = self.terms(row, "pledge");
        let earmark = self.earmark(row);
        let introduction = introduction(row);
        let itemizes = self.itemizes(row);
        let introduction = introduction.unwrap_or_default();
        Some(Pledge { contributor: contributor?, terms: terms?, earmark: earmark?, introduction, itemizes }.into())
    }

    fn revision(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let pledge = target(row, "revision");
        let terms = self.terms(row, "revision");
        self.repeats(row, "revision", pledge.as_ref());
        Some(Revision { pledge: pledge?, terms: terms? }.into())
    }

    fn withdrawal(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let pledge = target(row, "withdrawal");
        self.repeats(row, "withdrawal", pledge.as_ref());
        let currency = self.currency(row);
        let amount = amount(row, ReadColumn::Amount, currency?);
        Some(Withdrawal { pledge: pledge?, amount }.into())
    }

    fn receipt(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let contributor = self.contributor(row);
        let pledge = row.read(ReadColumn::Ref, str::parse);
        let amount = self.needed_amount(row, "receipt");
        let value = self.value(row);
        let settles = settled(row);
        let earmark = self.earmark(row);
        let gift = gift(row).unwrap_or_default();
        let introduction = introduction(row).unwrap_or_default();
        let itemizes = row.read(ReadColumn::Itemizes, str::parse);
        let more = ReceiptMore { value, settles, itemizes }.boxed();
        Some(Receipt { contributor, pledge, amount: amount?, earmark: earmark?, gift, introduction, more }.into())
    }

    fn refund(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let of = target(row, "refund");
        let amount = self.needed_amount(row, "refund");
        let value = self.value(row);
        self.repeats(row, "refund", of.as_ref());
        Some(Refund { of: of?, amount: amount?, value }.into())
    }

    fn allocation(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let contributor = self.needed_contributor(row, "allocation");
        let terms = self.terms(row, "allocation");
        let earmark = self.earmark(row);
        let itemizes = self.itemizes(row);
        Some(Allocation { contributor: contributor?, terms: terms?, earmark: earmark?, itemizes }.into())
    }

    fn in_kind(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let contributor = self.needed_contributor(row, "gift in kind");
        let currency = self.currency(row);
        let value = currency.and_then(|currency| amount(row, ReadColumn::Amount, currency));
        let what = row.read(ReadColumn::What, str::parse);
        let period = row.read(ReadColumn::Period, str::parse);
        let earmark = self.earmark(row);
        Some(InKind { contributor: contributor?, value, what, period, earmark: earmark? }.into())
    }

    fn opening_balance(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let contributor = self.needed_contributor(row, "opening balance");
        let (pledged, received) = self.pledged_and_received(row);
        let earmark = self.earmark(row);
        let introduction = introduction(row).unwrap_or_default();
        let itemizes = self.itemizes(row);
        let contributor = contributor?;
        stated(row, [pledged, received].iter().flatten().any(|sum| !sum.is_zero()))?;
        if row.cell(ReadColumn::Amount).is_none() {
            let what = "write what had been pledged by then, of gifts without a pledge the same as under `received`";
            left_blank(row, ReadColumn::Amount, "an opening balance", "what was pledged in all is not known", what);
        }
        Some(OpeningBalance { contributor, pledged, received, earmark: earmark?, introduction, itemizes }.into())
    }

    fn remainder(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let (pledged, received) = self.pledged_and_received(row);
        let partners = count(row);
        let any = [pledged, received].iter().flatten().any(|sum| !sum.is_zero());
        stated(row, any || partners.unwrap_or_default() > 0)?;
        let is_blank = |column| row.cell(column).is_none();
        // One of payments on what other remainders state leaves nothing open.
        let is_of_payments = received.is_some() && partners.unwrap_or_default() == 0 && self.has_remainder;
        if is_blank(ReadColumn::Amount) && !is_of_payments {
            let what = "write what was pledged in sum, `0` if the payments were made on pledges that are named";
            left_blank(row, ReadColumn::Amount, "a remainder", "what was pledged in all is not known", what);
        } else if is_blank(ReadColumn::Partners) && pledged.is_some_and(|pledged| !pledged.is_zero()) {
            let what = "write of how many partners it is, `0` if each of them is named elsewhere";
            left_blank(row, ReadColumn::Partners, "a remainder", "how many partners there are is not known", what);
        }
        self.has_remainder |= pledged.is_some_and(|pledged| !pledged.is_zero());
        Some(Remainder { pledged, received, partners }.into())
    }

    fn rate(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let from =
            row.need(ReadColumn::Currency, "rate").and_then(|text| row.accept(ReadColumn::Currency, text.parse()));
        let value = row.need(ReadColumn::Amount, "rate").and_then(|text| rate_value(row, text));
        let (from, rate, to) = (from?, value?, self.currency);
        let other =
            if from == to { Err(format!("is the worth of {to} in {to}: name another currency")) } else { Ok(from) };
        row.accept(ReadColumn::Currency, other).map(|from| Rate { from, to, rate }.into())
    }

    fn assertion(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let about = self.contributor(row);
        let currency = self.currency(row);
        let figure = |column| currency.and_then(|currency| money(row, column, currency));
        let (pledged, received) = (figure(ReadColumn::Amount), figure(ReadColumn::Received));
        let rounded_to = currency.and_then(|currency| amount(row, ReadColumn::RoundedTo, currency));
        let partners = count(row);
        Some(Assertion { about, pledged, received, partners, rounded_to }.into())
    }

    fn correction(&mut self, row: &Row<'_>) -> Option<EntryKind> {
        let of = target(row, "correction");
        let rate = of.as_ref().filter(|of| self.rates.contains(*of) && row.cell(ReadColumn::Amount).is_some());
        if let Some(rate) = rate {
            let message = format!("`{rate}` is a rate, which has no amount to correct");
            let hint = format!(
                "make this row one of kind `void`, which strikes `{rate}` out, and enter the rate anew, with another id, in a row below it"
            );
            row.fault(ReadColumn::Amount, Code::InapplicableCorrection, message, Some(hint));
        }
        let currency = self.currency(row);
        let figure = |column| currency.and_then(|currency| sum(row, column, currency));
        let amendment = Amendment {
            effective: row.read(ReadColumn::TrueEffective, str::parse),
            contributor: self.corrected_contributor(row),
            pledge: row.read(ReadColumn::Pledge, str::parse),
            amount: if rate.is_some() { None } else { figure(ReadColumn::Amount) },
            received: figure(ReadColumn::Received),
            value: self.value(row),
            schedule: currency.and_then(|currency| schedule(row, currency)),
            partners: count(row),
            earmark: self.stated_earmark(row),
            gift: gift(row),
            introduction: introduction(row),
            what: row.read(ReadColumn::What, str::parse),
            period: row.read(ReadColumn::Period, str::parse),
        };
        Some(Correction { of: of?, change: CorrectionKind::Amend(Box::new(amendment)) }.into())
    }

    /// The currency of the row's amounts: that of the totals, unless it says another.
    fn currency(&mut self, row: &Row<'_>) -> Option<Currency> {
        match row.cell(ReadColumn::Currency) {
            Some(text) => {
                let report = |error: InvalidCurrency| {
                    row.fault(ReadColumn::Currency, Code::BadCell, error.to_string(), currency_meant(text));
                };
                self.currencies.get(text, str::parse).map_err(report).ok()
            }
            None => Some(self.currency),
        }
    }

    fn needed_amount(&mut self, row: &Row<'_>, kind: &str) -> Option<Amount> {
        let currency = self.currency(row);
        row.need(ReadColumn::Amount, kind)?;
        amount(row, ReadColumn::Amount, currency?)
    }

    fn terms(&mut self, row: &Row<'_>, kind: &str) -> Option<Terms> {
        let amount = self.needed_amount(row, kind);
        let value = self.value(row);
        let plain = row.cell(ReadColumn::Schedule).is_none();
        let amount = amount?;
        if plain && value.is_none() {
            return Some(amount.into());
        }
        let schedule = if plain { Schedule::Whole } else { schedule(row, amount.currency())? };
        row.accept(ReadColumn::Schedule, Terms::new(amount, schedule, value))
    }

    /// What an amount in another currency was worth in that of the totals.
    fn value(&self, row: &Row<'_>) -> Option<Amount> {
        amount(row, ReadColumn::Value, self.currency)
    }

    fn pledged_and_received(&mut self, row: &Row<'_>) -> (Option<AmountOrZero>, Option<AmountOrZero>) {
        let currency = self.currency(row);
        let figure = |column| currency.and_then(|currency| sum(row, column, currency));
        (figure(ReadColumn::Amount), figure(ReadColumn::Received))
    }

    fn needed_contributor(&mut self, row: &Row<'_>, kind: &str) -> Option<Shared<Contributor>> {
        row.need(ReadColumn::Contributor, kind);
        self.contributor(row)
    }

    fn contributor(&mut self, row: &Row<'_>) -> Option<Shared<Contributor>> {
        let contributor = self.corrected_contributor(row)?;
        if contributor.on_behalf_of.as_ref() == Some(&contributor.party) {
            let message = format!("{} is the contributor already", contributor.party);
            let hint = Some("leave `on_behalf_of` blank where a contributor gives for itself".to_owned());
            row.fault(ReadColumn::OnBehalfOf, Code::NeedlessCell, message, hint);
        }
        Some(contributor)
    }

    /// The contributor of a correction, which may be named as the one on whose behalf it gives: then it is for nobody else any longer.
    fn corrected_contributor(&mut self, row: &Row<'_>) -> Option<Shared<Contributor>> {
        let behind = row.cell(ReadColumn::OnBehalfOf);
        let Some(text) = row.cell(ReadColumn::Contributor) else {
            if behind.is_some() {
                let message = "there is no contributor who could give on behalf of another".to_owned();
                let hint = Some("write who gives under `contributor`".to_owned());
                row.fault(ReadColumn::OnBehalfOf, Code::NeedlessCell, message, hint);
            }
            return None;
        };
        let known = self.known;
        let Some(behind) = behind else {
            let giver = |text: &str| party(row, known, ReadColumn::Contributor, text).map(Contributor::from);
            return self.contributors.get(text, |text| giver(text).map(Shared::from).ok_or(())).ok();
        };
        let giver = party(row, known, ReadColumn::Contributor, text);
        let on_behalf_of = party(row, known, ReadColumn::OnBehalfOf, behind);
        Some(Contributor { party: giver?, on_behalf_of: Some(on_behalf_of?) }.into())
    }

    /// Takes note of what the row says again of the entry that it is about, to be held against it once all are read.
    fn repeats(&mut self, row: &Row<'_>, kind: &'static str, of: Option<&EntryId>) {
        let (contributor, earmark) = (self.contributor(row), self.stated_earmark(row));
        self.repeated.extend(of.and_then(|of| Repeated::new(row, kind, of, contributor, earmark)));
    }

    /// What the money is for; unearmarked when nothing is said.
    fn earmark(&mut self, row: &Row<'_>) -> Option<Shared<Earmark>> {
        let errors_before = row.errors();
        let earmark = self.stated_earmark(row);
        (row.errors() == errors_before).then(|| earmark.unwrap_or_else(|| self.unearmarked.clone()))
    }

    fn stated_earmark(&mut self, row: &Row<'_>) -> Option<Shared<Earmark>> {
        let (fund, purposes) = (row.cell(ReadColumn::Fund), row.cell(ReadColumn::Purposes));
        if fund.is_none() && purposes.is_none() {
            return None;
        }
        // No id holds a line end, so the two texts together are a key.
        let key = [fund.unwrap_or_default(), "\n", purposes.unwrap_or_default()].concat();
        let known = self.known;
        self.earmarks.get(&key, |_| earmark(row, known, fund, purposes).map(Shared::from).ok_or(())).ok()
    }

    fn itemizes(&mut self, row: &Row<'_>) -> Option<Shared<EntryId>> {
        row.read(ReadColumn::Itemizes, |text| self.itemized.get(text, |text| text.parse().map(EntryId::into)))
    }
}

/// The entry another one is about.
fn target(row: &Row<'_>, kind: &str) -> Option<EntryId> {
    row.need(ReadColumn::Ref, kind).and_then(|text| row.accept(ReadColumn::Ref, text.parse()))
}

/// Reports a blank cell that leaves a total unknown, unless the row's note says that nobody knows it: `amount unknown`, say.
fn left_blank(row: &Row<'_>, column: ReadColumn, kind: &str, total: &str, what: &str) {
    if note_says_unknown(row.cell(ReadColumn::Note).unwrap_or_default(), column.name()) {
        return;
    }
    let article = if column == ReadColumn::Amount { "an " } else { "" };
    let message = format!("{kind} without {article}`{}`: {total}", column.name());
    let hint = format!("{what}; if nobody knows it, write `{} unknown` in `note`", column.name());
    row.fault(column, Code::BlankCounts, message, Some(hint));
}

fn count(row: &Row<'_>) -> Option<u32> {
    row.read(ReadColumn::Partners, |text| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| plain).ok_or_else(|| format!("`{}` is not a number of partners", short(text)))
    })
}

fn introduction(row: &Row<'_>) -> Option<Introduction> {
    row.read(ReadColumn::New, |text| {
        // What is not said has a blank cell.
        let said = text.parse().ok().filter(|said| *said != Introduction::Unsaid);
        said.ok_or_else(|| {
            format!("`{}` does not say whether the partner is new: write new or among-unnamed", short(text))
        })
    })
}

/// Whether a payment is a gift of its own.
fn gift(row: &Row<'_>) -> Option<bool> {
    row.read(ReadColumn::Gift, |text| match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("`{}` does not say whether the payment is a gift of its own: write yes or no", short(text))),
    })
}

fn party(row: &Row<'_>, known: &Directory, column: ReadColumn, text: &str) -> Option<PartyRef> {
    let report = |unknown: NoSuchParty| {
        let several = unknown.hint.starts_with("write each in quotation marks");
        let hint =
            if several { "write a row for each: a row has one of them".to_owned() } else { unknown.hint.clone() };
        row.fault(column, Code::UnknownContributor, unknown.to_string(), Some(hint));
    };
    let party = known.party(text).map_err(report).ok()?;
    row.report(known.missing_contributor(&party, || column)).then_some(party)
}

/// Reports a row that says nothing.
fn stated(row: &Row<'_>, stated: bool) -> Option<()> {
    if !stated {
        let message =
            "the entry states nothing: give an amount, what was received, or a number of partners, as its kind asks";
        row.fault_of_row(Code::NothingStated, message.to_owned());
    }
    stated.then_some(())
}
