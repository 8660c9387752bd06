//! What the library refuses to publish, without the command.

use briefing::model::Day;
use briefing::office::approve;
use briefing::{Edition, Folder, Language, Memory, Month, PublishError, PublishOptions, RenderOptions};

const OFFICE: &str = "[office]\nid = 'phares'\nname = { en = 'Lighthouses', fr = 'Phares' }\n";
const ITEM: &str = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
const CORRECTION: &str = "[[correction]]\non = 2024-04-02\nwhat = 'There were two storms.'\n";

fn month() -> Month {
    "2024-02".parse().unwrap()
}

fn today() -> Day {
    "2024-04-05".parse().unwrap()
}

fn files(briefing: &str) -> Memory {
    Memory::new().with("office.toml", OFFICE).with("2024-02/briefing.toml", briefing)
}

/// The same folder after the month went out.
fn published(files: Memory) -> Memory {
    let folder = Folder::new(files.clone());
    let publication = folder.publication(month(), &PublishOptions::default(), today()).unwrap();
    let record = folder.record(&publication).unwrap();
    let kept = record.earlier.into_iter().chain(record.files);
    kept.fold(files, |files, kept| files.with(&kept.name, kept.bytes))
}

fn refused(files: Memory) -> PublishError {
    Folder::new(files).publication(month(), &PublishOptions::default(), today()).unwrap_err()
}

#[test]
fn a_month_is_held_to_every_rule() {
    assert!(matches!(refused(files("text = 1\n")), PublishError::Faults { faults, .. } if faults.errors() > 0));
    assert!(matches!(refused(files("")), PublishError::NoItems { .. }));
    assert!(matches!(refused(files(&format!("{ITEM}{CORRECTION}"))), PublishError::NothingToCorrect { .. }));
    let stray = files(ITEM).with("2024-02/briefing.FR.toml", "");
    assert!(matches!(refused(stray), PublishError::UnreadTranslation { warnings, .. } if warnings.warnings() == 1));

    let went_out = published(files(ITEM));
    let changed = ITEM.replace("A storm.", "Two storms.");
    assert!(matches!(refused(went_out.clone().with("2024-02/briefing.toml", &*changed)), PublishError::Changed { .. }));
    let idle = went_out.clone().with("2024-02/briefing.toml", format!("{ITEM}{CORRECTION}"));
    assert!(matches!(refused(idle), PublishError::CorrectsNothing { .. }));
    let twice = went_out.clone().with("2024-02/briefing.toml", format!("{changed}{CORRECTION}{CORRECTION}"));
    assert!(matches!(refused(twice), PublishError::CorrectionTwice { .. }));
    let broken = went_out.with("2024-02/briefing.toml", "text = 1\n");
    assert!(matches!(refused(broken), PublishError::Faults { .. }));
}

#[test]
fn a_row_dated_back_into_the_issue_before_is_found() {
    let office = format!("{OFFICE}[ledger]\nfile = 'ledger.csv'\n");
    let rows = "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2024-01-10,2024-01-12,DEU,200000\n";
    let went_out = published(files(ITEM).with("office.toml", office).with("ledger.csv", rows));
    let march = "[[item]]\nid = 'calm'\nsection = 'highlights'\nwhen = 2024-03-28\ntext = 'A calm.'\n";
    let with =
        |row: &str| went_out.clone().with("2024-03/briefing.toml", march).with("ledger.csv", format!("{rows}{row}"));
    let next = |files| Folder::new(files).publication("2024-03".parse().unwrap(), &PublishOptions::default(), today());

    let recorded_late = with("P-2,pledge,2024-01-20,2024-03-20,NOR,7000\n");
    let found = Folder::new(recorded_late.clone()).check_months(&["2024-03".parse().unwrap()], |_, _| ());
    assert_eq!(found.errors(), 0, "{found}");
    assert!(next(recorded_late).is_ok(), "the next issue tells what was recorded late");
    let dated_back = with("P-2,pledge,2024-01-20,2024-01-20,NOR,7000\n");
    let found = Folder::new(dated_back.clone()).check_months(&["2024-03".parse().unwrap()], |_, _| ());
    assert_eq!(found.errors(), 1, "{found}");
    assert!(found.to_string().contains("was published as USD 200000.00, and now comes to USD 207000.00"), "{found}");
    let refused = next(dated_back).unwrap_err();
    let PublishError::EarlierChanged { earlier, faults, .. } = &refused else { panic!("{refused}") };
    assert_eq!(*earlier, month());
    assert!(faults.to_string().contains("was published as USD 200000.00, and now comes to USD 207000.00"), "{faults}");
    assert!(refused.to_string().contains("nothing was published"), "{refused}");
}

#[test]
fn a_corrected_issue_keeps_the_one_before_it() {
    let went_out = published(files(ITEM));
    let text = format!("{}{CORRECTION}", ITEM.replace("A storm.", "Two storms."));
    let folder = Folder::new(went_out.with("2024-02/briefing.toml", text));
    let publication = folder.publication(month(), &PublishOptions::default(), today()).unwrap();
    let record = folder.record(&publication).unwrap();
    let names = |kept: &[briefing::KeptFile]| kept.iter().map(|kept| kept.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&record.earlier), ["2024-02/published-1-en.pdf", "2024-02/figures-1.lock"]);
    assert_eq!(names(&record.files), ["2024-02/published-en.pdf", "2024-02/figures.lock"]);
}

#[test]
fn what_the_office_wants_approved_is_approved_first() {
    let files = files(ITEM).with("office.toml", format!("{OFFICE}[publish]\napproval = true\n"));
    let PublishError::NotApproved { items, .. } = refused(files.clone()) else { panic!("it is not approved") };
    assert_eq!(items.len(), 1);
    let read = Folder::new(files.clone()).month(month(), Language::En).into_parts().0.unwrap();
    let record = approve(&files, &read, &["storm".parse().unwrap()], "Chief", today()).unwrap();
    let approved = files.with(record.path.as_str(), record.after);
    let publication = Folder::new(approved).publication(month(), &PublishOptions::default(), today());
    assert!(publication.is_ok());
}

#[test]
fn only_files_of_one_issue_are_published_together() {
    let folder = Folder::new(files(ITEM).with("2024-03/briefing.toml", ITEM.replace("2024-02", "2024-03")));
    let options = PublishOptions::default();
    let made = |month: &str, options: RenderOptions| folder.render(month.parse().unwrap(), options).unwrap();
    let refused = |files| folder.publication_of(files, &options, today()).unwrap_err();
    let english = made("2024-02", Language::En.into());
    let march = made("2024-03", Language::Fr.into());
    let draft = made("2024-02", RenderOptions::new(Language::Fr).as_draft());
    let (edition, pictures) = Edition::read(&english.bytes).unwrap();
    let alone = edition.render(&pictures).unwrap();
    assert!(matches!(refused(vec![]), PublishError::NoFiles));
    assert!(matches!(refused(vec![english.clone(), march]), PublishError::OtherMonth { .. }));
    assert!(matches!(refused(vec![english.clone(), draft]), PublishError::Draft { .. }));
    assert!(matches!(refused(vec![english.clone(), alone]), PublishError::NotOfFolder { .. }));
    assert!(matches!(refused(vec![english.clone(), english.clone()]), PublishError::LanguageTwice { .. }));
    let before = folder.publication_of(vec![english], &options, "2024-01-31".parse().unwrap());
    assert!(matches!(before, Err(PublishError::NotBegun { .. })));
}

#[test]
fn a_copy_of_an_earlier_issue_takes_the_place_of_nothing() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    std::fs::create_dir(place.path().join("2024-02")).unwrap();
    write("office.toml", OFFICE);
    write("2024-02/briefing.toml", ITEM);
    let publish = || {
        let folder = Folder::open(place.path()).unwrap();
        let publication = folder.publication(month(), &PublishOptions::default(), today())?;
        folder.publish(&publication)
    };
    publish().unwrap();
    write("2024-02/briefing.toml", &format!("{}{CORRECTION}", ITEM.replace("A storm.", "Two storms.")));
    write("2024-02/figures-1.lock", "something else");
    let other = publish().unwrap_err();
    assert!(matches!(&other, PublishError::OtherIssue { file } if file == "2024-02/figures-1.lock"), "{other}");
    std::fs::remove_file(place.path().join("2024-02/figures-1.lock")).unwrap();
    assert_eq!(publish().unwrap().earlier.len(), 2);
    assert!(place.path().join("2024-02/published-1-en.pdf").is_file());
}
