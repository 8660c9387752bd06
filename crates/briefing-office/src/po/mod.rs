//! PO files (GNU gettext) and XLIFF, as translators' tools exchange them: one entry for each text, its key as context.
//!
//! A reader of our own, because none that is published says on which line an entry stands.

mod read;
mod write;
pub(crate) mod xliff;

pub(crate) use read::{Catalog, PoEntry, read};
pub(crate) use write::{Message, PoHeader, write};

/// The context of a text: the file that its source is in, and its key there. No file name of ours has a space.
pub(crate) fn context(file: &str, key: &briefing_model::TextKey) -> String {
    format!("{file} {key}")
}
