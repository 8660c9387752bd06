//! Figures written down.

use std::fmt::{Display, Write};

use briefing_model::{Figure, Ledger, LedgerError, Measure, MonthPlan, PartyRef, Standing, Trace, TraceAmount};
use chrono::NaiveDate;

/// A figure with more entries than this is recorded without them: its total tells whether it changed.
pub(super) const MOST_ENTRIES: usize = 10_000;

/// Why the figures of a month could not be recorded.
///
/// ```
/// fn is_error<E: std::error::Error>() {}
/// is_error::<briefing_office::NotRecorded>();
/// ```
#[derive(Debug, thiserror::Error)]
#[error("the figures of {month} cannot be recorded: {error}")]
pub struct NotRecorded {
    month: briefing_model::Month,
    #[source]
    error: LedgerError,
}

/// The text of a month's `figures.lock`: each of its figures, and the entries behind it.
///
/// The figures are the totals, the partners, what each contributor pledged and paid, what is known only in sum, and the
/// month's new pledges, all as of the month's last day and as known on its cut-off. The same ledger gives the same text.
///
/// # Errors
///
/// When the ledger gives no figures: sums beyond what money can hold.
///
/// ```
/// use briefing_model::{Ledger, LedgerSettings, MonthPlan};
///
/// let ledger = Ledger::new(LedgerSettings::default(), Vec::new()).unwrap();
/// let text = briefing_office::record_figures(&ledger, &MonthPlan::new("2025-04".parse().unwrap()))?;
/// assert!(text.contains("[[figure]]\nname = \"standing.pledged\"\ntotal = \"USD 0.00\"\n"));
/// # Ok::<(), briefing_office::NotRecorded>(())
/// ```
pub fn record_figures(ledger: &Ledger, plan: &MonthPlan) -> Result<String, NotRecorded> {
    let month = plan.month;
    let figures = figures(ledger, month.last_day(), plan.cutoff()).map_err(|error| NotRecorded { month, error })?;
    let mut text = format!(
        "# The figures of {month} as published, and the entries behind each. `briefing render --publish` wrote it and\n\
         # `briefing check` compares it with the ledger: keep it as it is.\n\n\
         version = 1\nmonth = \"{month}\"\nas-of = {}\ncutoff = {}\n",
        month.last_day(),
        plan.cutoff()
    );
    for trace in &figures {
        // Writing to a text does not fail.
        let _ = write!(text, "\n[[figure]]\nname = \"{}\"\ntotal = \"{}\"\n", trace.figure, Shown(trace.total));
        if trace.lines.len() > MOST_ENTRIES {
            let _ = writeln!(text, "unlisted = {}", trace.lines.len());
            continue;
        }
        if trace.lines.is_empty() {
            text.push_str("entries = []\n");
            continue;
        }
        text.push_str("entries = [\n");
        for line in &trace.lines {
            let _ = writeln!(text, "  [\"{}\", \"{}\"],", line.entry, Shown(line.amount));
        }
        text.push_str("]\n");
    }
    Ok(text)
}

/// Every figure of an issue with the entries behind it, in the order in which they are recorded.
pub(super) fn figures(ledger: &Ledger, as_of: NaiveDate, known_at: NaiveDate) -> Result<Vec<Trace>, LedgerError> {
    let standing = ledger.standing(as_of, known_at)?;
    names(&standing).iter().map(|figure| ledger.trace(figure, as_of, known_at)).collect()
}

fn names(standing: &Standing) -> Vec<Figure> {
    let mut names: Vec<Figure> = Measure::ALL.into_iter().map(Figure::Standing).collect();
    names.extend([Figure::Partners, Figure::MonthPledged]);
    let sides = [Measure::Pledged, Measure::Received];
    let mut parties: Vec<&PartyRef> = standing.contributors.iter().map(|one| &one.contributor.party).collect();
    parties.sort_unstable();
    parties.dedup();
    names.extend(parties.into_iter().flat_map(|party| sides.map(|side| Figure::Contributor(party.clone(), side))));
    if standing.remainder.is_some() {
        names.extend(sides.map(Figure::Others));
    }
    names
}

/// An amount as the record writes it: `USD 92615.00`, or a bare number of partners.
pub(super) struct Shown(pub(super) TraceAmount);

impl Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            TraceAmount::Money(money) => money.fmt(f),
            TraceAmount::Partners(count) => count.fmt(f),
        }
    }
}
