//! The whole path, from an office folder to the finished file.

#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

mod any_office;
mod api;
mod audit;
mod broken;
mod checklist;
mod determinism;
mod drawings;
mod editions;
mod forgeries;
mod growth;
mod languages;
mod layout;
mod months;
mod mutations;
mod photographs;
mod pictures;
mod reading;
mod schemas;
mod seeds;
mod signed;
mod terminology;
mod whole_path;
