//! `briefing trace`: the entries behind a figure, which add up to it.

use std::io::{self, Write};

use briefing::document::{dates, numbers};
use briefing::forms::{TracedEntry, TracedFigure};
use briefing::model::{EntryId, Figure, Knowledge, Language, Money, TraceAmount};
use briefing::office::read_office;

use crate::arguments::TraceArguments;
use crate::commands::totals::cutoff;
use crate::commands::totals::text::{left_out, plain};
use crate::faults;
use crate::folder;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Finds out which entries make up a figure, and writes them.
pub(crate) fn trace(arguments: &TraceArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    folder::require_months(&arguments.office, &disk, &[arguments.month])?;
    let (folder, found) = read_office(&disk).into_parts();
    faults::tell(&found, Some(&arguments.office), streams);
    let Some(folder) = folder else { return Ok(faults::status(&found, false)) };

    if let Figure::Contributor(party, _) = &arguments.figure
        && folder.office.party_name_on(party, arguments.month.last_day()).is_none()
    {
        return Err(Failure::Input(format!("there is no party `{party}`: no party of the office has this id")));
    }
    let Some(known_at) = arguments.known_at.or_else(|| cutoff(&disk, &arguments.office, arguments.month, streams))
    else {
        return Ok(Status::Input);
    };
    let traced = TracedFigure::of_month(&folder, arguments.month, &arguments.figure, known_at);
    let traced = traced.map_err(|error| Failure::Input(error.to_string()))?;
    if arguments.format.is_json() {
        streams.write_json(&traced)?;
    } else {
        write(&traced, streams.out)?;
    }
    Ok(Status::Done)
}

/// The table for people.
fn write(traced: &TracedFigure, out: &mut dyn Write) -> io::Result<()> {
    let day = |day| plain(&dates::day(day, Language::En));
    let all: Vec<TraceAmount> = traced.entries.iter().map(|line| line.amount).chain([traced.total]).collect();
    let (amounts, unit) = column(&all);
    writeln!(out, "{} as of {}, as known on {} ({unit})\n", traced.figure, day(traced.as_of), day(traced.known_at))?;

    let head = ["Entry", "Kind", "Effective", "Recorded", "Contributor"].map(str::to_owned);
    let mut rows = vec![(head, "Amount".to_owned())];
    rows.extend(traced.entries.iter().zip(&amounts).map(|(line, amount)| (cells(line), amount.clone())));
    let total = if matches!(traced.known, Knowledge::Known(_)) { "Total" } else { "On record in all" };
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
    let corrected: Vec<String> =
        traced.entries.iter().filter(|line| !line.corrected_by.is_empty()).map(corrections).collect();
    if !corrected.is_empty() {
        writeln!(out, "\nCorrected: {}", corrected.join("; "))?;
    }
    if !traced.unvalued.is_empty() {
        writeln!(out)?;
    }
    traced.unvalued.iter().try_for_each(|one| writeln!(out, "{}", left_out(one)))?;
    match &traced.known {
        Knowledge::Known(_) => Ok(()),
        Knowledge::Stated { value, entry, .. } => {
            let value = column(&[*value]).0.concat();
            let date = traced.known.stated_for().map(|date| dates::date(date, Language::En)).unwrap_or_default();
            writeln!(out, "\nThe figure is {value}, stated for {} by {entry}.", plain(&date))
        }
        Knowledge::Documented(_) => writeln!(out, "\nThis is what is documented; the figure itself is not known."),
        Knowledge::Unknown => writeln!(out, "\nThe figure is not known."),
    }
}

/// An entry and what corrected it.
fn corrections(line: &TracedEntry) -> String {
    let by: Vec<&str> = line.corrected_by.iter().map(EntryId::as_str).collect();
    format!("{} by {}", line.entry, by.join(", "))
}

fn cells(line: &TracedEntry) -> [String; 5] {
    let (kind, recorded) = (line.kind.to_string(), line.recorded.to_string());
    [line.entry.to_string(), kind, line.effective.to_string(), recorded, line.in_words()]
}

/// Amounts aligned under each other, and their currency.
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
