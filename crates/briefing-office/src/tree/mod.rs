//! A TOML file as a tree that knows where each of its values stands.
//!
//! A derived serde struct stops at its first fault, so files are walked by hand: a [`Table`] is asked for each key it may have, a
//! [`Value`] for the type it should have, faults go to a [`Log`], and a table that is [finished](Table::finish) reports the keys that
//! nobody asked for. A walker therefore reads like the description of the file.

mod escape;
mod slips;
mod spans;
mod table;
mod value;
mod written;

use std::cell::RefCell;
use std::ops::Range;

use briefing_model::{Fault, FieldPath};
use toml::de::DeTable;
use toml_parser::lexer::TokenKind;

pub(crate) use spans::{SettledSpans, Spans};
pub(crate) use table::{TomlTable, list_of, short};
pub(crate) use value::{TomlValue, within};
pub(crate) use written::{escaped, quoted};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan};
use crate::source::SourceFile;

/// How deep tables, lists and the parts of keys may nest.
pub(crate) const DEEPEST: usize = 16;

/// The faults found so far; shared, because many nodes of a tree report to it.
#[derive(Debug, Default)]
pub(crate) struct Log(RefCell<Diagnostics>);

impl Log {
    pub(crate) fn push(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push(diagnostic);
    }

    /// Reports a fault that the model found, at the place it has in the files, unless the very same was reported.
    pub(crate) fn push_found(&self, fault: Fault, place: impl FnMut(FieldPath) -> FileSpan) {
        if self.is_full(fault.code) {
            self.count(fault.code, 1);
        } else {
            self.push_once(fault.map_place(place));
        }
    }

    /// Reports a fault unless the very same was reported.
    pub(crate) fn push_once(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push_once(diagnostic);
    }

    /// Takes back the faults of a code in a file, which follow from another one.
    pub(crate) fn withdraw(&self, code: Code, file: &str) {
        self.0.borrow_mut().withdraw(code, file);
    }

    /// Gives other advice on a fault that was reported.
    pub(crate) fn advise(&self, code: Code, place: &FileSpan, hint: &str) {
        self.0.borrow_mut().advise(code, place, hint);
    }

    /// Whether a further fault of this code would only be counted: finding its place would be work for nothing, and a hostile file
    /// may have a million.
    pub(crate) fn is_full(&self, code: Code) -> bool {
        self.0.borrow().is_full(code)
    }

    /// Counts faults that are not reported one by one.
    pub(crate) fn count(&self, code: Code, more: usize) {
        self.0.borrow_mut().count(code, more);
    }

    /// Reports what was found before.
    pub(crate) fn append(&self, found: Diagnostics) {
        self.0.borrow_mut().append(found);
    }

    /// Reports what was found beside this, by another thread: the very same only once.
    pub(crate) fn absorb(&self, found: Diagnostics) {
        self.0.borrow_mut().absorb(found);
    }

    pub(crate) fn errors(&self) -> usize {
        self.0.borrow().errors()
    }

    pub(crate) fn into_diagnostics(self) -> Diagnostics {
        self.0.into_inner()
    }
}

/// The file being walked and where its faults go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) source: &'a SourceFile,
    pub(crate) log: &'a Log,
    pub(crate) spans: &'a Spans,
}

impl Context<'_> {
    /// Reports a fault at a stretch of the file.
    pub(crate) fn fault(self, code: Code, span: Range<usize>, message: impl Into<String>) {
        self.log.push(self.diagnostic(code, span, message));
    }

    pub(crate) fn diagnostic(self, code: Code, span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, self.location(span), message)
    }

    pub(crate) fn location(self, span: Range<usize>) -> FileSpan {
        self.source.location(span)
    }
}

/// A file that was walked, and where each value of it stands.
#[derive(Debug, Clone)]
pub(crate) struct SourceTree {
    pub(crate) source: SourceFile,
    pub(crate) spans: SettledSpans,
}

impl SourceTree {
    /// Where something stands; the file as a whole where no step leads to it.
    pub(crate) fn location(&self, path: &FieldPath) -> FileSpan {
        let span = self.spans.span(path);
        match path.stretch() {
            _ if span.is_empty() => FileSpan::whole_file(self.source.file()),
            Some(stretch) => self.source.location(within(&self.source, &span, stretch)),
            None => self.source.location(span),
        }
    }
}

/// Parses a file; `None`, with the faults in the log, when it is not TOML or nests too deeply.
pub(crate) fn parse<'a>(source: &'a SourceFile, log: &Log) -> Option<DeTable<'a>> {
    if let Some(span) = too_deep(source.text()) {
        let message = format!("nested more than {DEEPEST} steps deep here");
        log.push(Diagnostic::new(Code::TooDeep, source.location(span), message));
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(source.text());
    let slips = slips::find(source.text(), root.get_ref(), errors);
    if slips.is_empty() {
        return Some(root.into_inner());
    }
    for slip in slips {
        let slips::Slip { span, message, hint, .. } = slip;
        let fault = Diagnostic::new(Code::Syntax, source.location(span), message);
        log.push(match hint {
            Some(hint) => fault.with_hint(hint),
            None => fault,
        });
    }
    None
}

/// Where the file nests more than [`DEEPEST`] steps, counted on its tokens before any tree is built.
///
/// `toml` bounds lists within lists and the parts of one key, but not the two together, and a tree is torn down recursively.
fn too_deep(text: &str) -> Option<Range<usize>> {
    let (mut depth, mut parts) = (0_usize, 0_usize);
    for token in toml_parser::Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => (depth, parts) = (depth + 1, 0),
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                (depth, parts) = (depth.saturating_sub(1), 0);
            }
            TokenKind::Dot => parts += 1,
            TokenKind::Comma | TokenKind::Equals | TokenKind::Newline => parts = 0,
            _ => {}
        }
        if depth > DEEPEST || parts >= DEEPEST {
            let span = token.span();
            return Some(span.start()..span.end());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let source = SourceFile::decode("f.toml", text.as_bytes()).unwrap();
        let log = Log::default();
        parse(&source, &log);
        log.into_diagnostics().iter().map(|d| format!("{} {}", d.code, d.place.as_ref().unwrap())).collect()
    }

    #[test]
    fn several_syntax_errors_are_found_at_once() {
        assert_eq!(
            faults("a = \nb = 1\nc = [1 2]\nb = 2\n"),
            ["T0201 f.toml:1:5", "T0201 f.toml:3:6", "T0201 f.toml:4:1"]
        );
    }

    #[test]
    fn hostile_nesting_is_refused_before_it_is_built() {
        for unit in ["[", "{", "a=[", "a={b=", "[[", "a.", "\"a\".", "[a.", "[[a."] {
            let found = faults(&unit.repeat(100_000));
            assert!(found.len() == 1 && found[0].starts_with("T0212"), "{unit}: {found:?}");
        }
        let both = format!("a = {}1", "[{ a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = ".repeat(16));
        assert!(faults(&both)[0].starts_with("T0212"));
        let dots_in_texts = format!("a = \"{}\"\nb = [1.5, 2.5]\n# {}\n", ".[{".repeat(100), "[".repeat(100));
        assert!(faults(&dots_in_texts).is_empty());
    }
}
