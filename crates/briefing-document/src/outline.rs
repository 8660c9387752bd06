//! A document as an indented outline, for tests and for people inspecting it.

use crate::{
    Block, Calendar, CalendarMark, CaptionedPicture, Chart, ChartForm, Document, EventItem, Inline, Organization,
    OrganizationBox, OrganizationChild, OrganizationUnit, SectionRole, Table,
};

impl Document {
    /// The pieces of the document, one per line, with markup: `**strong**`, `*emphasis*`, `[link](…)`, `[foreign]{lang=…}`,
    /// `ACRONYM<what it stands for>`, `^mark(note)`.
    ///
    /// The format is meant for reading and comparing, and may change in any release.
    ///
    /// ```
    /// use briefing_document::compose;
    /// use briefing_model::{Briefing, Language};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let outline = compose(&briefing, Language::En)?.document.outline();
    /// assert!(outline.contains("\n## About UNOCT (text, #about)\n"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn outline(&self) -> String {
        let mut outline = Outline(String::new());
        let period: Vec<&str> = self.title.period.iter().map(|part| part.text.as_str()).collect();
        outline.line(
            0,
            &format!("# {} | {} | {} ({})", self.title.kicker, self.title.text, period.join(" "), self.language),
        );
        if let Some(emblem) = &self.title.emblem {
            outline.figure(1, emblem);
        }
        for section in &self.sections {
            let role = match section.role {
                SectionRole::Text => "text",
                SectionRole::Panel => "panel",
                SectionRole::Exhibit => "exhibit",
                SectionRole::Strip => "strip",
                SectionRole::Lead => "lead",
            };
            outline.line(0, &format!("## {} ({role}, #{})", section.heading, section.anchor));
            section.blocks.iter().for_each(|block| outline.block(block));
        }
        outline.0
    }
}

/// An outline under construction.
struct Outline(String);

impl Outline {
    fn line(&mut self, depth: usize, text: &str) {
        self.0.push_str(&"  ".repeat(depth));
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn marked(&mut self, depth: usize, label: &str, line: &[Inline]) {
        self.line(depth, &format!("{label}: {}", marked(line)));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(line) => self.line(0, &format!("### {}", marked(line))),
            Block::Paragraph(line) => self.marked(1, "paragraph", line),
            Block::Pointer(line) => self.marked(1, "pointer", line),
            Block::List(list) => {
                self.line(1, &format!("list of {:?}", list.marks).to_lowercase());
                list.items.iter().for_each(|item| self.marked(2, "item", item));
            }
            Block::Event(event) => self.event(event),
            Block::Calendar(calendar) => self.calendar(calendar),
            Block::Figure(figure) => self.figure(1, figure),
            Block::Table(table) => self.table(table),
            Block::KeyFigures(key) => {
                self.line(1, "key figures");
                for figure in &key.figures {
                    let change = figure.change.as_deref().unwrap_or_default();
                    self.line(2, &format!("{} | {}{change}", figure.value, figure.label));
                }
                key.share.iter().for_each(|(share, line)| self.marked(2, &format!("share {share}"), line));
            }
            Block::Chart(chart) => self.chart(chart),
            Block::Organization(chart) => self.organization(chart),
            Block::Pillars(pillars) => {
                self.line(1, "pillars");
                for pillar in pillars {
                    self.line(
                        2,
                        &format!(
                            "{}{}: {}",
                            pillar.lead().replace('\u{a0}', " "),
                            pillar.numeral,
                            marked(&pillar.text)
                        ),
                    );
                }
            }
            Block::Contact(contact) => {
                self.line(1, "contact");
                contact.entries.iter().for_each(|(label, text)| self.marked(2, label, text));
                contact.code.iter().for_each(|code| self.line(2, &format!("code: {code}")));
            }
            Block::Notes(notes) => {
                self.line(1, "notes");
                notes
                    .iter()
                    .for_each(|note| self.line(2, &format!("{} {}: {}", note.id, note.mark, marked(&note.text))));
            }
        }
    }

    fn event(&mut self, event: &EventItem) {
        let lines = event
            .stamp
            .lines
            .iter()
            .map(|line| if line.large { format!("<{}>", line.text) } else { line.text.clone() });
        let stamp = lines.collect::<Vec<_>>().join(" / ");
        self.line(1, &format!("event {}: {stamp} ({})", event.id, event.stamp.spoken));
        if let Some(heading) = &event.heading {
            self.line(2, &format!("{} {}", "#".repeat(heading.level.into()), marked(&heading.text)));
        }
        self.line(2, &marked(&event.text));
        event.details.iter().for_each(|details| self.marked(2, "details", details));
        event.figure.iter().for_each(|figure| self.figure(2, figure));
    }

    fn figure(&mut self, depth: usize, figure: &CaptionedPicture) {
        let language = figure.alt_language.map(|language| format!(" [{language}]")).unwrap_or_default();
        self.line(depth, &format!("figure {}{language}: {}", figure.file, figure.alt));
        figure.caption.iter().for_each(|caption| self.marked(depth + 1, "caption", caption));
        figure.credit.iter().for_each(|credit| self.marked(depth + 1, "credit", credit));
    }

    fn table(&mut self, table: &Table) {
        self.line(1, &format!("table: {}", table.summary));
        let columns = table.columns.iter().map(|column| {
            let header = if column.row_header { " header" } else { "" };
            format!("{} ({:?}{header})", marked(&column.header), column.align)
        });
        self.line(2, &columns.collect::<Vec<_>>().join(" | "));
        for row in &table.rows {
            self.line(2, &row.iter().map(|cell| marked(cell)).collect::<Vec<_>>().join(" | "));
        }
        for (label, value) in &table.totals {
            self.line(2, &format!("= {} | {}", marked(label), marked(value)));
        }
    }

    fn calendar(&mut self, calendar: &Calendar) {
        self.line(1, &format!("calendar of {} days from {}", calendar.days, calendar.first));
        for group in &calendar.groups {
            self.line(2, &format!("### {}", group.title));
            for entry in &group.entries {
                let mark = |mark: &CalendarMark| {
                    format!("{}–{}{}", mark.first, mark.last, if mark.certain { "" } else { "?" })
                };
                let days = entry.marks.iter().map(mark).collect::<Vec<_>>().join(", ");
                self.line(3, &format!("{} → {}: {} [{days}]", entry.date, entry.item, marked(&entry.text)));
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        let form = match chart.form {
            ChartForm::Bars => "bars",
            ChartForm::Steps(_) => "steps",
        };
        self.line(1, &format!("chart of {form}: {} ({})", chart.title, chart.summary));
        self.line(2, &format!("{} | {}", chart.label_header, chart.series.join(" | ")));
        for row in &chart.rows {
            let values: Vec<String> =
                row.values.iter().map(|value| format!("{} ({})", value.text, value.length)).collect();
            self.line(2, &format!("{} | {}", marked(&row.label), values.join(" | ")));
        }
    }

    fn organization(&mut self, chart: &Organization) {
        self.line(1, "organization chart");
        self.organization_box(2, "head", &chart.head);
        chart.beside.iter().for_each(|body| self.organization_box(2, "beside", body));
        chart.units.iter().for_each(|unit| self.organization_unit(2, unit));
        for group in &chart.groups {
            let names: Vec<String> = group.names.iter().map(|name| marked(name)).collect();
            self.line(2, &format!("group {}: {}", group.title, names.join(" | ")));
        }
    }

    fn organization_box(&mut self, depth: usize, label: &str, of: &OrganizationBox) {
        let mark = of.mark.as_ref().map(|mark| format!("<{mark}> ")).unwrap_or_default();
        self.line(depth, &format!("{label}: {mark}{}", marked(&of.name)));
        of.details.iter().for_each(|detail| self.marked(depth + 1, "detail", detail));
    }

    fn organization_unit(&mut self, depth: usize, unit: &OrganizationUnit) {
        self.organization_box(depth, "unit", &unit.unit);
        for child in &unit.children {
            match child {
                OrganizationChild::Programme(name) => self.marked(depth + 1, "programme", name),
                OrganizationChild::Unit(unit) => self.organization_unit(depth + 1, unit),
            }
        }
    }
}

/// A line with its markup.
fn marked(line: &[Inline]) -> String {
    let mut text = String::new();
    for inline in line {
        text.push_str(&match inline {
            Inline::Text(words) => words.to_string(),
            Inline::Strong(content) => format!("**{}**", marked(content)),
            Inline::Emphasis(content) => format!("*{}*", marked(content)),
            Inline::Link { target, content } => format!("[{}]({target})", marked(content)),
            Inline::Foreign { language, content } => format!("[{}]{{lang={language}}}", marked(content)),
            Inline::NoteReference { note, mark } => format!("^{mark}({note})"),
            Inline::Abbreviation { text, expansion } => format!("{text}<{expansion}>"),
        });
    }
    text
}
