//! What the tests share: a typesetter, documents in few words, and finished files.

pub(crate) mod file;
#[path = "../../../examples/support/typesetter.rs"]
#[allow(dead_code, reason = "the examples use all of it")]
pub(crate) mod typesetter;

use briefing_fonts::faces;
use tagged_pdf::{
    ContentId, Element, ElementId, LanguageTag, Metadata, PageBuilder, PdfBuilder, Size, StructureTree, Timestamp,
};
use typesetter::Typeface;

pub(crate) fn issued() -> Timestamp {
    Timestamp::new(2025, 4, 30, 0, 0, 0).unwrap()
}

pub(crate) fn builder(tree: StructureTree) -> PdfBuilder {
    let metadata = Metadata::new("A test", LanguageTag::new("en").unwrap(), issued()).unwrap();
    PdfBuilder::new(metadata, tree)
}

pub(crate) fn data(name: &str) -> &'static [u8] {
    faces().iter().find(|face| face.name == name).unwrap().data
}

pub(crate) fn face(pdf: &mut PdfBuilder, name: &str) -> Typeface {
    Typeface { id: pdf.add_font(data(name), 0).unwrap(), data: data(name) }
}

/// A tree under construction, whose slots will each be drawn with a text of their own.
pub(crate) struct Draft {
    pub tree: StructureTree,
    pub texts: Vec<(ContentId, String)>,
}

impl Draft {
    pub(crate) fn new() -> Self {
        Self { tree: StructureTree::new(), texts: Vec::new() }
    }

    pub(crate) fn root(&self) -> ElementId {
        self.tree.root()
    }

    pub(crate) fn group(&mut self, parent: ElementId, element: impl Into<Element>) -> ElementId {
        self.tree.element(parent, element)
    }

    /// An element with one slot.
    pub(crate) fn leaf(&mut self, parent: ElementId, element: impl Into<Element>, text: &str) -> ElementId {
        let element = self.tree.element(parent, element);
        self.text(element, text);
        element
    }

    pub(crate) fn text(&mut self, parent: ElementId, text: &str) -> ContentId {
        let slot = self.tree.content(parent);
        self.texts.push((slot, text.into()));
        slot
    }

    /// The document with all texts drawn one below the other, `per_page` to a page.
    pub(crate) fn draw(self, per_page: usize) -> PdfBuilder {
        self.draw_with(per_page, |_| {})
    }

    /// The same, with something done to the last page.
    pub(crate) fn draw_with(self, per_page: usize, last: impl FnOnce(&mut PageBuilder<'_>)) -> PdfBuilder {
        let mut pdf = builder(self.tree);
        let regular = face(&mut pdf, "Roboto-Regular");
        let pages: Vec<_> = self.texts.chunks(per_page).collect();
        let mut last = Some(last);
        for (number, texts) in pages.iter().enumerate() {
            let mut page = pdf.page(Size::A4).unwrap();
            for ((slot, text), line) in texts.iter().zip(1_u8..) {
                let set = regular.line(text, 10.0);
                page.content(*slot, |canvas| regular.draw(canvas, &set, 10.0, 40.0, 15.0 * f32::from(line))).unwrap();
            }
            if number + 1 == pages.len()
                && let Some(last) = last.take()
            {
                last(&mut page);
            }
        }
        pdf
    }
}
