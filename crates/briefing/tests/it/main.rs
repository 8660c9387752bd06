//! Editions and files, made, read back and verified.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod corrected;
mod edition;
mod everything;
mod examples;
mod forms;
#[allow(dead_code, reason = "the tests of another crate use the rest")]
#[path = "../../../briefing-office/tests/it/common/mod.rs"]
mod office_files;
mod officer;
mod places;
mod printed_keys;
mod publish;
mod received;
mod slips;
mod words;
