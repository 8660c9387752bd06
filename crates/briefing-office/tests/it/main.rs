//! Reading an office folder: what it gives, and every fault with its place.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod advice;
mod common;
mod example;
mod existence;
mod exports;
mod faults;
mod file_schemas;
mod fonts;
mod import;
mod keys;
mod ledger_out;
mod moved;
mod new;
mod one_run;
mod own_words;
mod pictures;
mod po;
mod published;
mod reader;
mod robust;
mod strangers;
mod style;
mod tables;
mod translations;
mod undated;
mod units;
mod workbooks;
