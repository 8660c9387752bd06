//! Texts as TOML writes them.

/// A text on one line, in its quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// A text as it stands between quotation marks.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            _ if c.is_control() => escaped.push_str(&format!("\\u{:04X}", u32::from(c))),
            _ => escaped.push(c),
        }
    }
    escaped
}
