//! What was published is compared with what the ledger comes to now.

use crate::common::{LEDGER, MONTH, OFFICE, folder};
use briefing_model::{Language, MonthPlan};
use briefing_office::{
    Files, IssuedEdition, Memory, MonthFolder, PrintedEdition, check_folder, check_issue, published_issue,
    read_edition, read_month, record_issue,
};
use sha2::{Digest as _, Sha256};

const LOCK: &str = "2025-04/figures.lock";
const FILE: &str = "the finished file";

fn april(files: &Memory, language: Language) -> MonthFolder {
    let (month, found) = read_edition(files, "2025-04".parse().unwrap(), language).into_parts();
    month.unwrap_or_else(|| panic!("{found}"))
}

/// What is recorded when a folder's April is published in some languages.
fn record(files: &Memory, languages: &[Language], earlier: Option<&[u8]>) -> String {
    let months: Vec<_> = languages.iter().map(|language| april(files, *language)).collect();
    let printed = months.iter().map(|month| PrintedEdition { language: month.language, briefing: &month.briefing });
    let editions: Vec<_> = printed.map(|printed| IssuedEdition::new(printed, FILE.as_bytes())).collect();
    record_issue(&months[0].ledger, &months[0].plan, &editions, earlier).unwrap()
}

/// The folder after April was published.
fn published() -> Memory {
    folder().with(LOCK, record(&folder(), &[Language::En], None)).with("2025-04/published-en.pdf", FILE)
}

/// What `check` says after a stretch of the ledger was replaced.
fn after(find: &str, replace: &str) -> String {
    assert!(LEDGER.contains(find));
    let files = published().with("ledger.csv", LEDGER.replacen(find, replace, 1));
    check_folder(&files).diagnostics().to_string()
}

#[test]
fn a_record_says_every_figure_and_its_entries() {
    insta::assert_snapshot!(record(&folder(), &[Language::En], None));
    assert_eq!(check_folder(&published()).diagnostics().to_string(), "");
}

#[test]
fn what_is_recorded_later_is_no_drift() {
    let later = format!("{LEDGER}fra-1,pledge,2025-04-28,2025-06-01,FRA,,1000,,,,,\n");
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
    let wanted = "error[F0701]: `standing.pledged` was published as USD 142615.00, and now comes to USD 142625.00; 5 more figures differ";
    assert!(found.contains(wanted) && found.matches("F0701").count() == 1, "{found}");
    let wanted =
        "help: `fra-1` (USD 10.00) is new: write in `recorded` the day on which it was recorded, after 2025-05-06";
    assert!(found.contains(wanted), "{found}");
}

#[test]
fn other_entries_behind_the_same_figures_are_a_warning() {
    let found = after("uzb-1,", "uzb-2,");
    assert!(
        found.contains("warning[F0702]: `standing.pledged` has the published value, but from other entries; so have "),
        "{found}"
    );
    assert_eq!(found.matches("F0702").count(), 1, "{found}");
    let wanted = "help: put back the ledger as it was (`uzb-1` (USD 50000.00) is gone; `uzb-2` (USD 50000.00) is new), and record";
    assert!(found.contains(wanted), "{found}");
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

fn lock() -> String {
    let bytes = briefing_office::Files::read(&published(), &LOCK.parse().unwrap(), 1 << 20).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A record with something else in it, and the digest of that: as another program might write it.
fn sealed_again(find: &str, replace: &str) -> String {
    let text = lock();
    assert!(text.contains(find), "{find}");
    let text = text.replacen(find, replace, 1);
    let (head, rest) = text.split_once("digest = ").unwrap();
    let (_, body) = rest.split_once('\n').unwrap();
    let digest = Sha256::digest(format!("{head}{body}"));
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{head}digest = \"{digest}\"\n{body}")
}

#[test]
fn a_record_that_cannot_be_read_is_said_with_its_place() {
    for (find, replace, code) in [
        ("standing.pledged", "standing.pledgd", "F0703"),
        ("\"2025-04\"", "\"2025-03\"", "F0703"),
        ("[\"uzb-1\", \"USD 50000.00\"]", "[\"uzb-1\"]", "F0703"),
        ("cutoff = ", "cutof = ", "F0703"),
        ("version = 3", "version = 2", "F0703"),
        ("version = 3", "version = 4", "F0703"),
        ("file = \"", "file = \"0", "F0703"),
        ("entries = [", "entries = ", "F0703"),
    ] {
        let files = published().with(LOCK, sealed_again(find, replace));
        let found = check_folder(&files).into_parts().1;
        assert!(found.iter().any(|fault| fault.code.as_str() == code), "{replace}: {found}");
        assert_eq!(found.errors(), 1, "{replace}: {found}");
    }
}

#[test]
fn a_record_that_is_cut_off_or_of_another_month_is_one_fault_with_what_to_do() {
    let whole = lock();
    for end in [0, 1, whole.len() / 3, whole.len() / 2, whole.len() - 2] {
        let found = check_folder(&published().with(LOCK, whole.get(..end).unwrap())).into_parts().1;
        assert_eq!((found.errors(), found.warnings()), (1, 0), "{end}: {found}");
        let fault = found.iter().next().unwrap();
        assert_eq!(
            (fault.code.as_str(), fault.place.as_ref().unwrap().to_string().as_str()),
            ("F0703", LOCK),
            "{found}"
        );
        assert!(found.to_string().contains("help: restore the record from a copy of the folder"), "{found}");
    }
    let copied = published().with("2025-05/figures.lock", whole).with("2025-05/briefing.toml", "issued = 2025-06-02\n");
    let found = drift(&copied);
    assert!(
        matches!(found.as_slice(), [one] if one.ends_with("this is the record of 2025-04, and not of 2025-05")),
        "{found:?}"
    );
}

/// April with a correction, and what else is changed in its file.
fn corrected(find: &str, replace: &str) -> Memory {
    let correction = "\n[[correction]]\non = 2025-06-03\nwhat = \"A word was wrong.\"\n";
    published().with("2025-04/briefing.toml", format!("{}{correction}", MONTH.replacen(find, replace, 1)))
}

#[test]
fn a_correction_that_changes_nothing_is_said() {
    let found = drift_of(&corrected("", ""), "O0118");
    assert_eq!(found, ["the issue of 2025-04 has a correction, and prints nothing else than what went out"]);
    let found = drift_of(&corrected("A course", "One course"), "O0118");
    assert_eq!(found, ["the issue of 2025-04 has a correction that has not been published"]);
}

/// The record of a month as it went out, with its file.
fn publish(files: &Memory, month: &str) -> Memory {
    let read = read_month(files, month.parse().unwrap()).into_result().unwrap();
    let edition = PrintedEdition { language: Language::En, briefing: &read.briefing };
    let issued = [IssuedEdition::new(edition, FILE.as_bytes())];
    let record = record_issue(&read.ledger, &read.plan, &issued, None).unwrap();
    files.clone().with(&format!("{month}/figures.lock"), record).with(&format!("{month}/published-en.pdf"), FILE)
}

#[test]
fn an_issue_that_counts_from_one_that_was_corrected_is_corrected_too() {
    let ledger = "id,kind,effective,recorded,contributor,ref,amount\n\
                  a,pledge,2025-04-05,2025-04-05,DEU,,5000\nb,receipt,2025-04-20,2025-04-20,,a,1000\n\
                  fix,correction,2025-04-20,2025-06-09,,b,100\n";
    let items = |month: &str| -> String {
        let one = |at| {
            format!(
                "[[item]]\nid = 'talk-{at}'\nsection = 'highlights'\nwhen = {month}-0{at}\ntitle = 'Talk {at}'\ntext = 'A talk in {month}.'\n"
            )
        };
        (1..5).map(one).collect()
    };
    let office = "[office]\nid = 'o'\nname = 'Office'\n[ledger]\ncoverage = 'complete'\n";
    let with = |april: &str, may: &str, end: &str| {
        let files = Memory::new().with("office.toml", office).with("ledger.csv", ledger);
        let files = files.with("2025-04/briefing.toml", format!("{april}{}{end}", items("2025-04")));
        files.with("2025-05/briefing.toml", format!("{may}{}", items("2025-05")))
    };
    for (may, counted) in [
        ("", "write `cutoff = 2025-06-09` at the top of its briefing.toml, as in 2025-04, and "),
        ("issued = 2025-06-10\n", ""),
    ] {
        let went_out = publish(&publish(&with("", may, ""), "2025-04"), "2025-05");
        assert_eq!(check_folder(&went_out).diagnostics().to_string(), "");
        // April is corrected and goes out again.
        let end = "[[correction]]\non = 2025-06-12\nwhat = 'Germany paid 100 dollars, not 1,000.'\n";
        let april = with("cutoff = 2025-06-09\n", may, end);
        let lock = publish(&april, "2025-04");
        let read = |files: &Memory, path: &str| {
            String::from_utf8(files.read(&path.parse().unwrap(), u64::MAX).unwrap()).unwrap()
        };
        let files = april
            .with("2025-04/figures.lock", read(&lock, "2025-04/figures.lock"))
            .with("2025-04/published-en.pdf", FILE)
            .with("2025-04/figures-1.lock", read(&went_out, "2025-04/figures.lock"))
            .with("2025-04/published-1-en.pdf", FILE)
            .with("2025-05/figures.lock", read(&went_out, "2025-05/figures.lock"))
            .with("2025-05/published-en.pdf", FILE);
        let found = check_folder(&files).diagnostics().to_string();
        // What an issue counted from is what was known for it, whatever is known of it by now.
        if may.is_empty() {
            assert_eq!(found, "");
            continue;
        }
        let wanted = format!(
            "the issue of 2025-04 was corrected, and that of 2025-05 counts from it. Correct 2025-05 as well: {counted}at the end"
        );
        assert!(found.contains(&wanted) && !found.contains("put back"), "{found}");
        // As it says.
        let what = found.split("`what = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let end = format!("[[correction]]\non = 2025-06-13\nwhat = \"{what}\"\n");
        let may = if counted.is_empty() { may } else { "cutoff = 2025-06-09\n" };
        let mended = files.with("2025-05/briefing.toml", format!("{may}{}{end}", items("2025-05")));
        let found = check_folder(&mended).diagnostics().to_string();
        assert!(
            found.contains("1 warning")
                && found.contains("the issue of 2025-05 has a correction that has not been published"),
            "{found}"
        );
    }
}

#[test]
fn a_correction_years_after_the_issue_is_reported() {
    let dated = |on: &str| {
        let correction = format!("\n[[correction]]\non = {on}\nwhat = \"A word was wrong.\"\n");
        drift_of(&folder().with("2025-04/briefing.toml", format!("{MONTH}{correction}")), "M0159")
    };
    assert_eq!(dated("2026-11-03"), [""; 0]);
    assert_eq!(dated("2031-06-03"), ["2031-06-03 is 6 years after this issue goes out, on 2025-05-06"]);
}

fn drift_of(files: &Memory, code: &str) -> Vec<String> {
    let found = check_folder(files).into_parts().1;
    found.iter().filter(|fault| fault.code.as_str() == code).map(|fault| fault.message.clone()).collect()
}

#[test]
fn what_is_kept_of_an_issue_that_was_corrected_is_missed() {
    let files = corrected("A course", "One course");
    let again = record(&files, &[Language::En], Some(lock().as_bytes()));
    let files = files.with(LOCK, again).with("2025-04/figures-1.lock", lock()).with("2025-04/published-1-en.pdf", FILE);
    assert_eq!(drift(&files), [""; 0]);
    let lost = |name: &str| {
        let mut kept = folder();
        for path in [
            LOCK,
            "2025-04/briefing.toml",
            "2025-04/published-en.pdf",
            "2025-04/figures-1.lock",
            "2025-04/published-1-en.pdf",
        ] {
            if path != name {
                kept = kept.with(path, briefing_office::Files::read(&files, &path.parse().unwrap(), 1 << 20).unwrap());
            }
        }
        drift(&kept)
    };
    for (name, what) in [("2025-04/figures-1.lock", "record"), ("2025-04/published-1-en.pdf", "file")] {
        let found = lost(name);
        let wanted =
            format!("{name} the {what} of the issue as it went out before it was corrected is not in the folder");
        assert_eq!(found, [wanted]);
    }
}

#[test]
fn a_record_of_approvals_that_is_damaged_or_of_another_month_is_one_message() {
    let month = april(&folder(), Language::En);
    let all = ["meeting".parse().unwrap(), "course".parse().unwrap()];
    let record =
        briefing_office::approve(&folder(), &month, &all, "Chief", "2025-05-04".parse().unwrap()).unwrap().after;
    let said = |text: &str| {
        let found = check_folder(&folder().with("2025-04/approvals.toml", text)).into_parts().1;
        found.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>()
    };
    assert_eq!(said(&record), [""; 0]);
    assert_eq!(
        said(&record.replace("of 2025-04,", "of 2025-03,")),
        ["O0117 these are the approvals of 2025-03, and not of 2025-04"]
    );
    for damaged in [
        record.get(..record.len() / 2).unwrap(),
        &record.replace("digest", "digset"),
        &record.replace("version", "veersion"),
    ] {
        let found = said(damaged);
        assert!(
            matches!(found.as_slice(), [one] if one.contains(" the record of approvals is damaged: ")),
            "{found:?}"
        );
    }
}

#[test]
fn a_published_file_is_kept_as_it_went_out() {
    let found = check_folder(&folder().with(LOCK, lock())).diagnostics().to_string();
    assert!(
        found.contains("error[F0705]: the file that was published is not in the folder\n --> 2025-04/published-en.pdf"),
        "{found}"
    );
    let found = check_folder(&published().with("2025-04/published-en.pdf", "another")).diagnostics().to_string();
    assert!(found.contains("error[F0705]: this is not the file that was published"), "{found}");
    let issue = published_issue(&published(), "2025-04".parse().unwrap()).unwrap();
    assert_eq!(issue.file(&published(), Language::En).unwrap().unwrap(), FILE.as_bytes());
    assert_eq!(issue.file(&published(), Language::Fr).unwrap(), None);
}

#[test]
fn a_file_that_went_out_is_not_left_without_its_record() {
    for name in ["published-en.pdf", "published-1-fr.pdf"] {
        let files = folder().with(&format!("2025-04/{name}"), FILE);
        let found = check_folder(&files).into_parts().1;
        assert_eq!(found.errors(), 1, "{found}");
        let wanted =
            format!("error[F0703]: `{name}` went out, and its record is not in the folder\n --> 2025-04/figures.lock");
        assert!(found.to_string().contains(&wanted), "{found}");
    }
    assert!(check_folder(&folder().with("2025-04/published.txt", "")).into_parts().1.errors() == 0);
}

#[test]
fn a_record_guards_itself() {
    let text = lock();
    let lines: Vec<&str> = text.lines().collect();
    for left_out in 0..lines.len() {
        let rest = lines.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, line)| format!("{line}\n"));
        let found = check_folder(&published().with(LOCK, rest.collect::<String>())).into_parts().1;
        assert!(found.errors() > 0, "without `{}`", lines[left_out]);
    }
    // Version control may end its lines in another way.
    let files = published().with(LOCK, text.replace('\n', "\r\n"));
    assert_eq!(check_folder(&files).diagnostics().to_string(), "");
}

/// What `check` says after a stretch of another file was replaced.
fn after_in(file: &str, text: &str, find: &str, replace: &str) -> String {
    assert!(text.contains(find), "{find}");
    check_folder(&published().with(file, text.replacen(find, replace, 1))).diagnostics().to_string()
}

#[test]
fn whatever_would_be_printed_differently_is_said_once_with_the_entry_behind_it() {
    let shown = OFFICE.replace("\"leadership\", ", "\"leadership\", \"contributors\", ");
    assert_ne!(shown, OFFICE);
    let files = published().with("office.toml", shown);
    let files = files.clone().with(LOCK, record(&files, &[Language::En], None));
    assert_eq!(check_folder(&files).diagnostics().to_string(), "");
    assert!(LEDGER.contains("40000"));
    let files = files.with("ledger.csv", LEDGER.replacen("40000", "40001", 1));
    let found = check_folder(&files).diagnostics().to_string();
    let first = found.lines().next().unwrap();
    assert!(first.contains("error[F0701]: `standing.received` was published as USD 40000.00, and now"), "{found}");
    assert!(first.ends_with(" more figures differ") && found.matches("F0701").count() == 1, "{found}");
    assert!(found.contains("(`deu-2` added USD 40000.00 and now adds USD 40001.00)"), "{found}");
}

#[test]
fn changed_facts_and_words_are_said() {
    let found = after_in("2025-04/briefing.toml", MONTH, "The Office **met**", "The 999 of the Office **met**");
    assert!(found.contains("error[F0701]: text of item `meeting` was printed as `The Office"), "{found}");
    assert!(found.contains("999") && found.contains("--> 2025-04/briefing.toml:"), "{found}");
    let found = after_in("2025-04/briefing.toml", MONTH, "The Office **met**", "This Office **met**");
    assert!(found.contains("warning[F0704]: text of item") && found.contains("would now be printed as"), "{found}");
}

#[test]
fn what_changed_of_an_item_is_underlined_where_it_is_written() {
    for (find, replace, place) in [
        ("\"2025-04-28/2025-05-02\"", "\"2025-04-28/2025-05-03\"", "7:8"),
        ("city = \"Madrid\"", "city = \"Toledo\"", "9:33"),
        ("alt = \"A globe\"", "alt = \"A ball\"", "14:39"),
        ("credit = \"The Office\"", "credit = \"Somebody\"", "14:84"),
    ] {
        let found = after_in("2025-04/briefing.toml", MONTH, find, replace);
        assert!(found.contains(&format!("--> 2025-04/briefing.toml:{place}\n")), "{find}: {found}");
    }
}

/// The folder after April and May were published.
fn both_published() -> Memory {
    let month = "issued = 2025-06-06\n[[item]]\nid = \"talks\"\nsection = \"leadership\"\nwhen = 2025-05-14\ntext = \"Talks.\"\n";
    let files = published().with("2025-05/briefing.toml", month).with("2025-05/published-en.pdf", FILE);
    let may = read_month(&files, "2025-05".parse().unwrap()).into_parts();
    let may = may.0.unwrap_or_else(|| panic!("{}", may.1));
    let printed = PrintedEdition { language: Language::En, briefing: &may.briefing };
    let issued = IssuedEdition::new(printed, FILE.as_bytes());
    files.with("2025-05/figures.lock", record_issue(&may.ledger, &may.plan, &[issued], None).unwrap())
}

/// The messages about what was published.
fn drift(files: &Memory) -> Vec<String> {
    let faults = check_folder(files).into_parts().1;
    let drift = faults.iter().filter(|fault| fault.code.as_str().starts_with('F'));
    drift.map(|fault| format!("{} {}", fault.place.as_ref().unwrap(), fault.message)).collect()
}

#[test]
fn another_name_of_the_office_is_one_message_however_many_issues_went_out() {
    let files = both_published();
    assert_eq!(drift(&files), [""; 0]);
    let renamed = OFFICE.replace("Office of Counter-Terrorism", "Office against Terrorism");
    let found = drift(&files.clone().with("office.toml", renamed.clone()));
    assert!(matches!(found.as_slice(), [one] if one.contains("; the same change is in ")), "{found:?}");
    // What differs for another reason is said as well.
    let text = MONTH.replacen("The Office **met**", "This Office **met**", 1);
    assert_ne!(text, MONTH);
    let found = drift(&files.with("office.toml", renamed).with("2025-04/briefing.toml", text));
    assert!(matches!(found.as_slice(), [words, _] if words.contains("was printed as `The Office")), "{found:?}");
}

#[test]
fn one_change_of_the_office_is_one_message_however_many_issues_went_out() {
    let office = OFFICE.replacen("website = \"https://www.example.org\"", "website = \"https://www.example.net\"", 1);
    assert_ne!(office, OFFICE);
    let found = drift(&both_published().with("office.toml", office));
    assert!(matches!(found.as_slice(), [one] if one.ends_with("; the same change is in 1 more place")), "{found:?}");
}

#[test]
fn an_office_that_moves_is_no_error_in_what_went_out() {
    let office = |room: &str| {
        format!(
            "{OFFICE}\n[colophon]\ncontact = \"Information Desk, Room {room}, +1 212 555 010{room}\"\nweb = \"https://www{room}.example.org\"\n"
        )
    };
    let files = folder().with("office.toml", office("4"));
    let files = files.clone().with(LOCK, record(&files, &[Language::En], None)).with("2025-04/published-en.pdf", FILE);
    let found = check_folder(&files.with("office.toml", office("5"))).diagnostics().to_string();
    assert!(found.contains("warning[F0704]: whom to reach at the office was printed as"), "{found}");
    assert!(found.contains("leave this if it is right from now on") && !found.contains("F0701"), "{found}");
}

#[test]
fn what_is_new_in_an_issue_that_went_out_is_one_message_with_its_correction() {
    let item = "\n[[item]]\nid = \"late\"\nsection = \"highlights\"\nwhen = 2025-04-20\ntitle = \"Late news\"\n\
                text = \"News from the World Lakes Council (WLC) of {office.name}.\"\n";
    let office = OFFICE.replace("\"leadership\", ", "\"leadership\", \"highlights\", ");
    let files = folder().with("office.toml", &office);
    let files = files.clone().with(LOCK, record(&files, &[Language::En], None)).with("2025-04/published-en.pdf", FILE);
    assert_eq!(drift(&files), [""; 0]);
    let later = files.clone().with("2025-04/briefing.toml", format!("{MONTH}{item}"));
    let found = check_folder(&later).into_parts().1;
    let found: Vec<_> = found.iter().filter(|fault| fault.code.as_str().starts_with("F07")).collect();
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(one.message, "item `late` (“Late news”) was not printed, and now would be");
    assert!(one.place.as_ref().unwrap().file.ends_with("briefing.toml"), "{one:?}");
    assert!(one.hint.as_ref().unwrap().ends_with("`what = \"“Late news” was added.\"`"), "{one:?}");
    // Two parts of an item are one message, too.
    let changed =
        MONTH.replacen("The Office **met**", "This Office **met**", 1).replacen("2025-04-28", "2025-04-27", 1);
    let found = drift(&files.with("2025-04/briefing.toml", changed));
    assert_eq!(found.len(), 1, "{found:?}");
}

/// What `check` says of issues that went out, with what it advises.
fn advised(files: &Memory) -> Vec<(String, String)> {
    let found = check_folder(files).into_parts().1;
    let found = found.iter().filter(|fault| fault.code.as_str().starts_with("F07"));
    found.map(|fault| (fault.message.clone(), fault.hint.clone().unwrap_or_default())).collect()
}

#[test]
fn what_a_correction_is_said_to_say_is_true() {
    let item = |id: &str, section: &str, title: &str, more: &str| {
        format!(
            "\n[[item]]\nid = \"{id}\"\nsection = \"{section}\"\nwhen = 2025-04-20\ntitle = \"{title}\"\ntext = \"News of {title}.\"\n{more}"
        )
    };
    let office = OFFICE.replace("\"leadership\", ", "\"leadership\", \"highlights\", ");
    let partners = "partners = [\"JPN\", \"DEU\"]\n";
    let lake = item("lake", "highlights", "A lake", partners);
    let month = format!("{MONTH}{lake}{}", item("sea", "highlights", "A sea", ""));
    let files = folder().with("office.toml", &office).with("2025-04/briefing.toml", &month);
    let files = files.clone().with(LOCK, record(&files, &[Language::En], None)).with("2025-04/published-en.pdf", FILE);
    assert_eq!(advised(&files), []);
    let after = |find: &str, replace: &str| {
        assert!(month.contains(find), "{find}");
        advised(&files.clone().with("2025-04/briefing.toml", month.replacen(find, replace, 1)))
    };
    // Nothing that is printed differs.
    let found = after("id = \"lake\"", "id = \"pond\"");
    let [(message, hint)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(message, "item `lake` (“A lake”) went out under this id, and it was changed to `pond`");
    assert!(hint.starts_with("put the id back") && !hint.contains("taken out"), "{hint}");
    // With another title besides, it is still the same item.
    let found = after("id = \"lake\"\nsection = \"highlights\"", "id = \"pond\"\nsection = \"leadership\"");
    let [(message, _)] = found.as_slice() else { panic!("{found:?}") };
    assert!(message.ends_with("and it was changed to `pond`"), "{message}");
    let found = after("section = \"highlights\"", "section = \"leadership\"");
    let [(message, hint)] = found.as_slice() else { panic!("{found:?}") };
    let wanted = "item `lake` (“A lake”) was printed under `highlights`, and would now be printed under `leadership`";
    assert_eq!(message, wanted);
    assert!(!hint.contains("what = "), "{hint}");
    // Partners go by name, and one correction says all of it.
    let found = after(partners, "");
    assert_eq!(found.len(), 2, "{found:?}");
    let wanted = "`what = \"Germany was taken out of the partners of “A lake”. Japan was taken out of the partners of “A lake”.\"`";
    assert!(found[0].1.ends_with(wanted) && found[1].1.is_empty(), "{found:?}");
    // What the office chooses to print corrects nothing.
    let chosen = files.clone().with("office.toml", format!("{office}\n[items]\nline = []\n"));
    let found = advised(&chosen);
    let [(message, hint)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(message, "the line under the items said `place`, `partners`, and would leave that out now");
    assert!(!hint.contains("what = "), "{hint}");
}

#[test]
fn no_path_reaches_what_is_said_of_an_issue_that_went_out() {
    let files = both_published();
    let without = files.clone().with("ledger.csv", "id,kind,effective,recorded,contributor,amount\n");
    for files in [files.with("2025-04/briefing.toml", "issued = 2025-05-06\n"), without] {
        for message in drift(&files) {
            assert!(!message.contains("]."), "{message}");
        }
    }
}

#[test]
fn every_language_keeps_what_it_printed() {
    let french = "2025-04/briefing.fr.toml";
    let source = "The Office **met** in [Madrid](https://www.example.org).";
    let words = "Le Bureau **s’est réuni** à [Madrid](https://www.example.org).";
    let text = format!("[meeting.text]\nsource = '{source}'\ntext = '{words}'\n");
    let files = published().with(french, &text).with("2025-04/published-fr.pdf", FILE);
    // English first, and French a week later: both are kept.
    let english = record(&files, &[Language::En], None);
    let both = record(&files, &[Language::Fr], Some(english.as_bytes()));
    assert_eq!(both, record(&files, &[Language::En, Language::Fr], None));
    let files = files.with(LOCK, &both);
    assert_eq!(check_folder(&files).diagnostics().errors(), 0);
    let found = check_folder(&files.with(french, text.replace("s’est", "s’était"))).diagnostics().to_string();
    assert!(found.contains("(fr) was printed as `Le Bureau **s’est"), "{found}");
}

#[test]
fn a_month_that_was_not_published_has_nothing_to_drift_from() {
    let month = read_month(&folder(), "2025-04".parse().unwrap()).into_parts().0.unwrap();
    let plan = MonthPlan::new("2025-03".parse().unwrap());
    assert!(check_issue(&published(), &month.ledger, &plan, &[]).is_empty());
}

#[test]
fn a_rewritten_entry_is_told_once_and_not_by_the_stated_total_too() {
    let found = after("50000", "49999.50");
    assert!(found.contains("error[F0701]") && !found.contains("M0105"), "{found}");
    // Of a month that has not gone out, the stated total is all there is.
    let files = folder().with("ledger.csv", LEDGER.replacen("50000", "49999.50", 1));
    assert!(check_folder(&files).diagnostics().to_string().contains("error[M0105]"));
}

#[test]
fn what_an_office_is_from_now_on_is_no_error_in_what_went_out() {
    let shown = OFFICE.replace("\"leadership\", ", "\"leadership\", \"contributors\", \"structure\", ");
    assert_ne!(shown, OFFICE);
    let files = published().with("office.toml", &shown);
    let files = files.clone().with(LOCK, record(&files, &[Language::En], None));
    assert_eq!(check_folder(&files).diagnostics().to_string(), "");
    for (find, replace) in [("members = 21", "members = 22"), ("show = 10", "show = 1")] {
        let changed = shown.replace(find, replace);
        assert_ne!(changed, shown, "{find}");
        let found = check_folder(&files.clone().with("office.toml", changed)).diagnostics().to_string();
        assert!(found.contains("warning[F0704]") && !found.contains("F0701"), "{find}: {found}");
        assert!(found.contains("leave this if it is right from now on"), "{found}");
    }
}
