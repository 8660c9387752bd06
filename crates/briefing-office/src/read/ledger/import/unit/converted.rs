//! Columns that are not read and show that the amounts may be in another currency: the same amounts in the ledger's, and rates.

use briefing_model::Currency;

use super::currencies::{currency_of_cell, heading_currency};
use crate::read::ledger::columns::ReadColumn;
use crate::read::ledger::import::columns::MappedSheet;
use crate::read::ledger::import::export::Raw;
use crate::sheet::{has_word, is_figure};
use crate::tree::short;

/// Words of headings of amounts, in small letters.
const AMOUNTS: [&str; 22] = [
    "amount",
    "amounts",
    "amt",
    "value",
    "equivalent",
    "equiv",
    "montant",
    "contrevaleur",
    "contre-valeur",
    "betrag",
    "gegenwert",
    "importe",
    "monto",
    "valor",
    "сумма",
    "эквивалент",
    "المبلغ",
    "مبلغ",
    "金额",
    "金額",
    "折合",
    "等值",
];

/// What the headings of amounts say that are in the currency of the books.
const BOOKS: [&str; 12] = [
    "base amount",
    "base currency",
    "functional amount",
    "functional currency",
    "reporting amount",
    "reporting currency",
    "home amount",
    "home currency",
    "hauswährung",
    "monnaie de base",
    "moneda base",
    "本位币",
];

/// What the headings of rates of exchange say.
const RATES: [&str; 22] = [
    "exchange rate",
    "exch rate",
    "exch. rate",
    "fx rate",
    "fx",
    "xrate",
    "rate of exchange",
    "conversion rate",
    "currency rate",
    "taux de change",
    "cours de change",
    "cours",
    "wechselkurs",
    "umrechnungskurs",
    "kurs",
    "tipo de cambio",
    "tasa de cambio",
    "курс",
    "汇率",
    "匯率",
    "سعر الصرف",
    "سعر صرف",
];

/// A column that is not read and makes it doubtful what currency the amounts are in.
pub(super) enum Converted<'e> {
    /// It has other amounts, in a currency that its heading names or in that of the books.
    Amounts(&'e str),
    Rates(&'e str),
}

impl Converted<'_> {
    /// What to say of it, in a ledger of a currency.
    pub(super) fn report(&self, export: MappedSheet<'_>, ledger: Currency) -> (String, String) {
        let at = export.places.at(ReadColumn::Amount);
        let amounts = short(at.and_then(|at| export.sheet.header.get(at)).map_or("", String::as_str));
        let say = "say its currency in the map, in a column under `[columns]` or for all rows under `[constants]`";
        let otherwise = format!("where it is in {ledger}, say `currency = \"{ledger}\"` under `[constants]`");
        match self {
            Self::Amounts(heading) => (
                format!("`{}` has other amounts, and nothing says what currency `{amounts}` is in", short(heading)),
                format!("where it is not in {ledger}, {say}, or map `amount` to the column that is; {otherwise}"),
            ),
            Self::Rates(heading) => (
                format!("`{}` has rates of exchange, and nothing says what currency `{amounts}` is in", short(heading)),
                format!("where it is not in {ledger}, {say}; {otherwise}"),
            ),
        }
    }
}

/// The first such column, if neither the map nor the heading of the amounts says their currency.
pub(super) fn converted_beside(export: MappedSheet<'_>) -> Option<Converted<'_>> {
    let MappedSheet { sheet, places, .. } = export;
    let amounts = places.at(ReadColumn::Amount)?;
    let unread = (0..sheet.header.len()).filter(|at| !places.reads(*at));
    unread
        .filter_map(|at| Some((at, sheet.header.get(at)?.as_str())))
        .find_map(|(at, heading)| {
            let lower = heading.to_lowercase();
            let has_any = |words: &[&str]| words.iter().any(|words| has_or_holds(&lower, words));
            if (lower.trim() == "rate" || has_any(&RATES)) && has_numbers(export, at, |_, rate| !is_one(rate)) {
                return Some(Converted::Rates(heading));
            }
            let is_of_money = heading_currency(heading).is_some() && has_any(&AMOUNTS)
                || currency_of_cell(heading.trim()).is_some()
                || has_any(&BOOKS);
            let differs = |row: &str, other: &str| is_figure(row) && row != other;
            let has_others = |at| has_numbers(export, at, |record, other| differs(record, other));
            (is_of_money && has_others(at)).then_some(Converted::Amounts(heading))
        })
        .filter(|_| sheet.header.get(amounts).is_some_and(|heading| heading_currency(heading).is_none()))
}

/// Whether a heading has words, or characters of a script without spaces.
fn has_or_holds(lower: &str, words: &str) -> bool {
    has_word(lower, words) || (words.chars().all(|c| c >= '\u{2e80}') && lower.contains(words))
}

/// Whether all cells of a column are numbers but for the blank ones, and one of them is as asked, with the amount of its row.
fn has_numbers(export: MappedSheet<'_>, at: usize, is_meant: impl Fn(&str, &str) -> bool) -> bool {
    let Some(amounts) = export.places.at(ReadColumn::Amount) else { return false };
    let rows = export.sheet.rows.iter().filter_map(Raw::cells);
    let mut filled = rows.filter(|row| !row.record.is_blank_at(at)).peekable();
    let mut is_any = false;
    filled.peek().is_some()
        && filled.all(|row| {
            let cell = row.record.text(at);
            is_any |= is_meant(row.record.text(amounts).trim(), cell.trim());
            is_figure(&cell)
        })
        && is_any
}

/// Whether a rate leaves an amount as it is.
fn is_one(rate: &str) -> bool {
    let digits: String = rate.chars().filter(|c| !c.is_whitespace()).collect();
    digits.strip_prefix('1').is_some_and(|rest| rest.chars().all(|c| matches!(c, '0' | '.' | ',')))
}
