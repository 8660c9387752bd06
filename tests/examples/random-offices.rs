//! Sets offices that nobody tuned for, and counts how many break each rule of composition.
//!
//! ```sh
//! cargo run -p briefing-tests --release --example random-offices [FIRST [COUNT [FOLDER [LOOK]]]]
//! ```
//!
//! Offices are numbered, and a number always makes the same office: 2,000 from 0 on in the usual look, if nothing else is said. A look is
//! `band`, `journal` or `poster`, or one of them and `-single` for one column. Each fault is
//! a line with the number of its office; how many offices break each rule stands at the end. The editions that break one
//! are written into the folder, as `NUMBER.pdf`, to be looked at.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use briefing_tests::{Failure, Issue, any, audit};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |usual| arguments.next().map_or(Ok(usual), |text| text.parse::<u64>());
    let (first, count) = (number(0)?, number(2000)?);
    let (folder, look) = (arguments.next(), arguments.next());
    let mut out = std::io::stdout().lock();
    let mut broken: BTreeMap<&str, usize> = BTreeMap::new();
    for office in first..first + count {
        let files = any::numbered(office);
        let files = look.iter().fold(files, |files, look| any::looking(files, look));
        let issue = Issue::of_files(&files, "2025-04")?;
        let Issue { document, paged, .. } = &issue;
        let rules = [
            ("white foot", audit::white_feet(paged)),
            ("white between", audit::white_between(paged)),
            ("empty last page", audit::empty_last_page(paged)),
            ("lone band", audit::lone_band(document, paged)),
            ("unfilled", audit::unfilled_columns(paged)),
            ("uneven", audit::uneven_columns(paged)),
            ("split item", audit::split_items(paged)),
            ("split thing", audit::split(document, paged)),
        ];
        if let Some(folder) = &folder
            && rules.iter().any(|(_, faults)| !faults.is_empty())
        {
            std::fs::create_dir_all(folder)?;
            std::fs::write(Path::new(folder).join(format!("{office}.pdf")), issue.pdf()?)?;
        }
        for (rule, faults) in rules {
            *broken.entry(rule).or_default() += usize::from(!faults.is_empty());
            for fault in faults {
                writeln!(out, "{office}: {rule}: {fault}")?;
            }
        }
    }
    for (rule, offices) in broken {
        writeln!(out, "{rule:<16} {offices:>5} of {count}")?;
    }
    Ok(())
}
