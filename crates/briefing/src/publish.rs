//! Publishing: the rules that an issue must meet, and what its office's folder keeps of it.

use std::collections::BTreeSet;
use std::fmt;

use briefing_model::{Day, Language, Month, TextKey};
use briefing_office::{
    Code, Diagnostics, Disk, FileError, Files, FolderPath, IssuedEdition, ItemApproval, LARGEST_ISSUE, LARGEST_RECORD,
    MonthFolder, NotRecorded, PrintedEdition, PublishedIssue, approvals, check_issue, published_issue, record_issue,
    stray_translations,
};

use crate::finished::{FinishedFile, RenderError};
use crate::folder::{Folder, RenderOptions};

/// How a month is published: in which languages, and whether it may have no items.
///
/// ```
/// use briefing::{Language, PublishOptions};
///
/// let options = PublishOptions::default().in_languages([Language::En, Language::Fr]);
/// assert!(!options.without_items);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PublishOptions {
    /// The languages; if there are none, English and those that the month is translated into.
    pub languages: Vec<Language>,
    /// Whether a month without items is published too: its figures alone.
    pub without_items: bool,
}

impl PublishOptions {
    /// The same, in these languages.
    #[must_use]
    pub fn in_languages(self, languages: impl IntoIterator<Item = Language>) -> Self {
        Self { languages: languages.into_iter().collect(), ..self }
    }

    /// The same, for a month that may have no items.
    ///
    /// ```
    /// use briefing::{Folder, Memory, PublishError, PublishOptions};
    ///
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", ""),
    /// );
    /// let (month, today) = ("2024-02".parse()?, "2024-03-05".parse()?);
    /// let options = PublishOptions::default();
    /// assert!(matches!(folder.publication(month, &options, today), Err(PublishError::NoItems { .. })));
    /// assert!(folder.publication(month, &options.allowing_no_items(true), today).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allowing_no_items(self, allow: bool) -> Self {
        Self { without_items: allow, ..self }
    }
}

/// What would be published of a month, found out before anything is rendered.
///
/// ```
/// use briefing::{Folder, Language, Memory, PublishOptions};
///
/// let folder = Folder::new(Memory::new().with("2024-02/briefing.toml", "").with("2024-02/briefing.fr.toml", ""));
/// let plan = folder.plan_publication("2024-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?)?;
/// assert_eq!(plan.languages, [Language::En, Language::Fr]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublicationPlan {
    /// The month.
    pub month: Month,
    /// The languages that it goes out in, each once.
    pub languages: Vec<Language>,
    /// Files that may be translations of its texts and are not read.
    pub warnings: Diagnostics,
}

/// An issue that may go out: its files in each of its languages.
///
/// Always holds: the files are of one month, each in another language, and the month broke no rule of publishing when they were
/// checked. Only [`Folder::publication`] and [`Folder::publication_of`] give one.
///
/// ```
/// use briefing::{Folder, Memory, PublishOptions};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///         .with("2024-02/briefing.toml", item),
/// );
/// let publication = folder.publication("2024-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?)?;
/// assert_eq!(publication.files()[0].name, "phares-2024-02-en.pdf");
/// assert!(publication.warnings().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Publication {
    month: Month,
    files: Vec<FinishedFile>,
    warnings: Diagnostics,
}

impl Publication {
    /// The month.
    #[must_use]
    pub const fn month(&self) -> Month {
        self.month
    }

    /// The files that go out.
    #[must_use]
    pub fn files(&self) -> &[FinishedFile] {
        &self.files
    }

    /// Warnings that are not among those of its files: translations that are not read, and approvals that count for nothing.
    #[must_use]
    pub const fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }
}

/// A file that an office's folder keeps of an issue that went out.
///
/// ```
/// let kept = briefing::KeptFile { name: "2024-02/figures.lock".to_owned(), bytes: Vec::new() };
/// assert!(kept.bytes.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its path in the folder.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// What an office's folder keeps of an issue, in the order in which it is written.
///
/// ```
/// use briefing::{Folder, Memory, PublishOptions};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///         .with("2024-02/briefing.toml", item),
/// );
/// let publication = folder.publication("2024-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?)?;
/// let record = folder.record(&publication)?;
/// let names: Vec<&str> = record.files.iter().map(|file| file.name.as_str()).collect();
/// assert_eq!(names, ["2024-02/published-en.pdf", "2024-02/figures.lock"]);
/// assert!(record.earlier.is_empty(), "it corrects nothing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IssueRecord {
    /// The issue that this one corrects, under names of its own: its files, and last its record. They are written first, and never
    /// over a file that says something else.
    pub earlier: Vec<KeptFile>,
    /// The issue: its files, and last `figures.lock`, which says what they print and the entries behind the figures.
    pub files: Vec<KeptFile>,
}

/// Why a month is not published.
///
/// ```
/// use briefing::{Folder, Memory, PublishError, PublishOptions};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n[publish]\napproval = true\n")
///         .with("2024-02/briefing.toml", item),
/// );
/// let refused = folder.publication("2024-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?).unwrap_err();
/// assert!(matches!(&refused, PublishError::NotApproved { items, .. } if items[0].item.as_str() == "storm"));
/// assert!(refused.to_string().starts_with("1 item is not approved, which `[publish]` in office.toml requires"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The month has not begun: its year may be mistyped.
    #[error(
        "{month} has not begun, today is {today}: nothing was published. Rename the folder after the month it covers"
    )]
    NotBegun {
        /// The month.
        month: Month,
        /// The day on which it was to be published.
        today: Day,
    },
    /// A file that may be a translation of the month is not read, and no languages were named.
    #[error(
        "a translation of {month} is not read: nothing was published. Rename it, or name the languages to publish with `--lang`"
    )]
    UnreadTranslation {
        /// The month.
        month: Month,
        /// Which file, and why it is not read.
        warnings: Diagnostics,
    },
    /// The month, its office or its ledger has errors.
    #[error("{month} has errors: nothing was published")]
    Faults {
        /// The month.
        month: Month,
        /// The errors, and the warnings found with them.
        faults: Diagnostics,
    },
    /// A file was not made, for another reason.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// There is no file to publish.
    #[error("there is no file to publish")]
    NoFiles,
    /// A file was rendered from an edition alone: there is no ledger to record its figures from.
    #[error("`{file}` was not rendered from an office folder: nothing was published")]
    NotOfFolder {
        /// The name of the file.
        file: String,
    },
    /// A file is a draft.
    #[error("`{file}` is a draft: nothing was published")]
    Draft {
        /// The name of the file.
        file: String,
    },
    /// The files are of several months.
    #[error("`{file}` is not of {month}: nothing was published")]
    OtherMonth {
        /// The month of the first file.
        month: Month,
        /// The name of a file that is of another month.
        file: String,
    },
    /// Two files are in one language.
    #[error("two files of {month} are in `{language}`: nothing was published")]
    LanguageTwice {
        /// The month.
        month: Month,
        /// The language.
        language: Language,
    },
    /// The month has no items, and [`PublishOptions::without_items`] is not set.
    #[error(
        "{month} has no items: nothing was published. If its figures are to go out alone, use `briefing publish` with `--without-items`"
    )]
    NoItems {
        /// The month.
        month: Month,
    },
    /// A text of the month is still the one that `briefing new` puts there.
    #[error("{month} has a text that nobody has written yet: nothing was published")]
    NotWritten {
        /// The month.
        month: Month,
    },
    /// The month is compared with an earlier issue that cannot be read.
    #[error(
        "{month} says what changed since an issue that cannot be read: nothing was published. Mend that month first"
    )]
    EarlierUnread {
        /// The month.
        month: Month,
    },
    /// The issue before it went out with other figures than the ledger gives for it now: what was changed would be in no issue, or in
    /// this one without a word.
    #[error(
        "{earlier} went out with other figures than the ledger gives for it now, and {month} counts from there: nothing was published. \
         Put back what was changed in the ledger, and enter what is new with the day on which it became known as `recorded`; or, if \
         {earlier} was wrong, correct it first with a `[[correction]]`"
    )]
    EarlierChanged {
        /// The month.
        month: Month,
        /// The issue before it.
        earlier: Month,
        /// Which figures have changed, and by which entries.
        faults: Diagnostics,
    },
    /// The month was published, and would print something else now, without a correction that says so.
    #[error(
        "{month} went out, and would now be printed differently: nothing was published. Put back what `briefing check` reports; or, if the \
         issue was wrong, say in {month}/briefing.toml what is corrected, under `[[correction]]`, and publish it again"
    )]
    Changed {
        /// The month.
        month: Month,
    },
    /// The month has a correction, and was never published.
    #[error(
        "{month} has not gone out, and {month}/briefing.toml has a `[[correction]]`: nothing was published. Remove it; or, if the month \
         did go out, put back its figures.lock and published files"
    )]
    NothingToCorrect {
        /// The month.
        month: Month,
    },
    /// The month has the same correction twice.
    #[error("{month}/briefing.toml has the same `[[correction]]` twice: nothing was published. Remove one of the two")]
    CorrectionTwice {
        /// The month.
        month: Month,
    },
    /// The month has a new correction, and prints what it printed before.
    #[error(
        "{month}/briefing.toml has a `[[correction]]`, and prints nothing else than what went out: nothing was published. Make the \
         change that it describes, or remove it"
    )]
    CorrectsNothing {
        /// The month.
        month: Month,
    },
    /// Texts are translated from an earlier text, and the office requires the language or the issue is a corrected one: the text may
    /// be the one that was wrong.
    #[error(
        "{} translated into `{language}` from an earlier text, {}: nothing was published. Bring {month}/briefing.{language}.toml up to date; a translation that is still right needs only the new `source`",
        Texts(texts),
        if *corrected { "which the correction may be about".to_owned() } else { format!("and the office requires `{language}`") }
    )]
    TranslationOutdated {
        /// The month.
        month: Month,
        /// The language.
        language: Language,
        /// The texts; at least one.
        texts: Vec<TextKey>,
        /// Whether the issue is a corrected one.
        corrected: bool,
    },
    /// The approvals of the month cannot be read.
    #[error("the approvals cannot be read: nothing was published")]
    ApprovalsUnread {
        /// The month.
        month: Month,
        /// What is wrong with them.
        faults: Diagnostics,
    },
    /// Items are not approved, which the office requires.
    #[error(
        "{} not approved, which `[publish]` in office.toml requires: nothing was published; `briefing approve OFFICE {month} --all --lang {} --by …` approves all of them",
        Items(items),
        Languages(items)
    )]
    NotApproved {
        /// The month.
        month: Month,
        /// The items, each once in a language; at least one.
        items: Vec<ItemApproval>,
        /// What is odd about the approvals.
        warnings: Diagnostics,
    },
    /// Another process is changing files of the folder.
    #[error("another command is changing files of the folder: wait until it is done")]
    Held,
    /// A copy of the issue that is corrected would take the place of another file.
    #[error("`{file}` is of another issue: move it away")]
    OtherIssue {
        /// Its path in the folder.
        file: String,
    },
    /// A file of the folder cannot be read or written.
    #[error("cannot {what} `{file}`: {error}")]
    File {
        /// "read", "write" or "write into".
        what: &'static str,
        /// Its path in the folder; `.` is the folder itself.
        file: String,
        /// Why not.
        error: FileError,
    },
}

impl From<NotRecorded> for PublishError {
    fn from(error: NotRecorded) -> Self {
        Self::Render(error.into())
    }
}

/// The first of some texts and how many more there are, with their verb.
struct Texts<'a>(&'a [TextKey]);

impl fmt::Display for Texts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("texts are"),
            [only] => write!(f, "`{only}` is"),
            [first, _] => write!(f, "`{first}` and 1 other text are"),
            [first, more @ ..] => write!(f, "`{first}` and {} other texts are", more.len()),
        }
    }
}

/// How many items there are, with their verb.
struct Items<'a>(&'a [ItemApproval]);

impl fmt::Display for Items<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => f.write_str("1 item is"),
            more => write!(f, "{more} items are"),
        }
    }
}

/// The languages of some items, separated by commas.
struct Languages<'a>(&'a [ItemApproval]);

impl fmt::Display for Languages<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let languages: BTreeSet<Language> = self.0.iter().map(|item| item.language).collect();
        f.write_str(&languages.into_iter().map(Language::code).collect::<Vec<_>>().join(","))
    }
}

impl<F: Files> Folder<F> {
    /// Finds out whether a month can be published at all, as far as that shows without rendering it, and in which languages.
    ///
    /// A month goes out in the languages that are asked for, or in English and those that it is translated into; and in those in which
    /// it went out before, so that no two languages differ by a correction.
    ///
    /// ```
    /// use briefing::{Folder, Memory, PublishError, PublishOptions};
    ///
    /// let folder = Folder::new(Memory::new().with("2042-02/briefing.toml", ""));
    /// let plan = folder.plan_publication("2042-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?);
    /// assert!(matches!(plan, Err(PublishError::NotBegun { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the month has not begun by `today`, and if a file that may be a translation of it is not read and no languages are
    /// named.
    pub fn plan_publication(
        &self,
        month: Month,
        options: &PublishOptions,
        today: Day,
    ) -> Result<PublicationPlan, PublishError> {
        require_begun(month, today)?;
        let languages = self.languages_of(month, &options.languages);
        let mut warnings = Diagnostics::new();
        let mut is_lacking = false;
        for stray in stray_translations(self.files(), month) {
            // If languages are named, no others are expected.
            is_lacking |=
                options.languages.is_empty() && stray.language.is_some_and(|language| !languages.contains(&language));
            warnings.push(stray.fault);
        }
        if is_lacking {
            return Err(PublishError::UnreadTranslation { month, warnings });
        }
        Ok(PublicationPlan { month, languages, warnings })
    }

    fn languages_of(&self, month: Month, wanted: &[Language]) -> Vec<Language> {
        let inside = month.to_string().parse::<FolderPath>().ok().and_then(|path| self.files().list(Some(&path)).ok());
        let inside = inside.unwrap_or_default();
        let is_translated =
            |language: Language| inside.iter().any(|entry| entry.name == format!("briefing.{language}.toml"));
        let before = published_issue(self.files(), month).map(|issue| issue.editions).unwrap_or_default();
        let is_wanted = |language: Language| match wanted {
            [] => language == Language::En || is_translated(language),
            wanted => wanted.contains(&language),
        };
        Language::ALL.into_iter().filter(|language| is_wanted(*language) || before.contains_key(language)).collect()
    }

    /// Renders a month in all its languages, and checks that it may go out on a day.
    ///
    /// Nothing is written: [`Folder::publish`] writes what a folder on a disk keeps of the issue, and [`Folder::record`] gives it to
    /// be written elsewhere.
    ///
    /// ```
    /// use briefing::{Folder, Memory, PublishError, PublishOptions};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let mut files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", item);
    /// let (month, options, today) = ("2024-02".parse()?, PublishOptions::default(), "2024-03-05".parse()?);
    ///
    /// let folder = Folder::new(files.clone());
    /// let publication = folder.publication(month, &options, today)?;
    /// for kept in folder.record(&publication)?.files {
    ///     files = files.with(&kept.name, kept.bytes);
    /// }
    ///
    /// // What went out is not changed in silence.
    /// let rewritten = Folder::new(files.with("2024-02/briefing.toml", item.replace("A storm.", "Two storms.")));
    /// assert!(matches!(rewritten.publication(month, &options, today), Err(PublishError::Changed { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the month breaks a rule of publishing, as the variants of [`PublishError`] say, or cannot be rendered.
    pub fn publication(&self, month: Month, options: &PublishOptions, today: Day) -> Result<Publication, PublishError> {
        let plan = self.plan_publication(month, options, today)?;
        let editions: Vec<_> = plan.languages.iter().map(|language| (month, RenderOptions::new(*language))).collect();
        let (mut files, mut faults) = (Vec::new(), Diagnostics::new());
        self.render_each(&editions, |_, made| {
            match made {
                Ok(file) => files.push(file),
                Err(RenderError::Faults(found)) => faults.merge(found),
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        if !faults.is_empty() {
            files.into_iter().for_each(|file| faults.merge(file.warnings));
            return Err(PublishError::Faults { month, faults });
        }
        let mut publication = self.publication_of(files, options, today)?;
        publication.warnings.merge(plan.warnings);
        Ok(publication)
    }

    /// Checks that files may go out on a day: those of one month, each in another language, as this folder rendered them. For callers
    /// that render them on their own; [`Folder::publication`] does both.
    ///
    /// The languages are those of the files, whatever the options say.
    ///
    /// ```
    /// use briefing::{Edition, Folder, Language, Memory, PublishError, PublishOptions};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let (options, today) = (PublishOptions::default(), "2024-03-05".parse()?);
    /// let file = folder.render("2024-02".parse()?, Language::En)?;
    /// assert!(folder.publication_of(vec![file.clone()], &options, today).is_ok());
    ///
    /// // An edition alone does not say what its figures rest on.
    /// let (edition, pictures) = Edition::read(&file.bytes)?;
    /// let refused = folder.publication_of(vec![edition.render(&pictures)?], &options, today);
    /// assert!(matches!(refused, Err(PublishError::NotOfFolder { .. })));
    /// assert!(matches!(folder.publication_of(vec![], &options, today), Err(PublishError::NoFiles)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Folder::publication`]; and if there are no files, if one is a draft or was not rendered from a folder, and if they are of
    /// several months or two are in one language.
    pub fn publication_of(
        &self,
        mut files: Vec<FinishedFile>,
        options: &PublishOptions,
        today: Day,
    ) -> Result<Publication, PublishError> {
        let month = one_month(&files)?;
        require_begun(month, today)?;
        for file in &mut files {
            // It is being published.
            file.warnings.take_warnings(Code::CorrectionUnpublished);
        }
        self.refuse_faults(month, &files)?;
        refuse_unfit(month, &files, options.without_items)?;
        self.refuse_corrections(month, &files)?;
        self.refuse_changed_earlier(month, &files)?;
        let warnings = self.require_approval(month, &files)?;
        Ok(Publication { month, files, warnings })
    }

    /// A month that went out and has errors now is refused for these, and not for its differences.
    fn refuse_faults(&self, month: Month, files: &[FinishedFile]) -> Result<(), PublishError> {
        for file in files.iter().filter(|file| has(file, Code::AsPublished)) {
            let faults = self.month(month, file.edition.language()).into_parts().1;
            if faults.errors() > 0 {
                return Err(PublishError::Faults { month, faults });
            }
        }
        Ok(())
    }

    /// Refuses a month if the figures that the issue before it went out with have changed: a row that is dated back, rewritten or
    /// deleted would come into this one unannounced.
    fn refuse_changed_earlier(&self, month: Month, files: &[FinishedFile]) -> Result<(), PublishError> {
        let source = files.first().and_then(|file| file.source.as_deref());
        let Some(earlier) = source.and_then(|(_, plan)| plan.previous).map(|issue| issue.month) else { return Ok(()) };
        let Some(read) = self.month(earlier, Language::En).into_parts().0 else { return Ok(()) };
        let faults = check_issue(self.files(), &read.ledger, &read.plan, &[]);
        if faults.errors() == 0 { Ok(()) } else { Err(PublishError::EarlierChanged { month, earlier, faults }) }
    }

    fn refuse_corrections(&self, month: Month, files: &[FinishedFile]) -> Result<(), PublishError> {
        let Some(first) = files.first() else { return Ok(()) };
        let corrections = &first.edition.briefing().corrections;
        let issue = published_issue(self.files(), month);
        if !corrections.is_empty() && issue.is_none() {
            return Err(PublishError::NothingToCorrect { month });
        }
        let is_twice = |(at, one)| corrections.iter().take(at).any(|earlier| earlier == one);
        if corrections.iter().enumerate().any(is_twice) {
            return Err(PublishError::CorrectionTwice { month });
        }
        let editions: Vec<PrintedEdition<'_>> = files.iter().map(printed).collect();
        let is_new = |issue: &PublishedIssue| issue.corrections < corrections.len();
        self.refuse_outdated(month, files, issue.as_ref().is_some_and(is_new))?;
        // A correction of the ledger that the issue does not count is reported, and is no mistake of the month's file.
        let is_counted = !has(first, Code::CorrectionUncounted);
        if is_counted && issue.filter(is_new).is_some_and(|issue| issue.is_printed_alike(&editions)) {
            return Err(PublishError::CorrectsNothing { month });
        }
        Ok(())
    }

    fn refuse_outdated(&self, month: Month, files: &[FinishedFile], corrected: bool) -> Result<(), PublishError> {
        let office = self.office().into_parts().0;
        let required = office.as_ref().map(|read| read.office.data().required_languages.as_slice()).unwrap_or_default();
        let languages = files.iter().map(|file| file.edition.language());
        for language in languages.filter(|language| corrected || required.contains(language)) {
            let texts = self.month(month, language).into_parts().0.map(|read| read.behind).unwrap_or_default();
            if !texts.is_empty() {
                return Err(PublishError::TranslationOutdated { month, language, texts, corrected });
            }
        }
        Ok(())
    }

    /// Refuses items that are not approved if the office wants all approved; what else is found about the approvals.
    fn require_approval(&self, month: Month, files: &[FinishedFile]) -> Result<Diagnostics, PublishError> {
        let mut warnings = Diagnostics::new();
        let read = self.month(month, Language::En).into_parts().0;
        if !read.is_some_and(|read| read.requires_approval) {
            return Ok(warnings);
        }
        let mut missing: Vec<ItemApproval> = Vec::new();
        for file in files {
            let (read, states) = self.approvals_in(month, file.edition.language(), &mut warnings)?;
            // What is printed in English for want of a translation is approved in English.
            let (mut states, without): (Vec<_>, Vec<_>) =
                states.into_iter().partition(|one| read.has_text_of(&one.item));
            if !without.is_empty() {
                let (_, english) = self.approvals_in(month, Language::En, &mut warnings)?;
                states.extend(english.into_iter().filter(|one| without.iter().any(|other| other.item == one.item)));
            }
            for one in states.into_iter().filter(|one| !one.is_approved()) {
                if !missing.contains(&one) {
                    missing.push(one);
                }
            }
        }
        if missing.is_empty() {
            Ok(warnings)
        } else {
            Err(PublishError::NotApproved { month, items: missing, warnings })
        }
    }

    fn approvals_in(
        &self,
        month: Month,
        language: Language,
        warnings: &mut Diagnostics,
    ) -> Result<(MonthFolder, Vec<ItemApproval>), PublishError> {
        let (read, faults) = self.month(month, language).into_parts();
        let Some(read) = read else { return Err(PublishError::ApprovalsUnread { month, faults }) };
        let (states, faults) = approvals(self.files(), &read).into_parts();
        let Some(states) = states else { return Err(PublishError::ApprovalsUnread { month, faults }) };
        warnings.merge(faults);
        Ok((read, states))
    }

    /// What the month's folder keeps of an issue that goes out, to be written before any of its files is handed on. With these in the
    /// folder, [`Folder::render`] gives the files that went out, and [`Folder::check`] finds what would be printed differently.
    ///
    /// The folder's record of other languages is kept. [`Folder::publish`] writes all of it into a folder on a disk.
    ///
    /// ```
    /// use briefing::{Folder, Language, Memory, PublishOptions};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let mut files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("2024-02/briefing.toml", item);
    /// let month = "2024-02".parse()?;
    /// let folder = Folder::new(files.clone());
    /// let publication = folder.publication(month, &PublishOptions::default(), "2024-03-05".parse()?)?;
    /// for kept in folder.record(&publication)?.files {
    ///     files = files.with(&kept.name, kept.bytes);
    /// }
    ///
    /// let rewritten = Folder::new(files.with("2024-02/briefing.toml", item.replace("A storm.", "Two storms.")));
    /// assert!(rewritten.check().to_string().contains("would now be printed"));
    /// assert!(rewritten.render(month, Language::En)?.bytes == publication.files()[0].bytes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the month was published meanwhile and the ledger has other figures since, if the record of the issue that is corrected
    /// cannot be read, and if the ledger gives no figures: sums beyond what money can hold.
    pub fn record(&self, publication: &Publication) -> Result<IssueRecord, PublishError> {
        let Publication { month, files, .. } = publication;
        let first = files.first().ok_or(PublishError::NoFiles)?;
        let Some((ledger, plan)) = first.source.as_deref() else {
            return Err(PublishError::NotOfFolder { file: first.name.clone() });
        };
        let before = published_issue(self.files(), *month);
        let editions: Vec<_> = files.iter().map(printed).collect();
        let drift = check_issue(self.files(), ledger, plan, &editions);
        if drift.errors() > 0 {
            return Err(RenderError::Faults(drift).into());
        }
        let issued: Vec<_> = files.iter().map(|file| IssuedEdition::new(printed(file), &file.bytes)).collect();
        let name = format!("{month}/figures.lock");
        let lock = self.files().read(&path(&name)?, LARGEST_RECORD);
        let record = record_issue(ledger, plan, &issued, lock.as_deref().ok())?;
        let mut earlier = Vec::new();
        if let Some(issue) = before.filter(|issue| issue.corrections < first.edition.briefing().corrections.len()) {
            let number = issue.corrections + 1;
            for language in issue.editions.keys() {
                // A file that is lost, or was replaced when this was tried before, does not prevent the correction.
                if let Ok(Some(bytes)) = issue.file(self.files(), *language) {
                    earlier.push(KeptFile { name: format!("{month}/published-{number}-{language}.pdf"), bytes });
                }
            }
            let bytes = lock.map_err(|error| PublishError::File { what: "read", file: name.clone(), error })?;
            earlier.push(KeptFile { name: format!("{month}/figures-{number}.lock"), bytes });
        }
        let kept = |file: &FinishedFile| KeptFile {
            name: PublishedIssue::file_name(*month, file.edition.language()),
            bytes: file.bytes.clone(),
        };
        let mut kept: Vec<KeptFile> = files.iter().map(kept).collect();
        kept.push(KeptFile { name, bytes: record.into_bytes() });
        Ok(IssueRecord { earlier, files: kept })
    }
}

impl Folder<Disk> {
    /// Writes what the folder keeps of an issue, as [`Folder::record`] gives it; from then on the issue is published. The files that are
    /// handed on are [`Publication::files`], for the caller to write.
    ///
    /// ```
    /// use briefing::{Folder, PublishOptions};
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path();
    /// # std::fs::write(path.join("office.toml"), "[office]\nid = 'phares'\nname = 'Lighthouses'\n")?;
    /// # std::fs::create_dir(path.join("2024-02"))?;
    /// # std::fs::write(path.join("2024-02/briefing.toml"), "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n")?;
    /// let folder = Folder::open(path)?;
    /// let publication = folder.publication("2024-02".parse()?, &PublishOptions::default(), "2024-03-05".parse()?)?;
    /// folder.publish(&publication)?;
    /// assert!(path.join("2024-02/figures.lock").is_file());
    /// assert!(path.join("2024-02/published-en.pdf").is_file());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Folder::record`]; and if another process is changing files of the folder, if the system refuses a file, and if a copy of the
    /// issue that is corrected would take the place of another file.
    pub fn publish(&self, publication: &Publication) -> Result<IssueRecord, PublishError> {
        let disk = self.files();
        let failed = |what, file: &str| {
            let file = file.to_owned();
            move |error| PublishError::File { what, file, error }
        };
        // While the folder is held, what another command recorded in other languages stays.
        let _held = disk.hold().map_err(failed("write into", "."))?.ok_or(PublishError::Held)?;
        let record = self.record(publication)?;
        for KeptFile { name, bytes } in &record.earlier {
            let path = path(name)?;
            let is_new = disk.create(&path, bytes).map_err(failed("write", name))?;
            if !is_new && disk.read(&path, LARGEST_ISSUE).map_err(failed("write", name))? != *bytes {
                return Err(PublishError::OtherIssue { file: name.clone() });
            }
        }
        for KeptFile { name, bytes } in &record.files {
            disk.write(&path(name)?, bytes).map_err(failed("write", name))?;
        }
        Ok(record)
    }
}

/// A path in the folder, which each name here is.
fn path(name: &str) -> Result<FolderPath, PublishError> {
    name.parse().map_err(|_| PublishError::File { what: "write", file: name.to_owned(), error: FileError::Outside })
}

fn printed(FinishedFile { edition, .. }: &FinishedFile) -> PrintedEdition<'_> {
    PrintedEdition { language: edition.language(), briefing: edition.briefing() }
}

fn has(file: &FinishedFile, code: Code) -> bool {
    file.warnings.iter().any(|fault| fault.code == code)
}

/// The month that all files are of; fails if they cannot be one issue.
fn one_month(files: &[FinishedFile]) -> Result<Month, PublishError> {
    let month = files.first().map(|file| file.edition.briefing().month).ok_or(PublishError::NoFiles)?;
    let mut languages = BTreeSet::new();
    for file in files {
        let name = || file.name.clone();
        let language = file.edition.language();
        if file.edition.briefing().month != month {
            return Err(PublishError::OtherMonth { month, file: name() });
        }
        if file.edition.draft().is_some() {
            return Err(PublishError::Draft { file: name() });
        }
        // What went out of a month that cannot be read any more comes without its ledger, and is refused for its errors.
        if file.source.is_none() && !has(file, Code::AsPublished) {
            return Err(PublishError::NotOfFolder { file: name() });
        }
        if !languages.insert(language) {
            return Err(PublishError::LanguageTwice { month, language });
        }
    }
    Ok(month)
}

fn require_begun(month: Month, today: Day) -> Result<(), PublishError> {
    if month.first_day() > today { Err(PublishError::NotBegun { month, today }) } else { Ok(()) }
}

fn refuse_unfit(month: Month, files: &[FinishedFile], without_items: bool) -> Result<(), PublishError> {
    let has = |code| files.iter().any(|file| has(file, code));
    if has(Code::EmptyMonth) && !without_items {
        return Err(PublishError::NoItems { month });
    }
    if has(Code::NotWritten) {
        return Err(PublishError::NotWritten { month });
    }
    if has(Code::EarlierUnread) {
        return Err(PublishError::EarlierUnread { month });
    }
    if has(Code::AsPublished) {
        return Err(PublishError::Changed { month });
    }
    Ok(())
}
