//! Rows that call themselves totals or balances and also have all that makes an entry: a day, an amount and a contributor.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Amount, Currency, ENGLISH_MONTHS, EntryKindName, MONTHS_IN_DATES, State};

use super::RowFate;
use super::columns::MappedSheet;
use super::rows::Planned;
use crate::diagnostic::Code;
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{Record, RowFault, are_asterisks, behind_total, ends_as_total, is_name_of_total};
use crate::tree::short;

/// What a row of an account says that is not a movement, with whatever follows.
const BALANCES: &[&str] = &[
    "opening balance",
    "closing balance",
    "ending balance",
    "beginning balance",
    "previous balance",
    "new balance",
    "balance brought forward",
    "balance carried forward",
    "balance b/f",
    "balance c/f",
    "balance b/d",
    "balance c/d",
    "balance carried",
    "balance as at",
    "balance as of",
    "brought forward",
    "carried forward",
    "carry forward",
    "running total",
    "year to date",
    "ytd",
    "solde initial",
    "solde final",
    "solde précédent",
    "solde d'ouverture",
    "solde d’ouverture",
    "solde de clôture",
    "solde reporté",
    "ancien solde",
    "nouveau solde",
    "report à nouveau",
    "à reporter",
    "a reporter",
    "saldo inicial",
    "saldo final",
    "saldo anterior",
    "saldo de apertura",
    "saldo de cierre",
    "saldovortrag",
    "anfangssaldo",
    "endsaldo",
    "schlusssaldo",
    "eröffnungssaldo",
    "anfangsbestand",
    "endbestand",
    "übertrag",
    "uebertrag",
    "входящий остаток",
    "исходящий остаток",
    "начальный остаток",
    "конечный остаток",
    "остаток на",
    "сальдо",
    "الرصيد",
    "رصيد افتتاحي",
    "رصيد ختامي",
    "期初余额",
    "期末余额",
    "上期结转",
    "本期合计",
    "本月合计",
    "本年累计",
    "累计",
];

/// What means a balance if it is alone or before a day; with other words it may be the last part of a pledge.
const BALANCE: &[&str] = &["balance", "solde", "saldo", "остаток", "رصيد", "余额", "结余"];

/// How the names of totals of groups begin.
const GROUPS: &[&str] = &["sub", "grand", "sous", "zwischen"];

/// How names begin that may mean an amount as well: `Sum for the second year`.
const SUMS: &[&str] = &["sum", "somme"];

/// What alone in a cell may mean a total, and other things too.
const MAY_BE_SUMS: &[&str] = &[
    "all",
    "all donors",
    "result",
    "overall result",
    "net movement",
    "cumulative",
    "cumul",
    "cumulé",
    "report",
    "ergebnis",
    "gesamt",
    "acumulado",
    "сумма",
    "суммарно",
    "累計",
    "累积",
];

/// What a text calls its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// A total or a balance.
    Sum,
    /// A total, or something that only has the word in its name: Total Energies.
    MaySum,
}

/// Refuses rows that call themselves totals or balances, in the cell of the reference, in a column that is not read, or in their note.
pub(super) fn check_rows(
    cells: &Cells,
    header: &[String],
    records: &BTreeMap<u64, &Record>,
    rows: &mut [Planned],
    faults: &mut Vec<RowFault>,
) {
    let mut above = Above::default();
    for row in rows.iter_mut().filter(|row| row.fate == RowFate::New) {
        let Some(entry) = row.entry.as_ref().filter(|entry| entry.kind.name() != EntryKindName::OpeningBalance) else {
            continue;
        };
        let amount = entry.kind.amount();
        let labelled = records.get(&row.start.line).and_then(|record| cells.label(record));
        let is_sum = |amount| above.is_sum(amount);
        let labelled = labelled.filter(|(_, label)| *label == Label::Sum || amount.is_some_and(is_sum));
        let Some((at, _)) = labelled else {
            above.add(amount);
            continue;
        };
        let name = short(header.get(at).map_or("", String::as_str));
        let text = records.get(&row.start.line).map(|record| short(record.text(at).trim())).unwrap_or_default();
        let message = format!("`{name}` says `{text}`: a total or a balance is no entry, and this row would be one");
        let hint = format!(
            "leave it out with `skip-rows = [{}]` in the map; where such rows are entries, say `\"{name}\" = []` under `[skip]`",
            row.start.line
        );
        row.fate = RowFate::Refused(message.clone());
        faults.push(RowFault { row: row.start, cell: Some(at), code: Code::TotalRow, message, hint: Some(hint) });
        above.end_group();
    }
}

/// The cells of a row in which it may say that it is a total.
pub(super) struct Cells {
    names: Vec<usize>,
    texts: Vec<usize>,
}

impl Cells {
    /// Those of an export, in columns that were not looked at.
    pub(super) fn of(export: MappedSheet<'_>) -> Self {
        let looked_at: BTreeSet<usize> = export.looked_at().collect();
        let names = [ReadColumn::Id, ReadColumn::Reference].into_iter().filter_map(|column| export.places.at(column));
        let unread = (0..export.sheet.header.len()).filter(|at| !export.places.reads(*at));
        let texts = export.text_columns().chain(unread);
        let is_to_look_at = |at: &usize| !looked_at.contains(at);
        Self { names: names.filter(is_to_look_at).collect(), texts: texts.filter(is_to_look_at).collect() }
    }

    /// Whether a row calls itself a total, however surely.
    pub(super) fn call_a_total(&self, record: &Record) -> bool {
        self.label(record).is_some()
    }

    fn label(&self, record: &Record) -> Option<(usize, Label)> {
        // No voucher has such a name, whatever follows the word.
        let of_name = self.names.iter().find(|at| label(&record.text(**at)).is_some()).map(|at| (*at, Label::Sum));
        let of_texts = || self.texts.iter().filter_map(|at| Some((*at, label(&record.text(*at))?)));
        of_name.or_else(|| of_texts().find(|(_, label)| *label == Label::Sum)).or_else(|| of_texts().next())
    }
}

/// What a cell calls its row.
fn label(cell: &str) -> Option<Label> {
    let cell = cell.trim();
    if cell.starts_with(['Σ', '∑']) {
        return Some(Label::Sum);
    }
    // Most cells begin with a figure, and a million rows are asked.
    if cell.is_empty() || cell.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = cell.to_lowercase();
    let text = lower.trim_end_matches([':', '：', '.']).trim_end();
    let behind = |word: &&str| text.strip_prefix(*word).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_day = |rest: &str| rest.trim().is_empty() || rest.contains(|c: char| c.is_ascii_digit());
    if is_name_of_total(text)
        || BALANCES.iter().any(|word| behind(word).is_some())
        || BALANCE.iter().filter_map(behind).any(|rest| is_day(rest) && rest.split_whitespace().count() <= 2)
    {
        return Some(Label::Sum);
    }
    if let Some(rest) = behind_total(text) {
        let begins = |known: &[&str]| known.iter().any(|begin| text.starts_with(begin));
        // The company has its name in Latin letters; and a sum may be what was paid.
        let is_group = begins(GROUPS) || text.starts_with(|c: char| c >= '\u{370}');
        return Some(if is_group || (!begins(SUMS) && is_of_group(rest)) { Label::Sum } else { Label::MaySum });
    }
    (ends_as_total(text) || are_asterisks(text) || MAY_BE_SUMS.contains(&text)).then_some(Label::MaySum)
}

/// Whether what follows the name of a total says of which rows it is: a time, a currency, a State by its letters.
fn is_of_group(rest: &str) -> bool {
    const BEFORE: [&str; 8] = ["for", "pour", "por", "für", "за", "in", "en", "im"];
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    let is_bracketed = rest.trim_start().starts_with(['(', '（', ':', '：']);
    let is_month = |word: &str| {
        MONTHS_IN_DATES.iter().any(|months| months.contains(&word))
            || ENGLISH_MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word))
    };
    let letters = first.to_uppercase();
    let is_code = letters.parse::<Currency>().is_ok() || letters.parse::<State>().is_ok();
    is_bracketed
        || BEFORE.contains(&first)
        || first.starts_with(|c: char| c.is_ascii_digit())
        || is_month(first)
        || (is_code && first.len() == 3 && words.next().is_none())
}

/// The amounts of the rows above, in each currency: of all, and of those since the last total.
#[derive(Default)]
struct Above {
    all: BTreeMap<Currency, Running>,
    group: BTreeMap<Currency, Running>,
}

#[derive(Default)]
struct Running {
    minor: i128,
    rows: usize,
}

impl Above {
    fn add(&mut self, amount: Option<Amount>) {
        let Some(amount) = amount else { return };
        for sums in [&mut self.all, &mut self.group] {
            let sum = sums.entry(amount.currency()).or_default();
            sum.minor = sum.minor.saturating_add(amount.minor());
            sum.rows += 1;
        }
    }

    fn end_group(&mut self) {
        self.group.clear();
    }

    /// Whether an amount is the sum of two rows or more.
    fn is_sum(&self, amount: Amount) -> bool {
        let is = |sums: &BTreeMap<Currency, Running>| {
            sums.get(&amount.currency()).is_some_and(|sum| sum.rows > 1 && sum.minor == amount.minor())
        };
        is(&self.all) || is(&self.group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_balances_are_known_by_what_they_call_themselves() {
        for text in [
            "Total",
            "Total April",
            "Total for DEU",
            "TOTAL (USD)",
            "Total DEU",
            "Total 2025",
            "Sub-total DEU",
            "Subtotal Germany",
            "Grand total of all",
            "Σ",
            "Σ April",
            "YTD",
            "YTD 2025",
            "Opening balance",
            "Balance carried down",
            "Solde au 30/04/2025",
            "À reporter",
            "Closing balance 30.04.2025",
            "Balance",
            "Balance 2024",
            "Balance c/f",
            "Carried forward",
            "Saldo",
            "Saldovortrag",
            "Übertrag",
            "Report à nouveau",
            "Solde initial",
            "Итого",
            "Итого за апрель",
            "الإجمالي",
            "إجمالي أبريل",
            "الرصيد",
            "合计",
            "本月合计",
            "期初余额",
        ] {
            assert_eq!(label(text), Some(Label::Sum), "{text}");
        }
        for text in [
            "Total Energies",
            "Total Kenya",
            "Total sanitation",
            "Total of two instalments",
            "Fondation Total",
            "**",
            "Cumul",
            "Overall Result",
            "Somme pour le projet",
            "Sum for 2025",
        ] {
            assert_eq!(label(text), Some(Label::MaySum), "{text}");
        }
        for text in [
            "",
            "TotalEnergies",
            "Total-2025/1",
            "SUM-12",
            "Balance of the pledge of 2024",
            "Balance payment",
            "Solde de la contribution",
            "Saldo de la contribución 2024",
            "The total of the year",
            "Lump sum",
            "Contribution",
            "A1",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
