//! The whole path, from an office folder to the file, for the tests and examples of this package.
//!
//! [`Issue`] is one month of one folder, at every stage on the way; [`audit`] holds laid-out pages to the rules of
//! setting; [`invented`] makes offices that are larger than anybody would write by hand.

#[allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "of tests alone, which stop at the first thing amiss")]
pub mod any;
pub mod audit;
pub mod invented;

use std::path::{Path, PathBuf};

use briefing::{Edition, Pictures};
use briefing_document::Document;
use briefing_layout::PagedDocument;
use briefing_model::{Language, Month};
use briefing_office::{Disk, Files, MonthFolder, read_edition};

/// Why a month did not come out.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Every office folder of the repository with its months.
pub const OFFICES: [(&str, &str); 9] = [
    ("examples/unoct", "2025-04"),
    ("examples/unoct", "2018-06"),
    ("examples/unoct", "2019-05"),
    ("examples/unoct", "2021-10"),
    ("examples/unoct", "2024-07"),
    ("tests/offices/minimal", "2024-02"),
    ("tests/offices/harbour", "2026-03"),
    ("tests/offices/empty-month", "2023-11"),
    ("tests/offices/stress", "2025-01"),
];

/// The offices and months of the repository that are asked for: all, those of an office, or one month of it.
pub fn chosen(office: Option<&str>, month: Option<&str>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_wanted = |wanted: Option<&str>, it: &str| wanted.is_none_or(|wanted| wanted == it);
    OFFICES.into_iter().filter(move |(folder, its_month)| is_wanted(office, folder) && is_wanted(month, its_month))
}

/// A path in the repository.
#[must_use]
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// One month of one office, in one language, at every stage from the folder to the pages.
pub struct Issue {
    /// What the folder says.
    pub folder: MonthFolder,
    /// What the briefing says.
    pub document: Document,
    /// Where it stands on the pages.
    pub paged: PagedDocument,
    edition: Edition,
    pictures: Pictures,
}

impl Issue {
    /// A month of a folder of the repository.
    ///
    /// # Errors
    ///
    /// When the folder has a fault.
    pub fn of_repository(folder: &str, month: &str) -> Result<Self, Failure> {
        Self::of_files(&Disk::open(&repository(folder))?, month)
    }

    /// A month of any folder, in English.
    ///
    /// # Errors
    ///
    /// When the folder has a fault.
    pub fn of_files(files: &dyn Files, month: &str) -> Result<Self, Failure> {
        Self::edition(files, month, Language::En)
    }

    /// A month of any folder, in any language.
    ///
    /// # Errors
    ///
    /// When the folder has a fault.
    pub fn edition(files: &dyn Files, month: &str, language: Language) -> Result<Self, Failure> {
        let month: Month = month.parse()?;
        let (folder, faults) = read_edition(files, month, language).into_parts();
        let folder = folder.ok_or_else(|| format!("{month} has faults:\n{faults}"))?;
        let (edition, pictures) = Edition::of_month(folder.clone());
        let document = edition.compose()?.document;
        let paged = briefing_layout::layout(&document, &edition.font_book(&pictures)?);
        Ok(Self { folder, document, paged, edition, pictures })
    }

    /// The file, of the pages as they are now.
    ///
    /// # Errors
    ///
    /// When the pages cannot be written down.
    pub fn pdf(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.edition.write(&self.paged, &self.pictures)?)
    }
}
