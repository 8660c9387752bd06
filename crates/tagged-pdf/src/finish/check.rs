//! Checks that keep faulty content out of files.

use super::drawn::Drawn;
use crate::builder::PdfBuilder;
use crate::error::{Error, Violation, ViolationKind, Violations};
use crate::page::{Destination, Target};
use crate::syntax::fits;
use crate::text::is_blank;
use crate::tree::{ElementId, Tag, TreeChild};

/// Rejects a document that has no pages, is incomplete, or breaks a rule.
pub(crate) fn check(builder: PdfBuilder) -> Result<PdfBuilder, Error> {
    if let Some(fault) = builder.fault {
        return Err(fault.into());
    }
    if builder.pages.is_empty() {
        return Err(Error::NoPages);
    }
    check_attachments(&builder)?;
    let drawn = Drawn::new(&builder.tree, builder.sequences.clone());
    check_bookmarks(&builder, &drawn)?;
    check_pages(&builder)?;
    check_texts(&builder)?;

    let order = builder.tree.reading_order();
    let mut violations = builder.tree.violations(&order);
    check_lengths(&builder, &order, &mut violations);
    check_drawn(&builder, &drawn, &order, &mut violations);
    check_links(&builder, &drawn, &order, &mut violations);
    Violations::result(violations)?;
    Ok(builder)
}

fn check_attachments(builder: &PdfBuilder) -> Result<(), Error> {
    let mut names: Vec<&str> = builder.attachments.iter().map(|a| a.name.as_str()).collect();
    names.sort_unstable();
    if let Some((name, _)) = names.iter().zip(names.iter().skip(1)).find(|(a, b)| a == b) {
        return Err(Error::DuplicateAttachment { name: (*name).into() });
    }
    for attachment in &builder.attachments {
        let fault = |fault| Error::Attachment { name: attachment.name.clone(), fault };
        if is_blank(&attachment.name) {
            return Err(fault("has a blank name"));
        }
        if !is_media_type(&attachment.mime) {
            return Err(fault("has an invalid media type: write one such as `text/csv`"));
        }
    }
    Ok(())
}

/// Whether a text has the form `type/subtype` in the characters of RFC 6838, 4.2, and the length allowed for PDF names.
fn is_media_type(mime: &str) -> bool {
    let name = |name: &str| {
        name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
            && name.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
    };
    mime.len() <= 120 && mime.split_once('/').is_some_and(|(kind, subtype)| name(kind) && name(subtype))
}

/// Rejects texts too long for a string of a PDF file, except those of elements.
fn check_texts(builder: &PdfBuilder) -> Result<(), Error> {
    let metadata = &builder.metadata;
    let optional = [&metadata.author, &metadata.subject, &metadata.creator];
    let keywords = metadata.keywords.join(", ");
    let of_metadata = optional.into_iter().flatten().map(String::as_str).chain([metadata.title(), &keywords]);
    let links = builder.pages.iter().flat_map(|page| &page.links);
    let addresses = links.clone().filter_map(|link| match &link.target {
        Target::Uri(uri) => Some(uri.as_str()),
        Target::Destination(_) => None,
    });
    let texts = of_metadata
        .map(|text| ("a text of the metadata", text))
        .chain(builder.bookmarks.iter().map(|b| ("the title of a bookmark", b.title.as_str())))
        .chain(builder.labels.iter().map(|(_, label)| ("the prefix of a page label", label.prefix.as_str())))
        .chain(builder.attachments.iter().map(|a| ("the name of an attachment", a.name.as_str())))
        .chain(builder.attachments.iter().map(|a| ("the description of an attachment", a.description.as_str())))
        .chain(links.map(|link| ("the description of a link", link.contents.as_str())));
    // Each byte of an address may become three.
    let long_address = addresses.clone().any(|uri| uri.len() > 10_000);
    match texts.into_iter().find(|(_, text)| !fits(text)) {
        Some((what, _)) => Err(Error::TooLong { what }),
        None if long_address => Err(Error::TooLong { what: "the address of a link" }),
        None => Ok(()),
    }
}

fn check_lengths(builder: &PdfBuilder, order: &[ElementId], violations: &mut Vec<Violation>) {
    for (id, element) in order.iter().filter_map(|id| Some((*id, &builder.tree.node(*id)?.element))) {
        let own = match &element.tag {
            Tag::Figure(alt) => Some(("alternative text", alt.as_str())),
            Tag::Table { summary } => summary.as_deref().map(|summary| ("a summary", summary)),
            _ => None,
        };
        let attributes = element.attributes.iter().flat_map(|attributes| {
            let texts = [
                ("an actual text", &attributes.actual_text),
                ("an expansion", &attributes.expansion),
                ("a title", &attributes.title),
                ("an anchor", &attributes.anchor),
            ];
            texts.into_iter().filter_map(|(what, text)| text.as_deref().map(|text| (what, text)))
        });
        if let Some((what, _)) = own.into_iter().chain(attributes).find(|(_, text)| !fits(text)) {
            violations.push(builder.tree.violation(id, ViolationKind::TooLong { what }));
        }
    }
}

fn check_bookmarks(builder: &PdfBuilder, drawn: &Drawn) -> Result<(), Error> {
    for bookmark in &builder.bookmarks {
        match bookmark.target {
            Destination::Element(id) if drawn.first(&builder.tree, id).is_none() => {
                return Err(Error::BookmarkTarget { title: bookmark.title.clone() });
            }
            Destination::Page { top, .. } if !top.is_finite() => {
                return Err(Error::BookmarkTarget { title: bookmark.title.clone() });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Rejects page numbers beyond the end of the document.
fn check_pages(builder: &PdfBuilder) -> Result<(), Error> {
    let of = |destination: &Destination| match destination {
        Destination::Page { number, .. } => Some(*number),
        Destination::Element(_) => None,
    };
    let bookmarks = builder.bookmarks.iter().filter_map(|b| of(&b.target)).map(|page| ("a bookmark", page));
    let labels = builder.labels.iter().map(|(page, _)| ("a page label", *page));
    let links = builder.pages.iter().flat_map(|page| &page.links).filter_map(|link| match &link.target {
        Target::Destination(destination) => of(destination).map(|page| ("a link", page)),
        Target::Uri(_) => None,
    });
    let pages = builder.pages.len();
    match bookmarks.chain(labels).chain(links).find(|(_, page)| !(1..=pages).contains(page)) {
        Some((what, page)) => Err(Error::NoSuchPage { what, page, pages }),
        None => Ok(()),
    }
}

fn check_drawn(builder: &PdfBuilder, drawn: &Drawn, order: &[ElementId], violations: &mut Vec<Violation>) {
    for id in order {
        let children = builder.tree.node(*id).map(|node| node.children.as_slice()).unwrap_or_default();
        let undrawn = |child: &TreeChild| matches!(child, TreeChild::Content(slot) if drawn.of(*slot).is_empty());
        if children.iter().any(undrawn) {
            violations.push(builder.tree.violation(*id, ViolationKind::NotDrawn));
        }
    }
}

fn check_links(builder: &PdfBuilder, drawn: &Drawn, order: &[ElementId], violations: &mut Vec<Violation>) {
    let tree = &builder.tree;
    let mut annotated = vec![false; tree.nodes.len()];
    for link in builder.pages.iter().flat_map(|page| &page.links) {
        if let Some(place) = annotated.get_mut(link.element.0 as usize) {
            *place = true;
        }
        if let Target::Destination(Destination::Element(id)) = link.target
            && drawn.first(tree, id).is_none()
        {
            violations.push(tree.violation(link.element, ViolationKind::TargetNotDrawn));
        }
    }
    for id in order {
        let is_annotated = annotated.get(id.0 as usize).copied().unwrap_or_default();
        if matches!(tree.tag(*id), Tag::Link) && !is_annotated {
            violations.push(tree.violation(*id, ViolationKind::NoAnnotation));
        }
    }
}
