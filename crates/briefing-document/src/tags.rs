//! The tag tree: what every piece of a document means, in reading order.

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
/// A slot may be drawn as many marks, such as the lines of a paragraph across several pages.
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
    /// The number of the slot, counted from zero in reading order.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The slot with a given number, for code that stores slots as numbers.
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
    /// The number of the node: the root is zero, and parents come before children, in reading order.
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// The node at an index. Memory is exhausted before these numbers are.
    fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// The type of a node.
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
    /// A self-contained text: an item of the month.
    Article,
    /// A heading, with its level counted from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list whose items are marked with numbers, discs, or nothing.
    List(ListMarks),
    /// An item of a list.
    ListItem,
    /// The mark of a list item or note.
    Label,
    /// The body of a list item.
    ListBody,
    /// A table, with a sentence describing it.
    Table {
        /// A description of the table.
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
        /// The number of columns it spans.
        columns: u16,
    },
    /// A cell.
    Cell {
        /// The number of columns it spans.
        columns: u16,
    },
    /// A picture, with its alternative text.
    Figure {
        /// The alternative text.
        alt: String,
    },
    /// The caption of a figure, table or chart.
    Caption,
    /// Words that link to something.
    Link(LinkTarget),
    /// A mark that refers to a note.
    Reference,
    /// A note.
    Note {
        /// Its id, unique in the document.
        id: String,
    },
    /// Important words.
    Strong,
    /// Emphasized words.
    Emphasis,
    /// Words with a language or an expansion of their own.
    Span,
}

/// The target of a link.
///
/// ```
/// use briefing_document::LinkTarget;
///
/// let target = LinkTarget::Address("https://www.un.org".to_owned());
/// assert_ne!(target, LinkTarget::Note("note-1".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address outside the document.
    Address(String),
    /// The note with this id.
    Note(String),
    /// The item with this id.
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

/// The cells that a header cell applies to.
///
/// ```
/// assert_ne!(briefing_document::HeaderScope::Column, briefing_document::HeaderScope::Row);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderScope {
    /// The cells of its column.
    Column,
    /// The cells of its row.
    Row,
}

/// A node and its attributes.
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
    /// The type of the node.
    pub tag: Tag,
    /// The node's parent; `None` for the root.
    pub parent: Option<NodeId>,
    /// Its children, in reading order.
    pub children: Vec<Child>,
    /// Its language, if it differs from the parent's.
    pub language: Option<LanguageTag>,
    /// The words that an acronym stands for.
    pub expansion: Option<String>,
    /// The text to be read instead of the drawn content.
    pub actual_text: Option<String>,
    /// The id of the item that the node represents, as a target for links.
    pub item: Option<String>,
}

/// A child of a node.
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
    /// Drawn content.
    Slot(SlotId),
}

/// The structure of a document, recorded from what [`Document::visit`] reports.
///
/// Slots are numbered in reading order, so that the code that lays out a document can mark each piece with its slot and sort by it.
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
    /// The root of every tree.
    pub const ROOT: NodeId = NodeId(0);

    /// Builds the tag tree of a document.
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

    /// The first slot of a section, counted from zero: the beginning of its heading.
    #[must_use]
    pub fn section(&self, number: usize) -> Option<SlotId> {
        self.sections.get(number).copied()
    }

    /// The node with the given id, if the tree has it.
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

    /// The node to which a slot belongs.
    #[must_use]
    pub fn owner(&self, slot: SlotId) -> Option<NodeId> {
        self.slots.get(slot.0 as usize).copied()
    }

    /// The number of slots.
    #[must_use]
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// The link that contains a slot, if any: its nearest ancestor that is a link.
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

/// The visitor that records the tree.
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
            // Most nodes have exactly one child.
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
