//! What an office begins with: its first files, the next month, one more item.
//!
//! Each function gives text and writes nothing. The keys that the text explains are those of the [`keys`](crate::keys), so that an
//! explanation cannot differ from what the reader takes.

mod explained;
mod item;
mod month;
mod office;

pub use item::{AddedItem, NewItem, new_item};
pub use month::{MonthBegun, NotBegun, new_month};
pub use office::{NewFile, NewOffice};

/// The text of an item that nobody has written yet. A month that still has it is reported.
pub(crate) const PLACEHOLDER: &str =
    "Say here, in two or three sentences, what happened, who took part and what came of it.";
