//! The file of a month's approvals.

use std::fmt::Write as _;

use briefing_model::{Day, EventId, Language, Month};

use crate::diagnostic::{Code, FileSpan};
use crate::source::SourceFile;
use crate::tree::{Context, Log, Spans, TomlTable, quoted};

/// One approval.
#[derive(Clone)]
pub(super) struct ApprovalEntry {
    pub(super) item: EventId,
    pub(super) language: Language,
    pub(super) by: String,
    pub(super) on: Day,
    pub(super) digest: String,
    /// Where it stands.
    pub(super) at: FileSpan,
}

/// The month that a record says it is of, in its first line.
pub(super) fn month_of(source: &SourceFile) -> Option<Month> {
    let first = source.text().lines().next()?.strip_prefix("# Who approved which item of ")?;
    first.split(',').next()?.parse().ok()
}

/// Reads the file; every fault goes to the log.
pub(super) fn read(source: &SourceFile, log: &Log) -> Option<Vec<ApprovalEntry>> {
    let spans = Spans::default();
    let root = crate::tree::parse(source, log)?;
    let root = TomlTable::root(Context { source, log, spans: &spans }, &root);
    let _version = root.need("version").and_then(|value| value.number(1..=1));
    let entries = root.each("approval", entry);
    root.finish();
    Some(entries)
}

fn entry(table: &TomlTable<'_>) -> Option<ApprovalEntry> {
    let at = table.location();
    let item = table.need("item").and_then(|value| value.read(Code::BadId));
    let language = table.need("language").and_then(|value| value.read(Code::UnknownWord));
    let by = table.need("by").and_then(|value| value.text().map(str::to_owned));
    let on = table.need("on").and_then(|value| value.date());
    let digest = table.need("digest").and_then(|value| value.text().map(str::to_owned));
    table.finish();
    Some(ApprovalEntry { item: item?, language: language?, by: by?, on: on?, digest: digest?, at })
}

/// The file's text.
pub(super) fn write(month: Month, entries: &[ApprovalEntry]) -> String {
    let mut text = format!(
        "# Who approved which item of {month}, in which language. `briefing approve` writes it; a later change of an item lifts its\n\
         # approval, because the digest is that of what was approved.\n\nversion = 1\n"
    );
    for ApprovalEntry { item, language, by, on, digest, .. } in entries {
        let by = quoted(by);
        let _ = write!(
            text,
            "\n[[approval]]\nitem = \"{item}\"\nlanguage = \"{language}\"\nby = {by}\non = {on}\ndigest = \"{digest}\"\n"
        );
    }
    text
}
