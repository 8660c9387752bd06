//! The document's tag tree as the structure tree of the PDF file.

use std::collections::BTreeMap;

use briefing_document::{Child, HeaderScope, LinkTarget, ListMarks, Node, NodeId, SlotId, Tag, TagTree};
use briefing_layout::PagedDocument;
use tagged_pdf::{
    AltText, ContentId, DataCell, Element, ElementId, HeaderCell, HeadingLevel, LanguageTag, ListNumbering, Location,
    Scope, StructureTree,
};

use crate::WriteError;

/// The file's structure tree, and where each of the document's nodes and slots went in it.
pub(crate) struct WrittenTree {
    pub(crate) tree: StructureTree,
    pub(crate) places: TreePlaces,
}

/// The places of the document's nodes and slots in the file's structure tree.
pub(crate) struct TreePlaces {
    elements: Vec<Option<ElementId>>,
    contents: Vec<Option<ContentId>>,
    notes: BTreeMap<String, ElementId>,
    items: BTreeMap<String, ElementId>,
}

impl TreePlaces {
    pub(crate) fn element(&self, node: NodeId) -> Option<ElementId> {
        self.elements.get(node.number()).copied().flatten()
    }

    pub(crate) fn content(&self, slot: SlotId) -> Option<ContentId> {
        self.contents.get(slot.number() as usize).copied().flatten()
    }

    /// The element that a link within the file leads to; `None` for other links.
    pub(crate) fn inside(&self, target: &LinkTarget) -> Option<ElementId> {
        match target {
            LinkTarget::Note(id) => self.notes.get(id).copied(),
            LinkTarget::Item(id) => self.items.get(id).copied(),
            LinkTarget::Address(_) => None,
        }
    }
}

/// Builds the file's structure tree from the document's tag tree.
pub(crate) fn structure(document: &PagedDocument) -> Result<WrittenTree, WriteError> {
    let source = &document.tree;
    let mut tree = StructureTree::new();
    let mut places = TreePlaces {
        elements: vec![None; source.nodes().count()],
        contents: vec![None; source.slot_count()],
        notes: BTreeMap::new(),
        items: BTreeMap::new(),
    };
    // The root exists already. Children are added in order, each before its own children.
    let mut open = vec![(TagTree::ROOT, tree.root())];
    while let Some((id, element)) = open.pop() {
        if let Some(place) = places.elements.get_mut(id.number()) {
            *place = Some(element);
        }
        let Some(node) = source.get(id) else { continue };
        if let Tag::Note { id } = &node.tag {
            places.notes.insert(id.clone(), element);
        }
        if let Some(item) = &node.item {
            places.items.insert(item.clone(), element);
        }
        let mut below = Vec::new();
        for child in &node.children {
            match child {
                Child::Slot(slot) => {
                    if let Some(place) = places.contents.get_mut(slot.number() as usize) {
                        *place = Some(tree.content(element));
                    }
                }
                Child::Node(child) => {
                    if let Some(node) = source.get(*child) {
                        below.push((*child, tree.element(element, element_of(*child, node)?)));
                    }
                }
            }
        }
        open.extend(below.into_iter().rev());
    }
    Ok(WrittenTree { tree, places })
}

fn element_of(id: NodeId, node: &Node) -> Result<Element, WriteError> {
    let mut element = Element::new(tag_of(&node.tag)?).location(Location(id.number() as u64));
    if let Some(language) = &node.language {
        let language = LanguageTag::new(language.to_string()).map_err(|_| WriteError::Metadata("language"))?;
        element = element.language(language);
    }
    if let Some(expansion) = &node.expansion {
        element = element.expansion(expansion.clone());
    }
    if let Some(text) = &node.actual_text {
        element = element.actual_text(text.clone());
    }
    // A table cell may be empty; its element still keeps the shape of the row.
    if matches!(node.tag, Tag::Cell { .. } | Tag::HeaderCell { .. }) {
        element = element.may_be_empty();
    }
    Ok(element)
}

fn tag_of(tag: &Tag) -> Result<tagged_pdf::Tag, WriteError> {
    Ok(match tag {
        Tag::Document => tagged_pdf::Tag::Document,
        Tag::Section => tagged_pdf::Tag::Section,
        Tag::Article => tagged_pdf::Tag::Article,
        Tag::Heading(level) => {
            tagged_pdf::Tag::Heading(HeadingLevel::from_number(*level).ok_or(WriteError::Metadata("heading level"))?)
        }
        Tag::Paragraph => tagged_pdf::Tag::Paragraph,
        Tag::List(marks) => tagged_pdf::Tag::List(match marks {
            ListMarks::Numbers => ListNumbering::Decimal,
            ListMarks::Romans => ListNumbering::UpperRoman,
            ListMarks::Discs => ListNumbering::Disc,
            ListMarks::None => ListNumbering::None,
        }),
        Tag::ListItem => tagged_pdf::Tag::ListItem,
        Tag::Label => tagged_pdf::Tag::Label,
        Tag::ListBody => tagged_pdf::Tag::ListBody,
        Tag::Table { summary } => tagged_pdf::Tag::Table { summary: Some(summary.clone()) },
        Tag::TableHead => tagged_pdf::Tag::TableHead,
        Tag::TableBody => tagged_pdf::Tag::TableBody,
        Tag::TableFoot => tagged_pdf::Tag::TableFoot,
        Tag::Row => tagged_pdf::Tag::TableRow,
        Tag::HeaderCell { scope, columns } => {
            let scope = match scope {
                HeaderScope::Column => Scope::Column,
                HeaderScope::Row => Scope::Row,
            };
            tagged_pdf::Tag::HeaderCell(HeaderCell::new(scope).columns(*columns))
        }
        Tag::Cell { columns } => tagged_pdf::Tag::DataCell(DataCell::new().columns(*columns)),
        Tag::Figure { alt } => tagged_pdf::Tag::Figure(AltText::new(alt.clone())?),
        Tag::Caption => tagged_pdf::Tag::Caption,
        Tag::Link(_) => tagged_pdf::Tag::Link,
        Tag::Reference => tagged_pdf::Tag::Reference,
        Tag::Note { .. } => tagged_pdf::Tag::Note,
        Tag::Strong => tagged_pdf::Tag::Strong,
        Tag::Emphasis => tagged_pdf::Tag::Emphasis,
        Tag::Span => tagged_pdf::Tag::Span,
    })
}
