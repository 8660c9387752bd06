//! The words of a document, in reading order.

use crate::inline::write_plain;
use crate::{
    Block, Calendar, CaptionedPicture, Chart, Document, EventItem, Inline, Organization, OrganizationBox,
    OrganizationChild, OrganizationUnit, Table,
};

impl Document {
    /// All words that the pages print in reading order, one piece per line, without running heads and feet and without what only assistive
    /// technology reads.
    ///
    /// ```
    /// use briefing_document::compose;
    /// use briefing_model::{Briefing, Language};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let text = compose(&briefing, Language::En)?.document.plain_text();
    /// assert!(text.starts_with("United Nations Office of Counter-Terrorism\nMonthly Briefing\nApril 2025\n"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut lines = Lines::default();
        lines.line(&self.title.kicker);
        lines.line(&self.title.text);
        lines.row(self.title.period.iter().map(|part| part.text.as_str()));
        for section in &self.sections {
            lines.line(&section.heading);
            for block in &section.blocks {
                lines.block(block);
            }
        }
        lines.0
    }
}

/// A text built line by line.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn row<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        self.line(&words.collect::<Vec<_>>().join(" "));
    }

    fn inlines(&mut self, line: &[Inline]) {
        write_plain(line, &mut self.0);
        self.0.push('\n');
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(line) | Block::Paragraph(line) | Block::Pointer(line) => self.inlines(line),
            Block::List(list) => list.items.iter().for_each(|item| self.inlines(item)),
            Block::Event(event) => self.event(event),
            Block::Calendar(calendar) => self.calendar(calendar),
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => self.table(table),
            Block::KeyFigures(key) => {
                for figure in &key.figures {
                    self.line(&figure.value);
                    self.row([figure.label.as_str()].into_iter().chain(figure.change.as_deref()));
                }
                if let Some((_, sentence)) = &key.share {
                    self.inlines(sentence);
                }
            }
            Block::Chart(chart) => self.chart(chart),
            Block::Organization(chart) => self.organization(chart),
            Block::Pillars(pillars) => {
                for pillar in pillars {
                    self.row(
                        [pillar.kicker.as_str(), pillar.numeral.as_str()].into_iter().filter(|word| !word.is_empty()),
                    );
                    self.inlines(&pillar.text);
                }
            }
            Block::Contact(contact) => {
                for (label, text) in &contact.entries {
                    self.line(label);
                    self.inlines(text);
                }
            }
            Block::Notes(notes) => {
                for note in notes {
                    if !note.mark.is_empty() {
                        self.0.push_str(&note.mark);
                        self.0.push(' ');
                    }
                    self.inlines(&note.text);
                }
            }
        }
    }

    fn event(&mut self, event: &EventItem) {
        self.row(event.stamp.lines.iter().map(|line| line.text.as_str()));
        event.heading.iter().for_each(|heading| self.inlines(&heading.text));
        self.inlines(&event.text);
        event.details.iter().for_each(|details| self.inlines(details));
        if let Some(figure) = &event.figure {
            self.figure(figure);
        }
    }

    fn figure(&mut self, figure: &CaptionedPicture) {
        if let Some(caption) = &figure.caption {
            self.inlines(caption);
        }
        if let Some(credit) = &figure.credit {
            self.inlines(credit);
        }
    }

    fn table(&mut self, table: &Table) {
        table.columns.iter().for_each(|column| self.inlines(&column.header));
        table.rows.iter().flatten().for_each(|cell| self.inlines(cell));
        for (label, value) in &table.totals {
            self.inlines(label);
            self.inlines(value);
        }
    }

    fn calendar(&mut self, calendar: &Calendar) {
        for group in &calendar.groups {
            self.line(&group.title);
            for entry in &group.entries {
                self.0.push_str(&entry.date);
                self.0.push(' ');
                self.inlines(&entry.text);
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        self.line(&chart.title);
        self.line(&chart.label_header);
        chart.series.iter().for_each(|header| self.line(header));
        for row in &chart.rows {
            self.inlines(&row.label);
            row.values.iter().for_each(|value| self.line(&value.text));
        }
    }

    fn organization(&mut self, chart: &Organization) {
        self.organization_box(&chart.head);
        chart.beside.iter().for_each(|body| self.organization_box(body));
        chart.units.iter().for_each(|unit| self.organization_unit(unit));
        for group in &chart.groups {
            self.line(&group.title);
            group.names.iter().for_each(|name| self.inlines(name));
        }
    }

    fn organization_box(&mut self, of: &OrganizationBox) {
        if let Some(mark) = &of.mark {
            self.line(mark);
        }
        self.inlines(&of.name);
        of.details.iter().for_each(|detail| self.inlines(detail));
    }

    fn organization_unit(&mut self, unit: &OrganizationUnit) {
        self.organization_box(&unit.unit);
        for child in &unit.children {
            match child {
                OrganizationChild::Programme(name) => self.inlines(name),
                OrganizationChild::Unit(unit) => self.organization_unit(unit),
            }
        }
    }
}
