//! Reads an office folder into the domain model, every fault with its place.
//!
//! An office keeps its facts in plain files: `office.toml`, a ledger, and a folder for each month with its `briefing.toml` and
//! pictures. This crate turns them into the types of [`briefing_model`], and into nothing else: it knows no page and no PDF.
//!
//! - [`read_office`] reads the office and its ledger, [`read_month`] one month as well, [`check_folder`] all of it. Each gives a
//!   [`Reading`]: a value exactly when there is no error, and the [`Diagnostics`] that were found.
//! - [`OfficeReader`] is the same for a folder that is read more than once: what months share is read once.
//! - [`read_edition`] reads a month in another language, [`read_texts`] lists what is translated; [`MonthTexts::to_po`] and
//!   [`plan_text_import`] exchange texts with translators' tools.
//! - All faults are reported at once, each with its file, line, column, excerpt, a stable [`Code`] and, where one can be given, a hint.
//!   [`Code::explain`] says what a code means.
//! - Files come through [`Files`]: a [`Disk`], or a [`Memory`] in tests. No path and no link leads out of the folder, and nothing is read
//!   past its limit: 4 MB of TOML, 64 MB and 100 megapixels of picture, 1 GB of CSV, 64 MB of an
//!   unpacked workbook.
//!
//! ```
//! use briefing_office::{Code, Memory, read_office};
//!
//! let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nnam = 'Office'\n");
//! let reading = read_office(&files);
//! let codes: Vec<Code> = reading.diagnostics().iter().map(|fault| fault.code).collect();
//! assert_eq!(codes, [Code::UnknownKey], "that `name` is missing follows from it");
//! assert!(reading.diagnostics().to_string().contains("help: did you mean `name`?"));
//! ```

mod approvals;
mod diagnostic;
mod files;
pub mod keys;
mod look_alike;
mod new;
mod origin;
mod picture;
mod po;
mod published;
mod read;
mod sheet;
// For `briefing`, which works on many things in the same way.
#[doc(hidden)]
pub mod side_by_side;
mod source;
mod style;
mod tree;

pub use approvals::{ApprovalRecord, ApprovalState, ItemApproval, NotApproved, approvals, approve};
pub use briefing_model::nearest;
pub use diagnostic::{Code, Diagnostic, Diagnostics, FileSpan, MOST_PER_CODE, Position, Severity};
pub use files::{
    Disk, FileError, Files, FolderEntry, FolderPath, Held, InvalidFolderPath, Memory, Replaced, save_file,
};
pub use new::{AddedItem, MonthBegun, NewFile, NewItem, NewOffice, NotBegun, new_item, new_month};
pub use origin::locate;
pub use picture::{PrintablePicture, UnprintablePicture};
pub use published::{
    IssuedEdition, LARGEST_ISSUE, LARGEST_RECORD, NotRecorded, PlaceChange, PrintedEdition, PrintedItem,
    PublishedIssue, all_pieces, changes_in_words, check_issue, place_in_words, published_issue, record_issue,
    value_in_words,
};
pub use read::{
    Assets, Drafts, Export, Import, ImportRow, MonthFolder, MonthTexts, OfficeFolder, OfficeFont, OfficeReader,
    PartialEdition, Po, Reading, RowFate, StrayMonth, StrayTranslation, TextImport, TextState, TranslatableText,
    UnwritableEntry, WholeFolder, check_begun, check_folder, check_recorded, language_meant, ledger_csv, ledger_ndjson,
    locate_in_ledger, locate_picture, plan_import, plan_import_with, plan_text_import, read_cutoff, read_edition,
    read_month, read_office, read_texts, stray_months, stray_translations,
};
pub use source::SourceFile;
pub use style::{Allowed, HouseStyle};

/// The examples of the read-me file.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
