//! Any tree, drawn in any order, is read back as it was built.

use crate::support::Draft;
use crate::support::file::File;
use proptest::prelude::*;
use tagged_pdf::{ElementId, HeaderCell, ListNumbering, Scope, Tag};

/// What to do next to a tree: where, and what.
#[derive(Debug, Clone)]
enum Step {
    Section(usize),
    Paragraph(usize),
    /// A span in a paragraph or another span.
    Span(usize),
    /// Text in a paragraph or a span.
    Text(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        1 => any::<usize>().prop_map(Step::Section),
        2 => any::<usize>().prop_map(Step::Paragraph),
        2 => any::<usize>().prop_map(Step::Span),
        4 => any::<usize>().prop_map(Step::Text),
    ];
    prop::collection::vec(step, 1..60)
}

/// A tree that keeps the rules, and its text in reading order, as nested lists have it.
struct Model {
    draft: Draft,
    groups: Vec<ElementId>,
    lines: Vec<ElementId>,
}

impl Model {
    fn build(steps: &[Step]) -> Self {
        let mut draft = Draft::new();
        let first = draft.leaf(draft.root(), Tag::Paragraph, "first ");
        let mut model = Self { groups: vec![draft.root()], draft, lines: vec![first] };
        for (number, step) in steps.iter().enumerate() {
            let pick = |list: &[ElementId], i: usize| list.get(i % list.len().max(1)).copied();
            match step {
                Step::Section(i) => {
                    let section = model.draft.group(pick(&model.groups, *i).unwrap(), Tag::Section);
                    model.draft.leaf(section, Tag::Paragraph, "§");
                    model.groups.push(section);
                }
                Step::Paragraph(i) => {
                    let parent = pick(&model.groups, *i).unwrap();
                    model.lines.push(model.draft.leaf(parent, Tag::Paragraph, &format!("p{number} ")));
                }
                Step::Span(i) => {
                    if let Some(parent) = pick(&model.lines, *i) {
                        model.lines.push(model.draft.leaf(parent, Tag::Span, &format!("s{number} ")));
                    }
                }
                Step::Text(i) => {
                    if let Some(parent) = pick(&model.lines, *i) {
                        model.draft.text(parent, &format!("t{number} "));
                    }
                }
            }
        }
        model
    }
}

/// The tree as it should be read: each slot's text where its slot is.
fn expected(draft: &Draft) -> String {
    let untouched = Draft { tree: draft.tree.clone(), texts: draft.texts.clone() };
    let file = File::open(&untouched.draw(10_000).finish().unwrap());
    file.tags()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn drawing_order_and_pages_do_not_matter(
        steps in steps(),
        order in any::<prop::sample::Index>(),
        per_page in 1_usize..20,
    ) {
        let mut model = Model::build(&steps);
        let tags = expected(&model.draft);
        let middle = order.index(model.draft.texts.len());
        model.draft.texts.rotate_left(middle);
        model.draft.texts[..middle].reverse();
        let file = File::open(&model.draft.draw(per_page).finish().unwrap());
        prop_assert_eq!(file.tags(), tags);
    }

    /// Any parents for any kinds: finishing says what is wrong, or the file is sound.
    #[test]
    fn any_tree_is_written_or_refused(parents in prop::collection::vec((any::<usize>(), 0_usize..13), 1..25)) {
        let kinds = [
            Tag::Section, Tag::Paragraph, Tag::Span, Tag::List(ListNumbering::Disc), Tag::ListItem, Tag::ListBody,
            Tag::Table { summary: None }, Tag::TableRow, Tag::HeaderCell(HeaderCell::new(Scope::Row)), Tag::Note,
            Tag::Caption, Tag::Label, Tag::Link,
        ];
        let mut draft = Draft::new();
        let mut elements = vec![draft.root()];
        for (parent, kind) in parents {
            let parent = elements[parent % elements.len()];
            elements.push(draft.leaf(parent, kinds[kind].clone(), "x"));
        }
        let sound = draft.tree.check().is_ok();
        match draft.draw(7).finish() {
            Ok(bytes) => {
                prop_assert!(sound);
                File::open(&bytes);
            }
            // A link without an area is found only when all is drawn.
            Err(error) => prop_assert!(!sound || error.to_string().contains("leads nowhere"), "{}", error),
        }
    }
}
