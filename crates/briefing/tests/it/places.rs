//! What only pages show is reported where it was written.

use briefing::{Diagnostic, Folder, Memory};

const OFFICE: &str = r#"[office] # 🚀
id = "o"
name = "Office 🛰"
acronym = "O🜁"
about = ["One.", "Two 🛸."]
disclaimer = "All 🜂 rights"
sections = ["about", "leadership", "capacity-building", "structure"]

[[unit]]
id = "u"
name = { en = "Unit 🜃", fr = "Service 🜄" }
since = 2020-01-01
"#;

const MONTH: &str = r#"# 🚀
[[item]]
id = "a"
section = "leadership"
when = 2025-04-02
text = "Escaped: \U0001F680 twice 🚀, by {office.name}."

[[item]]
id = "b"
section = "u"
when = 2025-04-02
text = """
Over two
*lines* 🚀."""
"#;

fn folder() -> Memory {
    Memory::new().with("office.toml", OFFICE).with("2025-04/briefing.toml", MONTH)
}

/// Where the faults of a code are, each with the character it is about.
fn found(files: &Memory, code: &str) -> Vec<String> {
    let faults = Folder::new(files.clone()).check();
    let place = |fault: &Diagnostic| {
        let named = fault.message.split('`').nth(1).unwrap_or_default();
        format!("{named} {}", fault.place.as_ref().map(ToString::to_string).unwrap_or_default())
    };
    faults.iter().filter(|fault| fault.code.as_str() == code).map(place).collect()
}

#[test]
fn a_character_without_a_glyph_is_shown_in_the_text_that_has_it() {
    let of_office = [
        "🛰 office.toml:3:16",
        "🜁 office.toml:4:13",
        "🛸 office.toml:5:23",
        "🜂 office.toml:6:19",
        "🜃 office.toml:11:21",
        // In a language that no text is translated into.
        "🜄 office.toml:11:39",
    ];
    let found = found(&folder(), "G0101");
    assert_eq!(found[..6], of_office, "each once, though most are printed several times");
    assert_eq!(found[6..], ["🚀 2025-04/briefing.toml:6:18", "🚀 2025-04/briefing.toml:14:9"]);
}

#[test]
fn in_a_translation_it_is_shown_in_what_was_translated() {
    let files = folder()
        .with("office.fr.toml", "[office.name]\nsource = \"Office 🛰\"\ntext = \"Bureau 🜇\"\n")
        .with("2025-04/briefing.fr.toml", "[b.text]\nsource = \"Over two *lines* 🚀.\"\ntext = \"*Lignes* 🜈.\"\n");
    let found = found(&files, "G0101");
    assert!(found.contains(&"🜇 office.fr.toml:3:16".to_owned()), "{found:?}");
    assert!(found.contains(&"🜄 office.toml:11:39".to_owned()), "{found:?}");
    assert!(found.contains(&"🜈 2025-04/briefing.fr.toml:3:18".to_owned()), "{found:?}");
    assert!(
        !found.iter().any(|found| found.starts_with('🚀') && found.contains("fr.toml")),
        "not in a source: {found:?}"
    );
}

#[test]
fn errors_elsewhere_do_not_hide_it() {
    let broken = [
        folder().with("2025-04/briefing.toml", MONTH.replace("section = \"leadership\"", "section = \"nowhere\"")),
        folder().with("2025-04/briefing.toml", MONTH.replacen("when = 2025-04-02", "when = \"never\"", 1)),
        folder().with("office.toml", OFFICE.replace("since = 2020-01-01", "since = \"never\"")),
        folder().with("office.toml", OFFICE.replace("{ en", "{ xx = \"X\", en")),
        folder().with("ledger.csv", "not a ledger\n"),
        folder().with("2025-05/briefing.toml", "what is this?\n"),
        folder().with("2025-04/briefing.toml", MONTH.replace("{office.name}", "{no.such.fact}")),
    ];
    for files in broken {
        assert!(Folder::new(files.clone()).check().errors() > 0);
        let found = found(&files, "G0101");
        assert!(found.contains(&"🚀 2025-04/briefing.toml:14:9".to_owned()), "{found:?}");
        assert!(found.contains(&"🛰 office.toml:3:16".to_owned()), "{found:?}");
    }
}

/// Of an item that is translated but for the alternative text of its picture.
#[test]
fn an_alternative_text_has_a_place_of_its_own() {
    let month = "[[item]]\nid = \"a\"\nsection = \"leadership\"\nwhen = 2025-04-02\ntext = \"A visit.\"\n\n\
                 [item.picture]\nfile = \"a.png\"\nalt = \"A globe at night\"\n";
    let picture = include_bytes!("../../../../examples/unoct/2025-04/chamber.png");
    let files = Memory::new()
        .with("office.toml", "[office]\nid = \"o\"\nname = \"O\"\nsections = [\"leadership\"]\n")
        .with("2025-04/briefing.toml", month)
        .with("2025-04/briefing.fr.toml", "[a.text]\nsource = \"A visit.\"\ntext = \"Une visite.\"\n")
        .with("2025-04/a.png", picture.as_slice());
    let file = Folder::new(files).render("2025-04".parse().unwrap(), briefing::Language::Fr).unwrap();
    let about_it = file.warnings.iter().find(|warning| warning.message.contains("alternative text")).unwrap();
    assert_eq!(about_it.place.as_ref().unwrap().to_string(), "2025-04/briefing.toml:9:7", "{about_it}");
}

#[test]
fn a_name_that_languages_lack_is_one_fault() {
    let files = Memory::new()
        .with(
            "office.toml",
            "[office]\nid = 'o'\nname = { en = 'Office', fr = 'Bureau' }\n[languages]\nrequired = ['fr']\n",
        )
        .with("office.es.toml", "")
        .with("office.ru.toml", "")
        .with(
            "2025-04/briefing.toml",
            "[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = 2025-04-02\ntext = 'A storm.'\n",
        )
        .with("2025-04/briefing.es.toml", "[a.text]\nsource = 'A storm.'\ntext = 'Una tormenta.'\n")
        .with("2025-04/briefing.ru.toml", "[a.text]\nsource = 'A storm.'\ntext = 'Буря.'\n")
        .with("2025-04/briefing.fr.toml", "[a.text]\nsource = 'A storm.'\ntext = 'Une tempête.'\n");
    let found = Folder::new(files).check();
    let names: Vec<&str> =
        found.iter().filter(|fault| fault.code.as_str() == "N0101").map(|fault| fault.message.as_str()).collect();
    assert_eq!(names, ["`Office` is not translated into `ru`, `es` and is printed in English: add the translations"]);
}

#[test]
fn a_city_with_its_state_behind_it_is_not_printed_with_it_twice() {
    let month = |place: &str| {
        let item = "[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = 2025-04-02\ntext = 'A storm.'\n";
        let files = Memory::new().with("office.toml", "[office]\nid = 'o'\nname = 'Office'\n");
        Folder::new(files.with("2025-04/briefing.toml", format!("{item}place = {place}\n"))).check().to_string()
    };
    for city in ["'Zermatt, Switzerland'", "'Zermatt (Switzerland)'", "{ en = 'Zermatt', fr = 'Zermatt, Suisse' }"] {
        let said = month(&format!("{{ state = 'CHE', city = {city} }}"));
        let expected = said.contains("error[T0215]") && said.contains("help: write `Zermatt`");
        assert!(expected, "{said}");
    }
    for place in [
        "{ state = 'USA', city = 'Athens, Georgia' }",
        "{ state = 'CHE', city = 'Zermatt, Valais' }",
        "{ city = 'Zermatt, Switzerland' }",
    ] {
        assert!(!month(place).contains("T0215"), "{place}");
    }
}
