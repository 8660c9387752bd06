//! Money: exact, in one currency, never silently rounded.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use rust_decimal::Decimal;
use serde::de::{self, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::textual::{excerpt, padded, serde_as_text};
use crate::{Currency, InvalidCurrency};

/// The largest number of minor units of an amount, positive or negative.
///
/// Sums are computed in `i128`, in which four thousand million such amounts can be added without overflow.
const MOST_MINOR_UNITS: i128 = 1_000_000_000_000_000_000_000_000;

/// An exact amount in one currency.
///
/// It is always a whole number of the currency's minor units, at most 10²⁴ of them, positive or negative. It implements
/// neither `Ord` nor `Add`: amounts in two currencies can be neither added nor compared, so methods that may fail take
/// the place of operators.
///
/// The text form is `USD 92615.00`, with all decimals of the currency; `92615 USD` is read too. In serde it is
/// `{"amount": "92615.00", "currency": "USD"}`, where the amount may be read from a string or an integer. A
/// floating-point number is rejected, because it may not be what was written.
///
/// ```
/// use briefing_model::{Currency, Money};
///
/// let germany: Money = "USD 92615".parse()?;
/// let uzbekistan = Money::parse_amount("50000.00", Currency::USD)?;
/// assert_eq!(germany.checked_add(uzbekistan)?.to_string(), "USD 142615.00");
/// assert!(germany.checked_add("EUR 1".parse()?).is_err());
/// assert!("USD 0.001".parse::<Money>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    // The scale is always that of the currency, so that the mantissa is the number of minor units.
    amount: Decimal,
    currency: Currency,
}

impl Money {
    /// Creates an amount from a decimal number of currency units.
    ///
    /// # Errors
    ///
    /// Fails if it is not a whole number of minor units, or if there are more than 10²⁴ of them.
    ///
    /// ```
    /// use briefing_model::{Currency, Money};
    ///
    /// assert_eq!(Money::new("92615.5".parse()?, Currency::USD)?.to_string(), "USD 92615.50");
    /// assert!(Money::new("0.001".parse()?, Currency::USD).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, InvalidMoney> {
        let amount = amount.normalize();
        let missing = currency.minor_units().checked_sub(amount.scale()).ok_or_else(|| InvalidMoney::TooPrecise {
            text: amount.to_string(),
            currency,
            digits: currency.minor_units(),
        })?;
        let minor = 10_i128
            .checked_pow(missing)
            .and_then(|factor| amount.mantissa().checked_mul(factor))
            .ok_or(InvalidMoney::TooLarge)?;
        Self::from_minor(minor, currency).map_err(|_| InvalidMoney::TooLarge)
    }

    /// Creates an amount from a number of minor units, such as cents.
    ///
    /// ```
    /// use briefing_model::{Currency, Money};
    ///
    /// assert_eq!(Money::from_minor(9_261_500, Currency::USD)?.to_string(), "USD 92615.00");
    /// # Ok::<(), briefing_model::MoneyError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if there are more than 10²⁴ minor units.
    pub fn from_minor(minor: i128, currency: Currency) -> Result<Self, MoneyError> {
        if !(-MOST_MINOR_UNITS..=MOST_MINOR_UNITS).contains(&minor) {
            return Err(MoneyError::Overflow);
        }
        Decimal::try_from_i128_with_scale(minor, currency.minor_units())
            .map(|amount| Self { amount, currency })
            .map_err(|_| MoneyError::Overflow)
    }

    /// Zero, in the given currency.
    ///
    /// ```
    /// assert_eq!(briefing_model::Money::zero(briefing_model::Currency::EUR).to_string(), "EUR 0.00");
    /// ```
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::new(0, currency.minor_units()), currency }
    }

    /// Reads a plain decimal number such as `92615`, `92615.00` or `-0.5`: a point before the decimals, and no
    /// separator between thousands.
    ///
    /// # Errors
    ///
    /// Fails if the text is not such a number, is finer than the currency's minor unit, or is too large; also if its
    /// point may separate thousands, as in `310.000` of a currency with two decimals.
    ///
    /// ```
    /// use briefing_model::{Currency, Money};
    ///
    /// assert_eq!(Money::parse_amount("-0.5", Currency::USD)?.minor(), -50);
    /// assert!(Money::parse_amount("1,000", Currency::USD).is_err());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    pub fn parse_amount(text: &str, currency: Currency) -> Result<Self, InvalidMoney> {
        let unreadable = || InvalidMoney::Unreadable(excerpt(text));
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        if [whole, fraction].iter().any(|part| part.is_empty() || part.bytes().any(|b| !b.is_ascii_digit())) {
            return Err(unreadable());
        }
        let places = currency.minor_units();
        let significant = fraction.trim_end_matches('0');
        let missing = usize::try_from(places).ok().and_then(|places| places.checked_sub(significant.len()));
        let missing = missing
            .and_then(|missing| u32::try_from(missing).ok())
            .ok_or_else(|| InvalidMoney::TooPrecise { text: excerpt(text), currency, digits: places })?;
        let mut minor = 0_i128;
        for digit in whole.bytes().chain(significant.bytes()) {
            minor = minor * 10 + i128::from(digit - b'0');
            // Checked at every digit, so that no text is long enough to overflow.
            if minor > MOST_MINOR_UNITS {
                return Err(InvalidMoney::TooLarge);
            }
        }
        // At most 10²⁴ times 10⁴, for the smallest minor unit that exists.
        minor *= 10_i128.pow(missing);
        if text.starts_with('-') {
            minor = -minor;
        }
        let amount = Self::from_minor(minor, currency).map_err(|_| InvalidMoney::TooLarge)?;
        // Nobody writes a third decimal that the currency does not have, and half of the world separates thousands in
        // this way.
        let is_group = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        if is_group && places < 3 {
            let (text, thousands) = (text.to_owned(), text.replace('.', ""));
            return Err(InvalidMoney::Ambiguous { text, decimals: amount.amount.to_string(), thousands });
        }
        Ok(amount)
    }

    /// The amount in currency units, with all decimals of the currency.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::Money>()?.amount().to_string(), "5.00");
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::Money>()?.currency(), briefing_model::Currency::USD);
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in minor units.
    ///
    /// ```
    /// assert_eq!("JPY 5".parse::<briefing_model::Money>()?.minor(), 5, "the yen has no smaller unit");
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn minor(self) -> i128 {
        self.amount.mantissa()
    }

    /// The nearest multiple of a unit, with halves rounded away from zero; the amount itself if the unit is not above
    /// zero.
    ///
    /// ```
    /// use briefing_model::Money;
    ///
    /// let amount: Money = "USD 290626880".parse()?;
    /// assert_eq!(amount.rounded_to("USD 1000000".parse()?)?.to_string(), "USD 291000000.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the currencies differ, or if the result is out of range.
    pub fn rounded_to(self, unit: Self) -> Result<Self, MoneyError> {
        // Amounts in two currencies cannot be added either.
        self.checked_add(unit)?;
        if unit.minor() <= 0 {
            return Ok(self);
        }
        let multiple = crate::rounding::divide(self.minor(), unit.minor()).saturating_mul(unit.minor());
        Self::from_minor(multiple, self.currency)
    }

    /// Whether it is negative.
    ///
    /// ```
    /// assert!("USD -5".parse::<briefing_model::Money>()?.is_negative());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.minor() < 0
    }

    /// Whether it is zero.
    ///
    /// ```
    /// assert!("USD 0.00".parse::<briefing_model::Money>()?.is_zero());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor() == 0
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    ///
    /// Fails if the currencies differ (nothing is converted here), or if the sum is outside the range of money.
    ///
    /// ```
    /// use briefing_model::Money;
    ///
    /// let (a, b): (Money, Money) = ("USD 5".parse()?, "USD 2.50".parse()?);
    /// assert_eq!(a.checked_add(b)?.to_string(), "USD 7.50");
    /// assert!(a.checked_add("EUR 1".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Self::from_minor(self.minor() + other.minor(), self.currency)
    }

    /// Subtracts an amount of the same currency; the difference may be negative.
    ///
    /// # Errors
    ///
    /// As for [`Money::checked_add`].
    ///
    /// ```
    /// use briefing_model::Money;
    ///
    /// let (a, b): (Money, Money) = ("USD 5".parse()?, "USD 7.50".parse()?);
    /// assert_eq!(a.checked_sub(b)?.to_string(), "USD -2.50");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Self::from_minor(self.minor() - other.minor(), self.currency)
    }

    /// Adds up amounts that are all in the given currency.
    ///
    /// The order does not matter: only the sum has to be in range, not the intermediate results.
    ///
    /// ```
    /// use briefing_model::{Currency, Money};
    ///
    /// let april = ["USD 92615", "USD 50000", "USD 100000", "USD 2000000"];
    /// let april = april.iter().map(|text| text.parse()).collect::<Result<Vec<Money>, _>>()?;
    /// assert_eq!(Money::checked_sum(april, Currency::USD)?.to_string(), "USD 2242615.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if an amount is in another currency, or if the sum is outside the range of money.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>, currency: Currency) -> Result<Self, MoneyError> {
        let mut sum = 0_i128;
        for amount in amounts {
            Self::zero(currency).same_currency(amount)?;
            sum = sum.checked_add(amount.minor()).ok_or(MoneyError::Overflow)?;
        }
        Self::from_minor(sum, currency)
    }

    /// Compares two amounts.
    ///
    /// Amounts do not implement `Ord`, because amounts in two currencies cannot be compared.
    ///
    /// # Errors
    ///
    /// Fails if the currencies differ.
    ///
    /// ```
    /// use briefing_model::Money;
    ///
    /// let (pledged, least): (Money, Money) = ("USD 5".parse()?, "USD 7.50".parse()?);
    /// assert!(pledged.checked_cmp(least)?.is_lt());
    /// assert!(pledged.checked_cmp("EUR 5".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn checked_cmp(self, other: Self) -> Result<std::cmp::Ordering, MoneyError> {
        self.same_currency(other)?;
        Ok(self.minor().cmp(&other.minor()))
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::MixedCurrencies { left: self.currency, right: other.currency })
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("{} {}", self.currency, self.amount))
    }
}

impl FromStr for Money {
    type Err = InvalidMoney;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, second) = text.trim().split_once(' ').ok_or_else(|| InvalidMoney::NoCurrency(excerpt(text)))?;
        let names =
            first.starts_with(|c: char| c.is_ascii_alphabetic()) || !first.contains(|c: char| c.is_ascii_digit());
        let (currency, amount) = if names { (first, second) } else { (second, first) };
        Self::parse_amount(amount.trim(), currency.trim().parse()?)
    }
}

/// The amount in a text with signs, separators or words, in plain digits; `None` if it is ambiguous.
fn plain_amount(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let number = lower.trim_matches(|c: char| !c.is_ascii_digit());
    let (before, behind) = lower.split_once(number).filter(|_| !number.is_empty())?;
    let signs = ["", "$", "us$", "usd", "€", "eur", "£", "gbp", "chf"];
    let times = match behind.trim().trim_end_matches('.') {
        "million" | "millions" | "m" | "mn" | "mio" | "mln" | "millones" | "млн" | "مليون" | "百万" => {
            1_000_000
        }
        "billion" | "bn" | "mrd" | "milliard" | "milliards" | "млрд" | "مليار" => 1_000_000_000,
        "thousand" | "k" | "tsd" | "тыс" | "ألف" => 1_000,
        "lakh" | "lakhs" => 100_000,
        "crore" | "crores" => 10_000_000,
        "万" => 10_000,
        "亿" => 100_000_000,
        // Marks after whole amounts: `250.-`, `250/-`.
        ".-" | ".–" | ",-" | ",–" | "/-" => 1,
        sign if signs.contains(&sign) => 1,
        _ => return None,
    };
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}');
    if !signs.contains(&before.trim()) || !number.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        return None;
    }
    let groups: Vec<&str> = number.split(is_separator).collect();
    let marks: Vec<char> = number.chars().filter(|&c| is_separator(c)).collect();
    if marks.is_empty() && times == 1 && before.is_empty() && behind.is_empty() {
        return None;
    }
    let decimals = match (marks.last().unwrap_or(&' '), groups.last()?.len()) {
        // If there are two kinds of marks, or if the last is not followed by exactly three digits, the last one is the
        // decimal mark.
        (&last @ ('.' | ','), digits) => {
            marks.iter().filter(|&&mark| mark == last).count() == 1
                && (digits != 3 || marks.iter().any(|&mark| mark != last))
        }
        _ => false,
    };
    let (whole, fraction) =
        if decimals { groups.split_at(groups.len() - 1) } else { (groups.as_slice(), [].as_slice()) };
    let (first, rest) = whole.split_first()?;
    // As in India: a last group of three digits, and groups of two before it.
    let is_indian = match rest {
        [between @ .., last] => {
            first.len() <= 2 && !between.is_empty() && between.iter().all(|group| group.len() == 2) && last.len() == 3
        }
        [] => false,
    };
    if first.len() > 3 && !rest.is_empty() || rest.iter().any(|group| group.len() != 3) && !is_indian {
        return None;
    }
    // 1,250 million may mean 1.25 million.
    if times > 1 && marks.len() == 1 && !rest.is_empty() {
        return None;
    }
    let point = if decimals { "." } else { "" };
    let digits = format!("{}{point}{}", whole.concat(), fraction.concat());
    let amount = digits.parse::<Decimal>().ok()?.checked_mul(Decimal::from(times))?;
    Some(if times == 1 { amount } else { amount.normalize() }.to_string())
}

/// The addition to the error about an amount that is too fine, if its point may separate thousands.
fn if_thousands(text: &str) -> String {
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    match text.split('.').collect::<Vec<_>>().as_slice() {
        [first, rest @ ..]
            if (1..=3).contains(&first.len()) && digits(first) && rest.iter().all(|it| it.len() == 3 && digits(it)) =>
        {
            format!(", or write {} if the point stands between thousands", text.replace('.', ""))
        }
        _ => String::new(),
    }
}

/// Text or a number that is not an amount of money.
///
/// ```
/// let error = "$ 500".parse::<briefing_model::Money>().unwrap_err();
/// assert!(!error.to_string().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidMoney {
    /// Not a plain decimal number.
    #[error(
        "`{0}` is not an amount: write {write}",
        write = plain_amount(.0).unwrap_or_else(|| "digits with a point before the decimals, as in 92615.00".to_owned())
    )]
    Unreadable(String),
    /// An amount without its currency.
    #[error("`{0}` does not say its currency: write it as in USD 92615.00")]
    NoCurrency(String),
    /// Finer than the smallest unit of the currency.
    #[error(
        "`{text}` is finer than {currency} goes: use {most}{thousands}",
        most = if *digits == 0 { "no decimals".to_owned() } else { format!("at most {digits} decimals") },
        thousands = if_thousands(text)
    )]
    TooPrecise {
        /// What was written.
        text: String,
        /// The currency.
        currency: Currency,
        /// The number of decimals of the currency.
        digits: u32,
    },
    /// Three digits after the point, in a currency with fewer decimals: they may be decimals or thousands.
    #[error("`{text}` is {decimals}, or {thousands} if the point stands between thousands: write the one you mean")]
    Ambiguous {
        /// What was written.
        text: String,
        /// The amount, if they are decimals.
        decimals: String,
        /// The amount, if they are thousands.
        thousands: String,
    },
    /// Outside the range of money.
    #[error("the amount has more than 10²⁴ minor units, which no office holds: check the digits")]
    TooLarge,
    /// The currency is unknown.
    #[error(transparent)]
    Currency(#[from] InvalidCurrency),
}

/// Why two amounts have no sum, difference or order.
///
/// ```
/// use briefing_model::{Money, MoneyError};
///
/// let (dollar, euro): (Money, Money) = ("USD 1".parse()?, "EUR 1".parse()?);
/// assert!(matches!(dollar.checked_add(euro), Err(MoneyError::MixedCurrencies { .. })));
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are in two currencies.
    #[error("{left} and {right} do not mix: convert one of them first")]
    MixedCurrencies {
        /// The currency of the first.
        left: Currency,
        /// The currency of the second.
        right: Currency,
    },
    /// The result is out of range.
    #[error("the sum has more than 10²⁴ minor units: check the amounts for a misplaced point")]
    Overflow,
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut money = serializer.serialize_struct("Money", 2)?;
        money.serialize_field("amount", &self.amount.to_string())?;
        money.serialize_field("currency", &self.currency)?;
        money.end()
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Record)]
        #[serde(deny_unknown_fields)]
        struct Wire {
            amount: AmountText,
            currency: Currency,
        }

        /// Accepts objects only; what serde derives also accepts lists of the fields.
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Wire;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with an amount and its currency")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Wire, A::Error> {
                Wire::deserialize(de::value::MapAccessDeserializer::new(map))
            }
        }

        let wire = deserializer.deserialize_map(Object)?;
        Self::parse_amount(&wire.amount.0, wire.currency).map_err(de::Error::custom)
    }
}

/// The digits of an amount, from a string or an integer.
struct AmountText(String);

impl<'de> Deserialize<'de> for AmountText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;

        impl Visitor<'_> for Digits {
            type Value = AmountText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "an amount as a string such as \"92615.00\" or as an integer, not as a floating-point number",
                )
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<AmountText, E> {
                Ok(AmountText(text.to_owned()))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<AmountText, E> {
                Ok(AmountText(number.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<AmountText, E> {
                Ok(AmountText(number.to_string()))
            }
        }

        deserializer.deserialize_any(Digits)
    }
}

/// An amount of money above zero, as every pledge and every payment is.
///
/// ```
/// use briefing_model::Amount;
///
/// let pledged: Amount = "USD 100000".parse()?;
/// assert_eq!(pledged.to_string(), "USD 100000.00");
/// assert!("USD 0".parse::<Amount>().is_err());
/// assert!("USD -2000000".parse::<Amount>().is_err());
/// # Ok::<(), briefing_model::InvalidAmount>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount(Money);

impl Amount {
    /// Creates an amount, if it is above zero.
    ///
    /// # Errors
    ///
    /// Fails if it is zero or negative.
    ///
    /// ```
    /// use briefing_model::Amount;
    ///
    /// assert_eq!(Amount::new("USD 5".parse()?)?.minor(), 500);
    /// assert!(Amount::new("USD 0".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(money: Money) -> Result<Self, InvalidAmount> {
        if money.minor() > 0 { Ok(Self(money)) } else { Err(InvalidAmount::NotPositive(money)) }
    }

    /// The money.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::Amount>()?.money(), "USD 5".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn money(self) -> Money {
        self.0
    }

    /// The currency.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::Amount>()?.currency().code(), "USD");
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.0.currency()
    }

    /// The amount in minor units; at least one.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::Amount>()?.minor(), 500);
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub const fn minor(self) -> i128 {
        self.0.minor()
    }
}

/// A sum that a source states, which may be zero. A sum that it does not state is `None`.
///
/// ```
/// use briefing_model::{Amount, AmountOrZero};
///
/// let received: AmountOrZero = "USD 0".parse()?;
/// assert!(received.is_zero());
/// assert_eq!(AmountOrZero::from("USD 5".parse::<Amount>()?).to_string(), "USD 5.00");
/// assert!("USD -5".parse::<AmountOrZero>().is_err());
/// # Ok::<(), briefing_model::InvalidAmount>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AmountOrZero(Money);

impl AmountOrZero {
    /// Creates a sum, if it is not negative.
    ///
    /// # Errors
    ///
    /// Fails if it is negative.
    ///
    /// ```
    /// use briefing_model::AmountOrZero;
    ///
    /// assert_eq!(AmountOrZero::new("USD 0".parse()?)?.minor(), 0);
    /// assert!(AmountOrZero::new("USD -1".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(money: Money) -> Result<Self, InvalidAmount> {
        if money.minor() >= 0 { Ok(Self(money)) } else { Err(InvalidAmount::Negative(money)) }
    }

    /// The money.
    ///
    /// ```
    /// assert_eq!("USD 5".parse::<briefing_model::AmountOrZero>()?.money(), "USD 5".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn money(self) -> Money {
        self.0
    }

    /// The currency.
    ///
    /// ```
    /// assert_eq!("USD 0".parse::<briefing_model::AmountOrZero>()?.currency().code(), "USD");
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.0.currency()
    }

    /// The sum in minor units; zero or more.
    ///
    /// ```
    /// assert_eq!("USD 0".parse::<briefing_model::AmountOrZero>()?.minor(), 0);
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub const fn minor(self) -> i128 {
        self.0.minor()
    }

    /// Whether it is zero.
    ///
    /// ```
    /// assert!("USD 0".parse::<briefing_model::AmountOrZero>()?.is_zero());
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor() == 0
    }
}

impl From<Amount> for AmountOrZero {
    fn from(amount: Amount) -> Self {
        Self(amount.0)
    }
}

/// Conversions, text and serde of a type of money within bounds, which its `new` checks.
macro_rules! within_bounds {
    ($($name:ident,)+) => {$(
        impl From<$name> for Money {
            fn from(bound: $name) -> Self {
                bound.0
            }
        }

        impl TryFrom<Money> for $name {
            type Error = InvalidAmount;

            fn try_from(money: Money) -> Result<Self, Self::Error> {
                Self::new(money)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidAmount;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text.parse()?)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Money::deserialize(deserializer).and_then(|money| Self::new(money).map_err(de::Error::custom))
            }
        }
    )+};
}

within_bounds! { Amount, AmountOrZero, }

/// Money that cannot be an amount given or promised.
///
/// ```
/// use briefing_model::{Amount, InvalidAmount};
///
/// assert!(matches!("USD -1".parse::<Amount>(), Err(InvalidAmount::NotPositive(_))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidAmount {
    /// Zero or negative.
    #[error("{0} is not more than nothing: amounts are positive, and what is taken back is a withdrawal or a refund")]
    NotPositive(Money),
    /// Negative; zero would be allowed.
    #[error("{0} is less than nothing: what was pledged or received in sum is nothing or more")]
    Negative(Money),
    /// Not an amount of money at all.
    #[error(transparent)]
    Money(#[from] InvalidMoney),
}

/// The worth of one unit of a currency in another: above zero, with at most twelve decimals.
///
/// ```
/// use briefing_model::RateValue;
///
/// let rate: RateValue = "1.0866".parse()?;
/// assert_eq!(rate.convert("EUR 250000".parse()?, briefing_model::Currency::USD)?.to_string(), "USD 271650.00");
/// assert!("0".parse::<RateValue>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RateValue(Decimal);

impl RateValue {
    /// Converts an amount; half a minor unit is rounded away from zero.
    ///
    /// # Errors
    ///
    /// Fails if the result is outside the range of money.
    ///
    /// ```
    /// use briefing_model::{Currency, RateValue};
    ///
    /// let rate: RateValue = "1.0866".parse()?;
    /// assert_eq!(rate.convert("EUR 0.10".parse()?, Currency::USD)?.to_string(), "USD 0.11");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn convert(self, money: Money, into: Currency) -> Result<Money, MoneyError> {
        let scale = |digits: u32| 10_i128.checked_pow(digits).ok_or(MoneyError::Overflow);
        let numerator = money
            .minor()
            .checked_mul(self.0.mantissa())
            .and_then(|product| product.checked_mul(scale(into.minor_units()).ok()?))
            .ok_or(MoneyError::Overflow)?;
        let denominator = scale(self.0.scale() + money.currency().minor_units())?;
        Money::from_minor(crate::rounding::divide(numerator, denominator), into)
    }
}

impl FromStr for RateValue {
    type Err = InvalidRate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let rate = Decimal::from_str_exact(text).ok().filter(|_| plain).map(|rate| rate.normalize());
        let usable = |rate: &Decimal| rate.scale() <= 12 && (1..=1_000_000_000_000_000_000).contains(&rate.mantissa());
        rate.filter(usable).map(Self).ok_or_else(|| InvalidRate(excerpt(text)))
    }
}

impl fmt::Display for RateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

serde_as_text!(RateValue, "a rate such as \"1.0866\"");

/// Text that is not a rate of exchange.
///
/// ```
/// let error = "1,09".parse::<briefing_model::RateValue>().unwrap_err();
/// assert!(error.to_string().starts_with("`1,09` is not a rate"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rate: write what one unit is worth, above zero, with at most 12 decimals and 18 digits")]
pub struct InvalidRate(String);
