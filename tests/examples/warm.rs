//! Makes April 2025 of one folder after another in one process, as a program does that serves editions.
//!
//!     cargo run --release -p briefing-tests --example warm -- OUTDIR FOLDER...

use std::path::Path;

use briefing::{Folder, Language};
use briefing_tests::Failure;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, folders @ ..] = arguments.as_slice() else { return Err("usage: warm OUTDIR FOLDER...".into()) };
    let month = "2025-04".parse()?;
    for (number, folder) in folders.iter().enumerate() {
        let file = Folder::open(folder)?.render(month, Language::En)?;
        std::fs::write(Path::new(out).join(format!("{number}.pdf")), file.bytes)?;
    }
    Ok(())
}
