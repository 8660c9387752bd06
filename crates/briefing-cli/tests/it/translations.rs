//! `briefing translations`, and rendering what is translated.

use crate::common::Desk;
use insta::assert_snapshot;

const MONTH_FR: &str = "[leap-day.text]\nsource = \"An item from outside an office, with a text of its own.\"\n\
                        text = \"Un point.\"\n";

fn desk() -> Desk {
    Desk::with("tests/offices/minimal")
}

#[test]
fn each_language_tells_how_far_it_is() {
    let desk = desk();
    desk.write("office/2024-02/briefing.fr.toml", MONTH_FR);
    assert_snapshot!(desk.say("translations office 2024-02"));
    assert_snapshot!(desk.say("translations office 2024-02 --lang fr"));
    assert_snapshot!(desk.say("translations office 2024-02 --lang fr --format json"));
}

#[test]
fn texts_go_out_and_come_back() {
    let desk = desk();
    assert_snapshot!(desk.say("translations office 2024-02 --export office-fr.po"));
    desk.edit("office-fr.po", "msgid \"The One Unit\"\nmsgstr \"\"", "msgid \"The One Unit\"\nmsgstr \"L’unité\"");
    assert_snapshot!(desk.say("translations office 2024-02 --import office-fr.po --dry-run"));
    assert!(!desk.path("office/office.fr.toml").exists());
    assert_snapshot!(desk.say("translations office 2024-02 --import office-fr.po"));
    assert!(String::from_utf8(desk.read("office/office.fr.toml")).unwrap().ends_with("text = \"L’unité\"\n"));

    // The texts of one month are not offered to another.
    desk.write(
        "office/2024-03/briefing.toml",
        "[[item]]\nid = \"a\"\nsection = \"highlights\"\nwhen = 2024-03-01\ntext = \"A.\"\n",
    );
    assert_snapshot!(desk.say("translations office 2024-03 --import office-fr.po --dry-run"));

    // What is wrong is reported with its line, and nothing is written.
    desk.edit("office-fr.po", "msgstr \"L’unité\"", "msgstr \"L’unité");
    assert_snapshot!(desk.say("translations office 2024-02 --import office-fr.po"));
    assert!(desk.say("translations office 2024-02 --export texts.po").starts_with("status 2"), "no language is named");
    assert!(desk.say("translations office 2024-02 --lang en").starts_with("status 2"));
    assert!(desk.say("translations office 2024-02 --export - --lang ru").contains("\"Language: ru\\n\""));
}

#[test]
fn all_languages_are_made_in_one_go() {
    let desk = desk();
    let said = desk.say("render office 2024-02 --all-languages --out-dir out --publish");
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
        assert!(said.contains(&format!("wrote out/smallest-2024-02-{language}.pdf")), "{said}");
    }
    assert_eq!(said.matches("figures.lock").count(), 1, "the figures are the month's");
    assert!(desk.say("render office 2024-02 --all-languages -o one.pdf").starts_with("status 2"));
}

#[test]
fn a_required_language_keeps_back_its_own_edition_only() {
    let desk = desk();
    let office = String::from_utf8(desk.read("office/office.toml")).unwrap();
    desk.write("office/office.toml", format!("{office}\n[languages]\nrequired = [\"fr\"]\n"));
    let said = desk.say("render office 2024-02 --all-languages --out-dir out");
    assert!(said.starts_with("status 1") && said.contains("error[X0906]"), "{said}");
    assert!(said.contains("smallest-2024-02-en.pdf") && !said.contains("smallest-2024-02-fr.pdf"), "{said}");
    assert!(desk.say("check office").contains("error[X0906]"));
}
