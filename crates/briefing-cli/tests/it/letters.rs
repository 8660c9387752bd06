//! Letters of the languages that an office meets: each has a glyph, and the text of the file is the text of the folder.

use crate::common::Desk;

/// An office that says one thing.
fn desk(text: &str) -> Desk {
    let desk = Desk::empty();
    desk.write("office/office.toml", "[office]\nid = 'o'\nname = 'Office'\nsections = ['leadership']\n");
    let item =
        format!("[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = '''A visit. {text}'''\n");
    desk.write("office/2025-04/briefing.toml", item);
    desk
}

/// Checks, renders and verifies; what the file says to a program.
fn read(text: &str) -> String {
    let desk = desk(text);
    assert_eq!(desk.say("check office"), "status 0\n-- stdout\nno faults in 1 month", "{text}");
    assert_eq!(
        desk.say("render office 2025-04 -o april.pdf"),
        "status 0\n-- stdout\nwrote april.pdf (1 page)",
        "{text}"
    );
    assert!(desk.say("verify april.pdf").starts_with("status 0\n-- stdout\nconsistent\n"), "{text}");
    String::from_utf8(desk.run(["tags", "april.pdf"]).stdout).unwrap()
}

#[test]
fn letters_of_many_languages_are_drawn() {
    for text in [
        "Ɓauchi, Ɗanjuma, ƙasa, Ɔkyere, Ɛwe, ŋ.",
        "Ṣanʿāʾ, Ḥusayn, Ṭāʾif; Hawaiʻi, Nukuʻalofa.",
        "Nguyễn Phú Trọng, Đặng Thị Ngọc Thịnh.",
        "Ελληνική Δημοκρατία, ἀρχή.",
        "Қазақстан, Тоҷикистон, Ӏаьржа.",
        "ירושלים, שלום.",
        "กรุงเทพมหานคร",
        "नई दिल्ली, क्षेत्र",
    ] {
        let said = read(text);
        for word in text.split([' ', ',', ';', '.']).filter(|word| !word.is_empty()) {
            assert!(said.contains(word), "{word}: {said}");
        }
    }
}

#[test]
fn letters_written_apart_from_their_marks_are_the_same_letters() {
    let text = "Co\u{302}te d’Ivoire, Tu\u{308}rkiye, Zu\u{308}rich, Curac\u{327}ao, I\u{307}stanbul, e\u{301}\u{323}.";
    let said = read(text);
    for word in ["Côte d’Ivoire", "Türkiye", "Zürich", "Curaçao", "İstanbul"] {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn joiners_stay_in_the_text() {
    let said = read("می\u{200c}خواهم، کتاب\u{200c}ها.");
    assert!(said.contains("می\u{200c}خواهم") && said.contains("کتاب\u{200c}ها"), "{said}");
}

#[test]
fn traditional_chinese_forms_are_drawn_or_told() {
    let said = desk("臺灣與東亞").say("check office");
    assert!(said.contains("no faults") || said.contains("error[G0101]"), "{said}");
}
