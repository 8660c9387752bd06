//! The pages of every office of the repository, held to the rules of setting.

use briefing_tests::{Issue, OFFICES, audit};

type Rule = fn(&briefing_layout::PagedDocument) -> Vec<String>;

/// Holds every office to a rule, and tells all that break it.
fn hold(rule: Rule) {
    let mut faults = Vec::new();
    for (folder, month) in OFFICES {
        let issue = Issue::of_repository(folder, month).unwrap();
        faults.extend(rule(&issue.paged).into_iter().map(|fault| format!("{folder}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
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
fn no_first_or_last_line_stands_alone() {
    hold(audit::stray_lines);
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
    for (folder, month) in OFFICES {
        let issue = Issue::of_repository(folder, month).unwrap();
        let (read, said) = (folded(&audit::text(&issue.paged)), folded(&issue.document.plain_text()));
        let same = read.chars().zip(said.chars()).take_while(|(read, said)| read == said).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(30)).take(80).collect::<String>();
        assert!(read == said, "{folder}: differs after {same}\nread: {}\nsaid: {}", around(&read), around(&said));
    }
}

#[test]
fn every_document_keeps_its_own_rules() {
    for (folder, month) in OFFICES {
        let issue = Issue::of_repository(folder, month).unwrap();
        assert_eq!(issue.document.check(), Ok(()), "{folder}");
    }
}
