//! The elements of a drawing, each with its attributes, so that one can show another.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::{DAMAGED, DEEPEST, TOO_DEEP, unprintable};
use crate::picture::PictureError;

/// The most elements in a drawing.
const MOST_ELEMENTS: usize = 500_000;
/// The most bytes that a file's own abbreviations may stand for.
const MOST_EXPANDED: usize = 16 << 20;

/// All elements of SVG in a file; the outermost is the first.
#[derive(Debug, Default)]
pub(super) struct Tree {
    elements: Vec<Element>,
    ids: BTreeMap<String, usize>,
}

#[derive(Debug)]
pub(super) struct Element {
    /// Without a prefix.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<usize>,
}

impl Element {
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

impl Tree {
    pub(super) fn of(text: &str) -> Result<Self, PictureError> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        let mut tree = Self::default();
        let mut entities = Entities::default();
        let mut open: Vec<usize> = Vec::new();
        loop {
            let event = reader.read_event().map_err(|_| DAMAGED)?;
            match &event {
                Event::Start(start) | Event::Empty(start) => {
                    let empty = matches!(event, Event::Empty(_));
                    let name = name_of(start);
                    if tree.elements.is_empty() && name != Some("svg") {
                        return Err(PictureError::Damaged("the file does not begin with an SVG drawing"));
                    }
                    // What shows nothing, or is for other programs.
                    if matches!(name, None | Some("title" | "desc" | "metadata" | "style")) {
                        if !empty {
                            reader.read_to_end(start.to_end().name()).map_err(|_| DAMAGED)?;
                        }
                        continue;
                    }
                    let index =
                        tree.add(name.unwrap_or_default(), entities.attributes(start)?, open.last().copied())?;
                    if !empty {
                        open.push(index);
                    }
                    if open.len() > DEEPEST {
                        return Err(unprintable(TOO_DEEP));
                    }
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::DocType(doctype) => entities.read(doctype),
                Event::Eof => break,
                _ => {}
            }
        }
        if open.is_empty() && !tree.elements.is_empty() { Ok(tree) } else { Err(DAMAGED) }
    }

    fn add(
        &mut self,
        name: &str,
        attributes: Vec<(String, String)>,
        within: Option<usize>,
    ) -> Result<usize, PictureError> {
        let index = self.elements.len();
        if index >= MOST_ELEMENTS {
            return Err(unprintable("more parts than a drawing has"));
        }
        match within.and_then(|outer| self.elements.get_mut(outer)) {
            Some(outer) => outer.children.push(index),
            None if index > 0 => return Err(DAMAGED),
            None => {}
        }
        if let Some((_, id)) = attributes.iter().find(|(name, _)| name == "id") {
            self.ids.entry(id.clone()).or_insert(index);
        }
        self.elements.push(Element { name: name.to_owned(), attributes, children: Vec::new() });
        Ok(index)
    }

    pub(super) fn get(&self, index: usize) -> Result<&Element, PictureError> {
        self.elements.get(index).ok_or(DAMAGED)
    }

    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }
}

/// The name of an element of SVG; none for those of other vocabularies.
fn name_of<'n>(start: &'n BytesStart<'_>) -> Option<&'n str> {
    let name = start.name().into_inner();
    match name.split_once(':') {
        None => Some(name),
        Some(("svg", name)) => Some(name),
        Some(_) => None,
    }
}

/// What a file abbreviates; some programs write its colours so.
#[derive(Debug, Default)]
struct Entities {
    values: BTreeMap<String, String>,
    expanded: usize,
}

impl Entities {
    fn read(&mut self, doctype: &str) {
        for entity in doctype.split("<!ENTITY").skip(1) {
            let Some((name, rest)) = entity.trim_start().split_once(char::is_whitespace) else { continue };
            let rest = rest.trim_start();
            let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
            if let Some(value) = rest.split(quote).nth(1) {
                self.values.entry(name.to_owned()).or_insert_with(|| value.to_owned());
            }
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, PictureError> {
        let longest = self.values.values().map(String::len).max().unwrap_or(0);
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| DAMAGED)?;
            let name = attribute.key.into_inner().to_owned();
            let value = attribute.value.into_owned();
            self.expanded = self.expanded.saturating_add(longest.saturating_mul(value.matches('&').count()));
            if self.expanded > MOST_EXPANDED {
                return Err(unprintable("abbreviations that stand for too much"));
            }
            let known = |entity: &str| {
                self.values.get(entity).map(String::as_str).or_else(|| resolve_predefined_entity(entity))
            };
            let value = match unescape_with(&value, known) {
                Ok(value) => Cow::into_owned(value),
                // Names of vocabularies mean nothing here.
                Err(_) if name.starts_with("xmlns") => String::new(),
                Err(_) => {
                    return Err(PictureError::Damaged("the SVG drawing has an abbreviation that it does not explain"));
                }
            };
            attributes.push((name, value));
        }
        Ok(attributes)
    }
}
