//! The fonts of an edition: the program's own by digest, and those that an office brings along.

use std::sync::Arc;

use briefing_layout::text::{ExtraFont, ExtraFontError, FontBook};
use tagged_pdf::{Attachment, Relationship, Timestamp};

use super::pictures::{digest, encode};
use super::{Edition, EditionError, EditionFont, Pictures};
use crate::pages::typefaces;

/// The program's own faces, in the order in which they are searched for a character.
pub(super) fn builtin() -> Vec<EditionFont> {
    // A face with an invalid digest would be left out; a test ensures that there is none.
    let font = |face: &briefing_fonts::Face| {
        Some(EditionFont { name: face.name.to_owned(), sha256: face.sha256.parse().ok()?, data: None })
    };
    briefing_fonts::faces().iter().filter_map(font).collect()
}

impl Edition {
    /// The same edition with the fonts that its office brings along; their bytes are added to those of its pictures.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing::edition::{Edition, Pictures};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let mut bytes = Pictures::new();
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
    /// let edition = edition.with_fonts([("fonts/rare.ttf", b"a font".as_slice())], &mut bytes);
    /// assert_eq!((edition.office_fonts()[0].name.as_str(), bytes.len()), ("fonts/rare.ttf", 1));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_fonts<'f>(mut self, fonts: impl IntoIterator<Item = (&'f str, &'f [u8])>, all: &mut Pictures) -> Self {
        for (name, bytes) in fonts {
            let sha256 = digest(bytes);
            all.insert(sha256, bytes.into());
            // A second copy of a font is never searched.
            if self.office_fonts.iter().any(|known| known.sha256 == sha256) {
                continue;
            }
            self.office_fonts.push(EditionFont { name: name.to_owned(), sha256, data: None });
        }
        self
    }

    /// The fonts that its office brings along, in the order in which they are searched for a character.
    #[must_use]
    pub fn office_fonts(&self) -> &[EditionFont] {
        &self.office_fonts
    }

    /// Every face that its text may be set in: the program's own, followed by the office's.
    ///
    /// # Errors
    ///
    /// Fails if a font of the office is not among the bytes, or is not a font. A font whose licence does not allow embedding is
    /// not in the file that was made with it.
    pub fn font_book(&self, bytes: &Pictures) -> Result<Arc<FontBook>, EditionError> {
        if self.office_fonts.is_empty() {
            return Ok(Arc::clone(typefaces()));
        }
        let brought = self.office_fonts.iter().map(|font| {
            let bytes = bytes.get(&font.sha256).ok_or_else(|| EditionError::Font {
                name: font.name.clone(),
                what: "is not in the file; if its licence keeps it out, render from the office's folder".to_owned(),
            })?;
            Ok(ExtraFont::new(font.name.clone(), bytes.to_vec()))
        });
        let brought = brought.collect::<Result<Vec<_>, EditionError>>()?;
        let fault = |error: ExtraFontError| {
            let text = error.to_string();
            match error {
                ExtraFontError::NotAFont { name } | ExtraFontError::NoCharacters { name } => {
                    let what = text.strip_prefix(&format!("`{name}` ")).unwrap_or(&text).to_owned();
                    EditionError::Font { name, what }
                }
                _ => EditionError::Font { name: String::from("of the office"), what: text },
            }
        };
        FontBook::with_extra(brought).map(Arc::new).map_err(fault)
    }
}

/// The fonts that travel in the file, because their licences allow it.
pub(super) fn supplements(fonts: &[EditionFont], bytes: &Pictures, modified: Timestamp) -> Vec<Attachment> {
    let travelling = fonts.iter().filter_map(|font| {
        let bytes = bytes.get(&font.sha256)?;
        ExtraFont::new(font.name.clone(), bytes.to_vec()).may_travel().then(|| Attachment {
            name: format!("{}.ttf", font.sha256),
            description: format!("A font of this document: {}", font.name),
            mime: "font/ttf".to_owned(),
            relationship: Relationship::Supplement,
            modified,
            bytes: bytes.to_vec(),
        })
    });
    travelling.collect()
}

/// Adds the bytes of the fonts that may travel in the file.
pub(super) fn inline(fonts: &mut [EditionFont], bytes: &Pictures) {
    for font in fonts {
        let travelling = |bytes: &&Arc<[u8]>| ExtraFont::new(font.name.clone(), bytes.to_vec()).may_travel();
        font.data = bytes.get(&font.sha256).filter(travelling).map(|bytes| encode(bytes));
    }
}
