//! The structure tree: the meaning of the document, in reading order, before anything is drawn.

mod check;
mod element;
mod table;

pub use element::{DataCell, Element, HeaderCell, HeadingLevel, ListNumbering, Location, Scope, Tag};

/// An element of a [`StructureTree`].
///
/// ```
/// use tagged_pdf::{StructureTree, Tag};
///
/// let mut tree = StructureTree::new();
/// let section = tree.element(tree.root(), Tag::Section);
/// assert_ne!(section, tree.root());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub(crate) u32);

/// A leaf of a [`StructureTree`], to be filled by marks on pages.
///
/// ```
/// use tagged_pdf::{StructureTree, Tag};
///
/// let mut tree = StructureTree::new();
/// let paragraph = tree.element(tree.root(), Tag::Paragraph);
/// let first = tree.content(paragraph);
/// let second = tree.content(paragraph);
/// assert_ne!(first, second);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub(crate) u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TreeChild {
    Element(ElementId),
    Content(ContentId),
}

#[derive(Debug, Clone)]
pub(crate) struct TreeNode {
    pub(crate) element: Element,
    pub(crate) parent: Option<ElementId>,
    pub(crate) children: Vec<TreeChild>,
}

/// The meaning of a document, as a tree in reading order.
///
/// The tree is built first, from the content of the document; pages then fill its content slots in whatever order suits the layout.
/// Children of an element are read in the order in which they were added, and elements and slots may alternate: a paragraph that contains a
/// link has a slot, a link (with a slot of its own), and another slot.
///
/// The rules of nesting are checked when the file is finished, all at once; see [`Violation`](crate::Violation).
///
/// ```
/// use tagged_pdf::{HeadingLevel, StructureTree, Tag};
///
/// let mut tree = StructureTree::new();
/// let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
/// let heading_text = tree.content(heading);
///
/// let paragraph = tree.element(tree.root(), Tag::Paragraph);
/// let before = tree.content(paragraph);
/// let link = tree.element(paragraph, Tag::Link);
/// let link_text = tree.content(link);
/// let after = tree.content(paragraph);
/// # let _ = (heading_text, before, link_text, after);
/// ```
#[derive(Debug, Clone)]
pub struct StructureTree {
    pub(crate) nodes: Vec<TreeNode>,
    pub(crate) slots: Vec<ElementId>,
}

impl StructureTree {
    /// Creates a tree with only its root, the document.
    #[must_use]
    pub fn new() -> Self {
        let root = TreeNode { element: Element::new(Tag::Document), parent: None, children: Vec::new() };
        Self { nodes: vec![root], slots: Vec::new() }
    }

    /// The root, which is the document itself.
    #[must_use]
    pub const fn root(&self) -> ElementId {
        ElementId(0)
    }

    /// Adds an element after the existing children of `parent`.
    ///
    /// If `parent` is from another tree and its number is beyond this one, the element is added to the root.
    pub fn element(&mut self, parent: ElementId, element: impl Into<Element>) -> ElementId {
        let parent = self.own(parent);
        let id = ElementId(index(self.nodes.len()));
        self.nodes.push(TreeNode { element: element.into(), parent: Some(parent), children: Vec::new() });
        self.adopt(parent, TreeChild::Element(id));
        id
    }

    /// Adds a content slot after the existing children of `parent`.
    ///
    /// Every slot must be drawn, on one page or several; see [`PageBuilder::content`](crate::PageBuilder::content).
    pub fn content(&mut self, parent: ElementId) -> ContentId {
        let parent = self.own(parent);
        let id = ContentId(index(self.slots.len()));
        self.slots.push(parent);
        self.adopt(parent, TreeChild::Content(id));
        id
    }

    fn own(&self, id: ElementId) -> ElementId {
        if self.node(id).is_some() { id } else { self.root() }
    }

    fn adopt(&mut self, parent: ElementId, child: TreeChild) {
        if let Some(node) = self.nodes.get_mut(parent.0 as usize) {
            // Most elements have a single child.
            if node.children.is_empty() {
                node.children.reserve_exact(1);
            }
            node.children.push(child);
        }
    }

    pub(crate) fn node(&self, id: ElementId) -> Option<&TreeNode> {
        self.nodes.get(id.0 as usize)
    }

    pub(crate) fn tag(&self, id: ElementId) -> &Tag {
        self.node(id).map_or(&Tag::Document, |node| &node.element.tag)
    }

    /// The element that holds a slot.
    pub(crate) fn owner(&self, slot: ContentId) -> Option<ElementId> {
        self.slots.get(slot.0 as usize).copied()
    }

    /// The element and its ancestors, up to the root.
    pub(crate) fn ancestors(&self, id: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        std::iter::successors(Some(id), |id| self.node(*id).and_then(|node| node.parent))
    }

    /// The caller's location of an element, or of its nearest ancestor that has one.
    pub(crate) fn location(&self, id: ElementId) -> Option<Location> {
        self.ancestors(id).find_map(|id| self.node(id).and_then(|node| node.element.location))
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = (ElementId, &TreeNode)> {
        self.nodes.iter().enumerate().map(|(i, node)| (ElementId(index(i)), node))
    }
}

impl Default for StructureTree {
    fn default() -> Self {
        Self::new()
    }
}

/// Identifiers have 32 bits, which is more than fit in a file.
pub(crate) fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
