//! What composing makes of a briefing, in every language.

#![cfg(test)]
#![allow(clippy::expect_used, reason = "a test stops at the first thing amiss, also in its helpers")]

mod any_briefing;
mod dates;
mod documents;
mod numbers;
