//! The structure tree and the parent tree (ISO 32000-1, 14.7).

use super::annotations::{Links, corners};
use super::body::ObjectBody;
use super::drawn::Drawn;
use super::paint::{PageSetup, Painted};
use crate::syntax::{ObjectWriter, Ref};
use crate::text::LanguageTag;
use crate::tree::{DataCell, ElementId, HeaderCell, StructureTree, Tag, TreeChild, TreeNode};

struct Writer<'a> {
    tree: &'a StructureTree,
    drawn: &'a Drawn,
    painted: &'a Painted,
    frames: &'a [PageSetup],
    links: &'a Links,
    right_to_left: bool,
    /// The number of the first element; the others follow.
    first: Ref,
    root: Ref,
    /// Whether each element needs an identifier, as a note or because a cell refers to it.
    identified: Vec<bool>,
}

/// Writes all elements, and returns the root of the structure tree.
pub(crate) fn write(
    tree: &StructureTree,
    drawn: &Drawn,
    painted: &Painted,
    frames: &[PageSetup],
    links: &Links,
    language: &LanguageTag,
    body: &mut ObjectBody,
) -> Ref {
    let root = body.reserve();
    let parent_tree = body.reserve();
    let first = body.reserve_many(crate::tree::index(tree.nodes.len()));
    let identified = identified(tree);
    let right_to_left = language.is_right_to_left();
    let writer = Writer { tree, drawn, painted, frames, links, right_to_left, first, root, identified };
    body.object(root, |s| writer.root(parent_tree, s));
    for (id, node) in tree.elements() {
        body.object(writer.reference(id), |s| writer.element(id, node, s));
    }
    body.object(parent_tree, |s| writer.parent_tree(s));
    root
}

fn identified(tree: &StructureTree) -> Vec<bool> {
    let mut identified: Vec<bool> = tree.nodes.iter().map(|node| matches!(node.element.tag, Tag::Note)).collect();
    for node in &tree.nodes {
        if let Tag::DataCell(cell) = &node.element.tag {
            for header in &cell.headers {
                if let Some(place) = identified.get_mut(header.0 as usize) {
                    *place = true;
                }
            }
        }
    }
    identified
}

impl Writer<'_> {
    fn reference(&self, id: ElementId) -> Ref {
        Ref(self.first.0 + id.0)
    }

    fn root(&self, parent_tree: Ref, s: &mut ObjectWriter) {
        s.raw("<</Type/StructTreeRoot/K").reference(self.reference(self.tree.root()));
        s.raw("/ParentTree").reference(parent_tree);
        let next = self.painted.page_count() + self.links.all().len();
        s.raw("/ParentTreeNextKey").integer(i64::try_from(next).unwrap_or_default());
        s.raw("/RoleMap<</Em/Span/Strong/Span>>");
        self.identifiers(s);
        s.raw(">>");
    }

    /// Writes `/IDTree`, whose keys are sorted because they have the same length.
    fn identifiers(&self, s: &mut ObjectWriter) {
        let mut names = self.tree.elements().filter(|(id, _)| self.is_identified(*id)).peekable();
        if names.peek().is_none() {
            return;
        }
        s.raw("/IDTree<</Names[");
        for (id, _) in names {
            s.string(identifier(id).as_bytes()).reference(self.reference(id));
        }
        s.raw("]>>");
    }

    fn is_identified(&self, id: ElementId) -> bool {
        self.identified.get(id.0 as usize).copied().unwrap_or_default()
    }

    fn element(&self, id: ElementId, node: &TreeNode, s: &mut ObjectWriter) {
        let tag = &node.element.tag;
        s.raw("<</S").name(tag.name().as_bytes()).raw("/P");
        s.reference(node.parent.map_or(self.root, |parent| self.reference(parent)));
        if self.is_identified(id) {
            s.raw("/ID").string(identifier(id).as_bytes());
        }
        if let Some(attributes) = &node.element.attributes {
            s.text_entry("/T", attributes.title.as_deref())
                .text_entry("/Lang", attributes.language.as_ref().map(LanguageTag::as_str))
                .text_entry("/E", attributes.expansion.as_deref());
            if let Some(text) = &attributes.actual_text {
                s.raw("/ActualText").text(text);
            }
        }
        if let Tag::Figure(alt) = tag {
            s.raw("/Alt").text(alt.as_str());
        }
        self.attributes(id, tag, s);
        self.children(id, node, s);
        s.raw(">>");
    }

    /// Writes `/A`: attributes specific to a type of element (ISO 32000-1, 14.8.5).
    fn attributes(&self, id: ElementId, tag: &Tag, s: &mut ObjectWriter) {
        match tag {
            Tag::List(numbering) => {
                s.raw("/A<</O/List/ListNumbering").name(numbering.name().as_bytes()).raw(">>");
            }
            Tag::Table { summary: Some(summary) } => {
                s.raw("/A<</O/Table").text_entry("/Summary", Some(summary)).raw(">>");
            }
            Tag::HeaderCell(HeaderCell { scope, span }) => {
                s.raw("/A<</O/Table/Scope").name(scope.name().as_bytes());
                span_attributes(span.columns, span.rows, s);
                s.raw(">>");
            }
            Tag::DataCell(cell) => self.data_cell(cell, s),
            Tag::Figure(_) => self.bounding_box(id, s),
            Tag::Document if self.right_to_left => {
                s.raw("/A<</O/Layout/WritingMode/RlTb>>");
            }
            _ => {}
        }
    }

    fn data_cell(&self, cell: &DataCell, s: &mut ObjectWriter) {
        if cell.span.columns == 1 && cell.span.rows == 1 && cell.headers.is_empty() {
            return;
        }
        s.raw("/A<</O/Table");
        span_attributes(cell.span.columns, cell.span.rows, s);
        if !cell.headers.is_empty() {
            s.raw("/Headers[");
            for header in &cell.headers {
                s.string(identifier(*header).as_bytes());
            }
            s.raw("]");
        }
        s.raw(">>");
    }

    fn bounding_box(&self, id: ElementId, s: &mut ObjectWriter) {
        if let Some((page, bounds)) = self.drawn.bounds(self.tree, id) {
            let height = self.frames.get(page as usize).map_or(0.0, |frame| frame.size.height);
            s.raw("/A<</O/Layout/BBox").rectangle(corners(bounds, height)).raw(">>");
        }
    }

    /// Writes `/Pg` and `/K`: elements, marked-content sequences and annotations, in reading order.
    fn children(&self, id: ElementId, node: &TreeNode, s: &mut ObjectWriter) {
        let sequences = |child: &TreeChild| match child {
            TreeChild::Content(slot) => self.drawn.of(*slot),
            TreeChild::Element(_) => &[],
        };
        let page = node.children.iter().find_map(|child| sequences(child).first()).map(|first| first.page);
        if let Some(page) = page {
            s.raw("/Pg").reference(self.painted.page(page as usize));
        }
        let count: usize = node
            .children
            .iter()
            .map(|child| if matches!(child, TreeChild::Element(_)) { 1 } else { sequences(child).len() })
            .sum::<usize>()
            + self.links.of(id).count();
        if count == 0 {
            return;
        }
        s.raw(if count == 1 { "/K" } else { "/K[" });
        for child in &node.children {
            match child {
                TreeChild::Element(element) => {
                    s.reference(self.reference(*element));
                }
                TreeChild::Content(_) => {
                    for sequence in sequences(child) {
                        self.sequence(sequence.page, sequence.mcid, page, s);
                    }
                }
            }
        }
        for link in self.links.of(id) {
            s.raw("<</Type/OBJR/Obj").reference(link.id);
            s.raw("/Pg").reference(self.painted.page(link.page)).raw(">>");
        }
        if count != 1 {
            s.raw("]");
        }
    }

    fn sequence(&self, on: u32, mcid: u32, page: Option<u32>, s: &mut ObjectWriter) {
        if Some(on) == page {
            s.integer(i64::from(mcid));
        } else {
            s.raw("<</Type/MCR/Pg").reference(self.painted.page(on as usize));
            s.raw("/MCID").integer(i64::from(mcid)).raw(">>");
        }
    }

    /// Writes the mapping from marked-content sequences and annotations to their elements.
    fn parent_tree(&self, s: &mut ObjectWriter) {
        let mut owners: Vec<Vec<Option<ElementId>>> =
            self.frames.iter().map(|frame| vec![None; frame.sequences.len()]).collect();
        for sequence in self.drawn.all() {
            let first = self.frames.get(sequence.page as usize).map_or(0, |frame| frame.sequences.start);
            let number = (sequence.mcid - first) as usize;
            let place = owners.get_mut(sequence.page as usize).and_then(|page| page.get_mut(number));
            if let Some(place) = place {
                *place = self.tree.owner(sequence.slot);
            }
        }
        s.raw("<</Nums[");
        for (page, (owners, frame)) in owners.iter().zip(self.frames).enumerate() {
            if owners.is_empty() {
                continue;
            }
            s.integer(i64::try_from(page).unwrap_or_default()).raw("[");
            // The identifier is the index in the array.
            for _ in 0..frame.sequences.start {
                s.raw("null ");
            }
            for owner in owners {
                s.reference(self.reference(owner.unwrap_or(self.tree.root())));
            }
            s.raw("]");
        }
        for link in self.links.all() {
            s.integer(i64::try_from(link.parent_key).unwrap_or_default()).reference(self.reference(link.element));
        }
        s.raw("]>>");
    }
}

fn span_attributes(columns: u16, rows: u16, s: &mut ObjectWriter) {
    if columns > 1 {
        s.raw("/ColSpan").integer(i64::from(columns));
    }
    if rows > 1 {
        s.raw("/RowSpan").integer(i64::from(rows));
    }
}

/// An identifier unique to the element, and the same every time.
fn identifier(id: ElementId) -> String {
    format!("e{:010}", id.0)
}
