//! The content of a briefing, in reading order, in one language.
//!
//! [`compose`] turns a [`Briefing`](briefing_model::Briefing) into a [`Document`]: every word is chosen, every date, amount and list
//! written as the language requires, headings and reading order settled. This crate knows nothing about fonts, pages or PDF.
//!
//! - The **tree** is plain data: a [`Document`] has [`Section`]s, a section has [`Block`]s, and lines of text consist of [`Inline`] pieces.
//!   It says what each piece is; the next stage decides what it looks like.
//! - [`dates`] and [`numbers`] format dates and figures in the six official languages by United Nations rules, which differ from CLDR's.
//! - The program's own words ("Recent Pledges", "Total recorded in April") are messages with arguments, written whole in each language. A
//!   language that lacks one does not compile.
//! - A name that is not known in the document's language is printed in English, marked as English, and reported as a
//!   [`Warning`]. Nothing is transliterated or inflected.
//!
//! A document can be inspected without any page: [`Document::plain_text`] returns its words, [`Document::outline`] its structure;
//! [`Document::visit`] shows every piece to a visitor that builds something from it, such as a [`TagTree`]; and [`Document::check`]
//! verifies everything that later stages rely on.
//!
//! ```
//! use briefing_document::compose;
//! use briefing_model::{Briefing, Language};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
//! let document = compose(&briefing, Language::En)?.document;
//!
//! let headings: Vec<&str> = document.sections.iter().map(|section| section.heading.as_str()).collect();
//! assert_eq!(headings[..3], ["About UNOCT", "UNOCT Mandate", "Leadership"]);
//! # Ok(())
//! # }
//! ```

mod bound;
mod check;
mod collate;
mod compose;
pub mod dates;
mod inline;
mod languages;
mod lists;
pub mod numbers;
mod outline;
mod plain;
mod tags;
mod tree;
mod typography;
mod visit;
mod words;

pub use check::DocumentFault;
pub use compose::{Approval, ComposeError, Composer, Composition, Warning, compose, draft_mark, facts_in_words};
pub use tags::{Child, HeaderScope, LinkTarget, ListMarks, Node, NodeId, SlotId, Tag, TagTree};
pub use tree::*;
pub use visit::{Element, Visitor};
pub use words::Words;
