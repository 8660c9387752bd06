//! A workbook as a spreadsheet writes it, made by hand.

use std::io::Write;

/// A ZIP file of these parts; those of which it is said, deflated.
pub(crate) fn zip(parts: &[(&str, Vec<u8>, bool)]) -> Vec<u8> {
    let (mut file, mut contents) = (Vec::new(), Vec::new());
    for (name, bytes, deflate) in parts {
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let packed = if *deflate {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
            encoder.write_all(bytes).unwrap();
            encoder.finish().unwrap()
        } else {
            bytes.clone()
        };
        let length = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
        let mut shared = vec![20, 0, 0, 0, if *deflate { 8 } else { 0 }, 0, 0, 0, 0, 0];
        shared.extend(sum.sum().to_le_bytes());
        shared.extend([length(packed.len()), length(bytes.len())].concat());
        shared.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        shared.extend([0, 0]);
        contents.extend([b"PK\x01\x02\x14\0".as_slice(), &shared].concat());
        contents.extend([0; 10]);
        contents.extend(length(file.len()));
        contents.extend(name.as_bytes());
        file.extend([b"PK\x03\x04".as_slice(), &shared, name.as_bytes(), &packed].concat());
    }
    let at = u32::try_from(file.len()).unwrap().to_le_bytes();
    let size = u32::try_from(contents.len()).unwrap().to_le_bytes();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    file.extend(contents);
    file.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &at, &[0, 0]].concat());
    file
}

/// A workbook with as little as it needs: sheets with their names and what is in them, and parts beside them, each by its kind,
/// its root and what is in that.
pub(crate) fn packed(sheets: &[(&str, String)], beside: &[(&str, &str, String)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut names, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (number, (name, content)) in sheets.iter().enumerate() {
        names += &format!("<sheet name=\"{name}\" r:id=\"s{number}\"/>");
        relations += &relation(&format!("s{number}"), "worksheet", &format!("s{number}.xml"));
        parts.push((format!("s{number}.xml"), format!("<worksheet xmlns=\"{main}\">{content}</worksheet>")));
    }
    for (kind, root, content) in beside {
        relations += &relation(kind, kind, &format!("{kind}.xml"));
        parts.push((format!("{kind}.xml"), format!("<{root} xmlns=\"{main}\">{content}</{root}>")));
    }
    parts.push((
        "b.xml".to_owned(),
        format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{names}</sheets></workbook>"),
    ));
    let of = |relations: &str| format!("<Relationships xmlns=\"{package}\">{relations}</Relationships>");
    parts.push(("_rels/.rels".to_owned(), of(&relation("b", "officeDocument", "b.xml"))));
    parts.push(("_rels/b.xml.rels".to_owned(), of(&relations)));
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (name.as_str(), xml.clone().into_bytes(), true)).collect();
    zip(&parts)
}

/// What a cell holds.
#[derive(Clone, Copy)]
pub(crate) enum C {
    /// Nothing.
    No,
    /// A text among the workbook's shared ones.
    Text(&'static str),
    /// A number as stored.
    Number(&'static str),
    /// A number shown as a day.
    Day(u32),
    /// A number shown as a month and its year.
    Month(u32),
    /// A formula with its stored result.
    Sum(&'static str),
    /// Any XML in place of the cell; `{}` is its name.
    Raw(&'static str),
}

/// A workbook of two sheets, `Notes` with nothing in it and `Ledger 2025` with these rows from row 3 on.
pub(crate) fn workbook(rows: &[&[C]], from_1904: bool) -> Vec<u8> {
    made(rows, from_1904, "")
}

/// The same with these cells merged.
pub(crate) fn merged_workbook(rows: &[&[C]], merged: &str) -> Vec<u8> {
    made(rows, false, &format!("<mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>"))
}

fn made(rows: &[&[C]], from_1904: bool, behind: &str) -> Vec<u8> {
    let (mut texts, mut sheet) = (String::new(), String::new());
    let mut count = 0;
    for (row, cells) in rows.iter().enumerate() {
        let number = row + 3;
        sheet.push_str(&format!("<row r=\"{number}\">"));
        for (column, cell) in cells.iter().enumerate() {
            let name = format!("{}{number}", char::from(b'A' + u8::try_from(column).unwrap()));
            sheet.push_str(&match cell {
                C::No => String::new(),
                C::Text(text) => {
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    texts.push_str(&format!("<si><r><t>{text}</t></r><rPh sb=\"0\"><t>pronounced</t></rPh></si>"));
                    count += 1;
                    format!("<c r=\"{name}\" t=\"s\"><v>{}</v></c>", count - 1)
                }
                C::Number(stored) => format!("<c r=\"{name}\"><v>{stored}</v></c>"),
                C::Day(serial) => format!("<c r=\"{name}\" s=\"1\"><v>{serial}</v></c>"),
                C::Month(serial) => format!("<c r=\"{name}\" s=\"2\"><v>{serial}</v></c>"),
                C::Sum(stored) => format!("<c r=\"{name}\"><f>SUM(A1:A9)</f><v>{stored}</v></c>"),
                C::Raw(xml) => xml.replace("{}", &name),
            });
        }
        sheet.push_str("</row>");
    }
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let date = if from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "{head}<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{head}<workbook {main} xmlns:r=\"{relations}\">{date}<sheets><sheet name=\"Notes\" sheetId=\"1\" r:id=\"rId1\"/>\
                 <sheet name=\"Ledger 2025\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{head}<Relationships xmlns=\"{package}\">\
                 <Relationship Id=\"rId2\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/>\
                 <Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>\
                 <Relationship Id=\"rId4\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 </Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "{head}<styleSheet {main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/></numFmts>\
                 <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
                 <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("{head}<sst {main}>{texts}</sst>")),
        ("xl/worksheets/sheet1.xml", format!("{head}<worksheet {main}><sheetData/></worksheet>")),
        (
            "xl/worksheets/sheet2.xml",
            format!("{head}<worksheet {main}><sheetData>{sheet}</sheetData>{behind}</worksheet>"),
        ),
    ];
    let parts: Vec<_> =
        parts.into_iter().map(|(name, text)| (name, text.into_bytes(), name.contains("sheet"))).collect();
    zip(&parts)
}
