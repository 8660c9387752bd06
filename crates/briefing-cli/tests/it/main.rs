//! The command as a user runs it: words, exit statuses, files.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod check;
mod common;
mod determinism;
mod explain;
mod fonts;
mod guard;
mod import;
mod letters;
mod licences;
mod month;
mod new;
mod render;
mod schemas;
mod staff;
mod strays;
mod tags;
mod terminal;
mod totals;
mod trace;
mod translations;
mod verify;
mod watch;
