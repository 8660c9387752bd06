//! Metadata: XMP (ISO 16684-1) and the information dictionary, with the same content.

use std::fmt::Write as _;

use super::body::{Data, ObjectBody};
use crate::metadata::Metadata;
use crate::syntax::{ObjectWriter, Ref};

/// PDF/UA's schema is not predefined by PDF/A, so it must be described (ISO 19005-3, 6.6.2.3).
const EXTENSION: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
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
"#;

/// Writes the XMP packet, uncompressed so that any program can find it (required by ISO 19005-1, recommended by later parts).
pub(crate) fn write(metadata: &Metadata, body: &mut ObjectBody) -> Ref {
    body.add_stream(Data::Encoded(packet(metadata).into_bytes()), |s| {
        s.raw("/Type/Metadata/Subtype/XML");
    })
}

/// Writes the information dictionary.
pub(crate) fn write_information(metadata: &Metadata, body: &mut ObjectBody) -> Ref {
    body.add(|s: &mut ObjectWriter| {
        let created = metadata.created().pdf();
        s.raw("<<")
            .text_entry("/Title", Some(&clean(metadata.title())))
            .text_entry("/Author", metadata.author.as_deref().map(clean).as_deref())
            .text_entry("/Subject", metadata.subject.as_deref().map(clean).as_deref())
            .text_entry("/Keywords", Some(&clean(&metadata.keywords.join(", "))))
            .text_entry("/Creator", metadata.creator.as_deref().map(clean).as_deref())
            .text_entry("/Producer", Some(Metadata::PRODUCER))
            .text_entry("/CreationDate", Some(&created))
            .text_entry("/ModDate", Some(&created))
            .raw(">>");
    })
}

fn packet(metadata: &Metadata) -> String {
    let mut xml = String::with_capacity(4096);
    xml.push_str("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml.push_str(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
    );
    xml.push_str("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
    xml.push_str(
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n",
    );
    let item = |property: &str, container: &str, attribute: &str, text: Option<&str>| {
        text.filter(|text| !crate::text::is_blank(text)).map(|text| {
            let text = escaped(text);
            format!("<{property}><rdf:{container}><rdf:li{attribute}>{text}</rdf:li></rdf:{container}></{property}>\n")
        })
    };
    let default = " xml:lang=\"x-default\"";
    xml.push_str("<dc:format>application/pdf</dc:format>\n");
    xml.extend(item("dc:title", "Alt", default, Some(metadata.title())));
    xml.extend(item("dc:creator", "Seq", "", metadata.author.as_deref()));
    xml.extend(item("dc:description", "Alt", default, metadata.subject.as_deref()));
    xml.extend(item("dc:language", "Bag", "", Some(metadata.language().as_str())));
    let created = metadata.created().to_string();
    let keywords = metadata.keywords.join(", ");
    for (property, text) in [
        ("pdf:Keywords", Some(keywords.as_str())),
        ("pdf:Producer", Some(Metadata::PRODUCER)),
        ("xmp:CreatorTool", metadata.creator.as_deref()),
        ("xmp:CreateDate", Some(&created)),
        ("xmp:ModifyDate", Some(&created)),
        ("xmp:MetadataDate", Some(&created)),
    ] {
        if let Some(text) = text.filter(|text| !crate::text::is_blank(text)) {
            // Writing to a string cannot fail.
            let _ = writeln!(xml, "<{property}>{}</{property}>", escaped(text));
        }
    }
    xml.push_str("</rdf:Description>\n");
    xml.push_str(EXTENSION);
    xml.push_str("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    xml
}

/// A text without the characters that XML 1.0 does not allow.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FFFE}' | '\u{FFFF}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

fn escaped(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
