//! Puts translations in the place of their sources.

use super::texts::{Slot, correction_key, emblem_key, item_key, month_names, slots};
use super::wordings::function_keys;
use super::{ReferenceFault, TextKey, Translation};
use crate::{AltText, Briefing, Credit, Item, Language, MonthPlan, Name, Office, Picture, RichText, SectionKind};

impl Office {
    /// Adds the names from a translation to those of the office; none is replaced.
    ///
    /// Texts stay as they are: [`Briefing::translated`] replaces them.
    ///
    /// ```
    /// use briefing_model::{Language, Name, Office, OfficeData, Translation};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// let mut french = Translation::new(Language::Fr);
    /// french.insert("office.name".parse()?, "Bureau".parse()?);
    /// assert_eq!(office.with_names(&french).data().name.get(Language::Fr), Some("Bureau"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_names(mut self, translation: &Translation) -> Self {
        self.change_names(|data| {
            for (key, slot) in slots(data) {
                let Slot::Name(name) = slot else { continue };
                add_name(translation, &key, name);
            }
        });
        self
    }
}

impl MonthPlan {
    /// Adds the names from a translation: titles and cities of the month's items.
    ///
    /// ```
    /// use briefing_model::{Event, Language, MonthPlan, Name, Placement, Translation};
    ///
    /// let mut forum = Event::new("forum".parse()?, Placement::Highlights, "2025-04".parse()?, "It met.".parse()?);
    /// forum.title = Some(Name::new("Global Forum")?);
    /// let mut plan = MonthPlan::new("2025-04".parse()?);
    /// plan.events = vec![forum];
    /// let mut french = Translation::new(Language::Fr);
    /// french.insert("forum.title".parse()?, "Forum mondial".parse()?);
    /// let plan = plan.with_names(&french);
    /// assert_eq!(plan.events[0].title.as_ref().and_then(|title| title.get(Language::Fr)), Some("Forum mondial"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_names(mut self, translation: &Translation) -> Self {
        for (key, name) in month_names(&mut self) {
            add_name(translation, &key, name);
        }
        self
    }
}

/// Adds the form of a name from a translation, if the name has none in that language.
fn add_name(translation: &Translation, key: &TextKey, name: &mut Name) {
    let language = translation.language;
    let Some(text) = translation.get(key).filter(|_| name.get(language).is_none()) else { return };
    if let Ok(known) = name.clone().with(language, text.plain()) {
        *name = known.with_origin(language, text.origin().clone());
    }
}

impl Briefing {
    /// Returns the briefing with its texts in another language, as self-contained as before.
    ///
    /// A text that the translation lacks stays as it is, marked as a passage in English, and so does one whose
    /// translation has other links or facts. Names are not changed, because they contain their other languages
    /// themselves. Of the acronyms, those that are used in that language are kept.
    ///
    /// ```
    /// use briefing_model::{Briefing, Language, Translation};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
    ///     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."},{"id":"visit","when":"2025-04","text":"A visit."}]}"##;
    /// let briefing: Briefing = serde_json::from_str(json)?;
    /// let mut french = Translation::new(Language::Fr);
    /// french.insert("votan.text".parse()?, "Un lancement.".parse()?);
    /// let texts: Vec<String> = briefing.translated(&french).texts().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["Un lancement.", "[A visit.]{lang=en}"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn translated(&self, translation: &Translation) -> Self {
        let apply = Apply(translation);
        let mut briefing = self.clone();
        apply.maybe(&self.source_key(disclaimer_key()), briefing.office.disclaimer.as_mut());
        for (at, text) in briefing.about.iter_mut().enumerate() {
            apply.text(&self.source_key(about_key(at + 1)), text);
        }
        apply.maybe(&self.source_key(intro_key()), briefing.mandate.intro.as_mut());
        if let Some(emblem) = &mut briefing.emblem {
            apply.alt(&emblem_key(), emblem);
        }
        briefing.word(translation);
        for (at, correction) in briefing.corrections.iter_mut().enumerate() {
            apply.text(&correction_key(at), &mut correction.what);
        }
        let units = briefing.capacity_building.iter_mut().flat_map(|unit| &mut unit.items);
        briefing.leadership.iter_mut().chain(&mut briefing.highlights).chain(units).for_each(|item| apply.item(item));
        let words = briefing.words_in(translation.language);
        briefing.acronyms.retain(|known| words.iter().any(|text| known.is_used_in(text)));
        briefing
    }
}

impl Briefing {
    /// The key of every written text that it prints: those of the office, then those of each item.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["about","highlights"],"about":["An office."],
    ///     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."}]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// let keys: Vec<String> = briefing.text_keys().iter().map(ToString::to_string).collect();
    /// assert_eq!(keys, ["office.about.1", "votan.text"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn text_keys(&self) -> Vec<TextKey> {
        let mut keys = Vec::new();
        keys.extend(self.office.disclaimer.iter().map(|_| self.source_key(disclaimer_key())));
        keys.extend((1..=self.about.len()).map(|number| self.source_key(about_key(number))));
        keys.extend(self.mandate.intro.iter().map(|_| self.source_key(intro_key())));
        let mandate = self.sections.contains(&SectionKind::Mandate);
        keys.extend(function_keys(self.mandate.before_body).filter(|_| mandate));
        keys.extend(self.emblem.iter().map(|_| emblem_key()));
        keys.extend((0..self.corrections.len()).map(correction_key));
        for item in self.items() {
            keys.push(item_key(&item.id, "text"));
            let Some(picture) = &item.picture else { continue };
            let caption = picture.caption.as_ref().filter(|caption| !caption.is_blank()).map(|_| "caption");
            let credit = picture.credit.as_ref().filter(|credit| !crate::shows_nothing(credit)).map(|_| "credit");
            keys.extend([Some("alt"), caption, credit].into_iter().flatten().map(|part| item_key(&item.id, part)));
        }
        keys
    }
}

impl Briefing {
    /// The key under which the office's file has a text.
    fn source_key(&self, key: TextKey) -> TextKey {
        self.source_keys.get(&key).cloned().unwrap_or(key)
    }
}

fn disclaimer_key() -> TextKey {
    TextKey::of(&[&"office", &"disclaimer"])
}

fn about_key(number: usize) -> TextKey {
    TextKey::of(&[&"office", &"about", &number])
}

fn intro_key() -> TextKey {
    TextKey::of(&[&"mandate", &"intro"])
}

struct Apply<'a>(&'a Translation);

impl Apply<'_> {
    fn text(&self, key: &TextKey, text: &mut RichText) {
        let translated = self.0.get(key).filter(|translated| ReferenceFault::between(text, translated).is_empty());
        *text = translated.cloned().unwrap_or_else(|| self.untranslated(text));
    }

    fn maybe(&self, key: &TextKey, text: Option<&mut RichText>) {
        text.into_iter().for_each(|text| self.text(key, text));
    }

    fn untranslated(&self, text: &RichText) -> RichText {
        if self.0.language == Language::En { text.clone() } else { text.clone().in_language(Language::En.into()) }
    }

    fn item(&self, item: &mut Item) {
        self.text(&item_key(&item.id, "text"), &mut item.text);
        if let Some(picture) = &mut item.picture {
            let key = |part| item_key(&item.id, part);
            self.maybe(&key("caption"), picture.caption.as_mut());
            self.alt(&key("alt"), picture);
            self.credit(&key("credit"), picture);
        }
    }

    /// The language of the originals, if the translation is into another one.
    fn source(&self) -> Option<Language> {
        Some(Language::En).filter(|language| *language != self.0.language)
    }

    // Texts without markup cannot carry their language in themselves, so a field beside them states it.

    fn alt(&self, key: &TextKey, picture: &mut Picture) {
        let translated =
            |text: &RichText| Some(text.plain().parse::<AltText>().ok()?.with_origin(text.origin().clone()));
        let alt = self.0.get(key).and_then(translated);
        picture.alt_language = self.source().filter(|_| alt.is_none());
        picture.alt = alt.unwrap_or_else(|| picture.alt.clone());
    }

    fn credit(&self, key: &TextKey, picture: &mut Picture) {
        if picture.credit.is_some() {
            let credit = self.0.get(key).map(|text| Credit::new(text.plain()).with_origin(text.origin().clone()));
            picture.credit_language = self.source().filter(|_| credit.is_none());
            picture.credit = credit.or_else(|| picture.credit.clone());
        }
    }
}
