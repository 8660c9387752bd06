//! Files as they are written, read back.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod archive;
mod faults;
mod images;
mod nesting;
mod reader;
mod structure;
mod support;
mod text;
mod trees;
