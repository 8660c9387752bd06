//! The entries that make up a figure.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::Ledger;
use super::figures::Tally;
use super::knowledge::{Knowledge, together};
use super::line::{LedgerLine, LineValue};
use super::movement::{MovementSum, movements};
use super::standing::{Standing, UnvaluedStanding, standing};
use super::view::View;
use crate::textual::{excerpt, padded, serde_as_text, words};
use crate::{AsOf, Day, EntryId, LedgerError, Money, PartyRef, When};

/// One of the sums of money.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::Measure::Outstanding)?, "\"outstanding\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Pledged.
    Pledged,
    /// Received.
    Received,
    /// Promised and not yet received.
    Outstanding,
    /// Received beyond what was promised.
    Surplus,
}

words!(
    Measure, "a sum of money",
    Pledged "pledged", Received "received", Outstanding "outstanding", Surplus "surplus",
);

impl Measure {
    const fn of(self, value: &LineValue) -> i128 {
        match self {
            Self::Pledged => value.pledged,
            Self::Received => value.received,
            Self::Outstanding => value.outstanding,
            Self::Surplus => value.surplus,
        }
    }
}

/// A figure that can be printed and traced.
///
/// Its text form is `standing.pledged` (or `.received`, `.outstanding`, `.surplus`), `standing.partners`,
/// `contributors.DEU.pledged`, `others.pledged` or `month.pledged`.
///
/// ```
/// use briefing_model::{Figure, Measure};
///
/// assert_eq!("standing.pledged".parse::<Figure>()?, Figure::Standing(Measure::Pledged));
/// assert_eq!("contributors.undp.received".parse::<Figure>()?.to_string(), "contributors.undp.received");
/// # Ok::<(), briefing_model::InvalidFigure>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// A total.
    Standing(Measure),
    /// The number of partners.
    Partners,
    /// The sum of one party's lines.
    Contributor(PartyRef, Measure),
    /// What is known only as a sum.
    Others(Measure),
    /// The new pledges of the month of the day asked about, in the currency of the totals: the new part of
    /// [`MovementSum::Pledged`].
    MonthPledged,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standing(measure) => padded(f, format_args!("standing.{}", measure.as_str())),
            Self::Partners => f.pad("standing.partners"),
            Self::Contributor(party, measure) => padded(f, format_args!("contributors.{party}.{}", measure.as_str())),
            Self::Others(measure) => padded(f, format_args!("others.{}", measure.as_str())),
            Self::MonthPledged => f.pad("month.pledged"),
        }
    }
}

impl FromStr for Figure {
    type Err = InvalidFigure;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let measure = |word: &str| Measure::ALL.into_iter().find(|measure| measure.as_str() == word);
        let figure = match text.split_once('.') {
            Some(("standing", "partners")) => Some(Self::Partners),
            Some(("standing", word)) => measure(word).map(Self::Standing),
            Some(("others", word)) => measure(word).map(Self::Others),
            Some(("month", "pledged")) => Some(Self::MonthPledged),
            Some(("contributors", rest)) => rest
                .split_once('.')
                .and_then(|(party, word)| Some(Self::Contributor(party.parse().ok()?, measure(word)?))),
            _ => None,
        };
        figure.ok_or_else(|| InvalidFigure(excerpt(text)))
    }
}

serde_as_text!(Figure, "a figure such as \"standing.pledged\"");

/// Text that does not name a figure.
///
/// ```
/// let error = "standing.total".parse::<briefing_model::Figure>().unwrap_err();
/// assert!(error.to_string().starts_with("`standing.total` is not a figure: write standing.pledged"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a figure: write standing.pledged (or received, outstanding, surplus, partners), contributors.DEU.pledged, \
     others.pledged or month.pledged"
)]
pub struct InvalidFigure(String);

/// The amount of a figure or of a part of it.
///
/// ```
/// use briefing_model::TraceAmount;
///
/// assert_eq!(serde_json::to_string(&TraceAmount::Partners(3))?, r#"{"partners":3}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TraceAmount {
    /// Money.
    Money(Money),
    /// A number of partners.
    Partners(i64),
}

/// The amount that one entry adds to a figure or takes from it.
///
/// ```
/// let json = r#"{"entry":"P-1","effective":"2025-04","contributor":"DEU","amount":{"partners":1}}"#;
/// let line: briefing_model::TraceLine = serde_json::from_str(json)?;
/// assert!(line.corrected_by.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TraceLine {
    /// The entry.
    pub entry: EntryId,
    /// When it took effect, as corrected.
    pub effective: When,
    /// Who gave, as corrected; for an entry about another one, that entry's contributor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contributor: Option<PartyRef>,
    /// Whose money it is, if the contributor passes it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PartyRef>,
    /// The known entries that corrected it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<EntryId>,
    /// The amount that it adds; negative if it takes something away.
    pub amount: TraceAmount,
}

/// The entries that make up a figure, which add up exactly to what is on record of it.
///
/// An entry that itemizes a remainder appears twice: with what it adds, and with what it takes out of the remainder.
///
/// ```
/// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge, Revision};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 100".parse()?);
/// let revision = Revision { pledge: "P-1".parse()?, terms: "USD 150".parse::<briefing_model::Amount>()?.into() };
/// let ledger = Ledger::new(LedgerSettings::default(), vec![
///     LedgerEntry::new("P-1".parse()?, "2025-01-10".parse()?, "2025-01-12".parse()?, pledge),
///     LedgerEntry::new("V-1".parse()?, "2025-03-01".parse()?, "2025-03-04".parse()?, revision),
/// ])?;
/// let trace = ledger.trace(&"standing.pledged".parse()?, AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? })?;
/// assert_eq!(serde_json::to_string(&trace.lines[1])?, r#"{"entry":"V-1","effective":"2025-03-01","contributor":"DEU","amount":{"money":{"amount":"50.00","currency":"USD"}}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// The figure.
    pub figure: Figure,
    /// How far it is known, which determines what may be printed.
    pub known: Knowledge<TraceAmount>,
    /// What is on record of it: the sum of the lines.
    pub total: TraceAmount,
    /// What each entry adds: by line of the ledger, and within a line in order of effect.
    pub lines: Vec<TraceLine>,
    /// What no line includes, because its worth is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unvalued: Vec<UnvaluedStanding>,
}

impl Ledger {
    /// Returns the entries that make up a figure.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn trace(&self, figure: &Figure, at: AsOf) -> Result<Trace, LedgerError> {
        let AsOf { in_effect: as_of, known: known_at } = at;
        let view = View::new(self, known_at);
        let mut tracer = Tracer { view: &view, as_of, lines: Vec::new(), total: 0 };
        let is_count = match figure {
            Figure::Standing(measure) => {
                tracer.lines(*measure, None)?;
                tracer.others(*measure)?;
                false
            }
            Figure::Contributor(party, measure) => {
                tracer.lines(*measure, Some(party))?;
                false
            }
            Figure::Others(measure) => {
                tracer.others(*measure)?;
                false
            }
            Figure::Partners => {
                tracer.partners()?;
                true
            }
            Figure::MonthPledged => {
                tracer.month()?;
                false
            }
        };
        let standing = standing(&view, as_of, known_at)?;
        let (known, unvalued) = (self.known(&standing, figure)?, left_out(standing, figure));
        let trace = tracer.finish(figure.clone(), known, is_count)?;
        Ok(Trace { unvalued, ..trace })
    }
}

/// What a figure leaves out because its worth is not known.
fn left_out(standing: Standing, figure: &Figure) -> Vec<UnvaluedStanding> {
    let (party, measure) = match figure {
        Figure::Standing(measure) => (None, *measure),
        Figure::Contributor(party, measure) => (Some(party), *measure),
        Figure::Others(_) | Figure::Partners | Figure::MonthPledged => return Vec::new(),
    };
    let is_none = |figure: &Knowledge<Money>| figure.on_record().is_some_and(|money| money.is_zero());
    let is_left_out = |one: &UnvaluedStanding| match measure {
        Measure::Pledged => !one.left_out.is_zero(),
        Measure::Received => !one.left_out.is_zero() && !is_none(&one.received),
        Measure::Outstanding => !is_none(&one.remaining),
        Measure::Surplus => false,
    };
    let of_party = |one: &UnvaluedStanding| party.is_none_or(|party| one.contributor.party == *party);
    standing.unvalued.into_iter().filter(|one| of_party(one) && is_left_out(one)).collect()
}

impl Ledger {
    /// How far a figure is known.
    fn known(&self, standing: &Standing, figure: &Figure) -> Result<Knowledge<TraceAmount>, LedgerError> {
        let money = |figure: Knowledge<Money>| figure.map(TraceAmount::Money);
        let nothing = Money::zero(self.settings.currency);
        let whole = |measure: Measure| match measure {
            Measure::Pledged => &standing.pledged,
            Measure::Received => &standing.received,
            Measure::Outstanding => &standing.outstanding,
            Measure::Surplus => &standing.surplus,
        };
        // If complete books say nothing about somebody, its figure is zero.
        let absent = |measure: Measure| match whole(measure) {
            Knowledge::Known(_) => Knowledge::Known(nothing),
            Knowledge::Documented(_) | Knowledge::Stated { .. } | Knowledge::Unknown => Knowledge::Unknown,
        };
        Ok(match figure {
            Figure::Standing(measure) => money(whole(*measure).clone()),
            Figure::Partners => standing.partners.clone().map(|partners| TraceAmount::Partners(partners.into())),
            Figure::Contributor(party, measure) => {
                let of_party = standing.contributors.iter().filter(|one| one.contributor.party == *party);
                let parts = of_party.map(|one| match measure {
                    Measure::Pledged => &one.pledged,
                    Measure::Received => &one.received,
                    Measure::Outstanding => &one.outstanding,
                    Measure::Surplus => &one.surplus,
                });
                let mut parts = parts.peekable();
                money(if parts.peek().is_some() { together(parts)? } else { absent(*measure) })
            }
            Figure::Others(measure) => {
                let part = standing.remainder.as_ref().map(|others| match measure {
                    Measure::Pledged => &others.pledged,
                    Measure::Received => &others.received,
                    Measure::Outstanding => &others.outstanding,
                    Measure::Surplus => &others.surplus,
                });
                money(part.cloned().unwrap_or_else(|| absent(*measure)))
            }
            Figure::MonthPledged => money(self.pledged_in(standing.as_of.month(), standing.known_at)?),
        })
    }
}

struct Tracer<'a> {
    view: &'a View<'a>,
    as_of: Day,
    lines: Vec<(u32, i128)>,
    total: i128,
}

impl Tracer<'_> {
    fn add(&mut self, at: u32, amount: i128) {
        if amount != 0 {
            self.lines.push((at, amount));
            self.total = self.total.saturating_add(amount);
        }
    }

    /// What each entry adds, on every line or on those of one party.
    fn lines(&mut self, measure: Measure, party: Option<&PartyRef>) -> Result<(), LedgerError> {
        for (at, rows) in self.view.lines() {
            let of = self.view.ledger.contributor_at(self.view.contributor(at)).map(|contributor| &contributor.party);
            if party.is_some() && party != of {
                continue;
            }
            // Each entry adds the difference it makes, so that the differences add up to the value of the line.
            let mut line = LedgerLine::new(self.view, self.as_of);
            line.open(at)?;
            let mut before = measure.of(&line.value()?);
            self.add(at, before);
            for &row in rows {
                line.apply(row)?;
                let after = measure.of(&line.value()?);
                self.add(row, after - before);
                before = after;
            }
        }
        Ok(())
    }

    /// What the remainders add, and what entries take out of them.
    fn others(&mut self, measure: Measure) -> Result<(), LedgerError> {
        let sums = Tally::of(self.view, self.as_of)?.others;
        match measure {
            Measure::Pledged => self.side(true, 1),
            Measure::Received => self.side(false, 1),
            Measure::Outstanding if sums.outstanding != 0 => {
                self.side(true, 1)?;
                self.side(false, -1)?;
                self.rest(sums.surplus);
                Ok(())
            }
            Measure::Surplus if sums.surplus > 0 => {
                self.side(false, 1)?;
                self.side(true, -1)?;
                self.rest(sums.outstanding);
                Ok(())
            }
            Measure::Outstanding | Measure::Surplus => Ok(()),
        }
    }

    /// What was received on the remainders beyond what they pledged partly reduces what is outstanding and is partly a
    /// surplus. The last remainder that states a payment bears the part that belongs to the other figure.
    fn rest(&mut self, amount: i128) {
        let states_payment = |at: &&u32| {
            let entry = self.view.active(**at, self.as_of);
            entry.and_then(|entry| entry.kind.as_remainder()).is_some_and(|remainder| remainder.received.is_some())
        };
        if let Some(&at) = self.view.ledger.remainders.iter().rev().find(states_payment) {
            self.add(at, amount);
        }
    }

    /// Adds or subtracts what was pledged or received in the remainders.
    fn side(&mut self, pledged: bool, sign: i128) -> Result<(), LedgerError> {
        let mut left = 0;
        for &at in &self.view.ledger.remainders {
            let Some(entry) = self.view.active(at, self.as_of) else { continue };
            if let Some(remainder) = entry.kind.as_remainder() {
                let amount = if pledged { remainder.pledged } else { remainder.received };
                let amount = amount.map_or(0, crate::AmountOrZero::minor);
                left += amount;
                self.add(at, sign * amount);
            }
        }
        for (at, rows) in self.view.lines() {
            let line = LedgerLine::evaluate(self.view, at, rows, self.as_of)?;
            // If a pledge is struck out, payments on it may still itemize a remainder.
            let takes_out = |&at: &u32| {
                self.view.active(at, self.as_of).is_some_and(|entry| self.view.itemized(entry, self.as_of).is_some())
            };
            let Some(at) = std::iter::once(at).chain(rows.iter().copied()).find(takes_out) else { continue };
            let value = line.value()?;
            let moved = if pledged { value.moved_pledged } else { value.moved_received };
            // Nothing can be taken out of what is not stated.
            let taken = moved.min(left);
            left -= taken;
            self.add(at, -sign * taken);
        }
        Ok(())
    }

    fn partners(&mut self) -> Result<(), LedgerError> {
        let tally = Tally::of(self.view, self.as_of)?;
        let mut left = tally.pool.partners;
        for &at in &self.view.ledger.remainders {
            let Some(entry) = self.view.active(at, self.as_of) else { continue };
            if let Some(remainder) = entry.kind.as_remainder() {
                self.add(at, i128::from(remainder.partners.unwrap_or_default()));
            }
        }
        for presence in tally.partners().values() {
            let Some(at) = presence.introduced_by() else { continue };
            self.add(at, 1);
            if presence.was_unnamed() && left > 0 {
                left -= 1;
                self.add(at, -1);
            }
        }
        Ok(())
    }

    fn month(&mut self) -> Result<(), LedgerError> {
        let ledger = self.view.ledger;
        let month = self.as_of.month();
        for movement in movements(self.view, month.first_day()..=month.last_day())? {
            let worth = movement.worth().filter(|worth| worth.currency() == ledger.settings.currency);
            let counts = movement.kind.is_new() && movement.sum() == Some(MovementSum::Pledged);
            if let (Some(at), Some(money), true) = (ledger.find(&movement.entry), worth, counts) {
                self.add(at, money.minor());
            }
        }
        Ok(())
    }

    fn finish(self, figure: Figure, known: Knowledge<TraceAmount>, is_count: bool) -> Result<Trace, LedgerError> {
        let ledger = self.view.ledger;
        let amount = |amount: i128| {
            Ok::<_, LedgerError>(if is_count {
                TraceAmount::Partners(i64::try_from(amount).map_err(|_| LedgerError::Overflow)?)
            } else {
                TraceAmount::Money(Money::from_minor(amount, ledger.settings.currency)?)
            })
        };
        let corrections = self.view.corrections();
        let mut lines = Vec::with_capacity(self.lines.len());
        for (at, part) in self.lines {
            let Some(entry) = self.view.entry(at) else { continue };
            let of_line = || ledger.contributor_at(self.view.contributor_of_line(at));
            let contributor = entry.kind.contributor().map(|contributor| &**contributor).or_else(of_line);
            lines.push(TraceLine {
                entry: entry.id.clone(),
                effective: entry.effective.clone(),
                contributor: contributor.map(|contributor| contributor.party.clone()),
                on_behalf_of: contributor.and_then(|contributor| contributor.on_behalf_of.clone()),
                corrected_by: corrections.get(&entry.id).cloned().unwrap_or_default(),
                amount: amount(part)?,
            });
        }
        Ok(Trace { figure, known, total: amount(self.total)?, lines, unvalued: Vec::new() })
    }
}
