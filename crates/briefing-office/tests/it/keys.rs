//! The table of keys is what the reader looks up: no key is missing from it, and none is made up.

use std::collections::BTreeSet;

use briefing_office::keys::{Form, Key, TableKeys, explain_key, folder_reference, month_tables, office_tables};
use briefing_office::{Memory, check_folder};

use crate::common::folder;

/// A key that nothing has.
const UNKNOWN: &str = "zz-unknown";

/// The keys from the top of a file down to a kind of table; none for the top itself.
fn way(from: &'static TableKeys, to: &'static TableKeys) -> Option<Vec<&'static Key>> {
    if std::ptr::eq(from, to) {
        return Some(Vec::new());
    }
    from.keys.iter().find_map(|key| {
        let rest = inner(&key.form).into_iter().find_map(|table| way(table, to))?;
        Some(std::iter::once(key).chain(rest).collect())
    })
}

fn inner(form: &'static Form) -> Vec<&'static TableKeys> {
    match form {
        Form::Table(table) | Form::Tables(table) => vec![table],
        Form::Either(forms) => forms.iter().flat_map(inner).collect(),
        _ => Vec::new(),
    }
}

/// A file with nothing in it but the way to a table and what stands there.
fn file(way: &[&'static Key], content: &str) -> String {
    let Some((first, rest)) = way.split_first() else { return content.replace(", ", "\n") };
    let mut value = format!("{{ {content} }}");
    for key in rest.iter().rev() {
        let value_of_key = if matches!(key.form, Form::Tables(_)) { format!("[{value}]") } else { value };
        value = format!("{{ {} = {value_of_key} }}", key.name);
    }
    if matches!(first.form, Form::Tables(_)) {
        value = format!("[{value}]");
    }
    format!("{} = {value}\n", first.name)
}

/// What the reader says of a file in place of the usual one.
fn said(name: &str, text: String) -> String {
    let files: Memory =
        if name == "office.toml" { folder().with(name, text) } else { folder().with("2025-04/briefing.toml", text) };
    check_folder(&files).diagnostics().to_string()
}

fn words_after<'t>(text: &'t str, start: &str) -> Option<BTreeSet<&'t str>> {
    let line = text.split_once(start)?.1.lines().next()?;
    Some(line.split('`').skip(1).step_by(2).collect())
}

fn every_table() -> Vec<(&'static str, Vec<&'static TableKeys>)> {
    vec![("office.toml", office_tables()), ("briefing.toml", month_tables())]
}

#[test]
fn the_reader_looks_up_the_keys_of_the_table_and_no_others() {
    for (name, tables) in every_table() {
        for table in &tables {
            let way = way(tables[0], table).unwrap();
            let kinds = table.keys.iter().find_map(|key| match key.form {
                Form::Words(words) if key.name == "kind" => Some(words),
                _ => None,
            });
            let mut asked = BTreeSet::new();
            for kind in kinds.unwrap_or(&[""]) {
                let kind = if kind.is_empty() { String::new() } else { format!("kind = \"{kind}\", ") };
                let text = said(name, file(&way, &format!("{kind}{UNKNOWN} = 1")));
                let keys = words_after(&text, "the keys here are ");
                let keys = keys.unwrap_or_else(|| panic!("{} is not read:\n{text}", table.path));
                let once: BTreeSet<&str> = keys.iter().copied().collect();
                assert_eq!(once.len(), keys.len(), "a key of {} is named twice: {keys:?}", table.path);
                asked.extend(keys.into_iter().map(str::to_owned));
            }
            let listed: BTreeSet<String> = table.keys.iter().map(|key| key.name.to_owned()).collect();
            assert_eq!(asked, listed, "`{}` in {name}", table.path);
        }
    }
}

#[test]
fn the_reader_knows_the_words_of_the_table_and_no_others() {
    let mut tried = 0;
    for (name, tables) in every_table() {
        for table in &tables {
            for key in table.keys {
                let (value, words) = match key.form {
                    Form::Words(words) => ("\"zz\"", words),
                    Form::List(Form::Words(words)) => ("[\"zz\"]", *words),
                    _ => continue,
                };
                let text = said(name, file(&way(tables[0], table).unwrap(), &format!("{} = {value}", key.name)));
                let known = words_after(&text, "`zz` is not one of ");
                let listed: BTreeSet<&str> = words.iter().copied().collect();
                assert_eq!(known, Some(listed), "`{}` of `{}`:\n{text}", key.name, table.path);
                tried += 1;
            }
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn every_key_is_explained() {
    for (_, tables) in every_table() {
        for table in &tables {
            let way: Vec<&str> = way(tables[0], table).unwrap().iter().map(|key| key.name).collect();
            for key in table.keys {
                let path = way.iter().copied().chain([key.name]).collect::<Vec<_>>().join(".");
                assert!(explain_key(&path).is_some_and(|text| text.contains(key.about)), "{path}");
            }
        }
    }
    insta::assert_snapshot!(explain_key("theme.accent").unwrap(), @r##"
    theme.accent: a key of office.toml

    The colour of bars, rules and the month's label.

    Form: colour
    By default: `#009EDB`

    Example:

        accent = "#009EDB"
    "##);
    insta::assert_snapshot!(explain_key("item").unwrap(), @r"
    item: a key of a month's briefing.toml

    What happened; one `[[item]]` for each event.

    Form: tables, one heading each
    Required.

    Example:

        [[item]]
    ");
}

/// Where the part of `docs/folder.md` begins that is made from the table of keys.
const MADE: &str =
    "<!-- Below: made from the table of keys; `FOLDER_REFERENCE=write cargo test -p briefing-office keys` -->\n";

#[test]
fn the_reference_of_the_folder_is_that_of_the_keys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/folder.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (written, made) = text.split_once(MADE).unwrap();
    if std::env::var_os("FOLDER_REFERENCE").is_some_and(|value| value == "write") {
        std::fs::write(path, format!("{written}{MADE}\n{}", folder_reference())).unwrap();
        return;
    }
    assert_eq!(made.trim(), folder_reference().trim(), "write it anew as its head says, and read the difference");
}

#[test]
fn every_form_of_a_schedule_that_the_reference_names_is_read() {
    let reference = include_str!("../../../../docs/folder.md");
    let row = reference.lines().find(|line| line.starts_with("| `schedule` |")).unwrap();
    let forms: Vec<&str> = row.split('|').nth(2).unwrap().split('`').skip(1).step_by(2).collect();
    assert!(forms.len() > 3, "{row}");
    for form in forms {
        let read = briefing_model::Schedule::parse(form, briefing_model::Currency::USD);
        assert!(read.is_ok(), "{form}: {read:?}");
    }
}
