//! Walking a document in reading order: what each piece is, and its content.

use briefing_model::{Language, LanguageTag};

use crate::tags::{HeaderScope, LinkTarget, ListMarks, Tag};
use crate::{
    Block, Calendar, CaptionedPicture, Chart, Contact, Document, EventItem, Inline, Inlines, ItemMarks, KeyFigures,
    List, Note, Organization, OrganizationBox, OrganizationChild, OrganizationUnit, PillarItem, Section, Table, Title,
    Words,
};

/// The start of a meaningful element, with its attributes.
///
/// ```
/// use briefing_document::{Element, Tag};
///
/// assert_eq!(Element::new(Tag::Paragraph).language, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The type of the element.
    pub tag: Tag,
    /// Its language, if it differs from the language around it.
    pub language: Option<LanguageTag>,
    /// The words that an acronym stands for.
    pub expansion: Option<String>,
    /// The text to be read instead of the drawn content.
    pub actual_text: Option<String>,
    /// The id of the item that the element represents, as a target for links.
    pub item: Option<String>,
}

impl Element {
    /// An element without further attributes.
    #[must_use]
    pub const fn new(tag: Tag) -> Self {
        Self { tag, language: None, expansion: None, actual_text: None, item: None }
    }
}

/// A consumer of a document, piece by piece: it may write the tags of a PDF file or an HTML page, or check the document.
///
/// Each [`open`](Self::open) has a matching [`close`](Self::close); the content of the element is reported between them. If an element has
/// an [`actual_text`](Element::actual_text), that is what it says, and the words in it only show how it is drawn: a date stamp is drawn as
/// "28" and "Apr", and says "28 April 2025". Output that is meant to be read uses the actual text and omits the words.
///
/// ```
/// use briefing_document::{CaptionedPicture, Element, Visitor, Words, compose};
/// use briefing_model::{Briefing, Language};
///
/// /// The files of all pictures.
/// #[derive(Default)]
/// struct Files(Vec<String>);
///
/// impl Visitor for Files {
///     fn open(&mut self, _: Element) {}
///     fn text(&mut self, _: &Words) {}
///     fn picture(&mut self, figure: &CaptionedPicture) {
///         self.0.push(figure.file.clone());
///     }
///     fn close(&mut self) {}
/// }
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let mut files = Files::default();
/// compose(&briefing, Language::En)?.document.visit(&mut files);
/// assert_eq!(files.0, ["2025-04/network.jpg"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Visitor {
    /// Called when an element begins.
    fn open(&mut self, element: Element);
    /// Called with words, which are never empty. White space between two texts of an element is part of them.
    fn text(&mut self, words: &Words);
    /// Called with the picture of the figure opened last.
    fn picture(&mut self, figure: &CaptionedPicture);
    /// Called when the element opened last ends.
    fn close(&mut self);
}

impl Document {
    /// Shows everything that is read to a visitor, in reading order: the title, then the sections. Running heads and feet are not part of
    /// it.
    ///
    /// An outline for a web page needs no more than this:
    ///
    /// ```
    /// use briefing_document::{Element, CaptionedPicture, Tag, Visitor, Words, compose};
    /// use briefing_model::{Briefing, Language};
    ///
    /// #[derive(Default)]
    /// struct Headings {
    ///     html: String,
    ///     open: Vec<Option<u8>>,
    /// }
    ///
    /// impl Visitor for Headings {
    ///     fn open(&mut self, element: Element) {
    ///         let level = if let Tag::Heading(level) = element.tag { Some(level) } else { None };
    ///         if let Some(level) = level {
    ///             self.html.push_str(&format!("<h{level}>"));
    ///         }
    ///         self.open.push(level);
    ///     }
    ///
    ///     fn text(&mut self, words: &Words) {
    ///         if self.open.iter().any(Option::is_some) {
    ///             self.html.push_str(words);
    ///         }
    ///     }
    ///
    ///     fn picture(&mut self, _: &CaptionedPicture) {}
    ///
    ///     fn close(&mut self) {
    ///         if let Some(Some(level)) = self.open.pop() {
    ///             self.html.push_str(&format!("</h{level}>"));
    ///         }
    ///     }
    /// }
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let mut headings = Headings::default();
    /// compose(&briefing, Language::En)?.document.visit(&mut headings);
    /// assert!(headings.html.contains("</h1><h2>About UNOCT</h2>"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn visit(&self, visitor: &mut dyn Visitor) {
        let mut walk = DocumentWalk { visitor, language: self.language, heading: 1 };
        walk.title(&self.title);
        for section in &self.sections {
            walk.section(section);
        }
    }

    /// The words at each slot of the document's [`TagTree`](crate::TagTree), indexed by slot number; empty for pictures.
    ///
    /// ```
    /// use briefing_document::{TagTree, compose};
    /// use briefing_model::{Briefing, Language};
    ///
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let document = compose(&briefing, Language::En)?.document;
    /// let words = document.words();
    /// assert_eq!(words.len(), TagTree::of(&document).slot_count());
    /// assert_eq!(words[0], "United Nations Office of Counter-Terrorism ", "the space before the title is part of it");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn words(&self) -> Vec<Words> {
        let mut leaves = Leaves(Vec::new());
        self.visit(&mut leaves);
        leaves.0
    }
}

/// The words of each slot.
struct Leaves(Vec<Words>);

impl Visitor for Leaves {
    fn open(&mut self, _: Element) {}

    fn text(&mut self, words: &Words) {
        self.0.push(words.clone());
    }

    fn picture(&mut self, _: &CaptionedPicture) {
        self.0.push(Words::default());
    }

    fn close(&mut self) {}
}

impl CaptionedPicture {
    /// The width and height of the picture in pixels when it is upright.
    ///
    /// ```
    /// use briefing_document::{Block, compose};
    /// use briefing_model::{Briefing, Language};
    ///
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let document = compose(&briefing, Language::En)?.document;
    /// let Some(Block::Event(event)) = document.sections[2].blocks.first() else { panic!("leadership begins with an event") };
    /// assert_eq!(event.figure.as_ref().map(|figure| figure.upright_size()), Some((1200, 630)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn upright_size(&self) -> (u32, u32) {
        let (columns, rows) = self.size;
        if self.orientation.swaps_sides() { (rows, columns) } else { (columns, rows) }
    }

    /// The credit as it is read, separated by a space from the caption if there is one.
    #[must_use]
    pub fn credit_line(&self) -> Option<Inlines> {
        let mut credit = self.credit.clone()?;
        let captioned = self.caption.as_ref().is_some_and(|caption| !crate::inline::plain(caption).is_empty());
        match credit.first_mut() {
            _ if !captioned => {}
            Some(Inline::Text(first)) => *first = Words::from(" ").and(&*first),
            _ => credit.insert(0, Inline::Text(" ".into())),
        }
        Some(credit)
    }
}

impl Section {
    /// The section's blocks in groups: consecutive events form one list, every other block is on its own.
    pub fn groups(&self) -> impl Iterator<Item = &[Block]> {
        self.blocks.chunk_by(|a, b| matches!((a, b), (Block::Event(_), Block::Event(_))))
    }
}

impl ItemMarks {
    /// The mark of an item, with the item's index counted from zero.
    ///
    /// ```
    /// assert_eq!(briefing_document::ItemMarks::Numbers.mark(0), "1");
    /// ```
    #[must_use]
    pub fn mark(self, index: usize) -> String {
        match self {
            Self::Numbers => (index + 1).to_string(),
            Self::Discs => "•".to_owned(),
        }
    }
}

struct DocumentWalk<'a> {
    visitor: &'a mut dyn Visitor,
    language: Language,
    /// The level of the heading above the items.
    heading: u8,
}

impl DocumentWalk<'_> {
    fn within(&mut self, tag: Tag, content: impl FnOnce(&mut Self)) {
        self.element(Element::new(tag), content);
    }

    fn element(&mut self, element: Element, content: impl FnOnce(&mut Self)) {
        self.visitor.open(element);
        content(self);
        self.visitor.close();
    }

    fn text(&mut self, words: impl Into<Words>) {
        self.words(&words.into());
    }

    fn words(&mut self, words: &Words) {
        if !words.is_empty() {
            self.visitor.text(words);
        }
    }

    fn line(&mut self, tag: Tag, line: &[Inline]) {
        self.within(tag, |walk| walk.inlines(line));
    }

    fn inlines(&mut self, line: &[Inline]) {
        for inline in line {
            match inline {
                Inline::Text(words) => self.words(words),
                Inline::Strong(content) => self.line(Tag::Strong, content),
                Inline::Emphasis(content) => self.line(Tag::Emphasis, content),
                Inline::Link { target, content } => {
                    self.line(Tag::Link(LinkTarget::Address(target.as_str().to_owned())), content);
                }
                Inline::Foreign { language, content } => {
                    let span = Element { language: Some(language.clone()), ..Element::new(Tag::Span) };
                    self.element(span, |walk| walk.inlines(content));
                }
                Inline::NoteReference { note, mark } => self.within(Tag::Reference, |walk| {
                    walk.within(Tag::Link(LinkTarget::Note(note.clone())), |walk| walk.text(mark.as_str()));
                }),
                Inline::Abbreviation { text, expansion } => {
                    let span = Element { expansion: Some(expansion.clone()), ..Element::new(Tag::Span) };
                    self.element(span, |walk| walk.words(text));
                }
            }
        }
    }

    /// The emblem, then a single heading in three lines: the office, the name of the briefing, and the month.
    fn title(&mut self, title: &Title) {
        title.emblem.iter().for_each(|emblem| self.figure(emblem));
        self.within(Tag::Heading(1), |walk| {
            walk.text(title.kicker.clone().and(" "));
            walk.text(title.text.clone().and(" "));
            let last = title.period.len().saturating_sub(1);
            for (index, part) in title.period.iter().enumerate() {
                let space = if index < last { " " } else { "" };
                walk.text(format!("{}{space}", part.text));
            }
        });
    }

    fn section(&mut self, section: &Section) {
        self.within(Tag::Section, |walk| {
            walk.within(Tag::Heading(2), |walk| walk.words(&section.heading));
            walk.heading = 2;
            section.blocks.iter().for_each(|block| walk.block(block));
        });
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(line) => {
                self.line(Tag::Heading(3), line);
                self.heading = 3;
            }
            Block::Paragraph(line) | Block::Pointer(line) => self.line(Tag::Paragraph, line),
            Block::List(list) => self.list(list),
            Block::Event(event) => self.event(event),
            Block::Calendar(calendar) => self.calendar(calendar),
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => self.table(table),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Chart(chart) => self.chart(chart),
            Block::Organization(chart) => self.organization(chart),
            Block::Pillars(pillars) => self.pillars(pillars),
            Block::Contact(contact) => self.contact(contact),
            Block::Notes(notes) => notes.iter().for_each(|note| self.note(note)),
        }
    }

    fn list(&mut self, list: &List) {
        let marks = match list.marks {
            ItemMarks::Numbers => ListMarks::Numbers,
            ItemMarks::Discs => ListMarks::Discs,
        };
        self.within(Tag::List(marks), |walk| {
            for (index, item) in list.items.iter().enumerate() {
                walk.within(Tag::ListItem, |walk| {
                    walk.within(Tag::Label, |walk| walk.text(list.marks.mark(index)));
                    walk.line(Tag::ListBody, item);
                });
            }
        });
    }

    /// Lists of links, each preceded by the name of the section it leads to; the heading is in that section.
    fn calendar(&mut self, calendar: &Calendar) {
        for group in &calendar.groups {
            self.within(Tag::Paragraph, |walk| walk.text(&group.title));
            self.within(Tag::List(ListMarks::None), |walk| {
                for entry in &group.entries {
                    let body = |walk: &mut Self| {
                        walk.within(Tag::Paragraph, |walk| {
                            walk.text(format!("{} ", entry.date));
                            walk.line(Tag::Link(LinkTarget::Item(entry.item.clone())), &entry.text);
                        });
                    };
                    walk.item(body);
                }
            });
        }
    }

    /// Each item is an article with a heading at which screen readers stop: its title or, without one, its date.
    fn event(&mut self, event: &EventItem) {
        let article = Element { item: Some(event.id.clone()), ..Element::new(Tag::Article) };
        self.element(article, |walk| {
            let date = if event.heading.is_some() { Tag::Paragraph } else { Tag::Heading(walk.heading + 1) };
            let stamp = Element { actual_text: Some(event.stamp.spoken.clone()), ..Element::new(date) };
            walk.element(stamp, |walk| event.stamp.lines.iter().for_each(|line| walk.text(line.text.trim_end())));
            event.heading.iter().for_each(|heading| walk.line(Tag::Heading(heading.level), &heading.text));
            walk.line(Tag::Paragraph, &event.text);
            event.details.iter().for_each(|details| walk.line(Tag::Paragraph, details));
            event.figure.iter().for_each(|figure| walk.figure(figure));
        });
    }

    fn figure(&mut self, figure: &CaptionedPicture) {
        let language = figure.alt_language.map(LanguageTag::from);
        let tag = Tag::Figure { alt: figure.alt.to_string() };
        // The alternative text may be in another language; the printed words are in the document's.
        let printed = language.is_some().then(|| self.language.into());
        self.element(Element { language, ..Element::new(tag) }, |walk| {
            walk.visitor.picture(figure);
            if figure.caption.is_some() || figure.credit.is_some() {
                walk.element(Element { language: printed, ..Element::new(Tag::Caption) }, |walk| {
                    figure.caption.iter().for_each(|caption| walk.inlines(caption));
                    figure.credit_line().iter().for_each(|credit| walk.inlines(credit));
                });
            }
        });
    }

    fn table(&mut self, table: &Table) {
        let header = |scope, columns| Tag::HeaderCell { scope, columns };
        self.within(Tag::Table { summary: table.summary.clone() }, |walk| {
            walk.within(Tag::TableHead, |walk| {
                walk.within(Tag::Row, |walk| {
                    for column in &table.columns {
                        walk.line(header(HeaderScope::Column, 1), &column.header);
                    }
                });
            });
            walk.within(Tag::TableBody, |walk| {
                for cells in &table.rows {
                    walk.within(Tag::Row, |walk| {
                        for (column, cell) in table.columns.iter().zip(cells) {
                            let is_header = column.row_header;
                            walk.line(
                                if is_header { header(HeaderScope::Row, 1) } else { Tag::Cell { columns: 1 } },
                                cell,
                            );
                        }
                    });
                }
            });
            if !table.totals.is_empty() {
                let span = u16::try_from(table.columns.len().saturating_sub(1).max(1)).unwrap_or(u16::MAX);
                walk.within(Tag::TableFoot, |walk| {
                    for (label, value) in &table.totals {
                        walk.within(Tag::Row, |walk| {
                            walk.line(header(HeaderScope::Row, span), label);
                            walk.line(Tag::Cell { columns: 1 }, value);
                        });
                    }
                });
            }
        });
    }

    fn key_figures(&mut self, figures: &KeyFigures) {
        for figure in &figures.figures {
            self.within(Tag::Paragraph, |walk| {
                walk.text(format!("{} ", figure.value));
                walk.text(figure.label.as_str());
                figure.change.iter().for_each(|change| walk.text(change.as_str()));
            });
        }
        if let Some((_, sentence)) = &figures.share {
            self.line(Tag::Paragraph, sentence);
        }
    }

    /// The chart doubles as its own table: the bars are decoration.
    fn chart(&mut self, chart: &Chart) {
        let header = |scope| Tag::HeaderCell { scope, columns: 1 };
        self.within(Tag::Heading(3), |walk| walk.text(&chart.title));
        self.within(Tag::Table { summary: chart.summary.clone() }, |walk| {
            walk.within(Tag::TableHead, |walk| {
                walk.within(Tag::Row, |walk| {
                    for words in std::iter::once(&chart.label_header).chain(&chart.series) {
                        walk.within(header(HeaderScope::Column), |walk| walk.text(words.as_str()));
                    }
                });
            });
            walk.within(Tag::TableBody, |walk| {
                for row in &chart.rows {
                    walk.within(Tag::Row, |walk| {
                        walk.line(header(HeaderScope::Row), &row.label);
                        for value in &row.values {
                            let cell = Element::new(Tag::Cell { columns: 1 });
                            let cell = Element { actual_text: value.spoken.clone(), ..cell };
                            walk.element(cell, |walk| walk.text(value.text.as_str()));
                        }
                    });
                }
            });
        });
    }

    /// A nested list: the office, the bodies beside it that it serves, and the units below it.
    fn organization(&mut self, chart: &Organization) {
        self.within(Tag::List(ListMarks::None), |walk| {
            walk.item(|walk| {
                walk.organization_box(&chart.head);
                walk.items(&chart.beside, Self::organization_box);
                walk.items(&chart.units, Self::organization_unit);
            });
        });
        for group in &chart.groups {
            self.within(Tag::Paragraph, |walk| walk.text(group.title.as_str()));
            self.within(Tag::List(ListMarks::None), |walk| {
                group.names.iter().for_each(|name| walk.item(|walk| walk.inlines(name)));
            });
        }
    }

    fn organization_unit(&mut self, unit: &OrganizationUnit) {
        self.organization_box(&unit.unit);
        self.items(&unit.children, |walk, child| match child {
            OrganizationChild::Programme(name) => walk.inlines(name),
            OrganizationChild::Unit(unit) => walk.organization_unit(unit),
        });
    }

    /// The acronym, the name and the details are read separately. The spaces between them are for text extraction.
    fn organization_box(&mut self, of: &OrganizationBox) {
        if let Some(mark) = &of.mark {
            self.within(Tag::Paragraph, |walk| walk.text(mark.clone().and(" ")));
        }
        let lines = std::iter::once(&of.name).chain(&of.details);
        for (index, line) in lines.enumerate() {
            self.within(Tag::Paragraph, |walk| {
                walk.inlines(line);
                walk.text(if index < of.details.len() { " " } else { "" });
            });
        }
    }

    /// A list without marks, unless it is empty.
    fn items<T>(&mut self, items: &[T], mut content: impl FnMut(&mut Self, &T)) {
        if !items.is_empty() {
            self.within(Tag::List(ListMarks::None), |walk| {
                items.iter().for_each(|item| walk.item(|walk| content(walk, item)));
            });
        }
    }

    fn item(&mut self, content: impl FnOnce(&mut Self)) {
        self.within(Tag::ListItem, |walk| walk.within(Tag::ListBody, content));
    }

    fn pillars(&mut self, pillars: &[PillarItem]) {
        self.within(Tag::List(ListMarks::Romans), |walk| {
            for pillar in pillars {
                walk.within(Tag::ListItem, |walk| {
                    walk.within(Tag::Label, |walk| {
                        walk.text(pillar.lead());
                        walk.text(pillar.numeral.as_str());
                    });
                    walk.line(Tag::ListBody, &pillar.text);
                });
            }
        });
    }

    fn contact(&mut self, contact: &Contact) {
        for (label, text) in &contact.entries {
            self.within(Tag::Paragraph, |walk| {
                walk.text(format!("{label} "));
                walk.inlines(text);
            });
        }
    }

    fn note(&mut self, note: &Note) {
        // A note to which nothing refers is an ordinary paragraph.
        if note.mark.is_empty() {
            return self.line(Tag::Paragraph, &note.text);
        }
        self.within(Tag::Note { id: note.id.clone() }, |walk| {
            walk.within(Tag::Label, |walk| walk.text(format!("{}\u{a0}", note.mark)));
            walk.inlines(&note.text);
        });
    }
}
