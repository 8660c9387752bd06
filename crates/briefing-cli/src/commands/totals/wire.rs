//! Totals for spreadsheets and programs.

use std::io::{self, Write};

use briefing_model::{Money, RemainderStanding, StandingNote};
use chrono::NaiveDate;
use serde::Serialize;

use super::Totals;
use super::rows::{Row, contributor_name};
use super::text::sentence;

/// One row for each part, without a row of totals, so that a spreadsheet may add them up.
pub(super) fn csv(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let header = totals.by.to_string();
    table.write_record([&header, "name", "pledged", "received", "outstanding", "surplus", "currency"])?;
    for row in &totals.rows {
        let amounts = [row.pledged, row.received, row.outstanding, row.surplus];
        let amounts = amounts.map(|amount| amount.amount().to_string());
        let mut record = vec![row.key.clone(), row.name.clone()];
        record.extend(amounts);
        record.push(row.pledged.currency().to_string());
        table.write_record(&record)?;
    }
    table.flush()
}

/// Everything, as one object. Keys are added in later versions, never removed or given another meaning.
pub(super) fn json(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Statement::of(totals))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Statement<'a> {
    version: u32,
    office: &'a str,
    as_of: NaiveDate,
    known_at: NaiveDate,
    pledged: Money,
    received: Money,
    outstanding: Money,
    surplus: Money,
    /// Received as a share of pledged, in per cent with one decimal.
    share: Option<String>,
    partners: u32,
    contributors: Vec<ContributorLine>,
    /// What is known only in sum.
    remainder: Option<RemainderStanding>,
    in_kind: Vec<InKindLine>,
    unvalued: Vec<UnvaluedLine>,
    notes: Vec<Note>,
    by: String,
    /// The parts of the totals by `by`; they add up to the totals.
    parts: Vec<PartLine<'a>>,
}

#[derive(Serialize)]
struct ContributorLine {
    contributor: String,
    name: String,
    pledged: Money,
    received: Money,
    outstanding: Money,
    surplus: Money,
    /// The part of what was pledged that is allocations.
    allocated: Money,
    /// Whether it is among the partners.
    partner: bool,
    /// Whether it also gave in kind.
    in_kind: bool,
    since: NaiveDate,
}

#[derive(Serialize)]
struct InKindLine {
    entry: String,
    contributor: String,
    name: String,
    value: Option<Money>,
    when: String,
}

#[derive(Serialize)]
struct UnvaluedLine {
    entry: String,
    contributor: String,
    name: String,
    promised: Money,
    received: Money,
    remaining: Money,
}

#[derive(Serialize)]
struct Note {
    /// What kind of note, for a program.
    note: StandingNote,
    /// The same in words.
    text: String,
}

#[derive(Serialize)]
struct PartLine<'a> {
    key: &'a str,
    name: &'a str,
    pledged: Money,
    received: Money,
    outstanding: Money,
    surplus: Money,
}

impl<'a> Statement<'a> {
    fn of(totals: &'a Totals<'_>) -> Self {
        let standing = &totals.standing;
        let office = &totals.folder.office;
        Self {
            version: 1,
            office: office.data().id.as_str(),
            as_of: standing.as_of,
            known_at: standing.known_at,
            pledged: standing.pledged,
            received: standing.received,
            outstanding: standing.outstanding,
            surplus: standing.surplus,
            share: standing.share().map(|share| share.per_cent(1).to_string()),
            partners: standing.partners,
            contributors: standing
                .contributors
                .iter()
                .map(|one| ContributorLine {
                    contributor: one.contributor.to_string(),
                    name: contributor_name(&one.contributor, office),
                    pledged: one.pledged,
                    received: one.received,
                    outstanding: one.outstanding,
                    surplus: one.surplus,
                    allocated: one.allocated,
                    partner: one.counts_as_partner,
                    in_kind: one.in_kind,
                    since: one.since,
                })
                .collect(),
            remainder: standing.remainder,
            in_kind: standing
                .in_kind
                .iter()
                .map(|gift| InKindLine {
                    entry: gift.entry.to_string(),
                    contributor: gift.contributor.to_string(),
                    name: contributor_name(&gift.contributor, office),
                    value: gift.value,
                    when: gift.when.to_string(),
                })
                .collect(),
            unvalued: standing
                .unvalued
                .iter()
                .map(|one| UnvaluedLine {
                    entry: one.entry.to_string(),
                    contributor: one.contributor.to_string(),
                    name: contributor_name(&one.contributor, office),
                    promised: one.promised,
                    received: one.received,
                    remaining: one.remaining,
                })
                .collect(),
            notes: standing.notes.iter().map(|note| Note { note: *note, text: sentence(note, totals) }).collect(),
            by: totals.by.to_string(),
            parts: totals.rows.iter().map(PartLine::of).collect(),
        }
    }
}

impl<'a> PartLine<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            key: &row.key,
            name: &row.name,
            pledged: row.pledged,
            received: row.received,
            outstanding: row.outstanding,
            surplus: row.surplus,
        }
    }
}
