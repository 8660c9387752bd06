//! The model, asked from outside.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod compile;
mod dates;
mod display;
mod ledger;
mod markup;
mod money;
mod names;
mod office_faults;
mod round_trip_office;
mod state_table;
mod states;
mod symbols;
mod text_types;
mod wire;
mod wire_briefing;
mod wire_ledger;
mod wire_office;
mod words;
