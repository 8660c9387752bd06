//! From a briefing to its pages, and the faults that these show.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use briefing_document::{
    Approval, CaptionedPicture, ComposeError, Composer, Composition, Document, Element, Style, Visitor, Warning, Words,
    draft_mark,
};
use briefing_layout::text::FontBook;
use briefing_layout::{Mark, Missing, PagedDocument, is_plain_document, widest_picture};
use briefing_model::{Briefing, Digest, Language, Media, Month, Picture, Severity};
use briefing_office::{Code, Diagnostic, FileSpan, locate};

use crate::edition::{EditionDraft, check_pages};

/// The program's own typefaces. Each is opened when it is first used, and stays open for the next document.
pub(crate) fn typefaces() -> &'static Arc<FontBook> {
    static TYPEFACES: LazyLock<Arc<FontBook>> = LazyLock::new(|| Arc::new(FontBook::builtin()));
    &TYPEFACES
}

/// The most missing characters that are warned about.
const MOST_ALLOWED: usize = 50;

/// What to lay out: a briefing, the language of its document, and that of its texts.
#[derive(Clone, Copy)]
pub(crate) struct Manuscript<'a> {
    pub(crate) briefing: &'a Briefing,
    pub(crate) language: Language,
    pub(crate) texts: Language,
    /// The approvals, if it is a draft.
    pub(crate) draft: Option<&'a EditionDraft>,
}

impl Manuscript<'_> {
    /// The document in words.
    pub(crate) fn compose(self) -> Result<Composition, ComposeError> {
        let composer = Composer::new(self.language).texts_in(self.texts);
        let Some(draft) = self.draft else { return composer.compose(self.briefing) };
        let sheet: Vec<Approval> = draft
            .items
            .iter()
            .map(|one| Approval { item: one.item.to_string(), approved: one.by.clone().zip(one.on) })
            .collect();
        composer.compose_draft(self.briefing, &sheet)
    }

    /// Pages for finding faults of the text, with other line breaks than those of the file.
    fn rough_pages(self, document: &Document, fonts: &Arc<FontBook>) -> PagedDocument {
        let rough = briefing_layout::layout_roughly(document, fonts);
        // Too many pages are reported separately.
        if rough.pages.len() > Briefing::MOST_PAGES / 2 { self.pages(document, fonts) } else { rough }
    }

    /// Its pages.
    pub(crate) fn pages(self, document: &Document, fonts: &Arc<FontBook>) -> PagedDocument {
        match self.draft {
            None => briefing_layout::layout(document, fonts),
            Some(_) => briefing_layout::layout_draft(document, fonts, draft_mark(self.language)),
        }
    }
}

/// What a fault of a document or its pages is about.
pub(crate) enum FaultSource<'a> {
    Document(&'a Warning),
    Glyph(&'a Missing),
    Other,
}

/// Takes each fault, with what it is about.
pub(crate) type Report<'a> = &'a mut dyn FnMut(Diagnostic, FaultSource<'_>);

/// Composes a document, lays it out, reads the pages again and reports what is wrong. Returns nothing if they do not say what the
/// document says, are too many, or lack a character that may not be missing.
pub(crate) fn lay_out(
    of: Manuscript<'_>,
    fonts: &Arc<FontBook>,
    allow_missing: bool,
    report: Report<'_>,
) -> Result<Option<(Document, PagedDocument)>, ComposeError> {
    let document = composed(of, report)?;
    let paged = of.pages(&document, fonts);
    Ok(is_sound(&document, &paged, of.briefing.month, allow_missing, report).then_some((document, paged)))
}

/// Reports what [`lay_out`] does, and makes pages only if they could show anything: rough ones for faults of the text, or those
/// of the file, which are returned, if a photograph may look coarse.
pub(crate) fn proofread(
    of: Manuscript<'_>,
    looks: bool,
    fonts: &Arc<FontBook>,
    report: Report<'_>,
) -> Result<Option<PagedDocument>, ComposeError> {
    let document = composed(of, report)?;
    let looks = looks && may_look_coarse(&document);
    if !looks && is_plain_document(&document, fonts, Briefing::MOST_PAGES) {
        return Ok(None);
    }
    let paged = if looks { of.pages(&document, fonts) } else { of.rough_pages(&document, fonts) };
    let sound = is_sound(&document, &paged, of.briefing.month, false, report);
    Ok((looks && sound).then_some(paged))
}

fn composed(of: Manuscript<'_>, report: Report<'_>) -> Result<Document, ComposeError> {
    let composition = of.compose()?;
    for warning in &composition.warnings {
        let place = warning.origin().and_then(|origin| locate(origin, None));
        let message = match warning {
            Warning::NameInEnglish { name, language, .. } => not_named(name, [*language]),
            warning => warning.to_string(),
        };
        report(Diagnostic::new(code(warning), place, message), FaultSource::Document(warning));
    }
    Ok(composition.document)
}

/// Whether pages say what their document says, are not too many, and lack no character; if not, it is reported.
fn is_sound(document: &Document, paged: &PagedDocument, month: Month, allow_missing: bool, report: Report<'_>) -> bool {
    if let Err(limit) = check_pages(paged) {
        report(Diagnostic::new(Code::TooMuch, None, format!("{month}: {limit}")), FaultSource::Other);
        return false;
    }
    // Allowed characters are reported up to a limit, and not counted beyond it.
    let told = if allow_missing { MOST_ALLOWED } else { usize::MAX };
    for lacking in by_text(&paged.missing).iter().take(told) {
        let mut places: Vec<(Option<FileSpan>, &Missing)> = Vec::with_capacity(lacking.len());
        places.extend(lacking.iter().map(|missing| (locate(&missing.origin, Some(missing.character)), *missing)));
        places.sort_by_key(|(place, _)| place.as_ref().map(|place| (place.line, place.column)));
        let characters: Vec<char> = places.iter().map(|(_, missing)| missing.character).collect();
        if let Some((place, missing)) = places.into_iter().next() {
            report(no_glyph(&characters, &missing.place, place, allow_missing), FaultSource::Glyph(missing));
        }
    }
    if !allow_missing && !paged.missing.is_empty() {
        return false;
    }
    if let Err(fault) = briefing_layout::audit(document, paged) {
        let place = locate(&fault.origin, None);
        report(Diagnostic::new(Code::TextLost, place, format!("{month}: {fault}")), FaultSource::Other);
        return false;
    }
    true
}

/// Whether a photograph has too few pixels for the largest size at which pages may show it.
fn may_look_coarse(document: &Document) -> bool {
    struct Coarse<'s>(&'s Style, bool);
    impl Visitor for Coarse<'_> {
        fn open(&mut self, _: Element) {}
        fn text(&mut self, _: &Words) {}
        fn picture(&mut self, figure: &CaptionedPicture) {
            let has_too_few = || {
                let inches = widest_picture(self.0, figure) / INCH;
                (figure.upright_size().0 as f32) < inches * LEAST_DPI as f32
            };
            self.1 = self.1 || figure.media == Media::Jpeg && has_too_few();
        }
        fn close(&mut self) {}
    }
    let mut coarse = Coarse(&document.style, false);
    document.visit(&mut coarse);
    coarse.1
}

/// Fewer pixels per inch than this are visible on paper.
pub(crate) const LEAST_DPI: u32 = 150;
/// Points per inch.
const INCH: f32 = 72.0;

/// The photographs of a briefing, each with the resolution at which it is printed, in pixels per inch. Drawings, which are PNG
/// files, may be coarser: their areas are even.
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
        // No picture has more pixels than a u32.
        (inches > 0.0).then(|| (picture.file.as_str(), (f64::from(pixels) / inches).round() as u32))
    };
    briefing.pictures().filter_map(resolution).collect()
}

/// Whether a text is untranslated only because its translation is too old, which has been reported there.
pub(crate) fn is_outdated(fault: &Diagnostic, outdated: &[FileSpan]) -> bool {
    fault.code == Code::TextUntranslated && fault.place.as_ref().is_some_and(|place| outdated.contains(place))
}

/// The message about a name, a title or an address that is not translated into some languages.
pub(crate) fn not_named(name: &str, languages: impl IntoIterator<Item = Language>) -> String {
    let codes = codes(languages);
    let them = if codes.len() > 1 { "the translations" } else { "the translation" };
    format!("`{name}` is not translated into {} and is printed in English: add {them}", codes.join(", "))
}

fn codes(languages: impl IntoIterator<Item = Language>) -> Vec<String> {
    languages.into_iter().map(|language| format!("`{language}`")).collect()
}

/// The message about a text that is not translated into some languages.
pub(crate) fn not_translated(place: &str, text: Language, languages: impl IntoIterator<Item = Language>) -> String {
    let codes = codes(languages);
    let codes = match codes.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        codes => codes.concat(),
    };
    format!("{place} is printed in `{text}`, not in {codes}: translate it")
}

fn code(warning: &Warning) -> Code {
    match warning {
        Warning::NameInEnglish { .. } => Code::NameInEnglish,
        Warning::WordingInEnglish { .. } => Code::WordingInEnglish,
        Warning::TextUntranslated { .. } => Code::TextUntranslated,
    }
}

/// What to write for a sign that word processors take from the fonts Symbol and Wingdings: it has a private code, whose meaning
/// is lost with the font.
fn of_symbol_font(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{F0B7}' | '\u{F06C}' | '\u{F09F}' => "•, or an item of its own",
        '\u{F0A7}' | '\u{F06E}' => "▪, or an item of its own",
        '\u{F0D8}' | '\u{F0E0}' | '\u{F0E8}' | '\u{F0AE}' => "→, or an item of its own",
        '\u{F0FC}' | '\u{F050}' => "✓, or a word",
        '\u{F02D}' => "–",
        '\u{F020}' => "a space",
        '\u{E000}'..='\u{F8FF}' => "the intended character",
        _ => return None,
    })
}

/// Groups missing characters by the text they are in: a word in an unsupported script would otherwise have a fault for each of
/// its letters.
fn by_text(missing: &[Missing]) -> Vec<Vec<&Missing>> {
    let mut texts: Vec<(Option<FileSpan>, Vec<&Missing>)> = Vec::new();
    for one in missing {
        // A sign of a symbol font has its own remedy.
        let text = locate(&one.origin, None).filter(|_| of_symbol_font(one.character).is_none());
        match texts.iter_mut().find(|(known, _)| known.is_some() && *known == text) {
            Some((_, lacking)) => lacking.push(one),
            None => texts.push((text, vec![one])),
        }
    }
    texts.into_iter().map(|(_, lacking)| lacking).collect()
}

/// How many characters a fault names at most.
const MOST_NAMED: usize = 3;

/// The fault for characters of a text that no font has, at the first of them if its place in a file is known; if not, it names
/// what the text is part of.
pub(crate) fn no_glyph(
    characters: &[char],
    place: &str,
    location: Option<FileSpan>,
    allow_missing: bool,
) -> Diagnostic {
    let severity = if allow_missing { Severity::Warning } else { Severity::Error };
    // A text that does not come from a file is named by what it is part of.
    let within = if location.is_some() { String::new() } else { format!(" in `{place}`") };
    let fault = |message: String| Diagnostic { severity, ..Diagnostic::new(Code::NoGlyph, location, message) };
    let named = |character: &char| {
        let point = u32::from(*character);
        // What has no glyph here may have none in a terminal either; control characters are not sent to one.
        if character.is_control() { format!("(U+{point:04X})") } else { format!("`{character}` (U+{point:04X})") }
    };
    if let [character] = characters
        && let Some(meant) = of_symbol_font(*character)
    {
        let point = u32::from(*character);
        let message = format!("a sign of Word's symbol font (U+{point:04X}){within}, which other fonts do not have");
        return fault(message).with_hint(format!("write {meant}"));
    }
    let mut names: Vec<String> = characters.iter().take(MOST_NAMED).map(named).collect();
    match characters.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => names.push(format!("{more} more")),
    }
    let last = names.pop().unwrap_or_default();
    let (noun, names, boxes) = if names.is_empty() {
        ("character", last, "a box is printed")
    } else {
        ("characters", format!("{} and {last}", names.join(", ")), "boxes are printed")
    };
    let printed = if allow_missing { format!(": {boxes}") } else { String::new() };
    let fault = fault(format!("no font has the {noun} {names}{within}{printed}"));
    if characters.len() > 1 { fault.with_hint(SEVERAL) } else { fault }
}

/// The remedy for several characters; the code itself has that for one.
const SEVERAL: &str = "leave them out or write them in words, or name a font that has them under `[theme]`: `fonts = [\"fonts/rare.ttf\"]`";
