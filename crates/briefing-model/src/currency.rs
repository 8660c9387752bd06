//! Currencies by their ISO 4217 codes.

mod table;

use std::fmt;
use std::str::FromStr;

use self::table::Code;
use crate::textual::{excerpt, serde_as_text};

/// A currency of ISO 4217, written as its alphabetic code.
///
/// Only currencies with a minor unit are included, so that every amount of money is a whole number of minor units.
/// Codes withdrawn since 2011 still parse, because ledgers look back. Currencies are ordered by code.
///
/// ```
/// use briefing_model::Currency;
///
/// let yen: Currency = "JPY".parse()?;
/// assert_eq!(yen.minor_units(), 0);
/// assert_eq!(Currency::USD.to_string(), "USD");
/// assert!("usd".parse::<Currency>().is_err());
/// assert!("XAU".parse::<Currency>().is_err(), "gold has no minor unit");
/// # Ok::<(), briefing_model::InvalidCurrency>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(Code);

/// Lists the table once: as codes, as constants, and with the data of each.
macro_rules! currencies {
    ($($code:ident $minor:literal $name:literal;)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(clippy::upper_case_acronyms, reason = "they are the codes as ISO 4217 writes them")]
        pub(super) enum Code { $($code),+ }

        impl super::Currency {
            $(#[doc = $name] pub const $code: Self = Self(Code::$code);)+
        }

        impl Code {
            pub(super) const EVERY: &[Self] = &[$(Self::$code),+];

            pub(super) const fn letters(self) -> &'static str {
                match self { $(Self::$code => stringify!($code)),+ }
            }

            pub(super) const fn minor_units(self) -> u32 {
                match self { $(Self::$code => $minor),+ }
            }

            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$code => $name),+ }
            }
        }
    };
}
use currencies;

impl Currency {
    /// Every currency, in the order of the codes.
    ///
    /// ```
    /// use briefing_model::Currency;
    ///
    /// assert!(Currency::all().any(|currency| currency == Currency::EUR));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        Code::EVERY.iter().map(|&code| Self(code))
    }

    /// The three-letter code.
    ///
    /// ```
    /// assert_eq!(briefing_model::Currency::EUR.code(), "EUR");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.letters()
    }

    /// The number of decimal digits of the currency: 2 for cents, 3 for fils, 0 if nothing is smaller than the unit.
    ///
    /// ```
    /// assert_eq!(briefing_model::Currency::KWD.minor_units(), 3);
    /// ```
    #[must_use]
    pub const fn minor_units(self) -> u32 {
        self.0.minor_units()
    }

    /// The English name in ISO 4217; for diagnostics, not for print.
    ///
    /// ```
    /// assert_eq!(briefing_model::Currency::USD.name(), "US Dollar");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Text that is not a currency code.
///
/// ```
/// let error = "usd".parse::<briefing_model::Currency>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`usd` is not a currency: write its ISO 4217 code in three capital letters, as in USD"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency: write its ISO 4217 code in three capital letters, as in USD")]
pub struct InvalidCurrency(String);

impl FromStr for Currency {
    type Err = InvalidCurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Code::EVERY
            .binary_search_by(|code| code.letters().cmp(text))
            .ok()
            .and_then(|position| Code::EVERY.get(position))
            .map(|&code| Self(code))
            .ok_or_else(|| InvalidCurrency(excerpt(text)))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

serde_as_text!(Currency, "an ISO 4217 code such as \"USD\"");
