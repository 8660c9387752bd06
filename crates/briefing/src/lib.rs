//! From an office's folder of facts to a finished file, and from the file back to its data.
//!
//! ```
//! use briefing::{Folder, Language, Verdict};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let repository = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
//! # if !std::path::Path::new(repository).join("examples/unoct").is_dir() {
//! #     return Ok(()); // The package comes without the example office.
//! # }
//! # std::env::set_current_dir(repository)?;
//! // An office keeps its facts in a folder. What is wrong with it is found with its place.
//! let folder = Folder::open("examples/unoct")?;
//! assert_eq!(folder.check().errors(), 0);
//!
//! // A month in a language: an accessible PDF file that holds its own data.
//! let april = "2025-04".parse()?;
//! let file = folder.render(april, Language::Fr)?;
//! assert_eq!(file.name, "unoct-2025-04-fr.pdf");
//!
//! // Whether a file shows what its data say; and the data.
//! let found = briefing::verify(&file.bytes)?;
//! assert_eq!(found.verdict, Verdict::Consistent);
//! assert_eq!(found.edition.unwrap().briefing().month, april);
//! # Ok(())
//! # }
//! ```
//!
//! # From what to what
//!
//! | from | to | by |
//! |---|---|---|
//! | a folder on a disk, or in memory | the finished file of a month | [`Folder::render`] |
//! | | the files of several months at once | [`Folder::render_each`] |
//! | | what is wrong with it | [`Folder::check`] |
//! | | the issue of a month, held to the rules of publishing, and what the folder keeps of it | [`Folder::publication`], [`Folder::publish`] |
//! | | the office and its ledger; a month as data | [`Folder::office`], [`Folder::month`] |
//! | a [`Briefing`] made in code, or its JSON | the finished file | [`Edition::new`], [`Edition::render`] |
//! | a finished file | whether it was altered | [`verify()`] |
//! | | its data, as JSON | [`Edition::read`], [`Edition::to_json_with`] |
//! | such JSON | the same file again | [`Edition::read`], [`Edition::render`] |
//! | a file and a folder | what differs | [`Folder::differences`] |
//! | two issues | which items, texts, figures and names differ | [`compare()`], [`compare_in_words`] |
//! | results | JSON for other programs, and back | [`forms`] |
//!
//! Every file contains its [`Edition`], was read again to check that its pages say what its document says, and is consistent for
//! [`verify()`]; a file set in a font that may not be embedded can be verified only with the office's folder. The same input
//! gives the same bytes: nothing here uses a clock, a locale or the system's fonts, and nothing panics on any input.
//!
//! # Step by step
//!
//! Each step is a crate that can be used alone; they are re-exported here, so that one dependency is enough: [`office`] reads,
//! [`model`] compiles, [`document`] composes, [`layout`] lays out, [`pdf`] writes, and [`tagged_pdf`] knows the format.

mod against;
mod check;
mod compare;
pub mod edition;
mod finished;
mod folder;
pub mod forms;
mod pages;
pub mod preview;
mod publish;
pub mod verify;

pub use briefing_document as document;
pub use briefing_layout as layout;
pub use briefing_model as model;
pub use briefing_office as office;
pub use briefing_pdf as pdf;
pub use tagged_pdf;

pub use briefing_model::{Briefing, Code, Language, Month};
pub use briefing_office::{Diagnostic, Diagnostics, Disk, FileError, Files, Memory, PrintablePicture};
pub use compare::{Change, ChangeKind, Comparison, compare, compare_in_words};
pub use edition::{Edition, EditionError, Pictures};
pub use finished::{FinishedFile, Proof, RenderError};
pub use folder::{Folder, RenderOptions};
pub use preview::Preview;
pub use publish::{IssueRecord, KeptFile, Publication, PublicationPlan, PublishError, PublishOptions};
pub use verify::{Verdict, Verification, VerifyError, verify};

/// The examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
