//! Reads and renders an office folder.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use briefing_layout::text::{ExtraFont, FontBook};
use briefing_model::{Language, Month};
use briefing_office::side_by_side::try_side_by_side;
use briefing_office::{
    ApprovalState, Code, Diagnostic, Diagnostics, Disk, Export, FileError, FileSpan, Files, Import, ItemApproval,
    MonthFolder, OfficeFolder, OfficeReader, PrintedEdition, PublishedIssue, Reading, approvals, check_issue,
    plan_import_with, published_issue,
};

use crate::against;
use crate::check::lacking;
use crate::edition::{DraftItem, Edition, EditionDraft};
use crate::finished::{FinishedFile, Proof, RenderError};
use crate::pages::typefaces;

/// An office folder, opened.
///
/// Its ledger and its fonts are read once, as they were when the folder was opened; a month and its pictures are read when they
/// are asked for. Errors in one month do not affect the others.
///
/// Files come from a [`Disk`], from [`Memory`](crate::Memory), or from any other type that implements [`Files`].
///
/// ```
/// use briefing::{Folder, Language};
///
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path();
/// # std::fs::write(path.join("office.toml"), "[office]\nid = 'phares'\nname = 'Lighthouses'\n")?;
/// # std::fs::create_dir(path.join("2024-02"))?;
/// # std::fs::write(path.join("2024-02/briefing.toml"), "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n")?;
/// let folder = Folder::open(path)?;
/// for month in folder.months() {
///     let file = folder.render(*month, Language::En)?;
///     std::fs::write(path.join(&file.name), &file.bytes)?;
/// }
/// assert!(path.join("phares-2024-02-en.pdf").is_file());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Folder<F = Disk> {
    pub(crate) reader: OfficeReader<F>,
}

/// Options for rendering a month.
///
/// A language alone will do wherever options are expected.
///
/// ```
/// use briefing::{Language, RenderOptions};
///
/// assert_eq!(RenderOptions::from(Language::Ar), RenderOptions::new(Language::Ar));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RenderOptions {
    /// The language of the document.
    pub language: Language,
    /// Whether it is a draft: a word behind the text, numbered lines, a sheet of approvals, and DRAFT in its title.
    pub draft: bool,
    /// Whether a character that no font has is printed as a box, with a warning, instead of being an error.
    pub allow_missing: bool,
}

impl RenderOptions {
    /// Options for a file in a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, draft: false, allow_missing: false }
    }

    /// The same for a draft.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory, RenderOptions};
    ///
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", "[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n"),
    /// );
    /// let file = folder.render("2024-02".parse()?, RenderOptions::new(Language::En).as_draft())?;
    /// assert_eq!(file.name, "phares-2024-02-en-draft.pdf");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn as_draft(self) -> Self {
        Self { draft: true, ..self }
    }

    /// The same, with a box for each character that no font has if `allow` is set.
    ///
    /// ```
    /// use briefing::{Code, Folder, Language, Memory, RenderOptions};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A 🌩.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let month = "2024-02".parse()?;
    /// assert!(folder.render(month, Language::En).is_err());
    /// let file = folder.render(month, RenderOptions::new(Language::En).allowing_missing(true))?;
    /// assert!(file.warnings.iter().any(|warning| warning.code == Code::NoGlyph));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn allowing_missing(mut self, allow: bool) -> Self {
        self.allow_missing = allow;
        self
    }
}

impl From<Language> for RenderOptions {
    fn from(language: Language) -> Self {
        Self::new(language)
    }
}

impl Folder<Disk> {
    /// Opens a folder on a disk.
    ///
    /// # Errors
    ///
    /// Fails if there is no such folder, or the system refuses to read it. Faults inside of it are found when they are asked for.
    ///
    /// ```
    /// use briefing::{FileError, Folder};
    ///
    /// assert!(matches!(Folder::open("no such folder"), Err(FileError::NotFound)));
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Self, FileError> {
        Disk::open(path.as_ref()).map(Self::new)
    }
}

impl<F: Files> Folder<F> {
    /// Opens a folder from any [`Files`].
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let folder = Folder::new(Memory::new().with("2024-02/briefing.toml", ""));
    /// assert_eq!(folder.months().len(), 1);
    /// ```
    pub fn new(files: F) -> Self {
        Self { reader: OfficeReader::new(files) }
    }

    /// The files.
    ///
    /// ```
    /// use briefing::{Files, Folder, Memory};
    ///
    /// let folder = Folder::new(Memory::new().with("office.toml", ""));
    /// assert_eq!(folder.files().list(None)?[0].name, "office.toml");
    /// # Ok::<(), briefing::FileError>(())
    /// ```
    pub const fn files(&self) -> &F {
        self.reader.files()
    }

    /// The months that have a briefing, earliest first.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        self.reader.months()
    }

    /// The office and its ledger, with their faults.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let folder = Folder::new(Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n"));
    /// let (office, _) = folder.office().into_parts();
    /// assert_eq!(office.unwrap().office.data().name.english(), "Lighthouses");
    /// ```
    pub fn office(&self) -> Reading<OfficeFolder> {
        self.reader.office()
    }

    /// Works out what the ledger would be with the rows of an export, as [`plan_import`](briefing_office::plan_import) does, and
    /// refuses rows with text that the folder's fonts cannot print.
    ///
    /// ```
    /// use briefing::{Folder, Memory, office::Export};
    ///
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("ledger.csv", "id,kind,effective,recorded,contributor,amount,purposes\n"),
    /// );
    /// let export = Export {
    ///     name: "export.csv",
    ///     bytes: "id,day,purpose\np-1,2025-04-30,Lamps 🚀\np-2,2025-04-30,Lamps\n".as_bytes(),
    ///     map_name: "map.toml",
    ///     map: b"[columns]\nid = 'id'\neffective = 'day'\nrecorded = 'day'\npurposes = 'purpose'\n\
    ///            [constants]\nkind = 'pledge'\ncontributor = 'DEU'\namount = '5'\n",
    /// };
    /// let import = folder.plan_import(&export).into_result().unwrap();
    /// assert_eq!((import.added(), import.refused()), (1, 1));
    /// ```
    pub fn plan_import(&self, export: &Export<'_>) -> Reading<Import> {
        let fonts = OnceCell::new();
        let unprintable = |text: &str| {
            // Most cells are ASCII, for which no font is opened.
            let text = Some(text).filter(|text| !text.is_ascii())?;
            lacking(text, fonts.get_or_init(|| self.fonts())).first().copied()
        };
        plan_import_with(self.files(), export, &unprintable)
    }

    /// The characters of a text that no typeface has, neither the program's own nor the office's, in their order.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let folder = Folder::new(Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n"));
    /// assert_eq!(folder.without_glyph("Ünal \u{1f680}"), ['\u{1f680}']);
    /// ```
    pub fn without_glyph(&self, text: &str) -> Vec<char> {
        if text.is_ascii() { Vec::new() } else { lacking(text, &self.fonts()) }
    }

    /// The program's own typefaces and the office's; faults of the latter are reported elsewhere.
    fn fonts(&self) -> Arc<FontBook> {
        let brought = self.office().into_parts().0.map(|office| office.fonts).unwrap_or_default();
        let brought = brought.into_iter().map(|font| ExtraFont { name: font.file, bytes: font.bytes });
        FontBook::with_extra(brought.collect()).map_or_else(|_| Arc::clone(typefaces()), Arc::new)
    }

    /// A month with its names and texts in a language, and its faults.
    ///
    /// Its [`Briefing`](crate::Briefing) is all that a document says about it, as data.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let (month, faults) = folder.month("2024-02".parse()?, Language::En).into_parts();
    /// assert!(faults.is_empty());
    /// assert_eq!(month.unwrap().briefing.highlights[0].text.plain(), "A storm.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn month(&self, month: Month, language: Language) -> Reading<MonthFolder> {
        self.reader.month(month, language)
    }

    /// Renders a month. If it was already published in this language, returns the published file, unless a correction is pending;
    /// a warning says whether the folder has changed since.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory, Verdict};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let file = folder.render("2024-02".parse()?, Language::En)?;
    /// assert_eq!(briefing::verify(&file.bytes)?.verdict, Verdict::Consistent);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the month, the office or the ledger has an error; if the month was published, and its file is missing from the
    /// folder or its figures have changed in the ledger; and if the file would break a rule of its format.
    pub fn render(&self, month: Month, options: impl Into<RenderOptions>) -> Result<FinishedFile, RenderError> {
        self.proof(month, options)?.finish()
    }

    /// Lays out a month without writing a file, in half the time of [`Folder::render`].
    ///
    /// # Errors
    ///
    /// As [`Folder::render`], except for the rules of the file's format.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// // Pages to look at, of which no file is made.
    /// let proof = folder.proof("2024-02".parse()?, Language::Zh)?;
    /// assert!(proof.preview().pieces.iter().any(|piece| piece.text == "A storm."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn proof(&self, month: Month, options: impl Into<RenderOptions>) -> Result<Proof, RenderError> {
        let options = options.into();
        self.proof_of(self.month(month, options.language), month, options)
    }

    /// Lays out a month that was read.
    fn proof_of(&self, read: Reading<MonthFolder>, month: Month, options: RenderOptions) -> Result<Proof, RenderError> {
        let (folder, mut faults) = read.into_parts();
        let issue = if options.draft { None } else { published_issue(self.files(), month) };
        if let Some(issue) = &issue
            && let Some(proof) = self.published(issue, options.language, folder.as_ref(), &faults)?
        {
            return Ok(proof);
        }
        let Some(folder) = folder else { return Err(RenderError::Faults(faults)) };
        let printed = PrintedEdition { language: options.language, briefing: &folder.briefing };
        let mut draft = None;
        if options.draft {
            let (states, found) = approvals(self.files(), &folder).into_parts();
            faults.merge(found);
            draft = Some(EditionDraft { items: states.unwrap_or_default().into_iter().map(draft_item).collect() });
        } else {
            // An edition in a further language has the figures of those that were published.
            faults.merge(match &issue {
                Some(issue) => {
                    // In a language in which it was not published, the month must say what its English edition says.
                    let is_further = !issue.editions.contains_key(&options.language);
                    let english = is_further.then(|| self.month(month, Language::En).into_parts().0).flatten();
                    let english = english
                        .as_ref()
                        .map(|read| PrintedEdition { language: Language::En, briefing: &read.briefing });
                    let all: Vec<_> = [Some(printed), english].into_iter().flatten().collect();
                    issue.check(&folder.ledger, &folder.plan, &all)
                }
                // There is no record, or this says why it cannot be read.
                None => check_issue(self.files(), &folder.ledger, &folder.plan, &[printed]),
            });
        }
        if faults.errors() > 0 {
            return Err(RenderError::Faults(faults));
        }
        let source = Box::new((Arc::clone(&folder.ledger), folder.plan.clone()));
        let outdated = folder.outdated.clone();
        let (edition, pictures) = Edition::of_month(folder);
        let edition = match draft {
            Some(draft) => edition.as_draft(draft),
            None => edition,
        };
        let proof = edition.proof(pictures, faults, &outdated, options.allow_missing)?;
        Ok(Proof { source: Some(source), ..proof })
    }

    /// The file that was published in a language; none if there is none, or if it is to be corrected.
    fn published(
        &self,
        issue: &PublishedIssue,
        language: Language,
        folder: Option<&MonthFolder>,
        faults: &Diagnostics,
    ) -> Result<Option<Proof>, RenderError> {
        let month = issue.month;
        if folder.is_some_and(|folder| folder.plan.corrections.len() > issue.corrections) {
            return Ok(None);
        }
        let bytes = match issue.file(self.files(), language) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(None),
            Err(fault) => {
                let mut faults = Diagnostics::new();
                faults.push(*fault);
                return Err(RenderError::Faults(faults));
            }
        };
        let mut proof = Edition::proof_of(bytes)?;
        let differs = folder.is_none_or(|folder| {
            let printed = PrintedEdition { language, briefing: &folder.briefing };
            !issue.check(&folder.ledger, &folder.plan, &[printed]).is_empty()
        });
        if differs || faults.errors() > 0 {
            let message =
                format!("{month} was published, and has changed since: this is the file that went out (`{language}`)");
            let place = FileSpan::whole_file(&PublishedIssue::file_name(month, language));
            proof.warnings.push(Diagnostic::new(Code::AsPublished, place, message).with_hint(
                "what was changed since is not in it, and `briefing check` reports it; if the issue was wrong, say what is corrected under \
                 `[[correction]]` in the month's briefing.toml, and publish it again",
            ));
        }
        proof.source = folder.map(|folder| Box::new((Arc::clone(&folder.ledger), folder.plan.clone())));
        Ok(Some(proof))
    }

    /// Renders several months side by side, on all processors, and hands over each in order as soon as it is finished; stops when
    /// `take` fails.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n"),
    /// );
    /// let editions = [Language::En, Language::Fr].map(|language| ("2024-02".parse().unwrap(), language.into()));
    /// let mut names = Vec::new();
    /// folder.render_each(&editions, |_, made| made.map(|file| names.push(file.name)))?;
    /// assert_eq!(names, ["phares-2024-02-en.pdf", "phares-2024-02-fr.pdf"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The error that `take` returned.
    pub fn render_each<E>(
        &self,
        editions: &[(Month, RenderOptions)],
        mut take: impl FnMut(Month, Result<FinishedFile, RenderError>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.proof_each(editions, Proof::finish, |month, made| take(month, made.and_then(std::convert::identity)))
    }

    /// Lays out several months, as [`Folder::render_each`] does, and calls `make` on each, on the thread that laid it out.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n"),
    /// );
    /// let editions = [Language::En, Language::Zh].map(|language| ("2024-02".parse().unwrap(), language.into()));
    /// let mut pages = 0;
    /// folder.proof_each(&editions, |proof| proof.preview().pages.len(), |_, made| made.map(|count| pages += count))?;
    /// assert_eq!(pages, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The error that `take` returned.
    pub fn proof_each<T: Send, E>(
        &self,
        editions: &[(Month, RenderOptions)],
        make: impl Fn(Proof) -> T + Sync,
        mut take: impl FnMut(Month, Result<T, RenderError>) -> Result<(), E>,
    ) -> Result<(), E> {
        let reader = self.reader.at_once();
        let work = |&(month, options): &(Month, RenderOptions)| {
            (month, self.proof_of(reader.month(month, options.language), month, options).map(&make))
        };
        try_side_by_side(editions, work, |(month, made)| take(month, made))
    }

    /// The differences between the data of a file and what the folder says about that month now, place by place; empty if they
    /// agree.
    ///
    /// ```
    /// use briefing::{Edition, Folder, Language, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", item);
    /// let file = Folder::new(files.clone()).render("2024-02".parse()?, Language::En)?;
    /// let (edition, _) = Edition::read(&file.bytes)?;
    ///
    /// let today = Folder::new(files.with("2024-02/briefing.toml", item.replace("A storm.", "Two storms.")));
    /// assert_eq!(today.differences(&edition)?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The faults of the month, if it cannot be compared.
    pub fn differences(&self, edition: &Edition) -> Result<Vec<String>, Diagnostics> {
        match self.month(edition.briefing().month, edition.language()).into_parts() {
            (Some(folder), _) => Ok(against::differences(edition.briefing(), &folder.briefing)),
            (None, faults) => Err(faults),
        }
    }
}

fn draft_item(ItemApproval { item, state, .. }: ItemApproval) -> DraftItem {
    match state {
        ApprovalState::Approved { by, on } => DraftItem { item, by: Some(by), on: Some(on) },
        ApprovalState::Missing | ApprovalState::Lifted { .. } => DraftItem { item, by: None, on: None },
    }
}
