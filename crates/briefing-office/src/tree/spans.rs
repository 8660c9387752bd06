//! Where each value of a tree stands, noted as it is asked for, and which of them could not be read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use briefing_model::{FieldPath, Gaps, Step, Subject};

/// The values that were asked for, each by the step that leads to it from the table or list it is in.
#[derive(Debug)]
pub(crate) struct Spans(RefCell<Nodes>);

#[derive(Debug, Clone)]
struct Nodes {
    nodes: Vec<SpanNode>,
    /// Nodes by what they are in and the step from there.
    steps: BTreeMap<(usize, NodeStep), usize>,
}

#[derive(Debug, Clone)]
struct SpanNode {
    parent: usize,
    step: NodeStep,
    span: Range<usize>,
    unread: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum NodeStep {
    Key(String),
    Item(usize),
}

/// The root of every tree.
pub(crate) const ROOT: usize = 0;

impl Default for Spans {
    fn default() -> Self {
        let root = SpanNode { parent: ROOT, step: NodeStep::Key(String::new()), span: 0..0, unread: false };
        Self(RefCell::new(Nodes { nodes: vec![root], steps: BTreeMap::new() }))
    }
}

impl Spans {
    /// The node of a key of a table.
    pub(super) fn key(&self, table: usize, key: &str, span: Range<usize>) -> usize {
        self.child(table, NodeStep::Key(key.to_owned()), span)
    }

    /// The node of an item of a list, by its position in the file.
    pub(super) fn item(&self, list: usize, index: usize, span: Range<usize>) -> usize {
        self.child(list, NodeStep::Item(index), span)
    }

    fn child(&self, parent: usize, step: NodeStep, span: Range<usize>) -> usize {
        let Nodes { nodes, steps } = &mut *self.0.borrow_mut();
        *steps.entry((parent, step.clone())).or_insert_with(|| {
            nodes.push(SpanNode { parent, step, span, unread: false });
            nodes.len() - 1
        })
    }

    /// The keys on the way to a node.
    pub(super) fn keys(&self, node: usize) -> Vec<String> {
        let Nodes { nodes, .. } = &*self.0.borrow();
        let up = |at: &usize| nodes.get(*at).filter(|_| *at != ROOT).map(|node| node.parent);
        let way = std::iter::successors(Some(node), up).filter(|at| *at != ROOT).filter_map(|at| nodes.get(at));
        let mut keys: Vec<String> =
            way.filter_map(|node| if let NodeStep::Key(key) = &node.step { Some(key.clone()) } else { None }).collect();
        keys.reverse();
        keys
    }

    /// Notes that a value could not be read.
    pub(super) fn set_unread(&self, node: usize) {
        if let Some(node) = self.0.borrow_mut().nodes.get_mut(node) {
            node.unread = true;
        }
    }

    /// Notes that a key could not be read of the table that a table is in.
    pub(super) fn set_unread_beside(&self, table: usize, key: &str, span: Range<usize>) {
        let parent = self.0.borrow().nodes.get(table).map_or(ROOT, |node| node.parent);
        self.set_unread(self.key(parent, key, span));
    }

    /// Counts the items of a list as the data do, which have those that could be read; the others follow.
    pub(super) fn count_items(&self, list: usize, read: &[usize], unread: &[usize]) {
        if unread.is_empty() {
            return;
        }
        let Nodes { nodes, steps } = &mut *self.0.borrow_mut();
        for (index, &node) in read.iter().chain(unread).enumerate() {
            let step = NodeStep::Item(index);
            steps.insert((list, step.clone()), node);
            if let Some(node) = nodes.get_mut(node) {
                node.step = step;
            }
        }
    }

    /// Everything that could not be read.
    pub(crate) fn gaps(&self, subject: &Subject) -> Gaps {
        let Nodes { nodes, .. } = &*self.0.borrow();
        let mut gaps = Gaps::default();
        for (at, node) in nodes.iter().enumerate() {
            if node.unread {
                gaps.add(way(nodes, at, subject));
            }
        }
        gaps
    }

    /// The values once nobody asks for more of them.
    pub(crate) fn settled(self) -> SettledSpans {
        SettledSpans(self.0.into_inner())
    }
}

/// The values that were asked for while a file was read; threads may share them.
#[derive(Debug, Clone)]
pub(crate) struct SettledSpans(Nodes);

impl SettledSpans {
    /// The stretch of the file at the end of a way: of the last step that was asked for, if the way goes on to what is not there.
    pub(crate) fn span(&self, path: &FieldPath) -> Range<usize> {
        let Nodes { nodes, steps } = &self.0;
        let mut at = ROOT;
        for step in path.steps() {
            let step = match step {
                Step::Key(key) => NodeStep::Key(key.clone().into_owned()),
                Step::Item { index, .. } => NodeStep::Item(*index),
            };
            let Some(&next) = steps.get(&(at, step)) else { break };
            at = next;
        }
        nodes.get(at).map(|node| node.span.clone()).unwrap_or_default()
    }
}

/// The way to a node.
fn way(nodes: &[SpanNode], node: usize, subject: &Subject) -> FieldPath {
    let mut steps = Vec::new();
    let mut at = node;
    // The root is in itself, and no step leads to it.
    while let Some(node) = nodes.get(at).filter(|_| at != ROOT) {
        steps.push(&node.step);
        at = node.parent;
    }
    steps.into_iter().rev().fold(FieldPath::to(subject.clone()), |path, step| match step {
        NodeStep::Key(key) => path.key(key.clone()),
        NodeStep::Item(index) => path.item(*index, None::<&str>),
    })
}
