//! Every page of April 2025 and of three other months of the example in six languages, and the first and the last of April in the other
//! looks, compared with pictures that somebody has looked at.
//!
//! The finished bytes are drawn by a renderer that is not ours, in grey and small: enough for what only the eye can
//! judge, such as a page that is mirrored, a picture that is not there, a font that draws boxes. What a page says and
//! where exactly it stands, other tests check. This is also what notices a wrong measure (`briefing_layout`, `measures.rs`).
//!
//! After a change that is meant to show: `BRIEFING_PICTURES=accept cargo test -p briefing-tests --test it pictures`, and
//! look at every picture that changed before committing it.

mod picture;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use briefing_document::Tag;
use briefing_layout::{Contour as Drawn, Mark, PageItem, PagedDocument, Role};
use briefing_model::{Language, ThemeLook};
use briefing_office::Disk;
use briefing_tests::{Issue, repository};
use hayro::{InterpreterSettings, Pdf, RenderSettings};

use self::picture::{Difference, Picture};

/// Pixels to a point: 48 to an inch.
const SCALE: f32 = 48.0 / 72.0;

const FOLDER: &str = "tests/pictures";

/// The month that the example was made for, and others with fewer items, other charts and no pictures.
const MONTHS: [&str; 4] = ["2025-04", "2018-06", "2021-10", "2024-07"];

fn example(language: Language) -> Issue {
    example_of(MONTHS[0], language)
}

fn example_of(month: &str, language: Language) -> Issue {
    Issue::edition(&Disk::open(&repository("examples/unoct")).unwrap(), month, language).unwrap()
}

/// Pages of a file, drawn.
fn draw(bytes: Vec<u8>, wanted: impl Fn(usize) -> Vec<usize>) -> Vec<Picture> {
    let file = Pdf::new(Arc::new(bytes)).unwrap_or_else(|error| panic!("the renderer refuses the file: {error:?}"));
    let settings = InterpreterSettings {
        warning_sink: Arc::new(|warning| panic!("the renderer cannot draw all of the page: {warning:?}")),
        ..InterpreterSettings::default()
    };
    let scale = RenderSettings { x_scale: SCALE, y_scale: SCALE, width: None, height: None };
    let pages = file.pages();
    wanted(pages.len())
        .into_iter()
        .map(|page| {
            let drawn = hayro::render(&pages[page], &settings, &scale);
            let width = usize::from(drawn.width());
            Picture::from_rgba(width, &drawn.take_u8())
        })
        .collect()
}

/// The pictures of a language's editions, with their names.
fn pictures(language: Language) -> Vec<(String, Picture)> {
    let of_month = |month: &'static str| {
        let drawn = draw(example_of(month, language).pdf().unwrap(), |pages| (0..pages).collect());
        let name = move |page: usize| format!("{month}-{}-{}", language.code(), page + 1);
        drawn.into_iter().enumerate().map(move |(page, picture)| (name(page), picture))
    };
    MONTHS.into_iter().flat_map(of_month).collect()
}

/// The first and the last page of the example in the other looks, from left to right and from right to left.
fn looks() -> Vec<(String, Picture)> {
    let mut pictures = Vec::new();
    for look in ThemeLook::ALL.into_iter().filter(|look| *look != ThemeLook::default()) {
        for language in [Language::En, Language::Ar] {
            let mut issue = example(language);
            issue.document.style.look = look;
            issue.paged = briefing_layout::layout(&issue.document, &issue.paged.fonts);
            let drawn = draw(issue.pdf().unwrap(), |pages| vec![0, pages - 1]);
            let name = |part| format!("{}-{}-{part}", look.as_str(), language.code());
            pictures.extend(["first", "last"].map(name).into_iter().zip(drawn));
        }
    }
    pictures
}

/// Why a drawn picture is not the reference.
fn fault(reference: &Path, name: &str, drawn: &Picture) -> Option<String> {
    let aside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let fault = match std::fs::read(reference) {
        Err(error) => format!("{}: {error}", reference.display()),
        Ok(bytes) => match Picture::from_png(&bytes).compare(drawn) {
            Difference::None => return None,
            Difference::Size => "the page has another size".to_owned(),
            Difference::Cells { count, worst, at: (x, y), picture } => {
                let (x, y) = (x as f32 / SCALE, y as f32 / SCALE);
                std::fs::create_dir_all(&aside).unwrap();
                std::fs::write(aside.join(format!("{name}-difference.png")), picture.to_png()).unwrap();
                format!(
                    "{count} places differ, most near {x:.0} pt from the left and {y:.0} pt from the top (by {worst} of 1500)"
                )
            }
        },
    };
    std::fs::create_dir_all(&aside).unwrap();
    let new = aside.join(format!("{name}.png"));
    std::fs::write(&new, drawn.to_png()).unwrap();
    Some(format!("{name}: {fault}; drawn now: {}", new.display()))
}

#[test]
fn pages_look_as_they_did_when_somebody_looked() {
    let folder = repository(FOLDER);
    let accept = std::env::var_os("BRIEFING_PICTURES").is_some_and(|value| value == "accept");
    let drawn: Vec<(String, Picture)> = thread::scope(|scope| {
        let editions = Language::ALL.map(|language| scope.spawn(move || pictures(language)));
        let looks = scope.spawn(looks);
        editions.into_iter().chain([looks]).flat_map(|edition| edition.join().unwrap()).collect()
    });
    let mut faults = Vec::new();
    for (name, picture) in &drawn {
        let reference = folder.join(format!("{name}.png"));
        if let Some(fault) = fault(&reference, name, picture) {
            faults.push(fault);
            if accept {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&reference, picture.to_png()).unwrap();
            }
        }
    }
    assert!(
        accept || faults.is_empty(),
        "{}\nBeside each lies a picture of what differs. When all of it is meant: \
         BRIEFING_PICTURES=accept cargo test -p briefing-tests --test it pictures",
        faults.join("\n"),
    );
    let named: BTreeSet<PathBuf> = drawn.iter().map(|(name, _)| folder.join(format!("{name}.png"))).collect();
    let there: BTreeSet<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(there, named, "a picture that no page is compared with");
}

/// Draws the first page before and after something happened to it, and says how it differs.
fn after(happens: impl Fn(&mut PagedDocument)) -> Difference {
    after_on(0, happens)
}

/// How a page differs after something happens to the pages.
fn after_on(page: usize, happens: impl Fn(&mut PagedDocument)) -> Difference {
    let mut issue = example(Language::En);
    let before = draw(issue.pdf().unwrap(), |_| vec![page]);
    happens(&mut issue.paged);
    let after = draw(issue.pdf().unwrap(), |_| vec![page]);
    before[0].compare(&after[0])
}

fn is_seen(difference: &Difference) -> bool {
    matches!(difference, Difference::Cells { .. })
}

/// Moves a mark across and down, in points.
fn shift(item: &mut PageItem, dx: f32, dy: f32) {
    match &mut item.mark {
        Mark::Glyphs { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
        Mark::Picture { area, .. } => (area.x, area.y) = (area.x + dx, area.y + dy),
        Mark::Shape(shape) => match &mut shape.path {
            Drawn::Rect(area, _) | Drawn::Ellipse(area) => (area.x, area.y) = (area.x + dx, area.y + dy),
            Drawn::Lines(points, _) => points.iter_mut().for_each(|(x, y)| (*x, *y) = (*x + dx, *y + dy)),
        },
    }
}

fn in_a_paragraph(paged: &PagedDocument, role: Role) -> bool {
    let Role::Content(slot) = role else { return false };
    let owner = paged.tree.owner(slot).and_then(|owner| paged.tree.get(owner));
    owner.is_some_and(|node| node.tag == Tag::Paragraph)
}

#[test]
fn the_same_page_is_the_same_picture() {
    let difference = after(|_| {});
    assert!(matches!(difference, Difference::None), "{difference:?}");
}

#[test]
fn a_line_that_moved_by_two_points_is_seen() {
    let difference = after(|paged| {
        let line = paged.pages[0].items.iter().position(|item| in_a_paragraph(paged, item.role)).unwrap();
        shift(&mut paged.pages[0].items[line], 0.0, 2.0);
    });
    assert!(is_seen(&difference), "{difference:?}");
}

#[test]
fn columns_that_changed_places_are_seen() {
    let difference = after_on(1, |paged| {
        let page = &mut paged.pages[1];
        let first = page.frames[0].area;
        let across = page.frames.iter().map(|frame| frame.area.x - first.x).find(|across| *across > 1.0).unwrap();
        for item in &mut page.items {
            if let Mark::Glyphs { x, y, .. } = item.mark
                && y > first.y
                && y < first.bottom()
            {
                shift(item, if x < first.right() { across } else { -across }, 0.0);
            }
        }
    });
    assert!(is_seen(&difference), "{difference:?}");
}

#[test]
fn a_picture_that_is_missing_is_seen() {
    let difference = after(|paged| {
        let pictures = paged.pages[0].items.iter_mut().filter_map(|item| match &mut item.mark {
            Mark::Picture { area, .. } => Some(area),
            _ => None,
        });
        let smallest = pictures.min_by(|one, other| one.width.total_cmp(&other.width)).unwrap();
        (smallest.width, smallest.height) = (0.1, 0.1);
    });
    assert!(is_seen(&difference), "{difference:?}");
}
