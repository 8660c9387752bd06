//! The only rounding rule, and the figures that follow it.
//!
//! Every rounded figure of a briefing is rounded once, from the exact amount, with halves away from zero: 2.5 becomes 3
//! and −2.5 becomes −3. That is what accountants do and what readers check by hand. Rounded parts therefore need not
//! add up to the rounded whole; if they do not, the page says so.

use briefing_derive::Record;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{Day, Knowledge, Money};

/// Divides and rounds halves away from zero. A divisor of zero, which no caller passes, gives zero.
pub(crate) const fn divide(numerator: i128, denominator: i128) -> i128 {
    let (Some(quotient), Some(rest)) = (numerator.checked_div(denominator), numerator.checked_rem(denominator)) else {
        return 0;
    };
    let away = if (numerator < 0) == (denominator < 0) { 1 } else { -1 };
    // Compared in this way because twice the remainder may overflow.
    if rest.unsigned_abs() >= denominator.unsigned_abs() - rest.unsigned_abs() { quotient + away } else { quotient }
}

/// One amount as a share of another.
///
/// ```
/// use briefing_model::Share;
///
/// let share = Share::new("USD 354000000".parse()?, "USD 402000000".parse()?).ok_or("nothing pledged")?;
/// assert_eq!(share.per_cent(0).to_string(), "88");
/// assert_eq!(share.per_cent(1).to_string(), "88.1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "ShareWire", into = "ShareWire")]
pub struct Share {
    part: Money,
    whole: Money,
}

/// A share as it is written in JSON, not yet checked.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ShareWire {
    part: Money,
    whole: Money,
}

/// A share of nothing, or of an amount in another currency.
///
/// ```
/// let wire = r#"{"part":{"amount":"1","currency":"USD"},"whole":{"amount":"0","currency":"USD"}}"#;
/// let error = serde_json::from_str::<briefing_model::Share>(wire).unwrap_err();
/// assert!(error.to_string().starts_with(&briefing_model::InvalidShare.to_string()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a share is of an amount above zero in the same currency")]
pub struct InvalidShare;

impl TryFrom<ShareWire> for Share {
    type Error = InvalidShare;

    fn try_from(wire: ShareWire) -> Result<Self, InvalidShare> {
        Self::new(wire.part, wire.whole).ok_or(InvalidShare)
    }
}

impl From<Share> for ShareWire {
    fn from(Share { part, whole }: Share) -> Self {
        Self { part, whole }
    }
}

impl Share {
    /// Creates the share of the part in the whole; `None` if the whole is not above zero or the currencies differ.
    ///
    /// ```
    /// use briefing_model::Share;
    ///
    /// assert!(Share::new("USD 5".parse()?, "USD 10".parse()?).is_some());
    /// assert!(Share::new("USD 5".parse()?, "EUR 10".parse()?).is_none());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub fn new(part: Money, whole: Money) -> Option<Self> {
        (whole.minor() > 0 && part.currency() == whole.currency()).then_some(Self { part, whole })
    }

    /// What was received as a share of what was pledged, less what came beyond: a surplus, and what payments gained in
    /// exchange. `None` unless both hold for the day and the rounding by their sources makes no difference to whole per
    /// cent.
    pub(crate) fn of_totals(
        received: &Knowledge<Money>,
        beyond: [Option<Money>; 2],
        pledged: &Knowledge<Money>,
        on: Day,
    ) -> Option<Self> {
        let whole = *pledged.holds_on(on)?;
        let mut beyond = beyond.into_iter().flatten();
        let part = beyond.try_fold(*received.holds_on(on)?, Money::checked_sub).ok()?;
        let share = Self::new(part, whole)?;
        let unit = |figure: &Knowledge<Money>| match figure {
            Knowledge::Stated { rounded_to, .. } => rounded_to.map_or(0, |unit| unit.minor() / 2),
            Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => 0,
        };
        let moved = |money: Money, by: i128| Money::from_minor(money.minor().checked_add(by)?, money.currency()).ok();
        let (of_part, of_whole) = (unit(received), unit(pledged));
        let least = Self::new(moved(part, -of_part)?, moved(whole, of_whole)?)?;
        let most = Self::new(moved(part, of_part)?, moved(whole, -of_whole)?)?;
        let is_certain = [least, most].iter().all(|other| other.whole_per_cent() == share.whole_per_cent());
        // Totals that a source stated do not show how much came beyond.
        (is_certain && share.part.minor() <= share.whole.minor()).then_some(share)
    }

    /// The share in whole per cent, with halves rounded up. A share below 100 per cent is at most 99, and one that
    /// would round to zero without being zero is `None`.
    ///
    /// ```
    /// use briefing_model::Share;
    ///
    /// let share = |part: &str| Ok::<_, briefing_model::InvalidMoney>(Share::new(part.parse()?, "USD 1000".parse()?));
    /// let per_cent = |part: &str| Ok::<_, briefing_model::InvalidMoney>(share(part)?.and_then(Share::whole_per_cent));
    /// assert_eq!([per_cent("USD 885")?, per_cent("USD 999")?, per_cent("USD 4")?], [Some(89), Some(99), None]);
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub fn whole_per_cent(self) -> Option<u16> {
        let nearest = u16::try_from(self.per_cent(0)).ok()?;
        match nearest {
            0 if self.part.minor() > 0 => None,
            100.. if self.part.minor() < self.whole.minor() => Some(99),
            nearest => Some(nearest),
        }
    }

    /// The share in per cent with a number of decimals (at most 9), halves rounded away from zero.
    ///
    /// ```
    /// use briefing_model::Share;
    ///
    /// let third = Share::new("USD 1".parse()?, "USD 3".parse()?).ok_or("of nothing")?;
    /// assert_eq!(third.per_cent(1).to_string(), "33.3");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn per_cent(self, decimals: u32) -> Decimal {
        let decimals = decimals.min(9);
        // At most 10²⁴ · 10² · 10⁹, well within i128.
        let scaled = divide(self.part.minor() * 100 * 10_i128.pow(decimals), self.whole.minor());
        Decimal::try_from_i128_with_scale(scaled, decimals).unwrap_or(Decimal::MAX)
    }
}

impl Money {
    /// The amount as in a headline. Amounts of a million or more are rounded to a tenth of a million, those below ten
    /// million to a hundredth, and those of a thousand million or more to four digits. Below a million, the amount is
    /// exact.
    ///
    /// ```
    /// use briefing_model::Money;
    ///
    /// let headline = |text: &str| text.parse::<Money>().map(|amount| amount.headline().to_string());
    /// assert_eq!(headline("USD 379460000")?, "USD 379500000.00");
    /// assert_eq!(headline("EUR 1047300")?, "EUR 1050000.00");
    /// assert_eq!(headline("JPY 1250340000000")?, "JPY 1250000000000");
    /// assert_eq!(headline("USD -999999.99")?, "USD -999999.99");
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub fn headline(self) -> Self {
        let million = 1_000_000 * 10_i128.pow(self.currency().minor_units());
        let millions = (self.minor() / million).unsigned_abs();
        let step = match millions {
            0 => 1,
            1..10 => million / 100,
            10..1_000 => million / 10,
            _ => million * 10_i128.pow(millions.ilog10() - 3),
        };
        Self::from_minor(divide(self.minor(), step) * step, self.currency()).unwrap_or(self)
    }
}
