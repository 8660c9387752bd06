//! What each kind of entry says in its row.

use std::str::FromStr;

use briefing_model::{
    Allocation, Amendment, Amount, AmountOrZero, Assertion, Contributor, Correction, CorrectionKind, Currency,
    Directory, Earmark, EntryId, EntryKind, EntryKindName, FundId, InKind, Introduction, InvalidAmount,
    InvalidCurrency, InvalidMoney, InvalidPurpose, InvalidSchedule, InvalidWord, Money, NoSuchParty, OpeningBalance,
    PartyRef, Pledge, Purpose, Rate, RateValue, Receipt, ReceiptMore, Refund, Remainder, Revision, Schedule, Shared,
    Terms, Withdrawal, note_says_unknown,
};

use super::columns::ReadColumn;
use super::entry::EntryContext;
use super::import::sign_named;
use super::repeated::Repeated;
use super::row::{Row, RowNumbers, is_one_of};
use super::within;
use crate::diagnostic::Code;
use crate::look_alike;
use crate::read::convert;
use crate::sheet::{NumberFormat, currency_sign, stands_for};
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

/// What to write for a currency that is not written by its letters.
fn currency_meant(text: &str) -> Option<String> {
    const NAMES: [(&str, &str); 5] =
        [("us dollars", "USD"), ("u.s. dollars", "USD"), ("rmb", "CNY"), ("sfr", "CHF"), ("stg", "GBP")];
    const MOST: usize = 2;
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches('.');
    let one = |code: &str| Some(format!("did you mean `{code}`?"));
    if let Ok(currency) = text.to_uppercase().parse::<Currency>() {
        return one(currency.code());
    }
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return one(code);
    }
    let sign = text.trim_end_matches('.');
    let of_sign = |sign: &str| -> Vec<&str> {
        Currency::all().map(Currency::code).filter(|code| stands_for(sign, code)).collect()
    };
    match of_sign(sign).as_slice() {
        [] => match sign_named(lower).map(of_sign).as_deref() {
            Some([code]) => one(code),
            _ => None,
        },
        [code] => one(code),
        several if several.len() <= MOST => Some(format!("write `{}`", several.join("` or `"))),
        _ => Some(format!(
            "`{}` is the sign of several currencies: write the letters of the one that is meant",
            short(text)
        )),
    }
}

/// The entry another one is about.
fn target(row: &Row<'_>, kind: &str) -> Option<EntryId> {
    row.need(ReadColumn::Ref, kind).and_then(|text| row.accept(ReadColumn::Ref, text.parse()))
}

/// A figure that may be nothing.
fn money(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<Money> {
    let text = row.cell(column)?;
    let (declared, format) = match row.numbers() {
        Some(RowNumbers::Declared(format)) => (format.plain(text), Some(format)),
        Some(RowNumbers::Read(format)) => (None, Some(format)),
        Some(RowNumbers::Ours) | None => (None, None),
    };
    // What is not of the declared format may be as in our own files.
    let is_ours = declared.is_none() && matches!(row.numbers(), Some(RowNumbers::Declared(_)));
    let format = format.filter(|_| !is_ours);
    let text = declared.as_deref().unwrap_or(text);
    Money::parse_amount(text, currency).map_err(|error| bad_amount(row, column, text, currency, &error, format)).ok()
}

/// How much of its pledge a payment settles.
fn settled(row: &Row<'_>) -> Option<Amount> {
    const COLUMN: ReadColumn = ReadColumn::Settles;
    let text = row.cell(COLUMN)?;
    let places = within::amounts(COLUMN, text);
    let Some(place) = places.first() else {
        let hint = format!("write the currency behind the amount, as in `1000 {}`", Currency::EUR);
        return row
            .accept_with(COLUMN, text.parse::<Amount>(), |error| Some(hint).filter(|_| names_no_currency(error)));
    };
    let letters = [text.get(..place.start)?, text.get(place.end..)?].concat();
    let letters = letters.trim();
    let currency = row.accept_with(COLUMN, letters.parse(), |_| currency_meant(letters))?;
    let money = money_within(row, COLUMN, text.get(place.clone())?, currency)?;
    row.accept(COLUMN, Amount::new(money))
}

fn names_no_currency(error: &InvalidAmount) -> bool {
    matches!(error, InvalidAmount::Money(InvalidMoney::NoCurrency(_)))
}

/// An amount beside other words of its cell.
///
/// Ledgers have had such amounts with a point whatever their format, so that one with another sense in each is neither.
fn money_within(row: &Row<'_>, column: ReadColumn, text: &str, currency: Currency) -> Option<Money> {
    let format = match row.numbers() {
        Some(RowNumbers::Declared(format)) => Some(format),
        Some(RowNumbers::Ours | RowNumbers::Read(_)) | None => None,
    };
    let plain = Money::parse_amount(text, currency);
    let declared = format.and_then(|format| format.plain(text)).map(|text| Money::parse_amount(&text, currency));
    match (declared, plain) {
        (Some(Ok(declared)), Ok(plain)) if declared != plain => {
            let (declared, comma) = (declared.amount().normalize(), text.replace('.', ","));
            let message = format!(
                "`{}` is {declared} in the number format of the ledger, and may be meant as {}",
                short(text),
                plain.amount().normalize()
            );
            row.fault(column, Code::BadAmount, message, Some(format!("write {declared}, or {comma}")));
            None
        }
        (Some(Ok(money)), _) | (None | Some(Err(_)), Ok(money)) => Some(money),
        (declared, Err(plain)) => {
            let (error, format) = match declared {
                Some(Err(declared)) => (declared, format),
                _ => (plain, None),
            };
            bad_amount(row, column, text, currency, &error, format);
            None
        }
    }
}

/// What one unit is worth, written as the amounts of the file are.
fn rate_value(row: &Row<'_>, text: &str) -> Option<RateValue> {
    let fault = |message, hint| row.fault(ReadColumn::Amount, Code::BadCell, message, hint);
    let plain = text.parse::<RateValue>();
    let declared = match row.numbers() {
        Some(RowNumbers::Declared(format)) => format.plain(text).and_then(|text| text.parse::<RateValue>().ok()),
        Some(RowNumbers::Ours | RowNumbers::Read(_)) | None => None,
    };
    match (declared, plain) {
        // Amounts have two decimals, rates often three, as thousands have digits.
        (Some(declared), Ok(plain)) if declared != plain => {
            let message = format!(
                "`{}` is {declared} in the number format of the ledger, and may be meant as {plain}",
                short(text)
            );
            let hint = format!("write `{declared}`, or `{}`", text.replace('.', ","));
            fault(message, Some(hint));
            None
        }
        (Some(rate), _) | (None, Ok(rate)) => Some(rate),
        (None, Err(error)) => {
            // A number that is read and is no rate has no other format: `-1.1`, `0`.
            let is_ours =
                matches!(row.numbers(), Some(RowNumbers::Ours)) && text.parse::<briefing_model::Decimal>().is_err();
            let hint = format_meant(text).filter(|_| is_ours);
            fault(error.to_string(), hint);
            None
        }
    }
}

/// An amount that is more than nothing.
fn amount(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<Amount> {
    let money = money(row, column, currency)?;
    // What goes back says so by its kind.
    let kind = row.cell(ReadColumn::Kind).filter(|kind| matches!(*kind, "refund" | "withdrawal"));
    let hint = kind.filter(|_| money.is_negative()).map(|kind| {
        format!(
            "write it without the minus, `{}`: `{kind}` says that it goes back",
            row.cell(column).unwrap_or_default().replace(['-', '−'], "")
        )
    });
    let report = |error| row.fault(column, Code::BadAmount, format!("{error}"), hint);
    Amount::new(money).map_err(report).ok()
}

/// What was pledged or received in sum, which may be nothing.
fn sum(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<AmountOrZero> {
    let money = money(row, column, currency)?;
    let report = |error| row.fault(column, Code::BadAmount, format!("{error}"), None);
    AmountOrZero::new(money).map_err(report).ok()
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

fn bad_amount(
    row: &Row<'_>,
    column: ReadColumn,
    text: &str,
    currency: Currency,
    error: &InvalidMoney,
    format: Option<NumberFormat>,
) {
    if let Some((what, hint)) = in_place_of_amount(text) {
        let message = format!("`{}` is {what}, and not an amount", short(text));
        row.fault(column, Code::BadAmount, message, Some(hint.to_owned()));
    } else if let Some((sign, hint)) = in_other_currency(column, text, currency) {
        let whose = if column == ReadColumn::Value { "what an amount is worth is said" } else { "its row is" };
        let message = format!("`{}` is in `{sign}`, and {whose} in {currency}", short(text));
        row.fault(column, Code::BadAmount, message, Some(hint));
    } else {
        let is_unread = matches!(error, InvalidMoney::Unreadable(_));
        if let Some((thousands, decimals)) = either(text, currency).filter(|_| is_unread) {
            let message = format!(
                "`{text}` is {thousands}, or {decimals} if the comma stands before decimals: write the one that is meant"
            );
            return row.fault(column, Code::BadAmount, message, None);
        }
        let hint = format_meant(text).filter(|_| is_unread && matches!(row.numbers(), Some(RowNumbers::Ours)));
        row.fault(column, Code::BadAmount, as_written(error, format), hint);
    }
}

/// What an amount with three digits behind its one comma may be, where nobody says how numbers are written and the currency has
/// three decimals.
fn either(text: &str, currency: Currency) -> Option<(String, String)> {
    let (whole, rest) = text.split_once(',').filter(|_| currency.minor_units() == 3)?;
    let is_group = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let is_digits = [whole, rest].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (is_group && is_digits).then(|| (format!("{whole}{rest}"), format!("{whole}.{rest}")))
}

/// What is wrong with an amount, in the marks of the format that it was written in.
fn as_written(error: &InvalidMoney, format: Option<NumberFormat>) -> String {
    let with_comma = |text: &str| text.replace('.', ",");
    match error {
        InvalidMoney::Ambiguous { text, decimals, thousands } if format == Some(NumberFormat::European) => {
            let (text, decimals) = (with_comma(text), with_comma(decimals));
            format!(
                "`{text}` is {decimals}, or {thousands} if the comma stands between thousands: write the one that is meant"
            )
        }
        InvalidMoney::TooPrecise { text, .. } if format == Some(NumberFormat::European) => {
            error.to_string().replace(text, &with_comma(text)).replace("the point stands", "the comma stands")
        }
        error => error.to_string(),
    }
}

/// What to say of an amount that is in one of the formats of numbers and not in the other.
fn format_meant(text: &str) -> Option<String> {
    let mut formats =
        [NumberFormat::English, NumberFormat::European].into_iter().filter(|format| format.plain(text).is_some());
    let format = formats.next().filter(|_| formats.next().is_none())?;
    Some(format!(
        "where all amounts are written so, say `number-format = \"{}\"` under `[ledger]` in `office.toml`",
        format.as_str()
    ))
}

/// The sign of another currency that an amount has beside it, and what to do: without the sign it would be one of this currency.
fn in_other_currency(column: ReadColumn, text: &str, currency: Currency) -> Option<(String, String)> {
    let capitals = text.to_ascii_uppercase();
    let sign = currency_sign(text).or_else(|| currency_sign(&capitals))?;
    if stands_for(sign, currency.code()) {
        return None;
    }
    if column == ReadColumn::Value {
        return Some((sign.to_owned(), format!("write what the amount is worth in {currency}, in digits alone")));
    }
    let mut meant = Currency::all().filter(|one| stands_for(sign, one.code()));
    let (first, is_only) = (meant.next()?, meant.next().is_none());
    let at = text.find(sign).or_else(|| capitals.find(sign))?;
    let digits = [text.get(..at)?, text.get(at + sign.len()..)?].concat();
    let digits = match Money::parse_amount(digits.trim(), first) {
        Ok(_) => Some(digits.trim().to_owned()),
        Err(error) => convert::proposed(&error),
    };
    let digits = digits.map_or_else(|| "the digits".to_owned(), |digits| format!("`{digits}`"));
    let letters = if is_only { format!("`{first}`") } else { "the three letters of its currency".to_owned() };
    Some((sign.to_owned(), format!("write {digits} here, and {letters} in the column `currency`")))
}

/// What spreadsheets and people write where an amount is not at hand, and what to do.
pub(super) fn in_place_of_amount(text: &str) -> Option<(&'static str, &'static str)> {
    let lower = text.to_lowercase();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_short_form = lower
        .split_once('e')
        .is_some_and(|(digits, power)| !digits.is_empty() && !power.is_empty() && lower.parse::<f64>().is_ok());
    if text.chars().all(|c| c == '#') {
        return Some((
            "what a column shows that is too narrow",
            "make the column wider in the spreadsheet, and save again",
        ));
    }
    if ["#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#num!", "#null!"].contains(&lower.as_str()) {
        return Some((
            "a formula without a result",
            "correct the formula behind it in the spreadsheet, and save again",
        ));
    }
    if is_short_form {
        return Some(("a number that a spreadsheet has shortened", "write all of its digits"));
    }
    if inside.is_some_and(|inside| inside.starts_with(|c: char| c.is_ascii_digit())) {
        let hint = "write what is taken back as a row of its own: a `withdrawal`, a `refund` or a `revision`";
        return Some(("a number below zero", hint));
    }
    let open = [
        "tbc",
        "tbd",
        "tba",
        "n/a",
        "na",
        "n.a",
        "n/d",
        "n.d",
        "s/d",
        "n.n",
        "k.a",
        "н/д",
        "-",
        "–",
        "—",
        "?",
        "pending",
        "unknown",
        "none",
        "nil",
        "néant",
        "à confirmer",
        "por confirmar",
        "offen",
        "нет",
        "待定",
        "无",
        "لا يوجد",
    ];
    if open.contains(&lower.trim_end_matches('.')) {
        return Some(("a note", "write the amount, or leave the row out until it is known"));
    }
    None
}

fn schedule(row: &Row<'_>, currency: Currency) -> Option<Schedule> {
    let text = row.cell(ReadColumn::Schedule)?;
    let mut is_read = true;
    let plain = within::rewritten(ReadColumn::Schedule, text, |amount| {
        let money = money_within(row, ReadColumn::Schedule, amount, currency);
        is_read &= money.is_some();
        money.map_or_else(String::new, |money| money.amount().to_string())
    });
    if !is_read {
        return None;
    }
    let report = |error: InvalidSchedule| {
        let hint = years_of(text).map(|(word, from, until)| match word {
            Some(word) => format!("write `{word} {from}/{until}`"),
            None => format!(
                "write `over {from}/{until}` where the amount is the whole, or `yearly {from}/{until}` where it is that of each year"
            ),
        });
        row.fault(ReadColumn::Schedule, Code::BadCell, error.to_string(), hint);
    };
    Schedule::parse(&plain, currency).map_err(report).ok()
}

/// The years that a schedule in another form is over, and the word before them.
fn years_of(text: &str) -> Option<(Option<&'static str>, &str, &str)> {
    let known = ["over", "yearly"].into_iter().find_map(|word| Some((word, text.strip_prefix(word)?)));
    let (word, years) = known.map_or((None, text), |(word, years)| (Some(word), years));
    let parts = [" to ", " - ", "-", "–", "/"].into_iter().find_map(|mark| years.trim().split_once(mark));
    let (from, until) = parts.map(|(from, until)| (from.trim(), until.trim()))?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(from) && is_year(until) && from < until).then_some((word, from, until))
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

/// A fund and a set of purposes, each of which the office has.
fn earmark(row: &Row<'_>, known: &Directory, fund: Option<&str>, purposes: Option<&str>) -> Option<Earmark> {
    let errors_before = row.errors();
    let fund: Option<FundId> = fund.and_then(|text| row.id(ReadColumn::Fund, text, &known.funds));
    row.report(fund.as_ref().and_then(|fund| known.missing_fund(fund, || ReadColumn::Fund)));
    let texts = purposes.unwrap_or_default().split(';').map(str::trim).filter(|text| !text.is_empty());
    let purposes: Vec<Purpose> = texts.filter_map(|text| purpose(row, known, text)).collect();
    for purpose in &purposes {
        // Events are known once every month is read.
        let missing = known.missing_purpose(purpose, || ReadColumn::Purposes);
        let meant = missing.as_ref().and_then(|_| of_other_kind(known, purpose));
        row.report(missing.map(|missing| match meant {
            Some(meant) => missing.with_hint(format!("write `{meant}`")),
            None => missing,
        }));
        if let Purpose::Text(text) = purpose
            && let Some((meant, what)) = meant_by(known, text.english())
        {
            let message = format!("`{}` is printed as it is, and is {what} as well", short(text.english()));
            let hint = format!("write `{meant}` if that is meant");
            row.fault(ReadColumn::Purposes, Code::PurposeIsId, message, Some(hint));
        }
    }
    (row.errors() == errors_before).then_some(Earmark { fund, purposes })
}

/// Whether a text only says that money is for nothing in particular, which an empty cell says.
pub(super) fn is_no_purpose(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "-",
        "–",
        "—",
        "n/a",
        "n.a.",
        "na",
        "none",
        "nil",
        "unearmarked",
        "not earmarked",
        "non-earmarked",
        "non affecté",
        "sans affectation",
        "no asignado",
        "keine",
        "нет",
        "无",
        "غير مخصص",
    ];
    is_one_of(&WORDS, text)
}

/// What an amount is given for.
fn purpose(row: &Row<'_>, known: &Directory, text: &str) -> Option<Purpose> {
    if is_no_purpose(text) {
        let message = format!("`{}` is not a purpose, and would be printed as one", short(text));
        let hint = "leave the cell empty where the money is not earmarked".to_owned();
        row.fault(ReadColumn::Purposes, Code::BadCell, message, Some(hint));
        return None;
    }
    let error = match text.parse::<Purpose>() {
        Ok(purpose) => {
            let Some(meant) = written_otherwise(known, text).filter(|_| matches!(purpose, Purpose::Text(_))) else {
                return Some(purpose);
            };
            let message = format!("`{}` would be printed as it is", short(text));
            row.fault(ReadColumn::Purposes, Code::BadCell, message, Some(format!("write `{meant}`")));
            return None;
        }
        Err(error) => error,
    };
    let parts = || text.split([',', '+', '&', '/']).map(str::trim);
    let named = text.split_once(':').and_then(|(kind, name)| {
        let (meant, _) = meant_by(known, name.trim())?;
        meant.starts_with(kind.trim()).then_some(meant)
    });
    let hint = if let Some(meant) = named {
        Some(format!("write `{meant}`"))
    } else if let Some((kind, id)) = text.split_once(':')
        && format!("{}:{}", kind.trim(), id.trim()).parse::<Purpose>().is_ok()
    {
        Some(format!("write `{}:{}`, without spaces", kind.trim(), id.trim()))
    } else if parts().count() > 1 && parts().all(|part| part.parse::<Purpose>().is_ok()) {
        Some(format!("separate purposes by `;`: `{}`", parts().collect::<Vec<_>>().join("; ")))
    } else {
        None
    };
    let (message, hint) = match error {
        InvalidPurpose::Kind { written, remedy } => (format!("`{}` is not a purpose", short(&written)), Some(remedy)),
        error => (error.to_string(), hint),
    };
    row.fault(ReadColumn::Purposes, Code::BadCell, message, hint);
    None
}

/// The unit, programme or event that a text names as our own files do but for capitals, spaces and quotation marks, letters that only look
/// right, or the mark between: `“Programme: fog”`, `programme=fog`.
fn written_otherwise(known: &Directory, text: &str) -> Option<String> {
    const QUOTES: [char; 12] = ['"', '\'', '“', '”', '„', '‟', '‘', '’', '«', '»', '「', '」'];
    const KINDS: [&str; 2] = ["unit", "programme"];
    let seen = look_alike::as_seen(text);
    let bare = seen.trim_matches(|c: char| QUOTES.contains(&c) || c.is_whitespace());
    if let Some((kind, id)) = bare.split_once([':', '：']) {
        let meant = format!("{}:{}", kind.trim().to_lowercase(), id.trim());
        return meant.parse().is_ok_and(|purpose| !matches!(purpose, Purpose::Text(_))).then_some(meant);
    }
    // With another mark, it is what it says unless there is one of that id.
    let at = bare.find(|c: char| !c.is_alphabetic())?;
    let (kind, id) = (bare.get(..at)?.to_lowercase(), bare.get(at..)?);
    let id = id.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '-' | '/' | '.' | ';' | '_' | '|'));
    let ids = if kind == "unit" { &known.units } else { &known.programmes };
    (KINDS.contains(&kind.as_str()) && ids.has(id) && !ids.has_any()).then(|| format!("{kind}:{id}"))
}

/// A unit or programme of that id, as a purpose.
fn by_id(known: &Directory, id: &str) -> Option<String> {
    let kinds = [("unit", &known.units), ("programme", &known.programmes)];
    kinds.into_iter().find(|(_, ids)| ids.has(id) && !ids.has_any()).map(|(kind, _)| format!("{kind}:{id}"))
}

/// The unit or programme that the text of a purpose names, and how.
fn meant_by(known: &Directory, text: &str) -> Option<(String, &'static str)> {
    if let Some(meant) = by_id(known, text) {
        return Some((meant, "an id"));
    }
    let kinds =
        [("unit", "the name of a unit", &known.units), ("programme", "the name of a programme", &known.programmes)];
    let mut named = kinds.into_iter().filter(|(.., ids)| !ids.has_any());
    named.find_map(|(kind, what, ids)| Some((format!("{kind}:{}", ids.named(text)?), what)))
}

/// A programme that was called a unit, or the other way round.
fn of_other_kind(known: &Directory, purpose: &Purpose) -> Option<String> {
    match purpose {
        Purpose::Unit(id) => by_id(known, id.as_str()),
        Purpose::Programme(id) => by_id(known, id.as_str()),
        Purpose::Event(id) => by_id(known, id.as_str()),
        Purpose::Text(_) => None,
    }
}
