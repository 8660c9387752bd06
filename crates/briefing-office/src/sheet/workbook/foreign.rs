//! What a file is that is not a workbook of Excel's present format, by its true name.

use std::fmt;

use crate::sheet::archive::Archive;

/// A file of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sheet) enum Foreign {
    Encrypted,
    OldExcel,
    Binary,
    OpenDocument,
    Numbers,
    Word,
    Web,
    Xml2003,
    Pdf,
    Plain,
}

impl Foreign {
    /// By the first bytes.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK") {
            return None;
        }
        // The container of Office before 2007, in which Office also wraps what a password protects.
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let encrypted = bytes.windows(name.len()).any(|window| window == name);
            return Some(if encrypted { Self::Encrypted } else { Self::OldExcel });
        }
        // The first record of Excel 2 to 5: BOF.
        if let [9, 0 | 2 | 4 | 8, ..] = bytes {
            return Some(Self::OldExcel);
        }
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        let head: String = bytes.iter().take(1024).map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
        if head.contains("excel.sheet\"") || head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            Some(Self::Xml2003)
        } else if ["<html", "<!doctype html", "<table"].iter().any(|mark| head.contains(mark)) {
            Some(Self::Web)
        } else {
            let is_text = !bytes.is_empty() && !head.contains('\0');
            is_text.then_some(Self::Plain)
        }
    }

    /// By the parts of an archive.
    pub(super) fn of_archive(archive: &Archive<'_>) -> Option<Self> {
        if archive.has_ending(".iwa") || archive.has("Index.zip") {
            Some(Self::Numbers)
        } else if archive.has("mimetype") && archive.has("content.xml") {
            Some(Self::OpenDocument)
        } else if archive.has("word/document.xml") {
            Some(Self::Word)
        } else if archive.has_ending("workbook.bin") {
            Some(Self::Binary)
        } else {
            None
        }
    }

    /// What to do with such a file.
    pub(in crate::sheet) const fn remedy(self) -> &'static str {
        match self {
            Self::Encrypted => "open it in Excel and save it without a password",
            Self::Plain => "name it `.csv`, or save it as an Excel workbook (.xlsx)",
            Self::Word | Self::Pdf => "copy its table into a spreadsheet, and save that as an Excel workbook (.xlsx)",
            Self::OldExcel | Self::Binary | Self::OpenDocument | Self::Numbers | Self::Web | Self::Xml2003 => {
                "save it as an Excel workbook (.xlsx) or as `CSV UTF-8`"
            }
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Encrypted => "protected by a password",
            Self::OldExcel => "an Excel file of the format before 2007 (.xls)",
            Self::Binary => "an Excel binary workbook (.xlsb)",
            Self::OpenDocument => "an OpenDocument file (.ods), as LibreOffice writes it",
            Self::Numbers => "a Numbers document",
            Self::Word => "a Word document",
            Self::Web => "a web page (HTML), whatever its name says",
            Self::Xml2003 => "an XML Spreadsheet of Excel 2003",
            Self::Pdf => "a PDF file",
            Self::Plain => "a text file",
        })
    }
}
