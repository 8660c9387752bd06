//! Writes what the conformance tests hold a file's text against: the words of the document, and its running heads and
//! feet. Both come from the document before it is laid out.
//!
//!     cargo run -p briefing-tests --example expected-text

use std::collections::BTreeSet;

use briefing_document::{Block, Chart, ChartForm, Document, Inline, ItemMarks};
use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Failure, Issue, repository};

fn main() -> Result<(), Failure> {
    let office = Disk::open(&repository("examples/unoct"))?;
    let folder = repository("tests/conformance/expected");
    std::fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let document = Issue::edition(&office, "2025-04", language)?.document;
        let name = format!("unoct-2025-04-{}", language.code());
        std::fs::write(folder.join(format!("{name}.artifacts.txt")), artifacts(&document))?;
        std::fs::write(folder.join(format!("{name}.txt")), with_list_marks(document).plain_text())?;
    }
    Ok(())
}

/// The document with the numbers of its lists as words, as they stand on the page.
fn with_list_marks(mut document: Document) -> Document {
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let Block::List(list) = block else { continue };
        for (number, item) in list.items.iter_mut().enumerate() {
            let mark = match list.marks {
                ItemMarks::Numbers => format!("{} ", number + 1),
                ItemMarks::Discs => "\u{2022} ".to_owned(),
            };
            item.insert(0, Inline::Text(mark.into()));
        }
    }
    document
}

/// The lines of the running heads and feet, the dates that stand again where an item goes on, and the words of drawings; `{n}` stands
/// for a number.
fn artifacts(document: &Document) -> String {
    let running = &document.running;
    let page = running.page_of.replace("{page}", "{n}").replace("{pages}", "{n}");
    let foot = format!("{} {}", running.foot_mark, running.foot_start).trim().to_owned();
    let mut lines = vec![
        "# Running heads and feet and the words of drawings, as the pages draw them; {n} stands for a number."
            .to_owned(),
        running.head_start.to_string(),
        running.head_end.clone(),
        foot.clone(),
        page.clone(),
        format!("{foot} {page}"),
        format!("{} {}", running.head_start, running.head_end),
    ];
    lines.extend(running.disclaimer.iter().map(ToString::to_string));
    lines.extend(document.sections.iter().flat_map(|section| &section.blocks).flat_map(drawn));
    let mut known = BTreeSet::new();
    lines.retain(|line| known.insert(line.clone()));
    lines.join("\n") + "\n"
}

/// The scale of a drawing, whole and number by number.
fn drawn(block: &Block) -> Vec<String> {
    let (numbers, words): (Vec<String>, Vec<String>) = match block {
        Block::Calendar(calendar) => {
            let numbered = (1..=calendar.days).filter(|day| *day == 1 || day % 5 == 0);
            (numbered.map(|day| day.to_string()).collect(), Vec::new())
        }
        Block::Chart(Chart { form: ChartForm::Steps(axis), .. }) => {
            let years: Vec<u32> =
                axis.days.iter().filter_map(|day| day.to_string().split('-').next()?.parse().ok()).collect();
            let years = years.first().zip(years.last()).map(|(first, last)| first + 1..=*last);
            (
                years.into_iter().flatten().map(|year| year.to_string()).collect(),
                vec![axis.end.clone(), axis.start.clone()],
            )
        }
        Block::Event(event) => return event.stamp.continued.clone(),
        _ => return Vec::new(),
    };
    let whole = numbers.join(" ");
    // The amounts at its ends, one by one or on one line with each other and the scale.
    let ends = words.join(" ");
    let lines = [format!("{ends} {whole}").trim().to_owned(), whole, ends];
    lines.into_iter().filter(|line| !line.is_empty()).chain(words).chain(numbers).collect()
}
