//! The four pillars of the United Nations Global Counter-Terrorism Strategy.

use std::fmt;
use std::str::FromStr;

use crate::Language;
use crate::terms::Term;
use crate::textual::{excerpt, serde_as_text};

/// A pillar of the United Nations Global Counter-Terrorism Strategy (A/RES/60/288), written as a Roman numeral.
///
/// ```
/// use briefing_model::{Language, Pillar};
///
/// let pillar: Pillar = "IV".parse()?;
/// assert_eq!(pillar.number(), 4);
/// assert_eq!(pillar.title(Language::En).0, "Ensuring human rights and the rule of law");
/// assert!("V".parse::<Pillar>().is_err());
/// # Ok::<(), briefing_model::InvalidPillar>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pillar {
    /// Conditions conducive to the spread of terrorism.
    I,
    /// Preventing and combating terrorism.
    II,
    /// States' capacity and the role of the United Nations.
    III,
    /// Human rights and the rule of law.
    IV,
}

impl Pillar {
    /// All four, in order.
    ///
    /// ```
    /// use briefing_model::Pillar;
    ///
    /// assert_eq!(Pillar::ALL.map(Pillar::number), [1, 2, 3, 4]);
    /// ```
    pub const ALL: [Self; 4] = [Self::I, Self::II, Self::III, Self::IV];

    /// Its number, 1 to 4.
    ///
    /// ```
    /// assert_eq!(briefing_model::Pillar::II.number(), 2);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::I => 1,
            Self::II => 2,
            Self::III => 3,
            Self::IV => 4,
        }
    }

    /// Its number as a Roman numeral, in which form it is always printed.
    ///
    /// ```
    /// assert_eq!(briefing_model::Pillar::III.roman(), "III");
    /// ```
    #[must_use]
    pub const fn roman(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
            Self::IV => "IV",
        }
    }

    /// Its official title in a language, and the language of that title: English if none is known in the other.
    ///
    /// The English titles are the short ones that the office prints. Those in the other languages are the headings of
    /// the plan of action annexed to A/RES/60/288. The Russian headings of the first two pillars could not be confirmed
    /// and are omitted.
    ///
    /// ```
    /// use briefing_model::{Language, Pillar};
    ///
    /// let (title, language) = Pillar::II.title(Language::Es);
    /// assert_eq!((title, language), ("Prevenir y combatir el terrorismo", Language::Es));
    /// let (_, language) = Pillar::II.title(Language::Ru);
    /// assert_eq!(language, Language::En);
    /// ```
    #[must_use]
    pub const fn title(self, language: Language) -> (&'static str, Language) {
        match self {
            Self::I => TITLE_I.resolve(language),
            Self::II => TITLE_II.resolve(language),
            Self::III => TITLE_III.resolve(language),
            Self::IV => TITLE_IV.resolve(language),
        }
    }
}

// English: the short titles that the office prints. The other languages: the section headings of the plan of action in
// A/RES/60/288. The Russian headings of pillars I and II could not be confirmed and are omitted.

const TITLE_I: Term = Term {
    en: "Addressing the conditions conducive to the spread of terrorism",
    ar: Some("معالجة الأوضاع التي تساعد على انتشار الإرهاب"),
    zh: Some("消除有利于恐怖主义蔓延的条件的措施"),
    fr: Some("Mesures visant à éliminer les conditions propices à la propagation du terrorisme"),
    ru: None,
    es: Some("Hacer frente a las condiciones que propician la propagación del terrorismo"),
};

const TITLE_II: Term = Term {
    en: "Preventing and combating terrorism",
    ar: Some("منع الإرهاب ومكافحته"),
    zh: Some("防止和打击恐怖主义的措施"),
    fr: Some("Mesures visant à prévenir et combattre le terrorisme"),
    ru: None,
    es: Some("Prevenir y combatir el terrorismo"),
};

const TITLE_III: Term = Term {
    en: "Building States' capacity and strengthening the role of the UN",
    ar: Some("بناء قدرات الدول الأعضاء على منع الإرهاب ومكافحته وتعزيز دور منظومة الأمم المتحدة في هذا الصدد"),
    zh: Some("建立各国防止和打击恐怖主义的能力以及加强联合国系统在这方面的作用的措施"),
    fr: Some(
        "Mesures destinées à étoffer les moyens dont les États disposent pour prévenir et combattre le terrorisme \
         et à renforcer le rôle joué en ce sens par l'Organisation des Nations Unies",
    ),
    ru: Some(
        "Меры по укреплению потенциала государств по предотвращению терроризма и борьбе с ним и укреплению роли \
         системы Организации Объединенных Наций в этой области",
    ),
    es: Some(
        "Desarrollar la capacidad de los Estados Miembros para prevenir y combatir el terrorismo y fortalecer el \
         papel del sistema de las Naciones Unidas al respecto",
    ),
};

const TITLE_IV: Term = Term {
    en: "Ensuring human rights and the rule of law",
    ar: Some("ضمان احترام حقوق الإنسان للجميع وسيادة القانون باعتبارهما الركن الأساسي لمكافحة الإرهاب"),
    zh: Some("确保尊重所有人的人权和实行法治作为反恐斗争根基的措施"),
    fr: Some(
        "Mesures garantissant le respect des droits de l'homme pour tous et la primauté du droit en tant que base \
         fondamentale de la lutte antiterroriste",
    ),
    ru: Some(
        "Меры по обеспечению всеобщего уважения прав человека и верховенства права в качестве фундаментальной \
         основы для борьбы с терроризмом",
    ),
    es: Some(
        "Garantizar el respeto universal de los derechos humanos y del estado de derecho como pilar fundamental de \
         la lucha contra el terrorismo",
    ),
};

impl fmt::Display for Pillar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.roman())
    }
}

impl FromStr for Pillar {
    type Err = InvalidPillar;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|pillar| pillar.roman() == text).ok_or_else(|| InvalidPillar(excerpt(text)))
    }
}

serde_as_text!(Pillar, "a pillar: I, II, III or IV");

/// Text that is not the number of a pillar.
///
/// ```
/// let error = "3".parse::<briefing_model::Pillar>().unwrap_err();
/// assert_eq!(error.to_string(), "`3` is not a pillar of the Strategy: write I, II, III or IV");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a pillar of the Strategy: write I, II, III or IV")]
pub struct InvalidPillar(String);
