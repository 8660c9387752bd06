//! Files written from pages, read back.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod tags;
