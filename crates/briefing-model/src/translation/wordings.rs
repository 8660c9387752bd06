//! Wordings for what the General Assembly decided, in languages without an official one.

use super::{ReferenceFault, SourceText, TextKey, Translation};
use crate::{Briefing, FactName, FactValue, Language, MandateFunction, Name, Pillar, RichText, SectionKind};

/// The fact for the count of entities in the wording of the second function.
const ENTITIES: &str = "mandate.entities";

fn function_key(function: MandateFunction) -> TextKey {
    TextKey::of(&[&"mandate", &function])
}

fn pillar_key(pillar: Pillar) -> TextKey {
    TextKey::of(&[&"strategy", &pillar])
}

/// The keys of the functions as an issue prints them: those from before the body that one of them names existed, or
/// those since.
pub(super) fn function_keys(before_body: bool) -> impl Iterator<Item = TextKey> {
    let key = move |function| match function {
        MandateFunction::Coordination if before_body => before_key(),
        function => function_key(function),
    };
    MandateFunction::ALL.into_iter().map(key)
}

/// The key of the second function as it was worded before the body that it names existed.
fn before_key() -> TextKey {
    TextKey::of(&[&"mandate", &"coordination-before"])
}

/// The second function as it was worded before the body that it names existed.
pub(super) fn official_before() -> (TextKey, SourceText) {
    let function = MandateFunction::Coordination;
    let ((lead, _), (rest, _)) = (function.lead(Language::En), function.rest_before_body(Language::En));
    (before_key(), SourceText::Rich(format!("**{lead}**{rest}").parse().unwrap_or_default()))
}

/// The functions, by key.
pub(super) fn official_functions(counts_entities: bool) -> impl Iterator<Item = (TextKey, SourceText)> {
    MandateFunction::ALL
        .into_iter()
        .map(move |function| (function_key(function), SourceText::Rich(english(function, counts_entities))))
}

/// The titles of the pillars, by key.
pub(super) fn official_pillars() -> impl Iterator<Item = (TextKey, SourceText)> {
    Pillar::ALL.into_iter().filter_map(|pillar| Some((pillar_key(pillar), SourceText::Name(title(pillar)?))))
}

/// The English wording of a function, with a strong lead and the count of entities as a fact.
fn english(function: MandateFunction, counts_entities: bool) -> RichText {
    let fact = format!("{{{ENTITIES}}}");
    let (lead, _) = function.lead(Language::En);
    let (rest, _) = function.rest_stating(counts_entities.then_some(fact.as_str()), Language::En);
    format!("**{lead}**{rest}").parse().unwrap_or_default()
}

/// The title of a pillar in the languages in which it is known.
fn title(pillar: Pillar) -> Option<Name> {
    Language::ALL.into_iter().try_fold(Name::new(pillar.title(Language::En).0).ok()?, |name, language| {
        match pillar.title(language) {
            (title, known) if known == language => name.with(language, title).ok(),
            _ => Some(name),
        }
    })
}

impl Briefing {
    /// The office's own wording of a function in the language of its texts; `None` if the official wording is printed.
    ///
    /// ```
    /// use briefing_model::{Briefing, Language, MandateFunction, Translation};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"],"mandate":{"entities":46}}"##;
    /// let briefing: Briefing = serde_json::from_str(json)?;
    /// let mut french = Translation::new(Language::Fr);
    /// french.insert("mandate.coordination".parse()?, "**Coordonner** les {mandate.entities} entités".parse()?);
    /// let french = briefing.translated(&french);
    /// assert!(french.wording_of(MandateFunction::Coordination).is_some());
    /// assert!(french.wording_of(MandateFunction::Delivery).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn wording_of(&self, function: MandateFunction) -> Option<&RichText> {
        match function {
            MandateFunction::Coordination if self.mandate.before_body => self.wordings.get(&before_key()),
            function => self.wordings.get(&function_key(function)),
        }
    }

    /// The office's own wording of the title of a pillar in the language of its texts; `None` if the official title is
    /// printed.
    ///
    /// ```
    /// use briefing_model::{Briefing, Pillar};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["strategy"],"strategy":["I","II","III","IV"]}"##;
    /// let briefing: Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.title_of(Pillar::II), None, "in English the official title is printed");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn title_of(&self, pillar: Pillar) -> Option<&RichText> {
        self.wordings.get(&pillar_key(pillar))
    }

    /// Adopts the office's wordings of what is printed and has no official wording in the language.
    pub(super) fn word(&mut self, translation: &Translation) {
        let printed = |key: &TextKey| {
            self.sections.contains(&SectionKind::Mandate)
                && function_keys(self.mandate.before_body).any(|function| function == *key)
                || self.strategy.iter().any(|pillar| pillar_key(*pillar) == *key)
        };
        let known =
            |source: &SourceText| matches!(source, SourceText::Name(name) if name.get(translation.language).is_some());
        let functions = official_functions(self.mandate.entities.is_some()).chain([official_before()]);
        let official = functions.chain(official_pillars());
        let wordings = official.filter_map(|(key, source)| {
            let text = translation.get(&key)?;
            let usable = printed(&key) && !known(&source) && ReferenceFault::between(&source.rich(), text).is_empty();
            usable.then(|| (key, text.clone()))
        });
        self.wordings = wordings.collect();
        let counts = self.wordings.values().any(|text| text.facts().any(|(name, _)| name.as_str() == ENTITIES));
        if let (true, Some(count), Ok(name)) = (counts, self.mandate.entities, ENTITIES.parse::<FactName>()) {
            self.facts.insert(name, FactValue::Count(count.into()));
        }
    }
}
