//! Checking that the pages show what the document says: every character once, in reading order, as a glyph.

use briefing_document::{Block, Child, Document, ListMarks, NodeId, Section, SlotId, Tag, TagTree, Words};
use briefing_model::Origin;

use crate::page::{Mark, PagedDocument, Role};
use crate::text::{Run, is_invisible};

/// The number of characters shown before and after a fault.
const SHOWN: usize = 24;

/// A place where the pages differ from the document.
///
/// ```
/// use briefing_layout::TextFault;
///
/// let (said, read) = ("A launch.".to_owned(), "A lunch.".to_owned());
/// let fault = TextFault { place: "votan".to_owned(), origin: Default::default(), said, read };
/// assert_eq!(fault.to_string(), "in `votan`, the document says `A launch.`, and the pages `A lunch.`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("in `{place}`, the document says `{said}`, and the pages `{read}`")]
pub struct TextFault {
    /// The id of the item, or the name of the section; `title` before the first.
    pub place: String,
    /// Where the text was written, as far as the document knows.
    pub origin: Origin,
    /// The text of the document from shortly before the fault, without white space.
    pub said: String,
    /// The text of the pages at the same place.
    pub read: String,
}

/// Compares the pages with the document: each character of the document must be drawn by a glyph, once, at its place in the reading order,
/// and nothing else may be. White space, hyphens at line ends and the marks of list items are left to the layout.
///
/// ```
/// # use briefing_document::{Block, Document, DocumentInfo, Inline, Running, Section, SectionRole, Style, Title};
/// # use briefing_model::{Language, Theme};
/// use std::sync::Arc;
///
/// use briefing_layout::text::FontBook;
/// use briefing_layout::{audit, layout};
///
/// # let theme = Theme::default();
/// # let mut document = Document {
/// #     language: Language::En,
/// #     about: DocumentInfo {
/// #         title: "Monthly Briefing".to_owned(),
/// #         author: "The Office".to_owned(),
/// #         subject: "April".to_owned(),
/// #         issued: "2025-05-06".parse()?,
/// #     },
/// #     running: Running::default(),
/// #     style: Style::from(&theme),
/// #     title: Title { kicker: "The Office".into(), text: "Monthly Briefing".into(), period: Vec::new(), emblem: None },
/// #     sections: vec![Section {
/// #         anchor: "about".to_owned(),
/// #         heading: "About".into(),
/// #         role: SectionRole::Text,
/// #         blocks: vec![Block::Paragraph(vec![Inline::Text("What the office is.".into())])],
/// #     }],
/// # };
/// let pages = layout(&document, &Arc::new(FontBook::builtin()));
/// assert_eq!(audit(&document, &pages), Ok(()));
///
/// document.sections[0].heading.push(&"s".into());
/// assert!(audit(&document, &pages).is_err_and(|fault| fault.place == "about"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns the first place where they differ.
pub fn audit(document: &Document, pages: &PagedDocument) -> Result<(), TextFault> {
    let drawn = drawn(pages);
    let read = slots(&pages.tree).filter(|slot| !is_list_mark(&pages.tree, *slot));
    let read = read.filter_map(|slot| drawn.get(slot.number() as usize)).flat_map(|text| text.chars()).filter(inked);
    let said = document.plain_text();
    let mut said_on = said.chars().filter(inked);
    let mut read_on = read.clone();
    let mut same: usize = 0;
    loop {
        match (said_on.next(), read_on.next()) {
            (None, None) => return Ok(()),
            (said, read) if said == read => same += 1,
            _ => break,
        }
    }
    let around = |text: &mut dyn Iterator<Item = char>| -> String {
        text.skip(same.saturating_sub(SHOWN)).take(2 * SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect()
    };
    let place = place(document, same);
    let mut said_by = slots(&pages.tree).filter(|slot| !is_list_mark(&pages.tree, *slot));
    let origin = origin(&document.words(), &mut said_by, same);
    Err(TextFault { place, origin, said: around(&mut said.chars().filter(inked)), read: around(&mut read.clone()) })
}

/// Whether a character must be drawn. The layout may change white space and add soft hyphens, nothing else.
fn inked(character: &char) -> bool {
    !character.is_whitespace() && *character != '\u{AD}'
}

/// The text drawn in each slot, by slot number, in painting order.
fn drawn(pages: &PagedDocument) -> Vec<String> {
    let mut drawn = vec![String::new(); pages.tree.slot_count()];
    let mut counts = Vec::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let (Role::Content(slot), Mark::Glyphs { run, .. }) = (item.role, &item.mark) else { continue };
        if let Some(text) = drawn.get_mut(slot.number() as usize) {
            take(run, &mut counts, text);
        }
    }
    drawn
}

/// Appends the characters of a run as often as glyphs draw them. Characters that never draw anything count as drawn.
fn take(run: &Run, counts: &mut Vec<u8>, text: &mut String) {
    counts.clear();
    counts.resize(run.text.len(), 0);
    for glyph in &run.glyphs {
        for count in counts.get_mut(glyph.text.clone()).unwrap_or_default() {
            *count = count.saturating_add(1);
        }
    }
    // The usual case.
    if counts.iter().all(|count| *count == 1) {
        text.push_str(&run.text);
        return;
    }
    for (at, character) in run.text.char_indices() {
        let times = if is_invisible(character) { 1 } else { counts.get(at).copied().unwrap_or_default() };
        text.extend(std::iter::repeat_n(character, usize::from(times)));
    }
}

/// The slots in reading order.
fn slots(tree: &TagTree) -> impl Iterator<Item = SlotId> + Clone {
    let children = |node: NodeId| tree.get(node).map(|node| node.children.as_slice()).unwrap_or_default().iter();
    let mut open = vec![children(TagTree::ROOT)];
    std::iter::from_fn(move || {
        loop {
            match open.last_mut()?.next() {
                Some(Child::Node(node)) => open.push(children(*node)),
                Some(Child::Slot(slot)) => return Some(*slot),
                None => {
                    open.pop();
                }
            }
        }
    })
}

/// Whether a slot holds a number or disc added by the layout; the numeral of a pillar is text.
fn is_list_mark(tree: &TagTree, slot: SlotId) -> bool {
    let up = |node: NodeId| tree.get(node).and_then(|node| node.parent);
    let tag = |node: NodeId| tree.get(node).map(|node| &node.tag);
    let Some(label) = tree.owner(slot).filter(|owner| tag(*owner) == Some(&Tag::Label)) else { return false };
    let list = up(label).and_then(up).and_then(tag);
    matches!(list, Some(Tag::List(ListMarks::Numbers | ListMarks::Discs)))
}

/// Where the character at a position in the document was written. Only called after a fault.
fn origin(words: &[Words], slots: &mut dyn Iterator<Item = SlotId>, at: usize) -> Origin {
    let leaves = slots.filter_map(|slot| words.get(slot.number() as usize));
    let mut characters = leaves.flat_map(|words| words.char_indices().map(move |(byte, c)| (words, byte, c)));
    let found = characters.by_ref().filter(|(.., character)| inked(character)).nth(at);
    found.map(|(words, byte, _)| words.origin_at(byte)).unwrap_or_default()
}

/// The item or section that contains a character of the document. Only called after a fault.
fn place(document: &Document, at: usize) -> String {
    let mut part = Document { sections: Vec::new(), ..document.clone() };
    let ends_after = |part: &Document| part.plain_text().chars().filter(inked).count() > at;
    let mut place = "title".to_owned();
    if ends_after(&part) {
        return place;
    }
    for section in &document.sections {
        place.clone_from(&section.anchor);
        part.sections.push(Section { blocks: Vec::new(), ..section.clone() });
        if ends_after(&part) {
            return place;
        }
        for block in &section.blocks {
            place.clone_from(if let Block::Event(event) = block { &event.id } else { &section.anchor });
            if let Some(last) = part.sections.last_mut() {
                last.blocks.push(block.clone());
            }
            if ends_after(&part) {
                return place;
            }
        }
    }
    place
}
