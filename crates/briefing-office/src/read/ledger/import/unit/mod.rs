//! What an export says of its amounts outside their cells: thousands, another currency, debits.
//!
//! Headings and titles are checked before any row is read; columns that the map does not name, row by row.

mod below;
mod cells;
mod converted;
mod currencies;
mod multiples;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use briefing_model::Currency;

use self::below::{Remark, below_heading, first_below, footnotes, remarks};
use self::cells::{UnitHeading, UnitOfCell};
use self::converted::converted_beside;
use self::currencies::{
    currency_of_cell, currency_of_footnote, currency_of_parameter, heading_currency, is_heading_of_currencies,
    says_unnamed, unnamed_currency,
};
pub(in crate::read::ledger) use self::currencies::{currency_of_title, sign_named};
use self::multiples::Multiple;
pub(super) use self::multiples::Multiples;
pub(in crate::read::ledger) use self::multiples::unit_of_title;
use self::words::{CREDIT, DEBIT};
use super::RowFate;
use super::cells::text_alone;
use super::columns::MappedSheet;
use super::export::{Raw, Sheet};
use super::map::ColumnSource;
use super::rows::Planned;
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{Record, RowFault, currency_sign, stands_for};
use crate::tree::{Log, short};

/// What to do about amounts in another currency than their rows.
const CURRENCY_REMEDY: &str =
    "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`";

/// What is lost of a heading that is renamed to `amount`, in words of what to do: its currency, its thousands.
pub(in crate::read::ledger) fn beside_amount(heading: &str) -> Option<String> {
    let currency = heading_currency(heading).map(|sign| format!("say its `{sign}` in the column `currency`"));
    let multiple = Multiple::of_text(heading, true);
    let multiple = multiple.map(|multiple| format!("write its {} as whole amounts", multiple.as_str()));
    match (currency, multiple) {
        (Some(currency), Some(multiple)) => Some(format!("{currency}, and {multiple}")),
        (currency, multiple) => currency.or(multiple),
    }
}

/// What a row that is not an entry says of the amounts around it: a currency, thousands.
pub(super) fn unit_of_row(cell: &str) -> Option<String> {
    let text = cell.trim();
    (currency_of_title(text).is_some() || Multiple::of_text(text, false).is_some()).then(|| text.to_owned())
}

/// Reports headings and titles that say of amounts what the map does not.
pub(super) fn check_headings(export: MappedSheet<'_>, ledger: Currency, log: &Log) {
    let MappedSheet { sheet, map, places } = export;
    let name = sheet.name();
    let fault = |message: String, hint: String| {
        log.push(Diagnostic::new(Code::OtherUnit, FileSpan::whole_file(name), message).with_hint(hint));
    };
    let amounts: Vec<(ReadColumn, &str)> =
        places.amounts().filter_map(|(column, at)| Some((column, sheet.header.get(at)?.as_str()))).collect();
    let remarks = remarks(export);
    let below = |(column, at): (ReadColumn, usize)| below_heading(&remarks, at).map(move |text| (column, text));
    let below: Vec<(ReadColumn, String)> = places.amounts().flat_map(below).collect();
    let is_theirs = matches!(map.sources.get(&ReadColumn::Currency), Some(ColumnSource::Theirs(_)));
    if let Some((message, hint)) = other_multiple(export, &remarks) {
        fault(message, hint);
    }
    let declared = match map.sources.get(&ReadColumn::Currency) {
        Some(ColumnSource::Theirs(_)) => None,
        Some(ColumnSource::Constant(constant)) => Some((constant.clone(), "the map says")),
        None => Some((ledger.to_string(), "the ledger is in")),
    };
    // A column of currencies, and one that a heading names, say it of each row.
    if let Some((currency, who)) = declared.as_ref().filter(|_| !map.sources.contains_key(&ReadColumn::Currency))
        && amounts.iter().all(|(_, heading)| heading_currency(heading).is_none())
        && let footnotes = footnotes(export, &remarks, true)
        && let titles = sheet.titles.iter().map(|title| (title, currency_of_title(title)))
        && let footnotes = footnotes.iter().map(|text| (text, currency_of_footnote(text)))
        && let parameters = sheet.parameters.iter().map(|(label, value)| (value, currency_of_parameter(label, value)))
        && let Some((title, sign)) =
            titles.chain(parameters).chain(footnotes).find_map(|(title, sign)| Some((title, sign?)))
        && !stands_for(sign, currency)
        && !amounts.is_empty()
    {
        fault(
            format!("`{}` says that the amounts are in `{sign}`, and {who} {currency}", short(title)),
            CURRENCY_REMEDY.to_owned(),
        );
    }
    if !map.sources.contains_key(&ReadColumn::Currency)
        && let headings = amounts.iter().filter(|(column, _)| *column != ReadColumn::Value).map(|(_, heading)| *heading)
        && let Some((text, words)) = headings
            .filter(|heading| heading_currency(heading).is_none())
            .chain(sheet.titles.iter().map(String::as_str).filter(|title| says_unnamed(title)))
            .find_map(|text| Some((text, unnamed_currency(text)?)))
    {
        fault(
            format!(
                "`{}` says that the amounts are in a currency that it does not name (`{words}`), and the map does not say it",
                short(text)
            ),
            CURRENCY_REMEDY.to_owned(),
        );
    }
    if !map.sources.contains_key(&ReadColumn::Currency)
        && !sheet.titles.iter().any(|title| currency_of_title(title).is_some())
        && let Some(beside) = converted_beside(export)
    {
        let (message, hint) = beside.report(export, ledger);
        fault(message, hint);
    }
    // Below a heading, where each row says its currency, it is of none.
    let below = below.iter().map(|(column, text)| (*column, text.as_str()));
    let below = below.filter(|(column, _)| !is_theirs || *column == ReadColumn::Value);
    for (column, heading) in amounts.into_iter().chain(below) {
        let declared = match column {
            ReadColumn::Value => Some((ledger.to_string(), "the ledger is in")),
            _ => declared.clone(),
        };
        let (Some(sign), Some((currency, who))) = (heading_currency(heading), declared) else { continue };
        if !stands_for(sign, &currency) {
            fault(
                format!("the heading `{}` is of amounts in `{sign}`, and {who} {currency}", short(heading)),
                CURRENCY_REMEDY.to_owned(),
            );
        }
    }
}

/// Whether rows say another currency than the ledger's in the column that the map names, and no heading says that of all amounts.
pub(super) fn has_other_currency(export: MappedSheet<'_>, ledger: Currency) -> bool {
    let MappedSheet { sheet, map, places } = export;
    let Some(at) = places.at(ReadColumn::Currency) else { return false };
    let heading = places.at(ReadColumn::Amount).and_then(|at| heading_currency(sheet.header.get(at)?));
    let words = map.values.get(&ReadColumn::Currency);
    let is_other = |theirs: &str| {
        let ours = words.and_then(|words| words.get(theirs)).map_or(theirs, String::as_str);
        ours.parse::<Currency>().is_ok_and(|currency| currency != ledger)
    };
    heading.is_none() && sheet.rows.iter().filter_map(Raw::cells).any(|row| is_other(&text_alone(row, at)))
}

/// The first thing that headings and titles say of what amounts are counted in and the map does not, and what to do.
fn other_multiple(export: MappedSheet<'_>, remarks: &[Remark<'_>]) -> Option<(String, String)> {
    let MappedSheet { sheet, map, places } = export;
    let footnotes = footnotes(export, remarks, false);
    let titles = || sheet.titles.iter().chain(footnotes.iter().filter(|text| is_about_amounts(text)));
    let of_title = || titles().find_map(|title| Some((title.clone(), Multiple::of_text(title, false)?)));
    let of_parameter = || {
        let units = sheet.parameters.iter().map(|(label, value)| (value, UnitHeading::of(label)));
        let mut units = units.filter(|(_, heading)| *heading != UnitHeading::Other);
        units.find_map(|(value, heading)| Some((value.clone(), UnitOfCell::of(value, heading)?.multiple)))
    };
    let said: Vec<SaidOfColumn> = places
        .amounts()
        .map(|(column, at)| {
            let heading = sheet.header.get(at).cloned().unwrap_or_default();
            let texts =
                std::iter::once(heading.clone()).chain(first_below(export, at)).chain(below_heading(remarks, at));
            let own =
                texts.into_iter().find_map(|text| Multiple::of_text(&text, true).map(|multiple| (text, multiple)));
            SaidOfColumn { column, heading, said: own.or_else(of_title).or_else(of_parameter) }
        })
        .collect();
    // A word for each column, for a map in which they differ.
    let word = |one: &SaidOfColumn| {
        let word = one.said.as_ref().map_or("units", |(_, multiple)| multiple.as_str());
        format!("{} = \"{word}\"", one.column.name())
    };
    let each = said.iter().map(word).collect::<Vec<_>>().join(", ");
    for one in &said {
        let Some((text, multiple)) = &one.said else { continue };
        let (text, word) = (short(text), multiple.as_str());
        match map.amounts_in.of(one.column) {
            None => {
                let is_of_all = said.iter().all(|other| other.said.as_ref().map(|(_, said)| said) == Some(multiple));
                let message = format!("`{text}` says that the amounts are in {word}, and the map does not");
                let hint = if is_of_all {
                    format!(
                        "say `amounts-in = \"{word}\"` in the map, or `amounts-in = \"units\"` where they are whole"
                    )
                } else {
                    format!("say of each column what it is in: `amounts-in = {{ {each} }}` in the map")
                };
                return Some((message, hint));
            }
            Some(declared) if declared != *multiple && declared != Multiple::UNITS => {
                let message =
                    format!("`{text}` says that the amounts are in {word}, and the map says {}", declared.as_str());
                let is_mixed = said.iter().any(|other| other.said.as_ref().is_none_or(|(_, said)| said != multiple));
                let hint = if is_mixed {
                    format!("say of each column what it is in: `amounts-in = {{ {each} }}` in the map")
                } else {
                    "correct `amounts-in` in the map".to_owned()
                };
                return Some((message, hint));
            }
            Some(_) => {}
        }
    }
    // One word for all columns says it of those too whose headings do not.
    silent_column(&said, map.amounts_in.all, &each)
}

/// Whether a text among the rows that has the word of a multiple is about amounts: a group of rows may be those of Million Trees.
fn is_about_amounts(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["in", "en", "em", "в", "amounts", "figures", "unit", "units", "montants", "beträge", "importes", "суммы"];
    let lower = text.to_lowercase();
    let has_word = lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WORDS.contains(&word) || word.starts_with("بال") || word.starts_with("بآ"));
    has_word
        || lower.contains("单位")
        || heading_currency(text).is_some()
        || UnitOfCell::of(text, UnitHeading::Other).is_some()
}

/// What to say of a column that gets the unit of the others, though its heading does not say it; `each` is a word for each column.
fn silent_column(said: &[SaidOfColumn], all: Option<Multiple>, each: &str) -> Option<(String, String)> {
    let all = all.filter(|all| *all != Multiple::UNITS)?;
    let (text, _) = said.iter().find_map(|one| one.said.as_ref())?;
    let silent = said.iter().find(|one| one.said.is_none())?;
    let message = format!(
        "`{}` says that its amounts are in {}, and `{}` does not: the map says it of all amounts",
        short(text),
        all.as_str(),
        short(&silent.heading)
    );
    let name = silent.column.name();
    let hint = format!(
        "say of each column what it is in: `amounts-in = {{ {each} }}` in the map, or `{name} = \"{}\"` where that is so",
        all.as_str()
    );
    Some((message, hint))
}

/// What an export says that a column of amounts is counted in, and which of its texts says so.
struct SaidOfColumn {
    column: ReadColumn,
    heading: String,
    said: Option<(String, Multiple)>,
}

/// A column that the map does not name and that says what its amounts are.
struct Telltale {
    at: usize,
    is_of_currencies: bool,
    is_of_posting_keys: bool,
}

/// Refuses rows whose amounts are of another currency than their row, or debits, by a column or a heading that is not read.
pub(super) fn check_rows(
    MappedSheet { sheet, map, places }: MappedSheet<'_>,
    records: &BTreeMap<u64, &Record>,
    rows: &mut [Planned],
    faults: &mut Vec<RowFault>,
) {
    let is_theirs = matches!(map.sources.get(&ReadColumn::Currency), Some(ColumnSource::Theirs(_)));
    let is_said = map.sources.contains_key(&ReadColumn::Currency);
    let heading = places.amounts().filter(|(column, _)| *column == ReadColumn::Amount);
    let heading = heading
        .filter_map(|(_, at)| sheet.header.get(at))
        .find_map(|heading| Some((heading, heading_currency(heading)?)));
    let telltales: Vec<Telltale> = (0..sheet.header.len())
        .filter(|at| !places.reads(*at))
        .filter_map(|at| telltale(sheet, at))
        .filter(|found| !found.is_of_currencies || (!is_theirs && heading.is_none()))
        .collect();
    let of_heading = heading.filter(|_| is_theirs);
    // Of the columns that become ours, only that of currencies may have units, which its words put into letters.
    let units: Vec<UnitColumn> = (0..sheet.header.len())
        .filter(|at| !places.reads(*at) || places.at(ReadColumn::Currency) == Some(*at))
        .filter_map(|at| UnitColumn::of(sheet, at))
        .collect();
    if telltales.is_empty() && of_heading.is_none() && units.is_empty() {
        return;
    }
    let amounts_in = map.amounts_in.of(ReadColumn::Amount);
    for row in rows.iter_mut().filter(|row| row.fate == RowFate::New) {
        let Some(amount) = row.entry.as_ref().and_then(|entry| entry.kind.amount()) else { continue };
        let currency = amount.currency().to_string();
        let mut refuse = |cell, code: Code, message: String, hint: String| {
            if code.severity() == Severity::Error {
                row.fate = RowFate::Refused(message.clone());
            }
            faults.push(RowFault { row: row.start, cell, code, message, hint: Some(hint) });
        };
        if let Some((text, sign)) = of_heading.filter(|(_, sign)| !stands_for(sign, &currency)) {
            let message =
                format!("the heading `{}` is of amounts in `{sign}`, and the row is in {currency}", short(text));
            let hint =
                "map the column of amounts in the row's own currency, or rename the heading in the export".to_owned();
            refuse(places.at(ReadColumn::Amount), Code::OtherUnit, message, hint);
            continue;
        }
        let Some(record) = records.get(&row.start.line) else { continue };
        for unit in &units {
            let name = sheet.header.get(unit.at).map(|name| short(name)).unwrap_or_default();
            let cell = record.text(unit.at);
            if let Some((message, hint)) = unit.contradiction(&name, cell.trim(), &currency, amounts_in) {
                refuse(Some(unit.at), Code::OtherUnit, message, hint);
            }
        }
        for telltale in &telltales {
            let name = sheet.header.get(telltale.at).map(|name| short(name)).unwrap_or_default();
            let found = telltale.contradiction(&name, record.text(telltale.at).trim(), &currency, is_said);
            if let Some((code, message, hint)) = found {
                refuse(Some(telltale.at), code, message, hint);
            }
        }
    }
}

impl Telltale {
    /// What a cell of the column, of this name, has against a row in a currency: code, message and hint. `is_said` is whether
    /// the map says the currency.
    fn contradiction(&self, name: &str, cell: &str, currency: &str, is_said: bool) -> Option<(Code, String, String)> {
        if !self.is_of_currencies {
            let message =
                format!("`{name}` says `{cell}`, which the map does not read: the row would count like the others");
            let hint =
                format!("leave one side out, `\"{name}\" = [\"{cell}\"]` under `[skip]`, or make `kind` of the column");
            return is_debit(cell, self.is_of_posting_keys).then_some((Code::OtherUnit, message, hint));
        }
        if !(cell.contains(char::is_alphabetic) || currency_sign(cell).is_some()) {
            return None;
        }
        let sign = currency_of_cell(cell).or_else(|| heading_currency(cell)).unwrap_or(cell);
        if stands_for(sign, currency) || ["n/a", "na"].contains(&cell.to_lowercase().as_str()) {
            return None;
        }
        let cell = short(cell);
        let message = format!("`{name}` says `{cell}`, and the row is taken as {currency}");
        Some(if is_said {
            let hint = format!("where the amount is not in {currency}, map `currency` to `{name}`");
            (Code::OtherCurrency, message, hint)
        } else {
            let hint = format!(
                "say `currency = \"{name}\"` under `[columns]` in the map; or `currency = \"{currency}\"` under \
                 `[constants]`, where the amounts are converted"
            );
            (Code::OtherUnit, message, hint)
        })
    }
}

/// A column of units, in which one cell at least is a multiple.
struct UnitColumn {
    at: usize,
    heading: UnitHeading,
    /// Whether all of its cells say the same.
    is_uniform: bool,
}

impl UnitColumn {
    fn of(sheet: &Sheet, at: usize) -> Option<Self> {
        let said = sheet.header.get(at).map_or(UnitHeading::Other, |heading| UnitHeading::of(heading));
        let filled: Vec<Cow<'_, str>> = sheet
            .rows
            .iter()
            .filter_map(Raw::cells)
            .map(|row| row.record.text(at))
            .filter(|cell| !cell.trim().is_empty())
            .collect();
        let cells = || filled.iter().map(|cell| cell.trim());
        // An apostrophe before zeros keeps them in a spreadsheet: a code, unless the column has nothing else.
        let is_of_thousands =
            !filled.is_empty() && cells().all(|cell| cell.starts_with(['\'', '’']) && cell.ends_with("000"));
        let heading = if is_of_thousands && said == UnitHeading::Other { UnitHeading::Units } else { said };
        let is_unit = cells().any(|cell| UnitOfCell::of(cell, heading).is_some());
        let is_uniform = cells().is_sorted_by(|one, other| one == other);
        is_unit.then_some(Self { at, heading, is_uniform })
    }

    /// What a cell of the column, of this name, has against a row in a currency whose amount the map says to be in `amounts_in`: message
    /// and hint.
    fn contradiction(
        &self,
        name: &str,
        cell: &str,
        currency: &str,
        amounts_in: Option<Multiple>,
    ) -> Option<(String, String)> {
        let unit = UnitOfCell::of(cell, self.heading);
        // Beside thousands, what says no multiple is whole.
        let multiple = match &unit {
            Some(unit) => unit.multiple,
            None if currency_of_cell(cell).is_some() => Multiple::UNITS,
            None => return None,
        };
        let cell = short(cell);
        if amounts_in != Some(Multiple::UNITS) && amounts_in.unwrap_or(Multiple::UNITS) != multiple {
            let map = match amounts_in {
                None => "does not say so".to_owned(),
                Some(declared) => format!("says {}", declared.as_str()),
            };
            let message = format!("`{name}` says `{cell}`: the amount is in {}, and the map {map}", multiple.as_str());
            let hint = if self.is_uniform {
                let word = multiple.as_str();
                format!(
                    "say `amounts-in = \"{word}\"` in the map, or `amounts-in = \"units\"` where the amounts are whole"
                )
            } else {
                "export whole amounts: the rows are in different units, and the map says one for all; where they are whole already, say \
                 `amounts-in = \"units\"` in the map"
                    .to_owned()
            };
            return Some((message, hint));
        }
        let sign = unit.and_then(|unit| unit.currency).filter(|sign| !stands_for(sign, currency))?;
        let message = format!("`{name}` says `{cell}`, which is in `{sign}`, and the row is taken as {currency}");
        Some((message, CURRENCY_REMEDY.to_owned()))
    }
}

/// Whether a cell says that it is of the side of debits.
pub(super) fn is_side_of_debits(cell: &str) -> bool {
    DEBIT.contains(&cell.to_lowercase().as_str())
}

/// Whether it says so, perhaps in a column of posting keys: those of SAP are 40 for a debit, and 50 for a credit.
fn is_debit(cell: &str, of_posting_keys: bool) -> bool {
    is_side_of_debits(cell) || (of_posting_keys && cell == "40")
}

fn is_credit(cell: &str, of_posting_keys: bool) -> bool {
    CREDIT.contains(&cell.to_lowercase().as_str()) || (of_posting_keys && cell == "50")
}

/// Whether a heading is that of the posting keys of SAP; elsewhere 40 and 50 are numbers.
fn is_heading_of_posting_keys(heading: &str) -> bool {
    const NAMES: [&str; 8] = [
        "pk",
        "bs",
        "bschl",
        "posting key",
        "post. key",
        "buchungsschlüssel",
        "clé de comptabilisation",
        "clave contabilización",
    ];
    NAMES.contains(&heading.trim().to_lowercase().as_str())
}

/// Whether all cells of a column are currencies, or debits and credits; or its heading says that they are currencies.
fn telltale(sheet: &Sheet, at: usize) -> Option<Telltale> {
    let heading = sheet.header.get(at).map_or("", String::as_str);
    let is_of_posting_keys = is_heading_of_posting_keys(heading);
    let names_currencies = is_heading_of_currencies(heading);
    let (mut currencies, mut debits, mut credits, mut filled) = (0, 0, 0, 0);
    for raw in &sheet.rows {
        let Raw::Cells(_, record) = raw else { continue };
        let text = record.text(at);
        let cell = text.trim();
        if cell.is_empty() {
            continue;
        }
        let is_money = currency_of_cell(cell).is_some();
        let (is_debit, is_credit) = (is_debit(cell, is_of_posting_keys), is_credit(cell, is_of_posting_keys));
        if !is_money && !is_debit && !is_credit && !names_currencies {
            return None;
        }
        filled += 1;
        currencies += usize::from(is_money);
        debits += usize::from(is_debit);
        credits += usize::from(is_credit);
    }
    let is_of_currencies = names_currencies || currencies == filled;
    let is_of_sides = debits + credits == filled && debits > 0 && credits > 0;
    (filled > 0 && (is_of_currencies || is_of_sides)).then_some(Telltale { at, is_of_currencies, is_of_posting_keys })
}
