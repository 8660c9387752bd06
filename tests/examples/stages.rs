//! Makes April 2025 up to a stage, and ends: what a stage costs is what its run has more than that of the stage before.
//!
//!     tests/peers/instructions.py

use std::hint::black_box;
use std::process::exit;

use briefing::Edition;
use briefing_office::{Disk, read_edition};
use briefing_tests::{Failure, repository};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(stage), Some(language)) = (arguments.next(), arguments.next()) else {
        return Err("usage: stages start|read|compose|layout|write LANGUAGE".into());
    };
    // Ends without freeing anything, so that no stage pays for what another made.
    let done = |name: &str| {
        if stage == name {
            exit(0);
        }
    };

    let (office, month, language) = (repository("examples/unoct"), "2025-04".parse()?, language.parse()?);
    done("start");
    let (folder, faults) = black_box(read_edition(&Disk::open(&office)?, month, language)).into_parts();
    let (edition, pictures) = Edition::of_month(folder.ok_or_else(|| faults.to_string())?);
    done("read");
    let document = black_box(edition.compose()?).document;
    done("compose");
    let pages = black_box(briefing_layout::layout(&document, &edition.font_book(&pictures)?));
    done("layout");
    black_box(edition.write(&pages, &pictures)?);
    done("write");
    Err(format!("{stage} is no stage").into())
}
