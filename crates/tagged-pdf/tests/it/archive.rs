//! What the whole file says of itself: version, catalogue, metadata, attachments, and its bytes.

use std::process::Command;

use crate::support::file::{File, text_string};
use crate::support::{Draft, builder, face, issued};
use insta::assert_snapshot;
use lopdf::{Dictionary, Object};
use tagged_pdf::{
    Attachment, Destination, Element, HeadingLevel, LanguageTag, Metadata, NumberStyle, PageLabel, PdfBuilder,
    Relationship, Size, StructureTree, Tag,
};

fn sample() -> PdfBuilder {
    let mut draft = Draft::new();
    let title = draft.leaf(draft.root(), Tag::Heading(HeadingLevel::H1), "Title");
    let mut sections = Vec::new();
    for i in 1..4 {
        let section = draft.group(draft.root(), Tag::Section);
        let heading = Element::new(Tag::Heading(HeadingLevel::H2)).anchor(format!("section-{i}"));
        sections.push(draft.leaf(section, heading, &format!("Section {i}")));
        draft.leaf(section, Tag::Paragraph, "Text — with dashes, «quotes» and “more”");
    }
    let mut pdf = draft.draw(3);
    let top = pdf.bookmark(None, "Title", title);
    for (i, section) in sections.iter().enumerate() {
        let bookmark = pdf.bookmark(Some(top), format!("Section {}", i + 1), *section);
        if i == 1 {
            pdf.bookmark(Some(bookmark), "Inside", Destination::Page { number: 2, top: 100.0 });
        }
    }
    pdf.bookmark(None, "Конец", Destination::Page { number: 3, top: 0.0 });
    pdf.page_labels(3, PageLabel { style: None, prefix: "A".into(), start: 1 });
    pdf.page_labels(2, PageLabel { style: Some(NumberStyle::LowerRoman), prefix: String::new(), start: 5 });
    for (name, relationship) in [("z.csv", Relationship::Data), ("édition.json", Relationship::Source)] {
        pdf.attach(Attachment {
            name: name.into(),
            description: "What it is".into(),
            mime: "application/json".into(),
            relationship,
            modified: issued(),
            bytes: b"{}".to_vec(),
        });
    }
    pdf
}

/// A dictionary with its references followed, to some depth.
fn shown(file: &File, object: &Object, depth: usize) -> String {
    match object {
        Object::Reference(_) if depth == 0 => "…".into(),
        Object::Reference(_) => shown(file, file.follow(object), depth - 1),
        Object::Dictionary(dictionary) => entries(file, dictionary, depth),
        Object::Stream(stream) => format!("stream {}", entries(file, &stream.dict, depth)),
        Object::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shown(file, item, depth)).collect();
            format!("[{}]", items.join(" "))
        }
        Object::String(bytes, _)
            if bytes.iter().all(|b| b.is_ascii_graphic() || *b == b' ') || bytes.starts_with(b"\xFE\xFF") =>
        {
            format!("{:?}", text_string(object))
        }
        other => format!("{other:?}"),
    }
}

fn entries(file: &File, dictionary: &Dictionary, depth: usize) -> String {
    let entries = dictionary.iter().filter(|(key, _)| !matches!(key.as_slice(), b"Parent" | b"Prev" | b"Length"));
    let entries: Vec<String> = entries
        .map(|(key, value)| format!("/{} {}", String::from_utf8_lossy(key), shown(file, value, depth)))
        .collect();
    format!("<<{}>>", entries.join(" "))
}

#[test]
fn the_catalogue_says_what_readers_need() {
    let bytes = sample().finish().unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    assert!(bytes.ends_with(b"%%EOF\n"));
    let file = File::open(&bytes);
    let catalog = file.catalog();
    let keys: Vec<_> = catalog.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect();
    assert_snapshot!(keys.join(" "), @r"Type Pages Lang MarkInfo ViewerPreferences StructTreeRoot Metadata OutputIntents PageMode Outlines AF Names PageLabels");
    let value = |key: &str| shown(&file, catalog.get(key.as_bytes()).unwrap(), 1);
    assert_eq!(value("Lang"), "\"en\"");
    assert_eq!(value("MarkInfo"), "<</Marked true>>");
    assert_eq!(value("ViewerPreferences"), "<</DisplayDocTitle true>>");
    assert_snapshot!(value("OutputIntents"), @r#"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "sRGB" /Info "sRGB IEC61966-2.1" /RegistryName "http://www.color.org" /DestOutputProfile stream <</N 3 /Alternate /DeviceRGB /Filter /FlateDecode>>>>]"#);
    assert_snapshot!(value("PageLabels"), @r#"<</Nums [0 <</S /D>> 1 <</S /r /St 5>> 2 <</P "A">>]>>"#);
    for page in 0..file.pages.len() {
        assert_eq!(shown(&file, file.page(page).get(b"Tabs").unwrap(), 0), "/S");
    }
}

#[test]
fn bookmarks_are_nested_and_lead_to_what_is_drawn() {
    let file = File::open(&sample().finish().unwrap());
    let mut lines = String::new();
    outline(&file, file.dictionary(file.catalog(), "Outlines"), 0, &mut lines);
    assert_snapshot!(lines, @r"
    Title -> page 1 at 836.167 Some(4)
      Section 1 -> page 1 at 821.167 None
      Section 2 -> page 2 at 836.167 Some(1)
        Inside -> page 2 at 741.89 None
      Section 3 -> page 2 at 806.167 None
    Конец -> page 3 at 841.89 None
    ");
}

fn outline(file: &File, parent: &Dictionary, depth: usize, lines: &mut String) {
    let mut next = file.get(parent, "First");
    let mut previous = None;
    while let Some(Object::Dictionary(item)) = next {
        let title = text_string(file.get(item, "Title").unwrap());
        let destination = file.get(item, "Dest").unwrap().as_array().unwrap();
        let page = file.pages.iter().position(|page| *page == destination[0].as_reference().unwrap()).unwrap();
        let count = file.get(item, "Count").map(|count| count.as_i64().unwrap());
        *lines += &format!("{}{title} -> page {} at {:?} {count:?}\n", "  ".repeat(depth), page + 1, destination[3]);
        assert_eq!(file.get(item, "Prev").map(|p| shown(file, p, 0)), previous);
        outline(file, item, depth + 1, lines);
        previous = Some(shown(file, &Object::Dictionary(item.clone()), 0));
        next = file.get(item, "Next");
        if next.is_none() {
            assert_eq!(file.get(parent, "Last").map(|p| shown(file, p, 0)), previous);
        }
    }
}

#[test]
fn places_and_files_have_names() {
    let file = File::open(&sample().finish().unwrap());
    let names = file.dictionary(file.catalog(), "Names");
    let listed = |key: &str| {
        let names = file.get(file.dictionary(names, key), "Names").unwrap().as_array().unwrap();
        names.iter().step_by(2).map(text_string).collect::<Vec<_>>()
    };
    assert_eq!(listed("Dests"), ["section-1", "section-2", "section-3"]);
    assert_eq!(listed("EmbeddedFiles"), ["z.csv", "édition.json"]);
    let files = file.get(file.catalog(), "AF").unwrap().as_array().unwrap();
    let files: Vec<String> = files.iter().map(|attached| shown(&file, attached, 2)).collect();
    assert_snapshot!(files.join("\n"), @r#"
    <</Type /Filespec /F "z.csv" /UF "z.csv" /Desc "What it is" /AFRelationship /Data /EF <</F stream <</Type /EmbeddedFile /Subtype /application/json /Params <</Size 2 /CreationDate "D:20250430000000Z" /ModDate "D:20250430000000Z" /CheckSum <99914b932bd37a50b983c5e7c90ae93b>>> /Filter /FlateDecode>> /UF stream <</Type /EmbeddedFile /Subtype /application/json /Params <</Size 2 /CreationDate "D:20250430000000Z" /ModDate "D:20250430000000Z" /CheckSum <99914b932bd37a50b983c5e7c90ae93b>>> /Filter /FlateDecode>>>>>>
    <</Type /Filespec /F "édition.json" /UF "édition.json" /Desc "What it is" /AFRelationship /Source /EF <</F stream <</Type /EmbeddedFile /Subtype /application/json /Params <</Size 2 /CreationDate "D:20250430000000Z" /ModDate "D:20250430000000Z" /CheckSum <99914b932bd37a50b983c5e7c90ae93b>>> /Filter /FlateDecode>> /UF stream <</Type /EmbeddedFile /Subtype /application/json /Params <</Size 2 /CreationDate "D:20250430000000Z" /ModDate "D:20250430000000Z" /CheckSum <99914b932bd37a50b983c5e7c90ae93b>>> /Filter /FlateDecode>>>>>>
    "#);
}

#[test]
fn metadata_and_information_agree() {
    let metadata = Metadata::new("Lighthouses & <others>", LanguageTag::new("fr").unwrap(), issued())
        .unwrap()
        .author("Gardien\u{7}né")
        .subject("Phares")
        .keyword("phare")
        .keyword("côte")
        .creator("a test");
    let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
    pdf.page(Size::LETTER).unwrap();
    let file = File::open(&pdf.finish().unwrap());
    let information = file.document.trailer.get(b"Info").unwrap();
    assert_snapshot!(shown(&file, information, 1), @r#"<</Title "Lighthouses & <others>" /Author "Gardien né" /Subject "Phares" /Keywords "phare, côte" /Creator "a test" /Producer "tagged-pdf 0.1.0 (printpdf 0.12.8)" /CreationDate "D:20250430000000Z" /ModDate "D:20250430000000Z">>"#);
    let packet = file.get(file.catalog(), "Metadata").unwrap().as_stream().unwrap();
    assert_snapshot!(std::str::from_utf8(&packet.content).unwrap(), @r#"
    <?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
    <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Lighthouses &amp; &lt;others&gt;</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>Gardien né</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Phares</rdf:li></rdf:Alt></dc:description>
    <dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
    <pdf:Keywords>phare, côte</pdf:Keywords>
    <pdf:Producer>tagged-pdf 0.1.0 (printpdf 0.12.8)</pdf:Producer>
    <xmp:CreatorTool>a test</xmp:CreatorTool>
    <xmp:CreateDate>2025-04-30T00:00:00Z</xmp:CreateDate>
    <xmp:ModifyDate>2025-04-30T00:00:00Z</xmp:ModifyDate>
    <xmp:MetadataDate>2025-04-30T00:00:00Z</xmp:MetadataDate>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 the document conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    </rdf:RDF></x:xmpmeta>
    <?xpacket end="r"?>
    "#);
}

#[test]
fn the_same_calls_give_the_same_bytes() {
    let first = sample().finish().unwrap();
    for _ in 0..3 {
        assert!(sample().finish().unwrap() == first);
    }
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(|| sample().finish().unwrap())).collect();
    for thread in threads {
        assert!(thread.join().unwrap() == first);
    }
}

/// Not a test by itself: prints the identifier of the sample for the test below.
#[test]
#[ignore = "run by another_process_gives_the_same_bytes"]
fn print_identifier() {
    let file = File::open(&sample().finish().unwrap());
    println!("identifier {:?}", file.document.trailer.get(b"ID").unwrap());
}

#[test]
fn another_process_gives_the_same_bytes() {
    // The identifier is a hash of all bytes before it.
    let identifier = |zone: &str| {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "archive::print_identifier", "--ignored", "--nocapture"])
            .env("TZ", zone)
            .env("LANG", "ar_EG.UTF-8")
            .output()
            .unwrap();
        let output = String::from_utf8(output.stdout).unwrap();
        output.lines().find_map(|line| line.split_once("identifier ")).unwrap().1.to_string()
    };
    let file = File::open(&sample().finish().unwrap());
    let here = format!("{:?}", file.document.trailer.get(b"ID").unwrap());
    assert_eq!(identifier("Asia/Kathmandu"), here);
    assert_eq!(identifier("America/Lima"), here);
}

#[test]
fn another_document_has_another_identifier() {
    let identifier = |title: &str| {
        let metadata = Metadata::new(title, LanguageTag::new("en").unwrap(), issued()).unwrap();
        let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
        pdf.page(Size::A4).unwrap();
        format!("{:?}", File::open(&pdf.finish().unwrap()).document.trailer.get(b"ID").unwrap())
    };
    assert_ne!(identifier("one"), identifier("two"));
}

#[test]
fn a_font_is_embedded_once_and_only_when_it_is_used() {
    let mut draft = Draft::new();
    draft.leaf(draft.root(), Tag::Paragraph, "Text");
    let mut pdf = draft.draw(10);
    let again = face(&mut pdf, "Roboto-Regular");
    assert_eq!(face(&mut pdf, "Roboto-Regular").id, again.id);
    face(&mut pdf, "Roboto-Bold");
    let file = File::open(&pdf.finish().unwrap());
    let fonts = file.fonts();
    assert_eq!(fonts.len(), 1);
    let font = fonts.into_values().next().unwrap();
    let name = crate::support::file::name_of(font.get(b"BaseFont").unwrap());
    let (tag, face) = name.split_once('+').unwrap();
    assert_eq!((tag.len(), face), (6, "Roboto-Regular"));
    assert!(tag.bytes().all(|b| b.is_ascii_uppercase()));
}

#[test]
fn a_document_without_text_has_no_font() {
    let mut pdf = builder(StructureTree::new());
    pdf.page(Size::A4).unwrap();
    let file = File::open(&pdf.finish().unwrap());
    assert!(file.fonts().is_empty());
    // Every object of the file is used by another one, from the trailer on.
    assert!(file.document.objects.len() < 15);
}
