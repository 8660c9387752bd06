//! The example in the five languages that it is translated into, and a month of which a part is not.

use std::fs;

use briefing_document::{Child, NodeId, Tag, TagTree};
use briefing_document::{Composer, Warning};
use briefing_model::{Language, LanguageTag};
use briefing_office::{Disk, Memory, read_edition};
use briefing_tests::{Issue, repository};

const TRANSLATED: [Language; 5] = [Language::Ar, Language::Zh, Language::Fr, Language::Ru, Language::Es];

fn example() -> Disk {
    Disk::open(&repository("examples/unoct")).unwrap()
}

#[test]
fn the_example_is_translated_in_full() {
    for language in TRANSLATED {
        let (month, faults) = read_edition(&example(), "2025-04".parse().unwrap(), language).into_parts();
        assert!(faults.is_empty(), "{faults}");
        let composition = Composer::new(language).compose(&month.unwrap().briefing).unwrap();
        let left: Vec<&Warning> = composition
            .warnings
            .iter()
            .filter(|warning| !matches!(warning, Warning::WordingInEnglish { .. }))
            .collect();
        assert!(left.is_empty(), "{language}: {left:?}");
    }
}

/// The month of the small office with a picture, of whose texts only the caption is translated.
fn half_translated() -> Issue {
    let picture = fs::read(repository("examples/unoct/2025-04/network.jpg")).unwrap();
    let files = Memory::new()
        .with("office.toml", "[office]\nid = 'unoct'\nname = { en = 'Office', fr = 'Bureau' }\nsections = ['highlights']\n")
        .with(
            "2025-04/briefing.toml",
            "[[item]]\nid = 'one'\nsection = 'highlights'\nwhen = 2025-04-28\ntext = 'An *item* of two [lines](https://www.un.org).'\n\
             picture = { file = 'network.jpg', alt = 'A globe', caption = 'The globe', credit = 'The office' }\n",
        )
        .with("2025-04/briefing.fr.toml", "[one.caption]\nsource = 'The globe'\ntext = 'Le globe'\n")
        .with("2025-04/network.jpg", picture);
    Issue::edition(&files, "2025-04", Language::Fr).unwrap()
}

/// The language of a node: its own, or that of the nearest above it that has one.
fn language(tree: &TagTree, node: NodeId) -> Option<LanguageTag> {
    let mut at = Some(node);
    while let Some(node) = at.and_then(|id| tree.nodes().find(|(other, _)| *other == id)).map(|(_, node)| node) {
        if node.language.is_some() {
            return node.language.clone();
        }
        at = node.parent;
    }
    None
}

#[test]
fn what_is_not_translated_has_its_language_in_the_tree_of_tags() {
    let issue = half_translated();
    let tree = &issue.paged.tree;
    let find = |wanted: fn(&Tag) -> bool| tree.nodes().find(|(_, node)| wanted(&node.tag)).unwrap();
    let (english, french) = (Some(LanguageTag::from(Language::En)), Some(LanguageTag::from(Language::Fr)));

    let (figure, _) = find(|tag| matches!(tag, Tag::Figure { .. }));
    assert_eq!(language(tree, figure), english, "its alternative text is in English");
    let (caption, node) = find(|tag| *tag == Tag::Caption);
    assert_eq!(language(tree, caption), french, "what is printed below it is not");
    // The caption's own words, then the credit.
    let mut languages = node.children.iter().map(|child| match child {
        Child::Node(child) => language(tree, *child),
        Child::Slot(_) => language(tree, caption),
    });
    assert_eq!((languages.next(), languages.next_back()), (Some(french), Some(english.clone())));
    let (emphasis, _) = find(|tag| *tag == Tag::Emphasis);
    assert_eq!(language(tree, emphasis), english, "what lies within a text in English is in English");

    let outline = issue.document.outline();
    assert!(outline.contains("Les textes qui n’ont pas été traduits"), "and the reader is told:\n{outline}");
}

#[test]
fn a_disclaimer_in_english_ends_with_its_full_stop_in_an_arabic_document() {
    let files = Memory::new()
        .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\ndisclaimer = 'Invented. No figure is real.'\nsections = ['highlights']\n")
        .with("2025-04/briefing.toml", "[[item]]\nid = 'one'\nsection = 'highlights'\nwhen = 2025-04-28\ntext = 'An item.'\n");
    let issue = Issue::edition(&files, "2025-04", Language::Ar).unwrap();
    let runs = issue.paged.pages[0].items.iter().filter_map(|item| match &item.mark {
        briefing_layout::Mark::Glyphs { run, .. } => Some(run.text.as_str()),
        _ => None,
    });
    let runs: Vec<&str> = runs.collect();
    assert!(runs.iter().any(|run| run.ends_with("real.")), "the full stop is at the end of its words: {runs:?}");
}
