//! `[ledger]`: where the ledger is, and how its money is counted and shown.

use briefing_model::{ChartSettings, LedgerSettings, MultiYear, OrgansCount};

use super::office;
use crate::diagnostic::{Code, Location};
use crate::files::FolderPath;
use crate::sheet::{NumberFormat, TableOptions};
use crate::tree::Table;

/// The ledger's file when the office does not name one.
pub(super) const USUAL_FILE: &str = "ledger.csv";

/// Where the ledger is and how it counts.
#[derive(Debug, Clone)]
pub(super) struct LedgerPlan {
    /// `None` when the office names a file outside the folder.
    pub(super) file: Option<LedgerFile>,
    /// Where the office names it; `None` when it does not, and may have no ledger.
    pub(super) named_at: Option<Location>,
    /// Whether the office names the file itself, so that no other is looked for.
    pub(super) is_named: bool,
    pub(super) settings: LedgerSettings,
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
        Self { file, named_at: None, is_named: false, settings: LedgerSettings::default() }
    }
}

/// Reads `[ledger]`, where there is one.
pub(super) fn read(root: &Table<'_>) -> (LedgerPlan, ChartSettings) {
    let mut plan = LedgerPlan::default();
    let chart = root.part("ledger", |value| Some(ledger(&value.table()?, &mut plan)));
    (plan, chart.unwrap_or_default())
}

fn ledger(table: &Table<'_>, plan: &mut LedgerPlan) -> ChartSettings {
    plan.named_at = Some(table.location());
    if let Some(value) = table.get("file") {
        plan.named_at = Some(value.location());
        plan.is_named = true;
        plan.file = table.part("file", |value| value.read(Code::OutsideFolder)).map(LedgerFile::new);
    }
    let options = options(table);
    plan.file.iter_mut().for_each(|file| file.options = options.clone());
    settings(table, &mut plan.settings);
    let chart = table.part("chart", |value| Some(office::chart(&value.table()?)));
    table.finish();
    chart.unwrap_or_default()
}

/// What is said of workbooks.
fn options(table: &Table<'_>) -> TableOptions {
    let formats = [("english", NumberFormat::English), ("european", NumberFormat::European)];
    TableOptions {
        sheet: table.part("sheet", |value| value.text().map(str::to_owned)),
        number_format: table.part("number-format", |value| value.word(&formats)),
        ..TableOptions::default()
    }
}

fn settings(table: &Table<'_>, settings: &mut LedgerSettings) {
    if let Some(currency) = table.part("currency", |value| value.read(Code::BadMoney)) {
        settings.currency = currency;
    }
    let multi_year = [("whole", MultiYear::Whole), ("as-due", MultiYear::AsDue)];
    if let Some(multi_year) = table.part("multi-year", |value| value.word(&multi_year)) {
        settings.multi_year = multi_year;
    }
    let organs = [("apart", OrgansCount::Apart), ("with-state", OrgansCount::WithState)];
    if let Some(organs) = table.part("organs", |value| value.word(&organs)) {
        settings.organs = organs;
    }
}
