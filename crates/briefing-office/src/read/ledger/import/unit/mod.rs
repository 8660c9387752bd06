//! What an export says of its amounts outside their cells: thousands, another currency, debits.

mod words;

use std::collections::BTreeMap;

use briefing_model::Currency;

use self::words::{CHARACTERS, CREDIT, CURRENCY_HEADINGS, DEBIT, NAMES, SHORT, UNNAMED, WORDS};
use super::export::{Raw, Sheet};
use super::map::{ColumnSource, Map};
use super::reader::ColumnPlaces;
use super::{Planned, RowFate};
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{Record, RowFault, currency_sign, has_word, stands_for};
use crate::tree::{Log, TomlValue, short};

/// What amounts are counted in, by the power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Multiple(i32);

/// The words of a map for multiples.
const MULTIPLES: [(&str, Multiple); 10] = [
    ("units", Multiple(0)),
    ("cents", Multiple(-2)),
    ("hundreds", Multiple(2)),
    ("thousands", Multiple(3)),
    ("ten-thousands", Multiple(4)),
    ("lakhs", Multiple(5)),
    ("millions", Multiple(6)),
    ("crores", Multiple(7)),
    ("hundred-millions", Multiple(8)),
    ("billions", Multiple(9)),
];

/// What a map says that amounts are counted in.
#[derive(Debug, Clone, Default)]
pub(super) struct Multiples {
    /// Of all columns.
    all: Option<Multiple>,
    /// Of one.
    columns: BTreeMap<ReadColumn, Multiple>,
}

impl Multiples {
    /// One word for all columns, or a table with a word for each; only columns of the export have one.
    pub(super) fn read(value: &TomlValue<'_>, is_theirs: impl Fn(&ReadColumn) -> bool) -> Self {
        if !value.is_table() {
            return Self { all: value.word(&MULTIPLES), columns: BTreeMap::new() };
        }
        let Some(table) = value.table() else { return Self::default() };
        let columns = ReadColumn::AMOUNTS.into_iter().filter(is_theirs);
        let columns = columns.filter_map(|column| Some((column, table.get(column.name())?.word(&MULTIPLES)?)));
        let columns = columns.collect();
        table.finish();
        Self { all: None, columns }
    }

    /// What the amounts of a column are counted in, where that is said.
    pub(super) fn of(&self, column: ReadColumn) -> Option<Multiple> {
        self.columns.get(&column).copied().or(self.all)
    }
}

impl Multiple {
    /// The word for it in a map.
    fn as_str(self) -> &'static str {
        MULTIPLES.iter().find(|(_, multiple)| *multiple == self).map_or("units", |(word, _)| word)
    }

    /// What the heading of an amount says, or a title above the headings.
    fn of_text(text: &str, is_heading: bool) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let of_figure = if is_heading { power_of_figure(&lower) } else { power_of_zeros(&lower) };
        if let Some(power) = of_figure {
            return Some(Self(power));
        }
        let power = words.iter().enumerate().find_map(|(at, word)| {
            // A title may tell of 5 million trees.
            let is_counted =
                !is_heading && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_number(word));
            if is_heading && lower.contains("t€") {
                return Some(3);
            }
            // Per cent is a share.
            if *word == "cent" && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| *word == "per") {
                return None;
            }
            let short = SHORT.iter().filter(|_| is_heading);
            WORDS.iter().chain(short).find(|(known, _)| known == word && !is_counted).map(|(_, power)| *power)
        });
        let power = power.or_else(|| {
            // A title may be that of a fund of the millennium (千年); a unit has a currency behind it.
            let is_unit = |at: usize| {
                let before = lower.get(..at).is_some_and(|before| before.ends_with(char::is_numeric));
                let behind = lower
                    .get(at..)
                    .unwrap_or_default()
                    .trim_start_matches(|c: char| CHARACTERS.iter().any(|(word, _)| word.contains(c)));
                is_heading || (!before && behind.starts_with(['元', '美', '欧', '日', '英', '人', '卢', '瑞']))
            };
            let found = CHARACTERS.iter().find_map(|(word, power)| Some((lower.find(word)?, *power)));
            found.filter(|(at, _)| is_unit(*at)).map(|(_, power)| power)
        });
        power.map(Self)
    }

    /// An amount in units, of one that is counted in this.
    pub(super) fn whole(self, amount: &str) -> Option<String> {
        let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || [whole, decimals].iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let places = usize::try_from(self.0.unsigned_abs()).ok()?;
        let (whole, rest) = if self.0 < 0 {
            let padded = format!("{whole:0>width$}", width = places + 1);
            let (whole, moved) = padded.split_at_checked(padded.len().checked_sub(places)?)?;
            (whole.to_owned(), format!("{moved}{decimals}"))
        } else {
            let padded = format!("{decimals:0<places$}");
            let (moved, rest) = padded.split_at_checked(places)?;
            (format!("{whole}{moved}"), rest.to_owned())
        };
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        Some(if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") })
    }
}

/// The power of ten that a heading writes in figures: `'000`, `x 1,000`, `1.000.000`, `10^6`, `10³`.
fn power_of_figure(heading: &str) -> Option<i32> {
    const BETWEEN: [char; 6] = [',', '.', '\'', '’', ' ', '\u{a0}'];
    let figures: Vec<(usize, &str)> = heading
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !heading.get(..*at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())))
        .filter_map(|(at, _)| {
            let rest = heading.get(at..)?;
            Some((at, rest.get(..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))?))
        })
        .collect();
    let mark_between = |(at, figure): (usize, &str), (next, _): (usize, &str)| {
        let mut between = heading.get(at + figure.len()..next)?.chars();
        between.next().filter(|c| BETWEEN.contains(c) && between.next().is_none())
    };
    for (number, &(at, figure)) in figures.iter().enumerate() {
        let behind = heading.get(at + figure.len()..).unwrap_or_default();
        if figure == "10" {
            let raised = behind.strip_prefix('^').or_else(|| behind.strip_prefix("**")).unwrap_or_default();
            let power = match (raised.chars().next(), behind.chars().next()) {
                (Some(c), _) => c.to_digit(10).and_then(|digit| i32::try_from(digit).ok()),
                (None, Some('³')) => Some(3),
                (None, Some('⁶')) => Some(6),
                (None, Some('⁹')) => Some(9),
                (None, _) => None,
            };
            if power.is_some() {
                return power;
            }
        }
        let is_zeros = |figure: &str| figure.len().is_multiple_of(3) && figure.bytes().all(|byte| byte == b'0');
        let begins =
            is_zeros(figure) || figure.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'));
        // The end of 2,000 is no multiple.
        let goes_on = number
            .checked_sub(1)
            .and_then(|before| mark_between(*figures.get(before)?, (at, figure)))
            .is_some_and(|mark| mark != ' ');
        if !begins || goes_on {
            continue;
        }
        let mut zeros = figure.bytes().filter(|byte| *byte == b'0').count();
        let mut last = (at, figure);
        for &next in figures.iter().skip(number + 1) {
            if next.1 != "000" || mark_between(last, next).is_none() {
                break;
            }
            zeros += 3;
            last = next;
        }
        if (3..=9).contains(&zeros) {
            return i32::try_from(zeros).ok();
        }
    }
    None
}

/// The power of ten that a title writes as bare zeros beside what they are of: `US$ 000`, `in '000`; other figures are of other things.
fn power_of_zeros(title: &str) -> Option<i32> {
    const BEFORE: [&str; 6] = ["in", "en", "em", "x", "в", "figures"];
    let is_of_money = |word: &str| {
        BEFORE.contains(&word)
            || word.ends_with(['$', '€', '£', '¥'])
            || word.to_uppercase().parse::<Currency>().is_ok()
    };
    let found = title.match_indices("000").find(|(at, _)| {
        let before = title.get(..*at).unwrap_or_default();
        let behind = title.get(at + 3..).unwrap_or_default();
        let bare = before.trim_end_matches([' ', '\u{a0}']);
        let is_marked = before.ends_with(['\'', '’', '‘', '('])
            && !bare.trim_end_matches(['\'', '’', '‘']).ends_with(|c: char| c.is_ascii_digit());
        let last = bare.rsplit([' ', '\u{a0}', '(', ',']).next().unwrap_or_default();
        !behind.starts_with(|c: char| c.is_ascii_digit()) && (is_marked || is_of_money(last))
    });
    let (at, _) = found?;
    let more = title
        .get(at + 3..)
        .is_some_and(|behind| [",000", ".000", " 000", "'000"].iter().any(|more| behind.starts_with(more)));
    Some(if more { 6 } else { 3 })
}

/// The sign or letters of the currency that a heading names.
fn heading_currency(heading: &str) -> Option<&str> {
    let lower = heading.to_lowercase();
    let named = || NAMES.iter().find(|(name, _)| is_named(&lower, name)).map(|(_, sign)| *sign);
    // Letters say most, and 美元 has the sign of 元 in it.
    let sign = currency_sign(heading);
    sign.filter(|sign| sign.len() == 3 && sign.is_ascii() && !sign.contains('$')).or_else(named).or(sign)
}

/// The sign of the currency that has a name, in small letters.
pub(in crate::read::ledger) fn sign_named(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

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

/// Whether a text has the name of a currency; of Latin letters as a word, as Europe is no euro, and of others by its beginning.
fn is_named(lower: &str, name: &str) -> bool {
    let is_latin = name.chars().all(|c| c < '\u{370}');
    if is_latin { has_word(lower, name) } else { lower.contains(name) }
}

/// Whether the only letters of a currency in a title are a word that titles have: TOP DONORS, COP 30.
fn is_word_of_titles(title: &str, sign: &str) -> bool {
    const WORDS: [&str; 13] =
        ["ALL", "BAM", "BOB", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY"];
    let is_bracketed =
        ["(", "[", "in ", "en ", "IN ", "EN ", ": "].iter().any(|mark| title.contains(&format!("{mark}{sign}")));
    WORDS.contains(&sign) && !is_bracketed
}

/// What is known of a currency in a cell that says nothing else: its letters, its sign or its name.
fn currency_of_cell(cell: &str) -> Option<&str> {
    let lower = cell.to_lowercase();
    let bare = lower.trim_end_matches('.');
    let by_sign = currency_sign(cell).filter(|sign| *sign == cell && cell.chars().count() <= 3);
    by_sign
        .or_else(|| sign_named(bare))
        .or_else(|| currency_sign(cell).filter(|sign| *sign == cell.trim_end_matches('.')))
}

/// What a text says of a currency without its name: `local currency`.
fn unnamed_currency(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    UNNAMED.iter().copied().find(|words| has_word(&lower, words))
}

/// Whether a title says so: above a bank's statement, `Devise` stands beside the name of the one that is meant.
fn says_unnamed(title: &str) -> bool {
    let is_label = |words: &str| ["devise", "devises", "divisa", "divisas", "lcu"].contains(&words);
    currency_of_title(title).is_none() && unnamed_currency(title).is_some_and(|words| !is_label(words))
}

/// Whether a heading says that its column has currencies.
fn is_heading_of_currencies(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    // `Cur. period` is the present one.
    let ends_short = words.last().is_some_and(|word| ["cur", "curr", "ccy"].contains(word));
    ends_short || words.iter().any(|word| CURRENCY_HEADINGS.contains(word))
}

/// What a title above the ledger's headings says that the amounts are counted in.
pub(in crate::read::ledger) fn unit_of_title(title: &str) -> Option<&'static str> {
    Multiple::of_text(title, false).map(Multiple::as_str)
}

/// The currency that a title names as that of its amounts: by its letters or sign, or by a name behind "in".
pub(in crate::read::ledger) fn currency_of_title(title: &str) -> Option<&str> {
    const BEFORE: [&str; 7] = ["in ", "en ", "в ", "单位", "以", "ب", "montants : "];
    let lower = title.to_lowercase();
    let named = || {
        let is_said = |name: &str| {
            let at = lower.find(name).filter(|_| is_named(&lower, name))?;
            let before = lower.get(..at)?.trim_end_matches(['(', ':', '：', '（']);
            BEFORE.iter().any(|word| before.ends_with(word) || before.ends_with(word.trim_end())).then_some(())
        };
        NAMES.iter().find(|(name, _)| is_said(name).is_some()).map(|(_, sign)| *sign)
    };
    match currency_sign(title) {
        Some(word) if is_word_of_titles(title, word) => {
            title.split_once(word).and_then(|(_, behind)| currency_of_title(behind))
        }
        sign => sign.or_else(named),
    }
}

/// What a row that is no entry says of the amounts around it: a currency, thousands.
pub(super) fn unit_of_row(cell: &str) -> Option<String> {
    let text = cell.trim();
    (currency_of_title(text).is_some() || Multiple::of_text(text, false).is_some()).then(|| text.to_owned())
}

/// Reports headings and titles that say of amounts what the map does not.
pub(super) fn check_headings(map: &Map, places: &ColumnPlaces, sheet: &Sheet, ledger: Currency, log: &Log) {
    let name = sheet.name();
    let fault = |message: String, hint: String| {
        log.push(Diagnostic::new(Code::OtherUnit, FileSpan::whole_file(name), message).with_hint(hint));
    };
    let amounts: Vec<(ReadColumn, &str)> =
        places.amounts().filter_map(|(column, at)| Some((column, sheet.header.get(at)?.as_str()))).collect();
    if let Some((message, hint)) = other_multiple(map, places, sheet) {
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
        && let Some((title, sign)) = sheet.titles.iter().find_map(|title| Some((title, currency_of_title(title)?)))
        && !stands_for(sign, currency)
        && !amounts.is_empty()
    {
        fault(
            format!("`{}` says that the amounts are in `{sign}`, and {who} {currency}", short(title)),
            "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`"
                .to_owned(),
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
            "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`"
                .to_owned(),
        );
    }
    for (column, heading) in amounts {
        let declared = match column {
            ReadColumn::Value => Some((ledger.to_string(), "the ledger is in")),
            _ => declared.clone(),
        };
        let (Some(sign), Some((currency, who))) = (heading_currency(heading), declared) else { continue };
        if !stands_for(sign, &currency) {
            fault(
                format!("the heading `{}` is of amounts in `{sign}`, and {who} {currency}", short(heading)),
                "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`"
                    .to_owned(),
            );
        }
    }
}

/// The first thing that headings and titles say of what amounts are counted in and the map does not, and what to do.
fn other_multiple(map: &Map, places: &ColumnPlaces, sheet: &Sheet) -> Option<(String, String)> {
    let of_title = || sheet.titles.iter().find_map(|title| Some((title.clone(), Multiple::of_text(title, false)?)));
    let said: Vec<SaidOfColumn> = places
        .amounts()
        .map(|(column, at)| {
            let heading = sheet.header.get(at).cloned().unwrap_or_default();
            let texts = std::iter::once(heading.clone()).chain(second_heading(sheet, at));
            let own =
                texts.into_iter().find_map(|text| Multiple::of_text(&text, true).map(|multiple| (text, multiple)));
            SaidOfColumn { column, heading, said: own.or_else(of_title) }
        })
        .collect();
    // A word for each column, and what to do where one of them has to be said otherwise.
    let each = |of_silent: &str| {
        let word = |one: &SaidOfColumn| {
            let word = one.said.as_ref().map_or(of_silent, |(_, multiple)| multiple.as_str());
            format!("{} = \"{word}\"", one.column.name())
        };
        said.iter().map(word).collect::<Vec<_>>().join(", ")
    };
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
                    format!("say of each column what it is in: `amounts-in = {{ {} }}` in the map", each("units"))
                };
                return Some((message, hint));
            }
            Some(declared) if declared != *multiple && declared != Multiple(0) => {
                let message =
                    format!("`{text}` says that the amounts are in {word}, and the map says {}", declared.as_str());
                let is_mixed = said.iter().any(|other| other.said.as_ref().is_none_or(|(_, said)| said != multiple));
                let hint = if is_mixed {
                    format!("say of each column what it is in: `amounts-in = {{ {} }}` in the map", each("units"))
                } else {
                    "correct `amounts-in` in the map".to_owned()
                };
                return Some((message, hint));
            }
            Some(_) => {}
        }
    }
    // One word for all columns says it of those too whose headings do not.
    let all = map.amounts_in.all.filter(|all| *all != Multiple(0))?;
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
        "say of each column what it is in: `amounts-in = {{ {} }}` in the map, or `{name} = \"{}\"` where that is so",
        each("units"),
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

/// What stands under the heading of a column and is no number: a second row of headings often says the unit.
fn second_heading(sheet: &Sheet, at: usize) -> Option<String> {
    let Some(Raw::Cells(_, record)) = sheet.rows.first() else { return None };
    let text = record.text(at).into_owned();
    let is_figure = text.trim().parse::<f64>().is_ok() || text.chars().filter(char::is_ascii_digit).count() > 3;
    (!is_figure).then_some(text)
}

/// A column that the map does not name and that says what its amounts are.
struct Telltale {
    at: usize,
    is_of_currencies: bool,
    is_of_posting_keys: bool,
}

/// Refuses rows whose amounts are of another currency than their row, or debits, by a column or a heading that is not read.
pub(super) fn check_rows(
    map: &Map,
    places: &ColumnPlaces,
    sheet: &Sheet,
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
    if telltales.is_empty() && of_heading.is_none() {
        return;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_are_found_in_headings_and_titles() {
        for (text, word) in [
            ("Amount (thousands)", Some("thousands")),
            ("Amount ('000)", Some("thousands")),
            ("US$000", Some("thousands")),
            ("Amount, k€", Some("thousands")),
            ("Betrag T€", Some("thousands")),
            ("Montant en milliers d’euros", Some("thousands")),
            ("Importe (miles de dólares)", Some("thousands")),
            ("Сумма, тыс. руб.", Some("thousands")),
            ("金额（千美元）", Some("thousands")),
            ("金额（万元）", Some("ten-thousands")),
            ("金额（百万美元）", Some("millions")),
            ("المبلغ (بآلاف الدولارات)", Some("thousands")),
            ("المبلغ بملايين", None),
            ("in millions of USD", Some("millions")),
            ("Amount USDm", Some("millions")),
            ("Amount (bn)", Some("billions")),
            ("Amount (x1000)", Some("thousands")),
            ("Amount (in 1000 USD)", Some("thousands")),
            ("Amount (1 000 USD)", Some("thousands")),
            ("Amount (/1000)", Some("thousands")),
            ("Amount, 10³ USD", Some("thousands")),
            ("Amount, 10^6 USD", Some("millions")),
            ("Amount (thous.)", Some("thousands")),
            ("Amount (USD000)", Some("thousands")),
            ("Amount ('000,000)", Some("millions")),
            ("Amount (USD x 1.000.000)", Some("millions")),
            ("Amount (10,000 yuan)", Some("ten-thousands")),
            ("Amount (hundreds)", Some("hundreds")),
            ("Amount (cents)", Some("cents")),
            ("Amount (천 달러)", Some("thousands")),
            ("Amount (백만 달러)", Some("millions")),
            ("Amount (per cent)", None),
            ("Amount above 2,000", None),
            ("Amount 2000", None),
            ("Amount 1", None),
            ("Amount 100", None),
            ("Amount USD", None),
            ("Montant", None),
            ("Amount 2025", None),
            ("Term amount", None),
        ] {
            assert_eq!(Multiple::of_text(text, true).map(Multiple::as_str), word, "{text}");
        }
        for (text, word) in [
            ("Contributions, in thousands of US dollars", Some("thousands")),
            ("单位：万元", Some("ten-thousands")),
            ("5 million trees, 2025", None),
            ("Plan M, part T", None),
            ("千年基金", None),
            ("捐款（百万美元）", Some("millions")),
            ("Figures in US$ 000", Some("thousands")),
            ("Contributions (USD '000)", Some("thousands")),
            ("Contributions, EUR 000", Some("thousands")),
            ("In 000,000 USD", Some("millions")),
            ("Contas em milhares", Some("thousands")),
            ("5 000 trees", None),
            ("Contributions above USD 5,000", None),
            ("Trees in 2000", None),
        ] {
            assert_eq!(Multiple::of_text(text, false).map(Multiple::as_str), word, "{text}");
        }
    }

    #[test]
    fn amounts_become_whole_exactly() {
        let whole = |amount| Multiple(3).whole(amount);
        assert_eq!(whole("250").as_deref(), Some("250000"));
        assert_eq!(whole("92.615").as_deref(), Some("92615"));
        assert_eq!(whole("0.0015").as_deref(), Some("1.5"));
        assert_eq!(whole("-2.5").as_deref(), Some("-2500"));
        assert_eq!(whole("0").as_deref(), Some("0"));
        assert_eq!(whole("1,000"), None);
        let of_cents = |amount| Multiple(-2).whole(amount);
        assert_eq!(of_cents("12345").as_deref(), Some("123.45"));
        assert_eq!(of_cents("-5").as_deref(), Some("-0.05"));
        assert_eq!(of_cents("100.5").as_deref(), Some("1.005"));
        assert_eq!(Multiple(0).whole("12.50").as_deref(), Some("12.50"));
    }

    #[test]
    fn currencies_of_headings_are_known_by_sign_letters_and_name() {
        for (heading, sign) in [
            ("Amount (EUR)", Some("EUR")),
            ("Amount US$", Some("US$")),
            ("Montant en milliers d’euros", Some("€")),
            ("Сумма, тыс. руб.", Some("₽")),
            ("金额（千美元）", Some("US$")),
            ("Amount", None),
            ("AMOUNT DUE", None),
            ("Amount in Swiss Francs", Some("CHF")),
            ("Betrag (SFr.)", Some("SFr")),
            ("Amount (eur)", Some("EUR")),
            ("Amount pounds", Some("£")),
            ("Amount (Canadian dollars)", Some("CAD")),
            ("Montant (Dh)", Some("Dh")),
            ("المبلغ بالدرهم", Some("Dh")),
            ("المبلغ (درهم)", Some("Dh")),
            ("Montant en francs CFA", Some("CFA")),
            ("Amount (Europe)", None),
            ("Montant par rubrique", None),
            ("Amount in local currency", None),
        ] {
            assert_eq!(heading_currency(heading), sign, "{heading}");
        }
    }

    #[test]
    fn currencies_without_a_name_are_known() {
        for heading in [
            "Amount in local currency",
            "Amount (national currency)",
            "Amount (LCU)",
            "Betrag in Fremdwährung",
            "Montant en devise",
            "Importe en moneda local",
            "Сумма в национальной валюте",
            "المبلغ بالعملة المحلية",
            "外币金额",
        ] {
            assert!(unnamed_currency(heading).is_some(), "{heading}");
        }
        for heading in ["Amount", "Currency", "Betrag in Hauswährung", "Montant devisé"] {
            assert_eq!(unnamed_currency(heading), None, "{heading}");
        }
        assert!(!says_unnamed("Devise") && !says_unnamed("外币：欧元") && says_unnamed("Amounts in local currency"));
        assert!(is_heading_of_currencies("Doc. Curr.") && !is_heading_of_currencies("Curr. period"));
    }

    #[test]
    fn currencies_of_cells_are_known_by_their_names() {
        for (cell, currency) in [
            ("Euro", "EUR"),
            ("euros", "EUR"),
            ("eur", "EUR"),
            ("Yen", "JPY"),
            ("Swiss francs", "CHF"),
            ("SFr.", "CHF"),
            ("Pound sterling", "GBP"),
            ("CFA", "XOF"),
            ("RMB", "CNY"),
            ("Dollars", "USD"),
            ("US$", "USD"),
            ("人民币", "CNY"),
            ("евро", "EUR"),
        ] {
            assert!(currency_of_cell(cell).is_some_and(|sign| stands_for(sign, currency)), "{cell}");
        }
        for cell in ["Posted", "all", "Euro-Mediterranean", "Dollar Bay"] {
            assert_eq!(currency_of_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn titles_tell_of_money_and_of_other_things() {
        for (title, sign) in [
            ("Contributions, USD", Some("USD")),
            ("Contributions (in euros)", Some("€")),
            ("Pledges (COP)", Some("COP")),
            ("Взносы, в долларах", Some("$")),
            ("Aid to Ukraine", None),
            ("Lighthouses in Europe, 2025", None),
            ("ALL PLEDGES", None),
            ("ALL PLEDGES, EUR", Some("EUR")),
            ("TOP 10 DONORS", None),
            ("Contributions to COP 30", None),
            ("SOS at sea", None),
        ] {
            assert_eq!(currency_of_title(title), sign, "{title}");
        }
    }
}
