//! How two files differ, part by part.

use std::collections::BTreeSet;

use super::difference::{
    AttachmentChange, Difference, FilePart, MetadataField, PageDifference, PartChange, TagDifference,
};
use crate::edition::{Edition, digest};
use tagged_pdf::reader::{
    Element, FileMetadata, ImageView, LinkDestination, OutlineEntry, PageView, PdfFile, ReadError, Structure,
};

/// The most differences of one kind that are reported.
const MOST_REPORTED: usize = 20;
/// How many characters of a text are shown.
const SHOWN: usize = 60;

/// The differences between every part of a file and the expected one.
pub(super) fn parts(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<Difference> {
    let mut found = words_and_pictures(file, expected);
    both(FilePart::Pages, file.pages(), expected.pages(), &mut found, |is, was, found| {
        for (is, was) in is.iter().zip(was) {
            page(is, was, found);
        }
    });
    both(FilePart::Fonts, file.fonts(), expected.fonts(), &mut found, |is, was, found| {
        let font = |name: &str, change| Difference::Font { name: name.to_owned(), change };
        for was in was {
            match is.iter().find(|is| is.name == was.name) {
                None => found.push(font(&was.base_name, PartChange::Gone)),
                Some(is) if is != was => found.push(font(&was.base_name, PartChange::Other)),
                Some(_) => {}
            }
        }
        for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
            found.push(font(&is.base_name, PartChange::Added));
        }
    });
    both(FilePart::Outline, file.outline(), expected.outline(), &mut found, |is, was, found| {
        if is.len() != was.len() {
            found.push(Difference::BookmarkCount { found: is.len(), expected: was.len() });
        } else if let Some((is, was)) = is.iter().zip(was).find(|(is, was)| is != was) {
            found.push(Difference::Bookmark { found: short(&is.title), expected: short(&was.title) });
        }
    });
    metadata(file, expected, &mut found);
    attachments(file, expected, &mut found);
    found
}

/// The differences in what people read and see.
pub(super) fn words_and_pictures(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    if file.page_count() != expected.page_count() {
        found.push(Difference::PageCount { found: file.page_count(), expected: expected.page_count() });
    }
    both(FilePart::Structure, file.structure(), expected.structure(), &mut found, structure);
    both(FilePart::Pictures, file.images(), expected.images(), &mut found, pictures);
    found
}

/// The differences of a file of another version in what does not depend on positions.
pub(super) fn apart_from_layout(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    both(FilePart::Structure, file.structure(), expected.structure(), &mut found, structure);
    both(FilePart::Pictures, file.images(), expected.images(), &mut found, pictures);
    both(FilePart::Pages, file.pages(), expected.pages(), &mut found, |is, was, found| {
        links(is, was, found);
        furniture(is, was, found);
        let size = |page: &PageView| (page.width, page.height);
        if let Some(page) = is.iter().find(|page| was.first().is_none_or(|was| size(was) != size(page))) {
            found.push(Difference::Page { page: page.number, difference: PageDifference::Size });
        }
    });
    both(FilePart::Outline, file.outline(), expected.outline(), &mut found, |is, was, found| {
        let entry = |entry: &OutlineEntry| (entry.depth, entry.title.clone());
        if !is.iter().map(entry).eq(was.iter().map(entry)) {
            found.push(Difference::Bookmarks);
        }
    });
    metadata(file, expected, &mut found);
    attachments(file, expected, &mut found);
    // Files of different versions differ in these anyway.
    found.retain(|difference| !is_of_version(difference));
    both(FilePart::Metadata, file.metadata(), expected.metadata(), &mut found, |is, was, found| {
        let own = |metadata: &FileMetadata| {
            let creator = metadata.creator.as_deref().unwrap_or_default();
            metadata.xmp.replace(&metadata.producer, "").replace(creator, "")
        };
        if own(is) != own(was) {
            found.push(Difference::Xmp);
        }
        for made in [&is.producer, is.creator.as_ref().unwrap_or(&is.producer)] {
            if made.len() > 100 || !made.chars().all(|c| c.is_ascii_alphanumeric() || " .-+()".contains(c)) {
                found.push(Difference::MadeBy { program: short(made) });
            }
        }
    });
    found
}

/// Whether files of different versions differ so anyway.
fn is_of_version(difference: &Difference) -> bool {
    match difference {
        Difference::Metadata { field, .. } => matches!(field, MetadataField::Creator | MetadataField::Producer),
        Difference::Attachment { name, change } => *change == AttachmentChange::Contents && name == Edition::FILE_NAME,
        Difference::Xmp => true,
        _ => false,
    }
}

/// Where links lead, in reading order: addresses, and for places in the file the words of the link.
fn links(is: &[PageView], was: &[PageView], found: &mut Vec<Difference>) {
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
        found.push(Difference::Link { link: link.clone(), change: PartChange::Added });
    }
    for link in was.iter().filter(|link| is.binary_search(link).is_err()).take(MOST_REPORTED) {
        found.push(Difference::Link { link: link.clone(), change: PartChange::Gone });
    }
}

/// Compares the text of running heads and feet, in which only page numbers may differ.
fn furniture(is: &[PageView], was: &[PageView], found: &mut Vec<Difference>) {
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
        found.push(Difference::RunningText { text: short(text) });
    }
}

/// A line with a mark in place of its page's number and the number of pages.
fn numberless(line: &str, number: &str, count: &str) -> String {
    let mut shown = String::new();
    let mut digits = String::new();
    for c in line.chars().map(Some).chain([None]) {
        match c {
            // In the digits of any language.
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

/// A Latin or Arabic digit, as Latin script writes it.
fn digit_value(c: char) -> Option<char> {
    match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        _ => Some(c),
    }
}

/// Compares a part of both files, if it can be read.
fn both<T>(
    part: FilePart,
    is: Result<T, ReadError>,
    was: Result<T, ReadError>,
    found: &mut Vec<Difference>,
    compare: impl FnOnce(&T, &T, &mut Vec<Difference>),
) {
    match (is, was) {
        (Ok(is), Ok(was)) => compare(&is, &was, found),
        (Err(error), _) | (_, Err(error)) => found.push(Difference::Unread { part, reason: error.to_string() }),
    }
}

fn structure(is: &Structure, was: &Structure, found: &mut Vec<Difference>) {
    words(is, was, found);
    let described = |element: &Element| Element { children: Vec::new(), page: None, ..element.clone() };
    let (all, made) = (is.elements().count(), was.elements().count());
    if all != made {
        found.push(Difference::TagCount { found: all, expected: made });
        return;
    }
    for (is, was) in
        is.elements().zip(was.elements()).filter(|(is, was)| described(is) != described(was)).take(MOST_REPORTED)
    {
        let difference = if is.role != was.role {
            TagDifference::Role { found: is.role.to_string(), expected: was.role.to_string() }
        } else if is.alt != was.alt {
            let text = |alt: &Option<String>| short(alt.as_deref().unwrap_or_default());
            TagDifference::Alt { found: text(&is.alt), expected: text(&was.alt) }
        } else {
            TagDifference::Property { role: is.role.to_string() }
        };
        found.push(Difference::Tag { page: is.page.or(was.page), difference });
    }
}

/// Compares the words in reading order, piece by piece, each with its page.
fn words(is: &Structure, was: &Structure, found: &mut Vec<Difference>) {
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
            found.push(Difference::Words { page: *page, found: is, expected: was });
        }
        return;
    }
    let page = is.first().or(was.first()).map_or(1, |piece| piece.0);
    let joined = |all: &[(usize, String)]| short(&all.iter().map(text).collect::<String>());
    found.push(Difference::Words { page, found: joined(&is), expected: joined(&was) });
}

/// The parts in which two texts differ, with the words around them.
fn differing(is: &str, was: &str) -> (String, String) {
    let same = is.chars().zip(was.chars()).take_while(|(is, was)| is == was).count();
    let from = same.saturating_sub(SHOWN / 3);
    let part = |text: &str| short(&text.chars().skip(from).collect::<String>());
    (part(is), part(was))
}

/// The start of a text, on one line.
pub(super) fn short(text: &str) -> String {
    let text = text.trim();
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() { format!("{line}…") } else { line }
}

fn page(is: &PageView, was: &PageView, found: &mut Vec<Difference>) {
    let number = is.number;
    let is_reported = found.iter().any(|difference| difference.page() == Some(number));
    let mut report = |difference| found.push(Difference::Page { page: number, difference });
    if (is.width, is.height) != (was.width, was.height) {
        report(PageDifference::Size);
    }
    if is.content != was.content && !is_reported {
        let words = is.marks.iter().map(|mark| &mark.text).ne(was.marks.iter().map(|mark| &mark.text));
        report(if words { PageDifference::OtherWords } else { PageDifference::Drawing });
    }
    if is.links != was.links {
        report(PageDifference::Links);
    }
}

fn pictures(is: &Vec<ImageView<'_>>, was: &Vec<ImageView<'_>>, found: &mut Vec<Difference>) {
    for was in was {
        let change = match is.iter().find(|is| is.name == was.name) {
            None => PartChange::Gone,
            Some(is) if is != was => PartChange::Other,
            Some(_) => continue,
        };
        found.push(Difference::Picture {
            name: was.name.to_string(),
            digest: was.to_file().map(|bytes| digest(&bytes)),
            change,
        });
    }
    for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
        found.push(Difference::Picture { name: is.name.to_string(), digest: None, change: PartChange::Added });
    }
}

fn metadata(file: &PdfFile<'_>, expected: &PdfFile<'_>, found: &mut Vec<Difference>) {
    both(FilePart::Metadata, file.metadata(), expected.metadata(), found, |is, was, found| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let fields = [
            (MetadataField::Title, is.title.clone(), was.title.clone()),
            (MetadataField::Language, is.language.clone(), was.language.clone()),
            (MetadataField::Author, text(&is.author), text(&was.author)),
            (MetadataField::Subject, text(&is.subject), text(&was.subject)),
            (MetadataField::Keywords, text(&is.keywords), text(&was.keywords)),
            (MetadataField::Creator, text(&is.creator), text(&was.creator)),
            (MetadataField::Producer, is.producer.clone(), was.producer.clone()),
            (MetadataField::Created, is.created.clone(), was.created.clone()),
            (MetadataField::Modified, is.modified.clone(), was.modified.clone()),
        ];
        for (field, is, was) in fields.into_iter().filter(|(_, is, was)| is != was) {
            found.push(Difference::Metadata { field, found: short(&is), expected: short(&was) });
        }
        if is.xmp != was.xmp {
            found.push(Difference::Xmp);
        }
    });
}

fn attachments(file: &PdfFile<'_>, expected: &PdfFile<'_>, found: &mut Vec<Difference>) {
    both(FilePart::Attachments, file.attachments(), expected.attachments(), found, |is, was, found| {
        let mut report = |name: &str, change| found.push(Difference::Attachment { name: name.to_owned(), change });
        for was in was {
            match is.iter().find(|is| is.name == was.name) {
                None => report(&was.name, AttachmentChange::Gone),
                Some(is) if is.bytes != was.bytes => report(&was.name, AttachmentChange::Contents),
                Some(is) if is.intact != was.intact => report(&was.name, AttachmentChange::CheckSum),
                Some(is) if is != was => report(&was.name, AttachmentChange::Description),
                Some(_) => {}
            }
        }
        for is in is.iter().filter(|is| !was.iter().any(|was| was.name == is.name)) {
            report(&short(&is.name), AttachmentChange::Added);
        }
    });
}
