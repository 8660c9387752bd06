//! Nothing that is wrong gets into a file.

use super::drawn::Drawn;
use crate::builder::PdfBuilder;
use crate::error::{Error, Violation, ViolationKind, Violations};
use crate::page::{Destination, Target};
use crate::tree::{Child, ElementId, Tag};

/// Refuses a document that has no page, lacks something, or breaks a rule.
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

    let order = builder.tree.reading_order();
    let mut violations = builder.tree.violations(&order);
    check_drawn(&builder, &drawn, &order, &mut violations);
    check_links(&builder, &drawn, &order, &mut violations);
    Violations::result(violations)?;
    Ok(builder)
}

fn check_attachments(builder: &PdfBuilder) -> Result<(), Error> {
    let mut names: Vec<&str> = builder.attachments.iter().map(|a| a.name.as_str()).collect();
    names.sort_unstable();
    match names.iter().zip(names.iter().skip(1)).find(|(a, b)| a == b) {
        Some((name, _)) => Err(Error::DuplicateAttachment { name: (*name).into() }),
        None => Ok(()),
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

/// Refuses numbers of pages that there are not.
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
        let undrawn = |child: &Child| matches!(child, Child::Content(slot) if drawn.of(*slot).is_empty());
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
