//! The audit notices what it is for: each rule is broken on good pages, and must tell.

use std::collections::BTreeMap;

use briefing_document::{NodeId, SlotId, Tag};
use briefing_layout::{Mark, PageItem, PagedDocument, Role};
use briefing_tests::{Issue, audit};

fn good() -> PagedDocument {
    Issue::of_repository("examples/unoct", "2025-04").unwrap().paged
}

/// Moves everything that belongs to one block by some points.
fn shift(paged: &mut PagedDocument, page: usize, dx: f32, dy: f32, which: impl Fn(&PagedDocument, Role) -> bool) {
    let known = paged.clone();
    for item in &mut paged.pages[page].items {
        if let Mark::Glyphs { x, y, .. } = &mut item.mark
            && which(&known, item.role)
        {
            *x += dx;
            *y += dy;
        }
    }
}

fn first_glyphs(paged: &mut PagedDocument) -> usize {
    let items = &paged.pages[0].items;
    items.iter().position(|item| matches!((&item.mark, item.role), (Mark::Glyphs { .. }, Role::Content(_)))).unwrap()
}

fn has_tag(paged: &PagedDocument, role: Role, wanted: fn(&Tag) -> bool) -> bool {
    let Role::Content(slot) = role else { return false };
    paged.tree.owner(slot).and_then(|owner| paged.tree.get(owner)).is_some_and(|node| wanted(&node.tag))
}

#[test]
fn what_leaves_the_page_is_seen() {
    let mut paged = good();
    shift(&mut paged, 0, 400.0, 0.0, |_, role| matches!(role, Role::Content(_)));
    assert!(!audit::outside_page(&paged).is_empty());
}

#[test]
fn what_is_drawn_twice_a_little_apart_overlaps() {
    let mut paged = good();
    let at = first_glyphs(&mut paged);
    let mut again = paged.pages[0].items[at].clone();
    if let Mark::Glyphs { y, .. } = &mut again.mark {
        *y += 6.0;
    }
    paged.pages[0].items.push(again);
    let faults = audit::overlaps(&paged);
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn what_is_not_drawn_is_missed_by_tree_and_text() {
    let mut paged = good();
    let before = audit::text(&paged);
    let at = first_glyphs(&mut paged);
    paged.pages[0].items.remove(at);
    assert_eq!(audit::undrawn_slots(&paged).len(), 1);
    assert_ne!(audit::text(&paged), before);
}

#[test]
fn a_heading_away_from_its_text_stands_alone() {
    let mut paged = good();
    let frames = paged.pages[1].frames.clone();
    // From the first column into the second.
    let across = frames.iter().find(|frame| frame.area.x > frames[0].area.x + 1.0).unwrap().area.x - frames[0].area.x;
    shift(&mut paged, 1, across, 0.0, |paged, role| has_tag(paged, role, |tag| *tag == Tag::Heading(2)));
    assert!(!audit::lone_headings(&paged).is_empty());
}

#[test]
fn a_line_carried_off_alone_is_seen() {
    let mut paged = good();
    let page = 1;
    let frames = paged.pages[page].frames.clone();
    let right = frames.iter().find(|frame| frame.area.x > frames[0].area.x + 1.0).unwrap().area;
    // The last line of the first long paragraph in the left column goes to the right one.
    let place = |item: &PageItem| match (&item.mark, item.role) {
        (Mark::Glyphs { x, y, .. }, Role::Content(slot)) => Some((paragraph(&paged, slot)?, *x, *y)),
        _ => None,
    };
    let mut lines: BTreeMap<NodeId, Vec<f32>> = BTreeMap::new();
    for (paragraph, _, y) in paged.pages[page].items.iter().filter_map(place).filter(|(_, x, _)| *x < right.x) {
        let baselines = lines.entry(paragraph).or_default();
        if baselines.last().is_none_or(|last| (y - last).abs() > 2.0) {
            baselines.push(y);
        }
    }
    let (long, baselines) = lines.iter().find(|(_, baselines)| baselines.len() > 4).unwrap();
    let last = *baselines.last().unwrap();
    let carried: Vec<bool> = paged.pages[page]
        .items
        .iter()
        .map(|item| place(item).is_some_and(|(of, _, y)| of == *long && (y - last).abs() < 2.0))
        .collect();
    for (item, carried) in paged.pages[page].items.iter_mut().zip(carried) {
        if let (Mark::Glyphs { x, .. }, true) = (&mut item.mark, carried) {
            *x += right.x - frames[0].area.x;
        }
    }
    assert!(!audit::stray_lines(&paged).is_empty());
}

/// The paragraph that a slot is in.
fn paragraph(paged: &PagedDocument, slot: SlotId) -> Option<NodeId> {
    let mut id = paged.tree.owner(slot)?;
    loop {
        let node = paged.tree.get(id)?;
        if node.tag == Tag::Paragraph {
            return Some(id);
        }
        id = node.parent?;
    }
}

#[test]
fn a_column_that_ends_early_is_seen() {
    let mut paged = good();
    let page = &mut paged.pages[0];
    for frame in &mut page.frames {
        frame.last = false;
        frame.filled = frame.area.y + 10.0;
        frame.next = 20.0;
    }
    assert!(!audit::unfilled_columns(&paged).is_empty());
}

#[test]
fn columns_that_end_far_apart_are_seen() {
    let mut paged = good();
    for page in &mut paged.pages {
        for frame in page.frames.iter_mut().filter(|frame| frame.area.x > 200.0) {
            frame.filled = frame.area.y + 20.0;
        }
        for frame in &mut page.frames {
            (frame.next, frame.last) = (0.0, true);
        }
    }
    assert!(!audit::uneven_columns(&paged).is_empty());
}

#[test]
fn a_torn_word_is_seen() {
    let mut paged = good();
    let slot_and_line = |item: &briefing_layout::PageItem| match (item.role, &item.mark) {
        (Role::Content(slot), Mark::Glyphs { y, .. }) => Some((slot, *y)),
        _ => None,
    };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let items = &mut paged.pages[0].items;
    // Where one line ends in a word and a blank, and the next begins with another word, the blank is taken away.
    let at = items.windows(2).position(|pair| {
        let (Some((of, above)), Some((slot, below))) = (slot_and_line(&pair[0]), slot_and_line(&pair[1])) else {
            return false;
        };
        let (Mark::Glyphs { run, .. }, Mark::Glyphs { run: next, .. }) = (&pair[0].mark, &pair[1].mark) else {
            return false;
        };
        let ends = run.text.strip_suffix(' ').is_some_and(|text| letter(text.chars().next_back()));
        of == slot && (above - below).abs() > 2.0 && ends && letter(next.text.chars().next())
    });
    let Mark::Glyphs { run, .. } = &mut items[at.unwrap()].mark else { panic!("found by its run") };
    run.text.pop();
    assert_eq!(audit::torn_words(&paged).len(), 1);
}
