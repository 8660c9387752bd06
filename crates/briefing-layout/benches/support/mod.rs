//! What is laid out and written to measure it: the example's month, and tables of any length.

use briefing_document::{
    Block, Column, ColumnAlign, Composer, Document, DocumentInfo, Inline, Inlines, PeriodPart, Running, Section,
    SectionRole, Style, Table, Title,
};
use briefing_model::{Language, Theme};
use briefing_office::{Assets, Disk, read_edition};

/// The languages that are measured: one for each script and direction.
pub(crate) const LANGUAGES: [Language; 4] = [Language::En, Language::Ar, Language::Zh, Language::Ru];

/// April 2025 of the example office, with its pictures.
pub(crate) fn april(language: Language) -> (Document, Assets) {
    let disk = Disk::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct").as_ref()).unwrap();
    let folder = read_edition(&disk, "2025-04".parse().unwrap(), language).into_parts().0.unwrap();
    (Composer::new(language).compose(&folder.briefing).unwrap().document, folder.assets)
}

/// A document of one table with four columns, no two rows alike.
pub(crate) fn table(rows: usize) -> Document {
    let theme = Theme::default();
    let table = Table {
        summary: "Measurements".to_owned(),
        columns: ["Number", "Name", "Purpose", "Amount"].map(column).to_vec(),
        rows: (0..rows).map(row).collect(),
        totals: vec![(words("Total"), words(&rows.to_string()))],
    };
    Document {
        language: Language::En,
        about: DocumentInfo {
            title: "A long table".to_owned(),
            author: "Nobody".to_owned(),
            subject: "Measurements".to_owned(),
            issued: "2025-04-30".parse().unwrap(),
        },
        running: Running::default(),
        style: Style::from(&theme),
        title: Title {
            kicker: "Nobody".into(),
            text: "A long table".into(),
            period: vec![PeriodPart { text: "2025".to_owned(), strong: true }],
            emblem: None,
        },
        sections: vec![Section {
            anchor: "table".to_owned(),
            heading: "Table".into(),
            role: SectionRole::Exhibit,
            blocks: vec![Block::Table(table)],
        }],
    }
}

fn column(header: &str) -> Column {
    let align = if header == "Amount" { ColumnAlign::End } else { ColumnAlign::Start };
    Column { header: words(header), align, row_header: header == "Name" }
}

fn row(number: usize) -> Vec<Inlines> {
    let purpose = ["Border security", "Victims of terrorism", "Parliamentary engagement", "Financing of terrorism"];
    let amount = format!("{},{:03}", 1 + number % 900, (number * 37) % 1000);
    vec![
        words(&number.to_string()),
        words(&format!("Contributor {number}")),
        words(purpose.get(number % 4).copied().unwrap_or_default()),
        words(&amount),
    ]
}

fn words(text: &str) -> Inlines {
    vec![Inline::Text(text.into())]
}
