//! A small office folder in memory that nothing is wrong with; tests change it in one place.

pub(crate) mod translated;
pub(crate) mod workbook;

use std::io::Write as _;

use briefing_office::Memory;

pub(crate) const OFFICE: &str = r##"[office]
id = "office"
name = { en = "Office of Counter-Terrorism", fr = "Bureau de lutte contre le terrorisme" }
acronym = "OCT"
established = { on = 2017-06-15, resolution = "A/RES/71/291", report = "A/71/858" }
website = "https://www.example.org"
about = ["The Office has {units.centre.board.members} members on a board."]
sections = ["about", "leadership", "capacity-building"]

[mandate]
coordination = "compact"
[strategy]
[theme]
accent = "#009EDB"
ink = "#0B2545"

[ledger]
file = "ledger.csv"
currency = "USD"
multi-year = "whole"
chart = { title = "Documented contributions", show = 10 }

[[unit]]
id = "centre"
name = "Counter-Terrorism Centre"
acronym = "CTC"
kind = "centre"
since = "2011-09"
founding = { contributor = "SAU", amount = "10000000 USD", when = "2011" }
board = { members = 21, guests = ["eu"], chair = "SAU" }

[[unit]]
id = "projects"
name = "Projects Section"
kind = "section"
parent = "centre"
since = "2012"
until = "2030"

[[programme]]
id = "travel"
name = "Countering Terrorist Travel"
units = ["centre"]
partners = ["eu"]
launched = "2019-05-07"

[[body]]
id = "compact"
name = "Coordination Compact"
entities = [{ on = "2018-02-23", count = 38 }]

[[party]]
id = "eu"
name = "European Union"
acronym = "EU"
kind = "intergovernmental-organization"

[[fund]]
id = "trust-fund"
name = "Trust Fund for Counter-Terrorism"

[[source]]
id = "letters"
title = "Letters of contributors"
"##;

pub(crate) const LEDGER: &str = "\
id,kind,effective,recorded,contributor,ref,amount,currency,fund,purposes,source,note
deu-1,pledge,2025-04-10,2025-05-05,DEU,,92615.00,USD,trust-fund,programme:travel,letters,
uzb-1,pledge,2025-04-12,2025-05-05,UZB,,50000,,,,letters,\"Tashkent, by letter\"
deu-2,receipt,2025-04-20,2025-05-05,,deu-1,40000,USD,,,letters,
";

pub(crate) const MONTH: &str = r#"issued = 2025-05-06
stated-total = "142615 USD"

[[item]]
id = "meeting"
section = "leadership"
when = "2025-04-28/2025-05-02"
text = "The Office **met** in [Madrid](https://www.example.org)."
place = { state = "ESP", city = "Madrid" }
organizers = ["ESP", "eu"]
programmes = ["travel"]
functions = ["leadership"]
pillars = ["IV"]
picture = { file = "globe.png", alt = "A globe", caption = "The *globe*", credit = "The Office" }

[[item]]
id = "course"
section = "projects"
when = "2025-04"
text = "A course was held."
"#;

/// A black PNG file of that size.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    png_with(width, height, &[])
}

/// The same with other chunks behind its header.
pub(crate) fn png_with(width: u32, height: u32, others: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(content);
        file.extend([&length.to_be_bytes(), kind, content, &sum.sum().to_be_bytes()].concat());
    };
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat());
    others.iter().for_each(|(kind, content)| chunk(*kind, content));
    // One that is too large is refused before its rows are looked at.
    let rows = vec![0; ((3 * width as usize + 1) * height as usize) % 100_000_000];
    let mut data = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    data.write_all(&rows).unwrap();
    chunk(b"IDAT", &data.finish().unwrap());
    chunk(b"IEND", b"");
    file
}

/// The folder.
pub(crate) fn folder() -> Memory {
    Memory::new()
        .with("office.toml", OFFICE)
        .with("ledger.csv", LEDGER)
        .with("2025-04/briefing.toml", MONTH)
        .with("2025-04/globe.png", png(1200, 630))
}
