//! The structure tree: what every piece of a document means, in reading order.

use briefing_model::LanguageTag;

use crate::visit::{Element, Visitor};
use crate::{CaptionedPicture, Document, Words};

/// A node of the [`TagTree`].
///
/// ```
/// use briefing_document::TagTree;
///
/// assert_eq!(TagTree::ROOT.number(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// A leaf of the [`TagTree`]: the place of a text or picture among its siblings.
///
/// What is drawn for one slot may be many marks: the lines of a paragraph, on several pages.
///
/// ```
/// use briefing_document::{Words, TagTree, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let tree = TagTree::of(&document);
/// let slot = tree.section(0).ok_or("it has sections")?;
/// let words: Vec<Words> = document.words();
/// assert_eq!(words[slot.number() as usize], "About UNOCT");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(u32);

impl SlotId {
    /// The slot as a number, counted from zero in reading order.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The slot of a number, for those who carry slots as numbers.
    ///
    /// ```
    /// use briefing_document::SlotId;
    ///
    /// assert_eq!(SlotId::from_number(3).number(), 3);
    /// ```
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

impl NodeId {
    /// The node as a number, counted from zero parents before children and in reading order; the root is zero.
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// The node at a place; memory ends before these numbers do.
    fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// What a node is.
///
/// ```
/// use briefing_document::{HeaderScope, Tag};
///
/// let header = Tag::HeaderCell { scope: HeaderScope::Column, columns: 2 };
/// assert_ne!(header, Tag::Cell { columns: 2 });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// The whole document.
    Document,
    /// A section with its heading.
    Section,
    /// A text that stands by itself: an item of the month.
    Article,
    /// A heading of a level from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list whose items carry numbers, discs, or nothing.
    List(ListMarks),
    /// An item of a list.
    ListItem,
    /// The mark of a list item or note.
    Label,
    /// The body of a list item.
    ListBody,
    /// A table, with a sentence on what it shows.
    Table {
        /// What the table shows.
        summary: String,
    },
    /// The header rows of a table.
    TableHead,
    /// The rows of a table.
    TableBody,
    /// The closing rows of a table.
    TableFoot,
    /// A row.
    Row,
    /// A header cell.
    HeaderCell {
        /// Whether it heads its column or its row.
        scope: HeaderScope,
        /// How many columns it spans.
        columns: u16,
    },
    /// A cell.
    Cell {
        /// How many columns it spans.
        columns: u16,
    },
    /// A picture, with what it shows.
    Figure {
        /// What it shows.
        alt: String,
    },
    /// The caption of a figure, table or chart.
    Caption,
    /// Words that lead somewhere.
    Link(LinkTarget),
    /// A mark that refers to a note.
    Reference,
    /// A note.
    Note {
        /// Its id, unique in the document.
        id: String,
    },
    /// Words of weight.
    Strong,
    /// Words set apart.
    Emphasis,
    /// Words that need a language or an expansion of their own.
    Span,
}

/// Where a link leads.
///
/// ```
/// use briefing_document::LinkTarget;
///
/// let target = LinkTarget::Address("https://www.un.org".to_owned());
/// assert_ne!(target, LinkTarget::Note("note-1".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To an address outside the document.
    Address(String),
    /// To the note with an id.
    Note(String),
    /// To the item with an id.
    Item(String),
}

/// How the items of a tagged list are marked.
///
/// ```
/// assert_ne!(briefing_document::ListMarks::Numbers, briefing_document::ListMarks::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListMarks {
    /// 1, 2, 3.
    Numbers,
    /// I, II, III.
    Romans,
    /// A disc.
    Discs,
    /// No mark.
    None,
}

/// What a header cell heads.
///
/// ```
/// assert_ne!(briefing_document::HeaderScope::Column, briefing_document::HeaderScope::Row);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderScope {
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// A node with everything that is said of it.
///
/// ```
/// use briefing_document::{Tag, TagTree, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let tree = TagTree::of(&compose(&briefing, Language::En)?.document);
/// let acronyms = tree.nodes().filter_map(|(_, node)| node.expansion.as_deref());
/// let acronyms: Vec<&str> = acronyms.collect();
/// assert_eq!(acronyms[0], "United Nations Office of Counter-Terrorism");
/// assert!(tree.nodes().all(|(id, node)| node.parent.is_some() || id == TagTree::ROOT));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// The node it belongs to; none for the root.
    pub parent: Option<NodeId>,
    /// What it holds, in reading order.
    pub children: Vec<Child>,
    /// Its language, where that is not its parent's.
    pub language: Option<LanguageTag>,
    /// What an acronym stands for.
    pub expansion: Option<String>,
    /// What is read instead of what is drawn.
    pub actual_text: Option<String>,
    /// The item that it is, for links to it.
    pub item: Option<String>,
}

/// What a node holds.
///
/// ```
/// use briefing_document::{Child, TagTree, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let tree = TagTree::of(&compose(&briefing, Language::En)?.document);
/// let slots = tree.nodes().flat_map(|(_, node)| &node.children).filter(|child| matches!(child, Child::Slot(_)));
/// assert_eq!(slots.count(), tree.slot_count());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// Another node.
    Node(NodeId),
    /// Something drawn.
    Slot(SlotId),
}

/// The structure of a document: what [`Document::visit`] says, kept.
///
/// Slots are numbered in reading order, so that whoever sets a document can mark each piece with its slot, and sort by it.
///
/// ```
/// use briefing_document::{Child, Tag, TagTree, compose};
/// use briefing_model::{Briefing, Language};
///
/// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
/// let document = compose(&briefing, Language::En)?.document;
/// let tree = TagTree::of(&document);
/// let root = tree.get(TagTree::ROOT).ok_or("there is always a root")?;
/// assert_eq!(root.tag, Tag::Document);
///
/// // The first section begins with its heading, which is no link.
/// let slot = tree.section(0).ok_or("it has sections")?;
/// let heading = tree.owner(slot).and_then(|id| tree.get(id)).ok_or("every slot has an owner")?;
/// assert_eq!((&heading.tag, &heading.children[..]), (&Tag::Heading(2), &[Child::Slot(slot)][..]));
/// assert_eq!(tree.link_of(slot), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagTree {
    nodes: Vec<Node>,
    slots: Vec<NodeId>,
    /// The first slot of each section.
    sections: Vec<SlotId>,
}

impl TagTree {
    /// The root.
    pub const ROOT: NodeId = NodeId(0);

    /// The tree of a document.
    ///
    /// ```
    /// use briefing_document::{Tag, TagTree, compose};
    /// use briefing_model::{Briefing, Language};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let document = compose(&briefing, Language::En)?.document;
    /// let tree = TagTree::of(&document);
    /// let sections = tree.nodes().filter(|(_, node)| node.tag == Tag::Section).count();
    /// assert_eq!(sections, document.sections.len());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let tree =
            Self { nodes: vec![Node::new(Element::new(Tag::Document), None)], slots: Vec::new(), sections: Vec::new() };
        let mut builder = Builder { tree, open: vec![Self::ROOT] };
        document.visit(&mut builder);
        builder.tree
    }

    /// The first slot of a section, counted from zero: where its heading begins.
    #[must_use]
    pub fn section(&self, number: usize) -> Option<SlotId> {
        self.sections.get(number).copied()
    }

    /// A node.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.number())
    }

    /// All nodes, parents before children, in the order of creation.
    ///
    /// ```
    /// use briefing_document::{Tag, TagTree, compose};
    /// use briefing_model::{Briefing, Language};
    ///
    /// # let briefing: Briefing = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.json")))?;
    /// let tree = TagTree::of(&compose(&briefing, Language::En)?.document);
    /// let figures = tree.nodes().filter(|(_, node)| matches!(node.tag, Tag::Figure { .. }));
    /// assert_eq!(figures.count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(number, node)| (NodeId::at(number), node))
    }

    /// The node a slot belongs to.
    #[must_use]
    pub fn owner(&self, slot: SlotId) -> Option<NodeId> {
        self.slots.get(slot.0 as usize).copied()
    }

    /// The number of slots.
    #[must_use]
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// The link a slot lies in, if any: the nearest ancestor that is one.
    #[must_use]
    pub fn link_of(&self, slot: SlotId) -> Option<NodeId> {
        let mut node = self.owner(slot);
        while let Some(id) = node {
            let known = self.get(id)?;
            if matches!(known.tag, Tag::Link(_)) {
                return Some(id);
            }
            node = known.parent;
        }
        None
    }
}

impl Node {
    fn new(element: Element, parent: Option<NodeId>) -> Self {
        let Element { tag, language, expansion, actual_text, item } = element;
        Self { tag, parent, children: Vec::new(), language, expansion, actual_text, item }
    }
}

/// The visitor that keeps what it is shown.
struct Builder {
    tree: TagTree,
    open: Vec<NodeId>,
}

impl Builder {
    fn parent(&self) -> NodeId {
        self.open.last().copied().unwrap_or(TagTree::ROOT)
    }

    fn add(&mut self, child: Child) {
        let parent = self.parent();
        if let Some(parent) = self.tree.nodes.get_mut(parent.number()) {
            // Most have one.
            if parent.children.is_empty() {
                parent.children.reserve_exact(1);
            }
            parent.children.push(child);
        }
    }

    fn next_slot(&self) -> SlotId {
        SlotId(u32::try_from(self.tree.slots.len()).unwrap_or(u32::MAX))
    }

    fn slot(&mut self) {
        let slot = self.next_slot();
        self.add(Child::Slot(slot));
        self.tree.slots.push(self.parent());
    }
}

impl Visitor for Builder {
    fn open(&mut self, element: Element) {
        if element.tag == Tag::Section {
            self.tree.sections.push(self.next_slot());
        }
        let id = NodeId::at(self.tree.nodes.len());
        self.tree.nodes.push(Node::new(element, Some(self.parent())));
        self.add(Child::Node(id));
        self.open.push(id);
    }

    fn text(&mut self, _: &Words) {
        self.slot();
    }

    fn picture(&mut self, _: &CaptionedPicture) {
        self.slot();
    }

    fn close(&mut self) {
        self.open.pop();
    }
}
