//! `briefing tags`: the structure of a file as programs read it, as a tree.

use std::io::{self, Write};

use briefing::forms::TagTree;
use briefing::tagged_pdf::reader::{Child, Element, LinkDestination, LinkView, PdfFile};

use crate::arguments::TagsArguments;
use crate::pdf;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// How many characters of a text are shown.
const SHOWN: usize = 64;

/// Writes the structure tree of a file.
pub(crate) fn tags(arguments: &TagsArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let bytes = pdf::read(&arguments.file)?;
    let structure = PdfFile::open_signed(&bytes).and_then(|(file, _, _)| file.structure());
    let structure = structure.map_err(|error| pdf::refused(&arguments.file, error))?;
    if arguments.format.is_json() {
        streams.write_json(&TagTree::new(&structure))?;
    } else {
        write_element(&structure.root, 0, None, streams.out)?;
    }
    Ok(Status::Done)
}

/// Writes an element on one line, and its children below it. The reader limits how deep they are nested.
fn write_element(element: &Element, depth: usize, page: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{:indent$}{}", "", element.role, indent = 2 * depth)?;
    if let Some(own) = element.page.filter(|own| Some(*own) != page) {
        write!(out, " (page {own})")?;
    }
    for (what, value) in [
        ("scope", &element.scope),
        ("numbering", &element.numbering),
        ("language", &element.language),
        ("alt", &element.alt),
        ("read as", &element.actual_text),
        ("stands for", &element.expansion),
        ("summary", &element.summary),
        ("title", &element.title),
        ("id", &element.id),
    ] {
        if let Some(value) = value {
            write!(out, " [{what}: {}]", shortened(value.chars()))?;
        }
    }
    for (what, count) in [("columns", element.columns), ("rows", element.rows)] {
        if count > 1 {
            write!(out, " [{what}: {count}]")?;
        }
    }
    for child in &element.children {
        if let Child::Link(LinkView { destination, .. }) = child {
            match destination {
                LinkDestination::Uri(address) => write!(out, " [to {}]", shortened(address.chars()))?,
                LinkDestination::Page { number, .. } => write!(out, " [to page {number}]")?,
            }
        }
    }
    let words = words(element);
    if !words.is_empty() {
        write!(out, " “{words}”")?;
    }
    writeln!(out)?;
    for child in &element.children {
        if let Child::Element(child) = child {
            write_element(child, depth + 1, element.page.or(page), out)?;
        }
    }
    Ok(())
}

/// The start of the text in an element's own lines, including parts of lines; empty for mere groups.
fn words(element: &Element) -> String {
    if !element.children.iter().any(|child| matches!(child, Child::Content(_))) {
        return String::new();
    }
    // What is read as something else than what is drawn was set in pieces, such as a day above its month.
    let after = element.actual_text.is_some().then_some(' ');
    let in_line = element.children.iter().flat_map(|child| {
        let (own, inner) = match child {
            Child::Content(content) => (Some(content), None),
            Child::Element(inner) if inner.is_inline() => (None, Some(inner.contents())),
            Child::Element(_) | Child::Link(_) => (None, None),
        };
        own.into_iter().chain(inner.into_iter().flatten())
    });
    shortened(in_line.flat_map(|content| content.text.chars().chain(after)).filter(|c| *c != '\u{AD}'))
}

/// The start of a text on one line, with nothing in it that a terminal would act on.
fn shortened(text: impl Iterator<Item = char>) -> String {
    let mut shown = String::new();
    let mut text = text.map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c });
    shown.extend(text.by_ref().take(SHOWN));
    let more = text.next().is_some();
    shown.truncate(shown.trim_end().len());
    if more {
        shown.push('…');
    }
    shown
}
