//! Writes what the conformance tests hold a file's text against: the words of the document, and its running heads and
//! feet. Both come from the document before it is laid out.
//!
//!     cargo run -p briefing-tests --example expected-text

use briefing_document::Document;
use briefing_tests::{Failure, Issue, repository};

fn main() -> Result<(), Failure> {
    let document = Issue::of_repository("examples/unoct", "2025-04")?.document;
    let folder = repository("tests/conformance/expected");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("unoct-2025-04-en.txt"), document.plain_text())?;
    std::fs::write(folder.join("unoct-2025-04-en.artifacts.txt"), artifacts(&document))?;
    Ok(())
}

/// The lines of the running heads and feet; `{n}` stands for a number.
fn artifacts(document: &Document) -> String {
    let running = &document.running;
    let page = running.page_of.replace("{page}", "{n}").replace("{pages}", "{n}");
    let mut lines = vec![
        "# Running heads and feet, as the pages draw them; {n} stands for a number.".to_owned(),
        running.head_start.clone(),
        running.head_end.clone(),
        format!("{} {}", running.foot_mark, running.foot_start),
        page.clone(),
        format!("{} {} {page}", running.foot_mark, running.foot_start),
        format!("{} {}", running.head_start, running.head_end),
    ];
    lines.extend(running.disclaimer.clone());
    lines.join("\n") + "\n"
}
