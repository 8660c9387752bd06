//! Totals for spreadsheets and programs.

use std::io::{self, Write};

use briefing::model::{Currency, Day, Knowledge, Money, MovementTotal, PartyRef, RemainderStanding, StandingNote};
use schemars::JsonSchema;
use serde::Serialize;

use super::DayTotals;
use super::rows::{PartyJson, TotalsRow};
use super::text::sentence;

/// One row for each part, without a row of totals, so that a spreadsheet may add them up. What is not known is blank.
pub(super) fn csv(totals: &DayTotals<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let header = totals.by.to_string();
    let [first, second] = ["pledged_is", "received_is"];
    table.write_record([
        &header,
        "name",
        "pledged",
        "received",
        "outstanding",
        "surplus",
        "currency",
        first,
        second,
    ])?;
    for row in &totals.rows {
        let amounts = [&row.pledged, &row.received, &row.outstanding, &row.surplus];
        let amount = |figure: &Knowledge<Money>| figure.on_record().map(|money| money.amount().to_string());
        let mut record = vec![row.key.clone(), row.name.clone()];
        record.extend(amounts.map(|figure| amount(figure).unwrap_or_default()));
        record.push(totals.standing.currency.to_string());
        record.extend([&row.pledged, &row.received].map(|figure| how(figure).to_owned()));
        table.write_record(&record)?;
    }
    table.flush()
}

/// How a figure is known, in the word that JSON has for it.
const fn how(figure: &Knowledge<Money>) -> &'static str {
    match figure {
        Knowledge::Known(_) => "known",
        Knowledge::Stated { .. } => "stated",
        Knowledge::Documented(_) => "documented",
        Knowledge::Unknown => "unknown",
    }
}

/// Everything, as one object. Keys are added in later versions, never removed or given another meaning.
pub(super) fn json(totals: &DayTotals<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &TotalsJson::of(totals))?;
    writeln!(out)
}

/// What had been pledged and received on a day, as far as the office knew on another.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Totals")]
pub(crate) struct TotalsJson<'a> {
    /// What tells this form from other JSON.
    #[schemars(extend("const" = "briefing-totals"))]
    format: &'static str,
    /// The version of this form. Keys are added without a new one, never removed or given another meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The id of the office.
    office: &'a str,
    /// The day by which it had taken effect.
    as_of: Day,
    /// The day by which the office knew of it.
    known_at: Day,
    /// The currency of every total.
    currency: Currency,
    /// Each figure says how it is known: `known`, `stated` for a day by an entry, `documented` or `unknown`.
    pledged: Knowledge<Money>,
    received: Knowledge<Money>,
    outstanding: Knowledge<Money>,
    surplus: Knowledge<Money>,
    /// What is documented since the day of a total that was stated for an earlier one.
    pledged_since: Vec<MovementTotal>,
    received_since: Vec<MovementTotal>,
    /// Received as a share of pledged, in per cent with one decimal; none unless both hold for the day.
    share: Option<String>,
    /// How many funding partners there are.
    partners: Knowledge<u32>,
    contributors: Vec<ContributorLine>,
    /// What is known only in sum.
    remainder: Option<RemainderStanding>,
    in_kind: Vec<InKindLine>,
    unvalued: Vec<UnvaluedLineJson>,
    notes: Vec<NoteJson>,
    by: String,
    /// The parts of the totals by `by`; they add up to the totals.
    parts: Vec<PartLine<'a>>,
}

/// What one contributor pledged and gave.
#[derive(Serialize, JsonSchema)]
struct ContributorLine {
    /// Who.
    contributor: PartyJson,
    /// Whose money it passes on; none where it is its own.
    on_behalf_of: Option<PartyJson>,
    pledged: Knowledge<Money>,
    received: Knowledge<Money>,
    outstanding: Knowledge<Money>,
    surplus: Knowledge<Money>,
    /// The part of what was pledged that is allocations.
    allocated: Knowledge<Money>,
    /// Whether it is among the partners.
    partner: bool,
    /// Whether it also gave in kind.
    in_kind: bool,
    since: Day,
}

/// A gift in kind.
#[derive(Serialize, JsonSchema)]
struct InKindLine {
    entry: String,
    contributor: PartyJson,
    on_behalf_of: Option<PartyJson>,
    value: Option<Money>,
    when: String,
}

/// A promise in another currency whose worth nobody knows.
#[derive(Serialize, JsonSchema)]
struct UnvaluedLineJson {
    entry: String,
    contributor: PartyJson,
    on_behalf_of: Option<PartyJson>,
    promised: Money,
    received: Knowledge<Money>,
    remaining: Knowledge<Money>,
    /// How much of it no sum counts.
    left_out: Money,
}

/// Something to know when reading the figures.
#[derive(Serialize, JsonSchema)]
struct NoteJson {
    /// What kind of note, for a program.
    note: StandingNote,
    /// The same in words.
    text: String,
}

/// A part of the totals.
#[derive(Serialize, JsonSchema)]
struct PartLine<'a> {
    key: &'a str,
    name: &'a str,
    pledged: Knowledge<Money>,
    received: Knowledge<Money>,
    outstanding: Knowledge<Money>,
    surplus: Knowledge<Money>,
}

impl<'a> TotalsJson<'a> {
    fn of(totals: &'a DayTotals<'_>) -> Self {
        let standing = &totals.standing;
        let office = &totals.folder.office;
        let party = |party: &PartyRef| PartyJson::of(party, office);
        Self {
            format: "briefing-totals",
            version: 1,
            office: office.data().id.as_str(),
            as_of: standing.as_of,
            known_at: standing.known_at,
            currency: standing.currency,
            pledged: standing.pledged.clone(),
            received: standing.received.clone(),
            outstanding: standing.outstanding.clone(),
            surplus: standing.surplus.clone(),
            pledged_since: standing.pledged_since.clone(),
            received_since: standing.received_since.clone(),
            share: standing.share().map(|share| share.per_cent(1).to_string()),
            partners: standing.partners.clone(),
            contributors: standing
                .contributors
                .iter()
                .map(|one| ContributorLine {
                    contributor: party(&one.contributor.party),
                    on_behalf_of: one.contributor.on_behalf_of.as_ref().map(party),
                    pledged: one.pledged.clone(),
                    received: one.received.clone(),
                    outstanding: one.outstanding.clone(),
                    surplus: one.surplus.clone(),
                    allocated: one.allocated.clone(),
                    partner: one.counts_as_partner,
                    in_kind: one.in_kind,
                    since: one.since,
                })
                .collect(),
            remainder: standing.remainder.clone(),
            in_kind: standing
                .in_kind
                .iter()
                .map(|gift| InKindLine {
                    entry: gift.entry.to_string(),
                    contributor: party(&gift.contributor.party),
                    on_behalf_of: gift.contributor.on_behalf_of.as_ref().map(party),
                    value: gift.value,
                    when: gift.when.to_string(),
                })
                .collect(),
            unvalued: standing
                .unvalued
                .iter()
                .map(|one| UnvaluedLineJson {
                    entry: one.entry.to_string(),
                    contributor: party(&one.contributor.party),
                    on_behalf_of: one.contributor.on_behalf_of.as_ref().map(party),
                    promised: one.promised,
                    received: one.received.clone(),
                    remaining: one.remaining.clone(),
                    left_out: one.left_out,
                })
                .collect(),
            notes: standing.notes.iter().map(|note| NoteJson { note: *note, text: sentence(note, totals) }).collect(),
            by: totals.by.to_string(),
            parts: totals.rows.iter().map(PartLine::of).collect(),
        }
    }
}

impl<'a> PartLine<'a> {
    fn of(row: &'a TotalsRow) -> Self {
        Self {
            key: &row.key,
            name: &row.name,
            pledged: row.pledged.clone(),
            received: row.received.clone(),
            outstanding: row.outstanding.clone(),
            surplus: row.surplus.clone(),
        }
    }
}
