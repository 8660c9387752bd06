//! The document tree: the content of a briefing, in reading order, without geometry.
//!
//! A tree is plain data. It holds words in one language, already formatted, and says what each piece *is* (a heading, a table, an event
//! with its date); the next stage decides what it looks like.

use briefing_model::{
    AltText, Colour, Day, Digest, Language, LanguageTag, Link, Media, Orientation, Paper, TextColumns, Theme, ThemeLook,
};

use crate::Words;

/// A finished text in reading order.
///
/// ```
/// use briefing_document::{Document, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document: Document = compose(&briefing, Language::Es)?.document;
/// assert_eq!(document.title.text, "Boletín mensual");
/// assert_eq!(document.about.issued.to_string(), "2025-05-06");
/// assert!(document.sections.iter().all(|section| !section.blocks.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The language of the text.
    pub language: Language,
    /// The file's metadata, as shown by a viewer.
    pub about: DocumentInfo,
    /// The words at the head and foot of every page.
    pub running: Running,
    /// Colours and paper.
    pub style: Style,
    /// The title, which is the document's only heading of level 1.
    pub title: Title,
    /// The sections in reading order; none of them is empty.
    pub sections: Vec<Section>,
}

/// The file's metadata, as shown by a viewer.
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let about = compose(&briefing, Language::En)?.document.about;
/// assert_eq!(about.title, "Monthly Briefing, April 2025 – UNOCT");
/// assert_eq!(about.author, "United Nations Office of Counter-Terrorism");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentInfo {
    /// The title of the viewer's window: "Monthly Briefing, April 2025 – UNOCT".
    pub title: String,
    /// The author: the office's name.
    pub author: String,
    /// The subject, in one line.
    pub subject: String,
    /// The day of issue, used for every date in the file.
    pub issued: Day,
}

/// The running heads and feet of the pages, which are not part of the reading order.
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let running = compose(&briefing, Language::Fr)?.document.running;
/// assert_eq!(running.foot_mark, "BLT");
/// assert_eq!(running.page_line(1, 8), "Page 1 sur 8");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The head of every page but the first, at the start of the line: the office's name.
    pub head_start: Words,
    /// The head of every page but the first, at the end of the line: "Monthly Briefing · April 2025".
    pub head_end: String,
    /// The foot, at the start and in bold: the office's acronym, if the language has one.
    pub foot_mark: Words,
    /// The foot, after the mark: "Monthly Briefing, April 2025".
    pub foot_start: String,
    /// The foot, in the middle or below, in small type: the office's disclaimer.
    pub disclaimer: Option<Words>,
    /// The language of the disclaimer, which determines its direction.
    pub disclaimer_language: Language,
    /// "Page {page} of {pages}", with its two placeholders.
    pub page_of: String,
    /// "continued", added after a heading that is repeated where its content continues.
    pub continued: String,
}

impl Running {
    /// The page line of a page, counted from one.
    ///
    /// ```
    /// use briefing_document::Running;
    ///
    /// let running = Running { page_of: "Page {page} of {pages}".to_owned(), ..Running::default() };
    /// assert_eq!(running.page_line(2, 3), "Page 2 of 3");
    /// ```
    #[must_use]
    pub fn page_line(&self, page: usize, pages: usize) -> String {
        self.page_of.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string())
    }
}

impl Default for Running {
    /// An empty default, except for the page line in English.
    fn default() -> Self {
        Self {
            head_start: Words::default(),
            head_end: String::new(),
            foot_mark: Words::default(),
            foot_start: String::new(),
            disclaimer: None,
            disclaimer_language: Language::En,
            page_of: "Page {page} of {pages}".to_owned(),
            continued: "continued".to_owned(),
        }
    }
}

/// The appearance that a document asks for.
///
/// ```
/// use briefing_document::Style;
/// use briefing_model::Theme;
///
/// let theme = Theme::default();
/// assert_eq!(Style::from(&theme).accent, theme.accent());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The colour of bands, bars and rules.
    pub accent: Colour,
    /// The dark colour of titles and small type.
    pub ink: Colour,
    /// The paper.
    pub paper: Paper,
    /// The visual design of the pages.
    pub look: ThemeLook,
    /// The number of columns in which text is set.
    pub columns: TextColumns,
}

impl From<&Theme> for Style {
    fn from(theme: &Theme) -> Self {
        Self {
            accent: theme.accent(),
            ink: theme.ink(),
            paper: theme.paper(),
            look: theme.look(),
            columns: theme.columns(),
        }
    }
}

/// The title of the document, with the content of the title band.
///
/// As a heading it reads kicker, title, period: "United Nations Office of Counter-Terrorism Monthly Briefing April 2025".
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let period = |language| -> Result<Vec<String>, briefing_document::ComposeError> {
///     let title = compose(&briefing, language)?.document.title;
///     Ok(title.period.into_iter().map(|part| part.text).collect())
/// };
/// assert_eq!(period(Language::En)?, ["April", "2025"]);
/// assert_eq!(period(Language::Zh)?, ["2025年4月"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The line above the title: the office's name.
    pub kicker: Words,
    /// The title in large type: "Monthly Briefing", or the office's own name for its issues.
    pub text: Words,
    /// The month's name, "April", and the year, "2025", in the order in which the language writes them.
    pub period: Vec<PeriodPart>,
    /// The office's emblem, read before the heading.
    pub emblem: Option<CaptionedPicture>,
}

/// A part of the title's date.
///
/// ```
/// use briefing_document::compose;
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let title = compose(&briefing, Language::En)?.document.title;
/// let strong: Vec<_> = title.period.iter().filter(|part| part.strong).collect();
/// assert_eq!(strong[0].text, "2025");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPart {
    /// The words.
    pub text: String,
    /// Whether it is set in bold, as the year is.
    pub strong: bool,
}

/// A part of the document under one heading of level 2.
///
/// ```
/// use briefing_document::{Block, SectionRole, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let section = &document.sections[2];
/// assert_eq!((section.anchor.as_str(), section.role), ("leadership", SectionRole::Text));
///
/// // Its three events are one list.
/// let groups: Vec<&[Block]> = section.groups().collect();
/// assert_eq!((groups.len(), groups[0].len()), (1, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A unique name for bookmarks and links within the file.
    pub anchor: String,
    /// The heading.
    pub heading: Words,
    /// The role of the section on the page.
    pub role: SectionRole,
    /// The content of the section.
    pub blocks: Vec<Block>,
}

/// The role of a section among the others.
///
/// ```
/// use briefing_document::{SectionRole, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let exhibits = document.sections.iter().filter(|section| section.role == SectionRole::Exhibit);
/// let anchors: Vec<&str> = exhibits.map(|section| section.anchor.as_str()).collect();
/// assert_eq!(anchors, ["structure", "recent-pledges", "contributors"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionRole {
    /// Running text that flows through the columns.
    Text,
    /// A box set apart from the running text.
    Panel,
    /// Exhibits (figures, tables, charts) that may extend across the page.
    Exhibit,
    /// A closing strip across the page.
    Strip,
    /// The item that leads the issue, across the page.
    Lead,
}

/// A piece of a section.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let blocks = document.sections.iter().flat_map(|section| &section.blocks);
/// let events = blocks.filter_map(|block| if let Block::Event(event) = block { Some(event.id.as_str()) } else { None });
/// assert_eq!(events.last(), Some("two-days"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 3 below the section's own.
    Heading(Inlines),
    /// A paragraph of text.
    Paragraph(Inlines),
    /// A list whose items are paragraphs.
    List(List),
    /// A dated item.
    Event(EventItem),
    /// The items of the month, placed along its days.
    Calendar(Calendar),
    /// A picture.
    Figure(CaptionedPicture),
    /// A table.
    Table(Table),
    /// A few large figures with their labels.
    KeyFigures(KeyFigures),
    /// A chart that doubles as its own table.
    Chart(Chart),
    /// The organization chart.
    Organization(Organization),
    /// Short titled statements side by side, such as the pillars.
    Pillars(Vec<PillarItem>),
    /// The ways in which readers can reach the office.
    Contact(Contact),
    /// Notes to which marks in the text refer.
    Notes(Vec<Note>),
    /// A line set apart that links to something.
    Pointer(Inlines),
}

/// A run of inline pieces.
///
/// ```
/// use briefing_document::{Inline, Inlines};
///
/// let line: Inlines = vec![Inline::Text("Costs rose by ".into()), Inline::Strong(vec![Inline::Text("2 per cent".into())])];
/// assert_eq!(line.len(), 2);
/// ```
pub type Inlines = Vec<Inline>;

/// A piece of a line of text.
///
/// ```
/// use briefing_document::{Inline, Inlines};
///
/// /// The words without their marks.
/// fn words(line: &[Inline]) -> String {
///     let piece = |inline: &Inline| match inline {
///         Inline::Text(words) | Inline::Abbreviation { text: words, .. } => words.to_string(),
///         Inline::NoteReference { mark, .. } => mark.clone(),
///         Inline::Strong(content) | Inline::Emphasis(content) => words(content),
///         Inline::Link { content, .. } | Inline::Foreign { content, .. } => words(content),
///     };
///     line.iter().map(piece).collect()
/// }
///
/// let strong = Inline::Strong(vec![Inline::Text("46 entities".into())]);
/// let reference = Inline::NoteReference { note: "note-1".to_owned(), mark: "*".to_owned() };
/// assert_eq!(words(&[strong, reference]), "46 entities*");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(Words),
    /// Important words, set in bold.
    Strong(Inlines),
    /// Emphasized words, set in italics.
    Emphasis(Inlines),
    /// Words that link to an address.
    Link {
        /// The address.
        target: Link,
        /// The words.
        content: Inlines,
    },
    /// Words in a language other than the document's.
    Foreign {
        /// The language.
        language: LanguageTag,
        /// The words.
        content: Inlines,
    },
    /// A mark that refers to a note of the same section.
    NoteReference {
        /// The note's [`id`](Note::id).
        note: String,
        /// The mark, such as `*`.
        mark: String,
    },
    /// An acronym at its first use, with its expansion.
    Abbreviation {
        /// The acronym.
        text: Words,
        /// The expansion.
        expansion: String,
    },
}

/// A list.
///
/// ```
/// use briefing_document::{Inline, ItemMarks, List};
///
/// let items = ["Lead", "Coordinate"].map(|item| vec![Inline::Text(item.into())]);
/// let list = List { marks: ItemMarks::Numbers, items: items.into() };
/// let marks: Vec<String> = (0..list.items.len()).map(|index| list.marks.mark(index)).collect();
/// assert_eq!(marks, ["1", "2"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// How its items are marked.
    pub marks: ItemMarks,
    /// The items.
    pub items: Vec<Inlines>,
}

/// The marks of a list's items.
///
/// ```
/// use briefing_document::ItemMarks;
///
/// assert_eq!(ItemMarks::Numbers.mark(2), "3");
/// assert_eq!(ItemMarks::Discs.mark(2), "•");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemMarks {
    /// 1, 2, 3.
    Numbers,
    /// A disc before each item.
    Discs,
}

/// The heading of an item.
///
/// ```
/// use briefing_document::{Inline, ItemHeading};
///
/// // Under a section's heading, which is of level 2.
/// let heading = ItemHeading { level: 3, text: vec![Inline::Text("A network opens".into())] };
/// assert_eq!(heading.text, [Inline::Text("A network opens".into())]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemHeading {
    /// The level: one below the heading above the item.
    pub level: u8,
    /// The words of the heading.
    pub text: Inlines,
}

/// A dated item: its stamp, an optional heading, the text, and optional details and picture.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let Some(Block::Event(event)) = document.sections[2].blocks.first() else { panic!("leadership begins with an event") };
/// assert_eq!(event.id, "one-day");
/// assert_eq!(event.stamp.spoken, "28\u{a0}April 2025");
/// assert!(event.figure.as_ref().is_some_and(|figure| figure.file == "2025-04/network.jpg"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct EventItem {
    /// The item's id in the office's files, used in messages.
    pub id: String,
    /// The date as a stamp of a few lines: "29–30" above "Apr".
    pub stamp: Stamp,
    /// The heading of the item, if it has one.
    pub heading: Option<ItemHeading>,
    /// What happened.
    pub text: Inlines,
    /// A quiet line below the text, for example with the place and the participants.
    pub details: Option<Inlines>,
    /// A picture of the event.
    pub figure: Option<CaptionedPicture>,
}

/// A date set as a stamp.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let stamp = dates::stamp(&"2025-04-29/2025-04-30".parse()?, 2025, Language::En).stamp;
/// assert_eq!(stamp.lines[0].text, "29–30");
/// assert_eq!(stamp.continued, ["29–30\u{a0}Apr,", "continued"]);
/// assert_eq!(stamp.spoken, "29–30\u{a0}April 2025");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The lines, the most important first. They are never broken.
    pub lines: Vec<StampLine>,
    /// The date again, with the word for its continuation below it, for readers who see where an item continues: small lines, never broken.
    pub continued: Vec<String>,
    /// The date in full, as in a sentence; read by assistive technology.
    pub spoken: String,
}

/// A line of a date stamp.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let stamp = dates::stamp(&"2025-04-28".parse()?, 2025, Language::En).stamp;
/// let lines: Vec<_> = stamp.lines.iter().map(|line| (line.text.as_str(), line.large)).collect();
/// assert_eq!(lines, [("28", true), ("Apr", false)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampLine {
    /// The words: "29–30", "Apr", "14 Apr–".
    pub text: String,
    /// Whether the line is set large, as days alone are; months are not.
    pub large: bool,
}

/// The items of a month, placed along its days, each linking to the item itself.
///
/// [`Document::check`] requires its marks to lie within its days:
///
/// ```
/// use briefing_document::{Block, Calendar, CalendarEntry, CalendarGroup, CalendarMark, Inline, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let mut document = compose(&briefing, Language::En)?.document;
/// let entry = CalendarEntry {
///     item: "one-day".to_owned(),
///     date: "28 Apr".to_owned(),
///     text: vec![Inline::Text("A network was opened".into())],
///     marks: vec![CalendarMark { first: 28, last: 28, certain: true }],
/// };
/// let groups = vec![CalendarGroup { title: "Leadership".into(), entries: vec![entry] }];
/// document.sections[0].blocks.push(Block::Calendar(Calendar { first: "2025-04-01".parse()?, days: 30, groups }));
/// assert!(document.check().is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The month's first day.
    pub first: Day,
    /// The number of days in the month.
    pub days: u32,
    /// The items by section, in the order of the document.
    pub groups: Vec<CalendarGroup>,
}

/// The items of a section in a calendar.
///
/// ```
/// use briefing_document::CalendarGroup;
///
/// let group = CalendarGroup { title: "Highlights".into(), entries: Vec::new() };
/// assert_eq!(group.title, "Highlights");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarGroup {
    /// The section's heading.
    pub title: Words,
    /// Its items.
    pub entries: Vec<CalendarEntry>,
}

/// An item in a calendar.
///
/// ```
/// use briefing_document::{CalendarEntry, CalendarMark, Inline};
///
/// let entry = CalendarEntry {
///     item: "course".to_owned(),
///     date: "1 and 3 Apr".to_owned(),
///     text: vec![Inline::Text("A course".into())],
///     marks: [1, 3].map(|day| CalendarMark { first: day, last: day, certain: true }).into(),
/// };
/// assert!(entry.marks.iter().all(|mark| mark.first == mark.last));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The item's id: [`EventItem::id`].
    pub item: String,
    /// The date, as short as possible: "28 Apr".
    pub date: String,
    /// The item's title, or the beginning of its text.
    pub text: Inlines,
    /// The days of the item.
    pub marks: Vec<CalendarMark>,
}

/// Consecutive days of a month.
///
/// ```
/// use briefing_document::CalendarMark;
///
/// // A day of the first week of the month; nobody said which.
/// let mark = CalendarMark { first: 1, last: 7, certain: false };
/// assert_eq!((mark.first..=mark.last).count(), 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarMark {
    /// The first day, counted from one.
    pub first: u32,
    /// The last day.
    pub last: u32,
    /// Whether the item is known to take place on all of these days, rather than on some of them.
    pub certain: bool,
}

/// A picture with its alternative text, caption and credit.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let Some(Block::Event(event)) = document.sections[2].blocks.first() else { panic!("leadership begins with an event") };
/// let figure = event.figure.as_ref().ok_or("it has a picture")?;
/// assert_eq!((figure.alt.as_str(), figure.size), ("Lights joined by lines", (1200, 630)));
///
/// // After a caption, the credit begins with a space.
/// let credit = figure.credit_line().ok_or("it has a credit")?;
/// assert_eq!(credit, [briefing_document::Inline::Text(" Illustration: the office".into())]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptionedPicture {
    /// The digest of the picture's bytes.
    pub digest: Digest,
    /// The format of the bytes.
    pub media: Media,
    /// How to rotate the picture so that it is upright.
    pub orientation: Orientation,
    /// Width and height in pixels, as stored.
    pub size: (u32, u32),
    /// The alternative text.
    pub alt: AltText,
    /// The language of [`alt`](Self::alt), if it differs from the document's.
    pub alt_language: Option<Language>,
    /// The caption printed below the picture.
    pub caption: Option<Inlines>,
    /// The credit as printed: "Photograph: …".
    pub credit: Option<Inlines>,
    /// The file of the picture, used in messages.
    pub file: String,
}

/// A table: a header row, body rows, and optional totals.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let blocks = document.sections.iter().flat_map(|section| &section.blocks);
/// let mut tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
/// let pledges = tables.next().ok_or("it has a table of pledges")?;
/// assert!(pledges.rows.iter().all(|row| row.len() == pledges.columns.len()));
/// assert_eq!(pledges.totals.len(), 2, "what is pledged, and what is pledged each year");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// A description of the table, for readers who cannot see it.
    pub summary: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Inlines>>,
    /// The closing rows: a label across all columns but the last, and a value in the last.
    pub totals: Vec<(Inlines, Inlines)>,
}

/// A column of a table.
///
/// ```
/// use briefing_document::{Column, ColumnAlign, Inline, Table};
///
/// let column = |header: &str, align, row_header| {
///     Column { header: vec![Inline::Text(header.into())], align, row_header }
/// };
/// let table = Table {
///     summary: "Pledges by contributor".to_owned(),
///     columns: vec![column("Contributor", ColumnAlign::Start, true), column("Amount", ColumnAlign::End, false)],
///     rows: Vec::new(),
///     totals: Vec::new(),
/// };
/// assert_eq!(table.columns.iter().filter(|column| column.row_header).count(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: Inlines,
    /// The alignment of its cells.
    pub align: ColumnAlign,
    /// Whether its cells are the headers of their rows.
    pub row_header: bool,
}

/// The alignment of the cells of a column.
///
/// ```
/// use briefing_document::{Block, ColumnAlign, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let tables = document.sections.iter().flat_map(|section| &section.blocks);
/// for table in tables.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }) {
///     assert_eq!(table.columns.last().map(|amount| amount.align), Some(ColumnAlign::End));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnAlign {
    /// At the start of the line, as for words.
    Start,
    /// At the end of the line, in figures of equal width.
    End,
}

/// A few large figures with their labels.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
/// let figures = blocks.find_map(|block| if let Block::KeyFigures(key) = block { Some(key) } else { None });
/// let figures = figures.ok_or("it has key figures")?;
/// assert_eq!(figures.figures[0].value, "$402\u{a0}million");
/// assert_eq!(figures.share.as_ref().map(|(percent, _)| *percent), Some(88));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigures {
    /// The figures, the most important first.
    pub figures: Vec<KeyFigure>,
    /// A share drawn as a bar: a whole percentage (0 to 100), and the sentence that states it.
    pub share: Option<(u16, Inlines)>,
}

/// A large figure with its label.
///
/// ```
/// use briefing_document::KeyFigure;
///
/// let (value, label) = ("47".to_owned(), "funding partners, ".to_owned());
/// let figure = KeyFigure { value, label, change: Some("up 5 since March 2025".to_owned()) };
/// assert_eq!(format!("{} {}", figure.value, figure.label), "47 funding partners, ");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure: "$402 million".
    pub value: String,
    /// The label: "pledged to date". It ends with the words that join it to the change.
    pub label: String,
    /// The change since the previous issue: "up $1.2 million since March 2025".
    pub change: Option<String>,
}

/// A chart whose labels and values form a table.
///
/// ```
/// use briefing_document::{Chart, ChartForm, ChartRow, ChartValue, Inline};
///
/// let value = |millions: u32| ChartValue { length: millions.into(), text: format!("{millions} million"), spoken: None };
/// let chart = Chart {
///     title: "Contributions".into(),
///     summary: "Bars that show what was pledged, and the part that was received".to_owned(),
///     form: ChartForm::Bars,
///     label_header: "Contributor".to_owned(),
///     series: vec!["Pledged".to_owned(), "Received".to_owned()],
///     rows: vec![ChartRow { label: vec![Inline::Text("Spain".into())], values: vec![value(3), value(1)] }],
/// };
/// assert!(chart.rows.iter().all(|row| row.values.len() == chart.series.len()));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The title of the chart.
    pub title: Words,
    /// A description of the chart, for readers who cannot see it.
    pub summary: String,
    /// How its values are drawn.
    pub form: ChartForm,
    /// The column header of the labels: "Contributor".
    pub label_header: String,
    /// The column headers of the values, one per series: "Pledged", "Received".
    pub series: Vec<String>,
    /// The rows, in drawing order.
    pub rows: Vec<ChartRow>,
}

/// How the values of a chart are drawn. The drawing is decoration: the rows contain all the words.
///
/// ```
/// use briefing_document::{Block, ChartForm, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let blocks = document.sections.iter().flat_map(|section| &section.blocks);
/// let charts = blocks.filter_map(|block| if let Block::Chart(chart) = block { Some(&chart.form) } else { None });
/// let along_time: Vec<bool> = charts.map(|form| matches!(form, ChartForm::Steps(_))).collect();
/// assert_eq!(along_time, [false, true]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartForm {
    /// A horizontal bar for each row. Further series are parts of the first and are drawn inside its bar.
    Bars,
    /// Steps along time: from its day to that of the next row, each is as high as its row's first value.
    Steps(TimeAxis),
}

/// The time axis of a chart.
///
/// ```
/// use briefing_document::TimeAxis;
///
/// let days = vec!["2022-03-31".parse()?, "2024-08-31".parse()?];
/// let axis = TimeAxis { days, start: "$336 million".to_owned(), end: "$386 million".to_owned() };
/// assert!(axis.days.is_sorted());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeAxis {
    /// The day of each row, in order.
    pub days: Vec<Day>,
    /// The label at the beginning of the first step.
    pub start: String,
    /// The label at the end of the last step.
    pub end: String,
}

/// A row of a chart.
///
/// ```
/// use briefing_document::{ChartRow, ChartValue, Inline};
///
/// let pledged = ChartValue { length: 0.5, text: "500,000".to_owned(), spoken: None };
/// let row = ChartRow { label: vec![Inline::Text("Hungary".into())], values: vec![pledged] };
/// assert_eq!(row.values[0].text, "500,000");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRow {
    /// The label, including note marks.
    pub label: Inlines,
    /// One value per series.
    pub values: Vec<ChartValue>,
}

/// A value of a chart.
///
/// ```
/// use briefing_document::ChartValue;
///
/// // Nothing was received: a dash is printed, and a screen reader says so in words.
/// let received = ChartValue { length: 0.0, text: "–".to_owned(), spoken: Some("none".to_owned()) };
/// assert_eq!(received.spoken.as_ref().unwrap_or(&received.text), "none");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ChartValue {
    /// The length or height to draw, in the chart's own unit; never negative or NaN.
    pub length: f64,
    /// The value as printed.
    pub text: String,
    /// The text read instead, if a mark such as a dash is printed.
    pub spoken: Option<String>,
}

/// The organization chart, as a nested list.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
/// let chart = blocks.find_map(|block| if let Block::Organization(chart) = block { Some(chart) } else { None });
/// let chart = chart.ok_or("it has an organization chart")?;
/// assert_eq!((chart.beside.len(), chart.units.len()), (1, 2));
/// assert_eq!(chart.groups[1].title, "Programme offices");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The office at the top.
    pub head: OrganizationBox,
    /// The bodies beside it.
    pub beside: Vec<OrganizationBox>,
    /// The units below it.
    pub units: Vec<OrganizationUnit>,
    /// Groups across the foot: programmes of the whole office, and programme offices.
    pub groups: Vec<OrganizationGroup>,
}

/// A box of the organization chart.
///
/// ```
/// use briefing_document::{Inline, OrganizationBox};
///
/// let unit = OrganizationBox {
///     mark: Some("UNCCT".into()),
///     name: vec![Inline::Text("United Nations Counter-Terrorism Centre".into())],
///     details: vec![vec![Inline::Text("Advisory Board: 21 Member States".into())]],
/// };
/// assert_eq!(unit.details.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationBox {
    /// A short name in large type, if there is one: the acronym.
    pub mark: Option<Words>,
    /// The name.
    pub name: Inlines,
    /// Small lines below the name: the head's title, the advisory board.
    pub details: Vec<Inlines>,
}

/// A unit in the organization chart.
///
/// ```
/// use briefing_document::{OrganizationChild, OrganizationUnit};
///
/// /// How many units there are: this one and all below it.
/// fn count(unit: &OrganizationUnit) -> usize {
///     let below = unit.children.iter().map(|child| match child {
///         OrganizationChild::Unit(unit) => count(unit),
///         OrganizationChild::Programme(_) => 0,
///     });
///     1 + below.sum::<usize>()
/// }
/// # let unit = |children| OrganizationUnit {
/// #     unit: briefing_document::OrganizationBox { mark: None, name: Vec::new(), details: Vec::new() },
/// #     children,
/// # };
/// # let centre = unit(vec![OrganizationChild::Programme(Vec::new()), OrganizationChild::Unit(unit(Vec::new()))]);
/// assert_eq!(count(&centre), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationUnit {
    /// Its box.
    pub unit: OrganizationBox,
    /// The units (with their own children) and programmes below it.
    pub children: Vec<OrganizationChild>,
}

/// A child of a unit in the organization chart.
///
/// ```
/// use briefing_document::{Inline, OrganizationChild};
///
/// let programme = OrganizationChild::Programme(vec![Inline::Text("Fusion Cells".into())]);
/// assert!(matches!(programme, OrganizationChild::Programme(name) if name.len() == 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationChild {
    /// A programme.
    Programme(Inlines),
    /// Another unit.
    Unit(OrganizationUnit),
}

/// Names side by side under a common title.
///
/// ```
/// use briefing_document::{Inline, OrganizationGroup};
///
/// let names = ["Rabat", "Nairobi"].map(|name| vec![Inline::Text(name.into())]);
/// let offices = OrganizationGroup { title: "Programme offices".to_owned(), names: names.into() };
/// assert_eq!(offices.names.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationGroup {
    /// The title: "Programme offices".
    pub title: String,
    /// The names.
    pub names: Vec<Inlines>,
}

/// A pillar in the closing strip.
///
/// ```
/// use briefing_document::{Block, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let Some(Block::Pillars(pillars)) = document.sections.last().and_then(|section| section.blocks.first()) else {
///     panic!("the strategy closes the document")
/// };
/// assert_eq!(pillars[2].numeral, "III");
/// assert_eq!(pillars[2].lead(), "Pillar\u{a0}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PillarItem {
    /// The small word above the numeral, if any: "Pillar".
    pub kicker: String,
    /// The large numeral: "III".
    pub numeral: String,
    /// The title.
    pub text: Inlines,
}

impl PillarItem {
    /// The words before the numeral: the small word and a space, or nothing.
    ///
    /// ```
    /// use briefing_document::PillarItem;
    ///
    /// let pillar = PillarItem { kicker: "Pillar".to_owned(), numeral: "II".to_owned(), text: vec![] };
    /// assert_eq!(pillar.lead() + &pillar.numeral, "Pillar\u{a0}II");
    /// ```
    #[must_use]
    pub fn lead(&self) -> String {
        if self.kicker.is_empty() { String::new() } else { format!("{}\u{a0}", self.kicker) }
    }
}

/// The ways in which readers can reach the office.
///
/// ```
/// use briefing_document::{Contact, Inline};
///
/// let address: briefing_model::Link = "https://www.example.org".parse()?;
/// let words = vec![Inline::Text("www.example.org".into())];
/// let entry = Inline::Link { target: address.clone(), content: words };
/// let contact = Contact { entries: vec![("On the web".to_owned(), vec![entry])], code: Some(address) };
/// assert_eq!(contact.entries[0].0, "On the web");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The entries, each with its label: "Next issue", "3 June 2025".
    pub entries: Vec<(String, Inlines)>,
    /// The address drawn as a QR code. The code is decoration: the address is among the entries.
    pub code: Option<Link>,
}

/// A note to which marks refer.
///
/// ```
/// use briefing_document::{Inline, Note};
///
/// let note = Note { id: "note-kind".to_owned(), mark: "*".to_owned(), text: vec![Inline::Text("In kind.".into())] };
/// let reference = Inline::NoteReference { note: note.id.clone(), mark: note.mark.clone() };
/// assert!(matches!(reference, Inline::NoteReference { note: id, .. } if id == note.id));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The id, unique in the document, by which [`Inline::NoteReference`] refers to the note.
    pub id: String,
    /// The mark: `*`, `**`; empty for a remark to which no mark refers.
    pub mark: String,
    /// The text of the note.
    pub text: Inlines,
}
