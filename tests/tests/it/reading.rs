//! What the finished bytes say, read back by the reader of our own, against the document they were made from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use briefing_document::{Block, Document, Inline, OrganizationBox, OrganizationChild, OrganizationUnit};
use briefing_model::Language;
use briefing_office::Disk;
use briefing_pdf::reader::{Child, Element, PdfFile};
use briefing_tests::{Issue, OFFICES, repository};

/// A document and the file made from it.
struct Made {
    name: String,
    document: Document,
    bytes: Vec<u8>,
}

/// Every office of the repository in every language.
fn made() -> &'static [Made] {
    static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| {
        let mut made = Vec::new();
        for (folder, month) in OFFICES {
            let disk = Disk::open(&repository(folder)).unwrap();
            for language in Language::ALL {
                let issue = Issue::edition(&disk, month, language).unwrap();
                let bytes = issue.pdf().unwrap();
                made.push(Made {
                    name: format!("{folder} {month} in {}", language.code()),
                    document: issue.document,
                    bytes,
                });
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
        let has = |heading: &str| outline.iter().any(|entry| entry == heading);
        assert!(document.sections.iter().all(|section| has(&section.heading)), "{name}: {outline:?}");
    }
}

/// How many elements of each of these kinds a document asks for.
fn asked_for(document: &Document) -> BTreeMap<&'static str, usize> {
    let mut count =
        BTreeMap::from(["Table", "TR", "TH", "TD", "LI", "Art", "Link", "Figure", "Note"].map(|role| (role, 0)));
    let mut add = |role, more| *count.entry(role).or_default() += more;
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let mut lines: Vec<&[Inline]> = Vec::new();
        match block {
            Block::Heading(line) | Block::Paragraph(line) | Block::Pointer(line) => lines.push(line),
            Block::List(list) => {
                add("LI", list.items.len());
                lines.extend(list.items.iter().map(Vec::as_slice));
            }
            Block::Calendar(calendar) => {
                let entries = calendar.groups.iter().map(|group| group.entries.len()).sum();
                add("LI", entries);
                add("Link", entries);
            }
            Block::Event(event) => {
                add("Art", 1);
                lines.push(&event.text);
                add("Figure", usize::from(event.figure.is_some()));
                let words = event.figure.iter().flat_map(|figure| [&figure.caption, &figure.credit]);
                lines.extend(words.flatten().map(Vec::as_slice));
            }
            Block::Figure(figure) => {
                add("Figure", 1);
                lines.extend([&figure.caption, &figure.credit].into_iter().flatten().map(Vec::as_slice));
            }
            Block::Table(table) => {
                let (rows, totals) = (table.rows.len(), table.totals.len());
                let headers = table.columns.iter().filter(|column| column.row_header).count();
                add("Table", 1);
                add("TR", 1 + rows + totals);
                add("TH", table.columns.len() + headers * rows + totals);
                add("TD", (table.columns.len() - headers) * rows + totals);
                lines.extend(table.columns.iter().map(|column| column.header.as_slice()));
                lines.extend(table.rows.iter().flatten().map(Vec::as_slice));
                lines.extend(table.totals.iter().flat_map(|(label, value)| [label.as_slice(), value.as_slice()]));
            }
            Block::Contact(contact) => lines.extend(contact.entries.iter().map(|(_, text)| text.as_slice())),
            Block::KeyFigures(key) => lines.extend(key.share.iter().map(|(_, sentence)| sentence.as_slice())),
            Block::Chart(chart) => {
                add("Table", 1);
                add("TR", 1 + chart.rows.len());
                add("TH", 1 + chart.series.len() + chart.rows.len());
                add("TD", chart.series.len() * chart.rows.len());
                lines.extend(chart.rows.iter().map(|row| row.label.as_slice()));
            }
            Block::Organization(chart) => {
                let mut boxes: Vec<&OrganizationBox> = vec![&chart.head];
                boxes.extend(&chart.beside);
                chart.units.iter().for_each(|unit| units(unit, &mut boxes, &mut lines));
                lines.extend(chart.groups.iter().flat_map(|group| &group.names).map(Vec::as_slice));
                add("LI", boxes.len() + lines.len());
                lines.extend(boxes.iter().flat_map(|of| of.details.iter().chain([&of.name])).map(Vec::as_slice));
            }
            Block::Pillars(pillars) => {
                add("LI", pillars.len());
                lines.extend(pillars.iter().map(|pillar| pillar.text.as_slice()));
            }
            Block::Notes(notes) => {
                add("Note", notes.iter().filter(|note| !note.mark.is_empty()).count());
                lines.extend(notes.iter().map(|note| note.text.as_slice()));
            }
        }
        add("Link", lines.into_iter().map(links).sum());
    }
    count
}

/// The boxes of a unit and of those in it, and the programmes between them.
fn units<'a>(of: &'a OrganizationUnit, boxes: &mut Vec<&'a OrganizationBox>, programmes: &mut Vec<&'a [Inline]>) {
    boxes.push(&of.unit);
    for child in &of.children {
        match child {
            OrganizationChild::Programme(name) => programmes.push(name),
            OrganizationChild::Unit(unit) => units(unit, boxes, programmes),
        }
    }
}

fn links(line: &[Inline]) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Link { .. } | Inline::NoteReference { .. } => 1,
        Inline::Strong(content) | Inline::Emphasis(content) | Inline::Foreign { content, .. } => links(content),
        Inline::Text(_) | Inline::Abbreviation { .. } => 0,
    };
    line.iter().map(count).sum()
}

#[test]
fn there_are_as_many_elements_as_the_document_has() {
    for Made { name, document, bytes } in made() {
        let structure = PdfFile::open(bytes).unwrap().structure().unwrap();
        let mut asked = asked_for(document);
        *asked.entry("Figure").or_default() += usize::from(document.title.emblem.is_some());
        // One that has no occasion to be counted tests nothing.
        assert!(
            !name.starts_with("examples/unoct 2025-04") || asked.values().all(|count| *count > 0),
            "{name}: {asked:?}"
        );
        let mut found: BTreeMap<&str, usize> = asked.keys().map(|role| (*role, 0)).collect();
        for element in structure.elements() {
            if let Some(count) = found.get_mut(element.role.as_str()) {
                *count += 1;
            }
        }
        asked.insert("H1", 1);
        found.insert("H1", structure.elements().filter(|element| element.role == "H1").count());
        assert_eq!(found, asked, "{name}");
    }
}

#[test]
fn the_tags_of_the_example_say_what_its_pages_mean() {
    let english = made().iter().find(|made| made.name == "examples/unoct 2025-04 in en").unwrap();
    let structure = PdfFile::open(&english.bytes).unwrap().structure().unwrap();
    let mut lines = Vec::new();
    line(&structure.root, 0, &mut lines);
    insta::assert_snapshot!(lines.join("\n"));
}

/// An element in a line with what is said of it and its own text, and those in it below.
fn line(element: &Element, depth: usize, lines: &mut Vec<String>) {
    let mut line = format!("{:indent$}{}", "", element.role, indent = 2 * depth);
    for (key, value) in [
        ("Scope", &element.scope),
        ("ListNumbering", &element.numbering),
        ("Lang", &element.language),
        ("E", &element.expansion),
        ("Alt", &element.alt),
        ("ActualText", &element.actual_text),
        ("Summary", &element.summary),
    ] {
        if let Some(value) = value {
            line.push_str(&format!(" {key}={value:?}"));
        }
    }
    let own = element.children.iter().map(|child| match child {
        Child::Content(content) => content.text.replace('\u{ad}', ""),
        Child::Element(inner) if inner.is_inline() => "…".to_owned(),
        Child::Element(_) | Child::Link(_) => String::new(),
    });
    let own = own.collect::<String>();
    if element.children.iter().any(|child| matches!(child, Child::Content(_))) {
        line.push_str(&format!(": {}", own.trim_end()));
    }
    lines.push(line);
    for child in &element.children {
        if let Child::Element(child) = child {
            self::line(child, depth + 1, lines);
        }
    }
}

/// Short forms that stand for nothing that could be said: numerals, codes of currencies and licences, parts of names. What
/// `IBSM` is short for the office never printed.
const SAID_AS_THEY_ARE: [&str; 11] = ["II", "III", "IV", "EUR", "US", "США", "EE", "UU", "CC0", "TECH", "IBSM"];

/// Each word in capitals, Latin or Cyrillic, that is not part of a longer short form such as `КТУ ООН`.
fn short_forms(text: &str) -> Vec<&str> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words
        .filter(|word| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()))
        .filter(|word| word.chars().any(char::is_alphabetic) && !SAID_AS_THEY_ARE.contains(word))
        .collect()
}

#[test]
fn every_acronym_of_the_example_says_what_it_stands_for() {
    let mut lacking = Vec::new();
    for Made { name, bytes, .. } in made().iter().filter(|made| made.name.starts_with("examples/unoct")) {
        let structure = PdfFile::open(bytes).and_then(|file| file.structure()).unwrap();
        let elements: Vec<&Element> = structure.root.elements().collect();
        let explained: Vec<(String, &str)> =
            elements.iter().filter_map(|element| Some((element.text(), element.expansion.as_deref()?))).collect();
        assert!(!explained.is_empty(), "{name}");
        for (short, expansion) in &explained {
            assert!(!expansion.is_empty() && expansion != short, "{name}: {short} stands for {expansion}");
        }
        // Cells and boxes stand side by side with nothing between them.
        let is_line = |element: &&&Element| {
            let blocks = element.children.iter().filter_map(|child| match child {
                Child::Element(inner) => Some(inner),
                Child::Content(_) | Child::Link(_) => None,
            });
            !element.is_inline() && blocks.filter(|inner| !inner.is_inline()).count() == 0
        };
        let lines = elements.iter().filter(is_line).map(|element| element.text());
        // An acronym that stands alone is the mark of a box, whose name comes next.
        let lines = lines.filter(|line| short_forms(line).first() != Some(&line.trim()));
        let text = lines.collect::<Vec<_>>().join("\n");
        for word in short_forms(&text) {
            let is_explained = explained.iter().any(|(short, _)| short_forms(short).contains(&word));
            let line = format!("{name}: {word}");
            if !is_explained && !lacking.contains(&line) {
                lacking.push(line);
            }
        }
        // And the one that is not all in capitals.
        let network = explained.iter().find(|(short, _)| short == "VoTAN");
        assert_eq!(network.is_some(), text.contains("VoTAN"), "{name}");
    }
    assert!(lacking.is_empty(), "nothing says what these stand for:\n{}", lacking.join("\n"));
}

#[test]
fn an_acronym_is_explained_in_the_language_of_the_edition() {
    for (language, short, expansion) in [
        ("en", "PNR", "Passenger Name Record"),
        ("fr", "RPCV", "renseignements préalables concernant les voyageurs"),
        ("es", "IA", "inteligencia artificial"),
        ("ru", "ПФТ", "противодействие финансированию терроризма"),
        ("ar", "ECOSOC", "المجلس الاقتصادي والاجتماعي"),
        ("zh", "PNR", "旅客姓名记录"),
    ] {
        let made = made().iter().find(|made| made.name == format!("examples/unoct 2025-04 in {language}")).unwrap();
        let structure = PdfFile::open(&made.bytes).and_then(|file| file.structure()).unwrap();
        let element = structure.root.elements().find(|element| element.expansion.is_some() && element.text() == short);
        assert_eq!(element.and_then(|element| element.expansion.as_deref()), Some(expansion), "{language}: {short}");
    }
}
