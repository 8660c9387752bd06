//! What stands in the place of something that must be there and could not be read.
//!
//! The fault is reported and the gap noted, so that none of this leaves the reader; it lets the rest of what it is part of be
//! checked.

use std::str::FromStr;

use briefing_model::{Name, OfficeData, RichText};

use crate::tree::TomlTable;

/// A name. `None` only in theory, as below.
pub(super) fn name() -> Option<Name> {
    Name::new("-").ok()
}

/// A text.
pub(super) fn text() -> Option<RichText> {
    "-".parse().ok()
}

/// A date that is the first of everything.
pub(super) fn date<T: FromStr>() -> Option<T> {
    "1945-10-24".parse().ok()
}

/// An id that nothing else in the file has.
pub(super) fn id<T: FromStr>(table: &TomlTable<'_>) -> Option<T> {
    format!("unread-{}", table.number()).parse().ok()
}

/// An office.
pub(super) fn office() -> Option<OfficeData> {
    Some(OfficeData::new("unread".parse().ok()?, name()?))
}
