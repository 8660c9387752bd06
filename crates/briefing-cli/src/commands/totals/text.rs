//! Totals as a table for people.

use std::io::{self, Write};

use briefing::document::{dates, numbers};
use briefing::forms::{Totals, TotalsPart, TotalsUnvalued};
use briefing::model::{BreakdownBy, Day, Knowledge, Language, Money, MovementSum, MovementTotal, Office, Share};

pub(super) fn write(totals: &Totals, office: &Office, out: &mut dyn Write) -> io::Result<()> {
    headline(totals, office, out)?;
    writeln!(out)?;
    table(totals, out)?;
    notes(totals, out)
}

fn headline(totals: &Totals, office: &Office, out: &mut dyn Write) -> io::Result<()> {
    let office = office.data();
    let name = office.acronym.as_ref().unwrap_or(&office.name).english();
    writeln!(out, "{name} as of {}, as known on {} ({})\n", day(totals.as_of), day(totals.known_at), totals.currency)?;
    let money = [&totals.pledged, &totals.received, &totals.outstanding];
    let mut figures = column(&money.map(|sum| sum.figure().copied()));
    figures.push(totals.partners.figure().map_or_else(|| NOT_KNOWN.to_owned(), ToString::to_string));
    let partners = totals.partners.clone().map(|_| ());
    let mut remarks = money.map(|figure| vec![remark(&figure.clone().map(|_| ()), totals.as_of)]).to_vec();
    remarks.push(vec![remark(&partners, totals.as_of)]);
    let since = [&totals.pledged_since, &totals.received_since];
    for (remarks, since) in remarks.iter_mut().zip(since) {
        remarks.extend(since.iter().filter(|total| !total.amount.is_zero()).map(in_words));
    }
    if let (Some(remarks), Some(share)) = (remarks.get_mut(1), &totals.share) {
        let plain = totals.received.figure().zip(totals.pledged.figure());
        let plain = plain.and_then(|(received, pledged)| Share::new(*received, *pledged));
        let is_plain = plain.is_some_and(|plain| plain.per_cent(1).to_string() == *share);
        remarks.push(format!("{share} % of pledged{}", if is_plain { "" } else { " settled" }));
    }
    let width = figures.iter().map(|figure| figure.chars().count()).max().unwrap_or_default();
    let labels = ["Pledged", "Received", "Outstanding", "Partners"];
    for (label, (figure, remarks)) in labels.iter().zip(figures.iter().zip(remarks)) {
        let remarks: Vec<String> = remarks.into_iter().filter(|remark| !remark.is_empty()).collect();
        let line = format!("{label:11}  {figure:>width$}  {}", remarks.join("; "));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Shown in place of an unknown figure.
const NOT_KNOWN: &str = "–";

/// How a figure is known.
fn remark(figure: &Knowledge<()>, as_of: Day) -> String {
    match figure {
        Knowledge::Known(()) => String::new(),
        Knowledge::Stated { on, period: None, entry, .. } if *on == as_of => format!("stated by {entry}"),
        Knowledge::Stated { entry, .. } => {
            let date = figure.stated_for().map(|date| dates::date(date, Language::En)).unwrap_or_default();
            format!("stated for {} by {entry}", plain(&date))
        }
        Knowledge::Documented(()) => "documented".to_owned(),
        Knowledge::Unknown => "not known".to_owned(),
    }
}

/// What is documented since the day of a stated total.
fn in_words(total: &MovementTotal) -> String {
    let amount = plain(&numbers::money(total.amount, Language::En));
    let net = total.is_net();
    let what = match total.sum {
        MovementSum::Pledged | MovementSum::Allocated if net => "as the net change in pledges",
        MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => "a year as the net change in pledges",
        MovementSum::Received if net => "as the net change in payments",
        MovementSum::Pledged => "pledged",
        MovementSum::PledgedYearly => "a year pledged",
        MovementSum::Allocated => "allotted",
        MovementSum::AllocatedYearly => "a year allotted",
        MovementSum::Received => "received",
    };
    format!("since then {amount} {what}, as documented")
}

/// The parts, followed by the total on record.
fn table(totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
    let header = match totals.by {
        BreakdownBy::Contributor => "Contributor",
        BreakdownBy::Programme => "Purpose",
        BreakdownBy::Year => "Year",
        BreakdownBy::Fund => "Fund",
        BreakdownBy::Kind => "Kind of entry",
    };
    let all = [&totals.pledged, &totals.received, &totals.outstanding];
    let whole = all.iter().all(|figure| matches!(figure, Knowledge::Known(_)));
    let mut names: Vec<&str> = vec![header];
    names.extend(totals.parts.iter().map(|row| row.name.as_str()));
    names.push(if whole { "Total" } else { "On record in all" });

    let figures = |title: &str, of: fn(&TotalsPart) -> &Knowledge<Money>, total: &Knowledge<Money>| {
        let amounts = totals.parts.iter().map(of).chain([total]).map(|figure| figure.on_record().copied());
        let mut cells = vec![title.to_owned()];
        cells.extend(column(&amounts.collect::<Vec<_>>()));
        cells
    };
    let columns = [
        figures("Pledged", |row| &row.pledged, &totals.pledged),
        figures("Received", |row| &row.received, &totals.received),
        figures("Outstanding", |row| &row.outstanding, &totals.outstanding),
    ];

    let first = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let longest = |cells: &Vec<String>| cells.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
    let widths = columns.each_ref().map(longest);
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
fn notes(totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
    let mut notes: Vec<String> = totals.notes.iter().map(|note| note.text.clone()).collect();
    for gift in &totals.in_kind {
        let worth = gift.value.map(|value| format!(", valued at {}", plain(&numbers::money(value, Language::En))));
        let who = gift.in_words();
        notes.push(format!("In kind, outside the totals: {who}, {}{}.", gift.when, worth.unwrap_or_default()));
    }
    notes.extend(totals.unvalued.iter().filter(|one| !one.left_out.is_zero()).map(left_out));
    if !notes.is_empty() {
        writeln!(out)?;
    }
    notes.iter().try_for_each(|note| writeln!(out, "{note}"))
}

/// What no total counts, because nothing says what it is worth.
pub(crate) fn left_out(one: &TotalsUnvalued) -> String {
    let left_out = plain(&numbers::money(one.left_out, Language::En));
    format!("Left out, as its worth is not known: {}, {left_out} ({}).", one.in_words(), one.entry)
}

/// Amounts in one format, with a dash for unknown ones.
fn column(amounts: &[Option<Money>]) -> Vec<String> {
    let known: Vec<Money> = amounts.iter().flatten().copied().collect();
    let mut written = numbers::column(&known, Language::En).into_iter();
    amounts.iter().map(|amount| amount.and_then(|_| written.next()).unwrap_or_else(|| NOT_KNOWN.to_owned())).collect()
}

fn day(day: Day) -> String {
    plain(&dates::day(day, Language::En))
}

/// Replaces the spaces that keep a line from breaking, which only pages need.
pub(crate) fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
