//! The commands, each in a file of its own.

pub(crate) mod approve;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod extract;
pub(crate) mod import;
pub(crate) mod licences;
pub(crate) mod new;
pub(crate) mod publish;
pub(crate) mod render;
pub(crate) mod schema;
pub(crate) mod tags;
pub(crate) mod totals;
pub(crate) mod trace;
pub(crate) mod translations;
pub(crate) mod verify;
pub(crate) mod watch;
