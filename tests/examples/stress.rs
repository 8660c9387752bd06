//! Writes documents that are larger and odder than anybody's: every office that this package makes up, and the offices
//! in `tests/offices`.
//!
//!     cargo run -p briefing-tests --release --example stress -- OUTDIR

use std::path::Path;

use briefing_tests::{Failure, Issue, OFFICES, invented};

fn main() -> Result<(), Failure> {
    let folder = std::env::args().nth(1).ok_or("usage: stress OUTDIR")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for office in invented::all()? {
        let issue = Issue::of_files(&office.files, office.month)?;
        std::fs::write(folder.join(format!("{}.pdf", office.name)), issue.pdf()?)?;
    }
    for (path, month) in OFFICES.into_iter().filter(|(path, _)| path.starts_with("tests/")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        std::fs::write(folder.join(format!("{name}.pdf")), Issue::of_repository(path, month)?.pdf()?)?;
    }
    Ok(())
}
