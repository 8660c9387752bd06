//! The reference of the folder, for people.

use std::fmt::Write as _;

use briefing_model::FactKind;

use super::{Form, Key, TableKeys, ledger_columns, ledger_kinds, month_tables, office_tables};

/// Every key of `office.toml` and of a month's `briefing.toml`, every column of the ledger and every kind of its entries, as Markdown.
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
    write_ledger(&mut text);
    write_facts(&mut text);
    text
}

fn write_ledger(text: &mut String) {
    text.push_str("## The ledger\n\nThe ledger has one row for each entry. The first row names the columns, in any order; columns that you do not need can be left\nout. A row is never rewritten: a change is a new row.\n\n| column | form | meaning | example |\n|---|---|---|---|\n");
    for column in ledger_columns() {
        let _ = writeln!(text, "| `{}` | {} | {} | `{}` |", column.name, column.form, column.about, column.example);
    }
    for kind in ledger_kinds() {
        let _ = write!(text, "\n### `{}`\n\n{} {}:\n\n", kind.name, kind.about, kind.case);
        let mut rows = kind.rows.lines();
        let cells = |row: &str| format!("| {} |\n", row.split(',').collect::<Vec<_>>().join(" | "));
        let head = rows.next().unwrap_or_default();
        text.push_str(&cells(head));
        text.push_str(&format!("|{}\n", "---|".repeat(head.split(',').count())));
        rows.for_each(|row| text.push_str(&cells(row)));
    }
}

fn write_facts(text: &mut String) {
    text.push_str("\n## Facts in texts\n\nA text names a fact in braces, such as `{standing.partners}`, and the issue prints its value at the end of the month. `UNIT` and\n`BODY` stand for the id of a `[[unit]]` or `[[body]]`: `{units.uncct.name}`. A fact that is not known on that day is reported as an\nerror.\n\n| fact | meaning | printed as |\n|---|---|---|\n");
    for FactKind { name, about, example } in FactKind::ALL {
        let _ = writeln!(text, "| `{{{name}}}` | {about} | {example} |");
    }
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

/// What a key means, by its path: `theme.accent`, `item.when`; or a column of the ledger or a kind of its entries, `ledger.received`;
/// or a fact, `standing.share`, and with `facts` all of them; `None` if there is no such thing.
///
/// ```
/// use briefing_office::keys::explain_key;
///
/// assert!(explain_key("theme.accent").unwrap().starts_with("theme.accent"));
/// assert!(explain_key("unit.host.city").unwrap().contains("The city."));
/// assert!(explain_key("ledger.received").unwrap().contains("a column of the ledger"));
/// assert!(explain_key("{standing.share}").unwrap().contains("a share"));
/// assert_eq!(explain_key("theme.colour"), None);
/// ```
#[must_use]
pub fn explain_key(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    let column = match parts.as_slice() {
        ["ledger", column] => explain_column(column),
        _ => None,
    };
    let found = [explain_toml(path, &parts), column, explain_facts(path)];
    let found: Vec<String> = found.into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join("\n"))
}

/// What a fact says, by its name with or without braces; or all of them, for `facts`.
fn explain_facts(name: &str) -> Option<String> {
    let listed = |fact: &FactKind| format!("{{{}}}\n    {} For instance: {}\n", fact.name, fact.about, fact.example);
    if name == "facts" {
        let facts: String = FactKind::ALL.iter().map(listed).collect();
        return Some(format!("The facts that texts may use; UNIT and BODY stand for an id:\n\n{facts}"));
    }
    let name = name.trim_start_matches('{').trim_end_matches('}');
    let FactKind { name: _, about, example } = FactKind::of(name)?;
    Some(format!("{{{name}}}: a fact that texts may use\n\n{about}\n\nFor instance:\n\n    {example}\n"))
}

/// What a column of the ledger means, or a kind of its entries.
fn explain_column(name: &str) -> Option<String> {
    let mut text = String::new();
    if let Some(column) = ledger_columns().iter().find(|column| column.name == name) {
        let about = column.about.replace("**", "");
        let _ = write!(
            text,
            "ledger.{name}: a column of the ledger\n\n{about}\n\nForm: {}\n\nExample:\n\n    {}\n",
            column.form, column.example
        );
    }
    if let Some(kind) = ledger_kinds().iter().find(|kind| kind.name == name) {
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ =
            write!(text, "{gap}ledger.{name}: a kind of entries of the ledger\n\n{}\n\n{}:\n\n", kind.about, kind.case);
        kind.rows.lines().for_each(|row| text.push_str(&format!("    {row}\n")));
    }
    Some(text).filter(|text| !text.is_empty())
}

fn explain_toml(path: &str, parts: &[&str]) -> Option<String> {
    let (file, key) = find_in_files(parts)?;
    let mut text = format!("{path}: a key of {file}\n\n{}\n\nForm: {}\n", key.about, key.form);
    text.push_str(match (key.required, key.default) {
        (true, _) => "Required.\n",
        (false, "") => "Optional.\n",
        (false, _) => "",
    });
    if !key.required && !key.default.is_empty() {
        let _ = writeln!(text, "By default: {}", key.default);
    }
    let _ = write!(text, "\nExample:\n\n    {}\n", key.written());
    Some(text)
}

/// How a key is written, by the keys on the way to it: an example, and what it means.
pub(crate) fn how_to_write(way: &[String]) -> Option<String> {
    let parts: Vec<&str> = way.iter().map(String::as_str).collect();
    let (_, key) = find_in_files(&parts)?;
    let choice = match &key.form {
        Form::Words(words) => format!("one of {}. ", words.join(", ")),
        _ => String::new(),
    };
    // What more there is to say of it, such as where it is printed, is no help here.
    let about = key.about.split_once(". ").map_or(key.about, |(first, _)| first).trim_end_matches('.');
    Some(format!("for instance `{}`: {choice}{about}.", key.written()))
}

/// How a list of tables is written, by the keys on the way to it; nothing where something else stands there.
pub(crate) fn tables_to_write(way: &[String]) -> Option<String> {
    let parts: Vec<&str> = way.iter().map(String::as_str).collect();
    let (_, key) = find_in_files(&parts)?;
    matches!(key.form, Form::Tables(_)).then(|| format!("for instance `{}`", key.written()))
}

/// A key by the keys on the way to it, and the file that has it.
fn find_in_files(parts: &[&str]) -> Option<(&'static str, &'static Key)> {
    [("office.toml", office_tables()), ("a month's briefing.toml", month_tables())]
        .into_iter()
        .find_map(|(file, tables)| Some((file, find(tables.first()?, parts)?)))
}

fn find(table: &'static TableKeys, path: &[&str]) -> Option<&'static Key> {
    let (first, rest) = path.split_first()?;
    let key = table.keys.iter().find(|key| key.name == *first)?;
    if rest.is_empty() {
        return Some(key);
    }
    key.form.tables().into_iter().find_map(|table| find(table, rest))
}
