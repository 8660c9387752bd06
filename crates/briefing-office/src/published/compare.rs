//! Figures as they were written down, against what they come to now.

use std::collections::BTreeMap;

use briefing_model::{Figure, Ledger, Month, MonthPlan, Trace, TraceAmount};
use chrono::NaiveDate;

use super::record::{Shown, figures};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::source::SourceFile;
use crate::tree::{Context, Log, Table, Value, short};

/// How many entries a message names.
const MOST_NAMED: usize = 3;

/// A record as it was read.
pub(super) struct Published {
    as_of: NaiveDate,
    cutoff: NaiveDate,
    cutoff_at: Location,
    figures: BTreeMap<Figure, PublishedFigure>,
    whole: Location,
}

/// One figure of a record.
struct PublishedFigure {
    total: String,
    at: Location,
    /// What each entry adds; `None` where they were too many to list.
    entries: Option<Entries>,
}

/// What each entry adds to a figure; an entry may do so twice.
type Entries = BTreeMap<String, Vec<String>>;

impl Published {
    /// Reads a record; faults go to the log.
    pub(super) fn read(source: &SourceFile, month: Month, log: &Log) -> Option<Self> {
        let errors_before = log.errors();
        let root = crate::tree::parse(source, log)?;
        let root = Table::new(Context { source, log }, &root, 0..0);
        root.need("version").and_then(|value| value.number(1..=1));
        if let Some(value) = root.need("month")
            && value.text().is_some_and(|text| text != month.to_string())
        {
            value.fault(Code::LockUnreadable, format!("this is the record of another month than {month}"));
        }
        let as_of = root.need("as-of").and_then(|value| value.date());
        let cutoff = root.need("cutoff");
        let cutoff_at = cutoff.as_ref().map(Value::location);
        let cutoff = cutoff.and_then(|value| value.date());
        let figures = root.tables("figure").iter().filter_map(figure).collect();
        root.finish();
        let whole = Location::whole_file(source.file());
        let sound = log.errors() == errors_before;
        Some(Self { as_of: as_of?, cutoff: cutoff?, cutoff_at: cutoff_at?, figures, whole }).filter(|_| sound)
    }

    /// Reports every figure that no longer comes to what was published, and then every figure whose entries are others.
    pub(super) fn compare(&self, ledger: &Ledger, plan: &MonthPlan, log: &Log) {
        if plan.cutoff() != self.cutoff {
            let message = format!("published with what was known on {}, and now it is {}", self.cutoff, plan.cutoff());
            let fault = Diagnostic::new(Code::FiguresDrift, self.cutoff_at.clone(), message);
            log.push(fault.with_hint("set `cutoff` of the month back"));
        }
        let now = match figures(ledger, self.as_of, self.cutoff) {
            Ok(now) => now,
            Err(error) => {
                let message = format!("the published figures cannot be compared: {error}");
                log.push(Diagnostic::new(Code::FiguresDrift, self.whole.clone(), message));
                return;
            }
        };
        let mut totals_differ = false;
        let now: BTreeMap<&Figure, &Trace> = now.iter().map(|trace| (&trace.figure, trace)).collect();
        for (name, published) in &self.figures {
            totals_differ |= published.report_total(name, now.get(name).copied(), log);
        }
        for (name, trace) in &now {
            if !self.figures.contains_key(*name) && !is_nothing(trace.total) {
                let message = format!("`{name}` was not published, and now comes to {}", Shown(trace.total));
                log.push(Diagnostic::new(Code::FiguresDrift, self.whole.clone(), message));
                totals_differ = true;
            }
        }
        // Where totals differ, their hints name the entries.
        if !totals_differ {
            for (name, published) in &self.figures {
                published.report_entries(name, now.get(name).copied(), log);
            }
        }
    }
}

impl PublishedFigure {
    fn report_total(&self, name: &Figure, now: Option<&Trace>, log: &Log) -> bool {
        let total = now.map(|trace| Shown(trace.total).to_string());
        if total.as_deref() == Some(self.total.as_str()) || (now.is_none() && is_zero(&self.total)) {
            return false;
        }
        let now_is = total.unwrap_or_else(|| "nothing".to_owned());
        let message = format!("`{name}` was published as {}, and now comes to {now_is}", short(&self.total));
        let mut fault = Diagnostic::new(Code::FiguresDrift, self.at.clone(), message);
        fault.hint = self.changes(now);
        log.push(fault);
        true
    }

    fn report_entries(&self, name: &Figure, now: Option<&Trace>, log: &Log) {
        if let Some(changes) = self.changes(now) {
            let message = format!("`{name}` comes to what was published, by other entries");
            log.push(Diagnostic::new(Code::EntriesDrift, self.at.clone(), message).with_hint(changes));
        }
    }

    /// Which entries are gone, which are there that were not, and which add something else.
    fn changes(&self, now: Option<&Trace>) -> Option<String> {
        let before = self.entries.as_ref()?;
        let after = now.map(entries_of).unwrap_or_default();
        let mut changes = Vec::new();
        for (id, amounts) in before {
            match after.get(id) {
                None => changes.push(format!("`{}` ({}) is gone", short(id), short(&amounts.join(", ")))),
                Some(others) if others != amounts => {
                    let (old, new) = (short(&amounts.join(", ")), others.join(", "));
                    changes.push(format!("`{}` added {old} and now adds {new}", short(id)));
                }
                Some(_) => {}
            }
        }
        let added = after.iter().filter(|(id, _)| !before.contains_key(*id));
        changes.extend(added.map(|(id, amounts)| format!("`{id}` ({}) is new", amounts.join(", "))));
        if changes.is_empty() {
            return None;
        }
        let more = changes.len().saturating_sub(MOST_NAMED);
        changes.truncate(MOST_NAMED);
        let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
        Some(format!("{}{rest}", changes.join("; ")))
    }
}

fn entries_of(trace: &Trace) -> Entries {
    let mut entries = Entries::new();
    for line in &trace.lines {
        entries.entry(line.entry.to_string()).or_default().push(Shown(line.amount).to_string());
    }
    entries.values_mut().for_each(|amounts| amounts.sort_unstable());
    entries
}

fn is_nothing(total: TraceAmount) -> bool {
    match total {
        TraceAmount::Money(money) => money.is_zero(),
        TraceAmount::Partners(count) => count == 0,
    }
}

fn is_zero(text: &str) -> bool {
    !text.contains(|c: char| ('1'..='9').contains(&c))
}

fn figure(table: &Table<'_>) -> Option<(Figure, PublishedFigure)> {
    let name = table.need("name").and_then(|value| value.read::<Figure>(Code::LockUnreadable));
    let total = table.need("total");
    let at = total.as_ref().map(Value::location);
    let total = total.and_then(|value| value.text().map(str::to_owned));
    let unlisted = table.get("unlisted").is_some();
    let entries = if unlisted { None } else { table.need("entries").map(|value| entries(&value)) };
    table.finish();
    Some((name?, PublishedFigure { total: total?, at: at?, entries }))
}

fn entries(value: &Value<'_>) -> Entries {
    let mut entries = Entries::new();
    for line in value.list() {
        match line.list().as_slice() {
            [id, amount] => {
                if let (Some(id), Some(amount)) = (id.text(), amount.text()) {
                    entries.entry(id.to_owned()).or_default().push(amount.to_owned());
                }
            }
            _ => line.fault(Code::LockUnreadable, "an entry and what it adds are expected here"),
        }
    }
    entries.values_mut().for_each(|amounts| amounts.sort_unstable());
    entries
}
