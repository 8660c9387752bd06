//! A PO file that comes back from the translators: what the files of translations are to hold.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;
use std::sync::Mutex;

use briefing_model::{Language, Month, SourceText, TextKey, UnreadTexts, nearest};

use super::folder;
use super::results::Reading;
use super::texts::TextSources;
use super::translation::{
    self, Translated, TranslatedPassage, TranslationState, TranslationTexts, month_file, office_file,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::files::{FileError, Files, FolderEntry, FolderPath, Memory};
use crate::po;
use crate::side_by_side::lock;
use crate::source::SourceFile;
use crate::tree::{Log, escaped, short};

/// What an import of translations would do.
///
/// See [`plan_text_import`].
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, Po, plan_text_import};
///
/// # let month = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// # let files = Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\n")
/// #     .with("2025-04/briefing.toml", month);
/// // The translators left the text blank.
/// let bytes = b"msgctxt \"2025-04/briefing.toml visit.text\"\nmsgid \"A visit.\"\nmsgstr \"\"\n";
/// let po = Po { name: "fr.po", bytes, language: Some(Language::Fr) };
/// let (import, faults) = plan_text_import(&files, "2025-04".parse()?, &po).into_parts();
/// let import = import.ok_or(faults.to_string())?;
/// assert_eq!((import.changed, import.blank), (0, 1));
/// assert!(import.files.is_empty(), "no file changes");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextImport {
    /// The language of the texts.
    pub language: Language,
    /// The files that change, and what they are to hold.
    pub files: Vec<(FolderPath, String)>,
    /// What each file of texts held when the import was worked out; those that were not there are absent. Whoever writes
    /// compares with this, so that nobody's work in between is lost.
    pub before: BTreeMap<FolderPath, Vec<u8>>,
    /// How many texts are new or other than they were.
    pub changed: usize,
    /// How many of all those in the PO file are of an earlier source.
    pub out_of_date: usize,
    /// How many entries say nothing yet.
    pub blank: usize,
    /// How many entries a tool has marked as fuzzy without telling which source they were made from: they are left out.
    pub uncertain: usize,
}

/// A PO or XLIFF file, and the language it is taken to be in.
///
/// ```
/// let po = briefing_office::Po { name: "fr.po", bytes: b"", language: Some(briefing_model::Language::Fr) };
/// assert!(po.bytes.is_empty());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Po<'p> {
    /// The file's name, for faults.
    pub name: &'p str,
    /// What it holds.
    pub bytes: &'p [u8],
    /// The language that was asked for; without it, the one that the file's header names.
    pub language: Option<Language>,
}

/// Works out what the files of translations are with the texts of a PO file, or of an XLIFF file (2.0 or 2.1).
///
/// Texts that the PO file does not have stay as they are, and so do those for which it says nothing. There is a value only
/// if nothing is wrong with any text: a lost link or fact is reported with its line.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, Po, plan_text_import};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n");
/// let bytes = "msgctxt \"2025-04/briefing.toml visit.text\"\nmsgid \"A visit.\"\nmsgstr \"Une visite.\"\n".as_bytes();
/// let po = Po { name: "fr.po", bytes, language: Some(Language::Fr) };
/// let (import, _) = plan_text_import(&files, "2025-04".parse().unwrap(), &po).into_parts();
/// let (path, text) = &import.unwrap().files[0];
/// assert_eq!(path.as_str(), "2025-04/briefing.fr.toml");
/// assert!(text.ends_with("[visit.text]\nsource = \"A visit.\"\ntext = \"Une visite.\"\n"));
/// ```
pub fn plan_text_import(files: &dyn Files, month: Month, po: &Po<'_>) -> Reading<TextImport> {
    let log = Log::default();
    let recorded = Recorded { files, read: Mutex::default() };
    let files: &dyn Files = &recorded;
    let import = TextSources::read(files, month, &log).and_then(|sources| {
        let source = SourceFile::decode(po.name, po.bytes).map_err(|fault| log.push(*fault)).ok()?;
        let catalog = if po::xliff::is_one(&source) { po::xliff::read(&source, &log) } else { po::read(&source, &log) };
        let language = language(&source, &catalog, po.language, &log)?;
        Some(ImportPlan::of(files, &sources, language, &log).import(&source, &catalog, files))
    });
    let import = import.map(|import| TextImport { before: std::mem::take(&mut lock(&recorded.read)), ..import });
    Reading::new(import, log)
}

/// A folder that keeps what was read of its texts, so that the very bytes are known that an import was worked out from.
struct Recorded<'f> {
    files: &'f dyn Files,
    read: Mutex<BTreeMap<FolderPath, Vec<u8>>>,
}

impl Files for Recorded<'_> {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        self.files.open(path)
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        self.files.list(folder)
    }

    fn read(&self, path: &FolderPath, limit: u64) -> Result<Vec<u8>, FileError> {
        let bytes = self.files.read(path, limit)?;
        if path.as_str().ends_with(".toml") {
            // The first reading is what the plan rests on.
            lock(&self.read).entry(path.clone()).or_insert_with(|| bytes.clone());
        }
        Ok(bytes)
    }
}

/// The language of a PO file.
fn language(source: &SourceFile, catalog: &po::Catalog, asked: Option<Language>, log: &Log) -> Option<Language> {
    let fault = |span, message| {
        let hint = "the languages are ar, zh, fr, ru and es";
        log.push(Diagnostic::new(Code::PoLanguage, source.location(span), message).with_hint(hint));
        None
    };
    let Some((named, span)) = &catalog.language else {
        let message = "the PO file does not say which language it is in";
        return asked.or_else(|| fault(0..0, message.to_owned()));
    };
    // A tool may name a region or a script too, as in `fr_FR`.
    let stem = named.split(['_', '-', '@', '.']).next().unwrap_or_default();
    let Some(named) = translation::languages().find(|language| language.code().eq_ignore_ascii_case(stem)) else {
        return fault(span.clone(), format!("`{}` is not a language that texts are translated into", short(named)));
    };
    match asked {
        Some(asked) if asked != named => fault(span.clone(), format!("the PO file is in `{named}`, not in `{asked}`")),
        _ => Some(named),
    }
}

/// One file of translations: whose texts, and what it has of them.
struct TranslationFile {
    /// The file that the sources are in.
    of: String,
    name: String,
    sources: Vec<(TextKey, SourceText)>,
    known: TranslationTexts,
}

struct ImportPlan<'l> {
    language: Language,
    month: Month,
    sides: [TranslationFile; 2],
    /// Which text of which side a context stands for.
    contexts: BTreeMap<String, (usize, TextKey, SourceText)>,
    log: &'l Log,
}

impl<'l> ImportPlan<'l> {
    fn of(files: &dyn Files, sources: &TextSources, language: Language, log: &'l Log) -> Self {
        // What is out of date now is not a fault of the import.
        let (unheard, month) = (Log::default(), sources.plan.month);
        let known = sources.known(files, language, &unheard);
        let found = unheard.into_diagnostics();
        found.iter().filter(|fault| fault.code != Code::OutOfDate).for_each(|fault| log.push(fault.clone()));
        let office = TranslationFile {
            of: "office.toml".to_owned(),
            name: office_file(language),
            sources: sources.office.texts(),
            known: known.office,
        };
        let own = TranslationFile {
            of: format!("{month}/briefing.toml"),
            name: month_file(month, language),
            sources: sources.plan.texts(),
            known: known.month,
        };
        let sides = [office, own];
        let mut contexts = BTreeMap::new();
        for (at, side) in sides.iter().enumerate() {
            let texts = side.sources.iter().cloned();
            contexts.extend(texts.map(|(key, text)| (po::context(&side.of, &key), (at, key, text))));
        }
        Self { language, month, sides, contexts, log }
    }

    fn import(mut self, source: &SourceFile, catalog: &po::Catalog, files: &dyn Files) -> TextImport {
        let (mut changed, mut out_of_date, mut blank, mut uncertain) = (0, 0, 0, 0);
        let is_xliff = po::xliff::is_one(source);
        let mut seen = BTreeMap::new();
        let mut new: [BTreeMap<TextKey, Translated>; 2] = Default::default();
        for entry in &catalog.entries {
            let Some((side, key, text)) = self.find(source, entry, &mut seen) else { continue };
            if entry.text.text.trim().is_empty() {
                blank += 1;
                continue;
            }
            let known = self.sides.get(side).and_then(|side| side.known.texts.get(&key));
            // Many tools leave every segment as `initial`: a text that is not the one that was sent out was seen to.
            let is_new = known.is_some_and(|known| text.write(&known.text) != entry.text.text);
            let made_from = match (entry.fuzzy && !(is_xliff && is_new), &entry.previous) {
                (false, _) => &entry.id,
                (true, Some(previous)) => previous,
                (true, None) => {
                    uncertain += 1;
                    continue;
                }
            };
            let Some(translated) = self.text(source, entry, &key, &text, &made_from.text) else { continue };
            out_of_date += usize::from(translated.state != TranslationState::Current);
            let known = self.sides.get(side).and_then(|side| side.known.texts.get(&key));
            if known != Some(&translated) {
                changed += 1;
                if let Some(new) = new.get_mut(side) {
                    new.insert(key.clone(), translated.clone());
                }
            }
        }
        let mut written = Vec::new();
        for (side, new) in self.sides.iter_mut().zip(new) {
            if !new.is_empty() {
                let text = side.changed(self.language, &new, files);
                written.extend(side.name.parse().ok().map(|path| (path, text)));
            }
        }
        TextImport {
            language: self.language,
            files: written,
            before: BTreeMap::new(),
            changed,
            out_of_date,
            blank,
            uncertain,
        }
    }

    /// Which text an entry translates.
    fn find(
        &self,
        source: &SourceFile,
        entry: &po::PoEntry,
        seen: &mut BTreeMap<String, usize>,
    ) -> Option<(usize, TextKey, SourceText)> {
        let fault = |code, span, message: String| Diagnostic::new(code, source.location(span), message);
        let Some(context) = &entry.context else {
            let message = "this entry has no `msgctxt`, so that it is not known which text it translates";
            self.log.push(fault(Code::NotPo, entry.id.span.clone(), message.to_owned()));
            return None;
        };
        let span = context.span.clone();
        if let Some(first) = seen.insert(context.text.clone(), span.start) {
            let message = format!("`{}` is given twice", short(&context.text));
            let first = source.location(first..first);
            self.log.push(fault(Code::NotPo, span, message).with_related("first given here", first));
            return None;
        }
        let Some((side, key, text)) = self.contexts.get(&context.text) else {
            if let Some(month) = self.other_month(&context.text) {
                // The whole file is of that month.
                if seen.insert(month.to_string(), span.start).is_none() {
                    let message = format!("the texts of {month} in this file are not imported into {}", self.month);
                    let hint = format!(
                        "import the file into the month that it is of: `briefing translations OFFICE {month} --import FILE`"
                    );
                    self.log.push(fault(Code::UnknownText, span, message).with_hint(hint));
                }
                return None;
            }
            if self.log.is_full(Code::UnknownText) {
                self.log.count(Code::UnknownText, 1);
                return None;
            }
            let message = format!("there is no text `{}` to translate", short(&context.text));
            let suggestion = nearest(&context.text, self.contexts.keys().map(String::as_str));
            self.log.push(fault(Code::UnknownText, span, message).with_suggestion(suggestion));
            return None;
        };
        if matches!(text, SourceText::Name(name) if name.get(self.language).is_some()) {
            let message = format!("`office.toml` gives `{key}` in `{}` already", self.language);
            self.log.push(fault(Code::AlreadyNamed, span, message));
            return None;
        }
        Some((*side, key.clone(), text.clone()))
    }

    /// The month whose text an entry says that it translates, if that is another one.
    fn other_month(&self, context: &str) -> Option<Month> {
        let month: Month = context.split_once('/')?.0.parse().ok()?;
        (month != self.month).then_some(month)
    }

    fn text(
        &self,
        source: &SourceFile,
        entry: &po::PoEntry,
        key: &TextKey,
        text: &SourceText,
        made_from: &str,
    ) -> Option<Translated> {
        let words = &entry.text;
        let place = |stretch: Option<Range<usize>>| match stretch {
            Some(stretch) => source.location(words.place(source, stretch.start)..words.place(source, stretch.end)),
            None => source.location(words.span.clone()),
        };
        translation::translate(
            key,
            text,
            made_from,
            &TranslatedPassage { text: &words.text, language: self.language, place: &place },
            self.log,
        )
    }
}

impl TranslationFile {
    /// The file with some texts new. What it held stays byte for byte, comments and layout included, but for the values that
    /// change; texts that it did not have come behind the rest.
    fn changed(&mut self, language: Language, new: &BTreeMap<TextKey, Translated>, files: &dyn Files) -> String {
        // The file was read without a fault before, or is not there.
        let unheard = Log::default();
        let before = self.known.exists.then(|| folder::text(files, &self.name, &unheard)).flatten();
        self.known.texts.extend(new.clone());
        if let Some(text) = before.and_then(|before| self.spliced(before.text(), new))
            && self.says(&text, language)
        {
            return text;
        }
        self.written(language)
    }

    fn spliced(&self, before: &str, new: &BTreeMap<TextKey, Translated>) -> Option<String> {
        let mut values: Vec<(Range<usize>, String)> = Vec::new();
        let mut entries = String::new();
        for (key, source) in &self.sources {
            let Some(translated) = new.get(key) else { continue };
            let words = source.write(&translated.text);
            match self.known.places.get(key) {
                Some([of, text]) => {
                    values.push((of.clone(), quoted(&translated.source)));
                    values.push((text.clone(), quoted(&words)));
                }
                None => {
                    if !entries.is_empty() {
                        entries.push('\n');
                    }
                    entries.push_str(&entry(key, &translated.source, &words));
                }
            }
        }
        values.sort_by_key(|(place, _)| place.start);
        let mut text = before.to_owned();
        for (place, value) in values.into_iter().rev() {
            text.get(place.clone())?;
            text.replace_range(place, &value);
        }
        if !entries.is_empty() && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        text.push_str(&entries);
        Some(text)
    }

    /// Whether a file would be read as holding these texts and no others.
    fn says(&self, text: &str, language: Language) -> bool {
        let file = Memory::new().with(&self.name, text);
        let log = Log::default();
        let read = translation::read(&file, &self.name, language, &self.sources, &UnreadTexts::default(), &log);
        log.errors() == 0 && read.texts == self.known.texts
    }

    /// The file with all its texts in the order of their sources.
    fn written(&self, language: Language) -> String {
        let mut text = format!("# Texts of {} in `{language}`, each with the source it was made from.\n", self.of);
        for (key, source) in &self.sources {
            if let Some(translated) = self.known.texts.get(key) {
                text.push('\n');
                text.push_str(&entry(key, &translated.source, &source.write(&translated.text)));
            }
        }
        text
    }
}

/// An entry as a file of translations has it.
fn entry(key: &TextKey, source: &str, text: &str) -> String {
    format!("[{key}]\nsource = {}\ntext = {}\n", quoted(source), quoted(text))
}

/// How long a line of a text may be before it is broken.
const LONGEST_LINE: usize = 140;

/// A text as TOML writes it; a long one over several lines, each but the last ending in a backslash.
fn quoted(text: &str) -> String {
    let escaped = escaped(text);
    if escaped.chars().count() <= LONGEST_LINE {
        return format!("\"{escaped}\"");
    }
    let (mut quoted, mut length) = ("\"\"\"".to_owned(), 3);
    for word in escaped.split_inclusive(' ') {
        let width = word.chars().count();
        if length + width > LONGEST_LINE && length > 3 {
            quoted.push_str("\\\n");
            length = 0;
        }
        quoted.push_str(word);
        length += width;
    }
    quoted.push_str("\"\"\"");
    quoted
}
