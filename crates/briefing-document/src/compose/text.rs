//! The office's own texts: facts are filled in, acronyms explained at their first use.

use std::cmp::Reverse;
use std::ops::Range;

use briefing_model::{Briefing, FactName, FactValue, Language, Name, Origin, RichText, TextPart as Source, whole_word};

use super::draft::{DocumentDraft, name_in_english};
use super::{ComposeError, Warning};
use crate::inline::{LinePart, in_language, line};
use crate::{Inline, Inlines, Words, dates, numbers, typography};

/// The acronyms known to a briefing, and which of them have been used.
#[derive(Debug, Clone, Default)]
pub(super) struct Acronyms {
    known: Vec<KnownAcronym>,
    /// Warnings about the expansions used.
    missing: Vec<Warning>,
}

#[derive(Debug, Clone)]
struct KnownAcronym {
    text: String,
    expansion: String,
    /// The actual language of the expansion.
    expansion_language: Language,
    /// The language of the texts in which the acronym is used.
    language: Language,
    /// The warning to report, if the expansion is in another language.
    missing: Option<Warning>,
    used: bool,
}

impl Acronyms {
    /// Records an acronym in the form that texts in a language use.
    pub(super) fn learn(&mut self, name: &Name, acronym: Option<&Name>, language: Language) {
        let Some(acronym) = acronym else { return };
        let (expansion, expansion_language) = name.resolve(language);
        // Acronyms not known in the language are written in Latin letters, as in English. In a language with another script, those cannot
        // be an ordinary word either.
        let latin = match language {
            Language::En | Language::Es | Language::Fr => false,
            Language::Ar | Language::Ru | Language::Zh => true,
        };
        let english = Some(acronym.english()).filter(|_| latin);
        let (own, _) = acronym.resolve(language);
        for text in [Some(own), english].into_iter().flatten() {
            let is_known = self.known.iter().any(|known| known.text == text && known.language == language);
            // An expansion that contains the acronym does not explain it.
            if whole_word(expansion, text).is_some() || is_known {
                continue;
            }
            self.known.push(KnownAcronym {
                text: text.to_owned(),
                expansion: typography::set(expansion, expansion_language),
                expansion_language,
                language,
                missing: (expansion_language != language).then(|| name_in_english(name, expansion, language)),
                used: false,
            });
        }
    }

    /// Takes the warnings about the expansions used.
    pub(super) fn take_missing(&mut self) -> Vec<Warning> {
        std::mem::take(&mut self.missing)
    }

    /// An acronym as used by the program itself in words in a language.
    pub(super) fn introduce(&mut self, acronym: &Name, language: Language) -> Inline {
        let (text, language) = acronym.resolve(language);
        let words = Words::written(text, acronym.origin(language));
        let known = self.known.iter_mut().find(|known| {
            known.text == text && known.language == language && known.expansion_language == language && !known.used
        });
        match known {
            Some(known) => {
                known.used = true;
                Inline::Abbreviation { text: words, expansion: known.expansion.clone() }
            }
            None => Inline::Text(words),
        }
    }

    /// Appends words in a language, explaining each acronym where it first occurs.
    fn explain(&mut self, text: &str, origin: &Origin, language: Language, line: &mut Inlines) {
        let mut written = 0;
        for (stretch, at) in self.occurrences(text, language) {
            let Some(known) = self.known.get_mut(at).filter(|known| !known.used) else { continue };
            known.used = true;
            Words::written(text.get(written..stretch.start).unwrap_or_default(), origin).add_to(line);
            written = stretch.end;
            let words = Words::written(text.get(stretch).unwrap_or_default(), origin);
            let explained = Inline::Abbreviation { text: words, expansion: known.expansion.clone() };
            self.missing.extend(known.missing.clone());
            line.push(if known.expansion_language == language {
                explained
            } else {
                Inline::Foreign { language: known.expansion_language.into(), content: vec![explained] }
            });
        }
        Words::written(text.get(written..).unwrap_or_default(), origin).add_to(line);
    }

    /// The occurrences in a text of the acronyms of a language; if one contains another, only the longer counts.
    fn occurrences(&self, text: &str, language: Language) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        for (at, known) in self.known.iter().enumerate().filter(|(_, known)| known.language == language) {
            // The acronym may be bound with no-break spaces.
            let fixed = known.text.contains(' ').then(|| known.text.replace(' ', "\u{a0}"));
            for word in [Some(&known.text), fixed.as_ref()].into_iter().flatten() {
                let mut from = 0;
                while let Some(start) = text.get(from..).and_then(|rest| whole_word(rest, word)) {
                    found.push((from + start, Reverse(word.len()), at));
                    from += start + word.len();
                }
            }
        }
        found.sort_unstable();
        let mut end = 0;
        found.retain(|(start, Reverse(length), _)| {
            let apart = *start >= end;
            end = if apart { start + length } else { end };
            apart
        });
        found.into_iter().map(|(start, Reverse(length), at)| (start..start + length, at)).collect()
    }
}

impl DocumentDraft<'_> {
    /// A text of the office as printed. `place` names it in warnings and errors.
    pub(super) fn text(&mut self, text: &RichText, place: impl Fn() -> String) -> Result<Inlines, ComposeError> {
        let (texts, language) = (self.texts, self.language);
        let mut line = Inlines::new();
        self.convert(text.inlines(), text.origin(), texts, &mut line)
            .map_err(|fact| ComposeError::UnknownFact { place: place(), fact })?;
        if line.is_empty() {
            return Ok(line);
        }
        if texts == language {
            // A text that consists of one passage in English is untranslated.
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
                Source::Text(words) => {
                    self.explained(&typography::set(words, language), origin, language).add_to(line);
                }
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

    /// Words in a language that are not a text, such as a name, with acronyms explained in the same way.
    pub(super) fn explained(&mut self, words: &str, origin: &Origin, language: Language) -> Inlines {
        let mut line = Inlines::new();
        self.acronyms.explain(words, origin, language, &mut line);
        self.acronyms.take_missing().into_iter().for_each(|missing| self.warn(missing));
        line
    }

    /// A fact, written as in the language of the surrounding text.
    fn fact(&mut self, name: &FactName, language: Language, first: bool) -> Result<Inlines, FactName> {
        let value = self.briefing.facts.get(name).ok_or_else(|| name.clone())?;
        let (words, known) = fact_in_words(value, language, first);
        let FactValue::Name(name) = value else { return Ok(line![words]) };
        if known != language {
            self.warn(name_in_english(name, name.resolve(language).0, language));
        }
        let words = self.explained(&words, name.origin(language), known);
        Ok(in_language(words, known, language))
    }
}

/// A fact as written in a language, and the language of the words: names not known in it are in English.
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

/// A briefing whose texts contain the value of each fact instead of its name, as a document in the language of the texts writes it.
///
/// For programs that show the texts without composing them. Facts that the briefing does not have are left as they are.
///
/// ```
/// use briefing_document::facts_in_words;
/// use briefing_model::{Briefing, FactValue, Language};
///
/// # let mut briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
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

/// Whether a text consists of one passage in a language.
fn is_passage_in(text: &[Source], language: Language) -> bool {
    matches!(text, [Source::Foreign { language: tag, .. }] if tag.official() == Some(language))
}
