//! Pictures as people have them: read right, or refused at their line; and the same by `check` as by `render`.

use crate::common::{OFFICE, folder, png};
use briefing_model::{Language, Media, Orientation, Picture};
use briefing_office::{Diagnostics, IssuedEdition, Memory, PrintedEdition, check_folder, read_month, record_issue};
use proptest::prelude::*;

const INTERLACED: &[u8] = include_bytes!("../data/pictures/interlaced.png");
const INTERLACED_BY_NAME: &[u8] = include_bytes!("../data/pictures/interlaced-by-name.png");
const HALF_A_SCAN: &[u8] = include_bytes!("../data/pictures/half-a-scan.jpg");
const DISPLAY_P3: &[u8] = include_bytes!("../data/pictures/display-p3.jpg");
const SECOND_EXIF_BLOCK: &[u8] = include_bytes!("../data/pictures/second-exif-block.jpg");
const WEBP_LOSSY: &[u8] = include_bytes!("../data/pictures/lossy.webp");
const WEBP_LOSSLESS: &[u8] = include_bytes!("../data/pictures/lossless.webp");
const WEBP_TURNED: &[u8] = include_bytes!("../data/pictures/turned.webp");
const WEBP_MOVING: &[u8] = include_bytes!("../data/pictures/moving.webp");

/// What `check` and `render` say of a picture, and what is printed. They must say the same.
fn read(files: &Memory) -> (Option<(Picture, Vec<u8>)>, Diagnostics) {
    let (month, of_render) = read_month(files, "2025-04".parse().unwrap()).into_parts();
    let (_, of_check) = check_folder(files).into_parts();
    assert_eq!(of_check.to_string(), of_render.to_string());
    let picture = month.map(|month| {
        let picture = month.briefing.pictures().next().unwrap().clone();
        let bytes = month.assets.get(&picture.digest).unwrap().to_vec();
        (picture, bytes)
    });
    (picture, of_render)
}

fn printed(bytes: &[u8]) -> (Picture, Vec<u8>) {
    let (picture, said) = read(&folder().with("2025-04/globe.png", bytes));
    picture.unwrap_or_else(|| panic!("{said}"))
}

fn refused(bytes: &[u8]) -> String {
    let (picture, said) = read(&folder().with("2025-04/globe.png", bytes));
    assert!(picture.is_none(), "{said}");
    let [fault] = said.iter().collect::<Vec<_>>()[..] else { panic!("{said}") };
    let place = fault.place.as_ref().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("2025-04/briefing.toml", 14), "at the line of the picture");
    fault.to_string()
}

/// The colours of a JPEG file, row by row.
fn colors(jpeg: &[u8]) -> (usize, Vec<[u8; 3]>) {
    let mut decoder = jpeg_decoder::Decoder::new(jpeg);
    let data = decoder.decode().unwrap();
    let width = usize::from(decoder.info().unwrap().width);
    (width, data.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
}

#[test]
fn interlaced_png_files_are_put_in_order() {
    let pixels = |bytes: &[u8]| {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let interlaced = reader.info().interlaced;
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (interlaced, pixels)
    };
    let (picture, bytes) = printed(INTERLACED);
    assert_eq!((picture.width, picture.height), (640, 480));
    assert_eq!(pixels(&bytes), (false, pixels(INTERLACED).1));
    // This one says that it is interlaced, and its rows are in order.
    let (picture, bytes) = printed(INTERLACED_BY_NAME);
    assert_eq!((picture.width, picture.height, pixels(&bytes).0), (1200, 630, false));
}

#[test]
fn half_a_scan_is_an_error_at_its_line() {
    let said = refused(HALF_A_SCAN);
    assert!(said.starts_with("error[P0407]") && said.contains("breaks off"), "{said}");
}

#[test]
fn display_p3_is_printed_in_the_colours_that_it_means() {
    let (picture, bytes) = printed(DISPLAY_P3);
    assert_eq!((picture.media, picture.width, picture.height), (Media::Jpeg, 700, 700));
    let (width, colors) = colors(&bytes);
    // Three of the bars, as sRGB has them; taken as sRGB, the file's numbers are (234, 54, 40), (72, 154, 214) and this grey.
    for (row, wanted) in [(50, [255_u8, 0, 0]), (150, [0, 158, 219]), (650, [127, 127, 127])] {
        let found = colors[row * width + 350];
        assert!(wanted.iter().zip(found).all(|(a, b)| a.abs_diff(b) <= 6), "{wanted:?} {found:?}");
    }
}

#[test]
fn an_exif_block_that_says_nothing_turns_nothing_back() {
    assert_eq!(printed(SECOND_EXIF_BLOCK).0.orientation, Orientation::Rotate90);
}

#[test]
fn webp_is_read() {
    let (lossy, bytes) = printed(WEBP_LOSSY);
    assert_eq!((lossy.media, lossy.width, lossy.height), (Media::Jpeg, 700, 40));
    let (width, colors) = colors(&bytes);
    assert!(colors[20 * width + 350].iter().zip([127, 127, 128]).all(|(a, b)| a.abs_diff(b) < 12));
    let (lossless, _) = printed(WEBP_LOSSLESS);
    assert_eq!((lossless.media, lossless.width), (Media::Png, 700));
    assert_eq!(printed(WEBP_TURNED).0.orientation, Orientation::Rotate90);
    assert!(refused(WEBP_MOVING).contains("animation"));
    for length in 12..WEBP_LOSSY.len() {
        assert!(refused(&WEBP_LOSSY[..length]).contains("P0407"), "{length}");
    }
}

#[test]
fn other_kinds_are_refused_by_their_names() {
    let heic = refused(b"\0\0\0\x28ftypheic\0\0\0\0mif1heic");
    assert!(heic.contains("HEIC") && heic.contains("export it as JPEG"), "{heic}");
    let svg = b"<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 9 9\"><text>OAK</text></svg>";
    let svg = refused(svg);
    assert!(svg.contains("the SVG drawing has text") && svg.contains("export it as PNG"), "{svg}");
}

#[test]
fn a_large_photograph_is_made_smaller_unless_the_office_keeps_its_pixels() {
    let large = png(4000, 3000);
    let size = |office: &str, month: &str| {
        let files =
            folder().with("2025-04/globe.png", &large).with("office.toml", office).with("2025-04/briefing.toml", month);
        let picture = read(&files).0.unwrap().0;
        (picture.width, picture.height)
    };
    let month = crate::common::MONTH;
    let keeping = OFFICE.replace("[theme]", "[theme]\nkeep-pixels = true");
    let item = |keep: bool| month.replace("alt = \"A globe\"", &format!("alt = \"A globe\", keep-pixels = {keep}"));
    assert_eq!(size(OFFICE, month), (1278, 958));
    assert_eq!(size(&keeping, month), (4000, 3000));
    assert_eq!(size(OFFICE, &item(true)), (4000, 3000));
    assert_eq!(size(&keeping, &item(false)), (1278, 958));
}

#[test]
fn each_of_many_pictures_is_that_of_its_item() {
    let item = |(number, file): (usize, &str)| {
        format!(
            "[[item]]\nid = 'i{number}'\nsection = 'highlights'\nwhen = 2025-04-0{}\ntext = 'It began.'\n\
             picture = {{ file = '{file}', alt = 'A lamp.' }}\n",
            number + 1
        )
    };
    let named = ["lossy.webp", "half.jpg", "lossless.webp", "none.png", "p3.jpg", "lossy.webp", "turned.webp"];
    let month = |names: &[&str]| names.iter().copied().enumerate().map(item).collect::<String>();
    let files = Memory::new()
        .with("office.toml", "[office]\nid = 'o'\nname = 'Office'\n")
        .with("2025-04/lossy.webp", WEBP_LOSSY)
        .with("2025-04/lossless.webp", WEBP_LOSSLESS)
        .with("2025-04/turned.webp", WEBP_TURNED)
        .with("2025-04/p3.jpg", DISPLAY_P3)
        .with("2025-04/half.jpg", HALF_A_SCAN);
    let april = "2025-04".parse().unwrap();

    let broken = read_month(&files.clone().with("2025-04/briefing.toml", month(&named)), april).into_parts().1;
    let lines: Vec<usize> = broken.iter().filter_map(|fault| Some(fault.place.as_ref()?.line)).collect();
    assert_eq!(
        (broken.errors(), lines),
        (2, vec![12, 24, 36, 42]),
        "the last two were shown before, one of them upright: {broken}"
    );

    let sound: Vec<&str> = named.into_iter().filter(|name| !["half.jpg", "none.png"].contains(name)).collect();
    let read = read_month(&files.clone().with("2025-04/briefing.toml", month(&sound)), april).into_result().unwrap();
    for (name, picture) in sound.iter().zip(read.briefing.pictures()) {
        assert_eq!(picture.file, format!("2025-04/{name}"));
        let alone =
            read_month(&files.clone().with("2025-04/briefing.toml", month(&[name])), april).into_result().unwrap();
        assert_eq!(picture.digest, alone.briefing.pictures().next().unwrap().digest, "{name}");
        assert!(read.assets.get(&picture.digest).is_some());
    }
}

#[test]
fn a_picture_under_two_names_is_one_picture() {
    let item = |id: &str, file: &str| {
        format!(
            "[[item]]\nid = '{id}'\nsection = 'highlights'\nwhen = 2025-04-01\ntext = 'It began.'\n\
             picture = {{ file = '{file}', alt = 'A lamp.' }}\n"
        )
    };
    let files = Memory::new()
        .with("office.toml", "[office]\nid = 'o'\nname = 'Office'\n")
        .with(
            "2025-04/briefing.toml",
            item("one", "lamp.webp") + &item("two", "harbour.webp") + &item("three", "p3.jpg"),
        )
        .with("2025-04/lamp.webp", WEBP_LOSSY)
        .with("2025-04/harbour.webp", WEBP_LOSSY)
        .with("2025-04/p3.jpg", DISPLAY_P3);
    let (_, said) = read_month(&files, "2025-04".parse().unwrap()).into_parts();
    let lines = said.to_string();
    assert!(lines.contains("warning[T0234]: the pictures `2025-04/lamp.webp` and `2025-04/harbour.webp` are the same, and it is printed twice"), "{lines}");
    assert_eq!((said.errors(), said.warnings()), (0, 1), "{lines}");
}

#[test]
fn a_published_month_with_a_converted_picture_is_no_drift() {
    let files = folder().with("2025-04/globe.png", png(4000, 3000));
    let month = read_month(&files, "2025-04".parse().unwrap()).into_parts().0.unwrap();
    let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
    let record = record_issue(&month.ledger, &month.plan, &[IssuedEdition::new(edition, b"file")], None).unwrap();
    let files = files.with("2025-04/figures.lock", record).with("2025-04/published-en.pdf", "file");
    assert_eq!(check_folder(&files).diagnostics().to_string(), "");
}

/// One of the files above with a few of its bytes changed, or cut off.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let files = prop::sample::select(vec![
        INTERLACED,
        HALF_A_SCAN,
        DISPLAY_P3,
        SECOND_EXIF_BLOCK,
        WEBP_LOSSY,
        WEBP_LOSSLESS,
        WEBP_TURNED,
    ]);
    let change = (any::<prop::sample::Index>(), any::<u8>());
    (files, prop::collection::vec(change, 0..4), any::<Option<prop::sample::Index>>()).prop_map(
        |(file, changes, cut)| {
            let mut file = file.to_vec();
            for (at, byte) in changes {
                let at = at.index(file.len());
                file[at] = byte;
            }
            if let Some(cut) = cut {
                file.truncate(cut.index(file.len() + 1));
            }
            file
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_is_broken_is_said_by_both(bytes in broken()) {
        let (picture, said) = read(&folder().with("2025-04/globe.png", bytes));
        prop_assert_eq!(picture.is_some(), said.errors() == 0);
    }
}
