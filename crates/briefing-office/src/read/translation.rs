//! Files of translations: `office.fr.toml` beside `office.toml`, `2025-04/briefing.fr.toml` beside `2025-04/briefing.toml`.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use briefing_model::{
    Event, EventId, InvalidRichText, Language, Month, Name, OfficeDraft, ReferenceFault, RichText, SourceText, TextKey,
    Titles, Translation, UnreadTexts, nearest,
};

use super::copies;
use super::figures;
use super::folder::{self, ReadMonth};
use super::marks::{self, Doubt};
use super::month::MonthFile;
use super::refused;
use super::tongue::{has_script_of, language_of};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FileError, Files, FolderPath};
use crate::origin::locate;
use crate::side_by_side::side_by_side;
use crate::source::SourceFile;
use crate::tree::{Context, Log, Spans, TomlTable, TomlValue, short};

/// The languages that texts are translated into: all but the one they are written in.
pub(crate) fn languages() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::En)
}

/// The file of an office's texts in a language.
pub(crate) fn office_file(language: Language) -> String {
    format!("office.{language}.toml")
}

/// The file of a month's texts in a language.
pub(crate) fn month_file(month: Month, language: Language) -> String {
    format!("{month}/briefing.{language}.toml")
}

/// A text as a file of translations has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Translated {
    /// The source it was made from, as it was written.
    pub(crate) source: String,
    pub(crate) text: RichText,
    pub(crate) state: TranslationState,
}

/// Whether a translation is of the source as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TranslationState {
    Current,
    /// Its source has changed, but its links and facts are those of the present one: it is printed.
    OutOfDate,
    /// Its source has changed, links or facts included: it cannot be printed.
    Unusable,
}

/// The texts of one file of translations, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TranslationTexts {
    /// Whether there is a file at all.
    pub(crate) exists: bool,
    pub(crate) texts: BTreeMap<TextKey, Translated>,
    /// Where the file has the values `source` and `text` of each, as byte ranges.
    pub(crate) places: BTreeMap<TextKey, [Range<usize>; 2]>,
}

impl TranslationTexts {
    /// Those that can be printed.
    pub(crate) fn usable(&self, language: Language, sources: &[(TextKey, SourceText)]) -> UsableTexts {
        let mut translation = Translation::new(language);
        for (key, translated) in &self.texts {
            if translated.state != TranslationState::Unusable {
                translation.insert(key.clone(), translated.text.clone());
            }
        }
        let unusable =
            |key| self.texts.get(key).is_some_and(|translated| translated.state == TranslationState::Unusable);
        let outdated = sources.iter().filter(|(key, _)| unusable(key));
        let outdated = outdated.filter_map(|(_, source)| locate(source.rich().origin(), None)).collect();
        let is_behind = |translated: &Translated| translated.state == TranslationState::OutOfDate;
        let behind = self.texts.iter().filter(|(_, translated)| is_behind(translated)).map(|(key, _)| key.clone());
        UsableTexts { translation, outdated, behind: behind.collect() }
    }
}

/// The translations that can be printed, and where the sources stand of those that are too old for that.
#[derive(Debug, Clone)]
pub(crate) struct UsableTexts {
    pub(crate) translation: Translation,
    pub(crate) outdated: Vec<FileSpan>,
    /// Those of an earlier source that are printed nevertheless.
    pub(crate) behind: Vec<TextKey>,
}

/// What the files beside `office.toml` have.
pub(crate) struct OfficeTranslations {
    /// The texts that they translate.
    sources: Vec<(TextKey, SourceText)>,
    /// Those that could not be read.
    unread: UnreadTexts,
    required: Vec<Language>,
    translations: Vec<UsableTexts>,
    /// The languages whose file has errors.
    faulty: Vec<Language>,
}

impl OfficeTranslations {
    /// Reads them in some languages; every fault goes to the log.
    pub(crate) fn read(
        files: &dyn Files,
        office: &OfficeDraft,
        log: &Log,
        languages: impl IntoIterator<Item = Language>,
    ) -> Self {
        let languages: Vec<Language> = languages.into_iter().filter(|language| *language != Language::En).collect();
        // English is what they translate.
        let sources = if languages.is_empty() { Vec::new() } else { office.texts() };
        let unread = UnreadTexts::of_office(office.data(), office.gaps());
        let (mut translations, mut faulty, mut is_told) = (Vec::new(), Vec::new(), Vec::new());
        let read_one = |language: &Language| {
            let found = Log::default();
            let read = read(files, &office_file(*language), *language, &sources, &unread, &found);
            (*language, read.usable(*language, &sources), found.into_diagnostics())
        };
        side_by_side(&languages, read_one, |(language, usable, found)| {
            translations.push(usable);
            is_told.extend(found.iter().any(|fault| fault.code == Code::OtherLanguage).then_some(language));
            faulty.extend((found.errors() > 0).then_some(language));
            log.append(found);
        });
        let mut all = Vec::new();
        for UsableTexts { translation, .. } in &translations {
            if !is_told.contains(&translation.language) {
                let texts = sources.iter().map(|(key, _)| translation.get(key)).collect();
                all.push((translation.language, texts));
            }
        }
        report_alike(&all, log);
        Self { required: office.data().required_languages.clone(), translations, faulty, unread, sources }
    }

    /// Whether the texts of the office and of a month could all be read, and the office's in a language too.
    pub(crate) fn are_complete(&self, read: &ReadMonth, language: Language) -> bool {
        let of_month = UnreadTexts::of_month(&read.file.plan, &read.file.gaps);
        !self.faulty.contains(&language) && self.unread.is_empty() && of_month.is_empty()
    }

    /// The office with the names they add.
    pub(crate) fn name(&self, office: OfficeDraft) -> OfficeDraft {
        self.translations.iter().fold(office, |office, texts| office.with_names(&texts.translation))
    }

    /// The office with the names that they add in one of the languages: those of a month are under other keys.
    pub(crate) fn name_in(&self, language: Language, office: &OfficeDraft) -> OfficeDraft {
        let of_office = self.translations.iter().find(|texts| texts.translation.language == language);
        of_office.map_or_else(|| office.clone(), |texts| office.clone().with_names(&texts.translation))
    }

    /// What there is for a month in one of the languages; what is missing in a required one is reported.
    pub(crate) fn of_month(&self, files: &dyn Files, read: &ReadMonth, language: Language, log: &Log) -> UsableTexts {
        let MonthFile { plan, gaps, .. } = &read.file;
        let of_office = self.translations.iter().find(|texts| texts.translation.language == language);
        let nothing =
            || UsableTexts { translation: Translation::new(language), outdated: Vec::new(), behind: Vec::new() };
        let mut usable = of_office.cloned().unwrap_or_else(nothing);
        if language == Language::En {
            return usable;
        }
        let unread = UnreadTexts::of_month(plan, gaps);
        let sources = plan.texts();
        let lead = plan.lead.as_ref().map(EventId::as_str);
        let of_month = read_beside(files, &month_file(plan.month, language), language, &sources, (&unread, lead), log);
        let of_month = of_month.usable(language, &sources);
        usable.translation.extend(of_month.translation);
        usable.outdated.extend(of_month.outdated);
        usable.behind = of_month.behind;
        if self.required.contains(&language) {
            let mut keys = read.briefing.text_keys();
            keys.extend(untitled(read, language));
            keys.retain(|key| !unread.may_have(key.as_str()) && !self.unread.may_have(key.as_str()));
            require(plan.month, &keys, &self.sources, &usable.translation, log);
        }
        usable
    }
}

/// The titles that a month prints and that `briefing.toml` does not give in a language: headings, and texts like others.
fn untitled(read: &ReadMonth, language: Language) -> Vec<TextKey> {
    let printed: BTreeSet<&Name> = read.briefing.items().filter_map(|item| item.title.as_ref()).collect();
    let lacks = |name: &Name| name.get(language).is_none() && printed.contains(name);
    let texts = read.file.plan.texts().into_iter();
    let titles =
        texts.filter(|(key, source)| room(key).is_some() && matches!(source, SourceText::Name(name) if lacks(name)));
    titles.map(|(key, _)| key).collect()
}

/// Whether a month has a file of translations into a language.
pub(crate) fn exists(files: &dyn Files, month: Month, language: Language) -> bool {
    is_there(files, &month_file(month, language))
}

fn is_there(files: &dyn Files, name: &str) -> bool {
    name.parse().is_ok_and(|path: FolderPath| match files.open(&path) {
        Err(FileError::NotFound) => false,
        // In a folder that cannot be looked into everything is refused, and that is said of the folder.
        Err(FileError::Refused(_)) => files.list(path.parent().as_ref()).is_ok(),
        Ok(_) | Err(_) => true,
    })
}

/// Reads a file of translations, if there is one; every fault goes to the log.
pub(crate) fn read(
    files: &dyn Files,
    name: &str,
    language: Language,
    sources: &[(TextKey, SourceText)],
    unread: &UnreadTexts,
    log: &Log,
) -> TranslationTexts {
    read_beside(files, name, language, sources, (unread, None), log)
}

/// The same; of a thing that is not there any more under the id `told`, there is a message already.
fn read_beside(
    files: &dyn Files,
    name: &str,
    language: Language,
    sources: &[(TextKey, SourceText)],
    (unread, told): (&UnreadTexts, Option<&str>),
    log: &Log,
) -> TranslationTexts {
    if !is_there(files, name) {
        return TranslationTexts::default();
    }
    let mut reader = TranslationReader {
        language,
        sources: sources.iter().map(|(key, text)| (key.as_str(), (key, text))).collect(),
        lists: OnceCell::new(),
        unread,
        told,
        log,
        exchanged: RefCell::default(),
        numbered: Vec::new(),
        texts: BTreeMap::new(),
        places: BTreeMap::new(),
    };
    let spans = Spans::default();
    if let Some(source) = folder::text(files, name, log)
        && let Some(root) = crate::tree::parse(&source, log)
    {
        if let Some(item) = root.iter().find(|(key, value)| key.get_ref() == "item" && value.get_ref().is_array()) {
            let message = format!("this is a month's own file, and not one of its translations into `{language}`");
            let fault = Diagnostic::new(Code::UnknownText, source.location(item.0.span()), message);
            log.push(fault.with_hint(
                "move it away: a file of translations has `source` and `text` of each text, as `briefing translations` exports and imports them",
            ));
            return TranslationTexts { exists: true, ..TranslationTexts::default() };
        }
        reader.walk(&TomlTable::root(Context { source: &source, log, spans: &spans }, &root), "");
        reader.report_exchanged();
        reader.report_numbered();
        reader.report_language(&source);
    }
    TranslationTexts { exists: true, texts: reader.texts, places: reader.places }
}

struct TranslationReader<'r> {
    language: Language,
    sources: BTreeMap<&'r str, (&'r TextKey, &'r SourceText)>,
    /// Those of each list, and of each thing that may have had several names.
    lists: OnceCell<BTreeMap<String, Vec<(&'r TextKey, &'r SourceText)>>>,
    unread: &'r UnreadTexts,
    told: Option<&'r str>,
    log: &'r Log,
    /// Texts whose translation stands where their source is to be.
    exchanged: RefCell<Vec<(FileSpan, String)>>,
    /// Texts under other keys than theirs: where they stand, under which key, and whose they are.
    numbered: Vec<(FileSpan, String, String)>,
    texts: BTreeMap<TextKey, Translated>,
    places: BTreeMap<TextKey, [Range<usize>; 2]>,
}

impl<'r> TranslationReader<'r> {
    /// The entries of a table, whose keys make up a path. A file nests no deeper than is bounded on parsing.
    fn walk(&mut self, table: &TomlTable<'_>, path: &str) {
        for (word, value) in table.pairs() {
            let key = if path.is_empty() { word.to_owned() } else { format!("{path}.{word}") };
            if self.unread.may_have(&key) {
                continue;
            }
            if let Some((key, source)) = self.sources.get(key.as_str()).copied() {
                self.text(key, source, &value);
            } else if let Some(within) = value.is_table().then(|| value.table()).flatten().filter(is_path) {
                let lost = self.lost(&within, &key);
                let is_there = |id: &str| table.pairs().iter().any(|(word, _)| *word == id);
                match self.renamed(&key, &lost, &is_there) {
                    Some(now) => {
                        self.report_renamed(&value, &key, &now, lost.len());
                        self.walk(&within, &now);
                    }
                    None => self.walk(&within, &key),
                }
            } else {
                self.elsewhere(&value, &key);
            }
        }
    }

    /// A text under its key, and those that stand below it: of several disclaimers, the second is `[office.disclaimer.2]`.
    fn text(&mut self, key: &TextKey, source: &SourceText, value: &TomlValue<'_>) {
        let Some(table) = value.table() else { return };
        let pairs = table.pairs();
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let below = pairs.iter().filter(|(word, value)| is_number(word) && value.is_table());
        let below: Vec<_> = below.map(|(word, value)| (*word, value)).collect();
        if below.is_empty() || table.has("source") || table.has("text") {
            let own: Vec<&str> = below.iter().map(|(word, _)| *word).collect();
            self.add(&table, &own, (key, source), value);
        }
        for (word, value) in below {
            let under = format!("{key}.{word}");
            match self.sources.get(under.as_str()).copied() {
                Some((key, source)) => self.text(key, source, value),
                None if self.unread.may_have(&under) => {}
                // The first of several has no number, which nobody can know.
                None if word == "1" && !table.has("source") => self.text(key, source, value),
                None => self.elsewhere(value, &under),
            }
        }
    }

    /// Reads an entry, of the text that its source is: texts of a list that has grown or shrunk stand under other numbers than their
    /// translations.
    fn add(
        &mut self,
        table: &TomlTable<'_>,
        below: &[&str],
        (key, source): (&TextKey, &SourceText),
        value: &TomlValue<'_>,
    ) {
        let is_own = || table.peek_string("source").is_none_or(|(of, _)| fold(of) == fold(&source.written()));
        match if is_own() { None } else { self.moved(table, key.as_str()) } {
            Some((of, text)) => self.add_moved(table, (key.as_str(), of, text), value),
            None => {
                let entry = self.entry(table, below, (key, source), value);
                let Some((translated, places)) = entry.filter(|(new, _)| self.is_better(key, new)) else { return };
                self.texts.insert(key.clone(), translated);
                self.places.insert(key.clone(), places);
            }
        }
    }

    /// An entry under a key that no text has.
    fn elsewhere(&mut self, value: &TomlValue<'_>, key: &str) {
        let table = value.is_table().then(|| value.table()).flatten();
        match table.and_then(|table| Some((self.moved(&table, key)?, table))) {
            Some(((of, text), table)) => self.add_moved(&table, (key, of, text), value),
            None => self.unknown(value, key),
        }
    }

    /// Reads an entry under another key than that of its text.
    fn add_moved(
        &mut self,
        table: &TomlTable<'_>,
        (key, of, text): (&str, &TextKey, &SourceText),
        value: &TomlValue<'_>,
    ) {
        let Some((translated, places)) = self.entry(table, &[], (of, text), value) else { return };
        let is_there = |known: &Translated| known.state == TranslationState::Current;
        if !self.texts.get(of).is_some_and(is_there) {
            self.numbered.push((value.location(), key.to_owned(), of.to_string()));
            self.texts.insert(of.clone(), translated);
            self.places.insert(of.clone(), places);
        }
    }

    /// Whether a translation takes the place of the one that there is: one of the present text stays.
    fn is_better(&self, key: &TextKey, new: &Translated) -> bool {
        let is_current = |state| state == TranslationState::Current;
        self.texts.get(key).is_none_or(|known| is_current(new.state) || !is_current(known.state))
    }

    /// The text of the same list, or another name of the same thing, that an entry was made from.
    fn moved(&self, table: &TomlTable<'_>, key: &str) -> Option<(&'r TextKey, &'r SourceText)> {
        // Most files are asked for none.
        let lists = self.lists.get_or_init(|| lists(self.sources.values().copied()));
        let others = lists.get(&list_of(key))?;
        let written = fold(table.peek_string("source")?.0);
        let is_it =
            |(other, text): &&(&'r TextKey, &'r SourceText)| other.as_str() != key && fold(&text.written()) == written;
        let mut found = others.iter().filter(is_it);
        found.next().filter(|_| found.next().is_none()).copied()
    }

    /// Reports texts whose translations stand under the numbers that they had.
    fn report_numbered(&self) {
        let [(place, key, of), others @ ..] = self.numbered.as_slice() else { return };
        let more = match others.len() {
            0 => String::new(),
            1 => ", and 1 more text is translated under another number".to_owned(),
            more => format!(", and {more} more texts are translated under other numbers"),
        };
        let message = format!("`{of}` is translated under `{key}`{more}");
        let fault = Diagnostic::new(Code::UnknownText, place.clone(), message);
        self.log.push(fault.with_hint(format!("write `[{of}]` instead: it is printed there already")));
    }

    /// The entries of a table that no text has, as what follows the table's key and as their sources; none if there is a text for one.
    fn lost(&self, table: &TomlTable<'_>, path: &str) -> Vec<(String, String)> {
        let mut lost = Vec::new();
        for (word, value) in table.pairs() {
            let key = format!("{path}.{word}");
            if self.unread.may_have(&key) || self.sources.contains_key(key.as_str()) {
                return Vec::new();
            }
            let Some(entry) = value.is_table().then(|| value.table()).flatten() else { return Vec::new() };
            let Some(source) = entry.get("source").and_then(|source| source.text().map(str::to_owned)) else {
                return Vec::new();
            };
            lost.push((word.to_owned(), source));
        }
        lost
    }

    /// The thing whose texts were translated under another id: the one that has all of these texts word for
    /// word, and no translation.
    fn renamed(&self, key: &str, lost: &[(String, String)], is_there: &dyn Fn(&str) -> bool) -> Option<String> {
        let (_, id) = key.rsplit_once('.').unwrap_or(("", key));
        let before = key.strip_suffix(id)?;
        let (first, _) = lost.first()?;
        let has_all = |now: &&str| {
            lost.iter().all(|(word, source)| {
                let text = self.sources.get(format!("{now}.{word}").as_str());
                text.is_some_and(|(_, text)| fold(&text.written()) == fold(source))
            })
        };
        let things = self.sources.keys().filter_map(|key| key.strip_suffix(first.as_str())?.strip_suffix('.'));
        let is_other = |now: &&str| now.strip_prefix(before).is_some_and(|id| !id.contains('.') && !is_there(id));
        let mut now = things.filter(is_other).filter(has_all);
        now.next().filter(|_| now.next().is_none()).map(str::to_owned)
    }

    fn report_renamed(&self, value: &TomlValue<'_>, key: &str, now: &str, count: usize) {
        if self.told == Some(key) {
            return;
        }
        let (texts, are) = if count == 1 { ("a text", "is") } else { ("texts", "are") };
        let message = format!("{texts} of `{}` {are} translated under `{}`", short(now), short(key));
        let fault = value.diagnostic(Code::UnknownText, message);
        self.log.push(fault.with_hint(format!("write `[{}.…]` for each `[{}.…]`", short(now), short(key))));
    }

    fn unknown(&self, value: &TomlValue<'_>, key: &str) {
        if self.log.is_full(Code::UnknownText) {
            self.log.count(Code::UnknownText, 1);
            return;
        }
        let fault = value.diagnostic(Code::UnknownText, format!("there is no text `{}` to translate", short(key)));
        let suggestion = nearest(key, self.sources.keys().copied());
        self.log.push(match suggestion {
            Some(_) => fault.with_suggestion(suggestion),
            None => fault.with_hint(match self.sources.keys().next() {
                Some(text) => {
                    format!("delete it, or name it by the key of a text that there is, such as `{}`", short(text))
                }
                None => "delete it: there is no text to translate".to_owned(),
            }),
        });
    }

    /// One text, its source beside it, and `below` it what are texts of their own.
    fn entry(
        &self,
        table: &TomlTable<'_>,
        below: &[&str],
        (key, source): (&TextKey, &SourceText),
        place: &TomlValue<'_>,
    ) -> Option<(Translated, [Range<usize>; 2])> {
        let (of, text) = (table.need("source"), table.need("text"));
        table.finish_beside(below);
        if let SourceText::Name(name) = source
            && name.get(self.language).is_some()
        {
            let message = format!("`{key}` is given in `{}` already, beside the English", self.language);
            place.fault(Code::AlreadyNamed, message);
            return None;
        }
        let (of, text) = (of?, text?);
        let passage = TranslatedPassage {
            text: text.text()?,
            language: self.language,
            place: &|stretch| match stretch {
                Some(stretch) => text.location_within(stretch),
                None => text.location(),
            },
        };
        let written = of.text()?;
        if fold(written) != fold(&source.written()) && fold(passage.text) == fold(&source.written()) {
            self.exchanged.borrow_mut().push((of.location(), key.to_string()));
            return None;
        }
        let mut translated = translate(key, source, written, &passage, self.log)?;
        translated.text = translated.text.with_origin(text.origin());
        self.tell_age(&of, key, translated.state);
        Some((translated, [of.span(), text.span()]))
    }

    /// Reports that the file is in another language than its name says: two were exchanged, or a translator's file was saved under the
    /// wrong name.
    fn report_language(&self, source: &SourceFile) {
        let own = self.texts.values().map(|translated| (translated.text.plain(), translated));
        let own = own.filter(|(text, translated)| *text != translated.source);
        let words: Vec<String> = own.map(|(text, _)| text).collect();
        let found = language_of(&words.join("\n")).filter(|found| *found != self.language);
        let first = self.places.values().map(|[_, text]| text).min_by_key(|text| text.start);
        let Some(first) = first else { return };
        let hint = "look whether the files of two languages were exchanged, or one was copied";
        if let Some(found) = found {
            let message = format!("the texts of this file seem to be in `{found}`, and not in `{}`", self.language);
            let fault = Diagnostic::new(Code::OtherLanguage, source.location(first.clone()), message);
            self.log.push(fault.with_hint(hint));
            return;
        }
        if words.iter().all(|text| lacks_script(text, self.language, 1))
            && lacks_script(&words.join(" "), self.language, SENTENCE)
        {
            let message = format!("the texts of this file have not one {} letter", script(self.language));
            let fault = Diagnostic::new(Code::OtherLanguage, source.location(first.clone()), message);
            self.log.push(fault.with_hint(hint));
            return;
        }
        for (key, translated) in &self.texts {
            let text = translated.text.plain();
            if text != translated.source
                && lacks_script(&text, self.language, SENTENCE)
                && let Some([_, place]) = self.places.get(key)
            {
                let message = format!("the translation of `{key}` has not one {} letter", script(self.language));
                let fault = Diagnostic::new(Code::OtherLanguage, source.location(place.clone()), message);
                self.log.push(
                    fault.with_hint("translate it, or leave it out: it is printed in English then, marked as such"),
                );
            }
        }
    }

    /// Reports texts whose translation stands where their source is to be, once.
    fn report_exchanged(&self) {
        let exchanged = self.exchanged.borrow();
        let [(place, key), others @ ..] = exchanged.as_slice() else { return };
        let more = match others.len() {
            0 => String::new(),
            1 => " and of 1 more text".to_owned(),
            more => format!(" and of {more} more texts"),
        };
        let message = format!("`source` and `text` of `{key}`{more} are exchanged: `text` has the English");
        let fault = Diagnostic::new(Code::OutOfDate, place.clone(), message);
        self.log.push(
            fault.with_hint("exchange the two names: `source` is before the English, `text` before the translation"),
        );
    }

    fn tell_age(&self, of: &TomlValue<'_>, key: &TextKey, state: TranslationState) {
        let message = format!("`{key}` has changed since it was translated");
        let message = match state {
            TranslationState::Current => return,
            TranslationState::OutOfDate => message,
            TranslationState::Unusable => format!("{message}, and so have its links or facts: the source is printed"),
        };
        let hint = "bring the text up to date, then make `source` what the source says now";
        self.log.push(of.diagnostic(Code::OutOfDate, message).with_hint(hint));
    }
}

/// Texts of so many words are no names.
const SENTENCE: usize = 4;

/// What the letters of a language are called.
const fn script(language: Language) -> &'static str {
    match language {
        Language::Ar => "Arabic",
        Language::Zh => "Chinese",
        Language::Ru => "Cyrillic",
        Language::En | Language::Fr | Language::Es => "Latin",
    }
}

/// Whether a text of some words is to be in a script of its own, and has no letter of it.
fn lacks_script(text: &str, language: Language, least: usize) -> bool {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    words >= least && has_script_of(text, language) == Some(false)
}

/// Reports what two languages have word for word, at the one that it is not in; of a file that is in another language, that is said.
pub(crate) fn report_alike(languages: &[(Language, Vec<Option<&RichText>>)], log: &Log) {
    for (at, (language, texts)) in languages.iter().enumerate() {
        for (other, others) in languages.iter().skip(at + 1) {
            let words = |text: &RichText| text.plain().split_whitespace().count();
            let alike = |(text, other): (&Option<&RichText>, &Option<&RichText>)| {
                let (text, other) = ((*text)?, (*other)?);
                if text != other || words(text) <= SENTENCE {
                    return None;
                }
                let (place, second) = (locate(text.origin(), None)?, locate(other.origin(), None)?);
                // What is not translated has the place of its source in both.
                (place != second).then(|| (text.plain(), place, second))
            };
            let found: Vec<_> = texts.iter().zip(others).filter_map(alike).collect();
            let Some((text, first, second)) = found.first() else { continue };
            let (place, wrong, right) = match language_of(text) {
                Some(found) if found == *other => (first, language, other),
                _ => (second, other, language),
            };
            let more = match found.len() - 1 {
                0 => String::new(),
                1 => ", and so is 1 more text".to_owned(),
                more => format!(", and so are {more} more texts"),
            };
            let message = format!("this translation into `{wrong}` is word for word the one into `{right}`{more}");
            let fault = Diagnostic::new(Code::OtherLanguage, place.clone(), message);
            log.push(fault.with_hint("look whether the file of one language was copied for the other"));
        }
    }
}

/// What a translator wrote, and where.
pub(crate) struct TranslatedPassage<'p> {
    pub(crate) text: &'p str,
    pub(crate) language: Language,
    /// The place of a stretch of it, or of the whole.
    pub(crate) place: &'p dyn Fn(Option<Range<usize>>) -> FileSpan,
}

/// A translation of a text, made from that text as it was written then; every fault goes to the log.
pub(crate) fn translate(
    key: &TextKey,
    source: &SourceText,
    made_from: &str,
    passage: &TranslatedPassage<'_>,
    log: &Log,
) -> Option<Translated> {
    let text = match parse(passage.text, source) {
        Ok(text) => text,
        Err(error) => {
            log.push(refused::report(passage.text, &error, &|stretch| (passage.place)(Some(stretch))));
            return None;
        }
    };
    if text.is_blank() {
        let message = format!("the translation of `{key}` is blank");
        log.push(Diagnostic::new(Code::BlankTranslation, (passage.place)(None), message));
        return None;
    }
    let length = text.plain().chars().count();
    if let Some((place, room)) = room(key).filter(|(_, room)| length > *room) {
        let message = format!("the title has {length} characters, and {place} has room for {room}");
        log.push(Diagnostic::new(Code::LongTitle, (passage.place)(None), message));
        return None;
    }
    let of = parse(made_from, source).ok();
    let faults = of.as_ref().map(|of| ReferenceFault::between(of, &text)).unwrap_or_default();
    if !faults.is_empty() {
        differ(passage, key, &faults, log);
        return None;
    }
    doubt(key, source, made_from, passage, log);
    let present = source.rich();
    let state = match of {
        Some(of) if of == present => TranslationState::Current,
        _ if ReferenceFault::between(&present, &text).is_empty() => TranslationState::OutOfDate,
        _ => TranslationState::Unusable,
    };
    Some(Translated { source: fold(made_from), text, state })
}

/// Where a title is printed, and for how many characters there is room; none for what is no title.
fn room(key: &TextKey) -> Option<(&'static str, usize)> {
    match key.segments().collect::<Vec<_>>().as_slice() {
        ["titles", _] => Some(("a line", Titles::LONGEST)),
        [_, "title"] | ["event", _, "title"] => Some(("an item", Event::LONGEST_TITLE)),
        _ => None,
    }
}

/// Reports what a translator is seldom to have meant: other figures, HTML, and the source itself.
fn doubt(key: &TextKey, source: &SourceText, made_from: &str, passage: &TranslatedPassage<'_>, log: &Log) {
    let warn = |code, stretch, message: String, hint: &str| {
        log.push(Diagnostic::new(code, (passage.place)(stretch), message).with_hint(hint));
    };
    let difference = figures::difference(made_from, passage.text, passage.language);
    if let Some(words) =
        figures::other_words(made_from, passage.text, passage.language).filter(|_| difference.is_none())
    {
        let message = format!("the translation of `{key}` says something else than its source: {words}");
        warn(Code::FiguresDiffer, None, message, "correct it, or see that both say the same");
    }
    if let Some(difference) = difference {
        let message = format!("the translation of `{key}` has other figures than its source: {difference}");
        warn(Code::FiguresDiffer, difference.stretch, message, "correct the figure, or see that both say the same");
    }
    for Doubt { code, stretch, message, hint } in marks::doubts(passage.text) {
        // What the source has as well is reported there.
        if code == Code::Html || !marks::doubts(made_from).iter().any(|doubt| doubt.code == code) {
            warn(code, Some(stretch), message, &hint);
        }
    }
    let words = made_from.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    // Names and single words may well be the same.
    let least = if source.has_markup() { 2 } else { 4 };
    if words >= least && fold(made_from) == fold(passage.text) {
        let message = format!("the translation of `{key}` is the English text");
        warn(
            Code::SameAsSource,
            None,
            message,
            "translate it, or leave it out: it is printed in English then, marked as such",
        );
    }
}

/// Reports the links and facts that the source and its translation do not share: one that was exchanged is one slip.
fn differ(passage: &TranslatedPassage<'_>, key: &TextKey, faults: &[ReferenceFault], log: &Log) {
    // Enough to find the passage's others as well.
    const MOST_LISTED: usize = 4;
    let mut added = faults.iter().filter_map(ReferenceFault::added).peekable();
    let hint = match (added.peek().is_some(), faults.iter().any(|fault| fault.added().is_none())) {
        (true, true) => "write here what the source has",
        (true, false) => "remove it here, or write it into the source as well",
        _ => "copy it from the source",
    };
    let stretch = added.find_map(|added| Some((passage.text.find(&added)?, added.len())));
    let place = (passage.place)(stretch.map(|(at, length)| at..at + length));
    let listed: Vec<String> = faults.iter().take(MOST_LISTED).map(ToString::to_string).collect();
    let message = format!("in the translation of `{key}`, {}", listed.join(", and "));
    log.push(Diagnostic::new(Code::ReferencesDiffer, place, message).with_hint(hint));
}

/// The texts by what they are listed under.
fn lists<'r>(
    sources: impl Iterator<Item = (&'r TextKey, &'r SourceText)>,
) -> BTreeMap<String, Vec<(&'r TextKey, &'r SourceText)>> {
    let mut lists: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (key, text) in sources {
        lists.entry(list_of(key.as_str())).or_default().push((key, text));
    }
    lists
}

/// What the texts of a list have in common, and all the names that one thing has had: the key without its number.
fn list_of(key: &str) -> String {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    match key.split('.').collect::<Vec<_>>().as_slice() {
        ["correction", number, "what"] if is_number(number) => "correction".to_owned(),
        [first, between @ .., number] if is_number(number) => {
            let list = [&[*first], between].concat().join(".");
            list.strip_suffix(".formerly").map_or_else(|| list.clone(), |thing| format!("{thing}.name"))
        }
        _ => key.to_owned(),
    }
}

/// Whether a table holds nothing but tables, and so is a step on the way to an entry.
fn is_path(table: &TomlTable<'_>) -> bool {
    let pairs = table.pairs();
    !pairs.is_empty() && pairs.iter().all(|(_, value)| value.is_table())
}

/// A text read as what it translates is.
fn parse(written: &str, source: &SourceText) -> Result<RichText, InvalidRichText> {
    if source.has_markup() { written.parse() } else { RichText::from_plain(written) }
}

/// A text on one line; no-break spaces stay.
fn fold(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reports the texts of a month that are missing in a language that the office requires, a fault for each file.
pub(crate) fn require(
    month: Month,
    keys: &[TextKey],
    office: &[(TextKey, SourceText)],
    translation: &Translation,
    log: &Log,
) {
    let language = translation.language;
    let missing = keys.iter().filter(|key| translation.get(key).is_none());
    let (of_office, of_month): (Vec<_>, Vec<_>) =
        missing.partition(|key| office.iter().any(|(of_office, _)| of_office == *key));
    for (file, keys) in [(office_file(language), of_office), (month_file(month, language), of_month)] {
        if keys.is_empty() {
            continue;
        }
        let named: Vec<String> = keys.iter().take(3).map(|key| format!("`{key}`")).collect();
        let more =
            if keys.len() > named.len() { format!(" and {} more", keys.len() - named.len()) } else { String::new() };
        let are = if keys.len() == 1 { "is" } else { "are" };
        let message = format!("{}{more} {are} not translated, and the office requires `{language}`", named.join(", "));
        // What the office lacks is said once, whichever months print it.
        let month = if file == office_file(language) { String::new() } else { format!(" {month}") };
        let hint = format!("`briefing translations OFFICE{month} --lang {language}` lists what is missing");
        log.push_once(Diagnostic::new(Code::NotTranslated, FileSpan::whole_file(&file), message).with_hint(hint));
    }
}

/// A file that may be a translation of a month's texts, and is not read because of its name.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, stray_translations};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "").with("2025-04/briefing.FR.toml", "");
/// let [stray] = &stray_translations(&files, "2025-04".parse()?)[..] else { panic!("one stray") };
/// assert_eq!(stray.language, Some(Language::Fr));
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StrayTranslation {
    /// The language that it may be in, as far as its name tells.
    pub language: Option<Language>,
    /// Why it is not read, and what to do.
    pub fault: Diagnostic,
}

/// What may be translations of a month's texts and is not read.
///
/// ```
/// use briefing_office::{Memory, stray_translations};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "").with("2025-04/briefing.fr.toml", "");
/// assert!(stray_translations(&files, "2025-04".parse()?).is_empty());
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[must_use]
pub fn stray_translations(files: &dyn Files, month: Month) -> Vec<StrayTranslation> {
    strays_in(files, month.to_string().parse().ok().as_ref(), "briefing")
}

/// Reports files that would be translations if their language were one.
pub(crate) fn strays(files: &dyn Files, folder: Option<&FolderPath>, stem: &str, log: &Log) {
    for stray in strays_in(files, folder, stem) {
        log.push(stray.fault);
    }
}

fn strays_in(files: &dyn Files, folder: Option<&FolderPath>, stem: &str) -> Vec<StrayTranslation> {
    let mut strays = Vec::new();
    let entries = files.list(folder).unwrap_or_default();
    for entry in entries.iter().filter(|entry| !entry.is_folder && !copies::is_companion(&entry.name)) {
        let file = folder.map_or_else(|| entry.name.clone(), |folder| format!("{folder}/{}", entry.name));
        let rest = entry.name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('.'));
        // What has other signs is not meant for a language, nor is a word such as `copy`.
        let is_word = |word: &str| {
            let is_copy = copies::original(&format!("{stem}.{word}")).is_some();
            word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) && !is_copy
        };
        let between = rest.and_then(|rest| rest.split_at_checked(rest.len().checked_sub(".toml".len())?));
        let between = between.filter(|(word, ending)| ending.eq_ignore_ascii_case(".toml") && is_word(word));
        let Some((word, ending)) = between else {
            let found = copies::check(&entry.name, &entries, folder, stem);
            strays.extend(found.map(|(language, fault)| StrayTranslation { language, fault }));
            continue;
        };
        if ending == ".toml" && languages().any(|known| known.code() == word) {
            continue;
        }
        let mut language = meant(word);
        let message = match word {
            "en" => "English is what the texts are written in, so this file is not read".to_owned(),
            _ if language.is_some_and(|language| language.code() == word) => {
                format!("`{file}` is not read: its name does not end in `.toml`")
            }
            _ => {
                format!("`{}` is not a language that texts are translated into, so this file is not read", short(word))
            }
        };
        let hint = match language.map(|language| format!("{stem}.{language}.toml")) {
            Some(name) if entries.iter().any(|entry| entry.name == name) => {
                language = None;
                copies::beside(&name)
            }
            Some(name) => format!("rename it to `{name}`"),
            None => "the languages are ar, zh, fr, ru and es".to_owned(),
        };
        let fault = Diagnostic::new(Code::UnknownLanguage, FileSpan::whole_file(&file), message).with_hint(hint);
        strays.push(StrayTranslation { language, fault });
    }
    strays
}

/// The language that a word in a file's name stands for, of those that texts are translated into.
fn meant(word: &str) -> Option<Language> {
    language_meant(word).filter(|language| *language != Language::En)
}

/// The language that somebody means by a word that is not its code.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::language_meant;
///
/// for word in ["FR", "fr-FR", "fra", "French", "français"] {
///     assert_eq!(language_meant(word), Some(Language::Fr));
/// }
/// assert_eq!(language_meant("de"), None);
/// ```
#[must_use]
pub fn language_meant(word: &str) -> Option<Language> {
    let word = word.trim().to_lowercase();
    let code = word.split(['-', '_']).next().unwrap_or_default();
    Language::ALL.into_iter().find(|language| {
        let words: &[&str] = match language {
            Language::En => &["eng", "english", "anglais", "inglés", "ingles"],
            Language::Ar => &["ara", "arabic", "arabe", "العربية"],
            Language::Zh => &["zho", "chi", "cn", "chinese", "chinois", "chino", "中文"],
            Language::Fr => &["fra", "fre", "french", "français", "francais", "francés"],
            Language::Ru => &["rus", "russian", "russe", "ruso", "русский"],
            Language::Es => &["spa", "sp", "spanish", "español", "espanol", "espagnol"],
        };
        language.code() == code || words.contains(&code)
    })
}
