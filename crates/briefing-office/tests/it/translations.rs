//! Files of translations: what they add, what is wrong with them, and what a language lacks.

use crate::common::translated::{MONTH_FR, OFFICE_FR};
use crate::common::{MONTH, OFFICE, folder};
use briefing_model::{Briefing, Language};
use briefing_office::{Memory, Po, check_folder, plan_text_import, read_edition, read_texts};

fn french() -> Memory {
    folder().with("office.fr.toml", OFFICE_FR).with("2025-04/briefing.fr.toml", MONTH_FR)
}

fn edition(files: &Memory, language: Language) -> (Option<Briefing>, String) {
    let (month, faults) = read_edition(files, "2025-04".parse().unwrap(), language).into_parts();
    (month.map(|month| month.briefing), faults.to_string())
}

fn texts(briefing: &Briefing) -> Vec<String> {
    briefing.texts().map(ToString::to_string).collect()
}

#[test]
fn a_translated_month_is_a_briefing_in_its_language() {
    let (briefing, faults) = edition(&french(), Language::Fr);
    assert_eq!(faults, "");
    let briefing = briefing.unwrap();
    assert_eq!(
        texts(&briefing),
        [
            "Le Bureau compte {units.centre.board.members} membres au sein d’un conseil.",
            "Le Bureau **s’est réuni** à [Madrid](https://www.example.org).",
            "Un cours a été donné.",
            "Le *globe*",
        ]
    );
    let picture = briefing.pictures().next().unwrap();
    assert_eq!((picture.alt.as_str(), picture.alt_language), ("Un globe", None));
    assert_eq!((picture.credit.as_deref(), picture.credit_language), (Some("Le Bureau"), None));
    assert!(briefing.facts.len() == 1, "the facts are the source's");
    let json = serde_json::to_string(&briefing).unwrap();
    assert_eq!(serde_json::from_str::<Briefing>(&json).unwrap(), briefing);
}

#[test]
fn what_is_not_translated_stays_and_says_its_language() {
    let month = MONTH_FR.split("[meeting.alt]").next().unwrap();
    let files = folder().with("2025-04/briefing.fr.toml", month);
    let (briefing, faults) = edition(&files, Language::Fr);
    assert_eq!(faults, "");
    let briefing = briefing.unwrap();
    assert_eq!(
        texts(&briefing),
        [
            "[The Office has {units.centre.board.members} members on a board.]{lang=en}",
            "Le Bureau **s’est réuni** à [Madrid](https://www.example.org).",
            "[A course was held.]{lang=en}",
            "[The *globe*]{lang=en}",
        ]
    );
    let picture = briefing.pictures().next().unwrap();
    assert_eq!((picture.alt.as_str(), picture.alt_language), ("A globe", Some(Language::En)));
    assert_eq!(picture.credit_language, Some(Language::En));

    // One language's file is no other's.
    let (english, _) = edition(&files, Language::En);
    assert_eq!(texts(&english.unwrap())[3], "The *globe*");
}

#[test]
fn names_are_added_and_none_is_replaced() {
    let (month, _) = read_edition(&french(), "2025-04".parse().unwrap(), Language::Fr).into_parts();
    let office = month.unwrap().office;
    let unit = office.data().units.iter().next().unwrap();
    assert_eq!(unit.name.get(Language::Fr), Some("Centre de lutte contre le terrorisme"));
    assert_eq!(office.data().name.get(Language::Fr), Some("Bureau de lutte contre le terrorisme"));
    assert_eq!(unit.name.get(Language::Es), None);
}

#[test]
fn the_editions_of_a_folder_are_those_with_a_file_for_the_month() {
    let whole = check_folder(&french()).into_parts().0.unwrap();
    let languages: Vec<Language> = whole.editions.iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, [Language::Fr]);
    assert_eq!(whole.editions[0].1, edition(&french(), Language::Fr).0.unwrap());
}

#[test]
fn a_changed_source_is_told_and_printed_unless_its_links_or_facts_have_changed() {
    let changed = french()
        .with("2025-04/briefing.toml", MONTH.replace("**met** in [Madrid](https://www.example.org)", "met in Madrid"))
        .with("office.toml", OFFICE.replace("on a board", "on its board"));
    let (briefing, faults) = edition(&changed, Language::Fr);
    insta::assert_snapshot!(faults, @r#"
    warning[X0905]: `office.about.1` has changed since it was translated
     --> office.fr.toml:3:10
       |
     3 | source = "The Office has {units.centre.board.members} members on a board."
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: bring the text up to date, then make `source` what the source says now

    warning[X0905]: `meeting.text` has changed since it was translated, and so have its links or facts: the source is printed
     --> 2025-04/briefing.fr.toml:2:10
       |
     2 | source = "The Office **met** in [Madrid](https://www.example.org)."
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: bring the text up to date, then make `source` what the source says now

    2 warnings
    "#);
    let texts = texts(&briefing.unwrap());
    assert_eq!(texts[0], "Le Bureau compte {units.centre.board.members} membres au sein d’un conseil.");
    assert_eq!(texts[1], "[The Office met in Madrid.]{lang=en}");
}

#[test]
fn a_required_language_is_whole_or_not_printed() {
    let required = OFFICE.replace("[theme]", "[languages]\nrequired = [\"fr\"]\n\n[theme]");
    let (briefing, faults) = edition(&french().with("office.toml", &required), Language::Fr);
    assert_eq!((briefing.is_some(), faults.as_str()), (true, ""));

    let lacking = folder().with("office.toml", &required).with("2025-04/briefing.fr.toml", "");
    let (briefing, faults) = edition(&lacking, Language::Fr);
    assert!(briefing.is_none());
    insta::assert_snapshot!(faults, @r"
    error[X0906]: `office.about.1` is not translated, and the office requires `fr`
     --> office.fr.toml
      = help: `briefing translations OFFICE --lang fr` lists what is missing

    error[X0906]: `meeting.text`, `meeting.alt`, `meeting.caption` and 2 more are not translated, and the office requires `fr`
     --> 2025-04/briefing.fr.toml
      = help: `briefing translations OFFICE 2025-04 --lang fr` lists what is missing

    2 errors
    ");
    assert_eq!(edition(&lacking, Language::En).1, "", "other languages are printed");
    assert_eq!(check_folder(&lacking).diagnostics().to_string(), faults, "a check tells as much");
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let files = folder().with("office.fr.toml", windows(OFFICE_FR)).with("2025-04/briefing.fr.toml", windows(MONTH_FR));
    assert_eq!(edition(&files, Language::Fr), edition(&french(), Language::Fr));
}

#[test]
fn all_faults_of_a_translation_are_told_at_once() {
    let files = french()
        .with("office.fr.toml", OFFICE_FR.replace("[unit.centre.name]", "[unit.center.name]"))
        .with("2025-04/briefing.fr.toml", MONTH_FR.replace("Le *globe*", "Le *globe").replace("Un globe", " "));
    let reading = check_folder(&files);
    let codes: Vec<&str> = reading.diagnostics().iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["X0901", "X0902", "T0210"]);
    assert!(edition(&files, Language::En).0.is_some(), "an issue in English does not wait for a translator");
}

#[test]
fn translations_of_an_item_under_its_old_id_are_one_message_and_are_read() {
    let item = |id: &str, text: &str| {
        format!(
            "[[item]]\nid = \"{id}\"\nsection = \"highlights\"\nwhen = 2025-04-02\ntitle = \"A lamp\"\ntext = \"{text}\"\n"
        )
    };
    let entry = |key: &str, source: &str, text: &str| format!("[{key}]\nsource = \"{source}\"\ntext = \"{text}\"\n");
    let french =
        entry("lamp.title", "A lamp", "Une lampe") + &entry("lamp.text", "A lamp was lit.", "Une lampe a brillé.");
    let office = "[office]\nid = \"o\"\nname = { en = \"Office\", fr = \"Bureau\" }\nsections = [\"highlights\"]\n";
    let of = |month: String, french: &str| {
        let files = Memory::new().with("office.toml", office).with("2025-04/briefing.toml", month);
        let files = files.with("2025-04/briefing.fr.toml", french);
        let faults = check_folder(&files).into_parts().1;
        let told: Vec<String> = faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect();
        let read = read_edition(&files, "2025-04".parse().unwrap(), Language::Fr).into_parts().0.unwrap();
        (told, read.briefing.highlights[0].text.plain())
    };
    let (told, text) = of(item("lamps", "A lamp was lit."), &french);
    assert_eq!(told, ["X0901 texts of `lamps` are translated under `lamp`"]);
    assert_eq!(text, "Une lampe a brillé.");
    // Other words, an item with a translation of its own, and two that it may be, are not taken for the same.
    let own = french.replace("[lamp.", "[lamps.");
    for (month, french) in [
        (item("lamps", "Two lamps were lit."), french.clone()),
        (item("lamps", "A lamp was lit."), format!("{french}{own}")),
        (item("lamps", "A lamp was lit.") + &item("lights", "A lamp was lit."), french.clone()),
    ] {
        let (told, _) = of(month, &french);
        assert_eq!(told.iter().filter(|told| told.starts_with("X0901 there is no text `lamp.")).count(), 2, "{told:?}");
    }
}

#[test]
fn acronyms_are_translated_like_other_names_and_reported_where_they_are_not() {
    let office = "[office]\nid = \"o\"\nname = { en = \"Office\", fr = \"Bureau\" }\nsections = [\"highlights\"]\n[acronyms]\nUN = \"United Nations\"\nPNR = \"passenger name record\"\nXYZ = \"never written\"\n";
    let french = "[acronyms.UN.name]\nsource = \"United Nations\"\ntext = \"Organisation des Nations Unies\"\n[acronyms.UN.acronym]\nsource = \"UN\"\ntext = \"ONU\"\n";
    let month = "[[item]]\nid = \"a\"\nsection = \"highlights\"\nwhen = 2025-04-02\ntext = \"The United Nations met on PNR.\"\n";
    let of_month = "[a.text]\nsource = \"The United Nations met on PNR.\"\ntext = \"L’ONU s’est réunie sur le PNR.\"\n";
    let files = Memory::new()
        .with("office.toml", office)
        .with("office.fr.toml", french)
        .with("2025-04/briefing.toml", month)
        .with("2025-04/briefing.fr.toml", of_month);
    let edition = |language| {
        let (read, faults) = read_edition(&files, "2025-04".parse().unwrap(), language).into_parts();
        let known = read.unwrap_or_else(|| panic!("{faults}")).briefing.acronyms;
        known.into_iter().map(|known| known.acronym.resolve(language).0.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(edition(Language::Fr), ["PNR", "ONU"]);
    assert_eq!(edition(Language::En), ["PNR"], "the English text has the other in full");
    // What has no translation is one of the texts to be translated; what no text uses is not.
    let (texts, _) = read_texts(&files, "2025-04".parse().unwrap(), &[Language::Fr]).into_parts();
    let missing: Vec<String> = texts.unwrap()[0].missing().map(|text| text.key.to_string()).collect();
    assert_eq!(missing, ["acronyms.PNR.name"]);
}

#[test]
fn a_file_that_was_copied_for_another_language_is_reported_once() {
    let item = |id: &str, text: &str| {
        format!("[[item]]\nid = '{id}'\nsection = 'highlights'\nwhen = 2025-04-18\ntext = '{text}'\n\n")
    };
    let english = ["Partners saw the new depot.", "Six dogs passed after some days."];
    let month = format!("{}{}", item("visit", english[0]), item("dogs", english[1]));
    let translated = |texts: [&str; 2]| {
        let entry = |id: &str, source: &str, text: &str| format!("[{id}.text]\nsource = '{source}'\ntext = '{text}'\n");
        format!("{}{}", entry("visit", english[0], texts[0]), entry("dogs", english[1], texts[1]))
    };
    let french = ["Des partenaires voient le nouveau dépôt.", "Six chiens réussissent après quelques jours."];
    let base = Memory::new()
        .with("office.toml", "[office]\nid = 'o'\nname = 'Office'\n")
        .with("2025-04/briefing.toml", month)
        .with("2025-04/briefing.fr.toml", translated(french));
    let told = |language: &str, texts: [&str; 2]| -> Vec<String> {
        let files = base.clone().with(&format!("2025-04/briefing.{language}.toml"), translated(texts));
        let found = check_folder(&files).into_parts().1;
        let found = found.iter().filter(|fault| fault.code.as_str() == "X0913");
        found.map(|fault| format!("{} {}", fault.place.as_ref().unwrap(), fault.message)).collect()
    };
    let copied = "2025-04/briefing.es.toml:3:8 this translation into `es` is word for word the one into `fr`, and so is 1 more text";
    assert_eq!(told("es", french), [copied]);
    assert_eq!(told("es", ["Los asociados vieron el nuevo depósito.", french[1]]).len(), 1);
    assert_eq!(told("es", ["Los asociados vieron el depósito.", "Seis perros aprobaron tras unos días."]), [""; 0]);
    let (arabic, russian) = ("زار الشركاء المستودع الجديد", "Шесть собак сдали экзамен.");
    let no_letter = "2025-04/briefing.ar.toml:3:8 the texts of this file have not one Arabic letter";
    assert_eq!(told("ar", french), [no_letter]);
    let one = "2025-04/briefing.ar.toml:6:8 the translation of `dogs.text` has not one Arabic letter";
    assert_eq!(told("ar", [arabic, french[1]]), [one]);
    assert_eq!(told("ar", [arabic, "UNOCT, WHO"]), [""; 0], "names may stay");
    assert_eq!(told("ru", ["Партнёры осмотрели новый склад.", russian]), [""; 0]);
}

/// An office whose texts are listed, with a file of French.
fn listed(office: &str, french: &str) -> Memory {
    folder().with("office.toml", office).with("office.fr.toml", french).with("2025-04/briefing.fr.toml", MONTH_FR)
}

#[test]
fn a_list_that_has_grown_keeps_its_translations() {
    const BOARD: &str = "\"The Office has {units.centre.board.members} members on a board.\"";
    let office = OFFICE.replace(BOARD, &format!("\"The Office moves.\", {BOARD}"));
    assert_ne!(office, OFFICE);
    let (briefing, faults) = edition(&listed(&office, OFFICE_FR), Language::Fr);
    insta::assert_snapshot!(faults, @r"
    warning[X0901]: `office.about.2` is translated under `office.about.1`
     --> office.fr.toml:2:1
       |
     2 | [office.about.1]
       | ^^^^^^^^^^^^^^^^
      = help: write `[office.about.2]` instead: it is printed there already

    1 warning
    ");
    let texts = texts(&briefing.unwrap());
    assert_eq!(texts[0], "[The Office moves.]{lang=en}");
    assert_eq!(texts[1], "Le Bureau compte {units.centre.board.members} membres au sein d’un conseil.");

    // A text that is gone takes its translation along, and none is printed in another's place.
    let both =
        format!("{OFFICE_FR}\n[office.about.2]\nsource = \"The Office moves.\"\ntext = \"Le Bureau déménage.\"\n");
    let (briefing, _) = edition(&listed(&OFFICE.replace(BOARD, "\"The Office moves.\""), &both), Language::Fr);
    assert_eq!(self::texts(&briefing.unwrap())[0], "Le Bureau déménage.");
}

#[test]
fn a_former_name_keeps_its_translation() {
    let office = OFFICE.replace(
        "name = \"Counter-Terrorism Centre\"",
        "name = \"Centre of Peace\"\nformerly = [{ name = \"Counter-Terrorism Centre\", until = \"2025-06\" }]",
    );
    assert_ne!(office, OFFICE);
    let (month, faults) =
        read_edition(&listed(&office, OFFICE_FR), "2025-04".parse().unwrap(), Language::Fr).into_parts();
    let unit = month.unwrap().office.data().units.iter().next().unwrap().clone();
    assert_eq!(unit.name.get(Language::Fr), None, "{faults}");
    assert_eq!(unit.formerly[0].name.get(Language::Fr), Some("Centre de lutte contre le terrorisme"));
}

#[test]
fn what_an_import_writes_of_several_texts_is_read() {
    let office = OFFICE.replace(
        "[mandate]",
        "[mandate]\nintro = [{ text = \"First intro.\", until = \"2025-01\" }, { text = \"Second intro.\", from = \"2025-02\" }]",
    );
    let disclaimer =
        "disclaimer = [{ text = \"Early.\", until = \"2025-01\" }, { text = \"Late.\", from = \"2025-02\" }]";
    let office = office.replace("about = [", &format!("{disclaimer}\nabout = ["));
    let entry = |key: &str, source: &str, text: &str| {
        format!("msgctxt \"office.toml {key}\"\nmsgid \"{source}\"\nmsgstr \"{text}\"\n\n")
    };
    let of_second =
        entry("office.disclaimer.2", "Late.", "Tard.") + &entry("mandate.intro.2", "Second intro.", "Seconde.");
    let of_first = entry("office.disclaimer", "Early.", "Tôt.") + &entry("mandate.intro", "First intro.", "Première.");
    let mut files = listed(&office, OFFICE_FR);
    for (po, wanted) in [(of_second, 2), (of_first, 4)] {
        let po = Po { name: "fr.po", bytes: po.as_bytes(), language: Some(Language::Fr) };
        let (import, faults) = plan_text_import(&files, "2025-04".parse().unwrap(), &po).into_parts();
        assert_eq!(faults.to_string(), "");
        for (path, text) in import.unwrap().files {
            files = files.with(path.as_str(), text);
        }
        let (_, faults) = edition(&files, Language::Fr);
        assert_eq!(faults, "");
        let texts = read_texts(&files, "2025-04".parse().unwrap(), &[Language::Fr]).into_parts().0.unwrap();
        let of_several = texts[0].texts.iter().filter(|text| {
            let is_of = |stem: &str| text.key.as_str().starts_with(stem);
            (is_of("office.disclaimer") || is_of("mandate.intro")) && text.state.text().is_some()
        });
        assert_eq!(of_several.count(), wanted);
    }
    // Somebody who counts from one is understood.
    let counted = format!("{OFFICE_FR}\n[office.disclaimer.1]\nsource = \"Early.\"\ntext = \"Tôt.\"\n");
    assert_eq!(edition(&listed(&office, &counted), Language::Fr).1, "");
}

#[test]
fn an_item_has_the_title_of_its_event_in_every_language() {
    let event = "\n[[event]]\nid = \"meeting\"\ntitle = { en = \"Boat Fair\", fr = \"Foire aux bateaux\" }\n";
    let titled = MONTH.replace("id = \"meeting\"", "id = \"meeting\"\ntitle = \"Boat Fair\"");
    let files = listed(&format!("{OFFICE}{event}"), OFFICE_FR).with("2025-04/briefing.toml", titled);
    let (briefing, _) = edition(&files, Language::Fr);
    let title = briefing.unwrap().leadership[0].title.clone().unwrap();
    assert_eq!((title.english(), title.get(Language::Fr)), ("Boat Fair", Some("Foire aux bateaux")));
}
