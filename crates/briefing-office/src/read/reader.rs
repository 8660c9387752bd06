//! An office folder that stays open: what its months share is read once.

use std::sync::Arc;

use briefing_model::{Language, Month};

use super::folder::{self, Kept};
use super::fonts::OfficeFont;
use super::months;
use super::results::{Drafts, MonthFolder, OfficeFolder, PartialEdition, Reading, WholeFolder};
use crate::diagnostic::Diagnostics;
use crate::files::Files;
use crate::tree::Log;

/// An office folder, opened: ledger and fonts are read once, and each month when it is asked for.
///
/// It holds no month and no picture. What is wrong with a month stands in the way of that month alone; what is wrong with
/// the office or its ledger, of all. The ledger is that of the moment at which the folder was opened.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, OfficeReader};
///
/// let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-03/briefing.toml", "[[item]]\n")
///     .with("2025-04/briefing.toml", item);
/// let reader = OfficeReader::new(files);
/// let [march, april] = reader.months()[..] else { panic!("two months") };
/// assert!(reader.month(march, Language::En).value().is_none());
/// assert_eq!(reader.month(april, Language::En).value().unwrap().plan.events.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct OfficeReader<F> {
    files: F,
    kept: Kept,
    months: Vec<Month>,
}

impl<F: Files> OfficeReader<F> {
    /// Opens a folder; whatever is wrong with it is reported by each reading.
    pub fn new(files: F) -> Self {
        let kept = Kept::read(&files);
        let months = months::months(&files, &Log::default());
        Self { files, kept, months }
    }

    /// The fonts that the office brings along; what is wrong with them is reported by each reading.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let reader = OfficeReader::new(Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n"));
    /// assert!(reader.fonts().is_empty());
    /// ```
    #[must_use]
    pub fn fonts(&self) -> &[OfficeFont] {
        &self.kept.fonts
    }

    /// The files.
    pub const fn files(&self) -> &F {
        &self.files
    }

    /// The months that have a `briefing.toml`, earliest first.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// The office and its ledger, as [`read_office`](crate::read_office) gives them.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let reader = OfficeReader::new(Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n"));
    /// assert_eq!(reader.office().value().unwrap().office.data().id.as_str(), "unoct");
    /// ```
    pub fn office(&self) -> Reading<OfficeFolder> {
        folder::office_folder(&self.files, Some(&self.kept))
    }

    /// A reader for editions that are made at once: the other months are looked through for the first of them, and not again.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let reader = OfficeReader::new(Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n"));
    /// let at_once = reader.at_once();
    /// for month in at_once.months() {
    ///     assert!(at_once.month(*month, Language::En).value().is_some());
    /// }
    /// ```
    #[must_use]
    pub fn at_once(&self) -> OfficeReader<&F> {
        OfficeReader { files: &self.files, kept: self.kept.at_once(), months: self.months.clone() }
    }

    /// One month in a language, as [`read_edition`](crate::read_edition) gives it.
    pub fn month(&self, month: Month, language: Language) -> Reading<MonthFolder> {
        folder::edition(&self.files, Some(&self.kept), month, language)
    }

    /// Everything, as [`check_folder`](crate::check_folder) gives it.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let reader = OfficeReader::new(Memory::new().with("office.toml", "[office]\nid = 'unoct'\n"));
    /// assert_eq!(reader.whole().diagnostics().errors(), 1);
    /// ```
    pub fn whole(&self) -> Reading<WholeFolder> {
        folder::whole_folder(&self.files, Some(&self.kept))
    }

    /// Everything that the folder would print, as far as it could be read, and every fault of it.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'leadership'\nwhen = 2024-02-30\ntext = 'A storm.'\n";
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", item.replace("2024-02-30", "'never'"));
    /// let (drafts, faults) = OfficeReader::new(files).drafts();
    /// assert_eq!(faults.errors(), 1);
    /// assert!(!drafts.editions[0].complete);
    /// assert_eq!(drafts.editions[0].briefing.leadership[0].text.plain(), "A storm.");
    /// ```
    pub fn drafts(&self) -> (Drafts, Diagnostics) {
        self.drafts_each(None, &mut |_, _| ())
    }

    /// As [`Self::drafts`], of some of the months; the others are read for what these have of them, and their faults are left out.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", "")
    ///     .with("2024-03/briefing.toml", "not TOML");
    /// let (drafts, faults) = OfficeReader::new(files).drafts_of(&["2024-02".parse()?]);
    /// assert_eq!((drafts.editions.len(), faults.errors(), faults.warnings()), (1, 0, 1));
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    pub fn drafts_of(&self, months: &[Month]) -> (Drafts, Diagnostics) {
        self.drafts_each(Some(months), &mut |_, _| ())
    }

    /// As [`Self::drafts`], of all months or some, and hands on each edition with its place among them as soon as it is read: first those
    /// without errors, and the others once all are read. So its pages can be made while the rest is read.
    ///
    /// ```
    /// use briefing_office::{Memory, OfficeReader};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", "[[item]]\nid = 'a'\nsection = 'leadership'\ntext = 'A storm.'\n")
    ///     .with("2024-03/briefing.toml", "");
    /// let mut places = Vec::new();
    /// let (drafts, _) = OfficeReader::new(files).drafts_each(None, &mut |place, _| places.push(place));
    /// assert_eq!((drafts.editions.len(), places), (2, vec![1, 0]), "the item of February has no date");
    /// ```
    pub fn drafts_each(
        &self,
        months: Option<&[Month]>,
        hand_on: &mut dyn FnMut(usize, &Arc<PartialEdition>),
    ) -> (Drafts, Diagnostics) {
        folder::drafts(&self.files, Some(&self.kept), months, hand_on)
    }
}
