//! What of a month is translated into a language, and what is not: for those who translate.

use std::collections::BTreeSet;

use briefing_model::{
    Briefing, Language, Month, MonthPlan, Name, Office, OfficeDraft, OfficeId, RichText, SourceText, TextKey,
    UnreadTexts,
};

use super::folder::{Base, Share};
use super::pictures::Assets;
use super::results::Reading;
use super::translation::{self, Translated, TranslationState, TranslationTexts, month_file, office_file};
use crate::files::Files;
use crate::picture::Effort;
use crate::po;
use crate::tree::Log;

/// The texts of a month, and of its office as far as the month prints them, with what there is of them in a language.
///
/// See [`read_texts`].
///
/// Out to the translators, and back:
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, Po, plan_text_import, read_texts};
///
/// let office = "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\nsections = ['leadership']\n";
/// let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// let mut files = Memory::new().with("office.toml", office).with("2025-04/briefing.toml", item);
/// let (april, french) = ("2025-04".parse()?, [Language::Fr]);
/// let texts = read_texts(&files, april, &french).into_result()?;
/// assert_eq!((texts[0].done(), texts[0].missing().count()), (0, 1));
/// let po = texts[0].to_po().replace("\"A visit.\"\nmsgstr \"\"", "\"A visit.\"\nmsgstr \"Une visite.\"");
/// assert!(texts[0].to_xliff().contains("A visit."), "the same for tools that prefer XLIFF");
///
/// let po = Po { name: "fr.po", bytes: po.as_bytes(), language: None };
/// let import = plan_text_import(&files, april, &po).into_result()?;
/// for (path, text) in &import.files {
///     files = files.with(path.as_str(), text);
/// }
/// let texts = read_texts(&files, april, &french).into_result()?;
/// assert_eq!((texts[0].done(), texts[0].out_of_date().count()), (1, 0));
/// assert!(texts[0].to_tmx().contains("Une visite."), "the memory has what is translated");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MonthTexts {
    /// The office.
    pub office: OfficeId,
    /// The month.
    pub month: Month,
    /// The language.
    pub language: Language,
    /// Whether the office requires it.
    pub required: bool,
    /// The texts, in the order in which the files have their sources.
    pub texts: Vec<TranslatableText>,
}

/// A text that is to be translated.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, TranslatableText, read_texts};
///
/// # let month = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// # let files = Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\n")
/// #     .with("2025-04/briefing.toml", month);
/// let (texts, _) = read_texts(&files, "2025-04".parse()?, &[Language::Fr]).into_parts();
/// let texts = texts.ok_or("the month reads")?;
/// let visit: &TranslatableText = texts[0].missing().next().ok_or("its text is to be translated")?;
/// assert_eq!((visit.file.as_str(), visit.key.to_string()), ("2025-04/briefing.toml", "visit.text".to_owned()));
/// assert!(visit.state.text().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TranslatableText {
    /// Its key.
    pub key: TextKey,
    /// The file that its source is in.
    pub file: String,
    /// The source.
    pub source: SourceText,
    /// Whether the month prints it. What it does not print is there only if it is translated all the same.
    pub printed: bool,
    /// Whether a language may do without: many acronyms have none.
    pub optional: bool,
    /// What there is of it.
    pub state: TextState,
}

/// What there is of a text in a language.
///
/// ```
/// use briefing_office::TextState;
///
/// assert_eq!(TextState::Done("Un lancement.".parse()?).as_str(), "done");
/// # Ok::<(), briefing_model::InvalidRichText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextState {
    /// Nothing.
    Missing,
    /// A translation of the present source.
    Done(RichText),
    /// A translation of an earlier source.
    OutOfDate {
        /// The translation.
        text: RichText,
        /// The source that it was made from.
        source: String,
    },
}

impl TextState {
    /// The state in a word or two.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Done(_) => "done",
            Self::OutOfDate { .. } => "out of date",
        }
    }

    /// The translation, of whichever source.
    ///
    /// ```
    /// use briefing_office::TextState;
    ///
    /// let text = "Un lancement.".parse()?;
    /// let state = TextState::OutOfDate { text, source: "A start.".to_owned() };
    /// assert_eq!(state.text().map(|text| text.plain()), Some("Un lancement.".to_owned()), "it is printed until it is renewed");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub const fn text(&self) -> Option<&RichText> {
        match self {
            Self::Missing => None,
            Self::Done(text) | Self::OutOfDate { text, .. } => Some(text),
        }
    }
}

impl From<&Translated> for TextState {
    fn from(translated: &Translated) -> Self {
        let text = translated.text.clone();
        match translated.state {
            TranslationState::Current => Self::Done(text),
            TranslationState::OutOfDate | TranslationState::Unusable => {
                Self::OutOfDate { text, source: translated.source.clone() }
            }
        }
    }
}

impl MonthTexts {
    /// The texts that are missing and that the language cannot do without.
    pub fn missing(&self) -> impl Iterator<Item = &TranslatableText> {
        self.texts.iter().filter(|text| text.state == TextState::Missing && !text.optional)
    }

    /// The texts that are printed in a translation of an earlier source.
    pub fn out_of_date(&self) -> impl Iterator<Item = &TranslatableText> {
        self.texts.iter().filter(|text| text.printed && matches!(text.state, TextState::OutOfDate { .. }))
    }

    /// How many of those that the month prints are translated from the present source.
    #[must_use]
    pub fn done(&self) -> usize {
        self.texts.iter().filter(|text| text.printed && matches!(text.state, TextState::Done(_))).count()
    }

    /// The texts as a PO file (GNU gettext) for translators' tools; [`plan_text_import`](crate::plan_text_import) takes it back.
    ///
    /// An entry's context is the file and the key of the source. What is out of date is marked as fuzzy, with the source it was
    /// made from. The file holds no date: the same texts give the same bytes.
    #[must_use]
    pub fn to_po(&self) -> String {
        let texts: Vec<_> = self.texts.iter().map(PoText::of).collect();
        po::write(&self.header(&self.project()), texts.iter().map(PoText::message))
    }

    /// The texts as an XLIFF 2.1 file, with the same keys; [`plan_text_import`](crate::plan_text_import) takes it back.
    #[must_use]
    pub fn to_xliff(&self) -> String {
        let texts: Vec<_> = self.texts.iter().map(PoText::of).collect();
        po::xliff::write(&self.header(&self.project()), texts.iter().map(PoText::message))
    }

    /// Those of the texts that are translated as a translation memory (TMX 1.4b), each with the source it was made from.
    #[must_use]
    pub fn to_tmx(&self) -> String {
        let texts: Vec<_> = self.texts.iter().map(PoText::of).collect();
        po::xliff::write_memory(&self.header(&self.project()), texts.iter().map(PoText::message))
    }

    fn project(&self) -> String {
        format!("{} {}", self.office, self.month)
    }

    const fn header<'p>(&self, project: &'p str) -> po::PoHeader<'p> {
        po::PoHeader { project, language: self.language }
    }
}

/// A text in the words of a PO file.
struct PoText<'a> {
    file: &'a str,
    comment: String,
    context: String,
    source: String,
    text: String,
    previous: Option<&'a str>,
}

impl<'a> PoText<'a> {
    fn of(text: &'a TranslatableText) -> Self {
        let optional = if text.optional { "; blank where the language has none" } else { "" };
        let previous = match &text.state {
            TextState::OutOfDate { source, .. } => Some(source.as_str()),
            TextState::Missing | TextState::Done(_) => None,
        };
        Self {
            file: &text.file,
            comment: format!("{}{optional}", text.key.describe()),
            context: po::context(&text.file, &text.key),
            source: text.source.written(),
            text: text.state.text().map(|words| text.source.write(words)).unwrap_or_default(),
            previous,
        }
    }

    fn message(&self) -> po::Message<'_> {
        let Self { file, comment, context, source, text, previous } = self;
        po::Message { comment, file, context, source, text, previous: *previous }
    }
}

/// Reads a month and tells what of it is translated into each of some languages; nothing of English, which it is written in.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, read_texts};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\nsections = ['leadership']\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n");
/// let (texts, _) = read_texts(&files, "2025-04".parse().unwrap(), &[Language::Fr]).into_parts();
/// let missing: Vec<String> = texts.unwrap()[0].missing().map(|text| text.key.to_string()).collect();
/// assert_eq!(missing, ["visit.text"], "the office has named itself");
/// ```
pub fn read_texts(files: &dyn Files, month: Month, languages: &[Language]) -> Reading<Vec<MonthTexts>> {
    let log = Log::default();
    let sources = TextSources::read(files, month, &log);
    let languages = languages.iter().filter(|language| **language != Language::En);
    let texts = sources.map(|sources| languages.map(|language| sources.texts(files, *language, &log)).collect());
    Reading::new(texts, log)
}

/// What there is to translate.
pub(crate) struct TextSources {
    pub(crate) office: Office,
    pub(crate) plan: MonthPlan,
    briefing: Briefing,
}

/// What a language has of it, file by file.
pub(crate) struct KnownTexts {
    pub(crate) office: TranslationTexts,
    pub(crate) month: TranslationTexts,
}

impl TextSources {
    pub(crate) fn read(files: &dyn Files, month: Month, log: &Log) -> Option<Self> {
        let base = Base::read(files, None, log);
        let read = base.month(files, (month, Share::All), Effort::Prove, &mut Assets::default(), log)?;
        let sound = log.errors() == 0;
        let office = base.office.draft.filter(|_| sound).and_then(OfficeDraft::into_office)?;
        Some(Self { office, plan: read.file.plan, briefing: read.briefing })
    }

    /// What the files of a language have.
    pub(crate) fn known(&self, files: &dyn Files, language: Language, log: &Log) -> KnownTexts {
        let (month, nothing) = (self.plan.month, UnreadTexts::default());
        KnownTexts {
            office: translation::read(files, &office_file(language), language, &self.office.texts(), &nothing, log),
            month: translation::read(files, &month_file(month, language), language, &self.plan.texts(), &nothing, log),
        }
    }

    fn texts(&self, files: &dyn Files, language: Language, log: &Log) -> MonthTexts {
        let known = self.known(files, language, log);
        let month_file = format!("{}/briefing.toml", self.plan.month);
        let keys: BTreeSet<TextKey> = self.briefing.text_keys().into_iter().collect();
        let names: BTreeSet<&Name> = self.briefing.names().into_iter().collect();
        let mut texts = Vec::new();
        let of_office = self.office.texts().into_iter().map(|text| (text, "office.toml", &known.office));
        let of_month = self.plan.texts().into_iter().map(|text| (text, month_file.as_str(), &known.month));
        for ((key, source), file, translations) in of_office.chain(of_month) {
            let translated = translations.texts.get(&key);
            let printed = match &source {
                // What office.toml gives is done, and nobody else's.
                SourceText::Name(name) => name.get(language).is_none() && names.contains(&name),
                SourceText::Rich(_) | SourceText::Plain(_) => keys.contains(&key),
            };
            if !printed && translated.is_none() {
                continue;
            }
            let optional = key.segments().last() == Some("acronym");
            let state = translated.map_or(TextState::Missing, TextState::from);
            texts.push(TranslatableText { key, file: file.to_owned(), source, printed, optional, state });
        }
        let data = self.office.data();
        let required = data.required_languages.contains(&language);
        MonthTexts { office: data.id.clone(), month: self.plan.month, language, required, texts }
    }
}
