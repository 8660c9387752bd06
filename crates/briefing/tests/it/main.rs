//! Editions and files, made, read back and verified.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod edition;
mod places;
mod slips;
