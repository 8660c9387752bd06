//! The totals, broken down.

use std::collections::BTreeMap;
use std::fmt;

use briefing_derive::Record;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Ledger;
use super::coverage::{Bases, KnownSums, LeftOut, Minor};
use super::figures::{Pool, Sums};
use super::history::{sweep_lines, year_ends};
use super::knowledge::Knowledge;
use super::line::LedgerLine;
use super::view::View;
use crate::held::{Held, HeldDeserializer};
use crate::textual::{one_piece, words};
use crate::{
    AsOf, Contributor, Currency, Day, Earmark, EntryKindName, EventId, FundId, LedgerError, Money, Name, ProgrammeId,
    Purpose, UnitId,
};

/// What the totals are broken down by.
///
/// ```
/// use briefing_model::BreakdownBy;
///
/// assert_eq!("programme".parse::<BreakdownBy>()?, BreakdownBy::Programme);
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BreakdownBy {
    /// By what the money is for.
    Programme,
    /// By who gave it.
    Contributor,
    /// By the year in which the totals changed.
    Year,
    /// By the fund that receives it.
    Fund,
    /// By the kind of entry that opened the line.
    Kind,
}

words!(
    BreakdownBy, "a breakdown",
    Programme "programme", Contributor "contributor", Year "year", Fund "fund", Kind "kind",
);

/// The key of a part of the totals.
///
/// The order of keys is that of the parts in a breakdown.
///
/// ```
/// use briefing_model::{Contributor, PartKey};
///
/// assert_eq!(PartKey::Programme("ct-travel".parse()?).to_string(), "ct-travel");
/// assert_eq!(PartKey::Unearmarked.to_string(), "(unearmarked)");
/// let passed_on = PartKey::Contributor(Contributor { party: "undp".parse()?, on_behalf_of: Some("eu".parse()?) });
/// assert_eq!(serde_json::to_string(&passed_on)?, r#"{"contributor":"undp","on_behalf_of":"eu"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[record(read_key)]
pub enum PartKey {
    /// A programme.
    Programme(ProgrammeId),
    /// A unit.
    Unit(UnitId),
    /// An event.
    Event(EventId),
    /// A purpose in words.
    Text(Name),
    /// Several purposes, with no division of the money among them.
    Several(Vec<Purpose>),
    /// No purpose.
    Unearmarked,
    /// A contributor.
    #[cfg_attr(feature = "schema", schemars(transform = with_on_behalf_of))]
    Contributor(#[cfg_attr(feature = "schema", schemars(with = "crate::PartyRef"))] Contributor),
    /// A year.
    Year(i32),
    /// A fund.
    Fund(FundId),
    /// No fund is named.
    NoFund,
    /// A kind of entry. Payments that name no pledge, or whose pledge has not taken effect, are receipts.
    Kind(EntryKindName),
    /// What is known only as a sum.
    Remainder,
}

/// A contributor is written as everywhere else, with the party whose money it passes on beside it.
impl Serialize for PartKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = "PartKey";
        match self {
            Self::Contributor(contributor) => contributor.serialize(serializer),
            Self::Programme(value) => serializer.serialize_newtype_variant(name, 0, "programme", value),
            Self::Unit(value) => serializer.serialize_newtype_variant(name, 1, "unit", value),
            Self::Event(value) => serializer.serialize_newtype_variant(name, 2, "event", value),
            Self::Text(value) => serializer.serialize_newtype_variant(name, 3, "text", value),
            Self::Several(value) => serializer.serialize_newtype_variant(name, 4, "several", value),
            Self::Unearmarked => serializer.serialize_unit_variant(name, 5, "unearmarked"),
            Self::Year(value) => serializer.serialize_newtype_variant(name, 7, "year", value),
            Self::Fund(value) => serializer.serialize_newtype_variant(name, 8, "fund", value),
            Self::NoFund => serializer.serialize_unit_variant(name, 9, "no-fund"),
            Self::Kind(value) => serializer.serialize_newtype_variant(name, 10, "kind", value),
            Self::Remainder => serializer.serialize_unit_variant(name, 11, "remainder"),
        }
    }
}

impl<'de> Deserialize<'de> for PartKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let held = Held::deserialize(deserializer)?;
        let names_one = matches!(&held, Held::Map(keys) if keys.iter().any(|(key, _)| key == "contributor"));
        let held = HeldDeserializer::new(held);
        if names_one { Contributor::deserialize(held).map(Self::Contributor) } else { read_key(held) }
    }
}

#[cfg(feature = "schema")]
fn with_on_behalf_of(schema: &mut schemars::Schema) {
    let party = schema.pointer("/properties/contributor").cloned();
    if let (Some(party), Some(serde_json::Value::Object(properties))) = (party, schema.get_mut("properties")) {
        properties.insert("on_behalf_of".to_owned(), party);
    }
}

/// For diagnostics and tables: ids, not names.
impl fmt::Display for PartKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match self {
            Self::Programme(id) => id.fmt(f),
            Self::Unit(id) => id.fmt(f),
            Self::Event(id) => id.fmt(f),
            Self::Text(name) => f.write_str(name.english()),
            Self::Several(purposes) => {
                for (at, purpose) in purposes.iter().enumerate() {
                    write!(f, "{}{purpose}", if at == 0 { "" } else { "; " })?;
                }
                Ok(())
            }
            Self::Unearmarked => f.write_str("(unearmarked)"),
            Self::Contributor(contributor) => contributor.fmt(f),
            Self::Year(year) => year.fmt(f),
            Self::Fund(id) => id.fmt(f),
            Self::NoFund => f.write_str("(no fund named)"),
            Self::Kind(kind) => kind.fmt(f),
            Self::Remainder => f.write_str("(others)"),
        }
    }
}

/// A part of the totals.
///
/// ```
/// use briefing_model::{Knowledge, Part, PartKey};
///
/// let part = Part {
///     key: PartKey::Year(2025),
///     pledged: Knowledge::Documented("USD 1000".parse()?),
///     received: Knowledge::Unknown,
///     outstanding: Knowledge::Unknown,
///     surplus: Knowledge::Unknown,
/// };
/// assert_eq!(part.key.to_string(), "2025");
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The key of the part.
    pub key: PartKey,
    /// What was pledged; for a year, the change in what was pledged.
    pub pledged: Knowledge<Money>,
    /// What was received.
    pub received: Knowledge<Money>,
    /// What was promised and not yet received. For what is known only as a sum it may be negative; see
    /// [`RemainderStanding`](crate::RemainderStanding).
    pub outstanding: Knowledge<Money>,
    /// What was received beyond what was promised.
    pub surplus: Knowledge<Money>,
}

/// The totals of a day, broken down into parts that add up exactly to what is on record.
///
/// ```
/// use briefing_model::{AsOf, BreakdownBy, Ledger, LedgerEntry, LedgerSettings, PartKey, Pledge};
///
/// let mut pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// pledge.earmark = briefing_model::Earmark { fund: None, purposes: vec!["programme:ibsm".parse()?] }.into();
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let breakdown = ledger.breakdown(BreakdownBy::Programme, AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? })?;
/// assert_eq!(breakdown.parts[0].key, PartKey::Programme("ibsm".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Breakdown {
    /// What the totals are broken down by.
    pub by: BreakdownBy,
    /// The day for which the figures hold.
    pub as_of: Day,
    /// The day on which they were known.
    pub known_at: Day,
    /// The parts, in the order of their keys.
    pub parts: Vec<Part>,
}

impl Ledger {
    /// Breaks the totals of a day down into parts.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn breakdown(&self, by: BreakdownBy, at: AsOf) -> Result<Breakdown, LedgerError> {
        let AsOf { in_effect: as_of, known: known_at } = at;
        let view = View::new(self, known_at);
        let sums = if by == BreakdownBy::Year { by_year(&view, as_of)? } else { by_line(&view, by, as_of)? };
        let remainder = (by != BreakdownBy::Year).then(|| remainder_key(by));
        let currency = self.settings.currency;
        let money: Minor<'_> = &|minor| Ok(Money::from_minor(minor, currency)?);
        let bases = Bases::of(&view, as_of);
        let mut parts = Vec::new();
        // Something with only money of unknown worth is a part too.
        for (key, (sums, left_out)) in sums.into_iter().filter(|(_, part)| *part != Default::default()) {
            let figures = if remainder.as_ref() == Some(&key) {
                bases.remainder(&sums, money)?
            } else {
                bases.parts(&sums, money)?
            };
            let KnownSums { pledged, received, outstanding, surplus } = figures.beside(left_out);
            parts.push(Part { key, pledged, received, outstanding, surplus });
        }
        Ok(Breakdown { by, as_of, known_at, parts })
    }
}

/// The sums of each part, and what they leave out.
type PartSums = BTreeMap<PartKey, (Sums, LeftOut)>;

fn by_line(view: &View<'_>, by: BreakdownBy, as_of: Day) -> Result<PartSums, LedgerError> {
    let mut parts = PartSums::new();
    let mut pool = Pool::new(view, as_of);
    for (at, rows) in view.lines() {
        let line = LedgerLine::evaluate(view, at, rows, as_of)?;
        if line.introducing.is_none() {
            continue;
        }
        let value = line.value()?;
        pool.take(&value);
        if let Some(key) = key(view, by, at, &line) {
            let (sums, left_out) = parts.entry(key).or_default();
            sums.add(value.into())?;
            left_out.add(LeftOut::of(line.unvalued()?.iter()));
        }
    }
    let mut lines = Sums::default();
    for (sums, _) in parts.values() {
        lines.add(*sums)?;
    }
    let (others, _) = parts.entry(remainder_key(by)).or_default();
    others.add(pool.sums(&lines))?;
    Ok(parts)
}

/// The key of what is known only as a sum.
fn remainder_key(by: BreakdownBy) -> PartKey {
    if by == BreakdownBy::Kind { PartKey::Kind(EntryKindName::Remainder) } else { PartKey::Remainder }
}

fn key(view: &View<'_>, by: BreakdownBy, at: u32, line: &LedgerLine<'_>) -> Option<PartKey> {
    match by {
        BreakdownBy::Contributor => view.ledger.contributor_at(view.contributor(at)).cloned().map(PartKey::Contributor),
        BreakdownBy::Kind | BreakdownBy::Year => Some(PartKey::Kind(line.kind)),
        BreakdownBy::Fund => {
            Some(earmark(line).and_then(|earmark| earmark.fund.clone()).map_or(PartKey::NoFund, PartKey::Fund))
        }
        BreakdownBy::Programme => Some(earmark(line).map_or(PartKey::Unearmarked, purpose)),
    }
}

/// What a line is for, according to the entry that introduced its contributor.
fn earmark<'a>(line: &LedgerLine<'a>) -> Option<&'a Earmark> {
    let (_, entry) = line.introducing?;
    entry.kind.earmark()
}

fn purpose(earmark: &Earmark) -> PartKey {
    match earmark.purposes.as_slice() {
        [] => PartKey::Unearmarked,
        [Purpose::Programme(id)] => PartKey::Programme(id.clone()),
        [Purpose::Unit(id)] => PartKey::Unit(id.clone()),
        [Purpose::Event(id)] => PartKey::Event(id.clone()),
        [Purpose::Text(name)] => PartKey::Text(name.clone()),
        several => {
            // A set: the same purposes in another order mean the same.
            let mut several = several.to_vec();
            several.sort();
            several.dedup();
            PartKey::Several(several)
        }
    }
}

/// The change in the totals in each year.
fn by_year(view: &View<'_>, as_of: Day) -> Result<PartSums, LedgerError> {
    // What the last line that was looked at holds of unknown worth, and the years in which that changed.
    let (mut last, mut left_out) = ((u32::MAX, BTreeMap::new()), BTreeMap::<i32, LeftOut>::new());
    let sums = sweep_lines(view, &year_ends(view, as_of), &mut |at, day, line| {
        let now = if line.introducing.is_some() { unvalued(line)? } else { BTreeMap::new() };
        let before = std::mem::replace(&mut last, (at, now));
        let (before, now) = (if before.0 == at { before.1 } else { BTreeMap::new() }, &last.1);
        if before != *now {
            left_out.entry(day.year()).or_default().add(changed(&before, now));
        }
        Ok(())
    })?;
    let mut before = Sums::default();
    let mut years = PartSums::new();
    for (day, sums) in sums {
        let change = Sums {
            pledged: sums.pledged - before.pledged,
            received: sums.received - before.received,
            outstanding: sums.outstanding - before.outstanding,
            surplus: sums.surplus - before.surplus,
        };
        let left_out = left_out.get(&day.year()).copied().unwrap_or_default();
        years.insert(PartKey::Year(day.year()), (change, left_out));
        before = sums;
    }
    Ok(years)
}

/// What a line holds of unknown worth, by currency: what no total counts, and the part of it that is still to come.
fn unvalued(line: &LedgerLine<'_>) -> Result<BTreeMap<Currency, (i128, i128)>, LedgerError> {
    let mut all: BTreeMap<Currency, (i128, i128)> = BTreeMap::new();
    for one in line.unvalued()? {
        let (left_out, remaining) = all.entry(one.currency).or_default();
        *left_out += one.left_out;
        *remaining += one.remaining;
    }
    Ok(all)
}

/// The sums that would have changed if the worth of what changed were known.
fn changed(before: &BTreeMap<Currency, (i128, i128)>, now: &BTreeMap<Currency, (i128, i128)>) -> LeftOut {
    let mut changed = LeftOut::default();
    for currency in before.keys().chain(now.keys()) {
        let of = |all: &BTreeMap<Currency, (i128, i128)>| all.get(currency).copied().unwrap_or_default();
        let ((left_out, remaining), (more, still)) = (of(before), of(now));
        changed.add(LeftOut {
            pledged: left_out != more,
            received: left_out - remaining != more - still,
            outstanding: remaining != still,
        });
    }
    changed
}
