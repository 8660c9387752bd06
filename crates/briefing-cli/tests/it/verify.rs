//! `briefing extract`, `verify` and `render --from`: files that prove themselves.

use std::sync::LazyLock;

use crate::common::{Desk, status};

/// The example's month, rendered once.
static APRIL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let desk = Desk::with("examples/unoct");
    assert_eq!(status(&desk.run(["render", "office", "2025-04", "-o", "april.pdf"])), 0);
    desk.read("april.pdf")
});

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("april.pdf", APRIL.as_slice());
    desk
}

#[test]
fn what_is_extracted_gives_the_same_bytes() {
    let desk = desk();
    let extracted = desk.run(["extract", "april.pdf"]);
    assert_eq!(status(&extracted), 0);
    desk.write("edition.json", &extracted.stdout);
    assert_eq!(desk.say("render --from edition.json -o again.pdf"), "status 0\n-- stdout\nwrote again.pdf (5 pages)");
    assert!(desk.read("again.pdf") == *APRIL);
    assert_eq!(
        desk.say("render --from april.pdf --out-dir made"),
        "status 0\n-- stdout\nwrote made/unoct-2025-04-en.pdf (5 pages)"
    );
    assert!(desk.read("made/unoct-2025-04-en.pdf") == *APRIL);
}

#[test]
fn a_file_is_consistent_and_agrees_with_its_office() {
    let desk = Desk::with("examples/unoct");
    desk.write("april.pdf", APRIL.as_slice());
    let consistent = "status 0\n-- stdout\nconsistent\n  its pages show its data; who made it is for signatures to say";
    assert_eq!(desk.say("verify april.pdf"), consistent);
    let agreed = format!("{consistent}\n  its data are those of `office`");
    assert_eq!(desk.say("verify april.pdf --against office"), agreed);
}

#[test]
fn another_edition_in_the_same_words_is_told() {
    let desk = desk();
    let json = String::from_utf8(desk.run(["extract", "april.pdf"]).stdout).unwrap();
    let other =
        json.replacen(&format!("\"producer\": \"{}\"", env!("CARGO_PKG_VERSION")), "\"producer\": \"0.0.9\"", 1);
    assert_ne!(json, other);
    desk.write("other.json", other);
    insta::assert_snapshot!(desk.say("render --from other.json -o again.pdf"));
    let newer = json.replacen("\"version\": 1", "\"version\": 2", 1);
    desk.write("newer.json", newer);
    insta::assert_snapshot!(desk.say("render --from newer.json"));
}

#[test]
fn an_edition_with_a_fault_is_refused() {
    let desk = desk();
    let json = String::from_utf8(desk.run(["extract", "april.pdf"]).stdout).unwrap();
    let at = json.find("\"data\": \"").unwrap() + 200;
    let mut other = json.clone().into_bytes();
    other[at] = if other[at] == b'A' { b'B' } else { b'A' };
    desk.write("picture.json", other);
    desk.write("text.txt", "not JSON");
    desk.write("field.json", json.replacen("\"texts\":", "\"text\":", 1));
    insta::assert_snapshot!(desk.say("render --from picture.json"));
    insta::assert_snapshot!(desk.say("render --from text.txt"));
    insta::assert_snapshot!(desk.say("render --from field.json"));
    insta::assert_snapshot!(desk.say("render --from none.json"));
    assert_eq!(status(&desk.run(["render", "--from", "april.pdf", "office", "2025-04"])), 2);
}

#[test]
fn what_was_appended_and_what_is_foreign_is_told() {
    let desk = desk();
    desk.write("longer.pdf", [APRIL.as_slice(), b"\n1 0 obj\n<<>>\nendobj\n"].concat());
    desk.write("foreign.pdf", "%PDF-1.4\n%%EOF\n");
    insta::assert_snapshot!(desk.say("verify longer.pdf"));
    insta::assert_snapshot!(desk.say("verify foreign.pdf"));
    insta::assert_snapshot!(desk.say("verify longer.pdf --format json"));
}

#[test]
fn an_office_that_says_something_else_is_told() {
    let desk = Desk::with("examples/unoct");
    desk.write("april.pdf", APRIL.as_slice());
    let month = String::from_utf8(desk.read("office/2025-04/briefing.toml")).unwrap();
    let mut items: Vec<&str> = month.split("[[item]]").collect();
    items.remove(2);
    desk.write("office/2025-04/briefing.toml", items.join("[[item]]"));
    insta::assert_snapshot!(desk.say("verify april.pdf --against office"));
}

/// Files of others made by people who mean harm.
#[test]
fn no_word_of_a_file_passes_for_a_verdict() {
    let desk = Desk::empty();
    for name in ["overlay-as-other-version", "producer-with-escape"] {
        let file = std::fs::read(crate::common::repository(&format!("tests/hostile/{name}.pdf"))).unwrap();
        desk.write(&format!("{name}.pdf"), file);
        for line in [format!("verify {name}.pdf"), format!("verify {name}.pdf --format json")] {
            let said = desk.run(line.split(' '));
            assert_eq!(status(&said), 1, "{line}");
            let words = String::from_utf8([said.stdout, said.stderr].concat()).unwrap();
            assert!(!words.chars().any(|c| c.is_control() && c != '\n'), "{words:?}");
            assert!(!words.lines().any(|line| line.starts_with("consistent")), "{words}");
            if !line.ends_with("json") {
                assert!(words.starts_with("altered\n"), "{words}");
                assert!(words.lines().skip(1).all(|line| line.starts_with("  ")), "{words}");
            }
        }
    }
    let said = desk.say("render --from producer-with-escape.pdf -o again.pdf");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
}

/// What every command that reads a finished file makes of one that was signed.
#[test]
fn a_signed_file_is_taken_as_it_was_written() {
    let desk = Desk::empty();
    let signed = std::fs::read(crate::common::repository("tests/signed/signed.pdf")).unwrap();
    desk.write("signed.pdf", &signed);
    assert_eq!(status(&desk.run(["tags", "signed.pdf"])), 0);
    assert_eq!(status(&desk.run(["extract", "signed.pdf"])), 0);
    assert!(desk.say("render --from signed.pdf -o again.pdf").starts_with("status 0"));
    let said = desk.say("verify signed.pdf");
    let covers = format!("the whole of the first {}; not judged here", signed.len());
    assert!(said.contains("\n  signature `Signature1`: of bytes 0 to ") && said.contains(&covers), "{said}");
    desk.write("more.pdf", [signed.as_slice(), b"\n1 0 obj\n<<>>\nendobj\n"].concat());
    let said = desk.run(["extract", "more.pdf"]);
    assert_eq!(status(&said), 1);
    assert!(desk.say("verify more.pdf").contains("altered: "));
}
