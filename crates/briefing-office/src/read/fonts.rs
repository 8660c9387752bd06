//! Fonts that an office brings along, for characters that the program's own do not have.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::files::{FileError, Files, FolderPath};
use crate::tree::{Log, Value};

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
    place: Location,
}

/// The paths of `fonts = [ … ]`.
pub(super) fn named(value: &Value<'_>) -> Vec<NamedFont> {
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
                fault(Code::NoFont, format!("`{path}` cannot be read: {error}"));
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
    named.iter().filter_map(read).collect()
}

/// Whether a file is a font that can be printed with, as far as its directory and its licence bits tell.
fn usable(bytes: &[u8]) -> Result<(), (Code, &'static str)> {
    match bytes.get(..4) {
        Some(b"\0\x01\0\0" | b"true") => {}
        Some(b"OTTO") => {
            return Err((Code::NotAFont, "has PostScript outlines: give the TrueType version of the font"));
        }
        Some(b"ttcf") => return Err((Code::NotAFont, "is a collection of fonts: give a file with one face")),
        _ => return Err((Code::NotAFont, "is not a TrueType font")),
    }
    if table(bytes, b"glyf").is_none() || table(bytes, b"cmap").is_none() {
        return Err((Code::NotAFont, "has no outlines or no characters"));
    }
    // OS/2 fsType (OpenType 1.9, "OS/2"): 2 alone forbids embedding, bit 8 subsets, bit 9 outlines.
    let rights = table(bytes, b"OS/2").and_then(|table| number(table, 8)).unwrap_or_default();
    if rights & 0xF == 2 || rights & 0x300 != 0 {
        return Err((Code::RestrictedFont, "may not be embedded in part, as it says itself"));
    }
    Ok(())
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A table of the font, by its tag.
fn table<'a>(bytes: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(number(bytes, 4)?);
    let directory = bytes.get(12..)?.chunks_exact(16).take(count);
    let entry = directory.into_iter().find(|entry| entry.starts_with(tag))?;
    let word = |at: usize| Some(u32::from_be_bytes(entry.get(at..at + 4)?.try_into().ok()?) as usize);
    let (offset, length) = (word(8)?, word(12)?);
    bytes.get(offset..offset.checked_add(length)?)
}
