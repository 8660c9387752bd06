//! The next month: the last one's items as comments, and nothing that is dated.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use briefing_model::{Month, When};
use toml::de::{DeTable, DeValue};

use super::explained::{beside, comment};
use super::office::NewFile;
use crate::diagnostic::Diagnostics;
use crate::files::{FileError, Files, FolderPath};
use crate::keys::{Form, month_tables};
use crate::read::LARGEST_TOML;
use crate::source::SourceFile;
use crate::tree::Log;

/// A month that can begin.
///
/// ```
/// use briefing_office::{Memory, new_month};
///
/// let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// let files = Memory::new().with("2025-04/briefing.toml", item);
/// let begun = new_month(&files, "2025-05".parse().unwrap(), None).unwrap();
/// assert_eq!((begun.file.path.as_str(), begun.items), ("2025-05/briefing.toml", 1));
/// assert!(begun.file.text.contains("# text = 'A visit.'\n"));
/// assert!(!begun.file.text.contains("visit'\n# section"), "an id is used once");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MonthBegun {
    /// Its file.
    pub file: NewFile,
    /// The month whose items are in it as comments, if there was one.
    pub from: Option<Month>,
    /// How many items these are.
    pub items: usize,
}

/// Why a month cannot begin.
///
/// ```
/// use briefing_office::{Memory, NotBegun, new_month};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "");
/// assert!(matches!(new_month(&files, "2025-04".parse().unwrap(), None), Err(NotBegun::Exists(_))));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotBegun {
    /// It has a file.
    #[error("`{0}` exists already, and is left as it is")]
    Exists(String),
    /// The month to begin from has no file.
    #[error("there is no `{0}` to begin from")]
    NoSource(String),
    /// The month to begin from cannot be read.
    #[error("{}", .0.to_string().trim_end())]
    Faults(Diagnostics),
    /// The system refused.
    #[error("`{path}` cannot be read: {error}")]
    File {
        /// The path within the office folder.
        path: String,
        /// Why.
        #[source]
        error: FileError,
    },
}

/// The file of a month, made from another, or from the last one before it.
///
/// What is dated stays behind: the day of issue, the stated total, the record of what was published, pictures and translations. Items
/// come along as comments, without their ids and dates, each with what it was; those that go on in the new month say so.
///
/// # Errors
///
/// When the month has a file, and when the month to begin from is missing or cannot be read.
///
/// # Example
///
/// ```
/// use briefing_office::{Memory, new_month};
///
/// // The office's first month: nothing to begin from.
/// let begun = new_month(&Memory::new(), "2025-04".parse()?, None)?;
/// assert_eq!(begun.file.path.as_str(), "2025-04/briefing.toml");
/// assert_eq!((begun.from, begun.items), (None, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn new_month(files: &dyn Files, month: Month, from: Option<Month>) -> Result<MonthBegun, NotBegun> {
    let path = file_of(month);
    if read(files, &path)?.is_some() {
        return Err(NotBegun::Exists(path));
    }
    let mut text = head(month);
    let from = from.or_else(|| last_before(files, month));
    let mut items = 0;
    if let Some(from) = from {
        let path = file_of(from);
        let bytes = read(files, &path)?.ok_or_else(|| NotBegun::NoSource(path.clone()))?;
        let log = Log::default();
        let source = SourceFile::decode(&path, &bytes).map_err(|fault| {
            let mut faults = Diagnostics::new();
            faults.push(*fault);
            NotBegun::Faults(faults)
        })?;
        let Some(root) = crate::tree::parse(&source, &log) else {
            return Err(NotBegun::Faults(log.into_diagnostics()));
        };
        let blocks = blocks(source.text(), &root);
        items = blocks.len();
        carry(&mut text, source.text(), &blocks, from, month);
    }
    Ok(MonthBegun { file: NewFile { path, text }, from, items })
}

fn file_of(month: Month) -> String {
    format!("{month}/briefing.toml")
}

fn read(files: &dyn Files, path: &str) -> Result<Option<Vec<u8>>, NotBegun> {
    // A month's name is a path.
    let Ok(name) = path.parse::<FolderPath>() else { return Ok(None) };
    match files.read(&name, LARGEST_TOML) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(FileError::NotFound) => Ok(None),
        Err(error) => Err(NotBegun::File { path: path.to_owned(), error }),
    }
}

/// The last month before another that has a file.
fn last_before(files: &dyn Files, month: Month) -> Option<Month> {
    let months = crate::read::months(files);
    months.into_iter().rfind(|earlier| *earlier < month)
}

/// How the file of a month begins: what may be said of the month as a whole.
pub(super) fn head(month: Month) -> String {
    let mut text = String::new();
    comment(
        &mut text,
        &format!(
            "{month}: the month's items, in the order in which they are printed. `briefing new item` adds one; `briefing explain \
             item.when` prints what a key means. A line such as `#cutoff = …` is a key that is not in use: take its `#` away \
             and write your own value."
        ),
        "",
    );
    text.push('\n');
    let keys = month_tables().first().map_or(&[][..], |top| top.keys);
    for key in keys.iter().filter(|key| !matches!(key.form, Form::Tables(_) | Form::Table(_))) {
        beside(&mut text, key, None);
    }
    for key in keys.iter().filter(|key| key.name != "item") {
        let Form::Tables(table) = &key.form else { continue };
        let inner: Vec<String> = table.keys.iter().map(|key| format!("`{}`: {}", key.name, key.about)).collect();
        comment(&mut text, &format!("`[[{}]]`: {} Its keys: {}", key.name, key.about, inner.join(" ")), "");
    }
    text
}

/// An item as it is written.
struct ItemBlock {
    /// From its heading, with the comments right above it, to the next.
    range: Range<usize>,
    /// Its id and its date, and where they stand.
    id: Option<(String, Range<usize>)>,
    when: Option<(String, Range<usize>)>,
    /// Where its values are.
    values: Vec<Range<usize>>,
}

impl ItemBlock {
    /// The item without its id, its date and its comments, and those of them that are remarks on it: a comment of a comment would
    /// be read as a key that is not in use, and such keys say nothing of the item.
    fn without_remarks<'s>(&self, source: &'s str) -> (String, Vec<&'s str>) {
        let last = self.values.iter().map(|value| value.end).max().unwrap_or_default();
        let mut edits: Vec<(Range<usize>, &str)> =
            self.id.iter().chain(&self.when).map(|(_, span)| (span.clone(), "\"\"")).collect();
        let mut remarks = Vec::new();
        let mut end = self.range.start;
        for line in source.get(self.range.clone()).unwrap_or_default().split_inclusive('\n') {
            let start = end;
            end += line.len();
            let within_value = self.values.iter().any(|value| value.contains(&start));
            if within_value || !line.trim_start().starts_with('#') {
                continue;
            }
            edits.push((start..end, ""));
            // What follows the item belongs to the next, or is an item that was not used.
            remarks.extend(Some(line.trim()).filter(|line| line.starts_with("# ") && start < last));
        }
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        let mut item = source.get(self.range.clone()).unwrap_or_default().to_owned();
        for (span, with) in edits {
            let within = span.start.saturating_sub(self.range.start)..span.end.saturating_sub(self.range.start);
            // A place in the text, since both are of the same file.
            if item.get(within.clone()).is_some() {
                item.replace_range(within, with);
            }
        }
        (item, remarks)
    }
}

/// The items of a month; none where they are not written under headings of their own.
fn blocks(text: &str, root: &DeTable<'_>) -> Vec<ItemBlock> {
    let Some(DeValue::Array(items)) = root.get("item").map(toml::Spanned::get_ref) else { return Vec::new() };
    let mut blocks = Vec::new();
    for item in items {
        let DeValue::Table(table) = item.get_ref() else { return Vec::new() };
        let value = |key: &str| {
            let value = table.get(key)?;
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Datetime(date) => date.to_string(),
                _ => return None,
            };
            Some((text, value.span()))
        };
        let start = item.span().start;
        if !text.get(start..).is_some_and(|rest| rest.starts_with("[[")) {
            return Vec::new();
        }
        let mut places = Vec::new();
        values(table, &mut places);
        let range = with_comments(text, start)..text.len();
        blocks.push(ItemBlock { range, id: value("id"), when: value("when"), values: places });
    }
    // What else has a heading is no part of the item above it.
    let ends = root.iter().flat_map(|(_, value)| headings(text, value)).map(|heading| with_comments(text, heading));
    let ends: BTreeSet<usize> = ends.collect();
    for block in &mut blocks {
        let next = ends.range(block.range.start + 1..).next();
        block.range.end = next.copied().unwrap_or(text.len());
    }
    blocks
}

/// Where the tables of a key begin that have headings.
fn headings(text: &str, value: &toml::Spanned<DeValue<'_>>) -> Vec<usize> {
    let starts: Vec<usize> = match value.get_ref() {
        DeValue::Array(items) => items.iter().map(|item| item.span().start).collect(),
        DeValue::Table(_) => vec![value.span().start],
        _ => Vec::new(),
    };
    let is_heading = |start: &usize| text.get(*start..).is_some_and(|rest| rest.starts_with('['));
    // A list has a bracket of its own behind its key.
    let begins_line =
        |start: &usize| text.get(..*start).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
    starts.into_iter().filter(|start| is_heading(start) && begins_line(start)).collect()
}

/// Where the comments begin that stand right above a heading; a key behind a `#` is no comment.
fn with_comments(text: &str, heading: usize) -> usize {
    let mut start = heading;
    while let Some(before) = text.get(..start).and_then(|before| before.strip_suffix('\n')) {
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        if !before.get(line_start..).is_some_and(|line| line.starts_with("# ")) {
            break;
        }
        start = line_start;
    }
    start
}

/// Where the values of a table are, those of its tables included.
fn values(table: &DeTable<'_>, found: &mut Vec<Range<usize>>) {
    for value in table.values() {
        match value.get_ref() {
            DeValue::Table(inner) => values(inner, found),
            _ => found.push(value.span()),
        }
    }
}

fn carry(text: &mut String, source: &str, blocks: &[ItemBlock], from: Month, month: Month) {
    if blocks.is_empty() {
        return;
    }
    text.push('\n');
    comment(
        text,
        &format!(
            "Below are the items of {from}, as comments: take the `# ` away from what you want to use again, give it an id and a \
             date of {month}, and write what happened since. Delete the rest."
        ),
        "",
    );
    for block in blocks {
        let (item, remarks) = block.without_remarks(source);
        let was = block.when.as_ref().map_or("", |(when, _)| when.as_str());
        let id = block.id.as_ref().map_or("", |(id, _)| id.as_str());
        let goes_on = was.parse::<When>().is_ok_and(|when| when.overlaps(month));
        let note = if goes_on { format!("; it goes on in {month}") } else { String::new() };
        let _ = write!(text, "\n# {from}: {id}, {was}{note}\n");
        for remark in remarks {
            let _ = writeln!(text, "{remark}");
        }
        for line in item.trim().lines() {
            let _ = writeln!(text, "{}", format!("# {line}").trim_end());
        }
    }
}
