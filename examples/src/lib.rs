//! Small programs on the briefing libraries, beside a complete office folder (`unoct`).
//!
//! | program | shows |
//! |---|---|
//! | `totals` | a ledger built in code, and what it comes to on a day, as known on another |
//! | `build_a_briefing` | an office, a ledger and a month in code, compiled to a briefing, written and read as JSON |
//! | `render` | a month of an office folder as a finished file, in the language asked for |
//!
//! `cargo run -p briefing-examples --example totals` runs one. The library itself is empty: each program stands alone.

/// Holds the README to its Rust: its code blocks run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
