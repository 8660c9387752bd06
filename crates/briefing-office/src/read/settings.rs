//! `[ledger]`: where the ledger is, and how its money is counted and shown.

use briefing_model::{ChartSettings, Coverage, LedgerSettings, MultiYear, OrgansCount, Reach};

use super::office;
use crate::diagnostic::{Code, FileSpan};
use crate::files::FolderPath;
use crate::sheet::{NumberFormat, TableOptions};
use crate::tree::{TomlTable, TomlValue};

/// The ledger's file when the office does not name one.
pub(super) const USUAL_FILE: &str = "ledger.csv";

/// Where the ledger is and how it counts.
#[derive(Debug, Clone)]
pub(super) struct LedgerPlan {
    /// `None` when the office names a file outside the folder.
    pub(super) file: Option<LedgerFile>,
    /// Where the office names it; `None` when it does not, and may have no ledger.
    pub(super) named_at: Option<FileSpan>,
    /// Whether the office names the file itself, so that no other is looked for.
    pub(super) is_named: bool,
    /// Whether the office says the currency, so that it is not only assumed.
    pub(super) is_currency_said: bool,
    pub(super) settings: LedgerSettings,
    /// By how many per cent a total may differ from that of the previous issue.
    pub(super) largest_change: Option<u16>,
}

/// A file with the ledger in it, and how it is read.
#[derive(Debug, Clone)]
pub(super) struct LedgerFile {
    pub(super) path: FolderPath,
    pub(super) options: TableOptions,
}

impl LedgerFile {
    fn new(path: FolderPath) -> Self {
        Self { path, options: TableOptions::default() }
    }
}

impl Default for LedgerPlan {
    fn default() -> Self {
        let file = USUAL_FILE.parse().ok().map(LedgerFile::new);
        Self {
            file,
            named_at: None,
            is_named: false,
            is_currency_said: false,
            settings: LedgerSettings::default(),
            largest_change: None,
        }
    }
}

/// What of the ledger is printed.
#[derive(Debug, Clone, Default)]
pub(super) struct LedgerPages {
    pub(super) chart: ChartSettings,
    pub(super) list_receipts: bool,
}

/// Reads `[ledger]`, where there is one.
pub(super) fn read(root: &TomlTable<'_>) -> (LedgerPlan, LedgerPages) {
    let mut plan = LedgerPlan::default();
    let pages = root.part("ledger", |value| Some(ledger(&value.table()?, &mut plan)));
    (plan, pages.unwrap_or_default())
}

fn ledger(table: &TomlTable<'_>, plan: &mut LedgerPlan) -> LedgerPages {
    plan.named_at = Some(table.location());
    if let Some(value) = table.get("file") {
        plan.named_at = Some(value.location());
        plan.is_named = true;
        plan.file = table.part("file", |value| value.read(Code::OutsideFolder)).map(LedgerFile::new);
    }
    let options = options(table);
    if let Some(file) = &mut plan.file {
        file.options = options;
    }
    plan.is_currency_said = table.get("currency").is_some();
    settings(table, &mut plan.settings);
    let chart = table.part("chart", |value| Some(office::chart(&value.table()?)));
    plan.largest_change = table.part("largest-change", |value| value.number(1..=1000));
    let list_receipts = table.part("list-receipts", TomlValue::flag);
    table.finish();
    LedgerPages { chart: chart.unwrap_or_default(), list_receipts: list_receipts.unwrap_or_default() }
}

/// What is said of workbooks.
fn options(table: &TomlTable<'_>) -> TableOptions {
    let formats = [("english", NumberFormat::English), ("european", NumberFormat::European)];
    TableOptions {
        sheet: table.part("sheet", |value| value.text().map(str::to_owned)),
        number_format: table.part("number-format", |value| value.word(&formats)),
        ..TableOptions::default()
    }
}

fn settings(table: &TomlTable<'_>, settings: &mut LedgerSettings) {
    if let Some(currency) = table.part("currency", |value| value.read(Code::BadMoney)) {
        settings.currency = currency;
    }
    if let Some(multi_year) = table.part("multi-year", |value| value.one_of(MultiYear::ALL, MultiYear::as_str)) {
        settings.multi_year = multi_year;
    }
    if let Some(organs) = table.part("organs", |value| value.one_of(OrgansCount::ALL, OrgansCount::as_str)) {
        settings.organs = organs;
    }
    if let Some(coverage) = table.part("coverage", |value| Some(coverage(value))) {
        settings.coverage = coverage;
    }
}

/// `coverage = "documented"` for all, or a table with a word for each, and the day from which on what is complete is.
fn coverage(value: &TomlValue<'_>) -> Coverage {
    let words = [("complete", Reach::Complete { since: None }), ("documented", Reach::Documented)];
    if !value.is_table() {
        return Coverage::of(value.word(&words).unwrap_or_default());
    }
    let Some(table) = value.table() else { return Coverage::default() };
    let reach = |key| table.part(key, |value| value.word(&words)).unwrap_or_default();
    let coverage = Coverage { pledges: reach("pledges"), receipts: reach("receipts"), partners: reach("partners") };
    let from = table.get("since");
    let since = from.as_ref().and_then(TomlValue::date);
    let each = |reach| match reach {
        Reach::Complete { .. } => Reach::Complete { since },
        Reach::Unsaid | Reach::Documented => reach,
    };
    let Coverage { pledges, receipts, partners } = coverage;
    let dated = Coverage { pledges: each(pledges), receipts: each(receipts), partners: each(partners) };
    if let Some(from) = from.filter(|_| dated == coverage && since.is_some()) {
        let message =
            "nothing is said to be complete since that day: write `complete` for pledges, receipts or partners";
        from.fault(Code::BadValue, message);
    }
    table.finish();
    dated
}
