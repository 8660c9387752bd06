//! Tests that notice changed measures and weights, with the present layout of documents made up for the purpose.

pub(crate) mod specimens;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use briefing_document::{Block, Document, Inline, OrganizationChild, SectionRole};
use briefing_model::{Language, ThemeLook};

use crate::text::FontBook;
use crate::{Contour, Mark, Page, PagedDocument, Rect, Shape, layout, layout_draft};

fn lay_out(name: &str, document: &Document, fonts: &Arc<FontBook>) -> PagedDocument {
    if name.contains("draft") { layout_draft(document, fonts, "DRAFT") } else { layout(document, fonts) }
}

/// Everything drawn, in tenths of a point: one mark per line, words by their position and size.
fn marks(paged: &PagedDocument) -> String {
    let mut out = String::new();
    for (number, page) in paged.pages.iter().enumerate() {
        writeln!(out, "page {}", number + 1).unwrap();
        for item in &page.items {
            match &item.mark {
                Mark::Glyphs { x, y, run } => {
                    let text: String = run.text.chars().take(12).collect();
                    writeln!(out, "{x:.1} {y:.1} {:.1} {} {text}", run.size, run.colour)
                }
                Mark::Shape(shape) => {
                    let outline = match &shape.path {
                        Contour::Rect(area, radius) => {
                            format!("{:.1} {:.1} {:.1} x {:.2} {radius:.1}", area.x, area.y, area.width, area.height)
                        }
                        Contour::Lines(points, _) => format!("{:.1?}", points.iter().take(3).collect::<Vec<_>>()),
                        Contour::Ellipse(area) => format!("{:.1} {:.1} {:.1} ellipse", area.x, area.y, area.width),
                    };
                    let fill = shape.fill.map_or_else(String::new, |fill| format!(" {fill}"));
                    let pen = shape.stroke.as_ref();
                    let pen = pen
                        .map_or_else(String::new, |pen| format!(" {} {:.2} {:.1?}", pen.colour, pen.width, pen.dash));
                    writeln!(out, "{outline}{fill}{pen}")
                }
                Mark::Picture { area, .. } => {
                    writeln!(out, "{:.1} {:.1} {:.1} x {:.1} picture", area.x, area.y, area.width, area.height)
                }
            }
            .unwrap();
        }
        for link in &page.links {
            writeln!(out, "link {:.1?}", link.area).unwrap();
        }
    }
    out
}

/// A short digest of a text, which changes with the text.
pub(crate) fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// One line per page: the number of its marks, and a digest of them.
fn pages(documents: impl IntoIterator<Item = (String, Document)>) -> String {
    let fonts = Arc::new(FontBook::builtin());
    let aside = std::env::var_os("BRIEFING_SPECIMENS");
    let mut out = String::new();
    for (name, document) in documents {
        let marks = marks(&lay_out(&name, &document, &fonts));
        for (number, page) in marks.split("page ").skip(1).enumerate() {
            writeln!(out, "{name}, page {}: {} marks {:08x}", number + 1, page.lines().count() - 1, digest(page))
                .unwrap();
        }
        if let Some(aside) = &aside {
            std::fs::write(Path::new(aside).join(format!("{name}.txt")), marks).unwrap();
        }
    }
    out
}

/// To see what has changed, set `BRIEFING_SPECIMENS=folder` before and after a change: the marks of each specimen are written to a file
/// there.
#[test]
fn specimens_are_laid_out_as_before() {
    insta::assert_snapshot!(pages(specimens::all()));
}

/// Seeds of made-up documents, out of several hundred, whose pages depend on the weights: each weight, if doubled or halved, changes at
/// least one of them.
const DECIDED: [u64; 29] = [
    0, 1, 5, 6, 30, 39, 44, 51, 67, 83, 121, 149, 174, 185, 197, 236, 238, 240, 246, 262, 317, 327, 332, 341, 373, 427,
    438, 444, 490,
];

#[test]
fn pages_are_chosen_as_before() {
    insta::assert_snapshot!(pages(DECIDED.map(|seed| (format!("made up {seed}"), specimens::made_up(seed)))));
}

/// The width and height of the only picture of a document.
fn only_picture(document: &Document) -> (f32, f32) {
    let paged = layout(document, &Arc::new(FontBook::builtin()));
    let items = paged.pages.iter().flat_map(|page| &page.items);
    let mut areas =
        items.filter_map(|item| if let Mark::Picture { area, .. } = &item.mark { Some(*area) } else { None });
    let area = areas.next().unwrap();
    assert!(areas.next().is_none());
    (area.width, area.height)
}

#[test]
fn a_picture_of_few_pixels_is_not_shown_as_squares() {
    for size in [(40, 30), (120, 30), (3, 300)] {
        let (width, height) = only_picture(&specimens::with_picture(SectionRole::Text, size));
        assert!(width <= size.0 as f32 && height <= size.1 as f32, "{size:?}: {width} by {height}");
    }
    let (width, _) = only_picture(&specimens::with_picture(SectionRole::Text, (1600, 900)));
    assert!(width > 150.0, "{width}");
}

#[test]
fn a_panorama_leads_across_the_page() {
    let lead = |size| only_picture(&specimens::with_picture(SectionRole::Lead, size)).0;
    assert!(lead((2500, 500)) > 480.0 && lead((1600, 900)) < 300.0 && lead((500, 1000)) < 120.0);
    // It has too few pixels to be as wide as the page.
    assert!(lead((300, 60)) <= 300.0);
}

fn shapes(page: &Page) -> impl Iterator<Item = &Shape> {
    page.items.iter().filter_map(|item| if let Mark::Shape(shape) = &item.mark { Some(shape) } else { None })
}

/// The beginnings of lines in a page's chart that descend from neither a box nor another line.
fn loose_lines(page: &Page) -> Vec<(f32, f32)> {
    let mut boxes: Vec<Rect> = Vec::new();
    let mut lines: Vec<[(f32, f32); 2]> = Vec::new();
    // The globe of the title is clipped by its band.
    for shape in shapes(page).filter(|shape| shape.clip.is_none()) {
        match &shape.path {
            Contour::Rect(area, _) => boxes.push(*area),
            Contour::Lines(points, _) => lines.extend(<[(f32, f32); 2]>::try_from(points.as_slice())),
            Contour::Ellipse(_) => {}
        }
    }
    let near = |a: f32, b: f32| (a - b).abs() < 0.5;
    let within = |at: f32, from: f32, to: f32| (from.min(to) - 0.5..=from.max(to) + 0.5).contains(&at);
    let tops = lines.iter().filter(|[from, to]| near(from.0, to.0)).map(|[from, to]| (from.0, from.1.min(to.1)));
    let loose = tops.filter(|(x, top)| {
        let from_box = boxes.iter().any(|area| within(*x, area.x, area.right()) && near(*top, area.bottom()));
        let from_line = lines.iter().any(|[from, to]| {
            let is_above = near(from.0, to.0) && near(*x, from.0) && from.1.min(to.1) < top - 0.5;
            is_above && within(*top, from.1, to.1)
                || near(from.1, to.1) && near(*top, from.1) && within(*x, from.0, to.0)
        });
        !(from_box || from_line)
    });
    loose.collect()
}

#[test]
fn lines_of_an_organization_chart_lead_down_from_a_box() {
    let fonts = Arc::new(FontBook::builtin());
    for (units, sections, teams) in [(4, 3, 2), (4, 4, 3), (3, 8, 2), (4, 14, 3), (1, 30, 2), (9, 4, 2)] {
        for role in [SectionRole::Exhibit, SectionRole::Text] {
            let chart = Block::Organization(specimens::sections_and_teams(units, sections, teams));
            let paged = layout(&specimens::document(vec![specimens::section(role, vec![chart])]), &fonts);
            for (number, page) in paged.pages.iter().enumerate() {
                let loose = loose_lines(page);
                assert!(loose.is_empty(), "{units}, {sections}, {teams}, {role:?}, page {}: {loose:?}", number + 1);
            }
        }
    }
}

#[test]
fn each_level_of_a_deep_chart_is_further_in_than_the_one_above() {
    let fonts = Arc::new(FontBook::builtin());
    for (levels, role) in
        [(4, SectionRole::Exhibit), (9, SectionRole::Exhibit), (9, SectionRole::Text), (30, SectionRole::Text)]
    {
        let mut chart = specimens::deep(levels);
        let mut unit = chart.units.first_mut();
        let mut level = 0;
        while let Some(named) = unit {
            (named.unit.mark, named.unit.details) = (None, Vec::new());
            named.unit.name = specimens::text(&format!("L{level}"));
            level += 1;
            unit = named.children.first_mut().and_then(|child| match child {
                OrganizationChild::Unit(unit) => Some(unit),
                OrganizationChild::Programme(_) => None,
            });
        }
        let section = specimens::section(role, vec![Block::Organization(chart)]);
        let paged = layout(&specimens::document(vec![section]), &fonts);
        let left = |name: String| {
            let items = paged.pages.iter().flat_map(|page| &page.items);
            let mut found = items.filter_map(|item| match &item.mark {
                Mark::Glyphs { x, run, .. } if run.text.trim() == name => Some(*x),
                _ => None,
            });
            found.next_back().unwrap_or_else(|| panic!("{name} of {levels}"))
        };
        // The unit itself is centred.
        for level in 2..=levels {
            let (above, own) = (left(format!("L{}", level - 1)), left(format!("L{level}")));
            assert!(own > above + 1.0, "{level} of {levels}, {role:?}: {own} below {above}");
        }
    }
}

/// Where a word first stands: the number of the page, and the height on it.
fn first_place(paged: &PagedDocument, word: &str) -> Option<(usize, f32)> {
    paged.pages.iter().enumerate().find_map(|(number, page)| {
        page.items.iter().find_map(|item| match &item.mark {
            Mark::Glyphs { y, run, .. } if run.text.trim() == word => Some((number, *y)),
            _ => None,
        })
    })
}

#[test]
fn a_glance_below_a_short_text_stands_before_what_it_lists() {
    let fonts = Arc::new(FontBook::builtin());
    for words in [12, 30] {
        let glance = specimens::section(SectionRole::Exhibit, vec![specimens::calendar(5, "5 Feb")]);
        let mut sections = vec![specimens::section(SectionRole::Text, vec![specimens::paragraph(words, 1)]), glance];
        sections.extend((0..3).map(|at| {
            let heading = Block::Heading(specimens::text(&format!("Section{at}")));
            specimens::section(SectionRole::Text, vec![heading, specimens::event(40, at, None)])
        }));
        let paged = layout(&specimens::document(sections), &fonts);
        let (glance, items) = (first_place(&paged, "5 Feb"), first_place(&paged, "Section0"));
        assert!(glance.is_some() && glance < items, "{words}: {glance:?}, {items:?}");
    }
}

#[test]
fn a_name_of_many_lines_keeps_a_table_out_of_a_column() {
    let fonts = Arc::new(FontBook::builtin());
    // The longest rule below a row: how wide the table is.
    let width = |name: &str| {
        let mut table = specimens::table(3, 18, 2);
        table.rows[1][0] = specimens::text(name);
        let exhibit = specimens::section(SectionRole::Exhibit, vec![Block::Table(table)]);
        let text = specimens::section(SectionRole::Text, vec![specimens::paragraph(190, 1)]);
        let paged = layout(&specimens::document(vec![exhibit, text]), &fonts);
        let rules = paged.pages.iter().flat_map(shapes).filter_map(|shape| match &shape.path {
            Contour::Rect(area, _) if (area.height - crate::measures::pen::HAIR).abs() < 0.01 => Some(area.width),
            _ => None,
        });
        rules.fold(0.0, f32::max)
    };
    let (short, long) =
        (width("Harbours"), width("Confederation of Mountainous and Coastal Territories and Their Harbours"));
    assert!(short < 300.0 && long > 400.0, "{short}, {long}");
}

/// The edges of units' boxes to which no line descends.
fn unhung(page: &Page) -> Vec<Rect> {
    let straight = |shape: &Shape| match &shape.path {
        Contour::Lines(points, _) => <[(f32, f32); 2]>::try_from(points.as_slice()).ok(),
        _ => None,
    };
    let lines: Vec<[(f32, f32); 2]> = shapes(page).filter_map(straight).collect();
    let edges = shapes(page).filter_map(|shape| match &shape.path {
        Contour::Rect(area, _) if (area.height - crate::measures::pen::EDGE).abs() < 0.01 => Some(*area),
        _ => None,
    });
    let is_hung = |edge: &Rect| {
        lines.iter().any(|[from, to]| {
            let foot = from.1.max(to.1);
            (from.0 - to.0).abs() < 0.1 && (foot - edge.y).abs() < 0.5 && from.0 > edge.x && from.0 < edge.right()
        })
    };
    edges.filter(|edge| !is_hung(edge)).collect()
}

#[test]
fn every_unit_of_a_chart_across_the_page_hangs_from_the_office_in_order() {
    let fonts = Arc::new(FontBook::builtin());
    // One unit with most of the descendants, at every position; and rows of units.
    for (units, largest) in [(4, 0), (4, 1), (4, 2), (4, 3), (3, 1), (9, 9)] {
        let mut chart = specimens::sections_and_teams(units, 3, 0);
        for (at, unit) in chart.units.iter_mut().enumerate() {
            unit.unit.name = specimens::text(&format!("Unit {at}"));
            if at == largest {
                unit.children = specimens::sections_and_teams(1, 14, 0).units.remove(0).children;
            }
        }
        let section = specimens::section(SectionRole::Exhibit, vec![Block::Organization(chart)]);
        let paged = layout(&specimens::document(vec![section]), &fonts);
        let mut last = (0, 0.0_f32);
        for unit in 0..units {
            let name = format!("Unit {unit}");
            let found = paged.pages.iter().enumerate().find_map(|(number, page)| {
                page.items.iter().find_map(|item| match &item.mark {
                    Mark::Glyphs { y, run, .. } if run.text.trim() == name => Some((number, *y)),
                    _ => None,
                })
            });
            let found = found.unwrap_or_else(|| panic!("{name} of {units}, {largest}"));
            assert!(found.0 > last.0 || found.1 >= last.1 - 12.0, "{name} of {units}, {largest}: {found:?} {last:?}");
            last = found;
        }
        for page in &paged.pages {
            assert!(unhung(page).is_empty(), "{units}, {largest}: {:?}", unhung(page));
        }
    }
}

#[test]
fn an_organization_chart_that_a_page_holds_is_not_split() {
    let fonts = Arc::new(FontBook::builtin());
    let is_box = |shape: &Shape| shape.fill.is_none() && matches!(shape.path, Contour::Rect(..));
    for words in [10, 300, 700] {
        let chart = Block::Organization(specimens::sections_and_teams(4, 4, 2));
        let text = specimens::section(SectionRole::Text, vec![specimens::paragraph(words, 1)]);
        let document = specimens::document(vec![text, specimens::section(SectionRole::Exhibit, vec![chart])]);
        let paged = layout(&document, &fonts);
        let pages = paged.pages.iter().filter(|page| shapes(page).any(is_box)).count();
        assert_eq!(pages, 1, "after {words} words");
    }
}

#[test]
fn a_box_divides_no_word_that_fits_otherwise() {
    let fonts = Arc::new(FontBook::builtin());
    let names = ["Отдел гидрометеорологических наблюдений", "Секция координации и межправительственной поддержки"];
    let mut chart = specimens::sections_and_teams(4, 2, 0);
    for unit in &mut chart.units {
        unit.unit.name = specimens::text(names[0]);
        for child in &mut unit.children {
            if let OrganizationChild::Unit(section) = child {
                section.unit.name = specimens::text(names[1]);
            }
        }
    }
    let mut document =
        specimens::document(vec![specimens::section(SectionRole::Exhibit, vec![Block::Organization(chart)])]);
    document.language = Language::Ru;
    let paged = layout(&document, &fonts);
    let runs = paged.pages.iter().flat_map(|page| &page.items);
    let lines: Vec<&str> = runs
        .filter_map(|item| if let Mark::Glyphs { run, .. } = &item.mark { Some(&*run.text) } else { None })
        .collect();
    let count = |word: &str| lines.iter().filter(|line| line.contains(word)).count();
    assert_eq!((count("гидрометеорологических"), count("межправительственной")), (4, 8), "{lines:?}");
}

#[test]
fn an_acronym_that_is_explained_in_english_does_not_turn_its_number_round() {
    let fonts = Arc::new(FontBook::builtin());
    let acronym = Inline::Abbreviation { text: "COVID".into(), expansion: "coronavirus disease".to_owned() };
    let words = vec![
        Inline::Text("جائحة ".into()),
        Inline::Foreign { language: Language::En.into(), content: vec![acronym] },
        Inline::Text("-19 هنا".into()),
    ];
    let section = specimens::section(SectionRole::Text, vec![Block::Paragraph(words)]);
    let paged = layout(&Document { language: Language::Ar, ..specimens::document(vec![section]) }, &fonts);
    let place = |part: &str| {
        let mut runs = paged.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
            Mark::Glyphs { x, run, .. } if run.text.contains(part) => Some(*x),
            _ => None,
        });
        runs.next_back().unwrap_or_else(|| panic!("{part}"))
    };
    assert!(place("COVID") < place("19"), "{} {}", place("COVID"), place("19"));
}

/// The page and position of the words of a document that begin with the given text, from its left and top.
fn place_of(paged: &PagedDocument, words: &str) -> (usize, f32, f32) {
    let mut found = paged.pages.iter().enumerate().flat_map(|(number, page)| {
        page.items.iter().filter_map(move |item| match &item.mark {
            Mark::Glyphs { x, y, run } if run.text.starts_with(words) => Some((number, *x, *y)),
            _ => None,
        })
    });
    found.next().unwrap_or_else(|| panic!("{words}"))
}

#[test]
fn one_long_date_does_not_make_titles_wrap() {
    let fonts = Arc::new(FontBook::builtin());
    let Block::Calendar(mut calendar) = specimens::calendar(8, "14 April") else { panic!() };
    let entries = calendar.groups.iter_mut().flat_map(|group| &mut group.entries);
    for (at, entry) in entries.enumerate() {
        entry.text = specimens::text("Ministers agree on a common alert for flood");
        if at == 3 {
            entry.date = "a day within 14\u{2013}25 April".to_owned();
        }
    }
    let section = specimens::section(SectionRole::Exhibit, vec![Block::Calendar(calendar)]);
    let paged = layout(&specimens::document(vec![section]), &fonts);
    let whole = paged.pages.iter().flat_map(|page| &page.items).filter(|item| match &item.mark {
        Mark::Glyphs { run, .. } => run.text.trim_end() == "Ministers agree on a common alert for flood",
        _ => false,
    });
    assert_eq!(whole.count(), 8);
}

#[test]
fn what_leads_the_issue_stands_below_a_correction_before_all_else() {
    let fonts = Arc::new(FontBook::builtin());
    for words in [8, 60, 200] {
        let lead = specimens::section(SectionRole::Lead, vec![specimens::event(60, 3, Some((1600, 900)))]);
        let glance = specimens::section(SectionRole::Exhibit, vec![specimens::calendar(8, "14 April")]);
        let text = |count: usize| specimens::section(SectionRole::Text, vec![specimens::paragraph(count, 1)]);
        let paged = layout(&specimens::document(vec![text(words), lead, glance, text(700)]), &fonts);
        let picture =
            paged.pages.iter().position(|page| page.items.iter().any(|item| matches!(item.mark, Mark::Picture { .. })));
        assert_eq!(picture, Some(0), "{words} words");
        let (page, _, y) = place_of(&paged, "Meetings");
        let after: Vec<_> = paged.pages.iter().take(page + 1).collect();
        // None of the long text is above the glance.
        let lines = after.iter().flat_map(|page| &page.items).filter(|item| match &item.mark {
            Mark::Glyphs { run, .. } => run.size > 9.0 && run.text.len() > 30,
            _ => false,
        });
        assert!(lines.count() < 60, "{words} words, the glance on page {page} at {y}");
    }
}

#[test]
fn a_band_with_more_to_come_is_as_tall_as_its_words() {
    let fonts = Arc::new(FontBook::builtin());
    let band = specimens::section(SectionRole::Strip, vec![specimens::pillars(4)]);
    let text = specimens::section(SectionRole::Text, vec![specimens::paragraph(60, 1)]);
    let paged = layout(&specimens::document(vec![band, text]), &fonts);
    assert_eq!(paged.pages.len(), 1);
}

/// The lines on a page set in a given size: the position of each from the top, and its length.
fn lines_of(page: &Page, is_size: impl Fn(f32) -> bool) -> Vec<(f32, f32)> {
    let mut lines: Vec<(f32, f32)> = Vec::new();
    for item in &page.items {
        if let Mark::Glyphs { y, run, .. } = &item.mark
            && is_size(run.size)
        {
            match lines.last_mut() {
                Some((at, length)) if (*at - y).abs() < 0.1 => *length += run.width,
                _ => lines.push((*y, run.width)),
            }
        }
    }
    lines
}

#[test]
fn the_lines_of_a_headline_are_about_equally_long() {
    let fonts = Arc::new(FontBook::builtin());
    let mut lead = specimens::section(SectionRole::Lead, vec![specimens::event(60, 3, Some((1600, 900)))]);
    lead.heading = "Fishers of the delta map their own waters".into();
    let paged = layout(&specimens::document(vec![lead]), &fonts);
    let mut lines = lines_of(&paged.pages[0], |size| (18.0..30.0).contains(&size));
    // Below the label with the month.
    lines.retain(|(y, _)| *y > 160.0);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!((0.75..1.33).contains(&(lines[0].1 / lines[1].1)), "{lines:?}");
}

#[test]
fn a_long_title_has_the_leading_of_its_size_and_stays_in_its_place() {
    let fonts = Arc::new(FontBook::builtin());
    for look in [ThemeLook::Band, ThemeLook::Journal] {
        let mut document = specimens::document(vec![specimens::section(SectionRole::Text, vec![])]);
        document.style.look = look;
        document.title.text = "Letter on Rivers, Deltas, Lagoons and Coastal Wetlands".into();
        let paged = layout(&document, &fonts);
        let largest = paged.pages[0].items.iter().filter_map(|item| match &item.mark {
            Mark::Glyphs { run, .. } if run.text.starts_with("Letter") => Some(run.size),
            _ => None,
        });
        let size = largest.fold(0.0, f32::max);
        assert!(size > 15.0, "{look:?}: {size}");
        let lines = lines_of(&paged.pages[0], |own| (own - size).abs() < 0.01);
        assert!(lines.windows(2).all(|pair| pair[1].0 - pair[0].0 < size * 1.35), "{look:?}: {lines:?}");
        assert!(lines.last().unwrap().0 < 130.0, "{look:?}: {lines:?}");
    }
}

#[test]
fn a_long_disclaimer_stays_clear_of_the_edge_of_the_paper() {
    let fonts = Arc::new(FontBook::builtin());
    let mut document =
        specimens::document(vec![specimens::section(SectionRole::Text, vec![specimens::paragraph(900, 1)])]);
    document.running.disclaimer = Some(specimens::prose(70, 2).into());
    let paged = layout(&document, &fonts);
    for page in &paged.pages {
        let height = page.height;
        let lowest = lines_of(page, |_| true).into_iter().map(|(y, _)| y).fold(0.0, f32::max);
        assert!(lowest < height - 12.0 && lowest > height - 40.0, "{lowest} of {height}");
    }
}
