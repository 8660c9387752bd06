//! What can be wrong: one table of codes for everything that an office writes and everything that is made of it.

#[macro_use]
mod code;
mod table;

pub use self::code::{Explanation, Severity, UnknownCode};
pub use self::table::Code;
