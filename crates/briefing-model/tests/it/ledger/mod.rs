//! The ledger, asked from outside: what it counts, what it refuses, and the laws it keeps on any history.

pub(crate) mod book;
mod example;
mod faults;
mod known;
mod laws;
mod months;
mod rules;
mod told;
