//! `ledger.csv` or `ledger.xlsx`: the entries of the ledger, a row each.

mod amounts;
mod columns;
mod entry;
mod import;
mod intern;
mod kinds;
mod neighbours;
mod purposes;
mod rates;
mod repeated;
mod row;
mod table;
mod unsaid;
mod within;
mod write;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

pub use self::import::{Export, Import, ImportRow, RowFate, plan_import, plan_import_with};
pub use self::write::{UnwritableEntry, ledger_csv, ledger_ndjson};
use briefing_model::{
    AsOf, Day, EntryId, EventId, Fault, FieldPath, InvalidLedger, Ledger, LedgerEntry, LedgerReferences,
    LedgerSettings, Month, MonthPlan, OfficeDraft, Severity, Step, Subject, UnreadEntries,
};

use self::columns::{Columns, ReadColumn};
use self::entry::EntryContext;
use self::row::RowFaults;
use self::table::{LedgerTable, check_titles, header};
use super::copies;
use super::folder::OFFICE_FILE;
use super::office::OfficeFile;
use super::settings::{LedgerFile, LedgerPlan, USUAL_FILE};
use crate::diagnostic::{Code, Diagnostic, FileSpan, MOST_PER_CODE};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::look_alike;
use crate::published;
use crate::sheet::{ReadStep, Record, RowFault, Rows, TableOptions};
use crate::source::foreign_kind;
use crate::tree::Log;

/// The largest ledger, in bytes.
const LARGEST_FILE: u64 = 1024 * 1024 * 1024;

/// The names of all columns.
pub(crate) fn column_names() -> Vec<&'static str> {
    columns::ReadColumn::ALL.iter().map(|column| column.name()).collect()
}

/// Reads the office's ledger; an empty one where the office names none and has none.
pub(super) fn read(files: &dyn Files, office: &OfficeFile, log: &Log) -> Option<Ledger> {
    let plan = &office.ledger;
    let file = plan.file.as_ref()?;
    // Without all of its settings nothing certain can be said of it.
    let settings = FieldPath::office().key("ledger");
    let draft = office.draft.as_ref().filter(|draft| !draft.gaps().iter().any(|gap| settings.contains(gap)))?;
    // Beside an office that is not there, what its ledger comes to is nothing to report.
    let there = OFFICE_FILE.parse().is_ok_and(|path| files.open(&path).is_ok());
    if !there {
        return None;
    }
    let path = &file.path;
    if let Err(FileError::NotFound) = files.open(path).map(|_| ()) {
        let Some(named_at) = &plan.named_at else {
            return Ledger::new(plan.settings.clone(), Vec::new()).ok();
        };
        let fault = Diagnostic::new(Code::NoLedger, named_at.clone(), format!("there is no file `{path}`"));
        let hint = misnamed(files, path);
        let usual = || format!("put `{path}` back into the office's folder, or correct `file` under `[ledger]`");
        log.push(fault.with_hint(hint.unwrap_or_else(usual)));
        return None;
    }
    // How it counts stands in `office.toml`.
    if !draft.gaps().iter().any(|gap| gap.contains(&settings)) {
        let counting = Counting { settings: &plan.settings, is_currency_said: plan.is_currency_said, is_settled: true };
        return read_as(files, file, draft, &counting, log);
    }
    // Without that, what is wrong is wrong in whatever currency it counts.
    let found = ASSUMED.iter().filter_map(|code| code.parse().ok()).map(|currency| {
        let (settings, log) = (LedgerSettings { currency, ..plan.settings.clone() }, Log::default());
        let counting = Counting { settings: &settings, is_currency_said: false, is_settled: false };
        read_as(files, file, draft, &counting, &log);
        log.into_diagnostics()
    });
    let found: Vec<_> = found.collect();
    if let [first, others @ ..] = found.as_slice() {
        let in_all = |fault: &&Diagnostic| others.iter().all(|found| found.iter().any(|other| other == *fault));
        first.iter().filter(in_all).for_each(|fault| log.push(fault.clone()));
    }
    None
}

/// Currencies of which two never make the same fault of a cell for their own sake.
const ASSUMED: [&str; 2] = ["USD", "BHD"];

/// The settings by which a ledger counts.
struct Counting<'s> {
    settings: &'s LedgerSettings,
    /// Whether the office says the currency.
    is_currency_said: bool,
    /// Whether the settings are known, and not assumed.
    is_settled: bool,
}

/// Reads the ledger as it counts by the settings; without a value if they are not settled, as with other faults.
fn read_as(
    files: &dyn Files,
    file: &LedgerFile,
    draft: &OfficeDraft,
    &Counting { settings, is_currency_said, is_settled }: &Counting<'_>,
    log: &Log,
) -> Option<Ledger> {
    let path = &file.path;
    let mut sheet = match open(files, file) {
        Ok(sheet) => sheet,
        Err(diagnostic) => {
            log.push(*diagnostic);
            return None;
        }
    };
    let faults = RefCell::new(RowFaults::default());
    let mut context = EntryContext::new(draft.directory(), settings.currency);
    let mut unread = UnreadEntries::default();
    let mut entries = Vec::new();
    let elsewhere = |sheet: &Rows<'_>, hidden| sheet.sheet_with(files, path, columns::NEEDED.len(), hidden);
    if let Some(columns) = header(&mut sheet, &mut Record::default(), elsewhere, &faults) {
        sheet.set_columns(columns.key_columns(settings.currency, is_currency_said, sheet.number_format()));
        check_titles(&sheet, &columns, settings.currency, &faults);
        let mut table = LedgerTable { sheet: &mut sheet, columns: &columns, faults: &faults, unread: &mut unread };
        entries = table.entries(&mut context);
    }

    let mut faults = faults.into_inner();
    for fault in repeated::contradictions(&context.repeated, &entries) {
        faults.push(fault);
    }
    let mut unsaid = unsaid::currencies(&context.unsaid, &entries, context.currency);
    for fault in std::mem::take(&mut unsaid.faults) {
        faults.push(fault);
    }
    let sound = faults.errors == 0;
    // A cell that is not closed has other rows in it.
    if faults.counts.contains_key(&Code::OpenQuote) {
        unread.mention_anything();
    }
    report(files, path, &sheet, faults, log);
    if !is_settled {
        unread.mention_anything();
    }
    if !(sound && is_settled) {
        // What is wrong with the other rows may be mended in the same go.
        let faults = Ledger::faults_beside(settings.clone(), entries, &unread);
        report_ledger(files, file, unsaid.without_told(faults), log);
        return None;
    }
    reported(files, file, Ledger::new(settings.clone(), entries), log)
}

/// The ledger, with its warnings reported, or what is wrong with it as a whole.
fn reported(files: &dyn Files, file: &LedgerFile, ledger: Result<Ledger, InvalidLedger>, log: &Log) -> Option<Ledger> {
    match ledger {
        Ok(ledger) => {
            let mut warnings = ledger.warnings().to_vec();
            warnings.extend(neighbours::out_of_line(ledger.entries()));
            warnings.extend(rates::out_of_line(ledger.entries()));
            report_ledger(files, file, warnings, log);
            Some(ledger)
        }
        Err(invalid) => {
            report_ledger(files, file, invalid.faults, log);
            None
        }
    }
}

/// Looks for the ledger where the office does not name its file: `ledger.csv`, or else a file that is called so and is of
/// another kind.
pub(super) fn find(files: &dyn Files, plan: &mut LedgerPlan, log: &Log) {
    /// Those that can be read come first; the others are refused by their names.
    const ENDINGS: [&str; 10] = ["csv", "xlsx", "xlsm", "tsv", "txt", "xls", "xlsb", "ods", "fods", "numbers"];
    let Some(file) = plan.file.as_mut() else { return };
    let Ok(entries) = files.list(None) else { return };
    if plan.is_named {
        report_copies(&entries, file, log);
        return;
    }
    let rank = |name: &str| {
        let (stem, ending) = name.rsplit_once('.')?;
        let rank = ENDINGS.iter().position(|known| known.eq_ignore_ascii_case(ending))?;
        stem.eq_ignore_ascii_case("ledger").then_some((name != USUAL_FILE, rank))
    };
    let mut found: Vec<_> = entries
        .iter()
        .filter(|entry| !entry.is_folder)
        .filter_map(|entry| rank(&entry.name).map(|rank| (rank, entry.name.as_str())))
        .collect();
    found.sort();
    let Some(((_, name), others)) = found.split_first() else { return };
    if let Ok(path) = name.parse() {
        file.path = path;
    }
    report_copies(&entries, file, log);
    if let Some((_, other)) = others.first() {
        let message = format!("`{name}` is read as the ledger, and `{other}` is not");
        let hint = format!("name the one that counts: `file = \"{other}\"` or `file = \"{name}\"` under `[ledger]`");
        log.push(Diagnostic::new(Code::TwoLedgers, FileSpan::whole_file(name), message).with_hint(hint));
    }
}

/// Reports copies of the ledger: a browser numbers what it loads down again, so one of them may be the later one.
fn report_copies(entries: &[FolderEntry], file: &LedgerFile, log: &Log) {
    let read = file.path.as_str();
    if !entries.iter().any(|entry| entry.name == read) {
        return;
    }
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let is_copy = |entry: &&FolderEntry| {
        let name = entry.name.as_str();
        let is_table = name.rsplit_once('.').is_some_and(|(_, ending)| Table::of(&ending.to_lowercase()).is_some());
        let copied = copies::original(&stem(name)).is_some_and(|of| of == stem(read));
        let hidden = name.to_lowercase() == format!("{}.txt", read.to_lowercase());
        // `ledger_final.csv`, `old ledger 2024.csv`, `ledger.csv.bak`; the other endings of its own name are told where one is chosen.
        let called = stem(name) != stem(read) && has_word(&stem(name), &stem(read));
        let is_own = name == read || copies::is_companion(name);
        !entry.is_folder && !is_own && is_table && (copied || hidden || called)
    };
    for entry in entries.iter().filter(is_copy) {
        let message = format!("`{read}` is read as the ledger, and `{}` is not", entry.name);
        let hint = format!(
            "if it is the newer one, put it in the place of `{read}`; if it is a copy, move it out of the office folder"
        );
        log.push(Diagnostic::new(Code::TwoLedgers, FileSpan::whole_file(&entry.name), message).with_hint(hint));
    }
}

/// Whether a name has another as one of its words.
fn has_word(name: &str, word: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (name, word) = (words(name), words(word));
    !word.is_empty() && name.windows(word.len()).any(|part| part == word)
}

/// What to do with the file that is probably the ledger, under a name that editors and spreadsheets give it.
fn misnamed(files: &dyn Files, path: &FolderPath) -> Option<String> {
    let wanted = path.to_string();
    let stem = wanted.rsplit_once('.').map_or(wanted.as_str(), |(stem, _)| stem).to_lowercase();
    let entries = files.list(None).ok()?;
    let tables = entries.iter().filter(|entry| !entry.is_folder).filter_map(|entry| {
        let name = entry.name.as_str();
        // What programs write beside a file while it is open.
        if name.starts_with(['~', '.']) {
            return None;
        }
        let table = Table::of(&name.rsplit_once('.')?.1.to_lowercase())?;
        // A text may be anything unless its name says what it is.
        let holds = !matches!(table, Table::Text) || name.to_lowercase().starts_with(&format!("{stem}."));
        holds.then_some((name, table))
    });
    let tables: Vec<(&str, Table)> = tables.collect();
    // The one of that name, then one whose name goes on, then the only one there is.
    let begins = |with: &str| tables.iter().find(|(name, _)| name.to_lowercase().starts_with(with));
    let (name, table) = match begins(&format!("{stem}.")).or_else(|| begins(&stem)) {
        Some(found) => found,
        None => tables.first().filter(|_| tables.len() == 1)?,
    };
    Some(match table {
        Table::Read => format!("write `file = \"{name}\"` under `[ledger]` if `{name}` is the ledger"),
        Table::Text => format!("rename `{name}` to `{wanted}`"),
        Table::Foreign => {
            let saved = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
            format!("save `{name}` as an Excel workbook, and write `file = \"{saved}.xlsx\"` under `[ledger]`")
        }
    })
}

/// What a file may be by its ending.
enum Table {
    /// One that is read.
    Read,
    /// One that may be, under a name that hides it.
    Text,
    /// One of another program.
    Foreign,
}

impl Table {
    fn of(ending: &str) -> Option<Self> {
        match ending {
            "csv" | "tsv" | "xlsx" | "xlsm" => Some(Self::Read),
            "txt" | "bak" => Some(Self::Text),
            "xls" | "xlsb" | "ods" | "fods" | "numbers" => Some(Self::Foreign),
            _ => None,
        }
    }
}

/// Opens the ledger's file, wherever in it the names of the columns are.
fn open<'f>(files: &'f dyn Files, file: &LedgerFile) -> Result<Rows<'f>, Box<Diagnostic>> {
    let options = TableOptions { heading: Columns::heading(), ..file.options.clone() };
    let mut start = [0; 64];
    let length = files.open(&file.path).ok().and_then(|mut bytes| bytes.read(&mut start).ok()).unwrap_or_default();
    // Those that are called workbooks have a message of their own.
    let ending = file.path.as_str().to_lowercase().rsplit('.').next().unwrap_or_default().to_owned();
    let (is_workbook, is_text) = (ending.starts_with("xls"), ["csv", "tsv", "txt"].contains(&ending.as_str()));
    if let Some(kind) = foreign_kind(start.get(..length).unwrap_or_default())
        && (is_text || !is_workbook && kind == "a web page")
    {
        let name = file.path.as_str();
        let message = format!("the file is {kind}, and not a table");
        let hint = if kind == "a web page" {
            "download the table again, or save it as CSV: a page such as one to sign in was saved in its place"
                .to_owned()
        } else if start.starts_with(b"PK") {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            format!(
                "if it is a workbook of Excel, rename it to `{stem}.xlsx`, and write that name where `file` stands under `[ledger]`"
            )
        } else {
            "save the table as CSV, or as a workbook of Excel (.xlsx)".to_owned()
        };
        return Err(Box::new(Diagnostic::new(Code::ForeignFile, FileSpan::whole_file(name), message).with_hint(hint)));
    }
    Rows::open(files, &file.path, LARGEST_FILE, &options)
}

fn report(files: &dyn Files, path: &FolderPath, sheet: &Rows<'_>, faults: RowFaults, log: &Log) {
    let RowFaults { mut kept, mut counts, .. } = faults;
    // What is merged is reported as such.
    let is_told = |fault: &RowFault| {
        fault.code == Code::MissingCell && fault.cell.is_some_and(|at| sheet.is_below_merged(fault.row, at))
    };
    if let Some(count) = counts.get_mut(&Code::MissingCell) {
        *count = count.saturating_sub(kept.iter().filter(|fault| is_told(fault)).count());
    }
    kept.retain(|fault| !is_told(fault));
    for diagnostic in sheet.locate(files, path, kept) {
        if let Some(count) = counts.get_mut(&diagnostic.code) {
            *count -= 1;
        }
        log.push(diagnostic);
    }
    for (code, more) in counts {
        log.count(code, more);
    }
}

/// Gives the ledger's own faults the places of their entries.
pub(super) fn report_ledger(files: &dyn Files, file: &LedgerFile, faults: Vec<Fault>, log: &Log) {
    if faults.is_empty() {
        return;
    }
    let found = find_subjects(files, file, &faults);
    for (at, mut fault) in faults.into_iter().enumerate() {
        if fault.code == Code::UnknownEntry {
            // Ids that look alike are either the one that is named or the one that is meant.
            let words = fault.message.split('`').chain(fault.hint.iter().flat_map(|hint| hint.split('`')));
            fault.hint = words.into_iter().find_map(look_alike::advice).or(fault.hint);
        }
        // The first place that is asked for is the fault's own; the others are of the entries beside it.
        let mut own = found.get(&SoughtCell::OfFault(at)).cloned();
        let place = |path: FieldPath| {
            let place = match path.subject() {
                Subject::Entry(id) => {
                    own.take().or_else(|| found.get(&SoughtCell::OfEntry(id.as_str().to_owned())).cloned())
                }
                Subject::Office | Subject::Ledger | Subject::Month(_) | Subject::Briefing => None,
            };
            place.unwrap_or_else(|| FileSpan::whole_file(file.path.as_str()))
        };
        // Each month asks the ledger again.
        log.push_once(fault.map_place(place));
    }
}

/// Warns of entries that were recorded after that day.
pub(super) fn check_recorded(files: &dyn Files, file: &LedgerFile, ledger: &Ledger, today: Day, log: &Log) {
    let ahead = ledger.entries().iter().filter(|entry| entry.recorded > today).take(MOST_PER_CODE + 1);
    let faults = ahead.map(|entry| {
        let message = format!("`{}`: recorded on {}, which has not come yet", entry.id, entry.recorded);
        Fault::new(Code::RecordedAhead, FieldPath::entry(Some(entry.id.clone())), message)
    });
    report_ledger(files, file, faults.collect(), log);
}

/// What the ledger names and the folder does not have: events, which are known once every month is read, and programmes that had
/// closed. Everything else was asked for row by row, and rows that name what is not there are no entries.
pub(super) fn check_references(
    files: &dyn Files,
    file: &LedgerFile,
    office: &OfficeDraft,
    ledger: &Ledger,
    events: Option<BTreeSet<EventId>>,
    log: &Log,
) {
    let mut faults = ledger.check_references(&LedgerReferences::of(office.data(), office.gaps(), events));
    faults.retain(|fault| fault.code != Code::UnknownSource);
    report_ledger(files, file, faults, log);
}

/// What the ledger dates after the month that it is printed in, and what went back of which the issue, or the one before it, does not know
/// that it had arrived; whether there is nothing of the second. An issue that went out stays as it is, and is only asked for the first.
pub(super) fn check_issue(
    files: &dyn Files,
    file: &LedgerFile,
    ledger: &Ledger,
    plan: &MonthPlan,
    reads_all: bool,
    log: &Log,
) -> bool {
    let is_error = |fault: &Fault| fault.severity == Severity::Error;
    let ask = |month: Month, known: Day| {
        let mut faults = ledger.check_issue(AsOf { in_effect: month.last_day(), known });
        let went_out = published::exists(files, month);
        faults.retain(|fault| !went_out || !is_error(fault));
        faults
    };
    let mut before = plan.previous.map(|issue| ask(issue.month, issue.cutoff)).unwrap_or_default();
    before.retain(is_error);
    let mut faults = ask(plan.month, plan.cutoff());
    let is_sound = before.is_empty() && !faults.iter().any(is_error);
    // One slip shows in each issue until the payment is known; the first of them says it, or the one that is read alone.
    faults.retain(|fault| {
        !before.iter().any(|other| is_error(fault) && other.entries().next() == fault.entries().next())
    });
    if !reads_all {
        faults.extend(before);
    }
    if !faults.is_empty() {
        // One that took effect after it was recorded has a wrong date, whatever the issue.
        let ahead = |entry: &&LedgerEntry| entry.effective.first_day().is_some_and(|first| first > entry.recorded);
        let ahead: BTreeSet<&EntryId> = ledger.entries().iter().filter(ahead).map(|entry| &entry.id).collect();
        faults.retain(|fault| is_error(fault) || !fault.entries().any(|entry| ahead.contains(entry)));
    }
    report_ledger(files, file, faults, log);
    is_sound
}

/// Where an entry stands in the ledger.
pub(super) fn locate_entry(files: &dyn Files, file: &LedgerFile, entry: &EntryId) -> Option<FileSpan> {
    find_entries(files, file, &BTreeSet::from([entry.as_str()])).remove(entry.as_str())
}

/// The first cells of those that are printed which have each of some words, or characters.
pub(super) fn locate_words(files: &dyn Files, file: &LedgerFile, words: &[&str]) -> BTreeMap<String, FileSpan> {
    const PRINTED: [ReadColumn; 2] = [ReadColumn::Purposes, ReadColumn::What];
    let mut left: BTreeSet<&str> = words.iter().copied().collect();
    find_cells(files, file, |columns, record| {
        let has = |at: &usize, words: &str| record.text(*at).contains(words);
        let place = |words: &str| PRINTED.iter().filter_map(|column| columns.place(*column)).find(|at| has(at, words));
        let found: Vec<_> = left.iter().filter_map(|words| Some((place(words)?, (*words).to_owned()))).collect();
        left.retain(|words| found.iter().all(|(_, of)| of != words));
        found
    })
}

/// A cell that faults of the ledger are shown at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum SoughtCell {
    /// What a fault is about, by its place among the faults.
    OfFault(usize),
    /// An entry that a fault names, by its id.
    OfEntry(String),
}

/// Where the cells stand that faults are about, and the entries that they name; of two with one id, the later.
fn find_subjects(files: &dyn Files, file: &LedgerFile, faults: &[Fault]) -> BTreeMap<SoughtCell, FileSpan> {
    let wanted: BTreeSet<&str> = faults.iter().flat_map(Fault::entries).map(EntryId::as_str).collect();
    let mut of_entry: BTreeMap<&str, Vec<(usize, &Fault)>> = BTreeMap::new();
    for (at, fault) in faults.iter().enumerate() {
        if let Some(Subject::Entry(id)) = fault.place.as_ref().map(FieldPath::subject) {
            of_entry.entry(id.as_str()).or_default().push((at, fault));
        }
    }
    find_cells(files, file, |columns, record| {
        let Some(id_at) = columns.place(ReadColumn::Id) else { return Vec::new() };
        let id = record.text(id_at);
        let id = id.trim();
        if !wanted.contains(id) {
            return Vec::new();
        }
        let of_faults = of_entry.get(id).into_iter().flatten();
        let cell = |(at, fault): &(usize, &Fault)| {
            (cell_of(fault, columns, record).unwrap_or(id_at), SoughtCell::OfFault(*at))
        };
        of_faults.map(cell).chain([(id_at, SoughtCell::OfEntry(id.to_owned()))]).collect()
    })
}

/// The cell of an entry's row that a fault is about; none where it is about the entry as a whole, or the cell is blank.
fn cell_of(fault: &Fault, columns: &Columns, record: &Record) -> Option<usize> {
    let mut steps = fault.place.iter().flat_map(FieldPath::steps);
    let named = steps.find_map(|step| match step {
        Step::Key(key) => ReadColumn::ALL.iter().find(|column| column.name() == key),
        Step::Item { .. } => None,
    });
    let candidates = named.map_or_else(|| ReadColumn::about(fault.code), std::slice::from_ref);
    let filled = || {
        let cells = candidates.iter().filter_map(|column| columns.place(*column));
        cells.map(|at| (at, record.text(at))).filter(|(_, text)| !text.trim().is_empty())
    };
    let quoted = filled().find(|(_, text)| fault.message.contains(&format!("`{}`", text.trim())));
    quoted.or_else(|| filled().next()).map(|(at, _)| at)
}

/// Where entries stand, by id; of two with one id, the later.
fn find_entries(files: &dyn Files, file: &LedgerFile, wanted: &BTreeSet<&str>) -> BTreeMap<String, FileSpan> {
    find_cells(files, file, |columns, record| {
        let id = |at: usize| std::str::from_utf8(record.get(at)?).ok().map(str::trim);
        let cell = columns.place(ReadColumn::Id).and_then(|at| Some((at, id(at)?)));
        cell.filter(|(_, id)| wanted.contains(id)).map(|(at, id)| (at, id.to_owned())).into_iter().collect()
    })
}

/// Where cells stand, by what is `wanted` of each row; of two for one thing, the later.
///
/// Rows do not keep their places, because a ledger may have a million of them and few are ever asked for.
fn find_cells<K: Ord + Clone>(
    files: &dyn Files,
    file: &LedgerFile,
    mut wanted: impl FnMut(&Columns, &Record) -> Vec<(usize, K)>,
) -> BTreeMap<K, FileSpan> {
    let mut found = BTreeMap::new();
    let Ok(mut sheet) = open(files, file) else { return found };
    let mut record = Record::default();
    let faults = RefCell::new(RowFaults::default());
    let Some(columns) = header(&mut sheet, &mut record, |_, _| None, &faults) else { return found };
    let (mut cells, mut keys) = (Vec::new(), Vec::new());
    while let ReadStep::Row(row) = sheet.step(&mut record) {
        for (at, key) in wanted(&columns, &record) {
            // What is found says which of them it is.
            let message = keys.len().to_string();
            cells.push(RowFault { row, cell: Some(at), code: Code::BadCell, message, hint: None });
            keys.push(key);
        }
    }
    for diagnostic in sheet.locate(files, &file.path, cells) {
        let key = diagnostic.message.parse().ok().and_then(|at: usize| keys.get(at));
        found.extend(key.cloned().zip(diagnostic.place));
    }
    found
}
