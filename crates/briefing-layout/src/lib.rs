//! Where each piece of a briefing goes on the page.

pub mod text;
