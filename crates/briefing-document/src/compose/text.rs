//! The office's own texts: facts filled in, acronyms explained at their first use.

use briefing_model::{Briefing, FactName, FactValue, Language, Name, Origin, RichText, TextPart as Source, whole_word};

use super::ComposeError;
use super::draft::{DocumentDraft, name_in_english};
use crate::inline::{LinePart, in_language, line};
use crate::{Inline, Inlines, Words, dates, numbers, typography};

/// The acronyms a briefing knows, and which of them have been used.
#[derive(Debug, Clone, Default)]
pub(super) struct Acronyms(Vec<KnownAcronym>);

#[derive(Debug, Clone)]
struct KnownAcronym {
    text: String,
    expansion: String,
    language: Language,
    used: bool,
}

impl Acronyms {
    /// Learns an acronym, if it and its name are known in the language.
    pub(super) fn learn(&mut self, name: &Name, acronym: Option<&Name>, language: Language) {
        let (Some(expansion), Some(text)) = (name.get(language), acronym.and_then(|acronym| acronym.get(language)))
        else {
            return;
        };
        if !self.0.iter().any(|known| known.text == text && known.language == language) {
            self.0.push(KnownAcronym {
                text: text.to_owned(),
                expansion: typography::set(expansion, language),
                language,
                used: false,
            });
        }
    }

    /// An acronym as the program itself uses it.
    pub(super) fn introduce(&mut self, acronym: &Name, language: Language) -> Inline {
        let (text, language) = acronym.resolve(language);
        let words = Words::written(text, acronym.origin(language));
        let known = self.0.iter_mut().find(|known| known.text == text && known.language == language && !known.used);
        match known {
            Some(known) => {
                known.used = true;
                Inline::Abbreviation { text: words, expansion: known.expansion.clone() }
            }
            None => Inline::Text(words),
        }
    }

    /// Words of a running text, with each acronym explained where it first occurs.
    fn explain(&mut self, text: &str, origin: &Origin, language: Language, line: &mut Inlines) {
        let mut rest = text;
        while let Some((start, acronym)) = self.next_in(rest, language) {
            let (before, found) = rest.split_at(start);
            Words::written(before, origin).add_to(line);
            let after = found.strip_prefix(acronym.text.as_str()).unwrap_or_default();
            acronym.used = true;
            let text = Words::written(acronym.text.as_str(), origin);
            line.push(Inline::Abbreviation { text, expansion: acronym.expansion.clone() });
            rest = after;
        }
        Words::written(rest, origin).add_to(line);
    }

    /// The first acronym in a text that has not been used before; of two at one place, the longer.
    fn next_in(&mut self, text: &str, language: Language) -> Option<(usize, &mut KnownAcronym)> {
        self.0
            .iter_mut()
            .filter(|known| !known.used && known.language == language)
            .filter_map(|known| Some((whole_word(text, &known.text)?, known)))
            .min_by_key(|(start, known)| (*start, usize::MAX - known.text.len()))
    }
}

impl DocumentDraft<'_> {
    /// A text of the office as it is printed; `place` says which, should something be wrong with it.
    pub(super) fn text(&mut self, text: &RichText, place: impl Fn() -> String) -> Result<Inlines, ComposeError> {
        let (texts, language) = (self.texts, self.language);
        let mut line = Inlines::new();
        self.convert(text.inlines(), text.origin(), texts, &mut line)
            .map_err(|fact| ComposeError::UnknownFact { place: place(), fact })?;
        if line.is_empty() {
            return Ok(line);
        }
        if texts == language {
            // A text that is a passage in English as a whole is one that nobody has translated.
            if language != Language::En && is_passage_in(text.inlines(), Language::En) {
                self.left_in(Language::En, place(), text.origin());
            }
            return Ok(line);
        }
        self.left_in(texts, place(), text.origin());
        Ok(vec![Inline::Foreign { language: texts.into(), content: line }])
    }

    fn convert(
        &mut self,
        text: &[Source],
        origin: &Origin,
        language: Language,
        line: &mut Inlines,
    ) -> Result<(), FactName> {
        for inline in text {
            match inline {
                Source::Text(words) => self.acronyms.explain(&typography::set(words, language), origin, language, line),
                Source::Strong(content) => line.push(Inline::Strong(self.content(content, origin, language)?)),
                Source::Emphasis(content) => line.push(Inline::Emphasis(self.content(content, origin, language)?)),
                Source::Link { target, content } => {
                    line.push(Inline::Link {
                        target: target.clone(),
                        content: self.content(content, origin, language)?,
                    });
                }
                Source::Foreign { language: tag, content } => {
                    let inside = tag.official().unwrap_or(language);
                    line.push(Inline::Foreign {
                        language: tag.clone(),
                        content: self.content(content, origin, inside)?,
                    });
                }
                Source::Fact(name) => {
                    let first = line.is_empty();
                    self.fact(name, language, first)?.add_to(line);
                }
            }
        }
        Ok(())
    }

    fn content(&mut self, text: &[Source], origin: &Origin, language: Language) -> Result<Inlines, FactName> {
        let mut line = Inlines::new();
        self.convert(text, origin, language, &mut line)?;
        Ok(line)
    }

    /// A fact as the language of the text around it writes it.
    fn fact(&mut self, name: &FactName, language: Language, first: bool) -> Result<Inlines, FactName> {
        let value = self.briefing.facts.get(name).ok_or_else(|| name.clone())?;
        let (words, known) = fact_in_words(value, language, first);
        let FactValue::Name(name) = value else { return Ok(line![words]) };
        if known != language {
            self.warn(name_in_english(name, name.resolve(language).0, language));
        }
        Ok(in_language(Words::written(words, name.origin(language)), known, language))
    }
}

/// A fact as a language writes it, and the language of the words: a name that is not known in it is in English.
fn fact_in_words(value: &FactValue, language: Language, first: bool) -> (String, Language) {
    let words = match value {
        FactValue::Count(count) if first => crate::languages::capitalized(&numbers::count(*count, language)),
        FactValue::Count(count) => numbers::count(*count, language),
        FactValue::Headline(amount) => numbers::headline(*amount, language),
        FactValue::Exact(amount) => numbers::money(*amount, language),
        FactValue::Percent(percent) => numbers::percent(*percent, language),
        FactValue::Date(date) => dates::date(*date, language),
        FactValue::Name(name) => {
            let (words, known) = name.resolve(language);
            return (typography::set(words, known), known);
        }
    };
    (words, language)
}

/// A briefing whose texts say the value of each fact, as a document in the language of the texts writes it, instead of its name.
///
/// For whoever shows its texts without composing it; a fact that the briefing does not hold stays as it is.
///
/// ```
/// use briefing_document::facts_in_words;
/// use briefing_model::{Briefing, FactValue, Language};
///
/// # let mut briefing: Briefing = serde_json::from_str(include_str!("../../tests/it/data/small.json"))?;
/// briefing.about[0] = "It has **{compact.entities}** entities and {compact.others} others.".parse()?;
/// briefing.facts.insert("compact.entities".parse()?, FactValue::Count(1_046));
/// let shown = facts_in_words(&briefing, Language::En);
/// assert_eq!(shown.about[0].to_string(), "It has **1,046** entities and {compact.others} others.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn facts_in_words(briefing: &Briefing, texts: Language) -> Briefing {
    let mut shown = briefing.clone();
    for text in shown.texts_mut().filter(|text| text.facts().next().is_some()) {
        *text = text.with_facts(&mut |name, first| {
            let (words, known) = fact_in_words(briefing.facts.get(name)?, texts, first);
            let words = Source::Text(words);
            Some(if known == texts { words } else { Source::Foreign { language: known.into(), content: vec![words] } })
        });
    }
    shown
}

/// Whether a text is nothing but a passage in a language.
fn is_passage_in(text: &[Source], language: Language) -> bool {
    matches!(text, [Source::Foreign { language: tag, .. }] if tag.official() == Some(language))
}
