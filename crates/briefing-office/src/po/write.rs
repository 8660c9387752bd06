//! PO files out.

use std::fmt::Write as _;

use briefing_model::Language;

/// What a file says of itself.
pub(crate) struct PoHeader<'a> {
    /// What it belongs to.
    pub(crate) project: &'a str,
    pub(crate) language: Language,
}

/// One text with its translation.
pub(crate) struct Message<'a> {
    /// What it is, for the translator.
    pub(crate) comment: &'a str,
    /// The file that its source is in.
    pub(crate) file: &'a str,
    pub(crate) context: &'a str,
    pub(crate) source: &'a str,
    /// Blank where there is none.
    pub(crate) text: &'a str,
    /// The source that the text was made from, where that is another.
    pub(crate) previous: Option<&'a str>,
}

/// The file. It holds no date, so that the same texts give the same bytes.
pub(crate) fn write<'a>(header: &PoHeader<'_>, messages: impl Iterator<Item = Message<'a>>) -> String {
    let mut po = format!(
        "# {}: texts in `{}`.\n\
         # Keep the marks: **strong**, *emphasis*, [text](https://…) with the same address, {{facts}} as they are.\n\
         msgid \"\"\nmsgstr \"\"\n\
         \"Project-Id-Version: {}\\n\"\n\
         \"Language: {}\\n\"\n\
         \"MIME-Version: 1.0\\n\"\n\
         \"Content-Type: text/plain; charset=UTF-8\\n\"\n\
         \"Content-Transfer-Encoding: 8bit\\n\"\n",
        header.project, header.language, header.project, header.language
    );
    for message in messages {
        // Writing to a string cannot fail.
        let _ = entry(&message, &mut po);
    }
    po
}

fn entry(message: &Message<'_>, po: &mut String) -> std::fmt::Result {
    writeln!(po, "\n#. {}\n#: {}", message.comment, message.file)?;
    if let Some(previous) = message.previous {
        writeln!(po, "#, fuzzy\n#| msgid {}", quoted(previous))?;
    }
    writeln!(po, "msgctxt {}", quoted(message.context))?;
    writeln!(po, "msgid {}\nmsgstr {}", quoted(message.source), quoted(message.text))
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
