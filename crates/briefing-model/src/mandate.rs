//! The five functions of the office.

use crate::Language;
use crate::textual::{serde_as_text, words};

/// One of the five functions that the General Assembly gave the office (A/RES/71/291, as set out in A/71/858).
///
/// The wording of each function consists of a lead, which is printed in bold, and the rest. Together they are the whole
/// text.
///
/// ```
/// use briefing_model::{Language, MandateFunction};
///
/// let function: MandateFunction = "delivery".parse()?;
/// let (lead, _) = function.lead(Language::En);
/// let (rest, _) = function.rest(Language::En);
/// assert_eq!(
///     format!("{lead}{rest}"),
///     "Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States"
/// );
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MandateFunction {
    /// Lead on the mandates entrusted to the Secretary-General.
    Leadership,
    /// Coordinate the entities of the system.
    Coordination,
    /// Deliver assistance to Member States.
    Delivery,
    /// Raise the visibility of the work, and find the means for it.
    Visibility,
    /// Ensure that counter-terrorism has the priority it is due.
    Priority,
}

// In the order of the mandate.
words!(
    MandateFunction, "a function of the office",
    Leadership "leadership", Coordination "coordination", Delivery "delivery", Visibility "visibility",
    Priority "priority",
);

impl MandateFunction {
    /// The placeholder in [`rest`](Self::rest) for the number of entities of the Compact, which changes over time.
    ///
    /// Only [`Coordination`](Self::Coordination) contains it.
    ///
    /// ```
    /// use briefing_model::{Language, MandateFunction};
    ///
    /// let (rest, _) = MandateFunction::Coordination.rest(Language::En);
    /// let printed = rest.replace(MandateFunction::ENTITIES, "46");
    /// assert!(printed.starts_with(" across the 46 Global Counter-Terrorism Compact entities"));
    /// ```
    pub const ENTITIES: &'static str = "{entities}";

    /// Its number, 1 to 5.
    ///
    /// ```
    /// assert_eq!(briefing_model::MandateFunction::Priority.number(), 5);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The lead of the wording, and its language.
    ///
    /// Only the English wording is included: none in the other languages has been confirmed, so English is returned
    /// whatever language is asked for.
    ///
    /// ```
    /// use briefing_model::{Language, MandateFunction};
    ///
    /// let (lead, language) = MandateFunction::Leadership.lead(Language::Ru);
    /// assert_eq!((lead, language), ("Provide leadership", Language::En));
    /// ```
    #[must_use]
    pub const fn lead(self, _language: Language) -> (&'static str, Language) {
        let lead = match self {
            Self::Leadership => "Provide leadership",
            Self::Coordination => "Enhance coordination and coherence",
            Self::Delivery => "Strengthen delivery",
            Self::Visibility => "Improve visibility",
            Self::Priority => "Ensure that due priority is given",
        };
        (lead, Language::En)
    }

    /// The text that directly follows the lead, with the space or comma between them, and its language.
    ///
    /// For [`Coordination`](Self::Coordination) it contains [`ENTITIES`](Self::ENTITIES), which
    /// [`rest_stating`](Self::rest_stating) fills in.
    ///
    /// ```
    /// use briefing_model::{Language, MandateFunction};
    ///
    /// let (rest, language) = MandateFunction::Visibility.rest(Language::En);
    /// assert_eq!(rest, ", advocacy and resource mobilization for UN counter-terrorism efforts");
    /// assert_eq!(language, Language::En);
    /// ```
    #[must_use]
    pub const fn rest(self, _language: Language) -> (&'static str, Language) {
        let rest = match self {
            Self::Leadership => {
                " on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across \
                 the UN system"
            }
            Self::Coordination => {
                " across the {entities} Global Counter-Terrorism Compact entities for the balanced implementation of \
                 the four pillars"
            }
            Self::Delivery => " of UN counter-terrorism capacity-building assistance to Member States",
            Self::Visibility => ", advocacy and resource mobilization for UN counter-terrorism efforts",
            Self::Priority => {
                " to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in \
                 the Strategy"
            }
        };
        (rest, Language::En)
    }
}

impl MandateFunction {
    /// The text that follows the lead, with the number of entities filled in, or without it if it is not known.
    ///
    /// The number comes as text, because figures are written differently from language to language.
    ///
    /// ```
    /// use briefing_model::{Language, MandateFunction};
    ///
    /// let function = MandateFunction::Coordination;
    /// let (rest, _) = function.rest_stating(Some("46"), Language::En);
    /// assert!(rest.starts_with(" across the 46 Global Counter-Terrorism Compact entities"));
    /// let (rest, _) = function.rest_stating(None, Language::En);
    /// assert!(rest.starts_with(" across the Global Counter-Terrorism Compact entities"));
    /// ```
    #[must_use]
    pub fn rest_stating(self, entities: Option<&str>, language: Language) -> (String, Language) {
        let (rest, language) = self.rest(language);
        let stated = match entities {
            Some(entities) => rest.replace(Self::ENTITIES, entities),
            // The space after the number is removed with it.
            None => rest.replace(&format!("{} ", Self::ENTITIES), ""),
        };
        (stated, language)
    }
}

impl MandateFunction {
    /// The text that follows the lead in the time before the coordination body that one of the functions names: the
    /// wording of the report that the General Assembly endorsed (A/71/858), without its count of entities.
    ///
    /// ```
    /// use briefing_model::{Language, MandateFunction};
    ///
    /// let (rest, _) = MandateFunction::Coordination.rest_before_body(Language::En);
    /// assert!(rest.contains("Counter-Terrorism Implementation Task Force"));
    /// let delivery = MandateFunction::Delivery;
    /// assert_eq!(delivery.rest_before_body(Language::En), delivery.rest(Language::En));
    /// ```
    #[must_use]
    pub const fn rest_before_body(self, language: Language) -> (&'static str, Language) {
        match self {
            Self::Coordination => (
                " across the Counter-Terrorism Implementation Task Force entities for the balanced implementation of \
                 the four pillars",
                Language::En,
            ),
            Self::Leadership | Self::Delivery | Self::Visibility | Self::Priority => self.rest(language),
        }
    }
}

serde_as_text!(MandateFunction, "a function: leadership, coordination, delivery, visibility or priority");
