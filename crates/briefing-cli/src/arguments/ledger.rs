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
#[command(
    after_help = "Example:\n  briefing ledger import examples/unoct --from export.xlsx --map map.toml --dry-run\n\n\
    A map says what the export's columns mean:\n\n  \
    number-format = \"european\"         # or \"english\"; of amounts that are texts\n  \
    date-format = \"dd.mm.yyyy\"         # of dates that are texts, as they stand there: dd/mm/yyyy, mm/dd/yyyy, dd-mm-yyyy,\n  \
                                       # yyyy-mm-dd, yyyymmdd, dd-mmm-yyyy ...\n  \
    amounts-in = \"thousands\"           # or millions, ten-thousands ...; units where a heading says otherwise;\n  \
                                       # of each column on its own: { amount = \"thousands\", value = \"units\" }\n  \
    encoding = \"windows-1252\"          # of a text that is not UTF-8: utf-16le, windows-1251, windows-1256, gb18030 ...\n  \
    delimiter = \"semicolon\"            # or comma, tab, pipe; found out unless it is said\n  \
    header-row = 4                     # the row with the names of the columns; found out by their names\n  \
    skip-rows = [5]                    # rows that are not entries, and\n  \
    skip-last = 2                      # how many of them are at the end\n  \
    id-prefix = \"fin-\"                 # ids are made of references, unless a column is mapped to `id`; so are those that\n  \
                                       # `ref` names, if they are of the export\n  \
    shared-references = true           # entries of one kind may have one reference, as payments under one agreement\n  \
    [columns]                          # ours = theirs\n  \
    reference = \"Voucher\"\n  \
    amount = \"Amount\"\n  \
    [constants]                        # the same in each row\n  \
    kind = \"receipt\"\n  \
    [values.contributor]               # their words = ours\n  \
    Germany = \"DEU\"\n  \
    [skip]                             # rows to leave out\n  \
    Status = [\"Cancelled\"]\n\n\
    A row is left out when the ledger has its reference with the same kind, day, amount, currency and contributor. Where it\n\
    has the reference with another of these, and no other row is that entry, the row is refused unless references are shared;\n\
    with another value, schedule, fund, `ref` or id of a purpose it is refused as well.\n\
    A row that breaks a rule of the ledger is refused, and then nothing is written. What the ledger was is kept beside it."
)]
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
    briefing ledger export examples/unoct > entries.csv      reads back as the same ledger\n  \
    briefing ledger export examples/unoct --format json      with the rules by which it counts\n\n\
    `csv` has a row for each entry, in the columns of a ledger: it can stand in an office's folder. `json` is an object\n\
    with settings and entries, whose JSON Schema `briefing schema ledger` writes; `ndjson` has the settings in its first\n\
    line and an entry in each of the others.")]
pub(crate) struct LedgerExportArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, default_value = "csv")]
    pub(crate) format: LedgerFormat,
}
