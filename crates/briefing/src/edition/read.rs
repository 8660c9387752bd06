//! Reading and writing editions: as JSON, and in finished files.

use std::collections::BTreeSet;

use briefing_derive::Record;
use briefing_model::{Briefing, Language, UncheckedBriefing};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Edition, EditionError, EditionFont, EditionFormat, EditionPicture, Pictures};
use super::{fonts, pictures};
use tagged_pdf::reader::PdfFile;

/// The longest JSON that is read, in bytes: it may hold an office's pictures in base64.
const LONGEST: usize = 512 << 20;

/// The longest JSON without pictures that is read, in bytes: twice what the longest briefing needs.
const LONGEST_ATTACHED: usize = 64 << 20;

/// The most values in it, counting tables and lists. A value takes up to a few hundred bytes in memory, and at least two in JSON.
const MOST_VALUES: usize = 1_000_000;

/// The most fonts it may name.
const MOST_FONTS: usize = 100;

/// Read before anything else.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "format")]
    _format: EditionFormat,
    version: u32,
    producer: String,
    #[serde(flatten)]
    _rest: std::collections::BTreeMap<String, IgnoredAny>,
}

// This documentation is the schema's description; `version` says that this is version 1.
/// All that a finished file was made from. It is attached to the file as `edition.json`, and stands alone with its pictures in it.
#[derive(Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Edition"))]
#[serde(deny_unknown_fields)]
pub(super) struct First {
    format: EditionFormat,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    version: u32,
    /// The version of the program that made the edition. Another version may set the same data in another way.
    producer: String,
    /// The language of the document: of headings, dates, figures and official names.
    language: Language,
    /// The language of the briefing's texts, unless a text states its own.
    texts: Language,
    briefing: UncheckedBriefing,
    /// The pictures of the briefing, each once, in the order of their digests.
    pictures: Vec<EditionPicture>,
    /// The typefaces that the program could set, in the order in which it looks for a character.
    fonts: Vec<EditionFont>,
    /// The typefaces that the office brings along, looked at after those of the program. Absent if there are none.
    #[serde(default)]
    office_fonts: Vec<EditionFont>,
    /// Present in a draft: which items are approved, and by whom.
    draft: Option<super::EditionDraft>,
}

impl Edition {
    /// The edition as it is attached to a file: JSON without the bytes of pictures. The same edition gives the same
    /// bytes.
    ///
    /// # Errors
    ///
    /// Fails if a value has no form in JSON; none of ours lacks one.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// The edition on its own: JSON with the bytes of its pictures, on several lines.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing::edition::{Edition, Pictures};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
    /// let json = String::from_utf8(edition.to_json_with(&Pictures::new())?)?;
    /// assert!(json.starts_with("{\n  \"format\": \"briefing-edition\","));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if a value has no form in JSON; none of ours lacks one.
    pub fn to_json_with(&self, bytes: &Pictures) -> Result<Vec<u8>, serde_json::Error> {
        let mut whole = self.clone();
        for picture in &mut whole.pictures {
            picture.data = bytes.get(&picture.digest).map(|bytes| pictures::encode(bytes));
        }
        fonts::inline(&mut whole.office_fonts, bytes);
        let mut json = serde_json::to_vec_pretty(&whole)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Reads an edition with its pictures, from a finished file or on its own as JSON.
    ///
    /// ```
    /// use briefing::{Edition, Language, Pictures};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
    /// let file = edition.render(&Pictures::new())?.bytes;
    /// let json = edition.to_json_with(&Pictures::new())?;
    /// assert_eq!(Edition::read(&file)?, Edition::read(&json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Edition::from_pdf`] and [`Edition::from_json`].
    pub fn read(bytes: &[u8]) -> Result<(Self, Pictures), EditionError> {
        if bytes.starts_with(b"%PDF") {
            Self::from_pdf(&PdfFile::open_signed(bytes)?.0)
        } else {
            Self::from_json(bytes)
        }
    }

    /// Reads an edition on its own, with its pictures.
    ///
    /// # Errors
    ///
    /// Fails if it is not an edition, is of a newer version, or lacks a picture; and if a picture does not match its digest or
    /// the briefing, or could not come from an office folder.
    pub fn from_json(json: &[u8]) -> Result<(Self, Pictures), EditionError> {
        let (edition, mut found) = parse(json)?;
        edition.take_pictures(&mut found)?;
        Ok((edition, found))
    }

    /// Reads the edition of a finished file, with its pictures.
    ///
    /// ```
    /// use briefing::edition::Edition;
    /// use briefing::{Folder, Language, Memory};
    /// use tagged_pdf::reader::PdfFile;
    ///
    /// # let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// # let files = Memory::new()
    /// #     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    /// #     .with("2024-02/briefing.toml", item);
    /// let file = Folder::new(files).render("2024-02".parse()?, Language::En)?;
    /// let (edition, pictures) = Edition::from_pdf(&PdfFile::open(&file.bytes)?)?;
    /// assert_eq!(edition.briefing().month.to_string(), "2024-02");
    /// assert!(pictures.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if there is none, and as [`Edition::from_json`].
    pub fn from_pdf(file: &PdfFile<'_>) -> Result<(Self, Pictures), EditionError> {
        let attached = file.attachments()?;
        let json = attached.iter().find(|attached| attached.name == Self::FILE_NAME).ok_or(EditionError::Missing)?;
        if json.bytes.len() > LONGEST_ATTACHED {
            return Err(EditionError::TooLong { limit: LONGEST_ATTACHED });
        }
        let (edition, _) = parse(&json.bytes)?;
        let mut found = pictures::embedded(&file.images()?, &attached);
        edition.take_pictures(&mut found)?;
        Ok((edition, found))
    }

    /// Keeps those pictures that are the briefing's; each must be present and match what is said of it.
    fn take_pictures(&self, found: &mut Pictures) -> Result<(), EditionError> {
        self.check_pictures(found)?;
        let shown = |digest| self.pictures.iter().any(|picture| picture.digest == digest);
        let set = |digest| self.office_fonts.iter().any(|font| font.sha256 == digest);
        found.retain(|digest, _| shown(*digest) || set(*digest));
        Ok(())
    }

    /// Checks that each picture of the briefing is present and matches what is said of it, except for its digest, by which it is
    /// looked up.
    fn check_pictures(&self, found: &Pictures) -> Result<(), EditionError> {
        let mut checked = BTreeSet::new();
        for picture in self.briefing.pictures() {
            if checked.insert((picture.digest, picture.media.mime(), picture.width, picture.height)) {
                pictures::check(picture, found)?;
            }
        }
        Ok(())
    }

    /// Checks that bytes match the digests they are stored under: a file made from other bytes would be called altered.
    pub(super) fn check_brought(&self, bytes: &Pictures) -> Result<(), EditionError> {
        self.check_pictures(bytes)?;
        let what = |other| format!("has other bytes: their digest is {other}");
        let mut checked = BTreeSet::new();
        for picture in self.briefing.pictures().filter(|picture| checked.insert(picture.digest)) {
            if let Some(other) = pictures::other_digest(picture.digest, bytes) {
                let (file, digest) = (picture.file.clone(), picture.digest);
                return Err(EditionError::Picture { file, digest, what: what(other) });
            }
        }
        for font in &self.office_fonts {
            if let Some(other) = pictures::other_digest(font.sha256, bytes) {
                return Err(EditionError::Font { name: font.name.clone(), what: what(other) });
            }
        }
        Ok(())
    }
}

/// The edition and the bytes of pictures in it, unchecked.
fn parse(json: &[u8]) -> Result<(Edition, Pictures), EditionError> {
    if json.len() > LONGEST {
        return Err(EditionError::TooLong { limit: LONGEST });
    }
    if values(json) > MOST_VALUES {
        return Err(EditionError::TooManyValues { limit: MOST_VALUES });
    }
    let malformed = |error: serde_json::Error| EditionError::Malformed(error.to_string());
    let head: Head = serde_json::from_slice(json).map_err(malformed)?;
    if head.version != Edition::VERSION {
        return Err(EditionError::OtherVersion { producer: head.producer, version: head.version });
    }
    let mut json = serde_json::Deserializer::from_slice(json);
    let whole = First::deserialize(&mut json).and_then(|first| json.end().map(|()| first));
    let First { format, version, producer, language, texts, briefing, mut pictures, fonts, mut office_fonts, draft } =
        whole.map_err(malformed)?;
    if fonts.len() + office_fonts.len() > MOST_FONTS {
        return Err(EditionError::Malformed(format!("it names more than {MOST_FONTS} fonts")));
    }
    let briefing = briefing.checked()?;
    if let Some(what) = draft.as_ref().and_then(|draft| not_of(&briefing, draft)) {
        return Err(EditionError::Malformed(what));
    }
    let listed = pictures.iter_mut().map(|picture| (picture.digest, &mut picture.data));
    let set = office_fonts.iter_mut().map(|font| (font.sha256, &mut font.data));
    let found = pictures::decoded(listed.chain(set))?;
    if pictures != pictures::listed(&briefing) {
        let what = "`pictures` are not those of the briefing, each once, in the order of their digests";
        return Err(EditionError::Malformed(what.to_owned()));
    }
    Ok((Edition { format, version, producer, language, texts, briefing, pictures, fonts, office_fonts, draft }, found))
}

/// What is wrong with a sheet of approvals: its items must be those of the briefing, each once.
fn not_of(briefing: &Briefing, draft: &super::EditionDraft) -> Option<String> {
    let mut left: BTreeSet<_> = briefing.items().map(|item| &item.id).collect();
    let item = &draft.items.iter().find(|approval| !left.remove(&approval.item))?.item;
    let twice = briefing.items().any(|known| known.id == *item);
    let how = if twice { " twice" } else { ", which the briefing does not have" };
    Some(format!("`draft` lists the item `{item}`{how}"))
}

/// How many values a JSON text has, or would have if it were valid: counted on its punctuation, before any value is built.
fn values(json: &[u8]) -> usize {
    let (mut count, mut in_text, mut escaped) = (1, false, false);
    for byte in json {
        match (byte, in_text, escaped) {
            (_, true, true) => escaped = false,
            (b'\\', true, false) => escaped = true,
            (b'"', _, false) => in_text = !in_text,
            (b',' | b':' | b'[' | b'{', false, _) => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_before_they_are_built() {
        assert_eq!(values(br#"{"a":[1,2],"b":"x,y:[\"{"}"#), 7);
        assert_eq!(values(b"1"), 1);
        let json = format!(
            r#"{{"format":"briefing-edition","version":1,"producer":"x","briefing":[{}]}}"#,
            "[],".repeat(MOST_VALUES)
        );
        assert!(matches!(parse(json.as_bytes()), Err(EditionError::TooManyValues { .. })));
    }
}
