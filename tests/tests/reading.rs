//! What the finished bytes say, read back by the reader of our own, against the document they were made from.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing amiss, also in its helpers"
)]

use std::sync::{Arc, LazyLock};

use briefing_document::Document;
use briefing_layout::text::FontBook;
use briefing_model::Language;
use briefing_pdf::reader::{Child, Element, PdfFile};
use briefing_tests::{Issue, OFFICES};

/// A document and the file made from it.
struct Made {
    name: String,
    document: Document,
    bytes: Vec<u8>,
}

/// Every office of the repository in every language.
fn made() -> &'static [Made] {
    static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| {
        let fonts = Arc::new(FontBook::builtin());
        let mut made = Vec::new();
        for (folder, month) in OFFICES {
            let issue = Issue::of_repository(folder, month).unwrap();
            for language in Language::ALL {
                let document = briefing_document::compose(&issue.folder.briefing, language).unwrap().document;
                let paged = briefing_layout::layout(&document, &fonts);
                let bytes = briefing_pdf::write(&paged, &issue.folder.assets.clone().into_map()).unwrap();
                made.push(Made { name: format!("{folder} in {language}"), document, bytes });
            }
        }
        made
    });
    &MADE
}

/// The words in reading order, without the marks that setting adds to the items of a list.
fn words(element: &Element, numbered: bool, words: &mut String) {
    let numbered = match element.role.as_str() {
        "L" => matches!(element.numbering.as_deref(), Some("Decimal" | "Disc")),
        "LI" => numbered,
        "Lbl" if numbered => return,
        _ => false,
    };
    for child in &element.children {
        match child {
            Child::Element(element) => self::words(element, numbered, words),
            Child::Content(content) => words.push_str(&content.text),
            Child::Link(_) => {}
        }
    }
}

/// Setting may change white space and add soft hyphens, nothing else.
fn folded(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{ad}').collect()
}

#[test]
fn the_text_of_every_language_is_recovered_exactly() {
    for Made { name, document, bytes } in made() {
        let structure = PdfFile::open(bytes).and_then(|file| file.structure());
        let structure = structure.unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut read = String::new();
        words(&structure.root, false, &mut read);
        let (read, said) = (folded(&read), folded(&document.plain_text()));
        let same = read.chars().zip(said.chars()).take_while(|(read, said)| read == said).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(30)).take(80).collect::<String>();
        assert!(read == said, "{name}: differs after {same}\nread: {}\nsaid: {}", around(&read), around(&said));
    }
}

#[test]
fn pictures_come_out_as_they_went_in() {
    let issue = Issue::of_repository("examples/unoct", "2025-04").unwrap();
    let bytes = issue.pdf().unwrap();
    let file = PdfFile::open(&bytes).unwrap();
    let assets = issue.folder.assets.clone().into_map();
    let images = file.images().unwrap();
    assert_eq!(images.len(), assets.len());
    let jpeg = |bytes: &[u8]| bytes.starts_with(&[0xFF, 0xD8]);
    let read: Vec<Vec<u8>> =
        images.iter().filter_map(briefing_pdf::reader::ImageView::to_file).filter(|file| jpeg(file)).collect();
    let given = assets.values().filter(|bytes| jpeg(bytes));
    assert!(!read.is_empty());
    assert!(
        given.clone().count() == read.len() && given.clone().all(|bytes| read.iter().any(|file| **file == **bytes))
    );
}

#[test]
fn a_file_says_of_itself_what_the_document_says() {
    for Made { name, document, bytes } in made() {
        let file = PdfFile::open(bytes).unwrap();
        let metadata = file.metadata().unwrap();
        assert_eq!(metadata.title, document.about.title, "{name}");
        assert_eq!(metadata.language, document.language.code(), "{name}");
        assert_eq!(metadata.author.as_deref(), Some(document.about.author.as_str()), "{name}");
        assert!(file.identifier_holds(), "{name}");
        let outline: Vec<String> = file.outline().unwrap().into_iter().map(|entry| entry.title).collect();
        assert!(document.sections.iter().all(|section| outline.contains(&section.heading)), "{name}: {outline:?}");
    }
}
