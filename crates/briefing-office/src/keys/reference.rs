//! The reference of the folder, for people.

use std::fmt::Write as _;

use super::{Key, TableKeys, month_tables, office_tables};

/// Every key of `office.toml` and of a month's `briefing.toml`, as Markdown.
///
/// ```
/// let text = briefing_office::keys::folder_reference();
/// assert!(text.contains("| `accent` |"));
/// ```
#[must_use]
pub fn folder_reference() -> String {
    let mut text = String::new();
    for (file, tables) in [("office.toml", office_tables()), ("2025-04/briefing.toml", month_tables())] {
        let _ = writeln!(text, "## `{file}`");
        for table in tables {
            write_table(&mut text, table);
        }
    }
    text
}

fn write_table(text: &mut String, table: &TableKeys) {
    if !table.path.is_empty() {
        let _ = write!(text, "\n### `{}`\n", table.path);
    }
    let _ =
        write!(text, "\n{}\n\n| key | form | meaning | by default | example |\n|---|---|---|---|---|\n", table.about);
    for key in table.keys {
        let default = match (key.required, key.default) {
            (true, _) => "**required**",
            (false, default) => default,
        };
        let example = key.example.replace('|', "\\|");
        let _ = writeln!(text, "| `{}` | {} | {} | {default} | `{example}` |", key.name, key.form, key.about);
    }
    text.push('\n');
}

/// What a key means, by its path: `theme.accent`, `item.when`; `None` if there is no such key.
///
/// ```
/// use briefing_office::keys::explain_key;
///
/// assert!(explain_key("theme.accent").unwrap().starts_with("theme.accent"));
/// assert!(explain_key("unit.host.city").unwrap().contains("The city."));
/// assert_eq!(explain_key("theme.colour"), None);
/// ```
#[must_use]
pub fn explain_key(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    let (file, key) = [("office.toml", office_tables()), ("a month's briefing.toml", month_tables())]
        .into_iter()
        .find_map(|(file, tables)| Some((file, find(tables.first()?, &parts)?)))?;
    let mut text = format!("{path}: a key of {file}\n\n{}\n\nForm: {}\n", key.about, key.form);
    text.push_str(match (key.required, key.default) {
        (true, _) => "Required.\n",
        (false, "") => "Optional.\n",
        (false, _) => "",
    });
    if !key.required && !key.default.is_empty() {
        let _ = writeln!(text, "By default: {}", key.default);
    }
    let example = if key.is_heading() { key.example.to_owned() } else { format!("{} = {}", key.name, key.example) };
    let _ = write!(text, "\nExample:\n\n    {example}\n");
    Some(text)
}

fn find(table: &'static TableKeys, path: &[&str]) -> Option<&'static Key> {
    let (first, rest) = path.split_first()?;
    let key = table.keys.iter().find(|key| key.name == *first)?;
    if rest.is_empty() {
        return Some(key);
    }
    key.form.tables().into_iter().find_map(|table| find(table, rest))
}
