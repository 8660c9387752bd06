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
    # Of amounts that are texts: \"european\" or \"english\".\n  \
    number-format = \"european\"\n  \
    # Of dates that are texts, as they stand there: dd/mm/yyyy, mm/dd/yyyy,\n  \
    # dd-mm-yyyy, yyyy-mm-dd, yyyymmdd, dd-mmm-yyyy ...\n  \
    date-format = \"dd.mm.yyyy\"\n  \
    # Or millions, ten-thousands ...; units where a heading says otherwise.\n  \
    # Of each column on its own: { amount = \"thousands\", value = \"units\" }\n  \
    amounts-in = \"thousands\"\n  \
    # Of a text that is not UTF-8: utf-16le, windows-1251, windows-1256,\n  \
    # gb18030 ...\n  \
    encoding = \"windows-1252\"\n  \
    # Or comma, tab, pipe; found out unless it is said.\n  \
    delimiter = \"semicolon\"\n  \
    # The row with the names of the columns; found out by their names.\n  \
    header-row = 4\n  \
    # Rows that are not entries, and how many of them are at the end.\n  \
    skip-rows = [5]\n  \
    skip-last = 2\n  \
    # Ids are made of references, unless a column is mapped to `id`; so are\n  \
    # those that `ref` names, if they are of the export.\n  \
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
    A row is left out when the ledger has its reference with the same kind, day, amount, currency and contributor. \
    Where it has the reference with another of these, and no other row is that entry, the row is refused unless \
    references are shared; with another value, schedule, fund, `ref` or id of a purpose it is refused as well. A row \
    that breaks a rule of the ledger is refused, and then nothing is written. What the ledger was is kept beside it.")]
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

/// Write the whole ledger out: every entry with all that it says.
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
    /// How it is written.
    #[arg(long, value_enum, default_value = "csv")]
    pub(crate) format: LedgerFormat,
}
