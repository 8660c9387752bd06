//! The document tree: what a briefing says, in reading order, without geometry.
//!
//! A tree is plain data. It holds words in one language, already formatted, and says what each piece *is* (a heading,
//! a table, an event with its date); how that looks is the next stage's business.

use briefing_model::{
    AltText, Colour, Day, Digest, Language, LanguageTag, Link, Media, Orientation, Paper, Theme, ThemeLook,
};

use crate::Words;

/// A finished text in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The language of the text.
    pub language: Language,
    /// What a reader's program says of the file.
    pub about: DocumentInfo,
    /// The words at the head and foot of every page.
    pub running: Running,
    /// Colours and paper.
    pub style: Style,
    /// The title, the document's only heading of level 1.
    pub title: Title,
    /// The sections in reading order; none is empty.
    pub sections: Vec<Section>,
}

/// What a reader's program says of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentInfo {
    /// The title for the window: "Monthly Briefing, April 2025 – UNOCT".
    pub title: String,
    /// Who is behind it: the office's name.
    pub author: String,
    /// What it is about, in a line.
    pub subject: String,
    /// The day it is dated; every date in the file comes from it.
    pub issued: Day,
}

/// The words at the head and foot of the pages; not part of the reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Head of every page but the first, at the line's start: the office's name.
    pub head_start: Words,
    /// Head of every page but the first, at the line's end: "Monthly Briefing · April 2025".
    pub head_end: String,
    /// Foot, at the start, in bold: the office's acronym.
    pub foot_mark: Words,
    /// Foot, after the mark: "Monthly Briefing, April 2025".
    pub foot_start: String,
    /// Foot, in the middle or below, small: the office's disclaimer.
    pub disclaimer: Option<Words>,
    /// The language that the disclaimer is in, which settles which way it runs.
    pub disclaimer_language: Language,
    /// "Page {page} of {pages}" with its two places.
    pub page_of: String,
}

impl Running {
    /// The page line for a page, counted from one.
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
    /// No words but the page line, in English.
    fn default() -> Self {
        Self {
            head_start: Words::default(),
            head_end: String::new(),
            foot_mark: Words::default(),
            foot_start: String::new(),
            disclaimer: None,
            disclaimer_language: Language::En,
            page_of: "Page {page} of {pages}".to_owned(),
        }
    }
}

/// The looks a document asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The colour of bands, bars and rules.
    pub accent: Colour,
    /// The dark colour of titles and small type.
    pub ink: Colour,
    /// The paper.
    pub paper: Paper,
    /// The design of the pages.
    pub look: ThemeLook,
}

impl From<&Theme> for Style {
    fn from(theme: &Theme) -> Self {
        Self { accent: theme.accent(), ink: theme.ink(), paper: theme.paper(), look: theme.look() }
    }
}

/// The title of the whole, with what stands beside it in the title band.
///
/// As a heading it reads kicker, title, period: "United Nations Office of Counter-Terrorism Monthly Briefing April 2025".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The line above: the office's name.
    pub kicker: Words,
    /// The large line: "Monthly Briefing".
    pub text: String,
    /// The month's name, "April", and the year, "2025", in the order the language writes them.
    pub period: Vec<PeriodPart>,
}

/// A part of the title's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPart {
    /// The words.
    pub text: String,
    /// Whether it is set bold: the year is.
    pub strong: bool,
}

/// A part of the document under one heading of level 2.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A name for bookmarks and links inside the file; unique.
    pub anchor: String,
    /// The heading.
    pub heading: Words,
    /// What kind of thing the section is on the page.
    pub role: SectionRole,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How a section stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionRole {
    /// Running text that flows through the columns.
    Text,
    /// A box apart from the running text.
    Panel,
    /// Exhibits (figures, tables, charts) that may take the width of the page.
    Exhibit,
    /// A closing band across the page.
    Strip,
    /// The item that leads the issue, across the page.
    Lead,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 3 below the section's own.
    Heading(Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// A list; each item a paragraph.
    List(List),
    /// A dated item.
    Event(EventItem),
    /// The items of the month along its days.
    Calendar(Calendar),
    /// A picture.
    Figure(CaptionedPicture),
    /// A table.
    Table(Table),
    /// A few large figures with what they mean.
    KeyFigures(KeyFigures),
    /// A chart that is its own table.
    Chart(Chart),
    /// The organization chart.
    Organization(Organization),
    /// Short titled statements side by side, such as the pillars.
    Pillars(Vec<PillarItem>),
    /// How readers reach the office.
    Contact(Contact),
    /// Notes that marks in the text refer to.
    Notes(Vec<Note>),
    /// A line that leads elsewhere, set apart.
    Pointer(Inlines),
}

/// A run of inline pieces.
pub type Inlines = Vec<Inline>;

/// A piece of a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(Words),
    /// Words of weight.
    Strong(Inlines),
    /// Words set apart, in italics.
    Emphasis(Inlines),
    /// Words that lead to an address.
    Link {
        /// Where to.
        target: Link,
        /// The words.
        content: Inlines,
    },
    /// Words in another language than the document's.
    Foreign {
        /// Which.
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
    /// An acronym at its first use, with what it stands for.
    Abbreviation {
        /// The acronym.
        text: Words,
        /// What it stands for.
        expansion: String,
    },
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// How its items are marked.
    pub marks: ItemMarks,
    /// The items.
    pub items: Vec<Inlines>,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemMarks {
    /// 1, 2, 3.
    Numbers,
    /// A disc before each.
    Discs,
}

/// The heading of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemHeading {
    /// Its level: one below the heading that the item stands under.
    pub level: u8,
    /// What it says.
    pub text: Inlines,
}

/// A dated item: the stamp, perhaps a heading, the text, perhaps a quiet line and a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct EventItem {
    /// The item's id in the office's files, for messages about it.
    pub id: String,
    /// The date as a stamp of a few lines: "29–30" over "Apr".
    pub stamp: Stamp,
    /// What it is called.
    pub heading: Option<ItemHeading>,
    /// What happened.
    pub text: Inlines,
    /// Where it was and who took part, say: a quiet line below the text.
    pub details: Option<Inlines>,
    /// A picture of it.
    pub figure: Option<CaptionedPicture>,
}

/// A date set as a stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The lines, the most telling first; a line is never broken.
    pub lines: Vec<StampLine>,
    /// The date in full, as a sentence would have it: what assistive technology reads.
    pub spoken: String,
}

/// A line of a date stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampLine {
    /// The words: "29–30", "Apr", "14 Apr–".
    pub text: String,
    /// Whether it is set large: days alone are, months are not.
    pub large: bool,
}

/// The items of a month along its days, each leading to the item itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The month's first day.
    pub first: Day,
    /// How many days it has.
    pub days: u32,
    /// The items by section, in the order of the document.
    pub groups: Vec<CalendarGroup>,
}

/// The items of a section in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarGroup {
    /// The section's heading.
    pub title: Words,
    /// Its items.
    pub entries: Vec<CalendarEntry>,
}

/// An item in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The item's id: [`EventItem::id`].
    pub item: String,
    /// When it was, as short as can be: "28 Apr".
    pub date: String,
    /// What it is called, or how its text begins.
    pub text: Inlines,
    /// Its days.
    pub marks: Vec<CalendarMark>,
}

/// Days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarMark {
    /// The first, counted from one.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// Whether it is known to be these days, and not merely some of them.
    pub certain: bool,
}

/// A picture with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptionedPicture {
    /// The bytes, by digest.
    pub digest: Digest,
    /// Their format.
    pub media: Media,
    /// How to turn it upright.
    pub orientation: Orientation,
    /// Width and height in pixels as stored.
    pub size: (u32, u32),
    /// What it shows.
    pub alt: AltText,
    /// The language of [`alt`](Self::alt), if it is not the document's.
    pub alt_language: Option<Language>,
    /// What is printed below it.
    pub caption: Option<Inlines>,
    /// Who made it, as printed: "Photograph: …".
    pub credit: Option<Inlines>,
    /// The file it came from, for messages.
    pub file: String,
}

/// A table: a header row, rows, perhaps a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows, for those who do not see it.
    pub summary: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Inlines>>,
    /// Closing rows: a label over all columns but the last, and a value in the last.
    pub totals: Vec<(Inlines, Inlines)>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: Inlines,
    /// How its cells stand.
    pub align: ColumnAlign,
    /// Whether its cells are headers of their rows.
    pub row_header: bool,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnAlign {
    /// At the line's start, as words.
    Start,
    /// At the line's end, as figures, which are set with equal widths.
    End,
}

/// A few large figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigures {
    /// The figures, largest statement first.
    pub figures: Vec<KeyFigure>,
    /// A share to be drawn as a bar: whole per cent (0 to 100), and the sentence that states it.
    pub share: Option<(u16, Inlines)>,
}

/// A large figure and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure: "$402 million".
    pub value: String,
    /// What it means: "pledged to date".
    pub label: String,
}

/// A chart whose labels and values are a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What the chart is called.
    pub title: Words,
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// How its values are drawn.
    pub form: ChartForm,
    /// The header of the labels: "Contributor".
    pub label_header: String,
    /// The headers of the values, one for each series: "Pledged", "Received".
    pub series: Vec<String>,
    /// The rows, in the order they are drawn.
    pub rows: Vec<ChartRow>,
}

/// How the values of a chart are drawn. The drawing is decoration: rows have all the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartForm {
    /// A horizontal bar for each row; each further series is a part of the first, and drawn inside its bar.
    Bars,
    /// Steps along time, each as high as the first value of its row until the day of the next.
    Steps(TimeAxis),
}

/// The axis of a chart along time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeAxis {
    /// The day of each row, in order.
    pub days: Vec<Day>,
    /// What is written at the end of the last step.
    pub end: String,
}

/// A row of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRow {
    /// Its label, note marks included.
    pub label: Inlines,
    /// One value for each series.
    pub values: Vec<ChartValue>,
}

/// A value of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartValue {
    /// How long or high it is drawn, in the chart's own unit; never negative, never not a number.
    pub length: f64,
    /// The value as printed.
    pub text: String,
    /// What is read instead, where a mark such as a dash is printed.
    pub spoken: Option<String>,
}

/// The organization chart, as a nested list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The office at the top.
    pub head: OrganizationBox,
    /// Bodies beside it.
    pub beside: Vec<OrganizationBox>,
    /// The units under it.
    pub units: Vec<OrganizationUnit>,
    /// Groups across the foot: programmes of the whole office, programme offices.
    pub groups: Vec<OrganizationGroup>,
}

/// A box of the organization chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationBox {
    /// A short name set large, if there is one: the acronym.
    pub mark: Option<Words>,
    /// The name.
    pub name: Inlines,
    /// Small lines below it: the head's title, the advisory board.
    pub details: Vec<Inlines>,
}

/// A unit in the organization chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationUnit {
    /// Its box.
    pub unit: OrganizationBox,
    /// Under it: units (with their own) and programmes.
    pub children: Vec<OrganizationChild>,
}

/// What hangs below a unit in the organization chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationChild {
    /// A programme.
    Programme(Inlines),
    /// Another unit.
    Unit(OrganizationUnit),
}

/// Names side by side under one title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationGroup {
    /// The title: "Programme offices".
    pub title: String,
    /// The names.
    pub names: Vec<Inlines>,
}

/// A pillar in the closing band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PillarItem {
    /// The small word, if any: "Pillar".
    pub kicker: String,
    /// The large numeral: "III".
    pub numeral: String,
    /// The title.
    pub text: Inlines,
}

impl PillarItem {
    /// What stands before the numeral: the word and a space, or nothing.
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

/// How readers reach the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What there is to know, each with what it is: "Next issue", "3 June 2025".
    pub entries: Vec<(String, Inlines)>,
    /// The address that is drawn as a code for telephones. The code is decoration: the address is among the entries.
    pub code: Option<Link>,
}

/// A note that marks refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Unique in the document; [`Inline::NoteReference`] names it.
    pub id: String,
    /// The mark: `*`, `**`; empty for a remark no mark refers to.
    pub mark: String,
    /// What it says.
    pub text: Inlines,
}
