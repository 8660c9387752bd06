//! Turning pages and structure into bytes.
//!
//! printpdf writes the framework of pages, fonts and pictures. What it does not write (marks, structure, annotations, outline, metadata,
//! attachments) is added here, in one pass per subject; then our own writer serializes everything into one file.

mod annotations;
mod attachments;
mod body;
mod catalog;
mod check;
mod drawn;
mod fonts;
mod outline;
mod paint;
mod profile;
mod structure;
mod xmp;

use crate::builder::PdfBuilder;
use crate::error::Error;

use body::ObjectBody;
use drawn::Drawn;

/// Writes the file.
pub(crate) fn finish(builder: PdfBuilder) -> Result<Vec<u8>, Error> {
    // Reject content that was not drawn, and structure that breaks rules.
    let builder = check::check(builder)?;

    // Reduce the fonts to the glyphs used, and let printpdf write them, the pictures, and pages without marks.
    let fonts = fonts::embed_all(&builder.fonts)?;
    let PdfBuilder { metadata, tree, images, pages, sequences, bookmarks, labels, attachments, .. } = builder;
    let drawn = Drawn::new(&tree, sequences);
    let (frames, contents) = paint::split(pages);
    let mut painted = paint::paint(&fonts, &images, &frames, contents)?;

    // Complete what printpdf wrote.
    let mut body = ObjectBody::new(painted.free_ids());
    fonts::complete(&mut painted, &fonts, &mut body);
    let links = annotations::write(&frames, &painted, &tree, &drawn, &mut body);
    paint::write_pages(&mut painted, &frames, &links, &mut body);
    painted.write_rest(&mut body);

    // Add what it did not write.
    let structure = structure::write(&tree, &drawn, &painted, &frames, &links, metadata.language(), &mut body);
    let places = drawn::PageHeights { tree: &tree, drawn: &drawn, painted: &painted, frames: &frames };
    let catalog = catalog::CatalogParts {
        structure,
        outline: outline::write(&bookmarks, &places, &mut body),
        attachments: attachments::write(&attachments, &mut body),
        destinations: outline::write_anchors(&places, &mut body),
        metadata: xmp::write(&metadata, &mut body),
        profile: profile::write(&mut body),
        labels: &labels,
        language: metadata.language(),
    };
    let root = catalog.write(&painted, &mut body);
    let info = xmp::write_information(&metadata, &mut body);
    Ok(body.file(root, info))
}
