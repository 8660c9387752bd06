//! Accessible, archival PDF on top of printpdf.

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
pub use page::{ArtifactKind, Destination, Page, Target};
pub use text::{AltText, BlankText, InvalidLanguage, Language};
pub use tree::{
    ContentId, DataCell, Element, ElementId, HeaderCell, HeadingLevel, ListNumbering, Location, Scope, StructureTree,
    Tag,
};
