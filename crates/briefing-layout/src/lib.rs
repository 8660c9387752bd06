//! The layout of a briefing on pages.
//!
//! [`layout`] turns a [`Document`] into a [`PagedDocument`]: text is shaped and broken into lines, tables and charts are set, and pieces
//! are placed in columns and on pages. The document's [`TagTree`] says what the pieces mean; every drawn thing is either content at a place
//! in that tree or an artifact.
//!
//! The steps, each in modules of its own: *set* the sections into flows of bricks (`blocks`, `setter`), *choose* the width of each exhibit
//! (`variants`), *paginate*, and *emit*.

mod audit;
mod blocks;
mod brick;
mod code;
mod draft;
mod emit;
mod furniture;
mod globe;
mod look;
mod measures;
mod page;
mod paginate;
mod plain;
mod setter;
#[cfg(test)]
mod tests;
pub mod text;
mod variants;
mod weights;

use std::cell::RefCell;
use std::sync::Arc;

use briefing_document::{Document, TagTree};

pub use audit::{TextFault, audit};
pub use page::{
    Contour, Destination, Frame, LinkArea, Mark, Missing, OutlineItem, Page, PageItem, PagedDocument, Rect, Role,
    Shape, Stroke,
};
pub use plain::{is_plain_document, widest_picture};

use crate::look::Look;
use crate::measures::pages::{LIBERTIES, MOST_SET_AGAIN};
use crate::setter::Setter;
use crate::text::{FontBook, ShapeCache};
use crate::variants::Chosen;

/// Lays a document out on pages.
///
/// Never fails: characters that are in no font are drawn as boxes and listed in [`PagedDocument::missing`].
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::{Block, Document, DocumentInfo, Inline, Running, Section, SectionRole, Style, Tag, Title};
/// use briefing_layout::layout;
/// use briefing_layout::text::FontBook;
/// use briefing_model::{Language, Theme};
///
/// let theme = Theme::default();
/// let document = Document {
///     language: Language::En,
///     about: DocumentInfo {
///         title: "Monthly Briefing, April 2025".to_owned(),
///         author: "The Office".to_owned(),
///         subject: "What happened in April 2025".to_owned(),
///         issued: "2025-05-06".parse()?,
///     },
///     running: Running::default(),
///     style: Style::from(&theme),
///     title: Title { kicker: "The Office".into(), text: "Monthly Briefing".into(), period: Vec::new(), emblem: None },
///     sections: vec![Section {
///         anchor: "about".to_owned(),
///         heading: "About".into(),
///         role: SectionRole::Text,
///         blocks: vec![Block::Paragraph(vec![Inline::Text("What the office is.".into())])],
///     }],
/// };
/// let paged = layout(&document, &Arc::new(FontBook::builtin()));
/// assert_eq!(paged.pages.len(), 1);
/// let headings = paged.tree.nodes().filter(|(_, node)| matches!(node.tag, Tag::Heading(_)));
/// assert_eq!(headings.count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn layout(document: &Document, fonts: &Arc<FontBook>) -> PagedDocument {
    lay_out(document, fonts, None, Reach::All)
}

/// Lays a document out like [`layout`], but sets each section only in the way that looks best by itself. Takes half the time and results in
/// different pages; for properties that do not depend on the pages, such as [`PagedDocument::missing`].
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::compose;
/// use briefing_layout::{layout, layout_roughly, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A 🌩.'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
/// #     .with("2024-02/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2024-02".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let fonts = Arc::new(FontBook::builtin());
/// let rough = layout_roughly(&document, &fonts);
/// assert_eq!(rough.missing.len(), 1);
/// assert_eq!(rough.missing, layout(&document, &fonts).missing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn layout_roughly(document: &Document, fonts: &Arc<FontBook>) -> PagedDocument {
    lay_out(document, fonts, None, Reach::First)
}

/// Lays a document out like [`layout`], with a word such as `DRAFT` behind the text of every page and with line numbers. All of these are
/// artifacts, so the content of the document is unchanged.
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::compose;
/// use briefing_layout::{layout, layout_draft, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A [visit](https://www.un.org).'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let fonts = Arc::new(FontBook::builtin());
/// let draft = layout_draft(&document, &fonts, "DRAFT");
/// assert_eq!(draft.tree, layout(&document, &fonts).tree, "it is read as the finished pages are");
/// assert!(draft.pages[0].items.len() > layout(&document, &fonts).pages[0].items.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn layout_draft(document: &Document, fonts: &Arc<FontBook>, word: &str) -> PagedDocument {
    lay_out(document, fonts, Some(word), Reach::All)
}

thread_local! {
    /// Shaped words, kept for the next document laid out on this thread: consecutive months have most words in common.
    static SHAPED: RefCell<ShapeCache> = RefCell::default();
}

/// The ways of setting a section that are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    All,
    First,
}

fn lay_out(document: &Document, fonts: &Arc<FontBook>, draft: Option<&str>, reach: Reach) -> PagedDocument {
    let tree = TagTree::of(document);
    let look = Look::new(&document.style, document.language);
    let mut setter = Setter::new(&look, fonts, document, &tree, SHAPED.take());
    let rise = furniture::foot_rise(&mut setter, &document.running);
    let shaped = setter.into_shaped();
    let usual = Look { bottom: look.bottom - rise, ..look };
    let looks = LIBERTIES.map(|liberties| usual.with_liberties(liberties));
    let mut setter = Setter::new(&usual, fonts, document, &tree, shaped);
    let band = furniture::title_band(&mut setter, &document.title);

    let mut best: Option<(&Look, Chosen)> = None;
    for look in &looks {
        setter.look = look;
        // Set all sections, each piece marked with its slot in the tree.
        let sections = variants::set_all(&mut setter, &document.sections, reach);
        // Choose the widths of exhibits by their effect on the pages, which are to break fewer rules than those made already.
        let faults_below = best.as_ref().map_or(usize::MAX, |(_, best)| best.found.faults);
        if let Some(chosen) = variants::choose(sections, look, reach, faults_below) {
            best = Some((look, chosen));
        }
        let is_enough = |(_, best): &(&Look, Chosen)| best.found.faults == 0 || best.found.pages > MOST_SET_AGAIN;
        if best.as_ref().is_none_or(is_enough) || reach == Reach::First {
            break;
        }
    }
    let (look, chosen) = best.unwrap_or_else(|| (&usual, Chosen::default()));
    setter.look = look;

    let mut chunks = variants::join(chosen.sections);
    let mut plan = paginate::place(&chunks, look, &chosen.found);
    if plan.is_back && paginate::set_back(&mut chunks, look, variants::set_back(&mut setter, &document.sections)) {
        plan = paginate::place(&chunks, look, &chosen.found);
    }

    let flows = chunks.into_iter().map(paginate::Chunk::into_flow).collect();
    let mut emitted = emit::emit(&mut setter, document, band, flows, &plan);
    if let Some(word) = draft {
        draft::mark(&mut setter, &mut emitted.pages, word);
    }
    let missing = setter.missing(document);
    SHAPED.set(setter.into_shaped());
    PagedDocument {
        language: document.language,
        info: document.about.clone(),
        tree,
        pages: emitted.pages,
        outline: emitted.outline,
        destinations: emitted.destinations,
        fonts: Arc::clone(fonts),
        missing,
    }
}
