//! An office folder, and what can be asked of it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use briefing_document::Warning;
use briefing_layout::text::{ExtraFont, FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
use briefing_layout::{Missing, PagedDocument};
use briefing_model::{Briefing, Language, Month};
use briefing_office::side_by_side::{meanwhile, try_side_by_side};
use briefing_office::{
    ApprovalState, Code, Diagnostic, Diagnostics, Disk, Drafts, Export, FileError, FileSpan, Files, HouseStyle, Import,
    IssuedEdition, ItemApproval, LARGEST_RECORD, MonthFolder, OfficeFolder, OfficeReader, PartialEdition,
    PrintedEdition, PublishedIssue, Reading, approvals, check_issue, locate, locate_in_ledger, locate_picture,
    plan_import_with, published_issue, record_issue,
};

use crate::against;
use crate::edition::{DraftItem, Edition, EditionDraft};
use crate::finished::{FinishedFile, Proof, RenderError};
use crate::pages::{self, FaultSource, LEAST_DPI, Manuscript, typefaces};

/// Files of photographs, each with the pixels to an inch that it is printed with.
type PrintedResolutions = Vec<(String, u32)>;

/// With how many pixels to an inch the pages of an edition show its photographs, if they say it, and what else only they show.
type CheckedEdition = (Option<PrintedResolutions>, Vec<Found>, Vec<Untranslated>);

/// A fault, and the character that no font has if it is about one.
type Found = (Diagnostic, Option<Missing>);

/// An office folder, opened.
///
/// Its ledger and its fonts are read once, each month and its pictures when it is asked for; what is wrong with one month
/// stands in the way of no other. The ledger is that of the moment at which the folder was opened.
///
/// Files come from a [`Disk`], from [`Memory`](crate::Memory), or from anything else that is [`Files`].
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
    reader: OfficeReader<F>,
}

/// A file that an office's folder keeps of an issue that went out.
///
/// ```
/// let kept = briefing::KeptFile { name: "2024-02/figures.lock".to_owned(), bytes: Vec::new() };
/// assert!(kept.bytes.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Where it stands in the folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is made of a month.
///
/// A language alone will do where options are asked for.
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
    /// Whether a character that no font has is printed as a box, with a warning, instead of keeping the file from being made.
    pub allow_missing: bool,
}

impl RenderOptions {
    /// A file in a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, draft: false, allow_missing: false }
    }

    /// The same file as a draft.
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

    /// The same, with a box for each character that no font has.
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
    /// Fails when there is no folder of that name, or the system does not let it be read. What is wrong inside of it is found
    /// when it is asked for.
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
    /// Opens a folder, whatever it is made of.
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

    /// The office and its ledger, with what is wrong with them.
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

    /// Works out what the ledger would be with the rows of an export, as
    /// [`plan_import`](briefing_office::plan_import) does, and refuses those with words that the folder's fonts cannot print.
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
            // Most cells need no font to be opened.
            let text = Some(text).filter(|text| !text.is_ascii())?;
            lacking(text, fonts.get_or_init(|| self.fonts())).first().copied()
        };
        plan_import_with(self.files(), export, &unprintable)
    }

    /// The characters of a text that no typeface has, neither one of the program's own nor one that the office brings, in their order.
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

    /// The program's own typefaces and those that the office brings; what is wrong with these is reported elsewhere.
    fn fonts(&self) -> Arc<FontBook> {
        let brought = self.office().into_parts().0.map(|office| office.fonts).unwrap_or_default();
        let brought = brought.into_iter().map(|font| ExtraFont { name: font.file, bytes: font.bytes });
        FontBook::with_extra(brought.collect()).map_or_else(|_| Arc::clone(typefaces()), Arc::new)
    }

    /// A month, its names and texts in a language, with what is wrong with it.
    ///
    /// Its [`Briefing`](crate::Briefing) is all that a document of it says, as data.
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

    /// Makes the file of a month; of one that was published in this language, unless it has a correction that was not, it is the very file that
    /// went out, with a warning where the folder would now print something else.
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
    /// Fails when the month, the office or the ledger has an error, when the month was published and its file is not in the folder
    /// any more or its ledger has other figures, and when the file would break a rule of its format.
    pub fn render(&self, month: Month, options: impl Into<RenderOptions>) -> Result<FinishedFile, RenderError> {
        self.proof(month, options)?.finish()
    }

    /// The pages of a month, laid out and not yet written as a file: as [`Folder::render`], in half of the time.
    ///
    /// # Errors
    ///
    /// As [`Folder::render`], but for the rules of the file's format.
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
            // What goes out later, in one more language, has the figures of what went out.
            faults.merge(match &issue {
                Some(issue) => {
                    // A language that it did not go out in says what the one that it was written in says.
                    let is_further = !issue.editions.contains_key(&options.language);
                    let english = is_further.then(|| self.month(month, Language::En).into_parts().0).flatten();
                    let english = english
                        .as_ref()
                        .map(|read| PrintedEdition { language: Language::En, briefing: &read.briefing });
                    let all: Vec<_> = [Some(printed), english].into_iter().flatten().collect();
                    issue.check(&folder.ledger, &folder.plan, &all)
                }
                // There is none, or it says why it cannot be read.
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

    /// The file that went out of a month in a language; none where it did not go out, or is to be corrected.
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

    /// Makes the files of several months, side by side on as many processors as there are, and hands on each as soon as it and
    /// those before it are made, until one is refused.
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
    /// What the first was refused with.
    pub fn render_each<E>(
        &self,
        editions: &[(Month, RenderOptions)],
        mut take: impl FnMut(Month, Result<FinishedFile, RenderError>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.proof_each(editions, Proof::finish, |month, made| take(month, made.and_then(std::convert::identity)))
    }

    /// Lays out several months, as [`Folder::render_each`] makes their files, and makes something of each where it was laid out.
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
    /// What the first was refused with.
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

    /// What a month's folder keeps of an issue that goes out, to be written in this order: its files, and `figures.lock`, which says what they print
    /// in each of their languages and the entries behind the figures. With these in the folder, [`Folder::render`] gives the files
    /// that went out, and [`Folder::check`] finds what would be printed differently.
    ///
    /// All `files` are of one month and were rendered from this folder; what the folder's record has in other languages stays.
    /// Without any there is nothing to keep.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let mut files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", item);
    /// let month = "2024-02".parse()?;
    /// let folder = Folder::new(files.clone());
    /// let file = folder.render(month, Language::En)?;
    /// for kept in folder.record(&[file.clone()])? {
    ///     files = files.with(&kept.name, kept.bytes);
    /// }
    ///
    /// let rewritten = Folder::new(files.with("2024-02/briefing.toml", item.replace("A storm.", "Two storms.")));
    /// assert!(rewritten.check().to_string().contains("would now be printed"));
    /// assert!(rewritten.render(month, Language::En)?.bytes == file.bytes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when the month was published, and the ledger has other figures since; and when the ledger gives no figures: sums beyond what money
    /// can hold.
    pub fn record(&self, files: &[FinishedFile]) -> Result<Vec<KeptFile>, RenderError> {
        let Some((ledger, plan)) = files.first().and_then(|file| file.source.as_deref()) else { return Ok(Vec::new()) };
        fn printed(FinishedFile { edition, .. }: &FinishedFile) -> PrintedEdition<'_> {
            PrintedEdition { language: edition.language(), briefing: edition.briefing() }
        }
        let editions: Vec<_> = files.iter().map(printed).collect();
        let drift = check_issue(self.files(), ledger, plan, &editions);
        if drift.errors() > 0 {
            return Err(RenderError::Faults(drift));
        }
        let issued: Vec<_> = files.iter().map(|file| IssuedEdition::new(printed(file), &file.bytes)).collect();
        let name = format!("{}/figures.lock", plan.month);
        let earlier = name.parse().ok().and_then(|path| self.files().read(&path, LARGEST_RECORD).ok());
        let record = record_issue(ledger, plan, &issued, earlier.as_deref())?;
        let kept = |file: &FinishedFile| KeptFile {
            name: PublishedIssue::file_name(plan.month, file.edition.language()),
            bytes: file.bytes.clone(),
        };
        let mut kept: Vec<KeptFile> = files.iter().map(kept).collect();
        kept.push(KeptFile { name, bytes: record.into_bytes() });
        Ok(kept)
    }

    /// Every fault of every month, in every language that it is translated into: those of the files, and those that only
    /// finished pages show.
    ///
    /// A folder without errors renders.
    ///
    /// ```
    /// use briefing::{Code, Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A 🌩.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let faults = folder.check();
    /// assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::NoGlyph]);
    /// assert!(faults.to_string().contains("2024-02/briefing.toml:5:"));
    /// ```
    #[must_use]
    pub fn check(&self) -> Diagnostics {
        self.check_with(|_, _| {})
    }

    /// As [`Folder::check`], and says after each edition, a month in a language, how many of how many are laid out.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let mut done = Vec::new();
    /// assert!(folder.check_with(|editions, all| done.push((editions, all))).is_empty());
    /// assert_eq!(done, [(1, 1)]);
    /// ```
    #[must_use]
    pub fn check_with(&self, done: impl FnMut(usize, usize)) -> Diagnostics {
        self.check_drafts(None, done)
    }

    /// As [`Folder::check_with`], of some of the months: every fault of these, of the office and of its ledger.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item)
    ///         .with("2024-03/briefing.toml", "not TOML"),
    /// );
    /// assert!(folder.check_months(&["2024-02".parse()?], |_, _| {}).is_empty());
    /// assert_eq!(folder.check().errors(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_months(&self, months: &[Month], done: impl FnMut(usize, usize)) -> Diagnostics {
        self.check_drafts(Some(months), done)
    }

    fn check_drafts(&self, months: Option<&[Month]>, mut done: impl FnMut(usize, usize)) -> Diagnostics {
        let brought = self
            .reader
            .fonts()
            .iter()
            .map(|font| ExtraFont { name: font.file.clone(), bytes: Arc::clone(&font.bytes) });
        let (fonts, refused) = match FontBook::with_extra(brought.collect()) {
            Ok(fonts) => (Arc::new(fonts), None),
            Err(error) => (Arc::clone(typefaces()), Some(Diagnostic::new(Code::NotAFont, None, error.to_string()))),
        };
        let read = |hand_on: &mut dyn FnMut(usize, Arc<PartialEdition>)| {
            let (drafts, mut faults) =
                self.reader.drafts_each(months, &mut |place, draft| hand_on(place, Arc::clone(draft)));
            refused.into_iter().for_each(|fault| faults.push(fault));
            (drafts, faults)
        };
        let check = |draft: Arc<PartialEdition>| check_edition(&draft, &fonts);
        let mut checked = 0;
        let mut in_ledger: BTreeMap<char, Option<FileSpan>> = BTreeMap::new();
        // A name or a text that languages lack is one, in however many months.
        let mut untranslated: BTreeMap<(String, Option<FileSpan>), Untranslated> = BTreeMap::new();
        let take = |(drafts, faults): &mut (Drafts, Diagnostics), edition: CheckedEdition| {
            let (resolutions, found, lacking) = edition;
            for (fault, missing) in found {
                // What comes from the ledger does not keep its place.
                let place = missing.as_ref().filter(|_| fault.place.is_none()).and_then(|missing| {
                    let character = missing.character;
                    let locate = || locate_in_ledger(self.files(), &[character.encode_utf8(&mut [0; 4])]);
                    in_ledger.entry(character).or_insert_with(|| locate().into_values().next()).clone()
                });
                faults.push_different(match missing.filter(|_| place.is_some()) {
                    Some(missing) => pages::no_glyph(&[missing.character], &missing.place, place, false),
                    None => fault,
                });
            }
            for lacked in lacking {
                let key = (lacked.name.clone(), lacked.fault.place.clone());
                let languages = lacked.languages.clone();
                untranslated.entry(key).or_insert(lacked).languages.extend(languages);
            }
            if let (Some(resolutions), Some(draft)) = (resolutions, drafts.editions.get(checked)) {
                self.check_resolution(draft.briefing.month, &resolutions, &drafts.style, faults);
            }
            checked += 1;
            done(checked, drafts.editions.len());
        };
        let (drafts, mut faults) = meanwhile(read, check, take);
        let nowhere = untranslated.values().filter(|one| one.text.is_none() && one.fault.place.is_none());
        let nowhere: Vec<&str> = nowhere.map(|one| one.name.as_str()).collect();
        let places = if nowhere.is_empty() { BTreeMap::new() } else { locate_in_ledger(self.files(), &nowhere) };
        untranslated.into_values().for_each(|one| faults.push_different(one.into_fault(&places)));
        unprintable_names(&drafts, &fonts).into_iter().for_each(|fault| faults.push_different(fault));
        faults
    }

    /// Reports photographs with too few pixels for the size at which the English edition prints them.
    fn check_resolution(
        &self,
        month: Month,
        resolutions: &PrintedResolutions,
        style: &HouseStyle,
        faults: &mut Diagnostics,
    ) {
        for (file, dpi) in resolutions {
            if *dpi < LEAST_DPI && !style.allows(Code::StyleResolution, file) {
                let place = locate_picture(self.files(), month, file);
                // What has few pixels at any size was reported when it was read.
                let known = faults
                    .iter()
                    .any(|fault| fault.code == Code::PictureCoarse && fault.place.as_ref() == Some(&place));
                if !known {
                    let message = format!(
                        "the picture is printed with {dpi} pixels to an inch, and looks coarse below {LEAST_DPI}"
                    );
                    let hint = "use a larger version of it";
                    faults.push_once(Diagnostic::new(Code::StyleResolution, place, message).with_hint(hint));
                }
            }
        }
    }

    /// How the data of a file differ from what the folder says of that month today, place by place; nothing where they agree.
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
    /// The faults of the month, when there is nothing to compare with.
    pub fn differences(&self, edition: &Edition) -> Result<Vec<String>, Diagnostics> {
        match self.month(edition.briefing().month, edition.language()).into_parts() {
            (Some(folder), _) => Ok(against::differences(edition.briefing(), &folder.briefing)),
            (None, faults) => Err(faults),
        }
    }
}

/// What only the pages of a month show, and with how many pixels to an inch the English ones show its photographs.
fn check_edition(draft: &PartialEdition, fonts: &Arc<FontBook>) -> CheckedEdition {
    // Only these say how large their pictures are printed.
    let looks = draft.language == Language::En && draft.sound;
    let (paged, mut found, untranslated) = check_draft(draft, looks, fonts);
    if looks {
        found.extend(contradiction(&draft.briefing).map(|fault| (fault, None)));
    }
    let resolutions = |paged: PagedDocument| {
        let shown = pages::resolutions(&draft.briefing, &paged).into_iter();
        shown.map(|(file, dpi)| (file.to_owned(), dpi)).collect()
    };
    (paged.map(resolutions), found, untranslated)
}

/// Names that no font has the characters of, in languages that no text is translated into: pages are made of a month in these, too.
fn unprintable_names(drafts: &Drafts, fonts: &FontBook) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for draft in drafts.editions.iter().filter(|draft| draft.language == Language::En) {
        let month = draft.briefing.month;
        let laid_out = |language: Language| {
            drafts.editions.iter().any(|other| other.language == language && other.briefing.month == month)
        };
        let others: Vec<Language> = Language::ALL.into_iter().filter(|language| !laid_out(*language)).collect();
        for name in draft.briefing.names() {
            for language in &others {
                // Names of States and the like are the program's own, and have a glyph for each character.
                let written = name.get(*language).filter(|_| name.origin(*language).is_known());
                let Some(text) = written.filter(|text| seen.insert((*language, (*text).to_owned()))) else { continue };
                let mut characters = lacking(text, fonts);
                characters.sort_by_key(|character| text.find(*character));
                characters.dedup();
                if let Some(first) = characters.first() {
                    let place = locate(name.origin(*language), Some(*first));
                    faults.push(pages::no_glyph(&characters, text, place, false));
                }
            }
        }
    }
    faults
}

/// The characters of a text that no font has, in their order.
fn lacking(text: &str, fonts: &FontBook) -> Vec<char> {
    // Every face has these.
    if text.is_ascii() {
        return Vec::new();
    }
    let style = TextStyle::default();
    let spans = [Span { text, style: &style, tag: 0 }];
    let paragraph = break_paragraph(fonts, &mut ShapeCache::new(), &ParagraphSpec::new(&spans), f32::INFINITY);
    paragraph.missing.iter().map(|missing| missing.character).collect()
}

/// What `render` would refuse of what was made of a sound folder.
fn contradiction(briefing: &Briefing) -> Option<Diagnostic> {
    let invalid = briefing.check().err()?;
    let code = invalid.faults.first()?.code;
    let file = FileSpan::whole_file(&format!("{}/briefing.toml", briefing.month));
    let hint = "nothing in the folder is wrong, this is a fault of the program: report it with this message";
    Some(
        Diagnostic::new(code, file, format!("the month contradicts itself, and cannot be rendered: {invalid}"))
            .with_hint(hint),
    )
}

/// A name or a text that languages lack.
struct Untranslated {
    /// The name, or which text it is.
    name: String,
    /// The language that it is printed in, if it is a text.
    text: Option<Language>,
    languages: BTreeSet<Language>,
    /// What is reported where it is one language.
    fault: Diagnostic,
}

impl Untranslated {
    /// What is reported; words of the ledger are looked up in the places that it has them at.
    fn into_fault(self, in_ledger: &BTreeMap<String, FileSpan>) -> Diagnostic {
        let Self { name, text, languages, mut fault } = self;
        if let Some(text) = text {
            fault.message = pages::not_translated(&name, text, languages.iter().copied());
            return fault;
        }
        fault.message = pages::not_named(&name, languages.iter().copied());
        // Words of the ledger have no languages beside them.
        if fault.place.is_none()
            && let Some(place) = in_ledger.get(&name)
        {
            let words = languages.iter().map(|language| format!(", {language} = \"…\"")).collect::<String>();
            let name = name.replace('\\', "\\\\").replace('"', "\\\"");
            fault.hint = Some(format!(
                "write `[[wording]]` into office.toml, and below it an `id` and `name = {{ en = \"{name}\"{words} }}`"
            ));
            fault.place = Some(place.clone());
        }
        fault
    }
}

/// What only the pages of a month show; of a month that was not read as a whole, what does not depend on the rest.
fn check_draft(
    draft: &PartialEdition,
    looks: bool,
    fonts: &Arc<FontBook>,
) -> (Option<PagedDocument>, Vec<Found>, Vec<Untranslated>) {
    let PartialEdition { language, briefing, complete, outdated, .. } = draft;
    let (mut found, mut untranslated) = (Vec::new(), Vec::new());
    let mut report = |fault: Diagnostic, source: FaultSource<'_>| {
        let holds = match fault.code {
            // What the program's own tables lack, nobody who keeps an office folder can mend.
            Code::WordingInEnglish => false,
            Code::NoGlyph | Code::TextLost => *complete || fault.place.is_some(),
            _ => *complete && !pages::is_outdated(&fault, outdated),
        };
        match source {
            _ if !holds => {}
            FaultSource::Document(Warning::NameInEnglish { name, language, .. }) => {
                untranslated.push(Untranslated {
                    name: name.clone(),
                    text: None,
                    languages: BTreeSet::from([*language]),
                    fault,
                });
            }
            FaultSource::Document(Warning::TextUntranslated { place, text, language, .. }) => {
                let (name, languages) = (place.clone(), BTreeSet::from([*language]));
                untranslated.push(Untranslated { name, text: Some(*text), languages, fault });
            }
            FaultSource::Glyph(missing) => found.push((fault, Some(missing.clone()))),
            FaultSource::Document(_) | FaultSource::Other => found.push((fault, None)),
        }
    };
    let manuscript = Manuscript { briefing, language: *language, texts: *language, draft: None };
    let paged = pages::proofread(manuscript, looks, fonts, &mut report).unwrap_or_else(|error| {
        report(Diagnostic::new(Code::UnknownFact, None, format!("{}: {error}", briefing.month)), FaultSource::Other);
        None
    });
    (paged, found, untranslated)
}

fn draft_item(ItemApproval { item, state, .. }: ItemApproval) -> DraftItem {
    match state {
        ApprovalState::Approved { by, on } => DraftItem { item, by: Some(by), on: Some(on) },
        ApprovalState::Missing | ApprovalState::Lifted { .. } => DraftItem { item, by: None, on: None },
    }
}
