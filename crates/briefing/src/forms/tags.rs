//! What a finished file means to a program that reads it.

use briefing_derive::Record;
use briefing_model::{FormName, FormVersion};
use serde::Serialize;
use tagged_pdf::reader::{Child, Content, Element, LinkDestination, LinkView, Structure};

/// The structure tree of a file, with the text that is not part of it.
///
/// ```
/// use briefing::forms::TagTree;
/// use briefing::tagged_pdf::reader::PdfFile;
/// use briefing::{Edition, Language, Pictures};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// let bytes = edition.render(&Pictures::new())?.bytes;
/// let tags = TagTree::new(&PdfFile::open(&bytes)?.structure()?);
/// assert_eq!(tags.tree.role, "Document");
///
/// let json = serde_json::to_string(&tags)?;
/// assert!(json.starts_with(r#"{"format":"briefing-tags","version":1,"tree":{"role":"Document""#));
/// assert_eq!(serde_json::from_str::<TagTree>(&json)?, tags);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct TagTree {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The root of the tree.
    pub tree: Tag,
    /// The text of each page that is not part of the tree: running heads and feet.
    pub artifacts: Vec<Vec<String>>,
}

super::form!(TagTree, "briefing-tags", 1);

/// An element of the tree, as [`Element`] has it.
///
/// ```
/// use briefing::forms::Tag;
///
/// let heading: Tag = serde_json::from_str(r#"{"role":"H1","page":1,"children":[]}"#)?;
/// assert_eq!((heading.page, heading.columns), (Some(1), 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tag {
    /// Its type, such as `P` or `Table`.
    pub role: String,
    /// The page on which it starts, counted from one; none if nothing of it is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// An identifier that no other element has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A name for people who look at the tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its language, as a tag of BCP 47, if it is not that of the element around it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What a figure shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// What is to be read in place of what is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_text: Option<String>,
    /// What an abbreviation stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expansion: Option<String>,
    /// What a table holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What a header cell is the header of: `Row`, `Column` or `Both`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// How the items of a list are numbered, such as `Decimal`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<String>,
    /// How many columns a cell takes.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub columns: u32,
    /// How many rows a cell takes.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rows: u32,
    /// The identifiers of the header cells of a cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<String>,
    /// What is in it, in reading order.
    pub children: Vec<TagChild>,
}

const fn one() -> u32 {
    1
}

// Serde gives a reference.
const fn is_one(number: &u32) -> bool {
    *number == 1
}

/// What is in an element.
///
/// ```
/// use briefing::forms::{TagChild, TagTarget};
///
/// let json = r#"{"link":{"page":2,"contents":"the letter","to":{"page":4}}}"#;
/// let TagChild::Link(link) = serde_json::from_str(json)? else { panic!("it is a link") };
/// assert_eq!(link.to, TagTarget::Page(4));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TagChild {
    /// An element.
    Element(Box<Tag>),
    /// Something drawn: part of a line, or a picture.
    Content(TagContent),
    /// An area that leads elsewhere.
    Link(TagLink),
}

/// Something drawn.
///
/// ```
/// let json = r#"{"page":1,"text":"A storm","pictures":[]}"#;
/// assert_eq!(serde_json::from_str::<briefing::forms::TagContent>(json)?.text, "A storm");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TagContent {
    /// Its page, counted from one.
    pub page: usize,
    /// The text in it.
    pub text: String,
    /// The names of the pictures in it.
    pub pictures: Vec<String>,
}

/// An area that leads elsewhere.
///
/// ```
/// let json = r#"{"page":1,"contents":"example.org","to":{"address":"https://example.org"}}"#;
/// assert_eq!(serde_json::from_str::<briefing::forms::TagLink>(json)?.contents, "example.org");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TagLink {
    /// The page that it is on, counted from one.
    pub page: usize,
    /// What it is called.
    pub contents: String,
    /// Where it leads.
    pub to: TagTarget,
}

/// Where a link leads.
///
/// ```
/// use briefing::forms::TagTarget;
///
/// assert_eq!(serde_json::to_string(&TagTarget::Page(4))?, r#"{"page":4}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TagTarget {
    /// An address of the web.
    Address(String),
    /// A page of the file, counted from one.
    Page(usize),
}

impl TagTree {
    /// The tree of a file, as [`PdfFile::structure`](tagged_pdf::reader::PdfFile::structure) reads it.
    ///
    /// ```
    /// use briefing::forms::TagTree;
    /// use briefing::tagged_pdf::reader::Structure;
    ///
    /// let nothing = TagTree::new(&Structure { root: Default::default(), artifacts: vec![] });
    /// assert!(nothing.tree.children.is_empty());
    /// ```
    #[must_use]
    pub fn new(structure: &Structure) -> Self {
        Self {
            format: FormName::new(),
            version: FormVersion::new(),
            tree: Tag::from(&structure.root),
            artifacts: structure.artifacts.clone(),
        }
    }
}

impl From<&Element> for Tag {
    fn from(element: &Element) -> Self {
        let Element {
            role,
            page,
            id,
            title,
            language,
            alt,
            actual_text,
            expansion,
            summary,
            scope,
            numbering,
            columns,
            rows,
            headers,
            children,
        } = element;
        Self {
            role: role.clone(),
            page: *page,
            id: id.clone(),
            title: title.clone(),
            language: language.clone(),
            alt: alt.clone(),
            actual_text: actual_text.clone(),
            expansion: expansion.clone(),
            summary: summary.clone(),
            scope: scope.clone(),
            numbering: numbering.clone(),
            columns: *columns,
            rows: *rows,
            headers: headers.clone(),
            children: children.iter().map(TagChild::from).collect(),
        }
    }
}

impl From<&Child> for TagChild {
    fn from(child: &Child) -> Self {
        match child {
            Child::Element(element) => Self::Element(Box::new(Tag::from(&**element))),
            Child::Content(Content { page, text, images, .. }) => {
                Self::Content(TagContent { page: *page, text: text.clone(), pictures: images.clone() })
            }
            Child::Link(LinkView { page, contents, destination, .. }) => {
                let to = match destination {
                    LinkDestination::Uri(address) => TagTarget::Address(address.clone()),
                    LinkDestination::Page { number, .. } => TagTarget::Page(*number),
                };
                Self::Link(TagLink { page: *page, contents: contents.clone(), to })
            }
        }
    }
}
