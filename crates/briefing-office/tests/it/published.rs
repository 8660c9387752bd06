//! What was published is compared with what the ledger comes to now.

use crate::common::{LEDGER, MONTH, folder};
use briefing_model::MonthPlan;
use briefing_office::{Memory, check_figures, check_folder, read_month, record_figures};

const LOCK: &str = "2025-04/figures.lock";

/// The folder after April was published.
fn published() -> Memory {
    let month = read_month(&folder(), "2025-04".parse().unwrap()).into_parts().0.unwrap();
    folder().with(LOCK, record_figures(&month.ledger, &month.plan).unwrap())
}

/// What `check` says after a stretch of the ledger was replaced.
fn after(find: &str, replace: &str) -> String {
    assert!(LEDGER.contains(find));
    let files = published().with("ledger.csv", LEDGER.replacen(find, replace, 1));
    check_folder(&files).diagnostics().to_string()
}

#[test]
fn a_record_says_every_figure_and_its_entries() {
    let month = read_month(&folder(), "2025-04".parse().unwrap()).into_parts().0.unwrap();
    insta::assert_snapshot!(record_figures(&month.ledger, &month.plan).unwrap());
    assert_eq!(check_folder(&published()).diagnostics().to_string(), "");
}

#[test]
fn what_is_recorded_later_is_no_drift() {
    let later = format!("{LEDGER}fra-1,pledge,2025-04-28,2025-06-01,FRA,,10,,,,,\n");
    let files = published().with("ledger.csv", later);
    assert_eq!(check_folder(&files).diagnostics().to_string(), "");
}

#[test]
fn what_is_rewritten_is_drift() {
    insta::assert_snapshot!(after("50000", "49999.50"));
}

#[test]
fn what_is_dated_back_is_drift() {
    let row = "deu-2,receipt";
    let found = after(row, "fra-1,receipt,2025-04-28,2025-05-06,FRA,,10,,,,,\ndeu-2,receipt");
    assert!(
        found
            .contains("error[F0701]: `standing.received` was published as USD 40000.00, and now comes to USD 40010.00")
    );
    assert!(found.contains("error[F0701]: `contributors.FRA.pledged` was not published"), "{found}");
    assert!(found.contains("help: `fra-1` (USD 10.00) is new"), "{found}");
}

#[test]
fn other_entries_behind_the_same_figures_are_a_warning() {
    let found = after("uzb-1,", "uzb-2,");
    assert!(
        found.contains("warning[F0702]: `standing.pledged` comes to what was published, by other entries"),
        "{found}"
    );
    assert!(found.contains("help: `uzb-1` (USD 50000.00) is gone; `uzb-2` (USD 50000.00) is new"), "{found}");
    assert!(!found.contains("F0701"), "{found}");
}

#[test]
fn another_cutoff_is_drift() {
    let files = published().with("2025-04/briefing.toml", format!("cutoff = 2025-05-05\n{MONTH}"));
    let found = check_folder(&files).diagnostics().to_string();
    assert!(
        found.contains("error[F0701]: published with what was known on 2025-05-06, and now it is 2025-05-05"),
        "{found}"
    );
}

#[test]
fn a_record_that_cannot_be_read_is_said_with_its_place() {
    let text = String::from_utf8(briefing_office::Files::read(&published(), &LOCK.parse().unwrap(), 1 << 20).unwrap())
        .unwrap();
    for (find, replace, code) in [
        ("standing.pledged", "standing.pledgd", "F0703"),
        ("\"2025-04\"", "\"2025-03\"", "F0703"),
        ("[\"uzb-1\", \"USD 50000.00\"]", "[\"uzb-1\"]", "F0703"),
        ("cutoff = ", "cutof = ", "T0204"),
        ("version = 1", "version = 2", "T0211"),
        ("entries = [", "entries = ", "T0201"),
    ] {
        assert!(text.contains(find), "{find}");
        let files = published().with(LOCK, text.replacen(find, replace, 1));
        let found = check_folder(&files).into_parts().1;
        assert!(found.iter().any(|fault| fault.code.as_str() == code), "{replace}: {found}");
    }
}

#[test]
fn a_month_that_was_not_published_has_nothing_to_drift_from() {
    let month = read_month(&folder(), "2025-04".parse().unwrap()).into_parts().0.unwrap();
    let plan = MonthPlan::new("2025-03".parse().unwrap());
    assert!(check_figures(&published(), &month.ledger, &plan).is_empty());
}
