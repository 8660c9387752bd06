//! How two files differ, part by part.

use std::collections::BTreeSet;

use tagged_pdf::reader::{
    Element, FileMetadata, ImageView, LinkDestination, OutlineEntry, PageView, PdfFile, ReadError, Structure,
};

/// The most differences of one kind that are reported.
const MOST_REPORTED: usize = 20;
/// How many characters of a text are shown.
const SHOWN: usize = 60;

/// How every part of a file differs from what was expected.
pub(super) fn parts(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<String> {
    let mut found = words_and_pictures(file, expected);
    both("pages", file.pages(), expected.pages(), &mut found, |is, was, found| {
        for (is, was) in is.iter().zip(was) {
            page(is, was, found);
        }
    });
    both("fonts", file.fonts(), expected.fonts(), &mut found, |is, was, found| {
        for was in was {
            match is.iter().find(|is| is.name == was.name) {
                None => found.push(format!("fonts: {} is gone", was.base_name)),
                Some(is) if is != was => found.push(format!("fonts: {} is another", was.base_name)),
                Some(_) => {}
            }
        }
        for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
            found.push(format!("fonts: {} was added", is.base_name));
        }
    });
    both("outline", file.outline(), expected.outline(), &mut found, |is, was, found| {
        if is.len() != was.len() {
            found.push(format!("outline: {} bookmarks, made again {}", is.len(), was.len()));
        } else if let Some((is, was)) = is.iter().zip(was).find(|(is, was)| is != was) {
            found.push(format!("outline: `{}`, made again `{}`", short(&is.title), short(&was.title)));
        }
    });
    metadata(file, expected, &mut found);
    attachments(file, expected, &mut found);
    found
}

/// How what people read and see differs.
pub(super) fn words_and_pictures(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if file.page_count() != expected.page_count() {
        found.push(format!("pages: {}, made again {}", file.page_count(), expected.page_count()));
    }
    both("structure", file.structure(), expected.structure(), &mut found, structure);
    both("pictures", file.images(), expected.images(), &mut found, pictures);
    found
}

/// How a file of another version differs in what does not depend on where things stand.
pub(super) fn apart_from_layout(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<String> {
    let mut found = Vec::new();
    both("structure", file.structure(), expected.structure(), &mut found, structure);
    both("pictures", file.images(), expected.images(), &mut found, pictures);
    both("pages", file.pages(), expected.pages(), &mut found, |is, was, found| {
        links(is, was, found);
        furniture(is, was, found);
        let size = |page: &PageView| (page.width, page.height);
        if let Some(page) = is.iter().find(|page| was.first().is_none_or(|was| size(was) != size(page))) {
            found.push(format!("page {}: another size", page.number));
        }
    });
    both("outline", file.outline(), expected.outline(), &mut found, |is, was, found| {
        let entry = |entry: &OutlineEntry| (entry.depth, entry.title.clone());
        if !is.iter().map(entry).eq(was.iter().map(entry)) {
            found.push("outline: other bookmarks".to_owned());
        }
    });
    metadata(file, expected, &mut found);
    attachments(file, expected, &mut found);
    // Which version made a file is what differs to begin with.
    found.retain(|difference| {
        let said = ["metadata: creator `", "metadata: producer `", "metadata: other XMP"];
        *difference != "attachment `edition.json` is another" && !said.iter().any(|said| difference.starts_with(said))
    });
    both("metadata", file.metadata(), expected.metadata(), &mut found, |is, was, found| {
        let own = |metadata: &FileMetadata| {
            let creator = metadata.creator.as_deref().unwrap_or_default();
            metadata.xmp.replace(&metadata.producer, "").replace(creator, "")
        };
        if own(is) != own(was) {
            found.push("metadata: other XMP".to_owned());
        }
        for made in [&is.producer, is.creator.as_ref().unwrap_or(&is.producer)] {
            if made.len() > 100 || !made.chars().all(|c| c.is_ascii_alphanumeric() || " .-+()".contains(c)) {
                found.push(format!("metadata: made by `{}`", short(made)));
            }
        }
    });
    found
}

/// Where links lead, in reading order: addresses, and for places in the file the words of the link.
fn links(is: &[PageView], was: &[PageView], found: &mut Vec<String>) {
    let all = |pages: &[PageView]| {
        let mut all: Vec<String> = Vec::new();
        for link in pages.iter().flat_map(|page| &page.links) {
            all.push(match &link.destination {
                LinkDestination::Uri(uri) => format!("`{}` to {}", short(&link.contents), short(uri)),
                LinkDestination::Page { .. } => format!("`{}` to a page", short(&link.contents)),
            });
        }
        all.sort_unstable();
        all.dedup();
        all
    };
    let (is, was) = (all(is), all(was));
    for link in is.iter().filter(|link| was.binary_search(link).is_err()).take(MOST_REPORTED) {
        found.push(format!("links: {link} is not among those of the data"));
    }
    for link in was.iter().filter(|link| is.binary_search(link).is_err()).take(MOST_REPORTED) {
        found.push(format!("links: {link} is gone"));
    }
}

/// The text of running heads and feet, in which only the numbers of pages may differ.
fn furniture(is: &[PageView], was: &[PageView], found: &mut Vec<String>) {
    let all = |pages: &[PageView]| {
        let mut all: BTreeSet<String> = BTreeSet::new();
        for page in pages {
            let (number, count) = (page.number.to_string(), pages.len().to_string());
            for mark in page.marks.iter().filter(|mark| mark.content.is_none()) {
                let lines = mark.text.lines().map(|line| numberless(line, &number, &count));
                all.extend(lines.filter(|line| !line.trim().is_empty()));
            }
        }
        all
    };
    let (is, was) = (all(is), all(was));
    for text in is.difference(&was).take(MOST_REPORTED) {
        found.push(format!("running heads and feet: `{}` is not among those of the data", short(text)));
    }
}

/// A line with a mark in place of its page's number and the count of pages.
fn numberless(line: &str, number: &str, count: &str) -> String {
    let mut shown = String::new();
    let mut digits = String::new();
    for c in line.chars().map(Some).chain([None]) {
        match c {
            // In whatever digits the language has.
            Some(c) if c.is_numeric() => digits.push(c),
            c => {
                let value: String = digits.chars().filter_map(digit_value).collect();
                let is_page = !digits.is_empty() && (value == number || value == count);
                shown.push_str(if is_page { "#" } else { &digits });
                digits.clear();
                shown.extend(c);
            }
        }
    }
    shown
}

/// A digit of Latin or Arabic script as Latin has it.
fn digit_value(c: char) -> Option<char> {
    match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        _ => Some(c),
    }
}

/// Compares a part of both files, as far as it can be read.
fn both<T>(
    what: &str,
    is: Result<T, ReadError>,
    was: Result<T, ReadError>,
    found: &mut Vec<String>,
    compare: impl FnOnce(&T, &T, &mut Vec<String>),
) {
    match (is, was) {
        (Ok(is), Ok(was)) => compare(&is, &was, found),
        (Err(error), _) | (_, Err(error)) => found.push(format!("{what}: {error}")),
    }
}

fn structure(is: &Structure, was: &Structure, found: &mut Vec<String>) {
    words(is, was, found);
    let described = |element: &Element| Element { children: Vec::new(), page: None, ..element.clone() };
    let (all, made) = (is.elements().count(), was.elements().count());
    if all != made {
        found.push(format!("tags: {all} elements, made again {made}"));
        return;
    }
    for (is, was) in
        is.elements().zip(was.elements()).filter(|(is, was)| described(is) != described(was)).take(MOST_REPORTED)
    {
        let page = is.page.or(was.page).map_or_else(String::new, |page| format!("page {page}: "));
        let what = if is.role != was.role {
            format!("the tag {}, made again {}", is.role, was.role)
        } else if is.alt != was.alt {
            let text = |alt: &Option<String>| short(alt.as_deref().unwrap_or_default());
            format!("the alternative text `{}`, made again `{}`", text(&is.alt), text(&was.alt))
        } else {
            format!("the tag {} says something else of itself", is.role)
        };
        found.push(format!("{page}{what}"));
    }
}

/// The words in reading order, piece by piece, each with its page.
fn words(is: &Structure, was: &Structure, found: &mut Vec<String>) {
    let pieces = |structure: &Structure| -> Vec<(usize, String)> {
        structure.root.contents().map(|content| (content.page, content.text.clone())).collect()
    };
    let (is, was) = (pieces(is), pieces(was));
    let text = |piece: &(usize, String)| piece.1.clone();
    let head = is.iter().zip(&was).take_while(|(is, was)| text(is) == text(was)).count();
    let most = is.len().min(was.len()) - head;
    let tail = is.iter().rev().zip(was.iter().rev()).take(most).take_while(|(is, was)| text(is) == text(was)).count();
    let middle = |all: &[(usize, String)]| all.get(head..all.len() - tail).unwrap_or_default().to_vec();
    let (is, was) = (middle(&is), middle(&was));
    if is.len() == was.len() {
        for ((page, is), (_, was)) in is.iter().zip(&was).filter(|(is, was)| is.1 != was.1).take(MOST_REPORTED) {
            let (is, was) = differing(is, was);
            found.push(format!("page {page}: `{is}`, made again `{was}`"));
        }
        return;
    }
    let page = is.first().or(was.first()).map_or(1, |piece| piece.0);
    let joined = |all: &[(usize, String)]| short(&all.iter().map(text).collect::<String>());
    found.push(format!("page {page}: `{}`, made again `{}`", joined(&is), joined(&was)));
}

/// Where two texts differ, with the words around.
fn differing(is: &str, was: &str) -> (String, String) {
    let same = is.chars().zip(was.chars()).take_while(|(is, was)| is == was).count();
    let from = same.saturating_sub(SHOWN / 3);
    let part = |text: &str| short(&text.chars().skip(from).collect::<String>());
    (part(is), part(was))
}

/// The start of a text, in one line.
pub(super) fn short(text: &str) -> String {
    let text = text.trim();
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() { format!("{line}…") } else { line }
}

fn page(is: &PageView, was: &PageView, found: &mut Vec<String>) {
    let number = is.number;
    let said = found.iter().any(|difference| difference.starts_with(&format!("page {number}:")));
    if (is.width, is.height) != (was.width, was.height) {
        found.push(format!("page {number}: another size"));
    }
    if is.content != was.content && !said {
        let words = is.marks.iter().map(|mark| &mark.text).ne(was.marks.iter().map(|mark| &mark.text));
        found.push(format!("page {number}: {}", if words { "other words" } else { "drawn in another way" }));
    }
    if is.links != was.links {
        found.push(format!("page {number}: other links"));
    }
}

fn pictures(is: &Vec<ImageView<'_>>, was: &Vec<ImageView<'_>>, found: &mut Vec<String>) {
    for was in was {
        let digest = || was.to_file().map_or_else(String::new, |bytes| format!(" ({})", digest(&bytes)));
        match is.iter().find(|is| is.name == was.name) {
            None => found.push(format!("pictures: {}{} is gone", was.name, digest())),
            Some(is) if is != was => found.push(format!("pictures: {}{} is another", was.name, digest())),
            Some(_) => {}
        }
    }
    for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
        found.push(format!("pictures: {} was added", is.name));
    }
}

fn digest(bytes: &[u8]) -> briefing_model::Digest {
    use sha2::Digest as _;
    briefing_model::Digest::new(sha2::Sha256::digest(bytes).into())
}

fn metadata(file: &PdfFile<'_>, expected: &PdfFile<'_>, found: &mut Vec<String>) {
    both("metadata", file.metadata(), expected.metadata(), found, |is, was, found| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let told = [
            ("title", is.title.clone(), was.title.clone()),
            ("language", is.language.clone(), was.language.clone()),
            ("author", text(&is.author), text(&was.author)),
            ("subject", text(&is.subject), text(&was.subject)),
            ("keywords", text(&is.keywords), text(&was.keywords)),
            ("creator", text(&is.creator), text(&was.creator)),
            ("producer", is.producer.clone(), was.producer.clone()),
            ("creation date", is.created.clone(), was.created.clone()),
            ("date of change", is.modified.clone(), was.modified.clone()),
        ];
        for (what, is, was) in told.into_iter().filter(|(_, is, was)| is != was) {
            found.push(format!("metadata: {what} `{}`, made again `{}`", short(&is), short(&was)));
        }
        if is.xmp != was.xmp {
            found.push("metadata: other XMP".to_owned());
        }
    });
}

fn attachments(file: &PdfFile<'_>, expected: &PdfFile<'_>, found: &mut Vec<String>) {
    both("attachments", file.attachments(), expected.attachments(), found, |is, was, found| {
        for was in was {
            match is.iter().find(|is| is.name == was.name) {
                None => found.push(format!("attachment `{}` is gone", was.name)),
                Some(is) if is.bytes != was.bytes => found.push(format!("attachment `{}` is another", was.name)),
                Some(is) if is.intact != was.intact => {
                    found.push(format!(
                        "attachment `{}` was changed: its check sum is that of something else",
                        was.name
                    ));
                }
                Some(is) if is != was => found.push(format!("attachment `{}` is described in another way", was.name)),
                Some(_) => {}
            }
        }
        for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
            found.push(format!("attachment `{}` was added", short(&is.name)));
        }
    });
}
