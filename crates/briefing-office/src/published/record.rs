//! Figures written down.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};

use briefing_model::{
    AsOf, Day, Figure, Language, Ledger, LedgerEntry, LedgerError, Measure, MonthPlan, PartyRef, Standing, Trace,
    TraceAmount,
};
use sha2::{Digest as _, Sha256};

use super::compare::{KeptEdition, kept_editions};
use super::printed::{self, IssuedEdition};
use crate::tree::quoted;

/// The form of the record.
pub(super) const VERSION: u16 = 3;

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
#[non_exhaustive]
pub struct NotRecorded {
    month: briefing_model::Month,
    #[source]
    error: LedgerError,
}

/// The text of a month's `figures.lock`: all that its editions print, each figure, and the entries behind it.
///
/// The figures are the totals, the partners, what each contributor pledged and paid, what is known only in sum, and the
/// month's new pledges, all as of the month's last day and as known on its cut-off. What is printed is recorded piece by piece for
/// each language, with a digest of the whole; editions that an `earlier` record has in other languages are kept. The record ends in
/// nothing that can be taken away unnoticed: it states a digest of itself. The same month gives the same text.
///
/// # Errors
///
/// When the ledger gives no figures: sums beyond what money can hold.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, MonthPlan, Pledge};
///
/// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let text = briefing_office::record_issue(&ledger, &MonthPlan::new("2025-04".parse()?), &[], None)?;
/// assert!(text.contains("name = \"standing.pledged\"\nknown = \"USD 50000.00\"\ntotal = \"USD 50000.00\"\n"));
/// assert!(!text.contains("standing.received"), "no payment is on record");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn record_issue(
    ledger: &Ledger,
    plan: &MonthPlan,
    editions: &[IssuedEdition<'_>],
    earlier: Option<&[u8]>,
) -> Result<String, NotRecorded> {
    let month = plan.month;
    let figures = figures(ledger, month.last_day(), plan.cutoff()).map_err(|error| NotRecorded { month, error })?;
    let head = format!(
        "# The issue of {month} as published: what it prints, its figures, and the entries behind each. `briefing publish`\n\
         # wrote it and `briefing check` compares it with the folder: keep it as it is.\n\n\
         version = {VERSION}\nmonth = \"{month}\"\nas-of = {}\ncutoff = {}\n",
        month.last_day(),
        plan.cutoff()
    );
    let mut body = String::new();
    let mut issued: BTreeMap<Language, KeptEdition> = earlier.map(kept_editions).unwrap_or_default();
    let kept = |edition: &IssuedEdition<'_>| KeptEdition { pieces: edition.printed.pieces(), file: edition.file };
    issued.extend(editions.iter().map(|edition| (edition.printed.language, kept(edition))));
    // English first: what differs there differs everywhere.
    for language in Language::ALL.into_iter().filter(|language| *language == Language::En).chain(Language::ALL) {
        if let Some(edition) = issued.remove(&language) {
            write_edition(&mut body, language, &edition);
        }
    }
    // Of what is not known nothing is published.
    for trace in figures.iter().filter(|trace| !trace.known.is_unknown() || !trace.lines.is_empty()) {
        write_figure(&mut body, trace);
    }
    write_entries(&mut body, ledger, plan.cutoff());
    let digest = seal(&[&head, &body]);
    Ok(format!("{head}{SEAL}{digest}\"\n{body}"))
}

fn write_edition(text: &mut String, language: Language, KeptEdition { pieces, file }: &KeptEdition) {
    let digest = printed::digest(pieces.iter().map(|(place, value)| (place.as_str(), value.as_str())));
    // Writing to a text does not fail.
    let _ = writeln!(
        text,
        "\n[[edition]]\nlanguage = \"{language}\"\nfile = \"{file}\"\ndigest = \"{digest}\"\nprinted = ["
    );
    for (place, value) in pieces {
        let _ = writeln!(text, "  [{}, {}],", quoted(place), quoted(value));
    }
    text.push_str("]\n");
}

fn write_figure(text: &mut String, trace: &Trace) {
    let _ = write!(text, "\n[[figure]]\nname = \"{}\"\nknown = \"{}\"\n", trace.figure, what_is_known(trace));
    let _ = writeln!(text, "total = \"{}\"", RecordedAmount(trace.total));
    if trace.lines.len() > MOST_ENTRIES {
        let _ = writeln!(text, "unlisted = {}", trace.lines.len());
        return;
    }
    if trace.lines.is_empty() {
        text.push_str("entries = []\n");
        return;
    }
    text.push_str("entries = [\n");
    for line in &trace.lines {
        let _ = writeln!(text, "  [\"{}\", \"{}\"],", line.entry, RecordedAmount(line.amount));
    }
    text.push_str("]\n");
}

/// The entries that were known, so that a change of the page can be traced to the one behind it.
fn write_entries(text: &mut String, ledger: &Ledger, known_at: Day) {
    let entries = entry_digests(ledger, known_at);
    if entries.len() > MOST_ENTRIES {
        return;
    }
    text.push_str("\n[ledger]\nentries = [\n");
    for (id, digest) in entries {
        let _ = writeln!(text, "  [\"{id}\", \"{digest}\"],");
    }
    text.push_str("]\n");
}

/// What tells an entry from a changed one, for each that was recorded by a day.
pub(super) fn entry_digests(ledger: &Ledger, known_at: Day) -> BTreeMap<String, String> {
    let known = ledger.entries().iter().filter(|entry| entry.recorded <= known_at);
    let digest = |entry: &LedgerEntry| {
        let json = serde_json::to_vec(entry).unwrap_or_default();
        // Sixteen digits tell changes apart; nobody would forge one here, where the ledger itself is at hand.
        printed::hexadecimal(&Sha256::digest(json)).chars().take(16).collect::<String>()
    };
    known.map(|entry| (entry.id.to_string(), digest(entry))).collect()
}

/// What stands before the digest that a record states of itself.
const SEAL: &str = "digest = \"";

/// The digest of a record without the line that states it, its lines ending as they were written.
fn seal(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part.replace("\r\n", "\n")));
    printed::hexadecimal(&hash.finalize())
}

/// Whether a record is as it was written, if it states a digest of itself.
pub(super) fn is_whole(text: &str) -> Option<bool> {
    let at = text.find(&format!("\n{SEAL}"))? + 1;
    let (head, rest) = text.split_at_checked(at)?;
    let (stated, body) = rest.split_once('\n')?;
    let stated = stated.trim_end_matches('\r').strip_prefix(SEAL)?.strip_suffix('"')?;
    Some(stated == seal(&[head, body]))
}

/// What is known of a figure, in a line.
pub(super) fn what_is_known(trace: &Trace) -> String {
    trace.known.clone().map(RecordedAmount).to_string()
}

/// Every figure of an issue with the entries behind it, in the order in which they are recorded.
pub(super) fn figures(ledger: &Ledger, as_of: Day, known_at: Day) -> Result<Vec<Trace>, LedgerError> {
    let standing = ledger.standing(AsOf { in_effect: as_of, known: known_at })?;
    names(&standing).iter().map(|figure| ledger.trace(figure, AsOf { in_effect: as_of, known: known_at })).collect()
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
pub(super) struct RecordedAmount(pub(super) TraceAmount);

impl Display for RecordedAmount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            TraceAmount::Money(money) => money.fmt(f),
            TraceAmount::Partners(count) => count.fmt(f),
        }
    }
}
