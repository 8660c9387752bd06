//! The structure tree that travels with the pages: what every drawn thing means, in reading order.

use briefing_model::LanguageTag;

/// A node of the [`TagTree`].
///
/// ```
/// use briefing_layout::TagTree;
///
/// assert_eq!(TagTree::ROOT.number(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

/// A leaf of the [`TagTree`]: the place, among its siblings, of something drawn.
///
/// What is drawn for one slot may be many marks: the lines of a paragraph, on several pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(u32);

impl SlotId {
    /// The slot as a number, counted from zero in the order of creation.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    pub(crate) const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

impl NodeId {
    /// The node as a number, counted from zero in the order of creation; the root is zero.
    #[must_use]
    pub const fn number(self) -> usize {
        self.0
    }
}

/// What a node is.
///
/// ```
/// use briefing_layout::{HeaderScope, Tag};
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
/// use briefing_layout::LinkTarget;
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
}

/// How the items of a tagged list are marked.
///
/// ```
/// assert_ne!(briefing_layout::ListMarks::Numbers, briefing_layout::ListMarks::None);
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
/// assert_ne!(briefing_layout::HeaderScope::Column, briefing_layout::HeaderScope::Row);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderScope {
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// A node with everything that is said of it.
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
}

/// What a node holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// Another node.
    Node(NodeId),
    /// Something drawn.
    Slot(SlotId),
}

/// The structure of a document, built in reading order before anything is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagTree {
    nodes: Vec<Node>,
    slots: Vec<NodeId>,
}

impl TagTree {
    /// The root.
    pub const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node::new(Tag::Document, None)], slots: Vec::new() }
    }

    /// Adds a node as the last child of another.
    pub(crate) fn node(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node::new(tag, Some(parent)));
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.push(Child::Node(id));
        }
        id
    }

    /// Adds a slot as the last child of a node.
    pub(crate) fn slot(&mut self, parent: NodeId) -> SlotId {
        let id = SlotId(u32::try_from(self.slots.len()).unwrap_or(u32::MAX));
        self.slots.push(parent);
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.push(Child::Slot(id));
        }
        id
    }

    /// Adds another tree below the root, as a section of its own or with its root left out; returns what to add to
    /// its slots' numbers.
    pub(crate) fn graft(&mut self, other: Self, section: bool) -> u32 {
        let base = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        let root = if section { self.node(Self::ROOT, Tag::Section) } else { Self::ROOT };
        let shift = self.nodes.len();
        // The other tree's root is left out, so its nodes move by one less.
        let moved = |id: NodeId| {
            if id == Self::ROOT { root } else { NodeId(id.0 + shift - 1) }
        };
        let child = |child: &Child| match child {
            Child::Node(id) => Child::Node(moved(*id)),
            Child::Slot(slot) => Child::Slot(SlotId(slot.0.saturating_add(base))),
        };
        for (index, mut node) in other.nodes.into_iter().enumerate() {
            node.children = node.children.iter().map(child).collect();
            if index == 0 {
                if let Some(root) = self.nodes.get_mut(root.0) {
                    root.children.extend(node.children);
                }
            } else {
                node.parent = node.parent.map(moved);
                self.nodes.push(node);
            }
        }
        self.slots.extend(other.slots.into_iter().map(moved));
        base
    }

    pub(crate) fn node_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.nodes.get_mut(id.0)
    }

    /// A node.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0)
    }

    /// All nodes, parents before children, in the order of creation.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(number, node)| (NodeId(number), node))
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
    fn new(tag: Tag, parent: Option<NodeId>) -> Self {
        Self { tag, parent, children: Vec::new(), language: None, expansion: None, actual_text: None }
    }
}
