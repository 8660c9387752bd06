//! Pages as printpdf writes them, with marks added.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lopdf::{Dictionary, Object};
use printpdf::{
    Codepoint, Op, PdfDocument, PdfFontHandle, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt, TextItem,
};

use super::annotations::Links;
use super::body::{Data, ObjectBody};
use crate::error::Error;
use crate::font::embed::EmbeddedFont;
use crate::geometry::{Size, round};
use crate::image::{ImageId, StoredImage};
use crate::page::{LinkData, PageData};
use crate::syntax::Ref;
use crate::tree::index;

/// The properties of a page apart from its marks.
pub(crate) struct PageSetup {
    pub(crate) size: Size,
    pub(crate) links: Vec<LinkData>,
    /// The identifiers of its marked-content sequences.
    pub(crate) sequences: Range<u32>,
    pub(crate) translucent: bool,
}

/// Separates the pages' content from the rest.
pub(crate) fn split(pages: Vec<PageData>) -> (Vec<PageSetup>, Vec<Vec<u8>>) {
    pages
        .into_iter()
        .map(|page| {
            let PageData { size, content, sequences, links, translucent, .. } = page;
            (PageSetup { size, links, sequences, translucent }, content.finish())
        })
        .unzip()
}

/// The parts of what printpdf wrote.
pub(crate) struct Painted {
    pages_root: Ref,
    pages: Vec<PaintedPage>,
    /// Fonts, by the name that pages use for them.
    pub(crate) fonts: Vec<(String, Ref)>,
    images: Vec<(String, Ref)>,
    /// All objects of which fonts and pictures consist.
    objects: BTreeMap<u32, Object>,
    next_id: u32,
}

struct PaintedPage {
    id: Ref,
    contents: Ref,
}

/// Lets printpdf write pages, fonts and pictures, and adds the marks of each page.
pub(crate) fn paint(
    fonts: &[(String, EmbeddedFont)],
    images: &[StoredImage],
    frames: &[PageSetup],
    contents: Vec<Vec<u8>>,
) -> Result<Painted, Error> {
    let mut document = PdfDocument::new("");
    for (name, font) in fonts {
        document.resources.fonts.map.insert(printpdf::FontId(name.clone()), font.printpdf.clone());
    }
    for (i, stored) in images.iter().enumerate().filter(|(_, stored)| stored.used) {
        document.resources.xobjects.map.insert(ImageId(index(i)).resource(), stored.image.xobject());
    }
    document.pages = frames
        .iter()
        .map(|frame| printpdf_page(frame.size, Vec::new()))
        .chain([printpdf_page(Size::A4, specimen(fonts))])
        .collect();

    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().find(|w| w.severity == PdfParseErrorSeverity::Error) {
        Some(warning) => Err(Error::Printpdf(warning.msg)),
        None => Painted::take_apart(written, contents)
            .ok_or_else(|| Error::Printpdf("its pages cannot be found again".into())),
    }
}

/// Content of a page that is not part of the document: a glyph of each font, because printpdf only embeds fonts that it sees used.
/// `Painted::take_apart` drops the page again.
fn specimen(fonts: &[(String, EmbeddedFont)]) -> Vec<Op> {
    let glyphs = || vec![Codepoint::with_cid(1, 0.0, String::new())];
    let show = |name: &String| {
        let font = PdfFontHandle::External(printpdf::FontId(name.clone()));
        let items = vec![TextItem::GlyphIds(glyphs())];
        [Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items }]
    };
    let shown = fonts.iter().flat_map(|(name, _)| show(name));
    [Op::StartTextSection].into_iter().chain(shown).chain([Op::EndTextSection]).collect()
}

fn printpdf_page(size: Size, ops: Vec<Op>) -> PdfPage {
    let area = printpdf::Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(round(size.width)),
        height: Pt(round(size.height)),
        mode: None,
        winding_order: None,
    };
    PdfPage { media_box: area.clone(), trim_box: area.clone(), crop_box: area, ops }
}

impl Painted {
    fn take_apart(document: lopdf::Document, marks: Vec<Vec<u8>>) -> Option<Self> {
        let next_id = document.max_id + 1;
        let mut objects: BTreeMap<u32, Object> =
            document.objects.into_iter().map(|((id, _), object)| (id, object)).collect();
        let catalog = take(&mut objects, reference(&document.trailer, b"Root")?)?;
        take(&mut objects, reference(&document.trailer, b"Info")?)?;
        let pages_root = reference(&catalog, b"Pages")?;
        let kids = take(&mut objects, pages_root)?;

        let mut fonts = Dictionary::new();
        let mut images = Dictionary::new();
        let mut pages = Vec::new();
        for kid in kids.get(b"Kids").ok()?.as_array().ok()? {
            let id = Ref(kid.as_reference().ok()?.0);
            let page = take(&mut objects, id)?;
            let resources = take(&mut objects, reference(&page, b"Resources")?)?;
            // Shared by all pages.
            for (key, found) in [(b"Font".as_slice(), &mut fonts), (b"XObject", &mut images)] {
                if let Some(dictionary) = reference(&resources, key).and_then(|id| take(&mut objects, id)) {
                    *found = dictionary;
                }
            }
            for key in [b"ExtGState".as_slice(), b"Shading"] {
                reference(&resources, key).and_then(|id| take(&mut objects, id));
            }
            pages.push(PaintedPage { id, contents: reference(&page, b"Contents")? });
        }
        // The last page is the specimen.
        let specimen = pages.pop()?;
        objects.remove(&specimen.contents.0)?;
        for (page, marks) in pages.iter().zip(marks) {
            objects.insert(page.contents.0, Object::Stream(lopdf::Stream::new(Dictionary::new(), marks)));
        }
        Some(Self { pages_root, pages, fonts: named(&fonts), images: named(&images), objects, next_id })
    }

    /// The numbers that are no longer used, and the first that was never used.
    pub(crate) fn free_ids(&self) -> (Vec<u32>, u32) {
        let mut used: BTreeSet<u32> = self.objects.keys().copied().collect();
        used.insert(self.pages_root.0);
        used.extend(self.pages.iter().map(|page| page.id.0));
        ((1..self.next_id).filter(|id| !used.contains(id)).collect(), self.next_id)
    }

    /// The page with an index; the first page if there is no such page.
    pub(crate) fn page(&self, index: usize) -> Ref {
        self.pages.get(index).or(self.pages.first()).map_or(self.pages_root, |page| page.id)
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    pub(crate) const fn pages_root(&self) -> Ref {
        self.pages_root
    }

    /// Takes a dictionary from the objects that are written unchanged.
    pub(crate) fn take(&mut self, id: Ref) -> Option<Dictionary> {
        take(&mut self.objects, id)
    }

    /// Takes the data of a stream from the objects that are written unchanged.
    pub(crate) fn take_stream(&mut self, id: Ref) -> Option<lopdf::Stream> {
        match self.objects.remove(&id.0)? {
            Object::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// Writes what no other pass has taken: font programs and pictures.
    pub(crate) fn write_rest(&mut self, body: &mut ObjectBody) {
        for (id, object) in std::mem::take(&mut self.objects) {
            match object {
                Object::Stream(mut stream) => {
                    stream.dict.remove(b"Length");
                    let data = if stream.allows_compression && !stream.dict.has(b"Filter") {
                        Data::Plain(stream.content)
                    } else {
                        Data::Encoded(stream.content)
                    };
                    body.stream(Ref(id), data, |s| {
                        s.entries(&stream.dict);
                    });
                }
                other => body.object(Ref(id), |s| {
                    s.object(&other);
                }),
            }
        }
    }
}

/// Writes the pages, with what printpdf omits from them.
pub(crate) fn write_pages(painted: &mut Painted, frames: &[PageSetup], links: &Links, body: &mut ObjectBody) {
    let resources = body.add(|s| {
        s.raw("<<");
        for (key, resources) in [("/Font", &painted.fonts), ("/XObject", &painted.images)] {
            if !resources.is_empty() {
                s.raw(key).raw("<<");
                for (name, id) in resources {
                    s.name(name.as_bytes()).reference(*id);
                }
                s.raw(">>");
            }
        }
        s.raw(">>");
    });
    let root = painted.pages_root;
    let contents: Vec<Ref> = painted.pages.iter().map(|page| page.contents).collect();
    for (number, ((page, contents), frame)) in painted.pages.iter().zip(contents).zip(frames).enumerate() {
        body.object(page.id, |s| {
            s.raw("<</Type/Page/Parent")
                .reference(root)
                .raw("/MediaBox")
                .rectangle([0.0, 0.0, round(frame.size.width), round(frame.size.height)])
                .raw("/Resources")
                .reference(resources)
                .raw("/Contents")
                .reference(contents)
                .raw("/Tabs/S");
            if !frame.sequences.is_empty() {
                s.raw("/StructParents").integer(i64::try_from(number).unwrap_or_default());
            }
            if frame.translucent {
                s.raw("/Group<</S/Transparency/CS/DeviceRGB>>");
            }
            let annotations = links.on_page(number);
            if !annotations.is_empty() {
                s.raw("/Annots[");
                for link in annotations {
                    s.reference(link.id);
                }
                s.raw("]");
            }
            s.raw(">>");
        });
    }
    body.object(root, |s| {
        s.raw("<</Type/Pages/Count").integer(i64::try_from(frames.len()).unwrap_or_default()).raw("/Kids[");
        for page in &painted.pages {
            s.reference(page.id);
        }
        s.raw("]>>");
    });
}

fn reference(dictionary: &Dictionary, key: &[u8]) -> Option<Ref> {
    dictionary.get(key).ok()?.as_reference().ok().map(|(id, _)| Ref(id))
}

fn take(objects: &mut BTreeMap<u32, Object>, id: Ref) -> Option<Dictionary> {
    match objects.remove(&id.0)? {
        Object::Dictionary(dictionary) => Some(dictionary),
        other => {
            objects.insert(id.0, other);
            None
        }
    }
}

fn named(dictionary: &Dictionary) -> Vec<(String, Ref)> {
    dictionary
        .iter()
        .filter_map(|(name, value)| {
            let (id, _) = value.as_reference().ok()?;
            Some((String::from_utf8_lossy(name).into_owned(), Ref(id)))
        })
        .collect()
}
