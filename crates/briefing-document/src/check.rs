//! Rules that hold for every document.

use std::collections::BTreeSet;

use briefing_model::shows_nothing;

use crate::inline::plain;
use crate::{
    Block, Calendar, CaptionedPicture, Chart, ChartForm, Document, EventItem, Inline, KeyFigures, Organization,
    OrganizationBox, OrganizationChild, OrganizationUnit, Section, Stamp, Table,
};

/// A violation of a rule that later stages rely on.
///
/// Documents made by [`compose`](crate::compose) have none; one built by hand may.
///
/// ```
/// use briefing_document::{DocumentFault, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let mut document = compose(&briefing, Language::En)?.document;
/// document.sections[1].anchor = document.sections[0].anchor.clone();
/// let faults = document.check().unwrap_err();
/// assert!(faults.contains(&DocumentFault::Duplicate("about".to_owned())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentFault {
    /// Required words are missing: a heading, a header cell, a list item.
    #[error("section `{section}`: {what} is blank")]
    Blank {
        /// The section's anchor; empty for the document as a whole.
        section: String,
        /// What is blank.
        what: &'static str,
    },
    /// A block without content, or a section without blocks.
    #[error("section `{section}`: {what} is empty")]
    Empty {
        /// The section's anchor.
        section: String,
        /// What is empty.
        what: &'static str,
    },
    /// A row with more or fewer cells than there are columns.
    #[error("section `{section}`: row {row} has {cells} cells in {columns} columns")]
    UnevenRow {
        /// The section's anchor.
        section: String,
        /// The number of the row, counted from one.
        row: usize,
        /// The number of its cells.
        cells: usize,
        /// The number of columns.
        columns: usize,
    },
    /// A bar whose length cannot be drawn.
    #[error("section `{section}`: the bar of row {row} has no length that can be drawn")]
    Bar {
        /// The section's anchor.
        section: String,
        /// The number of the row, counted from one.
        row: usize,
    },
    /// A chart along time whose days do not match its rows, or are not in order.
    #[error("section `{section}`: the days of the chart are not one for each row, in order")]
    TimeAxis {
        /// The section's anchor.
        section: String,
    },
    /// A mark that refers to a note that is not in its section.
    #[error("section `{section}`: no note is called `{note}`")]
    UnknownNote {
        /// The section's anchor.
        section: String,
        /// The id of the missing note.
        note: String,
    },
    /// An anchor or a note's id that occurs twice.
    #[error("`{0}` names two sections or notes")]
    Duplicate(String),
    /// A stamp without lines, or with more than seven.
    #[error("section `{section}`: the date of `{item}` has {lines} lines")]
    Stamp {
        /// The section's anchor.
        section: String,
        /// The item.
        item: String,
        /// The number of lines of its stamp.
        lines: usize,
    },
}

impl Document {
    /// Checks everything that later stages rely on.
    ///
    /// # Errors
    ///
    /// Returns every fault, in reading order.
    ///
    /// # Example
    ///
    /// ```
    /// use briefing_document::compose;
    /// use briefing_model::{Briefing, Language};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let mut document = compose(&briefing, Language::En)?.document;
    /// assert!(document.check().is_ok());
    ///
    /// document.sections[0].heading = "".into();
    /// assert_eq!(document.check().unwrap_err()[0].to_string(), "section `about`: the heading is blank");
    /// # Ok(())
    /// # }
    /// ```
    pub fn check(&self) -> Result<(), Vec<DocumentFault>> {
        let mut names = Names::default();
        let mut faults = Vec::new();
        let mut title = SectionCheck { section: "", faults: &mut faults };
        title.words(&self.title.kicker, "the office's name in the title");
        title.words(&self.title.text, "the title");
        for section in &self.sections {
            names.take(&section.anchor, &mut faults);
            for note in section.blocks.iter().filter_map(notes).flatten() {
                names.take(&note.id, &mut faults);
            }
            SectionCheck { section: &section.anchor, faults: &mut faults }.section(section);
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

const fn notes(block: &Block) -> Option<&Vec<crate::Note>> {
    match block {
        Block::Notes(notes) => Some(notes),
        _ => None,
    }
}

/// The anchors and ids used so far.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn take(&mut self, name: &str, faults: &mut Vec<DocumentFault>) {
        if !self.0.insert(name.to_owned()) {
            faults.push(DocumentFault::Duplicate(name.to_owned()));
        }
    }
}

/// The checks of one section.
struct SectionCheck<'a> {
    section: &'a str,
    faults: &'a mut Vec<DocumentFault>,
}

impl SectionCheck<'_> {
    fn words(&mut self, words: &str, what: &'static str) {
        if shows_nothing(words) {
            self.faults.push(DocumentFault::Blank { section: self.section.to_owned(), what });
        }
    }

    fn line(&mut self, line: &[Inline], what: &'static str) {
        self.words(&plain(line), what);
    }

    fn some<T>(&mut self, items: &[T], what: &'static str) {
        if items.is_empty() {
            self.faults.push(DocumentFault::Empty { section: self.section.to_owned(), what });
        }
    }

    fn section(&mut self, section: &Section) {
        self.words(&section.heading, "the heading");
        self.some(&section.blocks, "the section");
        section.blocks.iter().for_each(|block| self.block(block));
        let known: BTreeSet<&str> =
            section.blocks.iter().filter_map(notes).flatten().map(|note| note.id.as_str()).collect();
        let mut referred = Vec::new();
        section.blocks.iter().for_each(|block| references(block, &mut referred));
        for note in referred.into_iter().filter(|note| !known.contains(note)) {
            self.faults.push(DocumentFault::UnknownNote { section: self.section.to_owned(), note: note.to_owned() });
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(line) => self.line(line, "a heading"),
            Block::Paragraph(line) => self.line(line, "a paragraph"),
            Block::Pointer(line) => self.line(line, "a pointer"),
            Block::List(list) => {
                self.some(&list.items, "a list");
                list.items.iter().for_each(|item| self.line(item, "an item of a list"));
            }
            Block::Event(event) => self.event(event),
            Block::Calendar(calendar) => self.calendar(calendar),
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => self.table(table),
            Block::KeyFigures(key) => self.key_figures(key),
            Block::Chart(chart) => self.chart(chart),
            Block::Organization(chart) => self.organization(chart),
            Block::Pillars(pillars) => {
                self.some(pillars, "the row of pillars");
                pillars.iter().for_each(|pillar| self.line(&pillar.text, "the title of a pillar"));
            }
            Block::Contact(contact) => {
                self.some(&contact.entries, "the addresses of the office");
                contact.entries.iter().for_each(|(_, text)| self.line(text, "an address of the office"));
            }
            Block::Notes(notes) => {
                self.some(notes, "the list of notes");
                notes.iter().for_each(|note| self.line(&note.text, "a note"));
            }
        }
    }

    fn event(&mut self, event: &EventItem) {
        event.heading.iter().for_each(|heading| self.line(&heading.text, "the heading of an item"));
        self.line(&event.text, "the text of an item");
        event.details.iter().for_each(|details| self.line(details, "the line under an item"));
        self.stamp(&event.stamp, &event.id);
        event.figure.iter().for_each(|figure| self.figure(figure));
    }

    fn stamp(&mut self, stamp: &Stamp, item: &str) {
        let lines = stamp.lines.len();
        if !(1..=7).contains(&lines) {
            self.faults.push(DocumentFault::Stamp { section: self.section.to_owned(), item: item.to_owned(), lines });
        }
        stamp.lines.iter().for_each(|line| self.words(&line.text, "a line of a date"));
        stamp.continued.iter().for_each(|line| self.words(line, "a line of a date"));
        self.words(&stamp.spoken, "a date in full");
    }

    fn figure(&mut self, figure: &CaptionedPicture) {
        figure.caption.iter().for_each(|caption| self.line(caption, "a caption"));
        figure.credit.iter().for_each(|credit| self.line(credit, "a credit"));
    }

    fn table(&mut self, table: &Table) {
        self.words(&table.summary, "the summary of a table");
        self.some(&table.columns, "the header of a table");
        self.some(&table.rows, "a table");
        table.columns.iter().for_each(|column| self.line(&column.header, "the header of a column"));
        let columns = table.columns.len();
        for (index, row) in table.rows.iter().enumerate() {
            self.row(index, row.len(), columns);
        }
    }

    fn row(&mut self, index: usize, cells: usize, columns: usize) {
        if cells != columns {
            let section = self.section.to_owned();
            self.faults.push(DocumentFault::UnevenRow { section, row: index + 1, cells, columns });
        }
    }

    fn key_figures(&mut self, key: &KeyFigures) {
        self.some(&key.figures, "the row of figures");
        for figure in &key.figures {
            self.words(&figure.value, "a figure");
            self.words(&figure.label, "the label of a figure");
            figure.change.iter().for_each(|change| self.words(change, "the change of a figure"));
        }
        key.share.iter().for_each(|(_, sentence)| self.line(sentence, "the sentence on the share"));
    }

    fn calendar(&mut self, calendar: &Calendar) {
        self.some(&calendar.groups, "a calendar");
        for group in &calendar.groups {
            self.words(&group.title, "a heading in a calendar");
            self.some(&group.entries, "a group in a calendar");
            for entry in &group.entries {
                self.words(&entry.date, "a date in a calendar");
                self.line(&entry.text, "an item in a calendar");
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        self.words(&chart.title, "the title of a chart");
        self.words(&chart.summary, "the summary of a chart");
        self.words(&chart.label_header, "the header of the labels of a chart");
        self.some(&chart.series, "the series of a chart");
        self.some(&chart.rows, "a chart");
        chart.series.iter().for_each(|header| self.words(header, "the header of a series"));
        for (index, row) in chart.rows.iter().enumerate() {
            self.line(&row.label, "the label of a bar");
            self.row(index, row.values.len(), chart.series.len());
            if row.values.iter().any(|value| !(value.length.is_finite() && value.length >= 0.0)) {
                self.faults.push(DocumentFault::Bar { section: self.section.to_owned(), row: index + 1 });
            }
        }
        if let ChartForm::Steps(axis) = &chart.form
            && !(axis.days.len() == chart.rows.len() && axis.days.is_sorted_by(|earlier, later| earlier < later))
        {
            self.faults.push(DocumentFault::TimeAxis { section: self.section.to_owned() });
        }
    }

    fn organization(&mut self, chart: &Organization) {
        self.organization_box(&chart.head);
        chart.beside.iter().for_each(|body| self.organization_box(body));
        chart.units.iter().for_each(|unit| self.organization_unit(unit));
        for group in &chart.groups {
            self.words(&group.title, "the title of a group in the organization chart");
            self.some(&group.names, "a group in the organization chart");
        }
    }

    fn organization_box(&mut self, of: &OrganizationBox) {
        self.line(&of.name, "a name in the organization chart");
        of.details.iter().for_each(|detail| self.line(detail, "a detail in the organization chart"));
    }

    fn organization_unit(&mut self, unit: &OrganizationUnit) {
        self.organization_box(&unit.unit);
        for child in &unit.children {
            match child {
                OrganizationChild::Programme(name) => self.line(name, "a programme in the organization chart"),
                OrganizationChild::Unit(unit) => self.organization_unit(unit),
            }
        }
    }
}

/// Collects the notes that marks in a block refer to.
fn references<'a>(block: &'a Block, notes: &mut Vec<&'a str>) {
    match block {
        Block::Heading(line) | Block::Paragraph(line) | Block::Pointer(line) => in_line(line, notes),
        Block::List(list) => list.items.iter().for_each(|item| in_line(item, notes)),
        Block::Event(event) => {
            event.heading.iter().for_each(|heading| in_line(&heading.text, notes));
            in_line(&event.text, notes);
            event.details.iter().for_each(|details| in_line(details, notes));
            event.figure.iter().for_each(|figure| in_figure(figure, notes));
        }
        Block::Figure(figure) => in_figure(figure, notes),
        Block::Table(table) => {
            table.columns.iter().for_each(|column| in_line(&column.header, notes));
            table.rows.iter().flatten().for_each(|cell| in_line(cell, notes));
            table.totals.iter().for_each(|(label, value)| {
                in_line(label, notes);
                in_line(value, notes);
            });
        }
        Block::KeyFigures(key) => key.share.iter().for_each(|(_, sentence)| in_line(sentence, notes)),
        Block::Chart(chart) => chart.rows.iter().for_each(|row| in_line(&row.label, notes)),
        Block::Pillars(pillars) => pillars.iter().for_each(|pillar| in_line(&pillar.text, notes)),
        Block::Notes(texts) => texts.iter().for_each(|note| in_line(&note.text, notes)),
        Block::Contact(contact) => contact.entries.iter().for_each(|(_, text)| in_line(text, notes)),
        // Boxes of the organization chart and lines of a calendar do not have space for notes.
        Block::Organization(_) | Block::Calendar(_) => {}
    }
}

fn in_figure<'a>(figure: &'a CaptionedPicture, notes: &mut Vec<&'a str>) {
    figure.caption.iter().chain(&figure.credit).for_each(|line| in_line(line, notes));
}

fn in_line<'a>(line: &'a [Inline], notes: &mut Vec<&'a str>) {
    for inline in line {
        match inline {
            Inline::NoteReference { note, .. } => notes.push(note),
            Inline::Text(_) | Inline::Abbreviation { .. } => {}
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. }
            | Inline::Foreign { content, .. } => in_line(content, notes),
        }
    }
}
