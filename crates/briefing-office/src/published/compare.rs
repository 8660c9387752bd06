//! Figures as they were written down, against what they come to now.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{
    Day, Digest, EntryKindName, Figure, Language, Ledger, Month, MonthPlan, PreviousIssue, Trace, TraceAmount,
};

use super::drift::{Compared, CorrectedBefore, Drift};
use super::printed::{self, PrintedEdition, PrintedPiece};
use super::record::{RecordedAmount, VERSION, entry_digests, figures, is_whole, what_is_known};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan, Severity};
use crate::files::Files;
use crate::source::SourceFile;
use crate::tree::{Context, Log, Spans, TomlTable, TomlValue, short};

/// How many entries a message names.
const MOST_NAMED: usize = 3;

/// What an edition printed, by place, and where the record says so.
pub(super) type Pieces = BTreeMap<String, (String, FileSpan)>;

/// An edition of a record that is kept when other languages go out.
pub(super) struct KeptEdition {
    pub(super) pieces: Vec<PrintedPiece>,
    pub(super) file: Digest,
}

/// A record as it was read.
#[derive(Debug)]
pub(crate) struct Published {
    as_of: Day,
    cutoff: Day,
    cutoff_at: FileSpan,
    editions: BTreeMap<Language, PublishedEdition>,
    figures: BTreeMap<Figure, PublishedFigure>,
    /// A digest of each entry that was known; `None` where they were too many.
    known: Option<BTreeMap<String, String>>,
    whole: FileSpan,
}

/// One edition of a record.
#[derive(Debug)]
struct PublishedEdition {
    printed: Pieces,
    /// The digest of its file.
    file: Digest,
}

/// One figure of a record.
#[derive(Debug)]
struct PublishedFigure {
    /// What was known of it.
    known: String,
    total: String,
    at: FileSpan,
    /// What each entry adds; `None` where they were too many to list.
    entries: Option<EntryAmounts>,
}

/// What each entry adds to a figure; an entry may do so twice.
type EntryAmounts = BTreeMap<String, Vec<String>>;

impl Published {
    /// Reads a record. Nobody writes one by hand: whatever is wrong with it is one fault.
    pub(super) fn read(source: &SourceFile, month: Month, log: &Log) -> Option<Self> {
        let own = Log::default();
        let read = Self::read_whole(source, month, &own);
        let found = own.into_diagnostics();
        let Some(first) = found.first_error() else { return read };
        log.push(match first.code {
            Code::LockUnreadable => first.clone(),
            _ => {
                let message = format!("the record of what was published is damaged: {}", first.message);
                Diagnostic::new(Code::LockUnreadable, FileSpan::whole_file(source.file()), message)
            }
        });
        None
    }

    fn read_whole(source: &SourceFile, month: Month, log: &Log) -> Option<Self> {
        let spans = Spans::default();
        let root = crate::tree::parse(source, log)?;
        let root = TomlTable::root(Context { source, log, spans: &spans }, &root);
        if let Some(version) = root.need("version")
            && version.number(0..=u16::MAX).is_some_and(|number| number != VERSION)
        {
            let message = "this record was written by another version of the program, in another form";
            let fault = version.diagnostic(Code::LockUnreadable, message);
            log.push(
                fault.with_hint(
                    "use the version of the program that published the issue; what went out is kept as it was",
                ),
            );
            return None;
        }
        root.need("digest");
        if log.errors() == 0 && is_whole(source.text()) != Some(true) {
            let message = "this record was changed after it was written: it does not have the digest that it states";
            log.push(Diagnostic::new(Code::LockUnreadable, FileSpan::whole_file(source.file()), message));
            return None;
        }
        if let Some(value) = root.need("month")
            && let Some(other) = value.text().filter(|text| *text != month.to_string())
        {
            let message = format!("this is the record of {}, and not of {month}", short(other));
            let hint = format!(
                "if the folder is a copy of that month's, move figures.lock, approvals.toml and every `published-….pdf` out of `{month}`"
            );
            log.push(value.diagnostic(Code::LockUnreadable, message).with_hint(hint));
            return None;
        }
        let as_of = root.need("as-of").and_then(|value| value.date());
        let cutoff = root.need("cutoff");
        let cutoff_at = cutoff.as_ref().map(TomlValue::location);
        let cutoff = cutoff.and_then(|value| value.date());
        let editions = root.each("edition", edition).into_iter().collect();
        let figures = root.each("figure", figure).into_iter().collect();
        let known = root.get("ledger").and_then(|value| known(&value.table()?));
        root.finish();
        let whole = FileSpan::whole_file(source.file());
        let sound = log.errors() == 0;
        Some(Self { as_of: as_of?, cutoff: cutoff?, cutoff_at: cutoff_at?, editions, figures, known, whole })
            .filter(|_| sound)
    }

    /// The languages in which the month was published.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.editions.keys().copied()
    }

    /// The languages in which the month was published, each with the digest of its file.
    pub(super) fn files(&self) -> impl Iterator<Item = (Language, Digest)> + '_ {
        self.editions.iter().map(|(language, edition)| (*language, edition.file))
    }

    /// Reports each file that went out and is not in the folder as it was.
    pub(crate) fn check_files(&self, files: &dyn Files, month: Month, log: &Log) {
        for (language, digest) in self.files() {
            if let Err(fault) = super::published_file(files, month, language, digest) {
                log.push(*fault);
            }
        }
        for number in 1..=self.corrections() {
            // Two corrections may have gone out together, under the number of the first.
            let later =
                (number + 1..=self.corrections()).any(|number| super::earlier_record(files, month, number).is_some());
            super::check_earlier(files, month, number, number == 1 || later, log);
        }
    }

    /// How many corrections were printed.
    pub(crate) fn corrections(&self) -> usize {
        let dated = |edition: &PublishedEdition| {
            edition.printed.keys().filter(|place| place.starts_with("corrections[") && place.ends_with("].on")).count()
        };
        self.editions.values().map(dated).max().unwrap_or_default()
    }

    /// Reports the figures that an issue went out with and that are others now, for the issue that counts from them.
    pub(crate) fn report_figures(&self, ledger: &Ledger, plan: &MonthPlan, log: &Log) {
        let found = Log::default();
        self.compare(ledger, (plan, None), &[], &mut Drift::default(), &found);
        let found = found.into_diagnostics();
        found.iter().filter(|fault| fault.severity == Severity::Error).for_each(|fault| log.push(fault.clone()));
    }

    /// Collects whatever would be printed differently, and reports every figure that no longer comes to what was published, and then
    /// every figure whose entries are others; whether entries that the issue knew have changed. `before` is the plan of the issue before it.
    pub(crate) fn compare(
        &self,
        ledger: &Ledger,
        (plan, before): (&MonthPlan, Option<&MonthPlan>),
        editions: &[PrintedEdition<'_>],
        drift: &mut Drift,
        log: &Log,
    ) -> bool {
        if plan.corrections.len() > self.corrections() {
            // What differs is what is corrected.
            let uncounted = self.corrected_after(ledger, plan);
            if uncounted.is_none() && self.is_printed_alike(editions) {
                let month = plan.month;
                let message =
                    format!("the issue of {month} has a correction, and prints nothing else than what went out");
                let fault = Diagnostic::new(Code::CorrectionUnpublished, self.whole.clone(), message);
                log.push(fault.with_hint("make the change that the correction speaks of, or take the correction out"));
                return false;
            }
            let message = format!("the issue of {} has a correction that has not been published", plan.month);
            let fault = Diagnostic::new(Code::CorrectionUnpublished, self.whole.clone(), message);
            log.push(fault.with_hint("publish it again with `briefing publish`"));
            if let Some(on) = uncounted {
                let cutoff = plan.cutoff();
                let message = format!(
                    "the ledger was corrected on {on}, after the issue's cut-off, {cutoff}: the figures of {} are without that",
                    plan.month
                );
                let hint = "where the issue's correction is about it, set `cutoff` of the month to that day before you publish it again";
                log.push(Diagnostic::new(Code::CorrectionUncounted, self.whole.clone(), message).with_hint(hint));
            }
            return false;
        }
        let entries = self.changed_entries(ledger);
        let now = figures(ledger, self.as_of, self.cutoff);
        let as_was = |now: &Vec<Trace>| {
            now.iter().all(|now| self.figures.get(&now.figure).is_some_and(|was| was.is_as_was(now)))
        };
        let counts_alike = entries.is_none() && plan.cutoff() == self.cutoff && now.as_ref().is_ok_and(as_was);
        // What follows from changed entries is said in one message, and what stands for it best is a figure.
        let (followed, of_figures) = (Log::default(), Log::default());
        let follows = entries.is_some().then_some(&followed);
        let mut said = BTreeSet::new();
        let corrected_before = corrected_before(plan, before);
        for edition in editions {
            let Some(PublishedEdition { printed: before, .. }) = self.editions.get(&edition.language) else { continue };
            let now = edition.pieces().into_iter().collect();
            let moved = BTreeMap::new();
            let (whole, moved) = (&self.whole, &moved);
            let compared = Compared { edition, before, now: &now, whole, corrected_before, moved, counts_alike };
            drift.add(&compared, &mut said, follows);
        }
        if plan.cutoff() != self.cutoff {
            let message = format!("published with what was known on {}, and now it is {}", self.cutoff, plan.cutoff());
            let fault = Diagnostic::new(Code::FiguresDrift, self.cutoff_at.clone(), message);
            log.push(fault.with_hint("set `cutoff` of the month back"));
        }
        let now = match now {
            Ok(now) => now,
            Err(error) => {
                let message = format!("the published figures cannot be compared: {error}");
                log.push(Diagnostic::new(Code::FiguresDrift, self.whole.clone(), message));
                return false;
            }
        };
        let log_of_figures = if entries.is_some() { &of_figures } else { log };
        let mut totals_differ = false;
        let now: BTreeMap<&Figure, &Trace> = now.iter().map(|trace| (&trace.figure, trace)).collect();
        for (name, published) in &self.figures {
            totals_differ |= published.report_total(name, now.get(name).copied(), log_of_figures);
        }
        for (name, trace) in &now {
            if !self.figures.contains_key(*name) && !is_nothing(trace.total) {
                let message = format!("`{name}` was not published, and now comes to {}", RecordedAmount(trace.total));
                log_of_figures.push(Diagnostic::new(Code::FiguresDrift, self.whole.clone(), message));
                totals_differ = true;
            }
        }
        // Where totals differ, their hints name the entries.
        if !totals_differ {
            for (name, published) in &self.figures {
                published.report_entries(name, now.get(name).copied(), log_of_figures);
            }
        }
        let is_changed = entries.is_some();
        if let Some(entries) = entries {
            let all = [of_figures, followed].map(Log::into_diagnostics);
            log_as_one(all.iter().flat_map(Diagnostics::iter), &entries, self.cutoff, log);
        }
        is_changed
    }
}

impl Published {
    /// Whether editions in all the languages that went out print what went out, but for corrections.
    pub(super) fn is_printed_alike(&self, editions: &[PrintedEdition<'_>]) -> bool {
        let is_correction = |place: &str| place.starts_with("corrections");
        let is_alike = |(language, published): (&Language, &PublishedEdition)| {
            let Some(edition) = editions.iter().find(|edition| edition.language == *language) else { return false };
            let mut now = edition.pieces();
            now.retain(|(place, _)| !is_correction(place));
            let before = published.printed.iter().filter(|(place, _)| !is_correction(place));
            let before: BTreeMap<&str, &str> =
                before.map(|(place, (text, _))| (place.as_str(), text.as_str())).collect();
            before.len() == now.len()
                && now.iter().all(|(place, text)| before.get(place.as_str()) == Some(&text.as_str()))
        };
        editions.iter().all(|edition| self.editions.contains_key(&edition.language))
            && self.editions.iter().all(is_alike)
    }
}

/// Whether the issue before one that went out, whose plan is given where it is read, was corrected after that.
fn corrected_before(plan: &MonthPlan, before: Option<&MonthPlan>) -> Option<CorrectedBefore> {
    let PreviousIssue { month, cutoff } = plan.previous?;
    // Nothing but a correction makes an issue know the ledger longer than the one after it does.
    let knows_longer = plan.cutoff() < cutoff;
    let corrections = before.filter(|before| before.month == month).map(|before| &before.corrections);
    let is_corrected = corrections.into_iter().flatten().any(|correction| plan.issued() <= correction.on);
    (knows_longer || is_corrected).then(|| CorrectedBefore {
        month: plan.month,
        before: month,
        cutoff: knows_longer.then_some(cutoff),
    })
}

/// Reports differences that come of changed entries: the gravest, and how many more there are.
fn log_as_one<'d>(found: impl Iterator<Item = &'d Diagnostic>, entries: &ChangedEntries, cutoff: Day, log: &Log) {
    let found: Vec<&Diagnostic> = found.collect();
    // A total says more than one of the places where it is printed.
    let is_total = |fault: &&&Diagnostic| fault.message.starts_with("`standing.");
    let grave = || found.iter().filter(|fault| fault.severity == Severity::Error);
    let gravest = grave().find(is_total).or_else(|| grave().next()).or(found.first());
    let Some(&first) = gravest else { return };
    let figures = match found.len() - 1 {
        0 => None,
        1 => Some("1 more figure".to_owned()),
        more => Some(format!("{more} more figures")),
    };
    let more = match (figures, first.code) {
        (None, _) => String::new(),
        (Some(figures), Code::EntriesDrift) if found.len() == 2 => format!("; so has {figures}"),
        (Some(figures), Code::EntriesDrift) => format!("; so have {figures}"),
        (Some(figures), _) if found.len() == 2 => format!("; {figures} differs"),
        (Some(figures), _) => format!("; {figures} differ"),
    };
    let ChangedEntries { said, are_new } = entries;
    let said = first.hint.as_ref().unwrap_or(said);
    let hint = if *are_new {
        format!(
            "{said}: write in `recorded` the day on which it was recorded, after {cutoff}; the next issue then counts it"
        )
    } else {
        format!(
            "put back the ledger as it was ({said}), and record what was wrong in a new row of kind `correction`, or of kind `void` if an entry should not be there; if this issue is to \
             be corrected too, say what under `[[correction]]` in the month's briefing.toml, and publish it again"
        )
    };
    log.push(Diagnostic { message: format!("{}{more}", first.message), ..first.clone() }.with_hint(hint));
}

/// What became of entries that an issue knew.
struct ChangedEntries {
    /// The first few of them.
    said: String,
    /// Whether all that changed is that there are more.
    are_new: bool,
}

impl Published {
    /// The last day on which the ledger was corrected, of those that the issue does not know and its correction may.
    fn corrected_after(&self, ledger: &Ledger, plan: &MonthPlan) -> Option<Day> {
        let printed = plan.corrections.iter().map(|correction| correction.on).max()?;
        let corrections = ledger.entries().iter().filter(|entry| entry.kind.name() == EntryKindName::Correction);
        corrections.map(|entry| entry.recorded).filter(|on| plan.cutoff() < *on && *on <= printed).max()
    }

    /// Which entries that were known are gone, changed or new; `None` where none is, or nobody can tell.
    fn changed_entries(&self, ledger: &Ledger) -> Option<ChangedEntries> {
        let before = self.known.as_ref()?;
        let now = entry_digests(ledger, self.cutoff);
        let mut changes: Vec<String> = Vec::new();
        for (id, digest) in before {
            match now.get(id) {
                None => changes.push(format!("the entry `{}` is gone", short(id))),
                Some(other) if other != digest => changes.push(format!("the entry `{}` was changed", short(id))),
                Some(_) => {}
            }
        }
        let are_new = changes.is_empty();
        let new = now.keys().filter(|id| !before.contains_key(*id));
        changes.extend(new.map(|id| format!("the entry `{}` is new", short(id))));
        Some(ChangedEntries { said: summary(changes)?, are_new })
    }
}

/// The first few of some changes, and how many more there are.
fn summary(mut changes: Vec<String>) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    let more = changes.len().saturating_sub(MOST_NAMED);
    changes.truncate(MOST_NAMED);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    Some(format!("{}{rest}", changes.join("; ")))
}

/// The editions that a record has, whatever else is the matter with it.
pub(super) fn kept_editions(record: &[u8]) -> BTreeMap<Language, KeptEdition> {
    let log = Log::default();
    let Ok(source) = SourceFile::decode("figures.lock", record) else { return BTreeMap::new() };
    let Some(root) = crate::tree::parse(&source, &log) else { return BTreeMap::new() };
    let spans = Spans::default();
    let root = TomlTable::root(Context { source: &source, log: &log, spans: &spans }, &root);
    let pieces = |table: &TomlTable<'_>| {
        let language = table.need("language")?.read::<Language>(Code::LockUnreadable)?;
        let file = table.need("file")?.read::<Digest>(Code::LockUnreadable)?;
        let pieces = pairs(&table.need("printed")?).into_iter().map(|(place, value, _)| (place, value)).collect();
        Some((language, KeptEdition { pieces, file }))
    };
    root.each("edition", pieces).into_iter().collect()
}

fn edition(table: &TomlTable<'_>) -> Option<(Language, PublishedEdition)> {
    let language = table.need("language").and_then(|value| value.read::<Language>(Code::LockUnreadable));
    let file = table.need("file").and_then(|value| value.read::<Digest>(Code::LockUnreadable));
    let digest = table.need("digest");
    let printed = table.need("printed");
    table.finish();
    let (digest, printed) = (digest?, printed?);
    let pieces = pairs(&printed);
    let stated = printed::digest(pieces.iter().map(|(place, value, _)| (place.as_str(), value.as_str())));
    if digest.text().is_some_and(|text| text != stated) {
        digest.fault(Code::LockUnreadable, "what is recorded here does not have this digest");
    }
    let printed = pieces.into_iter().map(|(place, value, at)| (place, (value, at))).collect();
    Some((language?, PublishedEdition { printed, file: file? }))
}

fn known(table: &TomlTable<'_>) -> Option<BTreeMap<String, String>> {
    let entries = table.need("entries");
    table.finish();
    Some(pairs(&entries?).into_iter().map(|(id, digest, _)| (id, digest)).collect())
}

/// The pairs of texts in a list, each with its place.
fn pairs(value: &TomlValue<'_>) -> Vec<(String, String, FileSpan)> {
    let pairs = value.items().map(|lines| {
        lines.read(|line| match line.items()?.read(TomlValue::text).as_slice() {
            [one, other] => Some(((*one).to_owned(), (*other).to_owned(), line.location())),
            _ => {
                line.fault(Code::LockUnreadable, "two texts are expected here");
                None
            }
        })
    });
    pairs.unwrap_or_default()
}

impl PublishedFigure {
    /// Whether it comes to what it came to.
    fn is_as_was(&self, now: &Trace) -> bool {
        RecordedAmount(now.total).to_string() == self.total && what_is_known(now) == self.known
    }

    fn report_total(&self, name: &Figure, now: Option<&Trace>, log: &Log) -> bool {
        let total = now.map(|trace| RecordedAmount(trace.total).to_string());
        if total.as_deref() == Some(self.total.as_str()) || (now.is_none() && is_zero(&self.total)) {
            return self.report_known(name, now, log);
        }
        let now_is = total.unwrap_or_else(|| "nothing".to_owned());
        let message = format!("`{name}` was published as {}, and now comes to {now_is}", short(&self.total));
        let mut fault = Diagnostic::new(Code::FiguresDrift, self.at.clone(), message);
        fault.hint = self.changes(now);
        log.push(fault);
        true
    }

    /// The entries come to the same; what is known of the figure may be something else.
    fn report_known(&self, name: &Figure, now: Option<&Trace>, log: &Log) -> bool {
        let Some(now) = now.map(what_is_known).filter(|now| *now != self.known) else { return false };
        let message = format!("`{name}` was published as {}, and now it is {now}", short(&self.known));
        log.push(Diagnostic::new(Code::FiguresDrift, self.at.clone(), message));
        true
    }

    fn report_entries(&self, name: &Figure, now: Option<&Trace>, log: &Log) {
        if let Some(changes) = self.changes(now) {
            let message = format!("`{name}` has the published value, but from other entries");
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
        summary(changes)
    }
}

fn entries_of(trace: &Trace) -> EntryAmounts {
    let mut entries = EntryAmounts::new();
    for line in &trace.lines {
        entries.entry(line.entry.to_string()).or_default().push(RecordedAmount(line.amount).to_string());
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

fn figure(table: &TomlTable<'_>) -> Option<(Figure, PublishedFigure)> {
    let name = table.need("name").and_then(|value| value.read::<Figure>(Code::LockUnreadable));
    let known = table.need("known").and_then(|value| value.text().map(str::to_owned));
    let total = table.need("total");
    let at = total.as_ref().map(TomlValue::location);
    let total = total.and_then(|value| value.text().map(str::to_owned));
    let unlisted = table.get("unlisted").is_some();
    let entries = if unlisted { None } else { table.need("entries").map(|value| entries(&value)) };
    table.finish();
    Some((name?, PublishedFigure { known: known?, total: total?, at: at?, entries }))
}

fn entries(value: &TomlValue<'_>) -> EntryAmounts {
    let lines = value.items().map(|lines| {
        lines.read(|line| match line.items()?.read(TomlValue::text).as_slice() {
            [id, amount] => Some(((*id).to_owned(), (*amount).to_owned())),
            _ => {
                line.fault(Code::LockUnreadable, "an entry and what it adds are expected here");
                None
            }
        })
    });
    let mut entries = EntryAmounts::new();
    for (id, amount) in lines.unwrap_or_default() {
        entries.entry(id).or_default().push(amount);
    }
    entries.values_mut().for_each(|amounts| amounts.sort_unstable());
    entries
}
