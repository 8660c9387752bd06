//! What an office calls its issues and sections, and its emblem.

use briefing_model::{Language, SectionKind};
use briefing_office::{Memory, check_folder, read_edition};

use crate::common::{OFFICE, folder, png};

const MONTH: &str = "2025-04";

/// The office of the tests with more in its file, and an emblem.
fn with(more: &str) -> Memory {
    folder().with("office.toml", format!("{OFFICE}\n{more}")).with("emblem.png", png(300, 300))
}

fn faults(more: &str) -> String {
    let (_, found) = check_folder(&with(more)).into_parts();
    let (_, of_render) = read_edition(&with(more), MONTH.parse().unwrap(), Language::En).into_parts();
    assert_eq!(found.errors(), of_render.errors(), "{found}\n{of_render}");
    found.iter().map(ToString::to_string).filter(|fault| fault.contains("office.toml")).collect::<Vec<_>>().join("\n")
}

#[test]
fn titles_and_emblem_reach_the_briefing_with_their_translations() {
    let more = "[titles]\nbriefing = { en = 'Harbour Letter', fr = 'Lettre du port' }\nleadership = 'The Director'\n\
                highlights = 'Not printed'\n[emblem]\nfile = 'emblem.png'\nalt = 'A lighthouse'\n";
    let french = "[titles.leadership]\nsource = 'The Director'\ntext = 'La Directrice'\n\
                  [emblem.alt]\nsource = 'A lighthouse'\ntext = 'Un phare'\n";
    let files = with(more).with("office.fr.toml", french);
    let (month, found) = read_edition(&files, MONTH.parse().unwrap(), Language::Fr).into_parts();
    let month = month.unwrap_or_else(|| panic!("{found}"));
    let titles = &month.briefing.titles;
    assert_eq!(titles.briefing.as_ref().unwrap().get(Language::Fr), Some("Lettre du port"));
    assert_eq!(titles.sections[&SectionKind::Leadership].get(Language::Fr), Some("La Directrice"));
    assert!(!titles.sections.contains_key(&SectionKind::Highlights), "that section is not printed");
    let emblem = month.briefing.emblem.as_ref().unwrap();
    assert_eq!((emblem.file.as_str(), emblem.alt.as_str(), emblem.alt_language), ("emblem.png", "Un phare", None));
    assert!(month.assets.get(&emblem.digest).is_some(), "its bytes come with the month");

    let (month, _) = read_edition(&files, MONTH.parse().unwrap(), Language::Es).into_parts();
    assert_eq!(month.unwrap().briefing.emblem.unwrap().alt_language, Some(Language::En));
}

#[test]
fn slips_in_titles_and_emblem_are_named() {
    insta::assert_snapshot!(faults("[titles]\nleaders = 'The Director'\n"), @r"
    error[T0202]: `leaders` has no meaning here
     --> office.toml:67:1
        |
     67 | leaders = 'The Director'
        | ^^^^^^^
      = help: the keys here are `briefing`, `glance`, `about`, `mandate`, `leadership`, `highlights`, `capacity-building`, `structure`, `recent-pledges`, `contributors`, `strategy`
    ");
    let long = format!("[titles]\nleadership = {{ en = 'Short', fr = '{}' }}\n", "long ".repeat(13));
    insta::assert_snapshot!(faults(&long), @r"
    error[M0161]: the title has 64 characters in `fr`, and a line has room for 60
     --> office.toml:67:14
        |
     67 | leadership = { en = 'Short', fr = 'long long long long long long long long long long long long long …
        |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: shorten the title
    ");
    insta::assert_snapshot!(faults("[emblem]\nfile = 'emblm.png'\nalt = 'A lighthouse'\n"), @r"
    error[P0401]: there is no picture `emblm.png`
     --> office.toml:67:8
        |
     67 | file = 'emblm.png'
        |        ^^^^^^^^^^^
      = help: did you mean `emblem.png`?
    ");
    insta::assert_snapshot!(faults("[emblem]\nfile = 'emblem.png'\ncaption = 'Ours'\n"), @r#"
    error[P0405]: the picture has no alternative text: add `alt = "…"`, which says what it shows
     --> office.toml:66:1
        |
     66 | [emblem]
        | ^^^^^^^^
      = help: say in a sentence what the picture shows

    error[T0202]: `caption` has no meaning here
     --> office.toml:68:1
        |
     68 | caption = 'Ours'
        | ^^^^^^^
      = help: the keys here are `file`, `alt`
    "#);
    insta::assert_snapshot!(faults("[emblem]\nfile = '../emblem.png'\nalt = 'A lighthouse'\n"), @r"
    error[P0404]: `..` leads out of the office folder
     --> office.toml:67:8
        |
     67 | file = '../emblem.png'
        |        ^^^^^^^^^^^^^^^
    ");
    insta::assert_snapshot!(faults("[emblem]\nfile = 'office.toml'\nalt = 'A lighthouse'\n"), @r"
    error[P0403]: the file is not a picture of a known kind
     --> office.toml:67:8
        |
     67 | file = 'office.toml'
        |        ^^^^^^^^^^^^^
      = help: save the picture as JPEG, or as PNG if it is a drawing
    ");
    insta::assert_snapshot!(faults("emblem = 'emblem.png'\n"), @r"
    error[T0202]: `emblem` has no meaning here
     --> office.toml:66:1
        |
     66 | emblem = 'emblem.png'
        | ^^^^^^
      = help: put it at the top of the file, above the first heading in brackets
    ");
}
