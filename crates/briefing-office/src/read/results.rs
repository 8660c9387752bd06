//! What reading a folder gives: a value where nothing is wrong, and everything that was found.

use std::sync::Arc;

use briefing_model::{
    Briefing, EventId, FactName, FactValue, KnownEvent, Language, Ledger, Month, MonthPlan, Office, RichText, TextKey,
};

use super::fonts::OfficeFont;
use super::pictures::Assets;
use crate::diagnostic::{Diagnostics, FileSpan};
use crate::style::HouseStyle;
use crate::tree::Log;

/// What came of reading: a value if nothing is wrong, and everything that was found.
///
/// There is a value exactly when there is no error; warnings stand beside it.
///
/// ```
/// use briefing_office::{Memory, read_office};
///
/// let reading = read_office(&Memory::new());
/// assert!(reading.value().is_none());
/// assert_eq!(reading.diagnostics().errors(), 1);
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Reading<T> {
    value: Option<T>,
    diagnostics: Diagnostics,
}

impl<T> Reading<T> {
    pub(crate) fn new(value: Option<T>, log: Log) -> Self {
        Self::of(value, log.into_diagnostics())
    }

    pub(crate) fn of(value: Option<T>, diagnostics: Diagnostics) -> Self {
        Self { value: value.filter(|_| diagnostics.errors() == 0), diagnostics }
    }

    /// The value, if there is no error.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Everything that was found wrong, warnings included.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Both.
    ///
    /// ```
    /// use briefing_office::{Memory, read_office};
    ///
    /// let (folder, faults) = read_office(&Memory::new()).into_parts();
    /// match folder {
    ///     Some(folder) => println!("{} months", folder.months.len()),
    ///     None => eprintln!("{faults}"),
    /// }
    /// # assert_eq!(faults.errors(), 1);
    /// ```
    #[must_use]
    pub fn into_parts(self) -> (Option<T>, Diagnostics) {
        (self.value, self.diagnostics)
    }

    /// The value, for whom warnings are no matter.
    ///
    /// ```
    /// use briefing_office::{Diagnostics, Memory, read_office};
    ///
    /// fn name(office: &str) -> Result<String, Diagnostics> {
    ///     let folder = read_office(&Memory::new().with("office.toml", office)).into_result()?;
    ///     Ok(folder.office.data().name.english().to_owned())
    /// }
    ///
    /// assert_eq!(name("[office]\nid = 'phares'\nname = 'Lighthouses'\n").unwrap(), "Lighthouses");
    /// assert!(name("[office]\n").unwrap_err().to_string().contains("office.toml:1"));
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that was found, warnings included, if there is an error.
    pub fn into_result(self) -> Result<T, Diagnostics> {
        self.value.ok_or(self.diagnostics)
    }
}

/// An office and its ledger, and which months it has.
///
/// ```
/// use briefing_office::{Memory, read_office};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office of Counter-Terrorism'\n");
/// let (folder, _) = read_office(&files).into_parts();
/// assert_eq!(folder.unwrap().office.data().name.english(), "Office of Counter-Terrorism");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct OfficeFolder {
    /// The office.
    pub office: Office,
    /// Its ledger; without entries where the office has none.
    pub ledger: Arc<Ledger>,
    /// The months that have a `briefing.toml`, earliest first.
    pub months: Vec<Month>,
    /// The fonts it brings along.
    pub fonts: Vec<OfficeFont>,
    /// The bytes of its emblem.
    pub assets: Assets,
    /// The events that money is given for, with their titles.
    pub events: Vec<KnownEvent>,
}

/// One month, with all that a rendering of it needs.
///
/// What it amounts to is worked out on reading, because only then it shows whether the facts that texts use exist and whether the
/// pledges add up, and because those faults too have their places in the files.
///
/// ```
/// use briefing_office::{Memory, read_month};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n");
/// let (month, _) = read_month(&files, "2025-04".parse().unwrap()).into_parts();
/// assert_eq!(month.unwrap().briefing.leadership[0].text.plain(), "A visit.");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MonthFolder {
    /// The office.
    pub office: Office,
    /// Its ledger.
    pub ledger: Arc<Ledger>,
    /// What the office says of the month.
    pub plan: MonthPlan,
    /// What the month amounts to, its texts in the language asked for.
    pub briefing: Briefing,
    /// That language.
    pub language: Language,
    /// The bytes of its pictures.
    pub assets: Assets,
    /// The fonts that the office brings along.
    pub fonts: Vec<OfficeFont>,
    /// Whether the office publishes a month only when each item is approved in each language.
    pub requires_approval: bool,
    /// Where the English texts stand that it prints because their translations are too old, as has been reported.
    pub outdated: Vec<FileSpan>,
    /// The texts of the month whose translation is printed and was made from an earlier text, as has been reported.
    pub behind: Vec<TextKey>,
}

impl MonthFolder {
    /// Whether a text of an item is printed in a translation of an earlier text.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{Memory, read_edition};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
    ///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'Two visits.'\n")
    ///     .with("2025-04/briefing.fr.toml", "[visit.text]\nsource = 'A visit.'\ntext = 'Une visite.'\n");
    /// let month = read_edition(&files, "2025-04".parse()?, Language::Fr).into_parts().0.unwrap();
    /// assert!(month.is_behind(&"visit".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_behind(&self, item: &EventId) -> bool {
        let is_its = |key: &TextKey| {
            let mut segments = key.segments();
            segments.next() == Some(item.as_str()) && segments.nth(1).is_none()
        };
        self.behind.iter().any(is_its)
    }

    /// Whether the text of an item is in the month's language; a text that is not translated is printed in English.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{Memory, read_edition};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
    ///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n")
    ///     .with("2025-04/briefing.fr.toml", "[visit.text]\nsource = 'A visit.'\ntext = 'Une visite.'\n");
    /// let visit = "visit".parse()?;
    /// let month = |language| read_edition(&files, "2025-04".parse().unwrap(), language).into_parts().0.unwrap();
    /// assert!(month(Language::Fr).has_text_of(&visit) && month(Language::En).has_text_of(&visit));
    /// assert!(!month(Language::Es).has_text_of(&visit));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn has_text_of(&self, item: &EventId) -> bool {
        let source = self.plan.events.iter().find(|event| event.id == *item);
        let printed = self.briefing.items().find(|printed| printed.id == *item);
        match (source, printed) {
            (Some(source), Some(printed)) => is_in_language(&printed.text, &source.text, self.language),
            _ => false,
        }
    }
}

/// Whether a text as it is printed in a language is in it, and not its source.
pub(crate) fn is_in_language(printed: &RichText, source: &RichText, language: Language) -> bool {
    language == Language::En || *printed != source.clone().in_language(Language::En.into())
}

/// Everything a folder holds, but for the bytes of its pictures: each is read and found whole, and not made ready for print, so the
/// digests of pictures are not those that a rendered month has.
///
/// ```
/// use briefing_office::{Memory, check_folder};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n");
/// let (folder, _) = check_folder(&files).into_parts();
/// assert!(folder.unwrap().months.is_empty());
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct WholeFolder {
    /// The office.
    pub office: Office,
    /// Its ledger.
    pub ledger: Arc<Ledger>,
    /// What the office says of each month, earliest first, and what it amounts to.
    pub months: Vec<(MonthPlan, Briefing)>,
    /// The months as they are in other languages: each in those that it has a file of translations for.
    pub editions: Vec<(Language, Briefing)>,
    /// The fonts that the office brings along.
    pub fonts: Vec<OfficeFont>,
    /// How its texts are compared with the house style.
    pub style: HouseStyle,
}

/// All that a folder would print as far as it could be read, whatever is wrong with it: what pages are made of to see what only
/// they show.
///
/// ```
/// use briefing_office::{Memory, OfficeReader};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\ntext = 'A visit.'\n");
/// let (drafts, faults) = OfficeReader::new(files).drafts();
/// assert_eq!(faults.errors(), 1, "the item has no date");
/// assert_eq!(drafts.editions.len(), 1, "and there is a month to look at all the same");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Drafts {
    /// Each month in English, earliest first, and after it in the languages that it has a file of translations for.
    pub editions: Vec<Arc<PartialEdition>>,
    /// The fonts that the office brings along.
    pub fonts: Vec<OfficeFont>,
    /// How its texts are compared with the house style.
    pub style: HouseStyle,
}

/// A month in a language, as far as it could be read.
///
/// ```
/// use briefing_office::{Memory, OfficeReader};
///
/// let month = "[[item]]\nid = 'a'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'There were {no.such}.'\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", month);
/// let (drafts, _) = OfficeReader::new(files).drafts();
/// let edition = &drafts.editions[0];
/// assert!(!edition.sound, "a fact has no value");
/// assert_eq!(edition.briefing.leadership.len(), 1);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PartialEdition {
    /// The language of its names and texts.
    pub language: Language,
    /// What the month amounts to; something stands in for what could not be read, and for facts that have no value.
    pub briefing: Briefing,
    /// Whether it has no error, so that it may be printed.
    pub sound: bool,
    /// Whether all that it is made of could be read, so that nothing stands in.
    pub complete: bool,
    /// Where the English texts stand that it prints because their translations are too old, as has been reported.
    pub outdated: Vec<FileSpan>,
    /// The texts of the month whose translation is printed and was made from an earlier text, as has been reported.
    pub behind: Vec<TextKey>,
}

impl PartialEdition {
    /// Gives facts that have no value one, so that the rest can be put into words; why they have none has been reported.
    pub(super) fn fill_in_facts(&mut self) {
        let used: Vec<FactName> = self
            .briefing
            .texts()
            .flat_map(|text| text.facts().map(|(name, _)| name.clone()).collect::<Vec<_>>())
            .collect();
        for name in used {
            self.briefing.facts.entry(name).or_insert(FactValue::Count(0));
        }
    }
}
