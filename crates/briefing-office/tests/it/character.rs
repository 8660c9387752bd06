//! Where a character stands that no font has.

use briefing_model::Language;
use briefing_office::{Memory, locate_character};

fn folder() -> Memory {
    let item = |id: &str, text: &str| {
        format!("[[item]]\nid = \"{id}\"\nsection = \"leadership\"\nwhen = \"2025-04-02\"\ntext = \"{text}\"\n")
    };
    let picture = "picture = { file = \"🚀.png\", alt = \"🚀\", caption = \"In a caption: 🚀\" }\n";
    Memory::new()
        .with("office.toml", "[office] # 🚀\nid = \"o\"\nname = \"Office 🛰\"\nabout = [\"One.\", \"Two 🛰.\"]\n")
        .with(
            "2025-04/briefing.toml",
            format!("# 🚀\n{}{picture}{}", item("a", "Nothing."), item("b", "Escaped: \\U0001F680 twice 🚀.")),
        )
        .with("2025-04/briefing.fr.toml", "[b.text]\nsource = \"🚀\"\ntext = \"Ici : 🚀\"\n")
        .with("office.fr.toml", "[office.name]\nsource = \"Office 🛰\"\ntext = \"Bureau 🛰\"\n")
}

fn place(language: Language, item: &str, character: char) -> String {
    locate_character(&folder(), "2025-04".parse().unwrap(), language, item, character).to_string()
}

#[test]
fn it_is_found_in_what_is_printed_of_the_item_and_nowhere_else() {
    assert_eq!(place(Language::En, "a", '🚀'), "2025-04/briefing.toml:7:65", "not in the file's name");
    assert_eq!(place(Language::En, "b", '🚀'), "2025-04/briefing.toml:12:18", "an escape is the character as well");
}

#[test]
fn it_is_found_in_the_translation_that_is_printed() {
    assert_eq!(place(Language::Fr, "b", '🚀'), "2025-04/briefing.fr.toml:3:15", "not in the source");
    assert_eq!(place(Language::Fr, "a", '🚀'), "2025-04/briefing.toml:7:65", "a passage in English");
    assert_eq!(place(Language::Fr, "title", '🛰'), "office.fr.toml:3:16");
}

#[test]
fn it_is_found_in_the_office_or_is_nowhere() {
    assert_eq!(place(Language::En, "title", '🛰'), "office.toml:3:16");
    assert_eq!(place(Language::En, "title", '🛸'), "2025-04/briefing.toml", "the program's own words");
}
