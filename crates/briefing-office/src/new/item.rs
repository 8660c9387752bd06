//! One more item of a month.

use briefing_model::Month;

use super::PLACEHOLDER;
use super::explained::beside;
use crate::diagnostic::{Code, Diagnostics, FileSpan, Severity};
use crate::files::{Files, FolderPath, WithFile};
use crate::keys::month_tables;
use crate::read::{LARGEST_TOML, Reading, read_month};
use crate::tree::{Log, quoted};

/// What is known of an item before it is written.
///
/// ```
/// use briefing_office::NewItem;
///
/// let item = NewItem { month: "2025-05".parse().unwrap(), id: "roundtable", section: "highlights", when: "2025-05-14", text: None };
/// assert_eq!(item.id, "roundtable");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct NewItem<'a> {
    /// The month it belongs to.
    pub month: Month,
    /// Its name within the month.
    pub id: &'a str,
    /// Where it is printed: `leadership`, `highlights` or a unit.
    pub section: &'a str,
    /// When it was, as `briefing.toml` writes it.
    pub when: &'a str,
    /// What happened, with marks; a sentence that asks for it, if nobody has said it yet.
    pub text: Option<&'a str>,
}

/// A month's file with one item more.
///
/// ```
/// let added = briefing_office::AddedItem { path: "2025-05/briefing.toml".parse()?, before: vec![], after: String::new(), line: 1 };
/// assert_eq!(added.line, 1);
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, Clone)]
pub struct AddedItem {
    /// The file.
    pub path: FolderPath,
    /// What it was.
    pub before: Vec<u8>,
    /// What it is with the item.
    pub after: String,
    /// The line on which the item begins, from 1.
    pub line: usize,
}

/// Adds an item at the end of a month's file.
///
/// There is a value if the item has no fault in its month: its id is new, its section is one of the office's, and it lies in the month.
/// What else is wrong with the folder does not matter here.
///
/// ```
/// use briefing_office::{Memory, NewItem, new_item};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("2025-05/briefing.toml", "");
/// let item = NewItem { month: "2025-05".parse().unwrap(), id: "storm", section: "highlights", when: "2025-05-14", text: None };
/// assert!(new_item(&files, &item).value().unwrap().after.contains("id = \"storm\"\n"));
/// let june = NewItem { when: "2025-06-14", ..item };
/// assert!(new_item(&files, &june).diagnostics().to_string().contains("no day of `2025-06-14` lies in 2025-05"));
/// ```
pub fn new_item(files: &dyn Files, item: &NewItem<'_>) -> Reading<AddedItem> {
    let before = read_month(files, item.month);
    let path: Option<FolderPath> = format!("{}/briefing.toml", item.month).parse().ok();
    let bytes = path.as_ref().and_then(|path| files.read(path, LARGEST_TOML).ok());
    let (Some(path), Some(bytes)) = (path, bytes) else { return Reading::of(None, before.into_parts().1) };
    let Ok(text) = String::from_utf8(bytes.clone()) else { return Reading::of(None, before.into_parts().1) };
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut kept = text.trim_end().to_owned();
    if !kept.is_empty() {
        kept.push_str(&ending.repeat(2));
    }
    let line = kept.matches('\n').count() + 1;
    let mut added = String::new();
    block(&mut added, item.id, item.section, item.when, item.text.unwrap_or(PLACEHOLDER));
    let after = kept + &added.replace('\n', ending);
    let log = Log::default();
    let known = before.into_parts().1;
    let with = WithFile { files, path: &path, bytes: after.as_bytes() };
    for fault in new_errors(&known, read_month(&with, item.month).diagnostics()) {
        log.push(of_what_was_given(fault, path.as_str(), line));
    }
    Reading::new(Some(AddedItem { path, before: bytes, after, line }), log)
}

/// A fault without the place that it would have: from that line on, the file has nothing yet.
fn of_what_was_given(mut fault: crate::Diagnostic, file: &str, line: usize) -> crate::Diagnostic {
    let is_given = |place: &FileSpan| place.file == file && place.line >= line;
    if fault.place.as_ref().is_some_and(is_given) {
        let there = fault.related.iter().position(|other| !is_given(&other.place));
        fault.place = there.map(|at| fault.related.remove(at).place);
        fault.hint = match fault.code {
            Code::DuplicateItem => Some("give the new item another id".to_owned()),
            Code::OutsideMonth => Some("give a day of the month, or add the item to the month of its day".to_owned()),
            _ => fault.hint,
        };
    }
    fault
}

/// The errors that were not there before.
fn new_errors(before: &Diagnostics, after: &Diagnostics) -> Vec<crate::Diagnostic> {
    let errors = after.iter().filter(|fault| fault.severity == Severity::Error);
    let is_known = |fault: &crate::Diagnostic| {
        before.iter().any(|known| known.code == fault.code && known.message == fault.message)
    };
    errors.filter(|fault| !is_known(fault)).cloned().collect()
}

/// An item as it is written, the keys that it does not use behind a `#`.
pub(super) fn block(text: &mut String, id: &str, section: &str, when: &str, words: &str) {
    let values = [("id", quoted(id)), ("section", quoted(section)), ("when", quoted(when)), ("text", quoted(words))];
    let keys = month_tables().into_iter().find(|table| table.path == "item").map_or(&[][..], |table| table.keys);
    text.push_str("[[item]]\n");
    for key in keys {
        match values.iter().find(|(name, _)| *name == key.name) {
            // What it means is in what it says.
            Some((name, value)) => text.push_str(&format!("{name} = {value}\n")),
            None => beside(text, key, None),
        }
    }
}
