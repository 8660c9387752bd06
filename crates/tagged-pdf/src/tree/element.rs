//! Elements: a tag, with the arguments that the standards make mandatory, and attributes.

use super::ElementId;
use crate::text::{AltText, LanguageTag};

/// An opaque number of the caller's, returned in errors.
///
/// A program that knows where each element came from (a line of a file, an index) can attach that here, and report errors in its own terms.
///
/// ```
/// use tagged_pdf::{Element, Location, Tag};
///
/// let paragraph = Element::new(Tag::Paragraph).location(Location(17));
/// # let _ = paragraph;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location(pub u64);

/// The type of an element (the standard structure types of ISO 32000-1, 14.8.4).
///
/// Whatever the standards require of a type of element is an argument here: a figure has alternative text, a header cell a scope, a list
/// its numbering.
///
/// ```
/// use tagged_pdf::{AltText, HeaderCell, Scope, Tag};
///
/// let figure = Tag::Figure(AltText::new("Map of programme offices")?);
/// let header = Tag::HeaderCell(HeaderCell::new(Scope::Column));
/// # let _ = (figure, header);
/// # Ok::<(), tagged_pdf::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// `/Document`: the root, and nothing else.
    Document,
    /// `/Part`: a large division.
    Part,
    /// `/Art`: a self-contained text.
    Article,
    /// `/Sect`: a section, usually with a heading.
    Section,
    /// `/Div`: a group without a specific meaning.
    Division,
    /// `/H1` to `/H6`. The first heading is the only `H1`, and no level is skipped going down
    /// (PDF/UA-1 7.4.2).
    Heading(HeadingLevel),
    /// `/P`: a paragraph.
    Paragraph,
    /// `/BlockQuote`: quoted paragraphs.
    BlockQuote,
    /// `/L`: a list.
    List(ListNumbering),
    /// `/LI`: an item of a list.
    ListItem,
    /// `/Lbl`: a bullet, a number, or the mark of a note.
    Label,
    /// `/LBody`: the body of a list item.
    ListBody,
    /// `/Table`.
    Table {
        /// A description of the table and how to read it, for readers who cannot see it.
        summary: Option<String>,
    },
    /// `/THead`: the header rows.
    TableHead,
    /// `/TBody`: the body rows.
    TableBody,
    /// `/TFoot`: the footer rows, such as totals.
    TableFoot,
    /// `/TR`: a row.
    TableRow,
    /// `/TH`: a header cell of a row or column.
    HeaderCell(HeaderCell),
    /// `/TD`: any other cell.
    DataCell(DataCell),
    /// `/Figure`: a picture or a chart. Its `/BBox` is the rectangle around what is drawn in it.
    Figure(AltText),
    /// `/Caption` of a table, a figure or a list.
    Caption,
    /// `/Note`: a footnote or endnote. Its `/ID` is generated (PDF/UA-1 7.9).
    Note,
    /// `/Link`: a link, which needs an annotation; see [`PageBuilder::link`](crate::PageBuilder::link).
    Link,
    /// `/Reference`: a reference to a place in the document, such as the raised mark of a note.
    Reference,
    /// `/Span`: a run of text with attributes of its own, such as another language.
    Span,
    /// `/Em`, mapped to `/Span`: emphasis.
    Emphasis,
    /// `/Strong`, mapped to `/Span`: strong importance.
    Strong,
    /// `/Quote`: quoted words.
    Quote,
    /// `/Code`: computer code.
    Code,
}

impl Tag {
    /// The name of the structure type in the file.
    ///
    /// ```
    /// use tagged_pdf::{HeadingLevel, Tag};
    ///
    /// assert_eq!(Tag::Heading(HeadingLevel::H2).name(), "H2");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Part => "Part",
            Self::Article => "Art",
            Self::Section => "Sect",
            Self::Division => "Div",
            Self::Heading(level) => level.name(),
            Self::Paragraph => "P",
            Self::BlockQuote => "BlockQuote",
            Self::List(_) => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table { .. } => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableFoot => "TFoot",
            Self::TableRow => "TR",
            Self::HeaderCell(_) => "TH",
            Self::DataCell(_) => "TD",
            Self::Figure(_) => "Figure",
            Self::Caption => "Caption",
            Self::Note => "Note",
            Self::Link => "Link",
            Self::Reference => "Reference",
            Self::Span => "Span",
            Self::Emphasis => "Em",
            Self::Strong => "Strong",
            Self::Quote => "Quote",
            Self::Code => "Code",
        }
    }
}

/// The level of a heading, from the document's title (`H1`) down.
///
/// ```
/// use tagged_pdf::HeadingLevel;
///
/// assert_eq!(HeadingLevel::from_number(3), Some(HeadingLevel::H3));
/// assert_eq!(HeadingLevel::from_number(7), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HeadingLevel {
    H1 = 1,
    H2,
    H3,
    H4,
    H5,
    H6,
}

impl HeadingLevel {
    /// The level with a number from 1 to 6; `None` for other numbers.
    ///
    /// ```
    /// use tagged_pdf::HeadingLevel;
    ///
    /// assert_eq!(HeadingLevel::from_number(2), Some(HeadingLevel::H2));
    /// assert_eq!(HeadingLevel::from_number(7), None);
    /// ```
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::H1),
            2 => Some(Self::H2),
            3 => Some(Self::H3),
            4 => Some(Self::H4),
            5 => Some(Self::H5),
            6 => Some(Self::H6),
            _ => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::H4 => "H4",
            Self::H5 => "H5",
            Self::H6 => "H6",
        }
    }
}

/// The numbering of a list's labels (ISO 32000-1, table 347).
///
/// ```
/// use tagged_pdf::{ListNumbering, Tag};
///
/// let bullets = Tag::List(ListNumbering::Disc);
/// # let _ = bullets;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListNumbering {
    /// No labels.
    None,
    /// Solid round bullets.
    Disc,
    /// Open round bullets.
    Circle,
    /// Solid square bullets.
    Square,
    /// 1, 2, 3.
    Decimal,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, C.
    UpperAlpha,
    /// a, b, c.
    LowerAlpha,
}

impl ListNumbering {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Disc => "Disc",
            Self::Circle => "Circle",
            Self::Square => "Square",
            Self::Decimal => "Decimal",
            Self::UpperRoman => "UpperRoman",
            Self::LowerRoman => "LowerRoman",
            Self::UpperAlpha => "UpperAlpha",
            Self::LowerAlpha => "LowerAlpha",
        }
    }
}

/// The cells that a header cell applies to.
///
/// ```
/// use tagged_pdf::{HeaderCell, Scope};
///
/// let total = HeaderCell::new(Scope::Row);
/// # let _ = total;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The rest of its row.
    Row,
    /// The rest of its column.
    Column,
    /// Both.
    Both,
}

impl Scope {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Row => "Row",
            Self::Column => "Column",
            Self::Both => "Both",
        }
    }
}

/// The numbers of columns and rows that a cell spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellSpan {
    pub(crate) columns: u16,
    pub(crate) rows: u16,
}

const ONE_CELL: CellSpan = CellSpan { columns: 1, rows: 1 };

/// A header cell of a row or column. Its scope is mandatory, because without it nobody knows which cells it applies to.
///
/// ```
/// use tagged_pdf::{HeaderCell, Scope};
///
/// let both_years = HeaderCell::new(Scope::Column).columns(2);
/// # let _ = both_years;
/// ```
///
/// A header of two rows:
///
/// ```
/// use tagged_pdf::{HeaderCell, Scope, StructureTree, Tag};
///
/// let mut tree = StructureTree::new();
/// let table = tree.element(tree.root(), Tag::Table { summary: None });
/// let row = tree.element(table, Tag::TableRow);
/// let contributor = tree.element(row, Tag::HeaderCell(HeaderCell::new(Scope::Column).rows(2)));
/// let amounts = tree.element(row, Tag::HeaderCell(HeaderCell::new(Scope::Column).columns(2)));
/// assert_ne!(contributor, amounts);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderCell {
    pub(crate) scope: Scope,
    pub(crate) span: CellSpan,
}

impl HeaderCell {
    /// Creates a header cell that spans one column and one row.
    ///
    /// ```
    /// use tagged_pdf::{HeaderCell, Scope};
    ///
    /// assert_ne!(HeaderCell::new(Scope::Column), HeaderCell::new(Scope::Row));
    /// ```
    #[must_use]
    pub const fn new(scope: Scope) -> Self {
        Self { scope, span: ONE_CELL }
    }

    /// Makes the cell span the given number of columns, at least one.
    #[must_use]
    pub const fn columns(mut self, columns: u16) -> Self {
        self.span.columns = columns;
        self
    }

    /// Makes the cell span the given number of rows, at least one.
    #[must_use]
    pub const fn rows(mut self, rows: u16) -> Self {
        self.span.rows = rows;
        self
    }
}

/// A data cell.
///
/// ```
/// use tagged_pdf::{DataCell, Tag};
///
/// let wide = Tag::DataCell(DataCell::new().columns(3));
/// # let _ = wide;
/// ```
///
/// A cell that names its own header cells:
///
/// ```
/// use tagged_pdf::{DataCell, HeaderCell, Scope, StructureTree, Tag};
///
/// let mut tree = StructureTree::new();
/// let table = tree.element(tree.root(), Tag::Table { summary: None });
/// let row = tree.element(table, Tag::TableRow);
/// let germany = tree.element(row, Tag::HeaderCell(HeaderCell::new(Scope::Row)));
/// let amount = tree.element(row, Tag::DataCell(DataCell::new().rows(2).headers([germany])));
/// assert_ne!(germany, amount);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataCell {
    pub(crate) span: CellSpan,
    pub(crate) headers: Vec<ElementId>,
}

impl DataCell {
    /// Creates a cell that spans one column and one row.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::DataCell::new(), tagged_pdf::DataCell::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { span: ONE_CELL, headers: Vec::new() }
    }

    /// Makes the cell span the given number of columns, at least one.
    #[must_use]
    pub const fn columns(mut self, columns: u16) -> Self {
        self.span.columns = columns;
        self
    }

    /// Makes the cell span the given number of rows, at least one.
    #[must_use]
    pub const fn rows(mut self, rows: u16) -> Self {
        self.span.rows = rows;
        self
    }

    /// Names the header cells that apply, if their scopes do not already determine them.
    #[must_use]
    pub fn headers(mut self, headers: impl IntoIterator<Item = ElementId>) -> Self {
        self.headers = headers.into_iter().collect();
        self
    }
}

impl Default for DataCell {
    fn default() -> Self {
        Self::new()
    }
}

/// An element before it is added to a tree: a tag and its attributes.
///
/// ```
/// use tagged_pdf::{Element, LanguageTag, Tag};
///
/// let term = Element::new(Tag::Span).language(LanguageTag::new("fr")?);
/// let acronym = Element::new(Tag::Span).expansion("United Nations Office of Counter-Terrorism");
/// # let _ = (term, acronym);
/// # Ok::<(), tagged_pdf::InvalidLanguageTag>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub(crate) tag: Tag,
    pub(crate) location: Option<Location>,
    pub(crate) may_be_empty: bool,
    /// Few elements have any, and tables have very many elements.
    pub(crate) attributes: Option<Box<Attributes>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Attributes {
    pub(crate) language: Option<LanguageTag>,
    pub(crate) actual_text: Option<String>,
    pub(crate) expansion: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) anchor: Option<String>,
}

impl Element {
    /// Creates an element without attributes.
    ///
    /// ```
    /// use tagged_pdf::{Element, Tag};
    ///
    /// assert_ne!(Element::new(Tag::Paragraph), Element::new(Tag::Span));
    /// ```
    #[must_use]
    pub const fn new(tag: Tag) -> Self {
        Self { tag, location: None, may_be_empty: false, attributes: None }
    }

    /// Sets `/Lang`: the language of its content, if it differs from that around it.
    ///
    /// ```
    /// use tagged_pdf::{Element, LanguageTag, Tag};
    ///
    /// let french = Element::new(Tag::Span).language(LanguageTag::new("fr")?);
    /// assert_ne!(french, Element::new(Tag::Span));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn language(mut self, language: LanguageTag) -> Self {
        self.attributes_mut().language = Some(language);
        self
    }

    /// Sets `/ActualText`: the text to be read instead of what is drawn, if the marks are not that text.
    ///
    /// ```
    /// use tagged_pdf::{Element, Tag};
    ///
    /// assert_ne!(Element::new(Tag::Span).actual_text("one half"), Element::new(Tag::Span));
    /// ```
    #[must_use]
    pub fn actual_text(mut self, text: impl Into<String>) -> Self {
        self.attributes_mut().actual_text = Some(text.into());
        self
    }

    /// Sets `/E`: the expansion of an abbreviation.
    ///
    /// ```
    /// use tagged_pdf::{Element, Tag};
    ///
    /// assert_ne!(Element::new(Tag::Span).expansion("United Nations Development Programme"), Element::new(Tag::Span));
    /// ```
    #[must_use]
    pub fn expansion(mut self, text: impl Into<String>) -> Self {
        self.attributes_mut().expansion = Some(text.into());
        self
    }

    /// Sets `/T`: a name for people who inspect the tree.
    ///
    /// ```
    /// use tagged_pdf::{Element, Tag};
    ///
    /// assert_ne!(Element::new(Tag::Span).title("Lead"), Element::new(Tag::Span));
    /// ```
    #[must_use]
    pub fn title(mut self, text: impl Into<String>) -> Self {
        self.attributes_mut().title = Some(text.into());
        self
    }

    /// Names the place where it is drawn, so that `file.pdf#nameddest=NAME` opens there.
    ///
    /// If two elements have the same name, it refers to the first.
    ///
    /// ```
    /// use tagged_pdf::{Element, Tag};
    ///
    /// assert_ne!(Element::new(Tag::Span).anchor("votan"), Element::new(Tag::Span));
    /// ```
    #[must_use]
    pub fn anchor(mut self, name: impl Into<String>) -> Self {
        self.attributes_mut().anchor = Some(name.into());
        self
    }

    /// Sets the caller's location of the element, which is returned in errors.
    ///
    /// ```
    /// use tagged_pdf::{Element, Location, Tag};
    ///
    /// let paragraph = Element::new(Tag::Paragraph).location(Location(17));
    /// assert_ne!(paragraph, Element::new(Tag::Paragraph));
    /// ```
    #[must_use]
    pub const fn location(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// Marks the element as intentionally empty, such as an empty cell of a table.
    ///
    /// ```
    /// use tagged_pdf::{DataCell, Element, Tag};
    ///
    /// let blank = Element::new(Tag::DataCell(DataCell::new())).may_be_empty();
    /// assert_ne!(blank, Element::new(Tag::DataCell(DataCell::new())));
    /// ```
    #[must_use]
    pub const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    fn attributes_mut(&mut self) -> &mut Attributes {
        self.attributes.get_or_insert_default()
    }
}

impl From<Tag> for Element {
    fn from(tag: Tag) -> Self {
        Self::new(tag)
    }
}
