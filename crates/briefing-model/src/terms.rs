//! Official names of the office, its centre, the Compact, the Strategy and the trust fund.
//!
//! A name is listed only in languages in which the United Nations itself uses it.

use crate::Language;

/// An official name in English, and in the other languages in which one is known. It converts into a
/// [`Name`](crate::Name).
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::STRATEGY.english(), "United Nations Global Counter-Terrorism Strategy");
/// assert_eq!(terms::STRATEGY.get(Language::Fr), Some("Stratégie antiterroriste mondiale des Nations Unies"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub(crate) ar: Option<&'static str>,
    pub(crate) zh: Option<&'static str>,
    pub(crate) en: &'static str,
    pub(crate) fr: Option<&'static str>,
    pub(crate) ru: Option<&'static str>,
    pub(crate) es: Option<&'static str>,
}

impl Term {
    /// The name in English.
    ///
    /// ```
    /// assert_eq!(briefing_model::terms::OFFICE_ACRONYM.english(), "UNOCT");
    /// ```
    #[must_use]
    pub const fn english(&self) -> &'static str {
        self.en
    }

    /// The official name in a language, if one is known.
    ///
    /// ```
    /// use briefing_model::{Language, terms};
    ///
    /// assert_eq!(terms::CENTRE.get(Language::Ru), None);
    /// ```
    #[must_use]
    pub const fn get(&self, language: Language) -> Option<&'static str> {
        match language {
            Language::Ar => self.ar,
            Language::Zh => self.zh,
            Language::En => Some(self.en),
            Language::Fr => self.fr,
            Language::Ru => self.ru,
            Language::Es => self.es,
        }
    }

    /// The name to print in a language, and the language that it is actually in: English if none is known in the other.
    ///
    /// ```
    /// use briefing_model::{Language, terms};
    ///
    /// assert_eq!(terms::OFFICE_ACRONYM.resolve(Language::Ru), ("КТУ ООН", Language::Ru));
    /// assert_eq!(terms::OFFICE_ACRONYM.resolve(Language::Ar), ("UNOCT", Language::En));
    /// ```
    #[must_use]
    pub const fn resolve(&self, language: Language) -> (&'static str, Language) {
        match self.get(language) {
            Some(name) => (name, language),
            None => (self.en, Language::En),
        }
    }
}

/// The Office, established by A/RES/71/291. The names are those on its website in each language.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::OFFICE.resolve(Language::Fr).0, "Bureau de lutte contre le terrorisme");
/// ```
pub const OFFICE: Term = Term {
    ar: Some("مكتب الأمم المتحدة لمكافحة الإرهاب"),
    zh: Some("联合国反恐怖主义办公室"),
    en: "United Nations Office of Counter-Terrorism",
    fr: Some("Bureau de lutte contre le terrorisme"),
    ru: Some("Контртеррористическое управление Организации Объединенных Наций"),
    es: Some("Oficina de Lucha contra el Terrorismo de las Naciones Unidas"),
};

/// The Office's acronym. Arabic and Spanish use none.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::OFFICE_ACRONYM.resolve(Language::Es), ("UNOCT", Language::En));
/// ```
pub const OFFICE_ACRONYM: Term =
    Term { ar: None, zh: Some("反恐办"), en: "UNOCT", fr: Some("BLT"), ru: Some("КТУ ООН"), es: None };

/// The centre welcomed by A/RES/66/10. No Russian name was found.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::CENTRE.resolve(Language::Zh).0, "联合国反恐怖主义中心");
/// ```
pub const CENTRE: Term = Term {
    ar: Some("مركز الأمم المتحدة لمكافحة الإرهاب"),
    zh: Some("联合国反恐怖主义中心"),
    en: "United Nations Counter-Terrorism Centre",
    fr: Some("Centre des Nations Unies pour la lutte contre le terrorisme"),
    ru: None,
    es: Some("Centro de las Naciones Unidas contra el Terrorismo"),
};

/// The framework that brings together the entities of the system. No Russian or Spanish name was found.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::COMPACT.resolve(Language::Fr).0, "Pacte mondial de coordination contre le terrorisme");
/// ```
pub const COMPACT: Term = Term {
    ar: Some("ميثاق الأمم المتحدة العالمي لتنسيق مكافحة الإرهاب"),
    zh: Some("《全球反恐协调契约》"),
    en: "United Nations Global Counter-Terrorism Coordination Compact",
    fr: Some("Pacte mondial de coordination contre le terrorisme"),
    ru: None,
    es: None,
};

/// The Strategy adopted by A/RES/60/288 on 8 September 2006.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::STRATEGY.resolve(Language::Zh).0, "《联合国全球反恐战略》");
/// ```
pub const STRATEGY: Term = Term {
    ar: Some("استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب"),
    zh: Some("《联合国全球反恐战略》"),
    en: "United Nations Global Counter-Terrorism Strategy",
    fr: Some("Stratégie antiterroriste mondiale des Nations Unies"),
    ru: Some("Глобальная контртеррористическая стратегия Организации Объединенных Наций"),
    es: Some("Estrategia Global de las Naciones Unidas contra el Terrorismo"),
};

/// The trust fund that receives most contributions. Names in the other four languages were not found.
///
/// ```
/// use briefing_model::{Language, terms};
///
/// assert_eq!(terms::TRUST_FUND.resolve(Language::Ru).1, Language::En);
/// ```
pub const TRUST_FUND: Term = Term {
    ar: None,
    zh: None,
    en: "United Nations Trust Fund for Counter-Terrorism",
    fr: Some("Fonds d'affectation spéciale des Nations Unies pour la lutte antiterroriste"),
    ru: None,
    es: None,
};
