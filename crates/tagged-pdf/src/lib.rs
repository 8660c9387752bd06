//! Accessible, archival PDF on top of printpdf.
//!
//! printpdf writes fonts and pictures to a file. It leaves to others what makes a page readable for everyone, and for decades: what the
//! marks mean, in which order they are read, what describes a picture, and which text a glyph stands for. This crate adds all of that, and
//! writes one file that is PDF 1.7, PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once. `PDF_UA1.md` and `PDF_A3.md`, beside this
//! crate's manifest, go through both standards clause by clause.
//!
//! # From printpdf to a tagged file
//!
//! | with printpdf | here |
//! |---|---|
//! | `PdfDocument::new(title)` | [`PdfBuilder::new`] with [`Metadata`], which has a title, a language and a date |
//! | – | a [`StructureTree`]: the content of the document, with a *content slot* for each piece |
//! | `PdfPage::new(width, height, ops)` | [`PdfBuilder::page`], then [`PageBuilder::content`] for a slot and [`PageBuilder::artifact`] for decoration |
//! | `Op::SetFont`, `Op::SetTextCursor`, `Op::ShowText` | [`Canvas::glyphs`]: glyphs, their positions, and the text they stand for |
//! | `Op::DrawPolygon`, `Op::DrawLine`, `Op::DrawRectangle` | [`Canvas::fill`], [`Canvas::stroke`], [`Canvas::fill_rect`], [`Canvas::clip`] |
//! | `Op::UseXobject` | [`Canvas::image`] |
//! | `Op::LinkAnnotation` | [`PageBuilder::link`], for a [`Tag::Link`] of the tree |
//! | `PdfDocument::add_bookmark` | [`PdfBuilder::bookmark`], nested |
//! | `PdfDocument::save` | [`PdfBuilder::finish`], which rejects what breaks a rule |
//!
//! A [`Canvas`] exists only within the two methods that draw a sequence, so a mark that is neither content nor decoration cannot be
//! expressed; nor can a figure without alternative text, a header cell without a scope, or a document without a title. What types cannot
//! guarantee is checked when the file is finished, all at once, and each violation carries the caller's own [`Location`].
//!
//! # A file
//!
//! ```
//! use skrifa::{FontRef, MetadataProvider, instance::{LocationRef, Size as FontSize}};
//! use tagged_pdf::{
//!     AltText, ArtifactKind, Color, Glyph, GlyphRun, HeadingLevel, LanguageTag, Metadata, PdfBuilder, Point, Rect,
//!     Size, StructureTree, Tag, Target, Timestamp,
//! };
//!
//! // What the document says, in reading order.
//! let mut tree = StructureTree::new();
//! let title = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
//! let title_text = tree.content(title);
//! let paragraph = tree.element(tree.root(), Tag::Paragraph);
//! let before = tree.content(paragraph);
//! let link = tree.element(paragraph, Tag::Link);
//! let link_text = tree.content(link);
//!
//! // Who says it, when, and in which language.
//! let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
//! let metadata = Metadata::new("Lighthouses", LanguageTag::new("en")?, issued)?.author("The Keeper");
//! let mut pdf = PdfBuilder::new(metadata, tree);
//! let data = briefing_fonts::faces()[0].data;
//! let font = pdf.add_font(data, 0)?;
//! pdf.bookmark(None, "Lighthouses", title);
//!
//! // One glyph for each character will do here; a real program brings a shaper.
//! let face = FontRef::new(data)?;
//! let set = |text: &str, size: f32| {
//!     let widths = face.glyph_metrics(FontSize::new(size), LocationRef::default());
//!     let mut x = 0.0;
//!     let glyphs = text.char_indices().map(|(start, character)| {
//!         let glyph = face.charmap().map(character).unwrap_or_default();
//!         let here = x;
//!         x += widths.advance_width(glyph).unwrap_or_default();
//!         Glyph { id: glyph.to_u32() as u16, x: here, y: 0.0, text: start..start + character.len_utf8() }
//!     });
//!     glyphs.collect::<Vec<_>>()
//! };
//! let run = |glyphs, text, size, x, y| GlyphRun {
//!     font, size, color: Color::BLACK, origin: Point::new(x, y), glyphs, text,
//! };
//!
//! // Where it stands on the page.
//! let mut page = pdf.page(Size::A4)?;
//! let glyphs = set("Lighthouses", 20.0);
//! page.content(title_text, |canvas| canvas.glyphs(&run(&glyphs, "Lighthouses", 20.0, 72.0, 90.0)))?;
//! page.artifact(ArtifactKind::Layout, |canvas| {
//!     canvas.fill_rect(Rect::new(72.0, 98.0, 451.0, 0.75), Color::rgb(0, 90, 135));
//! })?;
//! let glyphs = set("They are in ", 11.0);
//! page.content(before, |canvas| canvas.glyphs(&run(&glyphs, "They are in ", 11.0, 72.0, 120.0)))?;
//! let glyphs = set("the register", 11.0);
//! page.content(link_text, |canvas| canvas.glyphs(&run(&glyphs, "the register", 11.0, 135.0, 120.0)))?;
//! let target = Target::Uri("https://example.org/lighthouses".into());
//! page.link(link, &[Rect::new(135.0, 110.0, 62.0, 14.0)], target, &AltText::new("The register of lighthouses")?)?;
//!
//! let bytes = pdf.finish()?;
//! assert!(bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The examples `article` (headings, a table, a figure, links, a list, a note, an attachment) and `specimens` (a table across forty pages,
//! pictures, six languages) write files to inspect.
//!
//! # Reading files back
//!
//! [`reader`] opens the files that this crate writes, and rejects all others: tags with their text, pages, pictures, attachments, metadata
//! and bookmarks. Writer and reader share one serialization, and the reader need not support any other.
//!
//! # What always holds
//!
//! - The same calls give the same bytes: there is no dependence on time, chance or environment.
//! - No input causes a panic. An error while drawing is returned at once, and again on finishing.
//! - Coordinates are points from the top left corner of the page, with y downwards; colours are sRGB.
//! - Every mark can be read back as the text it was drawn for, even if a hyphen at a line's end stands for a soft one, a space for a
//!   no-break one, or a ligature for its letters.
//! - Only glyphs and pictures that are drawn are embedded, each once.

mod attachment;
mod builder;
mod canvas;
mod date;
mod error;
mod finish;
mod font;
mod geometry;
mod image;
mod metadata;
mod page;
pub mod reader;
mod syntax;
mod text;
mod tree;

pub use attachment::{Attachment, Relationship};
pub use builder::{BookmarkId, NumberStyle, PageLabel, PdfBuilder};
pub use canvas::{Canvas, Glyph, GlyphRun};
pub use date::{InvalidTimestamp, Timestamp};
pub use error::{DrawError, DrawErrorKind, Error, Violation, ViolationKind, Violations};
pub use font::{FontData, FontError, FontId};
pub use geometry::{Cap, Color, FillRule, Join, Path, Point, Rect, Size, Stroke};
pub use image::{Image, ImageError, ImageId, Orientation};
pub use metadata::Metadata;
pub use page::{ArtifactKind, Destination, PageBuilder, Target};
pub use text::{AltText, BlankText, InvalidLanguageTag, LanguageTag};
pub use tree::{
    ContentId, DataCell, Element, ElementId, HeaderCell, HeadingLevel, ListNumbering, Location, Scope, StructureTree,
    Tag,
};

/// The examples of the read-me file.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
