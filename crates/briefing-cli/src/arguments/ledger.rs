//! The arguments of `briefing ledger`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::commands::export::LedgerFormat;

/// Work on the ledger.
#[derive(Debug, Subcommand)]
pub(crate) enum LedgerCommand {
    Import(LedgerImportArguments),
    Export(LedgerExportArguments),
}

/// Append the rows of another system's export to the ledger.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    briefing ledger import examples/unoct --from export.xlsx --map map.toml --dry-run\n\n\
    A map says what the export's columns mean:\n\n  \
    # For amounts that are text: \"european\" or \"english\".\n  \
    number-format = \"european\"\n  \
    # For dates that are text, as written in the export: dd/mm/yyyy,\n  \
    # mm/dd/yyyy, dd-mm-yyyy, yyyy-mm-dd, yyyymmdd, dd-mmm-yyyy ...;\n  \
    # dd/mm/yy, dd-mmm-yy ... for years 2000 to 2099 of two digits.\n  \
    date-format = \"dd.mm.yyyy\"\n  \
    # Or millions, ten-thousands ...; units if a heading says otherwise.\n  \
    # Or for each column: { amount = \"thousands\", value = \"units\" }\n  \
    amounts-in = \"thousands\"\n  \
    # For text that is not UTF-8: utf-16le, windows-1251, windows-1256,\n  \
    # gb18030 ...\n  \
    encoding = \"windows-1252\"\n  \
    # Or comma, tab, pipe; detected if not given.\n  \
    delimiter = \"semicolon\"\n  \
    # The row with the column names; detected if not given.\n  \
    header-row = 4\n  \
    # Rows that are not entries, and how many of them are at the end.\n  \
    skip-rows = [5]\n  \
    skip-last = 2\n  \
    # Ids are made from references, unless a column is mapped to `id`; so are\n  \
    # the ids in `ref`, if they are in the export.\n  \
    id-prefix = \"fin-\"\n  \
    # Entries of one kind may have one reference, as payments under one\n  \
    # agreement.\n  \
    shared-references = true\n  \
    # Ours = theirs.\n  \
    [columns]\n  \
    reference = \"Voucher\"\n  \
    effective = \"Date\"\n  \
    recorded = \"Entered\"\n  \
    contributor = \"Donor\"\n  \
    amount = \"Amount\"\n  \
    # The same in each row.\n  \
    [constants]\n  \
    kind = \"receipt\"\n  \
    # Their words = ours.\n  \
    [values.contributor]\n  \
    Germany = \"DEU\"\n  \
    # Rows to leave out.\n  \
    [skip]\n  \
    Status = [\"Cancelled\"]\n\n\
    A row is left out if the ledger has its reference with the same kind, day, amount, currency and contributor. \
    If one of these differs, and no other row is that entry, the row is refused unless \
    references are shared; with another value, schedule, fund, `ref` or id of a purpose it is refused as well. A row \
    that breaks a rule of the ledger is refused, and then nothing is written. The previous ledger is kept beside the new one.")]
pub(crate) struct LedgerImportArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The export: an Excel workbook (.xlsx), or a CSV file.
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// The map.
    #[arg(long, value_name = "FILE")]
    pub(crate) map: PathBuf,
    /// Show what would happen to each row, without writing anything.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Append the valid rows even if others are refused.
    #[arg(long)]
    pub(crate) partial: bool,
}

/// Write out the whole ledger: every entry with all its data.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing ledger export examples/unoct > entries.csv   reads back as the same ledger\n  \
    briefing ledger export examples/unoct --format json   with the rules by which it counts\n\n\
    `csv` has a row for each entry, in the columns of a ledger: it can stand in an office's folder. `json` is an \
    object with settings and entries, whose JSON Schema `briefing schema ledger` writes; `ndjson` has the settings \
    in its first line and an entry in each of the others.")]
pub(crate) struct LedgerExportArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The output format.
    #[arg(long, value_enum, default_value = "csv")]
    pub(crate) format: LedgerFormat,
}
