//! The amount of a promise, and when its parts fall due.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::textual::one_piece;
use crate::{Amount, Currency, Day, InvalidAmount, InvalidPartialDate, Money, MultiYear, PartialDate, Year};

/// The greatest number of parts of a schedule. A pledge paid weekly for ten years has fewer.
const MOST_INSTALMENTS: usize = 600;

/// A dated part of a pledge.
///
/// ```
/// use briefing_model::Instalment;
///
/// let first = Instalment { due: "2025-06".parse()?, amount: "USD 250000".parse()? };
/// assert_eq!(first.due.last_day().to_string(), "2025-06-30");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a date and an amount", deny_unknown_fields)]
pub struct Instalment {
    /// When it falls due: on the last day of that date.
    pub due: PartialDate,
    /// How much.
    pub amount: Amount,
}

/// How a promise is spread over time.
///
/// In a cell of a spreadsheet it is written `whole` (or left blank), `over 2021-01/2022-06`, `yearly 2019/..`, `yearly
/// 2024/2026`, or as dated amounts `2025-06-30 250000; 2026-06-30 250000`.
///
/// ```
/// use briefing_model::{Currency, Schedule};
///
/// let schedule = Schedule::parse("yearly 2024/2026", Currency::USD)?;
/// assert_eq!(schedule.to_string(), "yearly 2024/2026");
/// # Ok::<(), briefing_model::InvalidSchedule>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a schedule", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Schedule {
    /// All at once.
    #[default]
    Whole,
    /// In dated parts, which add up to the amount.
    Instalments(Vec<Instalment>),
    /// Over a period, without a known division: all of it falls due at the end.
    Over {
        /// The beginning of the period.
        from: PartialDate,
        /// The end of the period.
        until: PartialDate,
    },
    /// The same amount every year, which falls due at the end of each year.
    Yearly {
        /// The first year.
        from: Year,
        /// The last year; `None` if no end was stated.
        until: Option<Year>,
    },
}

impl Schedule {
    /// Reads a schedule as it is written in a cell, with amounts in the given currency.
    ///
    /// # Errors
    ///
    /// Fails if the text has none of the forms above.
    ///
    /// ```
    /// use briefing_model::{Currency, Schedule};
    ///
    /// assert_eq!(
    ///     Schedule::parse("yearly 2024/..", Currency::USD)?,
    ///     Schedule::Yearly { from: "2024".parse()?, until: None },
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(text: &str, currency: Currency) -> Result<Self, InvalidSchedule> {
        let text = text.trim();
        let form = || InvalidSchedule::Form(crate::textual::excerpt(text));
        match text.split_once(' ') {
            None if text.is_empty() || text == "whole" => Ok(Self::Whole),
            Some(("over", span)) => {
                let (from, until) = span.trim().split_once('/').ok_or_else(form)?;
                Ok(Self::Over { from: from.parse()?, until: until.parse()? })
            }
            Some(("yearly", years)) => {
                let (from, until) = years.trim().split_once('/').ok_or_else(form)?;
                let year = |text: &str| Year::from_str(text).map_err(|_| form());
                Ok(Self::Yearly { from: year(from)?, until: if until == ".." { None } else { Some(year(until)?) } })
            }
            _ => {
                let parts = text.split(';').map(|part| {
                    let (due, amount) = part.trim().split_once(' ').ok_or_else(form)?;
                    // Some writers put a colon after the date.
                    let due = due.strip_suffix(':').unwrap_or(due);
                    // Words are not mistyped dates.
                    if due.len() < 4 || !due.starts_with(|c: char| c.is_ascii_digit()) {
                        return Err(form());
                    }
                    let amount = Money::parse_amount(amount.trim(), currency).map_err(InvalidAmount::from)?;
                    Ok(Instalment { due: due.parse()?, amount: Amount::new(amount)? })
                });
                parts.collect::<Result<_, _>>().map(Self::Instalments)
            }
        }
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match self {
            Self::Whole => f.write_str("whole"),
            Self::Over { from, until } => write!(f, "over {from}/{until}"),
            Self::Yearly { from, until: None } => write!(f, "yearly {from}/.."),
            Self::Yearly { from, until: Some(until) } => write!(f, "yearly {from}/{until}"),
            Self::Instalments(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    let separator = if at == 0 { "" } else { "; " };
                    write!(f, "{separator}{} {}", part.due, part.amount.money().amount())?;
                }
                Ok(())
            }
        }
    }
}

/// Text that is not a schedule.
///
/// ```
/// use briefing_model::{Currency, Schedule};
///
/// let error = Schedule::parse("yearly", Currency::USD).unwrap_err();
/// assert!(!error.to_string().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidSchedule {
    /// It has none of the forms.
    #[error(
        "`{0}` is not a schedule: write whole, over 2021-01/2022-06, yearly 2019/.., yearly 2024/2026, \
         or dated amounts as in 2025-06-30 250000; 2026-06-30 250000"
    )]
    Form(String),
    /// One of its dates cannot be read.
    #[error(transparent)]
    Date(#[from] InvalidPartialDate),
    /// One of its amounts cannot be read.
    #[error(transparent)]
    Amount(#[from] InvalidAmount),
}

/// The terms of a promise: an amount, how it is spread over time, and what it is worth if that is stated.
///
/// The amount of a yearly schedule is that of one year. The parts of a schedule always add up, dates run forward, and
/// the worth, if the source states one, is in a currency other than that of the amount.
///
/// ```
/// use briefing_model::{Schedule, Terms};
///
/// let terms = Terms::new("USD 15000000".parse()?, Schedule::Yearly { from: "2024".parse()?, until: Some("2026".parse()?) }, None)?;
/// assert_eq!(terms.total()?.map(|total| total.to_string()).as_deref(), Some("USD 45000000.00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "TermsWire", into = "TermsWire")]
pub struct Terms {
    amount: Amount,
    // Most pledges have neither, and a ledger may hold a million.
    rest: Option<Box<TermsRest>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct TermsRest {
    schedule: Schedule,
    value: Option<Amount>,
}

/// Terms as they are written in JSON, not yet checked.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with terms", deny_unknown_fields)]
struct TermsWire {
    /// The amount; for a yearly schedule, that of one year.
    amount: Amount,
    /// How it is spread over time.
    #[serde(default, skip_serializing_if = "is_whole")]
    schedule: Schedule,
    /// Its worth in another currency, as the source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Amount>,
}

fn is_whole(schedule: &Schedule) -> bool {
    *schedule == Schedule::Whole
}

impl TryFrom<TermsWire> for Terms {
    type Error = InvalidTerms;

    fn try_from(wire: TermsWire) -> Result<Self, InvalidTerms> {
        Self::new(wire.amount, wire.schedule, wire.value)
    }
}

impl From<Terms> for TermsWire {
    fn from(terms: Terms) -> Self {
        Self { amount: terms.amount, schedule: terms.schedule().clone(), value: terms.value() }
    }
}

impl From<Amount> for Terms {
    fn from(amount: Amount) -> Self {
        Self { amount, rest: None }
    }
}

impl Terms {
    /// Creates the terms, if they are consistent.
    ///
    /// # Errors
    ///
    /// Fails if instalments are in another currency, do not add up to the amount or are out of order, if a period or a
    /// range of years ends before it begins, if the whole is outside the range of money, or if the worth is stated in
    /// the currency of the amount.
    ///
    /// ```
    /// use briefing_model::{Schedule, Terms};
    ///
    /// let until_2020 = Schedule::Yearly { from: "2024".parse()?, until: Some("2020".parse()?) };
    /// assert!(Terms::new("EUR 1000".parse()?, until_2020, None).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(amount: Amount, schedule: Schedule, value: Option<Amount>) -> Result<Self, InvalidTerms> {
        match &schedule {
            Schedule::Whole => {}
            Schedule::Instalments(parts) => check_instalments(amount, parts)?,
            Schedule::Over { from, until } if from.first_day() > until.last_day() => {
                return Err(InvalidTerms::Backwards);
            }
            Schedule::Yearly { from, until: Some(until) } if from > until => return Err(InvalidTerms::Backwards),
            Schedule::Over { .. } | Schedule::Yearly { .. } => {}
        }
        if value.is_some_and(|value| value.currency() == amount.currency()) {
            return Err(InvalidTerms::ValueInSameCurrency(amount.currency()));
        }
        let plain = schedule == Schedule::Whole && value.is_none();
        let terms = Self { amount, rest: (!plain).then(|| Box::new(TermsRest { schedule, value })) };
        terms.total()?;
        Ok(terms)
    }

    /// The amount; for a yearly schedule, that of one year.
    ///
    /// ```
    /// use briefing_model::{Schedule, Terms};
    ///
    /// let terms = Terms::new("EUR 1000".parse()?, Schedule::Yearly { from: "2024".parse()?, until: Some("2026".parse()?) }, None)?;
    /// assert_eq!(terms.amount(), "EUR 1000".parse()?, "of one year");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn amount(&self) -> Amount {
        self.amount
    }

    /// How it is spread over time.
    ///
    /// ```
    /// use briefing_model::{Amount, Schedule, Terms};
    ///
    /// assert_eq!(Terms::from("EUR 1000".parse::<Amount>()?).schedule(), &Schedule::Whole);
    /// # Ok::<(), briefing_model::InvalidAmount>(())
    /// ```
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        self.rest.as_ref().map_or(&Schedule::Whole, |rest| &rest.schedule)
    }

    /// The worth of the amount in another currency, usually that of the totals, as the source states it.
    ///
    /// ```
    /// use briefing_model::{Schedule, Terms};
    ///
    /// let terms = Terms::new("EUR 1000".parse()?, Schedule::Whole, Some("USD 1080".parse()?))?;
    /// assert_eq!(terms.value(), Some("USD 1080".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<Amount> {
        self.rest.as_ref().and_then(|rest| rest.value)
    }

    /// The whole amount, over all years; `None` if it is open-ended.
    ///
    /// # Errors
    ///
    /// Never fails for existing terms, because [`Terms::new`] has checked it.
    ///
    /// ```
    /// use briefing_model::{Schedule, Terms};
    ///
    /// let terms = Terms::new("EUR 1000".parse()?, Schedule::Yearly { from: "2024".parse()?, until: Some("2026".parse()?) }, None)?;
    /// assert_eq!(terms.total()?, Some("EUR 3000".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn total(&self) -> Result<Option<Money>, InvalidTerms> {
        let Some(total) = self.total_minor() else {
            return Ok(None);
        };
        Money::from_minor(total, self.amount.currency()).map(Some).map_err(|_| InvalidTerms::TooLarge)
    }

    /// The whole amount in minor units; `None` if it is open-ended. At most 10²⁴ times 300 years.
    pub(crate) fn total_minor(&self) -> Option<i128> {
        match self.schedule() {
            Schedule::Yearly { until: None, .. } => None,
            Schedule::Yearly { from, until: Some(until) } => {
                Some(self.amount.minor() * i128::from(until.number() - from.number() + 1))
            }
            Schedule::Whole | Schedule::Instalments(_) | Schedule::Over { .. } => Some(self.amount.minor()),
        }
    }

    /// How much counts on a day, in minor units of the terms' own currency.
    pub(crate) fn counted(&self, multi_year: MultiYear, as_of: Day) -> i128 {
        match (multi_year, self.total_minor()) {
            (MultiYear::Whole, Some(total)) => total,
            (MultiYear::AsDue, _) | (MultiYear::Whole, None) => self.fallen_due(as_of),
        }
    }

    /// Whether the amount that counts changes as time passes, without any entry.
    pub(crate) fn depends_on_time(&self, multi_year: MultiYear) -> bool {
        match self.schedule() {
            Schedule::Whole => false,
            Schedule::Yearly { until: None, .. } => true,
            Schedule::Instalments(_) | Schedule::Over { .. } | Schedule::Yearly { .. } => {
                multi_year == MultiYear::AsDue
            }
        }
    }

    fn fallen_due(&self, as_of: Day) -> i128 {
        match self.schedule() {
            Schedule::Whole => self.amount.minor(),
            Schedule::Instalments(parts) => {
                let due = parts.iter().take_while(|part| part.due.last_day() <= as_of);
                due.map(|part| part.amount.minor()).sum()
            }
            Schedule::Over { until, .. } => {
                if until.last_day() <= as_of {
                    self.amount.minor()
                } else {
                    0
                }
            }
            Schedule::Yearly { from, until } => self.amount.minor() * i128::from(years_ended(*from, *until, as_of)),
        }
    }
}

/// The number of the years that have ended by a day.
fn years_ended(from: Year, until: Option<Year>, as_of: Day) -> i32 {
    let last_ended = as_of.next().map_or(as_of.year(), |next| next.year() - 1);
    let last = until.map_or(last_ended, |until| until.number().min(last_ended));
    (last - from.number() + 1).max(0)
}

fn check_instalments(amount: Amount, parts: &[Instalment]) -> Result<(), InvalidTerms> {
    if parts.is_empty() || parts.len() > MOST_INSTALMENTS {
        return Err(InvalidTerms::NumberOfParts(parts.len()));
    }
    if parts.iter().any(|part| part.amount.currency() != amount.currency()) {
        return Err(InvalidTerms::PartCurrency(amount.currency()));
    }
    let in_order = |pair: &[Instalment]| match pair {
        [earlier, later] => earlier.due.last_day() <= later.due.last_day(),
        _ => true,
    };
    if !parts.windows(2).all(in_order) {
        return Err(InvalidTerms::Backwards);
    }
    let sum = parts.iter().map(|part| part.amount.minor()).sum::<i128>();
    if sum == amount.minor() {
        Ok(())
    } else {
        let sum = Money::from_minor(sum, amount.currency()).map_err(|_| InvalidTerms::TooLarge)?;
        Err(InvalidTerms::Sum { sum, amount: amount.money() })
    }
}

/// Terms that contradict themselves.
///
/// ```
/// use briefing_model::{InvalidTerms, Schedule, Terms};
///
/// let same_currency = Terms::new("EUR 10".parse()?, Schedule::Whole, Some("EUR 11".parse()?));
/// assert!(matches!(same_currency, Err(InvalidTerms::ValueInSameCurrency(_))));
/// # Ok::<(), briefing_model::InvalidAmount>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidTerms {
    /// The parts do not add up to the whole.
    #[error("the instalments add up to {sum}, but the amount is {amount}: correct one of them")]
    Sum {
        /// What the parts add up to.
        sum: Money,
        /// The stated whole.
        amount: Money,
    },
    /// No parts, or too many.
    #[error("{0} instalments make no schedule: give between 1 and {MOST_INSTALMENTS}")]
    NumberOfParts(usize),
    /// A part in another currency.
    #[error("an instalment is not in {0} like the amount")]
    PartCurrency(Currency),
    /// Dates that are not in order.
    #[error("the schedule ends before it begins, or its instalments are out of order")]
    Backwards,
    /// The worth is in the currency of the amount.
    #[error("the amount is in {0} already: state its value in another currency, or leave the value out")]
    ValueInSameCurrency(Currency),
    /// The years together are too large.
    #[error("the years together come to more than 10²⁴ minor units: check the amount")]
    TooLarge,
}
