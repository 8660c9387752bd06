//! Totals as a table for people.

use std::io::{self, Write};

use briefing_document::{dates, numbers};
use briefing_model::{Language, Money, MultiYear, StandingNote};

use super::Totals;
use super::rows::contributor_name;

pub(super) fn write(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    headline(totals, out)?;
    writeln!(out)?;
    table(totals, out)?;
    notes(totals, out)
}

fn headline(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    let standing = &totals.standing;
    let office = totals.folder.office.data();
    let name = office.acronym.as_ref().unwrap_or(&office.name).english();
    let day = |day| plain(&dates::day(day, Language::En));
    writeln!(
        out,
        "{name} as of {}, as known on {} ({})\n",
        day(standing.as_of),
        day(standing.known_at),
        standing.pledged.currency()
    )?;
    let figures = column(&[standing.pledged, standing.received, standing.outstanding]);
    let partners = standing.partners.to_string();
    let width = figures.iter().map(String::len).chain([partners.len()]).max().unwrap_or_default();
    let labels = ["Pledged", "Received", "Outstanding", "Partners"];
    for (label, figure) in labels.iter().zip(figures.iter().chain([&partners])) {
        let share = if *label == "Received" { share(totals) } else { String::new() };
        writeln!(out, "{label:11}  {figure:>width$}{share}")?;
    }
    Ok(())
}

/// "  88.1 % of what was pledged".
fn share(totals: &Totals<'_>) -> String {
    totals.standing.share().map(|share| format!("  {} % of pledged", share.per_cent(1))).unwrap_or_default()
}

/// The parts, with the totals below them.
fn table(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    let standing = &totals.standing;
    let header = match totals.by {
        briefing_model::BreakdownBy::Contributor => "Contributor",
        briefing_model::BreakdownBy::Programme => "Purpose",
        briefing_model::BreakdownBy::Year => "Year",
        briefing_model::BreakdownBy::Fund => "Fund",
        briefing_model::BreakdownBy::Kind => "Kind of entry",
    };
    let mut names: Vec<&str> = vec![header];
    names.extend(totals.rows.iter().map(|row| row.name.as_str()));
    names.push("Total");

    let figures = |title: &str, of: fn(&super::Row) -> Money, total: Money| {
        let mut amounts: Vec<Money> = totals.rows.iter().map(of).collect();
        amounts.push(total);
        let mut cells = vec![title.to_owned()];
        cells.extend(column(&amounts));
        cells
    };
    let columns = [
        figures("Pledged", |row| row.pledged, standing.pledged),
        figures("Received", |row| row.received, standing.received),
        figures("Outstanding", |row| row.outstanding, standing.outstanding),
    ];

    let first = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let widths = columns.each_ref().map(|cells| cells.iter().map(String::len).max().unwrap_or_default());
    let rule = "-".repeat(first + widths.iter().map(|width| width + 2).sum::<usize>());
    let last = names.len() - 1;
    let mut rest = columns.each_ref().map(|cells| cells.iter());
    for (number, name) in names.iter().enumerate() {
        if number == 1 || number == last {
            writeln!(out, "{rule}")?;
        }
        write!(out, "{name:first$}")?;
        for (cells, width) in rest.iter_mut().zip(widths) {
            write!(out, "  {:>width$}", cells.next().map_or("", String::as_str))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What a reader of the figures has to know.
fn notes(totals: &Totals<'_>, out: &mut dyn Write) -> io::Result<()> {
    let standing = &totals.standing;
    let mut notes: Vec<String> = standing.notes.iter().map(|note| sentence(note, totals)).collect();
    for gift in &standing.in_kind {
        let worth = gift.value.map(|value| format!(", valued at {}", plain(&numbers::money(value, Language::En))));
        let name = contributor_name(&gift.contributor, &totals.folder.office);
        notes.push(format!("In kind, outside the totals: {name}, {}{}.", gift.when, worth.unwrap_or_default()));
    }
    for one in &standing.unvalued {
        let name = contributor_name(&one.contributor, &totals.folder.office);
        let left_out = plain(&numbers::money(one.remaining, Language::En));
        notes.push(format!("Left out, as its worth is not known: {name}, {left_out} ({}).", one.entry));
    }
    if !notes.is_empty() {
        writeln!(out)?;
    }
    notes.iter().try_for_each(|note| writeln!(out, "{note}"))
}

/// A note in words.
pub(super) fn sentence(note: &StandingNote, totals: &Totals<'_>) -> String {
    let currency = totals.standing.pledged.currency();
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
        StandingNote::Converted => "Some amounts were converted at a rate of the ledger.".to_owned(),
        StandingNote::Surplus => format!(
            "{} was received beyond what had been pledged.",
            plain(&numbers::money(totals.standing.surplus, Language::En))
        ),
    }
}

fn column(amounts: &[Money]) -> Vec<String> {
    numbers::column(amounts, Language::En)
}

/// Without the spaces that only a page can keep from breaking.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
