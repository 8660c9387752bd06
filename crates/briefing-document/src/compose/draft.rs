//! State shared by all steps of composing: language, names, warnings.

use std::collections::BTreeMap;

use briefing_model::{Briefing, Language, Name, OrganizationNode, Origin, SectionKind, shows_nothing};

use super::text::Acronyms;
use super::{ComposeError, Warning};
use crate::inline::{in_language, line, plain};
use crate::languages::{self, Usage};
use crate::{
    Block, DocumentInfo, Inline, Inlines, Note, Running, Section, SectionRole, Style, Title, Words, typography,
};

/// A document being composed.
pub(super) struct DocumentDraft<'a> {
    pub(super) briefing: &'a Briefing,
    pub(super) language: Language,
    /// The language of the office's texts.
    pub(super) texts: Language,
    pub(super) messages: &'static dyn Usage,
    pub(super) acronyms: Acronyms,
    /// Whether a text was left in its own language and no note says so yet.
    note_due: bool,
    warnings: Vec<Warning>,
    /// The office's own titles for the issue and its sections, by key.
    titles: BTreeMap<&'static str, Words>,
    /// Whether a note on untranslated texts has been added.
    noted: bool,
}

impl<'a> DocumentDraft<'a> {
    pub(super) fn new(briefing: &'a Briefing, language: Language, texts: Language) -> Self {
        let mut acronyms = Acronyms::default();
        // Passages may be in English in a document in any language.
        for language in [language, texts, Language::En] {
            for acronym in &briefing.acronyms {
                acronyms.learn(&acronym.name, Some(&acronym.acronym), language);
            }
            acronyms.learn(&briefing.office.name, briefing.office.acronym.as_ref(), language);
            for unit in &briefing.capacity_building {
                acronyms.learn(&unit.name, unit.acronym.as_ref(), language);
            }
            if let Some(chart) = &briefing.structure {
                learn_units(&mut acronyms, &chart.units, language);
            }
        }
        Self {
            briefing,
            language,
            texts,
            messages: languages::of(language),
            acronyms,
            note_due: false,
            noted: false,
            warnings: Vec::new(),
            titles: BTreeMap::new(),
        }
    }

    /// The warnings, each once.
    pub(super) fn warnings(self) -> Vec<Warning> {
        self.warnings
    }

    pub(super) fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Reports a text that is left in its own language.
    pub(super) fn left_in(&mut self, text: Language, place: String, origin: &Origin) {
        self.note_due = true;
        self.warn(Warning::TextUntranslated { place, text, language: self.language, origin: origin.clone() });
    }

    /// The section, with a note added at its end if it is the first with an untranslated text.
    pub(super) fn with_note(&mut self, mut section: Section) -> Section {
        if self.note_due && !self.noted {
            self.noted = true;
            let text = line![self.messages.phrases().untranslated];
            section.blocks.push(Block::Notes(vec![Note {
                id: "note-untranslated".to_owned(),
                mark: String::new(),
                text,
            }]));
        }
        section
    }

    // --- The document as a whole ---

    pub(super) fn title(&mut self) -> Title {
        let emblem = self.briefing.emblem.as_ref();
        let emblem = emblem.map(|emblem| self.picture(emblem, || "the alternative text of the emblem".to_owned()));
        Title {
            kicker: self.plain_name(&self.briefing.office.name),
            text: self.issue_title(),
            emblem,
            period: self.messages.period(self.briefing.month),
        }
    }

    /// Looks up the names that are used in headings.
    pub(super) fn learn_titles(&mut self) {
        for (key, name) in self.briefing.titles.iter() {
            let words = self.plain_name(name);
            self.titles.insert(key, words);
        }
    }

    /// The name of the issue.
    fn issue_title(&self) -> Words {
        let own = self.titles.get("briefing");
        own.cloned().unwrap_or_else(|| self.messages.phrases().monthly_briefing.into())
    }

    pub(super) fn info(&mut self) -> DocumentInfo {
        let author = self.plain_name(&self.briefing.office.name).to_string();
        DocumentInfo {
            title: self.messages.file_title(
                &self.issue_title(),
                self.briefing.month,
                self.office_acronym().unwrap_or(&author),
            ),
            subject: self.messages.subject(self.briefing.month),
            issued: self.briefing.issued,
            author,
        }
    }

    pub(super) fn running(&mut self) -> Result<Running, ComposeError> {
        let office = &self.briefing.office;
        let month = self.briefing.month;
        let mut disclaimer_language = self.language;
        let disclaimer = match &office.disclaimer {
            Some(text) => {
                let line = self.text(text, || "the disclaimer".to_owned())?;
                if let [Inline::Foreign { language, .. }] = line.as_slice() {
                    disclaimer_language = language.official().unwrap_or(self.language);
                }
                Some(Words::written(plain(&line), text.origin())).filter(|text| !text.is_empty())
            }
            None => None,
        };
        let acronym = office.acronym.as_ref().filter(|acronym| acronym.get(self.language).is_some());
        Ok(Running {
            head_start: self.plain_name(&office.name),
            head_end: self.messages.running_head(&self.issue_title(), month),
            // As in texts and in the organization chart, there is no acronym in a language in which the office has none.
            foot_mark: acronym.map(|acronym| written(acronym, self.language)).unwrap_or_default(),
            foot_start: self.messages.issue(&self.issue_title(), month),
            disclaimer,
            disclaimer_language,
            page_of: self.messages.phrases().page_of.to_owned(),
            continued: self.messages.phrases().continued.1.to_owned(),
        })
    }

    pub(super) fn style(&self) -> Style {
        Style::from(&self.briefing.theme)
    }

    // --- Sections ---

    pub(super) fn section(&self, kind: SectionKind, role: SectionRole, blocks: Vec<Block>) -> Section {
        Section { anchor: kind.as_str().to_owned(), heading: self.heading(kind), role, blocks }
    }

    /// The corrections made to the issue since it was first sent out, placed before everything else.
    pub(super) fn corrections(&mut self) -> Result<Option<Section>, ComposeError> {
        let mut blocks = Vec::new();
        for (index, correction) in self.briefing.corrections.iter().enumerate() {
            let what = self.text(&correction.what, || format!("correction {}", index + 1))?;
            let on = self.messages.corrected_on(&crate::dates::day(correction.on, self.language));
            let mut words = line![Inline::Strong(vec![Inline::Text(on.into())]), " "];
            words.extend(what);
            blocks.push(Block::Paragraph(words));
        }
        let heading = self.messages.phrases().correction.into();
        let section = Section { anchor: "corrections".to_owned(), heading, role: SectionRole::Text, blocks };
        Ok(Some(section).filter(|section| !section.blocks.is_empty()))
    }

    pub(super) fn heading(&self, kind: SectionKind) -> Words {
        let own = self.titles.get(kind.as_str());
        own.cloned().unwrap_or_else(|| self.naming_office(self.messages.heading(kind, self.office_acronym())))
    }

    /// A heading with the origin of the office's acronym: the rest is worded by the program.
    pub(super) fn naming_office(&self, heading: String) -> Words {
        match &self.briefing.office.acronym {
            Some(acronym) => Words::written(heading, acronym.origin(self.language)),
            None => heading.into(),
        }
    }

    pub(super) fn about(&mut self) -> Result<Section, ComposeError> {
        let mut blocks = Vec::new();
        for (index, text) in self.briefing.about.iter().enumerate() {
            let words = self.text(text, || format!("paragraph {} about the office", index + 1))?;
            blocks.extend((!shows_nothing(&plain(&words))).then_some(Block::Paragraph(words)));
        }
        Ok(self.section(SectionKind::About, SectionRole::Text, blocks))
    }

    // --- Names ---

    /// The office's acronym, if it has one in this language.
    pub(super) fn office_acronym(&self) -> Option<&'a str> {
        self.briefing.office.acronym.as_ref().and_then(|name| name.get(self.language))
    }

    /// The office's acronym for use in a sentence, expanded at its first use.
    pub(super) fn office_in_text(&mut self) -> Option<Inlines> {
        let acronym = self.briefing.office.acronym.as_ref().filter(|name| name.get(self.language).is_some())?;
        Some(vec![self.acronyms.introduce(acronym, self.language)])
    }

    /// A name in the document's language; if it has none, in English and marked as English.
    pub(super) fn name(&mut self, name: &Name) -> Inlines {
        let language = self.known(name);
        let words = self.explained(&written(name, self.language), name.origin(self.language), language);
        in_language(words, language, self.language)
    }

    /// A name as plain words, which cannot be marked as English.
    pub(super) fn plain_name(&mut self, name: &Name) -> Words {
        self.known(name);
        written(name, self.language)
    }

    /// Words from an official table, marked with their own language if it is not the document's.
    pub(super) fn official(&mut self, (words, language): (&'static str, Language)) -> Inlines {
        self.worded_in(words, language);
        let words = self.explained(&typography::set(words, language), &Origin::default(), language);
        in_language(words, language, self.language)
    }

    /// Reports an official wording that is not in the document's language.
    pub(super) fn worded_in(&mut self, words: &str, language: Language) {
        if language != self.language {
            self.warn(Warning::WordingInEnglish { words: words.to_owned(), language: self.language });
        }
    }

    /// The language in which a name is printed; reported if it is not the document's.
    fn known(&mut self, name: &Name) -> Language {
        let (words, known) = name.resolve(self.language);
        if known != self.language {
            self.warn(name_in_english(name, words, self.language));
        }
        known
    }

    /// The acronym to print beside a name: only if both are known in the document's language, or both are printed in English. An English
    /// acronym beside a French name would be unexplained.
    pub(super) fn acronym_beside(&self, name: &Name, acronym: Option<&'a Name>) -> Option<&'a Name> {
        acronym.filter(|acronym| name.resolve(self.language).1 == acronym.resolve(self.language).1)
    }

    /// "United Nations Counter-Terrorism Centre (UNCCT)".
    pub(super) fn name_with_acronym(&mut self, name: &Name, acronym: Option<&'a Name>) -> Inlines {
        let words = self.name(name);
        let Some(acronym) = self.acronym_beside(name, acronym) else {
            return words;
        };
        let language = acronym.resolve(self.language).1;
        let acronym = self.acronyms.introduce(acronym, language);
        let acronym = if language == self.language {
            acronym
        } else {
            Inline::Foreign { language: language.into(), content: vec![acronym] }
        };
        self.messages.with_acronym(words, acronym)
    }
}

/// A name as printed in a language: in that language or, if it has no such form, in English.
pub(super) fn written(name: &Name, language: Language) -> Words {
    let (words, known) = name.resolve(language);
    Words::written(typography::set(words, known), name.origin(language))
}

fn learn_units(acronyms: &mut Acronyms, units: &[OrganizationNode], language: Language) {
    for unit in units {
        acronyms.learn(&unit.name, unit.acronym.as_ref(), language);
        learn_units(acronyms, &unit.units, language);
    }
}

/// The warning that a name is printed as `words` because it is not known in a language.
pub(super) fn name_in_english(name: &Name, words: &str, language: Language) -> Warning {
    Warning::NameInEnglish { name: words.to_owned(), language, origin: name.origin(Language::En).clone() }
}
