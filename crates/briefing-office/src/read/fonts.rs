//! Fonts that an office brings along, for characters that the program's own do not have.

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::NullPen;
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};
use subsetter::GlyphRemapper;

use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FileError, Files, FolderPath};
use crate::tree::{Log, TomlValue};

/// The largest font file, in bytes.
const LARGEST_FONT: u64 = 32 * 1024 * 1024;
/// The most fonts that an office may bring.
const MOST_FONTS: usize = 8;

/// A font file of an office: TrueType, one face, and one that may be embedded.
///
/// ```
/// let folder = briefing_office::Memory::new().with("office.toml", "[office]\nid = 'o'\nname = 'O'\n");
/// let (office, _) = briefing_office::read_office(&folder).into_parts();
/// assert!(office.unwrap().fonts.is_empty(), "most offices need none");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OfficeFont {
    /// Its path in the office's folder.
    pub file: String,
    /// The file.
    pub bytes: Arc<Vec<u8>>,
}

/// A font as `office.toml` names it.
#[derive(Debug, Clone)]
pub(super) struct NamedFont {
    path: FolderPath,
    place: FileSpan,
}

/// The paths of `fonts = [ … ]`.
pub(super) fn named(value: &TomlValue<'_>) -> Vec<NamedFont> {
    let named = value.items().map(|items| {
        items.read(|value| {
            let path = value.read::<FolderPath>(Code::OutsideFolder)?;
            Some(NamedFont { path, place: value.location() })
        })
    });
    let mut named = named.unwrap_or_default();
    if named.len() > MOST_FONTS {
        value.fault(Code::BadValue, format!("an office brings at most {MOST_FONTS} fonts"));
        named.truncate(MOST_FONTS);
    }
    named
}

/// Reads the files.
pub(super) fn read(files: &dyn Files, named: &[NamedFont], log: &Log) -> Vec<OfficeFont> {
    let read = |font: &NamedFont| {
        let fault = |code, message: String| log.push(Diagnostic::new(code, font.place.clone(), message));
        let path = &font.path;
        let bytes = match files.read(path, LARGEST_FONT) {
            Ok(bytes) => bytes,
            Err(FileError::NotFound) => {
                fault(Code::NoFont, format!("there is no font `{path}`"));
                return None;
            }
            Err(error) => {
                let message = format!("`{path}` cannot be read: {error}");
                let fault = Diagnostic::new(Code::NoFont, font.place.clone(), message);
                log.push(fault.with_hint("put a font file that can be opened in its place"));
                return None;
            }
        };
        match usable(&bytes) {
            Ok(()) => Some(OfficeFont { file: path.to_string(), bytes: Arc::new(bytes) }),
            Err((code, why)) => {
                fault(code, format!("`{path}` {why}"));
                None
            }
        }
    };
    let mut fonts: Vec<OfficeFont> = Vec::new();
    for font in named.iter().filter_map(read) {
        // One file under two names is one font.
        if fonts.iter().all(|other| other.bytes != font.bytes) {
            fonts.push(font);
        }
    }
    fonts
}

/// Whether a file is a font that can be printed with: every glyph that a text may ask for is there and can be embedded.
fn usable(bytes: &[u8]) -> Result<(), (Code, String)> {
    let not_a_font = |why: &str| Err((Code::NotAFont, why.to_owned()));
    match bytes.get(..4) {
        Some(b"\0\x01\0\0" | b"true") => {}
        Some(b"OTTO") => return not_a_font("has PostScript outlines: give the TrueType version of the font"),
        Some(b"ttcf") => return not_a_font("is a collection of fonts: give a file with one face"),
        Some(b"wOFF" | b"wOF2") => return not_a_font("is a font of the web: give its TrueType version (.ttf)"),
        _ => return not_a_font("is not a TrueType font"),
    }
    let damaged = |what: &str| (Code::NotAFont, format!("is damaged: {what}; fetch it again from where it came from"));
    let face = FontRef::new(bytes).map_err(|_| damaged("its list of tables cannot be read"))?;
    if face.table_data(Tag::new(b"glyf")).is_none() || face.table_data(Tag::new(b"cmap")).is_none() {
        return not_a_font("has no outlines or no characters");
    }
    // OS/2 fsType (OpenType 1.9, "OS/2"): 2 alone forbids embedding, bit 8 subsets, bit 9 outlines.
    let os2 = face.table_data(Tag::new(b"OS/2"));
    let rights = os2.and_then(|os2| os2.read_at::<u16>(8).ok()).unwrap_or_default();
    if rights & 0xF == 2 || rights & 0x300 != 0 {
        return Err((Code::RestrictedFont, "may not be embedded in part, as it says itself".to_owned()));
    }
    whole(&face, bytes).map_err(damaged)
}

/// Reads what drawing a text will read.
fn whole(face: &FontRef<'_>, bytes: &[u8]) -> Result<(), &'static str> {
    // OpenType 1.9, "head": the bounds of unitsPerEm.
    let scale = face.head().map_or(0, |head| head.units_per_em());
    if !(16..=16_384).contains(&scale) {
        return Err("it has no scale (unitsPerEm)");
    }
    let glyphs = face.maxp().map_or(0, |maxp| maxp.num_glyphs());
    let widths = face.hmtx().map_err(|_| "it has no widths")?;
    if glyphs == 0 || widths.h_metrics().is_empty() {
        return Err("it has no glyphs or no widths");
    }
    let glyf = face.glyf().map_err(|_| "its outlines cannot be read")?;
    let loca = face.loca(None).map_err(|_| "its list of outlines cannot be read")?;
    let outlines = face.outline_glyphs();
    for glyph in (0..glyphs).map(GlyphId::from) {
        if loca.get_glyf(glyph, &glyf).is_err() {
            return Err("its list of outlines points outside of them");
        }
        // Parts of a glyph that are made of each other, among other things.
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        let drawn = outlines.get(glyph).map(|outline| outline.draw(settings, &mut NullPen));
        if drawn.is_some_and(|drawn| drawn.is_err()) {
            return Err("an outline cannot be drawn");
        }
    }
    // OpenType 1.9, "cmap". Who draws and who shapes pass over different ones of those that there should not be.
    let cmap = face.cmap().map_err(|_| "its characters cannot be read")?;
    let kinds = || cmap.encoding_records().iter().map(|record| (record.platform_id() as u16, record.encoding_id()));
    if kinds().any(|kind| matches!(kind, (0, 7..))) || !kinds().any(|kind| matches!(kind, (0, ..=6) | (3, 0 | 1 | 10)))
    {
        return Err("its characters are not of Unicode");
    }
    let mut mapped = 0_usize;
    // The last entry of a table of characters is not a character, and may name any glyph.
    for (_, glyph) in face.charmap().mappings().filter(|(character, _)| *character != 0xFFFF) {
        if glyph.to_u32() >= u32::from(glyphs) {
            return Err("a character has a glyph that is not there");
        }
        mapped += 1;
    }
    if mapped == 0 {
        return Err("no character has a glyph");
    }
    let all: Vec<u16> = (0..glyphs).collect();
    subsetter::subset(bytes, 0, &GlyphRemapper::new_from_glyphs(&all))
        .map(|_| ())
        .map_err(|_| "its glyphs cannot be embedded")
}
