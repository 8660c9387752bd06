//! From files to the model's types.
//!
//! Each file of this module reads one part of an office folder, top to bottom as the part is written. What is wrong goes to a
//! [`Log`](crate::tree::Log); what is right comes back. A value leaves the crate only when nothing is wrong with it.

mod alike;
mod bodies;
mod carried;
mod convert;
mod copies;
mod elsewhere;
mod fact_names;
mod figures;
mod folder;
mod fonts;
mod html;
mod kept_pictures;
mod known;
mod ledger;
mod locate;
mod marks;
mod month;
mod months;
mod moved;
mod office;
mod parties;
mod pictures;
mod programmes;
mod reader;
mod refused;
mod results;
mod settings;
mod stand_in;
mod text_import;
mod texts;
mod tongue;
mod translation;
mod undated;
mod units;

pub(crate) use figures::NUMBERS;
pub(crate) use folder::{LARGEST_TOML, text};
pub use folder::{
    check_begun, check_folder, check_recorded, locate_in_ledger, read_cutoff, read_edition, read_month, read_office,
};
pub use fonts::OfficeFont;
pub(crate) use html::length as html_length;
pub(crate) use ledger::column_names as ledger_columns;
pub use ledger::{
    Export, Import, ImportRow, RowFate, UnwritableEntry, ledger_csv, ledger_ndjson, plan_import, plan_import_with,
};
pub use locate::locate_picture;
pub(crate) use marks::NOTES;
pub(crate) use months::months_of as months;
pub use months::{StrayMonth, stray_months};
pub use pictures::Assets;
pub use reader::OfficeReader;
pub(crate) use results::is_in_language;
pub use results::{Drafts, MonthFolder, OfficeFolder, PartialEdition, Reading, WholeFolder};
pub use text_import::{Po, TextImport, plan_text_import};
pub use texts::{MonthTexts, TextState, TranslatableText, read_texts};
pub use translation::{StrayTranslation, language_meant, stray_translations};
