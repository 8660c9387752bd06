//! Drawings: from an office's folder to the page, and out of the file again.

use briefing::Edition;
use briefing_model::{Drawing, Media};
use briefing_office::{Disk, Files, FolderPath, Memory, read_month};
use briefing_tests::repository;

/// As programs export one: within a clip of the whole frame, with a part that is shown again.
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><style>.s{fill:#0A2342}</style>\
                   <g clip-path='url(#frame)'><use href='#sea' class='s'/><path d='M4 20h32' stroke='#fff' stroke-width='2'/></g>\
                   <defs><circle id='sea' cx='20' cy='20' r='18'/><clipPath id='frame'><path d='M0 0h40v40H0z'/></clipPath></defs></svg>";

fn harbour() -> Memory {
    let disk = Disk::open(&repository("tests/offices/harbour")).unwrap();
    let read = |path: &str| disk.read(&path.parse::<FolderPath>().unwrap(), 1 << 20).unwrap();
    let office = String::from_utf8(read("office.toml")).unwrap().replace("emblem.png", "emblem.svg");
    let all = ["ledger.csv", "office.ar.toml", "office.fr.toml", "2026-03/briefing.toml"];
    let memory = all.into_iter().fold(Memory::new(), |memory, path| memory.with(path, read(path)));
    memory.with("office.toml", office).with("emblem.svg", SVG)
}

#[test]
fn a_drawn_emblem_is_printed_as_paths_and_comes_back_from_the_file() {
    let (month, faults) = read_month(&harbour(), "2026-03".parse().unwrap()).into_parts();
    let month = month.unwrap_or_else(|| panic!("{faults}"));
    let emblem = month.briefing.emblem.clone().unwrap();
    assert_eq!((emblem.media, emblem.width, emblem.height), (Media::Svg, 1000, 1000));
    let (edition, pictures) = Edition::of_month(month);
    let file = edition.render(&pictures).unwrap();
    assert!(!file.bytes.windows(14).any(|bytes| bytes == b"/Subtype/Image"), "paths are no pixels");
    let (again, found) = Edition::read(&file.bytes).unwrap();
    let drawing = Drawing::from_bytes(&found[&emblem.digest]).unwrap();
    assert_eq!(drawing.paths().len(), 2);
    assert!(again.render(&found).unwrap().bytes == file.bytes, "the file makes itself again");
}
