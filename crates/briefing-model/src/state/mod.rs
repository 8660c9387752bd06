//! The 193 Member States and two observer States, with their names in the six official languages.

#[rustfmt::skip]
mod table;
mod usual;

pub use self::usual::unaccented;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::textual::{excerpt, serde_as_text, words};
use crate::{Currency, Language};

/// The table's record of one State. Names are in the order of [`Language::ALL`].
struct StateRecord {
    iso3: &'static str,
    iso2: &'static str,
    m49: u16,
    status: StateStatus,
    subregion: Subregion,
    short: [&'static str; 6],
    formal: [&'static str; 6],
    currencies: &'static [&'static str],
}

/// A Member State or observer State of the United Nations.
///
/// There are 193 Members and two observers, and no other values. A State is written as its ISO 3166-1 alpha-3 code, and
/// States are ordered by that code; a printed list is sorted by name in its own language instead. The names are those
/// of UNTERM, and the regions those of the M49 standard of the United Nations Statistics Division.
///
/// ```
/// use briefing_model::{Language, State};
///
/// let state: State = "CIV".parse()?;
/// assert_eq!(state.short_name(Language::Ar), "كوت ديفوار");
/// assert_eq!(state.formal_name(Language::En), "the Republic of Côte d'Ivoire");
/// assert!("XKX".parse::<State>().is_err());
/// # Ok::<(), briefing_model::InvalidState>(())
/// ```
#[derive(Clone, Copy)]
pub struct State(&'static StateRecord);

impl State {
    /// All 195 States, in the order of their three-letter codes.
    ///
    /// ```
    /// use briefing_model::{State, StateStatus};
    ///
    /// let members = State::all().filter(|state| state.status() == StateStatus::Member);
    /// assert_eq!(members.count(), 193);
    /// ```
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator {
        table::BY_ISO3.iter().map(|record| Self(record))
    }

    /// The State with an ISO 3166-1 alpha-2 code, in capital letters.
    ///
    /// ```
    /// use briefing_model::State;
    ///
    /// assert_eq!(State::from_iso2("DE").map(State::iso3), Some("DEU"));
    /// assert_eq!(State::from_iso2("EU"), None);
    /// ```
    #[must_use]
    pub fn from_iso2(code: &str) -> Option<Self> {
        search(&table::BY_ISO2, |record| record.iso2.cmp(code))
    }

    /// The State with a three-letter code, written in lower case, in which it is not accepted.
    pub(crate) fn in_small_letters(code: &str) -> Option<Self> {
        let small = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase());
        small.then(|| code.to_ascii_uppercase().parse().ok()).flatten()
    }

    /// The State with a UN M49 number.
    ///
    /// ```
    /// use briefing_model::State;
    ///
    /// assert_eq!(State::from_m49(4).map(State::iso3), Some("AFG"));
    /// assert_eq!(State::from_m49(0), None);
    /// ```
    #[must_use]
    pub fn from_m49(number: u16) -> Option<Self> {
        search(&table::BY_M49, |record| record.m49.cmp(&number))
    }

    /// The State that people mean by a name: an official or common one in any of the six languages, ignoring articles,
    /// accents and what is in brackets.
    ///
    /// ```
    /// use briefing_model::State;
    ///
    /// assert_eq!(State::from_name("Holland").map(State::iso3), Some("NLD"));
    /// assert_eq!(State::from_name("Côte d’Ivoire").map(State::iso3), Some("CIV"));
    /// assert_eq!(State::from_name("Taiwan"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        usual::named(name)
    }

    /// The State that may be meant by a mistyped name; `None` if two are equally similar.
    ///
    /// ```
    /// use briefing_model::State;
    ///
    /// assert_eq!(State::nearly_named("Germny").map(State::iso3), Some("DEU"));
    /// assert_eq!(State::nearly_named("Nigera"), None);
    /// ```
    #[must_use]
    pub fn nearly_named(name: &str) -> Option<Self> {
        usual::nearly_named(name)
    }

    /// Its ISO 3166-1 alpha-3 code.
    ///
    /// ```
    /// let state: briefing_model::State = "UZB".parse()?;
    /// assert_eq!(state.iso3(), "UZB");
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn iso3(self) -> &'static str {
        self.0.iso3
    }

    /// Its ISO 3166-1 alpha-2 code.
    ///
    /// ```
    /// let state: briefing_model::State = "UZB".parse()?;
    /// assert_eq!(state.iso2(), "UZ");
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn iso2(self) -> &'static str {
        self.0.iso2
    }

    /// Its UN M49 number, which is printed with three digits.
    ///
    /// ```
    /// let state: briefing_model::State = "AFG".parse()?;
    /// assert_eq!(format!("{:03}", state.m49()), "004");
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn m49(self) -> u16 {
        self.0.m49
    }

    /// Whether it is a Member or an observer.
    ///
    /// ```
    /// use briefing_model::{State, StateStatus};
    ///
    /// assert_eq!("VAT".parse::<State>()?.status(), StateStatus::Observer);
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn status(self) -> StateStatus {
        self.0.status
    }

    /// The M49 region in which it lies.
    ///
    /// ```
    /// use briefing_model::{Region, State};
    ///
    /// assert_eq!("KAZ".parse::<State>()?.region(), Region::Asia);
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn region(self) -> Region {
        self.0.subregion.region()
    }

    /// The M49 subregion in which it lies.
    ///
    /// ```
    /// use briefing_model::{State, Subregion};
    ///
    /// assert_eq!("KAZ".parse::<State>()?.subregion(), Subregion::CentralAsia);
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn subregion(self) -> Subregion {
        self.0.subregion
    }

    /// Its short name, as in lists and headings.
    ///
    /// ```
    /// use briefing_model::{Language, State};
    ///
    /// assert_eq!("NLD".parse::<State>()?.short_name(Language::En), "Netherlands (Kingdom of the)");
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn short_name(self, language: Language) -> &'static str {
        in_language(&self.0.short, language)
    }

    /// Its formal name, with an article if the language has one.
    ///
    /// ```
    /// use briefing_model::{Language, State};
    ///
    /// assert_eq!("SAU".parse::<State>()?.formal_name(Language::En), "the Kingdom of Saudi Arabia");
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    #[must_use]
    pub const fn formal_name(self, language: Language) -> &'static str {
        in_language(&self.0.formal, language)
    }

    /// The currencies in use there: one or two, or, for the State of Palestine, none of its own.
    ///
    /// ```
    /// use briefing_model::{Currency, State};
    ///
    /// assert!("PAN".parse::<State>()?.currencies().any(|currency| currency == Currency::USD));
    /// # Ok::<(), briefing_model::InvalidState>(())
    /// ```
    pub fn currencies(self) -> impl Iterator<Item = Currency> {
        self.0.currencies.iter().filter_map(|code| code.parse().ok())
    }
}

/// Finds a State in an index, which is sorted by the criterion.
fn search(index: &[&'static StateRecord], by: impl Fn(&StateRecord) -> Ordering) -> Option<State> {
    index.binary_search_by(|record| by(record)).ok().and_then(|place| index.get(place)).map(|record| State(record))
}

const fn in_language([ar, zh, en, fr, ru, es]: &[&'static str; 6], language: Language) -> &'static str {
    match language {
        Language::Ar => ar,
        Language::Zh => zh,
        Language::En => en,
        Language::Fr => fr,
        Language::Ru => ru,
        Language::Es => es,
    }
}

// A State is identified by its code; the rest of the record follows from it.

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.iso3() == other.iso3()
    }
}

impl Eq for State {}

impl PartialOrd for State {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for State {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iso3().cmp(other.iso3())
    }
}

impl Hash for State {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iso3().hash(state);
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("State").field(&self.iso3()).finish()
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.iso3())
    }
}

impl FromStr for State {
    type Err = InvalidState;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        search(&table::BY_ISO3, |record| record.iso3.cmp(text)).ok_or_else(|| InvalidState(excerpt(text)))
    }
}

serde_as_text!(State, "a State's three-letter code such as \"DEU\"");

/// Text that is not the code of a Member or observer State.
///
/// ```
/// let error = "GER".parse::<briefing_model::State>().unwrap_err();
/// assert!(error.to_string().starts_with("`GER` is not the code of a Member or observer State"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a Member or observer State: write its ISO 3166 alpha-3 code, as in DEU")]
pub struct InvalidState(String);

/// The status of a State in the United Nations.
///
/// ```
/// use briefing_model::{State, StateStatus};
///
/// let observers: Vec<_> =
///     State::all().filter(|state| state.status() == StateStatus::Observer).map(State::iso3).collect();
/// assert_eq!(observers, ["PSE", "VAT"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StateStatus {
    /// One of the 193 Members.
    Member,
    /// A non-member State with a standing invitation as observer: the Holy See and the State of Palestine.
    Observer,
}

words!(StateStatus, "a status of States", Member "member", Observer "observer");

/// A region of the M49 standard.
///
/// ```
/// assert_eq!(briefing_model::Region::Oceania.english(), "Oceania");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Africa (M49 002).
    Africa,
    /// The Americas (M49 019).
    Americas,
    /// Asia (M49 142).
    Asia,
    /// Europe (M49 150).
    Europe,
    /// Oceania (M49 009).
    Oceania,
}

words!(Region, "a region", Africa "africa", Americas "americas", Asia "asia", Europe "europe", Oceania "oceania");

impl Region {
    /// Its English name in the M49 standard.
    ///
    /// ```
    /// assert_eq!(briefing_model::Region::Americas.english(), "Americas");
    /// ```
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Africa => "Africa",
            Self::Americas => "Americas",
            Self::Asia => "Asia",
            Self::Europe => "Europe",
            Self::Oceania => "Oceania",
        }
    }
}

macro_rules! subregions {
    ($($variant:ident, $region:ident, $english:literal;)+) => {
        /// A subregion of the M49 standard that contains States.
        ///
        /// ```
        /// use briefing_model::{Region, Subregion};
        ///
        /// assert_eq!(Subregion::Melanesia.region(), Region::Oceania);
        /// assert_eq!(Subregion::SouthEasternAsia.english(), "South-eastern Asia");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum Subregion {
            $(#[doc = $english] $variant,)+
        }

        impl Subregion {
            /// The region it is part of.
            ///
            /// ```
            /// use briefing_model::{Region, Subregion};
            ///
            /// assert_eq!(Subregion::WesternAsia.region(), Region::Asia);
            /// ```
            #[must_use]
            pub const fn region(self) -> Region {
                match self {
                    $(Self::$variant => Region::$region,)+
                }
            }

            /// Its English name in the M49 standard.
            ///
            /// ```
            /// assert_eq!(briefing_model::Subregion::WesternAsia.english(), "Western Asia");
            /// ```
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self {
                    $(Self::$variant => $english,)+
                }
            }
        }
    };
}

subregions! {
    NorthernAfrica, Africa, "Northern Africa";
    SubSaharanAfrica, Africa, "Sub-Saharan Africa";
    LatinAmericaAndTheCaribbean, Americas, "Latin America and the Caribbean";
    NorthernAmerica, Americas, "Northern America";
    CentralAsia, Asia, "Central Asia";
    EasternAsia, Asia, "Eastern Asia";
    SouthEasternAsia, Asia, "South-eastern Asia";
    SouthernAsia, Asia, "Southern Asia";
    WesternAsia, Asia, "Western Asia";
    EasternEurope, Europe, "Eastern Europe";
    NorthernEurope, Europe, "Northern Europe";
    SouthernEurope, Europe, "Southern Europe";
    WesternEurope, Europe, "Western Europe";
    AustraliaAndNewZealand, Oceania, "Australia and New Zealand";
    Melanesia, Oceania, "Melanesia";
    Micronesia, Oceania, "Micronesia";
    Polynesia, Oceania, "Polynesia";
}
