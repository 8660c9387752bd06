//! What the ledger comes to on a day.

use briefing_derive::Record;
use briefing_document::numbers;
use briefing_model::{
    AsOf, Breakdown, BreakdownBy, Contributor, ContributorStanding, Currency, Day, EntryId, FormName, FormVersion,
    InKindStanding, Knowledge, Language, LedgerError, Money, MovementTotal, MultiYear, Office, OfficeId, Part, PartKey,
    PartyRef, Purpose, RemainderStanding, Standing, StandingNote, UnvaluedStanding, When,
};
use briefing_office::OfficeFolder;
use serde::Serialize;

use super::{PartyInEnglish, in_words};

/// What had been pledged and received on a day, as far as the office knew on another.
///
/// The parts add up to the totals. Each figure says how it is known: `known`, `stated` for a day by an entry, `documented` or `unknown`.
///
/// ```
/// use briefing::forms::Totals;
/// use briefing::model::{AsOf, BreakdownBy};
/// use briefing::{Folder, Memory};
///
/// let ledger = "id,kind,effective,recorded,contributor,amount\n\
///     p-1,pledge,2025-04-10,2025-05-05,DEU,92615\np-2,pledge,2025-04-11,2025-05-05,KAZ,300000\n";
/// let files = Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n").with("ledger.csv", ledger);
/// let office = Folder::new(files).office().into_result().unwrap();
/// let at = AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-06".parse()? };
/// let totals = Totals::new(&office, BreakdownBy::Year, at)?;
/// assert_eq!(totals.pledged.figure().unwrap().to_string(), "USD 392615.00");
/// assert_eq!(totals.parts[0].key, "2025");
/// assert_eq!(totals.contributors[0].contributor.name, "Kazakhstan");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct Totals {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The id of the office.
    pub office: OfficeId,
    /// The day by which it had taken effect.
    pub as_of: Day,
    /// The day by which the office knew of it.
    pub known_at: Day,
    /// The currency of every total.
    pub currency: Currency,
    /// Pledged since the beginning, allocations included.
    pub pledged: Knowledge<Money>,
    /// Received since the beginning, refunds taken off.
    pub received: Knowledge<Money>,
    /// Promised and not yet received.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
    /// What is documented of pledges since the day of a total that was stated for an earlier one; a total of nothing if pledges
    /// changed, and what can be added up is no growth.
    pub pledged_since: Vec<MovementTotal>,
    /// The same of payments.
    pub received_since: Vec<MovementTotal>,
    /// What was received of what was pledged, without what came beyond a pledge and gains in exchange, in per cent with one decimal; none unless
    /// both hold for the day.
    pub share: Option<String>,
    /// How many funding partners there are.
    pub partners: Knowledge<u32>,
    /// Who gave how much: the largest pledge first.
    pub contributors: Vec<TotalsContributor>,
    /// What is known only in sum.
    pub remainder: Option<RemainderStanding>,
    /// Gifts in kind, which no total counts.
    pub in_kind: Vec<TotalsGift>,
    /// Money in other currencies whose worth is not known, which the totals leave out.
    pub unvalued: Vec<TotalsUnvalued>,
    /// What to know when reading the figures.
    pub notes: Vec<TotalsNote>,
    /// How the totals are broken down.
    pub by: BreakdownBy,
    /// The parts of the totals by `by`; they add up to the totals.
    pub parts: Vec<TotalsPart>,
}

super::form!(Totals, "briefing-totals", 1);

/// What one contributor pledged and gave.
///
/// ```
/// use briefing::forms::TotalsContributor;
///
/// let json = r#"{"contributor":{"id":"undp","name":"Development Programme"},"on_behalf_of":{"id":"UZB","name":"Uzbekistan"},
///     "pledged":{"known":{"amount":"500.00","currency":"USD"}},"received":"unknown","outstanding":"unknown","surplus":"unknown",
///     "allocated":"unknown","partner":true,"in_kind":false,"since":"2025-04-04"}"#;
/// let line: TotalsContributor = serde_json::from_str(json)?;
/// assert_eq!(line.in_words(), "Development Programme for Uzbekistan");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TotalsContributor {
    /// Who.
    pub contributor: PartyInEnglish,
    /// Whose money it passes on; none if it is its own.
    pub on_behalf_of: Option<PartyInEnglish>,
    /// Pledged.
    pub pledged: Knowledge<Money>,
    /// Received.
    pub received: Knowledge<Money>,
    /// Promised and not yet received.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
    /// The part of what was pledged that is allocations.
    pub allocated: Knowledge<Money>,
    /// Whether it is among the partners.
    pub partner: bool,
    /// Whether it also gave in kind.
    pub in_kind: bool,
    /// Since when it has given.
    pub since: Day,
}

impl TotalsContributor {
    fn of(one: &ContributorStanding, office: &Office) -> Self {
        let (contributor, on_behalf_of) = parties(&one.contributor, office);
        Self {
            contributor,
            on_behalf_of,
            pledged: one.pledged.clone(),
            received: one.received.clone(),
            outstanding: one.outstanding.clone(),
            surplus: one.surplus.clone(),
            allocated: one.allocated.clone(),
            partner: one.counts_as_partner,
            in_kind: one.in_kind,
            since: one.since,
        }
    }

    /// Its name, and whose money it passes on.
    ///
    /// ```
    /// use briefing::forms::TotalsContributor;
    ///
    /// let json = r#"{"contributor":{"id":"DEU","name":"Germany"},"pledged":"unknown","received":"unknown","outstanding":"unknown",
    ///     "surplus":"unknown","allocated":"unknown","partner":true,"in_kind":true,"since":"2025-04-04"}"#;
    /// assert_eq!(serde_json::from_str::<TotalsContributor>(json)?.in_words(), "Germany");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn in_words(&self) -> String {
        in_words(&self.contributor, self.on_behalf_of.as_ref())
    }
}

/// A gift in kind.
///
/// ```
/// use briefing::forms::TotalsGift;
///
/// let json = r#"{"entry":"k-1","contributor":{"id":"HUN","name":"Hungary"},"on_behalf_of":null,"value":null,"when":"2025-04"}"#;
/// let gift: TotalsGift = serde_json::from_str(json)?;
/// assert!(gift.value.is_none(), "nobody said what it is worth");
/// assert_eq!(serde_json::to_string(&gift)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TotalsGift {
    /// The entry that says so.
    pub entry: EntryId,
    /// Who gave it.
    pub contributor: PartyInEnglish,
    /// For whom it was given; none if it is the contributor's own.
    pub on_behalf_of: Option<PartyInEnglish>,
    /// What it is worth, if that is stated.
    pub value: Option<Money>,
    /// When it was given, as precisely as is known.
    pub when: When,
}

impl TotalsGift {
    fn of(gift: &InKindStanding, office: &Office) -> Self {
        let (contributor, on_behalf_of) = parties(&gift.contributor, office);
        Self { entry: gift.entry.clone(), contributor, on_behalf_of, value: gift.value, when: gift.when.clone() }
    }

    /// Who gave it, and for whom.
    ///
    /// ```
    /// let json = r#"{"entry":"k-1","contributor":{"id":"HUN","name":"Hungary"},"when":"2025-04"}"#;
    /// assert_eq!(serde_json::from_str::<briefing::forms::TotalsGift>(json)?.in_words(), "Hungary");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn in_words(&self) -> String {
        in_words(&self.contributor, self.on_behalf_of.as_ref())
    }
}

/// Money in another currency whose worth is not known.
///
/// ```
/// use briefing::forms::TotalsUnvalued;
///
/// let json = r#"{"entry":"p-1","contributor":{"id":"NLD","name":"Netherlands"},"promised":{"amount":"1000.00","currency":"EUR"},
///     "received":"unknown","remaining":"unknown","left_out":{"amount":"1000.00","currency":"EUR"}}"#;
/// let left_out: TotalsUnvalued = serde_json::from_str(json)?;
/// assert_eq!(left_out.left_out.to_string(), "EUR 1000.00");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TotalsUnvalued {
    /// The pledge, allocation or payment.
    pub entry: EntryId,
    /// Whose it is.
    pub contributor: PartyInEnglish,
    /// Whose money it passes on; none if it is its own.
    pub on_behalf_of: Option<PartyInEnglish>,
    /// What was promised.
    pub promised: Money,
    /// How much of it was received.
    pub received: Knowledge<Money>,
    /// How much of it is still to come.
    pub remaining: Knowledge<Money>,
    /// How much of it no total counts.
    pub left_out: Money,
}

impl TotalsUnvalued {
    pub(super) fn of(one: &UnvaluedStanding, office: &Office) -> Self {
        let (contributor, on_behalf_of) = parties(&one.contributor, office);
        Self {
            entry: one.entry.clone(),
            contributor,
            on_behalf_of,
            promised: one.promised,
            received: one.received.clone(),
            remaining: one.remaining.clone(),
            left_out: one.left_out,
        }
    }

    /// Whose it is, and whose money it passes on.
    ///
    /// ```
    /// let json = r#"{"entry":"p-1","contributor":{"id":"NLD","name":"Netherlands"},"promised":{"amount":"5.00","currency":"EUR"},
    ///     "received":"unknown","remaining":"unknown","left_out":{"amount":"5.00","currency":"EUR"}}"#;
    /// assert_eq!(serde_json::from_str::<briefing::forms::TotalsUnvalued>(json)?.in_words(), "Netherlands");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn in_words(&self) -> String {
        in_words(&self.contributor, self.on_behalf_of.as_ref())
    }
}

/// Something to know when reading the figures.
///
/// ```
/// use briefing::forms::TotalsNote;
/// use briefing::model::StandingNote;
///
/// let note: TotalsNote = serde_json::from_str(r#"{"note":"remainder","text":"Part of the totals is known only in sum."}"#)?;
/// assert_eq!(note.note, StandingNote::Remainder);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TotalsNote {
    /// What kind of note, for a program.
    pub note: StandingNote,
    /// The same in words.
    pub text: String,
}

/// A part of the totals.
///
/// ```
/// use briefing::forms::TotalsPart;
/// use briefing::model::Knowledge;
///
/// let json = r#"{"key":"(others)","name":"Others, known only in sum","pledged":{"documented":{"amount":"5.00","currency":"USD"}},
///     "received":"unknown","outstanding":"unknown","surplus":"unknown"}"#;
/// let part: TotalsPart = serde_json::from_str(json)?;
/// assert!(matches!(part.pledged, Knowledge::Documented(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TotalsPart {
    /// Its key, as written in the office's files.
    pub key: String,
    /// Its name, in words.
    pub name: String,
    /// Pledged; of a year, by how much that changed.
    pub pledged: Knowledge<Money>,
    /// Received.
    pub received: Knowledge<Money>,
    /// Promised and not yet received.
    pub outstanding: Knowledge<Money>,
    /// Received beyond what was promised.
    pub surplus: Knowledge<Money>,
}

impl Totals {
    /// The totals of an office's ledger on a day, in parts.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`](briefing_model::Ledger::standing).
    ///
    /// ```
    /// use briefing::forms::Totals;
    /// use briefing::model::{AsOf, BreakdownBy};
    /// use briefing::{Folder, Memory};
    ///
    /// let files = Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n");
    /// let office = Folder::new(files).office().into_result().unwrap();
    /// let totals = Totals::new(&office, BreakdownBy::Fund, AsOf::on("2025-04-30".parse()?))?;
    /// assert!(totals.pledged.is_unknown() && totals.parts.is_empty(), "an office without a ledger");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(folder: &OfficeFolder, by: BreakdownBy, at: AsOf) -> Result<Self, LedgerError> {
        let (office, standing) = (&folder.office, folder.ledger.standing(at)?);
        let parts = match by {
            // The standing has them in order of size.
            BreakdownBy::Contributor => contributors(&standing, office),
            by => parts(&folder.ledger.breakdown(by, at)?, folder),
        };
        let notes = standing.notes.iter().map(|note| TotalsNote { note: *note, text: sentence(note, &standing) });
        Ok(Self {
            format: FormName::new(),
            version: FormVersion::new(),
            office: office.data().id.clone(),
            as_of: standing.as_of,
            known_at: standing.known_at,
            currency: standing.currency,
            share: standing.share().map(|share| share.per_cent(1).to_string()),
            contributors: standing.contributors.iter().map(|one| TotalsContributor::of(one, office)).collect(),
            in_kind: standing.in_kind.iter().map(|gift| TotalsGift::of(gift, office)).collect(),
            unvalued: standing.unvalued.iter().map(|one| TotalsUnvalued::of(one, office)).collect(),
            notes: notes.collect(),
            pledged: standing.pledged,
            received: standing.received,
            outstanding: standing.outstanding,
            surplus: standing.surplus,
            pledged_since: standing.pledged_since,
            received_since: standing.received_since,
            partners: standing.partners,
            remainder: standing.remainder,
            by,
            parts,
        })
    }
}

fn parties(contributor: &Contributor, office: &Office) -> (PartyInEnglish, Option<PartyInEnglish>) {
    let party = |party: &PartyRef| PartyInEnglish::of(party, office);
    (party(&contributor.party), contributor.on_behalf_of.as_ref().map(party))
}

fn contributor_name(contributor: &Contributor, office: &Office) -> String {
    let (contributor, on_behalf_of) = parties(contributor, office);
    in_words(&contributor, on_behalf_of.as_ref())
}

/// The contributors, the largest pledge first, and what is known only in sum.
fn contributors(standing: &Standing, office: &Office) -> Vec<TotalsPart> {
    let contributors = standing.contributors.iter().map(|one| TotalsPart {
        key: one.contributor.to_string(),
        name: contributor_name(&one.contributor, office),
        pledged: one.pledged.clone(),
        received: one.received.clone(),
        outstanding: one.outstanding.clone(),
        surplus: one.surplus.clone(),
    });
    let remainder = standing.remainder.iter().map(|others| {
        let RemainderStanding { pledged, received, outstanding, surplus, .. } = others.clone();
        let key = PartKey::Remainder.to_string();
        TotalsPart { key, name: OTHERS.to_owned(), pledged, received, outstanding, surplus }
    });
    contributors.chain(remainder).collect()
}

/// The parts of a breakdown.
fn parts(breakdown: &Breakdown, folder: &OfficeFolder) -> Vec<TotalsPart> {
    let named = |part: &Part| TotalsPart {
        key: part.key.to_string(),
        name: part_name(&part.key, folder),
        pledged: part.pledged.clone(),
        received: part.received.clone(),
        outstanding: part.outstanding.clone(),
        surplus: part.surplus.clone(),
    };
    breakdown.parts.iter().map(named).collect()
}

const OTHERS: &str = "Others, known only in sum";

fn part_name(key: &PartKey, folder: &OfficeFolder) -> String {
    let office = &folder.office;
    match key {
        PartKey::Programme(id) => purpose_name(&Purpose::Programme(id.clone()), folder),
        PartKey::Unit(id) => purpose_name(&Purpose::Unit(id.clone()), folder),
        PartKey::Several(purposes) => {
            let names: Vec<String> = purposes.iter().map(|purpose| purpose_name(purpose, folder)).collect();
            names.join("; ")
        }
        PartKey::Contributor(contributor) => contributor_name(contributor, office),
        PartKey::Fund(id) => office.fund(id).map_or_else(|| id.to_string(), |fund| fund.name.english().to_owned()),
        PartKey::Unearmarked => "Unearmarked".to_owned(),
        PartKey::NoFund => "No fund named".to_owned(),
        PartKey::Remainder => OTHERS.to_owned(),
        PartKey::Event(id) => purpose_name(&Purpose::Event(id.clone()), folder),
        PartKey::Text(_) | PartKey::Year(_) | PartKey::Kind(_) => key.to_string(),
    }
}

fn purpose_name(purpose: &Purpose, folder: &OfficeFolder) -> String {
    let office = &folder.office;
    let name = match purpose {
        Purpose::Programme(id) => office.programme(id).map(|programme| &programme.name),
        Purpose::Unit(id) => office.data().units.get(id).map(|unit| &unit.name),
        Purpose::Event(id) => {
            let event = folder.events.iter().find(|event| event.id == *id);
            event.and_then(|event| event.title.as_ref())
        }
        Purpose::Text(name) => Some(name),
    };
    name.map_or_else(|| purpose.to_string(), |name| name.english().to_owned())
}

/// A note in words.
fn sentence(note: &StandingNote, standing: &Standing) -> String {
    let currency = standing.currency;
    let counted = |count: u32, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    match note {
        StandingNote::MultiYear(MultiYear::Whole) => "Pledges over several years count whole.".to_owned(),
        StandingNote::MultiYear(MultiYear::AsDue) => "Pledges over several years count as they fall due.".to_owned(),
        StandingNote::OpenEnded => "Open-ended pledges count by what has fallen due.".to_owned(),
        StandingNote::Remainder => "Part of the totals is known only in sum.".to_owned(),
        StandingNote::Unvalued(count) => {
            let amounts = counted(*count, "amount is left out: its worth", "amounts are left out: their worth");
            format!("{amounts} in {currency} is not known.")
        }
        StandingNote::Unverified(count) => {
            format!("{} verified, and left out.", counted(*count, "entry is not", "entries are not"))
        }
        StandingNote::Converted => {
            "Some amounts are in other currencies, and count for what they were worth.".to_owned()
        }
        StandingNote::Surplus => match standing.surplus.on_record() {
            Some(surplus) => {
                // Non-breaking spaces are for pages.
                let surplus = numbers::money(*surplus, Language::En).replace('\u{a0}', " ");
                format!("{surplus} was received beyond what had been pledged.")
            }
            None => "More was received on some pledges than had been promised.".to_owned(),
        },
        StandingNote::Unpledged => "Contributions without a pledge count as pledged.".to_owned(),
    }
}
