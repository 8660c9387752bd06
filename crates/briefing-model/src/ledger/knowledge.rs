//! How far a figure is known, and how far a ledger reaches.

use std::fmt;

use briefing_derive::Record;
use serde::Serialize;

use crate::textual::one_piece;
use crate::{Day, EntryId, Money, MoneyError, PartialDate};

/// A figure, as far as it is known.
///
/// Its number can be reached only by asking how it is known. An unknown figure has no number, and neither
/// [`Display`](fmt::Display) nor JSON writes one.
///
/// ```
/// use briefing_model::{Knowledge, Money};
///
/// let stated: Knowledge<Money> = Knowledge::Stated {
///     value: "USD 402000000".parse()?,
///     on: "2025-04-30".parse()?,
///     period: None,
///     rounded_to: Some("USD 1000000".parse()?),
///     entry: "total-2025-04".parse()?,
///     documented: None,
/// };
/// assert_eq!(stated.to_string(), "USD 402000000.00, stated for 2025-04-30 by `total-2025-04`");
/// assert!(stated.holds_on("2025-04-30".parse()?).is_some());
/// assert!(stated.holds_on("2025-05-31".parse()?).is_none(), "a month later nobody had stated it");
/// assert_eq!(serde_json::to_string(&Knowledge::<Money>::Unknown)?, r#""unknown""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Knowledge_of_{T}"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Knowledge<T> {
    /// Known: everything that it is the sum of is on record.
    Known(T),
    /// Stated by a source for a day; of no later day is as much known.
    Stated {
        /// The stated value.
        value: T,
        /// The day for which it is stated; the last one if the source names a month or a year.
        on: Day,
        /// The month or year, if the source names no day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PartialDate>,
        /// The unit to which the source rounds; `None` if the value is exact.
        #[serde(default = "Option::<T>::default", skip_serializing_if = "Option::is_none")]
        rounded_to: Option<T>,
        /// The assertion that states it.
        entry: EntryId,
        /// The sum of what is on record by the day asked about, if that was asked for.
        #[serde(default = "Option::<T>::default", skip_serializing_if = "Option::is_none")]
        documented: Option<T>,
    },
    /// Documented: the sum of what is on record. It may be less than the whole, which no source has stated.
    Documented(T),
    /// Unknown.
    #[default]
    Unknown,
}

impl<T> Knowledge<T> {
    /// The figure, if it is the whole and holds for the day asked about: if it is known, or stated for that very day.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// let day = "2025-04-30".parse()?;
    /// assert_eq!(Knowledge::Known(47).holds_on(day), Some(&47));
    /// assert_eq!(Knowledge::Documented(12).holds_on(day), None, "there may be more");
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn holds_on(&self, day: Day) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Stated { value, on, .. } if *on == day => Some(value),
            Self::Stated { .. } | Self::Documented(_) | Self::Unknown => None,
        }
    }

    /// The figure, however it is known; `None` if it is not.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// assert_eq!(Knowledge::Known(47).figure(), Some(&47));
    /// assert_eq!(Knowledge::Documented(12).figure(), Some(&12), "there may be more");
    /// assert_eq!(Knowledge::<u32>::Unknown.figure(), None);
    /// ```
    #[must_use]
    pub const fn figure(&self) -> Option<&T> {
        match self {
            Self::Known(value) | Self::Documented(value) | Self::Stated { value, .. } => Some(value),
            Self::Unknown => None,
        }
    }

    /// The sum of what is on record; `None` if there is nothing, or if it was not asked for.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// assert_eq!(Knowledge::Documented(12).on_record(), Some(&12));
    /// assert_eq!(Knowledge::<u32>::Unknown.on_record(), None);
    /// ```
    #[must_use]
    pub const fn on_record(&self) -> Option<&T> {
        match self {
            Self::Known(value) | Self::Documented(value) => Some(value),
            Self::Stated { documented, .. } => documented.as_ref(),
            Self::Unknown => None,
        }
    }

    /// The date for which it is stated, as precisely as its source says; `None` if it is not stated.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// let stated: Knowledge<u32> =
    ///     serde_json::from_str(r#"{"stated":{"value":31,"on":"2019-12-31","period":"2019-12","entry":"total"}}"#)?;
    /// assert_eq!(stated.stated_for().map(|date| date.to_string()).as_deref(), Some("2019-12"));
    /// assert_eq!(Knowledge::Known(47).stated_for(), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn stated_for(&self) -> Option<PartialDate> {
        match self {
            Self::Stated { on, period, .. } => Some(period.unwrap_or(PartialDate::Day(*on))),
            Self::Known(_) | Self::Documented(_) | Self::Unknown => None,
        }
    }

    /// Whether nothing is known.
    ///
    /// ```
    /// assert!(briefing_model::Knowledge::<u32>::Unknown.is_unknown());
    /// ```
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// Converts the value, and keeps how it is known.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// assert_eq!(Knowledge::Documented(12).map(|count| count * 2), Knowledge::Documented(24));
    /// ```
    #[must_use]
    pub fn map<U>(self, mut of: impl FnMut(T) -> U) -> Knowledge<U> {
        match self {
            Self::Known(value) => Knowledge::Known(of(value)),
            Self::Stated { value, on, period, rounded_to, entry, documented } => Knowledge::Stated {
                value: of(value),
                on,
                period,
                rounded_to: rounded_to.map(&mut of),
                entry,
                documented: documented.map(of),
            },
            Self::Documented(value) => Knowledge::Documented(of(value)),
            Self::Unknown => Knowledge::Unknown,
        }
    }

    /// Removes the sum of what is on record beside a stated value.
    ///
    /// ```
    /// use briefing_model::Knowledge;
    ///
    /// let stated = Knowledge::Stated {
    ///     value: 47,
    ///     on: "2025-04-30".parse()?,
    ///     period: None,
    ///     rounded_to: None,
    ///     entry: "A-1".parse()?,
    ///     documented: Some(12),
    /// };
    /// assert!(matches!(stated.without_record(), Knowledge::Stated { value: 47, documented: None, .. }));
    /// assert_eq!(Knowledge::Known(12).without_record(), Knowledge::Known(12));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn without_record(self) -> Self {
        match self {
            Self::Stated { value, on, period, rounded_to, entry, documented: _ } => {
                Self::Stated { value, on, period, rounded_to, entry, documented: None }
            }
            Self::Known(_) | Self::Documented(_) | Self::Unknown => self,
        }
    }
}

/// The number together with how it is known, for messages; never a bare number that is not the whole.
impl Knowledge<Money> {
    /// What is on record, in minor units; zero if nothing is.
    pub(crate) fn minor_on_record(&self) -> i128 {
        self.on_record().map_or(0, |money| money.minor())
    }
}

impl<T: fmt::Display> fmt::Display for Knowledge<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Stated { value, on, period, entry, .. } => {
                write!(f, "{value}, stated for {} by `{entry}`", period.unwrap_or(PartialDate::Day(*on)))
            }
            Self::Documented(value) => write!(f, "{value} documented"),
            Self::Unknown => f.write_str("not known"),
        }
    }
}

/// How far a ledger reaches.
///
/// ```
/// use briefing_model::{Coverage, LedgerSettings, Reach};
///
/// let settings = LedgerSettings { coverage: Coverage::of(Reach::Documented), ..LedgerSettings::default() };
/// assert_eq!(settings.coverage.receipts, Reach::Documented);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// For pledges, allocations and gifts.
    #[serde(default, skip_serializing_if = "Reach::is_unsaid")]
    pub pledges: Reach,
    /// For payments.
    #[serde(default, skip_serializing_if = "Reach::is_unsaid")]
    pub receipts: Reach,
    /// For funding partners.
    #[serde(default, skip_serializing_if = "Reach::is_unsaid")]
    pub partners: Reach,
}

impl Coverage {
    /// The same reach for all figures.
    #[must_use]
    pub const fn of(reach: Reach) -> Self {
        Self { pledges: reach, receipts: reach, partners: reach }
    }

    pub(super) fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}

/// How far a ledger reaches for one kind of figure.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::Reach::Documented)?, "\"documented\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Reach {
    /// The office does not say. Its ledger is taken to be its own books: complete as soon as they hold anything of the
    /// kind. A contributor that appears in them first is not taken to be new.
    #[default]
    Unsaid,
    /// Everything is on record.
    Complete {
        /// The day from which everything that took effect is on record; `None` for everything since the beginning. What
        /// came before is known only as far as a source states its total.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Day>,
    },
    /// Only what is documented is on record, and there is more.
    Documented,
}

impl Reach {
    const fn is_unsaid(&self) -> bool {
        matches!(self, Self::Unsaid)
    }

    /// Whether the office says that everything since the beginning is on record.
    pub(super) const fn is_said_to_be_whole(self) -> bool {
        matches!(self, Self::Complete { since: None })
    }

    /// Whether everything from a day on is on record.
    pub(crate) fn covers_from(self, day: Day) -> bool {
        match self {
            Self::Unsaid | Self::Complete { since: None } => true,
            Self::Complete { since: Some(since) } => since <= day,
            Self::Documented => false,
        }
    }
}

/// A figure that a source states of the whole ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StatedFigure<T> {
    pub(super) value: T,
    pub(super) on: Day,
    pub(super) period: Option<PartialDate>,
    pub(super) rounded_to: Option<T>,
    pub(super) entry: EntryId,
}

/// What decides, beside the sums, how far they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Basis<T> {
    reach: Reach,
    /// The last figure stated by the day asked about.
    pub(super) stated: Option<StatedFigure<T>>,
    /// The last day on which an entry leaves a part of the figure unstated.
    gap: Option<Day>,
    /// Whether there is an entry of the kind, for a ledger that does not say how far it reaches.
    is_kept: bool,
    /// Whether the sums of what is on record may be more than the whole.
    is_overstated: bool,
}

impl<T> Basis<T> {
    pub(super) const fn new(reach: Reach, stated: Option<StatedFigure<T>>, gap: Option<Day>, is_kept: bool) -> Self {
        Self { reach, stated, gap, is_kept, is_overstated: false }
    }

    /// Sets whether the sums of what is on record may be more than the whole.
    pub(super) fn overstated(self, is_overstated: bool) -> Self {
        Self { is_overstated, ..self }
    }

    pub(super) const fn is_overstated(&self) -> bool {
        self.is_overstated
    }

    /// Whether an entry leaves a part of the figure unstated, even if a source states the whole.
    pub(super) const fn has_gap(&self) -> bool {
        self.gap.is_some()
    }

    /// Whether the sums of what is on record are the whole.
    pub(super) fn is_whole(&self) -> bool {
        let stated = self.stated.as_ref().map(|stated| stated.on);
        // What an entry leaves open is closed by a source that states the whole afterwards, because the ledger is
        // compared with that.
        let closed = self.gap.is_none_or(|gap| stated.is_some_and(|on| gap <= on));
        let reaches = match self.reach {
            // A sum of what came and went again is zero, and known.
            Reach::Unsaid => self.is_kept,
            Reach::Complete { since: None } => true,
            // The books begin on the day after the one for which a total was stated.
            Reach::Complete { since: Some(since) } => stated.and_then(Day::next).is_some_and(|begin| since <= begin),
            Reach::Documented => false,
        };
        closed && reaches && !self.is_overstated
    }

    /// The figure, given the sum of what is on record; `any` says whether anything is.
    pub(super) fn figure(&self, sum: T, any: bool) -> Knowledge<T>
    where
        T: Copy,
    {
        if self.is_whole() {
            return Knowledge::Known(sum);
        }
        // A sum that may be more than the whole is not a documented part of it.
        let any = any && !self.is_overstated;
        match &self.stated {
            Some(StatedFigure { value, on, period, rounded_to, entry }) => Knowledge::Stated {
                value: *value,
                on: *on,
                period: *period,
                rounded_to: *rounded_to,
                entry: entry.clone(),
                documented: any.then_some(sum),
            },
            None => documented(sum, any),
        }
    }
}

/// What is on record of something that may be more.
pub(super) fn documented<T>(sum: T, any: bool) -> Knowledge<T> {
    if any { Knowledge::Documented(sum) } else { Knowledge::Unknown }
}

/// A part of a sum: known if the sum is, and otherwise documented if it is not zero.
pub(super) fn part(whole: bool, sum: Money) -> Knowledge<Money> {
    if whole { Knowledge::Known(sum) } else { documented(sum, !sum.is_zero()) }
}

/// The sum of parts that are known in the same way; parts that are not known add nothing to what is documented.
pub(crate) fn together<'a>(
    parts: impl IntoIterator<Item = &'a Knowledge<Money>>,
) -> Result<Knowledge<Money>, MoneyError> {
    let mut sum: Option<Money> = None;
    let mut whole = true;
    for part in parts {
        whole &= matches!(part, Knowledge::Known(_));
        if let Some(part) = part.on_record() {
            sum = Some(sum.map_or(Ok(*part), |sum| sum.checked_add(*part))?);
        }
    }
    Ok(match sum {
        Some(sum) if whole => Knowledge::Known(sum),
        Some(sum) => Knowledge::Documented(sum),
        None => Knowledge::Unknown,
    })
}
