//! Checks an office folder, including what only its pages show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use briefing_document::Warning;
use briefing_layout::text::{ExtraFont, FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
use briefing_layout::{Missing, PagedDocument};
use briefing_model::{Briefing, Language, Month};
use briefing_office::side_by_side::meanwhile;
use briefing_office::{
    Code, Diagnostic, Diagnostics, Drafts, FileSpan, Files, HouseStyle, PartialEdition, locate, locate_in_ledger,
    locate_picture,
};

use crate::folder::Folder;
use crate::pages::{self, FaultSource, LEAST_DPI, Manuscript, typefaces};

/// Photographs, each with the resolution at which it is printed, in pixels per inch.
type PrintedResolutions = Vec<(String, u32)>;

/// The printed resolutions of an edition's photographs, if its pages show them, and what else only its pages show.
type CheckedEdition = (Option<PrintedResolutions>, Vec<Found>, Vec<Untranslated>);

/// A fault, and the missing character if it is about one.
type Found = (Diagnostic, Option<Missing>);

impl<F: Files> Folder<F> {
    /// Checks every month in every language that it is translated into, and reports every fault: those of the files, and those
    /// that only finished pages show.
    ///
    /// A folder without errors renders.
    ///
    /// ```
    /// use briefing::{Code, Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A 🌩.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let faults = folder.check();
    /// assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::NoGlyph]);
    /// assert!(faults.to_string().contains("2024-02/briefing.toml:5:"));
    /// ```
    #[must_use]
    pub fn check(&self) -> Diagnostics {
        self.check_with(|_, _| {})
    }

    /// As [`Folder::check`], and calls `done(finished, total)` after each edition: a month in a language.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item),
    /// );
    /// let mut done = Vec::new();
    /// assert!(folder.check_with(|editions, all| done.push((editions, all))).is_empty());
    /// assert_eq!(done, [(1, 1)]);
    /// ```
    #[must_use]
    pub fn check_with(&self, done: impl FnMut(usize, usize)) -> Diagnostics {
        self.check_drafts(None, done)
    }

    /// Checks only the given months, and reports their faults, those of the office and its ledger, and whether the figures that the
    /// issue before one of them went out with have changed; calls `done` as [`Folder::check_with`] does.
    ///
    /// ```
    /// use briefing::{Folder, Memory};
    ///
    /// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
    /// let folder = Folder::new(
    ///     Memory::new()
    ///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///         .with("2024-02/briefing.toml", item)
    ///         .with("2024-03/briefing.toml", "not TOML"),
    /// );
    /// assert!(folder.check_months(&["2024-02".parse()?], |_, _| {}).is_empty());
    /// assert_eq!(folder.check().errors(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_months(&self, months: &[Month], done: impl FnMut(usize, usize)) -> Diagnostics {
        self.check_drafts(Some(months), done)
    }

    fn check_drafts(&self, months: Option<&[Month]>, mut done: impl FnMut(usize, usize)) -> Diagnostics {
        let brought = self
            .reader
            .fonts()
            .iter()
            .map(|font| ExtraFont { name: font.file.clone(), bytes: Arc::clone(&font.bytes) });
        let (fonts, refused) = match FontBook::with_extra(brought.collect()) {
            Ok(fonts) => (Arc::new(fonts), None),
            Err(error) => (Arc::clone(typefaces()), Some(Diagnostic::new(Code::NotAFont, None, error.to_string()))),
        };
        let read = |hand_on: &mut dyn FnMut(usize, Arc<PartialEdition>)| {
            let (drafts, mut faults) =
                self.reader.drafts_each(months, &mut |place, draft| hand_on(place, Arc::clone(draft)));
            refused.into_iter().for_each(|fault| faults.push(fault));
            (drafts, faults)
        };
        let check = |draft: Arc<PartialEdition>| check_edition(&draft, &fonts);
        let mut checked = 0;
        let mut in_ledger: BTreeMap<char, Option<FileSpan>> = BTreeMap::new();
        // A name or a text without translations is one fault, however many months print it.
        let mut untranslated: BTreeMap<(String, Option<FileSpan>), Untranslated> = BTreeMap::new();
        let take = |(drafts, faults): &mut (Drafts, Diagnostics), edition: CheckedEdition| {
            let (resolutions, found, lacking) = edition;
            for (fault, missing) in found {
                // Text from the ledger does not keep its place.
                let place = missing.as_ref().filter(|_| fault.place.is_none()).and_then(|missing| {
                    let character = missing.character;
                    let locate = || locate_in_ledger(self.files(), &[character.encode_utf8(&mut [0; 4])]);
                    in_ledger.entry(character).or_insert_with(|| locate().into_values().next()).clone()
                });
                faults.push_different(match missing.filter(|_| place.is_some()) {
                    Some(missing) => pages::no_glyph(&[missing.character], &missing.place, place, false),
                    None => fault,
                });
            }
            for lacked in lacking {
                let key = (lacked.name.clone(), lacked.fault.place.clone());
                let languages = lacked.languages.clone();
                untranslated.entry(key).or_insert(lacked).languages.extend(languages);
            }
            if let (Some(resolutions), Some(draft)) = (resolutions, drafts.editions.get(checked)) {
                self.check_resolution(draft.briefing.month, &resolutions, &drafts.style, faults);
            }
            checked += 1;
            done(checked, drafts.editions.len());
        };
        let (drafts, mut faults) = meanwhile(read, check, take);
        let nowhere = untranslated.values().filter(|one| one.text.is_none() && one.fault.place.is_none());
        let nowhere: Vec<&str> = nowhere.map(|one| one.name.as_str()).collect();
        let places = if nowhere.is_empty() { BTreeMap::new() } else { locate_in_ledger(self.files(), &nowhere) };
        untranslated.into_values().for_each(|one| faults.push_different(one.into_fault(&places)));
        unprintable_names(&drafts, &fonts).into_iter().for_each(|fault| faults.push_different(fault));
        faults
    }

    /// Reports photographs with too few pixels for the size at which the English edition prints them.
    fn check_resolution(
        &self,
        month: Month,
        resolutions: &PrintedResolutions,
        style: &HouseStyle,
        faults: &mut Diagnostics,
    ) {
        for (file, dpi) in resolutions {
            if *dpi < LEAST_DPI && !style.allows(Code::StyleResolution, file) {
                let place = locate_picture(self.files(), month, file);
                // A picture with too few pixels at any size was reported when it was read.
                let known = faults
                    .iter()
                    .any(|fault| fault.code == Code::PictureCoarse && fault.place.as_ref() == Some(&place));
                if !known {
                    let message = format!(
                        "the picture is printed with {dpi} pixels to an inch, and looks coarse below {LEAST_DPI}"
                    );
                    let hint = "use a larger version of it";
                    faults.push_once(Diagnostic::new(Code::StyleResolution, place, message).with_hint(hint));
                }
            }
        }
    }
}

/// What only the pages of an edition show; for English, with the printed resolutions of its photographs.
fn check_edition(draft: &PartialEdition, fonts: &Arc<FontBook>) -> CheckedEdition {
    // Only English pages are laid out with their pictures at the printed size.
    let looks = draft.language == Language::En && draft.sound;
    let (paged, mut found, untranslated) = check_draft(draft, looks, fonts);
    if looks {
        found.extend(contradiction(&draft.briefing).map(|fault| (fault, None)));
    }
    let resolutions = |paged: PagedDocument| {
        let shown = pages::resolutions(&draft.briefing, &paged).into_iter();
        shown.map(|(file, dpi)| (file.to_owned(), dpi)).collect()
    };
    (paged.map(resolutions), found, untranslated)
}

/// Names with characters that no font has, in languages without translated texts: months can be rendered in these too.
fn unprintable_names(drafts: &Drafts, fonts: &FontBook) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for draft in drafts.editions.iter().filter(|draft| draft.language == Language::En) {
        let month = draft.briefing.month;
        let laid_out = |language: Language| {
            drafts.editions.iter().any(|other| other.language == language && other.briefing.month == month)
        };
        let others: Vec<Language> = Language::ALL.into_iter().filter(|language| !laid_out(*language)).collect();
        for name in draft.briefing.names() {
            for language in &others {
                // Names of States and the like are built in, and have a glyph for each character.
                let written = name.get(*language).filter(|_| name.origin(*language).is_known());
                let Some(text) = written.filter(|text| seen.insert((*language, (*text).to_owned()))) else { continue };
                let mut characters = lacking(text, fonts);
                characters.sort_by_key(|character| text.find(*character));
                characters.dedup();
                if let Some(first) = characters.first() {
                    let place = locate(name.origin(*language), Some(*first));
                    faults.push(pages::no_glyph(&characters, text, place, false));
                }
            }
        }
    }
    faults
}

/// The characters of a text that no font has, in their order.
pub(crate) fn lacking(text: &str, fonts: &FontBook) -> Vec<char> {
    // Every face has these.
    if text.is_ascii() {
        return Vec::new();
    }
    let style = TextStyle::default();
    let spans = [Span { text, style: &style, tag: 0 }];
    let paragraph = break_paragraph(fonts, &mut ShapeCache::new(), &ParagraphSpec::new(&spans), f32::INFINITY);
    paragraph.missing.iter().map(|missing| missing.character).collect()
}

/// The fault for which `render` would refuse a briefing made from a sound folder.
fn contradiction(briefing: &Briefing) -> Option<Diagnostic> {
    let invalid = briefing.check().err()?;
    let code = invalid.faults.first()?.code;
    let file = FileSpan::whole_file(&format!("{}/briefing.toml", briefing.month));
    let hint = "nothing in the folder is wrong, this is a fault of the program: report it with this message";
    Some(
        Diagnostic::new(code, file, format!("the month contradicts itself, and cannot be rendered: {invalid}"))
            .with_hint(hint),
    )
}

/// A name or a text that is not translated into some languages.
struct Untranslated {
    /// The name, or a description of the text.
    name: String,
    /// The language that the text is printed in; none for a name.
    text: Option<Language>,
    languages: BTreeSet<Language>,
    /// The fault for one language.
    fault: Diagnostic,
}

impl Untranslated {
    /// The fault for all languages; words of the ledger get their place from `in_ledger`.
    fn into_fault(self, in_ledger: &BTreeMap<String, FileSpan>) -> Diagnostic {
        let Self { name, text, languages, mut fault } = self;
        if let Some(text) = text {
            fault.message = pages::not_translated(&name, text, languages.iter().copied());
            return fault;
        }
        fault.message = pages::not_named(&name, languages.iter().copied());
        // Names in the ledger cannot be translated there.
        if fault.place.is_none()
            && let Some(place) = in_ledger.get(&name)
        {
            let words = languages.iter().map(|language| format!(", {language} = \"…\"")).collect::<String>();
            let name = name.replace('\\', "\\\\").replace('"', "\\\"");
            fault.hint = Some(format!(
                "write `[[wording]]` into office.toml, and below it an `id` and `name = {{ en = \"{name}\"{words} }}`"
            ));
            fault.place = Some(place.clone());
        }
        fault
    }
}

/// What only the pages of an edition show; if the month was not read completely, only what does not depend on the rest.
fn check_draft(
    draft: &PartialEdition,
    looks: bool,
    fonts: &Arc<FontBook>,
) -> (Option<PagedDocument>, Vec<Found>, Vec<Untranslated>) {
    let PartialEdition { language, briefing, complete, outdated, .. } = draft;
    let (mut found, mut untranslated) = (Vec::new(), Vec::new());
    let mut report = |fault: Diagnostic, source: FaultSource<'_>| {
        let holds = match fault.code {
            // Nobody who keeps an office folder can fill gaps in the program's own tables.
            Code::WordingInEnglish => false,
            Code::NoGlyph | Code::TextLost => *complete || fault.place.is_some(),
            _ => *complete && !pages::is_outdated(&fault, outdated),
        };
        match source {
            _ if !holds => {}
            FaultSource::Document(Warning::NameInEnglish { name, language, .. }) => {
                untranslated.push(Untranslated {
                    name: name.clone(),
                    text: None,
                    languages: BTreeSet::from([*language]),
                    fault,
                });
            }
            FaultSource::Document(Warning::TextUntranslated { place, text, language, .. }) => {
                let (name, languages) = (place.clone(), BTreeSet::from([*language]));
                untranslated.push(Untranslated { name, text: Some(*text), languages, fault });
            }
            FaultSource::Glyph(missing) => found.push((fault, Some(missing.clone()))),
            FaultSource::Document(_) | FaultSource::Other => found.push((fault, None)),
        }
    };
    let manuscript = Manuscript { briefing, language: *language, texts: *language, draft: None };
    let paged = pages::proofread(manuscript, looks, fonts, &mut report).unwrap_or_else(|error| {
        report(Diagnostic::new(Code::UnknownFact, None, format!("{}: {error}", briefing.month)), FaultSource::Other);
        None
    });
    (paged, found, untranslated)
}
