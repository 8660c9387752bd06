//! Keys as a file explains them: each with its meaning above it or beside it.

use std::fmt::Write as _;

use crate::keys::{Form, Key, TableKeys};

/// The longest line of an explanation, in characters.
const WIDTH: usize = 110;

/// Where the explanation beside a short line begins.
const BESIDE: usize = 52;

/// A value that a file has from the start: the key's name, and the value as TOML writes it.
pub(super) type Set<'a> = (&'a str, String);

/// A table with every key that it may have: those that are `set` in use, the others as examples behind a `#`.
///
/// Where the table is not in use, its heading stands behind a `#` as well.
pub(super) fn table(text: &mut String, table: &TableKeys, heading: &str, in_use: bool, set: &[Set<'_>]) {
    comment(text, table.about, "");
    let off = if in_use { "" } else { "#" };
    let _ = writeln!(text, "{off}{heading}");
    for key in table.keys {
        match &key.form {
            // What has headings of its own stands under these.
            Form::Tables(inner) if key.example.starts_with("[[") => {
                comment(text, key.about, "");
                self::table(text, inner, key.example, false, &[]);
            }
            _ => above(text, key, set),
        }
    }
}

/// A key with its meaning above it.
fn above(text: &mut String, key: &Key, set: &[Set<'_>]) {
    comment(text, &meaning(key), "");
    for inner in key.form.tables() {
        parts(text, inner, "  ");
    }
    match set.iter().find(|(name, _)| *name == key.name) {
        Some((name, value)) => {
            let _ = writeln!(text, "{name} = {value}");
        }
        None => {
            let _ = writeln!(text, "#{} = {}", key.name, key.example);
        }
    }
}

/// The keys of a table that stands on one line with its own key.
fn parts(text: &mut String, table: &TableKeys, indent: &str) {
    for key in table.keys {
        comment(text, &format!("`{}`: {}", key.name, meaning(key)), indent);
        for inner in key.form.tables() {
            parts(text, inner, &format!("{indent}  "));
        }
    }
}

/// A key on one line with its meaning, behind a `#` unless it has a value.
pub(super) fn beside(text: &mut String, key: &Key, value: Option<&str>) {
    let line = match value {
        Some(value) => format!("{} = {value}", key.name),
        None => format!("#{} = {}", key.name, key.example),
    };
    let inner: Vec<String> =
        key.form.tables().iter().flat_map(|table| table.keys).map(|key| format!("`{}`", key.name)).collect();
    let inner = if inner.is_empty() { String::new() } else { format!(" Its keys: {}.", inner.join(", ")) };
    let _ = writeln!(text, "{line:<BESIDE$} # {}{inner}", meaning(key));
}

/// What a key means, with what holds when it is left out.
fn meaning(key: &Key) -> String {
    let words = match &key.form {
        Form::Words(words) if words.len() > 1 => format!(" One of {}.", words.join(", ")),
        Form::List(Form::Words(words)) => format!(" Of {}.", words.join(", ")),
        _ => String::new(),
    };
    let usually = if key.default.is_empty() { String::new() } else { format!(" By default: {}.", key.default) };
    format!("{}{words}{usually}", key.about)
}

/// Words as lines of a comment.
pub(super) fn comment(text: &mut String, words: &str, indent: &str) {
    let mut line = format!("# {indent}");
    let start = line.chars().count();
    for word in words.split_whitespace() {
        let length = line.chars().count();
        if length > start && length + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            line = format!("# {indent}");
        }
        if line.chars().count() > start {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{line}");
}
