//! Building lines of text from pieces, and converting them to plain words.

use briefing_model::Language;

use crate::{Inline, Inlines, Words};

/// A value that can become part of a line.
pub(crate) trait LinePart {
    /// Appends the value to a line.
    fn add_to(self, line: &mut Inlines);
}

impl LinePart for Words {
    fn add_to(self, line: &mut Inlines) {
        if self.is_empty() {
            return;
        }
        // Adjacent texts cannot be told apart, so they are merged.
        if let Some(Inline::Text(last)) = line.last_mut() {
            last.push(&self);
        } else {
            line.push(Inline::Text(self));
        }
    }
}

impl LinePart for &str {
    fn add_to(self, line: &mut Inlines) {
        Words::from(self).add_to(line);
    }
}

impl LinePart for String {
    fn add_to(self, line: &mut Inlines) {
        Words::from(self).add_to(line);
    }
}

impl LinePart for Inline {
    fn add_to(self, line: &mut Inlines) {
        match self {
            Self::Text(text) => text.add_to(line),
            inline => line.push(inline),
        }
    }
}

impl LinePart for Inlines {
    fn add_to(self, line: &mut Inlines) {
        for inline in self {
            inline.add_to(line);
        }
    }
}

/// Builds a line of text from its pieces: words, names, marks.
macro_rules! line {
    ($($piece:expr),* $(,)?) => {{
        let mut line = $crate::Inlines::new();
        $($crate::inline::LinePart::add_to($piece, &mut line);)*
        line
    }};
}
pub(crate) use line;

/// Words in bold.
pub(crate) fn strong(words: impl LinePart) -> Inline {
    let mut content = Inlines::new();
    words.add_to(&mut content);
    Inline::Strong(content)
}

/// Words in a language, marked with it if it is not the language around them.
pub(crate) fn in_language(words: impl LinePart, language: Language, around: Language) -> Inlines {
    if language == around {
        line![words]
    } else {
        vec![Inline::Foreign { language: language.into(), content: line![words] }]
    }
}

/// Appends the words of a line, without markup, to a text.
pub(crate) fn write_plain(line: &[Inline], text: &mut String) {
    for inline in line {
        match inline {
            Inline::Text(words) | Inline::Abbreviation { text: words, .. } => text.push_str(words),
            Inline::NoteReference { mark, .. } => text.push_str(mark),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. }
            | Inline::Foreign { content, .. } => write_plain(content, text),
        }
    }
}

/// The words of a line, without markup.
pub(crate) fn plain(line: &[Inline]) -> String {
    let mut text = String::new();
    write_plain(line, &mut text);
    text
}
