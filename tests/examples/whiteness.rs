//! Measures the pages of every office of the repository, in every language: a line an edition.
//!
//! ```sh
//! cargo run -p briefing-tests --release --example whiteness [OFFICE [MONTH]]
//! ```
//!
//! How many pages there are; the whitest foot of a column, the whitest gap within one, and how far down the last page is
//! filled, in hundredths of a page; whether the closing band stands there alone; items that are split though short, and what is one thing and stands in pieces.
//! A change of composition is judged by all of them at once.

use std::io::Write;

use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Failure, Issue, audit, chosen, repository};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (office, month) = (arguments.next(), arguments.next());
    let mut out = std::io::stdout().lock();
    writeln!(out, "{:<36} pages  foot  gap  last  alone  items  things", "edition")?;
    for (folder, month) in chosen(office.as_deref(), month.as_deref()) {
        let disk = Disk::open(&repository(folder))?;
        for language in Language::ALL {
            let issue = Issue::edition(&disk, month, language)?;
            let white = audit::whiteness(&issue.paged);
            let [foot, gap, last] = [white.foot, white.between, white.last].map(|share| share * 100.0);
            let alone = usize::from(audit::is_band_alone(&issue.document, &issue.paged));
            let items = audit::split_items(&issue.paged).len();
            let things = audit::split(&issue.document, &issue.paged).len();
            let name = format!("{folder} {month} {language}");
            let pages = issue.paged.pages.len();
            writeln!(
                out,
                "{name:<36} {pages:>5} {foot:>5.0} {gap:>4.0} {last:>5.0} {alone:>6} {items:>6} {things:>7}"
            )?;
        }
    }
    Ok(())
}
