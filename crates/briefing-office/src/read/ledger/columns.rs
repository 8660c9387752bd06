//! The columns of a ledger: named in its first row, in any order.

use briefing_model::{Currency, Day, nearest};

use super::import::beside_amount;
use super::kinds::RowKind;
use crate::diagnostic::Code;
use crate::sheet::{HeadingSearch, KeyColumns, NumberFormat, Record, RowFault, RowStart, heading_name, is_digits};
use crate::tree::{list_of, short};

macro_rules! columns {
    ($($name:ident $text:literal,)*) => {
        /// A column by what it says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum ReadColumn { $($name,)* }

        impl ReadColumn {
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name in the first row.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

columns! {
    Id "id",
    Kind "kind",
    Effective "effective",
    Precision "precision",
    Recorded "recorded",
    Contributor "contributor",
    OnBehalfOf "on_behalf_of",
    Ref "ref",
    Amount "amount",
    Currency "currency",
    Schedule "schedule",
    Value "value",
    Received "received",
    Settles "settles",
    Partners "partners",
    RoundedTo "rounded_to",
    Fund "fund",
    Purposes "purposes",
    New "new",
    Itemizes "itemizes",
    Gift "gift",
    What "what",
    Period "period",
    Pledge "pledge",
    TrueEffective "true_effective",
    Source "source",
    Reference "reference",
    Certainty "certainty",
    Note "note",
}

impl ReadColumn {
    /// The columns of plain amounts.
    pub(super) const AMOUNTS: [Self; 4] = [Self::Amount, Self::Received, Self::Value, Self::RoundedTo];

    /// The columns that a fault of the ledger is about, the likeliest first; none where it is about an entry as a whole.
    pub(super) const fn about(code: Code) -> &'static [Self] {
        match code {
            Code::UnknownEntry | Code::WrongTarget | Code::RecordedBeforeTarget | Code::TargetStruckOut => {
                &[Self::Ref, Self::Pledge, Self::Itemizes]
            }
            Code::DuplicateReference => &[Self::Reference],
            Code::EffectiveBeforeTarget
            | Code::ReceiptBeforePledge
            | Code::EffectiveAfterRecorded
            | Code::CountsLater
            | Code::AfterIssue => &[Self::Effective],
            Code::RecordedAhead => &[Self::Recorded],
            Code::ContributorMismatch | Code::UnknownContributor => &[Self::Contributor, Self::OnBehalfOf],
            Code::CurrencyMismatch | Code::CurrencyCorrected => &[Self::Currency],
            Code::RepeatedPurpose | Code::UnknownPurpose | Code::ClosedProgramme | Code::EarmarkMismatch => {
                &[Self::Purposes]
            }
            Code::IntroductionContradiction => &[Self::New],
            Code::SettlesOtherwise => &[Self::Settles],
            Code::PledgeOrGift => &[Self::Gift],
            Code::UnknownFund => &[Self::Fund],
            Code::UnknownSource => &[Self::Source],
            Code::RefundAboveWorth => &[Self::Value],
            Code::OutOfProportion | Code::WithdrawnAbovePledged | Code::AssertionFailed => &[Self::Amount],
            _ => &[],
        }
    }

    /// The columns of days and months.
    pub(super) const DATES: [Self; 4] = [Self::Effective, Self::Recorded, Self::Period, Self::TrueEffective];
}

/// Columns no ledger can do without.
pub(super) const NEEDED: [ReadColumn; 4] =
    [ReadColumn::Id, ReadColumn::Kind, ReadColumn::Effective, ReadColumn::Recorded];

/// A row above the headings with more filled cells than this is not a title, but may be an entry.
pub(super) const MOST_IN_TITLE: usize = 2;

/// No ledger has more columns; a file that has more is not one.
const MOST_COLUMNS: usize = 100;

/// What a row is that should have the names of the columns.
pub(super) enum HeadingRow {
    Columns,
    Entry,
    Neither,
}

/// Which cell of a row belongs to which column.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// The place of each column, in the order of [`ReadColumn::ALL`].
    places: Vec<Option<usize>>,
    /// How many cells a row has.
    pub(super) width: usize,
}

impl Columns {
    /// How the row with the names of the columns is known.
    pub(super) fn heading() -> HeadingSearch {
        HeadingSearch { row: None, names: ReadColumn::ALL.iter().map(|column| column.name().to_owned()).collect() }
    }

    /// Whether a row below has the names of the columns once more, as where two tables were put together.
    pub(super) fn are_headings_of(&self, record: &Record) -> bool {
        [ReadColumn::Id, ReadColumn::Kind].into_iter().all(|column| {
            let cell = self.place(column).and_then(|at| record.get(at)).unwrap_or_default();
            cell.trim_ascii().eq_ignore_ascii_case(column.name().as_bytes())
        })
    }

    /// What the row seems to be that the table begins with.
    pub(super) fn expect(header: &Record) -> HeadingRow {
        let cells: Vec<String> = header.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        let known = Self::heading().score(header);
        let has_kind = cells.iter().any(|cell| cell.parse::<RowKind>().is_ok());
        let has_day = cells.iter().any(|cell| cell.parse::<Day>().is_ok());
        match known {
            0 | 1 if has_kind && has_day => HeadingRow::Entry,
            0..=3 => HeadingRow::Neither,
            _ => HeadingRow::Columns,
        }
    }

    /// The columns with these places among so many cells.
    pub(super) fn at(places: impl IntoIterator<Item = (ReadColumn, usize)>, width: usize) -> Self {
        let mut columns = Self { places: vec![None; ReadColumn::ALL.len()], width };
        for (column, at) in places {
            if let Some(place) = columns.places.get_mut(column as usize) {
                *place = Some(at);
            }
        }
        columns
    }

    /// Reads the row of headings; faults go to `fault`.
    pub(super) fn read(header: &Record, row: RowStart, mut fault: impl FnMut(RowFault)) -> Self {
        let mut places = vec![None; ReadColumn::ALL.len()];
        let mut fault = |cell, code, message: String, hint| fault(RowFault { row, cell, code, message, hint });
        if header.len() > MOST_COLUMNS {
            let message = format!("the first row has {} cells: is it a ledger?", header.len());
            fault(None, Code::UnknownColumn, message, None);
        }
        let mut misnamed = Vec::new();
        for (at, cell) in header.iter().enumerate().take(MOST_COLUMNS) {
            let name = heading_name(&String::from_utf8_lossy(cell));
            let known = ReadColumn::ALL.iter().position(|column| column.name() == name);
            match known.and_then(|known| places.get_mut(known)) {
                Some(place @ None) => *place = Some(at),
                Some(Some(_)) => {
                    let message = format!("the column `{}` is here twice", short(&name));
                    fault(Some(at), Code::UnknownColumn, message, None);
                }
                None => {
                    // A unit is often added in brackets: `Amount (USD)`.
                    let word = name.split(['(', '[']).next().unwrap_or_default().trim_end_matches('_');
                    let meant =
                        usual_name(word).or_else(|| nearest(word, ReadColumn::ALL.iter().map(|column| column.name())));
                    // What has a column already is not renamed to it.
                    let is_there =
                        |meant: &str| header.iter().any(|cell| heading_name(&String::from_utf8_lossy(cell)) == meant);
                    let is_remark = meant == Some(ReadColumn::Note.name());
                    let meant = meant.filter(|meant| !is_there(meant));
                    misnamed.extend(meant);
                    let beside = meant
                        .filter(|meant| ReadColumn::AMOUNTS.iter().any(|column| column.name() == *meant))
                        .and_then(|_| beside_amount(&String::from_utf8_lossy(cell)));
                    let hint = match meant {
                        Some(meant) => match beside {
                            Some(beside) => format!("did you mean `{meant}`? {beside}"),
                            None => format!("did you mean `{meant}`?"),
                        },
                        None if is_remark => "remarks go into the column `note`".to_owned(),
                        None => "rename it to the column that is meant; remarks go into the column `note`".to_owned(),
                    };
                    let what = if name.is_empty() {
                        "a column has no name".to_owned()
                    } else {
                        format!("there is no column `{}`", short(&name))
                    };
                    fault(Some(at), Code::UnknownColumn, what, Some(hint));
                }
            }
        }
        let columns = Self { places, width: header.len() };
        let is_missing = |column: &ReadColumn| columns.place(*column).is_none() && !misnamed.contains(&column.name());
        let missing: Vec<&str> = NEEDED.into_iter().filter(is_missing).map(ReadColumn::name).collect();
        let message = match missing.as_slice() {
            [] => return columns,
            [one] => format!("the column `{one}` is missing"),
            several => format!("the columns {} are missing", list_of(several)),
        };
        fault(None, Code::MissingColumn, message, None);
        columns
    }

    /// What to say of a table that is not laid out as a ledger, by the row that has the names of its columns, if it is one that has.
    pub(super) fn foreign(header: &Record) -> Option<(String, String)> {
        /// A ledger of which more is missing is another kind of table.
        const MOST_KNOWN: usize = 1;
        const FEWEST: usize = 3;
        let names = header.iter().take(MOST_COLUMNS).map(|cell| heading_name(&String::from_utf8_lossy(cell)));
        let names: Vec<String> = names.collect();
        let known = |name: &String| ReadColumn::ALL.iter().any(|column| column.name() == name);
        let needed = NEEDED.iter().filter(|column| names.iter().any(|name| name == column.name())).count();
        let unknown = names.iter().filter(|name| !name.is_empty() && !known(name)).count();
        if needed > MOST_KNOWN || (unknown < FEWEST && names.iter().any(known)) {
            return None;
        }
        let missing = NEEDED.iter().filter(|column| !names.iter().any(|name| name == column.name()));
        let missing: Vec<&str> = missing.map(|column| column.name()).collect();
        let mut meant: Vec<String> = Vec::new();
        for (cell, name) in header.iter().zip(&names).filter(|(_, name)| !known(name)) {
            let ours = usual_name(name.split(['(', '[']).next().unwrap_or_default().trim_end_matches('_'));
            let is_free = |ours: &&str| {
                !names.iter().any(|name| name == ours) && !meant.iter().any(|it| it.contains(&format!(" is `{ours}`")))
            };
            let ours = ours.filter(is_free);
            let theirs = String::from_utf8_lossy(cell);
            let beside = ours.filter(|ours| *ours == ReadColumn::Amount.name()).and_then(|_| beside_amount(&theirs));
            let beside = beside.map(|beside| format!(": {beside}")).unwrap_or_default();
            meant.extend(ours.map(|ours| format!("`{}` is `{ours}`{beside}", short(theirs.trim()))));
        }
        let meant = if meant.is_empty() { String::new() } else { format!(" ({})", meant.join("; ")) };
        let message = format!("the table is not laid out as a ledger: it has no {}", list_of(&missing));
        let hint = format!(
            "keep it under its own name and take its rows over with `briefing ledger import`; or name its columns as in \
             `id,kind,effective,recorded,contributor,amount`{meant}"
        );
        Some((message, hint))
    }

    /// Where the columns stand by which a row of totals is known.
    pub(super) fn key_columns(
        &self,
        currency: Currency,
        is_currency_said: bool,
        number_format: Option<NumberFormat>,
    ) -> KeyColumns {
        let places = |columns: &[ReadColumn]| columns.iter().filter_map(|column| self.place(*column)).collect();
        KeyColumns {
            kind: self.place(ReadColumn::Kind),
            amounts: places(&ReadColumn::AMOUNTS),
            dates: places(&ReadColumn::DATES),
            currency: self.place(ReadColumn::Currency),
            usual_currency: Some(currency.to_string()),
            converted: self.place(ReadColumn::Value).map(|at| (at, currency.to_string())),
            is_currency_said,
            currency_remedy: "write the row's currency into the column `currency`, or correct the cell's format",
            text_remedy: "the row's currency stands in the column `currency`",
            read: None,
            units_said: Vec::new(),
            number_format,
            left_out: None,
        }
    }

    /// What to say of a row that is none of the entries: a note below the table, a line between its parts, a remark.
    pub(super) fn no_entry(&self, record: &Record, row: RowStart) -> Option<RowFault> {
        const MOST: usize = 2;
        let fault = |message: String, hint: &str| {
            Some(RowFault { row, cell: None, code: Code::BadCell, message, hint: Some(hint.to_owned()) })
        };
        let first = record.text(0);
        let is_remark = first.trim_start().starts_with('#') || first.trim_start().starts_with("//");
        if is_remark && self.place(ReadColumn::Id) == Some(0) {
            let message = "the row is written as a remark, and a table has none".to_owned();
            return fault(message, "delete the row, or the mark before it if it is an entry");
        }
        let says = [ReadColumn::Kind, ReadColumn::Effective, ReadColumn::Recorded, ReadColumn::Amount];
        let is_blank = |column: &ReadColumn| self.place(*column).is_none_or(|at| record.is_blank_at(at));
        let filled = || (0..record.len()).filter(|&at| !record.is_blank_at(at));
        if record.len() < self.width || !says.iter().all(is_blank) || filled().count() > MOST {
            return None;
        }
        let text = filled().map(|at| record.text(at).trim().to_owned()).collect::<Vec<_>>().join(" ");
        let message = format!("the row says `{}`, and nothing of an entry", short(&text));
        fault(message, "delete the row; what is to be kept of an entry goes into its column `note`")
    }

    /// An amount of a row whose last digits stand in the cells behind it.
    pub(super) fn cut_amount(&self, record: &Record, format: Option<NumberFormat>, row: RowStart) -> Option<RowFault> {
        let column = |at: usize| ReadColumn::ALL.iter().copied().find(|column| self.place(*column) == Some(at));
        cut_amount(record, &column, format == Some(NumberFormat::European), row)
    }

    /// Where the column stands in a row.
    pub(super) fn place(&self, column: ReadColumn) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }
}

/// A cell of a workbook to the right of the headings.
pub(super) fn cell_beside(record: &Record, width: usize, row: RowStart) -> RowFault {
    let at = (width..record.len()).find(|&at| !record.is_blank_at(at)).unwrap_or(width);
    let message = format!("the cell says `{}`, and its column has no name", short(record.text(at).trim()));
    let hint = Some("move it into the column `note`, or delete it".to_owned());
    RowFault { row, cell: Some(at), code: Code::UnevenRow, message, hint }
}

/// A row with another number of cells than the headings, which `delimiter` separates, and what may be the cause.
pub(super) fn uneven_row(record: &Record, width: usize, delimiter: u8, row: RowStart) -> RowFault {
    let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let one = delimiter_in_words(delimiter);
    let amounts = || split_amounts(&cells, width).or_else(|| split_decimals(&cells, width));
    let amounts = (delimiter == b',').then(amounts).flatten();
    let cause = amounts.or_else(|| {
        let (at, text) = split_text(&cells, width, delimiter)?;
        Some((at, format!("a text with {one} needs quotation marks: `\"{text}\"`")))
    });
    let extra_is_blank = || cells.len() > width && (width..cells.len()).all(|at| record.is_blank_at(at));
    let cause = cause.or_else(|| {
        let hint = format!(
            "a text with {one} needs quotation marks; blank cells at the end are read where the headings have as many"
        );
        extra_is_blank().then_some((width, hint))
    });
    let usual = if cells.len() == 1 {
        format!(
            "write {one} for each empty cell; a cell with a line break in it stands between quotation marks; a note that is no entry is \
             deleted"
        )
    } else if cells.len() < width {
        format!("write {one} for each empty cell; a cell with a line break in it stands between quotation marks")
    } else {
        format!("a cell with {one} in it stands between quotation marks")
    };
    let (cell, hint) = cause.map_or((None, usual), |(at, hint)| (Some(at), hint));
    let hint = Some(hint);
    let message = match cells.len() {
        1 => format!("the row has one cell, but there are {width} headings"),
        count => format!("the row has {count} cells, but there are {width} headings"),
    };
    RowFault { row, cell, code: Code::UnevenRow, message, hint }
}

/// An amount whose last digits a comma has moved into the cells behind it, up to the last: `100,000` before a blank note.
///
/// `columns` says which of ours stands in a cell, and `has_comma` whether the decimals of amounts stand behind a comma.
pub(super) fn cut_amount(
    record: &Record,
    columns: &dyn Fn(usize) -> Option<ReadColumn>,
    has_comma: bool,
    row: RowStart,
) -> Option<RowFault> {
    let last = record.text(record.len().checked_sub(1)?);
    let last = last.trim();
    // Few rows end in a number that is none of their amounts.
    if !last.starts_with(|c: char| c.is_ascii_digit()) || last.len() > "000.00".len() {
        return None;
    }
    let is_amount = |at: usize| columns(at).is_some_and(|column| ReadColumn::AMOUNTS.contains(&column));
    let at = (0..record.len()).rev().find(|&at| is_amount(at) && !record.is_blank_at(at))?;
    let amount = record.text(at);
    let amount = amount.trim();
    let behind: Vec<String> = (at + 1..record.len()).map(|at| record.text(at).trim().to_owned()).collect();
    // A column of names may have such numbers, but for zeros.
    let is_text = |at: usize| {
        matches!(columns(at), Some(ReadColumn::Note | ReadColumn::Purposes | ReadColumn::What))
            || record.text(at).trim().bytes().all(|byte| matches!(byte, b'0' | b'.'))
    };
    let digits = amount.strip_prefix('-').unwrap_or(amount);
    let are_groups = || {
        let (whole, decimals) = last.split_once('.').unwrap_or((last, "0"));
        let begins = begins_thousands(digits);
        let are_whole = behind.iter().rev().skip(1).all(|group| is_digits(group) && group.len() == 3);
        begins && are_whole && is_digits(whole) && whole.len() == 3 && is_digits(decimals)
    };
    let are_decimals = || {
        let is_whole = NumberFormat::European.plain(digits).is_some_and(|plain| is_digits(&plain));
        has_comma && behind.len() == 1 && is_whole && is_digits(last) && last.len() == 2
    };
    if behind.is_empty() || !(at + 1..record.len()).all(is_text) || !(are_groups() || are_decimals()) {
        return None;
    }
    let whole = format!("{amount},{}", behind.join(","));
    let plain = if are_groups() { whole.replace(',', "") } else { format!("\"{whole}\"") };
    let hint = format!(
        "where it is, write `{plain}`, and a comma for each blank cell behind it; where it is a text of its own, write a word with it"
    );
    Some(rest_of_amount(amount, &behind, row, at, hint))
}

fn rest_of_amount(amount: &str, behind: &[String], row: RowStart, at: usize, hint: String) -> RowFault {
    let behind = behind.join(",");
    let message = format!(
        "`{}` may be the rest of the amount `{}`: a comma separates cells",
        short(&behind),
        short(&format!("{amount},{behind}"))
    );
    RowFault { row, cell: Some(at), code: Code::BadAmount, message, hint: Some(hint) }
}

/// As [`cut_amount`], of an amount whose thousands are followed by other cells: of the one in that cell, and `behind` says how many of
/// those after it may have been within it. `own_column` is what to do where they are not.
pub(super) fn cut_thousands(
    record: &Record,
    at: usize,
    behind: std::ops::Range<usize>,
    row: RowStart,
    own_column: &str,
) -> Option<RowFault> {
    let amount = record.text(at);
    let amount = amount.trim();
    let is_whole = |group: &str| is_digits(group) && group.len() == 3;
    let mut groups = Vec::new();
    for at in behind {
        let text = record.text(at);
        let group = text.trim();
        let (whole, decimals) = group.split_once('.').unwrap_or((group, "0"));
        if !is_whole(whole) || !is_digits(decimals) {
            break;
        }
        groups.push(group.to_owned());
        if whole != group {
            break;
        }
    }
    if groups.is_empty() || !begins_thousands(amount) {
        return None;
    }
    let plain = format!("{amount}{}", groups.concat());
    Some(rest_of_amount(amount, &groups, row, at, format!("where it is, write `{plain}` in the export; {own_column}")))
}

/// Whether a number may be what stands before the first mark between thousands.
pub(super) fn begins_thousands(amount: &str) -> bool {
    let digits = amount.strip_prefix('-').unwrap_or(amount);
    is_digits(digits) && digits.len() <= 3 && !digits.starts_with('0')
}

/// One of what separates the columns.
fn delimiter_in_words(delimiter: u8) -> String {
    match delimiter {
        b',' => "a comma".to_owned(),
        b';' => "a semicolon".to_owned(),
        b'\t' => "a tab".to_owned(),
        other => format!("`{}`", char::from(other).escape_default()),
    }
}

/// The first text that the delimiter has split where a space follows it: the first of its cells, and the text as it was.
fn split_text(cells: &[String], width: usize, delimiter: u8) -> Option<(usize, String)> {
    let surplus = cells.len().checked_sub(width).filter(|surplus| *surplus > 0)?;
    let goes_on = |cell: &String| cell.starts_with(' ') && !cell.trim().is_empty();
    let at = cells.windows(2).position(|pair| match pair {
        [left, right] => goes_on(right) && !left.trim().is_empty(),
        _ => false,
    })?;
    let more = cells.iter().skip(at + 1).take(surplus).take_while(|cell| goes_on(cell)).count();
    let text = cells.get(at..=at + more)?.join(char::from(delimiter).encode_utf8(&mut [0; 4]));
    // In a cell between quotation marks, those of its text are doubled.
    let text = text.trim().replace('"', "\"\"");
    (text.chars().count() <= LONGEST_PROPOSAL && !text.contains(char::is_control)).then_some((at, text))
}

/// The longest text that is proposed as a whole: half of one would be taken for all of it.
const LONGEST_PROPOSAL: usize = 200;

/// Amounts that the commas between their thousands have split into cells: the first of those, and what to do.
///
/// A number is proposed where the cells beyond the headings are just those that the commas made: the amount beside it may have three
/// digits as well.
fn split_amounts(cells: &[String], width: usize) -> Option<(usize, String)> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let surplus = cells.len().checked_sub(width).filter(|&surplus| surplus > 0)?;
    // In India the groups before the last have two digits.
    let goes_on = |cell: &String| matches!(cell.split('.').next().unwrap_or_default().len(), 2 | 3);
    let mut found: Vec<(usize, &[String])> = Vec::new();
    let mut at = 0;
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        let begins = rest.first().is_some_and(|first| is_number(first) && first.len() <= 3 && !first.starts_with('0'));
        let is_group = |cell: &String| {
            let (whole, decimals) = cell.split_once('.').unwrap_or((cell, "0"));
            goes_on(cell) && is_number(whole) && is_number(decimals)
        };
        let more = rest.iter().skip(1).take_while(|cell| is_group(cell)).collect::<Vec<_>>();
        // Only the last group has decimals.
        let whole = more.iter().take_while(|cell| !cell.contains('.')).count();
        let count = if begins { (whole + 1).min(more.len()) } else { 0 };
        let last = more.get(count.wrapping_sub(1)).and_then(|cell| cell.split('.').next());
        if last.is_some_and(|last| last.len() == 3) {
            found.extend(rest.get(..=count).map(|parts| (at, parts)));
        }
        at += count + 1;
    }
    let (first, _) = found.first()?;
    let made: usize = found.iter().map(|(_, parts)| parts.len() - 1).sum();
    let hint = if made == surplus {
        let amounts: Vec<String> = found.iter().map(|(_, parts)| format!("`{}`", parts.concat())).collect();
        format!("an amount has no separators between its thousands: write {}", amounts.join(" and "))
    } else {
        "an amount has no separators between its thousands: write its digits without commas".to_owned()
    };
    Some((*first, hint))
}

/// Amounts with a comma before their decimals, as in 92615,50 or 100.000,00, which it has split into two cells: the first of those, and what to
/// do, where there are as many as the row has cells beyond the headings.
fn split_decimals(cells: &[String], width: usize) -> Option<(usize, String)> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let amount = |pair: &[String]| match pair {
        [before, decimals] if decimals.len() == 2 && is_digits(decimals) && is_digits(before.get(..1)?) => {
            NumberFormat::European.plain(&format!("{before},{decimals}"))
        }
        _ => None,
    };
    let found: Vec<(usize, String)> =
        cells.windows(2).enumerate().filter_map(|(at, pair)| Some((at, amount(pair)?))).collect();
    let surplus = cells.len().checked_sub(width)?;
    let (first, _) = found.first().filter(|_| found.len() == surplus)?;
    let amounts: Vec<String> = found.iter().map(|(_, amount)| format!("`{amount}`")).collect();
    Some((*first, format!("an amount has a point before its decimals: write {}", amounts.join(" and "))))
}

/// What people call a column.
fn usual_name(word: &str) -> Option<&'static str> {
    Some(match word {
        "date" | "effective_date" | "value_date" | "date_of_pledge" | "pledge_date" | "datum" | "fecha" | "дата"
        | "日期" | "التاريخ" => "effective",
        "buchungsdatum" | "date_recorded" | "recorded_on" | "record_date" | "entered" | "entry_date" | "booked"
        | "posting_date" => "recorded",
        "country"
        | "donor"
        | "partner"
        | "member_state"
        | "state"
        | "pays"
        | "donateur"
        | "bailleur"
        | "bailleur_de_fonds"
        | "geber"
        | "spender"
        | "contributeur"
        | "país"
        | "pais"
        | "donante"
        | "донор"
        | "страна"
        | "捐助方"
        | "捐助国"
        | "捐款方"
        | "国家"
        | "الجهة_المانحة" => "contributor",
        "sum" | "montant" | "monto" | "importe" | "betrag" | "сумма" | "金额" | "المبلغ" => "amount",
        "type" | "entry_type" | "art" | "tipo" | "тип" | "类型" => "kind",
        "no" | "no." | "n°" | "nº" | "№" | "number" | "entry" | "entry_id" | "nr" | "nr." | "lfd._nr." | "编号"
        | "序号" => "id",
        "devise" | "moneda" | "währung" | "ccy" | "валюта" | "货币" | "币种" | "العملة" => "currency",
        "purpose" | "earmark" | "programme" | "project" | "objet" | "zweck" | "finalidad" | "назначение" | "用途" => {
            "purposes"
        }
        "voucher" | "ref_no" | "beleg" | "referencia" | "référence" => "reference",
        "remark"
        | "remarks"
        | "comment"
        | "comments"
        | "notes"
        | "observations"
        | "observaciones"
        | "bemerkung"
        | "bemerkungen"
        | "commentaires"
        | "remarque"
        | "примечание"
        | "备注" => "note",
        _ => return None,
    })
}
