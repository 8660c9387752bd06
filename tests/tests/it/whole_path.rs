//! From the example's folder to its figures and its file.

use briefing_document::Block;
use briefing_model::{AsOf, Currency, Money, State};
use briefing_office::{Disk, read_office};
use briefing_tests::{Issue, repository};

const UNOCT: &str = "examples/unoct";

fn april() -> Issue {
    Issue::of_repository(UNOCT, "2025-04").unwrap()
}

fn usd(amount: &str) -> Money {
    Money::parse_amount(amount, Currency::USD).unwrap()
}

#[test]
fn the_published_totals_come_out_of_the_ledger() {
    let disk = Disk::open(&repository(UNOCT)).unwrap();
    let (folder, faults) = read_office(&disk).into_parts();
    assert_eq!(faults.to_string(), "");
    let ledger = folder.unwrap().ledger;
    // Day, pledged, received where it was published, partners.
    let published = [
        ("2022-03-31", "335800000", None, 35),
        ("2024-03-31", "379500000", None, 42),
        ("2024-08-31", "386100000", None, 44),
        ("2025-04-30", "402000000", Some("354000000"), 47),
    ];
    for (day, pledged, received, partners) in published {
        let day = day.parse().unwrap();
        let standing = ledger.standing(AsOf { in_effect: day, known: "2025-05-06".parse().unwrap() }).unwrap();
        assert_eq!(standing.pledged.holds_on(day), Some(&usd(pledged)), "{day}");
        assert_eq!(standing.partners.holds_on(day), Some(&partners), "{day}");
        assert_eq!(standing.received.holds_on(day).copied(), received.map(usd), "{day}: not stated is not known");
    }
}

#[test]
fn the_four_pledges_of_april_add_up_and_are_printed() {
    let issue = april();
    let recent = &issue.folder.briefing.movements;
    let lines: Vec<(&str, Money)> =
        recent.lines.iter().map(|line| (line.contributor.name.english(), line.amount.unwrap())).collect();
    let expected = [("Germany", "92615"), ("Uzbekistan", "50000"), ("Iraq", "100000"), ("Iraq", "2000000")];
    assert_eq!(lines, expected.map(|(name, amount)| (name, usd(amount))));
    assert_eq!(recent.totals.iter().map(|total| total.amount).collect::<Vec<_>>(), [usd("2242615")]);
    assert_eq!(issue.folder.plan.stated_total, Some(usd("2242615")));
    let text = issue.document.plain_text();
    for amount in ["92,615", "50,000", "100,000", "2,000,000", "2,242,615"] {
        assert!(text.contains(amount), "{amount} is not printed");
    }
}

#[test]
fn the_april_issue_holds_everything_that_was_reported() {
    let briefing = april().folder.briefing;
    assert_eq!((briefing.leadership.len(), briefing.highlights.len()), (3, 2));
    let units: Vec<(&str, usize)> =
        briefing.capacity_building.iter().map(|unit| (unit.name.english(), unit.items.len())).collect();
    let centre = "United Nations Counter-Terrorism Centre";
    let branch = "Special Projects and Innovation Branch";
    assert_eq!(units, [(centre, 2), (branch, 4), ("Human Rights and Gender Section", 1)]);
    assert_eq!(briefing.sections.len(), 10);
    assert!(briefing.pictures().count() >= 1);
    let contributions = briefing.contributions.unwrap();
    assert_eq!(contributions.share, Some(88));
    assert!(!contributions.allocations.is_empty() && contributions.in_kind.len() == 2);
}

#[test]
fn every_page_says_that_it_is_an_example() {
    let issue = april();
    let disclaimer = issue.document.running.disclaimer.clone().unwrap();
    assert!(disclaimer.contains("example") && disclaimer.contains("not a United Nations publication"));
    for (number, page) in issue.paged.pages.iter().enumerate() {
        let runs = page.items.iter().filter_map(|item| match &item.mark {
            briefing_layout::Mark::Glyphs { run, .. } => Some((run.text.as_str(), run.size)),
            _ => None,
        });
        let said: Vec<(&str, f32)> =
            runs.filter(|(text, _)| disclaimer.contains(text.trim()) && text.len() > 20).collect();
        assert!(!said.is_empty(), "page {} does not say so", number + 1);
        assert!(said.iter().all(|(_, size)| *size >= 6.0), "page {}: too small to read", number + 1);
    }
}

#[test]
fn no_name_of_the_united_nations_is_translated_by_chance() {
    // The example's States print as the United Nations names them.
    let text = april().document.plain_text();
    for code in ["SAU", "QAT", "RUS", "IRQ", "DEU", "UZB", "KAZ"] {
        let state: State = code.parse().unwrap();
        assert!(text.contains(state.short_name(briefing_model::Language::En)), "{code}");
    }
}

#[test]
fn a_section_with_nothing_to_say_has_no_heading() {
    let quiet = Issue::of_repository("tests/offices/empty-month", "2023-11").unwrap().document;
    let headings: Vec<&str> = quiet.sections.iter().map(|section| section.heading.as_str()).collect();
    for absent in ["Leadership", "Highlights", "Recent pledges", "Capacity-building"] {
        assert!(!headings.contains(&absent), "{headings:?}");
    }
    let empty = |blocks: &[Block]| blocks.iter().all(|block| matches!(block, Block::Heading(_)));
    assert!(quiet.sections.iter().all(|section| !empty(&section.blocks)));
}

#[test]
fn the_file_is_small_enough_without_photographs() {
    let files = briefing_tests::invented::without_pictures().unwrap();
    let bytes = Issue::of_files(&files, "2025-04").unwrap().pdf().unwrap().len();
    assert!(bytes < 120_000, "{bytes} bytes");
}
