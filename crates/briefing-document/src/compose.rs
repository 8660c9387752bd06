//! Composing the document of a briefing.

mod colophon;
mod contributions;
mod draft;
mod events;
mod glance;
mod item_line;
mod mandate;
mod movements;
mod states;
mod structure;
mod text;

use briefing_model::{Briefing, Day, FactName, Language, Origin, SectionKind};

use self::draft::DocumentDraft;
pub use self::text::facts_in_words;
use crate::{Block, Document, Section, SectionRole};

/// A document, with warnings about what was missing for it.
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let composition = compose(&briefing, Language::Ru)?;
/// for warning in &composition.warnings {
///     eprintln!("warning[{}]: {warning}", warning.code());
/// }
/// assert!(!composition.warnings.is_empty(), "the texts are not translated");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Composition {
    /// The document.
    pub document: Document,
    /// Everything printed in another language because it is not available in the document's; each once, in order of first appearance.
    pub warnings: Vec<Warning>,
}

/// Something that a document prints in a language other than its own.
///
/// ```
/// use briefing_document::Warning;
/// use briefing_model::{Language, Origin};
///
/// let name = "Madrid".to_owned();
/// let warning = Warning::NameInEnglish { name, language: Language::Zh, origin: Origin::default() };
/// assert_eq!(warning.to_string(), "`Madrid` has no name in `zh` and is printed in English: add the name");
/// assert_eq!(warning.code(), "N0101");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Warning {
    /// A name that is not known in the document's language.
    #[error("`{name}` has no name in `{language}` and is printed in English: add the name")]
    NameInEnglish {
        /// The name in English.
        name: String,
        /// The language in which the name is not known.
        language: Language,
        /// Where the English name was written.
        origin: Origin,
    },
    /// A wording settled by the United Nations that is not confirmed in the document's language.
    #[error("no wording of `{words}` is confirmed in `{language}`, so it is printed in English")]
    WordingInEnglish {
        /// The wording in English.
        words: String,
        /// The language in which no wording is confirmed.
        language: Language,
    },
    /// A text that is not in the document's language.
    #[error("{place} is printed in `{text}`, not in `{language}`: translate it")]
    TextUntranslated {
        /// The text concerned.
        place: String,
        /// The language it is in.
        text: Language,
        /// The language of the document.
        language: Language,
        /// Where the text was written.
        origin: Origin,
    },
}

impl Warning {
    /// Where the words were written, if they are the office's.
    ///
    /// ```
    /// use briefing_document::Warning;
    /// use briefing_model::{Language, Origin};
    ///
    /// let (name, origin) = ("Madrid".to_owned(), Origin::new("line 7"));
    /// let warning = Warning::NameInEnglish { name, language: Language::Zh, origin };
    /// assert_eq!(warning.origin().and_then(Origin::get), Some(&"line 7"));
    /// ```
    #[must_use]
    pub const fn origin(&self) -> Option<&Origin> {
        match self {
            Self::NameInEnglish { origin, .. } | Self::TextUntranslated { origin, .. } => Some(origin),
            Self::WordingInEnglish { .. } => None,
        }
    }

    /// The stable code of this kind of warning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NameInEnglish { .. } => "N0101",
            Self::WordingInEnglish { .. } => "N0103",
            Self::TextUntranslated { .. } => "N0102",
        }
    }
}

/// The reason why a briefing cannot be composed.
///
/// [`Briefing::compile`] never returns such a briefing; one that was read from elsewhere may be one.
///
/// ```
/// use briefing_document::{ComposeError, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let mut briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// briefing.about[0] = "There are {compact.observers} observers.".parse()?;
/// let ComposeError::UnknownFact { fact, .. } = compose(&briefing, Language::En).unwrap_err() else { unreachable!() };
/// assert_eq!(fact.as_str(), "compact.observers");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ComposeError {
    /// A text uses a fact for which the briefing has no value.
    #[error("{place} uses the fact `{fact}`, which the briefing does not hold: compile the month again")]
    UnknownFact {
        /// The text concerned.
        place: String,
        /// The fact's name.
        fact: FactName,
    },
}

/// Composes the document of a briefing in one language.
///
/// Everything the program words itself is in that language, and so are names known in it. Other names are printed in English, marked as
/// English, and reported as warnings. The office's texts are taken to be in English, the language an office writes in first; [`Composer`]
/// accepts texts in another language, such as those of [`Briefing::translated`].
///
/// # Errors
///
/// Fails if a text uses a fact that the briefing does not have.
///
/// # Example
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json"));
/// let briefing: Briefing = serde_json::from_str(json)?;
///
/// let english = compose(&briefing, Language::En)?.document;
/// assert_eq!(english.sections[0].heading, "About UNOCT");
///
/// let french = compose(&briefing, Language::Fr)?;
/// assert_eq!(french.document.about.title, "Bulletin mensuel, avril 2025 – BLT");
/// assert!(!french.warnings.is_empty(), "its texts are still in English");
/// # Ok(())
/// # }
/// ```
pub fn compose(briefing: &Briefing, language: Language) -> Result<Composition, ComposeError> {
    Composer::new(language).texts_in(Language::En).compose(briefing)
}

/// How a document is composed: its language, and the language of the office's texts.
///
/// ```
/// use briefing_document::Composer;
/// use briefing_model::{Briefing, Language};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let translated: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// // A briefing whose texts have been translated.
/// let composition = Composer::new(Language::Fr).compose(&translated)?;
/// assert_eq!(composition.document.language, Language::Fr);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Composer {
    language: Language,
    texts: Language,
}

impl Composer {
    /// A composer for documents in a language, from texts in the same language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, texts: language }
    }

    /// Sets the language of the office's texts. In a document in another language, they are marked with it.
    ///
    /// ```
    /// use briefing_document::Composer;
    /// use briefing_model::{Briefing, Language};
    ///
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// // French headings and dates around English texts, each marked as English for screen readers.
    /// let document = Composer::new(Language::Fr).texts_in(Language::En).compose(&briefing)?.document;
    /// assert!(document.outline().contains("[A course began.]{lang=en}"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn texts_in(self, texts: Language) -> Self {
        Self { texts, ..self }
    }

    /// Composes the document of a briefing.
    ///
    /// # Errors
    ///
    /// Fails if a text uses a fact that the briefing does not have.
    pub fn compose(self, briefing: &Briefing) -> Result<Composition, ComposeError> {
        let mut draft = DocumentDraft::new(briefing, self.language, self.texts);

        // The title comes before everything else, so its names are looked up first.
        draft.learn_titles();
        let title = draft.title();
        let mut sections: Vec<Section> =
            draft.corrections()?.into_iter().map(|section| draft.with_note(section)).collect();
        let leads = draft.lead_before();
        for kind in &briefing.sections {
            if leads == Some(*kind) {
                sections.extend(draft.lead()?.map(|section| draft.with_note(section)));
            }
            sections.extend(section(&mut draft, *kind)?);
        }
        sections.extend(draft.colophon());
        let document = Document {
            language: self.language,
            about: draft.info(),
            running: draft.running()?,
            style: draft.style(),
            title,
            sections,
        };
        Ok(Composition { document, warnings: draft.warnings() })
    }

    /// Composes the document of an unfinished briefing, marked as a draft in its title and at the foot of every page, with a final sheet
    /// that states who approved each item.
    ///
    /// # Errors
    ///
    /// As for [`Composer::compose`].
    ///
    /// ```
    /// use briefing_document::{Approval, Composer};
    /// use briefing_model::{Briefing, Language};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let sheet = [Approval { item: "votan".to_owned(), approved: None }];
    /// let document = Composer::new(Language::En).compose_draft(&briefing, &sheet)?.document;
    /// assert!(document.about.title.starts_with("DRAFT – "));
    /// assert_eq!(document.sections.last().unwrap().anchor, "approvals");
    /// # Ok(())
    /// # }
    /// ```
    pub fn compose_draft(self, briefing: &Briefing, sheet: &[Approval]) -> Result<Composition, ComposeError> {
        let mut composition = self.compose(briefing)?;
        let messages = crate::languages::of(self.language);
        let document = &mut composition.document;
        document.about.title = format!("{} – {}", messages.phrases().draft, document.about.title);
        document.running.foot_start = format!("{} · {}", messages.phrases().draft, document.running.foot_start);
        let line = |approval: &Approval| {
            let said = match &approval.approved {
                Some((by, on)) => messages.approved(by, &crate::dates::day(*on, self.language)),
                None => messages.phrases().not_approved.to_owned(),
            };
            let item = vec![crate::Inline::Text(approval.item.clone().into())];
            Block::Paragraph(vec![crate::Inline::Strong(item), crate::Inline::Text(format!(": {said}").into())])
        };
        if !sheet.is_empty() {
            document.sections.push(Section {
                anchor: "approvals".to_owned(),
                heading: messages.phrases().approvals.into(),
                role: SectionRole::Text,
                blocks: sheet.iter().map(line).collect(),
            });
        }
        Ok(composition)
    }
}

/// The approval of an item, as far as it is known.
///
/// ```
/// let approval = briefing_document::Approval { item: "votan".to_owned(), approved: None };
/// assert!(approval.approved.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The item's id.
    pub item: String,
    /// Who approved the item in its present form, and when.
    pub approved: Option<(String, Day)>,
}

/// The word for a draft in a language: `DRAFT`.
///
/// ```
/// assert_eq!(briefing_document::draft_mark(briefing_model::Language::Fr), "PROJET");
/// ```
#[must_use]
pub fn draft_mark(language: Language) -> &'static str {
    crate::languages::of(language).phrases().draft
}

/// A section; `None` if it has nothing to say.
fn section(draft: &mut DocumentDraft<'_>, kind: SectionKind) -> Result<Option<Section>, ComposeError> {
    let section = match kind {
        SectionKind::Glance => draft.glance()?,
        SectionKind::About => draft.about()?,
        SectionKind::Mandate => draft.mandate()?,
        SectionKind::Leadership => draft.leadership()?,
        SectionKind::Highlights => draft.highlights()?,
        SectionKind::CapacityBuilding => draft.capacity_building()?,
        SectionKind::Structure => draft.structure(),
        SectionKind::RecentPledges => draft.movements(),
        SectionKind::Contributors => draft.contributions(),
        SectionKind::Strategy => draft.strategy()?,
    };
    Ok(Some(section).filter(|section| !section.blocks.is_empty()).map(|section| draft.with_note(section)))
}
