//! `briefing trace`: the entries behind a figure, adding up to it.

use std::io::{self, Write};

use briefing::document::{dates, numbers};
use briefing::model::{
    AsOf, Contributor, Day, EntryId, EntryKind, Figure, Knowledge, Language, Ledger, LedgerEntry, Money, Month,
    PartyRef, Trace, TraceAmount,
};
use briefing::office::{MonthFolder, read_month};
use schemars::JsonSchema;
use serde::Serialize;

use crate::arguments::TraceArguments;
use crate::commands::totals::rows::{PartyJson, passed_on};
use crate::commands::totals::text::plain;
use crate::faults;
use crate::folder;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Works out which entries make up a figure, and writes them.
pub(crate) fn trace(arguments: &TraceArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    folder::require_months(&arguments.office, &disk, &[arguments.month])?;
    let (folder, found) = read_month(&disk, arguments.month).into_parts();
    faults::tell(&found, Some(&arguments.office), streams);
    let Some(folder) = folder else { return Ok(faults::status(&found, false)) };

    let as_of = arguments.month.last_day();
    let known_at = arguments.known_at.unwrap_or_else(|| folder.plan.cutoff());
    let trace = folder.ledger.trace(&arguments.figure, AsOf { in_effect: as_of, known: known_at });
    let trace = trace.map_err(|error| Failure::Input(error.to_string()))?;
    let statement = TraceJson::of(&trace, &folder, as_of, known_at);
    if arguments.format.is_json() {
        serde_json::to_writer_pretty(&mut *streams.out, &statement).map_err(io::Error::from)?;
        writeln!(streams.out)?;
    } else {
        statement.write(streams.out)?;
    }
    Ok(Status::Done)
}

/// A figure with the entries behind it. Keys are added in later versions, never removed or given another meaning.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Trace")]
pub(crate) struct TraceJson {
    /// What tells this form from other JSON.
    #[schemars(extend("const" = "briefing-trace"))]
    format: &'static str,
    /// The version of this form. Keys are added without a new one, never removed or given another meaning.
    #[schemars(extend("const" = 2))]
    version: u32,
    /// The id of the office.
    office: String,
    /// The month that prints the figure.
    month: Month,
    /// The figure.
    figure: Figure,
    /// The day by which entries had taken effect.
    as_of: Day,
    /// The day by which the office knew of them.
    known_at: Day,
    /// What is known of the figure: `known`, `stated` for a day by an entry, `documented` or `unknown`.
    known: Knowledge<TraceAmount>,
    /// What is on record of it.
    total: TraceAmount,
    /// What each entry adds; together the total.
    entries: Vec<TraceLineJson>,
}

/// An entry behind a figure.
#[derive(Serialize, JsonSchema)]
struct TraceLineJson {
    /// Its id.
    entry: EntryId,
    /// What kind of entry it is, such as `pledge`.
    kind: &'static str,
    /// When it took effect.
    effective: String,
    /// When the office wrote it down.
    recorded: Day,
    /// Who gave; of an entry about another one, that one's contributor.
    contributor: Option<PartyJson>,
    /// Whose money it passes on; none where it is its own.
    on_behalf_of: Option<PartyJson>,
    /// Where the office has it from.
    source: Option<String>,
    /// The reference that it has there.
    reference: Option<String>,
    /// What it adds.
    amount: TraceAmount,
}

impl TraceJson {
    fn of(trace: &Trace, folder: &MonthFolder, as_of: Day, known_at: Day) -> Self {
        let party = |party: &PartyRef| PartyJson::of(party, &folder.office);
        let line = |line: &briefing::model::TraceLine| {
            let entry = folder.ledger.entry(&line.entry)?;
            let contributor = contributor(entry, &folder.ledger);
            Some(TraceLineJson {
                entry: line.entry.clone(),
                kind: entry.kind.name().as_str(),
                effective: entry.effective.to_string(),
                recorded: entry.recorded,
                contributor: contributor.map(|one| party(&one.party)),
                on_behalf_of: contributor.and_then(|one| one.on_behalf_of.as_ref()).map(party),
                source: entry.source.as_ref().map(ToString::to_string),
                reference: entry.reference.as_deref().map(str::to_owned),
                amount: line.amount,
            })
        };
        Self {
            format: "briefing-trace",
            version: 2,
            office: folder.office.data().id.to_string(),
            month: folder.plan.month,
            figure: trace.figure.clone(),
            as_of,
            known_at,
            known: trace.known.clone(),
            total: trace.total,
            entries: trace.lines.iter().filter_map(line).collect(),
        }
    }

    /// The table for people.
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let day = |day| plain(&dates::day(day, Language::En));
        let all: Vec<TraceAmount> = self.entries.iter().map(|line| line.amount).chain([self.total]).collect();
        let (amounts, unit) = column(&all);
        writeln!(out, "{} as of {}, as known on {} ({unit})\n", self.figure, day(self.as_of), day(self.known_at))?;

        let head = ["Entry", "Kind", "Effective", "Recorded", "Contributor"].map(str::to_owned);
        let mut rows = vec![(head, "Amount".to_owned())];
        rows.extend(self.entries.iter().zip(&amounts).map(|(line, amount)| (line.cells(), amount.clone())));
        let total = if matches!(self.known, Knowledge::Known(_)) { "Total" } else { "On record in all" };
        let total = [total.to_owned(), String::new(), String::new(), String::new(), String::new()];
        rows.push((total, amounts.last().cloned().unwrap_or_default()));

        let mut widths = [0; 5];
        for (cells, _) in &rows {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let last = rows.iter().map(|(_, amount)| amount.chars().count()).max().unwrap_or_default();
        let rule = "-".repeat(widths.iter().map(|width| width + 2).sum::<usize>() + last);
        let bottom = rows.len() - 1;
        for (number, (cells, amount)) in rows.iter().enumerate() {
            if number == 1 || number == bottom {
                writeln!(out, "{rule}")?;
            }
            for (cell, width) in cells.iter().zip(widths) {
                write!(out, "{cell:width$}  ")?;
            }
            writeln!(out, "{amount:>last$}")?;
        }
        match &self.known {
            Knowledge::Known(_) => Ok(()),
            Knowledge::Stated { value, entry, .. } => {
                let value = column(&[*value]).0.concat();
                let date = self.known.stated_for().map(|date| dates::date(date, Language::En)).unwrap_or_default();
                writeln!(out, "\nThe figure is {value}, stated for {} by {entry}.", plain(&date))
            }
            Knowledge::Documented(_) => writeln!(out, "\nThis is what is documented; the figure itself is not known."),
            Knowledge::Unknown => writeln!(out, "\nThe figure is not known."),
        }
    }
}

impl TraceLineJson {
    fn cells(&self) -> [String; 5] {
        let source = self.on_behalf_of.as_ref().map(|source| source.name.as_str());
        let name = self.contributor.as_ref().map(|one| passed_on(&one.name, source)).unwrap_or_default();
        [self.entry.to_string(), self.kind.to_owned(), self.effective.clone(), self.recorded.to_string(), name]
    }
}

/// Amounts aligned under each other, and what they are in.
fn column(all: &[TraceAmount]) -> (Vec<String>, String) {
    let money = |amount: &TraceAmount| match amount {
        TraceAmount::Money(money) => Some(*money),
        TraceAmount::Partners(_) => None,
    };
    let amounts: Option<Vec<Money>> = all.iter().map(money).collect();
    if let Some(amounts) = amounts {
        let unit = amounts.first().map(|money| money.currency().to_string()).unwrap_or_default();
        return (numbers::column(&amounts, Language::En), unit);
    }
    let count = |amount: &TraceAmount| match amount {
        TraceAmount::Partners(count) => numbers::integer((*count).into(), Language::En),
        TraceAmount::Money(money) => money.to_string(),
    };
    (all.iter().map(count).collect(), "partners".to_owned())
}

/// Whose money an entry is about: its own contributor's, or that of the pledge it names.
fn contributor<'a>(entry: &'a LedgerEntry, ledger: &'a Ledger) -> Option<&'a Contributor> {
    // An entry names another, and that one perhaps a third: a refund, a receipt, its pledge.
    const MOST_STEPS: usize = 3;
    let mut entry = entry;
    for _ in 0..=MOST_STEPS {
        let next = match &entry.kind {
            EntryKind::Pledge(pledge) => Err(&pledge.contributor),
            EntryKind::Allocation(allocation) => Err(&allocation.contributor),
            EntryKind::InKind(gift) => Err(&gift.contributor),
            EntryKind::OpeningBalance(opening) => Err(&opening.contributor),
            EntryKind::Receipt(receipt) => match &receipt.contributor {
                Some(contributor) => Err(contributor),
                None => Ok(receipt.pledge.as_ref()?),
            },
            EntryKind::Revision(revision) => Ok(&revision.pledge),
            EntryKind::Withdrawal(withdrawal) => Ok(&withdrawal.pledge),
            EntryKind::Refund(refund) => Ok(&refund.of),
            EntryKind::Correction(correction) => Ok(&correction.of),
            EntryKind::Remainder(_) | EntryKind::Rate(_) | EntryKind::Assertion(_) => return None,
        };
        match next {
            Err(contributor) => return Some(contributor),
            Ok(named) => entry = ledger.entry(named)?,
        }
    }
    None
}
