//! The example office reads without a word.

use briefing_office::{Disk, check_folder, read_month, read_office};

fn example() -> Disk {
    Disk::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct").as_ref()).unwrap()
}

#[test]
fn nothing_is_wrong_with_the_example() {
    let (whole, faults) = check_folder(&example()).into_parts();
    assert_eq!(faults.to_string(), "");
    assert!(!whole.unwrap().months.is_empty());
}

#[test]
fn the_three_readings_agree() {
    let files = example();
    let whole = check_folder(&files).into_parts().0.unwrap();
    let office = read_office(&files).into_parts().0.unwrap();
    assert_eq!(office.office, whole.office);
    assert_eq!(office.ledger.entries(), whole.ledger.entries());
    for (month, (plan, briefing)) in office.months.into_iter().zip(&whole.months) {
        let one = read_month(&files, month).into_parts().0.unwrap();
        assert_eq!((&one.plan, &one.briefing), (plan, briefing));
        for picture in one.briefing.pictures() {
            assert!(one.assets.get(&picture.digest).is_some());
        }
    }
}
