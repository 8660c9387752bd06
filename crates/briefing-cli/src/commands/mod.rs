//! The commands, each in a file of its own.

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod render;
pub(crate) mod tags;
pub(crate) mod totals;
pub(crate) mod trace;
pub(crate) mod translations;
