//! Texts that hold the next one: with `”` for the `"` that closes a text and `“` for the one that opens the next, the file is TOML, and
//! the second is gone.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{MOST, Slip, scan};

/// The texts of a file without errors that go on with another key or text.
pub(super) fn find(text: &str, root: &DeTable<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for value in root.values() {
        of_value(text, value.get_ref(), value.span(), false, &mut found);
    }
    found.sort_by_key(|slip: &Slip| slip.span.start);
    found.truncate(MOST);
    found
}

fn of_value(text: &str, value: &DeValue<'_>, span: Range<usize>, in_list: bool, found: &mut Vec<Slip>) {
    match value {
        DeValue::String(read) if read.contains(',') => {
            let written = text.get(span.clone()).unwrap_or_default();
            let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            let inside = inside.filter(|inside| !inside.starts_with('"'));
            let closed = inside.and_then(|inside| scan::closed_by_print(inside, in_list));
            found.extend(closed.map(|(at, print)| scan::ends_with(span.start + 1 + at, print)));
        }
        DeValue::Array(values) => {
            values.iter().for_each(|value| of_value(text, value.get_ref(), value.span(), true, found));
        }
        DeValue::Table(table) => {
            table.values().for_each(|value| of_value(text, value.get_ref(), value.span(), false, found));
        }
        _ => {}
    }
}
