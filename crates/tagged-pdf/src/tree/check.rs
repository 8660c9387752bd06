//! The rules of nesting (ISO 32000-1, 14.8.4; PDF/UA-1 7.2, 7.4, 7.5, 7.6, 7.9).

use super::table::check_table;
use super::{ElementId, HeadingLevel, ListNumbering, StructureTree, Tag, TreeChild, TreeNode};
use crate::error::{Violation, ViolationKind, Violations};

impl StructureTree {
    /// Checks the rules of nesting, as is done when the file is finished, and reports all violations in reading order.
    ///
    /// # Errors
    ///
    /// Fails if a rule is broken.
    ///
    /// ```
    /// use tagged_pdf::{StructureTree, Tag, HeadingLevel};
    ///
    /// let mut tree = StructureTree::new();
    /// let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H2));
    /// tree.content(heading);
    /// assert!(tree.check().is_err());
    /// ```
    pub fn check(&self) -> Result<(), Violations> {
        Violations::result(self.violations(&self.reading_order()))
    }

    /// All elements, each before its descendants.
    pub(crate) fn reading_order(&self) -> Vec<ElementId> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut stack = vec![self.root()];
        while let Some(id) = stack.pop() {
            order.push(id);
            let children = self.node(id).map(|node| node.children.as_slice()).unwrap_or_default();
            stack.extend(children.iter().rev().filter_map(|child| match child {
                TreeChild::Element(id) => Some(*id),
                TreeChild::Content(_) => None,
            }));
        }
        order
    }

    pub(crate) fn violations(&self, order: &[ElementId]) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut heading = None;
        for (id, node) in order.iter().filter_map(|id| Some((*id, self.node(*id)?))) {
            let mut report = |kind| violations.push(self.violation(id, kind));
            if let Some(parent) = node.parent {
                self.check_parent(node, self.tag(parent), &mut report);
                if node.children.is_empty() && !node.element.may_be_empty {
                    report(ViolationKind::Empty);
                }
            }
            let content = node.children.iter().any(|child| matches!(child, TreeChild::Content(_)));
            if content && holds(&node.element.tag) == Holds::Group {
                report(ViolationKind::ContentInGroup);
            }
            match &node.element.tag {
                Tag::Heading(level) => check_heading(*level, &mut heading, &mut report),
                Tag::Table { .. } => check_table(self, id, node, &mut report),
                Tag::List(ListNumbering::None) => self.check_labels(node, &mut report),
                Tag::DataCell(cell) => self.check_headers(id, &cell.headers, &mut report),
                _ => {}
            }
            self.check_captions(node, &mut report);
        }
        violations
    }

    pub(crate) fn violation(&self, id: ElementId, kind: ViolationKind) -> Violation {
        Violation { element: self.tag(id).name(), location: self.location(id), kind }
    }

    fn check_parent(&self, node: &TreeNode, parent: &Tag, report: &mut impl FnMut(ViolationKind)) {
        let tag = &node.element.tag;
        if let Some(allowed) = home(tag)
            && !allowed.contains(&parent.name())
        {
            let allowed = if allowed.is_empty() { "the root".into() } else { listed(allowed, "or") };
            return report(ViolationKind::Parent { parent: parent.name(), allowed });
        }
        if let Some(allowed) = family(parent)
            && !allowed.contains(&tag.name())
        {
            return report(ViolationKind::Child { parent: parent.name(), allowed: listed(allowed, "and") });
        }
        match holds(parent) {
            Holds::Line if is_block(tag) => report(ViolationKind::BlockInLine { parent: parent.name() }),
            Holds::Group if is_inline(tag) => report(ViolationKind::LineInGroup { parent: parent.name() }),
            _ => {}
        }
    }

    /// Reports labels in a list whose numbering is `None`.
    fn check_labels(&self, node: &TreeNode, report: &mut impl FnMut(ViolationKind)) {
        let labelled = self
            .child_nodes(node)
            .any(|(_, item)| self.child_nodes(item).any(|(_, child)| matches!(child.element.tag, Tag::Label)));
        if labelled {
            report(ViolationKind::LabelsWithoutNumbering);
        }
    }

    fn check_headers(&self, id: ElementId, headers: &[ElementId], report: &mut impl FnMut(ViolationKind)) {
        let table = |id| self.ancestors(id).find(|id| matches!(self.tag(*id), Tag::Table { .. }));
        let known = |header: &ElementId| {
            self.node(*header).is_some()
                && matches!(self.tag(*header), Tag::HeaderCell(_))
                && table(*header) == table(id)
        };
        if !headers.iter().all(known) {
            report(ViolationKind::Headers);
        }
    }

    /// Reports captions that are not the only one of their parent, or neither its first nor its last child (in a list: not the first).
    fn check_captions(&self, node: &TreeNode, report: &mut impl FnMut(ViolationKind)) {
        let is_caption = |child: &TreeChild| match child {
            TreeChild::Element(id) => matches!(self.tag(*id), Tag::Caption),
            TreeChild::Content(_) => false,
        };
        let captions = node.children.iter().filter(|child| is_caption(child)).count();
        if captions == 0 {
            return;
        }
        let first = node.children.first().is_some_and(is_caption);
        let last = node.children.last().is_some_and(is_caption);
        let last = last && !matches!(node.element.tag, Tag::List(_));
        if captions > 1 || !(first || last) {
            report(ViolationKind::Caption);
        }
    }

    /// Those children of an element that are elements.
    pub(super) fn child_nodes<'a>(&'a self, node: &'a TreeNode) -> impl Iterator<Item = (ElementId, &'a TreeNode)> {
        node.children.iter().filter_map(|child| match child {
            TreeChild::Element(id) => self.node(*id).map(|node| (*id, node)),
            TreeChild::Content(_) => None,
        })
    }
}

fn check_heading(level: HeadingLevel, previous: &mut Option<HeadingLevel>, report: &mut impl FnMut(ViolationKind)) {
    match previous {
        None if level != HeadingLevel::H1 => report(ViolationKind::Title),
        Some(_) if level == HeadingLevel::H1 => report(ViolationKind::Title),
        Some(before) if level as u8 > *before as u8 + 1 => {
            report(ViolationKind::SkippedLevel { previous: Tag::Heading(*before).name() });
        }
        _ => {}
    }
    *previous = Some(level);
}

/// The content that an element may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Other elements, and no text of its own.
    Group,
    /// Blocks, or text, or both.
    Flow,
    /// Text, and parts of a line of text.
    Line,
}

const fn holds(tag: &Tag) -> Holds {
    match tag {
        Tag::Document
        | Tag::Part
        | Tag::Article
        | Tag::Section
        | Tag::Division
        | Tag::BlockQuote
        | Tag::List(_)
        | Tag::ListItem
        | Tag::Table { .. }
        | Tag::TableHead
        | Tag::TableBody
        | Tag::TableFoot
        | Tag::TableRow => Holds::Group,
        Tag::ListBody | Tag::HeaderCell(_) | Tag::DataCell(_) | Tag::Caption | Tag::Figure(_) | Tag::Note => {
            Holds::Flow
        }
        Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Label
        | Tag::Link
        | Tag::Reference
        | Tag::Span
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Quote
        | Tag::Code => Holds::Line,
    }
}

/// Whether an element is always part of a line of text. Figures and notes may also be on their own.
const fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Link | Tag::Reference | Tag::Span | Tag::Emphasis | Tag::Strong | Tag::Quote | Tag::Code)
}

/// Whether an element is never part of a line of text.
const fn is_block(tag: &Tag) -> bool {
    matches!(holds(tag), Holds::Group) || matches!(tag, Tag::Heading(_) | Tag::Paragraph)
}

/// The parents that an element must have; `None` if it may be anywhere.
const fn home(tag: &Tag) -> Option<&'static [&'static str]> {
    Some(match tag {
        Tag::Document => &[],
        Tag::ListItem => &["L"],
        Tag::ListBody => &["LI"],
        Tag::Label => &["LI", "Note", "Reference", "Caption"],
        Tag::TableHead | Tag::TableBody | Tag::TableFoot => &["Table"],
        Tag::TableRow => &["Table", "THead", "TBody", "TFoot"],
        Tag::HeaderCell(_) | Tag::DataCell(_) => &["TR"],
        Tag::Caption => &["Table", "Figure", "L"],
        _ => return None,
    })
}

/// The children that an element may have; `None` if it may have any.
const fn family(tag: &Tag) -> Option<&'static [&'static str]> {
    Some(match tag {
        Tag::List(_) => &["LI", "L", "Caption"],
        Tag::ListItem => &["Lbl", "LBody"],
        Tag::Table { .. } => &["TR", "THead", "TBody", "TFoot", "Caption"],
        Tag::TableHead | Tag::TableBody | Tag::TableFoot => &["TR"],
        Tag::TableRow => &["TH", "TD"],
        _ => return None,
    })
}

fn listed(names: &[&str], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).into(),
        [several @ .., last] => format!("{} {word} {last}", several.join(", ")),
    }
}
