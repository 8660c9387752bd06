//! Places.

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::{Language, Name, State};

/// A place: a State, a city, or a city in a State.
///
/// [`Place::new`] rejects a place that names neither.
///
/// ```
/// use briefing_model::{Language, Name, Place};
///
/// let baghdad = Place::new(Some("IRQ".parse()?), Some(Name::new("Baghdad")?))?;
/// assert_eq!(baghdad.state().map(|state| state.short_name(Language::En)), Some("Iraq"));
/// assert!(Place::new(None, None).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "PlaceWire", into = "PlaceWire")]
pub struct Place {
    state: Option<State>,
    city: Option<Name>,
}

/// A place as it is written in JSON, not yet checked.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct PlaceWire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    city: Option<Name>,
}

/// A place that names neither a State nor a city.
///
/// ```
/// let error = briefing_model::Place::new(None, None).unwrap_err();
/// assert_eq!(error.to_string(), "a place names a State, a city, or both");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a place names a State, a city, or both")]
pub struct InvalidPlace;

impl Place {
    /// Creates a place from what is known of it.
    ///
    /// ```
    /// use briefing_model::{Name, Place};
    ///
    /// let vienna = Place::new(None, Some(Name::new("Vienna")?))?;
    /// assert!(vienna.state().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if neither a State nor a city is given.
    pub fn new(state: Option<State>, city: Option<Name>) -> Result<Self, InvalidPlace> {
        if state.is_none() && city.is_none() {
            return Err(InvalidPlace);
        }
        Ok(Self { state, city })
    }

    /// The State, if it is known.
    ///
    /// ```
    /// use briefing_model::Place;
    ///
    /// assert_eq!(Place::new(Some("KAZ".parse()?), None)?.state(), Some("KAZ".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// The city, if it is known.
    ///
    /// ```
    /// use briefing_model::{Name, Place};
    ///
    /// let rabat = Place::new(Some("MAR".parse()?), Some(Name::new("Rabat")?))?;
    /// assert_eq!(rabat.city().map(Name::english), Some("Rabat"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn city(&self) -> Option<&Name> {
        self.city.as_ref()
    }

    /// Whether two places cannot be the same: they name different States or different cities.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let states = self.state.zip(other.state).is_some_and(|(one, other)| one != other);
        let cities = self.city.as_ref().zip(other.city.as_ref());
        states || cities.is_some_and(|(one, other)| one.english() != other.english())
    }

    pub(crate) fn city_mut(&mut self) -> Option<&mut Name> {
        self.city.as_mut()
    }

    /// The name of the city, or of the State if the city is not known, with the language of that name.
    ///
    /// ```
    /// use briefing_model::{Language, Name, Place};
    ///
    /// let rabat = Place::new(Some("MAR".parse()?), Some(Name::new("Rabat")?))?;
    /// assert_eq!(rabat.label(Language::Fr), ("Rabat", Language::En), "not known in French");
    /// let morocco = Place::new(Some("MAR".parse()?), None)?;
    /// assert_eq!(morocco.label(Language::Fr), ("Maroc", Language::Fr));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn label(&self, language: Language) -> (&str, Language) {
        match (&self.city, self.state) {
            (Some(city), _) => city.resolve(language),
            (None, Some(state)) => (state.short_name(language), language),
            (None, None) => ("", language),
        }
    }
}

impl TryFrom<PlaceWire> for Place {
    type Error = InvalidPlace;

    fn try_from(wire: PlaceWire) -> Result<Self, InvalidPlace> {
        Self::new(wire.state, wire.city)
    }
}

impl From<Place> for PlaceWire {
    fn from(place: Place) -> Self {
        Self { state: place.state, city: place.city }
    }
}
