//! The pages of every office of the repository, and of some made up, held to the rules of setting.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

use std::sync::LazyLock;

use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Issue, OFFICES, audit, invented, repository};

type Rule = fn(&briefing_layout::PagedDocument) -> Vec<String>;

/// Every office there is, with its name: those of the repository and those made up. Set once for all rules.
fn issues() -> &'static [(String, Issue)] {
    static ISSUES: LazyLock<Vec<(String, Issue)>> = LazyLock::new(|| {
        let written =
            OFFICES.into_iter().map(|(folder, month)| (folder.to_owned(), Issue::of_repository(folder, month)));
        let disk = Disk::open(&repository("examples/unoct")).unwrap();
        let translated = Language::ALL
            .into_iter()
            .filter(|language| *language != Language::En)
            .map(move |language| (format!("examples/unoct in {language}"), Issue::edition(&disk, "2025-04", language)));
        let invented = invented::all().unwrap().into_iter();
        let invented = invented.map(|office| (office.name.to_owned(), Issue::of_files(&office.files, office.month)));
        written.chain(translated).chain(invented).map(|(name, issue)| (name, issue.unwrap())).collect()
    });
    &ISSUES
}

/// Holds every office to a rule, and tells all that break it.
fn hold(rule: Rule) {
    let mut faults = Vec::new();
    for (name, issue) in issues() {
        faults.extend(rule(&issue.paged).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    let shown: Vec<&str> = faults.iter().map(String::as_str).take(40).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn nothing_leaves_the_page() {
    hold(audit::outside_page);
}

#[test]
fn no_text_stands_on_other_text_or_on_a_picture() {
    hold(audit::overlaps);
}

#[test]
fn no_heading_stands_alone() {
    hold(audit::lone_headings);
}

#[test]
fn no_line_stands_alone() {
    hold(audit::stray_lines);
}

#[test]
fn no_word_is_torn() {
    hold(audit::torn_words);
}

#[test]
fn columns_are_filled() {
    hold(audit::unfilled_columns);
}

#[test]
fn last_columns_are_even() {
    hold(audit::uneven_columns);
}

#[test]
fn every_place_of_the_tree_is_drawn() {
    hold(audit::undrawn_slots);
}

/// Setting may change white space and add soft hyphens, nothing else.
fn folded(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{ad}').collect()
}

#[test]
fn every_word_is_on_a_page_once_and_in_order() {
    for (folder, issue) in issues() {
        let (read, said) = (folded(&audit::text(&issue.paged)), folded(&issue.document.plain_text()));
        let same = read.chars().zip(said.chars()).take_while(|(read, said)| read == said).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(30)).take(80).collect::<String>();
        assert!(read == said, "{folder}: differs after {same}\nread: {}\nsaid: {}", around(&read), around(&said));
    }
}

#[test]
fn every_document_keeps_its_own_rules() {
    for (folder, issue) in issues() {
        assert_eq!(issue.document.check(), Ok(()), "{folder}");
    }
}
