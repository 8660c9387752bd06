//! The edition: all that a finished file was made from, as data that travel in the file.
//!
//! An [`Edition`] is attached to every file as [`Edition::FILE_NAME`]. It holds the [`Briefing`], which is what the page
//! prints and nothing else, and whatever else decides how the page looks: the language, the pictures and the typefaces by
//! their digests. From an edition the same program makes the same bytes again: [`Edition::render`].
//!
//! # Pictures
//!
//! A file holds each picture once. A JPEG file is embedded as it is; an opaque PNG file can be restored from the page, because
//! the office's reader normalizes it; a PNG file with transparency, which PDF splits into colours and a mask, is attached.
//! [`Edition::from_pdf`] finds them all by digest. Outside of a file they are part of the JSON, in base64:
//! [`Edition::to_json_with`].
//!
//! # Fonts
//!
//! The program's own fonts are named by digest. Those that an office brings along are attached if whoever gets them may install
//! them; without one of the others a file cannot be made again, and [`Edition::font_book`] says so.
//!
//! # Versions
//!
//! `version` counts the changes of the form; its JSON Schema (the function `schema`, behind the feature of that name, and
//! `briefing schema edition`) describes the newest. A later program reads the editions of an earlier one: [`Edition::from_json`]
//! looks at `version` before anything else, and has a function for each earlier version that turns its JSON into that of the
//! next. There is one version so far, and thus no such function. An edition that is newer than the program is refused as made by
//! another version. `producer` is the version of the program, whose pages may look different even if the form is the same.

mod error;
mod fonts;
mod pictures;
mod read;
mod render;

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_derive::Record;
use briefing_model::{Briefing, Day, Digest, EventId, Language, Media};
use briefing_office::MonthFolder;
use serde::{Deserialize, Serialize};

pub use error::EditionError;
pub(crate) use error::code_of;
pub(crate) use pictures::digest;
pub use render::check_pages;

/// The bytes of pictures, by digest.
///
/// ```
/// use briefing::Pictures;
/// use briefing_model::Digest;
///
/// let mut pictures = Pictures::new();
/// pictures.insert(Digest::new([7; 32]), b"the bytes of a file".as_slice().into());
/// assert!(pictures.contains_key(&Digest::new([7; 32])));
/// ```
pub type Pictures = BTreeMap<Digest, Arc<[u8]>>;

/// The version of this program, as editions state it.
///
/// ```
/// use briefing::edition::{Edition, PRODUCER};
/// use briefing::Language;
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// assert_eq!(edition.producer(), PRODUCER);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const PRODUCER: &str = env!("CARGO_PKG_VERSION");

/// The form of an edition as JSON Schema, draft 2020-12: what [`Edition::from_json`] reads.
///
/// ```
/// let schema = briefing::edition::schema();
/// assert_eq!(schema["properties"]["format"]["enum"][0], "briefing-edition");
/// ```
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    briefing_model::schema::to_read::<read::First>()
}

/// All that a file was made from.
///
/// Always holds: its pictures are those of the briefing, each once, in the order of their digests.
///
/// ```
/// use briefing_model::{Briefing, Language};
/// use briefing::edition::Edition;
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let briefing: Briefing = serde_json::from_str(json)?;
/// let edition = Edition::new(briefing, Language::Fr).with_texts_in(Language::En);
/// let (again, pictures) = Edition::from_json(&edition.to_json()?)?;
/// assert_eq!(again, edition);
/// assert!(pictures.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Its name in a file, and whether this program made it:
///
/// ```
/// use briefing::edition::{Edition, PRODUCER};
/// use briefing::{Language, Pictures};
/// use tagged_pdf::reader::PdfFile;
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::Fr).with_texts_in(Language::En);
/// assert_eq!(edition.compose()?.document.title.text, "Bulletin mensuel");
/// let fonts = edition.font_book(&Pictures::new())?;
/// let pages = briefing::layout::layout(&edition.compose()?.document, &fonts);
/// let file = edition.write(&pages, &Pictures::new())?;
///
/// let attached = PdfFile::open(&file)?.attachments()?;
/// assert_eq!(attached[0].name, Edition::FILE_NAME);
/// assert!(attached[0].bytes.starts_with(format!(r#"{{"format":"briefing-edition","version":{}"#, Edition::VERSION).as_bytes()));
/// assert!(edition.is_ours() && edition.producer() == PRODUCER);
/// assert_eq!(edition.remade(), edition, "there is no newer version to remake it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    format: EditionFormat,
    version: u32,
    producer: String,
    language: Language,
    texts: Language,
    briefing: Briefing,
    pictures: Vec<EditionPicture>,
    fonts: Vec<EditionFont>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    office_fonts: Vec<EditionFont>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<EditionDraft>,
}

/// What makes an edition a draft: its file says so on every page, and ends with a sheet of approvals.
///
/// ```
/// let draft = briefing::edition::EditionDraft { items: vec![] };
/// assert_eq!(serde_json::to_string(&draft)?, r#"{"items":[]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionDraft {
    /// The items, in the order in which they are printed.
    pub items: Vec<DraftItem>,
}

/// An item of a draft, and who approved it.
///
/// ```
/// let item = briefing::edition::DraftItem { item: "storm".parse()?, by: None, on: None };
/// assert_eq!(serde_json::to_string(&item)?, r#"{"item":"storm"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftItem {
    /// The item.
    pub item: EventId,
    /// Who approved it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
}

/// What tells an edition from other JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(inline))]
enum EditionFormat {
    #[serde(rename = "briefing-edition")]
    Edition,
}

/// A picture of an edition.
///
/// ```
/// use briefing_model::{Digest, Media};
/// use briefing::edition::EditionPicture;
///
/// let picture = EditionPicture { digest: Digest::new([0; 32]), media: Media::Jpeg, data: None };
/// assert!(serde_json::to_string(&picture)?.ends_with(r#""media":"jpeg"}"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionPicture {
    /// The SHA-256 digest of its bytes.
    pub digest: Digest,
    /// Their format.
    pub media: Media,
    /// The bytes in base64 (RFC 4648, with padding), if the edition is outside of a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
}

/// A typeface that was available to the program that made an edition.
///
/// ```
/// use briefing_model::Digest;
/// use briefing::edition::EditionFont;
///
/// let font = EditionFont { name: "Roboto-Regular".to_owned(), sha256: Digest::new([0; 32]), data: None };
/// assert!(serde_json::to_string(&font)?.starts_with(r#"{"name":"Roboto-Regular","sha256":"0000"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionFont {
    /// Its PostScript name.
    pub name: String,
    /// The SHA-256 digest of its file.
    pub sha256: Digest,
    /// Its bytes in base64, outside of a file, if it is a font that the office brings and that may travel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
}

impl Edition {
    /// What it is called in a file.
    pub const FILE_NAME: &'static str = "edition.json";

    /// The version of the form that this program writes.
    pub const VERSION: u32 = 1;

    /// The edition of a briefing in a language, which is also that of its texts.
    #[must_use]
    pub fn new(briefing: Briefing, language: Language) -> Self {
        Self {
            format: EditionFormat::Edition,
            version: Self::VERSION,
            producer: PRODUCER.to_owned(),
            language,
            texts: language,
            pictures: pictures::listed(&briefing),
            briefing,
            fonts: fonts::builtin(),
            office_fonts: Vec::new(),
            draft: None,
        }
    }

    /// The same edition with texts in another language than its document: they are not translated.
    ///
    /// ```
    /// use briefing::{Edition, Language};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::Fr).with_texts_in(Language::En);
    /// assert_eq!((edition.language(), edition.texts()), (Language::Fr, Language::En));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_texts_in(mut self, language: Language) -> Self {
        self.texts = language;
        self
    }

    /// The edition of a month that was read, with the bytes of its pictures and of its office's fonts.
    ///
    /// ```
    /// use briefing::{Edition, Folder, Language, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let (month, _) = folder.month("2024-02".parse()?, Language::Es).into_parts();
    /// let (edition, pictures) = Edition::of_month(month.unwrap());
    /// assert_eq!((edition.file_name().as_str(), pictures.len()), ("phares-2024-02-es.pdf", 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_month(month: MonthFolder) -> (Self, Pictures) {
        let mut bytes = month.assets.into_map();
        let brought = month.fonts.iter().map(|font| (font.file.as_str(), font.bytes.as_slice()));
        let edition = Self::new(month.briefing, month.language).with_fonts(brought, &mut bytes);
        (edition, bytes)
    }

    /// The version of the program that made it.
    #[must_use]
    pub fn producer(&self) -> &str {
        &self.producer
    }

    /// The same data as made by this version of the program.
    #[must_use]
    pub fn remade(&self) -> Self {
        let (office_fonts, draft) = (self.office_fonts.clone(), self.draft.clone());
        Self { office_fonts, draft, ..Self::new(self.briefing.clone(), self.language).with_texts_in(self.texts) }
    }

    /// Whether this version of the program made it, with the same typefaces, so that rendering gives the same bytes again.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.producer == PRODUCER && self.fonts == fonts::builtin()
    }

    /// The language of the document.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The language in which the briefing's texts are written.
    #[must_use]
    pub const fn texts(&self) -> Language {
        self.texts
    }

    /// What the document says.
    #[must_use]
    pub const fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// Its pictures, each once.
    #[must_use]
    pub fn pictures(&self) -> &[EditionPicture] {
        &self.pictures
    }

    /// The name of its file: `unoct-2025-04-en.pdf`.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing::edition::Edition;
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::Fr).with_texts_in(Language::En);
    /// assert_eq!(edition.file_name(), "unoct-2025-04-fr.pdf");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn file_name(&self) -> String {
        let draft = if self.draft.is_some() { "-draft" } else { "" };
        format!("{}-{}-{}{draft}.pdf", self.briefing.office.id, self.briefing.month, self.language)
    }

    /// The same edition as a draft.
    ///
    /// ```
    /// use briefing::edition::{Edition, EditionDraft};
    /// use briefing_model::Language;
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::Fr).with_texts_in(Language::En);
    /// assert_eq!(edition.as_draft(EditionDraft { items: vec![] }).file_name(), "unoct-2025-04-fr-draft.pdf");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn as_draft(self, draft: EditionDraft) -> Self {
        Self { draft: Some(draft), ..self }
    }

    /// The approvals, if it is a draft.
    #[must_use]
    pub const fn draft(&self) -> Option<&EditionDraft> {
        self.draft.as_ref()
    }
}
