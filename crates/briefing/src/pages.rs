//! From a briefing to its pages, and what they show to be wrong.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use briefing_document::{ComposeError, Composer, Warning};
use briefing_layout::text::FontBook;
use briefing_layout::{Mark, Missing, PagedDocument};
use briefing_model::{Briefing, Digest, Language, Media, Picture};
use briefing_office::{Code, Diagnostics, Files, locate_character};

use crate::edition::check_pages;

/// The program's own typefaces. Each is opened when it is first set, and stays open for the next document.
pub(crate) fn typefaces() -> &'static Arc<FontBook> {
    static TYPEFACES: LazyLock<Arc<FontBook>> = LazyLock::new(|| Arc::new(FontBook::builtin()));
    &TYPEFACES
}

/// What is laid out: a briefing, the language of its document, and that of its texts.
#[derive(Clone, Copy)]
pub(crate) struct Manuscript<'a> {
    pub(crate) briefing: &'a Briefing,
    pub(crate) language: Language,
    pub(crate) texts: Language,
}

/// Composes a document, lays it out, and reads the pages again; none when they do not say what the document says, or are
/// too many.
/// `files` is the office folder, where there is one to point at.
pub(crate) fn lay_out(
    of: Manuscript<'_>,
    fonts: &Arc<FontBook>,
    files: Option<&dyn Files>,
    faults: &mut Diagnostics,
) -> Result<Option<PagedDocument>, ComposeError> {
    let month = of.briefing.month;
    let composition = Composer::new(of.language).texts_in(of.texts).compose(of.briefing)?;
    for warning in &composition.warnings {
        faults.push_by_message(code(warning), warning.to_string(), || None);
    }

    let paged = briefing_layout::layout(&composition.document, fonts);
    if let Err(limit) = check_pages(&paged) {
        faults.push_by_message(Code::TooMuch, format!("{month}: {limit}"), || None);
        return Ok(None);
    }
    for missing in &paged.missing {
        let Missing { character, place } = missing;
        let place = || files.map(|files| locate_character(files, month, of.language, place, *character));
        faults.push_by_message(Code::NoGlyph, no_glyph(missing), place);
    }
    if let Err(fault) = briefing_layout::audit(&composition.document, &paged) {
        faults.push_by_message(Code::TextLost, format!("{month}: {fault}"), || None);
        return Ok(None);
    }
    Ok(Some(paged))
}

/// Points to an inch.
const INCH: f32 = 72.0;

/// The photographs of a briefing, each with the pixels to an inch that it is printed with. Drawings, which are PNG files, may be
/// coarser: their areas are even.
pub(crate) fn resolutions<'b>(briefing: &'b Briefing, paged: &PagedDocument) -> Vec<(&'b str, u32)> {
    let items = paged.pages.iter().flat_map(|page| &page.items);
    let widths: BTreeMap<Digest, f32> = items
        .filter_map(|item| match &item.mark {
            Mark::Picture { area, digest, media: Media::Jpeg, .. } => Some((*digest, area.width)),
            _ => None,
        })
        .collect();
    let resolution = |picture: &'b Picture| {
        let inches = f64::from(widths.get(&picture.digest)? / INCH);
        let (pixels, _) = picture.upright_size();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "no picture has more pixels than a u32"
        )]
        (inches > 0.0).then(|| (picture.file.as_str(), (f64::from(pixels) / inches).round() as u32))
    };
    briefing.pictures().filter_map(resolution).collect()
}

fn code(warning: &Warning) -> Code {
    match warning {
        Warning::NameInEnglish { .. } => Code::NameInEnglish,
        Warning::WordingInEnglish { .. } => Code::WordingInEnglish,
        Warning::TextUntranslated { .. } => Code::TextUntranslated,
    }
}

/// What to write for a sign that word processors take from the fonts Symbol and Wingdings: its code is a private one, whose meaning
/// is lost with the font.
fn of_symbol_font(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{F0B7}' | '\u{F06C}' | '\u{F09F}' => "•, or an item of its own",
        '\u{F0A7}' | '\u{F06E}' => "▪, or an item of its own",
        '\u{F0D8}' | '\u{F0E0}' | '\u{F0E8}' | '\u{F0AE}' => "→, or an item of its own",
        '\u{F0FC}' | '\u{F050}' => "✓, or a word",
        '\u{F02D}' => "–",
        '\u{F020}' => "a space",
        '\u{E000}'..='\u{F8FF}' => "the character that is meant",
        _ => return None,
    })
}

fn no_glyph(missing: &Missing) -> String {
    let Missing { character, place } = missing;
    let point = u32::from(*character);
    // What cannot be drawn here can perhaps not be drawn by a terminal either; what steers one is not sent to it.
    let shown = if character.is_control() { String::new() } else { format!("`{character}` ") };
    if let Some(meant) = of_symbol_font(*character) {
        return format!(
            "a sign of Word's symbol font (U+{point:04X}) in `{place}`, which other fonts do not have: write {meant}"
        );
    }
    format!("no font has the character {shown}(U+{point:04X}) in `{place}`: a box is printed")
}
