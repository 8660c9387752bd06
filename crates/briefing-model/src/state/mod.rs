//! The 193 Member States and two observer States, with their names in the six official languages.

#[rustfmt::skip]
mod table;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Language;
use crate::textual::{excerpt, serde_as_text};

/// What the table holds of one State. Names stand in the order of [`Language::ALL`].
struct Record {
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
#[derive(Clone, Copy)]
pub struct State(&'static Record);

impl State {
    /// All 195, in the order of their three-letter codes.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator {
        table::BY_ISO3.iter().map(|record| Self(record))
    }

    /// The State with that ISO 3166-1 two-letter code, in capitals.
    #[must_use]
    pub fn from_iso2(code: &str) -> Option<Self> {
        search(&table::BY_ISO2, |record| record.iso2.cmp(code))
    }

    /// The State with that UN M49 number.
    #[must_use]
    pub fn from_m49(number: u16) -> Option<Self> {
        search(&table::BY_M49, |record| record.m49.cmp(&number))
    }

    /// The State with exactly that short or formal name in a language.
    #[must_use]
    pub fn from_name(name: &str, language: Language) -> Option<Self> {
        Self::all()
            .find(|state| state.short_name(language) == name || state.formal_name(language) == name)
    }

    /// Its ISO 3166-1 three-letter code.
    #[must_use]
    pub const fn iso3(self) -> &'static str {
        self.0.iso3
    }

    /// Its ISO 3166-1 two-letter code.
    #[must_use]
    pub const fn iso2(self) -> &'static str {
        self.0.iso2
    }

    /// Its UN M49 number, printed with three digits.
    #[must_use]
    pub const fn m49(self) -> u16 {
        self.0.m49
    }

    /// Whether it is a Member or an observer.
    #[must_use]
    pub const fn status(self) -> StateStatus {
        self.0.status
    }

    /// The M49 region it lies in.
    #[must_use]
    pub const fn region(self) -> Region {
        self.0.subregion.region()
    }

    /// The M49 subregion it lies in.
    #[must_use]
    pub const fn subregion(self) -> Subregion {
        self.0.subregion
    }

    /// Its short name.
    #[must_use]
    pub const fn short_name(self, language: Language) -> &'static str {
        in_language(&self.0.short, language)
    }

    /// Its formal name, with its article where the language has one.
    #[must_use]
    pub const fn formal_name(self, language: Language) -> &'static str {
        in_language(&self.0.formal, language)
    }

    /// The ISO 4217 codes of the currencies in use there: one, two, or none.
    #[must_use]
    pub const fn currency_codes(self) -> &'static [&'static str] {
        self.0.currencies
    }
}

/// Finds a State in an index that is sorted by what is searched for.
fn search(index: &[&'static Record], by: impl Fn(&Record) -> Ordering) -> Option<State> {
    index
        .binary_search_by(|record| by(record))
        .ok()
        .and_then(|place| index.get(place))
        .map(|record| State(record))
}

const fn in_language(
    [ar, zh, en, fr, ru, es]: &[&'static str; 6],
    language: Language,
) -> &'static str {
    match language {
        Language::Ar => ar,
        Language::Zh => zh,
        Language::En => en,
        Language::Fr => fr,
        Language::Ru => ru,
        Language::Es => es,
    }
}

// A State is its code: the rest of the record follows from it.

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
        f.write_str(self.iso3())
    }
}

impl FromStr for State {
    type Err = InvalidState;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        search(&table::BY_ISO3, |record| record.iso3.cmp(text))
            .ok_or_else(|| InvalidState(excerpt(text)))
    }
}

serde_as_text!(State, "a State's three-letter code such as \"DEU\"");

/// A text that is not the code of a Member or observer State.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not the code of a Member or observer State: write its ISO 3166 alpha-3 code, as in DEU"
)]
pub struct InvalidState(String);

/// What a State is to the United Nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateStatus {
    /// One of the 193 Members.
    Member,
    /// A non-member State with a standing invitation as observer: the Holy See and the State of Palestine.
    Observer,
}

/// A region of the M49 standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Region {
    Africa,
    Americas,
    Asia,
    Europe,
    Oceania,
}

impl Region {
    /// Its English name in the M49 standard.
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
        /// A subregion of the M49 standard that has States.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Subregion {
            $(#[doc = $english] $variant,)+
        }

        impl Subregion {
            /// The region it is part of.
            #[must_use]
            pub const fn region(self) -> Region {
                match self {
                    $(Self::$variant => Region::$region,)+
                }
            }

            /// Its English name in the M49 standard.
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
