//! Writes what fuzzing starts from: small files of ours, and their parts before they are packed, as seeds; and the files of the small
//! office in `tests/fuzz/base` into the corpus of each target that takes them.
//!
//!     cargo run -p briefing-tests --example fuzz-seeds

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "shared with a test, which stops at the first thing amiss"
)]

#[path = "../tests/it/mutations/apart.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod apart;
#[path = "../fuzz/bodies.rs"]
#[allow(dead_code, clippy::expect_used, clippy::panic, reason = "the targets use the rest")]
mod bodies;

use std::fs;
use std::sync::Arc;

use briefing_layout::text::FontBook;
use briefing_model::Language;
use briefing_pdf::{Attachment, Relationship};
use briefing_tests::{Failure, Issue, repository};

fn main() -> Result<(), Failure> {
    let issue = Issue::of_repository("tests/offices/minimal", "2024-02")?;
    let attachment = Attachment {
        name: "data.json".to_owned(),
        description: "The same as data".to_owned(),
        mime: "application/json".to_owned(),
        relationship: Relationship::Source,
        modified: briefing_pdf::moment("2024-02-29".parse()?)?,
        bytes: b"{\"pledged\":\"1\"}".to_vec(),
    };
    let reads = repository("tests/fuzz/seeds/read");
    let parts = repository("tests/fuzz/seeds/parts");
    for folder in [&reads, &parts] {
        fs::create_dir_all(folder)?;
    }
    for (name, language, sections) in
        [("small", Language::En, 2), ("whole", Language::En, 9), ("arabic", Language::Ar, 3)]
    {
        let mut document = briefing_document::compose(&issue.folder.briefing, language)?.document;
        let strip = document.sections.len().saturating_sub(sections);
        document.sections.drain(..strip);
        let paged = briefing_layout::layout(&document, &Arc::new(FontBook::builtin()));
        let bytes =
            briefing_pdf::write_with(&paged, &issue.folder.assets.clone().into_map(), vec![attachment.clone()])?;
        if name == "small" {
            for (number, input) in apart::inputs(&bytes).iter().enumerate().filter(|(number, _)| number % 3 == 0) {
                fs::write(parts.join(format!("{number:03}")), input)?;
            }
        }
        fs::write(reads.join(format!("{name}.pdf")), bytes)?;
    }
    for (number, (target, bytes)) in bodies::starts().into_iter().enumerate() {
        let corpus = repository("tests/fuzz/corpus").join(target);
        fs::create_dir_all(&corpus)?;
        fs::write(corpus.join(format!("start-{number:02}")), bytes)?;
    }
    Ok(())
}
