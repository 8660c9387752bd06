//! The standing of the ledger on a day.

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::Serialize;

use super::coverage::{Bases, KnownSums, LeftOut, Minor};
use super::figures::{Sums, Tally};
use super::knowledge::{Knowledge, part};
use super::line::UnvaluedLine;
use super::movement::{self, MovementTotal};
use super::view::View;
use crate::{
    Certainty, Contributor, Currency, Day, Earmark, EntryId, LedgerError, Money, MultiYear, Name, Share, When,
};

/// What had been pledged, received and given in kind by a day, as far as was known on another day.
///
/// Each figure says how it is known. For those that are known, pledged less received equals outstanding less surplus
/// and less what payments gained in [exchange](Self::exchange). What is on record of the contributors and the remainder
/// adds up to what is on record in all. No total includes money of unknown worth or gifts in kind.
///
/// ```
/// use briefing_model::{AsOf, Allocation, Ledger, LedgerEntry, LedgerSettings};
///
/// let allocation = Allocation::new("un-peace-fund".parse()?, "USD 873120".parse()?);
/// let entry = LedgerEntry::new("A-1".parse()?, "2021-01".parse()?, "2021-02-01".parse()?, allocation);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let standing = ledger.standing(AsOf { in_effect: "2022-06-30".parse()?, known: "2022-07-01".parse()? })?;
/// assert_eq!(standing.pledged.to_string(), "USD 873120.00");
/// assert!(standing.partners.is_unknown(), "an allocation is money, not a partner");
/// assert!(standing.received.is_unknown(), "no payment is on record, which is not the same as none");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The day for which the figures hold.
    pub as_of: Day,
    /// The day on which they were known.
    pub known_at: Day,
    /// The currency of the totals.
    pub currency: Currency,
    /// Pledged since the beginning, including allocations.
    pub pledged: Knowledge<Money>,
    /// Received since the beginning, less refunds.
    pub received: Knowledge<Money>,
    /// Promised and not yet received: what is missing on each pledge, never negative.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
    /// The number of funding partners, including those known by number only.
    pub partners: Knowledge<u32>,
    /// What is on record of pledges since the day for which their total was stated, if that is an earlier day. Empty if
    /// there is nothing. A total of zero means that pledges changed, but without an increase that can be stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pledged_since: Vec<MovementTotal>,
    /// What is on record of payments since then, gifts among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received_since: Vec<MovementTotal>,
    /// The contributors' figures: the largest pledge first, then the largest payment, then by code.
    pub contributors: Vec<ContributorStanding>,
    /// What is known only as a sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remainder: Option<RemainderStanding>,
    /// Gifts in kind, in order of effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_kind: Vec<InKindStanding>,
    /// Money of unknown worth in the currency of the totals, which leave it out; in order of effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unvalued: Vec<UnvaluedStanding>,
    /// What a reader has to know to understand the figures.
    #[serde(default)]
    pub notes: Vec<StandingNote>,
}

impl Standing {
    /// What was received as a share of what was pledged, without what came beyond pledges. `None` unless both hold for
    /// the day, something was pledged, sums of what is on record leave nothing out, and the rounding of totals makes no
    /// difference to whole per cent.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge, Receipt, Share};
    ///
    /// let pledge = Pledge::new("DEU".parse()?, "USD 100".parse()?);
    /// let receipt = Receipt::on("P-1".parse()?, "USD 40".parse()?);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![
    ///     LedgerEntry::new("P-1".parse()?, "2025-01-10".parse()?, "2025-01-12".parse()?, pledge),
    ///     LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-04-12".parse()?, receipt),
    /// ])?;
    /// let standing = ledger.standing(AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? })?;
    /// assert_eq!(standing.share().and_then(Share::whole_per_cent), Some(40));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        let summed = |figure: &Knowledge<Money>| matches!(figure, Knowledge::Known(_));
        if self.leaves_out() && (summed(&self.pledged) || summed(&self.received)) {
            return None;
        }
        let beyond = [self.surplus.on_record().copied(), self.exchange()];
        Share::of_totals(&self.received, beyond, &self.pledged, self.as_of)
    }

    /// By how much payments in other currencies were worth more than the promises that they settle, negative if they
    /// were worth less; `None` if that is not known.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge, Receipt, ReceiptMore, Schedule, Terms};
    ///
    /// let mut pledge = Pledge::new("NLD".parse()?, "EUR 1000".parse()?);
    /// pledge.terms = Terms::new("EUR 1000".parse()?, Schedule::Whole, Some("USD 1100".parse()?))?;
    /// // Paid in dollars that say what they settle.
    /// let mut receipt = Receipt::on("P-1".parse()?, "USD 1080".parse()?);
    /// receipt.more = ReceiptMore { settles: Some("EUR 1000".parse()?), ..ReceiptMore::default() }.boxed();
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![
    ///     LedgerEntry::new("P-1".parse()?, "2025-01-10".parse()?, "2025-01-10".parse()?, pledge),
    ///     LedgerEntry::new("R-1".parse()?, "2025-02-10".parse()?, "2025-02-10".parse()?, receipt),
    /// ])?;
    /// let standing = ledger.standing(AsOf::on("2025-02-28".parse()?))?;
    /// assert_eq!(standing.exchange().ok_or("not known")?.to_string(), "USD -20.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exchange(&self) -> Option<Money> {
        let (Knowledge::Known(pledged), Knowledge::Known(received)) = (&self.pledged, &self.received) else {
            return None;
        };
        let (Knowledge::Known(outstanding), Knowledge::Known(surplus)) = (&self.outstanding, &self.surplus) else {
            return None;
        };
        let settled = pledged.checked_sub(*outstanding).ok()?;
        received.checked_sub(*surplus).ok()?.checked_sub(settled).ok()
    }

    /// Whether some money is left out of every sum of what is on record, because its worth is not known.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge};
    ///
    /// // A pledge in euros, in a ledger in dollars that has no rate for it.
    /// let pledge = Pledge::new("NLD".parse()?, "EUR 1000".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04-10".parse()?, "2025-04-12".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let standing = ledger.standing(AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? })?;
    /// assert!(standing.leaves_out());
    /// assert_eq!(standing.unvalued[0].left_out.to_string(), "EUR 1000.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        self.unvalued.iter().any(|unvalued| !unvalued.left_out.is_zero())
    }
}

/// What one contributor had pledged and paid.
///
/// ```
/// use briefing_model::{ContributorStanding, Knowledge, PartyRef};
///
/// let party: PartyRef = "SAU".parse()?;
/// let standing = ContributorStanding {
///     contributor: party.into(),
///     pledged: Knowledge::Documented("USD 110000000".parse()?),
///     received: Knowledge::Documented("USD 110000000".parse()?),
///     outstanding: Knowledge::Unknown,
///     surplus: Knowledge::Unknown,
///     allocated: Knowledge::Unknown,
///     counts_as_partner: true,
///     in_kind: false,
///     since: "2011-12-31".parse()?,
/// };
/// assert!(standing.counts_as_partner);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContributorStanding {
    /// The contributor. Money passed on for different sources is listed separately.
    #[serde(flatten)]
    pub contributor: Contributor,
    /// Pledged, including allocations.
    pub pledged: Knowledge<Money>,
    /// Received, less refunds.
    pub received: Knowledge<Money>,
    /// Promised and not yet received.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
    /// The part of the pledged amount that is allocations.
    pub allocated: Knowledge<Money>,
    /// Whether the party counts among the partners. Two contributors with the same party are one partner.
    pub counts_as_partner: bool,
    /// Whether it also gave in kind.
    pub in_kind: bool,
    /// The day on which its first entry took effect.
    pub since: Day,
}

/// What is known only as a sum, less what has been itemized.
///
/// ```
/// use briefing_model::{Knowledge, RemainderStanding};
///
/// let others = RemainderStanding {
///     pledged: Knowledge::Documented("USD 6100000".parse()?),
///     received: Knowledge::Unknown,
///     outstanding: Knowledge::Unknown,
///     surplus: Knowledge::Unknown,
///     partners: 3,
/// };
/// assert_eq!(others.partners, 3);
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RemainderStanding {
    /// Pledged.
    pub pledged: Knowledge<Money>,
    /// Received.
    pub received: Knowledge<Money>,
    /// Promised and not yet received. Negative if payments known only as a sum exceed the pledges known only as a sum,
    /// and must therefore have been made on named pledges.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
    /// The number of partners known by number only.
    pub partners: u32,
}

/// A gift in kind.
///
/// ```
/// use briefing_model::{InKindStanding, PartyRef};
///
/// let party: PartyRef = "HUN".parse()?;
/// let gift = InKindStanding {
///     entry: "hun-in-kind".parse()?,
///     contributor: party.into(),
///     value: Some("USD 2000000".parse()?),
///     what: None,
///     when: "2021/2024".parse()?,
///     earmark: briefing_model::Earmark::default(),
/// };
/// assert_eq!(gift.when.to_string(), "2021/2024");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InKindStanding {
    /// The ledger entry of the gift.
    pub entry: EntryId,
    /// Who gave it.
    #[serde(flatten)]
    pub contributor: Contributor,
    /// The value put on it, in any currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// What was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Name>,
    /// When it was given, or over what period.
    pub when: When,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Earmark,
}

fn is_blank(earmark: &Earmark) -> bool {
    *earmark == Earmark::default()
}

/// Money whose worth in the currency of the totals is not known.
///
/// ```
/// use briefing_model::{Knowledge, PartyRef, UnvaluedStanding};
///
/// let party: PartyRef = "NLD".parse()?;
/// let pledge = UnvaluedStanding {
///     entry: "nld-2018".parse()?,
///     contributor: party.into(),
///     promised: "EUR 2500000".parse()?,
///     received: Knowledge::Unknown,
///     remaining: Knowledge::Unknown,
///     left_out: "EUR 2500000".parse()?,
/// };
/// assert_eq!(pledge.promised, pledge.left_out);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnvaluedStanding {
    /// The pledge, allocation or payment.
    pub entry: EntryId,
    /// The contributor.
    #[serde(flatten)]
    pub contributor: Contributor,
    /// How much was promised, or paid without a promise.
    pub promised: Money,
    /// How much of it arrived, as far as that is known in this currency.
    pub received: Knowledge<Money>,
    /// How much is still to come.
    pub remaining: Knowledge<Money>,
    /// How much is left out of every sum of what is on record. Money in the currency of the totals that arrived on a
    /// pledge in another currency is included in the sums.
    pub left_out: Money,
}

/// What a reader has to know to understand the figures.
///
/// ```
/// use briefing_model::{MultiYear, StandingNote};
///
/// let note = StandingNote::MultiYear(MultiYear::Whole);
/// assert_eq!(serde_json::to_string(&note)?, r#"{"multi-year":"whole"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StandingNote {
    /// There are pledges over several years, and this is how they count.
    MultiYear(MultiYear),
    /// There are open-ended pledges, which count as they fall due.
    OpenEnded,
    /// Part of the totals is known only as a sum.
    Remainder,
    /// This many amounts of unknown worth are left out.
    Unvalued(u32),
    /// This many entries are not verified, and are left out.
    Unverified(u32),
    /// Some amounts are in other currencies, and are included at their worth.
    Converted,
    /// More was received on some pledges than was promised.
    Surplus,
    /// What is pledged includes payments for which no pledge is on record.
    Unpledged,
}

/// The standing of the ledger, seen through a view.
pub(super) fn standing(view: &View<'_>, as_of: Day, known_at: Day) -> Result<Standing, LedgerError> {
    let currency = view.ledger.settings.currency;
    let money: Minor<'_> = &|minor| Ok(Money::from_minor(minor, currency)?);
    let tally = Tally::of(view, as_of)?;
    let bases = Bases::of(view, as_of);
    let in_kind = in_kind(view, as_of);
    let (named, unnamed) = tally.count_partners();
    let partners = named.saturating_add(unnamed);
    let beside = LeftOut::of(tally.unvalued.iter().map(|(.., line)| line));
    let totals = bases.totals(&tally.sums, money)?.beside(beside);
    let KnownSums { pledged, received, outstanding, surplus } = totals;
    let since = |figure: &Knowledge<Money>| {
        let Knowledge::Stated { on, .. } = figure else { return None };
        on.next().filter(|next| *next <= as_of).map(|next| next..=as_of)
    };
    let moved = since(&pledged).map(|days| movement::movements(view, days)).transpose()?;
    let pledged_since = movement::promised_since(&moved.unwrap_or_default(), currency)?;
    let brought_in = since(&received).map(|days| movement::brought_in(view, days)).transpose()?;
    // What came and went again adds up to zero, and is not listed.
    let mut received_since = brought_in.unwrap_or_default();
    received_since.retain(|total| !total.amount.is_zero());
    Ok(Standing {
        as_of,
        known_at,
        currency,
        pledged_since,
        received_since,
        notes: notes(view, &tally, as_of, &pledged, &surplus),
        pledged,
        received,
        outstanding,
        surplus,
        partners: bases.partners.figure(partners, partners > 0),
        contributors: contributors(view, &tally, &in_kind, &bases, money)?,
        remainder: remainder(&tally, unnamed, &bases, money)?,
        unvalued: unvalued(view, &tally, &bases)?,
        in_kind,
    })
}

fn in_kind(view: &View<'_>, as_of: Day) -> Vec<InKindStanding> {
    let gifts = view.ledger.in_kind.iter().filter_map(|&at| view.active(at, as_of));
    gifts
        .filter_map(|entry| Some((entry, entry.kind.as_in_kind()?)))
        .map(|(entry, gift)| InKindStanding {
            entry: entry.id.clone(),
            contributor: (*gift.contributor).clone(),
            value: gift.value.map(Money::from),
            what: gift.what.clone(),
            when: gift.period.as_ref().unwrap_or(&entry.effective).clone(),
            earmark: (*gift.earmark).clone(),
        })
        .collect()
}

fn contributors(
    view: &View<'_>,
    tally: &Tally<'_>,
    in_kind: &[InKindStanding],
    bases: &Bases,
    money: Minor<'_>,
) -> Result<Vec<ContributorStanding>, LedgerError> {
    let givers: std::collections::BTreeSet<&Contributor> = in_kind.iter().map(|gift| &gift.contributor).collect();
    let mut standings = Vec::new();
    let mut unvalued: BTreeMap<u32, Vec<&UnvaluedLine>> = BTreeMap::new();
    for (_, key, line) in &tally.unvalued {
        unvalued.entry(*key).or_default().push(line);
    }
    for (key, (contributor, one)) in (0_u32..).zip(view.ledger.contributors.iter().zip(&tally.contributors)) {
        // A contributor whose only entries are gifts in kind, assertions or corrections has no figures.
        let Some(since) = one.since else { continue };
        let own = LeftOut::of(unvalued.get(&key).into_iter().flatten().copied());
        let totals = bases.parts(&one.sums, money)?.beside(own);
        let KnownSums { pledged, received, outstanding, surplus } = totals;
        let standing = ContributorStanding {
            contributor: (**contributor).clone(),
            pledged,
            received,
            outstanding,
            surplus,
            allocated: part(bases.pledges_are_whole(), money(one.allocated)?),
            counts_as_partner: one.counts,
            in_kind: givers.contains(&**contributor),
            since,
        };
        standings.push(((one.sums.pledged, one.sums.received), standing));
    }
    standings.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.contributor.cmp(&other.contributor)));
    Ok(standings.into_iter().map(|(_, standing)| standing).collect())
}

fn remainder(
    tally: &Tally<'_>,
    unnamed: u32,
    bases: &Bases,
    money: Minor<'_>,
) -> Result<Option<RemainderStanding>, LedgerError> {
    let sums = tally.others;
    if sums == Sums::default() && unnamed == 0 {
        return Ok(None);
    }
    let KnownSums { pledged, received, outstanding, surplus } = bases.remainder(&sums, money)?;
    Ok(Some(RemainderStanding { pledged, received, outstanding, surplus, partners: unnamed }))
}

fn unvalued(view: &View<'_>, tally: &Tally<'_>, bases: &Bases) -> Result<Vec<UnvaluedStanding>, LedgerError> {
    let mut standings = Vec::new();
    let receipts = bases.receipts_are_whole();
    for (at, key, line) in &tally.unvalued {
        let (Some(entry), Some(contributor)) = (view.ledger.entry_at(*at), view.ledger.contributor_at(*key)) else {
            continue;
        };
        let money = |minor| Money::from_minor(minor, line.currency);
        let standing = UnvaluedStanding {
            entry: entry.id.clone(),
            contributor: contributor.clone(),
            promised: money(line.promised)?,
            received: part(receipts, money(line.received)?),
            remaining: if receipts { Knowledge::Known(money(line.remaining)?) } else { Knowledge::Unknown },
            left_out: money(line.left_out)?,
        };
        standings.push(((entry.counts_from(), entry.recorded, *at), standing));
    }
    standings.sort_by_key(|(order, _)| *order);
    Ok(standings.into_iter().map(|(_, standing)| standing).collect())
}

fn notes(
    view: &View<'_>,
    tally: &Tally<'_>,
    as_of: Day,
    pledged: &Knowledge<Money>,
    surplus: &Knowledge<Money>,
) -> Vec<StandingNote> {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let unverified = view.unverified(as_of);
    let left_out = tally.unvalued.iter().filter(|(.., line)| line.left_out != 0).count();
    let pool = tally.others != Sums::default() || tally.pool.partners > 0;
    let has_unpledged = tally.last_unpledged.is_some_and(|last| match pledged {
        Knowledge::Known(_) | Knowledge::Documented(_) => true,
        Knowledge::Stated { on, .. } => last > *on,
        Knowledge::Unknown => false,
    });
    let notes = [
        tally.any_spread.then_some(StandingNote::MultiYear(view.ledger.settings.multi_year)),
        tally.any_open_ended.then_some(StandingNote::OpenEnded),
        pool.then_some(StandingNote::Remainder),
        (left_out > 0).then(|| StandingNote::Unvalued(count(left_out))),
        (unverified > 0).then(|| StandingNote::Unverified(count(unverified))),
        tally.any_converted.then_some(StandingNote::Converted),
        (surplus.minor_on_record() > 0).then_some(StandingNote::Surplus),
        has_unpledged.then_some(StandingNote::Unpledged),
    ];
    notes.into_iter().flatten().collect()
}

impl View<'_> {
    /// The number of entries that would count if they were verified.
    fn unverified(&self, as_of: Day) -> usize {
        let recorded = |entry: &&crate::LedgerEntry| {
            entry.certainty == Certainty::Unverified
                && entry.recorded <= self.known_at()
                && entry.counts_from().is_some_and(|day| day <= as_of)
        };
        self.ledger.entries.iter().filter(recorded).count()
    }
}
