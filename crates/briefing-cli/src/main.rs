//! The briefing command.
fn main() {}
