//! Texts that go out to translators' tools as PO files and come back.

use crate::common::translated::{MONTH_FR, OFFICE_FR};
use crate::common::{MONTH, OFFICE, folder};
use briefing_model::{Language, Month, RichText};
use briefing_office::{Memory, MonthTexts, Po, TextImport, plan_text_import, read_texts};
use proptest::prelude::*;

fn month() -> Month {
    "2025-04".parse().unwrap()
}

fn texts(files: &Memory) -> MonthTexts {
    let (texts, faults) = read_texts(files, month(), &[Language::Fr]).into_parts();
    texts.unwrap_or_else(|| panic!("{faults}")).remove(0)
}

fn import(files: &Memory, po: &str) -> (Option<TextImport>, String) {
    let po = Po { name: "fr.po", bytes: po.as_bytes(), language: None };
    let (import, faults) = plan_text_import(files, month(), &po).into_parts();
    (import, faults.to_string())
}

fn sound(files: &Memory, po: &str) -> TextImport {
    let (import, faults) = import(files, po);
    import.unwrap_or_else(|| panic!("{faults}"))
}

/// The folder with what an import writes.
fn written(mut files: Memory, import: &TextImport) -> Memory {
    for (path, text) in &import.files {
        files = files.with(path.as_str(), text);
    }
    files
}

/// A folder whose French texts are these, at the keys that the file of the month has.
fn french(month: &str) -> Memory {
    folder().with("office.fr.toml", OFFICE_FR).with("2025-04/briefing.fr.toml", month)
}

#[test]
fn an_export_has_every_text_that_is_printed_or_translated() {
    let month = MONTH_FR.replace("source = \"A globe\"", "source = \"The \\\"globe\\\"\"");
    insta::assert_snapshot!(texts(&french(month.split("[meeting.caption]").next().unwrap())).to_po());
}

/// The office, as it would be if it did not print the items of its units.
fn without_units() -> String {
    OFFICE.replace(", \"capacity-building\"]", "]")
}

#[test]
fn what_an_export_says_is_there_already() {
    let files = french(MONTH_FR);
    let import = sound(&files, &texts(&files).to_po());
    assert_eq!(
        (import.changed, import.files.len(), import.blank),
        (0, 0, 3),
        "the acronym, the unit's name and the city have none"
    );
}

#[test]
fn an_import_makes_files_that_read_as_the_po_file_says() {
    let po = texts(&french(MONTH_FR)).to_po();
    let import = sound(&folder(), &po);
    assert_eq!((import.language, import.changed, import.out_of_date), (Language::Fr, 7, 0));
    insta::assert_snapshot!(import.files.iter().map(|(path, text)| format!("=== {path}\n{text}")).collect::<String>());
    assert_eq!(texts(&written(folder(), &import)), texts(&french(MONTH_FR)));
}

#[test]
fn an_import_keeps_the_head_of_a_file_and_what_it_does_not_touch() {
    let files = french(MONTH_FR);
    let po = texts(&files).to_po().replace("Le Bureau compte", "Le Bureau a");
    let import = sound(&files, &po);
    let (path, text) = &import.files[0];
    assert_eq!((path.as_str(), import.files.len()), ("office.fr.toml", 1));
    assert!(text.starts_with("# Written by a translator.\n[office.about.1]\n"), "{text}");
    assert!(text.contains("Centre de lutte"));
}

#[test]
fn what_is_out_of_date_goes_out_as_fuzzy_and_comes_back_as_such() {
    let files = french(&MONTH_FR.replace("source = \"A globe\"", "source = \"The globe\""));
    let po = texts(&files).to_po();
    assert!(po.contains("#, fuzzy\n#| msgid \"The globe\"\nmsgctxt \"2025-04/briefing.toml meeting.alt\"\n"), "{po}");
    assert_eq!(texts(&written(folder(), &sound(&folder(), &po))), texts(&files));

    // The translator has seen to it.
    let done = po.replace("#, fuzzy\n#| msgid \"The globe\"\n", "");
    assert_eq!(texts(&written(files.clone(), &sound(&files, &done))), texts(&french(MONTH_FR)));

    // A guess of a tool is not a translation.
    let guessed = texts(&french(MONTH_FR)).to_po().replace("#: office.toml", "#: office.toml\n#, fuzzy");
    assert_eq!(sound(&folder(), &guessed).uncertain, 2);
}

#[test]
fn a_source_that_changed_while_the_translators_worked_is_out_of_date() {
    let po = texts(&french(MONTH_FR)).to_po();
    let now = folder().with("2025-04/briefing.toml", MONTH.replace("A course was", "Two courses were"));
    let import = sound(&now, &po);
    assert_eq!((import.changed, import.out_of_date), (7, 1));
    assert_eq!(texts(&written(now.clone(), &import)).out_of_date().count(), 1);
    let now = now.with("office.toml", without_units());
    assert_eq!(texts(&written(now, &import)).out_of_date().count(), 0, "the course is not printed");
}

#[test]
fn what_tools_do_to_a_file_makes_no_difference() {
    let files = french(MONTH_FR);
    let po = texts(&files).to_po();
    let wrapped = po.replace("msgstr \"Le Bureau ", "msgstr \"\"\n\"Le \"\n  \"Bureau ").replace('\n', "\r\n");
    assert!(wrapped.contains("\"Le \"\r\n"));
    let obsolete = "\r\n#~ msgid \"gone\"\r\n#~ msgstr \"parti\"\r\n";
    let import = sound(&files, &format!("\u{feff}{wrapped}{obsolete}"));
    assert_eq!(import.changed, 0);
}

#[test]
fn the_flag_of_an_obsolete_entry_ends_with_it() {
    let files = french(MONTH_FR);
    let po = texts(&files).to_po();
    let entry = "msgctxt \"2025-04/briefing.toml meeting.alt\"";
    for obsolete in
        ["#, fuzzy\n#~| msgid \"c\"\n#~ msgid \"c\"\n#~ msgstr \"c\"\n", "#, fuzzy\n#| msgid \"c\"\n#~ msgid \"c\"\n"]
    {
        let import = sound(&folder(), &po.replace(entry, &format!("{obsolete}\n{entry}")));
        assert_eq!((import.changed, import.uncertain, import.out_of_date), (7, 0, 0), "{obsolete}");
    }
}

#[test]
fn an_import_leaves_comments_and_layout_as_they_are() {
    let month = "# Head.

[meeting.alt]
source = \"A globe\"
text = \"Un globe\"   # final

# Reviewed 3 May: keep « réuni ».
[meeting]
text.source = 'The Office **met** in [Madrid](https://www.example.org).'
text.text = '''Le Bureau **s’est réuni** à [Madrid](https://www.example.org).'''

# End of April.
";
    let files = folder().with("office.fr.toml", OFFICE_FR).with("2025-04/briefing.fr.toml", month);
    let po = texts(&french(MONTH_FR)).to_po().replace("Un globe", "Une sphère");
    let import = sound(&files, &po);
    let [(_, text)] = &import.files[..] else { panic!("{:?}", import.files) };
    let wanted = month.replace("Un globe", "Une sphère");
    assert!(text.starts_with(&wanted), "{text}");
    let rest = text.strip_prefix(&wanted).unwrap();
    assert!(rest.starts_with("\n[meeting.caption]\nsource = "), "{text}");
    let all = texts(&written(files.clone(), &import));
    assert_eq!(sound(&written(files, &import), &all.to_po()).changed, 0);

    // Where an entry cannot be put in, the file is written anew and says the same.
    let inline = "meeting = { alt = { source = \"A globe\", text = \"Un globe\" } }\n";
    let files = folder().with("office.fr.toml", OFFICE_FR).with("2025-04/briefing.fr.toml", inline);
    let import = sound(&files, &po);
    assert_eq!(texts(&written(files.clone(), &import)), texts(&written(folder(), &sound(&folder(), &po))));
}

#[test]
fn other_figures_html_and_english_are_warned_of_at_their_lines() {
    let files = folder()
        .with("2025-04/briefing.toml", MONTH.replace("A course was held.", "120 parliamentarians met on 3 May."));
    let entry = |text: &str| {
        format!(
            "msgctxt \"2025-04/briefing.toml course.text\"\nmsgid \"120 parliamentarians met on 3 May.\"\nmsgstr \"{text}\"\n"
        )
    };
    let said = |text: &str| {
        let po = Po { name: "fr.po", bytes: entry(text).into_bytes().leak(), language: Some(Language::Fr) };
        let (import, faults) = plan_text_import(&files, month(), &po).into_parts();
        assert!(import.is_some(), "{faults}");
        faults.to_string()
    };
    let other = said("1 200 parlementaires se sont réunis le 3 mai.");
    assert!(other.contains("`1 200` instead of `120`") && other.contains("--> fr.po:3:9\n"), "{other}");
    let html = said("120 <b>parlementaires</b>, le 3 mai.");
    assert!(html.starts_with("warning[X0911]: `<b>` is HTML") && html.contains("--> fr.po:3:13\n"), "{html}");
    let english = said("120 parliamentarians met on 3 May.");
    assert!(english.starts_with("warning[X0912]") && english.contains("--> fr.po:3:1\n"), "{english}");
    assert_eq!(said("120 parlementaires se sont réunis le 3 mai."), "");
}

#[test]
fn texts_travel_as_xliff_too() {
    let files = french(&MONTH_FR.replace("source = \"A globe\"", "source = \"The globe\""));
    let xliff = texts(&files).to_xliff();
    insta::assert_snapshot!(xliff);
    let import = sound(&folder(), &xliff);
    assert_eq!((import.language, import.changed, import.out_of_date, import.blank), (Language::Fr, 7, 1, 3));
    assert_eq!(texts(&written(folder(), &import)), texts(&files));
    // A tool that leaves states as they are: a text that is another one was seen to, and the same one may not have been.
    assert_eq!(sound(&files, &xliff).out_of_date, 1);
    let edited = xliff.replace(">Un globe</target>", ">Le globe</target>");
    assert_ne!(edited, xliff);
    assert_eq!(sound(&files, &edited).out_of_date, 0);
    // The translator has seen to it, in a tool that parts a text and keeps facts out of reach.
    let done = xliff
        .replace("\"initial\"", "\"reviewed\"")
        .replace("<target xml:space=\"preserve\">Un globe</target>", "<target>Un <mrk id=\"1\">globe</mrk></target>")
        .replace(
            "{units.centre.board.members} membres",
            "<ph id=\"1\" equiv=\"{units.centre.board.members}\"/> membres",
        );
    assert_eq!(texts(&written(files.clone(), &sound(&files, &done))), texts(&french(MONTH_FR)));

    let (_, faults) = import_any(
        &folder(),
        &xliff.replace("à [Madrid](https://www.example.org)", "à [Madrid](https://www.example.com)"),
    );
    assert!(faults.contains("X0903"), "{faults}");
    let (_, faults) = import_any(&folder(), &xliff.replace("version=\"2.1\"", "version=\"1.2\""));
    assert!(faults.contains("XLIFF `1.2`"), "{faults}");
    let (_, faults) = import_any(&folder(), xliff.rsplit_once("<unit").unwrap().0);
    assert!(faults.contains("X0908"), "{faults}");
    insta::assert_snapshot!(texts(&files).to_tmx());
}

#[test]
fn what_xliff_tools_make_of_a_text_is_put_together_again() {
    let files = folder();
    let unit = |content: &str| {
        format!(
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"fr\">\
             <file id=\"f\" original=\"office.toml\"><unit id=\"u\" name=\"office.about.1\">{content}</unit></file></xliff>"
        )
    };
    let source =
        texts(&files).to_po().split("msgctxt \"office.toml office.about.1\"\nmsgid \"").nth(1).unwrap().to_owned();
    let source = source.split("\"\n").next().unwrap().to_owned();
    // The source has a fact, which its translation has to keep.
    let whole = |target: &str| {
        format!(
            "<segment state=\"final\"><source>{source}</source>\
             <target>{target} {{units.centre.board.members}}</target></segment>"
        )
    };
    let taken = |content: &str| {
        let import = import_any(&files, &unit(content));
        let text = import.0.map(|import| import.files.iter().map(|(_, text)| text.clone()).collect::<String>());
        format!("{}{}", text.unwrap_or_default(), import.1)
    };
    let codes = "<originalData><data id=\"d1\">*</data></originalData>";
    let pair =
        taken(&format!("{codes}{}", whole("Le <pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\">petit</pc> Bureau.")));
    assert!(pair.contains("Le *petit* Bureau."), "{pair}");
    let pair = taken(&whole("Le <pc id=\"1\" equivStart=\"*\" equivEnd=\"*\">petit</pc> Bureau."));
    assert!(pair.contains("Le *petit* Bureau."), "{pair}");
    let apart =
        taken(&format!("{codes}{}", whole("Le <sc id=\"1\" dataRef=\"d1\"/>petit<ec dataRef=\"d1\"/> Bureau.")));
    assert!(apart.contains("Le *petit* Bureau."), "{apart}");
    // What a memory offers is not part of the text.
    for offered in [
        "<m:matches xmlns:m=\"urn:oasis:names:tc:xliff:matches:2.0\"><m:match ref=\"#s\"><source>old</source>\
         <target>OLD</target></m:match></m:matches>",
        "<matches xmlns=\"urn:oasis:names:tc:xliff:matches:2.0\"><match ref=\"#s\"><source>old</source>\
         <target>OLD</target></match></matches>",
    ] {
        let said = taken(&format!("{offered}{}", whole("Le Bureau.")));
        assert!(said.contains("text = \"Le Bureau.") && !said.contains("OLD"), "{said}");
    }
    for (target, fault) in [
        ("Le Bureau.</target><target>Un Bureau.", "has a second translation"),
        ("Le <ph id=\"1\"/> Bureau.", "does not say what it stands for"),
        ("Le <pc id=\"1\">petit</pc> Bureau.", "does not say what it stands for"),
        ("Le Bureau&nbsp;!", "`&nbsp;` is not a character that XML knows"),
    ] {
        let said = taken(&whole(target));
        assert!(said.contains("error[X0908]") && said.contains(fault), "{target}: {said}");
    }
    let (first, rest) = source.split_once(' ').unwrap();
    let parts = |last: &str| {
        format!(
            "<segment state=\"final\"><source>{first}</source><target>Un.</target></segment><ignorable><source> </source></ignorable>\
             <segment state=\"final\"><source>{rest}</source>{last}</segment>"
        )
    };
    let said = taken(&parts("<target>Deux. {units.centre.board.members}</target>"));
    assert!(said.contains("Un. Deux."), "{said}");
    let said = taken(&parts(""));
    assert!(said.contains("a part of this text is translated and another is not"), "{said}");
    let none = taken(&parts("").replace("<target>Un.</target>", ""));
    assert!(!none.contains("error"), "{none}");
}

fn import_any(files: &Memory, text: &str) -> (Option<TextImport>, String) {
    let po = Po { name: "fr.xlf", bytes: text.as_bytes(), language: Some(Language::Fr) };
    let (import, faults) = plan_text_import(files, month(), &po).into_parts();
    (import, faults.to_string())
}

#[test]
fn faults_of_a_po_file_are_told_at_once_with_their_lines() {
    let po = texts(&french(MONTH_FR)).to_po();
    let broken = po
        .replace("msgctxt \"office.toml office.about.1\"", "msgctxt \"office.toml office.abuot.1\"")
        .replace("](https://www.example.org).\"\n\n", "](https://www.example.com).\"\n\n")
        .replace("msgstr \"Un globe\"", "msgstr \"Un globe")
        .replace("msgstr \"Le *globe*\"", "msgstr \"\"\n\"Le \\\"petit\\\" \"\n\"*globe\"");
    let (value, faults) =
        import(&folder(), &format!("{broken}\nmsgid \"x\"\nmsgstr \"y\"\n\nmsgstr[0] \"z\"\nhello\n"));
    assert!(value.is_none());
    insta::assert_snapshot!(faults);

    let (_, faults) = import(&folder(), &po.replace("Language: fr", "Language: de_AT").replace("UTF-8", "ISO-8859-1"));
    insta::assert_snapshot!(faults);
    let (_, faults) = import(&folder(), "msgid \"\"\nmsgstr \"\"\n");
    assert!(faults.contains("X0909"), "{faults}");
    let asked = Po { name: "ru.po", bytes: po.as_bytes(), language: Some(Language::Ru) };
    assert!(plan_text_import(&folder(), month(), &asked).diagnostics().to_string().contains("is in `fr`, not in `ru`"));
}

#[test]
fn a_folder_with_faulty_translations_takes_nothing_over() {
    let files = french(&MONTH_FR.replace("text = \"Un globe\"", "text = \" \""));
    let (value, faults) = import(&files, &texts(&french(MONTH_FR)).to_po());
    assert!(value.is_none() && faults.contains("X0902"), "nobody's text is lost: {faults}");
}

#[test]
fn a_leftover_translation_is_warned_of_and_stays_in_its_file() {
    let files = french(&MONTH_FR.replace("[course.text]", "[corse.text]"));
    let po = texts(&french(MONTH_FR)).to_po().replace("Un globe", "Une sphère");
    let (import, faults) = import(&files, &po);
    assert!(faults.starts_with("warning[X0901]"), "{faults}");
    let import = import.unwrap();
    assert!(import.files[0].1.contains("[corse.text]") && import.files[0].1.contains("Une sphère"));
}

/// A text with markup, of whatever characters a translator may type.
fn words() -> impl Strategy<Value = String> {
    let word = "[ -~«»éШ中ع\u{a0}\u{202f}\u{2019}]{1,12}".prop_filter_map("a word", |text| {
        let text = RichText::from_plain(&text).ok()?;
        (!text.is_blank() && text.plain().trim() == text.plain()).then(|| text.to_string())
    });
    prop::collection::vec((word, 0..4_u8), 1..40).prop_map(|words| {
        let marked = words.into_iter().map(|(word, mark)| match mark {
            0 => format!("**{word}**"),
            1 => format!("*{word}*"),
            2 => format!("[{word}]{{lang=en}}"),
            _ => word,
        });
        marked.collect::<Vec<_>>().join(" ")
    })
}

/// The literal of a TOML string.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn out_and_back_again_is_the_same(text in words(), alt in "[!-~é]{1,20}( [!-~中]{1,30}){0,12}", earlier in words()) {
        let month = format!(
            "[meeting.alt]\nsource = {}\ntext = {}\n\n[course.text]\nsource = \"A course was held.\"\ntext = {}\n",
            literal(&earlier.replace('\\', "")), literal(&alt), literal(&text),
        );
        let files = french(&month);
        let before = texts(&files);
        let import = sound(&folder(), &before.to_po());
        prop_assert_eq!(texts(&written(folder(), &import)), before.clone());
        prop_assert_eq!(texts(&written(folder(), &import)).to_po(), before.to_po());
        let import = sound(&folder(), &before.to_xliff());
        prop_assert_eq!(texts(&written(folder(), &import)), before);
    }

    #[test]
    fn no_po_file_makes_it_panic(lines in prop::collection::vec(
        "(msgctxt|msgid|msgstr|#,|#\\||#~|#) ?(\"[a-z\\\\\"é]{0,8}\"?|fuzzy|\"office.toml office.about.1\"|\"Language: fr\\\\n\"){0,2}", 0..12,
    )) {
        let (value, faults) = import(&folder(), &lines.join("\n"));
        prop_assert_eq!(value.is_some(), !faults.contains("error"));
    }
}

#[test]
fn an_office_that_names_itself_leaves_nothing_of_that_to_translators() {
    let keys: Vec<String> = texts(&folder()).texts.iter().map(|text| text.key.to_string()).collect();
    assert!(OFFICE.contains("fr = \"Bureau de lutte contre le terrorisme\""));
    let of_the_course = ["unit.projects.name", "course.text"];
    assert!(of_the_course.iter().all(|key| keys.iter().any(|known| known == key)), "{keys:?}");
    let files = folder().with("office.toml", without_units());
    let keys: Vec<String> = texts(&files).texts.iter().map(|text| text.key.to_string()).collect();
    assert_eq!(
        keys,
        [
            "office.acronym",
            "office.about.1",
            "meeting.city",
            "meeting.text",
            "meeting.alt",
            "meeting.caption",
            "meeting.credit"
        ],
        "the course is not printed"
    );
}
